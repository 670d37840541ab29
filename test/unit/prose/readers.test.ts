// The rules that the groups of a pattern make, and when they make none.
import { describe, expect, it } from "vitest";
import type { Draft } from "../../../generator/prose/draft.js";
import {
  anyOfRule,
  dateFormat,
  eitherOrRule,
  entityColumns,
  entityColumnsEither,
  forbiddenRules,
  groupWithoutData,
  lookbackOf,
  minDate,
  minRange,
  onlyWhenRules,
  ownForbidden,
  ownForbiddenValues,
  ownOnly,
  ownWithoutData,
  rangeAfter,
  requiresSuffix,
  requiresValue,
  valuesOnlyAtLevel,
  windowRules,
} from "../../../generator/prose/readers.js";
import {
  type Groups,
  type ReadContext,
  readContextOf,
  type Vocabulary,
  wordedAs,
} from "../../../generator/prose/vocabulary.js";
import { inLines, sentenceOf, vocabulary } from "./read.js";

type Reader = (groups: Groups, context: ReadContext) => unknown;

const text = (name: string, schema = {}) => ({
  name,
  where: "body",
  schema: { type: "string", ...schema },
});
const without = (...names: readonly string[]): Vocabulary => ({
  fields: new Map([...vocabulary.fields].filter(([name]) => !names.includes(name))),
});
const isDraft = (one: unknown): one is Draft =>
  typeof one === "object" && one !== null && "params" in one;

/** What a reader returns: rules as lines, or what is missing or unknown. */
function read(
  reader: Reader,
  groups: Groups,
  self: string | null = null,
  words: Vocabulary = vocabulary,
  sentence = "A name.",
): unknown {
  const result = reader(groups, readContextOf(sentenceOf(sentence, self), words));
  if (Array.isArray(result)) return inLines(result.filter(isDraft));
  return result !== null && typeof result === "object" ? Object.keys(result)[0] : result;
}

const IF_SHOP = { condField: "level", condOp: "is", condValues: "SHOP" };
const IS_SHOP = "{field:level,is:[SHOP]}";
/** A condition that names no field. */
const IF_UNKNOWN = { condField: "mood", condOp: "is", condValues: "SHOP" };

