import type { Sentence } from "./sentences.js";
import type { Vocabulary } from "./vocabulary.js";

/**
 * Returns a version of `read` that caches results by sentence and vocabulary. Both are compared by
 * identity. Null and undefined are cached, too, but exceptions are not. Without the cache,
 * sentences would be read repeatedly, because classifying one sentence also reads its neighbors.
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
