import { onAbort } from "../abort.js";
import { abortable } from "../clock.js";
import { Deadline } from "../deadline.js";
import { InvalidArgumentError } from "../errors.js";
import { duration } from "../http/config.js";
import { attempt } from "../telemetry.js";
import { Brake } from "./circuit-breaker.js";
import { type Journal, Keys, type Known, knownFrom } from "./journal.js";
import { openJournal } from "./journal-file.js";
import { Channel } from "./run-all-channel.js";
import { checkRequests, Line, type Next } from "./run-all-line.js";
import type { Carrier, Run } from "./run-all-parts.js";
import { GivenUp, type LaneStop, Stops } from "./run-all-stops.js";
import { carry } from "./run-all-task.js";
import type { ReportItem, ReportProgress, ReportTask, RunAllOptions, Tasks } from "./types.js";

const CONCURRENCY = 20;
const MOST = 10_000;

/** Many reports as one stream. Nothing happens before the first item is asked for; stopping early stops all that is under way. */
export function runAll<Body, Task extends ReportTask<Body>, Row>(
  carrier: Carrier<Body>,
  requests: Tasks<Task>,
  options: RunAllOptions<Task>,
): AsyncGenerator<ReportItem<Task, Row>, void, undefined> {
  const many = new Many<Body, Task, Row>(carrier, requests, options);
  const items = many.items();
  const giveBack = items.return.bind(items);
  // Also while an item is waited for, and after an abort: when this resolves, all is written down and the journal is free.
  const leave: typeof items.return = async (value) => {
    many.leave();
    const end = await giveBack(value);
    await many.settled;
    return end;
  };
  // Where the language's own objects are frozen, what they have cannot be assigned, only defined.
  Object.defineProperty(items, "return", { value: leave, configurable: true, writable: true });
  return items;
}

/** One run. */
class Many<Body, Task extends ReportTask<Body>, Row> {
  /** Resolves when all lanes have ended and the journal is closed. */
  settled: Promise<void> = Promise.resolve();
  readonly #carrier: Carrier<Body>;
  readonly #requests: Tasks<Task>;
  readonly #options: RunAllOptions<Task>;
  readonly #channel = new Channel<ReportItem<Task, Row>>();
  readonly #brake: Brake;
  readonly #end: Deadline;
  #line: Line<Task> | null = null;
  #stops: Stops | null = null;

  constructor(carrier: Carrier<Body>, requests: Tasks<Task>, options: RunAllOptions<Task>) {
    const { clock, deadlineMs } = carrier;
    this.#carrier = carrier;
    this.#requests = requests;
    this.#options = options;
    this.#brake = new Brake({
      clock,
      patienceMs: options.deadlineMs ?? deadlineMs,
      look: (handle, signal) => carrier.look(handle, signal),
      wake: () => carrier.wake(),
      heldBack: ({ waiting, because, ms }) =>
        carrier.emit({ type: "held-back", waiting: waiting + (this.#line?.left ?? 0), because, ms: Math.min(ms, this.#end.left()) }),
      left: () => this.#end.left(),
      giveUp: () => this.#stops?.giveUp(),
    });
    this.#end = new Deadline(clock, options.runDeadlineMs ?? Number.POSITIVE_INFINITY);
  }

  async *items(): AsyncGenerator<ReportItem<Task, Row>, void, undefined> {
    const { signal, journal, deadlineMs, runDeadlineMs, concurrency = CONCURRENCY } = this.#options;
    signal?.throwIfAborted();
    checkRequests(this.#requests);
    if (deadlineMs !== undefined) duration("deadlineMs", deadlineMs);
    if (runDeadlineMs !== undefined) duration("runDeadlineMs", runDeadlineMs);
    const stops = new Stops(checkConcurrency(concurrency), checkJournal(journal) !== undefined);
    this.#stops = stops;
    this.#end.begin();
    const timer = runDeadlineMs === undefined ? undefined : setTimeout(() => stops.giveUp(), runDeadlineMs);
    // Before anything is waited for: an abort at any time is heard.
    const off = signal && onAbort(signal, () => this.#fail(signal.reason));
    const settled = this.#carryAll(stops).finally(() => {
      clearTimeout(timer);
      off?.();
    });
    this.settled = settled.catch(() => {});
    try {
      yield* this.#channel.items();
    } finally {
      this.leave();
      // Whoever is about to write something down is waited for; but an abort is an abort.
      if (!signal?.aborted) await settled;
    }
  }

  /** Nobody reads on. */
  leave(): void {
    this.#channel.close();
    this.#stops?.stop(new DOMException("nobody reads on", "AbortError"));
  }

  #fail(error: unknown): void {
    this.#channel.end({ error });
    this.#stops?.stop(error);
  }

