import { markedKind, meaningOf } from "../../runtime/validation/column-kinds.js";
import { pluralize } from "../../runtime/validation/wording.js";
import {
  type Code,
  identifier,
  joined,
  list,
  local,
  members,
  property,
  prose,
  regularExpression,
  type View,
} from "../code.js";
import { type Comment, comment, wordsAbout } from "../comment.js";
import { camel, constant, pascal } from "../lower/names.js";
import { comparePatterns } from "../lower/pattern-language.js";
import type {
  Column,
  EnumType,
  Field,
  Limits,
  Model,
  NamedTypes,
  ObjectType,
  Operation,
  Request,
  Type,
  UnionType,
} from "../model/model.js";
import { namedIn, reachedBy, typesIn } from "../model/written.js";
import { kindOf, ruleInWords } from "../rules/parse.js";
import { shapeOf } from "../rules/shape.js";
import type { SharedChecks } from "./checks.js";
import type { Imports } from "./imports.js";
import { type Lists, listType } from "./lists.js";

/** Patterns that the runtime describes in words, and tests faster than a regular expression. */
const KNOWN = { digits: "^\\d+$", day: "^\\d{4}-\\d{2}-\\d{2}$" } as const;

/** For each known pattern, a string that it accepts. */
const ACCEPTED = { digits: "20240229", day: "2024-02-29" } as const;

const TESTS = { digits: "isDigits", day: "isDayShaped" } as const;

/**
 * Caches the names of known patterns. A description has few patterns, each on many fields, and
 * comparing patterns is slow.
 */
const knownNames = new Map<string, keyof typeof KNOWN | null>();

/**
 * The known pattern that accepts the same strings, even if it is written differently. Null if there
 * is none.
 */
function knownPattern(pattern: string): keyof typeof KNOWN | null {
  const compared = knownNames.get(pattern);
  if (compared !== undefined) return compared;
  const names = Object.keys(KNOWN) as (keyof typeof KNOWN)[];
  // Comparing is slow, so first check whether the pattern accepts the known pattern's example.
  const test = new RegExp(pattern);
  const name =
    names.find(
      (known) => test.test(ACCEPTED[known]) && comparePatterns(KNOWN[known], pattern) === "same",
    ) ?? null;
  knownNames.set(pattern, name);
  return name;
}

/**
 * Returns the known pattern (digits only, or YYYY-MM-DD) that accepts the same strings. Returns
 * `pattern` unchanged if there is none.
 */
export function writtenPattern(pattern: string): string {
  const known = knownPattern(pattern);
  return known === null ? pattern : KNOWN[known];
}

/**
 * Returns code that is true if a string does not match the pattern. `value` is the code of the
 * string. A known pattern (digits, YYYY-MM-DD) is tested by a runtime function, which is added to
 * `imports`. Any other pattern is tested with a regular expression.
 */
export function patternTest(pattern: string, value: Code, imports: Imports): Code {
  const known = knownPattern(pattern);
  if (known === null) return joined`!${regularExpression(pattern)}.test(${value})`;
  imports.support(TESTS[known]);
  return joined`!${identifier(TESTS[known])}(${value})`;
}

/** Columns that the report file contains even if they are not requested. */
export const ADDED_COLUMNS: Readonly<Record<string, string>> = {
  DATE: "Date in YYYY-MM-DD format; missing if the granularity is TOTAL. Pinterest does not document the format of an hour, or which day represents a week or a month.",
  TARGETING_TYPE:
    "Targeting type of the row; only at targeting levels. Rows of different types overlap, so do not add them up.",
  TARGETING_VALUE: "Value of the row's targeting type: a code or id, rarely a name.",
};

/** Text of a column's doc comment, without delimiters. */
export function columnDoc(column: Column): Code {
  return prose(capitalized(meaningOf(markedKind(column), noteOf(column))));
}

/** Returns a column's note as a sentence. Undefined if it has none. */
export function noteOf({ note }: Column): string | undefined {
  return note === undefined ? undefined : `${capitalized(note)}.`;
}

/** Capitalizes the first letter. */
function capitalized(words: string): string {
  return words.charAt(0).toUpperCase() + words.slice(1);
}

