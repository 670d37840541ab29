import { describe, expect, it } from "vitest";
import { lower } from "../../../generator/lower/lower.js";
import { type Json, type JsonObject, withWords } from "../../../generator/parse/json.js";
import { smallContract } from "../../support/small-contract.js";

/** The model of a report whose body has the field `x`, and the notices about it. */
function lowered(x: JsonObject, schemas: JsonObject = {}, body: JsonObject = {}) {
  const contract = smallContract({
    body: { type: "object", properties: { x }, ...body },
    schemas,
    docs: { "x.a": "Ours." },
  });
  const { model, notices } = lower(contract);
  const [flow] = model.flows;
  if (flow === undefined) throw new Error("there is no flow");
  const [field] = flow.body.fields;
  const named = flow.objects.filter(({ name }) => name.startsWith("ThingX"));
  return { flow, field, objects: named, said: notices.map(({ what }) => what) };
}

const text: JsonObject = { type: "string" };
const inNull = (type: object): object => ({ kind: "nullable", of: type });

describe("the type of a field", () => {
  it.each<readonly [schema: JsonObject, type: object]>([
    [{}, { kind: "any" }],
    [{ description: "Words." }, { kind: "any" }],
    [{ type: "string" }, { kind: "string" }],
    [{ type: "string", format: "binary" }, { kind: "string" }],
    [{ type: "integer", format: "binary" }, { kind: "integer" }],
    [{ type: "number" }, { kind: "number" }],
    [{ type: "boolean" }, { kind: "boolean" }],
    [{ type: "boolean", nullable: true }, inNull({ kind: "boolean" })],
    [{ nullable: true }, { kind: "any" }],
    [
      { type: "array", items: text },
      { kind: "array", items: { kind: "string" }, each: {} },
    ],
    [{ items: text }, { kind: "array", items: { kind: "string" }, each: {} }],
    [{ type: "array" }, { kind: "array", items: { kind: "any" }, each: {} }],
    [
      { type: "array", items: { type: "integer", maximum: 3, minLength: 1 } },
      { kind: "array", items: { kind: "integer" }, each: { maximum: 3 } },
    ],
    [{ enum: [true] }, { kind: "constant", value: true }],
    [{ enum: [false, true] }, { kind: "boolean" }],
    [{ enum: [false, true, null] }, inNull({ kind: "boolean" })],
    [{ enum: [null] }, { kind: "constant", value: null }],
    [
      { enum: [null], nullable: true },
      { kind: "constant", value: null },
    ],
    [{ enum: ["A"] }, { kind: "enum", name: "ThingX" }],
    [{ enum: ["A", null] }, inNull({ kind: "enum", name: "ThingX" })],
    [{ enum: ["A", null], nullable: true }, inNull({ kind: "enum", name: "ThingX" })],
    [{ type: "string", enum: ["A", null] }, inNull({ kind: "enum", name: "ThingX" })],
    [
      { type: "string", allOf: [{ type: "string", enum: ["A", null] }] },
      { kind: "enum", name: "ThingX" },
    ],
    [
      { type: "integer", enum: [1, 2] },
      { kind: "enum", name: "ThingX" },
    ],
    [{ type: "object" }, { kind: "object", name: "ThingX" }],
    [{ properties: { a: text } }, { kind: "object", name: "ThingX" }],
    [{ additionalProperties: text }, { kind: "object", name: "ThingX" }],
    [{ oneOf: [text, { type: "integer" }] }, { kind: "union", name: "ThingX" }],
    [
      { anyOf: [text, { type: "integer" }], nullable: true },
      inNull({ kind: "union", name: "ThingX" }),
    ],
    [{ oneOf: [text, {}] }, { kind: "any" }],
    [{ oneOf: [text] }, { kind: "string" }],
  ])("is correct for %j", (schema, type) => {
    const { field, said } = lowered(schema);
    expect([field?.type, said]).toStrictEqual([type, []]);
  });

  it.each<readonly [schema: JsonObject, type: object, says: string]>([
    [{ type: "thing" }, { kind: "any" }, "a schema has no type, so any value is accepted"],
    [
      { minLength: 3 },
      { kind: "any" },
      "a schema has no type, so any value is accepted, and `minLength` is not checked",
    ],
    [
      { maximum: 3, required: ["a"] },
      { kind: "any" },
      "a schema has no type, so any value is accepted, and `maximum`, `required` are not checked",
    ],
    [
      { additionalProperties: false, minProperties: 1 },
      { kind: "any" },
      "a schema has no type, so any value is accepted, and `additionalProperties`, `minProperties` are not checked",
    ],
    [{ enum: [] }, { kind: "any" }, "an enum has no values and is treated as any value"],
    [
      { type: "boolean", enum: [] },
      { kind: "boolean" },
      "an enum has no values and is treated as boolean",
    ],
    [
      { type: "number", enum: ["1"] },
      { kind: "number" },
      "an enum has values of several types and is treated as number",
    ],
    [
      { type: "integer", enum: [1, "1"] },
      { kind: "integer" },
      "an enum has values of several types and is treated as integer",
    ],
    [
      { type: "array", enum: ["a"] },
      { kind: "any" },
      "an enum has values of several types and is treated as any value",
    ],
    [
      { enum: [["a"], "a"] },
      { kind: "any" },
      "an enum has values of several types and is treated as any value",
    ],
  ])("is widened with a notice for %j", (schema, type, says) => {
    const { field, said } = lowered(schema);
    expect([field?.type, said]).toStrictEqual([type, [says]]);
  });
});

