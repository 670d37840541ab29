// Reads relations between the described field and another field, or between several fields, from
// sentences that no grammar can read. The reading relies on the fields and values named, and on
// words that exclude, demand or refuse something. Rules read this way are only proposed.
import type { Condition } from "../model/model.js";
import type { Draft } from "./draft.js";
import { type Group, markMentions } from "./mentions.js";
import { isNumber, isWhole } from "./relations.js";
import type { Sentence } from "./sentences.js";
import type { Field, ReadContext } from "./vocabulary.js";

/** Maximum length of a sentence, in characters. Longer ones usually state several things. */
const LONGEST = 240;

/** Words that say that something is refused. */
const REFUSED =
  "(?:errors?|refus\\w*|reject\\w*|fail(?:s|ed|ure)?|invalid|incomplete|a 400|not (?:processed|accepted|allowed|permitted|valid|possible|served|answered|enough|let through)|sent back|forbidden|pointless|meaningless|useless|makes? no sense|no use|no good|no (?:idea|way)|nothing to)";
const refused = new RegExp(`\\b${REFUSED}\\b`);
const exclusion =
  /\b(?:(?:exclud|rul)\w* (?:each other|one another|out)|excludes?|exclusive|(?:do|does|may|can|must|should|will) not (?:\w+ ){0,3}(?:both|together|beside|alongside|with|next to|at once)|cannot (?:\w+ ){0,3}(?:both|together|beside|alongside|with|next to|at once)|(?:never|not) (?:\w+ ){0,3}(?:both|(?:the )?two|together|side by side)|(?:no more than|at most|only|just) one(?: of)?|clash\w*|conflict\w*|instead of|not combinable|cancels?|alternatives?|one or the other|either of|no room for|no place (?:beside|next to)|rivals?)\b/;
