import type { Sentence } from "./sentences.js";
import type { Vocabulary } from "./vocabulary.js";

/**
 * A function that reads a sentence once for each vocabulary, and then returns the same result: one
 * decision about a sentence asks for the reading of its neighbours, too.
 */
export function readOnce<Result>(
  read: (sentence: Sentence, vocabulary: Vocabulary) => Result,
): (sentence: Sentence, vocabulary: Vocabulary) => Result {
  const results = new WeakMap<Sentence, Map<Vocabulary, Result>>();
  return (sentence, vocabulary) => {
    const known = results.get(sentence) ?? new Map<Vocabulary, Result>();
    results.set(sentence, known);
    if (known.has(vocabulary)) return known.get(vocabulary) as Result;
    const result = read(sentence, vocabulary);
    known.set(vocabulary, result);
    return result;
  };
}
