import { describe, expect, it } from "vitest";
import type { JsonObject } from "../../../generator/parse/json.js";
import { build } from "../../../generator/pipeline.js";
import { compile } from "../../support/compile.js";
import { answer, contract, text } from "../../support/offered.js";
import { smallContract } from "../../support/small-contract.js";

describe("a client for a description that uses everything OpenAPI allows", () => {
  const inPath = (name: string, schema: JsonObject): JsonObject => ({
    name,
    in: "path",
    required: true,
    schema,
  });
  const paths: JsonObject = {
    "/a/{id}": {
      parameters: [inPath("id", text), { name: "size", in: "query", schema: text }],
      get: {
        operationId: "a",
        parameters: [
          { name: "size", in: "query", required: true, schema: { type: "integer", maximum: 5 } },
          { name: "trace", in: "header", schema: text },
          { name: "session", in: "cookie", schema: text },
        ],
        responses: answer,
      },
    },
  };

  it("compiles, and sends reports and all other calls over one connection", async () => {
    const fields: JsonObject = { type: "object", properties: { name: text } };
    const { document } = smallContract({
      body: fields,
      statuses: ["IN_PROGRESS", "FINISHED", "FAILED"],
    });
    const flows =
      "flows: { thing: { create: things/create, poll: things/get } }\noperations: all\n";
    const statuses = "statuses: { pending: [IN_PROGRESS], done: [FINISHED], failed: [FAILED] }\n";
    const { output } = await build(
      contract({ ...paths, ...(document.paths as JsonObject) }, `${flows}${statuses}`),
      "elsewhere",
    );
    const own = [
      'import { type Client, type Connection, connect, createClient, operationClient } from "./index.js";',
      'import { a } from "./operations.js";',
      'const connection: Connection = connect({ accessToken: "token" });',
      "export const client: Client = createClient(connection);",
      'export const answer: unknown = await operationClient(connection, a)({ id: "1", size: 5 });',
    ].join("\n");
    expect(
      compile(
        new Map([...output, ["own.ts", own] as const].filter(([path]) => path.endsWith(".ts"))),
      ),
    ).toEqual([]);
  });
});
