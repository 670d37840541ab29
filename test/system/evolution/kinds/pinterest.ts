// Edits that Pinterest has made to its own description between two versions, applied at any place.

import {
  child,
  copyOf,
  type Draft,
  isTree,
  listed,
  type Place,
  type Tree,
  tree,
  type Value,
} from "../draft.js";
import { type Kind, lives, ofField, ofMedia, ofOperation, ofParameter, ofSchema } from "../kind.js";

const written = ({ holder, key }: Place): Tree => tree(holder[key]);
const isReference = (place: Place): boolean => typeof written(place).$ref === "string";
const isObject = (place: Place, draft: Draft): boolean => isTree(draft.held(place).properties);
const isPlainObject = (place: Place, draft: Draft): boolean =>
  isObject(place, draft) &&
  ["allOf", "oneOf", "anyOf", "discriminator"].every((key) => draft.held(place)[key] === undefined);
const hasValues = (place: Place, draft: Draft): boolean =>
  listed(draft.held(place).enum).length > 1;
const isDigits = (place: Place, draft: Draft): boolean => draft.held(place).pattern === "^\\d+$";

export const pinterestKinds: readonly Kind[] = [
  // 5.6.0
  ofSchema("id-of-so-many-digits", "an id has a maximum length", isDigits, (place, draft) => {
    draft.held(place).maxLength = 18;
  }),
  // 5.5.0
  ofSchema("id-with-prefix", "an id may begin with letters", isDigits, (place, draft) => {
    draft.held(place).pattern = draft.random.of(["^(AG)?\\d+$", "^[C]?\\d+$"]);
  }),
  // 5.8.0, of a report's status
  ofField(
    "values-named-in-all-of",
    "an enum moves into the components, and its field keeps its type and description next to `allOf`",
    hasValues,
    (field, draft) => {
      const { description, ...held } = copyOf(draft.held(field));
      field.holder[field.key] = {
        type: "string",
        ...(description !== undefined && { description }),
        allOf: [{ $ref: draft.component("schemas", "NamedValues", held) }],
      };
    },
  ),
  // 5.5.0
  ofField(
    "default-beside-all-of",
    "a field has a default next to `allOf` with one reference",
    (field, draft) =>
      hasValues(field, draft) && typeof listed(draft.held(field).enum)[0] === "string",
    (field, draft) => {
      const held = copyOf(draft.held(field));
      const [value = null] = listed(held.enum);
      delete held.default;
      field.holder[field.key] = {
        type: "string",
        default: value,
        allOf: [{ $ref: draft.component("schemas", "WithDefault", held) }],
      };
    },
  ),
  // 5.12.0
  ofSchema(
    "items-named",
    "the enum of a list's items moves into the components",
    (place, draft) => listed(draft.followed(draft.held(place).items).enum).length > 0,
    (place, draft) => {
      const held = draft.held(place);
      const items = copyOf(draft.followed(held.items));
      held.items = { $ref: draft.component("schemas", "NamedItems", items) };
    },
  ),
  // 5.23.0
  ofSchema(
    "items-unnamed",
    "the enum of a list's items is inlined",
    (place, draft) => typeof tree(draft.held(place).items).$ref === "string",
    (place, draft) => {
      const held = draft.held(place);
      held.items = copyOf(draft.followed(held.items));
    },
  ),
  // 5.12.0, of roles in an ad account
  ofSchema(
    "items-nullable",
    "an item of a list may be null",
    (place, draft) =>
      place.side === "response" &&
      draft.held(place).type === "array" &&
      isTree(draft.followed(draft.held(place).items)),
    (place, draft) => {
      const held = draft.held(place);
      held.items = { ...copyOf(draft.followed(held.items)), nullable: true };
    },
  ),
  // 5.11.0, of feeds
  ofMedia(
    "body-old-or-new",
    "a body is the previous one, or a variant with a discriminator",
    "request",
    (place, draft) => {
      const whole = copyOf(draft.followed(place.media.schema));
      const versioned: Tree = {
        ...copyOf(whole),
        title: "of a kind",
        properties: {
          ...copyOf(tree(whole.properties)),
          catalog_type: { type: "string", enum: ["RETAIL", "HOTEL"] },
        },
        required: [...listed(whole.required), "catalog_type"],
      };
      place.media.schema = { oneOf: [{ ...whole, title: "legacy" }, versioned] };
    },
    // A copy of a schema that others extend would not be what they extend.
    ({ operation, media }, draft) =>
      operation.role === "call" &&
      media.schema !== undefined &&
      draft.followed(media.schema).discriminator === undefined,
  ),
  // 5.14.0
  ofSchema(
    "type-added-in-parts",
    "each part of an object has `type: object`",
    (place, draft) => listed(draft.held(place).allOf).some((part) => isTree(tree(part).properties)),
    (place, draft) => {
      for (const part of listed(draft.held(place).allOf))
        if (isTree(part) && isTree(part.properties)) part.type = "object";
    },
  ),
  // 5.14.0, of languages and locales
  ofField(
    "values-or-more-values",
    "a field accepts the values of either of two enums",
    (field, draft) => hasValues(field, draft) && !draft.isRead(field),
    (field, draft) => {
      const more = draft.component("schemas", "MoreValues", {
        type: "string",
        enum: ["en-US", "de-DE"],
      });
      field.holder[field.key] = { anyOf: [{ $ref: more }, copyOf(written(field))] };
    },
  ),
  // 5.15.0, of the scope of an audience
  ofSchema(
    "type-mistaken",
    "an enum of strings has `type: object`",
    (place, draft) =>
      place.side === "response" && hasValues(place, draft) && place.key !== "report_status",
    (place, draft) => {
      draft.held(place).type = "object";
    },
  ),
  // 5.15.0
  ofField(
    "nullable-false",
    "a field has `nullable: false`",
    (field, draft) => draft.held(field).nullable === undefined,
    (field, draft) => {
      draft.held(field).nullable = false;
    },
  ),
  // 5.20.0, of the sizes of images
  ofSchema(
    "type-beside-reference",
    "a type is next to a reference",
    (place, draft) => isReference(place) && typeof draft.held(place).type === "string",
    (place, draft) => {
      written(place).type = draft.held(place).type ?? "object";
    },
  ),
  // 5.21.0
  ofSchema(
    "schema-read-only",
    "a whole schema is read-only",
    (place, draft) => place.side === "response" && isObject(place, draft) && place.key === "schema",
    (place) => {
      // Requests may use the same schema elsewhere.
      place.holder[place.key] = { allOf: [copyOf(written(place))], readOnly: true };
    },
  ),
  // 5.6.0: this was an object, and is a string since then
  ofOperation("sandbox-as-object", "`x-sandbox` is an object", ({ node }) => {
    node["x-sandbox"] = { enabled: false };
  }),
  ofOperation("rate-limit-unsaid", "the rate limit category is removed", ({ node }) => {
    delete node["x-ratelimit-category"];
  }),
  // 5.12.0, of trends
  ofOperation("scope-other", "another scope is needed", ({ node }, draft) => {
    const other = draft.random.of(["user_accounts:read", "billing:read"]);
    node.security = listed(node.security).map((one) =>
      Object.fromEntries(
        Object.entries(tree(one)).map(([name, scopes]): [string, Value] => [
          name,
          listed(scopes).length > 0 ? [other] : [],
        ]),
      ),
    );
  }),
  // 5.11.0, of images
  ofSchema(
    "map-to-fields",
    "an object with arbitrary fields now lists them",
    (place, draft) => isTree(draft.held(place).additionalProperties),
    (place, draft) => {
      const held = draft.held(place);
      const each = copyOf(tree(held.additionalProperties));
      delete held.additionalProperties;
      held.properties = {
        ...tree(held.properties),
        "150x150": each,
        originals: copyOf(each),
      };
    },
  ),
  ofField(
    "fields-to-map",
    "an object that listed its fields now accepts any",
    (field, draft) =>
      isPlainObject(field, draft) &&
      field.depth > 0 &&
      !draft.isNeeded(field) &&
      Object.keys(tree(draft.held(field).properties)).length > 0,
    (field, draft) => {
      const [first = {}] = Object.values(tree(draft.held(field).properties));
      field.holder[field.key] = { type: "object", additionalProperties: copyOf(first) };
    },
  ),
  // 5.23.0, of audiences
  ofSchema(
    "list-limit-at-items",
    "a list's limits move to its items",
    (place, draft) => draft.followed(draft.held(place).items).type === "string",
    (place, draft) => {
      const held = draft.held(place);
      held.items = { ...copyOf(draft.followed(held.items)), minItems: 100, maxItems: 3 };
    },
  ),
  // 5.5.0
  ofMedia(
    "list-unnamed",
    "a referenced list is inlined, and its items move into the components",
    "response",
    ({ media }, draft) => {
      const { items = {}, ...list } = copyOf(draft.followed(media.schema));
      media.schema = {
        ...list,
        items:
          isTree(items) && items.$ref === undefined
            ? { $ref: draft.component("schemas", "OneOfList", items) }
            : items,
      };
    },
    ({ media }) => isTree(media.schema),
  ),
  // 5.14.0, of the size of an audience
  ofOperation("operation-twin", "a GET also exists as a POST", ({ item, path }, draft) => {
    item.post ??= {
      operationId: "made/twin",
      summary: "Words.",
      requestBody: {
        required: true,
        content: { "application/json": { schema: { type: "object", properties: {} } } },
      },
      responses: { "200": { description: "Good" } },
      ...(draft.hasProse ? {} : emptyNotes()),
    };
    return lives(`#/paths/${path.replaceAll("/", "~1")}`);
  }),
  // 5.28.0, of reports by brand
  ofOperation("path-below-added", "a path is added below an existing one", ({ path }, draft) => {
    child(draft.document, "paths")[`${path}/brand_new`] = {
      get: { operationId: "made/below", responses: { "200": { description: "Good" } } },
    };
  }),
  // 5.20.0 and 5.21.0
  ofParameter(
    "parameter-renamed-among-components",
    "a parameter's component has dots in its name",
    ({ list, index }) => typeof tree(list[index]).$ref === "string",
    ({ list, index, node }, draft) => {
      list[index] = { $ref: draft.component("parameters", "Pinterest.Lib.Made.one", copyOf(node)) };
    },
  ),
  // 5.20.0
  ofMedia(
    "response-flattened",
    "a composed response now lists all its fields",
    "response",
    (place, draft) => {
      const parts = draft.parts(place.media.schema);
      const required = [...new Set(parts.flatMap((part) => listed(part.required)))];
      place.media.schema = {
        type: "object",
        properties: Object.assign({}, ...parts.map((part) => copyOf(tree(part.properties)))),
        ...(required.length > 0 && { required }),
      };
      return { ...lives(place.at), keeps: /can no longer be read page by page/ };
    },
    ({ media }) => listed(tree(media.schema).allOf).length > 0,
  ),
  // 5.28.0, of ad accounts: an object of parameters for one of them
  ofParameter(
    "parameter-not-required",
    "an optional parameter has `required: false`",
    ({ node }) => node.in === "query" && node.required === undefined,
    ({ list, index, node }) => {
      list[index] = { ...copyOf(node), required: false, explode: false };
    },
  ),
  // 5.23.0
  ofSchema(
    "object-closed-in-choice",
    "no variant allows additional fields",
    (place, draft) => listed(draft.held(place).oneOf ?? draft.held(place).anyOf).length > 1,
    (place, draft) => {
      const held = draft.held(place);
      for (const member of [...listed(held.oneOf), ...listed(held.anyOf)]) {
        const found = draft.followed(member);
        if (isTree(found.properties)) found.additionalProperties = false;
      }
    },
  ),
  // 5.10.0
  ofField(
    "field-of-words-without-end",
    "a string loses its maximum length",
    (field, draft) =>
      draft.held(field).maxLength !== undefined || draft.held(field).maxItems !== undefined,
    (field, draft) => {
      const held = draft.held(field);
      delete held.maxLength;
      delete held.maxItems;
    },
  ),
];

/** An empty record of how an operation's prose was read, as contracts contain it. */
function emptyNotes(): Tree {
  return {
    "x-rules": [],
    "x-ledger": {
      sentences: 0,
      rule: 0,
      "schema-implied": 0,
      "server-side": 0,
      informational: 0,
      skipped: 0,
    },
  };
}
