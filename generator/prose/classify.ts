import type { Skipped } from "../parse/annotations.js";
import type { Problem } from "../problem.js";
import { nameRule } from "../rules/name.js";
import { bindingOf, listsValues } from "./binding.js";
import { demandsOfRequest } from "./concern.js";
import {
  type Draft,
  type NamedRule,
  type ProposedLimit,
  placedDrafts,
  type UnreadSentence,
} from "./draft.js";
import { framedDrafts } from "./frame.js";
import { bareSentence } from "./grammar.js";
import { harmlessLabel, idleLabel, isAboutOthers, isOfRow } from "./idle.js";
import {
  bindingWordIn,
  type InformationalPattern,
  informational,
  type Label,
} from "./informational.js";
import { type Pattern, patterns } from "./patterns.js";
import { readOnce } from "./read-once.js";
import { readSentence } from "./read-sentence.js";
import { relationDrafts } from "./relation-reader.js";
import { demandsDate, demandsListed, demandsPresence } from "./repeated-keywords.js";
import {
  fingerprint,
  hasUnclearEnd,
  isTooLong,
  type Sentence,
  withoutReason,
} from "./sentences.js";
import {
  bothOrNone,
  comesBackEmpty,
  compelling,
  fine,
  idle,
  isLeftOut,
  needsOther,
  not,
  only,
  Statement,
} from "./statement.js";
import { dateFormatDrafts, minDateDrafts, windowDrafts } from "./statement-dates.js";
import { draftsOfParts } from "./statement-fields.js";
import {
  hasException,
  hasPlainSubject,
  isAboutCallers,
  isAboutUnknown,
  isWeakened,
  leftOver,
  OF_PLACE,
  OF_TIME,
  strangeCase,
} from "./subject.js";
import {
  fieldMeant,
  type Groups,
  lackOf,
  type ReadContext,
  readContextOf,
  type Vocabulary,
} from "./vocabulary.js";

/** Maximum length of a sentence, in characters. Longer sentences have more than two clauses. */
const LONGEST_STATEMENT = 600;

/**
 * Guesses what a sentence states, judging by its names, its requirement words, and their positions.
 * Other words can be unknown. Returns null if it states nothing, has more than 600 characters, or
 * gives a rule two conditions on one field. Also returns null if a rule other than
 * `forbidden-values-when` has a condition on its own field.
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
 * Whether each field has at most one condition and the rule's own field has none. A
 * `forbidden-values-when` rule can also have one on its own field.
 */
function isSound({ when, kind, params }: Draft): boolean {
  const fields = when.map(({ field }) => field);
  return (
    new Set(fields).size === fields.length &&
    !(fields.includes(String(params.field)) && kind !== "forbidden-values-when")
  );
}

/**
 * Proposes rules for a sentence with unfamiliar wording or an uncertain subject.
 *
 * The rules include the conditions of neighboring sentences. These ways of reading are tried in
 * order, and the first that yields rules is used:
 * - relations between fields
 * - the grammar, if it knows every word of the sentence
 * - a guess from the names in the sentence, if it explains the whole sentence
 * - a guess from the names in the sentence and a few words
 *
 * Empty if none of them yields rules, if the sentence has more than 600 characters, or if it is
 * about certain callers only. Also empty if one of the rules cannot be right, such as one that
 * forbids a required field.
 */
export const proposeRules: (sentence: Sentence, vocabulary: Vocabulary) => readonly Draft[] =
  readOnce(proposeUncached);

/**
 * "Enter 0 to remove it", "to clear the list, set this to ['0']": a value that unsets the field.
 */
const UNSETS =
  /\b(?:enter|set|pass|send|use|give)\b[^.]*?\bto (?:clear|remove|reset|unset|delete|disable)\b|\bto (?:clear|remove|reset|unset|delete|disable)\b[^.]*?\b(?:enter|set|pass|send|use|give)\b/i;

/** Whether a rule counts a field as set although one of its values unsets it. */
function countsUnset({ kind, when, params }: Draft, { source }: Sentence): boolean {
  const { field, text } = source;
  const isOfOwn =
    (kind === "requires-value" && params.field === field) ||
    when.some((one) => one.field === field && "present" in one && one.present);
  return isOfOwn && UNSETS.test(text);
}

/**
 * A field that is needed for an effect on another: "You must specify `a` for `b` to be ignored".
 */
const FOR_EFFECT = /\bfor (?:the )?[`"]?\w+[`"]? (?:fields? )?to \w+/i;

/**
 * Whether a guessed rule may be reversed: "unless" negates its condition, "for" swaps its fields.
 */
function mayBeInverted({ kind, when }: Draft, text: string): boolean {
  const isNegated = /\bunless\b/i.test(text) && /^(?:forbidden|requires)-/.test(kind);
  return (
    (isNegated && when.some((condition) => "is" in condition)) ||
    (kind === "requires-present" && FOR_EFFECT.test(text))
  );
}

/** "`kind` of the linked campaign", "in your account settings": fields that no request has. */
const OF_SOMETHING_ELSE =
  /(?:`|\w_\w+|\b[a-z]+) (?:of|on|in|from) (?:the|your|an?|its) (?:[a-z]+ )?(?:linked|parent|related|associated)\b|\b(?:of|on|in|from) your (?:[a-z]+ )?(?:accounts?|business|profile|app|feed|settings)\b|\b(?:parent|linked|related|associated)\b[^,;]*'s\b/i;

/** Phrases for what a field contains or is like, rather than whether it is set. */
const OF_CONTENT =
  "(?:(?:also|only|already|does not|do not) )*(?:contains?|includes?|starts?|begins?|ends?|match(?:es)?|exceeds?|consists?|points?|refers?|leads?|uses?|resolves?|looks?|has (?!(?:an?|any|its|no) values?\\b|been\\b)|is (?:not )?(?:set (?:to|and)|longer|shorter|greater|larger|bigger|smaller|less|more|higher|lower|older|newer|earlier|later|before|after|above|below|over|under|between|(?:in|on) (?!use\\b|(?:the|this|your|a|any) (?:request|body|query|call)\\b)|from|an?(?! part)|valid|invalid)\\b)";

/**
 * Whether a rule would depend on whether a field is set, although the sentence is about what the
 * field contains: "if `link` starts with http".
 */
function isOfContent({ kind, when, params }: Draft, { text }: Sentence): boolean {
  const isOfPresence = /^(?:forbidden-when|requires-present|only-when|at-least-one-of)$/.test(kind);
  const names = [
    ...when.flatMap((one) => ("present" in one ? [one.field] : [])),
    ...(isOfPresence
      ? [params.field, ...((params.groups as string[][] | undefined) ?? [])].flat()
      : []),
  ];
  return names.some((name) =>
    new RegExp(
      `\\b(?:if|when|whenever|unless|once|while|where|as long as)\\b[^,;]*\\b${String(name).replaceAll(/\W/g, "\\$&")}["'\`]?(?: field| parameter| value| list)? ${OF_CONTENT}`,
      "i",
    ).test(text),
  );
}

