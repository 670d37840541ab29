import { spawnSync } from "node:child_process";
import { appendFileSync } from "node:fs";

export interface Ended {
  readonly exit: number;
  readonly stdout: string;
}

export interface RunOptions {
  /** Keeps what it prints on stdout for who called, and shows the rest. */
  readonly quietly?: boolean;
  readonly env?: Readonly<Record<string, string>>;
  /** Where it runs; here without one. */
  readonly folder?: string;
}

/** Prints a line to the log. */
export function say(line: string): void {
  process.stderr.write(`${line}\n`);
}

/** Tells the job's other steps, and the jobs that wait for it; no effect outside a workflow. */
export function output(name: string, value: string): void {
  if (process.env.GITHUB_OUTPUT) appendFileSync(process.env.GITHUB_OUTPUT, `${name}=${value}\n`);
}

/**
 * Runs one command of the repository and waits for it. What it says on stderr goes on to the log.
 */
export function run(
  words: readonly string[],
  { quietly = false, env = {}, folder }: RunOptions = {},
): Ended {
  const [file = "", ...args] = words;
  say(`$ ${words.join(" ")}`);
  const { status, stdout, error } = spawnSync(file, args, {
    encoding: "utf8",
    cwd: folder,
    env: { ...process.env, ...env },
    maxBuffer: 256 * 1024 * 1024,
    stdio: ["ignore", "pipe", "inherit"],
    shell: process.platform === "win32",
  });
  if (error) throw error;
  if (!quietly) process.stderr.write(stdout);
  return { exit: status ?? 1, stdout };
}

/**
 * Runs the script; what it throws is told in one line. Its log may quote what others wrote, so
 * nothing in it is a command to GitHub.
 */
export async function main(script: () => number | Promise<number>): Promise<void> {
  const word = process.env.GITHUB_ACTIONS === "true" ? crypto.randomUUID() : undefined;
  if (word) process.stdout.write(`::stop-commands::${word}\n`);
  try {
    process.exitCode = await script();
  } catch (error) {
    say(`error  ${error instanceof Error ? error.message : String(error)}`);
    process.exitCode = 1;
  } finally {
    if (word) process.stdout.write(`::${word}::\n`);
  }
}
