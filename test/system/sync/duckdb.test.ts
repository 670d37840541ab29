import { fileURLToPath, pathToFileURL } from "node:url";
import { describe, it } from "vitest";
import { targetChecks } from "../../../runtime/testing/target-checks.js";
import { transpiled } from "../../support/consumer.js";
import { duckdbStore } from "../../support/duckdb-stores.js";

describe("a DuckDB file as a target keeps the contract of a target:", () => {
  const module = pathToFileURL(transpiled(fileURLToPath(new URL("duckdb-crash-target.ts", import.meta.url))));
  for (const { name, run } of targetChecks({ createStore: () => duckdbStore(), crash: { module } })) it(name, run);
});
