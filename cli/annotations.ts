import { readdirSync, statSync } from "node:fs";
import { join } from "node:path";
import type { Annotations } from "../generator/parse/contract.js";
import { readAnnotations } from "../generator/parse/load.js";
import { type Problem, Problems } from "../generator/problem.js";
import { ownFile } from "../generator/workspace.js";

/** What a repository has of its own beside a description; only what it names is read. */
export interface Own {
  /** Another flows.yaml. */
  readonly flows?: string;
  /** A folder with files such as rules.yaml, which add to ours. */
  readonly specFolder?: string;
}

/** What people may write about a description. */
const NAMES = ["flows.yaml", "rules.yaml", "docs.yaml", "columns.yaml", "rows.yaml", "skipped.yaml"];

/** What `pull` writes there. */
const PULLED = ["contract.yaml", "source.yaml"];

/** The files of a repository's own, each once, as it names them. */
export function ownFiles({ flows, specFolder }: Own): ReadonlyMap<string, string> {
  const inFolder = specFolder === undefined ? [] : namesIn(specFolder).map((name) => [name, join(specFolder, name)] as const);
  return new Map([...inFolder, ...(flows === undefined ? [] : [["flows.yaml", flows] as const])]);
}

/** Our knowledge, and what a repository adds to it. Throws `Problems`. */
export function annotationsWith(own: Own): Annotations {
  const theirs = ownFiles(own);
  return readAnnotations((name) => {
    const added = theirs.get(name);
    return added === undefined ? ownFile(name) : [ownFile(name), added];
  });
}

/** A folder without any of the files is not the one that was meant, and a file that nobody reads is misspelt. */
function namesIn(folder: string): readonly string[] {
  const isFolder = statSync(folder, { throwIfNoEntry: false })?.isDirectory() === true;
  const there = isFolder ? readdirSync(folder).filter((name) => /\.ya?ml$/.test(name)) : [];
  const isRead = (name: string): boolean =>
    NAMES.includes(name) && statSync(join(folder, name), { throwIfNoEntry: false })?.isFile() === true;
  const odd = there.filter((name) => !isRead(name) && !PULLED.includes(name));
  if (odd.length > 0) throw new Problems(odd.map((name) => problem(`${name} is none of the files that are read`, join(folder, name))));
  const names = NAMES.filter((name) => there.includes(name));
  if (names.length === 0) throw new Problems([problem("the folder has none of the files that are read", folder)]);
  return names;
}

function problem(what: string, where: string): Problem {
  const fix = `Name a folder that holds one or more of ${NAMES.join(", ")}, and no other YAML.`;
  return { what, where, why: "What is not read would be missed without a word.", fix };
}
