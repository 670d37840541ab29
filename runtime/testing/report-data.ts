import { COLUMN_KINDS, type ColumnValue } from "../validation/column-kinds.js";
import { dayNumber, isoDay } from "../validation/dates.js";
import type { ContractFacts } from "./facts.js";

/**
 * Returns a generator of pseudo-random numbers from 0 to 1 (exclusive). The same text always
 * results in the same numbers.
 */
export function seededRandom(text: string): () => number {
  let state = 0x811c9dc5;
  for (const character of text)
    state = Math.imul(state ^ (character.codePointAt(0) ?? 0), 0x01000193);
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** Marks each id in generated text, so that copies can have other ids. Never sent. */
const MARK = "\ue000";

/** Number of children per parent, such as two ads in an ad group. */
export const CHILDREN = 2;

const LOW_DIGITS = 10;
const LOW = 10 ** LOW_DIGITS;
const MARKED = new RegExp(`${MARK}(\\d*)(\\d{${LOW_DIGITS}})`, "g");
const HALF = 10 ** (LOW_DIGITS / 2);
// Coprime to the number of account slots, and about 0.618 times that number (the golden ratio), so
// consecutive accounts are far apart.
const STRIDE = 61_803n;
const ACCOUNTS = 100_000n;

// Ids of the same kind share a prefix, as Pinterest's own ids do.
const ID_PREFIXES: Readonly<Record<string, string>> = {
  CAMPAIGN: "62",
  AD_GROUP: "26",
  PIN_PROMOTION: "68",
  PRODUCT_GROUP: "29",
  PIN: "21786170",
};
const DEFAULT_PREFIX = "33";

/**
 * Returns the id of entity `number` (from 0) of this kind, with `MARK` before it. It has twelve
 * digits, or eighteen for pins. The first two or eight digits represent the kind, the next five the
 * account, and the rest is a number that starts at 1. `account` is a string of digits.
 */
function idOf(kind: string, account: string, number: number): string {
  const low = (lowOf(account) + number + 1) % LOW;
  return `${MARK}${ID_PREFIXES[kind] ?? DEFAULT_PREFIX}${String(low).padStart(LOW_DIGITS, "0")}`;
}

/**
 * Returns the base for the last ten digits of an account's ids. For entity `number` (from 0), these
 * digits are the base plus `number + 1`.
 */
function lowOf(account: string): number {
  return Number((BigInt(account) * STRIDE) % ACCOUNTS) * Number(ACCOUNTS);
}

/** Returns the number (from 0) of the entity with this id; null if the account has no such id. */
function numberOf(kind: string, account: string, id: string): number | null {
  const number = (Number(id.slice(-LOW_DIGITS)) - lowOf(account) - 1 + LOW) % LOW;
  return entityId(kind, account, number) === id ? number : null;
}

/**
 * Returns the id of entity `number` (from 0) of this kind, as shown in rows. `account` is a string
 * of digits.
 */
export function entityId(kind: string, account: string, number: number): string {
  return idOf(kind, account, number).slice(MARK.length);
}

/**
 * The byte offset of an id's last ten digits, and their value. Each further copy of the bytes adds
 * `increment` to the value.
 */
export interface IdPosition {
  readonly offset: number;
  readonly low: number;
  readonly increment: number;
}

/**
 * Encodes text without its `MARK`s as UTF-8, and returns the positions of its ids. `incrementOf`
 * returns the increment for an id's prefix, which is all its digits except the last ten.
 */
export function withoutMarks(
  text: string,
  incrementOf: (prefix: string) => number,
): { readonly bytes: Uint8Array; readonly positions: IdPosition[] } {
  const encoder = new TextEncoder();
  const positions: IdPosition[] = [];
  const pieces = text.split(MARK).map((piece) => encoder.encode(piece));
  const bytes = new Uint8Array(pieces.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const [index, piece] of pieces.entries()) {
    bytes.set(piece, at);
    if (index > 0) positions.push(positionOf(piece, at, incrementOf));
    at += piece.length;
  }
  return { bytes, positions };
}

/**
 * Returns the position of the id at the start of `piece`. `at` is the piece's offset in the bytes.
 */
function positionOf(
  piece: Uint8Array,
  at: number,
  incrementOf: (prefix: string) => number,
): IdPosition {
  const digits = /^\d+/.exec(new TextDecoder().decode(piece.subarray(0, 20)))?.[0] ?? "";
  const prefix = digits.slice(0, -LOW_DIGITS);
  return {
    offset: at + prefix.length,
    low: Number(digits.slice(-LOW_DIGITS)),
    increment: incrementOf(prefix),
  };
}

/** Returns the prefix of the ids of a kind, such as `CAMPAIGN`. It is `33` for an unknown kind. */
export function idPrefix(kind: string): string {
  return ID_PREFIXES[kind] ?? DEFAULT_PREFIX;
}

/**
 * Returns copy number `copy` of `text` with other ids, without its `MARK`s. It matches the bytes
 * that `renumbered` returns.
 */
export function renumberedText(
  text: string,
  incrementOf: (prefix: string) => number,
  copy: number,
): string {
  return text.replace(MARKED, (_, prefix: string, low: string) => {
    const id = Math.floor(Number(low) + incrementOf(prefix) * copy) % LOW;
    return prefix + String(id).padStart(LOW_DIGITS, "0");
  });
}

/**
 * Returns copy number `copy` of the bytes with other ids, in a new array. The last ten digits of
 * each id are `low + copy * increment`, rounded down, modulo 10 ** 10. Returns `bytes` itself for
 * copy 0, or if there are no `positions`.
 */
export function renumbered(
  bytes: Uint8Array,
  positions: readonly IdPosition[],
  copy: number,
): Uint8Array {
  if (copy === 0 || positions.length === 0) return bytes;
  const result = bytes.slice();
  for (const { offset, low, increment } of positions) {
    const id = Math.floor(low + increment * copy) % LOW;
    // The ten digits are written as two halves of five, because 32-bit integers are fast enough for
    // gigabytes.
    let [first, last] = [(id / HALF) | 0, (id % HALF) | 0];
    for (let digit = offset + 4; digit >= offset; digit--) {
      result[digit] = 0x30 + (first % 10);
      result[digit + 5] = 0x30 + (last % 10);
      [first, last] = [(first / 10) | 0, (last / 10) | 0];
    }
  }
  return result;
}

// Both columns contain the account id: the first under its old name, the second under its current
// name.
const ACCOUNT_COLUMNS = ["ADVERTISER_ID", "AD_ACCOUNT_ID"];
// These ids are strings in real files; all others are numbers.
const TEXT_IDS = ["AD_ACCOUNT_ID", "AD_ID", "AD_GROUP_ID"];

/** An id in a file: a string, or a number that JavaScript might round. */
export interface Id {
  readonly digits: string;
  readonly quoted: boolean;
}

/** A value of a row in a file. */
export type Cell = string | number | Id;

/** A row with all its values, including zeros. */
export interface DataRow {
  /** Id of the entity, such as the campaign or ad, depending on the level. */
  readonly entity: string;
  /** One of the report's `dates`. */
  readonly date: string | null;
  readonly cells: ReadonlyMap<string, Cell>;
}

/** The properties of a report that determine its data. */
export interface RequestedReport {
  readonly facts: ContractFacts;
  readonly account: string;
  readonly body: Readonly<Record<string, unknown>>;
  readonly seed: number;
  /**
   * Fraction of rows, from 0 to 1, that change each day. A row can change for 30 days after its
   * date. Default: 0.
   */
  readonly restated?: number;
  /**
   * Day on which the report was created, as the number of days since 1970. Default: none, so no
   * rows have changed.
   */
  readonly madeOn?: number;
}

/** Number of days in which later conversions can still change a row. */
const RESTATED_DAYS = 30;

/** Length of the YYYY-MM-DD with which each date begins. */
const DAY_LENGTH = 10;

/**
 * Returns an entity's last change for one day or hour, as of the report's creation. The result
 * contains the day of the change (0 for never), and whether the change set the metrics to zero.
 * About one change in three does.
 */
function lastChange(
  { seed, account, restated = 0, madeOn = 0 }: RequestedReport,
  { number, date }: { readonly number: number; readonly date: string | null },
): { readonly on: number; readonly isZero: boolean } {
  const day = dayNumber(date?.slice(0, DAY_LENGTH));
  if (restated === 0 || Number.isNaN(day)) return { on: 0, isZero: false };
  for (let on = Math.min(madeOn, day + RESTATED_DAYS); on > day; on--) {
    const chance = seededRandom(`${seed} ${account} ${number} ${date} changed on ${on}`);
    if (chance() < restated) return { on, isZero: chance() < 1 / 3 };
  }
  return { on: 0, isZero: false };
}

/**
 * Whether generated columns of this kind contain numbers. Columns of an unknown kind do. A row is
 * omitted if all of these numbers are zero.
 */
function isMetric(kind: ColumnValue): boolean {
  return kind === "unknown" || COLUMN_KINDS[kind].inRows === "number";
}

/**
 * Generates the rows of a report, one entity at a time. The same account, body and seed result in
 * the same rows.
 */
export class ReportData {
  /** Kind of entity in a row, such as `AD_GROUP`. */
  readonly level: string;
  /** Parent levels, nearest first: `CAMPAIGN`, `ADVERTISER`. */
  readonly parents: readonly string[];
  /**
   * Our name for an entity's id if no Pinterest column contains it. CSV files then have an
   * additional column for it, and JSON files contain it only as a key.
   */
  readonly idColumn: string | undefined;
  /**
   * The days of the report (YYYY-MM-DD) or its hours (YYYY-MM-DDTHH:00:00). A single null for a
   * report without days.
   */
  readonly dates: readonly (string | null)[];
  /**
   * The columns that a row may have. The columns that Pinterest adds itself come first, then the
   * requested columns.
   */
  readonly names: readonly string[];
  readonly #report: RequestedReport;
  readonly #columns: readonly string[];
  readonly #metrics: readonly string[];
  readonly #kinds: ReadonlyMap<string, ColumnValue>;
  readonly #segments: readonly Segment[];
  readonly #filters: readonly Filter[];

  constructor(report: RequestedReport) {
    const { facts, body } = report;
    this.#report = report;
    this.level = typeof body.level === "string" ? body.level.replace(/_TARGETING$/, "") : "";
    this.parents = parentsOf(facts, this.level);
    this.idColumn = facts.levels?.find(({ name }) => name === body.level)?.ours;
    this.dates = datesOf(body);
    this.#segments = segmentsOf(body);
    this.#columns = Array.isArray(body.columns) ? [...new Set(body.columns.map(String))] : [];
    this.#kinds = new Map(Object.entries(facts.columns).map(([name, { value }]) => [name, value]));
    this.#metrics = this.#columns.filter((name) => isMetric(this.#kinds.get(name) ?? "id"));
    const added = [
      ...(this.dates[0] === null ? [] : ["DATE"]),
      ...(this.#segments[0] ?? []).map(([name]) => name),
    ];
    this.names = [...new Set([...added, ...this.#columns])];
    this.#filters = this.#filtersOf(body);
  }

  /** Maximum number of entities: 1 for a report on the account itself, otherwise `Infinity`. */
  get maxEntities(): number {
    return this.level === "ADVERTISER" ? 1 : Number.POSITIVE_INFINITY;
  }

  /** Whether the body has a list of ids that rows can contain, such as `campaign_ids`. */
  get isFiltered(): boolean {
    return this.#filters.length > 0;
  }

  /** Whether the ids of entity `number` (from 0) and its parents are in the body's lists of ids. */
  isListed(number: number): boolean {
    return this.#filters.every(({ depth, numbers }) =>
      numbers.has(Math.floor(number / CHILDREN ** depth)),
    );
  }

  /**
   * Returns the rows of entity `number` (from 0), in order of date. As in the API, rows whose
   * metrics are all 0 are omitted. If no metric was requested, no rows are omitted.
   */
  rows(number: number): readonly DataRow[] {
    const { account, seed } = this.#report;
    const ids = this.#idsOf(number);
    const entity = this.level === "ADVERTISER" ? account : idOf(this.level, account, number);
    const rows: DataRow[] = [];
    for (const date of this.dates) {
      const { on, isZero } = lastChange(this.#report, { number, date });
      if (isZero && this.#metrics.length > 0) continue;
      for (const segment of this.#segments) {
        const version = on === 0 ? "" : ` ${on}`;
        const chance = seededRandom(
          `${seed} ${account} ${this.level} ${number} ${date} ${segment.join(" ")}${version}`,
        );
        const cells = new Map<string, Cell>(date === null ? segment : [["DATE", date], ...segment]);
        for (const name of this.#columns) {
          const cell = this.#cell(name, { number, entity, ids, chance });
          if (cell !== undefined) cells.set(name, cell);
        }
        if (this.#metrics.length === 0 || this.#metrics.some((name) => cells.get(name) !== 0))
          rows.push({ entity, date, cells });
      }
    }
    return rows;
  }

  /**
   * Returns a filter for each of the body's lists of ids. A list is ignored if rows do not contain
   * ids of that kind.
   */
  #filtersOf(body: RequestedReport["body"]): readonly Filter[] {
    const { account, facts } = this.#report;
    return [this.level, ...this.parents].flatMap((kind, depth) => {
      if (kind === "ADVERTISER") return [];
      const columns = new Set([`${kind}_ID`, ...listedUnder(facts, kind)]);
      return [...columns].flatMap((column) => {
        const ids = body[`${column.toLowerCase()}s`];
        if (!Array.isArray(ids)) return [];
        const numbers = ids.flatMap((id) => numberOf(kind, account, String(id)) ?? []);
        return [{ depth, numbers: new Set(numbers) }];
      });
    });
  }

  /** Returns the ids of an entity and its parents, keyed by column. */
  #idsOf(number: number): ReadonlyMap<string, Numbered> {
    const { account, facts } = this.#report;
    const ids = new Map<string, Numbered>(
      ACCOUNT_COLUMNS.map((column) => [column, { id: account, number: 0 }]),
    );
    for (const [depth, kind] of [this.level, ...this.parents].entries()) {
      if (kind === "ADVERTISER") continue;
      const parentNumber = Math.floor(number / CHILDREN ** depth);
      for (const column of listedUnder(facts, kind))
        ids.set(column, { id: idOf(kind, account, parentNumber), number: parentNumber });
    }
    return ids;
  }

  /**
   * Returns the value of a column. Undefined if the row does not determine it, such as the ad id in
   * a campaign's row.
   */
  #cell(name: string, { number, entity, ids, chance }: CellSource): Cell | undefined {
    const zero = chance() < 0.2;
    const amount = chance();
    const { account, facts } = this.#report;
    const kind = this.#kinds.get(name) ?? "unknown";
    switch (kind) {
      case "id": {
        const isOfLevel = facts.levels?.some((level) => level.listedUnder.includes(name)) ?? false;
        const digits =
          ids.get(name)?.id ??
          (name === "PIN_ID" ? idOf("PIN", account, number) : isOfLevel ? undefined : entity);
        return digits === undefined ? undefined : { digits, quoted: TEXT_IDS.includes(name) };
      }
      case "url":
        return `https://example.com/${number + 1}`;
      case "label":
        return "RUNNING";
      default: {
        const { inRows, inTables, unit } = COLUMN_KINDS[kind];
        if (inRows === "string")
          return entityName(name, ids.get(name.replace(/_NAME$/, "_ID")) ?? { id: entity, number });
        if (zero) return 0;
        const awkward = unit === null || unit === "seconds" ? undefined : awkwardAmount(amount);
        if (awkward !== undefined) return awkward;
        if (unit === "micro-currency") return 1 + Math.floor(amount * 50_000_000);
        return inTables === "integer"
          ? 1 + Math.floor(amount * 10_000)
          : Math.ceil(amount * 10_000) / 10_000;
      }
    }
  }
}

/** Amounts whose sums have rounding errors in a double. */
const AWKWARD = [0.1, 0.2, 0.7, 1.005, 8.2, 12.07, 64.9, 412_345.67];
/** Fraction of the amounts that come from `AWKWARD`. */
const AWKWARD_SHARE = 1 / 4;

/** Returns an `AWKWARD` amount if the random `amount` is below 0.25; otherwise undefined. */
function awkwardAmount(amount: number): number | undefined {
  return AWKWARD[Math.floor((amount / AWKWARD_SHARE) * AWKWARD.length)];
}

interface Numbered {
  readonly id: string;
  readonly number: number;
}

/** Selects the entities whose ids a body lists. */
interface Filter {
  /** 0 for the level's own ids, 1 for its nearest parent level, and so on. */
  readonly depth: number;
  readonly numbers: ReadonlySet<number>;
}

interface CellSource {
  readonly number: number;
  readonly entity: string;
  readonly ids: ReadonlyMap<string, Numbered>;
  readonly chance: () => number;
}

type Segment = readonly (readonly [string, Cell])[];

/**
 * Returns a name for an entity, such as a campaign's name. `number` is the entity's number, from 0.
 * Names follow a cycle of three. The first contains quotes, a comma and an accent. The second
 * contains a line feed, a comma, Japanese letters and an emoji. The third contains none of these.
 */
export function entityName(column: string, { id, number }: Numbered): string {
  const words = column.toLowerCase().replaceAll("_", " ");
  return [`${words} ${id} "A", é`, `${words}\n${id}, 日本 😀`, `${words} ${id}`][number % 3] ?? "";
}

/** Returns the id columns that a level's rows are listed under; empty for an unknown level. */
function listedUnder({ levels }: ContractFacts, name: string): readonly string[] {
  return levels?.find((level) => level.name === name)?.listedUnder ?? [];
}

/**
 * Returns the levels whose ids each row of this level also contains, nearest first. A level with
 * more id columns is nearer.
 */
function parentsOf({ levels = [] }: ContractFacts, name: string): readonly string[] {
  const has = levels.find((level) => level.name === name)?.has ?? [];
  const outer = levels.filter(
    (level) => level.name !== name && level.listedUnder.some((column) => has.includes(column)),
  );
  const regular = outer.filter((level) => !level.name.endsWith("_TARGETING"));
  return regular.toSorted((a, b) => b.has.length - a.has.length).map((level) => level.name);
}

/**
 * The hours of a day, as they appear after the day and a `T` in our files. Pinterest does not
 * document how it writes hours. We chose a format that begins with the day, because the row reader
 * requires that.
 */
const HOURS = Array.from({ length: 24 }, (_, hour) => `${String(hour).padStart(2, "0")}:00:00`);

/** Returns the days or hours of a report. A single null for a report without days. */
function datesOf(body: Readonly<Record<string, unknown>>): readonly (string | null)[] {
  if (body.granularity === "TOTAL") return [null];
  const [first, last] = [body.start_date, body.end_date].map(dayNumber);
  if (first === undefined || last === undefined || Number.isNaN(first + last)) return [null];
  const all = Array.from({ length: Math.max(0, last - first + 1) }, (_, index) =>
    isoDay(first + index),
  );
  if (body.granularity === "HOUR") {
    const { start_hour: startHour = 0, end_hour: endHour = HOURS.length - 1 } = body;
    return all.flatMap((date, index) =>
      HOURS.filter(
        (_, hour) =>
          (index > 0 || hour >= Number(startHour)) &&
          (index < all.length - 1 || hour <= Number(endHour)),
      ).map((time) => `${date}T${time}`),
    );
  }
  if (body.granularity === "WEEK") return all.filter((_, index) => index % 7 === 0);
  if (body.granularity === "MONTH")
    return all.filter((date, index) => index === 0 || date.endsWith("-01"));
  return all;
}

const TARGETING_VALUES: Readonly<Record<string, readonly string[]>> = {
  AGE_BUCKET: ["25-34", "35-44"],
  COUNTRY: ["US", "GB"],
  GENDER: ["female", "male"],
  GEO: ["US", "GB"],
  LOCALE: ["en-US", "de"],
  LOCATION: ["US", "GB"],
  REGION: ["US-CA", "GB-ENG"],
};

/**
 * Returns the two values of a targeting type in reports. A type whose values are unknown gets the
 * values of `APPTYPE`.
 */
export function targetingValues(type: string): readonly string[] {
  return (
    (Object.hasOwn(TARGETING_VALUES, type) ? TARGETING_VALUES[type] : undefined) ?? [
      "iphone",
      "web",
    ]
  );
}

/**
 * Returns the segments of a targeting level: one for each value of each targeting type. Other
 * levels have a single empty segment.
 */
function segmentsOf({
  level,
  targeting_types,
}: Readonly<Record<string, unknown>>): readonly Segment[] {
  if (typeof level !== "string" || !level.endsWith("_TARGETING")) return [[]];
  const types = Array.isArray(targeting_types) ? targeting_types.map(String) : ["APPTYPE"];
  return types.flatMap((type) =>
    targetingValues(type).map(
      (value) =>
        [
          ["TARGETING_TYPE", type],
          ["TARGETING_VALUE", value],
        ] as const,
    ),
  );
}
