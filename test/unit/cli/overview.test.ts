import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { columnKnowledge } from "../../../cli/commands/run/shown-run.js";
import { Overview, type OverviewOptions } from "../../../cli/overview/overview.js";
import { overviewText } from "../../../cli/overview/text.js";
import type { Row } from "../../../runtime/writers/row.js";

const COLUMNS = ["CAMPAIGN_ID", "CAMPAIGN_NAME", "SPEND_IN_DOLLAR", "PAID_IMPRESSION"];
const knowledge = await columnKnowledge();

function overviewOf(rows: readonly Row[], options: Partial<OverviewOptions> = {}): Overview {
  const given = { columns: COLUMNS, knowledge, oneCurrency: true, rows: 10 };
  const overview = new Overview({ ...given, ...options });
  for (const row of rows) overview.add(row);
  return overview;
}

/** Formats thousandths as a JSON decimal. */
const decimal = (thousandths: number): string => (thousandths / 1_000).toFixed(3);
/** Parses a decimal as thousandths, using only its digits. */
function thousandthsIn(text = ""): number {
  const [whole = "", behind = ""] = text.split(".");
  return Number(whole + behind.padEnd(3, "0"));
}

const aRow = fc.record({
  thousandths: fc.integer({ min: 0, max: 10 ** 9 }),
  impressions: fc.integer({ min: 0, max: 10 ** 6 }),
  // Larger than any integer that a double represents exactly.
  campaign: fc.integer({ min: 0, max: 9 }).map((last) => `62705250000999999${last}`),
  day: fc.integer({ min: 1, max: 5 }).map((day) => `2026-04-0${day}`),
});

const sum = (numbers: readonly number[]): number => numbers.reduce((all, one) => all + one, 0);

describe("the totals of rows", () => {
  it("are exact overall, by day and by campaign", () => {
    fc.assert(
      fc.property(fc.array(aRow, { maxLength: 60 }), fc.integer({ min: 0, max: 4 }), (all, top) => {
        const overview = overviewOf(
          all.map(({ thousandths, impressions, campaign, day }) => ({
            DATE: day,
            CAMPAIGN_ID: campaign,
            SPEND_IN_DOLLAR: decimal(thousandths),
            PAID_IMPRESSION: impressions,
          })),
        );
        const spent = sum(all.map(({ thousandths }) => thousandths));
        expect(thousandthsIn(overview.total[0])).toBe(spent);
        expect(overview.total[1]).toBe(String(sum(all.map(({ impressions }) => impressions))));
        for (const { day, sums } of overview.days)
          expect(thousandthsIn(sums[0])).toBe(
            sum(all.filter((row) => row.day === day).map(({ thousandths }) => thousandths)),
          );
        expect(overview.days.map(({ day }) => day)).toEqual(
          [...new Set(all.map(({ day }) => day))].sort(),
        );
        const { first, others } = overview.top(top);
        for (const { id, sums } of first)
          expect(thousandthsIn(sums[0])).toBe(
            sum(all.filter((row) => row.campaign === id).map(({ thousandths }) => thousandths)),
          );
        expect(
          sum(first.map(({ sums }) => thousandthsIn(sums[0]))) + thousandthsIn(others[0]),
        ).toBe(spent);
      }),
    );
  });

  it("keep all rows in order or, if there are too many, those with the highest values of the first measure", () => {
    fc.assert(
      fc.property(
        fc.array(aRow, { maxLength: 60 }),
        fc.integer({ min: 1, max: 70 }),
        (all, rows) => {
          const spends = all.map(({ thousandths }) => decimal(thousandths));
          const overview = overviewOf(
            spends.map((spend) => ({ SPEND_IN_DOLLAR: spend })),
            { rows },
          );
          const kept = overview.rows.map((row) => row.SPEND_IN_DOLLAR);
          const largest = spends.toSorted((one, other) => Number(other) - Number(one));
          expect(kept).toEqual(spends.length <= rows ? spends : largest.slice(0, rows));
        },
      ),
    );
  });

  it("ignore missing values, and count values that are not numbers", () => {
    const overview = overviewOf([
      { CAMPAIGN_ID: "1", SPEND_IN_DOLLAR: "0.1" },
      { CAMPAIGN_ID: "1", SPEND_IN_DOLLAR: null },
      { CAMPAIGN_ID: "1", SPEND_IN_DOLLAR: "n/a" },
      { CAMPAIGN_ID: "1", SPEND_IN_DOLLAR: 0.2 },
    ]);
    expect(overview.total[0]).toBe("0.3");
    expect(overview.unreadable).toBe(1);
  });

  it("convert millionths to currency units without losing digits", () => {
    const columns = ["SPEND_IN_MICRO_DOLLAR"];
    const overview = overviewOf(
      [{ SPEND_IN_MICRO_DOLLAR: "12345678901234567891" }, { SPEND_IN_MICRO_DOLLAR: 1 }],
      { columns },
    );
    expect(overview.total).toEqual(["12345678901234.567892"]);
    expect(overview.measures[0]?.label).toBe("Spend");
  });

  it("have each campaign's name as of its latest day, in whatever order its rows are added", () => {
    const named = fc.record({
      DATE: fc.integer({ min: 1, max: 9 }).map((day) => `2026-04-0${day}`),
      CAMPAIGN_ID: fc.constantFrom("1", "2"),
    });
    const rowsOf = fc.array(
      named.map((row) => ({ ...row, CAMPAIGN_NAME: `${row.CAMPAIGN_ID} since ${row.DATE}` })),
      { minLength: 1, maxLength: 12 },
    );
    fc.assert(
      fc.property(rowsOf, fc.nat(12), (rows, at) => {
        const overview = overviewOf(rows.slice(0, at));
        overview.merge(overviewOf(rows.slice(at)));
        for (const { id, name } of overview.top(2).first) {
          const days = rows.filter((row) => row.CAMPAIGN_ID === id).map(({ DATE }) => DATE);
          expect(name).toBe(`${id} since ${days.sort().at(-1)}`);
        }
      }),
    );
  });

  it("start over when the rows are read again", async () => {
    const overview = overviewOf([]);
    const read = async function* () {
      yield { CAMPAIGN_ID: "1", SPEND_IN_DOLLAR: 1.5 };
    };
    for (let pass = 0; pass < 2; pass++) for await (const _ of overview.through(read()));
    expect(overview).toMatchObject({ count: 1, total: ["1.5", "0"] });
  });

  it("do not sum rates, costs per action or numbers of people", () => {
    const columns = ["CTR", "TOTAL_IMPRESSION_USER", "INAPP_SEARCH_COST_PER_ACTION", "REPIN_1"];
    const { measures } = overviewOf([], { columns });
    expect(measures.map(({ column }) => column)).toEqual(["REPIN_1"]);
  });

  it("do not sum money in different currencies, and say so", () => {
    const overview = overviewOf([{ SPEND_IN_DOLLAR: 1, PAID_IMPRESSION: 2 }], {
      oneCurrency: false,
    });
    expect(overview.total).toEqual(["2"]);
    expect(overviewText(overview, { accounts: [], days: null, width: 79 })).toContain(
      "Totals leave out amounts of money",
    );
  });
});

