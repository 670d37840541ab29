import { type Code, joined, list, literal, local } from "../code.js";
import type { Condition, Field } from "../model/model.js";
import { checkCondition, inWords, jsTypeOf } from "./condition.js";
import { FIELD, type ParameterSchema, type RuleKind, type Shape } from "./kind.js";

/** One value for each field, in the order of the fields. */
type Combination = readonly (string | number | boolean)[];

interface KnownCombinations {
  readonly fields: readonly string[];
  /** The accepted combinations. */
  readonly values: readonly Combination[];
  /** Other combinations that are known to be rejected. */
  readonly refused?: readonly Combination[];
  /** The fields without a default. If one of them is absent, the rule does not apply. */
  readonly ifGiven?: readonly string[];
}

const COMBINATIONS: ParameterSchema = {
  type: "array",
  minItems: 1,
  items: {
    type: "array",
    minItems: 2,
    items: { type: ["string", "number", "boolean"], pattern: "^[^/]*$" },
  },
};

/**
 * The values of several fields together must be one of the listed combinations. An absent field
 * counts as its default. If it has no default, the rule does not apply.
 */
export const knownCombinations: RuleKind<KnownCombinations> = {
  name: "known-combinations",
  when: "applies",
  parameters: {
    fields: {
      type: "array",
      minItems: 2,
      uniqueItems: true,
      items: FIELD,
      description: "The fields whose values are checked together.",
      examples: [["click_window_days", "view_window_days"]],
    },
    values: {
      ...COMBINATIONS,
      description:
        "The accepted combinations. Each is a list with one value for each field, in the same order.",
      examples: [[[30, 1]]],
    },
    refused: {
      ...COMBINATIONS,
      description: "Other combinations that are known to be rejected.",
      examples: [[[30, 0]]],
    },
  },
  optional: ["refused"],
  parse(entry, shape) {
    const fields = readFields(entry.fields);
    const values = readCombinations(entry.values, "values", fields);
    const refused =
      entry.refused === undefined ? null : readCombinations(entry.refused, "refused", fields);
    const accepted = new Set(values.map(textOf));
    const both = refused?.map(textOf).find((combination) => accepted.has(combination));
    if (both !== undefined) throw new TypeError(`has ${both} in both \`values\` and \`refused\``);
    const ifGiven = fields.filter((name) => shape.field(name)?.default === undefined);
    return {
      fields,
      values,
      ...(refused !== null && { refused }),
      ...(ifGiven.length > 0 && { ifGiven }),
    };
  },
  fields: ({ fields }) => fields,
  days: () => [],
  check({ fields, values }, shape) {
    const lacks = lacksOf(values, fields, shape);
    if (lacks.length > 0) return lacks;
    return fields.flatMap((name) => {
      const { type, default: assumed } = shape.field(name) as Field;
      const isComparable =
        shape.values(type) !== null || ["number", "boolean"].includes(jsTypeOf(type) ?? "");
      if (!isComparable) return [`${name} is not an enum, a number or a boolean`];
      // Rules treat null as the default.
      return type.kind === "nullable" && assumed === undefined
        ? [`${name} can be null but has no default`]
        : [];
    });
  },
  narrow(params, shape) {
    const { fields, values, refused, ...others } = params;
    const isPossible = (combination: Combination): boolean =>
      lacksOf([combination], fields, shape).length === 0;
    const [kept, keptRefused = []] = [values.filter(isPossible), refused?.filter(isPossible)];
    const impossible = [...values, ...(refused ?? [])].filter((each) => !isPossible(each));
    if (impossible.length === 0 || kept.length === 0) return { params, lacks: [] };
    return {
      params: {
        fields,
        values: kept,
        ...(keptRefused.length > 0 && { refused: keptRefused }),
        ...others,
      },
      lacks: [`${namesOf(fields)} cannot be ${inWords(impossible.map(textOf))}`],
    };
  },
  message({ fields, values, refused }, _, severity) {
    const accepted = inWords(values.map(textOf));
    if (severity === "error") return `${namesOf(fields)} must be ${accepted}`;
    const seen =
      refused === undefined
        ? ""
        : `; ${inWords(refused.map(textOf), "and")} ${refused.length > 1 ? "were" : "was"} refused`;
    return `${namesOf(fields)} may be rejected unless they are ${accepted}${seen}`;
  },
  valueMessage({ fields, refused }, severity) {
    const unknown =
      severity === "error"
        ? "is not allowed"
        : "is not among the combinations known to be accepted";
    const value = joined`combination`;
    const clause = ` for ${namesOf(fields)}`;
    if (refused === undefined) return { value, clause: `${clause} ${unknown}` };
    const finding = joined`${isListed(refused)} ? "was refused" : ${literal(unknown)}`;
    return { value, clause, finding };
  },
  view: ({ fields, values, ifGiven }, shape) => ({
    isGiven: givenCode(fields, values, ifGiven, shape) ?? false,
    values: list(
      fields.map((name) => valueCode(name, shape)),
      ", ",
    ),
    isAccepted: isListed(values),
  }),
  type: ({ fields, values, ifGiven = [] }) => ({
    clauses: [
      ...ifGiven.map((field) => [{ field, present: true }]),
      ...values.map((combination) => differs(fields, combination)),
    ],
    at: null,
  }),
  breaches: ({ fields, values, ifGiven = [] }) => [
    {
      edge: false,
      body: {
        all: [
          ...ifGiven.map((field) => ({ field, present: true })),
          { all: values.map((combination) => ({ any: differs(fields, combination) })) },
        ],
      },
    },
  ],
  uses: ["combinationOf", "violation"],
  today: false,
};

