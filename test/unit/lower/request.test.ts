import { describe, expect, it } from "vitest";
import { lower } from "../../../generator/lower/lower.js";
import type { Operation } from "../../../generator/model/model.js";
import type { FlowsFile } from "../../../generator/parse/config.js";
import { type Json, type JsonObject, withWords } from "../../../generator/parse/json.js";
import { Problems } from "../../../generator/problem.js";
import { smallContract } from "../../support/small-contract.js";

const text: JsonObject = { type: "string" };
const json = (schema: Json): JsonObject => ({ content: { "application/json": { schema } } });
const query = (name: string, more: JsonObject = {}): JsonObject => ({
  name,
  in: "query",
  schema: text,
  ...more,
});

interface Place {
  readonly path?: string;
  readonly method?: string;
  /** Keys at the level of the path, which apply to all its operations. */
  readonly item?: JsonObject;
  readonly components?: JsonObject;
}

/** An operation in the model, and the notices about it. */
function lowered(
  operation: JsonObject,
  { path = "/things", method = "post", item = {}, components = {} }: Place = {},
): { readonly operation?: Operation; readonly said: readonly string[] } {
  const base = smallContract({ body: {} });
  const described = { operationId: "things/do", responses: {}, ...operation };
  const flows = { ...base.annotations.flows, flows: [] };
  try {
    const { model, notices } = lower({
      ...base,
      document: {
        ...base.document,
        paths: { [path]: { ...item, [method]: described } },
        components,
      },
      annotations: {
        ...base.annotations,
        flows: { ...flows, operations: [{ name: "do", operation: "things/do" }] },
      },
    });
    return { operation: model.operations[0] as Operation, said: notices.map(({ what }) => what) };
  } catch (error) {
    if (!(error instanceof Problems)) throw error;
    return { said: error.list.map(({ what }) => what) };
  }
}

describe("a query parameter", () => {
  const object = { type: "object", properties: { a: text } };
  const deep = { type: "object", properties: { a: object } };
  const list = { type: "array", items: text };
  const either = { oneOf: [text, object] };

  it.each<readonly [parameter: JsonObject, style: JsonObject]>([
    [{}, {}],
    [{ style: "form" }, {}],
    [{ explode: false }, { explode: false }],
    [{ style: "form", explode: true, schema: list }, {}],
    [{ schema: object }, { style: "formExploded" }],
    [{ schema: { ...object, nullable: true } }, { style: "formExploded" }],
    [{ schema: either }, { style: "formExploded" }],
    [{ schema: object, explode: false }, { explode: false }],
    // OpenAPI does not say how nested objects are sent.
    [{ schema: deep }, {}],
    [{ schema: { oneOf: [text, deep] } }, {}],
    [{ schema: object, style: "deepObject", explode: true }, {}],
    [{ schema: list, style: "spaceDelimited" }, { style: "spaceDelimited" }],
    [{ schema: list, style: "spaceDelimited", explode: true }, {}],
    [{ schema: list, style: "pipeDelimited" }, { style: "pipeDelimited" }],
    [{ schema: object, style: "pipeDelimited", explode: true }, { style: "formExploded" }],
    [{ schema: null, ...json(object) }, { style: "json" }],
    [{ schema: null, content: { "application/json": {} } }, { style: "json" }],
  ])("is sent as OpenAPI requires: %j", (parameter, style) => {
    const { operation, said } = lowered({ parameters: [query("x", parameter)] });
    const {
      name: _,
      in: place,
      required,
      type: __,
      limits: ___,
      ...rest
    } = operation?.call.parameters[0] ?? {};
    expect([place, required, rest, said]).toStrictEqual(["query", false, style, []]);
  });

  it("keeps its type, limits and default, and is text if it has no schema", () => {
    const { operation, said } = lowered({
      parameters: [
        query("a", { required: true, schema: { type: "integer", minimum: 1 } }),
        query("b", { schema: { ...text, default: "x", readOnly: true } }),
        { name: "c", in: "query" },
      ],
    });
    expect(said).toStrictEqual([]);
    expect(operation?.call.parameters).toStrictEqual([
      { name: "a", in: "query", required: true, type: { kind: "integer" }, limits: { minimum: 1 } },
      { name: "b", in: "query", required: false, type: { kind: "string" }, limits: {} },
      { name: "c", in: "query", required: false, type: { kind: "string" }, limits: {} },
    ]);
    expect(operation?.body.fields.map(({ name, default: value }) => [name, value])).toStrictEqual([
      ["a", undefined],
      ["b", "x"],
      ["c", undefined],
    ]);
  });

  it.each<readonly [parameter: JsonObject, about: string, required: string | undefined]>([
    [{ style: "odd" }, "x with the style odd", undefined],
    [{ style: "simple" }, "x with the style simple", undefined],
    [
      { schema: null, content: { "text/xml": {}, "text/csv": {} } },
      "x as text/xml or text/csv",
      undefined,
    ],
    [{ schema: null, content: 5 }, "x as ", undefined],
    [{ in: "cookie" }, "x, in cookie", "required parameter x, in cookie"],
    [{ in: "header" }, "x, in header", "required header parameter x"],
  ])(
    "is omitted if it is optional and cannot be sent, and is rejected if it is required: %j",
    (parameter, about, required: string = `parameter ${about}`) => {
      const optional = lowered({ parameters: [query("x", parameter)] });
      expect(optional.operation?.call.parameters).toStrictEqual([]);
      expect(optional.said).toStrictEqual([
        `an optional parameter is left out, because the client cannot send it: ${about}`,
      ]);
      const { said } = lowered({ parameters: [query("x", { ...parameter, required: true })] });
      expect(said).toStrictEqual([`the client cannot send the ${required}`]);
    },
  );
});

