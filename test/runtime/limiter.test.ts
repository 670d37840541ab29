import { describe, expect, it } from "vitest";
import { RateLimitError } from "../../runtime/errors.js";
import { Limiter, type Pace } from "../../runtime/limiter.js";
import type { RateLimit } from "../../runtime/limiter-bucket.js";
import { allowanceIn } from "../../runtime/limiter-headers.js";
import { createFakeClock } from "../../runtime/testing/index.js";
import { all, bodyFor, createClient, setting } from "./made-up/flow.js";
import { type Gate, gate, refusal } from "./made-up/gate.js";

const START = "2026-03-10T12:00:00Z";
const DATE = Date.parse(START);
const pace = (account: string): Pace => ({ category: "ads", operation: "report poll", account });
const told = (headers: Record<string, string>) => ({ status: 200, headers: new Headers(headers), askedMs: null, byCost: false });
const far = { deadline: Number.POSITIVE_INFINITY, signal: undefined };

function limiter(limits: Record<string, RateLimit>) {
  const clock = createFakeClock({ start: START });
  return { clock, limiter: new Limiter(clock, limits) };
}

describe("the limiter", () => {
  it("lets no more through in any span than the limit", async () => {
    const { clock, limiter: limits } = limiter({ ads: { requests: 5, perMs: 1_000 } });
    const times: number[] = [];
    await Promise.all(
      Array.from({ length: 23 }, () =>
        limits.enter(pace("1"), far).then((leave) => {
          leave();
          times.push(clock.now());
        }),
      ),
    );
    expect(times).toHaveLength(23);
    for (const [index, time] of times.entries()) {
      const before = times[index - 5];
      if (before !== undefined) expect(time - before).toBeGreaterThanOrEqual(1_000);
    }
    expect(clock.now()).toBe(4_000);
  });

  it("lets accounts take turns: one with many calls does not hold up the others", async () => {
    const { limiter: limits } = limiter({ ads: { requests: 1, perMs: 100 } });
    const order: string[] = [];
    const enter = (account: string) =>
      limits.enter(pace(account), far).then((leave) => {
        leave();
        order.push(account);
      });
    await Promise.all([...Array.from({ length: 6 }, () => enter("big")), enter("a"), enter("b"), enter("a")]);
    expect(order).toEqual(["big", "big", "a", "b", "big", "a", "big", "big", "big"]);
  });

  it("counts categories apart, and all of them together", async () => {
    const { clock, limiter: limits } = limiter({ "*": { requests: 3, perMs: 1_000 }, ads: { requests: 2, perMs: 1_000 } });
    const enter = (category: string) =>
      limits.enter({ category, operation: `${category} poll`, account: "1" }, far).then((leave) => leave());
    await Promise.all([enter("ads"), enter("ads"), enter("org")]);
    expect(clock.now()).toBe(0);
    await enter("org");
    expect(clock.now()).toBe(1_000);
  });

  it("learns from answers that nothing is left, and waits for the reset", async () => {
    const { clock, limiter: limits } = limiter({});
    (await limits.enter(pace("1"), far))();
    limits.hear(pace("1"), told({ "x-ratelimit-remaining": "1", "x-ratelimit-reset": "30" }));
    await limits.enter(pace("1"), far);
    expect(clock.now()).toBe(0);
    await limits.enter(pace("1"), far);
    expect(clock.now()).toBe(30_000);
  });

  it("makes all wait when one was refused, but for the cost of reports only those who ask for reports", async () => {
    const { clock, limiter: limits } = limiter({});
    const create = { category: "ads", operation: "report create", account: "1" };
    limits.hear(create, { status: 429, headers: new Headers(), askedMs: 20_000, byCost: true });
    await limits.enter(pace("1"), far);
    expect(clock.now()).toBe(0);
    await limits.enter(create, far);
    expect(clock.now()).toBe(20_000);
    limits.hear(pace("1"), { status: 429, headers: new Headers(), askedMs: 5_000, byCost: false });
    await limits.enter(create, far);
    expect(clock.now()).toBe(25_000);
  });

  it("refuses at once where there is no room before the deadline, and says from when on there is", async () => {
    const { limiter: limits } = limiter({ ads: { requests: 1, perMs: 86_400_000 } });
    await limits.enter(pace("1"), far);
    const error = await limits.enter(pace("1"), { ...far, deadline: 600_000 }).catch((thrown) => thrown);
    expect(error).toBeInstanceOf(RateLimitError);
    expect(error).toMatchObject({ code: "rate_limit", category: "ads", retryAt: "2026-03-11T12:00:00.000Z" });
  });

  it("lets go of who gives up, at once, and of nobody else", async () => {
    const clock = createFakeClock({ start: START, auto: false });
    const limits = new Limiter(clock, { ads: { requests: 1, perMs: 1_000 } });
    (await limits.enter(pace("1"), far))();
    const stop = new AbortController();
    const given = limits.enter(pace("2"), { ...far, signal: stop.signal }).catch((reason) => reason);
    const other = limits.enter(pace("3"), far);
    stop.abort("enough");
    expect(await given).toBe("enough");
    await clock.advance(1_000);
    await other;
  });

  it.each<[string, Record<string, string>, unknown]>([
    ["seconds", { "x-ratelimit-remaining": "3", "x-ratelimit-reset": "10" }, { remaining: 3, resetMs: 10_000 }],
    [
      "seconds since 1970",
      { "x-ratelimit-remaining": "0", "x-ratelimit-reset": String(DATE / 1_000 + 7) },
      { remaining: 0, resetMs: 7_000 },
    ],
    ["milliseconds since 1970", { "ratelimit-remaining": "0", "ratelimit-reset": String(DATE + 9) }, { remaining: 0, resetMs: 9 }],
    [
      "Pinterest's older names",
      { "x-userendpoint-ratelimit-remaining": "1", "x-userendpoint-ratelimit-reset": "2" },
      { remaining: 1, resetMs: 2_000 },
    ],
    ["one header", { ratelimit: "limit=100, remaining=0, reset=5" }, { remaining: 0, resetMs: 5_000 }],
    ["one header of the later draft", { ratelimit: '"default";r=0;t=5' }, { remaining: 0, resetMs: 5_000 }],
    [
      "the tightest of several",
      { "x-ratelimit-remaining": "9", "x-ratelimit-reset": "1", ratelimit: "remaining=2, reset=5" },
      { remaining: 2, resetMs: 5_000 },
    ],
    ["a past time", { "x-ratelimit-remaining": "0", "x-ratelimit-reset": "1500000000" }, null],
    ["no reset", { "x-ratelimit-remaining": "0" }, null],
    ["no number", { "x-ratelimit-remaining": "none", "x-ratelimit-reset": "soon" }, null],
    ["nothing", {}, null],
  ])("reads %s", (_, headers, allowance) => {
    expect(allowanceIn(new Headers(headers), DATE)).toEqual(allowance);
  });
});

