import { basename } from "node:path";
import type { Ended } from "./command.ts";
import { fenced } from "./proposal.ts";

/** A problem that the generator has stopped at, as it prints it with `--format json`. */
export interface Decision {
  readonly what: string;
  readonly where: string;
  readonly why: string;
  readonly fix: string;
  readonly notes: Readonly<Record<string, string>>;
}

/** What became of a newer description. `title` is one line; `step` is missing where the generator has stopped. */
export interface Drift {
  readonly title: string;
  readonly decisions: readonly Decision[];
  readonly changes?: { readonly step: string; readonly markdown: string };
  /** Which tests fail; `null` when all pass. */
  readonly failures?: string | null;
}

/** What a command stopped at; nothing when all was well. */
export function decisionsIn({ exit, stdout }: Ended): readonly Decision[] {
  // What many operations share is told for each of them, and decided once.
  const lines = [...new Set(stdout.split("\n"))];
  const decisions = lines.flatMap((line) => (line.startsWith("{") ? [JSON.parse(line) as Decision] : []));
  if (exit !== 0 && decisions.length === 0) throw new Error("the generator has failed, see above");
  return decisions;
}

/** Whether it is about the download or the file as such: no decision of ours would help, tomorrow's download may. */
export function isUnreadable({ where }: Decision, from: string): boolean {
  return /^description(:|$)/.test(where) || from.startsWith(where) || where === basename(from);
}

export function inWords({ what, where, why, fix, notes }: Decision): string {
  const lines = { at: where, ...notes, why, fix };
  const width = Math.max(...Object.keys(lines).map((name) => name.length));
  const indented = ([name, value]: readonly [string, string]): string =>
    `  ${name.padEnd(width)}  ${value.replaceAll("\n", `\n${" ".repeat(width + 4)}`)}`;
  return [what, ...Object.entries(lines).map(indented)].join("\n");
}

/** What the pull request says: what changed, what to decide, which tests fail. */
export function pullRequestBody({ decisions, changes, failures }: Drift): string {
  const parts = [
    changes === undefined
      ? "The generator stops here. What it stops at has to be decided before this can go on."
      : `Proposed step: **${changes.step}**\n\n${changes.markdown}`,
    ...(decisions.length === 0 ? [] : [`## Decide before merging\n\n${decisions.map(numbered).join("\n\n")}`]),
    ...(changes !== undefined && decisions.length > 0
      ? ["The rules that are proposed here are in the contract already: merging takes them."]
      : []),
    ...(failures === undefined
      ? []
      : [failures === null ? "All tests pass." : `## Tests fail\n\n${fenced(failures)}\n\nWhat they say is in the log of the run.`]),
  ];
  return `${parts.join("\n\n")}\n`;
}

function numbered(decision: Decision, index: number): string {
  return `**${index + 1}**\n\n${fenced(inWords(decision))}`;
}
