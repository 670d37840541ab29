import { describe, expect, it } from "vitest";
import { createFakeClock } from "../../../generated/testing.js";
import { ConnectionError, LeaseLostError, SharedStateError } from "../../../runtime/errors.js";
import {
  checkShared,
  groupOf,
  sharedCount,
  sharedTokens,
} from "../../../runtime/shared-state/client.js";
import { memoryState } from "../../../runtime/shared-state/memory.js";
import type { SharedState } from "../../../runtime/shared-state/state.js";
import type { ClientEvent } from "../../../runtime/types.js";

const group = async (): Promise<string> => "group";
const tokens = (accessToken: string) => ({ accessToken }) as never;
/** A state in which some functions are replaced. */
const stateWith = (more: Partial<SharedState>): SharedState => {
  const state = memoryState();
  return {
    name: state.name,
    acquire: (...args) => state.acquire(...args),
    read: (key) => state.read(key),
    take: (...args) => state.take(...args),
    pause: (...args) => state.pause(...args),
    close: () => state.close(),
    ...more,
  };
};

describe("a group of workers", () => {
  const of = (options: object) => groupOf(options as never);

  it("has the same name in every process with the same credentials, and a different name otherwise", async () => {
    const all = [
      {},
      { refreshToken: "a" },
      { refreshToken: "b" },
      { refreshToken: "a", clientId: "app" },
      { accessToken: "c" },
    ];
    const names = await Promise.all(all.map(of));
    expect(new Set(names).size).toBe(all.length);
    for (const name of names) expect(name).toMatch(/^[0-9a-f]{32}$/);
    expect(await Promise.all(all.map(of))).toEqual(names);
    // The name depends on a client's initial credentials, not on its current token.
    expect(await of({ refreshToken: "a", accessToken: "x" })).toBe(names[1]);
    expect(await of({ accessToken: () => "x" })).toBe(names[0]);
    // Other versions of the package give the group the same name.
    expect(names[1]).toBe("1958ef6f7fededf493768f1447db06de");
  });
});

describe("a value passed as shared state", () => {
  it.each(["acquire", "read", "take", "pause", "close"])("is rejected if it lacks %s()", (name) => {
    expect(() => checkShared(memoryState())).not.toThrow();
    const message = `shared must have ${name}(): create it with redisState() or memoryState()`;
    expect(() => checkShared({ ...stateWith({}), [name]: 1 })).toThrow(new TypeError(message));
  });

  it("is rejected if it is not an object", () => {
    for (const value of [null, undefined, 1]) expect(() => checkShared(value)).toThrow(TypeError);
  });
});

describe("a group's tokens", () => {
  it("are read by all workers and written by the one that refreshes them", async () => {
    const shared = memoryState();
    const [first, second] = [sharedTokens(shared, group), sharedTokens(shared, group)];
    const other = sharedTokens(shared, async () => "other");
    expect(await first.read()).toBeNull();
    await first.lock?.(async () => {
      expect(await first.read()).toBeNull();
      await first.write(tokens("a"));
      expect(await first.read()).toEqual(tokens("a"));
    });
    expect([await second.read(), await other.read()]).toEqual([tokens("a"), null]);
    expect(await shared.read("tokens:group")).toBe(JSON.stringify(tokens("a")));
    await expect(first.write(tokens("b"))).rejects.toThrow(
      "tokens can only be written under their lease",
    );
  });

  it("are refreshed by one worker at a time, even after a failure", async () => {
    const shared = memoryState();
    const stores = [sharedTokens(shared, group), sharedTokens(shared, group)];
    let running = 0;
    const works = stores.map((store, at) =>
      store.lock?.(async () => {
        expect(++running).toBe(1);
        await new Promise((resolve) => setTimeout(resolve, 30));
        running--;
        if (at === 0) throw new Error("no");
      }),
    );
    const settled = await Promise.allSettled(works);
    expect(settled.map(({ status }) => status)).toEqual(["rejected", "fulfilled"]);
  });

  it("are locked for longer than another process needs to refresh them, and kept as long as a refresh token is valid", async () => {
    const asked: unknown[] = [];
    const acquire: SharedState["acquire"] = async (...args) => {
      asked.push(args);
      return null;
    };
    const shared = stateWith({ acquire });
    const locking = sharedTokens(shared, group).lock?.(async () => {
      expect.unreachable("it has no lease");
    });
    const error = await Promise.resolve(locking).catch((thrown: unknown) => thrown);
    expect(error).toBeInstanceOf(ConnectionError);
    expect(error).toMatchObject({
      sent: false,
      message: expect.stringMatching(
        /^timeout: another process has been refreshing the token for 60 s/,
      ),
    });
    expect(asked).toEqual([
      ["tokens:group", { waitMs: 60_000, ttlMs: 10_000, keepMs: 90 * 86_400_000 }],
    ]);
  });

  it("cannot be read by a worker that lost its lease, because that worker would send a used refresh token", async () => {
    const memory = memoryState();
    let isLost = false;
    const shared = stateWith({
      async acquire(key, options) {
        const lease = await memory.acquire(key, options);
        const confirm = async (): Promise<void> => {
          if (isLost) throw new LeaseLostError(key);
        };
        return lease && { ...lease, confirm };
      },
      read: (key) => memory.read(key),
    });
    const store = sharedTokens(shared, group);
    await store.lock?.(async () => {
      await store.read();
      isLost = true;
      await expect(store.read()).rejects.toThrow(LeaseLostError);
    });
    expect(await store.read()).toBeNull();
  });

  it("are written under a later call's lease even if an earlier call ends after the later one starts", async () => {
    const memory = memoryState();
    let release = (): void => {};
    let times = 0;
    const shared = stateWith({
      async acquire(key, options) {
        const lease = await memory.acquire(`${key} ${times}`, options);
        if (lease === null || times++ > 0) return lease;
        return { ...lease, release: () => new Promise<void>((resolve) => (release = resolve)) };
      },
    });
    const store = sharedTokens(shared, group);
    const earlier = store.lock?.(async () => {});
    while (times === 0) await new Promise((resolve) => setTimeout(resolve));
    await store.lock?.(async () => {
      release();
      await earlier;
      await store.write(tokens("a"));
    });
    expect(await memory.read("tokens:group 1")).toBe(JSON.stringify(tokens("a")));
  });
});

