import { createHash } from "node:crypto";

/**
 * SHA-256, in hex, of a string as UTF-8 or of a file's bytes. CRLF counts as LF, because a checkout
 * may convert line endings.
 */
export function digestOf(text: string | Buffer): string {
  const bytes = typeof text === "string" ? Buffer.from(text) : text;
  // In latin1 each byte is one character, so all bytes except line endings stay the same.
  const normalized = bytes.includes("\r\n")
    ? Buffer.from(bytes.toString("latin1").replaceAll("\r\n", "\n"), "latin1")
    : bytes;
  return createHash("sha256").update(normalized).digest("hex");
}
