import { afterAll, beforeEach, describe, expect, it, vi } from "vitest";
import { SharedStateError } from "../../../runtime/errors.js";
import {
  confirmDatabase,
  nameOf,
  openRedis,
  unreachable,
} from "../../../runtime/shared-state/redis-connection.js";
import { SCRIPTS } from "../../../runtime/shared-state/redis-scripts.js";
import { type FakeRedis, fakeRedis } from "../../support/fake-ioredis.js";

const redis = fakeRedis();
vi.doMock("ioredis", () => redis.library);
afterAll(() => void vi.doUnmock("ioredis"));
beforeEach(() => redis.clear());

const NEVER = new AbortController().signal;

/** How long a client waits before several of its connection attempts. */
function waits(client: FakeRedis | undefined): readonly number[] {
  const { retryStrategy } = Object(client?.options) as { retryStrategy(attempts: number): number };
  return [1, 2, 20, 1_000].map((attempts) => retryStrategy(attempts));
}

describe("a Redis connection", () => {
  it("fails early, resends no commands, and defines all scripts", async () => {
    await openRedis({ host: "db", maxRetriesPerRequest: null });
    const [client] = redis.clients;
    expect(client?.options).toMatchObject({
      ...{ host: "db", maxRetriesPerRequest: 1, connectTimeout: 5_000, commandTimeout: 15_000 },
      ...{ autoResendUnfulfilledCommands: false, enableOfflineQueue: true },
    });
    expect(client?.scripts).toEqual(Object.keys(SCRIPTS));
    expect(waits(client)).toEqual([50, 100, 1_000, 1_000]);
    // Without a listener, an error that every command already reports would end the process.
    client?.listeners.get("error")?.(new Error("no"));
    expect(client?.listeners.has("error")).toBe(true);
  });

  it("is opened separately with the same options if an instance is passed", async () => {
    const instance = new redis.library.Redis({ host: "db", maxRetriesPerRequest: null });
    await openRedis(instance as object as Readonly<Record<string, unknown>>);
    expect(redis.clients).toHaveLength(2);
    expect(redis.clients[1]?.options).toMatchObject({ host: "db", maxRetriesPerRequest: 1 });
    expect(instance.scripts).toEqual([]);
  });
});

describe("a connection's database", () => {
  it("is not checked if it is database 0, which every server has", async () => {
    await confirmDatabase({ db: 0 }, { signal: NEVER });
    expect(redis.clients).toEqual([]);
  });

  it("is checked by a separate connection that waits for the server and is then closed", async () => {
    await confirmDatabase({ host: "db", db: 3 }, { signal: NEVER });
    const [client] = redis.clients;
    expect(client?.calls).toEqual([["select", 3]]);
    expect(client?.isConnected).toBe(false);
    expect(client?.options).toMatchObject({ maxRetriesPerRequest: null, enableOfflineQueue: true });
    expect(waits(client)).toEqual([100, 200, 2_000, 2_000]);
    expect(() => client?.listeners.get("error")?.(new Error("no"))).not.toThrow();
  });

  it("is rejected as an invalid option if it does not exist", async () => {
    redis.replies.select = () => Promise.reject(new Error("ERR DB index is out of range"));
    await expect(confirmDatabase({ host: "db", db: 99 }, { signal: NEVER })).rejects.toThrow(
      "Redis on db refuses database 99: ERR DB index is out of range",
    );
    const other = new Error("WRONGPASS");
    redis.replies.select = () => Promise.reject(other);
    await expect(confirmDatabase({ db: 99 }, { signal: NEVER })).rejects.toBe(other);
    expect(redis.clients.map(({ isConnected }) => isConnected)).toEqual([false, false]);
  });

  it("is no longer waited for after an abort, and connection errors are passed on", async () => {
    const stop = new AbortController();
    const errors: Error[] = [];
    let fail = (_: Error): void => {};
    redis.replies.select = () => new Promise((_, reject) => (fail = reject));
    const options = { signal: stop.signal, onError: (error: Error) => void errors.push(error) };
    const confirming = confirmDatabase({ db: 3 }, options).catch((error: unknown) => error);
    while (redis.clients[0]?.calls.length !== 1)
      await new Promise((resolve) => setTimeout(resolve));
    const broken = new Error("ECONNREFUSED");
    redis.clients[0]?.listeners.get("error")?.(broken);
    expect(errors).toEqual([broken]);
    stop.abort();
    expect(redis.clients[0]?.isConnected).toBe(false);
    fail(broken);
    expect(await confirming).toBe(broken);
    // The same if it was aborted before it began.
    await expect(confirmDatabase({ db: 3 }, options)).rejects.toBe(stop.signal.reason);
    expect(redis.clients).toHaveLength(1);
  });
});

describe("an error message about a Redis server", () => {
  it("contains its host, taken from options or an instance", () => {
    expect(nameOf({ host: "db" })).toBe("Redis on db");
    expect(nameOf({ options: { host: "db" } })).toBe("Redis on db");
    for (const options of [{}, { host: "" }, { host: 1 }, { options: {} }])
      expect(nameOf(options)).toBe("Redis");
  });

  it("says why the server did not respond, without showing the command", () => {
    const command = { args: ["secret"] };
    const error = unreachable(
      "Redis on db",
      Object.assign(new Error("no"), { command, code: "X" }),
    );
    expect(error).toBeInstanceOf(SharedStateError);
    expect(error.message).toMatch(/^Redis on db did not respond: no( \(|$)/);
    expect(error.cause).toMatchObject({ message: "no", code: "X" });
    expect(error.cause).not.toHaveProperty("command");
    for (const message of [undefined, "", 1]) {
      const other = unreachable("Redis", { message, code: 1 });
      expect(other.message).toMatch(/^Redis did not respond: no reason/);
      expect(Object.keys(other.cause as object)).not.toContain("code");
    }
  });
});
