import { data, identifier, joined, literal, prose, type View } from "../code.js";
import { camel } from "../lower/names.js";
import type { EnumType, ObjectType, Request, Type } from "../model/model.js";
import { listValues } from "./lists.js";
import { exportedTypes, type FileContext } from "./types.js";

/** The view of `values.ts`: the values of each enum that a request uses, as a list. */
export function enumValuesView(
  requests: readonly Request[],
  { imports, lists }: FileContext,
): { readonly enums: readonly View[] } {
  return {
    enums: requests.flatMap((request) => {
      const declared = new Set(exportedTypes(request.body, request));
      const folder = "create" in request ? request.name : `operations/${request.name}`;
      return request.enums
        .filter(({ name }) => declared.has(name))
        .map((type) => {
          const home = lists.of(type);
          const isTable = home?.kind === "table";
          return {
            name: identifier(`${camel(type.name)}Values`),
            isTable,
            isList: home?.kind === "array",
            list: home?.name ?? joined``,
            path: literal(`./${home?.path.replace(/\.ts$/, ".js")}`),
            type: isTable
              ? imports.file(`${folder}/types.ts`, joined`type ${identifier(type.name)}`)
              : joined``,
            values:
              home?.kind === "table"
                ? listValues(home, imports)
                : joined`${data(type.values)} as const`,
            doc: prose(`The values of ${fieldsOf(type, request).join(" and of ")}.`),
          };
        });
    }),
  };
}

/**
 * The fields of a request that have an enum, alone or in a list, in words: "`level` of
 * `ReportRequest`"; else the request.
 */
function fieldsOf({ name }: EnumType, { body, objects }: Request): readonly string[] {
  const has = (type: Type): boolean =>
    type.kind === "array"
      ? has(type.items)
      : type.kind === "nullable"
        ? has(type.of)
        : type.kind === "enum" && type.name === name;
  const found = [body, ...objects].flatMap((object: ObjectType) =>
    object.fields
      .filter((field) => has(field.type))
      .map((field) => `\`${field.name}\` of \`${object.name}\``),
  );
  return found.length > 0 ? found : [`\`${name}\``];
}
