import { describe, expect, it } from "vitest";
import { customTarget, parquetFolder, type SyncTarget } from "../../../generated/sync.js";
import type { Connection } from "../../../runtime/client/connection.js";
import { targetEngine } from "../../../runtime/sync/engine.js";
import { Sessions } from "../../../runtime/sync/sessions.js";
import { InvalidRow } from "../../../runtime/sync/shape.js";
import type { Target, TargetSession } from "../../../runtime/sync/target.js";
import type { SyncTask, WindowTask } from "../../../runtime/sync/tasks.js";
import type { FakeServerOptions } from "../../../runtime/testing/index.js";
import { concurrentStore } from "../../support/concurrent-target.js";
import { CAMPAIGN_DAYS, syncSetting } from "../../support/sync.js";
import { temporaryFolder } from "../../support/temporary-folder.js";

type Row = Readonly<Record<string, unknown>>;

const ACCOUNT = "549755885175";

const SYNC = {
  tables: { campaign_days: CAMPAIGN_DAYS },
  only: ["campaign_days"],
  lookbackDays: 2,
  target: undefined as never,
} as const;
const ROW = {
  CAMPAIGN_ID: "1",
  DATE: "2026-06-13",
  SPEND_IN_DOLLAR: "90071992547409.93",
  TOTAL_CLICKTHROUGH: 3,
};

/** Rows of a report, which can be read repeatedly. */
const rowsOf = (...rows: readonly Row[]) =>
  async function* (): AsyncGenerator<Row> {
    yield* rows;
  };

/** An in-memory target that counts its sessions. `change` modifies each session. */
function counted(
  change: (session: TargetSession, number: number) => Partial<TargetSession> = () => ({}),
) {
  const store = concurrentStore(null);
  const counts = { opened: 0, closed: 0, open: 0, most: 0 };
  const target: Target = {
    ...store.target(),
    async openShared(options) {
      const session = (await store.target().openShared?.(options)) as TargetSession;
      counts.opened++;
      counts.most = Math.max(counts.most, ++counts.open);
      const close = (): Promise<void> => {
        counts.closed++;
        counts.open--;
        return session.close();
      };
      return { ...session, close, ...change(session, counts.opened) };
    },
  };
  return { target, store, counts };
}

/** A plan for the target, with the loader of its tasks. */
async function planned(
  target: Target,
  { sessions, ...options }: FakeServerOptions & { readonly sessions?: number } = {},
) {
  const setting = await syncSetting(options);
  const engine = targetEngine(customTarget(target));
  const connection = setting.client as object as Connection;
  const { tasks } = await engine.plan(connection, SYNC);
  const loader = engine.loader(connection, sessions === undefined ? {} : { sessions });
  const [window] = tasks as readonly WindowTask[];
  return { ...setting, tasks, loader, window: window as WindowTask, engine, connection };
}

describe("a target that supports only one process", () => {
  it("is rejected by the plan and by the loader before anything is sent", async () => {
    await using setting = await syncSetting();
    const folder = temporaryFolder();
    const engine = targetEngine(parquetFolder(folder));
    const message = `the folder ${folder.pathname} can be open in only one process at a time: run sync in a single process, or use PostgreSQL`;
    const connection = setting.client as object as Connection;
    await expect(engine.plan(connection, SYNC)).rejects.toThrow(message);
    expect(() => engine.loader(connection)).toThrow(message);
    expect(setting.server.requests).toEqual([]);
    expect(() => targetEngine({} as SyncTarget)).toThrow(
      "target must come from pinterest-reports/sync",
    );
  });
});