describe("a path with parameters", () => {
  const id = (more: JsonObject = {}): JsonObject => query("id", { in: "path", ...more });
  const at = (path: string, more: Place = {}): Place => ({ path, ...more });

  it("requires each of its parameters, even if it is declared for all operations of the path", () => {
    const parameter = {
      name: "id",
      in: "path",
      required: true,
      type: { kind: "string" },
      limits: {},
    };
    expect(lowered({ parameters: [id()] }, at("/a/{id}")).operation?.call).toMatchObject({
      parameters: [parameter],
      path: "/a/{id}",
      method: "post",
    });
    const item = { parameters: [id({ schema: { type: "integer" } }), query("b"), 5] };
    const { operation, said } = lowered(
      { parameters: [id(), query("c"), query("c", { required: true }), null] },
      at("/a/{id}", { item }),
    );
    expect(said).toStrictEqual([]);
    expect(
      operation?.call.parameters.map(({ name, required, type }) => [name, required, type.kind]),
    ).toStrictEqual([
      ["b", false, "string"],
      ["id", true, "string"],
      ["c", true, "string"],
    ]);
  });

  it.each<readonly [parameters: readonly JsonObject[], path: string, says: readonly string[]]>([
    [
      [id({ style: "label" })],
      "/{id}",
      ["the client cannot send the parameter id with the style label"],
    ],
    [[id({ style: "simple" })], "/{id}", []],
    [
      [id({ schema: null, ...json(text) })],
      "/{id}",
      ["the client cannot send the parameter id encoded as JSON"],
    ],
    [
      [id({ schema: { type: "object", properties: {} } })],
      "/{id}",
      ["the path parameter id is an object"],
    ],
    [
      [id({ schema: { oneOf: [text, { type: "object" }] } })],
      "/{id}",
      ["the path parameter id is an object"],
    ],
    [
      [id({ schema: { nullable: true, type: "object" } })],
      "/{id}",
      ["the path parameter id is an object"],
    ],
    [[id({ schema: { oneOf: [text, { type: "integer" }] } })], "/{id}", []],
    [
      [],
      "/{id}/{a}",
      [
        "the path contains {id}, but the parameter id is not described",
        "the path contains {a}, but the parameter a is not described",
      ],
    ],
    [[id()], "/a", ["the path parameter id does not occur in the path and is left out"]],
    [[id(), query("id")], "/{id}", ["a second parameter with the name id is left out"]],
    [[id(), query("id", { required: true })], "/{id}", ["two parameters have the name id"]],
    [
      [query("id"), query("id", { in: "header" })],
      "/a",
      ["an optional parameter is left out, because the client cannot send it: id, in header"],
    ],
  ])("is checked with the parameters %j at %s", (parameters, path, says) => {
    expect(lowered({ parameters }, at(path)).said).toStrictEqual(says);
  });

  it.each([
    ["/a/../b", false],
    ["/a/./b", false],
    ["/a/..", false],
    ["/a//b", false],
    ["a/b", false],
    ["/a?b=c", false],
    ["/a#b", false],
    ["/a\\b", false],
    ["/a b", false],
    ["/%2e%2e/b", false],
    ["/a/", true],
    ["/a/..b/c..", true],
    ["/.a/b.json", true],
    ["/a:do/~b/(c)", true],
  ])("may have only plain segments: %s", (path, isPlain) => {
    expect(lowered({}, at(path)).said).toStrictEqual(
      isPlain
        ? []
        : [`the path has a segment that is neither plain text nor a placeholder: ${path}`],
    );
  });
});

