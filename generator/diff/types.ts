import { isMultiple } from "../../runtime/validation/multiples.js";
import { pluralize } from "../../runtime/validation/wording.js";
import { type Comparison, comparePatterns } from "../lower/pattern-language.js";
import type { Field, Limits, Member, ObjectType, Type } from "../model/model.js";
import { type Data, type Effect, type FlowChange, type Side, stepOf } from "./change.js";
import {
  type Bare,
  bareInWords,
  fullListInWords,
  type Listing,
  listInWords,
  type Resolved,
  type RulesComparison,
  resolveType,
  type Sides,
  type Types,
  typeInWords,
  typeSignature,
  type Value,
  valueInWords,
} from "./shape.js";

type Name = keyof Limits;

/** Limits in words; `#` stands for the limit's value. */
const WORDS: Readonly<Record<Name, string>> = {
  pattern: "matches #",
  format: "a #",
  minimum: "at least #",
  exclusiveMinimum: "above #",
  maximum: "at most #",
  exclusiveMaximum: "below #",
  multipleOf: "a multiple of #",
  minLength: "at least # characters",
  maxLength: "at most # characters",
  minItems: "at least # items",
  maxItems: "at most # items",
  uniqueItems: "without duplicate items",
};

const FORMATS: Readonly<Record<string, string>> = {
  date: "calendar date (YYYY-MM-DD)",
  "date-time": "time with a UTC offset",
};

const UPPER: readonly Name[] = ["maximum", "exclusiveMaximum", "maxLength", "maxItems"];
const LOWER: readonly Name[] = ["minimum", "exclusiveMinimum", "minLength", "minItems"];

const NUMBERS: readonly Name[] = [
  ...(["minimum", "exclusiveMinimum", "maximum", "exclusiveMaximum", "multipleOf"] as const),
];

/**
 * The limits that are checked, by kind of value. Other limits have no effect, such as `minItems` on
 * a string or a pattern on an enum, so removing them is not a change.
 */
const BINDING: { readonly [kind in Bare["kind"]]: readonly Name[] } = {
  string: ["pattern", "format", "minLength", "maxLength"],
  integer: NUMBERS,
  number: NUMBERS,
  array: ["minItems", "maxItems", "uniqueItems"],
  ...{ boolean: [], values: [], any: [], bytes: [] },
  // Limits inside objects and unions belong to their fields and members.
  ...{ object: [], union: [] },
};

/** The limits that are checked for a value of this kind. */
function applicableLimits(limits: Limits, { kind }: Bare): Limits {
  return Object.fromEntries(
    Object.entries(limits).filter(([name]) => BINDING[kind].includes(name as Name)),
  );
}

/**
 * Changes to the limits on the value at `path`, one change for each limit. In a request, a tighter
 * limit is major and a looser one minor. In a response, all changes are patches, because responses
 * are not checked. A minimum of 0 characters or items is not a limit. Patterns that accept the same
 * strings are equal; patterns that cannot be compared count as tighter.
 */
function compareLimits(
  old: Limits,
  current: Limits,
  path: string,
  side: Side,
): readonly FlowChange[] {
  return (Object.keys(WORDS) as Name[]).flatMap((name): FlowChange[] => {
    const [before, after] = [limit(old, name), limit(current, name)];
    if (before === after || (name === "pattern" && patterns(before, after) === "same")) return [];
    const step =
      side === "response"
        ? "patch"
        : stepOf(isTighter(name, before, after) ? "narrower" : "wider", side);
    return [
      {
        path,
        kind: "limit",
        step,
        text: text(name, before, after),
        old: limitData(name, before),
        new: limitData(name, after),
      },
    ];
  });
}

type Amount = string | number | boolean | undefined;

/** A limit on a value. A minimum of 0 characters or items is not a limit. */
function limit(limits: Limits, name: Name): Amount {
  const amount = limits[name];
  return amount === 0 && (name === "minLength" || name === "minItems") ? undefined : amount;
}

