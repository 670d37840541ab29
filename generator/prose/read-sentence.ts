import type { Condition } from "../model/model.js";
import { negateCondition } from "../rules/condition.js";
import { type Clause, type ExtractedConditions, extractConditions } from "./conditions.js";
import type { Draft } from "./draft.js";
import { type ClauseContext, readClause } from "./read-clause.js";
import { readOnce } from "./read-once.js";
import type { Sentence } from "./sentences.js";
import { type Tokens, tokenize } from "./tokens.js";
import {
  type Field,
  type ReadContext,
  readContextOf,
  type Vocabulary,
  valueMeant,
} from "./vocabulary.js";

/** A sentence read in its context. */
export interface SentenceReading {
  /** The rules that the sentence states in its context. Null if it cannot be read. */
  readonly drafts: readonly Draft[] | null;
  /** The conditions that apply to the sentence: its own and those of neighboring sentences. */
  readonly when: readonly Condition[];
  /** Whether the context may add a condition, even one that is not understood. */
  readonly isConditional: boolean;
  /** Whether the sentence only says in which cases the previous one applies. */
  readonly isPartOfBefore: boolean;
  readonly subjects: readonly Field[];
  readonly tokens: Tokens;
}

/**
 * What a sentence inherits from its context. `isVague`: it may depend on something that is not
 * understood.
 */
interface Surroundings {
  readonly context: ClauseContext;
  readonly isVague: boolean;
  /** Conditions of the previous sentence. They apply only if this sentence has the same subject. */
  readonly loose: readonly Condition[];
}

const WINDOW_KINDS = new Set(["max-lookback", "max-range", "min-range"]);
const NO_CONTEXT: ClauseContext = {
  when: [],
  before: [],
  window: null,
  unit: null,
  value: null,
  subjects: [],
};
/**
 * Reads a sentence with its headings, list introductions, glosses and neighboring sentences.
 * `drafts` is null if the sentence cannot be read or has more than 600 characters.
 */
export const readSentence: (sentence: Sentence, vocabulary: Vocabulary) => SentenceReading =
  readOnce((sentence, vocabulary) => readUncached(sentence, readContextOf(sentence, vocabulary)));

/**
 * Maximum length of a sentence, in characters. Longer sentences have too many clauses to be read
 * reliably.
 */
const longest = 600;

function readUncached(sentence: Sentence, readContext: ReadContext): SentenceReading {
  const all =
    sentence.text.length > longest
      ? []
      : resolvePointers(tokenize(sentence.text, readContext), sentence, readContext);
  const gloss = glossOf(all, readContext);
  const tokens = gloss ? all.slice(gloss.length) : all;
  const parted = extractConditions(trimMarks(tokens), readContext);
  const ownConditions = parted.clauses.flatMap(({ when }) => (when === "others" ? [] : when));
  const around = surroundingsOf(sentence, readContext, {
    gloss: gloss?.value ?? null,
    hasOwn: ownConditions.length > 0,
  });
  const subjects = [
    ...new Set(
      tokens
        .filter((token) => token.startsWith("F:"))
        .flatMap((token) => readContext.vocabulary.fields.get(token.slice(2)) ?? []),
    ),
  ];
  const base = { tokens: all, subjects: subjects.length > 0 ? subjects : around.context.subjects };
  const isPartOfBefore = sentence.before !== null && restriction(parted, readContext) !== null;
  const when = ownConditions.length > 0 ? ownConditions : [...around.context.when, ...around.loose];
  const isConditional =
    around.isVague ||
    around.context.when.length > 0 ||
    (ownConditions.length === 0 && around.loose.length > 0) ||
    restrictedBy(sentence, readContext) !== undefined;
  const isReadable = !around.isVague && all.length > 0 && !isPartOfBefore;
  const candidates = isReadable ? draftRules(parted, around, readContext) : null;
  const drafts = candidates?.every((draft) => isCoherent(draft, sentence)) ? candidates : null;
  return {
    ...base,
    when,
    isConditional,
    isPartOfBefore,
    drafts: drafts && restricted(drafts, restrictedBy(sentence, readContext)),
  };
}

