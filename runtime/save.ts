import { InvalidArgumentError } from "./errors.js";

/**
 * Writes the bytes beside `path` and renames the file when all are there; resolves to how many. What stood at `path` before stays until
 * then, and nothing stays behind when it fails. Loads `node:fs` only here, so that the package can be bundled for browsers.
 *
 * `bytes` is handed what to call when the file begins anew.
 */
export async function save(bytes: (restart: () => Promise<void>) => AsyncIterable<Uint8Array>, path: string): Promise<number> {
  // Bundlers take an import that may fail for what it is, and leave it alone.
  const { open, rename, rm } = await import("node:fs/promises").catch((cause: unknown) => {
    throw new InvalidArgumentError("download(path) needs a file system: Node, Bun or Deno", { cause });
  });
  const part = `${path}.${crypto.randomUUID()}.part`;
  // "wx": never into a file, or through a link, that someone else put there.
  const file = await open(part, "wx");
  let written = 0;
  const restart = async () => {
    await file.truncate(0);
    written = 0;
  };
  try {
    try {
      for await (const piece of bytes(restart)) {
        // At a place that is named: after a restart the file's own is behind its end.
        for (let at = 0; at < piece.length; ) at += (await file.write(piece, at, piece.length - at, written + at)).bytesWritten;
        written += piece.length;
      }
      await file.sync();
    } finally {
      await file.close();
    }
    await rename(part, path);
  } catch (error) {
    await rm(part, { force: true });
    throw error;
  }
  return written;
}
