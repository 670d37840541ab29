import { describe, expect, it } from "vitest";
import { classifySentence, proposeRules } from "../../../generator/prose/classify.js";
import type { Draft } from "../../../generator/prose/draft.js";
import type { Sentence } from "../../../generator/prose/sentences.js";
import type { Vocabulary } from "../../../generator/prose/vocabulary.js";
import { inTurn, many, tried } from "../../support/effort.js";
import { hasGold, readGold, readSentences } from "../../support/labelled-rules.js";
import { sentenceOf, vocabulary } from "../../unit/prose/read.js";
import { type Mutation, mutationsOf } from "./mutations.js";

interface Outcome {
  readonly mutations: number;
  readonly rules: number;
  readonly wrong: readonly string[];
  readonly silent: readonly string[];
}

/**
 * Classifies a sentence's mutations. Mutations that are not understood go to the proposer, which
 * also reads every mutation by itself.
 */
function outcomeOf(
  sentence: Sentence,
  words: Vocabulary,
  pick = (all: readonly Mutation[]): readonly Mutation[] => all,
): Outcome {
  const before = classifySentence(sentence, words);
  const rules = before.label === "rule" ? before.drafts : proposeRules(sentence, words);
  const mutations = pick(mutationsOf(sentence.text, rules, words));
  const wrong: string[] = [];
  const silent: string[] = [];
  let right = 0;
  for (const { edit, text, allowed } of mutations) {
    const edited = { ...sentence, text };
    const verdict = classifySentence(edited, words);
    const emitted = verdict.label === "rule" ? verdict.drafts : [];
    const hasRemark = "remark" in verdict && verdict.remark !== undefined;
    if (verdict.label !== "unknown" && emitted.length === 0 && !hasRemark)
      silent.push(`${edit}: ${text}`);
    for (const drafts of [emitted, proposeRules(edited, words)].filter((each) => each.length > 0)) {
      if (allowed.map(sorted).includes(sorted(JSON.stringify(drafts)))) right += 1;
      else wrong.push(`${edit}: ${text} => ${JSON.stringify(drafts)}`);
    }
  }
  return { mutations: mutations.length, rules: right, wrong, silent };
}

/** Rules as text that does not depend on the order of values. */
function sorted(json: string): string {
  const plain = (value: unknown): unknown => {
    if (Array.isArray(value))
      return value
        .map(plain)
        .sort((one, other) => (JSON.stringify(one) < JSON.stringify(other) ? -1 : 1));
    if (typeof value !== "object" || value === null) return value;
    return Object.entries(value).map(([key, each]) => [key, plain(each)]);
  };
  return JSON.stringify(
    (JSON.parse(json) as Draft[])
      .map(plain)
      .map((each) => JSON.stringify(each))
      .sort(),
  );
}

const ours: readonly (readonly [string, string | null])[] = [
  [
    "If granularity is HOUR, you can get data from up to 8 days before today, with a maximum time range of 3 days.",
    null,
  ],
  ["If granularity is not HOUR, the max time range is 90 days.", null],
  ["Cannot be more than 11 days back from today.", "start_date"],
  ["Must not be more than 11 days after the start date.", "end_date"],
  ["A 3-day minimum date range is required.", "start_date"],
  ["The end date must be after 2020-02-29.", null],
  ["Format: YYYY-MM-DD", "start_date"],
  ["When level is CRATE_ITEM, shelf_ids and clerk_ids are not supported.", null],
  ["This field is not allowed for Crate Item level reports", "shelf_ids"],
  ["Only valid when granularity is HOUR.", "start_hour"],
  ["Only supports crate_ids if level is CRATE_ITEM.", "crate_ids"],
  ["Requires `level` to be SHELF or SHOP.", "clerk_ids"],
  ["Requires level to be a value ending with _SPLIT.", "split_types"],
  ['["WEATHER", "AGE"] are only permitted at SHOP_SPLIT level.', "split_types"],
  ["This must not contain AGE if level is SHELF_SPLIT.", "split_types"],
  ["Shelf and clerk related columns are not permitted for Crate Item level reports.", "columns"],
  ["A request must include either shelf_ids or both clerk_ids and crate_ids.", null],
  ["At least one of shelf_ids, clerk_ids or crate_ids must be given.", null],
  ["Data older than 40 days is not available.", null],
  ["You can only get data for the last 40 days.", null],
  ["Do not use this field when level is CRATE_ITEM.", "shelf_ids"],
  ["AGE can only be used when level is SHOP.", "split_types"],
];

describe("a mutated sentence", () => {
  it.each(ours)("%s", (text, self) => {
    const { mutations, wrong, silent } = outcomeOf(sentenceOf(text, self), vocabulary);
    expect(mutations).toBeGreaterThan(5);
    expect({ wrong, silent }).toEqual({ wrong: [], silent: [] });
  });

  it.skipIf(!hasGold)(
    "is never misread or ignored, whichever sentence of the corpus it comes from (skipped without PINTEREST_SPECS)",
    () => {
      const gold = readGold();
      const seen = new Set<string>();
      const all: Outcome[] = [];
      for (const version of tried(["5.10.0", "5.16.0", "5.23.0"]))
        for (const [, sentence, words] of readSentences(version, [
          ...(gold.get(version)?.keys() ?? []),
        ])) {
          const verdict = classifySentence(sentence, words);
          const key = `${sentence.source.field} ${sentence.text}`;
          if (verdict.label !== "rule" || verdict.drafts.length === 0 || seen.has(key)) continue;
          seen.add(key);
          const outcome = outcomeOf(sentence, words, (mutations) =>
            inTurn(mutations, seen.size, 18),
          );
          // Advice that an edit makes meaningless restricts no request, but it must not turn into
          // different advice.
          const isAdvice = verdict.drafts.every(({ kind }) => kind === "no-data-when");
          all.push(isAdvice ? { ...outcome, silent: [] } : outcome);
        }
      expect({
        wrong: all.flatMap(({ wrong }) => wrong),
        silent: all.flatMap(({ silent }) => silent),
      }).toEqual({ wrong: [], silent: [] });
      const count = all.reduce((sum, { mutations }) => sum + mutations, 0);
      expect(count).toBeGreaterThan(many(1000, 160));
    },
  );
});
