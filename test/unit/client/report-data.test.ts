import { parse } from "csv-parse/sync";
import { describe, expect, it } from "vitest";
import { createClient, type ReportRequest } from "../../../generated/index.js";
import { reportFacts } from "../../../generated/report/facts.js";
import {
  createFakeClock,
  createFakeServer,
  type FakeServerOptions,
} from "../../../generated/testing.js";

const ACCOUNT = "549755885175";
const COLUMNS = [
  "ADVERTISER_ID",
  "AD_ACCOUNT_ID",
  "CAMPAIGN_ID",
  "CAMPAIGN_NAME",
  "AD_GROUP_ID",
  "AD_ID",
  "PIN_PROMOTION_ID",
] as const;
const body: ReportRequest = {
  start_date: "2026-03-03",
  end_date: "2026-03-09",
  granularity: "DAY",
  level: "CAMPAIGN",
  columns: [...COLUMNS, "PRODUCT_GROUP_ID", "PIN_ID", "SPEND_IN_DOLLAR"],
};

type Row = Readonly<Record<string, string | number | undefined>>;
type Options = FakeServerOptions & { readonly account?: string };

/** The bytes of a report's file, chunk by chunk. */
async function pieces(change: object, { account = ACCOUNT, ...options }: Options = {}) {
  await using server = await createFakeServer({
    clock: createFakeClock({ start: "2026-03-10T12:00:00Z" }),
    ...options,
  });
  const client = createClient({
    accessToken: server.accessToken,
    baseUrl: server.url,
    fetch: server.fetch,
    clock: server.clock,
  });
  const { token } = await client.report.create(account, { ...body, ...change } as ReportRequest, {
    validate: false,
  });
  return server.file(token);
}

const text = async (change: object, options?: Options) =>
  Buffer.concat([...(await pieces(change, options))]).toString();

/** The rows. Ids are quoted first, because `JSON.parse` would round them. */
async function lists(
  change: object,
  options?: Options,
): Promise<Readonly<Record<string, readonly Row[]>>> {
  return JSON.parse((await text(change, options)).replace(/"(\w+_ID)":(\d+)/g, '"$1":"$2"'));
}

const rowsOf = async (change: object, options?: Options) =>
  Object.values(await lists(change, options)).flat();

describe("an account's data in the fake server", () => {
  it("differs from other accounts' data in ids and numbers", async () => {
    const accounts = [
      "1",
      "2",
      "12",
      ...Array.from({ length: 40 }, (_, index) => String(549_755_885_175 + index)),
    ];
    const all = await Promise.all(accounts.map((account) => rowsOf({}, { account })));
    const ids = all.map((rows) => [...new Set(rows.map(({ CAMPAIGN_ID }) => CAMPAIGN_ID))]);
    expect(new Set(ids.flat()).size).toBe(3 * accounts.length);
    expect(new Set(ids.flat().map((id) => String(id).length))).toEqual(new Set([12]));
    expect(
      new Set(all.map((rows) => rows.map(({ SPEND_IN_DOLLAR }) => SPEND_IN_DOLLAR).join())).size,
    ).toBe(accounts.length);
    expect(all.map((rows) => new Set(rows.map((row) => row.AD_ACCOUNT_ID)))).toEqual(
      accounts.map((account) => new Set([account])),
    );
  });

  it("is the same every time, but different for another seed", async () => {
    expect(await text({})).toBe(await text({}));
    expect(await text({})).not.toBe(await text({}, { seed: 2 }));
  });

  it.each(
    (reportFacts.levels ?? []).map(({ name, has, listedUnder }) => ({ name, has, listedUnder })),
  )(
    "contains, in each row at the $name level, the columns that spec/rows.yaml lists",
    async ({ name, has, listedUnder }) => {
      const under = await lists({ level: name, columns: [...has, "SPEND_IN_DOLLAR"] });
      expect(Object.keys(under)).toHaveLength(name.startsWith("ADVERTISER") ? 1 : 3);
      for (const [key, rows] of Object.entries(under)) {
        for (const row of rows) expect(Object.keys(row)).toEqual(expect.arrayContaining([...has]));
        for (const row of rows)
          expect(listedUnder.filter((column) => row[column] !== key)).toEqual([]);
      }
    },
  );

  it("assigns two ads to each ad group and two ad groups to each campaign, and gives campaigns no ads", async () => {
    const [ads, groups, campaigns] = await Promise.all(
      ["PIN_PROMOTION", "AD_GROUP", "CAMPAIGN"].map((level) => rowsOf({ level }, { entities: 8 })),
    );
    const pairs = (rows: readonly Row[] = [], of: string, within: string) =>
      new Map(rows.map((row) => [row[of], row[within]]));
    const [groupOf, campaignOf] = [
      pairs(ads, "AD_ID", "AD_GROUP_ID"),
      pairs(groups, "AD_GROUP_ID", "CAMPAIGN_ID"),
    ];
    expect(groupOf.size).toBe(8);
    expect(new Set(groupOf.values()).size).toBe(4);
    for (const row of ads ?? []) expect(campaignOf.get(row.AD_GROUP_ID)).toBe(row.CAMPAIGN_ID);
    const names = pairs(campaigns, "CAMPAIGN_ID", "CAMPAIGN_NAME");
    for (const row of [...(ads ?? []), ...(groups ?? [])])
      expect(names.get(row.CAMPAIGN_ID)).toBe(row.CAMPAIGN_NAME);
    expect(campaigns?.some((row) => "AD_ID" in row || "AD_GROUP_ID" in row)).toBe(false);
  });

  it("has names with quotes, commas, line breaks and many alphabets, and the same names in JSON and CSV", async () => {
    const names = new Set((await rowsOf({})).map(({ CAMPAIGN_NAME }) => String(CAMPAIGN_NAME)));
    const csv: readonly Record<string, string>[] = parse(await text({ report_format: "CSV" }), {
      columns: true,
    });
    expect(new Set(csv.map((row) => row["Campaign name"]))).toEqual(names);
    for (const sign of ['"', ",", "\n", "é", "日本", "😀"])
      expect([...names].join("")).toContain(sign);
  });

  it("is also valid for an account id that starts with 0", async () => {
    expect((await rowsOf({}, { account: "007" }))[0]).toMatchObject({ ADVERTISER_ID: "007" });
  });
});

