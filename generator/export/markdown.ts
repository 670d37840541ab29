import { COLUMN_KINDS, type ColumnValue } from "../../runtime/validation/column-kinds.js";
import { dayNumber, isoDay } from "../../runtime/validation/dates.js";
import { stepsOf } from "../../runtime/validation/pointer.js";
import type { Distance, Point } from "../../runtime/validation/rule.js";
import { seenInWords } from "../../runtime/validation/wording.js";
import { limitsInWords } from "../emit/types.js";
import { CONSTRAINTS } from "../lower/flatten.js";
import type { Field, Flow, Model, Request, Rule, RuleSource, Type } from "../model/model.js";
import { sanitize } from "../print.js";
import { breachesOf, certainBreach } from "../rules/breaches.js";
import { conditionsInWords } from "../rules/condition.js";
import { hasRules, nestedRules } from "../rules/nested.js";
import { kindOf, ruleInWords } from "../rules/parse.js";
import { shapeOf } from "../rules/shape.js";
import { callOf, type Offered } from "./rules.js";

/**
 * Returns a Markdown table without a line break at its end. Cells must be Markdown, each on one
 * line; nothing is escaped.
 */
export function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  return [head, head.map(() => "---"), ...rows]
    .map((cells) => `| ${cells.join(" | ")} |`)
    .join("\n");
}

/**
 * Returns `text` as inline code that also works in a table. Each run of white space becomes a
 * single space, even at the ends. Each backtick becomes an apostrophe. Pipes, control characters
 * and what GitHub's runner would read as a command are escaped.
 */
export function inlineCode(text: string): string {
  return `\`${sanitize(text.replaceAll("`", "'").replaceAll("|", "\\|").replace(/\s+/g, " "))}\``;
}

/**
 * Returns `text` on one line with Markdown escaped. The escaped characters are backslashes,
 * backticks, `* { } [ ] < > | #`, and underscores that are not between letters or digits. White
 * space becomes single spaces and is trimmed. Control characters become `\u` escapes. GitHub does
 * not turn `@name`, `https://` and `www.` into mentions and links.
 */
