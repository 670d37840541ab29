import { journalKey } from "../batch/journal.js";
import { checkAccount } from "../client/report-handle.js";
import type { Flow } from "../contract.js";
import { InvalidArgumentError, InvalidBodyError } from "../errors.js";
import { checkNames, cloneBody } from "../options.js";
import { quoteWord } from "../redact.js";
import type { SyncTask } from "../sync/tasks.js";
import { isoDay, utcToday } from "../validation/dates.js";
import { didYouMean } from "../validation/wording.js";
import { NeedsOtherWorker } from "./outcome.js";
import type { AddOptions, ReportJob, SyncJob } from "./types.js";

/** The flows of a package, keyed by name. */
export type Flows = Readonly<Record<string, Flow<unknown>>>;

/** A report to create. */
export interface ReportJobData {
  readonly type: "report";
  readonly flow: string;
  readonly adAccountId: string;
  readonly body: unknown;
  readonly tag?: string;
}

/** A sync to plan, whose tasks become jobs. */
export interface SyncJobData {
  readonly type: "sync";
  readonly sync: SyncJob<unknown>;
}

interface TaskJobData {
  readonly type: "task";
  readonly task: SyncTask;
}

interface AnyJobData {
  readonly version: 1;
  readonly run?: string;
  /** Identifies the call that added the job. With it, a call can tell which jobs it added. */
  readonly mark?: string;
  /**
   * Set while the job runs alone. The value is the number of workers that had already died while
   * running the job.
   */
  readonly aloneAfter?: number;
}

/** Data of a job, as plain JSON. */
export type JobData = AnyJobData & (ReportJobData | SyncJobData | TaskJobData);

/** A job to add. */
export interface PreparedJob {
  /** The job's id: every process computes the same id for the same work and run. */
  readonly id: string;
  readonly data: JobData;
}

/** The flows, keyed by name. If several have the same name, the last one is used. */
export function flowsOf(flows: readonly Flow<never>[]): Flows {
  return Object.fromEntries(flows.map((flow) => [flow.name, flow as object as Flow<unknown>]));
}

/** The flow for syncs, and the default for reports. */
const DEFAULT_FLOW = "report";

/**
 * Prepares the job for a report; does not add it to a queue. The job's id is the report's journal
 * key, followed by `-` and the run, if any. Rejects with an `InvalidBodyError` for a body that
 * breaks a rule (warnings are allowed), and with a `TypeError` for an unknown property. Rejects
 * with an `InvalidArgumentError` for a report that is not an object, an unknown flow, an invalid
 * account or tag, or a body that cannot be written as JSON. `number` is the report's position for
 * messages, counted from 1.
 */
export async function prepareReport(
  flows: Flows,
  report: ReportJob,
  { run, number }: AddOptions & { readonly number: number },
): Promise<PreparedJob> {
  if (typeof report !== "object" || report === null)
    throw new InvalidArgumentError(`report ${number} must be an object; it was not queued`);
  checkNames(report, ["flow", "adAccountId", "body", "tag"]);
  const { flow: name = DEFAULT_FLOW, tag } = report;
  const flow = flowOf(flows, name);
  const adAccountId = checkAccount(report.adAccountId);
  if (tag !== undefined && typeof tag !== "string")
    throw new InvalidArgumentError(
      `the tag of report ${number} must be a string; the report was not queued`,
    );
  const body = cloneBody(report.body);
  checkBody(flow, body, `body of report ${number}`);
  const digest = await journalKey({
    flow: name,
    adAccountId,
    body,
    ...(tag !== undefined && { tag }),
  });
  return prepared(
    digest,
    { type: "report", flow: name, adAccountId, body, ...(tag !== undefined && { tag }) },
    run,
  );
}

const SYNC_NAMES: Readonly<Record<keyof SyncJob<unknown>, true>> = {
  tables: true,
  accounts: true,
  entities: true,
  lookbackDays: true,
  since: true,
  full: true,
  only: true,
};

