import { fstatSync, type Stats } from "node:fs";
import { access, constants, open, rm, stat } from "node:fs/promises";
import { dirname } from "node:path";
import { realPlace } from "./places.js";
import { Usage } from "./usage.js";

/** Where rows go, or a text. `flag` is what names it. */
export type Destination = { readonly flag: string } & (
  | { readonly kind: "stdout" }
  /** A pipe with a name, or a device such as `/dev/null`: written into, never replaced. */
  | { readonly kind: "pipe" | "device"; readonly path: string }
  /** `real` is where `path` leads; `old` is the file that is there now. */
  | { readonly kind: "file"; readonly path: string; readonly real: string; readonly old: Stats | null }
);

const STDOUT_FD = 1;

/** What `--out` names, or another flag. Throws Usage for what cannot be written, before anything is made that could not be kept. */
export async function destinationOf(out: string | undefined, flag = "--out"): Promise<Destination> {
  const another = `Give another file with ${flag}.`;
  const refuse = (error: unknown): never => {
    throw new Usage(`${out} cannot be written: ${reasonOf(error)}`, another);
  };
  if (out === undefined || out === "-") return { kind: "stdout", flag };
  const found = await stat(out).catch(() => null);
  if (found !== null && isStdout(found)) return { kind: "stdout", flag };
  if (found?.isDirectory()) throw new Usage(`${out} is a folder`, `Give a file with ${flag}.`);
  if (found !== null) await access(out, constants.W_OK).catch(refuse);
  if (found?.isFIFO()) return { kind: "pipe", path: out, flag };
  if (found?.isCharacterDevice()) return { kind: "device", path: out, flag };
  if (found !== null && !found.isFile()) throw new Usage(`${out} is no file that can be written to`, another);
  const real = await realPlace(out).catch(() => null);
  if (real === null) throw new Usage(`there is no folder ${dirname(out)}`, `Make it first, or give another file with ${flag}.`);
  await tryOut(partOf(real)).catch(refuse);
  return { kind: "file", path: out, real, old: found, flag };
}

/** The folder that a run may use besides; undefined where none is near the destination. */
export function folderOf(destination: Destination): string | undefined {
  return destination.kind === "file" ? dirname(destination.path) : undefined;
}

/** What a file is called until all rows are there; never the same twice. */
export function partOf(real: string): string {
  return `${real}.${crypto.randomUUID()}.part`;
}

/** Makes a file and removes it again: no rights say as surely whether that is possible. */
export async function tryOut(part: string): Promise<void> {
  await (await open(part, "wx", 0o600)).close();
  await rm(part);
}

/** `EACCES: permission denied`, without the call and the path of it. */
export function reasonOf(error: unknown): string {
  return error instanceof Error ? error.message.replace(/, \w+ '.*$/s, "") : String(error);
}

/** `/dev/stdout`, by whatever name: a file behind it is the shell's and is not replaced. */
function isStdout({ dev, ino }: Stats): boolean {
  try {
    const own = fstatSync(STDOUT_FD);
    return own.dev === dev && own.ino === ino;
  } catch {
    return false;
  }
}
