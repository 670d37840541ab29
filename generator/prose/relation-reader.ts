import type { Condition } from "../model/model.js";
import type { Draft } from "./draft.js";
import { Clause, type Derived, type How, present } from "./relation-clause.js";
import { RelationRow, singularOf } from "./relation-row.js";
import { isTooLong, type Sentence } from "./sentences.js";
import type { Field, ReadContext } from "./vocabulary.js";

// Reads sentences about relations between fields: fields that exclude or need each other, fields
// that are required or forbidden in some cases, and comparisons of two fields. A sentence is turned
// into a row of symbols (relation-row.ts). Its conditions are removed, and the rest must match one
// of a few patterns.

/** A pattern for statements, with a function that returns their rules, or null. */
type Form = readonly [form: RegExp, read: (clause: Clause, ...marks: readonly string[]) => Derived];

/** The conditions of a clause. Each applies on its own. `how`: ONLY, UNLESS, IFF or "". */
interface Applied {
  readonly when: readonly (readonly Condition[])[];
  readonly how: How;
}

/**
 * Maximum length of a sentence, in characters. Longer sentences have too many clauses to be read
 * reliably.
 */
const longest = 600;
/** A statement that is restated with field names: "It ends later, i.e. a is after b". */
const RESTATED =
  /^[^;]*(?:,|:|;|\(|\s-) ?(?:i\. ?e\.|that is|in other words|which means(?: that)?),? (?=.*`\w+`)/i;

/** A condition that is restated with field names: "For an app, i.e. if a is b". */
const RESTATED_CASE = /\b(?:if|when|for|in) [^,;`]*,? (?:i\. ?e\.|that is),? (?=(?:if|when)\b)/i;
/** The last "until" of a sentence, and what follows. */
const UNTIL = /,? (?:until|till) (?:(?!until |till )[^,;`"])*$/i;
/** "Until a later release supports it": the statement holds now. */
const IS_LATER = /\b(?:releases?|versions?|implemented|future|fixed|supports?|supported)\b/i;
const IS_PAST = /\b(?:was|were|had|could)\b/i;
/** A demand on the field itself: "Pass a date that is not after a". */
const CHOICE =
  /^(?:please )?(?:pass|give|send|use|choose|pick|select|provide|specify|enter|set) (?:an?|any) (?:date|time|day|value|number|amount) (?:(?:that|which) is |(?=(?:not )?(?:[a-z]+er than|before|after|at (?:least|most)) ))(not )?/i;

/** "Both are not allowed": refers to the previous sentence. */
const POINTS_BACK =
  /\b(?:both|(?:with|has|holds|uses) neither|(?:none|one|any|two|all|more than one) of (?:these|them|those)|the two)\b/i;

/** Words for things outside the request. */
const elsewhere =
  /\b(?:new|old|existing|paused|active|archived|draft|live|published|approved|verified|first|second|third|last|next|previous|former|older|newer|large|small|free|paid|premium|trial|sold|different|public|private|languages?|currency|country|countries|regions?|markets?|weekends?|users?|drafts|sandbox|beta|pilot|phase)\b|\b(?:on|during) [a-z]+(?:days|sales|hours)\b|\b(?:response|results?(?! in (?:an?|failure)\b)|rows?|versions?|releases?|app|ui|dashboard|returned|shown)\b/i;
/** A refusal in all other cases: "with any other level the request is rejected". */
const OTHERS_BAD =
  /\bother\b.*\b(?:BAD|MUST ABSENT|MUSTNOT (?:GIVEN|PUT))$|^OTHERWISE\b.*\b(?:BAD|ABSENT|MUSTNOT (?:GIVEN|PUT))$/;
/**
 * A lead-in to the requirement, such as "Choose between a and b: …" or "takes precedence over a,
 * which …".
 */
const HEAD = /^(?:(?:OBJ )?PUT between|OK precedence GT) F\d+$/;
/** "Color of the basket, required if …": a definition of the described field. */
const GLOSS =
  /^ (?!(?:for|in|at|of|to|if|with|on|as) )(?=(F\d+)?)(?:(?:OBJ|F\d+|[a-z]+) )+, (?=(?:NEEDED|BAD|MUST|MUSTNOT|ONLY OK|OK ONLY)\b)/;
const F = "(F\\d+)";
const V = "(?:PUTTING )?(V\\d+)";
const S = "(?:OBJ )?";
const of = (source: string): RegExp => new RegExp(`^${source}$`);

/** A choice between fields: "you can narrow it by a or b, but not both". */
const EITHER_CASE =
  /^ (?:OBJ )?(?:CAN |MUST |ONLY |IS |GIVEN )*(?:[a-z]+ )?C(\d+(?:\+\d+)+)(?: OBJ)*(?: ,)? (?:NOTBOTH|MUTEX) ?$/;
/** Where one part of a sentence ends and another begins. */
const JOINT =
  / [;:] | , (?=THAT |so |and OBJ|as OBJ|and BOTHFINE|(?:(?! F\d|[,;]).)*\b(?:BOTH|NEITHER|MORETHAN1)\b(?:(?! F\d|[,;]).)*$)/;
/** The dates of a condition on their order. */
const SAME_DAY = /^\W*(?:if|when) [^,]* are the same (?:day|date)\b/i;
/** A reason or consequence after a statement. It names nothing in the request. */
const BECAUSE =
  / , (?:OBJ|so|as|because|since|otherwise|OTHERWISE)\b(?![^,]*(?:\b[FVKCX]\d|\b(?:UNLESS|IF|ONLY|ONLYIF|FREE|except|but|or)\b))[^,]*\b(?:BAD|MUSTNOT|MUTEX|not)\b[^,]*$/;

/** The patterns, in the order in which they are tried. */
const FORMS: readonly Form[] = [
  // Comparisons.
  [
    of(
      `${F}?(?: GIVEN)? ?(MUSTNOT|NOT)? ?(?:MUST |CAN ONLY |CAN |ONLY )?(?:IS |GIVEN |stay |keep |remain |lie |start |end |fall |come |begin |TOO )*(GE|LE|GT|LT)(?: the)? ${F}(?: or (?:an? |on an? |the )?(?:later|after|earlier|before|greater|higher|larger|bigger|more|less|lower|smaller)(?: one| than it| day| date| value| time)?)?`,
    ),
    (clause, from = "", not = "", sign = "", to = "") =>
      /MUST|NOT|ONLY|CAN IS (?:GE|LE)/.test(clause.text) ||
      /^(?:(?:stay|keep|remain) )?(?:GE|LE|GT|LT)\b/.test(clause.text)
        ? clause.compared(from, to, sign, not !== "")
        : null,
  ],
  [
    of(`${F}(?: THAT)? (GE|LE|GT|LT) ${F} (?:OBJ )?BAD`),
    (clause, from = "", sign = "", to = "") => clause.compared(from, to, sign, true),
  ],
  [
    of(`(?:OBJ |it |IS )*BAD IF ${F} (?:IS )?(NOT )?(?:IS )?(GE|LE|GT|LT) ${F}`),
    (clause, from = "", not = "", sign = "", to = "") =>
      clause.compared(from, to, sign, not === ""),
  ],
  [
    of(`(?:OBJ |values? |dates? |times? )(GE|LE|GT|LT) ${F} BAD`),
    (clause, sign = "", to = "") => clause.compared("", to, sign, true),
  ],
  [of(`${F}? ?MUST IS LEAST`), (clause, from = "") => clause.compared(from, "", "LE", false)],
  [of(`${F}? ?MUST IS MOST`), (clause, from = "") => clause.compared(from, "", "GE", false)],
  [
    of(
      `${F}? ?(MUST(?:NOT)?|CAN ONLY|NOT|) ?(?:IS |start |end |come |lie |fall )*(at least|at most|within|GE|LE|GT|LT|) ?(D\\d+) (GT|LT|of) (?:the )?${F}`,
    ),
    (clause, from = "", not = "", sign = "", span = "", way = "", to = "") =>
      clause.distant([from, to], { sign, way, span, isDenied: not.endsWith("NOT") }),
  ],
  [
    of(`${F}? ?MUST IS (GT|GE|LT|LE) ${F} IF ${F} IS (?:the same|on the same|equal)(?: day)?`),
    (clause, from = "", sign = "", to = "", days = "") =>
      clause.hours(sign.startsWith("G") ? [to, from] : [from, to], days),
  ],
  // Sets of fields.
  [
    of(`(?:PUTTING )?${F} (?:TOG )?WITH ${F}(?: GIVEN)? (?:BAD|MUSTNOT OK)`),
    (clause, from = "", to = "") => clause.excludes(from, to),
  ],
  [
    of(`${S}MUSTNOT PUT ${F} TOG WITH ${F}`),
    (clause, from = "", to = "") => clause.excludes(from, to),
  ],
  [
    of(`${F}? ?(?:CAN )?(?:ONLY OK|OK ONLY|ONLY GIVEN|GIVEN ONLY) WITHOUT ${F}`),
    (clause, from = "", to = "") => clause.excludes(from, to),
  ],
  [
    of(
      `IF (?:ONE1 |EITHER |ANY1 )(?:of )?${F} GIVEN ?,? (?:the )?other(?: one| field)?(?: IS)? (?:MUST GIVEN|NEEDED|MUST PUT)`,
    ),
    (clause, f = "") => clause.together(f),
  ],
  [
    of(
      `IF (?:ONE1 |EITHER |ANY1 )(?:of )?${F} GIVEN ?,? (?:the )?other(?: one| field)?(?: IS)? (?:MUSTNOT GIVEN|MUSTNOT PUT|MUST ABSENT|BAD)`,
    ),
    (clause, f = "") => clause.apart(f),
  ],
  [of(`BOTHORNONE (?:of )?${F} MUST GIVEN`), (clause, f = "") => clause.together(f)],
  [of(`${F} MUSTNOT (?:BOTH ABSENT|ABSENT TOG)`), (clause, f = "") => clause.oneOf(f)],
  [of(`OMITTING BOTH ${F} BAD`), (clause, f = "") => clause.oneOf(f)],
  [
    of(`IF (?:BOTH ${F} ABSENT|NEITHER ${F} GIVEN) ,? ?(?:OBJ )?BAD`),
    (clause, both = "", neither = "") => clause.oneOf(both || neither),
  ],
  [
    of(
      `(?:${S}(?:MUST |CAN )?PUTS? )?(?:EITHER )?(?:BOTH )?${F} (?:IS )?MUTEX(?: (?:as|because|since|so) .*)?`,
    ),
    (clause, f = "") => clause.apart(f),
  ],
  [
    of(`${F}? ?(?:IS )?MUTEX WITH (?:BOTH )?${F}`),
    (clause, from = "", to = "") => clause.excludes(from, to),
  ],
  [
    of(`${S}(?:MUSTNOT|NOT) PUT (?:BOTH|MORETHAN1) ${F}(?: TOG)?`),
    (clause, f = "") => clause.apart(f),
  ],
  [of(`${S}MUSTNOT PUT ${F} (?:TOG|BOTH|MUTEX)`), (clause, f = "") => clause.apart(f)],
  [of(`${F} MUSTNOT BOTH GIVEN(?: TOG)?`), (clause, f = "") => clause.apart(f)],
  [of(`${F} MUSTNOT BOTH PUT(?: TOG)?(?: OBJ)?`), (clause, f = "") => clause.apart(f)],
  [of(`(?:BOTH )?${F} MUSTNOT (?:GIVEN|PUT|OK) TOG`), (clause, f = "") => clause.apart(f)],
  [
    of(`(?:OBJ )*(?:THAT )?(?:PUTTING |PUTS? |WITH )?BOTH ${F}(?: (?:TOG|GIVEN|OBJ))* BAD`),
    (clause, f = "") => clause.apart(f),
  ],
  [
    of(`OBJ BAD IF (?:OBJ |it )?(?:PUTS? )?BOTH ${F}(?: (?:TOG|GIVEN))*`),
    (clause, f = "") => clause.apart(f),
  ],
  [of(`(?:PUTTING )?${F} TOG(?: GIVEN)? BAD`), (clause, f = "") => clause.apart(f)],
  [of(`(?:PUTTING )?MORETHAN1 ${F}(?: GIVEN)? BAD`), (clause, f = "") => clause.apart(f)],
  [of(`${S}(?:MUST |CAN )?(?:ONLY )?PUTS? ONLY1 ${F}`), (clause, f = "") => clause.apart(f)],
  [
    of(`ONLY1 ${F} (?:CAN |MUST |should )?(?:GIVEN|OK|PUTS?)(?: TOG)?`),
    (clause, f = "") => clause.apart(f),
  ],
  [
    of(`${S}(?:MUST )?(?:PUTS?|NEED) EXACT1 ${F}(?: (?:GIVEN|NOTBOTH))?`),
    (clause, f = "") => clause.exactlyOne(f),
  ],
  [
    of(`EXACT1 ${F} (?:MUST GIVEN|MUST PUTS?|MUST|NEEDED)(?: ?,? NOTBOTH)?`),
    (clause, f = "") => clause.exactlyOne(f),
  ],
  [
    of(`${S}MUST PUTS? (?:ONE1 |EITHER )?${F} ?,? ?(?:NOTBOTH|MUTEX)`),
    (clause, f = "") => clause.exactlyOne(f),
  ],
  [
    of(`(?:ONE1 |EITHER )?${F} (?:MUST GIVEN|NEEDED) ?,? ?NOTBOTH`),
    (clause, f = "") => clause.exactlyOne(f),
  ],
  [
    of(
      `(?:${S}(?:EITHER )?(?:CAN )?(?:ONLY )?PUTS? |OBJ IS )?(?:ONLY )?(?:ONE1 |EITHER )?${F} ?,? ?(?:but )?(?:do )?(?:NOTBOTH|MUTEX)`,
    ),
    (clause, f = "") => clause.apart(f),
  ],
  [
    of(`(?:ONE1 |EITHER )?${F} (?:CAN )?(?:GIVEN|OK) ?,? ?NOTBOTH`),
    (clause, f = "") => clause.apart(f),
  ],
  [of(`${S}(?:MUST )?(?:PUT|WITH) ANY1 ${F}(?: GIVEN)?`), (clause, f = "") => clause.oneOf(f)],
  [of(`NEED ANY1 ${F}(?: GIVEN)?`), (clause, f = "") => clause.oneOfWithOwn(f)],
  [of(`${S}MUSTNOT (?:OK )?WITHOUT ANY1 ${F}`), (clause, f = "") => clause.oneOf(f)],
  [of(`(?:OBJ )?WITHOUT ANY1 ${F} (?:OBJ )?BAD`), (clause, f = "") => clause.oneOf(f)],
  [
    of(`(?:OBJ )?(?:WITH|PUTTING|THAT PUTS?) NEITHER ${F} BAD`),
    (clause, f = "") => clause.oneOf(f),
  ],
  [of(`${S}ONLY OK WITH ANY1 ${F}`), (clause, f = "") => clause.oneOf(f)],
  [of(`ANY1 ${F} (?:MUST GIVEN|MUST PUT|NEEDED|MUST)`), (clause, f = "") => clause.oneOf(f)],
  [
    of(`${S}MUST PUT (?:ONE1 |EITHER )?${F}(?: ?,? ?ORBOTH)?`),
    (clause, f = "") => clause.oneOfList(f),
  ],
  [of(`${S}MUST PUT ONE1 ${F}`), (clause, f = "") => clause.oneOf(f)],
  [of(`PUT (?:ONE1 |EITHER )?${F} ?,? ?ORBOTH`), (clause, f = "") => clause.oneOf(f)],
  [
    of(`(?:ONE1|EITHER) ${F} (?:MUST GIVEN|NEEDED)(?: ?,? ?ORBOTH)?`),
    (clause, f = "") => clause.oneOf(f),
  ],
  [of(`${F} (?:MUST GIVEN|NEEDED)(?: ?,? ?ORBOTH)?`), (clause, f = "") => clause.oneOfList(f)],
  [
    of(`(?:BOTH )?${F} (?:MUST )?PAIR(?: (?:as|because|since|so) .*)?`),
    (clause, f = "") => clause.together(f),
  ],
  [of(`(?:MUST )?PAIR WITH ${F}`), (clause, f = "") => clause.together(f)],
  [
    of(
      `(?:${S}(?:MUST )?PUT )?(?:EITHER |BOTH )*${F}(?: (?:MUST|CAN))?(?: (?:GIVEN|TOG|PAIR))* ?,? ?BOTHORNONE(?: (?:as|because|since|so) .*)?`,
    ),
    (clause, f = "") => clause.together(f),
  ],
  [
    of(
      `(?:(?:OBJ )?(?:MUSTNOT )?(?:PUT|WITH) )?(?:ONE1 )?${F}(?: MUST GIVEN TOG)? ?,? ?NOTALONE(?: BAD)?`,
    ),
    (clause, f = "") => clause.together(f),
  ],
  [of(`${F} NEED BOTH ${F}`), (clause, from = "", f = "") => clause.needsBoth(from, f)],
  [
    of(`BOTH ${F} (?:MUST (?:TOO )?GIVEN|NEEDED)`),
    (clause, f = "") => (clause.when.length > 0 ? null : clause.together(f)),
  ],
  // One field needs the other.
  [
    of(`${F} WITHOUT ${F} WITHOUT ${F} ,? ?BAD`),
    (clause, one = "", both = "", other = "") => clause.eachOther([one, other], both),
  ],
  [of("SURE (K\\d+)"), (clause, mark = "") => clause.needsValue("", mark)],
  [of(`SURE ${F} GIVEN(?: TOO)*`), (clause, to = "") => clause.needs("", to)],
  [
    of(
      `${S}MUST PUT ${F} for ${F} to (?:IS |TOO )*(?:evaluated|applied|considered|enforced|processed|counted|GIVEN|OK(?: effect)?)`,
    ),
    (clause, to = "", from = "") => clause.needs(from, to),
  ],
  [
    of(`${F}? ?NEEDED (?:TOG )?WITH ${F}`),
    (clause, needed = "", by = "") => clause.neededBy(by, needed),
  ],
  [
    of(`${F} (?:MUST )?accompany ${F}`),
    (clause, to = "", from = "") =>
      clause.when.length > 0 ? clause.required(to) : clause.needs(from, to),
  ],
  [
    of(`NO ${F} (?:CAN |MUST )?(?:GIVEN|OK|PUT) WITHOUT ${F}`),
    (clause, from = "", to = "") => clause.needs(from, to),
  ],
  [of(`NEEDED by ${F}`), (clause, f = "") => clause.neededBy(f, "")],
  [of(`${F} NEEDED WITHOUT ${F}`), (clause, one = "", other = "") => clause.either(one, other)],
  [of(`NEEDED WITHOUT ${F}`), (clause, other = "") => clause.either("", other)],
  [of(`(?:GE )${F} MUST GIVEN`), (clause, f = "") => clause.oneOfList(f)],
  [
    of(
      `${F}? ?(?:TOO )?(?:NEED|MUST (?:MATCHED|WITH|PUT WITH|come WITH|go WITH|GIVEN WITH|GIVEN TOG WITH|TOG WITH)|IS PUT WITH|(?:CAN )?(?:ONLY )(?:GIVEN |PUT |OK |CAN )*(?:WITH|MATCHED|TOG WITH)|(?:MATCHED|CAN GIVEN) ONLY (?:TOG )?WITH) (?:BOTH )?${F}(?: (?:to|GIVEN|TOO|TOG|NEEDED|PUT))*`,
    ),
    (clause, from = "", to = "") => clause.needs(from, to),
  ],
  [
    of(`${F}? ?MUSTNOT (?:GIVEN |PUT |OK |TOO )*(?:WITHOUT|ABSENT) ${F}(?: GIVEN)?`),
    (clause, from = "", to = "") => clause.needs(from, to),
  ],
  [
    of(`(?:${S}MUSTNOT PUT |PUTTING )${F} WITHOUT ${F}(?: BAD)?`),
    (clause, from = "", to = "") => clause.needs(from, to),
  ],
  [
    of(`${F} (?:WITHOUT|THAT OMIT) ${F} BAD`),
    (clause, from = "", to = "") => clause.needs(from, to),
  ],
  // One field excludes the other.
  [
    of(
      `${F}? ?(?:CAN |MUST |IS )?(?:EXCL(?: PUTTING)?|MUSTNOT (?:GIVEN |PUT |TOO |TOG )*(?:WITH|MATCHED|TOG WITH)|BAD (?:TOG )?(?:WITH|TOG WITH)|NOT TOG WITH|EXCL TOG) ${F}(?: (?:as|because|since|so) .*)?`,
    ),
    (clause, from = "", to = "") => clause.excludes(from, to),
  ],
  [of(`${S}MUSTNOT PUT ${F} WITH ${F}`), (clause, from = "", to = "") => clause.excludes(from, to)],
  [
    of(`NEITHER ${F} (?:CAN |MUST )?(?:GIVEN |OK )?(?:WITH|MATCHED) ${F}`),
    (clause, to = "", from = "") => clause.excludes(from, to),
  ],
  [of(`EXCL ${F}`), (clause, f = "") => clause.forbidden(f)],
  // Fields in certain cases.
  [
    of(`(?:OBJ )?(?:MUST |TOO )*(?:PUT|NEED)(?: (?:BOTH|TOO|NEED))* ${F}(?: (?:GIVEN|TOO))*`),
    (clause, f = "") => clause.required(f),
  ],
  [
    of(`(?:BOTH )?${F} (?:MUST (?:TOO |BOTH )?GIVEN|NEEDED|MUST NEEDED|IS NEEDED)(?: TOG)?`),
    (clause, f = "") => clause.required(f),
  ],
  [of(`(?:MAKES|MAKES OBJ|OBJ MAKES) ${F} NEEDED`), (clause, f = "") => clause.needs("", f)],
  [of(`${F} MAKES ${F} NEEDED`), (clause, from = "", to = "") => clause.needs(from, to)],
  [of(`(?:OBJ )?(?:NEEDED|MUST GIVEN|MUST PUT)`), (clause) => clause.required("")],
  [of(`${F}? ?MUSTNOT ABSENT`), (clause, f = "") => clause.required(f)],
  [
    of(`${S}(?:MUSTNOT|NOT) (?:PUT|WITH|OK) ${F}(?: (?:TOO|TOG))?`),
    (clause, f = "") => clause.forbidden(f),
  ],
  [
    of(`${F} (?:MUSTNOT (?:GIVEN|OK)|MUST ABSENT|BAD|MUST OMIT)(?: TOG)?`),
    (clause, f = "") => clause.forbidden(f),
  ],
  [
    of(`(?:OBJ )?(?:MUST )?OMIT ${F}(?: (?:out|empty|ABSENT|blank|off|away))?`),
    (clause, f = "") => clause.forbidden(f),
  ],
  [
    of(`(?:NO|NEITHER) ${F} (?:CAN |MUST )?(?:OK|GIVEN|PUT)`),
    (clause, f = "") => clause.forbidden(f),
  ],
  [of(`(?:OBJ )?(?:MUST )?(?:PUT|CAN PUT|OK) NO ${F}`), (clause, f = "") => clause.forbidden(f)],
  [of(""), (clause) => (clause.how === "ONLY" ? clause.allowed("") : null)],
  [of("(?:MUSTNOT (?:GIVEN|PUT|OK)|MUST ABSENT|BAD)"), (clause) => clause.forbidden("")],
  [of(`(?:MAKES|MAKES OBJ) ${F} BAD`), (clause, f = "") => clause.forbidden(f)],
  [of(`${F}? ?(?:CAN )?(?:GIVEN|OK|PUT)`), (clause, f = "") => clause.allowed(f)],
  [of(`(?:OBJ )?(?:CAN PUT|PUT|OK) ${F}`), (clause, f = "") => clause.allowed(f)],
  [of(`${F}? ?(?:CAN )?ONLY (?:CAN )?(?:GIVEN|OK|PUT)`), (clause, f = "") => clause.limited(f)],
  [of(`(?:(?:CAN )?ONLY|OK ONLY|GIVEN ONLY|CAN GIVEN ONLY)`), (clause) => clause.limited("")],
  // Values.
  [of(`${F}? ?NEED (K\\d+)`), (clause, from = "", mark = "") => clause.needsValue(from, mark)],
  [
    of(`(?:CAN IS )?${V}(?: IS)?`),
    (clause, v = "") => (clause.how === "ONLY" ? clause.limitedValues(v) : null),
  ],
  [
    of(
      `(?:OBJ |the )?ONLY (?:OK )?(?:OBJ|values?|options?|choices?|F\\d+)(?: THAT)?(?: CAN)?(?: OK| GIVEN)? (?:IS )?${V}`,
    ),
    (clause, v = "") => clause.onlyValues(v, ""),
  ],
  [of(`${V} MUST (?:GIVEN|PUT)`), (clause, v = "") => clause.onlyValues(v, "")],
  [
    of(
      `(?:MUST )?(?:IS |GIVEN )?${V}(?: IS OBJ)?(?: IS)? (?:the )?ONLY (?:OBJ|F\\d+|(?:[a-z]+ )?(?:values?|options?|choices?|ones?|types?|kinds?|levels?|roles?|settings?))(?: THAT)?(?: CAN)?(?: (?:GIVEN|OK|PUT))?`,
    ),
    (clause, v = "") => clause.onlyValues(v, ""),
  ],
  [
    of(`(?:OBJ |F\\d+ )?(?:CAN ONLY|MUST(?: ONLY)?|ONLY CAN) (?:IS )?${V}`),
    (clause, v = "") => clause.onlyValues(v, ""),
  ],
  [of(`ONLY ${V} (?:CAN )?(?:IS )?(?:GIVEN|OK|PUT)`), (clause, v = "") => clause.onlyValues(v, "")],
  [
    of(`(?:OBJ )?(?:CAN )?(?:ONLY OK|OK ONLY|ONLY PUT|PUT ONLY) ${V}`),
    (clause, v = "") => clause.onlyValues(v, ""),
  ],
  [of(`${F}? ?MUST (?:IS )?${V}`), (clause, f = "", v = "") => clause.onlyValues(v, f)],
  [
    of(`${F} (?:NEED|CAN ONLY IS|ONLY OK|OK ONLY) ${V}`),
    (clause, f = "", v = "") => clause.onlyValues(v, f),
  ],
  [
    of(`${F}? ?(?:MUSTNOT|NOT) (?:IS |PUT |OK )?${V}`),
    (clause, f = "", v = "") => clause.forbiddenValues(v, f),
  ],
  [
    of(
      `${V} (?:MUSTNOT ?(?:GIVEN|PUT|IS OBJ|IS ONE1 OBJ|IS|IS ONE1|)|BAD)(?: ?(?:in|as|for|ONE1|among|part of|) ${F})?`,
    ),
    (clause, v = "", f = "") => clause.forbiddenValues(v, f),
  ],
  [of(`${S}MUSTNOT PUT ${V}`), (clause, v = "") => clause.forbiddenValues(v, "")],
  [
    of(`${V} (?:CAN )?(?:GIVEN|OK|PUT)`),
    (clause, v = "") => (clause.how === "" ? null : clause.limitedValues(v)),
  ],
  [
    of(`${V} (?:CAN )?ONLY (?:GIVEN|OK|PUT)`),
    (clause, v = "") => (clause.how === "" ? clause.limitedValues(v) : null),
  ],
];

/**
 * The rules that a sentence states about relations between fields. Empty if it cannot be read.
 *
 * Every clause must be understood, and the sentence must not name things outside the request or
 * have more than 600 characters. The previous sentence is only used if this one refers to its
 * fields, as in "Both are not allowed". Other conditions around the sentence are ignored.
 */
export function relationDrafts(sentence: Sentence, context: ReadContext): readonly Draft[] {
  if (isTooLong(sentence)) return [];
  const text = sentence.text
    .replace(RESTATED_CASE, "")
    .replace(RESTATED, "")
    .replace(/[.!]\s*$/, "")
    .replace(UNTIL, (end, at: number, all: string) =>
      IS_LATER.test(end) && !IS_PAST.test(all.slice(0, at)) ? "" : end,
    )
    .replace(CHOICE, (_, denied = "") => `It must ${denied}be `);
  // Names of fields do not refer to things outside the request: `country` in backticks, or
  // "Country" in that field's own description.
  const words = text
    .replaceAll(/`[^`]*`|\bnext to\b/g, "")
    .split(/\b/)
    .filter((word) => !isOwnWord(word, context));
  if (text.length > longest || elsewhere.test(words.join(""))) return [];
  const row = new RelationRow({ ...sentence, text }, context);
  // "A request with both is rejected" is about the fields that the previous sentence lists.
  const { before } = sentence;
  const whole =
    before !== null && POINTS_BACK.test(text) && !/ [FVKC]\d/.test(row.text)
      ? (ofTheTwo(text, before, context) ?? `${before.text.replace(/[.!]\W*$/, "")}; ${text}`)
      : text;
  if (whole.length > longest) return [];
  const read = whole === text ? row : new RelationRow({ ...sentence, text: whole }, context);
  return new RelationReader(read, context).drafts() ?? [];
}

/** "The two parameters", as the subject of a sentence. */
const THE_TWO = /^\W*(?:the two(?: [a-z]+)?|both(?: [a-z]+s)?)(?= (?:cannot|must|may|can|are)\b)/i;

/**
 * Replaces "the two parameters" with the names of the described field and of the only other field
 * that the previous sentence names. Null if it names none or several.
 */
function ofTheTwo(text: string, before: Sentence, context: ReadContext): string | null {
  const { self } = context;
  const row = new RelationRow(before, context);
  const marks = row.text.match(/\bF\d+/g) ?? [];
  const names = new Set(marks.flatMap((mark) => row.fieldsOf(mark)).map(({ name }) => name));
  if (self !== null) names.delete(self.name);
  const [other, ...others] = names;
  return self === null || other === undefined || others.length > 0 || !THE_TWO.test(text)
    ? null
    : text.replace(THE_TWO, `\`${self.name}\` and \`${other}\``);
}

/** Whether a word occurs in the name of the described field. */
function isOwnWord(word: string, { self }: ReadContext): boolean {
  const parts = self?.name.toLowerCase().split("_") ?? [];
  return parts.some((part) => singularOf(part) === singularOf(word.toLowerCase()));
}

class RelationReader {
  readonly #row: RelationRow;
  readonly #context: ReadContext;

  constructor(row: RelationRow, context: ReadContext) {
    this.#row = row;
    this.#context = context;
  }

  /** The rules of all parts of the sentence. Returns null if a part cannot be read. */
  drafts(): Derived {
    const { parts, listed } = this.#resolved(
      this.#row.text
        .replace(/^ of (F\d+) , ((?:EXACT|ANY|ONLY)1) (?=CAN|MUST|NEEDED|IS|GIVEN)/, " $2 $1 ")
        .replace(/(?: ,)?(?: and)? (BAD|ABSENT|MUSTNOT GIVEN) OTHERWISE(?= |$)/, " ; OTHERWISE $1")
        .replace(/(?<= C\d.*)(?: [,;])?(?: and| but)? (?:FREE OTHERWISE|OTHERWISE FREE) ?$/, "")
        .replace(/(?<=^ )IF BOTH GIVEN , (?=F\d+ .*\b(?:GE|LE|GT|LT)\b)/, "")
        // "If start and end are the same day, a must be after b". "The OBJ" is any noun.
        .replace(
          /^ IF (F\d+) IS the OBJ , (F\d+ MUST IS (?:GT|GE|LT|LE) F\d+) ?$/,
          (match, days: string, order: string) =>
            SAME_DAY.test(this.#context.sentence.text) ? ` ${order} IF ${days} IS the same` : match,
        )
        .replace(/(?<=\b(?:GE|LE|GT|LT) F\d+) IF BOTH (?:OBJ |[a-z]+ )?GIVEN ?$/, "")
        // "If you override the dates, both a and b have to be given".
        .replace(/^ IF [^FVKC,;]*, (?=BOTH F\d+ (?:MUST|NEEDED))/, " ")
        .replace(/ ONLY NEEDED (?=C\d)/, " NEEDED ")
        // "An offer needs both a and b".
        .replace(/ OBJ (?:MUST )?NEED BOTH (F\d+)(?= ?$| [;,])/, " $1 PAIR")
        // "Only used, and then required, for A".
        .replace(/ ONLY (?:GIVEN|OK|PUT) ,? ?and (?:TOO )?NEEDED ,? ?(?=C\d)/, " NEEDED IFF ")
        // "A and b can be used to override the dates and have to be sent together".
        .replace(
          /^ (F\d+) CAN (?:GIVEN|PUT)[^FVKC,;]*? and (?=(?:MUST|MUSTNOT|PAIR|NEED) )/,
          " $1 ",
        )
        // "Optional, and only allowed for A".
        .replace(/ FREE (?:, )?(?:and|but) (?=ONLY )/, " ")
        // "To name your basket, set exactly one of a and b": without a basket, none may be needed.
        .replace(/^ to [^FVKC,;]* , (?:MUST )?PUT EXACT1 /, " PUT ONLY1 ")
        // "To move it, pass a along with b. A b on its own is rejected".
        .replace(
          /^(?: to [^FVKC,;]* ,)? (?:MUST )?PUT (F\d+) (?:TOG )?WITH (F\d+) [;,] (?:OBJ|F\d+) (?:GIVEN )?ALONE BAD(?= ?$)/,
          (match, needed: string, owner: string) =>
            this.#own().some((self) => this.#row.fieldsOf(owner).includes(self))
              ? ` ${owner} NEED ${needed}`
              : match,
        )
        // "To use templates, do not set any other fields: a and b".
        .replace(/ MUSTNOT PUT (?:ANY1 )?(?:[a-z]+ )*: (F\d+)(?= ?$)/, " MUSTNOT PUT $1")
        .replace(GLOSS, (gloss, head?: string) =>
          this.#own().some((self) => !head || this.#row.fieldsOf(head).includes(self))
            ? " "
            : gloss,
        )
        .replace(EITHER_CASE, (_, cases: string) => ` PUT ${this.#row.listOfCases(cases)} NOTBOTH `)
        .split(JOINT)
        .map((part) => part.trim())
        .filter((part) => part !== ""),
    );
    const isElsewhereBad = parts.slice(1).some((part) => OTHERS_BAD.test(part));
    let drafts: readonly Draft[] = [];
    let carried: readonly Condition[] = [];
    let before = "";
    for (const [index, stated] of parts.entries()) {
      if (index > 0 && stated === "OTHERWISE FREE") continue;
      if (/\bFREE\b/.test(stated)) return null;
      const part = this.#referring(this.#likewise(stated, before), before);
      before = part;
      if (index === 0 && parts.length > 1 && HEAD.test(part)) continue;
      if (index > 0 && (OTHERS_BAD.test(part) || this.#isConsequence(part))) continue;
      if (/\bBOTHFINE\b/.test(part)) {
        if (!drafts.every(({ kind }) => kind === "at-least-one-of")) return null;
        continue;
      }
      const alone = /^(F\d+)? ?(?:MUSTNOT|NOT) (?:GIVEN |PUT |OK )?ALONE$/.exec(part);
      if (alone) {
        carried = (alone[1] ? this.#row.fieldsOf(alone[1]) : this.#own()).map(present);
        continue;
      }
      // "Entries with a kind of X: …" is a condition for everything after it.
      const head = /^(?:OBJ )*C(\d+)(?: OBJ)*$/.exec(part);
      if (head && index === 0) {
        carried = this.#row.conditionsOf(head[1] ?? "");
        continue;
      }
      // A refusal of all other cases means that the field is required only in this case, or allowed
      // only in this case.
      const how = /\bNEEDED\b|\bMUST (?:GIVEN|PUT)\b/.test(part) ? "IFF" : "ONLY";
      const restricted =
        isElsewhereBad && /\b(?:OK|GIVEN|PUT|NEEDED)\b/.test(part)
          ? part.replace(/(?<!\b(?:ONLY|UNLESS|IFF) )\bC\d/, `${how} $&`)
          : part;
      const more = this.#clause(restricted, carried);
      // A description before the rule: "The number of days to look back. (Must be less than a.)"
      if (
        !more &&
        index === 0 &&
        !/\b[FVKC]\d|\b(?:MUST|NEED|BAD|ONLY|EXCL|IF|UNLESS|NO)/.test(part)
      )
        continue;
      // "Use either a or b, a rule with both is invalid": only the rest states a rule.
      // "Carousels need a or b": only for some objects.
      const isOfSome = /^[a-z]+s /.test(part);
      if (
        !more &&
        listed !== null &&
        part.includes(listed) &&
        !isOfSome &&
        !/\b[VKC]\d|\bMUST/.test(part)
      )
        continue;
      if (!more) return null;
      drafts = [...drafts, ...more];
    }
    const unique = [...new Map(drafts.map((draft) => [JSON.stringify(draft), draft])).values()];
    return unique.every((draft) => this.#isPossible(draft)) && !isContradiction(unique)
      ? unique
      : null;
  }

  /**
   * Adds the list of fields that "both" or "none of these" refers to. Returns the parts, and the
   * mark of this list.
   */
  #resolved(parts: readonly string[]): {
    readonly parts: readonly string[];
    readonly listed: string | null;
  } {
    let listed: string | null = null;
    const resolved = parts.map((part, index) => {
      if (index === 0 || /\bF\d/.test(part)) return part;
      const named = parts.slice(0, index).findLast((before) => /\bF\d/.test(before));
      const [list = "", ...others] = named?.match(/F\d+/g) ?? [];
      const { groups, isMixed } = this.#row.listOf(list);
      if (others.length > 0 || groups.length < 2 || isMixed) return part;
      const result = part
        .replace(
          /\b(BOTH|NEITHER|MORETHAN1|ANY1|EXACT1|ONLY1|ONE1)\b(?: (?:of|OBJ|these|them|those))*/,
          `$1 ${list}`,
        )
        .replace(
          /^(?:do |[A-Z]+ )?(?:OBJ or the other )?(NOTBOTH|BOTHORNONE|MUTEX|PAIR)$/,
          `${list} $1`,
        );
      if (result !== part) listed = list;
      return result;
    });
    // "A and b: send both or none".
    const isHead = listed !== null && /^(?:[a-z]+ )*F\d+$/.test(parts[0] ?? "");
    return { parts: isHead ? resolved.slice(1) : resolved, listed };
  }

  #own(): readonly Field[] {
    return this.#context.self ? [this.#context.self] : [];
  }

  /** Replaces a leading "which" or "they" with the field or case that was named last. */
  #referring(part: string, before: string): string {
    return part.replace(
      /^(?:THAT|they|OBJ two|the two)(?= )/,
      (word) => (before.match(/F\d+/g) ?? before.match(/C[\d+]+/g))?.at(-1) ?? word,
    );
  }

  /** Applies the previous statement to another field: "The same goes for a". */
  #likewise(part: string, before: string): string {
    const [, field] = /^LIKEWISE (F\d+)$/.exec(part) ?? [];
    return field === undefined ? part : `${field} ${before.replace(/^F\d+ /, "")}`;
  }

  /** Whether a part only repeats the rule: "Such requests are rejected". */
  #isConsequence(part: string): boolean {
    return !/\b[FVKC]\d/.test(part) && /\b(?:BAD|MUTEX)\b|^OBJ|^OTHERWISE/.test(part);
  }

  #isPossible({ kind, when, params }: Draft): boolean {
    const field = this.#context.vocabulary.fields.get(String(params.field));
    if (kind !== "at-least-one-of" && !("lower" in params) && !("start" in params)) {
      if (!field) return false;
      if (kind !== "forbidden-values-when" && field.isRequired) return false;
      if (when.some((condition) => condition.field === field.name) && !isOfBoolean(field))
        return false;
    }
    return new Set(when.map((condition) => condition.field)).size === when.length;
  }

  /** Reads one clause: its conditions, and what applies under them. */
  #clause(clause: string, carried: readonly Condition[] = []): Derived {
    const conditions: Applied[] =
      carried.length > 0 && !/\bC\d/.test(clause) ? [{ how: "", when: [carried] }] : [];
    const main = trimmed(
      ` ${clause} `.replaceAll(
        /(?<= )(?:(ONLY|UNLESS|IFF) )?C(\d+(?:\+\d+)*)(?= )/g,
        (_, how: How | undefined, at: string) => {
          conditions.push({
            how: how ?? "",
            when: at.split("+").map((each) => this.#row.conditionsOf(each)),
          });
          return "";
        },
      ),
    );
    // "Requests with both a and b are rejected."
    if (/^(?:OBJ )*(?:C\d+ (?:OBJ )*BAD|BAD C\d+)$/.test(clause)) {
      const refused = this.#refused(conditions[0]?.when ?? []);
      if (refused || clause.endsWith("BAD")) return refused;
    }
    // "Baskets with a but no b are rejected."
    const lacking = /^(?:OBJ )*C\d+ (?:OBJ )*(?:but|and) (?:NO|WITHOUT) (F\d+) BAD$/.exec(clause);
    if (lacking) return this.#main(`${lacking[1]} NEEDED`, conditions);
    const because = clause.replace(BECAUSE, "");
    return (
      this.#main(main, conditions) ??
      this.#twoCases(clause) ??
      this.#described(clause, carried) ??
      (because === clause ? null : this.#clause(because, carried))
    );
  }

  /** Reads a description, then a requirement: "A holds text and must not be sent with b". */
  #described(clause: string, carried: readonly Condition[]): Derived {
    const [, subject = "", middle = "", binding = ""] =
      /^(F\d+) (.*?)(?: ,)? and ((?:MUST|MUSTNOT|EXCL|BAD|PAIR)\b.*)$/.exec(clause) ?? [];
    return subject === "" ||
      /\b[FVKCX]\d|\b(?:MUST|MUSTNOT|ONLY|IF|UNLESS|NOT|NO|OK)\b/.test(middle)
      ? null
      : this.#clause(`${subject} ${binding}`, carried);
  }

  /** Reads two clauses with one subject: "A is required if …, and forbidden if …". */
  #twoCases(clause: string): Derived {
    const [, left = "", right = ""] =
      /^(.*\bC\d+\b.*?)(?: ,)? (?:and|but) (.*\bC\d+\b.*)$/.exec(clause) ?? [];
    if (left === "") return null;
    const first = this.#clause(left);
    const [subject = ""] = /^F\d+/.exec(left) ?? [];
    const force = /^(?:ABSENT|GIVEN|OMIT)\b/.test(right) && /\bMUST /.test(left) ? "MUST " : "";
    const second = this.#clause(/^F\d/.test(right) ? right : `${subject} ${force}${right}`.trim());
    return first && second && [...first, ...second];
  }

  #main(main: string, conditions: readonly Applied[]): Derived {
    const read = (text: string): Derived => {
      if (conditions.length > 1) {
        if (conditions.some(({ how, when }) => how !== "" || when.length > 1)) return null;
        return this.#held(
          text,
          conditions.flatMap(({ when }) => when.flat()),
          "",
        );
      }
      const [only] = conditions;
      if (!only) return this.#held(text, [], "");
      // "Only if a or b is set" is not a separate rule for each field.
      if (only.how !== "" && only.when.length > 1) return null;
      const each = only.when.map((when) => this.#held(text, when, only.how));
      return each.every((drafts) => drafts !== null) ? each.flat() : null;
    };
    const asOne = read(main);
    if (asOne) return asOne;
    for (const { index, 0: joint } of main.matchAll(/ (?:, )?(?:and|but) | , /g)) {
      const [left, right] = [
        trimmed(` ${main.slice(0, index)} `),
        trimmed(` ${main.slice(index + joint.length)} `),
      ];
      const first = read(left);
      const second = first && read(right);
      if (first && second) return [...first, ...second];
    }
    return null;
  }

  /**
   * The rule for a rejected combination: both fields set, one set without the other, or all fields
   * missing.
   */
  #refused([when = [], ...others]: readonly (readonly Condition[])[]): Derived {
    const [first, second, ...more] = when;
    if (others.length > 0 || !first || !second) return null;
    if (when.every((condition) => "present" in condition && !condition.present))
      return [
        {
          kind: "at-least-one-of",
          when: [],
          params: { groups: when.map(({ field }) => [field]) },
        },
      ];
    if (more.length > 0) return null;
    const isFirstGiven = "present" in first && first.present;
    if (!isFirstGiven || !("present" in second)) return null;
    return [
      {
        kind: second.present ? "forbidden-when" : "requires-present",
        when: [first],
        params: { field: second.field },
      },
    ];
  }

  #held(text: string, when: readonly Condition[], how: How): Derived {
    const clause = new Clause(text, { when, how }, { row: this.#row, context: this.#context });
    for (const [form, read] of FORMS) {
      const match = form.exec(text);
      const drafts = match ? read(clause, ...match.slice(1).map((mark) => mark ?? "")) : null;
      if (drafts && drafts.length > 0) return drafts;
    }
    return null;
  }
}

