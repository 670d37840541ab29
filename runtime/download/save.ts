import { absolutePath, currentFolder } from "../absolute-path.js";
import { DownloadError, InvalidArgumentError } from "../errors.js";

// Of names that are longer, no part has room beside its own ending: file systems take 255 bytes.
const LONGEST_NAME = 240;

/** Where a file is to be written. */
export interface Place {
  /** What is replaced: what a link leads to, never the link. */
  readonly target: string;
  /** Where the bytes lie until all are there: in the same folder, so that renaming is one step. */
  readonly part: string;
  /** Who may read and write the file that is there; null for a new one, which gets what the process gives new files. */
  readonly mode: number | null;
}

/** What of Node, Bun and Deno writes files. Loaded when it is asked for, so that the package can be bundled for browsers. */
export async function loadDisk(): Promise<Disk> {
  const none = (cause: unknown): never => {
    throw new InvalidArgumentError("download(path) needs a file system: Node, Bun or Deno", { cause });
  };
  // Bundlers take an import that may fail for what it is, and leave it alone.
  const fs = await import("node:fs/promises").catch(none);
  const path = await import("node:path").catch(none);
  const url = await import("node:url").catch(none);
  return { fs, path, url };
}

export interface Disk {
  readonly fs: typeof import("node:fs/promises");
  readonly path: typeof import("node:path");
  readonly url: typeof import("node:url");
}

/** The path as text, when it is one that can be, and whole: the process may go to another folder meanwhile. */
export function pathOf(given: unknown, folder: string, { url, path }: Disk): string {
  const bad = (cause?: unknown) => new InvalidArgumentError("download(path) takes a path as text, or a file: URL", { cause });
  if (typeof given === "string" && given !== "" && !given.includes("\0")) return absolutePath(given, folder, path);
  if (!(given instanceof URL)) throw bad();
  try {
    return url.fileURLToPath(given);
  } catch (error) {
    throw bad(error);
  }
}

/** Looks at what stands there. Throws where that is no file, and what the file system says. */
export async function placeFor(path: string, disk: Disk): Promise<Place> {
  const there = await disk.fs.stat(path).catch(absent);
  if (there?.isDirectory()) throw new NotAFile("it is a folder");
  if (there?.isFile() === false) throw new NotAFile("it is no file, but a device, a pipe or a socket");
  const target = await behindLinks(path, disk);
  const { dirname, basename, sep } = disk.path;
  if (target.endsWith("/") || target.endsWith(sep)) throw new NotAFile("it names a folder");
  const name = basename(target);
  const start = new TextEncoder().encode(name).length > LONGEST_NAME ? "" : name;
  const part = `${dirname(target)}${sep}${start}.${crypto.randomUUID().slice(0, 8)}.part`;
  return { target, part, mode: there === null ? null : there.mode & 0o777 };
}

class NotAFile extends Error {}

/** The error for what the file system, or what stands at the path, did not allow. `path` is what the caller gave. */
export function unwritable(path: unknown, cause: unknown, received: number): DownloadError {
  const message = cause instanceof Error ? cause.message : String(cause);
  // Node's go on with the call and its paths, one of which is the part's.
  const why = cause instanceof NotAFile ? message : (/^[A-Z0-9]+: [^,]+/.exec(message)?.[0] ?? message);
  const facts = { received, ...(!(cause instanceof NotAFile) && { cause }) };
  return new DownloadError(`the report cannot be written to ${JSON.stringify(String(path))}: ${why}`, facts);
}

function absent(error: NodeJS.ErrnoException): null {
  if (error.code === "ENOENT") return null;
  throw error;
}

/** What a link leads to, also where nothing is there yet. Names are put one behind another, not shortened: `..` may follow a link. */
async function behindLinks(path: string, disk: Disk): Promise<string> {
  const link = await disk.fs.readlink(path).catch(() => null);
  if (link === null) return path;
  const { dirname, isAbsolute, sep } = disk.path;
  return behindLinks(isAbsolute(link) ? link : `${dirname(path)}${sep}${link}`, disk);
}

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
