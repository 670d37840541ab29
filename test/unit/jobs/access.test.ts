import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { createClient } from "../../../generated/index.js";
import { AccessGuard, StopRecord } from "../../../runtime/jobs/access.js";
import { memoryState } from "../../../runtime/shared-state/memory.js";

const voidToken = { code: 2, message: "Authentication failed." };

/** Guards of workers with the same credentials, and an API whose responses a test decides. */
function scene() {
  const shared = memoryState();
  const api = { status: 200, body: { items: [], bookmark: null } as object };
  const client = createClient({
    accessToken: () => "token",
    fetch: (async () => Response.json(api.body, { status: api.status })) as never,
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
  return { api, seen, guardOf, reject, accept };
}

describe("the guard of a worker's access", () => {
  beforeEach(() => void vi.useFakeTimers({ shouldAdvanceTime: true }));
  afterEach(() => void vi.useRealTimers());

  it("stops all workers with the same credentials once, and lets them go on when these are accepted again", async () => {
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
    // One that begins later learns it, too.
    const late = guardOf("d");
    await late.begin();
    expect(seen).toContain("d stopped: void");
    seen.length = 0;
    accept();
    await vi.advanceTimersByTimeAsync(60_000);
    expect(seen.toSorted()).toEqual(["a resumed", "b resumed", "c resumed", "d resumed"]);
    for (const guard of [...guards, late]) guard.end();
  });

  it("stops none whose credentials are accepted, and takes an outage for no answer", async () => {
    const { api, seen, guardOf } = scene();
    const guard = guardOf("a");
    await guard.begin();
    expect(await guard.suspect("void")).toBe(false);
    for (const status of [429, 500, 503]) {
      api.status = status;
      expect(await guard.suspect("void")).toBe(false);
    }
    // A refused permission is none of the token.
    Object.assign(api, { status: 403, body: { code: 29, message: "You are not permitted." } });
    expect(await guard.suspect("void")).toBe(false);
    expect(seen).toEqual([]);
    guard.end();
  });

  it("does nothing after its end", async () => {
    const { seen, guardOf, reject } = scene();
    const guard = guardOf("a");
    await guard.begin();
    guard.end();
    reject();
    await guard.suspect("void");
    await vi.advanceTimersByTimeAsync(60_000);
    expect(seen).toEqual([]);
  });
});
