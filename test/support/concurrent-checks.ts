import { setTimeout as sleep } from "node:timers/promises";
import type {
  Cells,
  CellType,
  TargetSession,
  TargetTable,
  TargetWindow,
} from "../../runtime/sync/target.js";
import {
  type CrashOptions,
  type Job,
  openedAtLast,
  type RunningJob,
  runProcess,
} from "./crash-checks.js";
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
  type TargetStore,
} from "./target-store.js";

/** The longest that one session may wait for another one, in milliseconds. */
const WAIT_MS = 5_000;

/**
 * Checks for a target that several processes open at once. They pass for a target without
 * `openShared`.
 */
export function concurrentChecks(crash: CrashOptions | undefined): readonly StoreCheck[] {
  const checks = [...CHECKS, ...(crash === undefined ? [] : processChecks(crash))];
  return checks.map(({ name, run }) => ({
    name,
    run: async (store) => (store.target().openShared === undefined ? undefined : run(store)),
  }));
}

async function openShared(store: TargetStore): Promise<TargetSession> {
  const session = await store.target().openShared?.();
  if (session === undefined) throw new TypeError("the target has no openShared");
  return session;
}

/** Calls `work` with sessions of two targets for the same store, and closes both. */
async function together(
  store: TargetStore,
  work: (first: TargetSession, second: TargetSession) => Promise<void>,
): Promise<void> {
  const first = await openShared(store);
  try {
    const second = await openShared(store);
    await work(first, second).finally(() => second.close());
  } finally {
    await first.close();
  }
}

/** The days of a window, as numbers, and its account. */
interface Range {
  readonly from?: number;
  readonly to?: number;
  readonly account?: string;
}

/** A window that starts at one of the days. Its stamp contains the lease number. */
function windowOf(
  fence: number | null,
  { from = 0, to = from, account = ACCOUNT }: Range = {},
): TargetWindow {
  const days = { from: DAYS[from] ?? "", to: DAYS[to] ?? "" };
  return {
    table: DAILY,
    adAccountId: account,
    days,
    stamp: `lease ${fence}`,
    ...(fence !== null && { fence }),
  };
}

/** The rows of that window, which contain its lease number. */
function rowsOf(
  fence: number | null,
  { from = 0, to = from, account = ACCOUNT }: Range = {},
  count = 2,
): readonly Cells[] {
  const dates = DAYS.slice(from, to + 1);
  return dates.flatMap((date) =>
    Array.from({ length: count }, (_, at) => row(account, date, String(at), fence ?? -1)),
  );
}

async function replace(
  session: TargetSession,
  fence: number | null,
  range: Range = {},
): Promise<void> {
  await session.replace(windowOf(fence, range), stream(rowsOf(fence, range)));
}

/**
 * Checks that each day of an account has the rows and stamp of the given lease. Null means a day
 * without rows and stamp.
 */
async function hasLeases(
  store: TargetStore,
  session: TargetSession,
  leases: readonly (number | null)[],
  what: string,
): Promise<void> {
  const expected = leases.flatMap((fence, from) => (fence === null ? [] : rowsOf(fence, { from })));
  const found = (await cellsIn(store, DAILY)).filter(([account]) => account === ACCOUNT);
  same(found, sorted(expected), `${what}: the rows`);
  const stamps = leases.flatMap((fence, at) =>
    fence === null ? [] : [[DAYS[at], `lease ${fence}`]],
  );
  same([...(await session.loadedDays(DAILY.name, ACCOUNT))].sort(), stamps, `${what}: the days`);
}

/** Expects that `work` rejects because a later lease exists. */
async function isRefused(work: Promise<unknown>, what: string): Promise<void> {
  const error = await work.then(
    () => null,
    (thrown: unknown) => thrown,
  );
  if ((error as { readonly code?: unknown } | null)?.code !== "lease_lost")
    throw new Error(`${what}: expected an error with the code lease_lost, found ${error}`);
}

/**
 * Returns a function that resolves when both sides have called it. It rejects if the other side is
 * too late.
 */
