import type { Bench, Findings, Options } from "./bench.js";
import { type Costs, CPU_MICROSECONDS, comparison, count, figure, spread } from "./harness.js";
import type { PerReport } from "./programs/pending.js";
import type { Workspace } from "./workspace.js";

export const client: Bench = {
  name: "client",
  heading: "What a call costs",
  about: `\`npm run bench -- client\`: each client polls a report on a server in another process. The clients take turns of 0.15 s of CPU time, in 15
rounds. Ours also check tokens, limits and the response, and emit events.

For the second table, \`runAll\` requests many reports at once, with a stubbed \`fetch\`. Reports are created and polled, but never finish. The
table shows the heap size after garbage collection and the CPU time up to that point, both per report.`,
  peers: ["openapi-fetch"],
  needsDescription: false,
  run,
};

const PENDING = 1_000;

async function run(workspace: Workspace, { rounds }: Options): Promise<Findings> {
  const { stdout } = await workspace.run([await workspace.program("calls")]);
  const costs: readonly Costs[] = JSON.parse(stdout);
  const title = "One poll";
  const table = comparison(costs, {
    title,
    reference: "openapi-fetch",
    unit: CPU_MICROSECONDS,
    as: "cost",
  });
  const pending = await pendingReports(workspace, PENDING, rounds);
  return {
    tables: [
      table,
      {
        title: "One pending report in `runAll`",
        columns: ["reports", "heap, bytes", "CPU, µs"],
        rows: [[count(PENDING), figure(pending.bytes), figure(pending.cpuS * 1e6)]],
      },
    ],
  };
}

/** Creates pending reports in `rounds` runs, and returns the medians per report. */
export async function pendingReports(
  workspace: Workspace,
  reports: number,
  rounds: number,
): Promise<PerReport> {
  const program = await workspace.program("pending");
  const runs: PerReport[] = [];
  for (let round = 0; round < rounds; round++) {
    const { stdout } = await workspace.run([program, String(reports)], { node: ["--expose-gc"] });
    runs.push(JSON.parse(stdout));
  }
  return {
    bytes: spread(runs.map(({ bytes }) => bytes)).median,
    cpuS: spread(runs.map(({ cpuS }) => cpuS)).median,
  };
}
