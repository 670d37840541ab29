import { Ajv2020 } from "ajv/dist/2020.js";
import { describe, expect, it } from "vitest";
import { lower } from "../../../generator/lower/lower.js";
import { parseOwnRules } from "../../../generator/parse/annotations.js";
import { parseFlows } from "../../../generator/parse/config.js";
import type { Contract } from "../../../generator/parse/contract.js";
import type { Json, JsonObject } from "../../../generator/parse/json.js";
import { contractOf } from "../../../generator/prose/contract.js";
import { noAnnotations } from "../../support/annotations.js";
import { describedBodies } from "../../support/described-bodies.js";
import { validatorsOf } from "../../support/generated-code.js";

const flows = parseFlows("operations: all\n");
const DROP: JsonObject = {
  type: "object",
  properties: {
    name: { type: "string" },
    mood: { $ref: "#/components/schemas/Mood" },
    amount: { type: "integer", maximum: 100 },
    tags: { type: "array", items: { type: "string" } },
    shared: { $ref: "#/components/schemas/Tags" },
  },
};
const schemas: JsonObject = {
  Drop: DROP,
  Mood: { type: "string", enum: ["CALM", "GAY", "SAD"] },
  Tags: { type: "array", items: { type: "string" } },
  Other: {
    type: "object",
    properties: { shared: { $ref: "#/components/schemas/Tags" }, name: { type: "string" } },
  },
};
const operations = {
  "drops-create": { body: { type: "array", items: { $ref: "#/components/schemas/Drop" } } },
  "others-create": { body: { $ref: "#/components/schemas/Other" } },
  "drops-get": {
    method: "get",
    parameters: [{ name: "page_size", in: "query", schema: { type: "integer" } }],
  },
};

function contractWith(rules: string): Contract {
  const { document, source } = contractOf(describedBodies(operations, schemas), {
    ...flows,
    prose: "tolerant",
    undecided: [],
  });
  const annotations = { ...noAnnotations, flows, rules: parseOwnRules(rules) };
  return { document, source, annotations } as Contract;
}

const entry = (operation: string, field: string, limits: JsonObject): string =>
  `- ${JSON.stringify({ operation, id: "limits-it", kind: "limits", field, limits, reason: "Seen." })}\n`;

const VALUES: Readonly<Record<string, readonly Json[]>> = {
  name: ["", "ab", "abc", "https://a.example"],
  mood: ["CALM", "GAY", "SAD"],
  amount: [0, 1, 5, 10, 100],
  tags: [[], ["a"], ["a", "a"], ["a", "b", "c"], ["abcdef"]],
  shared: [[], ["a"], ["a", "b", "c"], ["abcdef"]],
};

describe("limits of a field in rules.yaml", () => {
  it.each<[string, JsonObject]>([
    ["name", { maxLength: 2 }],
    ["name", { minLength: 1 }],
    ["name", { pattern: "^https://" }],
    ["mood", { enum: ["CALM", "SAD"] }],
    ["amount", { minimum: 1, maximum: 10 }],
    ["amount", { exclusiveMinimum: 0, exclusiveMaximum: 10 }],
    ["amount", { multipleOf: 5 }],
    ["tags", { minItems: 1, maxItems: 2 }],
    ["tags", { uniqueItems: true }],
    ["tags", { items: { maxLength: 3 } }],
    ["shared", { maxItems: 2 }],
    ["shared", { items: { maxLength: 3 } }],
  ])("restrict %s as JSON Schema does: %j", (field, limits) => {
    const contract = contractWith(entry("schema:Drop", field, limits));
    const validate = validatorsOf(contract)("drops-create");
    const ajv = new Ajv2020({ strict: false });
    const accepts = ajv.compile(limits as object);
    const verdicts = (VALUES[field] ?? []).map((value) => {
      const isAccepted = validate({ body: [{}, { [field]: value }] }).length === 0;
      expect([value, isAccepted]).toEqual([value, accepts(value)]);
      return isAccepted;
    });
    // Some values must be accepted and some rejected, or the test would prove nothing.
    expect(new Set(verdicts).size).toBe(2);
    // Other schemas that share a part of this one do not get the limits.
    const others = validatorsOf(contract)("others-create");
    for (const value of VALUES[field] ?? [])
      if (field === "shared" || field === "name") expect(others({ [field]: value })).toEqual([]);
  });

  it("restrict a parameter of an operation", () => {
    const contract = contractWith(entry("drops-get", "page_size", { maximum: 250 }));
    const validate = validatorsOf(contract)("drops-get");
    expect(validate({ page_size: 250 })).toEqual([]);
    expect(validate({ page_size: 251 }).map(({ path, message }) => `${path} ${message}`)).toEqual([
      "/page_size must be at most 250, not 251",
    ]);
  });

  it("are merged if several entries limit the same field", () => {
    const rules = [{ minLength: 2 }, { maxLength: 2 }].map((limits) =>
      entry("schema:Drop", "name", limits),
    );
    const validate = validatorsOf(contractWith(rules.join("")))("drops-create");
    expect(["a", "ab", "abc"].map((name) => validate({ body: [{ name }] }).length)).toEqual([
      1, 0, 1,
    ]);
  });

  it.each<[string, string, JsonObject, string]>([
    [
      "schema:Drop",
      "nmae",
      { maxLength: 2 },
      "limits on nmae of schema:Drop: there is no field nmae; did you mean name?",
    ],
    [
      "schema:Drop",
      "amount",
      { maximum: 200 },
      "limits on amount of schema:Drop: its schema already has these limits, or others that take precedence",
    ],
    [
      "schema:Drop",
      "mood",
      { enum: ["MAD"] },
      "limits on mood of schema:Drop: its schema already has these limits, or others that take precedence",
    ],
    [
      "schema:Drop",
      "amount",
      { maxLength: 2 },
      "limits on amount of schema:Drop: maxLength has no effect on values of this type",
    ],
    [
      "schema:Drop",
      "name",
      { items: { maxLength: 2 } },
      "limits on name of schema:Drop: items has no effect on values of this type",
    ],
    [
      "schema:Drop",
      "tags",
      { items: { maximum: 2 } },
      "limits on tags of schema:Drop: maximum has no effect on values of this type",
    ],
    [
      "drops-get",
      "pag_size",
      { maximum: 2 },
      "limits on pag_size of drops-get: there is no parameter pag_size; did you mean page_size?",
    ],
  ])(
    "are reported as unused if they have no effect: %s %s %j",
    (operation, field, limits, what) => {
      const { notices } = lower(contractWith(entry(operation, field, limits)));
      expect(notices.map((notice) => `${notice.kind} ${notice.what}`)).toEqual([`dormant ${what}`]);
    },
  );

  it("are rejected if they are invalid", () => {
    expect(() => lower(contractWith(entry("schema:Drop", "name", { maxLenght: 2 })))).toThrow(
      "spec/rules.yaml:1: a rule needs `limits`: keywords of JSON Schema, such as { maxLength: 80 }",
    );
  });
});
