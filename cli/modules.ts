import { type Problem, Problems } from "../generator/problem.js";

export type { Clock, ReportItem } from "../generated/index.js";

export type Data = typeof import("../generated/data.js");

// generated/ is imported only here, and only when needed, so that broken generated code cannot stop
// `generate`.

/** Imports generated/validators; rejects with `Problems` if that fails. */
export const loadValidators = (): Promise<typeof import("../generated/validators.js")> =>
  loaded("validators", () => import("../generated/validators.js"));

/** Imports generated/planner; rejects with `Problems` if that fails. */
export const loadPlanner = (): Promise<typeof import("../generated/planner.js")> =>
  loaded("planner", () => import("../generated/planner.js"));

/** Imports generated/index; rejects with `Problems` if that fails. */
export const loadClient = (): Promise<typeof import("../generated/index.js")> =>
  loaded("index", () => import("../generated/index.js"));

/** Imports generated/files; rejects with `Problems` if that fails. */
export const loadFiles = (): Promise<typeof import("../generated/files.js")> =>
  loaded("files", () => import("../generated/files.js"));

/** Imports generated/data; rejects with `Problems` if that fails. */
export const loadData = (): Promise<typeof import("../generated/data.js")> =>
  loaded("data", () => import("../generated/data.js"));

/** Imports generated/tables; rejects with `Problems` if that fails. */
export const loadTables = (): Promise<typeof import("../generated/tables.js")> =>
  loaded("tables", () => import("../generated/tables.js"));

/** Imports generated/sync; rejects with `Problems` if that fails. */
export const loadSync = (): Promise<typeof import("../generated/sync.js")> =>
  loaded("sync", () => import("../generated/sync.js"));

/** Imports generated/sync-duckdb; rejects with `Problems` if that fails. */
export const loadSyncDuckDB = (): Promise<typeof import("../generated/sync-duckdb.js")> =>
  loaded("sync-duckdb", () => import("../generated/sync-duckdb.js"));

/** Imports generated/sync-s3; rejects with `Problems` if that fails. */
export const loadSyncS3 = (): Promise<typeof import("../generated/sync-s3.js")> =>
  loaded("sync-s3", () => import("../generated/sync-s3.js"));

/** Imports generated/sync-postgres; rejects with `Problems` if that fails. */
export const loadSyncPostgres = (): Promise<typeof import("../generated/sync-postgres.js")> =>
  loaded("sync-postgres", () => import("../generated/sync-postgres.js"));

/** Imports generated/testing; rejects with `Problems` if that fails. */
export const loadTesting = (): Promise<typeof import("../generated/testing.js")> =>
  loaded("testing", () => import("../generated/testing.js"));

/** The loaded module. Throws `Problems` if loading fails. */
async function loaded<Module>(name: string, load: () => Promise<Module>): Promise<Module> {
  try {
    return await load();
  } catch (error) {
    const problem: Problem = {
      what: `generated/${name} does not load`,
      where: `generated/${name}.ts`,
      why: error instanceof Error ? error.message : String(error),
      fix: "npm run generate",
    };
    throw new Problems([problem]);
  }
}
