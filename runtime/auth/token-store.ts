import { StepTimeout, withTimeout } from "../clock.js";
import { ConnectionError } from "../errors.js";
import type { CallConfig } from "../http/config.js";
import { checkFunction } from "../options.js";
import { checkSecret, type StoredTokens, type TokenStore, type Tokens } from "./credentials.js";

// How much longer than `timeoutMs` acquiring a lock may take, in milliseconds. Another process may
// be refreshing under the lock, with several attempts.
const LOCK_MS = 30_000;

/** The checked tokens from a store. */
export interface ReadTokens {
  readonly accessToken: string | null;
  readonly refreshToken: string | null;
  /** ISO 8601. */
  readonly expiresAt: string | null;
  readonly refreshTokenExpiresAt: string | null;
}

/**
 * A caller's token store, with checks and time limits added. The constructor throws a `TypeError`
 * if `read` or `write` is missing.
 */
export class SharedTokens {
  readonly #config: CallConfig;
  readonly #store: TokenStore;

  constructor(config: CallConfig, store: TokenStore) {
    if (typeof store !== "object" || store === null)
      throw new TypeError("tokens must be an object with read() and write()");
    for (const name of ["read", "write"] as const)
      if (typeof store[name] !== "function")
        throw new TypeError(`tokens must have ${name}(), which ${PURPOSES[name]}`);
    checkFunction("tokens.lock", store.lock);
    this.#config = config;
    this.#store = store;
  }

  /** Whether the store has a lock. */
  get locks(): boolean {
    return this.#store.lock !== undefined;
  }

  /**
   * Reads the stored tokens. Missing or empty tokens and invalid dates become null. Throws a
   * `TypeError` if the result is not an object or a token cannot be sent in a header. Throws a
   * `ConnectionError` after `timeoutMs`. Errors from the store are passed through.
   */
  async read(): Promise<ReadTokens> {
    const stored = (await this.#withTimeout("read", async () => this.#store.read())) ?? {};
    if (typeof stored !== "object")
      throw new TypeError(
        "tokens.read() must return an object like the one passed to write(), or nothing",
      );
    return {
      accessToken: secretIn(stored, "accessToken"),
      refreshToken: secretIn(stored, "refreshToken"),
      expiresAt: timeIn(stored, "expiresAt"),
      refreshTokenExpiresAt: timeIn(stored, "refreshTokenExpiresAt"),
    };
  }

  /**
   * Stores the tokens. Throws a `ConnectionError` after `timeoutMs`. Errors from the store are
   * passed through.
   */
  async write(tokens: Tokens): Promise<void> {
    await this.#withTimeout("write", async () => this.#store.write(tokens));
  }

  /**
   * Runs `work` under the store's lock, or without a lock if the store has none. Resolves or
   * rejects as `work` does. Throws a `ConnectionError` if the lock is not acquired within
   * `timeoutMs` plus 30 s, and a `TypeError` if `lock` resolves without running the work.
   */
  async withLock<Value>(work: () => Promise<Value>): Promise<Value> {
    const { lock } = this.#store;
    if (lock === undefined) return work();
    let outcome: { readonly value: Value } | { readonly error: unknown } | undefined;
    await this.#acquire(async (begin) =>
      lock(async () => {
        if (!begin()) return;
        outcome = await work().then(
          (value) => ({ value }),
          (error: unknown) => ({ error }),
        );
      }),
    );
    if (outcome === undefined)
      throw new TypeError(
        "tokens.lock() must run the function it receives, and resolve when that function has finished",
      );
    if ("error" in outcome) throw outcome.error;
    return outcome.value;
  }

  /**
   * Calls `lock` and waits until it resolves. `lock` must call `begin` before its work; `begin`
   * returns false if the lock was acquired too late. Rejects with a `ConnectionError` if `begin` is
   * not called within `timeoutMs` plus 30 s.
   */
  #acquire(lock: (begin: () => boolean) => Promise<unknown>): Promise<unknown> {
    return new Promise((resolve, reject) => {
      const ms = this.#config.timeoutMs + LOCK_MS;
      let late = false;
      const timer = setTimeout(() => {
        late = true;
        reject(
          new ConnectionError(
            `timeout: tokens.lock() did not acquire the lock within ${ms / 1_000} s`,
            { sent: false, cause: undefined },
          ),
        );
      }, ms);
      const begin = () => {
        clearTimeout(timer);
        return !late;
      };
      lock(begin)
        .then(resolve, reject)
        .finally(() => clearTimeout(timer));
    });
  }

  /** Settles like `work`, but rejects with a `ConnectionError` after `timeoutMs`. */
  async #withTimeout<Value>(name: "read" | "write", work: () => Promise<Value>): Promise<Value> {
    try {
      return await withTimeout(work, { ms: this.#config.timeoutMs, signal: undefined });
    } catch (error) {
      if (!(error instanceof StepTimeout)) throw error;
      throw new ConnectionError(`timeout: tokens.${name}() did not finish`, {
        sent: false,
        cause: error,
      });
    }
  }
}

const PURPOSES = { read: "returns the newest tokens", write: "stores new ones" } as const;

/**
 * A stored token; null if it is missing or empty. Throws a `TypeError` if it cannot be sent in a
 * header.
 */
function secretIn(stored: StoredTokens, name: "accessToken" | "refreshToken"): string | null {
  const value = Object.hasOwn(stored, name) ? (stored[name] ?? "") : "";
  return value === "" ? null : checkSecret(`${name} of tokens.read()`, value);
}

/** A stored date; null if it is missing or invalid. */
function timeIn(stored: StoredTokens, name: "expiresAt" | "refreshTokenExpiresAt"): string | null {
  const value = Object.hasOwn(stored, name) ? stored[name] : null;
  return typeof value === "string" && !Number.isNaN(Date.parse(value)) ? value : null;
}
