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

const EXITS = { SIGINT: 130, SIGTERM: 143, SIGHUP: 129 } as const;
// npx hands on a ctrl-C that its child has had already: so soon after the first, a second one is the same.
const SAME_MS = 300;

export interface Interruption {
  /** Aborts at the first ctrl-C, SIGTERM or SIGHUP, and when npx, which had started this, is gone. */
  readonly signal: AbortSignal;
  /** The exit code that the shell expects for it. */
  exit(): number;
  /** Leaves signals to themselves again, where none came. */
  end(): void;
}

/**
 * Listens for ctrl-C, SIGTERM and SIGHUP: the first one stops the work in order, a second one ends the process at once, after `atOnce`. That npx
 * is gone counts as SIGTERM, which it does not hand on, and never as a second one.
 */
export function interruption(atOnce: () => void = () => {}): Interruption {
  const stop = new AbortController();
  let exit = 1;
  let first = 0;
  const hear = (name: keyof typeof EXITS): void => {
    if (stop.signal.aborted && performance.now() - first < SAME_MS) return;
    if (stop.signal.aborted) {
      atOnce();
      process.exit(EXITS[name]);
    }
    first = performance.now();
    exit = EXITS[name];
    stop.abort();
  };
  for (const name of names) process.on(name, hear);
  const unwatch = onParentGone(() => {
    if (!stop.signal.aborted) hear("SIGTERM");
  });
  return {
    signal: stop.signal,
    exit: () => exit,
    end: () => {
      unwatch();
      // Whoever was told to stop may still be at it: a second one is for that.
      if (stop.signal.aborted) return;
      for (const name of names) process.off(name, hear);
    },
  };
}

const names = Object.keys(EXITS) as readonly (keyof typeof EXITS)[];
