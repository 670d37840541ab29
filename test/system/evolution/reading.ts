// The smallest value that a schema allows, in OpenAPI 3.0, 3.1 and 3.2: a reading of its own, the
// generator has no part in it.

import { copyOf, isTree, listed, type Tree, tree, unescaped, type Value } from "./draft.js";

const TEXTS: readonly string[] = [
  "1",
  "2026-03-01",
  "20260301",
  "03/01/2026",
  "a",
  "abc",
  "12:00",
  "US",
  "en-US",
  "#FFFFFF",
  "https://example.com/a.jpg",
  "a@example.com",
];

const BY_FORMAT: Readonly<Record<string, string>> = {
  date: "2026-03-01",
  "date-time": "2026-03-01T12:00:00Z",
  uuid: "123e4567-e89b-12d3-a456-426614174000",
  uri: "https://example.com/a",
  email: "a@example.com",
};

/** So deep no value has to be. */
const DEEPEST = 40;

/** There is no value, or none that this reading finds. */
export class Unreadable extends Error {}

/** An operation as its description has it. */
export interface Described {
  readonly id: string;
  readonly method: string;
  readonly path: string;
  /** Those that a caller hands over: what a header or a cookie must hold is not among them. */
  readonly parameters: readonly Tree[];
  readonly body: Tree | null;
  readonly bodyRequired: boolean;
  /** The schema of its good JSON response. */
  readonly response: Value | undefined;
}

export class Reading {
  readonly #document: Tree;

  constructor(document: Tree) {
    this.#document = document;
  }

