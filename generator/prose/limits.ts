// Limits of one field that only its text states, such as "255 characters at most". They become
// limits of the schema, as if it had stated them: types, checks and messages follow.

import type { Skipped } from "../parse/annotations.js";
import { getOwn, isObject, type Json, type JsonObject, originOf } from "../parse/json.js";
import { fingerprint, sentencesOf } from "./sentences.js";

/** Limits of a schema, by their keywords. */
type Stated = Readonly<Record<string, number>>;

type Kind = "string" | "array" | "number";

/** Words after which a limit is not that of every value of the field. */
const QUALIFIED =
  /\b(?:if|when|whenever|where|while|unless|except|until|only|otherwise|depend\w*|default\w*|recommend\w*|suggest\w*|should|ideal\w*|typical\w*|usual\w*|approximate\w*|about|around|roughly|example|e\.?g|for|per|each|every|total|combined|sum|together|currently|may vary)\b|[%$€]/i;

/** What a limit of a field is about in any case: one request. */
const OF_REQUEST = / (?:per|in (?:a|one|each|the same)) (?:single )?(?:request|call)\b/i;

const NUMBER = "(\\d{1,9})";
const SUBJECT = "(?:(?:the|this|its|your|a|an) )?(?:[a-z_`]+ ){0,4}?";
const MODAL =
  "(?:(?:must|may|can|has to|have to|needs? to|is|are|shall) )?(?:be |have |contain |hold )?";
const CHARACTERS = "(?:characters?|chars?)(?: long| in length)?";
const ITEMS =
  "(?:[a-z_`]+ ){0,2}[a-z_`]+s(?: (?:may|can) be (?:passed|sent|given|provided|listed|used))?";
const VERB =
  "(?:(?:you (?:may|can|must) )?(?:provide|pass|specify|include|list|send|give|add|supply|enter|use|accepts?|takes?|holds?|contains?) )?";
const AT_MOST =
  "(?:at most|up to|no more than|not more than|no longer than|(?:a )?max(?:imum)?(?: of)?|limited to|capped at)";
const NOT_ABOVE =
  "(?:must not|may not|cannot|can't|can not|not) (?:exceed|be (?:longer|more|greater|larger|higher) than|have more than|contain more than)";
const AT_LEAST =
  "(?:at least|no fewer than|no less than|not less than|(?:a )?min(?:imum)?(?: of)?)";
const FROM_TO = `(?:between )?${NUMBER}(?: and | to | ?[-–] ?)${NUMBER}`;

const LENGTHS = { least: "minLength", most: "maxLength" };
const COUNTS = { least: "minItems", most: "maxItems" };
const RANGE = { least: "minimum", most: "maximum" };

interface Wording {
  readonly kind: Kind;
  readonly pattern: RegExp;
  /** Which of the numbers is the least and which the most value. */
  readonly ends: readonly ("least" | "most")[];
}

function wordings(
  kind: Kind,
  ends: readonly ("least" | "most")[],
  ...texts: readonly string[]
): readonly Wording[] {
  return texts.map((text) => ({ kind, ends, pattern: new RegExp(`^${text}$`, "i") }));
}

/** What a clause says as a whole. */
const WORDINGS: readonly Wording[] = [
  ...wordings(
    "string",
    ["most"],
    `${SUBJECT}${MODAL}${AT_MOST} ${NUMBER} ${CHARACTERS}`,
    `${SUBJECT}${NOT_ABOVE} ${NUMBER} ${CHARACTERS}`,
    `${SUBJECT}${NUMBER}[ -]${CHARACTERS} (?:max(?:imum)?|limit|or less|or fewer|at most)`,
    `(?:the )?max(?:imum)? (?:length|number of characters)(?: is|:| of)? ?${NUMBER}(?: ${CHARACTERS})?`,
  ),
  ...wordings(
    "string",
    ["least"],
    `${SUBJECT}${MODAL}${AT_LEAST} ${NUMBER} ${CHARACTERS}`,
    `(?:the )?min(?:imum)? length(?: is|:| of)? ?${NUMBER}(?: ${CHARACTERS})?`,
  ),
  ...wordings("string", ["least", "most"], `${SUBJECT}${MODAL}${FROM_TO} ${CHARACTERS}`),
  ...wordings(
    "array",
    ["most"],
    `${VERB}${AT_MOST} ${NUMBER} ${ITEMS}`,
    `${SUBJECT}${NOT_ABOVE} ${NUMBER} ${ITEMS}`,
    `max(?:imum)? ${NUMBER} ${ITEMS}`,
  ),
  ...wordings("array", ["least"], `${VERB}${AT_LEAST} ${NUMBER} ${ITEMS}`),
  ...wordings("array", ["least", "most"], `${VERB}${FROM_TO} ${ITEMS}`),
  ...wordings(
    "number",
    ["most"],
    `${SUBJECT}${MODAL}${AT_MOST} ${NUMBER}`,
    `${SUBJECT}${NOT_ABOVE} ${NUMBER}`,
    `(?:the )?max(?:imum)?(?: value)?(?: is|:| of) ?${NUMBER}`,
  ),
  ...wordings(
    "number",
    ["least"],
    `${SUBJECT}${MODAL}${AT_LEAST} ${NUMBER}`,
    `(?:the )?min(?:imum)?(?: value)?(?: is|:| of) ?${NUMBER}`,
  ),
  ...wordings(
    "number",
    ["least", "most"],
    `${SUBJECT}${MODAL}(?:in the range )?(?:of |from )?${FROM_TO}`,
    `(?:the )?(?:allowed|accepted|valid|permitted) (?:range|values?)(?: is|:| are)? ?(?:from )?${FROM_TO}`,
    `(?:the )?range(?: is|:) ?(?:from )?${FROM_TO}`,
  ),
];