function proposeUncached(sentence: Sentence, vocabulary: Vocabulary): readonly Draft[] {
  if (isTooLong(sentence) || hasUnclearEnd(sentence)) return [];
  const drafts = proposeDoubtful(sentence, vocabulary);
  const demand = withoutReason(sentence.text);
  if (drafts.length === 0 && demand !== sentence.text)
    return proposeRules({ ...sentence, text: demand }, vocabulary);
  if (drafts.some((draft) => isOfContent(draft, sentence))) return [];
  // "Must be empty" allows an empty list, which counts as set.
  const isEmptied = ({ kind, params }: Draft): boolean =>
    kind === "forbidden-when" && vocabulary.fields.get(String(params.field))?.isList === true;
  if (/\bbe (?:an )?empty\b/i.test(sentence.text) && drafts.some(isEmptied)) return [];
  const isMisread = ({ kind }: Draft): boolean =>
    MISREAD.some(([kinds, words]) => kinds.test(kind) && words.test(sentence.text));
  // Rules with amounts are kept, because their readers also read the exception.
  const isOfAmounts = drafts.every(({ params }) => "amount" in params);
  return drafts.some(isMisread) || (!isOfAmounts && hasException(sentence)) ? [] : drafts;
}

function proposeDoubtful(sentence: Sentence, vocabulary: Vocabulary): readonly Draft[] {
  if (isAboutOthers(sentence.text) || OF_SOMETHING_ELSE.test(sentence.text)) return [];
  const known = proposeKnown(sentence, vocabulary);
  if (known.some((draft) => countsUnset(draft, sentence))) return [];
  const isOfAmount = ({ params }: Draft): boolean => "amount" in params || "after" in params;
  // Before an amount, such words name the limit: "Longest range: 5 days".
  if (
    isAboutUnknown(sentence.text, readContextOf(sentence, vocabulary)) &&
    !(known.length > 0 && known.every(isOfAmount))
  )
    return [];
  // "Without this" and "the other values" mean that the sentence is not about requests that set the
  // field.
  const { self } = readContextOf(sentence, vocabulary);
  const isOfAbsence = /\bwithout (?:this|it)\b/i.test(sentence.text);
  const isOfRest = /[;,] the other \w+s\b/i.test(sentence.text);
  const isForeign = ({ kind, params }: Draft): boolean =>
    kind === "forbidden-when" && params.field === self?.name;
  const isChoice =
    OFFERS_CHOICE.test(`${sentence.text} ${sentence.after?.text ?? ""}`) &&
    known.every(({ kind }) => kind === "at-least-one-of") &&
    !NEEDS_ONE.test(sentence.text);
  return known.length > 0 && !isChoice && !((isOfAbsence || isOfRest) && known.every(isForeign))
    ? known
    : framesIn(sentence, vocabulary);
}

/** Kinds of rules, each with wordings that would be misread as a rule of this kind. */
const MISREAD: readonly (readonly [RegExp, RegExp])[] = [
  // "It isn't required when", "may be omitted if": nothing is forbidden.
  [
    /^forbidden-/,
    /^(?!.*\b(?:(?:must|may) not|cannot|forbidden|rejected|not (?:allowed|supported))\b).*\b(?:(?:is|are) not (?:required|needed|necessary|mandatory)|(?:may|can) be (?:omitted|left (?:out|empty|blank)|skipped|absent)|(?:need not|do(?:es)? not (?:have|need) to) be|do(?:es)? not (?:need|require) (?:an?|any|the)\b|not (?:enforced|checked))\b/i,
  ],
  // "Cannot be used with A, except when …": unclear which of the two fields is meant.
  [/^forbidden-/, /\bwith\b.*\bexcept\b/i],
  // "Must be different from A": a comparison.
  [
    /^requires-present$/,
    /\b(?:must|should|shall|cannot|may not) (?:be (?:the same|different|distinct|identical|equal)|differ|match|equal)\b/i,
  ],
  // "Only one of A and B can be true": no single value is required.
  [/^requires-value$/, /\b(?:only|at most|exactly|either) one of\b.*\b(?:true|false)\b/i],
  // "Exactly one timestamp must be sent": an amount.
  [/^at-least-one-of$/, /\bexactly (?:one|1) (?!of\b)[a-z]+ (?:must|has|is|can|may|should)\b/i],
  // "Passing just one of them is an error": both or none.
  [
    /^at-least-one-of$/,
    /\b(?:just|only) one of (?:them|these|the two|both) (?:is (?!enough|needed|required|sufficient|ok|fine)|fails|gets|causes|gives|returns|leads|results)\b/i,
  ],
  [
    /^forbidden-when$/,
    /\b(?:just|only) one of (?:them|these|the two|both) (?:is (?:an error|invalid|refused|rejected)|fails|(?:gets|causes|gives|returns|leads|results)\b[^,;]*\b(?:errors?|rejected|rejection|refused))\b/i,
  ],
  // "A quiz that lacks it is rejected": it is required.
  [/^forbidden-when$/, /\b(?:lacks?|lacking|without|misses|missing) (?:it|this|them|one)\b/i],
  // "Had to be sent with A until June": about the past.
  [
    /./,
    /^(?!.*\b(?:must|cannot|has to|have to|only)\b).*\b(?:had to|was (?:required|needed|mandatory|forbidden))\b/i,
  ],
  // "One of these must hold: A and B must not be sent together": statements, not fields.
  [
    /^at-least-one-of$/,
    /\bone of (?:these|those|the following)\b[^:]*:.*\b(?:must|cannot|not|never|than|only|exceed|omitted|absent|missing|empty|unset)\b/i,
  ],
  // "If A is present and short": a condition on what the field contains.
  [
    /./,
    /\b(?:[Ii]f|[Ww]hen(?:ever)?|[Uu]nless|[Oo]nce|[Ww]hile|[Ww]here|[Aa]s long as)\b[^,;:]*\b(?:is|are) (?:present|set|given|sent|provided|specified|used|included|passed|`\w+`|[A-Z][A-Z0-9_]+),? (?:and|but) (?:also )?(?:not )?(?!(?:present|set|given|sent|provided|specified|used|included|passed|required|both)\b)[a-z]+(?=,|[.;]?$)/,
  ],
  // "Not required unless A is sent": one of the two is enough only if A is not sent.
  [/^at-least-one-of$/, /\bnot (?:required|needed|necessary|mandatory) unless\b/i],
  // "May be sent together with A": a permission.
  [
    /^requires-present$/,
    /^(?!.*\b(?:only|must|not|never|cannot)\b).*\b(?:may|can) (?:also |optionally )?be (?:used|sent|set|given|combined|specified|passed|provided) (?:together|along|alongside|in combination|with)\b/i,
  ],
  // "The following applies to A only": about the next sentences.
  [
    /./,
    /^\W*(?:(?:for|if|when|with|in)\b[^,:]*,? )?the following (?:\w+ )?(?:only )?(?:appl|holds?\b)[^:.]*\.?$/i,
  ],
  // "Can only be true for A": unclear whether it must then be true.
  [/^forbidden-when$/, /\bonly be (?:set to )?\W?(?:true|false)\b/i],
];

