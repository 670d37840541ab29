import { describe, expect, it } from "vitest";
import { type JsonObject, withoutWords } from "../../../generator/parse/json.js";
import { parseYaml, printYaml } from "../../../generator/parse/yaml.js";
import { Problems } from "../../../generator/problem.js";
import { contractOf } from "../../../generator/prose/contract.js";
import { fingerprint } from "../../../generator/prose/sentences.js";
import { description, flows } from "../../support/made-up-description.js";
import { generated, put, smallDescription } from "../../support/small-description.js";

const asked = "/shops/{shop}/questions";
// biome-ignore lint/suspicious/noExplicitAny: a test looks into a document whose shape it states.
const documentOf = (text: string): any => withoutWords(contractOf(text, flows).document);
const printed = (text: string): string => printYaml(contractOf(text, flows).document, "contract");
/** What it says, without which bytes it was made of. */
const said = (text: string): string => printed(text).replace(/^x-source: [0-9a-f]{64}\n/m, "");

function problemsOf(text: string): readonly string[] {
  try {
    contractOf(text, flows);
    return [];
  } catch (error) {
    if (error instanceof Problems) return error.list.map(({ what, where }) => `${where}: ${what}`);
    throw error;
  }
}

describe("a contract", () => {
  it("contains the operations of the flows and everything they refer to, in the description's order", () => {
    const document = documentOf(description);
    expect(Object.keys(document)).toEqual([
      "openapi",
      "x-contract",
      "x-source",
      "info",
      "servers",
      "paths",
      "components",
    ]);
    expect(Object.keys(document.paths)).toEqual([asked]);
    expect(Object.keys(document.components.schemas)).toEqual(["Ask", "Grain", "Look"]);
    expect(Object.keys(document.components)).toEqual(["parameters", "schemas", "securitySchemes"]);
  });

  it("keeps every fact, but no sentence from the description", () => {
    const { paths, components } = documentOf(description);
    expect(paths[asked].post["x-ratelimit-category"]).toBe("shop_reads");
    expect(paths[asked].post.responses["201"].description).toBe("Response 201");
    expect(paths[asked].post.responses.default).toEqual({ description: "Any other response" });
    expect(components.schemas.Ask.properties.description).toEqual({
      type: "string",
      nullable: true,
      default: "none",
    });
    expect(components.schemas.Ask.properties.grain).toEqual({
      allOf: [{ $ref: "#/components/schemas/Grain" }],
    });
    expect(components.securitySchemes.login.flows.authorizationCode.scopes).toEqual({
      "shop:read": "",
    });
    for (const words of [
      "Unneeded",
      "finely",
      "happens",
      "Hand it in",
      "log in",
      "2024-01-01",
      "Where it lives",
      "Trouble",
    ])
      expect(printed(description)).not.toContain(words);
  });

  it("states the rules as data, each with its location", () => {
    const at = "#/paths/~1shops~1{shop}~1questions/post/description";
    const sentence = "If tier is ITEM, shelf_ids and clerk_ids are not permitted.";
    const rules = documentOf(description).paths[asked].post["x-rules"];
    expect(rules.map((rule: { id: string }) => rule.id)).toEqual([
      "max-lookback-hour",
      "forbidden-when-shelf-ids-item",
      "forbidden-when-clerk-ids-item",
      "date-format-start-date",
    ]);
    expect(rules[0]).toMatchObject({
      kind: "max-lookback",
      when: [{ field: "grain", is: ["HOUR"] }],
      amount: 5,
      unit: "day",
    });
    expect(Object.keys(rules[1])).toEqual(["id", "kind", "when", "field", "sources"]);
    expect(rules[1].sources).toEqual([{ at, fingerprint: fingerprint(sentence) }]);
  });

  it("counts every sentence", () => {
    const { ledger } = contractOf(description, flows);
    expect(ledger["shop/ask"]).toEqual({
      sentences: 14,
      rule: 3,
      "schema-implied": 0,
      "server-side": 0,
      informational: 11,
      skipped: 0,
      unread: 0,
    });
  });

  it("counts an unread sentence as unread, even if not all sentences must be read", () => {
    const text = description.replace("Last day", "Must not be a Sunday");
    for (const prose of ["tolerant", "certain"] as const) {
      const { ledger } = contractOf(text, {
        ...flows,
        flows: flows.flows.map((entry) => (prose === "certain" ? { ...entry, prose } : entry)),
        prose: "tolerant",
      });
      expect(ledger["shop/ask"]).toMatchObject({ skipped: 0, unread: 1 });
    }
  });

  it("is accepted from an earlier release that did not count unread sentences", () => {
    const once = printed(description);
    const earlier = once.replaceAll(/\n +unread: 0(?=\n)/g, "");
    expect(earlier).not.toBe(once);
    expect(printed(earlier)).toBe(once);
  });

  it("reads back as written, and does not change when `pull` is run on it", () => {
    const once = printed(description);
    expect(printed(once)).toBe(once);
    expect(parseYaml(once, "contract").value).toEqual(documentOf(description));
    expect(once).toContain('- "NO"');
  });

  it("finds an operation whose name is written with escapes", () => {
    expect(said(description.replace("operationId: shop/ask", 'operationId: "shop\\x2fask"'))).toBe(
      said(description),
    );
  });

  it("is the same from YAML, from differently formatted YAML and from JSON", () => {
    const json = JSON.stringify(parseYaml(description, "description").value);
    expect(said(json)).toBe(said(description));
    expect(said(`\uFEFF  ${json}`)).toBe(said(description));
    expect(said(`---\n${description}`)).toBe(said(description));
    expect(said(description.replaceAll("\n", "\r\n"))).toBe(said(description));
  });
});