describe("the body of a call", () => {
  const object: JsonObject = { type: "object", properties: { a: text } };
  const body = (content: JsonObject, more: JsonObject = {}): JsonObject => ({
    requestBody: { required: true, content, ...more },
  });

  it.each<readonly [type: string, schema: JsonObject | null, sent: JsonObject, kind: string]>([
    ["application/json", text, { content: "json" }, "string"],
    ["application/json", null, { content: "json" }, "any"],
    [
      "application/merge-patch+json",
      text,
      { content: "json", mediaType: "application/merge-patch+json" },
      "string",
    ],
    [
      "application/merge-patch+json",
      null,
      { content: "json", mediaType: "application/merge-patch+json" },
      "any",
    ],
    ["application/octet-stream", null, { content: "binary" }, "bytes"],
    ["image/png", null, { content: "binary", mediaType: "image/png" }, "bytes"],
    ["audio/mpeg", null, { content: "binary", mediaType: "audio/mpeg" }, "bytes"],
    ["video/mp4", null, { content: "binary", mediaType: "video/mp4" }, "bytes"],
    ["text/csv", null, { content: "binary", mediaType: "text/csv" }, "string"],
    ["text/csv", text, { content: "binary", mediaType: "text/csv" }, "string"],
    ["text/csv", {}, { content: "binary", mediaType: "text/csv" }, "any"],
    ["application/xml", null, { content: "binary", mediaType: "application/xml" }, "string"],
  ])("has the right type for %s with %j", (type, schema, sent, kind) => {
    const { operation, said } = lowered(body({ [type]: schema === null ? {} : { schema } }));
    const [field, ...others] = operation?.body.fields ?? [];
    expect([said, others]).toStrictEqual([[], []]);
    expect(field).toMatchObject({ name: "body", required: true, type: { kind } });
    expect(operation?.bodyField).toBe("body");
    const { content, mediaType } = operation ?? {};
    expect({ content, ...(mediaType !== undefined && { mediaType }) }).toStrictEqual(sent);
  });

  it.each(["application/x-www-form-urlencoded", "multipart/form-data"])(
    "can be any object if its media type is %s",
    (type) => {
      const { operation } = lowered(body({ [type]: {} }));
      expect([operation?.bodyField, operation?.body.additionalProperties?.type]).toStrictEqual([
        null,
        { kind: "any" },
      ]);
    },
  );

  it.each<readonly [encoding: JsonObject, isRead: boolean]>([
    [{ style: "form" }, true],
    [{ explode: true, contentType: "text/plain" }, true],
    [{ explode: false }, false],
    [{ style: "pipeDelimited" }, false],
    [{ headers: { "X-A": { schema: text } } }, false],
    [{ allowReserved: true }, false],
  ])("causes a notice if form fields have another encoding: %j", (encoding, isRead) => {
    for (const type of ["application/x-www-form-urlencoded", "multipart/form-data"]) {
      const schema = { type: "object", properties: { a: text } };
      const { said } = lowered(body({ [type]: { schema, encoding: { a: encoding } } }));
      expect(said).toStrictEqual(
        isRead
          ? []
          : [
              "`encoding` of a is ignored: each item of a list is sent as a field with that name, and an object as JSON",
            ],
      );
    }
  });

  it("is sent as JSON if possible, and otherwise as the first supported media type", () => {
    const sent = (...types: readonly string[]) => {
      const { operation } = lowered(
        body(Object.fromEntries(types.map((type) => [type, { schema: text }]))),
      );
      return operation?.mediaType ?? operation?.content;
    };
    expect(sent("multipart/form-data", "application/json")).toBe("json");
    expect(sent("application/a+json", "application/json")).toBe("json");
    expect(sent("font/woff", "text/csv", "text/plain")).toBe("text/csv");
  });

  const cannot = "the client cannot send it as";
  it.each<readonly [content: JsonObject, reason: string]>([
    [{ "font/woff": {} }, `${cannot} font/woff`],
    [{ "text/xml": { schema: object }, "font/woff": {} }, `${cannot} text/xml or font/woff`],
    [{ "text/xml": { schema: { oneOf: [text, text] } } }, `${cannot} text/xml`],
    [{ "text/xml": { schema: { type: "integer" } } }, `${cannot} text/xml`],
    ...["application/x-www-form-urlencoded", "multipart/form-data"].flatMap((type) =>
      [{ type: "array", items: object }, text].map(
        (schema) =>
          [
            { [type]: { schema } },
            `${cannot} ${type} (because the body is not an object)`,
          ] as const,
      ),
    ),
    [{}, "it has no media type in `content`"],
  ])(
    "is omitted if it is optional and cannot be sent, and is rejected if it is required: %j",
    (content, reason) => {
      expect(lowered(body(content)).said).toStrictEqual([
        `the required body cannot be sent: ${reason}`,
      ]);
      const { operation, said } = lowered(body(content, { required: false }));
      expect([operation?.content, operation?.body.fields]).toStrictEqual([null, []]);
      expect(said).toStrictEqual([`the optional body is left out: ${reason}`]);
    },
  );

  it("is omitted for GET", () => {
    const described = body({ "application/json": { schema: object } });
    expect(lowered(described, { method: "get" }).said).toStrictEqual([
      "the required body cannot be sent: the client sends no body with GET",
    ]);
    for (const method of ["put", "post", "delete", "patch"])
      expect(lowered(described, { method }).operation?.content).toBe("json");
  });

  const either = { oneOf: [object, { type: "object", properties: { b: text } }] };
  const tagged = {
    ...{ oneOf: [{ $ref: "#/components/schemas/A" }, { $ref: "#/components/schemas/B" }] },
    discriminator: { propertyName: "kind" },
  };
  const components = { schemas: { A: object, B: { type: "object", properties: { b: text } } } };

  it.each<
    readonly [
      what: string,
      schema: JsonObject,
      parameters: readonly JsonObject[],
      fields: readonly string[],
    ]
  >([
    ["an object", object, [], ["a?"]],
    ["an object that is only called so", { properties: { a: text } }, [], ["a?"]],
    ["any object", { type: "object" }, [], []],
    ["a list", { type: "array", items: text }, [], ["[body]"]],
    ["one of several objects", either, [], ["[body]"]],
    ["one of several by a tag", tagged, [], ["a?", "kind", "b?"]],
    ["one of several by a tag beside a parameter", tagged, [query("x")], ["x?", "[body]"]],
    ["an object beside a parameter", object, [query("x")], ["x?", "a?"]],
    ["any object beside a parameter", { type: "object" }, [query("x")], ["x?", "[body]"]],
    [
      "an object of many names beside a parameter",
      { ...object, additionalProperties: text },
      [query("x")],
      ["x?", "[body]"],
    ],
    ["an object of many names", { ...object, additionalProperties: text }, [], ["a?"]],
    ["an object with the name of a parameter", object, [query("a")], ["a?", "[body]"]],
    [
      "a list beside a parameter that is called body",
      { type: "array" },
      [query("body")],
      ["body?", "[request_body]"],
    ],
    [
      "an object that an API alone gives",
      { ...object, readOnly: true, type: "object" },
      [query("a")],
      ["a?", "[body]"],
    ],
  ])(
    "is passed as separate arguments or as one object if it is %s",
    (_, schema, parameters, fields) => {
      const { operation } = lowered(
        { parameters, ...body({ "application/json": { schema } }) },
        { components },
      );
      const written = operation?.body.fields.map(({ name, required }) => {
        const shown = name === operation.bodyField ? `[${name}]` : name;
        return required ? shown : `${shown}?`;
      });
      expect(written).toStrictEqual(fields);
    },
  );

  it("is passed as a single argument if it is optional", () => {
    const described = body({ "application/json": { schema: object } }, { required: false });
    for (const parameters of [[], [query("x")]]) {
      const { operation } = lowered({ parameters, ...described });
      const last = operation?.body.fields.at(-1);
      expect([operation?.bodyField, last?.name, last?.required]).toStrictEqual([
        "body",
        "body",
        false,
      ]);
    }
  });

  it("limits its number of fields without counting the parameters", () => {
    const counted = { ...object, minProperties: 1, maxProperties: 2 };
    const described = body({ "application/json": { schema: counted } });
    const numbers = (...parameters: readonly JsonObject[]) => {
      const { operation, said } = lowered({ parameters, ...described });
      return [operation?.body.minProperties, operation?.body.maxProperties, said];
    };
    expect(numbers()).toStrictEqual([1, 2, []]);
    const [x, y] = ["x", "y"].map((name) => query(name, { required: true })) as [
      JsonObject,
      JsonObject,
    ];
    expect(numbers(x, y)).toStrictEqual([3, 4, []]);
    expect(numbers(x, query("y"))).toStrictEqual([
      undefined,
      undefined,
      ["`minProperties` is not checked", "`maxProperties` is not checked"],
    ]);
  });
});

