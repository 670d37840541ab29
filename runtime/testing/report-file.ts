import {
  type Cell,
  CHILDREN,
  type DataRow,
  type IdPosition,
  idPrefix,
  ReportData,
  type RequestedReport,
  renumbered,
  renumberedText,
  withoutMarks,
} from "./report-data.js";

const PIECE = 64 * 1024;
const DRIPS = 16;

/** A file of any size. Only one piece of it is in memory at a time. */
export interface ReportFile {
  readonly size: number;
  /** Generates the bytes from offset `from` (default 0) to the end. */
  pieces(from?: number): Iterable<Uint8Array>;
}

/** A file and its rows. */
export interface GeneratedFile extends ReportFile {
  /**
   * Returns all rows, including zeros, ordered by entity, then by day. Values are exact, as
   * strings.
   */
  rows(): Iterable<Readonly<Record<string, string>>>;
}

/** A part of a file: a block repeated with other ids, up to `length` bytes in total. */
export interface Stretch {
  readonly block: Uint8Array;
  readonly positions: readonly IdPosition[];
  readonly length: number;
}

/** Returns a part of a file that contains this text once, as UTF-8. */
function fixedText(text: string): Stretch {
  const block = new TextEncoder().encode(text);
  return { block, positions: [], length: block.length };
}

/** Returns the size in bytes of a file with these parts. */
function sizeOf(stretches: readonly Stretch[]): number {
  return stretches.reduce((sum, { length }) => sum + length, 0);
}

/**
 * Combines parts into a file. Its bytes are generated while they are read, in pieces of 64 KiB; the
 * last piece may be shorter.
 */
function fileOf(stretches: readonly Stretch[]): ReportFile {
  return { size: sizeOf(stretches), pieces: (from = 0) => gathered(partsOf(stretches, from)) };
}

/** Yields the bytes from offset `from`, one copy of a block at a time. */
function* partsOf(stretches: readonly Stretch[], from: number): Generator<Uint8Array> {
  let skip = from;
  for (const { block, positions, length } of stretches) {
    for (let at = skip; at < length; ) {
      const copy = Math.floor(at / block.length);
      const begin = copy * block.length;
      yield renumbered(block, positions, copy).subarray(
        at - begin,
        Math.min(block.length, length - begin),
      );
      at = begin + block.length;
    }
    skip = Math.max(0, skip - length);
  }
}

/** Combines the parts into pieces of 64 KiB; the last one may be shorter. */
function* gathered(parts: Iterable<Uint8Array>): Generator<Uint8Array> {
  let piece = new Uint8Array(PIECE);
  let filled = 0;
  for (const part of parts) {
    for (let at = 0; at < part.length; ) {
      const bytes = part.subarray(at, at + PIECE - filled);
      piece.set(bytes, filled);
      at += bytes.length;
      filled += bytes.length;
      if (filled < PIECE) continue;
      yield piece;
      piece = new Uint8Array(PIECE);
      filled = 0;
    }
  }
  if (filled > 0) yield piece.subarray(0, filled);
}

/** Creates a file from bytes, or from a string or number as UTF-8. */
export function fileWith(content: string | number | Uint8Array): ReportFile {
  const block = content instanceof Uint8Array ? content : new TextEncoder().encode(String(content));
  return fileOf([{ block, positions: [], length: block.length }]);
}

const originals = new WeakMap<ReportFile, ReportFile>();

/**
 * Returns the part of a file from byte offset `from` to the end. `originalOf` returns the whole
 * file.
 */
export function fileFrom(file: ReportFile, from: number): ReportFile {
  const remainder = { size: file.size - from, pieces: (offset = 0) => file.pieces(from + offset) };
  originals.set(remainder, file);
  return remainder;
}

/** Returns the file from which `fileFrom` took this part. Any other file is returned unchanged. */
export function originalOf(file: ReportFile): ReportFile {
  return originals.get(file) ?? file;
}

/** Returns all bytes of a file, or of a string as UTF-8, in one array. Only for small files. */
export function bytesOf(content: string | ReportFile): Uint8Array {
  const file = typeof content === "string" ? fileWith(content) : content;
  const bytes = new Uint8Array(file.size);
  let at = 0;
  for (const piece of file.pieces()) {
    bytes.set(piece, at);
    at += piece.length;
  }
  return bytes;
}

