import { type Problem, Problems } from "../problem.js";
import { Diagnostics } from "../tolerance.js";
import type { Description } from "./description.js";
import { below, entriesOf, getOwn, isObject, type Json, type JsonObject, listOf } from "./json.js";
import { type Findings, factsOf, type Kind } from "./keywords.js";

// More than ten times what the largest of Pinterest's operations comes to.
const MOST_PARTS = 50_000;
const DEEPEST = 400;

/** An operation, and where it stands. */
interface Expansion {
  readonly name: string;
  readonly at: string;
  readonly parts: readonly Json[];
}

/**
 * A problem where an operation's parts, with each reference followed wherever it stands, are too many or lie too deep: a few lines of a
 * description can mean billions, and whoever walks over them would never end.
 */
export function checkExpansion({ name, at, parts: given }: Expansion, resolve: (reference: string) => Json | undefined): Problem | null {
  const within = new Set<string>();
  let parts = 0;
  let last = at;
  /** What there is too much of. */
  const walk = (part: Json | undefined, depth: number): string | null => {
    if (!isObject(part) && !Array.isArray(part)) return null;
    parts++;
    if (depth > DEEPEST) return `deeper than ${DEEPEST} steps`;
    if (parts > MOST_PARTS) return `more than ${MOST_PARTS} parts`;
    for (const reference of referencesOf(part)) {
      if (within.has(reference)) continue;
      within.add(reference);
      last = reference;
      const found = walk(resolve(reference), depth + 1);
      if (found !== null) return found;
      within.delete(reference);
    }
    for (const one of Object.values(part)) {
      const found = walk(one, depth + 1);
      if (found !== null) return found;
    }
    return null;
  };
  const found = walk(given, 0);
  if (found === null) return null;
  return {
    what: `${name} is ${found}, with all that it refers to`,
    where: last,
    why: "No operation of Pinterest's is nearly so large. Schemas that hold each other many times over mean billions of parts in a few lines.",
    fix: "Look at what this schema holds; get the description again from where it is published.",
  };
}

/** What a part refers to: by `$ref`, or as what its discriminator leads to where no list names that. */
function referencesOf(part: Json): readonly string[] {
  const isListed = getOwn(part, "oneOf") !== undefined || getOwn(part, "anyOf") !== undefined;
  const mapping = isListed ? undefined : getOwn(getOwn(part, "discriminator"), "mapping");
  return [getOwn(part, "$ref"), ...(isObject(mapping) ? Object.values(mapping) : [])].filter((one) => typeof one === "string");
}

/** An operation as far as its security goes; without needs of its own it has those of the document. */
interface Secured {
  readonly node: JsonObject;
}

/** The names of the security schemes that operations need: they are named, not referenced. */
export function schemesOf(operations: readonly Secured[], shared: Json | undefined): readonly string[] {
  const needs = operations.flatMap(({ node }) => listOf(getOwn(node, "security") ?? shared));
  return [...new Set([...needs, ...listOf(shared)].flatMap((need) => entriesOf(need).map(([scheme]) => scheme)))];
}

