import { journalKey } from "../batch/journal.js";
import { checkAccount } from "../client/report-handle.js";
import type { Flow } from "../contract.js";
import { InvalidArgumentError, InvalidBodyError } from "../errors.js";
import { checkNames, cloneBody } from "../options.js";
import { quoteWord } from "../redact.js";
import { isoDay, utcToday } from "../validation/dates.js";
import { didYouMean } from "../validation/wording.js";
import type { AddOptions, ReportJob } from "./types.js";

/** The flows of a package, by name. */
export type Flows = Readonly<Record<string, Flow<unknown>>>;

/** Data of a job with one report: plain JSON. */
export interface ReportJobData {
  readonly version: 1;
  readonly flow: string;
  readonly adAccountId: string;
  readonly body: unknown;
  readonly tag?: string;
  readonly run?: string;
}

/** A job to add. */
export interface PreparedJob {
  /** The same in every process for the same report and run. */
  readonly id: string;
  readonly data: ReportJobData;
}

/** The flows by name. */
export function flowsOf(flows: readonly Flow<never>[]): Flows {
  return Object.fromEntries(flows.map((flow) => [flow.name, flow as object as Flow<unknown>]));
}

const DEFAULT_FLOW = "report";

/**
 * The job of a report. Rejects with an `InvalidArgumentError` for an account or a flow that cannot be, with an `InvalidBodyError` for a body that breaks a
 * rule, and with a `TypeError` for a property of another name. `number` is that of the report, from 1.
 */
export async function prepareReport(
  flows: Flows,
  report: ReportJob,
  { run, number }: AddOptions & { readonly number: number },
): Promise<PreparedJob> {
  if (typeof report !== "object" || report === null)
    throw new InvalidArgumentError(`report ${number} is no object; nothing was added for it`);
  checkNames(report, ["flow", "adAccountId", "body", "tag"]);
  const { flow: name = DEFAULT_FLOW, tag } = report;
  const flow = flowOf(flows, name);
  const adAccountId = checkAccount(report.adAccountId);
  if (tag !== undefined && typeof tag !== "string")
    throw new InvalidArgumentError(`the tag of report ${number} is no text; nothing was added for it`);
  const body = cloneBody(report.body);
  const errors = flow.validate(body, { today: isoDay(utcToday(Date.now())) }).filter(({ severity }) => severity === "error");
  if (errors.length > 0) throw new InvalidBodyError(errors, `body of report ${number}`);
  const digest = await journalKey({ flow: name, adAccountId, body, ...(tag !== undefined && { tag }) });
  const data = { version: 1, flow: name, adAccountId, body, ...(tag !== undefined && { tag }), ...(run !== undefined && { run }) } as const;
  return { id: run === undefined ? digest : `${digest}-${run}`, data };
}

/** The flow of this name. Throws an `InvalidArgumentError` if there is none. */
function flowOf(flows: Flows, name: unknown): Flow<unknown> {
  const flow = typeof name === "string" && Object.hasOwn(flows, name) ? flows[name] : undefined;
  if (flow !== undefined) return flow;
  const names = Object.keys(flows);
  throw new InvalidArgumentError(
    `there is no report ${quoteWord(String(name))}${didYouMean(String(name), names) || `: ${names.join(", ")}`}`,
  );
}

/** Returns the options. Throws an `InvalidArgumentError` for a run that is no such name, and a `TypeError` for an option of another name. */
export function checkAdding(options: AddOptions): AddOptions {
  checkNames(options, ["run"]);
  const { run } = options;
  if (run !== undefined && !(typeof run === "string" && /^[\w.-]{1,100}$/.test(run)))
    throw new InvalidArgumentError("run must be a name of at most 100 letters, digits, -, _ and .");
  return options;
}

/** The data of a job, which another version of this package may have added. Throws an `InvalidArgumentError` for that of another kind. */
export function readJobData(flows: Flows, data: unknown): { readonly flow: Flow<unknown>; readonly data: ReportJobData } {
  const read = Object(data) as Partial<ReportJobData>;
  if (read.version !== 1) throw new InvalidArgumentError("the job is none of this package, or of a newer version of it");
  return { flow: flowOf(flows, read.flow), data: read as ReportJobData };
}
