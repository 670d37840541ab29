import { readingOf } from "./context.js";
import type { Draft } from "./draft.js";
import { sightOf } from "./read-context.js";
import type { Sentence } from "./sentences.js";
import { statementsOf } from "./statements.js";
import type { Vocabulary } from "./vocabulary.js";

/**
 * The rules that a sentence in new words seems to say, for a person to accept, with all that it takes from its neighbours; nothing where
 * there are two ways to read it. Every word of it is a sign of the grammar: a "not" or an "except" too many, and there is no proposal.
 */
export function propose(sentence: Sentence, vocabulary: Vocabulary): readonly Draft[] {
  const { drafts } = readingOf(sentence, vocabulary);
  return drafts?.every((draft) => isPossible(draft, vocabulary)) ? drafts : [];
}

/**
 * The rules that a sentence may say by what it names, where the grammar gives none: to be compared with the sentence and written into
 * rules.yaml by hand. No flag accepts it, since a word that nothing knows may turn it round.
 */
export function suggest(sentence: Sentence, vocabulary: Vocabulary): readonly Draft[] {
  if (/:\W*$/.test(sentence.text)) return [];
  const drafts = statementsOf(sentence, sightOf(sentence, vocabulary));
  return drafts?.every((draft) => isPossible(draft, vocabulary)) ? drafts : [];
}

/** A rule that forbids what every request must have, or that never says when, is a wrong reading. */
export function isPossible({ kind, when, params }: Draft, { fields }: Vocabulary): boolean {
  const isRequired = fields.get(String(params.field))?.isRequired === true;
  if (isRequired && ["forbidden-when", "only-when", "requires-value"].includes(kind)) return false;
  return !when.some(({ field }) => field === params.field && kind !== "forbidden-values-when");
}
