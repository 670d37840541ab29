import { literal, localDay } from "../code.js";
import { type Breach, FIELD, pathTo, type RuleKind, readText } from "./kind.js";

interface NotAfterToday {
  readonly field: string;
  /**
   * Number of days after today that only cause a warning. Clocks differ, and an account's time zone
   * may be ahead of UTC.
   */
  readonly grace: number;
}

/** A date that must not be in the future. */
export const notAfterToday: RuleKind<NotAfterToday> = {
  name: "not-after-today",
  when: "applies",
  parameters: {
    field: FIELD,
    grace: {
      type: "integer",
      minimum: 0,
      description: "Number of days after today for which the rule only warns.",
    },
  },
  optional: ["grace"],
  parse(entry) {
    const grace = entry.grace ?? 0;
    if (!Number.isInteger(grace) || (grace as number) < 0)
      throw new TypeError("needs `grace`: a whole number of days, 0 or more");
    return { field: readText(entry, "field"), grace: grace as number };
  },
  fields: ({ field }) => [field],
  days: ({ field }) => [field],
  check: () => [],
  message: ({ field }, _, severity) =>
    severity === "error"
      ? `${field} must not be after today (UTC)`
      : `a request with ${field} after today (UTC) may return no rows`,
  violation: (_, severity) =>
    severity === "error"
      ? "must not be after today (UTC)"
      : "is after today (UTC) and may return no rows",
  view: ({ field, grace }, shape) => ({
    day: localDay(field),
    path: pathTo(field, shape),
    hasGrace: grace > 0,
    grace: literal(grace),
  }),
  type: () => null,
  breaches({ field, grace }) {
    const ahead = { from: "today", to: { day: field } } as const;
    const edge: Breach = { edge: true, body: { ...ahead, min: 1, max: grace } };
    return [{ edge: false, body: { ...ahead, min: grace + 1 } }, ...(grace > 0 ? [edge] : [])];
  },
  uses: ["violation"],
  today: true,
};
