import { describe, expect, it } from "vitest";
import { createFakeClock } from "../../runtime/testing/index.js";
import { account, all, bodyFor, createClient, setting } from "./made-up/flow.js";

const always = Number.POSITIVE_INFINITY;

describe("abort", () => {
  it("before the start sends nothing", async () => {
    await using scene = await setting();
    const reason = { why: "mine" };
    const signal = AbortSignal.abort(reason);
    const thrown = await scene.client.report.run(account, bodyFor(scene.server), { signal }).catch((error) => error);
    expect(thrown).toBe(reason);
    expect(scene.server.requests).toEqual([]);
  });

  it("in a wait stops at once, also by a clock that does not heed it", async () => {
    const clock = createFakeClock({ start: "2026-03-10T12:00:00Z", auto: false });
    await using scene = await setting({ clock, polls: always });
    const deaf = { now: () => clock.now(), date: () => clock.date(), random: () => 0, sleep: () => new Promise<void>(() => {}) };
    for (const one of [clock, deaf]) {
      const client = createClient({ accessToken: scene.server.accessToken, baseUrl: scene.server.url, clock: one });
      const stop = new AbortController();
      const running = client.report.run(account, bodyFor(scene.server), { signal: stop.signal }).catch((error) => error);
      setTimeout(() => stop.abort("enough"), 60);
      expect(await running).toBe("enough");
    }
  });

  it.each(["create", "poll"] as const)("in a call for %s stops at once", async (on) => {
    await using scene = await setting({ faults: [{ name: "silence", on, times: always }] });
    const stop = new AbortController();
    const reason = new Error("mine");
    const running = scene.client.report.run(account, bodyFor(scene.server), { signal: stop.signal }).catch((error) => error);
    setTimeout(() => stop.abort(reason), 60);
    expect(await running).toBe(reason);
  });

  it("in a download stops at once", async () => {
    await using scene = await setting({ polls: 0, faults: [{ name: "stalled-file", value: 100 }] });
    const report = await scene.client.report.run(account, bodyFor(scene.server));
    const stop = new AbortController();
    const reason = new Error("mine");
    setTimeout(() => stop.abort(reason), 60);
    expect(await all(report.rows({ signal: stop.signal })).catch((error) => error)).toBe(reason);
  });

  it("leaves no listener behind", async () => {
    await using scene = await setting({ polls: 5 });
    const stop = new AbortController();
    let listeners = 0;
    const add = stop.signal.addEventListener.bind(stop.signal);
    const remove = stop.signal.removeEventListener.bind(stop.signal);
    stop.signal.addEventListener = (...parameters: Parameters<typeof add>) => {
      listeners++;
      add(...parameters);
    };
    stop.signal.removeEventListener = (...parameters: Parameters<typeof remove>) => {
      listeners--;
      remove(...parameters);
    };
    const report = await scene.client.report.run(account, bodyFor(scene.server), { signal: stop.signal });
    await all(report.rows({ signal: stop.signal }));
    await new Promise((resolve) => setTimeout(resolve, 0));
    expect(listeners).toBe(0);
    stop.abort();
    expect(await all(report.rows())).not.toEqual([]);
  });
});
