// Converts a description's schemas to JSON Schema 2020-12 for Ajv, including what OpenAPI 3.0
// writes differently and what discriminators mean.

import { Ajv2020, type ErrorObject, type ValidateFunction } from "ajv/dist/2020.js";
import addFormats from "ajv-formats";
import {
  define,
  isTree,
  listed,
  pointer,
  type Tree,
  tree,
  unescaped,
  type Value,
} from "./draft.js";

export type Side = "request" | "response" | "parameter";

/** An error that Ajv reports about a value. */
export interface Objection {
  readonly keyword: string;
  /** The place in the value, as a JSON pointer. */
  readonly path: string;
  /**
   * The schema that causes the error, as a JSON pointer into the description, without the keyword.
   */
  readonly schema: string;
  /** The same pointer without following references. */
  readonly also?: string;
  readonly message: string;
}

export type Check = (value: unknown) => readonly Objection[];

const TYPES = ["string", "integer", "number", "boolean", "array", "object", "null"];
const isNumber = (value: Value): boolean => typeof value === "number";
const isCount = (value: Value): boolean => Number.isInteger(value) && Number(value) >= 0;

/** Keywords without subschemas, and what their values must be. Other values have no effect. */
const PLAIN: Readonly<Record<string, (value: Value) => boolean>> = {
  minimum: isNumber,
  maximum: isNumber,
  multipleOf: (value) => typeof value === "number" && value > 0,
  minLength: isCount,
  maxLength: isCount,
  minItems: isCount,
  maxItems: isCount,
  minProperties: isCount,
  maxProperties: isCount,
  uniqueItems: (value) => typeof value === "boolean",
  enum: (value) => Array.isArray(value) && value.length > 0,
  // 3.0 does not define it, but it is treated as if it did.
  const: () => true,
};

/** The same for keywords that only newer versions have. */
const NEWER: typeof PLAIN = {
  exclusiveMinimum: isNumber,
  exclusiveMaximum: isNumber,
  minContains: isCount,
  maxContains: isCount,
  dependentRequired: isTree,
};

const IN_ONE = ["not", "additionalProperties", "items"];
const IN_ONE_NEWER = ["if", "then", "else", "contains", "propertyNames", "unevaluatedItems"];
const BY_NAME_NEWER = ["patternProperties", "dependentSchemas"];

const ajv = addFormats.default(
  new Ajv2020({
    strict: false,
    allErrors: true,
    validateSchema: false,
    logger: false,
    inlineRefs: false,
    verbose: true,
    // A field can have the name of an inherited property.
    ownProperties: true,
    formats: {},
  }),
  ["date", "date-time"],
);
const compiled = new Map<string, ValidateFunction>();

/** The schemas of one description. */
export class Schemas {
  readonly #document: Tree;
  readonly #is30: boolean;
  readonly #targets = new Map<string, Value | undefined>();

  constructor(document: Tree) {
    this.#document = document;
    this.#is30 = !/^3\.[1-9]/.test(String(document.openapi));
  }

  /** A self-contained schema for Ajv, including everything it refers to. */
  standing(node: Value, side: Side): Value {
    const definitions: Tree = {};
    const waiting: string[] = [];
    const translation = new Translation(this.#is30, side, {
      target: (reference) => this.target(reference),
      refer: (name) => {
        if (!Object.hasOwn(definitions, name)) {
          definitions[name] = true;
          waiting.push(name);
        }
        return `#/$defs/${encodeURIComponent(name.replaceAll("~", "~0").replaceAll("/", "~1"))}`;
      },
    });
    const root = translation.of(node, "");
    for (let name = waiting.shift(); name !== undefined; name = waiting.shift()) {
      const definition = translation.definition(name);
      mark(definition, name.replace(/\|base$/, ""));
      definitions[name] = definition;
    }
    if (!isTree(root)) return root;
    mark(root, "");
    return Object.keys(definitions).length === 0 ? root : { ...root, $defs: definitions };
  }

  /** A check for values of a schema. `at` is the schema's place. */
  check(node: Value, side: Side, at: string): Check {
    const schema = this.standing(node, side);
    const key = JSON.stringify(schema);
    const validate = compiled.get(key) ?? ajv.compile(schema as object | boolean);
    compiled.set(key, validate);
    return (value) =>
      accepts(validate, value) ? [] : (validate.errors ?? []).map((one) => said(one, at));
  }

  /** The target of a reference; undefined if it does not exist. */
  target(reference: string): Value | undefined {
    const known = this.#targets.get(reference);
    if (known !== undefined) return known;
    if (reference !== "#" && !reference.startsWith("#/")) return undefined;
    const found = reference
      .split("/")
      .slice(1)
      .reduce<Value | undefined>((node, step) => {
        const name = unescaped(step);
        if (Array.isArray(node)) return node[Number(name)];
        return isTree(node) && Object.hasOwn(node, name) ? node[name] : undefined;
      }, this.#document);
    this.#targets.set(reference, found);
    return found;
  }
}

