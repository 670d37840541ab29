import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { operationsOf } from "../../../generator/lower/operation.js";
import { type JsonObject, withWords } from "../../../generator/parse/json.js";
import {
  adverbMeant,
  atLevel,
  conditions,
  type Field,
  fieldMeant,
  type Groups,
  isOwnValue,
  itemsOf,
  lackOf,
  ownerOf,
  readContextOf,
  type Vocabulary,
  valueMeant,
  valuesMeant,
  vocabularyOf,
  vocabularyWithin,
  wordedAs,
} from "../../../generator/prose/vocabulary.js";
import { runs } from "../../support/effort.js";
import { sentenceOf, vocabulary } from "./read.js";

const NAMES = ["A", "B", "C", "D"];

/** Schemas that are each one of others, in circles or not, and one value of each. */
const schemas = fc.array(
  fc.record({ join: fc.constantFrom("oneOf", "anyOf"), others: fc.subarray(NAMES) }),
  { minLength: NAMES.length, maxLength: NAMES.length },
);

describe("the values of a field", () => {
  it("include those of all its variants' schemas, even if they form a cycle", () => {
    fc.assert(
      fc.property(schemas, (drawn) => {
        const described = NAMES.map((name, index): [string, JsonObject] => {
          const { join = "oneOf", others = [] } = drawn[index] ?? {};
          const references = others.map((other) => ({ $ref: `#/components/schemas/${other}` }));
          return [name, { [join]: [...references, { type: "string", enum: [name, "ANY"] }] }];
        });
        const document = { components: { schemas: Object.fromEntries(described) } };
        const schema = { $ref: "#/components/schemas/A" };
        const field = wordedAs([{ name: "x", where: "body", schema }], document).fields.get("x");
        const reached = new Set(["A"]);
        // A Set includes entries that are added during its iteration.
        for (const name of reached)
          for (const other of drawn[NAMES.indexOf(name)]?.others ?? []) reached.add(other);
        expect([...(field?.values ?? [])].sort()).toEqual([...reached, "ANY"].sort());
      }),
      { numRuns: runs(300) },
    );
  });
});

const fieldIn = (name: string, words: Vocabulary = vocabulary): Field =>
  words.fields.get(name) as Field;
const text = (name: string, schema: JsonObject = {}) => ({
  name,
  where: "body",
  schema: { type: "string", ...schema },
});

describe("words for a field", () => {
  it.each([
    ["start_date", "start_date"],
    ["Start_Date", "start_date"],
    [" the start date ", "start_date"],
    ["The start_date field", "start_date"],
    ["start date fields", "start_date"],
    ["start date parameter", "start_date"],
    ["start date parameters", "start_date"],
    ["start date of the report", "start_date"],
    ["start date for the reports", "start_date"],
    ["first day", "start_date"],
    ["Last day", "end_date"],
    ["shelf_id", "shelf_ids"],
    ["shelf id", "shelf_ids"],
    ["kind split", "shop_split_kind"],
    ["split kind", "shop_split_kind"],
    ["columns", "columns"],
    ["column", "columns"],
  ])("are its name, its description or parts of its name: %s", (words, name) => {
    expect(fieldMeant(words, null, vocabulary)?.name).toBe(name);
  });

  it.each([
    "mood",
    "split",
    "date",
    "hour of the reports only",
    "split of kind",
    "split mood",
    "level is",
    "window_id",
    "this",
    "it",
    "levels",
  ])("can mean no field, or several: %s", (words) => {
    expect(fieldMeant(words, null, vocabulary)).toBe(null);
  });

  it.each([
    ["this", "end_date", "end_date"],
    ["It", "end_date", "end_date"],
    ["date", "end_date", "end_date"],
    ["the kind", "shop_split_kind", "shop_split_kind"],
    ["thisx", "end_date", undefined],
  ])("can mean the described one: %s at %s", (words, self, name) => {
    expect(fieldMeant(words, fieldIn(self), vocabulary)?.name).toBe(name);
  });

  it("refer to no field if several share that description", () => {
    const words = wordedAs(
      [text("a_b", { description: "Mood." }), text("c_d", { description: "Mood." })],
      {},
    );
    expect(fieldMeant("mood", null, words)).toBe(null);
  });

  it("can be in the singular or the plural only for lists of ids", () => {
    const words = wordedAs(
      [text("ad_id"), text("moods"), { name: "tones", where: "body", schema: { type: "array" } }],
      {},
    );
    expect(fieldMeant("ad_ids", null, words)?.name).toBe("ad_id");
    expect(fieldMeant("mood", null, words)).toBe(null);
    expect(fieldMeant("tone", null, words)?.name).toBe("tones");
  });
});

