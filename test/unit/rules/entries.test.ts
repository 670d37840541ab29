import { readFileSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Condition, Field, Rule, Type } from "../../../generator/model/model.js";
import { columnGroups, columnsIn } from "../../../generator/rules/column-groups.js";
import {
  conditionsInWords,
  jsTypeOf,
  negateCondition,
  negatedAsCode,
  valuesInWords,
} from "../../../generator/rules/condition.js";
import type { RuleEntry, Shape, TypeCheck } from "../../../generator/rules/kind.js";
import { kinds } from "../../../generator/rules/kinds.js";
import {
  anyTyped,
  checkRule,
  isImplied,
  kindOf,
  narrowRule,
  parseRule,
  ruleInWords,
  typeOf,
  violationClauses,
} from "../../../generator/rules/parse.js";
import { daysIn } from "../../../runtime/validation/dates.js";
import { seenInWords } from "../../../runtime/validation/wording.js";

const LEVELS = ["CAMPAIGN", "PIN_ITEM", "AD_TARGETING", "PIN_TARGETING", "TAG_TARGETING"];
const enumOf = (name: string): Type => ({ kind: "enum", name });
const listOf = (items: Type): Type => ({ kind: "array", items, each: {} });
const nullable = (of: Type): Type => ({ kind: "nullable", of });
const TEXT: Type = { kind: "string" };

const TYPES: Readonly<Record<string, Type>> = {
  level: enumOf("Level"),
  maybeLevel: nullable(enumOf("Level")),
  day: TEXT,
  maybeDay: nullable(TEXT),
  dayList: enumOf("Days"),
  anyDay: { kind: "any" },
  eitherDay: { kind: "union", name: "Either" },
  hour: { kind: "integer" },
  share: nullable({ kind: "number" }),
  flag: { kind: "boolean" },
  fixed: { kind: "constant", value: "ONLY" },
  columns: listOf(enumOf("Level")),
  maybeColumns: nullable(listOf(enumOf("Level"))),
  texts: listOf(TEXT),
  nested: { kind: "object", name: "Nested" },
};

const VALUES: Readonly<Record<string, readonly string[]>> = {
  Level: LEVELS,
  Days: ["TODAY", "2024-01-31"],
};

function valuesOf(type: Type): readonly (string | number)[] | null {
  if (type.kind === "nullable") return valuesOf(type.of);
  if (type.kind === "array") return valuesOf(type.items);
  if (type.kind === "constant") return [String(type.value)];
  return type.kind === "enum" ? (VALUES[type.name] ?? null) : null;
}

/** A body with fields of every type. The named ones are required. */
function shapeOf(required: readonly string[] = []): Shape {
  const field = (name: string): Field | undefined => {
    const type = Object.hasOwn(TYPES, name) ? TYPES[name] : undefined;
    return type && { name, type, required: required.includes(name), limits: {}, doc: "" };
  };
  return { field, values: valuesOf };
}

const shape = shapeOf();

/** An entry of each kind, and the messages about its invalid properties. */
const ENTRIES: Readonly<
  Record<string, { readonly entry: RuleEntry; readonly needs: Readonly<Record<string, string>> }>
> = {
  "date-format": { entry: { field: "day" }, needs: { field: "a string" } },
  "date-order": {
    entry: { start: "day", end: "maybeDay" },
    needs: { start: "a string", end: "a string" },
  },
  "not-after-today": {
    entry: { field: "day", grace: 2 },
    needs: { field: "a string", grace: "a whole number of days, 0 or more" },
  },
  "max-lookback": {
    entry: { field: "day", amount: 3, unit: "month" },
    needs: { field: "a string", amount: "a number above 0", unit: "day, month or year" },
  },
  "max-range": {
    entry: { start: "day", end: "anyDay", amount: 3, unit: "year" },
    needs: {
      start: "a string",
      end: "a string",
      amount: "a number above 0",
      unit: "day, month or year",
    },
  },
  "min-range": {
    entry: { start: "day", end: "eitherDay", amount: 7, unit: "day" },
    needs: {
      start: "a string",
      end: "a string",
      amount: "a number above 0",
      unit: "day, month or year",
    },
  },
  "min-date": {
    entry: { field: "day", after: "2024-03-16" },
    needs: { field: "a string", after: "a " },
  },
  "hour-order": {
    entry: { start: "day", end: "maybeDay", startHour: "hour", endHour: "share" },
    needs: { start: "a string", end: "a string", startHour: "a string", endHour: "a string" },
  },
  "forbidden-when": { entry: { field: "hour" }, needs: { field: "a string" } },
  "only-when": {
    entry: { field: "hour", when: [{ field: "level", is: ["CAMPAIGN"] }] },
    needs: { field: "a string" },
  },
  "requires-value": {
    entry: { field: "hour", requires: { field: "level", is: ["CAMPAIGN"] } },
    needs: { field: "a string", requires: "" },
  },
  "requires-present": { entry: { field: "hour" }, needs: { field: "a string" } },
  "forbidden-values-when": {
    entry: { field: "columns", values: ["CAMPAIGN"] },
    needs: { field: "a string", values: "a list of strings" },
  },
  "at-least-one-of": {
    entry: { groups: [["hour"], ["day", "share"]] },
    needs: { groups: "two or more lists of fields" },
  },
  "no-data-when": {
    entry: { field: "columns", values: ["CAMPAIGN"] },
    needs: { field: "a string", values: "a list of strings" },
  },
  "known-combinations": {
    entry: { fields: ["level", "hour"], values: [["CAMPAIGN", 1]], refused: [["PIN_ITEM", 1]] },
    needs: {
      fields: "two or more different fields",
      values:
        "a list of lists, each with one value \\(a string without a slash\\) for each of the 2 fields",
      refused:
        "a list of lists, each with one value \\(a string without a slash\\) for each of the 2 fields",
    },
  },
  "inaccurate-when-older": {
    entry: { field: "columns", values: ["CAMPAIGN"], date: "day", amount: 3, unit: "month" },
    needs: {
      field: "a string",
      values: "a list of strings",
      date: "a string",
      amount: "a number above 0",
      unit: "day, month or year",
    },
  },
};

