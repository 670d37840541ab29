// Reads a description's operations, and generates values that its schemas allow, in OpenAPI 3.0,
// 3.1 and 3.2. This is independent of the generator. Ajv checks whether a generated value is valid.

import fc from "fast-check";
import {
  copyOf,
  isTree,
  listed,
  pointer,
  type Tree,
  tree,
  unescaped,
  type Value,
} from "./draft.js";
import type { Random } from "./random.js";
import { referenceTo, type Side } from "./schema.js";

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

/** No value needs more levels than this. */
const DEEPEST = 40;

/** Whether a parameter of this name is a page cursor. */
export function isCursor(name: string): boolean {
  return /bookmark|cursor|page_?token|next_?(page|token)?$|continuation|after$/i.test(name);
}

/** A parameter's schema, which may be in its only media type. */
export function schemaOf({ schema, content }: Tree): Value {
  return schema ?? tree(Object.values(tree(content))[0]).schema ?? true;
}

/** There is no valid value, or none was found. */
export class Unreadable extends Error {}

/** A media type and its definition. */
export interface Media {
  readonly type: string;
  readonly media: Tree;
}

/** A successful response. */
export interface Good {
  readonly status: number;
  /** Empty for a response without a body. */
  readonly contents: readonly Media[];
}

/** Where a parameter is listed and where it is defined, as JSON pointers; usually the same. */
export interface ParameterPlaces {
  readonly listed: string;
  readonly written: string;
}

/** An operation as the description defines it. */
export interface Described {
  readonly id: string;
  readonly method: string;
  readonly path: string;
  /** Its place, as a JSON pointer. */
  readonly at: string;
  /** The parameters that a caller passes, without headers and cookies that have a fixed value. */
  readonly parameters: readonly Tree[];
  /** The headers and cookies that have a fixed value. */
  readonly others: readonly Tree[];
  readonly places: ReadonlyMap<Tree, ParameterPlaces>;
  readonly body: Tree | null;
  readonly bodies: readonly Media[];
  readonly bodyRequired: boolean;
  /** The schema of its successful JSON response. */
  readonly response: Value | undefined;
  readonly good: readonly Good[];
  /** The alternative lists of security schemes; empty if no authentication is required. */
  readonly security: readonly (readonly Scheme[])[];
  readonly servers: readonly string[];
}

/** A security scheme of a requirement; null if the description does not define it. */
export type Scheme = Tree | null;

export class Reading {
  readonly #document: Tree;

  constructor(document: Tree) {
    this.#document = document;
  }

