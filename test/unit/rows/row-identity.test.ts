import { describe, expect, it } from "vitest";
import { type Client, createClient, type ReportRequest } from "../../../generated/index.js";
import { createFakeClock } from "../../../generated/testing.js";
import { validateReport } from "../../../generated/validators.js";
import { all } from "../../support/flow.js";
import { FILES, filesOf, type MadeFile, SORTS, wordsOf } from "../../support/report-files.js";

type Values = Readonly<Record<string, unknown>>;

const API = "http://127.0.0.1:9/v5";
const HEADERS = { "content-type": "application/json" };

/** A client for accounts 1, 2, …, each with one of these files. Uses no network. */
function clientOf(files: readonly MadeFile[]): Client {
  const fetch = async (url: string, { method = "GET" }: RequestInit) => {
    const number = /(?:ad_accounts|file)\/(\d+)/.exec(url)?.[1] ?? "";
    if (url.includes("/file/")) return new Response(files[Number(number) - 1]?.text ?? "");
    const done = {
      report_status: "FINISHED",
      url: `http://127.0.0.1:9/file/${number}`,
      size: null,
    };
    return new Response(
      JSON.stringify(method === "POST" ? { report_status: "IN_PROGRESS", token: "t" } : done),
      { headers: HEADERS },
    );
  };
  const clock = createFakeClock({ start: "2026-03-10T12:00:00Z" });
  return createClient({
    accessToken: "t",
    baseUrl: API,
    clock,
    fetch: fetch as never,
    validate: false,
  });
}

/** The columns that identify the file's rows. */
const namesIn = (key: string): readonly string[] =>
  key.split(" ").map((one) => one.split("=")[0] ?? "");

function expectAll(rows: readonly Values[], { keys, text }: MadeFile): void {
  const names = namesIn(keys[0] ?? "");
  const words = rows.map((row) => wordsOf(row, names));
  expect(words.toSorted(), text).toEqual(keys.toSorted());
  expect(new Set(words).size, text).toBe(rows.length);
}

const each = Math.ceil(FILES / SORTS.length);

describe("a row of a report", () => {
  it("is tested at all levels and granularities, in both sort orders", () => {
    expect(SORTS.length).toBe(13 * 5 * 2);
  });

  it.each(SORTS)(
    "is distinguishable from all other rows that run and runAll return: $level, $granularity, $primary_sort",
    async (sort) => {
      const files = filesOf(sort, each);
      // Makes sure that every case was tried.
      expect(files.some(({ keys }) => keys.length > 2)).toBe(true);
      const client = clientOf(files);
      const tasks = files.map(({ body }, index) => ({
        adAccountId: String(index + 1),
        body: body as unknown as ReportRequest,
      }));
      for (const [index, { adAccountId, body }] of tasks.entries()) {
        const report = await client.report.run(adAccountId, body);
        expectAll((await all(report.rows())) as readonly Values[], files[index] as MadeFile);
      }
      const rows = new Map(tasks.map((task) => [task, [] as Values[]]));
      for await (const item of client.report.runAll(tasks)) {
        if (item.type === "failed") throw item.error;
        if (item.type !== "row") continue;
        rows.get(item.request)?.push(item.row as Values);
        expect(item.key).toBe(item.keys[0]);
        // A row's entity is in the keys above it, or in a column.
        expect(item.keys.length).toBeGreaterThan(0);
      }
      for (const [index, task] of tasks.entries())
        expectAll(rows.get(task) ?? [], files[index] as MadeFile);
    },
  );
});

