import { isCredentialFailure } from "../auth/token-endpoint.js";
import { type Clock, Deadline, onAbort, raceAbort } from "../clock.js";
import {
  attachHandle,
  CreateOutcomeUnknownError,
  InvalidArgumentError,
  InvalidBodyError,
  ReportFailedError,
  RunDeadlineError,
} from "../errors.js";
import { type CreateStepOptions, failureOf, type StepOptions } from "../http/call.js";
import { duration } from "../http/config.js";
import { isRejectedUnprocessed } from "../http/retry.js";
import { quoteWord } from "../redact.js";
import { ignoreErrors } from "../telemetry.js";
import type {
  ClientEvent,
  CreateOptions,
  ReportEntry,
  ReportHandle,
  RowsOptions,
} from "../types.js";
import { CircuitBreaker, type Permit } from "./circuit-breaker.js";
import {
  createRecorded,
  type Journal,
  type JournalEntry,
  Keys,
  type Known,
  knownFrom,
} from "./journal.js";
import { openJournal } from "./journal-file.js";
import {
  Channel,
  checkRequests,
  type QueuedTask,
  type RequestCopy,
  RunDeadlineReached,
  RunSignals,
  TaskQueue,
  type WorkerSignals,
} from "./queue.js";
import type {
  ReportItem,
  ReportProgress,
  ReportTask,
  RunAllOptions,
  TaskIterable,
} from "./types.js";

/**
 * The journal could not be written. This ends the run, because later steps would not be recorded.
 */
class JournalWriteError extends Error {}

/**
 * Records a step of a request with the current time; does nothing without a journal. Throws a
 * `JournalWriteError` with the journal's error as `cause`.
 */
async function appendToJournal<Body, Task extends ReportTask<Body>, Row>(
  { journal, operations }: Pick<WorkerContext<Body, Task, Row>, "journal" | "operations">,
  entry: Pick<JournalEntry, "key" | "what" | "handle" | "rows">,
): Promise<void> {
  const at = new Date(operations.clock.date()).toISOString();
  try {
    // A custom store may throw synchronously instead of rejecting.
    await journal?.append({ version: 1, at, ...entry });
  } catch (cause) {
    throw new JournalWriteError("the journal cannot be written", { cause });
  }
}

/** A report, and the deadline for waiting for it. */
export interface CreatedReport {
  readonly handle: ReportHandle;
  readonly deadline: Deadline;
}

/**
 * Creates the report for a request that has not been sent yet. The report's deadline begins when
 * the create request is admitted. A create request that is known not to have been accepted, but may
 * succeed later, is queued again, unless the run is stopped or the report's time limit passes
 * before a retry is allowed. Throws the error from the last create request.
 */
async function createQueued<Body, Task extends ReportTask<Body>, Row>(
  run: WorkerContext<Body, Task, Row>,
  context: TaskContext<Task>,
): Promise<CreatedReport> {
  const { operations, breaker, stop } = run;
  const requeueDeadline = operations.deadline();
  for (;;) {
    const deadline = operations.deadline();
    const gate = breaker.permit(() => {
      requeueDeadline.begin();
      deadline.begin();
    });
    try {
      return { handle: await createReport(run, context, { deadline, gate }), deadline };
    } catch (error) {
      if (stop.work.aborted || !mayRequeue(error, requeueDeadline)) throw error;
    } finally {
      gate.end();
    }
  }
}

/** Whether a create request with this error may be sent again before the deadline. */
function mayRequeue(error: unknown, requeueDeadline: Deadline): boolean {
  const failure = failureOf(error);
  if (failure === null || !isRejectedUnprocessed(failure)) return false;
  const retryAfterMs = failure.kind === "http" ? (failure.retryAfterMs ?? 0) : 0;
  return retryAfterMs < requeueDeadline.left();
}

/**
 * Creates a report and resolves to its handle. Records `intent` in the journal before the first
 * attempt, then `handle`, or `refused` if it is certain that no report was created. `deadline`
 * applies to all attempts together. `gate` decides when a call may start. Throws any error from the
 * create request, and a `JournalWriteError` if the journal cannot be written.
 */
