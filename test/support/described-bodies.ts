import { parseFlows } from "../../generator/parse/config.js";
import type { Contract } from "../../generator/parse/contract.js";
import type { Json, JsonObject } from "../../generator/parse/json.js";
import { contractOf } from "../../generator/prose/contract.js";
import { noAnnotations } from "./annotations.js";
import { answer } from "./dialect.js";

/** An operation, given by its body's schema or its parameters. */
export interface Described {
  readonly body?: Json;
  readonly parameters?: readonly JsonObject[];
  /** Default: post. */
  readonly method?: string;
}

/** A description, as text, with one path per operation. The operation's name is its path. */
export function describedBodies(
  operations: Readonly<Record<string, Described>>,
  schemas: JsonObject = {},
  openapi = "3.1.0",
): string {
  const paths = Object.entries(operations).map(
    ([name, { body, parameters = [], method = "post" }]) => [
      `/${name}`,
      {
        [method]: {
          operationId: name,
          parameters,
          ...(body !== undefined && {
            requestBody: { required: true, content: { "application/json": { schema: body } } },
          }),
          responses: { "200": answer({ type: "object" }) },
        },
      },
    ],
  );
  return JSON.stringify({
    openapi,
    info: { title: "Made up", version: "1.0.0" },
    servers: [{ url: "https://api.pinterest.com/v5" }],
    paths: Object.fromEntries(paths),
    components: { schemas },
  });
}

/** The contract of a description with one path per operation. `schemas` are its components. */
export function contractOfBodies(
  operations: Readonly<Record<string, Described>>,
  schemas: JsonObject = {},
  openapi = "3.1.0",
): Contract {
  const flows = parseFlows("operations: all\n");
  const { document, source, notices, leftOut } = contractOf(
    describedBodies(operations, schemas, openapi),
    flows,
  );
  return {
    document,
    source,
    annotations: {
      flows,
      ...noAnnotations,
    },
    findings: { problems: [], notices, leftOut },
  };
}
