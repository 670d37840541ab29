import { type Problem, Problems } from "../problem.js";
import { excess } from "./extent.js";
import { type Findings, factsOf, type Kind } from "./facts.js";
import { below, entriesOf, isObject, type Json, type JsonObject, listOf, own } from "./json.js";
import { nearest } from "./nearest.js";
import type { Description } from "./read.js";
import { lacking, schemesOf, unknownScopes } from "./security.js";

/** A part of a description: some operations, and all that they reach. */
export interface Slice {
  /** A valid OpenAPI document with the facts alone. */
  readonly document: JsonObject;
  /** The operations with their prose, in the description's order. */
  readonly operations: readonly SlicedOperation[];
  /** What a reference means, prose included. */
  resolve(reference: string): Json | undefined;
}

export interface SlicedOperation {
  readonly id: string;
  readonly path: string;
  readonly method: string;
  readonly node: JsonObject;
  /** Parameters that the operation shares with the others of its path. */
  readonly shared: readonly Json[];
  /** What the description says of the operation's tags, each with its JSON pointer. */
  readonly tags?: readonly (readonly [at: string, tag: Json])[];
}

const methods = ["get", "put", "post", "delete", "options", "head", "patch", "trace"];

const sectionKinds: Readonly<Record<string, Kind>> = {
  schemas: "schema",
  parameters: "parameter",
  responses: "response",
  requestBodies: "requestBody",
  headers: "header",
  securitySchemes: "securityScheme",
};

/** Keeps the named operations of a description, and what they transitively reach. `places`: where they are asked for, as far as it is known. */
export function slice(description: Description, ids: readonly string[], places: ReadonlyMap<string, string> = new Map()): Slice {
  const findings: Findings = { references: new Map(), problems: [] };
  const head = headOf(description, findings);
  const operations = operationsOf(description, ids, findings);
  findings.problems.push(...missing(description, ids, { operations, places }));
  const resolve = (reference: string): Json | undefined => resolved(description, reference);
  const tooLarge = operations.flatMap(
    ({ path, method, node, shared }) =>
      excess({ name: `${method} ${path}`, at: below("#", "paths", path, method), parts: [node, ...shared] }, resolve) ?? [],
  );
  // Nobody may walk over what is too large.
  if (tooLarge.length > 0) throw new Problems(tooLarge);
  const paths = pathsOf(description, operations, findings);
  for (const scheme of schemesOf(operations, own(head, "security"))) {
    const reference = below("#", "components", "securitySchemes", scheme);
    findings.references.set(reference, "#/components/securitySchemes");
  }
  const components = reached(description, findings);
  findings.problems.push(...unknownScopes(operations, own(head, "security"), own(components, "securitySchemes")));
  if (findings.problems.length > 0) throw new Problems(findings.problems);
  return { document: { ...head, paths, components }, operations, resolve };
}

function headOf(description: Description, { problems }: Findings): JsonObject {
  const openapi = description.root("openapi");
  const title = own(description.root("info"), "title");
  const version = own(description.root("info"), "version");
  if (typeof openapi !== "string" || !openapi.startsWith("3.0.")) {
    const found = openapi === undefined ? "without openapi" : `openapi ${JSON.stringify(openapi)}`;
    problems.push(lacking(`this is no OpenAPI 3.0 description, but one ${found}`, "#/openapi"));
  }
  if (typeof title !== "string" || typeof version !== "string")
    problems.push(lacking("the description has no title and version", "#/info"));
  if (problems.length > 0) throw new Problems(problems);
  const security = description.root("security");
  const servers = listOf(description.root("servers"));
  const findings = { references: new Map(), problems };
  return {
    openapi: openapi as string,
    info: { title: title as string, version: version as string },
    servers: servers.map((server, index) => factsOf(server, "server", `#/servers/${index}`, findings)),
    ...(security === undefined ? {} : { security }),
  };
}

function operationsOf(description: Description, ids: readonly string[], { problems }: Findings): readonly SlicedOperation[] {
  const found: SlicedOperation[] = [];
  // A name that is nowhere as it stands may be written in another way, with escapes.
  const isPlain = ids.every((id) => description.paths.some((path) => description.mentions(path, id)));
  for (const path of description.paths) {
    if (isPlain && !ids.some((id) => description.mentions(path, id))) continue;
    const item = description.path(path);
    for (const [method, node] of entriesOf(item)) {
      const id = own(node, "operationId");
      if (!methods.includes(method) || !isObject(node) || typeof id !== "string" || !ids.includes(id)) continue;
      if (found.some((other) => other.id === id))
        problems.push(lacking(`two operations call themselves ${id}`, below("#", "paths", path, method)));
      found.push({ id, path, method, node, shared: listOf(own(item, "parameters")), tags: tagsOf(node, description) });
    }
  }
  return found;
}

