/**
 * State that processes share, on a Redis server. Needs the package ioredis.
 * @packageDocumentation
 */

import { sleep, systemClock } from "../clock.js";
import { InvalidArgumentError, LeaseLostError } from "../errors.js";
import type { Completed } from "../given.js";
import { checkNames, ownOptions } from "../options.js";
import { checkAcquire, checkKey, checkTake } from "./arguments.js";
import { nameOf, openRedis, type RedisClient, unreachable } from "./redis-connection.js";
import { databaseError, databaseOf, type RedisOptions, redisOptions } from "./redis-options.js";
import type {
  AcquireOptions,
  Lease,
  QuotaPlace,
  QuotaUse,
  QuotaWait,
  SharedState,
  TakeOptions,
} from "./state.js";

/** Options for `redisState`. */
export interface RedisStateOptions {
  /**
   * The server: a URL such as `redis://127.0.0.1:6379`, ioredis options, or your ioredis instance.
   * If you pass an instance, only its options are used, for a new connection. Special characters in
   * a URL's password must be percent-encoded. Default: Redis on this machine.
   */
  readonly connection?: string | object | undefined;
  /** Prefix of all key names. Default: `pinterest-reports`. */
  readonly prefix?: string | undefined;
}

const TTL_MS = 20_000;
/** Interval, in milliseconds, for checking whether another holder has released the key. */
const RETRY_MS = 50;
/** Fraction of a lease's duration after which the lease is renewed. */
const REFRESH_PART = 0.25;

/**
 * Shared state on a Redis server, version 5 or later. Needs the package ioredis. Connects when it
 * is first used; without ioredis, that use rejects with an `InvalidArgumentError`. Throws an
 * `InvalidArgumentError` for an invalid connection or prefix and for a Redis cluster, and a
 * `TypeError` for an unknown option.
 * @example
 * ```ts
 * const shared = redisState({ connection: "redis://127.0.0.1:6379" });
 * const client = createClient({ shared });
 * ```
 */
export function redisState(options: RedisStateOptions = {}): SharedState {
  const { connection, prefix = "pinterest-reports" } = ownOptions(options);
  checkNames(options, ["connection", "prefix"]);
  const redis = redisOptions(connection ?? {});
  if (redis.isCluster === true)
    throw new InvalidArgumentError(
      "connection must be a single Redis server: leases on a cluster are not safe",
    );
  if (typeof prefix !== "string" || prefix === "")
    throw new InvalidArgumentError("prefix must be a non-empty string");
  return new RedisState(redis, prefix);
}

/** Shared state on one Redis server; connects when it is first used. */
class RedisState implements SharedState {
  readonly name: string;
  readonly #connection: RedisOptions;
  readonly #prefix: string;
  #opened: Promise<RedisClient> | null = null;
  #selected: Promise<void> | null = null;
  #isClosed = false;
  /** When this process last saw each category, by the server's time in microseconds. */
  readonly #seen = new Map<string, number>();
  /** Commands that end slots and that the server has not yet confirmed. */
  readonly #ending = new Set<Promise<unknown>>();

  constructor(connection: RedisOptions, prefix: string) {
    this.name = nameOf(connection);
    this.#connection = connection;
    this.#prefix = prefix;
  }

  async acquire(key: string, options: AcquireOptions = {}): Promise<Lease | null> {
    const { waitMs = 0, ttlMs = TTL_MS, keepMs = 0, signal } = checkAcquire(key, options);
    const client = await this.#open();
    const record = `{${this.#prefix}:${key}}`;
    const facts = {
      key,
      name: this.name,
      keys: [`${record}:lock`, record],
      ttlMs,
      keepMs,
    } as const;
    const end = performance.now() + waitMs;
    for (;;) {
      signal?.throwIfAborted();
      const lease = new RedisLease(client, facts);
      if (await this.#orUnreachable(lease.acquire())) {
        if (signal?.aborted) await lease.release();
        signal?.throwIfAborted();
        return lease;
      }
      const left = end - performance.now();
      if (left <= 0) return null;
      await sleep(systemClock, Math.min(RETRY_MS, left), signal);
    }
  }