/**
 * Compares the strings that two patterns accept. Without a pattern, every string is accepted. Null
 * if the patterns cannot be compared.
 */
function patterns(before: Amount, after: Amount): Comparison | null {
  return comparePatterns(String(before ?? ""), String(after ?? ""));
}

/** Whether the new limit is tighter. A pattern that cannot be compared counts as tighter. */
function isTighter(name: Name, before: Amount, after: Amount): boolean {
  if (name === "pattern") return patterns(before, after) !== "wider";
  if (after === undefined) return false;
  if (before === undefined) return true;
  if (name === "multipleOf") return !isMultiple(Number(before), Number(after));
  if (UPPER.includes(name)) return after < before;
  return LOWER.includes(name) ? after > before : true;
}

/** The text of a change to a limit. */
function text(name: Name, before: Amount, after: Amount): string {
  if (after === undefined) return `no longer ${limitInWords(name, before)}`;
  if (before === undefined) return `now ${limitInWords(name, after)}`;
  return `${limitInWords(name, after)}, was ${before}`;
}

/** A limit in words, such as "at most 5 items". */
function limitInWords(name: Name, amount: Amount): string {
  const inWords = name === "format" ? FORMATS[String(amount)] : amount;
  const words = WORDS[name].replace("#", () => String(inWords));
  return amount === 1 ? words.replace(/s$/, "") : words;
}

/** A limit as data for the change; null if there is none. */
function limitData(name: Name, amount: Amount): FlowChange["old"] {
  return amount === undefined ? null : { [name]: amount };
}

/**
 * Changes to an object's fields, matched by name. They are followed by changes to the minimum and
 * maximum number of properties, to additional properties, and to rules. `path` is empty for the
 * request itself.
 */
function compareObjects(
  old: ObjectType,
  current: ObjectType,
  path: string,
  sides: Sides,
): readonly FlowChange[] {
  const [before, after] = [byName(old), byName(current)];
  const names = [...new Set([...after.keys(), ...before.keys()])];
  return [
    ...names.flatMap((name) =>
      compareFields(
        before.get(name),
        after.get(name),
        path === "" ? name : `${path}.${name}`,
        sides,
      ),
    ),
    ...compareAdditional(old, current, path, sides),
    ...sides.rules(old, current, path),
  ];
}

/** An object's fields, keyed by name. */
function byName({ fields }: ObjectType): ReadonlyMap<string, Field> {
  return new Map(fields.map((field) => [field.name, field]));
}

/** Changes to a field. Undefined means that a version lacks the field. */
function compareFields(
  old: Field | undefined,
  current: Field | undefined,
  path: string,
  sides: Sides,
): readonly FlowChange[] {
  if (old !== undefined && current !== undefined)
    return [
      ...compareRequired(old, current, path, sides.side),
      ...sides.inside(old, current, path),
      ...compareDefaults(old, current, path),
    ];
  if (current !== undefined) {
    const step = sides.side === "request" && current.required ? "major" : "minor";
    const need =
      sides.side === "request"
        ? current.required
          ? ", required"
          : ", optional"
        : current.required
          ? ""
          : ", optional";
    const text = `new: ${typeInWords(current.type, sides.current)}${need}`;
    return [{ path, kind: "field", step, text, old: null, new: data(current, sides.current) }];
  }
  if (old === undefined) return [];
  return [
    { path, kind: "field", step: "major", text: "removed", old: data(old, sides.old), new: null },
  ];
}

/** A field as data for the change: its type in words, and whether it is required. */
function data({ required, type }: Field, types: Types): Data {
  return { required, type: typeInWords(type, types, fullListInWords) };
}

/** The change if a field became required or optional, as a list. */
function compareRequired(
  old: Field,
  current: Field,
  path: string,
  side: Side,
): readonly FlowChange[] {
  if (old.required === current.required) return [];
  const step = stepOf(current.required ? "narrower" : "wider", side);
  const text =
    side === "request"
      ? current.required
        ? "now required"
        : "now optional"
      : current.required
        ? "now always present"
        : "may now be missing";
  return [{ path, kind: "required", step, text, old: old.required, new: current.required }];
}

