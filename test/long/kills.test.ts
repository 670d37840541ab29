import {
  cpSync,
  existsSync,
  readdirSync,
  readFileSync,
  statSync,
  utimesSync,
  writeFileSync,
} from "node:fs";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { isDeepStrictEqual } from "node:util";
import { beforeAll, describe, expect, it } from "vitest";
import { unfinishedEntry, unfinishedRuns } from "../../generator/write/unfinished.js";
import { bin, binIn, type Ended } from "../support/bin.js";
import { KILLING } from "../support/killing.js";
import { created as createdFor, IDS, MANY, many } from "../support/many-accounts.js";
import { temporaryFolder } from "../support/temporary-folder.js";
import { randomBy, shuffled } from "../system/evolution/random.js";
import { SEED } from "./seed.js";

// The number of times each command is killed. The seed decides at which calls that change the disk.
const KILLS = { generate: 200, pull: 100, run: 200 } as const;
const AT_ONCE = 3;

const OLD = fileURLToPath(new URL("../fixtures/contract-5.12.0.yaml", import.meta.url));
const NEW = fileURLToPath(new URL("../../spec/contract.yaml", import.meta.url));

/** All files below a folder, including hidden ones. */
function filesIn(folder: string): ReadonlyMap<string, string> {
  if (!existsSync(folder)) return new Map();
  const paths = readdirSync(folder, { recursive: true, encoding: "utf8" }).filter((path) =>
    statSync(join(folder, path)).isFile(),
  );
  return new Map(paths.sort().map((path) => [path, readFileSync(join(folder, path), "utf8")]));
}

/** Makes work folders look a few seconds old. A run has that long to name itself in its folder. */
function later(folder: string): void {
  for (const name of readdirSync(folder, { recursive: true, encoding: "utf8" }).filter((path) =>
    /(^|\/)\.[^/]*$/.test(path),
  ))
    utimesSync(join(folder, name), new Date(), new Date(Date.now() - 10_000));
}

const killedAt = (at: number): Readonly<Record<string, string>> => ({
  NODE_OPTIONS: KILLING,
  KILL_AT: String(at),
});

/**
 * The last calls of a command that talks to a server vary in order, and some are not reached. This
 * factor adds more kills.
 */
const MORE = 1.2;

/**
 * Kills a command this often, a few at a time. `each` returns how the command ended. Each call has
 * its turn before any call has a second one.
 */
async function killed(
  name: keyof typeof KILLS,
  each: (at: number) => Promise<Ended>,
): Promise<void> {
  const whole = await each(0);
  const calls = Number(/\ncalls (\d+)\n/.exec(whole.stderr)?.[1]);
  expect(calls, whole.stderr).toBeGreaterThan(5);
  const random = randomBy("kills", name, SEED);
  const round = (): readonly number[] =>
    shuffled(
      Array.from({ length: calls }, (_, index) => index + 1),
      random,
    );
  const waiting = Array.from({ length: Math.ceil((KILLS[name] * MORE) / calls) }, round)
    .flat()
    .slice(0, KILLS[name] * MORE);
  const reached = new Set<number>();
  let deaths = 0;
  const worker = async (): Promise<void> => {
    for (let at = waiting.shift(); at !== undefined && deaths < KILLS[name]; at = waiting.shift()) {
      if ((await each(at)).exit !== null) continue;
      deaths++;
      reached.add(at);
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, worker));
  console.log(`${name}: killed ${deaths} times, at ${reached.size} of its ${calls} calls`);
  expect(deaths).toBeGreaterThanOrEqual(KILLS[name]);
}

