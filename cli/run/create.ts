import type { ClientEvent } from "../progress.js";
import type { Body, Client, Handle } from "../session.js";

// So long an answer is waited for that would bring a report's handle.
const PATIENCE_MS = 10_000;

/** A report that is being asked for. */
export class Creation {
  #asked = false;
  #open = false;
  readonly #signal: AbortSignal;

  /** Stops at the signal: at once where nothing is under way, else when the answer is there, or long overdue. */
  constructor(signal: AbortSignal) {
    this.#signal = signal;
  }

  /** Whether Pinterest has perhaps heard of it. */
  get asked(): boolean {
    return this.#asked;
  }

  async create(client: Client, { adAccountId, body }: { readonly adAccountId: string; readonly body: Body }): Promise<Handle> {
    const stop = new AbortController();
    const end = (): void => stop.abort(this.#signal.reason);
    let timer: NodeJS.Timeout | undefined;
    const hear = (): void => {
      if (this.#open) timer = setTimeout(end, PATIENCE_MS);
      else end();
    };
    const onEvent = (event: ClientEvent): void => {
      if (event.type === "request" && event.path.endsWith("/reports")) this.#asked = this.#open = true;
      // It was refused for now: nobody answers before it is asked again.
      if (event.type !== "wait") return;
      this.#open = false;
      if (this.#signal.aborted) end();
    };
    this.#signal.throwIfAborted();
    this.#signal.addEventListener("abort", hear, { once: true });
    try {
      // The client validates the body before anything is sent, so that it needs no shape before.
      return await client.report.create(adAccountId, body, { signal: stop.signal, onEvent });
    } finally {
      clearTimeout(timer);
      this.#signal.removeEventListener("abort", hear);
    }
  }
}
