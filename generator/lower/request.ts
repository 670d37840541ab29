import { Diagnostics } from "../diagnostics.js";
import type { Content, Field, ObjectType, Parameter, Type } from "../model/model.js";
import { withWords, wordsOf } from "../parse/json.js";
import { isJsonType } from "../parse/normalize.js";
import type { SchemaContext } from "./context.js";
import { followed, isNode, type LocatedNode, type Node } from "./context.js";
import { type Flat, flatten } from "./flatten.js";
import { type Found, jsonSchema, parametersIn } from "./operation.js";
import { objectOf } from "./schema.js";

/** The arguments of an operation, and where each of them is sent. */
export interface RequestParts {
  readonly body: ObjectType;
  readonly parameters: readonly Parameter[];
  readonly content: Content | null;
  /** The media type of the body, if `content` does not determine it. */
  readonly mediaType?: string;
  /** The argument that holds the whole body; null if the body's fields are arguments themselves. */
  readonly bodyField: string | null;
}

interface Written extends LocatedNode {
  readonly name: string;
  readonly in: "path" | "query";
  readonly required: boolean;
  readonly style: Style;
}

/** Serialization of a parameter; null for a style that the client does not support. */
type Style = "commas" | "plain" | NonNullable<Parameter["style"]>;

interface Body extends LocatedNode {
  readonly content: Content;
  /** The media type, if `content` does not determine it. */
  readonly mediaType?: string;
  readonly required: boolean;
}

const CONTENT: Readonly<Record<string, Content>> = {
  "application/json": "json",
  "application/x-www-form-urlencoded": "form",
  "multipart/form-data": "multipart",
  "application/octet-stream": "binary",
};

/** Calling conventions that the description leaves open. */
export interface Called {
  /** Parameters that are passed separately. */
  readonly beside: readonly string[];
  /** True if the body is always sent, even if the description makes it optional. */
  readonly withBody: boolean;
}

/** Combines parameters and body in one object of arguments. */
export function lowerRequest(found: Found, { beside, withBody }: Called, every: SchemaContext): RequestParts {
  const lowering: SchemaContext = { ...every, without: "readOnly" };
  const written = parametersOf(found, lowering);
  const names = written.map(({ name }) => name);
  for (const name of new Set(names.filter((name, index) => names.indexOf(name) !== index)))
    lowering.diagnostics.report("parameters of one name", found.at, name);
  const said = bodyOf(found, lowering);
  const body = said === null ? null : { ...said, required: said.required || withBody };
  const own = body === null ? null : flatten(lowering.document, body.node, body.at, lowering.diagnostics);
  const taken = written.filter(({ name }) => !beside.includes(name));
  const alone = taken.length === 0 && own !== null && body?.required === true;
  // The body of a report is one object, even if it has several forms.
  const isWhole = (flat: Flat): boolean => isObject(flat) || (withBody && isObjectInAnyForm(flat, lowering));
  const isBeside = (flat: Flat): boolean => (withBody ? isWhole(flat) && !isNode(flat.facts.additionalProperties) : isPlain(flat));
  const spread =
    body === null || (own !== null && (alone ? isWhole(own) : isBeside(own) && body.required && !clashes(own, names, lowering)));
  const bodyField = spread ? null : bodyName(names);
  const request = objectOf(
    requestFlat(found.at, taken, spread ? own : null, bodyField === null ? null : body, bodyField),
    ["request"],
    lowering,
  );
  const fields = new Map(request.fields.map((field) => [field.name, field]));
  const parameters = written.map((one) => lowered(one, fields.get(one.name), lowering));
  for (const [index, { in: place, type, name }] of parameters.entries()) {
    if (place === "path" && holdsObject(type, lowering))
      lowering.diagnostics.report("object in a path", (written[index] as Written).at, name);
  }
  return {
    body: request,
    parameters,
    content: body?.content ?? null,
    ...(body?.mediaType !== undefined && { mediaType: body.mediaType }),
    bodyField,
  };
}

