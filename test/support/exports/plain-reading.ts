import type {
  Flow,
  Limits,
  ObjectType,
  Request,
  Rule,
  Type,
} from "../../../generator/model/model.js";
import { nestedRules } from "../../../generator/rules/nested.js";
import { isOfUpdates } from "../../../generator/rules/update.js";
import { dayOf, read } from "../second-reading.js";

type Body = Readonly<Record<string, unknown>>;
type Members = Pick<ObjectType, "fields" | "additionalProperties" | "minProperties">;

/**
 * All violations of a body, each as `severity rule path`, sorted. This independent reading of the
 * model's fields and rules uses no code of the generator or runtime, except to find the rules that
 * apply to an object in an update.
 */
export function readPlainly(body: Body, request: Request, today: string): readonly string[] {
  // For a body with variants, the random value may be one without properties.
  const members = Object(body) === body ? body : {};
  const long = request.body.fields
    .filter(({ name, limits }) => isTooLong(members[name], limits))
    .map(({ name }) => name);
  const isInLong = (found: string): boolean => long.some((name) => found.includes(` /${name}/`));
  const rules = readRules(request.rules, members, { of: request.body, request, today }).filter(
    (one) => !isInLong(one),
  );
  const { oneOf } = request.body;
  const fieldByField =
    oneOf === undefined
      ? readObject(body, request.body, "", request)
      : readUnion(body, oneOf, "", request);
  return [...fieldByField, ...rules, ...readIds(members, request)].sort();
}

interface RulesOf {
  readonly of: Pick<ObjectType, "fields">;
  readonly request: Request;
  readonly today: string;
}

/** The violations of rules between the fields of an object. */
function readRules(
  rules: readonly Rule[],
  object: Body,
  { of: { fields }, request, today }: RulesOf,
): readonly string[] {
  const defaults = new Map(
    fields.flatMap((field) =>
      field.default === undefined ? [] : [[field.name, field.default] as const],
    ),
  );
  const possible = (name: string): readonly unknown[] | undefined => {
    const bare = bareTypeOf(name.split("."), fields, request);
    return bare?.kind === "enum"
      ? request.enums.find((one) => one.name === bare.name)?.values
      : undefined;
  };
  return rules.flatMap((rule) =>
    read({ ...rule, message: "" }, withInner(object, rule), { defaults, today, possible }).map(
      (found) => found.replace(/\S+$/, (path) => path.replaceAll(".", "/")),
    ),
  );
}

/** The type of the field at the end of a path, ignoring null. */
function bareTypeOf(
  [first, ...steps]: readonly string[],
  fields: Members["fields"],
  request: Request,
): Type | undefined {
  const type = fields.find((field) => field.name === first)?.type;
  const bare = type?.kind === "nullable" ? type.of : type;
  if (steps.length === 0 || bare?.kind !== "object") return bare;
  const object = request.objects.find(({ name }) => name === bare.name);
  return bareTypeOf(steps, object?.fields ?? [], request);
}

/** The object with a rule's inner fields added: `a.b` is field `b` of `a`. */
function withInner(object: Body, rule: Rule): Body {
  const paths = JSON.stringify([rule.when, rule.params]).match(/\w+(?:\.[\w-]+)+/g) ?? [];
  const values = paths.map((path): [string, unknown] => {
    const step = (from: unknown, name: string): unknown =>
      Object(from) === from && !Array.isArray(from) ? (from as Body)[name] : undefined;
    return [path, path.split(".").reduce(step, object)];
  });
  return { ...object, ...Object.fromEntries(values.filter(([, value]) => value !== undefined)) };
}

/** Checks that a report requests the columns that identify its rows, by its model's levels. */
function readIds(
  { level, columns }: Body,
  request: Request & Pick<Flow, "levels">,
): readonly string[] {
  const groups = request.levels?.find(({ name }) => name === level)?.distinguishedBy ?? [];
  if (!Array.isArray(columns) || columns.length === 0) return [];
  return groups.every((group) => columns.some((column) => group.includes(column)))
    ? []
    : ["warning no-row-id /columns"];
}

function readObject(
  object: Body,
  { fields, additionalProperties, minProperties = 0 }: Members,
  at: string,
  request: Request,
): readonly string[] {
  const strangers = Object.keys(object).filter(
    (name) => !fields.some((field) => field.name === name),
  );
  return [
    ...(Object.keys(object).length < minProperties ? [`error min-properties ${at}`] : []),
    ...strangers.flatMap((name) =>
      additionalProperties === undefined
        ? [`error unknown-field ${at}/${name}`]
        : readValue(object[name], { ...additionalProperties, at: `${at}/${name}` }, request),
    ),
    ...fields.flatMap(({ name, required, type, limits }) => {
      if (Object.hasOwn(object, name))
        return readValue(object[name], { type, limits, at: `${at}/${name}` }, request);
      return required ? [`error required ${at}/${name}`] : [];
    }),
  ];
}

/**
 * The violations inside an object of a request. If a field is nullable, null counts as absent,
 * except for rules that the schema states.
 */