describe("the limits of a field", () => {
  it.each<readonly [schema: JsonObject, limits: object]>([
    [
      { type: "string", pattern: "^a", minLength: 1, maxLength: 2 },
      { pattern: "^a", minLength: 1, maxLength: 2 },
    ],
    [{ type: "string", minimum: 1, minItems: 1, uniqueItems: true }, {}],
    [{ type: "string", format: "date" }, { format: "date" }],
    [{ type: "string", format: "date-time" }, { format: "date-time" }],
    [{ type: "string", format: "uri" }, {}],
    [{ type: "integer", format: "date" }, {}],
    [{ type: "number", minimum: 1, exclusiveMinimum: 1 }, { exclusiveMinimum: 1 }],
    [{ type: "number", minimum: 2, exclusiveMinimum: 1 }, { minimum: 2 }],
    [{ type: "number", minimum: 1, exclusiveMinimum: 2 }, { exclusiveMinimum: 2 }],
    [{ type: "number", maximum: 1, exclusiveMaximum: 1 }, { exclusiveMaximum: 1 }],
    [{ type: "number", maximum: 1, exclusiveMaximum: 2 }, { maximum: 1 }],
    [{ type: "number", maximum: 2, exclusiveMaximum: 1 }, { exclusiveMaximum: 1 }],
    [{ type: "integer", minimum: 1, exclusiveMinimum: true }, { exclusiveMinimum: 1 }],
    [{ type: "integer", maximum: 1, exclusiveMaximum: true }, { exclusiveMaximum: 1 }],
    [{ type: "integer", maximum: 1, exclusiveMaximum: false }, { maximum: 1 }],
    [{ type: "integer", exclusiveMaximum: true }, {}],
    [{ type: "integer", multipleOf: 2, maxLength: 1 }, { multipleOf: 2 }],
    [
      { type: "array", items: {}, minItems: 1, maxItems: 2, uniqueItems: true, minLength: 1 },
      { minItems: 1, maxItems: 2, uniqueItems: true },
    ],
    [{ type: "array", items: {}, uniqueItems: false }, {}],
    [{ type: "boolean", minLength: 1, minimum: 1 }, {}],
    [{ type: "object", minLength: 1 }, {}],
  ])("are taken from its type: %j", (schema, limits) => {
    const { field, said } = lowered(schema);
    expect([field?.limits, said]).toStrictEqual([limits, []]);
  });

  it.each<readonly [schema: JsonObject, limits: object, says: string]>([
    [{ type: "string", pattern: 5 }, {}, "`pattern` has an invalid value and is ignored"],
    [
      { type: "string", minLength: "1", maxLength: 2 },
      { maxLength: 2 },
      "`minLength` has an invalid value and is ignored",
    ],
    [{ type: "number", multipleOf: 0 }, {}, "`multipleOf` has an invalid value and is ignored"],
    [
      { type: "array", items: {}, uniqueItems: "yes" },
      {},
      "`uniqueItems` has an invalid value and is ignored",
    ],
    [
      { type: "string", pattern: "^(" },
      {},
      "a pattern is not checked: JavaScript does not support it",
    ],
    [
      { type: "string", pattern: "^\\p{L}$" },
      {},
      "a pattern is not checked: JavaScript interprets it differently",
    ],
    [
      { type: "string", pattern: "^a\\z" },
      {},
      "a pattern is not checked: JavaScript interprets it differently",
    ],
    [
      { type: "string", pattern: "[[:^alpha:]]" },
      {},
      "a pattern is not checked: JavaScript interprets it differently",
    ],
    [
      { type: "string", pattern: "\\\\\\u{41}" },
      {},
      "a pattern is not checked: JavaScript interprets it differently",
    ],
    [
      { type: "string", pattern: "^(a+)+$" },
      {},
      "a pattern is not checked: its running time is not provably linear",
    ],
    [
      { type: "string", pattern: "^(a+)+$", minLength: 1 },
      { minLength: 1 },
      "a pattern is not checked: its running time is not provably linear",
    ],
  ])("cause a notice if they cannot be checked: %j", (schema, limits, says) => {
    const { field, said } = lowered(schema);
    expect([field?.limits, said]).toStrictEqual([limits, [says]]);
  });

  it.each(["^\\\\p$", "^\\\\\\\\z", "^[:alpha]$", "^\\d[x:]$"])(
    "keep a pattern that only resembles another language's syntax: %s",
    (pattern) => {
      expect(lowered({ type: "string", pattern })).toMatchObject({
        field: { limits: { pattern } },
        said: [],
      });
    },
  );
});

