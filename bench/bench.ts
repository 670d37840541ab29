import type { Table } from "./harness.js";
import type { Workspace } from "./workspace.js";

export interface Options {
  /** The number of rounds for processes: 7, or 1 to try a benchmark. */
  readonly rounds: number;
  /** Whether to measure things that take minutes and gigabytes. */
  readonly large: boolean;
  /** The folder of descriptions; null without one. */
  readonly specs: string | null;
}

export interface Findings {
  readonly tables: readonly Table[];
  /** What was not measured, and why; one line each. */
  readonly skipped?: readonly string[];
  /** How many rounds were measured, if not as many as the options say. */
  readonly rounds?: number;
  /** Pictures for `docs/`, by file name. */
  readonly pictures?: Readonly<Record<string, string>>;
}

/** One benchmark: a section of `docs/benchmarks.md`. */
export interface Bench {
  /** The name in `npm run bench -- <name>`. */
  readonly name: string;
  readonly heading: string;
  /** Markdown: the results, and how both sides were made to do the same work. */
  readonly about: string;
  /** The packages of bench/package.json that it compares. */
  readonly peers: readonly string[];
  /** Whether it reads a description. */
  readonly needsDescription: boolean;
  readonly run: (workspace: Workspace, options: Options) => Promise<Findings>;
}
