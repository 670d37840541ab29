import { type Place, renumbered } from "./report-ids.js";

const PIECE = 64 * 1024;
const DRIPS = 16;

/** A file of any length, of which no more than a piece is ever in memory. */
export interface ReportFile {
  readonly size: number;
  /** The bytes from this one on. */
  pieces(from?: number): Iterable<Uint8Array>;
}

/** A part of a file: bytes that come again and again, each time under other ids, up to a length. */
export interface Stretch {
  readonly block: Uint8Array;
  readonly places: readonly Place[];
  readonly length: number;
}

/** A part that comes once. */
export function fixed(text: string): Stretch {
  const block = new TextEncoder().encode(text);
  return { block, places: [], length: block.length };
}

/** How long a file of these parts is. */
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

/** A file of this text, or of these bytes. */
export function plainFile(content: string | number | Uint8Array): ReportFile {
  const block = content instanceof Uint8Array ? content : new TextEncoder().encode(String(content));
  return fileOf([{ block, places: [], length: block.length }]);
}

const wholes = new WeakMap<ReportFile, ReportFile>();

/** The rest of a file from a byte on. */
export function restOf(file: ReportFile, from: number): ReportFile {
  const rest = { size: file.size - from, pieces: (more = 0) => file.pieces(from + more) };
  wholes.set(rest, file);
  return rest;
}

/** The file of which this may be the rest. */
export function wholeOf(file: ReportFile): ReportFile {
  return wholes.get(file) ?? file;
}

/** All bytes of a file that is small. */
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

/** The few parts in which a small file drips. */
export function* dripsOf(file: ReportFile): Generator<Uint8Array, undefined> {
  const bytes = bytesOf(file);
  const step = Math.ceil(bytes.length / DRIPS);
  for (let at = 0; at < bytes.length; at += step) yield bytes.subarray(at, at + step);
  return undefined;
}