/**
 * The text of a field's doc comment, on one line without delimiters. It contains the field's `doc`,
 * its limits in words, and its default as JSON. Empty if the field has none of these.
 */
function fieldDoc({ name, doc, type, limits, default: assumed }: Field): Code {
  const words = [doc, ...limitsInWords(type, limits, name)];
  if (assumed !== undefined) words.push(`Default: \`${JSON.stringify(assumed)}\`.`);
  return sentences(words);
}

/** Joins the sentences that are not empty. */
function sentences(words: readonly string[]): Code {
  return prose(words.filter((sentence) => sentence !== "").join(" "));
}

/**
 * Returns the limits on a value in words, one sentence each. Empty if there are none.
 *
 * They are:
 * * the length of a list, and whether its items must differ,
 * * the format, pattern and length of a string,
 * * the range and step of a number.
 *
 * The limits on a list's items are one sentence that begins with `Each:`. The sentence about a
 * list's length uses the last word of `name` if that is plural, such as `ids` for `campaign_ids`,
 * and otherwise "items".
 */
export function limitsInWords(type: Type, limits: Limits, name: string): readonly string[] {
  if (type.kind === "nullable") return limitsInWords(type.of, limits, name);
  if (type.kind === "array") {
    const each = limitsInWords(type.items, type.each, name).map(
      (sentence) => sentence[0]?.toLowerCase() + sentence.slice(1, -1),
    );
    return [
      ...countInWords(limits, name),
      ...(limits.uniqueItems === true ? ["No duplicates."] : []),
      ...(each.length > 0 ? [`Each: ${each.join(", ")}.`] : []),
    ];
  }
  const { pattern, minimum, exclusiveMinimum, maximum, exclusiveMaximum, multipleOf } = limits;
  const length = lengthInWords(limits);
  const sentences: string[] =
    limits.format === undefined ? [] : [`Format: ${FORMATS_IN_WORDS[limits.format]}.`];
  if (pattern !== undefined) sentences.push(patternInWords(pattern));
  if (length !== null) sentences.push(length);
  if (exclusiveMinimum !== undefined) sentences.push(`Above ${exclusiveMinimum}.`);
  if (minimum !== undefined && maximum !== undefined) sentences.push(`${minimum} to ${maximum}.`);
  else if (minimum !== undefined) sentences.push(`At least ${minimum}.`);
  else if (maximum !== undefined) sentences.push(`At most ${maximum}.`);
  if (exclusiveMaximum !== undefined) sentences.push(`Below ${exclusiveMaximum}.`);
  if (multipleOf !== undefined) sentences.push(`A multiple of ${multipleOf}.`);
  return sentences;
}

const FORMATS_IN_WORDS = { date: "YYYY-MM-DD", "date-time": "YYYY-MM-DDThh:mm:ssZ" };

/** Allowed lengths of a string, in characters. Null if any length is allowed. */
function lengthInWords({ minLength, maxLength }: Limits): string | null {
  if (maxLength !== undefined)
    return `${minLength === undefined ? "At most" : `${minLength} to`} ${pluralize(maxLength, "character")}.`;
  return minLength === undefined ? null : `At least ${pluralize(minLength, "character")}.`;
}

/** A sentence about a pattern: in words if it is known, otherwise the pattern itself. */
function patternInWords(pattern: string): string {
  const known = knownPattern(pattern);
  return known === null
    ? `Matches \`${pattern}\`.`
    : { digits: "Digits only.", day: "Format: YYYY-MM-DD." }[known];
}

/**
 * A sentence about the allowed lengths of a list, as a list; empty if any length is allowed. The
 * noun is the last word of the field's name: "ids" for `campaign_ids`.
 */
function countInWords({ minItems, maxItems }: Limits, name: string): readonly string[] {
  const of = /(?<![a-z])[a-z]+s$/.exec(name)?.[0] ?? "items";
  if (minItems === undefined && maxItems === undefined) return [];
  if (maxItems === undefined) return [`At least ${minItems} ${minItems === 1 ? "item" : of}.`];
  return [
    `${minItems === undefined ? "At most" : `${minItems} to`} ${maxItems} ${maxItems === 1 ? "item" : of}.`,
  ];
}

