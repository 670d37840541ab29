// Lua scripts of our own beside `redis-semaphore` and `rate-limiter-flexible`: the first has no
// fences and no writes under a lock. The second has windows with fixed ends, at each of which twice
// the limit could pass.

import { onAbort } from "../clock.js";
import { InvalidArgumentError, SharedStateError } from "../errors.js";
import { databaseError, databaseOf, isInstance, type RedisOptions } from "./redis-options.js";

/**
 * What is used of ioredis. Described here, because types that name an optional package do not
 * compile where it is not installed.
 */
export interface RedisClient {
  hget(key: string, field: string): Promise<string | null>;
  select(database: number): Promise<unknown>;
  /** The commands of `SCRIPTS`. */
  pinterestFence(
    lock: string,
    record: string,
    identifier: string,
    keepMs: number,
  ): Promise<[string, string | null] | null>;
  pinterestConfirm(
    lock: string,
    record: string,
    identifier: string,
    fence: string,
    ttlMs: number,
    keepMs: number,
  ): Promise<number>;
  pinterestWrite(
    lock: string,
    record: string,
    identifier: string,
    text: string,
    keepMs: number,
  ): Promise<number>;
  pinterestPause(key: string, ms: number): Promise<number>;
  pinterestConsume(keys: number, ...args: readonly string[]): Promise<[result: number, ms: number]>;
  defineCommand(
    name: string,
    definition: { readonly numberOfKeys?: number; readonly lua: string },
  ): void;
  on(event: "error", listener: (error: Error) => void): unknown;
  disconnect(): void;
}

/** A lock of redis-semaphore. */
export interface RedisMutex {
  readonly identifier: string;
  tryAcquire(signal?: AbortSignal): Promise<boolean>;
  release(): Promise<void>;
  stopRefresh(): void;
}

/** Options of a lock, in milliseconds. */
export interface MutexOptions {
  readonly lockTimeout: number;
  readonly acquireTimeout: number;
  readonly acquireAttemptsLimit: number;
  readonly retryInterval: number;
  readonly refreshInterval: number;
  readonly onLockLost: () => void;
}

/**
 * A limiter of rate-limiter-flexible. `consume` rejects with a `LimiterResult` if there is no room.
 */
export interface RedisLimiter {
  consume(key: string): Promise<unknown>;
}

export interface LimiterResult {
  readonly consumedPoints: number;
  readonly msBeforeNext: number;
}

interface LimiterOptions {
  readonly storeClient: RedisClient | CountingClient;
  readonly keyPrefix: string;
  readonly points: number;
  /** In seconds. */
  readonly duration: number;
}

/** The packages, and the connection. */
export interface RedisLibraries {
  readonly client: RedisClient;
  readonly Mutex: new (client: RedisClient, key: string, options: MutexOptions) => RedisMutex;
  readonly Limiter: new (options: LimiterOptions) => RedisLimiter;
}

type Connecting = new (...options: readonly unknown[]) => RedisClient;

interface RedisLibrary {
  readonly Redis: Connecting;
}

/** An ioredis that the caller has, whose options a connection of our own takes. */
interface Duplicable {
  duplicate(options: object): RedisClient;
}

/**
 * Options of the connection: a command fails within seconds if the server does not respond, and is
 * never sent a second time, since the first one may have been done.
 */
const FAIL_SOON = {
  maxRetriesPerRequest: 1,
  connectTimeout: 5_000,
  commandTimeout: 3_000,
  autoResendUnfulfilledCommands: false,
  enableOfflineQueue: true,
  retryStrategy: (attempts: number) => Math.min(attempts * 50, 1_000),
};

/**
 * Loads the packages, and makes the connection, which connects by itself. Rejects with an
 * `InvalidArgumentError` if one of them is not installed.
 */