/**
 * Yields the bytes of a small file in sixteen parts of nearly equal length. A file of fewer than
 * sixteen bytes has one part for each byte.
 */
export function* dripsOf(file: ReportFile): Generator<Uint8Array, undefined> {
  const bytes = bytesOf(file);
  const parts = Math.min(DRIPS, bytes.length);
  const start = (part: number) => Math.floor((part * bytes.length) / parts);
  for (let part = 0; part < parts; part++) yield bytes.subarray(start(part), start(part + 1));
  return undefined;
}

/** Layout of a report file. Each section lists all entities. */
export interface Layout {
  readonly head: string;
  readonly sections: readonly { readonly head: string; readonly tail: string }[];
  /**
   * Returns the text of an entity for each section, with `between` after each item. Empty if the
   * entity has no rows.
   */
  readonly parts: (number: number) => readonly string[];
  /** Separator between items and between sections, but not after the last. */
  readonly between: string;
  readonly tail: string;
}

/**
 * How JSON is nested. `usual` is by entity or by date, as requested. In `dates-above-ids`, ids are
 * nested under dates. `null-member` is the same, except that one id has null instead of rows.
 */
export type Shape = "usual" | "dates-above-ids" | "null-member";

interface LayoutOptions {
  readonly csv: boolean;
  readonly byDate: boolean;
  readonly shape: Shape;
}

const EOL = "\r\n";

/**
 * Returns the layout of a report file. Rows are grouped by date if they have dates and either
 * `byDate` is true or `shape` is not `usual`; otherwise, by entity. As in Pinterest's files, JSON
 * omits zeros, and CSV (`csv`) contains zeros and display names. JSON is nested according to
 * `shape`.
 */
function layoutOf(data: ReportData, { csv, byDate, shape }: LayoutOptions): Layout {
  // If no column contains the id, only the JSON keys distinguish rows.
  const idsInDates = shape !== "usual" || (byDate && data.idColumn !== undefined);
  const days = (byDate || idsInDates) && data.dates[0] !== null ? data.dates : [null];
  const isOf = (day: string | null, { date }: DataRow) => day === null || day === date;
  const split = (number: number, text: (rows: readonly DataRow[]) => string) => {
    const rows = data.rows(number);
    return days.map((day) => text(rows.filter((row) => isOf(day, row))));
  };
  if (csv) {
    const names = [...(data.idColumn === undefined ? [] : [data.idColumn]), ...data.names];
    const cellOf = ({ cells, entity }: DataRow, name: string) =>
      name === data.idColumn ? { digits: entity, quoted: true } : cells.get(name);
    return {
      head: csvLine(names.map(displayName)),
      sections: days.map(() => ({ head: "", tail: "" })),
      parts: (number) =>
        split(number, (rows) =>
          rows.map((row) => csvLine(names.map((name) => cellText(cellOf(row, name))))).join(""),
        ),
      between: "",
      tail: "",
    };
  }
  const objects = (rows: readonly DataRow[]) =>
    rows.map((row) => jsonRow(row, idsInDates)).join(",");
  const underId = (rows: readonly DataRow[]) =>
    rows[0] === undefined ? "" : `"${rows[0].entity}":[${objects(rows)}],`;
  const [open, close] = idsInDates
    ? [shape === "null-member" ? '{"600000000000":null,' : "{", "}"]
    : ["[", "]"];
  return {
    head: "{",
    sections: days.map((day) =>
      day === null ? { head: "", tail: "" } : { head: `"${day}":${open}`, tail: close },
    ),
    parts: (number) =>
      split(
        number,
        days[0] === null || idsInDates
          ? underId
          : (rows) => (rows.length === 0 ? "" : `${objects(rows)},`),
      ),
    between: ",",
    tail: "}",
  };
}

/**
 * Formats a row as JSON without zeros. If the row is listed under its id, the id is omitted too.
 */
function jsonRow({ cells, entity }: DataRow, underId: boolean): string {
  const isKey = (value: Cell) => underId && typeof value === "object" && value.digits === entity;
  const members = [...cells]
    .filter(([, value]) => value !== 0 && !isKey(value))
    .map(([name, value]) => `${JSON.stringify(name)}:${json(value)}`);
  return `{${members.join(",")}}`;
}

/** Formats a cell as JSON. */
function json(value: Cell): string {
  // A JSON number cannot begin with a zero, but an account id can.
  if (typeof value === "object")
    return value.quoted || value.digits.startsWith("0") ? `"${value.digits}"` : value.digits;
  return JSON.stringify(value);
}

