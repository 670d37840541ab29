import { Ajv } from "ajv";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { Diagnostics } from "../../../generator/diagnostics.js";
import { type ComparedModel, compareModels } from "../../../generator/diff/compare.js";
import { checkHeaders } from "../../../generator/lower/headers.js";
import { lower } from "../../../generator/lower/lower.js";
import type { FixedHeader, Model } from "../../../generator/model/model.js";
import { type FlowEntry, parseFlows } from "../../../generator/parse/config.js";
import type { Json, JsonObject } from "../../../generator/parse/json.js";
import { Problems } from "../../../generator/problem.js";
import { runs } from "../../support/effort.js";
import { generatedFrom } from "../../support/generated-code.js";
import { smallContract } from "../../support/small-contract.js";
import { generated, put, smallDescription } from "../../support/small-description.js";

const PARAMETERS = ["paths", "/boards", "get", "parameters"];
const header = (name: string, schema: Json, required = true): JsonObject => ({
  name,
  in: "header",
  required,
  schema,
});
const withHeaders = (...headers: readonly JsonObject[]) =>
  put(smallDescription, PARAMETERS, [
    ...smallDescription.paths["/boards"].get.parameters,
    ...headers,
  ]);
const named = (headers: string) => `operations: { boards: { operation: boards/list${headers} } }\n`;

describe("a required header", () => {
  it.each<readonly [what: string, schema: JsonObject, value: string]>([
    ["with one value", { type: "string", enum: ["2"] }, "2"],
    ["with one value beside null", { type: "string", nullable: true, enum: ["2", null] }, "2"],
    ["with a default", { type: "string", default: "2.0", enum: ["1.0", "2.0"] }, "2.0"],
    ["with a number", { type: "integer", default: 2 }, "2"],
    ["with a switch", { type: "boolean", enum: [true] }, "true"],
  ])("is sent with %s", async (_, schema, value) => {
    const { problems, said, output, model } = await generated(
      withHeaders(header("X-Version", schema)),
      named(""),
    );
    expect([problems, said]).toEqual([[], []]);
    const call = output?.get("operations/boards/call.ts");
    expect(call).toContain(`headers: { ...init.headers, "x-version": "${value}" }`);
    expect(call).toContain(`Each request sends \`X-Version: ${value}\`.`);
    expect(output?.get("operations/boards/schema.ts")).not.toMatch(/x.?version/i);
    expect(model?.operations[0]?.call.headers).toEqual([{ name: "X-Version", value }]);
  });

  it("is sent along with the media type of a body", async () => {
    const path = ["paths", "/boards", "post"];
    const post = put(
      smallDescription,
      [...path, "parameters"],
      [header("X-Version", { enum: ["2"] })],
    );
    const { output } = await generated(
      put(post, [...path, "requestBody", "content"], { "application/x-www-form-urlencoded": {} }),
    );
    expect(output?.get("operations/boards-create/call.ts")).toContain(
      'headers: { ...init.headers, "x-version": "2", "content-type": "application/x-www-form-urlencoded" }',
    );
  });

  it("is sent if it is described by a 3.1 const or by a reference", async () => {
    const described = put(
      withHeaders({ $ref: "#/components/parameters/Version" }),
      ["components"],
      {
        parameters: { Version: header("X-Version", { const: "2" }) },
      },
    );
    const { model } = await generated(put(described, ["openapi"], "3.1.0"));
    expect(model?.operations[0]?.call.headers).toEqual([{ name: "X-Version", value: "2" }]);
  });

  it.each<readonly [what: string, schema: JsonObject]>([
    ["two values", { type: "string", enum: ["1", "2"] }],
    ["a default that it does not accept", { type: "string", default: "3", enum: ["1", "2"] }],
    [
      "a number as the default of a string, whose digits may be lost",
      { type: "string", default: 2 },
    ],
    ["an empty schema", {}],
  ])("is rejected if it has %s, and the fix names flows.yaml", async (_, schema) => {
    const { problems } = await generated(withHeaders(header("X-Version", schema)), named(""));
    expect(problems.map(({ what }) => what)).toEqual([
      "the client cannot send the required header parameter X-Version",
    ]);
    expect(problems[0]?.fix).toContain("headers: { X-Version: '2' }");
  });

  it.each<readonly [what: string, schema: JsonObject]>([
    ["a list", { type: "array", items: { type: "string" }, default: ["a"] }],
    ["an object", { type: "object", properties: { a: { type: "string" } } }],
    ["a line break", { type: "string", enum: ["2\r\nX-Admin: 1"] }],
    ["characters that are not ASCII", { type: "string", enum: ["\u00fc"] }],
  ])("is rejected if it has %s, and the fix suggests no value", async (_, schema) => {
    const { problems } = await generated(withHeaders(header("X-Version", schema)), named(""));
    expect(problems).toMatchObject([
      {
        what: "the client cannot send the required header parameter X-Version: none of its values is plain text on one line",
        fix: expect.stringMatching(/^Leave the operation out of flows\.yaml/),
      },
    ]);
  });

  it("gets its value from flows.yaml, whatever the case of its name there", async () => {
    const schema = { type: "string", enum: ["1", "2"] };
    const { problems, model } = await generated(
      withHeaders(header("X-Version", schema)),
      named(', headers: { x-version: "1" }'),
    );
    expect(problems).toEqual([]);
    expect(model?.operations[0]?.call.headers).toEqual([{ name: "X-Version", value: "1" }]);
  });

  it.each([
    [
      '{ X-Verson: "1" }',
      "the description has no header X-Verson for boards/list; did you mean X-Version?",
    ],
    ['{ X-Version: "3" }', 'the header X-Version of boards/list does not accept "3"'],
  ])("in flows.yaml is checked against the description: %s", async (headers, what) => {
    const schema = { type: "string", enum: ["1", "2"] };
    const { problems } = await generated(
      withHeaders(header("X-Version", schema, false)),
      named(`, headers: ${headers}`),
    );
    expect(problems).toMatchObject([{ what, where: "flows.yaml:1" }]);
  });
});

