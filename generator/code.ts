import type { EnumType, Type } from "./model/model.js";

declare const code: unique symbol;

/**
 * Source text that may be printed unchanged. Made in this file only: every string of a description
 * is escaped here, by kind.
 */
export type Code = string & { readonly [code]: true };

/** Data of a template. No leaf is a plain string, so unescaped text cannot be printed. */
export type View = Code | boolean | readonly View[] | { readonly [name: string]: View };

const IDENTIFIER = /^[A-Za-z_$][\w$]*$/;

/**
 * Reserved words, and the names that generated functions use themselves: none of these may name a
 * variable of a field.
 */
const TAKEN = new Set(
  (
    "arguments await break case catch class const continue debugger default delete do else enum eval export extends false finally for function if " +
    "implements import in instanceof interface let new null package private protected public return static super switch this throw true try typeof " +
    "undefined var void while with yield globalThis NaN Infinity Object Array Number Set Blob base at object isUpdate body fields requests client options violations key value item index today todayOption severity push " +
    "atLeast combination combinationOf countItems pushNotOneOf rowsWithoutIds invalidToday bestUnionMatch dayNumber isDayShaped isDigits isRecord missing patternMismatch boundaryViolation outOfRange ownFields standardSchema pointerTo unknownField utcToday " +
    "violation wrongType"
  ).split(" "),
);

/**
 * Names that generated files declare: check and validate functions, schemas, constants, and day
 * numbers of date fields.
 */
const OWN = /^(check|validate)[A-Z0-9]|Schema$|^[A-Z][A-Z0-9_]*$|_day$/;

/**
 * Invisible characters: soft hyphens, line separators, zero-width and bidirectional controls. They
 * can make code read differently from how it runs.
 */
const UNSEEN = /[\u00ad\u061c\u180e\u2028\u2029\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]/g;

/**
 * A value as a TypeScript literal; strings in double quotes, invisible characters as `\u` escapes.
 * Throws a `TypeError` for a number that is not finite.
 */
export function literal(value: string | number | boolean | null): Code {
  if (typeof value === "number" && !Number.isFinite(value))
    throw new TypeError(`not a literal: ${value}`);
  return JSON.stringify(value).replace(UNSEEN, escaped) as Code;
}

/** A part of a template literal: an expression, whose value is printed as text, or text itself. */
export type TemplatePart = { readonly code: Code } | { readonly text: string };

