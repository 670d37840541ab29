// Syncs into a folder, a DuckDB file, a bucket or a schema, and prints its progress. A test kills
// and restarts it.
import { parquetFolder } from "../../../generated/sync.js";
import { duckdb } from "../../../generated/sync-duckdb.js";
import { postgres } from "../../../generated/sync-postgres.js";
import { s3 } from "../../../generated/sync-s3.js";
import { s3Place } from "../../support/s3-place.js";
import { clientOf, KILLED_SYNC, TODAY } from "../../support/sync-kills.js";

const [url = "", accessToken = "", place = "", schema] = process.argv.slice(2);
const file = place.endsWith(".duckdb")
  ? duckdb(place)
  : place.startsWith("{")
    ? s3(s3Place(place))
    : parquetFolder(place);
const { failed } = await clientOf({ url, accessToken }, TODAY).report.sync({
  ...KILLED_SYNC,
  target: schema === undefined ? file : postgres({ connection: place, schema }),
  onProgress: ({ type }) => process.stdout.write(`${type}\n`),
});
process.stdout.write(`ended, ${failed.length} failed\n`);