describe("a plan", () => {
  it("is plain JSON with everything that a loader needs; planning creates the tables and records their first day", async () => {
    const { target } = counted();
    await using setting = await syncSetting();
    const engine = targetEngine(customTarget(target));
    const connection = setting.client as object as Connection;
    const events: string[] = [];
    const { plan, tasks, failed } = await engine.plan(connection, {
      ...SYNC,
      only: undefined,
      onProgress: ({ type }: { readonly type: string }) => events.push(type),
    } as never);
    expect([failed, events]).toEqual([[], ["planned"]]);
    expect(JSON.parse(JSON.stringify(tasks))).toStrictEqual(tasks);
    const nameOf = (task: SyncTask) => `${task.type} ${task.table} ${task.adAccountId}`;
    expect(tasks.map(nameOf)).toEqual([
      ...plan.lists.map(({ table, adAccountId }) => `list ${table} ${adAccountId}`),
      ...plan.requests.map(({ table, adAccountId }) => `window ${table} ${adAccountId}`),
    ]);
    const session = (await target.openShared?.()) as TargetSession;
    expect((await session.table("campaign_days"))?.firstDay).toBe("2026-06-13");
  });

  it("creates no table with `dryRun`, and reports if the ad accounts could not be listed", async () => {
    const { target } = counted();
    await using setting = await syncSetting({
      faults: [{ name: "html-error", on: "accounts", value: 404, times: Number.POSITIVE_INFINITY }],
    });
    const engine = targetEngine(customTarget(target));
    const accounts = ["549755885175"];
    const options = { ...SYNC, only: ["campaign_days", "ad_accounts"], accounts, dryRun: true };
    const { tasks, failed } = await engine.plan(setting.client as object as Connection, options);
    expect(tasks.map(({ type }) => type)).toEqual(["window"]);
    expect(failed.map(({ table, adAccountId, days }) => [table, adAccountId, days])).toEqual([
      ["ad_accounts", null, null],
    ]);
    const session = (await target.openShared?.()) as TargetSession;
    expect(await session.table("campaign_days")).toBe(null);
  });
});

