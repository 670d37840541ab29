import { isCredentialFailure } from "../auth/token-endpoint.js";
import {
  ApiError,
  ConnectionError,
  CreateOutcomeUnknownError,
  InvalidArgumentError,
  InvalidBodyError,
  isWithoutRoom,
  LeaseLostError,
  messageWithoutHint,
  PollTimeoutError,
  ReportFailedError,
  SharedStateError,
} from "../errors.js";
import { InvalidRow } from "../sync/shape.js";
import { HeldElsewhere, StateUnreachable } from "./claim.js";

/**
 * The worker is closed. Jobs that wait for Pinterest go back into the queue, and another worker
 * continues them.
 */
export class WorkerClosed extends Error {}

/**
 * Only another worker can run the job. This worker lacks an option that the job needs, or runs an
 * older version than the producer.
 */
export class NeedsOtherWorker extends Error {}

/** Another job needs this worker to itself. */
export class WorkerReserved extends Error {
  constructor() {
    super("another job needs this worker to itself");
  }
}

/** The job's worker died while no other job was running in it. */
export class JobCrashed extends Error {
  constructor(crashes: number) {
    super(
      `${crashes} workers have died while running this job, and the last one was running nothing else: the job may need more memory than a worker has; fix that, then add the job again`,
    );
  }
}

/** The shared state has lost the plan of a sync whose tasks have already been added. */
export class PlanLost extends Error {
  constructor() {
    super(
      "the shared state has lost the plan of this sync, so the result of its tasks is unknown: add the sync again when its tasks have ended",
    );
  }
}

/** What happens to a job whose attempt ended with an error. */
export type Outcome =
  /**
   * The job goes back into the queue for `ms` milliseconds. This does not count as an attempt.
   * `reason` follows a colon in the message.
   */
  | { readonly type: "return"; readonly ms: number; readonly reason: string }
  /** The job goes back into the queue, and no job in the queue starts for `ms` milliseconds. */
  | { readonly type: "limit"; readonly ms: number }
  /** The job goes back into the queue, and all workers with these credentials stop taking jobs. */
  | { readonly type: "stop"; readonly message: string }
  /** The job fails, and is not retried. */
  | { readonly type: "fail" }
  /** BullMQ retries the job while attempts are left. */
  | { readonly type: "retry" };

const HELD_MS = 5_000;
const UNREACHABLE_MS = 2_000;
/** Maximum time, in milliseconds, for which the whole queue is paused. */
const MAX_PAUSE_MS = 120_000;
/** How long to wait, in milliseconds, before redelivering a job that this worker cannot run. */
const OTHER_WORKERS_MS = 10_000;
/**
 * How long to wait, in milliseconds, before redelivering a closed worker's job. The wait is needed
 * because BullMQ may be about to fetch another job for that worker.
 */
const CLOSED_MS = 1_000;

/** The circumstances in which an attempt ended. */
interface Ending {
  /** How long another worker's lease lasts without renewal, in milliseconds. */
  readonly leaseMs: number;
  /** The current time, in milliseconds since 1970. */
  readonly date: number;
  /** Whether Redis is, or very recently was, unreachable. */
  readonly isRedisDown: boolean;
}

/**
 * Decides what happens to a job whose attempt ended with `error`. If the cause is a worker, the
 * shared state or Redis, the job returns to the queue, and the attempt does not count. If a rate
 * limit blocks the job for up to two minutes, the whole queue waits. If it blocks the job for
 * longer, only the job waits. Rejected credentials stop the worker. The job fails if another
 * attempt cannot help, for example because its body is invalid; otherwise it is retried. Never
 * throws.
 */
export function outcomeOf(error: unknown, { leaseMs, date, isRedisDown }: Ending): Outcome {
  const heldMs = Math.min(HELD_MS, leaseMs / 2);
  if (error instanceof HeldElsewhere)
    return { type: "return", ms: heldMs, reason: "another worker has it" };
  if (error instanceof WorkerReserved) return { type: "return", ms: heldMs, reason: error.message };
  if (error instanceof WorkerClosed)
    return { type: "return", ms: CLOSED_MS, reason: "the worker is closed" };
  if (error instanceof LeaseLostError)
    return { type: "return", ms: heldMs, reason: "its lease has ended" };
  if (error instanceof StateUnreachable)
    return { type: "return", ms: UNREACHABLE_MS, reason: messageWithoutHint(error) };
  // The client also uses the shared state: it counts each request there, and keeps its token there.
  if (error instanceof SharedStateError || (isRedisDown && error instanceof ConnectionError))
    return { type: "return", ms: UNREACHABLE_MS, reason: messageWithoutHint(error) };
  if (isCredentialFailure(error)) return { type: "stop", message: (error as Error).message };
  // While the job waited for its report, a rate limit may have blocked the last poll.
  const limited = error instanceof PollTimeoutError ? error.cause : error;
  if (isWithoutRoom(limited)) return limit(Date.parse(limited.retryAt) - date, limited);
  if (limited instanceof ApiError && limited.status === 429)
    return limit(limited.retryAfterMs ?? HELD_MS, limited);
  if (error instanceof NeedsOtherWorker)
    return { type: "return", ms: OTHER_WORKERS_MS, reason: error.message };
  return { type: isPermanent(error) ? "fail" : "retry" };
}

/**
 * What happens to a job that a rate limit blocks. If the wait is longer than two minutes, only this
 * job waits.
 */
function limit(ms: number, error: Error): Outcome {
  const waitMs = Math.max(1, ms);
  return waitMs > MAX_PAUSE_MS
    ? { type: "return", ms: waitMs, reason: messageWithoutHint(error) }
    : { type: "limit", ms: waitMs };
}

/** Whether another attempt would fail with the same error. */
function isPermanent(error: unknown): boolean {
  return [
    InvalidBodyError,
    InvalidArgumentError,
    ReportFailedError,
    CreateOutcomeUnknownError,
    InvalidRow,
    JobCrashed,
    PlanLost,
  ].some((kind) => error instanceof kind);
}
