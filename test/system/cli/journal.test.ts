import { spawnSync } from "node:child_process";
import { access, lstat, mkdir, readdir, readFile, rm, symlink, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, it, vi } from "vitest";
import { loadClient } from "../../../cli/modules.js";
import { RunJournal } from "../../../cli/run/journal.js";
import { Usage } from "../../../cli/usage.js";
import { BODY, MINUTE, type Place } from "../../support/cli-fake-server.js";
import { testIo } from "../../support/in-process.js";
import { created, IDS, MANY, many } from "../../support/many-accounts.js";

const NIGHT = [...MANY, "--out", "rows.csv", "--journal", "night.journal"];
const HOUR_AND_MORE = 3_700_000;
const LEFT = ["body.json", "ids.txt", "rows.csv"];
const posix = process.platform !== "win32";
/** Dies when all three reports are being made. */
const KILLED = { signalsAt: { seen: /(status IN_PROGRESS[\s\S]*){3}/, send: ["SIGKILL"] } } as const;

const files = async ({ folder }: Place): Promise<readonly string[]> => (await readdir(folder)).sort();
const rowsOf = async ({ folder }: Place): Promise<readonly string[]> => readdir(join(folder, "night.journal.rows"));

/** The accounts in the rows of the output, each once. */
async function accountsOf({ folder }: Place): Promise<readonly string[]> {
  const [, ...lines] = (await readFile(join(folder, "rows.csv"), "utf8")).trimEnd().split("\n");
  return [...new Set(lines.map((line) => line.split(",")[0] ?? "").filter((cell) => IDS.includes(cell)))];
}

/** Lets the server's clock go on as soon as so many reports were asked for. */
async function aMinuteAfter({ server }: Place, reports: number): Promise<void> {
  await vi.waitFor(() => expect(created(server)).toHaveLength(reports), { timeout: 60_000 });
  await server.clock.advance(60_000);
}

describe("the same command with its journal", () => {
  it("asks anew for reports that have expired since a crash", async () => {
    await using made = await many({ faults: [MINUTE] });
    const killed = await made.call(NIGHT, KILLED);
    expect(killed.exit).toBeNull();
    await made.server.clock.advance(HOUR_AND_MORE);
    const [second] = await Promise.all([made.call(NIGHT), aMinuteAfter(made, 6)]);
    expect(second.exit, second.stderr).toBe(0);
    expect(await accountsOf(made)).toEqual(IDS);
    expect(created(made.server)).toHaveLength(6);
    expect(await files(made)).toEqual(LEFT);
  });

  it("asks anew for a report that Pinterest gave up in an earlier run", async () => {
    await using made = await many({ faults: [{ name: "failed", times: 1 }] });
    const first = await made.call(NIGHT);
    expect(first.exit).toBe(1);
    expect(first.stderr).toMatch(/^failed {4}\d+: the report ended as FAILED$/m);
    expect(first.stderr).toMatch(/ {2}fix {2}The same command repeats only what failed\.\n$/);
    const second = await made.call(NIGHT);
    expect(second.exit, second.stderr).toBe(0);
    expect(created(made.server)).toHaveLength(4);
    expect(await accountsOf(made)).toEqual(IDS);
    expect(await files(made)).toEqual(LEFT);
  });

  it("asks anew, and once, for one that it finds given up after a crash", async () => {
    await using made = await many({ faults: [MINUTE, { name: "failed", times: 3 }] });
    await made.call(NIGHT, KILLED);
    await made.server.clock.advance(60_000);
    const [second] = await Promise.all([made.call(NIGHT), aMinuteAfter(made, 6)]);
    expect(second.exit, second.stderr).toBe(0);
    expect(second.stderr.match(/^\d+ {2}requested again: the report ended as FAILED$/gm)).toHaveLength(3);
    expect([...created(made.server)].sort()).toEqual([...IDS, ...IDS].sort());
    expect(await accountsOf(made)).toEqual(IDS);
  });

  it("asks anew for rows that are no longer there, and knows a body whose members stand in another order", async () => {
    await using made = await many({ faults: [{ name: "refusal", on: "create", value: 403 }] });
    const filter = { field: "SPEND_IN_DOLLAR", operator: "GREATER_THAN", values: [1] };
    await writeFile(join(made.folder, "body.json"), JSON.stringify({ ...BODY, metrics_filters: [filter] }));
    await made.call(NIGHT);
    const kept = (await rowsOf(made)).find((name) => name.endsWith(".ndjson")) ?? "";
    await rm(join(made.folder, "night.journal.rows", kept));
    const reversed = Object.fromEntries(Object.entries(filter).reverse());
    await writeFile(join(made.folder, "body.json"), JSON.stringify({ metrics_filters: [reversed], ...BODY }));
    const second = await made.call(NIGHT);
    expect(second.exit, second.stderr).toBe(0);
    expect(second.stderr.match(/^\d+ {2}requested again: its rows have been removed$/gm)).toHaveLength(1);
    expect(created(made.server)).toHaveLength(5);
    expect(await accountsOf(made)).toEqual(IDS);
    expect(await files(made)).toEqual(LEFT);
  });

  it("is told to say --recreate-unknown where only that helps", async () => {
    await using made = await many({ faults: [{ name: "cut-answer", on: "create" }] });
    const words =
      / {2}fix {2}Of 1 report it is not known whether it was created: --recreate-unknown creates it again, possibly a second time\.\n$/;
    const first = await made.call(NIGHT);
    expect(first.exit).toBe(1);
    expect(first.stderr).toMatch(words);
    expect(first.stderr).not.toContain("The same command repeats");
    const { exit, stderr } = await made.call([...NIGHT, "--recreate-unknown"]);
    expect(exit, stderr).toBe(0);
    expect(await files(made)).toEqual(LEFT);
  });

  it("goes on after ctrl-C, which says what had failed by then", async () => {
    await using made = await many({ polls: 9, faults: [{ name: "refusal", on: "create", value: 403 }] });
    const stopped = await made.call(NIGHT, { signalsAt: { seen: /failed: [\s\S]*status/, send: ["SIGINT"] } });
    expect(stopped.exit).toBe(130);
    expect(stopped.stderr).toMatch(/^failed {4}\d+: POST .* answered 403.*\nstopped; run the same command again to continue\.\n$/m);
  });
});

