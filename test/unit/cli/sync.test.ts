import { readdirSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import { main } from "../../../cli/main.js";
import { createFakeServer } from "../../../generated/testing.js";
import { createFakeClock, type FakeServerOptions } from "../../../runtime/testing/index.js";
import { testIo } from "../../support/in-process.js";
import { folderRows, parquetFiles } from "../../support/sync.js";
import { temporaryFolder } from "../../support/temporary-folder.js";
import { Terminal } from "../../support/terminal.js";

const YAML = `# every morning
target: ads
tables:
  campaign_days:
    level: CAMPAIGN
    granularity: DAY
    columns: [CAMPAIGN_ID, CAMPAIGN_NAME, SPEND_IN_DOLLAR]
  ad_days: { level: PIN_PROMOTION, granularity: DAY, columns: [AD_ID, SPEND_IN_DOLLAR] }
entities: [campaigns]
`;

/** A folder with a sync file, and a server. `sync` runs the command. */
async function scene(content = YAML, options: FakeServerOptions = {}) {
  const folder = temporaryFolder();
  const clock = createFakeClock({ start: "2026-06-15T03:10:00Z" });
  const server = await createFakeServer({ accounts: 2, polls: 0, ...options, clock });
  writeFileSync(new URL("sync.yaml", folder), content);
  const env = { PINTEREST_ACCESS_TOKEN: server.accessToken, PINTEREST_API_BASE_URL: server.url };
  const sync = async (...flags: readonly string[]) => {
    let [stdout, stderr] = ["", ""];
    const io = testIo({
      env,
      cwd: fileURLToPath(folder),
      clock,
      stdout: (text) => (stdout += text),
      stderr: (text) => (stderr += text),
    });
    const exit = await main(
      ["sync", ...(flags[0]?.startsWith("--") === false ? flags : ["sync.yaml", ...flags])],
      io,
    );
    return { exit, stdout, stderr };
  };
  return {
    folder,
    server,
    sync,
    io: testIo({ env, cwd: fileURLToPath(folder), clock }),
    ads: new URL("ads/", folder),
    clock,
    [Symbol.asyncDispose]: () => server.close(),
  };
}

describe("pinterest-reports sync", () => {
  it("on a terminal, lists each table's content at the end, and the number of loaded rows", async () => {
    await using made = await scene();
    const screen = new Terminal(120, 40);
    expect(await main(["sync", "sync.yaml"], { ...made.io, stderr: screen })).toBe(0);
    const lines = screen.lines.map((line) => line.trimEnd());
    const header = lines.findIndex((line) => /^Table +Days +Reports +Rows$/.test(line));
    const tables = lines.slice(header + 1, header + 5).map((line) => line.split(/ {2,}/));
    expect(tables.map(([name]) => name)).toEqual([
      "ad_accounts",
      "ad_days",
      "campaign_days",
      "campaigns",
    ]);
    const ofReports = tables.filter((cells) => cells.length === 4);
    const counts = ofReports.map((cells) => Number(cells.at(-1)?.replaceAll(",", "")));
    const total = counts.reduce((sum, count) => sum + count, 0).toLocaleString("en-US");
    expect(lines.at(-2)).toMatch(new RegExp(`^done {6}2 of 2 accounts, ${total} rows, `));
    expect(ofReports.every((cells) => cells[1]?.endsWith("to 2026-06-14"))).toBe(true);
  });

  it.each([
    ["every report", [], 0],
    ["those reports that did not fail", [{ name: "damaged-gzip-file", times: 1 }] as const, 3],
  ])(
    "on a terminal, adds up the stored rows by campaign and currency: %s",
    async (_, faults, exit) => {
      await using made = await scene(undefined, { faults });
      const screen = new Terminal(400, 60);
      expect(await main(["sync", "sync.yaml"], { ...made.io, stderr: screen })).toBe(exit);
      const lines = screen.lines.map((line) => line.trimEnd());
      const all = await folderRows(made.ads, "campaign_days");
      const currencies = [...new Set(all.map(({ currency }) => String(currency)))];
      expect(currencies).toHaveLength(exit === 0 ? 2 : 1);
      for (const currency of currencies) {
        const stored = all.filter((row) => row.currency === currency);
        const sumOf = (rows: typeof stored) =>
          rows.reduce((sum, { spend_in_dollar: spend }) => sum + Number(spend), 0);
        const names = [...new Set(stored.map(({ campaign_name: name }) => String(name)))];
        const sums = names
          .map(
            (name) =>
              [
                name.replace(/\n/g, " "),
                sumOf(stored.filter((row) => row.campaign_name === name)),
              ] as const,
          )
          .sort(([, one], [, other]) => other - one);
        const title = currencies.length > 1 ? `campaign_days, ${currency}` : "campaign_days";
        const begin = lines.indexOf(title);
        const end = lines.findIndex((line, index) => index > begin && line.startsWith("Total"));
        const shown = lines.slice(begin + 2, end + 1).map((line) => line.split(/ {2,}/));
        expect(shown.map(([name, sum = ""]) => [name, sum.replace(/[^\d.]/g, "")])).toEqual(
          [...sums, ["Total", sumOf(stored)] as const].map(([name, sum]) => [name, sum.toFixed(2)]),
        );
      }
    },
  );

  it("on a terminal, shows a renamed campaign under its latest name, even though older days are loaded last", async () => {
    const fileOf = (date: string, name: string) =>
      JSON.stringify({
        627052500001: [{ DATE: date, CAMPAIGN_NAME: name, SPEND_IN_DOLLAR: 10, CTR: 0.1 }],
        627052500002: [{ DATE: date, CAMPAIGN_NAME: "Other", SPEND_IN_DOLLAR: 1, CTR: 0.1 }],
      });
    await using made = await scene(undefined, {
      accounts: 1,
      entities: 1,
      faults: [
        { name: "other-file", skip: 1, times: 1, value: fileOf("2026-06-01", "New name") },
        { name: "other-file", skip: 1, times: 1, value: fileOf("2026-05-01", "Old name") },
      ],
    });
    expect((await made.sync("--only", "campaign_days", "--since", "60d")).exit).toBe(0);
    writeFileSync(
      new URL("sync.yaml", made.folder),
      YAML.replace("SPEND_IN_DOLLAR]\n", "SPEND_IN_DOLLAR, CTR]\n"),
    );
    const screen = new Terminal(120, 40);
    const only = ["sync", "sync.yaml", "--only", "campaign_days"];
    expect(await main(only, { ...made.io, stderr: screen })).toBe(0);
    expect(made.server.pending).toEqual([]);
    const rows = await folderRows(made.ads, "campaign_days");
    expect(rows.map(({ date, campaign_name }) => `${date} ${campaign_name}`).sort()).toEqual([
      "2026-05-01 Old name",
      "2026-05-01 Other",
      "2026-06-01 New name",
      "2026-06-01 Other",
    ]);
    const shown = screen.lines.join("\n");
    expect(shown).toMatch(/New name +\$20/);
    expect(shown).not.toContain("Old name");
  });

  it("loads the tables into a database next to the file, and prints what it did", async () => {
    await using made = await scene();
    const { exit, stdout, stderr } = await made.sync();
    expect({ exit, stdout }).toEqual({ exit: 0, stdout: "" });
    expect(stderr).toMatch(/^done {6}2 of 2 accounts, \d+ rows, /m);
    for (const table of ["campaign_days", "ad_days"])
      expect(parquetFiles(made.ads, table).length).toBeGreaterThan(50);
    expect(readdirSync(made.ads).sort()).toEqual([
      "_sync",
      "ad_accounts",
      "ad_days",
      "campaign_days",
      "campaigns",
      "sync_runs",
    ]);
    expect((await folderRows(made.ads, "ad_accounts")).map(({ id }) => id)).toEqual([
      "549755885175",
      "549755885176",
    ]);
  });

  it.each([[], ["--dry-run"]])(
    "fails if the token has no access to account %j, so that a job does not seem to succeed",
    async (...flags) => {
      await using made = await scene(YAML, { accounts: 0 });
      const { exit, stderr } = await made.sync(...flags);
      expect({ exit, stderr }).toMatchObject({
        exit: 1,
        stderr: expect.stringContaining("The token does not have access to any ad account."),
      });
    },
  );

  it("prints what it would request with --dry-run, and requests nothing", async () => {
    await using made = await scene();
    const { exit, stdout, stderr } = await made.sync("--dry-run", "--since", "2026-06-01");
    expect(exit).toBe(0);
    expect(stdout).toBe(
      ["549755885175", "549755885176"]
        .flatMap((account) =>
          ["campaign_days", "ad_days"].map(
            (table) => `${account}  ${table}  2026-06-01  2026-06-14  14 days\n`,
          ),
        )
        .join(""),
    );
    expect(stderr).toBe("4 reports for 2 accounts, 4 lists; no report was requested\n");
    expect(made.server.requests.map(({ step }) => step)).toEqual(["accounts"]);
  });

  it("accepts --since as a number of days, --only, and --full for all days", async () => {
    await using made = await scene();
    const days = async (...flags: readonly string[]) =>
      (await made.sync("--dry-run", "--only", "campaign_days", ...flags)).stdout;
    expect(await days("--since", "3d")).toMatch(
      /^549755885175 {2}campaign_days {2}2026-06-12 {2}2026-06-14 {2}3 days\n/,
    );
    expect((await made.sync("--only", "campaign_days", "--since", "60d")).exit).toBe(0);
    expect(await days()).toMatch(/2026-05-16 {2}2026-06-14 {2}30 days/);
    expect(await days("--full")).toMatch(/2026-04-16 {2}2026-06-14 {2}60 days/);
  });

  it("reports days that lack a column, days loaded with another body, and days for which Pinterest no longer has data", async () => {
    await using made = await scene();
    await made.sync("--only", "campaign_days", "--since", "60d");
    writeFileSync(
      new URL("sync.yaml", made.folder),
      YAML.replace("SPEND_IN_DOLLAR]\n", "SPEND_IN_DOLLAR, CTR]\n"),
    );
    const planned = () =>
      made.sync("--only", "campaign_days", "--since", "2023-12-01", "--dry-run");
    expect((await planned()).stderr).toContain(
      "backfill  campaign_days: 2 additional reports for days that lack a column\n",
    );
    writeFileSync(
      new URL("sync.yaml", made.folder),
      `backfill: never\n${YAML.replace("SPEND_IN_DOLLAR]\n", "SPEND_IN_DOLLAR, CTR]\n")}`,
    );
    const { stderr } = await planned();
    expect(stderr).toContain(
      "outdated  campaign_days, 2026-04-16 to 2026-05-15, 30 days for 2 accounts: loaded with a different body; --full reloads them\n",
    );
    expect(stderr).toContain(
      "dropped   campaign_days, 2023-12-01 to 2023-12-14, 14 days for 2 accounts: Pinterest no longer has this data\n",
    );
  });

  it("reports failures and exits with 3, or with 0 if they are allowed", async () => {
    const always = Number.POSITIVE_INFINITY;
    const refused = {
      name: "refusal",
      on: "create",
      account: "549755885176",
      times: always,
    } as const;
    await using made = await scene(YAML, { faults: [refused] });
    const first = await made.sync("--only", "campaign_days");
    expect(first.exit).toBe(3);
    expect(first.stderr).toMatch(/^failed {4}549755885176(, .*)?: campaign_days: .*403/m);
    expect(first.stderr).toContain("error  1 of 2 accounts failed. Their old rows were kept.\n");
    const second = await made.sync("--only", "campaign_days", "--allow-failed", "1");
    expect(second.exit).toBe(0);
    expect(second.stderr).toContain(
      "warning  1 of 2 accounts failed, which --allow-failed allows. Their old rows were kept.\n",
    );
  });

  it("reports that the ad accounts could not be listed, even with --allow-failed", async () => {
    const faults = [
      { name: "html-error", on: "accounts", times: Number.POSITIVE_INFINITY, value: 403 },
    ] as const;
    await using made = await scene(`${YAML}accounts: [549755885175]\n`, { faults });
    const { exit, stderr } = await made.sync("--allow-failed", "1");
    expect(stderr).toMatch(
      /^failed {4}ad_accounts: .*\nerror {2}ad_accounts failed\. Their old rows were kept\.\n/m,
    );
    expect(exit).toBe(3);
  });

  it("accepts JSON, including unquoted ids, whose digits are all kept", async () => {
    const tables = {
      campaign_days: {
        level: "CAMPAIGN",
        granularity: "DAY",
        columns: ["CAMPAIGN_ID", "SPEND_IN_DOLLAR"],
      },
    };
    await using json = await scene(
      JSON.stringify({
        target: "ads",
        tables,
        accounts: ["549755885175"],
        entities: [],
        lookback_days: 2,
      }),
    );
    expect((await json.sync("--dry-run")).stdout).toBe(
      "549755885175  campaign_days  2026-06-13  2026-06-14  2 days\n",
    );
    await using yaml = await scene(
      `${YAML}accounts: [123456789012345678, 549755885175]\nlookback_days: 1\n`,
    );
    expect((await yaml.sync("--dry-run", "--only", "ad_days")).stdout).toBe(
      ["123456789012345678", "549755885175"]
        .map((id) => `${id}  ad_days  2026-06-14  2026-06-14  1 day\n`)
        .join(""),
    );
  });

  it("accepts YAML with aliases and merge keys", async () => {
    const body =
      "{ level: CAMPAIGN, granularity: DAY, columns: &columns [CAMPAIGN_ID, SPEND_IN_DOLLAR] }";
    const again = "{ <<: *body, campaign_ids: ['1'], columns: *columns }";
    await using made = await scene(
      `target: ads\ntables:\n  all: &body ${body}\n  one: ${again}\naccounts: [549755885175]\nlookback_days: 1\n`,
    );
    const { exit, stdout, stderr } = await made.sync("--dry-run", "--only", "all,one");
    expect({ exit, stdout }, stderr).toEqual({
      exit: 0,
      stdout: ["all", "one"]
        .map((table) => `549755885175  ${table}  2026-06-14  2026-06-14  1 day\n`)
        .join(""),
    });
  });

  const wrong: Readonly<Record<string, readonly [content: string, message: RegExp]>> = {
    "is empty": ["", /^error {2}sync\.yaml is empty\n/],
    "is not YAML": ["target: [ads", /^error {2}sync\.yaml is not YAML: /],
    "is JSON with two tables of the same name": [
      `{ "target": "ads", "tables": { "a": { "level": "CAMPAIGN" }, "\\u0061" : {} } }`,
      /^error {2}sync\.yaml has the key "a" twice\n/,
    ],
    "is YAML with two tables of the same name": [
      "target: ads\ntables: { a: {}, a: {} }",
      /^error {2}sync\.yaml is not YAML: Map keys must be unique/,
    ],
    "has an alias without its anchor": [
      "target: *ads",
      /^error {2}sync\.yaml is not YAML: Unresolved alias .*: ads\n/,
    ],
    "has too many aliases": [
      `a: &a [${"x,".repeat(10)}]\nb: &b [${"*a,".repeat(10)}]\nc: [${"*b,".repeat(12)}]`,
      /^error {2}sync\.yaml is not YAML: Excessive alias count/,
    ],
    "has an alias within its own anchor": [
      "tables: &all { a: *all }",
      /^error {2}sync\.yaml is not YAML: it is nested too deeply, or contains itself\n/,
    ],
    "is nested too deeply": [`tables: ${"[".repeat(20_000)}`, /^error {2}sync\.yaml is not YAML: /],
    "is a list": ["- target", /^error {2}sync\.yaml must be an object with target and tables\n/],
    "has an unknown key": [
      YAML.replace("target:", "targt:"),
      /^error {2}sync\.yaml has the unknown key "targt"\n {2}fix {2}Did you mean target\?\n/,
    ],
    "has no target": [YAML.replace("target: ads", ""), /^error {2}sync\.yaml has no valid target/],
    "has two kinds of target": [
      YAML.replace("target: ads", "target: { postgres: {}, folder: ads }"),
      /^error {2}sync\.yaml has no valid target: use a folder, a \.duckdb file/,
    ],
    "has a database with an unknown key": [
      YAML.replace("target: ads", "target: { postgres: { scheme: ads } }"),
      /^error {2}sync\.yaml: the target postgres must be an object with the strings connection and schema\n/,
    ],
    "has a string in place of a database": [
      YAML.replace("target: ads", "target: { postgres: ads }"),
      /^error {2}sync\.yaml: the target postgres/,
    ],
    "has a DuckDB file without a path": [
      YAML.replace("target: ads", "target: { duckdb: { schema: ads } }"),
      /^error {2}sync\.yaml: the target duckdb must be an object with the strings path and schema\n/,
    ],
    "has a DuckDB file with an unknown key": [
      YAML.replace("target: ads", "target: { duckdb: { path: ads.duckdb, connection: ads } }"),
      /^error {2}sync\.yaml: the target duckdb must be an object with the strings path and schema\n/,
    ],
    "has a DuckDB file in a missing folder": [
      YAML.replace("target: ads", "target: warehouse/ads.duckdb"),
      /^error {2}the DuckDB file .*\/warehouse\/ads\.duckdb cannot be opened: IO Error: .*No such file or directory; nothing was sent\n/,
    ],
    "has a database that cannot be reached": [
      YAML.replace("target: ads", "target: postgresql://me:secret@127.0.0.1:1/ads"),
      /^error {2}PostgreSQL ads on 127\.0\.0\.1 cannot be opened: connect ECONNREFUSED 127\.0\.0\.1:1; nothing was sent\n/,
    ],
    "has a bucket without a name": [
      YAML.replace("target: ads", "target: { s3: { prefix: ads } }"),
      /^error {2}sync\.yaml: the target s3 must be an object with the strings bucket, prefix, endpoint and region, and force_path_style: true or false\n/,
    ],
    "has a bucket with a string in place of true": [
      YAML.replace("target: ads", 'target: { s3: { bucket: ads, force_path_style: "yes" } }'),
      /^error {2}sync\.yaml: the target s3 .* force_path_style: true or false\n/,
    ],
    "has a folder with a NUL character": [
      YAML.replace("target: ads", 'target: "a\\0ds"'),
      /^error {2}sync\.yaml has a target with a NUL character, /,
    ],
    "has a DuckDB file with a NUL character": [
      YAML.replace("target: ads", 'target: { duckdb: { path: "a\\0.duckdb" } }'),
      /^error {2}sync\.yaml has a target with a NUL character, /,
    ],
    "has no tables": ["target: ads", /^error {2}sync\.yaml has no tables\n/],
    "has an address with a password": [
      YAML.replace("target: ads", "target: mysql://me:secret@db"),
      /^error {2}sync\.yaml has the target mysql:\/\/…@db, /,
    ],
    "has the granularity TOTAL": [
      YAML.replace("granularity: DAY\n", "granularity: TOTAL\n"),
      /^error {2}the table campaign_days has granularity TOTAL/,
    ],
    "has an invalid lookback": [
      `${YAML}lookback_days: soon\n`,
      /^error {2}sync\.yaml has an invalid lookback_days: "soon"\n/,
    ],
    "has an unknown list": [
      YAML.replace("entities: [campaigns]", "entities: [pins]"),
      /^error {2}entities contains pins/,
    ],
    "has entities that are not a list": [
      YAML.replace("entities: [campaigns]", "entities: campaigns"),
      /^error {2}entities must be a list/,
    ],
  };
  for (const [name, [content, message]] of Object.entries(wrong))
    it(`rejects a file that ${name}`, async () => {
      await using made = await scene(content);
      const { exit, stderr } = await made.sync();
      expect(stderr).toMatch(message);
      expect(exit).toBe(2);
      expect(stderr).not.toContain("secret");
      expect(made.server.requests).toEqual([]);
    });

  it("reports a target that cannot be written, without a stack trace", async () => {
    await using made = await scene();
    writeFileSync(new URL("ads", made.folder), "a file");
    const { exit, stderr } = await made.sync();
    expect(stderr).toContain("the tables cannot be written");
    expect(stderr).toMatch(/\/ads\b/);
    expect(stderr).not.toMatch(/this is a bug|\n\s+at /);
    expect(exit).toBe(1);
  });

  it("reports an account that is missing from the list of accounts", async () => {
    await using made = await scene();
    await made.sync("--only", "campaign_days");
    await using fewer = await scene(
      YAML.replace("target: ads", `target: ${fileURLToPath(made.ads)}`),
      { accounts: 1 },
    );
    const { exit, stderr } = await fewer.sync("--only", "campaign_days");
    expect(stderr).toContain(
      "gone      549755885176: the token can no longer access it; its rows are kept\n",
    );
    expect(exit).toBe(0);
  });

  it("rejects invalid flags", async () => {
    await using made = await scene();
    for (const [flags, message] of [
      [["--since", "yesterday"], /^error {2}--since yesterday is not a valid number of days/],
      [["--only", "a,,b"], /^error {2}--only a,,b is not a comma-separated list of tables/],
      [
        ["--only", "campaign"],
        /^error {2}the option `only` contains campaign, which is not a table: use campaign_days, ad_days, ad_accounts, campaigns/,
      ],
      [["--allow-failed", "many"], /^error {2}--allow-failed many/],
      [["--concurrency", "0"], /^error {2}--concurrency 0/],
      [["missing.yaml"], /^error {2}missing\.yaml cannot be read/],
    ] as const) {
      const { exit, stderr } = await made.sync(...flags);
      expect(stderr).toMatch(message);
      expect(exit).toBe(2);
    }
    expect(made.server.requests).toEqual([]);
  });
});
