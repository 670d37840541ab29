// Loads rows into one destination, once: node load-rows.mjs <contestant> <rows> <place>. Prints the
// seconds from the first row to the last, as JSON.

import { once } from "node:events";
import { createWriteStream, mkdirSync } from "node:fs";
import { PutObjectCommand, S3Client } from "@aws-sdk/client-s3";
import { DuckDBDateValue, DuckDBDecimalValue, DuckDBInstance } from "@duckdb/node-api";
import { ByteWriter, ParquetWriter } from "hyparquet-writer";
import pg from "pg";
import { unscaled } from "../../runtime/decimal.js";
import { duckdbTarget } from "../../runtime/sync/duckdb.js";
import { folderTarget } from "../../runtime/sync/folder.js";
import { postgresTarget } from "../../runtime/sync/postgres.js";
import { copyLine } from "../../runtime/sync/postgres-connection.js";
import { s3Target } from "../../runtime/sync/s3.js";
import type { Cells, CellType, Target, TargetTable } from "../../runtime/sync/target.js";
import { clientOptions } from "../../test/support/s3-place.js";

const ACCOUNT = "549755885175";
const DAYS = Array.from({ length: 30 }, (_, at) => `2026-05-${String(at + 1).padStart(2, "0")}`);
const TYPES: readonly (readonly [name: string, type: CellType, sql: string])[] = [
  ["AD_ACCOUNT_ID", "text", "text NOT NULL"],
  ["DATE", "date", "date NOT NULL"],
  ["CAMPAIGN_ID", "text", "text NOT NULL"],
  ["CAMPAIGN_NAME", "text", "text"],
  ["SPEND_IN_DOLLAR", "decimal", "decimal(38, 18)"],
  ["PAID_IMPRESSION", "integer", "bigint"],
  ["CTR", "double", "double precision"],
  ["TOTAL_CLICKTHROUGH", "integer", "bigint"],
];
const TABLE: TargetTable = {
  name: "campaign_days",
  columns: TYPES.map(([name, type]) => ({ name, type, nullable: true, comment: null })),
  primaryKey: ["AD_ACCOUNT_ID", "CAMPAIGN_ID", "DATE"],
  accountColumn: "AD_ACCOUNT_ID",
  dayColumn: "DATE",
};

const [contestant = "", rowCount = "0", place = ""] = process.argv.slice(2);
const campaigns = Math.ceil(Number(rowCount) / DAYS.length);

function rowOf(campaign: number, day: number): Cells {
  const at = campaign * 31 + day;
  const id = String(626_700_000_000 + campaign);
  const name = `Campaign ${campaign} "A", é`;
  return [
    ACCOUNT,
    DAYS[day] ?? "",
    id,
    name,
    String((at % 9973) / 100),
    at % 10_007,
    (at % 997) / 10_000,
    at % 53 === 0 ? null : at % 31,
  ];
}

/** The rows in the order of a report: by campaign, then by day. */
function* allRows(): Generator<Cells> {
  for (let campaign = 0; campaign < campaigns; campaign++)
    for (let day = 0; day < DAYS.length; day++) yield rowOf(campaign, day);
}

function* rowsOf(day: number): Generator<Cells> {
  for (let campaign = 0; campaign < campaigns; campaign++) yield rowOf(campaign, day);
}

async function* arriving(rows: Iterable<Cells>): AsyncGenerator<Cells> {
  yield* rows;
}

/**
 * Loads the rows into a target in windows of this many days, and resolves to the seconds that took.
 */
async function load(target: Target, days: number): Promise<number> {
  const session = await target.open();
  await session.ensureTable(TABLE);
  const began = performance.now();
  for (let day = 0; day < DAYS.length; day += days) {
    const window = { from: DAYS[day] ?? "", to: DAYS[day + days - 1] ?? "" };
    const rows = days === 1 ? rowsOf(day) : allRows();
    await session.replace(
      { table: TABLE, adAccountId: ACCOUNT, days: window, stamp: "bench" },
      arriving(rows),
    );
  }
  await session.close();
  return (performance.now() - began) / 1e3;
}

/** One COPY statement into a table with the same key. */
async function copyByDriver(): Promise<number> {
  const client = new pg.Client(place);
  await client.connect();
  const columns = TYPES.map(([name, , sql]) => `"${name}" ${sql}`).join(", ");
  await client.query(
    `DROP TABLE IF EXISTS bare; CREATE TABLE bare (${columns}, PRIMARY KEY ("AD_ACCOUNT_ID", "DATE", "CAMPAIGN_ID"))`,
  );
  const began = performance.now();
  await new Promise<void>((resolve, reject) => {
    const copy = {
      submit: (connection: pg.Connection) => void connection.query("COPY bare FROM STDIN"),
      async handleCopyInResponse(connection: CopyConnection) {
        let text = "";
        for (const row of allRows()) {
          text += copyLine(row);
          if (text.length < 2 ** 16) continue;
          connection.sendCopyFromChunk(Buffer.from(text));
          text = "";
          if (connection.stream.writableNeedDrain) await once(connection.stream, "drain");
        }
        connection.sendCopyFromChunk(Buffer.from(text));
        connection.endCopyFrom();
      },
      handleCommandComplete: () => {},
      handleReadyForQuery: resolve,
      handleError: reject,
    };
    client.query(copy as never);
  });
  const seconds = (performance.now() - began) / 1e3;
  await client.end();
  return seconds;
}

/**
 * Appends one value after another to a table with the same columns, as in DuckDB's documentation.
 */
