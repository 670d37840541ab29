import { below } from "../../runtime/validation/pointer.js";
import { Diagnostics } from "../diagnostics.js";
import type {
  FixedHeader,
  HttpCall,
  Method,
  Parameter,
  ReportOperation,
  SecurityRequirement,
  Type,
} from "../model/model.js";
import { type Json, listedIn } from "../parse/json.js";
import type { SchemaContext } from "./context.js";
import { followReference, isNode, type LocatedNode, type Node } from "./context.js";
import { type FlatSchema, flatten } from "./flatten.js";
import { fixedHeaders } from "./headers.js";
import { isList, lowerObject, lowerType } from "./schema.js";
import { firstServers, otherServers } from "./server.js";

const NO_AUTH: SecurityRequirement = { schemes: [], scopes: [] };

/**
 * Represents an alternative authorization whose requirements are unknown, because it is not an
 * object.
 */
const UNREADABLE: SecurityRequirement = {
  schemes: ["an unknown form of authorization"],
  scopes: [],
};

/** Describes what `security` requires if the client cannot meet any of its alternatives. */
function neededFor(security: unknown, document: Node): string {
  const schemeOf = schemesIn(document);
  const needs: readonly unknown[] = listedIn(security as Json | undefined);
  const inWords = needs.map((need) => {
    if (!Array.isArray(security) && !isNode(need))
      return "an unknown form of authorization (`security` is not a list)";
    if (!isNode(need))
      return "an unknown form of authorization (an entry in `security` is not an object)";
    const names = Object.keys(need);
    const [tokens, others] = [true, false].map((met) =>
      names.filter((name) => kindsOf(schemeOf(name), name).some(isToken) === met),
    );
    const words = (others ?? []).map((name) => schemeInWords(schemeOf(name), name)).join(" and ");
    if (words === "") return "several access tokens at once";
    return (tokens ?? []).length > 0 ? `${words} in addition to the access token` : words;
  });
  return [...new Set(inWords)].join(", or ");
}

/** Describes a security scheme that an access token alone does not satisfy. */
function schemeInWords(scheme: Node, name: string): string {
  const [kind = name] = kindsOf(scheme, name);
  if (scheme.type === "apiKey")
    return typeof scheme.name === "string" ? `an API key (${scheme.name})` : "an API key";
  if (scheme.type === "mutualTLS") return "a client certificate";
  return scheme.type === "http" ? `${kind} authentication` : kind;
}

/**
 * The alternative authorizations of a call, from its `security`.
 *
 * Schemes are looked up in the document's components. An OAuth scheme yields one alternative for
 * each of its flows. An HTTP scheme is represented by its kind in lower case, and any other scheme
 * by its type. Without requirements the call is open: the result is one alternative without
 * schemes.
 */
function lowerSecurity(security: unknown, document: Node): readonly SecurityRequirement[] {
  const schemeOf = schemesIn(document);
  const needs: readonly unknown[] = listedIn(security as Json | undefined);
  return needs.length === 0
    ? [NO_AUTH]
    : needs.flatMap((need) => (isNode(need) ? alternativesIn(need, schemeOf) : [UNREADABLE]));
}

/**
 * Maximum number of alternatives of one requirement. Each scheme multiplies them by its number of
 * flows.
 */
const MAX_ALTERNATIVES = 100;

/**
 * Returns a function that looks up security schemes by name. For unknown names it returns an empty
 * object.
 */
function schemesIn(document: Node): (name: string) => Node {
  const { components } = document;
  const schemes =
    isNode(components) && isNode(components.securitySchemes) ? components.securitySchemes : {};
  return (name) => {
    const scheme = Object.hasOwn(schemes, name) ? schemes[name] : null;
    return isNode(scheme) ? followReference(document, scheme) : {};
  };
}

/**
 * The alternatives that satisfy a requirement.
 *
 * A requirement needs all its schemes together. A scheme with several OAuth flows accepts a token
 * from any of them. At most 100 alternatives are returned.
 */
function alternativesIn(
  need: Node,
  schemeOf: (name: string) => Node,
): readonly SecurityRequirement[] {
  return Object.entries(need).reduce<readonly SecurityRequirement[]>(
    (alternatives, [name, scopes]) =>
      alternatives
        .flatMap((alternative) =>
          kindsOf(schemeOf(name), name).map((kind) => ({
            schemes: [...alternative.schemes, kind],
            scopes: [
              ...new Set([
                ...alternative.scopes,
                ...(Array.isArray(scopes) ? scopes.map(String) : []),
              ]),
            ],
          })),
        )
        .slice(0, MAX_ALTERNATIVES),
    [NO_AUTH],
  );
}

