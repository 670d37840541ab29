import { existsSync, readdirSync, readFileSync } from "node:fs";
import { parquetReadObjects } from "hyparquet";
import type { ReportRequest } from "../../generated/index.js";
import { type Client, createClient, type SyncOptions } from "../../generated/index.js";
import { parquetFolder } from "../../generated/sync.js";
import { createFakeServer } from "../../generated/testing.js";
import { InvalidArgumentError } from "../../runtime/errors.js";
import { checkCase } from "../../runtime/sync/recorded-table.js";
import type { Cell, Target, TargetSession, TargetTable } from "../../runtime/sync/target.js";
import type { SyncBody } from "../../runtime/sync/types.js";
import type { FakeServer, FakeServerOptions } from "../../runtime/testing/index.js";
import { createFakeClock } from "../../runtime/testing/index.js";
import { dayNumber, isoDay } from "../../runtime/validation/dates.js";

type Row = Readonly<Record<string, unknown>>;

/** When the fake clock starts in each test: 3:10 a.m. on 2026-06-15, UTC. */
export const START = "2026-06-15T03:10:00Z";

/** A table of campaigns by day, with a numeric id, a name, an amount and a count. */
export const CAMPAIGN_DAYS = {
  level: "CAMPAIGN",
  granularity: "DAY",
  columns: [
    "CAMPAIGN_ID",
    "CAMPAIGN_NAME",
    "SPEND_IN_DOLLAR",
    "TOTAL_CLICKTHROUGH",
    "TOTAL_CONVERSIONS",
  ],
} as const satisfies SyncBody<ReportRequest>;

/** A server and a client that share a clock. */
export interface SyncSetting extends AsyncDisposable {
  readonly server: FakeServer;
  readonly client: Client;
  /** Advances the clock to the same time on a later day. */
  nextDay(days?: number): Promise<void>;
}

export async function syncSetting(options: FakeServerOptions = {}): Promise<SyncSetting> {
  const clock = createFakeClock({ start: START });
  const server = await createFakeServer({ accounts: 2, polls: 0, ...options, clock });
  const client = createClient({
    accessToken: server.accessToken,
    baseUrl: server.url,
    fetch: server.fetch,
    clock,
  });
  return {
    server,
    client,
    nextDay: async (days = 1) => {
      // Runs take time, but each one starts at the same time of day.
      const next = Math.ceil((clock.date() - Date.parse(START)) / 86_400_000 + days - 1 + 1e-9);
      await clock.advance(Date.parse(START) + next * 86_400_000 - clock.date());
    },
    [Symbol.asyncDispose]: () => server.close(),
  };
}

/** Syncs these tables into the folder. */
export function syncFolder(
  { client }: Pick<SyncSetting, "client">,
  folder: URL,
  options: Partial<SyncOptions<SyncBody<ReportRequest>>> = {},
) {
  return client.report.sync({
    target: parquetFolder(folder),
    tables: { campaign_days: CAMPAIGN_DAYS },
    // The result contains the failures, so tests can check them.
    allowFailed: 1_000,
    ...options,
  });
}

/**
 * The paths of a table's Parquet files, relative to the table's folder, without days before `from`.
 */
export function parquetFiles(folder: URL, table: string, from = ""): readonly string[] {
  const filesIn = (path: string): readonly string[] =>
    readdirSync(new URL(`${table}/${path}`, folder), { withFileTypes: true }).flatMap((entry) => {
      const name = `${path}${entry.name}`;
      if (!entry.isDirectory()) return name.endsWith(".parquet") ? [name] : [];
      return (/^partition_day=(.*)/.exec(entry.name)?.[1] ?? "~") < from ? [] : filesIn(`${name}/`);
    });
  return existsSync(new URL(`${table}/`, folder)) ? filesIn("").toSorted() : [];
}

type StoredRow = Readonly<Record<string, Cell>>;

/** Reads the rows of a Parquet file. */
export type ReadFile = (bytes: Buffer) => Promise<readonly StoredRow[]>;

