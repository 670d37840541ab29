import { readFile } from "node:fs/promises";
import { buffer } from "node:stream/consumers";
import { fullPath, type Io } from "./io.js";
import { Usage } from "./usage.js";

/**
 * Reads a whole file, or stdin for `-`, as text without a byte order mark. The input is UTF-8, or
 * UTF-16 with a byte order mark. `what` names the input in the prompt on a terminal. Rejects with
 * `Usage` if the file cannot be read.
 */
export async function readInput(from: string, what: string, io: Io): Promise<string> {
  return textOf(await read(from, what, io)).replace(/^\ufeff/, "");
}

/** The input's name in messages: `stdin` for `-`, otherwise the path. */
export function inputName(from: string): string {
  return from === "-" ? "stdin" : from;
}

/** Decodes UTF-8, or UTF-16 with a byte order mark, which PowerShell writes. */
function textOf(bytes: Buffer): string {
  const [first, second] = bytes;
  if (first === 0xff && second === 0xfe) return bytes.toString("utf16le");
  if (first === 0xfe && second === 0xff)
    return bytes
      .subarray(0, bytes.length & ~1)
      .swap16()
      .toString("utf16le");
  return bytes.toString("utf8");
}

/** Reads a file or stdin completely. Throws `Usage` if the file cannot be read. */
async function read(from: string, what: string, io: Io): Promise<Buffer> {
  if (from === "-") {
    if (io.stdin.isTTY)
      io.stderr.write(`reading ${what} from the terminal; end the input with ctrl-D\n`);
    return buffer(io.stdin);
  }
  try {
    return await readFile(fullPath(from, io));
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    throw new Usage(
      `${from} cannot be read: ${code === "ENOENT" ? "there is no such file" : code}`,
      "Pass a file, or - for stdin.",
    );
  }
}

/**
 * Reads a report body from a file, or from stdin for `-`. The body may be any JSON value. Rejects
 * with `Usage` if the file or stdin cannot be read, is empty or is not JSON.
 */
export async function readBody(from: string, io: Io): Promise<unknown> {
  const json = await readInput(from, "the body", io);
  if (json.trim() === "")
    throw new Usage(
      `${inputName(from)} is empty`,
      'A report body is a JSON object, such as { "start_date": "2026-03-01", … }.',
    );
  try {
    return JSON.parse(json);
  } catch (error) {
    const why = messageWithPosition(error as SyntaxError, json);
    throw new Usage(`${inputName(from)} is not JSON: ${why}`, "Correct the file.");
  }
}

/** The JSON parser's message, with a line and column instead of an offset. */
function messageWithPosition({ message }: SyntaxError, json: string): string {
  const offset = /at position (\d+)/.exec(message)?.[1];
  if (offset === undefined) return message;
  const before = json.slice(0, Number(offset)).split("\n");
  const what = message.replace(/ in JSON at position .*$/s, "").replace(/ at position .*$/s, "");
  return `${what} at line ${before.length}, column ${(before.at(-1)?.length ?? 0) + 1}`;
}