async function createReport<Body, Task extends ReportTask<Body>, Row>(
  run: WorkerContext<Body, Task, Row>,
  { task, copy: request, key }: TaskContext<Task>,
  { deadline, gate }: { readonly deadline: Deadline; readonly gate?: Permit },
): Promise<ReportHandle> {
  const { options, stop, operations, reportProgress, breaker } = run;
  const validate = options.validate === undefined ? {} : { validate: options.validate };
  const ends = { signal: stop.work, hardAbortSignal: stop.hardAbortSignal };
  // The abort reason is thrown only if no create request is in flight.
  const isStopped = (error: unknown): boolean => stop.work.aborted && error === stop.work.reason;
  let isIntended = false;
  const handle = await createRecorded({
    async record(step) {
      // `intent` is recorded only before the first attempt. A later attempt is made only if it is
      // certain that the previous attempt was rejected.
      if (step.what === "intent" && isIntended) return;
      isIntended = true;
      await appendToJournal(run, { key, ...step });
    },
    async create(before) {
      try {
        const created = await operations.create(request, {
          ...validate,
          ...ends,
          deadline,
          gate,
          before,
        });
        breaker.recordOutcome(null);
        return created;
      } catch (error) {
        if (!isStopped(error)) breaker.recordOutcome(error);
        throw error;
      }
    },
    isOpen: (error) =>
      !isStopped(error) &&
      (error instanceof CreateOutcomeUnknownError || error instanceof JournalWriteError),
  });
  reportProgress({ type: "created", request: task, rows: 0 });
  return handle;
}

const ROWS_PER_PROGRESS = 1_000;
const EXPIRED = "EXPIRED";

/**
 * Processes one request, from its create request or journaled handle to the last row. Delivers its
 * items, then records `done`. A request that is done according to the journal becomes a `skipped`
 * item; a failed one becomes a `failed` item. Rejects only if the whole run cannot continue: an
 * abort, a journal that cannot be written, or rejected credentials.
 */
async function processTask<Body, Task extends ReportTask<Body>, Row>(
  run: WorkerContext<Body, Task, Row>,
  context: TaskContext<Task>,
): Promise<void> {
  const { task: request, key, known } = context;
  const { signal } = run.stop;
  const state: State = { handle: undefined, deadline: undefined, rows: 0, reading: false };
  try {
    if (context.problem !== undefined) throw context.problem;
    state.handle = handleOf(context);
    if (known.state === "done") {
      await raceAbort(context.mayDeliver, signal);
      run.reportProgress({ type: "skipped", request, rows: known.rows });
      return await run.channel.send({ type: "skipped", request, rows: known.rows }, signal);
    }
    const report = await finishedReport(run, context, state);
    await raceAbort(context.mayDeliver, signal);
    await sendRows(run, { request, report, state }).catch(async (error: unknown) => {
      // The report may have expired while it waited for its turn. If rows have already been
      // delivered, that is an error, because they cannot be taken back.
      if (state.rows > 0 || !mayRecreate(run, error)) throw error;
      state.deadline = run.operations.deadline().begin();
      state.handle = await createReport(run, context, { deadline: state.deadline });
      await sendRows(run, { request, report: await finishedReport(run, context, state), state });
    });
  } catch (error) {
    signal.throwIfAborted();
    if (error instanceof JournalWriteError) throw error.cause;
    if (isCredentialFailure(error)) throw error;
    await raceAbort(context.mayDeliver, signal);
    run.reportProgress({ type: "failed", request, rows: state.rows });
    const reported =
      error instanceof RunDeadlineReached ? deadlineError(run, state) : asError(error);
    return run.channel.send(
      { type: "failed", request, error: reported, handle: state.handle, rows: state.rows },
      signal,
    );
  }
  const { handle, rows } = state;
  run.reportProgress({ type: "done", request, rows });
  if (handle === undefined) return;
  // `done` is recorded when the reader requests the next item, because the reader has processed
  // these rows by then.
  await run.channel.deliver({ type: "done", request, handle, rows }, signal);
  await appendToJournal(run, { key, what: "done", rows }).catch(unwrapJournalError);
}

