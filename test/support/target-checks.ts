import type { Cell, Cells, TargetSession, TargetTable } from "../../runtime/sync/target.js";
import { concurrentChecks } from "./concurrent-checks.js";
import { type CrashOptions, crashChecks } from "./crash-checks.js";
import {
  ACCOUNT,
  cellsIn,
  column,
  DAILY,
  DAYS,
  fails,
  LIST,
  OTHER,
  opened,
  row,
  type StoreCheck,
  same,
  sorted,
  stream,
  type TargetCheck,
  type TargetStore,
} from "./target-store.js";

/** Texts with characters that are special in files and protocols. */
const TEXTS = [
  "",
  "\\N",
  "\\",
  "a\tb",
  "a\nb\r\nc",
  '"quoted", with commas',
  "null",
  "NULL",
  "日本 😀",
  "'; drop table x; --",
  "\u2028",
  "é\\.\n\\.\n",
];

type Work = (session: TargetSession, store: TargetStore) => Promise<void>;

const day = (
  session: TargetSession,
  table: TargetTable,
  date: string,
  rows: AsyncIterable<Cells>,
  account = ACCOUNT,
): Promise<void> =>
  session.replace(
    { table, adAccountId: account, days: { from: date, to: date }, stamp: `stamp of ${date}` },
    rows,
  );

