import type { Annotations } from "../../../generator/parse/contract.js";
import { readAnnotations } from "../../../generator/parse/contract.js";
import { shippedFile } from "../../../generator/workspace.js";
import { fullPath } from "../../terminal/io.js";
import { type UserAnnotations, userFiles } from "./user-files.js";

/**
 * Combines the package's annotations with the user's files. A user's flows.yaml replaces the
 * package's as a whole. In other files, an entry replaces the package's entry with the same key,
 * and other entries are added. Throws `Problems` for an invalid file, a missing folder, a folder
 * without annotation files, or an unknown YAML file.
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
