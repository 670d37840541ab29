import { describe, expect, it } from "vitest";
import { largestStep } from "../../../generator/diff/change.js";
import { type ComparedModel, compareModels } from "../../../generator/diff/compare.js";
import { FORMATS } from "../../../generator/diff/report.js";
import { lower } from "../../../generator/lower/lower.js";
import type { Model } from "../../../generator/model/model.js";
import type { JsonObject } from "../../../generator/parse/json.js";
import type { Problem } from "../../../generator/problem.js";
import type { ColumnValue } from "../../../runtime/validation/column-kinds.js";
import {
  contractOf,
  documentOf,
  type Edits,
  edited,
  grainRule,
  list,
  modelOf,
  offers,
  text,
  values,
} from "./made-up.js";

type Said = readonly [step: string, place: string, text: string];

const base = edited();

function said(old: Model, now: Model): readonly Said[] {
  return compareModels({ name: "1", model: old }, { name: "2", model: now }).changes.map(
    ({ step, path: place, text }) => [step, place, text],
  );
}

const rule = (changed: JsonObject): JsonObject => ({ ...grainRule, ...changed });
const animals = (changed: JsonObject): Edits => ({ look: changed });
/** The same call as a POST, because a GET has no body. */
const posted = (changed: JsonObject): Edits => ({
  look: changed,
  paths: ({ "/accounts/{account_id}/animals": item = null, ...others }) => ({
    ...others,
    "/accounts/{account_id}/animals": { post: (item as JsonObject).get ?? null },
  }),
});
const wanted = (properties: JsonObject, changed: JsonObject = {}): JsonObject => ({
  ...{
    required: true,
    content: {
      "application/json": {
        schema: { type: "object", required: ["name"], properties: { name: text, ...properties } },
      },
    },
  },
  ...changed,
});
const nested = (properties: JsonObject, required: readonly string[] = ["by"]): JsonObject => ({
  type: "object",
  required,
  properties,
});

