import type { Condition } from "../model/rule.js";
import { opposite } from "../rules/condition.js";
import type { Draft } from "./draft.js";
import { type Group, type Marked, markedOf } from "./mentions.js";
import { type Sight, sightOf } from "./read-context.js";
import type { Sentence } from "./sentences.js";
import {
  backwards,
  broughtWith,
  casing,
  endsAsCase,
  excepted,
  excepting,
  isThere,
  lengthwise,
  longish,
  needing,
  not,
  openingCase,
  opensOthers,
  others,
  pointing,
  puts,
  sendingIt,
  shortish,
  there,
  whenPresent,
} from "./statement-words.js";
import type { Field } from "./vocabulary.js";

/** What a sentence takes from the heading, the lead-in, the gloss and the sentence before. */
export interface Context {
  readonly when: readonly Condition[];
  /** The cases of the sentence before, for a sentence that points to them. */
  readonly pointed: readonly Condition[];
  readonly window: Window | null;
  readonly unit: string | null;
  readonly subject: Subject | null;
  /** A lead-in that says of all items below how they bind: "not available for KEYWORD:". */
  readonly lead: Part | null;
}

export type Window = "max-lookback" | "max-range" | "min-range";

/** What is barred or needed: fields, or values of one. */
export interface Subject {
  readonly fields: readonly Field[];
  readonly values: { readonly field: Field; readonly values: readonly (string | number | boolean)[] } | null;
}

/** A case as it stands: its condition, and where. */
export interface Case {
  readonly condition: Condition;
  readonly at: number;
  readonly role: "case" | "needed" | "bare";
  readonly group: Group | null;
  /** "Except for HOUR": what is left out, and what "there" means afterwards. */
  readonly isLeft?: boolean;
}

export interface Part {
  readonly text: string;
  readonly cases: readonly Case[];
  readonly fields: readonly { readonly field: Field; readonly at: number }[];
  readonly values: readonly { readonly group: Group; readonly at: number }[];
}

const nowhere: Context = { when: [], pointed: [], window: null, unit: null, subject: null, lead: null };

/** A sentence with all that it takes from around it. */
export class Statement {
  readonly sentence: Sentence;
  readonly sight: Sight;
  readonly marked: Marked;
  readonly context: Context;
  /** The text without the gloss that it begins with. */
  readonly text: string;
  readonly gloss: Group | null;
  /** Reads the sentence before: its bounds are what bare numbers are taken for. */
  readonly #read: (sentence: Sentence) => readonly Draft[] | null;

  constructor(sentence: Sentence, sight: Sight, read: (sentence: Sentence) => readonly Draft[] | null) {
    const marked = pointed(markedOf(sentence.text, sight), sentence, sight);
    this.#read = read;
    this.sentence = sentence;
    this.sight = sight;
    this.marked = marked;
    const gloss = openingCase.exec(marked.text);
    const named = gloss ? this.group(Number(gloss[2])) : null;
    const group = named && gloss?.[1] !== undefined ? { ...named, isNegated: !named.isNegated } : named;
    const isGloss = gloss !== null && group !== null;
    this.gloss = isGloss ? group : null;
    this.text = (isGloss ? ` ${marked.text.slice(gloss[0].length)}` : marked.text).replace(
      /^\s*(?:the )?exceptions?(?: is| are)?:? (?=<C)/,
      " for ",
    );
    this.context = this.#contextOf();
  }

  // ---- context

