import { type FileHandle, open, rename, rm } from "node:fs/promises";
import { Problems } from "../../generator/problem.js";
import { registerTemporary, removeNow, unregisterTemporary } from "./temporary-files.js";

/**
 * Replaces a file atomically. The new file is written next to `real`, and renamed to `real` when it
 * is complete and on disk. Neither a crash nor a power failure leaves a partial file. `mode` is the
 * new file's mode before the umask; the old file's mode is not kept. Rejects with the error from
 * `write` or the system, or with `signal.reason` if `signal` aborts before the rename. In each
 * case, `real` is unchanged.
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

/** A unique name for the temporary file that is later renamed to `real`. */
function partOf(real: string): string {
  return `${real}.${crypto.randomUUID()}.part`;
}

/**
 * Checks that a file can be created next to `real`. Creates and removes a temporary file, because
 * permission bits alone do not show this. Rejects with the system's error if that fails.
 */
export async function checkCreatable(real: string): Promise<void> {
  const part = partOf(real);
  await (await open(part, "wx", 0o600)).close();
  await rm(part);
}

/**
 * A system error's message without the call and path: `EACCES: permission denied`. For any other
 * error, the whole message; for other values, the value as a string.
 */
export function reasonOf(error: unknown): string {
  return error instanceof Error ? error.message.replace(/, \w+ '.*$/s, "") : String(error);
}

/**
 * Converts a system error (one with a `syscall`) to `Problems`. `where` is the path that cannot be
 * written; `fix` says what to do. Returns any other error unchanged.
 */
export function asWriteProblem(error: unknown, where: string, fix: string): unknown {
  if (!(error instanceof Error) || (error as NodeJS.ErrnoException).syscall === undefined)
    return error;
  return new Problems([{ what: `${where} cannot be written`, where, why: error.message, fix }]);
}
