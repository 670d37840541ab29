// Runs a report in every runtime that this machine supports: npx tsx test/runtimes/run.ts [node@22
// bun …]. Most runtimes are npm packages, which are installed into a temporary folder because they
// are too large for everyone's `npm ci`. Their lock file has their hashes, and their scripts are
// not run, because each platform's package contains the program. Chromium must be installed on the
// system.

import { execFile, spawn } from "node:child_process";
import {
  copyFileSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  writeFileSync,
} from "node:fs";
import { rm } from "node:fs/promises";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { createClient, type ReportRequest } from "pinterest-reports";
import { createFakeClock, createFakeServer } from "pinterest-reports/testing";
import { bundle } from "./bundle.js";
import { chromium, inPage } from "./chromium.js";
import { pageEntry, scriptEntry, workerdConfig, workerEntry } from "./entries.js";
import type { Task } from "./report.js";

const LONGEST_MS = 120_000;
const CUT = { name: "short-file", value: 300 } as const;
const NOW = "2026-03-10T12:00:00Z";
const APP = { clientId: "the-app", clientSecret: "its-secret", refreshToken: "a-refresh-token" };
const run = promisify(execFile);
const folder = mkdtempSync(join(tmpdir(), "pinterest-reports-runtimes-"));

/** A runtime's result: `ok`, an error, or why it could not start. */
type Result = { readonly state: "passed" | "FAILED" | "skipped"; readonly why: string };

const judged = (output: string): Result => {
  const said = /RESULT ([^<]*)/.exec(output)?.[1]?.trim();
  return said === "ok"
    ? { state: "passed", why: "" }
    : { state: "FAILED", why: said ?? `it printed no result: ${firstLine(output)}` };
};

function firstLine(thrown: unknown): string {
  return (thrown instanceof Error ? thrown.message : String(thrown))
    .trim()
    .split("\n")
    .slice(0, 3)
    .join(" ")
    .slice(0, 300);
}

const body: ReportRequest = {
  start_date: "2026-03-03",
  end_date: "2026-03-09",
  granularity: "DAY",
  level: "CAMPAIGN",
  columns: ["CAMPAIGN_ID", "PIN_ID", "PAID_IMPRESSION", "SPEND_IN_MICRO_DOLLAR"],
};

/**
 * The report's rows, as this process reads them from a server without faults. Throws if every id
 * would survive rounding to a double.
 */
async function rowsHere(): Promise<readonly string[]> {
  await using server = await createFakeServer({ clock: createFakeClock({ start: NOW }), polls: 1 });
  const report = await createClient({
    accessToken: server.accessToken,
    baseUrl: server.url,
  }).report.run("549755885175", body);
  const rows: string[] = [];
  for await (const row of report.rows()) rows.push(JSON.stringify(row));
  if (!rows.some((row) => /"PIN_ID":"\d{17,}"/.test(row)))
    throw new Error(`no row has an id over 2^53: ${rows[0]}`);
  return rows;
}

let installed: Promise<string> | undefined;

/** Installs all runtimes that the lock file has for this machine, and resolves to their folder. */
function install(): Promise<string> {
  installed ??= (async () => {
    const place = join(folder, "runtimes");
    mkdirSync(place);
    for (const name of ["package.json", "package-lock.json"])
      copyFileSync(new URL(`locked/${name}`, import.meta.url), join(place, name));
    await run("npm", ["ci", "--ignore-scripts", "--no-audit", "--no-fund"], {
      cwd: place,
      timeout: 2 * LONGEST_MS,
    });
    return join(place, "node_modules");
  })();
  return installed;
}

/** The first of these programs that is installed. Throws if none of them is available. */
async function program(...paths: readonly string[]): Promise<string> {
  const place = await install();
  const path = paths.map((one) => join(place, one)).find((one) => existsSync(one));
  if (path === undefined)
    throw new Error(`none of its packages could be installed here: ${paths.join(", ")}`);
  await run(path, ["--version"], { timeout: 30_000 });
  return path;
}

async function inScript(path: string, args: readonly string[], task: Task): Promise<Result> {
  const synced = mkdtempSync(join(folder, "synced-"));
  const file = await bundle(folder, scriptEntry({ ...task, folder: synced }), "script.mjs");
  const { stdout } = await run(path, [...args, file], { timeout: LONGEST_MS }).catch((error) => ({
    stdout: `${error.stdout} ${error.stderr}`,
  }));
  const wrong = wronglyPrinted(stdout);
  return wrong === null ? judged(stdout) : { state: "FAILED", why: wrong };
}

