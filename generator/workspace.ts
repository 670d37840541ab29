import { existsSync, readFileSync, statSync } from "node:fs";
import { pathToFileURL } from "node:url";

/**
 * Where generated code imports the runtime from: `here` means this repository, `elsewhere` the npm
 * package.
 */
export type Home = "here" | "elsewhere";

/**
 * The text of each generated file, keyed by path, in a fixed order. Paths are relative to the
 * output folder.
 */
export type Output = ReadonlyMap<string, string>;

/**
 * The folder with the generator's own spec/ and templates/: the repository, or the package's dist/.
 */
export const packageRoot: URL = new URL("../", import.meta.url);

/** A folder that the generator works in: it contains spec/ and receives generated/. */
export interface Workspace {
  readonly root: URL;
  readonly home: Home;
}

/**
 * Returns the workspace of a folder, which need not exist. A relative path starts from the current
 * folder. Without `folder`, returns this repository if the generator runs from source, or else the
 * current folder.
 *
 * `home` determines where generated code imports the runtime from. It is `here` only if this
 * repository is used by default. If `folder` names this repository, `home` is still `elsewhere`.
 */
export function workspace(folder?: string): Workspace {
  const isRepository =
    folder === undefined && existsSync(new URL("generator/pipeline.ts", packageRoot));
  return isRepository
    ? { root: packageRoot, home: "here" }
    : { root: folderUrl(folder ?? "."), home: "elsewhere" };
}

/**
 * Returns a path as a file URL that ends in a slash. A relative path starts from the current
 * folder.
 */
export function folderUrl(path: string): URL {
  const { href } = pathToFileURL(path);
  return new URL(href.endsWith("/") ? href : `${href}/`);
}

/**
 * Returns the URL of a file of spec/ that is shipped with the generator. Does not check that it
 * exists.
 */
export function shippedFile(name: string): URL {
  return new URL(`spec/${name}`, packageRoot);
}

/**
 * Returns the URL of a workspace's spec/ if `pull` wrote a contract there, else null. Without such
 * a contract, spec/ is not read: the project may use that folder for another purpose.
 */
export function markedSpec({ root }: Workspace): URL | null {
  const contract = new URL("spec/contract.yaml", root);
  return isFile(contract) && /^"?x-contract"?:/m.test(readFileSync(contract, "utf8"))
    ? new URL("spec/", root)
    : null;
}

/**
 * Returns the files of spec/ with this name, in the order in which they apply. The shipped file
 * comes first, then the one in `folder` if it exists and is a different file. Only the shipped file
 * if `folder` is null.
 */
export function specFiles(name: string, folder: URL | null): readonly URL[] {
  const [shipped, override] = [shippedFile(name), folder && new URL(name, folder)];
  return override === null || override.href === shipped.href || !isFile(override)
    ? [shipped]
    : [shipped, override];
}

/** Whether a file is a regular file. Pipes and devices are not: reading one may never end. */
function isFile(file: URL): boolean {
  return statSync(file, { throwIfNoEntry: false })?.isFile() === true;
}
