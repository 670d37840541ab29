import { readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Bench, Findings, Options } from "./bench.js";
import { pendingReports } from "./client.js";
import { checkOutput, description, type FLOWS, type Input, ours, VERSION } from "./generators.js";
import { count, figure, spread, type Table } from "./harness.js";
import { plot, type Series } from "./plot.js";
import type { Result } from "./programs/read-rows.js";
import { readRowsOf, writeReport } from "./rows.js";
import type { Workspace } from "./workspace.js";

export const scale: Bench = {
  name: "scale",
  heading: "Growth",
  about: `\`npm run bench -- scale\` measures the same work with inputs of different sizes. CPU times are medians of three runs, or the minimum of five
for "validate". "Relative to smallest" is the cost per unit divided by the cost per unit at the smallest size. If it is 1 or less, the cost
grows no faster than the input.

* The API description is version ${VERSION}, as JSON. Size 1 is the description itself. Sizes 4 and 16 add 3 and 15 copies of all paths and
  schemas, under other names.
* "Generate: columns" generates one report, from the same description with extra ad report columns.
* A body can have up to 500 ids. A longer list is a single violation, and its items are not checked.
* Rows have five columns. The 10 million rows are read in one round only.
* Each pending report in \`runAll\` belongs to a different account.
* Memory is the process's peak, or for \`runAll\`, the heap that the reports use.

![CPU time per unit by size, relative to the smallest size](scale.svg)

![Memory by size](scale-memory.svg)`,
  peers: [],
  needsDescription: true,
  run,
};

const ROUNDS = 3;
const COPIES = [1, 4, 16];
const MADE_COLUMNS = [626, 2_500, 10_000, 40_000];
const COLUMNS = [10, 100, 1_000, 10_000, 40_000];
// A body can have up to 500 ids. The items of a longer list are not checked.
const IDS = [10, 100, 500];
const MANY_ROWS = 10_000_000;
const ROWS = [10_000, 100_000, 1_000_000, MANY_ROWS];
const PENDING = [100, 1_000, 10_000];

interface Size {
  /** The number of units. */
  readonly size: number;
  readonly cpuS: number;
  readonly memoryMb?: number;
}

interface Measured {
  readonly name: string;
  readonly sizes: readonly Size[];
}

async function run(workspace: Workspace, { rounds, specs }: Options): Promise<Findings> {
  const turns = Math.min(rounds, ROUNDS);
  const measured: readonly Measured[] = [
    await descriptions(workspace, specs ?? "", turns),
    await columns(workspace, specs ?? "", turns),
    await lists(workspace, "columns", COLUMNS),
    await lists(workspace, "ids", IDS),
    ...(await rowsBy(workspace, turns)),
    await pending(workspace, turns),
  ];
  const series = measured.map(({ name, sizes }): Series => {
    const [smallest] = sizes;
    const points = sizes.map(({ size, cpuS }) => ({
      x: size / (smallest?.size ?? 1),
      y: perUnit({ size, cpuS }, smallest),
    }));
    return { name, points };
  });
  const axes = {
    title: "CPU time per unit, relative to the smallest size",
    x: "times the smallest size",
    y: "times",
  };
  return {
    tables: measured.map(tableOf),
    rounds: turns,
    pictures: { "scale.svg": plot(series, axes), "scale-memory.svg": memoryPlot(measured) },
  };
}

function memoryPlot(measured: readonly Measured[]): string {
  const series = measured.flatMap(({ name, sizes }): readonly Series[] => {
    const points = sizes.flatMap(({ size, memoryMb }) =>
      memoryMb === undefined ? [] : [{ x: size / (sizes[0]?.size ?? 1), y: memoryMb }],
    );
    return points.length === 0 ? [] : [{ name, points }];
  });
  return plot(series, { title: "Memory by size", x: "times the smallest size", y: "MB" });
}

function tableOf({ name, sizes }: Measured): Table {
  const [smallest] = sizes;
  const rows = sizes.map((one) => [
    count(one.size),
    figure(one.cpuS * 1e3),
    figure((one.cpuS / one.size) * 1e6),
    perUnit(one, smallest).toFixed(2),
    one.memoryMb === undefined ? "" : figure(one.memoryMb),
  ]);
  const headings = ["size", "CPU, ms", "µs per unit", "relative to smallest", "memory, MB"];
  return { title: name, columns: headings, rows };
}

function perUnit({ size, cpuS }: Size, smallest: Size | undefined): number {
  return smallest === undefined ? 1 : cpuS / size / (smallest.cpuS / smallest.size);
}

async function descriptions(workspace: Workspace, specs: string, turns: number): Promise<Measured> {
  const text = readFileSync(description({ specs, workspace }, "json"), "utf8");
  const sizes: Size[] = [];
  for (const copies of COPIES) {
    const input = { specs, workspace, name: `copies-${copies}`, text: copied(text, copies) };
    sizes.push({ size: copies, ...(await generation(input, turns)) });
  }
  return { name: "generate: descriptions", sizes };
}

