import { raceAbort } from "../clock.js";
import { ConnectionError, InvalidArgumentError } from "../errors.js";
import { cloneBody } from "../options.js";
import type { Keys } from "./journal.js";
import type { ReportTask, TaskIterable } from "./types.js";

const ROOM = 256;

/** A queued item, and a callback that is called when the reader has processed the item. */
interface Sent<Item> {
  readonly item: Item;
  taken(): void;
}

/** A queue from many senders to one reader. Senders wait while more than 256 items are queued. */
export class Channel<Item> {
  readonly #items: Sent<Item>[] = [];
  #at = 0;
  readonly #waiting: (() => void)[] = [];
  #wake: (() => void) | null = null;
  #end: { readonly error?: unknown } | null = null;

  /**
   * Queues an item. Resolves immediately if at most 256 items are queued, otherwise when the reader
   * has taken some. Rejects with the signal's reason if the signal aborts first; the item then
   * stays queued.
   */
  async send(item: Item, signal: AbortSignal): Promise<void> {
    this.#put({ item, taken: () => {} });
    if (this.#items.length - this.#at > ROOM)
      await raceAbort(new Promise<void>((resolve) => this.#waiting.push(resolve)), signal);
  }

  /**
   * Queues an item. Resolves when the reader has taken the item and requests the next one. Rejects
   * with the signal's reason if the signal aborts first.
   */
  deliver(item: Item, signal: AbortSignal): Promise<void> {
    return raceAbort(new Promise((taken) => this.#put({ item, taken })), signal);
  }

  /**
   * Ends the queue; only the first call counts. Queued items are still delivered, unless there is
   * an error, which the reader receives instead.
   */
  end(end: { readonly error?: unknown } = {}): void {
    this.#end ??= end;
    this.#wake?.();
  }

  /** Ends the queue and discards queued items, because the reader has stopped. */
  close(): void {
    this.#items.length = this.#at = 0;
    this.end();
  }

  /**
   * Yields the items in queue order, and waits for more until the queue ends. Throws the error
   * passed to `end`.
   */
  async *items(): AsyncGenerator<Item, void, undefined> {
    for (;;) {
      if (this.#end && "error" in this.#end) throw this.#end.error;
      const next = this.#items[this.#at];
      if (next !== undefined) {
        this.#advance();
        yield next.item;
        next.taken();
      } else if (this.#end) return;
      else await new Promise<void>((resolve) => (this.#wake = resolve));
    }
  }

  /** Queues an item and wakes the reader. */
  #put(sent: Sent<Item>): void {
    this.#items.push(sent);
    this.#wake?.();
  }

  /**
   * Moves on to the next item. After every 256 items, frees their memory and wakes the waiting
   * senders.
   */
  #advance(): void {
    this.#at++;
    if (this.#at < ROOM) return;
    this.#items.splice(0, this.#at);
    this.#at = 0;
    // Resumes all senders: each sends one item and waits again.
    for (const resolve of this.#waiting.splice(0)) resolve();
  }
}

/** Account and body of a request. */
export type RequestCopy<Task extends ReportTask<unknown>> = Pick<Task, "adAccountId" | "body">;

/** The next request in a run. */
export interface QueuedTask<Task extends ReportTask<unknown>> {
  readonly task: Task;
  /**
   * A copy of the account and the body. Needed because an iterable may change an object and yield
   * it again.
   */
  readonly copy: RequestCopy<Task>;
  /** The request's journal key; empty without a journal. */
  readonly key: string;
  /** Why the request cannot be sent; absent for a valid request. */
  readonly problem?: unknown;
  /** Resolves when the previous request has finished. */
  readonly previous: Promise<void>;
  /** Called when the request has finished; lets the next request deliver its items. */
  finished(): void;
}

/** Takes and copies a run's requests one at a time, from an array or iterable. */
export class TaskQueue<Task extends ReportTask<unknown>> {
  /** Whether the requests are an array, so that their number is known. */
  readonly isList: boolean;
  #left: number;
  readonly #iterator: Iterator<Task> | AsyncIterator<Task>;
  #isRejected = false;
  readonly #keys: Keys | null;
  #lastRequested: Promise<unknown> = Promise.resolve();
  #lastFinished: Promise<void> = Promise.resolve();
  #ended = false;
  #checkFirst: ((first: RequestCopy<Task>) => void) | null;

  /**
   * `checkFirst` is called with the first request, unless that request has a `problem`. If it
   * throws, `next` rejects with the same error, and from then on resolves to null.
   */
  constructor(
    requests: TaskIterable<Task>,
    keys: Keys | null,
    checkFirst: ((first: RequestCopy<Task>) => void) | null = null,
  ) {
    this.#iterator =
      Symbol.asyncIterator in requests
        ? requests[Symbol.asyncIterator]()
        : requests[Symbol.iterator]();
    this.#keys = keys;
    this.#checkFirst = checkFirst;
    this.isList = Array.isArray(requests);
    this.#left = Array.isArray(requests) ? requests.length : 0;
  }

  /**
   * Number of requests in a list that have not been taken yet. It is 0 for an iterable, whose
   * length is unknown.
   */
  get left(): number {
    return this.#left;
  }

  /**
   * The next request; null if there is none left. Concurrent calls get requests in order. Rejects
   * with the iterable's error. An invalid request is returned with its `problem`.
   */
  next(): Promise<QueuedTask<Task> | null> {
    const next = this.#lastRequested.then(() => this.#next());
    this.#lastRequested = next.catch(() => {});
    return next;
  }

  /** Closes the requests' iterator, unless it has ended. */
  async close(): Promise<void> {
    if (!this.#ended) await this.#iterator.return?.();
  }

  /** Takes and copies the next request; see `next`. Must not be called concurrently. */
  async #next(): Promise<QueuedTask<Task> | null> {
    if (this.#ended || this.#isRejected) return null;
    const { done, value: task } = await this.#iterator.next();
    this.#ended = done === true;
    if (done === true) return null;
    this.#left = Math.max(0, this.#left - 1);
    const { copy, key, problem } = await this.#prepare(task).catch((problem: unknown) => ({
      copy: task,
      key: "",
      problem,
    }));
    this.#check({ copy, problem });
    const previous = this.#lastFinished;
    let finished = (): void => {};
    this.#lastFinished = new Promise((resolve) => {
      finished = resolve;
    });
    return { task, copy, key, problem, previous, finished };
  }

  /**
   * Calls `checkFirst` with the first request, unless that request has a problem. If it throws, no
   * further request is taken.
   */
  #check({ copy, problem }: Pick<QueuedTask<Task>, "copy" | "problem">): void {
    const check = this.#checkFirst;
    this.#checkFirst = null;
    if (problem !== undefined) return;
    try {
      check?.(copy);
    } catch (error) {
      this.#isRejected = true;
      throw error;
    }
  }

  /**
   * Copies a request and computes its journal key. Throws an `InvalidArgumentError` if it is not an
   * object.
   */
  async #prepare(task: Task): Promise<Pick<QueuedTask<Task>, "copy" | "key" | "problem">> {
    if (typeof task !== "object" || task === null) {
      throw new InvalidArgumentError(
        "a request must be an object with adAccountId and body; nothing was sent",
      );
    }
    const { adAccountId, body, tag } = task;
    const copy = { adAccountId, body: cloneBody(body) };
    return { copy, key: (await this.#keys?.next({ ...copy, tag })) ?? "" };
  }
}

/**
 * Throws an `InvalidArgumentError` unless `requests` is an iterable or async iterable object, such
 * as an array. Reads no items.
 */
export function checkRequests(requests: unknown): void {
  if (
    typeof requests === "object" &&
    requests !== null &&
    (Symbol.asyncIterator in requests || Symbol.iterator in requests)
  )
    return;
  throw new InvalidArgumentError(
    "requests must be an array or an iterable of requests; nothing was sent",
  );
}

// How long a create request in flight may take after the run has ended, in milliseconds. Measured
// in real time, because it guards a socket and is not a scheduled wait.
const GRACE_MS = 10_000;

/** The signals that end the workers. */
export interface WorkerSignals {
  /** Aborts when the run has ended. After that, no request is started and no item is read. */
  readonly signal: AbortSignal;
  /**
   * Aborts when `signal` does, and with `RunDeadlineReached` at the run's deadline. At the
   * deadline, items are still delivered.
   */
  readonly work: AbortSignal;
  /** Hard abort: unlike `work`, also cancels a create request in flight. */
  readonly hardAbortSignal: AbortSignal;
}

/** Abort reason at the run's deadline. Each request then gets its own error instead of this one. */
export class RunDeadlineReached extends Error {}

/**
 * Ends all workers of a run together. A create request in flight gets another 10 s for its response
 * if a journal or an item can record the outcome. If it were canceled immediately, it would be
 * unknown whether the report exists.
 */
export class RunSignals {
  /**
   * The signals that all workers share. Add listeners with `onAbort`, which registers only one
   * listener per signal, however many workers there are.
   */
  readonly signals: WorkerSignals;
  readonly #stop = new AbortController();
  readonly #work = new AbortController();
  readonly #hard = new AbortController();
  readonly #recordsCreates: boolean;
  #timer: ReturnType<typeof setTimeout> | null = null;
  #ended = false;

  constructor(recordsCreates: boolean) {
    this.#recordsCreates = recordsCreates;
    this.signals = {
      signal: this.#stop.signal,
      work: this.#work.signal,
      hardAbortSignal: this.#hard.signal,
    };
  }

  /**
   * Ends the run: aborts `signal` and `work` with `reason`. Aborts create requests in flight after
   * 10 s if their outcome is recorded, otherwise immediately. Only the first reason counts.
   */
  stop(reason: unknown): void {
    this.#stop.abort(reason);
    this.#work.abort(reason);
    if (this.#recordsCreates) this.#hardAbortLater();
    else this.#hardAbort();
  }

  /**
   * Aborts `work` with `RunDeadlineReached`, and create requests in flight after 10 s. Called at
   * the run's deadline; does nothing after `end`.
   */
  giveUp(): void {
    if (this.#ended) return;
    this.#work.abort(new RunDeadlineReached());
    this.#hardAbortLater();
  }

  /** Aborts create requests in flight after 10 s, unless the run has ended by then. */
  #hardAbortLater(): void {
    if (!this.#ended) this.#timer ??= setTimeout(() => this.#hardAbort(), GRACE_MS);
  }

  /** Throws the reason that was passed to `stop`, if `stop` was called. */
  throwIfStopped(): void {
    this.#stop.signal.throwIfAborted();
  }

  /** Called when all workers have ended, so that no create request is aborted later. */
  end(): void {
    this.#ended = true;
    clearTimeout(this.#timer ?? undefined);
  }

  /** Aborts create requests in flight. */
  #hardAbort(): void {
    const reason = new ConnectionError("the run was aborted, and no response arrived within 10 s", {
      sent: true,
      cause: undefined,
    });
    this.#hard.abort(reason);
  }
}
