import { mkdirSync, writeFileSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  type Code,
  data,
  identifier,
  imported,
  joined,
  literal,
  local,
  partial,
  property,
  prose,
  regularExpression,
  template,
} from "../../../generator/code.js";
import { renderer } from "../../../generator/emit/render.js";
import { compiledTemplates } from "../../../generator/emit/templates.js";
import { PROPERTY_RUNS } from "../../support/effort.js";
import { temporaryFolder } from "../../support/temporary-folder.js";

function rendered(
  templates: Readonly<Record<string, string>>,
  view: object,
  isCompiled: boolean,
): string {
  const folder = temporaryFolder();
  for (const [path, text] of Object.entries(templates)) {
    mkdirSync(new URL(".", new URL(path, folder)), { recursive: true });
    writeFileSync(new URL(path, folder), text);
  }
  if (isCompiled) writeFileSync(new URL("compiled.cjs", folder), compiledTemplates(folder));
  return renderer(folder)("main", view as never);
}

describe.each([
  ["a template", false],
  ["a template that the build compiled", true],
])("%s", (_, isCompiled) => {
  const renderedOf = (templates: Readonly<Record<string, string>>, view: object) =>
    rendered(templates, view, isCompiled);
  const main = (text: string, view: object = {}) => renderedOf({ "main.hbs": text }, view);

  it("is formatted in time proportional to the length of its text", () => {
    for (const run of [" ", "\t", "\n", " \t"]) {
      const long = JSON.stringify(`y${run.repeat(500_000)}z`);
      expect(main(`const a = ${long};  \n\n\n`)).toBe(`const a = ${long};\n`);
      expect(main(`y${run.repeat(500_000)}z`)).toMatch(/^y(?:[ \t]+|\n\n)z\n$/);
    }
  });

  it("renders names, lists, conditions and partials", () => {
    const list = [
      { kind: "one", name: "a" },
      { kind: "two", name: "b" },
    ];
    const templates = {
      "main.hbs":
        '{{#each list}}\n  {{> (lookup . "kind")}}\n{{/each}}\n{{#if some}}some{{else}}none{{/if}}\n\n\n\nend   \n\n',
      "parts/one.hbs": "1 {{name}}\n",
      "rules/two.hbs": "2 {{name}}{{#if @last}};{{/if}}\n",
    };
    expect(renderedOf(templates, { list, some: false })).toBe("  1 a\n  2 b;\nnone\n\nend\n");
  });

  it("does not escape, because views are code", () => {
    expect(main("{{a}}", { a: `"<&>'` })).toBe(`"<&>'\n`);
  });

  it.each([
    ["{{missing}}", "missing"],
    ["{{#if missing}}a{{/if}}", "missing"],
    ["{{#if missing}}a{{else}}b{{/if}}", "missing"],
    ["{{#unless missing}}a{{/unless}}", "missing"],
    ["{{#each missing}}a{{/each}}", "missing"],
    ["{{#with missing}}a{{/with}}", "missing"],
    ["{{#each list}}{{name}}{{/each}}", "name"],
    ["{{#each list}}{{#if name}}a{{/if}}{{/each}}", "name"],
    ['{{> (lookup . "kind")}}', "kind"],
    ["{{inner.missing}}", "missing"],
    ["{{#if inner.missing}}a{{/if}}", "missing"],
  ])("fails with an error that names a missing value: %s", (template, name) => {
    expect(() => main(template, { list: [{ other: "a" }], inner: { a: "a" } })).toThrow(name);
  });

  it.each([
    "constructor",
    "__proto__",
    "prototype",
    "lookup",
    "log",
    "helperMissing",
    "blockHelperMissing",
  ])("must not use a name of the template engine or of JavaScript: %s", (name) => {
    expect(() => main(`{{#if inner.${name}}}a{{/if}}`, { inner: { a: "a" } })).toThrow();
    expect(() => main(`{{inner.${name}}}`, { inner: { a: "a" } })).toThrow();
    // The name is also forbidden if a view defines it.
    const inner = Object.fromEntries([[name, "brought"]]);
    expect(() => main(`{{inner.${name}}}`, { inner })).toThrow();
  });

  it.each([
    "{{constructor}}",
    "{{toString}}",
    "{{hasOwnProperty}}",
    "{{__defineGetter__}}",
    "{{valueOf}}",
    "{{lookup}}",
  ])("cannot read properties that objects inherit: %s", (template) => {
    expect(() => main(template, { a: "a" })).toThrow();
  });

  it.each(["{{shout name}}", "{{#shout name}}{{/shout}}", "{{> nowhere}}", "{{#each list}}"])(
    "fails for unsupported syntax: %s",
    (template) => {
      expect(() => main(template, { name: "a", list: [] })).toThrow();
    },
  );

  it("must have a unique name in its folder", () => {
    expect(() =>
      renderedOf({ "main.hbs": "a", "parts/one.hbs": "a", "rules/one.hbs": "b" }, {}),
    ).toThrow("two templates are named one");
  });
});

