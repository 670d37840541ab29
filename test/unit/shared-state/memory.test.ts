import { describe, expect, it } from "vitest";
import { createFakeClock } from "../../../generated/testing.js";
import { memoryState } from "../../../runtime/shared-state/memory.js";
import type { SharedState } from "../../../runtime/shared-state/state.js";
import { sharedStateChecks } from "../../support/shared-state-checks.js";

describe("a state in memory", () => {
  const limits = [{ requests: 1, perMs: 1_000 }];
  const uses = (...categories: readonly string[]) =>
    categories.map((category) => ({ category, limits }));

  it("measures time with the given clock", async () => {
    const clock = createFakeClock();
    const state = memoryState({ clock });
    expect(state.name).toBe("the memory of this process");
    expect(await state.take(uses("a"), { holdMs: 500 })).not.toHaveProperty("ms");
    // The request may arrive immediately, so its slot is free a second later at the earliest.
    expect(await state.take(uses("a"), { holdMs: 500 })).toEqual({ category: "a", ms: 1_000 });
    await clock.advance(1_000);
    expect(await state.take(uses("a"), { holdMs: 500 })).toEqual({ category: "a", ms: 500 });
    await clock.advance(499.5);
    expect(await state.take(uses("a"), { holdMs: 500 })).toEqual({ category: "a", ms: 1 });
    await clock.advance(0.5);
    expect(await state.take(uses("a"), { holdMs: 500 })).not.toHaveProperty("ms");
  });

  it("names the category with the longest wait, whatever the order", async () => {
    const state = memoryState({ clock: createFakeClock() });
    await state.pause("a", 2_000);
    await state.pause("b", 3_000);
    for (const categories of [
      ["a", "b"],
      ["b", "a"],
    ])
      expect(await state.take(uses(...categories), { holdMs: 1 })).toEqual({
        ...{ category: "b", ms: 3_000 },
      });
  });

  it("forgets requests that no longer count toward any limit", async () => {
    const clock = createFakeClock();
    const state = memoryState({ clock });
    const wide = [{ category: "a", limits: [{ requests: 3_000, perMs: 60_000 }] }];
    for (let times = 0; times < 3_000; times++) await state.take(wide, { holdMs: 1 });
    expect(await state.take(wide, { holdMs: 1 })).toHaveProperty("ms");
    await clock.advance(60_001);
    await state.take([{ category: "a", limits: [] }], { holdMs: 1 });
    expect(await state.take(wide, { holdMs: 1 })).not.toHaveProperty("ms");
  });

  it("keeps a record for exactly the configured time after its release", async () => {
    const clock = createFakeClock();
    const state = memoryState({ clock });
    const lease = await state.acquire("a", { keepMs: 1_000 });
    await lease?.write("text");
    await clock.advance(5_000);
    expect(await state.read("a")).toBe("text");
    await lease?.release();
    await clock.advance(999);
    expect(await state.read("a")).toBe("text");
    await clock.advance(1);
    expect(await state.read("a")).toBeNull();
    // Fences keep increasing even after the record is forgotten.
    const next = await state.acquire("a");
    expect(next?.fence).toBeGreaterThan(lease?.fence ?? 0);
    expect(next?.record).toBeNull();
    expect(lease?.fence).toBeGreaterThan(1_000 * Date.parse("2020-01-01"));
  });

  it("waits the given time for a key that another lease holds", async () => {
    const clock = createFakeClock();
    const state = memoryState({ clock });
    const lease = await state.acquire("a");
    const began = clock.now();
    expect(await state.acquire("a", { waitMs: 25 })).toBeNull();
    expect(clock.now() - began).toBe(25);
    const waiting = state.acquire("a", { waitMs: 60_000 });
    await lease?.release();
    expect(await waiting).not.toBeNull();
    expect(clock.now() - began).toBeLessThan(60);
    await expect(
      state.acquire("b", { signal: AbortSignal.abort(new Error("enough")) }),
    ).rejects.toThrow("enough");
  });
});

describe("an in-memory state behaves like any other shared state:", () => {
  const createStore = () => {
    const state = memoryState();
    // The checks need a separate object; the store is the memory of this process.
    const again = (): SharedState => ({
      name: state.name,
      acquire: (key, options) => state.acquire(key, options),
      read: (key) => state.read(key),
      take: (uses, options) => state.take(uses, options),
      pause: (category, ms) => state.pause(category, ms),
      close: () => state.close(),
    });
    return { state: again };
  };
  for (const { name, run } of sharedStateChecks({ createStore })) it.concurrent(name, run);
});
