import { expect, it } from "vitest";
import { lower } from "../../../generator/lower/lower.js";
import type { JsonObject } from "../../../generator/parse/json.js";
import { smallContract } from "../../support/small-contract.js";

const RULES = [
  { id: "max-range", kind: "max-range", start: "from", end: "to", amount: 30, unit: "day" },
  { id: "date-order", kind: "date-order", start: "from", end: "to" },
  { id: "max-lookback", kind: "max-lookback", field: "from", amount: 90, unit: "day" },
  { id: "not-after-today", kind: "not-after-today", field: "to" },
];

/**
 * How many of the rules are listed for days with this schema, and how many notices there are about
 * the others.
 */
function listed(day: JsonObject) {
  const body = { type: "object", properties: { from: day, to: day } };
  const { model, notices } = lower(smallContract({ body, rules: RULES }));
  return {
    rules: model.flows[0]?.rules.length,
    said: notices.filter(({ what }) => what.startsWith("a rule is not enforced")).length,
  };
}

const text = (more: JsonObject): JsonObject => ({ type: "string", ...more });

it.each<readonly [string, JsonObject, boolean]>([
  ["text", text({}), true],
  ["a date", text({ format: "date" }), true],
  ["a pattern of days", text({ pattern: "^\\d{4}-\\d{2}-\\d{2}$" }), true],
  ["a pattern of days of this century", text({ pattern: "^20\\d\\d-" }), true],
  ["ten characters", text({ minLength: 10, maxLength: 10 }), true],
  ["a time", text({ format: "date-time" }), false],
  ["eight digits", text({ pattern: "^\\d{8}$" }), false],
  ["days as in Europe", text({ pattern: "^\\d{2}\\.\\d{2}\\.\\d{4}$" }), false],
  ["eight characters", text({ minLength: 8, maxLength: 8 }), false],
  ["more than a day has", text({ minLength: 20 }), false],
])(
  "rules about days are listed for %s only if they can be violated, and reported if they are lost",
  (_, day, fires) => {
    expect(listed(day)).toEqual(fires ? { rules: 4, said: 0 } : { rules: 0, said: 4 });
  },
);
