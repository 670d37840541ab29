import { decimalOf, scaled, unscaled } from "../../runtime/decimal.js";
import { cellOf, type Row } from "../../runtime/writers/row.js";
import {
  type ColumnKnowledge,
  type Entity,
  entityIn,
  type Measure,
  measuresIn,
} from "./measures.js";

const DECIMAL_DIGITS = 18;
const UNIT = unscaled("1");
const MICRO_DIGITS = 6;

/** Sums in the order of the measures, as exact decimals such as `412345.67`. */
export type Sums = readonly string[];

/** The sums for one campaign, or for whatever the rows are about. */
export interface EntitySums {
  readonly id: string;
  readonly name: string;
  readonly sums: Sums;
}

interface Adding {
  readonly units: bigint[];
}

interface EntityAdding extends Adding {
  readonly id: string;
  /** The entity's most recent name, because it may have been renamed. */
  name: string;
  /** The day that the name comes from; empty if the rows have no days. */
  namedOn: string;
}

interface Kept {
  readonly row: Row;
  readonly units: bigint;
}

/** Options for an overview. */
export interface OverviewOptions {
  /** The columns that are known before the first row is read. */
  readonly columns: readonly string[];
  readonly knowledge: ColumnKnowledge;
  /** Whether all amounts are in one currency; otherwise money is not added up. */
  readonly oneCurrency: boolean;
  /** The number of rows to keep. Rows with the largest first measure are kept. */
  readonly rows: number;
}

/**
 * Adds up rows exactly, in total and by day and campaign. Keeps the largest rows. If rows are not
 * about campaigns, groups them by whatever they are about. Memory use depends on the number of days
 * and campaigns, not on the number of rows.
 */
export class Overview {
  readonly measures: readonly Measure[];
  readonly entity: Entity | null;
  /** Whether money is left out of the sums, because the amounts are in several currencies. */
  readonly leavesMoneyOut: boolean;
  readonly #options: OverviewOptions;
  #columns = new Set<string>();
  #count = 0;
  #unreadable = 0;
  #overlaps = false;
  #total: bigint[] = [];
  #days = new Map<string, Adding>();
  #entities = new Map<string, EntityAdding>();
  #kept: Kept[] = [];
  /** A row is only kept if its first measure exceeds this value; null if all rows are kept. */
  #least: bigint | null = null;

  constructor(options: OverviewOptions) {
    const { columns, knowledge, oneCurrency } = options;
    this.#options = options;
    const all = measuresIn(columns, knowledge);
    this.measures = all.filter(({ isMoney }) => oneCurrency || !isMoney);
    this.leavesMoneyOut = this.measures.length < all.length;
    this.entity = entityIn(columns);
    this.#clear();
  }

  /**
   * Yields the rows unchanged and adds them up. Each call starts from zero, because rows may be
   * read more than once.
   */
  async *through(rows: AsyncIterable<Row>): AsyncGenerator<Row> {
    this.#clear();
    for await (const row of rows) {
      this.add(row);
      yield row;
    }
  }

