import { dice } from "./dice.js";
import type { ContractFacts } from "./facts.js";
import { CHILDREN, idOf } from "./report-ids.js";

const DAY_MS = 86_400_000;
// Both are the account, under the name that it has had and the one that it has.
const ACCOUNT_COLUMNS = ["ADVERTISER_ID", "AD_ACCOUNT_ID"];
// These ids are texts in files that were seen, all others numbers.
const TEXT_IDS = ["AD_ACCOUNT_ID", "AD_ID", "AD_GROUP_ID"];
const NO_METRICS = ["id", "name", "text", "url", "label"];

/** An id in a file: in quotes, or as a number that may have more digits than a number holds. */
export interface Id {
  readonly digits: string;
  readonly quoted: boolean;
}

export type Cell = string | number | Id;

/** One row as Pinterest counts it, zeros included. */
export interface DataRow {
  /** The id of the campaign, ad or whatever the level is. */
  readonly entity: string;
  /** Null in a TOTAL report. */
  readonly date: string | null;
  readonly cells: ReadonlyMap<string, Cell>;
}

/** A report that was asked for. */
export interface AskedReport {
  readonly facts: ContractFacts;
  readonly account: string;
  readonly body: Readonly<Record<string, unknown>>;
  readonly seed: number;
}

/** The rows of a report, one entity at a time: the same for the same account, body and seed. */
export class ReportData {
  /** What a row is about, such as `AD_GROUP`. */
  readonly level: string;
  /** What that stands in, nearest first: `CAMPAIGN`, `ADVERTISER`. */
  readonly within: readonly string[];
  /** What a row's entity is called where no column holds its id; CSV files have a column for it, JSON files nothing but their keys. */
  readonly ours: string | undefined;
  /** The days of the report; null alone for one without. */
  readonly dates: readonly (string | null)[];
  /** What a row may have, in order: what the file adds by itself, then what was asked for. */
  readonly names: readonly string[];
  readonly #asked: AskedReport;
  readonly #columns: readonly string[];
  readonly #metrics: readonly string[];
  readonly #kinds: ReadonlyMap<string, string>;
  readonly #segments: readonly Segment[];

