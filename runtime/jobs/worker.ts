import { type Connection, clientConfigOf } from "../client/connection.js";
import { messageWithoutPage } from "../errors.js";
import { type ClientConfig, duration } from "../http/config.js";
import { checkFunction, ownOptions } from "../options.js";
import { ignoreErrors } from "../telemetry.js";
import { checkShared, sharedOf } from "../workers/client.js";
import { isTokenAccepted, StopRecord } from "./access.js";
import {
  type BullEvents,
  type BullJob,
  type BullLibrary,
  type BullQueue,
  type BullWorker,
  isRedisAway,
  loadBull,
  type QueueLocation,
  queueLocation,
} from "./bullmq.js";
import type { Flows } from "./job-data.js";
import { infoOf, nameOf } from "./job-info.js";
import { JobRunner } from "./job-runner.js";
import { type Outcome, outcomeOf } from "./outcome.js";
import { addAll, jobOptionsOf, KEEP_MS } from "./producer.js";
import { RedisWatch } from "./redis-watch.js";
import type { JobInfo, JobWorker, WorkerEvent, WorkerOptions } from "./types.js";

const OPTIONS: Readonly<Record<keyof WorkerOptions, true>> = {
  connection: true,
  queue: true,
  prefix: true,
  client: true,
  shared: true,
  onReport: true,
  target: true,
  concurrency: true,
  deadlineMs: true,
  recreateUnknown: true,
  keepMs: true,
  leaseMs: true,
  bullmq: true,
  onEvent: true,
};

const CONCURRENCY = 20;
const MAX_CONCURRENCY = 10_000;
const LEASE_MS = 20_000;
/** How often a worker that is closed checks whether its jobs have ended, in milliseconds. */
const LOOK_MS = 50;
/** Wait of a job that goes back since the credentials are rejected. */
const STOPPED_MS = 1_000;
/** Longest time that a worker takes to pause the queue after it has recorded why, in milliseconds. */
const PAUSING_MS = 60_000;
/** Ways in which a worker may end before a job counts as one that ends workers. */
const STALLED = 25;
/** Wait before BullMQ repeats what failed since Redis was away, in milliseconds. Its own is 15 seconds. */
const RETRY_MS = 1_000;
// None, but without a limit BullMQ's workers do not know of the waits that another one has set.
const UNLIMITED = { max: 1_000_000, duration: 1_000 };

/**
 * Starts a worker of a queue; see `WorkerOptions`. Throws a `TypeError` or `RangeError` for an invalid option, and an `InvalidArgumentError`
 * for a queue that cannot be.
 */
export function workerOf(flows: Flows, options: WorkerOptions): JobWorker {
  const location = queueLocation(options, Object.keys(OPTIONS));
  const { client, onReport, onEvent, concurrency = CONCURRENCY, leaseMs = LEASE_MS, keepMs = KEEP_MS, deadlineMs } = options;
  const config = clientConfigOf(client as Connection);
  checkFunction("onReport", onReport);
  checkFunction("onEvent", onEvent);
  const { shared = sharedOf(config) } = options;
  if (shared === undefined) throw new TypeError("the client shares nothing: make it by createClient({ shared: redisState(…) })");
  checkShared(shared);
  if (!(Number.isInteger(concurrency) && concurrency > 0 && concurrency <= MAX_CONCURRENCY))
    throw new RangeError(`concurrency must be a whole number from 1 to ${MAX_CONCURRENCY}`);
  if (duration("leaseMs", leaseMs) < 1_000) throw new RangeError("leaseMs must be at least 1,000 milliseconds");
  duration("keepMs", keepMs);
  if (deadlineMs !== undefined) duration("deadlineMs", deadlineMs);
  return new QueueWorker(flows, { ...ownOptions(options), shared, concurrency, leaseMs, keepMs, location, config });
}

type Defaulted = "concurrency" | "leaseMs" | "keepMs" | "shared";

/** The options of a worker, with defaults. */
interface WorkerConfig extends Omit<WorkerOptions, Defaulted>, Required<Pick<WorkerOptions, Defaulted>> {
  readonly location: QueueLocation;
  readonly config: ClientConfig;
}

