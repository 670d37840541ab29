import { readFileSync } from "node:fs";

const LOOK_MS = 250;

/**
 * Calls `gone` once when npx, or another program that runs packages' commands, has ended without this process, polling every 250 ms: when
 * npx is stopped, it ends the shell in between, and the signal does not reach this process. A process started directly by a user or a
 * supervisor is not watched: under nohup it must outlive its shell. Returns the function that stops watching.
 */
export function onParentGone(gone: () => void): () => void {
  // Set by npm, pnpm, Yarn and Bun for the processes they start.
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

/** Checked because on systems other than POSIX a process keeps the id of a parent that has ended. */
function isAlive(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === "EPERM";
  }
}

/** The parent of the shell that npx has started in between; null on a system without /proc. */
function parentOf(pid: number): string | null {
  try {
    // The process name, in parentheses, may contain any character.
    const [, ppid = null] = /^.*\) \S (\d+) /s.exec(readFileSync(`/proc/${pid}/stat`, "utf8")) ?? [];
    return ppid;
  } catch {
    return null;
  }
}

const EXITS = { SIGINT: 130, SIGTERM: 143, SIGHUP: 129 } as const;
// npx forwards a ctrl-C that its child has already received: a second signal within this time is the same one.
const SAME_MS = 300;

export interface Interruption {
  /** Aborted at the first ctrl-C, SIGTERM or SIGHUP, and when the npx that started this process has ended. */
  readonly signal: AbortSignal;
  /** The exit code that the shell expects for the signal. */
  exit(): number;
  /** Removes the signal handlers, if no signal was received. */
  end(): void;
}

/**
 * Handles ctrl-C, SIGTERM and SIGHUP: the first one stops the work in order; a second one ends the process at once, after `atOnce`. The end
 * of npx counts as SIGTERM, which npx does not forward, and never as the second one.
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
      // The work may still be stopping; a second signal must then end the process.
      if (stop.signal.aborted) return;
      for (const name of names) process.off(name, hear);
    },
  };
}

const names = Object.keys(EXITS) as readonly (keyof typeof EXITS)[];
