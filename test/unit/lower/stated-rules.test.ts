import { describe, expect, it } from "vitest";
import { lower } from "../../../generator/lower/lower.js";
import type { Rule } from "../../../generator/model/model.js";
import type { OwnRule } from "../../../generator/parse/annotations.js";
import type { Json, JsonObject } from "../../../generator/parse/json.js";
import { Problems } from "../../../generator/problem.js";
import { smallContract } from "../../support/small-contract.js";

const text: JsonObject = { type: "string" };
const PROPERTIES: JsonObject = {
  a: text,
  b: text,
  c: text,
  kind: { ...text, enum: ["A", "B", "C"] },
  mode: { ...text, enum: ["X", "Y"], default: "X" },
  size: { type: "integer", enum: [1, 2, 3] },
  flag: { type: "boolean" },
  must: { ...text, enum: ["P", "Q"] },
  number: { type: "integer" },
  maybe: { ...text, nullable: true },
  assumed: { ...text, nullable: true, default: "A" },
  list: { type: "array", items: { ...text, enum: ["A", "B"] } },
};

function rulesOf(constraint: JsonObject, rules: readonly JsonObject[] = []) {
  const { model, notices } = lower(
    smallContract({
      body: { type: "object", required: ["must", "number"], properties: PROPERTIES, ...constraint },
      rules,
    }),
  );
  const all = model.flows[0]?.rules ?? [];
  return { all, texts: all.map(written), said: notices.map(({ what }) => what) };
}

/** A rule as a single line: its kind, parameters and conditions. */
function written({ kind, params, when }: Rule): string {
  const conditions = when.map(({ field, ...condition }) => {
    if ("present" in condition) return `${condition.present ? "" : "no "}${field}`;
    return "is" in condition
      ? `${field} is ${condition.is.join("|")}`
      : `${field} is not ${"isNot" in condition ? condition.isNot.join("|") : "?"}`;
  });
  const { field, ...others } = params as Readonly<Record<string, Json>>;
  const more = Object.keys(others).length === 0 ? "" : ` ${JSON.stringify(others)}`;
  return `${kind} ${String(field)}${more}${conditions.length === 0 ? "" : ` when ${conditions.join(", ")}`}`;
}

const is = (field: string, ...values: readonly Json[]): JsonObject => ({
  properties: { [field]: values.length === 1 ? { const: values[0] ?? null } : { enum: values } },
});
const isNot = (field: string, ...values: readonly Json[]): JsonObject => ({
  properties: { [field]: { not: { enum: values } } },
});
const given = (...fields: readonly string[]): JsonObject => ({ required: fields });
const to = (name: string): JsonObject => ({ $ref: `#/components/schemas/${name}` });
const both = (...parts: readonly JsonObject[]): JsonObject => ({ allOf: parts });
// An object literal with `then` would look like a promise.
const when = (condition: JsonObject, consequence?: JsonObject, otherwise?: JsonObject) =>
  JSON.parse(
    JSON.stringify({ if: condition, consequence, else: otherwise }).replace("consequence", "then"),
  ) as JsonObject;