describe("the default of a field", () => {
  const either = { oneOf: [text, { type: "integer" }] };

  it.each<readonly [schema: JsonObject, value: Json]>([
    [text, ""],
    [{ ...text, nullable: true }, "a"],
    [{ type: "integer" }, 3],
    [{ type: "number" }, 1.5],
    [{ type: "boolean" }, false],
    [{ enum: ["A", "B"] }, "B"],
    [{ enum: ["A", null] }, "A"],
    [{ enum: [1, 2] }, 2],
    [{ enum: [true] }, true],
    [either, "a"],
    [either, 1],
    [{}, "a"],
  ])("is taken from the description: %j, %j", (schema, value) => {
    const { field, said } = lowered({ ...schema, default: value });
    expect([field?.default, said]).toStrictEqual([value, []]);
  });

  it.each<readonly [schema: JsonObject, value: Json]>([
    [text, 1],
    [{ ...text, nullable: true }, 1],
    [{ type: "integer" }, 1.5],
    [{ type: "integer" }, "1"],
    [{ type: "number" }, "1"],
    [{ type: "boolean" }, "true"],
    [{ enum: ["A", "B"] }, "C"],
    [{ enum: [true] }, false],
    [either, true],
    [either, 1.5],
    [{ type: "object" }, "a"],
    [{ type: "array", items: text }, "a"],
    [text, { a: 1 }],
  ])("is ignored with a notice if it does not fit the type: %j, %j", (schema, value) => {
    const { field, said } = lowered({ ...schema, default: value });
    expect(field).not.toHaveProperty("default");
    expect(said).toStrictEqual([
      `the default ${JSON.stringify(value)} is ignored: it is not a single value of its field's type`,
    ]);
  });

  it.each<Json>([null, [], ["a"]])("is left to the API if it is %j", (value) => {
    const { field, said } = lowered({ type: "array", items: text, nullable: true, default: value });
    expect(field).not.toHaveProperty("default");
    expect(said).toStrictEqual([]);
  });
});

