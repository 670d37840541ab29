import { setFlagsFromString } from "node:v8";
import { isAlive, statOf } from "../runtime/file-lock.js";
import type { Io, StopSignal } from "./terminal/io.js";
import { removeTemporary } from "./terminal/temporary-files.js";

// Beside bin.ts and sql-process.ts the only module that uses the process of the command.

const POLL_MS = 250;
const SIGNALS: readonly StopSignal[] = ["SIGINT", "SIGTERM", "SIGHUP"];

/** Whether this process runs on Windows. */
export const isWindows: boolean = process.platform === "win32";

/**
 * The flag of V8 that delays optimization to ten times as much use of a function, by major version
 * of Node.
 */
const LATER: Readonly<Record<string, string>> = {
  20: "--interrupt-budget=1000000",
  22: "--invocation-count-for-turbofan=30000",
};

/**
 * Lets V8 optimize only functions that run for long, for commands of a second or two: optimizing
 * the others takes a quarter of their time. Does nothing in other runtimes and versions of Node
 * than 20 and 22: later ones gain little, and V8 prints an error for a flag that it does not know.
 */
export function optimizeLater(): void {
  const flag = LATER[process.versions.node.split(".")[0] ?? ""];
  const isNode = !("bun" in process.versions || "deno" in process.versions);
  if (flag !== undefined && isNode) setFlagsFromString(flag);
}

/**
 * The streams, environment and signals of this process. Call it once: it installs handlers that
 * remove temporary files at exit, end the process when the reader of stdout is gone, and set exit
 * code 1 if stdout could not be written. Errors of stderr are ignored. `programs` is the folder of
 * bin.js.
 */
export function processIo(programs: URL): Io {
  process.on("exit", removeTemporary);
  handleStreamErrors();
  const { stdout, stderr, env } = process;
  return {
    ...{ stdout, stderr, env, programs },
    // Opened only by a command that reads it.
    get stdin() {
      return process.stdin;
    },
    onSignal: (listener) => {
      for (const signal of SIGNALS) process.on(signal, listener);
      return () => {
        for (const signal of SIGNALS) process.off(signal, listener);
      };
    },
    onParentGone,
    exit: (code) => process.exit(code),
  };
}

/** Handles streams whose reader has gone or that cannot be written. */
function handleStreamErrors(): void {
  let writeError: Error | undefined;
  process.stdout.on("error", (error: NodeJS.ErrnoException) => {
    // A pipe closed by its reader, as by `| head`, is not an error; the rest of the output has no
    // reader.
    if (error.code === "EPIPE") process.exit();
    writeError ??= error;
  });
  // A closed stderr does not stop the command.
  process.stderr.on("error", () => {});
  process.on("exit", () => {
    // The command may not have noticed the write error.
    if (writeError === undefined || process.exitCode !== 0) return;
    process.stderr.write(`error  stdout cannot be written: ${writeError.message}\n`);
    process.exitCode = 1;
  });
}

/**
 * Calls `gone` once when npx, or another program that runs packages' commands, has ended without
 * this process, polling every 250 ms: when npx is stopped, it ends the shell in between, and the
 * signal does not reach this process. A process started directly by a user or a supervisor is not
 * watched: under nohup it must outlive its shell.
 */
function onParentGone(listener: () => void): () => void {
  // Set by npm, pnpm, Yarn and Bun for the processes they start.
  if (process.env.npm_config_user_agent === undefined) return () => {};
  const { ppid } = process;
  const grandparent = statOf(ppid)?.parent;
  const timer = setInterval(() => {
    // On systems other than POSIX a process keeps the id of a parent that has ended.
    if (process.ppid === ppid && isAlive({ pid: ppid }) && statOf(ppid)?.parent === grandparent)
      return;
    clearInterval(timer);
    listener();
  }, POLL_MS).unref();
  return () => clearInterval(timer);
}
