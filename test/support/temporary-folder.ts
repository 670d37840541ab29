import { mkdtempSync, realpathSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";

const folders: string[] = [];

/**
 * Called by test/support/after-file.ts. A hook of this module would run after the first file only,
 * because workers keep their modules.
 */
export function removeTemporaryFolders(): void {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true });
}

/** An empty folder that is removed at the end of the test file, as a URL that ends in a slash. */
export function temporaryFolder(): URL {
  const folder = realpathSync(mkdtempSync(join(tmpdir(), "pinterest-reports-")));
  folders.push(folder);
  return new URL(`${pathToFileURL(folder)}/`);
}