describe("a word for a value", () => {
  const level = fieldIn("level");

  it.each([
    ["SHOP", "SHOP"],
    [" shop ", "SHOP"],
    ["Crate item", "CRATE_ITEM"],
    ["crate-item", "CRATE_ITEM"],
    ["crate  item", "CRATE_ITEM"],
    ["crate", null],
    ["", null],
  ])("is the value, whatever its case: %s", (word, value) => {
    expect(valueMeant(word, level)).toBe(value);
  });

  it("is the value as written if two values only differ in case", () => {
    const words = wordedAs([text("mood", { enum: ["A", "a"] })], {});
    expect(valueMeant("a", fieldIn("mood", words))).toBe("a");
    expect(valueMeant("A", fieldIn("mood", words))).toBe("A");
  });

  it("can be one of several, which are in the order of the schema", () => {
    expect(valuesMeant("SHELF, SHOP or SHELF", level)).toEqual(["SHOP", "SHELF"]);
    expect(valuesMeant("SHELF and MOOD", level)).toBe(null);
    expect(valuesMeant(" ", level)).toBe(null);
  });

  it.each([
    ["a, b and c", ["a", "b", "c"]],
    ["a/b / c", ["a", "b", "c"]],
    ["a, and b, or c nor d", ["a", "b", "c", "d"]],
    [" a,b ", ["a", "b"]],
    ["a, , b", ["a", "b"]],
    ["a and a", ["a", "a"]],
    ["", []],
  ])("can be in a list: %s", (words, items) => {
    expect(itemsOf(words)).toEqual(items);
  });

  it.each([
    ["SHOP", "level", true],
    ["shop", "level", true],
    ["crate item", "level", true],
    ["CRATE ITEM", "level", true],
    ["CRATE-ITEM", "level", true],
    ["CRATE_ITEM", "level", true],
    ["crate_item", "level", false],
    ["crate-item", "level", true],
    ["level", "level", false],
    ["SHOP", "window", false],
  ])("belongs to the described field if it has that value: %s at %s", (word, self, isOwn) => {
    expect(isOwnValue(word, fieldIn(self))).toBe(isOwn);
  });

  it("belongs to no field if none is described, or if it is the field's own name", () => {
    expect(isOwnValue("SHOP", null)).toBe(false);
    const words = wordedAs([text("mood", { enum: ["mood", "tone"] })], {});
    expect(isOwnValue("mood", fieldIn("mood", words))).toBe(false);
    expect(isOwnValue("tone", fieldIn("mood", words))).toBe(true);
  });

  it("belongs to the field of that kind, or to the only one with the value", () => {
    expect(ownerOf("SHOP", "level", vocabulary)?.name).toBe("level");
    expect(ownerOf("HOUR", "level", vocabulary)?.name).toBe("granularity");
    expect(ownerOf("MOOD", "level", vocabulary)).toBe(null);
    const words = wordedAs(
      [text("a", { enum: ["X"] }), text("b", { enum: ["X"] }), text("c", { enum: ["Y"] })],
      {},
    );
    expect(ownerOf("X", "c", words)).toBe(null);
    expect(ownerOf("X", "b", words)?.name).toBe("b");
  });

  it.each([
    ["hourly", "HOUR"],
    ["Daily", "DAY"],
    ["weekly", "WEEK"],
    ["monthly", "MONTH"],
    ["yearly", null],
    ["toString", null],
  ])("can be an adverb: %s", (word, value) => {
    expect(adverbMeant(word)).toBe(value);
  });
});