describe("the headers of a report", () => {
  const contract = smallContract({ body: { type: "object", properties: {} } });
  const at = (method: string) => ["paths", "/accounts/{account_id}/things", method, "parameters"];
  const parameters = (method: string): readonly Json[] =>
    at(method).reduce<Json>(
      (node, step) => (node as JsonObject)[step] ?? {},
      contract.document,
    ) as readonly Json[];
  const versions = { type: "string", enum: ["1", "2"] };
  const document = ["get", "post"].reduce<Json>(
    (node, method) =>
      put(node, at(method), [...parameters(method), header(`X-${method}`, versions)]),
    contract.document,
  ) as JsonObject;
  const flowsWith = (headers: readonly FixedHeader[]) => {
    const { flows } = contract.annotations;
    const [flow] = flows.flows as readonly [FlowEntry];
    return {
      ...contract,
      document,
      annotations: { ...contract.annotations, flows: { ...flows, flows: [{ ...flow, headers }] } },
    };
  };

  it("are sent with the call that describes them", () => {
    const files = generatedFrom(
      flowsWith([
        { name: "X-Post", value: "1" },
        { name: "X-Get", value: "2" },
      ]),
    );
    expect(files.get("thing/flow.ts")).toMatch(
      /Each request sends `X-post: 1`\..*"x-post": "1".*Each request sends `X-get: 2`\..*"x-get": "2"/is,
    );
  });

  it("are rejected if neither operation of the report has them", () => {
    expect(() => lower(flowsWith([{ name: "X-Put", value: "1" }]))).toThrow(
      "the description has no header X-Put for things/create and things/get; did you mean X-",
    );
  });
});

describe("a changed value of a header", () => {
  it("is listed by `diff`", async () => {
    const [old, current] = await Promise.all(
      ["1", "2"].map(async (value) => {
        const { model } = await generated(withHeaders(header("X-A", { enum: [value] })), named(""));
        return { name: value, model: model as Model };
      }),
    );
    const { changes } = compareModels(old as ComparedModel, current as ComparedModel);
    expect(changes.map(({ step, text }) => `${step} ${text}`)).toEqual([
      "patch sends the header x-a as 2, was 1",
    ]);
  });
});

describe("an optional header", () => {
  it("is omitted with a notice, unless flows.yaml has a value for it", async () => {
    const description = withHeaders(header("X-Trace", { type: "string" }, false));
    expect((await generated(description)).said).toContain(
      "loosened an optional parameter is left out, because the client cannot send it: X-Trace, in header",
    );
    const { said, model } = await generated(description, named(', headers: { X-Trace: "on" }'));
    expect(said).toEqual([]);
    expect(model?.operations[0]?.call.headers).toEqual([{ name: "X-Trace", value: "on" }]);
  });

  it("is omitted without a notice if OpenAPI ignores the header", async () => {
    const description = withHeaders(header("Authorization", { type: "string" }));
    expect((await generated(description, named(""))).said).toEqual([]);
  });
});

describe("a header that the client or the connection sets", () => {
  const reserved = fc.constantFrom(
    ...["Host", "Cookie", "Content-Length", "Transfer-Encoding", "Connection", "User-Agent"],
    ...["Proxy-Authorization", "Sec-Fetch-Mode", "Origin", "X-HTTP-Method-Override"],
  );

  it("is rejected by name, wherever it is required", async () => {
    await fc.assert(
      fc.asyncProperty(reserved, async (name) => {
        const { problems } = await generated(withHeaders(header(name, { enum: ["x"] })), named(""));
        expect(problems.map(({ what }) => what)).toEqual([
          `the operation requires the header ${name}`,
        ]);
        expect(told(named(`, headers: { ${name}: x }`))).toContain(
          `the header ${name} is set by the client or by the connection`,
        );
      }),
      { numRuns: runs(20) },
    );
    expect(told(named(", headers: { authorization: Bearer x }"))).toContain("authorization is set");
  });
});

