import type { EnumType, Type } from "./model/model.js";

declare const code: unique symbol;

/**
 * Source text that is safe to print unchanged. Only the functions in this file create `Code`. They
 * escape all strings from a description.
 */
export type Code = string & { readonly [code]: true };

/** Data for a template. It contains no plain strings, so unescaped text cannot be printed. */
export type View = Code | boolean | readonly View[] | { readonly [name: string]: View };

/** Maximum length of a printed line, in characters. Longer lines are wrapped where possible. */
export const LINE_WIDTH = 140;

const IDENTIFIER = /^[A-Za-z_$][\w$]*$/;

/**
 * Names that a field's variable cannot have: reserved words, and names that generated functions
 * use.
 */
const TAKEN = new Set(
  (
    "arguments await break case catch class const continue debugger default delete do else enum eval export extends false finally for function if " +
    "implements import in instanceof interface let new null package private protected public return static super switch this throw true try typeof " +
    "undefined var void while with yield globalThis NaN Infinity Object Array Number Set Blob base at object isUpdate body fields requests client options violations key value item index today todayOption severity push " +
    "atLeast combination combinationOf countItems pushNotOneOf rowsWithoutIds invalidToday bestUnionMatch dayNumber isDayShaped isDigits isRecord missing patternMismatch boundaryViolation outOfRange ownFields standardSchema pointerTo unknownField utcToday " +
    "violation wrongType atMost countCharacters excludedNumber hasRepeats innerField isDateTime isMultiple isUnique repeatedItem requireFields timeMismatch unreadable valueSet"
  ).split(" "),
);

/**
 * Matches names that generated files declare: functions, schemas, constants, and the day numbers of
 * date fields.
 */
const OWN = /^(check|validate)[A-Z0-9]|Schema$|^[A-Z][A-Z0-9_]*$|_day$/;

/**
 * Invisible characters: soft hyphens, line separators, zero-width and bidirectional controls. They
 * can make code look different from what it does.
 */
const UNSEEN = /[\u00ad\u061c\u180e\u2028\u2029\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]/g;

/**
 * Prints a value as a TypeScript literal. Strings are double-quoted, and invisible characters
 * become `\u` escapes. Throws a `TypeError` for a number that is not finite.
 */
export function literal(value: string | number | boolean | null): Code {
  if (typeof value === "number" && !Number.isFinite(value))
    throw new TypeError(`not a literal: ${value}`);
  return JSON.stringify(value).replace(UNSEEN, unicodeEscape) as Code;
}

/** A part of a template literal: plain text, or an expression whose value is inserted. */
export type TemplatePart = { readonly code: Code } | { readonly text: string };

/**
 * Prints a template literal from its parts. Text is escaped, so it can neither end the literal nor
 * insert an expression. Control characters and invisible characters are escaped. The literal is
 * empty if there are no parts.
 */
