import { BadFile } from "./row-reader.js";
import { type Format, formatOf } from "./rows.js";

/** So many bytes of a file tell what it is. */
export const BEGINNING = 1_024;
// What APIs answer with in place of a report, whose outermost keys are ids or dates.
const REFUSAL = /^\s*\{\s*"(errors?|code|message)"\s*:/;
// One line whose commas are those of a sentence.
const SENTENCE = /^[^"\r\n]*,[^\S\r\n][^"\r\n]*$/;

/** Refuses the beginning of a file that is no report's: of another format than was asked for, an error, or, where it is all of the file, a sentence. */
export function checkBeginning(bytes: Uint8Array, { format, whole }: { readonly format: Format | null; readonly whole: boolean }): void {
  const found = formatOf(bytes, format);
  const text = new TextDecoder().decode(bytes);
  if (REFUSAL.test(text)) throw new BadFile("it holds an error instead of rows");
  if (whole && found === "CSV" && SENTENCE.test(text.trim()))
    throw new BadFile(`it holds words instead of rows: ${JSON.stringify(text.trim().slice(0, 80))}`);
}
