import type { Skipped } from "../parse/annotations.js";
import { printRule } from "../parse/yaml.js";
import type { Problem } from "../problem.js";
import { nameRule } from "../rules/name.js";
import { bindingOf } from "./binding.js";
import type { Draft, NamedRule, UnreadSentence } from "./draft.js";
import { bareSentence } from "./grammar.js";
import {
  bindingWordIn,
  type InformationalPattern,
  informational,
  type Label,
} from "./informational.js";
import { type Pattern, patterns } from "./patterns.js";
import { readSentence } from "./read-sentence.js";
import { fingerprint, LONGEST_SENTENCE, type Sentence } from "./sentences.js";
import { idle, Statement } from "./statement.js";
import { dateFormatDrafts, minDateDrafts, windowDrafts } from "./statement-dates.js";
import { draftsOfParts } from "./statement-fields.js";
import { hasPlainSubject, isAboutCallers, isBelow, isWeakened } from "./subject.js";
import { lackOf, type ReadContext, readContextOf, type Vocabulary } from "./vocabulary.js";

/** Maximum length in characters. Longer sentences state more than a clause or two. */
const LONGEST_STATEMENT = 600;

/**
 * Reads a sentence by what it names, by the words that state how it binds, and by the positions of
 * both. Returns null if it states nothing, if a rule has two conditions on one field or, except
 * `forbidden-values-when`, one on its own field, and for more than 600 characters. Words need not
 * be known, so the result is only a suggestion.
 */
function statementsOf(sentence: Sentence, { vocabulary }: ReadContext): readonly Draft[] | null {
  if (sentence.text.length > LONGEST_STATEMENT) return null;
  const readContext = readContextOf(sentence, vocabulary);
  const statement = new Statement(sentence, readContext, (before) =>
    statementsOf(before, readContext),
  );
  const { text } = statement.marked;
  if (idle.test(text) || (/:\s*$/.test(text) && !/<[DT]\d+>/.test(text))) return null;
  const readings = [
    windowDrafts(statement),
    minDateDrafts(statement),
    dateFormatDrafts(statement),
    ...draftsOfParts(statement),
  ].filter((item) => item !== null);
  const drafts = [
    ...new Map(readings.flat().map((draft) => [JSON.stringify(draft), draft])).values(),
  ];
  return drafts.length > 0 && drafts.every(isSound) ? drafts : null;
}

/**
 * Whether no field has two conditions, and the rule's own field has none, except in
 * `forbidden-values-when`.
 */
function isSound({ when, kind, params }: Draft): boolean {
  const fields = when.map(({ field }) => field);
  return (
    new Set(fields).size === fields.length &&
    !(fields.includes(String(params.field)) && kind !== "forbidden-values-when")
  );
}

/**
 * The rules proposed for a sentence in new words, or whose subject is not certain, with the
 * conditions of its neighbours. Empty if the grammar cannot read every word of it in exactly one
 * way, for more than 600 characters, if it is about callers of some kind, or if one of the rules
 * cannot be right, such as one that forbids a required field.
 */
export function proposeRules(sentence: Sentence, vocabulary: Vocabulary): readonly Draft[] {
  const readContext = readContextOf(sentence, vocabulary);
  if (isAboutCallers(sentence, readContext)) return [];
  const { drafts, isConditional } = readSentence(sentence, vocabulary);
  if (drafts !== null && drafts.length > 0)
    return drafts.every((draft) => isPossible(draft, vocabulary)) ? drafts : [];
  return isConditional || isBelow(sentence) ? [] : (patternDrafts(sentence, readContext) ?? []);
}

/**
 * Rules that a sentence may state, judged by the fields and values that it names; other words need
 * not be known. Empty if there are none, if one is a wrong reading (`isPossible`: such as a rule
 * that forbids a required field), if the sentence ends in a colon or has more than 600 characters.
 * They have to be compared with the sentence and written into rules.yaml: no option accepts them,
 * since an unknown word may reverse the meaning.
 */
