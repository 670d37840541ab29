import { spawn } from "node:child_process";
import { setTimeout as sleep } from "node:timers/promises";
import { pathToFileURL } from "node:url";
import type { Cells, TargetSession, TargetTable, TargetWindow } from "../../runtime/sync/target.js";
import {
  ACCOUNT,
  cellsIn,
  column,
  DAILY,
  DAYS,
  OTHER,
  opened,
  type StoreCheck,
  sorted,
  type TargetStore,
} from "./target-store.js";

/** How another process opens a store. The checks kill that process. */
export interface CrashOptions {
  /**
   * A module with the function `openTarget`, which gets the `location` of a store and returns a
   * target for it, or a promise of one. The process imports it: a module that registers tests when
   * it is loaded does not work.
   */
  readonly module: string | URL;
  /**
   * Node options for the process, such as `["--import", "tsx"]` for a module in TypeScript.
   * Default: those of this process (`process.execArgv`).
   */
  readonly execArgv?: readonly string[];
  /** How long a killed process's lock may remain, in milliseconds. Default: 30 seconds. */
  readonly lockMs?: number;
}

type Version = "former" | "new";

/**
 * What the killed process does: opens the store, creates the table, replaces several windows one
 * after another, and closes the store.
 */
export interface Job {
  /**
   * Whether the process opens the store as one of several. A rejected window is then a step, too.
   */
  readonly isShared: boolean;
  readonly table: TargetTable;
  readonly windows: readonly { readonly window: TargetWindow; readonly rows: readonly Cells[] }[];
  /** The steps that the process reports. */
  readonly steps: readonly string[];
  /** The step at which it waits until it may continue; null to run to the end. */
  readonly stopAt: string | null;
}

/** The steps of a process that the checks wait for. */
interface Part {
  readonly steps: readonly string[];
  /** Default: null. */
  readonly stopAt?: string | null;
  /** Whether it adds a column to the table. Default: false. */
  readonly widens?: boolean;
}

/** The program of the process. It ends with its parent. */
const PROGRAM = `
process.once("disconnect", () => process.exit(1));
process.once("message", async ({ module, location, job: { isShared, table, windows, steps, stopAt } }) => {
  const reach = async (step) => {
    if (steps.includes(step)) process.send(step);
    if (step === stopAt) await new Promise((resolve) => process.once("message", resolve));
  };
  const { openTarget } = await import(module);
  const target = await openTarget(location);
  const session = await (isShared ? target.openShared() : target.open());
  await reach("after open");
  await session.ensureTable(table);
  await reach("after ensureTable");
  for (const [number, { window, rows }] of windows.entries()) {
    const stream = async function* () {
      for (const [at, row] of rows.entries()) {
        await reach("at row " + at + " of window " + number);
        yield row;
      }
      await reach("after the last row of window " + number);
    };
    const error = await session.replace(window, stream()).then(() => null, (thrown) => thrown);
    if (error !== null && !isShared) throw error;
    const isLost = error !== null && error.code === "lease_lost";
    await reach(error === null ? "after window " + number + " was replaced" : isLost ? "window failed: lease_lost" : "window failed");
  }
  await session.close();
  await reach("after close");
  process.exit();
});
`;

const FEW = 3;
/**
 * Rows per day. Three days have more than two megabytes, so even a target with a buffer has sent
 * some of them.
 */
const MANY = 5000;
/** How often a process is killed while it replaces a window or adds a column. */
const MOMENTS = 6;

