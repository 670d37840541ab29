import { absentAsCode, FIELD, pathTo, type RuleKind, readText } from "./kind.js";

interface RequiresPresent {
  readonly field: string;
}

/** A field that is required while the condition holds. */
export const requiresPresent: RuleKind<RequiresPresent> = {
  name: "requires-present",
  when: "applies",
  parameters: { field: FIELD },
  parse: (entry) => ({ field: readText(entry, "field") }),
  fields: ({ field }) => [field],
  days: () => [],
  check: () => [],
  implied: ({ field }, shape) => shape.field(field)?.required === true,
  message: ({ field }, _, severity) =>
    severity === "error" ? `${field} is required` : `without ${field}, the response may be useless`,
  violation: (_, severity) =>
    severity === "error" ? "is required" : "is missing: the response may be useless",
  view: ({ field }, shape) => ({
    isAbsent: absentAsCode(field, shape),
    path: pathTo(field, shape),
  }),
  type: ({ field }) => ({ clauses: [[{ field, present: false }]], at: field }),
  breaches: ({ field }) => [{ edge: false, body: { field, present: false } }],
  uses: ["violation"],
  today: false,
};
