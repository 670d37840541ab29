import { ADDED } from "./certain.js";
import type { CsvColumn } from "./csv-rows.js";
import { InvalidArgumentError } from "./errors.js";
import type { DisplayName } from "./reading.js";

/** What is known about a report's columns. */
export interface KnownColumns {
  /** Columns whose values are ids, beside all that are named `*_ID`. */
  readonly ids: readonly string[];
  /** Columns whose values are neither ids nor numbers; undefined when nobody knows. */
  readonly texts?: readonly string[] | undefined;
  /** Columns that were asked for; undefined when nobody remembers. */
  readonly columns?: readonly string[] | undefined;
}

/** The columns in which a missing value is to be 0. */
export function toFill(zeroFill: boolean | readonly string[], { ids, texts, columns }: KnownColumns): readonly string[] {
  if (zeroFill === false) return [];
  const asked = zeroFill === true ? columns : zeroFill;
  if (asked === undefined) {
    throw new InvalidArgumentError(
      "zeroFill: true needs a handle that knows its columns, and this one does not; name them: zeroFill: [...]",
    );
  }
  if (zeroFill === true && texts === undefined) {
    throw new InvalidArgumentError("zeroFill: true needs a flow that says which columns are texts; name the columns: zeroFill: [...]");
  }
  const words = new Set([...ids, ...(texts ?? []), ...ADDED]);
  return [...new Set(asked)].filter((name) => !words.has(name) && !name.endsWith("_ID"));
}

/** What each header of a CSV file becomes. */
export function csvColumns(names: readonly DisplayName[], known: KnownColumns): (header: string) => CsvColumn {
  const asked = new Set(known.columns);
  const words = new Set([...known.ids, ...(known.texts ?? []), ...ADDED]);
  const byDisplay = new Map<string, Set<string>>();
  for (const { name, display_name } of names) {
    if (typeof name !== "string" || typeof display_name !== "string") continue;
    const same = byDisplay.get(plain(display_name)) ?? new Set();
    byDisplay.set(plain(display_name), same.add(name));
  }
  return (header) => {
    const meant = [...(byDisplay.get(plain(header)) ?? ownNames(header, asked))];
    const wanted = meant.length > 1 ? meant.filter((name) => asked.has(name)) : meant;
    const [name] = wanted;
    if (name === undefined || wanted.length > 1) return { name: header, number: false, strict: false };
    return { name, number: known.texts !== undefined && !words.has(name) && !name.endsWith("_ID"), strict: asked.has(name) };
  };
}

/** Columns that files add by themselves are in no list, and a header may be the column's own name. */
function ownNames(header: string, asked: ReadonlySet<string>): readonly string[] {
  const name = header.trim().toUpperCase().replaceAll(" ", "_");
  return ADDED.includes(name) || asked.has(name) ? [name] : [];
}

function plain(display: string): string {
  return display.trim().toLowerCase();
}
