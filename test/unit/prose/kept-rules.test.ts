import { describe, expect, it } from "vitest";
import type { Json, JsonObject } from "../../../generator/parse/json.js";
import type { NamedRule } from "../../../generator/prose/draft.js";
import {
  earlierContractIn,
  keptRules,
  rememberRules,
  ruleChanges,
} from "../../../generator/prose/kept-rules.js";
import { wordedAs } from "../../../generator/prose/vocabulary.js";

const source = { at: "#/paths/here", fingerprint: "abc" };
const rule: JsonObject = {
  id: "requires-present-label",
  kind: "requires-present",
  when: [{ field: "price", present: true }],
  field: "label",
  sources: [source],
};
const ledger = {
  sentences: 21,
  rule: 1,
  "schema-implied": 2,
  "server-side": 3,
  informational: 4,
  skipped: 5,
  unread: 6,
};

function kept(rules: Json, counts: Json = ledger) {
  const node = { "x-rules": rules, "x-ledger": counts } as JsonObject;
  return keptRules({ id: "op", path: "/a/b", method: "post", node, shared: [] });
}

const problemsOf = (rules: Json, counts?: Json): readonly string[] =>
  kept(rules, counts).problems.map(({ what, where }) => `${where}: ${what}`);

describe("the rules of a contract", () => {
  it("are kept as they are, with everything else as a parameter", () => {
    const report = kept([rule, { ...rule, id: "other", until: "5.1.0" }]);
    const read = {
      id: "requires-present-label",
      kind: "requires-present",
      when: [{ field: "price", present: true }],
      params: { field: "label" },
      sources: [source],
    };
    expect(report.rules).toEqual([read, { ...read, id: "other", until: "5.1.0" }]);
    expect(report.rules[0]).not.toHaveProperty("until");
    expect(report.ledger).toEqual(ledger);
    expect(report.problems).toEqual([]);
    for (const list of [report.unread, report.skips, report.remarks, report.accepted])
      expect(list).toEqual([]);
  });

  it.each([
    ["an id in capitals", { id: "Requires" }],
    ["an id that begins with a digit", { id: "1-rule" }],
    ["an id that ends in an exclamation mark", { id: "rule!" }],
    ["a kind in two words", { kind: "requires present" }],
    ["no source", { sources: [] }],
    ["a source without a place", { sources: [source, { fingerprint: "abc" }] }],
    ["a source without a fingerprint", { sources: [{ at: "#/here" }, source] }],
    ["a condition without a field", { when: [{ field: "price", present: true }, {}] }],
    ["no list of conditions", { when: "price" }],
  ])("are refused with %s", (_, change) => {
    const report = kept([{ ...rule, id: "first" }, { ...rule, ...change } as Json]);
    expect(report.problems.map(({ what, where }) => `${where}: ${what}`)).toEqual([
      "#/paths/~1a~1b/post/x-rules/1: a rule that `pull` did not write",
    ]);
    expect(report.rules).toEqual([]);
    const [{ why, fix } = { why: "", fix: "" }] = report.problems;
    expect(why).toContain("a broken rule would be missing from the package");
    expect(fix).toContain("Use the contract as `pull` wrote it");
  });

  it("need no condition", () => {
    expect(problemsOf([{ ...rule, id: "rule-2", when: [] }])).toEqual([]);
  });

  it("are refused if there is no list of them, or if two have the same name", () => {
    expect(problemsOf({})).toEqual(["#/paths/~1a~1b/post: a contract without x-rules"]);
    expect(problemsOf([rule, { ...rule, when: [] }])).toEqual([
      "#/paths/~1a~1b/post/x-rules: two rules with the same name",
    ]);
  });

  it.each<[string, Json]>([
    ["has a wrong sum", { ...ledger, sentences: 20 }],
    ["lacks a count", Object.fromEntries(Object.entries(ledger).slice(0, -2))],
    ["has one more count", { ...ledger, other: 0 }],
    ["has a fraction", { ...ledger, rule: 1.5, skipped: 4.5 }],
    ["is a list", []],
  ])("are refused if the ledger %s", (_, counts) => {
    expect(problemsOf([rule], counts)).toEqual([
      "#/paths/~1a~1b/post/x-ledger: a ledger that does not add up",
    ]);
  });

  it("may come with a ledger that counts unread sentences as skipped", () => {
    const { unread, ...earlier } = { ...ledger, sentences: 15 };
    expect(unread).toBe(6);
    expect(problemsOf([rule], earlier)).toEqual([]);
    expect(kept([rule], earlier).ledger).toEqual({ ...earlier, unread: 0 });
  });
});

const contractWith = (version: string, operations: Readonly<Record<string, Json>>): JsonObject => ({
  info: { version },
  paths: Object.fromEntries(
    Object.entries(operations).map(([id, rules]) => [
      `/${id}`,
      { post: { operationId: id, ...(rules !== null && { "x-rules": rules }) } },
    ]),
  ),
});

