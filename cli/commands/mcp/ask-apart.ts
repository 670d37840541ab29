import { type ForkOptions, fork } from "node:child_process";
import type { Asked } from "./answer-sql.js";
import type { Answer } from "./run-sql.js";
import { Refused } from "./tool.js";

/** The only message that a query's process sends. */
export type Said =
  | { readonly answer: Answer }
  | { readonly refused: string }
  | { readonly failed: string };

/** How to run a query in its own process. */
export interface Asking {
  /** The program that the process runs. */
  readonly program: URL;
  readonly longestMs: number;
  readonly signal: AbortSignal;
}

/** Options for a query's process: limited JavaScript memory, and no environment variables. */
const CONFINED: ForkOptions = {
  execArgv: ["--max-old-space-size=1024"],
  env: {},
  stdio: ["ignore", "ignore", "ignore", "ipc"],
  killSignal: "SIGKILL",
};
const TOO_MUCH =
  "the query used too much memory: read fewer rows, and avoid long strings and lists";

/**
 * Answers a query in its own process, which then ends. Rejects with `signal.reason`, or with
 * `Refused` for a query that must be changed, for example because it takes more than `longestMs` or
 * uses too much memory. A process that ends without an answer counts as out of memory. Rejects with
 * an `Error` if anything else fails.
 */
export async function askApart(
  asked: Asked,
  { program, longestMs, signal }: Asking,
): Promise<Answer> {
  signal.throwIfAborted();
  const limit = AbortSignal.timeout(longestMs);
  const stop = AbortSignal.any([signal, limit]);
  const said = await new Promise<Said | null>((resolve) => {
    const child = fork(program, { ...CONFINED, signal: stop });
    child.once("message", (said: Said) => resolve(said));
    // The process ended without an answer: it was stopped, or ran out of memory.
    child.once("error", () => resolve(null)).once("disconnect", () => resolve(null));
    child.send(asked, () => {});
  });
  if (said === null) {
    signal.throwIfAborted();
    const late = `the query took more than ${longestMs / 1_000} seconds: read fewer rows`;
    throw new Refused(limit.aborted ? late : TOO_MUCH);
  }
  if ("refused" in said) throw new Refused(said.refused);
  if ("failed" in said) throw new Error(said.failed);
  return said.answer;
}