  #contextOf(): Context {
    const { above, before } = this.sentence;
    let context: Context = above ? this.#headOf(above) : nowhere;
    const gloss = this.gloss ?? this.#glossBefore();
    const rest = gloss ? null : this.#othersBeside();
    if (rest) context = { ...context, when: joined(context.when, rest) };
    if (gloss && !gloss.field.isList) context = { ...context, when: joined(context.when, [conditionOf(gloss)]) };
    if (gloss?.field.isList) context = { ...context, subject: { fields: [], values: gloss } };
    if (before) {
      const said = markedOf(before.text, sightOf(before, this.sight.vocabulary));
      const cases = this.#casesBefore(before);
      const kinds = [...new Set((this.#read(before) ?? []).map(({ kind }) => kind))];
      const [kind] = kinds.filter((one): one is Window => /^(?:max-lookback|max-range|min-range)$/.test(one));
      const role = kinds.length === 1 && kind ? kind : windowIn(said.text);
      const unit = [...said.text.matchAll(/<D(\d+)>/g)].map((each) => said.mentions[Number(each[1])]).find((one) => one?.kind === "D");
      // "It must not be requested …": of the values, or the fields, that the sentence before names.
      if (context.subject === null && /^\s*(?:it|they|these|those|both|this one|either|neither(?: of them)?)\b/.test(this.marked.text)) {
        const part = this.partOf(said.text, said);
        const ofSelf = part.cases.find(({ role: how, group }) => group !== null && (how === "bare" || group.field === this.sight.self));
        const values = part.values[0]?.group ?? (ofSelf?.group && ofSelf.group.field === this.sight.self ? ofSelf.group : null);
        const plural = /^\s*(?:they|these|those|both|neither of them)/.test(this.marked.text);
        const { self } = this.sight;
        const fields = plural ? [...part.fields.map(({ field }) => field), ...(/\blike\b/.test(said.text) && self ? [self] : [])] : [];
        if (values || fields.length > 0) context = { ...context, subject: { fields: values ? [] : fields, values } };
      }
      context = {
        ...context,
        pointed: cases.map((one) => (one.isLeft && one.group && there.test(this.marked.text) ? conditionOf(one.group) : one.condition)),
        window: context.window ?? (/<[DN]\d+>|\?/.test(said.text) ? role : null),
        unit: context.unit ?? (unit?.kind === "D" ? unit.unit : null),
      };
    }
    return context;
  }

  /** "All other granularities: …" of a list: what the items before leave. */
  #othersBeside(): readonly Condition[] | null {
    let first: Sentence = this.sentence;
    while (first.before) first = first.before;
    const opening = markedOf(first.text, sightOf(first, this.sight.vocabulary)).text;
    const isOpen = opensOthers.test(opening);
    if (!isOpen) return null;
    const conditions: Condition[] = [];
    for (let item = first.beside ?? first.above?.beside ?? null, depth = 0; item && depth < 12; item = item.beside ?? null, depth += 1) {
      const said = markedOf(item.text, sightOf(item, this.sight.vocabulary));
      conditions.push(
        ...this.casesIn(said.text, said)
          .filter(({ group }) => group && !group.field.isList)
          .slice(0, 1)
          .map(({ condition }) => condition),
      );
    }
    const [one] = conditions;
    if (!one || !("is" in one) || conditions.some((each) => each.field !== one.field || !("is" in each))) return null;
    return [{ field: one.field, isNot: [...new Set(conditions.flatMap((each) => ("is" in each ? each.is : [])))] }];
  }

  /** The cases of the sentence before; where it has none, of the one before that. */
  #casesBefore(before: Sentence, depth = 0): readonly Case[] {
    const said = markedOf(before.text, sightOf(before, this.sight.vocabulary));
    const cases = this.casesIn(said.text, said).filter(({ group }) => group === null || !group.field.isList);
    return cases.length > 0 || !before.before || depth > 2 ? cases : this.#casesBefore(before.before, depth + 1);
  }

