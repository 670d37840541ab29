import { readingOf } from "./context.js";
import type { Draft } from "./draft.js";
import { type ReadContext, readContextOf } from "./read-context.js";
import type { Sentence } from "./sentences.js";
import { idle, Statement } from "./statement.js";
import { earliest, format, windows } from "./statement-dates.js";
import { parts } from "./statement-fields.js";
import type { Vocabulary } from "./vocabulary.js";

/** Maximum length in characters. Longer sentences state more than a clause or two. */
const longest = 600;

/**
 * Reads a sentence by what it names, by the words that state how it binds, and by the positions of both. Returns null if it states nothing
 * or two different things. Words need not be known, so the result is only a suggestion.
 */
export function statementsOf(sentence: Sentence, { vocabulary }: ReadContext): readonly Draft[] | null {
  if (sentence.text.length > longest) return null;
  const sight = readContextOf(sentence, vocabulary);
  const statement = new Statement(sentence, sight, (before) => statementsOf(before, sight));
  const { text } = statement.marked;
  if (idle.test(text) || (/:\s*$/.test(text) && !/<[DT]\d+>/.test(text))) return null;
  const found = [windows(statement), earliest(statement), format(statement), ...parts(statement)].filter((one) => one !== null);
  const drafts = [...new Map(found.flat().map((draft) => [JSON.stringify(draft), draft])).values()];
  return drafts.length > 0 && drafts.every(isSound) ? drafts : null;
}

/** Whether no field has two conditions, and the rule's own field has none, except in `forbidden-values-when`. */
function isSound({ when, kind, params }: Draft): boolean {
  const fields = when.map(({ field }) => field);
  return new Set(fields).size === fields.length && !(fields.includes(String(params.field)) && kind !== "forbidden-values-when");
}

/**
 * Proposes rules for a sentence in new words, including what it inherits from its neighbours. Returns none if there are two ways to read
 * it. Every word must be a sign of the grammar, and an extra "not" or "except" prevents a proposal.
 */
export function propose(sentence: Sentence, vocabulary: Vocabulary): readonly Draft[] {
  const { drafts } = readingOf(sentence, vocabulary);
  return drafts?.every((draft) => isPossible(draft, vocabulary)) ? drafts : [];
}

/**
 * Suggests rules by what a sentence names, where the grammar gives none. They are to be compared with the sentence and written into
 * rules.yaml by hand: no option accepts them, since an unknown word may reverse the meaning.
 */
export function suggest(sentence: Sentence, vocabulary: Vocabulary): readonly Draft[] {
  if (/:\W*$/.test(sentence.text)) return [];
  const drafts = statementsOf(sentence, readContextOf(sentence, vocabulary));
  return drafts?.every((draft) => isPossible(draft, vocabulary)) ? drafts : [];
}

/** False for a wrong reading: a rule that forbids a required field, or whose condition is about its own field. */
export function isPossible({ kind, when, params }: Draft, { fields }: Vocabulary): boolean {
  const isRequired = fields.get(String(params.field))?.isRequired === true;
  if (isRequired && ["forbidden-when", "only-when", "requires-value"].includes(kind)) return false;
  return !when.some(({ field }) => field === params.field && kind !== "forbidden-values-when");
}
