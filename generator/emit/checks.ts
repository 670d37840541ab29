import { type Code, identifier } from "../code.js";
import { constant, hashSuffix, pascal } from "../lower/names.js";
import type { EnumType, Field, Model, NamedTypes, Request, Type } from "../model/model.js";
import { reachedBy } from "../model/written.js";
import { differsInUpdates, withoutUpdates } from "../rules/nested.js";
import { isOfUpdates } from "../rules/update.js";
import { SUPPORT_FUNCTIONS } from "../taken-names.js";
import type { Lists } from "./lists.js";

/** The file with the checks of shared types, and of fields that several validators share. */
export const CHECKS_FILE = "checks.ts";

/** A function of `checks.ts`. */
export interface SharedCheck {
  readonly name: Code;
  /** The field as it appears in the first request. */
  readonly field: Field;
  /** Name of the first request with this field, in the order of the model. */
  readonly request: string;
  /** The enum in the field's type, if any. */
  readonly enumType: EnumType | null;
}

/**
 * The checks that several requests share. They check shared types, and fields with the same name,
 * type and limits.
 */
export class SharedChecks {
  readonly #lists: Lists;
  readonly #checks: ReadonlyMap<string, SharedCheck>;
  readonly #types: ReadonlyMap<string, Code>;
  readonly #needUpdate: ReadonlySet<string>;

  constructor({ flows, operations, schemas }: Model, lists: Lists) {
    this.#lists = lists;
    const { objects = [], unions = [] } = schemas?.request ?? {};
    this.#needUpdate = schemas === undefined ? new Set() : typesNeedingUpdate(schemas.request);
    this.#types = new Map([...objects, ...unions].map(({ name }) => [name, typeCheckName(name)]));
    const uses = new Map<string, Omit<SharedCheck, "name">[]>();
    for (const request of [...flows, ...operations])
      for (const field of checkedFields(request)) {
        const key = this.#keyOf(field, request);
        if (key === null) continue;
        const use = { field, request: request.name, enumType: enumOf(field, request) };
        uses.set(key, [...(uses.get(key) ?? []), use]);
      }
    // If fields with the same name have different checks, the check with the most uses gets the
    // short name. If several checks have equally many uses, the last one gets it.
    const shared = [...uses]
      .filter(([, { length }]) => length > 1)
      .reverse()
      .sort(([, a], [, b]) => b.length - a.length);
    const names = validatorNames(
      shared.flatMap(([, [first]]) => first?.request ?? []),
      [...this.#types.values()],
    );
    this.#checks = new Map(
      shared.flatMap(([key, [first]]) =>
        first === undefined
          ? []
          : [[key, { ...first, name: names.field(first.field.name, first.request) }]],
      ),
    );
  }

  /** All checks, sorted by name. */
  get all(): readonly SharedCheck[] {
    return [...this.#checks.values()].sort((a, b) => (a.name < b.name ? -1 : 1));
  }

  /** The function that checks a shared object or union; null if the type is not shared. */
  ofType(name: string): Code | null {
    return this.#types.get(name) ?? null;
  }

  /** Whether a shared type's check takes `isUpdate`, because its rules differ in updates. */
  needsUpdate(name: string): boolean {
    return this.#needUpdate.has(name);
  }

  /** The shared function that checks a field of the request's body; null if there is none. */
  of(field: Field, request: Request): Code | null {
    return this.#checks.get(this.#keyOf(field, request) ?? "")?.name ?? null;
  }

  /**
   * Returns the same key for fields whose checks have the same code. Null for objects and unions,
   * whose checks belong to their request.
   */
  #keyOf(field: Field, request: Request): string | null {
    const { kind } = innermost(field.type);
    if (kind === "object" || kind === "union") return null;
    const enumType = enumOf(field, request);
    // Leave out the names of declared types, because they differ between requests.
    const type = JSON.stringify(field.type, (key, value: unknown) =>
      key === "name" ? undefined : value,
    );
    return JSON.stringify([
      field.name,
      type,
      field.limits,
      enumType === null ? null : this.#lists.keyOf(enumType),
    ]);
  }
}

/** The names of the types that contain an object whose rules differ in updates. */
function typesNeedingUpdate(types: NamedTypes): ReadonlySet<string> {
  const differing = types.objects.filter((object) => differsInUpdates(object, types));
  if (differing.length === 0) return new Set();
  // Types for updates are left out, because their functions always treat the request as an update.
  const others = withoutUpdates(types);
  const named = [...others.objects, ...(others.unions ?? [])];
  return new Set(
    named
      .map(({ name }) => name)
      .filter((name) => {
        const reached = reachedBy([{ kind: "object", name }], others);
        return differing.some((object) => !isOfUpdates(object.name) && reached.has(object.name));
      }),
  );
}

