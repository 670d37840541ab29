// Renews docs/api, the reports of all public names: npm run api. The diff is what a reviewer reads.
import { apiReports, unreachable, writeReports } from "./api.js";
import { pack, unpack } from "./packed.js";

const packed = await pack();
try {
  const reports = await apiReports(packed);
  writeReports(reports);
  for (const name of unreachable(reports)) console.log(`${name} is part of a public type and cannot be imported`);
} finally {
  await unpack(packed);
}