describe("the response of a call", () => {
  const fields = { type: "object", properties: { a: text } };
  const responding = (responses: JsonObject, components: JsonObject = {}) => {
    const { operation, said } = lowered({ responses }, { components });
    return { response: operation?.response, said, operation };
  };

  it.each<readonly [responses: JsonObject, type: object | null]>([
    [{}, null],
    [{ "204": {} }, null],
    [{ "204": { content: {} } }, null],
    [{ "200": json(text) }, { kind: "string" }],
    [{ "200": { content: { "application/json": {} } } }, { kind: "any" }],
    [{ "200": json(text), "201": json(text) }, { kind: "string" }],
    [
      { "200": json(text), "201": json({ type: "integer" }) },
      { kind: "union", name: "DoResponse" },
    ],
    [{ default: json(text), "400": json(text), "2XX": json(text), "1200": json(text) }, null],
    [{ "200": json(fields) }, { kind: "object", name: "DoResponse" }],
    [
      { "200": json({ ...fields, nullable: true }) },
      { kind: "nullable", of: { kind: "object", name: "DoResponseValue" } },
    ],
    [
      { "200": json({ type: "array", items: fields }) },
      { kind: "array", items: { kind: "object", name: "DoResponseItem" }, each: {} },
    ],
    [{ "200": null, "201": json(text) }, { kind: "string" }],
  ])("has the expected type for %j", (responses, type) => {
    const { response, said } = responding(responses);
    expect([response, said]).toStrictEqual([type, []]);
  });

  it("makes the call throw if its status has no content but other success statuses do, and causes a notice", () => {
    const { response, said } = responding({ "200": json(text), "204": {}, "205": { content: {} } });
    expect([response, said]).toStrictEqual([
      { kind: "string" },
      ["204", "205"].map(
        (status) =>
          `the success status ${status} has no content, but another success status does: the call throws an \`ApiError\` if it gets ${status}`,
      ),
    ]);
  });

  it("can be a reference, omits write-only fields, and is not checked", () => {
    const schema = {
      type: "object",
      required: ["a"],
      properties: {
        a: { ...text, writeOnly: true },
        b: { ...text, readOnly: true },
        c: { ...text, not: { enum: ["x"] } },
      },
    };
    const { operation, said } = responding(
      { "200": { $ref: "#/components/responses/R" } },
      { responses: { R: json(schema) } },
    );
    expect(said).toStrictEqual([]);
    expect(operation?.objects[0]?.fields.map(({ name }) => name)).toStrictEqual(["b", "c"]);
  });

  it("is rejected if it is not JSON, and the error lists its media types", () => {
    const content = { "text/csv": {}, "text/xml": {} };
    expect(responding({ "200": { content } }).said).toStrictEqual([
      "a success response is not JSON: text/csv or text/xml",
    ]);
    expect(responding({ "200": json(text), "201": { content } }).said).toHaveLength(1);
    expect(
      responding({ "200": { content: { ...content, ...(json(text).content as JsonObject) } } })
        .said,
    ).toStrictEqual([]);
  });
});

