import { describe, expect, it } from "vitest";
import { lower } from "../../../generator/lower/lower.js";
import type { Contract } from "../../../generator/parse/contract.js";
import type { Json, JsonObject } from "../../../generator/parse/json.js";
import { printProblems } from "../../../generator/print.js";
import { Problems } from "../../../generator/problem.js";
import { smallContract } from "../../support/small-contract.js";

const THINGS = "/accounts/{account_id}/things";
const POST = ["paths", THINGS, "post"];
const GET = ["paths", THINGS, "get"];
const BODY = [...POST, "requestBody", "content", "application/json", "schema"];

/** The small contract with something else at a place of its document. */
function changed(path: readonly string[], value: Json): Contract {
  const contract = smallContract({
    body: { type: "object", properties: { name: { type: "string" } } },
  });
  return { ...contract, document: put(contract.document, path, value) as JsonObject };
}

function put(node: Json | undefined, [step, ...rest]: readonly string[], value: Json): Json {
  if (step === undefined) return value;
  if (Array.isArray(node))
    return node.map((item, at) => (at === Number(step) ? put(item, rest, value) : item));
  const object = (node ?? {}) as JsonObject;
  return { ...object, [step]: put(object[step], rest, value) };
}

function said(contract: Contract): string {
  try {
    lower(contract);
  } catch (error) {
    if (error instanceof Problems) return printProblems(error.list);
    throw error;
  }
  return "nothing was refused";
}

const parameter = (name: string, place: string, required = true) => ({
  name,
  in: place,
  required,
  schema: { type: "string" },
});

describe("a description that does not fit stops generation", () => {
  it("the contract that is changed below is fine as it is", () => {
    expect(said(changed(["info", "title"], "Small"))).toBe("nothing was refused");
  });

  it.each<readonly [what: string, path: readonly string[], value: Json, says: string]>([
    [
      "another server",
      ["servers"],
      [{ url: "https://evil.example" }],
      "the server of the description is not https://api.pinterest.com/v5: https://evil.example",
    ],
    [
      "another server of the operation",
      [...POST, "servers"],
      [{ url: "https://evil.example" }],
      "the operation declares another server: https://evil.example",
    ],
    [
      "another server of the path",
      ["paths", THINGS, "servers"],
      [{ url: "https://evil.example" }],
      "the operation declares another server",
    ],
    [
      "no such operation",
      [...POST, "operationId"],
      "things/make",
      "the description has no operation things/create, for thing",
    ],
    [
      "no operation to poll",
      [...GET, "operationId"],
      "things/look",
      "the description has no operation things/get, for thing",
    ],
    [
      "no body",
      [...POST, "requestBody"],
      { required: true, content: { "multipart/mixed": {} } },
      "the client cannot send a body as multipart/mixed",
    ],
    [
      "no JSON answer",
      [...POST, "responses"],
      { "200": { description: "" } },
      "a success response is not JSON: empty",
    ],
    [
      "no token in the answer",
      answer(POST),
      { report_status: { type: "string" } },
      "the response of things/create has no token",
    ],
    [
      "no link in the answer",
      answer(GET),
      { report_status: { type: "string" } },
      "the response of things/get has no url",
    ],
    [
      "a parameter in a header",
      [...POST, "parameters"],
      [parameter("account_id", "path"), parameter("X-Key", "header")],
      "the client cannot send the required parameter X-Key, in header",
    ],
    [
      "a body that is no object",
      BODY,
      { type: "array", items: { type: "string" } },
      "the request body of things/create is not a JSON object",
    ],
    [
      "another account",
      [...POST, "parameters"],
      [parameter("owner", "path")],
      "poll has no parameter for the ad account of create",
    ],
    [
      "more than a token to poll with",
      [...GET, "parameters"],
      [parameter("account_id", "path"), parameter("token", "query"), parameter("kind", "query")],
      "poll requires parameters other than the ad account and the token: kind",
    ],
    [
      "no token to poll with",
      [...GET, "parameters"],
      [parameter("account_id", "path")],
      "poll has no parameter for the token that create returns",
    ],
  ])("%s", (_, path, value, says) => {
    const text = said(changed(path, value));
    expect(text).toContain(says);
    // What, where, why and how to mend it, for each.
    expect(text).toMatch(
      /^error {2}.+\n\n {2}\S.+\n(?: {4}.+\n)*\n {2}why {2}.+\n(?: {7}.+\n)*\n? {2}fix {2}.+/,
    );
    expect(text).toMatch(/\d+ errors?\. Nothing was written\.\n$/);
  });

  it.each([
    ["a query that create needs", parameter("kind", "query")],
    ["a query that create may leave out", parameter("kind", "query", false)],
  ])("%s is part of the request", (_, one) => {
    expect(said(changed([...POST, "parameters"], [parameter("account_id", "path"), one]))).toBe(
      "nothing was refused",
    );
  });

  it.each<readonly [what: string, path: readonly string[], value: Json]>([
    [
      "a second server",
      ["servers"],
      [{ url: "https://api.pinterest.com/v5" }, { url: "https://b.example" }],
    ],
    ["a slash behind the server", ["servers"], [{ url: "https://api.pinterest.com/v5/" }]],
    [
      "a header that may be left out",
      [...POST, "parameters"],
      [parameter("account_id", "path"), parameter("X-Key", "header", false)],
    ],
    [
      "a header that every client sends",
      [...POST, "parameters"],
      [parameter("account_id", "path"), parameter("Authorization", "header")],
    ],
  ])("%s stops nothing", (_, path, value) => {
    expect(said(changed(path, value))).toBe("nothing was refused");
  });

  it("a second parameter in the path is part of the request", () => {
    const { document, ...contract } = changed(
      [...POST, "parameters"],
      [parameter("account_id", "path"), parameter("pin", "path")],
    );
    expect(lower({ ...contract, document }).notices.map(({ what }) => what)).toEqual([
      "the path parameter pin does not occur in the path and is left out",
    ]);
    const { [THINGS]: item = {} } = document.paths as JsonObject;
    const { post, ...others } = item as JsonObject;
    const paths = {
      [THINGS]: others,
      "/accounts/{account_id}/pins/{pin}/things": { post },
    } as JsonObject;
    expect(said({ ...contract, document: { ...document, paths } })).toBe("nothing was refused");
  });

  it("all at once", () => {
    const contract = changed(["servers"], [{ url: "https://evil.example" }]);
    const document = put(contract.document, [...answer(POST)], {}) as JsonObject;
    expect(said({ ...contract, document })).toContain("2 errors. Nothing was written.");
  });
});

