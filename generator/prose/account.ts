import type { Skipped } from "../load/skipped.js";
import type { Problem } from "../problem.js";
import { cueOf } from "./cues.js";
import type { Draft, NamedRule } from "./draft.js";
import { bare } from "./macros.js";
import { nameRule } from "./name-rule.js";
import { type Pattern, patterns } from "./patterns.js";
import { type Label, plain } from "./plain.js";
import type { Vocabulary } from "./resolve.js";
import { fingerprint, longest, type Sentence } from "./sentences.js";
import type { Sight } from "./sight.js";

/** What became of every sentence of an operation. The parts add up to `sentences`. */
export interface Ledger {
  readonly sentences: number;
  readonly rule: number;
  readonly "schema-implied": number;
  readonly "server-side": number;
  readonly informational: number;
  readonly skipped: number;
}

/** An operation's sentences, accounted for. */
export interface Account {
  readonly rules: readonly NamedRule[];
  readonly ledger: Ledger;
  /** Sentences that bind and are not understood. */
  readonly problems: readonly Problem[];
  /** Where the prose and the schema contradict each other: nothing to stop for, but worth knowing. */
  readonly remarks: readonly string[];
}

/** What one sentence is. */
export type Verdict =
  | { readonly label: "rule"; readonly drafts: readonly Draft[]; readonly remark?: string }
  | { readonly label: Label; readonly remark?: string }
  | { readonly label: "unknown"; readonly cue: string; readonly unresolved: Pattern | null };

/** Reads one sentence. */
export function judge(sentence: Sentence, vocabulary: Vocabulary): Verdict {
  const self = sentence.place.field === null ? null : (vocabulary.fields.get(sentence.place.field) ?? null);
  const sight: Sight = { sentence, self, vocabulary };
  if (sentence.text.length > longest) return { label: "unknown", cue: "length", unresolved: null };
  const text = bare(sentence.text);
  let unresolved: Pattern | null = null;
  for (const pattern of patterns) {
    const found = pattern.tests.map((test) => test.exec(text)).find((match) => match !== null);
    if (!found) continue;
    const reading = pattern.read(found.groups ?? {}, sight);
    if (reading && "dead" in reading) return { label: "rule", drafts: [], remark: reading.dead };
    if (reading?.every(isSound)) return reading.length === 0 ? { label: "schema-implied" } : { label: "rule", drafts: reading };
    unresolved = pattern;
  }
  if (unresolved) return { label: "unknown", cue: unresolved.kind, unresolved };
  return judgePlain(text, sight);
}

/** A rule about a field that depends on the same field says nothing: its words resolved to the wrong thing. */
function isSound({ when, params }: Draft): boolean {
  return !when.some(({ field }) => field === params.field);
}

function judgePlain(text: string, sight: Sight): Verdict {
  for (const { test, label, compare } of plain) {
    const groups = test.exec(text)?.groups ?? (test.test(text) ? {} : null);
    if (!groups) continue;
    const rest = Object.entries(groups).find(([name, words]) => name.startsWith("rest") && words && cueOf(words, sight) !== null);
    if (rest) continue;
    const finding = compare?.(groups, sight) ?? { is: "same" };
    if (finding.is === "same") return { label };
    if (finding.is === "silent") return { label: "informational" };
    if (finding.is === "different") return { label: "informational", remark: finding.remark };
  }
  const cue = cueOf(sight.sentence.text, sight);
  return cue === null ? { label: "informational" } : { label: "unknown", cue, unresolved: null };
}

/** Accounts for every sentence of an operation: a rule, nothing to enforce, skipped on purpose, or a problem. */
export function account(sentences: readonly Sentence[], vocabulary: Vocabulary, skipped: Skipped): Account {
  const sums = { sentences: sentences.length, rule: 0, "schema-implied": 0, "server-side": 0, informational: 0, skipped: 0 };
  const rules = new Map<string, NamedRule>();
  const problems: Problem[] = [];
  const remarks: string[] = [];
  for (const sentence of sentences) {
    const verdict = skipped.has(fingerprint(sentence.text)) ? ({ label: "skipped" } as const) : judge(sentence, vocabulary);
    if (verdict.label === "unknown") problems.push(notUnderstood(sentence, verdict.unresolved));
    else sums[verdict.label] += 1;
    if ("remark" in verdict && verdict.remark !== undefined) remarks.push(`${sentence.place.loc}: ${verdict.remark}`);
    if (verdict.label === "rule") for (const draft of verdict.drafts) problems.push(...entered(rules, draft, sentence));
  }
  return { rules: [...rules.values()], ledger: sums, problems, remarks };
}

/** Enters a rule, or adds a source to the same rule said before; two different rules of one name are a problem. */
function entered(rules: Map<string, NamedRule>, draft: Draft, sentence: Sentence): readonly Problem[] {
  const source = { at: sentence.place.at, fingerprint: fingerprint(sentence.text) };
  const id = nameRule(draft);
  const before = rules.get(id);
  if (before && !isSame(before, draft)) return [collision(id, before, sentence)];
  const known = before?.sources.some(({ at, fingerprint }) => at === source.at && fingerprint === source.fingerprint);
  rules.set(id, { id, ...draft, sources: known && before ? before.sources : [...(before?.sources ?? []), source] });
  return [];
}

function isSame(one: Draft, other: Draft): boolean {
  return JSON.stringify([one.when, one.params]) === JSON.stringify([other.when, other.params]);
}

function collision(id: string, before: NamedRule, { text, place, number }: Sentence): Problem {
  return {
    what: `two different rules would be called ${id}`,
    where: `${place.at}, sentence ${number}`,
    why: "The name of a rule is public, and a name that means two things means nothing.",
    fix: "Skip one of the two sentences in spec/skipped.yaml with a reason, or name them apart in generator/prose/name-rule.ts.",
    notes: [
      ["text", text],
      ["before", before.sources.map(({ at }) => at).join(", ")],
      ["fingerprint", fingerprint(text)],
    ],
  };
}

function notUnderstood(sentence: Sentence, unresolved: Pattern | null): Problem {
  const nearest = unresolved ?? nearestTo(sentence.text);
  return {
    what: unresolved
      ? "a sentence binds, and what it names does not resolve in this description"
      : "a sentence binds and is not understood",
    where: `${sentence.place.at}, sentence ${sentence.number}`,
    why: "A rule that we miss is a request that the API refuses.",
    fix: "Add a pattern in generator/prose/patterns.ts, or skip the sentence in spec/skipped.yaml by its fingerprint, with a reason.",
    notes: [
      ["text", sentence.text],
      ["nearest", `${nearest.kind}  ${nearest.wording}`],
      ["fingerprint", fingerprint(sentence.text)],
    ],
  };
}

/** The pattern whose wording shares most with a sentence. */
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
