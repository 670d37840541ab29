// One process creates reports for many accounts under a quota, on a clock that only waiting
// advances: node quota.mjs <accounts> <reports of each> <at once>. Prints the result as JSON.
import { createClient } from "pinterest-reports";
import { createFakeClock, createFakeServer } from "pinterest-reports/testing";

const QUOTA = { requests: 300, perMs: 60_000 };
const DAYS = 30;

export interface Taken {
  readonly reports: number;
  readonly done: number;
  readonly creates: number;
  readonly polls: number;
  /** Requests that the server rejected. */
  readonly refused: number;
  /** Measured by the fake clock. */
  readonly seconds: number;
}

const [accounts = 0, each = 1, concurrency = 20] = process.argv.slice(2).map(Number);
const clock = createFakeClock({ start: "2026-03-10T12:00:00Z", random: Math.random });
const server = await createFakeServer({ clock, quotas: [QUOTA] });
let [done, refused] = [0, 0];
const client = createClient({
  accessToken: "fake-access-token",
  baseUrl: server.url,
  clock,
  // Without a network, because the fake clock does not advance while a request is in flight.
  fetch: (url, init) => server.fetch(url, init),
  rateLimits: { ads_analytics: QUOTA },
  deadlineMs: 3_600_000,
  onEvent: (event) => {
    if (event.type === "response" && event.status === 429) refused++;
  },
});
const began = clock.now();
for await (const item of client.report.runAll(requests(), { concurrency }))
  if (item.type === "done") done++;
const seconds = (clock.now() - began) / 1e3;
const count = (step: string): number =>
  server.requests.filter((request) => request.step === step).length;
const taken: Taken = {
  ...{ reports: accounts * each, done, refused, seconds },
  ...{ creates: count("create"), polls: count("poll") },
};
process.stdout.write(JSON.stringify(taken));
await server.close();

/** Together, an account's reports cover all days. */
function* requests() {
  const day = (index: number): string =>
    new Date(Date.UTC(2026, 1, 8 + index)).toISOString().slice(0, 10);
  const days = DAYS / each;
  for (let index = 0; index < accounts; index++)
    for (let first = 0; first < DAYS; first += days) {
      const body = {
        start_date: day(first),
        end_date: day(first + days - 1),
        granularity: "DAY",
        level: "CAMPAIGN",
        columns: ["CAMPAIGN_ID", "SPEND_IN_DOLLAR"],
      } as const;
      yield { adAccountId: String(549_755_885_175 + index), body };
    }
}
