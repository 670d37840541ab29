import { rmSync } from "node:fs";
import { rm } from "node:fs/promises";

const paths = new Set<string>();

/**
 * Registers a file, or a folder with its contents, for removal by `removeTemporary` when the
 * process exits; `unregisterTemporary` cancels it. A path that does not exist then is ignored.
 * Nothing is removed if a signal without a handler ends the process.
 */
export function registerTemporary(path: string): void {
  paths.add(path);
}

/**
 * Removes a file, or a folder with its contents, now, and cancels its removal at exit. Does nothing
 * if it does not exist.
 */
export async function removeNow(path: string): Promise<void> {
  await rm(path, { recursive: true, force: true });
  unregisterTemporary(path);
}

/**
 * Cancels the removal at exit that `registerTemporary` registered for exactly this path, for a file
 * that is kept or has another name. Does nothing for any other path, and does not touch the file.
 */
export function unregisterTemporary(path: string): void {
  paths.delete(path);
}

/** Removes all registered files and folders, synchronously. */
export function removeTemporary(): void {
  for (const path of paths) rmSync(path, { recursive: true, force: true });
}
