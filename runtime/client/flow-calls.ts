import { RateLimitError } from "../errors.js";
import type { Flow } from "../flow.js";
import { type CallOptions, type CreateTerms, call, failureOf, type Terms, tokenEntry } from "../http/call.js";
import type { Settings } from "../http/config.js";
import type { Pace } from "../http/limiter.js";
import { mayPass } from "../http/retry.js";
import { type Exchange, exchange } from "../http/transport.js";
import type { ReportHandle, ReportLook } from "../report.js";
import { oneLine } from "../shown.js";
import { outcomeOf } from "./create-outcome.js";
import { parseResponse, readCreated, readLook } from "./flow-answers.js";
import { Look } from "./look.js";
import { mayAppear, type Seen } from "./poll.js";

const LONGEST_MESSAGE = 1_000;
// All but the report's token and its link.
const SHOWABLE = ["report_status", "size", "code", "message", "status"];

/** What came of a create. */
export interface Created {
  readonly token: string;
  readonly status: string;
  /** Pinterest's own words, on one line and without secrets; empty when there were none. */
  readonly message: string;
}

interface Step extends Terms, Pick<CallOptions, "cut" | "waitsItself">, Pick<Pace, "gate"> {
  readonly step: "create" | "poll";
  readonly account: string;
}

/** The two calls of a flow, each tried again as far as that does no harm. */
export class FlowCalls<Body> {
  readonly #settings: Settings;
  readonly #flow: Flow<Body>;
  readonly #operations: Readonly<Record<Step["step"], string>>;

  constructor(settings: Settings, flow: Flow<Body>) {
    this.#settings = settings;
    this.#flow = flow;
    this.#operations = { create: `${flow.name} create`, poll: `${flow.name} poll` };
  }

  create(account: string, body: Body, { before, ...terms }: CreateTerms): Promise<Created> {
    return this.#call({ step: "create", account, ...terms }, async (step) => {
      await before?.();
      terms.signal?.throwIfAborted();
      try {
        const { data } = await this.#flow.create(step.api, account, body, step.init);
        const { token, status, message } = readCreated(step, data, this.#flow.envelope?.create);
        const clean = (text: string): string => oneLine(step.clean(text, [token]), LONGEST_MESSAGE);
        return { token, status: clean(status), message: clean(message) };
      } catch (error) {
        if (terms.cut === undefined) terms.signal?.throwIfAborted();
        throw outcomeOf(error);
      }
    });
  }

  /** One look; throws when it sees nothing. */
  look(handle: ReportHandle, terms: Terms & Pick<CallOptions, "waitsItself">): Promise<Seen & { look: ReportLook }> {
    const { adAccountId, token } = handle;
    return this.#call({ step: "poll", account: adAccountId, ...terms }, async (step) => {
      const { data } = await this.#flow.poll(step.api, adAccountId, token, step.init);
      const { status, url, size } = readLook(step, data, this.#flow.envelope?.poll);
      const { done, failed, pending } = this.#flow.statuses;
      const known = [done, failed, pending].some((statuses) => statuses.includes(status));
      const over = failed.includes(status) && !mayAppear(status, handle, this.#settings.clock);
      const state = done.includes(status) ? "done" : over ? "failed" : "pending";
      // Of one that this version does not know, nobody has said what it may hold.
      const shown = known ? status : step.clean(status, [url ?? ""]);
      return { look: new Look({ status: shown, state, known, url, size }), askedMs: step.askedMs() };
    });
  }

  /** One look of a wait, which looks again by itself; throws only what another look would not change. */
  async see(handle: ReportHandle, terms: Terms): Promise<Seen> {
    try {
      return await this.look(handle, { ...terms, waitsItself: true });
    } catch (error) {
      const missed = missedLook(error, this.#settings.clock.date());
      if (missed === null) throw error;
      return missed;
    }
  }

  #call<Value>(
    { step, account, deadline, signal, cut, gate, waitsItself = false }: Step,
    work: (step: Exchange) => Promise<Value>,
  ): Promise<Value> {
    const settings = this.#settings;
    // Looks go first: a report that is there and is not looked at in time is lost, one that is not there yet can wait.
    const first = step === "poll";
    const pace = { category: this.#flow.rateLimit?.[step] ?? null, operation: this.#operations[step], account, first, gate };
    const options: CallOptions = {
      work: { name: step, account, flow: this.#flow.name },
      // Doing it twice: a second look does no harm, a second create makes a second report.
      repeatable: first,
      waitsItself,
      get deadline() {
        return deadline.at;
      },
      patienceMs: deadline.ms,
      signal,
      cut,
      pace,
      entry: tokenEntry(settings.tokens, signal),
    };
    return call(settings, options, (number, access, ms) =>
      work(exchange(settings, { number, signal: cut ?? signal, access, ms, pace, showable: SHOWABLE, parse: parseResponse })),
    );
  }
}

/** A look that saw nothing and may go well another time; null for any other failure. */
function missedLook(error: unknown, date: number): Seen | null {
  if (error instanceof RateLimitError) return { look: null, error, because: "rate limit", askedMs: Date.parse(error.retryAt) - date };
  const failure = failureOf(error);
  if (!(error instanceof Error) || failure === null || !mayPass(failure)) return null;
  if (failure.kind === "silence") return { look: null, error, because: "no answer", askedMs: null };
  return { look: null, error, because: String(failure.status), askedMs: failure.retryAfterMs };
}
