import { readFile } from "node:fs/promises";
import { text } from "node:stream/consumers";
import { Usage } from "./usage.js";

/** What stands in a file, or comes from stdin for `-`, without a byte order mark. `what` says what is waited for. */
export async function readInput(from: string, what: string): Promise<string> {
  return (await read(from, what)).replace(/^\ufeff/, "");
}

/** How messages call it. */
export function inputName(from: string): string {
  return from === "-" ? "stdin" : from;
}

async function read(from: string, what: string): Promise<string> {
  if (from === "-") {
    if (process.stdin.isTTY) process.stderr.write(`reading ${what} from here; end it with ctrl-D\n`);
    return text(process.stdin);
  }
  try {
    return await readFile(from, "utf8");
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    throw new Usage(`${from} cannot be read: ${code === "ENOENT" ? "there is no such file" : code}`, "Give a file, or - for stdin.");
  }
}
