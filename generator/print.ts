import type { Problem } from "./problem.js";

export interface PrintOptions {
  /** Never the only sign: the words are the same without it. */
  readonly color?: boolean;
}

type Paint = (text: string) => string;

/** Problems as a person reads them: what, where, why and how to mend it, then how many there were. Ends with a newline. */
export function printProblems(problems: readonly Problem[], { color = false }: PrintOptions = {}): string {
  const red: Paint = color ? (text) => `\u001b[31m${text}\u001b[39m` : (text) => text;
  const bold: Paint = color ? (text) => `\u001b[1m${text}\u001b[22m` : (text) => text;
  const blocks = problems.map((problem) => block(problem, red, bold));
  return [...blocks, `${count(problems.length, "error")}. Nothing was written.\n`].join("\n");
}

/** `1 error`, `2 errors`, `0 files`. */
export function count(amount: number, noun: string): string {
  return `${amount} ${noun}${amount === 1 ? "" : "s"}`;
}

function block({ what, where, why, fix, notes = [] }: Problem, red: Paint, bold: Paint): string {
  const width = Math.max(0, ...notes.map(([name]) => name.length));
  return [
    `${red("error")}  ${bold(visible(what))}`,
    "",
    `  ${visible(where)}`,
    ...notes.map(([name, value]) => `    ${name.padEnd(width)}  ${indented(value, width + 6)}`),
    "",
    `  why  ${indented(why, 7)}`,
    `  fix  ${indented(fix, 7)}`,
    "",
  ].join("\n");
}

function indented(text: string, by: number): string {
  return text
    .split("\n")
    .map(visible)
    .join(`\n${" ".repeat(by)}`);
}

/** Problems quote files that others wrote: what would move the cursor or turn the line around is shown by its number. */
function visible(text: string): string {
  return text.replace(
    /[\p{Cc}\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069]/gu,
    (char) => `\\u${char.charCodeAt(0).toString(16).padStart(4, "0")}`,
  );
}
