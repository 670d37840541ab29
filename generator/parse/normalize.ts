import { didYouMean } from "../../runtime/validation/wording.js";
import type { Construct } from "../diagnostics.js";
import { entriesOf, isObject, type Json, type JsonObject, listOf } from "./json.js";

/** Reports a construct in the current node. `generator/diagnostics.ts` lists all constructs. */
export type Report = (construct: Construct, about?: string) => void;

/**
 * Rewrites one schema of any OpenAPI 3.x version as OpenAPI 3.0.
 *
 * Returns a copy; schemas inside it are not normalized. Keywords that 3.0 lacks are dropped or
 * loosened. The result accepts every value that the schema accepts, and maybe more; checks that are
 * lost are reported to `report`. `if`, `dependentRequired` and similar keywords remain. `true`
 * becomes `{}`, which accepts any value. `false`, or a value that is not a schema, is reported and
 * also becomes `{}`.
 */
export function normalizeSchema(schema: Json, report: Report): JsonObject {
  if (schema === true) return {};
  if (!isObject(schema)) {
    report(schema === false ? "schema that accepts nothing" : "schema that is not an object");
    return {};
  }
  const node = new Map(Object.entries(schema));
  dropIllTyped(node, report);
  dropInexact(node, report);
  if (typeof node.get("discriminator") === "string")
    node.set("discriminator", { propertyName: node.get("discriminator") ?? "" });
  if (node.has("const")) constantAsEnum(node, report);
  if (Array.isArray(node.get("type")) || node.get("type") === "null") singleType(node, report);
  for (const join of ["anyOf", "oneOf"]) nullAlternative(node, join);
  for (const join of ["anyOf", "oneOf"]) constantAlternatives(node, join);
  exclusive(node, "minimum", "exclusiveMinimum", Math.max);
  exclusive(node, "maximum", "exclusiveMaximum", Math.min);
  items(node, report);
  openProperties(node, report);
  conditions(node);
  binaryContent(node);
  for (const keyword of [...containing(node), "propertyNames"])
    if (node.has(keyword)) report("unchecked keyword", keyword);
  for (const keyword of ["$dynamicRef", "$recursiveRef"])
    if (node.delete(keyword)) report("dynamic reference", keyword);
  for (const keyword of LATER) node.delete(keyword);
  besideReference(node);
  return Object.fromEntries(node);
}

/** The keywords of a schema. The functions below change it in place. */
type Node = Map<string, Json>;

/**
 * Keywords that require or forbid items that match `contains`. Omits keywords that have no effect.
 */
function containing(node: Node): readonly string[] {
  if (!node.has("contains")) return [];
  return node.get("minContains") === 0
    ? ["maxContains"]
    : ["contains", "minContains", "maxContains"];
}

/** Keywords of later versions. They are removed after being translated to 3.0 or reported. */
const LATER = [
  ...["contains", "minContains", "maxContains", "propertyNames"],
  ...[
    "prefixItems",
    "additionalItems",
    "patternProperties",
    "unevaluatedProperties",
    "unevaluatedItems",
  ],
  ...["contentMediaType", "contentEncoding", "contentSchema"],
];

const TYPES = ["string", "integer", "number", "boolean", "array", "object", "null"];
const isText = (value: Json): boolean => typeof value === "string";
const isNumber = (value: Json): boolean => typeof value === "number" && Number.isFinite(value);
const isCount = (value: Json): boolean => Number.isInteger(value) && Number(value) >= 0;
const isSwitch = (value: Json): boolean => typeof value === "boolean";
const isSchema = (value: Json): boolean => isObject(value) || isSwitch(value);
const areNames = (value: Json): boolean => Array.isArray(value) && value.every(isText);
const areSchemas = (value: Json): boolean => Array.isArray(value) && value.length > 0;