const CHECKS: Readonly<Record<string, Work>> = {
  "an empty store has no tables": async (session) => {
    same(await session.table(DAILY.name), null, "the table");
  },

  "a new table has the requested columns and no days": async (session, store) => {
    await session.ensureTable(DAILY);
    await session.ensureTable(DAILY);
    same(await session.table(DAILY.name), DAILY, "the table");
    same([...(await session.loadedDays(DAILY.name, ACCOUNT))], [], "its days");
    same(await session.loadedAccounts(DAILY.name), [], "its accounts");
    same(await cellsIn(store, DAILY), [], "its rows");
  },

  "a table whose name differs from another's only in case is refused": async (session, store) => {
    await session.ensureTable(DAILY);
    await day(session, DAILY, DAYS[0], stream([row(ACCOUNT, DAYS[0], "1")]));
    const inCapitals = { ...DAILY, name: DAILY.name.toUpperCase() };
    await fails(session.table(inCapitals.name), /only in case/, "reading the table");
    await fails(session.ensureTable(inCapitals), /only in case/, "making the table");
    same(await session.table(DAILY.name), DAILY, "the table");
    same(await cellsIn(store, DAILY), [row(ACCOUNT, DAYS[0], "1")], "its rows");
  },

  "a window has exactly its cells": async (session, store) => {
    await session.ensureTable(DAILY);
    const numbers: Cell[] = [0, -1, Number.MAX_SAFE_INTEGER, Number.MIN_SAFE_INTEGER, null];
    const doubles: Cell[] = [0, -0.1, 1e308, 5e-324, 1 / 3, 123456789.125, null];
    const rows = TEXTS.map((text, at): Cells => {
      const flag = at % 3 === 2 ? null : at % 3 === 0;
      return [
        ACCOUNT,
        DAYS[0],
        String(at),
        numbers[at % numbers.length] ?? null,
        doubles[at % doubles.length] ?? null,
        text,
        flag,
      ];
    });
    await day(
      session,
      DAILY,
      DAYS[0],
      stream([...rows, [ACCOUNT, DAYS[0], "none", null, null, null, null]]),
    );
    same(
      await cellsIn(store, DAILY),
      sorted([...rows, [ACCOUNT, DAYS[0], "none", null, null, null, null]]),
      "the rows",
    );
  },

  "a 64-bit integer keeps all its digits": async (session, store) => {
    await session.ensureTable(DAILY);
    const largest = 2n ** 63n - 1n;
    await day(
      session,
      DAILY,
      DAYS[0],
      stream([row(ACCOUNT, DAYS[0], "1", largest), row(ACCOUNT, DAYS[0], "2", -(2n ** 63n))]),
    );
    const clicks = (await store.read(DAILY.name)).map(({ CLICKS }) => String(CLICKS)).sort();
    same(clicks, [String(-(2n ** 63n)), String(largest)], "the integers");
  },

  "a decimal keeps its digits, and a time its milliseconds": async (session, store) => {
    const columns = [
      ...DAILY.columns.slice(0, 3),
      column("price", "decimal"),
      column("at", "timestamp"),
    ];
    const table = { ...DAILY, columns };
    await session.ensureTable(table);
    const prices = ["0", "0.1", "-12.07", "412345.67", "99999999999.25", null];
    const time = "2026-06-15T03:10:00.123Z";
    const rows = prices.map((price, at): Cells => [ACCOUNT, DAYS[0], String(at), price, time]);
    await day(session, table, DAYS[0], stream(rows));
    const stored = (await store.read(table.name)).map(({ CAMPAIGN_ID, price, at }) => [
      Number(CAMPAIGN_ID),
      // Some readers multiply them as doubles.
      price === null ? null : Number(Number(price).toPrecision(14)),
      at,
    ]);
    same(
      stored.sort((one, other) => Number(one[0]) - Number(other[0])),
      prices.map((price, at) => [at, price === null ? null : Number(price), time]),
      "the rows",
    );
  },

  "a window reports for which days it has rows": async (session) => {
    await session.ensureTable(DAILY);
    await session.ensureTable(LIST);
    const has = (from: string, to: string, adAccountId = ACCOUNT): Promise<boolean> =>
      session.hasRows({ table: DAILY, adAccountId, days: { from, to } });
    const list = { table: LIST, adAccountId: ACCOUNT, days: null };
    same([await has(DAYS[0], DAYS[2]), await session.hasRows(list)], [false, false], "at first");
    await day(session, DAILY, DAYS[1], stream([row(ACCOUNT, DAYS[1], "1")]));
    await day(session, DAILY, DAYS[2], stream([]));
    await session.replace({ ...list, stamp: "" }, stream([[ACCOUNT, "1", null]]));
    const found = [
      await has(DAYS[0], DAYS[2]),
      await has(DAYS[1], DAYS[1]),
      await has(DAYS[0], DAYS[0]),
      await has(DAYS[2], DAYS[2]),
      await has(DAYS[0], DAYS[2], OTHER),
      await session.hasRows(list),
      await session.hasRows({ ...list, adAccountId: OTHER }),
    ];
    same(found, [true, true, false, false, false, true, false], "which windows have rows");
  },

  "a window replaces its rows, and no others": async (session, store) => {
    await session.ensureTable(DAILY);
    for (const date of DAYS)
      await day(session, DAILY, date, stream([row(ACCOUNT, date, "1"), row(ACCOUNT, date, "2")]));
    await day(session, DAILY, DAYS[1], stream([row(OTHER, DAYS[1], "1")]), OTHER);
    await day(
      session,
      DAILY,
      DAYS[1],
      stream([row(ACCOUNT, DAYS[1], "2", 7), row(ACCOUNT, DAYS[1], "3")]),
    );
    const expected = [
      ...[DAYS[0], DAYS[2]].flatMap((date) => [row(ACCOUNT, date, "1"), row(ACCOUNT, date, "2")]),
      row(ACCOUNT, DAYS[1], "2", 7),
      row(ACCOUNT, DAYS[1], "3"),
      row(OTHER, DAYS[1], "1"),
    ];
    same(await cellsIn(store, DAILY), sorted(expected), "the rows");
  },

  "a window without rows becomes empty, and its day is loaded": async (session, store) => {
    await session.ensureTable(DAILY);
    await day(session, DAILY, DAYS[0], stream([row(ACCOUNT, DAYS[0], "1")]));
    await day(session, DAILY, DAYS[0], stream([]));
    await day(session, DAILY, DAYS[1], stream([]));
    same(await cellsIn(store, DAILY), [], "the rows");
    same(
      [...(await session.loadedDays(DAILY.name, ACCOUNT)).keys()].sort(),
      [DAYS[0], DAYS[1]],
      "the days",
    );
  },

  "rows that end in an error leave the window as it was": async (session, store) => {
    await session.ensureTable(DAILY);
    await day(session, DAILY, DAYS[0], stream([row(ACCOUNT, DAYS[0], "1")]));
    const before = await cellsIn(store, DAILY);
    const rows = ["1", "2", "3"].map((id) => row(ACCOUNT, DAYS[0], id, 9));
    for (let failAfter = 0; failAfter <= rows.length; failAfter++) {
      await fails(
        day(session, DAILY, DAYS[0], stream(rows, failAfter)),
        /^the rows end here$/,
        `an error after ${failAfter} rows`,
      );
      await fails(
        day(session, DAILY, DAYS[1], stream(rows, failAfter)),
        /^the rows end here$/,
        `an error after ${failAfter} rows`,
      );
      same(await cellsIn(store, DAILY), before, `the rows after an error after ${failAfter} rows`);
    }
    same(
      [...(await session.loadedDays(DAILY.name, ACCOUNT))],
      [[DAYS[0], `stamp of ${DAYS[0]}`]],
      "the days",
    );
    await day(session, DAILY, DAYS[0], stream(rows));
    same(await cellsIn(store, DAILY), sorted(rows), "the rows of the next try");
  },

  "a day has the stamp of the window that loaded it last": async (session) => {
    await session.ensureTable(DAILY);
    const window = { table: DAILY, adAccountId: ACCOUNT, days: { from: DAYS[0], to: DAYS[0] } };
    await session.replace({ ...window, stamp: "first" }, stream([]));
    await session.replace({ ...window, stamp: "a".repeat(64) }, stream([]));
    await session.replace({ ...window, adAccountId: OTHER, stamp: "other" }, stream([]));
    same(
      [...(await session.loadedDays(DAILY.name, ACCOUNT))],
      [[DAYS[0], "a".repeat(64)]],
      "the days",
    );
    same(
      [...(await session.loadedDays(DAILY.name, OTHER))],
      [[DAYS[0], "other"]],
      "the days of another account",
    );
    same([...(await session.loadedAccounts(DAILY.name))].sort(), [ACCOUNT, OTHER], "the accounts");
    same(await session.loadedAccounts("Other"), [], "the accounts of a table that does not exist");
  },

  "a table becomes wider, and keeps its rows": async (session, store) => {
    await session.ensureTable(DAILY);
    await day(session, DAILY, DAYS[0], stream([row(ACCOUNT, DAYS[0], "1", 5)]));
    const types = { CLICKS: "double", ACTIVE: "text" } as const;
    const columns = DAILY.columns.map((narrow) => ({
      ...narrow,
      type: narrow.name in types ? types[narrow.name as keyof typeof types] : narrow.type,
    }));
    const wide = { ...DAILY, columns: [...columns, column("NEW", "integer")] };
    await session.ensureTable(wide);
    same(await session.table(DAILY.name), wide, "the table");
    await day(
      session,
      wide,
      DAYS[1],
      stream([[ACCOUNT, DAYS[1], "1", 0.5, 0.5, "text", "maybe", 3]]),
    );
    const stored = await cellsIn(store, {
      ...wide,
      columns: wide.columns.filter(({ name }) => name !== "ACTIVE"),
    });
    same(
      stored,
      sorted([
        [ACCOUNT, DAYS[0], "1", 5, 0.5, "text", null],
        [ACCOUNT, DAYS[1], "1", 0.5, 0.5, "text", 3],
      ]),
      "the rows",
    );
    const text = {
      ...wide,
      columns: wide.columns.map((narrow) =>
        narrow.name === "CLICKS" ? { ...narrow, type: "text" as const } : narrow,
      ),
    };
    await session.ensureTable(text);
    await day(
      session,
      text,
      DAYS[1],
      stream([[ACCOUNT, DAYS[1], "1", "many", null, null, null, null]]),
    );
    same((await store.read(DAILY.name)).length, 2, "the number of rows");
  },

  "a column that a window lacks is null, and stays in the table": async (session, store) => {
    await session.ensureTable(DAILY);
    const narrow = { ...DAILY, columns: DAILY.columns.slice(0, 4) };
    await session.ensureTable(narrow);
    await day(session, narrow, DAYS[0], stream([[ACCOUNT, DAYS[0], "1", 5]]));
    same(await cellsIn(store, DAILY), [[ACCOUNT, DAYS[0], "1", 5, null, null, null]], "the rows");
    same(
      (await session.table(DAILY.name))?.columns.length,
      DAILY.columns.length,
      "the number of columns",
    );
  },

  "a table without days is replaced by account": async (session, store) => {
    await session.ensureTable(LIST);
    const list = (account: string, ids: readonly string[]): Promise<void> =>
      session.replace(
        { table: LIST, adAccountId: account, days: null, stamp: "" },
        stream(ids.map((id) => [account, id, null])),
      );
    await list(ACCOUNT, ["1", "2"]);
    await list(OTHER, ["1"]);
    await list(ACCOUNT, ["2", "3"]);
    const expected: Cells[] = [
      [ACCOUNT, "2", null],
      [ACCOUNT, "3", null],
      [OTHER, "1", null],
    ];
    same(await cellsIn(store, LIST), sorted(expected), "the rows");
    await list(ACCOUNT, []);
    same(await cellsIn(store, LIST), [[OTHER, "1", null]], "the rows");
  },
};

