// In the model, each request lists all its types. model.json lists each shared type only once.

import type { Model, NamedTypes, ObjectType, Operation, Type } from "./model.js";

type Parts = Pick<Model, "flows" | "operations" | "schemas">;

/**
 * Returns a copy whose operations do not contain the shared types of `schemas`, as in model.json.
 * Types are matched by name. Reports and `schemas` stay the same.
 */
export function withoutShared<Given extends Parts>(model: Given): Given {
  const shared = new Set(sharedIn(model).map(({ name }) => name));
  const isOwn = ({ name }: { readonly name: string }): boolean => !shared.has(name);
  const operations = model.operations.map(({ unions = [], ...operation }): Operation => {
    const own = unions.filter(isOwn);
    return {
      ...operation,
      objects: operation.objects.filter(isOwn),
      enums: operation.enums.filter(isOwn),
      ...(own.length > 0 && { unions: own }),
    };
  });
  return { ...model, operations };
}

/**
 * Adds the shared types back to the operations that use them, directly or indirectly. If several
 * types have the same name, uses the operation's own type, or else the type for requests. Returns
 * the model itself if it has no `schemas`.
 */
export function withShared<Given extends Parts>(model: Given): Given {
  const shared = Object.values(model.schemas ?? {});
  if (shared.length === 0) return model;
  const operations = model.operations.map((operation) => {
    const all = [operation, ...shared];
    const objects = all.flatMap((types) => types.objects);
    const unions = all.flatMap((types) => types.unions ?? []);
    const from = [
      ...[operation.body, ...operation.objects].flatMap(typesIn),
      ...(operation.unions ?? []).flatMap(({ members }) => members.map(({ type }) => type)),
      ...[operation.response, operation.pageOf].filter((type) => type !== null),
    ];
    const own = namedIn(operation).map(({ name }) => name);
    const used = new Set([...own, ...reachedBy(from, { objects, unions })]);
    // If two types have the same name, keep the first one. The first is the type that is sent, and
    // only sent types have rules.
    const once = <One extends { readonly name: string }>(types: readonly One[]): readonly One[] => {
      const byName = new Map<string, One>();
      for (const type of types)
        if (used.has(type.name) && !byName.has(type.name)) byName.set(type.name, type);
      return [...byName.values()];
    };
    const usedUnions = once(unions);
    return {
      ...operation,
      objects: once(objects),
      enums: once(all.flatMap(({ enums }) => enums)),
      ...(usedUnions.length > 0 && { unions: usedUnions }),
    };
  });
  return { ...model, operations };
}

function sharedIn({ schemas }: Parts): readonly { readonly name: string }[] {
  return Object.values(schemas ?? {}).flatMap(namedIn);
}

/** All named types, in one list: objects, then enums, then unions. */
export function namedIn({ objects, enums, unions = [] }: NamedTypes): readonly {
  readonly name: string;
}[] {
  return [...objects, ...enums, ...unions];
}

/** Names of these types and of all types that they use, directly or indirectly. */
export function reachedBy(
  types: readonly Type[],
  { objects, unions = [] }: Pick<NamedTypes, "objects" | "unions">,
): ReadonlySet<string> {
  const reached = new Set<string>();
  const inside = new Map<string, readonly Type[]>([
    ...objects.map((object) => [object.name, typesIn(object)] as const),
    ...unions.map(({ name, members }) => [name, members.map(({ type }) => type)] as const),
  ]);
  const open = [...types];
  for (let type = open.pop(); type !== undefined; type = open.pop()) {
    if (type.kind === "array") open.push(type.items);
    if (type.kind === "nullable") open.push(type.of);
    if (!("name" in type) || reached.has(type.name)) continue;
    reached.add(type.name);
    open.push(...(inside.get(type.name) ?? []));
  }
  return reached;
}

/** The types of an object's fields and of its additional properties. */
export function typesIn({ fields, additionalProperties }: ObjectType): readonly Type[] {
  return [
    ...fields.map(({ type }) => type),
    ...(additionalProperties === undefined ? [] : [additionalProperties.type]),
  ];
}
