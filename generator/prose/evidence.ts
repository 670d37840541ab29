import type { Condition } from "../model/rule.js";
import { opposite } from "../rules/condition.js";
import type { Parted } from "./clauses.js";
import type { Draft } from "./draft.js";
import { type Setting, spanOf, united } from "./frames.js";
import { type Field, valueMeant } from "./resolve.js";
import type { Sight } from "./sight.js";

/**
 * A sentence in words that the grammar does not know, read by what it gives evidence for: the fields, values, conditions, dates and spans of
 * time that it names, and words that say which way they bind. The order of words does not count, and an unknown word stops nothing, so that
 * what comes out is a proposal and never more. Where the evidence speaks for two rules, or a condition does not resolve, nothing comes out.
 */
export function evidenceOf(text: string, { tokens, clauses }: Parted, setting: Setting, sight: Sight): readonly Draft[] | null {
  const signs = tokens.map((token) => (token.includes(":") ? token.slice(0, token.indexOf(":")) : token));
  if (tokens.length > 60 || signs.some((sign) => unreadable.test(sign)) || vague.test(text) || hasUnknownCase(tokens) || isStrange(tokens))
    return null;
  const own = clauses.flatMap(({ when }) => (when === "others" ? [] : when));
  if (clauses.some(({ when }) => when === "others")) return null;
  const when = united(setting.when, own);
  if (when === null || new Set(when.map(({ field }) => field)).size < when.length || /:\s*$/.test(text)) return null;
  const seen: Seen = { text, tokens, own, when, setting, sight };
  const found = [spans(seen), earliest(seen), format(seen), choice(seen), barred(seen)].flatMap((drafts) => (drafts ? [drafts] : []));
  const [only, ...others] = found;
  return only && others.length === 0 ? only : null;
}

interface Seen {
  readonly text: string;
  readonly tokens: readonly string[];
  /** The conditions that the sentence states itself. */
  readonly own: readonly Condition[];
  /** All that hold for it. */
  readonly when: readonly Condition[];
  readonly setting: Setting;
  readonly sight: Sight;
}

/** Signs of a condition or a value that did not resolve, and of guesses. */
const unreadable = /^(?:IF|UNLESS|OTHERTHAN|HEDGE|X|SAME|NOTAPPLY|OTHERWISE|OTHERS|THENCE|THEFORMER|THELATTER|NODATA)$/;
/** Habits, plans, advice, and exceptions that are said elsewhere. */
const vague =
  /\b(?:usually|typically|recommend\w*|suggest\w*|advis\w+|should you want|by default|default(?:s)? to|deprecat\w+|will be (?:removed|retired)|as of \w+ \d|formerly|used to|e\.g|for example|such as|exception|respectively|figures?|per minute|per (?:user|advertiser|app)|quer(?:y|ies) per|calls? per|rate limit|expires?|valid for|stays? valid|available for download|takes? (?:up to|about)|processing|ignor\w+|no effect|delet\w+|archived|launched|within \w+ (?:minutes?|hours?) of)\b/i;