/**
 * Matches "Use a or b. Setting both is an error", which does not say that one of them is required.
 */
const OFFERS_CHOICE = /\bor\b.*(?:(?<!\bor )\bboth|\bthe two)\b/i;
const NEEDS_ONE = /\b(?:must|needs?|required?|requires|at least|one or|mandatory|none|neither)\b/i;

/**
 * The rules that a sentence may state, judged by its names and a few words. Other words can be
 * unknown.
 */
const framesIn: (sentence: Sentence, vocabulary: Vocabulary) => readonly Draft[] = readOnce(
  (sentence, vocabulary) => {
    const readContext = readContextOf(sentence, vocabulary);
    const drafts = framedDrafts(sentence, readContext);
    const isStated =
      drafts.length > 0 &&
      drafts.every(
        (draft) =>
          isPossible(draft, vocabulary) &&
          !countsItems(sentence.text, String(draft.params.field), readContext),
      ) &&
      !isAboutCallers(sentence, readContext) &&
      !isWeakened(sentence) &&
      !isOfRow(sentence.text) &&
      !contradictsSchema(sentence, readContext) &&
      strangeCase(sentence.text, readContext) === null &&
      !isDenied(sentence, vocabulary, false);
    return isStated ? drafts : [];
  },
);

/** Words that make something mandatory. */
const NEEDED =
  /(?<!\b(?:not|never|no longer) )\b(?:mandatory|compulsory|obligatory|required|indispensable)\b/i;

function proposeKnown(sentence: Sentence, vocabulary: Vocabulary): readonly Draft[] {
  const readContext = readContextOf(sentence, vocabulary);
  if (isAboutCallers(sentence, readContext) || isWeakened(sentence) || isOfRow(sentence.text))
    return [];
  if (OMITS_VALUE.test(sentence.text)) return [];
  if (strangeCase(sentence.text, readContext, OF_TIME) !== null) return [];
  const related = relationsIn(sentence, vocabulary);
  if (related.length > 0) return related;
  const { drafts, tokens } = readSentence(sentence, vocabulary);
  const isOther = (some: readonly Draft[]): boolean =>
    some.some(
      ({ kind, params, when }) =>
        (kind === "requires-present" && COMPARED.test(sentence.text)) ||
        [String(params.field), ...when.map(({ field }) => field)].some((field) =>
          countsItems(sentence.text, field, readContext),
        ),
    );
  if (drafts !== null && drafts.length > 0)
    return drafts.every((draft) => isPossible(draft, vocabulary)) && !isOther(drafts) ? drafts : [];
  if (contradictsSchema(sentence, readContext)) return [];
  const isOfObject = sentence.source.objects !== undefined;
  const [, demand, addition = ""] = ADDITION.exec(sentence.text) ?? [];
  if (isOfObject && demand !== undefined && !DEMANDING.test(addition))
    return proposeRules({ ...sentence, text: `${demand}.` }, vocabulary);
  // The sentence contains a name that is not in the request.
  const isForeign = tokens.some((token) => /^X:|^W:\w*_/.test(token));
  const guessed = guessRules(sentence, vocabulary);
  const isOfFormat = guessed.every(({ kind }) => kind === "date-format");
  if (guessed.some((draft) => mayBeInverted(draft, sentence.text))) return [];
  if (guessed.length === 0 || (isForeign && !isOfFormat) || isOther(guessed)) return [];
  // Descriptions of objects inside a request mostly say what their fields mean.
  if (
    isOfObject &&
    (harmlessLabel(sentence.text, readContext) !== null ||
      !guessed.every((draft) => namesItsFields(draft, sentence, readContext)))
  )
    return [];
  const isNegative = guessed.every(({ kind }) => /^(?:forbidden|only)-/.test(kind));
  // In "Not usable alone; with A, B is mandatory", it is unclear which field is forbidden and which
  // required.
  if (guessed.some(({ kind }) => kind === "forbidden-when") && NEEDED.test(sentence.text))
    return [];
  const isOfAmount = guessed.some(({ params }) => "amount" in params || "after" in params);
  const left = leftOver(sentence, readContext, { isNegative, isOfAmount });
  return left !== null || isDenied(sentence, vocabulary, isNegative) ? [] : guessed;
}

