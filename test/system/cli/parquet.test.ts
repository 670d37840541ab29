import { join } from "node:path";
import { asyncBufferFromFile, parquetMetadataAsync } from "hyparquet";
import { describe, expect, it } from "vitest";
import { binIn } from "../../support/bin.js";
import { BODY, place } from "../../support/cli-fake-server.js";
import { many } from "../../support/effort.js";

const RUN = ["run", "549755885175", "-", "--since", "3d"];

describe("run --out rows.parquet", () => {
  it("needs less memory than the rows of the report would take", async () => {
    // The rows would take more than this limit, as objects or as columns.
    await using made = await place({ bytes: many(100_000_000, 50_000_000) });
    const env = { NODE_OPTIONS: `--max-old-space-size=${many(80, 60)}` };
    const { exit, stderr } = await binIn(made, [...RUN, "--out", "rows.parquet"], {
      stdin: JSON.stringify(BODY),
      env,
    });
    expect(exit, stderr).toBe(0);
    const { num_rows } = await parquetMetadataAsync(
      await asyncBufferFromFile(join(made.folder, "rows.parquet")),
    );
    expect(num_rows).toBeGreaterThan(BigInt(many(500_000, 250_000)));
  });
});
