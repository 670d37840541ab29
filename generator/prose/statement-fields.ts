import type { Condition } from "../model/model.js";
import { negateCondition } from "../rules/condition.js";
import type { Draft } from "./draft.js";
import { type Group, type MarkedText, markMentions } from "./mentions.js";
import {
  atLeastOne,
  atMostOne,
  bothOrNone,
  type Case,
  choosing,
  comesBackEmpty,
  compelling,
  consequence,
  demand,
  demandsOf,
  fine,
  hasStrangeCase,
  isDemandedOf,
  mergedConditions,
  needsOther,
  not,
  offersChoice,
  oneOfEach,
  only,
  onlyThese,
  type Part,
  pairs,
  type Statement,
  unlessOther,
  withoutFirst,
  withoutOne,
} from "./statement.js";
import type { Field } from "./vocabulary.js";
import { readContextOf } from "./vocabulary.js";

// ---- fields and values

/**
 * Reads the rules of a whole statement or, failing that, of its parts.
 *
 * If the whole can be read, the result has one item. Otherwise it has an item for each part: its
 * rules, or null if the part cannot be read. Parts that name no field or value are left out. With
 * fewer than two parts, the list is empty. Text that only says what happens if a rule is broken is
 * ignored.
 */
export function draftsOfParts(statement: Statement): readonly (readonly Draft[] | null)[] {
  const text = statement.text.replaceAll(consequence, " ");
  if (hasStrangeCase(text)) return [];
  const asOne = readStatement(statement, text);
  if (asOne) return [asOne];
  const parts = text
    .split(
      /<[DT]\d+>/.test(text)
        ? /[,;]|\. (?=\w|<)/
        : /;|\. (?=\w|<)| - |, (?:but|while|whereas|and)\b|\bwhereas\b|(?<=\?)/,
    )
    .filter((part) => /<[FC]\d+>/.test(part));
  return parts.length > 1 ? parts.map((part) => readStatement(statement, part)) : [];
}

function readStatement(statement: Statement, text: string): readonly Draft[] | null {
  const fromBefore = ofBefore(statement, text);
  if (fromBefore) return fromBefore;
  if (/<[DT]\d+>/.test(text)) return null;
  const part = statement.partOf(text);
  if (/\b(?:the (?:table|heading)|heading)\b/.test(text)) return null;
  return (
    empty(statement, part) ??
    choice(statement, part) ??
    together(statement, part) ??
    demanded(statement, part) ??
    readForbidden(statement, part)
  );
}

/**
 * Reads a sentence about the fields of the previous one: "Choose A or B. Both in one request fail."
 */
function ofBefore(statement: Statement, text: string): readonly Draft[] | null {
  const { before } = statement.sentence;
  if (!before || /<[FCDT]\d+>/.test(text)) return null;
  const marked = markMentions(before.text, readContextOf(before, statement.readContext.vocabulary));
  const part = statement.partOf(marked.text, marked);
  const named = [...new Set(part.fields.map(({ field }) => field.name))];
  const [first, second] = named;
  const isEither = atMostOne.test(text);
  if (isEither && named.length === 2 && first && second)
    return [
      {
        kind: "forbidden-when",
        when: [{ field: second, present: true }],
        params: { field: first },
      },
    ];
  const isAny = atLeastOne.test(text);
  if (!isAny || named.length < 2 || !/\bor\b/.test(marked.text)) return null;
  return groupsOf(statement, marked.text, marked).length > 1
    ? [
        {
          kind: "at-least-one-of",
          when: statement.context.when,
          params: { groups: groupsOf(statement, marked.text, marked) },
        },
      ]
    : null;
}

/** Finds the groups of fields in a list: "A, or B together with C". */
function groupsOf(
  statement: Statement,
  text: string,
  { mentions }: MarkedText = statement.marked,
): readonly (readonly string[])[] {
  const joinedPairs =
    /\b(?:omitting both|without both|neither)\b/.test(text) ||
    !/\bor\b|\bunless\b|\brequired\b/.test(text.replaceAll("one or more", "any"))
      ? text
      : text
          .replaceAll("one or more", "any")
          .replaceAll(pairs, (_, a, b, c, d) => `${a ?? c}+${b ?? d}`);
  // "(A, B)" is one alternative.
  const together = joinedPairs.replaceAll(
    /\((<F\d+>(?:,? (?:and )?<F\d+>)+)\)/g,
    (_, list: string) => list.replaceAll(/,? (?:and )?(?=<)/g, "+"),
  );
  return [...together.matchAll(/(?:<F\d+>\+)*<F\d+>/g)].map(([run]) =>
    [...run.matchAll(/<F(\d+)>/g)].flatMap((each) => {
      const mention = mentions[Number(each[1])];
      return mention?.kind === "F" ? [mention.field.name] : [];
    }),
  );
}

