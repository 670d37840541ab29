import { InvalidArgumentError } from "../errors.js";
import { checkNames } from "../options.js";
import { isInstance, type RedisOptions, redisOptions } from "../shared-state/redis-options.js";

/**
 * The parts of the bullmq package that this folder uses. They are declared here because types that
 * refer to an optional package do not compile unless it is installed.
 */
export interface BullLibrary {
  readonly Queue: new (name: string, options: object) => BullQueue;
  readonly Worker: (new (
    name: string,
    processor: (job: BullJob, token?: string) => Promise<unknown>,
    options: object,
  ) => BullWorker) & { RateLimitError(): Error };
  readonly DelayedError: new () => Error;
  readonly WaitingChildrenError: new () => Error;
  readonly UnrecoverableError: new (message: string) => Error;
}

interface Emitter {
  on(event: string, listener: (...args: never[]) => void): unknown;
  /** With `force`, which only workers accept, does not wait for running jobs. */
  close(force?: boolean): Promise<void>;
  disconnect(): Promise<void>;
}

/** The part of a BullMQ queue that this folder uses. */
export interface BullQueue extends Emitter {
  addBulk(jobs: readonly BullJobToAdd[]): Promise<readonly unknown[]>;
  getJob(id: string): Promise<BullJob | undefined>;
  /** `unknown` if the job does not exist. */
  getJobState(id: string): Promise<string>;
  remove(id: string): Promise<unknown>;
  isPaused(): Promise<boolean>;
  rateLimit(ms: number): Promise<void>;
  waitUntilReady(): Promise<unknown>;
}

/** The part of a BullMQ worker that this folder uses. */
export interface BullWorker extends Emitter {
  pause(doNotWaitActive?: boolean): Promise<void>;
  resume(): void;
  waitUntilReady(): Promise<unknown>;
}

/** The part of a BullMQ job that this folder uses. */
export interface BullJob {
  readonly id?: string;
  readonly name: string;
  readonly queueQualifiedName: string;
  readonly data: unknown;
  /** The job's result, if it is done. */
  readonly returnvalue?: unknown;
  readonly attemptsMade: number;
  /** Number of workers that died, or were suspended too long, while running the job. */
  readonly stalledCounter?: number;
  readonly opts: JobOptions;
  moveToDelayed(timestamp: number, token?: string): Promise<void>;
  updateData(data: object): Promise<void>;
  /**
   * Makes the job wait for its children. Resolves to false if all of them have already ended; the
   * job then continues immediately.
   */
  moveToWaitingChildren(token: string): Promise<boolean>;
  /** Detaches the job from its parent, which then stops waiting for it. */
  removeChildDependency(): Promise<boolean>;
  getDependencies(): Promise<{
    /** The children's results by key. A key ends in the child's id. */
    readonly processed?: Readonly<Record<string, unknown>>;
    readonly unprocessed?: readonly string[];
  }>;
  /** The error messages of the failed children, by key. */
  getIgnoredChildrenFailures?(): Promise<Readonly<Record<string, string>>>;
  /** `getIgnoredChildrenFailures` under its name in earlier versions of BullMQ. */
  getFailedChildrenValues?(): Promise<Readonly<Record<string, string>>>;
}

/** Options for a job. */
export type JobOptions = Readonly<Record<string, unknown>> & { readonly attempts?: number };

/** A job to add to a BullMQ queue. */
export interface BullJobToAdd {
  readonly name: string;
  readonly data: object;
  readonly opts: Readonly<Record<string, unknown>>;
}

/** The Redis server and the name of a queue. */
export interface QueueOptions {
  /**
   * The Redis server: a URL, ioredis options, or an ioredis instance. Special characters in a URL's
   * password must be percent-encoded.
   */
  readonly connection: string | object;
  /** Name of the queue. Default: `pinterest-reports`. */
  readonly queue?: string | undefined;
  /** Prefix of all BullMQ keys. Default: `bull`, as in BullMQ. */
  readonly prefix?: string | undefined;
}

