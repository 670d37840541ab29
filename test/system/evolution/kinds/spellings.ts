// Edits that write a description differently without changing its meaning.

import {
  child,
  copyOf,
  type Draft,
  isTree,
  listed,
  type Place,
  pointer,
  type Tree,
  tree,
  type Value,
} from "../draft.js";
import { exactly } from "../generate.js";
import { type Kind, kind, lives, ofMedia, ofOperation, ofSchema, refused, told } from "../kind.js";
import { upgrade } from "./newer.js";

const SCHEMAS = "#/components/schemas/";

const referenceIn = ({ holder, key }: Place): string | undefined => {
  const { $ref } = tree(holder[key]);
  return typeof $ref === "string" && $ref.startsWith(SCHEMAS) ? $ref : undefined;
};

/** Whether keywords next to a reference have no effect. A contract keeps them, although it is 3.0. */
const ignoresSiblings = (document: Tree): boolean =>
  String(document.openapi).startsWith("3.0") && document["x-contract"] === undefined;

/** Percent-encodes a random letter of a reference, or every letter. */
function encoded(reference: string, draft: Draft): string {
  const name = reference.slice(SCHEMAS.length);
  const hex = (letter: string): string =>
    `%${letter.charCodeAt(0).toString(16)[draft.random.coin() ? "toUpperCase" : "toLowerCase"]()}`;
  const at = draft.random.below(name.length);
  return (
    SCHEMAS +
    [...name]
      .map((letter, index) => (index === at || /[._]/.test(letter) ? hex(letter) : letter))
      .join("")
  );
}

/** Calls `change` for each object that the draft refers to at least twice. */
function shared(draft: Draft, change: (target: Tree, at: readonly Tree[]) => void): number {
  const places = new Map<string, Tree[]>();
  const visit = (node: Value | undefined): void => {
    if (typeof node !== "object" || node === null) return;
    if (isTree(node) && typeof node.$ref === "string" && Object.keys(node).length === 1)
      places.set(node.$ref, [...(places.get(node.$ref) ?? []), node]);
    for (const one of Object.values(node)) visit(one);
  };
  visit(draft.document.paths);
  const twice = [...places].filter(([, at]) => at.length > 1);
  for (const [$ref, at] of twice) change(draft.followed({ $ref }), at);
  return twice.length;
}

const REPEATED: Tree = {
  type: "object",
  properties: { amount: { type: "number" }, currency: { type: "string", enum: ["USD", "EUR"] } },
  required: ["amount"],
};

/** A kind that adds fields to an object, in YAML. */
function ofFieldsInYaml(name: string, says: string, fields: () => Tree): Kind {
  return ofSchema(
    name,
    says,
    (place, draft) => isTree(draft.held(place).properties),
    (place, draft) => {
      Object.assign(tree(draft.held(place).properties), fields());
      return { ...lives(place.at), isYaml: true };
    },
  );
}

/** Keywords next to a reference, which only complete descriptions of 3.0 ignore. */
export const siblingKinds: readonly Kind[] = [
  ofSchema(
    "enum-beside-reference",
    "an enum is next to a reference, where 3.0 ignores it",
    (place, draft) =>
      referenceIn(place) !== undefined &&
      listed(draft.held(place).enum).length > 1 &&
      ignoresSiblings(draft.document),
    (place, draft) => {
      tree(place.holder[place.key]).enum = listed(draft.held(place).enum).slice(0, 1);
      return told(place.at, /enum.*(\$ref|reference)|(\$ref|reference).*enum/);
    },
  ),
  ofSchema(
    "limit-beside-reference",
    "a limit is next to a reference, where 3.0 ignores it",
    (place, draft) =>
      place.side === "request" &&
      referenceIn(place) !== undefined &&
      ignoresSiblings(draft.document),
    (place, draft) => {
      const held = draft.held(place);
      const limit =
        held.type === "array" ? "maxItems" : isTree(held.properties) ? "maxProperties" : "pattern";
      tree(place.holder[place.key])[limit] = limit === "pattern" ? "^NEVER$" : 0;
      return told(place.at, new RegExp(limit));
    },
  ),
];

