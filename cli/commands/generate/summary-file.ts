import { existsSync, renameSync, rmSync } from "node:fs";
import { dirname, resolve } from "node:path";
import { isUrl } from "../../../generator/parse/fetch.js";
import { linkOrCopy } from "../../../generator/write/commit.js";
import { CreatedFolders } from "../../../generator/write/write.js";
import { type Destination, destinationOf, writeTo } from "../../terminal/destination.js";
import { checkDistinct, type NamedPath } from "../../terminal/distinct-paths.js";
import { fullPath, type Io } from "../../terminal/io.js";
import { registerTemporary, unregisterTemporary } from "../../terminal/temporary-files.js";

const FLAG = "--summary";

/**
 * Checks that the summary can be written without overwriting another file of the run. Does nothing
 * if `summary` is undefined or `-` (stdout). The file's folder need not exist yet. Rejects with
 * `Usage` if the file is one of `paths`, is in a folder reserved for the run, or cannot be written.
 */
export async function checkSummary(
  summary: string | undefined,
  paths: readonly NamedPath[],
  io: Pick<Io, "stdout" | "cwd">,
): Promise<void> {
  if (summary === undefined || summary === "-") return;
  // Compares each path only with the summary, because a repository may keep its annotation files in
  // its output folder.
  for (const path of paths) await checkDistinct([path, { name: FLAG, path: summary }], io);
  if (existsSync(dirname(resolve(fullPath(summary, io))))) await destinationOf(summary, io, FLAG);
}

/** The description's path for `checkSummary`; empty for a URL. */
export function descriptionPaths(spec: string): readonly NamedPath[] {
  return isUrl(spec) ? [] : [{ name: "--spec", path: spec }];
}

/**
 * A summary and its destination. If `file` is undefined, the summary is not written; `-` is stdout.
 */
export interface Summary {
  readonly file: string | undefined;
  readonly text: string;
  readonly io: Pick<Io, "stdout" | "cwd">;
}

/**
 * Writes the summary, then runs `work` and resolves to its result. If `file` is undefined, only
 * runs `work`. Creates missing folders. If writing fails, rejects without running `work`. If `work`
 * fails, restores the previous file, removes the created folders and rejects with that error. Text
 * already written to stdout, a pipe or a device cannot be undone. If the process exits before
 * `work` is done, the new summary stays, and the next run reports the same changes again.
 */
export async function withSummary<Done>(
  { file, text, io }: Summary,
  work: () => Promise<Done>,
): Promise<Done> {
  if (file === undefined) return work();
  const createdFolders = new CreatedFolders();
  let old: Backup | undefined;
  try {
    if (file !== "-") createdFolders.folder(dirname(resolve(fullPath(file, io))));
    const destination = await destinationOf(file, io, FLAG);
    old = backUp(destination);
    await writeTo([text], destination, { signal: new AbortController().signal, io });
    return await work();
  } catch (error) {
    old?.restore();
    createdFolders.remove();
    throw error;
  } finally {
    old?.discard();
  }
}

/** The previous content of the summary's file. */
interface Backup {
  restore(): void;
  discard(): void;
}

/**
 * Saves the previous content. Undefined for stdout, a pipe or a device, which cannot be restored.
 */
function backUp(destination: Destination): Backup | undefined {
  if (destination.kind !== "file") return undefined;
  const { real, old } = destination;
  if (old === null) return { restore: () => rmSync(real, { force: true }), discard: () => {} };
  const backup = `${real}.${crypto.randomUUID()}.old`;
  registerTemporary(backup);
  linkOrCopy(real, backup);
  return {
    restore: () => renameSync(backup, real),
    discard: () => {
      rmSync(backup, { force: true });
      unregisterTemporary(backup);
    },
  };
}
