import { execFile } from "node:child_process";
import { promisify } from "node:util";

const run = promisify(execFile);

/**
 * Node options that make runs of a program take nearly the same number of instructions: a single
 * thread, without a compiler.
 */
const NODE = ["--jitless", "--single-threaded", "--stack-size=900"];

/**
 * Excludes variables that make Node read files at startup, such as certificates, which would be
 * counted.
 */
const env = { PATH: process.env.PATH ?? "" };

/**
 * Runs a program with Node in a folder, and resolves to its number of instructions. Rejects if the
 * program fails.
 */
export type CountInstructions = (args: readonly string[], cwd?: string) => Promise<number>;

const byPerf: CountInstructions = async (args, cwd) => {
  const { stderr } = await run(
    "perf",
    ["stat", "-x,", "-e", "instructions:u", process.execPath, ...NODE, ...args],
    {
      env,
      cwd,
      timeout: 600_000,
    },
  );
  return Number(/^(\d+),/m.exec(stderr)?.[1]);
};

const byCallgrind: CountInstructions = async (args, cwd) => {
  const options = [
    "--tool=callgrind",
    "--callgrind-out-file=/dev/null",
    "--smc-check=all-non-file",
  ];
  const { stderr } = await run("valgrind", [...options, process.execPath, ...NODE, ...args], {
    env,
    cwd,
    timeout: 1_200_000,
    maxBuffer: 2 ** 26,
  });
  return Number(/Collected : (\d+)/.exec(stderr)?.[1]);
};

/** An instruction counter that uses `perf` or `valgrind`, or null if neither is available. */
export async function instructionCounter(): Promise<CountInstructions | null> {
  for (const one of [byPerf, byCallgrind]) {
    const instructions = await one(["--eval", "0"]).catch(() => Number.NaN);
    if (instructions > 0) return one;
  }
  return null;
}
