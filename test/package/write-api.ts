// Renews docs/api, the reports of all public names: npm run api. The diff is what a reviewer reads; api.test.ts holds them to the packed package.
import { apiReports, unreachable, writeReports } from "./api.js";
import { declare } from "./declared.js";
import { unpack } from "./packed.js";

const declared = declare();
try {
  const reports = await apiReports(declared);
  writeReports(reports);
  for (const name of unreachable(reports)) console.log(`${name} is part of a public type and cannot be imported`);
} finally {
  await unpack(declared);
}
