// Edits to references: to something that is not a schema, in a circle, or to another place.

import {
  child,
  copyOf,
  type Draft,
  listed,
  type Offered,
  pointer,
  type Tree,
  tree,
} from "../draft.js";
import { type Kind, kind, lives, ofField, ofOperation, refused } from "../kind.js";

/** A kind that adds an optional field which is a reference. */
function ofReference(name: string, says: string, reference: (draft: Draft) => string): Kind {
  return ofField(
    name,
    says,
    ({ owner, key, ...field }, draft) =>
      !listed(owner.required).includes(key) && !draft.isNeeded({ owner, key, ...field }),
    ({ holder, key }, draft) => {
      holder[key] = { $ref: reference(draft) };
    },
  );
}

/** A component that refers to itself, through as many steps as there are names. */
function circle(draft: Draft, section: string, names: readonly string[]): Tree {
  const made = names.map((name) => draft.component(section, name, {}));
  const section_ = tree(tree(draft.document.components)[section]);
  for (const [index, at] of made.entries())
    Object.assign(tree(section_[at.split("/").at(-1) ?? ""]), {
      $ref: made[(index + 1) % made.length] ?? "",
    });
  return { $ref: made[0] ?? "" };
}

const LISTING: Tree = {
  type: "object",
  properties: {
    sort: { type: "string", enum: ["ASCENDING", "DESCENDING"] },
    type: { type: "string" },
  },
  required: ["sort"],
};

const ENDLESS = "the reference has no content";

/** Makes an operation's path refer to the new place of its item. */
function elsewhere({ path, item }: Offered, draft: Draft, place: (item: Tree) => string): string {
  const reference = place(copyOf(item));
  child(draft.document, "paths")[path] = { $ref: reference };
  return pointer("#", "paths", path);
}

