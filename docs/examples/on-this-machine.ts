// Runs an example without an account: against a fake Pinterest on this machine, which ends with it.
//
//   npx tsx docs/examples/on-this-machine.ts first-report/report.ts 549755885175
import { spawn } from "node:child_process";
import { once } from "node:events";
import { fileURLToPath } from "node:url";
import { createFakeServer } from "pinterest-reports/testing";

const [example, ...args] = process.argv.slice(2);
if (example === undefined) throw new Error("which example? Such as: first-report/report.ts 549755885175");
const file = fileURLToPath(new URL(example, import.meta.url));

const server = await createFakeServer();
const env = { ...process.env, PINTEREST_API_BASE_URL: server.url, PINTEREST_ACCESS_TOKEN: server.accessToken };
// A process of its own: some examples end by themselves, some, such as a worker, when they are told to.
const child = spawn(process.execPath, [...process.execArgv, file, ...args], { env, stdio: "inherit" });
process.on("SIGINT", () => undefined); // Ctrl-C has reached it already.
process.on("SIGTERM", () => child.kill("SIGTERM"));
const [code] = await once(child, "exit");
await server.close();
process.exitCode = code ?? 1;
