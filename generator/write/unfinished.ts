import { fileURLToPath } from "node:url";
import type { Problem } from "../problem.js";
import { progressIn } from "./commit.js";
import { folderAt } from "./compare.js";
import { type Run, runsIn } from "./lock.js";

/**
 * The text of the entry file while the other files are replaced.
 *
 * This text neither compiles nor runs, and both errors say what to do. `entry` is the new text,
 * whose first line names the command to run again. The default command is `generate`.
 */
export function unfinishedEntry(entry: string): string {
  const [header = ""] = entry.split("\n", 1);
  const [, command = "generate"] = /run `([^`]+)`/.exec(header) ?? [];
  const message = `This folder is incomplete: a run was stopped or is still writing. Run \`${command}\` again.`;
  return `${header}

// This folder contains a mix of old and new files until a run completes it.
const message = ${JSON.stringify(message)};
const isComplete: typeof message = false;
if (!isComplete) throw new Error(message);
export {};
`;
}

/** A run that has not written all its files. */
export interface UnfinishedRun extends Problem {
  /** Whether the run is still writing. If so, the problem goes away when the run finishes. */
  readonly isWriting: boolean;
}

/**
 * Finds runs that were stopped while writing to the folder, or are still writing.
 *
 * Returns one problem for each such run. Empty if there is none or the folder does not exist.
 * `label` is the folder's name in messages. Changes nothing.
 */
export function unfinishedRuns(folder: URL, label: string): readonly UnfinishedRun[] {
  const root = folderAt(fileURLToPath(folder));
  return root === undefined
    ? []
    : runsIn(root).map((run) => ({ ...problem(run, root, label), isWriting: !run.isAbandoned }));
}

/** The problem to report for a run that is still writing or was stopped. */
function problem({ work, holder, isAbandoned }: Run, root: string, label: string): Problem {
  const name = holder === null ? "a run" : `process ${holder.pid} on ${holder.host}`;
  if (!isAbandoned)
    return {
      what: `${name} is still writing here`,
      where: label,
      why: "Its files are not complete yet.",
      fix: "Wait until it has finished.",
    };
  const progress = progressIn(root, work);
  const extent = progress === null ? "" : ` after ${progress.done} of ${progress.files} files`;
  return {
    what: `${name} was stopped while writing here${extent}`,
    where: label,
    why:
      progress === null
        ? "Its work folder is still here."
        : "This folder may contain a mix of old and new files.",
    fix: "Run the same command without --check to complete the files.",
  };
}
