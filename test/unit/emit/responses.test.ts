import { describe, expect, it } from "vitest";
import { lower } from "../../../generator/lower/lower.js";
import { payloadOf } from "../../../generator/lower/operation.js";
import type { Contract } from "../../../generator/parse/contract.js";
import type { Json, JsonObject } from "../../../generator/parse/json.js";
import { parseYaml } from "../../../generator/parse/yaml.js";
import { build } from "../../../generator/pipeline.js";
import { compile } from "../../support/compile.js";
import { descriptionText, versions } from "../../support/descriptions.js";
import { smallContract } from "../../support/small-contract.js";

const THINGS = "/accounts/{account_id}/things";
const text = { type: "string" };
const created = { report_status: text, token: text };
const polled = { report_status: text, url: { ...text, nullable: true } };
const object = (properties: JsonObject): JsonObject => ({ type: "object", properties });
const wrapped = (envelope: string, properties: JsonObject): JsonObject =>
  object({ code: { type: "number" }, [envelope]: object(properties) });
const reply = (schema: JsonObject): JsonObject => ({ description: "", content: { "application/json": { schema } } });

/** The small contract with other responses, and what its polls take beside account and token. */
function responding(create: JsonObject, poll: JsonObject, more: readonly Json[] = []): Contract {
  const contract = smallContract({ body: object({ name: text }), schemas: { Created: object(created), Polled: object(polled) } });
  const { [THINGS]: item } = contract.document.paths as { readonly [THINGS]: { readonly get: JsonObject; readonly post: JsonObject } };
  const get = { ...item.get, parameters: [...(item.get.parameters as Json[]), ...more], responses: poll };
  return { ...contract, document: { ...contract.document, paths: { [THINGS]: { get, post: { ...item.post, responses: create } } } } };
}

const flat = { "200": reply(object(polled)) };

describe("where the fields of a response stand is read from its schema", () => {
  const cases: readonly (readonly [what: string, create: JsonObject, poll: JsonObject, envelopes: readonly (string | null)[]])[] = [
    ["at the top level", { "200": reply(object(created)) }, flat, [null, null]],
    ["in data", { "200": reply(wrapped("data", created)) }, { "200": reply(wrapped("data", polled)) }, ["data", "data"]],
    ["of one response in another object", { "200": reply(wrapped("result", created)) }, flat, ["result", null]],
    ["in a type of its own", { "200": reply(object({ job: { $ref: "#/components/schemas/Created" } })) }, flat, ["job", null]],
    [
      "in parts",
      { "200": reply({ allOf: [object({ code: text }), object({ data: { allOf: [{ $ref: "#/components/schemas/Created" }] } })] }) },
      flat,
      ["data", null],
    ],
    ["in one of several forms", { "200": reply({ oneOf: [object({ code: text }), wrapped("data", created)] }) }, flat, ["data", null]],
    [
      "behind another good response",
      { "200": reply(object({ code: text })), "201": reply(wrapped("data", created)) },
      flat,
      ["data", null],
    ],
    ["with 202 alone", { "202": reply(object(created)) }, flat, [null, null]],
    ["at both, where the top level comes first", { "200": reply(object({ ...created, data: object(created) })) }, flat, [null, null]],
    [
      "beside an object that has one of two",
      { "200": reply(object(created)) },
      { "200": reply(object({ job: object({ url: text }), data: object(polled) })) },
      [null, "data"],
    ],
    [
      "read-only, nullable or numbers",
      { "200": reply(object({ token: { type: "integer", readOnly: true }, message: { type: "array", items: text } })) },
      { "200": reply(object({ report_status: { ...text, nullable: true }, url: { ...text, readOnly: true }, size: text })) },
      [null, null],
    ],
  ];

  it.each(cases)("%s", (_, create, poll, envelopes) => {
    const [flow] = lower(responding(create, poll)).model.flows;
    expect([flow?.create.envelope ?? null, flow?.poll.envelope ?? null]).toEqual(envelopes);
  });

  it("and the calls compile wherever they stand", { timeout: 60_000 }, async () => {
    const files = new Map<string, string>();
    for (const [index, [, create, poll]] of cases.entries()) {
      const { output } = await build(responding(create, poll), "elsewhere");
      for (const [path, text] of output) if (path.endsWith(".ts")) files.set(`${index}/${path}`, text);
    }
    expect(compile(files)).toEqual([]);
  });

  it("and stops where they stand nowhere", async () => {
    const lost = responding({ "200": reply(wrapped("data", { report_status: text })) }, { "200": reply(wrapped("data", { url: text })) });
    await expect(build(lost, "elsewhere")).rejects.toMatchObject({
      list: [
        { what: "the flow thing is no report: the answer of things/create has no token" },
        { what: "the flow thing is no report: the answer of things/get has no report_status" },
        { what: "the flow thing is no report: the answer of things/get has no url" },
      ],
    });
  });
});