  operation(id: string): Described | undefined {
    for (const [path, written] of Object.entries(tree(this.#document.paths))) {
      // Keys next to a path's reference are part of the path.
      const { $ref: _, ...beside } = tree(written);
      const item = { ...this.#followed(written), ...beside };
      for (const [method, node] of Object.entries(item))
        if (tree(node).operationId === id) {
          const around = pointer("#", "paths", path);
          const at = pointer(around, method);
          const places = new Map([
            ...this.#placesOf(item, around),
            ...this.#placesOf(tree(node), at),
          ]);
          return { ...this.#described(item, tree(node)), path, method, at, places };
        }
    }
    return undefined;
  }

  /** The parameters of a path or operation, each with its places. */
  #placesOf({ parameters }: Tree, at: string): readonly (readonly [Tree, ParameterPlaces])[] {
    return listed(parameters).map((one, index) => {
      const place = pointer(at, "parameters", String(index));
      const { $ref } = tree(one);
      return [
        this.#followed(one),
        { listed: place, written: typeof $ref === "string" ? $ref : place },
      ];
    });
  }

  #described(item: Tree, node: Tree): Omit<Described, "path" | "method" | "at" | "places"> {
    // The last definition wins: path item, operation, or a duplicate in one list.
    const all = [...listed(item.parameters), ...listed(node.parameters)]
      .map((one) => this.#followed(one))
      .filter(
        (one, index, every) =>
          !every.slice(index + 1).some((other) => other.name === one.name && other.in === one.in),
      );
    const isHandedOver = (one: Tree): boolean => one.in === "path" || one.in === "query";
    const body = this.#followed(node.requestBody);
    const written = Object.entries(tree(node.responses));
    const good = written.find(([status]) => status.startsWith("2"))?.[1];
    return {
      id: String(node.operationId),
      parameters: all.filter(isHandedOver),
      others: all.filter((one) => !isHandedOver(one)),
      body: this.#mediaIn(body),
      bodies: this.#contentsOf(body),
      bodyRequired: body.required === true,
      response: responseOf(this.#mediaIn(this.#followed(good ?? tree(node.responses).default))),
      good: this.#goodIn(written),
      security: listed(node.security ?? this.#document.security).map((one) =>
        Object.keys(tree(one)).map((name) => this.#scheme(name)),
      ),
      servers: this.#serversOf(node, item),
    };
  }

  #contentsOf(body: Tree): readonly Media[] {
    return Object.entries(tree(body.content)).map(([type, media]) => ({
      type,
      media: this.#followed(media),
    }));
  }

  /** The responses with a 2xx status; without any, the default response. */
  #goodIn(written: readonly (readonly [string, Value])[]): readonly Good[] {
    const named = written.filter(([status]) => /^2(\d\d|XX)$/i.test(status));
    const found = named.length > 0 ? named : written.filter(([status]) => status === "default");
    return found.map(([status, one]) => ({
      status: /^\d+$/.test(status) ? Number(status) : 200,
      contents: this.#contentsOf(this.#followed(one)),
    }));
  }

  /** A scheme by its name in the components. In 3.2, the name can also be a reference. */
  #scheme(name: string): Scheme {
    const schemes = tree(tree(this.#document.components).securitySchemes);
    const found = Object.hasOwn(schemes, name)
      ? schemes[name]
      : name.startsWith("#/")
        ? this.#at(name)
        : undefined;
    const scheme = this.#followed(found);
    return typeof scheme.type === "string" ? scheme : null;
  }

  /** The addresses of the operation, with their variables filled in. */
  #serversOf(node: Tree, item: Tree): readonly string[] {
    const servers = [node.servers, item.servers, this.#document.servers].find(
      (some) => listed(some).length > 0,
    );
    return listed(servers).flatMap((one) => {
      const { url, variables } = tree(one);
      if (typeof url !== "string") return [];
      return [
        url.replace(/\{([^}]+)\}/g, (whole, name: string) =>
          String(tree(tree(variables)[name]).default ?? whole),
        ),
      ];
    });
  }

  /** The JSON media type of a body, otherwise its first media type. */
  #mediaIn(body: Tree): Tree | null {
    const contents = this.#contentsOf(body);
    const json = contents.find(({ type }) => /^application\/([\w.]+\+)?json/.test(type));
    return (json ?? contents[0])?.media ?? null;
  }

  /**
   * The smallest input for an operation: its required parameters, and the required fields of its
   * body. With `random`, some optional ones are included.
   */
  drawn(
    described: Described,
    random?: Random,
  ): { readonly parameters: Tree; readonly body: Value | undefined } {
    const parameters = described.parameters.filter(
      ({ required, name }) =>
        required === true ||
        (random !== undefined && random.next() < 0.3 && !isCursor(String(name))),
    );
    const body =
      described.body === null
        ? undefined
        : this.value(described.body.schema ?? true, "request", random);
    return {
      parameters: Object.fromEntries(
        parameters.map((one) => [String(one.name), this.value(schemaOf(one), "parameter", random)]),
      ),
      body,
    };
  }

  /** The smallest value that a schema allows; with `random`, a random one. */
  value(schema: Value, side: Side, random?: Random, depth = 0): Value {
    if (depth > DEEPEST) throw new Unreadable("every value is infinite");
    if (!isTree(schema)) return schema === false ? fail("no value is allowed") : "a";
    const node = this.whole(schema, [], random);
    if (node.const !== undefined) return node.const;
    const values = listed(node.enum).filter(
      (value) => value !== null && fitsType(value, node.type),
    );
    if (values.length > 0) return random?.of(values) ?? (values[0] as Value);
    if (listed(node.enum).includes(null)) return null;
    const type = kindOf(node);
    switch (type) {
      case "array":
        return this.#list(node, side, random, depth);
      case "integer":
      case "number":
        return number(node, type, random);
      case "boolean":
        return random?.coin() ?? true;
      case "string":
        return text(node, random);
      case "null":
        return null;
      case "object":
        return this.#object(node, side, random, depth);
      default:
        return "a";
    }
  }

  #list(node: Tree, side: Side, random: Random | undefined, depth: number): Value {
    const first = listed(node.prefixItems).map((one) => this.value(one, side, random, depth + 1));
    const items = node.items === undefined ? true : node.items;
    if (items === false) return first;
    // An empty list cannot be written in a URL.
    const least = Math.max(side === "parameter" ? 1 : 0, Number(node.minItems ?? 0) || 0);
    const most = typeof node.maxItems === "number" ? node.maxItems : least + 3;
    const wanted =
      random !== undefined
        ? least + random.below(Math.max(1, Math.min(most - least, 3) + 1))
        : side === "response"
          ? least
          : Math.max(1, least);
    const made = [...first];
    // If items must be unique, some attempts fail.
    for (let left = wanted * 4; made.length < wanted && left > 0; left -= 1) {
      const item = this.value(items, side, random, depth + 1);
      const isTwice = made.some((one) => JSON.stringify(one) === JSON.stringify(item));
      if (node.uniqueItems !== true || !isTwice || random === undefined) made.push(item);
    }
    return made;
  }

