import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { ClientOptions } from "../../../runtime/auth/credentials.js";
import { connect } from "../../../runtime/client/connection.js";
import { flowClient } from "../../../runtime/client/report-client.js";
import { RateLimitError } from "../../../runtime/errors.js";
import { announcementIn, type RateLimit, windowsIn } from "../../../runtime/http/rate-limit.js";
import { many } from "../../support/effort.js";
import { account, bodyFor, createClient, flow, setting } from "../../support/flow.js";
import { createSteadyClock } from "../../support/steady-clock.js";

const RUNS = many(100, 30);
const REAL = "100, 100;w=1, 1000;w=60";
const DAY = 86_400_000;

describe("the windows in a response's headers", () => {
  it.each<
    readonly [
      what: string,
      headers: Record<string, string>,
      windows: readonly (readonly [requests: number, perMs: number])[],
    ]
  >([
    [
      "as the API sends it",
      { "x-ratelimit-limit": REAL },
      [
        [100, 1_000],
        [1_000, 60_000],
      ],
    ],
    ["of an app with trial access", { "x-ratelimit-limit": "1000, 1000;w=86400" }, [[1_000, DAY]]],
    [
      "in any order, and with other parameters",
      { "x-ratelimit-limit": '1000;w=60;comment="a;b",100 ; w = 1' },
      [
        [100, 1_000],
        [1_000, 60_000],
      ],
    ],
    ["of the drafts", { "ratelimit-limit": "10, 10;w=1" }, [[10, 1_000]]],
    [
      "of the later draft",
      { "ratelimit-policy": '"burst";q=100;w=60, "daily";q=1000;w=86400' },
      [
        [100, 60_000],
        [1_000, DAY],
      ],
    ],
    ["of Pinterest's older name", { "x-userendpoint-ratelimit-limit": "5;w=1" }, [[5, 1_000]]],
    [
      "that come twice",
      { "x-ratelimit-limit": `${REAL}, ${REAL}` },
      [
        [100, 1_000],
        [1_000, 60_000],
      ],
    ],
    [
      "with two numbers for one window",
      { "x-ratelimit-limit": "9;w=1, 3;w=1, 5;w=1" },
      [[3, 1_000]],
    ],
    [
      "of two headers",
      { "x-ratelimit-limit": "9;w=1", "ratelimit-policy": "7;w=1, 8;w=2" },
      [
        [7, 1_000],
        [8, 2_000],
      ],
    ],
    [
      "among invalid ones",
      {
        "x-ratelimit-limit":
          "NaN;w=1, -5;w=1, 5;w=-1, 0;w=1, 5;w=0, 5;w=x, ;w=1, 5;w=, x, ,, 4;w=7",
      },
      [[4, 7_000]],
    ],
    ["of no window", { "x-ratelimit-limit": "300" }, []],
    ["of more than a day", { "x-ratelimit-limit": "5;w=86401, 6;w=999999999999" }, []],
    [
      "of more requests than are counted",
      { "x-ratelimit-limit": "1000001;w=1, 1e9;w=1, 99999999999999999999;w=60" },
      [],
    ],
    ["of fractions", { "x-ratelimit-limit": "1.5;w=1, 5;w=0.5" }, []],
    [
      "of thousands of items",
      { "x-ratelimit-limit": Array.from({ length: 5_000 }, (_, at) => `5;w=${at + 1}`).join(",") },
      [],
    ],
    [
      "of eleven windows",
      { "x-ratelimit-limit": Array.from({ length: 11 }, (_, at) => `5;w=${at + 1}`).join(",") },
      [],
    ],
    [
      "of a thousand characters",
      { "x-ratelimit-limit": `5;w=1;c=${"x".repeat(992)}` },
      [[5, 1_000]],
    ],
    ["of a thousand and one characters", { "x-ratelimit-limit": `5;w=1;c=${"x".repeat(993)}` }, []],
    [
      "of a header that is too long and one that is not",
      { "x-ratelimit-limit": `5;w=1;c=${"x".repeat(993)}`, "ratelimit-policy": "7;w=1" },
      [[7, 1_000]],
    ],
    ["of a response without the header", {}, []],
  ])("%s", (_, headers, windows) => {
    const found = windowsIn(announcementIn(new Headers(headers)));
    expect(found.map(({ requests, perMs }) => [requests, perMs])).toEqual(windows);
  });

  it("are within enforceable bounds for any header", () => {
    const item = fc.oneof(
      fc.string(),
      fc.constantFrom(";", ",", "w=", "q=", '"', " ", "=", "100;w=1", ";w=60", "9".repeat(30)),
    );
    fc.assert(
      fc.property(fc.array(item, { maxLength: 200 }), (parts) => {
        for (const { requests, perMs } of windowsIn(parts.join(""))) {
          expect(Number.isInteger(requests) && requests >= 1 && requests <= 1_000_000).toBe(true);
          expect(perMs >= 1_000 && perMs <= DAY).toBe(true);
        }
      }),
      { numRuns: RUNS * 5 },
    );
  });
});

const window = fc.record({
  requests: fc.integer({ min: 1, max: 12 }),
  perMs: fc.constantFrom(1, 2, 10, 60, 3_600).map((seconds) => seconds * 1_000),
});

interface Sent {
  readonly times: readonly number[];
  readonly statuses: readonly number[];
}

/**
 * The times at which a client sends this many simultaneous polls after a create call from which it
 * learns the windows.
 */
