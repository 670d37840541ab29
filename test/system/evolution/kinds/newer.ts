// Edits that use OpenAPI 3.1 or 3.2: the whole description, or a single keyword.

import {
  child,
  copyOf,
  type Draft,
  type FieldPlace,
  isTree,
  listed,
  type Place,
  type Tree,
  tree,
  type Value,
} from "../draft.js";
import { type Edit, type Kind, kind, lives, refused } from "../kind.js";

const HOLDS_VALUES = [
  "enum",
  "default",
  "example",
  "examples",
  "required",
  "mapping",
  "x-rules",
  "x-ledger",
];

/** Rewrites a description in the syntax of 3.1: no `nullable`, and exclusive limits as numbers. */
export function upgrade(document: Tree, openapi = "3.1.0"): void {
  // Only descriptions of version 3 are rewritten.
  if (!String(document.openapi).startsWith("3.")) return;
  if (String(document.openapi).startsWith("3.0")) everySchema(document);
  document.openapi = openapi;
}

function everySchema(node: Value): void {
  if (Array.isArray(node)) for (const one of node) everySchema(one);
  if (!isTree(node)) return;
  for (const [key, value] of Object.entries(node)) {
    // The keys in these objects are names, which may look like keywords.
    if (["properties", "schemas", "parameters", "responses"].includes(key) && isTree(value))
      for (const one of Object.values(value)) everySchema(one);
    else if (!HOLDS_VALUES.includes(key)) everySchema(value);
  }
  rewrite(node);
}

function rewrite(node: Tree): void {
  if (typeof node.nullable === "boolean") {
    if (node.nullable && typeof node.type === "string") {
      node.type = [node.type, "null"];
      if (Array.isArray(node.enum) && !node.enum.includes(null)) node.enum.push(null);
    } else if (node.nullable && (node.$ref !== undefined || node.allOf !== undefined)) {
      const { nullable: _, ...rest } = node;
      for (const key of Object.keys(node)) delete node[key];
      node.anyOf = [rest, { type: "null" }];
    }
    delete node.nullable;
  }
  for (const [switched, limit] of [
    ["exclusiveMinimum", "minimum"],
    ["exclusiveMaximum", "maximum"],
  ] as const) {
    if (node[switched] === true && typeof node[limit] === "number") {
      node[switched] = node[limit];
      delete node[limit];
    } else if (typeof node[switched] === "boolean") delete node[switched];
  }
}

function newer(
  name: string,
  says: string,
  change: (draft: Draft) => Edit | null | undefined,
): Kind {
  return kind(name, says, (draft) => {
    upgrade(draft.document);
    const edit = change(draft);
    return edit === null ? null : (edit ?? lives("#"));
  });
}

function ofSchema31(
  name: string,
  says: string,
  fits: (place: Place, draft: Draft) => boolean,
  change: (held: Tree, place: Place, draft: Draft) => Edit | undefined,
): Kind {
  return newer(name, says, (draft) => {
    const place = draft.pick(draft.schemas().filter((one) => fits(one, draft)));
    if (place === undefined) return null;
    return change(draft.held(place), place, draft) ?? lives(place.at);
  });
}

const isText = (place: Place, draft: Draft): boolean => {
  const held = draft.held(place);
  return held.type === "string" && held.enum === undefined && !isRead(place, draft);
};
const isRead = (place: Place, draft: Draft): boolean =>
  "owner" in place && draft.isRead(place as FieldPlace);
const isNumber = (place: Place, draft: Draft): boolean =>
  ["integer", "number"].includes(String(draft.held(place).type)) &&
  draft.held(place).enum === undefined;
const isObject = (place: Place, draft: Draft): boolean => isTree(draft.held(place).properties);
const isList = (place: Place, draft: Draft): boolean =>
  draft.held(place).type === "array" &&
  draft.held(place).items !== false &&
  place.side !== "parameter";

