import { describe, expect, it } from "vitest";
import { endOf, infoOf, nameOf } from "../../../runtime/jobs/job-info.js";
import { jobOf } from "../../support/fake-bullmq.js";

const report = { version: 1, type: "report", flow: "report", adAccountId: "1", body: {} };
const list = { type: "list", table: "ads", adAccountId: "2", key: "k" };
const days = (from: string, to: string) => ({ ...list, type: "window", table: "days", from, to });

describe("the information about a job in an event", () => {
  it.each([
    [
      "a report",
      report,
      { id: "id", type: "report", flow: "report", adAccountId: "1" },
      "report of 1",
    ],
    [
      "a report of a run, with a tag",
      { ...report, tag: "again", run: "r" },
      { id: "id", type: "report", flow: "report", adAccountId: "1", tag: "again", run: "r" },
      "report of 1, again",
    ],
    [
      "a sync",
      { version: 1, type: "sync", sync: {} },
      { id: "id", type: "sync", adAccountId: null },
      "sync",
    ],
    [
      "a sync of a run",
      { version: 1, type: "sync", sync: {}, run: "2026-01-01" },
      { id: "id", type: "sync", adAccountId: null, run: "2026-01-01" },
      "sync of 2026-01-01",
    ],
    [
      "a list",
      { version: 1, type: "task", task: list, run: "r" },
      { id: "id", type: "list", adAccountId: "2", table: "ads", run: "r" },
      "ads of 2",
    ],
    [
      "the report of days",
      { version: 1, type: "task", task: days("2026-01-01", "2026-01-02") },
      {
        ...{ id: "id", type: "window", adAccountId: "2", table: "days" },
        days: { from: "2026-01-01", to: "2026-01-02" },
      },
      "days of 2, 2026-01-01 to 2026-01-02",
    ],
    [
      "the report of a day",
      { version: 1, type: "task", task: days("2026-01-01", "2026-01-01") },
      {
        ...{ id: "id", type: "window", adAccountId: "2", table: "days" },
        days: { from: "2026-01-01", to: "2026-01-01" },
      },
      "days of 2, 2026-01-01",
    ],
    [
      "that of another program",
      { type: "task", tag: 1 },
      { id: "id", type: "report", flow: "undefined", adAccountId: "undefined" },
      "undefined of undefined",
    ],
  ])("contains the right names: %s", (_, data, info, name) => {
    expect(infoOf(jobOf({ id: "id", data }))).toStrictEqual(info);
    expect(nameOf(infoOf(jobOf({ id: "id", data })))).toBe(name);
  });

  it("handles a job without data and without an id", () => {
    expect(infoOf(jobOf({ data: null as never }))).toMatchObject({ id: "", type: "report" });
  });
});

describe("the final message of a sync", () => {
  const info = infoOf(jobOf({ id: "id", data: { type: "sync", run: "r" } }));
  const result = (failed: readonly object[]) =>
    ({ plan: { requests: [1, 2, 3] }, loaded: 2, rows: 7, failed }) as never;

  it("contains what was loaded, and the number of failures with the first error", () => {
    expect(endOf(info, result([]))).toBe("sync of r: all tasks have ended: 2 of 3 reports, 7 rows");
    const failed = [{ error: new Error("no") }, { error: new Error("other") }];
    expect(endOf(info, result(failed))).toBe(
      "sync of r: all tasks have ended: 2 of 3 reports, 7 rows; 2 failed, the first with: no",
    );
  });
});
