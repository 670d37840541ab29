// Limits on one field in rules.yaml: entries of the kind `limits`.

import { didYouMean } from "../../runtime/validation/wording.js";
import { isOfSchema, type OwnRule } from "../parse/annotations.js";
import { getOwn, isObject, type Json, type JsonObject, listOf } from "../parse/json.js";
import type { Changes } from "../parse/placed-rules.js";
import type { Notice, Problem } from "../problem.js";
import { FIELD, type ParameterSchema } from "../rules/kind.js";
import { endOfReferences } from "./context.js";
import { hasLimit, LIMITS, type Limit } from "./limits.js";
import { operationsOf } from "./operation.js";
import { limitedBy, type StatedLimits, viewOf } from "./stated-limits.js";

/** The `kind` of rules.yaml entries that limit one field. */
export const OWN_LIMITS = "limits";

/** Keys of an entry that limits a field, besides the keys of all rules. */
export const LIMITS_PARAMETERS: Readonly<Record<string, ParameterSchema>> = {
  field: { ...FIELD, description: "A parameter of the operation, or a field of the schema." },
  limits: {
    type: "object",
    minProperties: 1,
    properties: {
      ...keywordsOf(),
      items: { type: "object", properties: keywordsOf(), additionalProperties: false },
    },
    additionalProperties: false,
    description: "JSON Schema keywords. Keywords in `items` apply to each item of a list.",
  },
};

/** The changes that rules.yaml entries make to a document, and the findings about them. */
export interface OwnLimits {
  readonly changes: Changes;
  readonly problems: readonly Problem[];
  readonly notices: readonly Notice[];
}

/** Whether an entry limits one field instead of relating several fields. */
export function isOwnLimits({ entry }: OwnRule): boolean {
  return entry.kind === OWN_LIMITS;
}

/**
 * Finds the limits that rules.yaml adds to parameters of operations and fields of schemas.
 *
 * Returns the changes without making them. Other rules are ignored. An invalid entry becomes a
 * problem. An entry is dormant in these cases:
 * * Its field does not exist.
 * * One of its limits has no effect on values of the field's type.
 * * The field's schema already states these limits, or limits that take precedence.
 *
 * Unknown operations and schemas are reported elsewhere. `schemaOf` returns the schema that an
 * entry names.
 */
export function ownLimits(
  rules: readonly OwnRule[],
  document: JsonObject,
  schemaOf: (subject: string) => JsonObject | undefined,
): OwnLimits {
  const operations = operationsOf(document);
  const changes = new Map<object, (node: JsonObject) => JsonObject>();
  const problems: Problem[] = [];
  const notices: Notice[] = [];
  for (const { operation, entry, where } of rules.filter(isOwnLimits)) {
    const field = String(entry.field);
    const isParameter = !isOfSchema(operation);
    const node = operations.get(operation)?.node as JsonObject | undefined;
    const holder = isParameter ? node : schemaOf(operation);
    if (holder === undefined) continue;
    try {
      const limits = parseLimits(entry);
      const places = isParameter ? parametersIn(holder, document) : propertiesIn(holder);
      const place = places.get(field);
      const schemaOfPlace = (whole: JsonObject): JsonObject =>
        isParameter ? schemaIn(whole, document) : whole;
      const limited = (whole: JsonObject): JsonObject | null =>
        limitedBy(schemaOfPlace(whole), limits, document);
      const addNotice = (what: string): void => {
        notices.push({
          kind: "dormant",
          what: `limits on ${field} of ${operation}: ${what}`,
          where,
        });
      };
      const kind = isParameter ? "parameter" : "field";
      const ofBody = isParameter ? "; for a field of a body, write `operation: schema:Name`" : "";
      const idle = place && idleIn(schemaOfPlace(place), limits, document);
      if (place === undefined)
        addNotice(`there is no ${kind} ${field}${didYouMean(field, [...places.keys()]) || ofBody}`);
      else if (idle !== undefined) addNotice(`${idle} has no effect on values of this type`);
      else if (limited(place) === null)
        addNotice("its schema already has these limits, or others that take precedence");
      else {
        const before = changes.get(place);
        changes.set(place, (given) => {
          const whole = before?.(given) ?? given;
          const schema = limited(whole) ?? whole;
          return isParameter
            ? { ...(endOfReferences(document, whole) as JsonObject), schema }
            : schema;
        });
      }
    } catch (error) {
      if (!(error instanceof TypeError)) throw error;
      problems.push({
        what: `a rule ${error.message}`,
        where,
        why: "The limits would not be checked.",
        fix: "Correct the entry; spec/schemas/rules.schema.json lists the keywords.",
      });
    }
  }
  return { changes, problems, notices };
}

