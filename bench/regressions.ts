// Compares this commit, including uncommitted changes, with a base commit. It compares CPU
// instructions and bytes, which do not depend on the load of the machine. Prints a table and exits
// with code 0.
//
// Usage: npx tsx bench/regressions.ts --base <ref>. Default: BENCH_BASE, or else origin/main.
import { appendFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { byEsbuild, gzipped } from "../test/package/bundles.js";
import { type CountInstructions, instructionCounter } from "../test/support/instructions.js";
import { changesTable } from "./changes.js";
import { ENTRIES, git, withCopies } from "./copies.js";
import { FLOWS } from "./generators.js";
import { markdown } from "./harness.js";

/** Programs that repeat a call to count its instructions. `times` is the number of repetitions. */
const PROGRAMS = {
  "one validation, 21 columns": {
    times: 2_000,
    text: `import { reportColumns } from "./generated/columns.js";
import { validateReport } from "./generated/validators.js";
const columns = ["CAMPAIGN_ID", ...Object.keys(reportColumns).filter((_, index) => index % 31 === 0).slice(0, 20)];
const body = { start_date: "2026-03-01", end_date: "2026-03-07", granularity: "DAY", level: "CAMPAIGN", columns };
for (let left = Number(process.argv[2]); left > 0; left--)
  if (validateReport(body, { today: "2026-03-08" }).length > 0) throw new Error("the body is valid");`,
  },
  "one poll": {
    times: 200,
    text: `import { createClient } from "./generated/index.js";
const pending = { report_status: "IN_PROGRESS", url: null, size: null };
const client = createClient({ accessToken: "token", fetch: async () => Response.json(pending) });
const handle = { version: 1, flow: "report", adAccountId: "549755885175", token: "token", createdAt: "2026-03-08T00:00:00.000Z" };
for (let left = Number(process.argv[2]); left > 0; left--) await client.report.poll(handle);
process.exit(0);`,
  },
} as const;
type Figures = ReadonlyMap<string, number>;

const { base = process.env.BENCH_BASE || "origin/main" } = parseArgs({
  options: { base: { type: "string" } },
}).values;
await withCopies(base, async ({ base: baseFolder, current }) => {
  const counter = await instructionCounter();
  if (counter === null)
    console.log("instructions skipped: neither perf nor valgrind counts them here");
  const [before, after] = await Promise.all([
    figuresOf(baseFolder, counter),
    figuresOf(current, counter),
  ]);
  const changes = [...after].map(([name, value]) => ({
    name,
    before: before.get(name) ?? Number.NaN,
    after: value,
  }));
  const text = markdown(changesTable(changes));
  console.log(
    `${text}\n\nBase: ${git("rev-parse", "--short", base)}. Instructions are counted without the JIT compiler (\`--jitless\`). Bytes are minified and gzipped.`,
  );
  if (process.env.GITHUB_STEP_SUMMARY)
    appendFileSync(process.env.GITHUB_STEP_SUMMARY, `### Costs\n\n${text}\n`);
});

/**
 * Measures a copy. A figure is NaN if the program fails, because the base commit may use other
 * names.
 */
async function figuresOf(folder: string, counter: CountInstructions | null): Promise<Figures> {
  const figures = new Map<string, number>();
  if (counter !== null) {
    const flows = join(folder, "one-report.yaml");
    writeFileSync(flows, FLOWS["one report"]);
    const args = [
      "cli/bin.js",
      "generate",
      "--spec",
      "spec/contract.yaml",
      "--flows",
      flows,
      "--out",
      join(folder, "out"),
    ];
    figures.set(
      "instructions: generate, one report",
      await counter(args, folder).catch(() => Number.NaN),
    );
    for (const [what, { times, text }] of Object.entries(PROGRAMS)) {
      const program = join(folder, `${what.replace(/\W+/g, "-")}.js`);
      writeFileSync(program, text);
      const [none, all] = await Promise.all(
        ["0", String(times)].map((count) =>
          counter([program, count], folder).catch(() => Number.NaN),
        ),
      );
      figures.set(`instructions: ${what}`, ((all ?? Number.NaN) - (none ?? Number.NaN)) / times);
    }
  }
  for (const [name, program] of Object.entries(ENTRIES)) {
    const bytes = await byEsbuild(folder, program).then(gzipped, () => Number.NaN);
    figures.set(`bytes: ${name}`, bytes);
  }
  return figures;
}