/** A Parquet file's rows as cells by column: days as YYYY-MM-DD, times in ISO 8601. */
export async function rowsInFile(bytes: Buffer): Promise<readonly StoredRow[]> {
  const cell = (value: unknown): Cell =>
    value instanceof Date
      ? value.toISOString().replace("T00:00:00.000Z", "")
      : ((value ?? null) as Cell);
  const rows = await parquetReadObjects({ file: new Uint8Array(bytes).buffer });
  return rows.map((row) =>
    Object.fromEntries(Object.entries(row).map(([column, value]) => [column, cell(value)])),
  );
}

/**
 * The rows of a table in a folder from a day on, as cells by column, in file order. Dates are
 * YYYY-MM-DD.
 */
export async function storedRows(
  folder: URL,
  table: string,
  from = "",
  read: ReadFile = rowsInFile,
): Promise<readonly StoredRow[]> {
  const rows: StoredRow[] = [];
  for (const name of parquetFiles(folder, table, from))
    for (const row of await read(readFileSync(new URL(`${table}/${name}`, folder)))) rows.push(row);
  return rows;
}

/**
 * The rows of a table in a folder from a day on, without nulls and load times. All numbers are
 * JavaScript numbers.
 */
export async function folderRows(
  folder: URL,
  table: string,
  from = "",
  read: ReadFile = rowsInFile,
): Promise<readonly Row[]> {
  return (await storedRows(folder, table, from, read)).map((row) => {
    const members = Object.entries(row).filter(
      ([column, value]) => value !== null && column !== "_loaded_at",
    );
    return Object.fromEntries(
      members.map(([column, value]) => [
        column,
        // The reader computes decimals as doubles.
        typeof value === "bigint" || typeof value === "number"
          ? Number(Number(value).toPrecision(15))
          : value,
      ]),
    );
  });
}

/** Report columns that are not metrics: ids, names and other text. */
const WORDS = /_ID$|_NAME$|STATUS|^DATE$|^TARGETING_/;

/** Report columns without a value if their divisor is zero. */
const RATIOS = /^E?CP[CEMV]|COST_PER|FREQUENCY|AVERAGE|AVG/;

/**
 * The expected rows of a table for a body, these accounts and these days. They are read from the
 * server's files with `JSON.parse`, with lower-case names, omitted zeros, and the account, its
 * currency and its time zone.
 */
export async function serverRows(
  { client }: Pick<SyncSetting, "client">,
  {
    accounts,
    body,
    from,
    to,
  }: {
    readonly accounts: readonly string[];
    readonly body: { readonly columns: readonly string[]; readonly granularity?: string };
    readonly from: string;
    readonly to: string;
  },
): Promise<readonly Row[]> {
  const items = await client.adAccounts.each({}).toArray();
  const rows: Row[] = [];
  for (const account of accounts) {
    const { currency, time_zone } = items.find(({ id }) => id === account) ?? {};
    const report = await client.report.run(account, {
      ...body,
      start_date: from,
      end_date: to,
    } as ReportRequest);
    const zeros = body.columns.filter((name) => !WORDS.test(name) && !RATIOS.test(name));
    for (const [, row] of rowsIn(JSON.parse((await report.text()) || "{}"))) {
      const cells = { ...Object.fromEntries(zeros.map((name) => [name, 0])), ...row };
      rows.push({
        ad_account_id: account,
        currency,
        time_zone,
        ...(body.granularity === "HOUR" && { day: String(row.DATE).slice(0, 10) }),
        ...Object.fromEntries(
          Object.entries(cells).map(([name, value]) => [
            name.toLowerCase(),
            name.endsWith("_ID") ? String(value) : value,
          ]),
        ),
      });
    }
  }
  return rows;
}

/** The innermost objects of a report file, each with the keys above it. */
function rowsIn(
  value: unknown,
  keys: readonly string[] = [],
): (readonly [readonly string[], Row])[] {
  if (Array.isArray(value)) return value.flatMap((item) => rowsIn(item, keys));
  if (typeof value !== "object" || value === null) return [];
  const members = Object.entries(value);
  if (members.length > 0 && members.every(([, member]) => typeof member !== "object"))
    return [[keys, value as Row]];
  return members.flatMap(([key, member]) => rowsIn(member, [...keys, key]));
}

