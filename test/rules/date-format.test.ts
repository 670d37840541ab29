import { expect, it } from "vitest";
import { lower } from "../../generator/lower/lower.js";
import { smallContract } from "../pipeline/small-contract.js";
import { ruleTest } from "./rule-test.js";

ruleTest("date-format", {
  rule: { field: "start_date" },
  fine: [
    {},
    { start_date: "2024-02-29" },
    { start_date: "2000-02-29" },
    { start_date: "0001-01-01" },
    { start_date: "9999-12-31" },
    // Another field's days are not this rule's.
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
  says: "start_date must be a day of the calendar, as YYYY-MM-DD",
  path: "/start_date",
  refuses: [
    [{}, "needs `field`: a text"],
    [{ field: "day" }, "the request has no field day"],
    [{ field: "columns" }, "columns is not a text"],
  ],
});

it.each([
  ["one of some days", { type: "string", enum: ["2024-01-01"] }, true],
  ["a text or nothing", { type: "string", nullable: true }, true],
  ["one of several types", { oneOf: [{ type: "string" }, { type: "integer" }] }, true],
  ["any value", {}, true],
  ["one of some words", { type: "string", enum: ["TODAY"] }, false],
  ["a number", { type: "integer" }, false],
])("a day may be %s", (_, schema, isDay) => {
  const rules = [{ id: "the-rule", kind: "date-format", field: "day" }];
  const { model } = lower(smallContract({ body: { type: "object", properties: { day: schema } }, rules }));
  expect(model.flows.flatMap((flow) => flow.rules.map(({ id }) => id))).toEqual(isDay ? ["the-rule"] : []);
});
