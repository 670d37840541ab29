// The module that killed processes import: a folder of Parquet files as a target.
import { folderTarget } from "../../../runtime/sync/folder.js";
import type { Target } from "../../../runtime/sync/target.js";

export const openTarget = (location: string): Target => folderTarget(new URL(location));
