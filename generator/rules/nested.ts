import type { NamedTypes, ObjectType, Request, Rule, Type } from "../model/model.js";
import { reachedBy, typesIn } from "../model/written.js";
import type { Shape } from "./kind.js";
import { kindOf } from "./parse.js";
import { shapeOf } from "./shape.js";
import { inUpdate, isOfUpdates, isUpdate } from "./update.js";

/**
 * A cross-field rule of an object inside a request. It is checked wherever the object
 * occurs.
 */
export interface NestedRule {
  readonly rule: Rule;
  readonly object: ObjectType;
  readonly shape: Shape;
}

/**
 * The rules of the objects inside a request, in the order of the objects. For an object that occurs
 * only in updates, these are the rules for updates.
 */
export function nestedRules(request: Request): readonly NestedRule[] {
  if (!request.objects.some(({ rules }) => rules !== undefined)) return [];
  const occurrences = occurrencesIn(request);
  return request.objects.flatMap((object) => {
    const { rules, name } = object;
    const occurrence = occurrences.get(name);
    if (rules === undefined || occurrence === undefined) return [];
    const shape = shapeOfObject(object, request);
    return rulesOf(object, request, occurrence === "updated").map((rule) => ({
      rule,
      object,
      shape,
    }));
  });
}

/** The shape that an object's rules refer to. Null counts as absent. */
export function shapeOfObject(object: ObjectType, types: NamedTypes): Shape {
  return { ...shapeOf({ ...types, body: object }), nullIsAbsent: true };
}

/** The shape that rules of a request refer to. In an update, null counts as absent. */
export function shapeOfRequest(request: Request): Shape {
  return { ...shapeOf(request), ...(isUpdate(request) && { nullIsAbsent: true }) };
}

/** Whether a request only creates or only updates the objects of a type, or does both. */
export type Occurrence = "created" | "updated" | "both";

/**
 * Whether a request creates objects of each type, updates them, or both, keyed by the type's name.
 * Everything nested in a type for updates also counts as updated.
 */
export function occurrencesIn(request: Request): ReadonlyMap<string, Occurrence> {
  const { oneOf } = request.body;
  const types: readonly Type[] =
    oneOf === undefined ? typesIn(request.body) : [{ kind: "union", name: oneOf }];
  const all = reachedBy(types, request);
  const created = isUpdate(request) ? [] : reachedBy(types, withoutUpdates(request));
  const others = new Set([...created].filter((name) => !isOfUpdates(name)));
  const updates = [...(request.unions ?? []), ...request.objects].filter(
    ({ name }) => all.has(name) && isOfUpdates(name),
  );
  const updated = reachedBy(
    updates.map(({ name }): Type => ({ kind: "object", name })),
    request,
  );
  return new Map(
    [...all].map((name) => [
      name,
      !others.has(name) ? "updated" : updated.has(name) ? "both" : "created",
    ]),
  );
}

/**
 * The types without the objects and unions that are for updates; see `isOfUpdates`. Keeps all
 * enums. The remaining types may still refer to types that were left out.
 */
export function withoutUpdates({ objects, enums, unions = [] }: NamedTypes): NamedTypes {
  const isOther = ({ name }: { readonly name: string }): boolean => !isOfUpdates(name);
  return { objects: objects.filter(isOther), enums, unions: unions.filter(isOther) };
}

/** Whether a request or an object inside it has cross-field rules. */
export function hasRules(request: Request): boolean {
  return request.rules.length > 0 || nestedRules(request).length > 0;
}

/** The rules of an object, or its rules for updates if `isOfUpdate` is true. */
export function rulesOf(
  object: ObjectType,
  types: NamedTypes,
  isOfUpdate: boolean,
): readonly Rule[] {
  const { rules = [] } = object;
  if (!isOfUpdate || rules.length === 0) return rules;
  const shape = shapeOf({ ...types, body: object });
  return rules.flatMap((rule) => inUpdate(rule, shape));
}

/** Whether an object has different rules in updates. */
export function differsInUpdates(object: ObjectType, types: NamedTypes): boolean {
  const { rules = [] } = object;
  return JSON.stringify(rulesOf(object, types, true)) !== JSON.stringify(rules);
}

/** Why an object inside a request cannot have this rule. Null if it can. */
export function whyNotNested(rule: Rule): string | null {
  const { today, groups } = kindOf(rule);
  if (today) return "only the request's own fields can be compared with the current day";
  return (groups?.(rule.params) ?? []).length > 0 ? "only reports have columns" : null;
}
