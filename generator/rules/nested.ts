import type { NamedTypes, ObjectType, Request, Rule } from "../model/model.js";
import { reachedBy, typesIn } from "../model/written.js";
import type { Shape } from "./kind.js";
import { shapeOf } from "./shape.js";
import { inUpdate, isUpdate } from "./update.js";

/** A rule between the fields of an object inside a request, which is checked wherever that is. */
export interface NestedRule {
  readonly rule: Rule;
  readonly object: ObjectType;
  readonly shape: Shape;
}

/** The rules of the objects inside a request, as they bind there, by the order of the objects. */
export function nestedRules(request: Request): readonly NestedRule[] {
  if (!request.objects.some(({ rules }) => rules !== undefined)) return [];
  const { oneOf } = request.body;
  const types = [
    ...typesIn(request.body),
    ...(oneOf === undefined ? [] : [{ kind: "union" as const, name: oneOf }]),
  ];
  const reached = reachedBy(types, request);
  return request.objects
    .filter(({ name }) => reached.has(name))
    .flatMap((object) => {
      const shape = shapeOf({ ...request, body: object });
      return rulesOf(object, request, isUpdate(request)).map((rule) => ({ rule, object, shape }));
    });
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
