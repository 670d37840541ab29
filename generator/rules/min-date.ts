import { dayNumber } from "../../runtime/validation/dates.js";
import { literal, localDay } from "../code.js";
import { FIELD, pathTo, type RuleKind, readText } from "./kind.js";

interface MinDate {
  readonly field: string;
  readonly after: string;
}

/**
 * A field must be after a fixed day. "After" may include that day, so the day itself only causes a
 * warning.
 */
export const minDate: RuleKind<MinDate> = {
  name: "min-date",
  when: "applies",
  parameters: {
    field: FIELD,
    after: {
      type: "string",
      format: "date",
      pattern: "^\\d{4}-\\d{2}-\\d{2}$",
      description: "The day before the first allowed day, in YYYY-MM-DD format.",
    },
  },
  parse(entry) {
    const after = readText(entry, "after");
    if (Number.isNaN(dayNumber(after)))
      throw new TypeError("needs `after`: a date in the format YYYY-MM-DD");
    return { field: readText(entry, "field"), after };
  },
  fields: ({ field }) => [field],
  days: ({ field }) => [field],
  check: () => [],
  message: ({ field, after }) => `${field} must be after ${after}`,
  view: ({ field, after }, shape) => ({
    day: localDay(field),
    path: pathTo(field, shape),
    after: literal(dayNumber(after)),
  }),
  type: () => null,
  breaches: ({ field, after }) => [
    { edge: false, body: { from: { date: after }, to: { day: field }, max: -1 } },
    { edge: true, body: { from: { date: after }, to: { day: field }, min: 0, max: 0 } },
  ],
  uses: ["violation"],
  today: false,
};