/**
 * The kinds of authorization that a scheme accepts. The scheme's name does not matter: renaming a
 * scheme changes nothing, and an API key called `bearer` is still an API key.
 */
function kindsOf(scheme: Node, name: string): readonly string[] {
  if (typeof scheme.type !== "string") return [`${name}, which is not described`];
  if (scheme.type === "oauth2" && isNode(scheme.flows)) return Object.keys(scheme.flows);
  return [scheme.type === "http" ? String(scheme.scheme).toLowerCase() : scheme.type];
}

/** The object in a response that has the required fields. */
export interface Payload {
  readonly schema: Node;
  /**
   * The response property that contains this object, or null if this object is the whole response.
   */
  readonly envelope: string | null;
}

/**
 * Finds the object that has all these fields (names or paths such as `result.url`).
 *
 * Looks first at the schemas and their alternatives (`envelope` is null), then at objects in their
 * properties (`envelope` is the property's name). Null if no object has all fields. `pointer`
 * locates the schemas. Findings are dropped.
 */
export function payloadOf(
  schemas: readonly Node[],
  fields: readonly string[],
  pointer: string,
  document: Node,
): Payload | null {
  // Ignore findings here; they are reported when the schema is lowered.
  const flat = (schema: Node): FlatSchema => flatten(document, schema, pointer, new Diagnostics());
  const forms = schemas.flatMap((schema) => [schema, ...alternativesOf(flat(schema))]);
  const leadsTo = (schema: Node, path: string): boolean =>
    [...flat(schema).properties].some(
      ([name, { node }]) =>
        name === path ||
        (path.startsWith(`${name}.`) &&
          [node, ...alternativesOf(flat(node))].some((inner) =>
            leadsTo(inner, path.slice(name.length + 1)),
          )),
    );
  const holds = (schema: Node): boolean => fields.every((field) => leadsTo(schema, field));
  const unwrapped = forms.find(holds);
  if (unwrapped !== undefined) return { schema: unwrapped, envelope: null };
  for (const form of forms) {
    for (const [envelope, { node }] of flat(form).properties) {
      const payload = [node, ...alternativesOf(flat(node))].find(holds);
      if (payload !== undefined) return { schema: payload, envelope };
    }
  }
  return null;
}

/** The schemas of the alternatives; empty if there are none. */
function alternativesOf({ alternatives }: FlatSchema): readonly Node[] {
  return (alternatives?.members ?? []).map(({ node }) => node);
}

/** An operation of the document, with its JSON pointer. */
export interface OperationNode {
  readonly node: Node;
  readonly method: Method;
  readonly path: string;
  readonly pointer: string;
  /** Parameters that the path declares for all its operations. */
  readonly pathParameters: readonly unknown[];
  /** `servers` of the operation or its path. Undefined if the document's `servers` apply. */
  readonly servers: readonly unknown[] | undefined;
}

const METHODS: readonly Method[] = ["get", "put", "post", "delete", "patch"];

/**
 * The operations of a document by id, in the order of their paths. Parameters of a path stay in
 * `pathParameters`.
 *
 * Leaves out operations without an id, and methods other than get, put, post, delete and patch. If
 * several operations have the same id, the last one is used.
 */
export function operationsOf(document: Node): ReadonlyMap<string, OperationNode> {
  const byId = new Map<string, OperationNode>();
  for (const [path, item] of Object.entries(isNode(document.paths) ? document.paths : {})) {
    for (const method of METHODS) {
      const node = isNode(item) ? item[method] : undefined;
      if (!isNode(node) || typeof node.operationId !== "string") continue;
      const pathParameters = isNode(item) && Array.isArray(item.parameters) ? item.parameters : [];
      byId.set(node.operationId, {
        node,
        method,
        path,
        pointer: below("#", "paths", path, method),
        pathParameters,
        servers: firstServers(node.servers, isNode(item) ? item.servers : undefined),
      });
    }
  }
  return byId;
}

/**
 * Matches paths that consist of plain segments only. Dot segments, a query or an empty segment
 * could send a request and its credentials elsewhere.
 */