/** Whether a value is valid, or its schema only refers to itself. */
function accepts(validate: ValidateFunction, value: unknown): boolean {
  try {
    return validate(value);
  } catch (error) {
    if (error instanceof RangeError) return true;
    throw error;
  }
}

/** Keywords that contain a schema or a list of schemas. */
const HOLDERS = [
  ...["items", "additionalProperties", "prefixItems", "allOf", "oneOf", "anyOf"],
  ...["not", "if", "then", "else"],
];

/**
 * Records each schema's place in the schema itself, because Ajv does not report it after following
 * a reference.
 */
function mark(schema: Value, at: string): void {
  if (Array.isArray(schema))
    for (const [index, one] of schema.entries()) mark(one, `${at}/${index}`);
  if (!isTree(schema)) return;
  const [nothing, other] = listed(schema.anyOf);
  const isWrapped = isTree(nothing) && String(nothing.type) === "null" && schema.type === undefined;
  if (isWrapped && other !== undefined) mark(other, at);
  schema["x-at"] = at;
  for (const keyword of HOLDERS) if (!isWrapped) mark(schema[keyword] ?? true, `${at}/${keyword}`);
  for (const [name, one] of Object.entries(tree(schema.properties)))
    mark(one, pointer(`${at}/properties`, name));
}

function said(
  { instancePath, keyword, message, parentSchema }: ErrorObject,
  at: string,
): Objection {
  const place = String(parentSchema?.["x-at"] ?? "");
  return {
    keyword,
    path: instancePath,
    schema: place.startsWith("#") ? place : `${at}${place}`,
    message: `${instancePath} ${message} [${keyword}]`,
  };
}

interface Surroundings {
  target(reference: string): Value | undefined;
  /** Returns a reference to a definition, which will be added. */
  refer(name: string): string;
}

class Translation {
  readonly #is30: boolean;
  readonly #side: Side;
  readonly #around: Surroundings;

  constructor(is30: boolean, side: Side, around: Surroundings) {
    this.#is30 = is30;
    this.#side = side;
    this.#around = around;
  }

