import { createHash } from "node:crypto";
import { decimalOf, scaled, unscaled } from "../../runtime/decimal.js";
import { cellOf, cellText, type Row } from "../../runtime/writers/row.js";
import { type PageAssets, pageAssets } from "./assets.js";
import { html, jsonMarkup, Markup } from "./markup.js";
import { type ColumnKnowledge, factsOf, type Measure, measureOf } from "./measures.js";
import { isCurrency, numberText } from "./numbers.js";
import type { Overview, Sums } from "./overview.js";

const TOP = 10;
const MICRO_SCALE = 24;
const MAX_ACCOUNTS = 20;
const MAX_LEFT_OUT = 10;
const LONGEST_UNBROKEN = 20;

/** An ad account, with its name and currency if they are known. */
export interface PageAccount {
  readonly id: string;
  readonly name?: string | undefined;
  readonly currency?: string | undefined;
}

/** The facts that a page shows about its report. */
export interface PageFacts {
  readonly accounts: readonly PageAccount[];
  /** The days, in words; null if the request has none. */
  readonly days: string | null;
  /** The granularity, such as `DAY`; null if the request has none. */
  readonly granularity: string | null;
  /** Additional facts, such as the attribution windows, keyed by name. */
  readonly details: readonly (readonly [name: string, value: string])[];
  /** Sentences that say which data is missing. */
  readonly leftOut: readonly string[];
  /** The bodies as sent; empty if unknown. */
  readonly requests: readonly unknown[];
  /** The report's key in the client, such as `report`. */
  readonly call: string;
  /** The description in the request's JSON Schema; empty if unknown. */
  readonly description: string;
  readonly knowledge: ColumnKnowledge;
}

/**
 * Builds a page with the charts, totals and largest rows of a report. It is a single file that
 * sends no requests, and all names are escaped. The overview must have read all rows.
 */
export function pageOf(overview: Overview, facts: PageFacts): string {
  const assets = pageAssets();
  const currency = commonCurrency(facts.accounts);
  const title = titleOf(overview, facts);
  const body = html`<main>
<header><h1>${title}</h1><p>${subtitleOf(overview, facts)}</p></header>
${leftOutOf(overview, facts)}
${cardsOf(overview, currency)}
${topOf(overview, currency)}
${rowsOf(overview, facts, currency)}
</main>
${footerOf(overview, facts, currency)}`;
  return `${documentOf({ title, body, overview, currency, assets }).html}\n`;
}

/** The whole document, with the page's script, style and data. */
function documentOf({
  title,
  body,
  overview,
  currency,
  assets: { script, style, licence },
}: {
  readonly title: string;
  readonly body: Markup;
  readonly overview: Overview;
  readonly currency: string | null;
  readonly assets: PageAssets;
}): Markup {
  // With these hashes, the browser applies no other script or style, not even one in a campaign's
  // name.
  const policy = `default-src 'none'; script-src ${hashOf(script)}; style-src ${hashOf(style)}; base-uri 'none'; form-action 'none'`;
  // Written as `<\/script>`, because compilers replace a template that contains `</script` with a
  // call to a helper function.
  return html`<!DOCTYPE html>
<!--
${new Markup(licence)}
-->
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${new Markup(policy)}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="referrer" content="no-referrer">
<title>${title}</title>
<style>${new Markup(style)}</style>
</head>
<body>
${body}
<script type="application/json" id="data">${jsonMarkup(chartsOf(overview, currency))}<\/script>
<script>${new Markup(script)}<\/script>
</body>
</html>`;
}

/** A hash of a script or style, for the page's security policy. */
function hashOf(text: string): string {
  return `'sha256-${createHash("sha256").update(text).digest("base64")}'`;
}

/**
 * The currency that all accounts share. Null if the accounts have several currencies, if any
 * account's currency is unknown, or if there are no accounts.
 */
export function commonCurrency(accounts: readonly PageAccount[]): string | null {
  const [currency, ...others] = new Set(accounts.map((account) => account.currency));
  return others.length === 0 && isCurrency(currency) ? currency : null;
}

