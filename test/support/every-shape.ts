import type { Contract } from "../../generator/parse/contract.js";
import type { JsonObject } from "../../generator/parse/json.js";
import { noAnnotations } from "./annotations.js";

export const id: JsonObject = {
  name: "id",
  in: "path",
  required: true,
  schema: { type: "string" },
};

export const kind: JsonObject = { name: "kind", in: "query", schema: { type: "string" } };

export const empty: JsonObject = { "204": { description: "Nothing" } };

export const answer = (schema: JsonObject): JsonObject => ({
  "200": { description: "Fine", content: { "application/json": { schema } } },
});

export const body = (type: string, schema: JsonObject): JsonObject => ({
  required: true,
  content: { [type]: { schema } },
});

export const text: JsonObject = { type: "string" };

/** The contract of a description whose calls each have another shape. */
export function contract(paths: JsonObject, components?: JsonObject): Contract {
  return {
    document: {
      openapi: "3.0.3",
      info: { title: "Small", version: "1.0.0" },
      servers: [{ url: "https://api.pinterest.com/v5" }],
      paths,
      ...(components && { components }),
    },
    source: { title: "Small", version: "1.0.0", sha256: "0".repeat(64) },
    annotations: {
      flows: {
        flows: [],
        remaining: { except: [] },
        statuses: { pending: [], done: [], failed: [] },
      },
      ...noAnnotations,
    },
  };
}

// One of its parts is read-only, and another is write-only.
export const made: JsonObject = { allOf: [{ type: "string" }, { readOnly: true }] };

export const inside: JsonObject = {
  type: "object",
  required: ["at"],
  properties: { at: { ...text, readOnly: true }, by: text },
};

export const where: JsonObject = { type: "object", properties: { at: text } };

export const thing: JsonObject = {
  type: "object",
  required: ["id", "name", "secret"],
  properties: { id: made, name: text, secret: { ...text, writeOnly: true }, inside },
};

export const calls: JsonObject = {
  "/files/{id}": {
    parameters: [id],
    put: {
      operationId: "files/replace",
      requestBody: body("application/octet-stream", { type: "string", format: "binary" }),
      responses: empty,
    },
    post: {
      operationId: "files/send",
      parameters: [kind],
      requestBody: body("multipart/form-data", {
        type: "object",
        required: ["file"],
        properties: {
          file: { type: "string", format: "binary" },
          title: text,
          tags: { type: "array", items: text },
        },
      }),
      responses: answer({ type: "object", properties: { id: text } }),
    },
    patch: {
      operationId: "files/rename",
      requestBody: body("application/json", {
        type: "object",
        required: ["id"],
        properties: { id: text, title: text },
      }),
      responses: answer({ type: "array", items: text }),
    },
    delete: { operationId: "files/delete", responses: empty },
  },
  "/things": {
    post: {
      operationId: "things/make",
      parameters: [{ ...kind, schema: { ...text, readOnly: true } }],
      requestBody: body("application/json", thing),
      responses: answer(thing),
    },
  },
  "/logs": {
    post: {
      operationId: "logs/send",
      parameters: [kind],
      requestBody: body("application/json", {
        type: "array",
        minItems: 1,
        items: { type: "object", properties: { at: text } },
      }),
      responses: answer(text),
    },
    get: { operationId: "logs/count", responses: answer({ type: "integer" }) },
  },
  "/found/{ids}": {
    get: {
      operationId: "found/list",
      parameters: [
        { name: "ids", in: "path", required: true, schema: { type: "array", items: text } },
        { ...kind, name: "where", schema: where },
        { ...kind, name: "deep", style: "deepObject", schema: where },
        {
          ...kind,
          name: "flat",
          explode: false,
          schema: { type: "object", properties: { a: text } },
        },
        {
          ...kind,
          name: "spaced",
          style: "spaceDelimited",
          schema: { type: "array", items: text },
        },
        {
          ...kind,
          name: "piped",
          style: "pipeDelimited",
          schema: { type: "array", items: text, nullable: true },
        },
        { name: "as_json", in: "query", content: { "application/json": { schema: where } } },
        { ...kind, name: "plain", explode: false },
      ],
      responses: empty,
    },
  },
};