describe("the rules of an earlier contract", () => {
  it("are read by operation, without those that `pull` did not write", () => {
    const { version, rules } = earlierContractIn(
      contractWith("5.1.0", { one: [rule, { ...rule, id: "Bad" }], two: null }),
    );
    expect(version).toBe("5.1.0");
    expect([...rules.keys()]).toEqual(["one", "two"]);
    expect(rules.get("one")?.map(({ id }) => id)).toEqual(["requires-present-label"]);
    expect(rules.get("two")).toEqual([]);
  });
});

const text = { type: "string" };
const vocabulary = wordedAs(
  [
    { name: "label", where: "body", schema: text },
    { name: "price", where: "body", schema: text },
    { name: "box", where: "body", schema: { type: "object" } },
    { name: "is_open", where: "body", schema: { type: "boolean" } },
    { name: "kind", where: "body", schema: { ...text, enum: ["PLAIN", "RARE"] } },
  ],
  {},
);
const named = (change: Partial<NamedRule> = {}): NamedRule => ({
  id: "old",
  kind: "requires-present",
  when: [{ field: "price", present: true }],
  params: { field: "label" },
  sources: [source],
  ...change,
});

function remembered(
  old: NamedRule | readonly NamedRule[],
  {
    rules = [],
    fingerprints = [],
    version = "5.2.0",
  }: {
    rules?: readonly NamedRule[];
    fingerprints?: readonly string[];
    version?: string;
  } = {},
) {
  const before = { version: "5.1.0", rules: new Map([["op", [old].flat()]]) };
  const { retained, dropped } = rememberRules(before, {
    operation: "op",
    version,
    rules,
    fingerprints: new Set(fingerprints),
    vocabulary,
  });
  return { retained, dropped: Object.fromEntries(dropped) };
}

describe("a rule that no sentence states anymore", () => {
  it("is kept with the last version that stated it", () => {
    expect(remembered(named())).toEqual({
      retained: [{ ...named(), until: "5.1.0" }],
      dropped: {},
    });
    expect(remembered(named({ until: "5.0.0" })).retained).toEqual([named({ until: "5.0.0" })]);
  });

  it("is not considered if it is still stated, or if the description is not newer", () => {
    const nothing = { retained: [], dropped: {} };
    expect(remembered(named(), { rules: [named()] })).toEqual(nothing);
    expect(remembered(named(), { version: "5.1.0" })).toEqual(nothing);
    expect(remembered(named(), { version: "5.0.0" })).toEqual(nothing);
    const current = {
      operation: "op",
      version: "5.2.0",
      rules: [],
      fingerprints: new Set<string>(),
      vocabulary,
    };
    expect(rememberRules(undefined, current).retained).toEqual([]);
    expect(rememberRules({ version: "5.1.0", rules: new Map() }, current).retained).toEqual([]);
  });

  it("is dropped if its sentence is read differently now", () => {
    const fingerprints = ["xyz", "abc"];
    const two = named({ sources: [{ at: "#/there", fingerprint: "def" }, source] });
    expect(remembered(two, { fingerprints }).dropped).toEqual({
      old: "its sentence is read differently now",
    });
    expect(remembered(named({ until: "5.0.0" }), { fingerprints }).dropped).toEqual({});
  });

  it("is dropped if a new rule of its kind is about the same field and values", () => {
    const replacing = { rules: [named({ id: "new", when: [] })] };
    expect(remembered(named(), replacing).dropped).toEqual({ old: "replaced by new" });
    for (const other of [
      named({ id: "new", kind: "forbidden-when" }),
      named({ id: "new", params: { field: "price" } }),
    ])
      expect(remembered(named(), { rules: [other] }).dropped).toEqual({});
    // A rule that the earlier contract had too replaces nothing.
    const both = [named(), named({ id: "new", when: [] })];
    expect(remembered(both, replacing).dropped).toEqual({});
  });

  it("compares the values of a rule in any order", () => {
    const of = (id: string, ...values: readonly string[]) =>
      named({ id, kind: "forbidden-values-when", params: { field: "kind", values } });
    const old = of("old", "PLAIN", "RARE");
    expect(remembered(old, { rules: [of("new", "RARE", "PLAIN")] }).dropped).toEqual({
      old: "replaced by new",
    });
    expect(remembered(old, { rules: [of("new", "RARE")] }).dropped).toEqual({});
  });

  it("is dropped if one of its fields is gone", () => {
    const dropped = { old: "the request no longer has the field size" };
    expect(remembered(named({ params: { field: "size" } })).dropped).toEqual(dropped);
    expect(remembered(named({ when: [{ field: "size", present: true }] })).dropped).toEqual(
      dropped,
    );
    expect(remembered(named({ params: { field: "box.size" } })).dropped).toEqual({});
    expect(remembered(named({ params: { field: "bag.size" } })).dropped).toEqual({
      old: "the request no longer has the field bag.size",
    });
  });

  it("loses the values that its fields no longer have", () => {
    const values = ["RARE", "GONE"];
    const when = [
      { field: "kind", is: values },
      { field: "kind", isNot: values },
      { field: "is_open", is: [true] },
      { field: "label", is: ["free"] },
      { field: "box.size", is: ["free"] },
      { field: "price", present: true },
    ] as unknown as NamedRule["when"];
    const [rule] = remembered(
      named({ kind: "forbidden-values-when", when, params: { field: "kind", values } }),
    ).retained;
    expect(rule?.when).toEqual([
      { field: "kind", is: ["RARE"] },
      { field: "kind", isNot: ["RARE"] },
      { field: "is_open", is: [true] },
      { field: "label", is: ["free"] },
      { field: "box.size", is: ["free"] },
      { field: "price", present: true },
    ]);
    expect(rule?.params).toEqual({ field: "kind", values: ["RARE"] });
    const requires = { field: "kind", is: values };
    const [other] = remembered(
      named({ kind: "requires-value", when: [], params: { field: "label", requires } }),
    ).retained;
    expect(other?.params).toEqual({ field: "label", requires: { field: "kind", is: ["RARE"] } });
  });

  it.each([
    { when: [{ field: "kind", is: ["GONE", "LOST"] }] },
    { when: [{ field: "kind", isNot: ["GONE", "LOST"] }] },
    { kind: "forbidden-values-when", params: { field: "kind", values: ["GONE", "LOST"] } },
    {
      kind: "requires-value",
      when: [],
      params: { field: "label", requires: { field: "kind", is: ["GONE", "LOST"] } },
    },
  ])("is dropped if none of its values is left: %j", (change) => {
    expect(remembered(named(change as unknown as Partial<NamedRule>)).dropped).toEqual({
      old: "kind can no longer be GONE, LOST",
    });
  });
});

