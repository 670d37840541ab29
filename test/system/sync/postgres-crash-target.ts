// The module that the killed processes import. Its target is a PostgreSQL schema.
import { postgresTarget } from "../../../runtime/sync/postgres.js";
import type { Target } from "../../../runtime/sync/target.js";

/** `location` is JSON with the connection and the schema. */
export const openTarget = (location: string): Target => postgresTarget(JSON.parse(location));
