import { inputName, readInput } from "./input.js";
import { Usage } from "./usage.js";

/** A report body from a file, or from stdin for `-`. */
export async function readBody(from: string): Promise<unknown> {
  const json = await readInput(from, "the body");
  if (json.trim() === "")
    throw new Usage(`${inputName(from)} is empty`, 'A report body is a JSON object, such as { "start_date": "2026-03-01", … }.');
  try {
    return JSON.parse(json);
  } catch (error) {
    const why = placed(error as SyntaxError, json);
    throw new Usage(`${inputName(from)} is not JSON: ${why}`, "Mend the file, or try it with another JSON tool.");
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
