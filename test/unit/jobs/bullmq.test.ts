import { describe, expect, it } from "vitest";
import {
  isFromRedis,
  isRedisDown,
  loadBull,
  queueLocation,
  withoutCommand,
} from "../../../runtime/jobs/bullmq.js";

const NAMES = ["connection", "queue", "prefix"];
const connection = "redis://127.0.0.1:1";

describe("a queue's location", () => {
  it("uses the defaults of the package and of BullMQ", () => {
    const { name, qualifiedName, redis, options } = queueLocation({ connection }, NAMES);
    expect([name, qualifiedName]).toEqual(["pinterest-reports", "bull:pinterest-reports"]);
    expect(redis).toEqual({ host: "127.0.0.1", port: 1 });
    expect(options).toEqual({
      connection: { host: "127.0.0.1", port: 1, retryStrategy: expect.any(Function) },
    });
  });

  it("includes the prefix of its keys in its name, and passes the prefix to BullMQ", () => {
    const location = queueLocation({ connection, queue: "ads", prefix: "mine" }, NAMES);
    expect(location).toMatchObject({ name: "ads", qualifiedName: "mine:ads" });
    expect(location.options).toMatchObject({ prefix: "mine" });
  });

  it.each(["", "a:b", 1, null])("rejects the queue name %j", (queue) => {
    expect(() => queueLocation({ connection, queue: queue as never }, NAMES)).toThrow(
      "queue must be a name without a colon",
    );
  });

  it("makes BullMQ reconnect after 100 milliseconds at first and 2 seconds later, unless the options differ", () => {
    const waitsOf = (options: object) =>
      (options as { connection: { retryStrategy(attempts: number): number } }).connection;
    const { options } = queueLocation({ connection }, NAMES);
    expect([1, 2, 20, 1_000].map((attempts) => waitsOf(options).retryStrategy(attempts))).toEqual([
      100, 200, 2_000, 2_000,
    ]);
    const retryStrategy = (): number => 7;
    const own = queueLocation({ connection: { retryStrategy } }, NAMES);
    expect(waitsOf(own.options).retryStrategy(1)).toBe(7);
  });

  it("can be an ioredis instance, which is used as it is", () => {
    const instance = { duplicate() {}, options: {} };
    expect(queueLocation({ connection: instance }, NAMES).options).toEqual({
      connection: instance,
    });
  });
});

describe("a BullMQ error", () => {
  it.each([
    "Connection is closed.",
    "Reached the max retries per request limit (which is 1).",
    "Command timed out",
    "getaddrinfo ENOTFOUND redis",
    "connect ECONNREFUSED 127.0.0.1:1",
    "connect ETIMEDOUT",
    "write EPIPE",
    "connect EHOSTUNREACH 10.0.0.1:1",
    "connect ENETUNREACH 10.0.0.1:1",
    "LOADING Redis is loading the dataset in memory",
    "READONLY You can't write against a read only replica.",
    "MASTERDOWN Link with MASTER is down",
  ])("means that Redis is unreachable: %s", (message) => {
    expect(isRedisDown(new Error(message))).toBe(true);
  });

  it.each([
    "The Connection is closed to you",
    "no getaddrinfo",
    "ERR READONLY",
    "READONLYX",
    "ERR unknown command",
  ])("does not mean that Redis is unreachable: %s", (message) => {
    expect(isRedisDown(new Error(message))).toBe(false);
  });

  it("may be any value", () => {
    for (const thrown of [undefined, null, 1, "ECONNRESET"])
      expect(isRedisDown(thrown)).toBe(false);
    expect(isRedisDown({ code: "ETIMEDOUT" })).toBe(true);
  });

  it("is stripped of its command, which may contain a password, but keeps its message and code", () => {
    const command = { name: "auth", args: ["secret"] };
    const error = Object.assign(new Error("WRONGPASS"), { command, code: "X" });
    expect(isFromRedis(error)).toBe(true);
    expect(isFromRedis(new Error("no"))).toBe(false);
    expect(isFromRedis({ command })).toBe(false);
    const without = withoutCommand(error);
    expect(without).toBeInstanceOf(Error);
    expect(without.message).toBe("WRONGPASS");
    expect(Object.entries(without)).toEqual([["code", "X"]]);
    expect(
      Object.keys(withoutCommand(Object.assign(new Error("a"), { code: 1 }) as never)),
    ).toEqual([]);
  });
});

it("bullmq exports everything that this package uses", async () => {
  const library = await loadBull();
  for (const name of ["DelayedError", "WaitingChildrenError", "UnrecoverableError"] as const)
    expect(new library[name]("")).toBeInstanceOf(Error);
  expect(library.Worker.RateLimitError()).toBeInstanceOf(Error);
});