describe("a keyword or a product item", () => {
  const days = { start_date: "2026-03-01", end_date: "2026-03-02", granularity: "DAY" } as const;
  const file = (text: string) => clientOf([{ body: {}, keys: [], text }]);

  it("has an id in every row, even if the id was not requested or no columns were listed", async () => {
    const client = file(
      '{"2886935172273":[{"DATE":"2026-03-01"}],"2886935172274":[{"DATE":"2026-03-01"}]}',
    );
    for (const [level, name] of [
      ["KEYWORD", "KEYWORD_ID"],
      ["PRODUCT_ITEM", "PRODUCT_ITEM_ID"],
    ] as const) {
      for (const columns of [["SPEND_IN_DOLLAR"], undefined] as const) {
        const body = { ...days, level, ...(columns && { columns }) } as unknown as ReportRequest;
        const rows = (await all((await client.report.run("1", body)).rows())) as readonly Values[];
        expect(rows.map((row) => row[name])).toEqual(["2886935172273", "2886935172274"]);
      }
    }
  });

  it("causes an error if neither the row nor its keys have its id", async () => {
    const client = file('{"2026-03-01":[{"AD_GROUP_ID":"1"},{"AD_GROUP_ID":"1"}]}');
    const report = await client.report.run("1", {
      ...days,
      level: "KEYWORD",
      primary_sort: "BY_DATE",
      columns: ["AD_GROUP_ID"],
    });
    await expect(all(report.rows())).rejects.toThrow(
      /no KEYWORD_ID,.*no key above it is an id; entries\(\) returns rows without this check/,
    );
    expect((await all(report.entries())).map(({ keys }) => keys)).toEqual([
      ["2026-03-01"],
      ["2026-03-01"],
    ]);
  });

  it("keeps the id of the row exactly", async () => {
    const client = file(
      '{"2026-03-01":[{"KEYWORD_ID":2178617007189363790},{"KEYWORD_ID":2178617007189363791}]}',
    );
    const report = await client.report.run("1", {
      ...days,
      level: "KEYWORD",
      primary_sort: "BY_DATE",
      columns: ["CTR"],
    });
    expect((await all(report.rows())).map((row) => row.KEYWORD_ID)).toEqual([
      "2178617007189363790",
      "2178617007189363791",
    ]);
  });

  it("has an id that is found by its header in a CSV file", async () => {
    const client = file(
      "Keyword ID,Spend,Date\r\n2178617007189363790,1,2026-03-01\r\n2178617007189363791,1,2026-03-01\r\n",
    );
    const body = {
      ...days,
      level: "KEYWORD",
      columns: ["SPEND_IN_DOLLAR"],
      report_format: "CSV",
    } as const;
    const report = await client.report.run("1", body);
    const columnNames = () => [{ name: "SPEND_IN_DOLLAR", display_name: "Spend" }];
    const rows = await all(report.rows({ columnNames }));
    expect(rows.map((row) => row.KEYWORD_ID)).toEqual([
      "2178617007189363790",
      "2178617007189363791",
    ]);
  });
});

describe("a body without the id of its level", () => {
  const body = { start_date: "2026-03-01", end_date: "2026-03-02", granularity: "DAY" };
  const warned = (more: object) =>
    validateReport({ ...body, ...more }, { today: "2026-03-10" }).filter(
      ({ rule }) => rule === "no-row-id",
    );

  it.each([
    [
      "CAMPAIGN",
      ["CAMPAIGN_ID"],
      "has no CAMPAIGN_ID, so rows at level CAMPAIGN may be indistinguishable",
    ],
    [
      "CAMPAIGN_TARGETING",
      ["CAMPAIGN_ID"],
      "has no CAMPAIGN_ID, so rows at level CAMPAIGN_TARGETING may be indistinguishable",
    ],
    [
      "PIN_PROMOTION",
      ["AD_ID"],
      "has no PIN_PROMOTION_ID or AD_ID, so rows at level PIN_PROMOTION may be indistinguishable",
    ],
    [
      "PRODUCT_ITEM",
      ["AD_GROUP_ID"],
      "has no AD_GROUP_ID, so rows at level PRODUCT_ITEM may be indistinguishable",
    ],
  ])("causes a warning: %s", (level, ids, message) => {
    expect(warned({ level, columns: ["SPEND_IN_DOLLAR"] })).toMatchObject([
      { severity: "warning", path: "/columns", message },
    ]);
    expect(warned({ level, columns: ["SPEND_IN_DOLLAR", ...ids] })).toEqual([]);
  });

  it("causes no warning if the level has one row per day, the id is added automatically or the body is invalid", () => {
    for (const level of [
      "ADVERTISER",
      "ADVERTISER_TARGETING",
      "KEYWORD",
      "__proto__",
      3,
      undefined,
    ])
      expect(warned({ level, columns: ["SPEND_IN_DOLLAR"] })).toEqual([]);
    for (const columns of [[], "CTR", undefined])
      expect(warned({ level: "CAMPAIGN", columns })).toEqual([]);
  });

  it("does not occur in the other tests of row identity", () => {
    for (const { level } of SORTS) {
      const [made] = filesOf({ level, granularity: "DAY", primary_sort: "BY_ID" }, 1);
      expect(warned(made?.body ?? {})).toEqual([]);
    }
  });
});