// Each case is compared in both directions: from the base to the edit, and back.
describe.each<readonly [name: string, edits: Edits, there: readonly Said[], back: readonly Said[]]>(
  [
    [
      "a field that may be left out",
      { body: { mood: text } },
      [["minor", "mood", "new: a string, optional"]],
      [["major", "mood", "removed"]],
    ],
    [
      "a field that must be given",
      {
        body: { mood: list(values("GOOD", "BAD")) },
        required: ["start_date", "end_date", "columns", "mood"],
      },
      [["major", "mood", "new: a list of GOOD or BAD, required"]],
      [["major", "mood", "removed"]],
    ],
    [
      "a field that must be given now",
      { required: ["start_date", "end_date", "columns", "grain"] },
      [["major", "grain", "now required"]],
      [["minor", "grain", "now optional"]],
    ],
    [
      "that a text is a day of the calendar",
      { body: { start_date: { ...text, format: "date" } } },
      [["major", "start_date", "now a calendar date (YYYY-MM-DD)"]],
      [["minor", "start_date", "no longer a calendar date (YYYY-MM-DD)"]],
    ],
    [
      "values",
      { body: { grain: { ...values("DAY", "WEEK", "HOUR", "MONTH"), default: "DAY" } } },
      [["minor", "grain", "1 new value: MONTH"]],
      [["major", "grain", "1 value removed: MONTH"]],
    ],
    [
      "columns",
      {
        body: {
          columns: list(
            values("SPEND", ...[1, 2, 3, 4, 5, 6, 7].map((number) => `SAVES_${number}`)),
          ),
        },
      },
      [
        ["major", "columns", "1 column removed: CLICKS"],
        ["minor", "columns", "7 new columns: SAVES_1, SAVES_2, SAVES_3 and 4 more"],
      ],
      [
        ["major", "columns", "7 columns removed: SAVES_1, SAVES_2, SAVES_3 and 4 more"],
        ["minor", "columns", "1 new column: CLICKS"],
      ],
    ],
    [
      "a pattern that takes more texts",
      { body: { ids: list({ ...text, pattern: "^[0-9a-f]+$" }, { minItems: 1, maxItems: 100 }) } },
      [["minor", "ids[]", "matches ^[0-9a-f]+$, was ^\\d+$"]],
      [["major", "ids[]", "matches ^\\d+$, was ^[0-9a-f]+$"]],
    ],
    [
      "a pattern that is the name of a format",
      { body: { ids: list({ ...text, pattern: "date" }, { minItems: 1, maxItems: 100 }) } },
      [["major", "ids[]", "matches date, was ^\\d+$"]],
      [["major", "ids[]", "matches ^\\d+$, was date"]],
    ],
    [
      "a pattern that is the name of a method of every object",
      { body: { ids: list({ ...text, pattern: "constructor" }, { minItems: 1, maxItems: 100 }) } },
      [["major", "ids[]", "matches constructor, was ^\\d+$"]],
      [["major", "ids[]", "matches ^\\d+$, was constructor"]],
    ],
    [
      "limits of a list and of its items",
      { body: { ids: list({ ...text, maxLength: 1 }, { minItems: 1, maxItems: 500 }) } },
      [
        ["minor", "ids[]", "no longer matches ^\\d+$"],
        ["major", "ids[]", "now at most 1 character"],
        ["minor", "ids", "at most 500 items, was 100"],
      ],
      [
        ["major", "ids[]", "now matches ^\\d+$"],
        ["minor", "ids[]", "no longer at most 1 character"],
        ["major", "ids", "at most 100 items, was 500"],
      ],
    ],
    [
      "limits of a number",
      { body: { size: { type: "integer", minimum: 2, maximum: 100 } } },
      [
        ["major", "size", "at least 2, was 1"],
        ["minor", "size", "at most 100, was 50"],
      ],
      [
        ["minor", "size", "at least 1, was 2"],
        ["major", "size", "at most 50, was 100"],
      ],
    ],
    [
      "a limit that says nothing",
      {
        body: {
          ids: list({ ...text, pattern: "^\\d+$", minLength: 0 }, { minItems: 1, maxItems: 100 }),
        },
      },
      [],
      [],
    ],
    [
      "a default",
      { body: { grain: { ...values("HOUR", "DAY", "WEEK"), default: "WEEK" } } },
      [["major", "grain", "default WEEK, was DAY"]],
      [["major", "grain", "default DAY, was WEEK"]],
    ],
    [
      "a default that is not told",
      { body: { grain: values("HOUR", "DAY", "WEEK") } },
      [["patch", "grain", "default no longer documented, was DAY"]],
      [["patch", "grain", "default DAY now documented"]],
    ],
    [
      "a wider type",
      { body: { size: { type: "number", minimum: 1, maximum: 50 } } },
      [["minor", "size", "now a number, was an integer"]],
      [["major", "size", "now an integer, was a number"]],
    ],
    [
      "another type",
      { body: { size: { type: "boolean" } } },
      [
        ["major", "size", "now a boolean, was an integer"],
        ["minor", "size", "no longer at least 1"],
        ["minor", "size", "no longer at most 50"],
      ],
      [
        ["major", "size", "now an integer, was a boolean"],
        ["major", "size", "now at least 1"],
        ["major", "size", "now at most 50"],
      ],
    ],
    [
      "a list where there was one",
      { body: { size: list({ type: "integer" }, { maxItems: 2 }) } },
      [["major", "size", "now a list of integers, was an integer"]],
      [["major", "size", "now an integer, was a list of integers"]],
    ],
    [
      "null",
      { body: { size: { type: "integer", minimum: 1, maximum: 50, nullable: true } } },
      [["minor", "size", "may now be null"]],
      [["major", "size", "can no longer be null"]],
    ],
    [
      "a field within a field",
      {
        body: {
          filter: nested({ by: values("NAME", "AGE", "SIZE"), than: { type: "number" }, or: text }),
        },
      },
      [
        ["minor", "filter.by", "1 new value: SIZE"],
        ["minor", "filter.or", "new: a string, optional"],
      ],
      [
        ["major", "filter.by", "1 value removed: SIZE"],
        ["major", "filter.or", "removed"],
      ],
    ],
    [
      "one of several forms",
      {
        body: {
          filter: {
            oneOf: [nested({ by: values("NAME", "AGE"), than: { type: "number" } }), text],
          },
        },
      },
      [["minor", "filter", "1 new variant: a string"]],
      [["major", "filter", "1 variant removed: a string"]],
    ],
    [
      "other limits of a number",
      { body: { size: { type: "integer", minimum: 1, exclusiveMaximum: 50, multipleOf: 5 } } },
      [
        ["minor", "size", "no longer at most 50"],
        ["major", "size", "now below 50"],
        ["major", "size", "now a multiple of 5"],
      ],
      [
        ["major", "size", "now at most 50"],
        ["minor", "size", "no longer below 50"],
        ["minor", "size", "no longer a multiple of 5"],
      ],
    ],
    [
      "a number of fields",
      {
        body: {
          filter: {
            ...nested({ by: values("NAME", "AGE"), than: { type: "number" } }),
            maxProperties: 1,
          },
        },
      },
      [["major", "filter", "at most 1 field, was any number"]],
      [["minor", "filter", "any number of fields, was at most 1"]],
    ],
    [
      "items that must differ",
      {
        body: {
          ids: list(
            { ...text, pattern: "^\\d+$" },
            { minItems: 1, maxItems: 100, uniqueItems: true },
          ),
        },
      },
      [["major", "ids", "now without duplicate items"]],
      [["minor", "ids", "no longer without duplicate items"]],
    ],
    [
      "a limit that a value of the type cannot break",
      {
        body: {
          ids: list(
            { ...text, pattern: "^\\d+$", minItems: 100, minimum: 3 },
            { minItems: 1, maxItems: 100, maxLength: 4 },
          ),
        },
      },
      [],
      [],
    ],
    [
      "a limit beside values",
      {
        body: {
          grain: {
            ...values("HOUR", "DAY", "WEEK"),
            default: "DAY",
            maxLength: 50,
            maxItems: 3,
            pattern: "^[A-Z]+$",
          },
        },
      },
      [],
      [],
    ],
    [
      "a limit beside an object",
      {
        body: {
          filter: {
            ...nested({ by: values("NAME", "AGE"), than: { type: "number" } }),
            maxItems: 3,
            maxLength: 9,
            minimum: 1,
          },
        },
      },
      [],
      [],
    ],
    [
      "fields with other names",
      {
        body: {
          filter: {
            ...nested({ by: values("NAME", "AGE"), than: { type: "number" } }),
            additionalProperties: text,
          },
        },
      },
      [["minor", "filter.*", "additional fields are now allowed"]],
      [["major", "filter.*", "additional fields are no longer allowed"]],
    ],
    [
      "what an answer may hold",
      { item: { age: null, name: { ...text, maxLength: 9 } }, itemRequired: ["id", "kind"] },
      [
        ["minor", "response.items[].kind", "now always present"],
        ["minor", "response.items[].name", "new: a string, optional"],
        ["major", "response.items[].age", "removed"],
      ],
      [
        ["major", "response.items[].kind", "may now be missing"],
        ["minor", "response.items[].age", "new: an integer, optional"],
        ["major", "response.items[].name", "removed"],
      ],
    ],
    [
      "values, null and limits of an answer",
      {
        item: {
          id: { ...text, nullable: true, maxLength: 18 },
          kind: values("CAT", "COW"),
          age: { type: "number" },
        },
      },
      [
        ["major", "response.items[].id", "may now be null"],
        ["patch", "response.items[].id", "now at most 18 characters"],
        ["minor", "response.items[].kind", "1 value removed: DOG"],
        ["minor", "response.items[].kind", "1 new value: COW"],
        ["major", "response.items[].age", "now a number, was an integer"],
      ],
      [
        ["minor", "response.items[].id", "no longer null"],
        ["patch", "response.items[].id", "no longer at most 18 characters"],
        ["minor", "response.items[].kind", "1 value removed: COW"],
        ["minor", "response.items[].kind", "1 new value: DOG"],
        ["minor", "response.items[].age", "now an integer, was a number"],
      ],
    ],
    [
      "names for texts of an answer",
      { item: { kind: text } },
      [["minor", "response.items[].kind", "now a string, was CAT or DOG"]],
      [["minor", "response.items[].kind", "now CAT or DOG, was a string"]],
    ],
    [
      "a status",
      { poll: { report_status: values("BUSY", "READY", "BROKEN", "LOST") } },
      [["minor", "poll.response.report_status", "1 new value: LOST"]],
      [["minor", "poll.response.report_status", "1 value removed: LOST"]],
    ],
    [
      "who is let in, and where it is",
      animals({ security: [{ login: ["pets:read"] }], "x-sandbox": "disabled" }),
      [
        ["minor", "", "no longer needs animals:read"],
        ["major", "", "now needs pets:read"],
        ["patch", "", "sandbox disabled, was not documented"],
      ],
      [
        ["minor", "", "no longer needs pets:read"],
        ["major", "", "now needs animals:read"],
        ["patch", "", "sandbox not documented, was disabled"],
      ],
    ],
    [
      "another way in",
      animals({ security: [{ login: ["animals:read"] }, { app: ["animals:read"] }] }),
      [["minor", "", "also accepts the app's own token"]],
      [["major", "", "no longer accepts the app's own token"]],
    ],
    [
      "another grant of one scheme",
      animals({ security: [{ both: ["animals:read"] }] }),
      [["minor", "", "also accepts the app's own token"]],
      [["major", "", "no longer accepts the app's own token"]],
    ],
    [
      "another way in, with another scope",
      animals({ security: [{ login: ["animals:read", "pets:read"] }, { app: ["pets:read"] }] }),
      [
        ["major", "", "now needs pets:read with a user's token"],
        ["minor", "", "also accepts the app's own token"],
      ],
      [
        ["minor", "", "no longer needs pets:read with a user's token"],
        ["major", "", "no longer accepts the app's own token"],
      ],
    ],
    [
      "an open call",
      animals({ security: [{}] }),
      [["minor", "", "also accepts no credentials"]],
      [["major", "", "now accepts a user's token instead of no credentials"]],
    ],
    [
      "another name for a way in",
      animals({ security: [{ other_name: ["animals:read"] }] }),
      [],
      [],
    ],
    [
      "an address",
      {
        paths: ({ "/accounts/{account_id}/animals": item = null, ...others }) => ({
          ...others,
          "/accounts/{account_id}/pets": item,
        }),
      },
      [["patch", "", "GET /accounts/{account_id}/pets, was GET /accounts/{account_id}/animals"]],
      [["patch", "", "GET /accounts/{account_id}/animals, was GET /accounts/{account_id}/pets"]],
    ],
    [
      "our words",
      { docs: { mood: "Always unset.", size: "How large.", "filter.by": "What counts." } },
      [["patch", "", "2 comments reworded"]],
      [["patch", "", "2 comments reworded"]],
    ],
    [
      "a longer span",
      { rules: [rule({ amount: 7 })] },
      [["minor", "max-range-hour", `rule looser: ${spans(7)}; was: ${spans(3)}`]],
      [["major", "max-range-hour", `rule stricter: ${spans(3)}; was: ${spans(7)}`]],
    ],
    [
      "a span that readings differ on",
      { rules: [rule({ amount: 0.01, unit: "year" })] },
      [["minor", "max-range-hour", `rule looser: ${spans(0.01, "year")}; was: ${spans(3)}`]],
      [["major", "max-range-hour", `rule stricter: ${spans(3)}; was: ${spans(0.01, "year")}`]],
    ],
    [
      "a rule",
      {
        rules: [
          grainRule,
          {
            id: "only-when-size",
            kind: "only-when",
            field: "size",
            when: [{ field: "grain", is: ["DAY"] }],
          },
        ],
      },
      [["major", "only-when-size", "new rule: size is only allowed when grain is DAY"]],
      [["minor", "only-when-size", "rule removed: size is only allowed when grain is DAY"]],
    ],
    [
      "a rule about what is new itself",
      {
        body: { mood: text, columns: list(values("SPEND", "CLICKS", "SAVES")) },
        rules: [
          grainRule,
          {
            id: "only-when-mood",
            kind: "only-when",
            field: "mood",
            when: [{ field: "grain", is: ["DAY"] }],
          },
          {
            id: "no-saves",
            kind: "forbidden-values-when",
            field: "columns",
            values: ["SAVES"],
            when: [{ field: "grain", is: ["HOUR"] }],
          },
        ],
      },
      [
        ["minor", "columns", "1 new column: SAVES"],
        ["minor", "mood", "new: a string, optional"],
        ["patch", "only-when-mood", "new rule: mood is only allowed when grain is DAY"],
        ["patch", "no-saves", "new rule: SAVES is not allowed in columns when grain is HOUR"],
      ],
      [
        ["major", "columns", "1 column removed: SAVES"],
        ["major", "mood", "removed"],
        ["patch", "only-when-mood", "rule removed: mood is only allowed when grain is DAY"],
        ["patch", "no-saves", "rule removed: SAVES is not allowed in columns when grain is HOUR"],
      ],
    ],
    [
      "a rule that warns only",
      { rules: [rule({ severity: "warning" })] },
      [
        [
          "minor",
          "max-range-hour",
          `rule looser: start_date and end_date more than 3 days apart may be rejected when grain is HOUR (warns only); was: ${spans(3)}`,
        ],
      ],
      [
        [
          "major",
          "max-range-hour",
          `rule stricter: ${spans(3)}; was: start_date and end_date more than 3 days apart may be rejected when grain is HOUR (warns only)`,
        ],
      ],
    ],
    [
      "a rule for more bodies",
      {
        rules: [rule({ when: [{ field: "grain", is: ["HOUR", "WEEK"] }] })],
      },
      [
        [
          "major",
          "max-range-hour",
          `rule stricter: ${spans(3, "day", "HOUR or WEEK")}; was: ${spans(3)}`,
        ],
      ],
      [
        [
          "minor",
          "max-range-hour",
          `rule looser: ${spans(3)}; was: ${spans(3, "day", "HOUR or WEEK")}`,
        ],
      ],
    ],
    [
      "a rule that follows from another",
      { rules: [grainRule, rule({ id: "max-range", amount: 2, when: [] })] },
      [["major", "max-range", `new rule: ${spans(2, "day", null)}`]],
      [["minor", "max-range", `rule removed: ${spans(2, "day", null)}`]],
    ],
    [
      "a rule that covers others, which are not listed then",
      {
        rules: [
          grainRule,
          rule({ id: "max-range-week", when: [{ field: "grain", is: ["WEEK"] }] }),
          rule({ id: "max-range", when: [] }),
        ],
      },
      [["major", "max-range", `rule stricter: ${spans(3, "day", null)}; was: ${spans(3)}`]],
      [["minor", "max-range-hour", `rule looser: ${spans(3)}; was: ${spans(3, "day", null)}`]],
    ],
  ],
)("%s", (_, edits, there, back) => {
  it("is reported as expected", () => {
    expect(said(base, edited(edits))).toEqual(there);
  });

  it("is reported as the reverse change if the two sides are swapped", () => {
    expect(said(edited(edits), base)).toEqual(back);
  });
});

