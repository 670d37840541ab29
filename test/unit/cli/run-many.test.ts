import { readdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { ACCOUNT_COLUMN, rowsOf } from "../../../cli/commands/run/many-reports.js";
import type { Row } from "../../../runtime/writers/row.js";
import { BODY } from "../../support/cli-fake-server.js";
import { all } from "../../support/flow.js";
import { command } from "../../support/in-process.js";
import { pinterest } from "../../support/made-files.js";
import { created, IDS, MANY, many } from "../../support/many-accounts.js";

/** The distinct accounts of the rows in a CSV file, in order. */
async function accountsIn(file: string): Promise<readonly string[]> {
  const [header = "", ...lines] = (await readFile(file, "utf8")).trimEnd().split("\n");
  expect(header).toMatch(/^AD_ACCOUNT_ID,CAMPAIGN_ID,SPEND_IN_DOLLAR,PAID_IMPRESSION,DATE$/);
  return [...new Set(lines.map((line) => line.split(",")[0] ?? ""))];
}

// Each test starts a few processes, one after another.
describe("a run over many accounts", () => {
  it("writes one file, ordered by account, and prints the requested days", async () => {
    await using made = await many({ polls: 2 });
    const { exit, stdout, stderr } = await made.call([...MANY, "--out", "rows.csv"]);
    expect({ exit, stdout }, stderr).toEqual({ exit: 0, stdout: "" });
    expect(await accountsIn(join(made.folder, "rows.csv"))).toEqual(IDS);
    expect(stderr).toMatch(/^days {6}\d{4}-\d\d-\d\d to \d{4}-\d\d-\d\d, 2 days\n/);
    // These times are from the machine's clock, all within a minute.
    expect(stderr.split("\n").slice(1)).toEqual([
      expect.stringMatching(/^progress {2}0 of 3 accounts done, [1-3] in progress, 0 rows, \d+ s$/),
      expect.stringMatching(/^done {6}3 of 3 accounts, \d+ rows, \d+ s$/),
      "",
    ]);
    expect((await readdir(made.folder)).sort()).toEqual(["body.json", "ids.txt", "rows.csv"]);
  });

  it("has one account column, which comes first unless the report itself has one", async () => {
    await using made = await many();
    const header = async (columns: readonly string[]): Promise<string | undefined> => {
      await writeFile(join(made.folder, "body.json"), JSON.stringify({ ...BODY, columns }));
      const { exit, stdout, stderr } = await made.call([...MANY, "--format", "csv"]);
      expect(exit, stderr).toBe(0);
      return stdout.split("\n")[0];
    };
    expect(await header(["CAMPAIGN_ID", "SPEND_IN_DOLLAR"])).toBe(
      "AD_ACCOUNT_ID,CAMPAIGN_ID,SPEND_IN_DOLLAR,DATE",
    );
    expect(await header(["CAMPAIGN_ID", "AD_ACCOUNT_ID", "SPEND_IN_DOLLAR"])).toBe(
      "CAMPAIGN_ID,AD_ACCOUNT_ID,SPEND_IN_DOLLAR,DATE",
    );
  });

  it("adds the account to rows that lack it, and keeps the column of rows that have it", async () => {
    const store = {
      async *read() {
        yield { CAMPAIGN_ID: "1" } as Row;
        yield { CAMPAIGN_ID: "2", [ACCOUNT_COLUMN]: "7" } as Row;
      },
    };
    const task = { adAccountId: "7", name: "a" };
    const rows = await all(rowsOf([task], store, true));
    expect(rows.map((row) => JSON.stringify(row))).toEqual([
      '{"AD_ACCOUNT_ID":"7","CAMPAIGN_ID":"1"}',
      '{"CAMPAIGN_ID":"2","AD_ACCOUNT_ID":"7"}',
    ]);
  });

  it.each([[[]], [["--journal", "night.journal"]]])(
    "rejects a report that contains a row of another account, with the flags %j",
    async (flags) => {
      const row = (account: string, campaign: string) =>
        `{"AD_ACCOUNT_ID":"${account}","CAMPAIGN_ID":${campaign},"DATE":"2026-03-01"}`;
      let texts = [`[${row("1", "5")},${row("9", "6")},${row("1", "7")}]`, `[${row("2", "8")}]`];
      await using server = await pinterest((account) => `{"5":${texts[Number(account) - 1]}}`);
      await using made = await many({}, ["1", "2"]);
      const run = () =>
        made.call([...MANY, "--out", "rows.ndjson", ...flags], {
          env: { PINTEREST_API_BASE_URL: server.url },
        });
      const first = await run();
      expect(first.exit, first.stderr).toBe(3);
      expect(first.stderr).toContain(
        'failed    1: row 2 has AD_ACCOUNT_ID "9", but the report is for ad account 1',
      );
      const rows = () => readFile(join(made.folder, "rows.ndjson"), "utf8");
      expect(JSON.parse(await rows())).toMatchObject({ AD_ACCOUNT_ID: "2", CAMPAIGN_ID: "8" });
      texts = [`[${row("1", "5")}]`, `[${row("2", "8")}]`];
      expect(await run()).toMatchObject({ exit: 0 });
      expect((await rows()).trim().split("\n")).toHaveLength(2);
    },
  );

  it("continues if an account is refused, names that account and exits with 3", async () => {
    await using made = await many({ faults: [{ name: "refusal", on: "create", value: 403 }] });
    const { exit, stderr } = await made.call([...MANY, "--out", "rows.csv"]);
    const [, failed = ""] = /^failed {4}(\d+): POST .* returned 403/m.exec(stderr) ?? [];
    expect(exit).toBe(3);
    expect(IDS).toContain(failed);
    expect(stderr.match(/returned 403/g), stderr).toHaveLength(1);
    expect(stderr).toMatch(
      /error {2}1 of 3 accounts failed\. The rows of the other reports were written\.\n {2}fix {2}With --journal FILE, .*\ndone {6}2 of 3 accounts, \d+ rows, \d+ s; 1 failed\n$/,
    );
    expect(await accountsIn(join(made.folder, "rows.csv"))).toEqual(
      IDS.filter((id) => id !== failed),
    );
  });

  it("discards the rows of a file that ends too early", async () => {
    await using made = await many({ faults: [{ name: "short-file", times: 99 }] });
    await writeFile(join(made.folder, "rows.csv"), "old");
    const { exit, stderr } = await made.call([...MANY, "--out", "rows.csv"], {
      clock: made.server.clock,
    });
    expect(exit).toBe(4);
    expect(stderr).toMatch(/error {2}3 of 3 accounts failed\. Nothing was written\.\n/);
    expect(await readFile(join(made.folder, "rows.csv"), "utf8")).toBe("old");
    expect((await readdir(made.folder)).sort()).toEqual(["body.json", "ids.txt", "rows.csv"]);
  });

  it("with a journal, repeats only what failed, and leaves no extra files at the end", async () => {
    await using made = await many({ faults: [{ name: "refusal", on: "create", value: 403 }] });
    const args = [...MANY, "--out", "rows.csv", "--journal", "night.journal"];
    const first = await made.call(args);
    expect(first.exit).toBe(3);
    expect(first.stderr).toContain("Run the same command again to retry only what failed");
    const second = await made.call(args);
    expect(second.exit, second.stderr).toBe(0);
    expect(second.stderr).toMatch(
      /^done {6}3 of 3 accounts \(2 in an earlier run\), \d+ rows, \d+ s$/m,
    );
    expect(await accountsIn(join(made.folder, "rows.csv"))).toEqual(IDS);
    expect(created(made.server)).toHaveLength(4);
    expect((await readdir(made.folder)).sort()).toEqual(["body.json", "ids.txt", "rows.csv"]);
  });

  it("reads accounts from stdin", async () => {
    await using made = await many();
    const args = ["run", "--accounts", "-", "body.json", "--since", "2d", "--format", "ndjson"];
    const { exit, stdout, stderr } = await made.call(args, {
      stdin: `\ufeff${IDS[1]} # the second\r\n\r\n`,
    });
    expect(exit, stderr).toBe(0);
    expect(JSON.parse(stdout.split("\n")[0] ?? "")).toMatchObject({ [ACCOUNT_COLUMN]: IDS[1] });
  });

  it("rejects all invalid or repeated ids at once, before anything is sent", async () => {
    await using made = await many({}, ["12", "# note", "x1", "12"]);
    const { exit, stderr } = await made.call(MANY);
    expect(exit).toBe(2);
    expect(stderr).toContain(
      'line 3: "x1" is not an ad account id; line 4: 12 is already on line 1',
    );
    await writeFile(join(made.folder, "ids.txt"), "# none\n");
    expect(await made.call(MANY)).toMatchObject({
      exit: 2,
      stderr: expect.stringContaining("ids.txt contains no ad account ids"),
    });
    expect(made.server.requests).toEqual([]);
  });

  it("checks the body only once for all accounts", async () => {
    await using made = await many();
    const { exit, stderr } = await made.call(["run", "--accounts", "ids.txt", "-"], {
      stdin: JSON.stringify(BODY),
    });
    expect(exit).toBe(1);
    expect(stderr).toMatch(
      /^error {4}\/end_date: is required.*\nerror {4}\/start_date: is required.*\n {2}fix {2}The body has no dates: .*\n$/,
    );
    expect(made.server.requests).toEqual([]);
  });
});

describe("a date range that is too long", () => {
  const day = (ago: number): string =>
    new Date(Date.now() - ago * 86_400_000).toISOString().slice(0, 10);
  const span = ["--start", day(300), "--end", day(60)];

  it("is rejected with a message that suggests --plan", async () => {
    await using made = await many();
    const { exit, stderr } = await made.call(["run", IDS[0] ?? "", "body.json", ...span]);
    expect(exit).toBe(1);
    expect(stderr).toMatch(
      /^error {4}.*186 days.*\n {2}fix {2}--plan only requests .* in 2 requests\.\n$/,
    );
    expect(made.server.requests).toEqual([]);
  });

  it("is split with --plan into several requests whose rows are written in order", async () => {
    await using made = await many();
    const { exit, stderr } = await made.call([
      "run",
      IDS[0] ?? "",
      "body.json",
      ...span,
      "--plan",
      "--out",
      "rows.ndjson",
    ]);
    expect(exit, stderr).toBe(0);
    expect(stderr.match(/^days .*$/gm)).toEqual([
      expect.stringMatching(new RegExp(`${day(300)} to .* 186 days`)),
      expect.stringMatching(new RegExp(` to ${day(60)}, 55 days`)),
    ]);
    const rows = (await readFile(join(made.folder, "rows.ndjson"), "utf8")).trim().split("\n");
    const dates = new Set(rows.map((line) => JSON.parse(line).DATE));
    expect([dates.has(day(300)), dates.has(day(60))]).toEqual([true, true]);
    expect(JSON.parse(rows[0] ?? "")).not.toHaveProperty(ACCOUNT_COLUMN);
    expect(created(made.server)).toHaveLength(2);
  });
});

describe("--give-up-after", () => {
  it("rejects an invalid duration", async () => {
    for (const time of ["0s", "x", "25h"])
      expect(await command(["run", "1", "-", "--give-up-after", time])).toMatchObject({
        exit: 2,
        stderr: expect.stringContaining("--give-up-after"),
      });
  });
});