describe("a limit on dates", () => {
  const BACK = { back: "5", backUnit: "days" };
  const SPAN = { span: "2", spanUnit: "Years" };

  it("goes back, is long, or both", () => {
    const back = "max-lookback start_date 5 day";
    const span = "max-range start_date end_date 2 year";
    expect(read(windowRules, BACK)).toEqual([back]);
    expect(read(windowRules, SPAN)).toEqual([span]);
    expect(read(windowRules, { ...BACK, ...SPAN })).toEqual([back, span]);
    expect(read(windowRules, {})).toEqual([]);
    expect(read(windowRules, { ...BACK, ...IF_SHOP })).toEqual([`${back} ${IS_SHOP}`]);
    expect(read(windowRules, { back: "5", backUnit: "Day" })).toEqual([back]);
  });

  it("is not read in other units, without both dates, or without an amount", () => {
    expect(read(windowRules, { back: "5", backUnit: "weeks" })).toBe("unknown");
    expect(read(windowRules, { ...BACK, span: "5", spanUnit: "months" })).toBe("unknown");
    expect(read(windowRules, BACK, null, without("start_date"))).toBe(null);
    expect(read(windowRules, BACK, null, without("end_date"))).toBe(null);
    expect(read(windowRules, { ...BACK, ...IF_UNKNOWN })).toBe(null);
    expect(read(windowRules, { back: "0", backUnit: "days" })).toBe(null);
    expect(read(windowRules, { ...BACK, span: "0", spanUnit: "days" })).toBe(null);
    expect(read(windowRules, { ...SPAN, back: "0", backUnit: "days" })).toBe(null);
    expect(read(windowRules, { ...BACK, back: "x" })).toBe(null);
  });

  it("goes back from today for its subject or the described field", () => {
    expect(read(lookbackOf, BACK, "end_date")).toEqual(["max-lookback end_date 5 day"]);
    expect(read(lookbackOf, { ...BACK, subject: "start date" }, "end_date")).toEqual([
      "max-lookback start_date 5 day",
    ]);
    expect(read(lookbackOf, { ...BACK, subject: "it" }, "end_date")).toEqual([
      "max-lookback end_date 5 day",
    ]);
    expect(read(lookbackOf, BACK)).toBe(null);
    expect(read(lookbackOf, BACK, "window")).toBe(null);
    expect(read(lookbackOf, { ...BACK, subject: "mood" }, "end_date")).toBe(null);
    expect(read(lookbackOf, { ...BACK, ...IF_UNKNOWN }, "end_date")).toBe(null);
    expect(read(lookbackOf, { back: "0", backUnit: "days" }, "end_date")).toBe(null);
    expect(read(lookbackOf, { back: "5", backUnit: "hours" }, "end_date")).toBe("unknown");
  });

  it.each([
    ["date", true],
    ["sale_date", true],
    ["update", false],
    ["date_of_sale", false],
  ])("needs a field whose name says that it is a date: %s", (name, isDate) => {
    const rules = read(
      lookbackOf,
      { back: "1", backUnit: "day" },
      name,
      wordedAs([text(name)], {}),
    );
    expect(rules).toEqual(isDate ? [`max-lookback ${name} 1 day`] : null);
  });

  it("counts from another date", () => {
    const groups = { ...SPAN, field: "start_date" };
    expect(read(rangeAfter, groups, "end_date")).toEqual(["max-range start_date end_date 2 year"]);
    expect(read(rangeAfter, { ...groups, subject: "stated date" }, "end_date")).toEqual([
      "max-range start_date stated_date 2 year",
    ]);
    expect(read(rangeAfter, groups)).toBe(null);
    expect(read(rangeAfter, groups, "window")).toBe(null);
    expect(read(rangeAfter, groups, "start_date")).toBe(null);
    expect(read(rangeAfter, { ...groups, field: "window" }, "end_date")).toBe(null);
    expect(read(rangeAfter, { ...groups, field: "mood" }, "end_date")).toBe(null);
    expect(read(rangeAfter, SPAN, "end_date")).toBe(null);
    expect(read(rangeAfter, { ...groups, ...IF_UNKNOWN }, "end_date")).toBe(null);
    expect(read(rangeAfter, { ...groups, span: "0" }, "end_date")).toBe(null);
    expect(read(rangeAfter, { ...groups, spanUnit: "weeks" }, "end_date")).toBe("unknown");
  });

  it("can be a minimum", () => {
    const groups = { minimum: "5", minimumUnit: "days" };
    expect(read(minRange, groups)).toEqual(["min-range start_date end_date 5 day"]);
    expect(read(minRange, groups, null, without("start_date"))).toBe(null);
    expect(read(minRange, groups, null, without("end_date"))).toBe(null);
    expect(read(minRange, { ...groups, ...IF_UNKNOWN })).toBe(null);
    expect(read(minRange, { ...groups, minimum: "0" })).toBe(null);
    expect(read(minRange, { ...groups, minimumUnit: "weeks" })).toBe("unknown");
  });

  it("can be a day after which a date must be", () => {
    const groups = { field: "start_date", date: "2020-01-31" };
    expect(read(minDate, groups)).toEqual(["min-date start_date 2020-01-31"]);
    expect(read(minDate, { ...groups, field: "this" }, "end_date")).toEqual([
      "min-date end_date 2020-01-31",
    ]);
    expect(read(minDate, { ...groups, field: "window" })).toBe(null);
    expect(read(minDate, { ...groups, date: "2020-02-31" })).toBe(null);
    expect(read(minDate, { ...groups, ...IF_UNKNOWN })).toBe(null);
    expect(read(minDate, { field: "start_date" })).toBe(null);
    expect(read(minDate, { date: "2020-01-31" })).toBe(null);
  });
});