const names = Object.keys(ENTRIES);
/** An entry of a kind. Undefined properties are omitted. */
const entryOf = (kind: string, more: RuleEntry = {}): RuleEntry => {
  const all = { id: "a-rule", kind, ...ENTRIES[kind]?.entry, ...more };
  return Object.fromEntries(Object.entries(all).filter(([, value]) => value !== undefined));
};
const ruleOf = (kind: string, more: RuleEntry = {}, at: Shape = shape): Rule =>
  parseRule(entryOf(kind, more), at);

function refusal(entry: RuleEntry): string {
  try {
    parseRule(entry, shape);
  } catch (error) {
    expect(error).toBeInstanceOf(TypeError);
    return (error as TypeError).message;
  }
  return "nothing was refused";
}

describe("an entry of rules.yaml", () => {
  it.each(names)(
    "of kind %s becomes a rule with its properties as parameters, and fits a body with its fields",
    (kind) => {
      const { when, ...params } = ENTRIES[kind]?.entry ?? {};
      const severity = kinds.get(kind)?.severity ?? "error";
      expect(ruleOf(kind)).toMatchObject({
        id: "a-rule",
        kind,
        severity,
        when: when ?? [],
        sources: [],
      });
      expect(ruleOf(kind).params).toMatchObject(params);
      expect(checkRule(ruleOf(kind), shape)).toEqual([]);
    },
  );

  const odd: readonly unknown[] = [
    0,
    -1,
    "",
    true,
    null,
    {},
    [],
    [5],
    [[]],
    [["hour"]],
    [["hour"], []],
    [["hour"], "day"],
    Number.NaN,
  ];

  it.each(
    names.flatMap((kind) =>
      Object.entries(ENTRIES[kind]?.needs ?? {}).map(
        ([member, what]) => [kind, member, what] as const,
      ),
    ),
  )(
    "is rejected for %s if its `%s` has the wrong type, and the error names that property",
    (kind, member, what) => {
      const taken = odd.filter(
        (value) => refusal(entryOf(kind, { [member]: value })) === "nothing was refused",
      );
      // `grace` is optional and may be 0.
      expect(taken).toEqual(member === "grace" ? [0, null] : []);
      const needs =
        member === "requires" ? "in each condition|`requires`" : `\`${member}\`: ${what}`;
      for (const value of odd.filter((value) => !taken.includes(value)))
        expect(refusal(entryOf(kind, { [member]: value }))).toMatch(
          new RegExp(`^needs .*(${needs})`),
        );
    },
  );

  it.each(names)(
    "of kind %s is rejected if a property is unknown, and the error names the property",
    (kind) => {
      expect(refusal(entryOf(kind, { more: 1, most: 2 }))).toBe("has unknown keys: more, most");
    },
  );

  it.each<[string, readonly unknown[], string]>([
    [
      "id",
      [undefined, 5, "", "A", "1a", "a b", "-a", "a_b"],
      "needs `id`: lower-case words joined by hyphens",
    ],
    ["severity", ["info", null, "", 1], "needs `severity`: error or warning"],
    ["until", ["5", 5.1, "5.", "v5.1", "5.1 ", "a5.1", null], "needs `until`: a version"],
    ["reason", [5, null, ["x"]], "needs `reason`: a string"],
    ["seenIn", [5, null, "", ["x"]], "needs `seenIn`: a string"],
    [
      "seenOn",
      [5, null, "", "today", "2026-02-30"],
      "needs `seenOn`: a date in the format YYYY-MM-DD",
    ],
    ["because", ["It was seen."], "has `because`: rename it to `reason`"],
    ["sources", ["x", {}, null], "needs `sources`: a list of locations"],
    [
      "sources",
      [[{ at: "x" }], [{ fingerprint: "x" }], [{ at: 1, fingerprint: "x" }]],
      "needs `at` and `fingerprint` in each of its sources",
    ],
    ["when", ["x", {}, null], "needs `when`: a list of conditions"],
    [
      "when",
      [
        [null],
        [{}],
        [{ field: "level" }],
        [{ field: 5, is: ["A"] }],
        [{ field: "level", is: ["A"], isNot: ["B"] }],
      ],
      "needs `field` and one of `is`, `isNot`, `ending`, `present` in each condition",
    ],
    [
      "when",
      [
        [{ field: "level", is: [] }],
        [{ field: "level", isNot: "A" }],
        [{ field: "level", present: 1 }],
        [{ field: "level", is: ["A", null] }],
        [{ field: "level", ending: 5 }],
      ],
      "needs `field` and one of `is`, `isNot` (lists of values), `ending` (a string), `present` (true or false) in each condition",
    ],
    [
      "when",
      [
        [{ field: "level", ending: "_PIN" }],
        [{ field: "day", ending: "x" }],
        [{ field: "hours", ending: "_TARGETING" }],
      ],
      "has a condition that is never true: no value of ",
    ],
  ])("reports what its `%s` must be", (member, values, says) => {
    for (const value of values)
      expect(refusal(entryOf("forbidden-when", { [member]: value }))).toContain(says);
  });

  it("keeps its description", () => {
    const said = {
      severity: "error",
      until: "5.1.0",
      reason: "We saw it.",
      seenIn: "a guide",
      seenOn: "2026-11-29",
      sources: [{ at: "here", fingerprint: "0123" }],
    };
    expect(ruleOf("date-format", said)).toEqual({
      id: "a-rule",
      kind: "date-format",
      when: [],
      params: { field: "day" },
      ...said,
    });
    expect(Object.keys(ruleOf("date-format"))).toEqual([
      "id",
      "kind",
      "severity",
      "when",
      "params",
      "sources",
    ]);
  });

  it("only warns if no description states it anymore, or if its kind never stops a request", () => {
    expect(ruleOf("date-format", { until: "5.1.0" }).severity).toBe("warning");
    expect(ruleOf("no-data-when").severity).toBe("warning");
    expect(ruleOf("no-data-when", { severity: "warning" }).severity).toBe("warning");
    expect(refusal(entryOf("no-data-when", { severity: "error" }))).toBe(
      "is of a kind that can only warn: `severity` must be warning",
    );
  });

  it("is rejected if its kind is unknown, or if its kind states what is allowed and there is no condition", () => {
    expect(refusal(entryOf("forbidden"))).toBe(
      `has the unknown kind forbidden; known kinds are ${[...kinds.keys()].join(", ")}`,
    );
    expect(refusal({ id: "a-rule", kind: "only-when", field: "hour" })).toBe(
      "needs `when`: the conditions under which the field is allowed",
    );
    expect(() => kindOf({ ...ruleOf("date-format"), kind: "x" })).toThrow(
      "unknown kind of rule: x",
    );
  });

  it("can name values by their ending", () => {
    expect(
      ruleOf("forbidden-when", { when: [{ field: "level", ending: "_TARGETING" }] }).when,
    ).toEqual([{ field: "level", is: ["AD_TARGETING", "PIN_TARGETING", "TAG_TARGETING"] }]);
  });
});

