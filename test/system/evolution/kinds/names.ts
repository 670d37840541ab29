// Edits that use names which conflict with the language, the file system or the generated code.

import {
  child,
  type Draft,
  define,
  type FieldPlace,
  listed,
  rename,
  type Tree,
  tree,
} from "../draft.js";
import { type Kind, kind, lives, ofField, refused } from "../kind.js";

const isPlace = (field: FieldPlace, draft: Draft): boolean => !draft.isRead(field);

/** A kind that adds a field with a random one of these names. */
function called(
  name: string,
  says: string,
  names: (field: FieldPlace, draft: Draft) => readonly string[],
): Kind {
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
    if (draft.random.coin())
      field.owner.required = [...new Set([...listed(field.owner.required), made])];
  });
}

/** Keywords, and names that generated code uses itself. */
const WORDS: readonly string[] = (
  "any arguments array as async await boolean break case class const constructor continue date default delete do enum error eval export extends " +
  "false finally for from function get if implements import in infinity instanceof interface is let map namespace nan never new null number object of " +
  "package partial private promise protected prototype proto public record return row set static string super switch symbol then-not this " +
  "throw true try type typeof undefined unknown validate var void while with yield index types flow call client check rules columns operations values"
).split(" ");

/** A kind that adds entries with random names to the flows file. */
function offered(name: string, says: string, section: "flows" | "operations"): Kind {
  return kind(name, says, (draft) => {
    const entries = tree(draft.offers[section]);
    const before = draft.random.of(Object.keys(entries));
    const after = draft.random.of(
      WORDS.filter(
        (word) =>
          tree(draft.offers.flows)[word] === undefined &&
          tree(draft.offers.operations)[word] === undefined,
      ),
    );
    rename(entries, before, after);
    return lives(`${section}: ${before}, called ${after}`);
  });
}

/** A kind that adds an entry with a forbidden name to the flows file. */
function taken(name: string, what: string, names: readonly string[]): Kind {
  return kind(name, `a report or a call has the name of ${what}`, (draft) => {
    const section = draft.random.coin() ? "flows" : "operations";
    const entries = tree(draft.offers[section]);
    const before = draft.random.of(Object.keys(entries));
    rename(entries, before, draft.random.of(names));
    return refused(`${section}: ${before}`, `that is ${what}`);
  });
}

/** Names that Windows treats as devices instead of files or folders. */
const DEVICES = ["con", "nul", "aux", "prn", "com1", "lpt9"];

/** Methods that every client has. */
const METHODS = ["request", "with-options"];

export const nameKinds: readonly Kind[] = [
  offered("flow-named-by-word", "a report is named after a keyword", "flows"),
  offered("operation-named-by-word", "a call is named after a keyword", "operations"),
  taken("offer-named-as-device", "a device of some system", DEVICES),
  taken("offer-named-as-method", "a method of the client", METHODS),
  kind(
    "operations-with-ids-as-devices",
    "operation ids are device names, keywords, or almost the same",
    (draft) => {
      const ids = [
        ...DEVICES,
        ...DEVICES.map((id) => id.toUpperCase()),
        ...WORDS,
        "Class",
        "con/",
        "/",
        "ünder",
        "a_b",
        "a-b",
        "aB",
        "then",
        "__proto__",
      ];
      const paths = child(draft.document, "paths");
      // A contract records for each operation how its prose was read.
      const ledger = {
        sentences: 0,
        rule: 0,
        "schema-implied": 0,
        "server-side": 0,
        informational: 0,
        skipped: 0,
      };
      const notes: Tree = draft.hasProse ? {} : { "x-rules": [], "x-ledger": ledger };
      for (const [index, operationId] of ids.entries())
        paths[`/made_up/${index}`] = {
          get: { operationId, responses: { "200": { description: "Good" } }, ...notes },
        };
      draft.offers.operations = "all";
      return lives("#/paths/~1made_up~10");
    },
  ),
  called("name-reserved", "a field is named after a keyword", () => [
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
  called("name-inherited", "a field is named like an inherited property", () => [
    "constructor",
    "toString",
    "hasOwnProperty",
    "valueOf",
    "__defineGetter__",
    "isPrototypeOf",
  ]),
  called("name-proto", "a field is named `__proto__`", () => ["__proto__"]),
  called("name-then", "a field is named `then`, `toJSON` or `length`", () => [
    "then",
    "toJSON",
    "length",
    "name",
    "prototype",
  ]),
  called("name-quoted", "a name contains quotes, backslashes or comment ends", () => [
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
  called("name-spaced", "a name contains spaces, dots or slashes", () => [
    "a b",
    " a",
    "a.b",
    "a/b",
    "a~b",
    "a[b]",
    "a:b",
    "a,b",
    "%2e",
    "#",
  ]),
  called("name-unicode", "a name contains letters of other scripts", () => [
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
  called("name-signs", "a name consists of punctuation", () => [
    "$",
    "$ref",
    "_",
    "__",
    "-",
    "@type",
    "$$",
    "*",
  ]),
  called("name-of-code", "a field has a name that the generated code uses", () => [
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
    "BODY_FIELDS",
    "violation",
    "isRecord",
    "Set",
    "undefined",
    "NaN",
  ]),
  called("name-long", "a name is two hundred letters long", () => [
    `very_${"long_".repeat(40)}name`,
  ]),
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
  called("name-alike-plural", "a name is the singular of another", ({ key }) => [
    key.endsWith("s") ? key.slice(0, -1) : `${key}s`,
  ]),
  ofField(
    "name-camel",
    "a name is written as one word",
    (field, draft) => isPlace(field, draft) && field.key.includes("_"),
    (field) => {
      const camel = field.key.replace(/_(\w)/g, (_, letter: string) => letter.toUpperCase());
      rename(field.holder, field.key, camel);
      if (listed(field.owner.required).includes(field.key))
        field.owner.required = listed(field.owner.required).map((one) =>
          one === field.key ? camel : one,
        );
    },
  ),
];
