import { spawnSync } from "node:child_process";
import { appendFileSync } from "node:fs";

export interface Ended {
  readonly exit: number;
  readonly stdout: string;
}

export interface RunOptions {
  /** True if its stdout must not be printed to the log. */
  readonly quietly?: boolean;
  readonly env?: Readonly<Record<string, string>>;
  /** The folder to run in. Default: the current one. */
  readonly folder?: string;
}

/** Prints a line to the log. */
export function say(line: string): void {
  process.stderr.write(`${line}\n`);
}

/** Sets an output for other steps and jobs of the workflow. No effect outside a workflow. */
export function output(name: string, value: string): void {
  if (process.env.GITHUB_OUTPUT) appendFileSync(process.env.GITHUB_OUTPUT, `${name}=${value}\n`);
}

/** Runs a command and waits for it. Its stderr goes to the log. */
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
 * Runs the script, and prints an error as one line. Output may quote untrusted text, so GitHub is
 * told to ignore commands in it.
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