/**
 * Changes to a default. A different value is major, because it changes the meaning of requests
 * without the field. A default that is newly documented, or no longer documented, is a patch.
 */
function compareDefaults(old: Field, current: Field, path: string): readonly FlowChange[] {
  const [before, after] = [old.default, current.default];
  if (before === after) return [];
  const step = before === undefined || after === undefined ? "patch" : "major";
  const text =
    after === undefined
      ? `default no longer documented, was ${valueInWords(before)}`
      : `default ${valueInWords(after)}`;
  const suffix = before === undefined ? " now documented" : `, was ${valueInWords(before)}`;
  return [
    {
      path,
      kind: "default",
      step,
      text: after === undefined ? text : text + suffix,
      old: before ?? null,
      new: after ?? null,
    },
  ];
}

/** Changes to additional properties. */
function compareAdditional(
  old: ObjectType,
  current: ObjectType,
  path: string,
  sides: Sides,
): readonly FlowChange[] {
  const at = path === "" ? "*" : `${path}.*`;
  const countChanges = compareCounts(old, current, path, sides.side);
  if (old.additionalProperties !== undefined && current.additionalProperties !== undefined)
    return [
      ...countChanges,
      ...sides.inside(old.additionalProperties, current.additionalProperties, at),
    ];
  if (old.additionalProperties === undefined && current.additionalProperties === undefined)
    return countChanges;
  const isNew = current.additionalProperties !== undefined;
  const [verb, gone] =
    sides.side === "request"
      ? ["allowed", "no longer allowed"]
      : ["described", "no longer described"];
  const text = `additional fields are ${isNew ? `now ${verb}` : gone}`;
  return [
    ...countChanges,
    { path: at, kind: "field", step: isNew ? "minor" : "major", text, old: !isNew, new: isNew },
  ];
}

/** Changes to the minimum and maximum number of properties. */
function compareCounts(
  old: ObjectType,
  current: ObjectType,
  path: string,
  side: Side,
): readonly FlowChange[] {
  const change = (
    name: "minProperties" | "maxProperties",
    words: string,
    none: number,
  ): readonly FlowChange[] => {
    const [before, after] = [old[name] ?? none, current[name] ?? none];
    if (before === after) return [];
    const isNarrower = name === "minProperties" ? after > before : after < before;
    const step = side === "response" ? "patch" : stepOf(isNarrower ? "narrower" : "wider", side);
    const count = (fields: number): string =>
      Number.isFinite(fields) ? String(fields) : "any number";
    return [
      {
        path,
        kind: "limit",
        step,
        text: Number.isFinite(after)
          ? `${words} ${pluralize(after, "field")}, was ${count(before)}`
          : `any number of fields, was ${words} ${before}`,
        old: Number.isFinite(before) ? { [name]: before } : null,
        new: Number.isFinite(after) ? { [name]: after } : null,
      },
    ];
  };
  return [
    ...change("minProperties", "at least", 0),
    ...change("maxProperties", "at most", Number.POSITIVE_INFINITY),
  ];
}

type Pair = readonly [old: Member, current: Member];

/**
 * Changes to a union. Members are paired by a common discriminator value, then by equal type, then
 * by kind. The members of each pair are compared; all other members are reported as removed or new.
 * A type that is not a union counts as its own single member. An object with the discriminator
 * field is paired with each member that the field can name.
 */
