type Paths = Pick<typeof import("node:path"), "isAbsolute" | "resolve" | "sep">;

/** The current working directory; empty where the platform has none. */
export function currentFolder(): string {
  return typeof process === "undefined" ? "" : process.cwd();
}

/**
 * A path that stays valid when the process changes its working directory. The folder is prepended, not joined: `..` may follow a link. On
 * Windows each drive may have a working directory of its own.
 */
export function absolutePath(path: string, folder: string, { isAbsolute, resolve, sep }: Paths): string {
  if (isAbsolute(path)) return path;
  return /^[A-Za-z]:/.test(path) && sep !== "/" ? resolve(path) : `${folder}${sep}${path}`;
}
