import type { Condition } from "../model/rule.js";
import { opposite } from "../rules/condition.js";
import type { Draft } from "./draft.js";
import { type Group, type Marked, markedOf } from "./mentions.js";
import type { Field } from "./resolve.js";
import type { Sentence } from "./sentences.js";
import { type Sight, sightOf } from "./sight.js";
import { amountMark, casing, consequence, excepting, fine, idle, needing, not, only, others, there } from "./statement-words.js";

// The last reading of a sentence: by what it names, by which words say how it binds, and by where both stand. No word has to be known, so
// that what comes out is a proposal and never more.

/** What a sentence takes from the heading, the lead-in, the gloss and the sentence before. */
interface Context {
  readonly when: readonly Condition[];
  /** The cases of the sentence before, for a sentence that points to them. */
  readonly pointed: readonly Condition[];
  readonly window: Window | null;
  readonly unit: string | null;
  readonly subject: Subject | null;
  /** A lead-in that says of all items below how they bind: "not available for KEYWORD:". */
  readonly lead: Part | null;
}

type Window = "max-lookback" | "max-range" | "min-range";

/** What is barred or needed: fields, or values of one. */
interface Subject {
  readonly fields: readonly Field[];
  readonly values: { readonly field: Field; readonly values: readonly (string | number | boolean)[] } | null;
}

/** A case as it stands: its condition, and where. */
interface Case {
  readonly condition: Condition;
  readonly at: number;
  readonly role: "case" | "needed" | "bare";
  readonly group: Group | null;
  /** "Except for HOUR": what is left out, and what "there" means afterwards. */
  readonly isLeft?: boolean;
}

interface Part {
  readonly text: string;
  readonly cases: readonly Case[];
  readonly fields: readonly { readonly field: Field; readonly at: number }[];
  readonly values: readonly { readonly group: Group; readonly at: number }[];
}

const nowhere: Context = { when: [], pointed: [], window: null, unit: null, subject: null, lead: null };

