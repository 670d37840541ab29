import { fileURLToPath } from "node:url";
import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createClient } from "../../../generated/index.js";
import { customTarget } from "../../../generated/sync.js";
import { createFakeServer } from "../../../generated/testing.js";
import { createFakeClock } from "../../../runtime/testing/index.js";
import { dayNumber, isoDay, utcToday } from "../../../runtime/validation/dates.js";
import { type AnalystServers, analystServers, askedStores } from "../../support/analyst-stores.js";
import { transpiled } from "../../support/consumer.js";
import { isAll, many } from "../../support/effort.js";
import { knownAccounts, knownCampaigns, knownRows } from "../../support/known-rows.js";
import { SKIPPED_S3 } from "../../support/moto.js";
import { SKIPPED } from "../../support/postgres.js";
import { ADDED, type KnownLoad, type KnownRun, QUESTIONS } from "../../support/questions.js";
import { START } from "../../support/sync.js";
import { childRun } from "../../support/sync-kills.js";

const CAMPAIGNS = {
  level: "CAMPAIGN",
  granularity: "DAY",
  columns: [
    "CAMPAIGN_ID",
    "CAMPAIGN_NAME",
    "SPEND_IN_DOLLAR",
    "SPEND_IN_MICRO_DOLLAR",
    "CPC_IN_MICRO_DOLLAR",
    "TOTAL_CLICKTHROUGH",
    "TOTAL_CONVERSIONS",
  ],
} as const;
const ACCOUNT = { level: "ADVERTISER", granularity: "DAY", columns: ["SPEND_IN_DOLLAR"] } as const;

/** The earliest day that a first run loads with Pinterest's default windows. */
const FIRST_DAY = "2026-05-15";

/** For histories with many mornings. */
const LONG = { timeout: 900_000 };

/**
 * The steps of a history. All questions are asked after the last run, or after each run if every
 * case runs.
 */
type Step =
  | "run"
  /** A run in which the second account's reports are refused. */
  | "run without an account"
  | { readonly days: number }
  | "a column is added"
  /** Kills a syncing process this many milliseconds after it printed this line. */
  | { readonly line: number; readonly delayMs: number };

