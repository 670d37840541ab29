import { createRequire } from "node:module";
import { Problems } from "../../generator/problem.js";
import { loadColumns } from "../modules.js";
import { cellOf, type ReadRows, type Row } from "../row.js";

type Facts = Awaited<ReturnType<typeof loadColumns>>["reportColumns"];
type ColumnValue = Facts[keyof Facts]["value"];

/** `count`: 64-bit integers. `number`: doubles. `day`: days without a time. `text`: UTF-8. */
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

/** The kind that also holds values that do not fit. */
const WIDER: Readonly<Record<Kind, Kind>> = { count: "number", number: "text", day: "text", text: "text" };

const WORDS: Readonly<Record<Kind, string>> = { count: "integers", number: "numbers", day: "days", text: "texts" };

/** Options of `columnKindsIn`: the requested columns, and the kind of value of each known column. */
export interface KindOptions {
  readonly columns: readonly string[];
  readonly facts: Readonly<Record<string, { readonly value: ColumnValue }>>;
  readonly note: (text: string) => void;
}

/**
 * The kinds of the columns in `columns`, then of all others in the rows: `day` for DATE, else by the `value` that `facts` has for the
 * column, else `text`. A column with a value that does not fit gets a wider kind, and `note` is called with a message about it: some values
 * are only inferred from the column's name. Reads all rows.
 */
async function columnKindsIn(rows: ReturnType<ReadRows>, { columns, facts, note }: KindOptions): Promise<ReadonlyMap<string, Kind>> {
  const expectedKind = (name: string): Kind => {
    if (name === "DATE") return "day";
    return Object.hasOwn(facts, name) ? KINDS[facts[name]?.value ?? "unknown"] : "text";
  };
  const kinds = new Map(columns.map((name) => [name, expectedKind(name)]));
  for await (const row of rows) {
    for (const [name, value] of Object.entries(row)) {
      let kind = kinds.get(name) ?? expectedKind(name);
      while (!fits(kind, value)) kind = WIDER[kind];
      kinds.set(name, kind);
    }
  }
  for (const [name, kind] of kinds) {
    if (kind !== expectedKind(name)) note(`${name} is written as ${WORDS[kind]}: not all of its values are ${WORDS[expectedKind(name)]}`);
  }
  return kinds;
}

/**
 * The value as the Parquet writer takes it: null for undefined and null, a bigint for `count`, the number itself for `number`, a `Date` for
 * `day`, text for `text` (JSON for an object). The value must fit the kind.
 */
function parquetValue(kind: Kind, value: unknown): unknown {
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

/** The classes of the Parquet library. */
export type Writers = Pick<typeof import("hyparquet-writer"), "ByteWriter" | "ParquetWriter">;

const WRITER = "hyparquet-writer";
// Cells in a group of rows: one group at a time is in memory, as a whole.
const CELLS = 250_000;
const LEAST_ROWS = 1_000;

/** The type of each kind in the file's schema. */
const TYPES = {
  count: { type: "INT64" },
  number: { type: "DOUBLE" },
  day: { type: "INT32", converted_type: "DATE" },
  text: { type: "BYTE_ARRAY", converted_type: "UTF8" },
} as const satisfies Readonly<Record<Kind, object>>;

/** Imports the library that writes Parquet. Rejects with `Problems` if it is not installed. */
export async function loadParquet(): Promise<Writers> {
  try {
    return await import("hyparquet-writer");
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "ERR_MODULE_NOT_FOUND") throw error;
    const { devDependencies } = createRequire(import.meta.url)("pinterest-reports/package.json");
    const writer = `"${WRITER}@${devDependencies[WRITER]}"`;
    throw new Problems([
      {
        what: `Parquet needs ${WRITER}, which is not installed`,
        where: "--format parquet",
        why: "It is an optional package, needed only to write Parquet.",
        // It must be installed beside this package: a package in the cache of npx does not find modules of a folder.
        fix: `npm install pinterest-reports ${writer} in this folder; or, for once: npx -p pinterest-reports -p ${writer} pinterest-reports run …`,
      },
    ]);
  }
}

/** Options of `parquetBytes`. */
export interface ParquetOptions {
  readonly columns: readonly string[];
  readonly writers: Writers;
  /** The columns in which a missing value is written as 0, else as null. Default: none. */
  readonly isZero?: ((column: string) => boolean) | undefined;
  /** Called with notes for readers of the file. */
  readonly note: (text: string) => void;
}

/**
 * Yields the bytes of a Parquet file with the rows, one group of about 250,000 cells (at least 1,000 rows) at a time. Its columns are those
 * in `columns`, then all others of the rows. Calls `read` twice, which must return the same rows: a column's type must hold all its values.
 */
export async function* parquetBytes(read: ReadRows, { columns, writers, isZero, note }: ParquetOptions): AsyncGenerator<Uint8Array> {
  const kinds = await columnKindsIn(read(), { columns, facts: (await loadColumns()).reportColumns, note });
  const schema = [...kinds].map(([name, kind]) => ({ name, repetition_type: "OPTIONAL" as const, ...TYPES[kind] }));
  const bytes = new writers.ByteWriter();
  const takeBytes = (): Uint8Array => {
    const copy = bytes.getBytes().slice();
    bytes.index = 0;
    return copy;
  };
  const file = new writers.ParquetWriter({
    writer: bytes,
    schema: [{ name: "root", num_children: schema.length }, ...schema],
    createdBy: "pinterest-reports",
  });
  const groupSize = Math.max(LEAST_ROWS, Math.floor(CELLS / kinds.size));
  const group = new Columns(kinds, new Set([...kinds.keys()].filter((name) => isZero?.(name))));
  for await (const row of read()) {
    group.add(row);
    if (group.rows < groupSize) continue;
    await file.write({ columnData: group.take(), rowGroupSize: groupSize });
    yield takeBytes();
  }
  if (group.rows > 0) await file.write({ columnData: group.take(), rowGroupSize: groupSize });
  await file.finish();
  yield takeBytes();
}

/** The rows of one group, by column. */
class Columns {
  rows = 0;
  readonly #kinds: ReadonlyMap<string, Kind>;
  readonly #zeros: ReadonlySet<string>;
  #columns: { name: string; data: unknown[] }[] = [];

  constructor(kinds: ReadonlyMap<string, Kind>, zeros: ReadonlySet<string>) {
    this.#kinds = kinds;
    this.#zeros = zeros;
    this.take();
  }

  add(row: Row): void {
    for (const { name, data } of this.#columns) {
      const value = cellOf(row, name);
      const filled = value === undefined && this.#zeros.has(name) ? 0 : value;
      data.push(parquetValue(this.#kinds.get(name) ?? "text", filled));
    }
    this.rows++;
  }

  take(): { name: string; data: unknown[] }[] {
    const columns = this.#columns;
    this.#columns = [...this.#kinds.keys()].map((name) => ({ name, data: [] }));
    this.rows = 0;
    return columns;
  }
}
