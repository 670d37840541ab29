import { closeSync, openSync, readSync } from "node:fs";
import { extname } from "node:path";

const MENDS = "(?:change spec/ or templates/, then run `npm run generate`|run `pinterest-reports (?:generate|follow)` again)";
const SENTENCE = `Generated from Pinterest's API description\\. Do not edit: ${MENDS}\\.`;

/** How a file of ours begins, by the ending of its name. */
const BEGINNINGS: Readonly<Record<string, RegExp>> = {
  ".ts": new RegExp(`^// ${SENTENCE}\\r?\\n`),
  ".md": new RegExp(`^<!-- ${SENTENCE} -->\\r?\\n`),
  ".json": new RegExp(`^\\{\\r?\\n "//": "${SENTENCE}"`),
};

/** More than any header has. */
const HEAD = 300;

/** Whether a file is one that we write: it begins with our very header. What only speaks of it, or bears it further down, is not. */
export function isOurs(file: string): boolean {
  const beginning = BEGINNINGS[extname(file)];
  return beginning?.test(headOf(file)) === true;
}

/** Whether a file is a contract that `pull` wrote, or the file that says where it came from. */
export function isPulled(file: string): boolean {
  return /^# Written by `npm run pull`/.test(headOf(file));
}

function headOf(file: string): string {
  const bytes = Buffer.alloc(HEAD);
  const open = openSync(file, "r");
  try {
    return bytes.toString("utf8", 0, readSync(open, bytes, 0, HEAD, 0));
  } finally {
    closeSync(open);
  }
}
