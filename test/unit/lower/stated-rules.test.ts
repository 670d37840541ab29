import { describe, expect, it } from "vitest";
import { lower } from "../../../generator/lower/lower.js";
import type { Rule } from "../../../generator/model/model.js";
import type { Json, JsonObject } from "../../../generator/parse/json.js";
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
  maybe: { ...text, nullable: true },
  assumed: { ...text, nullable: true, default: "A" },
  list: { type: "array", items: { ...text, enum: ["A", "B"] } },
};

function rulesOf(constraint: JsonObject, rules: readonly JsonObject[] = []) {
  const { model, notices } = lower(
    smallContract({
      body: { type: "object", required: ["must"], properties: PROPERTIES, ...constraint },
      rules,
    }),
  );
  const all = model.flows[0]?.rules ?? [];
  return { all, texts: all.map(written), said: notices.map(({ what }) => what) };
}

/** A rule as one line: its kind, its parameters and its conditions. */
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
const both = (...parts: readonly JsonObject[]): JsonObject => ({ allOf: parts });
// A literal with `then` would be taken for a promise.
const when = (condition: JsonObject, consequence?: JsonObject, otherwise?: JsonObject) =>
  JSON.parse(
    JSON.stringify({ if: condition, consequence, else: otherwise }).replace("consequence", "then"),
  ) as JsonObject;

/** `is` reads an enum: a contract has no `const`. */
const enums = (constraint: JsonObject): JsonObject =>
  JSON.parse(JSON.stringify(constraint).replace(/"const":("[^"]*"|[\w.]+)/g, '"enum":[$1]'));

describe("a rule of a schema", () => {
  it.each<readonly [constraint: JsonObject, rules: readonly string[]]>([
    // One field needs another one.
    [{ dependentRequired: { a: ["b"] } }, ["requires-present b when a"]],
    [
      { dependentRequired: { a: ["b", "c"], c: ["a"] } },
      ["requires-present b when a", "requires-present c when a", "requires-present a when c"],
    ],
    [{ dependentSchemas: { a: given("b") } }, ["requires-present b when a"]],
    [{ dependencies: { a: given("b") } }, ["requires-present b when a"]],
    [{ dependentSchemas: { a: { not: given("b") } } }, ["forbidden-when b when a"]],
    // A field that is always there is no condition, and is never missing.
    [{ dependentRequired: { must: ["a"] } }, ["requires-present a"]],
    [{ dependentRequired: { a: ["must"] } }, []],
    [{ not: given("must", "a") }, ["forbidden-when a"]],
    // Fields that exclude each other.
    [{ not: given("a", "b") }, ["forbidden-when b when a"]],
    [{ not: { anyOf: [given("a"), given("b")] } }, ["forbidden-when a", "forbidden-when b"]],
    [{ not: given("a") }, ["forbidden-when a"]],
    // Values.
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
    // A value that the API assumes is not one that was given.
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
    // Values that no body has.
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
  ])("%j", (constraint, rules) => {
    const { texts, said } = rulesOf(enums(constraint));
    expect([texts, said]).toStrictEqual([rules, []]);
  });

  it.each<readonly [constraint: JsonObject, rules: readonly string[], says: string]>([
    // Of two that it states, one is about nothing that can be checked.
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
    // A rule takes null for the default, the schema does not.
    [when(given("a"), is("assumed", "A")), [], "`if` is not checked"],
  ])("%j is not checked as a whole, which is said", (constraint, rules, says) => {
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
  ])("is the same with what says nothing about fields: %j", (consequence) => {
    expect(rulesOf(when(given("a"), consequence))).toMatchObject({
      texts: ["requires-present b when a"],
      said: [],
    });
  });

  it("has the place and the words of its constraint, and a name of its own", () => {
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
    expect(one).toMatch(/^[0-9a-f]{16}$/);
    expect([same === one, other === one]).toStrictEqual([true, false]);
  });

  it("is not repeated, and shares its name with none", () => {
    const first = { dependentRequired: { a: ["b"] } };
    expect(rulesOf({ ...first, dependentSchemas: { a: given("b") } }).texts).toStrictEqual([
      "requires-present b when a",
    ]);
    const stated = { kind: "requires-present", field: "b", when: [{ field: "a", present: true }] };
    expect(rulesOf(first, [{ id: "ours", ...stated }]).all.map(({ id }) => id)).toStrictEqual([
      "ours",
    ]);
    expect(
      rulesOf(first, [{ id: "ours", severity: "warning", ...stated }]).all.map(({ id }) => id),
    ).toStrictEqual(["ours", "requires-present-b-with-a"]);
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

  it("lists at most twelve values that are forbidden, and thirty-two ways", () => {
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
    expect(ways(16)).toStrictEqual([32, []]);
    expect(ways(17)).toStrictEqual([0, ["`not` is not checked"]]);
  });
});