/**
 * Doc comments of a request's types, by type name.
 *
 * The comments of the body and of its union (`oneOf`) give the operation's name and description.
 * The comment of a field's type gives the field's name and description. The comment of a union's
 * member gives the union's name. If several fields have the same type, the first one is named.
 */
function requestDocs(request: Request): Docs {
  const { name, doc, body, unions = [] } = request;
  const first = [body.name, ...(body.oneOf === undefined ? [] : [body.oneOf])];
  const requestDoc = sentences([`The request for \`${camel(name)}\`.`, doc]);
  const members = unions.find((union) => union.name === body.oneOf)?.members ?? [];
  return new Map([
    // Enums of a union body's fields are not in the members.
    ...docsByPlace({ objects: [] }, [body]),
    ...docsByPlace(request, body.oneOf === undefined ? [body] : []),
    ...members.flatMap(({ type }) => named(type, `One variant of \`${body.name}\`.`)),
    ...first.map((type) => [type, { text: requestDoc }] as const),
  ]);
}

/**
 * Doc comments of a response's types, by type name. The types are `responseType` and the named
 * types of fields and rows.
 */
function responseDocs(operation: Operation, responseType: string): Docs {
  const { name, doc } = operation;
  return new Map([
    ...docsByPlace(operation, []),
    ...docsOfWhole(operation),
    [responseType, { text: sentences([`The response to \`${camel(name)}\`.`, doc]) }],
  ]);
}

/** The doc comment for the type of a whole response or, if the response is a list, of its rows. */
function docsOfWhole({ name, response }: Operation): readonly (readonly [string, TypeDoc])[] {
  if (response === null) return [];
  return response.kind === "array"
    ? named(response.items, `One row of the response to \`${camel(name)}\`.`)
    : named(response, `The response to \`${camel(name)}\`.`);
}

/** A doc comment for each type that an operation uses. A type can occur more than once. */
function docsIn(operation: Operation): readonly (readonly [string, TypeDoc])[] {
  return [...docsOfWhole(operation), ...docsByPlace(operation, [operation.body])];
}

/**
 * A doc comment for each type. It gives the name and description of the field with that type. If
 * several fields have the type, the first one is used.
 */
function docsByPlace(
  { objects, unions = [] }: Pick<NamedTypes, "objects" | "unions">,
  bodies: readonly ObjectType[],
): readonly (readonly [string, TypeDoc])[] {
  const found = [...bodies, ...objects].flatMap(({ name, fields, additionalProperties }) => [
    ...fields.flatMap((field) =>
      docsOfField(field, field.type, `\`${field.name}\` in \`${name}\``),
    ),
    ...(additionalProperties === undefined
      ? []
      : docsOfField(
          additionalProperties,
          additionalProperties.type,
          `the value of each ${fields.length === 0 ? "" : "other "}key in \`${name}\``,
        )),
  ]);
  const members = unions.flatMap(({ name, members }) =>
    members.flatMap(({ type }) => named(type, `One variant of \`${name}\`.`)),
  );
  return [...new Map([...found, ...members].reverse())];
}

/**
 * The doc comment of the named type in a field's type, as a list of one. Empty if the type is not
 * named.
 */
function docsOfField(
  field: Pick<Field, "doc" | "description">,
  type: Type,
  holder: string,
): readonly (readonly [string, TypeDoc])[] {
  if (type.kind === "nullable") return docsOfField(field, type.of, holder);
  if (type.kind === "array") {
    // The field's text is about the list, not about one of its items.
    return docsOfField({ ...field, doc: "" }, type.items, `an item of ${holder}`);
  }
  return named(type, `${capitalized(holder)}.`, field.doc).map(([name, doc]) => [
    name,
    { ...doc, fieldDescription: field.description },
  ]);
}

/** A type's name and doc comment, as a list of one. Empty if the type is not named. */
function named(type: Type, ...words: readonly string[]): readonly (readonly [string, TypeDoc])[] {
  return "name" in type ? [[type.name, { text: sentences(words) }]] : [];
}

