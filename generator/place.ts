import { existsSync } from "node:fs";
import { pathToFileURL } from "node:url";
import type { Home } from "./views/files.js";

/** Where the generator's own spec/ and templates/ are: the repository, or dist/ of the package. */
export const own: URL = new URL("../", import.meta.url);

/** A folder that the generator works in: it has spec/ and gets generated/. */
export interface Workplace {
  readonly root: URL;
  readonly home: Home;
}

/** This repository when the generator runs from its sources, else the folder that it was called in. */
export function workplace(): Workplace {
  const here = existsSync(new URL("generator/pipeline.ts", own));
  return here ? { root: own, home: "here" } : { root: folderUrl("."), home: "elsewhere" };
}

/** A folder as people name it, as a URL that ends in a slash. */
export function folderUrl(path: string): URL {
  const { href } = pathToFileURL(path);
  return new URL(href.endsWith("/") ? href : `${href}/`);
}

/** A file of spec/: the workplace's where it has one, else the one that comes with the generator. */
export function specFile(name: string, root: URL): URL {
  const mine = new URL(`spec/${name}`, root);
  return existsSync(mine) ? mine : new URL(`spec/${name}`, own);
}
