import { below, stepsOf } from "../../runtime/validation/pointer.js";
import { Diagnostics } from "../diagnostics.js";
import { type Problem, Problems } from "../problem.js";
import type { Description } from "./description.js";
import {
  decoded,
  entriesOf,
  getOwn,
  isObject,
  type Json,
  type JsonObject,
  listedIn,
  listOf,
} from "./json.js";
import { type Findings, factsOf, type Kind } from "./keywords.js";
import { Subtypes } from "./subtypes.js";

// Maximum number of nodes in an operation. Pinterest's largest operation has less than a tenth as
// many.
const MAX_PARTS = 50_000;
const DEEPEST = 400;

/** An operation and its location, for the size check. */
interface Expansion {
  readonly name: string;
  readonly at: string;
  readonly parts: readonly Json[];
}

/**
 * Checks that an operation is not too large once `resolve` has expanded its references.
 *
 * A few lines of a description can expand to billions of parts, too many to traverse. Returns a
 * problem for more than 50,000 nodes or 400 levels, otherwise null. References that cannot be
 * resolved and recursive references are not followed. The problem's message contains `name`. Its
 * location is the last reference followed, or `at` if there is none.
 */
function checkExpansion(
  { name, at, parts: roots }: Expansion,
  resolve: (reference: string) => Json | undefined,
): Problem | null {
  const openReferences = new Set<string>();
  let partCount = 0;
  let last = at;
  /** The limit that is exceeded; null if none is. */
  const exceededLimit = (part: Json | undefined, depth: number): string | null => {
    if (!isObject(part) && !Array.isArray(part)) return null;
    partCount++;
    if (depth > DEEPEST) return `more than ${DEEPEST} levels of nesting`;
    if (partCount > MAX_PARTS) return `more than ${MAX_PARTS} parts`;
    for (const reference of referencesOf(part)) {
      if (openReferences.has(reference)) continue;
      openReferences.add(reference);
      last = reference;
      const exceeded = exceededLimit(resolve(reference), depth + 1);
      if (exceeded !== null) return exceeded;
      openReferences.delete(reference);
    }
    for (const child of Object.values(part)) {
      const exceeded = exceededLimit(child, depth + 1);
      if (exceeded !== null) return exceeded;
    }
    return null;
  };
  const exceeded = exceededLimit(roots, 0);
  if (exceeded === null) return null;
  return {
    what: `${name} has ${exceeded} once its references are expanded`,
    where: last,
    why: "No operation in the API is anywhere near this large. A few lines of schemas that contain each other can expand to billions of parts.",
    fix: "Check what this schema contains, and download the description again from its official source.",
  };
}

/**
 * References of a node: its `$ref`, and the mapping of its discriminator if neither `oneOf` nor
 * `anyOf` lists the schemas.
 */
function referencesOf(part: Json): readonly string[] {
  const isListed = getOwn(part, "oneOf") !== undefined || getOwn(part, "anyOf") !== undefined;
  const mapping = isListed ? undefined : getOwn(getOwn(part, "discriminator"), "mapping");
  return [getOwn(part, "$ref"), ...(isObject(mapping) ? Object.values(mapping) : [])].filter(
    (reference) => typeof reference === "string",
  );
}

/**
 * The part of an operation that defines its security. If the operation has no `security`, the
 * document's security applies.
 */
interface Secured {
  readonly node: JsonObject;
}

/**
 * Names of the security schemes in the requirements of the operations and in `shared`, the
 * document's own `security`. Requirements refer to schemes by name, not by `$ref`.
 */
function schemesOf(operations: readonly Secured[], shared: Json | undefined): readonly string[] {
  const needs = operations.flatMap(({ node }) => listedIn(getOwn(node, "security") ?? shared));
  return [
    ...new Set(
      [...needs, ...listedIn(shared)].flatMap((need) => entriesOf(need).map(([scheme]) => scheme)),
    ),
  ];
}

/** Some operations of a description and everything they refer to. */
export interface Slice {
  /** A valid OpenAPI document without prose. */
  readonly document: JsonObject;
  /** The operations without problems, with their prose, in the order of the description. */
  readonly operations: readonly SlicedOperation[];
  /**
   * Findings about operations, keyed by id, including operations left out because of problems.
   * Findings about paths with an unresolved reference are keyed by path.
   */
  readonly findings: ReadonlyMap<string, Diagnostics>;
}

