// Creates the smallest request that a description allows, without using the generator.

export type Json =
  | null
  | boolean
  | number
  | string
  | readonly Json[]
  | { readonly [key: string]: Json };
export type Node = { readonly [key: string]: Json };

const CANDIDATES: readonly string[] = [
  "1",
  "2026-03-01",
  "a",
  "abc",
  "12:00",
  "US",
  "en-US",
  "#FFFFFF",
  "https://example.com/a.jpg",
  "a@example.com",
];

/** Fields that only a description's prose requires, by name. */
const STATED: Node = { country_code: "US", targeting_attributes: { GEO: ["US"] } };

/** Required parameters that a description does not mark as required, by operation. */
export const STATED_ALONE: Readonly<Record<string, Node>> = {
  "product_group_promotions/list": { ad_group_id: "1" },
};

export interface Described {
  readonly id: string;
  readonly method: string;
  readonly path: string;
  readonly parameters: readonly Node[];
  readonly body: Node | null;
  /** The body's content type. */
  readonly content: string | null;
  /** Whether it only accepts the app's id and secret. */
  readonly basic: boolean;
  /** The schema of the successful response. */
  readonly answer: Node | null;
}

/** All operations of a description. */
export function operationsIn(document: Node): readonly Described[] {
  const methods = ["get", "put", "post", "delete", "patch"];
  return Object.entries(object(document.paths)).flatMap(([path, item]) =>
    methods.flatMap((method): Described[] => {
      const node = object(item)[method];
      if (node === undefined) return [];
      const { operationId, parameters, requestBody, responses, security } = object(node);
      const shared = object(item).parameters;
      const all = [...list(shared), ...list(parameters)].map((one) =>
        followed(document, object(one)),
      );
      const [content] = Object.entries(object(followed(document, object(requestBody)).content));
      const [, good] =
        Object.entries(object(responses)).find(([status]) => status.startsWith("2")) ?? [];
      const [said] = Object.values(object(followed(document, object(good)).content));
      return [
        {
          id: String(operationId),
          method,
          path,
          parameters: all,
          body: content === undefined ? null : object(object(content[1]).schema),
          content: content?.[0] ?? null,
          basic:
            list(security).length > 0 &&
            list(security).every((one) => Object.keys(object(one)).join() === "basic"),
          answer: said === undefined ? null : whole(document, object(object(said).schema)),
        },
      ];
    }),
  );
}

/** The smallest input: the required parameters, and the smallest body. */
export function minimalInput(
  document: Node,
  { id, parameters, body }: Described,
  bodyField: string | null,
): Record<string, Json> {
  const required = parameters.filter((one) => one.required === true);
  const input = {
    ...Object.fromEntries(
      required.map((one) => [
        String(one.name),
        STATED[String(one.name)] ?? minimal(document, object(one.schema)),
      ]),
    ),
    ...STATED_ALONE[id],
  };
  if (body === null) return input;
  const made = minimal(document, body);
  return bodyField === null ? { ...input, ...object(made) } : { ...input, [bodyField]: made };
}

/** The smallest value that a schema allows. */
export function minimal(document: Node, schema: Node): Json {
  const {
    enum: values,
    type,
    properties,
    required,
    items,
    minItems,
    minimum,
    exclusiveMinimum,
    minProperties,
    additionalProperties,
  } = whole(document, schema);
  if (Array.isArray(values)) return values.find((value) => value !== null) ?? null;
  if (type === "array" || items !== undefined) {
    return Array.from({ length: Math.max(1, Number(minItems ?? 0)) }, () =>
      minimal(document, object(items)),
    );
  }
  if (type === "integer" || type === "number")
    return Number(minimum ?? 1) + (exclusiveMinimum === true ? 1 : 0);
  if (type === "boolean") return true;
  if (type === "string") return text(whole(document, schema));
  const fields = object(properties);
  const names = [
    ...new Set([
      ...list(required).map(String),
      ...Object.keys(fields).slice(0, Number(minProperties ?? 0)),
    ]),
  ];
  // Read-only properties are only required in responses.
  const sent = names.filter(
    (name) => whole(document, object(fields[name] ?? {})).readOnly !== true,
  );
  const made = Object.fromEntries(
    sent.map((name) => [name, STATED[name] ?? minimal(document, object(fields[name] ?? {}))]),
  );
  // A made-up name, where any is allowed.
  return names.length < Number(minProperties ?? 0)
    ? { ...made, "1": minimal(document, object(additionalProperties)) }
    : made;
}

