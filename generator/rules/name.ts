import type { Condition, Rule } from "../model/model.js";

const WINDOW_KINDS = ["max-lookback", "max-range", "min-range", "min-date"];

/**
 * The public name of a rule in kebab-case.
 *
 * The name has these parts:
 * * the kind,
 * * the field, except for max-lookback, max-range, min-range and min-date,
 * * the value, if `values` has exactly one,
 * * for each condition: the values of `is`; "not" and the values of `isNot`; or, for `present`,
 *   "with" or "without" and the field.
 */
export function nameRule({ kind, when, params }: Pick<Rule, "kind" | "when" | "params">): string {
  const condition = when.flatMap(wordsOf);
  const field =
    typeof params.field === "string" && !WINDOW_KINDS.includes(kind) ? [params.field] : [];
  const values: readonly unknown[] = Array.isArray(params.values) ? params.values : [];
  const value = values.length === 1 ? values.map(String) : [];
  return [kind, ...field, ...value, ...condition].map(kebab).join("-");
}

/** The words for a condition, as `nameRule` describes them. */
function wordsOf(condition: Condition): readonly string[] {
  if ("is" in condition) return condition.is.map(String);
  if ("isNot" in condition) return ["not", ...condition.isNot.map(String)];
  if ("present" in condition)
    return condition.present ? ["with", condition.field] : ["without", condition.field];
  return [];
}

/** Converts text to kebab-case. Characters other than letters and digits become hyphens. */
function kebab(word: string): string {
  return word
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, "-")
    .replaceAll(/^-|-$/g, "");
}
