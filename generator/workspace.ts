import { existsSync, readFileSync, statSync } from "node:fs";
import { pathToFileURL } from "node:url";

/** Where generated code imports the runtime from: `here` is this repository, `elsewhere` is the npm package. */
export type Home = "here" | "elsewhere";

/** All generated files: text by path relative to the output folder, in a fixed order. */
export type Output = ReadonlyMap<string, string>;

/** The folder of the generator's own spec/ and templates/: the repository, or dist/ of the package. */
export const packageRoot: URL = new URL("../", import.meta.url);

/** A folder that the generator works in: it has spec/ and receives generated/. */
export interface Workspace {
  readonly root: URL;
  readonly home: Home;
}

/** The folder if one is given; else this repository if the generator runs from its sources, else the current folder. */
export function workspace(folder?: string): Workspace {
  const isRepository = folder === undefined && existsSync(new URL("generator/pipeline.ts", packageRoot));
  return isRepository ? { root: packageRoot, home: "here" } : { root: folderUrl(folder ?? "."), home: "elsewhere" };
}

/** A path as a file URL that ends in a slash. */
export function folderUrl(path: string): URL {
  const { href } = pathToFileURL(path);
  return new URL(href.endsWith("/") ? href : `${href}/`);
}

/** A file of spec/ that is shipped with the generator. */
export function shippedFile(name: string): URL {
  return new URL(`spec/${name}`, packageRoot);
}

/**
 * The folder spec/ of a workspace if `pull` has written a contract there, else null: other projects may have a spec/ of their own, which is
 * not read.
 */
export function markedSpec({ root }: Workspace): URL | null {
  const contract = new URL("spec/contract.yaml", root);
  return isFile(contract) && /^"?x-contract"?:/m.test(readFileSync(contract, "utf8")) ? new URL("spec/", root) : null;
}

/** The files of this name that apply, in order: the shipped file, then the workspace's own. */
export function specFiles(name: string, folder: URL | null): readonly URL[] {
  const [shipped, override] = [shippedFile(name), folder && new URL(name, folder)];
  return override === null || override.href === shipped.href || !isFile(override) ? [shipped] : [shipped, override];
}

/** False for pipes and devices: reading one may never end. */
function isFile(file: URL): boolean {
  return statSync(file, { throwIfNoEntry: false })?.isFile() === true;
}
