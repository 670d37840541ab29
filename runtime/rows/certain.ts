import type { CertainColumn } from "../flow.js";
import { type AnyRow, BadFile } from "./reader.js";

/** What is known of every row of a JSON file before it is read. */
export interface CertainRows {
  /** Columns that every row has. */
  readonly certain?: readonly string[];
  /** Those of them whose value is a key under which the file lists the row: an id, or a date. */
  readonly keyed?: readonly string[];
}

// What the file adds by itself; all else but ids under names of ours must be asked for.
export const ADDED: readonly string[] = ["DATE", "TARGETING_TYPE", "TARGETING_VALUE"];

const DAY = /^\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])(?=$|[T ])/;
const ID = /^\d+$/;

/** What every row of the report has that this body asks for. */
export function certainRows(body: unknown, columns: readonly string[], all: readonly CertainColumn[] = []): CertainRows {
  const said = (field: string): unknown => Object.getOwnPropertyDescriptor(body, field)?.value;
  const asked = all.filter(({ column, added = false }) => added || ADDED.includes(column) || columns.includes(column));
  const names = (where: "is" | "key"): readonly string[] =>
    asked.filter((one) => one[where].some((value) => value === said(one.field))).map(({ column }) => column);
  const [certain, keyed] = [names("is"), names("key")];
  return { ...(certain.length > 0 && { certain }), ...(keyed.length > 0 && { keyed }) };
}

/** Gives rows what only the keys above them say. */
export class KeyedRows {
  readonly #keyed: readonly string[];
  #keys: readonly string[] = [];
  #values: readonly (readonly [column: string, values: readonly string[]])[] = [];

  constructor(keyed: readonly string[] = []) {
    this.#keyed = keyed;
  }

  /** The row with what it lacks of the keys under which it stands, outermost first. */
  fill(row: AnyRow, keys: readonly string[]): void {
    // Rows that follow each other mostly stand under the same keys.
    if (keys !== this.#keys) {
      this.#keys = keys;
      this.#values = this.#keyed.map((column) => [column, keys.filter((key) => (column === "DATE" ? DAY : ID).test(key))] as const);
    }
    for (const [column, values] of this.#values) {
      if (row[column] !== undefined || values.length === 0) continue;
      // One taken for the other is worse than none.
      if (values.length > 1)
        throw new BadFile(`the next row has no ${column}, and stands under ${values.length} keys that may be it: ${shownIn(values)}`);
      row[column] = values[0];
    }
  }
}

function shownIn(keys: readonly string[]): string {
  return keys.map((key) => JSON.stringify(key.slice(0, 40))).join(", ");
}

/** Throws a `BadFile` when the row has not what every row of its report has. */
export function checkCertain(row: AnyRow, { certain = [], keyed = [] }: CertainRows): void {
  for (const column of certain) {
    if (typeof row[column] === "string") continue;
    const place = keyed.includes(column) ? `, and stands under no key that is ${column === "DATE" ? "a day" : "an id"}` : "";
    throw new BadFile(
      `the next row has no ${column}, which every row of this report should have${place}; entries() gives rows as they are`,
    );
  }
}
