import { describe, expect, it } from "vitest";
import { lower } from "../../../generator/lower/lower.js";
import type { Json, JsonObject } from "../../../generator/parse/json.js";
import { smallContract } from "../../support/small-contract.js";

const text: JsonObject = { type: "string" };
const object = (properties: JsonObject, ...required: readonly string[]): JsonObject => ({
  type: "object",
  properties,
  ...(required.length > 0 && { required }),
});
const to = (name: string): JsonObject => ({ $ref: `#/components/schemas/${name}` });
const tagged = (mapping?: JsonObject, property: Json = "kind"): JsonObject => ({
  discriminator: { propertyName: property, ...(mapping && { mapping }) },
});

function lowered(body: JsonObject, schemas: JsonObject = {}) {
  const { model, notices } = lower(smallContract({ body, schemas }));
  const [flow] = model.flows;
  if (flow === undefined) throw new Error("there is no flow");
  return { ...flow, said: notices.map(({ what }) => what) };
}

/** The model of a body with the field `x`, without its responses. */
function ofField(x: JsonObject, schemas: JsonObject = {}) {
  const { body, objects, unions = [], enums, said } = lowered(object({ x }), schemas);
  const isOwn = ({ name }: { readonly name: string }) => name.startsWith("ThingX");
  return {
    type: body.fields[0]?.type,
    objects: objects.filter(isOwn),
    unions: unions.filter(isOwn),
    enums: enums.filter(isOwn),
    said,
  };
}

const WORDS =
  "the discriminator kind does not identify each member of a union; members are distinguished by their structure";

describe("the members of a union", () => {
  const schemas = {
    A: object({ a: text }),
    Bee: object({ b: text }),
    Alias: to("A"),
    Wrapped: { allOf: [to("A")] },
    Text: text,
  };
  const members = (x: JsonObject, more: JsonObject = {}) => {
    const { unions, said } = ofField(x, { ...schemas, ...more });
    const [union] = unions;
    return {
      tag: union?.discriminator,
      members: union?.members.map(({ type, values }) => [
        "name" in type ? type.name : type.kind,
        ...values,
      ]),
      said,
    };
  };
  const both = { oneOf: [to("A"), to("Bee")] };

  it.each<readonly [what: string, x: JsonObject, members: readonly (readonly string[])[]]>([
    [
      "their names",
      { ...both, ...tagged() },
      [
        ["ThingXA", "A"],
        ["ThingXBee", "Bee"],
      ],
    ],
    [
      "a mapping",
      { ...both, ...tagged({ ONE: "#/components/schemas/A", two: "Bee" }) },
      [
        ["ThingXOne", "ONE"],
        ["ThingXTwo", "two"],
      ],
    ],
    [
      "several values each",
      { ...both, ...tagged({ P: "A", Q: "A", R: "Bee" }) },
      [
        ["ThingXP", "P", "Q"],
        ["ThingXR", "R"],
      ],
    ],
    [
      "anyOf",
      { anyOf: both.oneOf, ...tagged() },
      [
        ["ThingXA", "A"],
        ["ThingXBee", "Bee"],
      ],
    ],
    [
      "a further reference",
      { oneOf: [to("Alias"), to("Bee")], ...tagged({ P: "A", R: "Bee" }) },
      [
        ["ThingXP", "P"],
        ["ThingXR", "R"],
      ],
    ],
    [
      "what refers further",
      { oneOf: [to("A"), to("Bee")], ...tagged({ P: "Wrapped", R: "Bee" }) },
      [
        ["ThingXP", "P"],
        ["ThingXR", "R"],
      ],
    ],
    [
      "the mapping alone",
      { type: "object", ...tagged({ P: "A", R: "Bee" }) },
      [
        ["ThingXP", "P"],
        ["ThingXR", "R"],
      ],
    ],
    [
      "the mapping alone, one twice",
      { type: "object", ...tagged({ P: "A", Q: "A", R: "Bee" }) },
      [
        ["ThingXP", "P", "Q"],
        ["ThingXR", "R"],
      ],
    ],
  ])("are distinguished by %s", (_, x, found) => {
    expect(members(x)).toStrictEqual({ tag: "kind", members: found, said: [] });
  });

  it.each<readonly [what: string, x: JsonObject]>([
    ["that leads nowhere", { ...both, ...tagged({ P: "A", R: "Lost" }) }],
    ["that leaves one out", { ...both, ...tagged({ P: "A" }) }],
    [
      "of members that are the same",
      { oneOf: [to("A"), to("Wrapped"), to("Bee")], ...tagged({ P: "A", R: "Bee" }) },
    ],
    ["of members without a name", { oneOf: [to("A"), object({ b: text })], ...tagged() }],
  ])("are distinguished by their shape, with a notice, if they have a tag %s", (_, x) => {
    const { tag, said } = members(x);
    expect([tag, said]).toStrictEqual([null, [WORDS]]);
  });

  it("are distinguished by their shape, with a notice, if one is not an object", () => {
    expect(members({ oneOf: [to("A"), to("Text")], ...tagged() })).toStrictEqual({
      tag: null,
      members: [["ThingXOption1"], ["string"]],
      said: [WORDS],
    });
  });

  it("get numbered names if two of them would have the same name", () => {
    expect(members({ ...both, ...tagged({ AB: "A", ab: "Bee" }) }).members).toStrictEqual([
      ["ThingXOption1", "AB"],
      ["ThingXOption2", "ab"],
    ]);
  });

  it("have the discriminator as a required constant, or as an enum", () => {
    const { objects, enums } = ofField(
      { ...both, ...tagged({ P: "A", Q: "A", R: "Bee" }) },
      schemas,
    );
    const fields = objects.map(({ name, fields }) => [
      name,
      fields.map(({ name, type, required }) => [name, type, required]),
    ]);
    expect(fields).toStrictEqual([
      [
        "ThingXP",
        [
          ["a", { kind: "string" }, false],
          ["kind", { kind: "enum", name: "ThingXPKind" }, true],
        ],
      ],
      [
        "ThingXR",
        [
          ["b", { kind: "string" }, false],
          ["kind", { kind: "constant", value: "R" }, true],
        ],
      ],
    ]);
    expect(enums).toStrictEqual([{ name: "ThingXPKind", values: ["P", "Q"] }]);
  });

  it.each([
    ["excludes null, as a type does", { type: "object" }, "object"],
    ["includes null", { type: "object", nullable: true }, "nullable"],
    ["does not mention null", {}, "nullable"],
  ])(
    "keep null unless the schema next to the union excludes it: the schema %s",
    (_, beside, kind) => {
      const nullable = { ...object({ a: text }), nullable: true };
      const { unions } = ofField({ ...beside, oneOf: [nullable, object({ b: text })] });
      expect(unions[0]?.members.map((member) => member.type.kind)).toStrictEqual([kind, "object"]);
    },
  );

  it("share the keywords next to the union, except null and the default", () => {
    const { type, unions, objects } = ofField({
      type: "object",
      properties: { c: text },
      required: ["c"],
      nullable: true,
      minProperties: 1,
      oneOf: [object({ a: text }), { properties: { b: text }, minProperties: 2 }],
    });
    expect(type).toStrictEqual({ kind: "nullable", of: { kind: "union", name: "ThingX" } });
    expect(unions[0]?.members.map((member) => member.type.kind)).toStrictEqual([
      "object",
      "object",
    ]);
    expect(
      objects.map(({ fields, minProperties }) => [
        fields.map(({ name, required }) => (required ? name : `${name}?`)),
        minProperties,
      ]),
    ).toStrictEqual([
      [["c", "a?"], 1],
      [["c", "b?"], 2],
    ]);
    const texts = ofField({
      maxLength: 3,
      anyOf: [text, { type: "string", enum: ["A"] }, { ...text, minLength: 2 }],
    });
    expect(texts.unions[0]?.members.map(({ type, limits }) => [type.kind, limits])).toStrictEqual([
      ["string", { maxLength: 3 }],
      ["enum", { maxLength: 3 }],
      ["string", { minLength: 2, maxLength: 3 }],
    ]);
  });

  it("can lead back to the schema that contains the union", () => {
    const Node = object({ x: { oneOf: [text, { type: "array", items: to("Node") }] } });
    const { said } = lowered(object({ x: to("Node") }), { Node });
    expect(said).toStrictEqual([
      "#/components/schemas/Node contains itself; deeper levels are not checked",
    ]);
  });
});