describe("a part that is missing from the body", () => {
  it.each(names)(
    "makes a rule of kind %s invalid, and the error names the missing field",
    (kind) => {
      const { when = [], ...params } = ENTRIES[kind]?.entry ?? {};
      const read = new Set(
        JSON.stringify(params)
          .match(/\w+/g)
          ?.filter((word) => Object.hasOwn(TYPES, word)),
      );
      expect(new Set(kindOf(ruleOf(kind)).fields(ruleOf(kind).params))).toEqual(read);
      for (const name of read) {
        const without: Shape = {
          ...shape,
          field: (one) => (one === name ? undefined : shape.field(one)),
        };
        expect(checkRule(ruleOf(kind, { when }), without)).toEqual([
          `the request has no field ${name}`,
        ]);
      }
    },
  );

  it("makes a rule invalid if it reads a field as a day and the field can never contain a day", () => {
    const said = (field: string): readonly string[] =>
      checkRule(ruleOf("date-format", { field }), shape);
    for (const field of ["day", "maybeDay", "anyDay", "eitherDay", "dayList"])
      expect(said(field)).toEqual([]);
    for (const field of [
      "level",
      "maybeLevel",
      "hour",
      "share",
      "flag",
      "fixed",
      "columns",
      "nested",
    ])
      expect(said(field)).toEqual([`${field} is not a date (YYYY-MM-DD)`]);
  });

  it.each(names)("is expected to be a day exactly where a rule of kind %s reads a day", (kind) => {
    const { days, fields } = kindOf(ruleOf(kind));
    const { params } = ruleOf(kind);
    const read = fields(params).filter((name) => /day/i.test(name) && kind !== "at-least-one-of");
    expect(days(params)).toEqual(read);
  });

  it.each<[RuleEntry, readonly string[]]>([
    [{ field: "level", is: ["CAMPAIGN"] }, []],
    [
      { field: "level", isNot: ["NONE", "CAMPAIGN", 5] },
      ["level cannot be NONE", "level cannot be 5"],
    ],
    [{ field: "maybeLevel", is: ["NONE"] }, ["maybeLevel cannot be NONE"]],
    [{ field: "nowhere", is: ["NONE"] }, ["the request has no field nowhere"]],
    [{ field: "nowhere", present: true }, ["the request has no field nowhere"]],
    [{ field: "columns", present: true }, []],
    [{ field: "columns", is: ["CAMPAIGN"] }, ["columns is a list"]],
    [{ field: "maybeColumns", isNot: ["CAMPAIGN"] }, ["maybeColumns is a list"]],
    [{ field: "nested", is: ["CAMPAIGN"] }, ["nested is an object"]],
    [{ field: "hour", is: [1, "1", true] }, ["hour cannot be 1", "hour cannot be true"]],
    [{ field: "share", is: [0.5, false] }, ["share cannot be false"]],
    [{ field: "flag", isNot: [true, "true"] }, ["flag cannot be true"]],
    [{ field: "day", is: ["2024-01-01", 5] }, ["day cannot be 5"]],
    [{ field: "fixed", is: ["ONLY", "OTHER"] }, ["fixed cannot be OTHER"]],
    [{ field: "anyDay", is: [5, "x", true] }, []],
  ])("makes a rule invalid if the rule's condition is about that part: %j", (condition, says) => {
    expect(checkRule(ruleOf("forbidden-when", { field: "day", when: [condition] }), shape)).toEqual(
      says,
    );
    if ("is" in condition)
      expect(
        checkRule(ruleOf("requires-value", { field: "day", requires: condition }), shape),
      ).toEqual(condition.field === "nowhere" ? ["the request has no field nowhere"] : says);
  });

  it.each<[string, RuleEntry, Shape, readonly string[]]>([
    ["forbidden-when", {}, shapeOf(["hour"]), ["hour is required and cannot be forbidden"]],
    ["only-when", {}, shapeOf(["hour"]), ["hour is required and cannot be forbidden"]],
    ["forbidden-when", {}, shapeOf(["day"]), []],
    ["hour-order", { startHour: "day" }, shape, ["day is not a number"]],
    ["hour-order", { endHour: "anyDay" }, shape, []],
    [
      "forbidden-values-when",
      { values: ["NONE", "CAMPAIGN"] },
      shape,
      ["columns cannot contain NONE"],
    ],
    [
      "forbidden-values-when",
      { field: "maybeColumns", values: ["NONE"] },
      shape,
      ["maybeColumns cannot contain NONE"],
    ],
    [
      "forbidden-values-when",
      { field: "level", values: ["NONE"] },
      shape,
      ["level cannot be NONE"],
    ],
    ["forbidden-values-when", { field: "texts", values: ["NONE"] }, shape, []],
    [
      "forbidden-values-when",
      { field: "day", values: ["NONE"] },
      shape,
      ["day is neither a list nor an enum"],
    ],
    ["no-data-when", { values: ["NONE", "CAMPAIGN"] }, shape, ["columns cannot contain NONE"]],
    [
      "no-data-when",
      { values: ["conversion metrics"] },
      shape,
      ["columns cannot contain conversion metrics"],
    ],
    ["no-data-when", { field: "level" }, shape, ["level is not a list"]],
    ["no-data-when", { field: "texts" }, shape, ["texts cannot contain CAMPAIGN"]],
    ["no-data-when", { field: "level", values: undefined }, shape, []],
    ["inaccurate-when-older", { values: ["NONE"] }, shape, ["columns cannot contain NONE"]],
    ["inaccurate-when-older", { field: "texts", values: ["NONE"] }, shape, []],
    ["inaccurate-when-older", { field: "level" }, shape, ["level is not a list"]],
    ["known-combinations", { values: [["NONE", 1]] }, shape, ["level cannot be NONE"]],
    ["known-combinations", { values: [["CAMPAIGN", "1"]] }, shape, ["hour cannot be 1"]],
    ["known-combinations", { fields: ["columns", "hour"] }, shape, ["columns is a list"]],
    ["known-combinations", { fields: ["nested", "hour"] }, shape, ["nested is an object"]],
    [
      "known-combinations",
      { fields: ["day", "hour"] },
      shape,
      ["day is not an enum, a number or a boolean"],
    ],
    [
      "known-combinations",
      { fields: ["maybeLevel", "hour"] },
      shape,
      ["maybeLevel can be null but has no default"],
    ],
  ])("makes a rule of %s invalid: %j", (kind, more, at, says) => {
    expect(checkRule(ruleOf(kind, more), at)).toEqual(says);
  });

  it("is removed from a rule's lists and reported, unless nothing would be left", () => {
    const some = fc.uniqueArray(fc.constantFrom(...LEVELS, "X", "Y", "Z"), { minLength: 1 });
    const field = fc.constantFrom("level", "maybeLevel");
    fc.assert(
      fc.property(
        some,
        field,
        fc.constantFrom("is", "isNot"),
        some,
        (compared, name, how, values) => {
          const condition = { field: name, [how]: compared };
          const kept = (all: readonly string[]): readonly string[] => {
            const left = all.filter((value) => LEVELS.includes(value));
            return left.length === 0 ? all : left;
          };
          const lacked = (all: readonly string[], what: string): readonly string[] =>
            all.filter((value) => !kept(all).includes(value)).map((value) => `${what} ${value}`);

          const list = ruleOf("forbidden-values-when", { values, when: [condition] });
          expect(narrowRule(list, shape)).toEqual({
            rule: {
              ...list,
              when: [{ field: name, [how]: kept(compared) }],
              params: { field: "columns", values: kept(values) },
            },
            lacks: [
              ...lacked(compared, `${name} cannot be`),
              ...lacked(values, "columns cannot contain"),
            ],
          });
          const scalar = ruleOf("forbidden-values-when", { field: name, values });
          expect(narrowRule(scalar, shape).lacks).toEqual(lacked(values, `${name} cannot be`));
          const required = ruleOf("requires-value", { requires: { field: name, is: compared } });
          expect(narrowRule(required, shape)).toEqual({
            rule: {
              ...required,
              params: { field: "hour", requires: { field: name, is: kept(compared) } },
            },
            lacks: lacked(compared, `${name} cannot be`),
          });
          // A rule of a kind without values of its own is unchanged.
          expect(narrowRule(ruleOf("date-format"), shape)).toEqual({
            rule: ruleOf("date-format"),
            lacks: [],
          });
          const present = ruleOf("forbidden-when", { when: [{ field: name, present: true }] });
          expect(narrowRule(present, shape)).toEqual({ rule: present, lacks: [] });
        },
      ),
    );
  });

  it("is removed from combinations, which are reported together, unless nothing would be left", () => {
    const values = [
      ["CAMPAIGN", 1],
      ["NONE", 1],
      ["PIN_ITEM", 2],
    ];
    const rule = ruleOf("known-combinations", {
      values,
      refused: [
        ["NONE", "2"],
        ["CAMPAIGN", 2],
      ],
    });
    expect(narrowRule(rule, shape)).toEqual({
      rule: {
        ...rule,
        params: {
          fields: ["level", "hour"],
          values: [values[0], values[2]],
          refused: [["CAMPAIGN", 2]],
          ifGiven: ["level", "hour"],
        },
      },
      lacks: ["level/hour cannot be NONE/1 or NONE/2"],
    });
    const none = ruleOf("known-combinations", { values: [["NONE", 1]], refused: undefined });
    expect(narrowRule(none, shape)).toEqual({ rule: none, lacks: [] });
    const fine = ruleOf("known-combinations");
    expect(narrowRule(fine, shape)).toEqual({ rule: fine, lacks: [] });
  });

  it("is impossible if the schema always requires the field, so a requires-present rule is redundant", () => {
    const when = [{ field: "level", is: ["CAMPAIGN"] }];
    for (const kind of names)
      expect(isImplied(ruleOf(kind), shapeOf(["hour"]))).toBe(kind === "requires-present");
    expect(isImplied(ruleOf("requires-present"), shape)).toBe(false);
    expect(isImplied(ruleOf("requires-present", { when }), shapeOf(["hour"]))).toBe(false);
    expect(isImplied(ruleOf("requires-present", { field: "nowhere" }), shape)).toBe(false);
  });
});

