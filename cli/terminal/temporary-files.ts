import { rmSync } from "node:fs";
import { rm } from "node:fs/promises";

const paths = new Set<string>();

/**
 * Registers a file or folder for removal when the process exits. `unregisterTemporary` cancels the
 * removal. Ignores a path that does not exist at exit. Nothing is removed if a signal without a
 * handler ends the process.
 */
export function registerTemporary(path: string): void {
  paths.add(path);
}

/**
 * Removes a file or folder now, and cancels its removal at exit. A missing file or folder is not an
 * error.
 */
export async function removeNow(path: string): Promise<void> {
  await rm(path, { recursive: true, force: true });
  unregisterTemporary(path);
}

/**
 * Cancels the removal of this path at exit, for example because the file is kept. Does nothing if
 * the path is not registered, and does not touch the file.
 */
export function unregisterTemporary(path: string): void {
  paths.delete(path);
}

/** Removes all registered files and folders, synchronously. */
export function removeTemporary(): void {
  for (const path of paths) rmSync(path, { recursive: true, force: true });
}
