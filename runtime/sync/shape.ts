import { decimalOf } from "../decimal.js";
import { quoteWord } from "../redact.js";
import { dayNumber } from "../validation/dates.js";
import type { Row } from "../writers/row.js";
import { cellText } from "../writers/row.js";
import { CELL_TYPES } from "./cell-types.js";
import type { Cell, Cells, CellType, TargetColumn, TargetSession, TargetTable } from "./target.js";

const INT64_LIMIT = 2n ** 63n;

/** A row that does not fit its table. */
export class InvalidRow extends Error {}

/** The error for a value in a column that was not requested. */
export function notRequested(name: string, value: unknown): InvalidRow {
  return new InvalidRow(`${quoteWord(name)} was not requested, but has the value ${shown(value)}`);
}

/**
 * The columns of a table. A list's table also gets columns for fields that are not in the API
 * description.
 */
export class Shape {
  /**
   * The session in which the target's table is known to have these columns; null if there is none.
   */
  ensuredIn: TargetSession | null = null;
  /** Index of the day column; -1 if there is none. */
  readonly dayNumber: number;
  readonly #table: TargetTable;
  readonly #columns: TargetColumn[];
  /** Column indexes, by name. */
  readonly #numbers = new Map<string, number>();
  /** Column indexes by the name used in rows, which is case-sensitive. */
  readonly #sources = new Map<string, number>();
  readonly #required: readonly number[];
  /** The types of the columns in the target. */
  readonly #existing: ReadonlyMap<string, CellType>;

  /** `existing` is the target's table. If a column has a wider type there, it keeps that type. */
  constructor(table: TargetTable, existing: TargetTable | null) {
    this.#table = table;
    this.#existing = new Map(existing?.columns.map(({ name, type }) => [name, type]));
    this.#columns = table.columns.map((column) => ({
      ...column,
      type: this.#widened(column.name, column.type),
    }));
    for (const [number, { name }] of this.#columns.entries()) {
      this.#numbers.set(name, number);
      // Pinterest's column names are in capitals. Names that begin with `_` are `sync`'s own.
      const isRenamed = table.dayColumn !== null && !name.startsWith("_");
      this.#sources.set(isRenamed ? name.toUpperCase() : name, number);
    }
    this.#required = table.primaryKey.map((name) => this.numberOf(name));
    this.dayNumber = table.dayColumn === null ? -1 : this.numberOf(table.dayColumn);
  }

  /** The table with its current columns. */
  get table(): TargetTable {
    return { ...this.#table, columns: [...this.#columns] };
  }

  /** Returns the index of a column. Throws a `RangeError` if the table does not have it. */
  numberOf(name: string): number {
    const number = this.#numbers.get(name);
    if (number === undefined) throw new RangeError(`there is no column ${name}`);
    return number;
  }

  /**
   * Converts a row to cells. Throws an `InvalidRow` if the table lacks a column, a value does not
   * fit its column, or a primary key column has no value. The error names the column and, if there
   * is one, the value.
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
        throw new InvalidRow(
          `there is no ${this.#columns[number]?.name}, which is part of the primary key`,
        );
    return cells;
  }

  /**
   * Adds text columns for an item's fields that the table lacks. Such fields are not in the API
   * description. Throws an `InvalidRow` for a field that differs from another column only in case.
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

  /** The narrowest type for values of both this type and the type of the target's column. */
  #widened(name: string, type: CellType): CellType {
    return widest(type, this.#existing.get(name) ?? type);
  }
}

/** How messages describe a value of each type. */
const TYPES: Readonly<Record<CellType, string>> = {
  text: "text",
  integer: "a 64-bit integer",
  double: "a number",
  decimal: "a number with at most 20 digits before the decimal point and 18 after it",
  boolean: "true or false",
  date: "a date in the format YYYY-MM-DD",
  timestamp: "a time",
};

/** The value as shown in messages, at most 40 characters long. */
function shown(value: unknown): string {
  return typeof value === "string" ? quoteWord(value) : cellText(value).slice(0, 40);
}

/**
 * The type of a column that contains values of both types. Equal types stay as they are, integer
 * and double become `double`, and all other pairs become `text`.
 */
export function widest(a: CellType, b: CellType): CellType {
  const wider = [a, CELL_TYPES[a].wider, "text" as const];
  return [b, CELL_TYPES[b].wider, "text" as const].find((type) => wider.includes(type)) ?? "text";
}

/**
 * Converts a value to a cell of this type; undefined if it does not fit. The value is neither
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
      // Databases also convert integers this way when a column becomes a double.
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

/** Converts a 64-bit integer, given as text or a bigint; undefined for other values. */
function integerOf(value: unknown): bigint | undefined {
  // Rows contain long integers as text, so that no digit is lost.
  const isText = typeof value === "string" && /^-?\d{1,19}$/.test(value);
  const integer = isText ? BigInt(value) : value;
  return typeof integer === "bigint" && integer >= -INT64_LIMIT && integer < INT64_LIMIT
    ? integer
    : undefined;
}

// The last day is remembered, because many consecutive rows have the same day.
let lastDay = "1970-01-01";

/** Whether a value is an existing day in `YYYY-MM-DD` format. */
function isDay(value: unknown): value is string {
  if (value === lastDay) return true;
  if (typeof value !== "string" || Number.isNaN(dayNumber(value))) return false;
  lastDay = value;
  return true;
}
