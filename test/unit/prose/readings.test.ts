import { describe, expect, it } from "vitest";
import type { Node } from "../../../generator/lower/context.js";
import type { Form } from "../../../generator/lower/schema.js";
import { type JsonObject, withOrigin } from "../../../generator/parse/json.js";
import type { NamedRule } from "../../../generator/prose/draft.js";
import {
  type Reading,
  readingsOf,
  subjectOf,
  withRules,
} from "../../../generator/prose/readings.js";
import type { LocatedText } from "../../../generator/prose/sentences.js";
import { type Vocabulary, wordedAs } from "../../../generator/prose/vocabulary.js";

const text = { type: "string" };
const kind = { ...text, enum: ["PLAIN", "RARE"] };

/** An object of a description with these fields. */
function object(pointer: string, fields: Readonly<Record<string, JsonObject>>) {
  const schema = withOrigin({}, { pointer, node: {} }) as Node;
  const form = { flat: { parts: [schema] } } as unknown as Form;
  const named = Object.entries(fields).map(([name, one]) => ({ name, where: "body", schema: one }));
  return { form, schema, vocabulary: wordedAs(named, {}) };
}

const request = wordedAs(
  ["box", "shop_id", "shelf_id"].map((name) => ({ name, where: "body", schema: text })),
  {},
);
const box = object("#/components/schemas/Box", { label: text, price: text, lid: text, kind });
const lid = object("#/components/schemas/Box/properties/lid", { label: text, ink: text });
const bag = object("#/components/schemas/Bag", { price: text, label: text });
const objects = [box, lid, bag];
const ofObject = (form: Form): Vocabulary =>
  objects.find((one) => one.form === form)?.vocabulary ?? request;

function readings(words: string, place: Partial<LocatedText> = {}): readonly Reading[] {
  const located = { label: "body:x", pointer: "#/paths/x", text: words, field: null, ...place };
  return readingsOf([located], request, ofObject);
}
/** The object with whose fields the only sentence is read; null for the request. */
const schemaOf = (words: string, place: Partial<LocatedText> = {}): Node | null | undefined =>
  readings(words, place)[0]?.schema;

describe("a sentence in the description of an object", () => {
  const inLid = {
    field: "box",
    objects: [
      { form: lid.form, field: "label" },
      { form: box.form, field: "lid" },
    ],
  };

  it("is read with the fields of the request outside of objects", () => {
    expect(readings("`shop_id` and `shelf_id` are mutually exclusive.")).toMatchObject([
      { schema: null, vocabulary: request },
    ]);
  });

  it("is read with the nearest object for which it states a rule", () => {
    expect(schemaOf("Required if `ink` is set.", inLid)).toBe(lid.schema);
    expect(schemaOf("Required if `price` is set.", inLid)).toBe(box.schema);
    expect(schemaOf("Required if `shop_id` is set.", inLid)).toBeNull();
  });

  it("is read with the nearest object if it states no rule", () => {
    expect(schemaOf("Words on the lid.", inLid)).toBe(lid.schema);
  });

  it("is one of several, each with its own fields", () => {
    const read = readings("Required if `ink` is set. Required if `price` is set.", inLid);
    expect(read.map(({ schema }) => schema)).toEqual([lid.schema, box.schema]);
    expect(read.map(({ sentence }) => [sentence.number, sentence.source.field])).toEqual([
      [1, "label"],
      [2, "lid"],
    ]);
  });
});

