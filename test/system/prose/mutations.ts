import type { Draft } from "../../../generator/prose/draft.js";
import { type Vocabulary, valueMeant } from "../../../generator/prose/vocabulary.js";

/**
 * An edit of a sentence, and the rules that it may produce. Reporting the sentence is always
 * correct.
 */
export interface Mutation {
  readonly edit: string;
  readonly text: string;
  /** Each acceptable list of rules for the whole sentence, as JSON. */
  readonly allowed: readonly string[];
}

const marks = ["not", "never", "no", "except", "unless", "except when", "without"];
const negators = /^(?:not|no|never|cannot|can't|isn't)$/i;
const synonyms: readonly (readonly [string, string])[] = [
  ["max", "maximum"],
  ["maximum", "longest"],
  ["allowed", "permitted"],
  ["supported", "accepted"],
  ["supported", "meaningful"],
  ["cannot", "must not"],
  ["Cannot", "May not"],
  ["before", "prior to"],
  ["before", "after"],
  ["after", "before"],
  ["pull", "retrieve"],
  ["pull", "delete"],
  ["If", "When"],
  ["If", "Unless"],
  ["If", "Even if"],
  ["when", "unless"],
  ["either", "neither"],
  ["both", "one of"],
  ["Only", "Not only"],
  ["only", "also"],
  ["more", "less"],
  ["more", "fewer"],
  ["past", "before"],
  ["back", "ahead"],
  ["up to", "at most"],
  ["up to", "at least"],
  ["maximum", "minimum"],
  ["minimum", "maximum"],
  ["must(?! not)", "may"],
  ["must", "should"],
  ["required", "recommended"],
  ["Requires", "Ignores"],
  ["ending", "starting"],
  ["today", "tomorrow"],
];

/** All edits of a sentence that produces these rules. */
export function mutationsOf(
  text: string,
  rules: readonly Draft[],
  vocabulary: Vocabulary,
): readonly Mutation[] {
  const same = JSON.stringify(rules);
  const ways = [
    ...negations(text, rules),
    ...numbers(text, rules),
    ...names(text, rules, vocabulary),
  ];
  const swapped = synonyms
    .filter(([now]) => new RegExp(`\\b${now}\\b`).test(text))
    .map(([now, then]) => {
      const isOpposite =
        /^(?:after|before|Unless|unless|Even if|neither|one of|Not only|also|less|fewer|ahead|at least|minimum|may|recommended|Ignores|starting|tomorrow|delete|meaningful)$/;
      const changed =
        now === "minimum" && then === "maximum" ? [JSON.stringify(maximised(rules))] : [same];
      return {
        edit: `${now} -> ${then}`,
        text: text.replace(new RegExp(`\\b${now}\\b`), then),
        allowed: isOpposite.test(then) ? otherwiseSaid(then, rules) : changed,
      };
    });
  return [...ways, ...swapped].filter((mutation) => mutation.text !== text);
}

/** What a sentence means after this word has replaced its opposite. */
function otherwiseSaid(then: string, rules: readonly Draft[]): readonly string[] {
  if (then === "Unless" || then === "unless") return [turned(rules)];
  const least = (rule: Draft): Draft =>
    rule.kind === "max-range" ? { ...rule, kind: "min-range" } : rule;
  return /^(?:less|fewer|minimum)$/.test(then) ? [JSON.stringify(rules.map(least))] : [];
}

function maximised(rules: readonly Draft[]): readonly Draft[] {
  return rules.map((rule) => (rule.kind === "min-range" ? { ...rule, kind: "max-range" } : rule));
}

/** The rules with their conditions negated. */
function turned(rules: readonly Draft[]): string {
  const when = (rule: Draft): Draft["when"] =>
    rule.when.map((one) =>
      "is" in one
        ? { field: one.field, isNot: one.is }
        : "isNot" in one
          ? { field: one.field, is: one.isNot }
          : one,
    );
  return JSON.stringify(rules.map((rule) => ({ ...rule, when: when(rule) })));
}

/**
 * Whether a word inserted here would be between the start of a condition and its value, or directly
 * before it.
 */