function spans(amount: number, unit = "day", grain: string | null = "HOUR"): string {
  const when = grain === null ? "" : ` when grain is ${grain}`;
  return `start_date and end_date must be at most ${amount} ${unit}${amount === 1 ? "" : "s"} apart${when}`;
}

describe("rules", () => {
  const both = edited({ rules: [rule({ id: "max-range", when: [] })] });
  const cut = edited({
    rules: [
      grainRule,
      rule({ id: "max-range-not-hour", when: [{ field: "grain", isNot: ["HOUR"] }] }),
    ],
  });

  it("are equivalent to a date format if they require a calendar day", () => {
    const dated = {
      id: "date-format-start-date",
      kind: "date-format",
      when: [],
      field: "start_date",
    };
    const [byRule, byFormat] = [
      edited({ rules: [grainRule, dated] }),
      edited({ body: { start_date: { ...text, format: "date" } } }),
    ];
    expect([said(byRule, byFormat), said(byFormat, byRule)]).toEqual([[], []]);
    expect(said(edited(), byRule)).toEqual([
      ["major", "date-format-start-date", expect.stringMatching(/^new rule: /)],
    ]);
  });

  it("reject the same requests after a rule is split into two", () => {
    expect(said(both, cut).map(([step]) => step)).toEqual(["patch", "patch", "patch"]);
    expect(said(cut, both).map(([step]) => step)).toEqual(["patch", "patch", "patch"]);
  });

  it("are the same with conditions in a different order", () => {
    const [one, other] = [
      ["HOUR", "WEEK"],
      ["WEEK", "HOUR"],
    ].map((is) => edited({ rules: [rule({ when: [{ field: "grain", is }] })] }));
    expect(said(one as Model, other as Model)).toEqual([]);
  });

  it("are the same with values or fields in a different order", () => {
    const orders = [
      ["SPEND", "CLICKS"],
      ["CLICKS", "SPEND"],
    ].map((columns) =>
      edited({
        rules: [
          {
            id: "none-by-hour",
            kind: "forbidden-values-when",
            field: "columns",
            values: columns,
            when: [{ field: "grain", is: ["HOUR"] }],
          },
          {
            id: "some",
            kind: "at-least-one-of",
            groups: columns.map((name) => [name === "SPEND" ? "size" : "ids"]),
          },
        ],
      }),
    ) as [Model, Model];
    expect(said(...orders)).toEqual([]);
  });

  it("count as stricter if they have too many fields to try every combination", () => {
    const names = Array.from({ length: 17 }, (_, index) => `field_${index + 1}`);
    const body = Object.fromEntries(names.map((name) => [name, text]));
    const groups = names.map((name) => [name]);
    const [few, all] = [groups.slice(1), groups].map((some) =>
      edited({ body, rules: [{ id: "at-least-one-of", kind: "at-least-one-of", groups: some }] }),
    ) as [Model, Model];
    expect(said(few, all)).toEqual([
      ["major", "at-least-one-of", expect.stringMatching(/^rule stricter: /)],
    ]);
  });

  it("do not break a request if they only warn", () => {
    const [none, loose, tight] = [[], [{ amount: 7 }], [{ amount: 3 }]].map((all) =>
      edited({ rules: all.map((one) => rule({ ...one, severity: "warning" })) }),
    ) as [Model, Model, Model];
    expect(said(none, tight)).toEqual([
      [
        "minor",
        "max-range-hour",
        `new rule: start_date and end_date more than 3 days apart may be rejected when grain is HOUR (warns only)`,
      ],
    ]);
    expect(said(loose, tight)).toEqual([
      [
        "minor",
        "max-range-hour",
        `rule warns about more: start_date and end_date more than 3 days apart may be rejected when grain is HOUR (warns only); was: start_date and end_date more than 7 days apart may be rejected when grain is HOUR (warns only)`,
      ],
    ]);
    expect(said(tight, loose)).toEqual([
      [
        "minor",
        "max-range-hour",
        `rule looser: start_date and end_date more than 7 days apart may be rejected when grain is HOUR (warns only); was: start_date and end_date more than 3 days apart may be rejected when grain is HOUR (warns only)`,
      ],
    ]);
  });

  it("treat a missing field as if it had its default", () => {
    const [day, week] = ["DAY", "WEEK"].map((default_) =>
      edited({
        body: { grain: { ...values("HOUR", "DAY", "WEEK"), default: default_ } },
        rules: [rule({ when: [{ field: "grain", is: [default_ === "DAY" ? "WEEK" : "DAY"] }] })],
      }),
    );
    expect(said(day as Model, week as Model)).toContainEqual([
      "major",
      "max-range-hour",
      expect.stringMatching(/^rule stricter: .* DAY; was: .* WEEK$/),
    ]);
  });
});