async function appendByDriver(): Promise<number> {
  const instance = await DuckDBInstance.create(place);
  const connection = await instance.connect();
  await connection.run(
    `CREATE TABLE bare (${TYPES.map(([name, , sql]) => `"${name}" ${sql}`).join(", ")})`,
  );
  const days = new Map(DAYS.map((day) => [day, new DuckDBDateValue(Date.parse(day) / 86_400_000)]));
  const began = performance.now();
  const appender = await connection.createAppender("bare");
  for (const row of allRows()) {
    for (const [at, [, type]] of TYPES.entries()) {
      const cell = row[at] ?? null;
      const day = type === "date" ? days.get(String(cell)) : undefined;
      if (cell === null) appender.appendNull();
      else if (day !== undefined) appender.appendDate(day);
      else if (type === "integer") appender.appendBigInt(BigInt(cell));
      else if (type === "double") appender.appendDouble(Number(cell));
      else if (type === "decimal")
        appender.appendDecimal(new DuckDBDecimalValue(unscaled(String(cell)), 38, 18));
      else appender.appendVarchar(String(cell));
    }
    appender.endRow();
  }
  appender.closeSync();
  connection.closeSync();
  instance.closeSync();
  return (performance.now() - began) / 1e3;
}

interface CopyConnection {
  readonly stream: NodeJS.WritableStream & { readonly writableNeedDrain: boolean };
  sendCopyFromChunk(chunk: Uint8Array): void;
  endCopyFrom(): void;
}

/** The destination of a file's bytes. */
interface Written {
  write(bytes: Uint8Array): Promise<void>;
  end(bytes: Uint8Array): Promise<void>;
}

/** One file for each day, in row groups of the same size as ours. */
async function writeByLibrary(created: (name: string) => Written): Promise<number> {
  const schema = TYPES.map(([name, type]) => ({
    name,
    repetition_type: "OPTIONAL" as const,
    ...PARQUET[type],
  }));
  const groupSize = Math.floor(250_000 / TYPES.length);
  const began = performance.now();
  for (const [day, date] of DAYS.entries()) {
    const bytes = new ByteWriter();
    const writer = new ParquetWriter({
      writer: bytes,
      schema: [{ name: "root", num_children: schema.length }, ...schema],
    });
    const file = created(`${date}.parquet`);
    let columns = TYPES.map(([name]) => ({ name, data: [] as unknown[] }));
    const flush = async (): Promise<void> => {
      await writer.write({ columnData: columns, rowGroupSize: groupSize });
      columns = TYPES.map(([name]) => ({ name, data: [] }));
      await file.write(bytes.getBytes().slice());
      bytes.index = 0;
    };
    for (const row of rowsOf(day)) {
      for (const [at, { data }] of columns.entries())
        data.push(parquetValue(TYPES[at]?.[1] ?? "text", row[at]));
      if ((columns[0]?.data.length ?? 0) >= groupSize) await flush();
    }
    await flush();
    await writer.finish();
    await file.end(bytes.getBytes());
  }
  return (performance.now() - began) / 1e3;
}

function inFolder(name: string): Written {
  mkdirSync(place, { recursive: true });
  const file = createWriteStream(`${place}/${name}`);
  return {
    async write(bytes) {
      if (!file.write(bytes)) await once(file, "drain");
    },
    async end(bytes) {
      file.end(bytes);
      await once(file, "close");
    },
  };
}

const BUCKET = "ads";

/** One PUT for each file. */
function inBucket(): (name: string) => Written {
  const client = new S3Client(clientOptions(place));
  return (name) => {
    const parts: Uint8Array[] = [];
    return {
      async write(bytes) {
        parts.push(bytes);
      },
      async end(bytes) {
        const Body = Buffer.concat([...parts, bytes]);
        await client.send(new PutObjectCommand({ Bucket: BUCKET, Key: `bare/${name}`, Body }));
      },
    };
  };
}

const PARQUET = {
  text: { type: "BYTE_ARRAY", converted_type: "UTF8" },
  integer: { type: "INT64" },
  double: { type: "DOUBLE" },
  decimal: {
    type: "FIXED_LEN_BYTE_ARRAY",
    type_length: 16,
    converted_type: "DECIMAL",
    precision: 38,
    scale: 18,
  },
  timestamp: { type: "INT64", converted_type: "TIMESTAMP_MILLIS" },
  boolean: { type: "BOOLEAN" },
  date: { type: "INT32", converted_type: "DATE" },
} as const;

function parquetValue(type: CellType, cell: Cells[number] | undefined): unknown {
  if (cell === null || cell === undefined) return null;
  if (type === "integer") return BigInt(cell as number);
  if (type === "decimal") return unscaled(String(cell));
  if (type === "timestamp") return new Date(String(cell));
  return type === "date" ? new Date(`${cell}T00:00:00Z`) : cell;
}

/** The programs to measure, by name. */
const CONTESTANTS: Readonly<Record<string, () => Promise<number>>> = {
  "ours, PostgreSQL": () =>
    load(postgresTarget({ connection: place, schema: "ours" }), DAYS.length),
  "pg, one COPY": copyByDriver,
  "ours, DuckDB": () => load(duckdbTarget(place), DAYS.length),
  "DuckDB's Appender": appendByDriver,
  "ours, Parquet": () => load(folderTarget(place), 1),
  "hyparquet-writer": () => writeByLibrary(inFolder),
  "ours, object store": () =>
    load(s3Target({ bucket: BUCKET, prefix: "ours", client: clientOptions(place) }), 1),
  "hyparquet-writer, PutObject": () => writeByLibrary(inBucket()),
};

process.stdout.write(
  JSON.stringify({ seconds: await CONTESTANTS[contestant]?.(), rows: campaigns * DAYS.length }),
);