describe("the fields of an object", () => {
  const fields = (schema: JsonObject) =>
    lowered(schema).objects[0]?.fields.map(({ name, required }) => `${name}${required ? "" : "?"}`);

  it("come from the schema, whether or not they are required, with our text before the description's", () => {
    const { objects, said } = lowered(
      withWords(
        {
          type: "object",
          required: ["b"],
          properties: {
            a: withWords(text, "An a."),
            b: { type: "array", items: withWords(text, "One of b.") },
            c: withWords({ type: "array", items: withWords(text, "One.") }, "All of c."),
          },
          minProperties: 1,
          maxProperties: 2,
        },
        "An x.",
      ),
    );
    const list = { kind: "array", items: { kind: "string" }, each: {} };
    expect(said).toStrictEqual([]);
    expect(objects).toStrictEqual([
      {
        name: "ThingX",
        fields: [
          {
            name: "a",
            type: { kind: "string" },
            required: false,
            limits: {},
            doc: "Ours.",
            description: "An a.",
          },
          { name: "b", type: list, required: true, limits: {}, doc: "", description: "One of b." },
          { name: "c", type: list, required: false, limits: {}, doc: "", description: "All of c." },
        ],
        minProperties: 1,
        maxProperties: 2,
        description: "An x.",
      },
    ]);
  });

  it.each<readonly [schema: JsonObject, additional: object | undefined]>([
    [{ type: "object" }, { type: { kind: "any" }, limits: {}, doc: "" }],
    [
      { type: "object", additionalProperties: true },
      { type: { kind: "any" }, limits: {}, doc: "" },
    ],
    [{ type: "object", properties: { a: text } }, undefined],
    [{ type: "object", properties: { a: text }, additionalProperties: false }, undefined],
    [{ type: "object", additionalProperties: false }, undefined],
    [
      { type: "object", properties: { a: text }, additionalProperties: true },
      { type: { kind: "any" }, limits: {}, doc: "" },
    ],
    [
      { additionalProperties: withWords({ ...text, maxLength: 3 }, "A value.") },
      { type: { kind: "string" }, limits: { maxLength: 3 }, doc: "", description: "A value." },
    ],
    [
      { additionalProperties: { enum: ["A"] } },
      { type: { kind: "enum", name: "ThingXValue" }, limits: {}, doc: "" },
    ],
  ])("include undeclared properties of a type: %j", (schema, additional) => {
    const { objects, said } = lowered(schema);
    expect([objects[0]?.additionalProperties, said]).toStrictEqual([additional, []]);
  });

  it("include required fields that are not described, with the type of undeclared properties if there is one", () => {
    const open = lowered({ type: "object", properties: { a: text }, required: ["a", "b"] });
    expect(open.objects[0]?.fields[1]).toStrictEqual({
      name: "b",
      type: { kind: "any" },
      required: true,
      limits: {},
      doc: "",
    });
    expect(open.said).toStrictEqual(["b is required but not described, so any value is accepted"]);
    const typed = lowered({
      type: "object",
      required: ["a"],
      additionalProperties: { type: "integer", minimum: 1 },
    });
    expect(typed.objects[0]?.fields).toStrictEqual([
      {
        name: "a",
        type: { kind: "integer" },
        required: true,
        limits: { minimum: 1 },
        doc: "Ours.",
      },
    ]);
    expect(typed.said).toStrictEqual([]);
  });

  it("exclude read-only fields", () => {
    expect(
      fields({
        type: "object",
        required: ["a"],
        properties: {
          a: { ...text, readOnly: true },
          b: { ...text, writeOnly: true },
          c: { allOf: [{ readOnly: true }, text] },
          d: { ...text, readOnly: false },
        },
      }),
    ).toStrictEqual(["b?", "d?"]);
  });
});