  /**
   * The definition for a name: a reference's target, or the base's own part if the base has
   * variants.
   */
  definition(name: string): Value {
    const reference = name.replace(/\|base$/, "");
    const node = this.#around.target(reference);
    // A reference that leads to itself has no effect.
    if (node === undefined || this.#followed(node) === undefined) return true;
    if (reference === name || !isTree(node)) return this.of(node, reference);
    const { oneOf: _, anyOf: __, discriminator: ___, ...base } = node;
    return this.of(base, reference);
  }

  /** Converts a schema. `within` is the reference by which it was reached. */
  of(node: Value, within: string): Value {
    if (!isTree(node)) return node !== false;
    const { $ref } = node;
    if (typeof $ref !== "string") return this.#plain(node, within);
    const target = { $ref: this.#around.refer(this.#nameOf($ref, within)) };
    // 3.0 ignores keys next to a reference.
    const { $ref: _, ...beside } = node;
    // 3.0 ignores keys next to a reference, but authors clearly intend `nullable`.
    if (this.#is30) return node.nullable === true ? orNull(target) : target;
    const rest = this.#plain(beside, within);
    return Object.keys(rest).length === 0 ? target : { allOf: [target, rest] };
  }

  /**
   * For variants that extend the schema listing them, that schema stands for its own fields only.
   */
  #nameOf(reference: string, within: string): string {
    const node = tree(this.#around.target(reference));
    const members = [...listed(node.oneOf), ...listed(node.anyOf)].map((one) => tree(one).$ref);
    return within !== "" && [...members, ...this.#mapped(node)].includes(within)
      ? `${reference}|base`
      : reference;
  }

  #mapped(node: Tree): readonly string[] {
    return Object.values(tree(tree(node.discriminator).mapping)).map((target) =>
      referenceTo(String(target)),
    );
  }

  #plain(node: Tree, within: string): Tree {
    const made: Tree = {};
    const inner = (one: Value): Value => this.of(one, within);
    const types = [node.type].flat().filter((type) => TYPES.includes(String(type))) as Value[];
    // Null in an enum counts even if 3.0 also requires `nullable`. The same applies to null in the
    // only part, next to which Pinterest's descriptions repeat the type.
    const [part, ...more] = listed(node.allOf);
    const isOfPart =
      this.#is30 && more.length === 0 && tree(this.#followed(part)).nullable === true;
    const hasNull = listed(node.enum).includes(null) || isOfPart;
    if (types.length > 0) made.type = hasNull ? [...types, "null"] : types;
    const tests = this.#is30 ? PLAIN : { ...PLAIN, ...NEWER };
    for (const [keyword, fits] of Object.entries(tests))
      if (node[keyword] !== undefined && fits(node[keyword])) made[keyword] = node[keyword];
    if (this.#is30) exclusiveLimits(node, made);
    if (typeof node.pattern === "string" && isPattern(node.pattern)) made.pattern = node.pattern;
    // Ajv ignores these, but the value generator uses them.
    for (const side of ["readOnly", "writeOnly"]) if (node[side] === true) made[side] = true;
    // An enum's values need not match the format.
    const { format } = node;
    const isText = types.includes("string") && made.enum === undefined;
    if (isText && (format === "date" || format === "date-time")) made.format = format;
    for (const keyword of this.#is30 ? IN_ONE : [...IN_ONE, ...IN_ONE_NEWER])
      if (isTree(node[keyword]) || typeof node[keyword] === "boolean")
        made[keyword] = inner(node[keyword]);
    for (const keyword of this.#is30 ? [] : BY_NAME_NEWER)
      if (isTree(node[keyword])) made[keyword] = mapped(node[keyword], inner);
    if (isTree(node.properties)) made.properties = mapped(node.properties, inner);
    if (!this.#is30 && Array.isArray(node.prefixItems))
      made.prefixItems = node.prefixItems.map(inner);
    if (!this.#is30 && node.unevaluatedProperties !== undefined)
      made.unevaluatedProperties = inner(node.unevaluatedProperties);
    const required = this.#required(node);
    if (required.length > 0) made.required = [...required];
    if (Array.isArray(node.allOf)) made.allOf = node.allOf.map(inner);
    this.#choose(node, made, within);
    if (!this.#is30 || node.nullable !== true) return made;
    return orNull(made);
  }

  /** The required fields, except those that this side does not send. */
  #required({ required, properties }: Tree): readonly string[] {
    const skipped = this.#side === "response" ? "writeOnly" : "readOnly";
    return listed(required).filter((name): name is string => {
      if (typeof name !== "string") return false;
      const field = tree(properties)[name];
      return tree(this.#followed(field))[skipped] !== true && tree(field)[skipped] !== true;
    });
  }

  #followed(node: Value | undefined, depth = 0): Value | undefined {
    const { $ref } = tree(node);
    if (typeof $ref !== "string") return node;
    if (depth > 100) return undefined;
    return this.#followed(this.#around.target($ref), depth + 1);
  }

  #choose(node: Tree, made: Tree, within: string): void {
    const { propertyName } = tree(node.discriminator);
    const told = typeof propertyName === "string" ? propertyName : null;
    for (const keyword of ["oneOf", "anyOf"]) {
      const members = node[keyword];
      if (!Array.isArray(members) || members.length === 0) continue;
      const tags = told === null ? null : this.#tags(members, node);
      // The discriminator selects one variant, and the others are not checked. Without one, `oneOf` is interpreted as authors usually intend it: a client need not reject a value that two variants accept.
      made.anyOf = members.map((one, index) =>
        tags === null ? this.of(one, within) : this.#tagged(one, told, tags[index], within),
      );
      // Null has no discriminator value.
      if (tags !== null && members.some((one) => tree(this.#followed(one)).nullable === true))
        (made.anyOf as Value[]).push({ type: ["null"] });
    }
    if (told === null || made.anyOf !== undefined) return;
    const mapping = Object.entries(tree(tree(node.discriminator).mapping));
    if (mapping.length > 0)
      made.anyOf = mapping.map(([tag, target]) =>
        this.#tagged({ $ref: referenceTo(String(target)) }, told, [tag], within),
      );
  }

  /** The discriminator values of each variant; null if some are unknown. */
  #tags(members: readonly Value[], node: Tree): readonly (readonly string[])[] | null {
    const mapping = Object.entries(tree(tree(node.discriminator).mapping));
    const tags = members.map((member) => {
      const { $ref } = tree(member);
      if (typeof $ref !== "string") return [];
      const named = mapping.filter(
        ([, target]) =>
          referenceTo(String(target)) === $ref ||
          this.#followed({ $ref: referenceTo(String(target)) }) === this.#followed(member),
      );
      return named.length > 0
        ? named.map(([tag]) => tag)
        : [unescaped($ref.split("/").at(-1) ?? "")];
    });
    return tags.every((some) => some.length > 0) ? tags : null;
  }

  #tagged(
    member: Value,
    property: string | null,
    tags: readonly string[] | undefined,
    within: string,
  ): Value {
    return {
      allOf: [
        this.of(member, within),
        {
          type: ["object"],
          required: [property ?? ""],
          properties: { [property ?? ""]: { enum: [...(tags ?? [])] } },
        },
      ],
    };
  }
}

function exclusiveLimits(node: Tree, made: Tree): void {
  for (const [flag, limit] of [
    ["exclusiveMinimum", "minimum"],
    ["exclusiveMaximum", "maximum"],
  ] as const) {
    if (node[flag] !== true || made[limit] === undefined) continue;
    made[flag] = made[limit];
    delete made[limit];
  }
}

function orNull(schema: Value): Tree {
  return { anyOf: [{ type: ["null"] }, schema] };
}

function mapped(names: Tree, of: (one: Value) => Value): Tree {
  const made: Tree = {};
  for (const [name, one] of Object.entries(names)) define(made, name, of(one));
  return made;
}

/** A pattern in another regex dialect has no effect here. */
function isPattern(pattern: string): boolean {
  try {
    return new RegExp(pattern, "u") !== null;
  } catch {
    return false;
  }
}

export function referenceTo(target: string): string {
  return target.includes("/") ? target : `#/components/schemas/${target}`;
}