/** Code of a template literal with these parts, one after the other; text is escaped. */
export function template(parts: readonly TemplatePart[]): Code {
  const inside = parts.map((part) =>
    "code" in part
      ? `\${${part.code}}`
      : literal(part.text)
          .slice(1, -1)
          .replace(/\\"|`|\$\{/g, (piece) => (piece === '\\"' ? '"' : `\\${piece}`)),
  );
  return `\`${inside.join("")}\`` as Code;
}

/**
 * Plain data as a TypeScript literal on one line, keys unquoted where possible. Members whose value
 * is undefined are left out. A list for which `listCode` returns code is that code. Throws a
 * `TypeError` for undefined elsewhere, a number that is not finite, a function, a symbol and a
 * bigint.
 */
export function data(value: unknown, codeOf: (part: object) => Code | null = () => null): Code {
  const known = typeof value === "object" && value !== null ? codeOf(value) : null;
  if (known !== null) return known;
  if (Array.isArray(value))
    return `[${value.map((item) => data(item, codeOf)).join(", ")}]` as Code;
  if (typeof value === "object" && value !== null) {
    const members = Object.entries(value).filter(([, member]) => member !== undefined);
    return (
      members.length === 0
        ? "{}"
        : `{ ${members.map(([name, member]) => memberOf(name, data(member, codeOf))).join(", ")} }`
    ) as Code;
  }
  if (
    typeof value === "string" ||
    typeof value === "number" ||
    typeof value === "boolean" ||
    value === null
  )
    return literal(value);
  throw new TypeError(`not plain data: ${typeof value}`);
}

/** A member whose value is the variable of its name is that name alone. */
function memberOf(name: string, value: Code): Code {
  const key = property(name);
  return key === value ? key : joined`${key}: ${value}`;
}

/**
 * The name of a partial or a file, unchanged. Throws a `TypeError` unless it is kebab-case:
 * lower-case letters, digits and hyphens, beginning with a letter.
 */
export function partial(kind: string): Code {
  if (!/^[a-z][a-z0-9-]*$/.test(kind)) throw new TypeError(`not the name of a partial: ${kind}`);
  return kind as Code;
}

/**
 * The name as an identifier, unchanged. Throws a `TypeError` unless it consists of ASCII letters,
 * digits, `_` and `$` and does not begin with a digit; reserved words are not checked.
 */
export function identifier(name: string): Code {
  if (!IDENTIFIER.test(name)) throw new TypeError(`not an identifier: ${name}`);
  return name as Code;
}

/**
 * A name of an import list, unchanged: an identifier, or `type ` and an identifier. Throws a
 * `TypeError` for anything else.
 */
export function imported(name: string): Code {
  return name.startsWith("type ")
    ? joined`type ${identifier(name.slice("type ".length))}`
    : identifier(name);
}

/**
 * The variable that holds a field: the field's name; with a trailing `$` if it is a reserved word
 * or a name that generated code uses itself; for a name that is not an identifier or has a `$`, an
 * encoding that begins with `$$`. Two fields never share a variable.
 */
export function local(field: string): Code {
  if (IDENTIFIER.test(field) && !field.includes("$"))
    return (TAKEN.has(field) || OWN.test(field) ? `${field}$` : field) as Code;
  const spelt = [...field].map((character) =>
    /\w/.test(character) ? character : `$${character.codePointAt(0)?.toString(16)}$`,
  );
  return `$$${spelt.join("")}` as Code;
}

/**
 * A property name in a declaration: `level`, or `"x-y"` if it is not an identifier. `__proto__`
 * becomes `["__proto__"]`, since it would set the prototype.
 */
export function property(name: string): Code {
  if (name === "__proto__") return '["__proto__"]' as Code;
  return IDENTIFIER.test(name) ? (name as Code) : literal(name);
}

/**
 * Access to the property `name` of the expression `of`: `input.level`, or `input["x-y"]` for a name
 * that is not an identifier.
 */
export function member(of: Code, name: string): Code {
  return (IDENTIFIER.test(name) ? `${of}.${name}` : `${of}[${literal(name)}]`) as Code;
}

/**
 * Text for one line of a comment, which it cannot end: invisible characters are removed, each run
 * of white space becomes one blank, none at the ends, and the end of a comment is escaped.
 */
export function prose(text: string): Code {
  // Invisible characters are removed first: one between `*` and `/` would otherwise join them after
  // the escaping.
  return text.replace(UNSEEN, "").replaceAll("*/", "*\\/").replace(/\s+/g, " ").trim() as Code;
}

/**
 * A pattern as a regular expression literal without flags, which a slash or a line break in the
 * pattern cannot end; invisible characters as `\u` escapes. Throws a `SyntaxError` for a pattern
 * that JavaScript does not accept.
 */
export function regularExpression(pattern: string): Code {
  // An escaped invisible character loses its backslash: the numeric escape already means the
  // character itself.
  const source = new RegExp(pattern).source.replace(/\\?[\s\S]/g, (part) =>
    part.replace(UNSEEN, escaped).replace(/^\\(?=\\u)/, ""),
  );
  return `/${source}/` as Code;
}

/** Template tag that concatenates the literal text, backslashes unchanged, and pieces of code. */
export function joined(words: TemplateStringsArray, ...parts: readonly Code[]): Code {
  return String.raw({ raw: words.raw }, ...parts) as Code;
}

/** Joins pieces of code by a separator, such as the members of a union; empty for no pieces. */
export function list(
  parts: readonly Code[],
  separator: " | " | " & " | ", " | " && " | " || ",
): Code {
  return parts.join(separator) as Code;
}

/**
 * Code printed by another tool, with invisible characters as `\u` escapes. In correct code only
 * strings and comments contain them.
 */
export function escapeUnseen(text: string): string {
  return text.replace(UNSEEN, escaped);
}

function escaped(character: string): string {
  return `\\u${character.charCodeAt(0).toString(16).padStart(4, "0")}`;
}

/**
 * A model type as a TypeScript type. Enums, objects and unions are printed by name, which the
 * caller imports; `any` as `unknown`, bytes as `Blob`, integers as `number`, nullable types with
 * `| null`. Arrays are readonly, so that literals fit without a cast.
 */
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
      return type.items.kind === "nullable" || type.items.kind === "array"
        ? joined`readonly (${items})[]`
        : joined`readonly ${items}[]`;
    }
    case "nullable":
      return joined`${typeCode(type.of)} | null`;
    default:
      return identifier(type.kind);
  }
}

/** The values of an enum as literals, in its order. */
export function members(type: EnumType): readonly Code[] {
  return type.values.map((value) => literal(value));
}

/**
 * Code of the condition that the list `value` has at most `maxItems` items; null if `maxItems` is
 * undefined. Generated code checks the items only if it holds, since a list may have a million
 * items.
 */
export function isShortEnough(value: Code, maxItems: number | undefined): Code | null {
  return maxItems === undefined ? null : joined`${value}.length <= ${literal(maxItems)}`;
}
