import { join } from "node:path";
import { asyncBufferFromFile, parquetMetadataAsync } from "hyparquet";
import { describe, expect, it } from "vitest";
import { binIn } from "../../support/bin.js";
import { BODY, place } from "../../support/cli-fake-server.js";

const RUN = ["run", "549755885175", "-", "--since", "3d"];

describe("run --out rows.parquet", () => {
  it("takes little memory however long the report is", async () => {
    await using made = await place({ bytes: 100_000_000 });
    // Its half a million rows would take more than that, as objects or as columns.
    const env = { NODE_OPTIONS: "--max-old-space-size=80" };
    const { exit, stderr } = await binIn(made, [...RUN, "--out", "rows.parquet"], {
      stdin: JSON.stringify(BODY),
      env,
    });
    expect(exit, stderr).toBe(0);
    const { num_rows } = await parquetMetadataAsync(
      await asyncBufferFromFile(join(made.folder, "rows.parquet")),
    );
    expect(num_rows).toBeGreaterThan(500_000n);
  });
});