/** An operation of a description, with its unchanged node. */
export interface SlicedOperation {
  readonly id: string;
  readonly path: string;
  readonly method: string;
  readonly node: JsonObject;
  /** Parameters that the path declares for all its operations. */
  readonly shared: readonly Json[];
  /** The tag objects of the operation, each with its JSON pointer in the description. */
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

/**
 * Finds operations by id, in the order of the description.
 *
 * An operation whose id is written with escapes may be out of order. Unknown ids and ids that
 * several operations share are left out. Paths that cannot be resolved are added to the
 * description's `unresolvedPaths`.
 */
export function findOperations(
  description: Description,
  ids: ReadonlySet<string>,
): readonly SlicedOperation[] {
  return findWithDuplicates(description, ids).operations;
}

/**
 * Finds operations by id like `findOperations`, and the ids that several operations share.
 *
 * `duplicates` contains the shared ids, with the JSON pointer of the second operation.
 */
export function findWithDuplicates(
  description: Description,
  ids: ReadonlySet<string>,
): {
  readonly operations: readonly SlicedOperation[];
  readonly duplicates: ReadonlyMap<string, string>;
} {
  const byId = new Map<string, SlicedOperation>();
  const duplicates = new Map<string, string>();
  // All paths are read if an id is written with escapes, because no path mentions it literally.
  // They are also read if so many ids are requested that skipping paths would save little.
  const isPlain =
    ids.size < description.paths.length &&
    [...ids].every((id) => description.paths.some((path) => description.mentions(path, id)));
  const isMentioned = (path: string): boolean =>
    [...ids].some((id) => description.mentions(path, id));
  const [first, last] = isPlain
    ? [
        description.paths.filter(isMentioned),
        description.paths.filter((path) => !isMentioned(path)),
      ]
    : [description.paths, []];
  const visit = (path: string): void => {
    const item = pathItem(description, path);
    for (const [method, node] of entriesOf(item)) {
      const id = getOwn(node, "operationId");
      if (!methods.includes(method) || !isObject(node) || typeof id !== "string" || !ids.has(id))
        continue;
      if (byId.has(id) && !duplicates.has(id))
        duplicates.set(id, below("#", "paths", path, method));
      byId.set(id, {
        id,
        path,
        method,
        node,
        shared: listOf(getOwn(item, "parameters")),
        tags: tagsOf(node, description),
      });
    }
  };
  for (const path of first) visit(path);
  // If an operation is still missing, read the other paths: a path can mention an id without
  // containing its operation.
  if (byId.size < ids.size) for (const path of last) visit(path);
  return { operations: [...byId.values()].filter(({ id }) => !duplicates.has(id)), duplicates };
}

/**
 * A path item with its `$ref` followed, through several references if necessary.
 *
 * The path item's own keys override the target's keys. Undefined if the path does not exist. A
 * reference that cannot be resolved or leads back to itself is added to `unresolvedPaths` of the
 * description, and is kept in the result.
 */
export function pathItem(description: Description, path: string): Json | undefined {
  let item = description.path(path);
  const seen = new Set<string>();
  for (
    let reference = getOwn(item, "$ref");
    typeof reference === "string";
    reference = getOwn(item, "$ref")
  ) {
    const target = seen.has(reference) ? undefined : targetOf(description, reference);
    seen.add(reference);
    if (!isObject(target)) {
      description.unresolvedPaths.set(path, reference);
      return item;
    }
    const { $ref: _, ...siblings } = Object.fromEntries(entriesOf(item));
    item = { ...target, ...siblings };
  }
  return item;
}

/**
 * Creates an OpenAPI 3.0 document, without prose, from operations and everything they refer to.
 *
 * Operations with problems are left out of `document` and `operations`. `findings` has an entry for
 * each operation id, even if the operation has no problems, and an entry for each unresolved path.
 * Throws `Problems` if the description is not OpenAPI 3 or has no title or version.
 */
export function slice(description: Description, operations: readonly SlicedOperation[]): Slice {
  const head = headOf(description);
  const reach = new Reach(description);
  const findings = new Map(
    operations.map((operation) => [
      operation.id,
      reach.operation(operation, getOwn(head, "security")),
    ]),
  );
  for (const [path, reference] of description.unresolvedPaths)
    findings.set(path, unresolvedPath(path, reference));
  const valid = operations.filter(({ id }) => findings.get(id)?.problems.length === 0);
  const { security, ...fields } = head;
  return {
    document: {
      ...fields,
      ...(security !== undefined && { security }),
      paths: reach.paths(valid),
      components: reach.components(valid),
    },
    operations: valid,
    findings,
  };
}

/** The finding for a path with a reference that cannot be resolved. Its operations are left out. */
function unresolvedPath(path: string, reference: string): Diagnostics {
  const diagnostics = new Diagnostics();
  const isHere = reference.startsWith("#/");
  diagnostics.report(
    isHere ? "reference without a target" : "external reference",
    below("#", "paths", path, "$ref"),
    reference,
  );
  return diagnostics;
}

/**
 * The version, title, servers and security of a description, as 3.0. Throws `Problems` if it is not
 * OpenAPI 3 or has no title or version.
 */
function headOf(description: Description): JsonObject {
  const openapi = description.root("openapi");
  const [title, version] = ["title", "version"].map((key) => getOwn(description.root("info"), key));
  const problems: Problem[] = [];
  if (!/^3(\.\d|$)/.test(String(openapi ?? ""))) {
    const actual =
      openapi === undefined
        ? "it has no `openapi`"
        : `its \`openapi\` is ${JSON.stringify(openapi)}`;
    problems.push(missingPart(`the input is not an OpenAPI 3 description: ${actual}`, "#/openapi"));
  }
  const isText = (value: Json | undefined): boolean =>
    typeof value === "string" || typeof value === "number";
  if (!isText(title) || !isText(version))
    problems.push(missingPart("the description has no title or no version", "#/info"));
  if (problems.length > 0) throw new Problems(problems, "unreadable");
  const security = description.root("security");
  const findings: Findings = {
    references: new Set(),
    diagnostics: new Diagnostics(),
    locate: () => null,
    resolve: () => undefined,
    ignoresSiblings: false,
    isContract: false,
  };
  const servers = listedIn(description.root("servers")).map((server, index) =>
    factsOf(server, "server", `#/servers/${index}`, findings),
  );
  return {
    // The slice uses 3.0, no matter which version the description uses.
    openapi: String(openapi).startsWith("3.0.") ? String(openapi) : "3.0.3",
    info: { title: String(title), version: String(version) },
    servers,
    ...(security === undefined || security === null ? {} : { security }),
  };
}

/** An operation's or component's facts, references and findings. */
interface Part {
  readonly facts: Json;
  readonly references: ReadonlySet<string>;
  readonly diagnostics: Diagnostics;
}

/** Collects everything that operations refer to, each component once. */
class Reach {
  readonly #description: Description;
  readonly #subtypes: Subtypes;
  readonly #components = new Map<string, Part>();
  readonly #operations = new Map<
    string,
    {
      readonly shared: JsonObject;
      readonly facts: JsonObject;
      readonly reached: ReadonlySet<string>;
    }
  >();
  /**
   * Nodes that were moved into the components. Maps the new component pointer to the original
   * reference; `#names` maps in the other direction.
   */
  readonly #moved = new Map<string, string>();
  readonly #names = new Map<string, string>();
  /** Number of suffixes tried so far, keyed by desired component pointer. */
  readonly #tried = new Map<string, number>();

