import { operationsOf } from "../../generator/lower/operation.js";
import { readDescription } from "../../generator/parse/description.js";
import { entriesOf, getOwn } from "../../generator/parse/json.js";
import { findOperations, pathItem, slice } from "../../generator/parse/slice.js";
import { classifySentence, proposeRules } from "../../generator/prose/classify.js";
import { fingerprint, type Sentence, sentencesOf } from "../../generator/prose/sentences.js";
import { textsOf } from "../../generator/prose/texts.js";
import { type Vocabulary, vocabularyOf } from "../../generator/prose/vocabulary.js";
import { canonicalDraft, specOf } from "../support/labelled-rules.js";

/** A sentence from an operation outside the corpus, and the rules that were read from it. */
export interface Hit {
  readonly operation: string;
  readonly loc: string;
  readonly text: string;
  readonly fingerprint: string;
  readonly tier: 1 | 2;
  readonly rules: readonly string[];
}

/** Sentences of operations outside the corpus that look like rules. */
export function hitsElsewhere(
  version: string,
  known: readonly string[],
): {
  readonly operations: number;
  readonly sentences: number;
  readonly flagged: number;
  readonly hits: readonly Hit[];
} {
  const hits: Hit[] = [];
  const texts = new Set<string>();
  const flagged = new Set<string>();
  const operations = new Set<string>();
  for (const [operation, sentence, vocabulary] of sentencesElsewhere(version, known)) {
    operations.add(operation);
    texts.add(sentence.text);
    const verdict = classifySentence(sentence, vocabulary);
    const drafts =
      verdict.label === "rule"
        ? verdict.drafts
        : verdict.label === "unknown"
          ? proposeRules(sentence, vocabulary)
          : [];
    if (verdict.label === "unknown" && drafts.length === 0) flagged.add(sentence.text);
    if (drafts.length === 0) continue;
    const { written: text, source: place } = sentence;
    const tier = verdict.label === "rule" ? 1 : 2;
    hits.push({
      operation,
      loc: place.label,
      text,
      fingerprint: fingerprint(text),
      tier,
      rules: drafts.map(canonicalDraft),
    });
  }
  return { operations: operations.size, sentences: texts.size, flagged: flagged.size, hits };
}

/** Prints these sentences. */
export function readElsewhere(version: string, known: readonly string[]): void {
  const { operations, sentences, flagged, hits } = hitsElsewhere(version, known);
  const distinct = [...new Map(hits.map((hit) => [hit.fingerprint, hit])).values()];
  console.log(
    `\nout of domain: the ${operations} other operations of ${version}, ${sentences} distinct sentences`,
  );
  console.log(
    `flagged ${flagged}; rules from ${distinct.length} distinct sentences, at ${hits.length} places:`,
  );
  for (const { tier, text, rules } of distinct) {
    const places = hits.filter((hit) => hit.text === text);
    console.log(`  tier ${tier}  ${places.length} x  ${text}\n          ${rules.join(" ")}`);
  }
}

function sentencesElsewhere(
  version: string,
  known: readonly string[],
): readonly (readonly [string, Sentence, Vocabulary])[] {
  const description = readDescription(specOf(`${version}.yaml`));
  const ids = description.paths.flatMap((path) =>
    entriesOf(pathItem(description, path)).flatMap(([, node]) => {
      const id = getOwn(node, "operationId");
      return typeof id === "string" && !known.includes(id) ? [id] : [];
    }),
  );
  const { document, operations } = slice(description, findOperations(description, new Set(ids)));
  const nodes = operationsOf(document);
  return operations.flatMap((operation) => {
    const node = nodes.get(operation.id);
    if (node === undefined) return [];
    const vocabulary = vocabularyOf(node, document);
    return textsOf(operation, node, document)
      .flatMap(sentencesOf)
      .map((sentence) => [operation.id, sentence, vocabulary] as const);
  });
}