/** Reads a statement that certain values come back without data. */
function empty(statement: Statement, part: Part): readonly Draft[] | null {
  const { text } = part;
  const isEmpty = comesBackEmpty.test(text);
  const isConversion =
    /\bconversion (?:<F\d+>|metrics?|columns?|data|values?|figures?|numbers)\b|\bconversions\b/.test(
      text,
    );
  if (
    !isEmpty ||
    /\b(?:request|report|call|query)s? (?:is|are|will be)? ?(?:rejected|refused|fails?)\b/.test(
      text,
    )
  )
    return null;
  const when = statement.whenOf(part);
  const columns =
    statement.readContext.vocabulary.fields.get("columns") ??
    statement.readContext.vocabulary.fields.get("metric_types");
  const subject = part.values[0]?.group ?? statement.context.subject?.values ?? null;
  if (subject && when.length > 0)
    return [
      { kind: "no-data-when", when, params: { field: subject.field.name, values: subject.values } },
    ];
  if (isConversion && columns?.name === "columns" && when.length > 0)
    return [
      {
        kind: "no-data-when",
        when,
        params: { field: columns.name, values: ["conversion metrics"] },
      },
    ];
  return null;
}

/** Reads a statement that requires at least one of several fields. */
function choice(statement: Statement, part: Part): readonly Draft[] | null {
  const { text } = part;
  const alone = withoutFirst.exec(text) ?? withoutOne.exec(text);
  const nameAt = (mark = ""): string => {
    const mention = statement.marked.mentions[Number(/\d+/.exec(mark)?.[0])];
    return mention?.kind === "F" ? mention.field.name : "";
  };
  if (alone && part.cases.every(({ group }) => group === null) && part.values.length === 0)
    return [
      {
        kind: "at-least-one-of",
        when: statement.context.when,
        params: { groups: [[nameAt(alone[1])], alone.slice(2).filter(Boolean).map(nameAt)] },
      },
    ];
  const isImperative = offersChoice.test(text) && part.cases.length === 0;
  const isChoice = isImperative || choosing.test(text);
  const groupsInText = groupsOf(statement, text);
  const isMust = isImperative || compelling.test(text);
  const { self } = statement.readContext;
  if (
    !isChoice ||
    !isMust ||
    /\b(?:not both|never both|exclusive|exactly one|only one|at most one|both in)\b/.test(text)
  )
    return null;
  if (/<C\d+>/.test(text) && part.values.length > 0) return null;
  const isRequiredUnless = self && groupsInText.length === 1 && unlessOther.test(text);
  const groups = isRequiredUnless ? [[self.name], ...groupsInText] : groupsInText;
  if (groups.length < 2 || new Set(groups.flat()).size < groups.flat().length) return null;
  const isOfEach =
    isImperative ||
    oneOfEach.test(text) ||
    isRequiredUnless ||
    /\bwithout (?:<F\d+>|both)[^.]*\b(?:and|or|nor)\b/.test(text);
  if (!isOfEach) return null;
  const when = part.cases
    .filter(({ condition }) => !("present" in condition))
    .map(({ condition }) => condition);
  return [
    {
      kind: "at-least-one-of",
      when: mergedConditions(statement.context.when, when),
      params: { groups },
    },
  ];
}