describe("a condition", () => {
  const value = fc.constantFrom<string | number | boolean>("a", "b", "c", 1, 2, true, false);
  const values = fc.uniqueArray(value, { minLength: 1, maxLength: 4 });
  const condition: fc.Arbitrary<Condition> = fc.oneof(
    fc.record({ field: fc.constant("x"), is: values }),
    fc.record({ field: fc.constant("x"), isNot: values }),
    fc.record({ field: fc.constant("x"), present: fc.boolean() }),
  );
  const holds = (one: Condition, given: string | number | boolean | undefined): boolean => {
    if ("present" in one) return (given !== undefined) === one.present;
    return "is" in one
      ? one.is.some((item) => item === given)
      : one.isNot.every((item) => item !== given);
  };
  const bare: Shape = { field: () => undefined, values: () => null };
  const assuming = (assumed: string): Shape => ({
    ...bare,
    field: (name) => ({ name, type: TEXT, required: false, limits: {}, doc: "", default: assumed }),
  });
  const run = (code: string, given: unknown): boolean => new Function("x", `return ${code}`)(given);

  it("has a negation that is true exactly if the condition is false", () => {
    fc.assert(
      fc.property(condition, fc.option(value, { nil: undefined }), (one, given) => {
        expect(holds(negateCondition(one), given)).toBe(!holds(one, given));
        expect(negateCondition(negateCondition(one))).toEqual(one);
      }),
    );
  });

  it("is negated in code, alone and with others, and a missing field counts as its default", () => {
    fc.assert(
      fc.property(
        fc.array(condition, { minLength: 1, maxLength: 3 }),
        fc.option(value, { nil: undefined }),
        (all, given) => {
          expect(run(negatedAsCode(all, bare), given)).toBe(!all.every((one) => holds(one, given)));
          const seen = (one: Condition) => ("present" in one ? given : (given ?? "a"));
          expect(run(negatedAsCode(all, assuming("a")), given)).toBe(
            !all.every((one) => holds(one, seen(one))),
          );
        },
      ),
    );
    expect(() => negatedAsCode([], bare)).toThrow("there are no conditions to negate");
  });

  it.each<[readonly Condition[], string]>([
    [[{ field: "level", is: ["CAMPAIGN"] }], "level is CAMPAIGN"],
    [[{ field: "level", isNot: ["CAMPAIGN", "PIN_ITEM"] }], "level is not CAMPAIGN or PIN_ITEM"],
    [[{ field: "hour", is: [1, 2, 3] }], "hour is 1, 2 or 3"],
    [
      [
        { field: "day", present: true },
        { field: "flag", present: false },
      ],
      "day is given and flag is not given",
    ],
    [
      [{ field: "level", is: ["AD_TARGETING", "PIN_TARGETING", "TAG_TARGETING"] }],
      "level is a value ending in _TARGETING",
    ],
    [
      [{ field: "level", isNot: ["TAG_TARGETING", "PIN_TARGETING", "AD_TARGETING"] }],
      "level is not a value ending in _TARGETING",
    ],
    [
      [{ field: "level", is: ["AD_TARGETING", "PIN_TARGETING"] }],
      "level is AD_TARGETING or PIN_TARGETING",
    ],
    [
      [{ field: "level", is: ["AD_TARGETING", "PIN_TARGETING", "CAMPAIGN"] }],
      "level is AD_TARGETING, PIN_TARGETING or CAMPAIGN",
    ],
    [
      [{ field: "day", is: ["AD_TARGETING", "PIN_TARGETING", "TAG_TARGETING"] }],
      "day is AD_TARGETING, PIN_TARGETING or TAG_TARGETING",
    ],
    [[{ field: "nowhere", is: ["A_X", "B_X", "C_X"] }], "nowhere is A_X, B_X or C_X"],
  ])("is printed in words: %j", (when, words) => {
    expect(conditionsInWords(when, shape)).toBe(words);
  });

  it("does not describe values by their common suffix if there are only two of them", () => {
    const two: Shape = { ...shape, values: () => ["A_X", "B_X", "C"] };
    expect(valuesInWords(["A_X", "B_X"], "level", two)).toBe("A_X or B_X");
  });

  it("uses the JavaScript type of a value", () => {
    const held = Object.fromEntries(
      Object.entries(TYPES).map(([name, type]) => [name, jsTypeOf(type)]),
    );
    const [text, list] = [
      { day: "string", maybeDay: "string", fixed: "string" },
      { columns: "array", maybeColumns: "array", texts: "array" },
    ];
    const several = { level: null, maybeLevel: null, dayList: null, anyDay: null, eitherDay: null };
    expect(held).toEqual({
      ...text,
      ...list,
      ...several,
      hour: "number",
      share: "number",
      flag: "boolean",
      nested: "object",
    });
    expect(jsTypeOf({ kind: "constant", value: true })).toBe("boolean");
  });
});