describe("a schema that has no end", () => {
  const holding = (schema: JsonObject) =>
    smallContract({
      body: { type: "object", properties: { a: { $ref: "#/components/schemas/A" } } },
      schemas: { A: schema },
    });

  it.each([
    ["a reference to itself", { $ref: "#/components/schemas/A" }],
    ["parts of itself", { allOf: [{ $ref: "#/components/schemas/A" }] }],
    [
      "a field of its own type",
      { type: "object", properties: { a: { $ref: "#/components/schemas/A" } } },
    ],
    ["items of its own type", { type: "array", items: { $ref: "#/components/schemas/A" } }],
  ])("%s is any value where it comes again, and is told", (_, schema) => {
    const { model, notices } = lower(holding(schema as JsonObject));
    expect(notices.map(({ kind, what }) => `${kind}: ${what}`)).toEqual([
      "loosened: #/components/schemas/A contains itself; deeper levels are not checked",
    ]);
    expect(JSON.stringify(model.flows[0]?.body)).toMatch(/"kind":"(any|object|array)"/);
  });

  it("a reference to nothing is a problem", () => {
    expect(said(holding({ $ref: "#/components/schemas/B" }))).toContain(
      "the target of a reference does not exist: #/components/schemas/B",
    );
  });
});

describe("a rule of a contract that cannot be read", () => {
  const rule: JsonObject = {
    id: "forbidden-when-name",
    kind: "forbidden-when",
    field: "name",
    when: [{ field: "level", present: true }],
    sources: [],
  };

  it.each<readonly [what: string, change: JsonObject]>([
    ["an id with another sign", { id: "no-mood_0-at-day" }],
    ["an id in capitals", { id: "No-mood" }],
    ["no id", { id: null }],
    ["an unknown kind", { kind: "no-such-kind" }],
    ["conditions that are no list", { when: "level" }],
    ["sources that are no list", { sources: "x" }],
    ["an unknown key", { colour: "red" }],
  ])("is told, once: %s", (_, change) => {
    const text: JsonObject = { type: "string" };
    const { model, notices } = lower(
      smallContract({
        body: { type: "object", properties: { name: text, level: text } },
        rules: [{ ...rule, ...change }],
      }),
    );
    expect(model.flows[0]?.rules).toEqual([]);
    expect(notices.map(({ what, where }) => `${where}: ${what}`)).toEqual([
      expect.stringMatching(/^things\/create, x-rules, entry 1: a rule is not enforced: /),
    ]);
  });
});

function answer(operation: readonly string[]): readonly string[] {
  return [...operation, "responses", "200", "content", "application/json", "schema", "properties"];
}
