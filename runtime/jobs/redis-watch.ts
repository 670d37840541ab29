import type { BullQueue } from "./bullmq.js";
import type { WorkerEvent } from "./types.js";

const AGAIN_MS = 500;

/** Reports once that Redis cannot be reached, and once that it can again: BullMQ repeats its errors as fast as it can. */
export class RedisWatch {
  readonly #queue: BullQueue;
  readonly #emit: (event: WorkerEvent) => void;
  #isAway = false;
  #isEnded = false;

  constructor(queue: BullQueue, emit: (event: WorkerEvent) => void) {
    this.#queue = queue;
    this.#emit = emit;
  }

  /** Called when a connection has ended, or could not be made. */
  disconnected(): void {
    if (this.#isAway || this.#isEnded) return;
    this.#isAway = true;
    this.#emit({ type: "redis-unavailable", message: "Redis cannot be reached: no job begins, and those that run go on" });
    void this.#wait();
  }

  /** Called when the worker is closed, whose connections end then. */
  end(): void {
    this.#isEnded = true;
  }

  /** Waits until a command has its response. */
  async #wait(): Promise<void> {
    while (!this.#isEnded) {
      try {
        await this.#queue.isPaused();
        break;
      } catch {
        await new Promise((resolve) => setTimeout(resolve, AGAIN_MS).unref());
      }
    }
    this.#isAway = false;
    if (!this.#isEnded) this.#emit({ type: "redis-available", message: "Redis can be reached again: jobs are taken" });
  }
}
