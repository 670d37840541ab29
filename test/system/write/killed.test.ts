import { spawnSync } from "node:child_process";
import {
  cpSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  utimesSync,
  writeFileSync,
} from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { describe, expect, inject, it } from "vitest";
import { filesIn, isPulled } from "../../../generator/write/compare.js";
import { unfinishedEntry, unfinishedRuns } from "../../../generator/write/unfinished.js";
import { recoverFolder, writeFiles, writeFolder } from "../../../generator/write/write.js";
import { isAll } from "../../support/effort.js";
import { compiles, differing, type Files, generation } from "../../support/generations.js";
import { killedEverywhere, ranKilled } from "../../support/killing.js";
import { temporaryFolder } from "../../support/temporary-folder.js";

const WRITE = pathToFileURL(join(inject("transpiled"), "generator/write/write.js")).href;
const HEADER = pathToFileURL(join(inject("transpiled"), "generator/write/compare.js")).href;

const old = generation({
  "source.ts": 1,
  "index.ts": 1,
  "in/a.ts": 1,
  "in/b.ts": 1,
  "gone/c.ts": 1,
});
const now = generation({
  "source.ts": 2,
  "index.ts": 2,
  "in/a.ts": 2,
  "in/b.ts": 1,
  "new/d.ts": 2,
});

const writing = (folder: URL, files: Files): string =>
  `import { writeFolder } from ${JSON.stringify(WRITE)};
   await writeFolder(new URL(${JSON.stringify(folder.href)}), new Map(${JSON.stringify([...files])}), { label: "out" });`;

function placed(files: Files): URL {
  const folder = new URL("out/", temporaryFolder());
  for (const [path, text] of files) {
    mkdirSync(new URL(".", new URL(path, folder)), { recursive: true });
    writeFileSync(new URL(path, folder), text);
  }
  return folder;
}

/** The files that a compiler sees. Work folders are hidden. */
const found = (folder: URL): Files =>
  new Map(filesIn(folder).map((path) => [path, readFileSync(new URL(path, folder), "utf8")]));
const isSame = (one: Files, other: Files): boolean => differing(one, other).length === 0;
const hidden = (folder: URL): readonly string[] =>
  readdirSync(folder).filter((name) => name.startsWith("."));

/**
 * Pretends that ten seconds have passed. A process has a few seconds to identify itself in its work
 * folder.
 */
function later(folder: URL): void {
  for (const name of hidden(folder))
    utimesSync(new URL(name, folder), new Date(), new Date(Date.now() - 10_000));
}

/** The result for each state of a folder, so that it is compiled only once. */
const known = new Map<string, boolean>();
function compilesOnce(files: Files): boolean {
  const key = JSON.stringify([...files]);
  const result = known.get(key) ?? compiles(files);
  known.set(key, result);
  return result;
}

/**
 * Kills the run at each of its calls, and checks that the compiler, `--check` and the next run can
 * handle what it leaves.
 */
async function killedWhileWriting(
  from: Files,
): Promise<{ readonly calls: number; readonly mixtures: number }> {
  const mixtures = new Set<string>();
  const unfinished = unfinishedEntry(now.get("index.ts") ?? "");
  const calls = await killedEverywhere(async (at) => {
    const folder = from.size === 0 ? new URL("deep/out/", temporaryFolder()) : placed(from);
    if (from.size > 0) writeFileSync(new URL("in/mine.txt", folder), "mine\n");
    const ran = await ranKilled(writing(folder, now), at);
    const after = new Map([...found(folder)].filter(([path]) => path !== "in/mine.txt"));
    for (const [path, text] of after)
      expect(
        [from.get(path), now.get(path), ...(path === "index.ts" ? [unfinished] : [])],
        `${at}: ${path}`,
      ).toContain(text);
    const isWhole = isSame(after, from) || isSame(after, now);
    if (!isWhole) mixtures.add(JSON.stringify([...after]));
    expect(compilesOnce(after), `call ${at}: ${differing(after, from).join(", ")} are new`).toBe(
      isWhole,
    );
    if (existsSync(folder)) later(folder);
    const before = found(folder);
    const runs = unfinishedRuns(folder, "out").map(({ what, where }) => `${where}: ${what}`);
    expect(runs.length, `call ${at}`).toBe(existsSync(folder) ? hidden(folder).length : 0);
    if (!isWhole)
      expect(runs).toEqual([
        expect.stringMatching(/^out: process \d+ on \S+ was stopped .* after \d of 5 files$/),
      ]);
    expect(found(folder)).toEqual(before);
    const settled = await recoverFolder(folder);
    if (!isWhole) expect(settled.map(({ outcome }) => outcome)).toEqual(["finished"]);
    const mended = new Map([...found(folder)].filter(([path]) => path !== "in/mine.txt"));
    expect(
      isSame(mended, isWhole && settled[0]?.outcome !== "finished" ? after : now),
      `call ${at}`,
    ).toBe(true);
    await writeFolder(folder, now, { label: "out" });
    const mine = from.size > 0 ? [["in/mine.txt", "mine\n"] as const] : [];
    expect(found(folder)).toEqual(
      new Map([...now, ...mine].sort(([one], [two]) => (one < two ? -1 : 1))),
    );
    expect([hidden(folder), existsSync(new URL("gone/", folder))]).toEqual([[], false]);
    expect(unfinishedRuns(folder, "out")).toEqual([]);
    return ran;
  });
  return { calls, mixtures: mixtures.size };
}