describe("generated code", () => {
  it("rejects a number that JSON cannot hold", () => {
    for (const number of [Number.NaN, Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY])
      expect(() => literal(number)).toThrow(TypeError);
    expect(() => data({ a: [Number.NaN] })).toThrow(TypeError);
    expect(() => data(() => 1)).toThrow(TypeError);
  });

  it("writes data that JavaScript reads back unchanged, whatever the property names", () => {
    const value = { null: null, true: true, false: false, a: "a", "b-c": [{ default: 1 }] };
    expect(new Function(`return ${data(value)}`)()).toEqual(value);
  });

  it("escapes line separators and characters that reverse text", () => {
    const unseen = "\u2028\u2029\u200b\u200e\u200f\u202a\u202e\u2066\u2069\ufeff";
    expect(literal(unseen)).toBe(
      JSON.stringify(
        [...unseen].map((one) => `\\u${one.charCodeAt(0).toString(16)}`).join(""),
      ).replaceAll("\\\\", "\\"),
    );
    expect(JSON.parse(literal(unseen))).toBe(unseen);
    expect(regularExpression(`a${unseen}`)).not.toMatch(/[^ -~]/);
    expect(prose(`a${unseen}b`)).toBe("ab");
  });

  it("keeps text separate from expressions, even where two texts meet", () => {
    const value = "`$";
    const text = fc.string({ unit: fc.constantFrom("$", "{", "}", "`", "\\", '"', "v", "\n") });
    const part = fc.oneof(
      text.map((text) => ({ text })),
      fc.constant({ code: "v" as Code }),
    );
    fc.assert(
      fc.property(fc.array(part), (parts) => {
        const printed = new Function("v", `return ${template(parts)}`)(value);
        expect(printed).toBe(parts.map((one) => ("code" in one ? value : one.text)).join(""));
      }),
      { numRuns: Math.max(PROPERTY_RUNS, 200) },
    );
  });

  it("keeps a comment on one line, and nothing in its text can end it", () => {
    expect(prose("a */ b\n * c\r\n\td")).toBe("a *\\/ b * c d");
    expect(prose("*\u200b/")).not.toContain("*/");
  });

  it("rejects invalid identifiers", () => {
    for (const name of ["", "1a", "a-b", "a b", "a;b", "a\n", "ä", "a.b"])
      expect(() => identifier(name), name).toThrow(TypeError);
    expect(() => imported("type a as b")).toThrow(TypeError);
    for (const name of ["", "../a", "A", "a/b", "a b", "-a"])
      expect(() => partial(name), name).toThrow(TypeError);
  });

  it("uses a separate variable for every field, without conflicts", () => {
    const fields = [
      "a-b",
      "a_b",
      "a.b",
      "a b",
      "a$b",
      "a$2d$b",
      "$$a$2d$b",
      "class",
      "class$",
      "class_",
      "missing",
      "1a",
      "_1a",
      "ä",
      "FIELDS",
      "a_day",
      "a",
      "",
      "$",
    ];
    const locals = fields.map(local);
    expect(new Set(locals).size).toBe(fields.length);
    for (const name of locals) expect(() => identifier(name)).not.toThrow();
    expect(locals).not.toContain("class");
    expect(locals).not.toContain("missing");
    expect(locals).not.toContain("FIELDS");
    expect(local("start_date")).toBe("start_date");
  });

  it("declares __proto__ as a property, not as a prototype", () => {
    expect(property("__proto__")).toBe('["__proto__"]');
    expect(property("a-b")).toBe('"a-b"');
    expect(data(JSON.parse('{"__proto__": {"a": 1}}'))).toBe('{ ["__proto__"]: { a: 1 } }');
  });

  it("escapes slashes and line breaks in a regular expression", () => {
    for (const pattern of ["/", "[/]", "a/b", "\n", "\\/", "*/".slice(1)]) {
      const made = new Function(`return ${regularExpression(pattern)}`)() as RegExp;
      expect(made.test(pattern.replace("\\", "").replace("[/]", "/"))).toBe(true);
    }
    // Escaping keeps the meaning, even if a backslash precedes a character that is escaped.
    const unseen = ["\u00ad", "\u2028", "\u200b", "\u202e", "\ufeff"];
    const texts = [...unseen, "\\", "u", "0", "\\u200b", "\\\u200b"].flatMap((one) => [
      one,
      `a${one}b`,
    ]);
    for (const one of unseen) {
      for (const pattern of [
        `^a\\${one}b$`,
        `^[\\${one}]$`,
        `^\\\\${one}$`,
        `^a${one}b$`,
        `^[^\\${one}]$`,
        `^\\\\\\${one}$`,
      ]) {
        const made = new Function(`return ${regularExpression(pattern)}`)() as RegExp;
        expect(
          texts.filter((text) => made.test(text)),
          pattern,
        ).toEqual(texts.filter((text) => new RegExp(pattern).test(text)));
        expect(made.source).toMatch(/^[ -~]*$/);
      }
    }
    expect(joined`a${literal("b")}` satisfies Code).toBe('a"b"');
  });
});
