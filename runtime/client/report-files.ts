import type { Flow } from "../contract.js";
import type { CreateOptions, FinishedReport, PollOptions, ReportHandle, ReportStatus, ResumeOptions, RunOptions } from "../types.js";
import { type Connected, configOf } from "./connection.js";
import { DownloadableReport } from "./finished-report.js";
import { ReportRunner } from "./report-runner.js";
import type { ResponsePromise } from "./response-promise.js";

/**
 * Single reports of one flow, in JSON or CSV, with the token, the settings and the rate limiter, if any, of `client`; sends nothing. Throws a
 * `TypeError` if `client` is no client.
 */
export function flowFiles<Body>(client: Connected, flow: Flow<Body>): FlowFiles<Body> {
  return new ReportRunner({ config: configOf(client), flow, open: (config, file) => new DownloadableReport({ config, ...file }) });
}

/** Single reports of one flow, whose files are streamed, as `flowFiles` makes them. */
export interface FlowFiles<Body> {
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
}
