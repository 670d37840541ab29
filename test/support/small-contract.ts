import type { Contract } from "../../generator/parse/contract.js";
import type { JsonObject } from "../../generator/parse/json.js";
import { noAnnotations } from "./annotations.js";

export interface Small {
  /** The schema of the request body. */
  readonly body: JsonObject;
  /** The schemas that `$ref` in the body can refer to, as `#/components/schemas/…`. */
  readonly schemas?: JsonObject;
  readonly rules?: readonly JsonObject[];
  /** Our own documentation, by path within the body. */
  readonly docs?: Readonly<Record<string, string>>;
  /** The flow's name. */
  readonly name?: string;
  readonly title?: string;
  readonly version?: string;
  readonly path?: string;
  readonly createId?: string;
  /** The name of the path parameter. */
  readonly account?: string;
  readonly statuses?: readonly string[];
}

/**
 * The smallest contract for a request body: one report, created and polled the way Pinterest does
 * it.
 */
export function smallContract({
  body,
  schemas = {},
  rules = [],
  docs = {},
  name = "thing",
  title = "Small",
  version = "1.0.0",
  path = "/accounts/{account_id}/things",
  createId = "things/create",
  account = "account_id",
  statuses = ["IN_PROGRESS", "FINISHED"],
}: Small): Contract {
  const inPath: JsonObject = {
    name: account,
    in: "path",
    required: true,
    schema: { type: "string" },
  };
  const inQuery: JsonObject = {
    name: "token",
    in: "query",
    required: true,
    schema: { type: "string" },
  };
  const status: JsonObject = { type: "string", enum: statuses };
  const text: JsonObject = { type: "string" };
  const document: JsonObject = {
    openapi: "3.0.3",
    info: { title, version },
    servers: [{ url: "https://api.pinterest.com/v5" }],
    paths: {
      [path]: {
        get: {
          operationId: "things/get",
          parameters: [inPath, inQuery],
          responses: { "200": answer({ report_status: status, url: { ...text, nullable: true } }) },
        },
        post: {
          operationId: createId,
          parameters: [inPath],
          requestBody: { required: true, content: { "application/json": { schema: body } } },
          responses: { "200": answer({ report_status: status, token: text }) },
          "x-rules": rules,
        },
      },
    },
    components: { schemas },
  };
  return {
    document,
    source: { title, version, sha256: "0".repeat(64) },
    annotations: {
      flows: {
        flows: [{ name, create: createId, poll: "things/get" }],
        statuses: {
          pending: [statuses[0] ?? ""],
          done: [statuses[1] ?? ""],
          failed: statuses.slice(2),
        },
      },
      ...noAnnotations,
      docs: new Map([[createId, new Map(Object.entries(docs))]]),
    },
  };
}

function answer(properties: JsonObject): JsonObject {
  return {
    description: "Answer",
    content: { "application/json": { schema: { type: "object", properties } } },
  };
}
