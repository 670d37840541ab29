import { readdir, readFile, writeFile } from "node:fs/promises";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import type { Row } from "../../../cli/row.js";
import { ACCOUNT_COLUMN, rowsOf } from "../../../cli/run/many-reports.js";
import { reportColumns } from "../../../generated/columns.js";
import { bin } from "../../support/bin.js";
import { BODY, MINUTE, place } from "../../support/cli-fake-server.js";
import { created, IDS, MANY, many } from "../../support/many-accounts.js";

/** The accounts of the rows in a CSV file, in order, each once. */
async function accountsIn(file: string): Promise<readonly string[]> {
  const [header = "", ...lines] = (await readFile(file, "utf8")).trimEnd().split("\n");
  expect(header).toMatch(/^RUN_ACCOUNT_ID,CAMPAIGN_ID,SPEND_IN_DOLLAR,PAID_IMPRESSION,DATE$/);
  return [...new Set(lines.map((line) => line.split(",")[0] ?? ""))];
}

// Each starts a few processes, one after another.
describe("a run over many accounts", { timeout: 90_000 }, () => {
  it("writes one file, accounts in order, and says which days were asked for", async () => {
    await using made = await many({ polls: 2 });
    const { exit, stdout, stderr } = await made.call([...MANY, "--out", "rows.csv"]);
    expect({ exit, stdout }, stderr).toEqual({ exit: 0, stdout: "" });
    expect(await accountsIn(join(made.folder, "rows.csv"))).toEqual(IDS);
    expect(stderr).toMatch(/^days {6}\d{4}-\d\d-\d\d to \d{4}-\d\d-\d\d, 2 days\n/);
    for (const id of IDS) expect(stderr).toMatch(new RegExp(`^${id} {2}status IN_PROGRESS$[^]*^${id} {2}done, \\d+ rows$`, "m"));
    expect((await readdir(made.folder)).sort()).toEqual(["body.json", "ids.txt", "rows.csv"]);
  });

  it("tags rows with a column that is none of Pinterest's", () => {
    expect(Object.keys(reportColumns)).toContain("AD_ACCOUNT_ID");
    expect(Object.keys(reportColumns)).not.toContain(ACCOUNT_COLUMN);
  });

  it("keeps the tag where a file has a column of its name", async () => {
    const store = {
      async *read() {
        yield { CAMPAIGN_ID: "1", [ACCOUNT_COLUMN]: "999" } as Row;
      },
    };
    for await (const row of rowsOf([{ adAccountId: "1", name: "a" }], store, true))
      expect(Object.entries(row)).toEqual([
        [ACCOUNT_COLUMN, "1"],
        ["CAMPAIGN_ID", "1"],
      ]);
  });

  it("goes on when an account is refused, names it and exits 1", async () => {
    await using made = await many({ faults: [{ name: "refusal", on: "create", value: 403 }] });
    const { exit, stderr } = await made.call([...MANY, "--out", "rows.csv"]);
    const [, failed = ""] = /^failed {4}(\d+): POST .* answered 403/m.exec(stderr) ?? [];
    expect(exit).toBe(1);
    expect(IDS).toContain(failed);
    expect(stderr).toMatch(new RegExp(`^${failed} {2}failed: POST .* answered 403`, "m"));
    expect(stderr).toMatch(/error {2}1 of 3 accounts failed\. The rows of the others were written\.\n {2}fix {2}With --journal FILE .*\n$/);
    expect(await accountsIn(join(made.folder, "rows.csv"))).toEqual(IDS.filter((id) => id !== failed));
  });

  it("takes no rows of a file that breaks off", async () => {
    await using made = await many({ faults: [{ name: "short-file", times: 99 }] });
    await writeFile(join(made.folder, "rows.csv"), "old");
    const { exit, stderr } = await made.call([...MANY, "--out", "rows.csv"]);
    expect(exit).toBe(1);
    expect(stderr).toMatch(/error {2}3 of 3 accounts failed\. Nothing was written\.\n/);
    expect(await readFile(join(made.folder, "rows.csv"), "utf8")).toBe("old");
    expect((await readdir(made.folder)).sort()).toEqual(["body.json", "ids.txt", "rows.csv"]);
  });

  it("asks with a journal only for what failed, and leaves nothing behind in the end", async () => {
    await using made = await many({ faults: [{ name: "refusal", on: "create", value: 403 }] });
    const args = [...MANY, "--out", "rows.csv", "--journal", "night.journal"];
    const first = await made.call(args);
    expect(first.exit).toBe(1);
    expect(first.stderr).toContain("The same command repeats only what failed");
    const second = await made.call(args);
    expect(second.exit, second.stderr).toBe(0);
    expect(second.stderr).toMatch(/done in an earlier run, \d+ rows/);
    expect(await accountsIn(join(made.folder, "rows.csv"))).toEqual(IDS);
    expect(created(made.server)).toHaveLength(4);
    expect((await readdir(made.folder)).sort()).toEqual(["body.json", "ids.txt", "rows.csv"]);
  });

  it("goes on after a kill, and no report is made twice", async () => {
    const ids = Array.from({ length: 30 }, (_, index) => String(549755885000 + index));
    await using made = await many({ polls: 2 }, ids);
    const args = [...MANY, "--out", "rows.csv", "--journal", "night.journal"];
    // The 21st begins when one of the twenty before it is done.
    const killed = await made.call(args, { signalsAt: { seen: /^549755885020 /m, send: ["SIGKILL"] } });
    expect(killed.exit).toBeNull();
    expect(await readdir(made.folder)).not.toContain("rows.csv");
    // Of a create whose answer nobody could note any more, only a person can say that it may be sent again.
    const second = await made.call(args);
    expect(new Set(created(made.server)).size).toBe(created(made.server).length);
    const whole = second.exit === 0 ? second : await made.call([...args, "--recreate-unknown"]);
    expect(whole.exit, whole.stderr).toBe(0);
    expect(whole.stderr).toContain("done in an earlier run");
    expect(await accountsIn(join(made.folder, "rows.csv"))).toEqual(ids);
    expect((await readdir(made.folder)).sort()).toEqual(["body.json", "ids.txt", "rows.csv"]);
  });

  it("stops on ctrl-C and goes on by its journal", async () => {
    await using made = await many({ faults: [MINUTE] });
    const args = [...MANY, "--format", "ndjson", "--journal", "night.journal"];
    const stopped = await made.call(args, { signalsAt: { seen: /status/, send: ["SIGINT"] } });
    expect(stopped).toMatchObject({
      exit: 130,
      stdout: "",
      stderr: expect.stringMatching(/stopped; run the same command again to continue\.\n$/),
    });
    await made.server.clock.advance(60_000);
    const whole = await made.call(args);
    expect(whole.exit, whole.stderr).toBe(0);
    const rows = whole.stdout
      .trim()
      .split("\n")
      .map((line) => JSON.parse(line));
    expect(new Set(rows.map((row) => row[ACCOUNT_COLUMN]))).toEqual(new Set(IDS));
    expect(created(made.server).toSorted()).toEqual(IDS);
  });

  it("reads accounts from stdin", async () => {
    await using made = await many();
    const args = ["run", "--accounts", "-", "body.json", "--since", "2d", "--format", "ndjson"];
    const { exit, stdout, stderr } = await made.call(args, { stdin: `\ufeff${IDS[1]} # the second\r\n\r\n` });
    expect(exit, stderr).toBe(0);
    expect(JSON.parse(stdout.split("\n")[0] ?? "")).toMatchObject({ [ACCOUNT_COLUMN]: IDS[1] });
  });

  it("refuses lines that are no ids or stand there twice, all at once, before anything is sent", async () => {
    await using made = await many({}, ["12", "# note", "x1", "12"]);
    const { exit, stderr } = await made.call(MANY);
    expect(exit).toBe(2);
    expect(stderr).toContain('line 3: "x1" is not an ad account id; line 4: 12 is already on line 1');
    await writeFile(join(made.folder, "ids.txt"), "# none\n");
    expect(await made.call(MANY)).toMatchObject({ exit: 2, stderr: expect.stringContaining("ids.txt has no ad account id") });
    expect(made.server.requests).toEqual([]);
  });

  it("checks the body once for all", async () => {
    await using made = await many();
    const { exit, stderr } = await made.call(["run", "--accounts", "ids.txt", "-"], { stdin: JSON.stringify(BODY) });
    expect(exit).toBe(1);
    expect(stderr).toMatch(/^error {2}report body breaks 2 rules: .*end_date: is required.*start_date: is required.*\n$/);
    expect(made.server.requests).toEqual([]);
  });
});