async function columns(workspace: Workspace, specs: string, turns: number): Promise<Measured> {
  const text = readFileSync(description({ specs, workspace }, "json"), "utf8");
  const sizes: Size[] = [];
  for (const size of MADE_COLUMNS) {
    const input = { specs, workspace, name: `columns-${size}`, text: withColumns(text, size) };
    sizes.push({ size, ...(await generation(input, turns, "one report")) });
  }
  return { name: "generate: columns", sizes };
}

interface Made extends Input {
  /** The description, which is written to a file called `name`. */
  readonly text: string;
  readonly name: string;
}

/**
 * Measures generating from a description: the median CPU time and the largest peak of `turns`
 * turns.
 */
async function generation(
  { name, text, ...input }: Made,
  turns: number,
  flows?: keyof typeof FLOWS,
): Promise<Pick<Size, "cpuS" | "memoryMb">> {
  const { workspace } = input;
  const file = join(workspace.home, `${name}.json`);
  const out = join(workspace.home, "scaled");
  writeFileSync(file, text);
  const runs = [];
  for (let turn = 0; turn < turns; turn++) {
    rmSync(out, { recursive: true, force: true });
    runs.push(await workspace.run(ours(input, "", file, flows).args(out)));
    checkOutput(out);
  }
  return usedBy(runs);
}

/** The median CPU time, and the largest memory peak. */
function usedBy(
  runs: readonly { readonly cpuS: number; readonly peakMb: number }[],
): Pick<Size, "cpuS" | "memoryMb"> {
  return {
    cpuS: spread(runs.map(({ cpuS }) => cpuS)).median,
    memoryMb: Math.max(...runs.map(({ peakMb }) => peakMb)),
  };
}

/** The description with `size` columns in an ad report. Additional columns are made up. */
function withColumns(text: string, size: number): string {
  const document = JSON.parse(text);
  const column = document.components.schemas.ReportingColumnAsync;
  const made = Array.from(
    { length: size - column.enum.length },
    (_, index) => `MADE_UP_COUNT_${index}`,
  );
  column.enum = [...column.enum, ...made];
  return JSON.stringify(document);
}

/**
 * The description with its paths and schemas `copies` times. Each additional copy has other names.
 */
function copied(text: string, copies: number): string {
  const document = JSON.parse(text);
  const { schemas } = document.components;
  const [paths, parts] = [JSON.stringify(document.paths), JSON.stringify(schemas)];
  for (let copy = 2; copy <= copies; copy++) {
    const renamed = (json: string): object =>
      JSON.parse(
        json
          .replaceAll(/"#\/components\/schemas\/([^"]+)"/g, `"#/components/schemas/$1_${copy}"`)
          .replaceAll(/"operationId":"([^"]+)"/g, `"operationId":"$1_${copy}"`),
      );
    for (const [path, item] of Object.entries(renamed(paths)))
      document.paths[`/copy-${copy}${path}`] = item;
    for (const [name, schema] of Object.entries(renamed(parts)))
      schemas[`${name}_${copy}`] = schema;
  }
  return JSON.stringify(document);
}

async function lists(
  workspace: Workspace,
  kind: "columns" | "ids",
  lengths: readonly number[],
): Promise<Measured> {
  const { stdout } = await workspace.run([
    await workspace.program("validate-sizes"),
    kind,
    ...lengths.map(String),
  ]);
  const seconds: readonly number[] = JSON.parse(stdout);
  return {
    name: `validate: ${kind}`,
    sizes: lengths.map((size, index) => ({ size, cpuS: seconds[index] ?? Number.NaN })),
  };
}

const FIVE = ["CAMPAIGN_ID", "AD_ID", "CAMPAIGN_NAME", "SPEND_IN_DOLLAR", "TOTAL_CLICKTHROUGH"];
/** Approximate bytes of a row with these columns. */
const ROW_BYTES = { JSON: 168, CSV: 85 };

async function rowsBy(workspace: Workspace, turns: number): Promise<readonly Measured[]> {
  const measured: Measured[] = [];
  for (const [format, reader] of [
    ["JSON", "ours, JSON"],
    ["CSV", "ours, CSV, typed"],
  ] as const) {
    const sizes: Size[] = [];
    for (const rows of ROWS) {
      const file = join(workspace.home, `rows.${format.toLowerCase()}`);
      await writeReport(file, { format, columns: FIVE, bytes: rows * ROW_BYTES[format] });
      const runs: (Result & { readonly peakMb: number })[] = [];
      for (let turn = 0; turn < (rows === MANY_ROWS ? 1 : turns); turn++)
        runs.push(await readRowsOf(workspace, reader, { file, columns: FIVE }));
      rmSync(file);
      sizes.push({ size: runs[0]?.rows ?? 0, ...usedBy(runs) });
    }
    measured.push({ name: `rows: ${format}`, sizes });
  }
  return measured;
}

async function pending(workspace: Workspace, turns: number): Promise<Measured> {
  const sizes: Size[] = [];
  for (const size of PENDING) {
    const { bytes, cpuS } = await pendingReports(workspace, size, turns);
    sizes.push({ size, cpuS: cpuS * size, memoryMb: (bytes * size) / 1e6 });
  }
  return { name: "runAll: accounts", sizes };
}