/** Reads what a sentence says of the request, by what it names; null where it says nothing, or two things. */
export function statementsOf(sentence: Sentence, { vocabulary }: Sight): readonly Draft[] | null {
  const sight = sightOf(sentence, vocabulary);
  if (sentence.text.length > 600) return null;
  const marked = pointed(markedOf(sentence.text, sight), sentence, sight);
  return idle.test(marked.text) ? null : new Reader(sentence, sight, marked).drafts();
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

class Reader {
  readonly #sentence: Sentence;
  readonly #sight: Sight;
  readonly #marked: Marked;
  readonly #context: Context;
  /** The text without the gloss that it begins with. */
  readonly #text: string;
  readonly #gloss: Group | null;

  constructor(sentence: Sentence, sight: Sight, marked: Marked) {
    this.#sentence = sentence;
    this.#sight = sight;
    this.#marked = marked;
    const gloss =
      /^\s*[|"'(]?\s*(?:for |with |at )?(not |non-)?<C(\d+)>[)"']?(?: (?:reports?|data|breakdowns?|requests?|levels?|columns?|only))?\s*(?::|-|->|=>|\||\()\s*/.exec(
        marked.text,
      );
    const named = gloss ? this.#group(Number(gloss[2])) : null;
    const group = named && gloss?.[1] !== undefined ? { ...named, isNegated: !named.isNegated } : named;
    const isGloss = gloss !== null && group !== null;
    this.#gloss = isGloss ? group : null;
    this.#text = (isGloss ? ` ${marked.text.slice(gloss[0].length)}` : marked.text).replace(
      /^\s*(?:the )?exceptions?(?: is| are)?:? (?=<C)/,
      " for ",
    );
    this.#context = this.#contextOf();
  }

  drafts(): readonly Draft[] | null {
    const { text } = this.#marked;
    if (/:\s*$/.test(text) && !/<[DT]\d+>/.test(text)) return null;
    const found = [this.#windows(), this.#earliest(), this.#format(), ...this.#parts()].filter((one) => one !== null);
    const drafts = found.flat();
    const kept = [...new Map(drafts.map((draft) => [JSON.stringify(draft), draft])).values()];
    return kept.length > 0 && kept.every((draft) => this.#isSound(draft)) ? kept : null;
  }

  /** No condition twice on one field, none on its own field. */
  #isSound({ when, kind, params }: Draft): boolean {
    const fields = when.map(({ field }) => field);
    return new Set(fields).size === fields.length && !(fields.includes(String(params.field)) && kind !== "forbidden-values-when");
  }

  // ---- context

  #contextOf(): Context {
    const { above, before } = this.#sentence;
    let context: Context = above ? this.#headOf(above) : nowhere;
    const gloss = this.#gloss ?? this.#glossBefore();
    const rest = gloss ? null : this.#othersBeside();
    if (rest) context = { ...context, when: joined(context.when, rest) };
    if (gloss && !gloss.field.isList) context = { ...context, when: joined(context.when, [conditionOf(gloss)]) };
    if (gloss?.field.isList) context = { ...context, subject: { fields: [], values: gloss } };
    if (before) {
      const said = markedOf(before.text, sightOf(before, this.#sight.vocabulary));
      const cases = this.#casesBefore(before);
      const kinds = [...new Set((statementsOf(before, this.#sight) ?? []).map(({ kind }) => kind))];
      const [kind] = kinds.filter((one): one is Window => /^(?:max-lookback|max-range|min-range)$/.test(one));
      const role = kinds.length === 1 && kind ? kind : this.#windowIn(said.text);
      const unit = [...said.text.matchAll(/<D(\d+)>/g)].map((each) => said.mentions[Number(each[1])]).find((one) => one?.kind === "D");
      // "It must not be requested …": of the values, or the fields, that the sentence before names.
      if (context.subject === null && /^\s*(?:it|they|these|those|both|this one|either|neither(?: of them)?)\b/.test(this.#marked.text)) {
        const part = this.#partOf(said.text, said);
        const ofSelf = part.cases.find(({ role: how, group }) => group !== null && (how === "bare" || group.field === this.#sight.self));
        const values = part.values[0]?.group ?? (ofSelf?.group && ofSelf.group.field === this.#sight.self ? ofSelf.group : null);
        const plural = /^\s*(?:they|these|those|both|neither of them)/.test(this.#marked.text);
        const { self } = this.#sight;
        const fields = plural ? [...part.fields.map(({ field }) => field), ...(/\blike\b/.test(said.text) && self ? [self] : [])] : [];
        if (values || fields.length > 0) context = { ...context, subject: { fields: values ? [] : fields, values } };
      }
      context = {
        ...context,
        pointed: cases.map((one) => (one.isLeft && one.group && there.test(this.#marked.text) ? conditionOf(one.group) : one.condition)),
        window: context.window ?? (/<[DN]\d+>|\?/.test(said.text) ? role : null),
        unit: context.unit ?? (unit?.kind === "D" ? unit.unit : null),
      };
    }
    return context;
  }

  /** "All other granularities: …" of a list: what the items before leave. */
  #othersBeside(): readonly Condition[] | null {
    let first: Sentence = this.#sentence;
    while (first.before) first = first.before;
    const opening = markedOf(first.text, sightOf(first, this.#sight.vocabulary)).text;
    const isOpen =
      /^\s*(?:for |with |at |in )?(?:(?:all|any|every|the) )?(?:other|remaining)\b|^\s*(?:otherwise|others|everything else|in all other)\b|\b(?:not|n't|never)\b.*\b(?:for|with|at) (?:(?:all|any) )?(?:other|the other|others)\b/.test(
        opening,
      );
    if (!isOpen) return null;
    const conditions: Condition[] = [];
    for (let item = first.beside ?? first.above?.beside ?? null, depth = 0; item && depth < 12; item = item.beside ?? null, depth += 1) {
      const said = markedOf(item.text, sightOf(item, this.#sight.vocabulary));
      conditions.push(
        ...this.#casesIn(said.text, said)
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
    const said = markedOf(before.text, sightOf(before, this.#sight.vocabulary));
    const cases = this.#casesIn(said.text, said).filter(({ group }) => group === null || !group.field.isList);
    return cases.length > 0 || !before.before || depth > 2 ? cases : this.#casesBefore(before.before, depth + 1);
  }

  /** What a heading or a lead-in gives to what stands below. */
  #headOf(head: Sentence): Context {
    const outer: Context = head.above ? this.#headOf(head.above) : nowhere;
    const said = markedOf(head.text, sightOf(head, this.#sight.vocabulary));
    const isLead = /:\s*$/.test(said.text);
    const isTitle = said.text.split(" ").length < 9 && !/[.!?]\s*$/.test(said.text);
    if (!isLead && !isTitle) return outer;
    const cases = this.#casesIn(said.text, said);
    const scalar = cases.filter(({ group }) => group === null || !group.field.isList);
    return {
      ...outer,
      when: joined(
        outer.when,
        scalar.map(({ condition }) => condition),
      ),
      window: this.#windowIn(said.text) ?? outer.window,
      lead: isLead ? this.#partOf(said.text, said) : null,
    };
  }

  #glossBefore(): Group | null {
    for (let { before } = this.#sentence; before; { before } = before) {
      const said = markedOf(before.text, sightOf(before, this.#sight.vocabulary));
      const found = /^\s*<C(\d+)>(?: (?:reports?|data))?\s*(?::|-)\s/.exec(said.text);
      const mention = found ? said.mentions[Number(found[1])] : undefined;
      if (mention?.kind === "C" && !mention.group.isNegated) return mention.group;
    }
    return null;
  }

  #group(at: number, { mentions }: Marked = this.#marked): Group | null {
    const mention = mentions[at];
    return mention?.kind === "C" ? mention.group : null;
  }

  // ---- cases

  #casesIn(text: string, marked: Marked = this.#marked): readonly Case[] {
    const cases: Case[] = [];
    for (const found of text.matchAll(/<C(\d+)>/g)) {
      const group = this.#group(Number(found[1]), marked);
      if (!group) continue;
      const before = text.slice(0, found.index);
      const isLeft: boolean = excepting.test(before);
      const condition = conditionOf(isLeft ? { ...group, isNegated: !group.isNegated } : group);
      const clause = before.slice(Math.max(...[",", ";", "."].map((mark) => before.lastIndexOf(mark))) + 1);
      const isWith =
        /\b(?:combined|paired|used|sent|come|go|goes|comes|accompanied|given|supplied) (?:together )?(?:with|by)\b[^<]*$/.test(before) &&
        not.test(clause);
      const isNeeded = group.isDemanded || (needing.test(before) && !isWith && !isLeft);
      const role = isNeeded ? "needed" : isLeft || casing.test(before) || group.isNoun ? "case" : "bare";
      cases.push({ condition, at: found.index, role, group, isLeft });
    }
    const put =
      "(?:set|given|present|sent|used|provided|specified|supplied|passed|included|there|defined|overridden|filled|populated|requested|in the (?:query|request|body)|part of the (?:query|request|body)|contained|chosen|named)";
    const present = new RegExp(
      `\\b(?:if|when|whenever|once|as soon as|where|in case|provided(?: that)?|as long as|unless)(?: (?:the|a|you|request|query|body|it|also|field|parameter|an?))*(?: (?:set|supply|send|give|use|provide|specify|include|pass|filter by|contains?|includes?|has|sets?|sends?|holds|carries|overrides?))? <F(\\d+)>(?: (?:field|parameter|filter))?(?: (?:is|are|was|has been|have been))?( not| n't)?(?: (?:being|already|also))*(?: ${put})?( absent| omitted| missing| left out| empty)?`,
      "g",
    );
    for (const found of text.matchAll(present)) {
      const mention = marked.mentions[Number(found[1])];
      const isAsked =
        new RegExp(`<F\\d+>.* ${put}$|<F\\d+>$|absent$|omitted$|missing$|left out$|empty$`).test(found[0]) &&
        /(?:set|supply|send|give|use|provide|specify|include|pass|filter by|contains?|includes?|has|sets?|sends?|holds|carries|overrides?) <F|<F\d+>.* \w/.test(
          found[0],
        );
      if (mention?.kind !== "F" || !isAsked) continue;
      const isAbsent = (Boolean(found[2]) !== Boolean(found[3])) !== /^unless/.test(found[0]);
      cases.push({ condition: { field: mention.field.name, present: !isAbsent }, at: found.index, role: "case", group: null });
    }
    for (const found of text.matchAll(
      /^\s*(?:if |when )?(?:sending|using|passing|setting|supplying|providing|overriding|specifying|filtering by) (?:the |a |an )?<F(\d+)>(?=\?|,)/g,
    )) {
      const mention = marked.mentions[Number(found[1])];
      if (mention?.kind === "F")
        cases.push({ condition: { field: mention.field.name, present: true }, at: found.index, role: "case", group: null });
    }
    const { self } = this.#sight;
    if (self && marked === this.#marked) {
      const own = new RegExp(
        `\\b(?:if|when|whenever|once|as soon as) (?:you )?(?:supply|set|use|send|give|provide|specify|include|pass) (?:it|this(?: (?:field|parameter|filter|property|list))?|them)\\b|\\b(?:if|when|whenever|once|as soon as) (?:it|this(?: (?:field|parameter|filter|property|list|one))?|they) (?:is|are|has been) ${put}|\\b(?:its|their) presence\\b|\\bwhen ${put}\\b(?! to\\b| <|,? =)|\\b(in (?:its|their) absence)\\b`,
        "g",
      );
      for (const found of text.matchAll(own))
        cases.push({ condition: { field: self.name, present: found[1] === undefined }, at: found.index, role: "case", group: null });
    }
    return cases.sort((one, other) => one.at - other.at);
  }

  #partOf(text: string, marked: Marked = this.#marked): Part {
    const all = this.#casesIn(text, marked);
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

  // ---- windows

  #windowIn(text: string): Window | null {
    const isStrong =
      /\b(?:ago|back(?:wards?)?|older|oldest|old|histor\w+|retention|retain\w*|kept|keeps?|look-?back|earliest|furthest|farthest|purged|aged?|trailing|in(?:to)? the past|(?:before|prior to|from|preceding|than|of|behind|to|reaching) (?:today|now|the (?:current|present)\b|the date of the request)|(?:the |most )?(?:past|last|previous|preceding|recent) <D|today\b.{0,12}<D|start(?:s|ing)? (?:no|not) (?:earlier|before))/.test(
        text,
      );
    const isLong =
      /\b(?:ranges?|spans?|spanning|windows?|periods?|intervals?|apart|between|distance|difference|lengths?|durations?|longest|long|longer|shorter|shortest|wider|wide|stretch\w*|covers?|covering|compris\w*|per (?:report|request|call|query)|in one (?:go|call|request|report)|in a single \w+|at (?:once|a time)|days of data|slices?|lasts?|further from|time ?frames?|one request)\b|(?:after|past|following|from|of|than|plus|follow|with) (?:the |its )?<F\d+>(?! (?:is|are|must))|\blater\b/.test(
        text,
      );
    const isMin =
      /\b(?:at (?:the )?least|min(?:imum|imal|imally)?\b|or more|or longer|no (?:less|fewer|shorter)|not (?:be )?(?:less|fewer|shorter)|shortest|smallest|below|fewer|less than|shorter)\b/.test(
        text,
      );
    const isMax = /\b(?:at (?:the )?most|max\w*|up to|no (?:more|longer)|longest|or (?:less|fewer|shorter)|exceed\w*|longer)\b/.test(text);
    if (isStrong && !/\b(?:apart|between|distance)\b/.test(text)) return "max-lookback";
    if (isLong) return isMin && !isMax ? "min-range" : "max-range";
    return isStrong ? "max-lookback" : null;
  }

  /** How far back, and how long, each amount in its case. */
  #windows(): readonly Draft[] | null {
    const text = this.#text.replaceAll(/<D\d+>([^<,;(]*)\((?:i\. ?e\. ?,? ?|that is,? )?(<D\d+>)\)/g, "$2$1");
    const { fields } = this.#sight.vocabulary;
    const [start, end] = [fields.get("start_date"), fields.get("end_date")];
    const { self } = this.#sight;
    if (!/<[DN]\d+>/.test(text) || !start || !end) return null;
    if (!/<D\d+>/.test(text) && this.#context.unit === null) return null;
    if (
      /\b(?:respectively|after today|future|updated|refresh\w*|restat\w*|delay\w*|ready|deleted|archived|links?|urls?|tokens?|minutes?|expires?)\b|<[ND]\d+> (?:characters|items|rows|ids|megabytes|mb|gb|values|pins|ads)\b|\b(?:may|can) be (?:shorter|less|fewer)\b|\bmay the \w+ be (?:shorter|less)\b|\b(?:zzz)\b|attribution window|<N400>/.test(
        text,
      )
    )
      return null;
    // A field that is a number of days of its own has bounds of its own.
    const isCounted = self !== null && (/^(?:integer|number)$/.test(String(self.facts.type)) || typeof self.values[0] === "number");
    if (self && self !== start && self !== end && (isCounted || (self.isList && !/<C\d+>/.test(this.#marked.text)))) return null;
    // "SKU group: 31 days": a case that is not known.
    if (
      /^\s*(?!max|min|limit|range|look|history|start|end|length|period|retention|span|window|note|time|data|report|restrict|date)[a-z][a-z ]*:\s*(?:max \w* ?)?<D/.test(
        text,
      ) ||
      /\b(?!the|all|any|these|other)[a-z]+ (?:breakdowns?|splits?) (?:are|is)\b/.test(text)
    )
      return null;
    const pair = /\bbetween <[DN]\d+> and (?:at most )?<D\d+>/.exec(text);
    if (pair)
      return this.#between(
        pair[0],
        [...pair[0].matchAll(/<(D|N)(\d+)>/g)],
        this.#casesIn(text).map(({ condition }) => condition),
      );
    const chunks = text
      .split(/(?<=[,;:)|]|\. )|(?=[(|])|(?=\band\b|\bbut\b|\bwhereas\b|\bwhile\b|\bor\b (?:<D|for|if|when)|\bunless\b|\bin which case\b)/)
      .filter((chunk) => /\w/.test(chunk));
    const drafts: Draft[] = [];
    let leading: readonly Condition[] | null = null;
    let role: Window | null = this.#context.window;
    let said: readonly Condition[] = this.#context.pointed;
    let unit = this.#context.unit;
    const pending: number[] = [];
    const origins: number[] = [];
    let left = false;
    for (const [index, chunk] of chunks.entries()) {
      const isOthers = others.test(chunk) && !this.#context.when.some((one) => "isNot" in one);
      const own = this.#casesIn(chunk)
        .filter(
          ({ group, at }) =>
            !group?.field.isList ||
            /\b(?:if|when|whenever|for|with)\b[^,;]*$/.test(chunk.slice(0, at)) ||
            (!/\w/.test(chunk.slice(0, at)) && chunk.includes("<D")),
        )
        .filter(({ role: how, group }) => how !== "needed" || group?.field.name === "granularity" || group?.field.name === "level")
        .map(({ condition }) => condition);
      const isTurned = left && own.length === 0 && /^\s*(?:in which case|then\b|where\b|it is|it's)/.test(chunk);
      const isNot = own.length === 0 && /\bif (?:you do )?not\b/.test(chunk);
      const when: readonly Condition[] | null =
        isTurned || isNot ? said.map(opposite) : isOthers ? (said.length === 1 ? said.map(opposite) : null) : own.length > 0 ? own : null;
      if (isOthers && when === null) return null;
      const amounts = [...chunk.matchAll(amountMark)];
      const isAmount = amounts.some(([, kind]) => kind === "D" || unit !== null);
      const valueAt = (found: RegExpExecArray | undefined): number => Number(found?.[2] ?? found?.[4]);
      if (!isAmount) {
        if (when) {
          // A case after the amounts is theirs, where they have none.
          left = this.#casesIn(chunk).some(({ isLeft }) => isLeft);
          if (pending.length > 0 && leading === null && !/;/.test(chunks[index - 1] ?? ""))
            for (const at of pending.splice(0)) drafts[at] = { ...(drafts[at] as Draft), when: joined(this.#context.when, when) };
          else leading = leading && index > 0 && drafts.length === 0 ? joined(leading, when) : when;
          said = when;
        }
        const heard = this.#windowIn(chunk);
        if (heard) role = heard;
        continue;
      }
      if (amounts.length > 1) {
        if (/\b(?:to|and|between)\b/.test(chunk) && amounts.length === 2) return this.#between(chunk, amounts, leading ?? when ?? []);
        return null;
      }
      const mention = this.#marked.mentions[valueAt(amounts[0])];
      if (mention?.kind !== "D" && mention?.kind !== "N") continue;
      const amount = mention.kind === "D" ? spanOf(mention.amount, mention.unit) : unit === null ? null : spanOf(mention.amount, unit);
      if (amount === null) return null;
      if (mention.kind === "D") unit = mention.unit;
      const heard = this.#windowIn(chunk);
      const isMin =
        /\b(?:at (?:the )?least|min(?:imum|imal|imally)?\b|or more|or longer|no (?:less|fewer|shorter)|not (?:be )?(?:less|fewer|shorter)|shortest|smallest)\b/.test(
          chunk,
        ) ||
        (/\b(?:fewer|less|shorter|below|under)\b/.test(chunk) && not.test(text) && !/or (?:less|shorter|fewer)/.test(chunk));
      let kind: Window | null = heard ?? role ?? (self === start ? "max-lookback" : self === end ? "max-range" : null);
      if (kind === null) kind = this.#windowIn(text);
      if (kind === null && /\b(?:max\w*|min\w*|at most|at least|fewer|shorter|no more|no longer|longer|up to)\b/.test(chunk))
        kind = "max-range";
      if (kind === null) return null;
      const isMax =
        /\b(?:at (?:the )?most|max\w*|up to|no (?:more|longer)|longest|or (?:less|fewer|shorter)|exceed\w*|longer than|tops|or below)\b/.test(
          chunk,
        );
      if (kind !== "max-lookback")
        kind = (isMin && !isMax) || (heard === null && role === "min-range" && !isMax) ? "min-range" : "max-range";
      role = kind;
      if (!isBound(text, this.#sentence)) return null;
      const conditions = when ?? leading ?? [];
      const named = [...chunk.matchAll(/<F(\d+)>/g)]
        .map((each) => this.#marked.mentions[Number(each[1])])
        .flatMap((one) => (one?.kind === "F" ? [one.field] : []));
      if (named.some((field) => field !== start && field !== end)) return null;
      if (/\bboth\b.*\b(?:look-?back|age|how far)\b.*\band\b.*\b(?:range|distance|span|period|length)\b/.test(text)) {
        const conditioned = joined(this.#inherited([]), []);
        return [
          { kind: "max-lookback", when: conditioned, params: { field: "start_date", ...amount } },
          { kind: "max-range", when: conditioned, params: { start: "start_date", end: "end_date", ...amount } },
        ];
      }
      const all = joined(this.#inherited(conditions), conditions);
      drafts.push(
        kind === "max-lookback"
          ? { kind, when: all, params: { field: named.length === 1 && named[0] === end ? "end_date" : "start_date", ...amount } }
          : { kind, when: all, params: { start: "start_date", end: "end_date", ...amount } },
      );
      if (when) said = when;
      // "(8 days ago and 3 days of data if hourly)": the case holds for all within the brackets, and what stands before them is for the rest.
      if (when && when.length === 1 && chunks.slice(0, index + 1).some((each) => /\(/.test(each)) && /\)/.test(chunk) && leading === null) {
        const opened = chunks.findLastIndex((each, at) => at <= index && /\(/.test(each));
        for (const at of pending.splice(0)) {
          const isInside = (origins[at] ?? 0) >= opened;
          drafts[at] = { ...(drafts[at] as Draft), when: joined(this.#context.when, isInside ? when : when.map(opposite)) };
        }
      }
      origins[drafts.length - 1] = index;
      if (!when && leading === null) pending.push(drafts.length - 1);
      // "If granularity is HOUR, …": the case holds on; a case in the middle does not.
      if (when && index === 0 && /^\s*(?:if|when|for|with|at|in|unless|except|<C)/.test(chunk) && !/;/.test(chunk)) leading = when;
      if (/;\s*$|\.\s*$/.test(chunk)) leading = null;
    }
    return drafts.length > 0 ? drafts : null;
  }

  /** "From 1 week to 1 year": at least and at most. */
  #between(chunk: string, amounts: readonly RegExpExecArray[], when: readonly Condition[]): readonly Draft[] | null {
    if (!/\bbetween\b|<[DN]\d+> to (?:a maximum of )?<D/.test(chunk)) return null;
    const [one, other] = amounts.map((each) => this.#marked.mentions[Number(each[2] ?? each[4])]);
    if (other?.kind !== "D" || (one?.kind !== "D" && one?.kind !== "N")) return null;
    const [least, most] = [spanOf(one.amount, one.kind === "D" ? one.unit : other.unit), spanOf(other.amount, other.unit)];
    if (!least || !most) return null;
    const all = joined(this.#inherited(when), when);
    const range = { start: "start_date", end: "end_date" };
    return [
      { kind: "min-range", when: all, params: { ...range, ...least } },
      { kind: "max-range", when: all, params: { ...range, ...most } },
    ];
  }

  /** The conditions from around: those of the sentence before only where this one points to them. */
  #inherited(own: readonly Condition[]): readonly Condition[] {
    const { when, pointed } = this.#context;
    const isPointing =
      /^\s*(?:in (?:that|this|such a|which|these|those) cases?|then\b|there\b|here,|those\b|these\b|they\b|it\b|this one|if (?:so|you do)|once (?:set|you)|with (?:it|them|this|that)\b|for (?:it|them|these|those)|such\b|at (?:this|that) |for (?:this|that|these|those|such) |when (?:this|it) is |the (?:first|second|third|start|range|limit|maximum)\b|start:|length:|if (?:you )?do\b)|\b(?:in (?:that|this|such a|which) case|return an error for this|for this level|for it\b|for them\b|at this level|the latter|the former)\b/.test(
        this.#marked.text,
      );
    const isWindow = /<D\d+>/.test(this.#text);
    const { after } = this.#sentence;
    if (
      own.length === 0 &&
      after &&
      /^\W*(?:exceptions?|except|unless|the exception|(?:this|the|that)(?: \w+)? (?:does not|doesn't|do not) (?:apply|hold)|not for)\b/i.test(
        after.text,
      )
    ) {
      const said = markedOf(after.text, sightOf(after, this.#sight.vocabulary));
      const cases = this.#casesIn(said.text, said);
      const [one, ...more] = cases;
      if (one?.group && more.length === 0) return joined(when, [opposite(conditionOf(one.group))]);
    }
    if (own.length === 0 && others.test(this.#marked.text) && !when.some((one) => "isNot" in one) && !/<D\d+>/.test(this.#text))
      return pointed.length === 1 ? joined(when, pointed.map(opposite)) : [];
    const from = own.length === 0 && this.#gloss === null && pointed.length > 0 && (isPointing || isWindow) ? pointed : [];
    return joined(from, when).filter(({ field }) => !own.some((one) => one.field === field));
  }

  // ---- dates of the calendar

  #earliest(): readonly Draft[] | null {
    const spoken = this.#text
      .split(";")
      .filter((part) => !/<D\d+>/.test(part))
      .join(";");
    const dates = [...spoken.matchAll(/<T(\d+)>/g)];
    if (dates.length === 0) return null;
    const drafts: Draft[] = [];
    const chunks = dates.length === 1 ? [spoken] : spoken.split(/(?<=[,;])|(?=\bwhile\b|\band\b|\bbut\b)/);
    for (const chunk of chunks) {
      const found = /<T(\d+)>/.exec(chunk);
      const mention = found ? this.#marked.mentions[Number(found[1])] : undefined;
      if (mention?.kind !== "T") continue;
      const near = chunk;
      const isNot = not.test(near);
      const isAfter = /\b(?:after|later than|more recent than|past|greater than|following|newer than)\s+(?:the )?<T|> ?<T|\bafter <T/.test(
        near,
      );
      const isSince =
        /\b(?:on or after|or (?:later|after|newer)|no earlier than|onwards?|since|starting (?:on|from|with)|from(?: the)? <T|begins? (?:on|with)|starts? (?:on|with)|earliest\b|first (?:possible|available|supported|valid)|no sooner than|goes back to|as of|available from)\b|>= ?<T|and later\b|>=/.test(
          near,
        );
      const isBefore = /\b(?:before|prior to|earlier than|older than|preced\w+|up to and including|up to|< ?<T|predat\w+)\b|< ?<T/.test(
        near,
      );
      const includes = /\b(?:on or before|before or on|up to and including|or earlier)\b/.test(near);
      const isBinding =
        /\b(?:must|has to|have to|needs?|only|may|can|cannot|not|no|never|allow\w*|require\w*|earliest|error|reject\w*|refus\w*|invalid|fail\w*|supported|support|accept\w*|possible|available|permitted|should)\b|n't|[<>]/.test(
          near,
        ) || /^\s*(?:not before|on or after|earliest)/.test(near);
      if (!isBinding || /\b(?:deprecat\w+|as of <T|until <T|e\. ?g|such as|example|like <T|, 20\d\d|was (?:added|launched))\b/.test(near))
        return null;
      let after: string | null = null;
      if (isSince && !(isBefore && !isNot)) after = dayBefore(mention.date);
      else if (isBefore && isNot) after = includes ? mention.date : dayBefore(mention.date);
      else if (isAfter && !isNot) after = mention.date;
      if (after === null) return null;
      const cases = this.#casesIn(chunk.length < this.#text.length ? chunk : this.#text)
        .filter(({ role, group }) => role !== "needed" || group?.field.name !== "start_date")
        .map(({ condition }) => condition);
      const named = [...near.matchAll(/<F(\d+)>/g)]
        .map((each) => this.#marked.mentions[Number(each[1])])
        .flatMap((one) => (one?.kind === "F" ? [one.field] : []));
      const dated = named.filter(({ name }) => /_date$/.test(name));
      if (named.length > dated.length || dated.length > 1) return null;
      const { self } = this.#sight;
      const field = dated[0]?.name ?? (self && /_date$/.test(self.name) ? self.name : "start_date");
      if (!this.#sight.vocabulary.fields.has(field)) return null;
      drafts.push({ kind: "min-date", when: joined(this.#inherited(cases), cases), params: { field, after } });
    }
    return drafts.length > 0 ? drafts : null;
  }

  /** YYYY-MM-DD. */
  #format(): readonly Draft[] | null {
    const { self, vocabulary } = this.#sight;
    const text = this.#marked.text;
    if (!/y{4} ?-? ?m{2} ?-? ?d{2}|\byear-month-day\b/.test(text) || /\b(?:header|column|rows?|returned|response|file name)\b/.test(text))
      return null;
    const named = [...text.matchAll(/<F(\d+)>/g)]
      .map((each) => this.#marked.mentions[Number(each[1])])
      .flatMap((one) => (one?.kind === "F" ? [one.field] : []));
    const dates = [...vocabulary.fields.values()].filter(({ name, isList }) => /^(?:start|end)_date$/.test(name) && !isList);
    const subjects = named.length > 0 ? named : self ? [self] : /\bdates?\b/.test(text) ? dates : [];
    if (subjects.length === 0 || !subjects.every((field) => dates.includes(field))) return null;
    return subjects
      .filter(({ facts }) => facts.format !== "date")
      .map(({ name }) => ({ kind: "date-format", when: [], params: { field: name } }));
  }

  // ---- fields and values

  /** Statement by statement, without what only tells the consequence. */
  #parts(): readonly (readonly Draft[] | null)[] {
    const text = this.#text.replaceAll(consequence, " ");
    const whole = this.#one(text);
    if (whole) return [whole];
    const parts = text
      .split(/<[DT]\d+>/.test(text) ? /[,;]|\. (?=\w|<)/ : /;|\. (?=\w|<)| - |, (?:but|while|whereas|and)\b|\bwhereas\b|(?<=\?)/)
      .filter((part) => /<[FCM]\d+>/.test(part));
    return parts.length > 1 ? parts.map((part) => this.#one(part)) : [];
  }

  /** "Choose A or B. Both in one request fail.": the fields of the sentence before. */
  #ofBefore(text: string): readonly Draft[] | null {
    const { before } = this.#sentence;
    if (!before || /<[FCDT]\d+>/.test(text)) return null;
    const said = markedOf(before.text, sightOf(before, this.#sight.vocabulary));
    const part = this.#partOf(said.text, said);
    const named = [...new Set(part.fields.map(({ field }) => field.name))];
    const [one, other] = named;
    const isEither =
      /\b(?:the two|both)\b.*\b(?:exclude|reject\w*|refus\w*|error|not|invalid|fails?)\b|\bone of (?:them|these|the two)\b.*\bat most\b|\bat most one\b|\bonly one of (?:them|these|the two)\b|\bnot both\b|\bnever both\b|\bexclude (?:each other|one another)\b/.test(
        text,
      );
    if (isEither && named.length === 2 && one && other)
      return [{ kind: "forbidden-when", when: [{ field: other, present: true }], params: { field: one } }];
    const isAny =
      /\b(?:one of (?:these|them|those|the two)(?: \w+)? (?:is|must)|at least one(?: of them)? (?:is|must)|(?:uses|has|with|contains|names) neither|without either|neither\b.*\b(?:invalid|error|rejected|refused))\b/.test(
        text,
      );
    if (!isAny || named.length < 2 || !/\bor\b/.test(said.text)) return null;
    return this.#groupsOf(said.text, said).length > 1
      ? [{ kind: "at-least-one-of", when: this.#context.when, params: { groups: this.#groupsOf(said.text, said) } }]
      : null;
  }

  /** "A, or B together with C": the groups of fields that a list names. */
  #groupsOf(text: string, { mentions }: Marked = this.#marked): readonly (readonly string[])[] {
    const flat =
      /\b(?:omitting both|without both|neither)\b/.test(text) ||
      !/\bor\b|\bunless\b|\brequired\b/.test(text.replaceAll("one or more", "any"))
        ? text
        : text
            .replaceAll("one or more", "any")
            .replaceAll(
              /\bboth (<F\d+>) and (<F\d+>)|(<F\d+>)(?:,? (?:together with|along with|plus|combined with|in combination with|and)) (?:the )?(<F\d+>)/g,
              (_, a, b, c, d) => `${a ?? c}+${b ?? d}`,
            );
    return [...flat.matchAll(/(?:<F\d+>\+)?<F\d+>/g)].map(([run]) =>
      [...run.matchAll(/<F(\d+)>/g)].flatMap((each) => {
        const mention = mentions[Number(each[1])];
        return mention?.kind === "F" ? [mention.field.name] : [];
      }),
    );
  }

  #one(text: string): readonly Draft[] | null {
    const ofBefore = this.#ofBefore(text);
    if (ofBefore) return ofBefore;
    if (/<[DT]\d+>/.test(text)) return null;
    const part = this.#partOf(text);
    if (/\b(?:the (?:table|heading)|heading)\b/.test(text)) return null;
    return (
      this.#empty(part) ?? this.#choice(part) ?? this.#exclusive(part) ?? this.#together(part) ?? this.#demanded(part) ?? this.#barred(part)
    );
  }

  #whenOf(part: Part, extra: readonly Condition[] = []): readonly Condition[] {
    const own = part.cases.filter(({ role }) => role !== "needed").map(({ condition }) => condition);
    return joined(this.#inherited(own), [...own, ...extra]);
  }

  /** Values that come back empty. */
  #empty(part: Part): readonly Draft[] | null {
    const { text } = part;
    const isEmpty =
      /\b(?:no|any|without|n't have|not have|lacks?)(?: \w+){0,2} (?:data|values?|numbers|figures)\b|\b(?:empty|blank|zeros?|null|return <N\d+>|returns? 0|not (?:populated|filled|delivered|returned|reported|computed|calculated|included in (?:the )?(?:rows|response|results))|n't (?:populated|filled|delivered|returned|reported|carry)|stopped (?:returning|providing|reporting|delivering)|no longer (?:returns?|provides?|contains?|reports?|populates?|delivers?|include)|yields? no|contains? no|carr(?:y|ies) no|do not contain|leaves? out|come back|stays? empty)\b/.test(
        text,
      );
    const isConversion = /\bconversion (?:<F\d+>|metrics?|columns?|data|values?|figures?|numbers)\b|\bconversions\b/.test(text);
    if (!isEmpty || /\b(?:request|report|call|query)s? (?:is|are|will be)? ?(?:rejected|refused|fails?)\b/.test(text)) return null;
    const when = this.#whenOf(part);
    const columns = this.#sight.vocabulary.fields.get("columns") ?? this.#sight.vocabulary.fields.get("metric_types");
    const subject = part.values[0]?.group ?? this.#context.subject?.values ?? null;
    if (subject && when.length > 0) return [{ kind: "no-data-when", when, params: { field: subject.field.name, values: subject.values } }];
    if (isConversion && columns?.name === "columns" && when.length > 0)
      return [{ kind: "no-data-when", when, params: { field: columns.name, values: ["conversion metrics"] } }];
    return null;
  }

  /** Fields of a part, with the one that it belongs to where it names none. */
  #subjectsOf(part: Part): readonly Field[] {
    const named = [...new Set(part.fields.map(({ field }) => field))];
    if (named.length > 0) return named;
    if (this.#context.subject && this.#context.subject.fields.length > 0) return this.#context.subject.fields;
    const { self } = this.#sight;
    const conditioned = new Set([...part.cases.map(({ condition }) => condition.field), ...this.#context.when.map(({ field }) => field)]);
    return self && !conditioned.has(self.name) ? [self] : [];
  }

  /** At least one of several. */
  #choice(part: Part): readonly Draft[] | null {
    const { text } = part;
    const alone = /\bwithout (?:the |an? )?(<F\d+>) .*?\b(?:must|only if|has to|needs to)\b.*?(<F\d+>)(?: (?:and|plus) (<F\d+>))?/.exec(
      text,
    );
    const nameAt = (mark = ""): string => {
      const mention = this.#marked.mentions[Number(/\d+/.exec(mark)?.[0])];
      return mention?.kind === "F" ? mention.field.name : "";
    };
    if (alone && part.cases.every(({ group }) => group === null) && part.values.length === 0)
      return [
        {
          kind: "at-least-one-of",
          when: this.#context.when,
          params: { groups: [[nameAt(alone[1])], alone.slice(2).filter(Boolean).map(nameAt)] },
        },
      ];
    const isImperative =
      /^\s*(?:please )?(?:provide|send|specify|supply|identify|include|select)\b[^.]*<F\d+>(?: \w+ <F\d+>)?,? or (?:with |by |both )*<F/.test(
        text,
      ) && part.cases.length === 0;
    const isTold =
      isImperative ||
      /\b(?:must|has to|needs to) (?:carry|contain|have|include|name|specify|provide|give|set|send)\b.*<F\d+>,? or (?:by )?(?:both )?<F|\b(?:at least one|one or more|one is enough|one of (?:these|them|the \w+|those)? ?(?:\w+ )?(?:is|are|must)|either\b.*\bor\b|neither\b.*\bnor\b|or both|or the two|or a combination|omitting both|without\b.*\b(?:and|or|nor) (?:without )?<F|required (?:if|when|unless|in)|unless\b)/.test(
        text,
      );
    const listed = this.#groupsOf(text);
    const isMust =
      isImperative ||
      /\b(?:must|required?|requires|needs?|needed|has to|have to|mandatory|necessary|obligatory|compulsory|invalid|reject\w*|refus\w*|fails?|error|not allowed|at least|enough|provide|send)\b/.test(
        text,
      );
    const { self } = this.#sight;
    if (!isTold || !isMust || /\b(?:not both|never both|exclusive|exactly one|only one|at most one|both in)\b/.test(text)) return null;
    if (/<C\d+>/.test(text) && part.values.length > 0) return null;
    const isRequiredUnless =
      self &&
      listed.length === 1 &&
      /\b(?:required|mandatory|necessary|needed)\b.*\b(?:unless|if no|without|when no|otherwise)\b|\boptional when\b/.test(text);
    const groups = isRequiredUnless ? [[self.name], ...listed] : listed;
    if (groups.length < 2 || new Set(groups.flat()).size < groups.flat().length) return null;
    const isOfEach =
      isImperative ||
      /\b(?:must|has to|needs to) (?:carry|contain|have|include|name|specify|provide|give|set|send)\b.*<F\d+>,? or (?:by )?(?:both )?<F|\bor a combination\b|\b(?:at least one|one or more|one is enough|one of|either|neither|or both|or the two|omitting both)\b/.test(
        text,
      ) ||
      isRequiredUnless ||
      /\bwithout (?:<F\d+>|both)[^.]*\b(?:and|or|nor)\b/.test(text);
    if (!isOfEach) return null;
    const when = part.cases.filter(({ condition }) => !("present" in condition)).map(({ condition }) => condition);
    return [{ kind: "at-least-one-of", when: joined(this.#context.when, when), params: { groups } }];
  }

  /** Two fields of which one request has one. */
  #exclusive(part: Part): readonly Draft[] | null {
    const { text } = part;
    if (part.cases.some(({ group }) => group !== null) || part.values.length > 0) return null;
    const present = part.cases
      .map(({ condition }) => condition)
      .filter((one): one is { field: string; present: boolean } => "present" in one);
    const named = [...new Set([...part.fields.map(({ field }) => field.name), ...present.map(({ field }) => field)])];
    const { self } = this.#sight;
    const two = named.length === 1 && self && self.name !== named[0] ? [self.name, named[0] as string] : named;
    const [one, other, ...more] = two;
    if (one === undefined || other === undefined || more.length > 0) return null;
    const isExclusive =
      /\b(?:mutually exclusive|exclude (?:one another|each other)|not both|never (?:by |with |use |send )?both|only one of|one of .* but not|n't (?:be )?(?:used |sent |combined )?(?:both|together)|both\b.*(?:reject|refus|error|invalid|declin|400|fail|not (?:allowed|supported|accepted))|clash\w*|conflicts? with|coexist|incompatible|at most one|using the two|one or the other|not the two|in place of|cannot be (?:combined|mixed|used together|sent together)|can't be (?:combined|mixed|used together)|(?:not|never|n't) (?:be )?(?:combined?|mixed?|paired?|used (?:together|alongside)|sent (?:together|alongside)|together|alongside|accompanied))/.test(
        text,
      ) ||
      (present.length === 1 &&
        present[0]?.present === true &&
        /\b(?:must not|may not|cannot|not (?:be )?(?:allowed|accepted|supported|set|given|sent|used|provided|supported|permitted|available|valid)|absent|omitted|omit|left out|leave|rejected|refused|not possible|n't|no longer)\b/.test(
          text,
        ) &&
        !/\bwithout\b/.test(text)) ||
      /\bwhich (?:must|may|can)(?: not|not)? be (?:present|sent|given|used|set) (?:at the same time|together|as well)|not possible to (?:give|send|use|set)\b.*\b(?:already|which holds)\b/.test(
        text,
      );
    if (!isExclusive) return null;
    const [owner, barred] = present.length === 1 ? [present[0]?.field, two.find((name) => name !== present[0]?.field)] : [other, one];
    const isRequired = this.#sight.vocabulary.fields.get(String(barred))?.isRequired;
    if (isRequired || owner === undefined || barred === undefined) return null;
    return [{ kind: "forbidden-when", when: [...this.#context.when, { field: owner, present: true }], params: { field: barred } }];
  }

  /** A field that needs another beside it. */
  #together(part: Part): readonly Draft[] | null {
    const { text } = part;
    const { self, vocabulary } = this.#sight;
    const present = part.cases.filter(({ condition }) => "present" in condition);
    const named = [...new Set(part.fields.map(({ field }) => field))];
    const scalar = part.cases.filter(({ group, role }) => group !== null && role !== "needed");
    const required = (field: Field, when: readonly Condition[]): Draft => ({
      kind: "requires-present",
      when,
      params: { field: field.name },
    });
    if (part.values.length > 0 && !/\bneeds? (?:the )?<F/.test(text)) return null;
    const glossed = this.#context.subject?.values;
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
        : [{ kind: "requires-present", when: [{ field: glossed.field.name, is: glossed.values }], params: { field: named[0].name } }];
    // In a case: "with HOUR, start_hour is required".
    const isObliged =
      /<F\d+>(?: (?:field|parameter|property|list|filter|and|or|,|too|also|as well|both))*,? ?(?:(?:is|are|becomes?|become|will be|being)(?: then| also| both| always)* )?(?:required|mandatory|obligatory|compulsory|necessary|needed|must (?:also |then |both )?be (?:set|sent|given|provided|supplied|present|specified|included|passed|there|filled)|(?:has|have|needs?) to (?:also )?be (?:set|sent|given|provided|supplied|present|specified|included|passed|there|filled))/.test(
        text,
      ) ||
      /\b(?:must|has to|have to|needs? to|requires?|needs?|require you to|obliges you to|forces you to|cannot do without|can't do without|demands?|make sure to|be sure to)(?: (?:also|then|the|a|an|at least one|one or more|you|to|send|set|give|provide|supply|include|carry|name|contain|specify|pass|list|both|your|use|have|come with|be accompanied by|be sent with|filter by))* <F\d+>/.test(
        text,
      ) ||
      /\bmakes? <F\d+> (?:compulsory|mandatory|required|obligatory)/.test(text);
    if (
      scalar.length + this.#context.when.length > 0 &&
      named.length > 0 &&
      isObliged &&
      !not.test(text.replaceAll(/\b(?:cannot|can't) do without\b/g, ""))
    ) {
      const when = this.#whenOf(part);
      if (when.length === 0 || named.some(({ name }) => when.some(({ field }) => field === name))) return null;
      if (part.cases.some(({ role }) => role === "needed")) return null;
      return named.map((field) => required(field, when));
    }
    if (scalar.length > 0) return null;
    const { before } = this.#sentence;
    if (before && self && named.length === 0 && /\bwithout (?:it|them|that)\b/.test(text) && not.test(text)) {
      const said = markedOf(before.text, sightOf(before, vocabulary));
      const needed = [...new Set(this.#partOf(said.text, said).fields.map(({ field }) => field))];
      const [one, ...others] = needed;
      return one && others.length === 0 && one !== self && !one.isRequired ? [required(one, [{ field: self.name, present: true }])] : null;
    }
    const isWithout = /\bwithout (?:a |an |the |both )?<F/.test(text) && not.test(text);
    if (/\bdepends? on (?:the )?<F/.test(text) && !/\brequired\b/.test(text) && named.some((field) => field.values.length > 0)) return null;
    const isNeed =
      isObliged ||
      isWithout ||
      /\bor neither\b|\bor not at all\b/.test(text) ||
      /\b(?:requires?|needs?|depends? on|relies on|presupposes?|together with|alongside|accompanied by|come with|paired with|calls? for|goes? with|go without|only\b.*\b(?:with|if|when|alongside)|on condition that|one \w+ .*without the other)\b/.test(
        text,
      );
    if (!isNeed) return null;
    if (
      /\bor neither\b|\bonly work together|\bboth or none|one without the other|\btogether\b.*\bboth\b|\bvice versa\b|\bor not at all\b/.test(
        text,
      ) &&
      named.length === 2
    ) {
      const [one, other] = named as [Field, Field];
      return [required(other, [{ field: one.name, present: true }]), required(one, [{ field: other.name, present: true }])];
    }
    if (not.test(text) && !isWithout && !/\bonly\b|\bgo without\b|cannot do without/.test(text)) return null;
    // "You must supply it when A or B is set."
    if (
      self &&
      present.length > 0 &&
      (named.length === 0 || text.includes(" or ")) &&
      /\b(?:must|have to|has to|need to) (?:also )?(?:supply|send|set|give|provide|specify|include|pass|use) (?:it|this)\b|^\s*(?:also )?(?:required|mandatory|needed|must be (?:set|sent|given|provided|supplied|present|specified))\b/.test(
        text,
      )
    ) {
      const conditions = present
        .map(({ condition }) => condition)
        .filter((one) => "present" in one && one.present && one.field !== self.name);
      const more = / or <F/.test(text) ? named.map((field): Condition => ({ field: field.name, present: true })) : [];
      const each = [...conditions, ...more];
      return each.length > 0 && !self.isRequired ? each.map((one) => required(self, [one])) : null;
    }
    if (/\bone \w+ .*without the other\b/.test(text) && self && named.length === 1 && named[0] !== self) {
      const other = named[0] as Field;
      return [required(other, [{ field: self.name, present: true }]), required(self, [{ field: other.name, present: true }])];
    }
    // "Once A is set, B is required."
    const [condition] = present.map((each) => each.condition);
    if (condition && present.length === 1 && "present" in condition) {
      if (!condition.present && not.test(text) && !isObliged) {
        const owner = vocabulary.fields.get(condition.field);
        const subject = named[0] ?? (self && self.name !== condition.field ? self : null);
        return owner && subject && named.length < 2 && !owner.isRequired
          ? [required(owner, [{ field: subject.name, present: true }])]
          : null;
      }
      if (!condition.present) {
        const groups = [[condition.field], named.map(({ name }) => name)];
        return named.length > 0 && isObliged ? [{ kind: "at-least-one-of", when: this.#context.when, params: { groups } }] : null;
      }
      if (/\bonly\b.*\b(?:if|when|with|together)\b|\bon condition that\b|\bprovided\b|\bas long as\b/.test(text)) {
        const subject = named[0] ?? (self && self.name !== condition.field ? self : null);
        const owner = vocabulary.fields.get(condition.field);
        return subject && owner && named.length < 2 ? [required(owner, [{ field: subject.name, present: true }])] : null;
      }
      return named.length > 0 && isObliged ? named.map((field) => required(field, [condition])) : null;
    }
    const [first, second, ...more] = named;
    if (first && second && more.length === 0) {
      const isPassive = /<F\d+>(?: \w+)? (?:is|are|becomes?) (?:required|mandatory|needed|necessary|compulsory)\b/.test(
        text.slice(part.fields[0]?.at ?? 0, part.fields.at(-1)?.at),
      );
      const [owner, need] = isPassive ? [second, first] : [first, second];
      return need.isRequired ? null : [required(need, [{ field: owner.name, present: true }])];
    }
    if (first && !second && self && first !== self && !self.isRequired) {
      // "Its presence makes B compulsory", "requires B": of the field that the text belongs to.
      const isOther = /^\s*<F\d+> (?:requires|needs|depends on|presupposes)\b/.test(text);
      const [owner, need] = isOther ? [first, self] : [self, first];
      return need.isRequired ? null : [required(need, [{ field: owner.name, present: true }])];
    }
    if (named.length === 2 && self && named.every((field) => field !== self) && isObliged)
      return named.map((field) => required(field, [{ field: self.name, present: true }]));
    return null;
  }

  /** "Requires level to be KEYWORD", "in this case it must be 30". */
  #demanded(part: Part): readonly Draft[] | null {
    const { text } = part;
    const demands = part.cases.filter(({ role, group }) => role === "needed" && group !== null);
    const [demand, ...more] = demands;
    const { self } = this.#sight;
    const isSole = /<C\d+>(?: is| are)?(?: the)? only (?:value|option|choice|one)/.test(text);
    if (isSole) {
      const [sole, ..._cases] = part.cases;
      const bound = part.values[0]?.group ?? (sole?.role === "bare" ? sole.group : null);
      const when = part.cases.filter((one) => one.group !== bound).map(({ condition }) => condition);
      if (!bound || when.length === 0) return null;
      return this.#complement(bound, joined(this.#context.when, when));
    }
    if (!demand || more.length > 0 || demand.group === null) return null;
    const demanded = demand.group;
    const cases = part.cases.filter((one) => one !== demand).map(({ condition }) => condition);
    const isNot =
      not.test(text.replaceAll(/\b(?:other than|not one of)\b|[;,] (?:and )?no other \w+ (?:works?|is \w+)/g, "")) &&
      !demanded.isNegated &&
      !/\bonly\b/.test(text);
    const value = part.values[0]?.group ?? (part.fields.length === 0 ? this.#context.subject?.values : null);
    const needs = demand.condition;
    if (value && value.field !== demanded.field)
      return isNot ? null : this.#forbidden(value.field, value.values, joined(this.#inherited(cases), [...cases, opposite(needs)]));
    const named = [...new Set(part.fields.map(({ field }) => field))].filter((field) => field !== demanded.field);
    const present = cases.filter((one) => "present" in one);
    if (named.length === 1 && named[0] && cases.length === 0 && !isNot)
      return named[0].isRequired ? null : [{ kind: "requires-value", when: [], params: { field: named[0].name, requires: needs } }];
    if (present.length === 1 && cases.length === 1 && !isNot)
      return [{ kind: "requires-value", when: [], params: { field: present[0]?.field, requires: needs } }];
    if (named.length > 0) return null;
    if (self && self !== demanded.field && cases.length === 0 && this.#context.when.length === 0 && !isNot)
      return self.isRequired ? null : [{ kind: "requires-value", when: [], params: { field: self.name, requires: needs } }];
    const all = joined(this.#inherited(cases), cases);
    if (all.length === 0 || all.some(({ field }) => field === demanded.field.name)) return null;
    const [sole] = all;
    if (all.length === 1 && sole && "present" in sole && sole.present && !isNot)
      return [{ kind: "requires-value", when: [], params: { field: sole.field, requires: needs } }];
    if (demanded.isNegated || isNot) return this.#forbidden(demanded.field, demanded.values, all);
    return this.#complement(demanded, all);
  }

  #complement({ field, values }: Pick<Group, "field" | "values">, when: readonly Condition[]): readonly Draft[] | null {
    const rest = field.values.filter((value) => !values.includes(value));
    return rest.length > 0 ? this.#forbidden(field, rest, when) : null;
  }

  #forbidden(field: Field, values: readonly (string | number | boolean)[], when: readonly Condition[]): readonly Draft[] | null {
    return when.length > 0 ? [{ kind: "forbidden-values-when", when, params: { field: field.name, values } }] : null;
  }

  /** Fields and values that a case bars, or that it alone allows. */
  #barred(part: Part): readonly Draft[] | null {
    const { text } = part;
    if (/\b(?:mandatory|required)\b/.test(text) && not.test(text) && part.cases.length > 1) return null;
    if (!not.test(text) && /\b(?:every|all|any) (?:values?|levels?|granularit|<F|others?)/.test(text)) return null;
    if (/\b(?:optional|no effect|ignored|not required|not necessary|need not|defaults?)\b/.test(text)) return null;
    const inherited = this.#inherited(part.cases.map(({ condition }) => condition));
    const { lead } = this.#context;
    const [value, ...moreValues] = part.values.map(({ group }) => group);
    let subjects: readonly Field[] = [...new Set(part.fields.map(({ field }) => field))];
    let cases = part.cases.filter(({ role }) => role !== "needed");
    let values: Pick<Group, "field" | "values"> | null = value ?? null;
    if (moreValues.length > 0) {
      if (!moreValues.every(({ field }) => field === value?.field)) return null;
      values = value ? { field: value.field, values: [...new Set([value, ...moreValues].flatMap((each) => each.values))] } : null;
    }
    // Items below "the following are not available for KEYWORD:".
    const isItem = lead !== null && !not.test(text) && !only.test(text) && !fine.test(text) && (subjects.length > 0 || values !== null);
    const said = isItem ? `${lead.text} ` : text;
    if (isItem) cases = [...lead.cases.filter(({ role }) => role !== "needed"), ...cases];
    // Of two values of single fields, the one without a preposition is the subject.
    const bare = cases.filter(({ role, group }) => role === "bare" && group !== null);
    if (!values && subjects.length === 0 && bare.length > 0 && cases.length - bare.length + inherited.length > 0) {
      const [subject] = bare;
      if (bare.length === 1 && subject?.group && !inherited.some(({ field }) => field === subject.group?.field.name)) {
        values = subject.group;
        cases = cases.filter((one) => one !== subject);
      }
    } else if (!values && subjects.length === 0 && bare.length === 2) {
      const [first, second] = bare;
      if (first?.group && second?.group && first.group.field !== second.group.field) {
        values = second.group;
        cases = cases.filter((one) => one !== second);
      }
    }
    if (!values && subjects.length === 0 && cases.length > 1) {
      const ofSelf = cases.filter(({ group }) => group !== null && group.field === this.#sight.self);
      const [one] = ofSelf;
      if (
        one?.group &&
        ofSelf.length === 1 &&
        cases.some(({ group }) => group?.field !== this.#sight.self) &&
        !/\b(?:if|when|whenever)\b[^,;<]*$/.test(text.slice(0, one.at))
      ) {
        values = one.group;
        cases = cases.filter((each) => each !== one);
      }
    }
    if (!values) values = subjects.length === 0 ? (this.#context.subject?.values ?? null) : null;
    const own = cases.map(({ condition }) => condition);
    if (subjects.length === 0 && !values) subjects = this.#subjectsOf(part);
    // A gloss of the field itself, and a second case.
    if (subjects.length === 0 && !values && own.length > 0) {
      const [here] = this.#context.when;
      const field = here ? this.#sight.vocabulary.fields.get(here.field) : undefined;
      if (here && field && "is" in here && this.#context.when.length === 1 && !own.some((one) => one.field === here.field))
        return this.#bars(text, { field, values: here.is }, [], own, cases);
    }
    const all = joined(inherited, own);
    if (all.length === 0 || new Set(all.map(({ field }) => field)).size < all.length) return null;
    if (values && all.some(({ field }) => field === values?.field.name)) return null;
    if (subjects.some(({ name }) => all.some(({ field }) => field === name)))
      subjects = subjects.filter(({ name }) => !all.some(({ field }) => field === name));
    if (!values && subjects.length === 0) {
      const { self } = this.#sight;
      if (!self || all.some(({ field }) => field === self.name)) return null;
      subjects = [self];
    }
    // "Not for hourly reports, nor for PRODUCT_ITEM": two rules.
    if (all.length > 1 && /, (?:nor|or) (?:for|at|with|in|when|if)\b|\bnor for\b/.test(text) && inherited.length === 0) {
      const each = all.map((one) => this.#bars(said, values, subjects, [one], cases));
      return each.every((drafts) => drafts !== null) ? each.flat() : null;
    }
    return this.#bars(said, values, subjects, all, cases);
  }

  #bars(
    text: string,
    values: Pick<Group, "field" | "values"> | null,
    subjects: readonly Field[],
    all: readonly Condition[],
    cases: readonly Case[],
  ): readonly Draft[] | null {
    const isAllowedList =
      values !== null &&
      !values.field.isList &&
      (/\bonly (?:the )?(?:values? )?<C\d+>(?: is| are)? (?:possible|allowed|accepted|supported|valid|permitted|available)/.test(text) ||
        /\baccepts? (?:only )?<C\d+>|\baccept only\b|\bvalues? (?:must|can only) be (?:one of )?<C/.test(text)) &&
      !not.test(text);
    if (isAllowedList && values) return this.#complement(values, all);
    const plain = text
      .replaceAll(/\b(?:no <F\d+>(?:,| and|, and)? )+(?=no <F)/g, " ")
      .replaceAll(/\b(?:other than|outside of|except(?: for)?|unless)\b/g, " ")
      .replaceAll(/\bno others?\b|\bnowhere else\b|\bno other\b.*$/g, " only ")
      .replaceAll(/\bnot only\b/g, " ");
    const isNot = not.test(plain.replaceAll(/\bneither\b.*\bnor\b/g, "not"));
    const isOnly = only.test(text) || /\b(?:elsewhere|everywhere else)\b/.test(text);
    const isFine = fine.test(plain);
    const hasNegated = cases.some(({ condition }) => "isNot" in condition);
    const isRestricted = isOnly && (!isNot || /\bnot (?:be )?(?:\w+ )*(?:unless|except)/.test(text));
    const last = all.at(-1);
    if (!last) return null;
    const rest = all.slice(0, -1);
    const twice = (plain.match(new RegExp(not.source, "g")) ?? []).length;
    if (twice > 1 && !/\b(?:neither|nor|error|fail|reject|refus|invalid|400)/.test(plain)) return null;
    let when: readonly Condition[] | null = null;
    if (isRestricted) when = [...rest, opposite(last)];
    else if (isNot && !isOnly) when = all;
    else if (!isNot && isFine && (hasNegated || cases.length > 0)) when = [...rest, opposite(last)];
    if (isNot && !isOnly && hasNegated && /\bunless\b|\bexcept\b/.test(text) && !/\b(?:for|with|at) (?:any|all|every)\b/.test(text))
      when = all;
    if (when === null) return null;
    const ofValues = values?.values.every((one) => typeof one !== "boolean") ? this.#forbidden(values.field, values.values, when) : null;
    if (values && (subjects.length === 0 || !/\bnor\b|\bneither\b|\band\b/.test(text))) return ofValues;
    const barred = subjects.filter(({ name, isRequired }) => !isRequired && name !== "columns");
    return barred.length === subjects.length && barred.length > 0 && barred.length < 6
      ? [...barred.map(({ name }) => ({ kind: "forbidden-when", when: when ?? [], params: { field: name } })), ...(ofValues ?? [])]
      : ofValues;
  }
}

function isBound(text: string, { place }: Sentence): boolean {
  const words = text.split(" ").filter((word) => /^[a-z]/.test(word));
  const isElliptic = words.length < 8 && !/\b(?:one row|rows?)\b/.test(text);
  return (
    isElliptic ||
    /\b(?:must|can|may|cannot|not|no|never|limit\w*|max\w*|min\w*|up to|at most|at least|only|within|capped|caps?|restrict\w*|bound\w*|refus\w*|reject\w*|fail\w*|error|invalid|possible|allow\w*|support\w*|accept\w*|permitted|longest|shortest|oldest|earliest|furthest|farthest|retention|kept|keep|retain\w*|available|accessible|tops|over|beyond|exceed\w*|or (?:less|shorter|more|longer)|needs?|requires?|has to|have to|reach\w*|delivered|is|are)\b|n't|[<>]=/.test(
      text,
    ) ||
    place.field === null
  );
}

function conditionOf({ field, values, isNegated }: Pick<Group, "field" | "values" | "isNegated">): Condition {
  return isNegated ? { field: field.name, isNot: values } : { field: field.name, is: values };
}

/** Both lists of conditions; of one field, the nearer one. */
function joined(outer: readonly Condition[], own: readonly Condition[]): readonly Condition[] {
  const unique = own.filter((one, index) => own.findIndex((other) => JSON.stringify(other) === JSON.stringify(one)) === index);
  return [...outer.filter(({ field }) => !unique.some((one) => one.field === field)), ...unique];
}

function spanOf(amount: number, unit: string): { readonly amount: number; readonly unit: string } | null {
  if (!(amount > 0)) return null;
  if (unit === "week") return Number.isInteger(amount) ? { amount: amount * 7, unit: "day" } : null;
  if (unit === "hour") return amount % 24 === 0 ? { amount: amount / 24, unit: "day" } : null;
  return unit === "day" || unit === "month" || unit === "year" ? { amount, unit } : null;
}

function dayBefore(day: string): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) - 86_400_000).toISOString().slice(0, 10);
}
