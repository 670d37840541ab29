import { mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { git } from "./git.ts";

/** What one job has committed for another to offer: where others' text is read, nothing may be written, and no token lies about. */
export interface Proposal {
  readonly branch: string;
  /** The branch that it is to be merged into. */
  readonly base: string;
  readonly title: string;
  readonly body: string;
}

/** What goes from the one to the other; git ignores it. */
const FOLDER = "proposal";
const FILE = `${FOLDER}/proposal.json`;
const COMMITS = `${FOLDER}/commits.bundle`;

/** GitHub takes 65,536 characters. */
const LONGEST = 60_000;

export function remember(proposal: Proposal): void {
  const { body } = proposal;
  const whole =
    body.length <= LONGEST
      ? body
      : `${body.slice(0, LONGEST)}\n${fenceIn(body.slice(0, LONGEST))}\n\n… and more: run the script to see all.\n`;
  mkdirSync(FOLDER, { recursive: true });
  git("bundle", "create", "--quiet", COMMITS, `refs/heads/${proposal.base}..refs/heads/${proposal.branch}`);
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

/**
 * Takes the commit out of its bundle, onto a branch of its name. Throws when it is not one commit on top of this checkout, or touches what such
 * a proposal has no business with: its text comes from what others wrote.
 */
export function takeCommit({ branch, base }: Proposal): void {
  const may = MAY_TOUCH[branch];
  if (may === undefined) throw new Error(`no proposal is made on ${branch}`);
  git("fetch", "--quiet", COMMITS, `+refs/heads/${branch}:refs/heads/${branch}`);
  const commits = git("rev-list", "--parents", branch, "--not", base).split("\n");
  if (commits.length !== 1 || commits[0]?.split(" ")[1] !== git("rev-parse", base))
    throw new Error(`${branch} is not one commit on ${base}`);
  const others = git("diff", "--name-only", base, branch)
    .split("\n")
    .filter((path) => path !== "" && !may.test(path));
  if (others.length > 0) throw new Error(`${branch} touches what it may not: ${others.join(", ")}`);
}

const MAY_TOUCH: Readonly<Record<string, RegExp>> = {
  "spec-update": /^(?:(?:spec|generated|docs|\.changeset)\/|package\.json$)/,
  "next-release": /^(?:\.changeset\/|(?:package|package-lock)\.json$|CHANGELOG\.md$)/,
};

export function forget(): void {
  rmSync(FOLDER, { recursive: true, force: true });
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
