import { readdir, readFile, writeFile } from "node:fs/promises";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { ACCOUNT_COLUMN } from "../../../cli/commands/run/many-reports.js";
import { binIn } from "../../support/bin.js";
import { BODY, MINUTE, place } from "../../support/cli-fake-server.js";
import { created, IDS, MANY, many, polled } from "../../support/many-accounts.js";

/** The accounts in a CSV file's rows, in order, without duplicates. */
async function accountsIn(file: string): Promise<readonly string[]> {
  const [header = "", ...lines] = (await readFile(file, "utf8")).trimEnd().split("\n");
  expect(header).toMatch(/^AD_ACCOUNT_ID,CAMPAIGN_ID,SPEND_IN_DOLLAR,PAID_IMPRESSION,DATE$/);
  return [...new Set(lines.map((line) => line.split(",")[0] ?? ""))];
}

// Each test starts a few processes, one after another.
describe("a run over many accounts", () => {
  it("continues after a kill, and never creates a report twice", async () => {
    const ids = Array.from({ length: 30 }, (_, index) => String(549755885000 + index));
    await using made = await many({ polls: 2 }, ids);
    const args = [...MANY, "--out", "rows.csv", "--journal", "night.journal"];
    // The 21st report starts when one of the first twenty is done.
    const killed = await binIn(made, args, {
      signalsAt: { seen: () => created(made.server).includes("549755885020"), send: ["SIGKILL"] },
    });
    expect(killed.exit).toBeNull();
    expect(await readdir(made.folder)).not.toContain("rows.csv");
    // If a create's response could not be recorded, only a person can decide whether to repeat it.
    const second = await made.call(args);
    expect(new Set(created(made.server)).size).toBe(created(made.server).length);
    const whole = second.exit === 0 ? second : await made.call([...args, "--recreate-unknown"]);
    expect(whole.exit, whole.stderr).toBe(0);
    expect(whole.stderr).toMatch(/^done {6}30 of 30 accounts \(\d+ in an earlier run\), /m);
    expect(await accountsIn(join(made.folder, "rows.csv"))).toEqual(ids);
    expect((await readdir(made.folder)).sort()).toEqual(["body.json", "ids.txt", "rows.csv"]);
  });

  it("stops on ctrl-C and continues with its journal", async () => {
    await using made = await many({ faults: [MINUTE] });
    const args = [...MANY, "--format", "ndjson", "--journal", "night.journal"];
    const stopped = await binIn(made, args, {
      signalsAt: { seen: () => polled(made.server) > 0, send: ["SIGINT"] },
    });
    expect(stopped).toMatchObject({
      exit: 130,
      stdout: "",
      stderr: expect.stringMatching(
        /^stopped {3}0 of 3 accounts, 0 rows, \d+ s\nRun the same command again to continue\. night\.journal and night\.journal\.rows are kept .*\n$/m,
      ),
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
});

describe("a run that reaches its deadline", () => {
  it("says how many accounts are waiting, and why, while the API is unavailable, and finally lists every failed account", async () => {
    await using made = await place();
    const ids = Array.from({ length: 12 }, (_, index) => String(1_000 + index));
    await writeFile(join(made.folder, "ids.txt"), ids.join("\n"));
    const server = createServer((_, response) => response.writeHead(503).end("<html>"));
    await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
    const { port } = server.address() as AddressInfo;
    const args = [
      "run",
      "--accounts",
      "ids.txt",
      "-",
      "--since",
      "2d",
      "--deadline",
      "5s",
      "--give-up-after",
      "6s",
      "--concurrency",
      "3",
    ];
    const env = { PINTEREST_API_BASE_URL: `http://127.0.0.1:${port}/v5` };
    const { exit, stderr, stdout } = await made.call(args, { stdin: JSON.stringify(BODY), env });
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
    expect([exit, stdout], stderr).toEqual([1, ""]);
    expect(stderr).toMatch(
      /^waiting {3}\d+ reports are waiting to be created: Pinterest responds with 503; next attempt within \d+ s$/m,
    );
    expect(stderr).toMatch(
      /^error {2}12 of 12 accounts failed\. \d+ reports were not finished when the run's time limit was reached, because Pinterest was responding with 503\./m,
    );
    for (const id of ids) expect(stderr).toMatch(new RegExp(`^failed {4}${id}: `, "m"));
  });

  it("can be continued with the same command, and never creates a report twice", async () => {
    await using made = await place({ faults: [MINUTE] });
    await writeFile(join(made.folder, "ids.txt"), "1000\n1001\n");
    const args = [
      "run",
      "--accounts",
      "ids.txt",
      "-",
      "--since",
      "2d",
      "--out",
      "rows.csv",
      "--journal",
      "j",
    ];
    const stdin = JSON.stringify(BODY);
    const first = await made.call([...args, "--give-up-after", "6s"], { stdin });
    expect(first.exit, first.stderr).toBe(4);
    expect(first.stderr).toMatch(
      /failed {4}\d+: the run was aborted after 6 s: the report was not ready/,
    );
    await made.server.clock.advance(60_000);
    const then = await made.call(args, { stdin });
    expect(then.exit, then.stderr).toBe(0);
    expect(made.server.requests.filter(({ step }) => step === "create")).toHaveLength(2);
  });

  it("keeps the handle of a single report", async () => {
    await using made = await place({ faults: [MINUTE] });
    const args = [
      "run",
      "549755885175",
      "-",
      "--since",
      "2d",
      "--out",
      "rows.csv",
      "--give-up-after",
      "5s",
    ];
    const { exit, stderr } = await made.call(args, { stdin: JSON.stringify(BODY) });
    expect(exit, stderr).toBe(4);
    expect(stderr).toMatch(
      /^error {2}the run was aborted after 5 s: the (?:report|create request)/m,
    );
    expect(stderr).toMatch(/--resume \S+\.handle\.json --out rows\.csv --give-up-after 5s$/m);
  });
});
