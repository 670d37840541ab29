import type { Clock } from "./clock.js";

/** Until when something must have come. One that has not begun lies nowhere. */
export class Deadline {
  /** How long it is, in milliseconds. */
  readonly ms: number;
  readonly #clock: Pick<Clock, "now">;
  #at: number | null = null;

  constructor(clock: Pick<Clock, "now">, ms: number) {
    this.ms = ms;
    this.#clock = clock;
  }

  /** Begins it, when it has not begun. */
  begin(): this {
    this.#at ??= this.#clock.now() + this.ms;
    return this;
  }

  /** By the clock's `now`. */
  get at(): number {
    return this.#at ?? Number.POSITIVE_INFINITY;
  }

  /** Milliseconds that are left; none or less when it is over. */
  left(): number {
    return this.at - this.#clock.now();
  }
}
