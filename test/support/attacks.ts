import { expect } from "vitest";
import { type Client, createClient } from "../../generated/index.js";
import { customTarget, type SyncOptions, type SyncProgress } from "../../generated/sync.js";
import { createFakeServer } from "../../generated/testing.js";
import type { SyncResult } from "../../runtime/sync/types.js";
import {
  createFakeClock,
  type FakeClock,
  type FakeServer,
  type FakeServerOptions,
} from "../../runtime/testing/index.js";
import { isoDay, utcToday } from "../../runtime/validation/dates.js";
import type { AnalystStore, Answer } from "./analyst-stores.js";
import { knownRows } from "./known-rows.js";
import { START } from "./sync.js";

/** The ids of a server's first accounts. */
export const ACCOUNTS: readonly string[] = Array.from({ length: 5 }, (_, at) =>
  String(549_755_885_175 + at),
);

const DAYS = {
  level: "CAMPAIGN",
  granularity: "DAY",
  columns: [
    "CAMPAIGN_ID",
    "CAMPAIGN_NAME",
    "SPEND_IN_DOLLAR",
    "TOTAL_CLICKTHROUGH",
    "TOTAL_CONVERSIONS",
  ],
} as const;

/** The first campaign of each account. */
export const CAMPAIGNS = ["627052500001", "623232800001", "629413100001", "625593400001"] as const;

/** The tables that are attacked. */
export const BODIES = {
  days: DAYS,
  hours: { ...DAYS, granularity: "HOUR" },
  chosen: { ...DAYS, campaign_ids: CAMPAIGNS },
} as const;

type Options = Partial<SyncOptions<never>>;

/** A server, and a client that uses the same clock. */
export interface AttackedServer extends AsyncDisposable {
  readonly server: FakeServer<FakeClock>;
  readonly client: Client;
}

export async function attackedServer(
  clock: FakeClock,
  options: Omit<FakeServerOptions<FakeClock>, "clock"> = {},
): Promise<AttackedServer> {
  const server = await createFakeServer({ accounts: 4, polls: 0, ...options, clock });
  const { accessToken, url: baseUrl, fetch } = server;
  const client = createClient({ accessToken, baseUrl, fetch, clock });
  return { server, client, [Symbol.asyncDispose]: () => server.close() };
}

/** Syncs three days of each table. The result contains the failures. */
export function sync(
  { client }: Pick<AttackedServer, "client">,
  store: Pick<AnalystStore, "target">,
  options: Options = {},
): Promise<SyncResult> {
  return client.report.sync({
    target: customTarget(store.target()),
    tables: BODIES as never,
    only: ["days"],
    lookbackDays: 3,
    allowFailed: 1_000,
    ...options,
  });
}

/** The rows of these accounts in a table, and the record of their days, as sorted text. */
export async function contents(
  { ask }: Pick<AnalystStore, "ask">,
  table: string,
  accounts: readonly string[],
): Promise<readonly string[]> {
  const where = `WHERE ad_account_id IN (${accounts.map((id) => `'${id}'`).join(", ")})`;
  const found = await ask([
    `SELECT * FROM ${table} ${where}`,
    `SELECT * FROM _pinterest_sync_days ${where} AND "table" = '${table}'`,
  ]);
  return found.flatMap((rows, at) => rows.map((row) => JSON.stringify([at, row]))).toSorted();
}

/** The rows as text in a fixed order. */
function inOrder(rows: readonly Answer[]): readonly string[] {
  return rows.map((row) => JSON.stringify(row)).toSorted();
}

/**
 * Rejects unless the table contains each of the server's rows exactly once, digit by digit, for
 * these accounts and their last three days.
 */
