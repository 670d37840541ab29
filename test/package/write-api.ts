// Writes docs/api.md, the page of all public names. A reviewer reads its diff; api.test.ts compares
// it with the packed package.
import { writeFileSync } from "node:fs";
import { apiReports, PAGE, pageOf, unreachable } from "./api.js";
import { declare } from "./declared.js";
import { unpack } from "./packed.js";

const declared = declare();
try {
  const reports = await apiReports(declared);
  writeFileSync(PAGE, pageOf(reports));
  for (const name of unreachable(reports))
    console.log(`${name} is part of a public type and cannot be imported`);
} finally {
  await unpack(declared);
}
