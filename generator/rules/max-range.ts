import { daysIn, type Span } from "../../runtime/validation/dates.js";
import { literal, localDay } from "../code.js";
import {
  FIRST_DAY,
  LAST_DAY,
  maxDistanceBreaches,
  pathTo,
  type RuleKind,
  readSpan,
  readText,
  SPAN,
  spanInWords,
} from "./kind.js";

interface MaxRange extends Span {
  readonly start: string;
  readonly end: string;
}

/** The maximum time between two dates. */
export const maxRange: RuleKind<MaxRange> = {
  name: "max-range",
  when: "applies",
  parameters: { start: FIRST_DAY, end: LAST_DAY, ...SPAN },
  parse: (entry) => ({
    start: readText(entry, "start"),
    end: readText(entry, "end"),
    ...readSpan(entry),
  }),
  fields: ({ start, end }) => [start, end],
  days: ({ start, end }) => [start, end],
  check: () => [],
  message: ({ start, end, ...limit }, _, severity) =>
    severity === "error"
      ? `${start} and ${end} must be at most ${spanInWords(limit)} apart`
      : `${start} and ${end} more than ${spanInWords(limit)} apart may be rejected`,
  violation: ({ start, ...limit }, severity) =>
    severity === "error"
      ? `must be at most ${spanInWords(limit)} after ${start}`
      : `may be rejected if more than ${spanInWords(limit)} after ${start}`,
  view: ({ start, end, ...limit }, shape) => ({
    start: localDay(start),
    end: localDay(end),
    path: pathTo(end, shape),
    warnAt: literal(daysIn(limit).min),
    limit: literal(daysIn(limit).max),
  }),
  type: () => null,
  breaches: ({ start, end, ...limit }) =>
    maxDistanceBreaches({ from: { day: start }, to: { day: end } }, daysIn(limit)),
  uses: ["boundaryViolation"],
  today: false,
};