export function escapedText(text: string): string {
  return sanitize(text.replace(/\s+/g, " "))
    .replace(/[\\`*{}[\]<>|#]|(?<![A-Za-z0-9])_|_(?![A-Za-z0-9])/g, "\\$&")
    .replace(/@(?=\w)|\bhttps?:(?=\/\/)|\bwww(?=\.)/gi, "$&<!-- -->")
    .trim();
}

/**
 * Lists names and values, each as inline code: "a, b and c". `last` is the word before the last
 * item. Empty for an empty list.
 */
function inlineCodes(names: readonly string[], last = "and"): string {
  const each = names.map(inlineCode);
  return each.length < 2
    ? (each[0] ?? "")
    : `${each.slice(0, -1).join(", ")} ${last} ${each.at(-1)}`;
}

/**
 * Markdown table of the kinds of values in the flow's columns. It has only a header row if the flow
 * has no columns.
 */
function kindsTable({ columns }: Flow): string {
  const used = new Set(columns.map(({ value }) => value));
  const rows = Object.entries(COLUMN_KINDS).filter(([value]) => used.has(value as ColumnValue));
  return table(
    ["contents", "type in a row", "meaning"],
    rows.map(([value, { inRows, meaning }]) => [inlineCode(value), inlineCode(inRows), meaning]),
  );
}

/**
 * Table of all columns. Each row has the column's kind of value, whether it is verified, and when a
 * rule forbids the column or warns about it.
 */
function columnsTable(flow: Flow): string {
  const byColumn = restrictionsOf(flow);
  const restrictions = (name: string) =>
    (byColumn.get(name) ?? []).map(
      ({ when, rule }) => `${escapedText(when)} (${rule.severity}, ${inlineCode(rule.id)})`,
    );
  return table(
    ["column", "contents", "verified", "restricted when"],
    flow.columns.map(({ name, value, verified }) => [
      inlineCode(name),
      value,
      verified ? "yes" : "no",
      restrictions(name).join("; "),
    ]),
  );
}

/**
 * A rule that forbids a column or warns about it, with its conditions in words. `when` is "always"
 * if the rule has none.
 */
export interface Restriction {
  readonly when: string;
  readonly rule: Rule;
}

/**
 * Maps each column to the rules that forbid it or warn about missing data. Rules are in order, each
 * with its conditions in words ("always" if it has none). Columns without such a rule are left out.
 */
export function restrictionsOf(flow: Flow): ReadonlyMap<string, readonly Restriction[]> {
  const shape = shapeOf(flow);
  const byColumn = new Map<string, Restriction[]>();
  for (const rule of flow.rules) {
    const names = concernedBy(rule, flow);
    const conditions = [
      kindOf(rule).concernedIf?.(rule.params) ?? "",
      conditionsInWords(rule.when, shape),
    ].filter((text) => text !== "");
    const when = conditions.join(" and ") || "always";
    for (const name of names) byColumn.set(name, [...(byColumn.get(name) ?? []), { when, rule }]);
  }
  return byColumn;
}

/**
 * The columns that a rule forbids, or that may return no data because of it. Empty for a rule about
 * other fields.
 */
function concernedBy(rule: Rule, flow: Flow): readonly string[] {
  const { concerns } = kindOf(rule);
  if (rule.params.field !== "columns") return [];
  if (concerns)
    return concerns(
      rule.params,
      flow.columns.map(({ name }) => name),
    );
  const { body } = certainBreach(rule);
  return "holds" in body ? body.holds : [];
}

/** Today's date in examples. It is fixed, so that the page stays the same from day to day. */
const EXAMPLE_TODAY = "2026-03-08";

/** A range of days, both ends included. */
interface Days {
  readonly min?: number | undefined;
  readonly max?: number | undefined;
}

/**
 * Markdown table of the rules that limit the days between two dates. Each row has the rule's id,
 * its conditions, the limited field, and the days that are valid, cause a warning, or cause an
 * error. Null if there is no such rule.
 */
export function daysTable(request: Request): string | null {
  const rows = request.rules.flatMap((rule) => rowOf(rule, request) ?? []);
  return rows.length === 0
    ? null
    : table(["rule", "when", "field", "valid", "warning", "error"], rows.map(cells));
}

interface Row {
  readonly rule: Rule;
  readonly when: string;
  readonly limits: readonly { readonly distance: Distance; readonly edge: boolean }[];
}

/** The table row of a rule. Null if the rule does not limit days. */
function rowOf(rule: Rule, request: Request): Row | null {
  const limits = breachesOf(rule).flatMap(({ edge, body }) =>
    "from" in body && isOfDays(body) ? [{ distance: body, edge }] : [],
  );
  return limits.length === 0
    ? null
    : { rule, when: conditionsInWords(rule.when, shapeOf(request)), limits };
}

/** Whether a distance is between days, not numbers. */
function isOfDays({ from, to }: Distance): boolean {
  return ![from, to].some((at) => typeof at === "object" && "number" in at);
}

/** The cells of a row, as Markdown. */
function cells({ rule, when, limits }: Row): readonly string[] {
  const inSeverity = (severity: Rule["severity"]): string =>
    limits
      .filter(({ edge }) => (edge ? "warning" : rule.severity) === severity)
      .map(({ distance }) => inWords(distance, distance))
      .join("; ");
  const [first] = limits;
  const fine =
    first === undefined
      ? ""
      : inWords(first.distance, uncoveredDays(limits.map(({ distance }) => distance)));
  return [
    inlineCode(rule.id),
    escapedText(when),
    first === undefined ? "" : inlineCode(movingField(first.distance)),
    fine,
    inSeverity("warning"),
    inSeverity("error"),
  ];
}

/** The days that no limit covers. Assumes that all limits are open-ended in the same direction. */
function uncoveredDays(limits: readonly Distance[]): Days {
  const open = limits.find(({ min, max }) => min === undefined || max === undefined);
  if (open?.max === undefined)
    return { max: Math.min(...limits.flatMap(({ min }) => min ?? [])) - 1 };
  return { min: Math.max(...limits.flatMap(({ max }) => max ?? [])) + 1 };
}

/**
 * The field that can be too early or too late: the end of the distance, or the start if the end is
 * today. Empty if that is not a field.
 */
function movingField({ from, to }: Distance): string {
  const at = to === "today" ? from : to;
  return typeof at === "object" && "day" in at ? at.day : "";
}

/** A range of days in words, relative to today or to the start of the distance. */
function inWords({ from, to }: Distance, { min, max }: Days): string {
  const day = (days: number): string => (to === "today" ? away(to, -days) : away(from, days));
  const [later, earlier] = to === "today" ? ["earlier", "later"] : ["later", "earlier"];
  if (min !== undefined && max !== undefined)
    return min === max ? day(min) : `${day(min)} to ${day(max)}`;
  return min !== undefined ? `${day(min)} or ${later}` : `${day(max ?? 0)} or ${earlier}`;
}

/** The day that is this many days from a point, in words. */
function away(at: Point, days: number): string {
  if (typeof at === "object" && "date" in at) return iso(at.date, days);
  const name = at === "today" ? "today" : inlineCode("day" in at ? at.day : at.number);
  const example = at === "today" ? ` (${iso(EXAMPLE_TODAY, days)})` : "";
  const amount = Math.abs(days) === 1 ? "1 day" : `${Math.abs(days)} days`;
  return days === 0 ? `${name}${example}` : `${name} ${days > 0 ? "+" : "−"} ${amount}${example}`;
}

/** The date that is this many days after `date`, in YYYY-MM-DD format. */
function iso(date: string, days: number): string {
  return isoDay(dayNumber(date) + days);
}

/**
 * Maximum number of values that are listed. For longer lists, only the number of values is shown.
 */
const MAX_VALUES = 20;

/**
 * Markdown table of a request's fields: whether each is required, and its type, limits, default and
 * meaning. Each field is followed by the fields of its objects, with their paths. The table has
 * only a header row if the request has no fields.
 */
function fieldsTable(request: Request): string {
  return table(
    ["field", "", "type", "limits", "default", "meaning"],
    rowsOf(request.body.fields, "", request),
  );
}

/**
 * The rows of the fields and of the fields inside them. `inside` is the path of the enclosing
 * object.
 */
function rowsOf(
  fields: readonly Field[],
  inside: string,
  request: Request,
): readonly (readonly string[])[] {
  return fields.flatMap((field) => [
    [
      inlineCode(inside + field.name),
      field.required ? "required" : "",
      typeInWords(field.type, request),
      // The sentence `Matches …` already quotes its pattern as code.
      limitsInWords(field.type, field.limits, field.name).join(" ").replaceAll("|", "\\|"),
      field.default === undefined ? "" : inlineCode(JSON.stringify(field.default)),
      escapedText(field.doc),
    ],
    ...rowsOf(fieldsInside(field.type, request), `${inside}${field.name}.`, request),
  ]);
}

/**
 * The fields of the object in a type, even inside arrays or a nullable type. For a union, the
 * fields of all members. Empty for any other type.
 */
function fieldsInside(type: Type, request: Request): readonly Field[] {
  if (type.kind === "array") return fieldsInside(type.items, request);
  if (type.kind === "nullable") return fieldsInside(type.of, request);
  if (type.kind === "union") {
    const members = request.unions?.find(({ name }) => name === type.name)?.members ?? [];
    return together(members.map((member) => fieldsInside(member.type, request)));
  }
  return type.kind === "object"
    ? (request.objects.find(({ name }) => name === type.name)?.fields ?? [])
    : [];
}

/** Combines the fields of several objects. A field is required if all objects require it. */
function together(objects: readonly (readonly Field[])[]): readonly Field[] {
  const names = [...new Set(objects.flat().map(({ name }) => name))];
  return names.flatMap((name) => {
    const same = objects.flatMap((fields) => fields.filter((field) => field.name === name));
    const [first] = same;
    if (first === undefined) return [];
    const values = same.flatMap(({ type }) =>
      type.kind === "constant" ? [String(type.value)] : [],
    );
    const type: Type =
      values.length === same.length ? { kind: "constant", value: values.join(", ") } : first.type;
    return [
      {
        ...first,
        type,
        required: same.length === objects.length && same.every(({ required }) => required),
      },
    ];
  });
}

/** A type in words, as Markdown. The values of an enum are listed if there are at most 20. */
function typeInWords(type: Type, request: Request): string {
  switch (type.kind) {
    case "array":
      return `list: ${typeInWords(type.items, request)}`;
    case "nullable":
      return `${typeInWords(type.of, request)}, or null`;
    case "enum": {
      const values = (shapeOf(request).values(type) ?? []).map(String);
      return values.length > MAX_VALUES
        ? `one of ${values.length} values`
        : inlineCodes(values, "or");
    }
    case "constant":
      return inlineCode(String(type.value));
    case "any":
      return "any JSON";
    case "union":
      return "one of several";
    case "string":
      return "text";
    case "integer":
      return "whole number";
    case "boolean":
      return "true or false";
    default:
      return type.kind;
  }
}

const HEADER =
  "<!-- Generated from Pinterest's API description. Do not edit: change spec/ or templates/, then run `npm run generate`. -->";

const DAYS = `For each date limit, the table shows which dates are valid, which cause a warning, and which are errors. Dates in parentheses assume that today is ${EXAMPLE_TODAY}.`;

const INFERRED = "Unless verified, a column's contents are inferred from its name.";

/**
 * Returns the text of `docs/rules.md`, which ends in a line break. The page lists the rules for
 * requests, their fields, and the contents of report columns.
 */
export function rulesPage({ flows, operations }: Pick<Model, "flows" | "operations">): string {
  return [
    HEADER,
    "# Rules for requests",
    "Errors stop a request before it is sent. Warnings do not: they mean that Pinterest's documentation is ambiguous, or that the request may return no rows. " +
      'Rules marked "ours" are not in that documentation; each one gives our reason and, if known, our source and the date we read it. Days are in UTC.',
    ...contents("Asynchronous reports:", "report", flows),
    ...contents(
      "Synchronous calls. URL parameters and body fields are combined into one request:",
      "call",
      operations,
    ),
    ...flows.flatMap((flow) => [
      ...opening(flow),
      rulesPart(flow),
      ...fieldsPart(flow),
      ...(flow.columns.length === 0
        ? []
        : ["### Columns", kindsTable(flow), INFERRED, columnsTable(flow)]),
    ]),
    ...operations.flatMap((operation) => [
      ...opening(operation),
      rulesOrReference(operation, operations),
      ...fieldsPart(operation),
    ]),
  ]
    .filter((part) => part !== "")
    .join("\n\n")
    .concat("\n");
}

/**
 * Returns the section on a request's rules, in Markdown. It has a table of the rules in words, or
 * "None.", and a table of the days that they allow, if any.
 */
export function rulesPart(request: Request): string {
  const days = daysTable(request);
  return [
    "### Cross-field rules",
    hasRules(request) ? rulesTable(request) : "None.",
    ...(days === null ? [] : ["### Days", DAYS, days]),
  ].join("\n\n");
}

/**
 * A table of contents for one kind of request, with its introduction. Empty if there are no
 * requests.
 */
function contents(intro: string, noun: string, requests: readonly Offered[]): readonly string[] {
  if (requests.length === 0) return [];
  const rows = requests.map((request) => [
    link(request),
    inlineCode(callOf(request).id),
    hasRules(request) ? String(request.rules.length + nestedRules(request).length) : "none",
    escapedText(request.doc),
  ]);
  return [intro, table([noun, "operation", "cross-field rules", "meaning"], rows)];
}

/** The heading and the documentation of a request's section. */
function opening({ name, doc }: Request): readonly string[] {
  return [`## ${name}`, escapedText(doc)];
}

/** The part of a section with the table of fields. Empty if there are none. */
function fieldsPart(request: Request): readonly string[] {
  return request.body.fields.length === 0 ? [] : ["### Fields", fieldsTable(request)];
}

/** A request's rules, or a link to the first request with exactly the same rules. */
function rulesOrReference(request: Request, all: readonly Request[]): string {
  const part = rulesPart(request);
  const first = all.find((candidate) => rulesPart(candidate) === part) ?? request;
  return first === request || !hasRules(request)
    ? part
    : `### Cross-field rules\n\nThe same as for ${link(first)}, including the date limits.`;
}

/** A link to the section of a request. The anchor is the name, because both are kebab-case. */
function link({ name }: Request): string {
  return `[${name}](#${name})`;
}

/** Markdown table of a request's rules and the rules of the objects in it. */
function rulesTable(request: Request): string {
  const shape = shapeOf(request);
  const own = request.rules.map((rule) => ({ rule, shape, object: null }));
  const rows = [...own, ...nestedRules(request)].map(({ rule, shape, object }) => [
    inlineCode(rule.id),
    rule.severity,
    (object === null ? "" : `in each ${inlineCode(object.name)}: `) +
      escapedText(ruleInWords(rule, shape)),
    from(rule, request),
  ]);
  return table(["rule", "severity", "meaning", "source"], rows);
}

/**
 * The source of a rule in words: the rule's locations in the description, or our reason and where
 * the rule was observed.
 */
function from(rule: Rule, request: Request): string {
  const { reason, sources, until } = rule;
  const seen = seenInWords(rule);
  const sourceFields = [...new Set(sources.map((source) => sourceField(source, request)))];
  const documented =
    sourceFields.length === 0
      ? ""
      : `description${until === undefined ? "" : ` until ${until}`}: ${sourceFields.join(", ")}`;
  const ours = `ours${seen === "" ? "" : `, ${escapedText(seen)}`}`;
  return [documented, reason === undefined ? "" : `${ours}: ${escapedText(reason)}`]
    .filter((part) => part !== "")
    .join("; ");
}

/** The field whose description states a rule, or another part of the request, as Markdown. */
function sourceField({ at }: RuleSource, { body }: Request): string {
  const property = stepsBehind("properties", at).at(-1);
  if (property !== undefined) return inlineCode(property);
  const [parameter] = stepsBehind("parameters", at);
  if (parameter === undefined) {
    // If the schema states the rule, the last step names the keyword that states it.
    const keyword = stepsOf(at).at(-1) ?? "";
    return CONSTRAINTS.includes(keyword) ? inlineCode(keyword) : "the operation";
  }
  // A parameter is located by its index or, if several calls share it, by a name that contains its
  // own name, such as query_start_date.
  const [field] = body.fields
    .filter(({ name }) => parameter.includes(name))
    .sort((first, second) => second.name.length - first.name.length);
  return field === undefined ? "a parameter" : inlineCode(field.name);
}

/** The segments of a JSON pointer that directly follow `word`. */
function stepsBehind(word: string, at: string): readonly string[] {
  const steps = stepsOf(at);
  return steps.filter((_, index) => steps[index - 1] === word);
}