export function suggestRules(sentence: Sentence, vocabulary: Vocabulary): readonly Draft[] {
  if (/:\W*$/.test(sentence.text)) return [];
  if (isAboutCallers(sentence, readContextOf(sentence, vocabulary))) return [];
  const drafts = statementsOf(sentence, readContextOf(sentence, vocabulary));
  return drafts?.every((draft) => isPossible(draft, vocabulary)) ? drafts : [];
}

/**
 * Whether a rule can be right. False if it is of the kind `forbidden-when`, `only-when` or
 * `requires-value` and its field is required, and if it has a condition on its own field, except in
 * `forbidden-values-when`.
 */
function isPossible({ kind, when, params }: Draft, { fields }: Vocabulary): boolean {
  const isRequired = fields.get(String(params.field))?.isRequired === true;
  if (isRequired && ["forbidden-when", "only-when", "requires-value"].includes(kind)) return false;
  return !when.some(({ field }) => field === params.field && kind !== "forbidden-values-when");
}

/**
 * Returns `sentence` as an unread sentence without proposals; its problem is that it states a rule
 * of the name `id` which differs from `before`, an earlier rule of the same name. Changes and
 * prints nothing.
 */
function reportCollision(id: string, before: NamedRule, sentence: Sentence): UnreadSentence {
  const { text, source, number } = sentence;
  return unreadSentence(
    sentence,
    {},
    {
      what: `two different rules would be called ${id}`,
      where: `${source.pointer}, sentence ${number}`,
      why: "The name of a rule is public and must be unique.",
      fix: "Skip one of the two sentences in spec/skipped.yaml with a reason, or give them different names in generator/prose/draft.ts.",
      notes: [
        ["text", text],
        ["before", before.sources.map(({ at }) => at).join(", ")],
        ["fingerprint", fingerprint(text)],
      ],
    },
  );
}

/** An unread sentence, as data and as a problem. */
function unreadSentence(
  { text, source, number }: Sentence,
  { proposed = [], suggested = [] }: Partial<Pick<UnreadSentence, "proposed" | "suggested">>,
  problem: Problem,
): UnreadSentence {
  return {
    location: `${source.pointer}, sentence ${number}`,
    fingerprint: fingerprint(text),
    reason: problem.what,
    proposed,
    suggested,
    problem,
  };
}

const ELSEWHERE =
  "In another repository, skipped.yaml and rules.yaml are in the folder that --spec-folder names.";
const UNASKED =
  "Or write `prose: certain` beside a single call in flows.yaml: then its unread sentences are only counted.";

/** Why the rules of a sentence are not certain: its words are new, or what they name is not there. */
function doubtOf({ unresolved, lack }: UnreadReason): string {
  if (unresolved === null) return "a sentence is worded in a new way";
  return `a known sentence does not fit${lack === undefined ? "" : `, because ${lack}`}`;
}

/**
 * The unread sentence for a sentence and the rules proposed for it, at least one; its problem says
 * how to accept them (`--accept-proposed`) or reject them. Prints nothing.
 */
function reportProposal(
  sentence: Sentence,
  drafts: readonly Draft[],
  reason: UnreadReason,
): UnreadSentence {
  return unreadSentence(
    sentence,
    { proposed: drafts },
    {
      what: `${doubtOf(reason)}, and ${drafts.length === 1 ? "a rule is" : "rules are"} proposed`,
      where: `${sentence.source.pointer}, sentence ${sentence.number}`,
      why: "A proposed rule is not certain: compare it with the sentence before it is enforced.",
      fix: [
        "If it is right, run the command again with --accept-proposed, or add a pattern in generator/prose/patterns.ts.",
        "If it is wrong, skip the sentence in spec/skipped.yaml by its fingerprint, with a reason, and state the right rule in spec/rules.yaml.",
        ELSEWHERE,
      ].join("\n"),
      notes: [
        ["text", sentence.text],
        ...drafts.map(
          (draft) => ["proposed", printRule({ id: nameRule(draft), ...draft })] as const,
        ),
        ["fingerprint", fingerprint(sentence.text)],
      ],
    },
  );
}

