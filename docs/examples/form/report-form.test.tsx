// @vitest-environment jsdom
import { cleanup, fireEvent, render, screen, waitFor } from "@testing-library/react";
import { afterEach, describe, expect, it, vi } from "vitest";
import { ReportForm } from "./report-form.js";

afterEach(cleanup);

const day = (ago: number) => new Date(Date.now() - ago * 86_400_000).toISOString().slice(0, 10);
const field = (label: string) => screen.getByLabelText(label);

function fill({ columns, first = day(7), last = day(1) }: { columns: string; first?: string; last?: string }) {
  const onReport = vi.fn();
  render(<ReportForm onReport={onReport} />);
  fireEvent.change(field("First day"), { target: { value: first } });
  fireEvent.change(field("Last day"), { target: { value: last } });
  fireEvent.change(field("One row for each"), { target: { value: "DAY" } });
  fireEvent.change(field("Level"), { target: { value: "CAMPAIGN" } });
  fireEvent.change(field("Columns, with spaces between"), { target: { value: columns } });
  fireEvent.click(screen.getByRole("button"));
  return onReport;
}

/** The message below a field, once the field is invalid. */
async function messageBelow(label: string): Promise<string> {
  await waitFor(() => expect(field(label).getAttribute("aria-invalid")).toBe("true"));
  return document.getElementById(field(label).getAttribute("aria-describedby") ?? "")?.textContent ?? "";
}

describe("the form", () => {
  it("passes a valid body to onReport", async () => {
    const onReport = fill({ columns: "CAMPAIGN_ID SPEND_IN_DOLLAR" });
    await waitFor(() => expect(onReport).toHaveBeenCalledOnce());
    expect(onReport).toHaveBeenCalledWith({
      start_date: day(7),
      end_date: day(1),
      granularity: "DAY",
      level: "CAMPAIGN",
      columns: ["CAMPAIGN_ID", "SPEND_IN_DOLLAR"],
    });
  });

  it("suggests the closest column at the field", async () => {
    const onReport = fill({ columns: "CAMPAIGN_ID SPEND_IN_DOLAR" });
    expect(await messageBelow("Columns, with spaces between")).toMatch(/"SPEND_IN_DOLAR"; did you mean SPEND_IN_DOLLAR\?$/);
    expect(field("Last day").getAttribute("aria-invalid")).toBe("false");
    expect(onReport).not.toHaveBeenCalled();
  });

  it("shows the violation of a rule between fields at the field", async () => {
    const onReport = fill({ columns: "CAMPAIGN_ID", first: day(1), last: day(7) });
    expect(await messageBelow("Last day")).toBe("must not be before start_date");
    expect(onReport).not.toHaveBeenCalled();
  });

  it("shows what an empty field must be", async () => {
    const onReport = fill({ columns: "", first: "" });
    expect(await messageBelow("First day")).toBe('must be a date as YYYY-MM-DD, not ""');
    expect(onReport).not.toHaveBeenCalled();
  });
});
