import { isScalar, withoutNull } from "../lower/fields.js";
import type {
  Content,
  Field,
  FixedHeader,
  HttpCall,
  ObjectType,
  Operation,
  Parameter,
  SecurityRequirement,
} from "../model/model.js";
import { type Data, type FlowChange, stepOf } from "./change.js";
import { listInWords, methodAndPath, resolveType, type Sides } from "./shape.js";

/**
 * Changes to a call's credentials, at `path`. Empty if nothing changed.
 * * Major: additional scopes, and kinds of credentials that are no longer accepted. The latter are
 *   reported together with the new kinds.
 * * Minor: fewer scopes, and additional kinds.
 *
 * A requirement counts as accepted if another one needs the same or less.
 */
function compareAccess(
  old: readonly SecurityRequirement[],
  current: readonly SecurityRequirement[],
  path: string,
): readonly FlowChange[] {
  const refused = old.filter((requirement) => !accepts(current, requirement));
  const accepted = current.filter((requirement) => !accepts(old, requirement));
  const gone = refused.filter((requirement) => withSchemesOf(requirement, current) === undefined);
  // A call without a requirement accepted any credentials, so the credentials that it now requires
  // are not in `accepted`.
  const added = (gone.length > 0 ? current : accepted).filter(
    (requirement) => withSchemesOf(requirement, old) === undefined,
  );
  const several = old.length > 1 || current.length > 1;
  return [
    ...scopes(accepted, old, "minor", several),
    ...scopes(refused, current, "major", several),
    ...compareSchemes(gone, added),
  ].map((change) => ({
    ...{ path, kind: "access" },
    ...change,
  }));
}

type AccessChange = Omit<FlowChange, "path" | "kind">;

/**
 * Whether a call accepts these credentials and scopes. More credentials or scopes than required are
 * also accepted.
 */
function accepts(
  requirements: readonly SecurityRequirement[],
  { schemes, scopes }: SecurityRequirement,
): boolean {
  return requirements.some(
    (requirement) =>
      requirement.schemes.every((kind) => schemes.includes(kind)) &&
      requirement.scopes.every((scope) => scopes.includes(scope)),
  );
}

/**
 * One change for each requirement whose scopes differ from its counterpart's scopes. The
 * counterpart is the requirement with the same schemes. If `several` is true, the text names the
 * credentials.
 */
function scopes(
  changed: readonly SecurityRequirement[],
  counterparts: readonly SecurityRequirement[],
  step: "major" | "minor",
  several: boolean,
): readonly AccessChange[] {
  return changed.flatMap((requirement): AccessChange[] => {
    const counterpart = withSchemesOf(requirement, counterparts);
    if (counterpart === undefined) return [];
    const beyond = counterpart.scopes.filter((scope) => !requirement.scopes.includes(scope));
    const whose = several ? ` with ${inWords(requirement)}` : "";
    return step === "major"
      ? [{ step, text: `now needs ${listInWords(beyond)}${whose}`, old: null, new: beyond }]
      : [{ step, text: `no longer needs ${listInWords(beyond)}${whose}`, old: beyond, new: null }];
  });
}

/**
 * Returns at most one change. It is major if any kind of credentials is `gone`, and minor if some
 * were only `added`.
 */
function compareSchemes(
  gone: readonly SecurityRequirement[],
  added: readonly SecurityRequirement[],
): readonly AccessChange[] {
  const [before, after] = [gone, added].map((all) => all.map(inWords));
  const values = { old: before?.length ? before : null, new: after?.length ? after : null };
  const [oldNames, newNames] = [before, after].map((all) => listInWords(all ?? [], "or"));
  if (values.old === null && values.new === null) return [];
  if (values.old === null) return [{ step: "minor", text: `also accepts ${newNames}`, ...values }];
  return [
    {
      step: "major",
      text:
        values.new === null
          ? `no longer accepts ${oldNames}`
          : `now accepts ${newNames} instead of ${oldNames}`,
      ...values,
    },
  ];
}

/** The requirement with exactly these schemes, in any order; undefined if there is none. */
function withSchemesOf(
  { schemes }: SecurityRequirement,
  requirements: readonly SecurityRequirement[],
): SecurityRequirement | undefined {
  return requirements.find(
    (requirement) =>
      requirement.schemes.length === schemes.length &&
      requirement.schemes.every((kind) => schemes.includes(kind)),
  );
}

const WORDS: Readonly<Record<string, string>> = {
  authorizationCode: "a user's token",
  clientCredentials: "the app's own token",
  basic: "the app's own credentials",
  bearer: "a token issued for this call",
};