/** Returns the text of a cell; empty for undefined. */
function cellText(value: Cell | undefined): string {
  return typeof value === "object" ? value.digits : String(value ?? "");
}

/** Formats cells as a CSV line with its line ending. */
function csvLine(cells: readonly string[]): string {
  return `${cells.map((text) => (/[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text)).join(",")}${EOL}`;
}

// Display names that were observed in real files. All others are derived from the column's name.
const KNOWN_NAMES: Readonly<Record<string, string>> = {
  PIN_ID: "Organic pin ID",
  TARGETING_TYPE: "Targeting Type",
  TARGETING_VALUE: "Targeting Value",
};

/**
 * Derives the display name of a column, in sentence case. Only `ID` keeps its capitals:
 * `AD_GROUP_ID` becomes `Ad group ID`, and `CTR` becomes `Ctr`. Three columns get names that were
 * observed in real files.
 */
export function displayName(column: string): string {
  const known = KNOWN_NAMES[column];
  if (known !== undefined) return known;
  const words = column
    .toLowerCase()
    .replaceAll("_", " ")
    .replace(/\bid\b/g, "ID");
  return words.charAt(0).toUpperCase() + words.slice(1);
}

// The pattern of parents and names repeats every 24 entities, so a multiple of 24 entities can be
// repeated as a block.
const ROUND = 24;
const PATTERN = 256 * 1024;
const MAX_ENTITIES = 100 * ROUND;

/** Minimum number of entities and minimum size of a file. */
export interface FileOptions {
  readonly entities: number;
  /** Minimum size in bytes. If `entities` is too small for it, the file has more entities. */
  readonly bytes: number;
}

/**
 * Generates a report's file in the requested format. The same report and options result in the same
 * file. `entities` (capped at the maximum for the level) and `bytes` are minimums. `shape`
 * determines how JSON is nested.
 *
 * Only the first entities, a few hundred kilobytes, are generated. After that, the same text
 * repeats with different ids, so neither time nor memory grows with the number of entities.
 */
export function reportFile(
  report: RequestedReport,
  { entities, bytes }: FileOptions,
  shape: Shape = "usual",
): GeneratedFile {
  const { report_format, primary_sort } = report.body;
  const data = new ReportData(report);
  const layout = layoutOf(data, {
    csv: report_format === "CSV",
    byDate: primary_sort === "BY_DATE",
    shape,
  });
  const entityCount = Math.min(entities, data.maxEntities);
  const generated = firstEntities(layout, { entities: entityCount, bytes });
  // Account ids are not renumbered. `idPrefix` would return the prefix of unknown kinds for them.
  const depths = new Map(
    [data.level, ...data.parents]
      .filter((kind) => kind !== "ADVERTISER")
      .map((kind, depth) => [idPrefix(kind), depth]),
  );
  // With two ad groups per campaign, each additional ad group adds half a campaign.
  const incrementOf = (prefix: string) => generated.length / CHILDREN ** (depths.get(prefix) ?? 0);
  const blocksOf = (texts: readonly (readonly string[])[]) =>
    layout.sections.map((_, index) =>
      blockOf(
        texts.map((parts) => parts[index] ?? ""),
        incrementOf,
      ),
    );
  const blocks = blocksOf(generated);
  const stretchesFor = (count: number) => stretchesOf(layout, blocks, count);
  const round = generated.length;
  const count = entitiesFor({ stretchesFor, round, entities: entityCount, bytes });
  const listed = data.isFiltered ? listedIn(data, count) : null;
  const file =
    listed === null
      ? stretchesFor(count)
      : stretchesOf(
          layout,
          blocksOf(
            listed.map((number) =>
              (generated[number % round] ?? []).map((text) =>
                renumberedText(text, incrementOf, Math.floor(number / round)),
              ),
            ),
          ),
          listed.length,
        );
  return {
    ...fileOf(file),
    *rows() {
      for (const number of listed ?? upTo(count))
        for (const row of data.rows(number % round))
          yield textsOf(row, data, (text) =>
            renumberedText(text, incrementOf, Math.floor(number / round)),
          );
    },
  };
}

/** Returns the numbers below `count` of the entities that the body lists. */
function listedIn(data: ReportData, count: number): readonly number[] {
  const listed: number[] = [];
  for (const number of upTo(count)) if (data.isListed(number)) listed.push(number);
  return listed;
}