/**
 * Returns the sentence as an unread sentence with `drafts` as suggested rules, judged by what it
 * names. No option accepts them: its problem tells the reader to write them into spec/rules.yaml.
 * Changes and prints nothing.
 */
function reportSuggestion(
  sentence: Sentence,
  drafts: readonly Draft[],
  reason: UnreadReason,
): UnreadSentence {
  return unreadSentence(
    sentence,
    { suggested: drafts },
    {
      what: `${doubtOf(reason)}, and it may state ${drafts.length === 1 ? "a rule" : "rules"}`,
      where: `${sentence.source.pointer}, sentence ${sentence.number}`,
      why:
        reason.unresolved === null
          ? "Not every word of the sentence is known: an unknown word may reverse the rule."
          : "The rule is not certain as long as the description lacks what the sentence names.",
      fix: [
        `If the rule is right, write it into spec/rules.yaml and skip the sentence in spec/skipped.yaml by its fingerprint${reason.unresolved === null ? ", or add a pattern in generator/prose/patterns.ts" : ""}.`,
        "If it is wrong, skip the sentence, with a reason.",
        ELSEWHERE,
      ].join("\n"),
      notes: [
        ["text", sentence.text],
        ...drafts.map(
          (draft) => ["suggested", printRule({ id: nameRule(draft), ...draft })] as const,
        ),
        ["fingerprint", fingerprint(sentence.text)],
      ],
    },
  );
}

/**
 * Why a sentence is reported: what it names is unknown or does not resolve, the schema contradicts
 * it, or no wording fits.
 */
interface UnreadReason {
  readonly unresolved: Pattern | null;
  readonly lack?: string;
  readonly remark?: string;
}

/**
 * Returns a sentence that binds and gives no rule as an unread sentence, without proposals; its
 * problem names the pattern nearest to its wording. `unresolved` is the pattern that fits while its
 * words do not resolve, null if no pattern fits; `remark` replaces the problem's `what`, `lack`
 * explains it. Changes and prints nothing.
 */
function reportUnread(
  sentence: Sentence,
  { unresolved, lack, remark }: UnreadReason,
): UnreadSentence {
  const nearest = unresolved ?? nearestTo(sentence.text);
  return unreadSentence(
    sentence,
    {},
    {
      what:
        remark ??
        (unresolved
          ? `a sentence binds, and what it names does not resolve in this description${lack === undefined ? "" : `: ${lack}`}`
          : "a sentence binds and is not understood"),
      where: `${sentence.source.pointer}, sentence ${sentence.number}`,
      why: "A missed rule is a request that the API rejects.",
      fix:
        unresolved && (remark ?? lack) !== undefined
          ? `Skip the sentence in spec/skipped.yaml by its fingerprint, with a reason, and state the rule in spec/rules.yaml.\n${ELSEWHERE}`
          : `Add a pattern in generator/prose/patterns.ts, or skip the sentence in spec/skipped.yaml by its fingerprint, with a reason.\n${ELSEWHERE}\n${UNASKED}`,
      notes: [
        ["text", sentence.text],
        ["nearest", `${nearest.kind}  ${nearest.wording}`],
        ["fingerprint", fingerprint(sentence.text)],
      ],
    },
  );
}

/** The pattern whose wording shares most words with a sentence. */
function nearestTo(text: string): Pattern {
  const words = new Set(text.toLowerCase().match(/[a-z]+/g) ?? []);
  const likeness = ({ wording }: Pattern): number => {
    const theirs = [
      ...new Set(
        wording
          .toLowerCase()
          .replaceAll(/<\w+>/g, "")
          .match(/[a-z]+/g) ?? [],
      ),
    ];
    return theirs.filter((word) => words.has(word)).length / (theirs.length + 4);
  };
  return patterns.reduce((best, pattern) => (likeness(pattern) > likeness(best) ? pattern : best));
}

/** Number of sentences of an operation by classification. The parts add up to `sentences`. */
export interface Ledger {
  readonly sentences: number;
  readonly rule: number;
  readonly "schema-implied": number;
  readonly "server-side": number;
  readonly informational: number;
  readonly skipped: number;
}

