import { BadFile } from "../errors.js";
import { ownColumns } from "./columns.js";
import { refuseSentence } from "./csv-rows.js";
import { formatOf, type RowOptions } from "./rows.js";

/** So many bytes of a file tell what it is. */
export const BEGINNING = 1_024;
// What APIs answer with in place of a report, whose outermost keys are ids or dates.
const REFUSAL = /^\s*\{\s*"(errors?|code|message)"\s*:/;

/** Refuses the beginning of a file, or all of it, that is no report's: of another format than was asked for, an error, or words. */
export function checkBeginning(bytes: Uint8Array, reading: RowOptions, isAll: boolean): void {
  const found = formatOf(bytes, reading.format);
  const text = new TextDecoder().decode(bytes);
  if (REFUSAL.test(text)) throw new BadFile("it holds an error instead of rows");
  const [line = "", more] = text.trim().split(/[\r\n]/, 2);
  // A cell in quotes may hold commas and line ends, and words have none.
  if (found !== "CSV" || line.includes('"') || (more === undefined && !isAll)) return;
  const names = line.split(",");
  ownColumns(reading)(names);
  if (more === undefined) refuseSentence(names);
}