/** A schema merged with its parts and its first variant, including that variant's discriminator. */
export function whole(document: Node, written: Node): Node {
  const { $ref, allOf, oneOf, anyOf, discriminator, ...own } = written;
  const base =
    typeof $ref === "string" ? [whole(document, withoutChoice(document, $ref, written))] : [];
  const parts = list(allOf).map((part) => whole(document, extendedPart(document, object(part))));
  const [first] = [...list(oneOf), ...list(anyOf)];
  const by = discriminator === undefined ? null : String(object(discriminator).propertyName);
  const [key, target] = Object.entries(object(object(discriminator ?? {}).mapping))[0] ?? [];
  const chosen = first ?? (target === undefined ? undefined : { $ref: target });
  const choice = chosen === undefined ? [] : [whole(document, object(chosen))];
  const name =
    Object.entries(object(object(discriminator ?? {}).mapping)).find(
      ([, one]) => one === object(chosen ?? {}).$ref,
    )?.[0] ?? key;
  const tag =
    by === null || name === undefined || chosen === undefined
      ? []
      : [{ properties: { [by]: { type: "string", enum: [name] } }, required: [by] }];
  return [...base, ...parts, own as Node, ...choice, ...tag].reduce(merged, {});
}

/** The target of a reference, without the alternatives that lead back to it. */
function withoutChoice(document: Node, reference: string, written: Node): Node {
  const node = resolved(document, reference);
  return written["x-base"] === true ? plain(node) : node;
}

/** A part whose variants lead back here. Only its fields count. */
function extendedPart(document: Node, part: Node): Node {
  if (typeof part.$ref !== "string") return part;
  const node = resolved(document, part.$ref);
  return node.discriminator === undefined ? part : plain(node);
}

function plain(node: Node): Node {
  const { discriminator: _, oneOf: __, anyOf: ___, ...rest } = node;
  return rest;
}

function merged(one: Node, other: Node): Node {
  const [before, after] = [object(one.properties ?? {}), object(other.properties ?? {})];
  const both = Object.fromEntries(
    [...new Set([...Object.keys(before), ...Object.keys(after)])].map((name) => {
      const [a, b] = [before[name], after[name]];
      return [name, a === undefined ? (b ?? {}) : b === undefined ? a : { allOf: [a, b] }];
    }),
  );
  const [values, others] = [one.enum, other.enum];
  const common =
    Array.isArray(values) && Array.isArray(others)
      ? { enum: values.filter((value) => others.includes(value)) }
      : {};
  return {
    ...one,
    ...other,
    ...common,
    properties: both,
    required: [...list(one.required), ...list(other.required)],
  };
}

export function text({ format, pattern, minLength, maxLength }: Node): string {
  if (format === "date") return "2026-03-01";
  const fits = (one: string): boolean =>
    (typeof pattern !== "string" || new RegExp(pattern).test(one)) &&
    one.length >= Number(minLength ?? 0) &&
    one.length <= Number(maxLength ?? 1e9);
  const padded = CANDIDATES.map((one) => one.padEnd(Number(minLength ?? 0), one));
  return padded.find(fits) ?? "nothing fits";
}

function followed(document: Node, node: Node): Node {
  return typeof node.$ref === "string" ? followed(document, resolved(document, node.$ref)) : node;
}

function resolved(document: Node, reference: string): Node {
  const steps = reference.split("/").slice(1);
  return object(
    steps.reduce<Json>(
      (node, step) => object(node)[step.replaceAll("~1", "/").replaceAll("~0", "~")] ?? {},
      document,
    ),
  );
}

export function object(value: Json | undefined): Node {
  return typeof value === "object" && value !== null && !Array.isArray(value)
    ? (value as Node)
    : {};
}

export function list(value: Json | undefined): readonly Json[] {
  return Array.isArray(value) ? value : [];
}
