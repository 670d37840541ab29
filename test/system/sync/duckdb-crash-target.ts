// The module that the killed processes import. Its target is a DuckDB file.
import { duckdbTarget } from "../../../runtime/sync/duckdb.js";
import type { Target } from "../../../runtime/sync/target.js";

export const openTarget = (location: string): Target => duckdbTarget(location);
