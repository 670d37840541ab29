import { readFileSync } from "node:fs";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { customTarget } from "../../../generated/sync.js";
import type { Connection } from "../../../runtime/client/connection.js";
import { targetEngine } from "../../../runtime/sync/engine.js";
import type { WindowTask } from "../../../runtime/sync/tasks.js";
import { createFakeClock } from "../../../runtime/testing/index.js";
import { type AnalystStore, analystStores, postgresIfAny } from "../../support/analyst-stores.js";
import {
  ACCOUNTS,
  type Attack,
  type AttackedPlaces,
  attackedServer,
  BODIES,
  CAMPAIGNS,
  contents,
  expectHarmless,
  expectRecovered,
  expectWhole,
  healthyPlaces,
  sync,
} from "../../support/attacks.js";
import { opened, TABLE } from "../../support/database-stores.js";
import { inTurn } from "../../support/effort.js";
import { NO_POSTGRES, SKIPPED } from "../../support/postgres.js";
import { type PostgresStores, postgresStores } from "../../support/postgres-stores.js";
import { START } from "../../support/sync.js";

const [CAMPAIGN] = CAMPAIGNS;
const [FIRST = ""] = ACCOUNTS;
const always = Number.POSITIVE_INFINITY;

/** A report of two rows. `members` is the literal JSON of the second one. */
function file(members: string, first = '"SPEND_IN_DOLLAR":1'): string {
  return `{"${CAMPAIGN}":[{"DATE":"2026-06-13",${first}},{"DATE":"2026-06-14",${members}}]}`;
}

/** An attack in which the first account's report is this file. */
function byFile(text: string, message: RegExp, more: Partial<Attack> = {}): Attack {
  return {
    message,
    options: { faults: [{ name: "other-file", value: text, account: FIRST, times: always }] },
    ...more,
  };
}

