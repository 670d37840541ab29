import { localDay } from "../code.js";
import { FIRST_DAY, LAST_DAY, pathTo, type RuleKind, readText } from "./kind.js";

interface DateOrder {
  readonly start: string;
  readonly end: string;
}

/** A range must not end before it starts. A range can be a single day. */
export const dateOrder: RuleKind<DateOrder> = {
  name: "date-order",
  when: "applies",
  parameters: { start: FIRST_DAY, end: LAST_DAY },
  parse: (entry) => ({ start: readText(entry, "start"), end: readText(entry, "end") }),
  fields: ({ start, end }) => [start, end],
  days: ({ start, end }) => [start, end],
  check: () => [],
  message: ({ start, end }) => `${end} must not be before ${start}`,
  view: ({ start, end }, shape) => ({
    start: localDay(start),
    end: localDay(end),
    path: pathTo(end, shape),
  }),
  type: () => null,
  breaches: ({ start, end }) => [
    { edge: false, body: { from: { day: start }, to: { day: end }, max: -1 } },
  ],
  uses: ["violation"],
  today: false,
};
