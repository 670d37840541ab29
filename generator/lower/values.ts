import type { Type } from "../model/model.js";
import { described, type Lowering } from "./context.js";
import type { Flat } from "./flatten.js";
import { TAG } from "./union.js";

/** A type with named values: texts and numbers by name, one switch or nothing as it is; null among them makes it nullable. */
export function lowerEnum({ facts, at, typeWords }: Flat, path: readonly string[], lowering: Lowering): Type {
  const written: readonly unknown[] = Array.isArray(facts.enum) ? facts.enum : [];
  const values = [...new Set(written.filter((value) => value !== null))];
  const hasNull = written.includes(null);
  const type = valuesType(values, hasNull, path, { facts, at, typeWords, lowering });
  return hasNull && values.length > 0 ? { kind: "nullable", of: type } : type;
}

function valuesType(
  values: readonly unknown[],
  hasNull: boolean,
  path: readonly string[],
  { facts, at, typeWords, lowering }: Pick<Flat, "facts" | "at" | "typeWords"> & { readonly lowering: Lowering },
): Type {
  if (values.length === 0 && hasNull) return { kind: "constant", value: null };
  const [only] = values;
  if (values.length === 1 && typeof only === "string" && facts[TAG] === true) return { kind: "constant", value: only };
  if (values.length === 1 && typeof only === "boolean") return { kind: "constant", value: only };
  if (values.length === 2 && values.every((value) => typeof value === "boolean")) return { kind: "boolean" };
  const { type } = facts;
  const plain: Type = { kind: type === "string" || type === "integer" || type === "number" || type === "boolean" ? type : "any" };
  const named = values.flatMap((value) => (typeof value === "string" || typeof value === "number" ? [value] : []));
  const isOfType = plain.kind === "any" || values.every((value) => typeof value === (plain.kind === "integer" ? "number" : plain.kind));
  if (values.length === 0 || named.length < values.length || !isOfType) {
    lowering.diagnostics.report(
      values.length === 0 ? "empty enum" : "enum of several kinds",
      at,
      plain.kind === "any" ? "any value" : plain.kind,
    );
    return plain;
  }
  const name = lowering.names.claim(path, at);
  lowering.enums.push({ name, values: named, ...described(typeWords) });
  return { kind: "enum", name };
}
