import { describe, expect, it } from "vitest";
import { LeaseLostError, SharedStateError } from "../../../runtime/errors.js";
import { Claim, StateUnreachable } from "../../../runtime/jobs/claim.js";
import { memoryState } from "../../../runtime/shared-state/memory.js";
import type { AcquireOptions, SharedState } from "../../../runtime/shared-state/state.js";
import type { PlannedSync } from "../../../runtime/sync/tasks.js";
import { createSteadyClock } from "../../support/steady-clock.js";

const handle = {
  version: 1,
  flow: "report",
  adAccountId: "1",
  token: "t",
  createdAt: "2026-01-01T00:00:00Z",
} as const;

/** A claim on a shared state that rejects with `error` whenever that is set. */
async function scene(leaseMs: number | undefined = undefined) {
  const clock = createSteadyClock({ start: "2026-01-01T00:00:00Z" });
  const memory = memoryState({ clock });
  const lost = new AbortController();
  const at: { error: Error | null; asked: number } = { error: null, asked: 0 };
  const given: (AcquireOptions | undefined)[] = [];
  const reach = async (work: () => Promise<void>): Promise<void> => {
    at.asked++;
    if (at.error !== null) throw at.error;
    return work();
  };
  const acquire: SharedState["acquire"] = async (key, options) => {
    given.push(options);
    if (at.error !== null) throw at.error;
    const lease = await memory.acquire(key, options);
    return (
      lease && {
        ...{ fence: lease.fence, record: lease.record, signal: lost.signal },
        confirm: () => reach(() => lease.confirm()),
        write: (record) => reach(() => lease.write(record)),
        release: (options) => lease.release(options),
      }
    );
  };
  const shared = { ...memory, acquire } as SharedState;
  const options = { shared, clock, leaseMs, keepMs: 60_000 };
  return { at, clock, memory, lost, given, options, claim: await Claim.acquire("a", options) };
}

const AWAY = new SharedStateError("away");

describe("a claim", () => {
  it("uses its worker's durations, or the state's defaults", async () => {
    expect((await scene(5_000)).given).toEqual([{ keepMs: 60_000, ttlMs: 5_000 }]);
    expect((await scene()).given).toEqual([{ keepMs: 60_000 }]);
  });

  it("records completed steps as soon as the state is reachable again", async () => {
    const { at, clock, claim, memory } = await scene();
    at.error = AWAY;
    const recording = claim.record({ what: "handle", handle });
    while (at.asked < 4) await new Promise((resolve) => setTimeout(resolve));
    at.error = null;
    await recording;
    const entry = JSON.parse((await memory.read("a")) ?? "");
    expect(entry).toEqual({
      ...{ version: 1, at: "2026-01-01T00:00:00.000Z", key: "a", what: "handle", handle },
    });
    expect(clock.now()).toBeGreaterThanOrEqual(3 * 500);
    expect(clock.now() / at.asked).toBeGreaterThan(300);
  });

  it("records the next step immediately or fails", async () => {
    const { at, claim } = await scene();
    at.error = AWAY;
    const error = await claim.record({ what: "intent" }).catch((thrown: unknown) => thrown);
    expect(error).toBeInstanceOf(StateUnreachable);
    expect(error).toMatchObject({ message: AWAY.message, cause: AWAY });
    expect(at.asked).toBe(1);
    await expect(claim.confirm()).rejects.toThrow(StateUnreachable);
    await expect(Claim.acquire("b", (await scene()).options)).resolves.toBeDefined();
  });

  it("rejects with the state's own errors without a retry", async () => {
    const { at, claim, options } = await scene();
    for (const error of [new LeaseLostError("a"), new Error("no")]) {
      at.error = error;
      at.asked = 0;
      await expect(claim.record({ what: "done" })).rejects.toBe(error);
      expect(at.asked).toBe(1);
      await expect(claim.confirm()).rejects.toBe(error);
      await expect(Claim.acquire("b", options)).rejects.toBe(error);
    }
    at.error = AWAY;
    await expect(Claim.acquire("b", options)).rejects.toThrow(StateUnreachable);
  });

  it("records nothing after it is lost", async () => {
    const { at, claim, lost } = await scene();
    at.error = AWAY;
    const recording = claim.record({ what: "done" });
    const reason = new LeaseLostError("a");
    lost.abort(reason);
    await expect(recording).rejects.toBe(reason);
    expect(claim.signal.reason).toBe(reason);
  });

  it("ignores a record that is invalid or belongs to another claim", async () => {
    const { claim, memory, options } = await scene();
    await claim.release();
    const other = { version: 1, at: "2026-01-01T00:00:00Z", key: "b", what: "intent" };
    for (const record of ["", "{", JSON.stringify(other)]) {
      const lease = await memory.acquire("a");
      await lease?.write(record);
      await lease?.release();
      const next = await Claim.acquire("a", options);
      expect(next.known).toEqual({ state: "new" });
      await next.release();
    }
  });

  it("passes a plan on to later claims on the same job, and only to those", async () => {
    const { claim, memory, options } = await scene();
    const planned = { version: 1, tasks: [] } as object as PlannedSync;
    expect(claim.planFor("m")).toBeUndefined();
    await claim.recordPlan({ mark: "m", planned });
    await claim.release();
    const next = await Claim.acquire("a", options);
    expect(next.known).toEqual({ state: "new" });
    expect(next.planFor("m")).toMatchObject({ planned });
    for (const mark of ["n", undefined]) expect(next.planFor(mark)).toBeUndefined();
    const record = (await memory.read("a")) ?? "";
    await next.release();
    for (const other of ["", "{", "null", "1", record.replace('"a"', '"b"')]) {
      const lease = await memory.acquire("a");
      await lease?.write(other);
      await lease?.release();
      const claim = await Claim.acquire("a", options);
      expect(claim.planFor("m")).toBeUndefined();
      await claim.release();
    }
  });

  it("records a plan immediately or fails", async () => {
    const { at, claim } = await scene();
    for (const [thrown, kind] of [
      [AWAY, StateUnreachable],
      [new LeaseLostError("a"), LeaseLostError],
    ] as const) {
      [at.error, at.asked] = [thrown, 0];
      await expect(
        claim.recordPlan({ mark: undefined, planned: {} as PlannedSync }),
      ).rejects.toThrow(kind);
      expect(at.asked).toBe(1);
    }
  });

  it("records the end of a plan as soon as the state is reachable again", async () => {
    const { at, claim, options } = await scene();
    const plan = { mark: "m", planned: {} as PlannedSync, returned: { failed: 1 } };
    at.error = AWAY;
    const recording = claim.recordPlan(plan);
    while (at.asked < 3) await new Promise((resolve) => setTimeout(resolve));
    at.error = null;
    await recording;
    await claim.release();
    expect((await Claim.acquire("a", options)).planFor("m")).toMatchObject(plan);
  });

  it("keeps its record for the configured time after its release", async () => {
    const { claim, memory, clock } = await scene();
    await claim.record({ what: "done" });
    await claim.release({ keepMs: 1_000 });
    await clock.advance(999);
    expect(await memory.read("a")).not.toBeNull();
    await clock.advance(1);
    expect(await memory.read("a")).toBeNull();
  });
});
