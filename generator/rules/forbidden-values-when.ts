import { joined, list, literal, local } from "../text/code.js";
import { inWords } from "./condition.js";
import { text, texts } from "./entry.js";
import type { RuleKind } from "./kind.js";

interface ForbiddenValuesWhen {
  readonly field: string;
  readonly values: readonly string[];
}

/** Values that a list may not hold while the condition holds; each offender is named. */
export const forbiddenValuesWhen: RuleKind<ForbiddenValuesWhen> = {
  name: "forbidden-values-when",
  when: "applies",
  parse: (entry) => ({ field: text(entry, "field"), values: texts(entry, "values") }),
  fields: ({ field }) => [field],
  days: () => [],
  check({ field, values }, shape) {
    const type = shape.field(field)?.type;
    if (type?.kind !== "array") return [`${field} is not a list`];
    const known = shape.values(type);
    return known === null ? [] : values.filter((value) => !known.includes(value)).map((value) => `${field} cannot hold ${value}`);
  },
  message: ({ field, values }) => `${inWords(values)} is not allowed in ${field}`,
  view: ({ field, values }) => ({
    value: local(field),
    path: literal(`/${field}/`),
    offence: literal(` is not allowed in ${field}`),
    barred: list(
      values.map((value) => joined`item === ${literal(value)}`),
      " || ",
    ),
  }),
  type: ({ field, values }) => ({
    certain: [[{ field, present: true }]],
    at: field,
    items: { values, says: `is not allowed in ${field}` },
  }),
  breaches: ({ field, values }) => [{ edge: false, body: { field, holds: values } }],
  uses: ["violation"],
  today: false,
};
