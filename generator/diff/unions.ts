import type { Member, Type } from "../model/model.js";
import { type Found, stepOf } from "./change.js";
import { type Bare, resolve, signature, type Types } from "./resolve.js";
import type { Sides } from "./sides.js";
import { counted, type Listing, listed, typeInWords, whole } from "./words.js";

type Pair = readonly [old: Member, now: Member];

/** One of several types, each beside the one that it was: what has no other is gone or new. */
export function compareUnions(old: Type, now: Type, place: string, sides: Sides): readonly Found[] {
  const [before, after] = [membersOf(old, sides.old), membersOf(now, sides.now)];
  const tagged = taggedPairs(old, now, sides);
  const pairs = tagged?.pairs ?? paired(before, after, sides);
  const gone = before.filter((member) => !pairs.some(([one]) => one.type === member.type));
  const added = after.filter((member) => !pairs.some(([, other]) => other.type === member.type));
  return [
    ...(tagged === null ? [] : sides.simple(...tagged.tags, `${place}.${tagged.by}`)),
    ...pairs.flatMap(([one, other]) => {
      const at = place + label(one, other);
      return sides.inside(one, other, at).filter((found) => tagged === null || !isAboutTag(found, `${at}.${tagged.by}`));
    }),
    ...forms(gone, "gone", place, sides),
    ...forms(added, "new", place, sides),
  ];
}

function forms(all: readonly Member[], became: "gone" | "new", place: string, { old, now, side }: Sides): readonly Found[] {
  if (all.length === 0) return [];
  const isNew = became === "new";
  const [names, data] = [listed, whole].map((list) => all.map((member) => memberInWords(member, isNew ? now : old, list))) as [
    string[],
    string[],
  ];
  const text = isNew ? `${counted(all.length, "new form")}: ${listed(names)}` : `${counted(all.length, "form")} gone: ${listed(names)}`;
  const step = stepOf(isNew ? "wider" : "narrower", side);
  return [{ place, kind: "type", step, text, old: isNew ? null : data, new: isNew ? data : null }];
}

/** What is no union has one form. */
function membersOf(type: Type, types: Types): readonly Member[] {
  const { bare } = resolve(type, types);
  return bare.kind === "union" ? bare.members : [{ type, limits: {}, values: [] }];
}

interface Tagged {
  readonly by: string;
  readonly pairs: readonly Pair[];
  /** What the field that says which form it is may say, in each. */
  readonly tags: readonly [old: Bare, now: Bare];
}

/** An object with the field that tells forms apart is each of those that this field can name; null where neither is such an object. */
function taggedPairs(old: Type, now: Type, sides: Sides): Tagged | null {
  const [before, after] = [resolve(old, sides.old).bare, resolve(now, sides.now).bare];
  if (before.kind === "object") return formsOf([old, before, sides.old], after, (object, form) => [object, form]);
  return after.kind === "object" ? formsOf([now, after, sides.now], before, (object, form) => [form, object]) : null;
}

type Whole = readonly [type: Type, bare: Bare & { readonly kind: "object" }, types: Types];

function formsOf(
  [type, { object }, types]: Whole,
  union: Bare,
  sorted: <One>(object: One, form: One) => readonly [old: One, now: One],
): Tagged | null {
  const by = union.kind === "union" ? union.by : null;
  const field = object.fields.find(({ name }) => name === by);
  if (union.kind !== "union" || by === null || field === undefined) return null;
  const { bare } = resolve(field.type, types);
  const named = union.members.filter(({ values }) =>
    values.some((value) => (bare.kind === "values" ? bare.values.includes(value) : bare.kind === "string")),
  );
  if (named.length === 0) return null;
  const whole: Member = { type, limits: {}, values: [] };
  const tags: Bare = { kind: "values", values: named.flatMap(({ values }) => values) };
  return { by, pairs: named.map((form) => sorted<Member>(whole, form)), tags: sorted<Bare>(bare, tags) };
}

/** What each form says in that field is told of all together. */
function isAboutTag({ place, kind, old }: Found, tag: string): boolean {
  return place === tag && (kind === "values" || (kind === "type" && typeof old === "string"));
}

/** By what tells them apart, then those that are the same, then those of the same kind. */
function paired(old: readonly Member[], now: readonly Member[], sides: Sides): readonly Pair[] {
  const ways: readonly ((one: Member, other: Member) => boolean)[] = [
    (one, other) => one.values.some((value) => other.values.includes(value)),
    (one, other) => isUntold(one, other) && signature(one.type, sides.old) === signature(other.type, sides.now),
    (one, other) => isUntold(one, other) && resolve(one.type, sides.old).bare.kind === resolve(other.type, sides.now).bare.kind,
  ];
  const pairs = new Map<Member, Member>();
  const taken = new Set<Member>();
  for (const way of ways) {
    for (const one of old.filter((member) => !pairs.has(member))) {
      const other = now.find((member) => !taken.has(member) && way(one, member));
      if (other === undefined) continue;
      pairs.set(one, other);
      taken.add(other);
    }
  }
  return [...pairs];
}

/** Two that something else tells apart are never one. */
function isUntold(one: Member, other: Member): boolean {
  return one.values.length === 0 || other.values.length === 0;
}

/** What both are told by; where something tells only the one, that. */
function label(one: Member, other: Member): string {
  const both = isUntold(one, other) ? [...one.values, ...other.values] : one.values.filter((value) => other.values.includes(value));
  return both.length === 0 ? "" : `<${both.join("|")}>`;
}

function memberInWords({ type, values }: Member, types: Types, list: Listing): string {
  return values.length > 0 ? list(values) : typeInWords(type, types, list);
}
