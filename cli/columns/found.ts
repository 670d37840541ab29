import { columnsOf } from "../commands/mcp/tables.js";
import { loadData, loadTables, loadValidators } from "../modules.js";
import type { Body } from "../session.js";
import { suggestion } from "../terminal/usage.js";
import { searchColumns } from "./search.js";

/** A report column, as described to people and agents. */
export interface FoundColumn {
  readonly name: string;
  /** The column's name in Ads Manager. */
  readonly label: string;
  readonly description: string;
  /** The unit of the column's values, such as `currency`; null if the values have no unit. */
  readonly unit: string | null;
  /** Whether the column's values can be summed. */
  readonly adds_up: boolean;
}

/** Which columns to find. */
export interface ColumnSearch {
  /** Search terms, in the words that marketers use. If omitted, finds all columns. */
  readonly search?: string | undefined;
  /** Finds only columns that this level allows. */
  readonly level?: string | undefined;
  /** Maximum number of columns to describe; default: all. */
  readonly most?: number;
}

export interface FoundColumns {
  readonly count: number;
  readonly columns: readonly FoundColumn[];
  /** Messages about search terms that were replaced, or that no column matches. */
  readonly notes: readonly string[];
}

/**
 * Finds up to `most` report columns, best match first. Without `search`, finds all columns, in the
 * order of `reportColumnValues`. `count` also counts the matches beyond `most`. Resolves to a
 * message and a hint if the level is unknown or no column matches. An empty search matches no
 * column.
 */
export async function findColumns({
  search,
  level,
  most = Number.POSITIVE_INFINITY,
}: ColumnSearch): Promise<FoundColumns | { readonly problem: string; readonly hint: string }> {
  const [data, { validateReport }, { describeRows }] = await Promise.all([
    loadData(),
    loadValidators(),
    loadTables(),
  ]);
  const levels: readonly string[] = data.reportLevelValues;
  if (level !== undefined && !levels.includes(level))
    return { problem: `${level} is not a level`, hint: suggestion(level, levels) };
  const isAllowed = (name: string): boolean =>
    level === undefined ||
    !validateReport({ level, columns: [name] }).some(({ path }) => path.startsWith("/columns/"));
  const { names, notes } =
    search === undefined
      ? { names: data.reportColumnValues, notes: [] }
      : searchColumns(search, data);
  const found = names.filter(isAllowed);
  if (names.length === 0)
    return {
      problem: `no column matches "${search}"`,
      hint: "Try other words, such as spend, impressions, clicks, checkouts or saves.",
    };
  if (found.length === 0)
    return {
      problem: `${level} allows none of the columns that match "${search}"`,
      hint: `Use another level, or try other words. The best match is ${names[0]}.`,
    };
  const columns = found.slice(0, most);
  const described = new Map(
    describeRows({ columns } as object as Body).columns.map((each) => [each.name, each]),
  );
  const adding = new Set(
    (await columnsOf({ columns })).flatMap(({ name, adds }) => (adds ? [name] : [])),
  );
  return {
    count: found.length,
    columns: columns.map((name) => ({
      name,
      label: data.columnLabels[name as keyof typeof data.columnLabels],
      description: described.get(name)?.description ?? "",
      unit: described.get(name)?.unit ?? null,
      adds_up: adding.has(name.toLowerCase()),
    })),
    notes,
  };
}
