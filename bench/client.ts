import type { Bench, Findings, Options } from "./bench.js";
import { type Costs, CPU_MICROSECONDS, comparison, count, figure, spread } from "./harness.js";
import type { PerReport } from "./programs/pending.js";
import type { Workspace } from "./workspace.js";

export const client: Bench = {
  name: "client",
  heading: "What a call costs",
  about: `\`npm run bench -- client\`: one poll of a report against a server in another process, in turn, in 15 rounds, each turn of 0.15 s of CPU time. The
clients check tokens, limits and the response, and emit events. The second table has \`runAll\` with so many reports at once,
all created and polled, none of them done, and a function in place of \`fetch\`: heap after a collection, and CPU time from its start to that moment,
each divided by the reports.`,
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
        title: "One report that is pending, in `runAll`",
        columns: ["reports", "heap, bytes", "CPU, µs"],
        rows: [[count(PENDING), figure(pending.bytes), figure(pending.cpuS * 1e6)]],
      },
    ],
  };
}

/** The medians of so many runs. */
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
