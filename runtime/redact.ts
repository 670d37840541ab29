import { codeOf, isError } from "./network-failure.js";

const DEEPEST = 20;
const DEEPEST_CAUSE = 5;
// Shorter values are not treated as secrets: replacing them would break up ordinary words.
const SHORTEST_SECRET = 6;
const SECRET = "[secret]";
const PART = 8;
const DEEPEST_ESCAPE = 4;
// Maximum length of one escaped character, such as `%26%23x70%3B` for a p.
const LONGEST_ESCAPE = 12;
// Each pattern scans a text once, in linear time for any text; the matches are examined afterwards.
const ADDRESS = /\bhttps?:[^\s"'<>]+/gi;
const SECRET_NAME = /token|secret|signature|password|credential/i;
// Secrets by name in text that was not parsed: `"token": "…` and `token=…`.
const NAMED = /("([\w-]+)"\s*:\s*")[^"]+/g;
const ASSIGNED = /(?<![\w-])(([\w-]+)=)[^\s&"'<>]+/g;

/**
 * Replaces the known secrets in a text, and what looks like one: addresses with a query, which may be signed, and values named like a
 * token. A secret that only appears after decoding percent-encoding, JSON or HTML escapes is replaced as well; then the text is returned
 * decoded.
 */
export function redact(text: string, secrets: readonly string[]): string {
  let clean = hide(text, secrets);
  for (let [current, depth] = [clean, 0]; depth < DEEPEST_ESCAPE; depth++) {
    const decoded = unescaped(current);
    if (decoded === current) break;
    current = hide(decoded, secrets);
    if (current !== decoded) clean = current;
  }
  return clean;
}

/** Redacts the beginning of a longer text. Its end is dropped, because it may be the beginning of a secret. */
export function redactStart(start: string, secrets: readonly string[]): string {
  const longest = Math.max(0, ...secrets.map(({ length }) => length)) * LONGEST_ESCAPE;
  const clean = redact(start, secrets);
  return clean.slice(0, Math.max(0, clean.length - longest));
}

/** Whether a text contains a secret, or a part of one that is too long to be a coincidence. */
export function holdsPart(text: string, secrets: readonly string[]): boolean {
  for (let at = 0; at + PART <= text.length; at += PART / 2) {
    const part = text.slice(at, at + PART);
    if (secrets.some((secret) => secret.includes(part))) return true;
  }
  return secrets.some((secret) => secret !== "" && text.includes(secret));
}

function hide(text: string, secrets: readonly string[]): string {
  const known = secrets.filter(({ length }) => length >= SHORTEST_SECRET);
  const withoutKnown = known.reduce((clean, secret) => clean.replaceAll(secret, SECRET), text);
  const hidden = (match: string, begin: string, name: string): string => (SECRET_NAME.test(name) ? `${begin}${SECRET}` : match);
  return withoutKnown
    .replace(ADDRESS, (address) => (address.includes("?") ? "[link]" : address))
    .replace(NAMED, hidden)
    .replace(ASSIGNED, hidden);
}

/** Decodes one layer of escapes. */
function unescaped(text: string): string {
  return text
    .replace(/(?:%[\da-f]{2})+/gi, (bytes) => {
      try {
        return decodeURIComponent(bytes);
      } catch {
        return bytes;
      }
    })
    .replace(/\\u([\da-f]{4})|&#x([\da-f]{1,6});/gi, (_, unit, code) => letter(Number.parseInt(unit ?? code, 16)))
    .replace(/&#(\d{1,7});/g, (_, code) => letter(Number(code)))
    .replaceAll("&amp;", "&")
    .replaceAll("\\/", "/");
}

function letter(code: number): string {
  return code <= 0x10ffff ? String.fromCodePoint(code) : "";
}

/** Redacts all strings of a parsed JSON value. Strings whose name looks like a secret are replaced; levels deeper than 20 are left out. */
export function redactIn(value: unknown, secrets: readonly string[], depth = 0): unknown {
  if (typeof value === "string") return redact(value, secrets);
  if (typeof value !== "object" || value === null) return value;
  if (depth === DEEPEST) return "[not shown]";
  if (Array.isArray(value)) return value.map((item) => redactIn(item, secrets, depth + 1));
  const members = Object.entries(value).map(([name, item]) => {
    const hidden = typeof item === "string" && SECRET_NAME.test(name);
    return [redact(name, secrets), hidden ? SECRET : redactIn(item, secrets, depth + 1)] as const;
  });
  return Object.fromEntries(members);
}

/**
 * A copy of the thrown value as an error that can be shown: name, message, code and causes, without secrets. A copy, because an error of a
 * custom `fetch` may hold the whole request with its headers and its link.
 */
export function cleanCause(thrown: unknown, secrets: readonly string[], depth = 0): Error {
  try {
    return cleaned(thrown, secrets, depth);
  } catch {
    return new Error("the thrown value cannot be shown");
  }
}

function cleaned(thrown: unknown, secrets: readonly string[], depth: number): Error {
  if (!isError(thrown)) return new Error(redact(String(thrown), secrets));
  const cause = thrown.cause === undefined || depth === DEEPEST_CAUSE ? undefined : cleanCause(thrown.cause, secrets, depth + 1);
  const copy: Error & { code?: string } = new Error(redact(String(thrown.message), secrets), cause && { cause });
  copy.name = redact(String(thrown.name), secrets);
  if (thrown.stack !== undefined) copy.stack = redact(String(thrown.stack), secrets);
  const code = codeOf(thrown);
  if (code !== null) copy.code = redact(code, secrets);
  return copy;
}

/**
 * The message of the innermost error among the causes, or its code or name if that is empty. Takes an error from `cleanCause`: a cycle of
 * causes would not end.
 */
export function reasonOf(thrown: Error): string {
  let at = thrown;
  while (at.cause instanceof Error) at = at.cause;
  return at.message || codeOf(thrown) || thrown.name;
}

const LONGEST_WORD = 80;

/**
 * External text as a single line of a message: line ends, escapes and bidirectional marks, which a terminal or log would interpret, become
 * spaces. Texts longer than `most` characters are cut.
 */
export function singleLine(text: string, maxLength: number = Number.POSITIVE_INFINITY): string {
  const truncated = text.length > maxLength ? `${text.slice(0, maxLength)}…` : text;
  return truncated.replace(/[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]+/gu, " ");
}

/** A value of the API, such as a status: unchanged if it is a word, else in quotes. */
export function quoteWord(text: string): string {
  return /^\w{1,80}$/.test(text) ? text : JSON.stringify(singleLine(text, LONGEST_WORD));
}
