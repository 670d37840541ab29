import { readFileSync } from "node:fs";
import { expect, it } from "vitest";

const read = (name: string): string =>
  readFileSync(new URL(`../../../docs/guide/${name}`, import.meta.url), "utf8");

it("the troubleshooting page names each field that makes numbers differ from Ads Manager, and the page for agents links to it", () => {
  const [, section = ""] = read("troubleshooting.md").split(
    "\n## Numbers that differ from Ads Manager\n",
  );
  const reasons = section.split("\n## ")[0];
  for (const field of ["reporting_timezone", "click_window_days", "conversion_report_time", "UTC"])
    expect(reasons).toContain(field);
  expect(read("mcp.md")).toContain("(troubleshooting.md#numbers-that-differ-from-ads-manager)");
});
