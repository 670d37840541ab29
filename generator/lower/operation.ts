import type { Operation, Parameter } from "../model/model.js";
import type { Problem } from "../problem.js";
import { isNode, type Node, resolve } from "./flatten.js";
import { type Lowering, lowerObject } from "./schema.js";

/** An operation of the document, with its place. */
export interface Found {
  readonly node: Node;
  readonly method: "get" | "post";
  readonly path: string;
  readonly at: string;
  /** Parameters that the path declares for all its operations. */
  readonly shared: readonly unknown[];
}

/** Where an operation stands; undefined when the document has none of that id. */
export function findOperation(document: Node, id: string): Found | undefined {
  for (const [path, item] of Object.entries(isNode(document.paths) ? document.paths : {})) {
    for (const method of ["get", "post"] as const) {
      const node = isNode(item) ? item[method] : undefined;
      if (!isNode(node) || node.operationId !== id) continue;
      const shared = isNode(item) && Array.isArray(item.parameters) ? item.parameters : [];
      return { node, method, path, at: `#/paths/${path.replaceAll("~", "~0").replaceAll("/", "~1")}/${method}`, shared };
    }
  }
  return undefined;
}

export function lowerOperation(found: Found, id: string, role: string, lowering: Lowering): Operation {
  const { node, method, path, at } = found;
  const own = Array.isArray(node.parameters) ? node.parameters : [];
  return {
    id,
    method,
    path,
    parameters: [...found.shared, ...own]
      .filter(isNode)
      .map((one, index) => lowerParameter(one, `${at}/parameters/${index}`, role, lowering)),
    answer: lowerObject(answerSchema(found, lowering), [role, "answer"], `${at}/responses`, lowering),
    rateLimit: textOf(node["x-ratelimit-category"]),
    scopes: scopesOf(node.security),
    sandbox: textOf(node["x-sandbox"]),
  };
}

function lowerParameter(written: Node, at: string, role: string, lowering: Lowering): Parameter {
  const node = typeof written.$ref === "string" ? resolve(lowering.document, written.$ref) : written;
  const place = node.in;
  if (place !== "path" && place !== "query") lowering.problems.push(unknown(`a parameter in ${String(place)}`, at));
  const name = String(node.name);
  const schema = isNode(node.schema) ? node.schema : {};
  const wrapped = { type: "object", properties: { [name]: schema } };
  const field = lowerObject(wrapped, [role, "parameter", name], at, { ...lowering, docs: new Map() }).fields[0];
  if (field === undefined) throw new TypeError(`${at} has no schema`);
  return { name, in: place === "query" ? "query" : "path", required: node.required === true, type: field.type, limits: field.limits };
}

/** The schema of the one 2xx answer that has JSON. */
function answerSchema(found: Found, lowering: Lowering): Node {
  const responses = isNode(found.node.responses) ? found.node.responses : {};
  for (const [status, written] of Object.entries(responses)) {
    if (!/^2\d\d$/.test(status) || !isNode(written)) continue;
    const response = typeof written.$ref === "string" ? resolve(lowering.document, written.$ref) : written;
    const schema = jsonSchema(response);
    if (schema !== undefined) return schema;
  }
  lowering.problems.push(unknown("an operation without a JSON answer", found.at));
  return { type: "object", properties: {} };
}

/** The JSON schema of a request body or a response. */
export function jsonSchema(body: unknown): Node | undefined {
  const content = isNode(body) && isNode(body.content) ? body.content["application/json"] : undefined;
  return isNode(content) && isNode(content.schema) ? content.schema : undefined;
}

function scopesOf(security: unknown): readonly string[] {
  const schemes = Array.isArray(security) ? security.filter(isNode) : [];
  return [...new Set(schemes.flatMap((scheme) => Object.values(scheme).flat()).map(String))];
}

function textOf(value: unknown): string | null {
  return typeof value === "string" ? value : null;
}

function unknown(what: string, where: string): Problem {
  return {
    what: `the generator does not know what to make of ${what}`,
    where,
    why: "A call made from it would not be the call that the API describes.",
    fix: "Teach generator/lower/operation.ts to read it.",
  };
}