/** Replaces "the former" and "the latter" with the values they refer to. */
function resolvePointers(tokens: Tokens, { before }: Sentence, readContext: ReadContext): Tokens {
  if (!before || !tokens.some((token) => /^THE(?:FORMER|LATTER)$/.test(token))) return tokens;
  const values = tokenize(before.text, readContext).filter((token) => token.startsWith("V:"));
  const [first, second, ...further] = values;
  if (!first || !second || further.length > 0) return tokens;
  return tokens.map((token) =>
    token === "THEFORMER" ? first : token === "THELATTER" ? second : token,
  );
}

/** Removes punctuation at the end, and parentheses around the whole sentence. */
function trimMarks(tokens: Tokens): Tokens {
  const isInside = tokens[0] === "LPAR" && tokens.indexOf("RPAR") >= tokens.length - 2;
  const marks = isInside
    ? /^(?:STOP|COMMA|SEMI|COLON|DASH|RPAR)$/
    : /^(?:STOP|COMMA|SEMI|COLON|DASH)$/;
  const inner = isInside ? tokens.slice(1) : tokens;
  return inner.slice(0, inner.findLastIndex((token) => !marks.test(token)) + 1);
}

function draftRules(
  parted: ExtractedConditions,
  around: Surroundings,
  readContext: ReadContext,
): readonly Draft[] | null {
  const { context, loose } = around;
  // In a statement about missing data, the words after "but" are only a contrast.
  const contrast = parted.tokens.includes("NODATA")
    ? parted.tokens.findIndex((token) => /^(?:BUT|HEDGE|SEMI)$/.test(token))
    : -1;
  if (contrast > 0)
    return readClauses(
      { ...parted, tokens: trimMarks(parted.tokens.slice(0, contrast)) },
      context,
      readContext,
    );
  const echo = readEcho(parted, context, readContext);
  if (echo) return echo;
  const isThere = parted.tokens.includes("THENCE");
  if (parted.clauses.length > 0 || loose.length === 0)
    return readClauses(parted, context, readContext);
  // The previous sentence has a condition and this one has none. The condition also applies to this
  // sentence if both are about the dates, or if this one refers to the previous one.
  const bound = readClauses(parted, { ...context, when: [...context.when, ...loose] }, readContext);
  const isSame =
    bound !== null &&
    [...bound, ...context.before].every(({ kind }) => WINDOW_KINDS.has(kind)) &&
    context.before.length > 0;
  if (isThere || isSame) return bound;
  const alone = readClauses(parted, context, readContext);
  return alone?.every(({ kind }) => kind === "date-format") ? alone : null;
}

/**
 * Whether a rule makes sense for this sentence. It does not in these cases:
 *
 * * The rule has two conditions on one field.
 * * A distance between two days was read as a distance from today.
 * * The sentence refers back ("those"), but the rule is a limit without a condition.
 * * The rule is a limit for all cases, but the sentence itself or the next one revokes it for some.
 */
function isCoherent(
  { kind, when }: Draft,
  { text, before, after, heading: aboveContext }: Sentence,
): boolean {
  if (new Set(when.map(({ field }) => field)).size < when.length) return false;
  if (kind === "max-lookback" && /\b(?:difference|distance|apart)\b/i.test(text)) return false;
  // If the next sentence is an exception, or this one contains a contrast, the rule does not apply
  // to all cases.
  if (
    after &&
    /^(?:exceptions?|except|unless|however|but)\b/i.test(after.text) &&
    when.length === 0
  )
    return false;
  if (/\bunless\b.*\b(?:then|in which case)\b/i.test(text)) return false;
  if (
    when.length === 0 &&
    /^(?:(?:all |any |the )?(?:other|remaining)|otherwise)\b/i.test(aboveContext?.text ?? "")
  )
    return false;
  if (
    /\b(?:compare(?:d)? (?:with|to)|unlike|in contrast to|only (?:value|option|choice))\b/i.test(
      text,
    )
  )
    return false;
  const pointsBack =
    /^(?:those|these|they|such|in that case|then|there|(?:the )?(?:first|second|third|former|latter))\b/i.test(
      text,
    ) || /\bthe (?:latter|former)\b/i.test(text);
  return !(before && pointsBack && WINDOW_KINDS.has(kind) && when.length === 0);
}

