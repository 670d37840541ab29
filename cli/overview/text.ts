import { formatTable } from "../terminal/table.js";
import { numberText } from "./numbers.js";
import type { Overview, Sums } from "./overview.js";
import { commonCurrency, type PageFacts, unsummed } from "./page.js";

const TOP = 5;

/**
 * A short overview for a terminal: the five largest campaigns (or whatever the rows are about),
 * all others, the totals, the days, and what is in no total. Empty without columns to add up.
 */
export function overviewText(
  overview: Overview,
  { accounts, days }: Pick<PageFacts, "accounts" | "days">,
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
  const labels = measures.map(({ label }) => label);
  const withRows = overview.days.length;
  const notes = [
    ...(days === null || withRows === 0 ? [] : [`days      ${days}, ${withRows} with rows`]),
    ...unsummed(overview).map((sentence) => `left out  ${sentence}`),
  ];
  return `\n${formatTable(rows, labels)}\n${notes.map((text) => `${text}\n`).join("")}`;
}

function capitalized(text: string): string {
  return `${text[0]?.toUpperCase() ?? ""}${text.slice(1)}`;
}
