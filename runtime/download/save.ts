import { currentFolder } from "../absolute-path.js";
import { loadDisk, pathOf, placeFor, unwritable } from "./save-place.js";

/**
 * Writes the bytes beside what stands at `given` and renames the file when all are there; resolves to how many. What stood there before stays
 * until then, and nothing stays behind when it fails. Throws before it asks for any byte where no file can be written.
 *
 * `bytes` is handed what to call when the file begins anew.
 */
export async function save(bytes: (restart: () => Promise<void>) => AsyncIterable<Uint8Array>, given: string | URL): Promise<number> {
  const folder = currentFolder();
  const disk = await loadDisk();
  const path = pathOf(given, folder, disk);
  let written = 0;
  const heard = <Value>(work: Promise<Value>): Promise<Value> =>
    work.catch((cause: unknown) => {
      throw unwritable(given, cause, written);
    });
  const { target, part, mode } = await heard(placeFor(path, disk));
  const { open, chmod, rename, rm } = disk.fs;
  // "wx": never into a file, or through a link, that someone else put there.
  const file = await heard(open(part, "wx", mode ?? 0o666));
  const restart = async () => {
    await heard(file.truncate(0));
    written = 0;
  };
  try {
    for await (const piece of bytes(restart)) {
      // At a place that is named: after a restart the file's own is behind its end.
      for (let at = 0; at < piece.length; ) at += (await heard(file.write(piece, at, piece.length - at, written + at))).bytesWritten;
      written += piece.length;
    }
    // Rights that the process takes from new files are not taken from one that had them.
    if (mode !== null) await heard(chmod(part, mode));
    await heard(file.sync());
    await heard(file.close());
    await heard(rename(part, target));
  } catch (error) {
    // What went wrong first counts.
    await file.close().catch(() => {});
    await rm(part, { force: true }).catch(() => {});
    throw error;
  }
  return written;
}
