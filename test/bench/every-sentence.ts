// Prints what becomes of every sentence that stands in the request of any operation, each once, with
// where it stands: what it makes, whether it is told as unread, or why it is passed over. Run by
// `npx tsx test/bench/every-sentence.ts [<version>] [<part of a fate, place or text>]`; needs
// PINTEREST_SPECS. The sentences are Pinterest's: this prints them, and nothing keeps them.
import { operationsOf } from "../../generator/lower/operation.js";
import { readDescription } from "../../generator/parse/description.js";
import { entriesOf, getOwn } from "../../generator/parse/json.js";
import { findOperations, pathItem, slice } from "../../generator/parse/slice.js";
import { classifySentence, proposeRules } from "../../generator/prose/classify.js";
import { addStatedLimits } from "../../generator/prose/limits.js";
import { objectVocabularies, readingsOf } from "../../generator/prose/readings.js";
import { fingerprint, type Sentence } from "../../generator/prose/sentences.js";
import { textsOf } from "../../generator/prose/texts.js";
import { type Vocabulary, vocabularyOf } from "../../generator/prose/vocabulary.js";
import { descriptionText, followed } from "../support/descriptions.js";
import { canonicalDraft } from "../support/labelled-rules.js";

const [version = followed, part = ""] = process.argv.slice(2);

const description = readDescription(descriptionText(version));
const ids = new Set(
  description.paths.flatMap((path) =>
    entriesOf(pathItem(description, path)).flatMap(([, node]) => {
      const id = getOwn(node, "operationId");
      return typeof id === "string" ? [id] : [];
    }),
  ),
);
const sliced = slice(description, findOperations(description, ids));
const limits = new Map(
  addStatedLimits(sliced.document).map((limit) => [`${limit.at} ${limit.fingerprint}`, limit]),
);
const nodes = operationsOf(sliced.document);

/** A sentence, what becomes of it, and where it stands. */
interface Told {
  readonly fate: string;
  readonly text: string;
  readonly places: Set<string>;
  readonly rules: Set<string>;
}

const vocabularies = new Map<string, Vocabulary>();
const once = (candidate: Vocabulary): Vocabulary => {
  const content = JSON.stringify([...candidate.fields.values()]);
  const vocabulary = vocabularies.get(content) ?? candidate;
  vocabularies.set(content, vocabulary);
  return vocabulary;
};
const ofObject = objectVocabularies(sliced.document, once);
const known = new Map<string, Told>();
for (const operation of sliced.operations) {
  const node = nodes.get(operation.id);
  if (node === undefined) continue;
  const ofRequest = once(vocabularyOf(node, sliced.document));
  const texts = textsOf(operation, node, sliced.document);
  for (const { sentence, vocabulary } of readingsOf(texts, ofRequest, ofObject)) {
    const { fate, rules } = fateOf(sentence, vocabulary);
    const key = `${fate} ${fingerprint(sentence.text)}`;
    const told = known.get(key) ?? {
      fate,
      text: sentence.text,
      places: new Set(),
      rules: new Set(),
    };
    known.set(key, told);
    told.places.add(`${operation.id} ${sentence.source.label}`);
    for (const rule of rules) told.rules.add(rule);
  }
}

function fateOf(
  sentence: Sentence,
  vocabulary: Vocabulary,
): { readonly fate: string; readonly rules: readonly string[] } {
  const limit = limits.get(`${sentence.source.pointer} ${fingerprint(sentence.text)}`);
  if (limit !== undefined)
    return {
      fate: limit.isAdded ? "limit" : "schema-implied",
      rules: limit.isAdded ? [JSON.stringify(limit.limits)] : [],
    };
  const verdict = classifySentence(sentence, vocabulary);
  if (verdict.label === "rule") return { fate: "bound", rules: verdict.drafts.map(canonicalDraft) };
  if (verdict.label !== "unknown") return { fate: verdict.label, rules: [] };
  const proposed = proposeRules(sentence, vocabulary);
  return { fate: proposed.length > 0 ? "proposed" : "told", rules: proposed.map(canonicalDraft) };
}

const all = [...known.values()].sort((a, b) => a.fate.localeCompare(b.fate));
for (const { fate, text, places, rules } of all) {
  const [first = ""] = places;
  const line = `${fate.padEnd(14)} ${fingerprint(text)} ${places.size} x ${first}: ${text}`;
  if (!line.includes(part)) continue;
  console.log(line);
  for (const rule of rules) console.log(`               ${rule}`);
}
console.log(
  [...new Set(all.map(({ fate }) => fate))]
    .map((fate) => `${fate} ${all.filter((told) => told.fate === fate).length}`)
    .join(", "),
);