describe("a base schema that others extend", () => {
  const Base = {
    ...object({ kind: text, note: text }, "kind"),
    ...tagged({ ONE: "#/components/schemas/One", TWO: "#/components/schemas/Two" }),
  };
  const One = { allOf: [to("Base"), object({ one: text })] };
  const Two = { allOf: [to("Base"), object({ two: text })] };

  it("where it is used, becomes a union of its extensions, while each extension keeps its own type", () => {
    const { unions, objects, said } = ofField(to("Base"), { Base, One, Two });
    expect(said).toStrictEqual([]);
    expect(unions[0]?.members.map(({ values }) => values)).toStrictEqual([["ONE"], ["TWO"]]);
    expect(objects.map(({ fields }) => fields.map(({ name }) => name))).toStrictEqual([
      ["kind", "note", "one"],
      ["kind", "note", "two"],
    ]);
    const one = ofField(to("One"), { Base, One, Two });
    expect([one.type, one.said]).toStrictEqual([{ kind: "object", name: "ThingX" }, []]);
    expect(one.objects[0]?.fields.map(({ name }) => name)).toStrictEqual(["kind", "note", "one"]);
  });

  it("can be nullable, while its extensions are not", () => {
    const schemas = { Base: { ...Base, nullable: true }, One, Two };
    expect(ofField(to("Base"), schemas).type?.kind).toBe("nullable");
    expect(ofField(to("One"), schemas).type?.kind).toBe("object");
  });

  it("does not become a union in a schema that extends it without the discriminator", () => {
    const Other = { allOf: [to("Base"), object({ other: text })] };
    const { type, objects } = ofField(to("Other"), { Base, One, Two, Other });
    expect(type?.kind).toBe("object");
    expect(objects[0]?.fields.map(({ name }) => name)).toStrictEqual(["kind", "note", "other"]);
  });
});

