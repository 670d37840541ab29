import { mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { dirname } from "node:path";

/** What one step has committed for the next to offer: a step that reads others' text gets no token. */
export interface Proposal {
  readonly branch: string;
  /** The branch that it is to be merged into. */
  readonly base: string;
  readonly title: string;
  readonly body: string;
}

const FILE = "node_modules/.cache/pinterest-reports/proposal.json";

/** GitHub takes 65,536 characters. */
const LONGEST = 60_000;

export function remember(proposal: Proposal): void {
  const { body } = proposal;
  const whole =
    body.length <= LONGEST
      ? body
      : `${body.slice(0, LONGEST)}\n${fenceIn(body.slice(0, LONGEST))}\n\n… and more: run the script to see all.\n`;
  mkdirSync(dirname(FILE), { recursive: true });
  writeFileSync(FILE, JSON.stringify({ ...proposal, body: whole }));
}

export function recall(): Proposal | undefined {
  try {
    return JSON.parse(readFileSync(FILE, "utf8"));
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ENOENT") return undefined;
    throw error;
  }
}

export function forget(): void {
  rmSync(FILE, { force: true });
}

/** Text of others as a block of code: there it can neither format, nor link, nor call anybody. */
export function fenced(text: string): string {
  const fence = "`".repeat(Math.max(3, ...[...text.matchAll(/`+/g)].map(([run]) => run.length + 1)));
  return `${fence}text\n${text}\n${fence}`;
}

/** The fence that a cut has left open, if any. */
function fenceIn(text: string): string {
  const fences = [...text.matchAll(/^`{3,}/gm)].map(([fence]) => fence);
  return fences.length % 2 === 0 ? "" : (fences.at(-1) ?? "");
}
