import { type Reply, refusalReply, type Step } from "./reply.js";

/** A limit that the server keeps: so many requests in so much time, then 429. */
export interface Quota {
  readonly requests: number;
  readonly perMs: number;
  /** The calls that count. Default: create and poll. */
  readonly steps?: readonly Step[];
  /**
   * How answers speak of it: `headers` announces it in each, with what is left, and in a 429 says when to come back; `none` says nothing; `cost`
   * is the limiter of query costs, code 2726, which says it in words. Default: `headers`.
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
    if (full !== undefined) return this.#refuse(full, windows);
    for (const window of windows) window.used++;
    const reply = usual();
    return { ...reply, headers: { ...reply.headers, ...this.#headers(windows) } };
  }

  #roll(window: Window): void {
    const passed = Math.floor((this.#date() - window.began) / window.quota.perMs);
    if (passed <= 0) return;
    window.began += passed * window.quota.perMs;
    window.used = 0;
  }

  #refuse(window: Window, windows: readonly Window[]): Reply {
    const { says = "headers" } = window.quota;
    const seconds = this.#untilReset(window);
    if (says === "cost") {
      return refusalReply(429, { code: 2726, message: `Reporting query cost limit exceeded. Retry after ${seconds} seconds` });
    }
    const headers = { ...this.#headers(windows), ...(says === "headers" && { "retry-after": String(seconds) }) };
    return refusalReply(429, { code: 8, message: "You have exceeded your rate limit. Try again later." }, headers);
  }

  /** All windows that are announced, shortest first, behind the number of the one that has the least left: `100, 100;w=1, 1000;w=60`. */
  #headers(windows: readonly Window[]): Readonly<Record<string, string>> {
    const announced = windows
      .filter(({ quota: { says = "headers" } }) => says === "headers")
      .sort((one, other) => one.quota.perMs - other.quota.perMs);
    const left = ({ quota, used }: Window): number => quota.requests - used;
    const [first, ...others] = announced;
    if (first === undefined) return {};
    const tightest = others.reduce((least, window) => (left(window) < left(least) ? window : least), first);
    const policies = announced.map(({ quota: { requests, perMs } }) => `${requests};w=${Math.ceil(perMs / 1_000)}`);
    return {
      "x-ratelimit-limit": [tightest.quota.requests, ...policies].join(", "),
      "x-ratelimit-remaining": String(Math.max(0, left(tightest))),
      "x-ratelimit-reset": String(this.#untilReset(tightest)),
    };
  }

  #untilReset({ quota, began }: Window): number {
    return Math.max(1, Math.ceil((began + quota.perMs - this.#date()) / 1_000));
  }
}
