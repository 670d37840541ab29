import type { Table } from "./harness.js";
import type { Workspace } from "./workspace.js";

export interface Options {
  /** How many rounds processes are measured in: 7, or 1 to try a benchmark. */
  readonly rounds: number;
  /** Also what takes minutes and gigabytes. */
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
  /** As in `npm run bench -- <name>`. */
  readonly name: string;
  readonly heading: string;
  /** Markdown: what was measured, and how both sides were made to do the same work. */
  readonly about: string;
  /** Packages of bench/package.json with which it compares. */
  readonly peers: readonly string[];
  /** Whether it reads a description. */
  readonly needsDescription: boolean;
  readonly run: (workspace: Workspace, options: Options) => Promise<Findings>;
}
