import {
  type Code,
  data,
  identifier,
  joined,
  list,
  literal,
  local,
  member,
  property,
  prose,
  typeCode,
  type View,
} from "../code.js";
import { type Comment, comment } from "../comment.js";
import { isScalar } from "../lower/fields.js";
import { camel, pascal } from "../lower/names.js";
import { type RowLocation, rowLocationOf } from "../lower/report.js";
import type { Content, FixedHeader, HttpCall, Operation, Parameter, Type } from "../model/model.js";
import { type Imports, REQUEST_FILE } from "./imports.js";
import { type FileContext, responseName } from "./types.js";

/** The parts of a request, grouped by where the call sends them. */
export interface Parts {
  readonly parameters: readonly Parameter[];
  readonly content: Content | null;
  readonly mediaType?: string | undefined;
  readonly bodyField: string | null;
  readonly headers?: readonly FixedHeader[] | undefined;
}

/** Code for the values of parameters that do not come from the request, by parameter name. */
export type Beside = Readonly<Record<string, Code>>;

interface PartsView {
  /** Parameter pattern that destructures the request. */
  readonly pattern: Code;
  /** Options object for openapi-fetch. */
  readonly init: Code;
}

/** Names already used in a call: functions of the runtime and the call's own variables. */
const TAKEN = ["api", "init", "query", "body", "rest", "input", "account", "token"];

/** Interface of the column values in rows of synchronous responses. */
export const COLUMN_VALUES: Code = identifier("AnalyticsColumnValues");

/**
 * Returns the names in a call's generated code, keyed by role.
 *
 * These are the call's types (`request`, `response`, `item`, `row` …), its `validate` function, its
 * `schema` and `rules`, its `client`, and its property on the client (`member`). `response` is
 * `undefined` if there is no response, and `item` is `never` if there are no pages. All other names
 * are always returned, including `row` if there are no rows.
 */
export function operationNames(operation: Operation): { readonly [name: string]: Code } {
  const name = pascal(operation.name);
  return {
    request: identifier(operation.body.name),
    response: operation.response === null ? identifier("undefined") : responseName(operation),
    item: operation.pageOf === null ? identifier("never") : typeCode(operation.pageOf),
    validate: identifier(`validate${name}`),
    schema: identifier(`${camel(operation.name)}Schema`),
    rules: identifier(`${camel(operation.name)}Rules`),
    client: identifier(`${name}Client`),
    row: identifier(`${name}Row`),
    values: COLUMN_VALUES,
    checkedRequest: identifier(`Checked${name}`),
    strictName: identifier(`Strict${operation.body.name}`),
    operation: local(camel(operation.name)),
    member: property(camel(operation.name)),
  };
}

/**
 * The view of `call.ts`: the call, typed by the generated request and response. The types of the
 * client and its rows are in `clientView`. Adds the names that the file uses to `imports`.
 */
export function callView(
  operation: Operation,
  { imports }: FileContext,
): { readonly [name: string]: View } {
  const { call, content, mediaType, bodyField, response } = operation;
  const method = identifier(call.method.toUpperCase());
  const kind = responseKind(response, operation);
  const names = operationNames(operation) as Readonly<
    Record<"request" | "response" | "validate", Code>
  >;
  const parts = partsView(
    { parameters: call.parameters, headers: call.headers, content, mediaType, bodyField },
    imports,
  );
  const rowLocation = rowLocationOf(operation);
  const parse =
    rowLocation === null
      ? isColumned(operation)
        ? [parserOf("parseWithStringIds", imports)]
        : []
      : [rowParser(rowLocation, imports)];
  const { paging } = operation;
  imports.supportClient(paging === undefined ? "type Operation" : "type PagedOperation");
  for (const name of [names.request, ...(response === null ? [] : [names.response])])
    imports.sibling(REQUEST_FILE, joined`type ${name}`);
  imports.sibling(REQUEST_FILE, names.validate);
  return {
    doc: callComment(operation),
    name: literal(operation.name),
    method,
    verb: literal(call.method),
    methodName: literal(call.method.toUpperCase()),
    path: literal(call.path),
    rateLimit: literal(call.rateLimit),
    responseKind: literal(kind),
    nonObjectResponse: kind !== "object",
    hasParser: parse.length > 0,
    parse: list(parse, ", "),
    // Bundlers drop an unused call only if creating its parser is marked as free of side effects.
    createsParser: parse.some((code) => code.includes("(")),
    hasPaging: paging !== undefined,
    paging: data(paging ?? null),
    usesAppCredentials: call.clientCredentials === true,
    ...parts,
  };
}