const ACCOUNT: JsonObject = {
  name: "account_id",
  in: "path",
  required: true,
  schema: { ...text, maxLength: 18 },
};

describe("a body", () => {
  const hungry = { type: "boolean" };
  const [whole, some] = [
    posted({ requestBody: wanted({ hungry }) }),
    posted({ requestBody: wanted({ hungry, mood: text }, { required: false }) }),
  ];

  it("counts as new if it is optional, and as removed if the two sides are swapped", () => {
    const [none, free] = [
      edited(posted({})),
      edited(posted({ requestBody: wanted({ hungry }, { required: false }) })),
    ];
    expect(said(none, free)).toEqual([
      ["minor", "body", "new: an object, optional"],
      ["patch", "", "now sent as json, was sent without a body"],
    ]);
    expect(said(free, none)).toEqual([
      ["major", "body", "removed"],
      ["patch", "", "now sent without a body, was sent as json"],
    ]);
  });

  it("stays the same body if it becomes optional or required", () => {
    expect(said(edited(some), edited(whole))).toEqual([
      ["major", "body", "now required; its fields moved from the field body into the request"],
      ["major", "mood", "removed"],
    ]);
    expect(said(edited(whole), edited(some))).toEqual([
      ["major", "body", "now optional; its fields moved from the request into the field body"],
      ["minor", "mood", "new: a string, optional"],
    ]);
  });

  it("is a different body if it was an object and becomes a list", () => {
    const schema = list(nested({ name: text }, ["name"]));
    const many = posted({
      requestBody: { required: true, content: { "application/json": { schema } } },
    });
    expect(said(edited(whole), edited(many))).toEqual([
      ["major", "body", "new: a list of objects, required"],
      ["major", "name", "removed"],
      ["major", "hungry", "removed"],
    ]);
  });

  it("becomes a separate field if a parameter takes the name of one of its fields", () => {
    const parameters = [ACCOUNT, { name: "name", in: "query", schema: text }];
    expect(said(edited(whole), edited({ ...whole, parameters }))).toEqual([
      ["minor", "name", "now optional"],
      ["major", "body", "new: an object, required"],
      ["major", "hungry", "removed"],
    ]);
  });
});

