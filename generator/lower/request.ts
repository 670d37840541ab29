import { Diagnostics } from "../diagnostics.js";
import type { Content, Field, ObjectType, Parameter, Type } from "../model/model.js";
import { withWords, wordsOf } from "../parse/json.js";
import { isJsonType } from "../parse/normalize.js";
import type { SchemaContext } from "./context.js";
import { followReference, isNode, type LocatedNode, type Node } from "./context.js";
import { objectsOf, typesIn } from "./fields.js";
import { type Constraint, type FlatSchema, flatten } from "./flatten.js";
import { jsonSchema, type OperationNode, parametersIn } from "./operation.js";
import { objectOf } from "./schema.js";

/** The arguments of an operation, and where each one is sent. */
export interface RequestParts {
  readonly body: ObjectType;
  readonly parameters: readonly Parameter[];
  readonly content: Content | null;
  /** The media type of the body, if `content` does not determine it. */
  readonly mediaType?: string;
  /** The argument that is the whole body; null if the body's fields are arguments themselves. */
  readonly bodyField: string | null;
}

/**
 * The arguments of an operation, and constraints on their combinations. The constraints come from
 * the body's schema.
 */
export interface LoweredRequest {
  readonly parts: RequestParts;
  readonly constraints: readonly Constraint[];
}

interface WrittenParameter extends LocatedNode {
  readonly name: string;
  readonly in: "path" | "query";
  readonly required: boolean;
  readonly style: Style;
}

/**
 * How a parameter is serialized. Either a style of `Parameter`, or `default`, or `form`, which
 * sends a list as one comma-separated value.
 */
type Style = "form" | "default" | NonNullable<Parameter["style"]>;