/** Reads a statement in which a field requires another one. */
function together(statement: Statement, part: Part): readonly Draft[] | null {
  const { text } = part;
  const { self, vocabulary } = statement.readContext;
  const present = part.cases.filter(({ condition }) => "present" in condition);
  const named = [...new Set(part.fields.map(({ field }) => field))];
  const scalar = part.cases.filter(({ group, role }) => group !== null && role !== "needed");
  const required = (field: Field, when: readonly Condition[]): Draft => ({
    kind: "requires-present",
    when,
    params: { field: field.name },
  });
  if (part.values.length > 0 && !/\bneeds? (?:the )?<F/.test(text)) return null;
  const glossed = statement.context.subject?.values;
  if (
    glossed &&
    named.length === 1 &&
    named[0] &&
    /\b(?:requires?|needs?|must|cannot do without|mandatory|required)\b/.test(text) &&
    !not.test(text) &&
    part.cases.length === 0
  )
    return named[0].isRequired
      ? null
      : [
          {
            kind: "requires-present",
            when: [{ field: glossed.field.name, is: glossed.values }],
            params: { field: named[0].name },
          },
        ];
  // "With HOUR, start_hour is required": a field that is required in one case.
  const isObliged =
    isDemandedOf.test(text) ||
    demandsOf.test(text) ||
    /\bmakes? <F\d+> (?:compulsory|mandatory|required|obligatory)/.test(text);
  if (
    scalar.length + statement.context.when.length > 0 &&
    named.length > 0 &&
    isObliged &&
    !not.test(text.replaceAll(/\bcannot do without\b/g, ""))
  ) {
    const when = statement.whenOf(part);
    if (when.length === 0 || named.some(({ name }) => when.some(({ field }) => field === name)))
      return null;
    if (part.cases.some(({ role }) => role === "needed")) return null;
    return named.map((field) => required(field, when));
  }
  if (scalar.length > 0) return null;
  const { before } = statement.sentence;
  if (
    before &&
    self &&
    named.length === 0 &&
    /\bwithout (?:it|them|that)\b/.test(text) &&
    not.test(text)
  ) {
    const marked = markMentions(before.text, readContextOf(before, vocabulary));
    const needed = [
      ...new Set(statement.partOf(marked.text, marked).fields.map(({ field }) => field)),
    ];
    const [neededField, ...furtherFields] = needed;
    return neededField &&
      furtherFields.length === 0 &&
      neededField !== self &&
      !neededField.isRequired
      ? [required(neededField, [{ field: self.name, present: true }])]
      : null;
  }
  const isWithout = /\bwithout (?:a |an |the |both )?<F/.test(text) && not.test(text);
  if (
    /\bdepends? on (?:the )?<F/.test(text) &&
    !/\brequired\b/.test(text) &&
    named.some((field) => field.values.length > 0)
  )
    return null;
  const isNeed =
    isObliged ||
    isWithout ||
    /\bor neither\b|\bor not at all\b/.test(text) ||
    needsOther.test(text);
  if (!isNeed) return null;
  if (bothOrNone.test(text) && named.length === 2) {
    const [from, to] = named as [Field, Field];
    return [
      required(to, [{ field: from.name, present: true }]),
      required(from, [{ field: to.name, present: true }]),
    ];
  }
  if (not.test(text) && !isWithout && !/\bonly\b|\bgo without\b|cannot do without/.test(text))
    return null;
  // "Once A is set, B is required."
  const [condition] = present.map((each) => each.condition);
  if (condition && present.length === 1 && "present" in condition) {
    if (!condition.present) {
      const groups = [[condition.field], named.map(({ name }) => name)];
      return named.length > 0 && isObliged
        ? [{ kind: "at-least-one-of", when: statement.context.when, params: { groups } }]
        : null;
    }
    if (
      /\bonly\b.*\b(?:if|when|with|together)\b|\bon condition that\b|\bprovided\b|\bas long as\b/.test(
        text,
      )
    ) {
      const subject = named[0] ?? (self && self.name !== condition.field ? self : null);
      const owner = vocabulary.fields.get(condition.field);
      return subject && owner && named.length < 2
        ? [required(owner, [{ field: subject.name, present: true }])]
        : null;
    }
    return named.length > 0 && isObliged
      ? named.map((field) => required(field, [condition]))
      : null;
  }
  const [first, second, ...furtherFields] = named;
  if (first && second && furtherFields.length === 0) {
    const isPassive =
      /<F\d+>(?: \w+)? (?:is|are|becomes?) (?:required|mandatory|needed|necessary|compulsory)\b/.test(
        text.slice(part.fields[0]?.at ?? 0, part.fields.at(-1)?.at),
      );
    const [owner, need] = isPassive ? [second, first] : [first, second];
    return need.isRequired ? null : [required(need, [{ field: owner.name, present: true }])];
  }
  if (first && !second && self && first !== self && !self.isRequired) {
    // "Its presence makes B compulsory", "requires B": about the described field.
    const isOther =
      /^\s*<F\d+> (?:requires|needs|depends on|presupposes) (?:this|it|these|them)\b/.test(text);
    const [owner, need] = isOther ? [first, self] : [self, first];
    return need.isRequired ? null : [required(need, [{ field: owner.name, present: true }])];
  }
  return null;
}

