import type { Request, Type } from "../model/model.js";
import type { Shape } from "../rules/kind.js";

/** The body as rules see it. */
export function shapeOf({ body, enums: all }: Pick<Request, "body" | "enums">): Shape {
  const fields = new Map(body.fields.map((field) => [field.name, field]));
  const enums = new Map(all.map(({ name, values }) => [name, values]));
  function values(type: Type): readonly (string | number)[] | null {
    if (type.kind === "array") return values(type.items);
    if (type.kind === "nullable") return values(type.of);
    if (type.kind === "constant") return typeof type.value === "string" ? [type.value] : null;
    return type.kind === "enum" ? (enums.get(type.name) ?? null) : null;
  }
  return { field: (name) => fields.get(name), values };
}