export async function expectWhole(
  { server }: Pick<AttackedServer, "server">,
  { name, ask }: AnalystStore,
  { table, accounts }: { readonly table: TableName; readonly accounts: readonly string[] },
): Promise<void> {
  const today = utcToday(server.clock.date());
  const [start_date, end_date] = [isoDay(today - 3), isoDay(today - 1)];
  for (const account of accounts) {
    const known = await knownRows(server, account, {
      ...BODIES[table],
      start_date,
      end_date,
    });
    const [rows = []] = await ask([
      `SELECT campaign_id, CAST(date AS varchar), spend_in_dollar, total_conversions FROM ${table}
       WHERE ad_account_id = '${account}' AND CAST(date AS varchar) >= '${start_date}'`,
    ]);
    const expected = known.map(({ CAMPAIGN_ID, DATE, SPEND_IN_DOLLAR, TOTAL_CONVERSIONS }) =>
      [CAMPAIGN_ID, DATE, SPEND_IN_DOLLAR, TOTAL_CONVERSIONS].map((text) => text ?? null),
    );
    expect(inOrder(rows), `${name}, ${account}`).toEqual(inOrder(expected));
    expect(rows.length).toBeGreaterThan(0);
  }
}

/** What replaces the first accounts' reports, and the expected error. */
export interface Attack {
  readonly table?: TableName;
  /** Number of attacked accounts. Default: 1 of 4. */
  readonly victims?: number;
  readonly options?: Omit<FakeServerOptions<FakeClock>, "clock" | "accounts">;
  /** The error message expected for each attacked account. */
  readonly message: RegExp;
}

/** Places whose tables were loaded without errors. */
export interface AttackedPlaces {
  readonly clock: FakeClock;
  readonly places: readonly AnalystStore[];
}

type TableName = keyof typeof BODIES;

const TABLES = Object.keys(BODIES) as readonly TableName[];

/** Syncs tables into each place from a server without faults. */
export async function healthyPlaces(
  places: readonly AnalystStore[],
  tables: readonly TableName[] = TABLES,
): Promise<AttackedPlaces> {
  const clock = createFakeClock({ start: START });
  await using server = await attackedServer(clock, { seed: 1, entities: 1 });
  for (const place of places)
    expect((await sync(server, place, { only: tables })).failed).toEqual([]);
  return { clock, places };
}

/**
 * Loads all days again while some reports are attacked. Expects that the attacked accounts fail and
 * keep their rows, and that later accounts are loaded.
 */
export async function expectHarmless(
  { clock, places }: AttackedPlaces,
  { table = "days", victims = 1, options = {}, message }: Attack,
): Promise<void> {
  const [attacked, healthy] = [ACCOUNTS.slice(0, victims), ACCOUNTS.slice(victims, 4)];
  for (const place of places) {
    await using server = await attackedServer(clock, { seed: seed++, entities: 1, ...options });
    const had = await contents(place, table, attacked);
    expect(had.length).toBeGreaterThan(victims * 3);
    const events: SyncProgress[] = [];
    const { failed, loaded } = await sync(server, place, {
      only: [table],
      full: true,
      onProgress: (event) => events.push(event),
    });
    expect(
      failed.map((failure) => [failure.table, failure.adAccountId, failure.days]),
      place.name,
    ).toEqual(attacked.map((id) => [table, id, { from: "2026-06-12", to: "2026-06-14" }]));
    for (const { error } of failed) expect(error.message, place.name).toMatch(message);
    expect(loaded).toBe(healthy.length);
    expect(events.filter(({ type }) => type === "failed")).toHaveLength(victims);
    expect(await contents(place, table, attacked), place.name).toEqual(had);
    await expectWhole(server, place, { table, accounts: healthy });
  }
}

/** Loads all days again from a server without faults, and expects each row exactly once. */
export async function expectRecovered(
  { clock, places }: AttackedPlaces,
  tables: readonly TableName[] = TABLES,
): Promise<void> {
  await using server = await attackedServer(clock, { seed: seed++, entities: 1 });
  for (const place of places) {
    const { failed, loaded } = await sync(server, place, { only: tables, full: true });
    expect([place.name, failed, loaded]).toEqual([place.name, [], 4 * tables.length]);
    for (const table of tables)
      await expectWhole(server, place, { table, accounts: ACCOUNTS.slice(0, 4) });
  }
}

let seed = 2;