/** A part of a description: some operations, and all that they reach. */
export interface Slice {
  /** A valid OpenAPI document with the facts alone. */
  readonly document: JsonObject;
  /** The operations with their prose, in the description's order: those that are whole. */
  readonly operations: readonly SlicedOperation[];
  /** What was met on the way to each operation, also of those that are not whole: they have problems. So has a path that stands elsewhere. */
  readonly met: ReadonlyMap<string, Diagnostics>;
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

/** The operations of these ids, in the description's order. Of those that have one id, nothing says which is meant: none is found. */
export function findOperations(description: Description, ids: ReadonlySet<string>): readonly SlicedOperation[] {
  return findAll(description, ids).found;
}

/** The same, with the ids that several operations have, and where the second stands. */
export function findAll(
  description: Description,
  ids: ReadonlySet<string>,
): { readonly found: readonly SlicedOperation[]; readonly doubled: ReadonlyMap<string, string> } {
  const found = new Map<string, SlicedOperation>();
  const doubled = new Map<string, string>();
  // A name that is nowhere as it stands may be written in another way, with escapes.
  const isPlain = [...ids].every((id) => description.paths.some((path) => description.mentions(path, id)));
  const isMentioned = (path: string): boolean => [...ids].some((id) => description.mentions(path, id));
  const [first, last] = isPlain
    ? [description.paths.filter(isMentioned), description.paths.filter((path) => !isMentioned(path))]
    : [description.paths, []];
  const look = (path: string): void => {
    const item = pathItem(description, path);
    for (const [method, node] of entriesOf(item)) {
      const id = getOwn(node, "operationId");
      if (!methods.includes(method) || !isObject(node) || typeof id !== "string" || !ids.has(id)) continue;
      if (found.has(id) && !doubled.has(id)) doubled.set(id, below("#", "paths", path, method));
      found.set(id, { id, path, method, node, shared: listOf(getOwn(item, "parameters")), tags: tagsOf(node, description) });
    }
  };
  for (const path of first) look(path);
  // A name that stands in one path may be that of an operation in another, which stands elsewhere.
  if (found.size < ids.size) for (const path of last) look(path);
  return { found: [...found.values()].filter(({ id }) => !doubled.has(id)), doubled };
}

/** What stands under a path; where it stands elsewhere, what it refers to in the end and what it says itself. */
export function pathItem(description: Description, path: string): Json | undefined {
  let item = description.path(path);
  const seen = new Set<string>();
  for (let reference = getOwn(item, "$ref"); typeof reference === "string"; reference = getOwn(item, "$ref")) {
    const target = seen.has(reference) ? undefined : resolved(description, reference);
    seen.add(reference);
    if (!isObject(target)) {
      description.astray.set(path, reference);
      return item;
    }
    const { $ref: _, ...rest } = Object.fromEntries(entriesOf(item));
    item = { ...target, ...rest };
  }
  return item;
}

/** Keeps these operations of a description and what they transitively reach. Throws `Problems` where it is none; one that is not whole is left out. */
export function slice(description: Description, operations: readonly SlicedOperation[]): Slice {
  const head = headOf(description);
  const reach = new Reach(description);
  const met = new Map(operations.map((operation) => [operation.id, reach.operation(operation, getOwn(head, "security"))]));
  for (const [path, reference] of description.astray) met.set(path, astray(path, reference));
  const whole = operations.filter(({ id }) => met.get(id)?.problems.length === 0);
  const { security, ...rest } = head;
  return {
    document: { ...rest, ...(security !== undefined && { security }), paths: reach.paths(whole), components: reach.components(whole) },
    operations: whole,
    met,
    resolve: (reference) => resolved(description, reference),
  };
}

/** What is told of a path that refers to nothing in this document: whatever calls it has are left out. */
function astray(path: string, reference: string): Diagnostics {
  const diagnostics = new Diagnostics();
  const isHere = reference.startsWith("#/");
  diagnostics.report(isHere ? "reference to nothing" : "reference to elsewhere", below("#", "paths", path, "$ref"), reference);
  return diagnostics;
}

function headOf(description: Description): JsonObject {
  const openapi = description.root("openapi");
  const [title, version] = ["title", "version"].map((key) => getOwn(description.root("info"), key));
  const problems: Problem[] = [];
  if (!/^3(\.\d|$)/.test(String(openapi ?? ""))) {
    const found = openapi === undefined ? "without openapi" : `openapi ${JSON.stringify(openapi)}`;
    problems.push(lacking(`this is no OpenAPI 3 description, but one ${found}`, "#/openapi"));
  }
  const isText = (value: Json | undefined): boolean => typeof value === "string" || typeof value === "number";
  if (!isText(title) || !isText(version)) problems.push(lacking("the description has no title and version", "#/info"));
  if (problems.length > 0) throw new Problems(problems);
  const security = description.root("security");
  const findings: Findings = { references: new Set(), diagnostics: new Diagnostics(), locate: () => null };
  const servers = listOf(description.root("servers")).map((server, index) => factsOf(server, "server", `#/servers/${index}`, findings));
  return {
    // What a slice holds is in the words of 3.0, whichever version the description is written in.
    openapi: String(openapi).startsWith("3.0.") ? String(openapi) : "3.0.3",
    info: { title: String(title), version: String(version) },
    servers,
    ...(security === undefined ? {} : { security }),
  };
}

/** What can be met below one operation or component: its facts, what it refers to by name, and what was wrong with it. */
interface Part {
  readonly facts: Json;
  readonly references: ReadonlySet<string>;
  readonly diagnostics: Diagnostics;
}

/** Follows operations to all that they reach, each component once. */
class Reach {
  readonly #description: Description;
  readonly #components = new Map<string, Part>();
  readonly #operations = new Map<
    string,
    { readonly shared: JsonObject; readonly own: JsonObject; readonly reached: ReadonlySet<string> }
  >();
  /** What stands elsewhere than among the components, under a name that it gets there; and the references, by that name. */
  readonly #moved = new Map<string, string>();
  readonly #names = new Map<string, string>();
  /** How many names were tried for what would have one name. */
  readonly #tried = new Map<string, number>();