/**
 * The request's report in the journal; undefined if there is none. Throws an `InvalidArgumentError`
 * if the report belongs to another account, because its rows would be returned for this account.
 */
function handleOf<Task extends ReportTask<unknown>>({
  known,
  copy: { adAccountId },
}: TaskContext<Task>): ReportHandle | undefined {
  if (known.state !== "created") return undefined;
  const { handle } = known as { readonly handle: ReportHandle | null };
  if (handle?.adAccountId === adAccountId) return handle;
  throw new InvalidArgumentError(
    `the journal contains a report for ad account ${quoteWord(String(handle?.adAccountId))}, but the request is for ${quoteWord(String(adAccountId))}: was the journal edited? ` +
      "Remove the request's lines from the journal, or use another journal; nothing was sent",
  );
}

/**
 * Returns an error unchanged, including one from another realm. Any other value becomes the cause
 * of a new error.
 */
function asError(value: unknown): Error {
  const isError =
    value instanceof Error || Object.prototype.toString.call(value) === "[object Error]";
  return isError
    ? (value as Error)
    : new Error("a callback threw a non-Error value", { cause: value });
}

/**
 * The error for a request that was not complete at the run's deadline. Contains the handle of its
 * report if there is one.
 */
function deadlineError<Body, Task extends ReportTask<Body>, Row>(
  { options, breaker }: WorkerContext<Body, Task, Row>,
  { handle, reading }: State,
): Error {
  const state = handle === undefined ? "waiting" : reading ? "reading" : "created";
  const error = new RunDeadlineError({
    ms: options.runDeadlineMs ?? 0,
    state,
    reason: breaker.failure,
  });
  return handle === undefined ? error : attachHandle(error, handle);
}

/** Progress of one request. */
interface State {
  handle: ReportHandle | undefined;
  /** Deadline for waiting for the report; undefined before the wait begins. */
  deadline: Deadline | undefined;
  rows: number;
  reading: boolean;
}

/**
 * Creates or resumes the report, and resolves when its file can be read. Updates the handle in
 * `state`.
 */
async function finishedReport<Body, Task extends ReportTask<Body>, Row>(
  run: WorkerContext<Body, Task, Row>,
  context: TaskContext<Task>,
  state: State,
): Promise<KeyedReport<Row>> {
  const { options, stop, operations, breaker } = run;
  if (context.known.state === "unknown" && options.recreateUnknown !== true)
    throw new CreateOutcomeUnknownError(null);
  const created =
    state.handle === undefined
      ? await createQueued(run, context)
      : { handle: state.handle, deadline: state.deadline };
  const { handle, deadline = operations.deadline().begin() } = created;
  state.handle = handle;
  const resume = async (report: ReportHandle): Promise<KeyedReport<Row>> => {
    run.reportProgress({ type: "waiting", request: context.task, rows: 0 });
    return breaker.during(report, () =>
      operations.resume<Row>(report, { deadline, signal: stop.work }),
    );
  };
  try {
    return await resume(handle);
  } catch (error) {
    if (!mayRecreate(run, error)) throw error;
    state.handle = await createReport(run, context, { deadline });
    return resume(state.handle);
  }
}

/** Whether the error means that the report expired, and the `recreate` option is set. */
function mayRecreate(
  { options }: { readonly options: Pick<RunAllOptions<never>, "recreate"> },
  error: unknown,
): boolean {
  return (
    options.recreate === true && error instanceof ReportFailedError && error.status === EXPIRED
  );
}