describe("a call", () => {
  it("is completely described by the model", () => {
    const base = smallContract({ body: {} });
    const described = withWords({ operationId: "things/do", responses: {} }, "Does it.");
    const model = (
      operations: NonNullable<FlowsFile["operations"]>,
      docs: ReadonlyMap<string, string>,
    ) =>
      lower({
        ...base,
        document: { ...base.document, paths: { "/things": { put: described } } },
        annotations: {
          ...base.annotations,
          docs: new Map([["things/do", docs]]),
          flows: { ...base.annotations.flows, flows: [], operations },
        },
      }).model.operations[0];
    const entry = { name: "do", operation: "things/do" };
    const whole: Operation = {
      name: "do",
      doc: "",
      description: "Does it.",
      call: {
        id: "things/do",
        method: "put",
        path: "/things",
        parameters: [],
        rateLimit: null,
        security: [{ schemes: [], scopes: [] }],
        sandbox: null,
      },
      body: { name: "DoRequest", fields: [] },
      content: null,
      bodyField: null,
      response: null,
      pageOf: null,
      objects: [],
      enums: [],
      rules: [],
    };
    expect(model([entry], new Map())).toStrictEqual(whole);
    expect(model([{ ...entry, onClient: false }], new Map([["", "Ours."]]))).toStrictEqual({
      ...whole,
      onClient: false,
      doc: "Ours.",
    });
  });

  it("keeps the other properties of its description", () => {
    const { operation } = lowered(
      {
        tags: ["things", "others"],
        "x-ratelimit-category": "ads_read",
        "x-sandbox": "enabled",
        security: [{ a: ["read", "write"], b: ["write"] }, { c: [] }],
      },
      {
        components: {
          securitySchemes: {
            a: { type: "oauth2", flows: { authorizationCode: {}, clientCredentials: {} } },
            b: { type: "apiKey" },
            c: { type: "http", scheme: "BEARER" },
          },
        },
      },
    );
    expect(operation?.call).toStrictEqual({
      id: "things/do",
      method: "post",
      path: "/things",
      parameters: [],
      tag: "things",
      rateLimit: "ads_read",
      sandbox: "enabled",
      security: [
        { schemes: ["authorizationCode", "apiKey"], scopes: ["read", "write"] },
        { schemes: ["clientCredentials", "apiKey"], scopes: ["read", "write"] },
        { schemes: ["bearer"], scopes: [] },
      ],
    });
    const bare = lowered({ tags: [], "x-sandbox": 5, security: [{}] }).operation?.call;
    expect(bare).toStrictEqual({
      id: "things/do",
      method: "post",
      path: "/things",
      parameters: [],
      rateLimit: null,
      sandbox: null,
      security: [{ schemes: [], scopes: [] }],
    });
    expect(lowered({ tags: [5, "a"] }).operation?.call).not.toHaveProperty("tag");
  });

  it("is rejected if two objects have the same field names in the query", () => {
    const day = (name: string, explode: boolean): JsonObject => ({
      name,
      in: "query",
      explode,
      schema: { type: "object", properties: { year: { type: "integer" } } },
    });
    const said = (...parameters: readonly JsonObject[]) =>
      lowered({ parameters: [...parameters] }, { method: "get" }).said;
    expect(said(day("from", true), day("to", true))).toEqual(["two parameters have the name year"]);
    expect(said(day("from", true), day("to", false))).toEqual([]);
  });

  it("authenticates with the app's id and secret if it accepts nothing else", () => {
    const securitySchemes = {
      app: { type: "http", scheme: "basic" },
      token: { type: "http", scheme: "bearer" },
    };
    const form = { content: { "application/x-www-form-urlencoded": {} } };
    const call = (security: Json, requestBody: Json = form) =>
      lowered({ security, requestBody }, { components: { securitySchemes } });
    expect(call([{ app: [] }]).operation?.call.clientCredentials).toBe(true);
    expect(call([{ app: [] }, { token: [] }]).operation?.call).not.toHaveProperty(
      "clientCredentials",
    );
  });

  it("is rejected if it needs the app's id and secret but does not accept form data", () => {
    const components = { securitySchemes: { app: { type: "http", scheme: "basic" } } };
    for (const body of [{}, { requestBody: { content: { "application/json": {} } } }])
      expect(
        JSON.stringify(lowered({ security: [{ app: [] }], ...body }, { components })),
      ).toContain("an access token alone is not enough for the call");
  });
});