describe("a window", () => {
  it("is confirmed after its last row has arrived and before its stored rows are replaced", async () => {
    const { target, store } = counted();
    await using setting = await planned(target);
    const { loader, window } = setting;
    const steps: string[] = [];
    const rows = async function* () {
      yield ROW;
      yield { ...ROW, DATE: "2026-06-14", SPEND_IN_DOLLAR: 0.1 };
      steps.push("last row");
    };
    const confirm = async () =>
      void steps.push(`confirmed with ${(await store.read("campaign_days")).length} rows`);
    expect(await loader.loadWindow(window, { rows, confirm })).toBe(2);
    expect(steps).toEqual(["last row", "confirmed with 0 rows"]);
    const stored = await store.read("campaign_days");
    expect(stored.map((row) => [row.ad_account_id, row.currency, row.spend_in_dollar])).toEqual([
      ["549755885175", "USD", "90071992547409.93"],
      ["549755885175", "USD", "0.1"],
    ]);
    const lost = new Error("no lease");
    await expect(
      loader.loadWindow(window, { rows: rowsOf(ROW), confirm: () => Promise.reject(lost) }),
    ).rejects.toBe(lost);
    expect(await store.read("campaign_days")).toEqual(stored);
  });

  it("keeps its rows if its report fails, covers other days or is outdated, and keeps the session open", async () => {
    const { target, store, counts } = counted();
    await using setting = await planned(target);
    const { loader, window } = setting;
    const opened = counts.opened;
    await loader.loadWindow(window, { rows: rowsOf(ROW), fence: 5 });
    const stored = await store.read("campaign_days");
    const broken = new Error("the link is broken");
    const failing = async function* () {
      yield ROW;
      throw broken;
    };
    await expect(loader.loadWindow(window, { rows: failing })).rejects.toBe(broken);
    await expect(loader.loadWindow(window, { rows: () => Promise.reject(broken) })).rejects.toBe(
      broken,
    );
    await expect(
      loader.loadWindow(window, { rows: rowsOf({ ...ROW, DATE: "2026-06-01" }) }),
    ).rejects.toBeInstanceOf(InvalidRow);
    await expect(loader.loadWindow(window, { rows: rowsOf(ROW, ROW) })).rejects.toThrow(
      "row 2 of the report: two rows have the same campaign_id 1, date 2026-06-13",
    );
    await expect(
      loader.loadWindow(window, { rows: rowsOf({ ...ROW, AD_ACCOUNT_ID: "999" }) }),
    ).rejects.toThrow(
      "row 1 of the report: AD_ACCOUNT_ID is 999, but the report is for ad account 549755885175",
    );
    await expect(loader.loadWindow(window, { rows: rowsOf(ROW), fence: 4 })).rejects.toMatchObject({
      code: "lease_lost",
    });
    await expect(loader.loadWindow(window, { rows: rowsOf(), fence: 1.5 })).rejects.toThrow(
      "fence must be a safe integer",
    );
    expect(await store.read("campaign_days")).toEqual(stored);
    expect(counts.opened - opened).toBe(1);
    await loader.close();
    expect(counts.open).toBe(0);
  });

  it("is divided for a target that only takes single days, and each part is confirmed", async () => {
    const windows: unknown[] = [];
    const { target, store } = counted((session) => ({
      replace: async (window, rows) => {
        windows.push([window.days?.from, window.days?.to, window.fence]);
        return session.replace(window, rows);
      },
    }));
    await using setting = await planned({ ...target, windowDays: 1 });
    const { loader, window } = setting;
    let left = 1;
    const confirm = async () => {
      if (left-- === 0) throw new Error("no lease");
    };
    const rows = rowsOf(ROW, { ...ROW, DATE: "2026-06-14" });
    await expect(loader.loadWindow(window, { rows, confirm, fence: 3 })).rejects.toThrow(
      "no lease",
    );
    expect((await store.read("campaign_days")).map(({ date }) => date)).toEqual(["2026-06-13"]);
    left = 2;
    expect(await loader.loadWindow(window, { rows, confirm, fence: 3 })).toBe(2);
    expect(windows.slice(2)).toEqual([
      ["2026-06-13", "2026-06-13", 3],
      ["2026-06-14", "2026-06-14", 3],
    ]);
    await loader.close();
  });

  it("is requested a second time if it has no rows, before its old rows are removed", async () => {
    for (const [faults, isEmpty] of [
      [[], false],
      [[{ name: "other-file", value: "{}" }], true],
      [[{ name: "other-file", value: "" }], true],
    ] as const) {
      const { target, store } = counted();
      await using setting = await planned(target, { faults });
      const { loader, window, server } = setting;
      await loader.loadWindow(window, { rows: rowsOf(ROW) });
      const count = await loader.loadWindow(window, { rows: rowsOf() });
      expect(count === 0).toBe(isEmpty);
      expect(await store.read("campaign_days")).toHaveLength(count);
      const created = () => server.requests.filter(({ step }) => step === "create").length;
      expect(created()).toBe(1);
      if (!isEmpty) continue;
      // Now there are no rows left to lose.
      expect(await loader.loadWindow(window, { rows: rowsOf() })).toBe(0);
      expect(created()).toBe(1);
      await loader.close();
    }
  });

  it("reports that its table was dropped", async () => {
    const { target } = counted((session) => ({
      table: async (name) => (name === "campaign_days" ? null : session.table(name)),
    }));
    await using setting = await planned(target);
    const { loader, window } = setting;
    await expect(loader.loadWindow(window, { rows: rowsOf(ROW) })).rejects.toThrow(
      "memory no longer has the planned table campaign_days",
    );
  });
});