/** The page's title, such as "Campaigns of Example Shop". */
function titleOf({ entity }: Overview, { accounts }: PageFacts): string {
  const [only] = accounts;
  const whose =
    accounts.length === 1
      ? (only?.name ?? `ad account ${only?.id}`)
      : `${accounts.length} ad accounts`;
  const what =
    entity === null ? "Report" : `${entity.plural[0]?.toUpperCase()}${entity.plural.slice(1)}`;
  return `${what} of ${whose}`;
}

/** The days, and the number of entities and rows. */
function subtitleOf({ count, entity, entityCount }: Overview, { days }: PageFacts): string {
  const parts = [
    days,
    entity === null ? null : counted(entityCount, entity.singular, entity.plural),
    counted(count, "row", "rows"),
  ];
  return parts.filter((part) => part !== null).join(" · ");
}

/** A number with its noun, such as "1,234 rows". */
function counted(count: number, singular: string, plural: string): string {
  return `${count.toLocaleString("en-US")} ${count === 1 ? singular : plural}`;
}

/** A list of what is missing from the page or its totals. Empty if nothing is missing. */
function leftOutOf(overview: Overview, { leftOut }: PageFacts): Markup {
  const more = leftOut.length - MAX_LEFT_OUT;
  const all = [
    ...leftOut.slice(0, MAX_LEFT_OUT),
    ...(more > 0 ? [`And ${more.toLocaleString("en-US")} more.`] : []),
    ...unsummed(overview),
    ...doubleCounted(overview),
  ];
  return all.length === 0
    ? html``
    : html`<ul class="left-out">${all.map((sentence) => html`<li>${sentence}</li>`)}</ul>`;
}

/** A list with a warning if totals may count the same activity several times; otherwise empty. */
export function doubleCounted({ overlaps }: Overview): readonly string[] {
  return overlaps
    ? ["Rows of targeting levels can overlap, so totals may count the same activity several times."]
    : [];
}

/** Sentences about values that are in the rows but not in the totals. Empty if there are none. */
export function unsummed({ unreadable, leavesMoneyOut }: Overview): readonly string[] {
  return [
    ...(leavesMoneyOut
      ? [
          "Totals leave out amounts of money, because the accounts have several currencies or a currency is unknown.",
        ]
      : []),
    ...(unreadable === 0
      ? []
      : [
          `${counted(unreadable, "value is not a number and is", "values are not numbers and are")} missing from the totals.`,
        ]),
  ];
}

/** A card for each measure: its total, and a chart by day. */
function cardsOf(overview: Overview, currency: string | null): Markup {
  const { measures, total, days } = overview;
  const cards = measures.map(
    (measure, index) => html`<figure class="card measure-${index}">
<figcaption><span class="label">${measure.label}</span>
<strong title="${total[index] ?? ""}">${numberText(total[index] ?? "0", measure, currency)}</strong>
<output></output></figcaption>
<div class="chart" role="img" aria-label="${measure.label} by day"></div>
</figure>`,
  );
  if (cards.length === 0) return html``;
  return html`<section class="cards" aria-label="Totals">${cards}</section>
${days.length < 2 ? html`` : daysOf(overview, currency)}`;
}

/** The days as a table, which is exact and readable without the charts. */
function daysOf({ days, measures }: Overview, currency: string | null): Markup {
  const head = ["Date", ...measures.map(({ label }) => label)];
  const rows = days.map(
    ({ day, sums }) => html`<tr>${textCell(day)}${sumCells(sums, measures, currency)}</tr>\n`,
  );
  return html`<details><summary>The same data as a table</summary>${tableOf({ head, rows, numeric: measures.map((_, index) => index + 1), label: "Days" })}</details>`;
}

/**
 * A table of the ten largest entities, with the sums of all others. Empty if there are fewer than
 * two entities.
 */
