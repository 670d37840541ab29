import type { Target, TargetSession } from "./target.js";
import { isUnavailable } from "./target-failures.js";

/** A target that is open for a run. `use` reopens it if it becomes unavailable. */
export class OpenTarget {
  readonly #target: Target;
  readonly #signal: AbortSignal;
  #session: TargetSession;
  #isClosed = false;

  private constructor(target: Target, session: TargetSession, signal: AbortSignal) {
    this.#target = target;
    this.#session = session;
    this.#signal = signal;
  }

  /** Opens the target. Rejects if it cannot be opened. */
  static async open(target: Target, signal: AbortSignal): Promise<OpenTarget> {
    return new OpenTarget(target, await target.open({ signal }), signal);
  }

  /** Display name for messages. */
  get name(): string {
    return this.#target.name;
  }

  /** Maximum number of days in a window. */
  get windowDays(): number {
    return this.#target.windowDays ?? Number.POSITIVE_INFINITY;
  }

  /** The current session. It changes when the target is reopened. */
  get session(): TargetSession {
    return this.#session;
  }

  /**
   * Calls `work` with the session. If the target turns out to be unavailable, reopens it and
   * retries the call once. Throws the first error if the target cannot be reopened, otherwise the
   * second call's error.
   */
  async use<Result>(work: (session: TargetSession) => Promise<Result>): Promise<Result> {
    try {
      return await work(this.#session);
    } catch (error) {
      if (!isUnavailable(error) || this.#signal.aborted) throw error;
      await this.close().catch(() => {});
      this.#session = await this.#target.open({ signal: this.#signal }).catch(() => {
        throw error;
      });
      this.#isClosed = false;
      return work(this.#session);
    }
  }

  /** Closes the session, unless it was already closed because the target could not be reopened. */
  async close(): Promise<void> {
    if (this.#isClosed) return;
    this.#isClosed = true;
    await this.#session.close();
  }
}
