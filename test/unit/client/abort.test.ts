import { describe, expect, it } from "vitest";
import { ApiError, AuthError, ConnectionError } from "../../../runtime/errors.js";
import { createFakeClock } from "../../../runtime/testing/index.js";
import type { FinishedReport } from "../../../runtime/types.js";
import { account, all, bodyFor, createClient, setting } from "../../support/flow.js";

const always = Number.POSITIVE_INFINITY;

describe("an abort", () => {
  it("prevents all requests if it comes before the start", async () => {
    await using scene = await setting();
    const reason = { why: "mine" };
    const signal = AbortSignal.abort(reason);
    const thrown = await scene.client.report
      .run(account, bodyFor(scene.server), { signal })
      .catch((error) => error);
    expect(thrown).toBe(reason);
    expect(scene.server.requests).toEqual([]);
  });

  it("stops a wait immediately, even if the clock ignores the signal", async () => {
    const clock = createFakeClock({ start: "2026-03-10T12:00:00Z", auto: false });
    await using scene = await setting({ clock, polls: always });
    const deaf = {
      now: () => clock.now(),
      date: () => clock.date(),
      random: () => 0,
      sleep: () => new Promise<void>(() => {}),
    };
    for (const one of [clock, deaf]) {
      const client = createClient({
        accessToken: scene.server.accessToken,
        baseUrl: scene.server.url,
        clock: one,
      });
      const stop = new AbortController();
      const running = client.report
        .run(account, bodyFor(scene.server), { signal: stop.signal })
        .catch((error) => error);
      setTimeout(() => stop.abort("enough"), 60);
      expect(await running).toBe("enough");
    }
  });

  it.each(["create", "poll"] as const)("stops a %s request immediately", async (on) => {
    await using scene = await setting({ faults: [{ name: "silence", on, times: always }] });
    const stop = new AbortController();
    const reason = new Error("mine");
    const running = scene.client.report
      .run(account, bodyFor(scene.server), { signal: stop.signal })
      .catch((error) => error);
    setTimeout(() => stop.abort(reason), 60);
    expect(await running).toBe(reason);
  });

  it("stops a download immediately", async () => {
    await using scene = await setting({ polls: 0, faults: [{ name: "stalled-file", value: 100 }] });
    const report = await scene.client.report.run(account, bodyFor(scene.server));
    const stop = new AbortController();
    const reason = new Error("mine");
    setTimeout(() => stop.abort(reason), 60);
    expect(await all(report.rows({ signal: stop.signal })).catch((error) => error)).toBe(reason);
  });

  const failure = {
    status: 503,
    apiCode: null,
    apiMessage: "",
    body: "",
    requestId: null,
    retryAfterMs: null,
  };
  it.each<[string, unknown]>([
    ["null", null],
    ["0", 0],
    ["the ApiError of another call", new ApiError("another call returned 503", failure)],
    [
      "the AuthError of another call",
      new AuthError("another call returned 401", { ...failure, status: 401 }),
    ],
    [
      "the ConnectionError of another call",
      new ConnectionError("another call received no response", { sent: true, cause: undefined }),
    ],
  ])("rejects with %s as the reason, whichever request it stops", async (_, reason) => {
    for (const on of ["create", "poll"] as const) {
      await using scene = await setting({ faults: [{ name: "silence", on, times: always }] });
      const stop = new AbortController();
      const { requests } = scene.server;
      const running = scene.client.report
        .run(account, bodyFor(scene.server), { signal: stop.signal })
        .catch((thrown) => ({ thrown }));
      while (requests.at(-1)?.step !== on) await new Promise((resolve) => setTimeout(resolve, 5));
      stop.abort(reason);
      expect(await running).toEqual({ thrown: reason });
      expect(requests.filter(({ step }) => step === on)).toHaveLength(1);
    }
  });

  it("causes no warning if many calls share one signal", async () => {
    await using scene = await setting({ faults: [{ name: "silence", on: "poll", times: always }] });
    const stop = new AbortController();
    const run = (id: number) =>
      scene.client.report.run(String(id), bodyFor(scene.server), { signal: stop.signal });
    const inLook = () => scene.server.requests.filter(({ step }) => step === "poll").length === 40;
    expect(
      await warningsOf(
        stop,
        Array.from({ length: 40 }, (_, id) => run(id)),
        inLook,
      ),
    ).toEqual([]);
  });

  it.each<[string, (report: FinishedReport<unknown>, signal: AbortSignal) => Promise<unknown>]>([
    ["rows", (report, signal) => all(report.rows({ signal }))],
    ["text", (report, signal) => report.text({ signal })],
  ])("causes no warning if many files, read as %s, share one signal", async (_, read) => {
    await using scene = await setting({
      polls: 0,
      faults: [{ name: "stalled-file", value: 100, times: always }],
    });
    const { accessToken, url: baseUrl, clock } = scene.server;
    let answered = 0;
    const fetch: typeof globalThis.fetch = async (...parameters) => {
      const response = await globalThis.fetch(...parameters);
      answered++;
      return response;
    };
    const report = await createClient({ accessToken, baseUrl, clock, fetch }).report.run(
      account,
      bodyFor(scene.server),
    );
    answered = 0;
    const stop = new AbortController();
    expect(
      await warningsOf(
        stop,
        Array.from({ length: 15 }, () => read(report, stop.signal)),
        () => answered === 15,
      ),
    ).toEqual([]);
  });

  it("leaves no listeners behind", async () => {
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
    const report = await scene.client.report.run(account, bodyFor(scene.server), {
      signal: stop.signal,
    });
    await all(report.rows({ signal: stop.signal }));
    await new Promise((resolve) => setTimeout(resolve, 0));
    expect(listeners).toBe(0);
    stop.abort();
    expect(await all(report.rows())).not.toEqual([]);
  });
});

/**
 * The warnings of the process while all of these run, each until the signal aborts it at the right
 * step.
 */
async function warningsOf(
  stop: AbortController,
  running: readonly Promise<unknown>[],
  there: () => boolean,
): Promise<readonly Error[]> {
  const warnings: Error[] = [];
  const note = (warning: Error) => warnings.push(warning);
  process.on("warning", note);
  const ends = Promise.all(running.map((one) => one.catch((reason) => reason)));
  for (let tries = 0; tries < 6_000 && !there(); tries++)
    await new Promise((resolve) => setTimeout(resolve, 5));
  expect(there()).toBe(true);
  await new Promise((resolve) => setTimeout(resolve, 5));
  stop.abort("enough");
  expect(new Set(await ends)).toEqual(new Set(["enough"]));
  await new Promise((resolve) => setTimeout(resolve, 20));
  process.off("warning", note);
  return warnings;
}