describe("groups of columns in prose", () => {
  const group = "conversion metrics";
  const pattern = columnGroups.get(group) ?? "";
  const columns = [
    "SPEND",
    "TOTAL_CHECKOUT",
    "CHECKOUT_ROAS",
    "CUSTOM_LABEL",
    "TOTAL_CUSTOM",
    "TOTAL_LEADS_VALUE",
    "LEADER",
    "5",
  ];
  const conversions = ["TOTAL_CHECKOUT", "CHECKOUT_ROAS", "TOTAL_CUSTOM", "TOTAL_LEADS_VALUE"];

  it("are recognized by their names", () => {
    expect(columnsIn(group, columns)).toEqual(conversions);
    expect(columnsIn("SPEND", columns)).toEqual([]);
    const { concerns } = kindOf(ruleOf("no-data-when"));
    expect(concerns?.({ field: "columns", values: ["SPEND", group, "NONE"] }, columns)).toEqual([
      "SPEND",
      ...conversions,
      "NONE",
    ]);
    expect(concerns?.({ field: "columns" }, columns)).toEqual([]);
    const old = ruleOf("inaccurate-when-older");
    expect(kindOf(old).concerns?.(old.params, columns)).toEqual(["CAMPAIGN"]);
    expect(kindOf(old).concernedIf?.(old.params)).toBe(
      "day is more than 3 months before today (UTC)",
    );
  });

  it.each<[readonly string[] | undefined, object]>([
    [undefined, { field: "columns", present: true }],
    [["A"], { field: "columns", holds: ["A"] }],
    [["A", "B"], { field: "columns", holds: ["A", "B"] }],
    [[group], { field: "columns", matching: pattern }],
    [
      [group, "A", "B"],
      {
        any: [
          { field: "columns", holds: ["A", "B"] },
          { field: "columns", matching: pattern },
        ],
      },
    ],
  ])("are printed as their elements: %j", (values, body) => {
    const params = values === undefined ? { field: "columns" } : { field: "columns", values };
    expect(kindOf(ruleOf("no-data-when")).breaches(params)).toEqual([{ edge: false, body }]);
  });
});

