import { absolutePath, currentFolder } from "../absolute-path.js";
import { DownloadError, InvalidArgumentError } from "../errors.js";

// Maximum length of a file name, in bytes. File systems allow 255, and the temporary file's name
// has an additional suffix.
const MAX_NAME_BYTES = 240;

/** How messages refer to the call and to what it writes. */
export interface Writing {
  /** The call, such as `download(path)`. */
  readonly call: string;
  /** What is written, such as `the report`. */
  readonly content: string;
}

const DOWNLOAD: Writing = { call: "download(path)", content: "the report" };

/** Where a file is written, and under which temporary name. */
export interface WriteTarget {
  /** The file to replace. If the path is a link, this is its target. */
  readonly target: string;
  /**
   * Temporary file for incomplete content. It is in the same folder, so that renaming it is atomic.
   */
  readonly part: string;
  /** Permissions of the existing file; null for a new file, which gets the default permissions. */
  readonly mode: number | null;
}

/**
 * Loads the file system modules of Node, Bun and Deno. They are loaded on demand, so that the
 * package can be bundled for browsers. Throws an `InvalidArgumentError` if the platform has none.
 */
export async function loadDisk({ call }: Writing = DOWNLOAD): Promise<Disk> {
  const none = (cause: unknown): never => {
    throw new InvalidArgumentError(`${call} needs a file system: Node, Bun or Deno`, { cause });
  };
  // Bundlers leave an import unchanged if its failure is handled.
  const fs = await import("node:fs/promises").catch(none);
  const path = await import("node:path").catch(none);
  const url = await import("node:url").catch(none);
  return { fs, path, url };
}

/** The file system modules, loaded on demand. */
export interface Disk {
  readonly fs: typeof import("node:fs/promises");
  readonly path: typeof import("node:path");
  readonly url: typeof import("node:url");
}

/**
 * Returns the destination as an absolute path. A relative path is resolved against `folder`,
 * because the process may change its working directory in the meantime. Throws an
 * `InvalidArgumentError` unless `destination` is a non-empty string or a `file:` URL.
 */
function pathOf(
  destination: unknown,
  { call }: Writing,
  { folder, disk: { url, path } }: { readonly folder: string; readonly disk: Disk },
): string {
  const invalidPath = (cause?: unknown) =>
    new InvalidArgumentError(`${call} needs a path as a string, or a file: URL`, { cause });
  if (typeof destination === "string" && destination !== "" && !destination.includes("\0"))
    return absolutePath(destination, folder, path);
  if (!(destination instanceof URL)) throw invalidPath();
  try {
    return url.fileURLToPath(destination);
  } catch (error) {
    throw invalidPath(error);
  }
}

/**
 * Determines the file to write for `path`, following links. Writes nothing. The file need not
 * exist, and its folder is not checked. Throws the file system's errors, and a `NotAFile` error for
 * a folder, a device, a pipe, a socket, or a path that ends with a separator.
 */
export async function writeTargetFor(path: string, disk: Disk): Promise<WriteTarget> {
  const stats = await disk.fs.stat(path).catch(nullIfMissing);
  if (stats?.isDirectory()) throw new NotAFile("it is a folder");
  if (stats?.isFile() === false) throw new NotAFile("it is a device, a pipe or a socket");
  const target = await resolveLinks(path, disk);
  const { dirname, basename, sep } = disk.path;
  if (target.endsWith("/") || target.endsWith(sep))
    throw new NotAFile("it is the name of a folder");
  const name = basename(target);
  const start = new TextEncoder().encode(name).length > MAX_NAME_BYTES ? "" : name;
  const part = `${dirname(target)}${sep}${start}.${crypto.randomUUID().slice(0, 8)}.part`;
  return { target, part, mode: stats === null ? null : stats.mode & 0o777 };
}

class NotAFile extends Error {}

/**
 * Creates the error for a file that cannot be written. `path` is the path as the user passed it,
 * and `received` is the number of bytes so far.
 */
function destinationError(
  path: unknown,
  cause: unknown,
  { content, received }: Pick<Writing, "content"> & { readonly received: number },
): DownloadError {
  const message = cause instanceof Error ? cause.message : String(cause);
  // Node's messages also contain the system call and its paths, including the temporary file's.
  const why =
    cause instanceof NotAFile ? message : (/^[A-Z0-9]+: [^,]+/.exec(message)?.[0] ?? message);
  const facts = { received, ...(!(cause instanceof NotAFile) && { cause }) };
  return new DownloadError(
    `${content} cannot be written to ${JSON.stringify(String(path))}: ${why}`,
    facts,
  );
}

