// Syncs three days into a folder, and prints how many rows.
import { createClient } from "../../../generated/index.js";
import { parquetFolder } from "../../../generated/sync.js";
import { CAMPAIGN_DAYS } from "../../support/sync.js";

const [baseUrl = "", accessToken = "", folder = ""] = process.argv.slice(2);
const { rows, failed } = await createClient({ accessToken, baseUrl }).report.sync({
  target: parquetFolder(folder),
  tables: { campaign_days: CAMPAIGN_DAYS },
  only: ["campaign_days"],
  lookbackDays: 3,
});
process.stdout.write(`${rows} rows, ${failed.length} failed\n`);
