import { BadFile, DownloadError, messageWithoutHint } from "../errors.js";
import type { ReportEntry } from "../types.js";

/** A row with unknown columns. */
export type AnyRow = Record<string, unknown>;

/** Reads rows from bytes that arrive in chunks. */
export interface RowReader {
  /**
   * Keys above the last row, outermost first. Consecutive rows with the same keys share one list.
   */
  readonly keys: readonly string[];
  /** Takes the next chunk, after `next` has returned null. */
  push(piece: Uint8Array): void;
  /**
   * Returns the next row; null if more bytes are needed. Throws a `BadFile` if the bytes are not a
   * report, or if the file has ended and is incomplete.
   */
  next(): AnyRow | null;
  /** Marks the end of the bytes. `next` may return more rows after that. */
  end(): void;
}

/** The key list of rows without keys. Frozen like all key lists, because many rows share one. */
export const NO_KEYS: readonly string[] = Object.freeze([]);

/** Maximum size of a row in bytes. */
export const MAX_ROW_BYTES: number = 16 * 1024 * 1024;
/**
 * An incomplete row of this size or more is rescanned only after growing by half. Without this
 * rule, the whole row would be scanned for each chunk.
 */
export const LONG_ROW_BYTES: number = 4 * 1024;
/** Maximum number of columns of a file, or members of a row. About 600 columns can be requested. */
export const MAX_COLUMNS = 10_000;

/**
 * Returns a buffer with room for the unread bytes of `current`, plus `incoming` additional bytes.
 * The unread bytes go from `at` to `end`, exclusive. Returns `current` itself if the new bytes fit
 * after `end`, or if the unread and new bytes together fill at most half of `current`. Otherwise,
 * returns a new, empty buffer of twice the needed size. Copies nothing.
 */
export function roomFor(
  current: Uint8Array,
  { at, end, incoming }: { readonly at: number; readonly end: number; readonly incoming: number },
): Uint8Array {
  const needed = end - at + incoming;
  return end + incoming <= current.length || needed <= current.length / 2
    ? current
    : new Uint8Array(needed * 2);
}

/** Sets a member of `row` as plain data, even a member called `__proto__`. */
export function setOwn(row: AnyRow, name: string, value: unknown): void {
  if (name === "__proto__")
    Object.defineProperty(row, name, {
      value,
      enumerable: true,
      configurable: true,
      writable: true,
    });
  else row[name] = value;
}

/**
 * Returns a `DownloadError` whose message also says how many rows were read before the error.
 * Errors other than `BadFile` and `DownloadError` are returned unchanged.
 */
export function afterRows(error: unknown, rows: number): unknown {
  const after = `after ${rows === 1 ? "1 row" : `${rows.toLocaleString("en-US")} rows`}`;
  if (error instanceof BadFile)
    return new DownloadError(`the report file is damaged ${after}: ${error.message}`, { rows });
  if (!(error instanceof DownloadError)) return error;
  const { status, expected, received, cause } = error;
  return new DownloadError(`${messageWithoutHint(error)} (${after})`, {
    status,
    expected,
    received,
    rows,
    cause,
  });
}

const BOM = [0xef, 0xbb, 0xbf];
const GZIP = [0x1f, 0x8b];
const MAX_BLANK_BYTES = 16 * 1024;

/** Format of a report file. */
export type Format = "JSON" | "CSV";

/** Removes a byte order mark, if it is complete. */
export function withoutBom(start: Uint8Array): Uint8Array {
  return BOM.every((byte, index) => start[index] === byte) ? start.subarray(BOM.length) : start;
}

/** Whether a byte is neither a space nor a control character. */
function isVisible(byte: number): boolean {
  return byte > 0x20;
}

/** Whether all bytes are white space or control characters. True if `bytes` is empty. */
export function isBlank(bytes: Uint8Array): boolean {
  return !bytes.some(isVisible);
}

/**
 * Detects the format of a file by its first visible character. It is JSON for `{` or `[`, otherwise
 * CSV. Returns null if there is no visible character yet, or only part of a byte order mark. Throws
 * a `BadFile` for gzip, HTML and XML, and for a format other than `requested`, unless `requested`
 * is null.
 */
export function formatOf(bytes: Uint8Array, requested: Format | null): Format | null {
  const start = withoutBom(bytes);
  const at = start.findIndex(isVisible);
  if (at < 0 || (start[0] === BOM[0] && start.length < BOM.length)) return null;
  if (GZIP.every((byte, index) => start[index] === byte))
    throw new BadFile("it is gzip, but the host does not declare it as such");
  const byte = start[at] ?? 0;
  const first = String.fromCharCode(byte);
  if (first === "<") throw new BadFile("it is HTML or XML");
  const format = first === "{" || first === "[" ? "JSON" : "CSV";
  if (requested !== null && format !== requested) {
    const beginning = byte < 0x7f ? JSON.stringify(first) : `the byte 0x${byte.toString(16)}`;
    throw new BadFile(`${requested} was requested, but it begins with ${beginning}`);
  }
  return format;
}

