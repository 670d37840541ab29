import { data, identifier, joined, literal, prose, type View } from "../code.js";
import { camel } from "../lower/names.js";
import type { EnumType, NamedTypes, ObjectType, Request, Type } from "../model/model.js";
import { requestPath, SCHEMAS_FILE } from "./imports.js";
import { listValues } from "./lists.js";
import { exportedTypes, type FileContext } from "./types.js";

/**
 * The view of `values.ts`: the values of each enum in requests, as a list. Each request's own enums
 * come first, then the enums in `sent`, the types that requests share. Long lists come from other
 * files. Adds what the file uses to `imports`.
 */
export function enumValuesView(
  requests: readonly Request[],
  sent: NamedTypes,
  { imports, lists, shared }: FileContext,
): { readonly enums: readonly View[] } {
  const listed = (type: EnumType, file: string, doc: readonly string[]): View => {
    const home = lists.of(type);
    const isTable = home?.kind === "table";
    return {
      name: identifier(`${camel(type.name)}Values`),
      isTable,
      isList: home?.kind === "array",
      list: home?.name ?? joined``,
      path: literal(`./${home?.path.replace(/\.ts$/, ".js")}`),
      type: isTable ? imports.file(file, joined`type ${identifier(type.name)}`) : joined``,
      values:
        home?.kind === "table" ? listValues(home, imports) : joined`${data(type.values)} as const`,
      doc: prose(`The values of ${doc.join(" and of ")}.`),
    };
  };
  return {
    enums: [
      ...requests.flatMap((request) => {
        const declared = new Set(exportedTypes(request.body, request));
        const path = requestPath(request);
        return request.enums
          .filter(({ name }) => declared.has(name) && !shared.has(name))
          .map((type) => listed(type, path, fieldsOf(type, [request.body, ...request.objects])));
      }),
      ...sent.enums.map((type) => listed(type, SCHEMAS_FILE, [`\`${type.name}\``])),
    ],
  };
}

/**
 * The fields whose type is the enum or a list of it. Each is described in words, such as "`level`
 * in `ReportRequest`". If there are no such fields, returns the enum's name.
 */
function fieldsOf({ name }: EnumType, objects: readonly ObjectType[]): readonly string[] {
  const has = (type: Type): boolean =>
    type.kind === "array"
      ? has(type.items)
      : type.kind === "nullable"
        ? has(type.of)
        : type.kind === "enum" && type.name === name;
  const found = objects.flatMap((object) =>
    object.fields
      .filter((field) => has(field.type))
      .map((field) => `\`${field.name}\` in \`${object.name}\``),
  );
  return found.length > 0 ? found : [`\`${name}\``];
}
