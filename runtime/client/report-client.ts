import type { ReportItem, ReportTask, RunAllOptions, TaskIterable } from "../batch/types.js";
import type { Flow } from "../contract.js";
import { checkReportOptions, cloneBody } from "../options.js";
import { printing } from "../redact.js";
import type {
  CreateOptions,
  FinishedReport,
  PollOptions,
  ReportHandle,
  ReportStatus,
  ResumeOptions,
  RunOptions,
} from "../types.js";
import { type Connection, configOf } from "./connection.js";
import { DownloadableReport } from "./finished-report.js";
import { PollCoalescer } from "./poll.js";
import { checkHandle } from "./report-handle.js";
import { ReportCalls } from "./report-requests.js";
import { createReport, type FlowParts, finish, partsFor, startDeadline } from "./report-steps.js";
import { type ResponsePromise, responsePromise } from "./response-promise.js";
import { runReports } from "./run-reports.js";

/**
 * Creates the client for one flow; sends nothing. Throws a `TypeError` if `connection` is neither a
 * connection nor a client.
 */
export function flowClient<Body>(connection: Connection, flow: Flow<Body>): FlowClient<Body> {
  const config = configOf(connection);
  return new ReportRunner({ config, flow, polls: new PollCoalescer(config.clock) });
}

/** The methods of a report's client. Each client has its own types of bodies and rows. */
export interface ReportMethods {
  /**
   * Validates the body, creates the report and polls it. Resolves when the file can be downloaded.
   * A literal body does not compile if it has an unknown field or conflicting fields or values, or
   * if it lacks a field that another field requires. The row type contains the requested columns.
   * @throws `InvalidBodyError`, `InvalidArgumentError`: the body or the account id is invalid;
   * nothing was sent. `TypeError`, `RangeError`: an option is invalid.
   * @throws `AuthError`, `ApiError`: Pinterest rejected the request. `ConnectionError`: no response
   * arrived.
   * @throws `RateLimitError`: a rate limit does not allow the request before the deadline.
   * @throws `CreateOutcomeUnknownError`: the request was sent, but it is unknown whether the report
   * exists.
   * @throws `ReportFailedError`: Pinterest could not generate the report. `PollTimeoutError`: it
   * was not ready in time; pass the error's `handle` to `resume` to continue.
   * @throws The reason of `options.signal`, unchanged, if it aborts.
   * @example
   * ```ts
   * const report = await client.report.run(account, body);
   * for await (const row of report.rows()) console.log(row);
   * ```
   */
  readonly run: unknown;
  /**
   * Validates the body and creates the report, without waiting for it. The request is retried only
   * if Pinterest cannot have accepted it, because a second request may create a second report.
   * @throws `InvalidBodyError`, `InvalidArgumentError`: the body or the account id is invalid;
   * nothing was sent. `TypeError`, `RangeError`: an option is invalid.
   * @throws `AuthError`, `ApiError`: Pinterest rejected the request. `ConnectionError`: no response
   * arrived.
   * @throws `RateLimitError`: a rate limit does not allow the request before the deadline.
   * @throws `CreateOutcomeUnknownError`: the request was sent, but it is unknown whether the report
   * exists.
   * @throws The reason of `options.signal`, unchanged, if it aborts.
   * @example
   * ```ts
   * const handle = await client.report.create(account, body);
   * // Later, or in another process:
   * const report = await client.report.resume(handle);
   * ```
   */
  readonly create: unknown;
  /**
   * Polls the report once. Resolves with `state: "failed"`, without an error, for a report that
   * Pinterest could not generate.
   * @throws `InvalidArgumentError`: the handle is invalid, or from a different kind of report;
   * nothing was sent. `TypeError`, `RangeError`: an option is invalid.
   * @throws `AuthError`, `ApiError`: Pinterest rejected the request. `ConnectionError`: no response
   * arrived.
   * @throws `RateLimitError`: a rate limit does not allow the request before the deadline.
   * @throws The reason of `options.signal`, unchanged, if it aborts.
   * @example
   * ```ts
   * const { state } = await client.report.poll(handle);
   * if (state === "pending") console.log("not ready yet");
   * ```
   */
  poll(handle: ReportHandle, options?: PollOptions): ResponsePromise<ReportStatus>;
  /**
   * Polls an existing report until it is ready. Any process may have created it.
   * @throws `InvalidArgumentError`: the handle is invalid, or from a different kind of report;
   * nothing was sent. `TypeError`, `RangeError`: an option is invalid.
   * @throws `AuthError`, `ApiError`: Pinterest rejected the request. `ConnectionError`: no response
   * arrived.
   * @throws `ReportFailedError`: Pinterest could not generate the report. `PollTimeoutError`: it
   * was not ready in time; pass the error's `handle` to `resume` to continue.
   * @throws Any error from `create`, if `options.recreate` is set and the report has expired.
   * @throws The reason of `options.signal`, unchanged, if it aborts.
   * @example
   * ```ts
   * const report = await client.report.resume(handle, { deadlineMs: 900_000 });
   * await report.download("report.json");
   * ```
   */
  readonly resume: unknown;
  /**
   * Runs many reports, for any number of accounts, as one stream. For each request, the stream
   * contains the rows, then the outcome. A failed request does not stop the others. With
   * `options.journal`, you can restart an interrupted run without duplicate reports.
   *
   * Nothing is sent before the first item is read. An error that `run` or `rows` would throw
   * becomes the `failed` item of its request.
   * @throws `InvalidBodyError`: every body in a list, a body that several requests share, or the
   * first body of an iterable is invalid; nothing was sent. `InvalidArgumentError`: the file is
   * not a journal. Also errors while reading the requests or writing the journal. `AuthError`:
   * the credentials were rejected. `TypeError`, `RangeError`: an option is invalid.
   * @throws The reason of `options.signal`, unchanged, if it aborts.
   * @example
   * ```ts
   * const requests = [{ adAccountId: account, body }];
   * for await (const item of client.report.runAll(requests)) {
   *   if (item.type === "row") console.log(item.row);
   *   if (item.type === "failed") console.error(item.error);
   * }
   * ```
   */
  readonly runAll: unknown;
}