/** Reads required values: "requires level to be KEYWORD", "in this case it must be 30". */
function demanded(statement: Statement, part: Part): readonly Draft[] | null {
  const { text } = part;
  const demands = part.cases.filter(({ role, group }) => role === "needed" && group !== null);
  const [demand, ...further] = demands;
  const { self } = statement.readContext;
  const isSole = /<C\d+>(?: is| are)?(?: the)? only (?:value|option|choice|one)/.test(text);
  if (isSole) {
    const [sole, ..._cases] = part.cases;
    const bound = part.values[0]?.group ?? (sole?.role === "bare" ? sole.group : null);
    const when = part.cases
      .filter((item) => item.group !== bound)
      .map(({ condition }) => condition);
    if (!bound || when.length === 0) return null;
    return complement(statement, bound, mergedConditions(statement.context.when, when));
  }
  if (!demand || further.length > 0 || demand.group === null) return null;
  const demanded = demand.group;
  const cases = part.cases.filter((item) => item !== demand).map(({ condition }) => condition);
  const isNot =
    not.test(
      text.replaceAll(
        /\b(?:other than|not one of)\b|[;,] (?:and )?no other \w+ (?:works?|is \w+)/g,
        "",
      ),
    ) &&
    !demanded.isNegated &&
    !/\bonly\b/.test(text);
  const value =
    part.values[0]?.group ?? (part.fields.length === 0 ? statement.context.subject?.values : null);
  const needs = demand.condition;
  if (value && value.field !== demanded.field)
    return isNot
      ? null
      : forbidden(
          statement,
          value.field,
          value.values,
          mergedConditions(statement.inherited(cases), [...cases, negateCondition(needs)]),
        );
  const named = [...new Set(part.fields.map(({ field }) => field))].filter(
    (field) => field !== demanded.field,
  );
  const present = cases.filter((condition) => "present" in condition);
  if (named.length === 1 && named[0] && cases.length === 0 && !isNot)
    return named[0].isRequired
      ? null
      : [{ kind: "requires-value", when: [], params: { field: named[0].name, requires: needs } }];
  if (present.length === 1 && cases.length === 1 && !isNot)
    return [
      { kind: "requires-value", when: [], params: { field: present[0]?.field, requires: needs } },
    ];
  if (named.length > 0) return null;
  if (
    self &&
    self !== demanded.field &&
    cases.length === 0 &&
    statement.context.when.length === 0 &&
    !isNot
  )
    return self.isRequired
      ? null
      : [{ kind: "requires-value", when: [], params: { field: self.name, requires: needs } }];
  const all = mergedConditions(statement.inherited(cases), cases);
  if (all.length === 0 || all.some(({ field }) => field === demanded.field.name)) return null;
  const [sole] = all;
  if (all.length === 1 && sole && "present" in sole && sole.present && !isNot)
    return [{ kind: "requires-value", when: [], params: { field: sole.field, requires: needs } }];
  if (demanded.isNegated || isNot)
    return forbidden(statement, demanded.field, demanded.values, all);
  return complement(statement, demanded, all);
}

/**
 * Forbids all other values of the field under the conditions. Null if there are no others or no
 * conditions.
 */
function complement(
  statement: Statement,
  { field, values }: Pick<Group, "field" | "values">,
  when: readonly Condition[],
): readonly Draft[] | null {
  const otherValues = field.values.filter((value) => !values.includes(value));
  return otherValues.length > 0 ? forbidden(statement, field, otherValues, when) : null;
}