/**
 * Adds to the schemas of a slice the limits that their own texts state and their keywords do not.
 * The texts are those of the description that the slice was made from. `skipped`: the sentences to
 * pass over, by fingerprint.
 */
export function addStatedLimits(document: JsonObject, skipped: Skipped = new Map()): void {
  const open: Json[] = [document];
  for (let node = open.pop(); node !== undefined; node = open.pop()) {
    if (Array.isArray(node)) open.push(...node);
    if (!isObject(node)) continue;
    open.push(...Object.values(node));
    const { properties, schema } = node;
    for (const property of isObject(properties) ? Object.values(properties) : [])
      addTo(property, [property], skipped);
    if (typeof node.name === "string" && schema !== undefined)
      addTo(schema, [node, schema], skipped);
  }
}

/** Adds to a schema what these nodes say of it. */
function addTo(schema: Json, nodes: readonly Json[], skipped: Skipped): void {
  if (!isObject(schema) || schema.enum !== undefined) return;
  const kind = kindOf(schema);
  if (kind === null) return;
  const texts = nodes.flatMap((node) => {
    const text = getOwn(originOf(node)?.node, "description");
    return typeof text === "string" ? [text] : [];
  });
  const stated = limitsIn(texts, kind, skipped);
  for (const [keyword, limit] of Object.entries(stated ?? {}))
    if (!isStated(schema, keyword)) (schema as Record<string, Json>)[keyword] = limit;
}

function kindOf({ type, format, pattern }: JsonObject): Kind | null {
  if (type === "integer" || type === "number") return "number";
  if (type === "array") return "array";
  // The length of a date or of digits is given by their form.
  return type === "string" && format === undefined && pattern === undefined ? "string" : null;
}

/** Whether a schema states a limit at this end already, also one that excludes it. */
function isStated(schema: JsonObject, keyword: string): boolean {
  const other = { minimum: "exclusiveMinimum", maximum: "exclusiveMaximum" }[keyword];
  return schema[keyword] !== undefined || (other !== undefined && schema[other] !== undefined);
}

/**
 * The limits that texts about a field state: null if none does, or if a sentence with a number
 * besides leaves it open for whom the limit holds.
 */
export function limitsIn(
  texts: readonly string[],
  kind: Kind,
  skipped: Skipped = new Map(),
): Stated | null {
  const found: Record<string, number> = {};
  for (const text of texts) {
    const source = { label: "", pointer: "", text, field: null };
    for (const { text: sentence } of sentencesOf(source)) {
      const plain = sentence.replace(/(?<=\d),(?=\d{3}\b)/g, "").replace(OF_REQUEST, "");
      if (!/\d/.test(plain) || skipped.has(fingerprint(sentence))) continue;
      const stated = QUALIFIED.test(plain)
        ? []
        : clausesOf(plain).flatMap((one) => read(one, kind));
      if (stated.length !== 1) {
        if (LIMIT_WORDS.test(plain)) return null;
        continue;
      }
      for (const [keyword, limit] of Object.entries(stated[0] ?? {})) {
        if (found[keyword] !== undefined && found[keyword] !== limit) return null;
        found[keyword] = limit;
      }
    }
  }
  return Object.keys(found).length === 0 ? null : found;
}

const LIMIT_WORDS =
  /\b(?:max\w*|min\w*|at most|at least|up to|more than|less than|fewer|exceed\w*|limit\w*|between|range|characters?|chars?|longer|shorter|capped)\b/i;

/** The parts of a sentence between brackets, dashes and semicolons. */
function clausesOf(sentence: string): readonly string[] {
  return sentence
    .split(/[();]|\s[-–—]\s|\.(?=\s|$)/)
    .map((clause) => clause.trim().replace(/[.:!]+$/, ""))
    .filter((clause) => /\d/.test(clause));
}

function read(clause: string, kind: Kind): readonly Stated[] {
  for (const { kind: of, pattern, ends } of WORDINGS) {
    const match = of === kind ? pattern.exec(clause) : null;
    if (match === null) continue;
    const names = { string: LENGTHS, array: COUNTS, number: RANGE }[kind];
    const limits = ends.map((end, index) => [names[end], Number(match[index + 1])] as const);
    const [first, last] = limits.map(([, limit]) => limit);
    if (first !== undefined && last !== undefined && first > last) return [];
    return [Object.fromEntries(limits)];
  }
  return [];
}
