// Edits to the fields of an object: which exist, which are required, and their defaults.

import {
  child,
  copyOf,
  type Draft,
  define,
  type FieldPlace,
  isTree,
  listed,
  pointer,
  rename,
  type Tree,
  tree,
  type Value,
} from "../draft.js";
import { type Edit, type Kind, kind, lives, ofField, refused } from "../kind.js";

const required = ({ owner, key }: FieldPlace): boolean => listed(owner.required).includes(key);

function require(owner: Tree, name: string): undefined {
  owner.required = [...new Set([...listed(owner.required), name])];
}

function release(owner: Tree, name: string): undefined {
  const rest = listed(owner.required).filter((one) => one !== name);
  if (rest.length === 0) delete owner.required;
  else owner.required = rest;
}

/**
 * The edit of a field. If the runtime reads this field or one inside it, the description must be
 * rejected.
 */
function unlessNeeded(field: FieldPlace, draft: Draft, because: string): Edit {
  return draft.isNeeded(field) ? refused(field.at, because) : lives(field.at);
}

function remove({ owner, holder, key }: FieldPlace): undefined {
  delete holder[key];
  release(owner, key);
}

const MADE: readonly Tree[] = [
  { type: "string" },
  { type: "integer", minimum: 0 },
  { type: "number" },
  { type: "boolean", default: false },
  { type: "string", enum: ["SMALL", "LARGE"], default: "SMALL" },
  { type: "array", items: { type: "string" }, maxItems: 5 },
  {
    type: "object",
    properties: { first: { type: "string" }, second: { type: "integer" } },
    required: ["first"],
  },
  { type: "object", additionalProperties: { type: "number" } },
  { type: "string", format: "date" },
];

function withField(draft: Draft, side: "request" | "response", isRequired: boolean): Edit | null {
  const field = draft.pick(draft.fields(side));
  if (field === undefined) return null;
  const name = `brand_new_${draft.random.below(90) + 10}`;
  field.holder[name] = copyOf(draft.random.of(MADE)) as Tree;
  if (isRequired) require(field.owner, name);
  return lives(field.at.replace(/[^/]*$/, name));
}

/** The object in a field, if it has fields itself. */
function objectIn(field: FieldPlace, draft: Draft): Tree | undefined {
  const held = draft.held(field);
  return isTree(held.properties) && held.allOf === undefined && held.oneOf === undefined
    ? held
    : undefined;
}

/** Fields of a body that our own rules or the prose may name, which are the top-level ones. */
const ofBody = (field: FieldPlace): boolean => field.side === "request" && field.depth === 0;