/** Forbids values of a field under the conditions. Null if there are no conditions. */
function forbidden(
  _statement: Statement,
  field: Field,
  values: readonly (string | number | boolean)[],
  when: readonly Condition[],
): readonly Draft[] | null {
  return when.length > 0
    ? [{ kind: "forbidden-values-when", when, params: { field: field.name, values } }]
    : null;
}

/** Reads fields and values that are forbidden in a case, or allowed only in that case. */
function readForbidden(statement: Statement, part: Part): readonly Draft[] | null {
  const { text } = part;
  // "Required for A, and forbidden for B": it is not known which of the two the case belongs to.
  if (demand.test(text) && not.test(text.replace(demand, " ")) && part.cases.length > 0)
    return null;
  if (!not.test(text) && /\b(?:every|all|any) (?:values?|levels?|granularit|<F|others?)/.test(text))
    return null;
  if (/\b(?:optional|no effect|ignored|not required|not necessary|need not|defaults?)\b/.test(text))
    return null;
  const inherited = statement.inherited(part.cases.map(({ condition }) => condition));
  const { lead } = statement.context;
  const [value, ...moreValues] = part.values.map(({ group }) => group);
  let subjects: readonly Field[] = [...new Set(part.fields.map(({ field }) => field))];
  let cases = part.cases.filter(({ role }) => role !== "needed");
  let values: Pick<Group, "field" | "values"> | null = value ?? null;
  if (moreValues.length > 0) {
    if (!moreValues.every(({ field }) => field === value?.field)) return null;
    values = value
      ? {
          field: value.field,
          values: [...new Set([value, ...moreValues].flatMap((each) => each.values))],
        }
      : null;
  }
  // An item of a list introduced by "the following are not available for KEYWORD:".
  const isItem =
    lead !== null &&
    !not.test(text) &&
    !only.test(text) &&
    !fine.test(text) &&
    (subjects.length > 0 || values !== null);
  const intro = isItem ? `${lead.text} ` : text;
  if (isItem) cases = [...lead.cases.filter(({ role }) => role !== "needed"), ...cases];
  // If a sentence names values of two non-list fields, the value without a preposition is the
  // subject.
  const bare = cases.filter(({ role, group }) => role === "bare" && group !== null);
  if (
    !values &&
    subjects.length === 0 &&
    bare.length > 0 &&
    cases.length - bare.length + inherited.length > 0
  ) {
    const [subject] = bare;
    if (
      bare.length === 1 &&
      subject?.group &&
      !inherited.some(({ field }) => field === subject.group?.field.name)
    ) {
      values = subject.group;
      cases = cases.filter((item) => item !== subject);
    }
  } else if (!values && subjects.length === 0 && bare.length === 2) {
    const [first, second] = bare;
    if (first?.group && second?.group && first.group.field !== second.group.field) {
      values = second.group;
      cases = cases.filter((item) => item !== second);
    }
  }
  if (!values && subjects.length === 0 && cases.length > 1) {
    const ofSelf = cases.filter(
      ({ group }) => group !== null && group.field === statement.readContext.self,
    );
    const [ownCase] = ofSelf;
    if (
      ownCase?.group &&
      ofSelf.length === 1 &&
      cases.some(({ group }) => group?.field !== statement.readContext.self) &&
      !/\b(?:if|when|whenever)\b[^,;<]*$/.test(text.slice(0, ownCase.at))
    ) {
      values = ownCase.group;
      cases = cases.filter((each) => each !== ownCase);
    }
  }
  if (!values) values = subjects.length === 0 ? (statement.context.subject?.values ?? null) : null;
  const ownConditions = cases.map(({ condition }) => condition);
  if (subjects.length === 0 && !values) subjects = statement.subjectsOf(part);
  // The gloss names the forbidden values of the field, and the text states the case.
  if (subjects.length === 0 && !values && ownConditions.length > 0) {
    const [here] = statement.context.when;
    const field = here ? statement.readContext.vocabulary.fields.get(here.field) : undefined;
    if (
      here &&
      field &&
      "is" in here &&
      statement.context.when.length === 1 &&
      !ownConditions.some((condition) => condition.field === here.field)
    )
      return forbid(statement, text, { field, values: here.is }, [], ownConditions, cases);
  }
  const all = mergedConditions(inherited, ownConditions);
  if (all.length === 0 || new Set(all.map(({ field }) => field)).size < all.length) return null;
  if (values && all.some(({ field }) => field === values?.field.name)) return null;
  if (subjects.some(({ name }) => all.some(({ field }) => field === name)))
    subjects = subjects.filter(({ name }) => !all.some(({ field }) => field === name));
  if (!values && subjects.length === 0) {
    const { self } = statement.readContext;
    if (!self || all.some(({ field }) => field === self.name)) return null;
    subjects = [self];
  }
  // "Not for hourly reports, nor for PRODUCT_ITEM": two rules.
  if (
    all.length > 1 &&
    /, (?:nor|or) (?:for|at|with|in|when|if)\b|\bnor for\b/.test(text) &&
    inherited.length === 0
  ) {
    const each = all.map((value) => forbid(statement, intro, values, subjects, [value], cases));
    return each.every((drafts) => drafts !== null) ? each.flat() : null;
  }
  return forbid(statement, intro, values, subjects, all, cases);
}

