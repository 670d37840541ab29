import { type Code, identifier, joined, list, literal, property, prose, type View } from "../code.js";
import { hasRows, type RowLocation, rowLocationOf } from "../lower/report.js";
import { shapeOf } from "../lower/request.js";
import type { Field, ObjectType, Operation, Type } from "../model/model.js";
import { anyTyped } from "../rules/parse.js";
import type { Imports } from "./imports.js";
import { COLUMN_VALUES, callDoc, singleNames } from "./operation.js";
import { columnType } from "./report.js";
import { type FileContext, responseName } from "./types.js";

/** Whether a call has a client type of its own: its types check rules or describe rows. */
export function hasClient(single: Operation): boolean {
  return anyTyped(single.rules) || hasRows(single);
}

/** `client.ts`: types of the call and of a row of its response. */
export function singleClientView(single: Operation, { imports }: FileContext): View {
  const { body, pageOf, rules } = single;
  const names = singleNames(single) as Readonly<Record<"request" | "checked" | "row", Code>>;
  const { request, checked, row } = names;
  const place = rowLocationOf(single);
  const hasTypedRules = anyTyped(rules);
  imports.supportClient("type CallOptions");
  imports.sibling("types.ts", joined`type ${request}`);
  if (hasTypedRules) imports.sibling("check.ts", joined`type ${checked}`);
  else imports.support("type NoExtraKeys");
  if (pageOf !== null) imports.type(pageOf);
  return {
    doc: callDoc(single),
    hasTypedRules,
    hasTypedRows: place !== null,
    isPaged: pageOf !== null,
    isInputOptional: body.fields.every(({ required }) => !required),
    inputType: hasTypedRules ? joined`${checked}<Request>` : joined`Request & NoExtraKeys<Request, ${request}>`,
    responseType: place === null ? responseTypeCode(single, imports) : responseCode(single, place, row, imports),
    ...(place === null ? {} : rowView(single, place, imports)),
  };
}

/** Name of the response type. */
function responseTypeCode(single: Operation, imports: Imports): Code {
  return single.response === null ? identifier("undefined") : imports.sibling("types.ts", joined`type ${responseName(single)}`);
}

/** Type of the response, with its list typed as rows. */
function responseCode(single: Operation, { list: field }: RowLocation, row: Code, imports: Imports): Code {
  const rows = joined`readonly ${row}<Request>[]`;
  if (field === null) return rows;
  const fields = objectOf(single.response, single)?.fields ?? [];
  const own = fields.filter(({ name }) => name !== field);
  const listed = fields.find(({ name }) => name === field);
  const members = [
    ...picked(
      responseName(single),
      own.map(({ name }) => literal(name)),
      imports,
    ),
    ...(listed === undefined ? [] : [joined`{ ${memberCode(listed, rows)} }`]),
  ];
  imports.support("type Simplify");
  return joined`Simplify<${list(members, " & ")}>`;
}

/** Type of a row: the fields that every row has, and the requested columns. */
function rowView(single: Operation, { item, cells }: RowLocation, imports: Imports): { readonly [name: string]: View } {
  const field = item.fields.find(({ name }) => name === cells);
  const inside = field === undefined ? undefined : objectOf(field.type, single);
  const request = identifier(single.body.name);
  const columns = columnMembers(single, inside ?? item, { isCell: inside !== undefined, imports });
  const own = item.fields.filter(({ name }) => name !== cells).map(({ name }) => literal(name));
  const needed = ["columns", ...(isGranular(single) ? ["granularity"] : [])];
  imports.support("type Simplify");
  imports.file("operations/values.ts", joined`type ${COLUMN_VALUES}`);
  return {
    hasOwnFields: cells === null && item.fields.length > 0,
    hasCells: cells !== null,
    cells: prose(`\`${cells ?? ""}\``),
    members:
      field === undefined || inside === undefined
        ? columns
        : [...picked(identifier(item.name), own, imports), joined`{ ${memberCode(field, joined`Simplify<${list(columns, " & ")}>`)} }`],
    // Not every member of a union body has each field.
    requestConstraint:
      single.body.oneOf === undefined ? joined`Pick<${request}, ${list(needed.map(literal), " | ")}>` : identifier("object"),
  };
}

/** Members of a row type: the object's own fields, then the requested columns. `DATE` is left out if the granularity is TOTAL. */
function columnMembers(
  single: Operation,
  object: ObjectType,
  { isCell, imports }: { readonly isCell: boolean; readonly imports: Imports },
): readonly Code[] {
  const granular = isGranular(single);
  const dated = joined`FieldType<Request, "granularity"> extends "TOTAL"`;
  const hasDate = object.fields.some(({ name }) => name === "DATE");
  const own = object.fields.map(({ name }) => (granular && name === "DATE" ? joined`(${dated} ? never : "DATE")` : literal(name)));
  const names = object.fields.map(({ name }) => literal(name));
  const asked = joined`PossibleItems<Request, "columns", ${imports.type(columnType(single))}>`;
  const date = joined`{ readonly DATE?: string }`;
  imports.support("type OptionalColumns", "type PossibleItems");
  if (granular && (hasDate || isCell)) imports.support("type FieldType");
  return [
    ...picked(identifier(object.name), own, imports),
    joined`OptionalColumns<${COLUMN_VALUES}, ${names.length > 0 ? joined`Exclude<${asked}, ${list(names, " | ")}>` : asked}>`,
    ...(isCell && !hasDate ? [granular ? joined`(${dated} ? unknown : ${date})` : date] : []),
  ];
}

/** Some fields of a declared type: none if there are no names. */
function picked(type: Code, names: readonly Code[], imports: Imports): readonly Code[] {
  if (names.length === 0) return [];
  imports.sibling("types.ts", joined`type ${type}`);
  return [joined`Readonly<Pick<${type}, ${list(names, " | ")}>>`];
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
