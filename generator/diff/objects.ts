import type { Field, ObjectType } from "../model/model.js";
import { type Data, type Found, type Side, stepOf } from "./change.js";
import type { Types } from "./resolve.js";
import type { Sides } from "./sides.js";
import { shown, typeInWords, whole } from "./words.js";

/** The fields of an object, by their names; in whatever order. */
export function compareObjects(old: ObjectType, now: ObjectType, place: string, sides: Sides): readonly Found[] {
  const [before, after] = [byName(old), byName(now)];
  const names = [...new Set([...after.keys(), ...before.keys()])];
  return [
    ...names.flatMap((name) => compareFields(before.get(name), after.get(name), place === "" ? name : `${place}.${name}`, sides)),
    ...compareOthers(old, now, place, sides),
  ];
}

function byName({ fields }: ObjectType): ReadonlyMap<string, Field> {
  return new Map(fields.map((field) => [field.name, field]));
}

function compareFields(old: Field | undefined, now: Field | undefined, place: string, sides: Sides): readonly Found[] {
  if (old !== undefined && now !== undefined)
    return [...compareRequired(old, now, place, sides.side), ...sides.inside(old, now, place), ...compareDefaults(old, now, place)];
  if (now !== undefined) {
    const step = sides.side === "request" && now.required ? "major" : "minor";
    const need = sides.side === "request" ? (now.required ? ", required" : ", optional") : now.required ? "" : ", optional";
    const text = `new: ${typeInWords(now.type, sides.now)}${need}`;
    return [{ place, kind: "field", step, text, old: null, new: data(now, sides.now) }];
  }
  if (old === undefined) return [];
  return [{ place, kind: "field", step: "major", text: "gone", old: data(old, sides.old), new: null }];
}

function data({ required, type }: Field, types: Types): Data {
  return { required, type: typeInWords(type, types, whole) };
}

function compareRequired(old: Field, now: Field, place: string, side: Side): readonly Found[] {
  if (old.required === now.required) return [];
  const step = stepOf(now.required ? "narrower" : "wider", side);
  const text =
    side === "request" ? (now.required ? "required now" : "optional now") : now.required ? "always there now" : "may be missing now";
  return [{ place, kind: "required", step, text, old: old.required, new: now.required }];
}

/** Who leaves a field out gets something else when its default changes; a default that is first told was there before. */
function compareDefaults(old: Field, now: Field, place: string): readonly Found[] {
  const [before, after] = [old.default, now.default];
  if (before === after) return [];
  const step = before === undefined || after === undefined ? "patch" : "major";
  const text = after === undefined ? `no default is told any more, was ${shown(before)}` : `default ${shown(after)}`;
  const was = before === undefined ? " is told now" : `, was ${shown(before)}`;
  return [{ place, kind: "default", step, text: after === undefined ? text : text + was, old: before ?? null, new: after ?? null }];
}

/** What stands under names that are not listed. */
function compareOthers(old: ObjectType, now: ObjectType, place: string, sides: Sides): readonly Found[] {
  const at = place === "" ? "*" : `${place}.*`;
  const least = compareLeast(old.least ?? 0, now.least ?? 0, place, sides.side);
  if (old.others !== undefined && now.others !== undefined) return [...least, ...sides.inside(old.others, now.others, at)];
  if (old.others === undefined && now.others === undefined) return least;
  const isNew = now.others !== undefined;
  const [verb, gone] = sides.side === "request" ? ["allowed", "not allowed any more"] : ["described", "not described any more"];
  const text = `fields of other names are ${isNew ? `${verb} now` : gone}`;
  return [...least, { place: at, kind: "field", step: isNew ? "minor" : "major", text, old: !isNew, new: isNew }];
}

function compareLeast(old: number, now: number, place: string, side: Side): readonly Found[] {
  if (old === now) return [];
  const step = side === "answer" ? "patch" : stepOf(now > old ? "narrower" : "wider", side);
  return [
    { place, kind: "limit", step, text: `at least ${now} fields, was ${old}`, old: { minProperties: old }, new: { minProperties: now } },
  ];
}
