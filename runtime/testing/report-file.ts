import type { ContractFacts } from "./facts.js";
import { type Cell, type DataRow, reportData } from "./report-data.js";

const PIECE = 64 * 1024;

/** A file of any length, of which no more than a piece is ever in memory. */
export interface ReportFile {
  readonly size: number;
  /** The bytes from this one on. */
  pieces(from?: number): Iterable<Uint8Array>;
}

export interface FileOptions {
  readonly seed: number;
  readonly entities: number;
  /** The file is at least so long: the same entities' rows come again and again, each time under ids of their own. */
  readonly bytes: number;
}

/** The file of a report: the same for the same body and options. */
export function reportFile(facts: ContractFacts, body: Readonly<Record<string, unknown>>, options: FileOptions): ReportFile {
  const rows = reportData(facts, body, options);
  const columns = Array.isArray(body.columns) ? body.columns.map(String) : [];
  const csv = body.report_format === "CSV";
  const block = csv ? csvLines(rows, columns) : jsonMembers(rows, body.primary_sort === "BY_DATE");
  const header = csv ? csvHeader(rows, columns) : "";
  return repeated({ head: csv ? header : "{", block, between: csv ? "" : ",", tail: csv ? "" : "}" }, options);
}

/** A file of this text. */
export function textFile(text: string): ReportFile {
  const bytes = new TextEncoder().encode(text);
  function* pieces(from = 0): Generator<Uint8Array> {
    for (let at = from; at < bytes.length; at += PIECE) yield bytes.subarray(at, at + PIECE);
  }
  return { size: bytes.length, pieces };
}

interface Parts {
  readonly head: string;
  readonly block: string;
  readonly between: string;
  readonly tail: string;
}

function repeated({ head, block, between, tail }: Parts, { entities, bytes }: FileOptions): ReportFile {
  const encoder = new TextEncoder();
  const first = textFile(head + block + tail);
  if (first.size >= bytes || block === "") return first;
  const [start, one, end] = [head, block + between, tail].map((text) => encoder.encode(text)) as [Uint8Array, Uint8Array, Uint8Array];
  const blocks = Math.ceil((bytes - start.length - end.length) / one.length);
  const places = idPlaces(one);
  const size = start.length + blocks * one.length - between.length + end.length;
  function* parts(from: number): Generator<Uint8Array> {
    const begun = Math.max(0, Math.floor((from - start.length) / one.length));
    let skip = begun === 0 ? from : from - start.length - begun * one.length;
    if (begun === 0) yield* cut(start);
    for (let number = begun; number < blocks; number++) {
      const copy = numbered(one, places, number * entities);
      yield* cut(number === blocks - 1 ? copy.subarray(0, copy.length - between.length) : copy);
    }
    yield* cut(end);
    function* cut(bytes: Uint8Array): Generator<Uint8Array> {
      const rest = bytes.subarray(Math.min(skip, bytes.length));
      skip -= bytes.length - rest.length;
      if (rest.length > 0) yield rest;
    }
  }
  return { size, pieces: (from = 0) => gathered(parts(from)) };
}

interface Place {
  readonly at: number;
  readonly id: number;
}

/** Where ids of entities stand: they all have twelve digits, so a block keeps its length. */
function idPlaces(bytes: Uint8Array): readonly Place[] {
  const characters = new TextDecoder("windows-1252").decode(bytes);
  return [...characters.matchAll(/(?<!\d)62670\d{7}(?!\d)/g)].map(({ 0: digits, index }) => ({ at: index, id: Number(digits) }));
}

function numbered(block: Uint8Array, places: readonly Place[], add: number): Uint8Array {
  const copy = block.slice();
  for (const { at, id } of places) {
    for (let digit = at + 11, value = id + add; digit >= at; digit--, value = Math.floor(value / 10)) copy[digit] = 0x30 + (value % 10);
  }
  return copy;
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

/** The rows as Pinterest writes them as JSON: by entity, or by date when asked so; without the zeros. */
function jsonMembers(rows: readonly DataRow[], byDate: boolean): string {
  const groups = new Map<string, string[]>();
  for (const { entity, date, cells } of rows) {
    const key = byDate && date !== null ? date : entity;
    const group = groups.get(key) ?? [];
    groups.set(key, group);
    const members = [...cells].filter(([, value]) => value !== 0).map(([name, value]) => `${JSON.stringify(name)}:${json(value)}`);
    group.push(`{${members.join(",")}}`);
  }
  return [...groups].map(([key, group]) => `${JSON.stringify(key)}:[${group.join(",")}]`).join(",");
}

function namesOf(rows: readonly DataRow[], columns: readonly string[]): readonly string[] {
  return [...new Set([...(rows[0]?.cells.keys() ?? []), ...columns])];
}

/** With display names, as Pinterest writes them. */
function csvHeader(rows: readonly DataRow[], columns: readonly string[]): string {
  return `${namesOf(rows, columns)
    .map((name) => csv(displayName(name)))
    .join(",")}\r\n`;
}

/** The rows as Pinterest writes them as CSV: with the zeros. */
function csvLines(rows: readonly DataRow[], columns: readonly string[]): string {
  const names = namesOf(rows, columns);
  return rows.map(({ cells }) => `${names.map((name) => csv(plain(cells.get(name) ?? ""))).join(",")}\r\n`).join("");
}

// Seen in real files; the rest is as these are made.
const KNOWN_NAMES: Readonly<Record<string, string>> = {
  PIN_ID: "Organic pin ID",
  TARGETING_TYPE: "Targeting Type",
  TARGETING_VALUE: "Targeting Value",
};

/** `AD_GROUP_ID` is "Ad group ID" to people. */
export function displayName(column: string): string {
  const known = KNOWN_NAMES[column];
  if (known !== undefined) return known;
  const words = column
    .toLowerCase()
    .replaceAll("_", " ")
    .replace(/\bid\b/g, "ID");
  return words.charAt(0).toUpperCase() + words.slice(1);
}

function json(value: Cell): string {
  // An integer of more digits than a number holds, written without quotes.
  return typeof value === "string" && /^\d+n$/.test(value) ? value.slice(0, -1) : JSON.stringify(value);
}

function plain(value: Cell): string {
  return String(value).replace(/^(\d+)n$/, "$1");
}

function csv(text: string): string {
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
