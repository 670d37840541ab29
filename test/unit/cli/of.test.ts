import { readdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { BODY, place } from "../../support/cli-fake-server.js";
import { command } from "../../support/in-process.js";
import { IDS, many } from "../../support/many-accounts.js";

const day = (ago: number): string =>
  new Date(Date.now() - ago * 86_400_000).toISOString().slice(0, 10);
const DAYS = { start_date: day(7), end_date: day(1) };

describe("validate --of", () => {
  it("checks the request for another report or for a call", async () => {
    const call = {
      ...DAYS,
      ad_account_id: "1",
      campaign_ids: ["1"],
      columns: ["SPEND_IN_DOLLAR"],
      granularity: "DAY",
    };
    const stdin = JSON.stringify(call);
    expect(await command(["validate", "-", "--of", "campaign-analytics"], { stdin })).toEqual({
      exit: 0,
      stdout: "",
      stderr: "valid\n",
    });
    const { exit, stdout } = await command(["validate", "-", "--of", "mmm-report"], { stdin });
    expect(exit).toBe(1);
    expect(stdout).toContain("report_name");
  });

  it("suggests similar names", async () => {
    expect(await command(["validate", "-", "--of", "mmm-reprot"], { stdin: "{}" })).toMatchObject({
      exit: 2,
      stderr:
        "error  mmm-reprot is not a report or call that can be validated\n  fix  Did you mean mmm-report?\n",
    });
    expect(await command(["plan", "-", "--of", "catalog-report"], { stdin: "{}" })).toMatchObject({
      exit: 2,
    });
  });

  it("omits the number of violations with --quiet, and suggests flags if days are missing", async () => {
    const stdin = JSON.stringify({ ...BODY, ...DAYS });
    expect(await command(["validate", "-", "--quiet"], { stdin })).toEqual({
      exit: 0,
      stdout: "",
      stderr: "",
    });
    const fix =
      "  fix  The body has no dates: run and plan accept them as --since 7d, --last-month, or --start and --end.\n";
    const without = await command(["validate", "-"], { stdin: JSON.stringify(BODY) });
    expect(without.stderr).toBe(`2 errors\n${fix}`);
    expect(
      (await command(["validate", "-", "--quiet"], { stdin: JSON.stringify(BODY) })).stderr,
    ).toBe(fix);
    expect((await command(["validate", "--help"])).stdout).toContain(
      "--quiet omits the number of violations.",
    );
  });
});

describe("run --of", () => {
  it("creates a different report, whose handle can be resumed", async () => {
    await using made = await place({ faults: [{ name: "refusal", on: "poll", value: 403 }] });
    const args = ["run", "549755885175", "-", "--of", "template-report"];
    const stdin = JSON.stringify({ template_id: "12" });
    const { exit, stderr } = await made.call([...args, "--out", "rows.json"], { stdin });
    expect(exit, stderr).toBe(1);
    const [, name = ""] = /pinterest-reports run --resume (\S+)/.exec(stderr) ?? [];
    expect(JSON.parse(await readFile(join(made.folder, name), "utf8"))).toMatchObject({
      flow: "template-report",
    });
    expect(made.server.requests.find(({ step }) => step === "create")?.path).toContain(
      "/templates/12/reports",
    );
    const resumed = await made.call(["run", "--resume", name, "--out", "rows.json"]);
    expect(resumed.exit, resumed.stderr).toBe(0);
  });

  it("creates the report for many accounts, and with a journal", async () => {
    await using made = await many();
    await writeFile(join(made.folder, "body.json"), JSON.stringify({ template_id: "12" }));
    const args = [
      "run",
      "--accounts",
      "ids.txt",
      "body.json",
      "--of",
      "template-report",
      "--out",
      "rows.ndjson",
      "--journal",
      "j",
    ];
    const { exit, stderr } = await made.call(args);
    expect(exit, stderr).toBe(0);
    expect(stderr).toContain(`${IDS.length} of ${IDS.length} accounts`);
    expect((await readdir(made.folder)).sort()).toEqual(["body.json", "ids.txt", "rows.ndjson"]);
  });

  it("checks the body against the rules of that report type", async () => {
    await using made = await place();
    const { exit, stderr } = await made.call(["run", "1", "-", "--of", "mmm-report"], {
      stdin: JSON.stringify({ ...BODY, ...DAYS }),
    });
    expect(exit).toBe(1);
    expect(stderr).toMatch(/^error {4}.*report_name/m);
    expect(made.server.requests).toEqual([]);
  });

  it.each([
    ["campaign-analytics", "campaign-analytics is not a report"],
    ["raport", "Did you mean report?"],
  ])("rejects %s", async (name, message) => {
    await using made = await place();
    const { exit, stderr } = await made.call(["run", "1", "-", "--of", name], { stdin: "{}" });
    expect({ exit, stderr }).toMatchObject({ exit: 2, stderr: expect.stringContaining(message) });
  });
});

describe("a body's missing days", () => {
  it("are reported by run and plan, with a suggested fix", async () => {
    await using made = await place();
    const stdin = JSON.stringify(BODY);
    for (const args of [
      ["run", "1", "-"],
      ["run", "1", "-", "--plan"],
      ["plan", "-"],
    ])
      expect(await made.call(args, { stdin })).toMatchObject({
        exit: 1,
        stderr: expect.stringContaining("  fix  The body has no dates:"),
      });
  });

  it("are not added if the body is not an object, and run, validate and plan then reject it", async () => {
    await using made = await place();
    for (const [stdin, what] of [
      ["null", "null"],
      ["1", "1"],
      ["[]", "an array"],
    ] as const)
      for (const args of [
        ["run", "1", "-"],
        ["run", "1", "-", "--plan"],
        ["run", "1", "-", "--since", "7d"],
        ["validate", "-"],
        ["plan", "-"],
      ]) {
        const { exit, stdout, stderr } = await made.call(args, { stdin });
        expect([exit, stdout + stderr], args.join(" ")).toEqual([
          1,
          expect.stringContaining(`body: must be an object, not ${what} [type]`),
        ]);
      }
  });

  it("if the body is for a synchronous call, are added only by plan", async () => {
    const days = "as --since 7d, --last-month, or --start and --end.\n";
    for (const args of [
      ["validate", "-"],
      ["plan", "-"],
    ]) {
      const call = await command([...args, "--of", "campaign-analytics"], { stdin: "{}" });
      expect(call.stderr).toContain(`  fix  The body has no dates: plan accepts them ${days}`);
      const report = await command([...args, "--of", "conversion-product-report"], { stdin: "{}" });
      expect(report.stderr).toContain(
        `  fix  The body has no dates: run and plan accept them ${days}`,
      );
    }
  });

  it("are not mentioned for a body that needs none", async () => {
    await using made = await place();
    const stdin = JSON.stringify({ nope: 1 });
    for (const args of [
      ["run", "1", "-"],
      ["plan", "-"],
      ["validate", "-"],
    ]) {
      const { exit, stderr } = await made.call([...args, "--of", "template-report"], { stdin });
      expect(exit, stderr).toBe(1);
      expect(stderr).not.toContain("has no dates");
    }
  });

  it("can be set by flags of plan", async () => {
    const stdin = JSON.stringify(BODY);
    const planned = await command(
      ["plan", "-", "--since", "200d", "--today", "2026-03-08", "--json"],
      { stdin },
    );
    expect(planned.exit, planned.stderr).toBe(0);
    const { requests } = JSON.parse(planned.stdout);
    expect([requests[0].start_date, requests.at(-1).end_date]).toEqual([
      "2025-08-20",
      "2026-03-07",
    ]);
    expect(
      await command(["plan", "-", "--last-month", "--today", "2026-03-08", "--quiet"], { stdin }),
    ).toEqual({
      ...{ exit: 0, stdout: "2026-02-01  2026-02-28   28 days\n", stderr: "" },
    });
    expect(await command(["plan", "-", "--since", "x"], { stdin })).toMatchObject({ exit: 2 });
    expect(await command(["plan", "-", "--start", "2026-02-01"], { stdin })).toMatchObject({
      exit: 2,
      stderr: expect.stringContaining("--end"),
    });
  });
});

describe("pinterest-reports demo", () => {
  it("shows campaigns, spend and clicks of a made-up advertiser in familiar words", async () => {
    const { exit, stdout, stderr } = await command(["demo"]);
    expect(exit, stderr).toBe(0);
    expect(stdout).toMatch(
      /^Date {8}Campaign {15}Spend {2}Impressions {2}Clicks\n\d{4}-\d\d-\d\d {2}Spring collection +\d+\.\d\d +\d+ +\d+\n/,
    );
    expect(stdout + stderr).not.toMatch(/client\.report|CAMPAIGN_|_IN_DOLLAR/);
    const rows = [...stdout.matchAll(/ {2}(\S+ \S+) +[\d.]+ +(\d+) +(\d+)$/gm)];
    expect(rows).toHaveLength(12);
    for (const name of new Set(rows.map(([, campaign]) => campaign))) {
      const own = rows.filter(([, campaign]) => campaign === name);
      expect(own.length).toBeGreaterThan(1);
      // A single rate explains the rounded clicks in all of its rows.
      const bounds = (rounding: number): number[] =>
        own.map(
          ([, , impressions, clicks]) =>
            (Number(clicks) + rounding) / Math.max(Number(impressions), 1),
        );
      expect(Math.max(...bounds(-0.5))).toBeLessThanOrEqual(Math.min(...bounds(0.5)));
    }
  });
});