  /** Rejects only when the journal cannot be closed. */
  async #carryAll(stops: Stops): Promise<void> {
    let journal: Journal | null = null;
    try {
      journal = await journalOf(this.#options.journal);
      stops.throwIfStopped();
      const known = journal
        ? knownFrom(await abortable(Promise.resolve(journal.read()), stops.lanes[0]?.signal))
        : new Map<string, Known>();
      const line = new Line(this.#requests, journal ? new Keys(this.#carrier.flow) : null);
      this.#line = line;
      await this.#lanes(line, { stops, known, journal });
      // Not waited for: a source that never gives its next request would never end, either.
      line.close().catch(() => {});
    } catch (error) {
      this.#fail(error);
    }
    stops.end();
    this.#brake.end();
    try {
      await journal?.close?.();
    } finally {
      // Also where that fails: the reader comes to the end, and hears of it there.
      this.#channel.end();
    }
  }

  /** Lanes that each carry one request after another; resolves when all have ended. */
  async #lanes(
    line: Line<Task>,
    { stops, known, journal }: { readonly stops: Stops; readonly known: ReadonlyMap<string, Known>; readonly journal: Journal | null },
  ): Promise<void> {
    const options = this.#options;
    const steps = this.#carrier.steps((event) => this.#brake.hear(event));
    const common = { steps, options, journal, channel: this.#channel, brake: this.#brake, tell: teller(options.onProgress) };
    const lane = async (run: Run<Body, Task, Row>): Promise<void> => {
      for (;;) {
        run.stop.signal.throwIfAborted();
        const next = await nextOf(line, run.stop);
        if (next === null) return;
        const turn = options.ordered === true ? next.turn : Promise.resolve();
        await carry(run, { ...next, turn, known: known.get(next.key) ?? { state: "new" } });
        next.finished();
      }
    };
    await Promise.all(stops.lanes.map((stop) => lane({ ...common, stop }).catch((error: unknown) => this.#fail(error))));
  }
}

/** The next request; null where there is none, or none is asked for any more. Those of a list are all taken: each is told of. */
async function nextOf<Task extends ReportTask<unknown>>(line: Line<Task>, { signal, work }: LaneStop): Promise<Next<Task> | null> {
  if (line.isList) return abortable(line.next(), signal);
  return abortable(line.next(), work).catch((error: unknown) => {
    if (error instanceof GivenUp) return null;
    throw error;
  });
}

function journalOf(journal: string | Journal | undefined): Promise<Journal> | Journal | null {
  return typeof journal === "string" ? openJournal(journal) : (journal ?? null);
}

function checkJournal(journal: unknown): unknown {
  const store = Object(journal) as Partial<Journal>;
  if (journal === undefined || (typeof journal === "string" && journal !== "")) return journal;
  if (typeof store.read === "function" && typeof store.append === "function") return journal;
  throw new InvalidArgumentError("journal must be the path of a file, or a store with read and append; nothing was sent");
}

function checkConcurrency(count: number): number {
  if (Number.isInteger(count) && count > 0 && count <= MOST) return count;
  throw new RangeError(`concurrency must be a whole number from 1 to ${MOST}`);
}

function teller<Task>(onProgress: ((progress: ReportProgress<Task>) => unknown) | undefined): (progress: ReportProgress<Task>) => void {
  return (progress) => attempt(() => onProgress?.(progress));
}
