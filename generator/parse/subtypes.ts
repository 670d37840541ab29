import { below, stepsOf } from "../../runtime/validation/pointer.js";
import type { Description } from "./description.js";
import { decoded, getOwn, isObject, type Json, listOf } from "./json.js";

const SCHEMAS = "#/components/schemas";

/**
 * Completes the mappings of bases: schemas with a discriminator, without `oneOf` or `anyOf`, which
 * others extend by `allOf`.
 */
export class Subtypes {
  readonly #description: Description;
  readonly #names: ReadonlySet<string>;

  constructor(description: Description) {
    this.#description = description;
    this.#names = new Set(description.components.get("schemas") ?? []);
  }

  /**
   * The schema `name`. If it is a base, its mapping has all forms: those that it names, as
   * references, and under its own name each schema that extends the base and that the mapping
   * leaves out. What a mapped schema is made of, or another name of one, is no form of its own.
   */
  completed(name: string, schema: Json): Json {
    const discriminator = getOwn(schema, "discriminator");
    const isChoice = ["oneOf", "anyOf"].some((join) => listOf(getOwn(schema, join)).length > 0);
    if (!isObject(schema) || discriminator === undefined || isChoice) return schema;
    const { mapping, ...others } = isObject(discriminator)
      ? discriminator
      : { propertyName: discriminator };
    const mapped = Object.entries(isObject(mapping) ? mapping : {}).map(
      ([value, target]): [string, Json] => [
        value,
        this.#names.has(String(target)) ? below(SCHEMAS, String(target)) : target,
      ],
    );
    const known = closure(
      mapped.flatMap(([, target]) => this.#nameIn(target) ?? []),
      (one) => this.#basesOf(one),
    );
    const further = [...closure([name], (one) => this.#extending(one))].filter(
      (one) => one !== name && !known.has(one) && !this.#isAlias(one),
    );
    if (mapped.length + further.length === 0) return schema;
    const all = [...mapped, ...further.map((one) => [one, below(SCHEMAS, one)])];
    return { ...schema, discriminator: { ...others, mapping: Object.fromEntries(all) } };
  }

  /** The schemas that extend this one, or only refer to it. */
  #extending(name: string): readonly string[] {
    return this.#description
      .schemasNaming(name)
      .filter((other) => this.#basesOf(other).includes(name));
  }

  /** The schemas that this one extends, or only refers to. */
  #basesOf(name: string): readonly string[] {
    const schema = this.#description.component("schemas", name) ?? null;
    return [schema, ...listOf(getOwn(schema, "allOf"))].flatMap(
      (part) => this.#nameIn(getOwn(part, "$ref")) ?? [],
    );
  }

  #isAlias(name: string): boolean {
    return getOwn(this.#description.component("schemas", name), "$ref") !== undefined;
  }

  /** The name of the schema that a reference leads to; null if it leads elsewhere. */
  #nameIn(reference: Json | undefined): string | null {
    if (typeof reference !== "string" || !reference.startsWith(`${SCHEMAS}/`)) return null;
    const [, , name = "", ...deeper] = stepsOf(decoded(reference));
    return deeper.length === 0 && this.#names.has(name) ? name : null;
  }
}

/** These, and all that follows from one of them. */
function closure<One>(first: Iterable<One>, next: (one: One) => Iterable<One>): ReadonlySet<One> {
  const all = new Set(first);
  // A Set includes entries that are added during its iteration.
  for (const one of all) for (const more of next(one)) all.add(more);
  return all;
}
