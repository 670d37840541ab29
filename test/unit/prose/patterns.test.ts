import { describe, expect, it } from "vitest";
import { patterns } from "../../../generator/prose/patterns.js";
import { judged, rulesIn, vocabulary } from "./read.js";

const hour = "{field:granularity,is:[HOUR]}";
const notHour = "{field:granularity,isNot:[HOUR]}";
const crate = "{field:level,is:[CRATE_ITEM]}";

describe("a sentence with a rule", () => {
  it.each<readonly [string, string | null, readonly string[]]>([
    // How far back, and how long.
    ["You can get data from up to 12 days before today.", null, ["max-lookback start_date 12 day"]],
    [
      "If granularity isn't HOUR, you can request data for up to 40 days before the current date and the maximum range is 2 years.",
      null,
      [
        `max-lookback start_date 40 day ${notHour}`,
        `max-range start_date end_date 2 year ${notHour}`,
      ],
    ],
    [
      "For hourly reports, data is available for up to 3 days back from today.",
      null,
      [`max-lookback start_date 3 day ${hour}`],
    ],
    [
      "For Crate Item level reports, the date range cannot exceed 9 days.",
      null,
      [`max-range start_date end_date 9 day ${crate}`],
    ],
    [
      "The max time range is 5 days when granularity is HOUR or DAY.",
      null,
      ["max-range start_date end_date 5 day {field:granularity,is:[DAY,HOUR]}"],
    ],
    [
      "If level is SHOP and granularity is HOUR, the maximum time range is 2 days.",
      null,
      [`max-range start_date end_date 2 day {field:level,is:[SHOP]} ${hour}`],
    ],
    [
      "Must not be more than 6 years before today.",
      "start_date",
      ["max-lookback start_date 6 year"],
    ],
    [
      "The start date can't be more than 1.5 years back from today.",
      null,
      ["max-lookback start_date 1.5 year"],
    ],
    [
      "Cannot be more than 11 days after the start date.",
      "end_date",
      ["max-range start_date end_date 11 day"],
    ],
    [
      "start_date and end_date must not be more than 31 days apart.",
      null,
      ["max-range start_date end_date 31 day"],
    ],
    [
      "A maximum of 2 years is permitted between the start and the end date.",
      "end_date",
      ["max-range start_date end_date 2 year"],
    ],
    [
      "A 3-day minimum date range is required.",
      "start_date",
      ["min-range start_date end_date 3 day"],
    ],
    ["The end date must be after 2020-02-29.", null, ["min-date end_date 2020-02-29"]],
    [
      "If the kind of split is FINE, start date must be after 2021-01-01.",
      null,
      ["min-date start_date 2021-01-01 {field:shop_split_kind,is:[FINE]}"],
    ],
    ["Format: YYYY-MM-DD", "start_date", ["date-format start_date"]],
    ["Format: YYYY-MM-DD", "nullable_date", ["date-format nullable_date"]],

    // What a field may not go with.
    [
      "When level is CRATE_ITEM, shelf_ids, clerk_ids and crate_ids are not supported.",
      null,
      ["shelf_ids", "clerk_ids", "crate_ids"].map((field) => `forbidden-when ${field} ${crate}`),
    ],
    [
      "The clerk_ids parameter is not permitted if level is set to SHOP.",
      null,
      ["forbidden-when clerk_ids {field:level,is:[SHOP]}"],
    ],
    [
      "clerk_ids cannot be used if level is not one of SHOP, SHELF.",
      null,
      ["forbidden-when clerk_ids {field:level,isNot:[SHOP,SHELF]}"],
    ],
    [
      "This field is no allowed for Crate Item level reports",
      "shelf_ids",
      [`forbidden-when shelf_ids ${crate}`],
    ],
    [
      "[This field is not available for hourly reports]",
      "shelf_ids",
      [`forbidden-when shelf_ids ${hour}`],
    ],
    ["Only permitted for hourly reports!", "start_hour", [`only-when start_hour ${hour}`]],
    ["Only valid when granularity is HOUR.", "start_hour", [`only-when start_hour ${hour}`]],
    [
      "Only supports crate_ids if level is CRATE_ITEM.",
      "crate_ids",
      [`only-when crate_ids ${crate}`],
    ],
    [
      "`start_hour` is only accepted when `granularity` is `HOUR`.",
      null,
      [`only-when start_hour ${hour}`],
    ],

    // What values a field may not have.
    [
      "Requires level to be a value ending with _SPLIT.",
      "split_types",
      ["requires-value split_types {field:level,is:[SHOP_SPLIT,SHELF_SPLIT]}"],
    ],
    [
      "Requires `level` to be SHELF or SHOP.",
      "clerk_ids",
      ["requires-value clerk_ids {field:level,is:[SHOP,SHELF]}"],
    ],
    [
      '["WEATHER", "AGE"] are only permitted at SHOP_SPLIT level.',
      "split_types",
      ["forbidden-values-when split_types [AGE,WEATHER] {field:level,isNot:[SHOP_SPLIT]}"],
    ],
    [
      "This must not contain AGE if level is SHELF_SPLIT.",
      "split_types",
      ["forbidden-values-when split_types [AGE] {field:level,is:[SHELF_SPLIT]}"],
    ],
    [
      "Shelf and clerk related columns are not permitted for Crate Item level reports.",
      "columns",
      [
        `forbidden-values-when columns [SHELF_ID,SHELF_NAME,SHELF_STATUS,CLERK_ID,CLERK_NAME] ${crate}`,
      ],
    ],
    [
      "If level is CRATE_ITEM, clerk_ids are not allowed. Columns related to shelf are not allowed either.",
      null,
      [`forbidden-values-when columns [SHELF_ID,SHELF_NAME,SHELF_STATUS] ${crate}`],
    ],

    // What must be there.
    [
      "A request must include either shelf_ids or both clerk_ids and crate_ids.",
      null,
      ["at-least-one-of [[shelf_ids],[clerk_ids,crate_ids]]"],
    ],
    [
      "At least one of shelf_ids, clerk_ids or crate_ids must be given.",
      null,
      ["at-least-one-of [[shelf_ids],[clerk_ids],[crate_ids]]"],
    ],
  ])("is read: %s", (text, self, rules) => {
    expect(rulesIn(text, self)).toEqual(rules);
  });

  it("is tested for every kind of rule", () => {
    const kinds = new Set(patterns.map(({ kind }) => kind));
    expect([...kinds].sort()).toEqual([
      "at-least-one-of",
      "date-format",
      "date-order",
      "forbidden-values-when",
      "forbidden-when",
      "max-lookback",
      "max-range",
      "min-date",
      "min-range",
      "no-data-when",
      "not-after-today",
      "number-order",
      "only-when",
      "requires-present",
      "requires-value",
    ]);
  });
});