describe("the overview on a terminal", () => {
  it("shows the five largest campaigns, the rest, the totals and the days", () => {
    const rows = Array.from({ length: 7 }, (_, index) => ({
      DATE: `2026-04-0${(index % 2) + 1}`,
      CAMPAIGN_ID: String(index),
      CAMPAIGN_NAME: `Campaign ${index}\u001b[2J`,
      SPEND_IN_DOLLAR: 10 * (index + 1),
      PAID_IMPRESSION: 1_000,
    }));
    const text = overviewText(overviewOf(rows), {
      accounts: [{ id: "1", currency: "EUR" }],
      days: "2026-04-01 to 2026-04-03, 3 days",
      width: 79,
    });
    expect(text.split("\n").map((line) => line.replace(/ {2,}/g, "  "))).toEqual([
      "",
      "Campaign  Spend  Paid impressions",
      "Campaign 6\ufffd[2J  €70.00  1,000",
      "Campaign 5\ufffd[2J  €60.00  1,000",
      "Campaign 4\ufffd[2J  €50.00  1,000",
      "Campaign 3\ufffd[2J  €40.00  1,000",
      "Campaign 2\ufffd[2J  €30.00  1,000",
      "2 more  €30.00  2,000",
      "Total  €280.00  7,000",
      "",
      "days  2026-04-01 to 2026-04-03, 3 days, 2 with rows",
      "",
    ]);
  });

  it("shortens names but not numbers to fit a narrow terminal", () => {
    const rows = ["A".repeat(60), "B"].map((CAMPAIGN_NAME) => ({
      CAMPAIGN_ID: CAMPAIGN_NAME,
      CAMPAIGN_NAME,
      SPEND_IN_DOLLAR: 1_234_567.89,
      PAID_IMPRESSION: 1_234_567,
    }));
    const facts = { accounts: [], days: null };
    for (let width = 41; width < 90; width++) {
      const lines = overviewText(overviewOf(rows), { ...facts, width })
        .trim()
        .split("\n");
      expect(Math.max(...lines.map(({ length }) => length))).toBeLessThanOrEqual(width);
      expect(lines.filter((line) => / 1,234,567\.89 +1,234,567$/.test(line))).toHaveLength(2);
    }
  });

  it("is empty without rows or without a column to sum", () => {
    const facts = { accounts: [], days: null, width: 79 };
    expect(overviewText(overviewOf([]), facts)).toBe("");
    expect(overviewText(overviewOf([{ CTR: 1 }], { columns: ["CTR"] }), facts)).toBe("");
  });
});