describe("a date's format", () => {
  it("is a rule unless the schema states it or contradicts it", () => {
    expect(read(dateFormat, {}, "start_date")).toEqual(["date-format start_date"]);
    expect(read(dateFormat, {}, "stated_date")).toEqual([]);
    expect(read(dateFormat, {})).toBe(null);
    expect(read(dateFormat, {}, "shelf_ids")).toBe(null);
    const words = wordedAs(
      [
        { name: "whole", where: "body", schema: { type: "integer" } },
        { name: "instant", where: "body", schema: { type: "string", format: "date-time" } },
        { name: "untyped", where: "body", schema: {} },
      ],
      {},
    );
    const messageOf = (self: string): unknown =>
      dateFormat({}, readContextOf(sentenceOf("A name.", self), words));
    expect(messageOf("whole")).toEqual({
      missing: "whole is a date in the prose, but the schema says integer",
    });
    expect(messageOf("instant")).toEqual({
      missing: "instant is a date in the prose, but the schema says date-time",
    });
    expect(read(dateFormat, {}, "untyped", words)).toEqual(["date-format untyped"]);
  });
});

describe("a ban", () => {
  it("is a rule for each field that it names", () => {
    expect(read(forbiddenRules, { fields: "shelf_ids and clerk ids", ...IF_SHOP })).toEqual([
      `forbidden-when shelf_ids ${IS_SHOP}`,
      `forbidden-when clerk_ids ${IS_SHOP}`,
    ]);
    expect(read(forbiddenRules, { fields: "shelf_ids and moods", ...IF_SHOP })).toBe(null);
    expect(read(forbiddenRules, { fields: "SHOP", ...IF_SHOP }, "level")).toBe(null);
    expect(read(forbiddenRules, { fields: "this", ...IF_SHOP }, "shelf_ids")).toBe(null);
    expect(read(forbiddenRules, IF_SHOP)).toBe(null);
    expect(read(forbiddenRules, { fields: "shelf_ids", ...IF_UNKNOWN })).toBe(null);
  });

  it("does not name a field that is a value of the described field", () => {
    const words = wordedAs(
      [text("mood"), text("level", { enum: ["SHOP"] }), text("kind", { enum: ["mood", "x"] })],
      {},
    );
    expect(read(forbiddenRules, { fields: "mood", ...IF_SHOP }, "kind", words)).toBe(null);
    expect(read(forbiddenRules, { fields: "mood", ...IF_SHOP }, "level", words)).toEqual([
      `forbidden-when mood ${IS_SHOP}`,
    ]);
  });

  it("is about the described field if it names none", () => {
    expect(read(ownForbidden, IF_SHOP, "shelf_ids")).toEqual([
      `forbidden-when shelf_ids ${IS_SHOP}`,
    ]);
    expect(read(ownForbidden, IF_SHOP)).toBe(null);
    expect(read(ownForbidden, IF_UNKNOWN, "shelf_ids")).toBe(null);
    expect(read(ownOnly, IF_SHOP, "shelf_ids")).toEqual([`only-when shelf_ids ${IS_SHOP}`]);
    expect(read(ownOnly, IF_SHOP)).toBe(null);
    expect(read(ownOnly, IF_UNKNOWN, "shelf_ids")).toBe(null);
  });

  it("can hold unless a condition does", () => {
    expect(read(onlyWhenRules, { fields: "shelf_ids or clerk_ids", ...IF_SHOP })).toEqual([
      `only-when shelf_ids ${IS_SHOP}`,
      `only-when clerk_ids ${IS_SHOP}`,
    ]);
    expect(read(onlyWhenRules, { field: "this", ...IF_SHOP }, "shelf_ids")).toEqual([
      `only-when shelf_ids ${IS_SHOP}`,
    ]);
    expect(read(onlyWhenRules, IF_SHOP)).toBe(null);
    expect(read(onlyWhenRules, { field: "shelf_ids", ...IF_UNKNOWN })).toBe(null);
  });

  it("can be about columns of an entity", () => {
    const shelf = `forbidden-values-when columns [SHELF_ID,SHELF_NAME,SHELF_STATUS] ${IS_SHOP}`;
    expect(read(entityColumns, { entities: "shelf", ...IF_SHOP }, "columns")).toEqual([shelf]);
    expect(read(entityColumns, { entities: "shelf ad", ...IF_SHOP }, "columns")).toEqual([
      `forbidden-values-when columns [SHELF_AD_ID] ${IS_SHOP}`,
    ]);
    expect(read(entityColumns, { entities: "shelf and mood", ...IF_SHOP }, "columns")).toBe(null);
    expect(read(entityColumns, { entities: "shelf", ...IF_SHOP }, "level")).toBe(null);
    expect(read(entityColumns, { entities: "shelf", ...IF_SHOP })).toBe(null);
    expect(read(entityColumns, { entities: "shelf", ...IF_UNKNOWN }, "columns")).toBe(null);
    expect(read(entityColumns, IF_SHOP, "columns")).toBe(null);
    const either = (before: string, words = vocabulary): unknown =>
      read(
        entityColumnsEither,
        { entities: "shelf" },
        null,
        words,
        `${before}Columns of it are not.`,
      );
    expect(either("If level is SHOP, `window` is not allowed. ")).toEqual([shelf]);
    expect(either("")).toBe(null);
    expect(either("Names. ")).toBe(null);
    expect(either("If level is SHOP, `window` is not allowed. ", without("columns"))).toBe(null);
  });

  it("can be about values", () => {
    const age = `forbidden-values-when split_types [AGE] ${IS_SHOP}`;
    expect(read(ownForbiddenValues, { values: "AGE", ...IF_SHOP }, "split_types")).toEqual([age]);
    expect(read(ownForbiddenValues, { values: "HOUR", ...IF_SHOP }, "split_types")).toBe("missing");
    expect(read(ownForbiddenValues, { values: "AGE and HOUR", ...IF_SHOP }, "split_types")).toBe(
      null,
    );
    expect(read(ownForbiddenValues, { values: "HOUR and MOOD", ...IF_SHOP }, "split_types")).toBe(
      null,
    );
    expect(read(ownForbiddenValues, { values: "AGE", ...IF_SHOP })).toBe(null);
    expect(read(ownForbiddenValues, { values: "AGE", ...IF_UNKNOWN }, "split_types")).toBe(null);
    const context = readContextOf(sentenceOf("A name.", "split_types"), vocabulary);
    expect(ownForbiddenValues({ values: "HOUR, DAY", ...IF_SHOP }, context)).toEqual({
      missing: "split_types has no value HOUR, DAY, so there is nothing to forbid",
    });
    expect(read(valuesOnlyAtLevel, { values: "AGE", levelWord: "SHOP" }, "split_types")).toEqual([
      "forbidden-values-when split_types [AGE] {field:level,isNot:[SHOP]}",
    ]);
    expect(read(valuesOnlyAtLevel, { values: "AGE", levelWord: "MOOD" }, "split_types")).toBe(null);
    expect(read(valuesOnlyAtLevel, { values: "AGE" }, "split_types")).toBe(null);
  });
});

