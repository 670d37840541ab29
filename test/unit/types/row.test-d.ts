import { describe, expectTypeOf, it } from "vitest";
import type {
  Client,
  FinishedReport,
  ReportColumn,
  ReportRow,
  RowStream,
  RowsOptions,
} from "../../../generated/index.js";

declare const client: Client;

const asked = { start_date: "2026-03-01", end_date: "2026-03-07" } as const;

/** The row type of a report requested inline. */
type RowOf<Report> = Report extends FinishedReport<infer Row> ? Row : never;

describe("a row", () => {
  it("has the requested columns, and the date", async () => {
    const report = await client.report.run("1", {
      ...asked,
      granularity: "DAY",
      level: "CAMPAIGN",
      columns: ["CAMPAIGN_ID", "SPEND_IN_DOLLAR"],
    });
    type Row = RowOf<typeof report>;
    expectTypeOf<keyof Row>().toEqualTypeOf<"CAMPAIGN_ID" | "SPEND_IN_DOLLAR" | "DATE">();
    expectTypeOf<Row["SPEND_IN_DOLLAR"]>().toEqualTypeOf<number>();
    expectTypeOf<Row["CAMPAIGN_ID"]>().toEqualTypeOf<string>();
    expectTypeOf<Row["DATE"]>().toEqualTypeOf<string>();
    expectTypeOf<Row>().toEqualTypeOf<{
      readonly CAMPAIGN_ID: string;
      readonly DATE: string;
      readonly SPEND_IN_DOLLAR: number;
    }>();
  });

  it("has the ids of its entity, and of the entity's parents", async () => {
    const report = await client.report.run("1", {
      ...asked,
      granularity: "TOTAL",
      level: "PIN_PROMOTION",
      columns: [
        "AD_ID",
        "PIN_PROMOTION_ID",
        "AD_GROUP_ID",
        "CAMPAIGN_ID",
        "ADVERTISER_ID",
        "AD_ACCOUNT_ID",
        "PIN_ID",
      ],
    });
    type Row = RowOf<typeof report>;
    expectTypeOf<
      Row[
        | "AD_ID"
        | "PIN_PROMOTION_ID"
        | "AD_GROUP_ID"
        | "CAMPAIGN_ID"
        | "ADVERTISER_ID"
        | "AD_ACCOUNT_ID"]
    >().toEqualTypeOf<string>();
    expectTypeOf<Row["PIN_ID"]>().toEqualTypeOf<string | undefined>();
  });

  it("may lack the id of its parent", async () => {
    const report = await client.report.run("1", {
      ...asked,
      granularity: "DAY",
      level: "CAMPAIGN",
      columns: ["AD_ID", "CAMPAIGN_ID"],
    });
    expectTypeOf<RowOf<typeof report>>().toEqualTypeOf<{
      readonly CAMPAIGN_ID: string;
      readonly DATE: string;
      readonly AD_ID?: string;
    }>();
  });

  it("may lack an id if another column or another level may have been requested", async () => {
    const body = {
      ...asked,
      granularity: "DAY",
      level: "CAMPAIGN",
      columns: ["CAMPAIGN_ID"],
    } as const;
    const column = "CTR" as "CTR" | "CAMPAIGN_ID";
    const one = await client.report.run("1", { ...body, columns: [column, "SPEND_IN_DOLLAR"] });
    expectTypeOf<RowOf<typeof one>["CAMPAIGN_ID"]>().toEqualTypeOf<string | undefined>();
    const id = "AD_GROUP_ID" as "AD_GROUP_ID" | "CAMPAIGN_ID";
    const other = await client.report.run("1", { ...body, level: "AD_GROUP", columns: [id] });
    expectTypeOf<RowOf<typeof other>["CAMPAIGN_ID"]>().toEqualTypeOf<string | undefined>();
    const lists = [["CAMPAIGN_ID"], ["CTR"]] as const;
    const either = await client.report.run("1", {
      ...body,
      columns: lists[0] as (typeof lists)[number],
    });
    expectTypeOf<RowOf<typeof either>["CAMPAIGN_ID"]>().toEqualTypeOf<string | undefined>();
    const level = "CAMPAIGN" as "CAMPAIGN" | "ADVERTISER";
    const wide = await client.report.run("1", { ...body, level });
    expectTypeOf<RowOf<typeof wide>["CAMPAIGN_ID"]>().toEqualTypeOf<string | undefined>();
    const granularity = "DAY" as "DAY" | "TOTAL";
    const undated = await client.report.run("1", { ...body, granularity });
    expectTypeOf<RowOf<typeof undated>>().toEqualTypeOf<{
      readonly CAMPAIGN_ID: string;
      readonly DATE?: string;
    }>();
  });

  it("does not have other columns", async () => {
    const report = await client.report.run("1", {
      ...asked,
      granularity: "DAY",
      level: "CAMPAIGN",
      columns: ["CAMPAIGN_ID"],
    });
    for await (const row of report.rows()) {
      // @ts-expect-error the column was not requested
      row.SPEND_IN_DOLLAR;
      // @ts-expect-error only targeting levels have the column
      row.TARGETING_TYPE;
      row.CAMPAIGN_ID.length;
      // @ts-expect-error rows are read-only
      row.CAMPAIGN_ID = "1";
    }
  });

  it("has no date in a total", async () => {
    const report = await client.report.run("1", {
      ...asked,
      granularity: "TOTAL",
      level: "CAMPAIGN",
      columns: ["CTR"],
    });
    expectTypeOf<keyof RowOf<typeof report>>().toEqualTypeOf<"CTR">();
  });

  it("has targeting at the levels with targeting", async () => {
    const report = await client.report.run("1", {
      ...asked,
      granularity: "DAY",
      level: "AD_GROUP_TARGETING",
      targeting_types: ["GENDER"],
      columns: ["AD_GROUP_ID"],
    });
    expectTypeOf<keyof RowOf<typeof report>>().toEqualTypeOf<
      "AD_GROUP_ID" | "DATE" | "TARGETING_TYPE" | "TARGETING_VALUE"
    >();
    expectTypeOf<RowOf<typeof report>["TARGETING_TYPE"]>().toEqualTypeOf<string>();
    expectTypeOf<RowOf<typeof report>["TARGETING_VALUE"]>().toEqualTypeOf<string>();
  });

  it("may have targeting and a date if the level and the granularity are only known at runtime", async () => {
    const level = "CAMPAIGN" as "CAMPAIGN" | "CAMPAIGN_TARGETING";
    const granularity = "DAY" as "DAY" | "TOTAL";
    const report = await client.report.run("1", { ...asked, granularity, level, columns: ["CTR"] });
    expectTypeOf<keyof RowOf<typeof report>>().toEqualTypeOf<
      "CTR" | "DATE" | "TARGETING_TYPE" | "TARGETING_VALUE"
    >();
  });

  it("has every column if the columns are only known at runtime", async () => {
    const columns: readonly ReportColumn[] = ["CTR"];
    const report = await client.report.run("1", {
      ...asked,
      granularity: "DAY",
      level: "CAMPAIGN",
      columns,
    });
    expectTypeOf<keyof RowOf<typeof report>>().toEqualTypeOf<ReportColumn | "DATE">();
    expectTypeOf<RowOf<typeof report>["CAMPAIGN_ID"]>().toEqualTypeOf<string | undefined>();
    expectTypeOf<RowOf<typeof report>["DATE"]>().toEqualTypeOf<string>();
    expectTypeOf<ReportRow["DATE"]>().toEqualTypeOf<string | undefined>();
    type Added = "DATE" | "TARGETING_TYPE" | "TARGETING_VALUE" | "KEYWORD_ID" | "PRODUCT_ITEM_ID";
    expectTypeOf<keyof ReportRow>().toEqualTypeOf<ReportColumn | Added>();
    expectTypeOf<ReportRow["KEYWORD_ID"]>().toEqualTypeOf<string | undefined>();
  });

  it("has the added id at the levels of keywords and product items", async () => {
    const days = { ...asked, granularity: "TOTAL", columns: ["CTR"] } as const;
    const keywords = await client.report.run("1", { ...days, level: "KEYWORD" });
    expectTypeOf<RowOf<typeof keywords>>().toEqualTypeOf<{
      readonly KEYWORD_ID: string;
      readonly CTR: number;
    }>();
    const items = await client.report.run("1", { ...days, level: "PRODUCT_ITEM_TARGETING" });
    expectTypeOf<RowOf<typeof items>["PRODUCT_ITEM_ID"]>().toEqualTypeOf<string>();
    const campaigns = await client.report.run("1", { ...days, level: "CAMPAIGN" });
    // @ts-expect-error a campaign has no keyword
    expectTypeOf<RowOf<typeof campaigns>["KEYWORD_ID"]>();
    // @ts-expect-error there is no column with this name
    await client.report.run("1", { ...days, level: "KEYWORD", columns: ["KEYWORD_ID"] });
  });

  it("has only the requested columns if they are in an `as const` variable", async () => {
    const columns = ["CTR", "AD_ID"] as const;
    const report = await client.report.run("1", {
      ...asked,
      granularity: "DAY",
      level: "CAMPAIGN",
      columns,
    });
    expectTypeOf<keyof RowOf<typeof report>>().toEqualTypeOf<"CTR" | "AD_ID" | "DATE">();
  });

  it("is returned by entries() next to its key, and can have other values of the file", async () => {
    const report = await client.report.run("1", {
      ...asked,
      granularity: "DAY",
      level: "CAMPAIGN",
      columns: ["CAMPAIGN_ID", "CTR"],
    });
    for await (const { key, keys, row } of report.entries()) {
      expectTypeOf(key).toEqualTypeOf<string | null>();
      expectTypeOf(keys).toEqualTypeOf<readonly string[]>();
      expectTypeOf(row.CTR).toEqualTypeOf<number | undefined>();
      expectTypeOf(row.CAMPAIGN_ID).toEqualTypeOf<string | undefined>();
      expectTypeOf(row.ANYTHING).toEqualTypeOf<unknown>();
    }
  });

  it("can be any row of a resumed report, unless a type is given", async () => {
    const handle = await client.report.create("1", {
      ...asked,
      granularity: "DAY",
      level: "CAMPAIGN",
      columns: ["CTR"],
    });
    const wide = await client.report.resume(handle);
    expectTypeOf<RowOf<typeof wide>>().toEqualTypeOf<ReportRow>();
    const narrow = await client.report.resume<{ readonly CTR?: number }>(handle);
    expectTypeOf<RowOf<typeof narrow>>().toEqualTypeOf<{ readonly CTR?: number }>();
  });
});