describe("generating a contract", () => {
  it.each([
    [
      "a reference that leads nowhere",
      "schemas/Grain",
      "schemas/Grains",
      "the target of a reference does not exist: #/components/schemas/Grains",
    ],
    [
      "a reference to elsewhere",
      '"#/components/schemas/Grain"',
      "https://example.test/a.yaml#/Grain",
      "a reference is not a path in this document",
    ],
    [
      "a reference to a file",
      '"#/components/schemas/Grain"',
      "./grain.yaml",
      "a reference is not a path in this document",
    ],
    ["Swagger", "openapi: 3.0.3", 'swagger: "2.0"', "not an OpenAPI 3 description"],
    ["OpenAPI 4", "openapi: 3.0.3", "openapi: 4.0.0", "not an OpenAPI 3 description"],
    ["no version", "  version: 1.2.3\n", "", "no title or no version"],
    [
      "a missing operation",
      "operationId: shop/look",
      "operationId: shop/see",
      "uses operation shop/look",
    ],
    [
      "a requirement that is not understood",
      "Last day",
      "Must not be a Sunday",
      "states a requirement that is not understood",
    ],
    [
      "a limit in a unit unknown to the client",
      "5 days before today",
      "5 moons before today",
      "its unit is unknown: moons; known units are days and years",
    ],
    [
      "a sentence with a value that nothing has",
      "If tier is ITEM",
      "If tier is CRATE",
      "cannot be identified in this description",
    ],
    [
      "two rules with the same name",
      "First day.",
      "Cannot be more than 5 days back from today. Cannot be more than 6 days back from today.",
      "max-lookback",
    ],
  ])("fails because of %s", (_, now, then, what) => {
    expect(problemsOf(description.replace(now, then)).join("\n")).toContain(what);
  });

  it.each([
    ["an unclassified keyword", "title: A field", "strangeKeyword: base64 # A field", []],
    ["an extension with prose", "title: A field", "x-hint: Use it well, and often # A field", []],
    ["OpenAPI 3.1", "openapi: 3.0.3", "openapi: 3.1.0", []],
    ["a scope that no scheme has", '"shop:read": Read', '"shop:write": Read', []],
    [
      "an operation of the same name behind it",
      "operationId: shop/look",
      "operationId: shop/look\n      x-second: true",
      [],
    ],
    [
      "a scheme that is not described",
      '- login: ["shop:read"]\n    post',
      "- other: []\n    post",
      ["the security scheme other is not defined in the description"],
    ],
    [
      "a reference that leads nowhere where nothing has to stand",
      "clerk_ids: { type: array, items: { type: string } }",
      "clerk_ids: { $ref: '#/components/schemas/Clerks' }",
      [
        "the target of a reference does not exist, so any value is accepted: #/components/schemas/Clerks",
      ],
    ],
    [
      "a keyword of another type",
      "title: A field",
      "minLength: many # A field",
      ["`minLength` has an invalid value and is ignored"],
    ],
  ])("does not fail because of %s", (_, now, then, told) => {
    expect(description).toContain(now);
    expect([
      ...new Set(contractOf(description.replace(now, then), flows).notices.map(({ what }) => what)),
    ]).toEqual(told);
  });

  it("reports the location and text of an unread sentence, the nearest pattern and both ways to fix it", () => {
    const text = description.replace(
      "Last day",
      "You can request data for up to some days before today when grain is DAY",
    );
    try {
      contractOf(text, flows);
      expect.unreachable();
    } catch (error) {
      const [problem] = (error as Problems).list;
      expect(problem?.where).toBe(
        "#/components/schemas/Ask/properties/end_date/description, sentence 1",
      );
      const notes = new Map(problem?.notes);
      expect(notes.get("text")).toBe(
        "You can request data for up to some days before today when grain is DAY",
      );
      expect(notes.get("nearest")).toContain("max-lookback");
      expect(notes.get("skipped.yaml")).toMatch(/^- \{ fingerprint: "?[0-9a-f]{16}"?, reason: /);
    }
  });

  it("does not fail if the unread sentence is skipped on purpose", () => {
    const text = description.replace("Last day", "Must not be a Sunday");
    const { ledger } = contractOf(
      text,
      flows,
      new Map([
        [fingerprint("Must not be a Sunday"), { reason: "We have no calendar of Sundays." }],
      ]),
    );
    expect(ledger["shop/ask"]?.skipped).toBe(1);
  });

  it("fails if the rules or the counts were edited", () => {
    const once = printed(description);
    expect(problemsOf(once.replace("informational: 11", "informational: 8")).join()).toContain(
      "does not add up",
    );
    expect(problemsOf(once.replace("fingerprint:", "fingerprints:")).join()).toContain(
      "a rule that `pull` did not write",
    );
    expect(problemsOf(once.replace(/x-rules: \[\]\n\s+/, "")).join()).toContain("without x-rules");
  });

  it("reports all errors at once", () => {
    const text = description
      .replace("Last day", "Must not be a Sunday")
      .replace("Which shop", "Must be open");
    expect(problemsOf(text)).toHaveLength(2);
  });
});

describe("a response that is only a reference to itself", () => {
  const circles: readonly JsonObject[] = [
    { A: { $ref: "#/components/responses/A" } },
    {
      A: { $ref: "#/components/responses/B" },
      B: { $ref: "#/components/responses/A" },
    },
  ];
  const cases = circles.flatMap((circle) =>
    ["200", "201", "301", "400", "404", "5XX", "default"].map(
      (status) => [status, circle] as const,
    ),
  );

  it.each(cases)(
    "fails only for a call that reads the response: %s, %j",
    async (status, circle) => {
      const where = ["paths", "/boards", "post", "responses", status];
      const { problems, model } = await generated(
        put(
          put(smallDescription, where, { $ref: "#/components/responses/A" }),
          ["components", "responses"],
          circle,
        ),
        "operations:\n  list: { operation: boards/list }\n  create: { operation: boards/create }\n",
      );
      if (!status.startsWith("2")) expect([problems, model?.operations.length]).toEqual([[], 2]);
      else
        expect(problems.map(({ what }) => what)).toEqual([
          expect.stringMatching(/refers to itself/),
        ]);
    },
  );
});
