import { labelOf } from "../../generator/emit/column-labels.js";
import { restrictionsOf } from "../../generator/export/markdown.js";
import { allOffered, type Offered } from "../../generator/export/rules.js";
import type { Flow, Model, Operation, Rule } from "../../generator/model/model.js";
import { ruleInWords } from "../../generator/rules/parse.js";
import { shapeOf } from "../../generator/rules/shape.js";
import { COLUMN_KINDS, type ColumnValue } from "../../runtime/validation/column-kinds.js";

type Offers = Pick<Model, "flows" | "operations">;

/**
 * Returns the search page: all columns and all rules, in two tables. `site.js` filters them based
 * on the form's inputs. Without JavaScript, all rows are shown.
 */
export function findPage(model: Offers): string {
  const columns = [...model.flows.flatMap(columnRows), ...callRows(model)];
  const rules = allOffered(model).flatMap(ruleRows);
  return [
    "# Find a column or a rule",
    "This page shows what each column of reports and synchronous calls contains, and which levels and granularities exclude it. " +
      "It also lists the rules for requests. The search works offline. " +
      `[${RULES}](${RULES_FILE}) lists the same information by request, with date ranges and fields.`,
    form(model),
    "## Columns",
    table("columns", ["column", "request", "contents", "not available if"], columns),
    "## Rules",
    table("rules", ["rule", "request", "severity", "rule in words"], rules),
  ].join("\n\n");
}

/** The first heading of docs/rules.md. TypeDoc names the page's file after it. */
export const RULES = "Rules for requests";
const RULES_FILE = `${RULES.replaceAll(" ", "_")}.html`;

// Must not contain empty lines, because an empty line ends an HTML block in Markdown.
function form(model: Offers): string {
  const requests = allOffered(model).filter(
    (request) => request.rules.length > 0 || columnsOf(request).length > 0,
  );
  const values = new Set(model.flows.flatMap(({ columns }) => columns.map(({ value }) => value)));
  const meanings = Object.entries(COLUMN_KINDS).filter(([value]) =>
    values.has(value as ColumnValue),
  );
  return `<form id="find" class="find" role="search">
<p class="find-words"><label for="find-q">Words</label> <input id="find-q" name="q" type="search" autocomplete="off" spellcheck="false" aria-describedby="find-hint"></p>
<p id="find-hint">Enter names, labels, levels, granularities, or parts of them. The search finds rows that contain all of your words. Examples: <code>cost per click</code>, <code>spend dollar</code>, <code>impressions</code>, <code>PRODUCT_ITEM</code></p>
<p><label for="find-of">Request</label> <select id="find-of" name="of">${option("", "any")}${requests.map(({ name }) => option(name, name)).join("")}</select></p>
<p><label for="find-holds">Contents</label> <select id="find-holds" name="holds">${option("", "anything")}${meanings.map(([value, { meaning }]) => option(value, `${value}: ${meaning}`)).join("")}</select></p>
<p><label><input id="find-barred" name="barred" type="checkbox" value="yes"> Only columns with restrictions</label></p>
<p id="found" role="status"></p>
</form>`;
}

/** A table row: its cells, and the data attributes that the form filters by. */
interface Row {
  readonly data: Readonly<Record<string, string>>;
  readonly cells: readonly string[];
}

function columnRows(flow: Flow): readonly Row[] {
  const bars = restrictionsOf(flow);
  return flow.columns.map((column) => {
    const { name, value, verified } = column;
    const label = column.label ?? labelOf(column);
    const barred = (bars.get(name) ?? []).map(
      ({ when, rule }) =>
        `${toHtml(when)} (${rule.severity}: ${code(rule.id)})${alsoNamed(when, [rule.when, meantBy(rule, flow)])}`,
    );
    return {
      data: { name, label, of: flow.name, holds: value, barred: barred.length > 0 ? "yes" : "" },
      cells: [
        labelled(name, label),
        link(flow),
        toHtml(value) + (verified ? "" : ", inferred from the name"),
        barred.join("<br>"),
      ],
    };
  });
}

/**
 * Returns one row for each column of synchronous calls. The row lists all calls with the column.
 * The column has the same contents as in a report.
 */
function callRows({ flows, operations }: Offers): readonly Row[] {
  const known = new Map(
    flows.flatMap(({ columns }) => columns.map((column) => [column.name, column] as const)),
  );
  const names = [...new Set(operations.flatMap(columnsOf))];
  return names.map((name) => {
    const calls = operations.filter((single) => columnsOf(single).includes(name));
    const value: ColumnValue = known.get(name)?.value ?? "unknown";
    const label = known.get(name)?.label ?? labelOf({ name, value });
    return {
      data: { name, label, of: calls.map((call) => call.name).join(" "), holds: value, barred: "" },
      cells: [
        labelled(name, label),
        calls.map(link).join("<br>"),
        toHtml(value) + (known.get(name)?.verified ? "" : ", inferred from the name"),
        "",
      ],
    };
  });
}

