// Runs benchmarks and prints their tables: `npm run bench` runs all, `npm run bench -- validate`
// runs one. Progress is printed to stderr. Flags:
// * --write also updates the benchmarks' sections in docs/benchmarks.md,
// * --large also takes measurements that need minutes and gigabytes,
// * --once measures a single round, to try out a benchmark.
import { readFileSync, writeFileSync } from "node:fs";
import { availableParallelism, loadavg, totalmem } from "node:os";
import { fileURLToPath } from "node:url";
import { accounts } from "./accounts.js";
import { allOperations } from "./all-operations.js";
import type { Bench, Findings } from "./bench.js";
import { bundle } from "./bundle.js";
import { client } from "./client.js";
import { faults } from "./faults.js";
import { generate } from "./generate.js";
import { markdown, ROUNDS } from "./harness.js";
import { imports } from "./import.js";
import { withSection } from "./page.js";
import { rows } from "./rows.js";
import { scale } from "./scale.js";
import { sync } from "./sync.js";
import { types } from "./types.js";
import { validate } from "./validate.js";
import { workers } from "./workers.js";
import { openWorkspace, type Workspace } from "./workspace.js";

const BENCHES: readonly Bench[] = [
  generate,
  allOperations,
  types,
  imports,
  bundle,
  validate,
  rows,
  client,
  scale,
  accounts,
  faults,
  sync,
  workers,
];
const DOCS = new URL("../docs/", import.meta.url);
const HEADINGS = BENCHES.map(({ heading }) => heading);
const PROGRESS_MS = 15_000;

const words = process.argv.slice(2);
const names = words.filter((word) => !word.startsWith("--"));
const asked = words.includes("--once") ? 1 : ROUNDS;
const specs = process.env.PINTEREST_SPECS ?? null;
const unknown = names.filter((name) => !BENCHES.some((bench) => bench.name === name));
if (unknown.length > 0)
  throw new Error(
    `unknown benchmark ${unknown.join(", ")}; known benchmarks are ${BENCHES.map(({ name }) => name).join(", ")}`,
  );

const chosen = BENCHES.filter(({ name }) => names.length === 0 || names.includes(name));
const began = performance.now();
const secondsSince = (start: number): string => ((performance.now() - start) / 1e3).toFixed(0);
progress("building and packing the package");
const workspace = await openWorkspace();
try {
  for (const [index, bench] of chosen.entries()) {
    const start = { at: performance.now(), runs: workspace.runs() };
    const place = `${index + 1} of ${chosen.length}: ${bench.name}`;
    progress(place);
    const timer = setInterval(
      () =>
        progress(
          `${place}, ${secondsSince(start.at)} s, ${workspace.runs() - start.runs} processes ended`,
        ),
      PROGRESS_MS,
    );
    await report(bench, workspace).finally(() => clearInterval(timer));
  }
} finally {
  await workspace.close();
}
progress("done");

function progress(text: string): void {
  process.stderr.write(`[${secondsSince(began)} s] ${text}\n`);
}

async function report(bench: Bench, workspace: Workspace): Promise<void> {
  const { name, heading, needsDescription } = bench;
  if (needsDescription && specs === null)
    return console.log(`${name} skipped: set PINTEREST_SPECS to a folder of API descriptions`);
  const began = { load: loadavg()[0] ?? 0, at: performance.now() };
  const findings = await bench.run(workspace, {
    rounds: asked,
    large: words.includes("--large"),
    specs,
  });
  const ended = loadavg()[0] ?? 0;
  const load = `${began.load.toFixed(1)} at the start, ${ended.toFixed(1)} at the end`;
  // If nothing was measured, the page stays as it is.
  if (findings.tables.length === 0)
    return console.log(`\n## ${heading}\n\nNot measured: ${findings.skipped?.join(", ")}`);
  const text = [
    bench.about,
    ...findings.tables.map(markdown),
    conditions(bench, workspace, findings, load),
  ].join("\n\n");
  console.log(
    `\n## ${heading}\n\n${text}\n\n${name}: ${((performance.now() - began.at) / 1e3).toFixed(0)} s`,
  );
  if (!words.includes("--write")) return;
  for (const [file, picture] of Object.entries(findings.pictures ?? {}))
    writeFileSync(new URL(file, DOCS), picture);
  const page = fileURLToPath(new URL("benchmarks.md", DOCS));
  writeFileSync(page, withSection(readFileSync(page, "utf8"), heading, text, HEADINGS));
}

/** Describes versions, machine and load, and lists what was not measured. */
function conditions(
  { peers }: Bench,
  { version }: Workspace,
  { skipped = [], rounds = asked }: Findings,
  load: string,
): string {
  const present = peers.flatMap((peer) =>
    version(peer) === null ? [] : [`${peer} ${version(peer)}`],
  );
  const absent = peers
    .filter((peer) => version(peer) === null)
    .map((peer) => `${peer}: not installed, see \`npm ci --prefix bench --ignore-scripts\``);
  const machine = `${availableParallelism()} processors, ${Math.round(totalmem() / 2 ** 30)} GB, load average ${load}`;
  const versions = [`Node ${process.versions.node}`, process.platform, ...present].join(", ");
  const lines = [
    `${versions}; ${machine}; ${rounds === 1 ? "one round" : `${rounds} rounds, each in new processes`}.`,
  ];
  return [...lines, ...[...absent, ...skipped].map((line) => `* Not measured: ${line}.`)].join(
    "\n",
  );
}