describe("a journal that several runs share", () => {
  it("keeps what is not of the run that has come to its end, and says that there is more", async () => {
    await using made = await many({ faults: [{ name: "refusal", on: "create", value: 403 }] });
    await made.call(NIGHT);
    const other = NIGHT.map((word) => (word === "2d" ? "1d" : word));
    const good = await made.call(other);
    expect(good.exit, good.stderr).toBe(0);
    expect(good.stderr).toMatch(/^journal {3}night\.journal has 3 requests of other runs and none of this run; they are kept$/m);
    expect((await rowsOf(made)).filter((name) => name.endsWith(".ndjson"))).toHaveLength(2);
    const second = await made.call(NIGHT);
    expect(second.exit, second.stderr).toBe(0);
    expect(second.stderr).not.toMatch(/^journal/m);
    expect(created(made.server)).toHaveLength(7);
    expect(await files(made)).toEqual(LEFT);
  });
});

describe("a journal", () => {
  it.runIf(posix)("behind a link is removed where it is, and its rows with it", async () => {
    await using made = await many({ faults: [{ name: "refusal", on: "create", value: 403 }] }, IDS.slice(0, 1));
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
    ["ids.txt", "is not a line of a journal"],
  ])("that cannot be one is wrong usage: %s", async (name, words) => {
    await using made = await many();
    await mkdir(join(made.folder, "there"));
    const opened = RunJournal.open(await loadClient(), join(made.folder, name), [], testIo());
    await expect(opened).rejects.toBeInstanceOf(Usage);
    await expect(opened).rejects.toThrow(words);
    expect(await files(made)).toEqual(["body.json", "ids.txt", "there"]);
  });

  it("that is a device is left as it is, and nothing is sent", async (test) => {
    await using made = await many();
    // One of our own: root may remove any.
    if (spawnSync("mknod", [join(made.folder, "null"), "c", "1", "3"]).status !== 0)
      return test.skip("no device can be made here: mknod wants root");
    expect((await made.call([...MANY, "--journal", "null"])).exit).toBe(2);
    expect((await lstat(join(made.folder, "null"))).isCharacterDevice()).toBe(true);
    expect(made.server.requests).toEqual([]);
  });
});

describe("many accounts without a journal", () => {
  it("keep the rows that came when only the output cannot be written", async (test) => {
    await using made = await many();
    if (spawnSync("mknod", [join(made.folder, "full"), "c", "1", "7"]).status !== 0)
      return test.skip("no device can be made here: mknod wants root");
    const { exit, stderr } = await made.call([...MANY, "--out", "full", "--format", "csv"]);
    expect(exit, stderr).toBe(1);
    const [, folder = ""] = /^the received rows are in (\S+), one file for each report; delete them after use\.$/m.exec(stderr) ?? [];
    await access(folder);
    expect((await readdir(folder)).map((name) => name.split("-")[0])).toEqual(IDS);
    await rm(folder, { recursive: true });
  });
});
