import { limitsInWords } from "../emit/words.js";
import { shapeOf } from "../lower/shape.js";
import type { Field, Request, Type } from "../model/model.js";
import { code, codes, table, words } from "./table.js";

/** More values than these are counted, not listed. */
const MOST_VALUES = 20;

/** Every field of a request, and below it those of the objects in it: type, limits, default. */
export function fieldsTable(request: Request): string {
  return table(["field", "", "type", "limits", "default", "what it is"], rowsOf(request.body.fields, "", request));
}

function rowsOf(fields: readonly Field[], inside: string, request: Request): readonly (readonly string[])[] {
  return fields.flatMap((field) => [
    [
      code(inside + field.name),
      field.required ? "required" : "",
      typeInWords(field.type, request),
      // `Matches` already quotes its pattern as code.
      limitsInWords(field.type, field.limits, field.name).join(" ").replaceAll("|", "\\|"),
      field.default === undefined ? "" : code(JSON.stringify(field.default)),
      words(field.doc),
    ],
    ...rowsOf(nested(field.type, request), `${inside}${field.name}.`, request),
  ]);
}

function nested(type: Type, request: Request): readonly Field[] {
  if (type.kind === "array") return nested(type.items, request);
  if (type.kind === "nullable") return nested(type.of, request);
  if (type.kind === "union") {
    const members = request.unions?.find(({ name }) => name === type.name)?.members ?? [];
    return together(members.map((member) => nested(member.type, request)));
  }
  return type.kind === "object" ? (request.objects.find(({ name }) => name === type.name)?.fields ?? []) : [];
}

/** The fields that any of several objects has; required where all require it. */
function together(objects: readonly (readonly Field[])[]): readonly Field[] {
  const names = [...new Set(objects.flat().map(({ name }) => name))];
  return names.flatMap((name) => {
    const same = objects.flatMap((fields) => fields.filter((field) => field.name === name));
    const [first] = same;
    if (first === undefined) return [];
    const values = same.flatMap(({ type }) => (type.kind === "constant" ? [String(type.value)] : []));
    const type: Type = values.length === same.length ? { kind: "constant", value: values.join(", ") } : first.type;
    return [{ ...first, type, required: same.length === objects.length && same.every(({ required }) => required) }];
  });
}

function typeInWords(type: Type, request: Request): string {
  switch (type.kind) {
    case "array":
      return `list: ${typeInWords(type.items, request)}`;
    case "nullable":
      return `${typeInWords(type.of, request)}, or null`;
    case "enum": {
      const values = (shapeOf(request).values(type) ?? []).map(String);
      return values.length > MOST_VALUES ? `one of ${values.length} values` : codes(values, "or");
    }
    case "constant":
      return code(String(type.value));
    case "any":
      return "any JSON";
    case "union":
      return "one of several";
    case "string":
      return "text";
    case "integer":
      return "whole number";
    case "boolean":
      return "true or false";
    default:
      return type.kind;
  }
}
