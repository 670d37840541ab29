// Adds limits from a description or from rules.yaml to a schema, as if the schema had stated them.

import { isObject, type Json, type JsonObject, listOf } from "../parse/json.js";
import { endOfReferences } from "./context.js";
import { comparePatterns } from "./pattern-language.js";

/** Limits by keyword, as a schema states them. */
export type Stated = Readonly<Record<string, unknown>>;

/** The limits stated for a field and, if it is a list, for its items. */
export interface StatedLimits {
  readonly own: Stated;
  readonly items: Stated;
}

/**
 * The keywords of a schema and of the schemas that it refers to or combines. The schema's own
 * keywords override the keywords in `allOf`. If the schema has a `$ref`, its own keywords are
 * ignored. Empty if `schema` is not an object. Parts more than eight levels deep are ignored;
 * `depth` is the current level.
 */
export function viewOf(schema: Json | undefined, document: JsonObject, depth = 0): JsonObject {
  if (!isObject(schema) || depth > 8) return {};
  const { $ref, allOf, ...own } = schema;
  const target =
    typeof $ref === "string" ? (endOfReferences(document, schema) as JsonObject) : undefined;
  return Object.assign(
    {},
    ...listOf(allOf).map((part) => viewOf(part, document, depth + 1)),
    ...(target === undefined ? [own] : [viewOf(target, document, depth + 1)]),
  );
}

/**
 * Returns a function that changes the schema by adding these limits.
 *
 * A limit replaces a looser one. Limits on items go into the schema that states `items`, even
 * behind a reference. `isChosen` is set if someone has reviewed the limits. Reviewed limits may
 * exclude values that the schema lists.
 *
 * Undefined if the schema already has all limits. Null in these cases:
 * - The schema states a stricter limit, or one that cannot be compared.
 * - The schema is a reference, which has no limits of its own.
 * - `schema` is not an object.
 */
export function limitAdder(
  schema: Json | undefined,
  { own, items }: StatedLimits,
  document: JsonObject,
  { isChosen = false }: { readonly isChosen?: boolean } = {},
): (() => void) | undefined | null {
  if (!isObject(schema)) return null;
  const view = viewOf(schema, document);
  const inside =
    Object.keys(items).length === 0
      ? undefined
      : limitAdder(schema.items ?? view.items, { own: items, items: {} }, document, { isChosen });
  if (inside === null) return null;
  const changes = Object.entries(own).map(([keyword, limit]) =>
    changeOf(view, keyword, limit, isChosen),
  );
  if (changes.includes("none")) return null;
  if (!changes.includes("stricter")) return inside;
  if (schema.$ref !== undefined) return null;
  return () => {
    inside?.();
    const { enum: values, ...others } = own as { enum?: readonly Json[] };
    Object.assign(schema, others);
    if (values !== undefined)
      Object.assign(schema, { enum: view.nullable === true ? [...values, null] : values });
  };
}

/**
 * How a limit compares with the schema's own limit: "same", "stricter", or "none" for anything
 * else, such as a looser limit. With "none", the schema takes precedence.
 */
function changeOf(
  view: JsonObject,
  keyword: string,
  limit: unknown,
  isChosen: boolean,
): "same" | "stricter" | "none" {
  const stated = view[keyword];
  if (keyword === "enum") {
    if (stated === undefined) return "stricter";
    const values: readonly Json[] = listOf(stated).filter((value) => value !== null);
    const wanted = limit as readonly Json[];
    if (!wanted.every((value) => values.includes(value))) return "none";
    if (wanted.length === values.length) return "same";
    return isChosen ? "stricter" : "none";
  }
  if (!isChosen && isDescribedOtherwise(view, keyword)) return "none";
  if (stated === limit) return "same";
  if (stated === undefined) {
    const other = { minimum: "exclusiveMinimum", maximum: "exclusiveMaximum" }[keyword];
    return other !== undefined && view[other] !== undefined ? "none" : "stricter";
  }
  if (keyword === "pattern")
    return comparePatterns(String(stated), String(limit)) === "narrower" ? "stricter" : "none";
  if (typeof stated !== "number" || typeof limit !== "number") return "none";
  return (/min/i.test(keyword) ? limit > stated : limit < stated) ? "stricter" : "none";
}

/** Whether an enum or a format already determines which strings are allowed. */
function isDescribedOtherwise(view: JsonObject, keyword: string): boolean {
  return (
    view.enum !== undefined || (view.format !== undefined && /Length$|^pattern$/.test(keyword))
  );
}

/**
 * A copy of a schema with these limits, which someone has reviewed. A limit replaces a looser one.
 * Targets of references are not changed. Null if the schema already has these limits, or states
 * limits that are stricter or cannot be compared.
 */
export function limitedBy(
  schema: JsonObject,
  limits: StatedLimits,
  document: JsonObject,
): JsonObject | null {
  const apart = (node: JsonObject): JsonObject =>
    node.$ref === undefined ? { ...node } : { allOf: [{ ...node }] };
  // Do not change the target of a reference, because it may be used elsewhere.
  const isOfItems = Object.keys(limits.items).length > 0;
  const whole = isOfItems ? viewOf(schema, document) : apart(schema);
  const copy = isObject(whole.items) ? { ...whole, items: apart(whole.items) } : { ...whole };
  const add = limitAdder(copy, limits, document, { isChosen: true });
  add?.();
  return add ? copy : null;
}

/**
 * Converts limits to the form of rules.yaml, where exclusive limits are numbers. For example,
 * `minimum: 0` with the flag `exclusiveMinimum: true` becomes `exclusiveMinimum: 0`. A flag without
 * a limit is dropped, and so is an exclusive limit that is already a number. Nothing is changed in
 * place.
 */
export function asWritten({ own, items }: StatedLimits): StatedLimits {
  return { own: withNumbers(own), items: withNumbers(items) };
}

/** A copy of the limits in which exclusive limits are numbers. */
function withNumbers({ minimum, exclusiveMinimum, maximum, exclusiveMaximum, ...others }: Stated) {
  return {
    ...others,
    ...(minimum !== undefined && {
      [exclusiveMinimum === true ? "exclusiveMinimum" : "minimum"]: minimum,
    }),
    ...(maximum !== undefined && {
      [exclusiveMaximum === true ? "exclusiveMaximum" : "maximum"]: maximum,
    }),
  };
}
