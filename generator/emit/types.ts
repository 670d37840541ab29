import { type Code, identifier, joined, list, local, members, property, prose, regularExpression, typeCode, type View } from "../code.js";
import { comment, wordsAbout } from "../comment.js";
import { camel, pascal } from "../lower/names.js";
import { comparePatterns } from "../lower/pattern-language.js";
import { shapeOf } from "../lower/rules.js";
import type { Column, ColumnValue, EnumType, Field, Limits, ObjectType, Operation, Request, Type, UnionType } from "../model/model.js";
import { kindOf, ruleInWords } from "../rules/parse.js";

/** Patterns that have a name in words and a faster test than a regular expression. */
const KNOWN = { digits: "^\\d+$", day: "^(\\d{4})-(\\d{2})-(\\d{2})$" } as const;

const TESTS = { digits: "isDigits", day: "isDayShaped" } as const;

/** Which of them a pattern is, however it is written. */
export function knownPattern(pattern: string): keyof typeof KNOWN | null {
  const names = Object.keys(KNOWN) as (keyof typeof KNOWN)[];
  return names.find((name) => comparePatterns(KNOWN[name], pattern) === "same") ?? null;
}

/** The pattern as the runtime knows it, which has words for it. */
export function writtenPattern(pattern: string): string {
  const known = knownPattern(pattern);
  return known === null ? pattern : KNOWN[known];
}

/** Code that is true when the value does not match. */
export function patternTest(pattern: string, value: Code): Code {
  const known = knownPattern(pattern);
  return known === null ? joined`!${regularExpression(pattern)}.test(${value})` : joined`!${identifier(TESTS[known])}(${value})`;
}

/** What the values of a column are in. */
const UNITS: Readonly<Record<ColumnValue, string>> = {
  id: "An id, exact to the last digit.",
  name: "What somebody called it.",
  text: "Words.",
  url: "A link.",
  label: "One of a few words, or a number that stands for one.",
  count: "A count.",
  number: "A number; nobody states its unit.",
  rate: "A part of a whole; nobody states whether 1 or 100 is all of it.",
  ratio: "One amount for another, such as return for spend: may be above 1.",
  seconds: "A time in seconds.",
  money: "Money in the ad account's currency.",
  "micro-money": "Money in millionths of the ad account's currency.",
  "unknown-money": "Money; nobody states whether in the ad account's currency or in millionths of it.",
  unknown: "A number or words; nobody states what of.",
};

/** What a column's values are, and whether more than its name says so. */
export function columnDoc({ value, verified, note }: Omit<Column, "name">): Code {
  const noted = note === undefined ? "" : ` ${note.charAt(0).toUpperCase()}${note.slice(1)}.`;
  return prose(`${UNITS[value]}${verified || value === "unknown" ? "" : " Only its name says so."}${noted}`);
}

/** Our sentence, then what one field alone must satisfy. */
export function fieldDoc({ name, doc, type, limits, default: assumed }: Field): Code {
  const words = [doc, ...limitsInWords(type, limits, name)];
  if (assumed !== undefined) words.push(`Default: \`${JSON.stringify(assumed)}\`.`);
  return sentences(words);
}

function sentences(words: readonly string[]): Code {
  return prose(words.filter((sentence) => sentence !== "").join(" "));
}

/** What one field alone must satisfy, a sentence each. */
export function limitsInWords(type: Type, limits: Limits, name: string): readonly string[] {
  if (type.kind === "nullable") return limitsInWords(type.of, limits, name);
  if (type.kind === "array")
    return [...countInWords(limits, name), ...limitsInWords(type.items, type.each, name).map((sentence) => `Each: ${sentence}`)];
  const { pattern, minimum, above, maximum, format } = limits;
  const said: string[] = format === "date" ? ["As YYYY-MM-DD."] : [];
  if (pattern !== undefined) said.push(patternInWords(pattern));
  if (above !== undefined) said.push(`Above ${above}.`);
  if (minimum !== undefined && maximum !== undefined) said.push(`${minimum} to ${maximum}.`);
  else if (minimum !== undefined) said.push(`At least ${minimum}.`);
  else if (maximum !== undefined) said.push(`At most ${maximum}.`);
  return said;
}

