import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { parse, parseDocument } from "yaml";
import type { Json } from "../../../generator/parse/json.js";
import { MAX_REPEATED, parseYaml } from "../../../generator/parse/yaml.js";
import { Problems } from "../../../generator/problem.js";
import { runs } from "../../support/effort.js";
import { generated, smallDescription } from "../../support/small-description.js";

function told(text: string): readonly string[] {
  try {
    parseYaml(text, "a.yaml");
  } catch (error) {
    if (error instanceof Problems) return error.list.map(({ where, what }) => `${where}: ${what}`);
    throw error;
  }
  return [];
}

describe("aliases and merge keys", () => {
  // Lines of objects. Some have an anchor, and some merge or repeat an earlier one.
  const line = fc.record({
    anchor: fc.option(fc.constantFrom("a", "b"), { nil: "" }),
    merged: fc.constantFrom("", "*a", "*b", "[*a, *b]", "[{ x: 9 }, *a]"),
    repeated: fc.constantFrom("", "*a", "*b"),
    fields: fc.dictionary(fc.constantFrom("x", "y", "z"), fc.nat(9), { maxKeys: 2 }),
    isFirst: fc.boolean(),
  });
  const text = fc.array(line, { minLength: 1, maxLength: 8 }).map((lines) =>
    lines
      .map(({ anchor, merged, repeated, fields, isFirst }, at) => {
        const merge = merged === "" ? [] : [`<<: ${merged}`];
        const own = Object.entries(fields).map(([name, value]) => `${name}: ${value}`);
        const all = [...(isFirst ? merge : []), ...own, ...(isFirst ? [] : merge)];
        const again = repeated === "" ? [] : [`again: ${repeated}`];
        return `k${at}:${anchor && ` &${anchor}`} { ${[...all, ...again].join(", ")} }\n`;
      })
      .join(""),
  );

  it("are read the way the yaml library reads them", () => {
    fc.assert(
      fc.property(text, (yaml) => {
        const whole = `first: &a { x: 1 }\nsecond: &b { y: 2, <<: *a }\n${yaml}`;
        const isSelf = (line: string): boolean => {
          const [, name] = /: &(\w) /.exec(line) ?? [];
          return name !== undefined && line.includes(`*${name}`);
        };
        if (whole.split("\n").some(isSelf)) expect(told(whole).join()).toContain("contains itself");
        else
          expect(parseYaml(whole, "a").value).toEqual(
            parse(whole, { merge: true, maxAliasCount: -1 }),
          );
      }),
      { numRuns: runs(200) },
    );
  });

  it("keep the line numbers of values for error messages", () => {
    const { lineOf } = parseYaml("a: &a\n  b: 1\n  c: 2\nd: *a\n", "a");
    expect([lineOf("d", "c"), lineOf("d", "x"), lineOf("a", "b")]).toEqual([3, 4, 2]);
  });

  it.each([
    ["a: *b\n", "a.yaml:1: the alias *b has no anchor &b before it"],
    ["a: *b\nb: &b 1\n", "a.yaml:1: the alias *b has no anchor &b before it"],
    ["a: &a\n  b: *a\n", "a.yaml:2: the alias *a contains itself"],
    ["a: &a [[*a]]\n", "a.yaml:1: the alias *a contains itself"],
    ["a:\n  <<: 1\n", "a.yaml:2: the value of a merge key, `<<`, is not an object"],
    ["a: &a 1\nb: { <<: *a }\n", "a.yaml:2: the value of a merge key, `<<`, is not an object"],
    ["a: &a 1\nb: { <<: [*a] }\n", "a.yaml:2: the value of a merge key, `<<`, is not an object"],
    ["a: &a {}\nb: { <<: *a, <<: *a }\n", "a.yaml:2: the key << occurs twice"],
    ["a: &a {}\n*a : 1\n", "a.yaml:2: this key is not a string"],
  ])("are rejected if they are invalid: %j", (yaml, says) => {
    expect(told(yaml)).toEqual([says]);
  });

  it("can refer to keys as well as values", () => {
    expect(parseYaml("&k a: &v 1\nb: [*k, *v]\n", "a").value).toEqual({ a: 1, b: ["a", 1] });
  });

  it("can occur along with tags for plain data", () => {
    const yaml =
      "!!map { a: !!str 1, b: !!int 2, c: !!seq [!!null null, !!bool true, !!float 1.5] }";
    expect(parseYaml(yaml, "a").value).toEqual(parse(yaml));
    expect(told("a: !!binary aGk=\n")).toHaveLength(1);
  });
});

describe("aliases with a huge expansion", () => {
  const laughs = (levels: number, each: number, item = "x") =>
    Array.from({ length: levels }, (_, at) =>
      at === 0
        ? `a0: &a0 ${item}\n`
        : `a${at}: &a${at} [${Array.from({ length: each }, () => `*a${at - 1}`).join(", ")}]\n`,
    ).join("");

  it.each([
    ["a billion laughs", laughs(10, 9)],
    ["more than any number counts", laughs(390, 40)],
    ["a million values", laughs(2, 1100, `[${"1, ".repeat(1000)}]`)],
    [
      "merged objects",
      `a0: &a0 { x: 1 }\n${Array.from({ length: 60 }, (_, at) => `a${at + 1}: &a${at + 1} { <<: *a${at}, b: *a${at} }\n`).join("")}`,
    ],
  ])("are rejected without expanding them: %s", (_, text) => {
    expect(told(text)).toEqual([
      `a.yaml:1: aliases expand to more than ${MAX_REPEATED.toLocaleString("en-US")} values`,
    ]);
  });

  it("are rejected if they are nested more than 400 levels deep", () => {
    expect(told(laughs(500, 1)).join()).toContain("deeper than 400 levels");
  });

  it("are read in time proportional to the length of the text", () => {
    const aliases = (count: number) => `a: &a 1\nb: [${"*a, ".repeat(count)}]\n`;
    const time = (count: number) => {
      const text = aliases(count);
      const began = performance.now();
      parseYaml(text, "a");
      return performance.now() - began;
    };
    time(20_000);
    // If each alias were searched for, ten times as many would take a hundred times as long.
    expect(time(100_000)).toBeLessThan(Math.max(50, time(10_000)) * 40);
  });
});

describe("a description that contains aliases", () => {
  const yaml = (anchored: (text: string) => string) =>
    anchored(parseDocument(JSON.stringify(smallDescription)).toString({ lineWidth: 0 }));
  const block = `openapi: 3.0.3
info: { title: Small, version: 1.0.0 }
paths:
  /boards:
    get:
      operationId: boards/list
      parameters: &parameters
        - { name: privacy, in: query, schema: { type: string } }
      responses: &responses
        "200":
          description: ""
          content: { application/json: { schema: { type: object } } }
  /pins:
    get:
      operationId: pins/list
      parameters: *parameters
      responses: *responses
  /ads:
    get:
      <<: { parameters: *parameters, responses: *responses }
      operationId: ads/list
`;

  it.each([
    ["in its parts", block],
    ["in another layout", block.replace("/pins:", '"\\u002Fpins":')],
    ["in JSON's notation", yaml((text) => text)],
  ])("may have its anchors in other parts: %s", async (_, text) => {
    const plain = JSON.stringify(parse(text, { merge: true }) as Json);
    const [aliased, written] = await Promise.all([generated(text), generated(plain)]);
    expect(aliased.problems).toEqual([]);
    expect(aliased.model?.operations).toEqual(written.model?.operations);
  });
});
