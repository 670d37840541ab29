// Syncs into a folder or a schema, and says on stdout how far it is: killed by a test, and started again.
import { parquetFolder } from "../../../generated/sync.js";
import { postgres } from "../../../generated/sync-postgres.js";
import { clientOf, KILLED_SYNC, TODAY } from "../../support/sync-kills.js";

const [url = "", accessToken = "", place = "", schema] = process.argv.slice(2);
const { failed } = await clientOf({ url, accessToken }, TODAY).report.sync({
  ...KILLED_SYNC,
  target: schema === undefined ? parquetFolder(place) : postgres({ connection: place, schema }),
  onProgress: ({ type }) => process.stdout.write(`${type}\n`),
});
process.stdout.write(`ended, ${failed.length} failed\n`);
