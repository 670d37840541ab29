import type { Call, Method, Operation, Parameter, Type } from "../model/model.js";
import { lowerAccess } from "./access.js";
import { payloadOf } from "./envelope.js";
import { flatten } from "./flatten.js";
import type { Lowering } from "./lowering.js";
import { followed, isNode, type Node, type Placed } from "./node.js";
import { lowerObject, lowerType } from "./schema.js";

/** An operation of the document, with its place. */
export interface Found {
  readonly node: Node;
  readonly method: Method;
  readonly path: string;
  readonly at: string;
  /** Parameters that the path declares for all its operations. */
  readonly shared: readonly unknown[];
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
      });
    }
  }
  return found;
}

/** A path with dots, a query or an empty step would lead a call, and its credentials, elsewhere than it seems to. */
const PLAIN_PATH = /^(\/([A-Za-z0-9_-][A-Za-z0-9_.-]*|\{\w+\}))+$/;

/** What is known of a call besides what goes out and comes back. */
export function lowerCall({ node, method, path, at }: Found, parameters: readonly Parameter[], { document, diagnostics }: Lowering): Call {
  if (!PLAIN_PATH.test(path))
    diagnostics.report(
      "unknown part",
      at,
      `the path of ${String(node.operationId)}, which is not made of plain steps: ${path.slice(0, 100)}`,
    );
  for (const what of misplaced(path, parameters)) diagnostics.report("unknown part", at, what);
  const access = lowerAccess(node.security ?? document.security, document);
  return {
    id: String(node.operationId),
    method,
    path,
    parameters,
    rateLimit: textOf(node["x-ratelimit-category"]),
    access,
    sandbox: textOf(node["x-sandbox"]),
    ...(access.every(({ by }) => by.join() === "basic") && { basic: true as const }),
  };
}

/** What a path leaves a place for and no parameter fills, or the reverse: the call could only fail, or lead elsewhere. */
function misplaced(path: string, parameters: readonly Parameter[]): readonly string[] {
  const places = [...path.matchAll(/\{(\w+)\}/g)].map(([, name = ""]) => name);
  const names = parameters.filter((one) => one.in === "path").map(({ name }) => name);
  return [
    ...places.filter((place) => !names.includes(place)).map((place) => `{${place}} in a path, without a parameter ${place}`),
    ...names.filter((name) => !places.includes(name)).map((name) => `the parameter ${name} of a path that has no place for it`),
  ];
}

/** One of a flow's two calls. `fields`: what the runtime reads of its response. */
export function lowerOperation(
  found: Found,
  { role, fields }: { readonly role: string; readonly fields: readonly string[] },
  parameters: readonly Parameter[],
  lowering: Lowering,
): Operation {
  const schemas = answersOf(found, lowering.document);
  const [first = { type: "object", properties: {} }] = schemas;
  if (schemas.length === 0) lowering.diagnostics.report("unknown part", found.at, "an operation without a JSON answer");
  const at = `${found.at}/responses`;
  const { schema, envelope } = payloadOf(schemas, fields, at, lowering.document) ?? { schema: first, envelope: null };
  const { id, method, path, ...rest } = lowerCall(found, parameters, lowering);
  const answer = lowerObject(schema, [role, "answer"], at, { ...lowering, without: "writeOnly" });
  const { parameters: _, ...others } = rest;
  return { id, method, path, parameters, answer, ...(envelope !== null && { envelope }), ...others };
}

/**
 * The parameters of a call: those of its path that it does not describe anew, and its own. A header or a cookie that may be left out is
 * left out: nobody has to send it.
 */
export function parametersIn({ node, shared, at }: Found, document: Node): readonly Placed[] {
  const listed = (list: unknown, place: string): readonly Placed[] =>
    (Array.isArray(list) ? list : [])
      .filter(isNode)
      .map((one, index) => ({ node: followed(document, one), at: `${place}/parameters/${index}` }));
  const own = listed(node.parameters, at);
  const isSame = (one: Node) => (other: Placed) => one.name === other.node.name && one.in === other.node.in;
  const ofPath = listed(shared, at.slice(0, at.lastIndexOf("/"))).filter((one) => !own.some(isSame(one.node)));
  const isSent = (one: Node): boolean => !["header", "cookie"].includes(String(one.in)) || one.required === true;
  return [...ofPath, ...own].filter((one) => isSent(one.node));
}

