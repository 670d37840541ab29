import { readingOf } from "./context.js";
import type { Draft } from "./draft.js";
import { type ReadContext, readContextOf } from "./read-context.js";
import type { Sentence } from "./sentences.js";
import { idle, Statement } from "./statement.js";
import { earliest, format, windows } from "./statement-dates.js";
import { parts } from "./statement-fields.js";
import type { Vocabulary } from "./vocabulary.js";

/** Longer sentences say more than a clause or two. */
const longest = 600;

/**
 * Reads what a sentence says of the request by what it names, by which words say how it binds, and by where both stand; null where it
 * says nothing, or two things. No word has to be known, so that what comes out is a suggestion and never more.
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

/** No condition twice on one field, none on its own field. */
function isSound({ when, kind, params }: Draft): boolean {
  const fields = when.map(({ field }) => field);
  return new Set(fields).size === fields.length && !(fields.includes(String(params.field)) && kind !== "forbidden-values-when");
}

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
  const drafts = statementsOf(sentence, readContextOf(sentence, vocabulary));
  return drafts?.every((draft) => isPossible(draft, vocabulary)) ? drafts : [];
}

/** A rule that forbids what every request must have, or that never says when, is a wrong reading. */
export function isPossible({ kind, when, params }: Draft, { fields }: Vocabulary): boolean {
  const isRequired = fields.get(String(params.field))?.isRequired === true;
  if (isRequired && ["forbidden-when", "only-when", "requires-value"].includes(kind)) return false;
  return !when.some(({ field }) => field === params.field && kind !== "forbidden-values-when");
}
