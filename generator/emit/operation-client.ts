import { type Code, identifier, joined, list, literal, property, prose, typeCode, type View } from "../code.js";
import { hasRows, type RowPlace, rowPlaceOf } from "../lower/report.js";
import { shapeOf } from "../lower/rules.js";
import type { Field, ObjectType, Operation, Type } from "../model/model.js";
import { anyTyped } from "../rules/parse.js";
import { COLUMN_VALUES, callDoc, singleNames } from "./operation.js";
import { columnType } from "./report.js";
import { responseName } from "./types.js";

/** Whether a call has a client type of its own: its types check rules or describe rows. */
export function hasClient(single: Operation): boolean {
  return anyTyped(single.rules) || hasRows(single);
}

/** `client.ts`: types of the call and of a row of its response. */
export function singleClientView(single: Operation): View {
  const { body, response, pageOf, rules } = single;
  const { request, checked, row } = singleNames(single) as { readonly request: Code; readonly checked: Code; readonly row: Code };
  const place = rowPlaceOf(single);
  const typedRules = anyTyped(rules);
  const rows = place === null ? null : rowView(single, place);
  const promised = place === null ? identifier("unknown") : responseCode(single, place, row);
  const wraps = named(promised, responseName(single)) ? [responseName(single)] : [];
  const responseTypes = rows?.typeNames ?? [...(response === null ? [] : [responseName(single)]), ...namesOf(pageOf)];
  const supported = [...(rows?.helpers ?? []), ...(place?.list == null ? [] : ["Simplify"]), ...(typedRules ? [] : ["NoExtraKeys"])];
  return {
    doc: callDoc(single),
    typedRules,
    rowed: place !== null,
    paged: pageOf !== null,
    bare: body.fields.every(({ required }) => !required),
    isSupported: supported.length > 0,
    supported: list([...new Set(supported)].sort().map(identifier), ", "),
    typeNames: list([...new Set([...responseTypes, ...wraps, request])].sort(), ", "),
    given: typedRules ? joined`${checked}<Request>` : joined`Request & NoExtraKeys<Request, ${request}>`,
    promised,
    ...(rows === null ? {} : rows.view),
  };
}

/** Type of the response, with its list typed as rows. */
function responseCode(single: Operation, { list: field }: RowPlace, row: Code): Code {
  const rows = joined`readonly ${row}<Request>[]`;
  if (field === null) return rows;
  const fields = objectOf(single.response, single)?.fields ?? [];
  const own = fields.filter(({ name }) => name !== field);
  const listed = fields.find(({ name }) => name === field);
  const members = [...picked(responseName(single), own), ...(listed === undefined ? [] : [joined`{ ${memberCode(listed, rows)} }`])];
  return joined`Simplify<${list(members, " & ")}>`;
}

/** Type of a row: the fields that every row has, and the requested columns. Also the type names and helpers that the type uses. */
function rowView(
  single: Operation,
  { item, cells }: RowPlace,
): { readonly view: { readonly [name: string]: View }; readonly typeNames: readonly Code[]; readonly helpers: readonly string[] } {
  const field = item.fields.find(({ name }) => name === cells);
  const inside = field === undefined ? undefined : objectOf(field.type, single);
  const column = columnType(single);
  const request = identifier(single.body.name);
  const columns = columnMembers(single, inside ?? item, { column: typeCode(column), isCell: inside !== undefined });
  const own = item.fields.filter(({ name }) => name !== cells);
  const members =
    field === undefined || inside === undefined
      ? columns
      : [...picked(identifier(item.name), own), joined`{ ${memberCode(field, joined`Simplify<${list(columns, " & ")}>`)} }`];
  const text = members.join(" ");
  const types = [item.name, ...(inside === undefined ? [] : [inside.name]), ...("name" in column ? [column.name] : [])];
  const isUsed = (name: string): boolean => named(text, name);
  const needed = ["columns", ...(isGranular(single) ? ["granularity"] : [])];
  return {
    typeNames: types.filter(isUsed).map(identifier),
    helpers: ["Simplify", ...["FieldType", "PossibleItems", "OptionalColumns"].filter(isUsed)],
    view: {
      own: cells === null && item.fields.length > 0,
      inCells: cells !== null,
      cells: prose(`\`${cells ?? ""}\``),
      members,
      // Not every member of a union body has each field.
      asked: single.body.oneOf === undefined ? joined`Pick<${request}, ${list(needed.map(literal), " | ")}>` : identifier("object"),
    },
  };
}

/** Members of a row type: the object's own fields, then the requested columns. `DATE` is left out if the granularity is TOTAL. */
function columnMembers(
  single: Operation,
  object: ObjectType,
  { column, isCell }: { readonly column: Code; readonly isCell: boolean },
): readonly Code[] {
  const granular = isGranular(single);
  const dated = joined`FieldType<Request, "granularity"> extends "TOTAL"`;
  const own = object.fields.map(({ name }) => (granular && name === "DATE" ? joined`(${dated} ? never : "DATE")` : literal(name)));
  const names = object.fields.map(({ name }) => literal(name));
  const asked = joined`PossibleItems<Request, "columns", ${column}>`;
  const isDateless = isCell && !object.fields.some(({ name }) => name === "DATE");
  const date = joined`{ readonly DATE?: string }`;
  return [
    ...(own.length > 0 ? [joined`Readonly<Pick<${identifier(object.name)}, ${list(own, " | ")}>>`] : []),
    joined`OptionalColumns<${COLUMN_VALUES}, ${names.length > 0 ? joined`Exclude<${asked}, ${list(names, " | ")}>` : asked}>`,
    ...(isDateless ? [granular ? joined`(${dated} ? unknown : ${date})` : date] : []),
  ];
}

/** Whether code mentions the type name. */
function named(code: string, name: string): boolean {
  return code.split(/[^\w$]+/).includes(name);
}

function picked(type: Code, fields: readonly Field[]): readonly Code[] {
  const names = fields.map(({ name }) => literal(name));
  return names.length > 0 ? [joined`Readonly<Pick<${type}, ${list(names, " | ")}>>`] : [];
}

/** A member with another type, as optional and as nullable as the field. */
function memberCode({ name, required, type }: Field, code: Code): Code {
  const value = type.kind === "nullable" ? joined`${code} | null` : code;
  return required ? joined`readonly ${property(name)}: ${value}` : joined`readonly ${property(name)}?: ${value}`;
}

/** Whether the request has a `granularity` that may be TOTAL. */
function isGranular(single: Operation): boolean {
  const field = single.body.fields.find(({ name }) => name === "granularity");
  return field !== undefined && shapeOf(single).values(field.type)?.includes("TOTAL") === true;
}

function objectOf(type: Type | null, single: Operation): ObjectType | undefined {
  if (type?.kind === "nullable") return objectOf(type.of, single);
  return type?.kind === "object" ? single.objects.find(({ name }) => name === type.name) : undefined;
}

/** Names of the declared types that a type mentions, through arrays and null. */
export function namesOf(type: Type | null): readonly Code[] {
  if (type?.kind === "array") return namesOf(type.items);
  if (type?.kind === "nullable") return namesOf(type.of);
  return type !== null && "name" in type ? [identifier(type.name)] : [];
}
