import { abortable } from "../clock.js";

const ROOM = 256;

interface Sent<Item> {
  readonly item: Item;
  taken(): void;
}

/** Hands items from many to one, who sets the pace: whoever sends waits while too many lie there. */
export class Channel<Item> {
  readonly #items: Sent<Item>[] = [];
  #at = 0;
  readonly #waiting: (() => void)[] = [];
  #wake: (() => void) | null = null;
  #end: { readonly error?: unknown } | null = null;

  /** Resolves when there is room for more; rejects when the signal aborts before. */
  async send(item: Item, signal: AbortSignal): Promise<void> {
    this.#put({ item, taken: () => {} });
    if (this.#items.length - this.#at > ROOM) await abortable(new Promise<void>((resolve) => this.#waiting.push(resolve)), signal);
  }

  /** Resolves when the item was taken and the next one was asked for. */
  deliver(item: Item, signal: AbortSignal): Promise<void> {
    return abortable(new Promise((taken) => this.#put({ item, taken })), signal);
  }

  /** No more items come. With an error, what lies there is not handed out either. */
  end(end: { readonly error?: unknown } = {}): void {
    this.#end ??= end;
    this.#wake?.();
  }

  /** Nobody reads any more: what lies there is not handed out. */
  close(): void {
    this.#items.length = this.#at = 0;
    this.end();
  }

  async *items(): AsyncGenerator<Item, void, undefined> {
    for (;;) {
      if (this.#end && "error" in this.#end) throw this.#end.error;
      const next = this.#items[this.#at];
      if (next !== undefined) {
        this.#advance();
        yield next.item;
        next.taken();
      } else if (this.#end) return;
      else await new Promise<void>((resolve) => (this.#wake = resolve));
    }
  }

  #put(sent: Sent<Item>): void {
    this.#items.push(sent);
    this.#wake?.();
  }

  #advance(): void {
    this.#at++;
    if (this.#at < ROOM) return;
    this.#items.splice(0, this.#at);
    this.#at = 0;
    // All at once: each sends one and stands in line again.
    for (const resolve of this.#waiting.splice(0)) resolve();
  }
}
