import { describe, expect, it } from "vitest";
import {
  type Client,
  createClient,
  type FinishedReport,
  type ReportHandle,
} from "../../../generated/index.js";
import { createFakeClock, createFakeServer, type Fault } from "../../../generated/testing.js";
import { all } from "../../support/flow.js";

const account = "549755885175";
const days = { start_date: "2026-03-01", end_date: "2026-03-02", granularity: "DAY" } as const;
const campaigns = {
  ...days,
  level: "CAMPAIGN",
  columns: ["CAMPAIGN_ID", "ADVERTISER_ID", "PIN_ID", "SPEND_IN_DOLLAR"],
} as const;

interface Scene extends AsyncDisposable {
  readonly client: Client;
}

/** A client whose reports have this file. */
async function scene(file?: string): Promise<Scene> {
  const faults: readonly Fault[] =
    file === undefined ? [] : [{ name: "other-file", value: file, times: 100 }];
  const server = await createFakeServer({
    polls: 0,
    faults,
    clock: createFakeClock({ start: "2026-03-10T12:00:00Z" }),
  });
  const client = createClient({
    accessToken: server.accessToken,
    baseUrl: server.url,
    clock: server.clock,
  });
  return { client, [Symbol.asyncDispose]: () => server.close() };
}

/** Was requested, but the files below omit it. */
const ZERO = { SPEND_IN_DOLLAR: 0 };

const rows = async <Row>(report: Promise<FinishedReport<Row>>): Promise<Row[]> =>
  all((await report).rows());

describe("the ids and the date of a row", () => {
  it("come from the file's keys if the row does not repeat them", async () => {
    await using by = await scene(
      '{"626700000001":[{"DATE":"2026-03-01","ADVERTISER_ID":12},{"DATE":"2026-03-02","ADVERTISER_ID":"12"}]}',
    );
    expect(await rows(by.client.report.run(account, campaigns))).toEqual([
      { DATE: "2026-03-01", ADVERTISER_ID: "12", CAMPAIGN_ID: "626700000001", ...ZERO },
      { DATE: "2026-03-02", ADVERTISER_ID: "12", CAMPAIGN_ID: "626700000001", ...ZERO },
    ]);
  });

  it("come from both keys of a file that is keyed by date and id, in either order", async () => {
    for (const [outer, inner] of [
      ["2026-03-01", "626700000001"],
      ["626700000001", "2026-03-01"],
    ]) {
      await using by = await scene(
        `{"${outer}":{"${inner}":[{"ADVERTISER_ID":12},{"ADVERTISER_ID":13}],"x":[]}}`,
      );
      const body = { ...campaigns, primary_sort: "BY_DATE" } as const;
      expect(await rows(by.client.report.run(account, body))).toEqual([
        { ADVERTISER_ID: "12", CAMPAIGN_ID: "626700000001", DATE: "2026-03-01", ...ZERO },
        { ADVERTISER_ID: "13", CAMPAIGN_ID: "626700000001", DATE: "2026-03-01", ...ZERO },
      ]);
    }
  });

  it.each([
    [
      "an account's id above the campaign's",
      '{"549755885175":{"626":[{"DATE":"2026-03-01","ADVERTISER_ID":1}]}}',
      /2 keys above it may be its value: "549755885175", "626"/,
    ],
    [
      "a day in seconds",
      '{"1772323200":{"626":[{"DATE":"2026-03-01","ADVERTISER_ID":1}]}}',
      /has no CAMPAIGN_ID, and 2 keys above it/,
    ],
    [
      "two days",
      '{"2026-03-01":{"2026-03-02":{"626":[{"ADVERTISER_ID":1}]}}}',
      /has no DATE, and 2 keys above it/,
    ],
    [
      "an impossible date",
      '{"2026-99-99":{"626":[{"ADVERTISER_ID":1}]}}',
      /has no DATE, which every row/,
    ],
    [
      "a key that only starts like a date",
      '{"2026-03-01x":{"626":[{"ADVERTISER_ID":1}]}}',
      /has no DATE, which every row/,
    ],
  ])("are not taken from keys that do not determine them: %s", async (_, file, says) => {
    await using by = await scene(file);
    await expect(
      rows(by.client.report.run(account, { ...campaigns, primary_sort: "BY_DATE" })),
    ).rejects.toThrow(says);
  });

  it("follow the keys from row to row", async () => {
    await using by = await scene(
      '{"1":{"DATE":"2026-03-01"},"2":{"DATE":"2026-03-01","CAMPAIGN_ID":3},"4":[{"DATE":"2026-03-01"}]}',
    );
    const found = await rows(
      by.client.report.run(account, { ...days, level: "CAMPAIGN", columns: ["CAMPAIGN_ID"] }),
    );
    expect(found.map((row) => row.CAMPAIGN_ID)).toEqual(["1", "3", "4"]);
  });

  it("include an ad's id under both of its names", async () => {
    await using by = await scene('{"687000000001":[{"DATE":"2026-03-01","CAMPAIGN_ID":1}]}');
    const body = {
      ...days,
      level: "PIN_PROMOTION",
      columns: ["AD_ID", "PIN_PROMOTION_ID", "CAMPAIGN_ID"],
    } as const;
    expect(await rows(by.client.report.run(account, body))).toEqual([
      {
        DATE: "2026-03-01",
        CAMPAIGN_ID: "1",
        AD_ID: "687000000001",
        PIN_PROMOTION_ID: "687000000001",
      },
    ]);
  });

  it("are not added if they were not requested, nor taken from a key that is not an id", async () => {
    await using by = await scene('{"626700000001":[{"DATE":"2026-03-01","CTR":1}]}');
    expect(
      await rows(by.client.report.run(account, { ...days, level: "CAMPAIGN", columns: ["CTR"] })),
    ).toEqual([{ DATE: "2026-03-01", CTR: 1 }]);
    await using odd = await scene('{"total":[{"DATE":"2026-03-01","CTR":1}]}');
    await expect(
      rows(
        odd.client.report.run(account, { ...days, level: "CAMPAIGN", columns: ["CAMPAIGN_ID"] }),
      ),
    ).rejects.toThrow(/no CAMPAIGN_ID/);
  });

  it("are strings even if the file has numbers", async () => {
    await using by = await scene(
      '{"1":[{"DATE":20260301,"TARGETING_TYPE":"LOCATION","TARGETING_VALUE":2680067996745555555}]}',
    );
    const body = {
      ...days,
      level: "CAMPAIGN_TARGETING",
      targeting_types: ["LOCATION"],
      columns: ["CAMPAIGN_ID"],
    } as const;
    expect(await rows(by.client.report.run(account, body))).toEqual([
      {
        DATE: "20260301",
        TARGETING_TYPE: "LOCATION",
        TARGETING_VALUE: "2680067996745555555",
        CAMPAIGN_ID: "1",
      },
    ]);
  });
});

