// Runs an example without an account, against a fake server that stops when the example ends.
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

// The example is a separate process with its own clock, so links expire in real time.
const server = await createFakeServer({ clock: systemClock });
const env = {
  ...process.env,
  PINTEREST_API_BASE_URL: server.url,
  PINTEREST_ACCESS_TOKEN: server.accessToken,
};
// Some examples end by themselves. Others, such as a worker, end on a signal.
const child = spawn(process.execPath, [...process.execArgv, file, ...args], {
  env,
  stdio: "inherit",
});
process.on("SIGINT", () => undefined); // On Ctrl-C, the terminal signals the example too.
process.on("SIGTERM", () => child.kill("SIGTERM"));
const [code] = await once(child, "exit");
await server.close();
process.exitCode = code ?? 1;
