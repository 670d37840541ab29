import { createHash } from "node:crypto";
import type { Form } from "../lower/schema.js";

/** An object inside a request, and which of its fields a description belongs to. */
export interface ObjectScope {
  /** The object's form, as used for its type. */
  readonly form: Form;
  /** The field of the object that the description belongs to, or null. */
  readonly field: string | null;
}

/**
 * An object, and the field in it that the text is about. If `form` is null, the object is the
 * request.
 */
export interface Holder {
  readonly form: Form | null;
  readonly field: string;
}

/** Text in the API description, such as a field's description, and its subject. */
export interface LocatedText {
  /** Readable name of the subject: `op.description`, `body:level`, `query:columns[]#schema`. */
  readonly label: string;
  /** JSON pointer of the text. */
  readonly pointer: string;
  readonly text: string;
  /** The field of the request that the description belongs to, or null. */
  readonly field: string | null;
  /** The objects inside the request whose fields the text may be about, nearest first. */
  readonly objects?: readonly ObjectScope[];
  /**
   * The objects that enclose the field, innermost first. The outermost can be the request, whose
   * form is null. Absent unless there are at least two.
   */
  readonly holders?: readonly Holder[];
  /** The objects that the subject contains: the items of a list, or the objects in a request. */
  readonly held?: readonly ObjectScope[];
  /**
   * Whether the text is outside the request, such as the description of a tag. A statement in it
   * that names no field is not about the request.
   */
  readonly isAside?: true;
}

/** One sentence of a description, with its context. */
export interface Sentence {
  /**
   * The simplified text that is read. For example, "can’t" becomes "cannot", "has to" becomes
   * "must", and "or the request fails" is removed. In descriptions of more than 50,000 characters,
   * it is as written.
   */
  readonly text: string;
  /** The text as written, which messages show and fingerprints identify. */
  readonly written: string;
  /**
   * Whether the original sentence ends with what happens otherwise, such as "or the request fails".
   * `text` omits that part.
   */
  readonly isDemanded?: true;
  readonly source: LocatedText;
  /** Number of the sentence in its description, from 1. */
  readonly number: number;
  /**
   * The previous sentence in the same paragraph or list item. Words such as "either" and "then"
   * refer to it.
   */
  readonly before: Sentence | null;
  /** The next sentence in the same paragraph or list item. */
  readonly after?: Sentence | null;
  /** The heading or list introduction above it. */
  readonly heading?: Sentence | null;
  /**
   * The first sentence of the previous list item or heading at the same depth. "All others" in this
   * sentence excludes the case in that one.
   */
  readonly beside?: Sentence | null;
}

const LONGEST_SENTENCE = 2000;
const longestText = 50_000;

/** Cached, because most operations share descriptions, and each decision needs a fingerprint. */
const fingerprints = new Map<string, string>();

/**
 * Identifies a sentence by a short hash.
 *
 * The fingerprint consists of the first 16 hex digits of the SHA-256 hash of the text. Runs of
 * white space count as one space. White space at the ends is ignored. Case matters.
 */
export function fingerprint(text: string): string {
  const known = fingerprints.get(text);
  if (known !== undefined) return known;
  const normalized = text.replace(/\s+/g, " ").trim();
  const digits = createHash("sha256").update(normalized).digest("hex").slice(0, 16);
  fingerprints.set(text, digits);
  return digits;
}

const sentencesBySource = new WeakMap<LocatedText, readonly Sentence[]>();

/**
 * Splits Markdown or HTML text into sentences without markup.
 *
 * Code is kept in backticks. Each sentence is linked to its neighbors and headings. Text of more
 * than 50,000 characters is a single sentence, with its markup; blank text has none. Calls with the
 * same source return the same objects.
 */
export function sentencesOf(source: LocatedText): readonly Sentence[] {
  const known = sentencesBySource.get(source) ?? splitText(source);
  sentencesBySource.set(source, known);
  return known;
}

/**
 * Whether a sentence has more than 2,000 characters. Such sentences are not read and count as not
 * understood, because some readers take more than linear time.
 */
export function isTooLong({ text }: Sentence): boolean {
  return text.length > LONGEST_SENTENCE;
}

