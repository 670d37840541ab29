import { describe, expect, it } from "vitest";
import { lower } from "../../../generator/lower/lower.js";
import type { JsonObject } from "../../../generator/parse/json.js";
import { smallContract } from "../../support/small-contract.js";

const text: JsonObject = { type: "string" };
const body: JsonObject = {
  type: "object",
  properties: {
    a: text,
    level: { type: "string", enum: ["A", "B", "C"] },
    mode: { type: "string", enum: ["X", "Y"] },
  },
};
const isB: JsonObject = { field: "level", is: ["B"] };
const isX: JsonObject = { field: "mode", is: ["X"] };
let made = 0;
const rule = (id: string, when: JsonObject[], more: JsonObject = {}): JsonObject => ({
  id,
  kind: "forbidden-when",
  field: "a",
  when,
  sources: [{ at: `#/${id}`, fingerprint: String(made++).padStart(16, "0") }],
  ...more,
});

/** The listed rules, each with the locations of its sentences. */
function listed(...rules: JsonObject[]): readonly string[] {
  const { model, notices } = lower(smallContract({ body, rules }));
  expect(notices).toEqual([]);
  return (model.flows[0]?.rules ?? []).map(
    ({ id, sources }) => `${id}: ${sources.map(({ at }) => at).join()}`,
  );
}

describe("a rule that another one covers", () => {
  it.each<readonly [what: string, one: JsonObject, other: JsonObject]>([
    ["without a condition", rule("wide", []), rule("narrow", [isB])],
    ["with fewer conditions", rule("wide", [isB]), rule("narrow", [isX, isB])],
    ["with the same conditions", rule("wide", [isX, isB]), rule("narrow", [isB, isX])],
    ["that is an error", rule("wide", [isB]), rule("narrow", [isB], { severity: "warning" })],
    [
      "that allows a field under more conditions",
      rule("wide", [isB, isX], { kind: "only-when" }),
      rule("narrow", [isB], { kind: "only-when" }),
    ],
  ])("is not listed next to a rule %s, which takes over its sentence", (_, one, other) => {
    expect(listed(one, other)).toEqual(["wide: #/wide,#/narrow"]);
    expect(listed(other, one).map((line) => line.split(": ")[1]?.split(",").sort())).toEqual([
      ["#/narrow", "#/wide"],
    ]);
  });

  it.each<readonly [what: string, one: JsonObject, other: JsonObject]>([
    ["another field", rule("one", []), rule("other", [isX], { field: "level" })],
    ["other conditions", rule("one", [isB]), rule("other", [isX])],
    ["a warning", rule("one", [], { severity: "warning" }), rule("other", [isB])],
    ["another kind", rule("one", []), rule("other", [isB], { kind: "requires-present" })],
  ])("is listed separately if the other one has %s", (_, one, other) => {
    expect(listed(one, other)).toHaveLength(2);
  });
});
