import { createWriteStream, existsSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { pipeline } from "node:stream/promises";
import { reportFacts } from "../generated/report/facts.js";
import { report } from "../generated/report/flow.js";
import { displayName, reportFile } from "../runtime/testing/report-file.js";
import type { Bench, Findings, Options } from "./bench.js";
import { type Contestant, comparison, count, figure, spread, takeTurns } from "./harness.js";
import type { Result } from "./programs/read-rows.js";
import type { Workspace } from "./workspace.js";

export const rows: Bench = {
  name: "rows",
  heading: "Reading rows",
  about: `\`npm run bench -- rows\`: each reader runs in its own process and reads the same file into objects. The file has 30 columns, 4 of which are
ids. Process startup is not counted. All readers find the same number of rows.

* "Ours, JSON": our reader returns ids as strings, so no digits are lost.
* "Typed": our reader turns display names into column names, and cells into ids, numbers and money. udsv keeps the display names and guesses
  from the start of the file which columns are numbers or dates. It reads ids as numbers, so Pin ids lose digits.
* "Strings": all cells are strings, and the keys are display names.
* "Rows" and "bytes" describe each reader's output. Bytes are the size of its rows as JSON, measured in a separate, untimed run.
* Small files end before the JIT compiler has optimized the readers. \`JSON.parse\` is native code, but needs the whole file as one string,
  which can be at most 512 MB.
* Memory is the process's peak resident memory.
* \`-- --large\` adds a 200 MB file.

A test limits memory when reading over HTTP: \`REPORT_MB=1000 npm run test:all -- test/system/download/whole.test.ts\` fails if the client
needs 150 MB or more.`,
  peers: ["@streamparser/json", "stream-json", "udsv", "csv-parse", "papaparse"],
  needsDescription: false,
  run,
};

/**
 * The readers in each table, and the package that each reader needs. The last reader is the
 * reference.
 */
const READERS = [
  {
    format: "JSON",
    kind: "",
    readers: {
      "ours, JSON": null,
      "JSON.parse": null,
      "stream-json": "stream-json",
      "@streamparser/json": "@streamparser/json",
    },
  },
  { format: "CSV", kind: ", typed", readers: { "ours, CSV, typed": null, "udsv, typed": "udsv" } },
  {
    format: "CSV",
    kind: ", strings",
    readers: {
      "ours, CSV without names": null,
      papaparse: "papaparse",
      "csv-parse": "csv-parse",
      udsv: "udsv",
    },
  },
] as const;
const SMALL_MB = 20;
const LARGE_MB = 200;
const KINDS = ["count", "micro-money", "rate", "money"];
const numbers = Object.entries(reportFacts.columns).flatMap(([name, { value }]) =>
  KINDS.includes(value) ? [name] : [],
);
// Typical columns: ids, names, and 23 numbers.
const IDS_AND_NAMES = [
  "CAMPAIGN_ID",
  "AD_GROUP_ID",
  "AD_ID",
  "PIN_ID",
  "CAMPAIGN_NAME",
  "AD_GROUP_NAME",
  "CAMPAIGN_STATUS",
];
export const COLUMNS = [...IDS_AND_NAMES, ...numbers.slice(0, 23)];

async function run(workspace: Workspace, { large, rounds }: Options): Promise<Findings> {
  const tables = [];
  for (const megabytes of large ? [SMALL_MB, LARGE_MB] : [SMALL_MB])
    for (const { format, kind, readers } of READERS) {
      const file = join(workspace.home, `report-${megabytes}.${format.toLowerCase()}`);
      if (!existsSync(file))
        await writeReport(file, { format, columns: COLUMNS, bytes: megabytes * 1e6 });
      const peaks = new Map<string, number>();
      let inFile: number | null = null;
      const present = Object.entries(readers).filter(
        ([, peer]) => peer === null || workspace.version(peer) !== null,
      );
      const contestants = present.map(
        ([name]): Contestant => ({
          name,
          async turn() {
            const result = await readRowsOf(workspace, name, { file, columns: COLUMNS });
            inFile ??= result.rows;
            if (result.rows !== inFile)
              throw new Error(`${name} reads ${result.rows} rows of ${inFile}`);
            peaks.set(name, Math.max(result.peakMb, peaks.get(name) ?? 0));
            return result.cpuS;
          },
        }),
      );
      const costs = await takeTurns(contestants, rounds);
      const reference = Object.keys(readers).at(-1) ?? "";
      const outputs = new Map<string, readonly string[]>();
      for (const [name] of present) {
        const options = { file, columns: COLUMNS, addsBytes: true };
        const { rows, rowBytes } = await readRowsOf(workspace, name, options);
        outputs.set(name, [count(rows), count(rowBytes)]);
      }
      const size = statSync(file).size / 1e6;
      const unit = {
        heading: "MB per CPU second",
        print: (seconds: number) => figure(size / seconds),
      };
      const title = `${format}${kind}, ${megabytes} MB, ${count(inFile ?? 0)} rows`;
      const table = comparison(costs, { title, reference, unit, as: "speed" });
      const speed = (name: string | undefined): string =>
        figure((inFile ?? 0) / spread(costs.find((one) => one.name === name)?.values ?? []).median);
      tables.push({
        ...table,
        columns: [...table.columns, "rows per CPU second", "peak, MB", "rows", "bytes"],
        rows: table.rows.map((row) => [
          ...row,
          speed(row[0]),
          peaks.get(row[0] ?? "")?.toFixed(0) ?? "",
          ...(outputs.get(row[0] ?? "") ?? []),
        ]),
      });
    }
  return { tables };
}

export interface ReportOptions {
  readonly file: string;
  readonly columns: readonly string[];
  /** Whether to add up the size of the rows as JSON, which takes time. */
  readonly addsBytes?: boolean;
}

/** Reads a file once with a reader of programs/read-rows.ts, in a separate process. */
export async function readRowsOf(
  workspace: Workspace,
  reader: string,
  { file, columns, addsBytes = false }: ReportOptions,
): Promise<Result & { readonly peakMb: number }> {
  const known = join(workspace.home, "known-columns.json");
  writeFileSync(known, knownColumnsOf(columns));
  const { stdout, peakMb } = await workspace.run([
    await workspace.program("read-rows"),
    reader,
    file,
    known,
    ...(addsBytes ? ["--bytes"] : []),
  ]);
  const result: Result = JSON.parse(stdout);
  return { ...result, peakMb };
}

/** What a reader needs to know about these columns, as JSON. */
export function knownColumnsOf(columns: readonly string[]): string {
  const names = columns.map((name) => ({ name, display_name: displayName(name) }));
  return JSON.stringify({ ids: report.ids, texts: report.texts, zeros: report.zeros, names });
}

export interface FileOptions {
  readonly format: "CSV" | "JSON";
  readonly columns: readonly string[];
  /** Approximate size of the file. */
  readonly bytes: number;
}

/** Writes a made-up report of Pins for 28 days. */
export async function writeReport(
  path: string,
  { format, columns, bytes }: FileOptions,
): Promise<void> {
  const body = {
    start_date: "2026-02-01",
    end_date: "2026-02-28",
    granularity: "DAY",
    level: "PIN_PROMOTION",
    report_format: format,
    columns,
  };
  const requested = { facts: reportFacts, account: "549755885175", body, seed: 1 };
  await pipeline(reportFile(requested, { entities: 50, bytes }).pieces(), createWriteStream(path));
}