/**
 * The types in the view of a report's `schema.ts`.
 *
 * `interfaces` contains the body, then the objects that it uses. `enums` contains unions and enums
 * as aliases. If the body is a union, it is the first of these aliases, not an interface. All enums
 * are closed. Types in `context.shared` are imported, not declared. Imports are added to
 * `context.imports`.
 */
export function typesView(
  request: Request,
  context: FileContext,
): { readonly [name: string]: View } {
  return declared(request, request.body, {
    ...context,
    reached: declaredFrom(request.body, request),
    docs: requestDocs(request),
  });
}

/**
 * The types in the view of a call's `schema.ts`.
 *
 * `interfaces` and `enums` contain the types of `typesView`, then the response's types. `enums`
 * also has an alias for the response if its type has a different name. Types in `context.shared`
 * are imported, not declared. Enums of the response are open, because the API may add a value
 * before this package does. Discriminators of unions stay closed.
 */
export function operationTypesView(
  operation: Operation,
  context: FileContext,
): { readonly [name: string]: View } {
  const { body, response } = operation;
  const requestTypes = declared(operation, body, {
    ...context,
    reached: declaredFrom(body, operation),
    docs: requestDocs(operation),
  });
  if (response === null) return requestTypes;
  const name = responseName(operation);
  const docs = responseDocs(operation, name);
  const responseTypes = declared(operation, null, {
    ...context,
    reached: reachedBy([response], operation),
    docs,
    closedEnums: tagsOf(operation),
  });
  const code = context.imports.type(response);
  const alias = code === name ? [] : [aliasView(name, [code], docs)];
  return {
    interfaces: [...listOf(requestTypes.interfaces), ...listOf(responseTypes.interfaces)],
    enums: [...listOf(requestTypes.enums), ...alias, ...listOf(responseTypes.enums)],
  };
}

/**
 * The view of `schemas.ts`: the types that operations share, sorted by name. A type that requests
 * and responses have in common is declared once. Enums that only responses contain are open, except
 * discriminators of unions.
 */
export function schemasView(
  { request, response }: NonNullable<Model["schemas"]>,
  operations: readonly Operation[],
  { lists, imports }: FileContext,
): View {
  const asides = asidesOf(operations);
  const sent = new Set(namedIn(request).map(({ name }) => name));
  const closed = tagsOf(response);
  const all = [request, response].map(
    (types): Required<NamedTypes> => ({
      ...types,
      unions: types.unions ?? [],
    }),
  ) as [Required<NamedTypes>, Required<NamedTypes>];
  const once = <Named extends { readonly name: string }>(
    types: (of: Required<NamedTypes>) => readonly Named[],
  ): readonly Named[] =>
    [...new Map(all.flatMap(types).map((type) => [type.name, type])).values()].sort((one, other) =>
      one.name < other.name ? -1 : 1,
    );
  const objects = once((types) => types.objects);
  const unions = once((types) => types.unions);
  // If several operations use a type, its comment names the first one.
  const places = [
    ...operations.toReversed().flatMap(docsIn),
    ...docsByPlace({ objects, unions }, []),
  ];
  // A type keeps its own description even if a field's comment repeats it, because files that use
  // the type do not contain that comment.
  const docs = new Map(places.map(([name, { text }]) => [name, { text }]));
  return {
    interfaces: objects.map((object) =>
      interfaceView(object, {
        docs,
        imports,
        wordsAbout: (field) => asides.get(field)?.get(object.name) ?? "",
      }),
    ),
    enums: [
      ...unions.map((union) =>
        aliasView(identifier(union.name), memberTypes(union, imports), docs, union.description),
      ),
      ...once((types) => types.enums).map((type) =>
        enumView(type, {
          ...{ docs, imports, lists },
          open: !sent.has(type.name) && !closed.has(type.name),
        }),
      ),
    ],
  };
}

/**
 * Returns what operations' descriptions say about fields, by field name, then by type name. Only
 * types that the operation uses are included. If several operations describe a field, the first one
 * is used.
 */
