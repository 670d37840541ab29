import type { SyncResult } from "../sync/types.js";
import type { BullJob } from "./bullmq.js";
import type { JobData } from "./job-data.js";
import type { JobInfo } from "./types.js";

/**
 * Describes a job for events. A job from another program is described as a report, whose missing
 * flow and account become the text `undefined`.
 */
export function infoOf({ id = "", data: rawData }: BullJob): JobInfo {
  const data = Object(rawData) as Partial<JobData>;
  const run = data.run === undefined ? {} : { run: data.run };
  if (data.type === "sync") return { id, type: "sync", adAccountId: null, ...run };
  if (data.type === "task" && data.task !== undefined) {
    const { task } = data;
    const { type, table, adAccountId } = task;
    const days = task.type === "window" && { days: { from: task.from, to: task.to } };
    return { id, type, adAccountId, table, ...days, ...run };
  }
  const { flow, adAccountId, tag } = data as {
    readonly flow?: unknown;
    readonly adAccountId?: unknown;
    readonly tag?: unknown;
  };
  return {
    id,
    type: "report",
    flow: String(flow),
    adAccountId: String(adAccountId),
    ...(typeof tag === "string" && { tag }),
    ...run,
  };
}

/**
 * The job's name for messages, such as `report of 549755885175, my tag`. A sync is named after its
 * run, and any other job after its flow or table, its account, and its tag or days.
 */
export function nameOf({ type, flow, adAccountId, tag, table, days, run }: JobInfo): string {
  if (type === "sync") return run === undefined ? "sync" : `sync of ${run}`;
  if (type === "list") return `${table} of ${adAccountId}`;
  if (days !== undefined)
    return `${table} of ${adAccountId}, ${days.from === days.to ? days.from : `${days.from} to ${days.to}`}`;
  return `${flow} of ${adAccountId}${tag === undefined ? "" : `, ${tag}`}`;
}

/**
 * A message that says how a sync ended. The message contains the number of reports and rows. If
 * tasks failed, it also contains their number and the message of the first error.
 */
export function endOf(info: JobInfo, { plan, loaded, rows, failed }: SyncResult): string {
  const [first] = failed;
  const why = first && `; ${failed.length} failed, the first with: ${first.error.message}`;
  return `${nameOf(info)}: all tasks have ended: ${loaded} of ${plan.requests.length} reports, ${rows} rows${why ?? ""}`;
}