/** The body fields that are checked one by one. Empty if the body is a union. */
export function checkedFields({ body }: Request): readonly Field[] {
  return body.oneOf === undefined ? body.fields : [];
}

/** The enum in a field's type, even inside arrays or a nullable type. Null if there is none. */
function enumOf({ type }: Field, { enums }: Request): EnumType | null {
  const inner = innermost(type);
  return inner.kind === "enum" ? (enums.find(({ name }) => name === inner.name) ?? null) : null;
}

/**
 * Strips arrays and null from a type, at any depth. A list of nullable strings becomes a string.
 */
export function innermost(type: Type): Type {
  if (type.kind === "array") return innermost(type.items);
  return type.kind === "nullable" ? innermost(type.of) : type;
}

/**
 * Names of the functions and lists in one validator. The same arguments always give the same name,
 * and different arguments give different names. A name for a nested type contains only the type's
 * last words, with more words if it would equal another name.
 */
export interface ValidatorNames {
  /**
   * Function that checks a field of a request's body, such as `checkLevel`. It is
   * `checkReportLevel` if the shorter name is taken.
   */
  field(name: string, request: string): Code;
  /** Function that checks a nested object or a union, such as `checkMetricsFilter`. */
  type(name: string): Code;
  /** Function that checks a union member without a named type, such as `checkSizeOption1`. */
  option(union: string, index: number): Code;
  /** List of a nested object's fields, such as `METRICS_FILTER_FIELDS`. */
  fields(object: string): Code;
  /** Set of an enum's values, such as `LEVEL_VALUES`. */
  values(type: string): Code;
}

/** Number of words of a type's name to use in other names. A name that would clash gets more. */
const MAX_WORDS = 3;

/**
 * Names that a validator declares or may import from the runtime. All are reserved in each file, so
 * a name does not depend on what else the file checks.
 */
const OWN_NAMES: readonly string[] = ["BODY_FIELDS", "ROW_IDS", "checkBody", ...SUPPORT_FUNCTIONS];

/**
 * The function that checks a shared type, such as `checkAdAccount`. A reserved name gets a `$`,
 * which no type name contains.
 */
function typeCheckName(type: string): Code {
  const name = `check${type}`;
  return identifier(OWN_NAMES.includes(name) ? `${name}$` : name);
}

/**
 * Names for the functions and lists in one file. They differ from each other and from `imported`,
 * the names that the file imports. `requests` contains the names of the reports and calls that the
 * file checks. These names are omitted at the start of a type's name.
 */
export function validatorNames(
  requests: readonly string[],
  imported: readonly string[] = [],
): ValidatorNames {
  const taken = new Set([...OWN_NAMES, ...imported]);
  const known = new Map<string, Code>();
  const unique = (wanted: readonly string[], ...of: readonly string[]): Code => {
    const key = JSON.stringify(of);
    const assigned = known.get(key);
    if (assigned !== undefined) return assigned;
    let name = wanted.find((candidate) => !taken.has(candidate)) ?? "";
    for (let count = 1; name === "" || taken.has(name); count++)
      name = `${wanted.at(-1)}$${hashSuffix(`${key}${count}`)}`;
    taken.add(name);
    const code = identifier(name);
    known.set(key, code);
    return code;
  };
  const prefixes = requests.map(pascal).sort((a, b) => b.length - a.length);
  const short = (type: string): readonly string[] =>
    shortNames(type, prefixes.find((prefix) => type.startsWith(prefix)) ?? "");
  return {
    field: (name, request) =>
      unique(
        [pascal(name), pascal(`${request}_${name}`)]
          .filter(Boolean)
          .map((words) => `check${words}`),
        "field",
        name,
        request,
      ),
    type: (name) =>
      unique(
        short(name).map((words) => `check${words}`),
        "type",
        name,
      ),
    option: (union, index) =>
      unique(
        short(union).map((words) => `check${words}Option${index + 1}`),
        "option",
        union,
        String(index),
      ),
    fields: (object) =>
      unique(
        short(object).map((words) => `${constant(words)}_FIELDS`),
        "fields",
        object,
      ),
    values: (type) =>
      unique(
        short(type).map((words) => `${constant(words)}_VALUES`),
        "values",
        type,
      ),
  };
}

/**
 * Names for a type, best first. The first consists of the type's last words, without the prefix.
 * Each further name has one more word, and the last is the whole name.
 */
function shortNames(type: string, prefix: string): readonly string[] {
  const path = type.slice(prefix.length);
  const words = path.split(/(?=[A-Z])/);
  const names = words
    .map((_, index) => words.slice(index).join(""))
    .filter((name) => /^[A-Z]/.test(name));
  return [...names.slice(-MAX_WORDS).slice(0, 1), ...names.slice(0, -MAX_WORDS).reverse(), type];
}
