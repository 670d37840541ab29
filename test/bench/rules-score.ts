import { classifySentence, proposeRules, type Wordings } from "../../generator/prose/classify.js";
import type { Sentence } from "../../generator/prose/sentences.js";
import type { Vocabulary } from "../../generator/prose/vocabulary.js";
import {
  canonicalDraft,
  keyOf,
  type Labelled,
  type readGold,
  readSentences,
} from "../support/labelled-rules.js";

/** One sentence of one version, and its labels in the corpus. */
export interface Case {
  readonly version: string;
  readonly operation: string;
  readonly sentence: Sentence;
  readonly vocabulary: Vocabulary;
  readonly gold: Labelled;
}

/**
 * Compares the reading of some sentences with the corpus. Rules are counted at each place that
 * states them.
 */
export interface Score {
  sentences: number;
  rules: number;
  /** How many labels match the corpus. */
  labels: number;
  /** How many rules tier 1 emits or tier 2 proposes. */
  given: number;
  right: number;
  /** Sentences that state a rule but produced no such rule, flag or proposal. */
  silent: number;
  /**
   * How many sentences were flagged without a proposal. Those that state a rule are listed by text.
   */
  flagged: number;
  proposed: number;
  readonly missed: Map<string, number>;
}

/** The sentences of a version. */
export function casesOf(version: string, gold: ReturnType<typeof readGold>): readonly Case[] {
  const operations = gold.get(version) ?? new Map<string, Map<string, Labelled>>();
  return readSentences(version, [...operations.keys()]).map(([operation, sentence, vocabulary]) => {
    const { label, pointer } = sentence.source;
    const labelled = operations.get(operation)?.get(keyOf(label, pointer, sentence.text));
    return {
      version,
      operation,
      sentence,
      vocabulary,
      gold: labelled ?? { label: "not in the corpus", rules: [] },
    };
  });
}

/** Reads the sentences with these wordings, with or without tier 2. */
export function score(cases: readonly Case[], wordings: Wordings | undefined, tiers: 1 | 2): Score {
  const sums: Score = {
    sentences: 0,
    rules: 0,
    labels: 0,
    given: 0,
    right: 0,
    silent: 0,
    flagged: 0,
    proposed: 0,
    missed: new Map(),
  };
  for (const each of cases) add(sums, each, readWith(each, wordings, tiers));
  return sums;
}

interface Read {
  readonly label: string;
  readonly rules: readonly string[];
  readonly isProposed: boolean;
}

function readWith(
  { sentence, vocabulary }: Case,
  wordings: Wordings | undefined,
  tiers: 1 | 2,
): Read {
  const verdict = classifySentence(sentence, vocabulary, wordings);
  const proposals =
    verdict.label === "unknown" && tiers === 2 ? proposeRules(sentence, vocabulary) : [];
  const read = verdict.label === "rule" ? verdict.drafts : proposals;
  // The corpus labels rules that only warn as informational.
  const drafts = read.filter(({ kind }) => kind !== "no-data-when");
  return {
    label: verdict.label,
    rules: drafts.map(canonicalDraft).sort(),
    isProposed: proposals.length > 0,
  };
}

function add(sums: Score, { sentence, gold }: Case, { label, rules, isProposed }: Read): void {
  const isFlagged = label === "unknown" && !isProposed;
  sums.sentences += 1;
  sums.rules += gold.rules.length;
  sums.labels += label === gold.label ? 1 : 0;
  sums.given += rules.length;
  const right = rules.filter((rule) => gold.rules.includes(rule)).length;
  sums.right += right;
  sums.proposed += isProposed ? 1 : 0;
  sums.flagged += isFlagged ? 1 : 0;
  if (label !== "unknown" && right < gold.rules.length) sums.silent += 1;
  if (right === gold.rules.length && right === rules.length) return;
  const key = `${sentence.source.label}: ${sentence.text}`;
  sums.missed.set(key, (sums.missed.get(key) ?? 0) + gold.rules.length - right);
}