describe("a command that is killed while it writes", () => {
  it("leaves the old files, the new ones, or files that do not compile if it is generate, and the next run completes the output", async () => {
    const { calls, mixtures } = await killedWhileWriting(old);
    expect(calls).toBeGreaterThan(40);
    expect(mixtures).toBe(differing(old, now).length);
  });

  it.runIf(isAll)(
    "leaves nothing, the new files, or files that do not compile if it is generate with a new folder",
    async () => {
      const { calls, mixtures } = await killedWhileWriting(new Map());
      expect(calls).toBeGreaterThan(40);
      expect(mixtures).toBe(now.size);
    },
  );

  it.runIf(isAll)("can still be completed if it is killed again during recovery", async () => {
    let first = placed(old);
    for (let at = 20; isSame(found(first), old); at++) {
      first = placed(old);
      await ranKilled(writing(first, now), at);
    }
    const settling = (folder: URL): string =>
      `import { recoverFolder } from ${JSON.stringify(WRITE)}; await recoverFolder(new URL(${JSON.stringify(folder.href)}));`;
    const calls = await killedEverywhere(async (at) => {
      const folder = new URL("out/", temporaryFolder());
      cpSync(first, folder, { recursive: true });
      const ran = await ranKilled(settling(folder), at);
      expect(compilesOnce(found(folder))).toBe(isSame(found(folder), now));
      later(folder);
      await recoverFolder(folder);
      expect([isSame(found(folder), now), hidden(folder)]).toEqual([true, []]);
      return ran;
    });
    expect(calls).toBeGreaterThan(10);
  });

  it("leaves both of pull's files old or both new once the next command has started", async () => {
    const text = (name: string, of: number): string =>
      `# Written by \`npm run pull\`: ${name} ${of}\n`;
    const pair = (of: number): Files =>
      new Map(["contract.yaml", "source.yaml"].map((name) => [name, text(name, of)]));
    const pulling = (folder: URL): string =>
      `import { writeFiles } from ${JSON.stringify(WRITE)};
       import { isPulled } from ${JSON.stringify(HEADER)};
       await writeFiles(new URL(${JSON.stringify(folder.href)}), new Map(${JSON.stringify([...pair(2)])}), isPulled);`;
    let mixtures = 0;
    await killedEverywhere(async (at) => {
      const folder = placed(pair(1));
      const ran = await ranKilled(pulling(folder), at);
      if (!isSame(found(folder), pair(1)) && !isSame(found(folder), pair(2))) mixtures++;
      later(folder);
      await recoverFolder(folder, isPulled);
      expect(isSame(found(folder), pair(1)) || isSame(found(folder), pair(2)), `call ${at}`).toBe(
        true,
      );
      await writeFiles(folder, pair(2), isPulled);
      expect([isSame(found(folder), pair(2)), hidden(folder)]).toEqual([true, []]);
      return ran;
    });
    expect(mixtures).toBeGreaterThan(0);
  });
});

const hasStrace =
  spawnSync("strace", ["-e", "trace=rename", process.execPath, "-e", ""], { stdio: "ignore" })
    .status === 0;

it.skipIf(!hasStrace)(
  "generate leaves output that is either complete or does not compile, no matter which rename it is killed at",
  async () => {
    const states: boolean[] = [];
    for (let at = 1; at < 30; at++) {
      const folder = placed(old);
      const inject = `inject=rename,renameat,renameat2:signal=SIGKILL:when=${at}`;
      const args = [
        "-f",
        "-qq",
        "-o",
        "/dev/null",
        "-e",
        "trace=rename,renameat,renameat2",
        "-e",
        inject,
      ];
      const { signal } = spawnSync("strace", [
        ...args,
        process.execPath,
        "--input-type=module",
        "--eval",
        writing(folder, now),
      ]);
      const isWhole = isSame(found(folder), old) || isSame(found(folder), now);
      expect(compilesOnce(found(folder)), `rename ${at}`).toBe(isWhole);
      states.push(isWhole);
      later(folder);
      await recoverFolder(folder);
      await writeFolder(folder, now, { label: "out" });
      expect([isSame(found(folder), now), hidden(folder)]).toEqual([true, []]);
      if (signal === null) break;
    }
    expect(states.filter((isWhole) => !isWhole).length).toBeGreaterThan(2);
    expect(states.length).toBeLessThan(29);
  },
);
