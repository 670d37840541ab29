// A test of your own code, against a Pinterest on this machine. Run it with vitest.
import { createClient, PollTimeoutError } from "pinterest-reports";
import { createFakeClock, createFakeServer, type Fault } from "pinterest-reports/testing";
import { describe, expect, it } from "vitest";
import { spendByDay } from "./spend.js";

const ACCOUNT = "549755885175";
const WEEK = { start_date: "2026-03-01", end_date: "2026-03-07" };

async function setting(...faults: Fault[]) {
  // The clock of both: what the rules call today stands still, and no wait takes time.
  const clock = createFakeClock({ start: "2026-03-08T12:00:00Z" });
  const server = await createFakeServer({ clock, faults });
  const client = createClient({ accessToken: server.accessToken, baseUrl: server.url, clock });
  return { server, client, clock, [Symbol.asyncDispose]: () => server.close() };
}

describe("spendByDay", () => {
  it("adds up the campaigns of each day", async () => {
    await using scene = await setting();
    const days = await spendByDay(scene.client, ACCOUNT, WEEK);
    expect([...days.keys()].sort()).toEqual([1, 2, 3, 4, 5, 6, 7].map((day) => `2026-03-0${day}`));
    expect(Math.min(...days.values())).toBeGreaterThanOrEqual(0);
  });

  it("is the same when calls are limited and the download breaks off", async () => {
    await using calm = await setting();
    await using rough = await setting({ name: "rate-limit", value: 30 }, { name: "short-file", value: 200 });
    expect(await spendByDay(rough.client, ACCOUNT, WEEK)).toEqual(await spendByDay(calm.client, ACCOUNT, WEEK));
    // What was to go wrong has gone wrong.
    expect(rough.server.pending).toEqual([]);
    // Half a minute by its clock, none by yours.
    expect(rough.clock.slept).toContain(30_000);
  });

  it("gives up when the report takes longer than ten minutes", async () => {
    await using scene = await setting({ name: "slow", value: 3_600_000 });
    const error = await spendByDay(scene.client, ACCOUNT, WEEK).catch((thrown) => thrown);
    expect(error).toBeInstanceOf(PollTimeoutError);
    // The caller can go on later.
    expect(error.handle).toMatchObject({ flow: "report", adAccountId: ACCOUNT });
  });

  it("passes on what Pinterest says when it does not take the token", async () => {
    await using scene = await setting({ name: "token-refused", on: "create" });
    await expect(spendByDay(scene.client, ACCOUNT, WEEK)).rejects.toMatchObject({ code: "auth", status: 401 });
  });

  it("asks for one report and no more", async () => {
    await using scene = await setting({ name: "html-error", value: 503 });
    await spendByDay(scene.client, ACCOUNT, WEEK);
    expect(scene.server.requests.filter(({ step }) => step === "create")).toHaveLength(1);
  });
});
