import { type Code, data, identifier, joined, literal, local, property, type View } from "../code.js";
import type { Field, Flow, Limits, ObjectType, Request, Type, UnionType } from "../model/model.js";
import { step } from "./pointer.js";
import { rulesPart } from "./rule-checks.js";
import { type Sets, setsOf, typeCheck } from "./type-check.js";
import { reachedFrom } from "./types.js";
import { usedBy } from "./uses.js";

/** `validate.ts`: one pass over the body's own keys, one small function a field, then the rules. */
export function validateView(request: Request & Pick<Flow, "levels">): View {
  const { body } = request;
  const rowIds = (request.levels ?? []).filter(({ toldApartBy }) => toldApartBy.length > 0);
  const identified = ["level", "columns"];
  const sets = setsOf(request);
  const rules = rulesPart(request);
  const reached = reachedFrom(body, request);
  const whole = body.oneOf;
  const own = whole === undefined ? body.fields : [];
  const isRead = (name: string): boolean => rules.fields.has(name) || (rowIds.length > 0 && identified.includes(name));
  const kept = body.fields.filter(({ name, required }) => isRead(name) || (required && whole === undefined));
  const view = {
    sets: sets.views,
    names: data(body.fields.map(({ name }) => name)),
    fields: own.map((field) => bodyField(field, body.name, kept.includes(field), sets)),
    listed: whole === undefined,
    whole: whole === undefined ? joined`` : sets.names.object(whole),
    kept: kept.map(({ name }) => ({ label: literal(name), variable: local(name) })),
    locals: kept.map(({ name }) => local(name)),
    required: own.filter(({ required }) => required).map(({ name }) => ({ variable: local(name), path: literal(`/${step(name)}`) })),
    ...othersView(body, sets),
    ...(whole === undefined ? {} : { closed: false }),
    objects: request.objects.filter(({ name }) => reached.has(name)).map((object) => objectView(object, sets)),
    unions: (request.unions ?? []).filter(({ name }) => reached.has(name)).map((union) => unionView(union, sets)),
    ...rules.view,
    ruled: request.rules.length > 0,
    identified: rowIds.length > 0,
    rowIds: rowIds.map(({ name, toldApartBy }) => ({ level: property(name), groups: data(toldApartBy) })),
  };
  return { ...view, uses: usedBy(view, rowIds.length === 0 ? rules.uses : new Set([...rules.uses, "type RowIds", "withoutIds"])) };
}

function bodyField(field: Field, body: string, kept: boolean, sets: Sets): View {
  const place = { value: identifier("value"), path: literal(`/${step(field.name)}`), stem: literal(`/${step(field.name)}/`), depth: 0 };
  return {
    label: literal(field.name),
    variable: local(field.name),
    kept,
    check: sets.names.field(body, field.name),
    type: typeCheck(field.type, field.limits, place, sets),
  };
}

/** A nested object is checked by functions of its own, which are told where it stands. */
function objectView(object: ObjectType, sets: Sets): View {
  const fields = object.fields.map((field) => ({
    label: literal(field.name),
    check: sets.names.field(object.name, field.name),
    type: check(field.type, field.limits, `/${step(field.name)}`, sets),
    path: joined`base + at + ${literal(`/${step(field.name)}`)}`,
  }));
  const required = object.fields.flatMap(({ required }, index) => (required ? [fields[index] as View] : []));
  const names = { name: sets.names.fields(object.name), list: data(object.fields.map(({ name }) => name)) };
  return {
    check: sets.names.object(object.name),
    names,
    fields,
    required,
    walked: fields.length > 0 || object.others?.type.kind !== "any",
    ...othersView(object, sets),
  };
}

/** What is checked besides the fields that an object lists. */
function othersView({ name, others, least }: ObjectType, sets: Sets): { readonly [name: string]: View } {
  const checked = others !== undefined && others.type.kind !== "any";
  return {
    closed: others === undefined,
    checked,
    others: sets.names.others(name),
    otherType: checked ? check(others.type, others.limits, "", sets) : joined``,
    counted: least !== undefined,
    least: literal(least ?? 0),
  };
}

/** One of several: by what a field says, else whatever fits best. */
function unionView({ name, by, members }: UnionType, sets: Sets): View {
  const isNamed = by !== null && members.every(({ type }) => "name" in type && type.kind !== "enum");
  const options = members.map(({ type, limits, values }, index) => ({
    check: isNamed && "name" in type ? sets.names.object(type.name) : sets.names.option(name, index),
    type: check(type, limits, "", sets),
    labels: values.map((value) => literal(value)),
  }));
  return {
    check: sets.names.object(name),
    tagged: isNamed,
    tag: literal(by ?? ""),
    path: joined`base + at + ${literal(`/${step(by ?? "")}`)}`,
    allowed: data(members.flatMap(({ values }) => values)),
    options,
  };
}

/** The check of a value that a function is told the place of. */
function check(type: Type, limits: Limits, below: string, sets: Sets): View {
  const path: Code = below === "" ? joined`base + at` : joined`base + at + ${literal(below)}`;
  const stem = joined`base + at + ${literal(`${below}/`)}`;
  return typeCheck(type, limits, { value: identifier("value"), path, stem, depth: 0 }, sets);
}
