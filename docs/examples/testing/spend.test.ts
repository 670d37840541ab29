// A test of your own code against the fake server. Run it with Vitest.
import { createClient, PollTimeoutError } from "pinterest-reports";
import { createFakeClock, createFakeServer, type Fault } from "pinterest-reports/testing";
import { describe, expect, it } from "vitest";
import { spendByDay } from "./spend.js";

const ACCOUNT = "549755885175";
const WEEK = { start_date: "2026-03-01", end_date: "2026-03-07" };

async function setup(...faults: Fault[]) {
  // Server and client share one clock, so "today" never changes and waits take no real time.
  const clock = createFakeClock({ start: "2026-03-08T12:00:00Z" });
  const server = await createFakeServer({ clock, faults });
  const client = createClient({ accessToken: server.accessToken, baseUrl: server.url, clock });
  return { server, client, clock, [Symbol.asyncDispose]: () => server.close() };
}

describe("spendByDay", () => {
  it("adds up the campaigns of each day", async () => {
    await using scene = await setup();
    const days = await spendByDay(scene.client, ACCOUNT, WEEK);
    expect([...days.keys()].sort()).toEqual([1, 2, 3, 4, 5, 6, 7].map((day) => `2026-03-0${day}`));
    expect(Math.min(...days.values())).toBeGreaterThanOrEqual(0);
  });

  it("returns the same days after a rate limit and an interrupted download", async () => {
    await using calm = await setup();
    await using rough = await setup(
      { name: "rate-limit", value: 30 },
      { name: "short-file", value: 200 },
    );
    expect(await spendByDay(rough.client, ACCOUNT, WEEK)).toEqual(
      await spendByDay(calm.client, ACCOUNT, WEEK),
    );
    // Both faults happened.
    expect(rough.server.pending).toEqual([]);
    // The client waited thirty seconds on the fake clock, but no real time passed.
    expect(rough.clock.slept).toContain(30_000);
  });

  it("rejects if the report takes longer than ten minutes", async () => {
    await using scene = await setup({ name: "slow", value: 3_600_000 });
    const error = await spendByDay(scene.client, ACCOUNT, WEEK).catch((thrown) => thrown);
    expect(error).toBeInstanceOf(PollTimeoutError);
    // The caller can resume the report later.
    expect(error.handle).toMatchObject({ flow: "report", adAccountId: ACCOUNT });
  });

  it("rejects with an authentication error if Pinterest rejects the token", async () => {
    await using scene = await setup({ name: "token-refused", on: "create" });
    await expect(spendByDay(scene.client, ACCOUNT, WEEK)).rejects.toMatchObject({
      code: "auth",
      status: 401,
    });
  });

  it("creates only one report, even after a 503", async () => {
    await using scene = await setup({ name: "html-error", value: 503 });
    await spendByDay(scene.client, ACCOUNT, WEEK);
    expect(scene.server.requests.filter(({ step }) => step === "create")).toHaveLength(1);
  });
});
