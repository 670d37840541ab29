type Paths = Pick<typeof import("node:path"), "isAbsolute" | "resolve" | "sep">;

/**
 * Returns the process's working directory, or an empty string on platforms without `process`.
 * Throws Node's error if that directory has been deleted.
 */
export function currentFolder(): string {
  return typeof process === "undefined" ? "" : process.cwd();
}

/**
 * Makes `path` absolute, so that it stays valid if the working directory changes. An absolute path
 * is returned unchanged. Any other path is appended to `folder`. `..` is not resolved, because it
 * may follow a symbolic link. A Windows path with a drive letter is passed to `resolve` instead,
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