/** Reads "The same holds for B": the previous rule, applied to other values. */
function readEcho(
  { tokens }: ExtractedConditions,
  context: ClauseContext,
  readContext: ReadContext,
): readonly Draft[] | null {
  if (!tokens.includes("SAME") || context.before.length === 0) return null;
  const remainingTokens = tokens.filter(
    (token) =>
      !/^(?:SAME|WITH|AND|OR|COMMA|THENCE|THIS|REPORT|IS|NEG|STOP|ALL|BOTH|FIELDN|VALUEN)$/.test(
        token,
      ),
  );
  return remainingTokens.length > 0 && remainingTokens.every((token) => token.startsWith("V:"))
    ? echoWithValues(
        remainingTokens.map((token) => token.slice(2)),
        context.before,
        readContext,
      )
    : null;
}

function echoWithValues(
  words: readonly string[],
  before: readonly Draft[],
  { vocabulary }: ReadContext,
): readonly Draft[] | null {
  const [draft, ...further] = before;
  const field =
    draft?.kind === "forbidden-values-when"
      ? vocabulary.fields.get(String(draft.params.field))
      : undefined;
  const values =
    field?.values.filter((value) => words.some((word) => valueMeant(word, field) === value)) ?? [];
  return draft && further.length === 0 && values.length === words.length
    ? [{ ...draft, params: { ...draft.params, values } }]
    : null;
}

/** Tokens that may separate two clauses. */
const joints = /^(?:SEMI|BUT|AND|COMMA|DASH|COLON|REASON|LPAR|STOP|RPAR)$/;
/** Kinds of tokens that occur only in clauses that state something. */
const force =
  /^(?:LE|GE|GT|LT|LIMITED|MAX|MIN|NEG|BAD|MUST|NEED|NEEDED|YMD|ONLY|DROP|D|DATE|UNLESS|OTHERTHAN|MUTEX|NODATA|AGO|LAST|OLDER|SINCE|TILL|NOTBEFORE|FUTURE|TOGETHER|SAME|NOTAPPLY|OTHERWISE|OTHERS|FINE|C|HEDGE|IF|N|SUFFIX|PREFIX|X|ANYOF|EITHER)$/;
const sign = (token: string): string => token.split(":")[0] ?? "";

/** Reads a sentence clause by clause. Each clause must state rules or nothing at all. */
function readClauses(
  { tokens, clauses }: ExtractedConditions,
  context: ClauseContext,
  readContext: ReadContext,
  depth = 0,
): readonly Draft[] | null {
  const withoutSame = tokens.filter((token) => token !== "SAME");
  const asOne =
    withoutSame.length < tokens.length
      ? null
      : readClause({ tokens, clauses, context, readContext });
  if (asOne) return asOne;
  if (statesNothing(tokens)) return [];
  if (depth > 4 || tokens.length > 80) return null;
  const [lead = ""] = tokens;
  for (const [index, token] of tokens.entries()) {
    if (!joints.test(token) || index === 0 || index === tokens.length - 1) continue;
    const left = trimMarks(tokens.slice(0, index));
    const right = trimMarks(afterJoint(tokens, index));
    if (left.length === 0 || right.length === 0) continue;
    const first =
      readClause({ tokens: left, clauses, context, readContext }) ??
      (statesNothing(left) || isRemark(left, token) || isHead(left, token) ? [] : null);
    if (!first) {
      // "Sorting is not possible for X, so leave out A in that case": the second part has the
      // condition of the first.
      const cases = left.filter((each) => each.startsWith("C:"));
      const pointed =
        right.includes("THENCE") && cases.length === 1
          ? clauses[Number((cases[0] ?? "").slice(2))]?.when
          : undefined;
      const bound =
        pointed === undefined || pointed === "others"
          ? null
          : readClause({
              tokens: right,
              clauses,
              context: { ...context, when: [...context.when, ...pointed] },
              readContext,
            });
      if (bound) return bound;
      continue;
    }
    if (first.length > 0 && restates(right, first)) return first;
    const next = contextAfter(first, { left, lead, token }, { clauses, context, readContext });
    // A few words after "and" may belong to the text before it.
    if (
      /^(?:AND|COMMA|LPAR)$/.test(token) &&
      statesNothing(right) &&
      !right.some((each) => /^(?:IS|GET|NODATA|NOTALL)$/.test(each))
    )
      continue;
    const following = next && readClauses({ tokens: right, clauses }, next, readContext, depth + 1);
    if (following) return scoped(first, following, { left, right, token, clauses, context });
  }
  return null;
}