describe("zeroFill", () => {
  /** The type of a row in a loop. */
  type Item<Rows> = Rows extends AsyncIterable<infer Row> ? Row : never;
  const body = {
    ...asked,
    granularity: "DAY",
    level: "CAMPAIGN",
    columns: [
      "CAMPAIGN_ID",
      "CAMPAIGN_NAME",
      "CAMPAIGN_STATUS",
      "AD_ID",
      "SPEND_IN_DOLLAR",
      "TOTAL_CLICKTHROUGH",
      "CTR",
      "CPC_IN_MICRO_DOLLAR",
    ],
  } as const;

  it("guarantees requested numbers by default, but not ids, names, labels or a cost that can be absent", async () => {
    const report = await client.report.run("1", body);
    const filled = report.rows();
    expectTypeOf<Item<typeof filled>>().toEqualTypeOf<{
      readonly CAMPAIGN_ID: string;
      readonly DATE: string;
      readonly SPEND_IN_DOLLAR: number;
      readonly TOTAL_CLICKTHROUGH: number;
      readonly CTR: number;
      readonly CAMPAIGN_NAME?: string;
      readonly CAMPAIGN_STATUS?: string | number;
      readonly AD_ID?: string;
      readonly CPC_IN_MICRO_DOLLAR?: number;
    }>();
    expectTypeOf(filled).toEqualTypeOf<RowStream<ReportRow<typeof body>>>();
    expectTypeOf(report.rows({ zeroFill: true })).toEqualTypeOf<
      RowStream<ReportRow<typeof body>>
    >();
    expectTypeOf(report.rows({ maxBytes: 1 })).toEqualTypeOf<RowStream<ReportRow<typeof body>>>();
    expectTypeOf(await report.toArray()).toEqualTypeOf<ReportRow<typeof body>[]>();
  });

  it("makes requested numbers optional if it is off, may be off, or is a list", async () => {
    const report = await client.report.run("1", body);
    type Sparse = ReportRow<typeof body, false>;
    expectTypeOf<Sparse>().toEqualTypeOf<{
      readonly CAMPAIGN_ID: string;
      readonly DATE: string;
      readonly SPEND_IN_DOLLAR?: number;
      readonly TOTAL_CLICKTHROUGH?: number;
      readonly CTR?: number;
      readonly CAMPAIGN_NAME?: string;
      readonly CAMPAIGN_STATUS?: string | number;
      readonly AD_ID?: string;
      readonly CPC_IN_MICRO_DOLLAR?: number;
    }>();
    const perhaps: boolean = Math.random() > 0.5;
    const options: RowsOptions = { zeroFill: true };
    expectTypeOf(report.rows({ zeroFill: false })).toEqualTypeOf<RowStream<Sparse>>();
    expectTypeOf(report.rows({ zeroFill: perhaps })).toEqualTypeOf<RowStream<Sparse>>();
    expectTypeOf(report.rows({ zeroFill: ["SPEND_IN_DOLLAR"] })).toEqualTypeOf<RowStream<Sparse>>();
    expectTypeOf(report.rows(options)).toEqualTypeOf<RowStream<Sparse>>();
    expectTypeOf(await report.toArray({ zeroFill: false })).toEqualTypeOf<Sparse[]>();
    // @ts-expect-error a string is not a list of columns
    report.rows({ zeroFill: "SPEND_IN_DOLLAR" });
  });

  it("cannot fill a column that may not have been requested", async () => {
    const columns: readonly ReportColumn[] = ["SPEND_IN_DOLLAR"];
    const wide = (await client.report.run("1", { ...body, columns })).rows();
    expectTypeOf<Item<typeof wide>["SPEND_IN_DOLLAR"]>().toEqualTypeOf<number | undefined>();
    const column = "CTR" as "CTR" | "SPEND_IN_DOLLAR";
    const either = (
      await client.report.run("1", { ...body, columns: [column, "TOTAL_CLICKTHROUGH"] })
    ).rows();
    expectTypeOf<Item<typeof either>["CTR"]>().toEqualTypeOf<number | undefined>();
    expectTypeOf<Item<typeof either>["TOTAL_CLICKTHROUGH"]>().toEqualTypeOf<number>();
    const csv = (await client.report.run("1", { ...body, report_format: "CSV" })).rows();
    expectTypeOf<Item<typeof csv>["SPEND_IN_DOLLAR"]>().toEqualTypeOf<
      string | number | undefined
    >();
  });

  it("makes every column of a given row type optional if it is off, or takes a second row type", async () => {
    type Row = ReportRow<typeof body>;
    type Sparse = ReportRow<typeof body, false>;
    const handle = await client.report.create("1", body);
    expectTypeOf((await client.report.resume(handle)).rows()).toEqualTypeOf<RowStream<ReportRow>>();
    const told = await client.report.resume<Row>(handle);
    expectTypeOf(told.rows()).toEqualTypeOf<RowStream<Row>>();
    expectTypeOf(told.rows({ zeroFill: false })).toEqualTypeOf<RowStream<Partial<Row>>>();
    const twice = await client.report.resume<Row, Sparse>(handle);
    expectTypeOf(twice.rows()).toEqualTypeOf<RowStream<Row>>();
    expectTypeOf(twice.rows({ zeroFill: false })).toEqualTypeOf<RowStream<Sparse>>();
  });

  it("does not stop a report from being passed to a function for any row type", () => {
    const rowsOf = <Row>(report: FinishedReport<Row>): AsyncIterable<Row> => report.rows();
    expectTypeOf<FinishedReport<{ readonly CTR: number }, { readonly CTR?: number }>>().toExtend<
      FinishedReport<{ readonly CTR: number }>
    >();
    expectTypeOf(rowsOf<ReportRow>).returns.toEqualTypeOf<AsyncIterable<ReportRow>>();
  });
});

describe("a report call", () => {
  const body = { ...asked, granularity: "DAY", level: "CAMPAIGN", columns: ["CTR"] } as const;

  it("rejects an invalid field, value and account", () => {
    // @ts-expect-error a misspelled field
    client.report.create("1", { ...body, campaign_id: ["1"] });
    // @ts-expect-error a misspelled value
    client.report.create("1", { ...body, level: "CAMPAIGNS" });
    // @ts-expect-error an account id is a string, exact to its last digit
    client.report.create(549755885175, body);
    // @ts-expect-error a misspelled column after a valid one
    client.report.run("1", { ...body, columns: ["CTR", "CRT"] });
  });

  it("rejects a body that definitely violates a rule", () => {
    // @ts-expect-error ads are not allowed at this level
    client.report.create("1", { ...body, level: "PRODUCT_ITEM", ad_ids: ["1"] });
    // @ts-expect-error hours require HOUR
    client.report.create("1", { ...body, start_hour: 3 });
    client.report.create("1", {
      ...body,
      level: body.level as "CAMPAIGN" | "PRODUCT_ITEM",
      ad_ids: ["1"],
    });
  });
});
