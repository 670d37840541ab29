import { parquetReadObjects } from "hyparquet";

/**
 * Reads the rows of a Parquet file. The reader computes decimals as doubles, which this corrects
 * for up to 15 digits. Use DuckDB if you need all digits.
 */
export async function readParquet(
  file: Parameters<typeof parquetReadObjects>[0]["file"],
): Promise<Record<string, unknown>[]> {
  const rows = await parquetReadObjects({ file });
  return rows.map((row) =>
    Object.fromEntries(Object.entries(row).map(([name, value]) => [name, rounded(value)])),
  );
}

function rounded(value: unknown): unknown {
  // A double with more digits is not one of these decimals.
  const isDecimal = typeof value === "number" && Math.abs(value) < 1e15 && Math.abs(value) > 1e-9;
  return isDecimal ? Number(value.toPrecision(15)) : value;
}