it.each([
  ["the values of a list", list(text), [["patch", "names", "now comma-separated"]]],
  [
    "the values of a list, which can be null",
    { ...list(text), nullable: true },
    [["patch", "names", "now comma-separated"]],
  ],
  ["the fields of an object", nested({ by: text }), [["patch", "names", "now comma-separated"]]],
  [
    "the fields of an object with another one inside",
    nested({ by: text, than: nested({ by: text }) }),
    [["patch", "names", "now comma-separated"]],
  ],
  ["a single value, which is the same with commas and without", text, []],
  ["a number or null", { type: "integer", nullable: true }, []],
] as const)(
  "a different serialization is reported only if values are sent differently: %s",
  (_, schema, told) => {
    const names = { name: "names", in: "query", schema };
    const [each, once] = [names, { ...names, explode: false }].map((one) =>
      edited({ parameters: [ACCOUNT, one] }),
    ) as [Model, Model];
    expect(said(each, once)).toEqual(told);
  },
);

it.each([
  [
    "one of several",
    { oneOf: [nested({ by: text }), nested({ than: { type: "number" } }, ["than"])] },
  ],
  ["always the same", values("ONE")],
])("a limit next to %s does not restrict requests", (_, schema) => {
  const [old, now] = [schema, { ...schema, maxLength: 9, maxItems: 3, minimum: 1 }].map((filter) =>
    edited({ body: { filter } }),
  ) as [Model, Model];
  expect(said(old, now)).toEqual([]);
});

