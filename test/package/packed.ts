import { execFile } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { mkdir, mkdtemp, readdir, rm, symlink, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { entriesOf } from "../../entries.js";

export const ROOT = fileURLToPath(new URL("../..", import.meta.url));
export const SPECS = process.env.PINTEREST_SPECS;

/**
 * The package as a user gets it: built, packed and installed in a folder without access to the
 * repository.
 */
export interface Packed {
  /** The folder it was installed into. A test that needs files makes a folder below it. */
  readonly home: string;
  readonly tarball: string;
  readonly installed: string;
}

export interface Ended {
  readonly exit: number;
  readonly stdout: string;
  readonly stderr: string;
}

declare module "vitest" {
  interface ProvidedContext {
    readonly packed: Packed;
  }
}

const entries = entriesOf(JSON.parse(readFileSync(join(ROOT, "package.json"), "utf8")).exports);

/** The importable modules, by full name. */
export const ENTRIES: readonly string[] = entries.map(({ name }) => name);

/** The types of an entry, as a path in the package. */
export function typesOf(entry: string): string {
  const found = entries.find(({ name }) => name === entry);
  if (found === undefined) throw new Error(`${entry} is not an entry point of the package`);
  return found.types;
}

/** The source of an entry, as a path in the repository. */
export function sourceOf(entry: string): string {
  return typesOf(entry)
    .replace("./dist/", "./")
    .replace(/\.d\.ts$/, ".ts");
}

/**
 * Builds, packs and installs the package, from npm's cache if that contains everything. `PACKED_IN`
 * names a folder with an existing tarball, as before a release.
 */
export async function pack(): Promise<Packed> {
  const home = await mkdtemp(join(tmpdir(), "packed-"));
  const given = process.env.PACKED_IN;
  if (given === undefined)
    await done(await command("npm", ["pack", "--pack-destination", home], ROOT));
  const folder = given === undefined ? home : resolve(ROOT, given);
  const [file, ...others] = (await readdir(folder)).filter((name) => name.endsWith(".tgz"));
  if (file === undefined || others.length > 0)
    throw new Error(`${folder} has ${others.length === 0 ? "no tarball" : "several tarballs"}`);
  const tarball = join(folder, file);
  await writeFile(join(home, "package.json"), JSON.stringify({ private: true, type: "module" }));
  const install = ["install", "--no-audit", "--no-fund", "--no-package-lock", tarball];
  const offline = await command("npm", [...install, "--offline"], home);
  if (offline.exit !== 0) await done(await command("npm", [...install, "--prefer-offline"], home));
  return { home, tarball, installed: join(home, "node_modules/pinterest-reports") };
}

/**
 * A consumer's folder that contains the installed package and other packages of the repository, as
 * if they were also installed.
 */
export async function consumer(
  { home }: Pick<Packed, "home">,
  name: string,
  packages: readonly string[] = [],
): Promise<string> {
  const folder = join(home, name);
  await mkdir(join(folder, "node_modules"), { recursive: true });
  await writeFile(join(folder, "package.json"), JSON.stringify({ private: true, type: "module" }));
  for (const one of packages) {
    const link = join(folder, "node_modules", one);
    if (!existsSync(link)) await symlink(join(ROOT, "node_modules", one), link, "junction");
  }
  return folder;
}

export function unpack({ home }: Pick<Packed, "home">): Promise<void> {
  return rm(home, { recursive: true, force: true });
}

export async function command(
  file: string,
  args: readonly string[],
  cwd: string,
  env: Readonly<Record<string, string>> = {},
): Promise<Ended> {
  try {
    const { stdout, stderr } = await promisify(execFile)(file, args, {
      cwd,
      env: { ...process.env, ...env },
      shell: process.platform === "win32",
      maxBuffer: 64 * 1024 * 1024,
    });
    return { exit: 0, stdout, stderr };
  } catch (error) {
    const { code, stdout, stderr } = error as {
      readonly code: number;
      readonly stdout: string;
      readonly stderr: string;
    };
    return { exit: code, stdout, stderr };
  }
}

async function done({ exit, stdout, stderr }: Ended): Promise<void> {
  if (exit !== 0) throw new Error(`exit ${exit}\n${stdout}\n${stderr}`);
}
