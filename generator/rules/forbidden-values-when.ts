import { type Code, isShortEnough, joined, list, literal, local } from "../code.js";
import type { Field, Severity, Type } from "../model/model.js";
import { inWords } from "./condition.js";
import {
  FIELD,
  isList,
  pathTo,
  type RuleKind,
  readText,
  readTexts,
  type Shape,
  VALUES,
} from "./kind.js";

interface ForbiddenValuesWhen {
  readonly field: string;
  readonly values: readonly string[];
  /** Set if the field has a single value, not a list. */
  readonly scalar?: true;
}

/** The values that are not possible for the type. Empty if any value is. */
function valuesNotIn(values: readonly string[], type: Type, shape: Shape): readonly string[] {
  const known = shape.values(type);
  return known === null ? [] : values.filter((value) => !known.includes(value));
}

/**
 * Values that are not allowed while the condition holds. Each forbidden value in the list or field
 * is reported.
 */
export const forbiddenValuesWhen: RuleKind<ForbiddenValuesWhen> = {
  name: "forbidden-values-when",
  when: "applies",
  parameters: {
    field: FIELD,
    values: { ...VALUES, description: "The values that are not allowed." },
  },
  parse(entry, shape) {
    const field = readText(entry, "field");
    const scalar = !isList(shape.field(field)?.type);
    return { field, values: readTexts(entry, "values"), ...(scalar ? { scalar } : {}) };
  },
  fields: ({ field }) => [field],
  days: () => [],
  check({ field, values }, shape) {
    const { type } = shape.field(field) as Field;
    if (!isList(type) && shape.values(type) === null)
      return [`${field} is neither a list nor an enum`];
    return valuesNotIn(values, type, shape).map(
      (value) => `${field} cannot ${isList(type) ? "contain" : "be"} ${value}`,
    );
  },
  narrow(params, shape) {
    const { field, values } = params;
    const type = shape.field(field)?.type;
    const lacks = type === undefined ? [] : valuesNotIn(values, type, shape);
    if (lacks.length === 0 || lacks.length === values.length) return { params, lacks: [] };
    return {
      params: { ...params, values: values.filter((value) => !lacks.includes(value)) },
      lacks: lacks.map((value) => `${field} cannot ${isList(type) ? "contain" : "be"} ${value}`),
    };
  },
  message: ({ field, values, scalar }, _, severity) =>
    `${inWords(values)} ${clauseOf(severity)} ${scalar ? "as" : "in"} ${field}`,
  valueMessage: ({ field, scalar }, severity) => ({
    value: scalar ? local(field) : joined`item`,
    clause: ` ${clauseOf(severity)}`,
  }),
  view: ({ field, values, scalar }, shape) => ({
    value: local(field),
    lengthGuard: isShortEnough(local(field), shape.field(field)?.limits.maxItems) ?? false,
    path: pathTo(field, shape, scalar ? "" : "/"),
    scalar: scalar === true,
    isForbidden: oneOf(scalar ? local(field) : joined`item`, values, scalar === true),
  }),
  type: ({ field, values, scalar }) =>
    scalar
      ? { clauses: [[{ field, is: values }]], at: field }
      : {
          clauses: [[{ field, present: true }]],
          at: field,
          items: { values, message: `is not allowed in ${field}` },
        },
  breaches: ({ field, values, scalar }) => [
    { edge: false, body: scalar ? { field, is: values } : { field, holds: values } },
  ],
  uses: ["violation"],
  today: false,
};

/** Code for "the variable is one of these values", in parentheses if `isBesideOthers` is true. */
function oneOf(variable: Code, values: readonly string[], isBesideOthers: boolean): Code {
  const any = list(
    values.map((value) => joined`${variable} === ${literal(value)}`),
    " || ",
  );
  return isBesideOthers && values.length > 1 ? joined`(${any})` : any;
}

/** What a message says about a value. For a warning, this is what may happen. */
function clauseOf(severity: Severity): string {
  return severity === "error" ? "is not allowed" : "may be rejected";
}