/** The credentials that a requirement needs, in words. */
function inWords({ schemes }: SecurityRequirement): string {
  return schemes.length === 0
    ? "no credentials"
    : schemes.map((kind) => WORDS[kind] ?? kind).join(" together with ");
}

/**
 * Two versions of a call whose bodies are in the same part of the request. `changes` has an entry
 * if a body had to be moved to that part.
 */
export interface Aligned {
  readonly old: Operation;
  readonly current: Operation;
  readonly changes: readonly FlowChange[];
}

/**
 * Makes two versions of a call comparable if only one has a body field. An optional body is one
 * field of the request; a required body's fields are in the request itself.
 *
 * In the result, both versions have the body's fields in the request, and `changes` has one entry.
 * Other differences are kept. `bodyField` is not changed, so it names a field that the result does
 * not have.
 *
 * Both versions are returned unchanged if they pass the body in the same way, or if a body is
 * missing, nullable or not a plain object, or has a field with a parameter's name.
 */
export function alignBodies(old: Operation, current: Operation): Aligned {
  const untouched = { old, current, changes: [] };
  if (
    old.content === null ||
    current.content === null ||
    (old.bodyField === null) === (current.bodyField === null)
  )
    return untouched;
  const [before, after] = [inRequest(old), inRequest(current)];
  if (before === null || after === null) return untouched;
  return { old: before, current: after, changes: [bodyMove(old, current)] };
}

/**
 * The call with its body's fields in the request. Null if the body is not a plain object, or if a
 * field and a parameter have the same name.
 */
function inRequest(operation: Operation): Operation | null {
  const bodyAsField = wholeBody(operation);
  if (bodyAsField === null) return operation;
  const object = resolveType(bodyAsField.type, operation);
  if (object.nullable || object.bare.kind !== "object") return null;
  const { fields, additionalProperties } = object.bare.object;
  const beside = operation.body.fields.filter((field) => field !== bodyAsField);
  if (beside.some(({ name }) => fields.some((field) => field.name === name))) return null;
  const body: ObjectType = {
    ...operation.body,
    fields: [...beside, ...fields],
    ...(additionalProperties !== undefined && { additionalProperties }),
  };
  return { ...operation, body };
}

/** The field that is the whole body. Null if the body's fields are in the request itself. */
function wholeBody({ body, bodyField }: Operation): Field | null {
  return body.fields.find(({ name }) => name === bodyField) ?? null;
}

/** The change for a body that moved into or out of a field of the request. */
function bodyMove(old: Operation, current: Operation): FlowChange {
  const [before, after] = [wholeBody(old), wholeBody(current)];
  const isRequired = (field: Field | null): boolean => field === null || field.required;
  const need =
    isRequired(before) === isRequired(after)
      ? ""
      : `now ${isRequired(after) ? "required" : "optional"}; `;
  const text =
    after === null
      ? `${need}its fields moved from the field ${old.bodyField} into the request`
      : `${need}its fields moved from the request into the field ${current.bodyField}`;
  return {
    ...{
      path: old.bodyField ?? current.bodyField ?? "",
      kind: "required",
      step: stepOf("other", "request"),
      text,
    },
    ...{
      old: { required: isRequired(before), field: old.bodyField },
      new: { required: isRequired(after), field: current.bodyField },
    },
  };
}

/**
 * Changes to a call outside its body and response. Covers credentials, id, address, rate limit,
 * sandbox, fixed headers, and the location, style and type of parameters that both versions have.
 * The types of parameters in `requested` are compared as request fields instead. Every change is a
 * patch, except changes to credentials. `path` is the call's location in a report; it is empty for
 * a single call.
 */
export function compareCalls(
  old: HttpCall,
  current: HttpCall,
  path: string,
  { requested, sides }: ParameterContext,
): readonly FlowChange[] {
  return [
    ...compareAccess(old.security, current.security, path),
    ...clientChange(
      old.id === current.id ? null : [`operation ${current.id}, was ${old.id}`, old.id, current.id],
      path,
    ),
    ...clientChange(
      methodAndPath(old) === methodAndPath(current)
        ? null
        : [
            `${methodAndPath(current)}, was ${methodAndPath(old)}`,
            methodAndPath(old),
            methodAndPath(current),
          ],
      path,
    ),
    ...compareFact("rate limit", old.rateLimit, current.rateLimit, path),
    ...compareFact("sandbox", old.sandbox, current.sandbox, path),
    ...compareHeaders(old.headers, current.headers, path),
    ...compareParameters(old.parameters, current.parameters, path),
    ...compareClientParameters(old, current, path, { requested, sides }),
  ];
}

/**
 * `requested` contains the names of the parameters that are request fields. Their types are
 * compared with the request; `sides` compares the types of the others.
 */