/** Throws a `BadFile` if `start` is longer than 16 KiB and has no visible character at all. */
export function checkBlank(start: Uint8Array): void {
  if (start.length > MAX_BLANK_BYTES && isBlank(start))
    throw new BadFile(`it begins with more than ${MAX_BLANK_BYTES / 1024} KiB of white space`);
}

/** Makes a row from values in column order. Undefined values are omitted. */
export type MakeRow = (values: readonly unknown[]) => AnyRow;

const MAX_CACHED = 50;
const MAX_CACHED_LENGTH = 20_000;
const PLACES = 64;
const makers = new Map<string, MakeRow>();

/**
 * Returns a function that makes plain-object rows from values in the order of these columns.
 * Undefined values are omitted.
 *
 * V8 sets a member ten times as fast if an assignment always sets the same member in objects that
 * were created in the same way. So each of the first 64 columns has its own assignment, and files
 * with the same columns share a function. In a process that also reads files with other columns,
 * the assignments make no difference.
 */
export function rowMaker(names: readonly string[]): MakeRow {
  const key = JSON.stringify(names);
  const maker = makers.get(key) ?? makerOf(names.map(memberName));
  if (makers.size >= MAX_CACHED) makers.clear();
  if (key.length <= MAX_CACHED_LENGTH) makers.set(key, maker);
  return maker;
}

/** Creates the function that `rowMaker` returns, without a cache. */
function makerOf(names: readonly string[]): MakeRow {
  const empty = emptyRows();
  // Assigning `__proto__` would set the prototype.
  const from = names.includes("__proto__") ? 0 : PLACES;
  const make: MakeRow = (values) => {
    const row = empty();
    if (from > 0) setFirst(row, names, values);
    if (from > 0 && names.length > PLACES / 2) setMore(row, names, values);
    for (let index = from; index < names.length; index++) {
      if (values[index] !== undefined) setOwn(row, names[index] as string, values[index]);
    }
    return row;
  };
  // V8 stores any number directly in a member that has had both string and integer values. For
  // other members, it allocates a copy of each number.
  make(names.map(() => ""));
  make(names.map(() => 0));
  return make;
}

/**
 * Returns a function that makes empty plain objects with space for many members. V8 reserves space
 * for as many members as the constructor appears to set. A row created with `{}` repeatedly moves
 * to larger storage while its columns are set, which takes two to three times as long.
 *
 * Create one function for each file or list of columns, because V8 sizes all of a constructor's
 * objects by the first ones that it creates.
 */
export function emptyRows(): () => AnyRow {
  function Row(this: AnyRow, reserve: boolean): void {
    if (!reserve) return;
    this.a0 = this.a1;
    this.a2 = this.a3;
    this.b0 = 0;
    this.b1 = 0;
    this.b2 = 0;
    this.b3 = 0;
    this.b4 = 0;
    this.b5 = 0;
    this.b6 = 0;
    this.b7 = 0;
    this.b8 = 0;
    this.b9 = 0;
    this.c0 = 0;
    this.c1 = 0;
    this.c2 = 0;
    this.c3 = 0;
    this.c4 = 0;
    this.c5 = 0;
    this.c6 = 0;
    this.c7 = 0;
    this.c8 = 0;
    this.c9 = 0;
    this.d0 = 0;
    this.d1 = 0;
  }
  // Makes rows look like plain objects, not like instances of this constructor.
  Row.prototype = Object.prototype;
  const Maker = Row as unknown as new (reserve: boolean) => AnyRow;
  return () => new Maker(false);
}

/**
 * Returns the engine's own copy of a member name. Setting a member with another copy of its name
 * costs a lookup.
 */
export function memberName(text: string): string {
  return text === "__proto__" ? text : (Object.keys({ [text]: 0 })[0] ?? text);
}

