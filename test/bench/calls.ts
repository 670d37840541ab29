// What a call costs over bare openapi-fetch: the same look at a report over real sockets, by plain JavaScript in a process of its own, to a
// server in another. A loader that compiles on the way would be measured, too.
// npm run bench:calls

import { execFileSync, fork } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { buildSync } from "esbuild";

const LONGEST_MS = 300_000;

const folder = mkdtempSync(join(tmpdir(), "pinterest-reports-bench-"));
try {
  const child = join(folder, "calls-child.mjs");
  const entry = fileURLToPath(new URL("calls-child.ts", import.meta.url));
  buildSync({ entryPoints: [entry], outfile: child, bundle: true, platform: "node", format: "esm", target: "es2022" });
  const server = fork(child, ["serve"], { execArgv: [] });
  try {
    const port = await new Promise<number>((resolve, reject) => {
      server.once("message", (message) => resolve(Number(message)));
      server.once("exit", () => reject(new Error("the server did not start")));
    });
    execFileSync(process.execPath, [child, "measure", `http://127.0.0.1:${port}/v5`], { stdio: "inherit", timeout: LONGEST_MS });
  } finally {
    if (server.connected) server.disconnect();
  }
} finally {
  rmSync(folder, { recursive: true });
}
