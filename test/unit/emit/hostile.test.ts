import ts from "typescript";
import { describe, expect, it } from "vitest";
import { loadPrinter, schemaText } from "../../../generator/emit/schema.js";
import { parseFlows } from "../../../generator/parse/config.js";
import type { JsonObject } from "../../../generator/parse/json.js";
import { Problems } from "../../../generator/problem.js";
import { inTurn } from "../../support/effort.js";
import { generatedFrom, validatorOf } from "../../support/generated-code.js";
import { type Small, smallContract } from "../../support/small-contract.js";

/**
 * Text in a description that could become code or look like code. If it did, it would leave an
 * identifier PWNED.
 */
const PAYLOADS = {
  "the end of a comment": "*/ PWNED(); /*",
  "the end of a comment, in two": "*\u200b/ PWNED(); /*",
  "double quotes": '"; PWNED(); "',
  "single quotes": "'; PWNED(); '",
  backticks: "`; PWNED(); `",
  "a template's hole": `${"$"}{PWNED()}`,
  "an escaped quote": '\\"; PWNED(); //',
  "a line break": "a\n PWNED();\n//",
  "a carriage return": "a\r PWNED();\r//",
  "a line separator": "a\u2028 PWNED();\u2029//",
  "a Handlebars name": "{{PWNED}}{{#if PWNED}}{{/if}}",
  "a Handlebars partial": "{{> header}}{{lookup PWNED}}",
  "text that turns around": "\u202e/* PWNED \u2066*/",
  "a bracket too many": ")}]>; PWNED(); //",
  "a regular expression's end": "a/; PWNED(); /a",
  "the end of a script": "</script><script>PWNED()</script>",
  "five kilobytes": `${"*/ PWNED();".repeat(450)}`,
} as const;

/** Every place in a description whose text reaches the output. */
const PLACES: Readonly<Record<string, (payload: string) => Partial<Small>>> = {
  "an enum value": (text) => ({ body: fields({ level: { type: "string", enum: ["A", text] } }) }),
  "a value of a long enum": (text) => ({
    body: fields({ level: { type: "string", enum: [..."ABCDEFGHIJKLMN", text] } }),
  }),
  "a default": (text) => ({ body: fields({ sort: { type: "string", default: text } }) }),
  "a default that is a value": (text) => ({
    body: fields({ sort: { type: "string", enum: ["A", text], default: text } }),
  }),
  "a pattern": (text) => ({
    body: fields({ id: { type: "string", pattern: text.replace(/[.*+?^${}()|[\]\\]/g, "\\$&") } }),
  }),
  "a pattern as it is": (text) => ({ body: fields({ id: { type: "string", pattern: text } }) }),
  "a field": (text) => ({ body: fields({ [text]: { type: "string" } }) }),
  "a required field": (text) => ({
    body: { ...fields({ [text]: { type: "string" } }), required: [text] },
  }),
  "a field of an object": (text) => ({
    body: fields({
      a: { type: "array", items: { ...fields({ [text]: { type: "string" } }), required: [text] } },
    }),
  }),
  "a field that is an object": (text) => ({
    body: fields({ [text]: fields({ a: { type: "string" } }) }),
  }),
  "a field with values": (text) => ({ body: fields({ [text]: { type: "string", enum: ["A"] } }) }),
  "a field in a rule": (text) => ({
    body: fields({ [text]: { type: "string" }, level: { type: "string", enum: ["A"] } }),
    rules: [
      {
        id: "the-rule",
        kind: "forbidden-when",
        field: text,
        when: [{ field: "level", is: ["A"] }],
      },
    ],
  }),
  "a day in a rule": (text) => ({
    body: fields({ [text]: { type: "string" } }),
    rules: [{ id: "the-rule", kind: "date-format", field: text }],
  }),
  "a value in a rule": (text) => ({
    body: fields({
      list: { type: "array", items: { type: "string", enum: ["A", text] } },
      level: { type: "string", enum: ["B", text] },
    }),
    rules: [
      {
        id: "the-rule",
        kind: "forbidden-values-when",
        field: "list",
        values: [text],
        when: [{ field: "level", is: [text] }],
      },
    ],
  }),
  "a rule's reason and source": (text) => ({
    rules: [
      {
        id: "the-rule",
        kind: "forbidden-when",
        field: "name",
        reason: text,
        sources: [{ at: text, fingerprint: text }],
      },
    ],
  }),
  "a rule's id": (text) => ({ rules: [{ id: text, kind: "forbidden-when", field: "name" }] }),
  "a column": (text) => ({
    body: fields({ columns: { type: "array", items: { type: "string", enum: ["A", text] } } }),
  }),
  "our own words": (text) => ({ docs: { "": text, name: text } }),
  "the title": (text) => ({ title: text }),
  "the version": (text) => ({ version: text }),
  "the path": (text) => ({ path: `/accounts/{account_id}/${text}` }),
  "the path's parameter": (text) => ({ path: `/accounts/{${text}}/things`, account: text }),
  "an operation's id": (text) => ({ createId: text }),
  "a status": (text) => ({ statuses: [text, "FINISHED"] }),
  "a schema's name": (text) => ({
    body: { $ref: `#/components/schemas/${step(text)}` },
    schemas: { [text]: fields({ name: { type: "string" } }) },
  }),
};

/** Places where a payload is rejected instead of printed. There must be no others. */
const REFUSED = /^a pattern as it is|^a rule's id$|^the path($|'s)/;

function step(name: string): string {
  return name.replaceAll("~", "~0").replaceAll("/", "~1");
}

