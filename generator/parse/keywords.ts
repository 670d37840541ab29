import { below } from "../../runtime/validation/pointer.js";
import { Diagnostics } from "../diagnostics.js";
import {
  getOwn,
  isObject,
  type Json,
  type JsonObject,
  listedIn,
  listOf,
  withOrigin,
  withWords,
  wordsIn,
} from "./json.js";
import {
  isInexact,
  normalizeBody,
  normalizeOperation,
  normalizeResponse,
  normalizeSchema,
  type Report,
} from "./normalize.js";

/** The kinds of nodes in a slice. */
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

/** The context for reading nodes, and the references and findings collected on the way. */
export interface Findings {
  /** References in the nodes that are kept, in the form that the slice uses. */
  readonly references: Set<string>;
  readonly diagnostics: Diagnostics;
  /**
   * Set if nodes must be kept exactly, because they are parts of a condition. If such a part
   * accepted more values, the condition could apply to requests that it is not meant for.
   */
  readonly exact?: true;
  /**
   * Converts a reference to the form that the slice uses. `kind` is the kind of the target. Null if
   * the reference cannot be resolved or points outside the document.
   */
  locate(reference: string, kind: Kind): string | null;
  /** The node that a reference points to; undefined if it cannot be resolved. */
  resolve(reference: string): Json | undefined;
  /** Whether keywords next to `$ref` in a schema are ignored, as in OpenAPI 3.0. */
  readonly ignoresSiblings: boolean;
  /** Whether the document is a contract. The schemas of a contract can have rules. */
  readonly isContract: boolean;
}

/**
 * How to keep the value of a key.
 *
 * The value stays unchanged ("value"), or becomes a list of names, a node, a list or map of nodes,
 * or a map whose texts are blanked ("blank").
 */
type Keep = "value" | "names" | "blank" | Kind | readonly ["list" | "map", Kind];

type Shape = Readonly<Record<string, Keep>>;

const values = (...names: readonly string[]): Record<string, "value"> =>
  Object.fromEntries(names.map((name) => [name, "value"]));

const schemas = (...names: readonly string[]): Record<string, "schema"> =>
  Object.fromEntries(names.map((name) => [name, "schema"]));

const parameterLike: Record<string, Keep> = {
  ...values("required", "deprecated", "allowEmptyValue", "style", "explode", "allowReserved"),
  schema: "schema",
  content: ["map", "media"],
};