/**
 * Client of one flow, as `createClient` creates it. The caller specifies the row types, because
 * only the caller knows what was requested.
 */
export interface FlowClient<Body> extends ReportMethods {
  run<Row, SparseRow = unknown>(
    adAccountId: string,
    body: Body,
    options?: RunOptions,
  ): Promise<FinishedReport<Row, SparseRow>>;
  create(adAccountId: string, body: Body, options?: CreateOptions): ResponsePromise<ReportHandle>;
  resume<Row, SparseRow = unknown>(
    handle: ReportHandle,
    options?: ResumeOptions<Body>,
  ): Promise<FinishedReport<Row, SparseRow>>;
  /** Each item of `requests` is a `Task`. */
  runAll<Row, Task = ReportTask<Body>>(
    requests: TaskIterable<unknown>,
    options?: RunAllOptions<Task>,
  ): AsyncGenerator<ReportItem<Task, Row>, void, undefined>;
}

const NAMES = [
  "onEvent",
  "timeoutMs",
  "maxRetries",
  "fetchOptions",
  "headers",
  "signal",
  "validate",
  "deadlineMs",
  "recreate",
] as const;

/**
 * Returns the call options that are own properties of `options`. Options of other calls are
 * dropped. The result has a member for every option (undefined if not set), so that an object it is
 * spread into never inherits an option from `Object.prototype`. Throws a `TypeError` for a
 * misspelled name.
 */
function pickOwnOptions<Options extends object>(options: Options): Options {
  checkReportOptions(options);
  return Object.fromEntries(
    NAMES.map((name) => [
      name,
      Object.hasOwn(options, name) ? Reflect.get(options, name) : undefined,
    ]),
  ) as Options;
}

/** Runs, creates, polls and resumes the reports of one flow. */
class ReportRunner<Body> implements FlowClient<Body> {
  readonly #parts: FlowParts<Body>;

  constructor(parts: FlowParts<Body>) {
    this.#parts = parts;
    printing(this, () => ({ flow: parts.flow.name }), "ReportClient");
  }

  async run<Row, SparseRow>(
    adAccountId: string,
    body: Body,
    rawOptions: RunOptions = {},
  ): Promise<FinishedReport<Row, SparseRow>> {
    const options = pickOwnOptions(rawOptions);
    const parts = partsFor(this.#parts, options);
    const { config, flow } = parts;
    const stepOptions = { ...options, deadline: startDeadline(config, options.deadlineMs) };
    return config.telemetry.trace(
      { name: "run", account: String(adAccountId), flow: flow.name },
      async () => {
        const { handle, sent } = await createReport(parts, { adAccountId, body }, stepOptions);
        const file = await finish(parts, handle, {
          ...stepOptions,
          recreate: options.recreate === true ? sent : undefined,
        });
        return new DownloadableReport<Row, SparseRow>({ config, ...file });
      },
    );
  }

  create(
    adAccountId: string,
    body: Body,
    rawOptions: CreateOptions = {},
  ): ResponsePromise<ReportHandle> {
    return responsePromise(async (onResponse) => {
      const options = pickOwnOptions(rawOptions);
      const parts = partsFor(this.#parts, options);
      const stepOptions = { ...options, deadline: startDeadline(parts.config), onResponse };
      return (await createReport(parts, { adAccountId, body }, stepOptions)).handle;
    });
  }

  poll(handle: ReportHandle, rawOptions: PollOptions = {}): ResponsePromise<ReportStatus> {
    return responsePromise(async (onResponse) => {
      const options = pickOwnOptions(rawOptions);
      const { config, flow } = partsFor(this.#parts, options);
      const calls = new ReportCalls(config, flow);
      const stepOptions = { deadline: startDeadline(config), signal: options.signal, onResponse };
      return (await calls.poll(checkHandle(handle, flow.name), stepOptions)).reportStatus;
    });
  }

  async resume<Row, SparseRow>(
    handle: ReportHandle,
    rawOptions: ResumeOptions<Body> = {},
  ): Promise<FinishedReport<Row, SparseRow>> {
    const options = pickOwnOptions(rawOptions);
    const parts = partsFor(this.#parts, options);
    const { config, flow } = parts;
    const deadline = startDeadline(config, options.deadlineMs);
    // A copy, because the body may be used minutes later, after the caller has changed it for
    // another day.
    const recreate = cloneBody(options.recreate);
    const { signal, validate } = options;
    const file = await finish(parts, checkHandle(handle, flow.name), {
      signal,
      validate,
      recreate,
      deadline,
    });
    return new DownloadableReport<Row, SparseRow>({ config, ...file });
  }

  runAll<Row, Task = ReportTask<Body>>(
    requests: TaskIterable<unknown>,
    options: RunAllOptions<Task> = {},
  ): AsyncGenerator<ReportItem<Task, Row>, void, undefined> {
    return runReports(this.#parts, requests, options);
  }
}
