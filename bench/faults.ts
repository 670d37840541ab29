import { join } from "node:path";
import { ROOT } from "../test/package/packed.js";
import type { Bench, Findings, Options } from "./bench.js";
import { count } from "./harness.js";
import type { Workspace } from "./workspace.js";

export const faults: Bench = {
  name: "faults",
  heading: "Random faults",
  about: `\`npx tsx test/bench/soak.ts\` requests 10,000 reports, with random faults in any of their calls. The faults depend only on a seed. Every
report must end with exactly the rows in its file, or with one of the package's errors. No report may hang or be created twice, and no event
or error may contain a token, secret or signature. Otherwise, the benchmark fails and writes nothing.`,
  peers: [],
  needsDescription: false,
  run,
};

const REPORTS = 10_000;
const FEW_REPORTS = 1_000;
const SEED = 1;

async function run(workspace: Workspace, { rounds }: Options): Promise<Findings> {
  const script = join(ROOT, "test/bench/soak.ts");
  const args = [rounds === 1 ? FEW_REPORTS : REPORTS, SEED].map(String);
  const { stdout } = await workspace.run([script, ...args, "--json"], {
    node: ["--import", "tsx"],
    folder: ROOT,
  });
  const { reports, faulty, happened, right, errors, requests, seconds } = JSON.parse(stdout);
  const codes = Object.entries<number>(errors).toSorted(([, one], [, other]) => other - one);
  const rows = [
    ["reports", count(reports)],
    ["reports with faults", count(faulty)],
    ["faults", count(sum(happened))],
    ["combinations of fault and call", count(Object.keys(happened).length)],
    ["requests", count(requests)],
    ["seconds", seconds],
    ["reports with the right rows", count(right)],
    ...codes.map(([code, times]) => [`errors with the code \`${code}\``, count(times)]),
  ];
  return { tables: [{ title: "", columns: ["", "number"], rows }], rounds: 1 };
}

function sum(counts: Readonly<Record<string, number>>): number {
  return Object.values(counts).reduce((total, times) => total + times, 0);
}