  async read(key: string): Promise<string | null> {
    checkKey(key);
    const client = await this.#open();
    return this.#orUnreachable(client.hget(`{${this.#prefix}:${key}}`, "record"));
  }

  async take(uses: readonly QuotaUse[], options: TakeOptions): Promise<QuotaPlace | QuotaWait> {
    checkTake(uses, options);
    const client = await this.#open();
    const keys = uses.flatMap(({ category }) => this.#quotaKeys(category));
    const place = crypto.randomUUID();
    const hold = options.holdMs * 1_000;
    const quotas = uses.map(({ category, limits }) => {
      const windows = limits.map(({ requests, perMs }) => [requests, perMs * 1_000] as const);
      const longest =
        windows.length === 0 ? 0 : hold + Math.max(...windows.map(([, time]) => time));
      return { category, windows, longest };
    });
    const described = (): string =>
      JSON.stringify(
        quotas.map(({ category, ...quota }) => ({ ...quota, seen: this.#seen.get(category) ?? 0 })),
      );
    const end = async (arrives: string): Promise<void> => {
      const command = client.pinterestEnd(keys.length, ...keys, place, arrives, described());
      const ending = this.#orUnreachable(command).finally(() => this.#ending.delete(ending));
      this.#ending.add(ending);
      await ending;
    };
    const [full, ms, time] = await this.#orUnreachable(
      client.pinterestTake(keys.length, ...keys, place, hold, described()),
    ).catch((error: unknown) => {
      // The server may have reserved the slot, or may do so later. A connection's commands run in
      // order, so `end` frees the slot in either case.
      end("unsent").catch(() => {});
      throw error;
    });
    for (const { category } of uses) this.#seen.set(category, time);
    const use = uses[full - 1];
    if (use !== undefined) return { category: use.category, ms: Math.max(1, ms) };
    return {
      settle: (withinMs) => end(String(Math.ceil(withinMs * 1_000))),
      release: () => end("unsent"),
    };
  }

  async pause(category: string, ms: number): Promise<void> {
    if (!(ms > 0)) return;
    const client = await this.#open();
    const command = client.pinterestPause(2, ...this.#quotaKeys(category), Math.ceil(ms));
    await this.#orUnreachable(command);
  }

  async close(): Promise<void> {
    this.#isClosed = true;
    const client = await this.#opened?.catch(() => null);
    await Promise.allSettled(this.#ending);
    client?.disconnect();
  }

  /**
   * Resolves to the client, with its database selected. Rejects with a `SharedStateError` after
   * `close`.
   */
  async #open(): Promise<RedisClient> {
    if (this.#isClosed) throw unreachable(this.name, new Error("the state has been closed"));
    this.#opened ??= openRedis(this.#connection);
    const client = await this.#opened;
    this.#selected ??= this.#select(client);
    await this.#selected;
    return client;
  }

  /**
   * Selects the database. Rejects if the server lacks it, so that nothing is written to another
   * database.
   */
  async #select(client: RedisClient): Promise<void> {
    const database = databaseOf(this.#connection);
    if (database === 0) return;
    await client.select(database).catch((error: unknown) => {
      this.#selected = null;
      const { name } = this;
      throw databaseError(error, { name, database }) ?? unreachable(name, error as Error);
    });
  }

  /** The keys of a category's slots and facts. */
  #quotaKeys(category: string): readonly [places: string, facts: string] {
    const places = `{${this.#prefix}}:quota:${category}`;
    return [places, `${places}:facts`];
  }

  /** Settles like `command`, but converts its error to a `SharedStateError`. */
  #orUnreachable<Value>(command: Promise<Value>): Promise<Value> {
    return command.catch((error: unknown) => {
      throw unreachable(this.name, error as Error);
    });
  }
}

/** The identity and settings of a lease. */
interface LeaseFacts extends Completed<AcquireOptions, "ttlMs" | "keepMs"> {
  readonly key: string;
  /** Name of the server. */
  readonly name: string;
  /** The key of the lock, and the key of the fence and the record. */
  readonly keys: readonly [lock: string, record: string];
}

/** A lease on a Redis server, which is renewed until it is released or lost. */
class RedisLease implements Lease {
  fence = 0;
  record: string | null = null;
  readonly #facts: LeaseFacts;
  readonly #client: RedisClient;
  readonly #holder = crypto.randomUUID();
  readonly #lost = new AbortController();
  #timer: ReturnType<typeof setInterval> | undefined;
  #isOver = false;

  constructor(client: RedisClient, facts: LeaseFacts) {
    this.#facts = facts;
    this.#client = client;
  }

  get signal(): AbortSignal {
    return this.#lost.signal;
  }

  /** Resolves to true if this lease acquired the key. Rejects with the command's error. */
  async acquire(): Promise<boolean> {
    const { keys, ttlMs, keepMs } = this.#facts;
    const acquired = await this.#client.pinterestAcquire(2, ...keys, this.#holder, ttlMs, keepMs);
    if (acquired === null) return false;
    this.fence = Number(acquired[0]);
    this.record = acquired[1];
    // A missing response does not prove that another process holds the key. The lease is kept until
    // the server reports that it is lost.
    const prolong = (): Promise<unknown> => this.confirm().catch(() => {});
    this.#timer = setInterval(() => void prolong(), Math.round(ttlMs * REFRESH_PART));
    this.#timer.unref();
    return true;
  }

  async confirm(): Promise<void> {
    if (this.#isOver) throw this.#lostError();
    if (!(await this.#isHeld())) throw this.#lose();
  }

  async write(record: string): Promise<void> {
    if (this.#isOver) throw this.#lostError();
    // The lease may have expired without another holder acquiring the key.
    if (await this.#tryWrite(record)) return;
    if (!(await this.#isHeld()) || !(await this.#tryWrite(record))) throw this.#lose();
  }

  async release({ keepMs = 0 }: Pick<AcquireOptions, "keepMs"> = {}): Promise<void> {
    this.#end();
    const { keys } = this.#facts;
    await this.#client.pinterestRelease(2, ...keys, this.#holder, keepMs).catch(() => {});
  }

  /** Writes the record. Resolves to false if this lease does not hold the key. */
  async #tryWrite(record: string): Promise<boolean> {
    const { keys, keepMs } = this.#facts;
    return this.#command(this.#client.pinterestWrite(2, ...keys, this.#holder, record, keepMs));
  }

  /** Resolves to true if this lease holds the key, after renewing the lease. */
  async #isHeld(): Promise<boolean> {
    const { keys, ttlMs, keepMs } = this.#facts;
    const fence = this.fence.toFixed(0);
    return this.#command(
      this.#client.pinterestConfirm(2, ...keys, this.#holder, fence, ttlMs, keepMs),
    );
  }

  /** Stops renewing the lease. */
  #end(): void {
    this.#isOver = true;
    clearInterval(this.#timer);
  }

  /** Ends the lease, and returns the error to throw. */
  #lose(): LeaseLostError {
    const error = this.#lostError();
    // A lease that was already released cannot be lost.
    if (!this.#isOver) this.#lost.abort(error);
    this.#end();
    return error;
  }

  /** The error for this lease after it has ended. */
  #lostError(): LeaseLostError {
    return new LeaseLostError(this.#facts.key);
  }

  /**
   * Resolves to true if the server replied 1. Rejects with a `SharedStateError` if it did not
   * reply.
   */
  async #command(reply: Promise<number>): Promise<boolean> {
    try {
      return Number(await reply) === 1;
    } catch (error) {
      throw unreachable(this.#facts.name, error as Error);
    }
  }
}
