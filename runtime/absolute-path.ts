type Paths = Pick<typeof import("node:path"), "isAbsolute" | "resolve" | "sep">;

/**
 * Returns the current working directory of the process; empty on platforms without one. Throws
 * Node's error if that directory has been deleted.
 */
export function currentFolder(): string {
  return typeof process === "undefined" ? "" : process.cwd();
}

/**
 * Converts `path` to an absolute one, which stays valid if the working directory changes. An
 * absolute path is returned unchanged. Any other path is appended to `folder`, without resolving
 * `..`, which may come after a symbolic link. `resolve` handles a Windows path with a drive letter,
 * because each drive may have its own working directory.
 */
export function absolutePath(
  path: string,
  folder: string,
  { isAbsolute, resolve, sep }: Paths,
): string {
  if (isAbsolute(path)) return path;
  return /^[A-Za-z]:/.test(path) && sep !== "/" ? resolve(path) : `${folder}${sep}${path}`;
}
