import { parse } from "csv-parse/sync";
import fc from "fast-check";
import { parquetRead } from "hyparquet";
import { DEFAULT_PARSERS } from "hyparquet/src/convert.js";
import { describe, expect, it } from "vitest";
import { toCsv, toNdjson, toParquet } from "../../../generated/files.js";
import type { Row } from "../../../runtime/writers/row.js";
import { runs } from "../../support/effort.js";

const names = fc.array(
  fc.oneof(
    fc.constantFrom(
      "CAMPAIGN_ID",
      "SPEND_IN_DOLLAR",
      "__proto__",
      "constructor",
      "a,b",
      'x"y',
      "=1",
    ),
    fc.string({ minLength: 1 }),
  ),
  { minLength: 1, maxLength: 6 },
);
const text = fc.oneof(
  fc.string({ unit: "grapheme" }),
  fc.constantFrom("=1+1", "217861700718936379", "0", "a\r\nb", '"', "\u2028", "﻿", " x ", "-1.5"),
);
const number = fc
  .oneof(
    fc.integer(),
    fc.constantFrom(0, 1e21, 5e-7, 0.1, Number.MAX_SAFE_INTEGER),
    fc.double({ noNaN: true, noDefaultInfinity: true }),
  )
  .map((value) => value + 0);
const value = fc.oneof(text, number, fc.constant(null), fc.constant(undefined));

// A reader may mistake a byte order mark in a cell for the file's own.
const parsers = {
  ...DEFAULT_PARSERS,
  stringFromBytes: (bytes?: Uint8Array) =>
    bytes && new TextDecoder("utf-8", { ignoreBOM: true }).decode(bytes),
};

/** Lists of rows in which each column may be missing, zero, null, text or a number. */
const drawn = names.chain((drawnNames) =>
  fc.record({
    columns: fc.constant([...new Set(drawnNames)]),
    rows: fc.array(
      fc
        .array(value, { minLength: drawnNames.length, maxLength: drawnNames.length })
        .map((values): Row => {
          const row = Object.create(null);
          for (const [index, name] of drawnNames.entries())
            if (values[index] !== undefined) row[name] = values[index];
          return Object.fromEntries(Object.entries(row));
        }),
      { maxLength: 20 },
    ),
  }),
);

/** A stream of the rows that can be read only once. */
async function* once(rows: readonly Row[]): AsyncGenerator<Row> {
  yield* rows;
}

async function textOf(pieces: AsyncIterable<string>): Promise<string> {
  let all = "";
  for await (const piece of pieces) all += piece;
  return all;
}

/** The CSV cell for a value. */
const cellOf = (row: Row, name: string): string =>
  Object.hasOwn(row, name) ? String(row[name] ?? "") : "";

describe("rows that are written and read back", () => {
  it("are the same in CSV: each value as its text, and a missing value as empty, for any choice of columns", async () => {
    await fc.assert(
      fc.asyncProperty(drawn, fc.boolean(), async ({ columns, rows }, given) => {
        const options = given ? { columns } : {};
        const read = parse(await textOf(toCsv(once(rows), options)), {
          relax_column_count: false,
        }) as string[][];
        const [header = [], ...lines] = read;
        const expected = given ? columns : [...new Set(rows.flatMap((row) => Object.keys(row)))];
        expect(header).toEqual(expected);
        if (expected.length > 0)
          expect(lines).toEqual(rows.map((row) => expected.map((name) => cellOf(row, name))));
      }),
      { numRuns: runs(200) },
    );
  });

  it("are the same in CSV with escaped formulas, except for an apostrophe before text", async () => {
    await fc.assert(
      fc.asyncProperty(drawn, async ({ columns, rows }) => {
        const [, ...lines] = parse(
          await textOf(toCsv(once(rows), { columns, defuseFormulas: true })),
        ) as string[][];
        for (const [index, row] of rows.entries())
          for (const [at, name] of columns.entries()) {
            const [found = "", exact] = [lines[index]?.[at], cellOf(row, name)];
            expect([exact, `'${exact}`]).toContain(found);
            if (typeof row[name] === "number") expect(found).toBe(exact);
            else expect(found).not.toMatch(/^[=@\t\r\n]/);
          }
      }),
      { numRuns: runs(100) },
    );
  });

  it("are the same in NDJSON, where a missing value differs from zero", async () => {
    await fc.assert(
      fc.asyncProperty(drawn, async ({ rows }) => {
        const written = await textOf(toNdjson(once(rows)));
        const lines = written.split("\n").slice(0, -1);
        expect(lines.map((line) => JSON.parse(line))).toEqual(rows);
      }),
      { numRuns: runs(200) },
    );
  });

  it("are the same in Parquet: missing values and null are null, and a column that contains text is text", async () => {
    await fc.assert(
      fc.asyncProperty(drawn, async ({ columns, rows }) => {
        const pieces: Uint8Array[] = [];
        for await (const piece of toParquet(once(rows), { columns, columnFacts: {} }))
          pieces.push(piece);
        const bytes = Buffer.concat(pieces);
        const file = bytes.buffer.slice(
          bytes.byteOffset,
          bytes.byteOffset + bytes.length,
        ) as ArrayBuffer;
        const read: unknown[][] = [];
        // Rows as arrays, because the reader's objects cannot have a property `__proto__`.
        await parquetRead({
          file,
          columns: [...columns],
          parsers,
          onComplete: (found) => read.push(...(found as unknown[][])),
        });
        expect(read).toHaveLength(rows.length);
        for (const [index, row] of rows.entries())
          for (const [at, name] of columns.entries()) {
            const found = read[index]?.[at] ?? null;
            const exact = Object.hasOwn(row, name) ? (row[name] ?? null) : null;
            if (typeof found === "string") expect(found).toBe(String(exact));
            else expect(found === null ? null : Number(found)).toBe(exact);
          }
      }),
      { numRuns: runs(100) },
    );
  });
});
