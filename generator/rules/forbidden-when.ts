import type { Field } from "../model/model.js";
import { FIELD, givenAsCode, pathTo, type RuleKind, readText } from "./kind.js";

interface ForbiddenWhen {
  readonly field: string;
}

/** A field that is not allowed while the condition holds. */
export const forbiddenWhen: RuleKind<ForbiddenWhen> = {
  name: "forbidden-when",
  when: "applies",
  parameters: { field: FIELD },
  parse: (entry) => ({ field: readText(entry, "field") }),
  fields: ({ field }) => [field],
  days: () => [],
  check: ({ field }, shape) =>
    (shape.field(field) as Field).required ? [`${field} is required and cannot be forbidden`] : [],
  message: ({ field }, _, severity) =>
    `${field} ${severity === "error" ? "is not allowed" : "may be rejected"}`,
  view: ({ field }, shape) => ({ isGiven: givenAsCode(field, shape), path: pathTo(field, shape) }),
  type: ({ field }) => ({ clauses: [[{ field, present: true }]], at: field }),
  breaches: ({ field }) => [{ edge: false, body: { field, present: true } }],
  uses: ["violation"],
  today: false,
};
