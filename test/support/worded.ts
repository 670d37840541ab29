import ts from "typescript";
import { readAnnotations } from "../../generator/parse/contract.js";
import type { JsonObject } from "../../generator/parse/json.js";
import { withoutWords } from "../../generator/parse/json.js";
import { build } from "../../generator/pipeline.js";
import { contractOf } from "../../generator/prose/contract.js";
import { shippedFile } from "../../generator/workspace.js";

/** A description with a separate sentence at each place whose text appears in comments. */
export function described(say: (place: string) => string): JsonObject {
  const text: JsonObject = { type: "string" };
  return {
    openapi: "3.0.3",
    info: { title: "Made up", version: "1.0.0" },
    servers: [{ url: "https://api.pinterest.com/v5" }],
    paths: {
      "/people/{person_id}": {
        post: {
          operationId: "people/update",
          summary: say("summary"),
          description: `${say("operation")}\n- day_cap: ${say("aside")}`,
          parameters: [
            {
              name: "person_id",
              in: "path",
              required: true,
              schema: text,
              description: say("parameter in the path"),
            },
            {
              name: "how",
              in: "query",
              schema: { ...text, description: say("schema of a parameter") },
            },
            { $ref: "#/components/parameters/Order" },
          ],
          requestBody: {
            required: true,
            description: say("body"),
            content: { "application/json": { schema: { $ref: "#/components/schemas/Person" } } },
          },
          responses: {
            "200": {
              description: say("response"),
              content: { "application/json": { schema: { $ref: "#/components/schemas/Updated" } } },
            },
          },
        },
      },
    },
    components: {
      parameters: {
        Order: {
          name: "order",
          in: "query",
          schema: { type: "string", enum: ["A", "B"] },
          description: say("shared parameter"),
        },
      },
      schemas: {
        Person: {
          type: "object",
          description: say("schema"),
          required: ["hashes"],
          properties: {
            hashes: { type: "array", items: text, description: say("field") },
            names: { type: "array", items: { ...text, description: say("items") } },
            day_cap: { type: "integer", default: 3 },
            mood: { $ref: "#/components/schemas/Mood" },
            mood_now: {
              allOf: [{ $ref: "#/components/schemas/Mood" }],
              description: say("field with a reference"),
            },
            home: {
              type: "object",
              properties: { town: { ...text, description: say("inner field") } },
            },
            notes: {
              type: "object",
              additionalProperties: { ...text, description: say("any name") },
            },
          },
        },
        Mood: { type: "string", enum: ["GOOD", "BAD"], description: say("enum") },
        Updated: {
          type: "object",
          description: say("answer"),
          properties: { id: { ...text, description: say("field of the answer") } },
        },
      },
    },
  };
}

export const PLACES = new Set<string>();

export const plain = described((place) => {
  PLACES.add(place);
  return `Our words for the ${place}.`;
});

const annotations = readAnnotations(shippedFile);

export async function made(
  document: JsonObject,
  { descriptions = true } = {},
): Promise<ReadonlyMap<string, string>> {
  const flows = { ...annotations.flows, flows: [], operations: [], remaining: { except: [] } };
  const pulled = contractOf(
    JSON.stringify(document),
    { ...flows, undecided: [] },
    annotations.skipped,
  );
  const contract = {
    document: descriptions ? pulled.document : withoutWords(pulled.document),
    source: pulled.source,
  };
  return (
    await build({ ...contract, annotations: { ...annotations, flows } }, "elsewhere", {
      schema: true,
    })
  ).output;
}

/** A file without its comments. */
export function code(path: string, text: string): string {
  const source = ts.createSourceFile(path, text, ts.ScriptTarget.Latest, true);
  return path.endsWith(".ts") ? ts.createPrinter({ removeComments: true }).printFile(source) : text;
}

export const { "source.ts": _, ...plainFiles } = Object.fromEntries(await made(plain));