const REPORTS: Readonly<Record<string, Attack>> = {
  "with a row of ad account 999": byFile(
    file('"AD_ACCOUNT_ID":"999"'),
    /^row 2 of the report: AD_ACCOUNT_ID is 999, but the report is for ad account 549755885175/,
  ),
  "with a row of advertiser 999": byFile(
    file('"ADVERTISER_ID":999'),
    /^row 2 of the report: ADVERTISER_ID is 999, but the report is for ad account 549755885175/,
  ),
  "with a row of a campaign that was not requested": byFile(
    `{"${CAMPAIGN}":[{"DATE":"2026-06-14"}],"999":[{"DATE":"2026-06-14"}]}`,
    /^row 2 of the report: CAMPAIGN_ID is 999, which is not in campaign_ids/,
    { table: "chosen" },
  ),
  "with a row that has a time after its day": byFile(
    file('"DATE":"2026-06-14T00:00:00"').replace('"DATE":"2026-06-14",', ""),
    /^row 2 of the report: DATE is "2026-06-14T00:00:00", which is not a date in the format YYYY-MM-DD/,
  ),
  "with a row of an hour on another day": byFile(
    file('"DAY":"2026-06-13"').replace('"DATE":"2026-06-14"', '"DATE":"2026-06-14T01:00:00"'),
    /^row 2 of the report: DAY is "2026-06-13", but DATE is "2026-06-14T01:00:00"/,
    { table: "hours" },
  ),
  "with a row of an invalid hour": byFile(
    file('"SPEND_IN_DOLLAR":1').replace('"DATE":"2026-06-14"', '"DATE":"2026-06-14 at noon"'),
    /^row 2 of the report: DATE is "2026-06-14 at noon", which does not begin with a day/,
    { table: "hours" },
  ),
  "with a row of another day": byFile(
    file('"SPEND_IN_DOLLAR":1').replace("2026-06-14", "2026-06-11"),
    /^row 2 of the report: its day is 2026-06-11, but 2026-06-12 to 2026-06-14/,
  ),
  "with a row that has N/A as an amount": byFile(
    file('"SPEND_IN_DOLLAR":"N/A"'),
    /^row 2 of the report: SPEND_IN_DOLLAR is "N\/A", which is not a number/,
  ),
  "with a row that has an amount with 19 decimals": byFile(
    file('"SPEND_IN_DOLLAR":0.1000000000000000001'),
    /^row 2 of the report: SPEND_IN_DOLLAR is "?0\.1000000000000000001"?, which is not a number with at most/,
  ),
  "with a row that has an amount with 21 digits": byFile(
    file('"SPEND_IN_DOLLAR":100000000000000000000.5'),
    /^row 2 of the report: SPEND_IN_DOLLAR is "?100000000000000000000\.5"?, which is not a number with at most/,
  ),
  "with a row that has text as a count": byFile(
    file('"TOTAL_CLICKTHROUGH":"many"'),
    /^row 2 of the report: TOTAL_CLICKTHROUGH is many, which is not a 64-bit integer/,
  ),
  "with a row that has a fraction as a count": byFile(
    file('"TOTAL_CLICKTHROUGH":1.5'),
    /^row 2 of the report: TOTAL_CLICKTHROUGH is 1\.5, which is not a 64-bit integer/,
  ),
  "with a row that has a count of more than 64 bits": byFile(
    file('"TOTAL_CLICKTHROUGH":9223372036854775808'),
    /^row 2 of the report: TOTAL_CLICKTHROUGH is "?9223372036854775808"?, which is not a 64-bit integer/,
  ),
  "with a row that has true as a count": byFile(
    file('"TOTAL_CLICKTHROUGH":true'),
    /^row 2 of the report: TOTAL_CLICKTHROUGH is true, which is not a 64-bit integer/,
  ),
  "with a row that has a column that was not requested": byFile(
    file('"NEW_COLUMN":[1]'),
    /^row 2 of the report: NEW_COLUMN was not requested, but has the value \[1\]/,
  ),
  "with a row that has a lower-case member": byFile(file('"spend_in_dollar":2'), /spend_in_dollar/),
  "with a row that has an empty amount": byFile(file('"SPEND_IN_DOLLAR":""'), /SPEND_IN_DOLLAR is/),
  "with a row that has NaN as an amount": byFile(
    file('"SPEND_IN_DOLLAR":"NaN"'),
    /SPEND_IN_DOLLAR is/,
  ),
  "with a row that has an object as an amount": byFile(
    file('"SPEND_IN_DOLLAR":{}'),
    /SPEND_IN_DOLLAR is/,
  ),
  "with a row that has a fraction as an id": byFile(
    `{"${CAMPAIGN}":[{"DATE":"2026-06-13"}],"1.5":[{"DATE":"2026-06-14"}]}`,
    /CAMPAIGN_ID/,
  ),
  "with a row that has text as an id": byFile(
    `{"${CAMPAIGN}":[{"DATE":"2026-06-13"}],"all":[{"DATE":"2026-06-14"}]}`,
    /CAMPAIGN_ID/,
  ),
  "with a row that has a currency": byFile(
    file('"CURRENCY":"CHF"'),
    /^row 2 of the report: CURRENCY was not requested, but has the value CHF/,
  ),
  "with a row that has a load time": byFile(
    file('"_loaded_at":"2020-01-01T00:00:00Z"'),
    /^row 2 of the report: _loaded_at was not requested/,
  ),
  "with fewer bytes than were announced": {
    message: /announced|bytes/,
    options: {
      polls: 1,
      faults: [{ name: "other-size", value: 1_000_000, account: FIRST, times: always }],
    },
  },
  "with more bytes than were announced": {
    message: /announced|bytes/,
    options: {
      polls: 1,
      faults: [{ name: "other-size", value: 10, account: FIRST, times: always }],
    },
  },
  "that ends in the middle of its rows": byFile(file("").slice(0, -20), /damaged|ends|incomplete/),
};