function asidesOf(
  operations: readonly Operation[],
): ReadonlyMap<string, ReadonlyMap<string, string>> {
  const asides = new Map<string, Map<string, string>>();
  for (const { description = "", objects } of operations)
    for (const field of new Set(description.match(/\w+_\w+/g))) {
      const words = wordsAbout(field, description);
      if (words === "") continue;
      const byType = asides.get(field) ?? new Map<string, string>();
      asides.set(field, byType);
      for (const { name } of objects) if (!byType.has(name)) byType.set(name, words);
    }
  return asides;
}

/**
 * Names of the types that the entry exports for a request, starting with the body's. The others are
 * all types inside the body, at any depth. If the body is a union, the type named by `oneOf` is
 * left out, because it is exported under the body's name.
 */
export function exportedTypes(body: ObjectType, request: Request): readonly string[] {
  return [body.name, ...[...declaredFrom(body, request)].filter((name) => name !== body.oneOf)];
}

/**
 * Names of the types that the `schema.ts` of a report or call declares. The request's types come
 * first, then the response's types. `shared` contains the names of the types in `schemas.ts`.
 */
export function declaredTypes(
  request: Request | Operation,
  shared: ReadonlySet<string>,
): readonly string[] {
  const received =
    "call" in request && request.response !== null
      ? [responseName(request), ...reachedBy([request.response], request)]
      : [];
  const all = new Set([...exportedTypes(request.body, request), ...received]);
  return [...all].filter((name) => !shared.has(name));
}

/** Name of a call's response type: the call's name in PascalCase with the suffix `Response`. */
export function responseName({ name }: Operation): Code {
  return identifier(`${pascal(name)}Response`);
}

/**
 * The imports of the generated file, and data that all files share. The shared data consists of the
 * locations of long lists, and the checks that several validators use.
 */
export interface FileContext {
  readonly imports: Imports;
  readonly lists: Lists;
  readonly checks: SharedChecks;
  /** Names of the types in `schemas.ts`. */
  readonly shared: ReadonlySet<string>;
}

/** Types to declare, and their doc comments. */
interface Declared extends FileContext {
  readonly reached: ReadonlySet<string>;
  readonly docs: Docs;
  /** Enums that stay closed in a response. */
  readonly closedEnums?: ReadonlySet<string>;
}

/** The parts of a type's doc comment. */
interface TypeDoc {
  /** Our own text. */
  readonly text: Code;
  /** The description of the field that `text` names, if any. */
  readonly fieldDescription?: string | undefined;
}

/** The parts of each type's doc comment, by the type's name. */
type Docs = ReadonlyMap<string, TypeDoc>;

/**
 * Declares the types in `reached`. Enums are closed in a request. In a response (`body` is null)
 * they are open, except those in `closedEnums`.
 */
function declared(request: Request, body: ObjectType | null, context: Declared): Declarations {
  const { docs, closedEnums = new Set(), shared, imports } = context;
  const reached = new Set([...context.reached].filter((name) => !shared.has(name)));
  const unions = (request.unions ?? []).filter(
    ({ name }) => reached.has(name) || name === body?.oneOf,
  );
  const oneOfAlias =
    body?.oneOf === undefined
      ? []
      : [
          aliasView(
            identifier(body.name),
            memberTypes(
              unions.find(({ name }) => name === body.oneOf),
              imports,
            ),
            docs,
            body.description,
          ),
        ];
  const objects = [
    ...(body === null || body.oneOf !== undefined ? [] : [withWarnings(body, request)]),
    ...request.objects.filter(({ name }) => reached.has(name)),
  ];
  return {
    interfaces: objects.map((object) =>
      interfaceView(object, {
        docs,
        imports,
        wordsAbout: (field) => wordsAbout(field, request.description),
      }),
    ),
    enums: [
      ...oneOfAlias,
      ...unions
        .filter(({ name }) => name !== body?.oneOf)
        .map((union) =>
          aliasView(identifier(union.name), memberTypes(union, imports), docs, union.description),
        ),
      ...request.enums
        .filter(({ name }) => reached.has(name))
        .map((type) =>
          enumView(type, { ...context, open: body === null && !closedEnums.has(type.name) }),
        ),
    ],
  };
}

