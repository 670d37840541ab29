import type { loadColumns } from "../modules.js";
import type { ReadRows } from "../row.js";

type Facts = Awaited<ReturnType<typeof loadColumns>>["reportColumns"];
type ColumnValue = Facts[keyof Facts]["value"];

/** `count`: 64-bit integers. `number`: doubles. `day`: days without a time. */
export type Kind = "count" | "number" | "day" | "text";

const KINDS: Readonly<Record<ColumnValue, Kind>> = {
  id: "text",
  name: "text",
  text: "text",
  url: "text",
  label: "text",
  count: "count",
  number: "number",
  rate: "number",
  ratio: "number",
  seconds: "number",
  money: "number",
  "micro-money": "number",
  "unknown-money": "number",
  unknown: "text",
};

/** Which kind holds what does not fit. */
const WIDER: Readonly<Record<Kind, Kind>> = { count: "number", number: "text", day: "text", text: "text" };

const WORDS: Readonly<Record<Kind, string>> = { count: "integers", number: "numbers", day: "days", text: "texts" };

export interface Asked {
  readonly columns: readonly string[];
  readonly facts: Readonly<Record<string, { readonly value: ColumnValue }>>;
  readonly note: (text: string) => void;
}

/**
 * The columns that were asked for, then those that the file adds, each with the kind that is known of it. Where a value does not fit, which
 * is possible where only a column's name speaks for its kind, the column gets a wider one, and that is said.
 */
export async function kindsIn(rows: ReturnType<ReadRows>, { columns, facts, note }: Asked): Promise<ReadonlyMap<string, Kind>> {
  const known = (name: string): Kind => {
    if (name === "DATE") return "day";
    return Object.hasOwn(facts, name) ? KINDS[facts[name]?.value ?? "unknown"] : "text";
  };
  const kinds = new Map(columns.map((name) => [name, known(name)]));
  for await (const row of rows) {
    for (const [name, value] of Object.entries(row)) {
      let kind = kinds.get(name) ?? known(name);
      while (!fits(kind, value)) kind = WIDER[kind];
      kinds.set(name, kind);
    }
  }
  for (const [name, kind] of kinds) {
    if (kind !== known(name)) note(`${name} is written as ${WORDS[kind]}: not all of its values are ${WORDS[known(name)]}`);
  }
  return kinds;
}

/** The value as the writer takes it. */
export function valueAs(kind: Kind, value: unknown): unknown {
  if (value === undefined || value === null) return null;
  if (kind === "count") return BigInt(value as number);
  if (kind === "day") return new Date(`${value}T00:00:00Z`);
  if (kind === "number") return value;
  return typeof value === "object" ? JSON.stringify(value) : String(value);
}

function fits(kind: Kind, value: unknown): boolean {
  if (kind === "text" || value === undefined || value === null) return true;
  if (kind === "count") return Number.isSafeInteger(value);
  if (kind === "number") return typeof value === "number";
  return typeof value === "string" && /^\d{4}-\d{2}-\d{2}$/.test(value) && !Number.isNaN(Date.parse(`${value}T00:00:00Z`));
}