it("a response that cannot be read is one problem, whatever would stand in it", () => {
  const lines = { description: "", content: { "application/x-ndjson": {} } };
  for (const [create, poll] of [
    [{ "200": lines }, flat],
    [{ "200": reply(object(created)) }, { "200": lines }],
  ] as const) {
    const { refused } = lower(responding(create, poll), { keepGoing: true });
    expect(refused.map(({ what }) => what)).toEqual(["a good response is application/x-ndjson"]);
  }
});

it("a list as a response has a name of its own and its items another, also where its type is not said", { timeout: 60_000 }, async () => {
  const item = object({ name: text });
  const schemas: readonly JsonObject[] = [
    { type: "array", items: item },
    { items: item },
    { items: item, nullable: true },
    { items: { items: item } },
    { oneOf: [{ items: item }, item] },
  ];
  const made = new Map<string, string>();
  for (const [index, schema] of schemas.entries()) {
    const { document, annotations, ...contract } = smallContract({ body: object({ name: text }) });
    const paths = {
      ...(document.paths as JsonObject),
      "/things": { get: { operationId: "things/list", responses: { "200": reply(schema) } } },
    };
    const flows = { ...annotations.flows, operations: [{ name: "things", operation: "things/list" }] };
    const { output } = await build({ ...contract, document: { ...document, paths }, annotations: { ...annotations, flows } }, "elsewhere");
    for (const [path, code] of output) if (path.endsWith(".ts")) made.set(`${index}/${path}`, code);
  }
  expect(compile(made)).toEqual([]);
});

it("a status that the flows file does not classify counts as pending, which is told once", () => {
  const status = { type: "string", enum: ["IN_PROGRESS", "QUEUED", "FINISHED"] };
  const contract = responding(
    { "200": reply(object({ ...created, report_status: status })) },
    { "200": reply(object({ ...polled, report_status: status })) },
  );
  expect(lower(contract).notices).toEqual([
    {
      kind: "loosened",
      what: "the status QUEUED counts as pending, since `statuses` names it under neither pending, done nor failed",
      where: "spec/flows.yaml",
    },
  ]);
});

describe("a poll that takes more than the account and the token", () => {
  const more = (required: boolean, schema: JsonObject = text): Json => ({ name: "kind", in: "query", required, schema });
  const create = { "200": reply(object(created)) };

  it.each([
    ["an optional text", text],
    ["an optional object", object({ a: text })],
    ["an optional parameter of a type that is not known", { type: "file" }],
  ])("is made without it: %s", async (_, schema) => {
    const contract = responding(create, flat, [more(false, schema)]);
    const { model, output } = await build(contract, "elsewhere");
    expect(model.flows[0]?.poll.parameters.map(({ name }) => name)).toEqual(["account_id", "token"]);
    expect(output.get("thing/flow.ts")).not.toContain("kind");
  });

  it("stops by name where it is required", async () => {
    await expect(build(responding(create, flat, [more(true)]), "elsewhere")).rejects.toThrow(
      "poll requires more than the account and the token: kind",
    );
  });
});

describe.skipIf(versions.length === 0)("the MMM report", () => {
  it.each([
    ["5.12.0", "data"],
    ["5.23.0", "data"],
    ["5.28.0", null],
  ])("of %s has its envelope: %s", (version, envelope) => {
    const document = parseYaml(descriptionText(version), version).value as Description;
    const { post, get } = document.paths["/ad_accounts/{ad_account_id}/mmm_reports"] ?? {};
    const found = [payloadOf(schemasOf(post), ["token"], "", document), payloadOf(schemasOf(get), ["report_status", "url"], "", document)];
    expect(found.map((payload) => payload?.envelope)).toEqual([envelope, envelope]);
  });
});

interface Description extends JsonObject {
  readonly paths: { readonly [path: string]: { readonly [method: string]: Described } };
}

interface Described extends JsonObject {
  readonly responses: { readonly [status: string]: { readonly content: { readonly "application/json": { readonly schema: JsonObject } } } };
}

function schemasOf(operation: Described | undefined): readonly JsonObject[] {
  const good = Object.entries(operation?.responses ?? {}).filter(([status]) => status.startsWith("2"));
  return good.map(([, { content }]) => content["application/json"].schema);
}
