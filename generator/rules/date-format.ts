import { local, localDay } from "../code.js";
import { FIELD, pathTo, type RuleKind, readText } from "./kind.js";

interface DateFormat {
  readonly field: string;
}

/** A field must be a calendar date. The schema's pattern alone would accept 2026-02-30. */
export const dateFormat: RuleKind<DateFormat> = {
  name: "date-format",
  when: "applies",
  parameters: { field: FIELD },
  parse: (entry) => ({ field: readText(entry, "field") }),
  fields: ({ field }) => [field],
  days: ({ field }) => [field],
  check: () => [],
  message: ({ field }) => `${field} must be a valid date (YYYY-MM-DD)`,
  view: ({ field }, shape) => ({
    value: local(field),
    day: localDay(field),
    path: pathTo(field, shape),
  }),
  type: () => null,
  breaches: ({ field }) => [{ edge: false, body: { field, noDay: true } }],
  uses: ["isDayShaped", "violation"],
  today: false,
};
