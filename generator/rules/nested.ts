import type { NamedTypes, ObjectType, Request, Rule, Type } from "../model/model.js";
import { reachedBy, typesIn } from "../model/written.js";
import type { Shape } from "./kind.js";
import { kindOf } from "./parse.js";
import { shapeOf } from "./shape.js";
import { inUpdate, isOfUpdates, isUpdate } from "./update.js";

/** A rule between the fields of an object inside a request, which is checked wherever that is. */
export interface NestedRule {
  readonly rule: Rule;
  readonly object: ObjectType;
  readonly shape: Shape;
}

/** The rules of the objects inside a request, as they bind there, by the order of the objects. */
export function nestedRules(request: Request): readonly NestedRule[] {
  if (!request.objects.some(({ rules }) => rules !== undefined)) return [];
  const isUpdated = updatedIn(request);
  return request.objects.flatMap((object) => {
    const { rules, name } = object;
    const isOfUpdate = isUpdated.get(name);
    if (rules === undefined || isOfUpdate === undefined) return [];
    const shape = shapeOfObject(object, request);
    return rulesOf(object, request, isOfUpdate).map((rule) => ({ rule, object, shape }));
  });
}

/** What the rules of an object inside requests are about. */
export function shapeOfObject(object: ObjectType, types: NamedTypes): Shape {
  return { ...shapeOf({ ...types, body: object }), nullIsAbsent: true };
}

/** What the rules of a request are about. */
export function shapeOfRequest(request: Request): Shape {
  return { ...shapeOf(request), ...(isUpdate(request) && { nullIsAbsent: true }) };
}

/**
 * The types that a request holds, by name: true for one that it holds in updates only. A type of
 * updates is one, with all that it holds.
 */
export function updatedIn(request: Request): ReadonlyMap<string, boolean> {
  const { oneOf } = request.body;
  const types: readonly Type[] =
    oneOf === undefined ? typesIn(request.body) : [{ kind: "union", name: oneOf }];
  const all = reachedBy(types, request);
  const created = isUpdate(request) ? [] : reachedBy(types, withoutUpdates(request));
  const others = new Set([...created].filter((name) => !isOfUpdates(name)));
  return new Map([...all].map((name) => [name, !others.has(name)]));
}

/** The types that are not of updates. */
export function withoutUpdates({ objects, enums, unions = [] }: NamedTypes): NamedTypes {
  const isOther = ({ name }: { readonly name: string }): boolean => !isOfUpdates(name);
  return { objects: objects.filter(isOther), enums, unions: unions.filter(isOther) };
}

/** Whether a request or an object inside it has rules between fields. */
export function hasRules(request: Request): boolean {
  return request.rules.length > 0 || nestedRules(request).length > 0;
}

/** The rules of an object as they bind in an update, or in any other request. */
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

/** Whether the rules of an object say something else of an update. */
export function differsInUpdates(object: ObjectType, types: NamedTypes): boolean {
  const { rules = [] } = object;
  return JSON.stringify(rulesOf(object, types, true)) !== JSON.stringify(rules);
}

/** Why the rules of an object inside a request cannot have this one; null if they can. */
export function whyNotNested(rule: Rule): string | null {
  const { today, groups } = kindOf(rule);
  if (today) return "only fields of the request itself are compared with the current day";
  return (groups?.(rule.params) ?? []).length > 0 ? "only reports have columns" : null;
}
