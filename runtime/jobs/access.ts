import { isCredentialFailure } from "../auth/token-endpoint.js";
import type { Connected } from "../client/connection.js";
import { apiRequest } from "../client/operation-client.js";
import { ApiError, AuthError } from "../errors.js";
import type { SharedState } from "../workers/state.js";
import { stateCall } from "./claim.js";

// Maximum wait for another worker that records the same, in milliseconds.
const WAIT_MS = 5_000;

/** That the workers of a queue stopped. */
interface Stopped {
  /** Message of the error by which Pinterest rejected their credentials. */
  readonly message: string;
  /** When, in milliseconds since 1970. */
  readonly date: number;
}

/** Why the workers of a queue stopped. */
export class StopRecord {
  readonly #shared: SharedState;
  readonly #key: string;

  constructor(shared: SharedState, queue: string) {
    this.#shared = shared;
    this.#key = `jobs:${queue}:stopped`;
  }

  /** Null if they have not stopped. */
  async read(): Promise<Stopped | null> {
    return JSON.parse((await stateCall(() => this.#shared.read(this.#key))) ?? "null");
  }

  /** Replaces the record; null removes it. */
  async write(stopped: Stopped | null): Promise<void> {
    const lease = await stateCall(() => this.#shared.acquire(this.#key, { waitMs: WAIT_MS }));
    if (lease === null) return;
    try {
      await stateCall(() => lease.write(JSON.stringify(stopped)));
    } finally {
      await lease.release();
    }
  }
}

/** Whether Pinterest accepts the client's token, by the smallest call that reports need the scope of. Rejects if that stays unknown. */
export async function isTokenAccepted(client: Connected): Promise<boolean> {
  try {
    await apiRequest(client)("GET", "/ad_accounts", { query: { page_size: 1 } });
    return true;
  } catch (error) {
    if (isCredentialFailure(error)) return false;
    // A refused permission is none of the token.
    if (error instanceof ApiError && !(error instanceof AuthError) && error.status < 500) return true;
    throw error;
  }
}