export const fieldKinds: readonly Kind[] = [
  ofField(
    "request-field-required",
    "a request field becomes required",
    (field) => field.side === "request" && !required(field),
    ({ owner, key }) => require(owner, key),
  ),
  ofField(
    "request-field-optional",
    "a request field becomes optional",
    (field) => field.side === "request" && required(field),
    ({ owner, key }) => release(owner, key),
  ),
  ofField(
    "response-field-required",
    "a response field becomes required",
    (field) => field.side === "response" && !required(field),
    ({ owner, key }) => require(owner, key),
  ),
  ofField(
    "response-field-optional",
    "a response field becomes optional",
    (field) => field.side === "response" && required(field),
    ({ owner, key }) => release(owner, key),
  ),
  ofField(
    "request-field-nullable",
    "a request field becomes nullable",
    (field, draft) => field.side === "request" && draft.held(field).nullable !== true,
    (field, draft) => {
      const held = draft.held(field);
      held.nullable = true;
      if (Array.isArray(held.enum) && draft.random.coin()) held.enum.push(null);
    },
  ),
  ofField(
    "response-field-nullable",
    "a response field becomes nullable",
    (field, draft) => field.side === "response" && draft.held(field).nullable !== true,
    (field, draft) => {
      draft.held(field).nullable = true;
    },
  ),
  ofField(
    "field-not-nullable",
    "a field stops being nullable",
    (field, draft) => draft.held(field).nullable === true,
    (field, draft) => {
      const held = draft.held(field);
      delete held.nullable;
      if (Array.isArray(held.enum)) held.enum = held.enum.filter((value) => value !== null);
    },
  ),
  kind("request-field-added", "a request gets a new optional field", (draft) =>
    withField(draft, "request", false),
  ),
  kind("request-field-added-required", "a request gets a new required field", (draft) =>
    withField(draft, "request", true),
  ),
  kind("response-field-added", "a response gets a new field", (draft) =>
    withField(draft, "response", draft.random.coin()),
  ),
  ofField(
    "request-field-removed",
    "a request field is removed",
    (field) => field.side === "request",
    remove,
  ),
  ofField(
    "response-field-removed",
    "a response field is removed",
    (field) => field.side === "response",
    (field, draft) => {
      const edit = unlessNeeded(field, draft, "without it, a report cannot be read");
      remove(field);
      return edit;
    },
  ),
  ofField(
    "request-field-renamed",
    "a request field is renamed",
    (field) => field.side === "request",
    (field) => {
      rename(field.holder, field.key, `${field.key}_v2`);
      field.owner.required = listed(field.owner.required).map((name) =>
        name === field.key ? `${field.key}_v2` : name,
      );
      if (field.owner.required.length === 0) delete field.owner.required;
    },
  ),
  ofField(
    "response-field-renamed",
    "a response field is renamed",
    (field) => field.side === "response",
    (field, draft) => {
      const edit = draft.isRead(field)
        ? refused(field.at, "nothing identifies the renamed field")
        : lives(field.at);
      rename(field.holder, field.key, `${field.key}_v2`);
      release(field.owner, field.key);
      return edit;
    },
  ),
  ofField(
    "rule-field-removed",
    "a field that rules name is removed",
    (field) =>
      ofBody(field) &&
      /date|hour|level|columns|_ids|_types|window|statuses|granularity/.test(field.key),
    remove,
  ),
  ofField(
    "field-read-only",
    "a field becomes read-only",
    (field) => field.side === "request",
    (field, draft) => {
      delete draft.held(field).writeOnly;
      draft.held(field).readOnly = true;
    },
  ),
  ofField(
    "field-write-only",
    "a field becomes write-only",
    (field) => field.side === "response",
    (field, draft) => {
      // The runtime still reads the fields that a report needs.
      delete draft.held(field).readOnly;
      draft.held(field).writeOnly = true;
    },
  ),
  ofField(
    "field-deprecated",
    "a field is deprecated",
    () => true,
    (field, draft) => {
      draft.held(field).deprecated = true;
      draft.held(field)["x-deprecated-since"] =
        "next year in favour of another one; see the changelog.";
    },
  ),
  ofField(
    "default-changed",
    "a field gets another default",
    (field, draft) => Array.isArray(draft.held(field).enum),
    (field, draft) => {
      draft.held(field).default = draft.random.of(listed(draft.held(field).enum)) ?? null;
    },
  ),
  ofField(
    "default-removed",
    "a field loses its default",
    (field, draft) => draft.held(field).default !== undefined,
    (field, draft) => void delete draft.held(field).default,
  ),
  ofField(
    "default-outside-enum",
    "a default is not one of the values",
    (field, draft) => Array.isArray(draft.held(field).enum),
    (field, draft) => {
      draft.held(field).default = "NONE_OF_THEM";
    },
  ),
  ofField(
    "default-of-another-type",
    "a default is of another type than its field",
    (field, draft) =>
      ["string", "integer", "number", "boolean", "array"].includes(String(draft.held(field).type)),
    (field, draft) => {
      const wrong: readonly Value[] =
        draft.held(field).type === "string" ? [7, true, {}] : ["seven", { seven: 7 }];
      draft.held(field).default = copyOf(draft.random.of(wrong));
    },
  ),
  ofField(
    "properties-reordered",
    "an object's fields are reordered",
    () => true,
    ({ owner, at }, draft) => {
      const entries = Object.entries(tree(owner.properties));
      owner.properties = Object.fromEntries(
        draft.random.coin()
          ? entries.toReversed()
          : entries.toSorted(([one], [other]) => (one < other ? -1 : 1)),
      );
      return lives(at);
    },
  ),
  ofField(
    "required-without-property",
    "`required` names a property that does not exist",
    () => true,
    ({ owner }) => require(owner, "never_described"),
  ),
  ofField(
    "required-reordered-and-repeated",
    "`required` is reordered and has a duplicate",
    required,
    ({ owner }) => {
      const names = listed(owner.required);
      owner.required = [...names.toReversed(), ...names.slice(0, 1)];
    },
  ),
  ofField(
    "field-of-anything",
    "a field accepts any value",
    (field) => field.side !== "parameter",
    (field, draft) => {
      const isAround = draft.isNeeded(field) && !draft.isRead(field);
      field.holder[field.key] = draft.random.coin() ? {} : { description: "Anything goes" };
      return isAround
        ? refused(field.at, "the schema no longer describes what the runtime reads")
        : undefined;
    },
  ),
  ofField(
    "fields-moved-into-object",
    "a field moves into a new object",
    () => true,
    (field, draft) => {
      const { holder, key, owner, at, depth } = field;
      // Everything that is read from a create's response may be in one object.
      const edit =
        key === "token" && depth === 0
          ? lives(at)
          : unlessNeeded(field, draft, "it is not where the runtime reads it");
      const isNeeded = required(field);
      const moved = { [key]: holder[key] ?? {} };
      remove(field);
      holder.settings = { type: "object", properties: moved, ...(isNeeded && { required: [key] }) };
      if (isNeeded) require(owner, "settings");
      return edit;
    },
  ),
  ofField(
    "fields-moved-out-of-object",
    "an object's fields move into the enclosing object",
    (field, draft) => objectIn(field, draft) !== undefined,
    (field, draft) => {
      const held = objectIn(field, draft) as Tree;
      const isNeeded = required(field);
      const inner = copyOf(tree(held.properties));
      remove(field);
      for (const [name, one] of Object.entries(inner)) define(field.holder, name, one);
      if (isNeeded) for (const name of listed(held.required)) require(field.owner, String(name));
    },
  ),
  ofField(
    "field-inlined-twice",
    "two parts of an object have the same field",
    () => true,
    ({ owner, holder, key, at }) => {
      const part = { type: "object", properties: { [key]: copyOf(holder[key] ?? {}) } };
      owner.allOf = [...listed(owner.allOf), part];
      return lives(pointer(at, "twice"));
    },
  ),
  ofField(
    "object-emptied",
    "an object no longer lists its fields",
    (field, draft) => objectIn(field, draft) !== undefined && field.depth > 0,
    (field, draft) => {
      const held = objectIn(field, draft) as Tree;
      const edit = Object.keys(tree(held.properties)).some((name) =>
        draft.isRead({ ...field, owner: held, key: name }),
      )
        ? refused(field.at, "the fields that the runtime reads are gone")
        : lives(field.at);
      held.properties = {};
      delete held.required;
      return edit;
    },
  ),
  kind("columns-renamed", "a report's columns field is renamed", (draft) => {
    const field = draft.pick(draft.fields("request").filter((one) => one.key === "columns"));
    if (field === undefined) return null;
    rename(field.holder, "columns", "metrics");
    if (required(field)) {
      release(field.owner, "columns");
      require(field.owner, "metrics");
    }
    return lives(field.at);
  }),
  kind("columns-and-level-optional", "a report's columns and level become optional", (draft) => {
    const field = draft.pick(draft.fields("request").filter((one) => one.key === "columns"));
    if (field === undefined) return null;
    for (const name of ["columns", "level", "granularity"]) release(field.owner, name);
    child(field.owner, "x-note").words = "left out on purpose";
    return lives(field.at);
  }),
];
