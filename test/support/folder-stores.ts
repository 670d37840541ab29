import { mkdirSync } from "node:fs";
import { folderTarget } from "../../runtime/sync/folder.js";
import { storedRows } from "./sync.js";
import type { TargetStore } from "./target-store.js";
import { temporaryFolder } from "./temporary-folder.js";

/** Creates a store in a new folder. */
export function folderStore(): TargetStore {
  const folder = temporaryFolder();
  return {
    target: () => folderTarget(folder),
    read: (table) => storedRows(folder, table),
    location: folder.href,
    addForeign: async (table) => {
      mkdirSync(new URL(`${table}/`, folder));
    },
  };
}
