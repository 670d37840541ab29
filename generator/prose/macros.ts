/** Building blocks of sentence patterns. A block stands for a thought, with the ways to say it that we know. */
export const number = String.raw`\d+(?:\.\d+)?`;
export const word = String.raw`\w+`;
const tokens = String.raw`\w+(?:(?:, or |, | or )\w+)*`;

/** "a, b and c": names of fields. */
export const names = String.raw`\w+(?:(?:, and |, | and )\w+)*`;

/** "allowed" in all its words. */
export const fine = "(?:allowed|supported|permitted|available|accepted|valid)";
export const mustNot = "(?:cannot|can not|can't|must not|may not|should not)";

/** "granularity is HOUR": gives `condField`, `condOp`, `condValues`. */
export const state = [
  String.raw`(?:the )?(?<condField>\w+(?: \w+){0,4}?) `,
  String.raw`(?<condOp>is set to any value other than|is any value other than|is not set to|is not|isn't|is set to|is|equals) `,
  `(?<condValues>${tokens})`,
].join("");

/** "If granularity is HOUR". */
export const condition: string = `(?:if|when) ${state}`;

const before = String.raw`(?:before (?:the current date|today)|back from (?:the current date|today))(?: in UTC(?: time)?)?`;

/** "you can pull data from up to 90 days before today": gives `back` and `backUnit`. */
export const lookback = [
  "(?:you can (?:pull|get|request|retrieve) data (?:from|for) up to",
  "|the furthest back (?:that )?you (?:can|can are allowed to|are allowed to|may) (?:pull|get|request|retrieve) data is)",
  ` (?<back>${number}) (?<backUnit>${word}) ${before}`,
].join("");

/** "a maximum time range of 90 days": gives `span` and `spanUnit`. */
export const range: string = [
  "(?:with )?(?:a|the) max(?:imum)? (?:time |date )?range (?:of|is|supported is|allowed is)",
  ` (?<span>${number}) (?<spanUnit>${word})`,
].join("");

/** "Product Item level reports": gives `levelWord`. */
export const levelReports = String.raw`(?:the )?(?<levelWord>\w+(?: \w+){0,3}?) level reports?`;

/** A pattern holds for whole sentences only: what it does not explain, it does not pass over. */
export function sentence(...parts: readonly string[]): RegExp {
  return new RegExp(`^${parts.join("")}$`, "i");
}

/** A sentence as patterns see it: no marks of code, no brackets around the whole, no full stop. */
export function bare(text: string): string {
  const plain = text
    .replaceAll("`", "")
    .replaceAll(/[\u2018\u2019]/g, "'")
    .replaceAll(/["\u201c\u201d]/g, "")
    .replace(/[.!]$/, "")
    .trim();
  const inside = /^\[([^\][]* [^\][]*)\]$/.exec(plain);
  return inside?.[1] ?? plain;
}
