import { readdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { asyncBufferFromFile, parquetMetadataAsync } from "hyparquet";
import { describe, expect, it } from "vitest";
import { BODY, place } from "../../support/cli-fake-server.js";
import { readParquet } from "../../support/parquet.js";

const RUN = ["run", "549755885175", "-", "--since", "3d"];

describe("run --out rows.parquet", () => {
  it("writes the same rows as a JSON report", async () => {
    await using made = await place();
    const stdin = JSON.stringify(BODY);
    const json = await made.call(RUN, { stdin });
    const { exit, stderr } = await made.call([...RUN, "--out", "rows.parquet"], { stdin });
    expect(exit, stderr).toBe(0);
    const rows = await readParquet(await asyncBufferFromFile(join(made.folder, "rows.parquet")));
    expect(JSON.parse(json.stdout)).toEqual(
      rows.map(({ DATE, PAID_IMPRESSION, ...row }) => ({
        ...Object.fromEntries(Object.entries(row).filter(([, value]) => value !== null)),
        ...(PAID_IMPRESSION !== null && { PAID_IMPRESSION: Number(PAID_IMPRESSION) }),
        DATE: (DATE as Date).toISOString().slice(0, 10),
      })),
    );
    expect(await readdir(made.folder)).toEqual(["rows.parquet"]);
    expect(made.server.requests.filter(({ step }) => step === "file")).toHaveLength(2);
  });

  it("has the same columns if a report has no rows, as does CSV for many accounts", async () => {
    await using made = await place({
      faults: [{ name: "null-url", times: Number.POSITIVE_INFINITY }],
    });
    const stdin = JSON.stringify(BODY);
    expect(await made.call([...RUN, "--out", "rows.parquet"], { stdin })).toMatchObject({
      exit: 0,
    });
    const { schema } = await parquetMetadataAsync(
      await asyncBufferFromFile(join(made.folder, "rows.parquet")),
    );
    expect(schema.slice(1).map(({ name }) => name)).toEqual([...BODY.columns, "DATE"]);
    const many = ["run", "--accounts", "accounts.txt", "-", "--since", "3d", "--format", "csv"];
    await writeFile(join(made.folder, "accounts.txt"), "549755885175\n549755885176\n");
    expect((await made.call(many, { stdin })).stdout).toBe(
      `AD_ACCOUNT_ID,${BODY.columns.join()},DATE\n`,
    );
  });

  it("can be written to a pipe", async () => {
    await using made = await place();
    const { exit, stdout } = await made.call([...RUN, "--format", "parquet"], {
      stdin: JSON.stringify(BODY),
    });
    expect(exit).toBe(0);
    expect(stdout.slice(0, 4) + stdout.slice(-4)).toBe("PAR1PAR1");
  });
});
