import { type FileHandle, open, rename, rm } from "node:fs/promises";
import { Problems } from "../../generator/problem.js";
import { registerTemporary, removeNow, unregisterTemporary } from "./temporary-files.js";

/**
 * Writes a new file beside `real` and renames it when it is complete and on disk, so that neither a
 * crash nor a power cut leaves a partial file under the final name. `mode` is that of the new file.
 * If `write` or the system fails, rejects with that error, and after an abort before the rename
 * with the reason of `signal`; then `real` is unchanged.
 */
export async function replaceFile(
  real: string,
  mode: number,
  write: (file: FileHandle) => Promise<void>,
  signal?: AbortSignal,
): Promise<void> {
  const part = partOf(real);
  registerTemporary(part);
  try {
    const file = await open(part, "wx", mode);
    try {
      await write(file);
      await file.sync();
    } finally {
      await file.close();
    }
    signal?.throwIfAborted();
    await rename(part, real);
    unregisterTemporary(part);
  } catch (error) {
    await removeNow(part);
    throw error;
  }
}

/**
 * Name of the temporary file that is renamed to `real` when it is complete; unique for each call.
 */
function partOf(real: string): string {
  return `${real}.${crypto.randomUUID()}.part`;
}

/**
 * Creates a file beside `real` and removes it: permission bits alone do not show whether that is
 * possible. Rejects with the system's error if it is not.
 */
export async function checkCreatable(real: string): Promise<void> {
  const part = partOf(real);
  await (await open(part, "wx", 0o600)).close();
  await rm(part);
}

/**
 * The message of a system error without call and path: `EACCES: permission denied`. The whole
 * message of any other error; another value as text.
 */
export function reasonOf(error: unknown): string {
  return error instanceof Error ? error.message.replace(/, \w+ '.*$/s, "") : String(error);
}

/**
 * A system error (one with a `syscall`) as `Problems`, to be thrown: `where` cannot be written, and
 * `fix` is the remedy. Returns any other error unchanged.
 */
export function asWriteProblem(error: unknown, where: string, fix: string): unknown {
  if (!(error instanceof Error) || (error as NodeJS.ErrnoException).syscall === undefined)
    return error;
  return new Problems([{ what: `${where} cannot be written`, where, why: error.message, fix }]);
}