export function template(parts: readonly TemplatePart[]): Code {
  const inside = parts.map((part) =>
    "code" in part
      ? `\${${part.code}}`
      : literal(part.text)
          .slice(1, -1)
          .replace(/\\"|`|\$(?=\{|$)/g, (piece) => (piece === '\\"' ? '"' : `\\${piece}`)),
  );
  return `\`${inside.join("")}\`` as Code;
}

/**
 * Prints plain data as a TypeScript literal on one line. Keys are unquoted where possible, and
 * undefined members are omitted. If `codeOf` returns code for an object or list, at any depth, that
 * code is printed instead. A member whose code equals its key uses shorthand, as in `{ level }`.
 * Throws a `TypeError` for a number that is not finite, a function, a symbol or a bigint, and for
 * undefined anywhere except as an object member.
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

/** Prints an object member. Uses shorthand if the member's value is a variable of the same name. */
function memberOf(name: string, value: Code): Code {
  const key = property(name);
  return key === value && local(name) === value ? key : joined`${key}: ${value}`;
}

/**
 * Checks the name of a template partial or a file, and returns it. Throws a `TypeError` unless it
 * is kebab-case: lower-case letters, digits and hyphens, starting with a letter.
 */
export function partial(name: string): Code {
  if (!/^[a-z][a-z0-9-]*$/.test(name)) throw new TypeError(`not the name of a partial: ${name}`);
  return name as Code;
}

/**
 * Checks an identifier and returns it. Throws a `TypeError` unless it consists of ASCII letters,
 * digits, `_` and `$` and does not start with a digit. Reserved words are not checked.
 */
export function identifier(name: string): Code {
  if (!IDENTIFIER.test(name)) throw new TypeError(`not an identifier: ${name}`);
  return name as Code;
}

/**
 * Checks and returns a name for an import list. The name must be an identifier, or `type ` followed
 * by an identifier. Throws a `TypeError` for anything else.
 */
export function imported(name: string): Code {
  return name.startsWith("type ")
    ? joined`type ${identifier(name.slice("type ".length))}`
    : identifier(name);
}

/**
 * Returns the variable name for a field. It is the field's name, with a trailing `$` if that name
 * is reserved or used by generated code. A name that is not an identifier, or has a `$`, is encoded
 * with a leading `$$`. Two fields never share a variable.
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
 * Returns the variable for a date field's day number, such as `start_date_day`. It is the field's
 * variable followed by `_day`, or by `$day` if the variable is encoded. It never equals the
 * variable of any field:
 * * If a field's name ends in `_day`, its variable has a trailing `$`.
 * * An encoded variable contains an even number of `$`. Appending `$day` makes the number odd.
 */
export function localDay(field: string): Code {
  const variable = local(field);
  return `${variable}${variable.startsWith("$$") ? "$day" : "_day"}` as Code;
}

/**
 * Prints a property name in a declaration: `level`, or `"x-y"` if it is not an identifier.
 * `__proto__` becomes `["__proto__"]`, because a plain `__proto__` key would set the prototype.
 */
export function property(name: string): Code {
  if (name === "__proto__") return '["__proto__"]' as Code;
  return IDENTIFIER.test(name) ? (name as Code) : literal(name);
}

/** Prints code that reads a property of the expression `of`: `input.level` or `input["x-y"]`. */
export function member(of: Code, name: string): Code {
  return (IDENTIFIER.test(name) ? `${of}.${name}` : `${of}[${literal(name)}]`) as Code;
}

/**
 * Prints text as one line of a comment, trimmed. Invisible characters are removed, and each run of
 * white space becomes a single space. A comment terminator in the text is escaped, so the text
 * cannot end the comment.
 */
export function prose(text: string): Code {
  // Remove invisible characters before escaping. Otherwise, removing one between `*` and `/` would
  // end the comment.
  return text.replace(UNSEEN, "").replaceAll("*/", "*\\/").replace(/\s+/g, " ").trim() as Code;
}

/**
 * Prints a pattern as a regular expression literal without flags. Slashes, line breaks and
 * invisible characters are escaped. Throws a `SyntaxError` for a pattern that JavaScript does not
 * accept.
 */
export function regularExpression(pattern: string): Code {
  // If a backslash precedes the invisible character, drop the backslash: the `\u` escape replaces
  // both.
  const source = new RegExp(pattern).source.replace(/\\?[\s\S]/g, (part) =>
    part.replace(UNSEEN, unicodeEscape).replace(/^\\(?=\\u)/, ""),
  );
  return `/${source}/` as Code;
}

/**
 * Template tag that joins literal text and pieces of code. Backslashes in the text stay unchanged.
 */
export function joined(words: TemplateStringsArray, ...parts: readonly Code[]): Code {
  return String.raw({ raw: words.raw }, ...parts) as Code;
}

/** Joins pieces of code with a separator. Empty if there are no pieces. */
export function list(
  parts: readonly Code[],
  separator: " | " | " & " | ", " | " && " | " || ",
): Code {
  return parts.join(separator) as Code;
}

/**
 * Replaces invisible characters with `\u` escapes in code printed by another tool. This is safe,
 * because that tool prints them only in strings and comments.
 */
export function escapeUnseen(text: string): string {
  return text.replace(UNSEEN, unicodeEscape);
}

/** Escapes a character as `\u` and four hex digits. */
function unicodeEscape(character: string): string {
  return `\\u${character.charCodeAt(0).toString(16).padStart(4, "0")}`;
}

/**
 * Prints a model type as a TypeScript type. Enums, objects and unions are printed by name; the
 * caller imports them. `any` becomes `unknown`, `bytes` becomes `Blob`, `integer` becomes `number`,
 * and nullable types get `| null`. Arrays are readonly, so `as const` arrays fit without a cast.
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

/** Prints an enum's values as literals, in order. */
export function members(type: EnumType): readonly Code[] {
  return type.values.map((value) => literal(value));
}

/**
 * Prints the condition that the list `value` has at most `maxItems` items. Returns null if
 * `maxItems` is undefined. Generated code only checks the items of short lists, because a list may
 * have a million items.
 */
export function isShortEnough(value: Code, maxItems: number | undefined): Code | null {
  return maxItems === undefined ? null : joined`${value}.length <= ${literal(maxItems)}`;
}