describe("an object that becomes a union with a discriminator", () => {
  const form = (name: string, properties: JsonObject): JsonObject =>
    nested({ by: values(name), ...properties });
  const [forName, forAge] = [
    form("NAME", { than: { type: "number" } }),
    form("AGE", { than: text }),
  ];
  const several = (...names: readonly string[]): JsonObject => ({
    oneOf: names.map((name) => ({ $ref: `#/components/schemas/${name}` })),
    discriminator: {
      propertyName: "by",
      mapping: Object.fromEntries(names.map((name) => [name, `#/components/schemas/${name}`])),
    },
  });
  const schemas: JsonObject = { NAME: forName, AGE: forAge, SIZE: form("SIZE", {}) };
  const [two, three, one] = [
    ["NAME", "AGE"],
    ["NAME", "AGE", "SIZE"],
    ["NAME", "SIZE"],
  ].map((names) => edited({ body: { filter: several(...names) }, schemas })) as [
    Model,
    Model,
    Model,
  ];
  const open = edited({ body: { filter: nested({ by: text, than: { type: "number" } }) } });

  it("is compared with each of the forms that the discriminator allows", () => {
    expect(said(base, two)).toEqual([["major", "filter<AGE>.than", "now a string, was a number"]]);
    expect(said(two, base)).toEqual([["major", "filter<AGE>.than", "now a number, was a string"]]);
  });

  it("has new forms for values that the discriminator did not have before", () => {
    expect(said(base, three)).toEqual([
      ["major", "filter<AGE>.than", "now a string, was a number"],
      ["minor", "filter", "1 new variant: SIZE"],
    ]);
    expect(said(three, base)).toEqual([
      ["major", "filter<AGE>.than", "now a number, was a string"],
      ["major", "filter", "1 variant removed: SIZE"],
    ]);
  });

  it("loses the discriminator values that have no form", () => {
    expect(said(base, one)).toEqual([
      ["major", "filter.by", "1 value removed: AGE"],
      ["minor", "filter", "1 new variant: SIZE"],
    ]);
  });

  it("is compared with all forms if the discriminator can be any string", () => {
    expect(said(open, two)).toEqual([
      ["major", "filter.by", "now NAME or AGE, was a string"],
      ["major", "filter<AGE>.than", "now a string, was a number"],
    ]);
    expect(said(two, open)).toEqual([
      ["minor", "filter.by", "now a string, was NAME or AGE"],
      ["major", "filter<AGE>.than", "now a number, was a string"],
    ]);
  });
});

