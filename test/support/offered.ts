import { parseFlows } from "../../generator/parse/config.js";
import type { Contract } from "../../generator/parse/contract.js";
import type { JsonObject } from "../../generator/parse/json.js";
import { type Problem, Problems } from "../../generator/problem.js";
import { contractOf } from "../../generator/prose/contract.js";
import { noAnnotations } from "./annotations.js";

export const text: JsonObject = { type: "string" };

export const answer: JsonObject = {
  "200": {
    description: "Fine",
    content: { "application/json": { schema: { type: "object", properties: { id: text } } } },
  },
};

export const get = (operationId: string, more: JsonObject = {}): JsonObject => ({
  get: { operationId, responses: answer, ...more },
});

export const described = (paths: JsonObject, schemas: JsonObject = {}): JsonObject => ({
  openapi: "3.0.3",
  info: { title: "Small", version: "1.0.0" },
  servers: [{ url: "https://api.pinterest.com/v5" }],
  paths,
  components: { schemas },
});

/** The contract of a description with the requests in a flows file, without other annotations. */
export function contract(
  paths: JsonObject,
  flows = "operations: all\n",
  more: Partial<Contract["annotations"]> = {},
  schemas?: JsonObject,
): Contract {
  const file = parseFlows(flows, "my.yaml");
  const { document, source, notices, leftOut } = contractOf(
    JSON.stringify(described(paths, schemas)),
    file,
  );
  return {
    document,
    source,
    annotations: { ...noAnnotations, ...more, flows: file },
    findings: { problems: [], notices, leftOut },
  };
}

export function problems(attempt: () => unknown): readonly Problem[] {
  try {
    attempt();
  } catch (error) {
    if (error instanceof Problems) return error.list;
    throw error;
  }
  return [];
}
