import { parseFlows } from "../../generator/parse/config.js";
import { readAnnotations, readContract } from "../../generator/parse/contract.js";
import type { Json, JsonObject } from "../../generator/parse/json.js";
import { build } from "../../generator/pipeline.js";
import { packageRoot, shippedFile } from "../../generator/workspace.js";

export const CAMPAIGNS = "/ad_accounts/{ad_account_id}/campaigns/analytics";

export const text: JsonObject = { type: "string" };

export const object = (properties: JsonObject, more: JsonObject = {}): JsonObject => ({
  type: "object",
  properties,
  ...more,
});

export const list = (items: JsonObject): JsonObject => ({ type: "array", items });

export const row = (more: JsonObject = {}): JsonObject =>
  object(
    { CAMPAIGN_ID: text, DATE: { type: "string", format: "date" } },
    { required: ["CAMPAIGN_ID"], ...more },
  );

export const target = (
  metrics: JsonObject,
  required: readonly string[] = ["metrics", "targeting_type", "targeting_value"],
): JsonObject => object({ metrics, targeting_type: text, targeting_value: text }, { required });

export interface Case {
  readonly what: string;
  readonly response: JsonObject;
  readonly optional?: boolean;
  /** Lines of a program that uses the response as `response`. */
  readonly program: readonly string[];
  readonly sent: unknown;
  readonly read: unknown;
}

export const plain = [
  "const [row] = response;",
  "row?.CAMPAIGN_ID satisfies string | undefined; row?.DATE satisfies string | undefined; row?.CTR satisfies number | undefined;",
  "// @ts-expect-error it was not asked for",
  "row?.SPEND_IN_DOLLAR;",
];

export const sentRow = { CAMPAIGN_ID: 626735565838, CTR: 0.5, SPEND_IN_DOLLAR: null };

export const readRow = { CAMPAIGN_ID: "626735565838", CTR: 0.5 };

export const sentItem = { targeting_type: "GENDER", targeting_value: "female", metrics: sentRow };

export const readItem = { targeting_type: "GENDER", targeting_value: "female", metrics: readRow };

export const targeting = [
  "const item = response.data?.[0];",
  "item?.targeting_type satisfies string | undefined; item?.metrics?.CTR satisfies number | undefined; item?.metrics?.DATE satisfies string | undefined;",
  "// @ts-expect-error it was not asked for",
  "item?.metrics?.SPEND_IN_DOLLAR;",
];

export const cases: readonly Case[] = [
  {
    what: "a list of objects without `additionalProperties`",
    response: list(row()),
    program: plain,
    sent: [sentRow],
    read: [readRow],
  },
  {
    what: "open objects",
    response: list(row({ additionalProperties: true })),
    program: plain,
    sent: [sentRow],
    read: [readRow],
  },
  {
    what: "closed objects",
    response: list(row({ additionalProperties: false })),
    program: plain,
    sent: [sentRow],
    read: [readRow],
  },
  {
    what: "objects without listed fields",
    response: list({ type: "object" }),
    program: [
      "response[0]?.CTR satisfies number | undefined;",
      "// @ts-expect-error it was not asked for",
      "response[0]?.SPEND_IN_DOLLAR;",
    ],
    sent: [sentRow],
    read: [readRow],
  },
  {
    what: "optional columns",
    response: list(row()),
    optional: true,
    program: [
      ...plain,
      "const [any] = whatever;",
      "any?.SPEND_IN_DOLLAR satisfies number | undefined; any?.CAMPAIGN_ID satisfies string | undefined;",
    ],
    sent: [sentRow],
    read: [readRow],
  },
  {
    what: "a list in an envelope",
    response: object({ code: { type: "integer" }, data: list(row()) }, { required: ["data"] }),
    program: [
      "response.code satisfies number | undefined;",
      ...plain.map((line) => line.replace("= response;", "= response.data;")),
    ],
    sent: { code: 0, data: [sentRow] },
    read: { code: 0, data: [readRow] },
  },
  {
    what: "metrics by targeting",
    response: object({ data: list(target({ type: "object" })) }),
    program: targeting,
    sent: { data: [sentItem] },
    read: { data: [readItem] },
  },
  {
    what: "metrics that are open, nullable or optional",
    response: object({
      data: list(target({ type: "object", additionalProperties: true, nullable: true }, [])),
    }),
    program: ["response.data?.[0]?.metrics satisfies object | null | undefined;", ...targeting],
    sent: { data: [{ ...sentItem, metrics: null }, { targeting_type: "GENDER" }, sentItem] },
    read: { data: [{ ...readItem, metrics: null }, { targeting_type: "GENDER" }, readItem] },
  },
  {
    what: "metrics with listed fields",
    response: object({ data: list(target(row())) }),
    program: [
      "response.data?.[0]?.metrics.CAMPAIGN_ID satisfies string | undefined;",
      ...targeting,
    ],
    sent: { data: [sentItem] },
    read: { data: [readItem] },
  },
  {
    what: "metrics in a list that is the whole response",
    response: list(target({ type: "object" })),
    program: targeting.map((line) => line.replace("response.data?.[0]", "response[0]")),
    sent: [sentItem],
    read: [readItem],
  },
  {
    what: "a server that wraps a list although the description does not",
    response: list(row()),
    program: plain,
    sent: { code: 0, data: [sentRow] },
    read: [readRow],
  },
  {
    what: "a server that returns a plain list although the description wraps it",
    response: object({ data: list(target({ type: "object" })) }),
    program: targeting,
    sent: [sentItem],
    read: { data: [readItem] },
  },
  {
    what: "objects without a schema in an envelope, which can be anything",
    response: object({ data: list({ type: "object" }) }),
    program: ["response.data?.[0]?.anything satisfies unknown;"],
    sent: { data: [sentItem] },
    read: { data: [{ ...readItem, metrics: { ...readRow, SPEND_IN_DOLLAR: null } }] },
  },
];

const { document: contract, ...source } = readContract(new URL("spec/", packageRoot));
const annotations = readAnnotations(shippedFile);

/** Generates the code for `campaigns/analytics` with another response. */
export async function generated({
  response,
  optional = false,
}: Case): Promise<ReadonlyMap<string, string>> {
  const { paths, ...rest } = contract as {
    readonly paths: { readonly [path: string]: { readonly get: JsonObject } };
  };
  const get = { ...paths[CAMPAIGNS]?.get };
  const columns = {
    name: "columns",
    in: "query",
    required: !optional,
    schema: list({ type: "string", enum: ["CTR", "SPEND_IN_DOLLAR", "CAMPAIGN_ID"] }),
  };
  const parameters = (get.parameters as readonly JsonObject[]).map((one) =>
    String(one.$ref).endsWith("/query_columns") ? columns : one,
  );
  const responses: JsonObject = {
    "200": { description: "", content: { "application/json": { schema: response } } },
  };
  const changed = {
    ...rest,
    paths: { ...paths, [CAMPAIGNS]: { get: { ...get, parameters, responses } as JsonObject } },
  } as Json;
  const flows = parseFlows("operations: { campaigns: campaigns/analytics }\n");
  const { output } = await build(
    { ...source, document: changed as JsonObject, annotations: { ...annotations, flows } },
    "elsewhere",
  );
  return output;
}

export const outputs = new Map<Case, ReadonlyMap<string, string>>();

for (const one of cases) outputs.set(one, await generated(one));
