// One contestant reads one file, in a process of its own that does nothing else: node rows-child.js <contestant> <file>.
import { createReadStream, readFileSync } from "node:fs";
import type { RowOptions } from "../../runtime/rows/rows.js";

const [contestant = "", file = ""] = process.argv.slice(2);

const bytes = (): AsyncIterable<Uint8Array> => createReadStream(file, { highWaterMark: 64 * 1024 });

async function ours(format: "JSON" | "CSV", more: object = {}): Promise<number> {
  const { readRows } = await import("../../runtime/rows/rows.js");
  const known = JSON.parse(process.env.KNOWN ?? "{}") as Pick<RowOptions, "ids" | "texts" | "zeros">;
  const reading: RowOptions = { ...known, format };
  let rows = 0;
  const options = { ...reading, ...more, pick: (row: unknown) => row, failed: (error: unknown) => error };
  for await (const _ of readRows(bytes(), options)) rows++;
  return rows;
}

const contestants: Readonly<Record<string, () => Promise<number>>> = {
  "read alone": async () => {
    let size = 0;
    for await (const piece of bytes()) size += piece.length;
    return size === 0 ? 1 : 0;
  },
  "JSON ours": () => ours("JSON"),
  "JSON JSON.parse": async () => Object.values(JSON.parse(readFileSync(file, "utf8")) as Record<string, unknown[]>).flat().length,
  "JSON @streamparser/json": async () => {
    const { JSONParser } = await import("@streamparser/json");
    let rows = 0;
    const parser = new JSONParser({ paths: ["$.*.*"], keepStack: false });
    parser.onValue = () => void rows++;
    for await (const piece of bytes()) parser.write(piece);
    return rows;
  },
  "JSON stream-json": async () => {
    const { parser } = await import("stream-json");
    const { pick } = await import("stream-json/filters/pick.js");
    const { streamValues } = await import("stream-json/streamers/stream-values.js");
    let rows = 0;
    const stages = [parser.asStream(), pick.asStream({ filter: /^\d+\.\d+$/ }), streamValues.asStream()];
    const values = stages.reduce(
      (from: NodeJS.ReadableStream, stage) => from.pipe(stage),
      createReadStream(file, { highWaterMark: 64 * 1024 }),
    );
    for await (const _ of values) rows++;
    return rows;
  },
  "CSV ours, texts": () => ours("CSV"),
  "CSV ours, typed": async () => {
    const { names } = JSON.parse(process.env.NAMES ?? "{}") as {
      names: readonly { readonly name: string; readonly display_name: string }[];
    };
    return ours("CSV", { columnNames: () => names });
  },
  "CSV csv-parse": async () => {
    const { parse } = await import("csv-parse");
    let rows = 0;
    for await (const _ of createReadStream(file, { highWaterMark: 64 * 1024 }).pipe(parse({ columns: true, bom: true }))) rows++;
    return rows;
  },
  "CSV udsv": async () => {
    const { inferSchema, initParser } = await import("udsv");
    let rows = 0;
    let parser: ReturnType<typeof initParser> | undefined;
    for await (const piece of createReadStream(file, { encoding: "utf8", highWaterMark: 64 * 1024 })) {
      parser ??= initParser(inferSchema(piece));
      parser.chunk<Record<string, unknown>>(piece, parser.typedObjs, () => void rows++);
    }
    parser?.end();
    return rows;
  },
};

/** What the parent reads. */
export interface Result {
  readonly rows: number;
  readonly cpuS: number;
  readonly peakMb: number;
}

/** The most memory that was resident, in MB. Linux counts in `maxRSS` what the parent had before the child began; `VmHWM` is the child's own. */
function peakMb(): number {
  const status = process.platform === "linux" ? readFileSync("/proc/self/status", "utf8") : "";
  return Number(/VmHWM:\s+(\d+)/.exec(status)?.[1] ?? process.resourceUsage().maxRSS) / 1024;
}

const before = process.cpuUsage();
const rows = await contestants[contestant]?.();
const { user, system } = process.cpuUsage(before);
const result: Result = { rows: rows ?? 0, cpuS: (user + system) / 1e6, peakMb: peakMb() };
console.log(JSON.stringify(result));
