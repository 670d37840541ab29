import { type ForkOptions, fork } from "node:child_process";
import type { Asked } from "./answer-sql.js";
import type { Answer } from "./run-sql.js";
import { Refused } from "./tool.js";

/** What the process of a query says, once. */
export type Said =
  | { readonly answer: Answer }
  | { readonly refused: string }
  | { readonly failed: string };

/** How a query is asked. */
export interface Asking {
  /** The program of the process. */
  readonly program: URL;
  readonly longestMs: number;
  readonly signal: AbortSignal;
}

/** What a query gets: so much memory for JavaScript, and nothing of the environment. */
const CONFINED: ForkOptions = {
  execArgv: ["--max-old-space-size=1024"],
  env: {},
  stdio: ["ignore", "ignore", "ignore", "ipc"],
  killSignal: "SIGKILL",
};
const TOO_MUCH = "the query took too much memory: read less in it, and make no long texts or lists";

/**
 * The answer of a query by a process of its own, which ends with it. Rejects with `Refused` for a
 * query that must be changed, also one that takes too much time or memory, and with the reason of
 * `signal`.
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
    // It has ended without an answer: it was stopped, or its memory did not suffice.
    child.once("error", () => resolve(null)).once("disconnect", () => resolve(null));
    child.send(asked, () => {});
  });
  if (said === null) {
    signal.throwIfAborted();
    const late = `the query took more than ${longestMs / 1_000} seconds: read less in it`;
    throw new Refused(limit.aborted ? late : TOO_MUCH);
  }
  if ("refused" in said) throw new Refused(said.refused);
  if ("failed" in said) throw new Error(said.failed);
  return said.answer;
}
