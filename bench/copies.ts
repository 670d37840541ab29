// Copies a base commit and the working tree as JavaScript, one file for each module, to run and
// profile the same programs on both.
import { execFileSync } from "node:child_process";
import { copyFileSync, existsSync, mkdirSync, mkdtempSync, rmSync, symlinkSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { ROOT } from "../test/package/packed.js";
import { transpile } from "../test/support/transpiled.js";

/** Entry points to bundle from a copy, each named after its only export. */
export const ENTRIES = {
  createClient: "export { createClient } from './generated/index.js';",
  validateReport: "export { validateReport } from './generated/validators.js';",
} as const;

/** The folders of two copies, and one for other files. All are removed at the end. */
export interface Copies {
  readonly home: string;
  readonly base: string;
  readonly current: string;
}

/**
 * Calls `work` with a copy of the commit `base` and one of the working tree. Both use the packages
 * that are installed here.
 */
export async function withCopies<Result>(
  base: string,
  work: (copies: Copies) => Promise<Result>,
): Promise<Result> {
  const home = mkdtempSync(join(tmpdir(), "commits-"));
  const worktree = join(home, "worktree");
  try {
    git("worktree", "add", "--quiet", "--detach", worktree, base);
    return await work({
      home,
      base: await copyOf(worktree, join(home, "base")),
      current: await copyOf(ROOT, join(home, "current")),
    });
  } finally {
    if (existsSync(worktree)) git("worktree", "remove", "--force", worktree);
    rmSync(home, { recursive: true, force: true });
  }
}

/** Runs git in the repository, and returns its output. */
export function git(...args: readonly string[]): string {
  return execFileSync("git", args, { cwd: ROOT, encoding: "utf8" }).trim();
}

async function copyOf(repository: string, folder: string): Promise<string> {
  mkdirSync(folder);
  for (const part of ["spec", "templates", "docs"])
    symlinkSync(join(repository, part), join(folder, part), "junction");
  symlinkSync(join(ROOT, "node_modules"), join(folder, "node_modules"), "junction");
  symlinkSync(folder, join(folder, "dist"), "junction");
  await transpile(repository, folder, ["generator", "cli", "runtime", "generated"]);
  for (const file of ["package.json", "generated/model.json"])
    copyFileSync(join(repository, file), join(folder, file));
  return folder;
}