describe("a client", () => {
  it("with 60 reports under a quota of 30 a minute gets no 429, and serves all (R6)", async () => {
    await using scene = await setting({ polls: 2 });
    const { clock } = scene.server;
    await using front = await quota(scene.server, { requests: 30, perMs: 60_000 });
    const client = createClient({
      accessToken: "t",
      baseUrl: front.url,
      clock,
      deadlineMs: 3_600_000,
      rateLimits: { "*": { requests: 30, perMs: 60_000 } },
    });
    const tasks = Array.from({ length: 60 }, (_, index) => ({ adAccountId: String(index), body: bodyFor(scene.server) }));
    const items = await all(client.report.runAll(tasks, { concurrency: 60 }));
    expect(items.filter(({ type }) => type === "done")).toHaveLength(60);
    expect(front.answered).not.toContain(429);
  });

  it("that knows no limit learns it from the answers", async () => {
    await using scene = await setting({ polls: 1 });
    const { clock } = scene.server;
    await using front = await quota(scene.server, { requests: 10, perMs: 60_000 });
    const options = { accessToken: "t", baseUrl: front.url, clock, deadlineMs: 3_600_000, rateLimits: false } as const;
    const items = await all(
      createClient(options).report.runAll(
        Array.from({ length: 20 }, (_, index) => ({ adAccountId: String(index), body: bodyFor(scene.server) })),
        { concurrency: 4 },
      ),
    );
    expect(items.filter(({ type }) => type === "done")).toHaveLength(20);
    expect(front.answered.filter((status) => status === 429).length).toBeLessThanOrEqual(4);
  });

  it("says that it waits for a limit", async () => {
    await using scene = await setting({ polls: 0 }, { rateLimits: { "*": { requests: 1, perMs: 5_000 } } });
    await scene.client.report.run("1", bodyFor(scene.server));
    expect(scene.events.filter(({ type }) => type === "wait")).toEqual([{ type: "wait", reason: "rate-limit", ms: 5_000 }]);
  });

  it.each([
    { ads: { requests: 0, perMs: 1 } },
    { ads: { requests: 1.5, perMs: 1 } },
    { ads: { requests: 1, perMs: 0 } },
    { ads: { requests: 1, perMs: Number.NaN } },
  ])("refuses limits that are none: %j", (rateLimits) => {
    expect(() => createClient({ accessToken: "t", rateLimits })).toThrow(RangeError);
  });
});

/** A gate that counts requests in spans of a fixed beginning, as APIs do, and tells what is left. */
async function quota(server: Parameters<typeof gate>[0], { requests, perMs }: RateLimit): Promise<Gate> {
  let [span, count] = [0, 0];
  const front = await gate(server, {
    before: () => {
      const now = server.clock.now();
      if (Math.floor(now / perMs) !== span) [span, count] = [Math.floor(now / perMs), 0];
      return ++count > requests ? refusal(429, 8, "You have exceeded your rate limit.", { "retry-after": seconds() }) : undefined;
    },
    after: () => ({
      "x-ratelimit-limit": String(requests),
      "x-ratelimit-remaining": String(requests - count),
      "x-ratelimit-reset": seconds(),
    }),
  });
  const seconds = () => String(Math.ceil((perMs - (server.clock.now() % perMs)) / 1_000));
  front.valid.add("t");
  return front;
}
