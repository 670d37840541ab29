import { mkdtempSync, realpathSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { afterAll } from "vitest";

const folders: string[] = [];

// Here and not where a folder is made: a hook that is set within a test never runs.
afterAll(() => {
  for (const folder of folders) rmSync(folder, { recursive: true, force: true });
});

/** An empty folder that is removed when the file's tests are done, as a URL that ends in a slash. */
export function temporaryFolder(): URL {
  const folder = realpathSync(mkdtempSync(join(tmpdir(), "pinterest-reports-")));
  folders.push(folder);
  return new URL(`${pathToFileURL(folder)}/`);
}
