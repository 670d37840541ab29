/** For an address whose port `fetch` refuses to call. */
export const BAD_PORT = "BAD_PORT";

const DEEPEST_CAUSE = 5;
// Shorter ones are no secrets, and would tear ordinary words apart.
const SHORTEST_SECRET = 6;

/** The text without the secrets. */
export function redact(text: string, secrets: readonly string[]): string {
  return secrets.reduce((clean, secret) => (secret.length < SHORTEST_SECRET ? clean : clean.replaceAll(secret, "[secret]")), text);
}

/**
 * What was thrown, as an error that can be shown: name, message, code and causes, without the secrets. A copy, because an error of a
 * foreign `fetch` may carry the whole request, with its headers and its link.
 */
export function cleanCause(thrown: unknown, secrets: readonly string[], depth = 0): Error {
  if (!(thrown instanceof Error)) return new Error(redact(String(thrown), secrets));
  const cause = thrown.cause === undefined || depth === DEEPEST_CAUSE ? undefined : cleanCause(thrown.cause, secrets, depth + 1);
  const copy: Error & { code?: string } = new Error(redact(thrown.message, secrets), cause && { cause });
  copy.name = redact(thrown.name, secrets);
  if (thrown.stack !== undefined) copy.stack = redact(thrown.stack, secrets);
  const code = codeOf(thrown);
  if (code !== null) copy.code = redact(code, secrets);
  return copy;
}

/** The system's or the platform's word for what went wrong, such as `ECONNREFUSED`; null when there is none. */
export function codeOf(thrown: unknown): string | null {
  for (let at: unknown = thrown, depth = 0; at instanceof Error && depth <= DEEPEST_CAUSE; at = at.cause, depth++) {
    if ("code" in at && typeof at.code === "string") return at.code;
    // The fetch standard bars ports of other services; undici says so without a code.
    if (at.message === "bad port") return BAD_PORT;
  }
  return null;
}

/** The innermost message, which says most: `fetch failed` is only the wrapping. */
export function reasonOf(thrown: Error): string {
  let at = thrown;
  while (at.cause instanceof Error) at = at.cause;
  return at.message || codeOf(thrown) || thrown.name;
}