const pairing =
  /\b(?:hand in hand|go(?:es)? together|belong together|a pair|in pairs|one without the other|neither without the other|both or (?:neither|none)|all or (?:none|nothing)|each other's company|together or not at all)\b/;
const demand =
  /\b(?:requires?|required|needs?|must|mandatory|compulsory|obligatory|owes?|takes an?|takes the|calls for|asks for|wants|expects|relies on|rests on|hinges on|depends on|presupposes|comes with|come with|goes with|goes along with|has to be there|is due|indispensable|naming its|no \w+(?: \w+)? without)\b/;
const denial =
  /\b(?:not|never|no|cannot|nor|neither|without|leave|keep (?:it|this|them) (?:out|off|away)|keep out|stay(?:s)? (?:out|away|empty)|omit|drop(?= (?:it|this|them|the|all|any|<))|skip|absent|empty|omitted|left (?:out|off|away|unset|blank)|off limits|out of place|has no business|unwelcome)\b/;
const restriction =
  /\b(?:only|solely|exclusively|alone|just|reserved for|nobody but|none but|nowhere else|limited to|no other)\b/;
/** Words in sentences that are not about a request, or only say what is allowed. */
const OTHER =
  /\b(?:by default|defaults? to|optional|need not|no need|no longer (?:needs?|needed|requires?|required|necessary|mandatory)|(?:do|does) not (?:need|have to)|any combination|can be used|may also|can also|ignored|has no effect|recommend\w*|suggest\w*|should consider|instead of waiting|for example|e\.g|such as|used to|was|were|had|formerly|previously|will be (?:removed|replaced|deprecated)|deprecated|returned|response|shown|displayed|replaces?|replaced|takes? precedence|overrid\w+|wins|otherwise we|we (?:then )?(?:use|take|choose|pick)|inherit(?:s|ed)?|falls? back)\b/;
/** Words that compare two fields. A comparison is a different kind of rule. */
const comparing =
  /\b(?:than|same|equals?|identical|agrees? with|match(?:es)?|add up|sum|number of|as (?:many|much|long|high|low)|before|after|outgrow\w*|exceed\w*|surpass\w*|overtak\w*|outnumber\w*|outlast\w*|above|beyond|below|under|short of|multiple)\b/;
const anyOf =
  /\b(?:none of|neither of|without any|not one of|at least one|at (?:the|a) (?:very )?(?:minimum|least) one|a minimum of one|one or more|one or several|some \w+ (?:out )?of|(?<!\b(?:not|never|cannot) (?:\w+ ){0,3})any of (?:these|them|those|the)|is a must|one of (?:these|them|those|the \w+) (?:is|must))\b/;
const oneOf =
  /\b(?:exactly|precisely|just|only|no more than|at most|not more than) one\b|\bpick one\b|\bchoose one (?:way|option|of (?:these|them))\b|\bone of (?:the|these|those) (?:two|three|four),? (?:not|never) (?:both|all|more)\b|\bone and only one\b|\beither\b.*\bor\b.*\b(?:not|never) (?:both|all)\b/;
const exact = /\b(?:exactly|precisely) one\b|\bone and only one\b/;

const present = ({ name }: Field): Condition => ({ field: name, present: true });
const draft = (kind: string, when: readonly Condition[], params: object): Draft => ({
  kind,
  when,
  params: params as Draft["params"],
});

/**
 * The rules that a sentence may state, judged by the names in it.
 *
 * At least one name must be in backticks, in capitals, or contain an underscore. A sentence such as
 * "Never both" is read together with the one before it. Empty if:
 * - the rules are unclear
 * - the text is not part of the request's description
 * - the sentence contains an amount or a date
 * - the text has more than 240 characters
 */
export function framedDrafts(sentence: Sentence, context: ReadContext): readonly Draft[] {
  const { self } = context;
  if (sentence.source.isAside === true) return [];
  // "A request with none of these is refused": the fields are in the previous sentence.
  const whole =
    pointsBack.test(sentence.text) && sentence.before
      ? `${sentence.before.text} ${sentence.text}`
      : sentence.text;
  if (whole.length > LONGEST || !isNamed(whole)) return [];
  const { text: marked, mentions } = markMentions(whole, context);
  // Numbers in words, as in "one of the three", are not amounts.
  const isOfAmount = /\d/.test(whole.replaceAll(/`[^`]*`|\w*_\w*|\b[A-Z]\w*\d\b|\b400\b/g, ""));
  const text = marked.replaceAll(/<N(\d+)>/g, (mark, at: string) => {
    const mention = mentions[Number(at)];
    return (mention?.kind === "N" && !isOfAmount && FEW[mention.amount]) || mark;
  });
  if (!/<[FC]\d+>/.test(text) || /<[DNTS]\d+>/.test(text)) return [];
  // Gives up if the sentence names something outside the request or continues an earlier statement.
  if (OTHER.test(text) || /\w_\w|`|:\s*$|\bor not\b(?! at all)/.test(text)) return [];
  if (sentence.before && /^\W*(?:it|they|these|those)\b/i.test(whole)) return [];
  const named = new Map<string, Field>();
  for (const one of mentions)
    if (one.kind === "F" && one.field !== self) {
      // The text must contain the field's exact name: an everyday word need not mean the field.
      if (!new RegExp(`\\b${one.field.name.replaceAll(/\W/g, "\\$&")}\\b`).test(whole)) return [];
      named.set(one.field.name, one.field);
    }
  const [list = ""] = LIST.exec(text) ?? [];
  const listed = [...list.matchAll(/<f(\d+)>/gi)].flatMap(([, at]) => {
    const mention = mentions[Number(at)];
    return mention?.kind === "F" ? [mention.field] : [];
  });
  const groups = mentions.flatMap((one) => (one.kind === "C" ? [one.group] : []));
  const others = groups.filter(({ field }) => field !== self);
  const fields = [...named.values()];
  const frame: Frame = { text, self };
  if (groups.length === 0)
    return fields.length === 1 && fields[0]
      ? ofPair(frame, fields[0])
      : fields.length > 1
        ? ofSeveral(frame, self !== null && listed.includes(self) ? listed : fields)
        : [];
  const [group, ...more] = others;
  if (group === undefined || self === null) return [];
  if (others.some(({ isNegated, isDemanded }) => isNegated || isDemanded)) return [];
  if (/\b(?:unless|except|other than|but not|apart from)\b/.test(text)) return [];
  // "A drop that is not `A`": the case is the other values.
  if (/\b(?:not|unlike) (?:an? |the )?<C\d+>/i.test(text)) return [];
  if (groups.length > others.length && groups.length === 2 && others.length === 1)
    return ofValueInCase(
      frame,
      groups.find(({ field }) => field === self),
      group,
    );
  if (groups.length > others.length || fields.some((field) => field !== group.field)) return [];
  if (more.some(({ field }) => field !== group.field)) return [];
  return ofCase(frame, group.field, [group, ...more]);
}

/** A list of fields: "A, B or C". */
const LIST = /<f\d+>(?:(?:,? (?:and |or |nor )+|, )(?:the |an? )?<f\d+>)+/i;
const FEW = ["none", "one", "two", "three", "four", "five", "six"];

interface Frame {
  readonly text: string;
  readonly self: Field | null;
}

/** Whether `text` contains a name: in backticks, with an underscore, or in capitals. */
const isNamed = (text: string): boolean => /`[^`]+`|\w_\w|\b[A-Z]{3,}\b/.test(text);
const pointsBack =
  /\b(?:none of (?:these|them|those)|without (?:any|one) of (?:these|them|those)|neither of (?:these|them)|one of (?:these|them|those)|(?:not|never) both|the two of them)\b/i;

/** Rules between the described field and one other field. */
function ofPair({ text, self }: Frame, other: Field): readonly Draft[] {
  if (self === null) return [];
  if (comparing.test(text)) return compared(text, self, other);
  // A boolean only counts as set if it is `true`.
  const given = (field: Field): Condition =>
    field.facts.type === "boolean" ? { field: field.name, is: [true] } : present(field);
  const needs = (owner: Field, needed: Field): readonly Draft[] =>
    needed.isRequired || needed.facts.type === "boolean"
      ? []
      : [draft("requires-present", [given(owner)], { field: needed.name })];
  const F = "(?:an? |the |its |any |some )?(?:[\\w-]+ ){0,2}?<f\\d+>";
  const isWithout = new RegExp(`\\bwithout (?:naming |sending |giving |setting )?${F}`, "i").test(
    text,
  );
  const isUnless = new RegExp(`\\bunless ${F}`, "i").test(text);
  if (pairing.test(text))
    return /\bhand in hand\b/.test(text)
      ? needs(self, other)
      : [...needs(self, other), ...needs(other, self)];
  if (isWithout && (refused.test(text) || denial.test(text.replace(/\bwithout\b/, ""))))
    return needs(self, other);
  if (isUnless && refused.test(text)) return needs(self, other);
  if (exclusion.test(text)) {
    const [excluded, owner] = self.isRequired ? [other, self] : [self, other];
    return excluded.isRequired
      ? []
      : [draft("forbidden-when", [present(owner)], { field: excluded.name })];
  }
  const isPlain = !denial.test(text.replace(/[,;] (?:with nothing but|there is no)\b.*/, ""));
  const before = text.slice(0, text.search(/<f\d+>/i));
  return isPlain && demand.test(before) ? needs(self, other) : [];
}

const MORE =
  /\b(?:outgrow|exceed|surpass|overtake|outnumber|outlast|(?:more|greater|larger|bigger|higher|wider|longer|later) than|above|beyond)/;
const LESS =
  /\b(?:fall short of|(?:less|smaller|lower|narrower|shorter|fewer|earlier) than|below|under)\b/;

/** Reads a comparison of two numbers: one must be at most the other, or less than the other. */
function compared(text: string, self: Field, other: Field): readonly Draft[] {
  if (!isNumber(self) || !isNumber(other) || /<F\d+>.*<F\d+>/.test(text)) return [];
  if (/\b(?:if|when|where|while|unless|same|sum|number of|times|as)\b| x </.test(text)) return [];
  const [isMore, isLess] = [MORE.test(text), LESS.test(text)];
  const isDenied = /\b(?:cannot|must not|may not|must never|never|not|no)\b/.test(text);
  const isForced = /\b(?:must(?! not\b| never\b)|always)\b/.test(text);
  if (isMore === isLess || isDenied === isForced) return [];
  if (isForced && !(isWhole(self) && isWhole(other))) return [];
  const [lower, upper] = isMore === isDenied ? [self, other] : [other, self];
  const params = { lower: lower.name, upper: upper.name, ...(isForced && { apart: 1 }) };
  return [draft("number-order", [], params)];
}

/** Rules between several fields: at least one, at most one, or all or none must be set. */
function ofSeveral({ text }: Frame, fields: readonly Field[]): readonly Draft[] {
  if (fields.length > 6) return [];
  const names = fields.map(({ name }) => name);
  const any = draft("at-least-one-of", [], { groups: names.map((name) => [name]) });
  const apart = fields.flatMap((first, index) =>
    fields.slice(index + 1).flatMap((second) => {
      const [excluded, owner] = first.isRequired ? [second, first] : [first, second];
      return [draft("forbidden-when", [present(owner)], { field: excluded.name })];
    }),
  );
  if (/\b(?:if|when|whenever|unless|while|where)\b/.test(text)) return [];
  if (pairing.test(text))
    return fields.flatMap((owner) =>
      fields
        .filter((needed) => needed !== owner && !needed.isRequired)
        .map((needed) => draft("requires-present", [present(owner)], { field: needed.name })),
    );
  if (!LIST.test(text)) return [];
  if (oneOf.test(text))
    return exact.test(text) && !fields.some(({ isRequired }) => isRequired)
      ? [any, ...apart]
      : apart;
  const isFree = /\b(?:may|can|could)\b/.test(text) && !/\bmust\b/.test(text);
  if (anyOf.test(text) && !isFree && !fields.some(({ isRequired }) => isRequired)) return [any];
  return exclusion.test(text) ? apart : [];
}

/**
 * Rules for values of the described field that depend on another field's value. An example is "`A`
 * is there for `B` alone".
 */
function ofValueInCase(
  { text }: Frame,
  own: Group | undefined,
  { field, values }: Group,
): readonly Draft[] {
  const [clause = ""] = text.split(";");
  if (own === undefined || own.isNegated || field.isList) return [];
  if (!/<C\d+>.*<C\d+>/.test(clause) || /\b(?:if|when|unless|must|requires?|needs?)\b/.test(clause))
    return [];
  const params = { field: own.field.name, values: own.values };
  if (restriction.test(clause) && !denial.test(clause) && !refused.test(clause))
    return [
      draft("forbidden-values-when", [{ field: field.name, isNot: values } as Condition], params),
    ];
  return [];
}

/** Rules for the described field that depend on values of another field. */
function ofCase(
  { text: whole, self }: Frame,
  field: Field,
  groups: readonly { readonly values: readonly (string | number | boolean)[] }[],
): readonly Draft[] {
  // If only one of several clauses names values, only that one is read.
  const clauses = whole.split(/;/);
  const named = clauses.filter((clause) => /<C\d+>/.test(clause));
  const text =
    named.length === 1 && !clauses.slice(1).some((one) => /\bthis\b/.test(one))
      ? (named[0] ?? whole)
      : whole;
  if (/\b(?:more|less|fewer|longer|shorter) than\b|\bat (?:most|least)\b/.test(whole)) return [];
  if (self === null || self === field || self.isRequired || field.isList) return [];
  const parts = text.split(/(?<=[;:,])|\b(?=and\b|but\b|while\b|whereas\b)/);
  const isOfValue = (part: string): boolean => /<c\d+>/i.test(part);
  const [first, ...further] = groups;
  if (first === undefined) return [];
  const isSame = further.every(({ values }) => String(values) === String(first.values));
  const is = (values: Values): Condition => ({ field: field.name, is: [...values] }) as Condition;
  const isNot = (values: Values): Condition =>
    ({ field: field.name, isNot: [...values] }) as Condition;
  const own = { field: self.name };
  const barred = (condition: Condition): readonly Draft[] => [
    draft("forbidden-when", [condition], own),
  ];
  if (!isSame) {
    // "Welcome with A and an error with B": the rule is about the refused value.
    const bad = parts.filter((part) => isOfValue(part) && refused.test(part));
    const good = parts.filter((part) => isOfValue(part) && !refused.test(part));
    const at = [...text.matchAll(/<c\d+>/gi)].findIndex(({ 0: mark }) =>
      bad.some((part) => part.includes(mark)),
    );
    const group = groups[groups.length - 1];
    return bad.length === 1 && good.length >= 1 && at >= 0 && group ? barred(is(group.values)) : [];
  }
  const isWithout = /\bwithout (?:this|it|one|that)\b/.test(text);
  if (isWithout && (refused.test(text) || denial.test(text.replace(/\bwithout\b/, ""))))
    return [draft("requires-present", [is(first.values)], own)];
  const words = text.replaceAll(/\bnot only\b/g, "");
  if (restriction.test(words) && !refused.test(words) && !/\bnot\b|\bnever\b/.test(words))
    return barred(isNot(first.values));
  if (restriction.test(words)) return [];
  if (exclusion.test(words) || refused.test(words) || denial.test(words)) {
    return /\bmust (?!not\b|never\b)(?!be (?:left|omitted|absent|empty)\b)/.test(words)
      ? []
      : barred(is(first.values));
  }
  return demand.test(words) ? [draft("requires-present", [is(first.values)], own)] : [];
}

type Values = readonly (string | number | boolean)[];
