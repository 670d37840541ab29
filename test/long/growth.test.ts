import { execFile, execFileSync } from "node:child_process";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { build } from "esbuild";
import { afterAll, beforeAll, describe, expect, it } from "vitest";

const run = promisify(execFile);
const ROOT = fileURLToPath(new URL("../../", import.meta.url));
/** What a program takes that does nothing differs by so much from run to run. */
const NOISE = 0.05;
const MOST_GROWTH = 2.6;

/** One thread without a compiler: each run of a program takes nearly the same. */
const NODE = ["--jitless", "--single-threaded", "--stack-size=900"];

/** Without what this machine has its Node read at each start, such as certificates: that would be counted with each program. */
const env = { PATH: process.env.PATH ?? "" };

/** Runs a program, and gives the number of its instructions. */
type Count = (args: readonly string[]) => Promise<number>;

const byPerf: Count = async (args) => {
  const { stderr } = await run("perf", ["stat", "-x,", "-e", "instructions:u", process.execPath, ...NODE, ...args], {
    env,
    timeout: 600_000,
  });
  return Number(/^(\d+),/m.exec(stderr)?.[1]);
};

const byCallgrind: Count = async (args) => {
  const options = ["--tool=callgrind", "--callgrind-out-file=/dev/null", "--smc-check=all-non-file"];
  const { stderr } = await run("valgrind", [...options, process.execPath, ...NODE, ...args], {
    env,
    timeout: 1_200_000,
    maxBuffer: 2 ** 26,
  });
  return Number(/Collected : (\d+)/.exec(stderr)?.[1]);
};

const folder = await mkdtemp(join(tmpdir(), "pinterest-reports-"));
afterAll(() => rm(folder, { recursive: true }));
const program = join(folder, "shapes.mjs");
const shapes = await shapesOf();
const count = await counter();

/** The program with all that it reads with, translated once. */
async function shapesOf(): Promise<readonly (readonly [string, number])[]> {
  const entryPoints = [new URL("./made-up/shapes.ts", import.meta.url).pathname];
  // As CommonJS parts of packages need them.
  const banner = { js: "import { createRequire } from 'node:module'; const require = createRequire(import.meta.url);" };
  await build({
    entryPoints,
    outfile: program,
    bundle: true,
    platform: "node",
    format: "esm",
    target: "node20",
    banner,
    absWorkingDir: ROOT,
  });
  return JSON.parse(execFileSync(process.execPath, [program], { encoding: "utf8" }));
}

/** What counts instructions here; null where nothing does. */
async function counter(): Promise<Count | null> {
  for (const one of [byPerf, byCallgrind]) {
    const instructions = await one(["--eval", "0"]).catch(() => Number.NaN);
    if (instructions > 0) return one;
  }
  return null;
}

describe("instructions for an input of twice the size", () => {
  let empty = 0;
  beforeAll(async () => {
    if (count !== null) empty = await count([program, "nothing"]);
  });

  if (count === null) it.skip("skipped: neither perf nor valgrind counts instructions here", () => {});
  else
    it.concurrent.each(shapes)(`are at most ${MOST_GROWTH} times as many: %s`, async (shape, smallest) => {
      const counts: number[] = [];
      for (const size of [smallest, smallest * 2, smallest * 4]) counts.push((await count([program, shape, String(size)])) - empty);
      // What is refused at once takes as much as nothing, whatever its size.
      const [one = 0, two = 0, four = 0] = counts.map((instructions) => Math.max(instructions, empty * NOISE));
      console.log(`${shape}: ${counts.map((instructions) => Math.round(instructions / 1_000_000)).join(", ")} million instructions`);
      expect({ shape, counts, growth: [two / one, four / two].filter((growth) => growth > MOST_GROWTH) }).toMatchObject({ growth: [] });
    });
});