  /** Adds a row to the sums. Keeps the row itself only if it is among the largest. */
  add(row: Row): void {
    for (const name of Object.keys(row)) this.#columns.add(name);
    this.#overlaps ||= textOf(cellOf(row, "TARGETING_TYPE")) !== "";
    const units = this.measures.map(({ column }) => this.#unitsIn(row, column));
    addTo(this.#total, units);
    const day = dayOf(row);
    if (day !== null)
      addTo(getOrCreate(this.#days, day, () => ({ units: this.#zeros() })).units, units);
    this.#addEntity(row, day ?? "", units);
    this.#keep(row, units[0] ?? 0n);
    this.#count++;
  }

  /**
   * Adds the sums of `other`, which must have this overview's measures. Does not add the rows of
   * `other` to `rows`.
   */
  merge(other: Overview): void {
    for (const name of other.#columns) this.#columns.add(name);
    addTo(this.#total, other.#total);
    for (const [day, { units }] of other.#days)
      addTo(getOrCreate(this.#days, day, () => ({ units: this.#zeros() })).units, units);
    for (const [id, { name, namedOn, units }] of other.#entities)
      addTo(this.#entityOf(id, name, namedOn).units, units);
    this.#count += other.#count;
    this.#unreadable += other.#unreadable;
    this.#overlaps ||= other.#overlaps;
  }

  /** The number of rows. */
  get count(): number {
    return this.#count;
  }

  /** The number of measure values missing from the sums because they are not numbers. */
  get unreadable(): number {
    return this.#unreadable;
  }

  /** The columns that were known before the first row, then the columns found in rows. */
  get columns(): readonly string[] {
    return [...this.#columns];
  }

  /** Whether the rows have a targeting level. Sums may then count the same activity repeatedly. */
  get overlaps(): boolean {
    return this.#overlaps;
  }

  /** The sums of all rows. */
  get total(): Sums {
    return this.#sums(this.#total);
  }

  /** The days that have rows, in order. Hours count toward their day. */
  get days(): readonly { readonly day: string; readonly sums: Sums }[] {
    return [...this.#days]
      .sort(([one], [other]) => (one < other ? -1 : 1))
      .map(([day, { units }]) => ({ day, sums: this.#sums(units) }));
  }

  /** The number of different entities in the rows. */
  get entityCount(): number {
    return this.#entities.size;
  }

  /** The `most` entities with the largest first measure, and the sums of all other entities. */
  top(most: number): { readonly first: readonly EntitySums[]; readonly others: Sums } {
    const sorted = [...this.#entities.values()].sort((one, other) =>
      descending(one.units[0] ?? 0n, other.units[0] ?? 0n),
    );
    const others = this.#zeros();
    for (const { units } of sorted.slice(most)) addTo(others, units);
    const first = sorted
      .slice(0, most)
      .map(({ id, name, units }) => ({ id, name, sums: this.#sums(units) }));
    return { first, others: this.#sums(others) };
  }

  /**
   * The rows with the largest first measure, largest first. If all rows were kept, the rows are in
   * their original order.
   */
  get rows(): readonly Row[] {
    const isAll = this.#count <= this.#options.rows;
    const sorted = isAll ? this.#kept : this.#largest();
    return sorted.map(({ row }) => row);
  }

  /** Resets all sums and rows. */
  #clear(): void {
    this.#columns = new Set(this.#options.columns);
    this.#count = 0;
    this.#unreadable = 0;
    this.#overlaps = false;
    this.#total = this.#zeros();
    this.#days = new Map();
    this.#entities = new Map();
    this.#kept = [];
    this.#least = null;
  }

  /** A zero for each measure. */
  #zeros(): bigint[] {
    return this.measures.map(() => 0n);
  }

  /** The exact value of a cell; 0 if the cell is empty. */
  #unitsIn(row: Row, column: string): bigint {
    const value = cellOf(row, column);
    if (value === undefined || value === null || value === "") return 0n;
    // Most values are counts. Parsing them as decimals would take five times as long.
    if (Number.isSafeInteger(value)) return BigInt(value as number) * UNIT;
    const decimal = decimalOf(value);
    if (decimal !== undefined) return unscaled(decimal);
    this.#unreadable++;
    return 0n;
  }

  /** Adds a row's values to the sums of its entity, if rows are about an entity. */
  #addEntity(row: Row, day: string, units: readonly bigint[]): void {
    if (this.entity === null) return;
    const { id: idColumn, name: nameColumn } = this.entity;
    const id = textOf(cellOf(row, idColumn));
    const name = nameColumn === undefined ? "" : textOf(cellOf(row, nameColumn));
    addTo(this.#entityOf(id, name, day).units, units);
  }

  /** The sums of an entity, created if it is new. Updates the entity's name. */
  #entityOf(id: string, name: string, day: string): EntityAdding {
    const units = this.#zeros();
    const entity = getOrCreate(this.#entities, id, () => ({ id, name: "", namedOn: "", units }));
    // Only a name from the same day or a later day replaces the name, because reports are not
    // always added oldest first.
    if (name !== "" && day >= entity.namedOn) [entity.name, entity.namedOn] = [name, day];
    return entity;
  }

  /** Keeps a row if its first measure is large enough. Drops smaller rows from time to time. */
  #keep(row: Row, units: bigint): void {
    const { rows } = this.#options;
    if (rows === 0 || (this.#least !== null && units <= this.#least)) return;
    this.#kept.push({ row, units });
    if (this.#kept.length < 2 * rows) return;
    this.#kept = this.#largest();
    this.#least = this.#kept.at(-1)?.units ?? null;
  }

  /** The kept rows with the largest first measure, largest first. */
  #largest(): Kept[] {
    return this.#kept
      .toSorted((one, other) => descending(one.units, other.units))
      .slice(0, this.#options.rows);
  }

  /** Sums as decimals. Millionths are converted to whole units. */
  #sums(units: readonly bigint[]): Sums {
    return units.map((sum, index) =>
      scaled(sum, DECIMAL_DIGITS + (this.measures[index]?.isMicro === true ? MICRO_DIGITS : 0)),
    );
  }
}

/** The value of a key, created and stored if the map lacks it. */
function getOrCreate<Value>(map: Map<string, Value>, key: string, create: () => Value): Value {
  const found = map.get(key) ?? create();
  map.set(key, found);
  return found;
}

/** Adds each value to the sum at the same position. */
function addTo(sums: bigint[], units: readonly bigint[]): void {
  for (const [index, value] of units.entries()) sums[index] = (sums[index] ?? 0n) + value;
}

/** Compares two numbers, largest first. */
function descending(one: bigint, other: bigint): number {
  return one === other ? 0 : one > other ? -1 : 1;
}

/** A cell as a string; empty if it is missing or null. */
function textOf(value: unknown): string {
  return value === undefined || value === null ? "" : String(value);
}

/** The day of a row; null if it has none. An hourly report's date includes a time. */
function dayOf(row: Row): string | null {
  const text = textOf(cellOf(row, "DATE"));
  return /^\d{4}-\d{2}-\d{2}/.test(text) ? text.slice(0, 10) : null;
}
