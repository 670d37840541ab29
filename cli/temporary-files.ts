import { rmSync } from "node:fs";
import { rm } from "node:fs/promises";

const paths = new Set<string>();

/** Registers a file, or a folder with its contents, for removal when the process exits; `forget` cancels it. */
export function temporary(path: string): void {
  paths.add(path);
}

/** Removes a file, or a folder with its contents, now, and cancels its removal at exit. Does nothing if it does not exist. */
export async function remove(path: string): Promise<void> {
  await rm(path, { recursive: true, force: true });
  forget(path);
}

/** Cancels the removal at exit: the file is kept or has another name. */
export function forget(path: string): void {
  paths.delete(path);
}

/** Removes all registered files and folders, synchronously. */
export function removeTemporary(): void {
  for (const path of paths) rmSync(path, { recursive: true, force: true });
}