  readonly #ignoresSiblings: boolean;
  readonly #isContract: boolean;

  constructor(description: Description) {
    this.#description = description;
    this.#subtypes = new Subtypes(description);
    // A contract is written as 3.0, but keeps the keywords next to references that later versions
    // allow.
    this.#isContract = description.root("x-contract") !== undefined;
    this.#ignoresSiblings =
      /^3(?:\.0|$)/.test(String(description.root("openapi"))) && !this.#isContract;
  }

  /** Reads an operation and everything it refers to, and returns the findings. */
  operation(operation: SlicedOperation, security: Json | undefined): Diagnostics {
    const { id, path, method, node, shared } = operation;
    const at = below("#", "paths", path, method);
    const diagnostics = new Diagnostics();
    const resolve = (reference: string): Json | undefined => targetOf(this.#description, reference);
    const tooLarge = checkExpansion(
      { name: `${method} ${path}`, at, parts: [node, ...shared] },
      resolve,
    );
    if (tooLarge !== null) {
      // An operation that is too large is not traversed.
      diagnostics.problems.push(tooLarge);
      return diagnostics;
    }
    const findings = this.#findings(diagnostics);
    const pathFields = entriesOf(pathItem(this.#description, path)).filter(
      ([key]) => !methods.includes(key) && key !== "$ref",
    );
    const item = factsOf(
      Object.fromEntries(pathFields),
      "pathItem",
      below("#", "paths", path),
      findings,
    ) as JsonObject;
    const facts = factsOf(node, "operation", at, findings) as JsonObject;
    for (const scheme of schemesOf([operation], security)) {
      if (resolve(below("#", "components", "securitySchemes", scheme)) === undefined)
        diagnostics.report("security scheme", at, scheme);
      else findings.references.add(below("#", "components", "securitySchemes", scheme));
    }
    const reached = this.#reached(findings.references);
    for (const name of reached) diagnostics.add((this.#components.get(name) as Part).diagnostics);
    this.#operations.set(id, { shared: item, facts, reached });
    return diagnostics;
  }

  /** The `paths` of a document with these operations, which must have been read. */
  paths(operations: readonly SlicedOperation[]): JsonObject {
    const paths = [...new Set(operations.map(({ path }) => path))];
    return Object.fromEntries(
      paths.map((path) => {
        const byMethod = operations
          .filter((operation) => operation.path === path)
          .map((sibling) => [sibling.method, this.#operations.get(sibling.id)] as const);
        const facts = byMethod.flatMap(([method, operation]): [string, Json][] =>
          operation === undefined
            ? []
            : [
                [
                  method,
                  isObject(operation.facts.responses)
                    ? { ...operation.facts, responses: withDescriptions(operation.facts.responses) }
                    : operation.facts,
                ],
              ],
        );
        return [path, { ...byMethod[0]?.[1]?.shared, ...Object.fromEntries(facts) }];
      }),
    );
  }

  /**
   * The components that the operations refer to, in the order of the description. Nodes that were
   * moved into the components come last.
   */
  components(operations: readonly SlicedOperation[]): JsonObject {
    const all = new Set(
      operations.flatMap(({ id }) => [...(this.#operations.get(id)?.reached ?? [])]),
    );
    const facts = (section: string, name: string): Json | undefined => {
      const at = below("#", "components", section, name);
      const node = all.has(at) ? this.#components.get(at)?.facts : undefined;
      return section === "responses" && isObject(node) && getOwn(node, "$ref") === undefined
        ? { description: "A response", ...node }
        : node;
    };
    const named = new Map(
      [...this.#description.components].map(([section, names]) => [section, [...names]]),
    );
    for (const at of this.#names.values()) {
      const [, section = "", name = ""] = stepsOf(at);
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

  /** The context for reading one operation or component. */
  #findings(diagnostics: Diagnostics): Findings & { readonly references: Set<string> } {
    return {
      references: new Set(),
      diagnostics,
      locate: (reference, kind) => this.#locate(reference, kind),
      resolve: (reference) => targetOf(this.#description, reference),
      ignoresSiblings: this.#ignoresSiblings,
      isContract: this.#isContract,
    };
  }

  /** The components that references lead to, directly or through other references. */
  #reached(references: ReadonlySet<string>): ReadonlySet<string> {
    const reached = new Set([...references].map(componentOf));
    // Iterating over a Set also visits entries that are added during the loop.
    for (const at of reached)
      for (const next of this.#component(at).references) reached.add(componentOf(next));
    return reached;
  }

  /** Reads a component, or returns it if it has been read before. */
  #component(at: string): Part {
    const known = this.#components.get(at);
    if (known !== undefined) return known;
    const diagnostics = new Diagnostics();
    const findings = this.#findings(diagnostics);
    const [, section = ""] = stepsOf(at);
    const original = this.#moved.get(at) ?? at;
    const [, first, name = "", ...deeper] = stepsOf(original);
    const target = resolved(this.#description, original) ?? {};
    const isSchema = first === "schemas" && deeper.length === 0;
    const facts = factsOf(
      isSchema ? this.#subtypes.completed(name, target) : target,
      sectionKinds[section] ?? "schema",
      original,
      findings,
    );
    const part = { facts, references: findings.references, diagnostics };
    this.#components.set(at, part);
    return part;
  }

  /**
   * The reference in the form that the slice uses. Null if it does not lead to a node of this kind.
   */
  #locate(target: string, kind: Kind): string | null {
    const isThere = (pointer: string): boolean =>
      isNodeOf(kind, resolved(this.#description, pointer));
    const reference = isThere(target) ? target : decoded(target);
    if (!isThere(reference)) return null;
    const [, section = "", , ...deeper] = stepsOf(reference);
    // A node inside a component becomes a component of its own, because some tools cannot resolve
    // pointers through arrays.
    if (
      reference.startsWith("#/components/") &&
      Object.hasOwn(sectionKinds, section) &&
      deeper.length === 0
    )
      return reference;
    const [home] =
      Object.entries(sectionKinds).find(([, sectionKind]) => sectionKind === kind) ?? [];
    return home === undefined ? null : this.#move(reference, home);
  }

  /** Moves a node into the components and returns its component pointer. */
  #move(reference: string, section: string): string {
    const known = this.#names.get(reference);
    if (known !== undefined) return known;
    const isTaken = (at: string): boolean =>
      this.#moved.has(at) || resolved(this.#description, at) !== undefined;
    const baseName = reference
      .replace(/^#\/(components\/[^/]+\/)?/, "")
      .split("/")
      .filter((step) => !MOVED.includes(step))
      .join(".")
      .replace(/~1/g, ".")
      .replace(/[^A-Za-z0-9._-]+/g, "");
    let at = below("#", "components", section, baseName === "" ? "Moved" : baseName);
    // Continue after the last suffix tried for this name, because starting over each time would
    // take quadratic time.
    const base = at;
    let count = this.#tried.get(base) ?? 0;
    while (isTaken(at)) at = count++ === 0 ? `${base}_` : `${base}_${count}`;
    this.#tried.set(base, count);
    this.#moved.set(at, reference);
    this.#names.set(reference, at);
    return at;
  }
}

/**
 * Whether a reference of this kind can lead to this target.
 *
 * The target must be an object or, for a schema, a boolean. An empty node (null) counts as an
 * object without keys.
 */
function isNodeOf(kind: Kind, target: Json | undefined): boolean {
  return isObject(target) || target === null || (kind === "schema" && typeof target === "boolean");
}

/** The tag objects that an operation's `tags` name, with their JSON pointers. */
function tagsOf(
  operation: JsonObject,
  description: Description,
): readonly (readonly [string, Json])[] {
  const names = listOf(getOwn(operation, "tags"));
  return listOf(description.root("tags")).flatMap((tag, index) =>
    names.includes(getOwn(tag, "name") ?? null) ? [[below("#", "tags", index), tag] as const] : [],
  );
}

/**
 * Keywords that normalization to 3.0 removes. If a schema is moved out of such a keyword, its new
 * name does not contain the keyword.
 */
const MOVED = [
  "$defs",
  "definitions",
  "prefixItems",
  "patternProperties",
  "dependentSchemas",
  "if",
  "then",
  "else",
  "contentSchema",
];

/** The target of a reference: tries it as written, then with its percent escapes decoded. */
function targetOf(description: Description, reference: string): Json | undefined {
  return resolved(description, reference) ?? resolved(description, decoded(reference));
}

/** The pointer of the component that a reference points into. */
function componentOf(reference: string): string {
  return reference.split("/").slice(0, 4).join("/");
}

/**
 * Gives each response without a description a generated one, because OpenAPI requires it.
 * References are unchanged.
 */
function withDescriptions(responses: JsonObject): JsonObject {
  const words = (status: string): string =>
    status === "default" ? "Any other response" : `Response ${status}`;
  return Object.fromEntries(
    Object.entries(responses).map(([status, response]) => [
      status,
      isObject(response) && getOwn(response, "$ref") === undefined
        ? { description: words(status), ...response }
        : response,
    ]),
  );
}

/**
 * The target of a reference as written. Undefined if there is none, or for a reference to another
 * document.
 */
function resolved(description: Description, reference: string): Json | undefined {
  const [root = "", ...steps] = stepsOf(reference);
  const from = (node: Json | undefined, deeper: readonly string[]): Json | undefined =>
    deeper.reduce<Json | undefined>(
      (inner, step) => (Array.isArray(inner) ? inner[Number(step)] : getOwn(inner, step)),
      node,
    );
  if (!reference.startsWith("#/")) return undefined;
  const [first = "", second = ""] = steps;
  if (root === "components") return from(description.component(first, second), steps.slice(2));
  return root === "paths"
    ? from(description.path(first), steps.slice(1))
    : from(description.root(root), steps);
}

/** The problem to report if the description lacks a required part. `what` is the message. */
function missingPart(what: string, where: string): Problem {
  return {
    what,
    where,
    why: "A contract contains only what is in the description.",
    fix: "Check which description was read, and which operations the flows file names.",
  };
}
