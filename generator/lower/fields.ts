import { nearest, suggestionOf } from "../../runtime/validation/wording.js";
import type { Field, ObjectType, Request, Type } from "../model/model.js";

/** A field of a response, or of an object in it. */
export interface FieldAt {
  /** The names of the enclosing objects, outermost first, then the field's own name. */
  readonly path: readonly string[];
  readonly type: Type;
  /** Whether the field, or an enclosing object, can be absent or null. */
  readonly optional: boolean;
}

/** The named types that fields refer to. */
type Types = Pick<Request, "objects" | "unions">;

/**
 * Maximum number of levels to search. The fields that the runtime needs are not nested more deeply
 * than this.
 */
const DEEPEST = 5;
/** Maximum number of fields to list. A recursive response has infinitely many. */
const MAX_FIELDS = 2_000;

/**
 * Lists the fields of an object and of the objects inside it, outermost first.
 *
 * Fields of list items are not included. If an object has several variants, the fields of all
 * variants are included. Stops after 5 levels or 2,000 fields.
 */
export function fieldsIn(root: ObjectType, types: Types): readonly FieldAt[] {
  const found: FieldAt[] = [];
  let level: readonly { readonly object: ObjectType; readonly at: Omit<FieldAt, "type"> }[] = [
    { object: root, at: { path: [], optional: false } },
  ];
  for (let depth = 0; depth < DEEPEST && found.length < MAX_FIELDS; depth++) {
    const fields = level.flatMap(({ object, at }) =>
      object.fields.map((field) => fieldWithin(field, object, at)),
    );
    found.push(...fields.slice(0, MAX_FIELDS - found.length));
    level = fields
      .flatMap((at) => objectsOf(at.type, types).map((object) => ({ object, at })))
      .slice(0, MAX_FIELDS);
  }
  return found;
}

/**
 * A field with its full path. It is optional if it or an enclosing object can be absent or null.
 */
function fieldWithin(
  { name, type, required }: Field,
  { oneOf }: ObjectType,
  { path, optional }: Omit<FieldAt, "type">,
): FieldAt {
  const mayLack = !required || oneOf !== undefined || type.kind === "nullable";
  return { path: [...path, name], type, optional: optional || mayLack };
}

/** The type without null. */
export function withoutNull(type: Type): Type {
  return type.kind === "nullable" ? withoutNull(type.of) : type;
}

/** Whether a value of this type is serialized in the same way in every style of a parameter. */
export function isScalar(type: Type): boolean {
  const { kind } = withoutNull(type);
  return ["string", "integer", "number", "boolean", "enum", "constant"].includes(kind);
}

/**
 * The types that a value can have, without null. For a union, these are the types of its members,
 * including nested unions. Empty for a union that is not in `types`.
 */
export function typesIn(type: Type, types: Pick<Request, "unions">): readonly Type[] {
  const bare = withoutNull(type);
  if (bare.kind !== "union") return [bare];
  const members = types.unions?.find(({ name }) => name === bare.name)?.members ?? [];
  return members.flatMap((member) => typesIn(member.type, types));
}

/**
 * The objects that a value can be. For a union, these are the objects among its members. Objects in
 * a list are not included.
 */
export function objectsOf(type: Type, types: Types): readonly ObjectType[] {
  return typesIn(type, types).flatMap((each) =>
    each.kind === "object" ? types.objects.filter(({ name }) => name === each.name) : [],
  );
}

/**
 * The field with this path, such as `result.url`, as written in flows.yaml. Returns the first if
 * several fields have this path, and undefined if none does.
 */
export function fieldAt(path: string, fields: readonly FieldAt[]): FieldAt | undefined {
  return fields.find((field) => writtenPath(field) === path);
}

/** The path of a field as written in flows.yaml. */
export function writtenPath({ path }: FieldAt): string {
  return path.join(".");
}

/** Maximum number of names in a fix, because a response can have hundreds of fields. */
const MAX_LISTED = 12;

/**
 * Joins the first 12 names of fields or parameters with commas, and counts the others. For example,
 * "a, b", or 12 names followed by ", 3 more". Empty if there are none.
 */
export function listNames(names: readonly string[]): string {
  const more = names.length - MAX_LISTED;
  return [...names.slice(0, MAX_LISTED), ...(more > 0 ? [`${more} more`] : [])].join(", ");
}

/**
 * Suggests the path that was probably intended, as a clause that can end a message.
 *
 * The suggestion is the path of another field with the same last segment, or else a path that is
 * similar or has a similar last segment. Empty if nothing is similar.
 */
export function didYouMeanField(path: string, fields: readonly FieldAt[]): string {
  const last = (name: string): string => name.slice(name.lastIndexOf(".") + 1).toUpperCase();
  const paths = fields.map(writtenPath);
  const lastNames = paths.map(last);
  const similar = nearest(last(path), lastNames);
  return suggestionOf(
    paths.find((known) => last(known) === last(path)) ??
      nearest(path, paths) ??
      (similar === null ? null : paths[lastNames.indexOf(similar)]),
  );
}
