import type { Field, ObjectType, Request, Type } from "../model/model.js";
import type { Found, Side } from "./change.js";
import { compareRules } from "./rules.js";
import { compareTypes, sidesOf } from "./types.js";
import { counted } from "./words.js";

/** What a caller hands over, the rules that it must satisfy, and our words about it. */
export function compareRequests(old: Request, now: Request): readonly Found[] {
  return [...compareWholes([old, old.body], [now, now.body], "", "request"), ...compareRules(old, now), ...compareDocs(old, now)];
}

type Whole = readonly [request: Request, object: ObjectType];

/** An object that stands by itself, beside the types of its request. */
export function compareWholes([old, before]: Whole, [now, after]: Whole, place: string, side: Side): readonly Found[] {
  const sides = sidesOf({ ...old, objects: [...old.objects, before] }, { ...now, objects: [...now.objects, after] }, side);
  return compareTypes(typeOf(before), typeOf(after), place, sides);
}

function typeOf({ name, oneOf }: ObjectType): Type {
  return oneOf === undefined ? { kind: "object", name } : { kind: "union", name: oneOf };
}

/** Our words become the comments of the code. */
function compareDocs(old: Request, now: Request): readonly Found[] {
  const [before, after] = [docsOf(old), docsOf(now)];
  const reworded = [...after.keys()].filter((place) => before.has(place) && before.get(place) !== after.get(place));
  if (reworded.length === 0) return [];
  const pick = (docs: ReadonlyMap<string, string>): Record<string, string> =>
    Object.fromEntries(reworded.map((place) => [place, docs.get(place) ?? ""]));
  const text = `${counted(reworded.length, "comment")} reworded`;
  return [{ place: "", kind: "docs", step: "patch", text, old: pick(before), new: pick(after) }];
}

function docsOf({ name, doc, body, objects }: Request): ReadonlyMap<string, string> {
  const of = ({ name: object, fields }: ObjectType): readonly (readonly [string, string])[] =>
    fields.map((field: Field) => [`${object}.${field.name}`, field.doc]);
  return new Map([[name, doc], ...[body, ...objects].flatMap(of)]);
}
