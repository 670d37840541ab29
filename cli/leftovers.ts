import { rmSync } from "node:fs";
import { rm } from "node:fs/promises";

const left = new Set<string>();

/** A file or folder that nobody shall find later, even when the process is told to end at once. */
export function temporary(path: string): void {
  if (left.size === 0) process.once("exit", sweep);
  left.add(path);
}

/** Takes it away now. */
export async function remove(path: string): Promise<void> {
  await rm(path, { recursive: true, force: true });
  forget(path);
}

/** It stays: it is called something else now. */
export function forget(path: string): void {
  left.delete(path);
  if (left.size === 0) process.off("exit", sweep);
}

function sweep(): void {
  for (const path of left) rmSync(path, { recursive: true, force: true });
}
