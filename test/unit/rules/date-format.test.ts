import { describe, expect, it } from "vitest";
import { lower } from "../../../generator/lower/lower.js";
import { importedValidatorOf } from "../../support/generated-code.js";
import { smallContract } from "../../support/small-contract.js";
import { ruleTest } from "./rule-test.js";

ruleTest("date-format", {
  rule: { field: "start_date" },
  fine: [
    {},
    { start_date: "2024-02-29" },
    { start_date: "2000-02-29" },
    { start_date: "0001-01-01" },
    { start_date: "9999-12-31" },
    // This rule does not check another field's days.
    { end_date: "2024-02-30" },
  ],
  wrong: [
    { start_date: "2024-02-30" },
    { start_date: "2023-02-29" },
    { start_date: "1900-02-29" },
    { start_date: "2024-00-01" },
    { start_date: "2024-13-01" },
    { start_date: "2024-01-00" },
    { start_date: "2024-01-32" },
    { start_date: "2024-04-31" },
  ],
  says: "must be a valid date (YYYY-MM-DD)",
  path: "/start_date",
  refuses: [
    [{}, "needs `field`: a string"],
    [{ field: "day" }, "the request has no field day"],
    [{ field: "columns" }, "columns is not a date (YYYY-MM-DD)"],
  ],
});

it.each([
  ["one of some days", { type: "string", enum: ["2024-01-01", "2024-02-30"] }, true],
  ["a text or nothing", { type: "string", nullable: true }, true],
  ["one of several types", { oneOf: [{ type: "string" }, { type: "integer" }] }, true],
  ["any value", {}, true],
  ["one of some words", { type: "string", enum: ["TODAY"] }, false],
  ["a number", { type: "integer" }, false],
])(
  "a date-format rule is kept for a field described as %s only if the field can contain a date",
  (_, schema, isDay) => {
    const rules = [{ id: "the-rule", kind: "date-format", field: "day" }];
    const { model } = lower(
      smallContract({ body: { type: "object", properties: { day: schema } }, rules }),
    );
    expect(model.flows.flatMap((flow) => flow.rules.map(({ id }) => id))).toEqual(
      isDay ? ["the-rule"] : [],
    );
  },
);

describe("the calendar", async () => {
  const body = {
    type: "object",
    properties: { day: { type: "string", pattern: "^(\\d{4})-(\\d{2})-(\\d{2})$" } },
  };
  const validate = await importedValidatorOf(
    smallContract({ body, rules: [{ id: "the-rule", kind: "date-format", field: "day" }] }),
  );
  const has = (day: string): boolean => validate({ day }).length === 0;
  const two = (number: number): string => String(number).padStart(2, "0");

  it("has February 29 only in leap years, for every year from 0 to 9999", () => {
    for (let year = 0; year <= 9999; year++) {
      const leap = new Date(0);
      leap.setUTCFullYear(year, 1, 29);
      const day = `${String(year).padStart(4, "0")}-02-29`;
      expect(has(day), day).toBe(leap.getUTCMonth() === 1);
    }
  });

  it.each([1900, 2000, 2023, 2024])("contains exactly the days of each month in %i", (year) => {
    for (let month = 0; month <= 19; month++) {
      for (let day = 0; day <= 39; day++) {
        const exists =
          month >= 1 &&
          month <= 12 &&
          day >= 1 &&
          day <= new Date(Date.UTC(year, month, 0)).getUTCDate();
        expect(has(`${year}-${two(month)}-${two(day)}`), `${year}-${two(month)}-${two(day)}`).toBe(
          exists,
        );
      }
    }
  });
});
