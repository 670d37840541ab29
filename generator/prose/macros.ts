/** Building blocks of sentence patterns. A block stands for a thought, with the ways to say it that we know. */
export const number: string = String.raw`\d+(?:\.\d+)?`;
export const word: string = String.raw`\w+`;
const tokens = String.raw`\w+(?:(?:, or |, | or )\w+)*?`;

/** "a, b and c": names of fields. */
export const names: string = String.raw`\w+(?:(?:, and |, | and )\w+)*`;

/** "allowed" in all its words. */
export const fine = "(?:allowed|supported|permitted|available|accepted|valid)";
export const mustNot = "(?:cannot|can not|can't|must not|may not|should not)";

/** "are not allowed", "cannot be used". */
export const notFine: string = `(?:(?:is|are) not ${fine}|${mustNot} be (?:used|set|specified|provided|sent|given|included))`;

/** "granularity is HOUR": gives `<n>Field`, `<n>Op`, `<n>Values`. */
export function state(n: string): string {
  const operators = [
    "is set to any value other than|is any value other than|is anything other than|is not set to|is not one of|is not|isn't",
    "is set to one of|is set to|is one of|is either|is|equals",
  ].join("|");
  return String.raw`(?:the )?(?<${n}Field>\w+(?: \w+){0,4}?) (?<${n}Op>${operators}) (?<${n}Values>${tokens})`;
}

/** "If granularity is HOUR", "for hourly reports": what `conditions` reads. */
export const condition: string = [
  `(?:(?:if|when) ${state("cond")}(?: and ${state("also")})?`,
  String.raw`|for (?:the )?(?:(?<condAdverb>hourly|daily|weekly|monthly)|(?<condLevel>\w+(?: \w+){0,3}?) level) reports?)`,
].join("");

const before = `(?:before (?:the current date|today)|back from (?:the current date|today))(?: in UTC(?: time)?)?`;

/** "you can pull data from up to 90 days before today": gives `back` and `backUnit`. */
export const lookback: string = [
  "(?:(?:you can (?:pull|get|request|retrieve) data|data is available) (?:from|for) up to",
  "|the furthest back (?:that )?you (?:can|can are allowed to|are allowed to|may) (?:pull|get|request|retrieve) data is)",
  ` (?<back>${number}) (?<backUnit>${word}) ${before}`,
].join("");

/** "a maximum time range of 90 days": gives `span` and `spanUnit`. */
export const range: string = [
  "(?:(?:with )?(?:a|the) max(?:imum)? (?:time |date )?range (?:of|is|supported is|allowed is)",
  `|the (?:time|date) range ${mustNot} (?:exceed|be (?:longer|more) than)`,
  `|start_date and end_date ${mustNot} be more than)`,
  ` (?<span>${number}) (?<spanUnit>${word})(?: apart| long)?`,
].join("");

/** A sentence that may begin or end with its condition. */
export function conditional(...parts: readonly string[]): readonly RegExp[] {
  return [sentence(...parts), sentence(`${condition}, `, ...parts), sentence(...parts, `,? ${condition}`)].flat();
}

/** A pattern holds for whole sentences only: what it does not explain, it does not pass over. */
export function sentence(...parts: readonly string[]): readonly RegExp[] {
  return [new RegExp(`^${parts.join("")}$`, "i")];
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
