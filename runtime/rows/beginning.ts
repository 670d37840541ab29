import { BadFile } from "../errors.js";
import { ownColumns } from "./columns.js";
import { refuseSentence } from "./csv-rows.js";
import { formatOf, type RowOptions } from "./rows.js";

/** Number of bytes from which the kind of a file is told. */
export const BEGINNING = 1_024;
// An error in place of a report, whose outermost keys are ids or dates.
const REFUSAL = /^\s*\{\s*"(errors?|code|message)"\s*:/;

/** Throws a `BadFile` if the beginning of a file, or all of it, is not a report's: another format than requested, an error, or prose. */
export function checkBeginning(bytes: Uint8Array, reading: RowOptions, isAll: boolean): void {
  const found = formatOf(bytes, reading.format);
  const text = new TextDecoder().decode(bytes);
  if (REFUSAL.test(text)) throw new BadFile("it holds an error instead of rows");
  const [line = "", more] = text.trim().split(/[\r\n]/, 2);
  // A quoted cell may hold commas and line ends, and prose has no quotes.
  if (found !== "CSV" || line.includes('"') || (more === undefined && !isAll)) return;
  const names = line.split(",");
  ownColumns(reading)(names);
  if (more === undefined) refuseSentence(names);
}
