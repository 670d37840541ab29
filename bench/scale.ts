import { readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Bench, Findings, Options } from "./bench.js";
import { pendingReports } from "./client.js";
import { checkOutput, description, ours } from "./generators.js";
import { count, figure, spread, type Table } from "./harness.js";
import { plot, type Series } from "./plot.js";
import type { Result } from "./programs/read-rows.js";
import { readRowsOf, writeReport } from "./rows.js";
import type { Workspace } from "./workspace.js";

export const scale: Bench = {
  name: "scale",
  heading: "Sizes",
  about: `\`npm run bench -- scale\`: inputs of several sizes, medians of three runs. "Times" divides the cost per unit by the cost at the smallest size: 1 or
less means that the cost grows no faster than the input.

* The description is 5.23.0 as JSON: alone, and with 3 and 15 copies of all paths and schemas under other names.
* A body may have 500 ids. A longer list is one violation, and its items are not checked.
* Rows have five columns. Their memory is that of the whole process. \`-- --large\` adds 10 million rows.

![CPU time per unit by size, beside that at the smallest size](scale.svg)`,
  peers: [],
  needsDescription: true,
  run,
};

const ROUNDS = 3;
const COPIES = [1, 4, 16];
const COLUMNS = [10, 100, 1_000, 10_000];
// A longer list is too long, and none of its items is looked at.
const IDS = [10, 100, 500];
const ROWS = [10_000, 100_000, 1_000_000];
const MANY_ROWS = 10_000_000;
const PENDING = [100, 1_000, 10_000];

interface Size {
  /** How many units. */
  readonly size: number;
  readonly cpuS: number;
  /** Memory, as printed. */
  readonly memory?: string;
}

interface Measured {
  readonly name: string;
  readonly sizes: readonly Size[];
}

async function run(workspace: Workspace, { large, rounds, specs }: Options): Promise<Findings> {
  const turns = Math.min(rounds, ROUNDS);
  const measured: readonly Measured[] = [
    await descriptions(workspace, specs ?? "", turns),
    await lists(workspace, "columns", COLUMNS),
    await lists(workspace, "ids", IDS),
    ...(await rowsBy(workspace, large ? [...ROWS, MANY_ROWS] : ROWS, turns)),
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
    title: "CPU time per unit, beside that at the smallest size",
    x: "times the smallest size",
    y: "times",
  };
  return { tables: measured.map(tableOf), pictures: { "scale.svg": plot(series, axes) } };
}

function tableOf({ name, sizes }: Measured): Table {
  const [smallest] = sizes;
  const rows = sizes.map((one) => [
    count(one.size),
    figure(one.cpuS * 1e3),
    figure((one.cpuS / one.size) * 1e6),
    perUnit(one, smallest).toFixed(2),
    one.memory ?? "",
  ]);
  return { title: name, columns: ["size", "CPU, ms", "µs per unit", "times", "memory"], rows };
}

function perUnit({ size, cpuS }: Size, smallest: Size | undefined): number {
  return smallest === undefined ? 1 : cpuS / size / (smallest.cpuS / smallest.size);
}

async function descriptions(workspace: Workspace, specs: string, turns: number): Promise<Measured> {
  const input = { specs, workspace };
  const text = readFileSync(description(input, "json"), "utf8");
  const out = join(workspace.home, "scaled");
  const sizes: Size[] = [];
  for (const copies of COPIES) {
    const file = join(workspace.home, `description-${copies}.json`);
    writeFileSync(file, copied(text, copies));
    const runs = [];
    for (let turn = 0; turn < turns; turn++) {
      rmSync(out, { recursive: true, force: true });
      runs.push(await workspace.run(ours(input, "", file).args(out)));
      checkOutput(out);
    }
    const memory = `${Math.max(...runs.map(({ peakMb }) => peakMb)).toFixed(0)} MB`;
    sizes.push({ size: copies, cpuS: spread(runs.map(({ cpuS }) => cpuS)).median, memory });
  }
  return { name: "generate: descriptions", sizes };
}

/** The description, and its paths and schemas again under other names. */
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
/** Bytes of a row with these columns, about. */
const ROW_BYTES = { JSON: 165, CSV: 62 };

async function rowsBy(
  workspace: Workspace,
  counts: readonly number[],
  turns: number,
): Promise<readonly Measured[]> {
  const measured: Measured[] = [];
  for (const [format, reader] of [
    ["JSON", "ours, JSON"],
    ["CSV", "ours, CSV, typed"],
  ] as const) {
    const sizes: Size[] = [];
    for (const rows of counts) {
      const file = join(workspace.home, `rows.${format.toLowerCase()}`);
      await writeReport(file, { format, columns: FIVE, bytes: rows * ROW_BYTES[format] });
      const runs: (Result & { readonly peakMb: number })[] = [];
      for (let turn = 0; turn < turns; turn++)
        runs.push(await readRowsOf(workspace, reader, { file, columns: FIVE }));
      const memory = `${Math.max(...runs.map(({ peakMb }) => peakMb)).toFixed(0)} MB`;
      sizes.push({
        size: runs[0]?.rows ?? 0,
        cpuS: spread(runs.map(({ cpuS }) => cpuS)).median,
        memory,
      });
    }
    measured.push({ name: `rows: ${format}`, sizes });
  }
  return measured;
}

async function pending(workspace: Workspace, turns: number): Promise<Measured> {
  const sizes: Size[] = [];
  for (const size of PENDING) {
    const { bytes, cpuS } = await pendingReports(workspace, size, turns);
    sizes.push({ size, cpuS: cpuS * size, memory: `${figure(bytes)} bytes per report` });
  }
  return { name: "runAll: pending reports", sizes };
}
