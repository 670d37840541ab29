import { expect, it } from "vitest";
import { planReport } from "../../../generated/planner.js";
import { stampOf } from "../../../runtime/sync/days.js";
import type { SyncFacts } from "../../../runtime/sync/facts.js";
import { type KnownTable, plannedReports } from "../../../runtime/sync/requests.js";
import type { TargetSession } from "../../../runtime/sync/target.js";
import { dayNumber } from "../../../runtime/validation/dates.js";

const TODAY = dayNumber("2026-06-15");
const HOURS = {
  level: "CAMPAIGN",
  granularity: "HOUR",
  columns: ["CAMPAIGN_ID", "SPEND_IN_DOLLAR"],
};
const facts = { plan: planReport as object } as SyncFacts;

/** The planned reports of one account for an hourly table whose target already has these days. */
function planned(loaded: Readonly<Record<string, string>>, body: object = HOURS) {
  const session: Pick<TargetSession, "loadedDays"> = {
    loadedDays: async () => new Map(Object.entries(loaded)),
  };
  const table = {
    name: "hours",
    body,
    fingerprint: "body",
    lookback: 31,
    exists: true,
    begin: undefined,
    requested: { columns: ["a", "b"], settings: "now" },
    earlierBodies: { former: { columns: ["a", "b", "c"], settings: "then" } },
  };
  return plannedReports(facts, session as TargetSession, {
    tables: [table as object as KnownTable],
    accounts: ["1"],
    today: TODAY,
    since: undefined,
    full: false,
    backfill: true,
    isListed: true,
  });
}

it("days loaded with another body are reported as one outdated range, whether they are final or no longer available", async () => {
  // The first day was loaded too early to be final, and is now too old to be loaded again.
  const { outdated } = await planned({
    "2026-05-01": stampOf("former", dayNumber("2026-05-02")),
    "2026-05-02": stampOf("former", TODAY - 1),
  });
  expect(outdated).toEqual([
    { table: "hours", adAccountId: "1", from: "2026-05-01", to: "2026-05-02" },
  ]);
});

it("a body that violates a rule for the days of a run is rejected, so days are not silently missing", async () => {
  await expect(planned({}, { ...HOURS, columns: ["CLICKZ"] })).rejects.toThrow(
    /^the table hours has an invalid body: .*CLICKZ/,
  );
});
