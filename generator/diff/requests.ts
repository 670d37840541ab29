import type { Field, ObjectType, Request, Type } from "../model/model.js";
import type { Rule } from "../model/rule.js";
import type { Found, Side } from "./change.js";
import { compareRules } from "./rules.js";
import { compareTypes, sidesOf } from "./types.js";
import { counted } from "./words.js";

/** What a caller hands over, the rules that it must satisfy, and our words about it. */
export function compareRequests(before: Request, after: Request): readonly Found[] {
  const formatted = [before, after].flatMap(({ body }) =>
    body.fields.filter(({ limits }) => limits.format === "date").map(({ name }) => name),
  );
  const [old, now] = [withFormats(before, formatted), withFormats(after, formatted)];
  return [...compareWholes([old, old.body], [now, now.body], "", "request"), ...compareRules(old, now), ...compareDocs(old, now)];
}

/** That a field is a day of the calendar may be said by its format or by a rule. Of these fields the rule counts as the format. */
function withFormats(request: Request, names: readonly string[]): Request {
  const isFormat = ({ kind, severity, when, params }: Rule): boolean =>
    kind === "date-format" && severity === "error" && when.length === 0 && names.includes(String(params.field));
  const said = request.rules.filter(isFormat).map(({ params }) => params.field);
  const fields = request.body.fields.map(
    (field): Field => (said.includes(field.name) ? { ...field, limits: { ...field.limits, format: "date" } } : field),
  );
  return { ...request, body: { ...request.body, fields }, rules: request.rules.filter((rule) => !isFormat(rule)) };
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
