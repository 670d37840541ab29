import { describe, expect, it } from "vitest";
import { parseFlows } from "../../../generator/parse/config.js";
import { readAnnotations, readContract } from "../../../generator/parse/contract.js";
import { build } from "../../../generator/pipeline.js";
import { packageRoot, shippedFile } from "../../../generator/workspace.js";
import { compile } from "../../support/compile.js";

const asked =
  'ad_account_id: "1", start_date: "2026-03-01", end_date: "2026-03-02", granularity: "DAY", columns: ["CTR"]';

/**
 * Compiles a program in another repository, next to the files generated there. Returns the
 * compiler's messages.
 */
async function said(flows: string, program: readonly string[]): Promise<readonly string[]> {
  const annotations = { ...readAnnotations(shippedFile), flows: parseFlows(flows) };
  const { output } = await build(
    { ...readContract(new URL("spec/", packageRoot)), annotations },
    "elsewhere",
  );
  const files = [...output, ["own.ts", program.join("\n")] as const].filter(([path]) =>
    path.endsWith(".ts"),
  );
  return compile(new Map(files));
}

describe("the rows of a synchronous response, generated in another repository", () => {
  const uses = [
    "export const rate = (row: CampaignsRow): AnalyticsColumnValues['CTR'] | undefined => row.CTR;",
    "// @ts-expect-error it was not requested",
    "for (const row of rows) console.log(row.CTR satisfies number | undefined, row.SPEND_IN_DOLLAR);",
  ];

  it("are typed by the request, even if it is the only call", async () => {
    const program = [
      'import { type AnalyticsColumnValues, type CampaignsRow, createClient } from "./index.js";',
      `const rows = await createClient({ accessToken: "token" }).campaigns({ ${asked}, campaign_ids: ["1"] });`,
      ...uses,
    ];
    expect(await said("operations: { campaigns: campaigns/analytics }\n", program)).toEqual([]);
  });

  it("are typed the same way if each call is imported separately", async () => {
    const program = [
      'import { connect, operationClient } from "./index.js";',
      'import { campaigns } from "./operations.js";',
      'import type { AnalyticsColumnValues, CampaignsRow } from "./types.js";',
      `const rows = await operationClient(connect({ accessToken: "token" }), campaigns)({ ${asked}, campaign_ids: ["1"] });`,
      ...uses,
    ];
    expect(
      await said("operations: { all: true, campaigns: campaigns/analytics }\n", program),
    ).toEqual([]);
  });
});
