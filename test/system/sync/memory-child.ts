// Syncs three days into a folder or a DuckDB file, and prints the number of rows.
import { createClient } from "../../../generated/index.js";
import { parquetFolder } from "../../../generated/sync.js";
import { duckdb } from "../../../generated/sync-duckdb.js";
import { CAMPAIGN_DAYS } from "../../support/sync.js";

const [baseUrl = "", accessToken = "", place = ""] = process.argv.slice(2);
const { rows, failed } = await createClient({ accessToken, baseUrl }).report.sync({
  target: place.endsWith(".duckdb") ? duckdb(place) : parquetFolder(place),
  tables: { campaign_days: CAMPAIGN_DAYS },
  only: ["campaign_days"],
  lookbackDays: 3,
});
process.stdout.write(`${rows} rows, ${failed.length} failed\n`);