function meeting(): () => Promise<void> {
  let count = 0;
  let meet = (): void => {};
  const both = new Promise<void>((resolve) => {
    meet = resolve;
  });
  return async () => {
    if (++count === 2) meet();
    await inTime(both);
  };
}

/** Rejects if `work` waits until another session has replaced its window. */
async function inTime(work: Promise<unknown>): Promise<void> {
  const isLate = await Promise.race([work.then(() => false), sleep(WAIT_MS, true, { ref: false })]);
  if (isLate) throw new Error("a session waits until another one has replaced its window");
}

const CHECKS: readonly StoreCheck[] = [
  {
    name: "two processes can create tables and replace different windows at the same time",
    run: (store) =>
      together(store, async (first, second) => {
        await Promise.all([first.ensureTable(DAILY), second.ensureTable(DAILY)]);
        same(await first.table(DAILY.name), DAILY, "the table");
        const ranges = [{ from: 0 }, { from: 1 }, { account: OTHER }];
        for (const range of ranges) {
          const meet = meeting();
          const work = async (session: TargetSession, at: Range): Promise<void> => {
            const rows = async function* (): AsyncGenerator<Cells> {
              const [head, ...remaining] = rowsOf(1, at);
              yield head ?? [];
              await meet();
              yield* remaining;
            };
            await session.replace(windowOf(1, at), rows());
          };
          await Promise.all([work(first, range), work(second, { from: 2 })]);
        }
        const expected = [...ranges, { from: 2 }].flatMap((range) => rowsOf(1, range));
        same(await cellsIn(store, DAILY), sorted(expected), "the rows");
        same(
          [...(await second.loadedAccounts(DAILY.name))].sort(),
          [ACCOUNT, OTHER],
          "the accounts",
        );
      }),
  },
  {
    name: "a window replaced under a later lease is refused only to earlier leases",
    run: (store) =>
      together(store, async (first, second) => {
        await first.ensureTable(DAILY);
        await replace(first, 1);
        await replace(second, 3);
        await replace(second, 9, { account: OTHER });
        await replace(second, 9, { from: 1 });
        await hasLeases(store, first, [3, 9], "after a later lease");
        await isRefused(replace(first, 2), "a window of an earlier lease");
        await isRefused(
          replace(second, 2),
          "a window of an earlier lease in the session of the later one",
        );
        await isRefused(
          first.replace(windowOf(2), stream([])),
          "a window without rows of an earlier lease",
        );
        await hasLeases(store, first, [3, 9], "after an earlier lease");
        await replace(first, 3);
        await replace(first, 4);
        await hasLeases(store, second, [4, 9], "after a later lease of the first session");
        // Numbers above 32 bits are allowed.
        await replace(first, Number.MAX_SAFE_INTEGER);
        await isRefused(
          replace(second, Number.MAX_SAFE_INTEGER - 1),
          "a window of an earlier lease",
        );
      }),
  },
  {
    name: "a window of several days is refused if one of its days was replaced under a later lease (if the target supports such windows)",
    async run(store) {
      if ((store.target().windowDays ?? DAYS.length) < DAYS.length) return;
      await together(store, async (first, second) => {
        await first.ensureTable(DAILY);
        await replace(first, 5, { from: 0, to: 2 });
        await isRefused(replace(second, 4, { from: 1 }), "a day of an earlier lease");
        await replace(second, 6, { from: 1 });
        await isRefused(
          replace(first, 5, { from: 0, to: 2 }),
          "a window with a day of a later lease",
        );
        await hasLeases(store, first, [5, 6, 5], "after the window was refused");
        await replace(first, 7, { from: 1, to: 2 });
        await hasLeases(store, first, [5, 7, 7], "after a later lease");
      });
    },
  },
  {
    name: "a window whose rows arrive while a later lease replaces it is refused",
    run: (store) =>
      together(store, async (first, second) => {
        await first.ensureTable(DAILY);
        for (const count of [2, 5_000]) {
          const [before] = [...(await first.loadedDays(DAILY.name, ACCOUNT)).values()];
          const fence = before === undefined ? 1 : 11;
          const rows = async function* (): AsyncGenerator<Cells> {
            yield* rowsOf(fence, {}, count);
            await inTime(replace(second, fence + 1));
          };
          await isRefused(first.replace(windowOf(fence), rows()), `a window of ${count} rows`);
          await hasLeases(
            store,
            first,
            [fence + 1],
            `after the window of ${count} rows was refused`,
          );
          await replace(first, fence + 2);
          await hasLeases(store, second, [fence + 2], "in the same session, under a later lease");
        }
      }),
  },
  {
    name: "an exclusive run replaces windows regardless of leases, and keeps their lease numbers",
    async run(store) {
      const list = { table: LIST, adAccountId: ACCOUNT, days: null, stamp: "" };
      await together(store, async (first) => {
        await first.ensureTable(DAILY);
        await first.ensureTable(LIST);
        await replace(first, 5);
        await first.replace({ ...list, fence: 5 }, stream([[ACCOUNT, "1", "leased"]]));
      });
      await opened(store.target(), async (session) => {
        await replace(session, null);
        await replace(session, null, { from: 1 });
        await session.replace(list, stream([[ACCOUNT, "1", "alone"]]));
      });
      same(await cellsIn(store, LIST), [[ACCOUNT, "1", "alone"]], "the list");
      await together(store, async (first) => {
        await isRefused(replace(first, 4), "a window of an earlier lease");
        await isRefused(
          first.replace({ ...list, fence: 4 }, stream([])),
          "a list of an earlier lease",
        );
        await replace(first, 1, { from: 1 });
        await replace(first, 5);
        await hasLeases(store, first, [5, 1], "after the same lease");
      });
    },
  },
  {
    name: "a table without days contains the latest lease's list, and no days",
    run: (store) =>
      together(store, async (first, second) => {
        await first.ensureTable(LIST);
        const list = (session: TargetSession, fence: number, account = ACCOUNT): Promise<void> =>
          session.replace(
            { table: LIST, adAccountId: account, days: null, stamp: "", fence },
            stream([[account, "1", `lease ${fence}`]]),
          );
        await list(first, 1);
        await list(second, 3);
        await list(second, 1, OTHER);
        await isRefused(list(first, 2), "a list of an earlier lease");
        const expected = [
          [ACCOUNT, "1", "lease 3"],
          [OTHER, "1", "lease 1"],
        ];
        same(await cellsIn(store, LIST), expected, "the rows");
        same([...(await first.loadedDays(LIST.name, ACCOUNT))], [], "the days");
        same(await first.loadedAccounts(LIST.name), [], "the accounts");
        await list(first, 3);
      }),
  },
  {
    name: "an exclusive run and a worker cannot have the target open at the same time",
    async run(store) {
      await together(store, async () =>
        fails(store.target().open(), /in use/, "a run beside two workers"),
      );
      await opened(store.target(), async () =>
        fails(openShared(store), /in use/, "a worker beside a run"),
      );
      await together(store, async () => {});
      await opened(store.target(), async () => {});
    },
  },
  {
    name: "two processes that widen a table at the same time lose nothing, and the earlier first day is kept",
    run: (store) =>
      together(store, async (first, second) => {
        let known: TargetTable = { ...DAILY, firstDay: "2026-02-20" };
        await first.ensureTable(known);
        await replace(first, 1);
        for (let round = 0; round < 4; round++) {
          const types: Readonly<Record<string, CellType>> =
            round === 0 ? { CLICKS: "double", ACTIVE: "text" } : {};
          const widened = (name: string, firstDay: string): TargetTable => ({
            ...known,
            firstDay,
            columns: [
              ...known.columns.map((narrow) => ({
                ...narrow,
                type: types[narrow.name] ?? narrow.type,
              })),
              column(`${name}_${round}`, "text"),
            ],
          });
          const [left, right] = [widened("LEFT", "2026-02-10"), widened("RIGHT", "2026-02-20")];
          await Promise.all([first.ensureTable(left), second.ensureTable(right)]);
          const table = await first.table(DAILY.name);
          if (table === null) throw new Error("the table no longer exists");
          const typesOf = ({ columns }: TargetTable): readonly string[] =>
            columns.map(({ name, type }) => `${name} ${type}`).sort();
          const all = { ...left, columns: [...left.columns, column(`RIGHT_${round}`, "text")] };
          same(typesOf(table), typesOf(all), `the columns after round ${round}`);
          same(table.firstDay, "2026-02-10", "the first day");
          same((await store.read(DAILY.name)).length, 2, "the number of rows");
          // Each session uses its own definition of the table.
          for (const [session, each, from] of [
            [first, left, 1] as const,
            [second, right, 2] as const,
          ]) {
            const rows = rowsOf(1, { from }).map((cells) => [
              ...cells.slice(0, 6),
              "text",
              ...each.columns.slice(7).map(() => "new"),
            ]);
            await session.replace({ ...windowOf(round + 1, { from }), table: each }, stream(rows));
          }
          const added = (await store.read(DAILY.name))
            .map(
              (stored) => `${stored[`LEFT_${round}`] ?? null} ${stored[`RIGHT_${round}`] ?? null}`,
            )
            .sort();
          same(
            added,
            ["new null", "new null", "null new", "null new", "null null", "null null"],
            "the new columns",
          );
          for (const [session, from] of [[first, 1] as const, [second, 2] as const]) {
            await session.replace({ ...windowOf(round + 1, { from }), table }, stream([]));
          }
          known = table;
        }
      }),
  },
];

