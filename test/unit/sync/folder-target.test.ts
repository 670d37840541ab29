import { mkdirSync } from "node:fs";
import { describe, it } from "vitest";
import { folderTarget } from "../../../runtime/sync/folder.js";
import { targetChecks } from "../../../runtime/testing/index.js";
import { storedRows } from "../../support/sync.js";
import { temporaryFolder } from "../../support/temporary-folder.js";

function createStore() {
  const folder = temporaryFolder();
  return {
    target: () => folderTarget(folder),
    read: (table: string) => storedRows(folder, table),
    addForeign: async (table: string) => {
      mkdirSync(new URL(`${table}/`, folder));
    },
  };
}

describe("a folder of Parquet files as a target", () => {
  for (const { name, run } of targetChecks({ createStore })) it(name, run);
});
