import { basename } from "node:path";
import { fenced, problemsInMarkdown } from "../../cli/commands/generate/follow-summary.ts";
import type { Problem } from "../../generator/problem.ts";
import type { Ended } from "./command.ts";

/** What became of a newer description: it was followed, or the generator has stopped. `title` is one line. */
export type Drift = { readonly title: string } & (Followed | { readonly decisions: readonly Problem[] });

interface Followed {
  /** What `follow` says of it, as Markdown. */
  readonly news: string;
  /** Which tests fail; `null` when all pass. */
  readonly failures: string | null;
}

/** What a command stopped at, as it prints it with `--format json`; what has a kind is a notice. */
export function decisionsIn({ stdout }: Pick<Ended, "stdout">): readonly Problem[] {
  // What many operations share is told for each of them, and decided once.
  const lines = [...new Set(stdout.split("\n"))].filter((line) => line.startsWith("{"));
  const told: readonly (Omit<Problem, "notes"> & { readonly notes?: Readonly<Record<string, string>>; readonly kind?: string })[] =
    lines.map((line) => JSON.parse(line));
  const decisions = told
    .filter(({ kind }) => kind === undefined)
    .map(({ notes = {}, ...one }) => ({ ...one, notes: Object.entries(notes) }));
  if (decisions.length === 0) throw new Error("the generator has failed, see above");
  return decisions;
}

/** Whether it is about the download or the file as such: no decision of ours would help, tomorrow's download may. */
export function isUnreadable({ where }: Problem, from: string): boolean {
  return /^description(:|$)/.test(where) || from.startsWith(where) || where === basename(from);
}

/** What the pull request says: what changed, what to decide, which tests fail. */
export function pullRequestBody(drift: Drift): string {
  if ("decisions" in drift)
    return `The generator stops here. What it stops at has to be decided before this can go on.\n\n## Decide before merging\n\n${problemsInMarkdown(drift.decisions)}\n`;
  const { news, failures } = drift;
  const tests = failures === null ? "All tests pass." : `## Tests fail\n\n${fenced(failures)}\n\nWhat they say is in the log of the run.`;
  return `${news.trim()}\n\n${tests}\n`;
}
