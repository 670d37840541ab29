import type { Condition } from "../model/model.js";
import { negateCondition } from "../rules/condition.js";
import type { Draft } from "./draft.js";
import { dayBefore, spanOf } from "./read-clause.js";
import type { Sentence } from "./sentences.js";
import {
  afterDay,
  amountMark,
  atLeast,
  atMost,
  beforeDay,
  bindsDates,
  forwards,
  joints,
  mentionsDates,
  mergedConditions,
  not,
  otherCases,
  otherSpans,
  type Statement,
  sinceDay,
  unknownCase,
  type Window,
  windowIn,
} from "./statement.js";

/**
 * Reads rules of the kinds max-lookback, max-range and min-range.
 *
 * The rules say how far back `start_date` can be, and how long the range to `end_date` can or must
 * be. A max-lookback rule is about `end_date` if the text names only that field. Weeks are
 * converted to days, and so are hours that make whole days. Each amount gets the case it applies
 * to.
 *
 * Null if the request lacks one of these fields, or if the text states no such limit. Also null if
 * the text names an unknown case, or has an amount that cannot be assigned.
 */
export function windowDrafts(statement: Statement): readonly Draft[] | null {
  const text = statement.text.replaceAll(
    /<D\d+>([^<,;(]*)\((?:i\. ?e\. ?,? ?|that is,? )?(<D\d+>)\)/g,
    "$2$1",
  );
  const { fields } = statement.readContext.vocabulary;
  const [start, end] = [fields.get("start_date"), fields.get("end_date")];
  const { self } = statement.readContext;
  if (!/<[DN]\d+>/.test(text) || !start || !end) return null;
  if (!/<D\d+>/.test(text) && statement.context.unit === null) return null;
  if (otherSpans.test(text) || forwards.test(text)) return null;
  // A field whose value is a number of days has limits of its own.
  const isCounted =
    self !== null &&
    (/^(?:integer|number)$/.test(String(self.facts.type)) || typeof self.values[0] === "number");
  if (
    self &&
    self !== start &&
    self !== end &&
    (isCounted || (self.isList && !/<C\d+>/.test(statement.marked.text)))
  )
    return null;
  // "SKU group: 31 days": an unknown case.
  if (
    unknownCase.test(text) ||
    /\b(?!the|all|any|these|other)[a-z]+ (?:breakdowns?|splits?) (?:are|is)\b/.test(text)
  )
    return null;
  const pair = /\bbetween <[DN]\d+> and (?:at most )?<D\d+>/.exec(text);
  if (pair)
    return between(
      statement,
      pair[0],
      [...pair[0].matchAll(/<(D|N)(\d+)>/g)],
      statement.casesIn(text).map(({ condition }) => condition),
    );
  const chunks = text.split(joints).filter((chunk) => /\w/.test(chunk));
  const drafts: Draft[] = [];
  let leading: readonly Condition[] | null = null;
  let role: Window | null = statement.context.window;
  let stated: readonly Condition[] = statement.context.pointed;
  let unit = statement.context.unit;
  const pending: number[] = [];
  const origins: number[] = [];
  let hasExcluded = false;
  for (const [index, chunk] of chunks.entries()) {
    const isOthers =
      otherCases.test(chunk) && !statement.context.when.some((condition) => "isNot" in condition);
    const ownConditions = statement
      .casesIn(chunk)
      .filter(
        ({ group, at }) =>
          !group?.field.isList ||
          /\b(?:if|when|whenever|for|with)\b[^,;]*$/.test(chunk.slice(0, at)) ||
          (!/\w/.test(chunk.slice(0, at)) && chunk.includes("<D")),
      )
      .filter(
        ({ role: how, group }) =>
          how !== "needed" || group?.field.name === "granularity" || group?.field.name === "level",
      )
      .map(({ condition }) => condition);
    const isTurned =
      hasExcluded &&
      ownConditions.length === 0 &&
      /^\s*(?:in which case|then\b|where\b|it is|it's)/.test(chunk);
    const isNot = ownConditions.length === 0 && /\bif (?:you do )?not\b/.test(chunk);
    const when: readonly Condition[] | null =
      isTurned || isNot
        ? stated.map(negateCondition)
        : isOthers
          ? stated.length === 1
            ? stated.map(negateCondition)
            : null
          : ownConditions.length > 0
            ? ownConditions
            : null;
    if (isOthers && when === null) return null;
    const amounts = [...chunk.matchAll(amountMark)];
    const isAmount = amounts.some(([, kind]) => kind === "D" || unit !== null);
    const valueAt = (match: RegExpExecArray | undefined): number =>
      Number(match?.[2] ?? match?.[4]);
    if (!isAmount) {
      if (when) {
        // A case also applies to the amounts before it if they have no case of their own.
        hasExcluded = statement.casesIn(chunk).some(({ isLeft }) => isLeft);
        if (pending.length > 0 && leading === null && !/;/.test(chunks[index - 1] ?? ""))
          for (const at of pending.splice(0))
            drafts[at] = {
              ...(drafts[at] as Draft),
              when: mergedConditions(statement.context.when, when),
            };
        else
          leading =
            leading && index > 0 && drafts.length === 0 ? mergedConditions(leading, when) : when;
        stated = when;
      }
      const chunkWindow = windowIn(chunk);
      if (chunkWindow) role = chunkWindow;
      continue;
    }
    if (amounts.length > 1) {
      if (/\b(?:to|and|between)\b/.test(chunk) && amounts.length === 2)
        return between(statement, chunk, amounts, leading ?? when ?? []);
      return null;
    }
    const mention = statement.marked.mentions[valueAt(amounts[0])];
    if (mention?.kind !== "D" && mention?.kind !== "N") continue;
    const amount =
      mention.kind === "D"
        ? lengthOf(mention.amount, mention.unit)
        : unit === null
          ? null
          : lengthOf(mention.amount, unit);
    if (amount === null) return null;
    if (mention.kind === "D") unit = mention.unit;
    const chunkWindow = windowIn(chunk);
    const isMin =
      atLeast.test(chunk) ||
      (/\b(?:fewer|less|shorter|below|under)\b/.test(chunk) &&
        not.test(text) &&
        !/or (?:less|shorter|fewer)/.test(chunk));
    let kind: Window | null =
      chunkWindow ?? role ?? (self === start ? "max-lookback" : self === end ? "max-range" : null);
    if (kind === null) kind = windowIn(text);
    if (
      kind === null &&
      /\b(?:at most|at least|fewer|shorter|no more|no longer|longer|up to)\b|\b(?:max|min)/.test(
        chunk,
      )
    )
      kind = "max-range";
    if (kind === null) return null;
    const isMax = atMost.test(chunk);
    if (kind !== "max-lookback")
      kind =
        (isMin && !isMax) || (chunkWindow === null && role === "min-range" && !isMax)
          ? "min-range"
          : "max-range";
    role = kind;
    if (!isBound(text, statement.sentence)) return null;
    const conditions = when ?? leading ?? [];
    const named = [...chunk.matchAll(/<F(\d+)>/g)]
      .map((each) => statement.marked.mentions[Number(each[1])])
      .flatMap((mention) => (mention?.kind === "F" ? [mention.field] : []));
    if (named.some((field) => field !== start && field !== end)) return null;
    if (
      /\bboth\b.*\b(?:look-?back|age|how far)\b.*\band\b.*\b(?:range|distance|span|period|length)\b/.test(
        text,
      )
    ) {
      const conditioned = mergedConditions(statement.inherited([]), []);
      return [
        { kind: "max-lookback", when: conditioned, params: { field: "start_date", ...amount } },
        {
          kind: "max-range",
          when: conditioned,
          params: { start: "start_date", end: "end_date", ...amount },
        },
      ];
    }
    const all = mergedConditions(statement.inherited(conditions), conditions);
    drafts.push(
      kind === "max-lookback"
        ? {
            kind,
            when: all,
            params: {
              field: named.length === 1 && named[0] === end ? "end_date" : "start_date",
              ...amount,
            },
          }
        : { kind, when: all, params: { start: "start_date", end: "end_date", ...amount } },
    );
    if (when) stated = when;
    // "(8 days ago and 3 days of data if hourly)": the case applies to everything in the
    // parentheses, and its opposite to the amounts before them.
    if (
      when &&
      when.length === 1 &&
      chunks.slice(0, index + 1).some((each) => /\(/.test(each)) &&
      /\)/.test(chunk) &&
      leading === null
    ) {
      const opened = chunks.findLastIndex((each, at) => at <= index && /\(/.test(each));
      for (const at of pending.splice(0)) {
        const isInside = (origins[at] ?? 0) >= opened;
        drafts[at] = {
          ...(drafts[at] as Draft),
          when: mergedConditions(
            statement.context.when,
            isInside ? when : when.map(negateCondition),
          ),
        };
      }
    }
    origins[drafts.length - 1] = index;
    if (!when && leading === null) pending.push(drafts.length - 1);
    // "If granularity is HOUR, …": a case at the beginning applies to what follows. A case in the
    // middle does not.
    if (
      when &&
      index === 0 &&
      /^\s*(?:if|when|for|with|at|in|unless|except|<C)/.test(chunk) &&
      !/;/.test(chunk)
    )
      leading = when;
    if (/;\s*$|\.\s*$/.test(chunk)) leading = null;
  }
  return drafts.length > 0 ? drafts : null;
}

/** Reads a lower and an upper bound: "From 1 week to 1 year". */
function between(
  statement: Statement,
  chunk: string,
  amounts: readonly RegExpExecArray[],
  when: readonly Condition[],
): readonly Draft[] | null {
  if (!/\bbetween\b|<[DN]\d+> to (?:a maximum of )?<D/.test(chunk)) return null;
  const [first, second] = amounts.map(
    (each) => statement.marked.mentions[Number(each[2] ?? each[4])],
  );
  if (second?.kind !== "D" || (first?.kind !== "D" && first?.kind !== "N")) return null;
  const [shortest, longest] = [
    lengthOf(first.amount, first.kind === "D" ? first.unit : second.unit),
    lengthOf(second.amount, second.unit),
  ];
  if (!shortest || !longest) return null;
  const all = mergedConditions(statement.inherited(when), when);
  const range = { start: "start_date", end: "end_date" };
  return [
    { kind: "min-range", when: all, params: { ...range, ...shortest } },
    { kind: "max-range", when: all, params: { ...range, ...longest } },
  ];
}

// ---- calendar dates

/**
 * Reads a min-date rule for each calendar date that is stated as the earliest allowed.
 *
 * The rule contains the last day that is not allowed: for "on or after", the day before. The rule
 * is about the field that the text names. Otherwise, it is about the described field if its name
 * ends in `_date`, or else about `start_date`. Null if there is no such date, or if any date is an
 * upper limit. Also null if a date is not clearly a requirement, or is not about a known date
 * field.
 */
export function minDateDrafts(statement: Statement): readonly Draft[] | null {
  const datedText = statement.text
    .split(";")
    .filter((part) => !/<D\d+>/.test(part))
    .join(";");
  const dates = [...datedText.matchAll(/<T(\d+)>/g)];
  if (dates.length === 0) return null;
  const drafts: Draft[] = [];
  const chunks =
    dates.length === 1 ? [datedText] : datedText.split(/(?<=[,;])|(?=\bwhile\b|\band\b|\bbut\b)/);
  for (const chunk of chunks) {
    const match = /<T(\d+)>/.exec(chunk);
    const mention = match ? statement.marked.mentions[Number(match[1])] : undefined;
    if (mention?.kind !== "T") continue;
    const chunkText = chunk;
    const isNot = not.test(chunkText);
    const isAfter = afterDay.test(chunkText);
    const isSince = sinceDay.test(chunkText);
    const isBefore = beforeDay.test(chunkText);
    const includes = /\b(?:on or before|before or on|up to and including|or earlier)\b/.test(
      chunkText,
    );
    const isBinding =
      bindsDates.test(chunkText) || /^\s*(?:not before|on or after|earliest)/.test(chunkText);
    if (!isBinding || mentionsDates.test(chunkText)) return null;
    let after: string | null = null;
    if (isSince && !(isBefore && !isNot)) after = dayBefore(mention.date);
    else if (isBefore && isNot) after = includes ? mention.date : dayBefore(mention.date);
    else if (isAfter && !isNot) after = mention.date;
    if (after === null) return null;
    const cases = statement
      .casesIn(chunk.length < statement.text.length ? chunk : statement.text)
      .filter(({ role, group }) => role !== "needed" || group?.field.name !== "start_date")
      .map(({ condition }) => condition);
    const named = [...chunkText.matchAll(/<F(\d+)>/g)]
      .map((each) => statement.marked.mentions[Number(each[1])])
      .flatMap((mention) => (mention?.kind === "F" ? [mention.field] : []));
    const dated = named.filter(({ name }) => /_date$/.test(name));
    if (named.length > dated.length || dated.length > 1) return null;
    const { self } = statement.readContext;
    const field = dated[0]?.name ?? (self && /_date$/.test(self.name) ? self.name : "start_date");
    if (!statement.readContext.vocabulary.fields.has(field)) return null;
    drafts.push({
      kind: "min-date",
      when: mergedConditions(statement.inherited(cases), cases),
      params: { field, after },
    });
  }
  return drafts.length > 0 ? drafts : null;
}

/**
 * Reads date-format rules for `start_date` and `end_date`.
 *
 * The text must say that a date is written as YYYY-MM-DD. The rules are about the fields it names,
 * otherwise the described field, otherwise both. Leaves out fields whose schema states the format,
 * so the list can be empty. Null if the text is about something else, such as a response or another
 * field.
 */
export function dateFormatDrafts(statement: Statement): readonly Draft[] | null {
  const { self, vocabulary } = statement.readContext;
  const text = statement.marked.text;
  if (
    !/y{4} ?-? ?m{2} ?-? ?d{2}|\byear-month-day\b/.test(text) ||
    /\b(?:header|column|rows?|returned|response|file name)\b/.test(text)
  )
    return null;
  const named = [...text.matchAll(/<F(\d+)>/g)]
    .map((each) => statement.marked.mentions[Number(each[1])])
    .flatMap((mention) => (mention?.kind === "F" ? [mention.field] : []));
  const dates = [...vocabulary.fields.values()].filter(
    ({ name, isList }) => /^(?:start|end)_date$/.test(name) && !isList,
  );
  const subjects = named.length > 0 ? named : self ? [self] : /\bdates?\b/.test(text) ? dates : [];
  if (subjects.length === 0 || !subjects.every((field) => dates.includes(field))) return null;
  return subjects
    .filter(({ facts }) => facts.format !== "date")
    .map(({ name }) => ({ kind: "date-format", when: [], params: { field: name } }));
}

/** Whether the text has a limiting word or fewer than 8 words, or belongs to no field. */
function isBound(text: string, { source }: Sentence): boolean {
  const words = text.split(" ").filter((word) => /^[a-z]/.test(word));
  const isElliptic = words.length < 8 && !/\b(?:one row|rows?)\b/.test(text);
  return (
    isElliptic ||
    /\b(?:must|can|may|cannot|not|no|never|up to|at most|at least|only|within|capped|caps?|error|invalid|possible|permitted|longest|shortest|oldest|earliest|furthest|farthest|retention|kept|keep|available|accessible|tops|over|beyond|or (?:less|shorter|more|longer)|needs?|requires?|has to|have to|delivered|is|are)\b|\b(?:limit|max|min|restrict|bound|refus|reject|fail|allow|support|accept|retain|exceed|reach)|[<>]=/.test(
      text,
    ) ||
    source.field === null
  );
}

/** A time span in the units of rules. Hours are converted if they add up to whole days. */
function lengthOf(amount: number, unit: string): ReturnType<typeof spanOf> {
  if (unit !== "hour") return spanOf(amount, unit);
  return amount % 24 === 0 ? spanOf(amount / 24, "day") : null;
}
