import { open, readFile, realpath, rename, rm } from "node:fs/promises";
import { parseEnv } from "node:util";
import { unwritable } from "./unwritable.js";
import { Usage } from "./usage.js";

export interface KeptTokens {
  readonly accessToken?: string | undefined;
  readonly refreshToken?: string | undefined;
}

const NAMES = { accessToken: "PINTEREST_ACCESS_TOKEN", refreshToken: "PINTEREST_REFRESH_TOKEN" } as const;

const KEYS = ["accessToken", "refreshToken"] as const;

/** The tokens as lines of `.env`. */
export function tokenLines(tokens: KeptTokens): string {
  return KEYS.map((key) => (tokens[key] === undefined ? "" : `${NAMES[key]}=${tokens[key]}\n`)).join("");
}

/** The file that tokens are kept in: the flag's, else the environment's; undefined when neither says. */
export function tokensFile(flag: string | undefined): string | undefined {
  return flag ?? (process.env.PINTEREST_TOKENS_FILE || undefined);
}

/** The tokens in a file of lines as `.env` has them; empty when there is no file yet. */
export async function readTokens(file: string): Promise<KeptTokens> {
  const found = parseEnv(await textOf(file));
  return { accessToken: found[NAMES.accessToken] || undefined, refreshToken: found[NAMES.refreshToken] || undefined };
}

/** Writes the tokens over the old ones and leaves all other lines as they are. Only the owner may read the file; a crash leaves it whole. */
export async function keepTokens(file: string, tokens: KeptTokens): Promise<void> {
  const place = await realpath(file).catch(() => file);
  // One that was not given is not void for that.
  const given = KEYS.filter((key) => tokens[key] !== undefined);
  const old = (await textOf(place)).replace(/\n$/, "");
  const others = old === "" ? [] : old.split("\n").filter((line) => !given.some((key) => isOf(line, NAMES[key])));
  const part = `${place}.${crypto.randomUUID()}.part`;
  try {
    await writeWhole(part, others.map((line) => `${line}\n`).join("") + tokenLines(tokens));
    await rename(part, place);
  } catch (error) {
    await rm(part, { force: true });
    throw unwritable(error, file, "Give another file with --tokens, or let this one's folder be written.");
  }
}

/** Throws when tokens could not be kept, before there are new ones: the old ones may be void from then on. */
export async function checkTokensPlace(file: string): Promise<void> {
  const part = `${await realpath(file).catch(() => file)}.${crypto.randomUUID()}.part`;
  try {
    await writeWhole(part, "");
  } catch (error) {
    throw new Usage(`tokens cannot be kept in ${file}: ${(error as Error).message}`, "Give another file with --tokens.");
  } finally {
    await rm(part, { force: true });
  }
}

async function writeWhole(path: string, text: string): Promise<void> {
  const file = await open(path, "wx", 0o600);
  try {
    await file.writeFile(text);
    await file.sync();
  } finally {
    await file.close();
  }
}

function isOf(line: string, name: string): boolean {
  return new RegExp(`^\\s*(export\\s+)?${name}\\s*=`).test(line);
}

async function textOf(file: string): Promise<string> {
  try {
    return await readFile(file, "utf8");
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === "ENOENT") return "";
    throw new Usage(`${file} cannot be read: ${code}`, "Give another file with --tokens.");
  }
}
