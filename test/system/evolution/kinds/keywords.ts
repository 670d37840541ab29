// Edits that add keywords which no type can express. Each keyword must be checked, or a line must
// say that it is not.

import { copyOf, type Draft, type FieldPlace, isTree, listed, type Tree, tree } from "../draft.js";
import { type Edit, type Kind, lives, ofField, told } from "../kind.js";
import { upgrade } from "./newer.js";

type Fits = (field: FieldPlace, draft: Draft) => boolean;

const ofRequest = (field: FieldPlace): boolean => field.side === "request" && field.depth === 0;

const isList: Fits = (field, draft) =>
  ofRequest(field) && draft.held(field).type === "array" && isTree(draft.held(field).items);

const isText: Fits = (field, draft) =>
  ofRequest(field) && draft.held(field).type === "string" && draft.held(field).enum === undefined;

const isNumber: Fits = (field, draft) =>
  field.side === "request" && ["integer", "number"].includes(String(draft.held(field).type));

/** A kind that adds keywords to the object that contains a field. */
function ofOwner(
  name: string,
  says: string,
  keywords: (field: FieldPlace, draft: Draft) => Tree,
  line: RegExp | null,
  { isNew = true }: { readonly isNew?: boolean } = {},
): Kind {
  const fits: Fits = (field) => {
    const names = optional(field);
    return ofRequest(field) && names.includes(field.key) && names.length > 1;
  };
  return ofField(name, says, fits, (field, draft): Edit => {
    if (isNew) upgrade(draft.document);
    Object.assign(field.owner, keywords(field, draft));
    return line === null ? lives(field.at) : told(field.at, line);
  });
}

/** A kind that adds keywords to one field. */
function ofOne(
  name: string,
  says: string,
  fits: Fits,
  keywords: (held: Tree, draft: Draft) => Tree,
  line: RegExp | null = null,
  { isNew = true }: { readonly isNew?: boolean } = {},
): Kind {
  return ofField(name, says, fits, (field, draft): Edit => {
    if (isNew) upgrade(draft.document);
    const own = copyOf(draft.held(field));
    field.holder[field.key] = { ...own, ...keywords(own, draft) };
    return line === null ? lives(field.at) : told(field.at, line);
  });
}

/**
 * The optional fields of the same object, except hours, which are only allowed with some values.
 */
function optional({ owner }: FieldPlace): readonly string[] {
  const required = listed(owner.required);
  return Object.keys(tree(owner.properties)).filter(
    (name) => !required.includes(name) && !name.endsWith("_hour"),
  );
}

function other(field: FieldPlace, draft: Draft): string {
  return draft.random.of(optional(field).filter((name) => name !== field.key));
}

/** A condition that depends on more than one field's presence or value. */
const CONDITION: Tree = { minProperties: 2, not: { required: ["never_there"] } };

function conditional(test: Tree, consequence: Tree): Tree {
  return Object.fromEntries([["if", test] as const, ["then", consequence] as const]);
}

export const keywordKinds: readonly Kind[] = [
  ofOwner(
    "condition-in-words-of-schema",
    "a field is required under a complex condition",
    ({ key }) => conditional(copyOf(CONDITION), { required: [key] }),
    /`if`|`then`/,
  ),
  ofOwner(
    "condition-by-value",
    "a field is required if another one has a certain value",
    (field, draft) => {
      const name = other(field, draft);
      const [value = "ONE"] = listed(draft.followed(tree(field.owner.properties)[name]).enum);
      return conditional(
        { properties: { [name]: { const: value } }, required: [name] },
        { required: [field.key] },
      );
    },
    null,
  ),
  ofOwner(
    "field-asks-for-field",
    "a field is required if another one is present",
    (field, draft) => ({ dependentRequired: { [field.key]: [other(field, draft)] } }),
    null,
  ),
  ofOwner(
    "field-asks-for-schema",
    "a schema applies if a field is present",
    ({ key }) => ({ dependentSchemas: { [key]: { minProperties: 2 } } }),
    /`dependentSchemas`/,
  ),
  ofOwner(
    "fields-match",
    "fields whose names match a pattern contain numbers",
    () => ({ patternProperties: { "^x_": { type: "number" } } }),
    /`patternProperties`/,
  ),
  ofOwner(
    "names-match",
    "field names must match a pattern",
    () => ({ propertyNames: { pattern: "^[a-z_]+$" } }),
    /`propertyNames`/,
  ),
  ofOwner(
    "fields-not-together",
    "a schema forbids two fields together",
    (field, draft) => ({ not: { required: [field.key, other(field, draft)] } }),
    null,
    { isNew: false },
  ),
  ofOwner(
    "fields-at-least-one",
    "a schema requires one of two fields",
    (field, draft) => ({
      anyOf: [{ required: [field.key] }, { required: [other(field, draft)] }],
    }),
    null,
    { isNew: false },
  ),
  ofOwner(
    "fields-counted",
    "an object has a minimum and maximum number of fields",
    ({ owner }) => ({
      minProperties: Math.max(1, listed(owner.required).length),
      // Other parts of the same object may have more fields.
      maxProperties: Object.keys(tree(owner.properties)).length + 100,
    }),
    null,
    { isNew: false },
  ),
  ofOne(
    "list-contains",
    "a list must contain an item other than a certain value",
    isList,
    () => ({ contains: { not: { const: "NEVER_THIS" } }, minContains: 1 }),
    /`contains`/,
  ),
  ofOne(
    "list-unique",
    "a list's items must be unique",
    isList,
    () => ({ uniqueItems: true }),
    null,
    {
      isNew: false,
    },
  ),
  ofOne(
    "number-below",
    "a number is less than a limit",
    isNumber,
    () => ({ maximum: 1_000_000, exclusiveMaximum: true }),
    null,
    { isNew: false },
  ),
  ofOne(
    "number-below-3.1",
    "a number is less than a limit, in the syntax of 3.1",
    isNumber,
    () => ({
      exclusiveMaximum: 1_000_000,
    }),
  ),
  ofOne(
    "number-above-3.1",
    "a number is more than a limit, in the syntax of 3.1",
    isNumber,
    () => ({
      exclusiveMinimum: 0,
    }),
  ),
  ofOne(
    "number-in-steps",
    "a number must be a multiple of a step",
    isNumber,
    ({ type }) => ({ multipleOf: type === "number" ? 0.01 : 5 }),
    null,
    { isNew: false },
  ),
  ofOne(
    "text-not",
    "some strings are forbidden",
    isText,
    () => ({ not: { enum: ["NEVER_THIS", "NOR_THIS"] } }),
    /`not`/,
    { isNew: false },
  ),
  ofOne("text-holds-json", "a string contains JSON with a schema", isText, () => ({
    contentMediaType: "application/json",
    contentSchema: { type: "object", required: ["a"] },
  })),
  ofField(
    "body-date-formatted",
    "there is a new field for a date or time",
    ofRequest,
    ({ holder, at }, draft) => {
      holder[`brand_new_day_${draft.random.below(90) + 10}`] = {
        type: "string",
        format: draft.random.of(["date", "date-time"]),
      };
      return lives(at);
    },
  ),
];
