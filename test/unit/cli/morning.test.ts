import { writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { expect, it } from "vitest";
import { main } from "../../../cli/main.js";
import { createFakeServer } from "../../../generated/testing.js";
import { createFakeClock, type FakeServerOptions } from "../../../runtime/testing/index.js";
import { testIo } from "../../support/in-process.js";
import { folderRows } from "../../support/sync.js";
import { temporaryFolder } from "../../support/temporary-folder.js";
import { Terminal } from "../../support/terminal.js";

const ACCOUNTS = ["549755885175", "549755885176", "549755885177"] as const;
const ALWAYS = Number.POSITIVE_INFINITY;

const fileWith = (columns: string) => `# every morning, by cron
target: ads
tables:
  campaign_days: { level: CAMPAIGN, granularity: DAY, columns: [${columns}] }
entities: [campaigns]
lookback_days: 2
`;

/** What cron would mail one morning, and the exit code. */
async function morning(
  folder: URL,
  {
    start,
    flags = ["--quiet"],
    terminal,
    ...options
  }: FakeServerOptions & { start: string; flags?: string[]; terminal?: Terminal },
) {
  const clock = createFakeClock({ start });
  await using server = await createFakeServer({ accounts: 3, polls: 0, ...options, clock });
  const env = { PINTEREST_ACCESS_TOKEN: server.accessToken, PINTEREST_API_BASE_URL: server.url };
  let printed = "";
  const take = (text: string) => (printed += text);
  const io = testIo({ env, cwd: fileURLToPath(folder), clock, stdout: take, stderr: take });
  const screen = terminal === undefined ? io : { ...io, stderr: terminal };
  const exit = await main(["sync", "sync.yaml", ...flags], screen);
  return { exit, printed };
}

it("sync reports a revoked account, a new column and an empty day once each, and loads everything else", async () => {
  const folder = temporaryFolder();
  writeFileSync(new URL("sync.yaml", folder), fileWith("CAMPAIGN_ID, SPEND_IN_DOLLAR"));
  const first = { start: "2026-06-15T03:10:00Z", flags: ["--quiet", "--since", "2026-05-20"] };
  expect(await morning(folder, first)).toEqual({ exit: 0, printed: "" });
  // Prints nothing on success.
  expect(await morning(folder, { start: "2026-06-16T03:10:00Z" })).toEqual({
    exit: 0,
    printed: "",
  });
  writeFileSync(new URL("sync.yaml", folder), fileWith("CAMPAIGN_ID, SPEND_IN_DOLLAR, CTR"));
  const before = await folderRows(new URL("ads/", folder), "campaign_days");
  const revoked = { name: "refusal", on: "create", account: ACCOUNTS[1], times: ALWAYS } as const;
  const empty = { name: "other-file", account: ACCOUNTS[2], times: ALWAYS, value: "{}" } as const;
  const third = {
    start: "2026-06-17T03:10:00Z",
    faults: [revoked, empty],
  };
  const { exit, printed } = await morning(folder, third);
  expect(printed.replace(/: campaign_days: [^\n]*403[^\n]*/g, ": 403")).toBe(
    [
      `failed    ${ACCOUNTS[1]}, 2026-06-15 to 2026-06-16, 2 days: 403`,
      `emptied   ${ACCOUNTS[2]}, 2026-06-15 to 2026-06-16, 2 days: campaign_days: two consecutive reports had no rows, so the old rows were removed`,
      `failed    ${ACCOUNTS[1]}, 2026-05-20 to 2026-06-14, 26 days: 403`,
      `emptied   ${ACCOUNTS[2]}, 2026-05-20 to 2026-06-14, 26 days: campaign_days: two consecutive reports had no rows, so the old rows were removed`,
      "error  1 of 3 accounts failed. Their old rows were kept.",
      "  fix  Run the same command again to load only what failed or may have changed.",
      "",
    ].join("\n"),
  );
  expect(exit).toBe(3);
  const after = await folderRows(new URL("ads/", folder), "campaign_days");
  const of = (rows: typeof after, account: string, from = "", to = "9") =>
    rows.filter(
      ({ ad_account_id, date }) =>
        ad_account_id === account && String(date) >= from && String(date) <= to,
    );
  expect(of(after, ACCOUNTS[1])).toEqual(of(before, ACCOUNTS[1]));
  expect(of(after, ACCOUNTS[2])).toEqual([]);
  expect(of(after, ACCOUNTS[0]).every(({ ctr }) => typeof ctr === "number")).toBe(true);
  expect(of(after, ACCOUNTS[0], "2026-05-20", "2026-06-14").length).toBeGreaterThan(10);
  const runs = (await folderRows(new URL("ads/", folder), "sync_runs")).map(
    ({ run_id, requests, failures }) => [String(run_id).slice(0, 8), requests, failures],
  );
  expect(runs.toSorted()).toEqual([
    ["20260615", 3, 0],
    ["20260616", 3, 0],
    ["20260617", 6, 2],
  ]);
});

it("on a terminal, sync prints a new column and emptied days on separate lines above the progress", async () => {
  const folder = temporaryFolder();
  writeFileSync(new URL("sync.yaml", folder), fileWith("CAMPAIGN_ID, SPEND_IN_DOLLAR"));
  await morning(folder, { start: "2026-06-15T03:10:00Z" });
  writeFileSync(new URL("sync.yaml", folder), fileWith("CAMPAIGN_ID, SPEND_IN_DOLLAR, CTR"));
  const empty = { name: "other-file", account: ACCOUNTS[2], times: ALWAYS, value: "{}" } as const;
  const terminal = new Terminal(160, 40);
  const second = { start: "2026-06-17T03:10:00Z", faults: [empty], flags: [], terminal };
  expect((await morning(folder, second)).exit).toBe(0);
  expect(terminal.lines.map((line) => line.replace(/\d+ rows?/, "N rows"))).toEqual([
    "backfill  campaign_days: 3 additional reports for days that lack a column",
    ...["2026-06-14 to 2026-06-16, 3 days", "2026-06-13 to 2026-06-13, 1 day"].map(
      (days) =>
        `emptied   ${ACCOUNTS[2]}, ${days}: campaign_days: two consecutive reports had no rows, so the old rows were removed`,
    ),
    ...ACCOUNTS.map((account) => `${account}  done, N rows`),
    expect.stringMatching(/^3 of 3 accounts done, N rows, \d+ s$/),
    "",
    ...["Table", "ad_accounts", "campaign_days", "campaigns"].map((table) =>
      expect.stringMatching(new RegExp(`^${table} `)),
    ),
    "",
    ...["USD", "EUR"].flatMap((currency) => [
      `campaign_days, ${currency}`,
      expect.stringMatching(/^Campaign +Spend$/),
      ...Array.from({ length: 3 }, () => expect.stringMatching(/^\d+ +[€$][\d.]+$/)),
      expect.stringMatching(/^Total +[€$][\d.]+$/),
      "",
    ]),
    expect.stringMatching(/^done {6}3 of 3 accounts, N rows, \d+ s$/),
    "",
  ]);
});