/**
 * Whether the same field is both required and forbidden in the same case. Then a case was not
 * understood: "Required for A, and forbidden for the others".
 */
function isContradiction(drafts: readonly Draft[]): boolean {
  const casesOf = (wanted: string): ReadonlySet<string> =>
    new Set(
      drafts
        .filter(({ kind }) => kind === wanted)
        .map(({ when, params }) => JSON.stringify([params.field, when])),
    );
  const required = casesOf("requires-present");
  return [...casesOf("forbidden-when")].some((one) => required.has(one));
}

/** Whether a field is a boolean. A rule on a boolean can have a condition on the boolean itself. */
const isOfBoolean = ({ facts }: Field): boolean => facts.type === "boolean";

/** Removes words without effect from the ends of a clause. */
function trimmed(clause: string): string {
  return clause
    .replaceAll(/ TOO(?= )/g, "")
    .replaceAll(/ OBJ(?= +ONLY $)/g, "")
    .replaceAll(/ {2,}/g, " ")
    .replaceAll(/ (?:and|but|,|\(|\)|-)(?= (?:,|and|but|$))/g, "")
    .replaceAll(/^(?: (?:,|and|but|so|\(|-|OBJ))+(?= )/g, "")
    .replaceAll(/(?: (?:,|and|but|so|\)|\(|-|(?<!PUT )OBJ))+ *$/g, " ")
    .trim();
}
