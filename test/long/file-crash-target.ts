// The module that the killed processes import: a target that is a JSON file.
import type { Target } from "../../runtime/sync/target.js";
import { type Defect, fileTarget } from "../support/file-target.js";

/** `location` has the path and the defect, as JSON. */
export function openTarget(location: string): Target {
  const { path, defect }: { readonly path: string; readonly defect: Defect | null } =
    JSON.parse(location);
  return fileTarget(path, defect);
}
