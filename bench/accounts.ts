import { join } from "node:path";
import { ROOT } from "../test/package/packed.js";
import type { Bench, Findings } from "./bench.js";
import { count, type Table } from "./harness.js";
import type { Taken } from "./programs/quota.js";
import type { Workspace } from "./workspace.js";

export const accounts: Bench = {
  name: "accounts",
  heading: "Many accounts",
  about: `\`npm run bench -- accounts\`: one process reads reports for many accounts with \`runAll\`, under a quota. Each report takes a create request
and at least two polls. "Minimum" is the shortest time in which the quota allows that many requests, assuming that the first window's
requests are all sent at once. "Refused" counts the requests that the server rejected because of the quota.

* In the first table, each of 300 accounts has one 30-day report, or one report for each of the 30 days. The quota is 300 requests per
  minute. Client and server share a fake clock, so time only passes while they wait. They also share a process, so CPU time and memory
  include both.
* The second table comes from \`npx tsx test/bench/many-accounts.ts 2000\` and uses real time. The server runs in another process, has a quota
  of 300 requests per second, and needs three polls per report. Memory is resident memory, before the first request and at its peak.`,
  peers: [],
  needsDescription: false,
  run,
};

const ACCOUNTS = 300;
const DAYS = 30;
const PER_MINUTE = 300;
/** Pairs of the number of reports per account and the number of reports that run at once. */
const SETTINGS = [
  [1, 20],
  [1, ACCOUNTS],
  [DAYS, ACCOUNTS],
] as const;
const REAL = { accounts: 2_000, concurrency: 400 };

async function run(workspace: Workspace): Promise<Findings> {
  return { tables: [await byFakeClock(workspace), await inRealTime(workspace)], rounds: 1 };
}

async function byFakeClock(workspace: Workspace): Promise<Table> {
  const program = await workspace.program("quota");
  const rows: string[][] = [];
  for (const [each, concurrency] of SETTINGS) {
    const args = [ACCOUNTS, each, concurrency].map(String);
    const { stdout, cpuS, peakMb } = await workspace.run([program, ...args]);
    const { reports, done, creates, polls, refused, seconds }: Taken = JSON.parse(stdout);
    if (done !== reports) throw new Error(`${done} of ${reports} reports were done`);
    const least = ((creates + polls) / PER_MINUTE - 1) * 60;
    rows.push([
      `${count(reports)} reports, ${concurrency} at once`,
      count(creates),
      count(polls),
      count(refused),
      least.toFixed(0),
      seconds.toFixed(0),
      `${((seconds / least - 1) * 100).toFixed(1)} %`,
      cpuS.toFixed(1),
      peakMb.toFixed(0),
    ]);
  }
  return {
    title: "300 accounts and 30 days, 300 requests a minute, measured with a fake clock",
    columns: [
      "",
      "creates",
      "polls",
      "refused",
      "minimum, s",
      "time, s",
      "above minimum",
      "CPU, s",
      "peak, MB",
    ],
    rows,
  };
}

async function inRealTime(workspace: Workspace): Promise<Table> {
  const { accounts, concurrency } = REAL;
  const script = join(ROOT, "test/bench/many-accounts.ts");
  const { stdout } = await workspace.run(
    [script, String(accounts), String(concurrency), "--json"],
    { node: ["--import", "tsx"], folder: ROOT },
  );
  const { done, rows, rowsInFiles, creates, polls, refused, leastS, seconds, rssMb, rssAtStartMb } =
    JSON.parse(stdout);
  return {
    title: "2,000 accounts, 400 at once, 300 requests a second, in real time",
    columns: [
      "done",
      "rows",
      "rows in the files",
      "creates",
      "polls",
      "refused",
      "minimum, s",
      "time, s",
      "memory before, MB",
      "peak, MB",
    ],
    rows: [
      [
        ...[done, rows, rowsInFiles, creates, polls, refused].map(count),
        ...[leastS, seconds].map((value) => value.toFixed(1)),
        ...[rssAtStartMb, rssMb].map((value) => value.toFixed(0)),
      ],
    ],
  };
}
