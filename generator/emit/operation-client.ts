import {
  type Code,
  identifier,
  joined,
  list,
  literal,
  property,
  prose,
  type View,
} from "../code.js";
import { hasRows, type RowLocation, rowLocationOf } from "../lower/report.js";
import type { Field, ObjectType, Operation, Type } from "../model/model.js";
import { anyTyped } from "../rules/parse.js";
import { shapeOf } from "../rules/shape.js";
import { type Imports, REQUEST_FILE } from "./imports.js";
import { COLUMN_VALUES, callDoc, operationNames } from "./operation.js";
import { columnType } from "./report.js";
import { type FileContext, responseName } from "./types.js";

/**
 * The part of the `call.ts` view that describes the types of the call and its rows. The call gets
 * its own interface if types can check one of its rules, or if its rows have the requested columns.
 * Otherwise it uses the general client type. Adds the types that the view uses to `imports`.
 */
export function clientView(
  operation: Operation,
  { imports }: FileContext,
): { readonly [name: string]: View } {
  const { body, pageOf, rules } = operation;
  const common = { sentence: callDoc(operation), isPaged: pageOf !== null };
  if (pageOf !== null) imports.type(pageOf);
  if (!anyTyped(rules) && !hasRows(operation)) {
    imports.supportClient(pageOf === null ? "type OperationClient" : "type PagedClient");
    return { ...common, hasOwnClient: false };
  }
  const names = operationNames(operation) as Readonly<
    Record<"request" | "checkedRequest" | "row", Code>
  >;
  const { request, checkedRequest, row } = names;
  const rowLocation = rowLocationOf(operation);
  const hasTypedRules = anyTyped(rules);
  imports.supportClient(
    "type CallOptions",
    ...(pageOf === null ? ["type ResponsePromise"] : ["type ItemStream", "type PagePromise"]),
  );
  imports.sibling(REQUEST_FILE, joined`type ${request}`);
  if (hasTypedRules) imports.sibling("check.ts", joined`type ${checkedRequest}`);
  else imports.support("type NoExtraKeys");
  return {
    ...common,
    hasOwnClient: true,
    hasTypedRules,
    hasTypedRows: rowLocation !== null,
    isInputOptional: body.fields.every(({ required }) => !required),
    inputType: hasTypedRules
      ? joined`${checkedRequest}<Request>`
      : joined`Request & NoExtraKeys<Request, ${request}>`,
    responseType:
      rowLocation === null
        ? responseTypeCode(operation, imports)
        : responseCode(operation, rowLocation, row, imports),
    ...(rowLocation === null ? {} : rowView(operation, rowLocation, imports)),
  };
}

/** Code for the type of a response without typed rows: `undefined` if there is no response. */
function responseTypeCode(operation: Operation, imports: Imports): Code {
  return operation.response === null
    ? identifier("undefined")
    : imports.sibling(REQUEST_FILE, joined`type ${responseName(operation)}`);
}

/** Type of the response, with typed rows as the items of its list. */
function responseCode(
  operation: Operation,
  { list: field }: RowLocation,
  row: Code,
  imports: Imports,
): Code {
  const rows = joined`readonly ${row}<Request>[]`;
  if (field === null) return rows;
  const fields = objectOf(operation.response, operation)?.fields ?? [];
  const ownFields = fields.filter(({ name }) => name !== field);
  const listField = fields.find(({ name }) => name === field);
  const members = [
    ...picked(
      { name: responseName(operation) },
      ownFields.map(({ name }) => literal(name)),
      imports,
    ),
    ...(listField === undefined ? [] : [joined`{ ${memberCode(listField, rows)} }`]),
  ];
  imports.support("type Simplify");
  return joined`Simplify<${list(members, " & ")}>`;
}

