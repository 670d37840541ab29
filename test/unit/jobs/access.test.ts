import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { createClient } from "../../../generated/index.js";
import { AccessGuard, StopRecord } from "../../../runtime/jobs/access.js";
import { memoryState } from "../../../runtime/shared-state/memory.js";

const voidToken = { code: 2, message: "Authentication failed." };

/** Guards of workers with the same credentials, and an API with the test's responses. */
function scene() {
  const shared = memoryState();
  const api = { asked: 0, status: 200, body: { items: [], bookmark: null } as object, url: "" };
  const client = createClient({
    accessToken: () => "token",
    fetch: (async (url: string | URL) => {
      api.asked++;
      api.url = String(url);
      return Response.json(api.body, { status: api.status });
    }) as never,
    maxRetries: 0,
  });
  const seen: string[] = [];
  const guardOf = (name: string): AccessGuard =>
    new AccessGuard({
      client,
      record: new StopRecord(shared, "jobs:", async () => "group"),
      onStop: async (message) => seen.push(`${name} stopped: ${message}`),
      onResume: async () => seen.push(`${name} resumed`),
    });
  const reject = (): void => void Object.assign(api, { status: 401, body: voidToken });
  const accept = (): void =>
    void Object.assign(api, { status: 200, body: { items: [], bookmark: null } });
  return { api, shared, seen, guardOf, reject, accept };
}

describe("the guard of a worker's access", () => {
  beforeEach(() => void vi.useFakeTimers({ shouldAdvanceTime: true }));
  afterEach(() => void vi.useRealTimers());

  it("stops all workers with rejected credentials once, and resumes them when the credentials are accepted again", async () => {
    const { seen, guardOf, reject, accept } = scene();
    const guards = ["a", "b", "c"].map(guardOf);
    await Promise.all(guards.map((guard) => guard.begin()));
    reject();
    const [first, second] = guards as [AccessGuard, AccessGuard];
    expect(
      await Promise.all([first.suspect("void"), first.suspect("void"), second.suspect("void")]),
    ).toEqual([true, true, true]);
    await vi.advanceTimersByTimeAsync(10_000);
    expect(seen.toSorted()).toEqual(["a stopped: void", "b stopped: void", "c stopped: void"]);
    // A worker that starts later also stops.
    const late = guardOf("d");
    await late.begin();
    expect(seen).toContain("d stopped: void");
    seen.length = 0;
    accept();
    await vi.advanceTimersByTimeAsync(60_000);
    expect(seen.toSorted()).toEqual(["a resumed", "b resumed", "c resumed", "d resumed"]);
    for (const guard of [...guards, late]) guard.end();
  });

  it("does not stop a worker if its credentials are accepted or the API is unavailable", async () => {
    const { api, seen, guardOf } = scene();
    const guard = guardOf("a");
    await guard.begin();
    expect(await guard.suspect("void")).toBe(false);
    for (const status of [429, 500, 503]) {
      api.status = status;
      expect(await guard.suspect("void")).toBe(false);
    }
    // A missing permission does not mean that the token is invalid.
    Object.assign(api, { status: 403, body: { code: 29, message: "You are not permitted." } });
    expect(await guard.suspect("void")).toBe(false);
    expect(seen).toEqual([]);
    guard.end();
  });

  it("does nothing after it is closed", async () => {
    const { seen, guardOf, reject } = scene();
    const guard = guardOf("a");
    await guard.begin();
    guard.end();
    reject();
    await guard.suspect("void");
    await vi.advanceTimersByTimeAsync(60_000);
    expect(seen).toEqual([]);
  });

  it("sends no request before a worker has stopped, and few afterwards", async () => {
    const { api, shared, guardOf, reject } = scene();
    const guard = guardOf("a");
    await guard.begin();
    await vi.advanceTimersByTimeAsync(20_000);
    expect([api.asked, guard.isStopped]).toEqual([0, false]);
    reject();
    expect(await guard.suspect("void")).toBe(true);
    expect([guard.isStopped, new URL(api.url).search]).toEqual([true, "?page_size=1"]);
    expect(await shared.read("jobs:stopped:group")).toBe("void");
    const { asked } = api;
    expect(await guard.suspect("again")).toBe(true);
    await vi.advanceTimersByTimeAsync(25_000);
    expect(api.asked).toBe(asked);
    await vi.advanceTimersByTimeAsync(60_000);
    expect(api.asked - asked).toBeGreaterThanOrEqual(2);
    expect(api.asked - asked).toBeLessThanOrEqual(3);
    guard.end();
  });

  it("resumes only when Pinterest accepts the token, not during an outage, and then clears its record", async () => {
    const { api, shared, seen, guardOf, reject, accept } = scene();
    const guard = guardOf("a");
    await guard.begin();
    reject();
    await guard.suspect("void");
    for (const status of [500, 429]) {
      Object.assign(api, { status, body: {} });
      await vi.advanceTimersByTimeAsync(70_000);
      expect([seen, guard.isStopped]).toEqual([["a stopped: void"], true]);
    }
    accept();
    await vi.advanceTimersByTimeAsync(40_000);
    expect([seen.at(-1), guard.isStopped]).toEqual(["a resumed", false]);
    expect(await shared.read("jobs:stopped:group")).toBe("");
    guard.end();
  });

  it("clears a stop record if its own token is accepted, and stops its workers if the token is rejected", async () => {
    const { shared, seen, guardOf, reject } = scene();
    const write = async (): Promise<void> => {
      const lease = await shared.acquire("jobs:stopped:group");
      await lease?.write("void");
      await lease?.release();
    };
    const guard = guardOf("a");
    await write();
    await guard.begin();
    expect([await shared.read("jobs:stopped:group"), seen]).toEqual(["", []]);
    reject();
    await write();
    await vi.advanceTimersByTimeAsync(3_000);
    expect(seen).toEqual(["a stopped: void"]);
    guard.end();
  });

  it("stops even if the reason cannot be recorded, and keeps checking after an error", async () => {
    const { seen, shared, guardOf, reject } = scene();
    const guard = guardOf("a");
    await guard.begin();
    reject();
    const { acquire } = shared;
    shared.acquire = () => Promise.reject(new Error("away"));
    expect(await guard.suspect("void")).toBe(true);
    expect(seen).toEqual(["a stopped: void"]);
    shared.acquire = acquire;
    guard.end();
    // Another worker's record is left unchanged if it expires later.
    const record = new StopRecord({ ...shared, acquire: async () => null }, "p:", async () => "g");
    await record.write("void");
    expect(await new StopRecord(shared, "p:", async () => "g").read()).toBeNull();
  });

  it("stops watching if it is closed while starting", async () => {
    const { api, seen, guardOf, reject } = scene();
    const guard = guardOf("a");
    const beginning = guard.begin();
    guard.end();
    await beginning;
    reject();
    await vi.advanceTimersByTimeAsync(10_000);
    expect([api.asked, seen]).toEqual([0, []]);
    expect(vi.getTimerCount()).toBe(0);
  });
});
