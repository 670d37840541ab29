import { formatTable } from "../terminal/table.js";
import { numberText } from "./numbers.js";
import type { Overview, Sums } from "./overview.js";
import { commonCurrency, doubleCounted, type PageFacts, unsummed } from "./page.js";

const TOP = 5;
// Minimum and maximum length of a displayed name, whatever the width of the terminal.
const [MIN_NAME, MAX_NAME] = [8, 40];

/**
 * A short overview for a terminal. Shows the five largest campaigns, or other entities that the
 * rows are about, and one line for all others. Then shows the totals, the days, and what is missing
 * from the totals. If there is only one campaign, leaves out the lines for campaigns. Names are
 * truncated so that the numbers fit into `width`, but not to fewer than eight characters. Begins
 * and ends with a line break. Empty if there are no rows or no columns to add up.
 */
export function overviewText(
  overview: Overview,
  { accounts, days, width }: Pick<PageFacts, "accounts" | "days"> & { readonly width: number },
): string {
  const { measures, entity, entityCount, total, count } = overview;
  if (measures.length === 0 || count === 0) return "";
  const currency = commonCurrency(accounts);
  const title = entity === null ? "" : capitalized(entity.singular);
  const line = (name: string, sums: Sums): Readonly<Record<string, string>> => ({
    [title]: name,
    ...Object.fromEntries(
      measures.map((measure, index) => [
        measure.label,
        numberText(sums[index] ?? "0", measure, currency),
      ]),
    ),
  });
  const { first, others } = overview.top(TOP);
  const rest = entityCount - first.length;
  const rows = [
    ...(entityCount > 1 ? first.map(({ id, name, sums }) => line(name || id || "–", sums)) : []),
    ...(rest > 0 ? [line(`${rest.toLocaleString("en-US")} more`, others)] : []),
    line("Total", total),
  ];
  const table = fittedTable(rows, { title, right: measures.map(({ label }) => label), width });
  const withRows = overview.days.length;
  const notes = [
    ...(days === null || withRows === 0 ? [] : [`days      ${days}, ${withRows} with rows`]),
    ...unsummed(overview).map((sentence) => `left out  ${sentence}`),
    ...doubleCounted(overview).map((sentence) => `warning   ${sentence}`),
  ];
  return `\n${table}\n${notes.map((text) => `${text}\n`).join("")}`;
}

/** The table, with the values of the column `title` truncated to fit `width`. */
function fittedTable(
  rows: readonly Readonly<Record<string, string>>[],
  {
    title,
    right,
    width,
  }: { readonly title: string; readonly right: readonly string[]; readonly width: number },
): string {
  const withNames = (most: number): string => {
    const cut = (name = ""): string => (name.length > most ? `${name.slice(0, most - 1)}…` : name);
    return formatTable(
      rows.map((row) => ({ ...row, [title]: cut(row[title]) })),
      right,
    );
  };
  const longest = Math.max(0, ...rows.map((row) => Math.min(row[title]?.length ?? 0, MAX_NAME)));
  const excess =
    Math.max(
      ...withNames(MAX_NAME)
        .split("\n")
        .map(({ length }) => length),
    ) - width;
  return withNames(excess > 0 ? Math.max(longest - excess, MIN_NAME) : MAX_NAME);
}

/** Capitalizes the first letter. */
function capitalized(text: string): string {
  return `${text[0]?.toUpperCase() ?? ""}${text.slice(1)}`;
}