describe("a row that lacks a column its type guarantees", () => {
  const file =
    '{"1":[{"DATE":"2026-03-01","ADVERTISER_ID":2,"MORE":3},{"DATE":"2026-03-02","ADVERTISER_ID":null}]}';

  it("causes an error that gives the column, the number of rows before it, and a way to continue", async () => {
    await using by = await scene(file);
    const report = await by.client.report.run(account, campaigns);
    const error = await rows(Promise.resolve(report)).catch((thrown: unknown) => thrown);
    expect(error).toMatchObject({
      code: "download",
      rows: 1,
      message: expect.stringMatching(
        /damaged after 1 row: the next row has no ADVERTISER_ID.*entries\(\) returns rows without this check/,
      ),
    });
  });

  it("is returned unchanged by entries(), except that zeros are filled in", async () => {
    await using by = await scene(file);
    expect(await all((await by.client.report.run(account, campaigns)).entries())).toEqual([
      { key: "1", keys: ["1"], row: { DATE: "2026-03-01", ADVERTISER_ID: "2", MORE: 3, ...ZERO } },
      { key: "1", keys: ["1"], row: { DATE: "2026-03-02", ...ZERO } },
    ]);
    const report = await by.client.report.run(account, campaigns);
    expect((await all(report.entries({ zeroFill: false }))).at(-1)?.row).toEqual({
      DATE: "2026-03-02",
    });
  });

  it("also causes an error in another process, because the handle contains the columns", async () => {
    await using by = await scene(file);
    const handle: ReportHandle = JSON.parse(
      JSON.stringify(await by.client.report.create(account, campaigns)),
    );
    expect(handle).toMatchObject({
      guaranteedColumns: ["DATE", "ADVERTISER_ID", "CAMPAIGN_ID"],
      keyColumns: ["DATE", "CAMPAIGN_ID"],
    });
    await expect(rows(by.client.report.resume(handle))).rejects.toMatchObject({
      code: "download",
      rows: 1,
    });
    const { guaranteedColumns, keyColumns, ...older } = handle;
    // A handle of version 0.1 has the lists under their former names.
    const former = { ...older, certain: guaranteedColumns, keyed: keyColumns };
    await expect(rows(by.client.report.resume(former))).rejects.toMatchObject({
      code: "download",
      rows: 1,
    });
    expect(await rows(by.client.report.resume(older))).toHaveLength(2);
    await expect(
      by.client.report.resume({ ...handle, guaranteedColumns: ["__proto__"] }),
    ).rejects.toMatchObject({
      code: "invalid_argument",
    });
  });

  it("is accepted if nothing is guaranteed: in totals, for other levels' columns, in CSV", async () => {
    await using totals = await scene('{"1":[{"CTR":1}]}');
    const body = {
      ...days,
      granularity: "TOTAL",
      level: "ADVERTISER",
      columns: ["CAMPAIGN_ID", "AD_ID", "CTR"],
    } as const;
    expect(await rows(totals.client.report.run(account, body))).toEqual([{ CTR: 1 }]);
    await using csv = await scene("Campaign ID,Date\n,2026-03-01\n");
    expect(
      await rows(csv.client.report.run(account, { ...campaigns, report_format: "CSV" })),
    ).toEqual([{ Date: "2026-03-01" }]);
  });
});