/** The valid values of each keyword. */
const SHAPES: Readonly<Record<string, (value: Json) => boolean>> = {
  type: (value) =>
    listOfType(value).length > 0 && listOfType(value).every((type) => TYPES.includes(String(type))),
  pattern: isText,
  format: isText,
  enum: Array.isArray,
  required: areNames,
  minimum: isNumber,
  maximum: isNumber,
  multipleOf: isNumber,
  exclusiveMinimum: (value) => isNumber(value) || isSwitch(value),
  exclusiveMaximum: (value) => isNumber(value) || isSwitch(value),
  minLength: isCount,
  maxLength: isCount,
  minItems: isCount,
  maxItems: isCount,
  minProperties: isCount,
  maxProperties: isCount,
  uniqueItems: isSwitch,
  nullable: isSwitch,
  readOnly: isSwitch,
  writeOnly: isSwitch,
  deprecated: isSwitch,
  properties: isObject,
  patternProperties: isObject,
  ...Object.fromEntries(
    ["propertyNames", "contains", "not", "if", "then", "else"].map((name) => [name, isSchema]),
  ),
  dependentRequired: (value) => isObject(value) && Object.values(value).every(areNames),
  dependentSchemas: (value) => isObject(value) && Object.values(value).every(isSchema),
  dependencies: (value) =>
    isObject(value) && Object.values(value).every((one) => isSchema(one) || areNames(one)),
  items: (value) => isSchema(value) || Array.isArray(value),
  additionalProperties: isSchema,
  allOf: areSchemas,
  oneOf: areSchemas,
  anyOf: areSchemas,
  prefixItems: Array.isArray,
  discriminator: (value) =>
    isText(value) || (isObject(value) && isText(value.propertyName ?? null)),
};

/** Keywords whose value is a list or map. If the value is empty, the keyword has no meaning. */
const LISTS = [
  ...["required", "properties", "patternProperties", "dependentSchemas"],
  ...["allOf", "oneOf", "anyOf", "prefixItems", "discriminator"],
];

/** The types in `type`, which can be a list. */
function listOfType(type: Json): readonly Json[] {
  return Array.isArray(type) ? type : [type];
}

/** Drops keywords whose value has the wrong type. Reports them, unless the value is empty. */
function dropIllTyped(node: Node, report: Report): void {
  for (const [keyword, value] of node) {
    if (!Object.hasOwn(SHAPES, keyword) || SHAPES[keyword]?.(value) === true) continue;
    node.delete(keyword);
    // Some tools write empty lists of schemas. Others leave the value of a list or map blank, which
    // YAML reads as null. Such empty values have no meaning, so they are not reported.
    const isEmpty = Array.isArray(value)
      ? value.length === 0
      : value === null && LISTS.includes(keyword);
    const unknown =
      keyword === "type"
        ? listOfType(value).find((type) => !TYPES.includes(String(type)))
        : undefined;
    if (typeof unknown === "string")
      report("unknown type", `${JSON.stringify(unknown)}${didYouMean(unknown, TYPES)}`);
    else if (!isEmpty) report("keyword with an invalid value", keyword);
  }
}

/** Keywords whose values may contain numbers. */
const NUMBERED = [
  "enum",
  "const",
  "default",
  "minimum",
  "maximum",
  "exclusiveMinimum",
  "exclusiveMaximum",
  "multipleOf",
];

/** Drops keywords whose number was rounded when it was read. The limit or value would be wrong. */
function dropInexact(node: Node, report: Report): void {
  for (const keyword of NUMBERED) {
    if (!isInexact(node.get(keyword) ?? null)) continue;
    node.delete(keyword);
    report("inexact number", keyword);
  }
}

/**
 * Whether a value contains an inexact number at any depth. A number is inexact if it is an integer
 * beyond ±(2^53 − 1) or not finite.
 */
export function isInexact(value: Json): boolean {
  if (typeof value === "object" && value !== null) return Object.values(value).some(isInexact);
  return (
    typeof value === "number" &&
    (Number.isInteger(value) ? !Number.isSafeInteger(value) : !Number.isFinite(value))
  );
}

/** Rewrites `const` as an `enum` of one value. */
function constantAsEnum(node: Node, report: Report): void {
  const value = node.get("const") ?? null;
  node.delete("const");
  if (typeof value === "object" && value !== null) {
    report("unchecked keyword", "const");
    return;
  }
  node.set("enum", [value]);
  if (value === null) node.set("nullable", true);
}

/** Keywords that apply only to certain types, keyed by type. */
const OF_TYPE: Readonly<Record<string, readonly string[]>> = {
  string: ["pattern", "format", "minLength", "maxLength", "contentMediaType", "contentEncoding"],
  integer: ["minimum", "maximum", "exclusiveMinimum", "exclusiveMaximum", "multipleOf"],
  number: ["minimum", "maximum", "exclusiveMinimum", "exclusiveMaximum", "multipleOf"],
  array: ["items", "prefixItems", "additionalItems", "minItems", "maxItems", "uniqueItems"],
  object: [
    "properties",
    "required",
    "additionalProperties",
    "patternProperties",
    "minProperties",
    "maxProperties",
  ],
};

