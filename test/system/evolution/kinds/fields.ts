// What an owner does to the fields of an object: which there are, which must be there, what is
// assumed.

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
 * What becomes of a field that the runtime reads, or of what holds one, cannot become of a report.
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

/** The object that a field is, where it is one with fields of its own. */
function objectIn(field: FieldPlace, draft: Draft): Tree | undefined {
  const held = draft.held(field);
  return isTree(held.properties) && held.allOf === undefined && held.oneOf === undefined
    ? held
    : undefined;
}

/** Fields of a body that our own rules or those of the prose may name: those at its top. */
const ofBody = (field: FieldPlace): boolean => field.side === "request" && field.depth === 0;

export const fieldKinds: readonly Kind[] = [
  ofField(
    "request-field-required",
    "a field of a request may not be left out any more",
    (field) => field.side === "request" && !required(field),
    ({ owner, key }) => require(owner, key),
  ),
  ofField(
    "request-field-optional",
    "a field of a request may be left out",
    (field) => field.side === "request" && required(field),
    ({ owner, key }) => release(owner, key),
  ),
  ofField(
    "response-field-required",
    "a field is always in a response",
    (field) => field.side === "response" && !required(field),
    ({ owner, key }) => require(owner, key),
  ),
  ofField(
    "response-field-optional",
    "a field may be missing from a response",
    (field) => field.side === "response" && required(field),
    ({ owner, key }) => release(owner, key),
  ),
  ofField(
    "request-field-nullable",
    "a field of a request takes null",
    (field, draft) => field.side === "request" && draft.held(field).nullable !== true,
    (field, draft) => {
      const held = draft.held(field);
      held.nullable = true;
      if (Array.isArray(held.enum) && draft.random.coin()) held.enum.push(null);
    },
  ),
  ofField(
    "response-field-nullable",
    "a field of a response may be null",
    (field, draft) => field.side === "response" && draft.held(field).nullable !== true,
    (field, draft) => {
      draft.held(field).nullable = true;
    },
  ),
  ofField(
    "field-not-nullable",
    "a field is never null any more",
    (field, draft) => draft.held(field).nullable === true,
    (field, draft) => {
      const held = draft.held(field);
      delete held.nullable;
      if (Array.isArray(held.enum)) held.enum = held.enum.filter((value) => value !== null);
    },
  ),
  kind("request-field-added", "a field that may be left out is new in a request", (draft) =>
    withField(draft, "request", false),
  ),
  kind("request-field-added-required", "a field that must be there is new in a request", (draft) =>
    withField(draft, "request", true),
  ),
  kind("response-field-added", "a field is new in a response", (draft) =>
    withField(draft, "response", draft.random.coin()),
  ),
  ofField(
    "request-field-removed",
    "a field of a request is gone",
    (field) => field.side === "request",
    remove,
  ),
  ofField(
    "response-field-removed",
    "a field of a response is gone",
    (field) => field.side === "response",
    (field, draft) => {
      const edit = unlessNeeded(field, draft, "without it there is no report");
      remove(field);
      return edit;
    },
  ),
  ofField(
    "request-field-renamed",
    "a field of a request has another name",
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
    "a field of a response has another name",
    (field) => field.side === "response",
    (field, draft) => {
      const edit = draft.isRead(field)
        ? refused(field.at, "nothing says that the other name means the same")
        : lives(field.at);
      rename(field.holder, field.key, `${field.key}_v2`);
      release(field.owner, field.key);
      return edit;
    },
  ),
  ofField(
    "rule-field-removed",
    "a field is gone that rules name",
    (field) =>
      ofBody(field) &&
      /date|hour|level|columns|_ids|_types|window|statuses|granularity/.test(field.key),
    remove,
  ),
  ofField(
    "field-read-only",
    "a field is for responses alone",
    (field) => field.side === "request",
    (field, draft) => {
      delete draft.held(field).writeOnly;
      draft.held(field).readOnly = true;
    },
  ),
  ofField(
    "field-write-only",
    "a field is for requests alone",
    (field) => field.side === "response",
    (field, draft) => {
      // What the runtime reads of a report it reads all the same.
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
        "next year, when the other one is there; see the changelog.";
    },
  ),
  ofField(
    "default-changed",
    "another value is assumed where a field is left out",
    (field, draft) => Array.isArray(draft.held(field).enum),
    (field, draft) => {
      draft.held(field).default = draft.random.of(listed(draft.held(field).enum)) ?? null;
    },
  ),
  ofField(
    "default-removed",
    "nothing is assumed any more where a field is left out",
    (field, draft) => draft.held(field).default !== undefined,
    (field, draft) => void delete draft.held(field).default,
  ),
  ofField(
    "default-outside-enum",
    "a default is none of the values",
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
    "the fields of an object stand in another order",
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
    "`required` names what is no property",
    () => true,
    ({ owner }) => require(owner, "never_described"),
  ),
  ofField(
    "required-reordered-and-repeated",
    "`required` names its fields in another order, one of them twice",
    required,
    ({ owner }) => {
      const names = listed(owner.required);
      owner.required = [...names.toReversed(), ...names.slice(0, 1)];
    },
  ),
  ofField(
    "field-of-anything",
    "a field may hold anything",
    (field) => field.side !== "parameter",
    (field, draft) => {
      const isAround = draft.isNeeded(field) && !draft.isRead(field);
      field.holder[field.key] = draft.random.coin() ? {} : { description: "Anything goes" };
      return isAround
        ? refused(field.at, "nothing says any more where the runtime reads")
        : undefined;
    },
  ),
  ofField(
    "fields-moved-into-object",
    "a field stands in an object of its own now",
    () => true,
    (field, draft) => {
      const { holder, key, owner, at, depth } = field;
      // All that a create is read for may stand in one object.
      const edit =
        key === "token" && depth === 0
          ? lives(at)
          : unlessNeeded(field, draft, "it stands where the runtime does not read it");
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
    "the fields of an object stand in what was around it",
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
    "a field stands in two parts of an object, alike",
    () => true,
    ({ owner, holder, key, at }) => {
      const part = { type: "object", properties: { [key]: copyOf(holder[key] ?? {}) } };
      owner.allOf = [...listed(owner.allOf), part];
      return lives(pointer(at, "twice"));
    },
  ),
  ofField(
    "object-emptied",
    "an object lists no fields any more",
    (field, draft) => objectIn(field, draft) !== undefined && field.depth > 0,
    (field, draft) => {
      const held = objectIn(field, draft) as Tree;
      const edit = Object.keys(tree(held.properties)).some((name) =>
        draft.isRead({ ...field, owner: held, key: name }),
      )
        ? refused(field.at, "what the runtime reads is gone")
        : lives(field.at);
      held.properties = {};
      delete held.required;
      return edit;
    },
  ),
  kind("columns-renamed", "the list of columns of a report has another name", (draft) => {
    const field = draft.pick(draft.fields("request").filter((one) => one.key === "columns"));
    if (field === undefined) return null;
    rename(field.holder, "columns", "metrics");
    if (required(field)) {
      release(field.owner, "columns");
      require(field.owner, "metrics");
    }
    return lives(field.at);
  }),
  kind(
    "columns-and-level-optional",
    "the columns and the level of a report may be left out",
    (draft) => {
      const field = draft.pick(draft.fields("request").filter((one) => one.key === "columns"));
      if (field === undefined) return null;
      for (const name of ["columns", "level", "granularity"]) release(field.owner, name);
      child(field.owner, "x-note").words = "left out on purpose";
      return lives(field.at);
    },
  ),
];
