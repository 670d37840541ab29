import { setFlagsFromString } from "node:v8";
import { isAlive, statOf } from "../runtime/file-lock.js";
import type { Io, StopSignal } from "./terminal/io.js";
import { removeTemporary } from "./terminal/temporary-files.js";

// Only this module, bin.ts and sql-process.ts access `process`.

const POLL_MS = 250;
const SIGNALS: readonly StopSignal[] = ["SIGINT", "SIGTERM", "SIGHUP"];

/** Whether this process runs on Windows. */
export const isWindows: boolean = process.platform === "win32";

/**
 * V8 flags, keyed by Node's major version. They make V8 wait ten times as long as usual before it
 * optimizes a function.
 */
const LATER: Readonly<Record<string, string>> = {
  20: "--interrupt-budget=1000000",
  22: "--invocation-count-for-turbofan=30000",
};

/**
 * Makes V8 optimize only functions that run for a long time. In a command that takes a second or
 * two, optimizing the others would take a quarter of the time. Affects only Node 20 and 22, because
 * later versions gain little, and V8 prints an error for an unknown flag.
 */
export function optimizeLater(): void {
  const flag = LATER[process.versions.node.split(".")[0] ?? ""];
  const isNode = !("bun" in process.versions || "deno" in process.versions);
  if (flag !== undefined && isNode) setFlagsFromString(flag);
}

/**
 * Returns the streams, environment and `exit` of this process, and functions that listen for its
 * signals and for the end of its parent. `programs` is the folder that contains bin.js.
 *
 * Call this function only once, because it installs handlers. The handlers remove temporary files
 * at exit, and end the process when the reader of stdout closes the pipe. If writing to stdout
 * failed, they print that at exit, and turn exit code 0 into 1. They ignore errors on stderr.
 */
export function processIo(programs: URL): Io {
  process.on("exit", removeTemporary);
  handleStreamErrors();
  const { stdout, stderr, env } = process;
  return {
    ...{ stdout, stderr, env, programs },
    // A getter, so that stdin is only opened if the command reads it.
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

/**
 * Ends the process when the reader of stdout closes the pipe. Any other write error on stdout sets
 * exit code 1; errors on stderr are ignored.
 */
function handleStreamErrors(): void {
  let writeError: Error | undefined;
  process.stdout.on("error", (error: NodeJS.ErrnoException) => {
    // It is not an error if the reader closes the pipe, as `| head` does. Nobody needs the rest of
    // the output.
    if (error.code === "EPIPE") process.exit();
    writeError ??= error;
  });
  // If stderr is closed, the command continues.
  process.stderr.on("error", () => {});
  process.on("exit", () => {
    // The command may not have noticed the write error.
    if (writeError === undefined || process.exitCode !== 0) return;
    process.stderr.write(`error  cannot write to stdout: ${writeError.message}\n`);
    process.exitCode = 1;
  });
}

/**
 * Calls `listener` once when npx, or a similar runner, ends before this process. Polls every 250
 * ms, because a signal that stops npx does not reach this process. The signal only ends npx, and
 * the shell between npx and this process. Does nothing if a user or a supervisor started this
 * process, because under nohup this process must outlive its shell.
 */
function onParentGone(listener: () => void): () => void {
  // Set by npm, pnpm, Yarn and Bun for the processes they start.
  if (process.env.npm_config_user_agent === undefined) return () => {};
  const { ppid } = process;
  const grandparent = statOf(ppid)?.parent;
  const timer = setInterval(() => {
    // On non-POSIX systems, `ppid` stays the same after the parent has ended.
    if (process.ppid === ppid && isAlive({ pid: ppid }) && statOf(ppid)?.parent === grandparent)
      return;
    clearInterval(timer);
    listener();
  }, POLL_MS).unref();
  return () => clearInterval(timer);
}
