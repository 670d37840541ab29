import { execFile } from "node:child_process";
import { promisify } from "node:util";

const run = promisify(execFile);

/**
 * Options for Node with which each run of a program takes nearly the same number of instructions:
 * one thread without a compiler.
 */
const NODE = ["--jitless", "--single-threaded", "--stack-size=900"];

/**
 * Without variables that make this machine's Node read files at each start, such as certificates,
 * which would be counted for each program.
 */
const env = { PATH: process.env.PATH ?? "" };

/**
 * Runs a program with Node in a folder, and returns the number of its instructions. Rejects if the
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

/** The available counter of instructions, `perf` or `valgrind`, or null. */
export async function instructionCounter(): Promise<CountInstructions | null> {
  for (const one of [byPerf, byCallgrind]) {
    const instructions = await one(["--eval", "0"]).catch(() => Number.NaN);
    if (instructions > 0) return one;
  }
  return null;
}
