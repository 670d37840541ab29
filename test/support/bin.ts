import { type ChildProcess, spawn } from "node:child_process";
import { symlink } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { inject } from "vitest";
import type { Place } from "./cli-fake-server.js";
import type { Ended } from "./in-process.js";

export type { Ended } from "./in-process.js";

/** The path of the command line, built from these sources. */
export const BIN = join(inject("transpiled"), "cli/bin.js");

export interface Given {
  readonly stdin?: string;
  readonly env?: Readonly<Record<string, string>>;
  readonly cwd?: string;
  /** Sends ctrl-C as soon as stderr contains this. */
  readonly interruptAt?: RegExp;
  /** Sends these signals together as soon as stderr contains `seen`, or `seen` returns true. */
  readonly signalsAt?: {
    readonly seen: RegExp | (() => boolean);
    readonly send: readonly NodeJS.Signals[];
  };
  /** Called with the process as soon as it has started. */
  readonly started?: (child: ChildProcess) => void;
}

/**
 * Runs the command line in another process, without this process's tokens. By default it is built
 * from these sources; `copy` selects a working copy.
 */
export function bin(args: readonly string[], given: Given = {}, copy?: URL): Promise<Ended> {
  const { stdin = "", env = {}, cwd, interruptAt, signalsAt, started } = given;
  const own = Object.fromEntries(
    Object.entries(process.env).filter(([name]) => !name.startsWith("PINTEREST_") && name !== "CI"),
  );
  const program = copy ? fileURLToPath(new URL("cli/bin.js", copy)) : BIN;
  const child = spawn(process.execPath, [program, ...args], { cwd, env: { ...own, ...env } });
  let [stdout, stderr] = ["", ""];
  started?.(child);
  // Only once: a second ctrl-C ends the process at once.
  let seen = signalsAt?.seen ?? interruptAt;
  const send = signalsAt?.send ?? (["SIGINT"] as const);
  child.stdout.setEncoding("utf8").on("data", (text: string) => (stdout += text));
  const sendIfSeen = (): void => {
    if (seen === undefined || !(typeof seen === "function" ? seen() : seen.test(stderr))) return;
    seen = undefined;
    for (const signal of send) child.kill(signal);
  };
  child.stderr.setEncoding("utf8").on("data", (text: string) => {
    stderr += text;
    sendIfSeen();
  });
  const timer = typeof seen === "function" ? setInterval(sendIfSeen, 5) : undefined;
  // The pipe is closed if the command does not read its stdin.
  child.stdin.on("error", () => {});
  child.stdin.end(stdin);
  return new Promise((resolve, reject) => {
    child.on("error", reject);
    child.on("close", (exit) => {
      clearInterval(timer);
      resolve({ exit, stdout, stderr });
    });
  });
}

/** Runs the command line in another process, in a place's folder and against its server. */
export function binIn(
  { folder, access }: Place,
  args: readonly string[],
  { env, ...given }: Given = {},
): Promise<Ended> {
  return bin(args, { cwd: folder, ...given, env: { ...access, ...env } });
}

/**
 * Creates a link `stdout` in the folder, like `/dev/stdout`. Tests must not use the original,
 * because root could replace it.
 */
export function linkToStdout(folder: string): Promise<void> {
  return symlink("/dev/fd/1", join(folder, "stdout"));
}