/** Classification of all sentences of an operation. */
export interface SentenceReport {
  readonly rules: readonly NamedRule[];
  readonly ledger: Ledger;
  /** Problems of a broken contract; empty for a description. */
  readonly problems: readonly Problem[];
  /** Sentences that may bind and give no rule. The ledger counts them as skipped. */
  readonly unread: readonly UnreadSentence[];
  /** Names of the proposed rules that were accepted. */
  readonly accepted: readonly string[];
  /** Contradictions between prose and schema. They are reported and stop nothing. */
  readonly remarks: readonly string[];
  /** Fingerprints of the sentences that spec/skipped.yaml skips. */
  readonly skips: readonly string[];
}

/** Decisions about sentences, from spec/skipped.yaml and the command line. */
export interface Decisions {
  readonly skipped: Skipped;
  /** Whether proposed rules are accepted. */
  readonly acceptProposed: boolean;
}

/** Classification of one sentence. */
export type Verdict =
  | { readonly label: "rule"; readonly drafts: readonly Draft[]; readonly remark?: string }
  | { readonly label: Label; readonly remark?: string }
  | {
      readonly label: "unknown";
      readonly bindingWord: string;
      readonly unresolved: Pattern | null;
      /** What the description lacks for the pattern that fits. */
      readonly lack?: string;
      readonly remark?: string;
    };

/** The known wordings. */
export interface Wordings {
  readonly patterns: readonly Pattern[];
  readonly informational: readonly InformationalPattern[];
}

/**
 * Classifies one sentence: "rule" with its rules, a label if there is nothing to enforce, "unknown"
 * if it may bind and gives no certain rule. A rule without drafts is one about something the schema
 * does not have. More than 2,000 characters are "unknown".
 */
export function classifySentence(
  sentence: Sentence,
  vocabulary: Vocabulary,
  wordings: Wordings = { patterns, informational },
): Verdict {
  const readContext = readContextOf(sentence, vocabulary);
  if (sentence.text.length > LONGEST_SENTENCE)
    return { label: "unknown", bindingWord: "length", unresolved: null };
  const text = bareSentence(sentence.text);
  let unresolved: Pattern | null = null;
  let lack: string | null = null;
  for (const pattern of wordings.patterns) {
    const found = pattern.tests.map((test) => test.exec(text)).find((match) => match !== null);
    if (!found) continue;
    const reading = pattern.read(found.groups ?? {}, readContext);
    if (reading === "elsewhere") continue;
    if (reading && "missing" in reading)
      return { label: "rule", drafts: [], remark: reading.missing };
    if (reading && "unknown" in reading)
      return {
        label: "unknown",
        bindingWord: pattern.kind,
        unresolved: pattern,
        remark: reading.unknown,
      };
    if (reading?.every((draft) => isPossible(draft, vocabulary)))
      return reading.length === 0
        ? { label: "schema-implied" }
        : inContext(sentence, vocabulary, { reading, pattern });
    unresolved = pattern;
    lack = lackOf(found.groups ?? {}, readContext);
  }
  if (unresolved)
    return {
      label: "unknown",
      bindingWord: unresolved.kind,
      unresolved,
      ...(lack !== null && { lack }),
    };
  const plainly = classifyInformational(text, readContext, wordings.informational);
  if (plainly) return plainly;
  // A sentence that states a rule in unknown words needs a decision. For the rest, the signs decide
  // whether it binds at all.
  const { isPartOfBefore } = readSentence(sentence, vocabulary);
  if (isPartOfBefore) return { label: "informational" };
  const binding = bindingOf(readContext);
  const { drafts } = readSentence(sentence, vocabulary);
  if (
    (drafts !== null && drafts.length > 0 && sentence.source.isAside !== true) ||
    suggestRules(sentence, vocabulary).length > 0
  )
    return {
      label: "unknown",
      bindingWord: "bindingWord" in binding ? binding.bindingWord : "reading",
      unresolved: null,
    };
  return "bindingWord" in binding
    ? { label: "unknown", bindingWord: binding.bindingWord, unresolved: null }
    : binding;
}

