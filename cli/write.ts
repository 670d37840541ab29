import { closeSync, openSync } from "node:fs";
import { constants, open, rename } from "node:fs/promises";
import { Socket } from "node:net";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { setTimeout as sleep } from "node:timers/promises";
import { type Destination, partOf } from "./destination.js";
import { forget, remove, temporary } from "./leftovers.js";
import { unwritable } from "./unwritable.js";

type Pieces = AsyncIterable<string | Uint8Array> | Iterable<string | Uint8Array>;
type FileDestination = Extract<Destination, { readonly kind: "file" }>;

const LOOK_MS = 100;
const MODE = 0o7777;

/** Brings a text to where it goes. */
export async function write(pieces: Pieces, destination: Destination, signal: AbortSignal): Promise<void> {
  if (destination.kind === "file") return writeBeside(pieces, destination, signal);
  const name = destination.kind === "stdout" ? "stdout" : destination.path;
  try {
    if (destination.kind === "stdout") await pipeline(Readable.from(pieces), process.stdout, { end: false, signal });
    else if (destination.kind === "pipe") await pipeline(Readable.from(pieces), await openPipe(destination.path, signal), { signal });
    else await pipeline(Readable.from(pieces), (await open(destination.path, "w")).createWriteStream(), { signal });
  } catch (error) {
    throw unwritable(error, name, `Make room where it goes, or give another file with ${destination.flag}.`);
  }
}

/** Whoever looks at the file meanwhile sees the old one or the whole new one, never a part. */
async function writeBeside(pieces: Pieces, { path, real, old, flag }: FileDestination, signal: AbortSignal): Promise<void> {
  const part = partOf(real);
  temporary(part);
  try {
    // As private as the file that it takes the place of, from the first byte on.
    const file = await open(part, "wx", old === null ? 0o666 : old.mode & MODE);
    if (old !== null) {
      // To another owner only root may give it.
      await file.chown(old.uid, old.gid).catch(() => {});
      await file.chmod(old.mode & MODE);
    }
    await pipeline(Readable.from(pieces), file.createWriteStream(), { signal });
    await synced(part);
    signal.throwIfAborted();
    await rename(part, real);
    forget(part);
  } catch (error) {
    await remove(part);
    throw unwritable(error, path, `Give another file with ${flag}.`);
  }
}

/** So that not even a power cut leaves a part under the final name. */
async function synced(path: string): Promise<void> {
  const file = await open(path, "r+");
  await file.sync().finally(() => file.close());
}

/** Waits for who reads the other end. Opened in the usual way, a pipe without a reader holds up the whole process, even its end. */
async function openPipe(path: string, signal: AbortSignal): Promise<Socket> {
  for (;;) {
    const fd = opened(path);
    if (signal.aborted && fd !== null) closeSync(fd);
    signal.throwIfAborted();
    if (fd !== null) return new Socket({ fd, readable: false, writable: true });
    await sleep(LOOK_MS, undefined, { signal }).catch(() => {});
  }
}

/** Null while nobody reads it. */
function opened(path: string): number | null {
  try {
    return openSync(path, constants.O_WRONLY | constants.O_NONBLOCK);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ENXIO") return null;
    throw error;
  }
}
