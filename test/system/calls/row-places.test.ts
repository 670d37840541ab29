import { describe, expect, it } from "vitest";
import { compile } from "../../support/compile.js";
import { outputs } from "../../support/row-places.js";

const asked =
  'ad_account_id: "1", start_date: "2026-03-01", end_date: "2026-03-02", granularity: "DAY", campaign_ids: ["1"]';

describe("the rows of a synchronous response", () => {
  it("are typed by the requested columns, wherever the rows are in the response", () => {
    const programs = [...outputs].flatMap(([{ program, optional }, output], index) => {
      const lines = [
        'import { createClient } from "./index.js";',
        'const client = createClient({ accessToken: "token" });',
        `const response = await client.campaigns({ ${asked}, columns: ["CTR"] });`,
        ...(optional ? [`const whatever = await client.campaigns({ ${asked} });`] : []),
        ...program,
      ];
      return [...output, ["own.ts", lines.join("\n")] as const].flatMap(([path, code]) =>
        path.endsWith(".ts") ? [[`${index}/${path}`, code] as const] : [],
      );
    });
    expect(compile(new Map(programs))).toEqual([]);
  });
});