  constructor(description: Description) {
    this.#description = description;
  }

  /** What is met on the way through an operation. */
  operation(operation: SlicedOperation, security: Json | undefined): Diagnostics {
    const { id, path, method, node, shared } = operation;
    const at = below("#", "paths", path, method);
    const diagnostics = new Diagnostics();
    const resolve = (reference: string): Json | undefined => resolved(this.#description, reference);
    const tooLarge = checkExpansion({ name: `${method} ${path}`, at, parts: [node, ...shared] }, resolve);
    if (tooLarge !== null) {
      // What is too large is not walked over.
      diagnostics.problems.push(tooLarge);
      return diagnostics;
    }
    const findings = this.#findings(diagnostics);
    const rest = entriesOf(pathItem(this.#description, path)).filter(([key]) => !methods.includes(key) && key !== "$ref");
    const item = factsOf(Object.fromEntries(rest), "pathItem", below("#", "paths", path), findings) as JsonObject;
    const facts = factsOf(node, "operation", at, findings) as JsonObject;
    for (const scheme of schemesOf([operation], security)) {
      if (resolve(below("#", "components", "securitySchemes", scheme)) === undefined) diagnostics.report("security scheme", at, scheme);
      else findings.references.add(below("#", "components", "securitySchemes", scheme));
    }
    const reached = this.#reached(findings.references);
    for (const name of reached) diagnostics.add((this.#components.get(name) as Part).diagnostics);
    this.#operations.set(id, { shared: item, own: facts, reached });
    return diagnostics;
  }

  paths(operations: readonly SlicedOperation[]): JsonObject {
    const paths = [...new Set(operations.map(({ path }) => path))];
    return Object.fromEntries(
      paths.map((path) => {
        const ours = operations
          .filter((operation) => operation.path === path)
          .map((one) => [one.method, this.#operations.get(one.id)] as const);
        const kept = ours.flatMap(([method, found]): [string, Json][] =>
          found === undefined
            ? []
            : [[method, isObject(found.own.responses) ? { ...found.own, responses: described(found.own.responses) } : found.own]],
        );
        return [path, { ...ours[0]?.[1]?.shared, ...Object.fromEntries(kept) }];
      }),
    );
  }

  /** All that the operations reach, in the description's order; behind it what was moved there. */
  components(operations: readonly SlicedOperation[]): JsonObject {
    const all = new Set(operations.flatMap(({ id }) => [...(this.#operations.get(id)?.reached ?? [])]));
    const facts = (section: string, name: string): Json | undefined => {
      const at = below("#", "components", section, name);
      const node = all.has(at) ? this.#components.get(at)?.facts : undefined;
      return section === "responses" && isObject(node) && getOwn(node, "$ref") === undefined ? { description: "An answer", ...node } : node;
    };
    const named = new Map([...this.#description.components].map(([section, names]) => [section, [...names]]));
    for (const at of this.#names.values()) {
      const [section = "", name = ""] = stepsOf(at);
      named.set(section, [...(named.get(section) ?? []), name]);
    }
    const sections = [...named].map(([section, names]): [string, JsonObject] => [
      section,
      Object.fromEntries(
        names.flatMap((name): [string, Json][] => {
          const node = facts(section, name);
          return node === undefined ? [] : [[name, node]];
        }),
      ),
    ]);
    return Object.fromEntries(sections.filter(([, names]) => Object.keys(names).length > 0));
  }

  #findings(diagnostics: Diagnostics): Findings & { readonly references: Set<string> } {
    return { references: new Set(), diagnostics, locate: (reference, kind) => this.#locate(reference, kind) };
  }

  /** The components that references lead to, and those that these refer to. */
  #reached(references: ReadonlySet<string>): ReadonlySet<string> {
    const reached = new Set([...references].map(componentOf));
    // A set that grows is still walked to its end.
    for (const at of reached) for (const next of this.#component(at).references) reached.add(componentOf(next));
    return reached;
  }

  #component(at: string): Part {
    const known = this.#components.get(at);
    if (known !== undefined) return known;
    const diagnostics = new Diagnostics();
    const findings = this.#findings(diagnostics);
    const [section = ""] = stepsOf(at);
    const written = this.#moved.get(at) ?? at;
    const facts = factsOf(resolved(this.#description, written) ?? {}, sectionKinds[section] ?? "schema", written, findings);
    const part = { facts, references: findings.references, diagnostics };
    this.#components.set(at, part);
    return part;
  }

  #locate(written: string, kind: Kind): string | null {
    const isThere = (one: string): boolean => isNodeOf(kind, resolved(this.#description, one));
    const reference = isThere(written) ? written : decoded(written);
    if (!isThere(reference)) return null;
    const [section = "", , ...deeper] = stepsOf(reference);
    // What stands within a component gets a name of its own: a list of parts has no steps that all readers know.
    if (reference.startsWith("#/components/") && Object.hasOwn(sectionKinds, section) && deeper.length === 0) return reference;
    const [home] = Object.entries(sectionKinds).find(([, held]) => held === kind) ?? [];
    return home === undefined ? null : this.#move(reference, home);
  }

  /** The name among the components of what stands elsewhere. */
  #move(reference: string, section: string): string {
    const known = this.#names.get(reference);
    if (known !== undefined) return known;
    const isTaken = (at: string): boolean => this.#moved.has(at) || resolved(this.#description, at) !== undefined;
    const plain = reference
      .replace(/^#\/(components\/[^/]+\/)?/, "")
      .split("/")
      .filter((step) => !MOVED.includes(step))
      .join(".")
      .replace(/~1/g, ".")
      .replace(/[^A-Za-z0-9._-]+/g, "");
    let at = below("#", "components", section, plain === "" ? "Moved" : plain);
    // One after another, but never one that was tried for another: each would cost all before it.
    const base = at;
    let count = this.#tried.get(base) ?? 0;
    while (isTaken(at)) at = count++ === 0 ? `${base}_` : `${base}_${count}`;
    this.#tried.set(base, count);
    this.#moved.set(at, reference);
    this.#names.set(reference, at);
    return at;
  }
}

/** Whether a reference to a node of this kind may lead to it: not to a list of names, or to one of them. What is empty is a node without a word. */
function isNodeOf(kind: Kind, target: Json | undefined): boolean {
  return isObject(target) || target === null || (kind === "schema" && typeof target === "boolean");
}

function tagsOf(operation: JsonObject, description: Description): readonly (readonly [string, Json])[] {
  const names = listOf(getOwn(operation, "tags"));
  return listOf(description.root("tags")).flatMap((tag, index) =>
    names.includes(getOwn(tag, "name") ?? null) ? [[below("#", "tags", index), tag] as const] : [],
  );
}

/** Keywords that are no more where schemas are in the words of 3.0: what stands below them moves. */
const MOVED = ["$defs", "definitions", "prefixItems", "patternProperties", "dependentSchemas", "if", "then", "else", "contentSchema"];

/** A reference without the escapes of an address. */
function decoded(reference: string): string {
  try {
    return decodeURIComponent(reference);
  } catch {
    return reference;
  }
}

/** The component that a reference leads into. */
function componentOf(reference: string): string {
  return reference.split("/").slice(0, 4).join("/");
}

/** OpenAPI demands a description of every response; these are our words. */
function described(responses: JsonObject): JsonObject {
  const words = (status: string): string => (status === "default" ? "Any other answer" : `Answer ${status}`);
  return Object.fromEntries(
    Object.entries(responses).map(([status, response]) => [
      status,
      isObject(response) && getOwn(response, "$ref") === undefined ? { description: words(status), ...response } : response,
    ]),
  );
}

/** The steps of a reference after `#/components/`. */
function stepsOf(reference: string): readonly string[] {
  return reference.split("/").slice(2).map(unescaped);
}

function unescaped(step: string): string {
  return step.replaceAll("~1", "/").replaceAll("~0", "~");
}

function resolved(description: Description, reference: string): Json | undefined {
  const [start, root = "", ...steps] = reference.split("/").map(unescaped);
  const from = (node: Json | undefined, deeper: readonly string[]): Json | undefined =>
    deeper.reduce<Json | undefined>((inner, step) => (Array.isArray(inner) ? inner[Number(step)] : getOwn(inner, step)), node);
  if (start !== "#") return undefined;
  const [first = "", second = ""] = steps;
  if (root === "components") return from(description.component(first, second), steps.slice(2));
  return root === "paths" ? from(description.path(first), steps.slice(1)) : from(description.root(root), steps);
}

/** Something that the description does not have. */
function lacking(what: string, where: string): Problem {
  return {
    what,
    where,
    why: "A contract can only be made of what the description has.",
    fix: "Look at what was read, and at what the flows file asks for.",
  };
}
