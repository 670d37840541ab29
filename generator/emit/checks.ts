import type { Code } from "../code.js";
import type { EnumType, Field, Model, Request, Type } from "../model/model.js";
import type { Lists } from "./lists.js";
import { validatorNames } from "./validator-names.js";

/** The file of the checks that several validators have. */
export const CHECKS_FILE = "checks.ts";

/** A function of `checks.ts`. */
export interface SharedCheck {
  readonly name: Code;
  /** The field as the first request has it. */
  readonly field: Field;
  /** Name of the first request with this field, in the order of the model. */
  readonly request: string;
  /** The enum that the field's type holds, if any. */
  readonly enumType: EnumType | null;
}

/** Checks of fields that two or more requests have with the same name, type and limits. */
export class SharedChecks {
  readonly #lists: Lists;
  readonly #checks: ReadonlyMap<string, SharedCheck>;

  constructor({ flows, operations }: Model, lists: Lists) {
    this.#lists = lists;
    const uses = new Map<string, Omit<SharedCheck, "name">[]>();
    for (const request of [...flows, ...operations])
      for (const field of checkedFields(request)) {
        const key = this.#keyOf(field, request);
        if (key === null) continue;
        const use = { field, request: request.name, enumType: enumOf(field, request) };
        uses.set(key, [...(uses.get(key) ?? []), use]);
      }
    // Of several checks of fields with one name, that of most requests has the short name; of equally many, that of the later ones.
    const shared = [...uses]
      .filter(([, { length }]) => length > 1)
      .reverse()
      .sort(([, a], [, b]) => b.length - a.length);
    const names = validatorNames(shared.flatMap(([, [first]]) => first?.request ?? []));
    this.#checks = new Map(
      shared.flatMap(([key, [first]]) =>
        first === undefined ? [] : [[key, { ...first, name: names.field(first.field.name, first.request) }]],
      ),
    );
  }

  /** The checks, by name. */
  get all(): readonly SharedCheck[] {
    return [...this.#checks.values()].sort((a, b) => (a.name < b.name ? -1 : 1));
  }

  /** Name of the function that checks a field of the request's body; null if the check is not shared. */
  of(field: Field, request: Request): Code | null {
    return this.#checks.get(this.#keyOf(field, request) ?? "")?.name ?? null;
  }

  /** Equal for two fields whose checks have the same code; null for objects and unions, whose checks belong to their request. */
  #keyOf(field: Field, request: Request): string | null {
    const { kind } = innermost(field.type);
    if (kind === "object" || kind === "union") return null;
    const enumType = enumOf(field, request);
    // The only names in a type are those of declared types, which differ between requests.
    const type = JSON.stringify(field.type, (key, value: unknown) => (key === "name" ? undefined : value));
    return JSON.stringify([field.name, type, field.limits, enumType === null ? null : this.#lists.keyOf(enumType)]);
  }
}

/** The fields of a request's body that are checked one by one: none if the body is one of several types. */
export function checkedFields({ body }: Request): readonly Field[] {
  return body.oneOf === undefined ? body.fields : [];
}

function enumOf({ type }: Field, { enums }: Request): EnumType | null {
  const inner = innermost(type);
  return inner.kind === "enum" ? (enums.find(({ name }) => name === inner.name) ?? null) : null;
}

/** The type of the values within arrays and null. */
function innermost(type: Type): Type {
  if (type.kind === "array") return innermost(type.items);
  return type.kind === "nullable" ? innermost(type.of) : type;
}