  operation(id: string): Described | undefined {
    for (const [path, written] of Object.entries(tree(this.#document.paths))) {
      // What stands beside the reference of a path is part of it.
      const { $ref: _, ...beside } = tree(written);
      const item = { ...this.#followed(written), ...beside };
      for (const [method, node] of Object.entries(item))
        if (tree(node).operationId === id) return this.#described(path, item, method, tree(node));
    }
    return undefined;
  }

  #described(path: string, item: Tree, method: string, node: Tree): Described {
    const own = listed(node.parameters).map((one) => this.#followed(one));
    const isOwn = (shared: Tree): boolean =>
      own.some((one) => one.name === shared.name && one.in === shared.in);
    const shared = listed(item.parameters).map((one) => this.#followed(one));
    const parameters = [...shared.filter((one) => !isOwn(one)), ...own].filter(
      (one) => one.in === "path" || one.in === "query",
    );
    const body = this.#followed(node.requestBody);
    const good = Object.entries(tree(node.responses)).find(([status]) =>
      status.startsWith("2"),
    )?.[1];
    return {
      id: String(node.operationId),
      method,
      path,
      parameters,
      body: this.#mediaIn(body),
      bodyRequired: body.required === true,
      response: responseOf(this.#mediaIn(this.#followed(good ?? tree(node.responses).default))),
    };
  }

  /** What is sent or comes as JSON, else as the first of the types. */
  #mediaIn(body: Tree): Tree | null {
    const contents = Object.entries(tree(body.content));
    const [, media] =
      contents.find(([type]) => /^application\/([\w.]+\+)?json/.test(type)) ?? contents[0] ?? [];
    return isTree(media) ? media : null;
  }

  /**
   * The least that has to be said for an operation: required parameters, and the required fields of
   * its body.
   */
  least(described: Described): { readonly parameters: Tree; readonly body: Value | undefined } {
    const parameters = described.parameters.filter(({ required }) => required === true);
    const body =
      described.body === null ? undefined : this.value(described.body.schema ?? true, "request");
    return {
      parameters: Object.fromEntries(
        parameters.map((one) => [String(one.name), this.value(one.schema ?? true, "parameter")]),
      ),
      body,
    };
  }

  /** What is needed at least of a value. */
  value(schema: Value, side: "request" | "response" | "parameter", depth = 0): Value {
    if (depth > DEEPEST) throw new Unreadable("no value comes to an end");
    if (!isTree(schema)) return schema === false ? fail("no value is allowed") : "a";
    const node = this.whole(schema);
    if (node.const !== undefined) return node.const;
    const values = listed(node.enum).filter(
      (value) => value !== null && fitsType(value, node.type),
    );
    if (values.length > 0) return values[0] as Value;
    if (listed(node.enum).includes(null)) return null;
    const type = typeOf(node);
    switch (type) {
      case "array": {
        const first = listed(node.prefixItems).map((one) => this.value(one, side, depth + 1));
        const count = Math.max(
          0,
          (side === "response"
            ? Number(node.minItems ?? 0) || 0
            : Math.max(1, Number(node.minItems ?? 0) || 0)) - first.length,
        );
        const items = node.items === undefined ? true : node.items;
        return items === false
          ? first
          : [...first, ...Array.from({ length: count }, () => this.value(items, side, depth + 1))];
      }
      case "integer":
      case "number":
        return number(node);
      case "boolean":
        return true;
      case "string":
        return text(node);
      case "null":
        return null;
      case "object":
        return this.#object(node, side, depth);
      default:
        return "a";
    }
  }

  #object(node: Tree, side: "request" | "response" | "parameter", depth: number): Value {
    const fields = tree(node.properties);
    const named = [...new Set(listed(node.required).map(String))];
    const more = Object.keys(fields).filter(
      (name) => !named.includes(name) && fields[name] !== false,
    );
    const least = Number(node.minProperties ?? 0) || 0;
    const skipped = side === "response" ? "writeOnly" : "readOnly";
    const isSent = (name: string): boolean => this.whole(tree(fields[name]))[skipped] !== true;
    const names = [...named, ...more.slice(0, Math.max(0, least - named.length))].filter(isSent);
    const made: Tree = {};
    for (const name of names) {
      const value = this.value(
        Object.hasOwn(fields, name) ? (fields[name] ?? true) : true,
        side,
        depth + 1,
      );
      Object.defineProperty(made, name, {
        value,
        writable: true,
        enumerable: true,
        configurable: true,
      });
    }
    // Where any name will do, one is made up.
    if (names.length < least)
      made["1"] = this.value(node.additionalProperties ?? true, side, depth + 1);
    return made;
  }

  /** A schema with its parts, the first of its alternatives, and what that one is told by. */
  whole(schema: Value, within: readonly string[] = []): Tree {
    if (!isTree(schema)) return {};
    const { $ref, allOf, oneOf, anyOf, discriminator, ...own } = schema;
    const inner = typeof $ref === "string" ? [...within, $ref] : within;
    const base =
      typeof $ref === "string" ? [within.includes($ref) ? {} : this.#part($ref, within)] : [];
    const parts = listed(allOf).map((part) =>
      typeof tree(part).$ref === "string" ? this.#base(part, inner) : this.whole(part, inner),
    );
    const chosen = this.#chosen(schema);
    const choice = chosen === undefined ? [] : [this.whole(chosen.member, inner), chosen.tag];
    return [...base, ...parts, own as Tree, ...choice].reduce(merged, {});
  }

  /** Whether a value may be of several kinds. */
  isChoice(schema: Value, depth = 0): boolean {
    const node = this.#followed(schema);
    const others = [...listed(node.oneOf), ...listed(node.anyOf)].filter(
      (one) => tree(one).type !== "null",
    );
    const types = Array.isArray(node.type) ? node.type.filter((type) => type !== "null") : [];
    if (others.length > 1 || types.length > 1) return true;
    return depth < DEEPEST && listed(node.allOf).some((part) => this.isChoice(part, depth + 1));
  }

  #part(reference: string, within: readonly string[]): Tree {
    return this.whole(this.#at(reference), [...within, reference]);
  }

  /** A part whose choice leads here: only its fields count. */
  #base(part: Value, within: readonly string[]): Tree {
    const reference = String(tree(part).$ref);
    if (within.includes(reference)) {
      const { discriminator, oneOf: _, anyOf: __, allOf: ___, ...rest } = tree(this.#at(reference));
      return discriminator === undefined ? {} : rest;
    }
    const target = tree(this.#at(reference));
    const mapping = Object.values(tree(tree(target.discriminator).mapping));
    const leadsHere = mapping.some((one) => within.includes(String(one)));
    if (!leadsHere) return this.whole(part, within);
    const { discriminator: _, oneOf: __, anyOf: ___, ...rest } = target;
    return this.whole(rest, [...within, reference]);
  }

  #chosen({
    oneOf,
    anyOf,
    discriminator,
  }: Tree): { readonly member: Value; readonly tag: Tree } | undefined {
    const property = tree(discriminator).propertyName;
    const mapping = Object.entries(tree(tree(discriminator).mapping));
    const members = [...listed(oneOf), ...listed(anyOf)];
    const isNull = (one: Value): boolean =>
      tree(one).type === "null" ||
      (listed(tree(one).enum).length > 0 &&
        listed(tree(one).enum).every((value) => value === null));
    const [, target] = mapping[0] ?? [];
    const member =
      members.find((one) => !isNull(one)) ??
      (target === undefined ? undefined : { $ref: referenceTo(String(target)) });
    if (member === undefined) return undefined;
    const reference = tree(member).$ref;
    const schema = this.#followed(member);
    const named = mapping.find(
      ([, one]) => this.#followed({ $ref: referenceTo(String(one)) }) === schema,
    )?.[0];
    // Without a mapping, the name of its schema tells what a member is.
    const name = named ?? (mapping.length === 0 ? String(reference).split("/").at(-1) : undefined);
    const isTold =
      typeof property === "string" && typeof reference === "string" && name !== undefined;
    const tag = isTold
      ? { properties: { [property]: { const: name ?? "" } }, required: [property] }
      : {};
    return { member, tag };
  }

  #followed(node: Value | undefined, within: readonly string[] = []): Tree {
    const { $ref } = tree(node);
    if (typeof $ref !== "string" || within.includes($ref)) return tree(node);
    return this.#followed(this.#at($ref), [...within, $ref]);
  }

  #at(reference: string): Value {
    const steps = reference.split("/").slice(1);
    return steps.reduce<Value>((node, step) => tree(node)[unescaped(step)] ?? {}, this.#document);
  }
}

/** A response of which nothing is said may be any JSON. */
function responseOf(media: Tree | null): Value | undefined {
  return media === null ? undefined : (media.schema ?? { type: "object" });
}

function referenceTo(target: string): string {
  return target.includes("/") ? target : `#/components/schemas/${target}`;
}

function fail(why: string): never {
  throw new Unreadable(why);
}

/** The one type that a value is made of: the first that is not null. */
function typeOf({
  type,
  properties,
  items,
  additionalProperties,
  required,
  minProperties,
  ...rest
}: Tree): string | undefined {
  const [first] = Array.isArray(type) ? type.filter((one) => one !== "null") : [type];
  if (typeof first === "string")
    return ["string", "integer", "number", "boolean", "array", "object"].includes(first)
      ? first
      : undefined;
  if (Array.isArray(type)) return "null";
  if (
    properties !== undefined ||
    isTree(additionalProperties) ||
    listed(required).length > 0 ||
    minProperties !== undefined
  )
    return "object";
  if (items !== undefined || rest.prefixItems !== undefined) return "array";
  if (rest.pattern !== undefined || rest.maxLength !== undefined || rest.minLength !== undefined)
    return "string";
  return rest.minimum !== undefined || rest.maximum !== undefined ? "number" : undefined;
}

function fitsType(value: Value, type: Value | undefined): boolean {
  if (type === undefined) return true;
  const is = typeof value === "number" ? ["number", "integer"] : [typeof value];
  return listed(Array.isArray(type) ? type : [type]).some((one) => is.includes(String(one)));
}

function number({ minimum, exclusiveMinimum, multipleOf }: Tree): number {
  const least = typeof minimum === "number" ? minimum : 1;
  const above =
    exclusiveMinimum === true
      ? least + 1
      : typeof exclusiveMinimum === "number"
        ? exclusiveMinimum + 1
        : least;
  return typeof multipleOf === "number" && multipleOf > 1
    ? Math.ceil(above / multipleOf) * multipleOf
    : above;
}

function text({ format, pattern, minLength, maxLength }: Tree): string {
  const fits = (one: string): boolean =>
    matches(pattern, one) &&
    one.length >= (Number(minLength ?? 0) || 0) &&
    one.length <= (Number(maxLength ?? 1e9) || 1e9);
  const formatted = BY_FORMAT[String(format)];
  if (formatted !== undefined && fits(formatted)) return formatted;
  const padded = TEXTS.map((one) => one.padEnd(Number(minLength ?? 0) || 0, one));
  return padded.find(fits) ?? fail(`no text fits ${String(pattern)}`);
}

/** A pattern of another language says nothing here. */
function matches(pattern: Value | undefined, text: string): boolean {
  if (typeof pattern !== "string") return true;
  try {
    return new RegExp(pattern, "u").test(text) || new RegExp(pattern).test(text);
  } catch {
    return true;
  }
}

function merged(one: Tree, other: Tree): Tree {
  const [before, after] = [tree(one.properties), tree(other.properties)];
  const both: Tree = {};
  for (const name of new Set([...Object.keys(before), ...Object.keys(after)])) {
    const [a, b] = [
      Object.hasOwn(before, name) ? before[name] : undefined,
      Object.hasOwn(after, name) ? after[name] : undefined,
    ];
    const value =
      a === undefined
        ? (b ?? {})
        : b === undefined || JSON.stringify(a) === JSON.stringify(b)
          ? a
          : { allOf: [copyOf(a), copyOf(b)] };
    Object.defineProperty(both, name, {
      value,
      writable: true,
      enumerable: true,
      configurable: true,
    });
  }
  const [values, others] = [one.enum, other.enum];
  const common =
    Array.isArray(values) && Array.isArray(others)
      ? { enum: values.filter((value) => others.includes(value)) }
      : {};
  const required = [...listed(one.required), ...listed(other.required)];
  return {
    ...one,
    ...other,
    ...common,
    ...(Object.keys(both).length > 0 ||
    one.properties !== undefined ||
    other.properties !== undefined
      ? { properties: both }
      : {}),
    ...(required.length > 0 ? { required } : {}),
  };
}
