import { daysOf } from "../dates.js";
import { loadClient, loadPlanner, loadValidators } from "../modules.js";
import { said } from "../plan.js";
import type { Body } from "../session.js";
import { line } from "../validate.js";

export interface RequestOptions {
  /** Whether more than one request may be made of it. */
  readonly plan: boolean;
  /** `YYYY-MM-DD`, in UTC. */
  readonly today: string | undefined;
}

/** What to send for a body, or why nothing can be. Both say what a person should know. */
export type Requests =
  | { readonly bodies: readonly Body[]; readonly words: readonly string[] }
  | { readonly bodies: null; readonly words: readonly string[] };

const MOST_SPANS_SHOWN = 10;

/** The requests for a body: itself when it breaks no rule; with `plan`, as many as the rules make of it. */
export async function requestsFor(body: unknown, { plan, today }: RequestOptions): Promise<Requests> {
  const { planReport } = await loadPlanner();
  const asOf = today === undefined ? {} : { today };
  if (!plan) {
    const { validateReport } = await loadValidators();
    const errors = validateReport(body, asOf).filter(({ severity }) => severity === "error");
    // The validator has let it through, or it never gets away.
    if (errors.length === 0) return { bodies: [body as Body], words: daysWords([body]) };
    const { InvalidBodyError } = await loadClient();
    const { requests } = planReport(body, asOf);
    return { bodies: null, words: [`error  ${new InvalidBodyError(errors).message}`, ...planWords(requests.length)] };
  }
  const planned = planReport(body, asOf);
  const told = said(planned);
  if (planned.problems.some(({ severity }) => severity === "error")) return { bodies: null, words: planned.problems.map(line) };
  if (planned.requests.length === 0) return { bodies: null, words: [...told, "error  no day is left that may be asked for"] };
  return { bodies: planned.requests, words: [...daysWords(planned.requests), ...told] };
}

function daysWords(bodies: readonly unknown[]): readonly string[] {
  const days = [...new Set(bodies.map(daysOf).filter((text) => text !== null))];
  const more = days.length > MOST_SPANS_SHOWN ? [`days      … and ${days.length - MOST_SPANS_SHOWN} more spans`] : [];
  return [...days.slice(0, MOST_SPANS_SHOWN).map((text) => `days      ${text}`), ...more];
}

function planWords(count: number): readonly string[] {
  if (count === 0) return [];
  return [`  fix  --plan asks for what the rules allow of it, in ${count === 1 ? "1 request" : `${count} requests`}.`];
}
