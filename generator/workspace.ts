import { existsSync, readFileSync, statSync } from "node:fs";
import { pathToFileURL } from "node:url";
import type { Home } from "./emit/files.js";

/** Where the generator's own spec/ and templates/ are: the repository, or dist/ of the package. */
export const packageRoot: URL = new URL("../", import.meta.url);

/** A folder that the generator works in: it has spec/ and gets generated/. */
export interface Workspace {
  readonly root: URL;
  readonly home: Home;
}

/** This repository when the generator runs from its sources, else the folder that it was called in. */
export function workspace(): Workspace {
  const here = existsSync(new URL("generator/pipeline.ts", packageRoot));
  return here ? { root: packageRoot, home: "here" } : { root: folderUrl("."), home: "elsewhere" };
}

/** A folder as people name it, as a URL that ends in a slash. */
export function folderUrl(path: string): URL {
  const { href } = pathToFileURL(path);
  return new URL(href.endsWith("/") ? href : `${href}/`);
}

/** A file of spec/ as it comes with the generator. */
export function ownFile(name: string): URL {
  return new URL(`spec/${name}`, packageRoot);
}

/** The folder spec/ of a workplace, where `pull` has written a contract. Others have folders of that name: theirs is not read. */
export function markedSpec({ root }: Workspace): URL | null {
  const contract = new URL("spec/contract.yaml", root);
  return isFile(contract) && /^"?x-contract"?:/m.test(readFileSync(contract, "utf8")) ? new URL("spec/", root) : null;
}

/** The files of a name that count, in order: what comes with the generator, and after it what a folder has of its own. */
export function specFiles(name: string, folder: URL | null): readonly URL[] {
  const [ours, theirs] = [ownFile(name), folder && new URL(name, folder)];
  return theirs === null || theirs.href === ours.href || !isFile(theirs) ? [ours] : [ours, theirs];
}

/** A pipe or a device may have no end. */
function isFile(file: URL): boolean {
  return statSync(file, { throwIfNoEntry: false })?.isFile() === true;
}
