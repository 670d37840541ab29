import { resolve } from "node:path";
import type { Readable, Writable } from "node:stream";
import type { Clock } from "../modules.js";

/** The streams, environment, clock and signals of a command, from its process or a test. */
export interface Io {
  readonly stdin: Readable & { readonly isTTY?: boolean | undefined };
  /** `fd` is the stream's file descriptor, if it has one. */
  readonly stdout: Writable & {
    readonly isTTY?: boolean | undefined;
    readonly fd?: number | undefined;
    hasColors?(): boolean;
  };
  readonly stderr: Screen;
  readonly env: Environment;
  /**
   * The folder that contains spec/ and generated/, and that relative paths are resolved against.
   * Default: the process's working folder.
   */
  readonly cwd?: string | undefined;
  /** The client's clock. Default: the machine's. */
  readonly clock?: Clock | undefined;
  /** The folder that contains the package's programs, such as `bin.js`. */
  readonly programs: URL;
  /**
   * Calls the listener for each signal that asks the command to stop. Returns a function that
   * removes the listener.
   */
  onSignal(listener: (signal: StopSignal) => void): () => void;
  /**
   * Calls the listener once if npx started the command and ends before the command does. Returns a
   * function that removes the listener.
   */
  onParentGone(listener: () => void): () => void;
  /** Ends the process at once. */
  exit(code: number): void;
}

/** The environment variables, keyed by name. */
export type Environment = Readonly<Record<string, string | undefined>>;

/** The signals that ask a command to stop. */
export type StopSignal = "SIGINT" | "SIGTERM" | "SIGHUP";

/** The stream for messages and progress. */
export interface Screen extends Pick<Writable, "write"> {
  readonly isTTY?: boolean | undefined;
  readonly columns?: number | undefined;
  readonly rows?: number | undefined;
  /** Whether the terminal shows colors; absent if the stream is not a terminal. */
  hasColors?(): boolean;
}

const MACHINE: Pick<Clock, "now" | "date"> = {
  now: () => performance.now(),
  date: () => Date.now(),
};

/**
 * The command's clock: `io.clock`, or the machine's. `now` measures durations in milliseconds;
 * `date` returns milliseconds since 1970.
 */
export function clockOf({ clock }: Pick<Io, "clock">): Pick<Clock, "now" | "date"> {
  return clock ?? MACHINE;
}

/**
 * Resolves a path from the command line against `cwd`. An absolute path is only normalized. Without
 * `cwd`, the path is unchanged.
 */
export function fullPath(path: string, { cwd }: Pick<Io, "cwd">): string {
  return cwd === undefined ? path : resolve(cwd, path);
}