/** The checks that kill processes. */
export function crashChecks(options: CrashOptions): readonly StoreCheck[] {
  const check = (
    name: string,
    perDay: number,
    run: (crash: Crash) => Promise<void>,
  ): StoreCheck => ({
    name: `a process that is killed ${name}`,
    async run(store) {
      const crash = new Crash(store, options, perDay);
      await run(crash);
      await crash.load("new");
    },
  });
  const beforeEnd = async (crash: Crash): Promise<void> => {
    const { middle, rowCount } = crash;
    for (const step of ["after open", "after ensureTable"])
      await crash.killAt(step, (window) => versionOf(window, 0));
    for (const row of new Set([0, 1, Math.floor(rowCount / 2), rowCount - 1]))
      await crash.killAt(`at row ${row} of window ${middle}`, (window) =>
        versionOf(window, middle),
      );
    await crash.killAt(`after the last row of window ${middle}`, (window) =>
      versionOf(window, middle),
    );
  };
  const whileReplacing = async (crash: Crash): Promise<void> => {
    const { middle } = crash;
    const end = `after the last row of window ${middle}`;
    const timeMs = await crash.timeBetween(end, `after window ${middle} was replaced`);
    for (let moment = 0; moment < MOMENTS; moment++)
      await crash.killAfter(end, (timeMs * moment) / MOMENTS, (window) =>
        window < middle ? "new" : null,
      );
  };
  const whileWidening = async (crash: Crash): Promise<void> => {
    const stopAt = "after ensureTable";
    const timeMs = await crash.timeBetween("after open", stopAt, { widens: true });
    for (let moment = 0; moment < MOMENTS; moment++)
      await crash.killAfter("after open", (timeMs * moment) / MOMENTS, () => "former", {
        widens: true,
        stopAt,
      });
  };
  return [
    check(
      "before a window has all its rows leaves the window unchanged and blocks no other process",
      FEW,
      beforeEnd,
    ),
    check(
      "before a window has all of its many rows leaves the window unchanged and blocks no other process",
      MANY,
      beforeEnd,
    ),
    check(
      "while a window is replaced leaves either the old rows and days or the new ones",
      FEW,
      whileReplacing,
    ),
    check(
      "while a window of many rows is replaced leaves either the old rows and days or the new ones",
      MANY,
      whileReplacing,
    ),
    check(
      "while a column is added keeps the rows and days, and the next process completes the change",
      FEW,
      whileWidening,
    ),
    check(
      "after a window was replaced leaves the new rows, and after closing also their days",
      FEW,
      async (crash) => {
        const { middle } = crash;
        await crash.killAt(`after window ${middle} was replaced`, (window) =>
          versionOf(window, middle + 1),
        );
        await crash.killAt("after close", () => "new", { isRecorded: true });
      },
    ),
  ];
}

/** Which rows a window has if the process is killed at window `killedAt` before replacing it. */
function versionOf(window: number, killedAt: number): Version {
  return window < killedAt ? "new" : "former";
}

/** A store whose processes are killed while they have it open. */
class Crash {
  readonly #store: TargetStore;
  readonly #options: CrashOptions;
  /** The windows, each with its days. */
  readonly #windows: readonly (readonly string[])[];
  readonly #perDay: number;
  /** The table, including columns that the processes added or were about to add. */
  #table = DAILY;

  constructor(store: TargetStore, options: CrashOptions, perDay: number) {
    const days = Math.min(store.target().windowDays ?? DAYS.length, DAYS.length);
    this.#store = store;
    this.#options = options;
    this.#windows = DAYS.flatMap((_, at) => (at % days === 0 ? [DAYS.slice(at, at + days)] : []));
    this.#perDay = perDay;
  }

  /** The window at which processes are killed. If there are several, it is not the first. */
  get middle(): number {
    return Math.floor(this.#windows.length / 2);
  }

  /** The number of new rows in that window. */
  get rowCount(): number {
    return this.#perDay * (this.#windows[this.middle]?.length ?? 0);
  }

  /** Measures the milliseconds between two steps of a process that is not killed. */
  async timeBetween(first: string, last: string, { widens = false } = {}): Promise<number> {
    await this.load("former");
    const times = new Map<string, number>();
    await this.#run(
      { steps: [first, last], widens },
      (step) => void times.set(step, performance.now()),
    );
    await this.#check("after a run", () => "new", { isRecorded: true });
    return (times.get(last) ?? 0) - (times.get(first) ?? 0);
  }

  /** Kills a process at a step, and checks each window's rows. */
  async killAt(
    step: string,
    expected: (window: number) => Version,
    { isRecorded = false } = {},
  ): Promise<void> {
    await this.load("former");
    const wasKilled = await this.#run({ steps: [step], stopAt: step }, (_, kill) => kill());
    if (!wasKilled) throw new Error(`a process has ended that was to be killed ${step}`);
    await this.#check(`killed ${step}`, expected, { isRecorded });
  }

