import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { createClient, type ReportRequest } from "../../../generated/index.js";
import {
  createFakeClock,
  createFakeServer,
  type FakeServerOptions,
} from "../../../generated/testing.js";
import { runs } from "../../support/effort.js";

const ACCOUNT = "549755885175";
const IDS = {
  CAMPAIGN: { CAMPAIGN_ID: "campaign_ids" },
  AD_GROUP: { CAMPAIGN_ID: "campaign_ids", AD_GROUP_ID: "ad_group_ids" },
  PIN_PROMOTION: { CAMPAIGN_ID: "campaign_ids", AD_GROUP_ID: "ad_group_ids", AD_ID: "ad_ids" },
  PRODUCT_GROUP: { AD_GROUP_ID: "ad_group_ids", PRODUCT_GROUP_ID: "product_group_ids" },
  PRODUCT_ITEM: { CAMPAIGN_ID: "campaign_ids", PRODUCT_ITEM_ID: "product_item_ids" },
} as const;
type Level = keyof typeof IDS;
type Row = Readonly<Record<string, string>>;

async function scene(options: FakeServerOptions = {}) {
  const clock = createFakeClock({ start: "2026-03-10T12:00:00Z" });
  const server = await createFakeServer({ clock, polls: 0, ...options });
  const client = createClient({ accessToken: server.accessToken, baseUrl: server.url, clock });
  return { server, client, [Symbol.asyncDispose]: () => server.close() };
}
type Scene = Awaited<ReturnType<typeof scene>>;

function bodyOf(level: Level, more: Partial<ReportRequest> = {}): ReportRequest {
  const columns = Object.keys(IDS[level]).filter((name) => name !== "PRODUCT_ITEM_ID");
  return {
    ...{ start_date: "2026-03-08", end_date: "2026-03-09", granularity: "DAY", level },
    columns: [...columns, "SPEND_IN_DOLLAR", "PAID_IMPRESSION"],
    ...more,
  } as ReportRequest;
}

/** The rows of a report: parsed from its file, and as listed by the server. */
async function rowsOf({ client, server }: Scene, body: ReportRequest) {
  const report = await client.report.run(ACCOUNT, body);
  const parsed: unknown[] = [];
  for await (const row of report.rows()) parsed.push(row);
  return { parsed, listed: [...server.rows(report.handle.token)] as readonly Row[] };
}

describe("the fake server's reports with lists of ids", () => {
  it.each<readonly [string, FakeServerOptions]>([
    ["few entities", { entities: 9 }],
    ["entities that repeat the values of others", { entities: 60, bytes: 400_000 }],
  ])(
    "contain exactly the rows of the report without lists that have one of the ids: %s",
    async (_, options) => {
      await using made = await scene(options);
      await fc.assert(
        fc.asyncProperty(
          fc.constantFrom(...(Object.keys(IDS) as Level[])),
          fc.record({
            primary_sort: fc.constantFrom("BY_ID", "BY_DATE"),
            granularity: fc.constantFrom("DAY", "TOTAL"),
          }),
          fc.array(fc.nat(), { minLength: 1, maxLength: 4 }),
          fc.nat(),
          async (level, more, chosen, which) => {
            const body = bodyOf(level, more as Partial<ReportRequest>);
            const all = await rowsOf(made, body);
            const columns = Object.entries(IDS[level]) as (readonly [string, string])[];
            const lists = columns.filter((__, at) => (1 << at) & (1 + (which % 7)));
            const filters = Object.fromEntries(
              lists.map(([column, field]) => [
                field,
                [
                  ...new Set(
                    chosen.map((at) => all.listed[at % all.listed.length]?.[column] ?? ""),
                  ),
                ],
              ]),
            );
            const isListed = (row: object) =>
              lists.every(([column, field]) =>
                filters[field]?.includes(String((row as Row)[column])),
              );
            const some = await rowsOf(made, { ...body, ...filters });
            expect(some.listed).toEqual(all.listed.filter(isListed));
            expect(some.parsed).toEqual((all.parsed as object[]).filter(isListed));
          },
        ),
        { numRuns: runs(40) },
      );
    },
  );

  it("contain only the listed campaigns, in JSON and in CSV", async () => {
    await using made = await scene({ entities: 5 });
    const list = await fetch(`${made.server.url}/ad_accounts/${ACCOUNT}/campaigns`, {
      headers: { authorization: `Bearer ${made.server.accessToken}` },
    });
    const { items } = (await list.json()) as { readonly items: readonly { readonly id: string }[] };
    const ids = items.map(({ id }) => id).filter((__, at) => at % 2 === 1);
    expect(ids).toHaveLength(2);
    for (const report_format of ["JSON", "CSV"] as const) {
      const body = bodyOf("CAMPAIGN", { campaign_ids: ids, report_format, granularity: "TOTAL" });
      const { listed } = await rowsOf(made, body);
      expect(listed.map(({ CAMPAIGN_ID }) => CAMPAIGN_ID)).toEqual(ids);
    }
  });

  it("contain no rows if the account has none of the ids", async () => {
    await using made = await scene();
    for (const id of ["1", "627052500004", "623232800001", "99999999999999999999"]) {
      const { parsed, listed } = await rowsOf(made, bodyOf("CAMPAIGN", { campaign_ids: [id] }));
      expect([parsed, listed]).toEqual([[], []]);
    }
  });

  it("contain all rows if the rows have no id of that kind, and ignore all other filters", async () => {
    await using made = await scene();
    const { listed } = await rowsOf(made, bodyOf("CAMPAIGN"));
    const filters: readonly Partial<ReportRequest>[] = [
      { ad_group_ids: ["1"] },
      { ad_ids: ["1"] },
      { campaign_statuses: ["PAUSED"] },
      { campaign_objective_types: ["AWARENESS"] },
      { metrics_filters: [{ field: "SPEND_IN_DOLLAR", operator: "LESS_THAN", values: [0] }] },
    ];
    for (const filter of filters)
      expect(
        (await rowsOf(made, bodyOf("CAMPAIGN", filter))).listed,
        JSON.stringify(filter),
      ).toEqual(listed);
  });
});