/** Reads the rows of a report, sends each one, and counts them in `state`. */
async function sendRows<Body, Task extends ReportTask<Body>, Row>(
  {
    channel,
    stop: { work: signal },
    reportProgress,
    options: { zeroFill, exact, exactSize },
  }: WorkerContext<Body, Task, Row>,
  {
    request,
    report,
    state,
  }: { readonly request: Task; readonly report: KeyedReport<Row>; readonly state: State },
): Promise<void> {
  reportProgress({ type: "downloading", request, rows: 0 });
  state.reading = true;
  for await (const entry of report.keyedRows({
    signal,
    ...(zeroFill !== undefined && { zeroFill }),
    ...(exact && { exact }),
    ...(exactSize && { exactSize }),
  })) {
    state.rows++;
    if (state.rows % ROWS_PER_PROGRESS === 0)
      reportProgress({ type: "rows", request, rows: state.rows });
    await channel.send({ type: "row", request, ...entry }, signal);
  }
}

/** Throws the journal's own error, or any other error unchanged. */
function unwrapJournalError(error: unknown): never {
  throw error instanceof JournalWriteError ? error.cause : error;
}

const NEW: Known = { state: "new" };
const CONCURRENCY = 20;
const MAX_CONCURRENCY = 10_000;

/**
 * Runs many reports as one stream of items. There is one item for each row, and one at the end of
 * each request: `done`, `failed`, or `skipped`. A request is `skipped` if it is done according to
 * the journal. At most `concurrency` reports (default: 20) are in progress at once. Their rows may
 * be mixed, unless `ordered` is true. Lazy: nothing is checked or sent before the first item is
 * requested. Leaving the loop, or an abort, stops all work in progress.
 *
 * The generator throws an `InvalidArgumentError`, `TypeError` or `RangeError` for invalid
 * arguments, `signal.reason`, and errors that end the whole run, such as rejected credentials.
 * Without a journal, or with an empty one, invalid bodies can also end the run with an
 * `InvalidBodyError`. For an array, that happens if all bodies are invalid, or if several requests
 * share an invalid one. For any other iterable, it happens if the first body is invalid.
 */
export function runAll<Body, Task extends ReportTask<Body>, Row>(
  client: RunAllClient<Body>,
  requests: TaskIterable<Task>,
  options: RunAllOptions<Task>,
): AsyncGenerator<ReportItem<Task, Row>, void, undefined> {
  const session = new RunAllSession<Body, Task, Row>(client, requests, options);
  const items = session.items();
  const returnItems = items.return.bind(items);
  // `return` also works while an item is awaited and after an abort: when it resolves, all steps
  // are recorded and the journal is closed.
  const leave: typeof items.return = async (value) => {
    session.leave();
    const end = await returnItems(value);
    await session.finished;
    return end;
  };
  // `return` is inherited. If the built-in prototypes are frozen, it can be defined but not
  // assigned.
  Object.defineProperty(items, "return", { value: leave, configurable: true, writable: true });
  return items;
}

class RunAllSession<Body, Task extends ReportTask<Body>, Row> {
  /** Resolves when all workers have ended and the journal is closed. */
  finished: Promise<void> = Promise.resolve();
  readonly #client: RunAllClient<Body>;
  readonly #requests: TaskIterable<Task>;
  readonly #options: RunAllOptions<Task>;
  readonly #channel = new Channel<ReportItem<Task, Row>>();
  readonly #breaker: CircuitBreaker;
  readonly #end: Deadline;
  #queue: TaskQueue<Task> | null = null;
  #stops: RunSignals | null = null;

  constructor(
    client: RunAllClient<Body>,
    requests: TaskIterable<Task>,
    options: RunAllOptions<Task>,
  ) {
    const { clock, deadlineMs } = client;
    this.#client = client;
    this.#requests = requests;
    this.#options = options;
    this.#breaker = new CircuitBreaker({
      clock,
      maxQueueMs: options.deadlineMs ?? deadlineMs,
      poll: (handle, signal) => client.poll(handle, signal),
      wake: () => client.wake(),
      onPause: ({ waiting, message, ms }) =>
        client.emit({
          type: "paused",
          waiting: waiting + (this.#queue?.left ?? 0),
          message,
          ms: Math.min(ms, this.#end.left()),
        }),
      left: () => this.#end.left(),
      giveUp: () => this.#stops?.giveUp(),
    });
    this.#end = new Deadline(clock, options.runDeadlineMs ?? Number.POSITIVE_INFINITY);
  }

