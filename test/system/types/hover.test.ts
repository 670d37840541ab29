import { expect, it } from "vitest";
import { shown } from "./consumer.js";

const source = `
import { createClient } from "pinterest-reports";
const client = createClient({ accessToken: "token" });
const report = await client.report.run("1", {
  start_date: "2026-03-01", end_date: "2026-03-02", granularity: "DAY", level: "CAMPAIGN", columns: ["CAMPAIGN_ID", "SPEND_IN_MICRO_DOLLAR"],
});
for await (const row of report.rows()) console.log(row.SPEND_IN_MICRO_DOLLAR, row.CAMPAIGN_ID, row.DATE);
`;

it("an editor shows what a column's value means", () => {
  const [spend, id, date] = shown("typescript", source, [
    "row.SPEND_IN_MICRO_DOLLAR",
    "row.CAMPAIGN_ID",
    "row.DATE",
  ]);
  expect(spend).toContain("Money in millionths of the ad account's currency.");
  expect(id).toContain("An id, exact to the last digit.");
  expect(date).toContain("Date in YYYY-MM-DD format");
});

it("an editor shows a row as a plain object", () => {
  const [row] = shown("typescript", source, ["const row"]);
  expect(row?.trim()).toBe(
    "const row: {\n    readonly SPEND_IN_MICRO_DOLLAR: number;\n    readonly CAMPAIGN_ID: string;\n    readonly DATE: string;\n}",
  );
});