function compareUnions(
  old: Type,
  current: Type,
  path: string,
  sides: Sides,
): readonly FlowChange[] {
  const [before, after] = [membersOf(old, sides.old), membersOf(current, sides.current)];
  const byDiscriminator = taggedPairs(old, current, sides);
  const pairs = byDiscriminator?.pairs ?? paired(before, after, sides);
  const gone = before.filter(
    (member) => !pairs.some(([oldMember]) => oldMember.type === member.type),
  );
  const added = after.filter(
    (member) => !pairs.some(([, newMember]) => newMember.type === member.type),
  );
  return [
    ...(byDiscriminator === null
      ? []
      : sides.simple(...byDiscriminator.tags, `${path}.${byDiscriminator.discriminator}`)),
    ...pairs.flatMap(([oldMember, newMember]) => {
      const at = path + label(oldMember, newMember);
      return sides
        .inside(oldMember, newMember, at)
        .filter(
          (change) =>
            byDiscriminator === null ||
            !isAboutTag(change, `${at}.${byDiscriminator.discriminator}`),
        );
    }),
    ...memberChanges(gone, "gone", path, sides),
    ...memberChanges(added, "new", path, sides),
  ];
}

/** One change for all removed or all added members, as a list. Empty if there are no members. */
function memberChanges(
  all: readonly Member[],
  became: "gone" | "new",
  path: string,
  { old, current, side }: Sides,
): readonly FlowChange[] {
  if (all.length === 0) return [];
  const isNew = became === "new";
  const [names, data] = [listInWords, fullListInWords].map((list) =>
    all.map((member) => memberInWords(member, isNew ? current : old, list)),
  ) as [string[], string[]];
  const text = isNew
    ? `${pluralize(all.length, "new variant")}: ${listInWords(names)}`
    : `${pluralize(all.length, "variant")} removed: ${listInWords(names)}`;
  const step = stepOf(isNew ? "wider" : "narrower", side);
  return [{ path, kind: "type", step, text, old: isNew ? null : data, new: isNew ? data : null }];
}

/** Members of a union. Any other type is its own single member. */
function membersOf(type: Type, types: Types): readonly Member[] {
  const { bare } = resolveType(type, types);
  return bare.kind === "union" ? bare.members : [{ type, limits: {}, values: [] }];
}

interface Tagged {
  readonly discriminator: string;
  readonly pairs: readonly Pair[];
  /** Values of the discriminator field, old and new. */
  readonly tags: readonly [old: Bare, current: Bare];
}

/**
 * Pairs an object with each union member that the object's discriminator field can name. Null if
 * neither type is such an object.
 */
function taggedPairs(old: Type, current: Type, sides: Sides): Tagged | null {
  const [before, after] = [
    resolveType(old, sides.old).bare,
    resolveType(current, sides.current).bare,
  ];
  if (before.kind === "object")
    return pairForms([old, before, sides.old], after, (object, form) => [object, form]);
  return after.kind === "object"
    ? pairForms([current, after, sides.current], before, (object, form) => [form, object])
    : null;
}

type TypedObject = readonly [type: Type, bare: Bare & { readonly kind: "object" }, types: Types];

/**
 * Pairs the object with the union members that its discriminator field can name. Null if there are
 * none, or if the other type is not a union with that discriminator.
 */
function pairForms(
  [type, { object }, types]: TypedObject,
  union: Bare,
  inOrder: <One>(object: One, form: One) => readonly [old: One, current: One],
): Tagged | null {
  const discriminator = union.kind === "union" ? union.discriminator : null;
  const field = object.fields.find(({ name }) => name === discriminator);
  if (union.kind !== "union" || discriminator === null || field === undefined) return null;
  const { bare } = resolveType(field.type, types);
  const named = union.members.filter(({ values }) =>
    values.some((value) =>
      bare.kind === "values" ? bare.values.includes(value) : bare.kind === "string",
    ),
  );
  if (named.length === 0) return null;
  const asMember: Member = { type, limits: {}, values: [] };
  const tags: Bare = { kind: "values", values: named.flatMap(({ values }) => values) };
  return {
    discriminator,
    pairs: named.map((form) => inOrder<Member>(asMember, form)),
    tags: inOrder<Bare>(bare, tags),
  };
}

/**
 * Whether a change is about the discriminator's values, which are reported once for all members.
 */
function isAboutTag({ path, kind, old }: FlowChange, tag: string): boolean {
  return path === tag && (kind === "values" || (kind === "type" && typeof old === "string"));
}

