import { describe, expect, it } from "vitest";
import { command } from "../../support/in-process.js";

const BODY = {
  start_date: "2023-05-12",
  end_date: "2024-06-14",
  granularity: "DAY",
  level: "CAMPAIGN",
  columns: ["CAMPAIGN_ID", "AD_ID"],
};
const DAYS = { start_date: "2023-05-12", end_date: "2024-06-14" };
const STATUSES = [
  "RUNNING",
  "PAUSED",
  "NOT_STARTED",
  "COMPLETED",
  "ADVERTISER_DISABLED",
  "ARCHIVED",
  "DRAFT",
];

function plan(changes: object, ...flags: readonly string[]) {
  return command(["plan", "-", "--today", "2024-06-15", ...flags], {
    stdin: JSON.stringify({ ...BODY, ...changes }),
  });
}

describe("pinterest-reports plan", () => {
  it.concurrent("prints a line for each request, and says what is left out", async () => {
    expect(
      await plan({
        level: "PRODUCT_ITEM",
        start_date: "2024-03-01",
        end_date: "2024-04-20",
        campaign_statuses: STATUSES,
      }),
    ).toEqual({
      exit: 0,
      stdout: `2024-03-16  2024-04-15   31 days  campaign_statuses (6)
2024-03-16  2024-04-15   31 days  campaign_statuses (1)
2024-04-16  2024-04-20    5 days  campaign_statuses (6)
2024-04-16  2024-04-20    5 days  campaign_statuses (1)
`,
      stderr: `dropped  2024-03-01 to 2024-03-15, 15 days [max-lookback-product-item]
dropped  AD_ID of columns [forbidden-values-when-columns-product-item]
note     campaign_statuses: 7 values in 2 parts; no value is in two parts, so nothing is counted twice, but a row that combines several values is split.
warning  /columns: has no AD_GROUP_ID, so rows at level PRODUCT_ITEM may be indistinguishable [no-row-id]
4 requests
`,
    });
  });

  it.concurrent("shows how hours are split", async () => {
    const { stdout } = await plan({ granularity: "HOUR", start_date: "2024-06-10", start_hour: 6 });
    expect(stdout).toBe(
      "2024-06-10  2024-06-12    3 days  start_hour 6\n2024-06-13  2024-06-14    2 days  start_hour -\n",
    );
  });

  it.concurrent("prints everything as JSON", async () => {
    const { exit, stdout, stderr } = await plan({}, "--json");
    expect({ exit, stderr }).toEqual({ exit: 0, stderr: "" });
    expect(JSON.parse(stdout)).toMatchObject({
      requests: [{ end_date: "2023-11-13" }, {}, {}],
      dropped: [],
      notes: [],
      problems: [],
    });
  });

  it.concurrent("exits with 1 and prints the reason if no plan is possible", async () => {
    const { exit, stdout, stderr } = await plan({ granularity: "TOTAL" });
    expect({ exit, stdout }).toEqual({ exit: 1, stdout: "" });
    expect(stderr).toMatch(/^error {4}\/end_date: 400 days .* \[max-range-not-hour\]\nno plan\n$/);
  });

  it.concurrent("splits a total only if asked to", async () => {
    expect(await plan({ granularity: "TOTAL" }, "--split-total")).toMatchObject({
      exit: 0,
      stderr: expect.stringContaining("rates, users and frequency cannot"),
    });
  });

  it.concurrent("exits with 1 and prints the reason as JSON if no plan is possible", async () => {
    const { exit, stdout } = await plan({ granularity: "TOTAL" }, "--json");
    expect(exit).toBe(1);
    expect(JSON.parse(stdout).problems[0].message).toContain("400 days");
  });

  it.concurrent("exits with 1 and a message if no day can be requested", async () => {
    const { exit, stdout, stderr } = await plan({
      end_date: "2030-01-02",
      start_date: "2030-01-01",
    });
    expect({ exit, stdout }).toEqual({ exit: 1, stdout: "" });
    expect(stderr).toBe(`dropped  2030-01-01 to 2030-01-02, 2 days [start-date-not-in-the-future]
note     No days are left to request.
no requests: the rules do not allow any part of the body
`);
  });

  it.concurrent("exits with 1 and prints JSON if no day can be requested", async () => {
    const { exit, stdout, stderr } = await plan(
      { end_date: "2019-01-02", start_date: "2019-01-01" },
      "--json",
    );
    expect(exit).toBe(1);
    expect(JSON.parse(stdout)).toMatchObject({
      requests: [],
      dropped: [{ days: 2 }],
      problems: [],
    });
    expect(stderr).toBe("no requests: the rules do not allow any part of the body\n");
  });

  it.concurrent("plans a synchronous call", async () => {
    const input = {
      ...DAYS,
      ad_account_id: "1",
      start_date: "2024-06-01",
      granularity: "HOUR",
      columns: ["CTR"],
      ad_ids: ["1"],
    };
    expect(
      await command(["plan", "-", "--of", "ad-analytics", "--today", "2024-06-15"], {
        stdin: JSON.stringify(input),
      }),
    ).toEqual({
      exit: 0,
      stdout: `2024-06-08  2024-06-10    3 days
2024-06-11  2024-06-13    3 days
2024-06-14  2024-06-14     1 day
`,
      stderr: "dropped  2024-06-01 to 2024-06-07, 7 days [max-lookback-hour]\n3 requests\n",
    });
  });

  it.concurrent("plans a different report", async () => {
    const input = { ...DAYS, report_name: "r", granularity: "DAY", level: "CAMPAIGN" };
    const { stderr } = await command(["plan", "-", "--of", "mmm-report", "--today", "2024-06-15"], {
      stdin: JSON.stringify(input),
    });
    expect(stderr).toContain("/targeting_types: is required");
  });

  it.concurrent.each([
    [["plan"], "plan needs <body>"],
    [["plan", "-", "--today", "2026-02-30"], "--today 2026-02-30 is not a date"],
    [
      ["plan", "-", "--of", "oauth-token"],
      "oauth-token is not a report or call that can be planned",
    ],
    [["plan", "-", "--split"], "--split is not a flag of plan"],
  ])("rejects %j as a usage error", async (words, message) => {
    const { exit, stdout, stderr } = await command(words, { stdin: JSON.stringify(BODY) });
    expect({ exit, stdout }).toEqual({ exit: 2, stdout: "" });
    expect(stderr).toContain(`error  ${message}\n`);
  });

  it.concurrent("shows examples in its help", async () => {
    const { exit, stdout } = await command(["plan", "--help"]);
    expect(exit).toBe(0);
    expect(stdout).toMatch(/^plan: .*\n\n {2}pinterest-reports plan body\.json\n/);
  });
});
