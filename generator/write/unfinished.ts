import { fileURLToPath } from "node:url";
import type { Problem } from "../problem.js";
import { progressIn } from "./commit.js";
import { folderAt } from "./compare.js";
import { type Run, runsIn } from "./lock.js";

/**
 * The text of the entry file while others are replaced. It neither compiles nor runs, and both
 * errors say what to do. `entry` is the new text, whose first line names the command.
 */
export function unfinishedEntry(entry: string): string {
  const [header = ""] = entry.split("\n", 1);
  const [, command = "generate"] = /run `([^`]+)`/.exec(header) ?? [];
  const message = `A run has not written all files of this folder. Run \`${command}\` again.`;
  return `${header}

// The files of this folder are partly old and partly new, since a run was stopped. The next run completes them, and this file.
const message = ${JSON.stringify(message)};
const isComplete: typeof message = false;
if (!isComplete) throw new Error(message);
export {};
`;
}

/** A run that has not written all its files. */
export interface UnfinishedRun extends Problem {
  /** Whether it still writes: then the problem is over when it has ended. */
  readonly isWriting: boolean;
}

/**
 * A problem for each run that was stopped while it wrote in the folder, or that still writes there.
 * Empty if there is none, or no folder. `label` is the folder's name in messages. Changes nothing.
 */
export function unfinishedRuns(folder: URL, label: string): readonly UnfinishedRun[] {
  const root = folderAt(fileURLToPath(folder));
  return root === undefined
    ? []
    : runsIn(root).map((run) => ({ ...problem(run, root, label), isWriting: !run.isAbandoned }));
}

function problem({ work, holder, isAbandoned }: Run, root: string, label: string): Problem {
  const name = holder === null ? "a run" : `process ${holder.pid} on ${holder.host}`;
  if (!isAbandoned)
    return {
      what: `${name} is writing here`,
      where: label,
      why: "Its files are not complete yet.",
      fix: "Wait until it has ended.",
    };
  const progress = progressIn(root, work);
  const extent =
    progress === null ? "" : ` and had written ${progress.done} of ${progress.files} files`;
  return {
    what: `${name} was stopped while it wrote here${extent}`,
    where: label,
    why:
      progress === null
        ? "It has left its work folder."
        : "The files of this folder may be partly old and partly new.",
    fix: "Run the same command without --check: it completes them.",
  };
}