/** `is` reads an enum, because a contract contains no `const`. */
const enums = (constraint: JsonObject): JsonObject =>
  JSON.parse(JSON.stringify(constraint).replace(/"const":("[^"]*"|[\w.]+)/g, '"enum":[$1]'));

describe("a rule of a schema", () => {
  it.each<readonly [constraint: JsonObject, rules: readonly string[]]>([
    // One field requires another.
    [{ dependentRequired: { a: ["b"] } }, ["requires-present b when a"]],
    [
      { dependentRequired: { a: ["b", "c"], c: ["a"] } },
      ["requires-present b when a", "requires-present c when a", "requires-present a when c"],
    ],
    [{ dependentSchemas: { a: given("b") } }, ["requires-present b when a"]],
    [{ dependencies: { a: given("b") } }, ["requires-present b when a"]],
    [{ dependentSchemas: { a: { not: given("b") } } }, ["forbidden-when b when a"]],
    // A required field is not a condition, and is never missing.
    [{ dependentRequired: { must: ["a"] } }, ["requires-present a"]],
    [{ dependentRequired: { a: ["must"] } }, []],
    [{ not: given("must", "a") }, ["forbidden-when a"]],
    // Fields that exclude each other.
    [{ not: given("a", "b") }, ["forbidden-when b when a"]],
    [{ not: { anyOf: [given("a"), given("b")] } }, ["forbidden-when a", "forbidden-when b"]],
    [{ not: given("a") }, ["forbidden-when a"]],
    // Conditions on values.
    [when(both(is("kind", "A"), given("kind")), given("a")), ["requires-present a when kind is A"]],
    [
      when(is("kind", "A"), given("a")),
      ["requires-present a when no kind", "requires-present a when kind is A"],
    ],
    [
      when(both(is("kind", "A", "B"), given("kind")), given("a"), { not: given("a") }),
      ["requires-present a when kind is A|B", "forbidden-when a when kind is not A|B"],
    ],
    [when(is("must", "P"), given("a")), ["requires-present a when must is P"]],
    [
      when(given("a"), is("kind", "A")),
      ['forbidden-values-when kind {"values":["B","C"],"scalar":true} when a'],
    ],
    [
      when(given("a"), isNot("kind", "A", "B")),
      ['forbidden-values-when kind {"values":["A","B"],"scalar":true} when a'],
    ],
    [when(given("a"), isNot("size", 1)), ["forbidden-when size when a, size is 1"]],
    [when(given("a"), is("size", 1, 2)), ["forbidden-when size when a, size is not 1|2"]],
    [when(given("a"), is("b", "x")), ["forbidden-when b when a, b is not x"]],
    [
      when(given("a"), is("must", "P")),
      ['forbidden-values-when must {"values":["Q"],"scalar":true} when a'],
    ],
    [
      when(given("a"), { not: both(is("b", "x"), given("b")) }),
      ["forbidden-when b when a, b is x"],
    ],
    [
      when(given("a"), is("number", 1, 2)),
      ['requires-value a {"requires":{"field":"number","is":[1,2]}} when a'],
    ],
    // A default is not a value that the caller passed.
    [
      when(both(is("mode", "X"), given("mode")), given("a")),
      ["requires-present a when mode, mode is X"],
    ],
    [when(both(is("mode", "Y"), given("mode")), given("a")), ["requires-present a when mode is Y"]],
    [
      when(isNot("mode", "X"), given("a")),
      ["requires-present a when no mode", "requires-present a when mode is not X"],
    ],
    [
      when(given("a"), is("mode", "X")),
      ['forbidden-values-when mode {"values":["Y"],"scalar":true} when a'],
    ],
    [when(given("a"), is("mode", "Y")), ["forbidden-when mode when a, mode is not Y"]],
    // Values that no body can have.
    [
      when(is("kind", "A", "B", "C"), given("a")),
      ["requires-present a when no kind", "requires-present a when kind"],
    ],
    [when(both(is("kind", "D"), given("kind")), given("a")), []],
    [when(given("a"), is("flag", true)), ["forbidden-when flag when a, flag is not true"]],
    [when(given("a"), is("flag", true, false)), []],
    [{ not: both(is("kind", "A"), given("kind"), is("kind", "B")) }, []],
    [
      { not: both(is("kind", "A", "B"), given("kind"), isNot("kind", "B")) },
      ['forbidden-values-when kind {"values":["A"],"scalar":true}'],
    ],
  ])("is read correctly: %j", (constraint, rules) => {
    const { texts, said } = rulesOf(enums(constraint));
    expect([texts, said]).toStrictEqual([rules, []]);
  });

  it.each<readonly [constraint: JsonObject, rules: readonly string[], says: string]>([
    // Only one of its two requirements can be checked.
    [
      { dependentRequired: { a: ["b"], nowhere: ["c"] } },
      ["requires-present b when a"],
      "`dependentRequired` is only partly checked",
    ],
    [{ dependentRequired: { nowhere: ["a"] } }, [], "`dependentRequired` is not checked"],
    [{ not: { minProperties: 2 } }, [], "`not` is not checked"],
    [{ not: 5 }, [], "`not` is not checked"],
    [{ if: 5 }, [], "`if` is not checked"],
    [when(is("a", "x"), { properties: { b: { maxLength: 3 } } }), [], "`if` is not checked"],
    [when(given("a"), { type: "array" }), [], "`if` is not checked"],
    [when(given("a"), { properties: { b: 5 } }), [], "`if` is not checked"],
    [when(given("a"), { additionalProperties: false }), [], "`if` is not checked"],
    [when(given("a"), { allOf: [5] }), [], "`if` is not checked"],
    [when(given("a"), { properties: { b: { enum: "x" } } }), [], "`if` is not checked"],
    [when(given("a"), { properties: { b: { enum: [["x"]] } } }), [], "`if` is not checked"],
    [when(given("a"), { properties: { b: { not: { minLength: 1 } } } }), [], "`if` is not checked"],
    [when(given("a"), { properties: { b: { not: 5 } } }), [], "`if` is not checked"],
    [
      when(given("a"), { properties: { b: { type: "string", not: {} } } }),
      [],
      "`if` is not checked",
    ],
    [when(given("a"), { properties: { b: { type: "integer" } } }), [], "`if` is not checked"],
    // A rule treats null as the default, but the schema does not.
    [when(given("a"), is("assumed", "A")), [], "`if` is not checked"],
  ])("is only partly checked for %j, with a notice", (constraint, rules, says) => {
    const { texts, said } = rulesOf(enums(constraint));
    expect([texts, said]).toStrictEqual([rules, [says]]);
  });

  it.each<readonly [consequence: JsonObject]>([
    [{ ...given("b"), type: "object" }],
    [{ ...given("b"), nullable: true, deprecated: true, "x-a": 1, default: {} }],
    [{ ...given("b"), additionalProperties: true, properties: { c: {} } }],
    [{ ...given("b"), additionalProperties: {}, properties: { c: { type: "string" } } }],
    [{ ...given("b"), properties: { c: { default: "x", "x-a": 1 } } }],
    [{ allOf: [given("b"), {}] }],
    [{ anyOf: [given("b"), given("b")] }],
    [{ not: { not: given("b") } }],
    [{ not: { properties: { b: { not: {} } } } }],
  ])("ignores keywords that do not concern fields: %j", (consequence) => {
    expect(rulesOf(when(given("a"), consequence))).toMatchObject({
      texts: ["requires-present b when a"],
      said: [],
    });
  });

  it("can be nested in another schema or behind a reference", () => {
    const inner = when(given("b"), given("c"), given("kind"));
    expect(rulesOf(when(given("a"), inner))).toMatchObject({
      texts: ["requires-present c when a, b", "requires-present kind when a, no b"],
      said: [],
    });
    const refer = (constraint: JsonObject) => {
      const { model, notices } = lower(
        smallContract({
          body: { type: "object", properties: PROPERTIES, ...constraint },
          schemas: { B: given("b"), Loop: { ...given("c"), allOf: [to("Loop")] } },
        }),
      );
      return [model.flows[0]?.rules.map(written), notices.map(({ what }) => what)];
    };
    expect(refer(when(given("a"), to("B")))).toEqual([["requires-present b when a"], []]);
    // The referenced schema may have lost keywords.
    expect(refer(when(to("B"), given("a")))).toEqual([[], ["`if` is not checked"]]);
    expect(refer(when(given("a"), to("Loop")))).toEqual([
      ["requires-present c when a"],
      ["`if` is only partly checked"],
    ]);
  });

  it("has the path and text of its constraint, and a unique name", () => {
    const first = { dependentRequired: { a: ["b"] } };
    const at = "#/paths/~1accounts~1{account_id}~1things/post/requestBody";
    const { all } = rulesOf(
      enums(when(both(is("kind", "A"), given("kind")), isNot("size", 1), given("a"))),
    );
    expect(all.map(({ id, sources }) => [id, sources.map((source) => source.at)])).toStrictEqual([
      ["forbidden-when-size-a-1", [`${at}/if`]],
      ["requires-present-a-not-a", [`${at}/if`]],
    ]);
    const [one, same, other] = [first, first, { dependentRequired: { a: ["c"] } }].map(
      (constraint) => rulesOf(constraint).all[0]?.sources[0]?.fingerprint,
    );
    const [b, c] = ["b", "c"].map(
      (name) => rulesOf(when(given("a"), given(name))).all[0]?.sources[0]?.fingerprint,
    );
    expect(b).not.toBe(c);
    expect(one).toMatch(/^[0-9a-f]{16}$/);
    expect([same === one, other === one]).toStrictEqual([true, false]);
  });

  it("is listed once, under a unique name", () => {
    const first = { dependentRequired: { a: ["b"] } };
    expect(rulesOf({ ...first, dependentSchemas: { a: given("b") } }).texts).toStrictEqual([
      "requires-present b when a",
    ]);
    const stated = { kind: "requires-present", field: "b", when: [{ field: "a", present: true }] };
    expect(rulesOf(first, [{ id: "ours", ...stated }]).all.map(({ id }) => id)).toStrictEqual([
      "ours",
    ]);
    // A warning is weaker than the schema, and the error covers it.
    expect(
      rulesOf(first, [{ id: "ours", severity: "warning", ...stated }]).all.map(({ id }) => id),
    ).toStrictEqual(["requires-present-b-with-a"]);
    const taken = ["requires-present-b-with-a", "requires-present-b-with-a-2"].map((id, at) => ({
      id,
      ...stated,
      field: ["c", "kind"][at] ?? "",
    }));
    expect(rulesOf(first, taken).all.map(({ id }) => id)).toStrictEqual([
      ...taken.map(({ id }) => id),
      "requires-present-b-with-a-3",
    ]);
  });

  it("lists at most twelve forbidden values, and at most a hundred alternatives", () => {
    const some = (count: number) => Array.from({ length: count }, (_, at) => `V${at}`);
    const ruleFor = (count: number) => {
      const x = { ...text, enum: ["V", ...some(count)] };
      const { model } = lower(
        smallContract({
          body: {
            type: "object",
            properties: { a: text, x },
            ...enums(when(given("a"), is("x", "V"))),
          },
        }),
      );
      return model.flows[0]?.rules.map(written);
    };
    expect(ruleFor(12)?.[0]).toContain("forbidden-values-when x");
    expect(ruleFor(13)).toStrictEqual(["forbidden-when x when a, x is not V"]);
    const ways = (count: number) => {
      const names = some(count);
      const { model, notices } = lower(
        smallContract({
          body: {
            type: "object",
            properties: Object.fromEntries([...names, "a", "b"].map((name) => [name, text])),
            not: {
              allOf: [
                { anyOf: names.map((name) => given(name)) },
                { anyOf: [given("a"), given("b")] },
              ],
            },
          },
        }),
      );
      return [model.flows[0]?.rules.length, notices.map(({ what }) => what)];
    };
    expect(ways(50)).toStrictEqual([100, []]);
    expect(ways(51)).toStrictEqual([100, ["`not` is only partly checked"]]);
  });
});

describe("a contract's rules and our own", () => {
  const BODY: JsonObject = {
    type: "object",
    properties: {
      level: { ...text, enum: ["A", "B"] },
      ids: { type: "array", items: text },
      a: text,
      b: text,
      c: text,
      d: text,
    },
  };
  const rule = (id: string, more: JsonObject = {}): JsonObject => ({
    id,
    kind: "forbidden-when",
    field: id,
    when: [{ field: "level", is: ["A"] }],
    ...more,
  });
  const rulesFor = (
    stated: readonly Json[],
    ours: readonly Json[],
    operation = "things/create",
  ) => {
    const contract = smallContract({ body: BODY, rules: stated as readonly JsonObject[] });
    const rules = ours.map((entry, at) => ({ operation, entry, where: `rules.yaml:${at + 1}` }));
    try {
      const { model, notices } = lower({
        ...contract,
        annotations: { ...contract.annotations, rules: rules as readonly OwnRule[] },
      });
      const ids = model.flows[0]?.rules.map(({ id }) => id);
      return { ids, said: notices.map(({ kind, what, where }) => `${kind} ${where}: ${what}`) };
    } catch (error) {
      if (!(error instanceof Problems)) throw error;
      return { said: error.list.map(({ what, where }) => `${where}: ${what}`) };
    }
  };
  const isA = { when: [{ field: "level", is: ["C"] }] };

  it("are all enforced in order, the contract's rules first", () => {
    expect(rulesFor([rule("b"), rule("a")], [rule("d"), rule("c")])).toStrictEqual({
      ids: ["b", "a", "d", "c"],
      said: [],
    });
    expect(rulesFor([], [rule("d")], "things/get")).toStrictEqual({ ids: [], said: [] });
  });

  it("cause a notice if they name a value that the field cannot have", () => {
    expect(rulesFor([rule("a", isA)], [rule("b", isA)])).toStrictEqual({
      ids: [],
      said: [
        "loosened things/create, x-rules, entry 1: a rule is not enforced: a: level cannot be C",
        "dormant rules.yaml:1: b of things/create: level cannot be C",
      ],
    });
    const some = { when: [{ field: "level", is: ["A", "C"] }] };
    expect(rulesFor([rule("a", some)], [rule("b", some)])).toStrictEqual({
      ids: ["a", "b"],
      said: [
        "loosened things/create, x-rules, entry 1: a rule is not enforced: a: level cannot be C",
        "dormant rules.yaml:1: b of things/create: level cannot be C",
      ],
    });
    const ending = { when: [{ field: "level", ending: "_X" }] };
    expect(rulesFor([], [rule("b", ending)]).said).toStrictEqual([
      expect.stringMatching(/^dormant rules\.yaml:1: b of things\/create: /),
    ]);
  });

  it("cause an error if two have the same name but state different things", () => {
    const other = rule("a", { when: [{ field: "level", is: ["B"] }] });
    expect(rulesFor([rule("a")], [rule("a"), rule("b")])).toStrictEqual({
      ids: ["a", "b"],
      said: [],
    });
    for (const [stated, ours] of [
      [[rule("a")], [other]],
      [[], [rule("a"), other]],
    ] as const)
      expect(rulesFor(stated, ours)).toStrictEqual({
        said: [
          `rules.yaml:${ours.length}: a rule has the same id as another rule for things/create: a`,
        ],
      });
    expect(rulesFor([rule("a"), other], [])).toStrictEqual({
      ids: ["a"],
      said: [
        "loosened things/create, x-rules, entry 2: a rule is not enforced: a: another rule has the same id",
      ],
    });
  });

  it("cause a notice if they are invalid in the contract, and an error if they are invalid in our own file", () => {
    expect(rulesFor([5, { kind: "no-kind" }], [rule("b")])).toStrictEqual({
      ids: ["b"],
      said: [
        expect.stringMatching(
          /^loosened things\/create, x-rules, entry 1: a rule is not enforced: a rule: /,
        ),
        expect.stringMatching(
          /^loosened things\/create, x-rules, entry 2: a rule is not enforced: a rule: /,
        ),
      ],
    });
    expect(rulesFor([], [rule("b", { severity: "fatal" })])).toStrictEqual({
      said: ["rules.yaml:1: a rule needs `severity`: error or warning"],
    });
  });

  it("are omitted if a schema already states them", () => {
    const body = (constraint: JsonObject, rules: readonly JsonObject[]) =>
      lower(smallContract({ body: { ...BODY, ...constraint }, rules })).model.flows[0]?.rules.map(
        ({ id }) => id,
      );
    expect(
      body({ required: ["ids"] }, [{ id: "a", kind: "requires-present", field: "ids" }]),
    ).toStrictEqual([]);
    expect(body({}, [{ id: "a", kind: "requires-present", field: "ids" }])).toStrictEqual(["a"]);
  });

  it("cause a notice if another rule always forbids their field, whichever field it is", () => {
    const fields = ["a", "b", "c", "size", "flag"];
    for (const field of fields) {
      const about = { id: "r", severity: "error", when: [{ field, present: true }] };
      const rules = [
        { ...about, kind: "requires-present", field: field === "a" ? "b" : "a" },
        {
          ...about,
          id: "other",
          kind: "requires-present",
          field: "kind",
          when: [{ field: "list", present: true }],
        },
      ];
      const allowed = rulesOf({}, rules);
      const never = rulesOf({ not: given("must", field) }, rules);
      expect([allowed.texts.length, allowed.said]).toEqual([2, []]);
      expect([never.texts[0], never.texts.length]).toEqual(["requires-present kind when list", 2]);
      expect(never.said).toEqual([
        "a rule is not enforced: r: no request can break it: it is about a field that is never allowed",
      ]);
    }
  });
});
