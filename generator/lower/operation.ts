import { Diagnostics } from "../diagnostics.js";
import type { Access, HttpCall, Method, Parameter, ReportOperation, Type } from "../model/model.js";
import type { SchemaContext } from "./context.js";
import { followed, isNode, type LocatedNode, type Node } from "./context.js";
import { type Flat, flatten } from "./flatten.js";
import { isList, lowerObject, lowerType } from "./schema.js";

const OPEN: Access = { schemes: [], scopes: [] };

/** The alternative authorizations of a call. Without security requirements a call is open. */
export function lowerAccess(security: unknown, { components }: Node): readonly Access[] {
  const schemes = isNode(components) && isNode(components.securitySchemes) ? components.securitySchemes : {};
  const needs = Array.isArray(security) ? security.filter(isNode) : [];
  return needs.length === 0 ? [OPEN] : needs.flatMap((need) => waysOf(need, schemes));
}

/** The schemes of a requirement are needed together; a scheme with several OAuth flows accepts a token of any of them. */
function waysOf(need: Node, schemes: Node): readonly Access[] {
  return Object.entries(need).reduce<readonly Access[]>(
    (ways, [name, scopes]) =>
      ways.flatMap((way) =>
        kindsOf(schemes[name], name).map((kind) => ({
          schemes: [...way.schemes, kind],
          scopes: [...new Set([...way.scopes, ...(Array.isArray(scopes) ? scopes.map(String) : [])])],
        })),
      ),
    [OPEN],
  );
}

/** The kinds of authorization of a scheme. Its name is used only if its definition gives none, so that a renamed scheme stays the same. */
function kindsOf(scheme: unknown, name: string): readonly string[] {
  if (!isNode(scheme)) return [name];
  if (scheme.type === "oauth2" && isNode(scheme.flows)) return Object.keys(scheme.flows);
  return [scheme.type === "http" ? String(scheme.scheme).toLowerCase() : name];
}

/** The object of a response that has the fields in question. */
export interface Payload {
  readonly schema: Node;
  /** The property of the response that holds the object; null if it is the response itself. */
  readonly envelope: string | null;
}

/**
 * Finds the object that has all these fields: a response, else one of its properties (the envelope). Which of the two varies between
 * versions of the description, so it is read from the schemas. Null if no schema has them.
 */
export function payloadOf(schemas: readonly Node[], fields: readonly string[], at: string, document: Node): Payload | null {
  // Findings are dropped here; they are reported when the schema is lowered.
  const flat = (schema: Node): Flat => flatten(document, schema, at, new Diagnostics());
  const forms = schemas.flatMap((schema) => [schema, ...alternativesOf(flat(schema))]);
  const holds = (schema: Node): boolean => {
    const { properties } = flat(schema);
    return fields.every((field) => properties.has(field));
  };
  const plain = forms.find(holds);
  if (plain !== undefined) return { schema: plain, envelope: null };
  for (const form of forms) {
    for (const [envelope, { node }] of flat(form).properties) {
      const found = [node, ...alternativesOf(flat(node))].find(holds);
      if (found !== undefined) return { schema: found, envelope };
    }
  }
  return null;
}

function alternativesOf({ alternatives }: Flat): readonly Node[] {
  return (alternatives?.members ?? []).map(({ node }) => node);
}

/** An operation of the document, with its JSON pointer. */
export interface Found {
  readonly node: Node;
  readonly method: Method;
  readonly path: string;
  readonly at: string;
  /** Parameters that the path declares for all its operations. */
  readonly shared: readonly unknown[];
  /** `servers` of the operation or of its path; undefined if those of the document apply. */
  readonly servers: unknown;
}

const METHODS: readonly Method[] = ["get", "put", "post", "delete", "patch"];

/** The operations of a document, by id. */
export function operationsOf(document: Node): ReadonlyMap<string, Found> {
  const found = new Map<string, Found>();
  for (const [path, item] of Object.entries(isNode(document.paths) ? document.paths : {})) {
    for (const method of METHODS) {
      const node = isNode(item) ? item[method] : undefined;
      if (!isNode(node) || typeof node.operationId !== "string") continue;
      const shared = isNode(item) && Array.isArray(item.parameters) ? item.parameters : [];
      found.set(node.operationId, {
        node,
        method,
        path,
        at: `#/paths/${path.replaceAll("~", "~0").replaceAll("/", "~1")}/${method}`,
        shared,
        servers: node.servers ?? (isNode(item) ? item.servers : undefined),
      });
    }
  }
  return found;
}