function patternInWords(pattern: string): string {
  const known = knownPattern(pattern);
  return known === null ? `Matches \`${pattern}\`.` : { digits: "Digits only.", day: "As YYYY-MM-DD." }[known];
}

/** How many a list may hold, of what its name ends in: `campaign_ids` holds ids. */
function countInWords({ minItems, maxItems }: Limits, name: string): readonly string[] {
  const of = /(?<![a-z])[a-z]+s$/.exec(name)?.[0] ?? "items";
  if (minItems === undefined && maxItems === undefined) return [];
  if (maxItems === undefined) return [`At least ${minItems} ${minItems === 1 ? "item" : of}.`];
  return [minItems === undefined ? `At most ${maxItems} ${of}.` : `${minItems} to ${maxItems} ${of}.`];
}

/** What each named type of a request is. */
export function requestDocs(request: Request): ReadonlyMap<string, Code> {
  const { name, doc, body, unions = [] } = request;
  const first = [body.name, ...(body.oneOf === undefined ? [] : [body.oneOf])];
  const whole = sentences([`The request of \`${camel(name)}\`.`, doc]);
  const members = unions.find((union) => union.name === body.oneOf)?.members ?? [];
  return new Map([
    ...docsByPlace(request, body.oneOf === undefined ? [body] : []),
    ...members.flatMap(({ type }) => named(type, `One kind of \`${body.name}\`.`)),
    ...first.map((one) => [one, whole] as const),
  ]);
}

/** The same of the answer of a single call, `whole`. */
export function answerDocs(single: Operation, whole: string): ReadonlyMap<string, Code> {
  const { name, doc, answer } = single;
  const of = `the answer of \`${camel(name)}\``;
  return new Map([
    ...docsByPlace(single, []),
    ...(answer?.kind === "array" ? named(answer.items, `One row of ${of}.`) : []),
    [whole, sentences([`The answer of \`${camel(name)}\`.`, doc])],
  ]);
}

/** Types by where they stand: the field that holds them, and what it is for. The first place counts. */
function docsByPlace({ objects, unions = [] }: Request, more: readonly ObjectType[]): readonly (readonly [string, Code])[] {
  const found = [...more, ...objects].flatMap(({ name, fields, others }) => [
    ...fields.flatMap((field) => held(field.type, `\`${field.name}\` of \`${name}\``, field.doc)),
    ...(others === undefined ? [] : held(others.type, `What \`${name}\` holds under any name`, others.doc)),
  ]);
  const members = unions.flatMap(({ name, members }) => members.flatMap(({ type }) => named(type, `One kind of \`${name}\`.`)));
  return [...new Map([...found, ...members].reverse())];
}

function held(type: Type, place: string, doc: string): readonly (readonly [string, Code])[] {
  if (type.kind === "nullable") return held(type.of, place, doc);
  if (type.kind === "array") return held(type.items, `One of ${place}`, doc);
  return named(type, `${place}.`, doc);
}

function named(type: Type, ...words: readonly string[]): readonly (readonly [string, Code])[] {
  return "name" in type ? [[type.name, sentences(words)]] : [];
}

/** An enum that is longer stands one value a line. */
const LONGEST_LINE = 110;

/** `types.ts`: the request and what it is made of, flat and readable. */
export function typesView(request: Request): { readonly [name: string]: View } {
  return declared(request, request.body, { reached: declaredFrom(request.body, request), docs: requestDocs(request) });
}

/** The same with the answer of a single call: its enums are open, for the API may add a value before we do. */
export function singleTypesView(single: Operation): View {
  const { body, answer } = single;
  const asked = declared(single, body, { reached: declaredFrom(body, single), docs: requestDocs(single) });
  if (answer === null) return asked;
  const name = answerName(single);
  const docs = answerDocs(single, name);
  const answered = declared(single, null, { reached: reachedBy([answer], single), docs, closed: tagsOf(single) });
  const alias = typeCode(answer) === name ? [] : [aliasView(name, [typeCode(answer)], docs)];
  return {
    interfaces: [...listOf(asked.interfaces), ...listOf(answered.interfaces)],
    enums: [...listOf(asked.enums), ...alias, ...listOf(answered.enums)],
  };
}