function splitText(source: LocatedText): readonly Sentence[] {
  if (source.text.length > longestText)
    return [{ text: source.text, written: source.text, source, number: 1, before: null }];
  const sentences: { -readonly [Key in keyof Sentence]: Sentence[Key] }[] = [];
  let heading: Sentence | null = null;
  /** For each depth, the last sentence of the open list item or introductory paragraph. */
  let leads: readonly (readonly [depth: number, lead: Sentence])[] = [];
  let firsts: readonly (readonly [depth: number, first: Sentence])[] = [];
  for (const { sentences: texts, kind, depth } of blocksOf(source.text)) {
    const level = kind === "bullet" ? depth : kind === "heading" ? -1 : 0;
    const beside: Sentence | null =
      level === 0 ? null : (firsts.findLast(([of]) => of === level)?.[1] ?? null);
    leads = kind === "bullet" ? leads.filter(([outer]) => outer < depth) : [];
    const headingAbove: Sentence | null =
      kind === "heading" ? null : (leads.at(-1)?.[1] ?? heading);
    let before: (typeof sentences)[number] | null = null;
    for (const each of texts) {
      const sentence: (typeof sentences)[number] = {
        ...each,
        source,
        number: sentences.length + 1,
        before,
        heading: headingAbove,
        beside: before ? null : beside,
      };
      if (before === null && level !== 0)
        firsts = [...firsts.filter(([of]) => (level < 0 ? of < 0 : of < level)), [level, sentence]];
      if (before) before.after = sentence;
      before = sentence;
      sentences.push(sentence);
    }
    if (kind === "heading") heading = before;
    else if (before) leads = [...leads, [depth, before]];
  }
  return sentences;
}

/**
 * Matches "has to" and "needs to", but not "does not have to" or "the access you have to your
 * accounts".
 */
const DUTY =
  /(?<!\b(?:not|no|never|to|will|would|may|might|could|can|should|shall|longer|rarely|seldom|hardly|ever|the|a|any|who|nothing|nobody|no one|no (?:\w+ )?(?!(?:it|you|they|we) )\w+|rows?) )\b(?:has|have|needs?) to\b(?! (?:the|an?|your|their|its|his|her|this|that|these|those|our|all|any|each|know|see|request|contact|apply|ask|sign)\b)/gi;

/**
 * Straightens quotation marks. Outside quotes and backticks, replaces synonyms with "cannot",
 * "not", "must" and "rejected".
 */
function inFewWords(text: string): string {
  return text
    .replaceAll(/[\u2018\u2019]/g, "'")
    .replaceAll(/[\u201c\u201d]/g, '"')
    .split(/(`[^`]*`|"[^"]*")/)
    .map((part, index) => (index % 2 === 1 ? part : outsideQuotes(part)))
    .join("");
}

function outsideQuotes(text: string): string {
  return text
    .replaceAll(/\bcan(?:'t\b| not\b(?! only\b))/gi, (words) =>
      words.startsWith("CA") ? "CANNOT" : `${words[0]}annot`,
    )
    .replaceAll(/\bwon't\b/gi, "will not")
    .replaceAll(/\bshan't\b/gi, "shall not")
    .replaceAll(/\b([a-z]+)n't\b/gi, "$1 not")
    .replaceAll(DUTY, (words) => (/^[A-Z]/.test(words) ? "Must" : "must"))
    .replaceAll(
      /\b(is|are|be|gets?) (?:turned (?:down|away)|thrown out|bounced|knocked back)\b(?! of\b)/gi,
      "$1 rejected",
    )
    .replaceAll(
      /\bcomes? back (?:as|with) an? (?:4\d\d|error)\b|\berrors? out\b/gi,
      "will be rejected",
    )
    .replaceAll(/\b(?:is|are) going to be (?=(?:reject|refus)ed)/gi, "will be ")
    .replaceAll(
      /\b(is|are) (?:treated|regarded|considered|taken) (?:as )?(?:a mistake|an error|invalid)(?: and rejected)?\b/gi,
      "$1 rejected",
    )
    .replaceAll(
      /(?:,? for|^For) (?:obvious|technical|historical|legal|practical) reasons(?:,(?= )|(?=\.?$))/g,
      "",
    );
}

/**
 * An ending that only says what happens otherwise: "…, or the request fails", "…; otherwise you get
 * a 400 error".
 */
const CONSEQUENCE = new RegExp(
  [
    "(?<lead> [-\\u2013\\u2014]|[,;:])? (?:or(?: else)?|otherwise|else),?",
    " (?:an?(?: 4\\d\\d| validation)? error (?:occurs|is (?:returned|raised|thrown))|",
    "(?:it|they|we|you|(?:the|your|this|that|any|its|an?) (?:whole |entire |api )?",
    "(?:requests?|calls?|reports?|updates?|quer(?:y|ies)|uploads?|entry|event|item|api))",
    "(?: (?:will|would|is|are|gets?|then|be|also))* (?:",
    "fails?|rejected|refused|declined|invalid|not (?:accepted|processed|valid)|",
    "rejects? (?:it|them|the (?:request|call))|",
    "(?:(?:returns?|receives?|gets?|causes?|raises?) )?an? (?:4\\d\\d|error|4\\d\\d error|error 4\\d\\d|validation error))",
    "(?: with an? (?:4\\d\\d|error|4\\d\\d error|error 4\\d\\d))?)\\.?$",
  ].join(""),
  "i",
);
const SEND_WITH =
  /^(?:please )?(?:always )?(?:send|pass|provide|give|supply) (?:it|this|them|these) (?=(?:along |together )?with (?:`|\w+_\w))/i;
