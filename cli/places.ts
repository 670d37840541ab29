import { readlink, realpath, stat } from "node:fs/promises";
import { basename, dirname, join, resolve, sep } from "node:path";
import { Usage } from "./usage.js";

/** A file that a run reads or writes, by the flag that names it. */
export interface NamedPlace {
  /** Such as `--out`, or `the body`. */
  readonly name: string;
  readonly path: string;
  /** A folder that is the run's own: nothing else may be in it. */
  readonly folder?: boolean;
}

/** Where a path leads by all links, also when there is nothing yet. Rejects as the file system does when its folder is not there. */
export async function realPlace(path: string): Promise<string> {
  try {
    return await realpath(path);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "ENOENT") throw error;
  }
  const target = await readlink(path).catch(() => null);
  if (target !== null) return realPlace(resolve(dirname(path), target));
  return join(await realpath(dirname(path)), basename(path));
}

/** The same for a path whose folders need not be there yet, either. */
async function nearestPlace(path: string): Promise<string> {
  const isTop = dirname(path) === path;
  return realPlace(path).catch(async () => (isTop ? path : join(await nearestPlace(dirname(path)), basename(path))));
}

/** Throws when two are the same file, by whatever names, or one is in another's folder: one would be written over, or removed with the other. */
export async function checkApart(places: readonly NamedPlace[]): Promise<void> {
  const found = await Promise.all(places.map(async (place) => ({ ...place, ...(await identityOf(place.path)) })));
  for (const [index, one] of found.entries()) {
    for (const other of found.slice(0, index)) {
      if (one.real === other.real || (one.inode !== null && one.inode === other.inode))
        throw new Usage(`${worded(other)} and ${worded(one)} are the same file`, "Give each a file of its own.");
      for (const [inner, outer] of [[one, other] as const, [other, one] as const]) {
        if (outer.folder === true && inner.real.startsWith(outer.real + sep))
          throw new Usage(`${worded(inner)} is within ${worded(outer)}, which is the run's own`, "Give another file.");
      }
    }
  }
}

function worded({ name, path }: NamedPlace): string {
  return `${name} ${path}`;
}

async function identityOf(path: string): Promise<{ readonly real: string; readonly inode: string | null }> {
  const real = await nearestPlace(resolve(path));
  // One file may have several names, and file systems that take `A` and `a` for the same do not say so.
  const { dev, ino } = (await stat(path, { bigint: true }).catch(() => null)) ?? { dev: 0n, ino: 0n };
  return { real, inode: ino === 0n ? null : `${dev}:${ino}` };
}