/** Options for `targetChecks`. */
export interface TargetChecksOptions {
  /** Creates an empty store. Called once per check. */
  readonly createStore: () => TargetStore | Promise<TargetStore>;
  /**
   * How another process opens a store. Enables the checks that suspend such processes or kill them
   * with `SIGKILL`.
   */
  readonly crash?: CrashOptions;
}

/**
 * Checks that a target fulfills its contract, even if rows fail and, with `crash`, if its process
 * is killed. Register each one as a test: `for (const { name, run } of targetChecks({ createStore
 * })) it(name, run)`. Each creates a store. The checks with several processes pass for a target
 * without `openShared`.
 */
export function targetChecks({ createStore, crash }: TargetChecksOptions): readonly TargetCheck[] {
  const checks = Object.entries(CHECKS).map(([name, work]): TargetCheck => {
    const run = async (): Promise<void> => {
      const store = await createStore();
      await opened(store.target(), (session) => work(session, store));
    };
    return { name, run };
  });
  const ofStores = [
    ...STORE_CHECKS,
    ...concurrentChecks(crash),
    ...(crash === undefined ? [] : crashChecks(crash)),
  ];
  return [
    ...checks,
    ...ofStores.map(({ name, run }) => ({ name, run: async () => run(await createStore()) })),
  ];
}

