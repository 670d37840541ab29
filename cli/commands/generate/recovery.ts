import { Problems } from "../../../generator/problem.js";
import type { Workspace } from "../../../generator/workspace.js";
import type { Recovery } from "../../../generator/write/commit.js";
import { isPulled } from "../../../generator/write/compare.js";
import { unfinishedRuns } from "../../../generator/write/unfinished.js";
import { recoverFolder } from "../../../generator/write/write.js";
import { pluralize } from "../../../runtime/validation/wording.js";
import type { Io } from "../../terminal/io.js";

interface OutputFolder {
  readonly folder: URL;
  /** Its name in messages. */
  readonly called: string;
  /** Which files may be replaced; default: those with the generated header. */
  readonly mayReplace?: (file: string) => boolean;
}

/**
 * The folders that commands write in a workspace: spec/, in which only files of `pull` may be
 * replaced, generated/ and docs/.
 */
export function foldersIn({ root }: Workspace): readonly OutputFolder[] {
  const at = (called: string): OutputFolder => ({ folder: new URL(`${called}/`, root), called });
  return [{ ...at("spec"), mayReplace: isPulled }, at("generated"), at("docs")];
}

/**
 * Finishes or undoes the writes of runs that ended early, and prints a line for each folder that
 * was affected; does nothing for the others.
 */
export async function recoverFolders(
  folders: readonly OutputFolder[],
  { stderr }: Pick<Io, "stderr">,
): Promise<void> {
  for (const { folder, called, mayReplace } of folders)
    for (const recovery of await recoverFolder(folder, mayReplace))
      stderr.write(`${recoveryText(recovery, called)}\n`);
}

/**
 * Throws `Problems` for runs that were stopped while they wrote into one of these folders, or that
 * still do. Changes nothing.
 */
export function refuseUnfinished(folders: readonly OutputFolder[]): void {
  const runs = folders.flatMap(({ folder, called }) => unfinishedRuns(folder, called));
  const problems = runs.map(({ isWriting: _, ...problem }) => problem);
  if (runs.length > 0)
    throw new Problems(
      problems,
      runs.every(({ isWriting }) => isWriting) ? "temporary" : "refused",
    );
}

function recoveryText({ outcome, files }: Recovery, called: string): string {
  const of = `an interrupted run had changed some of ${pluralize(files, "file")}`;
  return {
    finished: `finished   ${called}: ${of}; all are changed now`,
    undone: `undone     ${called}: ${of} and had begun to undo that; all are as before now`,
    complete: `cleared    ${called}: an interrupted run had left its work folder; all files were complete`,
    dropped: `dropped    ${called}: ${of}; some have been edited since, so none was changed`,
  }[outcome];
}
