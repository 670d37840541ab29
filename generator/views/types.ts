import { pascal } from "../lower/names.js";
import type { EnumType, Field, Limits, ObjectType, Request, Single, Type, UnionType } from "../model/model.js";
import { type Code, identifier, joined, list, property, prose, type View } from "../text/code.js";
import { members, typeCode } from "../text/type.js";

/** An enum that is longer stands one value a line. */
const LONGEST_LINE = 110;

/** `types.ts`: the request and what it is made of, flat and readable. */
export function typesView(request: Request): { readonly [name: string]: View } {
  return declared(request, request.body, reachedFrom(request.body, request), NONE);
}

/** The same with the answer of a single call: its enums are open, for the API may add a value before we do. */
export function singleTypesView(single: Single): View {
  const { body, answer } = single;
  const asked = declared(single, body, reachedFrom(body, single), NONE);
  if (answer === null) return asked;
  const reached = reachedBy([answer], single);
  const answered = declared(single, null, reached, tagsOf(single));
  const name = answerName(single);
  const alias = typeCode(answer) === name ? [] : [aliasView(name, [typeCode(answer)])];
  return {
    interfaces: [...listOf(asked.interfaces), ...listOf(answered.interfaces)],
    enums: [...listOf(asked.enums), ...alias, ...listOf(answered.enums)],
  };
}

/** The types of a request that the entry shows: its own and what it reaches. */
export function shownOf(body: ObjectType, request: Request): readonly string[] {
  return [body.name, ...[...reachedFrom(body, request)].filter((name) => name !== body.oneOf)];
}

/** The types that the entry shows of a single call. */
export function singleTypes(single: Single): readonly Code[] {
  const { body, answer } = single;
  const answered = answer === null ? [] : [...reachedBy([answer], single), answerName(single)];
  return [...new Set([...shownOf(body, single), ...answered])].sort().map((name) => identifier(name));
}

/** What the answer of a single call is called. */
export function answerName({ name }: Single): Code {
  return identifier(`${pascal(name)}Answer`);
}

const NONE: ReadonlySet<string> = new Set();

/** Declarations of the named types among all: closed for what is asked, open but for `closed` ones where there is no request. */
function declared(request: Request, body: ObjectType | null, reached: ReadonlySet<string>, closed: ReadonlySet<string>): Lists {
  const unions = (request.unions ?? []).filter(({ name }) => reached.has(name) || name === body?.oneOf);
  const whole =
    body?.oneOf === undefined ? [] : [aliasView(identifier(body.name), memberTypes(unions.find(({ name }) => name === body.oneOf)))];
  const objects = [
    ...(body === null || body.oneOf !== undefined ? [] : [body]),
    ...request.objects.filter(({ name }) => reached.has(name)),
  ];
  return {
    interfaces: objects.map(interfaceView),
    enums: [
      ...whole,
      ...unions.filter(({ name }) => name !== body?.oneOf).map((union) => aliasView(identifier(union.name), memberTypes(union))),
      ...request.enums.filter(({ name }) => reached.has(name)).map((type) => enumView(type, body === null && !closed.has(type.name))),
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

function typesIn({ fields, others }: ObjectType): readonly Type[] {
  return [...fields.map(({ type }) => type), ...(others === undefined ? [] : [others.type])];
}

function interfaceView({ name, fields, others }: ObjectType): View {
  return { name: identifier(name), fields: fields.map(fieldView), open: others !== undefined, others: othersCode(fields, others?.type) };
}

/** What any field may hold where there may be others: an index must allow for what stands beside it. */
function othersCode(fields: readonly Field[], others: Type | undefined): Code {
  if (others === undefined || others.kind === "any") return identifier("unknown");
  const optional = fields.some(({ required }) => !required) ? [identifier("undefined")] : [];
  return list([...new Set([typeCode(others), ...fields.map(({ type }) => typeCode(type)), ...optional])], " | ");
}

function fieldView(field: Field): View {
  const doc = fieldDoc(field);
  return { documented: doc !== "", doc, name: property(field.name), optional: !field.required, type: typeCode(field.type) };
}

/** Our sentence, then what one field alone must satisfy. */
export function fieldDoc(field: Field): Code {
  const words = [field.doc, ...limitsInWords(field.type, field.limits)];
  if (field.default !== undefined) words.push(`Default: \`${JSON.stringify(field.default)}\`.`);
  return prose(words.filter((sentence) => sentence !== "").join(" "));
}

/** What one field alone must satisfy, a sentence each. */
export function limitsInWords(type: Type, limits: Limits): readonly string[] {
  if (type.kind === "array")
    return [...countInWords(limits), ...limitsInWords(type.items, type.each).map((sentence) => `Each: ${sentence}`)];
  const { pattern, minimum, above, maximum, format } = limits;
  const said: string[] = format === "date" ? ["As YYYY-MM-DD."] : [];
  if (pattern === "^\\d+$") said.push("Digits only.");
  else if (pattern === "^(\\d{4})-(\\d{2})-(\\d{2})$") said.push("As YYYY-MM-DD.");
  else if (pattern !== undefined) said.push(`Matches \`${pattern}\`.`);
  if (above !== undefined) said.push(`Above ${above}.`);
  if (minimum !== undefined && maximum !== undefined) said.push(`${minimum} to ${maximum}.`);
  else if (minimum !== undefined) said.push(`At least ${minimum}.`);
  else if (maximum !== undefined) said.push(`At most ${maximum}.`);
  return said;
}

function countInWords({ minItems, maxItems }: Limits): readonly string[] {
  if (minItems === undefined && maxItems === undefined) return [];
  if (maxItems === undefined) return [`At least ${minItems}.`];
  return [minItems === undefined ? `At most ${maxItems}.` : `${minItems} to ${maxItems}.`];
}

function enumView(type: EnumType, open: boolean): View {
  const base = type.values.every((value) => typeof value === "number") ? "number" : "string";
  const more = open ? [joined`(${identifier(base)} & {})`] : [];
  return aliasView(identifier(type.name), [...members(type), ...more]);
}

function aliasView(name: Code, values: readonly Code[]): View {
  const line = list(values, " | ");
  return { name, long: line.length > LONGEST_LINE, line, values };
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
    flow: identifier(small),
    facts: identifier(`${small}Facts`),
    checked: identifier(`Checked${name}`),
    strictName: identifier(`Strict${flow.body.name}`),
  };
}
