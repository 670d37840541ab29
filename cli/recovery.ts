import { count } from "../generator/print.js";
import type { Workspace } from "../generator/workspace.js";
import type { Settled } from "../generator/write/commit.js";
import { isPulled } from "../generator/write/compare.js";
import { settleFolder } from "../generator/write/write.js";
import type { Io } from "./io.js";

interface OutputFolder {
  readonly folder: URL;
  readonly called: string;
  /** Which files may be replaced; default: those with the generated header. */
  readonly ours?: (file: string) => boolean;
}

/** The folders that commands write in a workspace. */
export function foldersIn({ root }: Workspace): readonly OutputFolder[] {
  const at = (called: string): OutputFolder => ({ folder: new URL(`${called}/`, root), called });
  return [{ ...at("spec"), ours: isPulled }, at("generated"), at("docs")];
}

/** Finishes or undoes the writes of runs that ended early, and prints what was done. */
export async function recoverFolders(folders: readonly OutputFolder[], { stderr }: Pick<Io, "stderr">): Promise<void> {
  for (const { folder, called, ours } of folders)
    for (const settled of await settleFolder(folder, ours)) stderr.write(`${recoveryText(settled, called)}\n`);
}

function recoveryText({ outcome, files }: Settled, called: string): string {
  const of = `a run that ended early had changed some of ${count(files, "file")}`;
  return {
    finished: `finished   ${called}: ${of}, and now all are changed`,
    undone: `undone     ${called}: ${of} and begun to take that back, and now all are as they were`,
    whole: `cleared    ${called}: a run that ended early had left its work folder, and no file half done`,
    dropped: `dropped    ${called}: ${of}, and some have been changed since; none was touched`,
  }[outcome];
}
