import * as files from "node:fs/promises";
import { chmod, readFile, realpath, stat } from "node:fs/promises";
import { hostname } from "node:os";
import { setTimeout as sleep } from "node:timers/promises";
import { parseEnv } from "node:util";
import { VARIABLES } from "../runtime/environment.js";
import {
  createLock,
  type Holder,
  holderOf,
  isAlive,
  type LockUse,
  lockAge,
  newHolder,
  releaseLock,
  removeStale,
} from "../runtime/file-lock.js";
import { isWindows } from "./process.js";
import { type Environment, fullPath, type Io } from "./terminal/io.js";
import { asWriteProblem, checkCreatable, replaceFile } from "./terminal/replace-file.js";
import { Usage } from "./terminal/usage.js";

const POLL_MS = 100;
// Longer than any token refresh takes.
const LOCK_WAIT_MS = 180_000;
const ABANDONED_AFTER_MS = 300_000;

/** How to lock a token file while its tokens are refreshed. */
const LOCK: LockUse = {
  files,
  of: "pinterest-reports tokens",
  foreignError: (path) =>
    new Usage(
      `${path} is not a lock file created by pinterest-reports, so tokens cannot be refreshed`,
      "Pass another file with --tokens.",
    ),
};

/**
 * Runs `work` while no other process refreshes these tokens. `file` is the token file's path, with
 * all symbolic links resolved. Waits up to 180 s for the lock, then rejects with `Usage`. Also
 * rejects with any error from `work`.
 */
async function withTokensLock(file: string, work: () => Promise<void>): Promise<void> {
  const lock = `${file}.lock`;
  const me = newHolder(hostname());
  const end = performance.now() + LOCK_WAIT_MS;
  while (!(await createLock(lock, me, LOCK))) {
    const holder = await holderOf(lock, LOCK);
    if (holder !== null && (await isGone(lock, holder)))
      await removeStale(lock, { holder, owner: me }, LOCK);
    else if (performance.now() > end)
      throw new Usage(
        `${lock} is held by ${holder === null ? "another process" : `process ${holder.pid} on ${holder.host}`}`,
        "Remove it if that process is no longer running.",
      );
    else await sleep(POLL_MS);
  }
  try {
    await work();
  } finally {
    await releaseLock(lock, me, LOCK);
  }
}

/**
 * Whether the process that holds the lock has ended. A lock older than 300 s counts as abandoned,
 * because a process on another machine cannot be checked, and process ids are reused.
 */
async function isGone(lock: string, holder: Holder): Promise<boolean> {
  if (((await lockAge(lock, LOCK)) ?? 0) > ABANDONED_AFTER_MS) return true;
  return holder.host === hostname() && !isAlive(holder);
}

/** The tokens in a file; each is undefined if missing. */
export interface StoredTokens {
  readonly accessToken?: string | undefined;
  readonly refreshToken?: string | undefined;
  /** When the refresh token expires, in ISO 8601; null if Pinterest did not return it. */
  readonly refreshTokenExpiresAt?: string | null | undefined;
}

// How many characters the parser reads at a time. No token line is longer.
const LONGEST_LINE = 65_536;

const KEYS = ["accessToken", "refreshToken", "refreshTokenExpiresAt"] as const;

/**
 * Formats tokens as lines of a `.env` file. Omits undefined and null tokens. Throws `Usage` for a
 * value that such a file cannot represent.
 */
export function tokenLines(tokens: StoredTokens): string {
  return Object.entries(variablesOf(tokens))
    .map(([name, value]) => `${name}=${envValue(value)}\n`)
    .join("");
}

/** The environment variables for `tokens`, keyed by name. Undefined and null tokens are omitted. */
export function variablesOf(tokens: StoredTokens): Readonly<Record<string, string>> {
  return Object.fromEntries(
    KEYS.flatMap((key) =>
      (tokens[key] ?? null) === null ? [] : [[VARIABLES[key], String(tokens[key])] as const],
    ),
  );
}

