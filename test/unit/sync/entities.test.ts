import { describe, expect, it } from "vitest";
import { customTarget } from "../../../generated/sync.js";
import { SyncError } from "../../../runtime/sync/sync-error.js";
import type { EntityTable } from "../../../runtime/sync/types.js";
import { comparable, listedOf } from "../../support/listed.js";
import { CAMPAIGN_DAYS, memoryTarget, serverRows, syncSetting } from "../../support/sync.js";

const ACCOUNTS = ["549755885175", "549755885176"];
const ALL: readonly EntityTable[] = [
  "campaigns",
  "ad_groups",
  "ads",
  "keywords",
  "product_groups",
  "targeting_options",
];
const TYPES = ["APPTYPE", "GENDER", "LOCALE", "AGE_BUCKET", "LOCATION", "GEO", "INTEREST"];
const tables = { campaign_days: CAMPAIGN_DAYS };

/** Syncs only lists, into memory. */
async function listedBy(
  { client }: Awaited<ReturnType<typeof syncSetting>>,
  entities: readonly EntityTable[],
) {
  const target = memoryTarget();
  const result = await client.report.sync({
    target: customTarget(target),
    tables,
    entities,
    only: entities,
  });
  return { target, ...result };
}

describe("all lists", () => {
  it("contain each item of each account with all its fields, including archived items", async () => {
    await using setting = await syncSetting({ entities: 12 });
    const { target } = await listedBy(setting, ALL);
    const [one = {}, other = {}] = [
      await listedOf(setting.client, ACCOUNTS[0] ?? "", TYPES),
      await listedOf(setting.client, ACCOUNTS[1] ?? "", TYPES),
    ];
    for (const table of ALL) {
      const expected = [...(one[table] ?? []), ...(other[table] ?? [])];
      expect(expected.length).toBeGreaterThan(0);
      expect([table, comparable(target.rows(table))]).toEqual([table, comparable(expected)]);
    }
  });

  it("contain the keywords of the account, its campaigns and its ad groups", async () => {
    // More ad groups than one request can ask for.
    await using setting = await syncSetting({ entities: 104, accounts: 1 });
    const { target } = await listedBy(setting, ["keywords"]);
    const kinds = target.rows("keywords").map(({ parent_type }) => parent_type);
    expect(kinds.toSorted()).toEqual([
      ...Array(104).fill("ad_group"),
      "advertiser",
      ...Array(104).fill("campaign"),
    ]);
  });

  it("need as many calls as the documentation page says", async () => {
    await using setting = await syncSetting({ entities: 130, accounts: 1 });
    const callsFor = async (entity: EntityTable): Promise<number> => {
      const before = setting.server.requests.length;
      await listedBy(setting, [entity]);
      return setting.server.requests.slice(before).filter(({ step }) => step === "other").length;
    };
    const pages = 1;
    // One of 131 ad groups and campaigns is archived.
    expect(await callsFor("campaigns")).toBe(pages);
    expect(await callsFor("keywords")).toBe(1 + (pages + 131) + (pages + 2));
    expect(await callsFor("product_groups")).toBe(pages + 131);
    expect(await callsFor("targeting_options")).toBe(TYPES.length);
  });

  it("default to three lists", async () => {
    await using setting = await syncSetting({ accounts: 1 });
    const { plan } = await setting.client.report.sync({
      target: customTarget(memoryTarget()),
      tables,
      dryRun: true,
    });
    expect(plan.lists.map(({ table }) => table)).toEqual([
      "ad_accounts",
      "campaigns",
      "ad_groups",
      "ads",
    ]);
  });
});

