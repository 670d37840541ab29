import { lstatSync, readFileSync, realpathSync, statSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import type { Output } from "../pipeline.js";
import { type Problem, Problems } from "../problem.js";
import { isOurs } from "./header.js";
import { type Counts, countsOf } from "./line-diff.js";
import { entriesIn, isOthers } from "./listing.js";

/**
 * How a file differs from what it should be. `foreign`: not made by us, so never touched. `obstacle`: the same, and it stands where a
 * file of ours has to go; it may be a folder or a link that leads there.
 */
export interface Difference extends Counts {
  readonly kind: "changed" | "missing" | "orphan" | "foreign" | "obstacle";
  /** Below the output folder, with slashes. */
  readonly path: string;
  readonly is: string;
  readonly shouldBe: string;
}

/** What `follow` keeps of its last run in the output folder. Other runs neither make nor remove it. */
export const FOLLOWED = "follow.json";

/** What in the folder is not what the output says, by path. Throws `Problems` when the folder is none, or cannot be read. */
export function compare(folder: URL, output: Output, called: string = fileURLToPath(folder)): readonly Difference[] {
  const named = fileURLToPath(folder);
  try {
    const root = realFolder(named, called) ?? named;
    const ours = [...output].flatMap(([path, shouldBe]) => targetDifference(root, path, shouldBe));
    const obstacles = new Map(ours.filter(({ kind }) => kind === "obstacle").map((one) => [one.path, one]));
    return [
      ...ours.filter(({ kind }) => kind !== "obstacle"),
      ...obstacles.values(),
      ...entriesIn(root).flatMap(({ path, isFile }): Difference[] => {
        if (output.has(path) || obstacles.has(path)) return [];
        if (path === FOLLOWED && isFile && isOurs(join(root, path))) return [];
        if (!isFile || !isOurs(join(root, path))) return [without("foreign", path)];
        const is = readFileSync(join(root, path), "utf8");
        return [{ kind: "orphan", path, is, shouldBe: "", ...countsOf(is, "") }];
      }),
    ];
  } catch (error) {
    throw asProblems(error, { what: "the output folder cannot be read", where: called });
  }
}

/** Where a folder really is, links followed; `null` when there is none. Throws `Problems` where something else bears its name. */
export function realFolder(named: string, called: string): string | null {
  // With a slash at its end, a link would be what it leads to.
  const bare = named.replace(/(?<=.)[\\/]+$/, "");
  if (lstatSync(bare, { throwIfNoEntry: false }) === undefined) return null;
  const target = statSync(bare, { throwIfNoEntry: false });
  if (target?.isDirectory() === true) return realpathSync(bare);
  const what = target === undefined ? "the output folder is a link that leads nowhere" : "the output folder is a file";
  throw new Problems([{ what, where: called, why: "Files have to go into it.", fix: "Remove it, or choose another output folder." }]);
}

/** What the file system refuses, as a problem with a place; other errors as they are. */
export function asProblems(error: unknown, { what, where }: Pick<Problem, "what" | "where">): unknown {
  if (!(error instanceof Error) || !("syscall" in error)) return error;
  const { code = "" } = error as NodeJS.ErrnoException;
  const words: Readonly<Record<string, string>> = {
    EACCES: "it is not allowed",
    EPERM: "it is not allowed",
    EROFS: "it is read-only",
    ENOSPC: "there is no room left",
    ENOTDIR: "a file stands where a folder has to be",
    ENAMETOOLONG: "a name is longer than the system allows",
  };
  const why = "Only what can be read and written can be kept as it should be.";
  return new Problems([{ what: `${what}: ${words[code] ?? code}`, where, why, fix: "Mend that, or choose another output folder." }]);
}

function targetDifference(root: string, path: string, shouldBe: string): Difference[] {
  const obstacle = obstacleTo(root, path);
  if (obstacle !== null) return [without("obstacle", obstacle)];
  const file = join(root, path);
  if (lstatSync(file, { throwIfNoEntry: false }) === undefined)
    return [{ kind: "missing", path, is: "", shouldBe, ...countsOf("", shouldBe) }];
  const is = readFileSync(file, "utf8");
  if (is.replaceAll("\r\n", "\n") === shouldBe) return [];
  return isOurs(file) ? [{ kind: "changed", path, is, shouldBe, ...countsOf(is, shouldBe) }] : [without("obstacle", path)];
}

/** The first thing on the way to a file that is no folder of this run, or no file at its end: to write there would be to write elsewhere. */
function obstacleTo(root: string, path: string): string | null {
  const steps = path.split("/");
  for (const [index, name] of steps.entries()) {
    const way = steps.slice(0, index + 1).join("/");
    const found = lstatSync(join(root, way), { throwIfNoEntry: false });
    if (found === undefined) return null;
    const isLast = index === steps.length - 1;
    if (isLast ? !found.isFile() : !found.isDirectory() || isOthers(join(root, way), name)) return way;
  }
  return null;
}

/** What is not read is shown without lines. */
function without(kind: "foreign" | "obstacle", path: string): Difference {
  return { kind, path, is: "", shouldBe: "", added: 0, removed: 0 };
}
