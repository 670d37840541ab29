import { absolutePath, currentFolder } from "../absolute-path.js";
import { InvalidArgumentError } from "../errors.js";
import { type HeldLock, holdLock, type LockErrors } from "../held-lock.js";
import { loadParquet } from "../writers/parquet-file.js";
import { type FileStore, type NewFile, ParquetSession } from "./parquet-layout.js";
import type { Target } from "./target.js";
import { TargetUnavailableError } from "./target-failures.js";

type Files = typeof import("node:fs/promises");

/** Error codes that mean no further writes can succeed, for example because the disk is full. */
const UNAVAILABLE = "ENOSPC EDQUOT EROFS EIO ENODEV ENXIO ESTALE EMFILE ENFILE".split(" ");

/**
 * A folder of Parquet files as a target. Each file is replaced with a single rename. Nothing is
 * opened until a run begins. Throws an `InvalidArgumentError` for a path that is empty, or neither
 * a string nor a `file:` URL.
 */
export function folderTarget(path: string | URL): Target {
  const isPath =
    path instanceof URL
      ? path.protocol === "file:"
      : typeof path === "string" && path !== "" && !path.includes("\0");
  if (!isPath)
    throw new InvalidArgumentError("parquetFolder needs a path as a string, or a file: URL");
  const workingFolder = currentFolder();
  return {
    name: `the folder ${path instanceof URL ? path.pathname : path}`,
    // Each day has its own file, and a rename replaces only one file.
    windowDays: 1,
    async open() {
      const files: Files = await import("node:fs/promises").catch(throwNoFileSystem);
      const paths = await import("node:path").catch(throwNoFileSystem);
      const { hostname } = await import("node:os").catch(throwNoFileSystem);
      const { fileURLToPath } = await import("node:url").catch(throwNoFileSystem);
      const library = await loadParquet();
      const root = absolutePath(
        typeof path === "string" ? path : fileURLToPath(path),
        workingFolder,
        paths,
      );
      const isNew = (await files.stat(root).catch(nullIfMissing)) === null;
      await files.mkdir(`${root}/_sync`, { recursive: true }).catch((cause: Error) => {
        throw new TargetUnavailableError(cause.message, { cause });
      });
      const lock = await holdLock(`${root}/_sync/.lock`, {
        files,
        host: hostname(),
        errors: LOCK_ERRORS,
      });
      try {
        await files.rm(`${root}/_sync/.unfinished`, { recursive: true, force: true });
        return new ParquetSession(new Folder(root, { files, lock, isNew }), library);
      } catch (error) {
        await lock.release();
        throw error;
      }
    },
  };
}

/** Throws the error for a platform without a file system. */
function throwNoFileSystem(cause: unknown): never {
  throw new InvalidArgumentError("parquetFolder needs a file system: Node, Bun or Deno", { cause });
}

const LOCK_ERRORS: LockErrors = {
  foreign: (lockPath) =>
    new InvalidArgumentError(`${lockPath} is not a sync lock: move it elsewhere; nothing was sent`),
  inUse: (lockPath, holder) =>
    new InvalidArgumentError(
      `the folder is in use by ${holder}: wait until that run has ended. If no run is active, remove ${lockPath}; nothing was sent`,
    ),
};

interface Parts {
  readonly files: Files;
  readonly lock: HeldLock;
  /** Whether this run created the folder. */
  readonly isNew: boolean;
}

/** A folder whose lock this run holds. */
class Folder implements FileStore {
  readonly name: string;
  readonly root: string;
  readonly #files: Files;
  readonly #lock: HeldLock;
  readonly #isNew: boolean;
  /** Folders in which entries were added or removed since the last flush. */
  readonly #changed = new Set<string>();
  #fileCount = 0;

  constructor(root: string, { files, lock, isNew }: Parts) {
    this.name = `the folder ${root}`;
    this.root = root;
    this.#files = files;
    this.#lock = lock;
    this.#isNew = isNew;
  }

  check(): Promise<void> {
    return this.#lock.check();
  }