function topOf(overview: Overview, currency: string | null): Markup {
  const { entity, entityCount, measures, total } = overview;
  if (entity === null || measures.length === 0 || entityCount < 2) return html``;
  const { first, others } = overview.top(TOP);
  const most = Number(first[0]?.sums[0] ?? 0);
  const rows = first.map(
    ({ id, name, sums }) =>
      html`<tr><td><bdi>${name || id || "unnamed"}</bdi>${
        name && name !== id && entity.id !== entity.name ? html`<small>${id}</small>` : html``
      }${barOf(Number(sums[0]), most)}</td>${sumCells(sums, measures, currency)}</tr>\n`,
  );
  const rest = entityCount - first.length;
  const restRow =
    rest === 0
      ? html``
      : html`<tr><td>${counted(rest, `other ${entity.singular}`, `other ${entity.plural}`)}</td>${sumCells(others, measures, currency)}</tr>`;
  const foot = html`${restRow}<tr class="total"><td>Total</td>${sumCells(total, measures, currency)}</tr>`;
  const head = [entity.singular, ...measures.map(({ label }) => label)];
  const numeric = measures.map((_, index) => index + 1);
  return html`<section><h2>Top ${entity.plural}</h2>
${tableOf({ head, rows, foot, numeric, label: `Top ${entity.plural}` })}</section>`;
}

/**
 * A bar for a table cell. Its width is an attribute, because the page's security policy forbids
 * inline styles.
 */
function barOf(value: number, most: number): Markup {
  const width = most > 0 && value > 0 ? Math.round((value / most) * 1_000) / 10 : 0;
  return html`<svg class="bar" viewBox="0 0 100 4" preserveAspectRatio="none" aria-hidden="true"><rect width="${width}" height="4"/></svg>`;
}

/** Table cells for the sums, in the order of the measures. */
function sumCells(
  sums: Sums,
  measures: readonly Measure[],
  currency: string | null,
): readonly Markup[] {
  return measures.map((measure, index) => {
    const sum = sums[index] ?? "0";
    return html`<td class="number" data-value="${sum}">${numberText(sum, measure, currency)}</td>`;
  });
}

/** A sortable table of the rows, with a note if not all rows are shown. */
function rowsOf(
  overview: Overview,
  { knowledge, accounts }: PageFacts,
  common: string | null,
): Markup {
  const { rows, count, columns, measures } = overview;
  // The day comes first, as in the charts.
  const ordered = [...columns].sort(
    (one, other) => Number(other === "DATE") - Number(one === "DATE"),
  );
  const shown = ordered.map((name) => ({
    ...measureOf(name, knowledge),
    isNumber: isNumber(name, knowledge),
  }));
  const head = shown.map(({ label }) => label);
  const numeric = shown.flatMap(({ isNumber }, index) => (isNumber ? [index] : []));
  const currencies = new Map(accounts.map(({ id, currency }) => [id, currency]));
  const lines = rows.map((row) => {
    const own = currencies.get(String(cellOf(row, "AD_ACCOUNT_ID")));
    const currency = isCurrency(own) ? own : common;
    return html`<tr>${shown.map((column) => cellMarkup(row, column, currency))}</tr>\n`;
  });
  const [first] = measures;
  const most =
    first === undefined ? "the first ones" : `the ones with the highest “${first.label}”`;
  const note =
    rows.length === count
      ? counted(count, "row", "rows")
      : `${rows.length.toLocaleString("en-US")} of ${counted(count, "row", "rows")}: ${most}. The totals include all rows.`;
  const empty = count === 0 ? html`<p>No activity on these days.</p>` : html``;
  return html`<section><h2>Rows</h2><p class="note">${note}</p>${empty}
${count === 0 ? html`` : tableOf({ head, rows: lines, numeric, label: "Rows", isSortable: true })}</section>`;
}

/** Whether a column contains numbers. False for ids and unknown columns. */
function isNumber(name: string, { facts }: ColumnKnowledge): boolean {
  const value = factsOf(name, facts)?.value;
  return value !== undefined && !["id", "name", "text", "url", "label", "unknown"].includes(value);
}

type ShownColumn = Measure & { readonly isNumber: boolean };

