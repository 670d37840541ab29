import { fstatSync, type Stats } from "node:fs";
import { access, constants, open, rm, stat } from "node:fs/promises";
import { dirname } from "node:path";
import { Usage } from "../usage.js";
import { realPlace } from "./places.js";

/** Where rows go. */
export type Destination =
  | { readonly kind: "stdout" }
  /** A pipe with a name, or a device such as `/dev/null`: written into, never replaced. */
  | { readonly kind: "pipe" | "device"; readonly path: string }
  /** `real` is where `path` leads; `old` is the file that is there now. */
  | { readonly kind: "file"; readonly path: string; readonly real: string; readonly old: Stats | null };

const STDOUT_FD = 1;
const ANOTHER = "Give another file with --out.";

/** What `--out` names. Throws Usage for what cannot be written, before a report is made that could not be kept. */
export async function destinationOf(out: string | undefined): Promise<Destination> {
  if (out === undefined || out === "-") return { kind: "stdout" };
  const found = await stat(out).catch(() => null);
  if (found !== null && isStdout(found)) return { kind: "stdout" };
  if (found?.isDirectory()) throw new Usage(`${out} is a folder`, "Give a file with --out.");
  if (found !== null) await access(out, constants.W_OK).catch((error: unknown) => refuse(out, error));
  if (found?.isFIFO()) return { kind: "pipe", path: out };
  if (found?.isCharacterDevice()) return { kind: "device", path: out };
  if (found !== null && !found.isFile()) throw new Usage(`${out} is no file that rows can be written to`, ANOTHER);
  const real = await realPlace(out).catch(() => null);
  if (real === null) throw new Usage(`there is no folder ${dirname(out)}`, "Make it first, or give another file with --out.");
  await tryOut(partOf(real)).catch((error: unknown) => refuse(out, error));
  return { kind: "file", path: out, real, old: found };
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

function refuse(out: string, error: unknown): never {
  throw new Usage(`${out} cannot be written: ${reasonOf(error)}`, ANOTHER);
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
