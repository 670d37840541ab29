import { onAbort } from "../clock.js";
import { InvalidArgumentError, SharedStateError } from "../errors.js";
import { databaseError, databaseOf, isInstance, type RedisOptions } from "./redis-options.js";
import { SCRIPTS } from "./redis-scripts.js";

/**
 * The parts of ioredis that this folder uses. They are declared here because types that refer to an
 * optional package do not compile unless it is installed.
 */
export interface RedisClient {
  hget(key: string, field: string): Promise<string | null>;
  select(database: number): Promise<unknown>;
  /**
   * A command defined in `SCRIPTS`. Its arguments are the number of keys, the keys, and the
   * arguments of the script.
   */
  pinterestAcquire(
    keys: 2,
    ...args: readonly (string | number)[]
  ): Promise<[fence: string, record: string | null] | null>;
  pinterestConfirm(keys: 2, ...args: readonly (string | number)[]): Promise<number>;
  pinterestWrite(keys: 2, ...args: readonly (string | number)[]): Promise<number>;
  pinterestRelease(keys: 2, ...args: readonly (string | number)[]): Promise<number>;
  pinterestTake(
    keys: number,
    ...args: readonly (string | number)[]
  ): Promise<[number: number, ms: number, time: number]>;
  pinterestEnd(keys: number, ...args: readonly string[]): Promise<number>;
  pinterestPause(keys: 2, ...args: readonly (string | number)[]): Promise<number>;
  defineCommand(name: string, definition: { readonly lua: string }): void;
  on(event: "error", listener: (error: Error) => void): unknown;
  disconnect(): void;
}

type RedisConstructor = new (...options: readonly unknown[]) => RedisClient;

interface RedisLibrary {
  readonly Redis: RedisConstructor;
}

/** The caller's ioredis instance, whose options our own connection uses. */
interface Duplicable {
  duplicate(options: object): RedisClient;
}

/**
 * Options for the connection. A command fails within seconds if the server does not respond. It is
 * never sent again, because the first attempt may have taken effect.
 */
const FAIL_SOON = {
  maxRetriesPerRequest: 1,
  connectTimeout: 5_000,
  commandTimeout: 15_000,
  autoResendUnfulfilledCommands: false,
  enableOfflineQueue: true,
  retryStrategy: (attempts: number) => Math.min(attempts * 50, 1_000),
};

/**
 * Loads ioredis and creates a client, which connects in the background. Rejects with an
 * `InvalidArgumentError` if ioredis cannot be loaded, usually because it is not installed.
 * Connection errors are ignored, because every command reports them.
 */
export async function openRedis(connection: RedisOptions): Promise<RedisClient> {
  const { Redis } = await loadRedis();
  const client = connect(Redis, connection, FAIL_SOON);
  // Without a listener, an error would end the process. Every command reports the failure anyway.
  client.on("error", () => {});
  for (const [name, lua] of Object.entries(SCRIPTS)) client.defineCommand(name, { lua });
  return client;
}

/**
 * Creates a client with these additional options. If `connection` is an ioredis instance, uses its
 * options.
 */
function connect(Redis: RedisConstructor, connection: RedisOptions, more: object): RedisClient {
  return isInstance(connection)
    ? (connection as object as Duplicable).duplicate(more)
    : new Redis({ ...connection, ...more });
}

/** Options for a connection that waits until the server is reachable. */
const WAIT = {
  maxRetriesPerRequest: null,
  enableOfflineQueue: true,
  retryStrategy: (attempts: number) => Math.min(attempts * 100, 2_000),
};

/**
 * Resolves when the server has confirmed that it has the connection's database. Waits until the
 * server is reachable. Resolves immediately for database 0, which every server has.
 *
 * Rejects with an `InvalidArgumentError` if the server refuses the database or ioredis cannot be
 * loaded. If the signal has aborted before the connection is made, rejects with its reason. A later
 * abort closes the connection and rejects with ioredis's error. `onError` receives connection
 * errors.
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

/**
 * Imports ioredis. Rejects with an `InvalidArgumentError` if it cannot be loaded, usually because it
 * is not installed.
 */
async function loadRedis(): Promise<RedisLibrary> {
  // The `catch` makes bundlers treat the package as optional.
  const library: object = await import("ioredis").catch((cause: unknown) => {
    throw new InvalidArgumentError(
      "Redis needs the package ioredis, which could not be loaded: run npm install ioredis",
      { cause },
    );
  });
  return library as RedisLibrary;
}

/**
 * Display name of the server for messages: `Redis on <host>`, or `Redis` without a host. It never
 * contains the user name or password.
 */
export function nameOf(connection: RedisOptions): string {
  const host = (Object(connection.options) as RedisOptions).host ?? connection.host;
  return typeof host === "string" && host !== "" ? `Redis on ${host}` : "Redis";
}

/**
 * Returns the error for a failed command. Its `cause` is a new error with only the server's message
 * and its `code`, if that is a string. ioredis's original error would show the command, including
 * tokens or a password.
 */
export function unreachable(
  name: string,
  { message: text, code }: { readonly message?: unknown; readonly code?: unknown },
): SharedStateError {
  const message = typeof text === "string" && text !== "" ? text : "no reason";
  const cause = Object.assign(new Error(message), typeof code === "string" && { code });
  return new SharedStateError(`${name} did not respond: ${message}`, cause);
}
