// One reader reads one file, in a separate process: node read-rows.mjs <reader> <file> <known.json>
// [--bytes]. With --bytes, also adds up the size of the rows as JSON.
import { createReadStream, readFileSync } from "node:fs";

const [name = "", file = "", known = "", flag] = process.argv.slice(2);
const CHUNK = { highWaterMark: 64 * 1024 };

let [rows, rowBytes] = [0, 0];
const see: (row: unknown) => void =
  flag === "--bytes"
    ? (row) => {
        rows++;
        rowBytes += Buffer.byteLength(JSON.stringify(row));
      }
    : () => {
        rows++;
      };

const bytes = (): AsyncIterable<Uint8Array> => createReadStream(file, CHUNK);

async function ours(format: "JSON" | "CSV", isTyped: boolean): Promise<void> {
  const { readRows } = await import("../../runtime/rows/rows.js");
  const { names, ...columns } = JSON.parse(readFileSync(known, "utf8"));
  const options = {
    ...columns,
    format,
    pick: (row: unknown) => row,
    failed: (error: unknown) => error,
  };
  for await (const row of readRows(
    bytes(),
    isTyped ? { ...options, columnNames: () => names } : options,
  ))
    see(row);
}

async function udsv(kind: "stringObjs" | "typedObjs"): Promise<void> {
  const { inferSchema, initParser } = await import("udsv");
  let parser: ReturnType<typeof initParser> | undefined;
  for await (const piece of createReadStream(file, { ...CHUNK, encoding: "utf8" })) {
    parser ??= initParser(inferSchema(piece));
    parser.chunk(piece, parser[kind], see);
  }
  parser?.end();
}

const READERS: Readonly<Record<string, () => Promise<void>>> = {
  "ours, JSON": () => ours("JSON", false),
  "JSON.parse": async () => {
    const parsed: Record<string, unknown[]> = JSON.parse(readFileSync(file, "utf8"));
    for (const row of Object.values(parsed).flat()) see(row);
  },
  "@streamparser/json": async () => {
    const { JSONParser } = await import("@streamparser/json");
    const parser = new JSONParser({ paths: ["$.*.*"], keepStack: false });
    parser.onValue = ({ value }: { value: unknown }) => see(value);
    for await (const piece of bytes()) parser.write(piece);
  },
  "stream-json": async () => {
    const { parser } = await import("stream-json");
    const { pick } = await import("stream-json/filters/pick.js");
    const { streamValues } = await import("stream-json/streamers/stream-values.js");
    const stages = [
      parser.asStream(),
      pick.asStream({ filter: /^\d+\.\d+$/ }),
      streamValues.asStream(),
    ];
    const values = stages.reduce(
      (from: NodeJS.ReadableStream, stage) => from.pipe(stage),
      createReadStream(file, CHUNK),
    );
    for await (const { value } of values as AsyncIterable<{ value: unknown }>) see(value);
  },
  "ours, CSV, typed": () => ours("CSV", true),
  "ours, CSV without names": () => ours("CSV", false),
  "csv-parse": async () => {
    const { parse } = await import("csv-parse");
    const cells = createReadStream(file, CHUNK).pipe(parse({ columns: true, bom: true }));
    for await (const row of cells) see(row);
  },
  "udsv, typed": () => udsv("typedObjs"),
  udsv: () => udsv("stringObjs"),
  papaparse: async () => {
    const { default: papaparse } = await import("papaparse");
    const parser = papaparse.parse(papaparse.NODE_STREAM_INPUT, { header: true });
    for await (const row of createReadStream(file, CHUNK).pipe(parser)) see(row);
  },
};

/** The output for the parent process. */
export interface Result {
  readonly rows: number;
  /** Bytes of the rows as JSON; 0 without --bytes. */
  readonly rowBytes: number;
  /** From the first byte to the last row, without the process's startup. */
  readonly cpuS: number;
}

const before = process.cpuUsage();
await READERS[name]?.();
const { user, system } = process.cpuUsage(before);
const result: Result = { rows, rowBytes, cpuS: (user + system) / 1e6 };
process.stdout.write(JSON.stringify(result));