export const newerKinds: readonly Kind[] = [
  newer("openapi-3.1", "the description is in OpenAPI 3.1", () => undefined),
  kind("openapi-3.1.1-words", "the description is in 3.1.1 and uses its new features", (draft) => {
    upgrade(draft.document, "3.1.1");
    draft.document.jsonSchemaDialect = "https://spec.openapis.org/oas/3.1/dialect/base";
    Object.assign(child(draft.document, "info"), {
      summary: "One line.",
      license: { name: "MIT", identifier: "MIT" },
    });
    return lives("#");
  }),
  kind("openapi-3.2", "the description is in OpenAPI 3.2", (draft) => {
    upgrade(draft.document, "3.2.0");
    draft.document.$self = "https://example.com/openapi.yaml";
    draft.document.tags = [
      { name: "ads", summary: "Ads", kind: "nav" },
      { name: "reports", parent: "ads" },
    ];
    return lives("#");
  }),
  kind("openapi-3.2-methods", "a path uses the new methods of 3.2", (draft) => {
    upgrade(draft.document, "3.2.0");
    const place = draft.pick(draft.operations().map((operation) => ({ operation })));
    if (place === undefined) return null;
    place.operation.item.query = {
      operationId: "made/query",
      responses: { "200": { description: "Good" } },
    };
    place.operation.item.additionalOperations = {
      COPY: { operationId: "made/copy", responses: { "200": { description: "Good" } } },
    };
    return lives(place.operation.at);
  }),
  kind("openapi-4", "the description is in a future version", (draft) => {
    draft.document.openapi = "4.0.0";
    return refused("#/openapi", "the meaning of that version is unknown");
  }),
  kind("swagger-2", "the description is in Swagger 2.0", (draft) => {
    delete draft.document.openapi;
    draft.document.swagger = "2.0";
    return refused("#/openapi", "it describes bodies and servers differently");
  }),
  newer("webhooks", "webhooks are described", (draft) => {
    draft.document.webhooks = {
      ready: {
        post: {
          operationId: "ready",
          requestBody: {
            content: { "application/json": { schema: { type: ["object", "null"] } } },
          },
          responses: { "200": { description: "Good" } },
        },
      },
    };
  }),
  newer("path-items", "a path is among the components", (draft) => {
    const place = draft.pick(draft.operations().map((operation) => ({ operation })));
    if (place === undefined) return null;
    const { path, item, at } = place.operation;
    child(draft.document, "paths")[path] = { $ref: draft.component("pathItems", "moved", item) };
    return lives(at);
  }),
  ofSchema31(
    "type-list-nullable",
    "null is one of the types",
    (place, draft) => typeof draft.held(place).type === "string",
    (held) => {
      held.type = [String(held.type), "null"];
    },
  ),
  ofSchema31(
    "type-list-of-one",
    "the type is a list with one item",
    (place, draft) => typeof draft.held(place).type === "string",
    (held) => {
      held.type = [String(held.type)];
    },
  ),
  ofSchema31("type-list-of-two", "the type is a list: string or number", isText, (held) => {
    for (const key of ["pattern", "format", "minLength", "maxLength"]) delete held[key];
    held.type = ["string", "integer"];
  }),
  ofSchema31(
    "any-of-null",
    "anyOf with a schema or null",
    () => true,
    (_, { holder, key }) => {
      holder[key] = { anyOf: [copyOf(holder[key] ?? {}), { type: "null" }] };
    },
  ),
  ofSchema31(
    "one-of-consts",
    "an enum written as `oneOf` of `const`, each with a title",
    (place, draft) => listed(draft.held(place).enum).length > 1,
    (held) => {
      const values = listed(held.enum).filter((value) => value !== null);
      delete held.enum;
      delete held.default;
      if (Array.isArray(held.type)) held.type = "string";
      held.oneOf = values.map((value) => ({
        const: value,
        title: `Title of ${String(value)}`,
        description: "Words.",
      }));
    },
  ),
  ofSchema31("const", "one value", isText, (held) => {
    for (const key of ["pattern", "format", "minLength", "maxLength", "default"]) delete held[key];
    held.const = "ONLY_THIS";
  }),
  ofSchema31("exclusive-numbers", "exclusive limits are numbers", isNumber, (held) => {
    Object.assign(held, { exclusiveMinimum: 0, exclusiveMaximum: 1_000_000 });
  }),
  ofSchema31(
    "schema-examples",
    "examples are a list",
    () => true,
    (held) => {
      held.examples = ["one", { two: 2 }];
    },
  ),
  ofSchema31("defs", "`$defs` in a schema, and `$comment`, `$id`, `$anchor`", isObject, (held) => {
    Object.assign(held, {
      $defs: { inner: { type: "string" } },
      $comment: "A comment.",
    });
  }),
  ofSchema31("prefix-items", "a list whose first items have their own schemas", isList, (held) => {
    held.prefixItems = [copyOf(held.items ?? {}), copyOf(held.items ?? {})];
  }),
  ofSchema31("prefix-items-alone", "a list with exactly two items", isList, (held) => {
    held.prefixItems = [{ type: "string" }, { type: "integer" }];
    held.items = false;
  }),
  ofSchema31("contains", "a list must contain a matching item", isList, (held) => {
    Object.assign(held, { contains: { type: "string" }, minContains: 0 });
  }),
  ofSchema31("if-then", "a schema has a condition", isObject, (held) => {
    const [name = "x"] = Object.keys(tree(held.properties));
    const condition: Tree = { properties: { [name]: { const: "NEVER_THIS" } }, required: [name] };
    Object.assign(
      held,
      Object.fromEntries([
        ["if", condition] as const,
        ["then", { required: [name] }] as const,
        ["else", {}] as const,
      ]),
    );
  }),
  ofSchema31("dependent-required", "a field requires another one", isObject, (held) => {
    held.dependentRequired = { never_described: Object.keys(tree(held.properties)).slice(0, 1) };
  }),
  ofSchema31("pattern-properties", "fields whose names match a pattern", isObject, (held) => {
    held.patternProperties = { "^x-": { type: "string" } };
  }),
  ofSchema31("property-names", "field names must match a pattern", isObject, (held) => {
    held.propertyNames = { pattern: "^[\\w-]+$" };
  }),
  // In one part of an object, it would forbid the fields of the other parts.
  ofSchema31(
    "unevaluated",
    "no other fields, in the syntax of 2020-12",
    (place, draft) => isObject(place, draft) && !/\/allOf\/\d+$/.test(place.at),
    (held) => {
      held.unevaluatedProperties = false;
    },
  ),
  ofSchema31("content-media-type", "a string contains encoded content", isText, (held) => {
    Object.assign(held, { contentMediaType: "application/json", contentEncoding: "base64" });
  }),
  ofSchema31(
    "boolean-schema",
    "a field accepts anything, with the schema `true`",
    (place, draft) => "owner" in place && !draft.isNeeded(place as FieldPlace),
    (_, { holder, key }) => {
      holder[key] = true;
    },
  ),
  ofSchema31(
    "boolean-schema-false",
    "a field is forbidden, with the schema `false`",
    (place) =>
      "owner" in place &&
      place.side === "request" &&
      !listed((place as FieldPlace).owner.required).includes(place.key),
    (_, { holder, key }) => {
      holder[key] = false;
    },
  ),
  ofSchema31(
    "reference-siblings-3.1",
    "limits are next to a reference",
    (place, draft) =>
      typeof tree(place.holder[place.key]).$ref === "string" && isObject(place, draft),
    (_, { holder, key }) => {
      Object.assign(tree(holder[key]), { description: "More words.", minProperties: 1 });
    },
  ),
];