describe("a requirement", () => {
  it("can be about values of another field", () => {
    const split = "requires-value shelf_ids {field:level,is:[SHOP_SPLIT,SHELF_SPLIT]}";
    expect(read(requiresSuffix, { field: "level", suffix: "_SPLIT" }, "shelf_ids")).toEqual([
      split,
    ]);
    expect(read(requiresSuffix, { field: "level", suffix: "_X" }, "shelf_ids")).toBe(null);
    expect(read(requiresSuffix, { field: "mood", suffix: "_SPLIT" }, "shelf_ids")).toBe(null);
    expect(read(requiresSuffix, { field: "level", suffix: "_SPLIT" }, "level")).toBe(null);
    expect(read(requiresSuffix, { field: "level", suffix: "_SPLIT" })).toBe(null);
    expect(read(requiresSuffix, { suffix: "_SPLIT" }, "shelf_ids")).toBe(null);
    expect(read(requiresValue, { field: "level", values: "SHOP or SHELF" }, "shelf_ids")).toEqual([
      "requires-value shelf_ids {field:level,is:[SHOP,SHELF]}",
    ]);
    expect(read(requiresValue, { field: "level", values: "MOOD" }, "shelf_ids")).toBe(null);
    expect(read(requiresValue, { field: "mood", values: "SHOP" }, "shelf_ids")).toBe(null);
    expect(read(requiresValue, { field: "level" }, "shelf_ids")).toBe(null);
    expect(read(requiresValue, { values: "SHOP" }, "shelf_ids")).toBe(null);
    expect(read(requiresValue, { field: "level", values: "SHOP" }, "level")).toBe(null);
    expect(read(requiresValue, { field: "level", values: "SHOP" })).toBe(null);
  });

  it("can be about at least one of several fields", () => {
    expect(read(anyOfRule, { any: "shelf_ids, clerk_ids or crate_ids" })).toEqual([
      "at-least-one-of [[shelf_ids],[clerk_ids],[crate_ids]]",
    ]);
    expect(read(anyOfRule, { any: "shelf_ids" })).toBe(null);
    expect(read(anyOfRule, { any: "shelf_ids or moods" })).toBe(null);
    expect(read(anyOfRule, { any: "shelf_ids or shelf_ids" })).toBe(null);
    expect(read(anyOfRule, {})).toBe(null);
    expect(
      read(eitherOrRule, { first: "shelf_ids, window", second: "clerk_ids and crate_ids" }),
    ).toEqual(["at-least-one-of [[shelf_ids],[window],[clerk_ids,crate_ids]]"]);
    expect(read(eitherOrRule, { first: "shelf_ids and window", second: "clerk_ids" })).toEqual([
      "at-least-one-of [[shelf_ids,window],[clerk_ids]]",
    ]);
    expect(read(eitherOrRule, { first: "shelf_ids, window and level", second: "clerk_ids" })).toBe(
      null,
    );
    expect(read(eitherOrRule, { first: "shelf_ids", second: "clerk_ids, level" })).toBe(null);
    expect(read(eitherOrRule, { first: "level", second: "shelf_ids, window and clerk_ids" })).toBe(
      null,
    );
  });
});

