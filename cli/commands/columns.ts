import { jsonText } from "../../generator/print.js";
import { type ColumnSearch, findColumns } from "../columns/found.js";
import type { Io } from "../terminal/io.js";
import { formatTable } from "../terminal/table.js";
import { suggestion, Usage } from "../terminal/usage.js";

/** Arguments of `columns`. */
export interface ColumnsArguments extends Omit<ColumnSearch, "most"> {
  /** `table`, `json` or `names`; default: `table`. */
  readonly format?: string;
}

const FORMATS = ["table", "json", "names"];

/**
 * Prints the columns of ad reports. With `search`, prints the matching columns, best match first.
 * With `level`, leaves out columns that the level does not allow. A table has names, labels and
 * units; JSON also has descriptions. Warns on stderr if search terms were replaced, or if no column
 * matches the whole search. Resolves to 0. Throws `Usage` if no column matches, or for an unknown
 * level or format.
 */
export async function columns(
  { format = "table", ...wanted }: ColumnsArguments,
  { stdout, stderr }: Io,
): Promise<number> {
  if (!FORMATS.includes(format))
    throw new Usage(`unknown format: ${format}`, suggestion(format, FORMATS));
  const found = await findColumns(wanted);
  if ("problem" in found) throw new Usage(found.problem, found.hint);
  for (const note of found.notes) stderr.write(`warning   ${note}\n`);
  const rows = found.columns.map(({ name, label, unit }) => ({ column: name, label, unit }));
  if (format === "json") stdout.write(`${jsonText(found.columns, 2)}\n`);
  else if (format === "names") stdout.write(rows.map(({ column }) => `${column}\n`).join(""));
  else stdout.write(formatTable(rows));
  return 0;
}
