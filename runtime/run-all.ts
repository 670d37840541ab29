import { abortable } from "./clock.js";
import { type Journal, Keys, type Known, knownFrom } from "./journal.js";
import { openJournal } from "./journal-file.js";
import { Channel } from "./run-all-channel.js";
import { carry, type Run, type Steps } from "./run-all-task.js";
import type { ReportItem, ReportProgress, ReportTask, RunAllOptions, Tasks } from "./run-all-terms.js";

const CONCURRENCY = 20;
const MOST = 10_000;

/** Many reports as one stream. Nothing happens before the first item is asked for; stopping early stops all that is under way. */
export async function* runAll<Body, Task extends ReportTask<Body>, Row>(
  { flow, steps }: { readonly flow: string; readonly steps: Steps<Body> },
  requests: Tasks<Task>,
  options: RunAllOptions<Task>,
): AsyncGenerator<ReportItem<Task, Row>, void, undefined> {
  options.signal?.throwIfAborted();
  const concurrency = checkConcurrency(options.concurrency ?? CONCURRENCY);
  const journal = await journalOf(options.journal);
  const channel = new Channel<ReportItem<Task, Row>>();
  // One for each lane: Node warns of a signal that too many listen to.
  const stops = Array.from({ length: concurrency }, () => new AbortController());
  const stop = (reason: unknown): void => {
    for (const one of stops) one.abort(reason);
  };
  const abort = (): void => {
    stop(options.signal?.reason);
    channel.end({ error: options.signal?.reason });
  };
  options.signal?.addEventListener("abort", abort, { once: true });
  const run = { steps, options, journal, channel, tell: teller(options.onProgress) };
  const lanes = start({ run, flow, signals: stops.map(({ signal }) => signal) }, requests);
  try {
    yield* channel.items();
  } finally {
    options.signal?.removeEventListener("abort", abort);
    stop(new DOMException("nobody reads on", "AbortError"));
    // Whoever is about to write something down is waited for.
    await lanes;
    await journal?.close?.();
  }
}

interface Work<Body, Task extends ReportTask<Body>, Row> {
  readonly run: Omit<Run<Body, Task, Row>, "signal">;
  readonly flow: string;
  /** One for each lane. */
  readonly signals: readonly AbortSignal[];
}

/** Lanes that each carry one request after another; resolves when all have ended, and never rejects. */
async function start<Body, Task extends ReportTask<Body>, Row>(
  { run, flow, signals }: Work<Body, Task, Row>,
  requests: Tasks<Task>,
): Promise<void> {
  const { journal, channel, options } = run;
  try {
    const known = journal ? knownFrom(await journal.read()) : new Map<string, Known>();
    const line = new Line(requests, journal ? new Keys(flow) : null);
    const lane = async (signal: AbortSignal): Promise<void> => {
      for (;;) {
        const next = await abortable(line.next(), signal);
        if (next === null) return;
        const { task, key, turn, finished } = next;
        await carry(
          { ...run, signal },
          {
            task,
            key,
            known: known.get(key) ?? { state: "new" },
            turn: options.ordered === true ? turn : Promise.resolve(),
          },
        );
        finished();
      }
    };
    const fail = (error: unknown): void => channel.end({ error });
    await Promise.all(signals.map((signal) => lane(signal).catch(fail)));
    // Not waited for: a source that never gives its next request would never end, either.
    line.close().catch(() => {});
    channel.end();
  } catch (error) {
    channel.end({ error });
  }
}

interface Next<Task> {
  readonly task: Task;
  readonly key: string;
  /** Resolves when the request before has finished. */
  readonly turn: Promise<void>;
  finished(): void;
}

/** The requests, handed out one at a time to whoever asks. */
class Line<Task extends ReportTask<unknown>> {
  readonly #iterator: Iterator<Task> | AsyncIterator<Task>;
  readonly #keys: Keys | null;
  #asked: Promise<unknown> = Promise.resolve();
  #turn: Promise<void> = Promise.resolve();
  #ended = false;

  constructor(requests: Tasks<Task>, keys: Keys | null) {
    this.#iterator = Symbol.asyncIterator in requests ? requests[Symbol.asyncIterator]() : requests[Symbol.iterator]();
    this.#keys = keys;
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
    const key = (await this.#keys?.next(task)) ?? "";
    const turn = this.#turn;
    let finished = (): void => {};
    this.#turn = new Promise((resolve) => {
      finished = resolve;
    });
    return { task, key, turn, finished };
  }
}

function journalOf(journal: string | Journal | undefined): Promise<Journal> | Journal | null {
  return typeof journal === "string" ? openJournal(journal) : (journal ?? null);
}

function checkConcurrency(count: number): number {
  if (Number.isInteger(count) && count > 0 && count <= MOST) return count;
  throw new RangeError(`concurrency must be a whole number from 1 to ${MOST}`);
}

function teller<Task>(onProgress: ((progress: ReportProgress<Task>) => unknown) | undefined): (progress: ReportProgress<Task>) => void {
  return (progress) => {
    // A listener that fails must not harm the run, neither now nor as an unhandled rejection.
    try {
      const told = onProgress?.(progress);
      if (told instanceof Promise) told.catch(() => {});
    } catch {}
  };
}