/** Pairs members by discriminator values, then equal types, then types of the same kind. */
function paired(old: readonly Member[], current: readonly Member[], sides: Sides): readonly Pair[] {
  const criteria: readonly ((oldMember: Member, newMember: Member) => boolean)[] = [
    (oldMember, newMember) => oldMember.values.some((value) => newMember.values.includes(value)),
    (oldMember, newMember) =>
      lacksValues(oldMember, newMember) &&
      typeSignature(oldMember.type, sides.old) === typeSignature(newMember.type, sides.current),
    (oldMember, newMember) =>
      lacksValues(oldMember, newMember) &&
      resolveType(oldMember.type, sides.old).bare.kind ===
        resolveType(newMember.type, sides.current).bare.kind,
  ];
  const pairs = new Map<Member, Member>();
  const used = new Set<Member>();
  for (const isPair of criteria) {
    for (const oldMember of old.filter((member) => !pairs.has(member))) {
      const newMember = current.find((member) => !used.has(member) && isPair(oldMember, member));
      if (newMember === undefined) continue;
      pairs.set(oldMember, newMember);
      used.add(newMember);
    }
  }
  return [...pairs];
}

/**
 * Whether at least one of the members has no discriminator values. Such members can be paired
 * without a common value.
 */
function lacksValues(oldMember: Member, newMember: Member): boolean {
  return oldMember.values.length === 0 || newMember.values.length === 0;
}

/**
 * The part of a path that names a union member, such as `<a|b>`. It lists the discriminator values
 * that both members have, or all values of one member if the other has none. Empty if there are no
 * values.
 */
function label(oldMember: Member, newMember: Member): string {
  const both = lacksValues(oldMember, newMember)
    ? [...oldMember.values, ...newMember.values]
    : oldMember.values.filter((value) => newMember.values.includes(value));
  return both.length === 0 ? "" : `<${both.join("|")}>`;
}

/** A member in words: its discriminator values, or else its type. */
function memberInWords({ type, values }: Member, types: Types, list: Listing): string {
  return values.length > 0 ? list(values) : typeInWords(type, types, list);
}

/**
 * Sets up the comparison of one report or call. `side` decides which changes are major. `rules`
 * compares the rules of two objects; by default, they are not compared.
 */
export function sidesOf(
  old: Types,
  current: Types,
  side: Side,
  rules: RulesComparison = () => [],
): Sides {
  const sides: Sides = {
    ...{ old, current, side, rules },
    inside(before, after, path) {
      const types = compareTypes(before.type, after.type, path, sides);
      // If only one of the two types is a list, the change of type already covers the list's length
      // limits.
      const isOther = isList(before.type, old) !== isList(after.type, current);
      if (isOther) return types;
      const [limits, limitsNow] = [
        applicableLimits(before.limits, resolveType(before.type, old).bare),
        applicableLimits(after.limits, resolveType(after.type, current).bare),
      ];
      return [...types, ...compareLimits(limits, limitsNow, path, side)];
    },
    simple: (before, after, path) => compareSimple(before, after, path, sides),
  };
  return sides;
}

/** Whether a type is a list, nullable or not. */
function isList(type: Type, types: Types): boolean {
  return resolveType(type, types).bare.kind === "array";
}

/**
 * The changes from the old type to the current one, including all types inside. Limits on the type
 * itself are not compared. `path` is the type's location.
 */
export function compareTypes(
  old: Type,
  current: Type,
  path: string,
  sides: Sides,
): readonly FlowChange[] {
  const [before, after] = [resolveType(old, sides.old), resolveType(current, sides.current)];
  return [
    ...compareNull(before.nullable, after.nullable, path, sides.side),
    ...compareBare(before, after, path, sides),
  ];
}

/** The change if null was allowed or disallowed, as a list. */
function compareNull(
  old: boolean,
  current: boolean,
  path: string,
  side: Side,
): readonly FlowChange[] {
  if (old === current) return [];
  const text =
    side === "request"
      ? current
        ? "may now be null"
        : "can no longer be null"
      : current
        ? "may now be null"
        : "no longer null";
  return [
    {
      path,
      kind: "type",
      step: stepOf(current ? "wider" : "narrower", side),
      text,
      old: { nullable: old },
      new: { nullable: current },
    },
  ];
}

