import { type Connection, configOf } from "../client/connection.js";
import { withTimeout } from "../clock.js";
import { messageWithoutHint } from "../errors.js";
import type { Completed } from "../given.js";
import { type ClientConfig, duration } from "../http/config.js";
import { checkFunction, ownOptions } from "../options.js";
import { sharingOf } from "../shared-state/client.js";
import { confirmDatabase } from "../shared-state/redis-connection.js";
import type { SharedState } from "../shared-state/state.js";
import { ignoreErrors } from "../telemetry.js";
import { AccessGuard, StopRecord } from "./access.js";
import {
  type BullJob,
  type BullLibrary,
  type BullQueue,
  type BullWorker,
  isFromRedis,
  isLockLost,
  isRedisDown,
  loadBull,
  type QueueLocation,
  queueLocation,
  withoutCommand,
} from "./bullmq.js";
import { CrashGuard } from "./crash-guard.js";
import type { Flows } from "./job-data.js";
import { endOf, infoOf, nameOf } from "./job-info.js";
import { JobRunner } from "./job-runner.js";
import { type Outcome, outcomeOf } from "./outcome.js";
import { parentOf } from "./parent.js";
import { KEEP_MS } from "./producer.js";
import { RedisWatch } from "./redis-watch.js";
import type { JobInfo, JobWorker, WorkerEvent, WorkerOptions } from "./types.js";

const OPTIONS: Readonly<Record<keyof WorkerOptions, true>> = {
  connection: true,
  queue: true,
  prefix: true,
  client: true,
  onReport: true,
  target: true,
  concurrency: true,
  deadlineMs: true,
  recreateUnknown: true,
  keepMs: true,
  leaseMs: true,
  maxCrashes: true,
  bullmq: true,
  onEvent: true,
};

const CONCURRENCY = 20;
const MAX_CONCURRENCY = 10_000;
const LEASE_MS = 20_000;
/** Interval, in milliseconds, at which a closing worker checks whether its jobs have ended. */
const CHECK_MS = 50;
/** Maximum wait for a connection to close, in milliseconds. */
const CLOSING_MS = 5_000;
/** How long a job waits in the queue after the credentials were rejected, in milliseconds. */
const STOPPED_MS = 1_000;
const MAX_CRASHES = 3;
/**
 * How many times BullMQ may give a dead worker's job to another worker. Practically unlimited,
 * because `CrashGuard` sets the limit.
 */
const STALLED = 1_000_000;
/**
 * How long BullMQ waits, in milliseconds, before it retries a command that failed while Redis was
 * unreachable. BullMQ's default is 15 seconds.
 */
const RETRY_MS = 1_000;
// Practically no limit. BullMQ's workers need a limiter to notice a pause that another worker has
// set.
const UNLIMITED = { max: 1_000_000, duration: 1_000 };

/**
 * Starts a worker for a queue; see `WorkerOptions`. Returns immediately; `started` resolves when
 * the worker takes jobs. Throws a `TypeError` or `RangeError` for an invalid option, such as a
 * `client` without shared state, and an `InvalidArgumentError` for an invalid queue.
 */
export function workerOf(flows: Flows, options: WorkerOptions): JobWorker {
  const location = queueLocation(options, Object.keys(OPTIONS));
  const {
    client,
    onReport,
    onEvent,
    concurrency = CONCURRENCY,
    leaseMs = LEASE_MS,
    keepMs = KEEP_MS,
    maxCrashes = MAX_CRASHES,
    deadlineMs,
  } = options;
  const config = configOf(client as Connection);
  checkFunction("onReport", onReport);
  checkFunction("onEvent", onEvent);
  const sharing = sharingOf(config);
  if (sharing === undefined)
    throw new TypeError(
      "the client has no shared state: create it with createClient({ shared: redisState(…) })",
    );
  if (!(Number.isInteger(concurrency) && concurrency > 0 && concurrency <= MAX_CONCURRENCY))
    throw new RangeError(`concurrency must be a whole number from 1 to ${MAX_CONCURRENCY}`);
  if (duration("leaseMs", leaseMs) < 1_000)
    throw new RangeError("leaseMs must be at least 1,000 milliseconds");
  if (!(Number.isInteger(maxCrashes) && maxCrashes > 1))
    throw new RangeError("maxCrashes must be a whole number of at least 2");
  duration("keepMs", keepMs);
  if (deadlineMs !== undefined) duration("deadlineMs", deadlineMs);
  return new QueueWorker(flows, {
    ...ownOptions(options),
    ...sharing,
    concurrency,
    leaseMs,
    keepMs,
    maxCrashes,
    location,
    config,
  });
}

type Defaulted = "concurrency" | "leaseMs" | "keepMs" | "maxCrashes";

/** The options of a worker, with defaults. */
interface WorkerConfig extends Omit<WorkerOptions, Defaulted>, Completed<WorkerOptions, Defaulted> {
  readonly location: QueueLocation;
  readonly config: ClientConfig;
  /** The state that the client shares with other workers. */
  readonly shared: SharedState;
  readonly group: () => Promise<string>;
}

