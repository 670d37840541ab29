import { journalKey } from "../batch/journal.js";
import { checkAccount } from "../client/report-handle.js";
import type { Flow } from "../contract.js";
import { InvalidArgumentError, InvalidBodyError } from "../errors.js";
import { checkNames, cloneBody } from "../options.js";
import { quoteWord } from "../redact.js";
import type { PlannedSync, SyncTask } from "../sync/tasks.js";
import { isoDay, utcToday } from "../validation/dates.js";
import { didYouMean } from "../validation/wording.js";
import { OtherWorkers } from "./outcome.js";
import type { AddOptions, ReportJob, SyncJob } from "./types.js";

/** The flows of a package, by name. */
export type Flows = Readonly<Record<string, Flow<unknown>>>;

/** A report to make. */
export interface ReportJobData {
  readonly type: "report";
  readonly flow: string;
  readonly adAccountId: string;
  readonly body: unknown;
  readonly tag?: string;
}

/** Tables to plan, whose tasks become jobs. */
export interface SyncJobData {
  readonly type: "sync";
  readonly sync: SyncJob<unknown>;
  /** The plan, once a worker has made it. */
  readonly planned?: PlannedSync;
}

/** A task of a sync. */
interface TaskJobData {
  readonly type: "task";
  readonly task: SyncTask;
}

/** What all jobs have. */
interface AnyJobData {
  readonly version: 1;
  readonly run?: string;
  /** Of the call that added it, by which that call knows whether it did. */
  readonly mark?: string;
  /** While it runs alone: the number of workers that had died with it before. */
  readonly aloneAfter?: number;
}

/** Data of a job: plain JSON. */
export type JobData = AnyJobData & (ReportJobData | SyncJobData | TaskJobData);

/** A job to add. */
export interface PreparedJob {
  /** The same in every process for the same work and run. */
  readonly id: string;
  readonly data: JobData;
}

/** The flows by name. */
export function flowsOf(flows: readonly Flow<never>[]): Flows {
  return Object.fromEntries(flows.map((flow) => [flow.name, flow as object as Flow<unknown>]));
}

/** The flow of reports by default, and of `sync`. */
const DEFAULT_FLOW = "report";

/**
 * The job of a report. Rejects with an `InvalidArgumentError` for an account or a flow that cannot
 * be, with an `InvalidBodyError` for a body that breaks a rule, and with a `TypeError` for a
 * property of another name. `number` is that of the report, from 1.
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
    throw new InvalidArgumentError(`the tag of report ${number} must be a text; it was not queued`);
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
 * The job that plans a sync; its run is by default the day. Rejects with an `InvalidBodyError` for
 * the body of a table that breaks a rule on the last day, and with a `TypeError` for an option that
 * no job has. All else is checked by the worker, which has the target.
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

/** The jobs of tasks of a sync. */
export function taskJobs(tasks: readonly SyncTask[], { run }: AddOptions): readonly PreparedJob[] {
  return tasks.map((task) => ({
    id: task.key,
    data: { version: 1, type: "task", task, ...(run !== undefined && { run }) },
  }));
}

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

/** Throws an `InvalidBodyError` if the body breaks a rule; `what` is the subject of its message. */
function checkBody(flow: Flow<unknown>, body: unknown, what: string): void {
  const errors = flow.validate(body).filter(({ severity }) => severity === "error");
  if (errors.length > 0) throw new InvalidBodyError(errors, what);
}

/**
 * The flow of this name, by default that of `sync`. Throws an `InvalidArgumentError` if there is
 * none.
 */
export function flowOf(flows: Flows, name: unknown = DEFAULT_FLOW): Flow<unknown> {
  const flow = typeof name === "string" && Object.hasOwn(flows, name) ? flows[name] : undefined;
  if (flow !== undefined) return flow;
  const names = Object.keys(flows);
  throw new InvalidArgumentError(
    `there is no report ${quoteWord(String(name))}${didYouMean(String(name), names) || `: ${names.join(", ")}`}`,
  );
}

/**
 * Returns the options. Throws an `InvalidArgumentError` for a run that is no such name, and a
 * `TypeError` for an option of another name.
 */
export function checkAdding(options: AddOptions): AddOptions {
  checkNames(options, ["run"]);
  const { run } = options;
  if (run !== undefined && !(typeof run === "string" && /^[\w.-]{1,100}$/.test(run)))
    throw new InvalidArgumentError("run must be a name of at most 100 letters, digits, -, _ and .");
  return options;
}

/**
 * The data of a job. Throws `OtherWorkers` for that of a newer version of this package, or of other
 * programs.
 */
export function readJobData(data: unknown): JobData {
  const { version, type } = Object(data) as Partial<JobData>;
  if (version === 1 && ["report", "sync", "task"].includes(String(type))) return data as JobData;
  throw new OtherWorkers(
    "the job is from a newer version of this package, or from another program",
  );
}
