// The module that the killed processes import. Its target is a folder of Parquet files.
import { folderTarget } from "../../../runtime/sync/folder.js";
import type { Target } from "../../../runtime/sync/target.js";

export const openTarget = (location: string): Target => folderTarget(new URL(location));
