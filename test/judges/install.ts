import { execFile } from "node:child_process";
import { copyFileSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import type { TestProject } from "vitest/node";

declare module "vitest" {
  interface ProvidedContext {
    /** The folder of the installed judges; null if the registry does not have them. */
    readonly judges: string | null;
  }
}

const run = promisify(execFile);
const LONGEST_MS = 150_000;
// A wrong lock file or wrong package contents must never lead to a skip.
const WRONG = /\b(EUSAGE|EINTEGRITY|EJSONPARSE)\b/;

/**
 * Installs the judges from their lock file, without running scripts. If a judge is not available,
 * it is skipped, and its name and the reason are printed.
 */
export default async function setup({ provide }: TestProject): Promise<() => void> {
  const folder = mkdtempSync(join(tmpdir(), "pinterest-reports-judges-"));
  const remove = () => rmSync(folder, { recursive: true });
  for (const name of ["package.json", "package-lock.json"])
    copyFileSync(new URL(`locked/${name}`, import.meta.url), join(folder, name));
  try {
    // Under `npm run --silent`, npm would print nothing here, so a failure would have no reason.
    await run("npm", ["ci", "--ignore-scripts", "--no-audit", "--no-fund", "--loglevel=error"], {
      cwd: folder,
      timeout: LONGEST_MS,
    });
    provide("judges", folder);
    if (process.env.PINTEREST_SPECS === undefined)
      console.log("prism        skipped  PINTEREST_SPECS names no folder of descriptions");
  } catch (error) {
    if (WRONG.test(String(error))) {
      remove();
      throw error;
    }
    for (const judge of ["prism", "s3", "certificates", "inspector"])
      console.log(`${judge.padEnd(12)} skipped  not installed: ${reason(error)}`);
    provide("judges", null);
  }
  return remove;
}

/** The registry's error message without its address. */
function reason(thrown: unknown): string {
  if ((thrown as { readonly killed?: boolean }).killed === true)
    return `it took more than ${LONGEST_MS / 1_000} s`;
  const lines = String(thrown).split("\n");
  return (lines.find((line) => /error code/.test(line)) ?? lines[0] ?? "")
    .replace(/https?:\S+/g, "its address")
    .slice(0, 200);
}
