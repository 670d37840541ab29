import { CircuitBreaker } from "../batch/circuit-breaker.js";
import { createRecorded, type JournalEntry, type Known } from "../batch/journal.js";
import { Deadline, onAbort } from "../clock.js";
import type { Flow } from "../contract.js";
import { CreateOutcomeUnknownError, LeaseLostError, ReportFailedError } from "../errors.js";
import type { ClientConfig } from "../http/config.js";
import { ownOptions } from "../options.js";
import type {
  AbortOptions,
  BufferOptions,
  ClientEvent,
  DownloadOptions,
  FinishedReport,
  ReadRow,
  ReportHandle,
  RowStream,
  RowsOptions,
} from "../types.js";
import { DownloadableReport, type ReportParts } from "./finished-report.js";
import { PollCoalescer } from "./poll.js";
import { checkHandle } from "./report-handle.js";
import { ReportCalls } from "./report-requests.js";
import { createReport, type FlowParts, finish, partsFor, startDeadline } from "./report-steps.js";

type Row = Readonly<Record<string, unknown>>;
type Parts = FlowParts<unknown>;

/** Options for `ReportMaker`. */
export interface MakerOptions {
  readonly config: ClientConfig;
  /** Maximum wait for each report, in milliseconds. If undefined, the client's value is used. */
  readonly deadlineMs: number | undefined;
  /** Whether to create a report again if it may already exist. This can create a second report. */
  readonly recreateUnknown: boolean;
}

/** The last known step of a report, and where its next steps are recorded. */
export interface RecordedSteps {
  readonly known: Known;
  /**
   * Resolves when the step is durably stored. Rejects with a `LeaseLostError` if another worker may
   * have taken over the report.
   */
  record(step: Pick<JournalEntry, "what" | "handle" | "rows">): Promise<void>;
  /**
   * Cancels all work on the report immediately, including a create request in flight. Default:
   * none.
   */
  readonly signal?: AbortSignal;
}

/** A report to create. */
export interface ReportRequest {
  readonly flow: Flow<unknown>;
  readonly adAccountId: string;
  readonly body: unknown;
}

const EXPIRED = "EXPIRED";

// A create request in flight is never aborted, so that its response arrives.
const NEVER = new AbortController().signal;

/**
 * Makes reports and records their steps, so that another process can continue them. During an API
 * outage it sends no create requests, because their reports could be lost.
 */
export class ReportMaker {
  readonly #options: MakerOptions;
  readonly #breaker: CircuitBreaker;
  readonly #parts = new Map<Flow<unknown>, Parts>();
  readonly #polls: PollCoalescer;
  readonly #closing = new AbortController();

