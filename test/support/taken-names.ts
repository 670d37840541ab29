import { readFileSync } from "node:fs";
import { namesIn } from "../../generator/emit/render.js";
import type { Contract } from "../../generator/parse/contract.js";
import type { JsonObject } from "../../generator/parse/json.js";
import { answer, body, contract, empty } from "./every-shape.js";

/** All names that the `support` entry exports, read from its sources. */
export const supportNames: readonly string[] = [
  ...new Set(
    ["support-client", "support-data"].flatMap((file) =>
      namesIn(
        readFileSync(new URL(`../../runtime/${file}.ts`, import.meta.url), "utf8"),
      ).exported.filter((name) => name !== ""),
    ),
  ),
].sort();

const limited: JsonObject = { type: "string", maxLength: 5 };
const letters = [..."ABCDEFGHIJKLMN"];

const object = (properties: JsonObject, more: JsonObject = {}): JsonObject => ({
  type: "object",
  properties,
  ...more,
});
const to = (name: string): JsonObject => ({ $ref: `#/components/schemas/${name}` });
const all = (names: readonly string[], schema: (name: string) => JsonObject): JsonObject =>
  Object.fromEntries(names.map((name) => [name, schema(name)]));

/** Two calls with the same request. The second also returns it, and checks the whole body. */
function calls(properties: JsonObject, parameters: JsonObject[], schemas: JsonObject): Contract {
  const call = (operationId: string, more: JsonObject, responses: JsonObject): JsonObject => ({
    post: {
      operationId,
      parameters,
      requestBody: body("application/json", object(properties, more)),
      responses,
    },
  });
  return contract(
    {
      "/one": call("one", {}, empty),
      "/two": call("two", { minProperties: 1 }, answer(object(properties))),
    },
    { schemas },
  );
}

/** Descriptions that use these names, one function per kind of use. */
export const KINDS: Readonly<Record<string, (names: readonly string[]) => Contract>> = {
  "a schema": (names) =>
    calls(
      all(names, to),
      [],
      all(names, () => object({ a: limited })),
    ),
  "a schema of alternatives": (names) =>
    calls(
      all(names, to),
      [],
      all(names, () => ({ oneOf: [limited, object({ a: limited })] })),
    ),
  "a schema of values": (names) =>
    calls(
      all(names, to),
      [],
      all(names, () => ({ type: "string", enum: letters })),
    ),
  "a parameter": (names) =>
    calls(
      {},
      names.map((name) => ({ name, in: "query", schema: limited })),
      {},
    ),
  "a parameter with values": (names) =>
    calls(
      {},
      names.map((name) => ({
        name,
        in: "query",
        schema: { type: "array", maxItems: 5, items: { type: "string", enum: letters } },
      })),
      {},
    ),
  "a field": (names) =>
    calls({ in: object(all(names, () => limited)), ...all(names, () => limited) }, [], {}),
  "a field that is an object": (names) => {
    const fields = all(names, () => object({ a: limited }));
    return calls({ ...fields, inside: object(fields), shared: to("Shared") }, [], {
      Shared: object(fields),
    });
  },
};

const PREFIX = /^(?:check|validate)(?=[A-Z])/;

/**
 * Names of schemas, parameters or fields whose generated types and functions would be called
 * `name`.
 */
export function namesFor(name: string): readonly string[] {
  const bare = name.replace(PREFIX, "");
  return [...new Set([name, bare, bare.charAt(0).toLowerCase() + bare.slice(1)])];
}
