import type { EnumType, Type } from "./model/model.js";

declare const code: unique symbol;

/** Source text that is safe to print as it stands. Made in this file only: whatever comes from a description is escaped here, by kind. */
export type Code = string & { readonly [code]: true };

/** What a template is given. No leaf is a plain string, so nothing unescaped can be printed. */
export type View = Code | boolean | readonly View[] | { readonly [name: string]: View };

const IDENTIFIER = /^[A-Za-z_$][\w$]*$/;

/** Words that cannot name a variable in a module, and the names that generated functions use themselves. */
const TAKEN = new Set(
  (
    "arguments await break case catch class const continue debugger default delete do else enum eval export extends false finally for function if " +
    "implements import in instanceof interface let new null package private protected public return static super switch this throw true try typeof " +
    "undefined var void while with yield globalThis NaN Infinity Object Array Number Set body options fields found key value item index base at today severity fields add " +
    "atLeast badToday closest dayNumber isDayShaped isDigits isRecord missing notLike notOneOf onEdge outside ownFields standardSchema stepTo unknownField utcToday " +
    "violation wrongType"
  ).split(" "),
);

/** How generated files call what they declare themselves: functions, constants, and the day that a text stands for. */
const OWN = /^(check|validate)[A-Z]|Schema$|^[A-Z][A-Z0-9_]*$|_day$/;

/** Line separators and what turns the direction of text: they can make code read otherwise than it runs. */
const UNSEEN = /[\u00ad\u061c\u180e\u2028\u2029\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]/g;

/** A value as a TypeScript literal. Throws a TypeError for a number that JSON cannot hold. */
export function literal(value: string | number | boolean | null): Code {
  if (typeof value === "number" && !Number.isFinite(value)) throw new TypeError(`not a literal: ${value}`);
  return JSON.stringify(value).replace(UNSEEN, escaped) as Code;
}

/** Plain data as a TypeScript literal on one line: an object's keys stand unquoted where they may. */
export function data(value: unknown): Code {
  if (Array.isArray(value)) return `[${value.map(data).join(", ")}]` as Code;
  if (typeof value === "object" && value !== null) {
    const members = Object.entries(value).filter(([, member]) => member !== undefined);
    return (
      members.length === 0 ? "{}" : `{ ${members.map(([name, member]) => `${property(name)}: ${data(member)}`).join(", ")} }`
    ) as Code;
  }
  if (typeof value === "string" || typeof value === "number" || typeof value === "boolean" || value === null) return literal(value);
  throw new TypeError(`not plain data: ${typeof value}`);
}

/** The name of a partial or a file. */
export function partial(kind: string): Code {
  if (!/^[a-z][a-z0-9-]*$/.test(kind)) throw new TypeError(`not the name of a partial: ${kind}`);
  return kind as Code;
}

/** A name that is known to be an identifier. Throws a TypeError otherwise. */
export function identifier(name: string): Code {
  if (!IDENTIFIER.test(name)) throw new TypeError(`not an identifier: ${name}`);
  return name as Code;
}

/** A name in an import list, with `type` before it where only the type is meant. */
export function imported(name: string): Code {
  return name.startsWith("type ") ? joined`type ${identifier(name.slice("type ".length))}` : identifier(name);
}

/** The variable that holds a field: its name where that can be one, else one with `$` in it. No two fields share a variable. */
export function local(field: string): Code {
  if (IDENTIFIER.test(field) && !field.includes("$")) return (TAKEN.has(field) || OWN.test(field) ? `${field}$` : field) as Code;
  const spelt = [...field].map((character) => (/\w/.test(character) ? character : `$${character.codePointAt(0)?.toString(16)}$`));
  return `$$${spelt.join("")}` as Code;
}

/** A name where a property is declared: `level`, or `"x-y"` where quotes are needed. `__proto__` would set a prototype, so it is computed. */
export function property(name: string): Code {
  if (name === "__proto__") return '["__proto__"]' as Code;
  return IDENTIFIER.test(name) ? (name as Code) : literal(name);
}

/** Reading a property: `input.level`, or `input["x-y"]` where a dot will not do. */
export function member(of: Code, name: string): Code {
  return (IDENTIFIER.test(name) ? `${of}.${name}` : `${of}[${literal(name)}]`) as Code;
}

/** One line of prose for a comment. It cannot end the comment it stands in. */
export function prose(text: string): Code {
  // What is dropped is dropped first: an unseen character between the two would let them meet afterwards.
  return text.replace(UNSEEN, "").replaceAll("*/", "*\\/").replace(/\s+/g, " ").trim() as Code;
}

/** A pattern as a regular expression literal. A slash or a line break in it cannot end the literal. */
export function regularExpression(pattern: string): Code {
  // A backslash before such a character says that it stands for itself, which its number does, too.
  const source = new RegExp(pattern).source.replace(/\\?[\s\S]/g, (part) => part.replace(UNSEEN, escaped).replace(/^\\(?=\\u)/, ""));
  return `/${source}/` as Code;
}

/** Code put together from code and the words between. */
export function joined(words: TemplateStringsArray, ...parts: readonly Code[]): Code {
  return String.raw({ raw: words.raw }, ...parts) as Code;
}

/** Several pieces of code as one, such as the members of a union. */
export function list(parts: readonly Code[], between: " | " | " & " | ", " | " && " | " || "): Code {
  return parts.join(between) as Code;
}

/** Code that another tool made, with what nobody sees written out: only its texts and comments can hold such a character. */
export function escapeUnseen(text: string): string {
  return text.replace(UNSEEN, escaped);
}

function escaped(character: string): string {
  return `\\u${character.charCodeAt(0).toString(16).padStart(4, "0")}`;
}

/** A model type as TypeScript. Arrays are readonly, so that literals fit without a cast. */
export function typeCode(type: Type): Code {
  switch (type.kind) {
    case "integer":
      return identifier("number");
    case "enum":
    case "object":
    case "union":
      return identifier(type.name);
    case "constant":
      return literal(type.value);
    case "bytes":
      return identifier("Blob");
    case "any":
      return identifier("unknown");
    case "array": {
      const items = typeCode(type.items);
      return type.items.kind === "nullable" || type.items.kind === "array" ? joined`readonly (${items})[]` : joined`readonly ${items}[]`;
    }
    case "nullable":
      return joined`${typeCode(type.of)} | null`;
    default:
      return identifier(type.kind);
  }
}

/** The members of an enum, each a literal. */
export function members(type: EnumType): readonly Code[] {
  return type.values.map((value) => literal(value));
}

/** The members as a union on one line. */
export function union(type: EnumType): Code {
  return list(members(type), " | ");
}

/** "The list is not too long" as code; nothing where any length will do. A list that is too long is wrong as it is, and may hold a million items. */
export function isShortEnough(value: Code, maxItems: number | undefined): Code | null {
  return maxItems === undefined ? null : joined`${value}.length <= ${literal(maxItems)}`;
}
