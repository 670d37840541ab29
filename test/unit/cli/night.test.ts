import { rmSync } from "node:fs";
import { access, mkdir, readdir, readFile, stat, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { describe, expect, it } from "vitest";
import { allowedFailures, type Summary } from "../../../cli/commands/run/summary.js";
import { main } from "../../../cli/main.js";
import { Usage } from "../../../cli/terminal/usage.js";
import { BODY, MINUTE, type Place, place } from "../../support/cli-fake-server.js";
import { VIOLATIONS } from "../../support/hints.js";
import { command, signalledIo, testIo } from "../../support/in-process.js";
import { created, IDS, MANY, many, polled } from "../../support/many-accounts.js";

const NIGHT = [
  ...MANY,
  "--out",
  "rows.csv",
  "--journal",
  "night.journal",
  "--summary",
  "summary.json",
];
const REFUSED = { faults: [{ name: "refusal", on: "create", value: 403 }] } as const;
const files = async ({ folder }: Place): Promise<readonly string[]> =>
  (await readdir(folder)).sort();

async function summaryIn({ folder }: Place): Promise<Summary> {
  return JSON.parse(await readFile(join(folder, "summary.json"), "utf8"));
}

describe("--allow-failed", () => {
  it.each<[string, readonly string[], boolean]>([
    ["1", ["7"], true],
    ["1", ["7", "8"], false],
    ["0", ["7"], false],
    ["7,8", ["7"], true],
    ["7,", ["7"], true],
    ["7, 8", ["9"], false],
    ["549755885175", ["549755885175"], true],
    ["549755885175", ["549755885176"], false],
  ])("with the value %j, allows failures of %j: %s", (text, failed, allowed) => {
    expect(allowedFailures(text).allows(new Set(failed))).toBe(allowed);
  });

  it.each(["-1", "x", "5%", ",", "100001", "1.5", "7,x", "1234567890123456789,"])(
    "rejects %j",
    (text) => {
      expect(() => allowedFailures(text)).toThrow(Usage);
    },
  );

  it("makes the run succeed: it exits with 0, prints a warning and removes the journal", async () => {
    await using made = await many(REFUSED);
    const { exit, stderr } = await made.call([...NIGHT, "--allow-failed", "1"]);
    expect(exit, stderr).toBe(0);
    expect(stderr).toMatch(
      /^failed {4}\d+: POST .*\n(?:progress .*\n)*warning {2}1 of 3 accounts failed, which --allow-failed 1 allows\. The rows of the other reports were written\.\ndone {6}2 of 3 accounts, \d+ rows, \d+ s; 1 failed\n$/m,
    );
    expect(await files(made)).toEqual(["body.json", "ids.txt", "rows.csv", "summary.json"]);
    expect(await summaryIn(made)).toMatchObject({
      outcome: "done",
      exitCode: 0,
      failures: [{ status: 403 }],
    });
  });

  it.each([[false], [true]])(
    "does not apply to a run without any rows (with a previous output: %s)",
    async (isOld) => {
      await using made = await many({ faults: [{ ...REFUSED.faults[0], times: 99 }] });
      if (isOld) await writeFile(join(made.folder, "rows.csv"), "old");
      const { exit, stderr } = await made.call([...NIGHT, "--allow-failed", "3"]);
      expect(exit, stderr).toBe(1);
      expect(stderr).toMatch(
        /^error {2}3 of 3 accounts failed\. Nothing was written\.\n {2}fix {2}/m,
      );
      expect(stderr).not.toContain("bug");
      const kept = ["body.json", "ids.txt", "night.journal", "night.journal.rows"];
      expect(await files(made)).toEqual([...kept, ...(isOld ? ["rows.csv"] : []), "summary.json"]);
      if (isOld) expect(await readFile(join(made.folder, "rows.csv"), "utf8")).toBe("old");
      expect(await summaryIn(made)).toMatchObject({
        outcome: "failed",
        exitCode: 1,
        accounts: { done: 0, failed: 3 },
      });
    },
  );

  it("does not allow failures of accounts that it does not name", async () => {
    await using made = await many(REFUSED);
    const { exit, stderr } = await made.call([...NIGHT, "--allow-failed", "1234567"]);
    expect(exit).toBe(3);
    expect(stderr).toContain("error  1 of 3 accounts failed.");
  });
});

describe("--summary", () => {
  it("contains the counts, and each failure with its code, status and request id", async () => {
    await using made = await many(REFUSED);
    const { exit, stderr } = await made.call(NIGHT);
    expect(exit, stderr).toBe(3);
    const [, failed = ""] = /^failed {4}(\d+)/m.exec(stderr) ?? [];
    const summary = await summaryIn(made);
    expect(summary).toEqual({
      ...{
        version: 1,
        outcome: "failed",
        exitCode: 3,
        rows: Number(/, (\d+) rows, \d+ s; 1 failed/.exec(stderr)?.[1]),
        error: null,
      },
      startedAt: expect.stringMatching(/^\d{4}-\d\d-\d\dT.*Z$/),
      endedAt: expect.stringMatching(/^\d{4}-\d\d-\d\dT.*Z$/),
      seconds: expect.any(Number),
      accounts: { total: 3, done: 2, skipped: 0, failed: 1, unfinished: 0 },
      failures: [
        {
          adAccountId: failed,
          startDate: expect.stringMatching(/^\d{4}-\d\d-\d\d$/),
          endDate: expect.stringMatching(/^\d{4}-\d\d-\d\d$/),
          code: "api",
          status: 403,
          requestId: expect.any(String),
          message: expect.stringMatching(/^POST .* returned 403/),
        },
      ],
    });
    await made.call(NIGHT);
    expect(await summaryIn(made)).toMatchObject({
      outcome: "done",
      accounts: { total: 3, done: 3, skipped: 2, failed: 0 },
      failures: [],
    });
  });

  it("is still written if the run's deadline has passed", async () => {
    await using made = await many({ faults: [MINUTE] });
    const { exit, stderr } = await made.call([...NIGHT, "--give-up-after", "1s"]);
    expect(exit, stderr).toBe(4);
    const { accounts, failures } = await summaryIn(made);
    expect(accounts).toEqual({ total: 3, done: 0, skipped: 0, failed: 3, unfinished: 0 });
    expect(failures.map(({ code }) => code)).toEqual([
      "run_deadline",
      "run_deadline",
      "run_deadline",
    ]);
  });

  it("is written after a signal, and the command prints which files it keeps", async () => {
    await using made = await many({ faults: [MINUTE] });
    const signals = signalledIo();
    let stderr = "";
    const io = {
      ...testIo({ env: made.access, cwd: made.folder, stderr: (text) => (stderr += text) }),
      ...signals,
    };
    const running = main(NIGHT, io);
    await expect.poll(() => polled(made.server), { timeout: 60_000 }).toBe(3);
    signals.send("SIGTERM");
    expect(await running).toBe(143);
    expect(stderr).toMatch(
      /^stopped {3}0 of 3 accounts, 0 rows, \d+ s\nRun the same command again to continue\. night\.journal and night\.journal\.rows are kept for this\. To remove them, run `pinterest-reports run --journal night\.journal --finish`\.\n$/m,
    );
    expect(await summaryIn(made)).toMatchObject({
      outcome: "stopped",
      exitCode: 143,
      accounts: { total: 3, unfinished: 3 },
      failures: [],
    });
  });

  it("is written, without the token, if the token is rejected", async () => {
    await using made = await many();
    const env = { PINTEREST_ACCESS_TOKEN: "another-token-of-the-night" };
    const { exit, stderr } = await made.call(NIGHT, { env });
    expect(exit).toBe(1);
    expect(stderr).toMatch(/^stopped {3}0 of 3 accounts, /m);
    const summary = await summaryIn(made);
    expect(summary).toMatchObject({ outcome: "failed", error: { code: "auth", status: 401 } });
    expect(JSON.stringify(summary)).not.toContain(env.PINTEREST_ACCESS_TOKEN);
  });

  it("is written for an invalid body, and for a single report", async () => {
    await using made = await place();
    const args = ["run", "549755885175", "-", "--out", "rows.json", "--summary", "summary.json"];
    const stdin = JSON.stringify(BODY);
    expect(await made.call(args, { stdin })).toMatchObject({ exit: 1 });
    expect(await summaryIn(made)).toMatchObject({
      outcome: "failed",
      accounts: { total: 1 },
      error: { code: "invalid_body" },
    });
    const messages: Record<string, string | undefined> = {};
    for (const flag of ["--quiet", "--plan"]) {
      await made.call([...args, flag], { stdin });
      messages[flag] = (await summaryIn(made)).error?.message;
    }
    const message = `report body breaks 2 rules: /end_date: is required [required]; /start_date: is required [required]${VIOLATIONS}`;
    expect(messages).toEqual({ "--quiet": message, "--plan": message });
    await made.call([...args, "--plan", "--start", "2019-01-01", "--end", "2019-01-02"], { stdin });
    expect((await summaryIn(made)).error).toMatchObject({
      code: "invalid_body",
      message: "the rules do not allow any of the requested days",
    });
    const good = await made.call([...args, "--since", "2d"], { stdin });
    expect(good.exit, good.stderr).toBe(0);
    expect(good.stderr).toMatch(/^done {6}\d+ rows, \d+ s\n$/m);
    const { accounts, rows } = await summaryIn(made);
    expect({ accounts, rows }).toEqual({
      accounts: { total: 1, done: 1, skipped: 0, failed: 0, unfinished: 0 },
      rows: JSON.parse(await readFile(join(made.folder, "rows.json"), "utf8")).length,
    });
  });

  it("reports a failure if the journal cannot be removed", async () => {
    await using made = await many(REFUSED);
    // The rows have been written by then, but the journal has not been removed yet.
    const stderr = (text: string): void => {
      if (text.includes("1 of 3 accounts failed"))
        rmSync(join(made.folder, "night.journal.rows"), { recursive: true });
    };
    const exit = await main(
      [...NIGHT, "--allow-failed", "1"],
      testIo({ env: made.access, cwd: made.folder, stderr }),
    );
    expect(exit).toBe(1);
    expect(await summaryIn(made)).toMatchObject({
      outcome: "failed",
      exitCode: 1,
      error: { code: "other" },
    });
  });

  it("rejects a file that the run already uses, and stdout if rows are written there", async () => {
    await using made = await many();
    expect(await made.call([...MANY, "--out", "x.json", "--summary", "x.json"])).toMatchObject({
      exit: 2,
      stderr: expect.stringContaining("are the same file"),
    });
    expect(await made.call([...MANY, "--summary", "-"])).toMatchObject({
      exit: 2,
      stderr: expect.stringContaining("to stdout"),
    });
    expect(made.server.requests).toEqual([]);
  });
});

describe("--finish", () => {
  it("removes a journal with the rows of all its runs, so that the next run starts over", async () => {
    await using made = await many(REFUSED);
    await made.call(NIGHT);
    await made.call(NIGHT.map((word) => (word === "2d" ? "1d" : word)));
    expect(await files(made)).toEqual([
      "body.json",
      "ids.txt",
      "night.journal",
      "night.journal.rows",
      "rows.csv",
      "summary.json",
    ]);
    const before = await stat(join(made.folder, "rows.csv"));
    const { exit, stdout, stderr } = await made.call(
      ["run", "--journal", "night.journal", "--finish"],
      {
        env: { PINTEREST_ACCESS_TOKEN: "" },
      },
    );
    expect({ exit, stdout }, stderr).toEqual({ exit: 0, stdout: "" });
    expect(stderr).toBe(
      "journal   night.journal contained 2 completed requests, 1 not completed; it and its rows were removed\n",
    );
    expect(await files(made)).toEqual(["body.json", "ids.txt", "rows.csv", "summary.json"]);
    expect((await stat(join(made.folder, "rows.csv"))).mtimeMs).toBe(before.mtimeMs);
    const asked = created(made.server).length;
    expect(await made.call(NIGHT)).toMatchObject({ exit: 0 });
    expect(created(made.server).length - asked).toBe(IDS.length);
  });

  it.each<[string, Readonly<Record<string, string>>, string, readonly string[]]>([
    [
      "an empty journal with its rows",
      { j: "", "j.rows/.pinterest-reports-rows": "" },
      "; it and its rows were removed\n",
      [],
    ],
    ["an empty journal without rows", { j: "" }, "; it was removed\n", []],
    [
      "a journal whose row folder has other files",
      {
        j: "",
        "j.rows/.pinterest-reports-rows": "",
        "j.rows/1-a.ndjson": "",
        "j.rows/notes.txt": "",
      },
      "; it and its rows were removed; j.rows was kept, because it contains other files\n",
      ["j.rows", "j.rows/.pinterest-reports-rows", "j.rows/notes.txt"],
    ],
  ])("removes %s, and names what remains", async (_, content, end, left) => {
    await using made = await place();
    for (const [name, text] of Object.entries(content)) {
      await mkdir(dirname(join(made.folder, name)), { recursive: true });
      await writeFile(join(made.folder, name), text, { mode: 0o600 });
    }
    const { exit, stderr } = await made.call(["run", "--journal", "j", "--finish"]);
    expect({ exit, stderr }).toEqual({
      exit: 0,
      stderr: `journal   j contained 0 completed requests${end}`,
    });
    expect(
      (await readdir(made.folder, { recursive: true }))
        .map((name) => name.replaceAll("\\", "/"))
        .sort(),
    ).toEqual(left);
  });

  it("reports a missing journal, and rejects other files", async () => {
    await using made = await many();
    expect(await made.call(["run", "--journal", "x", "--finish"])).toMatchObject({
      exit: 0,
      stderr: "journal   x does not exist\n",
    });
    expect(await made.call(["run", "--journal", "ids.txt", "--finish"])).toMatchObject({
      exit: 2,
      stderr: expect.stringContaining("is not a journal entry"),
    });
    await access(join(made.folder, "ids.txt"));
  });

  it.each([
    ["run --finish", "--finish needs --journal"],
    ["run --finish --journal x body.json", "body.json and --finish cannot be combined"],
    ["run --finish --journal x --since 1d", "--since and --finish cannot be combined"],
  ])("rejects %j as a usage error", async (words, message) => {
    expect(await command(words.split(" "))).toMatchObject({
      exit: 2,
      stderr: expect.stringContaining(message),
    });
  });
});

describe("--quiet", () => {
  it("prints nothing if the run succeeds", async () => {
    await using made = await many();
    expect(await made.call([...MANY, "--out", "rows.csv", "--quiet"])).toEqual({
      exit: 0,
      stdout: "",
      stderr: "",
    });
    const [first = ""] = IDS;
    expect(
      await made.call(["run", first, "body.json", "--since", "2d", "--out", "rows.csv", "--quiet"]),
    ).toEqual({
      ...{ exit: 0, stdout: "", stderr: "" },
    });
  });

  it("still prints the days that a plan leaves out, but not the days that it requests", async () => {
    await using made = await many();
    const [first = ""] = IDS;
    const { exit, stderr } = await made.call([
      "run",
      first,
      "body.json",
      "--since",
      "1000d",
      "--plan",
      "--out",
      "rows.csv",
      "--quiet",
    ]);
    expect(exit, stderr).toBe(0);
    expect(stderr).toMatch(
      /^dropped {2}\d{4}-\d\d-\d\d to \d{4}-\d\d-\d\d, \d+ days \[max-lookback-.*\]\n$/,
    );
  });

  it("still prints failures", async () => {
    await using made = await many(REFUSED);
    const { exit, stderr } = await made.call([...MANY, "--out", "rows.csv", "--quiet"]);
    expect(exit).toBe(3);
    expect(stderr).toMatch(
      /^failed {4}\d+: .*\nerror {2}1 of 3 accounts failed\..*\n {2}fix {2}With --journal FILE, .*\n$/,
    );
  });
});

describe("a failing run without a journal", () => {
  it("leaves the rows of the other accounts but no other files", async () => {
    await using made = await many(REFUSED);
    await made.call([...MANY, "--out", "rows.csv"]);
    expect(await files(made)).toEqual(["body.json", "ids.txt", "rows.csv"]);
  });
});