const verdicts = new WeakMap<Vocabulary, Map<string, Verdict>>();

/**
 * The verdict on a sentence of the text of its source. Where it stands does not count, so an equal
 * text of another operation has it, too.
 */
function verdictOn(sentence: Sentence, vocabulary: Vocabulary): Verdict {
  const { text, field, isAside = false } = sentence.source;
  const key = JSON.stringify([sentence.number, field, isAside, text]);
  const known = verdicts.get(vocabulary) ?? new Map<string, Verdict>();
  verdicts.set(vocabulary, known);
  const verdict = known.get(key) ?? classifySentence(sentence, vocabulary);
  known.set(key, verdict);
  return verdict;
}

/**
 * The rule of a pattern; "unknown" if a neighbouring sentence may add a condition to it, or if it is
 * not certain what it is about.
 */
function inContext(
  sentence: Sentence,
  vocabulary: Vocabulary,
  { reading, pattern }: { reading: readonly Draft[]; pattern: Pattern },
): Verdict {
  const unsure = (remark: string): Verdict => ({
    label: "unknown",
    bindingWord: pattern.kind,
    unresolved: pattern,
    remark,
  });
  const readContext = readContextOf(sentence, vocabulary);
  if (isAboutCallers(sentence, readContext))
    return unsure("a sentence binds some callers, and a request does not show which");
  if (!hasPlainSubject(sentence, reading, readContext, (before) => isKnown(before, vocabulary)))
    return unsure("a sentence binds, and does not say what it is about");
  if (isWeakened(sentence))
    return unsure("a sentence binds, and the next one says that it is not enforced");
  const isFree =
    reading.every(({ kind }) => kind === "date-format" || kind === "no-data-when") ||
    pattern.usesPreviousCondition === true;
  return isFree || !readSentence(sentence, vocabulary).isConditional
    ? { label: "rule", drafts: reading }
    : unsure("a sentence binds, and a neighbouring sentence may add a condition");
}

/** Whether a pattern explains a sentence: as a rule, or as a statement that is none. */
function isKnown(sentence: Sentence, vocabulary: Vocabulary): boolean {
  const readContext = readContextOf(sentence, vocabulary);
  const text = bareSentence(sentence.text);
  return (
    patternDrafts(sentence, readContext) !== null ||
    classifyInformational(text, readContext, informational) !== null
  );
}

/** The rules of the first pattern that reads a sentence, whatever stands around it; null without one. */
function patternDrafts(sentence: Sentence, readContext: ReadContext): readonly Draft[] | null {
  const text = bareSentence(sentence.text);
  for (const { tests, read } of patterns) {
    const found = tests.map((test) => test.exec(text)).find((match) => match !== null);
    const reading = found ? read(found.groups ?? {}, readContext) : null;
    if (
      Array.isArray(reading) &&
      reading.every((draft) => isPossible(draft, readContext.vocabulary))
    )
      return reading;
  }
  return null;
}

/**
 * The verdict of the first of these patterns that fits and is not contradicted by the schema; null
 * if none does.
 */
function classifyInformational(
  text: string,
  readContext: ReadContext,
  known: readonly InformationalPattern[],
): Verdict | null {
  for (const { test, label, compare } of known) {
    const groups = test.exec(text)?.groups ?? (test.test(text) ? {} : null);
    if (!groups) continue;
    const unexplained = Object.entries(groups).find(
      ([name, words]) =>
        name.startsWith("rest") && words && bindingWordIn(words, readContext) !== null,
    );
    if (unexplained) continue;
    const finding = compare?.(groups, readContext) ?? { outcome: "same" };
    if (finding.outcome === "same") return { label };
    if (finding.outcome === "silent") return { label: "informational" };
    if (finding.outcome === "unknown" && finding.remark !== undefined)
      return { label: "unknown", bindingWord: "bound", unresolved: null, remark: finding.remark };
    if (finding.outcome === "different") return { label: "informational", remark: finding.remark };
  }
  return null;
}

