import { createHash } from "node:crypto";
import {
  closeSync,
  copyFileSync,
  fsyncSync,
  linkSync,
  lstatSync,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmdirSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { dirname, join } from "node:path";

/** A file to write or to remove. */
export interface Change {
  /** Path below the base, with slashes. */
  readonly path: string;
  /** The new content; null to remove the file. */
  readonly text: string | null;
}

/** Options for `commitChanges`. */
export interface CommitOptions {
  /** The folder that paths are relative to. */
  readonly base: string;
  /**
   * A folder on the same disk that no other process uses. It receives the complete new files and a
   * record of the planned changes.
   */
  readonly work: string;
  /** Mode of new files, to which the umask applies. Default: 0o666. */
  readonly mode?: number;
  /** Text stored in the record. `recoverChanges` returns it. */
  readonly about?: string;
  /**
   * Whether to undo the changes after an error, for which the old files are kept. If false, the
   * next run finishes the changes, provided that they were recorded.
   */
  readonly undo: boolean;
  /**
   * Text written to the last of several files before any other file changes. The text stays there
   * until all other files are complete.
   */
  readonly meanwhile?: string;
  /** Called with the path of each file before it is processed. */
  at?(path: string): void;
}

/** What recovery did with the changes of a process that ended early. */
export interface Recovery {
  /**
   * `finished`: all files are new.
   * `undone`: all files are as before.
   * `complete`: there was nothing to do.
   * `dropped`: a file could not be replaced safely, so nothing was touched.
   */
  readonly outcome: "finished" | "undone" | "complete" | "dropped";
  /** Number of files in the record; 0 if there is no record. */
  readonly files: number;
  readonly about: string | null;
}

/** One file in the record. */
interface Step {
  readonly path: string;
  /** File names of the new and the old content in the work folder, or null. */
  readonly isNew: string | null;
  readonly isOld: string | null;
  /** SHA-256 of the old content. Null if there was no file; undefined if it does not matter. */
  readonly was?: string | null;
  /** SHA-256 of the new content; null if the file is removed. */
  readonly becomes: string | null;
  /**
   * SHA-256 of this file's temporary text, which the file has until all other files are complete.
   */
  readonly meanwhile?: string;
}

interface Intent {
  readonly version: 1;
  readonly about: string | null;
  readonly steps: readonly Step[];
}

const INTENT = "intent.json";
const UNDO = "undo.json";
/** Name of the file that stores the `meanwhile` text. */
const MEANWHILE = "meanwhile.new";

/** Matches the names of the files that a commit writes into its work folder. */
export const WORK_FILES: RegExp =
  /^(?:\d+\.(?:new|old)|meanwhile\.new|(?:intent|undo)\.json(?:\.part)?)$/;

/**
 * Makes all changes in order.
 *
 * The new files and a record of the changes are written to `work` first, so that `recoverChanges`
 * can continue if the process is killed. A single change needs no record. If `undo` is set, the
 * changes already made are undone after an error; otherwise `recoverChanges` finishes them later.
 * If a single change fails, or if an error occurs before the record is complete, no file has
 * changed and there is nothing to finish later.
 *
 * `work` must exist; leftover work files in it are removed. Folders below `base` are removed if
 * removing a file leaves them empty. With `undo`, the old files are kept in `work`. Removing a file
 * that does not exist does nothing. Throws any error of the file system.
 */
export function commitChanges(changes: readonly Change[], options: CommitOptions): void {
  const { base, work, mode = 0o666, about, undo, meanwhile, at = () => {} } = options;
  // A permanent work folder may still have files from a process that was killed before it recorded
  // anything.
  for (const name of readdirSync(work)) if (WORK_FILES.test(name)) rmSync(join(work, name));
  const steps = changes.map((change, index): Step => {
    at(change.path);
    const isLast = index > 0 && index === changes.length - 1;
    const step = prepareStep(change, index, { base, work, mode, undo });
    return isLast && meanwhile !== undefined ? { ...step, meanwhile: hashOf(meanwhile) } : step;
  });
  // A single rename is atomic and needs no record.
  if (steps.length > 1) {
    if (meanwhile !== undefined) writeSynced(join(work, MEANWHILE), meanwhile, mode);
    writeRecord(work, { version: 1, about: about ?? null, steps });
  }
  try {
    applyAll(steps, { base, work }, at);
  } catch (error) {
    // If undoing also fails, the record is kept, and the next run undoes the changes.
    if (undo) ignoreErrors(() => undoAll(steps, { base, work }));
    throw error;
  }
  cleanUp(steps, { base, work });
}

/**
 * Finishes or undoes the changes that an earlier process recorded in `work`.
 *
 * The changes are undone only if that process had begun to undo them. A record can come from an
 * untrusted repository, so nothing is touched unless every file
 * * is below `base`,
 * * is in its old or new state (any state, if the process ran without `undo`),
 * * is either absent or accepted by `isReplaceable`, which gets the full path.
 *
 * The record is always removed. Throws the file system's errors.
 */
export function recoverChanges(
  base: string,
  work: string,
  isReplaceable: (file: string) => boolean,
): Recovery {
  const folders = { base, work };
  const [undo, intent] = [readRecord(work, UNDO), readRecord(work, INTENT)];
  const record = undo ?? intent;
  if (record === null) return { outcome: "complete", files: 0, about: null };
  const { steps, about } = record;
  const isAsLeft = steps.every(
    (step) =>
      isInside(step.path, base) &&
      (undo === null ? canApply : canRestore)(step, folders, isReplaceable),
  );
  if (isAsLeft && undo === null) applyAll(steps, folders);
  else if (isAsLeft) for (const step of steps) restoreStep(step, folders);
  if (isAsLeft) cleanUp(steps, folders);
  else for (const name of [INTENT, UNDO]) rmSync(join(work, name), { force: true });
  return {
    outcome: !isAsLeft ? "dropped" : undo === null ? "finished" : "undone",
    files: steps.length,
    about,
  };
}

/**
 * Writes a new file and flushes it to disk. The umask applies to `mode`. Throws the file system's
 * error, for example if the file exists.
 */
function writeSynced(file: string, text: string, mode = 0o666): void {
  const open = openSync(file, "wx", mode);
  try {
    writeFileSync(open, text);
    fsyncSync(open);
  } finally {
    closeSync(open);
  }
}

/**
 * Flushes a folder to disk, so that its file names survive a crash. Errors are ignored, because
 * Windows cannot flush a folder.
 */
function syncFolder(folder: string): void {
  try {
    const open = openSync(folder, "r");
    try {
      fsyncSync(open);
    } finally {
      closeSync(open);
    }
  } catch {
    // Windows cannot flush a folder.
  }
}

interface Folders {
  readonly base: string;
  readonly work: string;
}

/**
 * The progress of the run that left its record in `work`.
 *
 * `files` is the number of files in the record. `done` is the number of these files that were
 * replaced or are gone. A replaced file is counted even if it has been restored since. Null if
 * there is no valid record: without one, all files are old or all are new.
 */
export function progressIn(
  base: string,
  work: string,
): { readonly files: number; readonly done: number } | null {
  const record = readRecord(work, UNDO) ?? readRecord(work, INTENT);
  if (record === null) return null;
  const isDone = ({ path, isNew }: Step): boolean =>
    !isRegularFile(isNew === null ? join(base, path) : join(work, isNew));
  return { files: record.steps.length, done: record.steps.filter(isDone).length };
}

/**
 * Writes a file's new content to the work folder, and keeps the old content there if `undo` is set.
 */
function prepareStep(
  { path, text }: Change,
  index: number,
  { base, work, mode, undo }: Folders & { mode: number; undo: boolean },
): Step {
  const [to, isNew, isOld] = [join(base, path), `${index}.new`, `${index}.old`];
  if (text !== null) writeSynced(join(work, isNew), text, mode);
  const becomes = text === null ? null : hashOf(text);
  if (!undo) return { path, isNew: text === null ? null : isNew, isOld: null, becomes };
  const was = hashAt(to);
  if (was !== null) linkOrCopy(to, join(work, isOld));
  return {
    path,
    isNew: text === null ? null : isNew,
    isOld: was === null ? null : isOld,
    was,
    becomes,
  };
}

/**
 * Makes `name` a hard link to `file`, or a copy if linking fails. Linking also fails if `name`
 * exists; that file's content is then overwritten in place. Throws the file system's error if
 * neither works.
 */
export function linkOrCopy(file: string, name: string): void {
  try {
    linkSync(file, name);
  } catch {
    copyFileSync(file, name);
  }
}

/** Writes the record of the planned changes, and flushes it to disk. */
function writeRecord(work: string, intent: Intent): void {
  const file = join(work, INTENT);
  writeSynced(`${file}.part`, JSON.stringify(intent));
  renameSync(`${file}.part`, file);
  for (const folder of [work, dirname(work)]) syncFolder(folder);
}

/** Makes all changes in order. Changes that were already made are skipped. */
function applyAll(
  steps: readonly Step[],
  { base, work }: Folders,
  at: (path: string) => void = () => {},
): void {
  const last = steps.at(-1);
  if (last?.meanwhile !== undefined && isRegularFile(join(work, MEANWHILE))) {
    at(last.path);
    moveTo(join(work, MEANWHILE), join(base, last.path));
  }
  for (const step of steps) {
    at(step.path);
    applyStep(step, { base, work });
  }
}

/** Moves one new file into place, or removes the file. */
function applyStep({ path, isNew }: Step, { base, work }: Folders): void {
  const to = join(base, path);
  if (isNew === null) rmSync(to, { force: true });
  // The killed process may already have renamed this file.
  else if (isRegularFile(join(work, isNew))) moveTo(join(work, isNew), to);
}

/** Renames a file, and creates the folder for its new path. */
function moveTo(file: string, to: string): void {
  mkdirSync(dirname(to), { recursive: true });
  renameSync(file, to);
}

/** Puts the old file back, or removes the new file if there was none. */
function restoreStep({ path, isOld, becomes, meanwhile }: Step, { base, work }: Folders): void {
  const to = join(base, path);
  if (isOld === null) {
    const actual = hashAt(to);
    if (actual !== null && (actual === becomes || actual === meanwhile))
      rmSync(to, { force: true });
  } else if (isRegularFile(join(work, isOld))) renameSync(join(work, isOld), to);
}

/** Calls a function and ignores its errors. */
function ignoreErrors(act: () => void): void {
  try {
    act();
  } catch {}
}

/** Undoes all changes. The record then says so, in case the process is killed meanwhile. */
function undoAll(steps: readonly Step[], { base, work }: Folders): void {
  const intent = join(work, INTENT);
  // From here on, a later run undoes the changes instead of finishing them.
  if (isRegularFile(intent)) renameSync(intent, join(work, UNDO));
  syncFolder(work);
  // Restore the entry file last, so that it compiles only when all other files are as before.
  for (const step of steps) restoreStep(step, { base, work });
  cleanUp(steps, { base, work });
}

/** Flushes the changed folders to disk, removes empty ones, and removes the record. */
function cleanUp(steps: readonly Step[], { base, work }: Folders): void {
  for (const folder of new Set(steps.map(({ path }) => dirname(join(base, path)))))
    syncFolder(folder);
  for (const { path, isNew } of steps)
    if (isNew === null) removeEmpty(dirname(join(base, path)), base);
  for (const name of [INTENT, UNDO]) rmSync(join(work, name), { force: true });
}

/** Removes a folder and its parents below `base`, up to the first one that is not empty. */
function removeEmpty(folder: string, base: string): void {
  for (let at = folder; at !== base && isEmpty(at); at = dirname(at)) rmdirSync(at);
}

/** Whether a folder exists and is empty; false if the folder cannot be read. */
export function isEmpty(folder: string): boolean {
  try {
    return readdirSync(folder).length === 0;
  } catch {
    return false;
  }
}

/**
 * Whether a file is in its old or new state, so that its change can be made. False if `isOurs`
 * rejects the file.
 */
function canApply(
  { path, isNew, was, becomes, meanwhile }: Step,
  { base, work }: Folders,
  isOurs: (file: string) => boolean,
): boolean {
  const to = join(base, path);
  const actual = hashAt(to);
  if (actual !== null && !isOurs(to)) return false;
  if (isNew === null) return actual === null || was === undefined || actual === was;
  if (actual === becomes && !isRegularFile(join(work, isNew))) return true;
  return (
    (was === undefined || [was, becomes, meanwhile].includes(actual)) &&
    hashAt(join(work, isNew)) === becomes
  );
}

/**
 * Whether a file is in its old or new state, so that its change can be undone. False if `isOurs`
 * rejects the file.
 */
function canRestore(
  { path, isOld, was, becomes, meanwhile }: Step,
  { base, work }: Folders,
  isOurs: (file: string) => boolean,
): boolean {
  const to = join(base, path);
  const actual = hashAt(to);
  if (actual !== null && !isOurs(to)) return false;
  const isReplaced = actual === null || actual === becomes || actual === meanwhile;
  if (isOld === null) return isReplaced;
  return actual === was || (isReplaced && hashAt(join(work, isOld)) === was);
}

/** Whether a path is below the base, passes through no link, and is a regular file or absent. */
function isInside(path: string, base: string): boolean {
  const steps = path.split("/");
  if (steps.some((step) => step === "" || step === "." || step === ".." || /[\\\0]/.test(step)))
    return false;
  return steps.every((_, index) => {
    const stats = lstatSync(join(base, ...steps.slice(0, index + 1)), { throwIfNoEntry: false });
    return (
      stats === undefined || (index === steps.length - 1 ? stats.isFile() : stats.isDirectory())
    );
  });
}

/** Reads a record from the work folder. Null if there is none, or it is invalid. */
function readRecord(work: string, name: string): Intent | null {
  const file = join(work, name);
  try {
    if (!lstatSync(file).isFile()) return null;
    const { version, about, steps }: Partial<Intent> = JSON.parse(readFileSync(file, "utf8"));
    const isText = (value: unknown): value is string => typeof value === "string";
    const isName = (value: unknown): boolean =>
      value === null || (isText(value) && /^\d+\.(?:new|old)$/.test(value));
    const isStep = ({ path, isNew, isOld, was, becomes, meanwhile }: Step): boolean =>
      isText(path) &&
      isName(isNew) &&
      isName(isOld) &&
      [was, becomes, meanwhile].every(
        (hash) => hash === null || hash === undefined || isText(hash),
      );
    const isWhole =
      version === 1 &&
      (about === null || isText(about)) &&
      Array.isArray(steps) &&
      steps.every(isStep);
    return isWhole ? { version, about, steps } : null;
  } catch {
    return null;
  }
}

/**
 * SHA-256 of a regular file. Returns null for anything else, such as a link or device, and if there
 * is no file.
 */
function hashAt(file: string): string | null {
  return isRegularFile(file) ? hashOf(readFileSync(file)) : null;
}

/**
 * Whether the path is a regular file: not a folder, link, pipe or device. Reading a pipe or a
 * device may never end. False if nothing is there. Throws the file system's error if the path
 * cannot be checked.
 */
export function isRegularFile(file: string): boolean {
  try {
    return lstatSync(file, { throwIfNoEntry: false })?.isFile() === true;
  } catch (error) {
    // A parent of the path is a file, not a folder.
    if ((error as NodeJS.ErrnoException).code === "ENOTDIR") return false;
    throw error;
  }
}

/** SHA-256 in hex. */
function hashOf(bytes: string | Buffer): string {
  return createHash("sha256").update(bytes).digest("hex");
}