function ruleRows(offered: Offered): readonly Row[] {
  const shape = shapeOf(offered);
  return offered.rules.map((rule) => {
    const words = ruleInWords(rule, shape);
    return {
      data: { name: rule.id, of: offered.name },
      cells: [
        code(rule.id),
        link(offered),
        rule.severity,
        toHtml(words) + alsoNamed(words, [rule.when, rule.params, meantBy(rule, offered)]),
      ],
    };
  });
}

/**
 * Returns the values that a rule's wording only summarizes, such as each level that ends in
 * `_TARGETING`. They are added to the row so that the search finds it.
 */
function alsoNamed(words: string, rule: unknown): string {
  const others = [...new Set(textsIn(rule))].filter(
    (text) => /^[A-Z]/.test(text) && !words.includes(text),
  );
  return others.length === 0 ? "" : ` <small>${others.map(toHtml).join(", ")}</small>`;
}

/**
 * Returns the values for which a condition such as "granularity is not HOUR" is true, so that a
 * search for one of them finds the rule.
 */
function meantBy({ when }: Rule, { body, enums }: Offered): readonly string[] {
  return when.flatMap((condition) => {
    if (!("isNot" in condition)) return [];
    const type = body.fields.find(({ name }) => name === condition.field)?.type;
    const named = type?.kind === "nullable" ? type.of : type;
    const values =
      named?.kind === "enum" ? (enums.find(({ name }) => name === named.name)?.values ?? []) : [];
    return values.map(String).filter((value) => !condition.isNot.map(String).includes(value));
  });
}

function textsIn(value: unknown): readonly string[] {
  if (typeof value === "string") return [value];
  return typeof value === "object" && value !== null ? Object.values(value).flatMap(textsIn) : [];
}

function columnsOf(offered: Offered): readonly string[] {
  return "columns" in offered ? offered.columns.map(({ name }) => name) : columnsOfCall(offered);
}

/**
 * Returns the columns of a call. In calls for Pins and users, the field is `metric_types`. A union
 * has the columns of all its members.
 */
function columnsOfCall({ body, enums, unions = [] }: Operation): readonly string[] {
  const type = body.fields.find(({ name }) => name === "columns" || name === "metric_types")?.type;
  if (type?.kind !== "array" || !("name" in type.items)) return [];
  const { name } = type.items;
  const members = unions
    .find((union) => union.name === name)
    ?.members.map((member) => member.type) ?? [type.items];
  const used = members.map((member) => ("name" in member ? member.name : ""));
  return [
    ...new Set(
      enums.filter((one) => used.includes(one.name)).flatMap(({ values }) => values.map(String)),
    ),
  ];
}

function table(id: string, head: readonly string[], rows: readonly Row[]): string {
  return `<table id="found-${id}" class="found">
<thead><tr>${head.map((name) => `<th scope="col">${name}</th>`).join("")}</tr></thead>
<tbody>
${rows.map((row) => line(head, row)).join("\n")}
</tbody>
</table>`;
}

function line(head: readonly string[], { data, cells }: Row): string {
  const attributes = Object.entries(data).map(
    ([name, value]) => ` data-${name}="${toHtml(value)}"`,
  );
  const [first = "", ...others] = cells;
  // On a narrow screen, a row is a card, and CSS shows `data-head` in each cell.
  return `<tr${attributes.join("")}><th scope="row">${first}</th>${others.map((cell, index) => `<td data-head="${head[index + 1]}">${cell}</td>`).join("")}</tr>`;
}

function link({ name }: Offered): string {
  return `<a href="${RULES_FILE}#${name}">${name}</a>`;
}

function option(value: string, text: string): string {
  return `<option value="${value}">${toHtml(text)}</option>`;
}

/** A column's name with its label below it. */
function labelled(name: string, label: string): string {
  return `${code(name)}<br><small>${toHtml(label)}</small>`;
}

function code(text: string): string {
  // Allow line breaks after an underscore in a name.
  return `<code>${toHtml(text).replaceAll("_", "_<wbr>")}</code>`;
}

function toHtml(text: string): string {
  return text.replace(/[&<>"]/g, (sign) => `&#${sign.charCodeAt(0)};`);
}
