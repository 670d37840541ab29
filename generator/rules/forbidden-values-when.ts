import { type Code, joined, list, literal, local } from "../text/code.js";
import { inWords } from "./condition.js";
import { text, texts } from "./entry.js";
import type { RuleKind } from "./kind.js";

interface ForbiddenValuesWhen {
  readonly field: string;
  readonly values: readonly string[];
  /** There where the field has one value, not a list of them. */
  readonly scalar?: true;
}

/** Values that a list may not hold, or a field not have, while the condition holds; each offender is named. */
export const forbiddenValuesWhen: RuleKind<ForbiddenValuesWhen> = {
  name: "forbidden-values-when",
  when: "applies",
  parse(entry, shape) {
    const field = text(entry, "field");
    const scalar = shape.field(field)?.type.kind !== "array";
    return { field, values: texts(entry, "values"), ...(scalar ? { scalar } : {}) };
  },
  fields: ({ field }) => [field],
  days: () => [],
  check({ field, values }, shape) {
    const type = shape.field(field)?.type;
    if (type === undefined) return [];
    const known = shape.values(type);
    if (type.kind !== "array" && known === null) return [`${field} is neither a list nor one of some values`];
    return known === null
      ? []
      : values
          .filter((value) => !known.includes(value))
          .map((value) => `${field} cannot ${type.kind === "array" ? "hold" : "be"} ${value}`);
  },
  message: ({ field, values, scalar }) => `${inWords(values)} is not allowed ${scalar ? "as" : "in"} ${field}`,
  view: ({ field, values, scalar }) => ({
    value: local(field),
    path: literal(scalar ? `/${field}` : `/${field}/`),
    offence: literal(` is not allowed ${scalar ? "as" : "in"} ${field}`),
    scalar: scalar === true,
    barred: oneOf(scalar ? local(field) : joined`item`, values, scalar === true),
  }),
  type: ({ field, values, scalar }) =>
    scalar
      ? { certain: [[{ field, is: values }]], at: field }
      : { certain: [[{ field, present: true }]], at: field, items: { values, says: `is not allowed in ${field}` } },
  breaches: ({ field, values, scalar }) => [{ edge: false, body: scalar ? { field, is: values } : { field, holds: values } }],
  uses: ["violation"],
  today: false,
};

/** "It is one of these" as code; in brackets where more conditions stand beside it. */
function oneOf(variable: Code, values: readonly string[], isBesideOthers: boolean): Code {
  const any = list(
    values.map((value) => joined`${variable} === ${literal(value)}`),
    " || ",
  );
  return isBesideOthers && values.length > 1 ? joined`(${any})` : any;
}