/** The parameters of a call whose values the runtime hands over. */
export function lowerParameters(placed: readonly Placed[], role: string, lowering: Lowering): readonly Parameter[] {
  return placed.map(({ node, at }) => lowerParameter(node, at, role, lowering));
}

function lowerParameter(node: Node, at: string, role: string, lowering: Lowering): Parameter {
  const place = node.in;
  if (place !== "path" && place !== "query") lowering.diagnostics.report("unknown part", at, `a parameter in ${String(place)}`);
  const name = String(node.name);
  const schema = isNode(node.schema) ? node.schema : {};
  const wrapped = { type: "object", properties: { [name]: schema } };
  const field = lowerObject(wrapped, [role, "parameter", name], at, { ...lowering, docs: new Map() }).fields[0];
  if (field === undefined) throw new TypeError(`${at} has no schema`);
  return { name, in: place === "query" ? "query" : "path", required: node.required === true, type: field.type, limits: field.limits };
}

/** The 2xx answer as a type: one of several where they differ, null where all are empty. */
export function lowerAnswer(found: Found, lowering: Lowering): Type | null {
  for (const [what, where] of lostAnswers(found, lowering.document)) lowering.diagnostics.report("unknown part", where, what);
  const schemas = answersOf(found, lowering.document);
  const [first] = schemas;
  if (first === undefined) return null;
  const at = `${found.at}/responses`;
  const schema = schemas.length === 1 ? first : { oneOf: schemas };
  const flat = flatten(lowering.document, schema, at, lowering.diagnostics);
  // A list is named by what it is, so that its items can have the name of one of it.
  const path = flat.facts.type === "array" ? ["answer", "items"] : flat.facts.nullable === true ? ["answer", "value"] : ["answer"];
  return lowerType(flat, path, { ...lowering, without: "writeOnly" });
}

/** Good answers that hold something and no JSON, or that have no status of their own: what they hold would be lost without a word. */
function lostAnswers({ node, at }: Found, document: Node): readonly (readonly [what: string, where: string])[] {
  const responses = Object.entries(isNode(node.responses) ? node.responses : {});
  if (responses.some(([status]) => status === "default") && !responses.some(([status]) => status.startsWith("2")))
    return [["a good answer that `default` alone describes", `${at}/responses/default`]];
  return responses.flatMap(([status, written]) => {
    const where = `${at}/responses/${status}`;
    if (status.toUpperCase() === "2XX") return [[`an answer for all of ${status}`, where]];
    if (!/^2\d\d$/.test(status) || !isNode(written)) return [];
    const answer = followed(document, written);
    const types = Object.keys(isNode(answer.content) ? answer.content : {});
    if (types.length === 0 || jsonSchema(answer) !== undefined) return [];
    return [[`an answer as ${types.join(" or ")}${types.includes("application/json") ? " without a schema" : ""}`, where]];
  });
}

/** The schemas of the 2xx answers that have JSON, each once. */
function answersOf({ node }: Found, document: Node): readonly Node[] {
  const schemas = Object.entries(isNode(node.responses) ? node.responses : {})
    .filter(([status, written]) => /^2\d\d$/.test(status) && isNode(written))
    .flatMap(([, written]) => {
      const schema = jsonSchema(followed(document, written as Node));
      return schema === undefined ? [] : [schema];
    });
  return [...new Map(schemas.map((schema) => [JSON.stringify(schema), schema] as const)).values()];
}

/** The JSON schema of a request body or a response. */
export function jsonSchema(body: unknown): Node | undefined {
  const content = isNode(body) && isNode(body.content) ? body.content["application/json"] : undefined;
  return isNode(content) && isNode(content.schema) ? content.schema : undefined;
}

function textOf(value: unknown): string | null {
  return typeof value === "string" ? value : null;
}
