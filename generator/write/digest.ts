import { createHash } from "node:crypto";

/**
 * SHA-256, in hex, of a text as UTF-8 or of the bytes of a file. CRLF counts as LF, since a
 * checkout may have changed it.
 */
export function digestOf(text: string | Buffer): string {
  const bytes = typeof text === "string" ? Buffer.from(text) : text;
  // In latin1 each byte is a character, so that no byte changes.
  const normalized = bytes.includes("\r\n")
    ? Buffer.from(bytes.toString("latin1").replaceAll("\r\n", "\n"), "latin1")
    : bytes;
  return createHash("sha256").update(normalized).digest("hex");
}
