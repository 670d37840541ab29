type Paths = Pick<typeof import("node:path"), "isAbsolute" | "resolve" | "sep">;

/** The current working directory of the process; an empty string on platforms without one. */
export function currentFolder(): string {
  return typeof process === "undefined" ? "" : process.cwd();
}

/**
 * The absolute form of `path`, which stays valid when the process changes its working directory. An
 * absolute path is returned unchanged; to any other, `folder` and a separator are prepended,
 * without resolving `..`, which may follow a link. A Windows path with a drive letter is resolved
 * by `resolve`, because each drive may have its own working directory.
 */
export function absolutePath(
  path: string,
  folder: string,
  { isAbsolute, resolve, sep }: Paths,
): string {
  if (isAbsolute(path)) return path;
  return /^[A-Za-z]:/.test(path) && sep !== "/" ? resolve(path) : `${folder}${sep}${path}`;
}
