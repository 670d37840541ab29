import type { HttpCall, Type } from "../model/model.js";
import { type Bare, resolve, type Types } from "./shape.js";

/** Longer lists are cut after so many. */
const SHOWN = 3;
const LONGEST = 6;

/** A list in words. */
export type Listing = (names: readonly unknown[], last?: "and" | "or") => string;

/** "A", "A and B", "A, B, C and 11 more". */
export const listed: Listing = (names, last = "and") => {
  const { first, more } = cut(names.map(shown));
  return more > 0 ? `${first.join(", ")} ${last} ${more} more` : whole(names, last);
};

/** "A", "A and B", "A, B, C, D, E, F, G, H and I". */
export const whole: Listing = (names, last = "and") => {
  const all = names.map(shown);
  return all.length < 2 ? (all[0] ?? "none") : `${all.slice(0, -1).join(", ")} ${last} ${all.at(-1)}`;
};

/** What is shown of a list, and how many more there are. */
export function cut(names: readonly string[]): { readonly first: readonly string[]; readonly more: number } {
  return names.length > LONGEST ? { first: names.slice(0, SHOWN), more: names.length - SHOWN } : { first: names, more: 0 };
}

/** "1 value", "3 values". */
export function counted(amount: number, noun: string): string {
  return `${amount} ${noun}${amount === 1 ? "" : "s"}`;
}

/** A value as it is written in a request, texts without their quotes. */
export function shown(value: unknown): string {
  return typeof value === "string" && value !== "" ? value : JSON.stringify(value);
}

/** "POST /ad_accounts/{ad_account_id}/reports". */
export function asked({ method, path }: Pick<HttpCall, "method" | "path">): string {
  return `${method.toUpperCase()} ${path}`;
}

/** What a value may be: "text", "a list of whole numbers", "A or B, or null". */
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