const PLAIN_PATH =
  /^(?:\/(?!\.{1,2}(?:\/|$))(?:[A-Za-z0-9_~!$&'()*+,;=:@.-]|\{[^{}/?#\\\s]{1,200}\})+)+\/?$/;

/** What a call sends in addition to its body. */
export interface CallParts {
  readonly parameters: readonly Parameter[];
  /** Fixed values of headers, from the flows file. */
  readonly headers?: readonly FixedHeader[] | undefined;
}

/**
 * Lowers the call of an operation, without its request and response types.
 *
 * The result contains id, method, path, `parameters` (unchanged), fixed headers, first tag, rate
 * limit category, authorizations and sandbox remark. It also says whether the call sends the app's
 * credentials instead of a token. These are reported:
 * * a path that is not plain,
 * * a placeholder without a parameter,
 * * headers that cannot be sent,
 * * security that the client cannot use, which stays in the result,
 * * `servers` that do not include the API's own server.
 */
export function lowerCall(
  operation: OperationNode,
  { parameters, headers: given = [] }: CallParts,
  { document, diagnostics }: SchemaContext,
): HttpCall {
  const { node, method, path, pointer, servers } = operation;
  if (!PLAIN_PATH.test(path)) diagnostics.report("path with an unsupported segment", pointer, path);
  for (const placeholderName of placeholdersIn(path).filter(
    (placeholder) =>
      !parameters.some(({ in: where, name }) => where === "path" && name === placeholder),
  ))
    diagnostics.report("placeholder without a parameter", pointer, placeholderName);
  const others = servers === undefined ? null : otherServers(servers);
  if (others !== null) diagnostics.report("server", pointer, others);
  const security = lowerSecurity(node.security ?? document.security, document);
  // Only an endpoint that takes a form can be a token endpoint. The app's secret is sent to no
  // other endpoint.
  const isOfApp =
    takesForm(operation, document) && security.every(({ schemes }) => schemes.join() === "basic");
  if (!isOfApp && !security.some(isMet))
    diagnostics.report(
      "unsupported security",
      pointer,
      neededFor(node.security ?? document.security, document),
    );
  const [tag = null] = Array.isArray(node.tags) ? node.tags.map(textOf) : [];
  const headers = fixedHeaders(headersIn(operation, document), given, { document, diagnostics });
  return {
    id: String(node.operationId),
    method,
    path,
    parameters,
    ...(headers.length > 0 && { headers }),
    ...(tag !== null && { tag }),
    rateLimit: textOf(node["x-ratelimit-category"]),
    security,
    sandbox: textOf(node["x-sandbox"]),
    ...(isOfApp && { clientCredentials: true as const }),
  };
}

/** Whether the operation is a POST whose body can be URL-encoded. */
function takesForm({ node, method }: OperationNode, document: Node): boolean {
  if (method !== "post" || !isNode(node.requestBody)) return false;
  const { content } = followReference(document, node.requestBody);
  return isNode(content) && Object.hasOwn(content, "application/x-www-form-urlencoded");
}

/** Authorizations that a single access token in the header satisfies. */
const MET = [
  ...["authorizationCode", "clientCredentials", "implicit", "password", "deviceAuthorization"],
  ...["bearer", "oauth2", "openIdConnect"],
];

/** Whether the authorization requires nothing or a single access token. */
function isMet({ schemes }: SecurityRequirement): boolean {
  return schemes.length === 0 || (schemes.length === 1 && isToken(schemes[0] ?? ""));
}

/** Whether an access token in the header satisfies this kind of authorization. */
function isToken(kind: string): boolean {
  return MET.includes(kind);
}

/** The names of the path's placeholders, in order. */
function placeholdersIn(path: string): readonly string[] {
  return [...path.matchAll(/\{([^{}]+)\}/g)].map(([, name = ""]) => name);
}

/**
 * Lowers the create or the poll operation of a report.
 *
 * The result contains the call with `parameters`, and the object in its response that has all
 * `fields`, which the runtime reads. `envelope` is set if that object is a property of the
 * response. If no object has all fields, the first JSON response is used. `role` ("create" or
 * "poll") prefixes type names. Reports a response that is not JSON, and a path, placeholder, server
 * or security that clients cannot use.
 */
export function lowerReportOperation(
  operation: OperationNode,
  { role, fields }: { readonly role: string; readonly fields: readonly string[] },
  parts: CallParts,
  context: SchemaContext,
): ReportOperation {
  const schemas = responseSchemas(operation, context.document);
  const [first = { type: "object", properties: {} }] = schemas;
  if (schemas.length === 0)
    context.diagnostics.report(
      "response that is not JSON",
      operation.pointer,
      mediaTypesIn(operation, context.document),
    );
  const pointer = `${operation.pointer}/responses`;
  const { schema, envelope } = payloadOf(schemas, fields, pointer, context.document) ?? {
    schema: first,
    envelope: null,
  };
  const { id, method, path, parameters, clientCredentials, ...facts } = lowerCall(
    operation,
    parts,
    context,
  );
  // A report is created and polled with the same access token, so app credentials are not enough.
  if (clientCredentials === true)
    context.diagnostics.report("unsupported security", operation.pointer, "basic authentication");
  // Keep `writeOnly` fields, because the runtime may need to read them.
  const response = lowerObject(schema, [role, "response"], pointer, context);
  return {
    id,
    method,
    path,
    parameters,
    response,
    ...(envelope !== null && { envelope }),
    ...facts,
  };
}

/** Whether a response with an explicit 2xx status has `application/json` content. */
export function hasJsonResponse(operation: OperationNode, document: Node): boolean {
  return responseSchemas(operation, document).length > 0;
}

/**
 * The parameters of an operation, with their references followed.
 *
 * The path's parameters come first, unless the operation overrides them, then the operation's own.
 * If several parameters have the same name and location, the last one is used. Throws `Problems`
 * for a reference without a target.
 */
function describedParameters(
  { node, pathParameters, pointer }: OperationNode,
  document: Node,
): readonly LocatedNode[] {
  const parametersOf = (list: unknown, parent: string): readonly LocatedNode[] =>
    (Array.isArray(list) ? list : []).filter(isNode).map((parameter, index) => ({
      node: followReference(document, parameter),
      pointer: `${parent}/parameters/${index}`,
    }));
  const nameOf = ({ name, in: location }: Node): string =>
    location === "header" ? String(name).toLowerCase() : String(name);
  const isSame = (parameter: Node) => (located: LocatedNode) =>
    nameOf(parameter) === nameOf(located.node) && parameter.in === located.node.in;
  const ofOperation = parametersOf(node.parameters, pointer);
  const ofPath = parametersOf(pathParameters, pointer.slice(0, pointer.lastIndexOf("/"))).filter(
    (parameter) => !ofOperation.some(isSame(parameter.node)),
  );
  const all = [...ofPath, ...ofOperation];
  return all.filter(({ node }, index) => !all.slice(index + 1).some(isSame(node)));
}

/**
 * The header parameters of an operation and of its path, except headers that OpenAPI ignores:
 * Accept, Authorization and Content-Type. An operation's parameter replaces its path's. Throws
 * `Problems` for a reference without a target.
 */
export function headersIn(operation: OperationNode, document: Node): readonly LocatedNode[] {
  return describedParameters(operation, document).filter(
    ({ node }) =>
      node.in === "header" &&
      !["accept", "authorization", "content-type"].includes(String(node.name).toLowerCase()),
  );
}

/**
 * The path and query parameters of an operation.
 *
 * Leaves out header parameters. Also leaves out these, and reports them to `diagnostics` if given:
 * * parameters without a name or location,
 * * parameters in other locations,
 * * optional query parameters with the name of a path parameter,
 * * path parameters without a placeholder.
 *
 * Throws `Problems` for a reference without a target.
 */
export function parametersIn(
  operation: OperationNode,
  document: Node,
  diagnostics?: Diagnostics,
): readonly LocatedNode[] {
  const all = describedParameters(operation, document);
  const placeholders = placeholdersIn(operation.path);
  return all.filter(({ node: parameter, pointer: at }) => {
    if (typeof parameter.name !== "string" || typeof parameter.in !== "string") {
      diagnostics?.report("parameter without a name", at);
      return false;
    }
    const { name } = parameter;
    if (parameter.in === "header") return false;
    if (parameter.in !== "path" && parameter.in !== "query") {
      diagnostics?.report(
        parameter.required === true ? "parameter in another location" : "optional parameter",
        at,
        `${name}, in ${parameter.in}`,
      );
      return false;
    }
    const isTwice =
      parameter.in === "query" &&
      parameter.required !== true &&
      all.some((located) => located.node.name === name && located.node.in === "path");
    if (isTwice) diagnostics?.report("duplicate parameter", at, name);
    const isLost = parameter.in === "path" && !placeholders.includes(name);
    if (isLost) diagnostics?.report("parameter missing from the path", at, name);
    return !isTwice && !isLost;
  });
}

/**
 * Lowers all given parameters, in order, with location, `required`, type and limits. Adds their
 * types to the context. The name of a type begins with the entry's name, `role` and "Parameter".
 */
export function lowerParameters(
  placed: readonly LocatedNode[],
  role: string,
  context: SchemaContext,
): readonly Parameter[] {
  return placed.map(({ node, pointer }) => lowerParameter(node, pointer, role, context));
}

/** Lowers one parameter, and adds its types to the context. */
function lowerParameter(
  node: Node,
  pointer: string,
  role: string,
  context: SchemaContext,
): Parameter {
  const name = String(node.name);
  const schema = isNode(node.schema) ? node.schema : {};
  const schemaOfField = { type: "object", properties: { [name]: schema } };
  const field = lowerObject(schemaOfField, [role, "parameter", name], pointer, {
    ...context,
    docs: new Map(),
  }).fields[0];
  if (field === undefined) throw new TypeError(`${pointer} has no schema`);
  return {
    name,
    in: node.in === "query" ? "query" : "path",
    required: node.required === true,
    type: field.type,
    limits: field.limits,
  };
}

/**
 * The type of the 2xx responses with an explicit status, without `writeOnly` fields.
 *
 * The type is a union if the schemas of the responses differ, and null if no response is JSON. Adds
 * named types to the context. Reports responses whose content is not JSON and, if others are JSON,
 * responses without content. Throws `Problems` for a reference without a target.
 */
export function lowerResponse(operation: OperationNode, context: SchemaContext): Type | null {
  for (const [types, where] of responsesWithoutJson(operation, context.document))
    context.diagnostics.report("response that is not JSON", where, types);
  const schemas = responseSchemas(operation, context.document);
  const [first] = schemas;
  if (first === undefined) return null;
  for (const { node, pointer } of successResponses(operation, context.document))
    if (!hasContent(node))
      context.diagnostics.report(
        "response without content",
        pointer,
        pointer.slice(pointer.lastIndexOf("/") + 1),
      );
  const pointer = `${operation.pointer}/responses`;
  const schema = schemas.length === 1 ? first : { oneOf: schemas };
  const flat = flatten(context.document, schema, pointer, context.diagnostics);
  // The path of an array must end in a plural, because its item type is named after the singular.
  const path = isList(flat)
    ? ["response", "items"]
    : flat.keywords.nullable === true
      ? ["response", "value"]
      : ["response"];
  return lowerType(flat, path, { ...context, omits: "writeOnly" });
}

/** The successful responses with content that is not JSON, which the client cannot return. */
function responsesWithoutJson(
  operation: OperationNode,
  document: Node,
): readonly (readonly [types: string, where: string])[] {
  return successResponses(operation, document).flatMap(
    ({ node, pointer }): (readonly [string, string])[] => {
      const types = Object.keys(isNode(node.content) ? node.content : {});
      return !hasContent(node) || jsonSchema(node) !== undefined
        ? []
        : [[types.join(" or "), pointer]];
    },
  );
}

/** Whether a response has at least one media type. */
function hasContent({ content }: Node): boolean {
  return isNode(content) && Object.keys(content).length > 0;
}

/** The media types of the successful responses, joined by "or"; "empty" if there are none. */
function mediaTypesIn(operation: OperationNode, document: Node): string {
  const types = successResponses(operation, document).flatMap(({ node }) =>
    Object.keys(isNode(node.content) ? node.content : {}),
  );
  return types.length === 0 ? "empty" : types.join(" or ");
}

/** The responses with an explicit 2xx status. */
function successResponses(
  { node, pointer }: OperationNode,
  document: Node,
): readonly LocatedNode[] {
  return Object.entries(isNode(node.responses) ? node.responses : {}).flatMap(
    ([status, response]) =>
      /^2\d\d$/.test(status) && isNode(response)
        ? [{ node: followReference(document, response), pointer: `${pointer}/responses/${status}` }]
        : [],
  );
}

/** The distinct JSON schemas of the successful responses. */
function responseSchemas(operation: OperationNode, document: Node): readonly Node[] {
  const schemas = successResponses(operation, document).flatMap(({ node }): Node[] => {
    const schema = jsonSchema(node);
    return schema === undefined ? [] : [schema];
  });
  return [...new Map(schemas.map((schema) => [JSON.stringify(schema), schema] as const)).values()];
}

/**
 * The schema of the JSON content of a request body, response or parameter. Only `application/json`
 * counts as JSON. Returns `{}` if the content has no schema, and undefined if there is no JSON
 * content.
 */
export function jsonSchema(body: unknown): Node | undefined {
  const content =
    isNode(body) && isNode(body.content) ? body.content["application/json"] : undefined;
  // Without a schema, the content can be any JSON value.
  return isNode(content) ? (isNode(content.schema) ? content.schema : {}) : undefined;
}

/** The value if it is a string, otherwise null. */
function textOf(value: unknown): string | null {
  return typeof value === "string" ? value : null;
}