/** Yields the numbers from 0 up to `count`, exclusive. */
function* upTo(count: number): Generator<number> {
  for (let number = 0; number < count; number++) yield number;
}

/**
 * Returns the values of a row as exact strings, keyed by column. `clean` renumbers the ids in a
 * string.
 */
function textsOf(
  { cells, entity }: DataRow,
  { idColumn }: ReportData,
  clean: (text: string) => string,
): Readonly<Record<string, string>> {
  const own = idColumn === undefined ? [] : [[idColumn, clean(entity)] as const];
  return Object.fromEntries([
    ...own,
    ...[...cells].map(([name, value]) => [name, clean(cellText(value))] as const),
  ]);
}

/**
 * Generates the text of the first entities for each section. There are enough entities to be
 * repeated as a block.
 */
function firstEntities(
  { parts }: Layout,
  { entities, bytes }: FileOptions,
): readonly (readonly string[])[] {
  const entitiesText: (readonly string[])[] = [];
  for (let length = 0; entitiesText.length < entities || bytes > 0; ) {
    const isRound = entitiesText.length > 0 && entitiesText.length % ROUND === 0;
    const isEnough =
      length >= PATTERN ||
      entitiesText.length >= MAX_ENTITIES ||
      (entitiesText.length >= entities && length >= bytes);
    if (isRound && isEnough) break;
    const sections = parts(entitiesText.length);
    entitiesText.push(sections);
    for (const { length: added } of sections) length += added;
  }
  return entitiesText;
}

/** Text of all entities in one section, and the offset at which each entity ends. */
interface Block {
  readonly bytes: Uint8Array;
  readonly positions: readonly IdPosition[];
  readonly ends: readonly number[];
}

/** Joins the texts of all entities in a section, and finds the positions of their ids. */
function blockOf(parts: readonly string[], incrementOf: (prefix: string) => number): Block {
  const entities = parts.map((text) => withoutMarks(text, incrementOf));
  const bytes = new Uint8Array(entities.reduce((sum, entity) => sum + entity.bytes.length, 0));
  const [positions, ends]: [IdPosition[], number[]] = [[], [0]];
  let at = 0;
  for (const entity of entities) {
    bytes.set(entity.bytes, at);
    for (const position of entity.positions)
      positions.push({ ...position, offset: position.offset + at });
    at += entity.bytes.length;
    ends.push(at);
  }
  return { bytes, positions, ends };
}

/** Returns the parts of a file with `count` entities. */
function stretchesOf(
  { head, sections, between, tail }: Layout,
  blocks: readonly Block[],
  count: number,
): readonly Stretch[] {
  const filled = blocks.flatMap(({ bytes, positions, ends }, index) => {
    const round = ends.length - 1;
    const length =
      round === 0 ? 0 : Math.floor(count / round) * bytes.length + (ends[count % round] ?? 0);
    const section = sections[index];
    return length === 0 || section === undefined
      ? []
      : [{ section, stretch: { block: bytes, positions, length: length - between.length } }];
  });
  const body = filled.flatMap(({ section, stretch }, index) => [
    fixedText((index === 0 ? "" : between) + section.head),
    stretch,
    fixedText(section.tail),
  ]);
  return [fixedText(head), ...body, fixedText(tail)].filter(({ length }) => length > 0);
}

interface SizeSearch extends FileOptions {
  readonly stretchesFor: (count: number) => readonly Stretch[];
  /** Number of generated entities. */
  readonly round: number;
}

/**
 * Returns the smallest number of entities with which the file has at least `bytes` bytes. It is at
 * least `entities`, and exactly `entities` if more of them do not make the file longer.
 */
function entitiesFor({ stretchesFor, round, entities, bytes }: SizeSearch): number {
  const [unrounded, oneRound, twoRounds] = [entities, round, 2 * round].map((count) =>
    sizeOf(stretchesFor(count)),
  ) as [number, number, number];
  if (unrounded >= bytes || twoRounds <= oneRound) return entities;
  let low = Math.max(
    entities,
    (1 + Math.floor((bytes - oneRound) / (twoRounds - oneRound))) * round,
  );
  let high = low + round;
  while (low < high) {
    const middle = Math.floor((low + high) / 2);
    if (sizeOf(stretchesFor(middle)) < bytes) low = middle + 1;
    else high = middle;
  }
  return low;
}