/** Whether the type is an object or a union with one. */
function holdsObject(type: Type, { unions }: Pick<SchemaContext, "unions">): boolean {
  if (type.kind === "nullable") return holdsObject(type.of, { unions });
  if (type.kind !== "union") return type.kind === "object";
  return unions.some(({ name, members }) => name === type.name && members.some((member) => holdsObject(member.type, { unions })));
}

/** Whether the type may be an object that contains another object. */
function nestsObjects(type: Type, lowering: SchemaContext): boolean {
  if (type.kind === "nullable") return nestsObjects(type.of, lowering);
  if (type.kind === "union")
    return lowering.unions.some(({ name, members }) => name === type.name && members.some((member) => nestsObjects(member.type, lowering)));
  const fields = type.kind === "object" ? lowering.objects.find(({ name }) => name === type.name)?.fields : undefined;
  return fields?.some((field) => holdsObject(field.type, lowering)) === true;
}

/** Whether an object's fields can be arguments beside parameters. */
function isPlain(flat: Flat): boolean {
  return isObject(flat) && flat.alternatives === null && !isNode(flat.facts.additionalProperties) && flat.properties.size > 0;
}

function isObject({ facts, properties, alternatives }: Flat): boolean {
  return facts.type === "object" || (facts.type === undefined && (properties.size > 0 || alternatives?.by != null));
}

/** Whether each alternative is an object, without a discriminator that tells them apart. */
function isObjectInAnyForm({ facts, alternatives }: Flat, { document }: SchemaContext): boolean {
  if (facts.type !== undefined || alternatives === null) return false;
  return alternatives.members.every(({ node, at }) => isObject(flatten(document, node, at, new Diagnostics())));
}

/** Whether a parameter has the name of a field of the body, in any of its alternatives. */
function clashes({ properties, alternatives }: Flat, names: readonly string[], lowering: SchemaContext): boolean {
  const forms = (alternatives?.members ?? []).map(({ node, at }) => flatten(lowering.document, node, at, new Diagnostics()));
  return names.some(
    (name) => properties.has(name) || alternatives?.by?.property === name || forms.some((form) => form.properties.has(name)),
  );
}

function bodyName(names: readonly string[]): string {
  return names.includes("body") ? "request_body" : "body";
}

/** A schema for the arguments: the parameters, and the body's fields or one field that holds the body. */
function requestFlat(at: string, taken: readonly Written[], spread: Flat | null, body: Body | null, bodyField: string | null): Flat {
  const nothing: Flat = {
    at: `${at}/requestBody`,
    facts: { type: "object", additionalProperties: false },
    properties: new Map(),
    required: new Set(),
    alternatives: null,
    only: null,
    references: new Set(),
    bases: new Set(),
    words: "",
    typeWords: "",
  };
  const whole = spread ?? nothing;
  // `readOnly` only applies to fields, and the whole body is not one.
  const sent = body === null ? null : { ...body, node: { ...body.node, readOnly: false } };
  const field = sent === null || bodyField === null ? [] : [[bodyField, sent] as const];
  return {
    ...whole,
    properties: new Map<string, LocatedNode>([...taken.map((one) => [one.name, one] as const), ...whole.properties, ...field]),
    required: new Set([
      ...taken.filter(({ required }) => required).map(({ name }) => name),
      ...whole.required,
      ...field.filter(([, { required }]) => required).map(([name]) => name),
    ]),
  };
}

function parametersOf(found: Found, lowering: SchemaContext): readonly Written[] {
  return parametersIn(found, lowering.document, lowering.diagnostics).flatMap(({ node, at: where }): Written[] => {
    const { name, in: place, required } = node;
    if (place !== "path" && place !== "query")
      lowering.diagnostics.report("parameter elsewhere", where, `${String(name)}, in ${String(place)}`);
    const json = jsonSchema(node);
    const schema = isNode(node.schema) ? node.schema : json;
    const style = json === undefined ? styleOf(node) : "json";
    if (schema === undefined && node.content !== undefined)
      lowering.diagnostics.report(
        "parameter in another format",
        where,
        `${String(name)} as ${Object.keys(isNode(node.content) ? node.content : {}).join(" or ")}`,
      );
    else if (style === null || (place === "path" && json !== undefined))
      lowering.diagnostics.report(
        "style of a parameter",
        where,
        `${String(name)} in the style ${json === undefined ? String(node.style) : "of JSON"}`,
      );
    // `readOnly` only applies to fields. A parameter without a schema is any string.
    const part: Node = withWords({ ...(schema ?? { type: "string" }), readOnly: false }, wordsOf(node));
    return [
      {
        name: String(name),
        in: place === "path" ? "path" : "query",
        required: required === true || place === "path",
        style: style ?? "plain",
        node: part,
        at: where,
      },
    ];
  });
}