/** Sets the values of the first 32 columns, except undefined ones. */
function setFirst(row: AnyRow, names: readonly string[], values: readonly unknown[]): void {
  if (values[0] !== undefined) row[names[0] as string] = values[0];
  if (values[1] !== undefined) row[names[1] as string] = values[1];
  if (values[2] !== undefined) row[names[2] as string] = values[2];
  if (values[3] !== undefined) row[names[3] as string] = values[3];
  if (values[4] !== undefined) row[names[4] as string] = values[4];
  if (values[5] !== undefined) row[names[5] as string] = values[5];
  if (values[6] !== undefined) row[names[6] as string] = values[6];
  if (values[7] !== undefined) row[names[7] as string] = values[7];
  if (values[8] !== undefined) row[names[8] as string] = values[8];
  if (values[9] !== undefined) row[names[9] as string] = values[9];
  if (values[10] !== undefined) row[names[10] as string] = values[10];
  if (values[11] !== undefined) row[names[11] as string] = values[11];
  if (values[12] !== undefined) row[names[12] as string] = values[12];
  if (values[13] !== undefined) row[names[13] as string] = values[13];
  if (values[14] !== undefined) row[names[14] as string] = values[14];
  if (values[15] !== undefined) row[names[15] as string] = values[15];
  if (values[16] !== undefined) row[names[16] as string] = values[16];
  if (values[17] !== undefined) row[names[17] as string] = values[17];
  if (values[18] !== undefined) row[names[18] as string] = values[18];
  if (values[19] !== undefined) row[names[19] as string] = values[19];
  if (values[20] !== undefined) row[names[20] as string] = values[20];
  if (values[21] !== undefined) row[names[21] as string] = values[21];
  if (values[22] !== undefined) row[names[22] as string] = values[22];
  if (values[23] !== undefined) row[names[23] as string] = values[23];
  if (values[24] !== undefined) row[names[24] as string] = values[24];
  if (values[25] !== undefined) row[names[25] as string] = values[25];
  if (values[26] !== undefined) row[names[26] as string] = values[26];
  if (values[27] !== undefined) row[names[27] as string] = values[27];
  if (values[28] !== undefined) row[names[28] as string] = values[28];
  if (values[29] !== undefined) row[names[29] as string] = values[29];
  if (values[30] !== undefined) row[names[30] as string] = values[30];
  if (values[31] !== undefined) row[names[31] as string] = values[31];
}

/** Sets the values of columns 33 to 64, except undefined ones. */
function setMore(row: AnyRow, names: readonly string[], values: readonly unknown[]): void {
  if (values[32] !== undefined) row[names[32] as string] = values[32];
  if (values[33] !== undefined) row[names[33] as string] = values[33];
  if (values[34] !== undefined) row[names[34] as string] = values[34];
  if (values[35] !== undefined) row[names[35] as string] = values[35];
  if (values[36] !== undefined) row[names[36] as string] = values[36];
  if (values[37] !== undefined) row[names[37] as string] = values[37];
  if (values[38] !== undefined) row[names[38] as string] = values[38];
  if (values[39] !== undefined) row[names[39] as string] = values[39];
  if (values[40] !== undefined) row[names[40] as string] = values[40];
  if (values[41] !== undefined) row[names[41] as string] = values[41];
  if (values[42] !== undefined) row[names[42] as string] = values[42];
  if (values[43] !== undefined) row[names[43] as string] = values[43];
  if (values[44] !== undefined) row[names[44] as string] = values[44];
  if (values[45] !== undefined) row[names[45] as string] = values[45];
  if (values[46] !== undefined) row[names[46] as string] = values[46];
  if (values[47] !== undefined) row[names[47] as string] = values[47];
  if (values[48] !== undefined) row[names[48] as string] = values[48];
  if (values[49] !== undefined) row[names[49] as string] = values[49];
  if (values[50] !== undefined) row[names[50] as string] = values[50];
  if (values[51] !== undefined) row[names[51] as string] = values[51];
  if (values[52] !== undefined) row[names[52] as string] = values[52];
  if (values[53] !== undefined) row[names[53] as string] = values[53];
  if (values[54] !== undefined) row[names[54] as string] = values[54];
  if (values[55] !== undefined) row[names[55] as string] = values[55];
  if (values[56] !== undefined) row[names[56] as string] = values[56];
  if (values[57] !== undefined) row[names[57] as string] = values[57];
  if (values[58] !== undefined) row[names[58] as string] = values[58];
  if (values[59] !== undefined) row[names[59] as string] = values[59];
  if (values[60] !== undefined) row[names[60] as string] = values[60];
  if (values[61] !== undefined) row[names[61] as string] = values[61];
  if (values[62] !== undefined) row[names[62] as string] = values[62];
  if (values[63] !== undefined) row[names[63] as string] = values[63];
}

/** Combines a row with its keys. `key` is the outermost key, or null if there is none. */
export function entryOf(row: AnyRow, keys: readonly string[]): ReportEntry<AnyRow> {
  return { key: keys[0] ?? null, keys, row };
}
