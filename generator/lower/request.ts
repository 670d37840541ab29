import type { Content, Field, ObjectType, Parameter, Type } from "../model/model.js";
import { isJsonType } from "../parse/normalize.js";
import { withWords, wordsOf } from "../parse/words.js";
import { Diagnostics } from "../tolerance.js";
import type { SchemaContext } from "./context.js";
import { type Flat, flatten } from "./flatten.js";
import { followed, isNode, type LocatedNode, type Node } from "./node.js";
import { type Found, jsonSchema, parametersIn } from "./operation.js";
import { objectOf } from "./schema.js";

/** What a caller hands over for an operation, and where each part of it goes. */
export interface RequestParts {
  readonly body: ObjectType;
  readonly parameters: readonly Parameter[];
  readonly content: Content | null;
  /** The media type of the body, where `content` has another one. */
  readonly mediaType?: string;
  /** The field that is the body; null where the body's own fields stand among the others. */
  readonly bodyField: string | null;
}

interface Written extends LocatedNode {
  readonly name: string;
  readonly in: "path" | "query";
  readonly required: boolean;
  readonly style: Style;
}

/** How a value is written; null where the description asks for nothing that a call could do. */
type Style = "commas" | "plain" | NonNullable<Parameter["style"]>;

interface Body extends LocatedNode {
  readonly content: Content;
  /** What it goes as, where its content does not say that. */
  readonly mediaType?: string;
  readonly required: boolean;
}

const CONTENT: Readonly<Record<string, Content>> = {
  "application/json": "json",
  "application/x-www-form-urlencoded": "form",
  "multipart/form-data": "multipart",
  "application/octet-stream": "binary",
};

/** How an operation is called, whatever the description leaves open. */
export interface Called {
  /** Parameters that are handed over by themselves. */
  readonly beside: readonly string[];
  /** True where it is never called without its body. */
  readonly withBody: boolean;
}

/** Parameters and body as one object. */
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
  // A report is one object, whatever forms it has.
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

/** Whether it is an object, or may be one. */
function holdsObject(type: Type, { unions }: Pick<SchemaContext, "unions">): boolean {
  if (type.kind === "nullable") return holdsObject(type.of, { unions });
  if (type.kind !== "union") return type.kind === "object";
  return unions.some(({ name, members }) => name === type.name && members.some((member) => holdsObject(member.type, { unions })));
}

/** Whether it may be an object that holds another object. */
function nestsObjects(type: Type, lowering: SchemaContext): boolean {
  if (type.kind === "nullable") return nestsObjects(type.of, lowering);
  if (type.kind === "union")
    return lowering.unions.some(({ name, members }) => name === type.name && members.some((member) => nestsObjects(member.type, lowering)));
  const fields = type.kind === "object" ? lowering.objects.find(({ name }) => name === type.name)?.fields : undefined;
  return fields?.some((field) => holdsObject(field.type, lowering)) === true;
}

/** An object whose fields can stand among parameters. */
function isPlain(flat: Flat): boolean {
  return isObject(flat) && flat.alternatives === null && !isNode(flat.facts.additionalProperties) && flat.properties.size > 0;
}

function isObject({ facts, properties, alternatives }: Flat): boolean {
  return facts.type === "object" || (facts.type === undefined && (properties.size > 0 || alternatives?.by != null));
}

/** Whether each of several forms is an object, though nothing says which of them it is. */
function isObjectInAnyForm({ facts, alternatives }: Flat, { document }: SchemaContext): boolean {
  if (facts.type !== undefined || alternatives === null) return false;
  return alternatives.members.every(({ node, at }) => isObject(flatten(document, node, at, new Diagnostics())));
}

/** Whether a parameter is called as a field of the body is, in any of its forms. */
function clashes({ properties, alternatives }: Flat, names: readonly string[], lowering: SchemaContext): boolean {
  const forms = (alternatives?.members ?? []).map(({ node, at }) => flatten(lowering.document, node, at, new Diagnostics()));
  return names.some(
    (name) => properties.has(name) || alternatives?.by?.property === name || forms.some((form) => form.properties.has(name)),
  );
}

function bodyName(names: readonly string[]): string {
  return names.includes("body") ? "request_body" : "body";
}

/** A schema put together of parameters and what the body has. */
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
  // Only of a field does `readOnly` say anything, and the whole body is none.
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
    // Only of a field does `readOnly` say anything. Without a schema, a parameter is any text.
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

/** What OpenAPI's `style` and `explode` mean for a value of several parts; null where a call cannot write it. */
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
    // Bytes and texts go as they are, whatever they are.
    return /^(?:image|audio|video|text|application)\//.test(type) && (schema === undefined || isWholeText(schema, at, lowering))
      ? [{ node: schema ?? anything(type), content: "binary", mediaType: type }]
      : [];
  });
  const first = sendable.find(({ content, mediaType }) => content === "json" && mediaType === undefined) ?? sendable[0];
  // A GET has no body: no client sends it.
  if (first !== undefined && method !== "get") return { ...first, at: `${at}/requestBody`, required: body.required === true };
  const types = method === "get" ? "the body of a GET" : contents.map(([type]) => type).join(" or ");
  lowering.diagnostics.report(body.required === true ? "body that cannot be sent" : "body left out", at, types === "" ? "nothing" : types);
  return null;
}

/** Whether a schema says no more than that it is a text, by whatever name it goes. */
function isWholeText(schema: Node, at: string, { document }: SchemaContext): boolean {
  const { facts, properties, alternatives } = flatten(document, schema, at, new Diagnostics());
  return (facts.type === undefined || facts.type === "string") && properties.size === 0 && alternatives === null;
}

/** What a media type without a schema holds. */
function anything(type: string): Node {
  if (type === "application/json") return {};
  if (type === "application/octet-stream" || /^(image|audio|video)\//.test(type)) return { type: "string", format: "binary" };
  return /^(text|application\/xml)/.test(type) ? { type: "string" } : { type: "object", additionalProperties: true };
}

function lowered({ name, in: place, required, style }: Written, field: Field | undefined, lowering: SchemaContext): Parameter {
  const { type = { kind: "string" as const }, limits = {} } = field ?? {};
  // A single value is written alike in all styles, and a list is repeated where it is not one value. OpenAPI leaves open how a spread
  // object writes an object within it: brackets under the parameter's name, which is `plain`, carry it whole.
  const isWhole =
    style === "plain" || style === "commas" || (style === "spread" && (!holdsObject(type, lowering) || nestsObjects(type, lowering)));
  return {
    name,
    in: place,
    required,
    type,
    limits,
    ...(style === "commas" && { commas: true as const }),
    ...(!isWhole && { style }),
  };
}
