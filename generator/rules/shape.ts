import type { Request, Type } from "../model/model.js";
import { isList, type RuleField, type Shape } from "./kind.js";

/**
 * The request body as rules see it.
 *
 * The result has these members:
 * * `field` finds a field by name, or by its path inside another field. A field inside another
 *   field counts as optional. It is not found if it has a default or is in a list.
 * * `values` returns the values of an enum, a string constant or a union of these, each of which
 *   can be nullable. For a list of these outside a union, it returns the values of the items. It
 *   returns null for any other type.
 * * `forms` is set if the body is a union of objects.
 */
export function shapeOf({
  body,
  enums: enumTypes,
  unions: unionTypes = [],
  objects = [],
}: Pick<Request, "body" | "enums" | "unions"> & Partial<Pick<Request, "objects">>): Shape {
  const fields = new Map(body.fields.map((field) => [field.name, field]));
  const enums = new Map(enumTypes.map(({ name, values }) => [name, values]));
  const unions = new Map(unionTypes.map(({ name, members }) => [name, members]));
  function values(type: Type): readonly (string | number)[] | null {
    if (type.kind === "array") return values(type.items);
    if (type.kind === "nullable") return values(type.of);
    if (type.kind === "constant") return typeof type.value === "string" ? [type.value] : null;
    if (type.kind === "union") {
      const each = (unions.get(type.name) ?? []).map((member) =>
        isList(member.type) ? null : values(member.type),
      );
      return each.every((list) => list !== null) ? [...new Set(each.flat())] : null;
    }
    return type.kind === "enum" ? (enums.get(type.name) ?? null) : null;
  }
  function inside(name: string): RuleField | undefined {
    const [first = "", ...steps] = String(name).split(".");
    let found = fields.get(first);
    for (const step of steps) {
      const outer = found?.type.kind === "nullable" ? found.type.of : found?.type;
      const object = objects.find((one) => outer?.kind === "object" && one.name === outer.name);
      found = object?.fields.find((field) => field.name === step);
      if (found === undefined) return undefined;
    }
    // If the outer object is absent, the field has no value, so a rule cannot assume its default.
    return found === undefined || steps.length === 0 || found.default !== undefined
      ? undefined
      : { ...found, name, required: false, steps: [first, ...steps] };
  }
  const members = unions.get(body.oneOf ?? "") ?? [];
  const forms = members.map(({ type }) =>
    objects.find(({ name }) => type.kind === "object" && name === type.name),
  );
  return {
    field: (name) => fields.get(name) ?? inside(name),
    values,
    ...(forms.length > 0 &&
      forms.every((form) => form !== undefined) && {
        forms: forms.map((form) =>
          shapeOf({ body: form, enums: enumTypes, unions: unionTypes, objects }),
        ),
      }),
  };
}
