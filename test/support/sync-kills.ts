import { spawn } from "node:child_process";
import { createClient, type ReportRequest } from "../../generated/index.js";
import { customTarget, type SyncBody } from "../../generated/sync.js";
import { createFakeServer } from "../../generated/testing.js";
import type { Clock } from "../../runtime/clock.js";
import type { Target } from "../../runtime/sync/target.js";
import { type FakeServer, systemClock } from "../../runtime/testing/index.js";
import { serverRows, sortedRows } from "./sync.js";

type Row = Readonly<Record<string, unknown>>;

const BODY = {
  level: "CAMPAIGN",
  granularity: "DAY",
  columns: ["CAMPAIGN_ID", "SPEND_IN_DOLLAR", "TOTAL_CLICKTHROUGH"],
} as const satisfies SyncBody<ReportRequest>;

/** What the killed process syncs. */
export const KILLED_SYNC = {
  tables: { campaign_days: BODY },
  entities: ["campaigns"],
  lookbackDays: 3,
} as const;

/**
 * A running clock that starts on this day, so that all processes use the same days, whenever the
 * test runs.
 */
export function clockFrom(day: string): Clock {
  const start = Date.parse(`${day}T03:10:00Z`);
  return { ...systemClock, date: () => start + systemClock.now() };
}

/** The day of the first sync. The killed sync runs on the following day. */
const YESTERDAY = "2026-06-14";
export const TODAY = "2026-06-15";
/** The first day that the killed process loads. Earlier days are final. */
const FIRST_DAY = "2026-06-12";

/** One server's data for each account: the rows of each day and the campaigns, as sorted text. */
interface Held {
  readonly windows: ReadonlyMap<string, readonly string[]>;
  readonly lists: ReadonlyMap<string, readonly string[]>;
}

/** The rows of the two tables that the killed process writes. */
export interface Stored {
  readonly campaign_days: readonly Row[];
  readonly campaigns: readonly Row[];
}

/**
 * Two servers with different rows for the same days. A target contains the first server's rows, and
 * is killed while it loads the second's.
 */
export interface TwoServers extends AsyncDisposable {
  /**
   * Syncs in this process: from the first server as of the day before, or from the second as of the
   * day itself.
   */
  sync(from: "first" | "second", target: Target): Promise<void>;
  /** The second server's address and token, as arguments for the process that is killed. */
  readonly args: readonly string[];
  /**
   * Rejects unless each window has exactly the rows of one server, and the second server's if it is
   * recorded as loaded. Resolves to the number of windows with the second server's rows.
   */
  checkKilled(stored: () => Promise<Stored>, target: Target): Promise<number>;
  /** Throws unless all windows have the second server's rows, and the final day has the first's. */
  checkComplete(stored: Stored): void;
}

export async function twoServers(): Promise<TwoServers> {
  const options = { accounts: 2, polls: 0 };
  const first = await createFakeServer({
    ...options,
    seed: 1,
    entities: 4,
    clock: clockFrom(YESTERDAY),
  });
  const second = await createFakeServer({
    ...options,
    seed: 2,
    entities: 6,
    clock: clockFrom(TODAY),
  });
  const clients = { first: clientOf(first, YESTERDAY), second: clientOf(second, TODAY) };
  const before = await heldBy(first, clients.first, { from: "2026-06-11", to: "2026-06-13" });
  const after = await heldBy(second, clients.second, { from: FIRST_DAY, to: YESTERDAY });
  const check = (
    stored: Stored,
    isAllowed: (matches: { readonly first: boolean; readonly second: boolean }) => boolean,
  ): readonly string[] => {
    const renewed: string[] = [];
    for (const kind of ["windows", "lists"] as const) {
      const found =
        kind === "windows" ? byWindow(stored.campaign_days) : byAccount(stored.campaigns);
      for (const key of new Set([...found.keys(), ...before[kind].keys(), ...after[kind].keys()])) {
        const rows = JSON.stringify(found.get(key) ?? []);
        const isIn = (held: Held): boolean => JSON.stringify(held[kind].get(key) ?? []) === rows;
        const isFinal = / on /.test(key) && key.slice(-10) < FIRST_DAY;
        const matches = { first: isIn(before), second: isIn(after) };
        if (isFinal ? !matches.first : !isAllowed(matches))
          throw new Error(`${key} has rows that it cannot have: ${rows}`);
        if (matches.second) renewed.push(key);
      }
    }
    return renewed;
  };
  return {
    args: [second.url, second.accessToken],
    async sync(from, target) {
      const { failed } = await clients[from].report.sync({
        ...KILLED_SYNC,
        target: customTarget(target),
      });
      if (failed.length > 0) throw failed[0]?.error;
    },
    async checkKilled(stored, target) {
      // A database may still commit rows of the killed process. Reading the record first is safe,
      // because recorded rows were committed before it or together with it.
      const recorded: string[] = [];
      const session = await target.open();
      try {
        for (const account of ACCOUNTS)
          for (const [day, stamp] of await session.loadedDays("campaign_days", account))
            if (stamp.endsWith(TODAY)) recorded.push(`${account} on ${day}`);
      } finally {
        await session.close();
      }
      const renewed = check(await stored(), (matches) => matches.first || matches.second);
      for (const key of recorded)
        if (after.windows.has(key) && !renewed.includes(key))
          throw new Error(`${key} is recorded as loaded, and does not have the rows`);
      return renewed.length;
    },
    checkComplete: (stored) => void check(stored, (matches) => matches.second),
    async [Symbol.asyncDispose]() {
      await Promise.all([first.close(), second.close()]);
    },
  };
}

