import { parseFlows } from "../../generator/parse/config.js";
import type { Contract } from "../../generator/parse/contract.js";
import type { Json, JsonObject } from "../../generator/parse/json.js";
import { type Built, build } from "../../generator/pipeline.js";
import type { Problem } from "../../generator/problem.js";
import { Problems } from "../../generator/problem.js";
import { contractOf } from "../../generator/prose/contract.js";
import { noAnnotations } from "./annotations.js";

/** A description with two calls: one lists boards, and the other creates one. */
export const smallDescription = {
  openapi: "3.0.3",
  info: { title: "Small", version: "1.0.0" },
  servers: [{ url: "https://api.pinterest.com/v5" }],
  paths: {
    "/boards": {
      get: {
        operationId: "boards/list",
        parameters: [{ name: "privacy", in: "query", schema: { type: "string" } }],
        responses: { "200": { description: "", ...json({ type: "object" }) } },
      },
      post: {
        operationId: "boards/create",
        requestBody: {
          required: true,
          ...json({ type: "object", properties: { name: { $ref: "#/components/schemas/Name" } } }),
        },
        responses: { "201": { description: "", ...json({ type: "object" }) } },
      },
    },
  },
  components: { schemas: { Name: { type: "string", enum: ["a", "b"] } } },
} as const satisfies JsonObject;

function json(schema: JsonObject) {
  return { content: { "application/json": { schema } } };
}

/** A copy of the data with another value at a path. Undefined removes the value. */
export function put(
  data: Json | undefined,
  [step, ...rest]: readonly (string | number)[],
  value: Json | undefined,
): Json {
  if (step === undefined) return value ?? null;
  const isGone = rest.length === 0 && value === undefined;
  if (Array.isArray(data))
    return data.flatMap((item, at) =>
      at !== Number(step) ? [item] : isGone ? [] : [put(item, rest, value)],
    );
  const { [step]: before, ...others } = (data ?? {}) as JsonObject;
  return isGone ? others : { ...(data as JsonObject), [step]: put(before, rest, value) };
}

/**
 * The result of `generate` for a description: files and notices, or the problems that stopped it.
 */
export interface Generated extends Partial<Pick<Built, "model" | "output">> {
  readonly problems: readonly Problem[];
  /** Notices about parts that were loosened or omitted. */
  readonly said: readonly string[];
}

/** Generates the operations of a flows file from a description, given as text or as data. */
export async function generated(
  description: string | Json,
  flows = "operations: all\n",
): Promise<Generated> {
  const text = typeof description === "string" ? description : JSON.stringify(description);
  try {
    const contract = contractFor(text, flows);
    const { model, output, notices } = await build(contract, "elsewhere");
    return {
      model,
      output,
      problems: [],
      said: notices.map(({ kind, what }) => `${kind} ${what}`),
    };
  } catch (error) {
    if (!(error instanceof Problems)) throw error;
    return { problems: error.list, said: [] };
  }
}

function contractFor(text: string, flowsText: string): Contract {
  const flows = parseFlows(flowsText, "flows.yaml");
  const problems: Problem[] = [];
  const { document, source, notices, leftOut } = contractOf(text, {
    ...flows,
    prose: "tolerant",
    undecided: problems,
  });
  return {
    document,
    source,
    findings: { problems, notices, leftOut },
    annotations: {
      flows,
      ...noAnnotations,
    },
  };
}
