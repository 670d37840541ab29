import {
  type AskedReport,
  beginningOf,
  type Cell,
  CHILDREN,
  type DataRow,
  type Place,
  ReportData,
  renumbered,
  unmarked,
} from "./report-data.js";

const PIECE = 64 * 1024;
const DRIPS = 16;

/** A file of any size, of which only a piece is in memory at a time. */
export interface ReportFile {
  readonly size: number;
  /** The bytes from offset `from` on. */
  pieces(from?: number): Iterable<Uint8Array>;
}

/** A part of a file: a block of bytes, repeated under other ids each time, up to a length in bytes. */
export interface Stretch {
  readonly block: Uint8Array;
  readonly places: readonly Place[];
  readonly length: number;
}

/** A part without repetition. */
export function fixed(text: string): Stretch {
  const block = new TextEncoder().encode(text);
  return { block, places: [], length: block.length };
}

/** Size in bytes of a file of these parts. */
export function sizeOf(stretches: readonly Stretch[]): number {
  return stretches.reduce((sum, { length }) => sum + length, 0);
}

/** A file of these parts. */
export function fileOf(stretches: readonly Stretch[]): ReportFile {
  return { size: sizeOf(stretches), pieces: (from = 0) => gathered(partsOf(stretches, from)) };
}

function* partsOf(stretches: readonly Stretch[], from: number): Generator<Uint8Array> {
  let skip = from;
  for (const { block, places, length } of stretches) {
    for (let at = skip; at < length; ) {
      const copy = Math.floor(at / block.length);
      const begin = copy * block.length;
      yield renumbered(block, places, copy).subarray(at - begin, Math.min(block.length, length - begin));
      at = begin + block.length;
    }
    skip = Math.max(0, skip - length);
  }
}

function* gathered(parts: Iterable<Uint8Array>): Generator<Uint8Array> {
  let piece = new Uint8Array(PIECE);
  let filled = 0;
  for (const part of parts) {
    for (let at = 0; at < part.length; ) {
      const some = part.subarray(at, at + PIECE - filled);
      piece.set(some, filled);
      at += some.length;
      filled += some.length;
      if (filled < PIECE) continue;
      yield piece;
      piece = new Uint8Array(PIECE);
      filled = 0;
    }
  }
  if (filled > 0) yield piece.subarray(0, filled);
}

/** A file of this text or of these bytes. */
export function plainFile(content: string | number | Uint8Array): ReportFile {
  const block = content instanceof Uint8Array ? content : new TextEncoder().encode(String(content));
  return fileOf([{ block, places: [], length: block.length }]);
}

const wholes = new WeakMap<ReportFile, ReportFile>();

/** The rest of a file from a byte offset on. */
export function restOf(file: ReportFile, from: number): ReportFile {
  const rest = { size: file.size - from, pieces: (more = 0) => file.pieces(from + more) };
  wholes.set(rest, file);
  return rest;
}

/** The whole file of which this is the rest; else the file itself. */
export function wholeOf(file: ReportFile): ReportFile {
  return wholes.get(file) ?? file;
}

/** All bytes of a file; only for small files. */
export function bytesOf(content: string | ReportFile): Uint8Array {
  const file = typeof content === "string" ? plainFile(content) : content;
  const bytes = new Uint8Array(file.size);
  let at = 0;
  for (const piece of file.pieces()) {
    bytes.set(piece, at);
    at += piece.length;
  }
  return bytes;
}

/** The parts, sixteen at most, in which a small file is sent slowly. */
export function* dripsOf(file: ReportFile): Generator<Uint8Array, undefined> {
  const bytes = bytesOf(file);
  const step = Math.ceil(bytes.length / DRIPS);
  for (let at = 0; at < bytes.length; at += step) yield bytes.subarray(at, at + step);
  return undefined;
}

/** The text of a report: sections that each list all entities. */
export interface Layout {
  readonly head: string;
  readonly sections: readonly { readonly head: string; readonly tail: string }[];
  /** The text of an entity in each section, with `between` after each item; empty where the entity has no rows. */
  readonly parts: (number: number) => readonly string[];
  /** Separator between items and between sections, not after the last. */
  readonly between: string;
  readonly tail: string;
}

/**
 * How JSON is nested: `usual`: by entity or by date, as requested; `dates-above-ids`: ids within dates; `null-member`: the same, and one id
 * has null instead of rows.
 */
