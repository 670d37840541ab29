import fc from "fast-check";
import { isObject, type Json, type JsonObject } from "../../../generator/parse/json.js";

/** Draws random numbers that decide how a document is rewritten. */
export type Draw = (upTo: number) => number;

/** The numbers for these draws. They shrink towards changing nothing. */
export const draws: fc.Arbitrary<readonly number[]> = fc.array(fc.nat({ max: 999 }), {
  minLength: 40,
  maxLength: 40,
});

export function drawFrom(numbers: readonly number[]): Draw {
  let index = 0;
  return (upTo) => (numbers[index++ % numbers.length] ?? 0) % upTo;
}

type Schemas = Record<string, Json>;

/**
 * Returns a document with the same meaning: schemas are renamed, moved, inlined, merged, split or
 * sorted, and prose is added.
 */
export function rewritten(document: JsonObject, draw: Draw): JsonObject {
  const components = document.components as JsonObject;
  const schemas = components.schemas as JsonObject;
  const names = new Map(
    Object.keys(schemas).map((name, index) => [
      name,
      draw(3) === 0 ? `${name}Renamed${index}` : name,
    ]),
  );
  const added: Schemas = {};
  const schemasNow = Object.fromEntries(
    shuffled(Object.entries(schemas), draw).map(([name, schema]) => [
      names.get(name) ?? name,
      schemaIn(schema, { schemas, names, added, draw, deep: 0 }),
    ]),
  );
  const walk = (node: Json, key = ""): Json => {
    if (key === "schema") return schemaIn(node, { schemas, names, added, draw, deep: 0 });
    if (Array.isArray(node)) return node.map((one: Json) => walk(one));
    if (!isObject(node)) return node;
    return Object.fromEntries(
      Object.entries(node).map(([name, inside]) => [
        name,
        name.startsWith("x-") ? inside : walk(inside, name),
      ]),
    );
  };
  const { schemas: _, ...others } = components;
  const paths = walk(document.paths as Json) as JsonObject;
  const sections = walk(others) as JsonObject;
  return {
    ...document,
    paths: Object.fromEntries(shuffled(Object.entries(paths), draw)),
    components: { ...sections, schemas: { ...schemasNow, ...added } },
  };
}

interface Rewriting {
  readonly schemas: JsonObject;
  readonly names: ReadonlyMap<string, string>;
  readonly added: Schemas;
  readonly draw: Draw;
  readonly deep: number;
}

const PREFIX = "#/components/schemas/";

function schemaIn(node: Json, rewriting: Rewriting): Json {
  if (!isObject(node)) return node;
  const { schemas, names, added, draw, deep } = rewriting;
  const inner = { ...rewriting, deep: deep + 1 };
  const reference = node.$ref;
  if (typeof reference === "string" && reference.startsWith(PREFIX)) {
    const name = reference.slice(PREFIX.length);
    // The targets of a discriminator must stay references.
    if (
      deep < 3 &&
      draw(4) === 0 &&
      !hasAlternatives(schemas[name]) &&
      Object.keys(node).length === 1
    )
      return schemaIn(schemas[name] ?? {}, inner);
    return { ...node, $ref: PREFIX + (names.get(name) ?? name) };
  }
  const whole = partsIn(node, inner);
  if (hasAlternatives(node)) return whole;
  switch (draw(6)) {
    case 0:
      return { allOf: [whole] };
    case 1: {
      const name = `Added${Object.keys(added).length}`;
      added[name] = whole;
      return { $ref: PREFIX + name };
    }
    case 2:
      return cutInTwo(whole);
    case 3:
      return { ...whole, description: "Some words that were never used before." };
    default:
      return whole;
  }
}

function hasAlternatives(node: Json | undefined): boolean {
  return isObject(node) && ["oneOf", "anyOf", "discriminator"].some((key) => key in node);
}

/** Rewrites everything inside a node. */
function partsIn(node: JsonObject, rewriting: Rewriting): JsonObject {
  const { names, draw } = rewriting;
  return Object.fromEntries(
    Object.entries(node).map(([key, value]): [string, Json] => {
      if (key === "properties" && isObject(value))
        return [
          key,
          Object.fromEntries(
            shuffled(Object.entries(value), draw).map(([name, one]) => [
              name,
              schemaIn(one, rewriting),
            ]),
          ),
        ];
      if (key === "items" || key === "additionalProperties")
        return [key, schemaIn(value, rewriting)];
      // For members of a union, only the names change.
      if (["allOf", "oneOf", "anyOf"].includes(key))
        return [key, (value as readonly Json[]).map((one) => renamed(one, names))];
      if (key === "discriminator") return [key, renamed(value, names)];
      return (key === "enum" || key === "required") && Array.isArray(value)
        ? [key, shuffled(value, draw)]
        : [key, value];
    }),
  );
}

function renamed(node: Json, names: ReadonlyMap<string, string>): Json {
  if (typeof node === "string" && node.startsWith(PREFIX))
    return PREFIX + (names.get(node.slice(PREFIX.length)) ?? node.slice(PREFIX.length));
  if (Array.isArray(node)) return node.map((one: Json) => renamed(one, names));
  return isObject(node)
    ? Object.fromEntries(Object.entries(node).map(([key, value]) => [key, renamed(value, names)]))
    : node;
}

/** Splits an object's fields into two parts. */
function cutInTwo(node: JsonObject): JsonObject {
  const { properties, required, ...others } = node;
  if (
    !isObject(properties) ||
    Object.keys(properties).length < 2 ||
    "allOf" in node ||
    "additionalProperties" in node
  )
    return node;
  const entries = Object.entries(properties);
  const middle = Math.floor(entries.length / 2);
  const parts = [entries.slice(0, middle), entries.slice(middle)].map((part): JsonObject => {
    const needed = Array.isArray(required)
      ? required.filter((name) => part.some(([own]) => own === name))
      : [];
    return {
      type: "object",
      properties: Object.fromEntries(part),
      ...(needed.length > 0 ? { required: needed } : {}),
    };
  });
  return { ...others, allOf: parts };
}

function shuffled<One>(all: readonly One[], draw: Draw): readonly One[] {
  const by = all.map((one) => [draw(5), one] as const);
  return by.sort(([one], [other]) => one - other).map(([, one]) => one);
}