  /** What a heading or a lead-in gives to what stands below. */
  #headOf(head: Sentence): Context {
    const outer: Context = head.above ? this.#headOf(head.above) : nowhere;
    const said = markedOf(head.text, sightOf(head, this.sight.vocabulary));
    const isLead = /:\s*$/.test(said.text);
    const isTitle = said.text.split(" ").length < 9 && !/[.!?]\s*$/.test(said.text);
    if (!isLead && !isTitle) return outer;
    const cases = this.casesIn(said.text, said);
    const scalar = cases.filter(({ group }) => group === null || !group.field.isList);
    return {
      ...outer,
      when: joined(
        outer.when,
        scalar.map(({ condition }) => condition),
      ),
      window: windowIn(said.text) ?? outer.window,
      lead: isLead ? this.partOf(said.text, said) : null,
    };
  }

  #glossBefore(): Group | null {
    for (let { before } = this.sentence; before; { before } = before) {
      const said = markedOf(before.text, sightOf(before, this.sight.vocabulary));
      const found = /^\s*<C(\d+)>(?: (?:reports?|data))?\s*(?::|-)\s/.exec(said.text);
      const mention = found ? said.mentions[Number(found[1])] : undefined;
      if (mention?.kind === "C" && !mention.group.isNegated) return mention.group;
    }
    return null;
  }

  group(at: number, { mentions }: Marked = this.marked): Group | null {
    const mention = mentions[at];
    return mention?.kind === "C" ? mention.group : null;
  }

  // ---- cases

  casesIn(text: string, marked: Marked = this.marked): readonly Case[] {
    const cases: Case[] = [];
    for (const found of text.matchAll(/<C(\d+)>/g)) {
      const group = this.group(Number(found[1]), marked);
      if (!group) continue;
      const before = text.slice(0, found.index);
      const isLeft: boolean = excepting.test(before);
      const condition = conditionOf(isLeft ? { ...group, isNegated: !group.isNegated } : group);
      const clause = before.slice(Math.max(...[",", ";", "."].map((mark) => before.lastIndexOf(mark))) + 1);
      const isWith = broughtWith.test(before) && not.test(clause);
      const isNeeded = group.isDemanded || (needing.test(before) && !isWith && !isLeft);
      const role = isNeeded ? "needed" : isLeft || casing.test(before) || group.isNoun ? "case" : "bare";
      cases.push({ condition, at: found.index, role, group, isLeft });
    }
    for (const found of text.matchAll(whenPresent)) {
      const mention = marked.mentions[Number(found[1])];
      const isAsked = endsAsCase.test(found[0]) && puts.test(found[0]);
      if (mention?.kind !== "F" || !isAsked) continue;
      const isAbsent = (Boolean(found[2]) !== Boolean(found[3])) !== /^unless/.test(found[0]);
      cases.push({ condition: { field: mention.field.name, present: !isAbsent }, at: found.index, role: "case", group: null });
    }
    for (const found of text.matchAll(sendingIt)) {
      const mention = marked.mentions[Number(found[1])];
      if (mention?.kind === "F")
        cases.push({ condition: { field: mention.field.name, present: true }, at: found.index, role: "case", group: null });
    }
    const { self } = this.sight;
    if (self && marked === this.marked) {
      for (const found of text.matchAll(isThere))
        cases.push({ condition: { field: self.name, present: found[1] === undefined }, at: found.index, role: "case", group: null });
    }
    return cases.sort((one, other) => one.at - other.at);
  }

  partOf(text: string, marked: Marked = this.marked): Part {
    const all = this.casesIn(text, marked);
    const conditional = new Set(all.flatMap(({ condition }) => ("present" in condition ? [condition.field] : [])));
    const fields = [...text.matchAll(/<F(\d+)>/g)].flatMap((found) => {
      const mention = marked.mentions[Number(found[1])];
      return mention?.kind === "F" && !conditional.has(mention.field.name) ? [{ field: mention.field, at: found.index }] : [];
    });
    const isOfList = ({ group, at }: Case): boolean =>
      group?.field.isList === true && !/\b(?:if|when|whenever|where|once)\b[^,;]*$/.test(text.slice(0, at));
    return {
      text,
      cases: all.filter((one) => !isOfList(one)),
      fields,
      values: all.filter(isOfList).map(({ group, at }) => ({ group: group as Group, at })),
    };
  }

  /** The conditions from around: those of the sentence before only where this one points to them. */
  inherited(own: readonly Condition[]): readonly Condition[] {
    const { when, pointed } = this.context;
    const isPointing = pointing.test(this.marked.text);
    const isWindow = /<D\d+>/.test(this.text);
    const { after } = this.sentence;
    if (own.length === 0 && after && excepted.test(after.text)) {
      const said = markedOf(after.text, sightOf(after, this.sight.vocabulary));
      const cases = this.casesIn(said.text, said);
      const [one, ...more] = cases;
      if (one?.group && more.length === 0) return joined(when, [opposite(conditionOf(one.group))]);
    }
    if (own.length === 0 && others.test(this.marked.text) && !when.some((one) => "isNot" in one) && !/<D\d+>/.test(this.text))
      return pointed.length === 1 ? joined(when, pointed.map(opposite)) : [];
    const from = own.length === 0 && this.gloss === null && pointed.length > 0 && (isPointing || isWindow) ? pointed : [];
    return joined(from, when).filter(({ field }) => !own.some((one) => one.field === field));
  }

  whenOf(part: Part, extra: readonly Condition[] = []): readonly Condition[] {
    const own = part.cases.filter(({ role }) => role !== "needed").map(({ condition }) => condition);
    return joined(this.inherited(own), [...own, ...extra]);
  }

  /** Fields of a part, with the one that it belongs to where it names none. */
  subjectsOf(part: Part): readonly Field[] {
    const named = [...new Set(part.fields.map(({ field }) => field))];
    if (named.length > 0) return named;
    if (this.context.subject && this.context.subject.fields.length > 0) return this.context.subject.fields;
    const { self } = this.sight;
    const conditioned = new Set([...part.cases.map(({ condition }) => condition.field), ...this.context.when.map(({ field }) => field)]);
    return self && !conditioned.has(self.name) ? [self] : [];
  }
}