describe(`tables with hostile input${SKIPPED}`, () => {
  let stores: PostgresStores | null;
  beforeAll(async () => {
    stores = await postgresIfAny();
  });
  afterAll(() => stores?.[Symbol.asyncDispose]());
  const places = (): readonly AnalystStore[] => analystStores(stores);

  describe("a damaged report", () => {
    let healthy: AttackedPlaces;
    beforeAll(async () => {
      healthy = await healthyPlaces(places());
    });

    for (const [turn, [name, attack]] of Object.entries(REPORTS).entries())
      it(`a report ${name} fails only its own window, and changes no rows`, () => {
        // A short run tries each report on one target only.
        const { clock, places: all } = healthy;
        return expectHarmless({ clock, places: inTurn(all, turn, all.length) }, attack);
      });

    it("fails for three accounts, and the accounts after them are still loaded", () =>
      expectHarmless(healthy, {
        victims: 3,
        message: /^row 2 of the report: SPEND_IN_DOLLAR is "N\/A", which is not a number/,
        options: {
          faults: ACCOUNTS.slice(0, 3).map((account) => ({
            ...{ name: "other-file", account, times: always },
            value: file('"SPEND_IN_DOLLAR":"N/A"'),
          })),
        },
      }));

    it("is repaired by the next run", () => expectRecovered(healthy));
  });

  describe("an empty report", () => {
    for (const [name, value] of [
      ["a file of zero bytes", ""],
      ["{}", "{}"],
      ["[]", "[]"],
    ] as const) {
      /**
       * Runs a sync in which the first account's first `times` reports are empty. Returns its
       * events and its number of creates.
       */
      const events = async ({ clock }: AttackedPlaces, place: AnalystStore, times: number) => {
        await using server = await attackedServer(clock, {
          seed: 7,
          entities: 1,
          faults: [{ name: "other-file", value, account: FIRST, times }],
        });
        const types: string[] = [];
        const { failed, loaded } = await sync(server, place, {
          full: true,
          onProgress: (event) => {
            if ("request" in event && event.request.adAccountId === FIRST) types.push(event.type);
          },
        });
        expect([place.name, failed, loaded]).toEqual([place.name, [], 4]);
        const creates = server.server.requests.filter(
          ({ step, path }) => step === "create" && path.includes(FIRST),
        );
        const healthy = ACCOUNTS.slice(times === 1 ? 0 : 1, 4);
        await expectWhole(server, place, { table: "days", accounts: healthy });
        return { types, asked: creates.length };
      };
      const rowsOf = async ({ ask }: AnalystStore) => {
        const [[[count] = []] = []] = await ask([
          `SELECT count(*) FROM days WHERE ad_account_id = '${FIRST}'`,
        ]);
        return Number(count);
      };

      it(`${name} removes rows if a second report agrees, and is requested only once if there are no rows`, async () => {
        const healthy = await healthyPlaces(places(), ["days"]);
        for (const place of healthy.places) {
          const { types, asked } = await events(healthy, place, always);
          expect([place.name, types.slice(-2), asked]).toEqual([
            place.name,
            ["emptied", "loaded"],
            2,
          ]);
          expect(await rowsOf(place)).toBe(0);
          const again = await events(healthy, place, always);
          expect(again.types).not.toContain("emptied");
          expect([place.name, again.asked]).toEqual([place.name, 1]);
        }
      });

      it(`${name} removes nothing if a second report has rows, and loads those rows`, async () => {
        const healthy = await healthyPlaces(places(), ["days"]);
        for (const place of healthy.places) {
          const { types, asked } = await events(healthy, place, 1);
          expect(types).not.toContain("emptied");
          expect([place.name, asked, (await rowsOf(place)) > 0]).toEqual([place.name, 2, true]);
        }
      });
    }
  });

  describe("a change by another program", () => {
    it("makes the next run load all days again, each row once, if it drops the record of loaded days", async () => {
      const { clock, places: all } = await healthyPlaces(places(), ["days"]);
      await clock.advance(86_400_000);
      await using server = await attackedServer(clock, { seed: 5, entities: 1 });
      for (const place of all) {
        await place.forgetDays("days");
        const { plan, failed } = await sync(server, place);
        expect([place.name, failed, plan.requests.length]).toEqual([place.name, [], 4]);
        expect(plan.requests.map(({ from }) => from)).toEqual(Array(4).fill("2026-06-12"));
        await expectWhole(server, place, { table: "days", accounts: ACCOUNTS.slice(0, 4) });
        const [[[count, keys] = []] = []] = await place.ask([
          "SELECT count(*), count(DISTINCT ad_account_id || campaign_id || CAST(date AS varchar)) FROM days",
        ]);
        expect([place.name, count]).toEqual([place.name, keys]);
      }
    });

    it("does not stop sync from widening a table if it adds a view of that table, and the view stays", async () => {
      const { clock, places: all } = await healthyPlaces(places(), ["days"]);
      await using server = await attackedServer(clock, { seed: 5, entities: 1 });
      const wider = { ...BODIES.days, columns: [...BODIES.days.columns, "TOTAL_CHECKOUT"] };
      for (const place of all.filter(({ isDatabase }) => isDatabase)) {
        await place.ask(["CREATE VIEW spent AS SELECT sum(spend_in_dollar) AS spend FROM days"]);
        const { failed } = await sync(server, place, {
          tables: { ...BODIES, days: wider } as never,
        });
        expect([place.name, failed]).toEqual([place.name, []]);
        const [viewed, counted] = await place.ask([
          "SELECT spend FROM spent",
          "SELECT sum(spend_in_dollar) FROM days WHERE total_checkout IS NOT NULL",
        ]);
        expect([place.name, viewed]).toEqual([place.name, counted]);
      }
    });

    it("makes sync reject a table if it changes a column to a type that rounds, and the error says what to do", async () => {
      const { clock, places: all } = await healthyPlaces(places(), ["days"]);
      await using server = await attackedServer(clock, { seed: 5, entities: 1 });
      for (const place of all.filter(({ isDatabase }) => isDatabase)) {
        const had = await contents(place, "days", ACCOUNTS);
        for (const type of ["numeric(20, 2)", "double precision", "bigint", "real"]) {
          await place.ask(["ALTER TABLE days RENAME COLUMN spend_in_dollar TO kept"]);
          await place.ask([`ALTER TABLE days ADD COLUMN spend_in_dollar ${type}`]);
          await expect(sync(server, place, { full: true }), place.name).rejects.toThrow(
            /days in .* has the column spend_in_dollar of type .*, which rounds numbers: restore its original type, or rename the table/,
          );
          await place.ask(["ALTER TABLE days DROP COLUMN spend_in_dollar"]);
          await place.ask(["ALTER TABLE days RENAME COLUMN kept TO spend_in_dollar"]);
        }
        expect(await contents(place, "days", ACCOUNTS)).toEqual(had);
        expect((await sync(server, place, { full: true })).failed).toEqual([]);
      }
      expect(server.server.requests.filter(({ step }) => step === "create").length).toBeLessThan(9);
    });

    it("fails only the window whose value no longer fits if it narrows a column", async () => {
      const { clock, places: all } = await healthyPlaces(places(), ["days"]);
      await using server = await attackedServer(clock, {
        seed: 5,
        entities: 1,
        faults: [
          {
            ...{ name: "other-file", account: FIRST, times: always },
            value: file('"TOTAL_CLICKTHROUGH":40000'),
          },
        ],
      });
      for (const place of all.filter(({ isDatabase }) => isDatabase)) {
        await place.ask(["ALTER TABLE days ALTER COLUMN total_clickthrough TYPE smallint"]);
        const had = await contents(place, "days", [FIRST]);
        const { failed, loaded } = await sync(server, place, { full: true });
        expect([place.name, failed.map(({ adAccountId }) => adAccountId), loaded]).toEqual([
          place.name,
          [FIRST],
          3,
        ]);
        expect(failed[0]?.error.message).toMatch(/40000.* out of range|expected SMALLINT/);
        expect(await contents(place, "days", [FIRST])).toEqual(had);
        await expectWhole(server, place, { table: "days", accounts: ACCOUNTS.slice(1, 4) });
      }
    });
  });

  describe("a table from an earlier run", () => {
    it("is rejected before anything is sent if an earlier version created it, and the error says what to do", async () => {
      const clock = createFakeClock({ start: START });
      await using server = await attackedServer(clock);
      for (const place of places()) {
        await opened(place.target(), (session) => session.ensureTable({ ...TABLE, name: "days" }));
        await expect(sync(server, place), place.name).rejects.toThrow(
          /^the table days in .* was created by an earlier version: rename the table so that sync loads it again/,
        );
      }
      expect(server.server.requests).toEqual([]);
    });

    it("is recreated with all rows after it is renamed, if an earlier version created it", async () => {
      const clock = createFakeClock({ start: START });
      await using server = await attackedServer(clock);
      for (const place of places().filter(({ isDatabase }) => isDatabase)) {
        await opened(place.target(), (session) => session.ensureTable({ ...TABLE, name: "days" }));
        const [columns = []] = await place.ask([
          "SELECT column_name FROM information_schema.columns WHERE table_name = '_pinterest_sync_days' AND column_name = 'fence' LIMIT 1",
        ]);
        await place.ask([
          "ALTER TABLE _pinterest_sync_days RENAME ad_account_id TO account",
          ...columns.map(() => "ALTER TABLE _pinterest_sync_days DROP COLUMN fence"),
          "ALTER TABLE days RENAME TO days_before",
        ]);
        expect((await sync(server, place)).failed, place.name).toEqual([]);
        await expectWhole(server, place, { table: "days", accounts: ACCOUNTS.slice(0, 4) });
      }
    });

    for (const [names, other] of [
      ["database", "pinterest"],
      ["pinterest", "database"],
    ] as const)
      it(`is rejected with names set to ${other} if it was created with ${names}, and the error says what to do`, async () => {
        const clock = createFakeClock({ start: START });
        await using server = await attackedServer(clock);
        for (const place of places()) {
          await sync(server, place, { names });
          const before = server.server.requests.length;
          await expect(sync(server, place, { names: other }), place.name).rejects.toThrow(
            /^the table days in .* has columns such as ad_account_id, but this run writes ad_account_id: use the same `names` option as the run that created it, or rename the table so that sync loads it again/i,
          );
          expect(server.server.requests.length).toBe(before);
          expect((await sync(server, place, { names, full: true })).failed).toEqual([]);
        }
      });
  });

  it("a list with an item from another account does not change the list's rows", async () => {
    const clock = createFakeClock({ start: START });
    const items = [{ id: "1" }, { id: "2", ad_account_id: "999" }];
    const fault = { name: "wrong-shape", on: "other", account: FIRST, times: always } as const;
    await using healthy = await attackedServer(clock);
    await using odd = await attackedServer(clock, {
      seed: 2,
      faults: [{ ...fault, value: JSON.stringify({ items, bookmark: null }) }],
    });
    const only = { only: ["campaigns"] };
    const campaigns = async ({ ask }: AnalystStore) =>
      (await ask([`SELECT * FROM campaigns WHERE ad_account_id = '${FIRST}' ORDER BY id`]))[0];
    for (const place of places()) {
      expect((await sync(healthy, place, only)).failed).toEqual([]);
      const had = await campaigns(place);
      const { failed } = await sync(odd, place, only);
      expect(failed.map(({ adAccountId, error }) => [adAccountId, error.message])).toEqual([
        [
          FIRST,
          `item 2 of the list: ad_account_id is 999, but the list is for ad account ${FIRST}`,
        ],
      ]);
      expect(await campaigns(place)).toEqual(had);
    }
  });

  it("characters that a database cannot store are replaced, and only in the rows that contain them", async () => {
    const { clock, places: all } = await healthyPlaces(places(), ["days"]);
    const name = String.raw`a\u0000b\ud800c\udc00\ud83d\ude00`;
    await using server = await attackedServer(clock, {
      seed: 5,
      entities: 1,
      faults: [
        {
          ...{ name: "other-file", account: FIRST, times: always },
          value: file(`"CAMPAIGN_NAME":"${name}"`, '"CAMPAIGN_NAME":"other"'),
        },
      ],
    });
    for (const place of all) {
      expect((await sync(server, place, { full: true })).failed).toEqual([]);
      const [names] = await place.ask([
        `SELECT campaign_name FROM days WHERE ad_account_id = '${FIRST}' ORDER BY date`,
      ]);
      const nul = place.name === "PostgreSQL" ? "\ufffd" : "\0";
      expect([place.name, names]).toEqual([place.name, [["other"], [`a${nul}b\ufffdc\ufffd😀`]]]);
      await expectWhole(server, place, { table: "days", accounts: ACCOUNTS.slice(1, 4) });
    }
  });

  describe.skipIf(NO_POSTGRES !== null)("PostgreSQL", () => {
    /** SQL for a trigger that runs `work` on each row of the first account. */
    const trigger = (when: string, work: string): string => {
      const row = when.endsWith("INSERT") ? "NEW" : "OLD";
      return `CREATE FUNCTION odd() RETURNS trigger LANGUAGE plpgsql SET search_path FROM CURRENT AS
       $$BEGIN ${work}; RETURN ${row}; END$$;
       CREATE TRIGGER odd ${when} ON days FOR EACH ROW WHEN (${row}.ad_account_id = '${FIRST}') EXECUTE FUNCTION odd()`;
    };
    const DROPPING = trigger(
      "BEFORE INSERT",
      "IF NEW.total_conversions % 3 = 0 THEN RETURN NULL; END IF",
    );
    const CHANGED = /^the table has \d+ rows instead of \d+: a trigger, rule or policy on it/;
    const place = () => places()[0] as AnalystStore;

    for (const [path, entities] of [
      ["rows that are sent at once", 30],
      ["rows that are sent in several parts", 3_000],
    ] as const)
      it(`fails the window if a trigger drops some of the ${path}, and keeps the old rows`, async () => {
        const { clock, places: all } = await healthyPlaces([place()], ["days"]);
        const [{ ask } = place()] = all;
        await ask([DROPPING]);
        await expectHarmless(
          { clock, places: all },
          {
            options: { entities },
            message: CHANGED,
          },
        );
        await ask(["DROP TRIGGER odd ON days"]);
        await expectRecovered({ clock, places: all }, ["days"]);
      });

    for (const [what, statements] of [
      [
        "removes rows after they were inserted",
        trigger(
          "AFTER INSERT",
          "DELETE FROM days WHERE campaign_id = NEW.campaign_id AND date = NEW.date",
        ),
      ],
      ["prevents rows from being deleted", trigger("BEFORE DELETE", "RETURN NULL")],
      ["moves rows to another account", trigger("BEFORE INSERT", "NEW.ad_account_id = '7'")],
    ] as const)
      it(`fails the window if a trigger ${what}, and keeps the old rows`, async () => {
        const { clock, places: all } = await healthyPlaces([place()], ["days"]);
        for (const { ask } of all) await ask([statements]);
        const options = { entities: 30 };
        await expectHarmless(
          { clock, places: all },
          { options, message: /^the table has|duplicate/ },
        );
        for (const { ask } of all) await ask(["DROP TRIGGER odd ON days"]);
        await expectRecovered({ clock, places: all }, ["days"]);
      });

    it("rejects a worker's window if a trigger drops some of its rows, and loads it once the trigger is gone", async () => {
      const { clock, places: all } = await healthyPlaces([place()], ["days"]);
      const [only = place()] = all;
      await only.ask([DROPPING]);
      await using server = await attackedServer(clock, { seed: 5, entities: 30 });
      const engine = targetEngine(customTarget(only.target()));
      const connection = server.client as object as Connection;
      const options = { tables: BODIES, only: ["days"], full: true, lookbackDays: 3 };
      const { tasks } = await engine.plan(connection, options as never);
      const loader = engine.loader(connection);
      const [attacked, healthy] = tasks as readonly WindowTask[];
      const load = async (task: WindowTask | undefined): Promise<number> => {
        const { adAccountId, body } = task as WindowTask;
        const report = await server.client.report.run(adAccountId, body as never);
        const rows = (settings: object) => report.rows(settings) as AsyncIterable<never>;
        return loader.loadWindow(task as WindowTask, { fence: 5, rows });
      };
      const had = await contents(only, "days", [FIRST]);
      await expect(load(attacked)).rejects.toThrow(CHANGED);
      expect(await contents(only, "days", [FIRST])).toEqual(had);
      expect(await loader.fenceOf(attacked as WindowTask)).toBe(null);
      expect(await load(healthy)).toBeGreaterThan(60);
      await only.ask(["DROP TRIGGER odd ON days"]);
      expect(await load(attacked)).toBeGreaterThan(60);
      await loader.close();
      await expectWhole(server, only, { table: "days", accounts: ACCOUNTS.slice(0, 2) });
    });

    it("is reconnected if its sessions end during a run, and all rows are loaded once", async () => {
      const { clock, places: all } = await healthyPlaces([place()], ["days"]);
      const [only = place()] = all;
      await using server = await attackedServer(clock, { seed: 5, entities: 3_000 });
      const ends: Promise<unknown>[] = [];
      const { failed, loaded } = await sync(server, only, {
        full: true,
        onProgress: (event) => {
          // Once while rows arrive, and once between two reports.
          const isDue = event.type === (ends.length === 0 ? "rows" : "loaded");
          if (!isDue || ends.length > 1) return;
          ends.push(
            only.ask([
              "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE application_name LIKE 'pinterest-reports%'",
            ]),
          );
        },
      });
      for (const ended of ends) expect(await ended).toEqual([[["t"]]]);
      expect([ends.length, failed, loaded]).toEqual([2, [], 4]);
      await expectWhole(server, only, { table: "days", accounts: ACCOUNTS.slice(0, 4) });
    });

    it("ends the run with its error code if it stays unreachable", async () => {
      const clock = createFakeClock({ start: START });
      await using server = await attackedServer(clock, { seed: 5 });
      await using own = await postgresStores();
      own.reader.on("error", () => {});
      const [only = place()] = analystStores(own);
      const [[[folder] = []] = []] = await only.ask(["SHOW data_directory"]);
      const [pid] = readFileSync(`${folder}/postmaster.pid`, "utf8").split("\n");
      let isKilled = false;
      const run = sync(server, only, {
        onProgress: ({ type }) => {
          if (type !== "loaded" || isKilled) return;
          isKilled = true;
          process.kill(Number(pid), "SIGQUIT");
          // Lets its sessions end before the run continues.
          Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 500);
        },
      });
      await expect(run).rejects.toMatchObject({ code: "target_unavailable" });
    });
  });
});
