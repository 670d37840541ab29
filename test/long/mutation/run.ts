// Draws mutants of a group's sources by seed, and judges each with the group's tests. A mutant that
// survives shows what no test checks. npx tsx test/long/mutation/run.ts [<group> … --mutants 40
// --seed 1 --minutes 5]. Mutants and minutes are per group and seed. Several seeds are possible:
// --seed 1,2. The default seed is LONG_SEED. --at retry.ts:36 or --at 'retry.ts:36:|poll.ts' (a
// pattern) draws only mutants at these places, to see whether a new test kills a survivor. Prose
// needs PINTEREST_SPECS, and TEST_EFFORT=some to end within an hour.

import { type ChildProcess, fork } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { basename, join } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { randomBy, shuffled } from "../../system/evolution/random.js";
import { type Fate, fateOf } from "./fate.js";
import { GROUPS } from "./groups.js";
import { instrument, type Mutant, sourcesOf } from "./instrument.js";
import type { Question, Verdict } from "./judge.js";

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    mutants: { type: "string", default: "40" },
    seed: { type: "string", default: process.env.LONG_SEED ?? "1" },
    minutes: { type: "string", default: "5" },
    at: { type: "string", default: "" },
    verbose: { type: "boolean", default: false },
  },
});
const most = Number(values.mutants);
const longestMs = Number(values.minutes) * 60_000;

interface Score {
  readonly group: string;
  readonly seed: string;
  readonly mutants: number;
  readonly judged: number;
  /** Drawn, but not judged, because the machine was too busy. */
  readonly notJudged: readonly Mutant[];
  readonly killed: number;
  /** How many of the killed mutants caused an endless test run. */
  readonly endless: number;
  readonly survivors: readonly Survivor[];
}

interface Survivor extends Mutant {
  /** Whether any test of the group executes the mutant. */
  readonly reached: boolean;
}

/** A judge that is restarted if a mutant makes it unresponsive. */
class Court {
  readonly #folder: string;
  #judge: ChildProcess | undefined;

  constructor(folder: string) {
    this.#folder = folder;
  }

