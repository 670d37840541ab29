import { describe, expect, it } from "vitest";
import { compareModels } from "../../../generator/diff/compare.js";
import { FORMATS } from "../../../generator/diff/report.js";
import type { JsonObject } from "../../../generator/parse/json.js";
import { type Edits, edited, text, values } from "./made-up.js";

const printed = (old: Edits, now: Edits, format = "text"): string =>
  FORMATS[format]?.(
    compareModels({ name: "1", model: edited(old) }, { name: "2", model: edited(now) }),
  ) ?? "";

const many = (last: string): JsonObject => values("A", "B", "C", "D", "E", "F", last);
const fields = (amount: number): Edits => ({
  body: Object.fromEntries(
    Array.from({ length: amount }, (_, index) => [`mood_${index + 1}`, text]),
  ),
});

describe("a change that occurs in several places", () => {
  it("is printed once", () => {
    const [nullable, not] = [true, false].map(
      (is): Edits => ({
        body: { one: { ...text, nullable: is }, other: { ...text, nullable: is } },
      }),
    );
    expect(printed(nullable as Edits, not as Edits)).toContain(
      "\n    one, other: can no longer be null\n",
    );
  });

  it("is printed separately for each place if the full lists differ, even if they look the same when shortened", () => {
    const here: Edits = { body: { one: many("G"), other: many("G"), third: many("H") } };
    expect(printed({}, here)).toContain(
      "\n    one, other: new: A, B, C or 4 more, optional\n    third: new: A, B, C or 4 more, optional\n",
    );
    const there: Edits = { body: { one: values("X"), other: values("X"), third: values("X") } };
    const both: Edits = {
      body: Object.fromEntries(
        Object.entries(here.body ?? {}).map(([name, all]) => [
          name,
          { ...all, enum: ["X", ...((all?.enum ?? []) as string[])] },
        ]),
      ),
    };
    expect(printed(there, both)).toContain(
      "\n    one, other: 7 new values: A, B, C and 4 more\n    third: 7 new values: A, B, C and 4 more\n",
    );
  });

  it("is printed once for removed items, whatever their types", () => {
    expect(printed({ body: { one: text, other: { type: "integer" } } }, {})).toContain(
      "\n    one, other: removed\n",
    );
  });

  it("names only the first three places if there are many", () => {
    expect(printed({}, fields(6))).toContain(
      "\n    mood_1, mood_2, mood_3, mood_4, mood_5, mood_6: new: a string, optional\n",
    );
    expect(printed({}, fields(7))).toContain(
      "\n    mood_1, mood_2, mood_3 and 4 more: new: a string, optional\n",
    );
    expect(printed({}, fields(7), "markdown")).toContain(
      "\n  - `mood_1`, `mood_2`, `mood_3` and 4 more: new: a string, optional\n",
    );
  });
});

it("JSON output contains every place where a change occurs, and the full lists", () => {
  expect(JSON.parse(printed({}, fields(7), "json")).changes).toHaveLength(7);
  const [change] = JSON.parse(printed({}, { body: { one: many("G") } }, "json")).changes;
  expect(change.new).toEqual({ required: false, type: "A, B, C, D, E, F or G" });
  const [other] = JSON.parse(
    printed({ body: { one: { type: "integer" } } }, { body: { one: many("G") } }, "json"),
  ).changes;
  expect(other).toMatchObject({
    old: "an integer",
    new: "A, B, C, D, E, F or G",
    text: "now A, B, C or 4 more, was an integer",
  });
});
