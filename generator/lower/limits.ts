import type { Limits } from "../model/model.js";
import type { Lowering } from "./context.js";
import type { Flat } from "./flatten.js";
import { wildness } from "./pattern.js";

export const LIMITS = ["pattern", "minimum", "maximum", "minLength", "maxLength", "minItems", "maxItems"] as const;

type Limit = (typeof LIMITS)[number];

/** What each type can be limited by. A limit of another type limits nothing, as JSON Schema has it: a list has no `maxLength`. */
const OF_TYPE: ReadonlyMap<unknown, readonly Limit[]> = new Map([
  ["string", ["pattern", "minLength", "maxLength"]],
  ["integer", ["minimum", "maximum"]],
  ["number", ["minimum", "maximum"]],
  ["array", ["minItems", "maxItems"]],
  ["boolean", []],
  ["object", []],
] as const);

/** What a value must satisfy by itself. */
export function limitsOf({ facts, at }: Flat, lowering: Lowering): Limits {
  const limits: Record<string, string | number> = {};
  for (const limit of OF_TYPE.get(facts.type) ?? LIMITS) {
    const value = facts[limit];
    if (value === undefined) continue;
    // What is printed as a number must be one: a text here would be code in the output.
    if (typeof value !== (limit === "pattern" ? "string" : "number") || (limit !== "pattern" && !Number.isFinite(value)))
      lowering.diagnostics.report("keyword of another type", at, limit);
    else if (limit === "pattern" && wildness(String(value)) !== null)
      lowering.diagnostics.report("pattern", at, wildness(String(value)) ?? "");
    else limits[limit] = value as string | number;
  }
  if (facts.format === "date" && facts.type === "string") limits.format = "date";
  const { minimum, ...others } = limits;
  // In OpenAPI 3.0 this is a switch beside the limit.
  return facts.exclusiveMinimum === true && typeof minimum === "number" ? { ...others, above: minimum } : limits;
}
