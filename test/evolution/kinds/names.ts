// What an owner calls things: names that a language, a file system or the generated code does not like.

import { type Draft, define, type FieldPlace, listed, rename } from "../draft.js";
import { type Kind, ofField } from "../kind.js";

const isPlace = (field: FieldPlace, draft: Draft): boolean => !draft.isRead(field);

/** A field that is new, under a name that is drawn. */
function called(name: string, says: string, names: (field: FieldPlace, draft: Draft) => readonly string[]): Kind {
  return ofField(name, says, isPlace, (field, draft) => {
    const made = draft.random.of(names(field, draft));
    define(
      field.holder,
      made,
      draft.random.of([
        { type: "string" },
        { type: "string", enum: ["ONE", "TWO"] },
        { type: "object", properties: { a: { type: "string" } } },
      ]),
    );
    if (draft.random.coin()) field.owner.required = [...new Set([...listed(field.owner.required), made])];
  });
}

export const nameKinds: readonly Kind[] = [
  called("name-reserved", "a field is called as a word of the language", () => [
    "class",
    "function",
    "default",
    "new",
    "await",
    "enum",
    "null",
    "true",
    "yield",
    "import",
    "arguments",
    "eval",
  ]),
  called("name-inherited", "a field is called as what every object has", () => [
    "constructor",
    "toString",
    "hasOwnProperty",
    "valueOf",
    "__defineGetter__",
    "isPrototypeOf",
  ]),
  called("name-proto", "a field is called `__proto__`", () => ["__proto__"]),
  called("name-then", "a field is called `then`, `toJSON` or `length`", () => ["then", "toJSON", "length", "name", "prototype"]),
  called("name-quoted", "a name has quotes, backslashes or ends of comments in it", () => [
    'a"b',
    "a'b",
    "a`b",
    "a\\b",
    "a*/b",
    "a//b",
    "\u0024{a}",
    "a\nb",
    "<a>",
  ]),
  called("name-spaced", "a name has spaces, dots or slashes", () => ["a b", " a", "a.b", "a/b", "a~b", "a[b]", "a:b", "a,b", "%2e", "#"]),
  called("name-unicode", "a name has letters of other scripts", () => [
    "größe",
    "名前",
    "имя",
    "é",
    "e\u0301",
    "😀",
    "a\u200bb",
    "\u202ea",
  ]),
  called("name-digits", "a name begins with a digit", () => ["1st", "7d_spend", "0", "30", "1e3"]),
  called("name-signs", "a name is made of signs", () => ["$", "$ref", "_", "__", "-", "@type", "$$", "*"]),
  called("name-of-code", "a field is called as the code calls something", () => [
    "value",
    "found",
    "fields",
    "body",
    "options",
    "index",
    "item",
    "base",
    "at",
    "today",
    "severity",
    "FIELDS",
    "violation",
    "isRecord",
    "Set",
    "undefined",
    "NaN",
  ]),
  called("name-long", "a name is two hundred letters long", () => [`very_${"long_".repeat(40)}name`]),
  called("name-alike-case", "two names differ only by case", ({ key }) => [
    key.toUpperCase() === key ? key.toLowerCase() : key.toUpperCase(),
    `${key.charAt(0).toUpperCase()}${key.slice(1)}x`,
  ]),
  called("name-alike-hyphen", "two names differ only by hyphens", ({ key }) => [
    key.replaceAll("_", "-").concat(key.includes("_") ? "" : "-"),
    `${key}_`,
    `_${key}`,
    key.replaceAll("_", "").concat(key.includes("_") ? "" : "_"),
  ]),
  called("name-alike-plural", "a name is the singular of another", ({ key }) => [key.endsWith("s") ? key.slice(0, -1) : `${key}s`]),
  ofField(
    "name-camel",
    "a name is written as one word",
    (field, draft) => isPlace(field, draft) && field.key.includes("_"),
    (field) => {
      const camel = field.key.replace(/_(\w)/g, (_, letter: string) => letter.toUpperCase());
      rename(field.holder, field.key, camel);
      if (listed(field.owner.required).includes(field.key))
        field.owner.required = listed(field.owner.required).map((one) => (one === field.key ? camel : one));
    },
  ),
];