/**
 * Prepares the job that plans a sync; does not add it to a queue. By default, the run is named
 * after the current day in UTC. Rejects with an `InvalidBodyError` if a request for yesterday with
 * a table's body would break a rule. Rejects with a `TypeError` for an unknown option, and with an
 * `InvalidArgumentError` for options that cannot be written as JSON. The worker, which has the
 * target, checks everything else.
 */
export async function prepareSync(
  flows: Flows,
  options: SyncJob<unknown>,
  { run }: AddOptions,
): Promise<PreparedJob> {
  if (typeof options !== "object" || options === null)
    throw new TypeError("the options must be an object, such as { tables }");
  checkNames(options, Object.keys(SYNC_NAMES));
  const sync = cloneBody(options);
  const today = utcToday(Date.now());
  const [flow, day] = [flowOf(flows, DEFAULT_FLOW), isoDay(today - 1)];
  for (const [name, body] of Object.entries(sync.tables ?? {}))
    checkBody(
      flow,
      { ...Object(body), start_date: day, end_date: day },
      `body of table ${quoteWord(name)}`,
    );
  const digest = await journalKey({ flow: "sync", adAccountId: "", body: sync });
  return prepared(digest, { type: "sync", sync }, run ?? isoDay(today));
}

/**
 * The jobs for the tasks of a sync, in the same order. A job's id is its task's key. `run` is
 * stored in the job's data, but not part of the id.
 */
export function taskJobs(tasks: readonly SyncTask[], { run }: AddOptions): readonly PreparedJob[] {
  return tasks.map((task) => ({
    id: task.key,
    data: { version: 1, type: "task", task, ...(run !== undefined && { run }) },
  }));
}

/** The job with this data. Its id is the digest, followed by `-` and the run, if any. */
function prepared(
  digest: string,
  data: ReportJobData | SyncJobData,
  run: string | undefined,
): PreparedJob {
  return {
    id: run === undefined ? digest : `${digest}-${run}`,
    data: { version: 1, ...data, ...(run !== undefined && { run }) },
  };
}

/** Throws an `InvalidBodyError` if the body breaks a rule; the message calls the body `what`. */
function checkBody(flow: Flow<unknown>, body: unknown, what: string): void {
  const errors = flow.validate(body).filter(({ severity }) => severity === "error");
  if (errors.length > 0) throw new InvalidBodyError(errors, what);
}

/** The flow of this name; default: `report`. Throws an `InvalidArgumentError` if there is none. */
export function flowOf(flows: Flows, name: unknown = DEFAULT_FLOW): Flow<unknown> {
  const flow = typeof name === "string" && Object.hasOwn(flows, name) ? flows[name] : undefined;
  if (flow !== undefined) return flow;
  const names = Object.keys(flows);
  throw new InvalidArgumentError(
    `there is no report ${quoteWord(String(name))}${didYouMean(String(name), names) || `; the reports are ${names.join(", ")}`}`,
  );
}

/**
 * Returns the options unchanged. Throws an `InvalidArgumentError` for an invalid run name, and a
 * `TypeError` for an unknown option.
 */
export function checkAdding(options: AddOptions): AddOptions {
  checkNames(options, ["run"]);
  const { run } = options;
  if (run !== undefined && !(typeof run === "string" && /^[\w.-]{1,100}$/.test(run)))
    throw new InvalidArgumentError("run must be a name of at most 100 letters, digits, -, _ and .");
  return options;
}

/**
 * Returns the data of a job, after checking its `version` and `type`. Other members are not
 * checked. Throws `NeedsOtherWorker` for data from a newer version of this package or from another
 * program.
 */
export function readJobData(data: unknown): JobData {
  const { version, type } = Object(data) as Partial<JobData>;
  if (version === 1 && ["report", "sync", "task"].includes(String(type))) return data as JobData;
  throw new NeedsOtherWorker(
    "the job is from a newer version of this package, or from another program",
  );
}
