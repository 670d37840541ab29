import { decimalOf } from "../decimal.js";
import { quoteWord } from "../redact.js";
import { dayNumber } from "../validation/dates.js";
import type { Row } from "../writers/row.js";
import { cellText } from "../writers/row.js";
import { CELL_TYPES } from "./cell-types.js";
import type { Cell, Cells, CellType, TargetColumn, TargetSession, TargetTable } from "./target.js";

const LONGEST_INTEGER = 2n ** 63n;

/** A row that does not fit its table. */
export class InvalidRow extends Error {}

/** The error for a value in a column that was not requested. */
export function notRequested(name: string, value: unknown): InvalidRow {
  return new InvalidRow(`${quoteWord(name)} was not requested, but has the value ${shown(value)}`);
}

/** The columns of a table. A list's table grows by fields that the description lacks. */
export class Shape {
  /** The session in which the table was made as wide as these columns; null if none was. */
  ensuredIn: TargetSession | null = null;
  /** Number of the column with the day; -1 if there is none. */
  readonly dayNumber: number;
  readonly #table: TargetTable;
  readonly #columns: TargetColumn[];
  /** Column numbers by name. */
  readonly #numbers = new Map<string, number>();
  /** Column numbers by the name that rows have for the column, in that case only. */
  readonly #sources = new Map<string, number>();
  readonly #required: readonly number[];
  /** The types of the columns in the target. */
  readonly #existing: ReadonlyMap<string, CellType>;

  /** `existing` is the table in the target, whose columns may be wider: they stay so. */
  constructor(table: TargetTable, existing: TargetTable | null) {
    this.#table = table;
    this.#existing = new Map(existing?.columns.map(({ name, type }) => [name, type]));
    this.#columns = table.columns.map((column) => ({
      ...column,
      type: this.#widened(column.name, column.type),
    }));
    for (const [number, { name }] of this.#columns.entries()) {
      this.#numbers.set(name, number);
      // Pinterest's columns are in capitals. Columns that only `sync` has begin with `_`.
      const isRenamed = table.dayColumn !== null && !name.startsWith("_");
      this.#sources.set(isRenamed ? name.toUpperCase() : name, number);
    }
    this.#required = table.primaryKey.map((name) => this.numberOf(name));
    this.dayNumber = table.dayColumn === null ? -1 : this.numberOf(table.dayColumn);
  }

  /** The table with its present columns. */
  get table(): TargetTable {
    return { ...this.#table, columns: [...this.#columns] };
  }

  /** Number of a column that the table has. */
  numberOf(name: string): number {
    const number = this.#numbers.get(name);
    if (number === undefined) throw new RangeError(`there is no column ${name}`);
    return number;
  }

  /**
   * The row as cells. Throws an `InvalidRow` that names column and value for a column that the
   * table lacks and for a value that does not fit its column, and one for a row without a value in
   * a column of the primary key.
   */
  cells(row: Row): Cells {
    const cells: Cell[] = new Array(this.#columns.length).fill(null);
    for (const name of Object.keys(row)) {
      const value = row[name];
      if (value === undefined || value === null) continue;
      const number = this.#sources.get(name);
      const column = number === undefined ? undefined : this.#columns[number];
      if (number === undefined || column === undefined) throw notRequested(name, value);
      const cell = cellOf(column.type, value);
      if (cell === undefined)
        throw new InvalidRow(`${name} is ${shown(value)}, which is not ${TYPES[column.type]}`);
      cells[number] = cell;
    }
    for (const number of this.#required)
      if (cells[number] === null)
        throw new InvalidRow(`there is no ${this.#columns[number]?.name}, which identifies rows`);
    return cells;
  }

  /**
   * Adds the fields of a list's item that the table lacks, as texts: the description does not know
   * them. Throws an `InvalidRow` for one that differs from another column only in case.
   */
  extend(item: Row): void {
    for (const [name, value] of Object.entries(item)) {
      if (value === undefined || value === null || this.#sources.has(name)) continue;
      if (this.#columns.some((column) => column.name.toLowerCase() === name.toLowerCase()))
        throw new InvalidRow(`${quoteWord(name)} differs from another column only in case`);
      const type = this.#widened(name, "text");
      this.#columns.push({ name, type, nullable: true, comment: null });
      this.#numbers.set(name, this.#columns.length - 1);
      this.#sources.set(name, this.#columns.length - 1);
      this.ensuredIn = null;
    }
  }

  /** The type, or the one that the target's column needs to hold both. */
  #widened(name: string, type: CellType): CellType {
    return widest(type, this.#existing.get(name) ?? type);
  }
}

/** The types, as messages call one value of each. */
const TYPES: Readonly<Record<CellType, string>> = {
  text: "text",
  integer: "a 64-bit integer",
  double: "a number",
  decimal: "a number with at most 20 digits before the point and 18 after it",
  boolean: "true or false",
  date: "a day as YYYY-MM-DD",
  timestamp: "a time",
};

/** A value for a message: at most 40 characters of it. */
function shown(value: unknown): string {
  return typeof value === "string" ? quoteWord(value) : cellText(value).slice(0, 40);
}

/** The narrowest type that holds the values of both. */
export function widest(a: CellType, b: CellType): CellType {
  const wider = [a, CELL_TYPES[a].wider, "text" as const];
  return [b, CELL_TYPES[b].wider, "text" as const].find((type) => wider.includes(type)) ?? "text";
}

/**
 * The value in a column of the type; undefined if the type does not hold it. The value is neither
 * undefined nor null.
 */
function cellOf(type: CellType, value: unknown): Cell | undefined {
  switch (type) {
    case "text":
      return typeof value === "string" ? value : cellText(value);
    case "integer":
      if (Number.isSafeInteger(value)) return value as number;
      return integerOf(value);
    case "double":
      // As databases convert a column of integers to doubles.
      if (typeof value === "bigint") return Number(value);
      return typeof value === "number" && Number.isFinite(value) ? value : undefined;
    case "decimal":
      return decimalOf(value);
    case "boolean":
      return typeof value === "boolean" ? value : undefined;
    case "date":
      return isDay(value) ? value : undefined;
    case "timestamp":
      return typeof value === "string" && !Number.isNaN(Date.parse(value)) ? value : undefined;
  }
}

/** An integer that a number cannot hold, as a bigint; undefined for any other value. */
function integerOf(value: unknown): bigint | undefined {
  // Rows have a long one as text, so that no digit is lost.
  const isText = typeof value === "string" && /^-?\d{1,19}$/.test(value);
  const integer = isText ? BigInt(value) : value;
  return typeof integer === "bigint" && integer >= -LONGEST_INTEGER && integer < LONGEST_INTEGER
    ? integer
    : undefined;
}

// The same day appears in many consecutive rows.
let lastDay = "1970-01-01";

function isDay(value: unknown): value is string {
  if (value === lastDay) return true;
  if (typeof value !== "string" || Number.isNaN(dayNumber(value))) return false;
  lastDay = value;
  return true;
}