/** Changes between two types, ignoring null. */
function compareBare(
  { bare: old, type }: Resolved,
  { bare: current, type: nowType }: Resolved,
  path: string,
  sides: Sides,
): readonly FlowChange[] {
  if (old.kind === "array" && current.kind === "array")
    return sides.inside(
      { type: old.items, limits: old.each },
      { type: current.items, limits: current.each },
      `${path}[]`,
    );
  if (old.kind === "object" && current.kind === "object")
    return compareObjects(old.object, current.object, path, sides);
  if (old.kind === "union" || current.kind === "union")
    return compareUnions(type, nowType, path, sides);
  return compareSimple(old, current, path, sides);
}

/** The changes between types that contain no other types, or between types of different kinds. */
function compareSimple(
  old: Bare,
  current: Bare,
  path: string,
  sides: Sides,
): readonly FlowChange[] {
  if (old.kind === "values" && current.kind === "values")
    return compareValues(old.values, current.values, path, sides.side);
  if (old.kind === current.kind) return [];
  const [before, after] = [bareInWords(old, sides.old), bareInWords(current, sides.current)];
  const step =
    isNamed(old, current) && sides.side === "response"
      ? "minor"
      : stepOf(effectOf(old, current), sides.side);
  const data = {
    old: bareInWords(old, sides.old, fullListInWords),
    new: bareInWords(current, sides.current, fullListInWords),
  };
  return [{ path, kind: "type", step, text: `now ${after}, was ${before}`, ...data }];
}

/**
 * Changes to listed values. In a response, values are added and removed without notice, so the
 * generated types are open.
 */
function compareValues(
  old: readonly Value[],
  current: readonly Value[],
  path: string,
  side: Side,
): readonly FlowChange[] {
  const at = path.replace(/\[\]$/, "");
  const [gone, added] = [
    old.filter((value) => !current.includes(value)),
    current.filter((value) => !old.includes(value)),
  ];
  const isColumns = side === "request" && /(^|\.)columns$/.test(at);
  const [kind, noun] = isColumns
    ? (["columns", "column"] as const)
    : (["values", "value"] as const);
  const removals: FlowChange = {
    ...{
      path: at,
      kind,
      step: side === "response" ? "minor" : "major",
      text: `${pluralize(gone.length, noun)} removed: ${listInWords(gone)}`,
    },
    ...{ old: gone, new: null },
  };
  const additions: FlowChange = {
    path: at,
    kind,
    step: "minor",
    text: `${pluralize(added.length, `new ${noun}`)}: ${listInWords(added)}`,
    old: null,
    new: added,
  };
  return [...(gone.length > 0 ? [removals] : []), ...(added.length > 0 ? [additions] : [])];
}

/**
 * Whether both types are strings, with or without listed values. In a response, listed values are a
 * hint, not a guarantee.
 */
function isNamed(...both: readonly Bare[]): boolean {
  return both.every(
    (bare) =>
      bare.kind === "string" ||
      (bare.kind === "values" && bare.values.every((value) => typeof value === "string")),
  );
}

/** Whether a type of a different kind accepts more, fewer or partly different values. */
function effectOf(old: Bare, current: Bare): Effect {
  if (isWithin(old, current)) return "wider";
  return isWithin(current, old) ? "narrower" : "other";
}

/** Whether every value of `inner` is also a value of `outer`, for types of different kinds. */
function isWithin(inner: Bare, outer: Bare): boolean {
  if (outer.kind === "any") return true;
  if (inner.kind === "integer") return outer.kind === "number";
  if (inner.kind !== "values") return false;
  return inner.values.every((value) =>
    outer.kind === "integer" ? Number.isInteger(value) : outer.kind === (typeof value as string),
  );
}