describe("names next to ids", () => {
  it.each([
    ["KEYWORD", "keyword_id", "keywords", "value"],
    ["PRODUCT_GROUP", "product_group_id", "product_groups", "status"],
    ["PIN_PROMOTION", "ad_id", "ads", "name"],
    ["AD_GROUP", "ad_group_id", "ad_groups", "name"],
  ] as const)("are added to each row of %s", async (level, id, table, name) => {
    await using setting = await syncSetting({ entities: 5 });
    const { target } = await listedBy(setting, [table]);
    const names = new Map(target.rows(table).map((row) => [row.id, row[name]]));
    const columns = ["AD_ID", "AD_GROUP_ID", "PRODUCT_GROUP_ID", "SPEND_IN_DOLLAR"].filter(
      (column) => column.toLowerCase() === id || column === "SPEND_IN_DOLLAR",
    );
    const rows = target.rows(table).length === 0 ? [] : await reportRows(setting, level, columns);
    expect(rows.length).toBeGreaterThan(5);
    for (const row of rows) expect(typeof names.get(String(row[id]))).toBe("string");
  });

  it("are added for the metros and regions of a targeting report", async () => {
    const values = {
      LOCATION: { 501: "U.S.: New York", US: "United States" },
      GEO: { "US-CA": "California" },
    };
    await using setting = await syncSetting({
      accounts: 1,
      respond: ({ path }) => {
        const type = path.replace(/.*\//, "");
        return path.includes("/targeting/") ? [Object(values)[type] ?? {}] : undefined;
      },
    });
    const { target } = await listedBy(setting, ["targeting_options"]);
    expect(
      target
        .rows("targeting_options")
        .map(({ targeting_type, id, name }) => [targeting_type, id, name]),
    ).toEqual([
      ["LOCATION", "501", "U.S.: New York"],
      ["LOCATION", "US", "United States"],
      ["GEO", "US-CA", "California"],
    ]);
  });

  it("are stored with the other fields if the response has objects instead of names", async () => {
    const interest = { id: "925056443165", name: "Dress", level: 2, child_interests: ["1", "2"] };
    await using setting = await syncSetting({
      accounts: 1,
      respond: ({ path }) =>
        path.endsWith("/INTEREST")
          ? [{ [interest.id]: interest }, null]
          : path.includes("/targeting/")
            ? null
            : undefined,
    });
    const { target } = await listedBy(setting, ["targeting_options"]);
    expect(target.rows("targeting_options")).toEqual([
      {
        ad_account_id: ACCOUNTS[0],
        targeting_type: "INTEREST",
        id: interest.id,
        name: "Dress",
        level: "2",
        child_interests: '["1","2"]',
      },
    ]);
  });
});

describe("a list that takes several requests", () => {
  it("keeps its old rows if one of its requests fails", async () => {
    await using setting = await syncSetting({
      accounts: 1,
      entities: 3,
      faults: [{ name: "refusal", on: "other", skip: 12, times: 99 }],
    });
    const target = memoryTarget();
    const run = () =>
      setting.client.report.sync({
        target: customTarget(target),
        tables,
        entities: ["product_groups"],
        only: ["product_groups"],
      });
    await run();
    const before = target.rows("product_groups");
    expect(before.length).toBe(4);
    await run();
    await expect(run()).rejects.toBeInstanceOf(SyncError);
    expect(comparable(target.rows("product_groups"))).toEqual(comparable(before));
  });
});

it("a table of reports can have the name of a list that is not requested", async () => {
  await using setting = await syncSetting({ accounts: 1 });
  const run = (entities: readonly EntityTable[]) =>
    setting.client.report.sync({
      target: customTarget(memoryTarget()),
      tables: { keywords: CAMPAIGN_DAYS },
      entities,
      dryRun: true,
    });
  await expect(run(["ads"])).resolves.toMatchObject({ failed: [] });
  await expect(run(["keywords"])).rejects.toThrow(
    "the table keywords has the name of a table that sync creates itself",
  );
});

/** The rows of a report for the first account. */
async function reportRows(
  setting: Awaited<ReturnType<typeof syncSetting>>,
  level: string,
  columns: readonly string[],
) {
  if (level !== "KEYWORD")
    return serverRows(setting, {
      accounts: ACCOUNTS,
      body: { level, granularity: "DAY", columns } as { readonly columns: readonly string[] },
      from: "2026-06-01",
      to: "2026-06-10",
    });
  const report = await setting.client.report.run(ACCOUNTS[0] ?? "", {
    level: "KEYWORD",
    granularity: "DAY",
    columns: ["SPEND_IN_DOLLAR"],
    start_date: "2026-06-01",
    end_date: "2026-06-10",
  });
  const rows = [];
  for await (const { KEYWORD_ID: id } of report.rows()) rows.push({ keyword_id: id });
  return rows as readonly Readonly<Record<string, unknown>>[];
}
