// Edits to the parameters of a call.

import {
  child,
  copyOf,
  type Draft,
  define,
  type Offered,
  type ParameterPlace,
  pointer,
  type Tree,
  type Value,
} from "../draft.js";
import { type Edit, type Kind, kind, lives, ofParameter, refused } from "../kind.js";

const listOf = (node: Tree): Value[] => {
  if (!Array.isArray(node.parameters)) node.parameters = [];
  return node.parameters as Value[];
};

/** Whether the runtime itself sets the parameter: the account or a report's token. */
const isFilled = ({ operation, node }: ParameterPlace): boolean =>
  operation.role !== "call" &&
  (node.in === "path" || node.name === "token" || node.name === "ad_account_id");

const inQuery = (place: ParameterPlace): boolean => place.node.in === "query";
const isFree = (place: ParameterPlace): boolean => inQuery(place) && !isFilled(place);

/**
 * A kind that adds a parameter to a random operation. The runtime only has an account and a token
 * for a poll.
 */
function added(
  name: string,
  says: string,
  parameter: (draft: Draft) => Tree,
  edit: (operation: Offered, at: string) => Edit,
): Kind {
  return kind(name, says, (draft) => {
    const operation = draft.pick(draft.operations().map((one) => ({ operation: one })))?.operation;
    if (operation === undefined) return null;
    const list = listOf(operation.node);
    list.push(parameter(draft));
    return edit(operation, `${operation.at}/parameters/${list.length - 1}`);
  });
}

const always = (_: Offered, at: string): Edit => lives(at);
const unlessPoll = ({ role }: Offered, at: string): Edit =>
  role === "poll" ? refused(at, "a poll can only send an account and a token") : lives(at);

const SCHEMAS: readonly Tree[] = [
  { type: "string" },
  { type: "integer", minimum: 1, default: 25 },
  { type: "boolean", default: false },
  { type: "string", enum: ["ASCENDING", "DESCENDING"] },
  { type: "array", items: { type: "string", pattern: "^\\d+$" }, maxItems: 100 },
];

const drawn = (draft: Draft, isRequired: boolean): Tree => ({
  name: `brand_new_${draft.random.below(90) + 10}`,
  in: "query",
  ...(isRequired && { required: true }),
  schema: copyOf(draft.random.of(SCHEMAS)),
});

function moveToPath(operation: Offered, list: Value[], index: number): undefined {
  listOf(operation.item).push(...list.splice(index, 1));
}

