// Reads sentences that allow or reject some of the values that a schema lists: "only `A` and `B`
// are supported", "C is no longer accepted". A word that is neither part of such a statement nor a
// name in the request may be a condition. A sentence with such a word yields nothing.

import type { StatedLimits } from "../lower/stated-limits.js";
import type { Json } from "../parse/json.js";
import { type Described, stemOf, wordsOf } from "./limit-amounts.js";

const FIT =
  "(?:valid|allowed|accepted|permitted|supported|acceptable|legal|possible|available|offered|usable|used)";
const UNFIT =
  "(?:rejected|reserved(?: for internal use)?|refused|invalid|unsupported|forbidden|disallowed|prohibited|unavailable|reserved|removed|retired|discontinued)";
const GIVEN =
  "(?:used|sent|set|requested|selected|chosen|specified|assigned|passed|given|provided|supplied|submitted|included|created|picked|entered|granted)";
const GIVE =
  "(?:use|send|set|request|select|choose|specify|assign|pass|give|provide|supply|submit|include|create|pick|enter|grant)";
const TAKE = "(?:accept|support|allow|permit|take)";
const BE = "(?:is|are|will be|has been|have been)";
const BE_REFUSED = `(?:${BE} (?:(?:no longer|not|never) (?:an? )?${FIT}|${UNFIT})|(?:can|may|must|shall) (?:not|never|no longer) be ${GIVEN})`;
const BE_TAKEN = `(?:${BE} ${FIT}|(?:can|may|must) be ${GIVEN})`;
const MUST = `(?:(?:must|shall)(?: always| only)?|(?:can|may) only) be(?: set to| equal to| ${GIVEN})?(?: either| one of)?`;
const CHOICE = "(?:exactly one of|only one of|one of|either|only|just)";

/** Statements that reject values. `#` stands for the values, and all other words must be known. */
const REFUSALS: readonly RegExp[] = [
  `(?<a>[^#]*)#(?<b>[^#]*) ${BE_REFUSED}(?<c>[^#]*)`,
  `(?<a>[^#]*)(?:can|may|must|shall) (?:not|never|no longer) be(?: ${GIVEN})?(?<b>[^#]*) #(?<c>[^#]*)`,
  `(?<a>[^#]*)#(?<b>[^#]*) (?:is|are) (?:only )?(?:(?:for|in) [a-z]+(?: only)?(?: and|,| but) )?not for (?:you|clients|callers|requests)(?: to ${GIVE})?(?<c>[^#]*)`,
  `neither #(?<b>[^#]*) ${BE_TAKEN}(?<c>[^#]*)`,
  `(?:do not|never|(?<a>[^#]*)(?:can|may|must) (?:not|never|no longer)) ${GIVE}(?<b>[^#]*) #(?<c>[^#]*)`,
  `(?<a>[^#]*)(?:(?:does not|do not|can not|no longer|never) ${TAKE}s?|rejects?|refuses?)(?<b>[^#]*) #(?<c>[^#]*)`,
  `(?:any|all|every)(?<a>[^#]*) (?:except|but|besides|other than|apart from) # ${BE_TAKEN}(?<c>[^#]*)`,
].map((text) => new RegExp(`^${text}$`, "i"));
const CHOICES: readonly RegExp[] = [
  `(?:only|just)(?<a>[^#]*) #(?<b>[^#]*) ${BE_TAKEN}(?<c>[^#]*)`,
  `${GIVE}(?<a>[^#]*) ${CHOICE}(?<b>[^#]*) #(?<c>[^#]*)`,
  `(?<a>[^#]*)${MUST}(?<b>[^#]*) #(?<c>[^#]*)`,
  `(?<a>[^#]*)(?:can be|may be|is|are) (?:${CHOICE}|limited to|restricted to)(?<b>[^#]*) #(?<c>[^#]*)`,
  `(?<a>[^#]*)${TAKE}s? (?:only|just|nothing but)(?<b>[^#]*) #(?<c>[^#]*)`,
  `(?<a>[^#]*)${TAKE}s?(?<b>[^#]*) # only(?<c>[^#]*)`,
  `(?<a>[^#]*)(?:${GIVE}|${TAKE}s?)(?<b>[^#]*) #[;,] (?:and )?(?:all |any )?others?(?<c>[^#]*) ${BE_REFUSED}`,
  `(?<a>[^#]*)# (?:is|are) the only(?<b>[^#]*?)(?: (?:that|which) (?:${BE_TAKEN}|works?))?(?<c>[^#]*)`,
  `no(?<a>[^#]*) (?:except|but|besides|other than|apart from) # ${BE_TAKEN}(?<c>[^#]*)`,
  `(?:any|all|every)(?<a>[^#]*) (?:except|besides|other than|apart from) # ${BE} ${UNFIT}(?<c>[^#]*)`,
].map((text) => new RegExp(`^${text}$`, "i"));