describe("an unclear sentence", () => {
  it.each<readonly [string, string | null]>([
    // Nearly a pattern.
    ["You can get data from up to 12 hours before today.", null],
    ["You can get data from up to 0 days before today.", null],
    ["You cannot get data from up to 12 days before today.", null],
    ["You can get data from up to twelve days before today.", null],
    ["If granularity is MINUTE, you can get data from up to 12 days before today.", null],
    ["If grain is HOUR, you can get data from up to 12 days before today.", null],
    ["If granularity is HOUR and DAY, the maximum time range is 2 days.", null],
    ["Unless granularity is HOUR, the maximum time range is 2 days.", null],
    ["The minimum time range is 2 days.", null],
    ["Cannot be more than 11 days after the end date.", "end_date"],
    ["Cannot be more than 11 days back from today.", "shelf_ids"],
    ["The end date must be after 2021-02-30.", null],
    ["The end date must be on or after 2021-02-28.", null],
    ["Format: DD-MM-YYYY", "start_date"],
    ["YYYY-MM-DD", "start_date"],
    ["When level is CRATE_ITEM, level and clerk_ids are not supported.", null],
    ["When level is CRATE_ITEM, shelf_idz are not supported.", null],
    ["This field is allowed for Crate Item level reports", "shelf_ids"],
    ["This field is not allowed for Crate Item level reports", null],
    ["Used with hourly reports", "start_hour"],
    ["Requires `level` to be a value not ending in _SPLIT.", "split_types"],
    ["Requires `level` to be a value ending in _PARTS.", "split_types"],
    ["Requires split_types to be AGE.", "split_types"],
    [
      "Shelf and except clerk related columns are not permitted for Crate Item level reports.",
      "columns",
    ],
    ["Shelf and crane related columns are not permitted for Crate Item level reports.", "columns"],
    ["Columns related to shelf are not allowed either.", null],
    ["This must not contain SUNSHINE if level is SHELF_SPLIT.", "split_types"],
    ["A request must include either shelf_ids and clerk_ids.", null],
    ["A request must include either shelf_ids or both shelf_ids and crate_ids.", null],

    // Nothing like a pattern, and yet it may bind.
    ["Must not be a Sunday.", "start_date"],
    ["Please mind your clerk_ids.", "shelf_ids"],
    ["Goes with SHOP_SPLIT.", "split_types"],
    ["Max is 51.", "shelf_ids"],
    ["Takes 5 to 10 values.", "shelf_ids"],
    ["Accepted numbers lie in 3-9.", "window"],
    ["Refused for shops.", "shelf_ids"],
    ["HOUR - only for shops", "granularity"],
    ["Endless words ".repeat(200), "shelf_ids"],
  ])("is flagged: %s", (text, self) => {
    expect(judged(text, self).label).toBe("unknown");
  });

  it.each<readonly [string, string | null, string]>([
    ["You can get data from up to 12 hours before today.", null, "hours"],
    [
      "You can get data from up to 12 days before today, with a maximum time range of 2 Fortnights.",
      null,
      "Fortnights",
    ],
    ["Must not be more than 6 months before today.", "start_date", "months"],
    ["Cannot be more than 3 quarters past start_date.", "end_date", "quarters"],
    ["A 3 week minimum time window is required.", null, "week"],
  ])("is flagged if its unit is unknown: %s", (text, self, unit) => {
    expect(judged(text, self)).toMatchObject({
      label: "unknown",
      remark: `a sentence states a requirement, but its unit is unknown: ${unit}; known units are days and years`,
    });
  });

  it("is flagged with the nearest pattern", () => {
    const verdict = judged("When level is CRATE_ITEM, shelf_idz are not supported.");
    expect(verdict.label === "unknown" && verdict.unresolved?.kind).toBe("forbidden-when");
  });
});