function tagsOf(operation: JsonObject, description: Description): readonly (readonly [string, Json])[] {
  const names = listOf(own(operation, "tags"));
  return listOf(description.root("tags")).flatMap((tag, index) =>
    names.includes(own(tag, "name") ?? null) ? [[below("#", "tags", index), tag] as const] : [],
  );
}

function missing(
  description: Description,
  ids: readonly string[],
  { operations, places }: { readonly operations: readonly SlicedOperation[]; readonly places: ReadonlyMap<string, string> },
): readonly Problem[] {
  const lost = [...new Set(ids)].filter((id) => !operations.some((operation) => operation.id === id));
  // The whole description is read only for this.
  const known =
    lost.length === 0
      ? []
      : description.paths.flatMap((path) => entriesOf(description.path(path)).map(([, node]) => own(node, "operationId")));
  const names = known.filter((id) => typeof id === "string");
  return lost.map((id) => lacking(`the description has no operation ${id}${nearest(id, names)}`, places.get(id) ?? "#/paths"));
}

function pathsOf(description: Description, operations: readonly SlicedOperation[], findings: Findings): JsonObject {
  const paths = [...new Set(operations.map(({ path }) => path))];
  return Object.fromEntries(
    paths.map((path) => {
      const ours = operations.filter((operation) => operation.path === path);
      const rest = entriesOf(description.path(path)).filter(([key]) => !methods.includes(key));
      const shared = factsOf(Object.fromEntries(rest), "pathItem", below("#", "paths", path), findings) as JsonObject;
      const kept = ours.map(({ method, node }) => {
        const facts = factsOf(node, "operation", below("#", "paths", path, method), findings) as JsonObject;
        return [method, isObject(facts.responses) ? { ...facts, responses: described(facts.responses) } : facts] as const;
      });
      return [path, { ...shared, ...Object.fromEntries(kept) }];
    }),
  );
}

/** OpenAPI demands a description of every response; these are our words. */
function described(responses: JsonObject): JsonObject {
  const words = (status: string): string => (status === "default" ? "Any other answer" : `Answer ${status}`);
  return Object.fromEntries(
    Object.entries(responses).map(([status, response]) => [
      status,
      isObject(response) && own(response, "$ref") === undefined ? { description: words(status), ...response } : response,
    ]),
  );
}

/** Follows the references until there are no new ones, then puts what they name into the description's order. */
function reached(description: Description, findings: Findings): JsonObject {
  const facts = new Map<string, Json>();
  // A map that grows is still walked to its end.
  for (const [reference, from] of findings.references) {
    const [section = "", name = ""] = stepsOf(reference);
    const at = below("#", "components", section, name);
    const kind = Object.hasOwn(sectionKinds, section) ? sectionKinds[section] : undefined;
    const node = description.component(section, name);
    if (!kind || node === undefined || resolved(description, reference) === undefined) findings.problems.push(dangling(reference, from));
    else if (!facts.has(at)) {
      const shaped = factsOf(node, kind, at, findings);
      facts.set(at, section === "responses" && isObject(shaped) ? { description: "An answer", ...shaped } : shaped);
    }
  }
  const sections = [...description.components].map(([section, names]): [string, JsonObject] => [
    section,
    Object.fromEntries(
      names.flatMap((name) => {
        const node = facts.get(below("#", "components", section, name));
        return node === undefined ? [] : [[name, node] as const];
      }),
    ),
  ]);
  return Object.fromEntries(sections.filter(([, names]) => Object.keys(names).length > 0));
}

/** The steps of a reference after `#/components/`. */
function stepsOf(reference: string): readonly string[] {
  return reference
    .split("/")
    .slice(2)
    .map((step) => step.replaceAll("~1", "/").replaceAll("~0", "~"));
}

function resolved(description: Description, reference: string): Json | undefined {
  const [section = "", name = "", ...deeper] = stepsOf(reference);
  return deeper.reduce<Json | undefined>(
    (node, step) => (Array.isArray(node) ? node[Number(step)] : own(node, step)),
    description.component(section, name),
  );
}

function dangling(reference: string, from: string): Problem {
  return {
    what: `a reference leads nowhere: ${reference}`,
    where: from,
    why: "A description that was cut off looks like this, and types made from it would lie.",
    fix: "Get the description again, whole.",
  };
}