describe("a span that is too long", { timeout: 90_000 }, () => {
  const day = (ago: number): string => new Date(Date.now() - ago * 86_400_000).toISOString().slice(0, 10);
  const span = ["--start", day(300), "--end", day(60)];

  it("is refused with the way out", async () => {
    await using made = await many();
    const { exit, stderr } = await made.call(["run", IDS[0] ?? "", "body.json", ...span]);
    expect(exit).toBe(1);
    expect(stderr).toMatch(/^error {2}report body breaks 1 rule: .*186 days.*\n {2}fix {2}--plan requests .* in 2 requests\.\n$/);
    expect(made.server.requests).toEqual([]);
  });

  it("is cut with --plan into one output, days in order", async () => {
    await using made = await many();
    const { exit, stderr } = await made.call(["run", IDS[0] ?? "", "body.json", ...span, "--plan", "--out", "rows.ndjson"]);
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

describe("a run that is given up", { timeout: 60_000 }, () => {
  it("while the API is away says how many wait and why, and names all of them", async () => {
    await using made = await place();
    const ids = Array.from({ length: 12 }, (_, index) => String(1_000 + index));
    await writeFile(join(made.folder, "ids.txt"), ids.join("\n"));
    const server = createServer((_, response) => response.writeHead(503).end("<html>"));
    await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
    const { port } = server.address() as AddressInfo;
    const args = ["run", "--accounts", "ids.txt", "-", "--since", "2d", "--deadline", "5s", "--give-up-after", "6s", "--concurrency", "3"];
    const env = { PINTEREST_API_BASE_URL: `http://127.0.0.1:${port}/v5` };
    const { exit, stderr, stdout } = await made.call(args, { stdin: JSON.stringify(BODY), env });
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
    expect([exit, stdout], stderr).toEqual([1, ""]);
    expect(stderr).toMatch(/^waiting {3}\d+ reports wait to be created: Pinterest responds with 503; next attempt within \d+ s$/m);
    expect(stderr).toMatch(
      /^error {2}12 of 12 accounts failed\. \d+ reports were not finished when the time of the run was over, while Pinterest responded with 503\./m,
    );
    for (const id of ids) expect(stderr).toMatch(new RegExp(`^failed {4}${id}: `, "m"));
  });

  it("goes on by the same command, and no report is made twice", async () => {
    await using made = await place({ faults: [MINUTE] });
    await writeFile(join(made.folder, "ids.txt"), "1000\n1001\n");
    const args = ["run", "--accounts", "ids.txt", "-", "--since", "2d", "--out", "rows.csv", "--journal", "j"];
    const stdin = JSON.stringify(BODY);
    const first = await made.call([...args, "--give-up-after", "6s"], { stdin });
    expect(first.exit, first.stderr).toBe(1);
    expect(first.stderr).toMatch(/failed {4}\d+: the run was given up after 6 s: the report had been asked for and was not ready/);
    await made.server.clock.advance(60_000);
    const then = await made.call(args, { stdin });
    expect(then.exit, then.stderr).toBe(0);
    expect(made.server.requests.filter(({ step }) => step === "create")).toHaveLength(2);
  });

  it("of one report keeps its handle", async () => {
    await using made = await place({ faults: [MINUTE] });
    const args = ["run", "549755885175", "-", "--since", "2d", "--out", "rows.csv", "--give-up-after", "5s"];
    const { exit, stderr } = await made.call(args, { stdin: JSON.stringify(BODY) });
    expect(exit, stderr).toBe(1);
    expect(stderr).toMatch(/^error {2}the run was given up after 5 s: the report had been asked for/m);
    expect(stderr).toMatch(/--resume \S+\.handle\.json --out rows\.csv --give-up-after 5s$/m);
  });

  it("takes no time that is none", async () => {
    for (const time of ["0s", "x", "25h"])
      expect(await bin(["run", "1", "-", "--give-up-after", time])).toMatchObject({
        exit: 2,
        stderr: expect.stringContaining("--give-up-after"),
      });
  });
});
