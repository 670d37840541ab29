import { withWords, wordsIn } from "../parse/words.js";
import type { Problem } from "../problem.js";
import { below, isObject, type Json, type JsonObject } from "./json.js";

/** The kinds of node that a slice can hold. */
export type Kind =
  | "pathItem"
  | "operation"
  | "parameter"
  | "header"
  | "requestBody"
  | "response"
  | "media"
  | "encoding"
  | "schema"
  | "discriminator"
  | "securityScheme"
  | "oauthFlow"
  | "server"
  | "serverVariable";

/** What a walk over nodes finds beside their facts. */
export interface Findings {
  /** Every reference of a kept place, with that place. */
  readonly references: Map<string, string>;
  readonly problems: Problem[];
}

/** How a key is kept: as the value it is, as a node, a list or a map of nodes, or with its words blanked. */
type Keep = "value" | "blank" | Kind | readonly ["list" | "map", Kind];

interface Shape {
  readonly keep: Readonly<Record<string, Keep>>;
  /** Prose, examples, and what only a documentation page shows. */
  readonly drop: readonly string[];
}

const values = (...names: readonly string[]): Record<string, "value"> => Object.fromEntries(names.map((name) => [name, "value"]));

const parameterLike: Record<string, Keep> = {
  ...values("required", "deprecated", "allowEmptyValue", "style", "explode", "allowReserved"),
  schema: "schema",
  content: ["map", "media"],
};

/** Of each kind of node, the keys that hold facts and the keys that hold prose. A key in neither list is a problem. */
const shapes: Readonly<Record<Kind, Shape>> = {
  pathItem: { keep: { parameters: ["list", "parameter"], servers: ["list", "server"] }, drop: ["summary", "description"] },
  operation: {
    keep: {
      // The last two are a contract's own; of a description they are written anew.
      ...values("operationId", "security", "deprecated", "x-rules", "x-ledger"),
      parameters: ["list", "parameter"],
      requestBody: "requestBody",
      responses: ["map", "response"],
      servers: ["list", "server"],
    },
    drop: ["summary", "description", "tags", "externalDocs", "x-codeSamples", "x-code-samples"],
  },
  parameter: { keep: { ...values("name", "in"), ...parameterLike }, drop: ["description", "example", "examples"] },
  header: { keep: parameterLike, drop: ["description", "example", "examples"] },
  requestBody: { keep: { required: "value", content: ["map", "media"] }, drop: ["description"] },
  response: { keep: { headers: ["map", "header"], content: ["map", "media"] }, drop: ["description", "links"] },
  media: { keep: { schema: "schema", encoding: ["map", "encoding"] }, drop: ["example", "examples"] },
  encoding: { keep: { ...values("contentType", "style", "explode", "allowReserved"), headers: ["map", "header"] }, drop: [] },
  schema: {
    keep: {
      ...values("type", "format", "enum", "default", "nullable", "required", "pattern", "deprecated", "readOnly", "writeOnly"),
      ...values("minimum", "maximum", "exclusiveMinimum", "exclusiveMaximum", "multipleOf", "minLength", "maxLength"),
      ...values("minItems", "maxItems", "uniqueItems", "minProperties", "maxProperties"),
      properties: ["map", "schema"],
      items: "schema",
      additionalProperties: "schema",
      allOf: ["list", "schema"],
      oneOf: ["list", "schema"],
      anyOf: ["list", "schema"],
      not: "schema",
      discriminator: "discriminator",
    },
    drop: ["title", "description", "example", "examples", "externalDocs", "xml", "x-enum-descriptions", "x-display-name"],
  },
  discriminator: { keep: values("propertyName", "mapping"), drop: [] },
  securityScheme: {
    keep: { ...values("type", "name", "in", "scheme", "bearerFormat", "openIdConnectUrl"), flows: ["map", "oauthFlow"] },
    drop: ["description"],
  },
  oauthFlow: { keep: { ...values("authorizationUrl", "tokenUrl", "refreshUrl"), scopes: "blank" }, drop: [] },
  server: { keep: { url: "value", variables: ["map", "serverVariable"] }, drop: ["description"] },
  serverVariable: { keep: values("enum", "default"), drop: ["description"] },
};

/** A node with all its facts, its prose out of sight beside them, its references noted and its unknown keys reported. */
export function factsOf(node: Json, kind: Kind, at: string, findings: Findings): Json {
  if (kind === "schema" && typeof node === "boolean") return node;
  if (!isObject(node)) {
    findings.problems.push(unexpected(`a ${kind} that is not an object`, at));
    return node;
  }
  const kept = Object.entries(node).flatMap(([key, value]): [string, Json][] => {
    const place = below(at, key);
    if (key === "$ref") return noted(value, place, findings) ? [[key, value]] : [];
    const { keep, drop } = shapes[kind];
    const how = Object.hasOwn(keep, key) ? keep[key] : undefined;
    if (how !== undefined) return [[key, keptAs(value, how, place, findings)]];
    if (drop.includes(key) || isWordlessExtension(key, value)) return drop.includes(key) ? [] : [[key, value]];
    findings.problems.push(unexpected(`an unknown key in a ${kind}: ${key}`, place));
    return [];
  });
  if (kind === "discriminator") for (const target of targets(node)) noted(target, at, findings);
  // fromEntries defines keys, so that __proto__ is a key like any other.
  return withWords(Object.fromEntries(kept), wordsIn(node));
}

function keptAs(value: Json, how: Keep, at: string, findings: Findings): Json {
  if (how === "value") return value;
  if (how === "blank") return Object.fromEntries(Object.keys(isObject(value) ? value : {}).map((name) => [name, ""]));
  if (typeof how === "string") return factsOf(value, how, at, findings);
  const [shape, kind] = how;
  if (shape === "list" && Array.isArray(value)) return value.map((item, index) => factsOf(item, kind, below(at, index), findings));
  if (shape === "map" && isObject(value))
    return Object.fromEntries(Object.entries(value).map(([name, item]) => [name, factsOf(item, kind, below(at, name), findings)]));
  findings.problems.push(unexpected(`a ${shape} was expected`, at));
  return value;
}

/** An extension is a fact when all that it holds are switches, numbers and single words: none of these can be prose. */
function isWordlessExtension(key: string, value: Json): boolean {
  return key.startsWith("x-") && isWordless(value);
}

function isWordless(value: Json): boolean {
  if (typeof value === "string") return /^[\w.:-]{1,60}$/.test(value);
  return typeof value !== "object" || value === null || Object.values(value).every(isWordless);
}

function targets(discriminator: JsonObject): readonly Json[] {
  const mapping = discriminator.mapping;
  return isObject(mapping) ? Object.values(mapping).filter((target) => typeof target === "string" && target.includes("/")) : [];
}

function noted(value: Json, at: string, findings: Findings): boolean {
  if (typeof value === "string" && /^#\/components\/[^/]+\/[^/]+(\/|$)/.test(value)) {
    findings.references.set(value, findings.references.get(value) ?? at);
    return true;
  }
  findings.problems.push({
    what: `a reference that leaves the components of this document: ${typeof value === "string" ? value : "not a text"}`,
    where: at,
    why: "What stands elsewhere cannot be checked, and is never fetched.",
    fix: "Bundle the description into one document whose references begin with #/components/.",
  });
  return false;
}

function unexpected(what: string, where: string): Problem {
  return {
    what,
    where,
    why: "A fact that is passed over makes types that lie.",
    fix: "A newer version of the generator may know it; in its own repository, add the key to generator/load/facts.ts, as a fact or as prose.",
  };
}
