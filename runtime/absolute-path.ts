type Paths = Pick<typeof import("node:path"), "isAbsolute" | "resolve" | "sep">;

/**
 * Returns the process's working directory, or an empty string on platforms without `process`.
 * Throws Node's error if that directory has been deleted.
 */
export function currentFolder(): string {
  return typeof process === "undefined" ? "" : process.cwd();
}

/**
 * Makes `path` absolute, so that it stays valid if the working directory changes. Returns an
 * absolute path unchanged. Appends any other path to `folder`, without resolving `..`, because `..`
 * may follow a symbolic link. Exception: a relative Windows path with a drive letter is passed to
 * `resolve`, because each drive may have its own working directory.
 */
export function absolutePath(
  path: string,
  folder: string,
  { isAbsolute, resolve, sep }: Paths,
): string {
  if (isAbsolute(path)) return path;
  return /^[A-Za-z]:/.test(path) && sep !== "/" ? resolve(path) : `${folder}${sep}${path}`;
}
