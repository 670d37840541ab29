import { type Reply, refusalReply, type Step } from "./reply.js";

/** A limit that the server keeps: so many requests in so much time, then 429. */
export interface Quota {
  readonly requests: number;
  readonly perMs: number;
  /** The calls that count. Default: create and poll. */
  readonly steps?: readonly Step[];
  /**
   * How answers speak of it: `headers` says in each what is left, and in a 429 when to come back; `none` says nothing; `cost` is the limiter of
   * query costs, code 2726, which says it in words. Default: `headers`.
   */
  readonly says?: "headers" | "none" | "cost";
}

interface Window {
  readonly quota: Quota;
  began: number;
  used: number;
}

/** Counts calls against quotas, by the server's clock. */
export class Quotas {
  readonly #windows: readonly Window[];
  readonly #date: () => number;

  constructor(quotas: readonly Quota[], date: () => number) {
    this.#windows = quotas.map((quota) => ({ quota, began: date(), used: 0 }));
    this.#date = date;
  }

  /** The answer to a call of this kind: what `usual` gives, or a refusal. */
  answer(step: Step, usual: () => Reply): Reply {
    const windows = this.#windows.filter(({ quota: { steps = ["create", "poll"] } }) => steps.includes(step));
    for (const window of windows) this.#roll(window);
    const full = windows.find(({ quota, used }) => used >= quota.requests);
    if (full !== undefined) return this.#refuse(full);
    for (const window of windows) window.used++;
    const reply = usual();
    const told = windows.filter(({ quota: { says = "headers" } }) => says === "headers").map((window) => this.#headers(window));
    return { ...reply, headers: Object.assign({}, reply.headers, ...told) };
  }

  #roll(window: Window): void {
    const passed = Math.floor((this.#date() - window.began) / window.quota.perMs);
    if (passed <= 0) return;
    window.began += passed * window.quota.perMs;
    window.used = 0;
  }

  #refuse(window: Window): Reply {
    const { says = "headers" } = window.quota;
    const seconds = this.#untilReset(window);
    if (says === "cost") {
      return refusalReply(429, { code: 2726, message: `Reporting query cost limit exceeded. Retry after ${seconds} seconds` });
    }
    const headers = says === "headers" ? { ...this.#headers(window), "retry-after": String(seconds) } : {};
    return refusalReply(429, { code: 8, message: "You have exceeded your rate limit. Try again later." }, headers);
  }

  #headers(window: Window): Readonly<Record<string, string>> {
    const { quota, used } = window;
    return {
      "x-ratelimit-limit": String(quota.requests),
      "x-ratelimit-remaining": String(Math.max(0, quota.requests - used)),
      "x-ratelimit-reset": String(this.#untilReset(window)),
    };
  }

  #untilReset({ quota, began }: Window): number {
    return Math.max(1, Math.ceil((began + quota.perMs - this.#date()) / 1_000));
  }
}