/**
 * Quotes a value if it contains a `#` or is itself in quotes. Throws `Usage` if no kind of quotes
 * preserves the value.
 */
function envValue(value: string): string {
  const form = [value, `'${value}'`, `\`${value}\``, `"${value}"`].find(
    (text) => parseEnv(`VALUE=${text}\n`).VALUE === value,
  );
  if (form !== undefined) return form;
  throw new Usage(
    "a token cannot be stored in a .env file",
    "It contains # and all three kinds of quotes. Store it somewhere else.",
  );
}

/**
 * The path of the token file: `flag`, or PINTEREST_TOKENS_FILE. Undefined if neither is set, or if
 * the variable is empty.
 */
export function tokensFile(flag: string | undefined, env: Environment): string | undefined {
  return flag ?? (env.PINTEREST_TOKENS_FILE || undefined);
}

/**
 * Reads the tokens in a `.env` file; all undefined if the file does not exist. Rejects with `Usage`
 * if the file is not a token file, or cannot be read.
 */
export async function readTokens(file: string, io: Pick<Io, "cwd">): Promise<StoredTokens> {
  return tokensIn(parseEnv(await textOf(file, io)));
}

/**
 * Reads the tokens and the refresh token's expiry from environment variables. Each is undefined if
 * its variable is missing or empty.
 */
export function tokensIn(variables: Readonly<Record<string, string | undefined>>): StoredTokens {
  return Object.fromEntries(KEYS.map((key) => [key, variables[VARIABLES[key]] || undefined]));
}

/**
 * A token store in a `.env` file that several runs share. A missing file has no tokens. `write`
 * keeps a token in the file if the new one is null, but removes the expiry if
 * `refreshTokenExpiresAt` is null. `lock` waits up to 180 s for other processes, and takes over a
 * lock whose process has ended or that is older than 300 s. The methods reject with `Usage` if the
 * file is not a token file or the lock is not released, and with `Problems` if the file cannot be
 * written.
 */
export function tokensStore(
  file: string,
  io: Pick<Io, "cwd">,
): {
  read(): Promise<StoredTokens>;
  write(tokens: { readonly [Key in keyof StoredTokens]: string | null }): Promise<void>;
  lock(work: () => Promise<void>): Promise<void>;
} {
  return {
    read: () => readTokens(file, io),
    write: ({ accessToken, refreshToken, refreshTokenExpiresAt }) =>
      storeTokens(
        file,
        {
          accessToken: accessToken ?? undefined,
          refreshToken: refreshToken ?? undefined,
          refreshTokenExpiresAt,
        },
        io,
      ),
    lock: async (work) => withTokensLock(await realPathOf(file, io), work),
  };
}

/**
 * Replaces the tokens in the file and keeps all other lines. Creates the file if it is missing. If
 * a token is undefined, its line is kept; if it is null, its line is removed. Only the owner can
 * read the new file. A complete new file is renamed to replace the old one, so the file is complete
 * even after a crash. Rejects with `Problems` if the file cannot be written, and with `Usage` if it
 * is not a token file.
 */
export async function storeTokens(
  file: string,
  tokens: StoredTokens,
  io: Pick<Io, "cwd">,
): Promise<void> {
  const path = await realPathOf(file, io);
  // If a token is undefined, its old value stays in the file.
  const replaced = KEYS.filter((key) => tokens[key] !== undefined);
  const old = entriesIn(await textOf(path, io)) ?? [];
  const otherEntries = old
    .filter((entry) => !replaced.some((key) => isOf(entry, VARIABLES[key])))
    .join("");
  try {
    await replaceFile(path, 0o600, (part) =>
      part.writeFile(otherEntries.replace(/(?<=[^\n])$/, "\n") + tokenLines(tokens)),
    );
  } catch (error) {
    throw asWriteProblem(
      error,
      file,
      "Pass another file with --tokens, or make its folder writable.",
    );
  }
}