/**
 * The first keyword that has no effect, because the limit does not apply to the schema's type.
 * Undefined if all have an effect.
 */
function idleIn(
  schema: JsonObject,
  { own, items }: StatedLimits,
  document: JsonObject,
): string | undefined {
  const view = viewOf(schema, document);
  const idle = (limits: object, type: Json | undefined): string | undefined =>
    Object.keys(limits).find((keyword) => keyword !== "enum" && !hasLimit(type, keyword));
  const isOfItems = Object.keys(items).length > 0;
  if (isOfItems && view.type !== undefined && view.type !== "array") return "items";
  return idle(own, view.type) ?? idle(items, viewOf(view.items, document).type);
}

/** The JSON Schemas of the keywords in `limits`. */
function keywordsOf(): Readonly<Record<string, ParameterSchema>> {
  const typeOf = (limit: Limit): ParameterSchema =>
    limit === "pattern"
      ? { type: "string" }
      : limit === "uniqueItems"
        ? { const: true }
        : /Length|Items/.test(limit)
          ? { type: "integer", minimum: 0 }
          : { type: "number" };
  return {
    ...Object.fromEntries(LIMITS.map((limit) => [limit, typeOf(limit)])),
    enum: { type: "array", minItems: 1 },
  };
}

/** Reads the limits of an entry in rules.yaml. Throws a `TypeError` if they are invalid. */
export function parseLimits({ field, limits }: JsonObject): StatedLimits {
  if (typeof field !== "string" || field === "") throw new TypeError("needs `field`: a string");
  const { items = {}, ...own } = isObject(limits) ? limits : {};
  const stated = [own, items].flatMap((one): readonly (readonly [string, Json])[] =>
    isObject(one) ? Object.entries(one) : [["", null]],
  );
  if (stated.length === 0 || !stated.every(([keyword, value]) => isStated(keyword, value)))
    throw new TypeError("needs `limits`: keywords of JSON Schema, such as { maxLength: 80 }");
  return { own, items: items as JsonObject };
}

/** Whether a keyword is a limit with a valid value. */
function isStated(keyword: string, value: Json): boolean {
  if (keyword === "enum") return listOf(value).length > 0;
  if (!LIMITS.includes(keyword as Limit)) return false;
  if (keyword === "pattern" || keyword === "uniqueItems")
    return keyword === "pattern" ? typeof value === "string" : value === true;
  return /Length|Items/.test(keyword)
    ? Number.isSafeInteger(value) && Number(value) >= 0
    : Number.isFinite(value);
}

/** The properties of a schema and of its inline parts. */
function propertiesIn(schema: JsonObject): ReadonlyMap<string, JsonObject> {
  const own = isObject(schema.properties) ? Object.entries(schema.properties) : [];
  const parts = ["allOf", "oneOf", "anyOf"].flatMap((join) => listOf(schema[join]));
  return new Map([
    ...parts.flatMap((part) => (isObject(part) ? [...propertiesIn(part)] : [])),
    ...own.flatMap(([name, property]) => (isObject(property) ? [[name, property] as const] : [])),
  ]);
}

/** An operation's parameters as written in the description, keyed by name. */
function parametersIn(
  operation: JsonObject,
  document: JsonObject,
): ReadonlyMap<string, JsonObject> {
  return new Map(
    listOf(operation.parameters).flatMap((parameter) =>
      isObject(parameter)
        ? [
            [
              String(getOwn(endOfReferences(document, parameter) as JsonObject, "name")),
              parameter,
            ] as const,
          ]
        : [],
    ),
  );
}

/** A parameter's schema, with the parameter's reference followed. Empty if it has none. */
function schemaIn(parameter: JsonObject, document: JsonObject): JsonObject {
  const schema = getOwn(endOfReferences(document, parameter) as JsonObject, "schema");
  return isObject(schema) ? schema : {};
}
