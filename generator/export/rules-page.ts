import { shapeOf } from "../lower/shape.js";
import type { Model, Request } from "../model/model.js";
import type { Rule, RuleSource } from "../model/rule.js";
import { ruleInWords } from "../rules/parse.js";
import { columnsTable, meanings } from "./columns-table.js";
import { daysTable, EXAMPLE_TODAY } from "./days-table.js";
import { fieldsTable } from "./fields-table.js";
import { callOf, type Offered } from "./offered.js";
import { code, table, words } from "./table.js";

const HEADER = "<!-- Generated from Pinterest's API description. Do not edit: change spec/ or templates/, then run `npm run generate`. -->";

const DAYS = `Of a limit in days: what is fine under every reading, what warns, what is an error. In brackets the day if today were ${EXAMPLE_TODAY}.`;

/** `docs/rules.md`: all that requests must satisfy, and what the columns of reports hold. */
export function rulesPage({ flows, operations }: Pick<Model, "flows" | "operations">): string {
  return [
    HEADER,
    "# What a request must satisfy",
    "An error stops a request before it is sent. A warning does not: it marks what one reading of Pinterest's prose allows and another does not, " +
      "or what others found to give no rows. Days are days in UTC.",
    ...contents("Made in the background, from create to rows:", "report", flows),
    ...contents("Answered at once; the parameters of the address and the body's fields are one request:", "call", operations),
    ...flows.flatMap((flow) => [
      ...opening(flow),
      rulesPart(flow),
      ...fieldsPart(flow),
      ...(flow.columns.length === 0 ? [] : ["### Columns", meanings(flow), columnsTable(flow)]),
    ]),
    ...operations.flatMap((single) => [...opening(single), rulesOrLike(single, operations), ...fieldsPart(single)]),
  ]
    .filter((part) => part !== "")
    .join("\n\n")
    .concat("\n");
}

/** The rules of a request in words, and the days that they allow. */
export function rulesPart(request: Request): string {
  const days = daysTable(request);
  return [
    "### Rules between fields",
    request.rules.length === 0 ? "There are none." : rulesTable(request),
    ...(days === null ? [] : ["### Days", DAYS, days]),
  ].join("\n\n");
}

/** One list of the page's contents. */
function contents(says: string, one: string, requests: readonly Offered[]): readonly string[] {
  if (requests.length === 0) return [];
  const rows = requests.map((request) => [
    link(request),
    code(callOf(request).id),
    request.rules.length === 0 ? "none" : String(request.rules.length),
    words(request.doc),
  ]);
  return [says, table([one, "operation", "rules between fields", "what it is"], rows)];
}

function opening({ name, doc }: Request): readonly string[] {
  return [`## ${name}`, words(doc)];
}

function fieldsPart(request: Request): readonly string[] {
  return request.body.fields.length === 0 ? [] : ["### Fields", fieldsTable(request)];
}

/** Many calls have the same rules word for word: they are told once. */
function rulesOrLike(request: Request, all: readonly Request[]): string {
  const part = rulesPart(request);
  const first = all.find((other) => rulesPart(other) === part) ?? request;
  return first === request || request.rules.length === 0
    ? part
    : `### Rules between fields\n\nThe same as those of ${link(first)}, and so are the days.`;
}

/** To the section of a request: its name is kebab-case, and so is the anchor. */
function link({ name }: Request): string {
  return `[${name}](#${name})`;
}

function rulesTable(request: Request): string {
  const shape = shapeOf(request);
  const rows = request.rules.map((rule) => [code(rule.id), rule.severity, words(ruleInWords(rule, shape)), from(rule, request)]);
  return table(["rule", "severity", "says", "from"], rows);
}

/** Who says it: the description and where, or we and why. */
function from({ because, sources, until }: Rule, request: Request): string {
  const places = [...new Set(sources.map((source) => place(source, request)))];
  const said = places.length === 0 ? "" : `description${until === undefined ? "" : ` until ${until}`}: ${places.join(", ")}`;
  return [said, because === undefined ? "" : `ours: ${words(because)}`].filter((part) => part !== "").join("; ");
}

/** The field at which it is said. */
function place({ at }: RuleSource, { body }: Request): string {
  const property = stepsBehind("properties", at).at(-1);
  if (property !== undefined) return code(property);
  const [parameter] = stepsBehind("parameters", at);
  if (parameter === undefined) return "the operation";
  // A parameter has a number, or where several calls share it a name made of its own, such as query_start_date.
  const [field] = body.fields.filter(({ name }) => parameter.includes(name)).sort((one, other) => other.name.length - one.name.length);
  return field === undefined ? "a parameter" : code(field.name);
}

/** The steps of a JSON pointer that stand behind a word. */
function stepsBehind(word: string, at: string): readonly string[] {
  const steps = at.split("/").map((step) => step.replaceAll("~1", "/").replaceAll("~0", "~"));
  return steps.filter((_, index) => steps[index - 1] === word);
}