/** The types of a request that the entry shows: its own and what it reaches. */
export function shownOf(body: ObjectType, request: Request): readonly string[] {
  return [body.name, ...[...declaredFrom(body, request)].filter((name) => name !== body.oneOf)];
}

/** The types that the entry shows of a single call. */
export function singleTypes(single: Operation): readonly Code[] {
  const { body, answer } = single;
  const answered = answer === null ? [] : [...reachedBy([answer], single), answerName(single)];
  return [...new Set([...shownOf(body, single), ...answered])].sort().map((name) => identifier(name));
}

/** What the answer of a single call is called. */
export function answerName({ name }: Operation): Code {
  return identifier(`${pascal(name)}Answer`);
}

/** What is to be declared of a request's types, and what is said of each. */
interface Declared {
  readonly reached: ReadonlySet<string>;
  readonly docs: Docs;
  /** Enums that stay closed in an answer. */
  readonly closed?: ReadonlySet<string>;
}

type Docs = ReadonlyMap<string, Code>;

/** Declarations of the named types among all: closed for what is asked, open but for `closed` ones where there is no request. */
function declared(request: Request, body: ObjectType | null, { reached, docs, closed = new Set() }: Declared): Lists {
  const unions = (request.unions ?? []).filter(({ name }) => reached.has(name) || name === body?.oneOf);
  const whole =
    body?.oneOf === undefined
      ? []
      : [aliasView(identifier(body.name), memberTypes(unions.find(({ name }) => name === body.oneOf)), docs, body.description)];
  const objects = [
    ...(body === null || body.oneOf !== undefined ? [] : [withWarnings(body, request)]),
    ...request.objects.filter(({ name }) => reached.has(name)),
  ];
  return {
    interfaces: objects.map((object) => interfaceView(object, docs, request.description)),
    enums: [
      ...whole,
      ...unions
        .filter(({ name }) => name !== body?.oneOf)
        .map((union) => aliasView(identifier(union.name), memberTypes(union), docs, union.description)),
      ...request.enums
        .filter(({ name }) => reached.has(name))
        .map((type) => enumView(type, { docs, open: body === null && !closed.has(type.name) })),
    ],
  };
}

interface Lists {
  readonly [name: string]: readonly View[];
  readonly interfaces: readonly View[];
  readonly enums: readonly View[];
}

function listOf(views: readonly View[]): readonly View[] {
  return views;
}

/** Enums that tell the members of a union apart: open, the compiler could not tell by them. */
function tagsOf({ unions = [], objects }: Request): ReadonlySet<string> {
  const tags = unions.flatMap(({ by, members }) =>
    members.flatMap(({ type }) => {
      const object = objects.find(({ name }) => type.kind === "object" && name === type.name);
      const tag = object?.fields.find(({ name }) => name === by)?.type;
      return tag?.kind === "enum" ? [tag.name] : [];
    }),
  );
  return new Set(tags);
}

function memberTypes(union: UnionType | undefined): readonly Code[] {
  return [...new Set((union?.members ?? []).map(({ type }) => typeCode(type)))];
}

/** The same with the values that a field has in any member of a request that is one of several: rows, columns and rules name them. */
function declaredFrom(body: ObjectType, request: Request): ReadonlySet<string> {
  const reached = reachedFrom(body, request);
  if (body.oneOf === undefined) return reached;
  const enums = body.fields.flatMap(({ type }) => enumsIn(type));
  return new Set([...reached, ...enums]);
}

function enumsIn(type: Type): readonly string[] {
  if (type.kind === "array") return enumsIn(type.items);
  if (type.kind === "nullable") return enumsIn(type.of);
  return type.kind === "enum" ? [type.name] : [];
}

/** The names of the types that the request reaches; answers are not printed here. */
export function reachedFrom(start: ObjectType, request: Request): ReadonlySet<string> {
  const whole = start.oneOf === undefined ? [] : [{ kind: "union" as const, name: start.oneOf }];
  return reachedBy(whole.length > 0 ? whole : typesIn(start), request);
}