function readNested(object: Body, name: string, at: string, request: Request): readonly string[] {
  return nestedRules(request)
    .filter(({ object: of }) => of.name === name)
    .flatMap(({ rule, object: of }) => {
      const mayBeNull = (field: string): boolean =>
        !rule.inUpdates &&
        of.fields.some((one) => one.name === field && one.type.kind === "nullable");
      const given = Object.entries(object).filter(
        ([field, value]) => value !== null || !mayBeNull(field),
      );
      return readRules([rule], Object.fromEntries(given), { of, request, today: "" });
    })
    .map((found) => found.replace(/(?<= \S+ )/, at));
}

interface Place {
  readonly type: Type;
  readonly limits: Limits;
  readonly at: string;
}

function readValue(
  value: unknown,
  { type, limits, at }: Place,
  request: Request,
): readonly string[] {
  const wrong = (rule: string, is: boolean): readonly string[] =>
    is ? [`error ${rule} ${at}`] : [];
  const warned = (rule: string, is: boolean): readonly string[] =>
    is ? [`warning ${rule} ${at}`] : [];
  const isOfEnum = ({ kind }: Type): boolean => kind === "enum";
  switch (type.kind) {
    case "any":
      return [];
    case "nullable":
      return value === null ? [] : readValue(value, { type: type.of, limits, at }, request);
    case "enum":
      return wrong(
        "enum",
        !(request.enums.find(({ name }) => name === type.name)?.values ?? []).some(
          (one) => one === value,
        ),
      );
    case "constant":
      return wrong("enum", value !== type.value);
    case "union":
      return readUnion(value, type.name, at, isOfUpdates(type.name) ? asUpdate(request) : request);
    case "array":
      if (!Array.isArray(value)) return wrong("type", true);
      return [
        ...warned(
          "no-columns",
          at === "/columns" &&
            isOfEnum(type.items) &&
            value.length === 0 &&
            limits.minItems === undefined,
        ),
        ...warned(
          "repeated-columns",
          at === "/columns" &&
            isOfEnum(type.items) &&
            value.some((item, index) => value.indexOf(item) < index),
        ),
        ...wrong("min-items", value.length < (limits.minItems ?? 0)),
        ...wrong("max-items", isTooLong(value, limits)),
        ...(isTooLong(value, limits) ? [] : value).flatMap((item, index) =>
          readValue(item, { type: type.items, limits: type.each, at: `${at}/${index}` }, request),
        ),
      ];
    case "object": {
      if (typeof value !== "object" || value === null || Array.isArray(value))
        return wrong("type", true);
      const object = request.objects.find(({ name }) => name === type.name) ?? { fields: [] };
      const inside = isOfUpdates(type.name) ? asUpdate(request) : request;
      return [
        ...readObject(value as Body, object, at, inside),
        ...readNested(value as Body, type.name, at, inside),
      ];
    }
  }
  if (type.kind === "integer" ? !Number.isInteger(value) : typeof value !== type.kind)
    return wrong("type", true);
  if (typeof value === "string") return wrong(...brokenIn(value, limits));
  return [
    ...wrong("minimum", (value as number) < (limits.minimum ?? Number.NEGATIVE_INFINITY)),
    ...wrong(
      "minimum",
      limits.exclusiveMinimum !== undefined && !((value as number) > limits.exclusiveMinimum),
    ),
    ...wrong("maximum", (value as number) > (limits.maximum ?? Number.POSITIVE_INFINITY)),
  ];
}

/** The request with all of its objects treated as updates. */
function asUpdate(request: Request): Request {
  return { ...request, call: { method: "patch" } } as Request;
}

/** Whether a list is too long, in which case nothing else is reported about it. */
function isTooLong(
  value: unknown,
  { maxItems = Number.POSITIVE_INFINITY }: Limits,
): value is readonly unknown[] {
  return Array.isArray(value) && value.length > maxItems;
}

/** The first violation of a single string. */
function brokenIn(
  text: string,
  { pattern, format, minLength = 0, maxLength = Number.POSITIVE_INFINITY }: Limits,
): [string, boolean] {
  if ([...text].length > maxLength) return ["max-length", true];
  if (pattern !== undefined && !new RegExp(pattern).test(text)) return ["pattern", true];
  if (format === "date" && Number.isNaN(dayOf(text))) return ["pattern", true];
  return ["min-length", [...text].length < minLength];
}

/**
 * Reads the variant that the discriminator names; otherwise any that matches, or the one that
 * matches best.
 */
function readUnion(value: unknown, name: string, at: string, request: Request): readonly string[] {
  const { discriminator, members } = request.unions?.find((union) => union.name === name) ?? {
    discriminator: null,
    members: [],
  };
  if (discriminator === null) {
    const tries = members.map(({ type, limits }) =>
      readValue(value, { type, limits, at }, request),
    );
    const distance = (wrong: readonly string[]): number =>
      wrong.length + (wrong.includes(`error type ${at}`) ? 1_000 : 0);
    return tries.reduce((best, one) => (distance(one) < distance(best) ? one : best));
  }
  if (typeof value !== "object" || value === null || Array.isArray(value))
    return [`error type ${at}`];
  if (!Object.hasOwn(value, discriminator)) return [`error required ${at}/${discriminator}`];
  const said = members.find(({ values }) =>
    values.includes((value as Body)[discriminator] as string),
  );
  return said === undefined
    ? [`error enum ${at}/${discriminator}`]
    : readValue(value, { ...said, at }, request);
}
