// Edits to strings, numbers, booleans and lists, and to their allowed values.

import {
  copyOf,
  type Draft,
  type FieldPlace,
  listed,
  type Place,
  type Tree,
  tree,
  type Value,
} from "../draft.js";
import { exactly } from "../generate.js";
import { type Edit, type Kind, lives, ofField, ofSchema, refused } from "../kind.js";

const typed = (place: Place, draft: Draft, ...types: readonly string[]): boolean =>
  types.includes(String(draft.held(place).type));

const NUMBERS = ["integer", "number"];

const isPlain = (place: Place, draft: Draft): boolean =>
  typed(place, draft, "string", "integer", "number", "boolean") &&
  draft.held(place).enum === undefined;

const isText = (place: Place, draft: Draft): boolean =>
  typed(place, draft, "string") && draft.held(place).enum === undefined;

const isNumber = (place: Place, draft: Draft): boolean => typed(place, draft, ...NUMBERS);

/** Whether a string has no further keywords, so that only the added pattern matters. */
const isFreeText = (place: Place, draft: Draft): boolean =>
  isText(place, draft) &&
  ["format", "minLength", "maxLength"].every((key) => draft.held(place)[key] === undefined);

const hasValues = (place: Place, draft: Draft): boolean =>
  listed(draft.held(place).enum).length > 1;

/** The edit of a place. Whatever the runtime reads from a report's response must stay a string. */
function edited(place: Place, draft: Draft, isTextStill: boolean): Edit {
  const isRead = "owner" in place && draft.isRead(place as FieldPlace);
  return isRead && !isTextStill
    ? refused(place.at, "the runtime reads a text there")
    : lives(place.at);
}

/** A kind that replaces a plain schema by another one. */
function becomes(
  name: string,
  says: string,
  from: readonly string[],
  to: (held: Tree, draft: Draft) => Tree,
): Kind {
  return ofField(
    name,
    says,
    (field, draft) => typed(field, draft, ...from) && draft.held(field).enum === undefined,
    (field, draft) => {
      const made = to(draft.held(field), draft);
      // A number may also be a token.
      const edit = edited(
        field,
        draft,
        made.type === "string" || (made.type === "integer" && field.key === "token"),
      );
      field.holder[field.key] = made;
      return edit;
    },
  );
}

/** A kind that adds a keyword to schemas of certain types. */
function keyword(
  name: string,
  says: string,
  types: readonly string[],
  add: (held: Tree, draft: Draft) => void,
): Kind {
  return ofSchema(
    name,
    says,
    (place, draft) => typed(place, draft, ...types),
    (place, draft) => {
      add(draft.held(place), draft);
    },
  );
}

/** Rejection, if a report's status can no longer mean done, or is not a string. */
function endless(place: Place, draft: Draft): Edit | undefined {
  const isStatus =
    place.key === "report_status" && "owner" in place && draft.isRead(place as FieldPlace);
  const { enum: values, type } = draft.held(place);
  if (!isStatus || values === undefined) return undefined;
  if (listed(values).some((value) => /^finished$/i.test(String(value)))) return undefined;
  // An enum without strings has no effect on a string.
  const isAnyText = type === "string" && !listed(values).some((value) => typeof value === "string");
  return isAnyText
    ? { ...lives(place.at), told: /an enum has/ }
    : refused(place.at, "nothing says that a report is done");
}

/** A kind that changes an enum. If the enum is in a list's items, the list is kept. */
function valuesOf(
  name: string,
  says: string,
  change: (held: Tree, values: readonly Value[], draft: Draft) => void,
): Kind {
  return ofSchema(name, says, hasValues, (place, draft) => {
    const held = draft.held(place);
    change(held, listed(held.enum), draft);
    return endless(place, draft);
  });
}

