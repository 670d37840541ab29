// A description that is being edited: the offered operations, and the places where an API's owner
// might change something.

import type { Random } from "./random.js";

export type Value = null | boolean | number | string | Value[] | Tree;
export interface Tree {
  [key: string]: Value;
}

export type Role = "create" | "poll" | "call";
export type Side = "request" | "response" | "parameter";

/** An operation that the flows file includes. */
export interface Offered {
  readonly id: string;
  readonly role: Role;
  readonly path: string;
  readonly method: string;
  readonly item: Tree;
  readonly node: Tree;
  readonly at: string;
}

/**
 * A schema and its parent. `holder[key]` is the schema as it is written there, possibly a
 * reference.
 */
export interface Place {
  readonly operation: Offered;
  readonly side: Side;
  readonly holder: Tree;
  readonly key: string;
  readonly at: string;
}

/** A property of an object. */
export interface FieldPlace extends Place {
  /** The schema whose `properties` contains the field. */
  readonly owner: Tree;
  /** How many objects surround the field. */
  readonly depth: number;
}

export interface ParameterPlace {
  readonly operation: Offered;
  /** The parameter itself, with references resolved. */
  readonly node: Tree;
  /** The list that contains the parameter, and its index. */
  readonly list: Value[];
  readonly index: number;
  readonly at: string;
}

export interface ResponsePlace {
  readonly operation: Offered;
  readonly responses: Tree;
  readonly status: string;
  readonly node: Tree;
  readonly at: string;
}

export interface MediaPlace {
  readonly operation: Offered;
  readonly side: Side;
  readonly content: Tree;
  readonly type: string;
  readonly media: Tree;
  readonly at: string;
}

/** The response fields that the runtime reads. A report cannot work without them. */
const READ: Readonly<Record<Role, readonly string[]>> = {
  create: ["token"],
  poll: ["report_status", "url"],
  call: [],
};

const METHODS = ["get", "put", "post", "delete", "patch"];

/** The operations of a flows file by id, in its order, each with its role in a report. */
export type Wanted = ReadonlyMap<string, Role>;

export class Draft {
  readonly document: Tree;
  /** What the flows file includes. */
  readonly offers: Tree;
  readonly random: Random;
  /** Whether the description contains prose. A contract does not. */
  readonly hasProse: boolean;
  readonly #wanted: Wanted;

  constructor(
    { document, offers }: Pick<Draft, "document" | "offers">,
    wanted: Wanted,
    random: Random,
  ) {
    this.document = document;
    this.offers = offers;
    this.#wanted = wanted;
    this.random = random;
    this.hasProse = document["x-contract"] === undefined;
  }

  /** The offered operations, reports first. */
  operations(): readonly Offered[] {
    const all = Object.entries(tree(this.document.paths)).flatMap(([path, item]) =>
      METHODS.flatMap((method): Offered[] => {
        const node = tree(item)[method];
        const id = String(tree(node).operationId);
        const role = this.#wanted.get(id);
        return role === undefined || !isTree(node) || !isTree(item)
          ? []
          : [{ id, role, path, method, item, node, at: pointer("#", "paths", path, method) }];
      }),
    );
    const rank = ({ role }: Offered): number => ["create", "poll", "call"].indexOf(role);
    return all.sort((one, other) => rank(one) - rank(other));
  }

  /** The node after following all references; the node itself if it is not a reference. */
  followed(node: Value | undefined, within: readonly string[] = []): Tree {
    const { $ref } = tree(node);
    if (typeof $ref !== "string" || within.includes($ref)) return tree(node);
    const steps = $ref.split("/").slice(1);
    const target = steps.reduce<Value | undefined>(
      (from, step) => tree(from)[unescaped(step)],
      this.document,
    );
    return this.followed(target, [...within, $ref]);
  }

