// The module that killed processes import: a schema of PostgreSQL as a target.
import { postgresTarget } from "../../../runtime/sync/postgres.js";
import type { Target } from "../../../runtime/sync/target.js";

/** `location` has the connection and the schema, as JSON. */
export const openTarget = (location: string): Target => postgresTarget(JSON.parse(location));
