import { StepTimeout, withTimeout } from "../clock.js";
import { ConnectionError } from "../errors.js";
import type { Completed } from "../given.js";
import { duration } from "../http/config.js";
import { confirmDatabase } from "../shared-state/redis-connection.js";
import {
  type BullQueue,
  isFromRedis,
  isRedisDown,
  loadBull,
  type QueueLocation,
  queueLocation,
  withoutCommand,
} from "./bullmq.js";
import {
  checkAdding,
  type Flows,
  type JobData,
  type PreparedJob,
  prepareReport,
  prepareSync,
} from "./job-data.js";
import type { AddedJob, AddOptions, Jobs, JobsOptions, ReportJob, SyncJob } from "./types.js";

const OPTIONS: Readonly<Record<keyof JobsOptions, true>> = {
  connection: true,
  queue: true,
  prefix: true,
  attempts: true,
  keepMs: true,
};
/** How long a finished job and its record are kept by default, in milliseconds. */
export const KEEP_MS: number = 7 * 86_400_000;
const ATTEMPTS = 10;
const MIN_WAIT_MS = 1_000;
/** Maximum number of jobs that are added in one command. */
const CHUNK_SIZE = 500;
/** Maximum wait for a connection, in milliseconds. */
const CONNECT_MS = 10_000;

/**
 * Creates a producer that adds jobs to a queue. It connects when the first job is added. Throws a
 * `TypeError` or `RangeError` for an invalid option, and an `InvalidArgumentError` for an invalid
 * connection. The producer's functions reject with a `ConnectionError` if Redis cannot be reached
 * within ten seconds. They reject with an `InvalidArgumentError` if bullmq cannot be loaded or the
 * server lacks the database. They also reject with any error from `checkAdding`, `prepareReport` or
 * `prepareSync`.
 */
export function jobsOf(flows: Flows, options: JobsOptions): Jobs<ReportJob, SyncJob<unknown>> {
  const location = queueLocation(options, Object.keys(OPTIONS));
  const { attempts = ATTEMPTS, keepMs = KEEP_MS } = options;
  if (!(Number.isInteger(attempts) && attempts > 0))
    throw new RangeError("attempts must be a whole number of at least 1");
  duration("keepMs", keepMs);
  const jobOptions = jobOptionsOf({ attempts, keepMs });
  let opened: Promise<BullQueue> | undefined;
  const queue = (): Promise<BullQueue> => {
    opened ??= openQueue(location).catch((error: unknown) => {
      opened = undefined;
      throw error;
    });
    return opened;
  };
  return {
    async addReports(reports, addOptions = {}) {
      checkAdding(addOptions);
      const added: AddedJob[] = [];
      for await (const chunk of chunks(flows, reports, addOptions))
        added.push(...(await replaceFailed(await queue(), chunk, jobOptions)));
      return added;
    },
    async addSync(sync, addOptions = {}) {
      const job = await prepareSync(flows, sync, checkAdding(addOptions));
      const [added] = await replaceFailed(await queue(), [job], jobOptions);
      return added as AddedJob;
    },
    async close() {
      const closing = opened;
      opened = undefined;
      const queue = await closing?.catch(() => undefined);
      if (queue !== undefined)
        await redisCall(() =>
          withTimeout(() => queue.close(), { ms: CONNECT_MS, signal: undefined }),
        ).catch(() => queue.disconnect());
    },
  };
}

/**
 * Options for each job. A job that has finished or failed is kept for a while, so that it is not
 * added again.
 */
function jobOptionsOf({
  attempts,
  keepMs,
}: Completed<JobsOptions, "attempts" | "keepMs">): Readonly<Record<string, unknown>> {
  const keep = { age: Math.ceil(keepMs / 1_000) };
  return {
    attempts,
    backoff: { type: "exponential", delay: MIN_WAIT_MS },
    removeOnComplete: keep,
    removeOnFail: keep,
  };
}

/**
 * Yields the jobs of the reports in chunks. If `reports` is an array, all jobs are prepared first,
 * and yielded as one chunk.
 */
async function* chunks(
  flows: Flows,
  reports: Iterable<ReportJob> | AsyncIterable<ReportJob>,
  options: AddOptions,
): AsyncGenerator<readonly PreparedJob[]> {
  const size = Array.isArray(reports) ? Number.POSITIVE_INFINITY : CHUNK_SIZE;
  let [jobs, number]: [PreparedJob[], number] = [[], 0];
  for await (const report of reports) {
    jobs.push(await prepareReport(flows, report, { ...options, number: ++number }));
    if (jobs.length < size) continue;
    yield jobs;
    jobs = [];
  }
  if (jobs.length > 0) yield jobs;
}

