import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  customTarget,
  finishSync,
  type PlannedSync,
  parquetFolder,
  planSync,
  runTask,
  SyncError,
  type SyncTask,
  type TaskResult,
} from "../../../generated/sync.js";
import type { Journal, JournalEntry } from "../../../runtime/batch/journal.js";
import type { TargetSession } from "../../../runtime/sync/target.js";
import type { FakeServerOptions } from "../../../runtime/testing/index.js";
import { concurrentStore } from "../../support/concurrent-target.js";
import { CAMPAIGN_DAYS, syncSetting } from "../../support/sync.js";
import { temporaryFolder } from "../../support/temporary-folder.js";

const SYNC = {
  tables: { campaign_days: CAMPAIGN_DAYS },
  entities: ["campaigns"],
  lookbackDays: 3,
} as const;
const TABLES = ["campaign_days", "ad_accounts", "campaigns"];

/** A server, an in-memory target, and the step that uses both. */
async function setting(options: FakeServerOptions = {}) {
  const base = await syncSetting({ entities: 2, ...options });
  const store = concurrentStore(null);
  const target = customTarget(store.target());
  const { client, server } = base;
  return {
    ...base,
    store,
    target,
    plan: (more: Partial<Parameters<typeof planSync>[0]> = {}) =>
      planSync({ ...SYNC, client, target, ...more }),
    run: (task: SyncTask, more: Partial<Parameters<typeof runTask>[1]> = {}) =>
      runTask(task, { client, target, ...more }),
    /** All rows and days in the target. */
    contents: async () => {
      const session = (await store.target().openShared?.()) as TargetSession;
      const days = await session.loadedDays("campaign_days", "549755885175");
      await session.close();
      return JSON.stringify([await Promise.all(TABLES.map(store.read)), [...days]]);
    },
    creates: () => server.requests.filter(({ step }) => step === "create").length,
    [Symbol.asyncDispose]: () => base[Symbol.asyncDispose](),
  };
}

/** A copy, as another process would receive it. */
const sent = <Value>(value: Value): Value => JSON.parse(JSON.stringify(value)) as Value;

/** An in-memory journal. */
function memoryJournal(): Journal & { readonly entries: JournalEntry[] } {
  const entries: JournalEntry[] = [];
  return {
    entries,
    read: async () => entries,
    append: async (entry) => void entries.push(entry),
  };
}

const windowOf = ({ tasks }: PlannedSync): SyncTask =>
  tasks.find(({ type }) => type === "window") as SyncTask;

describe("a planned sync", () => {
  it("is plain JSON, and its tasks together load what a single process loads, with the same result", async () => {
    await using divided = await setting();
    await using alone = await syncSetting({ entities: 2 });
    const store = concurrentStore(null);
    const target = customTarget({ ...store.target() });
    const expected = await alone.client.report.sync({ ...SYNC, target });
    const planned = await divided.plan();
    expect(sent(planned)).toStrictEqual(planned);
    expect(planned).toMatchObject({ version: 1, plan: expected.plan, failed: [] });
    const results: TaskResult[] = [];
    for (const task of planned.tasks.toReversed()) results.push(await divided.run(sent(task)));
    expect(sent(results)).toStrictEqual(results);
    expect(await finishSync(sent(planned), sent(results))).toEqual(expected);
    for (const table of TABLES)
      expect((await divided.store.read(table)).length).toBe((await store.read(table)).length);
  });

  it("gives each task a key that is shared only by plans with the same number", async () => {
    await using divided = await setting();
    const plans = [await divided.plan({ fence: 1 }), await divided.plan({ fence: 1 })];
    const later = await divided.plan({ fence: 2 });
    const keysOf = ({ tasks }: PlannedSync) => tasks.map(({ key }) => key);
    const [keys = [], again] = plans.map(keysOf);
    expect(new Set([...keys, ...keysOf(later)]).size).toBe(2 * keys.length);
    expect(again).toEqual(keys);
    await divided.nextDay();
    const [first, second] = [await divided.plan(), await divided.plan({ fence: 3 })];
    expect(first.tasks[0]?.fence).toBe(1_000 * Date.parse(first.plannedAt));
    expect(second.tasks[0]?.fence).toBe(3);
    await expect(divided.plan({ fence: 0.5 })).rejects.toThrow("fence must be a safe integer");
    for (const name of ["concurrency", "deadlineMs", "onRows"])
      await expect(divided.plan({ [name]: 5 } as never)).rejects.toThrow(
        `${name} is not an option of planSync`,
      );
  });

  it("rejects a target that only one process can use, both when planning and in the task", async () => {
    await using divided = await setting();
    const planned = await divided.plan();
    const target = parquetFolder(temporaryFolder());
    const message = "can be open in only one process";
    await expect(divided.plan({ target })).rejects.toThrow(message);
    await expect(divided.run(windowOf(planned), { target })).rejects.toThrow(message);
  });
});