export type Shape = "usual" | "dates-above-ids" | "null-member";

interface Written {
  readonly csv: boolean;
  readonly byDate: boolean;
  readonly shape: Shape;
}

const EOL = "\r\n";

/** The layout by entity, or by date if requested. As at Pinterest, JSON omits zeros; CSV has zeros and display names. */
export function layoutOf(data: ReportData, { csv, byDate, shape }: Written): Layout {
  // When no column holds the id, only the JSON keys distinguish rows.
  const within = shape !== "usual" || (byDate && data.ours !== undefined);
  const days = (byDate || within) && data.dates[0] !== null ? data.dates : [null];
  const isOf = (day: string | null, { date }: DataRow) => day === null || day === date;
  const split = (number: number, text: (rows: readonly DataRow[]) => string) => {
    const rows = data.rows(number);
    return days.map((day) => text(rows.filter((row) => isOf(day, row))));
  };
  if (csv) {
    const names = [...(data.ours === undefined ? [] : [data.ours]), ...data.names];
    const cellOf = ({ cells, entity }: DataRow, name: string) => (name === data.ours ? { digits: entity, quoted: true } : cells.get(name));
    return {
      head: csvLine(names.map(displayName)),
      sections: days.map(() => ({ head: "", tail: "" })),
      parts: (number) => split(number, (rows) => rows.map((row) => csvLine(names.map((name) => plain(cellOf(row, name))))).join("")),
      between: "",
      tail: "",
    };
  }
  const objects = (rows: readonly DataRow[]) => rows.map((row) => jsonRow(row, within)).join(",");
  const underId = (rows: readonly DataRow[]) => (rows[0] === undefined ? "" : `"${rows[0].entity}":[${objects(rows)}],`);
  const [open, close] = within ? [shape === "null-member" ? '{"600000000000":null,' : "{", "}"] : ["[", "]"];
  return {
    head: "{",
    sections: days.map((day) => (day === null ? { head: "", tail: "" } : { head: `"${day}":${open}`, tail: close })),
    parts: (number) => split(number, days[0] === null || within ? underId : (rows) => (rows.length === 0 ? "" : `${objects(rows)},`)),
    between: ",",
    tail: "}",
  };
}

/** A row as JSON without zeros and, when it is listed under its id, without that id. */
function jsonRow({ cells, entity }: DataRow, underId: boolean): string {
  const isSaid = (value: Cell) => underId && typeof value === "object" && value.digits === entity;
  const members = [...cells]
    .filter(([, value]) => value !== 0 && !isSaid(value))
    .map(([name, value]) => `${JSON.stringify(name)}:${json(value)}`);
  return `{${members.join(",")}}`;
}

function json(value: Cell): string {
  // A JSON number cannot start with a zero, but an account id can.
  if (typeof value === "object") return value.quoted || value.digits.startsWith("0") ? `"${value.digits}"` : value.digits;
  return JSON.stringify(value);
}

function plain(value: Cell | undefined): string {
  return typeof value === "object" ? value.digits : String(value ?? "");
}

function csvLine(cells: readonly string[]): string {
  return `${cells.map((text) => (/[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text)).join(",")}${EOL}`;
}

// Observed in real files; all other names are derived from the column.
const KNOWN_NAMES: Readonly<Record<string, string>> = {
  PIN_ID: "Organic pin ID",
  TARGETING_TYPE: "Targeting Type",
  TARGETING_VALUE: "Targeting Value",
};

/** The display name of a column: "Ad group ID" for `AD_GROUP_ID`. */
export function displayName(column: string): string {
  const known = KNOWN_NAMES[column];
  if (known !== undefined) return known;
  const words = column
    .toLowerCase()
    .replaceAll("_", " ")
    .replace(/\bid\b/g, "ID");
  return words.charAt(0).toUpperCase() + words.slice(1);
}

// Number of entities after which parents and the form of names repeat: 24, or a multiple of it, can be repeated as a block.
const ROUND = 24;
const PATTERN = 256 * 1024;
const MOST_ENTITIES = 100 * ROUND;

export interface FileOptions {
  readonly entities: number;
  /** Minimum size in bytes: the file has more entities where `entities` are too few. */
  readonly bytes: number;
}