/** "The former" and "the latter" as the values that they mean. */
function pointed(marked: Marked, { before }: Sentence, sight: Sight): Marked {
  if (!before || !/\bthe (?:former|latter)\b/.test(marked.text)) return marked;
  const { mentions, text } = markedOf(before.text, sightOf(before, sight.vocabulary));
  const groups = [...text.matchAll(/<C(\d+)>/g)].flatMap((found) => {
    const mention = mentions[Number(found[1])];
    return mention?.kind === "C" ? [mention.group] : [];
  });
  const [one, other, ...more] = groups.flatMap((group) =>
    group.values.map((value): Group => ({ ...group, values: [value], isNoun: true })),
  );
  if (!one || !other || more.length > 0) return marked;
  return {
    text: marked.text.replaceAll("the former", `<C${marked.mentions.length}>`).replaceAll("the latter", `<C${marked.mentions.length + 1}>`),
    mentions: [...marked.mentions, { kind: "C", group: one }, { kind: "C", group: other }],
  };
}

/** Which bound of the dates a text speaks of. */
export // ---- windows

function windowIn(text: string): Window | null {
  const isStrong = backwards.test(text);
  const isLong = lengthwise.test(text);
  const isMin = shortish.test(text);
  const isMax = longish.test(text);
  if (isStrong && !/\b(?:apart|between|distance)\b/.test(text)) return "max-lookback";
  if (isLong) return isMin && !isMax ? "min-range" : "max-range";
  return isStrong ? "max-lookback" : null;
}

export function conditionOf({ field, values, isNegated }: Pick<Group, "field" | "values" | "isNegated">): Condition {
  return isNegated ? { field: field.name, isNot: values } : { field: field.name, is: values };
}

/** Both lists of conditions; of one field, the nearer one. */
export function joined(outer: readonly Condition[], own: readonly Condition[]): readonly Condition[] {
  const unique = own.filter((one, index) => own.findIndex((other) => JSON.stringify(other) === JSON.stringify(one)) === index);
  return [...outer.filter(({ field }) => !unique.some((one) => one.field === field)), ...unique];
}
