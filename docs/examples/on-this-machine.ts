// Runs an example without an account: against a fake Pinterest on this machine, which ends with it.
//
//   npx tsx docs/examples/on-this-machine.ts first-report/report.ts 549755885175
import { fileURLToPath } from "node:url";
import { createFakeServer } from "pinterest-reports/testing";

const [example, ...args] = process.argv.slice(2);
if (example === undefined) throw new Error("which example? Such as: first-report/report.ts 549755885175");
const file = new URL(example, import.meta.url);

const server = await createFakeServer();
process.env.PINTEREST_API_BASE_URL = server.url;
process.env.PINTEREST_ACCESS_TOKEN = server.accessToken;
process.argv = [process.execPath, fileURLToPath(file), ...args];
await import(file.href);
await server.close();
