import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { RedisWatch } from "../../../runtime/jobs/redis-watch.js";

const AWAY = {
  type: "redis-unavailable",
  message: "Redis cannot be reached: no new jobs start, but running jobs continue",
};
const BACK = {
  type: "redis-available",
  message: "Redis can be reached again: the worker is taking jobs again",
};

/** A watch of a server whose responses the test controls. */
function scene() {
  const server: { responds: "yes" | "no" | "never"; asked: number } = { responds: "yes", asked: 0 };
  const events: unknown[] = [];
  const ask = async (): Promise<void> => {
    server.asked++;
    if (server.responds === "no") throw new Error("no");
    if (server.responds === "never") await new Promise(() => {});
  };
  const watch = new RedisWatch(ask, (event) => events.push(event));
  return { server, events, watch };
}

describe("watching a Redis server", () => {
  beforeEach(() => void vi.useFakeTimers());
  afterEach(() => void vi.useRealTimers());

  it("reports once that the server is unreachable and once that it is back, and measures how long it was away", async () => {
    const { server, events, watch } = scene();
    expect([watch.downMs, watch.isDown, watch.mayBeDown]).toEqual([0, false, false]);
    server.responds = "no";
    watch.disconnected();
    expect(events).toEqual([AWAY]);
    expect([watch.downMs, watch.isDown, watch.mayBeDown]).toEqual([0, true, true]);
    await vi.advanceTimersByTimeAsync(3_000);
    watch.disconnected();
    expect(events).toEqual([AWAY]);
    expect([watch.downMs, watch.mayBeDown]).toEqual([3_000, true]);
    expect(server.asked).toBeGreaterThan(3);
    expect(server.asked).toBeLessThan(10);
    server.responds = "yes";
    await vi.advanceTimersByTimeAsync(1_000);
    expect(events).toEqual([AWAY, BACK]);
    expect([watch.downMs, watch.mayBeDown]).toEqual([0, true]);
    const { asked } = server;
    await vi.advanceTimersByTimeAsync(5_000);
    expect(watch.mayBeDown).toBe(false);
    expect(server.asked).toBe(asked);
    watch.disconnected();
    expect(events).toEqual([AWAY, BACK, AWAY]);
  });

  it("periodically checks a server that keeps connections open, and no more often if started twice", async () => {
    const { server, events, watch } = scene();
    watch.begin();
    watch.begin();
    await vi.advanceTimersByTimeAsync(21_000);
    expect(server.asked).toBe(4);
    expect(events).toEqual([]);
    server.responds = "never";
    await vi.advanceTimersByTimeAsync(11_000);
    expect(events).toEqual([AWAY]);
    server.responds = "yes";
    await vi.advanceTimersByTimeAsync(11_000);
    expect(events).toEqual([AWAY, BACK]);
    watch.end();
    const { asked } = server;
    await vi.advanceTimersByTimeAsync(60_000);
    expect(server.asked).toBe(asked);
  });

  it("checks and reports nothing after it is closed, even if the server is unreachable", async () => {
    const { server, events, watch } = scene();
    server.responds = "no";
    watch.disconnected();
    await vi.advanceTimersByTimeAsync(100);
    watch.end();
    server.responds = "yes";
    const { asked } = server;
    await vi.advanceTimersByTimeAsync(60_000);
    expect([server.asked, events]).toEqual([asked, [AWAY]]);
  });

  it("ignores a response that comes after it is closed", async () => {
    let respond = (): void => {};
    const events: unknown[] = [];
    const watch = new RedisWatch(
      () => new Promise<void>((resolve) => (respond = resolve)),
      (event) => events.push(event),
    );
    watch.disconnected();
    watch.end();
    respond();
    await vi.advanceTimersByTimeAsync(1_000);
    expect(events).toEqual([AWAY]);
  });

  it("reports nothing after it is muted", async () => {
    const { server, events, watch } = scene();
    watch.mute();
    server.responds = "no";
    await watch.check();
    expect([events, watch.mayBeDown]).toEqual([[], true]);
    const { asked } = server;
    await watch.check();
    expect(server.asked).toBe(asked);
    watch.end();
  });

  it("does not keep a process alive", () => {
    vi.useRealTimers();
    const { watch, server } = scene();
    server.responds = "no";
    const timers = () =>
      process.getActiveResourcesInfo().filter((name) => name === "Timeout").length;
    const before = timers();
    watch.begin();
    expect(timers()).toBe(before);
    watch.end();
  });
});
