import { type Code, identifier } from "../code.js";
import { constant, hashSuffix, pascal } from "../lower/names.js";

/**
 * Names of the functions and lists in one validator. Each call with the same arguments returns the same name, and no two names are equal.
 * Names of nested types have the last words of the type only, and one more word where another name is equal.
 */
export interface ValidatorNames {
  /** Function that checks a field of the body of a request, such as `checkLevel`, or `checkReportLevel` where another name is equal. */
  field(name: string, request: string): Code;
  /** Function that checks a nested object or a union, such as `checkMetricsFilter`. */
  type(name: string): Code;
  /** Function that checks a union member without a type of its own, such as `checkSizeOption1`. */
  option(union: string, index: number): Code;
  /** List of a nested object's fields, such as `METRICS_FILTER_FIELDS`. */
  fields(object: string): Code;
  /** Set of an enum's values, such as `LEVEL_VALUES`. */
  values(type: string): Code;
}

/** Most words of a type that a name has, unless another name is equal. */
const MOST_WORDS = 3;

/** Names that each validator has. */
const OWN_NAMES = ["FIELDS", "NO_VIOLATIONS", "ROW_IDS", "checkBody"];

/**
 * Returns the names of the functions and lists in one file, which differ from each other and from the names in `imported`, those that the
 * file imports. `requests`: names of the reports and calls that it checks; a type's name has them left out at its start.
 */
export function validatorNames(requests: readonly string[], imported: readonly string[] = []): ValidatorNames {
  const taken = new Set([...OWN_NAMES, ...imported]);
  const known = new Map<string, Code>();
  const unique = (wanted: readonly string[], ...of: readonly string[]): Code => {
    const key = JSON.stringify(of);
    const assigned = known.get(key);
    if (assigned !== undefined) return assigned;
    let name = wanted.find((candidate) => !taken.has(candidate)) ?? "";
    for (let count = 1; name === "" || taken.has(name); count++) name = `${wanted.at(-1)}$${hashSuffix(`${key}${count}`)}`;
    taken.add(name);
    const code = identifier(name);
    known.set(key, code);
    return code;
  };
  const prefixes = requests.map(pascal).sort((a, b) => b.length - a.length);
  const short = (type: string): readonly string[] => shortNames(type, prefixes.find((prefix) => type.startsWith(prefix)) ?? "");
  return {
    field: (name, request) =>
      unique(
        [pascal(name), pascal(`${request}_${name}`)].filter(Boolean).map((words) => `check${words}`),
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

/** Names for a type, best first: its last words without the prefix, which it begins with, then with one more word each, then its whole name. */
function shortNames(type: string, prefix: string): readonly string[] {
  const path = type.slice(prefix.length);
  const words = path.split(/(?=[A-Z])/);
  const names = words.map((_, index) => words.slice(index).join("")).filter((name) => /^[A-Z]/.test(name));
  return [...names.slice(-MOST_WORDS).slice(0, 1), ...names.slice(0, -MOST_WORDS).reverse(), type];
}