/**
 * Paths made of plain segments. Dot segments, a query or an empty segment could send a request, with its credentials, to another place than
 * the path shows.
 */
const PLAIN_PATH = /^(?:\/(?!\.{1,2}(?:\/|$))(?:[A-Za-z0-9_~!$&'()*+,;=:@.-]|\{[^{}/?#\\\s]{1,200}\})+)+\/?$/;

/** Base URL of the API; clients send requests only there. */
export const SERVER = "https://api.pinterest.com/v5";

/** The parts of a call beside its request and response types. */
export function lowerCall(
  { node, method, path, at, servers }: Found,
  parameters: readonly Parameter[],
  { document, diagnostics }: SchemaContext,
): HttpCall {
  if (!PLAIN_PATH.test(path)) diagnostics.report("path that is not plain", at, path);
  for (const place of placesIn(path).filter((one) => !parameters.some(({ in: where, name }) => where === "path" && name === one)))
    diagnostics.report("place without a parameter", at, place);
  const elsewhere = urlsOf(servers).filter((url) => url !== SERVER);
  if (elsewhere.length > 0 && !urlsOf(servers).includes(SERVER)) diagnostics.report("server", at, elsewhere.join(", "));
  const access = lowerAccess(node.security ?? document.security, document);
  return {
    id: String(node.operationId),
    method,
    path,
    parameters,
    rateLimit: textOf(node["x-ratelimit-category"]),
    access,
    sandbox: textOf(node["x-sandbox"]),
    ...(access.every(({ schemes }) => schemes.join() === "basic") && { clientCredentials: true as const }),
  };
}

/** Names of the placeholders of a path. */
function placesIn(path: string): readonly string[] {
  return [...path.matchAll(/\{([^{}]+)\}/g)].map(([, name = ""]) => name);
}

/** URLs of servers, without a trailing slash. */
export function urlsOf(servers: unknown): readonly string[] {
  const urls = (Array.isArray(servers) ? servers : []).map((server: unknown) => (isNode(server) ? String(server.url) : "none"));
  return urls.map((url) => url.replace(/\/$/, ""));
}

/** Lowers the create or the poll operation of a report. `fields`: the fields that the runtime reads from its response. */
export function lowerOperation(
  found: Found,
  { role, fields }: { readonly role: string; readonly fields: readonly string[] },
  parameters: readonly Parameter[],
  lowering: SchemaContext,
): ReportOperation {
  const schemas = answersOf(found, lowering.document);
  const [first = { type: "object", properties: {} }] = schemas;
  if (schemas.length === 0) lowering.diagnostics.report("response that is no JSON", found.at, typesIn(found, lowering.document));
  const at = `${found.at}/responses`;
  const { schema, envelope } = payloadOf(schemas, fields, at, lowering.document) ?? { schema: first, envelope: null };
  const { id, method, path, ...rest } = lowerCall(found, parameters, lowering);
  // `writeOnly` fields are kept: the runtime reads fields of this response whatever the description marks them as.
  const response = lowerObject(schema, [role, "answer"], at, lowering);
  const { parameters: _, ...others } = rest;
  return { id, method, path, parameters, response, ...(envelope !== null && { envelope }), ...others };
}

/** Whether the operation has a successful JSON response. */
export function isAnswered(found: Found, document: Node): boolean {
  return answersOf(found, document).length > 0;
}

/** Headers that the client sets itself. OpenAPI ignores parameters with these names. */
const OWN_HEADERS = ["accept", "authorization", "content-type"];

/**
 * The parameters of an operation: its own, and those of its path that it does not override. Optional header and cookie parameters are left
 * out, since no call sends them, and so are path parameters without a placeholder.
 */
export function parametersIn({ node, shared, path, at }: Found, document: Node, diagnostics?: Diagnostics): readonly LocatedNode[] {
  const listed = (list: unknown, place: string): readonly LocatedNode[] =>
    (Array.isArray(list) ? list : [])
      .filter(isNode)
      .map((one, index) => ({ node: followed(document, one), at: `${place}/parameters/${index}` }));
  const own = listed(node.parameters, at);
  const isSame = (one: Node) => (other: LocatedNode) => one.name === other.node.name && one.in === other.node.in;
  const ofPath = listed(shared, at.slice(0, at.lastIndexOf("/"))).filter((one) => !own.some(isSame(one.node)));
  const all = [...ofPath, ...own];
  const places = placesIn(path);
  return all.filter(({ node: one, at: where }, index) => {
    const name = String(one.name);
    // Of several parameters with the same name and place the last one applies, in line with an operation that overrides its path.
    if (all.slice(index + 1).some(isSame(one))) return false;
    if (one.in === "header" && OWN_HEADERS.includes(name.toLowerCase())) return false;
    if (!["path", "query"].includes(String(one.in))) return one.required === true;
    const isTwice =
      one.in === "query" && one.required !== true && all.some((other) => other.node.name === name && other.node.in === "path");
    if (isTwice) diagnostics?.report("parameter left out", where, name);
    const isLost = one.in === "path" && !places.includes(name);
    if (isLost) diagnostics?.report("parameter without a place", where, name);
    return !isTwice && !isLost;
  });
}

/** The parameters of a call that the runtime passes by itself. */
export function lowerParameters(placed: readonly LocatedNode[], role: string, lowering: SchemaContext): readonly Parameter[] {
  return placed.map(({ node, at }) => lowerParameter(node, at, role, lowering));
}

function lowerParameter(node: Node, at: string, role: string, lowering: SchemaContext): Parameter {
  const place = node.in;
  if (place !== "path" && place !== "query")
    lowering.diagnostics.report("parameter elsewhere", at, `${String(node.name)}, in ${String(place)}`);
  const name = String(node.name);
  const schema = isNode(node.schema) ? node.schema : {};
  const wrapped = { type: "object", properties: { [name]: schema } };
  const field = lowerObject(wrapped, [role, "parameter", name], at, { ...lowering, docs: new Map() }).fields[0];
  if (field === undefined) throw new TypeError(`${at} has no schema`);
  return { name, in: place === "query" ? "query" : "path", required: node.required === true, type: field.type, limits: field.limits };
}

/** The type of the 2xx responses: a union if their schemas differ, null if all are empty. */
export function lowerAnswer(found: Found, lowering: SchemaContext): Type | null {
  for (const [types, where] of lostAnswers(found, lowering.document)) lowering.diagnostics.report("response that is no JSON", where, types);
  const schemas = answersOf(found, lowering.document);
  const [first] = schemas;
  if (first === undefined) return null;
  const at = `${found.at}/responses`;
  const schema = schemas.length === 1 ? first : { oneOf: schemas };
  const flat = flatten(lowering.document, schema, at, lowering.diagnostics);
  // An array gets a path that ends in a plural, so that its item type is named by the singular.
  const path = isList(flat) ? ["answer", "items"] : flat.facts.nullable === true ? ["answer", "value"] : ["answer"];
  return lowerType(flat, path, { ...lowering, without: "writeOnly" });
}

/** Successful responses with content but without JSON, whose content would be lost silently. */
function lostAnswers(found: Found, document: Node): readonly (readonly [types: string, where: string])[] {
  return goodResponses(found, document).flatMap(({ node, at }): (readonly [string, string])[] => {
    const types = Object.keys(isNode(node.content) ? node.content : {});
    return types.length === 0 || jsonSchema(node) !== undefined ? [] : [[types.join(" or "), at]];
  });
}

function typesIn(found: Found, document: Node): string {
  const types = goodResponses(found, document).flatMap(({ node }) => Object.keys(isNode(node.content) ? node.content : {}));
  return types.length === 0 ? "empty" : types.join(" or ");
}

/** The responses with an explicit 2xx status. */
function goodResponses({ node, at }: Found, document: Node): readonly LocatedNode[] {
  return Object.entries(isNode(node.responses) ? node.responses : {}).flatMap(([status, written]) =>
    /^2\d\d$/.test(status) && isNode(written) ? [{ node: followed(document, written), at: `${at}/responses/${status}` }] : [],
  );
}

/** The distinct JSON schemas of the successful responses. */
function answersOf(found: Found, document: Node): readonly Node[] {
  const schemas = goodResponses(found, document).flatMap(({ node }): Node[] => {
    const schema = jsonSchema(node);
    return schema === undefined ? [] : [schema];
  });
  return [...new Map(schemas.map((schema) => [JSON.stringify(schema), schema] as const)).values()];
}

/** The JSON schema of a request body, response or parameter; undefined without JSON content. */
export function jsonSchema(body: unknown): Node | undefined {
  const content = isNode(body) && isNode(body.content) ? body.content["application/json"] : undefined;
  // JSON without a schema is any JSON value.
  return isNode(content) ? (isNode(content.schema) ? content.schema : {}) : undefined;
}

function textOf(value: unknown): string | null {
  return typeof value === "string" ? value : null;
}