/** Whether a clause demands nothing and names nothing in the request. */
function statesNothing(tokens: Tokens): boolean {
  if (tokens.length === 0) return false;
  if (tokens.includes("NOTALL"))
    return tokens.every((token) =>
      /^(?:NOTALL|OTHERS|OTHERWISE|WITH|IS|REPORT|THIS|THENCE|F:.*|C:\d+|COMMA|PUT|CAN)$/.test(
        token,
      ),
    );
  if (
    /^(?:PUT|GET) V THENCE$/.test(tokens.map(sign).join(" ")) ||
    /^DROP REPORT (?:NEG FINE|BAD)$/.test(tokens.join(" "))
  )
    return true;
  if (/^DROP REPORT IS (?:NEG FINE|BAD)$/.test(tokens.join(" "))) return true;
  return tokens.every((token) => !force.test(sign(token)) && !/^(?:V|A|NA|F|B):/.test(token));
}

/** Whether the text before a colon or semicolon only introduces what follows. */
function isRemark(tokens: Tokens, joint: string): boolean {
  return (
    (joint === "COLON" || joint === "SEMI") &&
    tokens.every(
      (token) =>
        !/^(?:C|V|A|NA|F|B|D|N|DATE|PREFIX|SUFFIX|X):/.test(token) &&
        !/^(?:NEG|BAD|MUST|NEED|NEEDED|ONLY|IF|UNLESS|OTHERTHAN|LE|GE|LIMITED|NOTAPPLY|SAME)$/.test(
          token,
        ),
    )
  );
}

/**
 * "Targeting reports (levels ending in _X) have three limits:": a condition for everything after
 * it.
 */
function isHead(tokens: Tokens, joint: string): boolean {
  return (
    joint === "COLON" &&
    tokens.filter((token) => token.startsWith("C:")).length === 1 &&
    tokens.every((token) =>
      /^(?:C|W|N):|^(?:REPORT|VALUEN|PUT|IS|GET|FIELDN|THIS|WITH|AND)$/.test(token),
    )
  );
}

/** "… are not available and must not be listed": the second part repeats the rule. */
function restates(tokens: Tokens, drafts: readonly Draft[]): boolean {
  const isForbidding = drafts.every(
    ({ kind }) => kind === "forbidden-when" || kind === "forbidden-values-when",
  );
  return (
    isForbidding &&
    /^(?:NEG (?:MUST|CAN|IS|FINE)(?: (?:PUT|GET|FINE))?|BAD|MUST DROP|IS DROP)$/.test(
      tokens.join(" "),
    )
  );
}

function afterJoint(tokens: Tokens, index: number): Tokens {
  let at = index + 1;
  while (/^(?:AND|BUT|COMMA|REASON|OR)$/.test(tokens[at] ?? "")) at += 1;
  return tokens.slice(at);
}

interface Joint {
  readonly left: Tokens;
  readonly lead: string;
  readonly token: string;
}