/** Code of the parser for the JSON of a response with rows. */
function rowParser({ list: field, cells }: RowLocation, imports: Imports): Code {
  if (field === null && cells === null) return parserOf("parseRows", imports);
  return joined`${parserOf("parseRowsAt", imports)}(${literal(field)}, ${literal(cells)})`;
}

/** Imports a parser from the runtime, and returns its name as code. */
function parserOf(name: string, imports: Imports): Code {
  imports.supportClient(name);
  return identifier(name);
}

/**
 * Whether the request has a field `columns`. The response then contains these columns somewhere.
 */
function isColumned({ body }: Operation): boolean {
  return body.fields.some(({ name }) => name === "columns");
}

/**
 * The text about a call: our sentence, then the call's fixed headers. Without a sentence of ours,
 * it begins with the call's method and path.
 */
export function callDoc({ doc, call }: Operation): Code {
  const sentence = doc === "" ? `\`${call.method.toUpperCase()} ${call.path}\`` : doc;
  return prose(call.headers === undefined ? sentence : `${sentence} ${headersDoc(call)}`);
}

/** A sentence about the fixed headers of a call; empty if there are none. */
export function headersDoc({ headers = [] }: HttpCall): Code {
  const each = headers.map(({ name, value }) => `\`${name}: ${value}\``);
  return prose(headers.length === 0 ? "" : `Each request sends ${each.join(" and ")}.`);
}

/** The comment of a call: `callDoc` and the operation's description, combined by `comment`. */
export function callComment(operation: Operation): Comment {
  return comment(callDoc(operation), operation.description);
}

/** The kind of a response: `none`, `list`, `object`, or `json` for anything else. */
function responseKind(response: Type | null, { objects, unions = [] }: Operation): string {
  if (response === null) return "none";
  if (response.kind === "array") return "list";
  const isObject = (type: Type): boolean =>
    objects.some(({ name }) => type.kind === "object" && name === type.name) ||
    unions.some(
      ({ name, members }) =>
        type.kind === "union" &&
        name === type.name &&
        members.every((member) => isObject(member.type)),
    );
  return isObject(response) ? "object" : "json";
}

/**
 * Returns the parameter pattern of a call's function, and the options object for openapi-fetch. The
 * pattern is `_input` if the call takes nothing. Parameters in `beside` are left out of the
 * pattern; `beside` maps each of them to the code for its value. Adds the runtime functions that
 * the options use to `imports`.
 */
export function partsView(
  { parameters, headers, content, mediaType, bodyField }: Parts,
  imports: Imports,
  beside: Beside = {},
): PartsView {
  const fromRequest = parameters.filter(({ name }) => !Object.hasOwn(beside, name));
  const pathNames = fromRequest
    .filter((parameter) => parameter.in === "path")
    .map(({ name }) => name);
  const inQuery = fromRequest
    .filter((parameter) => parameter.in === "query")
    .map(({ name }) => name);
  const both = inQuery.length > 0 && content !== null;
  const input = identifier(
    both ? "input" : inQuery.length > 0 ? "query" : content !== null ? "body" : "_input",
  );
  const inPath = pathNames.map((name) =>
    both ? joined`${property(name)}: ${member(input, name)}` : named(name),
  );
  const field = !both && bodyField !== null ? [named(bodyField)] : [];
  const isRest = !both && bodyField === null && (inQuery.length > 0 || content !== null);
  const taken = [...inPath, ...field, ...(isRest ? [joined`...${input}`] : [])];
  const membersBeside = (location: string): readonly Code[] =>
    parameters.flatMap(({ name, in: where }) =>
      where === location && Object.hasOwn(beside, name)
        ? [
            beside[name] === name
              ? (name as Code)
              : joined`${property(name)}: ${beside[name] as Code}`,
          ]
        : [],
    );
  const path = [...membersBeside("path"), ...inPath];
  if (both) imports.supportClient("pick");
  const queryInput = both ? joined`pick(${input}, ${data(inQuery)})` : input;
  const query = [
    ...membersBeside("query"),
    ...(inQuery.length > 0 ? [joined`...${queryInput}`] : []),
  ];
  const params = [
    ...(path.length > 0 ? [joined`path: { ${list(path, ", ")} }`] : []),
    ...(query.length === 0
      ? []
      : [
          membersBeside("query").length > 0
            ? joined`query: { ${list(query, ", ")} }`
            : both
              ? joined`query: ${queryInput}`
              : queryInput,
        ]),
  ];
  const init = [
    joined`...init`,
    ...(params.length > 0 ? [joined`params: { ${list(params, ", ")} }`] : []),
    ...bodyCode({ parameters: fromRequest, content, bodyField }, both, input, imports),
    ...querySerializerOption(parameters, imports),
    ...bodyOptions({ content, mediaType, headers }, imports),
  ];
  return {
    pattern: inPath.length + field.length === 0 || both ? input : joined`{ ${list(taken, ", ")} }`,
    init: joined`{ ${list(init, ", ")} }`,
  };
}

