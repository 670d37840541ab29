// Prints a page with a table of each campaign of the last 30 days and the totals: node dashboard.ts
// 549755885175 > dashboard.html
import { createClient } from "pinterest-reports";

const day = (ago: number) => new Date(Date.now() - ago * 86_400_000).toISOString().slice(0, 10);
const text = (cell: unknown) =>
  String(cell ?? "").replace(/[&<>"]/g, (sign) => `&#${sign.charCodeAt(0)};`);
const line = (tag: string, cells: readonly unknown[]) =>
  `<tr>${cells.map((cell) => `<${tag}>${text(cell)}</${tag}>`).join("")}</tr>`;

const client = createClient();
const report = await client.report.run(process.argv[2] ?? "", {
  start_date: day(30),
  end_date: day(1),
  granularity: "TOTAL",
  level: "CAMPAIGN",
  columns: ["CAMPAIGN_ID", "CAMPAIGN_NAME", "SPEND_IN_MICRO_DOLLAR", "TOTAL_CLICKTHROUGH"],
});
const rows = await report.toArray();
const sum = (column: "SPEND_IN_MICRO_DOLLAR" | "TOTAL_CLICKTHROUGH") =>
  rows.reduce((total, row) => total + row[column], 0);
const money = (micro: number) => (micro / 1_000_000).toFixed(2);

console.log(`<table>
${line("th", ["Campaign", "Name", "Spend", "Clicks"])}
${rows.map((row) => line("td", [row.CAMPAIGN_ID, row.CAMPAIGN_NAME, money(row.SPEND_IN_MICRO_DOLLAR), row.TOTAL_CLICKTHROUGH])).join("\n")}
${line("th", ["Total", "", money(sum("SPEND_IN_MICRO_DOLLAR")), sum("TOTAL_CLICKTHROUGH")])}
</table>`);
