import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { InvalidBodyError } from "../../../generated/index.js";
import { reportRules } from "../../../generated/rules.js";
import { validateReport } from "../../../generated/validators.js";
import { all } from "../../support/flow.js";
import { command } from "../../support/in-process.js";
import { scene } from "./scene.js";

const ACCOUNT = "549755885175";
const body = {
  start_date: "2026-03-01",
  end_date: "2026-03-09",
  granularity: "DAY",
  level: "CAMPAIGN",
  columns: ["CAMPAIGN_ID", "SPEND_IN_DOLLAR", "TOTAL_CLICKTHROUGH", "CPC_IN_MICRO_DOLLAR"],
} as const;

describe("what docs/guide/getting-started.md promises", () => {
  it("The package needs Node 20.19, and `login` and `demo` exist.", async () => {
    const { engines } = JSON.parse(
      await readFile(new URL("../../../package.json", import.meta.url), "utf8"),
    ) as { engines: object };
    expect(engines).toEqual({ node: ">=20.19" });
    expect((await command(["login", "--help"])).exit).toBe(0);
    expect(await command(["demo"])).toMatchObject({
      exit: 0,
      stdout: expect.stringMatching(/\n.*\n/),
    });
  });

  it("`run` polls until the file is ready, and `rows` yields rows as they arrive.", async () => {
    const faults = [
      { name: "short-file-without-length", value: 4_000_000, times: Number.POSITIVE_INFINITY },
    ] as const;
    await using made = await scene({ polls: 3, bytes: 5_000_000, faults });
    const report = await made.client.report.run(ACCOUNT, body);
    const steps = () => made.server.requests.map(({ step }) => step);
    expect(steps()).toEqual(["create", "poll", "poll", "poll"]);
    const dates: string[] = [];
    // The file is truncated, which is an error. If rows were buffered, none would arrive before it.
    const reading = (async () => {
      for await (const row of report.rows()) dates.push(row.DATE);
    })();
    await expect(reading).rejects.toMatchObject({ code: "download" });
    expect(dates[0]).toBe("2026-03-01");
    expect(steps().slice(0, 5)).toEqual(["create", "poll", "poll", "poll", "file"]);
  });

  it("A row has the requested columns and its date, and a 0 where the file omits it.", async () => {
    await using made = await scene({ polls: 0, entities: 30 });
    const { report } = made.client;
    await expect(report.run(549_755_885_175 as never, body)).rejects.toMatchObject({
      code: "invalid_argument",
    });
    const rows = await all((await report.run(ACCOUNT, body)).rows());
    const names = new Set(rows.flatMap((row) => Object.keys(row)));
    expect(names).toEqual(new Set(["DATE", ...body.columns]));
    for (const row of rows)
      expect([row.DATE, row.CAMPAIGN_ID]).toEqual([expect.any(String), expect.any(String)]);
    const sparse = await all((await report.run(ACCOUNT, body)).rows({ zeroFill: false }));
    for (const name of body.columns.slice(1))
      expect(sparse.some((row) => !(name in row))).toBe(true);
    expect(rows.every((row) => row.SPEND_IN_DOLLAR >= 0 && row.TOTAL_CLICKTHROUGH >= 0)).toBe(true);
    expect(rows.some((row) => row.CPC_IN_MICRO_DOLLAR === undefined)).toBe(true);
    expect(rows.every((row) => row.CPC_IN_MICRO_DOLLAR !== 0)).toBe(true);
    const totals = await all((await report.run(ACCOUNT, { ...body, granularity: "TOTAL" })).rows());
    expect(totals.every((row) => !("DATE" in row) && typeof row.CAMPAIGN_ID === "string")).toBe(
      true,
    );
  });

  it("`run` throws for an invalid body and sends nothing.", async () => {
    await using made = await scene();
    const invalid: object = { ...body, campain_ids: ["626735565838"] };
    await expect(made.client.report.run(ACCOUNT, invalid as typeof body)).rejects.toThrow(
      InvalidBodyError,
    );
    expect(validateReport(invalid, { today: "2026-03-10" })).toHaveLength(1);
    expect(made.server.requests).toEqual([]);
  });

  it("A warning does not stop a request, and names the last version that stated its rule.", async () => {
    await using made = await scene({ polls: 0 });
    const warned = { ...body, end_date: "2026-03-11" } as const;
    expect(validateReport(warned, { today: "2026-03-10" }).map(({ severity }) => severity)).toEqual(
      ["warning"],
    );
    await made.client.report.run(ACCOUNT, warned);
    expect(made.server.requests[0]?.step).toBe("create");
    const warnings = reportRules
      .filter(({ severity }) => severity === "warning")
      .map(({ message }) => message);
    expect(
      warnings.filter(
        (message) =>
          !/may be (rejected|useless|inaccurate)|may return no (rows|data)/.test(message),
      ),
    ).toEqual([]);
    expect(warnings.some((message) => message.endsWith("; last stated in version 5.23.0"))).toBe(
      true,
    );
  });

  it("`toArray()`, `text()` and `json()` return at most 100 MiB, and `download(path)` writes files of any size.", async () => {
    await using made = await scene({ polls: 0 });
    const report = await made.client.report.run(ACCOUNT, body);
    expect(await report.toArray()).toEqual(await all(report.rows()));
    const text = await report.text();
    expect(Object.keys((await report.json()) as object)).toEqual(
      Object.keys(JSON.parse(text) as object),
    );
    await using large = await scene({ polls: 0, bytes: 101 * 1024 * 1024 });
    const file = await large.client.report.run(ACCOUNT, body);
    for (const read of [() => file.toArray(), () => file.text(), () => file.json()]) {
      await expect(read()).rejects.toMatchObject({
        code: "download",
        message: expect.stringContaining("maxBytes is 104,857,600"),
      });
    }
    const folder = await mkdtemp(join(tmpdir(), "getting-started-"));
    try {
      expect(await file.download(join(folder, "large.json"))).toBeGreaterThan(100 * 1024 * 1024);
      expect(await report.download(join(folder, "small.json"))).toBe(text.length);
    } finally {
      await rm(folder, { recursive: true, force: true });
    }
  });
});