  /** Checks the arguments, starts the run and yields its items. Leaving the loop ends the run. */
  async *items(): AsyncGenerator<ReportItem<Task, Row>, void, undefined> {
    const { signal, journal, deadlineMs, runDeadlineMs, concurrency = CONCURRENCY } = this.#options;
    signal?.throwIfAborted();
    checkRequests(this.#requests);
    this.#client.checkSettings();
    if (deadlineMs !== undefined) duration("deadlineMs", deadlineMs);
    if (runDeadlineMs !== undefined) duration("runDeadlineMs", runDeadlineMs);
    checkConcurrency(concurrency);
    const stops = new RunSignals(checkJournal(journal) !== undefined);
    this.#stops = stops;
    this.#end.begin();
    const timer =
      runDeadlineMs === undefined ? undefined : setTimeout(() => stops.giveUp(), runDeadlineMs);
    // Registered before the first wait, so that an abort takes effect at any time.
    const unregister = signal && onAbort(signal, () => this.#fail(signal.reason));
    const finished = this.#processAll(stops).finally(() => {
      clearTimeout(timer);
      unregister?.();
    });
    this.finished = finished.catch(() => {});
    try {
      yield* this.#channel.items();
    } finally {
      this.leave();
      // Waits until steps in progress are recorded, except after an abort.
      if (!signal?.aborted) await finished;
    }
  }

  /** Called when the reader stops. */
  leave(): void {
    this.#channel.close();
    this.#stops?.stop(new DOMException("the iteration was ended early", "AbortError"));
  }