describe("the text of a rule", () => {
  const when = [{ field: "level", is: ["CAMPAIGN"] }];
  it.each<[string, RuleEntry, string, string]>([
    [
      "date-format",
      {},
      "day must be a valid date (YYYY-MM-DD)",
      "day must be a valid date (YYYY-MM-DD)",
    ],
    ["date-order", {}, "maybeDay must not be before day", "maybeDay must not be before day"],
    [
      "not-after-today",
      {},
      "day must not be after today (UTC)",
      "a request with day after today (UTC) may return no rows",
    ],
    [
      "max-lookback",
      {},
      "day must be at most 3 months before today (UTC)",
      "day more than 3 months before today (UTC) may be rejected",
    ],
    [
      "max-range",
      { amount: 1 },
      "day and anyDay must be at most 1 year apart",
      "day and anyDay more than 1 year apart may be rejected",
    ],
    [
      "min-range",
      {},
      "day to eitherDay must span at least 7 days",
      "day to eitherDay must span at least 7 days",
    ],
    ["min-date", {}, "day must be after 2024-03-16", "day must be after 2024-03-16"],
    [
      "hour-order",
      {},
      "share must not be before hour on the same day",
      "share must not be before hour on the same day",
    ],
    ["forbidden-when", {}, "hour is not allowed", "hour may be rejected"],
    [
      "requires-value",
      {},
      "hour requires level to be CAMPAIGN",
      "hour requires level to be CAMPAIGN",
    ],
    ["requires-present", {}, "hour is required", "without hour, the response may be useless"],
    [
      "forbidden-values-when",
      {},
      "CAMPAIGN is not allowed in columns",
      "CAMPAIGN may be rejected in columns",
    ],
    [
      "forbidden-values-when",
      { field: "level" },
      "CAMPAIGN is not allowed as level",
      "CAMPAIGN may be rejected as level",
    ],
    ["at-least-one-of", {}, "requires hour, or day and share", "requires hour, or day and share"],
    [
      "known-combinations",
      { refused: undefined },
      "level/hour must be CAMPAIGN/1",
      "level/hour may be rejected unless they are CAMPAIGN/1",
    ],
    [
      "known-combinations",
      {
        fields: ["flag", "hour"],
        values: [
          [true, 1],
          [false, 0],
        ],
        refused: [[true, 0]],
      },
      "flag/hour must be true/1 or false/0",
      "flag/hour may be rejected unless they are true/1 or false/0; true/0 was refused",
    ],
  ])("has the right wording for %s %j", (kind, more, error, warning) => {
    expect(ruleInWords(ruleOf(kind, more), shape)).toBe(error);
    expect(ruleInWords(ruleOf(kind, { ...more, severity: "warning", when }), shape)).toBe(
      `${warning} when level is CAMPAIGN`,
    );
    expect(ruleInWords(ruleOf(kind, { ...more, until: "5.1.0" }), shape)).toBe(
      `${warning}; last stated in version 5.1.0`,
    );
  });

  it.each<[RuleEntry, string]>([
    [{}, ""],
    [{ seenIn: "nowhere" }, "no known source"],
    [{ seenOn: "2026-11-29" }, "seen on 2026-11-29"],
    [{ seenIn: "a guide" }, "seen in a guide"],
    [{ seenIn: "a guide", seenOn: "2026-11-29" }, "seen on 2026-11-29 in a guide"],
  ])("says where the rule was seen: %j", (seen, words) => {
    expect(seenInWords(ruleOf("date-order", seen))).toBe(words);
  });

  it("includes its condition, or says that it only warns", () => {
    expect(ruleInWords(ruleOf("only-when"), shape)).toBe(
      "hour is only allowed when level is CAMPAIGN",
    );
    expect(ruleInWords(ruleOf("no-data-when"), shape)).toBe(
      "CAMPAIGN in columns may return no data",
    );
    expect(ruleInWords(ruleOf("no-data-when", { values: undefined }), shape)).toBe(
      "columns may return no data",
    );
    expect(ruleInWords(ruleOf("inaccurate-when-older"), shape)).toBe(
      "CAMPAIGN in columns may be inaccurate if day is more than 3 months before today (UTC)",
    );
  });
});

