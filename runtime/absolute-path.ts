type Paths = Pick<typeof import("node:path"), "isAbsolute" | "resolve" | "sep">;

/** The folder that the process is in; empty where there are no folders. */
export function currentFolder(): string {
  return typeof process === "undefined" ? "" : process.cwd();
}

/**
 * A path that stays the same when the process goes to another folder. It is put behind the folder, not joined with it: `..` may follow a link. On
 * Windows a drive may have a folder of its own.
 */
export function absolutePath(given: string, folder: string, { isAbsolute, resolve, sep }: Paths): string {
  if (isAbsolute(given)) return given;
  return /^[A-Za-z]:/.test(given) && sep !== "/" ? resolve(given) : `${folder}${sep}${given}`;
}
