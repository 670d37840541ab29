import type { Contract } from "../../generator/parse/contract.js";
import type { Json, JsonObject } from "../../generator/parse/json.js";
import { smallContract } from "./small-contract.js";

export const THINGS = "/accounts/{account_id}/things";

export const text = { type: "string" };

export const created = { report_status: text, token: text };

export const polled = { report_status: text, url: { ...text, nullable: true } };

export const object = (properties: JsonObject): JsonObject => ({ type: "object", properties });

export const wrapped = (envelope: string, properties: JsonObject): JsonObject =>
  object({ code: { type: "number" }, [envelope]: object(properties) });

export const reply = (schema: JsonObject): JsonObject => ({
  description: "",
  content: { "application/json": { schema } },
});

/** The small contract with other responses, and other parameters for its poll. */
export function responding(
  create: JsonObject,
  poll: JsonObject,
  more: readonly Json[] = [],
): Contract {
  const contract = smallContract({
    body: object({ name: text }),
    schemas: { Created: object(created), Polled: object(polled) },
  });
  const { [THINGS]: item } = contract.document.paths as {
    readonly [THINGS]: { readonly get: JsonObject; readonly post: JsonObject };
  };
  const get = {
    ...item.get,
    parameters: [...(item.get.parameters as Json[]), ...more],
    responses: poll,
  };
  return {
    ...contract,
    document: {
      ...contract.document,
      paths: { [THINGS]: { get, post: { ...item.post, responses: create } } },
    },
  };
}

export const flat = { "200": reply(object(polled)) };

/** The places where a report's fields can be, and the envelopes of its two calls. */
export const cases: readonly (readonly [
  what: string,
  create: JsonObject,
  poll: JsonObject,
  envelopes: readonly (string | null)[],
])[] = [
  ["at the top level", { "200": reply(object(created)) }, flat, [null, null]],
  [
    "in data",
    { "200": reply(wrapped("data", created)) },
    { "200": reply(wrapped("data", polled)) },
    ["data", "data"],
  ],
  [
    "of one response in another object",
    { "200": reply(wrapped("result", created)) },
    flat,
    ["result", null],
  ],
  [
    "in a type of its own",
    { "200": reply(object({ job: { $ref: "#/components/schemas/Created" } })) },
    flat,
    ["job", null],
  ],
  [
    "in parts",
    {
      "200": reply({
        allOf: [
          object({ code: text }),
          object({ data: { allOf: [{ $ref: "#/components/schemas/Created" }] } }),
        ],
      }),
    },
    flat,
    ["data", null],
  ],
  [
    "in one of several forms",
    { "200": reply({ oneOf: [object({ code: text }), wrapped("data", created)] }) },
    flat,
    ["data", null],
  ],
  [
    "behind another good response",
    { "200": reply(object({ code: text })), "201": reply(wrapped("data", created)) },
    flat,
    ["data", null],
  ],
  ["with 202 alone", { "202": reply(object(created)) }, flat, [null, null]],
  [
    "at both, where the top level comes first",
    { "200": reply(object({ ...created, data: object(created) })) },
    flat,
    [null, null],
  ],
  [
    "beside an object that has one of two",
    { "200": reply(object(created)) },
    { "200": reply(object({ job: object({ url: text }), data: object(polled) })) },
    [null, "data"],
  ],
  [
    "read-only, nullable or numbers",
    {
      "200": reply(
        object({
          token: { type: "integer", readOnly: true },
          message: { type: "array", items: text },
        }),
      ),
    },
    {
      "200": reply(
        object({
          report_status: { ...text, nullable: true },
          url: { ...text, readOnly: true },
          size: text,
        }),
      ),
    },
    [null, null],
  ],
];
