import { describe, expect, it } from "vitest";
import { lower } from "../../../generator/lower/lower.js";
import { payloadOf } from "../../../generator/lower/operation.js";
import type { Json, JsonObject } from "../../../generator/parse/json.js";
import { parseYaml } from "../../../generator/parse/yaml.js";
import { build } from "../../../generator/pipeline.js";
import { descriptionText, versions } from "../../support/descriptions.js";
import { tried } from "../../support/effort.js";
import {
  cases,
  created,
  flat,
  object,
  polled,
  reply,
  responding,
  text,
  wrapped,
} from "../../support/responding.js";

interface Description extends JsonObject {
  readonly paths: { readonly [path: string]: { readonly [method: string]: Described } };
}

interface Described extends JsonObject {
  readonly responses: {
    readonly [status: string]: {
      readonly content: { readonly "application/json": { readonly schema: JsonObject } };
    };
  };
}

function schemasOf(operation: Described | undefined): readonly JsonObject[] {
  const good = Object.entries(operation?.responses ?? {}).filter(([status]) =>
    status.startsWith("2"),
  );
  return good.map(([, { content }]) => content["application/json"].schema);
}

describe("the paths of a response's fields", () => {
  it.each(cases)("are found in the schema: %s", (_, create, poll, envelopes) => {
    const [flow] = lower(responding(create, poll)).model.flows;
    expect([flow?.create.envelope ?? null, flow?.poll.envelope ?? null]).toEqual(envelopes);
  });

  it("cause an error if they are not found", async () => {
    const lost = responding(
      { "200": reply(wrapped("data", { report_status: text })) },
      { "200": reply(wrapped("data", { url: text })) },
    );
    await expect(build(lost, "elsewhere")).rejects.toMatchObject({
      list: [
        { what: "the flow thing is not a report: the response of things/create has no token" },
        { what: "the flow thing is not a report: the response of things/get has no report_status" },
        {
          what: "the flow thing is not a report: the response of things/get has no url; did you mean data.url?",
        },
      ],
    });
  });
});

it("an unreadable response is reported as one problem for all of its fields", () => {
  const lines = { description: "", content: { "application/x-ndjson": {} } };
  for (const [create, poll] of [
    [{ "200": lines }, flat],
    [{ "200": reply(object(created)) }, { "200": lines }],
  ] as const) {
    const { refused } = lower(responding(create, poll), { keepGoing: true });
    expect(refused.map(({ what }) => what)).toEqual([
      "a success response is not JSON: application/x-ndjson",
    ]);
  }
});

it("a status that flows.yaml does not list counts as pending, with a single message", () => {
  const status = { type: "string", enum: ["IN_PROGRESS", "QUEUED", "FINISHED"] };
  const contract = responding(
    { "200": reply(object({ ...created, report_status: status })) },
    { "200": reply(object({ ...polled, report_status: status })) },
  );
  expect(lower(contract).notices).toEqual([
    {
      kind: "loosened",
      what: "the status QUEUED is treated as pending: `statuses` does not list it under pending, done or failed",
      where: "spec/flows.yaml",
    },
  ]);
});

describe("a poll call with more parameters than the account and the token", () => {
  const more = (required: boolean, schema: JsonObject = text): Json => ({
    name: "kind",
    in: "query",
    required,
    schema,
  });
  const create = { "200": reply(object(created)) };

  it.each([
    ["an optional text", text],
    ["an optional object", object({ a: text })],
    ["an optional value of an unknown type", { type: "file" }],
  ])("is generated without the parameter if it is %s", async (_, schema) => {
    const contract = responding(create, flat, [more(false, schema)]);
    const { model, output } = await build(contract, "elsewhere");
    expect(model.flows[0]?.poll.parameters.map(({ name }) => name)).toEqual([
      "account_id",
      "token",
    ]);
    expect(output.get("thing/flow.ts")).not.toContain("kind");
  });

  it.each([
    ["one text", { type: "string", enum: ["v5"] }, '"v5"'],
    ["one number", { type: "integer", enum: [5] }, "5"],
    ["one boolean", { type: "boolean", enum: [true] }, "true"],
  ])("sends the parameter if it is required and has only %s", async (_, schema, code) => {
    const { output } = await build(responding(create, flat, [more(true, schema)]), "elsewhere");
    expect(output.get("thing/flow.ts")).toContain(`query: { token, kind: ${code} }`);
  });

  it("stops generation if the parameter is required and has no fixed value", async () => {
    await expect(build(responding(create, flat, [more(true)]), "elsewhere")).rejects.toThrow(
      "poll requires parameters other than the ad account and the token: kind",
    );
  });
});

describe.skipIf(versions.length === 0)("the MMM report", () => {
  it.each(
    tried([
      ["5.12.0", "data"],
      ["5.23.0", "data"],
      ["5.28.0", null],
    ] as const),
  )("has the right envelope in version %s: %s", (version, envelope) => {
    const document = parseYaml(descriptionText(version), version).value as Description;
    const { post, get } = document.paths["/ad_accounts/{ad_account_id}/mmm_reports"] ?? {};
    const found = [
      payloadOf(schemasOf(post), ["token"], "", document),
      payloadOf(schemasOf(get), ["report_status", "url"], "", document),
    ];
    expect(found.map((payload) => payload?.envelope)).toEqual([envelope, envelope]);
  });
});