describe("a list", () => {
  it("is read before a session is opened, and replaces the rows of its account", async () => {
    const { target, store } = counted();
    await using setting = await syncSetting({ entities: 2 });
    const engine = targetEngine(customTarget(target));
    const connection = setting.client as object as Connection;
    const { tasks } = await engine.plan(connection, {
      ...SYNC,
      only: ["ad_accounts", "campaigns"],
    });
    const loader = engine.loader(connection);
    for (const task of tasks)
      expect(await loader.loadList(task as never, { fence: 1 })).toBe(
        task.table === "campaigns" ? 3 : 1,
      );
    expect((await store.read("ad_accounts")).map(({ id, name }) => [id, name])).toEqual([
      ["549755885175", "Made-up account 1"],
      ["549755885176", "Made-up account 2"],
    ]);
    expect((await store.read("campaigns")).map(({ ad_account_id }) => ad_account_id)).toEqual(
      ["549755885175", "549755885176"].flatMap((id) => [id, id, id]),
    );
    await expect(loader.loadList(tasks[0] as never, { fence: 0 })).rejects.toMatchObject({
      code: "lease_lost",
    });
    setting.server.revoke();
    await expect(loader.loadList(tasks[1] as never)).rejects.toMatchObject({ code: "auth" });
    await loader.close();
  });

  it("is read a second time if it has no items, before its old rows are removed", async () => {
    const { target, store } = counted();
    const value = JSON.stringify({ items: [], bookmark: null });
    for (const [times, left] of [
      [0, 3],
      [1, 3],
      [2, 0],
      [1, 0],
    ] as const) {
      const fault = { name: "wrong-shape", on: "other", value, times } as const;
      const faults = times === 0 ? [] : [fault];
      await using setting = await syncSetting({ accounts: 1, entities: 2, faults });
      const engine = targetEngine(customTarget(target));
      const loader = engine.loader(setting.client as object as Connection);
      const list = { type: "list", table: "campaigns", adAccountId: ACCOUNT, rows: null } as const;
      const task = { version: 1, key: "", fence: 0, ...list } as const;
      expect(await loader.loadList(task)).toBe(left);
      expect(await store.read("campaigns")).toHaveLength(left);
      await loader.close();
    }
  });
});

