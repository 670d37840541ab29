import { mkdtempSync, realpathSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";

const folders: string[] = [];

/**
 * Removes all temporary folders. Called by test/support/after-file.ts, because workers keep
 * modules, so a hook in this module would only run after the first file.
 */
export function removeTemporaryFolders(): void {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true });
}

/**
 * Creates an empty folder that is removed after the test file. Returns its URL, which ends in a
 * slash.
 */
export function temporaryFolder(): URL {
  const folder = realpathSync(mkdtempSync(join(tmpdir(), "pinterest-reports-")));
  folders.push(folder);
  return new URL(`${pathToFileURL(folder)}/`);
}