describe("the types of a request", () => {
  const when = [
    { field: "level", is: ["CAMPAIGN"] },
    { field: "flag", present: true },
  ];
  const seen: Readonly<Record<string, TypeCheck>> = {
    "forbidden-when": { clauses: [[{ field: "hour", present: true }]], at: "hour" },
    "only-when": { clauses: [[{ field: "hour", present: true }]], at: "hour" },
    "requires-value": {
      clauses: [[{ field: "hour", present: true }], [{ field: "level", isNot: ["CAMPAIGN"] }]],
      at: "hour",
    },
    "requires-present": { clauses: [[{ field: "hour", present: false }]], at: "hour" },
    "forbidden-values-when": {
      clauses: [[{ field: "columns", present: true }]],
      at: "columns",
      items: { values: ["CAMPAIGN"], message: "is not allowed in columns" },
    },
    "at-least-one-of": {
      clauses: [
        [{ field: "hour", present: false }],
        [
          { field: "day", present: false },
          { field: "share", present: false },
        ],
      ],
      at: null,
    },
    "known-combinations": {
      clauses: [
        [{ field: "level", present: true }],
        [{ field: "hour", present: true }],
        [
          { field: "level", isNot: ["CAMPAIGN"] },
          { field: "hour", isNot: [1] },
        ],
      ],
      at: null,
    },
  };

  it.each(names)(
    "check what is certain without a clock or a calendar for rules of kind %s, but ignore warnings",
    (kind) => {
      expect(typeOf(ruleOf(kind))).toEqual(seen[kind] ?? null);
      expect(typeOf(ruleOf(kind, { severity: "warning" }))).toBe(null);
      expect(anyTyped([ruleOf("date-format"), ruleOf(kind)])).toBe(kind in seen);
    },
  );

  it("reject a single forbidden value as a whole", () => {
    const rule = ruleOf("forbidden-values-when", { field: "level" });
    expect(typeOf(rule)).toEqual({
      clauses: [[{ field: "level", is: ["CAMPAIGN"] }]],
      at: "level",
    });
  });

  it("express that all of a rule's conditions are met or, if the rule allows a field, that at least one is not", () => {
    const check = { clauses: [[{ field: "hour", present: true }]], at: "hour" };
    expect(violationClauses(ruleOf("forbidden-when", { when }), check)).toEqual([
      ...when.map((one) => [one]),
      ...check.clauses,
    ]);
    expect(violationClauses(ruleOf("only-when", { when }), check)).toEqual([
      when.map(negateCondition),
      ...check.clauses,
    ]);
    expect(violationClauses(ruleOf("forbidden-when"), check)).toEqual(check.clauses);
  });
});

