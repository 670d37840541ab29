// The module that killed processes import: a DuckDB file as a target.
import { duckdbTarget } from "../../../runtime/sync/duckdb.js";
import type { Target } from "../../../runtime/sync/target.js";

export const openTarget = (location: string): Target => duckdbTarget(location);