describe("the condition of a sentence", () => {
  const read = (groups: Groups, self: string | null = null, words: Vocabulary = vocabulary) => {
    const context = readContextOf(sentenceOf("A name.", self), words);
    return [conditions(groups, context), lackOf(groups, context)];
  };
  const SHOP = { field: "level", is: ["SHOP"] };

  it("is that of a field, a level or an adverb", () => {
    expect(read({})).toEqual([[], null]);
    expect(read({ condLevel: "shop" })).toEqual([[SHOP], null]);
    expect(read({ condAdverb: "hourly" })).toEqual([
      [{ field: "granularity", is: ["HOUR"] }],
      null,
    ]);
    expect(read({ condField: "level", condValues: "SHOP" })).toEqual([[SHOP], null]);
    for (const condOp of ["is not", "other than"])
      expect(read({ condField: "level", condOp, condValues: "SHOP" })).toEqual([
        [{ field: "level", isNot: ["SHOP"] }],
        null,
      ]);
    expect(
      read({ condField: "level", condValues: "SHOP", alsoField: "place types", alsoValues: "ALL" }),
    ).toEqual([[SHOP, { field: "place_types", is: ["ALL"] }], null]);
  });

  it("is not understood if it names something unknown, or one field twice", () => {
    expect(read({ condField: "mood", condValues: "SHOP" })).toEqual([
      null,
      "no field is called mood",
    ]);
    expect(read({ condField: "window", condValues: "SHOP" })).toEqual([
      null,
      "window has no known values",
    ]);
    expect(read({ condField: "level", condValues: "MOOD, SHOP or TONE" })).toEqual([
      null,
      "level is never MOOD or TONE",
    ]);
    expect(read({ condLevel: "mood" })).toEqual([null, "level is never mood"]);
    expect(read({ condAdverb: "monthly" })).toEqual([null, "granularity is never MONTH"]);
    expect(read({ condAdverb: "yearly" })).toEqual([null, null]);
    expect(
      read({ condField: "level", condValues: "SHOP", alsoField: "level", alsoValues: "SHELF" }),
    ).toEqual([null, null]);
    expect(
      read({ condField: "level", condValues: "SHOP", alsoField: "mood", alsoValues: "ALL" }),
    ).toEqual([null, "no field is called mood"]);
  });

  it("does not name a field that is a value of the described one", () => {
    const words = wordedAs(
      [text("mood", { enum: ["X"] }), text("kind", { enum: ["mood", "y"] })],
      {},
    );
    expect(read({ condField: "mood", condValues: "X" }, "kind", words)[0]).toBe(null);
    expect(read({ condField: "mood", condValues: "X" }, null, words)[0]).toEqual([
      { field: "mood", is: ["X"] },
    ]);
  });

  it("is none for a level without words", () => {
    expect(atLevel(undefined, readContextOf(sentenceOf("A name."), vocabulary))).toBe(null);
  });
});

describe("the fields of an object and of the one around it", () => {
  it("are the same instance for the same path, and the inner one wins", () => {
    const [outer, inner] = ["OUT", "IN"].map((value) =>
      wordedAs([text("mood", { enum: [value] }), text(value.toLowerCase())], {}),
    ) as [Vocabulary, Vocabulary];
    const both = vocabularyWithin(outer, inner, { path: "a", isRequired: true });
    expect([...both.fields.keys()]).toEqual(["mood", "out", "in"]);
    expect(fieldIn("mood", both).values).toEqual(["IN"]);
    expect(both.inner).toEqual({ path: "a", isRequired: true, names: new Set(["mood", "in"]) });
    expect(vocabularyWithin(outer, inner, { path: "a", isRequired: false })).toBe(both);
    expect(vocabularyWithin(outer, inner, { path: "b", isRequired: true })).not.toBe(both);
    expect(vocabularyWithin(inner, outer, { path: "a", isRequired: true })).not.toBe(both);
  });
});