/** Words that only permit something. */
const PERMITS =
  /^(?!.*\b(?:not|never|only|no|must|cannot)\b).*\b(?:accepted|allowed|permitted|supported|valid|available|(?:can|may) be [a-z]+)\b/i;
/** Words that join a reason to a demand. */
const HENCE =
  "(?:so|hence|therefore|thus|which is why|that is why|which means(?: that)?|for (?:that|this) reason)(?: please)?|please";
/**
 * Words before a demand that do not change it: "It is printed, so use at most …", "Therefore, use
 * at most …". Does not match if they name a case, because the demand may apply only in that case.
 */
export const BEFORE_DEMAND: RegExp = new RegExp(
  [
    `^(?!(?:for|in|with|on|at|during|under)\\b)(?!.*\\b(?:if|when(?:ever)?|unless|once|where|while|until|only|as soon as)\\b.*[,;] (?:${HENCE})\\b).*[^,;][,;] (?:${HENCE}),? (?!that\\b)(?=[a-z\`])`,
    "^(?:therefore|thus|hence|consequently|for (?:that|this) reason|(?:this|that) is why),? (?=[a-z`])",
    "^(?:in|for) (?:each|every) (?:entry|item|object|element|record)(?: of the list)?, (?=[a-z`])",
  ].join("|"),
  "i",
);
/** The reason before a demand: "As it is part of a file name, …". */
export const FIRST_REASON: RegExp =
  /^(?:since|because|as|given that) (?!of\b|(?:long|soon|far) as\b)(?![^,]*\b(?:if|when|unless|until|while|where|only|except)\b)[^,;]*\b(?:is|are|was|were|has|have|do|does|can|must|may|will|cannot|gets?|becomes?|includes?|contains?|shows?|reads?|we|they|it|you)\b[^,;]*, (?=\S)/i;
/** A statement before a demand: "Decide on one of them: `a` and `b` must not …". */
const BEFORE_COLON =
  /^(?!(?:for|in|with|at|on)\b)(?![^:]*\b(?:if|when(?:ever)?|unless|where|while|until|only|except|that|which|whose|following|appl(?:y|ies)|holds?|true|(?:do|does|is|are) not|no longer)\b)(?=[^:]*\b(?:is|are|cannot|must|do|does|choose|decide|pick|select|remember)\b)[^,;:`\d]{12,}: (?=[a-z`])/i;

