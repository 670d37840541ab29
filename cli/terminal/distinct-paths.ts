import { readlink, realpath, stat } from "node:fs/promises";
import { basename, dirname, join, resolve, sep } from "node:path";
import { fullPath, type Io } from "./io.js";
import { Usage } from "./usage.js";

/** A file that a run reads or writes, with the flag that names it. */
export interface NamedPath {
  /** The file's name in messages, such as `--out` or `the body`. */
  readonly name: string;
  readonly path: string;
  /** Whether the path is a folder reserved for the run. No other path may be inside it. */
  readonly folder?: boolean;
}

/**
 * Resolves all symbolic links in a path, even if the target does not exist. Rejects with the file
 * system's error if the target's folder does not exist. A relative path is resolved against the
 * process's working folder.
 */
export async function realPath(path: string): Promise<string> {
  try {
    return await realpath(path);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "ENOENT") throw error;
  }
  const target = await readlink(path).catch(() => null);
  // The folder of the link may be a link itself.
  if (target !== null) return realPath(resolve(await realpath(dirname(path)), target));
  return join(await realpath(dirname(path)), basename(path));
}

/** Like `realPath`, but the path's folders may be missing too. */
async function nearestRealPath(path: string): Promise<string> {
  const isTop = dirname(path) === path;
  return realPath(path).catch(async () =>
    isTop ? path : join(await nearestRealPath(dirname(path)), basename(path)),
  );
}

/**
 * Rejects with `Usage` if writing to one path would overwrite or remove another. Two paths conflict
 * if they refer to the same file, even through links or a different spelling. They also conflict if
 * one of them is in a folder that is reserved for the run. Files need not exist. Relative paths are
 * resolved against `cwd`.
 */
export async function checkDistinct(
  paths: readonly NamedPath[],
  io: Pick<Io, "cwd">,
): Promise<void> {
  const files = await Promise.all(
    paths.map(async (named) => ({ ...named, ...(await identityOf(fullPath(named.path, io))) })),
  );
  for (const [index, file] of files.entries()) {
    for (const previous of files.slice(0, index)) {
      if (file.real === previous.real || (file.inode !== null && file.inode === previous.inode))
        throw new Usage(
          `${nameAndPath(previous)} and ${nameAndPath(file)} are the same file`,
          "Use a separate file for each.",
        );
      for (const [inner, outer] of [[file, previous] as const, [previous, file] as const]) {
        if (outer.folder === true && inner.real.startsWith(outer.real + sep))
          throw new Usage(
            `${nameAndPath(inner)} is within ${nameAndPath(outer)}, which is reserved for this run`,
            "Use a different file.",
          );
      }
    }
  }
}

/** A file's name in messages, followed by its path. */
function nameAndPath({ name, path }: NamedPath): string {
  return `${name} ${path}`;
}

/** What identifies a file: its path without links, and its inode if it exists. */
async function identityOf(
  path: string,
): Promise<{ readonly real: string; readonly inode: string | null }> {
  const real = await nearestRealPath(resolve(path));
  // Two different paths can be the same file: through hard links, or if the file system treats `A`
  // and `a` as the same name. The inode shows this.
  const { dev, ino } = (await stat(path, { bigint: true }).catch(() => null)) ?? {
    dev: 0n,
    ino: 0n,
  };
  return { real, inode: ino === 0n ? null : `${dev}:${ino}` };
}