  /** The verdict of the tests; null if they did not end in time. */
  async ask(question: Question, limitMs: number): Promise<Verdict | null> {
    this.#judge ??= await started(this.#folder);
    const verdict = await heard<Verdict>(this.#judge, question, limitMs);
    if (verdict === null) this.close();
    return verdict;
  }

  close(): void {
    // Kills its workers too, because an endless loop receives no messages.
    if (this.#judge?.pid !== undefined) process.kill(-this.#judge.pid, "SIGKILL");
    this.#judge = undefined;
  }
}

async function started(folder: string): Promise<ChildProcess> {
  const file = fileURLToPath(new URL("judge.ts", import.meta.url));
  const judge = fork(file, [folder], {
    detached: true,
    execArgv: ["--import", "tsx"],
    stdio: ["ignore", "ignore", "inherit", "ipc"],
  });
  if ((await heard<string>(judge, null, 60_000)) === null)
    throw new Error("the judge does not start");
  return judge;
}

function heard<Said>(
  judge: ChildProcess,
  question: Question | null,
  limitMs: number,
): Promise<Said | null> {
  return new Promise((resolve) => {
    const done = (said: Said | null): void => {
      clearTimeout(timer);
      judge.removeAllListeners();
      resolve(said);
    };
    const timer = setTimeout(() => done(null), limitMs);
    judge.on("message", (said) => done(said as Said));
    judge.on("exit", () => done(null));
    if (question !== null) judge.send(question);
  });
}

/** The test files that reach each mutant, how often, and how fast they are. */
interface Reach {
  readonly test: string;
  readonly tookMs: number;
  readonly hits: Readonly<Record<string, number>>;
}

async function reachOf(folder: string, tests: readonly string[]): Promise<readonly Reach[]> {
  const place = mkdtempSync(join(tmpdir(), "mutants-reached-"));
  const court = new Court(folder);
  try {
    const all: Reach[] = [];
    for (const [index, test] of tests.entries()) {
      const coverage = join(place, String(index));
      const begun = Date.now();
      const verdict = await court.ask({ mutant: "", hits: 0, tests: [test], coverage }, 180_000);
      if (verdict?.passed !== true)
        throw new Error(`without a mutant a test fails: ${verdict?.by ?? test}`);
      // The last line has the totals. A file whose tests are all skipped writes nothing.
      const lines = existsSync(coverage) ? readFileSync(coverage, "utf8") : "{}";
      const hits = JSON.parse(lines.trim().split("\n").at(-1) ?? "{}") as Record<string, number>;
      all.push({ test, tookMs: Date.now() - begun, hits });
    }
    return all.sort((one, other) => one.tookMs - other.tookMs);
  } finally {
    court.close();
    rmSync(place, { recursive: true, force: true });
  }
}

/** The scores of a group, one for each seed. */
async function judged(name: string): Promise<readonly Score[]> {
  const group = GROUPS[name];
  if (group === undefined)
    throw new Error(`unknown group ${name}; known groups are ${Object.keys(GROUPS).join(", ")}`);
  const { folder, mutants } = await instrument(group.sources.flatMap((path) => sourcesOf(path)));
  const court = new Court(folder);
  const scores: Score[] = [];
  try {
    const begun = Date.now();
    const reach = await reachOf(
      folder,
      group.tests.flatMap((path) => sourcesOf(path, ".test.ts")),
    );
    // In a single process, one file may make another fail, and every mutant would count as killed.
    const together = await court.ask(
      { mutant: "", hits: 0, tests: reach.map(({ test }) => test), coverage: "" },
      300_000,
    );
    if (together?.passed !== true)
      throw new Error(`without a mutant the tests fail together: ${together?.by ?? "no end"}`);
    if (values.verbose)
      console.log(
        `${since(begun)}  ${reach.map(({ test, tookMs }) => `${test} ${tookMs}`).join(", ")}`,
      );
    for (const seed of values.seed.split(",")) {
      const end = Date.now() + longestMs;
      const drawn = shuffled(mutants, randomBy(name, seed)).filter(({ at }) =>
        new RegExp(values.at).test(at),
      );
      const survivors: Survivor[] = [];
      const notJudged: Mutant[] = [];
      let [judged, endless] = [0, 0];
      for (const mutant of drawn.slice(0, most)) {
        if (Date.now() > end) break;
        const reached = reach.some(({ hits }) => (hits[mutant.id] ?? 0) > 0);
        const fate = reached ? await judge(court, mutant, reach) : "survived";
        if (fate === "not judged") {
          notJudged.push(mutant);
          continue;
        }
        judged++;
        if (fate === "survived") survivors.push({ ...mutant, reached });
        if (fate === "endless") endless++;
      }
      scores.push({
        group: name,
        seed,
        mutants: mutants.length,
        judged,
        notJudged,
        killed: judged - survivors.length,
        endless,
        survivors,
      });
    }
  } finally {
    court.close();
    rmSync(folder, { recursive: true, force: true });
  }
  return scores;
}

/** The fate of a mutant, judged by the tests that reach it. */
async function judge(
  court: Court,
  { id, at, mutator }: Mutant,
  reach: readonly Reach[],
): Promise<Fate> {
  const reaching = reach.filter(({ hits }) => (hits[id] ?? 0) > 0);
  const sum = (of: (one: Reach) => number): number =>
    reaching.reduce((total, one) => total + of(one), 0);
  const limitMs = 30_000 + 5 * sum(({ tookMs }) => tookMs);
  const hits = 1_000 + 10 * sum(({ hits }) => hits[id] ?? 0);
  // Tests named after the file, or after the part it belongs to, run before tests that only happen
  // to reach it.
  const named = basename(at.split(":")[0] ?? "", ".ts");
  const isOwn = (test: string): boolean => `${named}-`.startsWith(`${basename(test, ".test.ts")}-`);
  const tests = reaching
    .map(({ test }) => test)
    .sort((one, other) => Number(isOwn(other)) - Number(isOwn(one)));
  const begun = Date.now();
  const { fate, verdict } = await fateOf((mutated, factor) =>
    court.ask({ mutant: mutated ? id : "", hits, tests, coverage: "" }, limitMs * factor),
  );
  if (values.verbose)
    console.log(
      `${since(begun)}  ${at} ${mutator}: ${fate}${fate === "survived" ? "" : `: ${verdict?.by ?? "no end"}`}`,
    );
  return fate;
}

function since(begun: number): string {
  return `${((Date.now() - begun) / 1_000).toFixed(1)} s`;
}

const names = positionals.length === 0 ? Object.keys(GROUPS) : positionals;
const scores: Score[] = [];
for (const name of names) {
  for (const score of await judged(name)) {
    scores.push(score);
    const { seed, killed, judged, notJudged } = score;
    console.log(
      `${name}, seed ${seed}: ${killed} of ${judged} killed${notJudged.length === 0 ? "" : `, ${notJudged.length} not judged`}`,
    );
  }
}
console.table(
  scores.map(({ group, seed, mutants, judged, notJudged, killed, endless }) => ({
    group,
    seed,
    mutants,
    judged,
    killed,
    endless,
    survived: judged - killed,
    "not judged": notJudged.length,
    score: judged === 0 ? "-" : `${((100 * killed) / judged).toFixed(0)} %`,
  })),
);
for (const { group, seed, survivors, notJudged } of scores) {
  for (const { at, mutator, was, becomes, reached } of survivors) {
    console.log(
      `${group}, seed ${seed}: ${at} ${mutator}: ${was} -> ${becomes}${reached ? "" : " (not reached)"}`,
    );
  }
  for (const { at, mutator, was, becomes } of notJudged) {
    console.log(
      `${group}, seed ${seed}: ${at} ${mutator}: ${was} -> ${becomes} (not judged: the tests timed out, and did not pass without the mutant either)`,
    );
  }
}
process.exit(0);
