import { daysIn, type Span } from "../../runtime/validation/dates.js";
import { literal, localDay } from "../code.js";
import {
  FIELD,
  maxDistanceBreaches,
  pathTo,
  type RuleKind,
  readSpan,
  readText,
  SPAN,
  spanInWords,
} from "./kind.js";

interface MaxLookback extends Span {
  readonly field: string;
}

/** The maximum age of a date, counted from today in UTC. */
export const maxLookback: RuleKind<MaxLookback> = {
  name: "max-lookback",
  when: "applies",
  parameters: { field: FIELD, ...SPAN },
  parse: (entry) => ({ field: readText(entry, "field"), ...readSpan(entry) }),
  fields: ({ field }) => [field],
  days: ({ field }) => [field],
  check: () => [],
  message: ({ field, ...limit }, _, severity) =>
    severity === "error"
      ? `${field} must be at most ${spanInWords(limit)} before today (UTC)`
      : `${field} more than ${spanInWords(limit)} before today (UTC) may be rejected`,
  violation: (limit, severity) =>
    severity === "error"
      ? `must be at most ${spanInWords(limit)} before today (UTC)`
      : `may be rejected if more than ${spanInWords(limit)} before today (UTC)`,
  view: ({ field, ...limit }, shape) => ({
    day: localDay(field),
    path: pathTo(field, shape),
    warnAt: literal(daysIn(limit).min),
    limit: literal(daysIn(limit).max),
  }),
  type: () => null,
  breaches: ({ field, ...limit }) =>
    maxDistanceBreaches({ from: { day: field }, to: "today" }, daysIn(limit)),
  uses: ["boundaryViolation"],
  today: true,
};
