import type { Condition } from "../model/rule.js";
import type { Draft } from "./draft.js";

const windows = ["max-lookback", "max-range", "min-range", "min-date"];

/** The public name of a rule: its kind, then what distinguishes it from the other rules of its kind. */
export function nameRule({ kind, when, params }: Draft): string {
  const condition = when.flatMap(wordsOf);
  const field = typeof params.field === "string" && !windows.includes(kind) ? [params.field] : [];
  const values: readonly unknown[] = Array.isArray(params.values) ? params.values : [];
  const value = values.length === 1 ? values.map(String) : [];
  return [kind, ...field, ...value, ...condition].map(kebab).join("-");
}

function wordsOf(condition: Condition): readonly string[] {
  if ("is" in condition) return condition.is.map(String);
  if ("isNot" in condition) return ["not", ...condition.isNot.map(String)];
  if ("present" in condition) return condition.present ? ["with", condition.field] : ["without", condition.field];
  return [];
}

function kebab(word: string): string {
  return word
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, "-")
    .replaceAll(/^-|-$/g, "");
}
