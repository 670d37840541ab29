import type { Formula } from "../../runtime/validation/rule.js";
import { type Code, data, identifier, joined, type View } from "../code.js";
import { camel } from "../lower/names.js";
import type {
  Condition,
  EnumType,
  Field,
  Flow,
  Limits,
  NamedTypes,
  ObjectType,
  Operation,
  Request,
  Rule,
  Type,
} from "../model/model.js";
import { certainBreach, isAbsence } from "../rules/breaches.js";
import { negateCondition } from "../rules/condition.js";
import { mayBeCleared, type Shape, seenBy, stepsTo } from "../rules/kind.js";
import {
  differsInUpdates,
  nestedRules,
  occurrencesIn,
  rulesOf,
  shapeOfObject,
  shapeOfRequest,
} from "../rules/nested.js";
import { ruleInWords } from "../rules/parse.js";
import { isOfUpdates } from "../rules/update.js";
import { requestPath } from "./imports.js";
import { listValues } from "./lists.js";
import type { FileContext } from "./types.js";
import { flowNames } from "./types.js";

/** A JSON Schema, or a part of one. */
export type Schema = Readonly<Record<string, unknown>>;

/**
 * Returns a schema that accepts the bodies that satisfy a rule. Returns null if JSON Schema cannot
 * express the rule.
 *
 * An absent field counts as its default in `shape`. Violations that are only warnings are ignored.
 * Throws a `TypeError` if all violations are warnings.
 */
function ruleSchema(rule: Rule, shape: Shape): Schema | null {
  const { guard, body } = certainBreach(rule);
  return unlessAll([...guard, body], seenBy(rule, shape));
}

/**
 * A schema that rejects the bodies that satisfy all parts: if the others hold, the last must not.
 * Null if JSON Schema cannot express this.
 */
function unlessAll(parts: readonly Formula[], shape: Shape): Schema | null {
  const conditions = parts.slice(0, -1);
  const last = parts.at(-1);
  const then = last === undefined ? null : unless(last, shape);
  const when = together("allOf", conditions, (part) => holds(part, shape));
  if (conditions.length === 0) return then;
  return when === null || then === null ? null : { if: when, then };
}

/**
 * A schema that rejects the bodies that satisfy the formula. It constrains the field itself, so
 * that validators report the error there. Null if JSON Schema cannot express this.
 */
function unless(formula: Formula, shape: Shape): Schema | null {
  if ("all" in formula)
    return isAbsence(formula)
      ? together("anyOf", formula.all, (part) => unless(part, shape))
      : unlessAll(formula.all, shape);
  if ("any" in formula) return together("allOf", formula.any, (part) => unless(part, shape));
  if ("holds" in formula)
    return property(
      formula.field,
      { type: "array", items: { not: { enum: formula.holds } } },
      shape,
    );
  if ("matching" in formula)
    return property(
      formula.field,
      {
        type: "array",
        items: { not: { type: "string", pattern: formula.matching } },
      },
      shape,
    );
  if ("noDay" in formula) return property(formula.field, { format: "date" }, shape);
  if ("from" in formula) return null;
  if ("present" in formula && formula.present)
    return property(
      formula.field,
      mayBeCleared(formula.field, shape) ? { type: "null" } : false,
      shape,
    );
  return meets(negateCondition(formula), shape);
}

/**
 * A schema that accepts the bodies that satisfy the formula. Null if JSON Schema cannot express it.
 */
function holds(formula: Formula, shape: Shape): Schema | null {
  if ("all" in formula) return together("allOf", formula.all, (part) => holds(part, shape));
  if ("any" in formula) return together("anyOf", formula.any, (part) => holds(part, shape));
  if ("holds" in formula)
    return presentProperty(
      formula.field,
      { type: "array", contains: { enum: formula.holds } },
      shape,
    );
  if ("matching" in formula)
    return presentProperty(
      formula.field,
      {
        type: "array",
        contains: { type: "string", pattern: formula.matching },
      },
      shape,
    );
  return "from" in formula || "noDay" in formula ? null : meets(formula, shape);
}

/**
 * A schema that accepts the bodies that meet a condition. An absent field counts as its default.
 * `required` is added only if a body without the field does not meet the condition.
 */
