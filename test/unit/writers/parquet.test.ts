import { parquetMetadataAsync } from "hyparquet";
import { describe, expect, it } from "vitest";
import { type ParquetOptions, toParquet } from "../../../generated/files.js";
import type { Row } from "../../../runtime/writers/row.js";
import { many } from "../../support/effort.js";
import { readParquet } from "../../support/parquet.js";

/** What a reader finds in a file written from these rows. */
async function written(
  rows: readonly Row[] | (() => Iterable<Row>),
  columns: readonly string[] = [],
) {
  const notes: string[] = [];
  const pieces: Uint8Array[] = [];
  const read = async function* () {
    yield* typeof rows === "function" ? rows() : rows;
  };
  const options: ParquetOptions = {
    columns,
    otherColumns: "append",
    onNote: (text) => notes.push(text),
  };
  for await (const piece of toParquet(read, options)) pieces.push(piece);
  const bytes = Buffer.concat(pieces);
  const file = bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.length);
  const { schema, row_groups } = await parquetMetadataAsync(file);
  const types = Object.fromEntries(
    schema.slice(1).map(({ name, type, converted_type }) => [name, converted_type ?? type]),
  );
  return {
    types,
    notes,
    groups: row_groups.length,
    rows: await readParquet(file),
  };
}

describe("a Parquet file", () => {
  it("has the known types of the columns: ids and words as text, counts as integers, money and rates as doubles", async () => {
    const row = {
      PIN_ID: "217861700718936379",
      CAMPAIGN_NAME: "=é\u2028",
      CAMPAIGN_STATUS: 1,
      PAID_IMPRESSION: 6778,
      SPEND_IN_DOLLAR: 0.2035,
      SPEND_IN_MICRO_DOLLAR: 203500,
      CTR: 0.5,
      DATE: "2026-03-01",
    };
    const { types, rows, notes } = await written(
      [row, { DATE: "2026-03-02" }],
      Object.keys(row).slice(0, -1),
    );
    expect(types).toEqual({
      PIN_ID: "UTF8",
      CAMPAIGN_NAME: "UTF8",
      CAMPAIGN_STATUS: "UTF8",
      PAID_IMPRESSION: "INT64",
      SPEND_IN_DOLLAR: "DECIMAL",
      SPEND_IN_MICRO_DOLLAR: "DECIMAL",
      CTR: "DOUBLE",
      DATE: "DATE",
    });
    const days = [new Date("2026-03-01T00:00:00Z"), new Date("2026-03-02T00:00:00Z")];
    const missing = Object.fromEntries(Object.keys(row).map((name) => [name, null]));
    expect(rows).toEqual([
      { ...row, CAMPAIGN_STATUS: "1", PAID_IMPRESSION: 6778n, DATE: days[0] },
      { ...missing, DATE: days[1] },
    ]);
    expect(notes).toEqual([]);
  });

  it("keeps an invalid day as text", async () => {
    const rows = [{ DATE: "2028-02-29" }, { DATE: "2026-02-29" }, { DATE: "2026-04-31" }];
    const { types, rows: found } = await written(rows, ["DATE"]);
    expect([types, found]).toEqual([{ DATE: "UTF8" }, rows]);
  });

  it("has a wider type for a column if a value does not fit, with a message", async () => {
    const { types, rows, notes } = await written([
      { PAID_IMPRESSION: 1, CTR: 0.5, DATE: "2026-03-01" },
      { PAID_IMPRESSION: 1.5, CTR: "n/a", DATE: "2026-03-01T05:00" },
    ]);
    expect(types).toEqual({ PAID_IMPRESSION: "DOUBLE", CTR: "UTF8", DATE: "UTF8" });
    expect(rows[1]).toEqual({ PAID_IMPRESSION: 1.5, CTR: "n/a", DATE: "2026-03-01T05:00" });
    expect(notes).toHaveLength(3);
    expect(notes[0]).toBe(
      "PAID_IMPRESSION is written as numbers: not all of its values are integers",
    );
  });

  it("is written in row groups", async () => {
    const count = many(300_000, 70_000);
    const columns = ["CAMPAIGN_ID", "PAID_IMPRESSION", "CTR", "SPEND_IN_DOLLAR"];
    const { groups, rows } = await written(function* () {
      for (let n = 0; n < count; n++)
        yield {
          CAMPAIGN_ID: String(n),
          PAID_IMPRESSION: n,
          CTR: n / count,
          SPEND_IN_DOLLAR: n / 100,
        };
    }, columns);
    expect(groups).toBe(many(5, 2));
    expect(rows).toHaveLength(count);
    expect(rows.at(-1)).toEqual({
      CAMPAIGN_ID: String(count - 1),
      PAID_IMPRESSION: BigInt(count - 1),
      CTR: expect.closeTo((count - 1) / count, 14),
      SPEND_IN_DOLLAR: (count - 1) / 100,
    });
  });

  it("has null for null values and for missing values", async () => {
    const { rows } = await written([{ CTR: null }, {}, { CTR: 0 }], ["CTR"]);
    expect(rows.map(({ CTR }) => CTR)).toEqual([null, null, 0]);
  });

  it("has its columns even if there are no rows", async () => {
    expect(await written([], ["CAMPAIGN_ID", "CTR"])).toMatchObject({
      types: { CAMPAIGN_ID: "UTF8", CTR: "DOUBLE" },
      rows: [],
    });
  });
});

describe("unknown columns", () => {
  it("have the narrowest type that fits their values: integers, numbers or text, and text if there are no values", async () => {
    const { types, rows, notes } = await written([
      { A: 1, B: 1, C: 1, D: null, E: "2026-03-01", F: { a: [1] }, G: 10n ** 15n, H: true },
      { A: 2, B: 0.5, C: "x", G: 2 },
    ]);
    expect(types).toEqual({
      A: "INT64",
      B: "DOUBLE",
      C: "UTF8",
      D: "UTF8",
      E: "UTF8",
      F: "UTF8",
      G: "INT64",
      H: "UTF8",
    });
    expect(rows[0]).toEqual({
      A: 1n,
      B: 1,
      C: "1",
      D: null,
      E: "2026-03-01",
      F: '{"a":[1]}',
      G: 10n ** 15n,
      H: "true",
    });
    expect(notes).toEqual([]);
  });
});