const negative =
  /\b(?:not|cannot|can't|never|no|neither|nor|none|refused|reject(?:s|ed)|denied|declined|disallow(?:s|ed)|forbid(?:s|den)?|prohibit(?:s|ed)|fail(?:s|ed)?|errors?|invalid|impossible|incompatible|unsupported|unavailable|won't|mustn't|barred|excluded?s?|out of reach|off limits|turned down)\b/i;
/** Each word that turns the meaning of a sentence: one too many, and it means something else. */
const turns =
  /\b(?:not|cannot|\w+n't|never|no|neither|nor|none|without|except\w*|but|unless|other|instead|unlimited|un\w*(?:supported|available)|in(?:valid|compatible)|impossible|refused|reject(?:s|ed)|denied|declined|disallow(?:s|ed)|forbid(?:s|den)?|prohibit(?:s|ed)|fail(?:s|ed)?|errors?|barred|off limits|out of reach|turned down)\b/gi;
/** Bounds that are said by a negation: it belongs to them. */
const boundPhrase =
  /\b(?:no|not|cannot be|can't be|must not be|may not be|shall not be|not be) (?:any )?(?:more|longer|greater|older|further|farther|earlier|less|fewer|shorter|later|sooner) than\b/gi;
const emptied = /\b(?:no (?:\w+ )?(?:data|values?|rows?|numbers)|empty|blank|zeros?|null|yields?|not (?:filled|populated))\b/i;
const turnsIn = (text: string): number => text.match(turns)?.length ?? 0;
const most =
  /\b(?:at (?:the )?most|max\w*|up to|cap(?:s|ped)?|limit(?:s|ed)?|restrict(?:s|ed)?|bound(?:ed)? (?:by|to)|only|within|long(?:est)|furthest|farthest|earliest|oldest|or (?:less|shorter|fewer|newer)|no (?:more|longer|further|farther|earlier|older|greater) than|and no (?:more|further|longer)|as far (?:back )?as|as many as)\b|<=|\u2264/i;
const over = /\b(?:more|longer|greater|older|further|farther|earlier|exceed(?:s|ing)?|beyond|over|above|past|outside|wider|larger)\b/i;
const least =
  /\b(?:at (?:the )?least|min(?:imum|imal)?|no (?:less|fewer|shorter|smaller) than|or (?:more|longer)|shortest|smallest)\b|>=|\u2265/i;
const under = /\b(?:less|fewer|shorter|below|under|smaller|narrower)\b/i;
const back =
  /\b(?:ago|back(?:wards?)?|old(?:er|est)?|histor\w*|retention|retained|kept|look-?back|earli(?:er|est)|furthest|farthest|last|past|trailing|recent|purged|age|today|current (?:utc )?(?:day|date)|present (?:utc )?(?:day|date)|date of the request)\b/i;
const along =
  /\b(?:ranges?|spans?|windows?|periods?|intervals?|apart|between|distance|difference|length|duration|long(?:er|est)?|short(?:er|est)?|stretch\w*|covers?|comprises?|per (?:report|request|call)|in (?:one|a single) (?:go|call|request|report)|after `?start|from `?start|follow `?start|plus|comprise|days of data)\b/i;

/** A case that did not resolve: "for premium accounts", "in Europe". It may be a condition of all the rest. */
function hasUnknownCase(tokens: readonly string[]): boolean {
  return tokens.some(
    (token, index) =>
      token === "WITH" &&
      tokens.slice(index + 1, index + 3).some((next) => next.startsWith("W:")) &&
      !tokens.slice(index + 1, index + 5).some((next) => /^(?:C|V|F|D|DATE):/.test(next)),
  );
}

/** A name that is none here, or a "not" before a word that the grammar does not know: what it denies is not known either. */
function isStrange(tokens: readonly string[]): boolean {
  return tokens.some((token, index) => {
    if (/^W:.*_/.test(token)) return true;
    if (token !== "NEG") return false;
    const next = tokens.slice(index + 1).find((one) => !/^(?:IS|CAN|MUST|THIS|F:|GET$)/.test(one)) ?? "";
    return next.startsWith("W:");
  });
}

const names = (tokens: readonly string[], sign: string): readonly string[] =>
  tokens.filter((token) => token.startsWith(`${sign}:`)).map((token) => token.slice(sign.length + 1));

/** How far back, and how long. */
function spans({ text, tokens, when, sight }: Seen): readonly Draft[] | null {
  const { fields } = sight.vocabulary;
  const amounts = names(tokens, "D");
  const [amount] = amounts;
  const [start, end] = [fields.get("start_date"), fields.get("end_date")];
  if (amounts.length !== 1 || amount === undefined || !start || !end) return null;
  const [number = "", unit = ""] = amount.split(":");
  const span = unit === "hour" && Number(number) % 24 === 0 ? spanOf(Number(number) / 24, "day") : spanOf(Number(number), unit);
  const named = names(tokens, "F");
  const isOfDates = named.every((name) => name === "start_date" || name === "end_date");
  const { self } = sight;
  const isPlace = self === null || self === start || self === end || when.some(({ field }) => field === self.name);
  // After today nothing lies back, and past a date is no past.
  if (/\bafter (?:today|the (?:current|present))|\bpast (?:the )?`?(?:start|end)/i.test(text)) return null;
  if (span === null || !isOfDates || !isPlace || tokens.some((token) => /^(?:V|DATE|N):/.test(token))) return null;
  const [isBack, isLong] = [back.test(text), along.test(text) || (named.length === 2 && !back.test(text))];
  const phrases = text.match(boundPhrase) ?? [];
  const rest = phrases.reduce((left, phrase) => left.replace(phrase, " "), text);
  const turned = turnsIn(rest);
  const isTurned = turned === 1 && phrases.length === 0 && !most.test(rest) && !least.test(rest);
  const isAboveBound = (turned === 0 && (most.test(rest) || phrases.some((phrase) => over.test(phrase)))) || (isTurned && over.test(rest));
  const isBelowBound =
    (turned === 0 && (least.test(rest) || phrases.some((phrase) => under.test(phrase)))) || (isTurned && under.test(rest));
  // A bound of each sort: "at least … at most …" says two things of one span.
  if (isAboveBound === isBelowBound || phrases.length > 1) return null;
  const isStrongBack =
    /\b(?:ago|back(?:wards?)?|old(?:er|est)?|today|current|present|in the past|retention|histor\w*|purged|kept|(?:past|last|previous|trailing|most recent) (?:\d+|[a-z]+) (?:day|week|month|year)s?)\b/i.test(
      text,
    );
  const isStrongLong =
    /\b(?:apart|between|spans?|ranges?|after `?start\w*|from `?start\w*|distance|difference|per (?:report|request|call))\b/i.test(text);
  if (isBack && isLong && isStrongBack === isStrongLong) return null;
  const isLookback = isBack && (!isLong || isStrongBack);
  if (!isLookback && !isLong) return null;
  if (!isLookback)
    return [{ kind: isBelowBound ? "min-range" : "max-range", when, params: { start: "start_date", end: "end_date", ...span } }];
  if (isBelowBound) return null;
  const field = named.length === 1 ? named[0] : self === end && /\bthis\b|\bit\b/i.test(text) ? "end_date" : "start_date";
  return [{ kind: "max-lookback", when, params: { field, ...span } }];
}

/** Not before a day of the calendar. */
function earliest({ text, tokens, when, sight }: Seen): readonly Draft[] | null {
  const [day, ...more] = names(tokens, "DATE");
  if (day === undefined || more.length > 0 || tokens.some((token) => /^(?:D|V):/.test(token))) return null;
  const named = names(tokens, "F");
  const { self } = sight;
  const field = named.length === 1 ? named[0] : self && /_date$/.test(self.name) ? self.name : "start_date";
  if (named.length > 1 || field === undefined || !/_date$/.test(field) || !sight.vocabulary.fields.has(field)) return null;
  const isNot = negative.test(text);
  if (turnsIn(text.replace(boundPhrase, " ")) > 1) return null;
  const [isFrom, isAfter, isBefore] = [
    /\b(?:on or after|no earlier than|not (?:be )?(?:before|earlier)|or later|from|since|starting|earliest|no sooner than)\b/i.test(text),
    /\b(?:after|later than|following|more recent than|past)\b/i.test(text),
    /\b(?:before|prior to|preced\w+|earlier than|older than)\b/i.test(text),
  ];
  const includes = /\b(?:on or before|before or on|up to and including)\b/i.test(text);
  if (includes && isNot) return [{ kind: "min-date", when, params: { field, after: day } }];
  if (
    (isFrom && turnsIn(text.replace(boundPhrase, " ").replace(/\bnot (?:be )?(?:before|earlier)\b/i, " ")) === 0) ||
    (isBefore && isNot && !isAfter)
  )
    return [{ kind: "min-date", when, params: { field, after: dayBefore(day) } }];
  return isAfter && !isBefore && turnsIn(text) === 0 && /\b(?:must|has to|have to|need\w*|only|required)\b/i.test(text)
    ? [{ kind: "min-date", when, params: { field, after: day } }]
    : null;
}

/** Written as YYYY-MM-DD. */
function format({ text, tokens, own, sight }: Seen): readonly Draft[] | null {
  if (!tokens.includes("YMD") || own.length > 0 || turnsIn(text) > 0 || /\b(?:response|returned|rows?|header|column)\b/i.test(text))
    return null;
  const named = names(tokens, "F");
  const all = [...sight.vocabulary.fields.values()];
  const isOfAll = named.length === 0 && sight.self === null && /\b(?:dates|every date|both)\b/i.test(text);
  const fields = isOfAll
    ? all.filter(({ name }) => /^(?:start|end)_date$/.test(name))
    : named.length > 0
      ? all.filter(({ name }) => named.includes(name))
      : sight.self
        ? [sight.self]
        : [];
  if (fields.length === 0 || !fields.every(({ name, isList }) => /_date$/.test(name) && !isList)) return null;
  const stated = fields.filter(({ facts }) => facts.format !== "date");
  return stated.map(({ name }) => ({ kind: "date-format", when: [], params: { field: name } }));
}

/** At least one of two fields or more. */
function choice({ text, tokens, own, when }: Seen): readonly Draft[] | null {
  const named = [...new Set(names(tokens, "F"))];
  const isAny = /\b(?:at least one|one or more|one of|either|any (?:one )?of)\b/i.test(text);
  const isForced = /\b(?:must|required?|requires|needs?|needed|has to|have to|mandatory|necessary|without)\b/i.test(text);
  if (
    named.length < 2 ||
    !isAny ||
    !isForced ||
    turnsIn(text) > 0 ||
    own.length > 0 ||
    tokens.some((token) => /^(?:D|V|DATE):/.test(token))
  )
    return null;
  if (
    (text.match(/\b(?:one|either|any)\b/gi)?.length ?? 0) > 1 ||
    /\b(?:both|not both|exclusive|together|exactly one|only one|at most one)\b/i.test(text)
  )
    return null;
  return [{ kind: "at-least-one-of", when, params: { groups: named.map((name) => [name]) } }];
}

/** Fields and values that are barred, bound to a case, or needed in it. */
function barred(seen: Seen): readonly Draft[] | null {
  const { text, tokens, own, when, setting, sight } = seen;
  // What comes out empty is not barred.
  if (tokens.some((token) => /^(?:D|DATE|YMD|N)(?::|$)/.test(token)) || emptied.test(text)) return null;
  const words = names(tokens, "V");
  const { fields } = sight.vocabulary;
  const named = [...new Set(names(tokens, "F"))].filter((name) => !own.some(({ field }) => field === name));
  const isOnly = /\b(?:only|exclusively|solely|reserved|limited to|restricted to|confined to|nothing but)\b/i.test(text);
  const isNot = negative.test(text) || /\b(?:omit\w*|leave\b.*\bout|left out|drop(?:ped)?|without|remove)\b/i.test(text);
  const isNeeded = /\b(?:required|mandatory|must|has to|have to|needs?|needed|requires?|necessary|compulsory)\b/i.test(text);
  // Twice "not", or "not only": words that cancel each other are for a person.
  const inCases = own.filter((one) => "isNot" in one || ("present" in one && !one.present)).length;
  if (turnsIn(text) - inCases > 1 || (isOnly && turnsIn(text) > inCases) || when.length === 0) return null;
  if (!isOnly && !isNot && turnsIn(text) > inCases) return null;
  if (words.length > 0) {
    const owner = tokens.includes("THIS") && sight.self ? ownerOf(words, [sight.self.name], sight) : ownerOf(words, named, sight);
    const values = owner?.values.filter((value) => words.some((word) => valueMeant(word, owner) === value)) ?? [];
    if (!owner || values.length !== new Set(words).size || values.some((value) => typeof value !== "string")) return null;
    if (when.some(({ field }) => field === owner.name) || named.some((name) => name !== owner.name)) return null;
    const [case_, ...more] = own;
    if (isOnly && !isNeeded)
      return case_ && more.length === 0 && setting.when.length === 0
        ? [{ kind: "forbidden-values-when", when: [opposite(case_)], params: { field: owner.name, values } }]
        : null;
    return isNot && !isNeeded ? [{ kind: "forbidden-values-when", when, params: { field: owner.name, values } }] : null;
  }
  const self = sight.self && !own.some(({ field }) => field === sight.self?.name) ? [sight.self.name] : [];
  const subjects = named.length > 0 ? named : self;
  if (subjects.length === 0 || subjects.length > 4 || setting.value !== null) return null;
  // A list of columns is never barred as a whole: what is meant is some of them.
  if (subjects.some((name) => name === "columns" || when.some(({ field }) => field === name))) return null;
  const each = (kind: string, under: readonly Condition[]): readonly Draft[] =>
    subjects.map((field) => ({ kind, when: under, params: { field } }));
  const isRequired = subjects.some((name) => fields.get(name)?.isRequired === true);
  if (isOnly && own.length > 0 && setting.when.length === 0 && !isRequired) return isNeeded ? null : each("only-when", own);
  if (isNot && !isNeeded && !isRequired) return each("forbidden-when", when);
  return null;
}

function ownerOf(words: readonly string[], named: readonly string[], { self, vocabulary }: Sight): Field | null {
  const has = (field: Field): boolean => words.every((word) => valueMeant(word, field) !== null);
  const [only] = named;
  const field = only === undefined ? undefined : vocabulary.fields.get(only);
  if (field) return has(field) ? field : null;
  if (self && has(self)) return self;
  const owners = [...vocabulary.fields.values()].filter(has);
  return owners.length === 1 ? (owners[0] ?? null) : (owners.find(({ name }) => name === "columns") ?? null);
}

function dayBefore(day: string): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) - 86_400_000).toISOString().slice(0, 10);
}