/** The demand in a sentence without the words before it. The whole sentence if there are none. */
export function withoutReason(sentence: string): string {
  const demand = sentence.replace(BEFORE_DEMAND, "");
  if (demand !== sentence) return demand;
  const [because = ""] = FIRST_REASON.exec(sentence) ?? [];
  const [reason = because] = BEFORE_COLON.exec(sentence) ?? [];
  // A reason that names a field, a value or anything else may be a case.
  const isCase = /[`_\d]|[A-Z]{2}/.test(reason) || /\b(?:your|for|not|no|never)\b/.test(because);
  return isCase ? sentence : sentence.slice(reason.length);
}

/** Words that, without a comma, may apply to both parts: "if `a` is set or the call is refused". */
const JOINS = /\b(?:if|when|whenever|unless|once|where|while|whether|one of|either|as long as)\b/i;

/**
 * Simplifies a sentence, and removes what happens if the request is not as required. "Send it with
 * `a`, or the call fails" becomes "Must be sent with `a`."
 */
function asRead(written: string): Words {
  const text = inFewWords(written).trimStart();
  const match = CONSEQUENCE.exec(text);
  if (match === null) return { text, written };
  const main = text.slice(0, match.index).replace(SEND_WITH, "Must be sent ");
  // "Accepted with `A`; otherwise the call fails" means "only with `A`".
  return !isUnclear(match, main) && !PERMITS.test(main)
    ? { text: `${main}.`, written, isDemanded: true }
    : { text, written };
}

/**
 * Whether a sentence ends in a consequence that may instead be part of a condition.
 *
 * An example is "if `a` is set or the call is refused". It has a word such as "if", and no comma or
 * dash directly before "or". With a comma, "or the call is refused" would clearly be a consequence.
 */
export function hasUnclearEnd({ text }: Sentence): boolean {
  const match = CONSEQUENCE.exec(text);
  return match !== null && isUnclear(match, text.slice(0, match.index));
}

function isUnclear({ groups }: RegExpExecArray, main: string): boolean {
  return groups?.lead === undefined && JOINS.test(main);
}

/** What a sentence says, without its context. */
type Words = Pick<Sentence, "text" | "written" | "isDemanded">;

/** A paragraph, a list item or a heading. */
interface Block {
  readonly sentences: readonly Words[];
  readonly kind: "text" | "bullet" | "heading";
  /** Depth of a list item, from 1; 0 for other blocks. */
  readonly depth: number;
}

const blockEnd = "\u2029";
// Markers for the kind of a block. They are private-use Unicode characters, which descriptions do
// not contain.
const [headed, itemed, indent] = ["\uE000", "\uE001", "\uE002"];

/** Cached, because many fields share one description. */
const blocksByText = new Map<string, readonly Block[]>();

/** Splits text into paragraphs, list items and intentionally broken lines, without markup. */
function blocksOf(text: string): readonly Block[] {
  const known = blocksByText.get(text) ?? blocksIn(text);
  blocksByText.set(text, known);
  return known;
}

function blocksIn(text: string): readonly Block[] {
  return (
    text
      .replaceAll(/[\uE000-\uE002]/g, " ")
      .replaceAll(/\r\n?/g, "\n")
      // Shortens long runs of blanks and empty lines, which would slow down the patterns below.
      .replaceAll(/(?<=[ \t]{40})[ \t]+/g, "")
      .replaceAll(/\n[ \t]*(?=\n[ \t]*\n)/g, "")
      .replaceAll(
        /(^|\n)(?=[^\n\w]*\w)([^\n]*)\n[ \t]*(?:-{3,}|={3,})[ \t]*(?=\n|$)/g,
        `$1${blockEnd}${headed}$2${blockEnd}`,
      )
      .replaceAll(/(^|\n)[ \t]*#{1,6}[ \t]+([^\n]+)/g, `$1${blockEnd}${headed}$2${blockEnd}`)
      .replaceAll(/<h([1-6])\b[^<>]*>([^<]*)<\/h\1>/gi, `${blockEnd}${headed}$2${blockEnd}`)
      .replaceAll(
        /(^|\n|<br\s*\/?>)[ \t]*(?:\*\*|<b>|<strong>)([^\n<*]{1,80})(?:\*\*|<\/b>|<\/strong>):?[ \t]*(?=\n[ \t]*(?:\n|[-*•]|\d+\.)|$|<br)/gi,
        `$1${blockEnd}${headed}$2${blockEnd}`,
      )
      .replaceAll(/\n(?=[ \t]*`?[A-Z][A-Z0-9_]+`?[ \t]*(?::|-|\u2013|\u2014)[ \t])/g, blockEnd)
      .replaceAll(/<br\s*\/?>\s*(?=[a-z](?![^\n<]{0,40}: ))/g, " ")
      .replaceAll(/<li\b[^<>]*>/gi, `${blockEnd}${itemed}`)
      .replaceAll(/<(?:br|p|\/p|\/li|\/?ul|\/?ol|hr)\s*\/?>/gi, blockEnd)
      .replaceAll(/\u2029\s*(?=\u2029)/g, "")
      .split(/<\/code>/i)
      .map(inBackticks)
      .join("")
      .replaceAll(/^\s*<a\b[^<>]*>([^<]*)<\/a>\s*\n/gi, `$1${blockEnd}`)
      .replaceAll(/(^\s*|[\n\u2029]\s*)\[([^\][]+)\]\([^()\s]*\)\s+(?=[A-Z])/g, `$1$2${blockEnd}`)
      .replaceAll(/\[([^\][]+)\]\([^()\s]*\)/g, "$1")
      .replaceAll(/<\/?[a-z][^<>]*>/gi, "")
      .replaceAll("**", "")
      .replaceAll(/\n[ \t]*\n/g, blockEnd)
      .replaceAll(
        /(^|[\n\u2029])([ \t]*)(?:[-*•]|\d+\.)[ \t]+/g,
        (_, _start, space: string) => blockEnd + itemed + indent.repeat(Math.min(space.length, 20)),
      )
      .replaceAll(
        /&(amp|lt|gt|quot|#39);/g,
        (_, name: string) => ({ amp: "&", lt: "<", gt: ">", quot: '"', "#39": "'" })[name] ?? "",
      )
      .split(blockEnd)
      .map(blockOf)
      .filter(({ sentences }) => sentences.length > 0)
  );
}

/**
 * Puts the code of a `<code>` tag in this part in backticks. The part was cut off before `</code>`.
 * If several tags start in the part, only the first counts. The last part has no end tag, so it is
 * unchanged.
 */
function inBackticks(part: string, pointer: number, { length }: readonly string[]): string {
  return pointer === length - 1
    ? part
    : part.replace(/<code>(.*)$/is, (_, code: string) => `\`${code.trim()}\``);
}

