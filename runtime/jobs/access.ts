import { isCredentialFailure } from "../auth/token-endpoint.js";
import type { Connected } from "../client/connection.js";
import { apiRequest } from "../client/operation-client.js";
import { ApiError } from "../errors.js";
import type { SharedState } from "../shared-state/state.js";

/** Interval, in milliseconds, at which a worker checks whether others have stopped. */
const WATCH_MS = 2_000;
/** Interval, in milliseconds, at which a stopped worker asks Pinterest whether it may continue. */
const CHECK_MS = 30_000;
/**
 * Maximum wait, in milliseconds, while another worker writes the same record. This is longer than
 * the lease of a worker that has died.
 */
const WAIT_MS = 30_000;

/** Records why all workers with the same credentials have stopped. */
export class StopRecord {
  readonly #shared: SharedState;
  readonly #key: () => Promise<string>;

  /**
   * `group` identifies the credentials, so that workers with other credentials use another record.
   */
  constructor(shared: SharedState, prefix: string, group: () => Promise<string>) {
    this.#shared = shared;
    this.#key = async () => `${prefix}stopped:${await group()}`;
  }

  /**
   * Resolves to Pinterest's error message for the rejected credentials. Null if the workers have
   * not stopped.
   */
  async read(): Promise<string | null> {
    return (await this.#shared.read(await this.#key())) || null;
  }

  /** Replaces the message; null removes it. */
  async write(message: string | null): Promise<void> {
    const lease = await this.#shared.acquire(await this.#key(), { waitMs: WAIT_MS });
    if (lease === null) return;
    try {
      await lease.write(message ?? "");
    } finally {
      await lease.release();
    }
  }
}

/**
 * Whether Pinterest accepts the client's token. Sends the smallest call that needs the same scope
 * as reports. Rejects if the response is inconclusive, for example during an outage.
 */
async function isTokenAccepted(client: Connected, signal: AbortSignal): Promise<boolean> {
  try {
    await apiRequest(client)("GET", "/ad_accounts", { query: { page_size: 1 }, signal });
    return true;
  } catch (error) {
    if (isCredentialFailure(error)) return false;
    // A missing permission does not mean that the token is rejected.
    if (error instanceof ApiError && [400, 401, 403, 404].includes(error.status)) return true;
    throw error;
  }
}

/** Options for an access guard. */
export interface AccessOptions {
  readonly client: Connected;
  readonly record: StopRecord;
  /** Called when Pinterest rejects the credentials. */
  onStop(message: string): Promise<unknown>;
  /** Called when Pinterest accepts the credentials again. */
  onResume(): Promise<unknown>;
}

/**
 * Stops a worker while Pinterest rejects its credentials. A worker checks its token with Pinterest
 * after a job fails because of rejected credentials, or after another worker with the same
 * credentials has stopped. It stops only if Pinterest rejects the token, so outdated information
 * from a suspended worker cannot stop the others. A stopped worker keeps checking, and continues
 * after a process has stored a valid token.
 */
export class AccessGuard {
  readonly #options: AccessOptions;
  #isStopped = false;
  #nextCheckAt = 0;
  #checking: Promise<boolean> | null = null;
  #timer: ReturnType<typeof setTimeout> | undefined;
  readonly #ended = new AbortController();

  constructor(options: AccessOptions) {
    this.#options = options;
  }

  /**
   * Starts watching. Resolves after the first attempt to find out whether the worker may take jobs,
   * even if that attempt fails.
   */
  async begin(): Promise<void> {
    await this.#update().catch(() => {});
    if (this.#ended.signal.aborted) return;
    this.#timer = setTimeout(() => void this.begin(), WATCH_MS);
    this.#timer.unref();
  }

  /** Stops watching permanently. */
  end(): void {
    this.#ended.abort(new Error("the worker is closed"));
    clearTimeout(this.#timer);
  }

  /** Whether the worker has stopped taking jobs. */
  get isStopped(): boolean {
    return this.#isStopped;
  }

  /**
   * Called when a job failed because its credentials were rejected. Resolves to true if the worker
   * has stopped. If it has not, the error affects only the job.
   */
  suspect(message: string): Promise<boolean> {
    this.#checking ??= this.#check(message)
      .catch(() => this.#isStopped)
      .finally(() => {
        this.#checking = null;
      });
    return this.#checking;
  }

  /**
   * Checks the token. If Pinterest rejects it, stops the worker, records the message and resolves
   * to true; otherwise resolves to false.
   */
  async #check(message: string): Promise<boolean> {
    const { client, record } = this.#options;
    if (this.#isStopped) return true;
    if (await isTokenAccepted(client, this.#ended.signal)) return false;
    const stopping = this.#stop(message);
    // If the message cannot be recorded, the other workers find out from their own errors.
    await record.write(message).catch(() => {});
    await stopping;
    return true;
  }

  /**
   * Resumes a stopped worker if Pinterest accepts the token again, at most every 30 s. Stops a
   * running worker if another one has stopped and the token is rejected here too.
   */
  async #update(): Promise<void> {
    const { client, record, onResume } = this.#options;
    if (this.#isStopped) {
      if (Date.now() < this.#nextCheckAt) return;
      this.#nextCheckAt = Date.now() + CHECK_MS;
      if (!(await isTokenAccepted(client, this.#ended.signal))) return;
      await record.write(null);
      if (this.#ended.signal.aborted) return;
      this.#isStopped = false;
      await onResume();
      return;
    }
    const message = await record.read();
    if (message === null) return;
    if (await isTokenAccepted(client, this.#ended.signal)) await record.write(null);
    else await this.#stop(message);
  }

  /**
   * Marks the worker as stopped and calls `onStop`. Does nothing if it is already stopped, or
   * closed.
   */
  async #stop(message: string): Promise<void> {
    if (this.#isStopped || this.#ended.signal.aborted) return;
    this.#isStopped = true;
    this.#nextCheckAt = Date.now() + CHECK_MS;
    await this.#options.onStop(message);
  }
}
