import { readFileSync } from "node:fs";

const LOOK_MS = 250;

/**
 * Calls `gone` once when npx, or another program that runs packages' commands, has ended and left this process alone: told to stop, npx ends
 * the shell between them, and the signal goes no further. A process that a person or a supervisor has started by itself is left alone: under
 * nohup it is to outlive its shell. Gives what stops the watch.
 */
export function onParentGone(gone: () => void): () => void {
  // Set by npm, pnpm, Yarn and Bun for what they start.
  if (process.env.npm_config_user_agent === undefined) return () => {};
  const { ppid } = process;
  const above = parentOf(ppid);
  const timer = setInterval(() => {
    if (process.ppid === ppid && isAlive(ppid) && parentOf(ppid) === above) return;
    clearInterval(timer);
    gone();
  }, LOOK_MS).unref();
  return () => clearInterval(timer);
}

/** Elsewhere than on POSIX systems a process keeps the number of a parent that is no more. */
function isAlive(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === "EPERM";
  }
}

/** The parent of the shell that npx has put between; null where the system has no /proc to read it from. */
function parentOf(pid: number): string | null {
  try {
    // The name, in parentheses, may hold anything.
    const [, ppid = null] = /^.*\) \S (\d+) /s.exec(readFileSync(`/proc/${pid}/stat`, "utf8")) ?? [];
    return ppid;
  } catch {
    return null;
  }
}