/** The parts of BullMQ that a worker uses. */
interface Opened {
  readonly library: BullLibrary;
  readonly queue: BullQueue;
  readonly worker: BullWorker;
  readonly watch: RedisWatch;
}

/** A worker that starts when it is created. */
class QueueWorker implements JobWorker {
  readonly started: Promise<void>;
  readonly #config: WorkerConfig;
  readonly #runner: JobRunner;
  readonly #access: AccessGuard;
  readonly #crashGuard: CrashGuard;
  readonly #opened: Promise<Opened>;
  /** Number of running jobs. */
  #running = 0;
  #closing: Promise<void> | undefined;
  #endStart: () => void = () => {};
  /** Aborts when the worker is closed. */
  readonly #ending = new AbortController();
  /** Sends a command to Redis, and resolves when Redis responds. */
  #ask: () => Promise<unknown> = () => Promise.resolve();

  constructor(flows: Flows, workerConfig: WorkerConfig) {
    const { client, config, shared, group, location, leaseMs, keepMs, target } = workerConfig;
    const prefix = `jobs:${location.qualifiedName}:`;
    this.#config = workerConfig;
    this.#runner = new JobRunner({
      ...workerConfig,
      flows,
      target,
      claims: { shared, clock: config.clock, leaseMs, keepMs },
      prefix,
    });
    this.#access = new AccessGuard({
      client,
      record: new StopRecord(shared, prefix, group),
      onStop: (message) => this.#stop(message),
      onResume: () => this.#resume(),
    });
    this.#crashGuard = new CrashGuard(
      {
        running: () => this.#running,
        isClosing: () => this.#closing !== undefined,
        pause: async () => (await this.#opened).worker.pause(true),
        resume: async () => this.#access.isStopped || (await this.#opened).worker.resume(),
      },
      workerConfig.maxCrashes,
    );
    this.#opened = this.#open();
    // `close` also resolves this promise, which would otherwise wait until Redis can be reached.
    this.started = Promise.race([
      this.#start(),
      new Promise<void>((resolve) => (this.#endStart = resolve)),
    ]);
  }

  close(): Promise<void> {
    this.#closing ??= this.#close();
    this.#endStart();
    this.#ending.abort();
    return this.#closing;
  }

  /** Stops taking jobs, waits for running jobs, then closes the target and all connections. */
  async #close(): Promise<void> {
    const opened = await this.#opened.catch(() => null);
    if (opened === null) return;
    const { worker, queue, watch } = opened;
    watch.mute();
    this.#access.end();
    await worker.pause(true);
    await watch.check();
    this.#runner.closeReports();
    await this.#waitForJobs(watch);
    await watch.check();
    // If Redis is unreachable, BullMQ would wait for it unless closing is forced.
    const { isDown } = watch;
    await closed(worker.close(isDown));
    await this.#runner.close();
    watch.end();
    await closed(isDown ? queue.disconnect() : queue.close());
  }

  /**
   * Resolves when no jobs are running. A job that has waited for Redis longer than its lease
   * does not count, because another worker can take it over.
   */
  async #waitForJobs(watch: RedisWatch): Promise<void> {
    const { leaseMs } = this.#config;
    while (this.#running > 0 && watch.downMs < leaseMs)
      await new Promise((resolve) => setTimeout(resolve, CHECK_MS));
  }

  /** Loads BullMQ, confirms the database, and creates the queue and the worker. */
  async #open(): Promise<Opened> {
    const library = await loadBull();
    const { location, concurrency, leaseMs, bullmq } = this.#config;
    const { name, options } = location;
    const watch = await this.#watchRedis();
    const queue = new library.Queue(name, options);
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
    this.#ask = () => queue.isPaused();
    for (const part of [queue, worker])
      part.on("error", (error: Error) => this.#handleError(error, watch));
    worker.on("ioredis:close", () => watch.disconnected());
    return { library, queue, worker, watch };
  }

  /**
   * Confirms that the database exists, then returns a `RedisWatch` for the server. Without the
   * check, BullMQ would silently use a different database.
   */
  async #watchRedis(): Promise<RedisWatch> {
    const watch = new RedisWatch(
      () => this.#ask(),
      (event) => this.#emit(event),
    );
    const confirmed = confirmDatabase(this.#config.location.redis, {
      signal: this.#ending.signal,
      onError: (error) => isRedisDown(error) && watch.disconnected(),
    });
    this.#ask = () => confirmed;
    try {
      await confirmed;
      return watch;
    } catch (error) {
      watch.end();
      throw isFromRedis(error) ? withoutCommand(error) : error;
    }
  }

  /** Handles an error from BullMQ. Connection errors are reported once. */
  #handleError(error: Error, watch: RedisWatch): void {
    if (isRedisDown(error)) watch.disconnected();
    // Another worker took over the job while this worker was away. No event is needed: the job is
    // reported as `returned`, or was already done.
    else if (isLockLost(error)) return;
    else if (this.#closing === undefined)
      this.#emit({
        type: "error",
        error: withoutCommand(error),
        message: `queue: ${error.message}`,
      });
  }

  /**
   * Rejects if a package or the database is missing. That ends the process unless the caller
   * handles the rejection.
   */
  async #start(): Promise<void> {
    const { worker, watch } = await this.#opened;
    // Rejects only if the worker is closed before Redis can be reached.
    await worker.waitUntilReady().catch(() => {});
    if (this.#closing !== undefined) return;
    watch.begin();
    await this.#access.begin();
  }

  /** Stops taking jobs. */
  async #stop(message: string): Promise<void> {
    this.#emit({
      type: "stopped",
      message: `the worker has stopped taking jobs, which stay in the queue, because of this error: ${message}`,
    });
    await (await this.#opened).worker.pause(true);
  }

  /** Takes jobs again. */
  async #resume(): Promise<void> {
    const { worker } = await this.#opened;
    worker.resume();
    this.#emit({
      type: "resumed",
      message: "Pinterest accepts the credentials again: the worker is taking jobs again",
    });
  }

  /**
   * Runs a job that BullMQ has delivered. Resolves to the result that the queue stores, or rejects
   * with an error that BullMQ understands.
   */
  async #process(job: BullJob, token: string | undefined): Promise<unknown> {
    const info = infoOf(job);
    this.#running++;
    try {
      const { repeated, rows, isEmptied, returned, isWaiting, isIncomplete } =
        await this.#crashGuard.run(job, async () =>
          this.#runner.run({
            ...{ id: info.id, data: job.data },
            parent: parentOf(job, token, (await this.#opened).queue),
            onFinished: (result) =>
              this.#emit({ type: "finished", job: info, result, message: endOf(info, result) }),
          }),
        );
      if (isWaiting) throw new (await this.#opened).library.WaitingChildrenError();
      // The `finished` event has already reported the end of the sync's tasks.
      if (info.type === "sync" && !repeated) return returned;
      const emptied = isEmptied ? "; two reports had no rows, so the old rows were removed" : "";
      const how = isIncomplete ? "a later plan has loaded it" : "done";
      const before = isIncomplete ? "had already ended with failed tasks" : "was already done";
      const message = `${nameOf(info)}: ${repeated ? before : how}${rows === null ? "" : `, ${rows} rows`}${emptied}`;
      this.#emit({ type: "done", job: info, repeated, rows, isEmptied, message });
      return returned;
    } catch (error) {
      const { leaseMs, config } = this.#config;
      const { watch, library } = await this.#opened;
      if (error instanceof library.WaitingChildrenError) throw error;
      const ending = { leaseMs, date: config.clock.date(), isRedisDown: watch.mayBeDown };
      return await this.#end({ job, token, info }, error, outcomeOf(error, ending));
    } finally {
      this.#running--;
    }
  }

  /** Ends a failed attempt. Rejects with an error that BullMQ understands. */
  async #end(
    {
      job,
      token,
      info,
    }: { readonly job: BullJob; readonly token: string | undefined; readonly info: JobInfo },
    thrown: unknown,
    outcome: Outcome,
  ): Promise<never> {
    const error = thrown instanceof Error ? thrown : new Error(String(thrown));
    const { library, queue } = await this.#opened;
    switch (outcome.type) {
      case "limit": {
        await queue.rateLimit(outcome.ms);
        this.#emit({
          type: "returned",
          job: info,
          message: `${nameOf(info)}: back in the queue: ${messageWithoutHint(error)}`,
        });
        throw library.Worker.RateLimitError();
      }
      case "stop":
      case "return": {
        const isStop = outcome.type === "stop";
        // If the token is valid, the error affects only the job.
        if (isStop && !(await this.#access.suspect(outcome.message)))
          return this.#end({ job, token, info }, error, { type: "retry" });
        // This fails if the lock is lost, because the job then belongs to another worker.
        await job
          .moveToDelayed(Date.now() + (isStop ? STOPPED_MS : outcome.ms), token)
          .catch(() => {});
        const reason = isStop ? "the credentials are rejected" : outcome.reason;
        this.#emit({
          type: "returned",
          job: info,
          message: `${nameOf(info)}: back in the queue: ${reason}`,
        });
        throw new library.DelayedError();
      }
      case "retry":
      case "fail": {
        const willRetry =
          outcome.type === "retry" && job.attemptsMade + 1 < (job.opts.attempts ?? 1);
        const message = `${nameOf(info)}: ${willRetry ? "failed and will be retried" : "failed"}: ${error.message}`;
        this.#emit({ type: "failed", job: info, error, willRetry, message });
        throw outcome.type === "retry"
          ? error
          : Object.assign(new library.UnrecoverableError(error.message), { cause: error });
      }
    }
  }

  /** Passes an event to `onEvent`, and ignores its errors. */
  #emit(event: WorkerEvent): void {
    ignoreErrors(() => this.#config.onEvent?.(event));
  }
}

/** Waits a limited time for a BullMQ object to close. The server may not respond. */
async function closed(closing: Promise<unknown>): Promise<void> {
  await withTimeout(() => closing, { ms: CLOSING_MS, signal: undefined }).catch(() => {});
}