/** Rewrites `type: [t, "null"]` as a nullable `t`, and several types as `anyOf`. */
function singleType(node: Node, report: Report): void {
  const all = [...new Set(listOfType(node.get("type") ?? []).map(String))];
  node.delete("type");
  const values = node.get("enum");
  // If an `enum` lists the values, null is allowed only if it is one of them.
  if (all.includes("null") && !(Array.isArray(values) && !values.includes(null)))
    node.set("nullable", true);
  const nonNullTypes = all.filter(
    (type) => type !== "null" && !(type === "integer" && all.includes("number")),
  );
  const [only] = nonNullTypes;
  if (only === undefined) node.set("enum", [null]);
  else if (nonNullTypes.length === 1) node.set("type", only);
  // The enum values determine the types.
  else if (node.has("enum")) return;
  else if (node.has("anyOf") || node.has("oneOf") || node.has("$ref") || node.has("allOf"))
    report("unchecked keyword", "type");
  else {
    const members = nonNullTypes.map((type) => ({
      type,
      ...Object.fromEntries([...node].filter(([key]) => OF_TYPE[type]?.includes(key))),
    }));
    for (const keyword of Object.values(OF_TYPE).flat()) node.delete(keyword);
    node.set("anyOf", members);
  }
}

/** Rewrites `anyOf: [X, { type: null }]` as a nullable X. */
function nullAlternative(node: Node, join: string): void {
  const members = listOf(node.get(join));
  const nonNullMembers = members.filter((member) => !isNull(member));
  if (nonNullMembers.length === members.length || nonNullMembers.length === 0) return;
  node.set("nullable", true);
  const [only] = nonNullMembers;
  if (nonNullMembers.length > 1 || node.has("discriminator")) node.set(join, nonNullMembers);
  else {
    node.delete(join);
    node.set("allOf", [...listOf(node.get("allOf")), only ?? {}]);
  }
}

/** Whether a schema accepts only null. */
function isNull(member: Json): boolean {
  if (!isObject(member)) return false;
  const { type } = member;
  const isNullAlone =
    Array.isArray(member.enum) &&
    member.enum.length > 0 &&
    member.enum.every((value) => value === null);
  return (
    type === "null" ||
    (Array.isArray(type) && type.length === 1 && type[0] === "null") ||
    member.const === null ||
    isNullAlone
  );
}

/**
 * Rewrites alternatives that are constants as an `enum`. Authors write `oneOf: [{ const: A,
 * description: … }, …]` to describe each value.
 */
function constantAlternatives(node: Node, join: string): void {
  const members = listOf(node.get(join));
  if (members.length === 0 || node.has("enum") || node.has("discriminator")) return;
  const values = members.map((member) => {
    if (!isObject(member) || Object.keys(member).some((keyword) => !WORDED.includes(keyword)))
      return undefined;
    const value =
      member.const ??
      (Array.isArray(member.enum) && member.enum.length === 1 ? member.enum[0] : undefined);
    return typeof value === "object" ? undefined : value;
  });
  const types = new Set(members.map((member) => (isObject(member) ? member.type : undefined)));
  if (values.some((value) => value === undefined) || types.size > 1) return;
  const [type] = types;
  node.delete(join);
  node.set("enum", values as Json);
  if (type !== undefined && !node.has("type")) node.set("type", type);
}

/** Keywords that can occur in a schema with a single value. */
const WORDED = ["const", "enum", "type", "title", "description", "deprecated"];

/** Rewrites a numeric exclusive limit as a limit with a boolean, as in 3.0. */
function exclusive(
  node: Node,
  limit: string,
  keyword: string,
  stricter: (...both: number[]) => number,
): void {
  const value = node.get(keyword);
  if (typeof value !== "number") return;
  const inclusive = node.get(limit);
  node.delete(keyword);
  if (
    typeof inclusive === "number" &&
    inclusive !== value &&
    stricter(inclusive, value) === inclusive
  )
    return;
  node.set(limit, value);
  node.set(keyword, true);
}