/** What is wrong with the values that a console printed, or null. */
function wronglyPrinted(output: string): string | null {
  const [, violation = "", tokens = ""] =
    /VIOLATION (.*?)\nTOKENS (.*?)\nRESULT /s.exec(output) ?? [];
  if (!/message: ["'`]must be one of .*did you mean CTR\?/.test(violation))
    return `a violation is printed as ${violation}: ${firstLine(output)}`;
  return tokens === "[Tokens: not shown]" ? null : `tokens are printed as ${tokens}`;
}

async function inWorkerd(path: string, task: Task): Promise<Result> {
  const file = await bundle(folder, workerEntry(task), "worker.js");
  const port = await freePort();
  writeFileSync(join(folder, "workerd.capnp"), workerdConfig(port));
  const child = spawn(path, ["serve", join(folder, "workerd.capnp")], { stdio: "ignore" });
  try {
    for (let tries = 0; tries < 50; tries++) {
      const answer = await fetch(`http://127.0.0.1:${port}/`, {
        signal: AbortSignal.timeout(LONGEST_MS),
      }).catch(() => null);
      if (answer !== null) return judged(await answer.text());
      await new Promise((resolve) => setTimeout(resolve, 200));
    }
    return { state: "FAILED", why: `it did not start: ${file}` };
  } finally {
    child.kill();
  }
}

async function inChromium(path: string, task: Task): Promise<Result> {
  const entry = pageEntry({ ...task, resends: true });
  return judged(
    await inPage(path, readFileSync(await bundle(folder, entry, "page.js"), "utf8"), folder),
  );
}

function freePort(): Promise<number> {
  return new Promise((resolve) => {
    const server = createServer().listen(0, "127.0.0.1", () => {
      const { port } = server.address() as { port: number };
      server.close(() => resolve(port));
    });
  });
}

interface Runtime {
  /** Resolves to the path of the program. Throws if this machine does not support it. */
  readonly find: () => Promise<string>;
  readonly start: (path: string, task: Task) => Promise<Result>;
}

const script = (paths: readonly string[], ...args: readonly string[]): Runtime => ({
  find: () => program(...paths),
  start: (path, task) => inScript(path, args, task),
});

const node = (version: number): Runtime =>
  script(["x64", "arm64"].map((cpu) => `node-${version}-${cpu}/bin/node`));
const BUN = ["linux-x64", "linux-aarch64", "darwin-x64", "darwin-aarch64"].map(
  (machine) => `@oven/bun-${machine}/bin/bun`,
);
const DENO = ["linux-x64-glibc", "linux-arm64-glibc", "darwin-x64", "darwin-arm64"].map(
  (machine) => `@deno/${machine}/deno`,
);
const WORKERD = ["linux-64", "linux-arm64", "darwin-64", "darwin-arm64"].map(
  (machine) => `@cloudflare/workerd-${machine}/bin/workerd`,
);

const runtimes: Readonly<Record<string, Runtime>> = {
  "node@20": node(20),
  "node@22": node(22),
  "node@24": node(24),
  bun: script(BUN, "run"),
  deno: script(
    DENO,
    "run",
    "--no-prompt",
    "--allow-net=127.0.0.1",
    "--allow-sys=hostname",
    `--allow-read=${folder}`,
    `--allow-write=${folder}`,
  ),
  workerd: { find: () => program(...WORKERD), start: inWorkerd },
  chromium: { find: chromium, start: inChromium },
};

/** Runs one runtime. It is skipped only if it is not available; any other error is a failure. */
async function tried({ find, start }: Runtime, rows: readonly string[]): Promise<Result> {
  const found = await find().then(
    (path) => ({ path }),
    (error: unknown) => ({ error }),
  );
  if ("error" in found) return { state: "skipped", why: firstLine(found.error) };
  // One server per runtime, because reports with the same body are the same report within an hour.
  // The first cut tests whether a download continues, and the second whether the continued one
  // does.
  const clock = createFakeClock({ start: NOW });
  await using server = await createFakeServer({
    clock,
    polls: 1,
    cors: true,
    app: APP,
    faults: [CUT, { ...CUT, skip: 1 }],
  });
  await using breaking = await createFakeServer({
    clock,
    cors: true,
    faults: [{ name: "cut-connection", on: "create", skip: 2 }],
  });
  const task = {
    url: server.url,
    accessToken: server.accessToken,
    app: APP,
    rows,
    body,
    breaking: breaking.url,
  };
  // Awaited here, because the server stops when this function returns.
  return await start(found.path, task).catch((error: unknown) => ({
    state: "FAILED",
    why: firstLine(error),
  }));
}

const asked = process.argv.slice(2);
let failed = 0;
try {
  const rows = await rowsHere();
  for (const [name, runtime] of Object.entries(runtimes)) {
    if (asked.length > 0 && !asked.includes(name)) continue;
    const { state, why } = await tried(runtime, rows);
    if (state === "FAILED") failed++;
    console.log(`${name.padEnd(9)} ${state}${why === "" ? "" : `  ${why}`}`);
  }
} finally {
  // Some of Chromium's processes outlive the one that was started for a moment, and write to its
  // profile.
  await rm(folder, { recursive: true, maxRetries: 20 });
}
process.exitCode = failed === 0 ? 0 : 1;
