import { Problems } from "../problem.js";
import { deepest, mostKeys } from "./yaml.js";

/** Refuses JSON with a key that is there twice, of which JSON.parse would silently keep the last, and JSON that nests without end. */
export function refuseRepeatedKeys(text: string): void {
  const open: (Set<string> | null)[] = [];
  for (const found of text.matchAll(/[{}[\]]|"[^"\\]*(?:\\.[^"\\]*)*"(\s*:)?/g)) {
    const [token, colon] = found;
    if (token === "{" || token === "[") open.push(token === "{" ? new Set() : null);
    else if (token === "}" || token === "]") open.pop();
    else if (colon !== undefined) refuseTwice(open.at(-1), token.slice(0, -colon.length), () => lineAt(text, found.index));
    if (open.length > deepest) throw refusal(`the input nests deeper than ${deepest} levels`, lineAt(text, found.index));
  }
}

function refuseTwice(seen: Set<string> | null | undefined, quoted: string, line: () => number): void {
  // Two spellings of one key, as with \u0061 for a, are one key.
  const key = quoted.includes("\\") ? String(JSON.parse(quoted)) : quoted.slice(1, -1);
  if (seen?.has(key)) throw refusal(`the key ${key} is there twice`, line());
  seen?.add(key);
  if (seen !== null && seen !== undefined && seen.size > mostKeys)
    throw refusal(`an object with more than ${mostKeys.toLocaleString("en-US")} keys`, line());
}

function lineAt(text: string, offset: number): number {
  return text.slice(0, offset).split("\n").length;
}

function refusal(what: string, line: number): Problems {
  return new Problems([
    {
      what,
      where: `description:${line}`,
      why: "Only plain data is read: what two readers could read in two ways is refused.",
      fix: "Get the description again, or tell Pinterest.",
    },
  ]);
}
