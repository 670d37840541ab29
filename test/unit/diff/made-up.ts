import { lower } from "../../../generator/lower/lower.js";
import type { Model } from "../../../generator/model/model.js";
import type { Contract } from "../../../generator/parse/contract.js";
import type { JsonObject } from "../../../generator/parse/json.js";
import { noAnnotations } from "../../support/annotations.js";

/** Changes to the API in these tests. A field that is null is removed. */
export interface Edits {
  /** Fields of the report's body. */
  readonly body?: Readonly<Record<string, JsonObject | null>>;
  readonly required?: readonly string[];
  readonly rules?: readonly JsonObject[];
  /** Fields of the poll's response. */
  readonly poll?: Readonly<Record<string, JsonObject | null>>;
  /** Fields of an item in the response of the call `look`. */
  readonly item?: Readonly<Record<string, JsonObject | null>>;
  readonly itemRequired?: readonly string[];
  /** Other properties of `look`. */
  readonly look?: JsonObject;
  /** Parameters of `look`. */
  readonly parameters?: readonly JsonObject[];
  readonly docs?: Readonly<Record<string, string>>;
  readonly schemas?: JsonObject;
  readonly paths?: (paths: JsonObject) => JsonObject;
}

export const text: JsonObject = { type: "string" };
export const values = (...all: readonly string[]): JsonObject => ({ type: "string", enum: all });
export const list = (items: JsonObject, limits: JsonObject = {}): JsonObject => ({
  type: "array",
  items,
  ...limits,
});

export const grainRule: JsonObject = {
  ...{
    id: "max-range-hour",
    kind: "max-range",
    start: "start_date",
    end: "end_date",
    amount: 3,
    unit: "day",
  },
  when: [{ field: "grain", is: ["HOUR"] }],
};

const BODY: Readonly<Record<string, JsonObject>> = {
  start_date: text,
  end_date: text,
  grain: { ...values("HOUR", "DAY", "WEEK"), default: "DAY" },
  ids: list({ ...text, pattern: "^\\d+$" }, { minItems: 1, maxItems: 100 }),
  columns: list(values("SPEND", "CLICKS")),
  size: { type: "integer", minimum: 1, maximum: 50 },
  filter: {
    type: "object",
    required: ["by"],
    properties: { by: values("NAME", "AGE"), than: { type: "number" } },
  },
};

const ACCOUNT: JsonObject = {
  name: "account_id",
  in: "path",
  required: true,
  schema: { ...text, maxLength: 18 },
};
const TOKEN: JsonObject = { name: "token", in: "query", required: true, schema: text };
const STATUS: JsonObject = { type: "string", enum: ["BUSY", "READY", "BROKEN"] };

const GRANT: JsonObject = {
  tokenUrl: "https://example.test/token",
  scopes: { "animals:read": "", "pets:read": "" },
};
const SCHEMES: JsonObject = {
  login: { type: "oauth2", flows: { authorizationCode: GRANT } },
  other_name: { type: "oauth2", flows: { authorizationCode: GRANT } },
  app: { type: "oauth2", flows: { clientCredentials: GRANT } },
  both: { type: "oauth2", flows: { authorizationCode: GRANT, clientCredentials: GRANT } },
  keys: { type: "http", scheme: "basic" },
};

/** The document of a small API with a report and a call. */
export function documentOf(edits: Edits = {}): JsonObject {
  const {
    body,
    required = ["start_date", "end_date", "columns"],
    rules = [grainRule],
    poll,
    item,
    itemRequired = ["id"],
    look,
    paths,
  } = edits;
  const fields = kept({ ...BODY, ...body });
  const one = {
    type: "object",
    required: itemRequired,
    properties: kept({ id: text, kind: values("CAT", "DOG"), age: { type: "integer" }, ...item }),
  };
  const all: JsonObject = {
    "/accounts/{account_id}/things": {
      get: {
        ...{ operationId: "things/get", parameters: [ACCOUNT, TOKEN] },
        responses: {
          "200": answer(kept({ report_status: STATUS, url: { ...text, nullable: true }, ...poll })),
        },
      },
      post: {
        ...{ operationId: "things/create", parameters: [ACCOUNT] },
        requestBody: {
          required: true,
          content: {
            "application/json": { schema: { type: "object", required, properties: fields } },
          },
        },
        responses: { "200": answer({ report_status: STATUS, token: text }) },
        "x-rules": rules,
      },
    },
    "/accounts/{account_id}/animals": {
      get: {
        ...{
          operationId: "animals/list",
          parameters: edits.parameters ?? [ACCOUNT],
          security: [{ login: ["animals:read"] }],
        },
        responses: { "200": answer({ items: list(one), bookmark: text }, ["items"]) },
        ...look,
      },
    },
  };
  return {
    ...{
      openapi: "3.0.3",
      info: { title: "Made up", version: "1.0.0" },
      servers: [{ url: "https://api.pinterest.com/v5" }],
    },
    paths: paths === undefined ? all : paths(all),
    components: { schemas: edits.schemas ?? {}, securitySchemes: SCHEMES },
  };
}

/** The flows file for the document. */
export const offers = {
  flows: [{ name: "thing", create: "things/create", poll: "things/get" }],
  operations: [{ name: "look", operation: "animals/list" }],
  statuses: { pending: ["BUSY"], done: ["READY"], failed: ["BROKEN", "LOST"] },
};

/** A document with its flows file and our annotations. */
export function contractOf(
  document: JsonObject,
  docs: Readonly<Record<string, string>> = { size: "How big.", "filter.by": "What is counted." },
  flows: Partial<typeof offers> = {},
): Contract {
  return {
    document,
    source: { title: "Made up", version: "1.0.0", sha256: "0".repeat(64) },
    annotations: {
      ...noAnnotations,
      flows: { ...offers, ...flows },
      docs: new Map([["things/create", new Map(Object.entries(docs))]]),
    },
  };
}

/** The model of a document. */
export function modelOf(...parts: Parameters<typeof contractOf>): Model {
  return lower(contractOf(...parts)).model;
}

export function edited(edits: Edits = {}): Model {
  return modelOf(documentOf(edits), edits.docs);
}

function kept(fields: Readonly<Record<string, JsonObject | null>>): JsonObject {
  return Object.fromEntries(
    Object.entries(fields).flatMap(([name, field]) => (field === null ? [] : [[name, field]])),
  );
}

function answer(properties: JsonObject, required: readonly string[] = []): JsonObject {
  return {
    description: "Answer",
    content: { "application/json": { schema: { type: "object", required, properties } } },
  };
}