/** Rewrites `items` as one schema for all items. Positional schemas are not checked. */
function items(node: Node, report: Report): void {
  const each = node.get("items");
  const isTuple = Array.isArray(each) || node.has("prefixItems");
  // `items` applies to all items, or to the items after those with a positional schema.
  if (each === undefined || Array.isArray(each)) {
    const unevaluated = node.get("unevaluatedItems") ?? true;
    if (unevaluated !== true) report("unchecked keyword", "unevaluatedItems");
  }
  if (!isTuple) {
    if (each === true) node.set("items", {});
    if (each === false) {
      node.set("items", {});
      node.set("maxItems", 0);
    }
    return;
  }
  const positional = Array.isArray(each) ? each : listOf(node.get("prefixItems"));
  const additionalItems = (Array.isArray(each) ? node.get("additionalItems") : each) ?? true;
  const schemas = additionalItems === false ? positional : [...positional, additionalItems];
  if (additionalItems === false)
    node.set(
      "maxItems",
      Math.min(Number(node.get("maxItems") ?? positional.length), positional.length),
    );
  node.set("items", joined(schemas));
  report("items by position", Array.isArray(each) ? "items" : "prefixItems");
}

/** A schema that accepts every value that any of these schemas accepts. */
function joined(schemas: readonly Json[]): JsonObject {
  const [only] = schemas;
  if (
    only === undefined ||
    schemas.some((schema) => !isObject(schema) || Object.keys(schema).length === 0)
  )
    return {};
  return schemas.length === 1 && isObject(only) ? only : { anyOf: schemas };
}

/**
 * Marks `additionalProperties` that were rewritten from `unevaluatedProperties`. They do not apply
 * to properties that other parts of an `allOf` declare.
 */
export const UNEVALUATED = "x-unevaluated";

/** Rewrites `patternProperties` as `additionalProperties`, ignoring the patterns. */
function openProperties(node: Node, report: Report): void {
  const unevaluated = node.get("unevaluatedProperties") ?? null;
  const additional = node.get("additionalProperties") ?? node.get("unevaluatedProperties");
  const patterns = node.get("patternProperties");
  if (!node.has("additionalProperties") && isSchema(unevaluated) && unevaluated !== true)
    node.set(UNEVALUATED, true);
  if (patterns === undefined) {
    if (additional !== undefined && isSchema(additional))
      node.set("additionalProperties", additional);
    if (additional === false && !node.has("additionalProperties"))
      node.delete("additionalProperties");
    return;
  }
  const schemas = isObject(patterns) ? Object.values(patterns) : [];
  node.set(
    "additionalProperties",
    additional === false || additional === undefined
      ? joined(schemas)
      : joined([...schemas, additional]),
  );
  report("unchecked keyword", "patternProperties");
}

/**
 * Rewrites lists in `dependencies` as schemas, and drops an `if` that has no effect. Properties
 * that conditional schemas declare become properties of the object too.
 */
function conditions(node: Node): void {
  if (node.has("dependencies"))
    node.set(
      "dependencies",
      Object.fromEntries(
        entriesOf(node.get("dependencies")).map(([name, needed]): [string, Json] => [
          name,
          Array.isArray(needed) ? { required: needed } : needed,
        ]),
      ),
    );
  const branches = ["then", "else"].flatMap((keyword) => node.get(keyword) ?? []);
  if (!node.has("if") || branches.length === 0)
    for (const keyword of ["if", "then", "else"]) node.delete(keyword);
  const dependent = ["dependentSchemas", "dependencies"].flatMap((keyword) =>
    entriesOf(node.get(keyword)).map(([, schema]) => schema),
  );
  const all = [...branches, ...dependent];
  if (all.length === 0) return;
  const properties = all.flatMap((branch) =>
    isObject(branch) && isObject(branch.properties) ? Object.entries(branch.properties) : [],
  );
  const declared = node.get("properties");
  const known = new Map([
    ...properties.flatMap(([name, schema]): [string, Json][] =>
      schema === false ? [] : [[name, {}]],
    ),
    ...(isObject(declared) ? Object.entries(declared) : []),
  ]);
  if (known.size > 0) node.set("properties", Object.fromEntries(known));
  // The branches of a condition can also declare properties by `$ref` or in nested schemas.
  const isDeep = all.some(
    (branch) =>
      isObject(branch) && ["$ref", "allOf", "anyOf", "oneOf", "if"].some((key) => key in branch),
  );
  if (isDeep && !node.has("additionalProperties")) node.set("additionalProperties", true);
}