/** The parts of BullMQ that a worker uses. */
interface Opened {
  readonly library: BullLibrary;
  readonly queue: BullQueue;
  readonly worker: BullWorker;
  readonly events: BullEvents;
  readonly watch: RedisWatch;
}

class QueueWorker implements JobWorker {
  readonly started: Promise<void>;
  readonly #config: WorkerConfig;
  readonly #runner: JobRunner;
  readonly #stop: StopRecord;
  readonly #opened: Promise<Opened>;
  /** Number of jobs that run. */
  #running = 0;
  #isStopped = false;
  #closing: Promise<void> | undefined;
  #endStart: () => void = () => {};

  constructor(flows: Flows, workerConfig: WorkerConfig) {
    const { config, shared, location, leaseMs, keepMs, target } = workerConfig;
    this.#config = workerConfig;
    this.#runner = new JobRunner({
      ...workerConfig,
      flows,
      target,
      claims: { shared, clock: config.clock, leaseMs, keepMs },
      prefix: `jobs:${location.name}:`,
      add: async (jobs) => addAll((await this.#opened).queue, jobs, jobOptionsOf({ keepMs })),
    });
    this.#stop = new StopRecord(shared, location.name);
    this.#opened = this.#open();
    // Without Redis, what was begun does not end by itself.
    this.started = Promise.race([this.#start(), new Promise<void>((resolve) => (this.#endStart = resolve))]);
  }

  close(): Promise<void> {
    this.#closing ??= this.#close();
    this.#endStart();
    return this.#closing;
  }

  async #close(): Promise<void> {
    const opened = await this.#opened.catch(() => null);
    if (opened === null) return;
    const { worker, events, queue, watch } = opened;
    watch.quiet();
    await worker.pause(true);
    this.#runner.closeReports();
    await this.#ended(watch);
    // Without Redis, BullMQ would wait until it is back.
    const isAway = watch.awayMs > 0;
    await worker.close(isAway);
    await this.#runner.close();
    const closing = Promise.all([events.close(), isAway ? queue.disconnect() : queue.close()]);
    if (isAway) closing.catch(() => {});
    else await closing;
  }

  /** Resolves when no job runs. One that has waited for Redis for as long as its lease is another worker's. */
  async #ended(watch: RedisWatch): Promise<void> {
    const { leaseMs } = this.#config;
    while (this.#running > 0 && watch.awayMs < leaseMs) await new Promise((resolve) => setTimeout(resolve, LOOK_MS));
  }

  async #open(): Promise<Opened> {
    const library = await loadBull();
    const { location, concurrency, leaseMs, bullmq } = this.#config;
    const { name, options } = location;
    const queue = new library.Queue(name, options);
    const events = new library.QueueEvents(name, options);
    const worker = new library.Worker(name, (job, token) => this.#process(job, token), {
      limiter: UNLIMITED,
      lockDuration: leaseMs,
      stalledInterval: leaseMs / 2,
      maxStalledCount: STALLED,
      runRetryDelay: RETRY_MS,
      ...bullmq,
      ...options,
      concurrency,
    });
    const watch = new RedisWatch(queue, (event) => this.#emit(event));
    for (const part of [queue, events, worker]) part.on("error", (error: Error) => this.#failed(error, watch));
    worker.on("ioredis:close", () => watch.disconnected());
    events.on("paused", () => void this.#paused());
    return { library, queue, worker, events, watch };
  }

  /** An error of BullMQ. Those of a connection are reported once. */
  #failed(error: Error, watch: RedisWatch): void {
    if (isRedisAway(error)) watch.disconnected();
    else if (this.#closing === undefined) this.#emit({ type: "error", error, message: `queue: ${error.message}` });
  }

  /** Rejects if a package is missing, which ends the process unless the caller handles it. */
  async #start(): Promise<void> {
    const { queue, worker } = await this.#opened;
    // Rejects only if the worker is closed before Redis can be reached.
    await worker.waitUntilReady().catch(() => {});
    while (this.#closing === undefined) {
      try {
        return await this.#resumeQueue(queue);
      } catch (error) {
        this.#emit({
          type: "error",
          error: error as Error,
          message: `whether jobs are taken is not known yet: ${(error as Error).message}`,
        });
        await new Promise((resolve) => setTimeout(resolve, RETRY_MS));
      }
    }
  }

  /** Lets the queue go on that has been paused since the credentials were rejected, if Pinterest accepts those of this worker. */
  async #resumeQueue(queue: BullQueue): Promise<void> {
    const isPaused = await queue.isPaused();
    const stopped = await this.#stop.read();
    // Paused by hand.
    if (stopped === null) return;
    if (!isPaused) {
      // Resumed by hand, unless a worker is about to pause it.
      if (Date.now() - stopped.date > PAUSING_MS) await this.#stop.write(null);
      return;
    }
    if (!(await isTokenAccepted(this.#config.client))) return this.#stopped(stopped.message);
    await this.#stop.write(null);
    await queue.resume();
    this.#emit({ type: "resumed", message: "Pinterest accepts the credentials: jobs are taken again" });
  }

  /** Called when the queue has been paused: by another worker whose credentials were rejected, or by hand. */
  async #paused(): Promise<void> {
    const stopped = await this.#stop.read().catch(() => null);
    if (stopped !== null) await this.#stopped(stopped.message);
  }

  /** Takes no further job, for good. */
  async #stopped(message: string): Promise<void> {
    if (this.#isStopped) return;
    this.#isStopped = true;
    this.#emit({ type: "stopped", message: `no jobs are taken any more, and all stay in the queue: ${message}` });
    const { worker } = await this.#opened;
    await worker.pause(true);
  }

  /** Lets no worker take jobs. */
  async #stopAll(message: string): Promise<void> {
    if (this.#isStopped) return;
    const stopped = this.#stopped(message);
    const { queue } = await this.#opened;
    await this.#stop.write({ message, date: Date.now() }).catch(() => {});
    await queue.pause();
    await stopped;
  }

  async #process(job: BullJob, token: string | undefined): Promise<unknown> {
    const info = infoOf(job);
    this.#running++;
    try {
      const { repeated, rows } = await this.#runner.run({ id: info.id, data: job.data });
      const message = `${nameOf(info)}: ${repeated ? "was done before" : "done"}${rows === null ? "" : `, ${rows} rows`}`;
      this.#emit({ type: "done", job: info, repeated, rows, message });
      return rows === null ? undefined : { rows };
    } catch (error) {
      const { leaseMs, config } = this.#config;
      const { watch } = await this.#opened;
      const ending = { leaseMs, date: config.clock.date(), isRedisAway: watch.isUnsteady };
      return await this.#end({ job, token, info }, error, outcomeOf(error, ending));
    } finally {
      this.#running--;
    }
  }

  /** Ends an attempt that failed; rejects with the error that BullMQ understands. */
  async #end(
    { job, token, info }: { readonly job: BullJob; readonly token: string | undefined; readonly info: JobInfo },
    thrown: unknown,
    outcome: Outcome,
  ): Promise<never> {
    const error = thrown instanceof Error ? thrown : new Error(String(thrown));
    const { library, worker } = await this.#opened;
    switch (outcome.type) {
      case "limit": {
        await worker.rateLimit(outcome.ms);
        this.#emit({ type: "returned", job: info, message: `${nameOf(info)}: back in the queue: ${messageWithoutPage(error)}` });
        throw library.Worker.RateLimitError();
      }
      case "stop":
      case "return": {
        const isStop = outcome.type === "stop";
        if (isStop) await this.#stopAll(outcome.message);
        // Without its lock, the job is another worker's.
        await job.moveToDelayed(Date.now() + (isStop ? STOPPED_MS : outcome.ms), token).catch(() => {});
        const reason = isStop ? "the credentials are rejected" : outcome.reason;
        this.#emit({ type: "returned", job: info, message: `${nameOf(info)}: back in the queue: ${reason}` });
        throw new library.DelayedError();
      }
      case "retry":
      case "fail": {
        const willRetry = outcome.type === "retry" && job.attemptsMade + 1 < (job.opts.attempts ?? 1);
        const message = `${nameOf(info)}: ${willRetry ? "failed, and is tried again" : "failed"}: ${error.message}`;
        this.#emit({ type: "failed", job: info, error, willRetry, message });
        throw outcome.type === "retry" ? error : Object.assign(new library.UnrecoverableError(error.message), { cause: error });
      }
    }
  }

  #emit(event: WorkerEvent): void {
    ignoreErrors(() => this.#config.onEvent?.(event));
  }
}
