import { shapeOf } from "../lower/shape.js";
import type { Flow, Model, Rule, RuleSource } from "../model/model.js";
import { ruleInWords } from "../rules/parse.js";
import { columnsTable, meanings } from "./columns-table.js";
import { daysTable, EXAMPLE_TODAY } from "./days-table.js";
import { fieldsTable } from "./fields-table.js";
import { code, table, words } from "./table.js";

const HEADER = "<!-- Generated from Pinterest's API description. Do not edit: change spec/ or templates/, then run `npm run generate`. -->";

const DAYS = `Of a limit in days: what is fine under every reading, what warns, what is an error. In brackets the day if today were ${EXAMPLE_TODAY}.`;

/** `docs/rules.md`: all that requests must satisfy, and what their columns hold. */
export function rulesPage({ flows }: Omit<Model, "operations">): string {
  return [
    HEADER,
    "# What a request must satisfy",
    "An error stops a request before it is sent. A warning does not: it marks what one reading of Pinterest's prose allows and another does not, " +
      "or what others found to give no rows. Days are days in UTC.",
    ...flows.flatMap((flow) => [
      `## ${flow.name}`,
      words(flow.doc),
      rulesPart(flow),
      "### Fields",
      fieldsTable(flow),
      ...(flow.columns.length === 0 ? [] : ["### Columns", meanings(flow), columnsTable(flow)]),
    ]),
  ]
    .filter((part) => part !== "")
    .join("\n\n")
    .concat("\n");
}

/** The rules of a flow in words, and the days that they allow. */
export function rulesPart(flow: Flow): string {
  const days = daysTable(flow);
  return [
    "### Rules between fields",
    flow.rules.length === 0 ? "There are none." : rulesTable(flow),
    ...(days === null ? [] : ["### Days", DAYS, days]),
  ].join("\n\n");
}

function rulesTable(flow: Flow): string {
  const shape = shapeOf(flow);
  const rows = flow.rules.map((rule) => [code(rule.id), rule.severity, words(ruleInWords(rule, shape)), from(rule)]);
  return table(["rule", "severity", "says", "from"], rows);
}

/** Who says it: the description and where, or we and why. */
function from({ because, sources }: Rule): string {
  const places = [...new Set(sources.map(place))];
  const said = places.length === 0 ? "" : `description: ${places.join(", ")}`;
  return [said, because === undefined ? "" : `ours: ${words(because)}`].filter((part) => part !== "").join("; ");
}

function place({ at }: RuleSource): string {
  const [property] = at
    .split("/properties/")
    .slice(1)
    .reverse()
    .map((rest) => rest.split("/")[0] ?? "");
  return property === undefined ? "the operation" : code(property.replaceAll("~1", "/").replaceAll("~0", "~"));
}
