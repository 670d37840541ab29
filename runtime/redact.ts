import { codeOf, isError } from "./network-failure.js";

const MAX_DEPTH = 20;
const MAX_CAUSE_DEPTH = 5;
// Shorter values are not treated as secrets, because replacing them would break up ordinary words.
const MIN_SECRET_LENGTH = 6;
const SECRET = "[secret]";
const PART = 8;
const MAX_ESCAPE_DEPTH = 4;
// Maximum length of one escaped character, such as `%26%23x70%3B` for a p.
const MAX_ESCAPE_LENGTH = 12;
// Each pattern scans any text once, in linear time; the matches are examined afterwards.
const ADDRESS = /\bhttps?:[^\s"'<>]+/gi;
const SECRET_NAME = /token|secret|signature|password|credential/i;
// Named secrets in unparsed text: `"token": "…` and `token=…`.
const NAMED = /("([\w-]+)"\s*:\s*")[^"]+/g;
const ASSIGNED = /(?<![\w-])(([\w-]+)=)[^\s&"'<>]+/g;

/**
 * Returns `text` without secrets. These replacements are made:
 * - Each of `secrets` becomes `[secret]`, unless it has fewer than 6 characters.
 * - The value in `"name": "value"` or `name=value` becomes `[secret]` if the name contains `token`,
 *   `secret`, `signature`, `password` or `credential`, ignoring case.
 * - An address with a query becomes `[link]`, because the query may contain a signature.
 *
 * Also finds secrets under up to four layers of percent-encoding and JSON or HTML escapes. If it
 * finds any there, it returns the text decoded.
 */
export function redact(text: string, secrets: readonly string[]): string {
  let clean = hide(text, secrets);
  for (let [current, depth] = [clean, 0]; depth < MAX_ESCAPE_DEPTH; depth++) {
    const decoded = unescaped(current);
    if (decoded === current) break;
    current = hide(decoded, secrets);
    if (current !== decoded) clean = current;
  }
  return clean;
}

/**
 * Redacts the beginning of a longer text. Then drops the last characters, because a secret may be
 * cut off there. The number of dropped characters is 12 times the length of the longest secret. The
 * result may be empty. Without secrets, nothing is dropped.
 */
export function redactStart(start: string, secrets: readonly string[]): string {
  const longest = Math.max(0, ...secrets.map(({ length }) => length)) * MAX_ESCAPE_LENGTH;
  const clean = redact(start, secrets);
  return clean.slice(0, Math.max(0, clean.length - longest));
}

/**
 * Whether `text` contains one of `secrets` or a long part of one. A whole secret is always found,
 * however short. A part of at least 11 characters is always found, and a part of fewer than 8
 * characters never is. Empty secrets are ignored.
 */
export function holdsPart(text: string, secrets: readonly string[]): boolean {
  for (let at = 0; at + PART <= text.length; at += PART / 2) {
    const part = text.slice(at, at + PART);
    if (secrets.some((secret) => secret.includes(part))) return true;
  }
  return secrets.some((secret) => secret !== "" && text.includes(secret));
}

/** Replaces secrets that are visible without decoding the text. */
function hide(text: string, secrets: readonly string[]): string {
  const known = secrets.filter(({ length }) => length >= MIN_SECRET_LENGTH);
  const withoutKnown = known.reduce((clean, secret) => clean.replaceAll(secret, SECRET), text);
  const hidden = (match: string, begin: string, name: string): string =>
    SECRET_NAME.test(name) ? `${begin}${SECRET}` : match;
  return withoutKnown
    .replace(ADDRESS, (address) => (address.includes("?") ? "[link]" : address))
    .replace(NAMED, hidden)
    .replace(ASSIGNED, hidden);
}

/**
 * Decodes one layer of percent-encoding and JSON or HTML escapes. Invalid sequences stay unchanged.
 */
function unescaped(text: string): string {
  return text
    .replace(/(?:%[\da-f]{2})+/gi, (bytes) => {
      try {
        return decodeURIComponent(bytes);
      } catch {
        return bytes;
      }
    })
    .replace(/\\u([\da-f]{4})|&#x([\da-f]{1,6});/gi, (_, unit, code) =>
      letter(Number.parseInt(unit ?? code, 16)),
    )
    .replace(/&#(\d{1,7});/g, (_, code) => letter(Number(code)))
    .replaceAll("&amp;", "&")
    .replaceAll("\\/", "/");
}

/** The character with this code point; empty if it is not a Unicode code point. */
function letter(code: number): string {
  return code <= 0x10ffff ? String.fromCodePoint(code) : "";
}

/**
 * Returns a copy of a JSON value without secrets in its strings and member names. Both are passed
 * through `redact`. A string becomes `[secret]` if its member name contains `token`, `secret`,
 * `signature`, `password` or `credential`. Other values under such a name are not hidden. Objects
 * and lists nested more than 20 levels deep become `[not shown]`. `depth` is the level of `value`.
 */
export function redactIn(value: unknown, secrets: readonly string[], depth = 0): unknown {
  if (typeof value === "string") return redact(value, secrets);
  if (typeof value !== "object" || value === null) return value;
  if (depth === MAX_DEPTH) return "[not shown]";
  if (Array.isArray(value)) return value.map((item) => redactIn(item, secrets, depth + 1));
  const members = Object.entries(value).map(([name, item]) => {
    const hidden = typeof item === "string" && SECRET_NAME.test(name);
    return [redact(name, secrets), hidden ? SECRET : redactIn(item, secrets, depth + 1)] as const;
  });
  return Object.fromEntries(members);
}

/**
 * Returns a redacted copy of a thrown value as an `Error`. The copy keeps the name, message, stack,
 * code and at most 5 causes. Other properties are dropped, because an error from a custom `fetch`
 * may contain the whole request. If `thrown` is not an error, its text becomes the message. `depth`
 * is the number of errors above `thrown` in the chain of causes. Never throws.
 */
export function cleanCause(thrown: unknown, secrets: readonly string[], depth = 0): Error {
  try {
    return cleaned(thrown, secrets, depth);
  } catch {
    return new Error("the thrown value cannot be shown");
  }
}

/** Does the work of `cleanCause`, but throws if a property of `thrown` cannot be read. */
function cleaned(thrown: unknown, secrets: readonly string[], depth: number): Error {
  if (!isError(thrown)) return new Error(redact(String(thrown), secrets));
  const cause =
    thrown.cause === undefined || depth === MAX_CAUSE_DEPTH
      ? undefined
      : cleanCause(thrown.cause, secrets, depth + 1);
  const copy: Error & { code?: string } = new Error(
    redact(String(thrown.message), secrets),
    cause && { cause },
  );
  copy.name = redact(String(thrown.name), secrets);
  if (thrown.stack !== undefined) copy.stack = redact(String(thrown.stack), secrets);
  const code = codeOf(thrown);
  if (code !== null) copy.code = redact(code, secrets);
  return copy;
}

/**
 * Returns the message of the innermost cause of `thrown`. If that is empty, returns the first error
 * code found in `thrown` and its causes, or else the name of `thrown`. Pass only errors from
 * `cleanCause`, because a cycle of causes would be followed forever.
 */
export function reasonOf(thrown: Error): string {
  let at = thrown;
  while (at.cause instanceof Error) at = at.cause;
  return at.message || codeOf(thrown) || thrown.name;
}

const MAX_WORD_LENGTH = 80;

/**
 * Returns `text` on one line, truncated to `maxLength` characters with `…` appended. By default,
 * there is no limit. Each run of control, format and line-separator characters and unpaired
 * surrogates becomes one space, because a terminal or log might interpret them.
 */
export function singleLine(text: string, maxLength: number = Number.POSITIVE_INFINITY): string {
  const truncated = text.length > maxLength ? `${text.slice(0, maxLength)}…` : text;
  return truncated.replace(/[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]+/gu, " ");
}

/**
 * Quotes a value from the API for a message. The value is unchanged if it consists of 1 to 80 ASCII
 * letters, digits or underscores. Otherwise it becomes a JSON string on one line, truncated with
 * `…` after 80 characters.
 */
export function quoteWord(text: string): string {
  return /^\w{1,80}$/.test(text) ? text : JSON.stringify(singleLine(text, MAX_WORD_LENGTH));
}

/**
 * Makes the consoles of Node, Deno and Bun print `contents` instead of `object`. If there is a
 * `name`, it is printed first. By default, consoles do not show the values of getters and private
 * fields. Returns `object`.
 *
 * To do this, adds a hidden property, which object spread does not copy and comparisons ignore.
 */
export function printing<Value extends object>(
  object: Value,
  contents: () => unknown,
  name?: string,
): Value {
  const value = (
    _: number,
    options: object,
    inspect?: (value: unknown, options: object) => string,
  ): unknown =>
    name === undefined || inspect === undefined
      ? contents()
      : `${name} ${inspect(contents(), options)}`;
  return Object.defineProperty(object, Symbol.for("nodejs.util.inspect.custom"), { value });
}

/**
 * Headers of a response, read-only. Names are lowercase, but can be looked up in any case. The
 * headers appear empty when printed or converted to JSON, because values may be secrets, such as
 * cookies. To get the values, use `Object.fromEntries(headers)`.
 */
export interface ResponseHeaders extends Iterable<readonly [name: string, value: string]> {
  /** The value of a header; null if the response does not have it. */
  get(name: string): string | null;
  has(name: string): boolean;
  entries(): IterableIterator<readonly [name: string, value: string]>;
  forEach(callback: (value: string, name: string) => void): void;
}

/** Headers as `fetch` returned them. A custom `fetch` may return headers that are not iterable. */
export interface HeaderSource {
  get(name: string): string | null;
  entries?(): Iterable<readonly [name: string, value: string]>;
}

/** Response headers whose values pass through `clean` on every access. Empty without `source`. */
export class HiddenHeaders implements ResponseHeaders {
  readonly #source: HeaderSource;
  readonly #clean: (value: string) => string;
  constructor(
    source: HeaderSource = { get: () => null },
    clean: (value: string) => string = String,
  ) {
    this.#source = source;
    this.#clean = clean;
  }
  get(name: string): string | null {
    const value = this.#source.get(name);
    return value === null ? null : this.#clean(value);
  }
  has(name: string): boolean {
    return this.get(name) !== null;
  }
  *entries(): Generator<readonly [name: string, value: string], undefined> {
    for (const [name, value] of this.#source.entries?.() ?? []) yield [name, this.#clean(value)];
  }
  forEach(callback: (value: string, name: string) => void): void {
    for (const [name, value] of this) callback(value, name);
  }
  [Symbol.iterator](): IterableIterator<readonly [name: string, value: string]> {
    return this.entries();
  }
}