describe("a sentence without a rule", () => {
  it.each<readonly [string, string | null, string]>([
    ["Numbers of the shelves to look at.", "shelf_ids", "informational"],
    ["AGE splits by age.", "split_types", "informational"],
    ["Format: YYYY-MM-DD", "stated_date", "schema-implied"],
    ["Max is 50.", "shelf_ids", "schema-implied"],
    ["If not given, defaults to 30 days.", "window", "schema-implied"],
    ["Where to look, default is all.", "place_types", "schema-implied"],
    ["Default is 7.", "clerk_ids", "informational"],
    ["This feature is in beta and not available to all users.", "clerk_ids", "server-side"],
    ["This field no longer exists in shops, as it were.", "clerk_ids", "unknown"],
  ])("is classified by the reason: %s", (text, self, label) => {
    expect(judged(text, self).label).toBe(label);
  });

  it("gets a note if prose and schema contradict each other", () => {
    const other = judged("Default is 7.", "window");
    expect(other).toEqual({
      label: "informational",
      remark: "the default of window is 7 in the prose, but 30 in the schema",
    });
    const gloss = judged("YEAR - counted by the year", "granularity");
    expect(gloss).toEqual({
      label: "informational",
      remark: "the prose explains YEAR, which is not a valid value for granularity",
    });
    const dead = judged("This cannot have ALL if level is not SHOP.", "split_types");
    expect(dead).toEqual({
      label: "rule",
      drafts: [],
      remark: "split_types has no value ALL, so there is nothing to forbid",
    });
    const empty = judged(
      "The HOUR enum no longer provides data for conversion metrics.",
      "granularity",
    );
    expect(empty).toEqual({
      label: "rule",
      drafts: [],
      remark: "columns has no conversion metrics, so the rule would never apply",
    });
  });
});

describe("a vocabulary", () => {
  it("contains the possible values of each field", () => {
    expect(vocabulary.fields.get("split_types")).toMatchObject({
      values: ["AGE", "CITY", "WEATHER"],
      isList: true,
    });
    expect(vocabulary.fields.get("shop_split_kind")).toMatchObject({
      synonym: "kind of split",
      isList: false,
    });
  });
});