/** The keys of each kind of node that affect the output, apart from prose. */
const shapes: Readonly<Record<Kind, Shape>> = {
  pathItem: { parameters: ["list", "parameter"], servers: ["list", "server"] },
  operation: {
    // Only contracts have `x-rules` and `x-ledger`. A slice of a description gets new ones.
    ...values("operationId", "security", "deprecated", "x-rules", "x-ledger"),
    tags: "names",
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
  encoding: {
    ...values("contentType", "style", "explode", "allowReserved"),
    headers: ["map", "header"],
  },
  schema: {
    ...values(
      "type",
      "format",
      "enum",
      "default",
      "nullable",
      "required",
      "pattern",
      "deprecated",
      "readOnly",
      "writeOnly",
    ),
    ...values(
      "minimum",
      "maximum",
      "exclusiveMinimum",
      "exclusiveMaximum",
      "multipleOf",
      "minLength",
      "maxLength",
    ),
    ...values("minItems", "maxItems", "uniqueItems", "minProperties", "maxProperties"),
    properties: ["map", "schema"],
    items: "schema",
    additionalProperties: "schema",
    allOf: ["list", "schema"],
    oneOf: ["list", "schema"],
    anyOf: ["list", "schema"],
    ...schemas("not", "if", "then", "else"),
    dependentRequired: "value",
    dependentSchemas: ["map", "schema"],
    dependencies: ["map", "schema"],
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

/**
 * Extensions that count as prose even if their values are single words, and extensions that only
 * documentation pages use.
 */
const PROSE = ["x-codeSamples", "x-code-samples", "x-enum-descriptions", "x-display-name"];

/** Matches a name of up to six words, such as a tag. Anything else counts as prose. */
const NAME = /^[\w.:/-]+(?: [\w.:/-]+){0,5}$/;

/**
 * Kinds of nodes that a call needs. If a node of another kind is unreadable, it accepts any value.
 */
const NEEDED: readonly Kind[] = ["pathItem", "operation", "parameter", "requestBody"];

/**
 * Keys for the data that a call sends or reads. An empty value counts as absent, but is reported,
 * because its content may have been lost.
 */
const LOSSY = ["requestBody", "responses", "content", "schema"];

/**
 * Extracts the facts about a node, expressed in OpenAPI 3.0.
 *
 * Keys that contain prose are dropped. Summary and description are attached under a symbol, so that
 * `wordsOf` can read them. The original node is attached for `originOf`. Adds references and
 * findings to `findings`. `at` is the JSON pointer of `value`. A key whose value is null, such as
 * an empty value in YAML, counts as absent, except the `default` of a schema. A value that is not a
 * node becomes an empty object and a finding. `optional` means that the request or response is
 * complete without the node. An unreadable part then loosens the checks instead of stopping the
 * run.
 */
export function factsOf(
  value: Json,
  kind: Kind,
  at: string,
  findings: Findings,
  optional = false,
): Json {
  const { diagnostics } = findings;
  if (kind !== "schema" && !isObject(value)) {
    diagnostics.report(
      NEEDED.includes(kind) ? "node that is not an object" : "node that is ignored",
      at,
      kind,
    );
    return {};
  }
  if (kind === "media") {
    const target = mediaType(value, findings);
    if (target !== value) return factsOf(target, kind, at, findings, optional);
  }
  const report: Report = (construct, about) => diagnostics.report(construct, at, about);
  const hasSiblings = kind === "schema" && findings.ignoresSiblings;
  const node = normalized(
    hasSiblings ? referenceAlone(value, findings, report) : value,
    kind,
    report,
  );
  const facts = Object.entries(node).flatMap(([key, value]): [string, Json][] => {
    const pointer = below(at, key);
    if (value === null && kind !== "schema" && Object.hasOwn(shapes[kind], key)) {
      if (LOSSY.includes(key)) diagnostics.report("node that is ignored", pointer, key);
      return [];
    }
    if (key === "$ref") {
      const reference = recordReference(value, pointer, findings, { kind, optional });
      return reference === null ? [] : [[key, reference]];
    }
    const keep = Object.hasOwn(shapes[kind], key) ? shapes[kind][key] : undefined;
    if (key === RULES && kind === "schema") return findings.isContract ? [[key, value]] : [];
    if (keep === undefined) return isWordlessExtension(key, value) ? [[key, value]] : [];
    return keptAs([key, value], keep, pointer, {
      findings,
      optional: isOptional(node, kind, key, optional),
      node,
    });
  });
  // `Object.fromEntries` defines keys instead of assigning them, so `__proto__` is an ordinary key.
  const origin = { pointer: at, node: value };
  return withOrigin(withWords(Object.fromEntries(facts), wordsIn(node)), origin);
}

/**
 * Rewrites a node of any OpenAPI 3.x version as 3.0. A value that is not an object becomes an empty
 * object.
 */
function normalized(value: Json, kind: Kind, report: Report): JsonObject {
  if (kind === "schema") return normalizeSchema(value, report);
  const node = isObject(value) ? value : {};
  if (kind === "operation") return normalizeOperation(node);
  if (kind === "requestBody") return normalizeBody(node);
  return kind === "response" ? normalizeResponse(node) : node;
}

/**
 * Keywords next to `$ref` that are kept, because authors expect them to apply. They are
 * documentation, or they make the schema accept more.
 */
const KEPT_BESIDE = [
  "$ref",
  "summary",
  "description",
  "title",
  "deprecated",
  "default",
  "nullable",
];

/**
 * Drops the keywords next to `$ref` that 3.0 ignores.
 *
 * Reports each dropped keyword that would have narrowed the schema, unless the target already
 * states it. A schema without `$ref` is unchanged.
 */
function referenceAlone(schema: Json, { resolve }: Findings, report: Report): Json {
  if (!isObject(schema) || typeof schema.$ref !== "string") return schema;
  const target = resolve(schema.$ref);
  const isRepeated = (keyword: string, value: Json): boolean => {
    const stated = getOwn(target, keyword);
    // If the target itself states no type, assume that its parts do.
    return (
      (keyword === "type" && stated === undefined) ||
      JSON.stringify(stated) === JSON.stringify(value)
    );
  };
  const kept = Object.entries(schema).filter(([keyword, value]) => {
    if (KEPT_BESIDE.includes(keyword)) return true;
    if (Object.hasOwn(shapes.schema, keyword) && !isRepeated(keyword, value))
      report("keyword next to a reference", keyword);
    return false;
  });
  return Object.fromEntries(kept);
}

/**
 * Follows the `$ref` of a media type. OpenAPI 3.0 does not allow such references.
 *
 * Stops at the first reference that cannot be resolved or leads back to itself, and returns the
 * node that contains this reference. A node without `$ref` is unchanged.
 */
function mediaType(start: Json, { resolve }: Findings): Json {
  const followed = new Set<string>();
  let node = start;
  for (
    let reference = getOwn(node, "$ref");
    typeof reference === "string";
    reference = getOwn(node, "$ref")
  ) {
    const target = followed.has(reference) ? undefined : resolve(reference);
    if (!isObject(target)) return node;
    followed.add(reference);
    node = target;
  }
  return node;
}

/**
 * Whether the request or response is complete without the value of a key. For properties and
 * statuses, `keptAs` decides this by name.
 */
function isOptional(node: JsonObject, kind: Kind, key: string, optional: boolean): boolean {
  if (kind === "schema")
    return optional || key === "additionalProperties" || CONDITIONS.includes(key);
  if (kind === "parameter") return optional || (node.required !== true && node.in !== "path");
  return (
    optional || kind === "header" || kind === "encoding" || key === "headers" || key === "encoding"
  );
}

/**
 * Keywords whose schemas determine which values other schemas apply to, or which values are
 * rejected.
 */
const CONDITIONS = ["not", "if", "then", "else", "dependentSchemas", "dependencies"];

/**
 * Replaces a part of a condition that could not be kept exactly. The whole condition is then not
 * enforced.
 */
const INEXACT: JsonObject = { "x-inexact": true };

/** The facts of a schema in a condition, or `INEXACT` if any fact would be lost. */
function exactFacts(value: Json, at: string, findings: Findings): Json {
  const diagnostics = new Diagnostics();
  const references = new Set<string>();
  const inner: Findings = { ...findings, diagnostics, references, exact: true };
  const facts = factsOf(value === false ? NOTHING : value, "schema", at, inner, true);
  if (diagnostics.problems.length + diagnostics.notices.length > 0) return INEXACT;
  for (const reference of references) findings.references.add(reference);
  return facts;
}

/** A schema that accepts no value, in the notation of 3.0. */
const NOTHING: JsonObject = { not: {} };

interface Holder {
  readonly findings: Findings;
  readonly optional: boolean;
  readonly node: JsonObject;
}

/**
 * A list of one pair: the key and the value to keep. Empty if the value is invalid, which is
 * reported.
 */
function keptAs(
  [key, value]: [string, Json],
  keep: Keep,
  at: string,
  { findings, optional, node }: Holder,
): [string, Json][] {
  if (key === "mapping" && keep === "value") return [[key, resolvedMapping(value, at, findings)]];
  if (keep === "value") {
    if (!holdsReference(value)) return [[key, value]];
    findings.diagnostics.report("keyword with an invalid value", at, key);
    return [];
  }
  if (keep === "names") {
    const names = listOf(value).filter((name) => typeof name === "string" && NAME.test(name));
    return names.length === 0 ? [] : [[key, names]];
  }
  if (keep === "blank")
    return [
      [
        key,
        Object.fromEntries(Object.keys(isObject(value) ? value : {}).map((name) => [name, ""])),
      ],
    ];
  if (key === "additionalProperties" && typeof value === "boolean") return [[key, value]];
  if (CONDITIONS.includes(key) && keep === "schema")
    return [[key, exactFacts(value, at, findings)]];
  if (typeof keep === "string") return [[key, factsOf(value, keep, at, findings, optional)]];
  const [shape, kind] = keep;
  const list = key === "servers" ? listedIn(value) : value;
  if (shape === "list" && Array.isArray(list))
    return [
      [key, list.map((item, index) => factsOf(item, kind, below(at, index), findings, optional))],
    ];
  if (shape === "map" && isObject(value)) {
    // A property whose schema is `false` must be absent. It can be dropped if the object allows no
    // additional properties. It must stay if all other properties are `false` too: an object
    // without `properties` would count as any object.
    const isClosed =
      findings.exact !== true &&
      (node.additionalProperties ?? false) === false &&
      Object.values(value).some((item) => item !== false);
    const named = Object.entries(value).flatMap(([name, item]): [string, Json][] => {
      if (key !== "properties" || item !== false) return [[name, item]];
      return isClosed ? [] : [[name, NOTHING]];
    });
    const facts = ([name, item]: [string, Json]): [string, Json] => {
      if (CONDITIONS.includes(key)) return [name, exactFacts(item, below(at, name), findings)];
      const mayLack =
        optional ||
        (key === "properties" && !listOf(node.required).includes(name)) ||
        (key === "responses" && !isSuccess(name));
      return [name, factsOf(item, kind, below(at, name), findings, mayLack)];
    };
    return [[key, Object.fromEntries(named.map(facts))]];
  }
  findings.diagnostics.report(
    key === "parameters" ? "node that is not an object" : "node that is ignored",
    at,
    key,
  );
  return [];
}

/**
 * Whether a value contains a `$ref`. A `$ref` has no meaning in a value, but tools that read the
 * contract might follow it to a file or into a cycle.
 */
function holdsReference(value: Json): boolean {
  if (typeof value !== "object" || value === null) return false;
  return typeof getOwn(value, "$ref") === "string" || Object.values(value).some(holdsReference);
}

/** Whether a status is an explicit 2xx status. */
function isSuccess(status: string): boolean {
  return /^2\d\d$/.test(status);
}

/**
 * The key for a schema's rules. Only contracts have such rules; a slice of a description gets new
 * ones.
 */
const RULES = "x-rules";

/**
 * Whether an extension is a fact, not prose. Facts contain only booleans, numbers and single words.
 */
function isWordlessExtension(key: string, value: Json): boolean {
  return (
    key.startsWith("x-") && !PROSE.includes(key) && isWordless(value) && !holdsReference(value)
  );
}

/** Whether a value contains only booleans, exact numbers and single words. */
function isWordless(value: Json): boolean {
  if (typeof value === "string") return /^[\w.:-]{1,60}$/.test(value);
  return typeof value === "object" && value !== null
    ? Object.values(value).every(isWordless)
    : !isInexact(value);
}

/**
 * The mapping of a discriminator with resolved references. Targets that do not exist are reported
 * and dropped.
 */
function resolvedMapping(mapping: Json, at: string, findings: Findings): Json {
  if (!isObject(mapping)) return {};
  return Object.fromEntries(
    Object.entries(mapping).flatMap(([name, target]): [string, Json][] => {
      if (typeof target !== "string" || !target.includes("/")) return [[name, target]];
      const reference = findings.locate(target, "schema");
      if (reference === null)
        findings.diagnostics.report("discriminator without a target", below(at, name), target);
      else findings.references.add(reference);
      return reference === null ? [] : [[name, reference]];
    }),
  );
}

/**
 * Records a reference and returns its form in the slice. Null if it cannot be resolved, which is a
 * problem unless the node is optional.
 */
function recordReference(
  value: Json,
  at: string,
  { references, diagnostics, locate }: Findings,
  { kind, optional }: { readonly kind: Kind; readonly optional: boolean },
): string | null {
  const target = typeof value === "string" ? value : "a value that is not a string";
  const reference = typeof value === "string" ? locate(value, kind) : null;
  if (reference !== null) references.add(reference);
  else if (optional && !NEEDED.includes(kind))
    diagnostics.report("optional reference without a target", at, target);
  else
    diagnostics.report(
      target.startsWith("#/") ? "reference without a target" : "external reference",
      at,
      target,
    );
  return reference;
}
