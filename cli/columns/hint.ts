import { sanitize } from "../../generator/print.js";
import { loadData } from "../modules.js";
import { DEFAULT_REPORT } from "../requests.js";
import { shellCommand } from "../terminal/shell-command.js";
import { searchColumns } from "./search.js";

/**
 * Suggests a `columns --search` command for the first unknown column name that resembles no known
 * name. The command searches for the unknown name, or for `cost per click` if that finds nothing.
 * Null if `violations` contains no such name, or if `of` is not the ad report.
 */
export async function columnHint(
  violations: readonly { readonly path: string; readonly rule: string; readonly params: object }[],
  of: string,
): Promise<string | null> {
  if (of !== DEFAULT_REPORT) return null;
  const unlike = violations.find(
    ({ path, rule, params }) =>
      rule === "enum" && path.startsWith("/columns/") && !("nearest" in params),
  );
  if (unlike === undefined) return null;
  const { received } = unlike.params as { readonly received?: unknown };
  const name = String(received ?? "");
  const isFound = name !== "" && searchColumns(name, await loadData()).names.length > 0;
  const terms = isFound ? name : "cost per click";
  const search = shellCommand(["pinterest-reports", "columns", "--search", terms]);
  return sanitize(`To find a column by search terms, run \`${search}\`.`);
}
