import { data, property, type View } from "../code.js";
import type { EnumType, Limits, Model, ObjectType, Operation, Type } from "../model/model.js";

/** The lists whose items the fake server generates. */
const LISTS = ["ad-accounts", "campaigns", "ad-groups", "ads", "keywords", "product-groups"];
// Maximum depth of an item. Only schemas that contain themselves are nested more deeply.
const DEEPEST = 8;

/** How to generate a value, as data for `ItemSketch` in `runtime/testing/made-items.ts`. */
type Sketch = string | { readonly [member: string]: unknown };

/**
 * The view of `listed-items.ts`: the item fields of each list in the fake server.
 *
 * The lists are accounts, campaigns, ad groups, ads, keywords and product groups. A list that the
 * model lacks is left out. Each list is named after the last segment of its path. Nested fields are
 * included, to a depth of 8 levels; deeper objects can be anything.
 */
export function listedItemsView({ operations, schemas }: Model): View {
  return {
    items: LISTS.flatMap((name) => {
      const operation = operations.find((one) => one.name === name);
      if (operation?.pageOf?.kind !== "object") return [];
      const types = { operation, shared: schemas?.response };
      const { fields } = sketchOf(operation.pageOf, {}, { ...types, depth: 0 }) as {
        readonly fields: unknown;
      };
      // The server identifies the list by the last segment of the path.
      return [{ list: property(operation.call.path.replace(/.*\//, "")), fields: data(fields) }];
    }),
  };
}

interface Types {
  readonly operation: Operation;
  readonly shared:
    | { readonly objects: readonly ObjectType[]; readonly enums: readonly EnumType[] }
    | undefined;
  readonly depth: number;
}

/** Describes how to generate a value of a type within its limits. */
function sketchOf(type: Type, limits: Limits, types: Types): Sketch {
  const inner = { ...types, depth: types.depth + 1 };
  switch (type.kind) {
    case "nullable":
      return { nullable: sketchOf(type.of, limits, types) };
    case "array":
      return {
        list: sketchOf(type.items, type.each, inner),
        ...(limits.maxItems !== undefined && { most: limits.maxItems }),
      };
    case "enum":
      return { oneOf: findType(type.name, "enums", types)?.values ?? ["MADE_UP"] };
    case "object": {
      const { fields } = findType(type.name, "objects", types) ?? {};
      if (fields === undefined || fields.length === 0 || types.depth > DEEPEST) return "any";
      return {
        fields: Object.fromEntries(
          fields.map((field) => [field.name, sketchOf(field.type, field.limits, inner)]),
        ),
      };
    }
    case "string":
      return /(?:\\d|\[0-9\])\+\$$/.test(limits.pattern ?? "") ? "digits" : "text";
    case "number":
    case "integer": {
      const { minimum: from, maximum: to } = limits;
      return from === undefined || to === undefined ? type.kind : { [type.kind]: [from, to] };
    }
    case "boolean":
      return type.kind;
    default:
      return "any";
  }
}

/**
 * The type with this name: the operation's own or else the shared one. Undefined if there is
 * neither.
 */
function findType<Kind extends "objects" | "enums">(
  name: string,
  kind: Kind,
  { operation, shared }: Types,
): Operation[Kind][number] | undefined {
  return [...operation[kind], ...(shared?.[kind] ?? [])].find((one) => one.name === name);
}
