import type { Flow } from "../contract.js";
import { InvalidArgumentError } from "../errors.js";
import { baseOf, callConfigOf, type SharedOptions, withConfig } from "../http/config.js";
import { plainEndpoint } from "../http/plain-endpoint.js";
import { checkKinds, checkNames, checkVisible, ownOptions } from "../options.js";
import type { CreateOptions, JsonReport, PollOptions, ReportHandle, ReportStatus, ResumeOptions, RunOptions } from "../types.js";
import type { Connected } from "./connection.js";
import { WholeJsonReport } from "./json-report.js";
import { ReportRunner } from "./report-runner.js";
import type { ResponsePromise } from "./response-promise.js";

/** Options of a client of one report. Nothing is read from the environment. */
export interface ReportClientOptions extends Pick<SharedOptions, "fetch" | "validate" | "onEvent" | "deadlineMs" | "timeoutMs" | "clock"> {
  /** An access token with `ads:read`. It is not renewed: after a response of status 401, create another client. */
  readonly accessToken: string;
  /** Default: `https://api.pinterest.com/v5`. `http:` is accepted for this machine only. */
  readonly baseUrl?: string;
}

const OPTIONS = ["accessToken", "baseUrl", "fetch", "validate", "onEvent", "deadlineMs", "timeoutMs", "clock"];

/**
 * Creates a client of one flow for JSON files, without a rate limiter; sends nothing. Throws a `TypeError` or `RangeError` for an invalid
 * option, or one of another name, such as `downloadHosts` of the whole client.
 */
export function jsonClient<Body>(rawOptions: ReportClientOptions, flow: Flow<Body>): JsonClient<Body> {
  const options = ownOptions(rawOptions);
  checkNames(options, OPTIONS);
  checkKinds(options);
  const token = checkVisible("accessToken", options.accessToken, "it needs the scope ads:read");
  const config = {
    ...callConfigOf(options, baseOf(options.baseUrl), plainEndpoint),
    tokens: { get: () => token, renew: async () => null },
  };
  const runner = new ReportRunner({
    config,
    flow,
    checkFile({ format }) {
      if (format === "CSV") throw new InvalidArgumentError("this client reads JSON reports only, and this one is CSV; nothing was sent");
    },
    open: (config, file) => new WholeJsonReport(config, file),
  });
  return withConfig(runner, config);
}

/** Client of one flow, as `jsonClient` makes it. Calls can be sent on it, too. */
export interface JsonClient<Body> extends Connected {
  /** See `FlowClient.run`. */
  run<Row, ZeroFilledRow = unknown>(adAccountId: string, body: Body, options?: RunOptions): Promise<JsonReport<Row, ZeroFilledRow>>;
  /** See `FlowClient.create`. */
  create(adAccountId: string, body: Body, options?: CreateOptions): ResponsePromise<ReportHandle>;
  /** See `FlowClient.poll`. */
  poll(handle: ReportHandle, options?: PollOptions): ResponsePromise<ReportStatus>;
  /** See `FlowClient.resume`. */
  resume<Row, ZeroFilledRow = unknown>(handle: ReportHandle, options?: ResumeOptions<Body>): Promise<JsonReport<Row, ZeroFilledRow>>;
}
