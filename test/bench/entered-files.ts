// The files of runtime/ that one JSON report enters, from `run` to its last row: npm run entered.
// By coverage, so that what is imported and not called does not count. The server is a process of its own.
import { spawn } from "node:child_process";
import { Session } from "node:inspector/promises";
import { fileURLToPath } from "node:url";
import type { ReportRequest } from "../../generated/index.js";

const ROOM = new URL("../../runtime/", import.meta.url).href;
const NOW = "2026-03-10T12:00:00Z";

const body: ReportRequest = {
  start_date: "2026-03-03",
  end_date: "2026-03-09",
  granularity: "DAY",
  level: "CAMPAIGN",
  columns: ["CAMPAIGN_ID", "PIN_ID", "SPEND_IN_DOLLAR"],
};

async function serve(): Promise<void> {
  const { createFakeClock, createFakeServer } = await import("../../generated/testing.js");
  const { url, accessToken } = await createFakeServer({ clock: createFakeClock({ start: NOW }), polls: 1 });
  process.stdout.write(JSON.stringify({ url, accessToken }));
  // Until the other process is through with it.
  process.stdin.resume();
}

async function entered(): Promise<readonly string[]> {
  const session = new Session();
  session.connect();
  await session.post("Profiler.enable");
  await session.post("Profiler.startPreciseCoverage", { callCount: true, detailed: false });
  const { createClient } = await import("../../generated/index.js");
  // What modules do when they are loaded does not count: this sets all counts to zero.
  await session.post("Profiler.takePreciseCoverage");
  const server = spawn(process.execPath, ["--import", "tsx", fileURLToPath(import.meta.url), "serve"], {
    stdio: ["pipe", "pipe", "inherit"],
  });
  const said = await new Promise<Buffer>((resolve) => server.stdout.once("data", resolve));
  const { url: baseUrl, accessToken } = JSON.parse(said.toString()) as { readonly url: string; readonly accessToken: string };
  const client = createClient({ accessToken, baseUrl });
  const report = await client.report.run("549755885175", { ...body });
  for await (const _ of report.rows());
  const { result } = await session.post("Profiler.takePreciseCoverage");
  server.kill();
  const called = result.filter(({ functions }) => functions.some(({ ranges: [whole] }) => (whole?.count ?? 0) > 0));
  return called.flatMap(({ url }) => (url.startsWith(ROOM) ? [url.slice(ROOM.length)] : [])).sort();
}

if (process.argv[2] === "serve") await serve();
else {
  const files = await entered();
  for (const file of files) console.log(`runtime/${file}`);
  console.log(`${files.length} files`);
  process.exit();
}