  parameters(): readonly ParameterPlace[] {
    return this.operations().flatMap((operation) =>
      ([operation.item, operation.node] as const).flatMap((holder) => {
        const list = holder.parameters;
        if (!Array.isArray(list)) return [];
        return list.map(
          (one, index): ParameterPlace => ({
            operation,
            node: this.followed(one),
            list,
            index,
            at: `${holder === operation.node ? operation.at : pointer("#", "paths", operation.path)}/parameters/${index}`,
          }),
        );
      }),
    );
  }

  responses(): readonly ResponsePlace[] {
    return this.operations().flatMap((operation) => {
      const responses = tree(operation.node.responses);
      return Object.entries(responses).map(([status, one]) => ({
        operation,
        responses,
        status,
        node: this.followed(one),
        at: `${operation.at}/responses/${status}`,
      }));
    });
  }

  good(): readonly ResponsePlace[] {
    return this.responses().filter(({ status }) => /^2/.test(status));
  }

  /** The request bodies, or the bodies of successful responses. */
  media(side: "request" | "response"): readonly MediaPlace[] {
    const bodies =
      side === "response"
        ? this.good().map(({ operation, node, at }) => ({ operation, node, at }))
        : this.operations().map((operation) => ({
            operation,
            node: this.followed(operation.node.requestBody),
            at: `${operation.at}/requestBody`,
          }));
    return bodies.flatMap(({ operation, node, at }) => {
      const content = tree(node.content);
      return Object.entries(content).map(([type, media]) => ({
        operation,
        side,
        content,
        type,
        media: tree(media),
        at: pointer(at, "content", type),
      }));
    });
  }

  /** All schemas that an offered operation reaches, without duplicates. */
  schemas(): readonly Place[] {
    return this.#walked().places;
  }

  /** All properties of objects that an offered operation reaches, without duplicates. */
  fields(side?: "request" | "response"): readonly FieldPlace[] {
    const { fields } = this.#walked();
    return side === undefined ? fields : fields.filter((field) => field.side === side);
  }

