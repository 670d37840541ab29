// How fast reports are read, and in how much memory, beside others: each reader in a process of its own, on the same files in the same run.
// npm run bench:rows [-- --large]: 10 MB and 200 MB, with --large also 1 GB.

import { execFileSync } from "node:child_process";
import {
  createWriteStream,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pipeline } from "node:stream/promises";
import { fileURLToPath } from "node:url";
import ts from "typescript";
import { reportFacts } from "../../generated/report/facts.js";
import { report } from "../../generated/report/flow.js";
import { displayName, reportFile } from "../../runtime/testing/report-file.js";
import type { Result } from "./rows-child.js";

const ROOT = fileURLToPath(new URL("../..", import.meta.url));
const LONGEST_MS = 300_000;
const SIZES = process.argv.includes("--large") ? [10, 200, 1_000] : [10, 200];
// As people ask for them: ids, names, and two dozen numbers.
const WORDS = ["CAMPAIGN_ID", "AD_GROUP_ID", "AD_ID", "PIN_ID", "CAMPAIGN_NAME", "AD_GROUP_NAME", "CAMPAIGN_STATUS"];
const NUMBERS = ["count", "micro-money", "rate", "money"];
const numbers = Object.entries(reportFacts.columns).flatMap(([name, { value }]) => (NUMBERS.includes(value) ? [name] : []));
const columns = [...WORDS, ...numbers.slice(0, 23)];
const NAMES = JSON.stringify({ names: columns.map((name) => ({ name, display_name: displayName(name) })) });

const folder = mkdtempSync(join(tmpdir(), "pinterest-reports-bench-"));
try {
  compile();
  for (const megabytes of SIZES) {
    for (const format of ["JSON", "CSV"] as const) compare(format, await write(format, megabytes), megabytes);
  }
} finally {
  rmSync(folder, { recursive: true });
}

/** The sources as plain JavaScript: a loader that compiles on the way would be measured, too. */
function compile(): void {
  symlinkSync(join(ROOT, "node_modules"), join(folder, "node_modules"));
  writeFileSync(join(folder, "package.json"), '{"type":"module"}');
  const sources = [...readdirSync(join(ROOT, "runtime")).map((name) => `runtime/${name}`), "test/bench/rows-child.ts"];
  for (const source of sources.filter((name) => name.endsWith(".ts"))) {
    const options = { compilerOptions: { module: ts.ModuleKind.ESNext, target: ts.ScriptTarget.ES2022 } };
    mkdirSync(join(folder, source, ".."), { recursive: true });
    writeFileSync(
      join(folder, source.replace(/\.ts$/, ".js")),
      ts.transpileModule(readFileSync(join(ROOT, source), "utf8"), options).outputText,
    );
  }
}

async function write(format: "JSON" | "CSV", megabytes: number): Promise<string> {
  const body = {
    start_date: "2026-02-01",
    end_date: "2026-02-28",
    granularity: "DAY",
    level: "PIN_PROMOTION",
    report_format: format,
    columns,
  };
  const path = join(folder, `report-${megabytes}.${format.toLowerCase()}`);
  const report = { facts: reportFacts, account: "549755885175", body, seed: 1 };
  await pipeline(reportFile(report, { entities: 50, bytes: megabytes * 1e6 }).pieces(), createWriteStream(path));
  return path;
}

function compare(format: "JSON" | "CSV", file: string, megabytes: number): void {
  const readers = {
    JSON: ["JSON ours", "JSON JSON.parse", "JSON @streamparser/json", "JSON stream-json"],
    CSV: ["CSV ours, typed", "CSV ours, texts", "CSV csv-parse", "CSV udsv"],
  }[format];
  console.log(
    `\n${`${format}, ${megabytes} MB`.padEnd(26)} ${"MB/CPU-s".padStart(9)} ${"rows/CPU-s".padStart(11)} ${"rows".padStart(10)} ${"peak MB".padStart(8)}  ours is`,
  );
  let first: number | null = null;
  for (const reader of readers) {
    const result = measure(reader, file);
    if (typeof result === "string") {
      console.log(`${reader.padEnd(26)} cannot: ${result}`);
      continue;
    }
    const speed = statSync(file).size / 1e6 / result.cpuS;
    first ??= speed;
    const cells = [speed.toFixed(0).padStart(9), (result.rows / result.cpuS).toFixed(0).padStart(11), String(result.rows).padStart(10)];
    console.log(`${reader.padEnd(26)} ${cells.join(" ")} ${result.peakMb.toFixed(0).padStart(8)}  ${(first / speed).toFixed(1)}x`);
  }
}

function measure(reader: string, file: string): Result | string {
  try {
    const env = { ...process.env, NAMES, KNOWN: JSON.stringify({ ids: report.ids, texts: report.texts, zeros: report.zeros }) };
    const child = execFileSync(process.execPath, [join(folder, "test/bench/rows-child.js"), reader, file], {
      env,
      timeout: LONGEST_MS,
      encoding: "utf8",
      stdio: "pipe",
    });
    return JSON.parse(child);
  } catch (error) {
    const { stderr = "" } = error as { stderr?: string };
    return /(?:Error|ERR_\w+)[^\n]*/.exec(stderr)?.[0]?.slice(0, 100) ?? "it took too long";
  }
}