function reachedBy(types: readonly Type[], { objects, unions = [] }: Request): ReadonlySet<string> {
  const reached = new Set<string>();
  function visit(type: Type): void {
    if (type.kind === "array") visit(type.items);
    if (type.kind === "nullable") visit(type.of);
    if (!("name" in type) || reached.has(type.name)) return;
    reached.add(type.name);
    for (const object of objects) if (object.name === type.name) typesIn(object).forEach(visit);
    for (const union of unions) if (union.name === type.name) union.members.forEach((member) => void visit(member.type));
  }
  types.forEach(visit);
  return reached;
}

/** A body whose fields say which rules only warn of them: the compiler never does. */
function withWarnings(body: ObjectType, request: Request): ObjectType {
  const shape = shapeOf(request);
  const warning = request.rules.filter((rule) => kindOf(rule).severity === "warning");
  const about = (name: string): readonly string[] =>
    warning.filter((rule) => kindOf(rule).fields(rule.params).includes(name)).map((rule) => `${capital(ruleInWords(rule, shape))}.`);
  return { ...body, fields: body.fields.map((field) => ({ ...field, doc: [field.doc, ...about(field.name)].join(" ").trim() })) };
}

/** A sentence begins with a capital, unless it begins with the name of a field. */
function capital(words: string): string {
  return /^[a-z]+(?![\w]*_)/.test(words) ? words.charAt(0).toUpperCase() + words.slice(1) : words;
}

function typesIn({ fields, others }: ObjectType): readonly Type[] {
  return [...fields.map(({ type }) => type), ...(others === undefined ? [] : [others.type])];
}

function interfaceView({ name, fields, others, description }: ObjectType, docs: Docs, operation: string | undefined): View {
  const othersDoc = comment(prose(others?.doc ?? ""), others?.description);
  return {
    name: identifier(name),
    doc: comment(docOf(name, docs), description),
    fields: fields.map((field) => fieldView(field, operation)),
    open: others !== undefined,
    others: othersCode(fields, others?.type),
    explained: others !== undefined && (othersDoc.block || othersDoc.line !== ""),
    othersDoc,
  };
}

function docOf(name: string, docs: Docs): Code {
  return docs.get(name) ?? prose(`\`${name}\`.`);
}

/** What any field may hold where there may be others: an index must allow for what stands beside it. */
function othersCode(fields: readonly Field[], others: Type | undefined): Code {
  if (others === undefined || others.kind === "any") return identifier("unknown");
  const optional = fields.some(({ required }) => !required) ? [identifier("undefined")] : [];
  return list([...new Set([typeCode(others), ...fields.map(({ type }) => typeCode(type)), ...optional])], " | ");
}

function fieldView(field: Field, operation: string | undefined): View {
  const doc = comment(fieldDoc(field), `${field.description ?? ""}\n\n${wordsAbout(field.name, operation)}`);
  return {
    documented: doc.block || doc.line !== "",
    doc,
    name: property(field.name),
    optional: !field.required,
    type: typeCode(field.type),
  };
}

function enumView(type: EnumType, { docs, open }: { readonly docs: Docs; readonly open: boolean }): View {
  const base = type.values.every((value) => typeof value === "number") ? "number" : "string";
  const more = open ? [joined`(${identifier(base)} & {})`] : [];
  return aliasView(identifier(type.name), [...members(type), ...more], docs, type.description);
}

function aliasView(name: Code, values: readonly Code[], docs: Docs, description?: string): View {
  const line = list(values, " | ");
  return { name, doc: comment(docOf(name, docs), description), long: line.length > LONGEST_LINE, line, values };
}

/** The names that a flow's generated code goes by. */
export function flowNames(flow: Request): { readonly [name: string]: Code } {
  const name = pascal(flow.name);
  const small = name.charAt(0).toLowerCase() + name.slice(1);
  return {
    request: identifier(flow.body.name),
    validate: identifier(`validate${name}`),
    schema: identifier(`${small}Schema`),
    rules: identifier(`${small}Rules`),
    columns: identifier(`${small}Columns`),
    row: identifier(`${name}Row`),
    values: identifier(`${name}ColumnValues`),
    client: identifier(`${name}Client`),
    flow: local(small),
    member: property(small),
    facts: identifier(`${small}Facts`),
    checked: identifier(`Checked${name}`),
    strictName: identifier(`Strict${flow.body.name}`),
  };
}