  #walked(): { readonly places: readonly Place[]; readonly fields: readonly FieldPlace[] } {
    const places: Place[] = [];
    const fields: FieldPlace[] = [];
    const seen: Record<Side, Set<Tree>> = {
      request: new Set(),
      response: new Set(),
      parameter: new Set(),
    };
    const visit = (place: Place, depth: number): void => {
      const node = this.followed(place.holder[place.key]);
      places.push(place);
      if (seen[place.side].has(node)) return;
      seen[place.side].add(node);
      const { $ref } = tree(place.holder[place.key]);
      const at = typeof $ref === "string" ? $ref : place.at;
      const { operation, side } = place;
      const inside = (holder: Tree, key: string, below: string): Place => ({
        operation,
        side,
        holder,
        key,
        at: below,
      });
      for (const name of Object.keys(tree(node.properties))) {
        const field = {
          ...inside(tree(node.properties), name, pointer(at, "properties", name)),
          owner: node,
          depth,
        };
        fields.push(field);
        visit(field, depth + 1);
      }
      for (const key of ["items", "additionalProperties"])
        if (isTree(node[key])) visit(inside(node, key, `${at}/${key}`), depth + 1);
      for (const key of ["allOf", "oneOf", "anyOf"]) {
        const list = node[key];
        if (!Array.isArray(list)) continue;
        for (const index of list.keys())
          visit(inside(list as unknown as Tree, String(index), `${at}/${key}/${index}`), depth);
      }
    };
    for (const { operation, side, media, at } of [
      ...this.media("request"),
      ...this.media("response"),
    ])
      if (isTree(media.schema))
        visit({ operation, side, holder: media, key: "schema", at: `${at}/schema` }, 0);
    for (const { operation, node, at } of this.parameters())
      if (isTree(node.schema))
        visit({ operation, side: "parameter", holder: node, key: "schema", at: `${at}/schema` }, 0);
    return { places, fields };
  }

  /** The schema at a place, with references resolved. */
  held({ holder, key }: Pick<Place, "holder" | "key">): Tree {
    return this.followed(holder[key]);
  }

  /**
   * A random place. All operations with places are equally likely, except that a report's are three
   * times as likely.
   */
  pick<One extends { readonly operation: Offered }>(places: readonly One[]): One | undefined {
    const ids = [...new Set(places.map(({ operation }) => operation.id))];
    const drawn = ids.flatMap((id) => (this.#wanted.get(id) === "call" ? [id] : [id, id, id]));
    if (drawn.length === 0) return undefined;
    const id = this.random.of(drawn);
    return this.random.of(places.filter(({ operation }) => operation.id === id));
  }

  /** Whether the runtime reads this field of a report's response. */
  isRead(field: FieldPlace): boolean {
    const { side, key } = field;
    if (side !== "response") return false;
    return this.media("response").some(({ operation, media }) => {
      if (!READ[operation.role].includes(key)) return false;
      const whole = this.parts(media.schema);
      const wrapped = whole.flatMap((part) =>
        Object.values(tree(part.properties)).flatMap((one) => this.parts(one)),
      );
      return [...whole, ...wrapped].includes(field.owner);
    });
  }

  /** Whether the runtime reads this field of a report's response, or a field inside it. */
  isNeeded(field: FieldPlace): boolean {
    const inside = this.parts(field.holder[field.key]).flatMap((owner) =>
      Object.keys(tree(owner.properties)).map((key) => ({ owner, key })),
    );
    return this.isRead(field) || inside.some((one) => this.isRead({ ...field, ...one }));
  }

  /** A schema and all schemas that it is composed of. */
  parts(node: Value | undefined, seen: ReadonlySet<Tree> = new Set()): readonly Tree[] {
    const found = this.followed(node);
    if (seen.has(found)) return [];
    const within = new Set([...seen, found]);
    const more = ["allOf", "oneOf", "anyOf"].flatMap((key) =>
      Array.isArray(found[key]) ? (found[key] as Value[]) : [],
    );
    return [found, ...more.flatMap((one) => this.parts(one, within))];
  }

  /** Adds a schema to the components under a free name, and returns a reference to it. */
  component(section: string, wanted: string, node: Value): string {
    const components = child(this.document, "components");
    const names = child(components, section);
    let name = wanted;
    for (let count = 2; Object.hasOwn(names, name); count += 1) name = `${wanted}${count}`;
    names[name] = node;
    return pointer("#", "components", section, name);
  }
}

export function isTree(value: unknown): value is Tree {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** The value if it is an object, otherwise a new empty object that is not in the description. */
export function tree(value: Value | undefined): Tree {
  return isTree(value) ? value : {};
}

export function listed(value: Value | undefined): Value[] {
  return Array.isArray(value) ? value : [];
}

/** The object under a key, created if it does not exist. */
export function child(of: Tree, key: string): Tree {
  const found = of[key];
  if (isTree(found)) return found;
  const made: Tree = {};
  of[key] = made;
  return made;
}

export function copyOf<One extends Value>(value: One): One {
  return structuredClone(value);
}

export function pointer(from: string, ...steps: readonly string[]): string {
  return [from, ...steps.map((step) => step.replaceAll("~", "~0").replaceAll("/", "~1"))].join("/");
}

/** Decodes a step of a reference, which is part of both a URL and a JSON pointer. */
export function unescaped(step: string): string {
  return step
    .replace(/(%[\da-f]{2})+/gi, decodeURIComponent)
    .replaceAll("~1", "/")
    .replaceAll("~0", "~");
}

/** Renames an object key without changing its position. */
export function rename(of: Tree, before: string, after: string): undefined {
  const entries = Object.entries(of);
  for (const [key] of entries) delete of[key];
  for (const [key, value] of entries) define(of, key === before ? after : key, value);
}

/** Sets a key, even one called `__proto__`. */
export function define(of: Tree, key: string, value: Value): void {
  Object.defineProperty(of, key, { value, writable: true, enumerable: true, configurable: true });
}
