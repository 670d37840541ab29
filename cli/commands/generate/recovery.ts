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
  /** The folder's name in messages. */
  readonly called: string;
  /** Which files may be replaced; default: files with the generated header. */
  readonly mayReplace?: (file: string) => boolean;
}

/**
 * The folders that commands write in a workspace: spec/, generated/ and docs/. In spec/, only files
 * that `pull` wrote may be replaced; in the other two, only files with the generated header.
 */
export function foldersIn({ root }: Workspace): readonly OutputFolder[] {
  const at = (called: string): OutputFolder => ({ folder: new URL(`${called}/`, root), called });
  return [{ ...at("spec"), mayReplace: isPulled }, at("generated"), at("docs")];
}

/**
 * Finishes or undoes the writes of interrupted runs. Prints a line to stderr for each such run.
 *
 * Does not wait for a run that is still writing, unless its folder also has an interrupted run. In
 * that case, rejects with `Problems` if the run does not end within 10 s. Also rejects if
 * `recoverFolder` does.
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
 * Throws `Problems` if a folder has an unfinished run, whether stopped or still writing. Does not
 * change anything.
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

/** A line that says what became of an interrupted run. */
function recoveryText({ outcome, files }: Recovery, called: string): string {
  const of = `an interrupted run had changed only some of ${pluralize(files, "file")}`;
  return {
    finished: `finished   ${called}: ${of}; the rest have now been updated too`,
    undone: `undone     ${called}: ${of} and was undoing its changes; all files are now as they were before that run`,
    complete: `cleared    ${called}: an interrupted run left its work folder behind; all files were complete`,
    dropped: `dropped    ${called}: ${of}; some of these were edited after that run, so all were left as they are`,
  }[outcome];
}
