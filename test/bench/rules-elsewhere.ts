import { type Description, readDescription } from "../../generator/parse/description.js";
import { entriesOf, getOwn, isObject, type Json, listOf } from "../../generator/parse/json.js";
import type { SlicedOperation } from "../../generator/parse/slice.js";
import { classifySentence, proposeRules } from "../../generator/prose/classify.js";
import {
  fingerprint,
  type Sentence,
  sentencesOf,
  textsOf,
} from "../../generator/prose/sentences.js";
import { type Vocabulary, vocabularyOf } from "../../generator/prose/vocabulary.js";
import { canonicalDraft, specOf } from "../support/labelled-rules.js";

/**
 * A sentence of an operation that the corpus does not cover, and the rules that were read out of
 * it.
 */
export interface Hit {
  readonly operation: string;
  readonly loc: string;
  readonly text: string;
  readonly fingerprint: string;
  readonly tier: 1 | 2;
  readonly rules: readonly string[];
}

/** What the operations outside the corpus say that looks like a rule. */
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
    const { text, source: place } = sentence;
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

/** Prints them. */
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
  const resolve = (reference: string): Json | undefined => resolved(description, reference);
  return operationsOf(description)
    .filter(({ id }) => !known.includes(id))
    .flatMap((operation) => {
      const { texts, fields } = textsOf(operation, resolve);
      const vocabulary = vocabularyOf(fields, resolve);
      return texts
        .flatMap(sentencesOf)
        .map((sentence) => [operation.id, sentence, vocabulary] as const);
    });
}

function operationsOf(description: Description): readonly SlicedOperation[] {
  return description.paths.flatMap((path) => {
    const item = description.path(path);
    return entriesOf(item).flatMap(([method, node]) => {
      const id = getOwn(node, "operationId");
      if (!isObject(node) || typeof id !== "string") return [];
      return [{ id, path, method, node, shared: listOf(getOwn(item, "parameters")) }];
    });
  });
}

function resolved(description: Description, reference: string): Json | undefined {
  const [section = "", name = "", ...deeper] = reference
    .split("/")
    .slice(2)
    .map((step) => step.replaceAll("~1", "/").replaceAll("~0", "~"));
  return deeper.reduce<Json | undefined>(
    (node, step) => (Array.isArray(node) ? node[Number(step)] : getOwn(node, step)),
    description.component(section, name),
  );
}