function meets(condition: Condition, shape: Shape): Schema {
  const { field } = condition;
  // Strict validators accept `required` only for properties that the schema declares.
  if ("present" in condition) {
    const given = mayBeCleared(field, shape) ? { not: { type: "null" } } : true;
    return condition.present
      ? presentProperty(field, given, shape)
      : { not: presentProperty(field, given, shape) };
  }
  const assumed = shape.field(field)?.default;
  const [values, schema]: [readonly unknown[], Schema] =
    "is" in condition
      ? [condition.is, { enum: condition.is }]
      : [condition.isNot, { not: { enum: condition.isNot } }];
  const absent =
    assumed === undefined ? "isNot" in condition : values.includes(assumed) === "is" in condition;
  return absent ? property(field, schema, shape) : presentProperty(field, schema, shape);
}

/** A schema that accepts a body if the field is absent or its value matches `schema`. */
function property(field: string, schema: Schema | false, shape: Shape): Schema {
  if (stepsTo(field, shape).length === 1) return { properties: { [field]: schema } };
  return { not: presentProperty(field, schema === false || { not: schema }, shape) };
}

/** A schema that accepts a body if the field is present and its value matches `schema`. */
function presentProperty(field: string, schema: Schema | true, shape: Shape): Schema {
  const steps = stepsTo(field, shape);
  return steps.reduceRight<Schema | true>(
    (inner, name, index) => ({
      ...(index > 0 && { type: "object" }),
      properties: { [name]: inner },
      required: [name],
    }),
    schema,
  ) as Schema;
}

/**
 * Combines the parts' schemas with the keyword `word`. A single schema is returned unchanged. Null
 * if any schema is null.
 */
function together(
  word: "allOf" | "anyOf",
  parts: readonly Formula[],
  schemaOf: (part: Formula) => Schema | null,
): Schema | null {
  const schemas = parts.map(schemaOf);
  if (schemas.includes(null)) return null;
  return schemas.length === 1 ? (schemas[0] ?? null) : { [word]: schemas };
}

/**
 * Returns the request as JSON Schema, draft 2020-12. Contains fields, limits, and the error rules
 * that JSON Schema can express. `$comment` lists the ids of all other rules, including warnings. A
 * type that the request both creates and updates has the rules for updates, which reject less.
 * `known` contains definitions of types, keyed by name. The definitions that the body uses are
 * included unchanged, except types whose rules differ in updates.
 */
export function jsonSchema(request: Request, known: Definitions = new Map()): Schema {
  const shape = shapeOfRequest(request);
  const own = request.rules.map((rule) => ({ rule, shape }));
  const nested = nestedRules(request);
  const all = [...own, ...nested];
  const occurrences = occurrencesIn(request);
  const loosened = nested.filter(
    ({ rule, object, shape }) =>
      occurrences.get(object.name) === "both" &&
      !rulesOf(object, request, true).includes(rule) &&
      rule.severity === "error" &&
      ruleSchema(rule, shape) !== null,
  );
  const inexpressible = all.filter(
    ({ rule, shape }) => rule.severity === "error" && ruleSchema(rule, shape) === null,
  );
  const warnings = all.filter(({ rule }) => rule.severity === "warning");
  const defined = definitions(request, known);
  const { properties, general } = intoFields(ruleSchemas(request.rules, shape), request.body);
  return {
    $schema: "https://json-schema.org/draft/2020-12/schema",
    title: request.body.name,
    ...described([request.doc, sentAs(request)]),
    $comment: [
      "Generated from Pinterest's API description. Configure the validator to assert `format`.",
      ...ruleIds("Rules that JSON Schema cannot express", inexpressible),
      ...ruleIds(
        "Rules that are checked less strictly, because the request may be an update",
        loosened,
      ),
      ...ruleIds("Rules that are left out because they only warn", warnings),
    ].join(" "),
    ...objectSchema(request.body),
    ...(request.body.oneOf === undefined ? { properties } : {}),
    ...allOf(general),
    ...(defined.size === 0 ? {} : { $defs: Object.fromEntries(defined) }),
  };
}

/** A sentence about how a request is sent. Empty if it is not the request of an operation. */
function sentAs(
  request: Request & Partial<Pick<Flow, "create"> & Pick<Operation, "call">>,
): string {
  const { method, path } = request.create ?? request.call ?? {};
  return method === undefined ? "" : `Sent as ${method.toUpperCase()} ${path}.`;
}

/**
 * A schema that contains only a description, joined from the sentences that are not empty. An empty
 * schema if there are none.
 */
function described(sentences: readonly string[]): Schema {
  const description = sentences.filter((sentence) => sentence !== "").join(" ");
  return description === "" ? {} : { description };
}