const STORE_CHECKS: readonly StoreCheck[] = [
  {
    name: "a session finds what an earlier one stored",
    async run(store) {
      await opened(store.target(), async (session) => {
        await session.ensureTable(DAILY);
        await day(session, DAILY, DAYS[0], stream([row(ACCOUNT, DAYS[0], "1")]));
      });
      await opened(store.target(), async (session) => {
        same(await session.table(DAILY.name), DAILY, "the table");
        same(
          [...(await session.loadedDays(DAILY.name, ACCOUNT))],
          [[DAYS[0], `stamp of ${DAYS[0]}`]],
          "the days",
        );
      });
      same(await cellsIn(store, DAILY), [row(ACCOUNT, DAYS[0], "1")], "the rows");
    },
  },
  {
    name: "a session that fails at any row can be closed, and the next one finds the window unchanged and completes it",
    async run(store) {
      await opened(store.target(), async (session) => {
        await session.ensureTable(DAILY);
        await day(session, DAILY, DAYS[0], stream([row(ACCOUNT, DAYS[0], "1")]));
      });
      const rows = ["1", "2", "3"].map((id) => row(ACCOUNT, DAYS[0], id, 9));
      const wide = { ...DAILY, columns: [...DAILY.columns, column("NEW", "integer")] };
      for (let failAfter = 0; failAfter <= rows.length; failAfter++) {
        const work = opened(store.target(), async (session) => {
          // The table has been widened before the rows end.
          await session.ensureTable(wide);
          const wideRows = rows.map((cells): Cells => [...cells, failAfter]);
          await day(session, wide, DAYS[0], stream(wideRows, failAfter));
        });
        await fails(work, /^the rows end here$/, `an error after ${failAfter} rows`);
        same(
          await cellsIn(store, wide),
          [[...row(ACCOUNT, DAYS[0], "1"), null]],
          `the rows after an error after ${failAfter} rows`,
        );
      }
      await opened(store.target(), async (session) => {
        same(await session.table(DAILY.name), wide, "the table");
        same(
          [...(await session.loadedDays(DAILY.name, ACCOUNT))],
          [[DAYS[0], `stamp of ${DAYS[0]}`]],
          "the days",
        );
        await day(session, DAILY, DAYS[0], stream(rows));
      });
      same(await cellsIn(store, DAILY), sorted(rows), "the rows of the next try");
    },
  },
  {
    name: "a window of several days is replaced at once (if the target supports such windows)",
    async run(store) {
      const target = store.target();
      if ((target.windowDays ?? DAYS.length) < DAYS.length) return;
      await opened(target, async (session) => {
        await session.ensureTable(DAILY);
        const window = {
          table: DAILY,
          adAccountId: ACCOUNT,
          days: { from: DAYS[0], to: DAYS[2] },
          stamp: "all",
        };
        await session.replace(window, stream(DAYS.map((date) => row(ACCOUNT, date, "1"))));
        await session.replace(window, stream([row(ACCOUNT, DAYS[1], "2")]));
        same(await cellsIn(store, DAILY), [row(ACCOUNT, DAYS[1], "2")], "the rows");
        same(
          [...(await session.loadedDays(DAILY.name, ACCOUNT))].sort(),
          DAYS.map((date) => [date, "all"]),
          "the days",
        );
      });
    },
  },
  {
    name: "two runs cannot have the target open at the same time",
    async run(store) {
      const first = await store.target().open();
      try {
        await fails(store.target().open(), /in use/, "a second run");
      } finally {
        await first.close();
      }
      await (await store.target().open()).close();
    },
  },
  {
    name: "a table that sync did not create is refused and left unchanged",
    async run(store) {
      if (store.addForeign === undefined) return;
      await store.addForeign(DAILY.name);
      await opened(store.target(), async (session) => {
        await fails(session.table(DAILY.name), /not a sync table/, "reading the table");
        await fails(session.ensureTable(DAILY), /not a sync table/, "making the table");
      });
    },
  },
];