/** Returns null if the file does not exist. Throws any other error. */
function nullIfMissing(error: NodeJS.ErrnoException): null {
  if (error.code === "ENOENT") return null;
  throw error;
}

/**
 * Returns the target of a link, even if it does not exist yet, and any other path unchanged. Paths
 * are joined without normalizing them, because a `..` may come after another link.
 */
async function resolveLinks(path: string, disk: Disk): Promise<string> {
  const link = await disk.fs.readlink(path).catch(() => null);
  if (link === null) return path;
  const { dirname, isAbsolute, sep } = disk.path;
  return resolveLinks(isAbsolute(link) ? link : `${dirname(path)}${sep}${link}`, disk);
}

/** Where a file is written, and the file system that writes it. */
export interface Destination extends WriteTarget {
  readonly disk: Disk;
  /**
   * Resolves to the result of `work`. Converts an error to a `DownloadError` that names the
   * destination.
   */
  guard<Value>(work: Promise<Value>): Promise<Value>;
}

/**
 * Determines where `destination` is written, but writes nothing. A relative path is resolved
 * against the current folder at the time of the call. Throws an `InvalidArgumentError` if
 * `destination` is neither a path nor a `file:` URL, or if there is no file system. Throws a
 * `DownloadError` if `destination` is not a file, or if the file system reports an error.
 * `received` returns the number of bytes so far, for errors.
 */
export async function destinationFor(
  destination: string | URL,
  writing: Writing = DOWNLOAD,
  received = (): number => 0,
): Promise<Destination> {
  const folder = currentFolder();
  const disk = await loadDisk(writing);
  const path = pathOf(destination, writing, { folder, disk });
  const guard = <Value>(work: Promise<Value>): Promise<Value> =>
    work.catch((cause: unknown) => {
      throw destinationError(destination, cause, {
        content: writing.content,
        received: received(),
      });
    });
  return { disk, guard, ...(await guard(writeTargetFor(path, disk))) };
}

/**
 * Saves the bytes to a file; resolves to its size in bytes. Writes them to a temporary file next to
 * `destination`, and renames that file when it is complete. Until then, and after an error, an
 * existing file is unchanged. The new file gets the existing file's permissions. After an error,
 * the temporary file is removed. Links are followed. A missing folder is not created.
 *
 * `bytes` is called once. Its argument `restart` empties the temporary file; call it before the
 * file starts over from its first byte. `writing` is used in messages.
 *
 * Throws an `InvalidArgumentError` for an invalid destination, a `DownloadError` for a file that
 * cannot be written, and any error from `bytes`. If possible, an unwritable file is detected before
 * any byte is requested.
 */
export async function save(
  bytes: (restart: () => Promise<void>) => AsyncIterable<Uint8Array>,
  destination: string | URL,
  writing: Writing = DOWNLOAD,
): Promise<number> {
  let bytesWritten = 0;
  const { disk, guard, target, part, mode } = await destinationFor(
    destination,
    writing,
    () => bytesWritten,
  );
  const { open, chmod, rename, rm } = disk.fs;
  // "wx" fails if another process has created a file or a link there.
  const file = await guard(open(part, "wx", mode ?? 0o666));
  const restart = async () => {
    await guard(file.truncate(0));
    bytesWritten = 0;
  };
  try {
    for await (const piece of bytes(restart)) {
      // The position is explicit, because after a restart, the file's own position is beyond its
      // end.
      for (let at = 0; at < piece.length; )
        at += (await guard(file.write(piece, at, piece.length - at, bytesWritten + at)))
          .bytesWritten;
      bytesWritten += piece.length;
    }
    // The umask may have restricted the temporary file, so the existing file's permissions are set
    // again.
    if (mode !== null) await guard(chmod(part, mode));
    await guard(file.sync());
    await guard(file.close());
    await guard(rename(part, target));
  } catch (error) {
    // Errors while closing are ignored, so that the first error is reported.
    await file.close().catch(() => {});
    await rm(part, { force: true }).catch(() => {});
    throw error;
  }
  return bytesWritten;
}