  /** Ends the run with an error, which is thrown to the reader. */
  #fail(error: unknown): void {
    this.#channel.end({ error });
    this.#stops?.stop(error);
  }

  /**
   * Processes all requests. Rejects only if the journal cannot be closed; any other error is passed
   * to the reader.
   */
  async #processAll(stops: RunSignals): Promise<void> {
    let journal: Journal | null = null;
    try {
      journal = await journalOf(this.#options.journal);
      stops.throwIfStopped();
      const known = journal
        ? knownFrom(await raceAbort(Promise.resolve(journal.read()), stops.signals.signal))
        : new Map<string, Known>();
      // Bodies are not checked if the journal has entries, because this run then continues an
      // earlier one.
      const isNew = known.size === 0;
      const requests: unknown = this.#requests;
      if (isNew && Array.isArray(requests)) this.#checkBodies(requests);
      const checkFirst =
        isNew && !Array.isArray(requests)
          ? (first: RequestCopy<Task>) => this.#checkFirst(first)
          : null;
      const queue = new TaskQueue(
        this.#requests,
        journal ? new Keys(this.#client.flow) : null,
        checkFirst,
      );
      this.#queue = queue;
      await this.#workers(queue, { stops, known, journal });
      // Not awaited: a source whose next request never arrives would also never close.
      queue.close().catch(() => {});
    } catch (error) {
      this.#fail(error);
    }
    stops.end();
    this.#breaker.end();
    try {
      await journal?.close?.();
    } finally {
      // The items end even if closing the journal fails. The reader then gets the error.
      this.#channel.end();
    }
  }

  /**
   * Throws an `InvalidBodyError` if all bodies are invalid, or if several requests share an invalid
   * body. Either is a mistake in the program, which a long list of failed items would hide. Bodies
   * that are not shared are checked only up to the first valid one.
   */
  #checkBodies(requests: readonly Task[]): void {
    const counts = countBodies(requests);
    let firstErrors: InvalidBodyError["violations"] | undefined;
    let isAnyValid = false;
    for (const [body, count] of counts) {
      const isShared = count > 1 && typeof body === "object" && body !== null;
      if (isAnyValid && !isShared) continue;
      const errors = this.#errorsIn(body);
      if (errors.length === 0) isAnyValid = true;
      else if (isShared)
        throw new InvalidBodyError(
          errors,
          `report body of ${share(count, requests.length)} requests`,
        );
      firstErrors ??= errors;
    }
    if (isAnyValid || firstErrors === undefined) return;
    if (requests.length === 1) throw new InvalidBodyError(firstErrors);
    throw new InvalidBodyError(
      firstErrors,
      `report body of the first request (all ${requests.length} are invalid)`,
    );
  }

  /** Throws an `InvalidBodyError` if the body of an iterable's first request is invalid. */
  #checkFirst({ body }: { readonly body: Body }): void {
    const errors = this.#errorsIn(body);
    if (errors.length > 0) throw new InvalidBodyError(errors, "report body of the first request");
  }

  /**
   * The errors in a body. A body that cannot be read has none: its request becomes a failed item.
   */
  #errorsIn(body: Body): InvalidBodyError["violations"] {
    try {
      return this.#client.errorsIn(body);
    } catch {
      return [];
    }
  }

  /** Runs the workers, which process one request after another; resolves when all have ended. */
  async #workers(
    queue: TaskQueue<Task>,
    {
      stops,
      known,
      journal,
    }: {
      readonly stops: RunSignals;
      readonly known: ReadonlyMap<string, Known>;
      readonly journal: Journal | null;
    },
  ): Promise<void> {
    const options = this.#options;
    const operations = this.#client.operations((event) => this.#breaker.recordEvent(event));
    const reportProgress = progressReporter(options.onProgress);
    const { signals: stop } = stops;
    const run: WorkerContext<Body, Task, Row> = {
      operations,
      options,
      journal,
      channel: this.#channel,
      breaker: this.#breaker,
      reportProgress,
      stop,
    };
    const work = async (): Promise<void> => {
      for (;;) {
        stop.signal.throwIfAborted();
        const next = await nextOf(queue, stop);
        if (next === null) return;
        const mayDeliver = options.ordered === true ? next.previous : Promise.resolve();
        const { task, copy, key, problem, finished } = next;
        // No spread here, because it would give each context its own hidden class.
        await processTask(run, {
          task,
          copy,
          key,
          problem,
          mayDeliver,
          known: known.get(key) ?? NEW,
        });
        finished();
      }
    };
    const { concurrency = CONCURRENCY } = options;
    await Promise.all(
      Array.from({ length: concurrency }, () =>
        work().catch((error: unknown) => this.#fail(error)),
      ),
    );
  }
}

/**
 * Returns the next request, or null if there is none. After the run's deadline, returns null for an
 * iterable. The requests in a list are still returned, so that each gets an item.
 */
async function nextOf<Task extends ReportTask<unknown>>(
  queue: TaskQueue<Task>,
  { signal, work }: WorkerSignals,
): Promise<QueuedTask<Task> | null> {
  if (queue.isList) return raceAbort(queue.next(), signal);
  return raceAbort(queue.next(), work).catch((error: unknown) => {
    if (error instanceof RunDeadlineReached) return null;
    throw error;
  });
}

/**
 * The bodies in a list, and how many requests share each. Empty if a request cannot be read, so
 * that every error is reported as an item.
 */
function countBodies<Body>(requests: readonly ReportTask<Body>[]): ReadonlyMap<Body, number> {
  const counts = new Map<Body, number>();
  try {
    for (const { body } of requests.map(
      (request) => (typeof request === "object" ? request : null) as ReportTask<Body>,
    ))
      counts.set(body, (counts.get(body) ?? 0) + 1);
  } catch {
    counts.clear();
  }
  return counts;
}

/** How many requests, in words: `all 300`, or `299 of 300`. */
function share(count: number, total: number): string {
  return `${count === total ? "all" : `${count} of`} ${total}`;
}

