import { InvalidArgumentError } from "../errors.js";
import { snapshot } from "../snapshot.js";
import type { Keys } from "./journal.js";
import type { ReportTask, Tasks } from "./types.js";

/** What a request asks for. */
export type Asked<Task extends ReportTask<unknown>> = Pick<Task, "adAccountId" | "body">;

/** The next request of a run. */
export interface Next<Task extends ReportTask<unknown>> {
  readonly task: Task;
  /** Its account and body as they were when it was taken: an iterable may give one object again and again, changed. */
  readonly asked: Asked<Task>;
  /** What a journal knows it by. */
  readonly key: string;
  /** Why it cannot be sent, when what was given is no request. */
  readonly problem?: unknown;
  /** Resolves when the request before has finished. */
  readonly turn: Promise<void>;
  finished(): void;
}

/** The requests, handed out one at a time to whoever asks. */
export class Line<Task extends ReportTask<unknown>> {
  /** Whether all requests are at hand. */
  readonly isList: boolean;
  #left: number;
  readonly #iterator: Iterator<Task> | AsyncIterator<Task>;
  readonly #keys: Keys | null;
  #asked: Promise<unknown> = Promise.resolve();
  #turn: Promise<void> = Promise.resolve();
  #ended = false;

  constructor(requests: Tasks<Task>, keys: Keys | null) {
    this.#iterator = Symbol.asyncIterator in requests ? requests[Symbol.asyncIterator]() : requests[Symbol.iterator]();
    this.#keys = keys;
    this.isList = Array.isArray(requests);
    this.#left = Array.isArray(requests) ? requests.length : 0;
  }

  /** How many of a list have not been handed out; what an iterable still has is not known. */
  get left(): number {
    return this.#left;
  }

  next(): Promise<Next<Task> | null> {
    const next = this.#asked.then(() => this.#next());
    this.#asked = next.catch(() => {});
    return next;
  }

  /** Lets the source go, when it has not come to its end. */
  async close(): Promise<void> {
    if (!this.#ended) await this.#iterator.return?.();
  }

  async #next(): Promise<Next<Task> | null> {
    if (this.#ended) return null;
    const { done, value: task } = await this.#iterator.next();
    this.#ended = done === true;
    if (done === true) return null;
    this.#left = Math.max(0, this.#left - 1);
    const known = await this.#known(task).catch((problem: unknown) => ({ asked: task, key: "", problem }));
    const turn = this.#turn;
    let finished = (): void => {};
    this.#turn = new Promise((resolve) => {
      finished = resolve;
    });
    return { task, ...known, turn, finished };
  }

  async #known(task: Task): Promise<Pick<Next<Task>, "asked" | "key">> {
    if (typeof task !== "object" || task === null) {
      throw new InvalidArgumentError("a request must be an object with adAccountId and body; nothing was sent");
    }
    const { adAccountId, body, tag } = task;
    const asked = { adAccountId, body: snapshot(body) };
    return { asked, key: (await this.#keys?.next({ ...asked, tag })) ?? "" };
  }
}

/** Refuses what gives no requests. */
export function checkRequests(requests: unknown): void {
  if (typeof requests === "object" && requests !== null && (Symbol.asyncIterator in requests || Symbol.iterator in requests)) return;
  throw new InvalidArgumentError("requests must be a list of requests, or an iterable that gives them; nothing was sent");
}