function attempt(small: Small): ReadonlyMap<string, string> | Problems {
  try {
    return generatedFrom(smallContract(small));
  } catch (error) {
    if (error instanceof Problems) return error;
    throw error;
  }
}

/**
 * Syntax errors, and payloads that became code: an identifier, or a template expression with
 * anything but one of our variables.
 */
function codeIn(path: string, text: string): readonly string[] {
  const source = ts.createSourceFile(path, text, ts.ScriptTarget.Latest, true) as ts.SourceFile & {
    readonly parseDiagnostics: readonly ts.Diagnostic[];
  };
  const found = source.parseDiagnostics.map(
    ({ messageText, start }) => `${messageText} at ${text.slice(start, (start ?? 0) + 80)}`,
  );
  const visit = (node: ts.Node): void => {
    const isHole = ts.isTemplateSpan(node) && !ts.isIdentifier(node.expression);
    if ((ts.isIdentifier(node) && node.text === "PWNED") || isHole) found.push(node.getText());
    ts.forEachChild(node, visit);
  };
  visit(source);
  if (/[\u2028\u2029\u202a-\u202e\u2066-\u2069]/.test(text)) found.push("an invisible character");
  return found;
}

describe.each(Object.entries(PLACES).map(([place, at], turn) => [place, at, turn] as const))(
  "%s",
  (place, at, turn) => {
    it.each(inTurn(Object.entries(PAYLOADS), turn, 8))(
      "does not turn %s into code",
      (_, payload) => {
        const made = attempt({ body: fields({ name: { type: "string" } }), ...at(payload) });
        if (made instanceof Problems) {
          expect(REFUSED.test(place), made.message).toBe(true);
          return;
        }
        for (const [path, text] of made) expect(codeIn(path, text), path).toEqual([]);
      },
    );
  },
);

describe("openapi-typescript", () => {
  it.each(Object.entries(PAYLOADS))(
    "does not turn %s into code, wherever it is",
    async (_, payload) => {
      const bodies = Object.entries(PLACES).flatMap(([place, at]) =>
        place.includes("schema") ? [] : (at(payload).body ?? []),
      );
      const schemas = {
        ...Object.fromEntries(bodies.map((body, index) => [`Body${index}`, body])),
        [payload]: { type: "string" },
      };
      const small = {
        body: fields({ name: { $ref: `#/components/schemas/${step(payload)}` } }),
        title: payload,
        version: payload,
      };
      const { document } = smallContract({
        ...small,
        schemas,
        account: payload,
        path: `/${payload}/{${payload}}`,
        createId: payload,
      });
      expect(codeIn("schema.ts", schemaText(document, "// header", loadPrinter()))).toEqual([]);
    },
  );
});

describe("a name that is special in JavaScript", () => {
  const NAMES = [
    ...Object.getOwnPropertyNames(Object.prototype).filter((name) => name !== "__proto__"),
    ..."prototype class function var default new arguments eval await yield enum".split(" "),
    ..."body options found key value item index base today NaN undefined Object Array missing push violation outOfRange isRecord".split(
      " ",
    ),
    ..."BODY_FIELDS NO_VIOLATIONS severity fields start_day checkThingLevel validateThing thingSchema 1st a-b length name then toJSON".split(
      " ",
    ),
  ];

  it.each(["__proto__", ...inTurn(NAMES, 0, 3)])("may be a field: %s", async (name) => {
    const properties: JsonObject = Object.fromEntries([
      [name, { type: "string" }],
      ["level", { type: "string", enum: ["A", "B"] }],
    ]);
    const rules: readonly JsonObject[] = [
      {
        id: "the-rule",
        kind: "forbidden-when",
        field: name,
        when: [{ field: "level", is: ["B"] }],
      },
      { id: "the-day", kind: "date-format", field: name },
    ];
    const contract = smallContract({ body: { type: "object", properties }, rules });
    for (const [path, text] of generatedFrom(contract))
      expect(codeIn(path, text), path).toEqual([]);
    const schema = schemaText(contract.document, "// header", loadPrinter());
    expect(schema).toMatch(new RegExp(`readonly "?${name}"?\\??: string;`));
    const validate = validatorOf(contract);
    const of = (body: unknown) =>
      validate(body, { today: "2024-06-15" }).map(({ rule, path }) => `${rule} ${path}`);
    const given = (value: unknown, level: string) =>
      Object.fromEntries([
        [name, value],
        ["level", level],
      ]);
    expect(of(given("a", "A"))).toEqual([]);
    expect(of(given(1, "A"))).toEqual([`type /${name}`]);
    expect(of(given("a", "B"))).toEqual([`the-rule /${name}`]);
    expect(of(given("2024-02-30", "A"))).toEqual([`the-day /${name}`]);
    const needed = validatorOf(
      smallContract({ body: { type: "object", properties, required: [name] } }),
    );
    expect(needed({ level: "A" }).map(({ rule, path }) => `${rule} ${path}`)).toEqual([
      `required /${name}`,
    ]);
  });
});

describe("a path that leads out of the folder", () => {
  // A flow's name becomes a folder name.
  it.each([
    "../../x",
    "/etc/x",
    "..",
    ".",
    "a/../../x",
    "C:\\x",
    "a\0b",
    "http://x/y",
    "A",
    "a b",
    "constructor.",
    "a\u202eb",
  ])("is rejected as the name of a flow: %s", (name) => {
    const flows = `flows:\n  ${JSON.stringify(name)}: { create: a, poll: b }\nstatuses: { pending: [A], done: [B], failed: [C] }\n`;
    expect(() => parseFlows(flows)).toThrow("the name of a flow is not kebab-case");
  });
});

function fields(properties: JsonObject): JsonObject {
  return { type: "object", properties };
}
