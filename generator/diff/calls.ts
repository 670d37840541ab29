import type { Content, Field, HttpCall, ObjectType, Operation, Parameter, SecurityRequirement } from "../model/model.js";
import { type Data, type Found, stepOf } from "./change.js";
import { asked, listed, resolve, type Sides } from "./shape.js";

/** Changes of access: credentials that are no longer accepted, and those that are accepted now. */
export function compareAccess(old: readonly SecurityRequirement[], now: readonly SecurityRequirement[], place: string): readonly Found[] {
  const shut = old.filter((way) => !letsIn(now, way));
  const opened = now.filter((way) => !letsIn(old, way));
  const gone = shut.filter((way) => like(way, now) === undefined);
  // An open call already accepted any credentials, so those it requires now are missing in `opened`.
  const added = (gone.length > 0 ? now : opened).filter((way) => like(way, old) === undefined);
  const several = old.length > 1 || now.length > 1;
  return [...scopes(opened, old, "minor", several), ...scopes(shut, now, "major", several), ...ways(gone, added)].map((found) => ({
    ...{ place, kind: "access" },
    ...found,
  }));
}

type Said = Omit<Found, "place" | "kind">;

/** Whether a call accepts these credentials and scopes. More than it requires is accepted too. */
function letsIn(ways: readonly SecurityRequirement[], { schemes, scopes }: SecurityRequirement): boolean {
  return ways.some((way) => way.schemes.every((kind) => schemes.includes(kind)) && way.scopes.every((scope) => scopes.includes(scope)));
}

/** Changes of scopes where the credentials are the same. */
function scopes(
  changed: readonly SecurityRequirement[],
  others: readonly SecurityRequirement[],
  step: "major" | "minor",
  several: boolean,
): readonly Said[] {
  return changed.flatMap((way): Said[] => {
    const other = like(way, others);
    if (other === undefined) return [];
    const beyond = other.scopes.filter((scope) => !way.scopes.includes(scope));
    const whose = several ? ` with ${inWords(way)}` : "";
    return step === "major"
      ? [{ step, text: `needs ${listed(beyond)} now${whose}`, old: null, new: beyond }]
      : [{ step, text: `no longer needs ${listed(beyond)}${whose}`, old: beyond, new: null }];
  });
}

/** Kinds of credentials that are new or gone. */
function ways(gone: readonly SecurityRequirement[], added: readonly SecurityRequirement[]): readonly Said[] {
  const [before, after] = [gone, added].map((all) => all.map(inWords));
  const told = { old: before?.length ? before : null, new: after?.length ? after : null };
  const [was, takes] = [before, after].map((all) => listed(all ?? [], "or"));
  if (told.old === null && told.new === null) return [];
  if (told.old === null) return [{ step: "minor", text: `takes ${takes} as well`, ...told }];
  return [{ step: "major", text: told.new === null ? `no longer takes ${was}` : `takes ${takes} now, was ${was}`, ...told }];
}

function like({ schemes }: SecurityRequirement, ways: readonly SecurityRequirement[]): SecurityRequirement | undefined {
  return ways.find((way) => way.schemes.length === schemes.length && way.schemes.every((kind) => schemes.includes(kind)));
}

const WORDS: Readonly<Record<string, string>> = {
  authorizationCode: "a user's token",
  clientCredentials: "the app's own token",
  basic: "the app's own credentials",
  bearer: "a token made for this call",
};

function inWords({ schemes }: SecurityRequirement): string {
  return schemes.length === 0 ? "no credentials" : schemes.map((kind) => WORDS[kind] ?? kind).join(" together with ");
}

/** Two calls whose bodies stand at the same place in the request, and the change if they did not. */
export interface Aligned {
  readonly old: Operation;
  readonly now: Operation;
  readonly found: readonly Found[];
}

/**
 * An optional body is one field of the request; the fields of a required body stand in the request itself. If only that has changed, the
 * fields are compared as if they stood in the request both times.
 */
export function alignBodies(old: Operation, now: Operation): Aligned {
  const untouched = { old, now, found: [] };
  if (old.content === null || now.content === null || (old.bodyField === null) === (now.bodyField === null)) return untouched;
  const [before, after] = [inRequest(old), inRequest(now)];
  if (before === null || after === null) return untouched;
  return { old: before, now: after, found: [moved(old, now)] };
}

/** The call with its body's fields in the request. Null if the body is no plain object or a parameter has a field's name. */
function inRequest(single: Operation): Operation | null {
  const whole = wholeBody(single);
  if (whole === null) return single;
  const object = resolve(whole.type, single);
  if (object.nullable || object.bare.kind !== "object") return null;
  const { fields, additionalProperties } = object.bare.object;
  const beside = single.body.fields.filter((field) => field !== whole);
  if (beside.some(({ name }) => fields.some((field) => field.name === name))) return null;
  const body: ObjectType = {
    ...single.body,
    fields: [...beside, ...fields],
    ...(additionalProperties !== undefined && { additionalProperties }),
  };
  return { ...single, body };
}