/**
 * Classifies every sentence of an operation: a rule, nothing to enforce, skipped by `skipped`, or
 * unread. Equal rules are joined with all their sources; of different rules with one name the first
 * counts, and the sentence of the other is unread. With `acceptProposed`, proposed rules count as
 * rules. Returns all findings; prints and throws nothing.
 */
export function reportSentences(
  sentences: readonly Sentence[],
  vocabulary: Vocabulary,
  { skipped, acceptProposed }: Decisions,
): SentenceReport {
  const sums = {
    sentences: sentences.length,
    rule: 0,
    "schema-implied": 0,
    "server-side": 0,
    informational: 0,
    skipped: 0,
  };
  const rules = new Map<string, NamedRule>();
  const unread: UnreadSentence[] = [];
  const remarks: string[] = [];
  const skips = sentences.map(({ text }) => fingerprint(text)).filter((item) => skipped.has(item));
  for (const sentence of sentences) {
    const verdict = skipped.has(fingerprint(sentence.text))
      ? ({ label: "skipped" } as const)
      : verdictOn(sentence, vocabulary);
    const proposals = verdict.label === "unknown" ? proposeRules(sentence, vocabulary) : [];
    const isAccepted = acceptProposed && proposals.length > 0;
    const isUnread = verdict.label === "unknown" && !isAccepted;
    if (isUnread) unread.push(unreadOf(sentence, verdict, { proposals, vocabulary }));
    sums[isAccepted ? "rule" : verdict.label === "unknown" ? "skipped" : verdict.label] += 1;
    if (!isUnread && "remark" in verdict && verdict.remark !== undefined)
      remarks.push(`${sentence.source.label}: ${verdict.remark}`);
    const drafts = isAccepted ? proposals : verdict.label === "rule" ? verdict.drafts : [];
    for (const draft of drafts) unread.push(...addRule(rules, draft, { sentence, isAccepted }));
  }
  return {
    rules: [...rules.values()],
    ledger: sums,
    problems: [],
    unread,
    remarks,
    skips,
    accepted: acceptedOf(rules),
  };
}

/**
 * Reports a sentence that gives no rule: with proposed or suggested rules, or with the reason that
 * there are none.
 */
function unreadOf(
  sentence: Sentence,
  why: Parameters<typeof reportUnread>[1],
  {
    proposals,
    vocabulary,
  }: { readonly proposals: readonly Draft[]; readonly vocabulary: Vocabulary },
): UnreadSentence {
  if (proposals.length > 0) return reportProposal(sentence, proposals, why);
  const suggested = suggestRules(sentence, vocabulary);
  return suggested.length > 0
    ? reportSuggestion(sentence, suggested, why)
    : reportUnread(sentence, why);
}

function acceptedOf(rules: ReadonlyMap<string, NamedRule>): readonly string[] {
  return [...rules.values()]
    .filter(({ sources }) => sources.some((source) => source.proposed))
    .map(({ id }) => id);
}

/** Where a rule is stated, and whether it is an accepted proposal. */
interface ReadSentence {
  readonly sentence: Sentence;
  readonly isAccepted: boolean;
}

/**
 * Adds a rule to `rules`, or a source to the equal rule there. If a different rule has the same
 * name, `rules` is unchanged and the sentence is returned as unread; otherwise the result is empty.
 */
function addRule(
  rules: Map<string, NamedRule>,
  draft: Draft,
  { sentence, isAccepted }: ReadSentence,
): readonly UnreadSentence[] {
  const mark = isAccepted ? ({ proposed: true } as const) : {};
  const source = { at: sentence.source.pointer, fingerprint: fingerprint(sentence.text), ...mark };
  const id = nameRule(draft);
  const before = rules.get(id);
  if (before && !isSame(before, draft)) return [reportCollision(id, before, sentence)];
  const known = before?.sources.some(
    ({ at, fingerprint }) => at === source.at && fingerprint === source.fingerprint,
  );
  rules.set(id, {
    id,
    ...draft,
    sources: known && before ? before.sources : [...(before?.sources ?? []), source],
  });
  return [];
}

function isSame(a: Draft, b: Draft): boolean {
  return JSON.stringify([a.when, a.params]) === JSON.stringify([b.when, b.params]);
}
