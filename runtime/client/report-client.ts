import type { ReportItem, ReportTask, RunAllOptions, TaskIterable } from "../batch/types.js";
import type { Flow } from "../contract.js";
import type { ClientConfig } from "../http/config.js";
import type { CreateOptions, FinishedReport, PollOptions, ReportHandle, ReportStatus, ResumeOptions, RunOptions } from "../types.js";
import { type Connection, clientConfigOf } from "./connection.js";
import { DownloadableReport } from "./finished-report.js";
import { PollCoalescer } from "./poll.js";
import { ReportRunner } from "./report-runner.js";
import type { ResponsePromise } from "./response-promise.js";
import { type BatchParts, runReports } from "./run-reports.js";

/** Creates the client of one flow; sends nothing. Throws a `TypeError` if `connection` is not from `connect`. */
export function flowClient<Body>(connection: Connection, flow: Flow<Body>): FlowClient<Body> {
  const config = clientConfigOf(connection);
  return new BatchRunner({
    config,
    flow,
    polls: new PollCoalescer(config.clock),
    open: (config, file) => new DownloadableReport({ config, ...file }),
  });
}

/** The client of a flow: a runner of single reports that also runs many. */
class BatchRunner<Body> extends ReportRunner<Body, ClientConfig> implements FlowClient<Body> {
  readonly #parts: BatchParts<Body>;

  constructor(parts: BatchParts<Body>) {
    super(parts);
    this.#parts = parts;
  }

  runAll<Row, Task extends ReportTask<Body>>(
    requests: TaskIterable<Task>,
    options: RunAllOptions<Task> = {},
  ): AsyncGenerator<ReportItem<Task, Row>, void, undefined> {
    return runReports(this.#parts, requests, options);
  }
}

/** Client of one flow, as `createClient` makes it. */
export interface FlowClient<Body> {
  /**
   * Validates, creates and waits; resolves when the file is ready to be read. Throws the errors of `create` and `resume`; one deadline
   * covers both.
   */
  run<Row, ZeroFilledRow = unknown>(adAccountId: string, body: Body, options?: RunOptions): Promise<FinishedReport<Row, ZeroFilledRow>>;
  /**
   * Validates and creates a report; resolves to its handle without waiting for it. Retried only if the request was certainly not accepted.
   * Throws an `InvalidBodyError` or `InvalidArgumentError` before anything is sent, a `CreateOutcomeUnknownError` if a report may exist,
   * and an `ApiError`, `AuthError`, `RateLimitError` or `ConnectionError`.
   */
  create(adAccountId: string, body: Body, options?: CreateOptions): ResponsePromise<ReportHandle>;
  /**
   * Polls the report once and resolves to its status, also that of a failed report. Throws an `InvalidArgumentError` for an invalid handle,
   * and the errors of the request.
   */
  poll(handle: ReportHandle, options?: PollOptions): ResponsePromise<ReportStatus>;
  /**
   * Waits for a report that was created before, in this process or another one; resolves when its file is ready to be read. Throws an
   * `InvalidArgumentError` for an invalid handle, a `ReportFailedError`, or a `PollTimeoutError` at the deadline.
   */
  resume<Row, ZeroFilledRow = unknown>(handle: ReportHandle, options?: ResumeOptions<Body>): Promise<FinishedReport<Row, ZeroFilledRow>>;
  /** Runs many reports and yields their items as one stream; a report that fails does not stop the others. */
  runAll<Row, Task extends ReportTask<Body>>(
    requests: TaskIterable<Task>,
    options?: RunAllOptions<Task>,
  ): AsyncGenerator<ReportItem<Task, Row>, void, undefined>;
}
