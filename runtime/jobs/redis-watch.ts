import { withTimeout } from "../clock.js";
import type { WorkerEvent } from "./types.js";

const RETRY_MS = 500;
/**
 * How often the server is pinged, and how long its response may take, in milliseconds. A hanging
 * server does not break its connections.
 */
const PING_MS = 5_000;
/** Time within which all connections are restored after Redis is back, in milliseconds. */
const RECOVERY_MS = 5_000;

/**
 * Reports the beginning and the end of each Redis outage once. BullMQ itself repeats its errors in
 * rapid succession.
 */
export class RedisWatch {
  readonly #ask: () => Promise<unknown>;
  readonly #emit: (event: WorkerEvent) => void;
  /** When Redis became unreachable, in milliseconds since 1970; null while it can be reached. */
  #downSince: number | null = null;
  /** When Redis became reachable again, in milliseconds since 1970. */
  #upSince = 0;
  #isQuiet = false;
  #isEnded = false;
  #timer: ReturnType<typeof setInterval> | undefined;

  /** `ask` sends a command to Redis, and resolves when the server responds. */
  constructor(ask: () => Promise<unknown>, emit: (event: WorkerEvent) => void) {
    this.#ask = ask;
    this.#emit = emit;
  }

  /** Called when a connection has ended, or could not be made. */
  disconnected(): void {
    if (this.isDown) return;
    this.#downSince = Date.now();
    this.#report({
      type: "redis-unavailable",
      message: "Redis cannot be reached: no new jobs start, but running jobs continue",
    });
    void this.#wait();
  }

  /** Pings the server regularly, because a server that hangs keeps its connections open. */
  begin(): void {
    this.#timer ??= setInterval(() => void this.check(), PING_MS);
    this.#timer.unref();
  }

  /** Checks whether the server responds. */
  async check(): Promise<void> {
    if (!this.isDown) await this.#ping().catch(() => this.disconnected());
  }

  /** Sends a command to the server. Rejects if it does not respond within five seconds. */
  #ping(): Promise<unknown> {
    return withTimeout(this.#ask, { ms: PING_MS, signal: undefined });
  }

  /** Whether Redis is unreachable. */
  get isDown(): boolean {
    return this.#downSince !== null;
  }

  /** How long Redis has been unreachable, in milliseconds; 0 if it can be reached. */
  get downMs(): number {
    return this.#downSince === null ? 0 : Date.now() - this.#downSince;
  }

  /**
   * Whether Redis is, or very recently was, unreachable. After it recovers, other connections may
   * still be broken for a few seconds.
   */
  get mayBeDown(): boolean {
    return this.isDown || Date.now() - this.#upSince < RECOVERY_MS;
  }

  /** Stops reporting. Called when the worker is closed, because its connections end then. */
  mute(): void {
    this.#isQuiet = true;
  }

  /** Stops pinging the server. */
  end(): void {
    this.#isEnded = true;
    clearInterval(this.#timer);
  }

  /** Emits an event, unless `mute` was called. */
  #report(event: WorkerEvent): void {
    if (!this.#isQuiet) this.#emit(event);
  }

  /** Waits until the server responds to a command. */
  async #wait(): Promise<void> {
    while (!this.#isEnded) {
      try {
        await this.#ping();
        break;
      } catch {
        await new Promise((resolve) => setTimeout(resolve, RETRY_MS).unref());
      }
    }
    if (this.#isEnded) return;
    this.#downSince = null;
    this.#upSince = Date.now();
    this.#report({
      type: "redis-available",
      message: "Redis can be reached again: the worker is taking jobs again",
    });
  }
}
