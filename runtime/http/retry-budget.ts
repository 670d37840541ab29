const RESERVE = 10;
const EARNED_BY_A_CALL = 0.2;

/**
 * How many attempts a client may still make a second time. Each call earns a fifth of one and ten are there from the start, so that in an
 * outage the API gets 1.2 requests a call, not six.
 */
export class RetryBudget {
  readonly #reserve: number;
  #left: number;

  constructor(reserve: number = RESERVE) {
    this.#reserve = reserve;
    this.#left = reserve;
  }

  /** A call begins. */
  earn(): void {
    this.#left = Math.min(this.#reserve, this.#left + EARNED_BY_A_CALL);
  }

  /** Takes one attempt out, if there is one. */
  spend(): boolean {
    if (this.#left < 1) return false;
    this.#left--;
    return true;
  }
}