describe(`SQL for an analyst's questions${SKIPPED}${SKIPPED_S3}`, () => {
  let servers: AnalystServers;
  beforeAll(async () => {
    servers = await analystServers();
  });
  afterAll(() => servers[Symbol.asyncDispose]());

  /**
   * Performs the steps, asks the questions, and fails at the first answer that differs from the
   * server's rows.
   */
  async function history(
    steps: readonly Step[],
    { seed = 1, accounts = many(3, 2), entities = many(6, 4) } = {},
  ) {
    const clock = createFakeClock({ start: START });
    const server = await createFakeServer({
      ...{ seed, accounts, entities, clock },
      polls: 0,
      restated: 0.3,
    });
    let refused = "";
    const client = createClient({
      accessToken: server.accessToken,
      baseUrl: server.url,
      clock,
      fetch: async (input, init) => {
        const { pathname } = new URL(input);
        return refused !== "" && pathname.endsWith(`/${refused}/reports`)
          ? new Response('{"code":29,"message":"refused"}', { status: 403 })
          : server.fetch(input, init);
      },
    });
    const places = await askedStores(servers);
    const runs = new Map<string, KnownRun[]>(places.map(({ name }) => [name, []]));
    const loads = new Map<string, KnownLoad>();
    let columns: readonly string[] = CAMPAIGNS.columns;
    const tables = () => ({
      campaign_days: { ...CAMPAIGNS, columns },
      account_days: ACCOUNT,
    });
    const now = () => new Date(clock.date()).toISOString();
    const asked: string[] = [];
    let isUnfinished = false;
    try {
      for (const [at, step] of steps.entries()) {
        if (step === "a column is added") columns = [...columns, ADDED];
        else if (typeof step === "object" && "days" in step)
          await clock.advance(step.days * 86_400_000);
        else if (typeof step === "object") {
          for (const { args } of places) await killed(step, args);
          isUnfinished = true;
        } else {
          // Two runs must not start at the same time.
          await clock.advance(60_000);
          const known = await knownAccounts(server);
          // It is only known after a complete run which accounts a killed process has loaded.
          const failing = step === "run" || isUnfinished ? undefined : known[1]?.id;
          isUnfinished = false;
          const loadedAt = now();
          const to = isoDay(utcToday(clock.date()) - 1);
          for (const { name, target } of places) {
            refused = failing ?? "";
            const begun = now();
            const { failed } = await client.report.sync({
              target: customTarget(target()),
              tables: tables() as never,
              entities: ["campaigns"],
              allowFailed: failing === undefined ? 0 : [failing],
            });
            refused = "";
            runs.get(name)?.push({ begun, ended: now(), failures: failed.length });
          }
          for (const account of known) {
            if (account.id === failing) continue;
            const days = { start_date: FIRST_DAY, end_date: to };
            loads.set(account.id, {
              ...{ account, to, loadedAt, columns },
              campaigns: await knownCampaigns(server, account.id),
              rows: await knownRows(server, account.id, { ...CAMPAIGNS, columns, ...days }),
              accountRows: await knownRows(server, account.id, { ...ACCOUNT, ...days }),
            });
          }
          if (isAll || at === steps.length - 1) asked.push(...(await asking(to)));
        }
      }
    } finally {
      await server.close();
    }
    return { asked, loads: [...loads.values()] };

    async function killed(
      { line, delayMs }: Extract<Step, { line: number }>,
      args: readonly string[],
    ) {
      const { url, accessToken } = server;
      const today = isoDay(utcToday(clock.date()));
      let isDue = false;
      await childRun(
        [child(), JSON.stringify({ url, accessToken, today, tables: tables() }), ...args],
        {
          kill: (output, kill) => {
            if (isDue || output.split("\n").length <= line) return;
            isDue = true;
            setTimeout(kill, delayMs);
          },
        },
      );
    }

    async function asking(yesterday: string): Promise<readonly string[]> {
      const hasAdded = [...loads.values()].some((load) => load.columns.includes(ADDED));
      const questions = QUESTIONS.filter(({ name }) => hasAdded || !name.includes("added"));
      const texts = new Map<string, string>();
      for (const { name, ask } of places) {
        const known = {
          ...{ from: FIRST_DAY, yesterday, loads: [...loads.values()] },
          runs: runs.get(name) ?? [],
        };
        const answers = await ask(questions.map(({ sql }) => sql(known)));
        for (const [at, { name: question, answer }] of questions.entries()) {
          const what = `${name}, up to ${yesterday}: ${question}`;
          const expected = answer(known);
          expect(answers[at], what).toEqual(expected);
          // All places must return exactly the same digits. Only the times of their runs can
          // differ.
          const text = JSON.stringify(answers[at]);
          const key = `${question} ${JSON.stringify(expected)}`;
          expect(text, what).toBe(texts.get(key) ?? text);
          texts.set(key, text);
        }
      }
      return questions.map(({ name }) => name);
    }
  }

  it("matches the server's data on the first morning", async () => {
    const { asked, loads } = await history(["run"], { accounts: many(6, 3), entities: 6 });
    expect(new Set(asked).size).toBe(QUESTIONS.length - 1);
    // Several currencies, and amounts that doubles would add up incorrectly.
    expect(new Set(loads.map(({ account }) => account.currency)).size).toBe(loads.length);
    const amounts = loads.flatMap(({ rows }) => rows.map((row) => row.CPC_IN_MICRO_DOLLAR));
    expect(amounts).toContain("412345.67");
    expect(amounts).toContain("0");
  });

  it(
    "matches the server's data on later mornings, after rows were restated and after a pause",
    LONG,
    async () => {
      const mornings = Array.from({ length: many(20, 0) }, (): readonly Step[] => [
        { days: 1 },
        "run",
      ]);
      const { loads } = await history(["run", ...mornings.flat(), { days: 9 }, "run"]);
      // Some days have lost their rows.
      const days = (to: string): number => dayNumber(to) - dayNumber(FIRST_DAY) + 1;
      expect(loads.some(({ accountRows, to }) => accountRows.length < days(to))).toBe(true);
    },
  );

  it("matches the server's data while the reports of one account fail, and after they succeed again", async () => {
    const failing = "run without an account";
    await history(["run", { days: 2 }, failing]);
    if (isAll)
      await history(["run", { days: 2 }, failing, { days: 1 }, failing, { days: 1 }, "run"]);
  });

  it("matches the server's data for days that were already final when a column was added to the body", async () => {
    const { asked, loads } = await history([
      "run",
      { days: 12 },
      ...(isAll ? (["run"] as const) : []),
      "a column is added",
      { days: 1 },
      "run",
    ]);
    expect(new Set(asked).size).toBe(QUESTIONS.length);
    expect(loads.every(({ columns }) => columns.includes(ADDED))).toBe(true);
  });

  it("matches the server's data after a sync was killed several times and another one has completed", async () => {
    const kills = Array.from({ length: many(8, 2) }, (_, at): readonly Step[] => [
      { days: 1 },
      { line: 1 + ((at * 5) % 17), delayMs: (at * 7) % 20 },
      ...(at === 1 ? (["a column is added"] as const) : []),
      "run",
    ]);
    await history(["run", ...kills.flat()]);
  });

  it.runIf(isAll)("matches the server's data after any steps in any order", LONG, async () => {
    const step = fc.oneof(
      fc.constant<Step>("run"),
      fc.constant<Step>("run without an account"),
      fc.record({ days: fc.integer({ min: 1, max: 9 }) }),
      fc.record({
        line: fc.integer({ min: 0, max: 16 }),
        delayMs: fc.integer({ min: 0, max: 20 }),
      }),
    );
    await fc.assert(
      fc.asyncProperty(
        fc.array(step, { maxLength: 6 }),
        fc.array(step, { maxLength: 6 }),
        fc.nat(1_000),
        async (before, after, seed) => {
          const { loads } = await history(
            ["run", ...before, "a column is added", ...after, "run"],
            {
              seed,
            },
          );
          expect(loads.length).toBeGreaterThan(1);
        },
      ),
      { numRuns: many(6, 1) },
    );
  });
});

let program = "";
function child(): string {
  program ||= transpiled(fileURLToPath(new URL("questions-child.ts", import.meta.url)));
  return program;
}
