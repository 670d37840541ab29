import { withTimeout } from "../clock.js";
import type { WorkerEvent } from "./types.js";

const AGAIN_MS = 500;
/**
 * How often a server is asked that breaks no connection, and how long its response may take, in
 * milliseconds.
 */
const PING_MS = 5_000;
/** Time after which all connections are made again, in milliseconds. */
const STEADY_MS = 5_000;

/**
 * Reports once that Redis cannot be reached, and once that it can again: BullMQ repeats its errors
 * as fast as it can.
 */
export class RedisWatch {
  readonly #ask: () => Promise<unknown>;
  readonly #emit: (event: WorkerEvent) => void;
  /** Since when Redis is away, in milliseconds since 1970; null if it is not. */
  #awaySince: number | null = null;
  /** When it was back, in milliseconds since 1970. */
  #backSince = 0;
  #isQuiet = false;
  #isEnded = false;
  #timer: ReturnType<typeof setInterval> | undefined;

  /** `ask` sends the server something, and resolves when it responds. */
  constructor(ask: () => Promise<unknown>, emit: (event: WorkerEvent) => void) {
    this.#ask = ask;
    this.#emit = emit;
  }

  /** Called when a connection has ended, or could not be made. */
  disconnected(): void {
    if (this.isAway) return;
    this.#awaySince = Date.now();
    this.#report({
      type: "redis-unavailable",
      message: "Redis cannot be reached: no new jobs start, running jobs continue",
    });
    void this.#wait();
  }

  /** Asks the server from time to time: one that hangs breaks no connection. */
  begin(): void {
    this.#timer ??= setInterval(() => void this.check(), PING_MS);
    this.#timer.unref();
  }

  /** Asks the server whether it responds. */
  async check(): Promise<void> {
    if (!this.isAway) await this.#ping().catch(() => this.disconnected());
  }

  #ping(): Promise<unknown> {
    return withTimeout(this.#ask, { ms: PING_MS, signal: undefined });
  }

  get isAway(): boolean {
    return this.#awaySince !== null;
  }

  /** How long Redis has been away, in milliseconds; 0 if it is not. */
  get awayMs(): number {
    return this.#awaySince === null ? 0 : Date.now() - this.#awaySince;
  }

  /** Whether Redis is away, or was so shortly before: other connections may still be away. */
  get isUnsteady(): boolean {
    return this.isAway || Date.now() - this.#backSince < STEADY_MS;
  }

  /** Reports nothing any more. Called when the worker is closed, whose connections end then. */
  quiet(): void {
    this.#isQuiet = true;
  }

  /** Asks the server no more. */
  end(): void {
    this.#isEnded = true;
    clearInterval(this.#timer);
  }

  #report(event: WorkerEvent): void {
    if (!this.#isQuiet) this.#emit(event);
  }

  /** Waits until a command has its response. */
  async #wait(): Promise<void> {
    while (!this.#isEnded) {
      try {
        await this.#ping();
        break;
      } catch {
        await new Promise((resolve) => setTimeout(resolve, AGAIN_MS).unref());
      }
    }
    if (this.#isEnded) return;
    this.#awaySince = null;
    this.#backSince = Date.now();
    this.#report({
      type: "redis-available",
      message: "Redis can be reached again: the worker takes jobs",
    });
  }
}
