import type { ReportItem, ReportTask, RunAllOptions, TaskIterable } from "../batch/types.js";
import type { Flow } from "../contract.js";
import { checkReportOptions, cloneBody } from "../options.js";
import { printing } from "../redact.js";
import type { CreateOptions, FinishedReport, PollOptions, ReportHandle, ReportStatus, ResumeOptions, RunOptions } from "../types.js";
import { type Connection, configOf } from "./connection.js";
import { DownloadableReport } from "./finished-report.js";
import { PollCoalescer } from "./poll.js";
import { checkHandle } from "./report-handle.js";
import { ReportCalls } from "./report-requests.js";
import { begunDeadline, createReport, type FlowParts, finish, partsFor } from "./report-steps.js";
import { type ResponsePromise, responsePromise } from "./response-promise.js";
import { runReports } from "./run-reports.js";

/** Creates the client of one flow; sends nothing. Throws a `TypeError` if `connection` is not from `connect`. */
export function flowClient<Body>(connection: Connection, flow: Flow<Body>): FlowClient<Body> {
  const config = configOf(connection);
  return new ReportRunner({ config, flow, polls: new PollCoalescer(config.clock) });
}

/**
 * Client of one flow, as `createClient` makes it. The types of rows are stated by the caller, who knows what was requested: generated types
 * derive them from the body.
 */
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
  /**
   * Runs many reports and yields their items as one stream; a report that fails does not stop the others. Each of `requests` is a `Task`;
   * what the compiler checks of them depends on the flow, and is stated by generated types.
   */
  runAll<Row, Task = ReportTask<Body>>(
    requests: TaskIterable<unknown>,
    options?: RunAllOptions<Task>,
  ): AsyncGenerator<ReportItem<Task, Row>, void, undefined>;
}

const NAMES = ["onEvent", "timeoutMs", "maxRetries", "headers", "signal", "validate", "deadlineMs", "recreate"] as const;

/**
 * Returns the call options that are own properties of `options`; options of other calls are dropped. The result has a member for every option,
 * undefined if not set, so that objects spread from it read none from `Object.prototype`. Throws a `TypeError` for a misspelt name.
 */
function pickOwnOptions<Options extends object>(options: Options): Options {
  checkReportOptions(options);
  return Object.fromEntries(NAMES.map((name) => [name, Object.hasOwn(options, name) ? Reflect.get(options, name) : undefined])) as Options;
}

/** Runs, creates, polls and resumes the reports of one flow. */
class ReportRunner<Body> implements FlowClient<Body> {
  readonly #parts: FlowParts<Body>;

  constructor(parts: FlowParts<Body>) {
    this.#parts = parts;
    printing(this, () => ({ flow: parts.flow.name }), "ReportClient");
  }

  async run<Row, ZeroFilledRow>(adAccountId: string, body: Body, rawOptions: RunOptions = {}): Promise<FinishedReport<Row, ZeroFilledRow>> {
    const options = pickOwnOptions(rawOptions);
    const parts = partsFor(this.#parts, options);
    const { config, flow } = parts;
    const stepOptions = { ...options, deadline: begunDeadline(config, options.deadlineMs) };
    return config.trace({ name: "run", account: String(adAccountId), flow: flow.name }, async () => {
      const { handle, sent } = await createReport(parts, { adAccountId, body }, stepOptions);
      const file = await finish(parts, handle, { ...stepOptions, recreate: options.recreate === true ? sent : undefined });
      return new DownloadableReport<Row, ZeroFilledRow>({ config, ...file });
    });
  }

  create(adAccountId: string, body: Body, rawOptions: CreateOptions = {}): ResponsePromise<ReportHandle> {
    return responsePromise(async (onResponse) => {
      const options = pickOwnOptions(rawOptions);
      const parts = partsFor(this.#parts, options);
      const stepOptions = { ...options, deadline: begunDeadline(parts.config), onResponse };
      return (await createReport(parts, { adAccountId, body }, stepOptions)).handle;
    });
  }

  poll(handle: ReportHandle, rawOptions: PollOptions = {}): ResponsePromise<ReportStatus> {
    return responsePromise(async (onResponse) => {
      const options = pickOwnOptions(rawOptions);
      const { config, flow } = partsFor(this.#parts, options);
      const calls = new ReportCalls(config, flow);
      const stepOptions = { deadline: begunDeadline(config), signal: options.signal, onResponse };
      return (await calls.poll(checkHandle(handle, flow.name), stepOptions)).reportStatus;
    });
  }

  async resume<Row, ZeroFilledRow>(
    handle: ReportHandle,
    rawOptions: ResumeOptions<Body> = {},
  ): Promise<FinishedReport<Row, ZeroFilledRow>> {
    const options = pickOwnOptions(rawOptions);
    const parts = partsFor(this.#parts, options);
    const { config, flow } = parts;
    const deadline = begunDeadline(config, options.deadlineMs);
    // A copy: it may be used minutes later, when the caller has changed the body for another day.
    const recreate = cloneBody(options.recreate);
    const { signal, validate } = options;
    const file = await finish(parts, checkHandle(handle, flow.name), { signal, validate, recreate, deadline });
    return new DownloadableReport<Row, ZeroFilledRow>({ config, ...file });
  }

  runAll<Row, Task = ReportTask<Body>>(
    requests: TaskIterable<unknown>,
    options: RunAllOptions<Task> = {},
  ): AsyncGenerator<ReportItem<Task, Row>, void, undefined> {
    return runReports(this.#parts, requests, options);
  }
}