function wholeBody({ body, bodyField }: Operation): Field | null {
  return body.fields.find(({ name }) => name === bodyField) ?? null;
}

function moved(old: Operation, now: Operation): Found {
  const [before, after] = [wholeBody(old), wholeBody(now)];
  const isRequired = (whole: Field | null): boolean => whole === null || whole.required;
  const need = isRequired(before) === isRequired(after) ? "" : `${isRequired(after) ? "required" : "optional"} now, `;
  const text =
    after === null
      ? `${need}its fields stand in the request, were in the field ${old.bodyField}`
      : `${need}its fields stand in the field ${now.bodyField}, were in the request`;
  return {
    ...{ place: old.bodyField ?? now.bodyField ?? "", kind: "required", step: stepOf("other", "request"), text },
    ...{ old: { required: isRequired(before), field: old.bodyField }, new: { required: isRequired(after), field: now.bodyField } },
  };
}

/** Changes of what the caller provides and of what the client does by itself. `requested`: parameters that are fields of the request. */
export function compareCalls(old: HttpCall, now: HttpCall, place: string, { requested, sides }: Handed): readonly Found[] {
  return [
    ...compareAccess(old.security, now.security, place),
    ...wire(old.id === now.id ? null : [`operation ${now.id}, was ${old.id}`, old.id, now.id], place),
    ...wire(asked(old) === asked(now) ? null : [`${asked(now)}, was ${asked(old)}`, asked(old), asked(now)], place),
    ...said("rate limit", old.rateLimit, now.rateLimit, place),
    ...said("sandbox", old.sandbox, now.sandbox, place),
    ...compareParameters(old.parameters, now.parameters, place),
    ...compareBeside(old, now, place, { requested, sides }),
  ];
}

export interface Handed {
  readonly requested: readonly string[];
  readonly sides: Sides;
}

/** Where parameters go and how they are serialized. Only the client handles it. */
function compareParameters(old: readonly Parameter[], now: readonly Parameter[], place: string): readonly Found[] {
  return now.flatMap((after) => {
    const before = old.find(({ name }) => name === after.name);
    if (before === undefined) return [];
    const at = below(place, after.name);
    return [
      ...wire(before.in === after.in ? null : [`goes in the ${after.in} now, was in the ${before.in}`, before.in, after.in], at),
      ...wire(
        differ(before, after)
          ? [`${styleInWords(after)} now`, before.style ?? before.explode ?? true, after.style ?? after.explode ?? true]
          : null,
        at,
      ),
    ];
  });
}

/** Whether arrays or objects are serialized differently. A single value is the same with and without commas. */
function differ(...both: readonly [old: Parameter, now: Parameter]): boolean {
  if (both[0].style !== both[1].style) return true;
  return both[0].explode !== both[1].explode && both.every(({ type }) => type.kind === "array");
}

function styleInWords({ style, explode, type }: Parameter): string {
  if (style === "spread") return "each property a parameter of its own";
  if (style !== undefined) return { spaces: "one text with spaces", pipes: "one text with pipes", json: "as JSON" }[style];
  if (explode === false) return "one text with commas";
  return type.kind === "array" ? "once for each value" : "names in brackets";
}

/** Parameters that are no fields of the request. The client passes them unchanged. */
function compareBeside(
  { parameters: old }: HttpCall,
  { parameters: now }: HttpCall,
  place: string,
  { requested, sides }: Handed,
): readonly Found[] {
  return now.flatMap((after) => {
    const before = old.find(({ name }) => name === after.name);
    if (before === undefined || requested.includes(after.name)) return [];
    return sides.inside(before, after, below(place, after.name)).map((found): Found => ({ ...found, step: "patch" }));
  });
}

/** Changes of the body's content. */
export function compareContent(old: Content | null, now: Content | null): readonly Found[] {
  const words = (content: Content | null): string => (content === null ? "without a body" : `as ${content}`);
  return wire(old === now ? null : [`sent ${words(now)} now, was ${words(old)}`, old, now], "");
}

function said(what: string, old: string | null, now: string | null, place: string): readonly Found[] {
  return wire(old === now ? null : [`${what} ${now ?? "not told"}, was ${old ?? "not told"}`, old, now], place);
}

/** A change that only the client handles: a patch. */
export function wire(changed: readonly [text: string, old: Data, now: Data] | null, place: string): readonly Found[] {
  if (changed === null) return [];
  const [text, old, now] = changed;
  return [{ place, kind: "wire", step: "patch", text, old, new: now }];
}

function below(place: string, name: string): string {
  return place === "" ? name : `${place}.${name}`;
}