describe("a body with several variants", () => {
  const whole = (...forms: readonly JsonObject[]) => {
    const { body, unions, enums, said } = lowered({ oneOf: forms });
    return { body, fields: body.fields, unions, enums, said };
  };

  it("has the fields of all variants, without defaults, and a field is required if each variant requires it", () => {
    const { fields, body, said } = whole(
      object(
        { a: { ...text, default: "x", maxLength: 3 }, b: text, same: { ...text, maxLength: 1 } },
        "a",
        "b",
      ),
      object({ a: { ...text, maxLength: 3 }, c: text, same: { ...text, maxLength: 1 } }, "a", "c"),
    );
    expect(said).toStrictEqual([]);
    expect(body.oneOf).toBe("Thing");
    expect(fields).toStrictEqual([
      { name: "a", type: { kind: "string" }, required: true, limits: { maxLength: 3 }, doc: "" },
      { name: "b", type: { kind: "string" }, required: false, limits: {}, doc: "" },
      {
        name: "same",
        type: { kind: "string" },
        required: false,
        limits: { maxLength: 1 },
        doc: "",
      },
      { name: "c", type: { kind: "string" }, required: false, limits: {}, doc: "" },
    ]);
  });

  it("gives a field with different types one type that accepts all of them", () => {
    const { fields, unions, enums } = whole(
      object({
        e: { enum: ["A", "B"] },
        l: { type: "array", items: { ...text, maxLength: 1 } },
        m: { type: "array", items: text },
        u: { ...text, maxLength: 2 },
      }),
      object({
        e: { enum: ["B", 1] },
        l: { type: "array", items: { type: "integer" } },
        m: { type: "array", items: { ...text, maxLength: 2 } },
        u: { type: "integer", minimum: 1 },
      }),
    );
    expect(fields.map(({ name, type, limits }) => [name, type, limits])).toStrictEqual([
      ["e", { kind: "enum", name: "ThingAnyE" }, {}],
      ["l", { kind: "array", items: { kind: "union", name: "ThingAnyL" }, each: {} }, {}],
      ["m", { kind: "array", items: { kind: "string" }, each: {} }, {}],
      ["u", { kind: "union", name: "ThingAnyU" }, {}],
    ]);
    expect(enums.find(({ name }) => name === "ThingAnyE")?.values).toStrictEqual(["A", "B", 1]);
    const any = (name: string) => unions?.find((union) => union.name === name);
    expect(any("ThingAnyL")).toStrictEqual({
      name: "ThingAnyL",
      discriminator: null,
      members: [
        { type: { kind: "string" }, limits: { maxLength: 1 }, values: [] },
        { type: { kind: "integer" }, limits: {}, values: [] },
      ],
    });
    expect(any("ThingAnyU")?.members).toStrictEqual([
      { type: { kind: "string" }, limits: { maxLength: 2 }, values: [] },
      { type: { kind: "integer" }, limits: { minimum: 1 }, values: [] },
    ]);
  });

  it("keeps the limits on list items if its variants' lists are merged into one", () => {
    const list = { type: "array", items: { ...text, maxLength: 1 } };
    const { fields } = whole(
      object({ l: list }),
      object({ l: { ...list, nullable: true } }),
      object({ l: list }),
    );
    expect(fields[0]?.type.kind).toBe("union");
    const alike = whole(
      object({ l: { ...list, items: { enum: ["A"], maxLength: 1 } } }),
      object({ l: { ...list, items: { enum: ["B"], maxLength: 1 } } }),
    );
    expect(alike.fields[0]?.type).toStrictEqual({
      kind: "array",
      items: { kind: "enum", name: "ThingAnyL" },
      each: { maxLength: 1 },
    });
  });
});

it("a schema between a base and its extensions accepts the extensions' fields, with a notice", () => {
  const mapping = { cat: "#/components/schemas/Cat", dog: "#/components/schemas/Dog" };
  const schemas = (more: JsonObject): JsonObject => ({
    Pet: { ...object({ kind: text }, "kind"), ...tagged({ ...mapping, ...more }) },
    Cat: { allOf: [to("Pet"), object({ lives: { type: "integer" } })] },
    Dog: { allOf: [to("Pet"), object({ sound: text })] },
    Pup: { allOf: [to("Dog"), object({ age: { type: "integer" } })] },
  });
  const pup = { pup: "#/components/schemas/Pup" };
  const of = (name: string, more: JsonObject) => {
    const { objects, said } = ofField(to(name), schemas(more));
    return [objects.some(({ additionalProperties }) => additionalProperties !== undefined), said];
  };
  const line = "fields with any name are accepted here, because the value may also be Pup";
  expect(of("Dog", pup)).toEqual([true, [line]]);
  for (const name of ["Pet", "Cat", "Pup"]) expect(of(name, pup)).toEqual([false, []]);
  expect(of("Dog", {})).toEqual([false, []]);
});
