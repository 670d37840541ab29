import type { Verdict } from "./judge.js";

/**
 * The result of the tests that reach a mutant. `survived`: all pass. `failed`: one fails without a
 * timeout. `endless`: one times out that passes in this time without the mutant. `not judged`: one
 * times out even with four times as much time, because the machine is too busy to pass without the
 * mutant.
 */
export type Fate = "survived" | "failed" | "endless" | "not judged";

/**
 * Runs the tests with the mutant, and returns its fate and the verdict of the last run with the
 * mutant. A timeout alone proves nothing, so the tests then run without the mutant and, unless they
 * pass, with it again in four times the time. `run` gets whether the mutant is active and the
 * factor for the time, and resolves to null if the tests do not end in time.
 */
export async function fateOf(
  run: (mutated: boolean, factor: number) => Promise<Verdict | null>,
): Promise<{ readonly fate: Fate; readonly verdict: Verdict | null }> {
  const first = await run(true, 1);
  if (first !== null && !first.timedOut)
    return { fate: first.passed ? "survived" : "failed", verdict: first };
  if ((await run(false, 1))?.passed === true) return { fate: "endless", verdict: first };
  const last = await run(true, 4);
  if (last === null || last.timedOut) return { fate: "not judged", verdict: last };
  return { fate: last.passed ? "survived" : "failed", verdict: last };
}