  constructor(asked: AskedReport) {
    const { facts, body } = asked;
    this.#asked = asked;
    this.level = typeof body.level === "string" ? body.level.replace(/_TARGETING$/, "") : "";
    this.within = withinOf(facts, this.level);
    this.ours = facts.levels?.find(({ name }) => name === body.level)?.ours;
    this.dates = datesOf(body);
    this.#segments = segmentsOf(body);
    this.#columns = Array.isArray(body.columns) ? [...new Set(body.columns.map(String))] : [];
    this.#kinds = new Map(facts.columns.map(({ name, value }) => [name, value]));
    this.#metrics = this.#columns.filter((name) => !NO_METRICS.includes(this.#kinds.get(name) ?? "id"));
    const added = [...(this.dates[0] === null ? [] : ["DATE"]), ...(this.#segments[0] ?? []).map(([name]) => name)];
    this.names = [...new Set([...added, ...this.#columns])];
  }

  /** How many entities there are at most: an account has itself alone. */
  get most(): number {
    return this.level === "ADVERTISER" ? 1 : Number.POSITIVE_INFINITY;
  }

  /** The rows of one entity, counted from 0. Rows in which all metrics are 0 are left out, as the API does. */
  rows(number: number): readonly DataRow[] {
    const { account, seed } = this.#asked;
    const ids = this.#idsOf(number);
    const entity = this.level === "ADVERTISER" ? account : idOf(this.level, account, number);
    const rows: DataRow[] = [];
    for (const date of this.dates) {
      for (const segment of this.#segments) {
        const chance = dice(`${seed} ${account} ${this.level} ${number} ${date} ${segment.join(" ")}`);
        const cells = new Map<string, Cell>(date === null ? segment : [["DATE", date], ...segment]);
        for (const name of this.#columns) {
          const cell = this.#cell(name, { number, entity, ids, chance });
          if (cell !== undefined) cells.set(name, cell);
        }
        if (this.#metrics.length === 0 || this.#metrics.some((name) => cells.get(name) !== 0)) rows.push({ entity, date, cells });
      }
    }
    return rows;
  }

  /** The ids of an entity and of what it stands in, by the columns that hold them. */
  #idsOf(number: number): ReadonlyMap<string, Numbered> {
    const { account, facts } = this.#asked;
    const ids = new Map<string, Numbered>(ACCOUNT_COLUMNS.map((column) => [column, { id: account, number: 0 }]));
    for (const [depth, kind] of [this.level, ...this.within].entries()) {
      if (kind === "ADVERTISER") continue;
      const one = Math.floor(number / CHILDREN ** depth);
      for (const column of listedUnder(facts, kind)) ids.set(column, { id: idOf(kind, account, one), number: one });
    }
    return ids;
  }

  /** A value, or undefined where the row cannot know it: of many ads in a campaign there is no one id. */
  #cell(name: string, { number, entity, ids, chance }: CellSource): Cell | undefined {
    const zero = chance() < 0.2;
    const amount = chance();
    const { account, facts } = this.#asked;
    switch (this.#kinds.get(name)) {
      case "id": {
        const isOfLevel = facts.levels?.some((level) => level.listedUnder.includes(name)) ?? false;
        const digits = ids.get(name)?.id ?? (name === "PIN_ID" ? idOf("PIN", account, number) : isOfLevel ? undefined : entity);
        return digits === undefined ? undefined : { digits, quoted: TEXT_IDS.includes(name) };
      }
      case "name":
      case "text":
        return nameOf(name, ids.get(name.replace(/_NAME$/, "_ID")) ?? { id: entity, number });
      case "url":
        return `https://example.com/${number + 1}`;
      case "label":
        return "RUNNING";
      case "count":
        return zero ? 0 : 1 + Math.floor(amount * 10_000);
      case "micro-money":
        return zero ? 0 : 1 + Math.floor(amount * 50_000_000);
      default:
        return zero ? 0 : Math.ceil(amount * 10_000) / 10_000;
    }
  }
}

interface Numbered {
  readonly id: string;
  readonly number: number;
}

interface CellSource {
  readonly number: number;
  readonly entity: string;
  readonly ids: ReadonlyMap<string, Numbered>;
  readonly chance: () => number;
}

type Segment = readonly (readonly [string, Cell])[];

/** Names as people give them: with quotes, commas, line ends and letters of many alphabets. */
function nameOf(column: string, { id, number }: Numbered): string {
  const words = column.toLowerCase().replaceAll("_", " ");
  return [`${words} ${id} "A", é`, `${words}\n${id}, 日本 😀`, `${words} ${id}`][number % 3] ?? "";
}

function listedUnder({ levels }: ContractFacts, name: string): readonly string[] {
  return levels?.find((level) => level.name === name)?.listedUnder ?? [];
}

/** The levels whose ids each row of this one has, too; who has more of them is nearer. */
function withinOf({ levels = [] }: ContractFacts, name: string): readonly string[] {
  const has = levels.find((level) => level.name === name)?.has ?? [];
  const outer = levels.filter((level) => level.name !== name && level.listedUnder.some((column) => has.includes(column)));
  const plain = outer.filter((level) => !level.name.endsWith("_TARGETING"));
  return plain.toSorted((one, other) => other.has.length - one.has.length).map((level) => level.name);
}

function datesOf(body: Readonly<Record<string, unknown>>): readonly (string | null)[] {
  if (body.granularity === "TOTAL") return [null];
  const [first, last] = [body.start_date, body.end_date].map((date) => Date.parse(`${String(date)}T00:00:00Z`) / DAY_MS);
  if (first === undefined || last === undefined || Number.isNaN(first + last)) return [null];
  const all = Array.from({ length: Math.max(0, last - first + 1) }, (_, index) =>
    new Date((first + index) * DAY_MS).toISOString().slice(0, 10),
  );
  if (body.granularity === "WEEK") return all.filter((_, index) => index % 7 === 0);
  if (body.granularity === "MONTH") return all.filter((date, index) => index === 0 || date.endsWith("-01"));
  return all;
}

/** A targeting level has a row for each value of each targeting type. */
function segmentsOf({ level, targeting_types }: Readonly<Record<string, unknown>>): readonly Segment[] {
  if (typeof level !== "string" || !level.endsWith("_TARGETING")) return [[]];
  const types = Array.isArray(targeting_types) ? targeting_types.map(String) : ["APPTYPE"];
  return types.flatMap((type) =>
    ["iphone", "web"].map(
      (value) =>
        [
          ["TARGETING_TYPE", type],
          ["TARGETING_VALUE", value],
        ] as const,
    ),
  );
}
