import { absolutePath, currentFolder } from "../absolute-path.js";
import { DownloadError, InvalidArgumentError } from "../errors.js";

// In bytes. A longer name leaves no room for the ending of the temporary file: file systems allow
// 255 bytes.
const LONGEST_NAME = 240;

/** What writes a file, as messages name it. */
export interface Writing {
  /** The call, such as `download(path)`. */
  readonly call: string;
  /** What is written, such as `the report`. */
  readonly content: string;
}

const DOWNLOAD: Writing = { call: "download(path)", content: "the report" };

/** Where a file is written. */
export interface WriteTarget {
  /** The file to replace: the target of a link, never the link. */
  readonly target: string;
  /**
   * Temporary file for the bytes until all are there; in the same folder, so that the rename is one
   * step.
   */
  readonly part: string;
  /** Permissions of the existing file; null for a new one, which gets the process's default. */
  readonly mode: number | null;
}

/**
 * Loads the modules of Node, Bun and Deno that write files, on demand, so that the package can be
 * bundled for browsers. Throws an `InvalidArgumentError` if there are none.
 */
export async function loadDisk({ call }: Writing = DOWNLOAD): Promise<Disk> {
  const none = (cause: unknown): never => {
    throw new InvalidArgumentError(`${call} needs a file system: Node, Bun or Deno`, { cause });
  };
  // Bundlers recognize an import that may fail, and leave it alone.
  const fs = await import("node:fs/promises").catch(none);
  const path = await import("node:path").catch(none);
  const url = await import("node:url").catch(none);
  return { fs, path, url };
}

/** Modules that write files. */
export interface Disk {
  readonly fs: typeof import("node:fs/promises");
  readonly path: typeof import("node:path");
  readonly url: typeof import("node:url");
}

/**
 * The destination as an absolute path; a relative one refers to `folder`, because the process may
 * change its working directory meanwhile. Throws an `InvalidArgumentError` if it is neither a
 * valid, non-empty string nor a `file:` URL.
 */
function pathOf(
  destination: unknown,
  { call }: Writing,
  { folder, disk: { url, path } }: { readonly folder: string; readonly disk: Disk },
): string {
  const invalidPath = (cause?: unknown) =>
    new InvalidArgumentError(`${call} takes a path as a string, or a file: URL`, { cause });
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
 * Determines the file to write for `path`, without writing; links are followed. A file, or a link's
 * target, need not exist, and its folder is not checked. Throws a `NotAFile` error if the path is a
 * folder, a device, a pipe or a socket, or ends with a separator, and the errors of the file
 * system.
 */
export async function writeTargetFor(path: string, disk: Disk): Promise<WriteTarget> {
  const stats = await disk.fs.stat(path).catch(absent);
  if (stats?.isDirectory()) throw new NotAFile("it is a folder");
  if (stats?.isFile() === false) throw new NotAFile("it is a device, a pipe or a socket");
  const target = await behindLinks(path, disk);
  const { dirname, basename, sep } = disk.path;
  if (target.endsWith("/") || target.endsWith(sep))
    throw new NotAFile("it is the name of a folder");
  const name = basename(target);
  const start = new TextEncoder().encode(name).length > LONGEST_NAME ? "" : name;
  const part = `${dirname(target)}${sep}${start}.${crypto.randomUUID().slice(0, 8)}.part`;
  return { target, part, mode: stats === null ? null : stats.mode & 0o777 };
}

class NotAFile extends Error {}

/**
 * Creates the error for a destination that cannot be written: `path` as the caller passed it, the
 * reason from `cause`, and the number of bytes `received` by then.
 */
function destinationError(
  path: unknown,
  cause: unknown,
  { content, received }: Pick<Writing, "content"> & { readonly received: number },
): DownloadError {
  const message = cause instanceof Error ? cause.message : String(cause);
  // Node's messages continue with the call and its paths, one of which is the temporary file's.
  const why =
    cause instanceof NotAFile ? message : (/^[A-Z0-9]+: [^,]+/.exec(message)?.[0] ?? message);
  const facts = { received, ...(!(cause instanceof NotAFile) && { cause }) };
  return new DownloadError(
    `${content} cannot be written to ${JSON.stringify(String(path))}: ${why}`,
    facts,
  );
}

/** Null for a file that does not exist; throws any other error. */
function absent(error: NodeJS.ErrnoException): null {
  if (error.code === "ENOENT") return null;
  throw error;
}

/**
 * Target of a link, even if it does not exist yet. Paths are joined without shortening, because
 * `..` may follow a link.
 */
async function behindLinks(path: string, disk: Disk): Promise<string> {
  const link = await disk.fs.readlink(path).catch(() => null);
  if (link === null) return path;
  const { dirname, isAbsolute, sep } = disk.path;
  return behindLinks(isAbsolute(link) ? link : `${dirname(path)}${sep}${link}`, disk);
}

/** A destination that can be written, and the modules that write it. */
export interface Destination extends WriteTarget {
  readonly disk: Disk;
  /** The result of `work`; its error becomes the `DownloadError` of this destination. */
  guard<Value>(work: Promise<Value>): Promise<Value>;
}

/**
 * Determines where `destination` is written, without writing; a relative path refers to the current
 * folder at the time of the call. Throws an `InvalidArgumentError` if it is not a path, and a
 * `DownloadError` if it is not a file. `received` returns the number of bytes for errors.
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
 * Writes the bytes to a temporary file beside `destination`, and renames it when it is complete.
 * Resolves to the number of bytes in the file. An existing file is unchanged until then, and its
 * permissions are kept; the temporary file is removed on failure. Throws an `InvalidArgumentError`
 * for an invalid destination and a `DownloadError` for a file that cannot be written, if possible
 * before any byte is requested, and errors of `bytes`. `writing` names the caller in messages.
 *
 * `bytes` is called once. Its argument `restart` empties the temporary file, and is to be called
 * before the file starts again from its first byte.
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
  // "wx" never writes into an existing file, or through a link, that another process put there.
  const file = await guard(open(part, "wx", mode ?? 0o666));
  const restart = async () => {
    await guard(file.truncate(0));
    bytesWritten = 0;
  };
  try {
    for await (const piece of bytes(restart)) {
      // The position is given, because after a restart the file's own position is beyond its end.
      for (let at = 0; at < piece.length; )
        at += (await guard(file.write(piece, at, piece.length - at, bytesWritten + at)))
          .bytesWritten;
      bytesWritten += piece.length;
    }
    // The umask, which limits new files, must not change the permissions of an existing one.
    if (mode !== null) await guard(chmod(part, mode));
    await guard(file.sync());
    await guard(file.close());
    await guard(rename(part, target));
  } catch (error) {
    // The first error is the one to throw.
    await file.close().catch(() => {});
    await rm(part, { force: true }).catch(() => {});
    throw error;
  }
  return bytesWritten;
}
