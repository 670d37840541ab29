import { describe, expect, it } from "vitest";
import type { Draft } from "../../../generator/prose/draft.js";
import { nameRule } from "../../../generator/rules/name.js";

const is = (field: string, ...values: readonly string[]) => ({ field, is: values });
const isNot = (field: string, ...values: readonly string[]) => ({ field, isNot: values });

describe("the name of a rule", () => {
  it.each<readonly [string, Draft]>([
    ["max-lookback", { kind: "max-lookback", when: [], params: { field: "start_date" } }],
    [
      "max-lookback-not-hour",
      {
        kind: "max-lookback",
        when: [isNot("granularity", "HOUR")],
        params: { field: "start_date" },
      },
    ],
    [
      "max-range-hour-shop",
      { kind: "max-range", when: [is("granularity", "HOUR"), is("level", "SHOP")], params: {} },
    ],
    [
      "min-date-fine-kind",
      { kind: "min-date", when: [is("kind", "FINE_KIND")], params: { field: "start_date" } },
    ],
    ["date-format-start-date", { kind: "date-format", when: [], params: { field: "start_date" } }],
    [
      "forbidden-when-shelf-ids-shop",
      { kind: "forbidden-when", when: [is("level", "SHOP")], params: { field: "shelf_ids" } },
    ],
    [
      "forbidden-values-when-columns-shop",
      {
        kind: "forbidden-values-when",
        when: [is("level", "SHOP")],
        params: { field: "columns", values: ["A", "B"] },
      },
    ],
    [
      "forbidden-values-when-split-types-age-not-shop",
      {
        kind: "forbidden-values-when",
        when: [isNot("level", "SHOP")],
        params: { field: "split_types", values: ["AGE"] },
      },
    ],
    [
      "only-when-start-hour-hour",
      { kind: "only-when", when: [is("granularity", "HOUR")], params: { field: "start_hour" } },
    ],
    [
      "requires-value-split-types",
      {
        kind: "requires-value",
        when: [],
        params: { field: "split_types", requires: is("level", "SHOP") },
      },
    ],
    ["at-least-one-of", { kind: "at-least-one-of", when: [], params: { groups: [["a"], ["b"]] } }],
  ])("is %s", (name, draft) => {
    expect(nameRule(draft)).toBe(name);
  });
});