/** The serialization that `style` and `explode` of OpenAPI ask for; null if the client does not support it. */
function styleOf({ in: place, style = place === "query" ? "form" : "simple", explode = style === "form" }: Node): Style | null {
  if (place !== "query") return style === "simple" ? "plain" : null;
  switch (style) {
    case "form":
      return explode === false ? "commas" : "spread";
    case "spaceDelimited":
      return explode === true ? "spread" : "spaces";
    case "pipeDelimited":
      return explode === true ? "spread" : "pipes";
    default:
      return style === "deepObject" ? "plain" : null;
  }
}

function bodyOf({ node, method, at }: Found, lowering: SchemaContext): Body | null {
  if (!isNode(node.requestBody)) return null;
  const body = followed(lowering.document, node.requestBody);
  const contents = Object.entries(isNode(body.content) ? body.content : {});
  const sendable = contents.flatMap(([type, media]): Pick<Body, "node" | "content" | "mediaType">[] => {
    const schema = isNode(media) && isNode(media.schema) ? media.schema : undefined;
    if (Object.hasOwn(CONTENT, type)) return [{ node: schema ?? anything(type), content: CONTENT[type] as Content }];
    if (isJsonType(type)) return [{ node: schema ?? {}, content: "json", mediaType: type }];
    // Bytes and text of any media type are sent unchanged.
    return /^(?:image|audio|video|text|application)\//.test(type) && (schema === undefined || isWholeText(schema, at, lowering))
      ? [{ node: schema ?? anything(type), content: "binary", mediaType: type }]
      : [];
  });
  const first = sendable.find(({ content, mediaType }) => content === "json" && mediaType === undefined) ?? sendable[0];
  // Clients do not send a body with GET.
  if (first !== undefined && method !== "get") return { ...first, at: `${at}/requestBody`, required: body.required === true };
  const types = method === "get" ? "the body of a GET" : contents.map(([type]) => type).join(" or ");
  lowering.diagnostics.report(body.required === true ? "body that cannot be sent" : "body left out", at, types === "" ? "nothing" : types);
  return null;
}

/** Whether a schema is a string type or has no type, without properties or alternatives. */
function isWholeText(schema: Node, at: string, { document }: SchemaContext): boolean {
  const { facts, properties, alternatives } = flatten(document, schema, at, new Diagnostics());
  return (facts.type === undefined || facts.type === "string") && properties.size === 0 && alternatives === null;
}

/** The default schema of a media type. */
function anything(type: string): Node {
  if (type === "application/json") return {};
  if (type === "application/octet-stream" || /^(image|audio|video)\//.test(type)) return { type: "string", format: "binary" };
  return /^(text|application\/xml)/.test(type) ? { type: "string" } : { type: "object", additionalProperties: true };
}

function lowered({ name, in: place, required, style }: Written, field: Field | undefined, lowering: SchemaContext): Parameter {
  const { type = { kind: "string" as const }, limits = {} } = field ?? {};
  // A single value is serialized alike in all styles, and a list is repeated unless it is sent as one value. OpenAPI does not define how
  // `spread` serializes nested objects: such a value uses `plain`, brackets after the parameter's name, which keeps the nesting.
  const isWhole =
    style === "plain" || style === "commas" || (style === "spread" && (!holdsObject(type, lowering) || nestsObjects(type, lowering)));
  return {
    name,
    in: place,
    required,
    type,
    limits,
    ...(style === "commas" && { explode: false as const }),
    ...(!isWhole && { style }),
  };
}
