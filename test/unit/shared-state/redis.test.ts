import { afterAll, afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { InvalidArgumentError, LeaseLostError, SharedStateError } from "../../../runtime/errors.js";
import { redisState } from "../../../runtime/shared-state/redis.js";
import { fakeRedis } from "../../support/fake-ioredis.js";

const redis = fakeRedis();
vi.doMock("ioredis", () => redis.library);
afterAll(() => void vi.doUnmock("ioredis"));
beforeEach(() => {
  redis.clear();
  redis.replies.pinterestAcquire = async () => ["7", null];
  redis.replies.pinterestTake = async () => [0, 0];
});
afterEach(() => void vi.useRealTimers());

const connection = "redis://db:1";
/** The commands that were sent, with their arguments. */
const sent = (name = ""): readonly (readonly unknown[])[] =>
  redis.clients.flatMap(({ calls }) => calls).filter(([of]) => String(of).startsWith(name));
const fails = () => Promise.reject(new Error("Connection is closed."));

describe("a state in Redis", () => {
  it.each([
    [
      { connection: { isCluster: true, duplicate() {} } },
      "connection must be a single Redis server",
    ],
    [{ prefix: "" }, "prefix must be a non-empty string"],
    [{ prefix: 1 }, "prefix must be a non-empty string"],
    [{ connection: 1 }, "connection must be a URL"],
  ])("rejects the options %j", (options, message) => {
    expect(() => redisState(options as never)).toThrow(InvalidArgumentError);
    expect(() => redisState(options as never)).toThrow(message);
  });

  it("rejects an unknown option", () => {
    expect(() => redisState({ url: "a" } as never)).toThrow("url is not an option here");
    expect(() => redisState(null as never)).toThrow(TypeError);
  });

  it("connects once, at first use, and names its keys as configured", async () => {
    const state = redisState();
    expect([state.name, redisState({ connection }).name]).toEqual(["Redis", "Redis on db"]);
    expect(redis.clients).toHaveLength(0);
    redis.replies.hget = async () => "text";
    expect(await Promise.all([state.read("a"), state.read("b")])).toEqual(["text", "text"]);
    expect(redis.clients).toHaveLength(1);
    expect(sent("hget")).toEqual([
      ["hget", "{pinterest-reports:a}", "record"],
      ["hget", "{pinterest-reports:b}", "record"],
    ]);
    await redisState({ prefix: "mine" }).read("a");
    expect(sent("hget")[2]?.[1]).toBe("{mine:a}");
    await redisState({ prefix: "mine" }).pause("x", 1.5);
    expect(sent("pinterestPause")).toEqual([
      ["pinterestPause", 2, "{mine}:quota:x", "{mine}:quota:x:facts", 2],
    ]);
  });

  it("sends nothing for a pause of 0 ms", async () => {
    const state = redisState({ connection });
    for (const ms of [0, -1, Number.NaN]) await state.pause("a", ms);
    expect(redis.clients).toHaveLength(0);
  });

  it("rejects with its own error if the server does not respond", async () => {
    const state = redisState({ connection });
    const lease = await state.acquire("a");
    const place = await state.take([], { holdMs: 1 });
    const names = ["hget", "pinterestAcquire", "pinterestTake", "pinterestEnd", "pinterestPause"];
    for (const name of [...names, "pinterestConfirm", "pinterestWrite", "pinterestRelease"])
      redis.replies[name] = fails;
    for (const work of [
      () => state.read("a"),
      () => state.acquire("a"),
      () => state.take([], { holdMs: 1 }),
      () => state.pause("a", 1),
      () => ("ms" in place ? Promise.resolve() : place.settle(0)),
      () => ("ms" in place ? Promise.resolve() : place.release()),
      () => lease?.confirm() ?? Promise.resolve(),
      () => lease?.write("b") ?? Promise.resolve(),
    ]) {
      const error = await work().then(
        () => expect.unreachable("it was to reject"),
        (thrown: unknown) => thrown,
      );
      expect(error).toBeInstanceOf(SharedStateError);
      expect(error).toMatchObject({
        message: expect.stringMatching(/^Redis on db did not respond: Connection is closed\./),
      });
    }
    // A lease that cannot be released expires by itself.
    await lease?.release();
    expect(lease?.signal.aborted).toBe(false);
  });

  it("closes its connection, cannot be used afterwards, and can be closed even if it was never used", async () => {
    const state = redisState({ connection });
    await state.read("a");
    await state.close();
    expect(redis.clients[0]?.isConnected).toBe(false);
    await expect(state.read("a")).rejects.toThrow(
      "Redis on db did not respond: the state has been closed",
    );
    await redisState({ connection }).close();
    expect(redis.clients).toHaveLength(1);
  });

  it("waits for the responses to all pending calls before it disconnects", async () => {
    const state = redisState({ connection });
    const place = await state.take([], { holdMs: 1 });
    let respond = (_: number): void => {};
    redis.replies.pinterestEnd = () => new Promise((resolve) => (respond = resolve));
    const settling = "ms" in place ? Promise.resolve() : place.settle(0);
    const closing = state.close();
    await new Promise((resolve) => setTimeout(resolve, 5));
    expect(redis.clients[0]?.isConnected).toBe(true);
    respond(1);
    await Promise.all([settling, closing]);
    expect(redis.clients[0]?.isConnected).toBe(false);
  });

  it("selects its database once before any other command, and again only after an error", async () => {
    const state = redisState({ connection: `${connection}/3` });
    redis.replies.select = fails;
    await expect(state.read("a")).rejects.toThrow("Redis on db did not respond");
    redis.replies.select = () => Promise.reject(new Error("ERR DB index is out of range"));
    await expect(state.read("a")).rejects.toThrow(InvalidArgumentError);
    expect(sent().map(([name]) => name)).toEqual(["select", "select"]);
    delete redis.replies.select;
    await Promise.all([state.read("a"), state.read("a")]);
    await state.read("a");
    expect(sent().map(([name]) => name)).toEqual([
      ...Array(3).fill("select"),
      "hget",
      "hget",
      "hget",
    ]);
    expect(sent("select")[0]).toEqual(["select", 3]);
    await redisState({ connection: `${connection}/0` }).read("a");
    expect(sent("select")).toHaveLength(3);
  });
});

describe("a lease in Redis", () => {
  it("uses the given durations, or by default lasts 20 seconds and keeps its record indefinitely", async () => {
    const state = redisState({ connection });
    redis.replies.pinterestAcquire = async () => ["7", "text"];
    const lease = await state.acquire("a");
    expect(lease).toMatchObject({ fence: 7, record: "text" });
    await state.acquire("a", { ttlMs: 4_000, keepMs: 9 });
    const keys = [2, "{pinterest-reports:a}:lock", "{pinterest-reports:a}"];
    const holder = expect.any(String);
    expect(sent("pinterestAcquire")).toEqual([
      ["pinterestAcquire", ...keys, holder, 20_000, 0],
      ["pinterestAcquire", ...keys, holder, 4_000, 9],
    ]);
    const [first, second] = sent("pinterestAcquire").map((call) => call[4]);
    expect(first).not.toBe(second);
    await lease?.write("b");
    await lease?.confirm();
    await lease?.release({ keepMs: 5 });
    expect(sent().slice(2)).toEqual([
      ["pinterestWrite", ...keys, first, "b", 0],
      ["pinterestConfirm", ...keys, first, "7", 20_000, 0],
      ["pinterestRelease", ...keys, first, 5],
    ]);
  });

  it("is renewed four times per TTL until it is released, whatever the response", async () => {
    vi.useFakeTimers();
    const lease = await redisState({ connection }).acquire("a", { ttlMs: 4_000 });
    await vi.advanceTimersByTimeAsync(4_100);
    expect(sent("pinterestConfirm")).toHaveLength(4);
    redis.replies.pinterestConfirm = fails;
    await vi.advanceTimersByTimeAsync(2_000);
    expect(lease?.signal.aborted).toBe(false);
    await lease?.release();
    const { length } = sent();
    await vi.advanceTimersByTimeAsync(60_000);
    expect(sent()).toHaveLength(length);
    expect(sent("pinterestRelease")[0]?.at(-1)).toBe(0);
  });

  it("is lost and no longer renewed if the server says that another client has the key", async () => {
    vi.useFakeTimers();
    const lease = await redisState({ connection }).acquire("a", { ttlMs: 4_000 });
    redis.replies.pinterestConfirm = async () => 0;
    await vi.advanceTimersByTimeAsync(1_000);
    expect(lease?.signal.reason).toBeInstanceOf(LeaseLostError);
    const { length } = sent();
    await vi.advanceTimersByTimeAsync(60_000);
    await expect(lease?.confirm()).rejects.toThrow(LeaseLostError);
    await expect(lease?.write("b")).rejects.toThrow(LeaseLostError);
    expect(sent()).toHaveLength(length);
    expect(String(lease?.signal.reason)).toContain("a");
  });

  it("does not abort its signal if it was released during a request", async () => {
    const lease = await redisState({ connection }).acquire("a");
    let respond = (_: number): void => {};
    redis.replies.pinterestConfirm = () => new Promise((resolve) => (respond = resolve));
    const confirming = lease?.confirm().catch((error: unknown) => error);
    await lease?.release();
    respond(0);
    expect(await confirming).toBeInstanceOf(LeaseLostError);
    expect(lease?.signal.aborted).toBe(false);
  });

  it("is acquired again for a write if it expired and no other client has the key", async () => {
    const lease = await redisState({ connection }).acquire("a");
    const replies = [0, 1];
    redis.replies.pinterestWrite = async () => replies.shift();
    await lease?.write("b");
    expect(
      sent()
        .map(([name]) => name)
        .slice(1),
    ).toEqual(["pinterestWrite", "pinterestConfirm", "pinterestWrite"]);
    redis.replies.pinterestWrite = async () => 0;
    await expect(lease?.write("b")).rejects.toThrow(LeaseLostError);
    expect(lease?.signal.aborted).toBe(true);
  });

  it("rejects a write if another client has the key", async () => {
    const lease = await redisState({ connection }).acquire("a");
    redis.replies.pinterestWrite = async () => 0;
    redis.replies.pinterestConfirm = async () => 0;
    await expect(lease?.write("b")).rejects.toThrow(LeaseLostError);
    expect(sent("pinterestWrite")).toHaveLength(1);
  });

  it("is requested every 50 milliseconds, for the given time, while another client has the key", async () => {
    redis.replies.pinterestAcquire = async () => null;
    const state = redisState({ connection });
    expect(await state.acquire("a")).toBeNull();
    expect(sent("pinterestAcquire")).toHaveLength(1);
    const began = performance.now();
    expect(await state.acquire("a", { waitMs: 120 })).toBeNull();
    const waited = performance.now() - began;
    expect(waited >= 115 && waited < 1_000, String(waited)).toBe(true);
    // A timer of a fraction of a millisecond may fire early.
    expect(sent("pinterestAcquire").length).toBeLessThan(20);
    expect(sent("pinterestAcquire").length).toBeGreaterThan(1 + 2);
    // Each request uses a new holder.
    expect(new Set(sent("pinterestAcquire").map((call) => call[4])).size).toBe(sent().length);
  });

  it("is released if the wait is aborted just as it is acquired", async () => {
    const stop = new AbortController();
    const state = redisState({ connection });
    redis.replies.pinterestAcquire = async () => {
      stop.abort(new Error("enough"));
      return ["7", null];
    };
    await expect(state.acquire("a", { signal: stop.signal })).rejects.toThrow("enough");
    expect(sent().map(([name]) => name)).toEqual(["pinterestAcquire", "pinterestRelease"]);
    await expect(state.acquire("a", { signal: stop.signal })).rejects.toThrow("enough");
    expect(sent()).toHaveLength(2);
  });
});

describe("a counted request in Redis", () => {
  const uses = [
    {
      category: "a",
      limits: [
        { requests: 3, perMs: 500 },
        { requests: 9, perMs: 2_000 },
      ],
    },
    { category: "b", limits: [] },
  ];
  const keys = ["a", "a:facts", "b", "b:facts"].map((name) => `{pinterest-reports}:quota:${name}`);
  const quotas = (of: number) => JSON.parse(String(sent("pinterestTake")[of]?.[8])) as unknown;
  const described = (seen: number) => [
    {
      windows: [
        [3, 500_000],
        [9, 2_000_000],
      ],
      longest: 3_000_000,
      seen,
    },
    { windows: [], longest: 0, seen },
  ];

  it("is counted in one step, with the time at which this process read the counts", async () => {
    const state = redisState({ connection });
    redis.replies.pinterestTake = async () => [0, 0, 7_000];
    await state.take(uses, { holdMs: 1_000 });
    const [first] = sent("pinterestTake");
    expect(first?.slice(0, 8)).toEqual([
      "pinterestTake",
      4,
      ...keys,
      expect.any(String),
      1_000_000,
    ]);
    expect(quotas(0)).toEqual(described(0));
    await state.take(uses, { holdMs: 1_000 });
    expect(quotas(1)).toEqual(described(7_000));
    expect(sent("pinterestTake")[1]?.[6]).not.toBe(first?.[6]);
  });

  it("is removed if no response arrives, because it may have been counted", async () => {
    const state = redisState({ connection });
    redis.replies.pinterestTake = async () => {
      throw new Error("Command timed out");
    };
    await expect(state.take(uses, { holdMs: 1_000 })).rejects.toThrow("Command timed out");
    const name = sent("pinterestTake")[0]?.[6];
    expect(sent("pinterestEnd")).toEqual([
      ["pinterestEnd", 4, ...keys, name, "unsent", JSON.stringify(described(0))],
    ]);
  });

  it("is rejected, with a wait of at least a millisecond, for the category that the server names", async () => {
    const state = redisState({ connection });
    redis.replies.pinterestTake = async () => [2, 0, 1];
    expect(await state.take(uses, { holdMs: 1_000 })).toEqual({ category: "b", ms: 1 });
    redis.replies.pinterestTake = async () => [1, 70, 1];
    expect(await state.take(uses, { holdMs: 1_000 })).toEqual({ category: "a", ms: 70 });
  });

  it("is completed in the category in which it was counted", async () => {
    const state = redisState({ connection });
    redis.replies.pinterestTake = async () => [0, 0, 7_000];
    const place = await state.take(uses, { holdMs: 1_000 });
    if ("ms" in place) throw new Error("there is no room");
    await place.settle(0.0015);
    await place.release();
    const name = sent("pinterestTake")[0]?.[6];
    const json = JSON.stringify(described(7_000));
    expect(sent("pinterestEnd")).toEqual([
      ["pinterestEnd", 4, ...keys, name, "2", json],
      ["pinterestEnd", 4, ...keys, name, "unsent", json],
    ]);
  });
});
