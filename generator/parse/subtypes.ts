import { below } from "../../runtime/validation/pointer.js";
import type { Description } from "./description.js";
import { getOwn, isObject, type Json, listOf } from "./json.js";

/**
 * A named schema. If it is the base of others, by a discriminator without `oneOf` or `anyOf`, the
 * mapping has them all: what it names, as references, and under its own name each schema that
 * extends the base by `allOf` and that the mapping leaves out. Undefined if there is no such schema.
 */
export function schemaOf(description: Description, name: string): Json | undefined {
  const schema = description.component("schemas", name);
  const discriminator = getOwn(schema, "discriminator");
  const isChoice = ["oneOf", "anyOf"].some((keyword) => listOf(getOwn(schema, keyword)).length > 0);
  if (!isObject(schema) || discriminator === undefined || isChoice) return schema;
  const { mapping, ...others } = isObject(discriminator)
    ? discriminator
    : { propertyName: discriminator };
  const names = new Set(description.components.get("schemas") ?? []);
  const named = Object.entries(isObject(mapping) ? mapping : {}).map(([value, target]) => [
    value,
    names.has(String(target)) ? referenceTo(String(target)) : target,
  ]);
  const targets = new Set(named.map(([, target]) => target));
  // What a mapped schema is made of, or another name of one, is no form of its own.
  const further = subtypesOf(description, name).filter(
    (one) =>
      !targets.has(referenceTo(one)) &&
      getOwn(description.component("schemas", one), "$ref") === undefined &&
      !subtypesOf(description, one).some((deeper) => targets.has(referenceTo(deeper))),
  );
  if (named.length + further.length === 0) return schema;
  const all = [...named, ...further.map((one) => [one, referenceTo(one)])];
  return { ...schema, discriminator: { ...others, mapping: Object.fromEntries(all) } };
}

/** The schemas that extend this one by `allOf` or only refer to it, directly or by another. */
function subtypesOf(description: Description, base: string): readonly string[] {
  const found = new Set([base]);
  for (const parent of found)
    for (const name of description.components.get("schemas") ?? []) {
      if (found.has(name) || !description.mentionsIn(name, parent)) continue;
      const schema = description.component("schemas", name) ?? null;
      const parts = [schema, ...listOf(getOwn(schema, "allOf"))];
      if (parts.some((part) => getOwn(part, "$ref") === referenceTo(parent))) found.add(name);
    }
  found.delete(base);
  return [...found];
}

const referenceTo = (name: string): string => below("#", "components", "schemas", name);
