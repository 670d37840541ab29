import { inspect } from "node:util";
import { describe, expect, expectTypeOf, it } from "vitest";
import type {
  AdAccount,
  AdAnalyticsRequest,
  CampaignAnalyticsRow,
} from "../../../generated/index.js";
import { ApiError, InvalidArgumentError, InvalidBodyError } from "../../../generated/index.js";
import { campaignAnalytics } from "../../../generated/operations/campaign-analytics/call.js";
import { oauthToken } from "../../../generated/operations/oauth-token/call.js";
import { appClient, connect, operationClient } from "../../../runtime/support-client.js";
import { ACCOUNT, answering, scene } from "./scene.js";

const days = { start_date: "2026-03-01", end_date: "2026-03-02" };
const asked = {
  ad_account_id: ACCOUNT,
  ...days,
  granularity: "DAY",
  campaign_ids: ["1", "2"],
  columns: ["SPEND_IN_DOLLAR", "PAID_IMPRESSION"],
} as const;

describe("a synchronous call", () => {
  it("sends its path and query, including lists in the described style, and returns the response", async () => {
    const rows = [{ CAMPAIGN_ID: "1", SPEND_IN_DOLLAR: 2.5 }];
    const { client, sent } = answering({ body: rows });
    const answer = await client.campaignAnalytics(asked);
    expectTypeOf(answer).toEqualTypeOf<readonly CampaignAnalyticsRow<typeof asked>[]>();
    expect(answer).toEqual(rows);
    expect(sent.map(({ method, url }) => `${method} ${url}`)).toEqual([
      `GET /ad_accounts/${ACCOUNT}/campaigns/analytics?start_date=2026-03-01&end_date=2026-03-02&granularity=DAY&campaign_ids=1&campaign_ids=2&columns=SPEND_IN_DOLLAR,PAID_IMPRESSION`,
    ]);
    expect(sent[0]?.headers.get("authorization")).toBe("Bearer token");
  });

  it("returns the data together with status, headers and request id of the successful attempt", async () => {
    const bodies = [
      new Response("", { status: 503 }),
      new Response("[]", { status: 200, headers: { "x-pinterest-rid": "r1", "x-own": "2" } }),
    ];
    const clock = {
      now: () => 0,
      date: () => Date.parse("2026-03-08T12:00:00Z"),
      sleep: async () => {},
      random: () => 0,
    };
    const client = operationClient(
      connect({ accessToken: "token", fetch: async () => bodies.shift() as Response, clock }),
      campaignAnalytics,
    );
    const call = client(asked);
    const { data, response } = await call.withResponse();
    expectTypeOf(data).toEqualTypeOf<readonly CampaignAnalyticsRow<typeof asked>[]>();
    expect([data, response.status, response.requestId, response.headers.get("X-Own")]).toEqual([
      [],
      200,
      "r1",
      "2",
    ]);
    expect(await call).toBe(data);
    // Printing the headers shows no values.
    expect(inspect(response.headers)).not.toContain("2");
  });

  it("rejects once, whether the data or the response is awaited", async () => {
    const unhandled: unknown[] = [];
    const listener = (error: unknown) => unhandled.push(error);
    process.on("unhandledRejection", listener);
    try {
      const { client } = answering({ status: 400, body: { code: 1, message: "no" } });
      await expect(client.campaignAnalytics(asked).withResponse()).rejects.toBeInstanceOf(ApiError);
      await expect(client.campaignAnalytics(asked)).rejects.toBeInstanceOf(ApiError);
      await expect(
        client.campaignAnalytics({ ...asked, start_date: "x" }).withResponse(),
      ).rejects.toBeInstanceOf(InvalidBodyError);
      await new Promise((resolve) => setTimeout(resolve, 5));
    } finally {
      process.off("unhandledRejection", listener);
    }
    expect(unhandled).toEqual([]);
  });

  it("keeps every digit of an id, in ordinary rows and rows by targeting", async () => {
    const row =
      '{"CAMPAIGN_ID":626735565838,"PIN_ID":217861700718936379,"AD_ID":"12","SPEND_IN_DOLLAR":2.50,"DATE":"2026-03-01"}';
    const exact = {
      CAMPAIGN_ID: "626735565838",
      PIN_ID: "217861700718936379",
      AD_ID: "12",
      SPEND_IN_DOLLAR: 2.5,
      DATE: "2026-03-01",
    };
    const { client } = answering(
      { text: `[${row}]` },
      { text: `{"data":[{"targeting_type":"GENDER","metrics":${row}}]}` },
    );
    expect(await client.campaignAnalytics(asked)).toEqual([exact]);
    expect(
      await client.campaignTargetingAnalytics({ ...asked, targeting_types: ["GENDER"] }),
    ).toEqual({
      data: [{ targeting_type: "GENDER", metrics: exact }],
    });
  });

  it("returns rows with ids as strings and numbers as numbers, and omits null values", async () => {
    const row =
      '{"CAMPAIGN_ID":626735565838,"DATE":"2026-03-01","SPEND_IN_DOLLAR":null,"PAID_IMPRESSION":1000.0}';
    const { fetch } = answering({ text: `[${row}]` });
    const [only] = await operationClient(
      connect({ accessToken: "token", fetch }),
      campaignAnalytics,
    )(asked, { validate: false });
    expect(only).toEqual({
      CAMPAIGN_ID: "626735565838",
      DATE: "2026-03-01",
      PAID_IMPRESSION: 1000,
    });
    expect((only?.PAID_IMPRESSION ?? 0) + (only?.SPEND_IN_DOLLAR ?? 0)).toBe(1000);
  });

  it("is not sent if it breaks a limit or a rule, according to the client's clock", async () => {
    const { client, sent } = answering({ body: [] });
    const broken = client.campaignAnalytics({
      ...asked,
      start_date: "2025-01-01",
      campaign_ids: [],
    });
    await expect(broken).rejects.toThrow(InvalidBodyError);
    await expect(broken).rejects.toThrow(
      /the request of campaign-analytics breaks .*\/campaign_ids: must have at least 1 item,.*\[max-lookback\]/,
    );
    expect(sent).toEqual([]);
  });

  it("rejects query dates that do not exist in the calendar", async () => {
    const { client } = answering({ body: [] });
    await expect(client.campaignAnalytics({ ...asked, end_date: "2026-02-30" })).rejects.toThrow(
      /\/end_date: must be a valid date \(YYYY-MM-DD\), not "2026-02-30"/,
    );
  });

  it("requires one of two groups of fields if the description says so", async () => {
    const { client, sent } = answering({ body: [] });
    const { campaign_ids: _, ...rest } = asked;
    // The literal would not compile. A wider type is checked at run time.
    const wide: AdAnalyticsRequest = rest;
    await expect(client.adAnalytics(wide)).rejects.toThrow(/at-least-one-of/);
    await client.adAnalytics({ ...rest, ad_ids: ["3"] });
    expect(sent).toHaveLength(1);
  });

  it("is sent unchanged without validation, but never to another path", async () => {
    const { client, sent } = answering({ body: [] });
    await client.campaignAnalytics({ ...asked, campaign_ids: [] }, { validate: false });
    expect(sent).toHaveLength(1);
    for (const ad_account_id of ["", ".", ".."])
      await expect(
        client.campaignAnalytics({ ...asked, ad_account_id }, { validate: false }),
      ).rejects.toThrow(InvalidArgumentError);
    expect(sent).toHaveLength(1);
  });

  it("is retried when that is safe, and otherwise rejects with the API's error", async () => {
    const { client, sent } = answering({ status: 503 }, { body: [] });
    await client.campaignAnalytics(asked);
    expect(sent).toHaveLength(2);
    const refused = answering({ status: 400, body: { code: 1, message: "Invalid DAY" } });
    // The message is quoted, because this query contains no report token.
    await expect(refused.client.campaignAnalytics(asked)).rejects.toThrow(
      /returned 400: Invalid DAY \(code 1\)/,
    );
    expect(refused.sent).toHaveLength(1);
  });

  it("rejects JSON that is not of the described type", async () => {
    const { client } = answering({ body: { not: "a list" } });
    await expect(client.campaignAnalytics(asked)).rejects.toThrow(ApiError);
    await expect(client.campaignAnalytics(asked)).rejects.toThrow(/with JSON that is not a list/);
  });

  it.each([
    ['[{"CAMPAIGN_ID":6.2673556583812e+17}]', /with JSON that cannot be read: .*was rounded/],
    [`[{"A":${"[".repeat(40)}${"]".repeat(40)}}]`, /with JSON that cannot be read: .*levels/],
    ["[{]", /, which is not JSON/],
  ])("says why a response is rejected: %s", async (text, words) => {
    const { client } = answering({ text });
    const error = await client.campaignAnalytics(asked).catch((thrown: unknown) => thrown);
    expect(error).toBeInstanceOf(ApiError);
    expect((error as ApiError).message).toMatch(words);
  });

  it("throws a typed error for input that a URL cannot contain or that cannot be read", async () => {
    const { client, sent } = answering({ body: {} });
    const half = "\ud800";
    const days = { start_date: "2026-03-01", end_date: "2026-03-02" };
    const traps = new Proxy(asked, { ownKeys: () => expect.fail("evil") });
    const calls: readonly (() => Promise<unknown>)[] = [
      () =>
        client.pinAnalytics(
          { pin_id: half, ...days, metric_types: ["IMPRESSION"] },
          { validate: false },
        ),
      () => client.campaignAnalytics({ ...asked, campaign_ids: [half] }, { validate: false }),
      () =>
        client.campaignAnalytics(
          { ...asked, columns: [half as "SPEND_IN_DOLLAR"] },
          { validate: false },
        ),
      () => client.campaignAnalytics({ ...asked, start_date: half }, { validate: false }),
      () => client.campaignAnalytics(traps),
    ];
    for (const call of calls) await expect(call()).rejects.toThrow(InvalidArgumentError);
    await expect(calls[1]?.()).rejects.toThrow(/^campaign_ids.* contains a lone surrogate/);
    expect(sent).toEqual([]);
  });

  it("can be called without an argument if nothing is required", async () => {
    const { client, sent } = answering({ body: { items: [] } });
    await client.deliveryMetrics();
    await client.deliveryMetrics({ report_type: "SYNC" });
    expect(sent.map(({ url }) => url)).toEqual([
      "/resources/delivery_metrics",
      "/resources/delivery_metrics?report_type=SYNC",
    ]);
  });

  it("sends a query object with names in brackets", async () => {
    const { client, sent } = answering({ body: { items: [] } });
    const parameters = {
      catalog_type: "RETAIL",
      report: { report_type: "DISTRIBUTION_ISSUES", catalog_id: "12" },
    } as const;
    await client.catalogReportStats({ ad_account_id: ACCOUNT, parameters });
    expect(sent.map(({ url }) => url)).toEqual([
      `/catalogs/reports/stats?ad_account_id=${ACCOUNT}&${[
        "parameters%5Bcatalog_type%5D=RETAIL",
        "parameters%5Breport%5D%5Breport_type%5D=DISTRIBUTION_ISSUES",
        "parameters%5Breport%5D%5Bcatalog_id%5D=12",
      ].join("&")}`,
    ]);
  });

  it("needs a separate client with the app's credentials, and rejects a user's token", async () => {
    const connection = connect({ accessToken: "token" });
    const call = operationClient(connection, oauthToken);
    const asked = { grant_type: "client_credentials", scope: "ads:read" } as const;
    await expect(call(asked)).rejects.toThrow(/needs the app's own credentials.*appClient/);
    const tokens = {
      access_token: "fresh",
      token_type: "bearer",
      expires_in: 3600,
      scope: "ads:read",
      response_type: "client_credentials",
    };
    const { fetch, sent } = answering({ body: tokens });
    const app = { clientId: "12", clientSecret: "se" };
    expect(await appClient({ ...app, fetch }, oauthToken)(asked)).toEqual(tokens);
    expect(
      sent.map(({ method, url, body, headers }) => [
        method,
        url,
        body,
        headers.get("authorization"),
      ]),
    ).toEqual([
      [
        "POST",
        "/oauth/token",
        "grant_type=client_credentials&scope=ads%3Aread",
        `Basic ${btoa("12:se")}`,
      ],
    ]);
    await expect(appClient({ ...app, fetch }, campaignAnalytics)(asked as never)).rejects.toThrow(
      /needs a user's token/,
    );
    expect(() => appClient({ ...app, clientSecret: "" }, oauthToken)).toThrow(
      /clientSecret is empty/,
    );
    expect(sent).toHaveLength(1);
  });

  it("shows neither the app's credentials nor its input in errors", async () => {
    const { fetch } = answering({
      status: 400,
      body: { code: 2, message: "no refresh-1 of app:app-secret-1" },
    });
    const refresh = appClient(
      { clientId: "12", clientSecret: "app-secret-1", fetch },
      oauthToken,
    )({
      grant_type: "refresh_token",
      refresh_token: "refresh-1",
    });
    const error: unknown = await refresh.catch((thrown: unknown) => thrown);
    expect(error).toBeInstanceOf(ApiError);
    expect(inspect(error, { depth: 9 })).not.toMatch(/refresh-1|app-secret/);
  });
});

describe("a paged list", () => {
  it("yields its items one by one or all at once", async () => {
    await using stage = await scene({ accounts: 7 });
    const first = await stage.client.adAccounts({ page_size: 3 });
    expect(first.items).toHaveLength(3);
    expect(first.bookmark).toBeTypeOf("string");
    const names: string[] = [];
    for await (const account of stage.client.adAccounts.each({ page_size: 3 })) {
      expectTypeOf(account).toEqualTypeOf<AdAccount>();
      names.push(account.id);
    }
    expect(new Set(names).size).toBe(7);
    const list = await stage.client.adAccounts.each({ page_size: 250 }).toArray();
    expectTypeOf(list).toEqualTypeOf<AdAccount[]>();
    expect(list.map(({ id }) => id)).toEqual(names);
    expect(stage.server.requests.filter(({ step }) => step === "accounts")).toHaveLength(5);
  });

  it.each<readonly [string, object | null, string]>([
    [
      "a repeated bookmark",
      { items: [{ id: "2" }], bookmark: "same" },
      "with a bookmark that was already followed",
    ],
    [
      "a bookmark that is neither a string nor an integer",
      { items: [{ id: "2" }], bookmark: 2.5 },
      "with a bookmark that is neither a string nor an integer",
    ],
    [
      "a bookmark that is a list",
      { items: [{ id: "2" }], bookmark: ["same"] },
      "with a bookmark that is neither a string nor an integer",
    ],
    ["a page without items", { bookmark: "more" }, "without a list of items"],
    ["a page whose items are null", { items: null }, "without a list of items"],
    ["a page whose items are a string", { items: "abc" }, "without a list of items"],
  ])("never ends early without an error, even with %s", async (_, second, says) => {
    const { client } = answering(
      { body: { items: [{ id: "1" }], bookmark: "same" } },
      { body: second },
    );
    const ids: string[] = [];
    const read = async (): Promise<void> => {
      for await (const { id } of client.adAccounts.each()) ids.push(id);
    };
    await expect(read()).rejects.toMatchObject({
      name: "ApiError",
      message: expect.stringContaining(`GET /ad_accounts returned 200 ${says}: `),
    });
    expect(ids).toEqual(["1"]);
    const again = answering({ body: { items: [{ id: "1" }], bookmark: "same" } }, { body: second });
    await expect(again.client.adAccounts.each().toArray()).rejects.toMatchObject({
      name: "ApiError",
    });
  });

  it("sends a bookmark back unchanged, to the last digit of a number", async () => {
    const { client, sent } = answering(
      { text: '{"items":[{"id":"1"}],"bookmark":12345678901234567890}' },
      { text: '{"items":[{"id":"2"}],"bookmark" : 12345678901234567891}' },
      { body: { items: [{ id: "3" }], bookmark: 3 } },
      { body: { items: [], bookmark: null } },
    );
    expect(await client.adAccounts.each().toArray()).toHaveLength(3);
    expect(sent.map(({ url }) => url)).toEqual([
      "/ad_accounts",
      "/ad_accounts?bookmark=12345678901234567890",
      "/ad_accounts?bookmark=12345678901234567891",
      "/ad_accounts?bookmark=3",
    ]);
  });

  it("applies its options to all pages", async () => {
    const { client, sent } = answering(
      { body: { items: [{ id: "1" }], bookmark: "more" } },
      { body: { items: [{ id: "2" }] } },
    );
    const input = { page_size: 5 };
    const accounts = client.adAccounts.each(input);
    for await (const _ of accounts) input.page_size = 77;
    expect(sent.map(({ url }) => url)).toEqual([
      "/ad_accounts?page_size=5",
      "/ad_accounts?page_size=5&bookmark=more",
    ]);
  });

  it.each(["next", "problemIn", "onResponse", "input"])(
    "rejects the internal option %s",
    async (name) => {
      const { client, sent } = answering({ body: { items: [], bookmark: null } });
      const options: object = { [name]: { bookmark: "other" } };
      const message = `${name} is not an option here`;
      await expect(client.adAccounts({}, options)).rejects.toThrow(message);
      await expect(client.adAccounts.each({}, options).toArray()).rejects.toThrow(message);
      expect(sent).toEqual([]);
    },
  );

  it("stops when the caller stops reading", async () => {
    const { client, sent } = answering({
      body: { items: [{ id: "1" }, { id: "2" }], bookmark: "more" },
    });
    for await (const _ of client.adAccounts.each()) break;
    expect(sent).toHaveLength(1);
  });
});

describe("the client for tokens", () => {
  it("uses the token operation from the API description", async () => {
    await using stage = await scene({}, {
      accessToken: undefined,
      refreshToken: "fake-refresh-token",
      clientId: "fake-client-id",
      clientSecret: "fake-client-secret",
    } as never);
    expect((await stage.client.adAccounts()).items).toHaveLength(3);
    const [token] = stage.server.requests;
    expect(token?.step).toBe("token");
    expect(token?.headers["content-type"]).toBe("application/x-www-form-urlencoded");
    expect(token?.headers.authorization).toMatch(/^Basic /);
  });
});
