import { pascal } from "../lower/names.js";
import type { EnumType, Field, Flow, Limits, ObjectType, Type } from "../model/model.js";
import { type Code, identifier, property, prose, type View } from "../text/code.js";
import { members, typeCode, union } from "../text/type.js";

/** An enum that is longer stands one value a line. */
const LONGEST_LINE = 110;

/** `types.ts`: the request and what it is made of, flat and readable. */
export function typesView(flow: Flow): View {
  const reached = reachedFrom(flow.body, flow);
  return {
    interfaces: [flow.body, ...flow.objects.filter(({ name }) => reached.has(name))].map(interfaceView),
    enums: flow.enums.filter(({ name }) => reached.has(name)).map(enumView),
  };
}

/** The names of the types that the request reaches; answers are not printed here. */
export function reachedFrom(start: ObjectType, flow: Flow): ReadonlySet<string> {
  const reached = new Set<string>();
  function visit(type: Type): void {
    if (type.kind === "array") visit(type.items);
    if (type.kind === "nullable") visit(type.of);
    if (type.kind !== "enum" && type.kind !== "object") return;
    if (reached.has(type.name)) return;
    reached.add(type.name);
    for (const field of flow.objects.find(({ name }) => name === type.name)?.fields ?? []) visit(field.type);
  }
  for (const field of start.fields) visit(field.type);
  return reached;
}

function interfaceView({ name, fields }: ObjectType): View {
  return { name: identifier(name), fields: fields.map(fieldView) };
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
  const { pattern, minimum, maximum } = limits;
  const said: string[] = [];
  if (pattern === "^\\d+$") said.push("Digits only.");
  else if (pattern === "^(\\d{4})-(\\d{2})-(\\d{2})$") said.push("As YYYY-MM-DD.");
  else if (pattern !== undefined) said.push(`Matches \`${pattern}\`.`);
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

function enumView(type: EnumType): View {
  const line = union(type);
  return { name: identifier(type.name), long: line.length > LONGEST_LINE, line, values: members(type) };
}

/** The names that a flow's generated code goes by. */
export function flowNames(flow: Flow): { readonly [name: string]: Code } {
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
