// @vitest-environment jsdom
import { cleanup, fireEvent, render, screen, waitFor } from "@testing-library/react";
import { afterEach, describe, expect, it, vi } from "vitest";
import { ReportForm } from "./report-form.js";

afterEach(cleanup);

const day = (ago: number) => new Date(Date.now() - ago * 86_400_000).toISOString().slice(0, 10);
const field = (label: string) => screen.getByLabelText(label);

interface Filled {
  readonly columns: readonly string[];
  readonly level?: string;
  readonly granularity?: string;
  readonly first?: string;
  readonly last?: string;
}

function fill({
  columns,
  level = "CAMPAIGN",
  granularity = "DAY",
  first = day(7),
  last = day(1),
}: Filled) {
  const onReport = vi.fn();
  render(<ReportForm onReport={onReport} />);
  fireEvent.change(field("First day"), { target: { value: first } });
  fireEvent.change(field("Last day"), { target: { value: last } });
  fireEvent.change(field("One row for each"), { target: { value: granularity } });
  fireEvent.change(field("Level"), { target: { value: level } });
  const list = field("Columns") as HTMLSelectElement;
  for (const option of list.options) option.selected = columns.includes(option.value);
  fireEvent.change(list);
  fireEvent.click(screen.getByRole("button"));
  return onReport;
}

/** Waits until a field is invalid, and returns the message below it. */
async function messageBelow(label: string): Promise<string> {
  await waitFor(() => expect(field(label).getAttribute("aria-invalid")).toBe("true"));
  return (
    document.getElementById(field(label).getAttribute("aria-describedby") ?? "")?.textContent ?? ""
  );
}

describe("the form", () => {
  it("passes a valid body to onReport, with numbers as numbers", async () => {
    const onReport = fill({ columns: ["CAMPAIGN_ID", "SPEND_IN_DOLLAR"] });
    await waitFor(() => expect(onReport).toHaveBeenCalledOnce());
    expect(onReport).toHaveBeenCalledWith({
      start_date: day(7),
      end_date: day(1),
      granularity: "DAY",
      level: "CAMPAIGN",
      click_window_days: 30,
      columns: ["SPEND_IN_DOLLAR", "CAMPAIGN_ID"],
    });
  });

  it("offers all levels, granularities, windows and columns, with labels", () => {
    fill({ columns: [] });
    const optionsOf = (label: string) =>
      [...(field(label) as HTMLSelectElement).options].map(({ text }) => text);
    expect(optionsOf("Level")).toContain("PRODUCT_GROUP_TARGETING");
    expect(optionsOf("One row for each")).toEqual(["TOTAL", "DAY", "HOUR", "WEEK", "MONTH"]);
    expect(optionsOf("Days after a click")).toEqual(["0", "1", "7", "14", "30", "60"]);
    expect(optionsOf("Columns")).toContain("Spend (millionths)");
    expect(optionsOf("Columns").length).toBeGreaterThan(600);
  });

  it("shows the violation for a column next to the list of columns", async () => {
    const onReport = fill({ columns: ["AD_GROUP_ID", "AD_ID"], level: "PRODUCT_ITEM" });
    expect(await messageBelow("Columns")).toBe("AD_ID is not allowed when level is PRODUCT_ITEM");
    expect(field("Last day").getAttribute("aria-invalid")).toBe("false");
    expect(onReport).not.toHaveBeenCalled();
  });

  it("shows a two-field violation next to one of the fields", async () => {
    const onReport = fill({ columns: ["CAMPAIGN_ID"], first: day(1), last: day(7) });
    expect(await messageBelow("Last day")).toMatch(/^must not be before start_date; seen on /);
    expect(onReport).not.toHaveBeenCalled();
  });

  it("shows which value an empty field needs", async () => {
    const onReport = fill({ columns: [], first: "" });
    expect(await messageBelow("First day")).toBe('must be a date (YYYY-MM-DD), not ""');
    expect(onReport).not.toHaveBeenCalled();
  });

  it("shows warnings but still submits the form", async () => {
    const onReport = fill({
      columns: ["CAMPAIGN_ID", "TOTAL_CHECKOUT"],
      granularity: "HOUR",
      first: day(2),
    });
    await waitFor(() => expect(onReport).toHaveBeenCalledOnce());
    expect(screen.getByLabelText("Warnings").textContent).toContain(
      "TOTAL_CHECKOUT may return no data when granularity is HOUR",
    );
  });
});
