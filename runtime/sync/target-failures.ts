import { RunDeadlineError } from "../errors.js";

// Windows in a row.
const MOST = 3;

/**
 * The failures of a target. One window may be at fault, such as its rows or a table that cannot be
 * widened; a target that fails several times in a row in the same way, for several accounts, has no
 * room or no connection.
 */
export class TargetFailures {
  readonly #mostAccounts: number;
  #kind = "";
  #count = 0;
  #accounts = new Set<string>();

  /** `accounts` is the number of accounts of the run. */
  constructor(accounts: number) {
    this.#mostAccounts = Math.min(2, accounts);
  }

  /**
   * Notes that the target has failed for a window of this account; returns whether the run must
   * end.
   */
  isLast(error: unknown, adAccountId: string): boolean {
    // The rest of the run fails in the same way, by itself.
    if (error instanceof RunDeadlineError) return false;
    const { name, code } = Object(error) as { readonly name?: unknown; readonly code?: unknown };
    const kind = `${name} ${code}`;
    if (kind !== this.#kind) this.reset();
    this.#kind = kind;
    this.#count++;
    this.#accounts.add(adAccountId);
    return this.#count >= MOST && this.#accounts.size >= this.#mostAccounts;
  }

  /** Notes that the target has replaced a window. */
  reset(): void {
    this.#count = 0;
    this.#accounts = new Set();
  }
}

/** What was thrown, as an error. */
export function asError(thrown: unknown): Error {
  return thrown instanceof Error ? thrown : new Error("the target failed", { cause: thrown });
}
