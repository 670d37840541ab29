import { fieldCheck, fieldList, objectCheck } from "../lower/names.js";
import type { Field, Flow, ObjectType } from "../model/model.js";
import { type Code, data, identifier, imported, joined, literal, local, type View } from "../text/code.js";
import { step } from "./pointer.js";
import { rulesPart } from "./rule-checks.js";
import { type Sets, setsOf, typeCheck } from "./type-check.js";
import { reachedFrom } from "./types.js";

/** `validate.ts`: one pass over the body's own keys, one small function a field, then the rules. */
export function validateView(flow: Flow): View {
  const sets = setsOf(flow);
  const rules = rulesPart(flow);
  const reached = reachedFrom(flow.body, flow);
  const objects = flow.objects.filter(({ name }) => reached.has(name)).map((object) => objectView(object, sets));
  const fields = flow.body.fields.map((field) => bodyField(field, flow.body.name, rules.fields.has(field.name), sets));
  const view = {
    sets: sets.views,
    names: data(flow.body.fields.map(({ name }) => name)),
    fields,
    locals: flow.body.fields.filter(({ name, required }) => required || rules.fields.has(name)).map(({ name }) => local(name)),
    required: flow.body.fields
      .filter(({ required }) => required)
      .map(({ name }) => ({ variable: local(name), path: literal(`/${step(name)}`) })),
    objects,
    ...rules.view,
  };
  return { ...view, uses: used(view, rules.uses) };
}

/** What the file imports: names that its own code calls, in the order in which the linter would have them. */
function used(view: View, called: ReadonlySet<string>): readonly Code[] {
  const text = JSON.stringify(view);
  const always = [
    "add",
    "type Found",
    "isRecord",
    "missing",
    "NOTHING",
    "ownFields",
    "type StandardSchema",
    "standardSchema",
    "stepTo",
    "unknownField",
    "unreadable",
  ];
  const types = ["type ValidateOptions", "type Violation", "wrongType"];
  const some = ["isDayShaped", "isDigits", "notLike", "notOneOf", "outside"].filter(
    (name) => text.includes(`${name}(`) || (name === "notOneOf" && text.includes('"choice"')),
  );
  return [...new Set([...always, ...types, ...some, ...called])].sort(byName).map(imported);
}

function byName(one: string, other: string): number {
  const [a, b] = [one, other].map((name) => name.replace("type ", "").toLowerCase()) as [string, string];
  return a < b ? -1 : a > b ? 1 : 0;
}

function bodyField(field: Field, body: string, inRules: boolean, sets: Sets): View {
  const place = { value: identifier("value"), path: literal(`/${step(field.name)}`), stem: literal(`/${step(field.name)}/`), depth: 0 };
  return {
    label: literal(field.name),
    variable: local(field.name),
    kept: field.required || inRules,
    check: identifier(fieldCheck(body, field.name)),
    type: typeCheck(field.type, field.limits, place, sets),
  };
}

/** A nested object is checked by functions of its own, which are told where it stands. */
function objectView(object: ObjectType, sets: Sets): View {
  const fields = object.fields.map((field) => {
    const path = joined`base + at + ${literal(`/${step(field.name)}`)}`;
    const stem = joined`base + at + ${literal(`/${step(field.name)}/`)}`;
    return {
      label: literal(field.name),
      check: identifier(fieldCheck(object.name, field.name)),
      type: typeCheck(field.type, field.limits, { value: identifier("value"), path, stem, depth: 0 }, sets),
      path,
    };
  });
  const required = object.fields.flatMap(({ required }, index) => (required ? [fields[index] as View] : []));
  const names = { name: identifier(fieldList(object.name)), list: data(object.fields.map(({ name }) => name)) };
  return { check: identifier(objectCheck(object.name)), names, fields, required };
}
