const EXITS = { SIGINT: 130, SIGTERM: 143 } as const;

export interface Interruption {
  /** Aborts at the first ctrl-C or SIGTERM. */
  readonly signal: AbortSignal;
  /** The exit code that the shell expects for it. */
  exit(): number;
  /** Leaves signals to themselves again, where none came. */
  end(): void;
}

/** Listens for ctrl-C and SIGTERM: the first one stops the work in order, a second one ends the process at once. */
export function interruption(): Interruption {
  const stop = new AbortController();
  let exit = 1;
  const hear = (name: keyof typeof EXITS): void => {
    if (stop.signal.aborted) process.exit(EXITS[name]);
    exit = EXITS[name];
    stop.abort();
  };
  for (const name of names) process.on(name, hear);
  return {
    signal: stop.signal,
    exit: () => exit,
    end: () => {
      // Whoever was told to stop may still be at it: a second one is for that.
      if (stop.signal.aborted) return;
      for (const name of names) process.off(name, hear);
    },
  };
}

const names = Object.keys(EXITS) as readonly (keyof typeof EXITS)[];
