/**
 * State that workers share, on a Redis server. Needs the packages ioredis, redis-semaphore and
 * rate-limiter-flexible.
 * @packageDocumentation
 */

import { InvalidArgumentError, LeaseLostError, SharedStateError } from "../errors.js";
import { checkNames, ownOptions } from "../options.js";
import { checkAcquire, checkKey, checkUses } from "./arguments.js";
import {
  countingClient,
  type LimiterResult,
  nameOf,
  openRedis,
  pauseKey,
  type RedisLibraries,
  type RedisMutex,
  unreachable,
} from "./redis-connection.js";
import { databaseError, databaseOf, type RedisOptions, redisOptions } from "./redis-options.js";
import type { AcquireOptions, Lease, QuotaUse, QuotaWait, SharedState } from "./state.js";

/** Options of `redisState`. */
export interface RedisStateOptions {
  /**
   * Where the server is: a URL such as `redis://127.0.0.1:6379`, the options of ioredis, or an
   * ioredis of yours, whose options a connection of its own takes. Special characters of a password
   * in a URL must be percent-encoded. Default: this machine.
   */
  readonly connection?: string | object;
  /** Beginning of the names of all keys. Default: `pinterest-reports`. */
  readonly prefix?: string;
}

const TTL_MS = 20_000;
/** How often a wait for another holder asks again, in milliseconds. */
const RETRY_MS = 50;
/** Part of a lease's time after which it is prolonged. */
const REFRESH_PART = 0.25;
/**
 * Milliseconds that a window of a limit is longer here. A request is counted before it is sent, and
 * may be counted by Pinterest later, beside those of the next window.
 */
const DELIVERY_MS = 250;

/**
 * A state on a Redis server, from version 5 on: locks of redis-semaphore, and limiters of
 * rate-limiter-flexible. Sends nothing until it is used. Throws an `InvalidArgumentError` for
 * options of another kind.
 */
export function redisState(options: RedisStateOptions = {}): SharedState {
  const { connection, prefix = "pinterest-reports" } = ownOptions(options);
  checkNames(options, ["connection", "prefix"]);
  const redis = redisOptions(connection ?? {});
  if (redis.isCluster === true)
    throw new InvalidArgumentError(
      "connection must be one server of Redis: a lease of a cluster would not be safe",
    );
  if (typeof prefix !== "string" || prefix === "")
    throw new InvalidArgumentError("prefix must be a text that is not empty");
  return new RedisState(redis, prefix);
}

class RedisState implements SharedState {
  readonly name: string;
  readonly #connection: RedisOptions;
  readonly #prefix: string;
  #opened: Promise<RedisLibraries> | null = null;
  #selected: Promise<void> | null = null;
  #isClosed = false;

  constructor(connection: RedisOptions, prefix: string) {
    this.name = nameOf(connection);
    this.#connection = connection;
    this.#prefix = prefix;
  }

  async acquire(key: string, options: AcquireOptions = {}): Promise<Lease | null> {
    const { waitMs = 0, ttlMs = TTL_MS, keepMs = 0, signal } = checkAcquire(key, options);
    const libraries = await this.#open();
    const lease = new RedisLease(libraries, {
      key,
      name: this.name,
      record: this.#keyOf(key),
      waitMs,
      ttlMs,
      keepMs,
    });
    try {
      return (await lease.acquire(signal)) ? lease : null;
    } catch (error) {
      signal?.throwIfAborted();
      throw unreachable(this.name, error as Error);
    }
  }

  async read(key: string): Promise<string | null> {
    checkKey(key);
    const { client } = await this.#open();
    return this.#orUnreachable(client.hget(this.#keyOf(key), "record"));
  }

  async consume(uses: readonly QuotaUse[]): Promise<QuotaWait | null> {
    checkUses(uses);
    const { client, Limiter } = await this.#open();
    const keys = uses.map(({ category }) => this.#quotaOf(category));
    const windows = uses.map(({ limits }) =>
      limits.map(({ requests, perMs }) => [requests, (perMs + DELIVERY_MS) * 1_000]),
    );
    const storeClient = countingClient(client, keys, windows);
    const limiter = new Limiter({ storeClient, keyPrefix: "", points: 1, duration: 1 });
    return limiter.consume(keys.join()).then(
      () => null,
      (rejected: unknown) => {
        if (rejected instanceof Error) throw unreachable(this.name, rejected);
        const { consumedPoints, msBeforeNext } = rejected as LimiterResult;
        return {
          category: uses[consumedPoints - 2]?.category ?? "",
          ms: Math.max(1, msBeforeNext),
        };
      },
    );
  }

  async pause(category: string, ms: number): Promise<void> {
    if (!(ms > 0)) return;
    const { client } = await this.#open();
    await this.#orUnreachable(
      client.pinterestPause(pauseKey(this.#quotaOf(category)), Math.ceil(ms)),
    );
  }

  async close(): Promise<void> {
    this.#isClosed = true;
    (await this.#opened?.catch(() => null))?.client.disconnect();
  }

  async #open(): Promise<RedisLibraries> {
    if (this.#isClosed) throw unreachable(this.name, new Error("the state has been closed"));
    this.#opened ??= openRedis(this.#connection);
    const libraries = await this.#opened;
    this.#selected ??= this.#select(libraries);
    await this.#selected;
    return libraries;
  }

  /** Makes sure that the server has the database, before anything is written to another one. */
  async #select({ client }: RedisLibraries): Promise<void> {
    const database = databaseOf(this.#connection);
    if (database === 0) return;
    await client.select(database).catch((error: unknown) => {
      this.#selected = null;
      const { name } = this;
      throw databaseError(error, { name, database }) ?? unreachable(name, error as Error);
    });
  }

  #quotaOf(category: string): string {
    return `{${this.#prefix}}:quota:${category}`;
  }

  #keyOf(key: string): string {
    return `{${this.#prefix}:${key}}`;
  }

  #orUnreachable<Value>(command: Promise<Value>): Promise<Value> {
    return command.catch((error: unknown) => {
      throw unreachable(this.name, error as Error);
    });
  }
}

