import { operationsOf } from "../../generator/lower/operation.js";
import { readDescription } from "../../generator/parse/description.js";
import { entriesOf, getOwn } from "../../generator/parse/json.js";
import { findOperations, pathItem, slice } from "../../generator/parse/slice.js";
import { proposeRules, verdictOn } from "../../generator/prose/classify.js";
import { type Draft, placedDrafts } from "../../generator/prose/draft.js";
import { addStatedLimits, type LimitSentence } from "../../generator/prose/limits.js";
import { objectVocabularies, type Reading, readingsOf } from "../../generator/prose/readings.js";
import { fingerprint } from "../../generator/prose/sentences.js";
import { textsOf } from "../../generator/prose/texts.js";
import { type Vocabulary, vocabularyOf } from "../../generator/prose/vocabulary.js";
import { canonicalDraft } from "./labelled-rules.js";

/** A sentence of a description, how it was read, and its places. */
export interface SentenceFate {
  /**
   * `bound`, `limit` or `proposed`, with its rules. `told`: unread. Otherwise the label of an
   * ignored sentence.
   */
  readonly fate: string;
  readonly fingerprint: string;
  readonly text: string;
  /** The operations, and the places in them. */
  readonly places: ReadonlySet<string>;
  readonly rules: ReadonlySet<string>;
}

/**
 * How the sentences in the requests of all operations were read. Sentences with the same text and
 * result are listed once.
 */
export function fatesIn(text: string): readonly SentenceFate[] {
  const description = readDescription(text);
  const ids = description.paths.flatMap((path) =>
    entriesOf(pathItem(description, path)).map(([, node]) => getOwn(node, "operationId")),
  );
  const wanted = new Set(ids.filter((id) => typeof id === "string"));
  const { document, operations } = slice(description, findOperations(description, wanted));
  const limits = new Map(
    addStatedLimits(document).map((limit) => [`${limit.at} ${limit.fingerprint}`, limit]),
  );
  const vocabularies = new Map<string, Vocabulary>();
  const shared = (vocabulary: Vocabulary): Vocabulary => {
    const content = JSON.stringify([...vocabulary.fields.values()]);
    const known = vocabularies.get(content) ?? vocabulary;
    vocabularies.set(content, known);
    return known;
  };
  const nodes = operationsOf(document);
  const ofObject = objectVocabularies(document, shared);
  const fates = new Map<string, { places: Set<string>; rules: Set<string> } & SentenceFate>();
  for (const operation of operations) {
    const node = nodes.get(operation.id);
    if (node === undefined) continue;
    const vocabulary = shared(vocabularyOf(node, document));
    for (const reading of readingsOf(textsOf(operation, node, document), vocabulary, ofObject)) {
      const { source, written: text } = reading.sentence;
      const print = fingerprint(text);
      const limit = limits.get(`${source.pointer} ${print}`);
      const [fate, rules] = limit === undefined ? fateOf(reading) : fateOfLimit(limit, reading);
      const key = `${fate} ${print}`;
      const one = fates.get(key) ?? {
        ...{ fate, fingerprint: print, text },
        ...{ places: new Set<string>(), rules: new Set<string>() },
      };
      fates.set(key, one);
      one.places.add(`${operation.id} ${source.label}`);
      for (const rule of rules) one.rules.add(rule);
    }
  }
  return [...fates.values()].sort(
    (one, other) =>
      one.fate.localeCompare(other.fate) || one.fingerprint.localeCompare(other.fingerprint),
  );
}

function fateOfLimit(
  { isAdded, proposedFor, isInCase, limits }: LimitSentence,
  reading: Reading,
): readonly [string, readonly string[]] {
  const words = [JSON.stringify(limits)];
  const fate = fateOf(reading);
  if (isInCase) return ["bound", "proposed"].includes(fate[0]) ? fate : ["told", []];
  if (proposedFor !== undefined)
    return ["bound", "proposed"].includes(fate[0]) ? fate : ["proposed", words];
  return isAdded ? ["limit", words] : ["schema-implied", []];
}

function fateOf({ sentence, vocabulary }: Reading): readonly [string, readonly string[]] {
  const verdict = verdictOn(sentence, vocabulary);
  const canonical = (drafts: readonly Draft[]): readonly string[] =>
    placedDrafts(drafts, vocabulary).map(canonicalDraft);
  if (verdict.label === "rule") return ["bound", canonical(verdict.drafts)];
  if (verdict.label !== "unknown") return [verdict.label, []];
  const proposed = proposeRules(sentence, vocabulary);
  return [proposed.length > 0 ? "proposed" : "told", canonical(proposed)];
}

/**
 * The lines of test/fixtures/fates.txt for a version: each sentence's fingerprint and fate, without
 * informational sentences.
 */
export function writtenFates(version: string, fates: readonly SentenceFate[]): string {
  const lines = fates
    .filter(({ fate }) => fate !== "informational")
    .map(({ fate, fingerprint: print, rules }) => [fate, print, ...[...rules].sort()].join(" "));
  return `${[version, ...lines].join("\n")}\n`;
}