function isInCondition(words: readonly string[], index: number): boolean {
  const begins = (word = ""): boolean =>
    /^(?:if|when|for|with|at|in|available|allowed)$/i.test(word);
  const ahead = words
    .slice(index)
    .findIndex((word) => /^[`"]?[A-Z]{2}/.test(word) || /^(?:level|hourly)/i.test(word));
  const from = words.slice(0, index + 1).findLastIndex(begins);
  return (
    ahead >= 0 && from >= 0 && !words.slice(from, index + ahead).some((word) => word.endsWith(","))
  );
}

function negations(text: string, rules: readonly Draft[]): readonly Mutation[] {
  const words = text.split(" ");
  return words.flatMap((word, index) => {
    const isOfCondition =
      /^(?:is|isn't)$/.test(words[index - 1] ?? "") &&
      /^[`"]?[A-Z]{2}/.test(words[index + (negators.test(word) ? 1 : 0)] ?? "");
    const dropped = negators.test(word)
      ? [
          {
            edit: `drop ${word}`,
            text: words.toSpliced(index, 1).join(" "),
            allowed: isOfCondition ? [turned(rules)] : [],
          },
        ]
      : [];
    const put = marks.map((mark) => ({
      edit: `insert ${mark}`,
      text: words.toSpliced(index, 0, mark).join(" "),
      allowed: isInCondition(words, index) ? [turned(rules)] : [],
    }));
    return [...dropped, ...put];
  });
}

function numbers(text: string, rules: readonly Draft[]): readonly Mutation[] {
  const found = [...text.matchAll(/(\d+(?:\.\d+)?)(?=[ -](?:days?|months?|years?)\b)/g)];
  const at = (index: number, by: string): string =>
    `${text.slice(0, index)}${by}${text.slice(index + (/^[\d.]+/.exec(text.slice(index))?.[0].length ?? 0))}`;
  const given = rules.filter(({ params }) => "amount" in params);
  const amounts = (values: readonly number[]): string =>
    JSON.stringify(
      rules.map((rule) =>
        given.includes(rule)
          ? { ...rule, params: { ...rule.params, amount: values[given.indexOf(rule)] } }
          : rule,
      ),
    );
  const now = found.map(([value]) => Number(value));
  const inDays = (nth: number, amount: number): string =>
    JSON.stringify(
      rules.map((rule) =>
        rule === given[nth] ? { ...rule, params: { ...rule.params, amount, unit: "day" } } : rule,
      ),
    );
  const others = found.map(({ index }, nth) => ({
    edit: "another number",
    text: at(index, String((now[nth] ?? 0) + 7)),
    allowed: [amounts(now.with(nth, (now[nth] ?? 0) + 7))],
  }));
  const units = ["hours", "weeks", "minutes", "quarters"].flatMap((unit) =>
    found.map(({ index, 0: value }, nth) => ({
      edit: `${unit} instead of the unit`,
      text:
        text.slice(0, index) +
        text.slice(index).replace(new RegExp(`^${value}([ -])\\w+`), `${value}$1${unit}`),
      allowed: unit === "weeks" ? [inDays(nth, 7 * (now[nth] ?? 0))] : [],
    })),
  );
  const [first, second] = found;
  if (!first || !second || first[0] === second[0]) return [...others, ...units];
  const swapped = at(first.index, second[0]).replace(
    /\d+(?:\.\d+)?(?=[ -](?:days?|months?|years?)\b[^\d]*$)/,
    first[0],
  );
  return [
    ...others,
    ...units,
    { edit: "numbers exchanged", text: swapped, allowed: [amounts([...now].reverse())] },
  ];
}

/**
 * Replaces each name in the sentence with another field or value, and with one that does not exist.
 */
function names(text: string, rules: readonly Draft[], { fields }: Vocabulary): readonly Mutation[] {
  const words = [
    ...new Set(text.match(/\b(?:[A-Z][A-Z0-9]+(?:_[A-Z0-9]+)*|[a-z]+(?:_[a-z]+)+)\b/g) ?? []),
  ];
  return words.flatMap((word) => {
    const exchanged = (by: string): Mutation => {
      const one = new RegExp(`\\b${word}\\b`, "g");
      return {
        edit: `${word} -> ${by}`,
        text: text.replace(one, by),
        allowed: [JSON.stringify(rules).replaceAll(new RegExp(`"${word}"`, "g"), `"${by}"`)],
      };
    };
    const owner = [...fields.values()].find((field) => valueMeant(word, field) !== null);
    const value = owner?.values.find(
      (other) => other !== word && String(other).length > 2 && !text.includes(String(other)),
    );
    const field = [...fields.keys()].find(
      (other) =>
        other !== word && other.endsWith(word.split("_").at(-1) ?? "") && !text.includes(other),
    );
    const bad = { ...exchanged(/^[A-Z]/.test(word) ? `${word}_THING` : `${word}z`), allowed: [] };
    const isNamed = fields.has(word) || owner !== undefined;
    const other = fields.has(word) ? field : value;
    return isNamed ? [bad, ...(other === undefined ? [] : [exchanged(String(other))])] : [];
  });
}