describe("the changes of rules between two contracts", () => {
  const changes = (
    before: Readonly<Record<string, Json>>,
    after: Readonly<Record<string, Json>>,
    reasons: Readonly<Record<string, string>> = {},
  ): readonly string[] =>
    ruleChanges(
      contractWith("5.1.0", before),
      contractWith("5.2.0", after),
      new Map(Object.entries(reasons)),
    );
  const other = { ...rule, id: "other" };

  it("are none if only sources or the order of values differ", () => {
    const of = (...values: readonly string[]): JsonObject => ({ ...rule, values: [...values] });
    expect(changes({ op: [of("A", "B")] }, { op: [of("B", "A")] })).toEqual([]);
    expect(changes({ op: [rule] }, { op: [{ ...rule, sources: [] }] })).toEqual([]);
  });

  it("name each lost and each new rule, and why it is lost", () => {
    expect(changes({ op: [rule] }, { op: [other] })).toEqual([
      "lost       op requires-present-label",
      "new        op other",
    ]);
    const reasons = { "op requires-present-label": "replaced by other" };
    expect(changes({ op: [rule] }, { op: [] }, reasons)).toEqual([
      "lost       op requires-present-label: replaced by other",
    ]);
  });

  it("name a rule that became a warning, and one that is stated again", () => {
    const warning = { ...rule, until: "5.1.0" };
    expect(changes({ op: [rule] }, { op: [warning] })).toEqual([
      "lost       op requires-present-label: its sentence no longer exists; the rule remains as a warning, last stated in 5.1.0",
    ]);
    expect(changes({ op: [warning] }, { op: [rule] })).toEqual([
      "new        op requires-present-label: stated again, last in 5.1.0",
    ]);
    expect(changes({ op: [warning] }, { op: [warning] })).toEqual([]);
  });

  it("list at most four differences of a rule", () => {
    const of = (params: JsonObject): JsonObject => ({ ...rule, ...params });
    expect(changes({ op: [of({ amount: 1 })] }, { op: [of({ amount: 2 })] })).toEqual([
      "changed    op requires-present-label: +amount 2, -amount 1",
    ]);
    const [four, six] = [
      { a: 1, b: 2, when: [{ field: "label", present: true }] },
      { a: 1, b: 2, c: 3, d: 4, e: 5, f: 6 },
    ];
    expect(changes({ op: [rule] }, { op: [of(four)] })).toEqual([
      "changed    op requires-present-label: +when.field label, +a 1, +b 2, -when.field price",
    ]);
    expect(changes({ op: [rule] }, { op: [of(six)] })).toEqual([
      "changed    op requires-present-label: +a 1, +b 2, +c 3, +d 4 and 2 more",
    ]);
  });

  it("have one line for an operation that is in only one of the contracts", () => {
    expect(changes({}, { op: [rule] })).toEqual(["new        op, its only rule"]);
    expect(changes({ op: [rule, other] }, {})).toEqual(["lost       op, all 2 of its rules"]);
    expect(changes({ op: [] }, {})).toEqual([]);
    expect(changes({ op: null }, { op: [rule] })).toEqual(["new        op, its only rule"]);
  });
});