/**
 * Checks that tokens can be stored in the file. Call this function before a refresh, which may
 * invalidate the old tokens. To test the folder, creates and removes a temporary file in it. If
 * other users can read the token file, makes it accessible only to its owner and prints a message
 * (not on Windows). Does not create a missing token file. Rejects with `Usage` if tokens cannot be
 * stored, if the file cannot be read, or if it contains anything but `NAME=value` lines, comments
 * and blank lines.
 */
export async function checkTokensFile(file: string, io: Pick<Io, "cwd" | "stderr">): Promise<void> {
  await textOf(file, io);
  await restrictMode(file, io);
  await checkCreatable(await realPathOf(file, io)).catch((error: Error) => {
    throw new Usage(
      `tokens cannot be stored in ${file}: ${error.message}`,
      "Pass another file with --tokens.",
    );
  });
}

/** Makes a token file accessible only to its owner. Throws `Usage` if that fails. */
async function restrictMode(file: string, io: Pick<Io, "cwd" | "stderr">): Promise<void> {
  const path = fullPath(file, io);
  const stats = await stat(path).catch(() => null);
  if (stats === null || isWindows || (stats.mode & 0o077) === 0) return;
  await chmod(path, 0o600).catch((error: Error) => {
    throw new Usage(
      `other users may be able to read ${file}, and its permissions cannot be changed: ${error.message}`,
      "Pass another file with --tokens.",
    );
  });
  io.stderr.write(`tokens    other users could read ${file}; now only its owner can\n`);
}

/** The path with all symbolic links resolved; unchanged if the file does not exist. */
function realPathOf(file: string, io: Pick<Io, "cwd">): Promise<string> {
  const path = fullPath(file, io);
  return realpath(path).catch(() => path);
}

/** Whether a line of a `.env` file sets this variable. */
function isOf(text: string, name: string): boolean {
  return new RegExp(`^\\s*(export\\s+)?${name}\\s*=`).test(text);
}

/**
 * The text of a token file; empty if it does not exist. Throws `Usage` if it is not a token file,
 * so that other files are never overwritten.
 */
async function textOf(file: string, io: Pick<Io, "cwd">): Promise<string> {
  let bytes: Buffer;
  try {
    bytes = await readFile(fullPath(file, io));
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === "ENOENT") return "";
    throw new Usage(`${file} cannot be read: ${code}`, "Pass another file with --tokens.");
  }
  const text = bytes.toString("utf8");
  // Bytes that are not UTF-8 would be changed when the file is written back.
  if (entriesIn(text) !== null && Buffer.from(text).equals(bytes)) return text;
  throw new Usage(
    `${file} is not a token file: it contains lines other than NAME=value`,
    "Pass another file with --tokens; it is created if it does not exist.",
  );
}

/**
 * Splits a `.env` file into assignments, comments and blank lines, as Node does. Each part keeps
 * its line ending. A quoted value may span several lines; text after the closing quote is ignored.
 * Null if the text contains anything else.
 */
function entriesIn(text: string): readonly string[] | null {
  const quoted =
    /^[ \t]*(?:export[ \t]+)?[\w.-]+[ \t]*=[ \t]*(?:"[^"]*"|'[^']*'|`[^`]*`)[^\n]*(?:\n|$)/;
  const unquoted = /^[ \t]*(?:#[^\n]*|(?:export[ \t]+)?[\w.-]+[ \t]*=[^\n]*)?\r?(?:\n|$)/;
  const entries: string[] = [];
  let at = 0;
  while (at < text.length) {
    const [entry] =
      quoted.exec(text.slice(at, at + LONGEST_LINE)) ??
      unquoted.exec(text.slice(at, at + LONGEST_LINE)) ??
      [];
    if (entry === undefined || entry === "") return null;
    entries.push(entry);
    at += entry.length;
  }
  return entries;
}