describe("a group's request count", () => {
  const windows = [{ requests: 1, perMs: 60_000 }];
  const limits = [
    { name: "a", windows },
    { name: "b", windows: [] },
  ];

  function scene(shared: SharedState, more: object = {}) {
    const events: ClientEvent[] = [];
    const emit = (event: ClientEvent): void => void events.push(event);
    return { events, count: sharedCount(shared, group, { emit: emit as never, ...more }) };
  }

  it("counts categories separately from other groups, and names a category that has reached its limit", async () => {
    const clock = createFakeClock();
    const shared = memoryState({ clock });
    const { count, events } = scene(shared);
    const place = await count.take(limits, 1_000);
    expect(await count.take(limits, 1_000)).toEqual({ name: "a", ms: 60_000 });
    expect(await shared.take([{ category: "group:a", limits: windows }], { holdMs: 1 })).toEqual({
      ...{ category: "group:a", ms: 60_000 },
    });
    const other = await sharedCount(shared, async () => "other", { emit: () => {} } as never);
    expect(await other.take(limits, 1_000)).not.toHaveProperty("ms");
    if ("ms" in place) throw new Error("there is no room");
    place.release();
    const next = await count.take(limits, 1_000);
    if ("ms" in next) throw new Error("there is no room");
    next.settle(5_000);
    await clock.advance(5_000);
    await clock.advance(59_999);
    expect(await count.take(limits, 1_000)).toEqual({ name: "a", ms: 1 });
    await clock.advance(1);
    expect(await count.take(limits, 1_000)).not.toHaveProperty("ms");
    expect(events).toEqual([]);
  });

  it("is paused for all workers, and ignores a pause that fails", async () => {
    const clock = createFakeClock();
    const shared = memoryState({ clock });
    scene(shared).count.pause("b", 3_000);
    await new Promise((resolve) => setTimeout(resolve, 5));
    expect(await scene(shared).count.take(limits, 1_000)).toEqual({ name: "b", ms: 3_000 });
    // A shared state may be slow.
    const slow = stateWith({
      async take(...args) {
        await new Promise((resolve) => setTimeout(resolve, 50));
        return shared.take(...args);
      },
    });
    expect(await scene(slow).count.take(limits, 1_000)).toEqual({ name: "b", ms: 3_000 });
    const failing = stateWith({ pause: () => Promise.reject(new Error("no")) });
    scene(failing).count.pause("b", 3_000);
    await new Promise((resolve) => setTimeout(resolve, 5));
  });

  it("reports once that the state is unreachable, and once that it is back", async () => {
    let isAway = true;
    const memory = memoryState();
    const shared = stateWith({
      take: async (...args) => {
        if (isAway) throw new SharedStateError("away");
        return memory.take(...args);
      },
    });
    const { count, events } = scene(shared);
    for (let times = 0; times < 2; times++)
      await expect(count.take([], 1_000)).rejects.toThrow("away");
    const unavailable = { type: "shared-unavailable", message: expect.stringMatching(/^away/) };
    expect(events).toEqual([unavailable]);
    isAway = false;
    for (let times = 0; times < 2; times++) await count.take([], 1_000);
    expect(events).toEqual([unavailable, { type: "shared-available" }]);
    isAway = true;
    await expect(count.take([], 1_000)).rejects.toThrow("away");
    expect(events).toHaveLength(3);
  });

  it("counts as unreachable if the state does not respond within the time limit of an attempt", async () => {
    const shared = stateWith({ take: () => new Promise(() => {}) });
    const { count, events } = scene(shared, { timeoutMs: 20 });
    const error = await count.take([], 1_000).catch((thrown: unknown) => thrown);
    expect(error).toBeInstanceOf(SharedStateError);
    const message = expect.stringMatching(/^the memory of this process did not respond in time/);
    expect(error).toMatchObject({ message });
    expect(events).toEqual([{ type: "shared-unavailable", message }]);
  });

  it("handles any thrown value, and completes a request even if the state fails", async () => {
    const { count, events } = scene(stateWith({ take: () => Promise.reject("no") }));
    await expect(count.take([], 1_000)).rejects.toBe("no");
    expect(events).toEqual([{ type: "shared-unavailable", message: "no" }]);
    const fails = () => Promise.reject(new Error("no"));
    const ending = scene(stateWith({ take: async () => ({ settle: fails, release: fails }) }));
    const place = await ending.count.take([], 1_000);
    if ("ms" in place) throw new Error("there is no room");
    place.settle(0);
    place.release();
    await new Promise((resolve) => setTimeout(resolve, 5));
  });
});
