import { below, stepsOf } from "../../runtime/validation/pointer.js";
import type { Description } from "./description.js";
import { decoded, getOwn, isObject, type Json, listOf } from "./json.js";

const SCHEMAS = "#/components/schemas";

/**
 * Completes the discriminator mappings of base schemas. A base has a discriminator but no `oneOf`
 * or `anyOf`; other schemas extend it with `allOf`.
 */
export class Subtypes {
  readonly #description: Description;
  readonly #names: ReadonlySet<string>;

  constructor(description: Description) {
    this.#description = description;
    this.#names = new Set(description.components.get("schemas") ?? []);
  }

  /**
   * Returns the schema `name`, with a complete mapping if it is a base.
   *
   * Mapped names become references. Each schema that extends the base but is not mapped is added
   * under its own name. Schemas that a mapped schema extends, and aliases, which are only a
   * reference to another schema, are not added.
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

  /** The schemas that extend this one, or that are aliases for it. */
  #extending(name: string): readonly string[] {
    return this.#description
      .schemasNaming(name)
      .filter((other) => this.#basesOf(other).includes(name));
  }

  /** The schemas that this one extends, or the schema that it is an alias for. */
  #basesOf(name: string): readonly string[] {
    const schema = this.#description.component("schemas", name) ?? null;
    return [schema, ...listOf(getOwn(schema, "allOf"))].flatMap(
      (part) => this.#nameIn(getOwn(part, "$ref")) ?? [],
    );
  }

  /** Whether a schema is only a reference to another. */
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

/** The given items, and all items that can be reached from them. */
function closure<One>(first: Iterable<One>, next: (one: One) => Iterable<One>): ReadonlySet<One> {
  const all = new Set(first);
  // Iterating over a Set also visits entries that are added during the loop.
  for (const one of all) for (const more of next(one)) all.add(more);
  return all;
}