/**
 * The rules about relations between fields that a sentence states in full. Empty if a neighboring
 * sentence may add a condition, or if the wording suggests a habit, a plan or advice.
 */
const relationsIn: (sentence: Sentence, vocabulary: Vocabulary) => readonly Draft[] = readOnce(
  (sentence, vocabulary) => {
    const readContext = readContextOf(sentence, vocabulary);
    const drafts = relationDrafts(sentence, readContext);
    // The remaining checks are slow, and most sentences have no drafts.
    const isStated =
      drafts.length > 0 &&
      drafts.every((draft) => isPossible(draft, vocabulary)) &&
      !isAboutCallers(sentence, readContext) &&
      !dependsOnOthers(sentence, vocabulary) &&
      !contradictsSchema(sentence, readContext) &&
      // Other phrases are conditions, which the relation reader understands or refuses.
      strangeCase(sentence.text, readContext, OF_PLACE) === null;
    return isStated ? drafts : [];
  },
);

/**
 * Whether other text may restrict a sentence: the heading above it, an earlier sentence that starts
 * with a value, or the next sentence.
 */
function dependsOnOthers(sentence: Sentence, vocabulary: Vocabulary): boolean {
  for (let { before } = sentence; before; { before } = before) {
    const [, word] = /^\W*([A-Z][A-Z0-9_]+)`?\s*[:-]/.exec(before.text) ?? [];
    if (word && [...vocabulary.fields.values()].some((field) => field.values.includes(word)))
      return true;
  }
  if (/^(?:exceptions?|except|unless|however|but)\b/i.test(sentence.after?.text ?? "")) return true;
  return readSentence({ ...sentence, before: null }, vocabulary).isConditional;
}

/**
 * Whether a sentence limits a list's length, as in "no more than one entity type". A rule that
 * forbids the whole list would be wrong.
 */
function countsItems(text: string, field: string, { self, vocabulary }: ReadContext): boolean {
  const { isList = false } = vocabulary.fields.get(field) ?? {};
  return [...text.matchAll(COUNTED)].some(([, words = ""]) => {
    const [first = "", second = "", third = ""] = words.replaceAll("`", "").split(" ");
    const names = [first, `${first} ${second}`, `${first} ${second} ${third}`].map((name) =>
      name.trim().replace(/(?<!s)s?$/, "s"),
    );
    return isList && names.some((name) => fieldMeant(name, self, vocabulary)?.name === field);
  });
}

/**
 * A sentence that omits the value of a field, such as "may be `true` only if `a` is, too". It seems
 * to require only that `a` is set.
 */
const OMITS_VALUE =
  /\b(?:be|is|are|to|equals?) [`"']?(?:true|false|[A-Z][A-Z0-9_]+)\b.*\b(?:if|when|whenever|unless|once|as long as|where)\b[^,.;]*\b(?:is|are|does|do|has|have)(?: not)?(?:,? (?:too|also|as well))?\W*$/;

/** Compares a field with another without requiring the other: "needs to be after start_time". */
const COMPARED =
  /\b(?:must|should) be (?:\w+ )?(?:after|before|later|earlier|greater|less|more|smaller|larger|bigger|higher|lower|longer|shorter|equal)\b/i;

const COUNTED =
  /\b(?:(?:more|fewer|less) than|at (?:most|least)|up to|only|just|exactly|(?:maximum|minimum) of) (?:a single|one|two|three|four|five|six|seven|eight|nine|ten|\d+) (?!of\b)`?([\w`]+(?: [\w`]+){0,2})/gi;

/** An added clause about what happens, such as ", and the budget is spread evenly". */
const ADDITION = /^(.+), and (?:the|its?|this|that|these|those)\b(.* (?:is|are|will) .*)$/i;
const DEMANDING =
  /\b(?:must|shall|should|required?|requires|needs?|only|not|no|never|cannot|may|can|error|fails?|reject\w*|invalid|at (?:most|least)|maximum|minimum|limit\w*)\b/i;

/**
 * Whether a sentence clearly names the fields of a rule. A name that is also an everyday word, such
 * as `event`, must be in code or quotation marks, or be followed by a word such as "field".
 */
function namesItsFields(
  { when, params }: Draft,
  { text }: Sentence,
  { self, vocabulary }: ReadContext,
): boolean {
  const named = JSON.stringify([when, params]).match(/\w+/g) ?? [];
  return named
    .filter((name) => vocabulary.fields.has(name) && name !== self?.name && /^[a-z]+$/.test(name))
    .every((name) =>
      new RegExp(
        `["'\`\u2018\u201c]${name}\\b|\\b${name} (?:field|parameter|property|attribute)`,
      ).test(text),
    );
}

/**
 * Whether a pattern reads the sentence as a statement about something that is not in the schema.
 */
function contradictsSchema(sentence: Sentence, readContext: ReadContext): boolean {
  return fittingPatterns(bareSentence(sentence.text)).some(({ pattern, matches }) =>
    matches.some((groups) => {
      const reading = pattern.read(groups, readContext);
      return reading !== null && typeof reading === "object" && !Array.isArray(reading);
    }),
  );
}

const DENYING =
  /\b(?:not|no|never|without|except(?: when| for)?|unless|neither(?![^.;]*\bnor\b))\b ?/gi;

/**
 * Whether the grammar can read a sentence after one of its negating words is removed. If so, the
 * word reverses the meaning. "Cannot" and "is not" do not count if the rules forbid something
 * (`isNegative`).
 */
function isDenied(sentence: Sentence, vocabulary: Vocabulary, isNegative: boolean): boolean {
  const { text } = sentence;
  return [...text.matchAll(DENYING)].some(({ 0: word, index }) => {
    const before = text.slice(0, index);
    const isPlainNot =
      /^not/i.test(word) &&
      /\b(?:can|may|must|should|is|are|be|do|does) $/i.test(before) &&
      !/^only\b/i.test(text.slice(index + word.length));
    if (isNegative && isPlainNot) return false;
    const shorter = {
      ...sentence,
      text: text.slice(0, index) + text.slice(index + word.length),
    };
    const { drafts } = readSentence(shorter, vocabulary);
    const known = patternDrafts(shorter, readContextOf(shorter, vocabulary));
    return (drafts?.length ?? 0) > 0 || (known?.length ?? 0) > 0;
  });
}