/** A body that the client sends; `node` is its schema. */
export interface Body extends LocatedNode {
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

/** Facts about arguments that the description does not state. */
export interface ParameterPlacement {
  /** Parameters that the caller passes separately. */
  readonly separate: readonly string[];
  /** Whether the body is always sent, even if the description makes it optional. */
  readonly withBody: boolean;
}

/**
 * Combines the parameters and the body of an operation in one object of arguments.
 *
 * Parameters in `separate` are not arguments, but are still in `parts.parameters`. The fields of a
 * required object body become arguments themselves. If there are also parameters, this requires
 * that the body has a single variant and only listed fields, and that no field has a parameter's
 * name. Otherwise the whole body is one argument: `body`, or `request_body` if a parameter is
 * called `body`. With `withBody`, the body counts as required and can have several variants.
 *
 * Adds types to `outer`. Reports parameters and bodies that the client cannot send; throws
 * `Problems` for a reference without a target.
 */
export function lowerRequest(
  operation: OperationNode,
  { separate, withBody }: ParameterPlacement,
  outer: SchemaContext,
): LoweredRequest {
  const described = bodyOf(operation, outer);
  const { shared, ...apart } = outer;
  // In a multipart or binary body, a string with `format: binary` contains raw bytes; elsewhere it
  // is text.
  const hasBytes = described?.content === "multipart" || described?.content === "binary";
  const context: SchemaContext = {
    ...(hasBytes ? { ...apart, hasBytes } : outer),
    omits: "readOnly",
  };
  const allParameters = parametersOf(operation, context);
  const names = allParameters.map(({ name }) => name);
  const body =
    described === null ? null : { ...described, required: described.required || withBody };
  const bodySchema =
    body === null ? null : flatten(context.document, body.node, body.pointer, context.diagnostics);
  const asFields = allParameters.filter(({ name }) => !separate.includes(name));
  const spread =
    body === null ||
    (bodySchema !== null &&
      isSpread(bodySchema, body, { names, isAlone: asFields.length === 0, withBody }, context));
  const bodyField = spread ? null : bodyName(names);
  const request = objectOf(
    requestFlat(
      operation.pointer,
      asFields,
      spread && bodySchema !== null ? countedWith(asFields, bodySchema, context) : null,
      bodyField === null ? null : body,
      bodyField,
    ),
    ["request"],
    context,
  );
  const fields = new Map(request.fields.map((field) => [field.name, field]));
  const parameters = allParameters.map((parameter) =>
    loweredParameter(parameter, fields.get(parameter.name), context),
  );
  for (const [index, { in: location, type, name }] of parameters.entries()) {
    if (location === "path" && holdsObject(type, context))
      context.diagnostics.report(
        "object in a path",
        (allParameters[index] as WrittenParameter).pointer,
        name,
      );
  }
  // With an exploded style, an object's fields become query parameters with their own names.
  const sent = parameters.flatMap(({ name, in: location, style, type }) => {
    if (location !== "query") return [];
    return style === "formExploded" ? fieldNamesOf(type, context) : [name];
  });
  for (const name of new Set([...repeatedIn(names), ...repeatedIn(sent)]))
    context.diagnostics.report("parameters with the same name", operation.pointer, name);
  const parts: RequestParts = {
    body: request,
    parameters,
    content: body?.content ?? null,
    ...(body?.mediaType !== undefined && { mediaType: body.mediaType }),
    bodyField,
  };
  return { parts, constraints: (spread ? bodySchema?.constraints : undefined) ?? [] };
}

/**
 * Whether the fields of a body become arguments themselves. `isAlone` is true if there are no other
 * arguments.
 */
function isSpread(
  flat: FlatSchema,
  { required }: Pick<Body, "required">,
  {
    names,
    isAlone,
    withBody,
  }: { readonly names: readonly string[]; readonly isAlone: boolean; readonly withBody: boolean },
  { document }: Pick<SchemaContext, "document">,
): boolean {
  // The body of a report is one object, even if it has several variants.
  const isWhole = hasObjectForm(flat) || (withBody && isObjectInAnyForm(flat, document));
  if (isAlone && required) return isWhole;
  const isBeside = withBody
    ? isWhole && !isNode(flat.keywords.additionalProperties)
    : isPlain(flat);
  return isBeside && required && !clashes(flat, names, document);
}

/**
 * Whether the whole body is passed as one argument. False if there is no body that the client can
 * send. `withBody` is as in `lowerRequest`. Findings are dropped.
 */
export function holdsBodyWhole(
  operation: OperationNode,
  document: Node,
  { withBody }: Pick<ParameterPlacement, "withBody">,
): boolean {
  const found = { document, diagnostics: new Diagnostics() };
  const body = bodyOf(operation, found);
  if (body === null) return false;
  const names = parametersIn(operation, document).map(({ node }) => String(node.name));
  const flat = flatten(document, body.node, body.pointer, found.diagnostics);
  const sent = { ...body, required: body.required || withBody };
  return !isSpread(flat, sent, { names, isAlone: names.length === 0, withBody }, found);
}

/** The names that occur more than once. Each occurrence after the first is listed. */
function repeatedIn(names: readonly string[]): readonly string[] {
  return names.filter((name, index) => names.indexOf(name) !== index);
}

/** The names of an object's fields. Empty for any other type. */
function fieldNamesOf(type: Type, { objects }: Pick<SchemaContext, "objects">): readonly string[] {
  const object =
    type.kind === "object" ? objects.find(({ name }) => name === type.name) : undefined;
  return (object?.fields ?? []).map(({ name }) => name);
}

/** Whether the type is an object or a union that includes an object. */
function holdsObject(type: Type, context: Pick<SchemaContext, "unions">): boolean {
  return typesIn(type, context).some(({ kind }) => kind === "object");
}

/** Whether the type can be an object that contains another object. */
function nestsObjects(type: Type, context: SchemaContext): boolean {
  return objectsOf(type, context).some(({ fields }) =>
    fields.some((field) => holdsObject(field.type, context)),
  );
}

/** Whether an object's fields can be merged with the parameters into one set of arguments. */
function isPlain(flat: FlatSchema): boolean {
  return (
    hasObjectForm(flat) &&
    flat.alternatives === null &&
    !isNode(flat.keywords.additionalProperties) &&
    flat.properties.size > 0
  );
}

/** Whether a schema is an object, stated by its type or implied by its fields or discriminator. */
function hasObjectForm({ keywords, properties, alternatives }: FlatSchema): boolean {
  return (
    keywords.type === "object" ||
    (keywords.type === undefined && (properties.size > 0 || alternatives?.discriminator != null))
  );
}

/** Whether a schema without a type has alternatives that are all objects. */
function isObjectInAnyForm({ keywords, alternatives }: FlatSchema, document: Node): boolean {
  if (keywords.type !== undefined || alternatives === null) return false;
  return alternatives.members.every(({ node, pointer }) =>
    hasObjectForm(flatten(document, node, pointer, new Diagnostics())),
  );
}

/**
 * Whether a parameter has the name of a body field. Fields of the body's alternatives also count.
 */
function clashes(
  { properties, alternatives }: FlatSchema,
  names: readonly string[],
  document: Node,
): boolean {
  const forms = (alternatives?.members ?? []).map(({ node, pointer }) =>
    flatten(document, node, pointer, new Diagnostics()),
  );
  return names.some(
    (name) =>
      properties.has(name) ||
      alternatives?.discriminator?.property === name ||
      forms.some((form) => form.properties.has(name)),
  );
}

/** The argument's name for a whole body: `body`, or `request_body` if that is taken. */
function bodyName(names: readonly string[]): string {
  return names.includes("body") ? "request_body" : "body";
}

/**
 * A schema for the arguments: the parameters, and either the body's fields or one field for the
 * whole body.
 */
function requestFlat(
  pointer: string,
  asFields: readonly WrittenParameter[],
  spread: FlatSchema | null,
  body: Body | null,
  bodyField: string | null,
): FlatSchema {
  const nothing: FlatSchema = {
    pointer: `${pointer}/requestBody`,
    parts: [],
    keywords: { type: "object", additionalProperties: false },
    properties: new Map(),
    required: new Set(),
    alternatives: null,
    constraints: [],
    soleReference: null,
    nullableReference: null,
    addsRules: false,
    references: new Set(),
    bases: new Set(),
    words: "",
    typeWords: "",
  };
  const base = spread ?? nothing;
  // `readOnly` applies only to fields, not to a whole body.
  const sent = body === null ? null : { ...body, node: { ...body.node, readOnly: false } };
  const field = sent === null || bodyField === null ? [] : [[bodyField, sent] as const];
  return {
    ...base,
    // Constraints become rules of the request, not of each of its variants.
    constraints: [],
    properties: new Map<string, LocatedNode>([
      ...asFields.map((parameter) => [parameter.name, parameter] as const),
      ...base.properties,
      ...field,
    ]),
    required: new Set([
      ...asFields.filter(({ required }) => required).map(({ name }) => name),
      ...base.required,
      ...field.filter(([, { required }]) => required).map(([name]) => name),
    ]),
  };
}

/**
 * Raises the body's limits on the number of fields by the number of parameters.
 *
 * This is needed because the parameters become fields of the same object. If any parameter is
 * optional, the limits are left out and reported.
 */
function countedWith(
  asFields: readonly WrittenParameter[],
  body: FlatSchema,
  { diagnostics }: SchemaContext,
): FlatSchema {
  const keywords: Record<string, unknown> = { ...body.keywords };
  for (const keyword of ["minProperties", "maxProperties"]) {
    const count = keywords[keyword];
    if (typeof count !== "number") continue;
    if (asFields.every(({ required }) => required)) keywords[keyword] = count + asFields.length;
    else {
      delete keywords[keyword];
      diagnostics.report("unchecked keyword", body.pointer, keyword);
    }
  }
  return { ...body, keywords };
}

/**
 * The path and query parameters, with their serialization. Parameters that the client cannot send
 * are reported, and left out if they are optional.
 */
function parametersOf(
  operation: OperationNode,
  context: SchemaContext,
): readonly WrittenParameter[] {
  return parametersIn(operation, context.document, context.diagnostics).flatMap(
    ({ node, pointer: where }): WrittenParameter[] => {
      const { name, in: location } = node;
      const required = node.required === true || location === "path";
      const json = jsonSchema(node);
      const schema = isNode(node.schema) ? node.schema : json;
      const style = json === undefined ? styleOf(node) : "json";
      const flaw =
        schema === undefined && node.content !== undefined
          ? `as ${Object.keys(isNode(node.content) ? node.content : {}).join(" or ")}`
          : style === null || (location === "path" && json !== undefined)
            ? json === undefined
              ? `with the style ${String(node.style)}`
              : "encoded as JSON"
            : null;
      if (flaw !== null) {
        context.diagnostics.report(
          required ? "unsupported parameter" : "optional parameter",
          where,
          `${String(name)} ${flaw}`,
        );
        if (!required) return [];
      }
      // `readOnly` applies only to fields. A parameter without a schema accepts any string.
      const part: Node = withWords(
        { ...(schema ?? { type: "string" }), readOnly: false },
        wordsOf(node),
      );
      return [
        {
          name: String(name),
          in: location === "path" ? "path" : "query",
          required,
          style: style ?? "default",
          node: part,
          pointer: where,
        },
      ];
    },
  );
}

/**
 * The serialization for OpenAPI's `style` and `explode`. Null if the client does not support it.
 */
function styleOf({
  in: location,
  style = location === "query" ? "form" : "simple",
  explode = style === "form",
}: Node): Style | null {
  if (location !== "query") return style === "simple" ? "default" : null;
  switch (style) {
    case "form":
      return explode === false ? "form" : "formExploded";
    case "spaceDelimited":
      return explode === true ? "formExploded" : "spaceDelimited";
    case "pipeDelimited":
      return explode === true ? "formExploded" : "pipeDelimited";
    default:
      return style === "deepObject" ? "default" : null;
  }
}

/**
 * The schema and media type of the body that the client sends.
 *
 * The media type is `application/json` if possible, otherwise the first one that the client can
 * send. Null if there is no body. If the body cannot be sent, reports this and returns null. The
 * body of a GET request cannot be sent. Encodings that the client does not support are reported
 * too.
 */
export function bodyOf(
  { node, method, pointer }: OperationNode,
  context: Pick<SchemaContext, "document" | "diagnostics">,
): Body | null {
  if (!isNode(node.requestBody)) return null;
  const body = followReference(context.document, node.requestBody);
  const contents = Object.entries(isNode(body.content) ? body.content : {});
  const sendable = contents.flatMap(([type, media]): Sendable[] => {
    const schema = isNode(media) && isNode(media.schema) ? media.schema : undefined;
    // A form consists of fields, which a list or a string does not have.
    if (isForm(type) && schema !== undefined && !isObjectType(schema, pointer, context)) return [];
    if (Object.hasOwn(CONTENT, type))
      return [
        {
          encoding: isNode(media) ? media.encoding : undefined,
          node: schema ?? anything(type),
          content: CONTENT[type] as Content,
        },
      ];
    if (isJsonType(type)) return [{ node: schema ?? {}, content: "json", mediaType: type }];
    // Bytes and text of any media type are sent unchanged.
    return /^(?:image|audio|video|text|application)\//.test(type) &&
      (schema === undefined || isWholeText(schema, pointer, context))
      ? [{ node: schema ?? anything(type), content: "binary", mediaType: type }]
      : [];
  });
  const first =
    sendable.find(({ content, mediaType }) => content === "json" && mediaType === undefined) ??
    sendable[0];
  // Clients do not send a body with GET.
  if (first !== undefined && method !== "get") {
    const { encoding, ...sent } = first;
    for (const [name, how] of Object.entries(isNode(encoding) ? encoding : {}))
      if (isEncoded(how)) context.diagnostics.report("encoding", pointer, name);
    return { ...sent, pointer: `${pointer}/requestBody`, required: body.required === true };
  }
  const types = contents
    .map(([type]) => (isForm(type) ? `${type} (because the body is not an object)` : type))
    .join(" or ");
  const reason =
    method === "get"
      ? "the client sends no body with GET"
      : types === ""
        ? "it has no media type in `content`"
        : `the client cannot send it as ${types}`;
  context.diagnostics.report(
    body.required === true ? "body that cannot be sent" : "body left out",
    pointer,
    reason,
  );
  return null;
}

interface Sendable extends Pick<Body, "node" | "content" | "mediaType"> {
  /** How the fields are encoded, if the description states it. */
  readonly encoding?: unknown;
}

/** Whether a form field needs an encoding that the client does not support. */
function isEncoded(encoding: unknown): boolean {
  if (!isNode(encoding)) return false;
  const { style = "form", explode = style === "form", headers, allowReserved } = encoding;
  return style !== "form" || explode !== true || isNode(headers) || allowReserved === true;
}

/** Whether a media type is a URL-encoded or multipart form. */
function isForm(type: string): boolean {
  return CONTENT[type] === "form" || CONTENT[type] === "multipart";
}

/** Whether a schema's type is object or is not stated. */
function isObjectType(
  schema: Node,
  pointer: string,
  { document }: Pick<SchemaContext, "document">,
): boolean {
  const { type } = flatten(document, schema, pointer, new Diagnostics()).keywords;
  return type === undefined || [type].flat().includes("object");
}

/** Whether a schema is a string or has no type, and has no properties or alternatives. */
function isWholeText(
  schema: Node,
  pointer: string,
  { document }: Pick<SchemaContext, "document">,
): boolean {
  const { keywords, properties, alternatives } = flatten(
    document,
    schema,
    pointer,
    new Diagnostics(),
  );
  return (
    (keywords.type === undefined || keywords.type === "string") &&
    properties.size === 0 &&
    alternatives === null
  );
}

/** A schema that accepts anything this media type can contain. */
function anything(type: string): Node {
  if (type === "application/json") return {};
  if (type === "application/octet-stream" || /^(image|audio|video)\//.test(type))
    return { type: "string", format: "binary" };
  return /^(text|application\/xml)/.test(type)
    ? { type: "string" }
    : { type: "object", additionalProperties: true };
}

/**
 * A parameter with the type and limits of its field in the request. Without a field, it is a
 * string.
 */
function loweredParameter(
  { name, in: location, required, style }: WrittenParameter,
  field: Field | undefined,
  context: SchemaContext,
): Parameter {
  const { type = { kind: "string" as const }, limits = {} } = field ?? {};
  // A single value looks the same in all styles. Each item of a list is sent as its own parameter,
  // unless the list is sent as one value. OpenAPI does not define nested objects in `formExploded`.
  // Objects with nested objects use the default style, with brackets after the parameter's name,
  // which keeps the nesting.
  const isWhole =
    style === "default" ||
    style === "form" ||
    (style === "formExploded" && (!holdsObject(type, context) || nestsObjects(type, context)));
  return {
    name,
    in: location,
    required,
    type,
    limits,
    ...(style === "form" && { explode: false as const }),
    ...(!isWhole && { style }),
  };
}
