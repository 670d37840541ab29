import { readFile } from "node:fs/promises";
import { text } from "node:stream/consumers";
import { Usage } from "./usage.js";

/** A report body from a file, or from stdin for `-`. */
export async function readBody(from: string): Promise<unknown> {
  const name = from === "-" ? "stdin" : from;
  const json = (await read(from, name)).replace(/^\ufeff/, "");
  if (json.trim() === "") throw new Usage(`${name} is empty`, 'A report body is a JSON object, such as { "start_date": "2026-03-01", … }.');
  try {
    return JSON.parse(json);
  } catch (error) {
    throw new Usage(`${name} is not JSON: ${placed(error as SyntaxError, json)}`, "Mend the file, or try it with another JSON tool.");
  }
}

async function read(from: string, name: string): Promise<string> {
  if (from === "-") {
    if (process.stdin.isTTY) process.stderr.write("reading the body from here; end it with ctrl-D\n");
    return text(process.stdin);
  }
  try {
    return await readFile(from, "utf8");
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    throw new Usage(`${name} cannot be read: ${code === "ENOENT" ? "there is no such file" : code}`, "Give a file, or - for stdin.");
  }
}

/** The parser's words with a line and column instead of an offset. */
function placed({ message }: SyntaxError, json: string): string {
  const offset = /at position (\d+)/.exec(message)?.[1];
  if (offset === undefined) return message;
  const before = json.slice(0, Number(offset)).split("\n");
  const what = message.replace(/ in JSON at position .*$/s, "").replace(/ at position .*$/s, "");
  return `${what} at line ${before.length}, column ${(before.at(-1)?.length ?? 0) + 1}`;
}
