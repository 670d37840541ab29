import { type Code, identifier, joined, list, literal } from "./code.js";
import type { EnumType, Type } from "./model/model.js";

/** A model type as TypeScript. Arrays are readonly, so that literals fit without a cast. */
export function typeCode(type: Type): Code {
  switch (type.kind) {
    case "integer":
      return identifier("number");
    case "enum":
    case "object":
    case "union":
      return identifier(type.name);
    case "constant":
      return literal(type.value);
    case "bytes":
      return identifier("Blob");
    case "any":
      return identifier("unknown");
    case "array": {
      const items = typeCode(type.items);
      return type.items.kind === "nullable" || type.items.kind === "array" ? joined`readonly (${items})[]` : joined`readonly ${items}[]`;
    }
    case "nullable":
      return joined`${typeCode(type.of)} | null`;
    default:
      return identifier(type.kind);
  }
}

/** The members of an enum, each a literal. */
export function members(type: EnumType): readonly Code[] {
  return type.values.map((value) => literal(value));
}

/** The members as a union on one line. */
export function union(type: EnumType): Code {
  return list(members(type), " | ");
}
