import { createServer, type Server, type Socket } from "node:net";
import { describe, expect, it } from "vitest";
import { account, bodyFor, createClient, setting } from "../../support/flow.js";
import { createSteadyClock } from "../../support/steady-clock.js";

const always = Number.POSITIVE_INFINITY;
const looks = (requests: readonly { readonly step: string }[]) =>
  requests.filter(({ step }) => step === "poll").length;

describe("an outage", () => {
  it.each(["html-error", "cut-connection"] as const)(
    "costs at most 1.2 requests per call for a hundred calls, plus a reserve of ten (R7): %s",
    async (name) => {
      await using scene = await setting({ faults: [{ name, on: "poll", times: always }] });
      const { client, server } = scene;
      const handle = await client.report.create(account, bodyFor(server));
      for (let calls = 0; calls < 100; calls++) await client.report.poll(handle).catch(() => {});
      expect(looks(server.requests)).toBeLessThanOrEqual(100 * 1.2 + 10);
      expect(looks(server.requests)).toBeGreaterThan(100);
    },
  );

  it("takes nothing from the retry reserve for refusals that give a retry time", async () => {
    await using scene = await setting({ faults: [{ name: "rate-limit", on: "poll", times: 40 }] });
    const { client, server } = scene;
    const handle = await client.report.create(account, bodyFor(server));
    for (let calls = 0; calls < 8; calls++) await client.report.poll(handle).catch(() => {});
    expect(looks(server.requests)).toBe(42);
  });
});

describe("a hundred simultaneous calls", () => {
  const clockOf = () => createSteadyClock({ start: "2026-03-10T12:00:00Z", random: () => 0.5 });
  const ids = Array.from({ length: 100 }, (_, index) => String(index));

  it("all complete after five seconds of refused connections, which do not count as a retry storm", async () => {
    await using scene = await setting({ clock: clockOf() });
    const { accessToken, url: baseUrl, clock } = scene.server;
    const fetch = (url: string, init: RequestInit) =>
      clock.now() < 5_000
        ? Promise.reject(Object.assign(new Error("connect ECONNREFUSED"), { code: "ECONNREFUSED" }))
        : globalThis.fetch(url, init);
    const client = createClient({ accessToken, baseUrl, clock, fetch });
    const handles = await Promise.all(
      ids.map((id) => client.report.create(id, bodyFor(scene.server))),
    );
    expect(handles).toHaveLength(100);
  });

  it.each([
    { name: "rate-limit-without-time" },
    { name: "retry-after-in-words", value: 5 },
    { name: "query-cost", value: 5 },
  ] as const)(
    "all complete although the first are refused with $name, and few are sent too early",
    async (fault) => {
      await using scene = await setting({
        clock: clockOf(),
        faults: [{ ...fault, on: "create", times: 10 }],
      });
      const { client, server } = scene;
      const one = (id: string) => client.report.create(id, bodyFor(server));
      const first = ids.slice(0, 5).map(one);
      await Promise.race(
        first.map((call) => call.catch(() => {})).concat(until(() => server.requests.length >= 5)),
      );
      const handles = await Promise.all([...first, ...ids.slice(5).map(one)]);
      expect(handles).toHaveLength(100);
      expect(server.requests.length).toBeLessThanOrEqual(120);
    },
  );
});

describe("a retry", () => {
  it("does not wait beyond the deadline", async () => {
    const clock = createSteadyClock({ start: "2026-03-10T12:00:00Z", random: () => 0.9 });
    await using scene = await setting(
      { clock, faults: [{ name: "html-error", on: "poll", times: always }] },
      { deadlineMs: 1_000 },
    );
    const handle = await scene.client.report.create(account, bodyFor(scene.server));
    await expect(scene.client.report.poll(handle)).rejects.toMatchObject({ status: 500 });
    expect(clock.now()).toBeLessThanOrEqual(1_000);
    expect(looks(scene.server.requests)).toBe(2);
  });
});

describe("a connection that the server has closed", () => {
  it("is replaced immediately for a poll (N11)", async () => {
    const random = 0.9;
    await using scene = await setting({
      clock: createSteadyClock({ start: "2026-03-10T12:00:00Z", random: () => random }),
      polls: 0,
    });
    await using relay = await closing(scene.server.url);
    const { clock, accessToken } = scene.server;
    const client = createClient({ accessToken, clock, baseUrl: relay.url });
    const handle = await client.report.create(account, bodyFor(scene.server));
    relay.cutNext();
    expect(await client.report.poll(handle)).toMatchObject({ state: "done" });
    expect(clock.slept).toEqual([0]);
  });
});

async function until(condition: () => boolean): Promise<void> {
  for (let tries = 0; tries < 6_000 && !condition(); tries++)
    await new Promise((resolve) => setTimeout(resolve, 5));
}

interface Relay extends AsyncDisposable {
  readonly url: string;
  /** Resets the connection at the next request, before the request is forwarded. */
  cutNext(): void;
}

/** Forwards bytes to the server until it is told to cut the connection. */
async function closing(behind: string): Promise<Relay> {
  const { connect } = await import("node:net");
  const { port, pathname } = new URL(behind);
  let cut = false;
  const sockets = new Set<Socket>();
  const server: Server = createServer((front) => {
    const back = connect(Number(port), "127.0.0.1");
    for (const socket of [front, back]) {
      sockets.add(socket.unref().on("error", () => {}));
      socket.on("close", () => [front, back].map((one) => one.destroy()));
    }
    front.on("data", (bytes) => {
      if (cut) front.resetAndDestroy();
      else back.write(bytes);
      cut = false;
    });
    back.on("data", (bytes) => front.write(bytes));
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  server.unref();
  const address = server.address();
  const own = typeof address === "object" && address !== null ? address.port : 0;
  return {
    url: `http://127.0.0.1:${own}${pathname}`,
    cutNext: () => {
      cut = true;
    },
    [Symbol.asyncDispose]: async () => {
      for (const socket of sockets) socket.destroy();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
