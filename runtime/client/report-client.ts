import type { ReportItem, ReportTask, RunAllOptions, TaskIterable } from "../batch/types.js";
import type { Flow } from "../contract.js";
import { InvalidArgumentError } from "../errors.js";
import type { ClientConfig } from "../http/config.js";
import { type Connection, clientConfigOf } from "./connection.js";
import { DownloadableReport } from "./finished-report.js";
import { PollCoalescer } from "./poll.js";
import type { FlowFiles } from "./report-files.js";
import { ReportRunner } from "./report-runner.js";
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

  runAll<Row, Task = ReportTask<Body>>(
    requests: TaskIterable<unknown>,
    options: RunAllOptions<Task> = {},
  ): AsyncGenerator<ReportItem<Task, Row>, void, undefined> {
    return runReports(this.#parts, requests, options);
  }
}

/** Client of one flow, as `createClient` makes it. */
export interface FlowClient<Body> extends FlowFiles<Body> {
  /**
   * Runs many reports and yields their items as one stream; a report that fails does not stop the others. Each of `requests` is a `Task`;
   * what the compiler checks of them depends on the flow, and is stated by generated types.
   */
  runAll<Row, Task = ReportTask<Body>>(
    requests: TaskIterable<unknown>,
    options?: RunAllOptions<Task>,
  ): AsyncGenerator<ReportItem<Task, Row>, void, undefined>;
}

/** The code that loads a target of `sync`, as far as clients need it. */
export interface SyncEngine {
  /** Loads the tables of the target. */
  run(connection: Connection, options: never): Promise<unknown>;
}

// Targets bring the engine with them, so that a bundle without a target has none.
const engines = new WeakMap<object, SyncEngine>();

/** Lets `sync` load `target` by this engine, and returns the target. */
export function withEngine<Target extends object>(target: Target, engine: SyncEngine): Target {
  engines.set(target, engine);
  return target;
}

/** The engine of the target. Throws an `InvalidArgumentError` for a value that has none. */
export function engineOf(target: unknown): SyncEngine {
  const engine = engines.get(Object(target));
  if (engine !== undefined) return engine;
  throw new InvalidArgumentError("target must be one of pinterest-reports/sync, such as parquetFolder(path); nothing was sent");
}

/** Adds `sync` to the client of a flow, which calls the engine of the target, and returns the client. */
export function withSync<Client extends object>(
  connection: Connection,
  client: Client,
): Client & { sync(options: { readonly target: object }): Promise<never> } {
  return Object.assign(client, {
    async sync(options: { readonly target: object }): Promise<never> {
      return engineOf((options as Partial<typeof options> | undefined)?.target).run(connection, options as never) as Promise<never>;
    },
  });
}
