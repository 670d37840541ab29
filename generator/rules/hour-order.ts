import { local, localDay } from "../code.js";
import type { Field } from "../model/model.js";
import { jsTypeOf } from "./condition.js";
import { FIELD, FIRST_DAY, LAST_DAY, pathTo, type RuleKind, readText } from "./kind.js";

interface HourOrder {
  readonly start: string;
  readonly end: string;
  readonly startHour: string;
  readonly endHour: string;
}

/**
 * On the same day, the last hour must not be before the first. Equal hours mean one hour or none,
 * depending on the interpretation, so they only cause a warning.
 */
export const hourOrder: RuleKind<HourOrder> = {
  name: "hour-order",
  when: "applies",
  parameters: {
    start: FIRST_DAY,
    end: LAST_DAY,
    startHour: { ...FIELD, description: "The field with the first hour." },
    endHour: { ...FIELD, description: "The field with the last hour." },
  },
  parse: (entry) => ({
    start: readText(entry, "start"),
    end: readText(entry, "end"),
    startHour: readText(entry, "startHour"),
    endHour: readText(entry, "endHour"),
  }),
  fields: ({ start, end, startHour, endHour }) => [start, end, startHour, endHour],
  days: ({ start, end }) => [start, end],
  // Hours that are strings cannot be compared.
  check: ({ startHour, endHour }, shape) =>
    [startHour, endHour].flatMap((name) =>
      [null, "number"].includes(jsTypeOf((shape.field(name) as Field).type))
        ? []
        : [`${name} is not a number`],
    ),
  message: ({ startHour, endHour }) => `${endHour} must not be before ${startHour} on the same day`,
  view: ({ start, end, startHour, endHour }, shape) => ({
    start: localDay(start),
    end: localDay(end),
    startHour: local(startHour),
    endHour: local(endHour),
    path: pathTo(endHour, shape),
  }),
  type: () => null,
  breaches({ start, end, startHour, endHour }) {
    const sameDay = { from: { day: start }, to: { day: end }, min: 0, max: 0 };
    const hours = { from: { number: startHour }, to: { number: endHour } };
    return [
      { edge: false, body: { all: [sameDay, { ...hours, max: -1 }] } },
      { edge: true, body: { all: [sameDay, { ...hours, min: 0, max: 0 }] } },
    ];
  },
  uses: ["violation"],
  today: false,
};