const ACCOUNTS = ["549755885175", "549755885176"];

/** A client whose clock is at this day. */
export function clientOf(
  { url, accessToken }: Pick<FakeServer<Clock>, "url" | "accessToken">,
  day: string,
) {
  return createClient({ accessToken, baseUrl: url, clock: clockFrom(day) });
}

async function heldBy(
  server: FakeServer<Clock>,
  client: ReturnType<typeof clientOf>,
  { from, to }: { readonly from: string; readonly to: string },
): Promise<Held> {
  const days: Row[] = [];
  const lists: Row[] = [];
  days.push(...(await serverRows({ client }, { accounts: ACCOUNTS, body: BODY, from, to })));
  for (const id of ACCOUNTS) {
    const path = `/ad_accounts/${id}/campaigns?page_size=250&entity_statuses=ACTIVE&entity_statuses=ARCHIVED`;
    const response = await fetch(server.url + path, {
      headers: { authorization: `Bearer ${server.accessToken}` },
    });
    const { items } = (await response.json()) as { readonly items: readonly Row[] };
    lists.push(...items.map(asStored));
  }
  return { windows: byWindow(days), lists: byAccount(lists) };
}

/** An item as its table stores it: without nulls, with lists and objects as JSON. */
function asStored(item: Row): Row {
  return Object.fromEntries(
    Object.entries(item).flatMap(([name, value]) => {
      if (value === null) return [];
      return [[name, typeof value === "object" ? JSON.stringify(value) : value]];
    }),
  );
}

function byWindow(rows: readonly Row[]): ReadonlyMap<string, readonly string[]> {
  return grouped(rows, ({ ad_account_id, date }) => `${ad_account_id} on ${date}`);
}

function byAccount(rows: readonly Row[]): ReadonlyMap<string, readonly string[]> {
  return grouped(rows, ({ ad_account_id }) => `campaigns of ${ad_account_id}`);
}

function grouped(
  rows: readonly Row[],
  keyOf: (row: Row) => string,
): ReadonlyMap<string, readonly string[]> {
  const groups = new Map<string, Row[]>();
  for (const row of rows) groups.set(keyOf(row), [...(groups.get(keyOf(row)) ?? []), row]);
  return new Map([...groups].map(([key, group]) => [key, sortedRows(group)]));
}

/** The output of a process that has ended, and whether it was killed. */
export interface EndedChild {
  readonly output: string;
  readonly errors: string;
  readonly wasKilled: boolean;
}

/**
 * Runs a program with these arguments. `kill` is called with the process and its output so far, and
 * may kill it. Rejects if the program fails on its own.
 */
export function childRun(
  args: readonly string[],
  {
    env = {},
    begun = () => {},
    kill = () => {},
  }: {
    readonly env?: Readonly<Record<string, string>>;
    /** Called when it starts, with a function that kills it. */
    readonly begun?: (child: () => void) => void;
    readonly kill?: (output: string, child: () => void) => void;
  },
): Promise<EndedChild> {
  const child = spawn(process.execPath, args, {
    env: { ...process.env, ...env },
    stdio: ["ignore", "pipe", "pipe"],
  });
  begun(() => child.kill("SIGKILL"));
  let [output, errors] = ["", ""];
  child.stderr.setEncoding("utf8").on("data", (text: string) => {
    errors += text;
  });
  child.stdout.setEncoding("utf8").on("data", (text: string) => {
    output += text;
    kill(output, () => child.kill("SIGKILL"));
  });
  return new Promise((resolve, reject) => {
    child.on("error", reject);
    child.on("close", (exit, signal) => {
      if (signal === "SIGKILL" || exit === 0)
        resolve({ output, errors, wasKilled: signal === "SIGKILL" });
      else reject(new Error(`ended with ${exit ?? signal}: ${errors}`));
    });
  });
}
