import type { ReportItem, ReportTask, RunAllOptions, TaskIterable } from "../batch/types.js";
import type { Flow } from "../contract.js";
import type { ClientConfig, FlowConfig } from "../http/config.js";
import { Limiter, STANDARD_LIMITS } from "../http/rate-limiter.js";
import { entryOf } from "../rows/reader.js";
import { type Connected, configOf } from "./connection.js";
import { checkJson } from "./json-client.js";
import { WholeJsonReport } from "./json-report.js";
import { PollCoalescer } from "./poll.js";
import { runReports } from "./run-reports.js";

/** By the configuration of a client without a rate limiter: the same with one, which all its runs share. */
const limited = new WeakMap<FlowConfig, ClientConfig>();

/**
 * Runs many reports of one flow with the token of `client`; see `FlowClient.runAll`. Each JSON file is held in memory while its rows are
 * read. A request for CSV becomes a `failed` item before its report is created. Throws a `TypeError` if `client` is no client.
 */
export function jsonRunAll<Body, Row, Task = ReportTask<Body>>(
  client: Connected,
  flow: Flow<Body>,
  requests: TaskIterable<unknown>,
  options: RunAllOptions<Task> = {},
): AsyncGenerator<ReportItem<Task, Row>, void, undefined> {
  const config = limitedConfigOf(client);
  return runReports(
    {
      config,
      flow,
      polls: new PollCoalescer(config.clock),
      checkFile: checkJson,
      open(config, file) {
        const report = new WholeJsonReport(config, file, entryOf);
        // As runAll of the whole client, which has no limit.
        return { keyedRows: (rowsOptions) => report.rows({ maxBytes: Number.POSITIVE_INFINITY, ...rowsOptions }) };
      },
    },
    requests,
    options,
  );
}

/** The client's configuration with its rate limiter, else with one of the limits of standard access, which responses correct. */
function limitedConfigOf(client: Connected): ClientConfig {
  const config = configOf(client);
  const withLimiter = limited.get(config) ?? { ...config, limiter: config.limiter ?? new Limiter(config.clock, STANDARD_LIMITS) };
  limited.set(config, withLimiter);
  return withLimiter;
}
