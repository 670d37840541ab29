import { shapeOf } from "../lower/shape.js";
import type { Field, Flow, Type } from "../model/model.js";
import { limitsInWords } from "../views/types.js";
import { code, codes, table, words } from "./table.js";

/** More values than these are counted, not listed. */
const MOST_VALUES = 20;

/** Every field of a request, and below it those of the objects in it: type, limits, default. */
export function fieldsTable(flow: Flow): string {
  return table(["field", "", "type", "limits", "default", "what it is"], rowsOf(flow.body.fields, "", flow));
}

function rowsOf(fields: readonly Field[], inside: string, flow: Flow): readonly (readonly string[])[] {
  return fields.flatMap((field) => [
    [
      code(inside + field.name),
      field.required ? "required" : "",
      typeInWords(field.type, flow),
      // `Matches` already quotes its pattern as code.
      limitsInWords(field.type, field.limits).join(" ").replaceAll("|", "\\|"),
      field.default === undefined ? "" : code(JSON.stringify(field.default)),
      words(field.doc),
    ],
    ...rowsOf(nested(field.type, flow), `${inside}${field.name}.`, flow),
  ]);
}

function nested(type: Type, flow: Flow): readonly Field[] {
  if (type.kind === "array") return nested(type.items, flow);
  if (type.kind === "nullable") return nested(type.of, flow);
  if (type.kind === "union") {
    const members = flow.unions?.find(({ name }) => name === type.name)?.members ?? [];
    return together(members.map((member) => nested(member.type, flow)));
  }
  return type.kind === "object" ? (flow.objects.find(({ name }) => name === type.name)?.fields ?? []) : [];
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

function typeInWords(type: Type, flow: Flow): string {
  switch (type.kind) {
    case "array":
      return `list: ${typeInWords(type.items, flow)}`;
    case "nullable":
      return `${typeInWords(type.of, flow)}, or null`;
    case "enum": {
      const values = (shapeOf(flow).values(type) ?? []).map(String);
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
