import { codeOf, isError } from "./network-failure.js";

const DEEPEST = 20;
const DEEPEST_CAUSE = 5;
// Shorter ones are no secrets, and would tear ordinary words apart.
const SHORTEST_SECRET = 6;
const SECRET = "[secret]";
const PART = 8;
const DEEPEST_ESCAPE = 4;
// One character in a text, such as `%26%23x70%3B` for a p.
const LONGEST_ESCAPE = 12;
// Each of these goes over a text once, however it is made; what they found is looked at afterwards.
const ADDRESS = /\bhttps?:[^\s"'<>]+/gi;
const SECRET_NAME = /token|secret|signature|password|credential/i;
// Both as they stand in a text that nobody could parse: `"token": "…` and `token=…`.
const NAMED = /("([\w-]+)"\s*:\s*")[^"]+/g;
const GIVEN = /(?<![\w-])(([\w-]+)=)[^\s&"'<>]+/g;

/**
 * The text without the secrets, and without what looks like one: addresses with a query, which sign themselves, and what is named a token.
 * Where one only shows when the text is read as percent-encoded, as JSON or as HTML, it is given as read.
 */
export function redact(text: string, secrets: readonly string[]): string {
  let clean = hide(text, secrets);
  for (let [at, depth] = [clean, 0]; depth < DEEPEST_ESCAPE; depth++) {
    const read = unescaped(at);
    if (read === at) break;
    at = hide(read, secrets);
    if (at !== read) clean = at;
  }
  return clean;
}

/** The same for a text that was cut off: its end is left out, which may be the beginning of a secret. */
export function redactStart(start: string, secrets: readonly string[]): string {
  const longest = Math.max(0, ...secrets.map(({ length }) => length)) * LONGEST_ESCAPE;
  const clean = redact(start, secrets);
  return clean.slice(0, Math.max(0, clean.length - longest));
}

/** Whether a text holds a secret, or so much of one that it is no chance. */
export function holdsPart(text: string, secrets: readonly string[]): boolean {
  for (let at = 0; at + PART <= text.length; at += PART / 2) {
    const part = text.slice(at, at + PART);
    if (secrets.some((secret) => secret.includes(part))) return true;
  }
  return secrets.some((secret) => secret !== "" && text.includes(secret));
}

function hide(text: string, secrets: readonly string[]): string {
  const known = secrets.filter(({ length }) => length >= SHORTEST_SECRET);
  const rest = known.reduce((clean, secret) => clean.replaceAll(secret, SECRET), text);
  const hidden = (whole: string, begin: string, name: string): string => (SECRET_NAME.test(name) ? `${begin}${SECRET}` : whole);
  return rest
    .replace(ADDRESS, (address) => (address.includes("?") ? "[link]" : address))
    .replace(NAMED, hidden)
    .replace(GIVEN, hidden);
}

/** The text with one layer of escapes taken off. */
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

/** The same for all texts in what JSON.parse has made. */
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
 * What was thrown, as an error that can be shown: name, message, code and causes, without the secrets. A copy, because an error of a
 * foreign `fetch` may carry the whole request, with its headers and its link.
 */
export function cleanCause(thrown: unknown, secrets: readonly string[], depth = 0): Error {
  try {
    return cleaned(thrown, secrets, depth);
  } catch {
    return new Error("what was thrown cannot be shown");
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

/** The innermost message, which says most: `fetch failed` is only the wrapping. */
export function reasonOf(thrown: Error): string {
  let at = thrown;
  while (at.cause instanceof Error) at = at.cause;
  return at.message || codeOf(thrown) || thrown.name;
}

const LONGEST_WORD = 80;

/**
 * Somebody else's text as one line of a message, without what a terminal or a log would take for its own: line ends, escapes, marks that turn
 * the direction of writing. What is longer is cut.
 */
export function singleLine(text: string, most: number = Number.POSITIVE_INFINITY): string {
  const cut = text.length > most ? `${text.slice(0, most)}…` : text;
  return cut.replace(/[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]+/gu, " ");
}

/** One word of the API's, such as a status: as it is where it looks like one, else in quotes. */
export function quoteWord(text: string): string {
  return /^\w{1,80}$/.test(text) ? text : JSON.stringify(singleLine(text, LONGEST_WORD));
}