describe("the available operations", () => {
  const without = modelOf(documentOf(), {}, { operations: [] });

  it("are reported as added or removed", () => {
    expect(said(without, base)).toEqual([
      ["minor", "", "new operation: GET /accounts/{account_id}/animals"],
    ]);
    expect(said(base, without)).toEqual([
      ["major", "", "removed operation: GET /accounts/{account_id}/animals"],
    ]);
    const renamed = modelOf(
      documentOf(),
      {},
      { flows: [{ ...offers.flows[0], name: "other" }] as typeof offers.flows },
    );
    expect(said(base, renamed)).toEqual([
      ["minor", "", "new report: POST /accounts/{account_id}/things"],
      ["major", "", "removed report: POST /accounts/{account_id}/things"],
    ]);
  });

  it("are compared with the meanings that flows.yaml gives to their statuses", () => {
    const other = modelOf(
      documentOf(),
      {},
      { statuses: { pending: ["BUSY", "LOST"], done: ["READY"], failed: ["BROKEN", "TORN"] } },
    );
    expect(said(base, other)).toEqual([
      ["major", "statuses.LOST", "LOST now means pending, was failed"],
      ["minor", "statuses.TORN", "new: TORN means failed"],
    ]);
  });
});

describe("an operation that can no longer be generated", () => {
  /** Reads a description as `diff` does: with its problems, and what is known despite them. */
  const read = (edits: Edits): ComparedModel => {
    const undecided: Problem[] = [];
    const lowered = lower(contractOf(documentOf(edits)), { undecided });
    return { name: "", ...lowered, undecided };
  };
  const session: JsonObject = { name: "session", in: "cookie", required: true, schema: text };
  const keys = (paths: JsonObject): JsonObject =>
    JSON.parse(JSON.stringify(paths).replaceAll('"login":["animals:read"]', '"key":[]'));
  const thing = "can no longer be generated: the flow thing is not a report: ";

  it.each<readonly [name: string, edits: Edits, flow: string, text: string]>([
    [
      "no status means done",
      { poll: { report_status: values("BUSY", "BROKEN") } },
      "thing",
      `${thing}report_status in the response of things/get never means done: its values are BUSY, BROKEN, but \`done\` lists READY`,
    ],
    [
      "a status is no text",
      { poll: { report_status: { type: "integer" } } },
      "thing",
      `${thing}report_status in the response of things/get is not a string`,
    ],
    [
      "there is no link",
      { poll: { url: null } },
      "thing",
      `${thing}the response of things/get has no url`,
    ],
    [
      "no token is enough",
      { paths: keys },
      "look",
      "can no longer be generated: an access token alone is not enough for the call: it needs key, which is not described",
    ],
    [
      "it needs a cookie",
      { parameters: [session] },
      "look",
      "can no longer be generated: the client cannot send the required parameter session, in cookie, and 1 more reason",
    ],
  ])("breaks if %s, and can be generated again in the other direction", (_, edits, flow, text) => {
    const whole = (old: ComparedModel, current: ComparedModel) =>
      compareModels(old, current).changes.filter(({ kind }) => kind === "operation");
    const [old, current] = [read({}), read(edits)];
    expect(whole(old, current)).toEqual([
      { flow, path: "", kind: "operation", step: "major", text, old: expect.anything(), new: null },
    ]);
    expect(whole(current, old)).toEqual([
      expect.objectContaining({ flow, step: "minor", text: "can now be generated", old: null }),
    ]);
    expect(whole(current, current)).toEqual([]);
    // The reason is printed once.
    const printed = FORMATS.text?.(compareModels(old, current)) ?? "";
    expect(printed.split(text.replace(/, and 1 more reason$/, ""))).toHaveLength(2);
    if (!text.endsWith("more reason")) expect(printed).not.toContain("Resolve these first");
  });
});

it("the overall severity is the highest single severity", () => {
  expect(largestStep([])).toBe("none");
  expect(largestStep(["patch", "minor"])).toBe("minor");
  expect(largestStep(["patch", "major", "minor"])).toBe("major");
});