/**
 * Returns rules that forbid values or fields in the cases in `all`. If the text allows them only in
 * these cases, the rules forbid them in all other cases. Null if the text is unclear.
 */
function forbid(
  statement: Statement,
  text: string,
  values: Pick<Group, "field" | "values"> | null,
  subjects: readonly Field[],
  all: readonly Condition[],
  cases: readonly Case[],
): readonly Draft[] | null {
  const isAllowedList =
    values !== null &&
    !values.field.isList &&
    (onlyThese.test(text) ||
      /\baccepts? (?:only )?<C\d+>|\baccept only\b|\bvalues? (?:must|can only) be (?:one of )?<C/.test(
        text,
      )) &&
    !not.test(text);
  if (isAllowedList && values) return complement(statement, values, all);
  const simplified = text
    .replaceAll(/\b(?:no <F\d+>(?:,| and|, and)? )+(?=no <F)/g, " ")
    .replaceAll(/\b(?:other than|outside of|except(?: for)?|unless)\b/g, " ")
    .replaceAll(/\bno others?\b|\bnowhere else\b|\bno other\b.*$/g, " only ")
    .replaceAll(/\bnot only\b/g, " ");
  const isNot = not.test(simplified.replaceAll(/\bneither\b.*\bnor\b/g, "not"));
  const isOnly = only.test(text) || /\b(?:elsewhere|everywhere else)\b/.test(text);
  const isFine = fine.test(simplified);
  const hasNegated = cases.some(({ condition }) => "isNot" in condition);
  const isRestricted = isOnly && (!isNot || /\bnot (?:be )?(?:\w+ )*(?:unless|except)/.test(text));
  const last = all.at(-1);
  if (!last) return null;
  const earlierConditions = all.slice(0, -1);
  const twice = (simplified.match(new RegExp(not.source, "g")) ?? []).length;
  if (twice > 1 && !/\b(?:neither|nor|error|fail|reject|refus|invalid|400)/.test(simplified))
    return null;
  let when: readonly Condition[] | null = null;
  if (isRestricted) when = [...earlierConditions, negateCondition(last)];
  else if (isNot && !isOnly) when = all;
  else if (!isNot && isFine && (hasNegated || cases.length > 0))
    when = [...earlierConditions, negateCondition(last)];
  if (
    isNot &&
    !isOnly &&
    hasNegated &&
    /\bunless\b|\bexcept\b/.test(text) &&
    !/\b(?:for|with|at) (?:any|all|every)\b/.test(text)
  )
    when = all;
  if (when === null) return null;
  const ofValues = values?.values.every((value) => typeof value !== "boolean")
    ? forbidden(statement, values.field, values.values, when)
    : null;
  if (values && (subjects.length === 0 || !/\bnor\b|\bneither\b|\band\b/.test(text)))
    return ofValues;
  const forbiddenFields = subjects.filter(
    ({ name, isRequired }) => !isRequired && name !== "columns",
  );
  return forbiddenFields.length === subjects.length &&
    forbiddenFields.length > 0 &&
    forbiddenFields.length < 6
    ? [
        ...forbiddenFields.map(({ name }) => ({
          kind: "forbidden-when",
          when: when ?? [],
          params: { field: name },
        })),
        ...(ofValues ?? []),
      ]
    : ofValues;
}