/** Type of a row: the fields that every row contains, and the requested columns. */
function rowView(
  operation: Operation,
  { item, cells }: RowLocation,
  imports: Imports,
): { readonly [name: string]: View } {
  const field = item.fields.find(({ name }) => name === cells);
  const inside = field === undefined ? undefined : objectOf(field.type, operation);
  const request = identifier(operation.body.name);
  const columns = columnMembers(operation, inside ?? item, {
    isCell: inside !== undefined,
    imports,
  });
  const ownNames = item.fields
    .filter(({ name }) => name !== cells)
    .map(({ name }) => literal(name));
  const needed = ["columns", ...(isGranular(operation) ? ["granularity"] : [])];
  imports.support("type Simplify");
  imports.file("operations/values.ts", joined`type ${COLUMN_VALUES}`);
  return {
    hasOwnFields: cells === null && item.fields.length > 0,
    hasCells: cells !== null,
    cells: prose(`\`${cells ?? ""}\``),
    members:
      field === undefined || inside === undefined
        ? columns
        : [
            ...picked(item, ownNames, imports),
            joined`{ ${memberCode(field, joined`Simplify<${list(columns, " & ")}>`)} }`,
          ],
    // In a union body, some members lack these fields.
    requestConstraint:
      operation.body.oneOf === undefined
        ? joined`Pick<${request}, ${list(needed.map(literal), " | ")}>`
        : identifier("object"),
  };
}

/**
 * Members of a row type: the object's own fields, then the requested columns. `DATE` is left out if
 * the granularity is TOTAL.
 */
function columnMembers(
  operation: Operation,
  object: ObjectType,
  { isCell, imports }: { readonly isCell: boolean; readonly imports: Imports },
): readonly Code[] {
  const granular = isGranular(operation);
  const dated = joined`FieldType<Request, "granularity"> extends "TOTAL"`;
  const hasDate = object.fields.some(({ name }) => name === "DATE");
  const ownNames = object.fields.map(({ name }) =>
    granular && name === "DATE" ? joined`(${dated} ? never : "DATE")` : literal(name),
  );
  const names = object.fields.map(({ name }) => literal(name));
  const requested = joined`PossibleItems<Request, "columns", ${imports.type(columnType(operation))}>`;
  const date = joined`{ readonly DATE?: string }`;
  imports.support("type OptionalColumns", "type PossibleItems");
  if (granular && (hasDate || isCell)) imports.support("type FieldType");
  return [
    ...picked(object, ownNames, imports),
    joined`OptionalColumns<${COLUMN_VALUES}, ${names.length > 0 ? joined`Exclude<${requested}, ${list(names, " | ")}>` : requested}>`,
    ...(isCell && !hasDate ? [granular ? joined`(${dated} ? unknown : ${date})` : date] : []),
  ];
}

/**
 * A list with the code for a declared type that has only these fields. Empty if there are no names.
 */
function picked(
  { name }: { readonly name: string },
  names: readonly Code[],
  imports: Imports,
): readonly Code[] {
  if (names.length === 0) return [];
  const type = imports.type({ kind: "object", name });
  return [joined`Readonly<Pick<${type}, ${list(names, " | ")}>>`];
}

/**
 * Code for a copy of a field with a different type. It stays optional or nullable if the field is.
 */
function memberCode({ name, required, type }: Field, code: Code): Code {
  const value = type.kind === "nullable" ? joined`${code} | null` : code;
  return required
    ? joined`readonly ${property(name)}: ${value}`
    : joined`readonly ${property(name)}?: ${value}`;
}

/** Whether the request has a `granularity` that may be TOTAL. */
function isGranular(operation: Operation): boolean {
  const field = operation.body.fields.find(({ name }) => name === "granularity");
  return field !== undefined && shapeOf(operation).values(field.type)?.includes("TOTAL") === true;
}

/** The object type that `type` refers to, nullable or not. Undefined for any other type. */
function objectOf(type: Type | null, operation: Operation): ObjectType | undefined {
  if (type?.kind === "nullable") return objectOf(type.of, operation);
  return type?.kind === "object"
    ? operation.objects.find(({ name }) => name === type.name)
    : undefined;
}