type Definitions = ReadonlyMap<string, Schema>;

/** The schemas of the error rules that JSON Schema can express, in order. */
function ruleSchemas(rules: readonly Rule[], shape: Shape): readonly RuleSchema[] {
  return rules.flatMap((rule) => {
    const schema = rule.severity === "error" ? ruleSchema(rule, shape) : null;
    return schema === null ? [] : [{ message: `${rule.id}: ${ruleInWords(rule, shape)}`, schema }];
  });
}

/** A schema with an `allOf` of the rules. An empty schema if there are none. */
function allOf(rules: readonly RuleSchema[]): Schema {
  return rules.length === 0
    ? {}
    : { allOf: rules.map(({ message, schema }) => ({ $comment: message, ...schema })) };
}

interface RuleSchema {
  readonly message: string;
  readonly schema: Schema;
}

/**
 * Moves unconditional rules about a single field into that field's schema, where form generators
 * look for them. `properties` contains the schemas of all fields, and `general` the other rules.
 */
function intoFields(
  ruleSchemas: readonly RuleSchema[],
  body: ObjectType,
): { readonly properties: Schema; readonly general: readonly RuleSchema[] } {
  // With `oneOf`, the fields' schemas are in the members.
  const own = body.oneOf === undefined ? body.fields : [];
  const fields = new Map(own.map((field) => [field.name, fieldSchema(field)]));
  const general = ruleSchemas.filter(({ message, schema }) => {
    const [[name, propertySchema] = ["", undefined], ...furtherProperties] = Object.entries(
      (schema.properties ?? {}) as Readonly<Record<string, Schema>>,
    );
    const known = fields.get(name);
    const alone =
      Object.keys(schema).length === 1 &&
      furtherProperties.length === 0 &&
      known !== undefined &&
      typeof propertySchema === "object";
    if (!alone || Object.keys(propertySchema).some((key) => Object.hasOwn(known, key))) return true;
    fields.set(name, { ...known, ...propertySchema, $comment: message });
    return false;
  });
  return { properties: Object.fromEntries(fields), general };
}

/** The schema of an object, without its rules. A reference to the union if the object is one. */
function objectSchema(object: ObjectType): Schema {
  const { fields, additionalProperties, minProperties, maxProperties, oneOf } = object;
  // `fields` contains the fields of all members; only the members show which fields belong
  // together.
  if (oneOf !== undefined) return { $ref: `#/$defs/${oneOf}` };
  const required = fields.filter((field) => field.required).map(({ name }) => name);
  return {
    type: "object",
    additionalProperties:
      additionalProperties === undefined
        ? false
        : typeSchema(additionalProperties.type, additionalProperties.limits),
    ...(minProperties === undefined ? {} : { minProperties }),
    ...(maxProperties === undefined ? {} : { maxProperties }),
    ...(required.length === 0 ? {} : { required }),
    properties: Object.fromEntries(fields.map((field) => [field.name, fieldSchema(field)])),
  };
}

/** The schema of a field, with its description and default. */
function fieldSchema({ type, limits, doc, default: assumed }: Field): Schema {
  return {
    ...(doc === "" ? {} : { description: doc }),
    ...typeSchema(type, limits),
    ...(assumed === undefined ? {} : { default: assumed }),
  };
}

/** The schema of a type with limits. Named types become references to `$defs`. */
function typeSchema(type: Type, limits: Limits): Schema {
  switch (type.kind) {
    case "constant":
      return { const: type.value };
    case "bytes":
    case "any":
      return {};
    case "enum":
    case "object":
    case "union":
      return { $ref: `#/$defs/${type.name}` };
    case "array":
      return { type: "array", ...limits, items: typeSchema(type.items, type.each) };
    case "nullable":
      return { anyOf: [typeSchema(type.of, limits), { type: "null" }] };
    default:
      return { type: type.kind, ...limits };
  }
}

/**
 * Schemas of the named types that the body uses, directly or indirectly. A schema in `known` is
 * used as it is, unless updates have a different schema.
 */
function definitions(request: Request, known: Definitions): Definitions {
  const schemas = new Map<string, Schema>();
  const occurrences = occurrencesIn(request);
  const visit = (type: Type): void => {
    if (type.kind === "array") visit(type.items);
    if (type.kind === "nullable") visit(type.of);
    if (!("name" in type) || schemas.has(type.name)) return;
    const { schema, uses, differs } = definitionOf(
      type.name,
      request,
      occurrences.get(type.name) !== "created",
    );
    schemas.set(type.name, (differs ? undefined : known.get(type.name)) ?? schema);
    for (const used of uses) visit(used);
  };
  if (request.body.oneOf !== undefined) visit({ kind: "union", name: request.body.oneOf });
  else for (const field of request.body.fields) visit(field.type);
  return schemas;
}

