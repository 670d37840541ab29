// Reads a report in a separate process, and prints the number of rows and the maximum resident
// memory.
import { readFileSync } from "node:fs";
import { createClient } from "../../support/flow.js";

const { HANDLE = "{}", URL: baseUrl = "", TOKEN: accessToken = "" } = process.env;
const report = await createClient({ accessToken, baseUrl }).report.resume(JSON.parse(HANDLE));
let rows = 0;
for await (const _ of report.rows()) rows++;
const status = process.platform === "linux" ? readFileSync("/proc/self/status", "utf8") : "";
console.log(
  JSON.stringify({ rows, peakMb: Number(/VmHWM:\s+(\d+)/.exec(status)?.[1] ?? 0) / 1024 }),
);