export const referenceKinds: readonly Kind[] = [
  ofReference(
    "reference-into-required",
    "a reference points to a list of names, or to one of them",
    (draft) =>
      `${draft.component("schemas", "Listing", copyOf(LISTING))}/required${draft.random.coin() ? "/0" : ""}`,
  ),
  ofReference(
    "reference-into-values",
    "a reference points to a list of values, or to one of them",
    (draft) =>
      `${draft.component("schemas", "Listing", copyOf(LISTING))}/properties/sort/enum${draft.random.coin() ? "/1" : ""}`,
  ),
  ofReference(
    "reference-into-properties",
    "a reference points to one or all properties of another schema",
    (draft) =>
      `${draft.component("schemas", "Listing", copyOf(LISTING))}/properties${draft.random.coin() ? "/sort" : ""}`,
  ),
  ofReference(
    "reference-into-schema",
    "a reference points to a part of another schema",
    (draft) => {
      const whole: Tree = {
        allOf: [copyOf(LISTING), { type: "object", properties: { deep: copyOf(LISTING) } }],
        properties: {
          list: { type: "array", items: { type: "integer" } },
          map: { type: "object", additionalProperties: { type: "number" } },
        },
        oneOf: [
          { type: "object", required: ["one"], properties: { one: { type: "string" } } },
          { type: "object" },
        ],
      };
      const inside = [
        "/allOf/0",
        "/allOf/1/properties/deep",
        "/properties/list/items",
        "/properties/map/additionalProperties",
        "/oneOf/0",
      ];
      return `${draft.component("schemas", "Whole", whole)}${draft.random.of(inside)}`;
    },
  ),
  ofReference(
    "reference-to-other-section",
    "a schema reference points to something else",
    (draft) =>
      draft.component("parameters", "not_a_schema", {
        name: "not_a_schema",
        in: "query",
        schema: { type: "string" },
      }),
  ),
  ofReference("reference-to-nothing", "a reference has no target", (draft) =>
    draft.random.of([
      "#/components/schemas/NotThere",
      "#/components/schemas/",
      "#/nowhere/at/all",
      "#",
      "#/",
    ]),
  ),
  ofReference("reference-to-file", "a reference points to another file", (draft) =>
    draft.random.of([
      "./schemas.yaml#/Thing",
      "https://example.com/schemas.json",
      "schemas.yaml",
      "Thing",
      "",
    ]),
  ),
  ofReference("reference-to-itself", "a schema is only a reference to itself", (draft) =>
    String(
      circle(
        draft,
        "schemas",
        draft.random.coin() ? ["Itself"] : ["Itself", "OtherSelf", "ThirdSelf"],
      ).$ref,
    ),
  ),
  ofReference("reference-to-own-place", "a field refers to its own place", (draft) => {
    const at = draft.component("schemas", "Around", { type: "object", properties: { inner: {} } });
    tree(
      tree(tree(tree(draft.document.components).schemas)[at.split("/").at(-1) ?? ""]).properties,
    ).inner = {
      $ref: `${at}/properties/inner`,
    };
    return at;
  }),
  ofReference("all-of-circle", "two schemas are parts of each other", (draft) => {
    const [one, other] = ["OneOfCircle", "OtherOfCircle"].map((name) =>
      draft.component("schemas", name, {
        type: "object",
        properties: { [`of_${name}`]: { type: "string" } },
      }),
    ) as [string, string];
    const schemas = tree(tree(draft.document.components).schemas);
    tree(schemas[one.split("/").at(-1) ?? ""]).allOf = [{ $ref: other }];
    tree(schemas[other.split("/").at(-1) ?? ""]).allOf = [{ $ref: one }];
    return one;
  }),
  ofReference("one-of-circle", "two schemas are variants of each other", (draft) => {
    const [one, other] = ["OneOfCircle", "OtherOfCircle"].map((name) =>
      draft.component("schemas", name, {}),
    ) as [string, string];
    const schemas = tree(tree(draft.document.components).schemas);
    const join = draft.random.coin() ? "oneOf" : "anyOf";
    tree(schemas[one.split("/").at(-1) ?? ""])[join] = [{ $ref: other }, { type: "string" }];
    tree(schemas[other.split("/").at(-1) ?? ""])[join] = [{ $ref: one }, { type: "integer" }];
    return one;
  }),
  ofReference("items-circle", "a list contains lists of itself", (draft) => {
    const at = draft.component("schemas", "ListOfItself", { type: "array" });
    const list = tree(tree(tree(draft.document.components).schemas)[at.split("/").at(-1) ?? ""]);
    const chosen: Tree = { oneOf: [{ type: "string" }, { $ref: at }] };
    list.items = draft.random.of([
      { $ref: at },
      { $ref: `${at}/items` },
      { type: "array", items: { $ref: at } },
      chosen,
    ]);
    return at;
  }),
  ofReference("additional-circle", "a map contains maps of itself", (draft) => {
    const at = draft.component("schemas", "MapOfItself", { type: "object" });
    tree(
      tree(tree(draft.document.components).schemas)[at.split("/").at(-1) ?? ""],
    ).additionalProperties = { $ref: at };
    return at;
  }),
  ofOperation(
    "parameter-reference-to-itself",
    "a parameter is only a reference to itself",
    ({ node, at }, draft) => {
      node.parameters = [...listed(node.parameters), circle(draft, "parameters", ["itself"])];
      return refused(at, ENDLESS);
    },
  ),
  ofOperation(
    "response-reference-to-itself",
    "a success response is only a reference to itself",
    ({ id, at }, draft) => {
      const to = circle(draft, "responses", ["Itself"]);
      const places = draft.good().filter(({ operation }) => operation.id === id);
      for (const { responses, status } of places) responses[status] = copyOf(to);
      return places.length === 0 ? null : refused(at, ENDLESS);
    },
  ),
  ofOperation(
    "refusal-reference-to-itself",
    "an error response is only a reference to itself",
    ({ node, at }, draft) => {
      child(node, "responses")["400"] = circle(draft, "responses", ["Itself"]);
      return lives(at);
    },
  ),
  ofOperation(
    "body-reference-to-itself",
    "a body is only a reference to itself",
    ({ node, at }, draft) => {
      node.requestBody = circle(draft, "requestBodies", ["Itself"]);
      return refused(at, ENDLESS);
    },
    ({ node }) => node.requestBody !== undefined,
  ),
  ofOperation(
    "header-reference-to-itself",
    "a response header is only a reference to itself",
    ({ id, at }, draft) => {
      const place = draft.good().find(({ operation }) => operation.id === id);
      if (place === undefined) return null;
      const copy = copyOf(place.node);
      place.responses[place.status] = {
        ...copy,
        headers: { "X-Itself": circle(draft, "headers", ["Itself"]) },
      };
      return lives(at);
    },
  ),
  ofOperation(
    "path-reference",
    "a path refers to another place in the document",
    (operation, draft) =>
      lives(
        elsewhere(operation, draft, (item) => {
          if (draft.random.coin()) return draft.component("x-paths", "Moved", item);
          child(draft.document, "x-moved").item = item;
          return "#/x-moved/item";
        }),
      ),
  ),
  ofOperation(
    "path-reference-twice",
    "a path refers to a path that refers to another",
    (operation, draft) =>
      lives(
        elsewhere(operation, draft, (item) => {
          const $ref = draft.component("x-paths", "Moved", item);
          return draft.component("x-paths", "MovedAgain", { $ref });
        }),
      ),
  ),
  ofOperation("path-reference-to-file", "a path refers to another file", (operation, draft) =>
    refused(
      elsewhere(operation, draft, () => "./paths/reports.yaml"),
      "the other file is not available",
    ),
  ),
  ofOperation(
    "path-reference-to-itself",
    "a path is only a reference to itself",
    (operation, draft) =>
      refused(
        elsewhere(operation, draft, () => pointer("#", "paths", operation.path)),
        ENDLESS,
      ),
  ),
  ofOperation(
    "path-reference-beside",
    "a path refers to another one, and has additional content",
    (operation, draft) => {
      const { [operation.method]: own = {}, ...rest } = operation.item;
      const $ref = draft.component("x-paths", "Shared", { ...copyOf(rest), summary: "Words." });
      child(draft.document, "paths")[operation.path] = { $ref, [operation.method]: own };
      return lives(operation.at);
    },
  ),
  ofField(
    "nested-over-a-hundred",
    "objects are nested more than a hundred levels deep",
    ({ holder }) => holder !== undefined,
    ({ holder, at }, draft) => {
      const depth = 101 + draft.random.below(60);
      const shape = draft.random.below(4);
      let inner: Tree = { type: "object", properties: { last: { type: "string" } } };
      for (let step = 0; step < depth; step += 1)
        inner =
          shape === 0
            ? { type: "object", properties: { deeper: inner } }
            : shape === 1
              ? { type: "array", items: inner }
              : shape === 2
                ? { type: "object", additionalProperties: inner }
                : { allOf: [inner], description: "Words." };
      holder.nested_over_a_hundred = inner;
      return lives(at);
    },
  ),
  kind("nested-over-a-thousand", "a schema is nested more than a thousand levels deep", (draft) => {
    let inner: Tree = { type: "string" };
    for (let step = 0; step < 1_000; step += 1) inner = { type: "array", items: inner };
    return refused(draft.component("schemas", "Endless", inner), "it is deeper than the limit");
  }),
  ofOperation(
    "operation-in-nested-references",
    "references are nested very deeply",
    (operation, draft) => {
      const names = Array.from({ length: 101 }, (_, step) => `Step${step}`);
      const last = draft.component("schemas", "LastStep", { type: "string" });
      const first = names.reduce(
        ($ref, name) =>
          draft.component("schemas", name, { type: "object", properties: { on: { $ref } } }),
        last,
      );
      const field = draft.pick(draft.fields().filter((one) => one.operation.id === operation.id));
      if (field === undefined) return null;
      field.holder.leads_on_and_on = { $ref: first };
      return lives(field.at);
    },
  ),
];
