import type { Draft } from "./draft.js";
import { type Sight, sightOf } from "./read-context.js";
import type { Sentence } from "./sentences.js";
import { Statement } from "./statement.js";
import { earliest, format, windows } from "./statement-dates.js";
import { parts } from "./statement-fields.js";
import { idle } from "./statement-words.js";

/** Longer sentences say more than a clause or two. */
const longest = 600;

/**
 * Reads what a sentence says of the request by what it names, by which words say how it binds, and by where both stand; null where it
 * says nothing, or two things. No word has to be known, so that what comes out is a suggestion and never more.
 */
export function statementsOf(sentence: Sentence, { vocabulary }: Sight): readonly Draft[] | null {
  if (sentence.text.length > longest) return null;
  const sight = sightOf(sentence, vocabulary);
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
