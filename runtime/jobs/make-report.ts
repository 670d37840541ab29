import { CircuitBreaker } from "../batch/circuit-breaker.js";
import { createRecorded } from "../batch/journal.js";
import { DownloadableReport, type ReportParts } from "../client/finished-report.js";
import { PollCoalescer } from "../client/poll.js";
import { checkHandle } from "../client/report-handle.js";
import { ReportCalls } from "../client/report-requests.js";
import {
  begunDeadline,
  createReport,
  type FlowParts,
  finish,
  partsFor,
} from "../client/report-steps.js";
import { Deadline, onAbort } from "../clock.js";
import type { Flow } from "../contract.js";
import { CreateOutcomeUnknownError, LeaseLostError, ReportFailedError } from "../errors.js";
import type { ClientConfig } from "../http/config.js";
import { ownOptions } from "../options.js";
import type {
  BufferOptions,
  ClientEvent,
  DownloadOptions,
  FinishedReport,
  ReadRow,
  ReportHandle,
  RowStream,
  RowsOptions,
} from "../types.js";
import type { Row } from "../writers/row.js";
import { type Claim, StateAway } from "./claim.js";

type Parts = FlowParts<unknown>;

/** How reports are made. */
export interface MakerOptions {
  readonly config: ClientConfig;
  readonly deadlineMs: number | undefined;
  readonly recreateUnknown: boolean;
}

/** A report to make. */
export interface ReportRequest {
  readonly flow: Flow<unknown>;
  readonly adAccountId: string;
  readonly body: unknown;
}

const EXPIRED = "EXPIRED";

/**
 * The worker is closed: what waits for Pinterest goes back into the queue, from which another
 * worker goes on.
 */
export class WorkerClosed extends Error {}

/**
 * Makes the reports of a worker, each under a claim. In an outage of the API, it sends no create
 * into it that would be lost.
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
   * Resolves to the report when its file can be read: a new one, or that of another worker, which
   * died before it was done with it. One that has expired meanwhile is created once more. Rejects
   * with a `CreateOutcomeUnknownError` if that worker died while its create was in flight, with a
   * `LeaseLostError` when another worker may have the report, with a `WorkerClosed`, and with the
   * errors of `create` and `resume`.
   */
  async make(claim: Claim, request: ReportRequest): Promise<FinishedReport<Row>> {
    const { known } = claim;
    if (known.state === "unknown" && !this.#options.recreateUnknown)
      throw new CreateOutcomeUnknownError(null);
    try {
      if (known.state !== "created")
        return await this.#wait(claim, request, await this.#create(claim, request));
      return await this.#wait(claim, request, checkHandle(known.handle, request.flow.name));
    } catch (error) {
      if (!(error instanceof ReportFailedError)) throw error;
      // The next attempt, after this one or by hand, is to make another report.
      await claim.record({ what: "refused" });
      if (known.state !== "created" || error.status !== EXPIRED) throw error;
      return this.#wait(claim, request, await this.#create(claim, request));
    }
  }

  /**
   * Makes no further report, and waits for none. A create in flight gets its response, and a report
   * that can be read is read.
   */
  close(): void {
    this.#closing.abort(new WorkerClosed());
    this.#breaker.end();
  }

  /** Calls `work` with a signal that aborts with the claim's, and when the worker is closed. */
  async #untilClosed<Value>(
    { signal }: Claim,
    work: (signal: AbortSignal) => Promise<Value>,
  ): Promise<Value> {
    const controller = new AbortController();
    const unregister = [signal, this.#closing.signal].map((source) => {
      if (source.aborted) controller.abort(source.reason);
      return onAbort(source, () => controller.abort(source.reason));
    });
    try {
      return await work(controller.signal);
    } finally {
      for (const end of unregister) end();
    }
  }

  #create(claim: Claim, request: ReportRequest): Promise<ReportHandle> {
    return this.#untilClosed(claim, (signal) => this.#createUntil(signal, claim, request));
  }

  async #createUntil(
    signal: AbortSignal,
    claim: Claim,
    { flow, adAccountId, body }: ReportRequest,
  ): Promise<ReportHandle> {
    const { config, deadlineMs = config.deadlineMs } = this.#options;
    const breaker = this.#breaker;
    const deadline = new Deadline(config.clock, deadlineMs);
    const gate = breaker.permit(() => deadline.begin());
    const stepOptions = { deadline, gate, signal, hardAbortSignal: claim.signal };
    let refused: Promise<void> | undefined;
    const parts = partsFor(
      this.#partsOf(flow),
      ownOptions({
        onEvent(event: ClientEvent) {
          // The attempt was certainly rejected, and the next one is some time away: this process
          // may die before.
          const isRetried = event.type === "wait" && event.reason === "retry";
          if (!isRetried && !(event.type === "response" && event.status === 401)) return;
          refused = claim.record({ what: "refused" });
          refused.catch(() => {});
        },
      }),
    );
    const isOfWorker = (error: unknown): boolean =>
      [LeaseLostError, StateAway, WorkerClosed].some((kind) => error instanceof kind);
    try {
      return await createRecorded({
        record: (step) => claim.record(step),
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
            if (!isOfWorker(error)) breaker.recordOutcome(error);
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

  async #wait(
    claim: Claim,
    { flow }: ReportRequest,
    handle: ReportHandle,
  ): Promise<FinishedReport<Row>> {
    const { config, deadlineMs = config.deadlineMs } = this.#options;
    const parts = this.#partsOf(flow);
    const deadline = begunDeadline(config, deadlineMs);
    const file = await this.#untilClosed(claim, (signal) =>
      this.#breaker.during(handle, () => finish(parts, handle, ownOptions({ deadline, signal }))),
    );
    return new LeasedReport(claim.signal, { config: parts.config, ...file });
  }

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

  /** Polls a report once, whose flow has made one before. */
  #poll(handle: ReportHandle, signal: AbortSignal): Promise<unknown> {
    const parts = [...this.#parts.values()].find(({ flow }) => flow.name === handle.flow);
    if (parts === undefined) throw new Error(`no report of the flow ${handle.flow} has been made`);
    return new ReportCalls(parts.config, parts.flow).poll(handle, {
      deadline: begunDeadline(parts.config),
      signal,
      noBackoff: true,
    });
  }
}

/**
 * A finished report that one worker has: reading it ends with a `LeaseLostError` when another one
 * may have it.
 */
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

  #leased<Options extends { readonly signal?: AbortSignal }>(options: Options): Options {
    const { signal } = options;
    return {
      ...options,
      signal: signal === undefined ? this.#signal : AbortSignal.any([signal, this.#signal]),
    };
  }
}