  /**
   * Kills a process this long after a step, and checks the contents. If `expected` is null, old and
   * new rows are both accepted, because the process continues with further windows.
   */
  async killAfter(
    step: string,
    delayMs: number,
    expected: (window: number) => Version | null,
    part: Omit<Part, "steps"> = {},
  ): Promise<void> {
    await this.load("former");
    // Without a delay no timer is used, because timers take at least a millisecond.
    await this.#run(
      { steps: [step], ...part },
      (_, kill) => void (delayMs === 0 ? kill() : setTimeout(kill, delayMs)),
    );
    await this.#check(`killed ${delayMs.toFixed(1)} ms ${step}`, expected);
  }

  /** Loads all windows and another account's day in this process, and checks the contents. */
  async load(version: Version): Promise<void> {
    await opened(this.#store.target(), (session) => this.#replaceAll(session, version));
    await this.#check(`loaded with the ${version} rows`, () => version, { isRecorded: true });
  }

  async #replaceAll(session: TargetSession, version: Version): Promise<void> {
    await session.ensureTable(this.#table);
    for (const { window, rows } of this.#replacements(version))
      await session.replace(window, streamOf(rows));
    const days = { from: DAYS[0], to: DAYS[0] };
    const ofOther = streamOf(rowsOf(OTHER, DAYS[0], "former", 1));
    await session.replace({ table: DAILY, adAccountId: OTHER, days, stamp: "former" }, ofOther);
  }

  #replacements(version: Version): Job["windows"] {
    return this.#windows.map((dates) => {
      const days = { from: dates[0] ?? "", to: dates.at(-1) ?? "" };
      const added = this.#table.columns.slice(DAILY.columns.length).map(() => null);
      const rows = dates
        .flatMap((date) => this.#rowsOf(date, version))
        .map((row) => [...row, ...added]);
      return { window: { table: this.#table, adAccountId: ACCOUNT, days, stamp: version }, rows };
    });
  }

  #rowsOf(date: string, version: Version): readonly Cells[] {
    return rowsOf(ACCOUNT, date, version, version === "new" ? this.#perDay : 2);
  }

  /**
   * Runs a process that loads the new rows, and resolves to whether it was killed. Rejects if it
   * fails on its own.
   */
  #run(
    { steps, stopAt = null, widens = false }: Part,
    onStep: (step: string, kill: () => void) => void,
  ): Promise<boolean> {
    if (widens)
      this.#table = {
        ...this.#table,
        columns: [...this.#table.columns, column(`NEW_${this.#table.columns.length}`, "text")],
      };
    const job: Job = {
      isShared: false,
      table: this.#table,
      windows: this.#replacements("new"),
      steps,
      stopAt,
    };
    return runProcess({ store: this.#store, options: this.#options, job }, (step, { kill }) =>
      onStep(step, () => kill("SIGKILL")),
    );
  }

  /**
   * Checks the rows and the recorded days of the store, and that the next run can open it and
   * replace the windows.
   */
  async #check(
    when: string,
    expected: (window: number) => Version | null,
    { isRecorded = false }: { readonly isRecorded?: boolean } = {},
  ): Promise<void> {
    const found = await this.#versions(when);
    for (const [number, dates] of this.#windows.entries()) {
      const versions = new Set(dates.map((date) => found.get(date)));
      const what = `${when}: the window from ${dates[0]} to ${dates.at(-1)}`;
      if (versions.size > 1)
        throw new Error(
          `${what} is not replaced as a whole: some days have their former rows, others the new ones`,
        );
      const [version] = versions;
      const wanted = expected(number);
      if (wanted !== null && version !== wanted)
        throw new Error(`${what} has the ${version} rows, not the ${wanted} ones`);
    }
    let stamps: ReadonlyMap<string, string> = new Map();
    await openedAtLast(this.#store, { when, lockMs: this.#options.lockMs }, async (session) => {
      stamps = await session.loadedDays(DAILY.name, ACCOUNT);
    });
    // Read again: until the database notices the end of a process, it may still commit its rows.
    for (const [date, version] of await this.#versions(when)) {
      const stamp = stamps.get(date);
      if (stamp !== version && (isRecorded || stamp !== undefined))
        throw new Error(
          `${when}: ${date} has the ${version} rows, and is recorded as loaded with ${stamp ?? "none"}`,
        );
    }
  }

  /**
   * The version of each day's rows. Throws if a day has other or incomplete rows, or if another
   * account's rows changed.
   */
  async #versions(when: string): Promise<ReadonlyMap<string, Version>> {
    const cells = await cellsIn(this.#store, DAILY);
    const textOf = (rows: readonly Cells[]): string =>
      JSON.stringify(sorted(rows), (_, part) => (typeof part === "bigint" ? Number(part) : part));
    const ofDay = (account: string, date: string): readonly Cells[] =>
      cells.filter((row) => row[0] === account && row[1] === date);
    const ofOther = ofDay(OTHER, DAYS[0]);
    if (textOf(ofOther) !== textOf(rowsOf(OTHER, DAYS[0], "former", 1)))
      throw new Error(`${when}: rows of another account have changed`);
    const found = DAYS.map((date): readonly [string, Version] => {
      const rows = ofDay(ACCOUNT, date);
      const version = (["former", "new"] as const).find(
        (each) => textOf(this.#rowsOf(date, each)) === textOf(rows),
      );
      if (version !== undefined) return [date, version];
      throw new Error(
        `${when}: ${date} has neither its former rows nor the new ones, but ${rows.length} others`,
      );
    });
    return new Map(found);
  }
}

