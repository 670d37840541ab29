import type { Diagnostics } from "../tolerance.js";
import { below, getOwn, isObject, type Json, type JsonObject, listOf } from "./json.js";
import { isInexact, normalizeBody, normalizeOperation, normalizeResponse, normalizeSchema, type Report } from "./normalize.js";
import { withWords, wordsIn } from "./words.js";

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
  /** Every reference of a kept place, as the slice writes it. */
  readonly references: Set<string>;
  readonly diagnostics: Diagnostics;
  /** How a slice writes a reference to a node of this kind; null for one that leads nowhere, or out of the document. */
  locate(reference: string, kind: Kind): string | null;
}

/** How a key is kept: as the value it is, as a node, a list or a map of nodes, or with its words blanked. */
type Keep = "value" | "blank" | Kind | readonly ["list" | "map", Kind];

type Shape = Readonly<Record<string, Keep>>;

const values = (...names: readonly string[]): Record<string, "value"> => Object.fromEntries(names.map((name) => [name, "value"]));

const parameterLike: Record<string, Keep> = {
  ...values("required", "deprecated", "allowEmptyValue", "style", "explode", "allowReserved"),
  schema: "schema",
  content: ["map", "media"],
};

/** Of each kind of node, the keys that hold facts. All others hold prose or say nothing that is generated. */
const shapes: Readonly<Record<Kind, Shape>> = {
  pathItem: { parameters: ["list", "parameter"], servers: ["list", "server"] },
  operation: {
    // The last two are a contract's own; of a description they are written anew.
    ...values("operationId", "security", "deprecated", "x-rules", "x-ledger"),
    parameters: ["list", "parameter"],
    requestBody: "requestBody",
    responses: ["map", "response"],
    servers: ["list", "server"],
  },
  parameter: { ...values("name", "in"), ...parameterLike },
  header: parameterLike,
  requestBody: { required: "value", content: ["map", "media"] },
  response: { headers: ["map", "header"], content: ["map", "media"] },
  media: { schema: "schema", encoding: ["map", "encoding"] },
  encoding: { ...values("contentType", "style", "explode", "allowReserved"), headers: ["map", "header"] },
  schema: {
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
  discriminator: values("propertyName", "mapping"),
  securityScheme: {
    ...values("type", "name", "in", "scheme", "bearerFormat", "openIdConnectUrl"),
    flows: ["map", "oauthFlow"],
  },
  oauthFlow: { ...values("authorizationUrl", "tokenUrl", "refreshUrl"), scopes: "blank" },
  server: { url: "value", variables: ["map", "serverVariable"] },
  serverVariable: values("enum", "default"),
};

/** Extensions that are prose though each of their words stands alone, or that only a documentation page shows. */
const PROSE = ["x-codeSamples", "x-code-samples", "x-enum-descriptions", "x-display-name"];

/** Nodes that a call cannot do without; all others may be anything where they cannot be read. */
const NEEDED: readonly Kind[] = ["pathItem", "operation", "parameter", "requestBody"];

/**
 * A node with all its facts in the words of OpenAPI 3.0, its prose out of sight beside them, its references noted. `optional`: a request or a
 * response is whole without it, so what is lost there makes it wider and stops nothing.
 */
export function factsOf(written: Json, kind: Kind, at: string, findings: Findings, optional = false): Json {
  const { diagnostics } = findings;
  if (kind !== "schema" && !isObject(written)) {
    diagnostics.report(NEEDED.includes(kind) ? "node that is no object" : "node passed over", at, kind);
    return {};
  }
  const node = normalized(written, kind, (construct, about) => diagnostics.report(construct, at, about));
  const kept = Object.entries(node).flatMap(([key, value]): [string, Json][] => {
    const place = below(at, key);
    if (key === "$ref") {
      const reference = noted(value, place, findings, { kind, optional });
      return reference === null ? [] : [[key, reference]];
    }
    const how = Object.hasOwn(shapes[kind], key) ? shapes[kind][key] : undefined;
    if (how === undefined) return isWordlessExtension(key, value) ? [[key, value]] : [];
    return keptAs([key, value], how, place, { findings, optional: isOptional(node, kind, key, optional), node });
  });
  // fromEntries defines keys, so that __proto__ is a key like any other.
  return withWords(Object.fromEntries(kept), wordsIn(node));
}

function normalized(written: Json, kind: Kind, report: Report): JsonObject {
  if (kind === "schema") return normalizeSchema(written, report);
  const node = isObject(written) ? written : {};
  if (kind === "operation") return normalizeOperation(node);
  if (kind === "requestBody") return normalizeBody(node);
  return kind === "response" ? normalizeResponse(node) : node;
}

/** Whether a node is whole without what stands under a key. Names of properties and statuses decide for themselves. */
function isOptional(node: JsonObject, kind: Kind, key: string, optional: boolean): boolean {
  if (kind === "schema") return optional || key === "additionalProperties" || key === "not";
  if (kind === "parameter") return optional || (node.required !== true && node.in !== "path");
  return optional || kind === "header" || kind === "encoding" || key === "headers" || key === "encoding";
}

interface Holder {
  readonly findings: Findings;
  readonly optional: boolean;
  readonly node: JsonObject;
}

function keptAs([key, value]: [string, Json], how: Keep, at: string, { findings, optional, node }: Holder): [string, Json][] {
  if (key === "mapping" && how === "value") return [[key, targets(value, at, findings)]];
  if (how === "value") {
    if (!holdsReference(value)) return [[key, value]];
    findings.diagnostics.report("keyword of another type", at, key);
    return [];
  }
  if (how === "blank") return [[key, Object.fromEntries(Object.keys(isObject(value) ? value : {}).map((name) => [name, ""]))]];
  if (key === "additionalProperties" && typeof value === "boolean") return [[key, value]];
  if (typeof how === "string") return [[key, factsOf(value, how, at, findings, optional)]];
  const [shape, kind] = how;
  if (shape === "list" && Array.isArray(value))
    return [[key, value.map((item, index) => factsOf(item, kind, below(at, index), findings, optional))]];
  if (shape === "map" && isObject(value)) {
    // A property that must not be there is none.
    const named = Object.entries(value).filter(([, item]) => key !== "properties" || item !== false);
    const facts = ([name, item]: [string, Json]): [string, Json] => {
      const mayLack = optional || (key === "properties" && !listOf(node.required).includes(name)) || (key === "responses" && !isGood(name));
      return [name, factsOf(item, kind, below(at, name), findings, mayLack)];
    };
    return [[key, Object.fromEntries(named.map(facts))]];
  }
  findings.diagnostics.report(key === "parameters" ? "node that is no object" : "node passed over", at, key);
  return [];
}

/** What is no node refers to nothing; a reader of the contract may follow a reference wherever it stands, to a file or round in circles. */
function holdsReference(value: Json): boolean {
  if (typeof value !== "object" || value === null) return false;
  return typeof getOwn(value, "$ref") === "string" || Object.values(value).some(holdsReference);
}

function isGood(status: string): boolean {
  return /^2\d\d$/.test(status);
}

/** An extension is a fact when all that it holds are switches, numbers and single words: none of these can be prose. */
function isWordlessExtension(key: string, value: Json): boolean {
  return key.startsWith("x-") && !PROSE.includes(key) && isWordless(value) && !holdsReference(value);
}

function isWordless(value: Json): boolean {
  if (typeof value === "string") return /^[\w.:-]{1,60}$/.test(value);
  return typeof value === "object" && value !== null ? Object.values(value).every(isWordless) : !isInexact(value);
}

/** What a discriminator leads to; what leads nowhere tells nothing apart. */
function targets(mapping: Json, at: string, findings: Findings): Json {
  if (!isObject(mapping)) return {};
  return Object.fromEntries(
    Object.entries(mapping).flatMap(([name, target]): [string, Json][] => {
      if (typeof target !== "string" || !target.includes("/")) return [[name, target]];
      const reference = findings.locate(target, "schema");
      if (reference === null) findings.diagnostics.report("mapping to nothing", below(at, name), target);
      else findings.references.add(reference);
      return reference === null ? [] : [[name, reference]];
    }),
  );
}

/** The reference as the slice writes it; null where it leads nowhere, which is a problem unless the whole can do without. */
function noted(
  value: Json,
  at: string,
  { references, diagnostics, locate }: Findings,
  { kind, optional }: { readonly kind: Kind; readonly optional: boolean },
): string | null {
  const written = typeof value === "string" ? value : "what is no text";
  const reference = typeof value === "string" ? locate(value, kind) : null;
  if (reference !== null) references.add(reference);
  else if (optional && !NEEDED.includes(kind)) diagnostics.report("optional reference to nothing", at, written);
  else diagnostics.report(written.startsWith("#/") ? "reference to nothing" : "reference to elsewhere", at, written);
  return reference;
}
