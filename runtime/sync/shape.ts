import { quoteWord } from "../redact.js";
import { dayNumber } from "../validation/dates.js";
import type { Row } from "../writers/row.js";
import { cellText } from "../writers/row.js";
import { CELL_TYPES } from "./cell-types.js";
import type { Cell, Cells, CellType, TargetColumn, TargetTable } from "./target.js";

const LONGEST_INTEGER = 2n ** 63n;

/**
 * A row with a column that its table lacks, or with a value that does not fit its column: the table
 * must be widened first.
 */
export class TooNarrow extends Error {}

/** A row that cannot be in its table at all. */
export class InvalidRow extends Error {}

/** The columns of a table, which become more and wider with the rows that they have to hold. */
export class Shape {
  /** Whether the columns have changed since the table was last ensured. */
  isChanged = true;
  /** Number of the column with the day; -1 if there is none. */
  readonly dayNumber: number;
  readonly #table: TargetTable;
  readonly #columns: TargetColumn[];
  /** Column numbers by name. */
  readonly #numbers = new Map<string, number>();
  readonly #required: readonly number[];
  #widenings = 0;
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
    for (const [number, { name }] of this.#columns.entries()) this.#numbers.set(name, number);
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
   * The row as cells. Throws `TooNarrow` if the columns do not hold it, and `InvalidRow` for a row
   * without a value in a column of the primary key.
   */
  cells(row: Row): Cells {
    const cells: Cell[] = new Array(this.#columns.length).fill(null);
    for (const name of Object.keys(row)) {
      const value = row[name];
      if (value === undefined || value === null) continue;
      const number = this.#numbers.get(name);
      const column = number === undefined ? undefined : this.#columns[number];
      if (number === undefined || column === undefined) throw new TooNarrow();
      const cell = cellOf(column.type, value);
      if (cell === undefined) throw new TooNarrow();
      cells[number] = cell;
    }
    for (const number of this.#required)
      if (cells[number] === null)
        throw new InvalidRow(
          `a row has no ${this.#columns[number]?.name}, by which rows are told apart`,
        );
    return cells;
  }

  /** Cells that were made before the table was widened, as cells of the present columns. */
  fitted(cells: Cells): Cells {
    if (this.#widenings === 0) return cells;
    return this.#columns.map(({ type }, number) => {
      const cell = cells[number] ?? null;
      if (cell === null) return null;
      return type === "text" ? String(cell) : type === "double" ? Number(cell) : cell;
    });
  }

  /**
   * Adds the columns that the row needs, and widens those that do not hold its values. Throws an
   * `InvalidRow` for a column that differs from another only in case, and for a day that is none:
   * the column with the day stays one of days, by which windows are found.
   */
  widen(row: Row): void {
    for (const [name, value] of Object.entries(row)) {
      if (value === undefined || value === null) continue;
      const number = this.#numbers.get(name) ?? this.#add(name, value);
      const column = this.#columns[number];
      if (column === undefined) continue;
      let { type } = column;
      if (number === this.dayNumber && cellOf(type, value) === undefined)
        throw new InvalidRow(
          `a row has the ${column.name} ${quoteWord(String(value))}, which is no day as YYYY-MM-DD`,
        );
      while (cellOf(type, value) === undefined) type = CELL_TYPES[type].wider;
      if (type === column.type) continue;
      this.#columns[number] = { ...column, type };
      this.#changed();
    }
  }

  #add(name: string, value: unknown): number {
    const isTaken = this.#columns.some(
      (column) => column.name.toLowerCase() === name.toLowerCase(),
    );
    if (isTaken)
      throw new InvalidRow(`a row has ${name}, which differs from another column only in case`);
    this.#columns.push({
      name,
      type: this.#widened(name, typeOf(value)),
      nullable: true,
      comment: null,
    });
    this.#numbers.set(name, this.#columns.length - 1);
    this.#changed();
    return this.#columns.length - 1;
  }

  #changed(): void {
    this.isChanged = true;
    this.#widenings++;
  }

  /** The type, or the one that the target's column needs to hold both. */
  #widened(name: string, type: CellType): CellType {
    return widest(type, this.#existing.get(name) ?? type);
  }
}

/** The narrowest type that holds the value: a list or an object is text, as JSON. */
function typeOf(value: unknown): CellType {
  if (typeof value === "boolean") return "boolean";
  if (typeof value === "bigint" || Number.isInteger(value)) return "integer";
  return typeof value === "number" ? "double" : "text";
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
      if (typeof value === "bigint")
        return value >= -LONGEST_INTEGER && value < LONGEST_INTEGER ? value : undefined;
      return Number.isSafeInteger(value) ? (value as number) : undefined;
    case "double":
      // As databases convert a column of integers to doubles.
      if (typeof value === "bigint") return Number(value);
      return typeof value === "number" && Number.isFinite(value) ? value : undefined;
    case "boolean":
      return typeof value === "boolean" ? value : undefined;
    case "date":
      return isDay(value) ? value : undefined;
  }
}

// The same day stands in many rows one after another.
let lastDay = "1970-01-01";

function isDay(value: unknown): value is string {
  if (value === lastDay) return true;
  if (typeof value !== "string" || Number.isNaN(dayNumber(value))) return false;
  lastDay = value;
  return true;
}
