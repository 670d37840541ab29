import type { Condition, RuleSource } from "../model/model.js";
import type { Problem } from "../problem.js";

/** A rule before it has a name: what one sentence says, resolved against the fields and values of its version. */
export interface Draft {
  readonly kind: string;
  readonly when: readonly Condition[];
  readonly params: Readonly<Record<string, unknown>>;
}

/** Where a rule was said. */
export interface Source extends RuleSource {
  /** The sentence was worded in a way that no pattern knew; the rule was proposed, and a person accepted it. */
  readonly proposed?: true;
}

/** A rule as the contract holds it. */
export interface NamedRule extends Draft {
  readonly id: string;
  readonly sources: readonly Source[];
  /** The last version that said it, of a rule whose sentence is gone: then it only warns. */
  readonly until?: string;
}

/** What a sentence forbids although the schema does not even know it: worth a remark, and nothing to check. */
export interface NotInSchema {
  readonly dead: string;
}

/** A word that stands where a pattern expects one of a few, and is none of them. */
export interface UnknownValue {
  /** What it is, and what is known instead. */
  readonly strange: string;
}

/** What a pattern makes of a sentence; null where its words fit and do not resolve, "elsewhere" where they are about what a request lacks. */
export type Reading = readonly Draft[] | NotInSchema | UnknownValue | "elsewhere" | null;

/** A sentence that may bind and gives no rule: its words are not understood, or its rule is only proposed. */
export interface UnreadSentence {
  /** The JSON pointer of its text, and which sentence of it. */
  readonly place: string;
  readonly fingerprint: string;
  /** Why it gives no rule, in one clause. */
  readonly reason: string;
  /** The rules that it seems to say; empty where there is no reading at all. */
  readonly proposed: readonly Draft[];
  /** The rules that it may say, by what it names alone: for a person to write down, and for no flag to take. */
  readonly suggested: readonly Draft[];
  /** The same as an error, for commands that stop at it. */
  readonly problem: Problem;
}

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