describe("a sentence about the fields of an object inside its subject", () => {
  const held = [
    { form: lid.form, field: "label" },
    { form: bag.form, field: "price" },
  ];
  const exclusive = "`price` and `label` are mutually exclusive.";

  it("is read with the only object for which it states a rule", () => {
    expect(readings(exclusive, { held })).toMatchObject([
      { schema: bag.schema, vocabulary: bag.vocabulary, isOfOneUse: true },
    ]);
    expect(schemaOf(exclusive, { held: [...held, ...held] })).toBe(bag.schema);
  });

  it("is not only about one use if it is in the object's schema", () => {
    for (const pointer of ["#/components/schemas/Bag", "#/components/schemas/Bag/description"])
      expect(readings(exclusive, { held, pointer })).toMatchObject([{ isOfOneUse: false }]);
    const pointer = "#/components/schemas/Bags/description";
    expect(readings(exclusive, { held, pointer })).toMatchObject([{ isOfOneUse: true }]);
  });

  it("is read with the request if there are several such objects, or none", () => {
    expect(schemaOf(exclusive, { held: [...held, { form: box.form, field: "lid" }] })).toBeNull();
    expect(schemaOf(exclusive, { held: [{ form: lid.form, field: "ink" }] })).toBeNull();
    expect(schemaOf(exclusive)).toBeNull();
  });

  it("is read with the request if it does not name two fields", () => {
    expect(schemaOf("Price and label are mutually exclusive.", { held })).toBeNull();
    expect(schemaOf("`price` is required.", { held })).toBeNull();
    expect(schemaOf("`price` and `price` are mutually exclusive.", { held })).toBeNull();
  });

  it("is read with the request if it states a rule for the request", () => {
    const words = "`shop_id` and `shelf_id` are mutually exclusive.";
    const both = object("#/components/schemas/Both", { shop_id: text, shelf_id: text });
    const read = readingsOf(
      [
        {
          label: "body:x",
          pointer: "#/paths/x",
          text: words,
          field: null,
          held: [{ form: both.form, field: "shop_id" }],
        },
      ],
      request,
      () => both.vocabulary,
    );
    expect(read[0]?.schema).toBeNull();
  });

  it("can introduce a list of the fields", () => {
    const words = "Choose exactly one way of setting the words:\n\n- `price`\n- `label`";
    expect(schemaOf(words, { held })).toBe(bag.schema);
  });
});

describe("a sentence about the fields of an object and of its enclosing object", () => {
  const within = {
    field: "ink",
    objects: [{ form: lid.form, field: "ink" }],
    holders: [
      { form: lid.form, field: "ink" },
      { form: box.form, field: "lid" },
    ],
  };
  const fieldsOf = (words: string, place: Partial<LocatedText> = within): boolean =>
    readings(words, place)[0]?.vocabulary.fields.has("kind") === true;

  it.each([
    "Required if `kind` is RARE.",
    'Required if "kind" is RARE.',
    "Cannot be combined with `price`.",
  ])("is read with both: %s", (words) => {
    const [reading] = readings(words, within);
    expect(reading?.schema).toBe(box.schema);
    expect(reading?.vocabulary.fields.has("price")).toBe(true);
    expect(reading?.vocabulary.fields.has("ink")).toBe(true);
  });

  it.each([
    // Not in backticks.
    "Required if the kind is rare.",
    // Of something else.
    "Required for a bag whose `kind` is RARE.",
    "Required if the shop's `kind` is RARE.",
    "Required if `kind` of the bag is RARE.",
    "Required if the parent `kind` is RARE.",
    "Required if the `kind` of a linked shop is RARE.",
    "Required if the other `kind` is RARE.",
    "Required if the related `kind` is RARE.",
    "Required if `bag`.`kind` is RARE.",
    // Not about the described field, or not about both objects.
    "`label` is required if `kind` is RARE.",
    "`price` is required if `kind` is RARE.",
    "Required if `label` is set.",
  ])("is not read with both: %s", (words) => {
    expect(fieldsOf(words)).toBe(false);
  });

  it("has only its own fields if a name has a dot, or if there is no object around", () => {
    const words = "Required if `kind` is RARE.";
    const [own, outer] = within.holders;
    expect(
      fieldsOf(words, { ...within, holders: [own, { ...outer, field: "a.b" }] as never }),
    ).toBe(false);
    expect(fieldsOf(words, { ...within, holders: [own] as never })).toBe(false);
    expect(fieldsOf(words, { ...within, holders: [] })).toBe(false);
  });
});

describe("the subject of an object's rules", () => {
  it.each([
    ["#/components/schemas/Box", "schema:Box"],
    ["#/components/schemas/Box/properties/lid", "schema:#/components/schemas/Box/properties/lid"],
    ["#/paths/~1boxes/post", "schema:#/paths/~1boxes/post"],
  ])("is the component's name or the schema's place: %s", (pointer, subject) => {
    expect(subjectOf(object(pointer, {}).schema)).toBe(subject);
  });

  it("is empty for a schema that is not from the description", () => {
    expect(subjectOf({} as Node)).toBe("schema:");
  });
});

describe("the rules of two readings", () => {
  it("are joined without those whose names are taken", () => {
    const of = (id: string): NamedRule => ({ id, kind: "k", when: [], params: {}, sources: [] });
    const [a, b, other, c] = [of("a"), of("b"), of("b"), of("c")];
    expect(withRules([a, b], [other, c, c])).toEqual([a, b, c, c]);
    expect(withRules([], [a])).toEqual([a]);
  });
});
