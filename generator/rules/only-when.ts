import type { Field } from "../model/model.js";
import { FIELD, givenAsCode, pathTo, type RuleKind, readText } from "./kind.js";

interface OnlyWhen {
  readonly field: string;
}

/** A field that is allowed only while the condition holds. */
export const onlyWhen: RuleKind<OnlyWhen> = {
  name: "only-when",
  when: "allows",
  parameters: { field: FIELD },
  parse: (entry) => ({ field: readText(entry, "field") }),
  fields: ({ field }) => [field],
  days: () => [],
  check: ({ field }, shape) =>
    (shape.field(field) as Field).required ? [`${field} is required and cannot be forbidden`] : [],
  message: ({ field }) => `${field} is only allowed`,
  view: ({ field }, shape) => ({ isGiven: givenAsCode(field, shape), path: pathTo(field, shape) }),
  type: ({ field }) => ({ clauses: [[{ field, present: true }]], at: field }),
  breaches: ({ field }) => [{ edge: false, body: { field, present: true } }],
  uses: ["violation"],
  today: false,
};