  constructor(options: MakerOptions) {
    const { config, deadlineMs = config.deadlineMs } = options;
    const { clock, limiter, emit } = config;
    this.#options = options;
    this.#polls = new PollCoalescer(clock);
    this.#breaker = new CircuitBreaker({
      clock,
      maxQueueMs: deadlineMs,
      poll: (handle, signal) => this.#poll(handle, signal),
      wake: () => limiter.wake(),
      onPause: ({ waiting, message, ms }) => emit({ type: "paused", waiting, message, ms }),
      left: () => Number.POSITIVE_INFINITY,
      giveUp() {},
    });
  }

  /**
   * Resolves to the report when its file can be read. It is a new report, or the unfinished report
   * of a process that died. If that report has expired, a new one is created. `waitMs` is the
   * maximum wait after the report was created.
   *
   * Rejects with a `CreateOutcomeUnknownError` if a process died while the report's create request
   * was in flight. Rejects with the abort reason from the steps' signal or from `close`, and with
   * any error from `record`, `create` or `resume`.
   */
  async make(
    steps: RecordedSteps,
    request: ReportRequest,
    waitMs?: number,
  ): Promise<FinishedReport<Row>> {
    const { known } = steps;
    if (known.state === "unknown" && !this.#options.recreateUnknown)
      throw new CreateOutcomeUnknownError(null);
    const create = async (): Promise<FinishedReport<Row>> =>
      this.#wait(steps, { handle: await this.#create(steps, request), waitMs }, request);
    try {
      if (known.state !== "created") return await create();
      const handle = checkHandle(known.handle, request.flow.name);
      return await this.#wait(steps, { handle, waitMs }, request);
    } catch (error) {
      if (!(error instanceof ReportFailedError)) throw error;
      // The next attempt, automatic or manual, must create a new report.
      await steps.record({ what: "refused" });
      if (known.state !== "created" || error.status !== EXPIRED) throw error;
      return create();
    }
  }

  /**
   * Stops creating reports and waiting for them: `make` rejects with `reason`. A create request in
   * flight still gets its response, and a report whose file is ready is still read.
   */
  close(reason: unknown): void {
    this.#closing.abort(reason);
    this.#breaker.end();
  }

  /** Calls `work` with a signal that aborts when the steps' signal does, or on `close`. */
  async #untilClosed<Value>(
    { signal }: RecordedSteps,
    work: (signal: AbortSignal) => Promise<Value>,
  ): Promise<Value> {
    const controller = new AbortController();
    const sources = [...(signal === undefined ? [] : [signal]), this.#closing.signal];
    const unregister = sources.map((source) => {
      if (source.aborted) controller.abort(source.reason);
      return onAbort(source, () => controller.abort(source.reason));
    });
    try {
      return await work(controller.signal);
    } finally {
      for (const end of unregister) end();
    }
  }

  /**
   * Creates the report and records each step. Stops when the steps' signal aborts, or on `close`.
   */
  #create(steps: RecordedSteps, request: ReportRequest): Promise<ReportHandle> {
    return this.#untilClosed(steps, (signal) => this.#createUntil(signal, steps, request));
  }

  /**
   * Creates the report. `signal` stops waiting, but a request in flight still gets its response;
   * only the steps' signal aborts that. Each rejected attempt is recorded before the next one.
   */
  async #createUntil(
    signal: AbortSignal,
    steps: RecordedSteps,
    { flow, adAccountId, body }: ReportRequest,
  ): Promise<ReportHandle> {
    const { config, deadlineMs = config.deadlineMs } = this.#options;
    const breaker = this.#breaker;
    const deadline = new Deadline(config.clock, deadlineMs);
    const gate = breaker.permit(() => deadline.begin());
    const stepOptions = { deadline, gate, signal, hardAbortSignal: steps.signal ?? NEVER };
    let refused: Promise<void> | undefined;
    const parts = partsFor(
      this.#partsOf(flow),
      ownOptions({
        onEvent(event: ClientEvent) {
          // It is certain that the attempt was rejected. This is recorded now, because the process
          // may die before the next attempt.
          const isRetried = event.type === "wait" && event.reason === "retry";
          if (!isRetried && !(event.type === "response" && event.status === 401)) return;
          refused = steps.record({ what: "refused" });
          refused.catch(() => {});
        },
      }),
    );
    try {
      return await createRecorded({
        record: (step) => steps.record(step),
        create: async (before) => {
          const beforeEach = async (): Promise<void> => {
            await refused;
            await before();
          };
          try {
            const { handle } = await createReport(
              parts,
              { adAccountId, body },
              ownOptions({ ...stepOptions, before: beforeEach }),
            );
            breaker.recordOutcome(null);
            return handle;
          } catch (error) {
            // An abort's reason may be any error, even the error of another call.
            if (!signal.aborted) breaker.recordOutcome(error);
            throw error;
          }
        },
        isOpen: (error) =>
          error instanceof CreateOutcomeUnknownError || error instanceof LeaseLostError,
      });
    } finally {
      gate.end();
    }
  }

  /**
   * Polls the report until its file can be read. `waitMs` is the maximum wait in milliseconds;
   * undefined means the maker's deadline.
   */
  async #wait(
    steps: RecordedSteps,
    { handle, waitMs }: { readonly handle: ReportHandle; readonly waitMs: number | undefined },
    { flow }: ReportRequest,
  ): Promise<FinishedReport<Row>> {
    const { config, deadlineMs = config.deadlineMs } = this.#options;
    const parts = this.#partsOf(flow);
    const deadline = startDeadline(config, waitMs ?? deadlineMs);
    const file = await this.#untilClosed(steps, (signal) =>
      this.#breaker.during(handle, () => finish(parts, handle, ownOptions({ deadline, signal }))),
    );
    const report = { config: parts.config, ...file };
    return steps.signal === undefined
      ? new DownloadableReport<Row>(report)
      : new LeasedReport(steps.signal, report);
  }

  /** The parts for polling and reading reports of this flow. They are cached for each flow. */
  #partsOf(flow: Flow<unknown>): Parts {
    let parts = this.#parts.get(flow);
    if (parts === undefined) {
      const { config } = this.#options;
      parts = partsFor(
        { config, flow, polls: this.#polls },
        ownOptions({ onEvent: (event) => this.#breaker.recordEvent(event) }),
      );
      this.#parts.set(flow, parts);
    }
    return parts;
  }

  /** Polls a report once. A report of the same flow must already have been created or awaited. */
  #poll(handle: ReportHandle, signal: AbortSignal): Promise<unknown> {
    const parts = [...this.#parts.values()].find(({ flow }) => flow.name === handle.flow);
    if (parts === undefined)
      throw new Error(`no report has been created for the flow ${handle.flow}`);
    return new ReportCalls(parts.config, parts.flow).poll(handle, {
      deadline: startDeadline(parts.config),
      signal,
      noBackoff: true,
    });
  }
}

/** A finished report that cannot be read after the signal of its steps has aborted. */
class LeasedReport extends DownloadableReport<Row> implements FinishedReport<Row> {
  readonly #signal: AbortSignal;

  constructor(signal: AbortSignal, parts: ReportParts) {
    super(parts);
    this.#signal = signal;
  }

  override rows<ZeroFill extends boolean | readonly string[] = true>(
    options: RowsOptions<ZeroFill> = {},
  ): RowStream<ReadRow<Row, unknown, ZeroFill>> {
    return super.rows(this.#leased(options));
  }

  override keyedRows(options: RowsOptions = {}): ReturnType<DownloadableReport<Row>["keyedRows"]> {
    return super.keyedRows(this.#leased(options));
  }

  override entries(options: RowsOptions = {}): ReturnType<DownloadableReport<Row>["entries"]> {
    return super.entries(this.#leased(options));
  }

  override text(options: BufferOptions = {}): Promise<string> {
    return super.text(this.#leased(options));
  }

  override json(options: BufferOptions = {}): Promise<unknown> {
    return super.json(this.#leased(options));
  }

  override download(path: string | URL, options: DownloadOptions = {}): Promise<number> {
    return super.download(path, this.#leased(options));
  }

  /** Adds the signal of the steps to the options, so that either signal aborts the call. */
  #leased<Options extends AbortOptions>(options: Options): Options {
    const { signal } = options;
    return {
      ...options,
      signal: signal === undefined ? this.#signal : AbortSignal.any([signal, this.#signal]),
    };
  }
}
