import { inputName, readInput } from "../input.js";
import { Usage } from "../usage.js";

const MOST_WRONG_SHOWN = 10;

/** Throws unless it is an ad account id. */
export function checkAccount(id: string): void {
  if (!isAccount(id)) throw new Usage(`${id} is not an ad account id`, "It is 1 to 18 digits, such as 549755885175.");
}

/** Ad account ids from a file or stdin: one a line; `#` begins a comment. All lines that are wrong are told at once. */
export async function readAccounts(from: string): Promise<readonly string[]> {
  const name = inputName(from);
  const seen = new Map<string, number>();
  const wrong: string[] = [];
  for (const [index, text] of (await readInput(from, "ad account ids")).split(/\r\n|\r|\n/).entries()) {
    const id = text.replace(/#.*$/, "").trim();
    const line = index + 1;
    const first = seen.get(id);
    if (id === "") continue;
    if (!isAccount(id)) wrong.push(`line ${line}: ${JSON.stringify(id.slice(0, 40))} is not an ad account id`);
    else if (first !== undefined) wrong.push(`line ${line}: ${id} stands on line ${first} already`);
    else seen.set(id, line);
  }
  if (wrong.length > 0) {
    const more = wrong.length > MOST_WRONG_SHOWN ? [`and ${wrong.length - MOST_WRONG_SHOWN} more`] : [];
    throw new Usage(`${name} has lines that are wrong: ${[...wrong.slice(0, MOST_WRONG_SHOWN), ...more].join("; ")}`, ONE_A_LINE);
  }
  if (seen.size === 0) throw new Usage(`${name} has no ad account id`, ONE_A_LINE);
  return [...seen.keys()];
}

const ONE_A_LINE = "Write one id a line, 1 to 18 digits, each once; # begins a comment.";

function isAccount(id: string): boolean {
  return /^\d{1,18}$/.test(id);
}
