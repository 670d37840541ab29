import { readFileSync } from "node:fs";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { blocksOf } from "../../support/markdown.js";
import { NO_POSTGRES, type Postgres, postgres } from "../../support/postgres.js";
import { QUERIED, type Row } from "../../support/queried.js";
import { CAMPAIGN_DAYS, serverRows, syncSetting } from "../../support/sync.js";

const page = readFileSync(new URL("../../../docs/guide/coming-from.md", import.meta.url), "utf8");
const statements = blocksOf(page).filter(({ language }) => language === "sql");
const sqlWith = (words: string): string =>
  statements.find(({ text }) => text.includes(words))?.text ?? "";

const ACCOUNTS = ["549755885175", "549755885176"];
const FIRST = "2026-05-20";

let server: Postgres | null = null;
beforeAll(async () => {
  if (NO_POSTGRES === null) server = await postgres();
});
afterAll(() => server?.[Symbol.asyncDispose]());

const keyOf = ({ ad_account_id, campaign_id, date }: Row): string =>
  `${ad_account_id} ${campaign_id} ${date}`;

/** Whether two amounts differ by more than the page tolerates. */
const differ = (one: Row, other: Row): boolean =>
  Math.abs(Number(one.spend_in_dollar) - Number(other.spend_in_dollar)) > 0.005;

describe.each(QUERIED)("a comparison of two loads in $name", ({ place, isSkipped }) => {
  it.skipIf(isSkipped)("finds rows that are missing, new, changed or duplicated", async () => {
    await using setting = await syncSetting({ restated: 0.2, entities: 6 });
    await using made = await place(server, "pinterest");
    const rowsTo = (to: string, from = FIRST) =>
      serverRows(setting, { accounts: ACCOUNTS, body: CAMPAIGN_DAYS, from, to });
    // The previous load: a daily upsert of that morning's file, which only has the last few days.
    const former = new Map((await rowsTo("2026-06-14")).map((row) => [keyOf(row), row]));
    await setting.nextDay(9);
    for (const row of await rowsTo("2026-06-23", "2026-06-14")) former.set(keyOf(row), row);
    // The previous load never had one of the campaigns.
    const [{ campaign_id: missed } = {}] = [...former.values()];
    const kept = [...former.values()].filter(({ campaign_id }) => campaign_id !== missed);
    const copies = kept.slice(0, 3);
    await made.query(
      `CREATE TABLE former_campaign_days (ad_account_id bigint, campaign_id bigint, date text, spend_in_dollar double precision);
         INSERT INTO former_campaign_days VALUES ${[...kept, ...copies]
           .map(
             ({ ad_account_id, campaign_id, date, spend_in_dollar: spend }) =>
               `(${ad_account_id}, ${campaign_id}, '${date}', ${spend})`,
           )
           .join(", ")}`,
    );
    await setting.client.report.sync({
      target: made.target,
      tables: { campaign_days: CAMPAIGN_DAYS },
      only: ["campaign_days"],
      since: FIRST,
    });

    const twice = await made.query(sqlWith("HAVING count(*) > 1"));
    expect(twice.map((row) => `${keyOf(row)} ${row.copies}`).sort()).toEqual(
      copies.map((row) => `${keyOf(row)} 2`).sort(),
    );

    const now = new Map((await rowsTo("2026-06-23")).map((row) => [keyOf(row), row]));
    const before = new Map(kept.map((row) => [keyOf(row), row]));
    const expected = new Map<string, number[]>();
    for (const key of new Set([...now.keys(), ...before.keys()])) {
      const [one, other] = [now.get(key), before.get(key)];
      const day = String((one ?? other)?.date);
      const counts = expected.get(day) ?? [0, 0, 0, 0];
      const isChanged = one !== undefined && other !== undefined && differ(one, other);
      const add = [true, !one, !other, isChanged].map(Number);
      expected.set(
        day,
        counts.map((count, at) => count + (add[at] ?? 0)),
      );
    }
    const sums = [...expected.values()].reduce((all, counts) =>
      all.map((count, at) => count + (counts[at] ?? 0)),
    );
    // If one of the kinds were missing, the comparison would prove nothing.
    for (const count of sums) expect(count).toBeGreaterThan(0);
    const days = await made.query(sqlWith("vanished_rows"));
    expect(
      days.map(({ day, row_count, vanished_rows, new_rows, changed_rows }) => [
        day,
        [row_count, vanished_rows, new_rows, changed_rows].map(Number),
      ]),
    ).toEqual([...expected].sort(([a], [b]) => (a < b ? -1 : 1)));
    const total = (rows: Iterable<Row>) =>
      [...rows].reduce((sum, row) => sum + Number(row.spend_in_dollar), 0);
    const added = (name: string) => days.reduce((sum, row) => sum + Number(row[name]), 0);
    expect(added("spend")).toBeCloseTo(total(now.values()), 4);
    expect(added("former_spend")).toBeCloseTo(total(kept), 4);

    const found = await made.query(
      sqlWith("former_campaign_id").replaceAll("2026-06-01", "2026-06-12"),
    );
    const ofDay = (rows: ReadonlyMap<string, Row>) =>
      [...rows].filter(([, { date }]) => date === "2026-06-12");
    const different = new Set(
      [...ofDay(now), ...ofDay(before)]
        .filter(([key]) => {
          const [one, other] = [now.get(key), before.get(key)];
          return !one || !other || differ(one, other);
        })
        .map(([, { campaign_id: id }]) => String(id)),
    );
    expect(new Set(found.map((row) => String(row.campaign_id ?? row.former_campaign_id)))).toEqual(
      different,
    );
  });
});

it("each statement on the page has its purpose next to it", () => {
  expect(statements).toHaveLength(3);
});
