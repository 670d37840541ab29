// Syncs into a folder, and says on stdout how far it is: killed by a test, and started again.
import { parquetFolder } from "../../../generated/sync.js";
import { clientOf, KILLED_SYNC, TODAY } from "../../support/sync-kills.js";

const [url = "", accessToken = "", folder = ""] = process.argv.slice(2);
const { failed } = await clientOf({ url, accessToken }, TODAY).report.sync({
  ...KILLED_SYNC,
  target: parquetFolder(folder),
  onProgress: ({ type }) => process.stdout.write(`${type}\n`),
});
process.stdout.write(`ended, ${failed.length} failed\n`);
