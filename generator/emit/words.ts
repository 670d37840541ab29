import { type Code, prose } from "../code.js";
import { camel } from "../lower/names.js";
import type { Column, ColumnValue } from "../model/column.js";
import type { Field, Limits, ObjectType, Request, Single, Type } from "../model/model.js";
import { knownPattern } from "./pattern.js";

/** What the values of a column are in. */
const UNITS: Readonly<Record<ColumnValue, string>> = {
  id: "An id, exact to the last digit.",
  name: "What somebody called it.",
  text: "Words.",
  url: "A link.",
  label: "One of a few words, or a number that stands for one.",
  count: "A count.",
  number: "A number; nobody states its unit.",
  rate: "A part of a whole; nobody states whether 1 or 100 is all of it.",
  ratio: "One amount for another, such as return for spend: may be above 1.",
  seconds: "A time in seconds.",
  money: "Money in the ad account's currency.",
  "micro-money": "Money in millionths of the ad account's currency.",
  "unknown-money": "Money; nobody states whether in the ad account's currency or in millionths of it.",
  unknown: "A number or words; nobody states what of.",
};

/** What a column's values are, and whether more than its name says so. */
export function columnDoc({ value, verified, note }: Omit<Column, "name">): Code {
  const noted = note === undefined ? "" : ` ${note.charAt(0).toUpperCase()}${note.slice(1)}.`;
  return prose(`${UNITS[value]}${verified || value === "unknown" ? "" : " Only its name says so."}${noted}`);
}

/** Our sentence, then what one field alone must satisfy. */
export function fieldDoc({ name, doc, type, limits, default: assumed }: Field): Code {
  const words = [doc, ...limitsInWords(type, limits, name)];
  if (assumed !== undefined) words.push(`Default: \`${JSON.stringify(assumed)}\`.`);
  return sentences(words);
}

function sentences(words: readonly string[]): Code {
  return prose(words.filter((sentence) => sentence !== "").join(" "));
}

/** What one field alone must satisfy, a sentence each. */
export function limitsInWords(type: Type, limits: Limits, name: string): readonly string[] {
  if (type.kind === "nullable") return limitsInWords(type.of, limits, name);
  if (type.kind === "array")
    return [...countInWords(limits, name), ...limitsInWords(type.items, type.each, name).map((sentence) => `Each: ${sentence}`)];
  const { pattern, minimum, above, maximum, format } = limits;
  const said: string[] = format === "date" ? ["As YYYY-MM-DD."] : [];
  if (pattern !== undefined) said.push(patternInWords(pattern));
  if (above !== undefined) said.push(`Above ${above}.`);
  if (minimum !== undefined && maximum !== undefined) said.push(`${minimum} to ${maximum}.`);
  else if (minimum !== undefined) said.push(`At least ${minimum}.`);
  else if (maximum !== undefined) said.push(`At most ${maximum}.`);
  return said;
}

function patternInWords(pattern: string): string {
  const known = knownPattern(pattern);
  return known === null ? `Matches \`${pattern}\`.` : { digits: "Digits only.", day: "As YYYY-MM-DD." }[known];
}

/** How many a list may hold, of what its name ends in: `campaign_ids` holds ids. */
function countInWords({ minItems, maxItems }: Limits, name: string): readonly string[] {
  const of = /(?<![a-z])[a-z]+s$/.exec(name)?.[0] ?? "items";
  if (minItems === undefined && maxItems === undefined) return [];
  if (maxItems === undefined) return [`At least ${minItems} ${minItems === 1 ? "item" : of}.`];
  return [minItems === undefined ? `At most ${maxItems} ${of}.` : `${minItems} to ${maxItems} ${of}.`];
}

/** What each named type of a request is. */
export function requestDocs(request: Request): ReadonlyMap<string, Code> {
  const { name, doc, body, unions = [] } = request;
  const first = [body.name, ...(body.oneOf === undefined ? [] : [body.oneOf])];
  const whole = sentences([`The request of \`${camel(name)}\`.`, doc]);
  const members = unions.find((union) => union.name === body.oneOf)?.members ?? [];
  return new Map([
    ...docsByPlace(request, body.oneOf === undefined ? [body] : []),
    ...members.flatMap(({ type }) => named(type, `One kind of \`${body.name}\`.`)),
    ...first.map((one) => [one, whole] as const),
  ]);
}

/** The same of the answer of a single call, `whole`. */
export function answerDocs(single: Single, whole: string): ReadonlyMap<string, Code> {
  const { name, doc, answer } = single;
  const of = `the answer of \`${camel(name)}\``;
  return new Map([
    ...docsByPlace(single, []),
    ...(answer?.kind === "array" ? named(answer.items, `One row of ${of}.`) : []),
    [whole, sentences([`The answer of \`${camel(name)}\`.`, doc])],
  ]);
}

/** Types by where they stand: the field that holds them, and what it is for. The first place counts. */
function docsByPlace({ objects, unions = [] }: Request, more: readonly ObjectType[]): readonly (readonly [string, Code])[] {
  const found = [...more, ...objects].flatMap(({ name, fields, others }) => [
    ...fields.flatMap((field) => held(field.type, `\`${field.name}\` of \`${name}\``, field.doc)),
    ...(others === undefined ? [] : held(others.type, `What \`${name}\` holds under any name`, others.doc)),
  ]);
  const members = unions.flatMap(({ name, members }) => members.flatMap(({ type }) => named(type, `One kind of \`${name}\`.`)));
  return [...new Map([...found, ...members].reverse())];
}

function held(type: Type, place: string, doc: string): readonly (readonly [string, Code])[] {
  if (type.kind === "nullable") return held(type.of, place, doc);
  if (type.kind === "array") return held(type.items, `One of ${place}`, doc);
  return named(type, `${place}.`, doc);
}

function named(type: Type, ...words: readonly string[]): readonly (readonly [string, Code])[] {
  return "name" in type ? [[type.name, sentences(words)]] : [];
}
