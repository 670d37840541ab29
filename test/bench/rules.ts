// Compares the rules read from Pinterest's prose with the labelled corpus: in sample, and as if
// later versions were unknown. Run `npx tsx test/bench/rules.ts`; needs PINTEREST_SPECS, the folder
// of real descriptions. `--missed` lists the missed rules.
import { hasGold, labelledVersions, readGold } from "../support/labelled-rules.js";
import { newTexts, outcomeOf, totals } from "../support/new-sentences.js";
import { readElsewhere } from "./rules-elsewhere.js";
import { licensed, licenseOf } from "./rules-license.js";
import { type Case, casesOf, type Score, score } from "./rules-score.js";

printNew();
if (hasGold) bench();
else
  console.log(
    "skipped: PINTEREST_SPECS names no folder of descriptions with ../reference/rules-gold.json beside it.",
  );

/**
 * Texts by writers who had not seen the grammar. The second corpus was counted but never read while
 * the parser was written.
 */
function printNew(): void {
  console.log(
    "new sentences, put into the contract at their places: rules emitted, proposed to a person, emitted wrongly, proposed wrongly;",
  );
  console.log("texts silent; harmless texts flagged");
  console.log(
    row([
      "corpus",
      "texts",
      "rules",
      "emitted",
      "proposed",
      "recall",
      "wrong",
      "wrongly",
      "silent",
      "harmless",
      "flagged",
    ]),
  );
  for (const half of ["tuned", "unseen"] as const) {
    const texts = newTexts(half);
    const outcomes = texts.map(outcomeOf);
    const {
      rules,
      emitted,
      proposed,
      recall,
      wrong,
      wronglyProposed,
      silent,
      harmless,
      harmlessFlagged,
    } = totals(outcomes);
    const cells = [
      half,
      texts.length,
      rules,
      emitted,
      proposed,
      (100 * recall).toFixed(1),
      wrong,
      wronglyProposed,
      silent,
      harmless,
      harmlessFlagged,
    ];
    console.log(row(cells));
    if (process.argv.includes("--missed"))
      for (const outcome of outcomes)
        for (const rule of outcome.missed) console.log(`  ${outcome.text.id} ${rule}`);
  }
}

function bench(): void {
  const gold = readGold();
  const versions = labelledVersions(gold);
  const cases = new Map(versions.map((version) => [version, casesOf(version, gold)]));
  const of = (some: readonly string[]): readonly Case[] =>
    some.flatMap((version) => cases.get(version) ?? []);

  print("in sample, tier 1: all wordings", versions, (version) =>
    score(of([version]), undefined, 1),
  );
  const hard = versions.indexOf("5.17.0");
  console.log(
    [
      "\nSplits. A wording counts only where a training sentence used it: the pattern (of rules and of sentences that bind nothing) in that",
      "frame, and each alternative and optional part in it. Cues, the reading of mentions and the kernels of tier 2 are not switched off.",
    ].join("\n"),
  );
  for (const tiers of [1, 2] as const) {
    print(
      `rolling, ${named(tiers)}: each version with the wordings of earlier ones`,
      versions.slice(1),
      (version) => {
        const wordings = licensed(
          licenseOf(trained(of(versions.slice(0, versions.indexOf(version))))),
        );
        return score(of([version]), wordings, tiers);
      },
    );
  }
  for (const tiers of [1, 2] as const) {
    const wordings = licensed(licenseOf(trained(of(versions.slice(0, hard)))));
    print(`up to 5.16.0, then 5.17.0 and later, ${named(tiers)}`, versions.slice(hard), (version) =>
      score(of([version]), wordings, tiers),
    );
  }
  print("no wording at all, tier 2 alone", versions, (version) =>
    score(of([version]), licensed(new Set()), 2),
  );
  readElsewhere("5.23.0", [...(gold.get("5.23.0")?.keys() ?? [])]);
}

function named(tiers: 1 | 2): string {
  return tiers === 1 ? "tier 1 only" : "tier 1 and tier 2";
}

function trained(
  cases: readonly Case[],
): readonly (readonly [Case["sentence"], Case["vocabulary"]])[] {
  return cases.map(({ sentence, vocabulary }) => [sentence, vocabulary]);
}

function print(
  title: string,
  versions: readonly string[],
  scoreOf: (version: string) => Score,
): void {
  console.log(`\n${title}`);
  console.log(
    row([
      "version",
      "sentences",
      "rules",
      "precision",
      "recall",
      "silent",
      "labels",
      "proposed",
      "flagged",
    ]),
  );
  const scores = versions.map((version) => [version, scoreOf(version)] as const);
  for (const [version, each] of scores) console.log(row([version, ...cells(each)]));
  const total = scores.map(([, each]) => each).reduce(sum);
  console.log(row(["total", ...cells(total)]));
  const missed = [...total.missed].filter(([, rules]) => rules !== 0);
  if (missed.length > 0)
    console.log(`rules missed or wrong, in ${missed.length} distinct sentences${listed(missed)}`);
}

function listed(missed: readonly (readonly [string, number])[]): string {
  if (!process.argv.includes("--missed")) return "; `--missed` lists them";
  return missed.map(([key, rules]) => `\n  ${rules} x ${key}`).join("");
}

function cells({
  sentences,
  rules,
  given,
  right,
  silent,
  labels,
  proposed,
  flagged,
}: Score): readonly (string | number)[] {
  const percent = (part: number, all: number): string =>
    all === 0 ? "-" : ((100 * part) / all).toFixed(2);
  return [
    sentences,
    rules,
    percent(right, given),
    percent(right, rules),
    silent,
    percent(labels, sentences),
    proposed,
    flagged,
  ];
}

function row(values: readonly (string | number)[]): string {
  return values
    .map((value, index) => (index === 0 ? String(value).padEnd(8) : String(value).padStart(10)))
    .join("");
}

function sum(one: Score, other: Score): Score {
  const missed = new Map(one.missed);
  for (const [key, rules] of other.missed) missed.set(key, (missed.get(key) ?? 0) + rules);
  const add = (name: Exclude<keyof Score, "missed">): number => one[name] + other[name];
  return {
    sentences: add("sentences"),
    rules: add("rules"),
    labels: add("labels"),
    given: add("given"),
    right: add("right"),
    silent: add("silent"),
    flagged: add("flagged"),
    proposed: add("proposed"),
    missed,
  };
}