export async function openRedis(connection: RedisOptions): Promise<RedisLibraries> {
  const [{ Redis }, { Mutex }, { RateLimiterRedis: Limiter }] = (await Promise.all([
    loadRedis(),
    import("redis-semaphore").catch(missing("redis-semaphore")),
    import("rate-limiter-flexible").catch(missing("rate-limiter-flexible")),
  ])) as unknown as [
    RedisLibrary,
    Pick<RedisLibraries, "Mutex">,
    { RateLimiterRedis: RedisLibraries["Limiter"] },
  ];
  const client = connect(Redis, connection, FAIL_SOON);
  // Without a listener, the process would end. Every command reports the failure.
  client.on("error", () => {});
  for (const [name, lua] of Object.entries(SCRIPTS))
    client.defineCommand(name, { numberOfKeys: 2, lua });
  client.defineCommand("pinterestPause", { numberOfKeys: 1, lua: LONGER_PAUSE });
  client.defineCommand("pinterestConsume", { lua: SLIDING_WINDOWS });
  return { client, Mutex, Limiter };
}

function connect(Redis: Connecting, connection: RedisOptions, more: object): RedisClient {
  return isInstance(connection)
    ? (connection as object as Duplicable).duplicate(more)
    : new Redis({ ...connection, ...more });
}

/** Options of a connection that waits until the server can be reached. */
const WAIT = {
  maxRetriesPerRequest: null,
  enableOfflineQueue: true,
  retryStrategy: (attempts: number) => Math.min(attempts * 100, 2_000),
};

/**
 * Resolves when the server has said that it has the database of the connection, which may take
 * until it can be reached. Rejects with an `InvalidArgumentError` if it has not, and when `signal`
 * aborts. `onError` is called with what breaks the connection.
 */
export async function confirmDatabase(
  connection: RedisOptions,
  {
    signal,
    onError = () => {},
  }: { readonly signal: AbortSignal; readonly onError?: (error: Error) => void },
): Promise<void> {
  const database = databaseOf(connection);
  if (database === 0) return;
  const { Redis } = await loadRedis();
  signal.throwIfAborted();
  const client = connect(Redis, connection, WAIT);
  client.on("error", onError);
  const unregister = onAbort(signal, () => client.disconnect());
  try {
    await client.select(database);
  } catch (error) {
    throw databaseError(error, { name: nameOf(connection), database }) ?? error;
  } finally {
    unregister();
    client.disconnect();
  }
}

// Bundlers recognize an import that may fail, and do not require the package.
function loadRedis(): Promise<RedisLibrary> {
  return import("ioredis").catch(missing("ioredis")) as Promise<unknown> as Promise<RedisLibrary>;
}

function missing(name: string): (cause: unknown) => never {
  return (cause) => {
    throw new InvalidArgumentError(
      `Redis needs the package ${name}, which does not load: npm install ${name}`,
      { cause },
    );
  };
}

/** Name of the server for messages, without user and password. */
export function nameOf(connection: RedisOptions): string {
  const host = (Object(connection.options) as RedisOptions).host ?? connection.host;
  return typeof host === "string" && host !== "" ? `Redis on ${host}` : "Redis";
}

/**
 * The error of a command that failed, which has the server's own words. An error of ioredis has the
 * command, with tokens or a password.
 */
export function unreachable(
  name: string,
  { message: text, code }: { readonly message?: unknown; readonly code?: unknown },
): SharedStateError {
  const message = typeof text === "string" && text !== "" ? text : "no reason";
  const cause = Object.assign(new Error(message), typeof code === "string" && { code });
  return new SharedStateError(`${name} did not respond: ${message}`, cause);
}

/**
 * What the lock library leaves open: writes that only the holder of a lock may make, checked by the
 * server in the same step. `KEYS[1]` is the lock, `KEYS[2]` a hash of fence and record, `ARGV[1]`
 * the lock's identifier.
 */
const SCRIPTS = {
  // A fence is at least the server's time in microseconds, so that it grows too if the server has
  // lost its data.
  pinterestFence: `
    if redis.call('get', KEYS[1]) ~= ARGV[1] then return nil end
    local time = redis.call('time')
    local now = tonumber(time[1]) * 1000000 + tonumber(time[2])
    local last = tonumber(redis.call('hget', KEYS[2], 'fence') or '0')
    local fence = string.format('%.0f', math.max(last + 1, now))
    redis.call('hset', KEYS[2], 'fence', fence)
    if tonumber(ARGV[2]) > 0 then redis.call('pexpire', KEYS[2], ARGV[2]) else redis.call('persist', KEYS[2]) end
    return { fence, redis.call('hget', KEYS[2], 'record') }`,
  // A lock whose time is over, and which no other has acquired since, is renewed.
  pinterestConfirm: `
    local holder = redis.call('get', KEYS[1])
    if holder ~= ARGV[1] and (holder or redis.call('hget', KEYS[2], 'fence') ~= ARGV[2]) then return 0 end
    redis.call('set', KEYS[1], ARGV[1], 'px', ARGV[3])
    if tonumber(ARGV[4]) > 0 then redis.call('pexpire', KEYS[2], ARGV[4]) end
    return 1`,
  pinterestWrite: `
    if redis.call('get', KEYS[1]) ~= ARGV[1] then return 0 end
    redis.call('hset', KEYS[2], 'record', ARGV[2])
    if tonumber(ARGV[3]) > 0 then redis.call('pexpire', KEYS[2], ARGV[3]) else redis.call('persist', KEYS[2]) end
    return 1`,
};