export const parameterKinds: readonly Kind[] = [
  added("query-added", "a new optional parameter", (draft) => drawn(draft, false), always),
  added(
    "query-added-required",
    "a new required parameter",
    (draft) => drawn(draft, true),
    unlessPoll,
  ),
  added(
    "header-added",
    "a new optional header",
    () => ({ name: "X-Trace", in: "header", schema: { type: "string" } }),
    always,
  ),
  added(
    "header-added-required",
    "a new required header",
    () => ({ name: "X-Tenant", in: "header", required: true, schema: { type: "string" } }),
    (_, at) => refused(at, "the client has no value for the header"),
  ),
  added(
    "cookie-added",
    "a new optional cookie",
    () => ({ name: "session", in: "cookie", schema: { type: "string" } }),
    always,
  ),
  added(
    "cookie-added-required",
    "a new required cookie",
    () => ({ name: "session", in: "cookie", required: true, schema: { type: "string" } }),
    (_, at) => refused(at, "the client sends no cookies"),
  ),
  added(
    "query-object",
    "a new object in the query",
    () => ({
      name: "filter_by",
      in: "query",
      style: "deepObject",
      explode: true,
      schema: {
        type: "object",
        properties: { status: { type: "string" }, count: { type: "integer" } },
      },
    }),
    always,
  ),
  added(
    "query-object-form",
    "a new object in the query, with its fields as parameters",
    () => ({
      name: "filter_by",
      in: "query",
      schema: {
        type: "object",
        properties: { status: { type: "string" }, count: { type: "integer" } },
      },
    }),
    always,
  ),
  added(
    "query-as-json",
    "a new JSON parameter in the query",
    () => ({
      name: "filter_by",
      in: "query",
      content: {
        "application/json": {
          schema: { type: "object", properties: { status: { type: "string" } } },
        },
      },
    }),
    always,
  ),
  added(
    "query-of-odd-name",
    "a parameter's name is not an identifier",
    (draft) => ({
      name: draft.random.of([
        "filter[type]",
        "x-y",
        "class",
        "$top",
        "2nd",
        "größe",
        "constructor",
        "toString",
        "a.b",
        "body",
      ]),
      in: "query",
      schema: { type: "string" },
    }),
    always,
  ),
  added(
    "query-named-proto",
    "a parameter is named `__proto__`",
    () => ({ name: "__proto__", in: "query", schema: { type: "string" } }),
    always,
  ),
  added(
    "query-named-by-code",
    "a parameter has a name that the generated code uses",
    (draft) => ({
      name: draft.random.of([
        "init",
        "api",
        "query",
        "input",
        "account",
        "options",
        "today",
        "found",
        "validate",
        "then",
      ]),
      in: "query",
      schema: { type: "string" },
    }),
    always,
  ),
  added(
    "query-without-schema",
    "a parameter has no schema",
    () => ({ name: "whatever", in: "query" }),
    always,
  ),
  added(
    "query-styled",
    "a list in the query is separated by spaces or bars",
    (draft) => ({
      name: "piped",
      in: "query",
      style: draft.random.of(["spaceDelimited", "pipeDelimited"]),
      explode: false,
      schema: { type: "array", items: { type: "string" } },
    }),
    always,
  ),
  ofParameter(
    "query-removed",
    "a parameter is removed",
    isFree,
    ({ list, index }) => void list.splice(index, 1),
  ),
  ofParameter("query-renamed", "a parameter is renamed", isFree, ({ node }) => {
    node.name = `${String(node.name)}_v2`;
  }),
  ofParameter(
    "query-required",
    "a parameter becomes required",
    (place) => isFree(place) && place.node.required !== true,
    ({ node, operation, at }) => {
      node.required = true;
      return operation.role === "poll" ? refused(at, "a poll has no value for it") : undefined;
    },
  ),
  ofParameter(
    "query-optional",
    "a parameter becomes optional",
    (place) => isFree(place) && place.node.required === true,
    ({ node }) => void delete node.required,
  ),
  ofParameter(
    "query-required-without-word",
    "`required: false` is removed or added",
    isFree,
    ({ node }) => {
      if (node.required === true) return;
      if (node.required === false) delete node.required;
      else node.required = false;
    },
  ),
  ofParameter(
    "token-removed",
    "a poll does not take the token",
    ({ operation, node }) => operation.role === "poll" && node.name === "token",
    ({ list, index, at }) => {
      list.splice(index, 1);
      return refused(at, "a poll could not say which report it means");
    },
  ),
  ofParameter(
    "token-in-path",
    "a poll's token moves into the path",
    ({ operation, node }) => operation.role === "poll" && node.name === "token",
    ({ list, index, node, operation }, draft) => {
      // Other operations share the parameter, and their paths do not change.
      list[index] = { ...copyOf(node), in: "path", required: true };
      const paths = child(draft.document, "paths");
      const { [operation.method]: moved = {}, ...rest } = operation.item;
      paths[operation.path] = rest;
      const { parameters } = operation.item;
      paths[`${operation.path}/{token}`] = {
        ...(parameters !== undefined && { parameters: copyOf(parameters) }),
        [operation.method]: moved,
      };
    },
  ),
  ofParameter(
    "path-parameter-renamed",
    "a path parameter is renamed everywhere",
    ({ node }) => node.in === "path",
    ({ node }, draft) => {
      const before = String(node.name);
      const after = before === "ad_account_id" ? "account_id" : `${before}_v2`;
      for (const place of draft.parameters())
        if (place.node.in === "path" && place.node.name === before) place.node.name = after;
      const paths = child(draft.document, "paths");
      const entries = Object.entries(paths);
      for (const [path] of entries) delete paths[path];
      for (const [path, item] of entries)
        define(paths, path.replace(`{${before}}`, `{${after}}`), item);
    },
  ),
  kind("path-parameter-added", "a path gets another parameter", (draft) => {
    const operation = draft.pick(draft.operations().map((one) => ({ operation: one })))?.operation;
    if (operation === undefined) return null;
    const { [operation.method]: moved, ...rest } = operation.item;
    const paths = child(draft.document, "paths");
    paths[operation.path] = rest;
    const path = `${operation.path}/regions/{region_id}`;
    listOf(operation.node).push({
      name: "region_id",
      in: "path",
      required: true,
      schema: { type: "string" },
    });
    paths[path] = {
      ...(rest.parameters !== undefined && { parameters: copyOf(rest.parameters) }),
      [operation.method]: moved ?? {},
    };
    const at = pointer("#", "paths", path, operation.method);
    return operation.role === "poll" ? refused(at, "a poll has no value for it") : lives(at);
  }),
  ofParameter(
    "path-parameter-undescribed",
    "a path parameter is not described",
    ({ node }) => node.in === "path",
    ({ list, index, operation }) => {
      list.splice(index, 1);
      return refused(operation.at, "the path would have a missing segment");
    },
  ),
  ofParameter(
    "parameter-shared-by-path",
    "a parameter moves to the path item",
    ({ operation, list }) =>
      list === operation.node.parameters &&
      Object.keys(operation.item).filter((key) =>
        ["get", "post", "put", "patch", "delete"].includes(key),
      ).length === 1,
    ({ operation, list, index }) => moveToPath(operation, list, index),
  ),
  ofParameter(
    "parameter-inlined",
    "a referenced parameter is inlined",
    ({ list, index }) => typeof (list[index] as Tree).$ref === "string",
    ({ list, index, node }) => {
      list[index] = copyOf(node);
    },
  ),
  ofParameter(
    "parameter-extracted",
    "a parameter moves into the components",
    ({ list, index }) => typeof (list[index] as Tree).$ref !== "string",
    ({ list, index }, draft) => {
      list[index] = { $ref: draft.component("parameters", "extracted_one", list[index] ?? {}) };
    },
  ),
  ofParameter(
    "parameter-repeated",
    "a parameter is both on the path item and on the operation",
    () => true,
    ({ operation, node, list }) => {
      const other = list === operation.item.parameters ? operation.node : operation.item;
      const isThere = Array.isArray(other.parameters) && other.parameters.length > 0;
      if (!isThere || other === operation.node) listOf(operation.node).push(copyOf(node));
      // On the path item, it would also apply to the other operations.
      else if (Object.keys(operation.item).length <= 2) listOf(operation.item).push(copyOf(node));
    },
  ),
  ofParameter(
    "parameters-reordered",
    "parameters are reordered",
    ({ list }) => list.length > 1,
    ({ list }) => void list.reverse(),
  ),
  ofParameter(
    "list-with-commas",
    "a list in the query is comma-separated",
    (place, draft) => isFree(place) && draft.followed(place.node.schema).type === "array",
    ({ node }) => {
      if (node.explode === false) delete node.explode;
      else Object.assign(node, { style: "form", explode: false });
    },
  ),
  ofParameter(
    "parameter-described-more",
    "a parameter has a description, examples and flags",
    () => true,
    ({ node }) => {
      Object.assign(node, {
        description: "Words */ about it.",
        example: "x",
        examples: { one: { value: "y" } },
        deprecated: true,
        allowEmptyValue: false,
        allowReserved: false,
        "x-note": "Ask first, please.",
      });
    },
  ),
  ofParameter("parameter-one-of", "a parameter is a text or a number", isFree, ({ node }) => {
    node.schema = { oneOf: [{ type: "string" }, { type: "integer" }] };
    delete node.style;
    delete node.explode;
  }),
  ofParameter("parameter-nullable", "a parameter may be null", isFree, ({ node }, draft) => {
    node.schema = { ...copyOf(draft.followed(node.schema)), nullable: true };
  }),
  ofParameter(
    "parameter-in-two-places",
    "a header and a query parameter have the same name",
    inQuery,
    ({ operation, node }) => {
      listOf(operation.node).push({
        name: node.name ?? "",
        in: "header",
        schema: { type: "string" },
      });
    },
  ),
  ofParameter(
    "parameter-moved-to-body",
    "query parameters move into a body",
    (place) => isFree(place) && place.operation.role === "call",
    ({ operation, list, index, node, at }, draft) => {
      if (!["post", "put", "patch"].includes(operation.method)) {
        const { [operation.method]: moved = {}, ...rest } = operation.item;
        child(draft.document, "paths")[operation.path] = { ...rest, post: moved };
      }
      list.splice(index, 1);
      const isRequired = node.required === true;
      operation.node.requestBody = {
        required: true,
        content: {
          "application/json": {
            schema: {
              type: "object",
              properties: { [String(node.name)]: copyOf(node.schema ?? {}) },
              ...(isRequired && { required: [String(node.name)] }),
            },
          },
        },
      };
      return lives(at);
    },
  ),
];
