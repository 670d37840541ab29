import type { Sentence } from "./sentences.js";
import type { Vocabulary } from "./vocabulary.js";

/**
 * Returns `read` with a cache by sentence and vocabulary, which are compared by identity.
 * Classifying one sentence also reads its neighbors.
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
