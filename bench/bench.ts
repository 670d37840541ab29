import type { Table } from "./harness.js";
import type { Workspace } from "./workspace.js";

export interface Options {
  /** The number of rounds in which processes are measured: 7, or 1 to try out a benchmark. */
  readonly rounds: number;
  /** Whether to include measurements that take minutes and gigabytes. */
  readonly large: boolean;
  /** The folder that contains API descriptions; null if there is none. */
  readonly specs: string | null;
}

export interface Findings {
  readonly tables: readonly Table[];
  /** What was not measured, and why; one line each. */
  readonly skipped?: readonly string[];
  /** The number of rounds that were measured, if it differs from the options. */
  readonly rounds?: number;
  /** Pictures for `docs/`, by file name. */
  readonly pictures?: Readonly<Record<string, string>>;
}

/** One benchmark: a section of `docs/benchmarks.md`. */
export interface Bench {
  /** The name in `npm run bench -- <name>`. */
  readonly name: string;
  readonly heading: string;
  /** Markdown that explains what is measured, and how both sides do the same work. */
  readonly about: string;
  /** The packages in bench/package.json that the benchmark compares with this package. */
  readonly peers: readonly string[];
  /** Whether the benchmark reads an API description. */
  readonly needsDescription: boolean;
  readonly run: (workspace: Workspace, options: Options) => Promise<Findings>;
}
