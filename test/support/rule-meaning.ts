import type { Condition } from "../../generator/model/model.js";
import { getOwn, type Json, listOf } from "../../generator/parse/json.js";

/** A rule as a contract states it. */
export type BodyRule = Readonly<Record<string, unknown>> & {
  readonly kind: string;
  readonly when: readonly Condition[];
};

const DAYS = { day: 1, month: 31, year: 366 } as const;

const dayOf = (date: Json | undefined): number => Date.parse(`${date}T00:00:00Z`) / 86_400_000;

/** The value of a field or of a path into nested objects, such as `rule.percentage`. */
function fieldIn(body: Json, path: unknown): Json | undefined {
  return String(path)
    .split(".")
    .reduce<Json | undefined>((node, name) => getOwn(node, name), body);
}

function holds(body: Json, condition: Condition): boolean {
  const value = fieldIn(body, condition.field);
  if ("present" in condition) return (value !== undefined) === condition.present;
  if (value === undefined) return false;
  return "is" in condition
    ? condition.is.some((one) => one === value)
    : !condition.isNot.some((one) => one === value);
}

/**
 * Whether a body violates a rule, written independently of the code that enforces rules. Without
 * `today` (a date), limits that depend on it count as satisfied.
 */
export function breaks(body: Json, rule: BodyRule, today?: string): boolean {
  const has = (name: unknown): boolean => fieldIn(body, name) !== undefined;
  if (rule.kind === "only-when")
    return has(rule.field) && !rule.when.every((condition) => holds(body, condition));
  if (!rule.when.every((condition) => holds(body, condition))) return false;
  const valueAt = (name: unknown): Json | undefined => fieldIn(body, name);
  const days = (): number => dayOf(valueAt(rule.end)) - dayOf(valueAt(rule.start));
  const amount = Number(rule.amount) * DAYS[(rule.unit as keyof typeof DAYS | undefined) ?? "day"];
  switch (rule.kind) {
    case "forbidden-when":
      return has(rule.field);
    case "requires-present":
      return !has(rule.field);
    case "forbidden-values-when": {
      const value = valueAt(rule.field);
      const values = Array.isArray(value) ? value : [value];
      return values.some((one) => listOf(rule.values as Json).some((other) => other === one));
    }
    case "requires-value":
      return has(rule.field) && !holds(body, rule.requires as Condition);
    case "at-least-one-of":
      return !(rule.groups as readonly (readonly string[])[]).some((group) => group.every(has));
    case "max-range":
      return days() > amount;
    case "min-range":
      return days() < amount;
    case "min-date":
      return dayOf(valueAt(rule.field)) <= dayOf(rule.after as Json);
    case "date-order":
      return days() < 0;
    case "number-order": {
      const [lower, upper] = [valueAt(rule.lower), valueAt(rule.upper)].map(Number) as [
        number,
        number,
      ];
      return upper - lower < Number(rule.apart ?? 0);
    }
    case "max-lookback":
      return today !== undefined && dayOf(today) - dayOf(valueAt(rule.field)) > amount;
    case "not-after-today":
      return (
        today !== undefined && dayOf(valueAt(rule.field)) - dayOf(today) > Number(rule.grace ?? 0)
      );
    default:
      return false;
  }
}