/** The rows as sorted text, for comparing two sets of rows. */
export function sortedRows(rows: readonly Row[]): readonly string[] {
  return rows
    .map((row) => JSON.stringify(Object.entries(row).sort(([a], [b]) => (a < b ? -1 : 1))))
    .sort();
}

/** An in-memory target that stores a report's rows as they arrive. */
export interface MemoryTarget extends Target {
  readonly isOpen: boolean;
  /** How often the target was opened. */
  readonly openings: number;
  /** A table's rows as they are stored. */
  stored(table: string): readonly Readonly<Record<string, Cell>>[];
  /** A table's rows as the server has them: without nulls and load times. */
  rows(table: string): readonly Row[];
}

interface MemoryWindow {
  readonly adAccountId: string;
  readonly day: string;
  readonly row: Readonly<Record<string, Cell>>;
}

/** Creates an in-memory target. `fails` returns the error of each `replace`, or null. */
export function memoryTarget({
  fails = () => null,
}: {
  readonly fails?: () => Error | null;
} = {}): MemoryTarget {
  const tables = new Map<string, TargetTable>();
  const contents = new Map<string, readonly MemoryWindow[]>();
  const days = new Map<string, Map<string, string>>();
  let isOpen = false;
  let openings = 0;
  const session: TargetSession = {
    async table(name) {
      checkCase(name, { recorded: [...tables.keys()], target: "memory" });
      return tables.get(name) ?? null;
    },
    async ensureTable(table) {
      const others =
        (await session.table(table.name))?.columns.filter(
          ({ name }) => !table.columns.some((column) => column.name === name),
        ) ?? [];
      tables.set(table.name, { ...table, columns: [...table.columns, ...others] });
    },
    loadedAccounts: async (table) =>
      [...days.keys()].flatMap((key) =>
        key.startsWith(`${table} `) ? [key.slice(table.length + 1)] : [],
      ),
    loadedDays: async (table, adAccountId) => new Map(days.get(`${table} ${adAccountId}`)),
    async hasRows({ table: { name }, adAccountId, days: window }) {
      return (contents.get(name) ?? []).some(
        ({ adAccountId: account, day }) =>
          account === adAccountId && (window === null || (day >= window.from && day <= window.to)),
      );
    },
    async replace({ table, adAccountId, days: window, stamp }, rows) {
      const error = fails();
      if (error !== null) throw error;
      const added: MemoryWindow[] = [];
      for await (const cells of rows) {
        const row = Object.fromEntries(
          table.columns.map(({ name }, at) => [name, cells[at] ?? null]),
        );
        added.push({ adAccountId, day: String(row[table.dayColumn ?? ""]), row });
      }
      const isReplaced = ({ adAccountId: account, day }: MemoryWindow) =>
        account === adAccountId && (window === null || (day >= window.from && day <= window.to));
      contents.set(table.name, [
        ...(contents.get(table.name) ?? []).filter((kept) => !isReplaced(kept)),
        ...added,
      ]);
      if (window === null) return;
      const key = `${table.name} ${adAccountId}`;
      const loaded = days.get(key) ?? new Map<string, string>();
      for (let day = dayNumber(window.from); day <= dayNumber(window.to); day++)
        loaded.set(isoDay(day), stamp);
      days.set(key, loaded);
    },
    async close() {
      isOpen = false;
    },
  };
  const stored = (table: string) => (contents.get(table) ?? []).map(({ row }) => row);
  return {
    name: "memory",
    get isOpen() {
      return isOpen;
    },
    get openings() {
      return openings;
    },
    async open() {
      if (isOpen) throw new InvalidArgumentError("the memory is in use by another run");
      isOpen = true;
      openings++;
      return session;
    },
    stored,
    rows: (table) => {
      const types = new Map(tables.get(table)?.columns.map(({ name, type }) => [name, type]));
      return stored(table).map((row) =>
        Object.fromEntries(
          Object.entries(row)
            .filter(([column, value]) => value !== null && column !== "_loaded_at")
            .map(([column, value]) => [
              column,
              types.get(column) === "decimal" ? Number(value) : value,
            ]),
        ),
      );
    },
  };
}
