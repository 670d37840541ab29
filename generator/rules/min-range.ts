import { daysIn, type Span } from "../../runtime/validation/dates.js";
import { literal, localDay } from "../code.js";
import {
  FIRST_DAY,
  LAST_DAY,
  pathTo,
  type RuleKind,
  readSpan,
  readText,
  SPAN,
  spanInWords,
} from "./kind.js";

interface MinRange extends Span {
  readonly start: string;
  readonly end: string;
}

/**
 * The minimum time between two dates. "7 days" may or may not include both ends, so a range of 7
 * days that includes both ends only causes a warning.
 */
export const minRange: RuleKind<MinRange> = {
  name: "min-range",
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
  message: ({ start, end, ...limit }) =>
    `${start} to ${end} must span at least ${spanInWords(limit)}`,
  violation: ({ start, ...limit }) => `must span at least ${spanInWords(limit)} from ${start}`,
  view: ({ start, end, ...limit }, shape) => ({
    start: localDay(start),
    end: localDay(end),
    path: pathTo(end, shape),
    minDays: literal(daysIn(limit).min),
  }),
  type: () => null,
  breaches({ start, end, ...limit }) {
    const apart = { from: { day: start }, to: { day: end } };
    const edge = Math.ceil(daysIn(limit).min) - 1;
    return [
      { edge: false, body: { ...apart, max: edge - 1 } },
      { edge: true, body: { ...apart, min: edge, max: edge } },
    ];
  },
  uses: ["violation"],
  today: false,
};
