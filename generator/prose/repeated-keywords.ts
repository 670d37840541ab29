// Sentences that only repeat keywords of a schema: "Required.", "Must be a listed value."

import { bareSentence } from "./grammar.js";
import type { Sentence } from "./sentences.js";
import type { Field } from "./vocabulary.js";

const NEEDED = "(?:always |strictly )?(?:required|mandatory|compulsory|obligatory)";
const GIVEN =
  "(?:given|set|sent|provided|specified|present|supplied|included|passed|filled in|stated)";
const EVERY = "(?: (?:for|in|on|with) (?:all|any|each|every) [a-z]+(?: [a-z]+)?)?";
const KIND = "(?:field|parameter|property|attribute|value)";
const MUST = "(?:must|has to|needs to)(?: always)?";

const NAMED = "(?:an?|the|this|your) (?<name>[^ ].*?)";
const SUBJECT = `(?:(?:it|this|that)(?: ${KIND})?|the ${KIND}|${NAMED})`;

/** The sentences that demand a field. A field that is named in words is in the group `name`. */
const DEMANDS = [
  `(?:${SUBJECT} is |(?:this is |it is )?an? )?${NEEDED}(?: ${KIND})?${EVERY}`,
  `(?:${SUBJECT} )?${MUST} be ${GIVEN}${EVERY}`,
  `(?:${SUBJECT} )?(?:${MUST} not|can ?not|may not) be (?:omitted|left out|missing|absent)${EVERY}`,
  `you ${MUST} (?:give|set|send|provide|specify|supply|include|pass) (?:it|this(?: ${KIND})?|a value|${NAMED})${EVERY}`,
  `[a-z ,'-]+ \\(${NEEDED}(?: ${KIND})?\\)`,
].map((pattern) => new RegExp(`^${pattern}$`, "i"));

const LISTED =
  /^(?:(?:it|this|the (?:value|field)) )?(?:must|has to|needs to) (?:be|match|equal) (?:an?|one of the|any of the) (?:listed|enumerated|allowed|permitted|supported|accepted|known|available|valid|predefined) (?:values?|options?|enum values?|choices|constants?)$/i;

/** Whether a sentence demands one of the values that the schema lists. */
export function demandsListed(text: string, { values }: Field): boolean {
  return values.length > 0 && LISTED.test(text.trim().replace(/[.!]$/, ""));
}

const AS_DATE = /^(?:(?!\b(?:not|only|if|when|or)\b)[a-z ,:])*\byyyy-mm-dd(?: format)?$/i;

/** Whether a sentence demands a date in the format that the schema demands. */
export function demandsDate(text: string, { facts }: Field): boolean {
  return facts.format === "date" && AS_DATE.test(text.trim().replace(/[.!]$/, ""));
}

/**
 * Whether a sentence demands that the described field is present, in every case. After a sentence
 * that names something in code, "it" may not be the field.
 */
export function demandsPresence({ text, before }: Sentence, { name }: Field): boolean {
  const isOfBefore = /^(?:it|this|that)\b/i.test(text) && /[`_]/.test(before?.text ?? "");
  if (isOfBefore) return false;
  const bare = bareSentence(text).trim().replace(/[.!]$/, "");
  const demand = DEMANDS.map((pattern) => pattern.exec(bare)).find((match) => match !== null);
  const words = demand?.groups?.name?.toLowerCase();
  return (
    demand !== undefined &&
    (words === undefined || words === name.replaceAll("_", " ").toLowerCase())
  );
}
