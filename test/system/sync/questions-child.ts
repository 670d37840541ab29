// Syncs into a folder, a DuckDB file, a bucket or a schema, and prints its progress. A test kills
// it, runs another sync, and then asks questions.
import { parquetFolder } from "../../../generated/sync.js";
import { duckdb } from "../../../generated/sync-duckdb.js";
import { postgres } from "../../../generated/sync-postgres.js";
import { s3 } from "../../../generated/sync-s3.js";
import { s3Place } from "../../support/s3-place.js";
import { clientOf } from "../../support/sync-kills.js";

const [options = "{}", place = "", schema] = process.argv.slice(2);
const { url, accessToken, today, tables } = JSON.parse(options);
const fileTarget = () => (place.endsWith(".duckdb") ? duckdb(place) : parquetFolder(place));
const target = () => (place.startsWith("{") ? s3(s3Place(place)) : fileTarget());
await clientOf({ url, accessToken }, today).report.sync({
  tables,
  target: schema === undefined ? target() : postgres({ connection: place, schema }),
  onProgress: ({ type }) => process.stdout.write(`${type}\n`),
});
