import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, describe, expect, inject, it } from "vitest";
import { apiReports, REPORTED, REPORTS, type Report, unreachable } from "./api.js";
import { fileOf } from "./programs.js";

let reports: readonly Report[] = [];

beforeAll(async () => {
  reports = await apiReports(inject("packed"));
});

describe("the public names", () => {
  it.each(REPORTED)("of %s are as docs/api says; `npm run api` renews it, and its diff is for review", (entry) => {
    const name = `${fileOf(entry)}.api.md`;
    const report = reports.find((one) => one.name === name);
    expect(report?.text).toBe(readFileSync(join(REPORTS, name), "utf8"));
  });

  it("have no report of an entry that is gone", () => {
    expect(readdirSync(REPORTS).sort()).toEqual(REPORTED.map((entry) => `${fileOf(entry)}.api.md`).sort());
  });

  it("are made of names that can be imported, but for what turns one type into another", () => {
    expect(unreachable(reports)).toEqual([]);
  });

  it("of the small client's entry are all that its types name, so that no type is imported from the whole client", () => {
    const exportedBy = (name: string) => reports.find((one) => one.name === `pinterest-reports${name}.api.md`);
    const { forgotten = [] } = exportedBy("-report-client") ?? {};
    const ofWholeClient = exportedBy("")?.exported ?? [];
    // The members of its options are taken from the whole client's, which are no type of it.
    expect(forgotten.filter((name) => ofWholeClient.includes(name))).toEqual(["SharedOptions"]);
  });

  it("that people have written each say what they are", () => {
    const written = reports.filter(({ name }) =>
      /-(support|support-client|support-report-client|testing|planner|rules)\.api\.md$/.test(name),
    );
    expect(written).toHaveLength(6);
    const silent = written.flatMap(({ name, text }) =>
      [...text.matchAll(/^\/\/ @public \(undocumented\)\nexport (.*)$/gm)].map(([, line]) => `${name}: ${line}`),
    );
    expect(silent).toEqual([]);
  });
});
