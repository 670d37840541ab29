import { describe, expect, it } from "vitest";
import { planConversionProductReport } from "../../../generated/planner.js";
import type { FakeServerOptions } from "../../../generated/testing.js";
import {
  validateCatalogReport,
  validateConversionProductReport,
  validateMmmReport,
  validateTemplateReport,
} from "../../../generated/validators.js";
import { ACCOUNT, scene } from "./scene.js";

const clock = () => new Date().toISOString().slice(0, 10);
const day = (back: number) => new Date(Date.now() - back * 86_400_000).toISOString().slice(0, 10);
const codes = (found: readonly { readonly rule: string; readonly path: string }[]) =>
  found.map(({ rule, path }) => `${path} ${rule}`);

describe("the other report types", () => {
  it("include template reports, with the template's id in the path and the days in the query", async () => {
    await using stage = await scene();
    const run = await stage.client.templateReport.run(ACCOUNT, {
      template_id: "77",
      start_date: day(9),
      end_date: day(3),
      granularity: "DAY",
    });
    const rows = [];
    for await (const row of run.rows()) rows.push(row);
    expect(rows.length).toBeGreaterThan(0);
    expect(run.handle.format).toBeUndefined();
    const [create, look] = stage.server.requests;
    expect(create?.path).toBe(`/v5/ad_accounts/${ACCOUNT}/templates/77/reports`);
    expect(create?.query).toEqual({ start_date: day(9), end_date: day(3), granularity: "DAY" });
    expect(create?.body).toBe("");
    expect(look?.path).toBe(`/v5/ad_accounts/${ACCOUNT}/reports`);
  });

  it.each<readonly [what: string, options: FakeServerOptions]>([
    ["as described", {}],
    ["flat, as from 5.28.0 on", { envelope: null }],
    ["in data, as before", { envelope: "data" }],
    ["in another envelope", { envelope: "result" }],
  ])("read responses %s", async (_, options) => {
    await using stage = await scene(options);
    const body = {
      report_name: "mmm",
      start_date: day(9),
      end_date: day(3),
      granularity: "DAY",
      level: "CAMPAIGN_TARGETING",
      targeting_types: ["GENDER"],
      columns: ["CAMPAIGN_ID", "SPEND_IN_DOLLAR"],
    } as const;
    const run = await stage.client.mmmReport.run(ACCOUNT, body);
    for await (const row of run.rows()) expect(row.CAMPAIGN_ID).toBeTypeOf("string");
    expect(stage.events.flatMap((event) => (event.type === "poll" ? [event.status] : []))).toEqual([
      "IN_PROGRESS",
      "FINISHED",
    ]);
    await using other = await scene({ ...options, faults: [{ name: "failed" }] });
    await expect(other.client.mmmReport.run(ACCOUNT, body)).rejects.toMatchObject({
      code: "report_failed",
      status: "FAILED",
    });
  });

  it("include catalog reports, with the account in the query", async () => {
    await using stage = await scene();
    await stage.client.catalogReport.run(ACCOUNT, {
      catalog_type: "RETAIL",
      report: { report_type: "ALL_ITEMS" },
    });
    const [create] = stage.server.requests;
    expect([create?.path, create?.query]).toEqual([
      "/v5/catalogs/reports",
      { ad_account_id: ACCOUNT },
    ]);
    expect(JSON.parse(create?.body ?? "")).toEqual({
      catalog_type: "RETAIL",
      report: { report_type: "ALL_ITEMS" },
    });
  });

  it("receive all required fields from the fake server, with null only where it is allowed", async () => {
    const create = { start_date: day(9), end_date: day(3), granularity: "DAY" };
    const mmm = {
      ...create,
      report_name: "mmm",
      level: "CAMPAIGN_TARGETING",
      targeting_types: ["GENDER"],
      columns: ["CAMPAIGN_ID"],
    };
    const report = { ...create, level: "CAMPAIGN", columns: ["CAMPAIGN_ID"] };
    await using stage = await scene();
    const { url, accessToken } = stage.server;
    const asked = async (path: string, init: RequestInit = {}) => {
      const headers = {
        authorization: `Bearer ${accessToken}`,
        "content-type": "application/json",
      };
      const response = await fetch(`${url}/ad_accounts/${ACCOUNT}${path}`, { ...init, headers });
      return (await response.json()) as Readonly<Record<string, unknown>>;
    };
    const post = (path: string, body?: object) =>
      asked(path, { method: "POST", ...(body && { body: JSON.stringify(body) }) });
    const made = [
      await post("/reports", report),
      await post("/mmm_reports", mmm),
      await post(`/templates/77/reports?${new URLSearchParams(create)}`),
    ];
    expect(made.map(({ token: _, ...rest }) => rest)).toEqual([
      { report_status: "IN_PROGRESS", message: null },
      { report_status: "IN_PROGRESS" },
      { report_status: "IN_PROGRESS", template_id: "77" },
    ]);
    const looks = [
      await asked(`/reports?token=${made[0]?.token}`),
      await asked(`/mmm_reports?token=${made[1]?.token}`),
    ];
    expect(looks).toEqual([
      { report_status: "IN_PROGRESS", url: null, size: null },
      { report_status: "IN_PROGRESS" },
    ]);
  });

  it("validate the alternatives of a union by its discriminator", () => {
    expect(
      codes(
        validateCatalogReport({
          catalog_type: "RETAIL",
          report: { report_type: "FEED_INGESTION_ISSUES", feed_id: "1" },
        }),
      ),
    ).toEqual([]);
    expect(
      codes(
        validateCatalogReport({
          catalog_type: "RETAIL",
          report: { report_type: "FEED_INGESTION_ISSUES" },
        }),
      ),
    ).toEqual(["/report/feed_id required"]);
    expect(codes(validateCatalogReport({ catalog_type: "SHOES", report: {} }))).toEqual([
      "/catalog_type enum",
    ]);
    expect(
      codes(
        validateCatalogReport({
          catalog_type: "RETAIL",
          report: { report_type: "ALL_ITEMS", feed: "1" },
        }),
      ),
    ).toEqual(["/report/feed unknown-field"]);
    expect(codes(validateCatalogReport({}))).toEqual(["/catalog_type required"]);
  });

  it("enforce the rules that their descriptions state", () => {
    expect(
      codes(
        validateTemplateReport({ template_id: "1", start_date: day(1_000), end_date: clock() }),
      ),
    ).toEqual(["/start_date max-lookback", "/end_date max-range"]);
    expect(
      codes(validateMmmReport({ start_date: "2026-02-30" })).filter((one) =>
        one.startsWith("/start_date"),
      ),
    ).toEqual(["/start_date date-format-start-date"]);
    const product = {
      report_name: "p",
      granularity: "TOTAL",
      level: "CAMPAIGN",
      columns: ["CAMPAIGN_ID"],
      ad_group_ids: ["1"],
    };
    expect(
      codes(
        validateConversionProductReport({
          ...product,
          start_date: "2024-03-01",
          end_date: "2024-03-03",
        }),
      ),
    ).toEqual(
      expect.arrayContaining([
        "/ad_group_ids only-when-ad-group-ids-ad-group",
        "/start_date min-date",
        "/end_date min-range",
      ]),
    );
  });

  it("are planned according to their own range limits", () => {
    const { requests, problems } = planConversionProductReport(
      {
        report_name: "p",
        granularity: "TOTAL",
        level: "CAMPAIGN",
        columns: ["CAMPAIGN_ID"],
        start_date: "2025-01-01",
        end_date: "2025-02-01",
      },
      { today: "2026-03-08" },
    );
    expect(problems.filter(({ severity }) => severity === "error")).toEqual([]);
    expect(requests).toHaveLength(1);
  });
});
