import { raceAbort } from "../clock.js";
import { ConnectionError, InvalidArgumentError } from "../errors.js";
import { cloneBody } from "../snapshot.js";
import type { Keys } from "./journal.js";
import type { ReportTask, Tasks } from "./types.js";

const ROOM = 256;

interface Sent<Item> {
  readonly item: Item;
  taken(): void;
}

/** Hands items from many to one, who sets the pace: whoever sends waits while too many lie there. */
export class Channel<Item> {
  readonly #items: Sent<Item>[] = [];
  #at = 0;
  readonly #waiting: (() => void)[] = [];
  #wake: (() => void) | null = null;
  #end: { readonly error?: unknown } | null = null;

  /** Resolves when there is room for more; rejects when the signal aborts before. */
  async send(item: Item, signal: AbortSignal): Promise<void> {
    this.#put({ item, taken: () => {} });
    if (this.#items.length - this.#at > ROOM) await raceAbort(new Promise<void>((resolve) => this.#waiting.push(resolve)), signal);
  }

  /** Resolves when the item was taken and the next one was asked for. */
  deliver(item: Item, signal: AbortSignal): Promise<void> {
    return raceAbort(new Promise((taken) => this.#put({ item, taken })), signal);
  }

  /** No more items come. With an error, what lies there is not handed out either. */
  end(end: { readonly error?: unknown } = {}): void {
    this.#end ??= end;
    this.#wake?.();
  }

  /** Nobody reads any more: what lies there is not handed out. */
  close(): void {
    this.#items.length = this.#at = 0;
    this.end();
  }

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

  #put(sent: Sent<Item>): void {
    this.#items.push(sent);
    this.#wake?.();
  }

  #advance(): void {
    this.#at++;
    if (this.#at < ROOM) return;
    this.#items.splice(0, this.#at);
    this.#at = 0;
    // All at once: each sends one and stands in line again.
    for (const resolve of this.#waiting.splice(0)) resolve();
  }
}

/** What a request asks for. */
export type RequestCopy<Task extends ReportTask<unknown>> = Pick<Task, "adAccountId" | "body">;

/** The next request of a run. */
export interface QueuedTask<Task extends ReportTask<unknown>> {
  readonly task: Task;
  /** Its account and body as they were when it was taken: an iterable may give one object again and again, changed. */
  readonly copy: RequestCopy<Task>;
  /** What a journal knows it by. */
  readonly key: string;
  /** Why it cannot be sent, when what was given is no request. */
  readonly problem?: unknown;
  /** Resolves when the request before has finished. */
  readonly turn: Promise<void>;
  finished(): void;
}

/** The requests, handed out one at a time to whoever asks. */
export class TaskQueue<Task extends ReportTask<unknown>> {
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

  next(): Promise<QueuedTask<Task> | null> {
    const next = this.#asked.then(() => this.#next());
    this.#asked = next.catch(() => {});
    return next;
  }

  /** Lets the source go, when it has not come to its end. */
  async close(): Promise<void> {
    if (!this.#ended) await this.#iterator.return?.();
  }

  async #next(): Promise<QueuedTask<Task> | null> {
    if (this.#ended) return null;
    const { done, value: task } = await this.#iterator.next();
    this.#ended = done === true;
    if (done === true) return null;
    this.#left = Math.max(0, this.#left - 1);
    const known = await this.#known(task).catch((problem: unknown) => ({ copy: task, key: "", problem }));
    const turn = this.#turn;
    let finished = (): void => {};
    this.#turn = new Promise((resolve) => {
      finished = resolve;
    });
    return { task, ...known, turn, finished };
  }

  async #known(task: Task): Promise<Pick<QueuedTask<Task>, "copy" | "key">> {
    if (typeof task !== "object" || task === null) {
      throw new InvalidArgumentError("a request must be an object with adAccountId and body; nothing was sent");
    }
    const { adAccountId, body, tag } = task;
    const copy = { adAccountId, body: cloneBody(body) };
    return { copy, key: (await this.#keys?.next({ ...copy, tag })) ?? "" };
  }
}

/** Refuses what gives no requests. */
export function checkRequests(requests: unknown): void {
  if (typeof requests === "object" && requests !== null && (Symbol.asyncIterator in requests || Symbol.iterator in requests)) return;
  throw new InvalidArgumentError("requests must be a list of requests, or an iterable that gives them; nothing was sent");
}

// A create that is under way when the run ends has so long to be answered. By the machine's clock: it guards a socket, it is no wait of ours.
const GRACE_MS = 10_000;

/** What ends a lane. */
export interface WorkerSignals {
  /** The run has ended: nothing more is begun, and no item is read any more. */
  readonly signal: AbortSignal;
  /** Aborts with `signal`, and with `GivenUp` when the run has taken too long: then items still tell of it. */
  readonly work: AbortSignal;
  /** What ends a create that is under way in place of `work`. */
  readonly hardAbortSignal: AbortSignal;
}

/** The reason of a run that has taken too long. Of its own kind: each request gets an error of its own. */
export class RunDeadlineReached extends Error {}

/**
 * Ends all lanes of a run at once. A create that is under way may still be answered for a while, when there is somewhere to note it down or an
 * item to tell it: cut off, it would leave open whether there is a report.
 */
export class RunSignals {
  readonly workers: readonly WorkerSignals[];
  // One for each lane: Node warns of a signal that too many listen to.
  readonly #signals: readonly AbortController[];
  readonly #works: readonly AbortController[];
  readonly #cuts: readonly AbortController[];
  readonly #notes: boolean;
  #timer: ReturnType<typeof setTimeout> | null = null;
  #ended = false;

  constructor(lanes: number, notes: boolean) {
    const some = (count: number) => Array.from({ length: count }, () => new AbortController());
    this.#notes = notes;
    this.#signals = some(lanes);
    this.#works = some(lanes);
    this.#cuts = some(lanes);
    this.workers = this.#signals.map(({ signal }, index) => ({
      signal,
      work: this.#works[index]?.signal ?? signal,
      hardAbortSignal: this.#cuts[index]?.signal ?? signal,
    }));
  }

  /** Only the first reason counts. */
  stop(reason: unknown): void {
    for (const one of [...this.#signals, ...this.#works]) one.abort(reason);
    if (this.#notes) this.#cutLater();
    else this.#cut();
  }

  /** What is under way ends, and what has not begun is not begun. */
  giveUp(): void {
    if (this.#ended) return;
    for (const one of this.#works) one.abort(new RunDeadlineReached());
    this.#cutLater();
  }

  #cutLater(): void {
    if (!this.#ended) this.#timer ??= setTimeout(() => this.#cut(), GRACE_MS);
  }

  throwIfStopped(): void {
    this.#signals[0]?.signal.throwIfAborted();
  }

  /** All lanes have ended. */
  end(): void {
    this.#ended = true;
    clearTimeout(this.#timer ?? undefined);
  }

  #cut(): void {
    const reason = new ConnectionError("the run was stopped, and no answer came in the 10 s after that", { sent: true, cause: undefined });
    for (const one of this.#cuts) one.abort(reason);
  }
}
