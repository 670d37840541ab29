import { LeaseLostError } from "../errors.js";
import { type BullJob, type BullQueue, isLockLost, type JobOptions } from "./bullmq.js";
import type { Children, ParentJob } from "./job-runner.js";
import { addAll } from "./producer.js";

/**
 * Wraps a sync's job as the parent of its tasks, which are added to `queue`. The tasks get the same
 * number of attempts as the job, with the same waits in between. A failed task counts as ended,
 * like a finished one. `token` is the worker's lock on the job.
 */
export function parentOf(job: BullJob, token: string | undefined, queue: BullQueue): ParentJob {
  const { id = "", queueQualifiedName, opts, attemptsMade } = job;
  const options = {
    ...taskOptionsOf(opts),
    parent: { id, queue: queueQualifiedName },
    ignoreDependencyOnFailure: true,
  };
  const children = async (): Promise<Children> => {
    const { processed, unprocessed = [] } = await job.getDependencies();
    const failed = await (job.getIgnoredChildrenFailures?.() ?? job.getFailedChildrenValues?.());
    return {
      done: byId(Object.entries(processed ?? {})),
      failed: byId(Object.entries(failed ?? {})),
      unfinished: new Set(unprocessed.map(idIn)),
    };
  };
  return {
    isLast: attemptsMade + 1 >= (opts.attempts ?? 1),
    children,
    async add(jobs) {
      await addAll(queue, jobs, options);
      // If this worker was suspended, another one may have added the tasks before, and some may have
      // failed. The parent would now wait forever for those.
      const { failed, unfinished } = await children();
      for (const id of failed.keys())
        if (unfinished.has(id) && (await queue.getJobState(id)) === "failed")
          await (await queue.getJob(id))?.removeChildDependency();
    },
    wait: () =>
      job.moveToWaitingChildren(token ?? "").catch((error: Error) => {
        throw isLockLost(error) ? new LeaseLostError(id) : error;
      }),
  };
}

/**
 * Options for task jobs, taken from the options of the sync's job. Finished tasks are removed,
 * because the sync's job keeps their results.
 */
function taskOptionsOf({ attempts, backoff, removeOnFail }: JobOptions): JobOptions {
  return {
    ...(attempts !== undefined && { attempts }),
    ...{ backoff, removeOnComplete: true, removeOnFail },
  };
}

/** Maps each job's id, taken from the entry's key, to the entry's value. */
function byId<Value>(entries: readonly (readonly [string, Value])[]): ReadonlyMap<string, Value> {
  return new Map(entries.map(([key, value]) => [idIn(key), value]));
}

/** The job's id, taken from its key. */
function idIn(key: string): string {
  return key.slice(key.lastIndexOf(":") + 1);
}