/**
 * Guesses a sentence's possible rules from the fields and values that it names.
 *
 * Other words can be unknown, and may reverse the meaning. Empty if there are no rules, or if one
 * of them cannot be right (see `isPossible`). Also empty if the sentence is about certain callers
 * only, ends in a colon, or has more than 600 characters.
 */
const guessRules: (sentence: Sentence, vocabulary: Vocabulary) => readonly Draft[] =
  readOnce(guessUncached);

function guessUncached(sentence: Sentence, vocabulary: Vocabulary): readonly Draft[] {
  const readContext = readContextOf(sentence, vocabulary);
  if (/:\W*$/.test(sentence.text) || isAboutCallers(sentence, readContext)) return [];
  const drafts = statementsOf(sentence, readContext);
  return drafts?.every((draft) => isPossible(draft, vocabulary)) ? drafts : [];
}

/**
 * Whether a rule can be right. These rules cannot be:
 * - a `forbidden-when`, `only-when` or `requires-value` rule on a required field
 * - a rule with a condition on its own field, unless that field is a boolean or the rule is a
 *   `forbidden-values-when` rule
 */
function isPossible({ kind, when, params }: Draft, { fields }: Vocabulary): boolean {
  const isRequired = fields.get(String(params.field))?.isRequired === true;
  if (isRequired && ["forbidden-when", "only-when", "requires-value"].includes(kind)) return false;
  const isBoolean = fields.get(String(params.field))?.facts.type === "boolean";
  return !when.some(
    ({ field }) => field === params.field && !(isBoolean || kind === "forbidden-values-when"),
  );
}

/**
 * Reports `sentence` as unread because its rule has the same name as another rule, `before`. Has no
 * side effects.
 */
function reportCollision(id: string, before: NamedRule, sentence: Sentence): UnreadSentence {
  return unreadSentence(sentence, {
    what: `two different rules would be called ${id}`,
    why: "The name of a rule is public and must be unique.",
    fix: "Skip one of the two sentences in skipped.yaml with a reason, or give them different names in generator/prose/draft.ts.",
    notes: [["before", before.sources.map(({ at }) => at).join(", ")]],
  });
}

/** Creates an unread sentence, including the problem to report. */
function unreadSentence(
  { written: text, source, number }: Sentence,
  problem: Omit<Problem, "where">,
  drafts: Partial<Pick<UnreadSentence, "proposed" | "guessed">> = {},
): UnreadSentence {
  const location = `${source.pointer}, sentence ${number}`;
  return {
    location,
    fingerprint: fingerprint(text),
    text,
    reason: problem.what,
    proposed: [],
    guessed: [],
    ...drafts,
    problem: { ...problem, where: location, notes: [["text", text], ...(problem.notes ?? [])] },
  };
}

const ELSEWHERE =
  "In another repository, these files are in the folder that you pass as --spec-folder.";
const UNASKED =
  "Alternatively, add `prose: certain` to flows.yaml, for one call or the whole file, so that unread sentences are only counted.";

/**
 * Says why the rules of a sentence are not certain: its wording is unfamiliar, or it names
 * something that does not exist.
 */
function doubtOf({ unresolved, lack, remark }: UnreadReason): string {
  if (remark !== undefined) return remark;
  if (unresolved === null) return "a sentence has unfamiliar wording";
  return `a sentence has familiar wording that does not fit this description${lack === undefined ? "" : `, because ${lack}`}`;
}

/** How to accept or reject a proposal. */
const TO_DECIDE = [
  "If the entry is right, run the command again with --accept-proposed, or add it to rules.yaml.",
  "If it is wrong, correct it, or add the one below to skipped.yaml.",
  ELSEWHERE,
].join("\n");

/**
 * The properties of an unread sentence that change if a limit is proposed for it. `problem` gets
 * new texts and loses its note about the nearest wording. Its other notes are kept.
 */
export function proposingLimit(
  { problem }: Pick<UnreadSentence, "problem">,
  limit: ProposedLimit,
): Pick<UnreadSentence, "reason" | "problem" | "limit"> {
  const what = `a sentence may limit ${limit.field}, so a limit is proposed`;
  const why =
    "A proposed limit might be wrong: compare it with the sentence before it is enforced.";
  const notes = (problem.notes ?? []).filter(([name]) => name !== "nearest");
  return { limit, reason: what, problem: { ...problem, what, why, fix: TO_DECIDE, notes } };
}

/**
 * Reports a sentence as unread, with at least one proposed rule. The problem says how to accept the
 * rules (`--accept-proposed`) or reject them.
 */
function reportProposal(
  sentence: Sentence,
  proposed: readonly Draft[],
  reason: UnreadReason,
): UnreadSentence {
  return unreadSentence(
    sentence,
    {
      what: `${doubtOf(reason)}, and ${proposed.length === 1 ? "a rule is" : "rules are"} proposed`,
      why: "A proposed rule might be wrong: compare it with the sentence before it is enforced.",
      fix: TO_DECIDE,
    },
    { proposed },
  );
}

/**
 * Why a sentence is reported: it names something unknown, the schema contradicts it, or no pattern
 * fits its wording.
 */
interface UnreadReason {
  readonly unresolved: Pattern | null;
  readonly lack?: string;
  readonly remark?: string;
}

/**
 * Reports a sentence that states a requirement but yielded no rule.
 *
 * The result has no proposals, and its problem names the pattern closest to the wording.
 * `unresolved` is a pattern that fits but refers to something unknown, or null if no pattern fits.
 * `remark` replaces the problem's `what`. Without a remark, `lack` is added to `what` if
 * `unresolved` is set. Has no side effects.
 */
