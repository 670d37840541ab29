import { fileURLToPath, pathToFileURL } from "node:url";
import { afterAll, beforeAll, describe, it } from "vitest";
import { transpiled } from "../../support/consumer.js";
import { duckdbStore } from "../../support/duckdb-stores.js";
import { inTurn } from "../../support/effort.js";
import { folderStore } from "../../support/folder-stores.js";
import { type Moto, moto, NO_MOTO, SKIPPED_S3 } from "../../support/moto.js";
import { NO_POSTGRES, SKIPPED } from "../../support/postgres.js";
import { type PostgresStores, postgresStores } from "../../support/postgres-stores.js";
import { s3Store } from "../../support/s3-stores.js";
import { targetChecks } from "../../support/target-checks.js";
import type { TargetStore } from "../../support/target-store.js";

/**
 * The target checks that kill and suspend processes. Unless every case runs, each check runs on one
 * of the four targets.
 */
function killChecks(
  createStore: () => TargetStore | Promise<TargetStore>,
  program: string,
  turn: number,
) {
  const module = pathToFileURL(
    transpiled(fileURLToPath(new URL(`${program}-crash-target.ts`, import.meta.url))),
  );
  const others = new Set(targetChecks({ createStore }).map(({ name }) => name));
  const checks = targetChecks({ createStore, crash: { module } });
  return inTurn(
    checks.filter(({ name }) => !others.has(name)),
    turn,
    4,
  );
}

describe("a folder whose processes are killed", () => {
  for (const { name, run } of killChecks(folderStore, "folder", 0)) it(name, run);
});

describe("a DuckDB file whose processes are killed", () => {
  for (const { name, run } of killChecks(() => duckdbStore(), "duckdb", 1)) it(name, run);
});

describe.skipIf(NO_POSTGRES !== null)(
  `a PostgreSQL database whose processes are killed${SKIPPED}`,
  () => {
    let stores: PostgresStores;

    beforeAll(async () => {
      stores = await postgresStores();
    });
    afterAll(() => stores[Symbol.asyncDispose]());

    for (const { name, run } of killChecks(() => stores.store(), "postgres", 2)) it(name, run);
  },
);

describe.skipIf(NO_MOTO !== null)(`a bucket whose processes are killed${SKIPPED_S3}`, () => {
  let server: Moto;

  beforeAll(async () => {
    server = await moto();
  });
  afterAll(() => server[Symbol.asyncDispose]());

  for (const { name, run } of killChecks(() => s3Store(server.url), "s3", 3)) it(name, run);
});