/** Rows per day. Three days have more than two megabytes. */
const MANY = 5_000;
/** How often a process is suspended or killed while it replaces a window. */
const MOMENTS = 6;

/** The checks that suspend or kill another process. */
function processChecks(options: CrashOptions): readonly StoreCheck[] {
  // Windows cannot suspend a process.
  const canSuspend = globalThis.process.platform !== "win32";
  return [2, MANY].flatMap((perDay): readonly StoreCheck[] => {
    const rows = perDay === MANY ? "a window of many rows" : "a window";
    const check = (
      signal: "SIGSTOP" | "SIGKILL",
      run: (overtaken: Overtaken) => Promise<void>,
    ): StoreCheck["run"] => {
      return async (store) =>
        signal === "SIGSTOP" && !canSuspend
          ? undefined
          : run(new Overtaken({ store, options, perDay, signal }));
    };
    const atEachStep = async (overtaken: Overtaken): Promise<void> => {
      const { lastRow } = overtaken;
      for (const step of [
        "at row 0 of window 0",
        `at row ${lastRow} of window 0`,
        "after the last row of window 0",
      ])
        await overtaken.at(step);
    };
    const whileReplacing = async (overtaken: Overtaken): Promise<void> => {
      const timeMs = await overtaken.replacingMs();
      for (let moment = 0; moment < MOMENTS; moment++)
        await overtaken.after((timeMs * moment) / MOMENTS);
    };
    return [
      {
        name: `a worker that is suspended before it replaces ${rows} changes nothing if a later lease has replaced it meanwhile`,
        run: check("SIGSTOP", atEachStep),
      },
      {
        name: `a worker that is suspended while it replaces ${rows} keeps no later lease waiting, and changes nothing afterwards`,
        run: check("SIGSTOP", whileReplacing),
      },
      {
        name: `a worker that is killed while it replaces ${rows} keeps no later lease waiting`,
        run: check("SIGKILL", whileReplacing),
      },
    ];
  });
}

