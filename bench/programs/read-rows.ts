// One reader reads one file, in a process of its own that does nothing else: node read-rows.mjs
// <reader> <file> <known.json>.
import { createReadStream, readFileSync } from "node:fs";

const [name = "", file = "", known = ""] = process.argv.slice(2);
const CHUNK = { highWaterMark: 64 * 1024 };

const bytes = (): AsyncIterable<Uint8Array> => createReadStream(file, CHUNK);

async function ours(format: "JSON" | "CSV", isTyped: boolean): Promise<number> {
  const { readRows } = await import("../../runtime/rows/rows.js");
  const { names, ...columns } = JSON.parse(readFileSync(known, "utf8"));
  const options = {
    ...columns,
    format,
    pick: (row: unknown) => row,
    failed: (error: unknown) => error,
  };
  let rows = 0;
  for await (const _ of readRows(
    bytes(),
    isTyped ? { ...options, columnNames: () => names } : options,
  ))
    rows++;
  return rows;
}

const READERS: Readonly<Record<string, () => Promise<number>>> = {
  "ours, JSON": () => ours("JSON", false),
  "JSON.parse": async () =>
    Object.values(JSON.parse(readFileSync(file, "utf8")) as Record<string, unknown[]>).flat()
      .length,
  "@streamparser/json": async () => {
    const { JSONParser } = await import("@streamparser/json");
    let rows = 0;
    const parser = new JSONParser({ paths: ["$.*.*"], keepStack: false });
    parser.onValue = () => void rows++;
    for await (const piece of bytes()) parser.write(piece);
    return rows;
  },
  "stream-json": async () => {
    const { parser } = await import("stream-json");
    const { pick } = await import("stream-json/filters/pick.js");
    const { streamValues } = await import("stream-json/streamers/stream-values.js");
    let rows = 0;
    const stages = [
      parser.asStream(),
      pick.asStream({ filter: /^\d+\.\d+$/ }),
      streamValues.asStream(),
    ];
    const values = stages.reduce(
      (from: NodeJS.ReadableStream, stage) => from.pipe(stage),
      createReadStream(file, CHUNK),
    );
    for await (const _ of values) rows++;
    return rows;
  },
  "ours, CSV, typed": () => ours("CSV", true),
  "ours, CSV without names": () => ours("CSV", false),
  "csv-parse": async () => {
    const { parse } = await import("csv-parse");
    let rows = 0;
    for await (const _ of createReadStream(file, CHUNK).pipe(parse({ columns: true, bom: true })))
      rows++;
    return rows;
  },
  udsv: async () => {
    const { inferSchema, initParser } = await import("udsv");
    let rows = 0;
    let parser: ReturnType<typeof initParser> | undefined;
    for await (const piece of createReadStream(file, { ...CHUNK, encoding: "utf8" })) {
      parser ??= initParser(inferSchema(piece));
      parser.chunk(piece, parser.typedObjs, () => void rows++);
    }
    parser?.end();
    return rows;
  },
  papaparse: async () => {
    const { default: papaparse } = await import("papaparse");
    let rows = 0;
    const parser = papaparse.parse(papaparse.NODE_STREAM_INPUT, { header: true });
    for await (const _ of createReadStream(file, CHUNK).pipe(parser)) rows++;
    return rows;
  },
};

/** What the parent reads. */
export interface Result {
  readonly rows: number;
  /** From the first byte to the last row, without the start of the process. */
  readonly cpuS: number;
}

const before = process.cpuUsage();
const rows = (await READERS[name]?.()) ?? 0;
const { user, system } = process.cpuUsage(before);
const result: Result = { rows, cpuS: (user + system) / 1e6 };
process.stdout.write(JSON.stringify(result));