  async list(folder: string): Promise<readonly string[]> {
    return (await this.#files.readdir(this.#absolutePath(folder)).catch(nullIfMissing)) ?? [];
  }

  async hasFolder(folder: string): Promise<boolean> {
    return (await this.#files.stat(this.#absolutePath(folder)).catch(nullIfMissing)) !== null;
  }

  async makeFolder(folder: string): Promise<void> {
    await this.#files.mkdir(this.#absolutePath(folder), { recursive: true });
  }

  removeFolder(folder: string): Promise<void> {
    return this.#files.rm(this.#absolutePath(folder), { recursive: true, force: true });
  }

  read(path: string): Promise<string | null> {
    return this.#files.readFile(this.#absolutePath(path), "utf8").catch(nullIfMissing);
  }

  async write(path: string, text: string): Promise<void> {
    const folder = folderOf(path);
    await this.#lock.check();
    await this.makeFolder(folder);
    const temporary = await this.#temporaryPath("json");
    const file = await this.#files.open(temporary, "w");
    try {
      await file.writeFile(text);
      await file.datasync();
    } finally {
      await file.close();
    }
    await this.#files.rename(temporary, this.#absolutePath(path));
    await this.#flushFolder(folder);
  }

  async present(_folder: string, paths: readonly string[]): Promise<ReadonlySet<string>> {
    const found = await Promise.all(
      paths.map(async (path) =>
        (await this.#files.stat(this.#absolutePath(path)).catch(nullIfMissing)) === null
          ? []
          : [path],
      ),
    );
    return new Set(found.flat());
  }

  async create(): Promise<NewFile> {
    const temporary = await this.#temporaryPath("parquet");
    const handle = await this.#files.open(temporary, "w");
    return {
      append: (bytes) => handle.appendFile(bytes),
      finish: async () => {
        await handle.datasync();
        await handle.close();
      },
      moveTo: async (path) => {
        await this.makeFolder(folderOf(path));
        await this.#files.rename(temporary, this.#absolutePath(path));
        for (let folder = folderOf(path); folder !== ""; folder = folderOf(folder))
          this.#changed.add(folder);
      },
      discard: async () => {
        await handle.close();
        await this.#files.rm(temporary, { force: true });
      },
    };
  }

  async remove(path: string, wasFlushed: boolean): Promise<void> {
    const removed = await this.#files.rm(this.#absolutePath(path)).then(() => true, nullIfMissing);
    if (removed === true || !wasFlushed) this.#changed.add(folderOf(path));
  }

  async flush(): Promise<void> {
    for (const folder of this.#changed) await this.#flushFolder(folder);
    this.#changed.clear();
  }

  errorOf(error: unknown): unknown {
    return UNAVAILABLE.includes((error as NodeJS.ErrnoException).code ?? "")
      ? new TargetUnavailableError((error as Error).message, { cause: error })
      : error;
  }

  async close(): Promise<void> {
    await this.#lock.release();
    // A run that only planned leaves nothing behind.
    for (const path of [UNFINISHED, "_sync", ...(this.#isNew ? [""] : [])])
      await this.#files.rmdir(this.#absolutePath(path)).catch(() => {});
  }

  /** The absolute path of a file or folder; an empty path is the root. */
  #absolutePath(path: string): string {
    return path === "" ? this.root : `${this.root}/${path}`;
  }

  /** The path of a new temporary file. */
  async #temporaryPath(ending: string): Promise<string> {
    await this.makeFolder(UNFINISHED);
    return this.#absolutePath(`${UNFINISHED}/${this.#fileCount++}.${ending}`);
  }

  /** Flushes a folder's entries, so that they survive a power failure. */
  async #flushFolder(path: string): Promise<void> {
    // Windows cannot open a folder.
    const folder = await this.#files.open(this.#absolutePath(path), "r").catch(() => null);
    await folder?.sync().catch(() => {});
    await folder?.close();
  }
}

const UNFINISHED = "_sync/.unfinished";

/** The folder of a path; empty for the root. */
function folderOf(path: string): string {
  return path.slice(0, Math.max(0, path.lastIndexOf("/")));
}

/** Returns null if the error means that a file does not exist; throws any other error. */
function nullIfMissing(error: NodeJS.ErrnoException): null {
  if (error.code === "ENOENT") return null;
  throw error;
}
