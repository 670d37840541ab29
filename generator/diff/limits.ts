import { type Comparison, comparePatterns } from "../lower/pattern-language.js";
import type { Limits } from "../model/model.js";
import { type Found, type Side, stepOf } from "./change.js";
import type { Bare } from "./resolve.js";

type Name = keyof Limits;

/** In words, `#` for the number. */
const WORDS: Readonly<Record<Name, string>> = {
  pattern: "matches #",
  format: "a day of the calendar as YYYY-MM-DD",
  minimum: "at least #",
  above: "above #",
  maximum: "at most #",
  minLength: "at least # characters",
  maxLength: "at most # characters",
  minItems: "at least # items",
  maxItems: "at most # items",
};

const UPPER: readonly Name[] = ["maximum", "maxLength", "maxItems"];
const LOWER: readonly Name[] = ["minimum", "above", "minLength", "minItems"];

const NUMBERS: readonly Name[] = ["minimum", "above", "maximum"];

/** What is checked of a value of a kind: nobody has to keep `minItems` beside a text, nor a pattern beside an enum, so that it is no change where it goes. */
const BINDING: { readonly [kind in Bare["kind"]]: readonly Name[] } = {
  string: ["pattern", "format", "minLength", "maxLength"],
  integer: NUMBERS,
  number: NUMBERS,
  array: ["minItems", "maxItems"],
  ...{ boolean: [], values: [], any: [], bytes: [] },
  // What a form or a field may be is said of the form and of the field.
  ...{ object: [], union: [] },
};

/** The limits of a value that bind it. */
export function binding(limits: Limits, { kind }: Bare): Limits {
  return Object.fromEntries(Object.entries(limits).filter(([name]) => BINDING[kind].includes(name as Name)));
}

/** What one field alone must satisfy: as it was and as it is. Nobody checks answers, so that there it is a comment. */
export function compareLimits(old: Limits, now: Limits, place: string, side: Side): readonly Found[] {
  return (Object.keys(WORDS) as Name[]).flatMap((name): Found[] => {
    const [before, after] = [limit(old, name), limit(now, name)];
    if (before === after || (name === "pattern" && patterns(before, after) === "same")) return [];
    const step = side === "answer" ? "patch" : stepOf(isTighter(name, before, after) ? "narrower" : "wider", side);
    return [{ place, kind: "limit", step, text: text(name, before, after), old: said(name, before), new: said(name, after) }];
  });
}

type Amount = string | number | undefined;

/** No characters or no items at least is no limit. */
function limit(limits: Limits, name: Name): Amount {
  const amount = limits[name];
  return amount === 0 && (name === "minLength" || name === "minItems") ? undefined : amount;
}

/** What a pattern takes beside another one; no pattern takes every text. Null where nothing can be said. */
function patterns(before: Amount, after: Amount): Comparison | null {
  return comparePatterns(String(before ?? ""), String(after ?? ""));
}

/** Of two patterns that cannot be compared the new one counts as the tighter. */
function isTighter(name: Name, before: Amount, after: Amount): boolean {
  if (name === "pattern") return patterns(before, after) !== "wider";
  if (after === undefined) return false;
  if (before === undefined) return true;
  if (UPPER.includes(name)) return after < before;
  return LOWER.includes(name) ? after > before : true;
}

function text(name: Name, before: Amount, after: Amount): string {
  if (after === undefined) return `no longer ${limitInWords(name, before)}`;
  if (before === undefined) return `${limitInWords(name, after)} now`;
  return `${limitInWords(name, after)}, was ${before}`;
}

function limitInWords(name: Name, amount: Amount): string {
  const words = WORDS[name].replace("#", () => String(amount));
  return amount === 1 ? words.replace(/s$/, "") : words;
}

function said(name: Name, amount: Amount): Found["old"] {
  return amount === undefined ? null : { [name]: amount };
}