describe.each<["generate" | "pull", string, (description: string) => readonly string[]]>([
  [
    "generate",
    "out",
    (description) => ["generate", "--spec", description, "--out", "out", "--flows", "few.yaml"],
  ],
  ["pull", "spec", (description) => ["pull", description]],
])("a killed run of %s", (name, made, args) => {
  let begun = "";
  let before: ReadonlyMap<string, string>;
  let after: ReadonlyMap<string, string>;

  beforeAll(async () => {
    begun = fileURLToPath(temporaryFolder());
    writeFileSync(
      join(begun, "few.yaml"),
      "operations: { accounts: ad_accounts/list, ads: ads/analytics }\n",
    );
    const first = await bin(args(OLD), { cwd: begun });
    expect(first.exit, first.stderr).toBe(0);
    before = filesIn(join(begun, made));
    const whole = fileURLToPath(temporaryFolder());
    cpSync(begun, whole, { recursive: true });
    const second = await bin(args(NEW), { cwd: whole });
    expect(second.exit, second.stderr).toBe(0);
    after = filesIn(join(whole, made));
    expect(after).not.toEqual(before);
  });

  it("leaves each file either old or new, and the next run completes the output", async () => {
    await killed(name, async (at) => {
      const cwd = fileURLToPath(temporaryFolder());
      cpSync(begun, cwd, { recursive: true });
      const ended = await bin(args(NEW), { cwd, env: killedAt(at) });
      const left = new Map(
        [...filesIn(join(cwd, made))].filter(
          ([path]) => !path.split("/").some((step) => step.startsWith(".")),
        ),
      );
      const entry = after.get("index.ts");
      const unfinished = entry === undefined ? undefined : unfinishedEntry(entry);
      for (const [path, text] of left) {
        const allowed = [
          before.get(path),
          after.get(path),
          ...(path === "index.ts" ? [unfinished] : []),
        ];
        expect(allowed, `${at}: ${path}`).toContain(text);
      }
      if (
        name === "generate" &&
        !isDeepStrictEqual(left, before) &&
        !isDeepStrictEqual(left, after)
      ) {
        expect(left.get("index.ts"), `${at}: a mixture`).toBe(unfinished);
        const runs = unfinishedRuns(pathToFileURL(`${join(cwd, made)}/`), made);
        expect(runs, `${at}: what --check says`).toEqual([
          expect.objectContaining({ what: expect.stringContaining("was stopped") }),
        ]);
      }
      later(cwd);
      const next = await bin(args(NEW), { cwd });
      expect(next.exit, `${at}: ${next.stderr}`).toBe(0);
      expect(filesIn(join(cwd, made)), `call ${at}`).toEqual(after);
      return ended;
    });
  });
});

it("after run --journal is killed, the next runs produce every account's rows once and never create a report twice", async () => {
  const night = [...MANY, "--out", "rows.csv", "--journal", "night.journal"];
  await killed("run", async (at) => {
    await using made = await many({});
    const ended = await binIn(made, night, { env: killedAt(at) });
    const created = (id: string): number =>
      createdFor(made.server).filter((one) => one === id).length;
    // Without a journal, the run is complete, and the same command would start another run.
    if (
      existsSync(join(made.folder, "night.journal")) ||
      !existsSync(join(made.folder, "rows.csv"))
    ) {
      const next = await made.call(night);
      // If a create was in flight, its outcome is unknown. It is named, and repeated only with the
      // flag.
      for (const id of IDS) expect(created(id), `call ${at}: ${id}`).toBeLessThanOrEqual(1);
      const whole = next.exit === 0 ? next : await made.call([...night, "--recreate-unknown"]);
      expect(whole.exit, `${at}: ${next.stderr}${whole.stderr}`).toBe(0);
    }
    const lines = (await readFile(join(made.folder, "rows.csv"), "utf8"))
      .trimEnd()
      .split("\n")
      .slice(1);
    expect(new Set(lines).size, `call ${at}`).toBe(lines.length);
    for (const id of IDS)
      expect(
        lines.filter((line) => line.startsWith(`${id},`)).length,
        `call ${at}: ${id}`,
      ).toBeGreaterThan(0);
    for (const id of IDS) expect(created(id), `call ${at}: ${id}`).toBeLessThanOrEqual(2);
    return ended;
  });
});
