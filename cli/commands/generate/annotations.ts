import type { Annotations } from "../../../generator/parse/contract.js";
import { readAnnotations } from "../../../generator/parse/contract.js";
import { shippedFile } from "../../../generator/workspace.js";
import { fullPath } from "../../terminal/io.js";
import { type UserAnnotations, userFiles } from "./user-files.js";

/**
 * The package's annotations combined with the user's files: their flows.yaml replaces the package's
 * as a whole, and an entry of their other files replaces the package's entry with the same key.
 * Throws `Problems` for an invalid file, and for a folder without annotation files or with a YAML
 * file of another name.
 */
export function annotationsWith(options: UserAnnotations): Annotations {
  const files = userFiles(options);
  return readAnnotations((name) => {
    const added = files.get(name);
    return added === undefined
      ? shippedFile(name)
      : [shippedFile(name), { path: fullPath(added, options), name: added }];
  });
}