/**
 * What a limiter of rate-limiter-flexible is given in place of a client: it counts by our script.
 */
interface CountingClient {
  defineCommand(): void;
  rlflxIncr(): Promise<[result: number, ms: number]>;
}

/**
 * A client by which a limiter counts one request in all of these keys, or in none. `windows` has
 * those of each key: a number of requests, and microseconds.
 */
export function countingClient(
  client: RedisClient,
  keys: readonly string[],
  windows: readonly (readonly (readonly number[])[])[],
): CountingClient {
  const all = keys.flatMap((key) => [key, pauseKey(key)]);
  return {
    defineCommand() {},
    rlflxIncr: () => client.pinterestConsume(all.length, ...all, JSON.stringify(windows)),
  };
}

/** Sets a pause, unless a longer one is set. */
const LONGER_PAUSE = `
  if redis.call('pttl', KEYS[1]) < tonumber(ARGV[1]) then redis.call('set', KEYS[1], '1', 'px', ARGV[1]) end
  return 1`;

/** The key of the pause of a quota. */
export function pauseKey(quota: string): string {
  return `${quota}:pause`;
}

/**
 * Counts in place of the script of rate-limiter-flexible, whose windows have fixed ends, at each of
 * which twice the limit could pass, and which counts in one key only. `KEYS` are quotas, each
 * followed by its pause; `ARGV[1]` has the windows of each quota as JSON. A quota is a set of the
 * times of its requests, and of the longest window that any request has named; the last 1,000
 * requests are kept for a day, for windows that are named later. Returns 1 if the request was
 * counted in all; else it was counted in none: 1 and the number of the quota without room, and
 * milliseconds.
 */
const SLIDING_WINDOWS = `
  local function text(number) return string.format('%.0f', number) end
  local time = redis.call('time')
  local now = tonumber(time[1]) * 1000000 + tonumber(time[2])
  local all = cjson.decode(ARGV[1])
  local longest_wait, full = 0, 0
  for number, windows in ipairs(all) do
    local key = KEYS[2 * number - 1]
    local wait = redis.call('pttl', KEYS[2 * number]) * 1000
    for _, window in ipairs(windows) do
      local since = '(' .. text(now - window[2])
      local count = redis.call('zcount', key, since, '+inf')
      if count >= window[1] then
        local oldest = redis.call('zrangebyscore', key, since, '+inf', 'withscores', 'limit', count - window[1], 1)
        wait = math.max(wait, tonumber(oldest[2]) + window[2] - now)
      end
    end
    if wait > longest_wait then longest_wait, full = wait, number end
  end
  if full > 0 then return { full + 1, math.ceil(longest_wait / 1000) } end
  for number, windows in ipairs(all) do
    local key = KEYS[2 * number - 1]
    local longest = tonumber(redis.call('zscore', key, 'longest') or '0')
    for _, window in ipairs(windows) do longest = math.max(longest, window[2]) end
    local old = redis.call('zcount', key, 1000000000000, text(now - longest))
    local removed = math.min(old, redis.call('zcard', key) - 1 - 1000)
    if removed > 0 then redis.call('zremrangebyrank', key, 1, removed) end
    local member = text(now)
    while redis.call('zscore', key, member) do member = member .. '.' end
    redis.call('zadd', key, text(longest), 'longest', text(now), member)
    redis.call('pexpire', key, math.ceil(math.max(longest, 86400000000) / 1000))
  end
  return { 1, 0 }`;