describe("a statement about missing data", () => {
  const metrics = wordedAs(
    [
      text("granularity", { enum: ["HOUR", "DAY"] }),
      text("kinds"),
      { name: "kinds", where: "body", schema: { type: "array", items: { enum: ["HOUR"] } } },
      {
        name: "columns",
        where: "body",
        schema: { type: "array", items: { enum: ["SPEND", "TOTAL_CONVERSIONS"] } },
      },
    ],
    {},
  );

  it("is about conversion metrics of a value", () => {
    expect(read(groupWithoutData, { value: "HOUR" }, "granularity", metrics)).toEqual([
      "no-data-when columns [conversion metrics] {field:granularity,is:[HOUR]}",
    ]);
    expect(read(groupWithoutData, { value: "HOUR", owner: "granularity" }, null, metrics)).toEqual([
      "no-data-when columns [conversion metrics] {field:granularity,is:[HOUR]}",
    ]);
    expect(read(groupWithoutData, { value: "HOUR" }, null, metrics)).toBe(null);
    expect(read(groupWithoutData, { value: "MOOD" }, "granularity", metrics)).toBe(null);
    expect(read(groupWithoutData, {}, "granularity", metrics)).toBe(null);
    expect(read(groupWithoutData, { value: "HOUR" }, "kinds", metrics)).toBe(null);
    expect(read(groupWithoutData, { value: "HOUR" }, "granularity", without("columns"))).toBe(
      "elsewhere",
    );
    expect(read(groupWithoutData, { value: "HOUR" }, "granularity")).toBe("missing");
  });

  it("is about a whole field", () => {
    expect(read(ownWithoutData, {}, "window")).toEqual(["no-data-when window"]);
    expect(read(ownWithoutData, { owner: "window" }, "level")).toEqual(["no-data-when window"]);
    expect(read(ownWithoutData, { owner: "mood" }, "level")).toBe(null);
    expect(read(ownWithoutData, {})).toBe(null);
  });
});