function reportUnread(
  sentence: Sentence,
  guessed: readonly Draft[],
  { unresolved, lack, remark }: UnreadReason,
): UnreadSentence {
  const nearest = unresolved ?? nearestTo(sentence.text);
  const isLacking = unresolved !== null && (remark ?? lack) !== undefined;
  return unreadSentence(
    sentence,
    {
      what:
        remark ??
        (unresolved
          ? `a sentence states a requirement, but what it refers to cannot be identified in this description${lack === undefined ? "" : `: ${lack}`}`
          : "a sentence states a requirement that is not understood"),
      why: "If a rule is missed, the API rejects requests that break it.",
      fix: [
        guessed.length > 0
          ? "The sentence may state the rule below. If so, correct the rule's entry and add it to rules.yaml. Otherwise, add the other entry to skipped.yaml."
          : "If the sentence states a rule, add the rule to rules.yaml, with the sentence in its `sources`. Otherwise, add the entry below to skipped.yaml.",
        ELSEWHERE,
        ...(isLacking ? [] : [UNASKED]),
      ].join("\n"),
      notes: [["nearest", `${nearest.kind}  ${nearest.wording}`]],
    },
    { guessed },
  );
}

const wordsIn = (text: string): readonly string[] => [
  ...new Set(text.toLowerCase().match(/[a-z]+/g) ?? []),
];
const wordsByPattern = patterns.map((pattern) => ({
  pattern,
  theirs: wordsIn(pattern.wording.replaceAll(/<\w+>/g, "")),
}));

/** The pattern whose wording is most similar to a sentence. */
function nearestTo(text: string): Pattern {
  const words = new Set(wordsIn(text));
  const ranked = wordsByPattern.map(({ pattern, theirs }) => ({
    pattern,
    likeness: theirs.filter((word) => words.has(word)).length / (theirs.length + 4),
  }));
  return ranked.reduce((best, next) => (next.likeness > best.likeness ? next : best)).pattern;
}

/**
 * How many sentences of an operation have each classification. The counts add up to `sentences`.
 */
export interface Ledger {
  readonly sentences: number;
  readonly rule: number;
  readonly "schema-implied": number;
  readonly "server-side": number;
  readonly informational: number;
  /** Sentences skipped on purpose. */
  readonly skipped: number;
  /** Sentences that may state a requirement, but yielded no rule. */
  readonly unread: number;
}

/** Classification of all sentences of an operation. */
export interface SentenceReport {
  readonly rules: readonly NamedRule[];
  readonly ledger: Ledger;
  /** Problems in a broken contract; empty for a description. */
  readonly problems: readonly Problem[];
  /** Sentences that may state a requirement but yielded no rule. */
  readonly unread: readonly UnreadSentence[];
  /** Names of the proposed rules that were accepted. */
  readonly accepted: readonly string[];
  /** Contradictions between prose and schema. They are only reported. */
  readonly remarks: readonly string[];
  /** Fingerprints of the sentences that spec/skipped.yaml skips. */
  readonly skips: readonly string[];
}

/** Decisions about sentences, from spec/skipped.yaml, spec/rules.yaml and the command line. */
export interface Decisions {
  readonly skipped: Skipped;
  /** Fingerprints of the sentences that rules in spec/rules.yaml cite as sources. */
  readonly stated?: ReadonlySet<string>;
  /**
   * Sentences whose limits are in the schema. Each is identified by its description's pointer and
   * its fingerprint.
   */
  readonly limited?: ReadonlySet<string>;
  /** Sentences for which limits are proposed, identified in the same way as in `limited`. */
  readonly openLimits?: ReadonlySet<string>;
  /** Sentences whose rules are only proposed, because other uses of their schema may differ. */
  readonly ofOneUse?: ReadonlySet<Sentence>;
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
      /** What the matching pattern needs but the description does not contain. */
      readonly lack?: string;
      readonly remark?: string;
    };

/** The wordings that the classification knows. */
export interface Wordings {
  readonly patterns: readonly Pattern[];
  readonly informational: readonly InformationalPattern[];
}

/** A pattern that fits the text, with the captured groups of each test that matched. */
interface Fit {
  readonly pattern: Pattern;
  readonly matches: readonly [Groups, ...Groups[]];
}

const fits = new WeakMap<readonly Pattern[], Map<string, readonly Fit[]>>();

/** Returns the patterns that fit `text`. Results are cached, so each string is tested only once. */
function fittingPatterns(text: string, all = patterns): readonly Fit[] {
  const known = fits.get(all) ?? new Map<string, readonly Fit[]>();
  fits.set(all, known);
  const fitting = known.get(text) ?? all.flatMap((pattern) => fitsOf(pattern, text));
  known.set(text, fitting);
  return fitting;
}

function fitsOf(pattern: Pattern, text: string): readonly Fit[] {
  const [first, ...others] = pattern.tests
    .map((test) => test.exec(text))
    .filter((match) => match !== null)
    .map(({ groups = {} }): Groups => groups);
  return first === undefined ? [] : [{ pattern, matches: [first, ...others] }];
}