/**
 * The file of a report, deterministic for report and options. The first entities, some hundreds of kilobytes, are generated; beyond them,
 * their text repeats under ids of their own, so that neither time nor memory grows with the number of entities.
 */
export function reportFile(asked: AskedReport, { entities, bytes }: FileOptions, shape: Shape = "usual"): ReportFile {
  const { report_format, primary_sort } = asked.body;
  const data = new ReportData(asked);
  const layout = layoutOf(data, { csv: report_format === "CSV", byDate: primary_sort === "BY_DATE", shape });
  const asMany = Math.min(entities, data.most);
  const made = firstEntities(layout, { entities: asMany, bytes });
  const depths = new Map([data.level, ...data.within].map((kind, depth) => [beginningOf(kind), depth]));
  // One more ad group is half a campaign more.
  const growth = (beginning: string) => made.length / CHILDREN ** (depths.get(beginning) ?? 0);
  const blocks = layout.sections.map((_, index) =>
    blockOf(
      made.map((parts) => parts[index] ?? ""),
      growth,
    ),
  );
  const whole = (count: number) => stretchesOf(layout, blocks, count);
  return fileOf(whole(enough({ whole, round: made.length, entities: asMany, bytes })));
}

/** The first entities, enough to be repeated as a block, each with its text in each section. */
function firstEntities({ parts }: Layout, { entities, bytes }: FileOptions): readonly (readonly string[])[] {
  const made: (readonly string[])[] = [];
  for (let length = 0; made.length < entities || bytes > 0; ) {
    const isRound = made.length > 0 && made.length % ROUND === 0;
    const isEnough = length >= PATTERN || made.length >= MOST_ENTITIES || (made.length >= entities && length >= bytes);
    if (isRound && isEnough) break;
    const one = parts(made.length);
    made.push(one);
    for (const { length: more } of one) length += more;
  }
  return made;
}

/** The text of all entities in one section, and the offset at which each of them ends. */
interface Block {
  readonly bytes: Uint8Array;
  readonly places: readonly Place[];
  readonly ends: readonly number[];
}

function blockOf(parts: readonly string[], growth: (beginning: string) => number): Block {
  const made = parts.map((text) => unmarked(text, growth));
  const bytes = new Uint8Array(made.reduce((sum, one) => sum + one.bytes.length, 0));
  const [places, ends]: [Place[], number[]] = [[], [0]];
  let at = 0;
  for (const one of made) {
    bytes.set(one.bytes, at);
    for (const place of one.places) places.push({ ...place, at: place.at + at });
    at += one.bytes.length;
    ends.push(at);
  }
  return { bytes, places, ends };
}

/** The parts of a file with `count` entities. */
function stretchesOf({ head, sections, between, tail }: Layout, blocks: readonly Block[], count: number): readonly Stretch[] {
  const filled = blocks.flatMap(({ bytes, places, ends }, index) => {
    const round = ends.length - 1;
    const full = round === 0 ? 0 : Math.floor(count / round) * bytes.length + (ends[count % round] ?? 0);
    const section = sections[index];
    return full === 0 || section === undefined ? [] : [{ section, stretch: { block: bytes, places, length: full - between.length } }];
  });
  const inside = filled.flatMap(({ section, stretch }, index) => [
    fixed((index === 0 ? "" : between) + section.head),
    stretch,
    fixed(section.tail),
  ]);
  return [fixed(head), ...inside, fixed(tail)].filter(({ length }) => length > 0);
}

interface Enough extends FileOptions {
  readonly whole: (count: number) => readonly Stretch[];
  /** Number of entities that were generated. */
  readonly round: number;
}

/**
 * The smallest number of entities, not below `entities`, with which the file has at least `bytes` bytes; `entities` when more of them do
 * not make it longer.
 */
function enough({ whole, round, entities, bytes }: Enough): number {
  const [unrounded, one, two] = [entities, round, 2 * round].map((count) => sizeOf(whole(count))) as [number, number, number];
  if (unrounded >= bytes || two <= one) return entities;
  let few = Math.max(entities, (1 + Math.floor((bytes - one) / (two - one))) * round);
  let many = few + round;
  while (few < many) {
    const half = Math.floor((few + many) / 2);
    if (sizeOf(whole(half)) < bytes) few = half + 1;
    else many = half;
  }
  return few;
}