/** The context that a clause passes to the next one in the sentence. */
function contextAfter(
  first: readonly Draft[],
  { left, lead, token }: Joint,
  {
    clauses,
    context,
    readContext,
  }: { clauses: readonly Clause[]; context: ClauseContext; readContext: ReadContext },
): ClauseContext | null {
  const spans = first.filter(({ kind }) => WINDOW_KINDS.has(kind));
  const kinds = [...new Set(spans.map(({ kind }) => kind))];
  const heads =
    first.length === 0 && token === "COLON" ? left.filter((each) => each.startsWith("C:")) : [];
  const binds = left.findIndex((each) =>
    /^(?:D|N|DATE|V|F):|^(?:LE|GE|GT|LT|LIMITED|MAX|MIN|NEG|BAD|MUST|NEED|NEEDED|ONLY|AGO|RANGE)$/.test(
      each,
    ),
  );
  const early = left.findIndex((each) => each.startsWith("C:"));
  const [head = early >= 0 && early < binds ? (left[early] ?? "") : lead] = heads;
  const leading =
    head.startsWith("C:") && heads.length < 2 && token !== "SEMI" && token !== "BUT"
      ? clauses[Number(head.slice(2))]?.when
      : [];
  if (leading === "others") return null;
  const named = left
    .filter((each) => each.startsWith("F:"))
    .flatMap((each) => readContext.vocabulary.fields.get(each.slice(2)) ?? []);
  return {
    ...context,
    when: [
      ...context.when.filter(
        ({ field }) => !(leading ?? []).some((condition) => condition.field === field),
      ),
      ...(leading ?? []),
    ],
    before: first.length > 0 ? first : context.before,
    window: kinds.length === 1 ? (kinds[0] as ClauseContext["window"]) : context.window,
    unit: spans.length > 0 ? String(spans[0]?.params.unit) : context.unit,
    subjects: named.length > 0 ? named : context.subjects,
  };
}

/**
 * Joins the rules of two clauses. A condition at the end of the sentence applies to all parts
 * before it that are joined by "and". If two parts state the same kind of rule, each keeps only its
 * own condition.
 */
function scoped(
  first: readonly Draft[],
  following: readonly Draft[],
  {
    left,
    right,
    token,
    clauses,
    context,
  }: {
    left: Tokens;
    right: Tokens;
    token: string;
    clauses: readonly Clause[];
    context: ClauseContext;
  },
): readonly Draft[] | null {
  const isTrailing =
    token === "AND" &&
    !left.some((each) => each.startsWith("C:")) &&
    (right.at(-1) ?? "").startsWith("C:") &&
    following.length > 0;
  if (!isTrailing || first.length === 0) return [...first, ...following];
  const when = clauses[Number((right.at(-1) ?? "").slice(2))]?.when;
  if (when === undefined || when === "others") return null;
  if (first.some(({ kind }) => following.some((draft) => draft.kind === kind)))
    return [...first, ...following];
  return [...first.map((draft) => ({ ...draft, when: [...context.when, ...when] })), ...following];
}

/** Reads a gloss, "HOUR: …" or "HOUR - …", at the beginning. The rest is about that value. */
function glossOf(
  tokens: Tokens,
  readContext: ReadContext,
): { readonly value: NonNullable<ClauseContext["value"]>; readonly length: number } | null {
  const { self, vocabulary } = readContext;
  const colon = tokens.findIndex((token) => token === "COLON" || token === "DASH");
  const words = tokens.slice(0, colon);
  if (
    colon < 1 ||
    colon > 8 ||
    !words.every((token) => /^(?:V:|A:|COMMA$|OR$|AND$|REPORT$|F:)/.test(token)) ||
    !words.some((token) => /^[VA]:/.test(token))
  )
    return null;
  const values = words.filter((token) => /^[VA]:/.test(token)).map((token) => token.slice(2));
  if (!self) {
    const when = extractConditions(
      [...words, ...(words.some((token) => token.startsWith("F:")) ? [] : ["REPORT"])],
      readContext,
    );
    const [only, ...further] =
      when.clauses.length === 1 && when.tokens.length === 1 && when.clauses[0]?.when !== "others"
        ? (when.clauses[0]?.when ?? [])
        : [];
    const field =
      only && further.length === 0 && "is" in only ? vocabulary.fields.get(only.field) : undefined;
    return field && only && "is" in only
      ? { value: { field, values: only.is.map(String) }, length: colon + 1 }
      : null;
  }
  if (words.some((token) => token.startsWith("F:") && token !== `F:${self.name}`)) return null;
  const meant = values.map((value) => valueMeant(value, self));
  if (meant.includes(null)) return null;
  return { value: { field: self, values: meant.map(String) }, length: colon + 1 };
}

