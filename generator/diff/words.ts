import type { HttpCall, Type } from "../model/model.js";
import { type Bare, resolve, type Types } from "./shape.js";

/** Number of items shown of a list with more than LONGEST items. */
const SHOWN = 3;
const LONGEST = 6;

/** Prints a list in words. */
export type Listing = (names: readonly unknown[], last?: "and" | "or") => string;

/** A list in words, shortened: "A", "A and B", "A, B, C and 11 more". */
export const listed: Listing = (names, last = "and") => {
  const { first, more } = cut(names.map(shown));
  return more > 0 ? `${first.join(", ")} ${last} ${more} more` : whole(names, last);
};

/** A complete list in words: "A", "A and B", "A, B, C, D, E, F, G, H and I". */
export const whole: Listing = (names, last = "and") => {
  const all = names.map(shown);
  return all.length < 2 ? (all[0] ?? "none") : `${all.slice(0, -1).join(", ")} ${last} ${all.at(-1)}`;
};

/** The shown items of a list, and the number of items left out. */
export function cut(names: readonly string[]): { readonly first: readonly string[]; readonly more: number } {
  return names.length > LONGEST ? { first: names.slice(0, SHOWN), more: names.length - SHOWN } : { first: names, more: 0 };
}

/** An amount with its noun: "1 value", "3 values". */
export function counted(amount: number, noun: string): string {
  return `${amount} ${noun}${amount === 1 ? "" : "s"}`;
}

/** A value as written in a request, strings without quotes. */
export function shown(value: unknown): string {
  return typeof value === "string" && value !== "" ? value : JSON.stringify(value);
}

/** Method and path of a call: "POST /ad_accounts/{ad_account_id}/reports". */
export function asked({ method, path }: Pick<HttpCall, "method" | "path">): string {
  return `${method.toUpperCase()} ${path}`;
}

/** A type in words: "text", "a list of whole numbers", "A or B, or null". */
export function typeInWords(type: Type, types: Types, list: Listing = listed): string {
  const { bare, nullable } = resolve(type, types);
  return `${bareInWords(bare, types, list)}${nullable ? ", or null" : ""}`;
}

export function bareInWords(bare: Bare, types: Types, list: Listing = listed): string {
  switch (bare.kind) {
    case "values":
      return bare.values.length === 1 ? `always ${list(bare.values)}` : list(bare.values, "or");
    case "array": {
      const items = resolve(bare.items, types);
      return `a list of ${items.bare.kind in PLURAL ? PLURAL[items.bare.kind] : bareInWords(items.bare, types, list)}${items.nullable ? " or null" : ""}`;
    }
    case "union": {
      const tags = bare.members.flatMap((member) => member.values);
      return tags.length === 0 ? "one of several" : `one of several: ${list(tags, "or")}`;
    }
    default:
      return ONE[bare.kind];
  }
}

const ONE: Readonly<Record<Exclude<Bare["kind"], "values" | "array" | "union">, string>> = {
  string: "text",
  integer: "a whole number",
  number: "a number",
  boolean: "true or false",
  any: "any JSON",
  bytes: "bytes",
  object: "an object",
};

const PLURAL: Readonly<Record<string, string>> = {
  string: "texts",
  integer: "whole numbers",
  number: "numbers",
  object: "objects",
};
