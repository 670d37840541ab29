import { mkdir, readdir, readFile, rm, symlink, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { RunJournal } from "../../../cli/commands/run/journal.js";
import { loadClient } from "../../../cli/modules.js";
import { Usage } from "../../../cli/terminal/usage.js";
import { BODY, type Place } from "../../support/cli-fake-server.js";
import { testIo } from "../../support/in-process.js";
import { created, IDS, MANY, many } from "../../support/many-accounts.js";

const NIGHT = [...MANY, "--out", "rows.csv", "--journal", "night.journal"];
const LEFT = ["body.json", "ids.txt", "rows.csv"];
const posix = process.platform !== "win32";
const files = async ({ folder }: Place): Promise<readonly string[]> =>
  (await readdir(folder)).sort();
const rowsOf = async ({ folder }: Place): Promise<readonly string[]> =>
  readdir(join(folder, "night.journal.rows"));

/** The distinct accounts in the rows of the output. */
async function accountsOf({ folder }: Place): Promise<readonly string[]> {
  const [, ...lines] = (await readFile(join(folder, "rows.csv"), "utf8")).trimEnd().split("\n");
  return [
    ...new Set(lines.map((line) => line.split(",")[0] ?? "").filter((cell) => IDS.includes(cell))),
  ];
}

describe("repeating a command with its journal", () => {
  it("re-requests a report that Pinterest gave up on in an earlier run", async () => {
    await using made = await many({ faults: [{ name: "failed", times: 1 }] });
    const first = await made.call(NIGHT);
    expect(first.exit).toBe(3);
    expect(first.stderr).toMatch(
      /^failed {4}\d+: the report ended with status FAILED \(pinterest-reports explain \w+\)$/m,
    );
    expect(first.stderr).toMatch(
      / {2}fix {2}Run the same command again to retry only what failed\.\n {2}fix {2}night\.journal and night\.journal\.rows are kept for this\. To remove them, run `pinterest-reports run --journal night\.journal --finish`\.\ndone {6}2 of 3 accounts, \d+ rows, .*; 1 failed\n$/,
    );
    const second = await made.call(NIGHT);
    expect(second.exit, second.stderr).toBe(0);
    expect(created(made.server)).toHaveLength(4);
    expect(await accountsOf(made)).toEqual(IDS);
    expect(await files(made)).toEqual(LEFT);
  });

  it("re-requests deleted rows, and recognizes a body in any member order", async () => {
    await using made = await many({ faults: [{ name: "refusal", on: "create", value: 403 }] });
    const filter = { field: "SPEND_IN_DOLLAR", operator: "GREATER_THAN", values: [1] };
    await writeFile(
      join(made.folder, "body.json"),
      JSON.stringify({ ...BODY, metrics_filters: [filter] }),
    );
    await made.call(NIGHT);
    const kept = (await rowsOf(made)).find((name) => name.endsWith(".ndjson")) ?? "";
    await rm(join(made.folder, "night.journal.rows", kept));
    const reversed = Object.fromEntries(Object.entries(filter).reverse());
    await writeFile(
      join(made.folder, "body.json"),
      JSON.stringify({ metrics_filters: [reversed], ...BODY }),
    );
    const second = await made.call(NIGHT);
    expect(second.exit, second.stderr).toBe(0);
    expect(
      second.stderr.match(/^\d+ {2}requested again: its rows have been removed$/gm),
    ).toHaveLength(1);
    expect(created(made.server)).toHaveLength(5);
    expect(await accountsOf(made)).toEqual(IDS);
    expect(await files(made)).toEqual(LEFT);
  });

  it("suggests --recreate-unknown if nothing else helps", async () => {
    await using made = await many({ faults: [{ name: "cut-response", on: "create" }] });
    const words =
      / {2}fix {2}It is unknown whether 1 report was created: with --recreate-unknown, the same command creates it, possibly a second time\.\n/;
    const first = await made.call(NIGHT);
    expect(first.exit).toBe(3);
    expect(first.stderr).toMatch(words);
    expect(first.stderr).not.toContain("Run the same command again to retry");
    const { exit, stderr } = await made.call([...NIGHT, "--recreate-unknown"]);
    expect(exit, stderr).toBe(0);
    expect(await files(made)).toEqual(LEFT);
  });
});

describe("a journal shared by several runs", () => {
  it("keeps the entries of other runs when a run completes, and reports that they remain", async () => {
    await using made = await many({ faults: [{ name: "refusal", on: "create", value: 403 }] });
    await made.call(NIGHT);
    const other = NIGHT.map((word) => (word === "2d" ? "1d" : word));
    const good = await made.call(other);
    expect(good.exit, good.stderr).toBe(0);
    expect(good.stderr).toMatch(
      /^journal {3}night\.journal has 3 requests from other runs and none from this run; they are kept\. To remove all of them, run `pinterest-reports run --journal night\.journal --finish`\.$/m,
    );
    expect((await rowsOf(made)).filter((name) => name.endsWith(".ndjson"))).toHaveLength(2);
    const second = await made.call(NIGHT);
    expect(second.exit, second.stderr).toBe(0);
    expect(second.stderr).not.toMatch(/^journal/m);
    expect(created(made.server)).toHaveLength(7);
    expect(await files(made)).toEqual(LEFT);
  });
});

describe("entries of another run", () => {
  it.each([
    [23, 3],
    [25, 0],
  ])("if %d hours old, are kept by a successful run: %d of 3", async (hours, kept) => {
    await using made = await many({ faults: [{ name: "refusal", on: "create", value: 403 }] });
    await made.call(NIGHT);
    const path = join(made.folder, "night.journal");
    const entries = (await readFile(path, "utf8"))
      .trimEnd()
      .split("\n")
      .map((line) => JSON.parse(line));
    const at = new Date(made.server.clock.date() - hours * 3_600_000).toISOString();
    await writeFile(path, entries.map((entry) => `${JSON.stringify({ ...entry, at })}\n`).join(""));
    const { exit, stderr } = await made.call(
      NIGHT.map((word) => (word === "2d" ? "1d" : word)),
      { clock: made.server.clock },
    );
    expect(exit, stderr).toBe(0);
    const line =
      "journal   night.journal: removed 3 requests from other runs, with their rows, because they were more than 24 hours old\n";
    expect(stderr.includes(line), stderr).toBe(kept === 0);
    expect(await files(made)).toEqual(
      kept === 0 ? LEFT : [...LEFT.slice(0, 2), "night.journal", "night.journal.rows", "rows.csv"],
    );
  });
});

describe("a journal", () => {
  it.runIf(posix)("is removed, with its rows, from the folder that its link leads to", async () => {
    await using made = await many(
      { faults: [{ name: "refusal", on: "create", value: 403 }] },
      IDS.slice(0, 1),
    );
    await mkdir(join(made.folder, "there"));
    await symlink(join("there", "j"), join(made.folder, "night.journal"));
    await made.call(NIGHT);
    expect((await readdir(join(made.folder, "there"))).sort()).toEqual(["j", "j.rows"]);
    const second = await made.call(NIGHT);
    expect(second.exit, second.stderr).toBe(0);
    expect(await readdir(join(made.folder, "there"))).toEqual([]);
  });

  it.each([
    ["there", "is not a file"],
    [join("no", "where"), "cannot be used: ENOENT: no such file or directory"],
    ["ids.txt", "is not a journal entry"],
  ])("is rejected as a usage error if the file cannot be a journal: %s", async (name, words) => {
    await using made = await many();
    await mkdir(join(made.folder, "there"));
    const opened = RunJournal.open(await loadClient(), join(made.folder, name), [], testIo());
    await expect(opened).rejects.toBeInstanceOf(Usage);
    await expect(opened).rejects.toThrow(words);
    expect(await files(made)).toEqual(["body.json", "ids.txt", "there"]);
  });
});