describe("a task", () => {
  it("changes and sends nothing when it is run a second time", async () => {
    await using divided = await setting();
    const { tasks } = await divided.plan();
    for (const task of tasks)
      expect(await divided.run(task)).toMatchObject({ key: task.key, state: "loaded" });
    const [before, requests] = [await divided.contents(), divided.server.requests.length];
    for (const task of tasks)
      expect(await divided.run(task)).toEqual({
        ...{ key: task.key, state: "loaded" },
        ...{ rows: null, isEmptied: false },
      });
    expect([await divided.contents(), divided.server.requests.length]).toEqual([before, requests]);
  });

  it("changes nothing if a later plan has already loaded one of its days or its list, in any order", async () => {
    const plans = fc.array(
      fc.record({
        since: fc.integer({ min: 8, max: 14 }),
        lookbackDays: fc.integer({ min: 0, max: 6 }),
      }),
      { minLength: 2, maxLength: 4 },
    );
    await fc.assert(
      fc.asyncProperty(plans, fc.infiniteStream(fc.nat()), async (given, numbers) => {
        await using divided = await setting({ accounts: 1, restated: 0.5 });
        const tasks: SyncTask[] = [];
        for (const [at, { since, lookbackDays }] of given.entries()) {
          const day = `2026-06-${String(since).padStart(2, "0")}`;
          const options = { since: day, lookbackDays, full: true, fence: at + 1 };
          tasks.push(...(await divided.plan(options)).tasks);
        }
        /** The highest number with which each day or list was loaded. */
        const last = new Map<string, number>();
        const partsOf = (task: SyncTask): readonly string[] => {
          if (task.type === "list") return [task.table];
          const [from, to] = [Date.parse(task.from), Date.parse(task.to)];
          const days = (to - from) / 86_400_000 + 1;
          return Array.from({ length: days }, (_, at) => `day ${from + at * 86_400_000}`);
        };
        for (let step = 0; step < 2 * tasks.length; step++) {
          const task = tasks[(numbers.next().value ?? 0) % tasks.length] as SyncTask;
          const before = await divided.contents();
          const fences = partsOf(task).map((part) => last.get(part) ?? 0);
          const state = await divided.run(sent(task)).then(
            (result) => result.state,
            (error: { readonly code?: string }) => error.code,
          );
          const isOvertaken = fences.some((fence) => fence > task.fence);
          // The task itself was loaded, and since then a later plan has loaded some of its days.
          const isRepeated = Math.min(...fences) === task.fence;
          // If a later plan loaded only part of the task, it fails, because no one would load the
          // rest.
          const isPart = isOvertaken && Math.min(...fences) < task.fence;
          const expected = isOvertaken && !isRepeated ? "superseded" : "loaded";
          expect(state).toBe(isPart ? "invalid_argument" : expected);
          if (isOvertaken || isRepeated) expect(await divided.contents()).toBe(before);
          else for (const part of partsOf(task)) last.set(part, task.fence);
        }
      }),
      { numRuns: 15 },
    );
  });

  it("loads its rows once even if several processes run it at the same time", async () => {
    await using divided = await setting();
    const { tasks } = await divided.plan();
    const results = await Promise.all(
      [...tasks, ...tasks, ...tasks].map((task) => divided.run(task)),
    );
    expect(results.every(({ state }) => state === "loaded")).toBe(true);
    const counted = results.filter((result) => result.state === "loaded" && result.rows !== null);
    expect(counted).toHaveLength(tasks.length);
  });

  it("is pending if its report is not ready in time, and continues with that report later", async () => {
    await using divided = await setting({ accounts: 1, polls: 3 });
    const planned = await divided.plan();
    const first = await divided.run(windowOf(planned), { waitMs: 0 });
    expect(first).toMatchObject({ state: "pending", task: { handle: { version: 1 } } });
    if (first.state !== "pending") return;
    expect(sent(first)).toStrictEqual(first);
    const { failed } = await finishSync({ ...planned, allowFailed: 1 }, [first]);
    expect(failed.at(-1)?.error).toMatchObject({ code: "poll_timeout" });
    expect(await divided.run(sent(first.task))).toMatchObject({ state: "loaded" });
    expect(divided.creates()).toBe(1);
    await expect(divided.run(windowOf(planned), { waitMs: -1 })).rejects.toThrow(RangeError);
  });

  it("creates a new report if the one in its handle failed", async () => {
    const faults = [{ name: "failed", times: 1 }] as const;
    await using divided = await setting({ accounts: 1, polls: 2, faults: faults as never });
    const task = windowOf(await divided.plan());
    const handle = await divided.client.report.create(task.adAccountId, {
      ...(task as Extract<SyncTask, { type: "window" }>).body,
    } as never);
    expect(await divided.run({ ...task, handle } as SyncTask)).toMatchObject({ state: "loaded" });
  });

  it("creates only one report if it has a journal, however often it is interrupted", async () => {
    await using divided = await setting({ accounts: 1, polls: 5 });
    const task = windowOf(await divided.plan());
    const journal = memoryJournal();
    expect(await divided.run(task, { waitMs: 0, journal })).toMatchObject({ state: "pending" });
    expect(journal.entries.map(({ what }) => what)).toEqual(["intent", "handle"]);
    expect(await divided.run(task, { journal })).toMatchObject({ state: "loaded" });
    expect([divided.creates(), journal.entries.at(-1)?.what]).toEqual([1, "done"]);
  });

  it("lets the caller decide whether to repeat a create whose response is unknown", async () => {
    await using divided = await setting({ accounts: 1 });
    const task = windowOf(await divided.plan());
    const journal = memoryJournal();
    journal.entries.push({ version: 1, at: "2026-06-15T00:00:00Z", key: task.key, what: "intent" });
    await expect(divided.run(task, { journal })).rejects.toMatchObject({
      code: "create_outcome_unknown",
    });
    expect(divided.creates()).toBe(0);
    const result = await divided.run(task, { journal, recreateUnknown: true });
    expect([result.state, divided.creates()]).toEqual(["loaded", 1]);
  });

  it("ends when its signal is aborted, and first records a create in flight", async () => {
    await using divided = await setting({ accounts: 1, polls: 1_000 });
    const task = windowOf(await divided.plan());
    const [journal, reason] = [memoryJournal(), new Error("enough")];
    const controller = new AbortController();
    const append = async (entry: JournalEntry): Promise<void> => {
      await journal.append(entry);
      if (entry.what === "intent") controller.abort(reason);
    };
    const { signal } = controller;
    await expect(divided.run(task, { journal: { ...journal, append }, signal })).rejects.toBe(
      reason,
    );
    expect(["refused", "handle"]).toContain(journal.entries.at(-1)?.what);
    await expect(divided.run(task, { signal })).rejects.toBe(reason);
  });

  it("is rejected if it comes from another version, or contains another account's report", async () => {
    await using divided = await setting();
    const task = windowOf(await divided.plan()) as Extract<SyncTask, { type: "window" }>;
    for (const wrong of [{}, null, { ...task, version: 2 }, { ...task, key: "../a" }])
      await expect(divided.run(wrong as never)).rejects.toThrow("must come from planSync");
    const handle = await divided.client.report.create("549755885176", task.body as never);
    await expect(divided.run({ ...task, handle })).rejects.toThrow("belongs to another ad account");
    await expect(divided.run({ ...task, adAccountId: "../x" })).rejects.toThrow("1 to 18 digits");
    await expect(divided.run(task, { wait: 1 } as never)).rejects.toThrow("wait is not an option");
  });

  it("is rejected if its target cannot be opened at the moment", async () => {
    await using divided = await setting();
    const task = windowOf(await divided.plan());
    const session = await divided.store.target().open();
    await expect(divided.run(task)).rejects.toMatchObject({
      code: "target_unavailable",
      message: "the memory is in use by another run",
    });
    await session.close();
    expect(await divided.run(task)).toMatchObject({ state: "loaded" });
  });
});

