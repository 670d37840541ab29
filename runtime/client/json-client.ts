import type { AccessCredentials } from "../auth/credentials.js";
import type { Flow } from "../contract.js";
import { InvalidArgumentError } from "../errors.js";
import { baseOf, callConfigOf, type SharedOptions, type TokenProvider, withConfig } from "../http/config.js";
import { plainEndpoint } from "../http/plain-endpoint.js";
import { checkKinds, checkNames, checkVisible, ownOptions } from "../options.js";
import type { Trace } from "../telemetry.js";
import type { CreateOptions, JsonReport, PollOptions, ReportHandle, ReportStatus, ResumeOptions, RunOptions } from "../types.js";
import type { Connected } from "./connection.js";
import { WholeJsonReport } from "./json-report.js";
import type { ExpectedFile } from "./report-handle.js";
import { ReportRunner } from "./report-runner.js";
import type { ResponsePromise } from "./response-promise.js";

/** Options of a client of one report. Nothing is read from the environment. */
export interface ReportClientOptions extends Pick<SharedOptions, "fetch" | "validate" | "onEvent" | "deadlineMs" | "timeoutMs" | "clock"> {
  /**
   * An access token with `ads:read`, or a function that returns one, such as `refreshingToken` makes. The function is called before every
   * request. `refused` is true after a response of status 401, and `token` is the rejected token: then the request is sent once more with
   * the function's result. It is called for each rejected request, also for several with the same token.
   */
  readonly accessToken: AccessCredentials["accessToken"];
  /** Default: `https://api.pinterest.com/v5`. `http:` is accepted for this machine only. */
  readonly baseUrl?: string;
  /**
   * Runs each operation: a `run`, a `wait` and each call. `traceWith(tracer)` makes a function that runs it within a span of OpenTelemetry;
   * another function must call its second argument once and return its promise. Default: none.
   */
  readonly trace?: Trace;
}

const OPTIONS = ["accessToken", "baseUrl", "fetch", "validate", "onEvent", "deadlineMs", "timeoutMs", "clock", "trace"];

/**
 * Creates a client of one flow for JSON files, without a rate limiter; sends nothing. Throws a `TypeError` or `RangeError` for an invalid
 * option, or one of another name, such as `downloadHosts` of the whole client.
 */
export function jsonClient<Body>(rawOptions: ReportClientOptions, flow: Flow<Body>): JsonClient<Body> {
  const options = ownOptions(rawOptions);
  checkNames(options, OPTIONS);
  checkKinds(options);
  const callConfig = callConfigOf(options, baseOf(options.baseUrl), plainEndpoint);
  const config = { ...callConfig, tokens: tokensOf(options.accessToken), trace: options.trace ?? callConfig.trace };
  const runner = new ReportRunner({
    config,
    flow,
    checkFile: checkJson,
    open: (config, file) => new WholeJsonReport(config, file),
  });
  return withConfig(runner, config);
}

/** Throws an `InvalidArgumentError` for a CSV report. */
export function checkJson({ format }: ExpectedFile): void {
  if (format === "CSV")
    throw new InvalidArgumentError(
      "this client reads JSON reports only, and this one is CSV, which the entry files reads; nothing was sent",
    );
}

type TokenRequest = Parameters<Exclude<ReportClientOptions["accessToken"], string>>[0];

/** The token provider of the option, a text or a function. Throws a `TypeError` for an invalid text. */
function tokensOf(accessToken: ReportClientOptions["accessToken"]): TokenProvider {
  const check = (token: unknown): string => checkVisible("accessToken", token, "it needs the scope ads:read");
  const token = typeof accessToken === "function" ? "" : check(accessToken);
  const ask = typeof accessToken === "function" ? async (request: TokenRequest) => check(await accessToken(request)) : () => token;
  return {
    get: () => ask({ refused: false }),
    async renew(token) {
      const next = await ask({ refused: true, token });
      return next === token ? null : next;
    },
  };
}

/** Client of one flow, as `jsonClient` makes it. Calls can be sent on it, too. */
export interface JsonClient<Body> extends Connected {
  /** See `FlowFiles.run`. */
  run<Row, ZeroFilledRow = unknown>(adAccountId: string, body: Body, options?: RunOptions): Promise<JsonReport<Row, ZeroFilledRow>>;
  /** See `FlowFiles.create`. */
  create(adAccountId: string, body: Body, options?: CreateOptions): ResponsePromise<ReportHandle>;
  /** See `FlowFiles.poll`. */
  poll(handle: ReportHandle, options?: PollOptions): ResponsePromise<ReportStatus>;
  /** See `FlowFiles.resume`. */
  resume<Row, ZeroFilledRow = unknown>(handle: ReportHandle, options?: ResumeOptions<Body>): Promise<JsonReport<Row, ZeroFilledRow>>;
}