describe("a loader's sessions", () => {
  it("are limited to the configured number, and each loads many windows", async () => {
    const { target, counts } = counted();
    await using setting = await planned(target, { sessions: 3 });
    const { loader, window } = setting;
    [counts.opened, counts.most] = [0, 0];
    let [running, most] = [0, 0];
    const rows = async function* () {
      most = Math.max(most, ++running);
      yield ROW;
      await new Promise((resolve) => setTimeout(resolve, 5));
      running--;
    };
    await Promise.all(Array.from({ length: 20 }, () => loader.loadWindow(window, { rows })));
    expect([most, counts.most, counts.opened]).toEqual([3, 3, 3]);
    await loader.close();
    expect([counts.open, counts.closed]).toEqual([0, 4]);
    await expect(loader.loadWindow(window, { rows })).rejects.toThrow("the loader has been closed");
    for (const sessions of [0, 1.5, Number.NaN])
      expect(() => setting.engine.loader(setting.connection, { sessions })).toThrow(RangeError);
  });

  it("are reopened if they ended while idle, and closed after a failed window", async () => {
    let isGone = false;
    const gone = new Error("the connection has ended");
    const { target, counts } = counted((session, number) => ({
      table: async (name) => {
        if (isGone && number === 2) throw gone;
        return session.table(name);
      },
      replace: async (window, rows) => {
        if (window.fence === 7) throw gone;
        return session.replace(window, rows);
      },
    }));
    await using setting = await planned(target, { sessions: 1 });
    const { loader, window } = setting;
    await loader.loadWindow(window, { rows: rowsOf(ROW) });
    expect(counts.opened).toBe(2);
    isGone = true;
    let reads = 0;
    const rows = () => {
      reads++;
      return rowsOf(ROW)();
    };
    await loader.loadWindow(window, { rows });
    expect([counts.opened, counts.open, reads]).toEqual([3, 1, 1]);
    await expect(loader.loadWindow(window, { rows, fence: 7 })).rejects.toBe(gone);
    expect([counts.open, reads]).toEqual([0, 2]);
    await loader.loadWindow(window, { rows });
    await loader.close();
  });

  it("are closed while no call uses them, so that they do not block a run", async () => {
    const { target, counts } = counted();
    const sessions = new Sessions(
      (options) => target.openShared?.(options) as Promise<TargetSession>,
      { max: 2, idleMs: 20 },
    );
    const use = () =>
      sessions.use({ table: "campaign_days", isHarmless: () => false }, async () => {});
    await Promise.all([use(), use()]);
    expect(counts.open).toBe(2);
    await expect(target.open()).rejects.toThrow("in use");
    await expect.poll(() => counts.open).toBe(0);
    await (await target.open()).close();
    await use();
    expect([counts.opened, counts.open]).toEqual([3, 1]);
    await sessions.close();
    expect(counts.closed).toBe(3);
  });

  it("cause an error if they cannot be opened, and the next call tries again", async () => {
    const store = concurrentStore(null);
    let isAway = false;
    const away = new Error("no server");
    const target: Target = {
      ...store.target(),
      openShared: async (options) =>
        (isAway ? Promise.reject(away) : store.target().openShared?.(options)) as never,
    };
    await using setting = await planned(target, { sessions: 1 });
    const { loader, window } = setting;
    isAway = true;
    const calls = Array.from({ length: 3 }, () => loader.loadWindow(window, { rows: rowsOf(ROW) }));
    for (const call of calls) await expect(call).rejects.toBe(away);
    isAway = false;
    expect(await loader.loadWindow(window, { rows: rowsOf(ROW) })).toBe(1);
    await loader.close();
  });

  it("end when a call is aborted, and the call rejects with the signal's reason, even while it waits for a session", async () => {
    const { target, counts, store } = counted((session) => ({
      replace: async (window, rows) => {
        if (window.fence === 1) await new Promise(() => {});
        return session.replace(window, rows);
      },
    }));
    const abortable: Target = {
      ...target,
      async openShared(options) {
        const session = (await target.openShared?.()) as TargetSession;
        const aborted = new Promise<never>((_, reject) =>
          options?.signal?.addEventListener("abort", () => reject(options.signal?.reason)),
        );
        aborted.catch(() => {});
        return {
          ...session,
          replace: (window, rows) => Promise.race([session.replace(window, rows), aborted]),
        };
      },
    };
    await using setting = await planned(abortable, { sessions: 1 });
    const { loader, window } = setting;
    const stops = [new AbortController(), new AbortController()] as const;
    const reasons = [new Error("stopped"), new Error("stopped, too")];
    const calls = stops.map(({ signal }) =>
      loader.loadWindow(window, { rows: rowsOf(ROW), fence: 1, signal }),
    );
    const third = loader.loadWindow(window, { rows: rowsOf(ROW), fence: 2 });
    await new Promise((resolve) => setTimeout(resolve, 20));
    stops[1].abort(reasons[1]);
    await expect(calls[1]).rejects.toBe(reasons[1]);
    expect(await store.read("campaign_days")).toEqual([]);
    stops[0].abort(reasons[0]);
    await expect(calls[0]).rejects.toBe(reasons[0]);
    expect(await third).toBe(1);
    await expect(
      loader.loadWindow(window, { rows: rowsOf(ROW), signal: stops[0].signal }),
    ).rejects.toBe(reasons[0]);
    await loader.close();
    expect(counts.open).toBe(0);
  });

  it("accept no rows after the call is aborted", async () => {
    const { target, counts } = counted();
    await using setting = await planned(target);
    const { loader, window } = setting;
    const stop = new AbortController();
    let count = 0;
    const rows = async function* () {
      for (;;) {
        if (++count === 5) stop.abort(new Error("stopped"));
        yield { ...ROW, CAMPAIGN_ID: String(count) };
      }
    };
    await expect(loader.loadWindow(window, { rows, signal: stop.signal })).rejects.toThrow(
      "stopped",
    );
    expect([count, counts.open]).toEqual([5, 0]);
    await loader.close();
  });

  it("are closed after the calls in progress have ended", async () => {
    const { target, counts } = counted();
    await using setting = await planned(target);
    const { loader, window } = setting;
    let isOver = false;
    const rows = async function* () {
      yield ROW;
      await new Promise((resolve) => setTimeout(resolve, 30));
      isOver = true;
    };
    const loading = loader.loadWindow(window, { rows });
    await loader.close();
    expect([isOver, counts.open]).toEqual([true, 0]);
    expect(await loading).toBe(1);
  });
});