async function burst(
  quotas: readonly RateLimit[],
  polls: number,
  rateLimits: ClientOptions["rateLimits"] = false,
): Promise<Sent> {
  const clock = createSteadyClock({ start: "2026-03-10T12:00:00Z" });
  await using scene = await setting({ clock, polls: 0, quotas });
  const { accessToken, url: baseUrl, fetch: send } = scene.server;
  const [times, statuses]: [number[], number[]] = [[], []];
  // Without a network, because the fake clock must not advance while a request is in flight.
  const fetch = async (url: string, init: RequestInit): Promise<Response> => {
    times.push(clock.now());
    const response = await send(url, init);
    statuses.push(response.status);
    return response;
  };
  const client = createClient({
    accessToken,
    baseUrl,
    fetch: fetch as NonNullable<ClientOptions["fetch"]>,
    clock,
    deadlineMs: 2 ** 31 - 1,
    rateLimits,
  });
  const handle = await client.report.create(account, bodyFor(scene.server));
  await Promise.all(Array.from({ length: polls }, () => client.report.poll(handle)));
  return { times, statuses };
}

/** The largest number of requests sent within any period of this length. */
function mostWithin(times: readonly number[], perMs: number): number {
  return Math.max(
    ...times.map((from) => times.filter((time) => time >= from && time < from + perMs).length),
  );
}

describe("a client that learns its rate limits", () => {
  it("stays within every announced window, and waits no longer than the longest one", async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(window, { minLength: 1, maxLength: 4 }),
        fc.integer({ min: 0, max: 40 }),
        async (quotas, polls) => {
          const { times, statuses } = await burst(quotas, polls);
          expect(statuses).toEqual(Array.from({ length: polls + 1 }, () => 200));
          for (const { requests, perMs } of quotas)
            expect(mostWithin(times, perMs)).toBeLessThanOrEqual(requests);
          const longest = Math.max(...quotas.map(({ perMs }) => perMs));
          for (const [index, time] of times.entries())
            expect(time - (times[index - 1] ?? time)).toBeLessThanOrEqual(longest);
        },
      ),
      { numRuns: RUNS },
    );
  });

  it("never exceeds its configured limits", async () => {
    await fc.assert(
      fc.asyncProperty(
        window,
        fc.array(window, { minLength: 1, maxLength: 3 }),
        fc.integer({ min: 0, max: 30 }),
        async (own, quotas, polls) => {
          const { times, statuses } = await burst(quotas, polls, { made_up: own });
          expect(statuses).not.toContain(429);
          for (const { requests, perMs } of [own, ...quotas])
            expect(mostWithin(times, perMs)).toBeLessThanOrEqual(requests);
        },
      ),
      { numRuns: RUNS },
    );
  });

  it("needs no setting for trial access: it makes a thousand calls a day, then fails with an error that says when the next call is possible", async () => {
    const clock = createSteadyClock({ start: "2026-03-10T12:00:00Z" });
    await using scene = await setting({
      clock,
      polls: 0,
      quotas: [{ requests: 1_000, perMs: DAY }],
    });
    const { accessToken, url: baseUrl, fetch } = scene.server;
    const client = createClient({ accessToken, baseUrl, fetch, clock });
    const handle = await client.report.create(account, bodyFor(scene.server));
    for (let calls = 1; calls < 1_000; calls++) await client.report.poll(handle);
    const error = await client.report.poll(handle).catch((thrown) => thrown);
    expect(error).toBeInstanceOf(RateLimitError);
    expect(Date.parse(error.retryAt) - Date.parse("2026-03-10T12:00:00Z")).toBeGreaterThanOrEqual(
      DAY - 60_000,
    );
    expect(scene.server.requests).toHaveLength(1_000);
  });

  it("replaces its windows when others are announced, and counts earlier requests in the new ones", async () => {
    const clock = createSteadyClock({ start: "2026-03-10T12:00:00Z" });
    await using scene = await setting({ clock, polls: 0 });
    const { accessToken, url: baseUrl, fetch: send } = scene.server;
    let announced = "5;w=60";
    const fetch = async (url: string, init: RequestInit): Promise<Response> => {
      const response = await send(url, init);
      return new Response(await response.text(), {
        status: response.status,
        headers: { "x-ratelimit-limit": announced },
      });
    };
    const client = createClient({
      accessToken,
      baseUrl,
      fetch: fetch as NonNullable<ClientOptions["fetch"]>,
      clock,
      rateLimits: false,
    });
    const handle = await client.report.create(account, bodyFor(scene.server));
    await client.report.poll(handle);
    announced = "4;w=600";
    await client.report.poll(handle);
    expect(clock.now()).toBe(0);
    await client.report.poll(handle);
    expect(clock.now()).toBe(0);
    announced = "no window at all";
    await client.report.poll(handle);
    expect(clock.now()).toBe(600_000);
    announced = "100;w=1";
    await client.report.poll(handle);
    await client.report.poll(handle);
    expect(clock.now()).toBe(600_000);
  });

  it("applies a window only to the category that announced it", async () => {
    const clock = createSteadyClock({ start: "2026-03-10T12:00:00Z" });
    await using scene = await setting({
      clock,
      polls: 0,
      quotas: [{ requests: 2, perMs: 60_000, steps: ["create"] }],
    });
    const { accessToken, url: baseUrl, fetch } = scene.server;
    const connection = connect({ accessToken, baseUrl, fetch, clock });
    const report = flowClient(connection, {
      ...flow,
      create: { ...flow.create, rateLimit: "creates" },
      poll: { ...flow.poll, rateLimit: "polls" },
    });
    const handle = await report.create(account, bodyFor(scene.server));
    await report.create(account, bodyFor(scene.server));
    for (let calls = 0; calls < 10; calls++) await report.poll(handle);
    expect(clock.now()).toBe(0);
    await report.create(account, bodyFor(scene.server));
    expect(clock.now()).toBe(60_000);
  });
});