/**
 * The part of the options object that contains the body. Empty if there is no body. `both` is true
 * if the request also has query parameters; body and query are then picked from `input`.
 */
function bodyCode(
  { parameters, content, bodyField }: Parts,
  both: boolean,
  input: Code,
  imports: Imports,
): readonly Code[] {
  if (content === null) return [];
  if (!both)
    return [bodyField === null ? identifier("body") : joined`body: ${variable(bodyField)}`];
  imports.supportClient(bodyField === null ? "omit" : "pick");
  if (bodyField !== null) return [joined`...pick(${input}, ${data([bodyField])})`];
  return [joined`body: omit(${input}, ${data(parameters.map(({ name }) => name))})`];
}

/**
 * The option with the query serializer. Empty if all array and object parameters have the default
 * style.
 */
function querySerializerOption(
  parameters: readonly Parameter[],
  imports: Imports,
): readonly Code[] {
  const styled = parameters.flatMap(({ name, in: location, style, explode, type }) => {
    if (location !== "query" || (style === undefined && explode !== false) || isScalar(type))
      return [];
    return [[name, style ?? "form"] as const];
  });
  if (styled.length === 0) return [];
  const isPlain = styled.every(([, style]) => style === "form");
  imports.supportClient(isPlain ? "commaSeparated" : "withStyles");
  if (isPlain)
    return [joined`querySerializer: commaSeparated(${data(styled.map(([name]) => name))})`];
  return [joined`querySerializer: withStyles(${data(styled)})`];
}

/** Default media types of bodies, by kind of content. */
const MEDIA_TYPES: Readonly<Partial<Record<Content, string>>> = {
  form: "application/x-www-form-urlencoded",
  binary: "application/octet-stream",
};

/**
 * The options with the body serializer and the fixed headers. Includes the body's media type unless
 * the client sets it itself. Header names are in lower case, so that the client's own headers
 * override them.
 */
function bodyOptions(
  { content, mediaType, headers = [] }: Pick<Parts, "content" | "mediaType" | "headers">,
  imports: Imports,
): readonly Code[] {
  const serializer = {
    multipart: "toFormData",
    form: "toUrlEncoded",
    binary: "identityBody",
  }[String(content)];
  if (serializer !== undefined) imports.supportClient(serializer);
  const type = content === null ? undefined : (mediaType ?? MEDIA_TYPES[content]);
  const all = [
    ...headers.map(({ name, value }) => [name.toLowerCase(), value] as const),
    ...(type === undefined || content === "multipart" ? [] : [["content-type", type] as const]),
  ].map(([name, value]) => joined`${property(name)}: ${literal(value)}`);
  return [
    ...(serializer === undefined ? [] : [joined`bodySerializer: ${identifier(serializer)}`]),
    ...(all.length === 0 ? [] : [joined`headers: { ...init.headers, ${list(all, ", ")} }`]),
  ];
}

/** The variable for a field, with a trailing `$` if the call uses that name itself. */
function variable(name: string): Code {
  return TAKEN.includes(name) && name !== "body"
    ? joined`${identifier(name)}$`
    : local(name) === "body$"
      ? identifier("body")
      : local(name);
}

/** A field and its variable, for a destructuring pattern or an object literal. */
function named(name: string): Code {
  const as = variable(name);
  return as === name ? as : joined`${property(name)}: ${as}`;
}
