// Our own lock, which uses conditional writes. Packages such as `s3-lock` do not check whether the
// holder's process is alive, so a killed run would block the next run for minutes.

import { InvalidArgumentError } from "../errors.js";
import { type Holder, isAlive, newHolder } from "../file-lock.js";
import type { HeldLock } from "../held-lock.js";
import type { Lease, SharedState } from "../shared-state/state.js";
import { parsedRecord } from "./recorded-table.js";
import type { Bucket, Condition, ConditionalResult } from "./s3-bucket.js";
import { TargetUnavailableError } from "./target-failures.js";

const KEY = "_sync/.lock";
const RENEWAL_INTERVAL_MS = 20_000;
/**
 * Milliseconds since the last renewal after which the lock is renewed before anything is written.
 */
const UNCERTAIN_AFTER_MS = 45_000;
/**
 * Milliseconds since the last renewal after which nothing is written, and requests in flight are
 * aborted.
 */
const EXPIRED_AFTER_MS = 100_000;
/**
 * A lock that has not been renewed for this many milliseconds is stale: its process is assumed to
 * have ended or to be suspended.
 */
const STALE_AFTER_MS = 120_000;

/** Content of the lock object. */
interface Content extends Holder {
  /**
   * Identifies where the process id is valid: the machine's current boot and the process namespace.
   */
  readonly place: string;
  /** Counts renewals, so that each write changes the content, and with it the object's ETag. */
  readonly renewed: number;
  readonly isReleased: boolean;
}

/** A moment on two clocks: `ticks` stops while the machine sleeps, and `date` may be set back. */
interface Moment {
  readonly ticks: number;
  readonly date: number;
}

/** The current time on both clocks. */
function momentNow(): Moment {
  return { ticks: performance.now(), date: Date.now() };
}

/** Milliseconds since a point in time, by whichever clock says that more time has passed. */
function msSince({ ticks, date }: Moment): number {
  return Math.max(performance.now() - ticks, Date.now() - date);
}

/** A lock on a prefix of a bucket. */
export interface BucketLock extends HeldLock {
  /**
   * Aborts when another run may begin to write. This cancels requests in flight, which could
   * otherwise arrive later.
   */
  readonly signal: AbortSignal;
}

/** Ids of locks this process no longer uses, although the store may still have them. */
const endedIds = new Set<string>();

/**
 * Locks the bucket's prefix for this run. Uses conditional writes of one object or, if the store
 * does not support them, a lease in `shared`. Takes over an object whose process on this machine
 * has ended, or that has not been renewed for two minutes. A lease expires on its own, within 30
 * seconds after its process ends. Throws an `InvalidArgumentError` if another run holds the lock,
 * or if the store does not support conditional writes and `shared` is undefined. Throws a
 * `TargetUnavailableError` if `shared` fails.
 */
export async function lockBucket(
  bucket: Bucket,
  shared: SharedState | undefined,
): Promise<BucketLock> {
  const lock = await ObjectLock.acquire(bucket);
  if (lock !== null) return lock;
  if (shared !== undefined) return lease(bucket.root, shared);
  throw new InvalidArgumentError(
    `${bucket.root}: the store ignores If-None-Match or If-Match, so two runs could write at the same time: if you call sync from code, pass the \`shared\` option, such as redisState(…); nothing was sent`,
  );
}

/** The error for a lock that another run holds. `by` describes that run, and `how` is advice. */
function inUse(root: string, by: string, how: string): InvalidArgumentError {
  return new InvalidArgumentError(
    `${root} is in use by ${by}: wait until that run has ended. ${how}; nothing was sent`,
  );
}

/**
 * A lock, stored as an object. A run writes the object only if it has not changed in the meantime.
 * Releasing a lock does not remove the object, but marks it as released.
 */
class ObjectLock implements BucketLock {
  readonly #bucket: Bucket;
  #content: Content;
  #etag: string;
  /** When the last successful renewal began. */
  #renewedAt: Moment;
  #isLost = false;
  #renewing: Promise<void> = Promise.resolve();
  readonly #timer: ReturnType<typeof setInterval>;
  readonly #expired = new AbortController();
  #expiry: ReturnType<typeof setTimeout> | undefined;

  private constructor(
    bucket: Bucket,
    {
      content,
      etag,
      now,
    }: { readonly content: Content; readonly etag: string; readonly now: Moment },
  ) {
    this.#bucket = bucket;
    this.#content = content;
    this.#etag = etag;
    this.#renewedAt = now;
    this.#timer = setInterval(() => void this.#renew().catch(() => {}), RENEWAL_INTERVAL_MS);
    this.#timer.unref?.();
    this.#expireLater();
  }

  get signal(): AbortSignal {
    return this.#expired.signal;
  }

  /** Acquires the lock. Resolves to null if the store does not support conditional writes. */
  static async acquire(bucket: Bucket): Promise<ObjectLock | null> {
    const content: Content = {
      ...newHolder(await hostOf()),
      place: await placeOf(),
      renewed: 0,
      isReleased: false,
    };
    // Tries again if another run wrote the lock first.
    for (let tries = 0; tries < 3; tries++) {
      const found = await bucket.get(KEY);
      if (found !== null) checkFree(bucket.root, found, content);
      const now = momentNow();
      const condition: Condition = found === null ? { IfNoneMatch: "*" } : { IfMatch: found.etag };
      const etag = await tryWrite(bucket, content, condition);
      if (etag === "unsupported") return null;
      if (etag === "refused") continue;
      const lock = new ObjectLock(bucket, { content, etag: etag.etag, now });
      try {
        if (await supportsConditions(bucket, content)) return lock;
        lock.#end();
        await bucket.delete(KEY);
        return null;
      } catch (error) {
        await lock.release();
        throw error;
      }
    }
    throw inUse(bucket.root, "another run", "It has just begun");
  }