export interface ParameterContext {
  readonly requested: readonly string[];
  readonly sides: Sides;
}

/** Changes to headers with fixed values. All are patches: a newly generated client sends them. */
function compareHeaders(
  old: readonly FixedHeader[] = [],
  current: readonly FixedHeader[] = [],
  path: string,
): readonly FlowChange[] {
  const valueIn = (headers: readonly FixedHeader[], name: string): string | null =>
    headers.find((header) => header.name.toLowerCase() === name)?.value ?? null;
  const names = new Set([...old, ...current].map(({ name }) => name.toLowerCase()));
  return [...names].flatMap((name) => {
    const [before, after] = [valueIn(old, name), valueIn(current, name)];
    if (before === after) return [];
    const text =
      after === null
        ? `no longer sends the header ${name}, which was ${before}`
        : `sends the header ${name} as ${after}${before === null ? "" : `, was ${before}`}`;
    return clientChange([text, before, after], path);
  });
}

/**
 * Changes to where parameters go and how they are serialized. All are patches, because only the
 * client handles them. New and removed parameters are not reported here.
 */
function compareParameters(
  old: readonly Parameter[],
  current: readonly Parameter[],
  path: string,
): readonly FlowChange[] {
  return current.flatMap((after) => {
    const before = old.find(({ name }) => name === after.name);
    if (before === undefined) return [];
    const at = below(path, after.name);
    return [
      ...clientChange(
        before.in === after.in
          ? null
          : [`moved from the ${before.in} to the ${after.in}`, before.in, after.in],
        at,
      ),
      ...clientChange(
        differ(before, after)
          ? [
              `now ${styleInWords(after)}`,
              before.style ?? before.explode ?? true,
              after.style ?? after.explode ?? true,
            ]
          : null,
        at,
      ),
    ];
  });
}

/** Whether a parameter is serialized differently. `explode` has no effect on single values. */
function differ(...both: readonly [old: Parameter, current: Parameter]): boolean {
  if (both[0].style !== both[1].style) return true;
  return both[0].explode !== both[1].explode && both.every(({ type }) => !isScalar(type));
}

/** How a parameter is serialized, in words. */
function styleInWords({ style, explode, type }: Parameter): string {
  if (style === "formExploded") return "each property as its own parameter";
  if (style !== undefined)
    return {
      spaceDelimited: "space-separated",
      pipeDelimited: "pipe-separated",
      json: "as JSON",
    }[style];
  if (explode === false) return "comma-separated";
  return withoutNull(type).kind === "array" ? "once for each value" : "names in brackets";
}

/**
 * Changes to the types of parameters that are not request fields. All are patches: the client
 * passes them unchanged.
 */
function compareClientParameters(
  { parameters: old }: HttpCall,
  { parameters: current }: HttpCall,
  path: string,
  { requested, sides }: ParameterContext,
): readonly FlowChange[] {
  return current.flatMap((after) => {
    const before = old.find(({ name }) => name === after.name);
    if (before === undefined || requested.includes(after.name)) return [];
    return sides
      .inside(before, after, below(path, after.name))
      .map((change): FlowChange => ({ ...change, step: "patch" }));
  });
}

/**
 * The change to the body's media type, which is always a patch. `null` means that there is no body.
 * Empty if both media types are equal.
 */
export function compareContent(
  old: Content | null,
  current: Content | null,
): readonly FlowChange[] {
  const words = (content: Content | null): string =>
    content === null ? "without a body" : `as ${content}`;
  return clientChange(
    old === current ? null : [`now sent ${words(current)}, was sent ${words(old)}`, old, current],
    "",
  );
}

/**
 * Returns a patch if a documented fact changed, otherwise an empty list. Null means that the fact
 * is not documented.
 */
function compareFact(
  what: string,
  old: string | null,
  current: string | null,
  path: string,
): readonly FlowChange[] {
  return clientChange(
    old === current
      ? null
      : [`${what} ${current ?? "not documented"}, was ${old ?? "not documented"}`, old, current],
    path,
  );
}

/**
 * A list with one change that only the client handles: a patch of kind `transport` at `path`.
 * `changed` contains the text, the old value and the new value. The list is empty if `changed` is
 * null.
 */
export function clientChange(
  changed: readonly [text: string, old: Data, current: Data] | null,
  path: string,
): readonly FlowChange[] {
  if (changed === null) return [];
  const [text, old, current] = changed;
  return [{ path, kind: "transport", step: "patch", text, old, new: current }];
}

/** Appends a name to a path, which may be empty. */
function below(path: string, name: string): string {
  return path === "" ? name : `${path}.${name}`;
}