describe("a finished sync", () => {
  it("has a failure for each task without a result, and uses a successful result if a task has several", async () => {
    await using divided = await setting();
    const planned = await divided.plan();
    const [first, second, ...others] = planned.tasks as [SyncTask, SyncTask, ...SyncTask[]];
    const failed = { state: "failed", error: { message: "no room", code: "rate_limit" } } as const;
    const results: TaskResult[] = [
      { key: first.key, state: "loaded", rows: 2, isEmptied: false },
      { key: first.key, ...failed },
      { key: second.key, ...failed },
      ...others.slice(1).map(({ key }): TaskResult => ({ key, state: "superseded" })),
      { key: "0".repeat(64), state: "superseded" },
      null as never,
    ];
    const error = await finishSync(planned, results).catch((thrown: unknown) => thrown);
    expect(error).toBeInstanceOf(SyncError);
    const { failed: failures } = (error as SyncError).result;
    expect(
      failures.map(({ table, adAccountId, error: { message } }) => [table, adAccountId, message]),
    ).toEqual([
      [second.table, second.adAccountId, "no room"],
      [
        others[0]?.table,
        others[0]?.adAccountId,
        "the task has no result: it did not run to completion",
      ],
    ]);
    expect(failures[0]?.error).toMatchObject({ code: "rate_limit" });
  });

  it("applies its plan's `allowFailed` to the failures", async () => {
    await using divided = await setting();
    const planned = await divided.plan({ allowFailed: 2 });
    expect((await finishSync(sent(planned), [])).failed).toHaveLength(planned.tasks.length);
    await expect(finishSync({ ...planned, allowFailed: 1 }, [])).rejects.toThrow(SyncError);
  });

  it("fails if the ad accounts could not be listed", async () => {
    const fault = { name: "html-error", on: "accounts", value: 404, times: 1_000 } as const;
    await using divided = await setting({ faults: [fault] });
    const accounts = ["549755885175"];
    const planned = await divided.plan({ accounts, allowFailed: 1 });
    expect(sent(planned)).toStrictEqual(planned);
    const results = await Promise.all(planned.tasks.map((task) => divided.run(task)));
    const error = await finishSync(planned, results).catch((thrown: unknown) => thrown);
    expect((error as SyncError).result.failed).toMatchObject([
      { table: "ad_accounts", adAccountId: null, days: null, error: { code: "api", status: 404 } },
    ]);
  });
});