interface Declarations {
  readonly [name: string]: readonly View[];
  readonly interfaces: readonly View[];
  readonly enums: readonly View[];
}

/** Returns the views unchanged, typed as a list. */
function listOf(views: readonly View[]): readonly View[] {
  return views;
}

/** Enums that discriminate the members of a union. Such enums must be closed. */
function tagsOf({
  unions = [],
  objects,
}: Pick<NamedTypes, "objects" | "unions">): ReadonlySet<string> {
  const tags = unions.flatMap(({ discriminator, members }) =>
    members.flatMap(({ type }) => {
      const object = objects.find(({ name }) => type.kind === "object" && name === type.name);
      const tag = object?.fields.find(({ name }) => name === discriminator)?.type;
      return tag?.kind === "enum" ? [tag.name] : [];
    }),
  );
  return new Set(tags);
}

/** Code for the types of a union's members, without duplicates. Empty for undefined. */
function memberTypes(union: UnionType | undefined, imports: Imports): readonly Code[] {
  return [...new Set((union?.members ?? []).map(({ type }) => imports.type(type)))];
}

/**
 * The types that a body uses, and the enums in members of a union body. Rows, columns and rules
 * name these enums.
 */
function declaredFrom(body: ObjectType, request: Request): ReadonlySet<string> {
  const reached = reachableTypes(body, request);
  if (body.oneOf === undefined) return reached;
  const enums = body.fields.flatMap(({ type }) => enumsIn(type));
  return new Set([...reached, ...enums]);
}

/**
 * The name of the enum in a type, even inside arrays or a nullable type, as a list of one. Empty if
 * there is none.
 */
function enumsIn(type: Type): readonly string[] {
  if (type.kind === "array") return enumsIn(type.items);
  if (type.kind === "nullable") return enumsIn(type.of);
  return type.kind === "enum" ? [type.name] : [];
}

/**
 * Names of the types that the fields of `start` use, directly or through other types. If `start` is
 * a union, these are the names of the union and of the types it uses. `start` itself is included
 * only if it contains itself. Types of the response are not followed.
 */
export function reachableTypes(start: ObjectType, request: Request): ReadonlySet<string> {
  const unionBody =
    start.oneOf === undefined ? [] : [{ kind: "union" as const, name: start.oneOf }];
  return reachedBy(unionBody.length > 0 ? unionBody : typesIn(start), request);
}

/**
 * A copy of the body whose fields' docs also state the warning rules, because the compiler never
 * reports warnings.
 */
function withWarnings(body: ObjectType, request: Request): ObjectType {
  const shape = shapeOf(request);
  const warning = request.rules.filter((rule) => kindOf(rule).severity === "warning");
  const about = (name: string): readonly string[] =>
    warning
      .filter((rule) => kindOf(rule).fields(rule.params).includes(name))
      .map((rule) => `${capital(ruleInWords(rule, shape))}.`);
  return {
    ...body,
    fields: body.fields.map((field) => ({
      ...field,
      doc: [field.doc, ...about(field.name)].join(" ").trim(),
    })),
  };
}

/** Capitalizes the first letter, unless the sentence begins with the name of a field. */
function capital(words: string): string {
  return /^[a-z]+(?![\w]*_)/.test(words) ? capitalized(words) : words;
}

interface InterfaceContext {
  readonly docs: Docs;
  readonly imports: Imports;
  /** What the operation's description says about a field; empty if nothing. */
  readonly wordsAbout: (field: string) => string;
}

/** The view of an object's interface. */
function interfaceView(
  { name, fields, additionalProperties, description }: ObjectType,
  { docs, imports, wordsAbout }: InterfaceContext,
): View {
  const additionalDoc = comment(
    prose(additionalProperties?.doc ?? ""),
    additionalProperties?.description,
  );
  return {
    name: identifier(name),
    doc: docOf(name, docs, description),
    fields: fields.map((field) => fieldView(field, { imports, wordsAbout })),
    hasAdditional: additionalProperties !== undefined,
    additionalType: additionalCode(fields, additionalProperties?.type, imports),
    hasAdditionalDoc:
      additionalProperties !== undefined && (additionalDoc.block || additionalDoc.line !== ""),
    additionalDoc,
  };
}

