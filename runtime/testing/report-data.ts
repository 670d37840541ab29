import type { ContractFacts } from "./facts.js";

const DAY_MS = 86_400_000;

export type Cell = string | number;

/** One row as Pinterest counts it, zeros included. */
export interface DataRow {
  /** The id of the campaign, ad or whatever the level is. */
  readonly entity: string;
  /** Null in a TOTAL report. */
  readonly date: string | null;
  readonly cells: ReadonlyMap<string, Cell>;
}

export interface DataOptions {
  readonly seed: number;
  readonly entities: number;
}

/** The rows of a report: the same for the same body and seed. Rows in which all metrics are 0 are left out, as the API does. */
export function reportData(
  facts: ContractFacts,
  body: Readonly<Record<string, unknown>>,
  { seed, entities }: DataOptions,
): readonly DataRow[] {
  const kinds = new Map(facts.columns.map(({ name, value }) => [name, value]));
  const columns = Array.isArray(body.columns) ? [...new Set(body.columns.map(String))] : [];
  const rows: DataRow[] = [];
  for (let number = 0; number < entities; number++) {
    const entity = String(626_700_000_001 + number);
    for (const date of dates(body)) {
      for (const segment of segments(body)) {
        const chance = dice(`${seed} ${entity} ${date} ${segment.join(" ")}`);
        const cells = new Map<string, Cell>(date === null ? [] : [["DATE", date]]);
        for (const [name, value] of segment) cells.set(name, value);
        for (const name of columns) cells.set(name, cell(name, kinds.get(name) ?? "unknown", { number, entity, chance }));
        const metrics = columns.filter((name) => isMetric(kinds.get(name)));
        if (metrics.length === 0 || metrics.some((name) => cells.get(name) !== 0)) rows.push({ entity, date, cells });
      }
    }
  }
  return rows;
}

interface CellSource {
  readonly number: number;
  readonly entity: string;
  readonly chance: () => number;
}

function cell(name: string, kind: string, { number, entity, chance }: CellSource): Cell {
  const zero = chance() < 0.2;
  const amount = chance();
  switch (kind) {
    case "id":
      return idCell(name, number, entity);
    case "name":
    case "text":
      return `${name.toLowerCase().replaceAll("_", " ")} "${number + 1}", é`;
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

/** Pins have 18 digits and stand in the file as numbers; some other ids are texts, some numbers. */
function idCell(name: string, number: number, entity: string): Cell {
  if (name === "PIN_ID") return `${217_861_700_718_936_379n + BigInt(number)}n`;
  return ["AD_ACCOUNT_ID", "AD_ID", "AD_GROUP_ID"].includes(name) ? entity : Number(entity);
}

function isMetric(kind: string | undefined): boolean {
  return kind !== undefined && !["id", "name", "text", "url", "label"].includes(kind);
}

function dates(body: Readonly<Record<string, unknown>>): readonly (string | null)[] {
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
function segments({ level, targeting_types }: Readonly<Record<string, unknown>>): readonly (readonly (readonly [string, Cell])[])[] {
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

/** Numbers from 0 up to 1, the same for the same text. */
export function dice(text: string): () => number {
  let state = 0x811c9dc5;
  for (const character of text) state = Math.imul(state ^ (character.codePointAt(0) ?? 0), 0x01000193);
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}