/** Rewrites a string with binary content as `format: binary`, as in 3.0. */
function binaryContent(node: Node): void {
  const type = node.get("contentMediaType");
  const isBinary =
    typeof type === "string" &&
    /^(application\/(octet-stream|pdf|zip|gzip)|(image|audio|video)\/.+)$/i.test(type);
  if (!isBinary || node.has("contentEncoding") || node.has("format")) return;
  if (node.get("type") === undefined) node.set("type", "string");
  if (node.get("type") === "string") node.set("format", "binary");
}

/**
 * Keywords next to `$ref` that restrict values. 3.0 ignores them; later versions combine them with
 * the referenced schema.
 */
const PARTS = [
  "allOf",
  "oneOf",
  "anyOf",
  "properties",
  "additionalProperties",
  "items",
  "enum",
  "discriminator",
  "not",
];

/** Moves `$ref` and the restricting keywords next to it into an `allOf`, if there are any. */
function besideReference(node: Node): void {
  const reference = node.get("$ref");
  if (reference === undefined || !PARTS.some((keyword) => node.has(keyword))) return;
  const annotations = [
    "description",
    "title",
    "nullable",
    "readOnly",
    "writeOnly",
    "deprecated",
    "default",
  ];
  const part = Object.fromEntries(
    [...node].filter(([key]) => key !== "$ref" && !annotations.includes(key)),
  );
  for (const keyword of Object.keys(part)) node.delete(keyword);
  node.delete("$ref");
  node.set("allOf", [{ $ref: reference }, part]);
}

const JSON_TYPE =
  /^(?:(?:application|text)\/(?:[\w.-]+\+)?json|application\/\*|\*\/\*)(?:\s*;.*)?$/i;

/**
 * Whether a media type is JSON. Includes vendor types such as `application/vnd.x+json`, parameters
 * such as a charset, and ranges that include JSON.
 */
export function isJsonType(type: string): boolean {
  return JSON_TYPE.test(type.trim());
}

/**
 * Renames the first JSON media type of a response to `application/json`. The response is unchanged
 * if it already has that media type or no JSON.
 */
export function normalizeResponse(node: JsonObject): JsonObject {
  const { content } = node;
  if (!isObject(content) || content["application/json"] !== undefined) return node;
  const [first] = Object.keys(content).filter(isJsonType);
  return first === undefined
    ? node
    : {
        ...node,
        content: renamed(content, (type) => (type === first ? "application/json" : type)),
      };
}

/**
 * Normalizes the media types of a request body.
 *
 * Media types become lower case and lose their parameters; a range that includes JSON becomes
 * `application/json`. If two become equal, the first is kept. Returns the body itself if nothing
 * changes, otherwise a copy.
 */
export function normalizeBody(node: JsonObject): JsonObject {
  const { content } = node;
  if (!isObject(content)) return node;
  const bareType = (type: string): string =>
    /^(application\/\*|\*\/\*)/.test(type)
      ? "application/json"
      : (type.split(";")[0]?.trim().toLowerCase() ?? type);
  return Object.keys(content).every((type) => bareType(type) === type)
    ? node
    : { ...node, content: renamed(content, bareType) };
}

/**
 * Renames media types or statuses, keeping their order. If two get the same name, the first one is
 * kept.
 */
function renamed(content: JsonObject, name: (type: string) => string): JsonObject {
  const firsts = new Map<string, Json>();
  for (const [type, media] of Object.entries(content))
    if (!firsts.has(name(type))) firsts.set(name(type), media);
  return Object.fromEntries(firsts);
}

/**
 * Gives an operation an explicit 2xx status.
 *
 * `2XX` becomes 200; if there is none, `default` is copied to 200. Returns the operation itself if
 * it already has an explicit 2xx status, or has neither `2XX` nor `default`; otherwise returns a
 * copy.
 */
export function normalizeOperation(node: JsonObject): JsonObject {
  const { responses } = node;
  if (!isObject(responses)) return node;
  const statuses = Object.keys(responses);
  if (statuses.some((status) => /^2\d\d$/.test(status))) return node;
  const range = statuses.find((status) => /^2xx$/i.test(status));
  if (range !== undefined)
    return {
      ...node,
      responses: renamed(responses, (status) => (status === range ? "200" : status)),
    };
  return responses.default === undefined
    ? node
    : { ...node, responses: { "200": responses.default, ...responses } };
}