describe("the parts of a schema", () => {
  const a = { properties: { a: text } };
  const any = { type: { kind: "any" }, limits: {}, doc: "" };

  const textOf = (limits: object) => ({ type: { kind: "string" }, limits, doc: "" });

  it.each<readonly [one: Json, other: Json, both: object | undefined]>([
    [false, text, undefined],
    [text, false, undefined],
    [false, false, undefined],
    [false, true, undefined],
    [true, true, any],
    [true, text, textOf({})],
    [text, true, textOf({})],
    [text, { maxLength: 3 }, textOf({ maxLength: 3 })],
    [{ type: "integer" }, { type: "integer" }, { type: { kind: "integer" }, limits: {}, doc: "" }],
  ])("allow the undeclared properties that both allow: %j and %j", (one, other, both) => {
    const parts = [one, other].map((additionalProperties) => ({
      type: "object",
      ...a,
      additionalProperties,
    }));
    const { objects, said } = lowered({ allOf: parts });
    expect([objects[0]?.additionalProperties, said]).toStrictEqual([both, []]);
  });

  it("cause a notice if they reject another part's fields, because that is only partly checked", () => {
    const closed = (additionalProperties: Json) => ({ type: "object", ...a, additionalProperties });
    const said = (...parts: readonly JsonObject[]) => lowered({ allOf: parts }).said;
    const line = "`additionalProperties` is only partly checked";
    const other = { properties: { b: text } };
    for (const more of [false, text]) {
      expect(said(closed(more), other)).toStrictEqual([line]);
      expect(said(other, closed(more))).toStrictEqual([line]);
      expect(said(closed(more), a)).toStrictEqual([]);
    }
    for (const more of [true, {}]) expect(said(closed(more), other)).toStrictEqual([]);
  });

  it.each<readonly [parts: readonly JsonObject[], type: object, limits: object]>([
    [[{ type: "integer" }, { type: "number" }], { kind: "integer" }, {}],
    [
      [{ type: "number", multipleOf: 4 }, { multipleOf: 6 }],
      { kind: "number" },
      { multipleOf: 12 },
    ],
    [
      [{ type: "number", multipleOf: 0.5 }, { multipleOf: 0.5 }],
      { kind: "number" },
      { multipleOf: 0.5 },
    ],
    [
      [{ type: "array", items: {}, uniqueItems: true }, { uniqueItems: false }],
      { kind: "array", items: { kind: "any" }, each: {} },
      { uniqueItems: true },
    ],
    [
      [{ type: "array", items: {}, uniqueItems: false }, { uniqueItems: true }],
      { kind: "array", items: { kind: "any" }, each: {} },
      { uniqueItems: true },
    ],
    [
      [{ type: "integer", minimum: 1, exclusiveMinimum: true }, { minimum: 2 }],
      { kind: "integer" },
      { minimum: 2 },
    ],
    [[{ type: "string", nullable: true }, { nullable: false }], { kind: "string" }, {}],
    [[{ type: "string", "x-a": 1 }, { "x-a": 2 }], { kind: "string" }, {}],
    [
      [{ type: "array", items: { type: "integer", minimum: 1 } }, { items: { maximum: 2 } }],
      { kind: "array", items: { kind: "integer" }, each: { minimum: 1, maximum: 2 } },
      {},
    ],
  ])("are merged: %j", (parts, type, limits) => {
    const { field, said } = lowered({ allOf: parts });
    expect([field?.type, field?.limits, said]).toStrictEqual([type, limits, []]);
  });

  it.each<readonly [parts: readonly JsonObject[], type: object, says: string]>([
    [
      [text, { type: "integer" }],
      { kind: "any" },
      "two parts of a schema contradict each other in `type`, so any value is accepted",
    ],
    [
      [
        { ...text, nullable: true },
        { type: "integer", nullable: true },
      ],
      { kind: "any" },
      "two parts of a schema contradict each other in `type`, so any value is accepted",
    ],
    [
      [{ ...text, enum: ["A"] }, { enum: ["B"] }],
      { kind: "string" },
      "two parts of a schema contradict each other in `enum`, which is ignored",
    ],
    [
      [{ ...text, pattern: "a" }, { pattern: "b" }],
      { kind: "string" },
      "two parts of a schema contradict each other in `pattern`, which is ignored",
    ],
    [
      [{ type: "number", multipleOf: 1.5 }, { multipleOf: 2 }],
      { kind: "number" },
      "two parts of a schema contradict each other in `multipleOf`, which is ignored",
    ],
    [
      [{ ...text, minLength: 1 }, { minLength: "2" }],
      { kind: "string" },
      "two parts of a schema contradict each other in `minLength`, which is ignored",
    ],
    [
      [{ oneOf: [text, { type: "integer" }] }, { oneOf: [text, { type: "boolean" }] }],
      { kind: "any" },
      "two parts of a schema have alternatives; their combination is not checked",
    ],
    [
      [{ type: "string", oneOf: [{ minLength: 1 }, { maxLength: 3 }] }, { oneOf: [{}, text] }],
      { kind: "any" },
      "two parts of a schema have alternatives; their combination is not checked",
    ],
  ])("cause a notice if they contradict each other: %j", (parts, type, says) => {
    const { field, said } = lowered({ allOf: parts });
    expect([field?.type, field?.limits, said]).toStrictEqual([type, {}, [says]]);
  });

  it("contribute no fields, limits or required names if their types contradict each other", () => {
    const { field, said } = lowered({
      allOf: [
        { type: "object", properties: { a: text }, required: ["b"] },
        { type: "string", minLength: 3 },
      ],
    });
    expect(field).toMatchObject({ type: { kind: "any" }, limits: {} });
    expect(said).toStrictEqual([
      "two parts of a schema contradict each other in `type`, so any value is accepted",
    ]);
  });

  it("become an object with any additional fields if their variants differ", () => {
    const either = (...names: readonly string[]) => ({
      oneOf: names.map((name) => ({ type: "object", properties: { [name]: text } })),
    });
    const { objects } = lowered({
      allOf: [{ type: "object", properties: { a: text } }, either("b", "c"), either("d", "e")],
    });
    expect(objects).toStrictEqual([
      {
        name: "ThingX",
        fields: [
          { name: "a", type: { kind: "string" }, required: false, limits: {}, doc: "Ours." },
        ],
        additionalProperties: any,
      },
    ]);
    const same = lowered({ allOf: [either("b", "c"), either("b", "c")] });
    expect([same.field?.type, same.said]).toStrictEqual([{ kind: "union", name: "ThingX" }, []]);
  });

  it("share their fields, which must meet the limits of all parts", () => {
    const { objects, said } = lowered({
      allOf: [
        { type: "object", properties: { a: { ...text, minLength: 1 }, b: {}, c: text, d: text } },
        { properties: { a: { maxLength: 2 }, b: text, c: {}, d: text }, required: ["d"] },
        { required: ["a", 5] },
      ],
    });
    expect(
      objects[0]?.fields.map(({ name, type, limits, required }) => [
        name,
        type.kind,
        limits,
        required,
      ]),
    ).toStrictEqual([
      ["a", "string", { minLength: 1, maxLength: 2 }, true],
      ["b", "string", {}, false],
      ["c", "string", {}, false],
      ["d", "string", {}, true],
      ["5", "any", {}, true],
    ]);
    expect(said).toStrictEqual([
      "`required` has an invalid value and is ignored",
      "5 is required but not described, so any value is accepted",
    ]);
  });
});
