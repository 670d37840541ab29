import type { Target, TargetSession } from "./target.js";
import { isUnavailable } from "./target-failures.js";

/** A target that is open for a run, and opened again once when it cannot be used. */
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

  static async open(target: Target, signal: AbortSignal): Promise<OpenTarget> {
    return new OpenTarget(target, await target.open({ signal }), signal);
  }

  /** Display name for messages. */
  get name(): string {
    return this.#target.name;
  }

  /** Maximum number of days of a window. */
  get windowDays(): number {
    return this.#target.windowDays ?? Number.POSITIVE_INFINITY;
  }

  /** The session, which is another one after the target was opened again. */
  get session(): TargetSession {
    return this.#session;
  }

  /**
   * Calls `work` with the session. If the target turns out to be unavailable, opens it again and
   * repeats the call once. Throws the first error if it cannot be opened again, otherwise the
   * errors of the second call.
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

  /**
   * Closes the session, unless it was closed already because the target could not be opened again.
   */
  async close(): Promise<void> {
    if (this.#isClosed) return;
    this.#isClosed = true;
    await this.#session.close();
  }
}