export const spellingKinds: readonly Kind[] = [
  ofSchema(
    "reference-percent-encoded",
    "a reference is percent-encoded",
    (place) => referenceIn(place) !== undefined,
    (place, draft) => {
      tree(place.holder[place.key]).$ref = encoded(referenceIn(place) ?? "", draft);
    },
  ),
  ofMedia(
    "body-behind-two-references",
    "a body is a reference, and its schema is a reference to a reference",
    "request",
    ({ operation, media }, draft) => {
      const first = draft.component("schemas", "BodyProper", copyOf(media.schema ?? {}));
      media.schema = { $ref: draft.component("schemas", "BodyAgain", { $ref: first }) };
      const body = copyOf(draft.followed(operation.node.requestBody));
      const $ref = draft.component("requestBodies", "BodyProper", body);
      operation.node.requestBody = {
        $ref: draft.component("requestBodies", "BodyAgain", { $ref }),
      };
    },
    ({ media }) => media.schema !== undefined,
  ),
  // Bundlers such as json-schema-ref-parser and swagger-cli refer to the first occurrence.
  ofMedia(
    "reference-into-paths",
    "a call's schema is a reference into another path",
    "response",
    (place, draft) => {
      const path = "/made/up/first";
      child(draft.document, "paths")[path] = {
        get: {
          operationId: "made/up_first",
          responses: {
            "200": { description: "Good", content: { [place.type]: copyOf(place.media) } },
          },
        },
      };
      const steps = ["get", "responses", "200", "content", place.type, "schema"];
      place.media.schema = { $ref: pointer("#", "paths", path, ...steps) };
    },
    ({ media }) => media.schema !== undefined,
  ),
  kind("yaml-aliases", "equal objects have an anchor and aliases", (draft) => {
    const count = shared(draft, (target, at) => {
      // The reference is replaced by another occurrence of the same object.
      for (const one of at) Object.assign(one, { $ref: undefined });
      for (const one of at) replaceAt(draft.document.paths, one, target);
    });
    return count === 0 ? null : { ...lives("#/paths"), isYaml: true };
  }),
  ofFieldsInYaml("yaml-alias-of-schema", "two fields share a schema by an alias", () => {
    const made = copyOf(REPEATED);
    return { made_once: made, made_twice: made };
  }),
  ofFieldsInYaml("yaml-alias-of-list", "two fields share a list of values by an alias", () => {
    const values = ["FIRST", "SECOND"];
    return {
      made_once: { type: "string", enum: values },
      made_twice: { type: "array", items: { type: "string", enum: values } },
    };
  }),
  ofFieldsInYaml("yaml-merge-key", "a field merges another one and adds its own keywords", () => {
    const base: Tree = { type: "string", maxLength: 40, description: "Words." };
    const more: Tree = { nullable: true };
    return {
      made_once: base,
      made_twice: { "<<": base, maxLength: 20 },
      made_again: { "<<": [base, more], minLength: 1 },
      made_more: more,
    };
  }),
  ofOperation(
    "yaml-merge-of-responses",
    "an operation's error responses are merged in",
    ({ node, at }, draft) => {
      const usual: Tree = {
        "400": { description: "No" },
        "401": { description: "Who?" },
        default: { description: "No" },
      };
      draft.document["x-usual-responses"] = usual;
      const { "400": _, "401": __, default: ___, ...rest } = tree(node.responses);
      node.responses = { "<<": usual, ...rest };
      return { ...lives(`${at}/responses`), isYaml: true };
    },
    ({ node }) => Object.keys(tree(node.responses)).some((status) => /^2/.test(status)),
  ),
  ofSchema(
    "yaml-alias-bomb",
    "aliases expand to more than any reader can handle",
    (place, draft) => isTree(draft.held(place).properties),
    (place, draft) => {
      let inner: Value = Array.from({ length: 10 }, () => "more");
      for (let step = 0; step < 9; step += 1) {
        const one: Value = inner;
        inner = Array.from({ length: 10 }, () => one);
      }
      child(draft.held(place), "properties").made_of_more = { type: "array", default: inner };
      return { ...refused(place.at, "it expands beyond the limit"), isYaml: true };
    },
  ),
  ofOperation("yaml-status-as-number", "YAML reads statuses as numbers", ({ node, at }) => {
    const responses = tree(node.responses);
    node.responses = Object.fromEntries(
      Object.entries(responses).map(([status, one]) => [
        /^\d+$/.test(status) ? exactly(status) : status,
        one,
      ]),
    );
    return { ...lives(`${at}/responses`), isYaml: true };
  }),
  kind("yaml-version-as-number", "YAML reads the version as a number", (draft) => {
    child(draft.document, "info").version = 5.3;
    return { ...lives("#/info/version"), isYaml: true };
  }),
  kind("yaml-plainly", "the description is YAML", () => ({ ...lives("#"), isYaml: true })),
  ofOperation("parameters-null", "`parameters` is null", ({ node, item, at }) => {
    const holder = node.parameters === undefined ? node : item;
    if (holder.parameters !== undefined) return null;
    holder.parameters = null;
    return lives(`${at}/parameters`);
  }),
  ofOperation("operation-keys-null", "keys of an operation are null", ({ node, item }) => {
    for (const key of ["tags", "summary", "deprecated", "externalDocs", "callbacks", "servers"])
      if (node[key] === undefined) node[key] = null;
    item.description ??= null;
  }),
  ofSchema(
    "schema-keys-null",
    "keys of a schema are null",
    (place, draft) => isTree(draft.held(place).properties),
    (place, draft) => {
      const held = draft.held(place);
      for (const key of ["required", "description", "example", "title", "allOf", "discriminator"])
        if (held[key] === undefined) held[key] = null;
    },
  ),
  ofSchema(
    "discriminator-on-base",
    "a base has a discriminator, and its variants refer to the base",
    (place, draft) =>
      referenceIn(place) !== undefined &&
      isTree(draft.held(place).properties) &&
      ["allOf", "oneOf", "anyOf", "discriminator"].every(
        (key) => draft.held(place)[key] === undefined,
      ),
    (place, draft) => {
      const held = draft.held(place);
      const $ref = referenceIn(place) ?? "";
      child(held, "properties").sort_of_thing = { type: "string" };
      const kinds = ["PLAIN", "FANCY"].map((name): readonly [string, string] => [
        name,
        draft.component("schemas", `Thing${name}`, {
          allOf: [
            { $ref },
            { type: "object", properties: { [`only_${name.toLowerCase()}`]: { type: "string" } } },
          ],
        }),
      ]);
      held.required = [...listed(held.required), "sort_of_thing"];
      held.discriminator = {
        propertyName: "sort_of_thing",
        ...(draft.random.coin() && { mapping: Object.fromEntries(kinds) }),
      };
    },
  ),
  ofSchema(
    "values-in-unions",
    "an enum is written as a union of single values",
    (place, draft) => listed(draft.held(place).enum).length > 1,
    (place, draft) => {
      const held = draft.held(place);
      const values = listed(held.enum).filter((value) => value !== null);
      delete held.enum;
      delete held.default;
      const isNew = draft.random.coin();
      if (isNew) upgrade(draft.document);
      if (Array.isArray(held.type)) held.type = "string";
      held[draft.random.of(["oneOf", "anyOf"])] = values.map((value) =>
        isNew ? { const: value } : { type: typeof value, enum: [value] },
      );
    },
  ),
  ...siblingKinds,
  ofMedia(
    "media-types-3.2",
    "a call's media type is a component, as in 3.2",
    "response",
    (place, draft) => {
      upgrade(draft.document, "3.2.0");
      place.content[place.type] = {
        $ref: draft.component("mediaTypes", "Shared", copyOf(place.media)),
      };
    },
  ),
  ofMedia(
    "media-types-3.2-request",
    "a request's media type is a component, as in 3.2",
    "request",
    (place, draft) => {
      upgrade(draft.document, "3.2.0");
      place.content[place.type] = {
        $ref: draft.component("mediaTypes", "Asked", copyOf(place.media)),
      };
    },
  ),
];

/** Replaces one object by another one, wherever it occurs. */
function replaceAt(root: Value | undefined, before: Tree, after: Tree): void {
  if (typeof root !== "object" || root === null) return;
  for (const [key, value] of Object.entries(root)) {
    if (value === before) (root as Tree)[key] = after;
    else if (value !== after) replaceAt(value, before, after);
  }
}