/** Words that do not restrict the statement to certain cases. */
const PLAIN = new Set(
  "new the this that it its a an any all these those of to in on at by via through with for when from as here you your we our be value option choice setting following supported allowed valid accepted api endpoint operation call request field parameter"
    .split(" ")
    .map(stemOf),
);
/** Words for "now". They change nothing, because all statements are about the present. */
const NOW =
  / ?\b(?:currently|presently|today|any ?more|right now|for (?:now|the time being)|now|yet|at (?:this|the) (?:time|moment)|at present)\b,?/gi;
/** Phrases that only repeat a rejection, as in "for internal use, and will be rejected". */
const REASON = new RegExp(
  `,? for internal use(?: only)?|,? (?:and|so|because) (?:(?:it|they) )?(?:(?:will be|is|are|gets?) (?:therefore )?${UNFIT}|(?:can|may|must) (?:not|never|no longer) be ${GIVEN})(?= ?(?:[.,;]|$))`,
  "gi",
);
/** An ending that only says that other values are allowed: "…; all others can". */
const OTHERS_FINE = /[;,] (?:and |but )?(?:all|any|the) others?\b[^;]* (?:can|may|are|do)$/i;
/** An ending such as "…; send the other one instead". */
const INSTEAD =
  /[;,.] (?:and |but )?(?:please )?(?:use|send|pass|choose|specify|prefer|leave|omit)\b[^;]*$/i;

/**
 * Returns the values in the field's schema that a sentence still allows.
 *
 * They are an `enum` in the order of the schema. For a list, the `enum` applies to its items. Null
 * if the schema lists fewer than two values, or if the sentence excludes none or all of them. Also
 * null if the sentence may apply only in some cases. `known` returns words that name the field, or
 * the subject of all requests that contain the field. The words must be as returned by `stemOf`.
 */
export function knownValuesIn(
  sentence: string,
  of: Described,
  known: () => ReadonlySet<string>,
): StatedLimits | null {
  if (of.values.length < 2) return null;
  const named = new Set<Json>();
  const mark = (whole: string, quoted: string | undefined): string => {
    const value = of.values.find((one) => String(one) === (quoted ?? whole));
    if (value === undefined) return whole;
    named.add(value);
    return "#";
  };
  const marked = sentence
    .replaceAll("#", "")
    .replace(INSTEAD, "")
    .replace(OTHERS_FINE, "")
    .replaceAll(
      /["'`]([^"'`\s]+)["'`]|\b[A-Z][A-Z0-9_]+\b|\b\w+[/.-][\w/.-]*\w|(?<![\w.-])-?\d+(?![\w.-]*\w)/g,
      mark,
    )
    .replaceAll(/#(?:(?:,? (?:and|or|nor) |, ?)#)+/g, "#")
    .replaceAll(/\bcannot\b/gi, "can not")
    .replaceAll(NOW, "")
    .replaceAll(REASON, "")
    .replace(/:(?= #)/, "")
    .replace(/\bplease /i, "")
    .trim();
  if (named.size === 0) return null;
  const isStated = (forms: readonly RegExp[]): boolean =>
    forms.some((form) => {
      const { a = "", b = "", c = "" } = form.exec(marked)?.groups ?? { a: "?" };
      return isPlain(`${a} ${b} ${c}`, known);
    });
  const isRefusal = isStated(REFUSALS);
  if (isRefusal === isStated(CHOICES)) return null;
  const left = of.values.filter((value) => named.has(value) !== isRefusal);
  if (left.length === 0 || left.length === of.values.length) return null;
  return of.kind === "array"
    ? { own: {}, items: { enum: left } }
    : { own: { enum: left }, items: {} };
}

/** Whether the statement applies to all requests, judging by these words. */
function isPlain(text: string, known: () => ReadonlySet<string>): boolean {
  if (/[^\w\s,()/-]/.test(text)) return false;
  const others = wordsOf(text).filter((word) => !PLAIN.has(word));
  if (others.length === 0) return true;
  const names = known();
  return others.every((word) => names.has(word) || names.has(verbOf(word)));
}

/** Turns "creating" into "create". */
const verbOf = (word: string): string => stemOf(word.replace(/ing$/, "e"));
