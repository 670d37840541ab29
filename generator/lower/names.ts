import type { Flow, Request, Single } from "../model/model.js";
import type { Problem } from "../problem.js";
import type { Diagnostics } from "../tolerance.js";

/** `ad-group_ids` as `AdGroupIds`. */
export function pascal(name: string): string {
  return name
    .split(/[^A-Za-z0-9]+/)
    .filter((word) => word !== "")
    .map((word) => word[0]?.toUpperCase() + word.slice(1))
    .join("");
}

/** `pascal` with a small first letter. */
export function camel(name: string): string {
  const words = pascal(name);
  return words.charAt(0).toLowerCase() + words.slice(1);
}

/** `ReportMetricsFilter` as `REPORT_METRICS_FILTER`, the way constants are written. */
export function constant(name: string): string {
  return name.replace(/(?<=[a-z0-9])(?=[A-Z])/g, "_").toUpperCase();
}

/** One of what a plural names: `statuses` gives `status`, `targeting_types` gives `targeting_type`. */
export function singular(name: string): string {
  if (/ies$/i.test(name)) return name.replace(/ies$/i, "y");
  if (/(s|x|ch|sh)es$/i.test(name)) return name.slice(0, -2);
  return /[^s]s$/i.test(name) ? name.slice(0, -1) : name;
}

/** The function that checks one field of an object. */
export function fieldCheck(object: string, field: string): string {
  return `check${object.replace(/Request$/, "")}${pascal(field)}`;
}

/** The function that checks a whole object within the body. */
export function objectCheck(object: string): string {
  return `checkObject${object}`;
}

/** The list of an object's fields. */
export function fieldList(object: string): string {
  return `${constant(object)}_FIELDS`;
}

/** `ad_accounts/list` as `ad-accounts-list`. */
export function kebab(id: string): string {
  return id
    .replace(/(?<=[a-z0-9])(?=[A-Z])/g, "-")
    .split(/[^A-Za-z0-9]+/)
    .filter((word) => word !== "")
    .join("-")
    .toLowerCase();
}

/** Where entries stand that do not say it. */
export const FLOWS_FILE = "spec/flows.yaml";

const NAMED = "Give one of them another name where it has one; in the generator's own repository, see generator/lower/names.ts.";

type Made = readonly [name: string, of: string];

/** What two names of the generated code have in common is a problem: fields that differ in a hyphen are one in `checkReportAdIds`. */
export function nameProblems(flow: Flow, where: string = FLOWS_FILE): readonly Problem[] {
  const parts = ["Row", "ColumnValues", "Client"].map((part): Made => [`${pascal(flow.name)}${part}`, `the flow ${flow.name}`]);
  return clashes([...parts, ...namesIn(flow)], where);
}

/** The same of a single call. */
export function singleNameProblems(single: Single, where: string = FLOWS_FILE): readonly Problem[] {
  const parts = ["Row", "Client", "Answer"].map((part): Made => [`${pascal(single.name)}${part}`, `the operation ${single.name}`]);
  const taken = single.answer !== null && "name" in single.answer && single.answer.name === `${pascal(single.name)}Answer` ? 2 : 3;
  return clashes([...parts.slice(0, taken), ...namesIn(single)], where);
}

/** Flows and operations stand beside each other in the client, and their types in the entry. */
export function sharedNames(all: readonly Request[], where: string = FLOWS_FILE): readonly Problem[] {
  const reserved = [
    "AnsweredColumnValues",
    "connect",
    "connection",
    "createClient",
    "flowClient",
    "operationClient",
    "options",
    "pagedClient",
  ];
  const made = all.flatMap(({ name, body, objects, enums, unions = [] }): readonly Made[] => [
    [camel(name), name],
    ...[...new Set([body, ...objects, ...enums, ...unions].map((type) => type.name))].map((one): Made => [one, name]),
  ]);
  return clashes([...reserved.map((name): Made => [name, "the entry's own"]), ...made], where);
}

function namesIn({ body, objects, enums, unions = [] }: Request): readonly Made[] {
  return [
    ...[...objects, ...enums, ...unions].map((type): Made => [type.name, `the type ${type.name}`]),
    ...[body, ...objects].flatMap((object) => object.fields.map((one): Made => [fieldCheck(object.name, one.name), one.name])),
    ...[...objects, ...unions].flatMap((type) => [objectCheck(type.name), fieldList(type.name)].map((one): Made => [one, type.name])),
    ...enums.map((one): Made => [constant(one.name), `the values of ${one.name}`]),
  ];
}

function clashes(made: readonly Made[], where: string): readonly Problem[] {
  const first = new Map<string, string>();
  return made.flatMap(([one, of]): Problem[] => {
    const other = first.get(one);
    if (other === undefined) first.set(one, of);
    return other === undefined ? [] : [twoCalled(one, `${other} and ${of}`, where)];
  });
}

function twoCalled(name: string, what: string, where: string): Problem {
  return {
    what: `two things would be called ${name}: ${what}`,
    where,
    why: "One of them would be lost, or the generated code would not compile.",
    fix: NAMED,
  };
}

/** The names of types within a flow: made from fields, so that a schema renamed upstream renames nothing here. */
export interface TypeNames {
  /** A name for the type at this place; a second type of the same name is a problem. */
  claim(path: readonly string[], at: string): string;
}

export function typeNames(flow: string, { problems }: Diagnostics): TypeNames {
  const taken = new Map<string, string>();
  return {
    claim(path, at) {
      // `report_format` of the flow `report` is ReportFormat, not ReportReportFormat.
      const words = [flow, ...path].map(pascal).join("");
      const name = path[0]?.startsWith(`${flow}_`) === true ? words.slice(pascal(flow).length) : words;
      if (!/^[A-Za-z_]\w*$/.test(name) || taken.has(name)) {
        problems.push({
          what: taken.has(name) ? `two types would be called ${name}` : `a type cannot be called ${name}`,
          where: at,
          why: taken.has(name)
            ? `The other stands at ${taken.get(name)}; one of them would be lost.`
            : "The name is no TypeScript identifier.",
          fix: NAMED,
        });
      }
      taken.set(name, at);
      return name;
    },
  };
}