/** Facts of a lease. */
interface LeaseFacts extends Required<Omit<AcquireOptions, "signal">> {
  readonly key: string;
  /** Name of the server. */
  readonly name: string;
  /** Key of the hash of fence and record. */
  readonly record: string;
}

class RedisLease implements Lease {
  fence = 0;
  record: string | null = null;
  readonly #facts: LeaseFacts;
  readonly #libraries: RedisLibraries;
  readonly #mutex: RedisMutex;
  readonly #lost = new AbortController();
  #isOver = false;

  constructor(libraries: RedisLibraries, facts: LeaseFacts) {
    this.#facts = facts;
    this.#libraries = libraries;
    const { ttlMs, waitMs, record } = facts;
    const isHeld = (): Promise<boolean> => this.#isHeld();
    // The library prolongs a lock by this method. A server that does not respond is no proof that
    // another one has the key: it stays held until the server says so.
    const Mutex = class extends libraries.Mutex {
      protected _refresh(): Promise<boolean> {
        return isHeld().catch(() => true);
      }
    };
    this.#mutex = new Mutex(libraries.client, record, {
      lockTimeout: ttlMs,
      // Without a wait, one attempt is made.
      acquireTimeout: waitMs === 0 ? ttlMs : waitMs,
      acquireAttemptsLimit: waitMs === 0 ? 1 : Number.POSITIVE_INFINITY,
      retryInterval: Math.min(RETRY_MS, waitMs),
      refreshInterval: Math.round(ttlMs * REFRESH_PART),
      onLockLost: () => this.#lose(),
    });
  }

  get signal(): AbortSignal {
    return this.#lost.signal;
  }

  /**
   * Resolves to whether the key was acquired in time. Rejects with the errors of the packages, and
   * the signal's reason.
   */
  async acquire(signal: AbortSignal | undefined): Promise<boolean> {
    if (!(await this.#mutex.tryAcquire(signal))) return false;
    const { client } = this.#libraries;
    const fenced = await client
      .pinterestFence(...this.#keys(), this.#mutex.identifier, this.#facts.keepMs)
      .catch(async (error: unknown) => {
        await this.release();
        throw error;
      });
    // The lock's time was over before: this process was suspended.
    if (fenced === null) {
      this.#mutex.stopRefresh();
      return false;
    }
    this.fence = Number(fenced[0]);
    this.record = fenced[1];
    return true;
  }

  async confirm(): Promise<void> {
    if (this.#isOver) throw this.#lostError();
    if (!(await this.#orUnreachable(this.#isHeld()))) throw this.#lose();
  }

  async write(record: string): Promise<void> {
    if (this.#isOver) throw this.#lostError();
    const { client } = this.#libraries;
    const write = (): Promise<number> =>
      client.pinterestWrite(...this.#keys(), this.#mutex.identifier, record, this.#facts.keepMs);
    if (Number(await this.#orUnreachable(write())) === 1) return;
    // Its time may be over without another holder.
    if (
      !(await this.#orUnreachable(this.#isHeld())) ||
      Number(await this.#orUnreachable(write())) !== 1
    )
      throw this.#lose();
  }

  async release(): Promise<void> {
    this.#isOver = true;
    await this.#mutex.release().catch(() => {});
  }

  /** Resolves to whether the key is held, and prolongs the lease then. */
  async #isHeld(): Promise<boolean> {
    const { client } = this.#libraries;
    const { identifier } = this.#mutex;
    return (
      Number(
        await client.pinterestConfirm(
          ...this.#keys(),
          identifier,
          this.fence.toFixed(0),
          this.#facts.ttlMs,
          this.#facts.keepMs,
        ),
      ) === 1
    );
  }

  #keys(): [lock: string, record: string] {
    return [`mutex:${this.#facts.record}`, this.#facts.record];
  }

  /** Ends the lease; returns its error. */
  #lose(): LeaseLostError {
    const error = this.#lostError();
    // Not after a release.
    if (!this.#isOver) this.#lost.abort(error);
    this.#isOver = true;
    this.#mutex.stopRefresh();
    return error;
  }

  #lostError(): LeaseLostError {
    return new LeaseLostError(this.#facts.key);
  }

  async #orUnreachable<Value>(command: Promise<Value>): Promise<Value> {
    try {
      return await command;
    } catch (error) {
      throw error instanceof SharedStateError
        ? error
        : unreachable(this.#facts.name, error as Error);
    }
  }
}