describe("fake data with very many entities", () => {
  const asked = {
    level: "AD_GROUP",
    columns: ["AD_GROUP_ID", "CAMPAIGN_ID", "CAMPAIGN_NAME", "PIN_ID", "SPEND_IN_DOLLAR"],
  };
  const low = (id: unknown) => Number(String(id).slice(-5));

  it.each([{}, { primary_sort: "BY_DATE" }])(
    "has a separate id for each entity, with the right campaign: %j",
    async (sort) => {
      const under = await lists({ ...asked, ...sort }, { entities: 5_000 });
      const rows = Object.values(under).flat();
      expect(Object.keys(under)).toHaveLength("primary_sort" in sort ? 7 : 5_000);
      expect(new Set(rows.map(({ AD_GROUP_ID }) => AD_GROUP_ID)).size).toBe(5_000);
      expect(new Set(rows.map(({ PIN_ID }) => PIN_ID)).size).toBe(5_000);
      const wrong = rows.filter(
        (row) => low(row.CAMPAIGN_ID) !== Math.ceil(low(row.AD_GROUP_ID) / 2),
      );
      expect(wrong).toEqual([]);
      expect(
        rows.filter((row) => !String(row.CAMPAIGN_NAME).includes(String(row.CAMPAIGN_ID))),
      ).toEqual([]);
      expect(new Set(rows.map(({ CAMPAIGN_NAME }) => CAMPAIGN_NAME)).size).toBe(2_500);
    },
  );

  it("fills a file to at least the requested length, and little more", async () => {
    for (const change of [{}, { primary_sort: "BY_DATE" }, { report_format: "CSV" }]) {
      for (const bytes of [1, 5_000, 300_000, 1_000_000]) {
        const { length } = Buffer.from(await text({ ...asked, ...change }, { bytes, entities: 2 }));
        expect(length).toBeGreaterThanOrEqual(bytes);
        expect(length).toBeLessThan(bytes + 6_000);
      }
    }
  });

  it("takes less than 100 MB of memory, however much is read", async () => {
    for (const change of [{}, { primary_sort: "BY_DATE" }, { report_format: "CSV" }]) {
      const before = process.memoryUsage();
      let [read, most] = [0, 0];
      for (const { length } of await pieces({ ...asked, ...change }, { entities: 10_000_000 })) {
        read += length;
        const { heapUsed, arrayBuffers } = process.memoryUsage();
        most = Math.max(most, heapUsed + arrayBuffers - before.heapUsed - before.arrayBuffers);
        if (read > 30_000_000) break;
      }
      expect(read).toBeGreaterThan(30_000_000);
      expect(most).toBeLessThan(100_000_000);
    }
  });

  it("can be empty", async () => {
    for (const change of [{}, { primary_sort: "BY_DATE" }])
      expect(await text(change, { entities: 0 })).toBe("{}");
    expect((await text({ report_format: "CSV" }, { entities: 0 })).split("\r\n")).toHaveLength(2);
  });
});