/** Reads `fields`. Throws a `TypeError` unless it lists two or more different names. */
function readFields(fields: unknown): readonly string[] {
  const fine =
    Array.isArray(fields) &&
    fields.length > 1 &&
    fields.every((field) => typeof field === "string" && field !== "") &&
    new Set(fields).size === fields.length;
  if (!fine) throw new TypeError("needs `fields`: two or more different fields");
  return fields;
}

/**
 * Reads combinations. Values must not contain a slash, because it separates them in messages and in
 * generated code.
 */
function readCombinations(
  combinations: unknown,
  member: string,
  { length }: readonly string[],
): readonly Combination[] {
  const isValue = (value: unknown): boolean =>
    typeof value === "string"
      ? !value.includes("/")
      : typeof value === "boolean" || Number.isFinite(value);
  const fine =
    Array.isArray(combinations) &&
    combinations.length > 0 &&
    combinations.every(
      (combination) =>
        Array.isArray(combination) && combination.length === length && combination.every(isValue),
    );
  if (!fine)
    throw new TypeError(
      `needs \`${member}\`: a list of lists, each with one value (a string without a slash) for each of the ${length} fields`,
    );
  return combinations;
}

/** A combination as in messages, with slashes between the values. */
const textOf = (combination: Combination): string => combination.join("/");
/** The fields' names, with slashes between them. */
const namesOf = (fields: readonly string[]): string => fields.join("/");

/** Messages about values that the fields cannot have. */
function lacksOf(
  combinations: readonly Combination[],
  fields: readonly string[],
  shape: Shape,
): readonly string[] {
  return fields.flatMap((field, index) => {
    const values = combinations.flatMap((combination) => combination[index] ?? []);
    return checkCondition({ field, is: [...new Set(values)] }, shape);
  });
}

/** One condition for each field. A body with a different combination meets at least one of them. */
function differs(fields: readonly string[], combination: Combination): readonly Condition[] {
  return fields.map((field, index) => ({ field, isNot: combination.slice(index, index + 1) }));
}

/**
 * Code for a condition that is cheap to test and true for all bodies that need the check. It lets
 * most bodies skip the check. Null if there is no such condition.
 */
function givenCode(
  fields: readonly string[],
  values: readonly Combination[],
  ifGiven: readonly string[] | undefined,
  shape: Shape,
): Code | null {
  const given = (names: readonly string[]): readonly Code[] =>
    names.map((name) => joined`${local(name)} !== undefined`);
  if (ifGiven !== undefined) return list(given(ifGiven), " && ");
  const assumed = fields.flatMap((name) => shape.field(name)?.default ?? []);
  const isFine =
    assumed.length === fields.length &&
    values.some((combination) => textOf(combination) === textOf(assumed));
  return isFine ? joined`(${list(given(fields), " || ")})` : null;
}

/** Code for `[value]`, or for `[value, possibleValues]` if the field's values are listed. */
function valueCode(name: string, shape: Shape): Code {
  const { type, default: assumed } = shape.field(name) as Field;
  const value = assumed === undefined ? local(name) : joined`${local(name)} ?? ${literal(assumed)}`;
  const possible = shape.values(type)?.map((each) => literal(each));
  return possible === undefined
    ? joined`[${value}]`
    : joined`[${value}, [${list(possible, ", ")}]]`;
}

/** Code that is true if the variable `combination` is one of these. */
function isListed(combinations: readonly Combination[]): Code {
  const texts = combinations.map((combination) => literal(textOf(combination)));
  return joined`[${list(texts, ", ")}].includes(combination)`;
}