  async check(): Promise<void> {
    if (msSince(this.#renewedAt) > UNCERTAIN_AFTER_MS) await this.#renew();
    this.signal.throwIfAborted();
  }

  async release(): Promise<void> {
    this.#end();
    await this.#renewing.catch(() => {});
    if (this.#isLost) return;
    const content = { ...this.#content, renewed: this.#content.renewed + 1, isReleased: true };
    await tryWrite(this.#bucket, content, { IfMatch: this.#etag })
      .then(() => endedIds.delete(content.id))
      // If this fails, the lock becomes stale by itself.
      .catch(() => {});
  }

  /** Stops renewing the lock. */
  #end(): void {
    clearInterval(this.#timer);
    clearTimeout(this.#expiry);
    endedIds.add(this.#content.id);
  }

  /** Renews the lock, after any renewal in progress. */
  #renew(): Promise<void> {
    this.#renewing = this.#renewing
      .catch(() => {})
      .then(async () => {
        if (this.#isLost || endedIds.has(this.#content.id)) return;
        const now = momentNow();
        const content = { ...this.#content, renewed: this.#content.renewed + 1 };
        const etag = await tryWrite(this.#bucket, content, { IfMatch: this.#etag });
        if (typeof etag === "string") {
          this.#isLost = true;
          this.#expired.abort(
            inUse(
              this.#bucket.root,
              "another run, which began while this one was suspended",
              "It has taken over this run's lock",
            ),
          );
          return;
        }
        this.#content = content;
        this.#etag = etag.etag;
        this.#renewedAt = now;
        this.#expireLater();
      });
    return this.#renewing;
  }

  /** Restarts the timer that aborts `signal` if the lock is not renewed in time. */
  #expireLater(): void {
    clearTimeout(this.#expiry);
    const error = new TargetUnavailableError(
      `${this.#bucket.root}: the lock could not be renewed for ${EXPIRED_AFTER_MS / 1000} s`,
    );
    const leftMs = EXPIRED_AFTER_MS - msSince(this.#renewedAt);
    this.#expiry = setTimeout(() => this.#expired.abort(error), leftMs);
    this.#expiry.unref?.();
  }
}

/**
 * Writes the lock if the stored object meets the condition. If the write is refused because an
 * earlier attempt succeeded but its response was lost, the lock counts as written.
 */
async function tryWrite(
  bucket: Bucket,
  content: Content,
  condition: Condition,
): Promise<ConditionalResult> {
  const text = `${JSON.stringify(content)}\n`;
  const result = await bucket.put(KEY, new TextEncoder().encode(text), condition);
  if (result !== "refused") return result;
  const found = await bucket.get(KEY);
  return found?.text === text ? { etag: found.etag } : "refused";
}

/**
 * Tests whether the store supports conditional writes. It must refuse to replace the lock if a
 * condition is not met.
 */
async function supportsConditions(bucket: Bucket, content: Content): Promise<boolean> {
  const bytes = new TextEncoder().encode(`${JSON.stringify({ ...content, renewed: -1 })}\n`);
  for (const condition of [
    { IfNoneMatch: "*" },
    { IfMatch: '"00000000000000000000000000000000"' },
  ] as const)
    if ((await bucket.put(KEY, bytes, condition)) !== "refused") return false;
  return true;
}

/** Throws unless the lock may be taken over. */
function checkFree(
  root: string,
  { text, ageMs }: { readonly text: string; readonly ageMs: number },
  own: Content,
): void {
  const held = Object(parsedRecord(text)) as Partial<Content>;
  if (typeof held.id !== "string" || !Number.isInteger(held.pid))
    throw new InvalidArgumentError(
      `${root}/${KEY} is not a sync lock: move it elsewhere; nothing was sent`,
    );
  if (held.isReleased === true || ageMs >= STALE_AFTER_MS || endedIds.has(held.id)) return;
  if (held.place === own.place && !isAlive(held as Holder)) return;
  throw inUse(
    root,
    `process ${held.pid} on ${held.host}`,
    `If no run is active, remove ${root}/${KEY}`,
  );
}

/** Acquires a lease in the shared state, for stores that cannot exclude other runs themselves. */
async function lease(root: string, shared: SharedState): Promise<BucketLock> {
  const how = `That run holds the lease in ${shared.name}, because the store does not support conditional writes; a dead process's lease ends within half a minute`;
  const held: Lease | null = await shared.acquire(`sync ${root}`).catch((cause: Error) => {
    throw new TargetUnavailableError(cause.message, { cause });
  });
  if (held === null) throw inUse(root, "another run", how);
  return {
    signal: held.signal,
    check: () =>
      held.confirm().catch((cause: unknown) => {
        if (Object(cause).code === "lease_lost")
          throw inUse(root, "another run, which began while this one was suspended", how);
        throw new TargetUnavailableError((cause as Error).message, { cause });
      }),
    release: () => held.release(),
  };
}

/** This machine's host name, or `another host` on a platform without one. */
async function hostOf(): Promise<string> {
  return import("node:os").then(
    ({ hostname }) => hostname(),
    () => "another host",
  );
}

/**
 * Identifies the machine's current boot and the process namespace, because host names and process
 * ids are not unique among containers. Falls back to the host name.
 */
async function placeOf(): Promise<string> {
  try {
    const { readFile, readlink } = await import("node:fs/promises");
    const start = await readFile("/proc/sys/kernel/random/boot_id", "utf8");
    return `${start.trim()} ${await readlink("/proc/self/ns/pid")}`;
  } catch {
    return hostOf();
  }
}