export const scalarKinds: readonly Kind[] = [
  becomes("integer-to-number", "integers become numbers", ["integer"], () => ({
    type: "number",
  })),
  becomes("number-to-integer", "numbers become integers", ["number"], () => ({
    type: "integer",
    format: "int64",
  })),
  becomes("integer-to-string", "numbers become strings of digits", NUMBERS, () => ({
    type: "string",
    pattern: "^\\d+$",
  })),
  becomes("string-to-integer", "a string becomes an integer", ["string"], () => ({
    type: "integer",
  })),
  becomes("boolean-to-string", "a boolean becomes a string", ["boolean"], () => ({
    type: "string",
  })),
  becomes("boolean-to-enum", "a boolean becomes an enum of two words", ["boolean"], () => ({
    type: "string",
    enum: ["YES", "NO"],
  })),
  becomes("string-to-boolean", "a string becomes a boolean", ["string"], () => ({
    type: "boolean",
  })),
  becomes("string-to-object", "a string becomes an object", ["string"], () => ({
    type: "object",
    properties: { value: { type: "string" }, unit: { type: "string", enum: ["DAY", "WEEK"] } },
  })),
  becomes("string-to-date-time", "a string becomes a date-time", ["string"], () => ({
    type: "string",
    format: "date-time",
  })),
  ofField(
    "scalar-to-list",
    "a field becomes a list",
    (field, draft) => typed(field, draft, "string", "integer", "number", "boolean"),
    (field, draft) => {
      const edit = edited(field, draft, false);
      field.holder[field.key] = {
        type: "array",
        items: copyOf(field.holder[field.key] ?? {}),
        maxItems: 10,
      };
      return edit;
    },
  ),
  ofField(
    "list-to-scalar",
    "a list becomes a single value",
    (field, draft) => typed(field, draft, "array") && draft.held(field).items !== undefined,
    (field, draft) => {
      field.holder[field.key] = copyOf(draft.held(field).items ?? {});
    },
  ),
  ofSchema(
    "items-wrapped-in-objects",
    "the items of a list become objects",
    (place, draft) => typed(place, draft, "array") && draft.held(place).items !== undefined,
    (place, draft) => {
      const held = draft.held(place);
      held.items = {
        type: "object",
        properties: { value: copyOf(held.items ?? {}) },
        required: ["value"],
      };
    },
  ),
  ofSchema(
    "list-of-lists",
    "the items of a list become lists",
    (place, draft) =>
      place.side !== "parameter" &&
      typed(place, draft, "array") &&
      draft.held(place).items !== undefined,
    (place, draft) => {
      const held = draft.held(place);
      held.items = { type: "array", items: copyOf(held.items ?? {}) };
    },
  ),
  valuesOf("enum-grows", "an enum value is added", (held, values) => {
    held.enum =
      typeof values[0] === "number" ? [...values, 4711] : [...values, "BRAND_NEW", "quite-new"];
  }),
  valuesOf("enum-shrinks", "an enum value is removed", (held, values, draft) => {
    const gone = draft.random.of(values);
    held.enum = values.filter((value) => value !== gone);
    if (held.default === gone) delete held.default;
  }),
  valuesOf("rule-value-removed", "enum values that rules name are removed", (held, values) => {
    const named = (value: Value): boolean =>
      /HOUR|_TARGETING|KEYWORD|TOTAL|AD_GROUP|LIFETIME|ALL/.test(String(value));
    const kept = values.filter((value) => !named(value));
    held.enum = kept.length === 0 ? values.slice(0, 1) : kept;
    if (!held.enum.includes(held.default ?? "")) delete held.default;
  }),
  valuesOf("enum-emptied", "an enum becomes empty", (held) => {
    held.enum = [];
  }),
  valuesOf("enum-repeats", "an enum value is listed twice", (held, values) => {
    held.enum = [...values, ...values.slice(0, 2)];
  }),
  valuesOf("enum-reordered", "enum values are reordered", (held, values) => {
    held.enum = values.toReversed();
  }),
  valuesOf("enum-with-null", "null is one of the enum values", (held, values) => {
    held.enum = [...values, null];
    held.nullable = true;
  }),
  valuesOf(
    "enum-with-null-alone",
    "null is one of the enum values, without `nullable`",
    (held, values) => {
      held.enum = [...values, null];
    },
  ),
  valuesOf("enum-removed", "an enum is removed", (held) => void delete held.enum),
  valuesOf("enum-of-one", "an enum keeps only one value", (held, values) => {
    // A report must still be able to finish.
    const only = values.includes("FINISHED") ? "FINISHED" : (values[0] ?? null);
    held.enum = [only];
    if (held.default !== only) delete held.default;
  }),
  valuesOf("enum-mixed", "enum values have several types", (held, values) => {
    delete held.type;
    held.enum = [...values, 7, true];
  }),
  valuesOf("enum-of-other-type", "enum values are numbers, but the type is string", (held) => {
    held.enum = [1, 2, 3];
  }),
  valuesOf("enum-of-odd-words", "enum values are not identifiers", (held, values) => {
    held.enum = [
      ...values,
      'say "yes"',
      "it's */ over",
      "",
      " ",
      "größer",
      "a\\b",
      "line\nbreak",
      "constructor",
      "__proto__",
      "\u0024{x}",
      "`",
      "\u2028",
    ];
  }),
  valuesOf("enum-words-alike", "enum values differ only in case or hyphens", (held, values) => {
    const [first = "A"] = values.map(String);
    held.enum = [
      ...new Set([
        ...values,
        first.toLowerCase(),
        `${first}-`,
        `${first}_`,
        first.replaceAll("_", "-"),
      ]),
    ];
  }),
  valuesOf("enum-of-many", "an enum has thousands of values", (held, values) => {
    held.enum = [...values, ...Array.from({ length: 2_000 }, (_, index) => `MADE_UP_${index}`)];
  }),
  ofSchema("enum-added", "a string becomes an enum", isText, (place, draft) => {
    const held = draft.held(place);
    delete held.pattern;
    held.enum = ["FIRST", "SECOND"];
    return endless(place, draft);
  }),
  ofSchema(
    "integer-enum",
    "a number becomes an enum",
    (place, draft) => typed(place, draft, ...NUMBERS) && draft.held(place).enum === undefined,
    (place, draft) => {
      draft.held(place).enum = [1, 7, 30];
    },
  ),
  ofSchema(
    "boolean-enum",
    "a boolean is always true",
    (place, draft) => typed(place, draft, "boolean"),
    (place, draft) => {
      const held = draft.held(place);
      held.enum = draft.random.coin() ? [true] : [true, false];
      if (held.default !== undefined && !held.enum.includes(held.default)) delete held.default;
    },
  ),
  keyword("format-unknown", "a format is unknown", ["string", "integer", "number"], (held) => {
    held.format = "furlong";
  }),
  keyword("format-known", "a format is defined by JSON Schema", ["string"], (held, draft) => {
    if (held.enum === undefined && held.pattern === undefined)
      held.format = draft.random.of([
        "date-time",
        "uuid",
        "uri",
        "email",
        "byte",
        "time",
        "ipv4",
        "hostname",
        "duration",
      ]);
  }),
  ofSchema(
    "format-removed",
    "a format is removed",
    (place, draft) => draft.held(place).format !== undefined,
    (place, draft) => void delete draft.held(place).format,
  ),
  ofSchema(
    "format-binary",
    "a string becomes binary",
    (place, draft) =>
      place.side === "response" &&
      isText(place, draft) &&
      !("owner" in place && draft.isRead(place as FieldPlace)),
    (place, draft) => {
      draft.held(place).format = "byte";
    },
  ),
  ofSchema("pattern-added", "a string gets a pattern", isFreeText, (place, draft) => {
    draft.held(place).pattern = "^[\\w-]{1,40}$";
  }),
  ofSchema(
    "pattern-equivalent",
    "a pattern is written differently",
    (place, draft) => typeof draft.held(place).pattern === "string",
    (place, draft) => {
      const held = draft.held(place);
      held.pattern = String(held.pattern)
        .replace(/\\d/g, "[0-9]")
        .replace(/\((\[0-9\]\{\d\})\)/g, "$1");
    },
  ),
  ofSchema("pattern-wild", "a pattern may backtrack forever", isFreeText, (place, draft) => {
    draft.held(place).pattern = "^(\\w+\\s?)*$";
  }),
  ofSchema(
    "pattern-foreign",
    "a pattern is in another regex dialect",
    isFreeText,
    (place, draft) => {
      draft.held(place).pattern = draft.random.of([
        "^(?i)[a-z]+$",
        "^\\p{L}+\\z",
        "[[:alnum:]]+",
        "^(?<name",
      ]);
    },
  ),
  ofSchema(
    "pattern-of-letters",
    "a pattern matches letters of all scripts",
    isFreeText,
    (place, draft) => {
      draft.held(place).pattern = draft.random.of([
        "^\\p{L}+$",
        "^[\\p{L}\\p{N}_-]{1,80}$",
        "\\p{Lu}",
        "^\\P{Cc}*$",
        "^\\p{Script=Latin}",
        "^[^\\u{1F600}-\\u{1F64F}]*$",
        "^\\x{41}?",
        "^(?i:abc)?",
      ]);
    },
  ),
  ofSchema(
    "number-of-many-digits",
    "a limit, enum value or default is an integer that JavaScript cannot represent",
    isNumber,
    (place, draft) => {
      const held = draft.held(place);
      const digits = draft.random.of([
        "9007199254740993",
        "-9007199254740993",
        "9223372036854775807",
        "123456789012345678901234567890",
      ]);
      const key = draft.random.of([
        "maximum",
        "minimum",
        "default",
        "enum",
        "const",
        "multipleOf",
        "exclusiveMaximum",
      ]);
      delete held.enum;
      held[key] = key === "enum" ? [1, exactly(digits)] : exactly(digits);
      return { ...lives(place.at), never: String(Number(digits)) };
    },
  ),

  keyword("minimum-and-maximum", "a number has limits", NUMBERS, (held) => {
    if (held.enum === undefined) Object.assign(held, { minimum: 1, maximum: 1_000_000 });
  }),
  keyword("exclusive-limits", "a number has exclusive limits", NUMBERS, (held) => {
    if (held.enum === undefined)
      Object.assign(held, {
        minimum: 0,
        exclusiveMinimum: true,
        maximum: 1e9,
        exclusiveMaximum: true,
      });
  }),
  keyword("multiple-of", "a number must be a multiple", NUMBERS, (held) => {
    if (held.enum === undefined) held.multipleOf = held.type === "integer" ? 1 : 0.01;
  }),
  keyword("lengths", "a string has a minimum and maximum length", ["string"], (held) => {
    if (held.enum === undefined) Object.assign(held, { minLength: 1, maxLength: 5_000 });
  }),
  keyword("counts", "a list has a minimum and maximum length", ["array"], (held) =>
    Object.assign(held, { minItems: 1, maxItems: 50 }),
  ),
  keyword("unique-items", "a list's items must be unique", ["array"], (held) => {
    held.uniqueItems = true;
  }),
  keyword("limit-of-wrong-type", "a limit is a string", [...NUMBERS, "string", "array"], (held) => {
    const limit =
      held.type === "string" ? "maxLength" : held.type === "array" ? "maxItems" : "maximum";
    held[limit] = "100";
  }),
  keyword("limits-contradict", "a minimum is greater than the maximum", ["array"], (held) => {
    Object.assign(held, { minItems: 0, maxItems: 1_000_000_000_000 });
  }),
  keyword("not", "some values are forbidden", ["string"], (held) => {
    held.not = { enum: ["NEVER_THIS"] };
  }),
  keyword("const-in-3.0", "`const` is used, which 3.0 does not have", ["string"], (held) => {
    const values = listed(held.enum);
    // A report must still be able to finish.
    held.const = values.includes("FINISHED") ? "FINISHED" : (values[0] ?? "ONLY_THIS");
    delete held.pattern;
    delete held.format;
  }),
  ofSchema("type-removed", "a schema loses its type", isPlain, (place, draft) => {
    delete draft.held(place).type;
  }),
  ofSchema("type-unknown", "a schema has an unknown type", isPlain, (place, draft) => {
    draft.held(place).type = draft.random.of(["float", "date", "any", "String"]);
  }),
  ofSchema(
    "items-anything",
    "a list has no `items`",
    (place, draft) => typed(place, draft, "array"),
    (place, draft) => {
      const held = draft.held(place);
      if (draft.random.coin()) held.items = {};
      else delete held.items;
    },
  ),
  ofSchema("scalar-examples", "a schema has all kinds of examples", isPlain, (place, draft) => {
    Object.assign(draft.held(place), {
      example: { any: ["thing", 1] },
      examples: ["a", "b"],
      title: "A title */ with an end",
    });
  }),
  ofSchema(
    "scalar-one-of",
    "a field is a number or a string of digits",
    isPlain,
    (place, draft) => {
      const edit = edited(place, draft, false);
      place.holder[place.key] = {
        [draft.random.coin() ? "oneOf" : "anyOf"]: [
          tree(copyOf(draft.held(place))),
          { type: "string", maxLength: 20 },
          { type: "integer" },
        ],
      };
      return edit;
    },
  ),
];