/** Validated options of a queue. */
export interface QueueLocation {
  readonly name: string;
  /** The name with BullMQ's key prefix, because queues with different prefixes are unrelated. */
  readonly qualifiedName: string;
  /** The Redis server. */
  readonly redis: RedisOptions;
  /** Options for all BullMQ classes. */
  readonly options: object;
}

const DEFAULT_NAME = "pinterest-reports";

/**
 * How long to wait before a connection attempt, in milliseconds. BullMQ's own waits grow to 20
 * seconds, which would delay jobs after a server restart.
 */
function retryStrategy(attempts: number): number {
  return Math.min(attempts * 100, 2_000);
}

/**
 * Checks the options of a queue and returns its location, without connecting to it. Throws a
 * `TypeError` for an option that is not in `names`, and an `InvalidArgumentError` for a name that
 * BullMQ does not accept or an invalid connection.
 */
export function queueLocation(options: QueueOptions, names: readonly string[]): QueueLocation {
  checkNames(options, names);
  const { connection, queue: name = DEFAULT_NAME, prefix } = options;
  if (typeof name !== "string" || name === "" || name.includes(":"))
    throw new InvalidArgumentError("queue must be a name without a colon");
  const redis = redisOptions(connection);
  return {
    name,
    qualifiedName: `${prefix ?? "bull"}:${name}`,
    redis,
    options: {
      connection: isInstance(redis) ? redis : { retryStrategy, ...redis },
      ...(prefix !== undefined && { prefix }),
    },
  };
}

/**
 * Imports the package bullmq. Rejects with an `InvalidArgumentError` if it cannot be loaded,
 * usually because it is not installed.
 */
export async function loadBull(): Promise<BullLibrary> {
  // The `catch` makes bundlers treat the package as optional.
  const library: object = await import("bullmq").catch((cause: unknown) => {
    throw new InvalidArgumentError(
      "jobs need the packages bullmq and ioredis, which could not be loaded: run npm install bullmq ioredis",
      { cause },
    );
  });
  return library as BullLibrary;
}

// Codes and messages of connection errors, for which BullMQ and ioredis have no class.
const CLOSED =
  /^Connection is closed|max retries per request|Command timed out|^getaddrinfo|ECONN|ETIMEDOUT|EPIPE|EHOSTUNREACH|ENETUNREACH/;

/**
 * Whether a BullMQ error means that Redis is currently unreachable or cannot run commands. It
 * cannot run commands while it loads its data, is a read-only replica, or has lost its master. The
 * error's `code` or message decides, so any object can be passed. False for any other value.
 */
export function isRedisDown(error: unknown): boolean {
  const { code, message } = Object(error) as {
    readonly code?: unknown;
    readonly message?: unknown;
  };
  return (
    CLOSED.test(String(code)) ||
    CLOSED.test(String(message)) ||
    /^(LOADING|READONLY|MASTERDOWN)\b/.test(String(message))
  );
}

/** Whether a BullMQ error means that another worker has taken over the job. Checks its message. */
export function isLockLost({ message }: Error): boolean {
  return /^(?:Missing lock|could not renew lock|Lock mismatch) for job|^Job \S+ is not in the \S+ state/i.test(
    message,
  );
}

/**
 * Whether the error contains the command. Usually, it is the server's response, or the command was
 * aborted because the connection closed.
 */
export function isFromRedis(error: unknown): error is Error {
  return error instanceof Error && "command" in error;
}

/**
 * Returns a new `Error` with only the message and the string `code` of an error.
 *
 * ioredis's command is left out, because it may contain a password. So are the class, stack and
 * cause.
 */
export function withoutCommand({ message, ...error }: Error & { readonly code?: unknown }): Error {
  return Object.assign(new Error(message), typeof error.code === "string" && { code: error.code });
}
