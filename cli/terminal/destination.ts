import { closeSync, fstatSync, openSync, type Stats } from "node:fs";
import { access, constants, type FileHandle, open, stat } from "node:fs/promises";
import { Socket } from "node:net";
import { dirname } from "node:path";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { setTimeout as sleep } from "node:timers/promises";
import { realPath } from "./distinct-paths.js";
import { fullPath, type Io } from "./io.js";
import { asWriteProblem, checkCreatable, reasonOf, replaceFile } from "./replace-file.js";
import { Usage } from "./usage.js";

/** Where to write rows or text. `flag` is the flag that names the destination. */
export type Destination = { readonly flag: string } & (
  | { readonly kind: "stdout" }
  /** A named pipe, or a device such as `/dev/null`: written to, never replaced. */
  | { readonly kind: "pipe" | "device"; readonly path: string }
  /** `real` is `path` with all links resolved; `old` describes the existing file. */
  | {
      readonly kind: "file";
      readonly path: string;
      readonly real: string;
      readonly old: Stats | null;
    }
);

/**
 * Resolves the destination that `--out` or another `flag` names. It is stdout if `out` is
 * undefined, `-`, or the file that stdout is redirected to. Otherwise, it is a pipe, a device, or a
 * file that need not exist. Creates a temporary file to test whether the folder is writable.
 * Rejects with `Usage` if the destination cannot be written.
 */
export async function destinationOf(
  out: string | undefined,
  io: Pick<Io, "stdout" | "cwd">,
  flag = "--out",
): Promise<Destination> {
  const hint = `Pass another file with ${flag}.`;
  const refuse = (error: unknown): never => {
    throw new Usage(`${out} cannot be written: ${reasonOf(error)}`, hint);
  };
  if (out === undefined || out === "-") return { kind: "stdout", flag };
  const path = fullPath(out, io);
  const existing = await stat(path).catch(() => null);
  if (existing !== null && isStdout(existing, io.stdout)) return { kind: "stdout", flag };
  if (existing?.isDirectory()) throw new Usage(`${out} is a folder`, `Pass a file with ${flag}.`);
  if (existing !== null) await access(path, constants.W_OK).catch(refuse);
  if (existing?.isFIFO()) return { kind: "pipe", path: out, flag };
  if (existing?.isCharacterDevice()) return { kind: "device", path: out, flag };
  if (existing !== null && !existing.isFile())
    throw new Usage(`${out} is not a file that can be written`, hint);
  const real = await realPath(path).catch(() => null);
  if (real === null)
    throw new Usage(
      `there is no folder ${dirname(out)}`,
      `Create it, or pass another file with ${flag}.`,
    );
  await checkCreatable(real).catch(refuse);
  return { kind: "file", path: out, real, old: existing, flag };
}

/**
 * The destination's folder, as the user wrote it, for temporary files. Undefined for stdout, a pipe
 * or a device.
 */
export function folderOf(destination: Destination): string | undefined {
  return destination.kind === "file" ? dirname(destination.path) : undefined;
}

/**
 * Whether a path is stdout, such as `/dev/stdout`. Needed because a file that the shell redirects
 * stdout to must not be replaced.
 */
function isStdout({ dev, ino }: Stats, { fd }: Io["stdout"]): boolean {
  if (fd === undefined) return false;
  try {
    const stdoutStats = fstatSync(fd);
    return stdoutStats.dev === dev && stdoutStats.ino === ino;
  } catch {
    return false;
  }
}

type Pieces = AsyncIterable<string | Uint8Array> | Iterable<string | Uint8Array>;
type FileDestination = Extract<Destination, { readonly kind: "file" }>;

const POLL_MS = 100;
const MODE = 0o7777;

/** Options for `writeTo`. Aborting `signal` stops the write. */
export interface WriteOptions {
  readonly signal: AbortSignal;
  readonly io: Pick<Io, "stdout" | "cwd">;
}

/**
 * Writes pieces to their destination; resolves when all pieces are written. Text is encoded as
 * UTF-8. A file is replaced only when complete, and keeps its mode. A pipe is opened once it has a
 * reader. Stdout stays open. Rejects with `Problems` for a system error, with an abort error if
 * `signal` aborts, or with any other error from `pieces`.
 */
export async function writeTo(
  pieces: Pieces,
  destination: Destination,
  { signal, io }: WriteOptions,
): Promise<void> {
  if (destination.kind === "file") return writeBeside(pieces, destination, signal);
  const name = destination.kind === "stdout" ? "stdout" : destination.path;
  try {
    if (destination.kind === "stdout")
      await pipeline(Readable.from(pieces), io.stdout, { end: false, signal });
    else if (destination.kind === "pipe")
      await pipeline(
        Readable.from(pieces),
        await openPipe(fullPath(destination.path, io), signal),
        { signal },
      );
    else
      await pipeline(
        Readable.from(pieces),
        (await open(fullPath(destination.path, io), "w")).createWriteStream(),
        { signal },
      );
  } catch (error) {
    throw asWriteProblem(
      error,
      name,
      `Free up space on that disk, or pass another file with ${destination.flag}.`,
    );
  }
}

/**
 * Writes a temporary file and renames it to replace the old one. Readers see either the old file or
 * the complete new one.
 */
async function writeBeside(
  pieces: Pieces,
  { path, real, old, flag }: FileDestination,
  signal: AbortSignal,
): Promise<void> {
  try {
    // Sets the old file's mode before writing, so that the content is never more accessible than
    // before.
    const write = async (file: FileHandle): Promise<void> => {
      if (old !== null) {
        // Only root may change the owner.
        await file.chown(old.uid, old.gid).catch(() => {});
        await file.chmod(old.mode & MODE);
      }
      await pipeline(
        Readable.from(pieces),
        async (source: AsyncIterable<string | Uint8Array>) => {
          for await (const piece of source) await file.writeFile(piece);
        },
        { signal },
      );
    };
    await replaceFile(real, old === null ? 0o666 : old.mode & MODE, write, signal);
  } catch (error) {
    throw asWriteProblem(error, path, `Pass another file with ${flag}.`);
  }
}

/**
 * Opens a pipe as soon as it has a reader, checking every 100 ms. A blocking open would block the
 * whole process, even its exit.
 */
async function openPipe(path: string, signal: AbortSignal): Promise<Socket> {
  for (;;) {
    const fd = tryOpenPipe(path);
    if (signal.aborted && fd !== null) closeSync(fd);
    signal.throwIfAborted();
    if (fd !== null) return new Socket({ fd, readable: false, writable: true });
    await sleep(POLL_MS, undefined, { signal }).catch(() => {});
  }
}

/** Opens a pipe. Returns null if the pipe has no reader. */
function tryOpenPipe(path: string): number | null {
  try {
    return openSync(path, constants.O_WRONLY | constants.O_NONBLOCK);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ENXIO") return null;
    throw error;
  }
}