/** A cell. A missing value is empty, not zero; an id shows all its digits. */
function cellMarkup(row: Row, column: ShownColumn, currency: string | null): Markup {
  const value = cellOf(row, column.column);
  if (value === undefined || value === null) return html`<td></td>`;
  const decimal = column.isNumber ? decimalOf(value) : undefined;
  if (decimal === undefined) return textCell(cellText(value));
  const amount = column.isMicro ? scaled(unscaled(decimal), MICRO_SCALE) : decimal;
  return html`<td class="number" data-value="${amount}">${numberText(amount, column, currency)}</td>`;
}

/** A table cell with text. Short text, such as an id or a day, does not wrap. */
function textCell(text: string): Markup {
  const isShort = text.length <= LONGEST_UNBROKEN;
  return html`<td${isShort ? html` class="short"` : html``}><bdi>${text}</bdi></td>`;
}

interface Table {
  readonly label: string;
  readonly head: readonly string[];
  readonly rows: readonly Markup[];
  readonly foot?: Markup;
  /** Positions of the columns that contain numbers. */
  readonly numeric: readonly number[];
  readonly isSortable?: boolean;
}

/** A table in its own scrollable box, which the keyboard can scroll too. */
function tableOf({ label, head, rows, foot, numeric, isSortable = false }: Table): Markup {
  const cells = head.map((text, index) => {
    const title = isSortable ? html`<button type="button">${text}</button>` : html`${text}`;
    return html`<th scope="col"${numeric.includes(index) ? html` class="number"` : html``}>${title}</th>`;
  });
  return html`<div class="scroll" tabindex="0" role="region" aria-label="${label}"><table${isSortable ? html` class="sortable"` : html``}>
<thead><tr>${cells}</tr></thead>
<tbody>
${rows}</tbody>${foot === undefined ? html`` : html`<tfoot>${foot}</tfoot>`}
</table></div>`;
}

/** The facts about the report, and the requests as sent. */
function footerOf(overview: Overview, facts: PageFacts, currency: string | null): Markup {
  const { accounts, requests, call, description, details, days, granularity } = facts;
  const shown = accounts.slice(0, MAX_ACCOUNTS);
  const more = accounts.length - shown.length;
  const names = shown.map(({ id, name }) => (name === undefined ? id : `${name} (${id})`));
  const known: readonly (readonly [string, string])[] = [
    [
      accounts.length === 1 ? "Ad account" : "Ad accounts",
      [...names, ...(more > 0 ? [`and ${more} more`] : [])].join(", "),
    ],
    ["Currency", currency ?? listed(accounts.map((account) => account.currency))],
    ...(days === null ? [] : [["Days", days] as const]),
    ...(granularity === null ? [] : [["Granularity", granularity] as const]),
    ...details,
    ["Columns", overview.columns.join(", ")],
  ];
  const sent = requests.map((body) => html`<pre>${new Markup(prettyJson(body))}</pre>`);
  return html`<footer><h2>About these numbers</h2>
<dl>${known.map(([name, value]) => html`<div><dt>${name}</dt><dd><bdi>${value}</bdi></dd></div>`)}</dl>
<h3>The request${requests.length === 0 ? "" : `: ${call}`}</h3>
${requests.length === 0 ? html`<p>Unknown: the report was created by an earlier command.</p>` : html`<p>${description}</p>${sent}`}
<p>Totals are exact sums of all rows. Pinterest keeps revising a day's figures for weeks as conversions come in. Made by pinterest-reports.</p></footer>`;
}

/** The distinct strings, joined; “unknown” if there are none. */
function listed(texts: readonly (string | undefined)[]): string {
  const known = [...new Set(texts)].filter((text) => text !== undefined);
  return known.length === 0 ? "unknown" : known.join(", ");
}

/** The whole body as sent. Unlike other strings on the page, its strings are not truncated. */
function prettyJson(value: unknown): string {
  return JSON.stringify(value, null, 2).replace(
    /[&<>]/g,
    (character) => `&#${character.charCodeAt(0)};`,
  );
}

/** The data for the charts, as numbers. Double precision is enough to draw them. */
function chartsOf({ days, measures }: Overview, currency: string | null): unknown {
  return {
    days: days.map(({ day }) => day),
    series: measures.map(({ isMoney }, index) => ({
      currency: isMoney ? currency : null,
      values: days.map(({ sums }) => Number(sums[index])),
    })),
  };
}