/**
 * The schema of a named type, for updates or not, and the types it uses. `differs` is true for the
 * update schema of a type whose rules differ in updates.
 */
function definitionOf(
  name: string,
  types: NamedTypes,
  isOfUpdate: boolean,
): { readonly schema: Schema; readonly uses: readonly Type[]; readonly differs?: boolean } {
  const { objects, enums, unions = [] } = types;
  const isIt = (type: { readonly name: string }): boolean => type.name === name;
  const union = unions.find(isIt);
  if (union !== undefined)
    return {
      schema: { anyOf: union.members.map((member) => typeSchema(member.type, member.limits)) },
      uses: union.members.map(({ type }) => type),
    };
  const object = objects.find(isIt);
  if (object === undefined) return { schema: { enum: enums.find(isIt)?.values ?? [] }, uses: [] };
  const { fields, additionalProperties } = object;
  const rules = rulesOf(object, types, isOfUpdate);
  return {
    schema: {
      ...objectSchema(object),
      ...allOf(ruleSchemas(rules, shapeOfObject(object, types))),
    },
    differs: isOfUpdate && !isOfUpdates(name) && differsInUpdates(object, types),
    uses: [
      ...fields.map(({ type }) => type),
      ...(additionalProperties === undefined ? [] : [additionalProperties.type]),
    ],
  };
}

/**
 * A list of one sentence with the rules' ids, such as "Warnings: a and b.". Empty if there are no
 * rules.
 */
function ruleIds(what: string, rules: readonly { readonly rule: Rule }[]): readonly string[] {
  const ids = [...new Set(rules.map(({ rule }) => rule.id))];
  const list = ids.length < 2 ? ids.join("") : `${ids.slice(0, -1).join(", ")} and ${ids.at(-1)}`;
  return ids.length === 0 ? [] : [`${what}: ${list}.`];
}

/** The names of a request's schema and validator in `json-schema.ts`. */
export function jsonSchemaNames({ name }: { readonly name: string }): {
  readonly jsonSchema: Code;
  readonly standardSchema: Code;
} {
  return {
    jsonSchema: identifier(`${camel(name)}JsonSchema`),
    standardSchema: identifier(`${camel(name)}StandardSchema`),
  };
}

/**
 * The view of `json-schema.ts`: each request's schema. Long lists of values are imported from other
 * files. `sent` contains the types that requests share; each is defined once, in `definitions`.
 * Adds what the file uses to `imports`.
 */
export function jsonSchemasView(
  requests: readonly Request[],
  sent: NamedTypes,
  { imports, lists }: FileContext,
): { readonly definitions: View; readonly schemas: View } {
  imports.support("type JsonSchema", "type StandardJsonSchema", "withJsonSchema");
  const { objects, enums, unions = [] } = sent;
  const shared = new Map(
    [...objects, ...enums, ...unions].map(({ name }) => [
      name,
      definitionOf(name, sent, isOfUpdates(name)).schema,
    ]),
  );
  const names = new Map<object, Code>(
    [...shared].map(([name, schema]) => [schema, identifier(name)]),
  );
  const codeOf =
    (types: readonly EnumType[], isOwn = false) =>
    (part: object): Code | null => {
      const name = isOwn ? undefined : names.get(part);
      if (name !== undefined) return name;
      const type = types.find(({ values }) => values === part);
      const home = type === undefined ? null : lists.of(type);
      if (home === null) return null;
      const list = listValues(home, imports);
      return home.kind === "table" ? joined`/* @__PURE__ */ ${list}` : list;
    };
  return {
    definitions: [...names].map(([schema, name]) => ({
      name,
      content: data(schema, codeOf(enums, true)),
    })),
    schemas: requests.map((request) => {
      const { name, body } = request;
      const path = requestPath(request);
      const schema = identifier(`${camel(name)}Schema`);
      return {
        ...flowNames(request),
        ...jsonSchemaNames(request),
        request: imports.file(path, joined`type ${identifier(body.name)}`),
        schema: imports.file(path, schema),
        content: data(jsonSchema(request, shared), codeOf(request.enums)),
      };
    }),
  };
}