/** Demands on the described field, whatever their other words mean. */
const PLAIN_DEMANDS: readonly RegExp[] = [
  // "Must be a UUID". What cannot be changed later can still be sent.
  /^\W*(?:(?:it |this (?:field |value )?|(?:the )?values? )?(?:must|has to|cannot(?= be\b))|may not|can(?:not|'t| not))\b(?! be (?:changed|updated|edited|modified|deleted|removed|undone)\b)/i,
  // "ASCII only".
  /^\W*(?:only (?!for\b)[\w-]+(?: [\w-]+)?|(?!for\b)[\w-]+(?: [\w-]+)? only)\W*$/i,
  // "Required in most markets".
  /^\W*(?:(?:it|this|that)(?: (?:field|parameter|property|value))? is )?(?:required|mandatory|compulsory|obligatory) (?:for|in|on|by|with|unless|as of|since|during)\b/i,
  // "Emojis are not allowed".
  /^\W*(?:[\w-]+ ){1,3}(?:is|are) (?:not (?:allowed|permitted|accepted)|forbidden|prohibited|rejected|refused)\W*$/i,
];

/**
 * Classifies one sentence, considering the sentences and headings around it.
 *
 * Returns "rule" with its rules, or a label if there is nothing to enforce. Returns "unknown" if
 * the sentence may state a requirement but yields no certain rule, or has more than 2,000
 * characters. A neighboring sentence that may add a condition or an exception also makes it
 * "unknown". A "rule" without drafts is about something that is not in the schema; its remark says
 * what.
 */
export function classifySentence(
  sentence: Sentence,
  vocabulary: Vocabulary,
  wordings: Wordings = { patterns, informational },
): Verdict {
  const readContext = readContextOf(sentence, vocabulary);
  if (isTooLong(sentence)) return { label: "unknown", bindingWord: "length", unresolved: null };
  const text = bareSentence(sentence.text);
  const { self } = readContext;
  const isDemanded =
    (sentence.isDemanded === true ||
      (self !== null && PLAIN_DEMANDS.some((words) => words.test(text)))) &&
    sentence.source.isAside !== true;
  // A sentence that says what makes a request fail cannot be "informational", but other labels are
  // possible, such as "server-side".
  const isIdle = (label: Label): boolean => !isDemanded || label !== "informational";
  if (self !== null && sentence.source.isAside !== true && demandsPresence(sentence, self))
    return self.isRequired
      ? { label: "schema-implied" }
      : { label: "unknown", bindingWord: "required", unresolved: null };
  if (self !== null && demandsListed(text, self)) return { label: "schema-implied" };
  const isMute = !isDemanded && bindsNothing(sentence, readContext);
  let unresolved: Pattern | null = null;
  let lack: string | null = null;
  for (const { pattern, matches } of isMute ? [] : fittingPatterns(text, wordings.patterns)) {
    const [groups] = matches;
    const reading = pattern.read(groups, readContext);
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
    lack = lackOf(groups, readContext);
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
  if (self !== null && demandsDate(text, self)) return { label: "schema-implied" };
  if (isMute) return { label: "informational" };
  // A sentence that states a rule in unknown words needs a decision. For any other sentence, its
  // words show whether it states a requirement at all.
  const isRelation = relationsIn(sentence, vocabulary).length > 0;
  const isStated =
    isRelation || (sentence.source.isAside !== true && framesIn(sentence, vocabulary).length > 0);
  const idle = isStated ? null : idleLabel(sentence.text, readContext);
  if (idle !== null && isIdle(idle)) return { label: idle };
  const { drafts, isPartOfBefore } = readSentence(sentence, vocabulary);
  if (isPartOfBefore) return { label: "informational" };
  const binding = bindingOf(readContext);
  const isRead =
    isStated ||
    (drafts !== null && drafts.length > 0 && sentence.source.isAside !== true) ||
    guessRules(sentence, vocabulary).length > 0;
  if (!isRead && !("bindingWord" in binding) && isIdle(binding.label)) return binding;
  if (proposeRules(sentence, vocabulary).length === 0) {
    const harmless = harmlessLabel(sentence.text, readContext);
    if (harmless !== null && isIdle(harmless)) return { label: harmless };
  }
  return {
    label: "unknown",
    bindingWord: "bindingWord" in binding ? binding.bindingWord : "reading",
    unresolved: null,
  };
}

/** Words that express demands, refusals and permissions. */
const forceful: readonly RegExp[] = [
  not,
  only,
  fine,
  compelling,
  isLeftOut,
  comesBackEmpty,
  needsOther,
  bothOrNone,
];

/**
 * Whether a sentence cannot state a rule and need not be read any further. It contains no demand,
 * refusal, permission, amount, or name of another field or value. Most sentences are like that.
 */
function bindsNothing({ text }: Sentence, context: ReadContext): boolean {
  const lower = text.toLowerCase();
  return (
    bindingWordIn(text, context) === null &&
    !listsValues.test(text) &&
    !/\d|\b(?:hourly|daily|weekly|monthly|levels?)\b/.test(lower) &&
    !forceful.some((words) => words.test(lower)) &&
    !demandsOfRequest(text, context)
  );
}

const verdicts = new WeakMap<Vocabulary, Map<string, Verdict>>();

/**
 * The verdict of `classifySentence` with the default wordings, cached by vocabulary.
 *
 * The vocabulary is compared by identity. Sentences share a verdict if they have the same position
 * in equal texts at the same location: the verdict on the first of them that was classified.
 */
export function verdictOn(sentence: Sentence, vocabulary: Vocabulary): Verdict {
  const { label, pointer, text, field, isAside = false } = sentence.source;
  const key = `${sentence.number} ${label} ${pointer} ${field} ${isAside} ${text}`;
  const known = verdicts.get(vocabulary) ?? new Map<string, Verdict>();
  verdicts.set(vocabulary, known);
  const verdict = known.get(key) ?? classifySentence(sentence, vocabulary);
  known.set(key, verdict);
  return verdict;
}

/**
 * The verdict on a sentence from which a pattern read a rule. It is "unknown" if a neighboring
 * sentence may add a condition, or if the sentence's subject is uncertain.
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
    return unsure(
      "a sentence states a requirement for some callers, but a request does not show which",
    );
  if (!hasPlainSubject(sentence, reading, readContext, (before) => isKnown(before, vocabulary)))
    return unsure("a sentence states a requirement, but does not say what it is about");
  if (hasUnclearEnd(sentence) || reading.some((draft) => isOfContent(draft, sentence)))
    return unsure("a sentence states a requirement, but its condition is not understood");
  const isUnconditional = reading.every(
    ({ kind }) => kind === "date-format" || kind === "no-data-when",
  );
  if (!isUnconditional && (isWeakened(sentence) || hasException(sentence)))
    return unsure(
      "a sentence states a requirement, but the next one says that the requirement does not always apply",
    );
  return isUnconditional ||
    pattern.usesPreviousCondition === true ||
    !readSentence(sentence, vocabulary).isConditional
    ? { label: "rule", drafts: reading }
    : unsure("a sentence states a requirement, but a neighboring sentence may add a condition");
}

/** Whether a pattern explains a sentence, as a rule or as information. */
function isKnown(sentence: Sentence, vocabulary: Vocabulary): boolean {
  const readContext = readContextOf(sentence, vocabulary);
  const text = bareSentence(sentence.text);
  return (
    patternDrafts(sentence, readContext) !== null ||
    classifyInformational(text, readContext, informational) !== null
  );
}

/**
 * The rules of the first pattern that reads a sentence, whatever text surrounds it. Null if none
 * does.
 */
function patternDrafts(sentence: Sentence, readContext: ReadContext): readonly Draft[] | null {
  const text = bareSentence(sentence.text);
  for (const { pattern, matches } of fittingPatterns(text)) {
    const reading = pattern.read(matches[0], readContext);
    if (
      Array.isArray(reading) &&
      reading.every((draft) => isPossible(draft, readContext.vocabulary))
    )
      return reading;
  }
  return null;
}

/**
 * The verdict of the first known pattern that fits. Skips patterns that need a decision, unless
 * they have a remark. Null if there is none.
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
 * Classifies every sentence of an operation.
 *
 * Each sentence states a rule, has nothing to enforce, is skipped, or is unread. The first of these
 * cases decides:
 * - A sentence in `limited` is "schema-implied".
 * - A sentence in `skipped` is skipped, even if it states a rule.
 * - A sentence in `stated` counts as a rule, because a rule in spec/rules.yaml covers it. It adds
 *   no rule.
 * - Any other sentence is read.
 *
 * When a sentence in `ofOneUse` is read, its rules are only proposed. When a sentence in
 * `openLimits` is read, it is unread unless it yields a rule. With `acceptProposed`, proposed rules
 * count as rules.
 *
 * Equal rules are merged and keep all their sources. If different rules have the same name, the
 * first is used and the other's sentence is unread. Returns all findings; prints and throws
 * nothing.
 */
export function reportSentences(
  sentences: readonly Sentence[],
  vocabulary: Vocabulary,
  {
    skipped,
    stated = new Set(),
    limited = new Set(),
    openLimits = new Set(),
    ofOneUse = new Set(),
    acceptProposed,
  }: Decisions,
): SentenceReport {
  const sums = {
    sentences: sentences.length,
    rule: 0,
    "schema-implied": 0,
    "server-side": 0,
    informational: 0,
    skipped: 0,
    unread: 0,
  };
  const rules = new Map<string, NamedRule>();
  const unread: UnreadSentence[] = [];
  const remarks: string[] = [];
  const skips = sentences
    .map(({ written }) => fingerprint(written))
    .filter((item) => skipped.has(item));
  for (const sentence of sentences) {
    const verdict = decided(sentence) ?? read(sentence);
    const proposals = verdict.label === "unknown" ? proposedBy(sentence) : [];
    const isAccepted = acceptProposed && proposals.length > 0;
    const isUnread = verdict.label === "unknown" && !isAccepted;
    if (isUnread) unread.push(unreadOf(sentence, verdict, { proposals, vocabulary }));
    if (!isUnread && "remark" in verdict && verdict.remark !== undefined)
      remarks.push(`${sentence.source.label}: ${verdict.remark}`);
    const drafts = isAccepted ? proposals : verdict.label === "rule" ? verdict.drafts : [];
    const collisions = placedDrafts(drafts, vocabulary).flatMap((draft) =>
      addRule(rules, draft, { sentence, isAccepted }),
    );
    unread.push(...collisions);
    const label = isAccepted ? "rule" : verdict.label;
    sums[label === "unknown" || collisions.length > 0 ? "unread" : label] += 1;
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

  /**
   * The verdict on a sentence. A sentence that may limit a field is unread unless it yields a rule.
   */
  function read(sentence: Sentence): Verdict {
    const verdict = verdictOn(sentence, vocabulary);
    if (verdict.label === "rule" && ofOneUse.has(sentence))
      return { label: "unknown", bindingWord: "use", unresolved: null, remark: OF_ONE_USE };
    return verdict.label !== "rule" && openLimits.has(placeOf(sentence))
      ? { bindingWord: "limit", unresolved: null, ...verdict, label: "unknown" }
      : verdict;
  }

  function proposedBy(sentence: Sentence): readonly Draft[] {
    const known = verdictOn(sentence, vocabulary);
    return known.label === "rule" ? known.drafts : proposeRules(sentence, vocabulary);
  }

  function placeOf({ written, source }: Sentence): string {
    return `${source.pointer} ${fingerprint(written)}`;
  }

  /**
   * The verdict that follows from skipped.yaml, rules.yaml or the schema's limits; null if none
   * does.
   */
  function decided(sentence: Sentence): Verdict | { readonly label: "skipped" } | null {
    const mark = fingerprint(sentence.written);
    if (limited.has(placeOf(sentence))) return { label: "schema-implied" };
    if (skipped.has(mark)) return { label: "skipped" };
    return stated.has(mark) ? { label: "rule", drafts: [] } : null;
  }
}

/** The remark on sentences in `ofOneUse`. */
const OF_ONE_USE =
  "a sentence states a requirement for one use of a schema, but it may not apply to the other uses";

/**
 * Reports a sentence that yielded no rule. The report contains the rules proposed for the sentence,
 * or a guess at what it states.
 */
function unreadOf(
  sentence: Sentence,
  why: UnreadReason,
  {
    proposals,
    vocabulary,
  }: { readonly proposals: readonly Draft[]; readonly vocabulary: Vocabulary },
): UnreadSentence {
  return proposals.length > 0
    ? reportProposal(sentence, placedDrafts(proposals, vocabulary), why)
    : reportUnread(sentence, placedDrafts(guessRules(sentence, vocabulary), vocabulary), why);
}

function acceptedOf(rules: ReadonlyMap<string, NamedRule>): readonly string[] {
  return [...rules.values()]
    .filter(({ sources }) => sources.some((source) => source.proposed))
    .map(({ id }) => id);
}

/** The sentence that states a rule, and whether the rule is an accepted proposal. */
interface ReadSentence {
  readonly sentence: Sentence;
  readonly isAccepted: boolean;
}

/**
 * Adds a rule to `rules`, or another source to an equal rule in it. If a different rule has the
 * same name, `rules` is unchanged and the sentence is returned as unread. Otherwise the result is
 * empty.
 */
function addRule(
  rules: Map<string, NamedRule>,
  draft: Draft,
  { sentence, isAccepted }: ReadSentence,
): readonly UnreadSentence[] {
  const mark = isAccepted ? ({ proposed: true } as const) : {};
  const source = {
    at: sentence.source.pointer,
    fingerprint: fingerprint(sentence.written),
    ...mark,
  };
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