/**
 * Calls `work` with a session of the target as soon as it can be opened. Rejects if that takes
 * longer than `lockMs` milliseconds, by default 30,000.
 */
export async function openedAtLast(
  store: TargetStore,
  { when, lockMs = 30_000 }: { readonly when: string; readonly lockMs?: number | undefined },
  work: (session: TargetSession) => Promise<void>,
): Promise<void> {
  const deadline = performance.now() + lockMs;
  for (;;) {
    const session = await store
      .target()
      .open()
      .catch((error: unknown) => {
        if (performance.now() < deadline) return null;
        throw new Error(
          `${when}: the target cannot be opened, ${lockMs / 1000} s later: ${(error as Error).message}`,
          { cause: error },
        );
      });
    if (session !== null) return work(session).finally(() => session.close());
    await sleep(50);
  }
}

/** A process that has reached a step. */
export interface RunningJob {
  /** Sends a signal to the process, for example to suspend it. */
  kill(signal: NodeJS.Signals): void;
  /** Lets the process continue after the step at which it is waiting. */
  proceed(): void;
}

/** Runs a process, and resolves to whether it was killed. Rejects if it fails on its own. */
export function runProcess(
  {
    store,
    options,
    job,
  }: { readonly store: TargetStore; readonly options: CrashOptions; readonly job: Job },
  onStep: (step: string, running: RunningJob) => void,
): Promise<boolean> {
  const { location } = store;
  if (location === undefined)
    throw new TypeError("the store has no location, with which a process could open it");
  const { module, execArgv = process.execArgv } = options;
  const child = spawn(process.execPath, [...execArgv, "-e", PROGRAM], {
    stdio: ["ignore", "ignore", "pipe", "ipc"],
  });
  let errors = "";
  child.stderr?.setEncoding("utf8").on("data", (text: string) => {
    errors += text;
  });
  const running: RunningJob = {
    kill: (signal) => void child.kill(signal),
    proceed: () => void child.send("proceed", () => {}),
  };
  child.on("message", (step) => onStep(String(step), running));
  // A process that does not start writes the reason to stderr.
  child.send({ module: addressOf(module), location, job }, () => {});
  return new Promise((resolve, reject) => {
    child.on("error", reject);
    child.on("close", (exit, signal) => {
      if (exit === 0 || signal === "SIGKILL") resolve(signal === "SIGKILL");
      else
        reject(
          new Error(`the process that opens the target ended with ${exit ?? signal}:\n${errors}`),
        );
    });
  });
}

function rowsOf(account: string, date: string, version: Version, count: number): readonly Cells[] {
  const text = `${version} `.repeat(25);
  return Array.from({ length: count }, (_, at) => [
    account,
    date,
    String(at),
    version === "new" ? 2 : 1,
    0.5,
    text,
    true,
  ]);
}

async function* streamOf(rows: readonly Cells[]): AsyncGenerator<Cells> {
  yield* rows;
}

/** The `file:` URL of a module, given as a URL or a path, for `import`. */
function addressOf(module: string | URL): string {
  return module instanceof URL || module.startsWith("file:")
    ? String(module)
    : pathToFileURL(module).href;
}