  #object(node: Tree, side: Side, random: Random | undefined, depth: number): Value {
    const fields = tree(node.properties);
    const named = [...new Set(listed(node.required).map(String))];
    const more = Object.keys(fields).filter(
      (name) => !named.includes(name) && fields[name] !== false,
    );
    const least = Number(node.minProperties ?? 0) || 0;
    const skipped = side === "response" ? "writeOnly" : "readOnly";
    const isSent = (name: string): boolean => this.whole(tree(fields[name]))[skipped] !== true;
    const needed = Math.max(0, least - named.length);
    const isDrawn = (): boolean => random !== undefined && depth < 6 && random.next() < 0.3;
    const drawn = more.filter((_, index) => index < needed || isDrawn());
    const names = [...named, ...drawn].filter(isSent);
    const made: Tree = {};
    for (const name of names) {
      const value = this.value(
        Object.hasOwn(fields, name) ? (fields[name] ?? true) : true,
        side,
        random,
        depth + 1,
      );
      Object.defineProperty(made, name, {
        value,
        writable: true,
        enumerable: true,
        configurable: true,
      });
    }
    // If any name is allowed, one is made up.
    if (names.length < least)
      made["1"] = this.value(node.additionalProperties ?? true, side, random, depth + 1);
    return made;
  }

  /**
   * A schema merged with its parts and one of its alternatives, with the discriminator value of
   * that alternative.
   */
  whole(schema: Value, within: readonly string[] = [], random?: Random): Tree {
    if (!isTree(schema)) return {};
    const { $ref, allOf, oneOf, anyOf, discriminator, ...own } = schema;
    const inner = typeof $ref === "string" ? [...within, $ref] : within;
    const base =
      typeof $ref === "string"
        ? [within.includes($ref) ? {} : this.#part($ref, within, random)]
        : [];
    const parts = listed(allOf).map((part) =>
      typeof tree(part).$ref === "string"
        ? this.#base(part, inner, random)
        : this.whole(part, inner, random),
    );
    const chosen = this.#chosen(schema, random);
    const choice =
      chosen === undefined ? [] : [this.whole(chosen.member, inner, random), chosen.tag];
    return [...base, ...parts, own as Tree, ...choice].reduce(merged, {});
  }

  /** The objects that a schema can be: its alternatives, or those that its discriminator names. */
  forms(schema: Value): readonly Tree[] {
    const { oneOf, anyOf, discriminator, ...base } = this.#followed(schema);
    const mapped = Object.values(tree(tree(discriminator).mapping));
    const members = [
      ...listed(oneOf),
      ...listed(anyOf),
      ...mapped.map((target) => ({ $ref: referenceTo(String(target)) })),
    ];
    if (members.length > 0)
      return members.map((member) => merged(this.whole(base as Tree), this.whole(member)));
    // The alternatives may be in a part.
    const [part, ...others] = listed(base.allOf);
    return part === undefined || others.length > 0 ? [this.whole(schema)] : this.forms(part);
  }

  /** The enum values of a schema, from all of its alternatives. */
  valuesOf(schema: Value, depth = 0): readonly Value[] {
    const node = this.#followed(schema);
    const own = node.const === undefined ? listed(node.enum) : [node.const];
    const others = [node.oneOf, node.anyOf, node.allOf].flatMap(listed);
    return depth > DEEPEST
      ? own
      : [...own, ...others.flatMap((one) => this.valuesOf(one, depth + 1))];
  }

  /** Whether a schema has alternatives. */
  isChoice(schema: Value, depth = 0): boolean {
    const node = this.#followed(schema);
    const others = [...listed(node.oneOf), ...listed(node.anyOf)].filter(
      (one) => tree(one).type !== "null",
    );
    const types = Array.isArray(node.type) ? node.type.filter((type) => type !== "null") : [];
    if (others.length > 1 || types.length > 1) return true;
    return depth < DEEPEST && listed(node.allOf).some((part) => this.isChoice(part, depth + 1));
  }

  #part(reference: string, within: readonly string[], random?: Random): Tree {
    return this.whole(this.#at(reference), [...within, reference], random);
  }

  /** A part whose alternatives lead back here; only its own fields count. */
  #base(part: Value, within: readonly string[], random?: Random): Tree {
    const reference = String(tree(part).$ref);
    if (within.includes(reference)) {
      const { discriminator, oneOf: _, anyOf: __, allOf: ___, ...rest } = tree(this.#at(reference));
      return discriminator === undefined ? {} : rest;
    }
    const target = tree(this.#at(reference));
    const mapping = Object.values(tree(tree(target.discriminator).mapping));
    const leadsHere = mapping.some((one) => within.includes(String(one)));
    if (!leadsHere) return this.whole(part, within, random);
    const { discriminator: _, oneOf: __, anyOf: ___, ...rest } = target;
    return this.whole(rest, [...within, reference], random);
  }

  /**
   * The schemas that extend the one with this discriminator. If it has no mapping, their names are
   * its values.
   */
  #extending(discriminator: Value | undefined): [string, Value][] {
    const schemas = Object.entries(tree(tree(this.#document.components).schemas));
    return schemas.flatMap(([name, schema]) =>
      discriminator !== undefined &&
      listed(tree(schema).allOf).some(
        (part) => tree(this.#followed(part)).discriminator === discriminator,
      )
        ? [[name, `#/components/schemas/${name}`] satisfies [string, Value]]
        : [],
    );
  }

  #chosen(
    { oneOf, anyOf, discriminator }: Tree,
    random?: Random,
  ): { readonly member: Value; readonly tag: Tree } | undefined {
    const property = tree(discriminator).propertyName;
    const members = [...listed(oneOf), ...listed(anyOf)];
    const stated = Object.entries(tree(tree(discriminator).mapping));
    const mapping =
      stated.length === 0 && members.length === 0 ? this.#extending(discriminator) : stated;
    const isNull = (one: Value): boolean =>
      tree(one).type === "null" ||
      (listed(tree(one).enum).length > 0 &&
        listed(tree(one).enum).every((value) => value === null));
    const others = members.filter((one) => !isNull(one));
    const some = others.length > 0 ? others : members;
    const [, target] = (mapping.length > 0 ? random?.of(mapping) : undefined) ?? mapping[0] ?? [];
    const member =
      (some.length > 0 ? (random?.of(some) ?? others[0]) : undefined) ??
      (target === undefined ? undefined : { $ref: referenceTo(String(target)) });
    if (member === undefined) return undefined;
    const reference = tree(member).$ref;
    const schema = this.#followed(member);
    const named = mapping.find(
      ([, one]) => this.#followed({ $ref: referenceTo(String(one)) }) === schema,
    )?.[0];
    // Without a mapping, the schema's name is the discriminator's value.
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
    return steps.reduce<Value>((node, step) => {
      const name = unescaped(step);
      return (Array.isArray(node) ? node[Number(name)] : tree(node)[name]) ?? {};
    }, this.#document);
  }
}

/** Without a schema, a response can be any JSON. */
function responseOf(media: Tree | null): Value | undefined {
  return media === null ? undefined : (media.schema ?? { type: "object" });
}

function fail(why: string): never {
  throw new Unreadable(why);
}

/** The type from which to generate a value: the first that is not null. Empty if it is unknown. */
export function kindOf({
  type,
  properties,
  items,
  additionalProperties,
  required,
  minProperties,
  ...rest
}: Tree): string {
  const [first] = Array.isArray(type) ? type.filter((one) => one !== "null") : [type];
  // For an unknown type, the other keywords decide.
  const known = ["string", "integer", "number", "boolean", "array", "object"];
  if (typeof first === "string" && known.includes(first)) return first;
  if (Array.isArray(type) && first === undefined) return "null";
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
  return rest.minimum !== undefined || rest.maximum !== undefined ? "number" : "";
}

function fitsType(value: Value, type: Value | undefined): boolean {
  if (type === undefined) return true;
  const is = typeof value === "number" ? ["number", "integer"] : [typeof value];
  return listed(Array.isArray(type) ? type : [type]).some((one) => is.includes(String(one)));
}

function number(
  { minimum, maximum, exclusiveMinimum, multipleOf }: Tree,
  type: string,
  random?: Random,
): number {
  const highest = typeof maximum === "number" ? Math.min(1, maximum) : 1;
  const least = typeof minimum === "number" ? minimum : highest;
  const above =
    exclusiveMinimum === true
      ? least + 1
      : typeof exclusiveMinimum === "number"
        ? exclusiveMinimum + 1
        : least;
  const most = typeof maximum === "number" ? maximum : above + 1000;
  const within = Math.min(most, above + (random?.below(Math.max(1, most - above)) ?? 0));
  const drawn =
    type === "number" && random?.coin() === true ? Math.min(most, within + 0.5) : within;
  return typeof multipleOf === "number" && multipleOf > 1
    ? Math.ceil(Math.floor(drawn) / multipleOf) * multipleOf
    : drawn;
}

function text({ format, pattern, minLength, maxLength }: Tree, random?: Random): string {
  const fits = (one: string): boolean =>
    matches(pattern, one) &&
    one.length >= (Number(minLength ?? 0) || 0) &&
    one.length <= (Number(maxLength ?? 1e9) || 1e9);
  const formatted = BY_FORMAT[String(format)];
  if (formatted !== undefined && fits(formatted)) return formatted;
  const padded = TEXTS.map((one) => one.padEnd(Number(minLength ?? 0) || 0, one));
  const found = padded.filter(fits);
  if (found.length === 0) return generated(pattern, fits);
  return random?.of(found) ?? (found[0] as string);
}

/** A string generated from a pattern. */
function generated(pattern: Value | undefined, fits: (one: string) => boolean): string {
  if (typeof pattern !== "string") return fail("no string has this length");
  try {
    const texts = fc.sample(fc.stringMatching(new RegExp(pattern)), { seed: 1, numRuns: 50 });
    return texts.find(fits) ?? fail(`no string matches ${pattern}`);
  } catch {
    return fail(`no string matches ${pattern}`);
  }
}

/** A pattern in another regex dialect has no effect here. */
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