/**
 * The comment of a type: our text and the type's description. The description is left out if it is
 * also the description of the field that our text names. If there is neither text nor description,
 * the comment is the type's name.
 */
function docOf(name: string, docs: Docs, description = ""): Comment {
  const { text, fieldDescription } = docs.get(name) ?? {
    text: prose(description === "" ? `\`${name}\`.` : ""),
  };
  return comment(text, description === fieldDescription ? "" : description);
}

/** Type of the index signature. It must include the types of all listed fields. */
function additionalCode(
  fields: readonly Field[],
  additional: Type | undefined,
  imports: Imports,
): Code {
  if (additional === undefined || additional.kind === "any") return identifier("unknown");
  const optional = fields.some(({ required }) => !required) ? [identifier("undefined")] : [];
  return list(
    [
      ...new Set([
        ...[additional, ...fields.map(({ type }) => type)].map((type) => imports.type(type)),
        ...optional,
      ]),
    ],
    " | ",
  );
}

/**
 * The view of a field in an interface. Its comment includes what the operation's description says
 * about the field.
 */
function fieldView(
  field: Field,
  { imports, wordsAbout }: Pick<InterfaceContext, "imports" | "wordsAbout">,
): View {
  const doc = comment(fieldDoc(field), `${field.description ?? ""}\n\n${wordsAbout(field.name)}`);
  return {
    hasDoc: doc.block || doc.line !== "",
    doc,
    name: property(field.name),
    optional: !field.required,
    type: imports.type(field.type),
  };
}

/** The view of an enum as an alias. An open enum also accepts other strings or numbers. */
function enumView(
  type: EnumType,
  {
    docs,
    open,
    imports,
    lists,
  }: Pick<Declared, "docs" | "imports" | "lists"> & { readonly open: boolean },
): View {
  const home = lists.of(type);
  const values = home === null ? members(type) : [listType(home, imports)];
  const base = type.values.every((value) => typeof value === "number") ? "number" : "string";
  const openEnd = open ? [joined`(${identifier(base)} & {})`] : [];
  return aliasView(identifier(type.name), [...values, ...openEnd], docs, type.description);
}

/** The view of a type alias for a union of `values`. */
function aliasView(name: Code, values: readonly Code[], docs: Docs, description?: string): View {
  const doc = docOf(name, docs, description);
  return { name, doc, values: list(values, " | ") };
}

/**
 * Returns the names in the generated code of a report, keyed by role. A call's names come from
 * `operationNames`; only the names that both functions return apply to it.
 *
 * `request` is the name of the body's type, and `strictName` is the same name with the prefix
 * `Strict`. `flow` and `member` are the report's name in camelCase, as a variable and as a
 * property. `rowFacts` is its name in CONSTANT_CASE. All others are the report's name with a prefix
 * or suffix, such as `validateX`, `xSchema`, `XRow` and `XClient`. For the report called `report`,
 * `describeRows` is just `describeRows`.
 */
export function flowNames(flow: Request): { readonly [name: string]: Code } {
  const name = pascal(flow.name);
  const small = name.charAt(0).toLowerCase() + name.slice(1);
  return {
    request: identifier(flow.body.name),
    validate: identifier(`validate${name}`),
    schema: identifier(`${small}Schema`),
    rules: identifier(`${small}Rules`),
    columns: identifier(`${small}Columns`),
    levels: identifier(`${small}Levels`),
    row: identifier(`${name}Row`),
    rowFacts: identifier(constant(name)),
    describeRows: identifier(flow.name === "report" ? "describeRows" : `describe${name}Rows`),
    values: identifier(`${name}ColumnValues`),
    client: identifier(`${name}Client`),
    clientOf: identifier(`${small}Client`),
    flow: local(small),
    member: property(small),
    facts: identifier(`${small}Facts`),
    checkedRequest: identifier(`Checked${name}`),
    strictName: identifier(`Strict${flow.body.name}`),
  };
}