describe("a field's description and schema", () => {
  const described = (schema: JsonObject, description = "") =>
    fieldIn(
      "mood",
      wordedAs([{ name: "mood", where: "body", schema: withWords(schema, description) }], {}),
    );

  it.each([
    ["Tone of a shop. More.", "tone of a shop"],
    ["Tone (old)", "tone"],
    ["Tone <b>new</b>", "tone"],
    ["Tone [new](#a)", "tone"],
    [" Tone\nmore", "tone"],
    ["", ""],
    ["(old) tone", ""],
  ])("give it another name, which is the beginning: %j", (description, synonym) => {
    expect(described({ type: "string" }, description).synonym).toBe(synonym);
  });

  it("say which values it has", () => {
    expect(described({ enum: ["A", 1, true, null, "A"] }).values).toEqual(["A", 1]);
    expect(described({ type: "array", items: { enum: ["A", "B"] } }).values).toEqual(["A", "B"]);
    expect(described({ type: "string" }).values).toEqual([]);
    expect(described({ anyOf: [{ enum: ["A"] }, { enum: ["B", "A"] }] }).values).toEqual([
      "A",
      "B",
    ]);
  });

  it("say whether it is a list, and whether it is required", () => {
    expect(described({ type: "array" }).isList).toBe(true);
    expect(described({ type: "string" }).isList).toBe(false);
    expect(described({ anyOf: [{ type: "string" }, { type: "array" }] }).isList).toBe(true);
    expect(described({ type: "string" }).isRequired).toBe(false);
    const words = wordedAs([{ ...text("mood"), isRequired: true }], {});
    expect(fieldIn("mood", words).isRequired).toBe(true);
  });
});

describe("the fields of an operation", () => {
  const fieldsOf = (body: JsonObject, method = "post") => {
    const parameters = [
      { name: "word", in: "query", required: true, schema: { type: "string" } },
      { name: "page", in: "query", schema: { type: "integer" } },
      { name: "bare", in: "query" },
      { name: "token", in: "header", schema: { type: "string" } },
    ];
    const requestBody = { content: { "application/json": { schema: body } } };
    const operation = { operationId: "shops", parameters, requestBody, responses: {} };
    const document = { paths: { "/shops": { [method]: operation } } };
    const node = operationsOf(document).get("shops");
    if (node === undefined) throw new Error("no operation");
    return [...vocabularyOf(node, document).fields.values()].map(
      ({ name, where, isRequired, values }) =>
        `${where} ${name}${isRequired ? "!" : ""} ${values.join()}`.trim(),
    );
  };
  const object = (properties: JsonObject, ...required: readonly string[]): JsonObject => ({
    type: "object",
    properties,
    required,
  });
  const enumOf = (...values: readonly string[]): JsonObject => ({ type: "string", enum: values });
  const QUERY = ["query word!", "query page", "query bare"];

  it("are those in its query and its body", () => {
    const body = object({ level: enumOf("A", "B"), mood: enumOf("C") }, "mood");
    expect(fieldsOf(body)).toEqual([...QUERY, "body level A,B", "body mood! C"]);
  });

  it("include those of every form of its body, and are required only if every form requires them", () => {
    const body = {
      oneOf: [
        object(
          { level: enumOf("A"), mood: enumOf("C"), kind: enumOf("X") },
          "level",
          "mood",
          "kind",
        ),
        object({ level: enumOf("B"), mood: enumOf("C") }, "level"),
      ],
    };
    expect(fieldsOf(body)).toEqual([...QUERY, "body level! A,B", "body mood C", "body kind X"]);
  });

  it("do not include a body that cannot be sent", () => {
    expect(fieldsOf(object({ level: enumOf("A") }), "get")).toEqual(QUERY);
  });
});