it("a fraction can be a multiple of another fraction", () => {
  const schema = { type: "number", multipleOf: 0.1 };
  expect([refuses(schema, "0.3"), refuses(schema, "0.35")]).toEqual([false, true]);
});

describe("the value of a header", () => {
  const text = fc.oneof(
    fc.string({ unit: "binary", maxLength: 12 }),
    fc.constantFrom("a\r\nb", "a\nb", "", " a", "a ", "é", "\u2028", "x".repeat(1001)),
  );

  it("must be one line of printable text, whatever its source", async () => {
    await fc.assert(
      fc.asyncProperty(text, async (value) => {
        // A field value as in RFC 9110: visible characters with single spaces between them.
        const isSafe = /^[!-~](?:[ -~]*[!-~])?$/.test(value) && value.length <= 1000;
        const { model } = await generated(withHeaders(header("X-A", { enum: [value] })), named(""));
        expect(model?.operations[0]?.call.headers).toEqual(
          isSafe ? [{ name: "X-A", value }] : undefined,
        );
        const flows = JSON.stringify({
          operations: { boards: { operation: "boards/list", headers: { "X-A": value } } },
        });
        expect(told(flows) === "", JSON.stringify(value)).toBe(isSafe);
      }),
      { numRuns: runs(60) },
    );
  });

  it.each<JsonObject>([
    { type: "integer", minimum: 2 },
    { type: "integer", maximum: 2 },
    { type: "number", exclusiveMinimum: 2 },
    { type: "number", exclusiveMaximum: 2 },
    { type: "number", multipleOf: 0.5 },
    { type: "string", minLength: 2 },
    { type: "string", maxLength: 2 },
    { type: "string", minimum: 2, maxItems: 0 },
    { type: "integer", minLength: 2, maxLength: 0 },
    { type: "string", pattern: "^a" },
    { type: "string", enum: ["1", "ab"] },
    { type: "number", enum: [1, 2] },
    { anyOf: [{ type: "integer", maximum: 1 }, { type: "boolean" }] },
  ])("is accepted if Ajv accepts it: %j", (schema) => {
    for (const value of [
      "1",
      "2",
      "3",
      "-1",
      "1.5",
      "15e-1",
      "1.",
      "a",
      "ab",
      "abc",
      "true",
      "truer",
    ])
      judge(schema, value);
  });

  it("is checked as Ajv checks it", () => {
    const schemas = fc.oneof(
      fc.record(
        {
          type: fc.constant("string"),
          enum: fc.constant(["1", "2", "ab"]),
          pattern: fc.constantFrom("^[a-z]+$", "^\\d$"),
          minLength: fc.integer({ min: 0, max: 2 }),
          maxLength: fc.integer({ min: 1, max: 3 }),
        },
        { requiredKeys: ["type"] },
      ),
      fc.record(
        {
          type: fc.constantFrom("integer", "number"),
          minimum: fc.integer({ min: 0, max: 2 }),
          maximum: fc.integer({ min: 1, max: 3 }),
          exclusiveMinimum: fc.integer({ min: 0, max: 2 }),
          exclusiveMaximum: fc.integer({ min: 1, max: 3 }),
          multipleOf: fc.constantFrom(0.5, 2),
        },
        { requiredKeys: ["type"] },
      ),
      fc.constant({ type: "boolean" }),
      fc.constant({ oneOf: [{ type: "boolean" }, { type: "integer", maximum: 1 }] }),
    );
    const values = fc.constantFrom("1", "2", "ab", "abcd", "true", "1.5", "-1");
    fc.assert(
      fc.property(schemas, values, (schema, value) => judge(schema as Json, value)),
      { numRuns: runs(1_000) },
    );
  });
});

const ajv = new Ajv({ strict: false });

/**
 * Checks that a value from flows.yaml is rejected exactly if Ajv rejects each reading of its text.
 */
function judge(schema: Json, value: string): void {
  const isRefused = refuses(schema, value);
  const number = /^[-\d.e]*\d$/.test(value) ? [Number(value)] : [];
  const readings = [value, ...number, ...(value === "true" ? [true] : [])];
  const isAccepted = readings.some((reading) => ajv.validate(schema as object, reading));
  expect(!isRefused, JSON.stringify([schema, value])).toBe(isAccepted);
}

function refuses(schema: Json, value: string): boolean {
  const diagnostics = new Diagnostics();
  const headers = [{ name: "X-A", value }];
  checkHeaders(
    { name: "boards", operation: "boards/list", headers },
    [{ node: header("X-A", schema), pointer: "#" }],
    { document: {}, diagnostics },
  );
  return diagnostics.problems.length > 0;
}

function told(flows: string): string {
  try {
    parseFlows(flows);
  } catch (error) {
    if (error instanceof Problems) return error.message;
    throw error;
  }
  return "";
}