describe("a kind of rule", () => {
  it.each(names)("lists what its template calls and reads: %s", (name) => {
    const partial = readFileSync(
      new URL(`../../../templates/rules/${name}.hbs`, import.meta.url),
      "utf8",
    );
    const kind = kinds.get(name);
    const calls = (
      ["isDayShaped", "boundaryViolation", "combinationOf", "violation"] as const
    ).filter((one) => partial.includes(`${one}(`));
    expect(kind?.uses).toEqual(calls);
    expect(kind?.today).toBe(/\btoday\b/.test(partial));
  });

  it("counts days in the strictest and the most lenient reading", () => {
    expect([1, 2.5].map((amount) => daysIn({ amount, unit: "day" }))).toEqual([
      { min: 1, max: 1 },
      { min: 2.5, max: 2.5 },
    ]);
    // Any consecutive months in any year fit these limits, and so does one day less or more.
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 40 }),
        fc.integer({ min: 0, max: 48 }),
        (amount, from) => {
          const days = (Date.UTC(2023, from + amount, 1) - Date.UTC(2023, from, 1)) / 86_400_000;
          const { min: least, max: most } = daysIn({ amount, unit: "month" });
          expect(least).toBeLessThanOrEqual(days);
          expect(most).toBeGreaterThanOrEqual(days);
          expect(most - least).toBeLessThanOrEqual(5 + amount / 12);
        },
      ),
    );
    expect(daysIn({ amount: 2, unit: "year" })).toEqual({ min: 730, max: 732 });
    expect(daysIn({ amount: 0.5, unit: "year" })).toEqual({ min: 182, max: 183 });
  });
});
