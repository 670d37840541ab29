// Runs an example without an account, against a fake server that ends with the example.
//
//   npx tsx docs/examples/on-this-machine.ts first-report/report.ts 549755885175
import { spawn } from "node:child_process";
import { once } from "node:events";
import { fileURLToPath } from "node:url";
import { createFakeServer, systemClock } from "pinterest-reports/testing";

const [example, ...args] = process.argv.slice(2);
if (example === undefined)
  throw new Error(
    "usage: npx tsx docs/examples/on-this-machine.ts first-report/report.ts 549755885175",
  );
const file = fileURLToPath(new URL(example, import.meta.url));

// Links expire by the clock of the machine, as the example is a process with a clock of its own.
const server = await createFakeServer({ clock: systemClock });
const env = {
  ...process.env,
  PINTEREST_API_BASE_URL: server.url,
  PINTEREST_ACCESS_TOKEN: server.accessToken,
};
// A separate process: some examples end by themselves, others, such as a worker, on a signal.
const child = spawn(process.execPath, [...process.execArgv, file, ...args], {
  env,
  stdio: "inherit",
});
process.on("SIGINT", () => undefined); // The terminal sends Ctrl-C to the example as well.
process.on("SIGTERM", () => child.kill("SIGTERM"));
const [code] = await once(child, "exit");
await server.close();
process.exitCode = code ?? 1;
