import type { Problem } from "../problem.js";
import type { Draft, NamedRule, UnreadSentence } from "./draft.js";
import { nameRule } from "./name-rule.js";
import { type Pattern, patterns } from "./patterns.js";
import { printRule } from "./print-contract.js";
import { fingerprint, type Sentence } from "./sentences.js";

/** Two rules that would share a name. */
export function collision(id: string, before: NamedRule, sentence: Sentence): UnreadSentence {
  const { text, place, number } = sentence;
  return unread(
    sentence,
    {},
    {
      what: `two different rules would be called ${id}`,
      where: `${place.at}, sentence ${number}`,
      why: "The name of a rule is public, and a name that means two things means nothing.",
      fix: "Skip one of the two sentences in spec/skipped.yaml with a reason, or name them apart in generator/prose/name-rule.ts.",
      notes: [
        ["text", text],
        ["before", before.sources.map(({ at }) => at).join(", ")],
        ["fingerprint", fingerprint(text)],
      ],
    },
  );
}

/** A sentence as data and as an error. */
function unread(
  { text, place, number }: Sentence,
  { proposed = [], suggested = [] }: Partial<Pick<UnreadSentence, "proposed" | "suggested">>,
  problem: Problem,
): UnreadSentence {
  return { place: `${place.at}, sentence ${number}`, fingerprint: fingerprint(text), reason: problem.what, proposed, suggested, problem };
}

const ELSEWHERE = "In another repository, skipped.yaml and rules.yaml are in the folder that --spec-folder names.";
const UNASKED = "Or write `prose: certain` beside a single call in flows.yaml: then such sentences of it are counted and not asked about.";

/** A sentence whose words are new, and the rules that it seems to say. */
export function proposal(sentence: Sentence, drafts: readonly Draft[]): UnreadSentence {
  return unread(
    sentence,
    { proposed: drafts },
    {
      what: `a sentence is worded in a new way, and ${drafts.length === 1 ? "a rule is" : "rules are"} proposed`,
      where: `${sentence.place.at}, sentence ${sentence.number}`,
      why: "A proposal is a guess at English: a person compares it with the sentence before it binds anybody.",
      fix: [
        "If it is right, run the command again with --accept-proposed, or add a pattern in generator/prose/patterns.ts.",
        "If it is wrong, skip the sentence in spec/skipped.yaml by its fingerprint, with a reason, and state the right rule in spec/rules.yaml.",
        ELSEWHERE,
      ].join("\n"),
      notes: [
        ["text", sentence.text],
        ...drafts.map((draft) => ["proposed", printRule({ id: nameRule(draft), ...draft })] as const),
        ["fingerprint", fingerprint(sentence.text)],
      ],
    },
  );
}

/** A sentence that may say rules, by what it names: nothing accepts them but a person who writes them down. */
export function suggestion(sentence: Sentence, drafts: readonly Draft[]): UnreadSentence {
  return unread(
    sentence,
    { suggested: drafts },
    {
      what: `a sentence is worded in a new way, and it may say ${drafts.length === 1 ? "a rule" : "rules"}`,
      where: `${sentence.place.at}, sentence ${sentence.number}`,
      why: "What it names was recognized, and not every word of it: one of those may turn the rule round.",
      fix: [
        "If the rule is right, write it into spec/rules.yaml and skip the sentence in spec/skipped.yaml by its fingerprint, or add a pattern in generator/prose/patterns.ts.",
        "If it is wrong, skip the sentence, with a reason.",
        ELSEWHERE,
      ].join("\n"),
      notes: [
        ["text", sentence.text],
        ...drafts.map((draft) => ["suggested", printRule({ id: nameRule(draft), ...draft })] as const),
        ["fingerprint", fingerprint(sentence.text)],
      ],
    },
  );
}

/** Why a sentence is flagged: what it names does not resolve or is unknown, or the schema says otherwise, or no wording fits. */
interface Why {
  readonly unresolved: Pattern | null;
  readonly remark?: string;
}

/** A sentence that binds and that no pattern explains. */
export function notUnderstood(sentence: Sentence, { unresolved, remark }: Why): UnreadSentence {
  const nearest = unresolved ?? nearestTo(sentence.text);
  return unread(
    sentence,
    {},
    {
      what:
        remark ??
        (unresolved
          ? "a sentence binds, and what it names does not resolve in this description"
          : "a sentence binds and is not understood"),
      where: `${sentence.place.at}, sentence ${sentence.number}`,
      why: "A rule that we miss is a request that the API refuses.",
      fix:
        unresolved && remark !== undefined
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
