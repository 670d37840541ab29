// Runs one report in every runtime that this machine can have: npm run test:runtimes [-- node@22 bun …].
// Runtimes are npm packages, installed into a temporary folder: they are too large for everybody's `npm ci`. Chromium is the system's own.

import { execFile, spawn } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import type { ReportRequest } from "pinterest-reports";
import { createFakeClock, createFakeServer } from "pinterest-reports/testing";
import { bundle } from "./bundle.js";
import { chromium, inPage } from "./chromium.js";
import { pageEntry, scriptEntry, workerdConfig, workerEntry } from "./entries.js";
import type { Task } from "./report.js";

const LONGEST_MS = 120_000;
const run = promisify(execFile);
const folder = mkdtempSync(join(tmpdir(), "pinterest-reports-runtimes-"));

/** What came of a runtime: `ok`, what is wrong, or why it could not be started. */
type Result = { readonly state: "passed" | "FAILED" | "skipped"; readonly why: string };

const skipped = (why: unknown): Result => ({ state: "skipped", why: firstLine(why) });
const judged = (output: string): Result => {
  const said = /RESULT ([^<]*)/.exec(output)?.[1]?.trim();
  return said === "ok" ? { state: "passed", why: "" } : { state: "FAILED", why: said ?? `it said nothing: ${firstLine(output)}` };
};

function firstLine(thrown: unknown): string {
  return (thrown instanceof Error ? thrown.message : String(thrown)).trim().split("\n").slice(0, 3).join(" ").slice(0, 300);
}

const body: ReportRequest = {
  start_date: "2026-03-03",
  end_date: "2026-03-09",
  granularity: "DAY",
  level: "CAMPAIGN",
  columns: ["CAMPAIGN_ID", "PIN_ID", "PAID_IMPRESSION", "SPEND_IN_MICRO_DOLLAR"],
};

/** Installs a package and gives the path of its program; throws where the registry or the platform does not allow it. */
async function install(spec: string, program: string): Promise<string> {
  const place = join(folder, spec.replace(/\W/g, "-"));
  await run("npm", ["install", "--no-audit", "--no-fund", "--prefix", place, spec], { timeout: LONGEST_MS });
  const path = join(place, "node_modules", ".bin", program);
  await run(path, ["--version"], { timeout: 30_000 });
  return path;
}

async function inScript(path: string, args: readonly string[], task: Task): Promise<Result> {
  const file = await bundle(folder, scriptEntry(task), "script.mjs");
  const { stdout } = await run(path, [...args, file], { timeout: LONGEST_MS }).catch((error) => ({
    stdout: `${error.stdout} ${error.stderr}`,
  }));
  return judged(stdout);
}

async function inWorkerd(path: string, task: Task): Promise<Result> {
  const file = await bundle(folder, workerEntry(task), "worker.js");
  const port = await freePort();
  writeFileSync(join(folder, "workerd.capnp"), workerdConfig(port));
  const child = spawn(path, ["serve", join(folder, "workerd.capnp")], { stdio: "ignore" });
  try {
    for (let tries = 0; tries < 50; tries++) {
      const answer = await fetch(`http://127.0.0.1:${port}/`, { signal: AbortSignal.timeout(LONGEST_MS) }).catch(() => null);
      if (answer !== null) return judged(await answer.text());
      await new Promise((resolve) => setTimeout(resolve, 200));
    }
    return { state: "FAILED", why: `it did not start: ${file}` };
  } finally {
    child.kill();
  }
}

async function inChromium(path: string, task: Task): Promise<Result> {
  return judged(await inPage(path, readFileSync(await bundle(folder, pageEntry(task), "page.js"), "utf8"), folder));
}

function freePort(): Promise<number> {
  return new Promise((resolve) => {
    const server = createServer().listen(0, "127.0.0.1", () => {
      const { port } = server.address() as { port: number };
      server.close(() => resolve(port));
    });
  });
}

const runtimes: Readonly<Record<string, (task: Task) => Promise<Result>>> = {
  "node@20": async (task) => inScript(await install("node@20", "node"), [], task),
  "node@22": async (task) => inScript(await install("node@22", "node"), [], task),
  "node@24": async (task) => inScript(await install("node@24", "node"), [], task),
  bun: async (task) => inScript(await install("bun", "bun"), ["run"], task),
  deno: async (task) => inScript(await install("deno", "deno"), ["run", "--no-prompt", "--allow-net=127.0.0.1"], task),
  workerd: async (task) => inWorkerd(await install("workerd", "workerd"), task),
  chromium: async (task) => inChromium(await chromium(), task),
};

const asked = process.argv.slice(2);
let failed = 0;
try {
  for (const [name, start] of Object.entries(runtimes)) {
    if (asked.length > 0 && !asked.includes(name)) continue;
    // A server for each: reports of the same body are one report within the hour. One cut on the way shows whether a download goes on.
    const clock = createFakeClock({ start: "2026-03-10T12:00:00Z" });
    await using server = await createFakeServer({ clock, polls: 1, cors: true, faults: [{ name: "short-file", value: 300 }] });
    const task = { url: server.url, accessToken: server.accessToken, rows: 21, body };
    const { state, why } = await start(task).catch(skipped);
    if (state === "FAILED") failed++;
    console.log(`${name.padEnd(9)} ${state}${why === "" ? "" : `  ${why}`}`);
  }
} finally {
  rmSync(folder, { recursive: true });
}
process.exitCode = failed === 0 ? 0 : 1;