it("a column's new meaning in synchronous rows is reported once", () => {
  const holding = (value: ColumnValue): Model => ({
    ...base,
    columns: [{ name: "CTR", value, verified: true }],
  });
  expect(said(holding("count"), holding("label"))).toEqual([
    ["major", "rows[].CTR", "now label, was count"],
  ]);
  expect(said(holding("count"), base)).toEqual([]);
});

it("a change in whether a missing value means zero is reported", () => {
  const none: Model = {
    ...base,
    columns: [{ name: "CPC", value: "money", verified: true, zero: false }],
  };
  const zero: Model = { ...base, columns: [{ name: "CPC", value: "money", verified: true }] };
  expect(said(zero, none)).toEqual([
    ["major", "rows[].CPC", "a missing value no longer means zero, and stays missing in rows"],
  ]);
  expect(said(none, zero)).toEqual([["patch", "rows[].CPC", "a missing value now means zero"]]);
  expect(said(none, none)).toEqual([]);
});

it("a change in whether a missing value means zero is reported along with a change to the number type, but not with a change to a non-numeric type", () => {
  const holding = (value: ColumnValue, zero?: false): Model => ({
    ...base,
    columns: [{ name: "CPC", value, verified: true, ...(zero === false && { zero }) }],
  });
  expect(said(holding("money"), holding("micro-money", false))).toEqual([
    ["patch", "rows[].CPC", "now micro-money, was money"],
    ["major", "rows[].CPC", "a missing value no longer means zero, and stays missing in rows"],
  ]);
  expect(said(holding("money", false), holding("label"))).toEqual([
    ["major", "rows[].CPC", "now label, was money"],
  ]);
});

describe("the rows of a synchronous response", () => {
  const column: JsonObject = {
    name: "columns",
    in: "query",
    required: true,
    schema: list(values("SPEND", "CLICKS")),
  };
  const rows = (schema: JsonObject): Model =>
    edited({
      parameters: [{ name: "account_id", in: "path", required: true, schema: text }, column],
      look: {
        responses: {
          "200": { description: "Answer", content: { "application/json": { schema } } },
        },
      },
    });
  const row: JsonObject = { type: "object", required: ["ID"], properties: { ID: text } };
  const open = { ...row, additionalProperties: true };
  const metrics: JsonObject = { type: "object" };
  const typed: JsonObject = {
    type: "object",
    required: ["kind", "metrics"],
    properties: { kind: text, metrics },
  };

  it("have the requested columns, whether or not additional fields are described", () => {
    expect(said(rows(list(open)), rows(list(row)))).toEqual([
      [
        "patch",
        "response[].*",
        "additional fields are no longer described; rows only contain the requested columns",
      ],
    ]);
    expect(said(rows(list(row)), rows(list(open)))).toEqual([
      ["minor", "response[].*", "additional fields are now described"],
    ]);
  });

  it("become typed if they were untyped objects, which breaks nothing", () => {
    const wrapped = (item: JsonObject): JsonObject => ({
      type: "object",
      required: ["data"],
      properties: { data: list(item) },
    });
    expect(said(rows(wrapped({ type: "object" })), rows(wrapped(typed)))).toEqual([
      ["minor", "response.data[].kind", "new: a string"],
      ["minor", "response.data[].metrics", "new: an object"],
      [
        "minor",
        "response.data[].*",
        "now typed according to the requested columns, was an object with arbitrary fields",
      ],
    ]);
  });
});

describe("the decisions that must be made first", () => {
  const sentence = (fingerprint: string, where: string, ...also: readonly string[]): Problem => ({
    ...{ what: "a sentence states a requirement that is not understood", where, why: "", fix: "" },
    notes: [
      ["text", "words"],
      ["fingerprint", fingerprint],
      ...also.map((place) => ["also", place] as const),
    ],
  });
  const other: Problem = { what: "no token", where: "#/paths", why: "", fix: "" };
  const open = (old: readonly Problem[], now: readonly Problem[]) =>
    compareModels(
      { name: "1", model: base, undecided: old },
      { name: "2", model: base, undecided: now },
    ).undecided;

  it("include a sentence that only one side has, but not a sentence that both sides have, even in different places", () => {
    const [kept, moved] = [sentence("a", "#/a, sentence 1"), sentence("a", "#/a, sentence 2")];
    const [gone, come] = [sentence("b", "#/b"), sentence("c", "#/c")];
    expect(open([kept, gone], [come, moved])).toEqual([gone, come]);
  });

  it("include a sentence that occurs in more places than before", () => {
    const [once, twice] = [sentence("a", "#/a"), sentence("a", "#/b", "#/c")];
    expect(open([once], [twice])).toEqual([once, twice]);
    expect(open([twice], [sentence("a", "#/d", "#/e")])).toEqual([]);
  });

  it("include other problems on either side, because the list of changes is then incomplete", () => {
    expect(open([other], [other])).toEqual([other, other]);
  });
});
