import fc from "fast-check";
import { beforeAll, describe, expect, it } from "vitest";
import { lower } from "../../../generator/lower/lower.js";
import type { JsonObject } from "../../../generator/parse/json.js";
import { build } from "../../../generator/pipeline.js";
import {
  commaSeparated,
  connect,
  identityBody,
  type Operation,
  omit,
  operationClient,
  pick,
  toFormData,
  toUrlEncoded,
  withStyles,
} from "../../../runtime/support-client.js";
import {
  answer,
  body,
  calls,
  contract,
  empty,
  id,
  inside,
  kind,
  text,
  thing,
} from "../../support/every-shape.js";

describe("generated calls of every shape", () => {
  let output: ReadonlyMap<string, string>;
  beforeAll(async () => {
    ({ output } = await build(contract(calls), "elsewhere"));
  });

  it.each([
    [
      "files-replace",
      "{ id, body }",
      '{ ...init, params: { path: { id } }, body: body, bodySerializer: identityBody, headers: { ...init.headers, "content-type": "application/octet-stream" } }',
    ],
    [
      "files-send",
      "input",
      '{ ...init, params: { path: { id: input.id }, query: pick(input, ["kind"]) }, body: omit(input, ["id", "kind"]), bodySerializer: toFormData }',
    ],
    ["files-rename", "{ id, body }", "{ ...init, params: { path: { id } }, body: body }"],
    ["files-delete", "{ id }", "{ ...init, params: { path: { id } } }"],
    [
      "logs-send",
      "input",
      '{ ...init, params: { query: pick(input, ["kind"]) }, ...pick(input, ["body"]) }',
    ],
    ["logs-count", "_input", "{ ...init }"],
    [
      "found-list",
      "{ ids, ...query }",
      'querySerializer: withStyles([["where", "formExploded"], ["flat", "form"], ["spaced", "spaceDelimited"], ["piped", "pipeDelimited"], ["as_json", "json"]])',
    ],
  ])("%s", (name, pattern, init) => {
    // Line breaks do not matter here.
    const call = (output.get(`operations/${name}/call.ts`) ?? "")
      .replace(/([[({])\s+|,?\s+(?=[\])}])|\s+/g, "$1 ")
      .replace(/([[(]) /g, "$1");
    expect(call).toContain(`call: (api, ${pattern}, init) =>`);
    expect(call.replace(/ ?([[\](){}]) ?/g, "$1")).toContain(
      init.replace(/ ?([[\](){}]) ?/g, "$1"),
    );
  });

  it("never accept read-only fields or return write-only ones, whether required or not", () => {
    const schema = output.get("operations/things-make/schema.ts") ?? "";
    const fields = (name: string) =>
      [
        ...(new RegExp(`interface ${name} \\{\n([^}]*)\\}`).exec(schema)?.[1] ?? "").matchAll(
          /(?:readonly )?(\w+\??): /g,
        ),
      ].map(([, one]) => one);
    expect(fields("ThingsMakeRequest")).toEqual(["kind?", "name", "secret", "inside?"]);
    expect(fields("ThingsMakeInside")).toEqual(["by?"]);
    expect(fields("ThingsMakeResponse")).toEqual(["id", "name", "inside?"]);
    expect(fields("ThingsMakeResponseInside")).toEqual(["at", "by?"]);
    expect(schema.slice(schema.indexOf("export function validate"))).not.toMatch(/"id"|"at"/);
    expect(output.get("operations/things-make/call.ts")).toContain('"kind"');
  });

  it("declare how their responses are read", () => {
    const answers = [...output].flatMap(([path, text]) =>
      path.endsWith("call.ts")
        ? [`${path.split("/")[1]} ${/responseKind: (.*),/.exec(text)?.[1]}`]
        : [],
    );
    expect(answers).toEqual(
      [
        'files-replace "none"',
        "files-send undefined",
        'files-delete "none"',
        'files-rename "list"',
        "things-make undefined",
        'logs-send "json"',
        'logs-count "json"',
        'found-list "none"',
      ].sort((one, other) => answers.indexOf(one) - answers.indexOf(other)),
    );
  });

  it.each<readonly [string, JsonObject, string]>([
    [
      "a parameter name that is used twice",
      { parameters: [id, { ...id, in: "query" }], responses: empty },
      "two parameters have the name id",
    ],
    [
      "a required cookie",
      { parameters: [id, { ...id, name: "key", in: "cookie" }], responses: empty },
      "key, in cookie",
    ],
    [
      "an object in XML",
      { parameters: [id], requestBody: body("text/xml", thing), responses: empty },
      "the client sends no body with GET",
    ],
    [
      "a style that OpenAPI does not have",
      { parameters: [id, { ...kind, required: true, style: "odd" }], responses: empty },
      "kind with the style odd",
    ],
    [
      "a path parameter in matrix style",
      { parameters: [{ ...id, style: "matrix" }], responses: empty },
      "id with the style matrix",
    ],
    [
      "a parameter in XML",
      {
        parameters: [id, { ...kind, required: true, schema: null, content: { "text/xml": {} } }],
        responses: empty,
      },
      "kind as text/xml",
    ],
    [
      "an object in a path",
      { parameters: [{ ...id, schema: inside }], responses: empty },
      "the path parameter id is an object",
    ],
    [
      "a path placeholder without a parameter",
      { parameters: [kind], responses: empty },
      "the path contains {id}, but the parameter id is not described",
    ],
    [
      "a CSV response",
      { parameters: [id], responses: { "200": { content: { "text/csv": { schema: text } } } } },
      "a success response is not JSON: text/csv",
    ],
  ])(
    "%s excludes the operation, with a message that names and locates the problem",
    (_, operation, says) => {
      const { model, notices } = lower(
        contract({ "/files/{id}": { get: { operationId: "files/get", ...operation } } }),
      );
      expect(model.operations).toEqual([]);
      expect(notices.map(({ kind }) => kind)).toEqual(["left out"]);
      expect(notices[0]?.what).toContain(says);
      expect(notices[0]?.where).toContain("#/paths/~1files~1{id}/get");
    },
  );

  it.each<readonly [string, JsonObject, string]>([
    ["with a style that OpenAPI does not have", { style: "odd" }, "kind with the style odd"],
    ["in another format", { schema: null, content: { "text/xml": {} } }, "kind as text/xml"],
    ["in a cookie", { in: "cookie" }, "kind, in cookie"],
    ["in a location of another OpenAPI version", { in: "querystring" }, "kind, in querystring"],
  ])("an optional parameter %s is left out, with a notice", (_, change, says) => {
    const parameters = [id, { ...kind, ...change }];
    const { model, notices } = lower(
      contract({
        "/files/{id}": { get: { operationId: "files/get", parameters, responses: empty } },
      }),
    );
    expect(model.operations[0]?.body.fields.map(({ name }) => name)).toEqual(["id"]);
    expect(notices).toEqual([
      {
        kind: "loosened",
        what: `an optional parameter is left out, because the client cannot send it: ${says}`,
        where: "#/paths/~1files~1{id}/get/parameters/1",
      },
    ]);
  });
});

describe("an operation is still generated despite", () => {
  it.each<readonly [string, JsonObject, readonly string[]]>([
    [
      "a repeated optional parameter",
      { parameters: [id, { ...kind, name: "id" }], responses: empty },
      ["a second parameter with the name id is left out"],
    ],
    [
      "a path parameter that is not in the path",
      { parameters: [id, { ...id, name: "other" }], responses: empty },
      ["the path parameter other does not occur in the path and is left out"],
    ],
    [
      "an optional body that cannot be sent",
      { parameters: [id], requestBody: { content: { "multipart/mixed": {} } }, responses: empty },
      ["the optional body is left out: the client sends no body with GET"],
    ],
    [
      "a response without a schema",
      { parameters: [id], responses: { "200": { content: { "application/json": {} } } } },
      [],
    ],
    [
      "a response in both JSON and CSV",
      {
        parameters: [id],
        responses: { "200": { content: { "text/csv": {}, "application/json": { schema: text } } } },
      },
      [],
    ],
    ["a missing response", { parameters: [id] }, []],
    [
      "a string instead of the list of required fields",
      {
        parameters: [id],
        responses: answer({ type: "object", required: "a", properties: { a: text } }),
      },
      ["`required` has an invalid value and is ignored"],
    ],
  ])("%s", (_, operation, told) => {
    const { model, notices } = lower(
      contract({ "/files/{id}": { get: { operationId: "files/get", ...operation } } }),
    );
    expect(model.operations).toHaveLength(1);
    expect([...new Set(notices.map(({ what }) => what))]).toEqual(told);
  });
});

describe("the request of a generated call", () => {
  const sent: { readonly body: unknown; readonly type: string | null }[] = [];
  const fetch = async (_: string, { body: given, headers }: RequestInit): Promise<Response> => {
    sent.push({ body: given, type: new Headers(headers).get("content-type") });
    return new Response("{}", { headers: { "content-type": "application/json" } });
  };
  const send = (asked: object): Promise<unknown> => {
    const operation: Operation<
      { readonly file: Blob; readonly tags?: readonly string[] },
      unknown
    > = {
      name: "made-up",
      method: "POST",
      path: "/made-up",
      rateLimit: null,
      call: (api, input, init) =>
        api.POST("/made-up", { ...init, ...asked, body: "as" in asked ? input.file : input }),
      validate: () => [],
    };
    return operationClient(
      connect({ accessToken: "token", fetch }),
      operation,
    )({ file: new Blob([new Uint8Array([0, 255, 10])]), tags: ["a", "b"] });
  };

  it("keeps every byte of a multipart form", async () => {
    await send({ bodySerializer: toFormData });
    const { body: bytes, type } = sent.at(-1) as { body: ArrayBuffer; type: string };
    expect(type).toMatch(/^multipart\/form-data; boundary=/);
    const form = await new Response(bytes, { headers: { "content-type": type } }).formData();
    expect(form.getAll("tags")).toEqual(["a", "b"]);
    expect([...new Uint8Array(await (form.get("file") as Blob).arrayBuffer())]).toEqual([
      0, 255, 10,
    ]);
  });

  it.each([
    [["a", "b c"], "a,b%20c"],
    [[1, 2], "1,2"],
    [["..", "a"], "..,a"],
    [true, "true"],
    [0, "0"],
    ["a/b", "a%2Fb"],
  ])("encodes %j as a path parameter", async (id, written) => {
    const urls: string[] = [];
    const operation: Operation<{ readonly id: unknown }, unknown> = {
      name: "made-up",
      method: "GET",
      path: "/made-up/{id}",
      rateLimit: null,
      call: (api, path, init) => api.GET("/made-up/{id}", { ...init, params: { path } }),
      validate: () => [],
    };
    const call = operationClient(
      connect({
        accessToken: "token",
        fetch: async (url) => {
          urls.push(String(url));
          return new Response("{}", { headers: { "content-type": "application/json" } });
        },
      }),
      operation,
    );
    await call({ id });
    expect(urls).toEqual([expect.stringMatching(new RegExp(`/made-up/${written}$`))]);
    for (const bad of ["", ".", "..", [], [""], [".."], {}, null, undefined])
      await expect(call({ id: bad })).rejects.toThrow('must not be empty, "." or ".."');
    expect(urls).toHaveLength(1);
  });

  it("sends a list in a URL-encoded form as repeated fields, and an object as JSON", () => {
    fc.assert(
      fc.property(
        fc.dictionary(fc.string(), fc.oneof(fc.string(), fc.array(fc.string()), fc.boolean())),
        fc.dictionary(fc.string(), fc.string()),
        (fields, object) => {
          const read = new URLSearchParams(
            toUrlEncoded({ ...fields, inside: object, left: undefined }),
          );
          expect(JSON.parse(read.get("inside") ?? "")).toEqual({ ...object });
          for (const [name, value] of Object.entries(fields))
            if (name !== "inside" && name !== "left")
              expect(read.getAll(name)).toEqual([value].flat().map(String));
        },
      ),
    );
    expect(toUrlEncoded(undefined)).toBe("");
  });

  it("keeps every byte of a file", async () => {
    await send({
      as: "file",
      bodySerializer: identityBody,
      headers: { "content-type": "application/octet-stream" },
    });
    expect(sent.at(-1)).toEqual({
      body: new Uint8Array([0, 255, 10]).buffer,
      type: "application/octet-stream",
    });
  });

  it("sends query lists in the described style", () => {
    const query = commaSeparated(["columns", "words", "none_of_them"]);
    expect(
      query({
        columns: ["A", "B&C"],
        words: ["red, white", "blue"],
        none_of_them: [],
        ids: [1, 2],
        none: undefined,
        empty: null,
        text: "ü,ö",
      }),
    ).toBe("columns=A,B%26C&words=red%2C%20white,blue&ids=1&ids=2&text=%C3%BC%2C%C3%B6");
  });

  it("sends a query object with names in brackets, at any depth", () => {
    const query = commaSeparated([]);
    const filters = {
      type: "a b",
      ids: ["1", "2,3"],
      report: { kind: "X", left: undefined },
      ranges: [{ from: 1, to: 2 }, { from: 3 }],
    };
    const sent = query({ filters, text: "x" });
    expect(sent.split("&").map(decodeURIComponent)).toEqual([
      "filters[type]=a b",
      "filters[ids]=1",
      "filters[ids]=2,3",
      "filters[report][kind]=X",
      "filters[ranges][0][from]=1",
      "filters[ranges][0][to]=2",
      "filters[ranges][1][from]=3",
      "text=x",
    ]);
    expect(sent).toContain("filters%5Btype%5D=a%20b&");
  });

  it("sends a query list or object in each OpenAPI style", () => {
    const asked = {
      ids: ["1", "2,3"],
      where: { at: "a b", deep: { to: 1 }, none: undefined },
      text: "x",
    };
    const written = (
      style: "form" | "spaceDelimited" | "pipeDelimited" | "formExploded" | "json",
    ) =>
      withStyles([
        ["ids", style],
        ["where", style],
        ["text", style],
      ])(asked);
    expect(written("form")).toBe("ids=1,2%2C3&where=at,a%20b,deep,%7B%22to%22%3A1%7D&text=x");
    expect(written("spaceDelimited")).toBe(
      "ids=1%202%2C3&where=at%20a%20b%20deep%20%7B%22to%22%3A1%7D&text=x",
    );
    expect(written("pipeDelimited")).toBe(
      "ids=1%7C2%2C3&where=at%7Ca%20b%7Cdeep%7C%7B%22to%22%3A1%7D&text=x",
    );
    expect(written("formExploded")).toBe("ids=1&ids=2%2C3&at=a%20b&deep%5Bto%5D=1&text=x");
    expect(written("json")).toBe(
      "ids=%5B%221%22%2C%222%2C3%22%5D&where=%7B%22at%22%3A%22a%20b%22%2C%22deep%22%3A%7B%22to%22%3A1%7D%7D&text=x",
    );
  });

  it("contains no optional field that the input lacks, whether fields are picked or omitted", () => {
    const all: { a: number; b?: string; c: string } = { a: 1, c: "c" };
    expect([pick(all, ["a", "b"]), omit(all, ["a"])]).toEqual([{ a: 1 }, { c: "c" }]);
  });
});
