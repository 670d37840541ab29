import type { Type } from "../model/model.js";
import { type Effect, type Found, type Side, stepOf } from "./change.js";
import { binding, compareLimits } from "./limits.js";
import { compareObjects } from "./objects.js";
import { type Bare, type Resolved, resolve, type Types, type Value } from "./resolve.js";
import type { Sides } from "./sides.js";
import { compareUnions } from "./unions.js";
import { bareInWords, counted, listed, whole } from "./words.js";

/** Both sides of one report or call. */
export function sidesOf(old: Types, now: Types, side: Side): Sides {
  const sides: Sides = {
    ...{ old, now, side },
    inside(before, after, place) {
      const types = compareTypes(before.type, after.type, place, sides);
      // Of a list where there was none, how long it may be is part of what is new.
      const isOther = isList(before.type, old) !== isList(after.type, now);
      if (isOther) return types;
      const [limits, limitsNow] = [
        binding(before.limits, resolve(before.type, old).bare),
        binding(after.limits, resolve(after.type, now).bare),
      ];
      return [...types, ...compareLimits(limits, limitsNow, place, side)];
    },
    simple: (before, after, place) => compareSimple(before, after, place, sides),
  };
  return sides;
}

function isList(type: Type, types: Types): boolean {
  return resolve(type, types).bare.kind === "array";
}

/** A type as it was and as it is, and all that it reaches. */
export function compareTypes(old: Type, now: Type, place: string, sides: Sides): readonly Found[] {
  const [before, after] = [resolve(old, sides.old), resolve(now, sides.now)];
  return [...compareNull(before.nullable, after.nullable, place, sides.side), ...compareBare(before, after, place, sides)];
}

function compareNull(old: boolean, now: boolean, place: string, side: Side): readonly Found[] {
  if (old === now) return [];
  const text =
    side === "request" ? (now ? "may be null now" : "may not be null any more") : now ? "may be null now" : "never null any more";
  return [{ place, kind: "type", step: stepOf(now ? "wider" : "narrower", side), text, old: { nullable: old }, new: { nullable: now } }];
}

function compareBare({ bare: old, type }: Resolved, { bare: now, type: nowType }: Resolved, place: string, sides: Sides): readonly Found[] {
  if (old.kind === "array" && now.kind === "array")
    return sides.inside({ type: old.items, limits: old.each }, { type: now.items, limits: now.each }, `${place}[]`);
  if (old.kind === "object" && now.kind === "object") return compareObjects(old.object, now.object, place, sides);
  if (old.kind === "union" || now.kind === "union") return compareUnions(type, nowType, place, sides);
  return compareSimple(old, now, place, sides);
}

function compareSimple(old: Bare, now: Bare, place: string, sides: Sides): readonly Found[] {
  if (old.kind === "values" && now.kind === "values") return compareValues(old.values, now.values, place, sides.side);
  if (old.kind === now.kind) return [];
  const [before, after] = [bareInWords(old, sides.old), bareInWords(now, sides.now)];
  const step = isNamed(old, now) && sides.side === "answer" ? "minor" : stepOf(effectOf(old, now), sides.side);
  const data = { old: bareInWords(old, sides.old, whole), new: bareInWords(now, sides.now, whole) };
  return [{ place, kind: "type", step, text: `${after} now, was ${before}`, ...data }];
}

/** Values that an answer may have: they come and go without notice, and the types are open for it. */
function compareValues(old: readonly Value[], now: readonly Value[], place: string, side: Side): readonly Found[] {
  const at = place.replace(/\[\]$/, "");
  const [gone, added] = [old.filter((value) => !now.includes(value)), now.filter((value) => !old.includes(value))];
  const isColumns = side === "request" && /(^|\.)columns$/.test(at);
  const [kind, noun] = isColumns ? (["columns", "column"] as const) : (["values", "value"] as const);
  const lost: Found = {
    ...{ place: at, kind, step: side === "answer" ? "minor" : "major", text: `${counted(gone.length, noun)} gone: ${listed(gone)}` },
    ...{ old: gone, new: null },
  };
  const more: Found = {
    place: at,
    kind,
    step: "minor",
    text: `${counted(added.length, `new ${noun}`)}: ${listed(added)}`,
    old: null,
    new: added,
  };
  return [...(gone.length > 0 ? [lost] : []), ...(added.length > 0 ? [more] : [])];
}

/** Texts of which some are named, for names in an answer are a help and no promise. */
function isNamed(...both: readonly Bare[]): boolean {
  return both.every(
    (bare) => bare.kind === "string" || (bare.kind === "values" && bare.values.every((value) => typeof value === "string")),
  );
}

function effectOf(old: Bare, now: Bare): Effect {
  if (isWithin(old, now)) return "wider";
  return isWithin(now, old) ? "narrower" : "other";
}

/** Whether every value of the one is one of the other; of types of different kinds. */
function isWithin(one: Bare, other: Bare): boolean {
  if (other.kind === "any") return true;
  if (one.kind === "integer") return other.kind === "number";
  if (one.kind !== "values") return false;
  return one.values.every((value) => (other.kind === "integer" ? Number.isInteger(value) : other.kind === (typeof value as string)));
}