/** The context of a sentence: its headings, list introductions, gloss and previous sentence. */
function surroundingsOf(
  sentence: Sentence,
  readContext: ReadContext,
  { gloss, hasOwn }: { gloss: ClauseContext["value"]; hasOwn: boolean },
): Surroundings {
  const heading = sentence.heading
    ? headOf(sentence.heading, readContext)
    : { context: NO_CONTEXT, isVague: false };
  const value = gloss ?? glossBefore(sentence, readContext);
  let when = heading.context.when;
  if (value && !value.field.isList)
    when = [
      ...when.filter(({ field }) => field !== value.field.name),
      { field: value.field.name, is: value.values },
    ];
  const context = { ...heading.context, when, value };
  const { before } = sentence;
  if (!before) return { context, isVague: heading.isVague, loose: [] };
  const reading = readSentence(before, readContext.vocabulary);
  // A gloss starts a new context. The rules before it only define what "the same" refers to.
  const drafts =
    reading.drafts && reading.drafts.length > 0
      ? reading.drafts
      : reading.isPartOfBefore
        ? []
        : lastSaid(before, readContext);
  const spans = drafts.filter(({ kind }) => WINDOW_KINDS.has(kind));
  const kinds = new Set(spans.map(({ kind }) => kind));
  const loose = gloss
    ? []
    : reading.when.filter(({ field }) => !when.some((condition) => condition.field === field));
  return {
    context: {
      ...context,
      before: drafts,
      window:
        context.window ?? (kinds.size === 1 ? ([...kinds][0] as ClauseContext["window"]) : null),
      unit: context.unit ?? (spans.length > 0 ? String(spans[0]?.params.unit) : null),
      subjects: reading.subjects,
    },
    isVague: heading.isVague || (!gloss && !hasOwn && isOpen(reading)),
    loose,
  };
}

/**
 * Whether a sentence has a condition that is not understood. The condition may apply to the next
 * sentence, too.
 */
function isOpen({ tokens, drafts }: SentenceReading): boolean {
  return (
    drafts === null &&
    tokens.some((token) => token === "IF" || token === "UNLESS") &&
    tokens.some((token) => /^[FVAD]:/.test(token))
  );
}

/** The rules of the previous sentence, if there is one and it can be read. */
function lastSaid(sentence: Sentence, { vocabulary }: ReadContext): readonly Draft[] {
  const before = sentence.before && readSentence(sentence.before, vocabulary);
  return before?.drafts ?? [];
}

/** The gloss at the beginning of an earlier sentence in the same paragraph. */
function glossBefore(sentence: Sentence, readContext: ReadContext): ClauseContext["value"] {
  for (let { before } = sentence; before; { before } = before) {
    const gloss = glossOf(tokenize(before.text, readContext), readContext);
    if (gloss) return gloss.value;
  }
  return null;
}

