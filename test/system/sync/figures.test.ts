import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type AnalystServers, analystServers, askedStores } from "../../support/analyst-stores.js";
import { many } from "../../support/effort.js";
import { listedOf } from "../../support/listed.js";
import { SKIPPED_S3 } from "../../support/moto.js";
import { SKIPPED } from "../../support/postgres.js";
import { serverRows, syncSetting } from "../../support/sync.js";
import {
  FIGURE_LISTS,
  FIGURE_TABLES,
  type Figures,
  figuresOf,
  loadFigures,
} from "../../support/table-figures.js";

const ACCOUNTS = ["549755885175", "549755885176"];
// Few days, because an hourly report allows no more.
const DAYS = { from: "2026-06-12", to: "2026-06-14" };

describe(`each table in each type of target${SKIPPED}${SKIPPED_S3}`, () => {
  let servers: AnalystServers;
  beforeAll(async () => {
    servers = await analystServers();
  });
  afterAll(() => servers[Symbol.asyncDispose]());

  it("has the same number of rows and the same sums as the server's files", async () => {
    await using setting = await syncSetting({ entities: many(30, 4), restated: 0.3 });
    const places = await askedStores(servers);
    const found: [name: string, tables: ReadonlyMap<string, Figures>][] = [];
    for (const place of places) {
      await loadFigures(setting, place, DAYS.from);
      found.push([place.name, await figuresOf(place)]);
    }
    const [[, tables] = ["", new Map<string, Figures>()], ...others] = found;
    for (const [name, other] of others) expect([name, other]).toEqual([name, tables]);

    for (const [name, body] of Object.entries(FIGURE_TABLES)) {
      const rows = await serverRows(setting, { accounts: ACCOUNTS, body, ...DAYS });
      expect(rows.length).toBeGreaterThan(0);
      expect([name, tables.get(name)?.get("count(*)")]).toEqual([name, String(rows.length)]);
      for (const column of ["spend_in_micro_dollar", "impression_1", "total_conversions"]) {
        // Summed as integers in millionths, because adding thousands of doubles is off in the third
        // digit.
        const millionths = rows.reduce(
          (total, row) => total + BigInt(Math.round(Number(row[column]) * 1e6)),
          0n,
        );
        const sum = Number(millionths) / 1e6;
        expect([name, column, Number(tables.get(name)?.get(`sum("${column}")`))]).toEqual([
          name,
          column,
          expect.closeTo(sum, 3),
        ]);
      }
    }
    for (const name of FIGURE_LISTS) {
      // Only the options of `sync` define which types there are.
      if (name === "targeting_options") continue;
      const listed = await Promise.all(
        ACCOUNTS.map((account) => listedOf(setting.client, account, [])),
      );
      const items = listed.flatMap((lists) => lists[name] ?? []);
      expect(items.length).toBeGreaterThan(0);
      expect([name, tables.get(name)?.get("count(*)")]).toEqual([name, String(items.length)]);
    }
  });
});