function blockOf(marked: string): Block {
  const normalized = marked
    .replaceAll(/[\uE000-\uE002]/g, "")
    .replaceAll(/\s+/g, " ")
    .trim();
  const sentences = splitIntoSentences(normalized).map(asRead);
  if (marked.startsWith(headed)) return { sentences, kind: "heading", depth: 0 };
  if (!marked.startsWith(itemed)) return { sentences, kind: "text", depth: 0 };
  return { sentences, kind: "bullet", depth: 1 + (marked.match(/\uE002/g)?.length ?? 0) };
}

/** Abbreviations that end with a period inside a sentence. */
const abbreviation =
  /(?:^|[\s("'])(?:e\.g|i\.e|etc|vs|approx|incl|no|St|[Mm]in|(?<!\d (?!(?:and|or|to) )[a-z]{1,12} )[Mm]ax|[A-Z])$/;

/**
 * Number of characters before a period that are checked for an abbreviation. Longer than any
 * abbreviation plus the character before it.
 */
const LONGEST_ABBREVIATION = 40;

/** Splits a paragraph into trimmed sentences; empty for blank text. */
function splitIntoSentences(block: string): readonly string[] {
  const sentences: string[] = [];
  let start = 0;
  const take = (end: number): void => {
    const sentence = block
      .slice(start, end)
      .replace(/\s+(?:[-*•]\s+)?$/, "")
      .trim();
    if (sentence !== "") sentences.push(sentence);
    start = end;
  };
  // A period followed by the beginning of a sentence, which may be a field name. A remark in square
  // brackets needs no period before it. A list item may follow on the same line.
  for (const match of block.matchAll(
    /[.!?]["'`)\]]*(?:\s+(?:[-*•]\s+)?(?=["'`([]*(?:[A-Z0-9]|[a-z]+_[a-z]))|(?=\[))|\s(?=\[[A-Z][a-z]+ )/g,
  )) {
    const isStop = /^[.!?]/.test(match[0]);
    if (
      isStop &&
      abbreviation.test(
        block.slice(Math.max(start, match.index - LONGEST_ABBREVIATION), match.index),
      )
    )
      continue;
    take(match.index + match[0].length);
  }
  take(block.length);
  return sentences;
}