/** The context that a heading or list introduction adds to all text below it. */
function headOf(
  head: Sentence,
  readContext: ReadContext,
): { readonly context: ClauseContext; readonly isVague: boolean } {
  const outer = head.heading
    ? headOf(head.heading, readContext)
    : { context: NO_CONTEXT, isVague: false };
  const reading = readSentence(head, readContext.vocabulary);
  const tokens = trimMarks(tokenize(head.text, readContext));
  const nouns =
    tokens.every((token) => /^(?:V:|COMMA$|OR$|AND$)/.test(token)) && tokens.length > 0
      ? [...tokens, "REPORT"]
      : tokens;
  const { clauses, tokens: left } = extractConditions(nouns, readContext);
  const ownConditions = clauses.flatMap(({ when }) => (when === "others" ? [] : when));
  const hasOthers = clauses.some(({ when }) => when === "others");
  const kinds = left.map(sign);
  const isOpen =
    hasOthers ||
    kinds.some((each) => /^(?:IF|UNLESS|OTHERTHAN|HEDGE|X)$/.test(each)) ||
    /(?:^| )REPORT WITH W/.test(kinds.join(" ")) ||
    (ownConditions.length === 0 &&
      tokens.some((token) => /^[VA]:/.test(token)) &&
      !/^F:/.test(tokens[0] ?? ""));
  const window = kinds.includes("RANGE")
    ? kinds.includes("MIN")
      ? "min-range"
      : "max-range"
    : kinds.includes("AGO") || kinds.includes("SINCE")
      ? "max-lookback"
      : null;
  const when = outer.context.when.filter(
    ({ field }) => !ownConditions.some((condition) => condition.field === field),
  );
  // A complete sentence above a list is not a heading: only its own condition may apply below.
  if (/[.!?]["')]*$/.test(head.text) && ownConditions.length === 0)
    return { ...outer, isVague: outer.isVague || kinds.includes("IF") };
  const isStated = (reading.drafts?.length ?? 0) > 0 && !/:\s*$/.test(head.text);
  if (isStated) return { ...outer, isVague: outer.isVague || ownConditions.length > 0 };
  return {
    context: {
      ...outer.context,
      when: [...when, ...ownConditions],
      window: outer.context.window ?? window,
    },
    isVague: outer.isVague || isOpen,
  };
}

/**
 * Reads a restriction such as "This does not apply to MONTH". Returns the cases in which the
 * previous sentence still applies, or "open" if they are not understood. Null if there is no
 * restriction.
 */
function restriction(
  { tokens, clauses }: ExtractedConditions,
  readContext: ReadContext,
): readonly Condition[] | "open" | null {
  const isExcept = tokens.includes("NOTAPPLY");
  if (!isExcept && !/^(?:THELIMIT|THIS) (?:FINE )?ONLY/.test(tokens.map(sign).join(" ")))
    return null;
  const remainingTokens = tokens.filter(
    (token) =>
      !/^(?:NOTAPPLY|THELIMIT|THIS|WITH|REPORT|FINE|ONLY|STOP|IS|TO|NEG|BUT|C:\d+)$/.test(token),
  );
  const ownConditions = clauses.flatMap(({ when }) => (when === "others" ? [] : when));
  const [word, ...further] = remainingTokens;
  const valueConditions =
    word?.startsWith("V:") && further.length === 0
      ? extractConditions([word, "REPORT"], readContext).clauses.flatMap(({ when }) =>
          when === "others" ? [] : when,
        )
      : [];
  const all = [...ownConditions, ...(ownConditions.length === 0 ? valueConditions : [])];
  if (all.length !== 1 || (remainingTokens.length > 0 && valueConditions.length === 0))
    return "open";
  return isExcept ? all.map(negateCondition) : all;
}

/** The restriction that the next sentence states; undefined if there is none. */
function restrictedBy(
  { after = null }: Sentence,
  readContext: ReadContext,
): readonly Condition[] | "open" | undefined {
  if (!after || after.text.length > longest) return undefined;
  return (
    restriction(
      extractConditions(trimMarks(tokenize(after.text, readContext)), readContext),
      readContext,
    ) ?? undefined
  );
}

/**
 * Adds these conditions to each rule. If `cases` is undefined, the rules are unchanged. Null if the
 * conditions are not understood ("open") or a rule already has a condition on the same field.
 */
function restricted(
  drafts: readonly Draft[],
  cases: readonly Condition[] | "open" | undefined,
): readonly Draft[] | null {
  if (cases === undefined) return drafts;
  if (
    cases === "open" ||
    drafts.some(({ when }) =>
      when.some(({ field }) => cases.some((condition) => condition.field === field)),
    )
  )
    return null;
  return drafts.map((draft) => ({ ...draft, when: [...draft.when, ...cases] }));
}