/** Opens the journal if it is a path. Returns a custom store unchanged, and null for undefined. */
function journalOf(journal: string | Journal | undefined): Promise<Journal> | Journal | null {
  return typeof journal === "string" ? openJournal(journal) : (journal ?? null);
}

/**
 * Returns the journal option. Throws an `InvalidArgumentError` if it is neither a path nor a store.
 */
function checkJournal(journal: unknown): unknown {
  const store = Object(journal) as Partial<Journal>;
  if (journal === undefined || (typeof journal === "string" && journal !== "")) return journal;
  if (typeof store.read === "function" && typeof store.append === "function") return journal;
  throw new InvalidArgumentError(
    "journal must be the path of a file, or a store with read and append; nothing was sent",
  );
}

/** Throws a `RangeError` unless the count is a whole number from 1 to 10,000. */
function checkConcurrency(count: number): void {
  if (Number.isInteger(count) && count > 0 && count <= MAX_CONCURRENCY) return;
  throw new RangeError(`concurrency must be a whole number from 1 to ${MAX_CONCURRENCY}`);
}

/** Returns a function that calls `onProgress`, if there is one, and ignores its exceptions. */
function progressReporter<Task>(
  onProgress: ((progress: ReportProgress<Task>) => unknown) | undefined,
): (progress: ReportProgress<Task>) => void {
  return (progress) => ignoreErrors(() => onProgress?.(progress));
}

/** The part of a client that `runAll` needs. */
export interface RunAllClient<Body> {
  readonly flow: string;
  readonly clock: Clock;
  /** Maximum wait for each report, in milliseconds. */
  readonly deadlineMs: number;
  emit(event: ClientEvent): void;
  /** Throws a `RangeError` or `TypeError` if a setting of the run's requests is invalid. */
  checkSettings(): void;
  /**
   * The errors that prevent creating a report with this body. There are none if bodies are not
   * validated.
   */
  errorsIn(body: Body): InvalidBodyError["violations"];
  /** Makes the rate limiter recheck which queued requests it may admit. */
  wake(): void;
  /** Polls a report once; rejects if the poll fails. */
  poll(handle: ReportHandle, signal: AbortSignal): Promise<unknown>;
  /** The operations on one report; `onEvent` receives their events. */
  operations(onEvent: (event: ClientEvent) => void): ReportOperations<Body>;
}

/** A finished report whose rows can be read with their keys. */
export interface KeyedReport<Row> {
  keyedRows(options?: RowsOptions): AsyncIterable<ReportEntry<Row>>;
}

/** A client's operations on one report. */
export interface ReportOperations<Body> {
  readonly clock: Clock;
  /** Returns a new deadline for waiting for a report. Its countdown has not started yet. */
  deadline(): Deadline;
  /** Validates and creates a report; see `ReportCalls.create` for its errors. */
  create(
    request: RequestCopy<ReportTask<Body>>,
    terms: CreateStepOptions & Pick<CreateOptions, "validate">,
  ): Promise<ReportHandle>;
  /** Waits for a report and resolves when its file can be read. */
  resume<Row>(handle: ReportHandle, terms: StepOptions): Promise<KeyedReport<Row>>;
}

/** The state that all requests in a run share. */
export interface WorkerContext<Body, Task extends ReportTask<Body>, Row> {
  readonly operations: ReportOperations<Body>;
  readonly options: RunAllOptions<Task>;
  readonly journal: Journal | null;
  readonly channel: Channel<ReportItem<Task, Row>>;
  readonly breaker: CircuitBreaker;
  readonly stop: WorkerSignals;
  readonly reportProgress: (progress: ReportProgress<Task>) => void;
}

/** A request that is being processed, and what the journal knows about it. */
export interface TaskContext<Task extends ReportTask<unknown>>
  extends Pick<QueuedTask<Task>, "task" | "copy" | "key" | "problem"> {
  readonly known: Known;
  /** Resolves when the items of this request may be delivered. */
  readonly mayDeliver: Promise<void>;
}