/**
 * A process that replaces a window and is suspended or killed, while a later lease replaces the
 * same window.
 */
class Overtaken {
  readonly #store: TargetStore;
  readonly #options: CrashOptions;
  readonly #perDay: number;
  readonly #signal: "SIGSTOP" | "SIGKILL";
  readonly #range: { readonly from: number; readonly to: number };
  #fence = 0;

  constructor(parts: {
    readonly store: TargetStore;
    readonly options: CrashOptions;
    readonly perDay: number;
    readonly signal: "SIGSTOP" | "SIGKILL";
  }) {
    this.#store = parts.store;
    this.#options = parts.options;
    this.#perDay = parts.perDay;
    this.#signal = parts.signal;
    this.#range = {
      from: 0,
      to: Math.min(parts.store.target().windowDays ?? DAYS.length, DAYS.length) - 1,
    };
  }

  /** The number of the window's last row. */
  get lastRow(): number {
    return this.#perDay * (this.#range.to + 1) - 1;
  }

  /**
   * Stops a process at a step before it replaces the window, and expects that its write is rejected
   * afterwards.
   */
  async at(step: string): Promise<void> {
    const outcome = await this.#run({ steps: [step], stopAt: step }, step, 0);
    if (outcome !== "window failed: lease_lost")
      throw new Error(`suspended ${step}: the process was not refused, but ${outcome}`);
  }

  /** Stops a process this long after its last row. */
  async after(delayMs: number): Promise<void> {
    const step = "after the last row of window 0";
    await this.#run({ steps: [step], stopAt: null }, step, delayMs);
  }

  /** Measures how many milliseconds a process needs to replace the window after its last row. */
  async replacingMs(): Promise<number> {
    const times = new Map<string, number>();
    const steps = ["after the last row of window 0", "after window 0 was replaced"];
    const job = this.#job({ steps, stopAt: null });
    await runProcess(
      { store: this.#store, options: this.#options, job },
      (step) => void times.set(step, performance.now()),
    );
    return (times.get(steps[1] ?? "") ?? 0) - (times.get(steps[0] ?? "") ?? 0);
  }

  /** The job of a process under the next lease. */
  #job({ steps, stopAt }: Pick<Job, "steps" | "stopAt">): Job {
    const fence = ++this.#fence;
    const window = windowOf(fence, this.#range);
    const ended = ["after window 0 was replaced", "window failed: lease_lost", "window failed"];
    const rows = rowsOf(fence, this.#range, this.#perDay);
    return {
      isShared: true,
      table: DAILY,
      windows: [{ window, rows }],
      steps: [...new Set([...steps, ...ended])],
      stopAt,
    };
  }

  /**
   * Runs a process, replaces its window meanwhile, and checks the contents. Resolves to the outcome
   * of the process's window.
   */
  async #run(part: Pick<Job, "steps" | "stopAt">, at: string, delayMs: number): Promise<string> {
    const when = `${this.#signal === "SIGKILL" ? "killed" : "suspended"} ${delayMs.toFixed(1)} ms ${at}`;
    const job = this.#job(part);
    let outcome = "not ended";
    let overtaking: Promise<void> | undefined;
    const overtake = async ({ kill, proceed }: RunningJob): Promise<void> => {
      if (delayMs > 0) await sleep(delayMs);
      kill(this.#signal);
      try {
        await this.#overtake(when);
      } finally {
        if (this.#signal === "SIGSTOP") kill("SIGCONT");
        proceed();
      }
    };
    await runProcess({ store: this.#store, options: this.#options, job }, (step, running) => {
      if (step !== at) outcome = step;
      else {
        overtaking = overtake(running);
        // Avoids an unhandled rejection before it is awaited.
        overtaking.catch(() => {});
      }
    });
    await overtaking;
    // Once the target is free, the process has no work in flight.
    await openedAtLast(this.#store, { when, lockMs: this.#options.lockMs }, async (session) => {
      const days = DAYS.slice(0, this.#range.to + 1);
      await hasLeases(
        this.#store,
        session,
        days.map(() => this.#fence),
        when,
      );
    });
    return outcome;
  }

  /**
   * Replaces the window under a later lease. Rejects if that takes longer than the target allows.
   */
  async #overtake(when: string): Promise<void> {
    const { lockMs = 30_000 } = this.#options;
    const fence = ++this.#fence;
    const session = await openShared(this.#store);
    const replaced = replace(session, fence, this.#range).finally(() => session.close());
    const isLate = await Promise.race([
      replaced.then(() => false),
      sleep(lockMs, true, { ref: false }),
    ]);
    if (isLate) throw new Error(`${when}: a later lease waits for longer than ${lockMs / 1000} s`);
  }
}