const STATES: Readonly<Record<string, AddedJob["state"]>> = {
  active: "running",
  "waiting-children": "running",
  completed: "done",
  failed: "failed",
};

/** Whether the job, or a task of its sync, has failed. */
async function hasFailed(queue: BullQueue, id: string): Promise<boolean> {
  const state = await queue.getJobState(id);
  if (state !== "completed") return state === "failed";
  const { returnvalue } = (await queue.getJob(id)) ?? {};
  return ((Object(returnvalue) as { readonly failed?: number }).failed ?? 0) > 0;
}

/**
 * Removes failed jobs with the same ids, then adds the jobs. Resolves to the result for each job.
 */
async function replaceFailed(
  queue: BullQueue,
  jobs: readonly PreparedJob[],
  options: Readonly<Record<string, unknown>>,
): Promise<readonly AddedJob[]> {
  const ids = jobs.map(({ id }) => id);
  const before = await redisCall(() => Promise.all(ids.map((id) => hasFailed(queue, id))));
  const failed = new Set(ids.filter((_, at) => before[at] === true));
  await redisCall(() => Promise.all([...failed].map((id) => queue.remove(id))));
  // Lets this call tell its own jobs from those that another producer added.
  const mark = crypto.randomUUID();
  await addAll(
    queue,
    jobs.map(({ id, data }) => ({ id, data: { ...data, mark } })),
    options,
  );
  const now = await redisCall(() =>
    Promise.all(
      ids.map(async (id) => ({ job: await queue.getJob(id), state: await queue.getJobState(id) })),
    ),
  );
  return ids.map((id, at): AddedJob => {
    const { job, state = "" } = now[at] ?? {};
    const isMine = (Object(job?.data) as Partial<JobData>).mark === mark;
    if (!isMine || ids.indexOf(id) < at)
      return { id, added: false, state: STATES[state] ?? "waiting" };
    return failed.has(id)
      ? { id, added: false, state: "restarted" }
      : { id, added: true, state: "waiting" };
  });
}

/**
 * Adds jobs with these BullMQ `options`, except jobs that the queue already contains. Finished and
 * failed jobs that the queue still keeps are not added again either. Rejects with a
 * `ConnectionError` if Redis cannot be reached, or does not respond for ten seconds. Jobs are added
 * 500 at a time, so some may have been added before an error.
 */
export async function addAll(
  queue: BullQueue,
  jobs: readonly PreparedJob[],
  options: Readonly<Record<string, unknown>>,
): Promise<void> {
  for (let at = 0; at < jobs.length; at += CHUNK_SIZE) {
    const bulk = jobs
      .slice(at, at + CHUNK_SIZE)
      .map(({ id, data }) => ({ name: data.type, data, opts: { ...options, jobId: id } }));
    await redisCall(() =>
      withTimeout(() => queue.addBulk(bulk), { ms: CONNECT_MS, signal: undefined }),
    );
  }
}

/** Opens the queue; resolves when it is connected. */
async function openQueue({ name, options, redis }: QueueLocation): Promise<BullQueue> {
  const { Queue } = await loadBull();
  await redisCall(() =>
    withTimeout((signal) => confirmDatabase(redis, { signal }), {
      ms: CONNECT_MS,
      signal: undefined,
    }),
  );
  const queue = new Queue(name, options);
  // The event is ignored, because every function rejects with the same error.
  queue.on("error", () => {});
  try {
    await redisCall(() =>
      withTimeout(() => queue.waitUntilReady(), { ms: CONNECT_MS, signal: undefined }),
    );
    return queue;
  } catch (error) {
    queue.close().catch(() => {});
    throw error;
  }
}

/** Calls BullMQ. A connection error becomes a `ConnectionError`. */
async function redisCall<Value>(call: () => Promise<Value>): Promise<Value> {
  try {
    return await call();
  } catch (error) {
    if (error instanceof StepTimeout)
      throw new ConnectionError(`timeout: Redis did not respond for ${CONNECT_MS / 1_000} s`, {
        sent: false,
        cause: error,
      });
    if (isRedisDown(error))
      throw new ConnectionError(`Redis cannot be reached: ${(error as Error).message}`, {
        sent: false,
        cause: withoutCommand(error as Error),
      });
    throw isFromRedis(error) ? withoutCommand(error) : error;
  }
}
