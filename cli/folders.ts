import { existsSync } from "node:fs";
import { count } from "../generator/print.js";
import { type Problem, Problems } from "../generator/problem.js";
import type { Difference } from "../generator/write/compare.js";

/** So many files are named. Of more, as in a folder that is new, the folders are. */
export const MOST_NAMED = 30;

/** A folder right below the output folder, with a slash at its end, and how its files differ; empty for those that are in none. */
export interface Folder {
  readonly path: string;
  readonly differences: readonly Difference[];
}

/** Differences by the folders that they are in. */
export function foldersOf(differences: readonly Difference[]): readonly Folder[] {
  const within = new Map<string, Difference[]>();
  for (const one of differences) {
    const path = one.path.includes("/") ? `${one.path.slice(0, one.path.indexOf("/"))}/` : "";
    within.set(path, [...(within.get(path) ?? []), one]);
  }
  return [...within].map(([path, inside]) => ({ path, differences: inside }));
}

const MANY: Readonly<Record<string, string>> = { orphan: "orphans", obstacle: "obstacles" };

/** How many there are of each kind: `2 changed, 1 orphan`. */
export function kindsOf(differences: readonly Difference[]): string {
  const kinds = [...new Set(differences.map(({ kind }) => kind))].sort();
  return kinds
    .map((kind) => {
      const { length } = differences.filter((one) => one.kind === kind);
      return `${length} ${length === 1 ? kind : (MANY[kind] ?? kind)}`;
    })
    .join(", ");
}

/** What writing has done to the files of a folder: `3 files   +40 -2, 1 removed`. */
export function writtenIn({ differences }: Folder): string {
  const removed = differences.filter(({ kind }) => kind === "orphan").length;
  const sum = (key: "added" | "removed"): number => differences.reduce((so, one) => so + one[key], 0);
  return `${count(differences.length, "file")}   +${sum("added")} -${sum("removed")}${removed > 0 ? `, ${removed} removed` : ""}`;
}

/** The output folder as people name it, without a slash at its end. */
export function calledFolder(out: string): string {
  return out.replace(/(?<=.)[\\/]+$/, "");
}

/** Throws `Problems` where the output folder is a package: files would be removed from it. */
export function refusePackage(folder: URL, called: string): void {
  if (existsSync(new URL("package.json", folder))) throw new Problems([notForUs(called)]);
}

function notForUs(out: string): Problem {
  return {
    what: "the output folder is a package's own folder",
    where: `${out}/package.json`,
    why: "The output folder is kept as the generator makes it, and files of an earlier run are removed from it.",
    fix: "Give a folder of its own, such as src/pinterest.",
  };
}
