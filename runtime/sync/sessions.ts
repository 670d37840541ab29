import { onAbort, raceAbort } from "../clock.js";
import { InvalidArgumentError } from "../errors.js";
import type { Target, TargetSession, TargetTable } from "./target.js";

/**
 * Time after which an unused session is closed, in milliseconds. An open session blocks exclusive
 * runs.
 */
const IDLE_MS = 30_000;

/** An open session and its idle timer. */
interface Opened {
  readonly session: TargetSession;
  readonly controller: AbortController;
  /** Closes the session if it stays idle. */
  timer: ReturnType<typeof setTimeout> | undefined;
  /** Whether the session has been used before. If so, it may have ended in the meantime. */
  isUsed: boolean;
}

/**
 * This process's sessions with a target that several processes can open at once. A session stays
 * open after a call, and is used by one call at a time.
 */
export class Sessions {
  readonly #open: NonNullable<Target["openShared"]>;
  readonly #max: number;
  readonly #idleMs: number;
  readonly #idle: Opened[] = [];
  /** Calls that wait for a session, in order. */
  readonly #waiting = new Set<() => void>();
  readonly #running = new Set<Promise<unknown>>();
  #count = 0;
  #isClosed = false;

  constructor(
    open: NonNullable<Target["openShared"]>,
    { max, idleMs = IDLE_MS }: { readonly max: number; readonly idleMs?: number },
  ) {
    this.#open = open;
    this.#max = max;
    this.#idleMs = idleMs;
  }

  /**
   * Calls `work` with a session and the target's table of this name, if any. After an error, closes
   * the session unless `isHarmless` returns true for the error. When `signal` aborts, closes the
   * session immediately and rejects with the signal's reason.
   */
  use<Result>(
    {
      table,
      signal,
      isHarmless,
    }: {
      readonly table: string;
      readonly signal?: AbortSignal;
      readonly isHarmless: (error: unknown) => boolean;
    },
    work: (session: TargetSession, table: TargetTable | null) => Promise<Result>,
  ): Promise<Result> {
    if (this.#isClosed) return Promise.reject(new TypeError("the loader has been closed"));
    const running = this.#use({ table, signal, isHarmless }, work);
    this.#running.add(running);
    return running.finally(() => this.#running.delete(running));
  }

  /** Waits for running calls, and closes all sessions. */
  async close(): Promise<void> {
    this.#isClosed = true;
    await Promise.all([...this.#running].map((running) => running.catch(() => {})));
    await Promise.all([...this.#idle].map((opened) => this.#close(opened)));
  }

  async #use<Result>(
    {
      table: name,
      signal,
      isHarmless,
    }: {
      readonly table: string;
      readonly signal: AbortSignal | undefined;
      readonly isHarmless: (error: unknown) => boolean;
    },
    work: (session: TargetSession, table: TargetTable | null) => Promise<Result>,
  ): Promise<Result> {
    for (;;) {
      const opened = await this.#take(signal);
      const { session, controller, isUsed } = opened;
      const unregister = signal && onAbort(signal, () => controller.abort(signal.reason));
      let isBegun = false;
      try {
        signal?.throwIfAborted();
        const table = await session.table(name);
        isBegun = true;
        const result = await work(session, table);
        unregister?.();
        this.#giveBack(opened);
        return result;
      } catch (error) {
        unregister?.();
        if (isHarmless(error) && !controller.signal.aborted) this.#giveBack(opened);
        else await this.#discard(opened);
        signal?.throwIfAborted();
        // Tries again if the session ended while it was idle, for example because the server
        // restarted.
        if (!isUsed || isBegun || error instanceof InvalidArgumentError) throw error;
      }
    }
  }

  /** Takes an idle session, or opens one. Waits while the maximum number of sessions is in use. */
  async #take(signal: AbortSignal | undefined): Promise<Opened> {
    while (this.#idle.length === 0 && this.#count >= this.#max) await this.#wait(signal);
    signal?.throwIfAborted();
    const idle = this.#idle.pop();
    if (idle !== undefined) {
      clearTimeout(idle.timer);
      return idle;
    }
    this.#count++;
    const controller = new AbortController();
    const unregister = signal && onAbort(signal, () => controller.abort(signal.reason));
    try {
      return {
        session: await this.#open({ signal: controller.signal }),
        controller,
        timer: undefined,
        isUsed: false,
      };
    } catch (error) {
      this.#count--;
      this.#next();
      throw error;
    } finally {
      unregister?.();
    }
  }

  /** Waits until a session may be free. */
  async #wait(signal: AbortSignal | undefined): Promise<void> {
    let wake = (): void => {};
    const free = new Promise<void>((resolve) => {
      wake = resolve;
    });
    this.#waiting.add(wake);
    try {
      await raceAbort(free, signal);
    } catch (error) {
      // If this call has already been woken, the next waiting call is woken instead.
      if (!this.#waiting.delete(wake)) this.#next();
      throw error;
    }
  }

  /** Wakes the call that has waited longest for a session. */
  #next(): void {
    const [wake] = this.#waiting;
    if (wake === undefined) return;
    this.#waiting.delete(wake);
    wake();
  }

  /**
   * Makes the session available to other calls, and closes it after it has been idle for a while.
   */
  #giveBack(opened: Opened): void {
    opened.isUsed = true;
    opened.timer = setTimeout(() => void this.#close(opened).catch(() => {}), this.#idleMs);
    // The timer must not keep the process alive.
    (opened.timer as { readonly unref?: () => void }).unref?.();
    this.#idle.push(opened);
    this.#next();
  }

  /** Closes an idle session. */
  async #close(opened: Opened): Promise<void> {
    clearTimeout(opened.timer);
    this.#idle.splice(this.#idle.indexOf(opened), 1);
    this.#count--;
    await opened.session.close();
  }

  /** Closes a session that must not be used again. Errors are ignored. */
  async #discard({ session }: Opened): Promise<void> {
    await session.close().catch(() => {});
    this.#count--;
    this.#next();
  }
}
