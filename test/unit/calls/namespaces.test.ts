import fc from "fast-check";
import { describe, expect, expectTypeOf, it } from "vitest";
import {
  type AdsResponseItem,
  adAccounts,
  ads,
  type CampaignsResponse,
  campaigns,
  createFullClient,
  keywords,
  targetingOptions,
} from "../../../generated/calls.js";
import {
  ApiError,
  createClient,
  InvalidArgumentError,
  InvalidBodyError,
  type ReportClient,
} from "../../../generated/index.js";
import { ACCOUNT, answering, scene } from "./scene.js";

describe("a namespace of calls", () => {
  it("sends its calls over a client's connection", async () => {
    const { client, sent } = answering({
      body: { items: [{ id: "1", name: "Spring" }], bookmark: null },
    });
    const page = await campaigns(client).list({
      ad_account_id: ACCOUNT,
      entity_statuses: ["ACTIVE"],
    });
    expectTypeOf(page).toExtend<CampaignsResponse>();
    expect(page.items).toEqual([{ id: "1", name: "Spring" }]);
    expect(sent.map(({ method, url }) => `${method} ${url}`)).toEqual([
      `GET /ad_accounts/${ACCOUNT}/campaigns?entity_statuses=ACTIVE`,
    ]);
    expect(sent[0]?.headers.get("authorization")).toBe("Bearer token");
  });

  it("shares the client's rate limits, clock and events", async () => {
    await using stage = await scene();
    const list = await adAccounts(stage.client).list.each().toArray();
    expect(list).toHaveLength(3);
    expect(stage.events.map(({ type }) => type)).toContain("request");
  });

  it("validates before sending", async () => {
    const { client, sent } = answering({ body: {} });
    await expect(campaigns(client).list({ ad_account_id: "x" })).rejects.toBeInstanceOf(
      InvalidBodyError,
    );
    await expect(
      campaigns(client).list({ ad_account_id: "" }, { validate: false }),
    ).rejects.toBeInstanceOf(InvalidArgumentError);
    expect(sent).toHaveLength(0);
  });

  it("returns the names of targeting values", async () => {
    const { client, sent } = answering({ body: [{ "500": "Boston", US: "United States" }] });
    const options = await targetingOptions(client).get({ targeting_type: "LOCATION" });
    expect(Object.assign({}, ...(options ?? []))).toEqual({ "500": "Boston", US: "United States" });
    expect(sent[0]?.url).toBe("/resources/targeting/LOCATION");
  });

  it("rejects anything that is not a client", async () => {
    // @ts-expect-error: a string is neither a client nor a connection
    const noClient = keywords("client");
    await expect(noClient.get({ ad_account_id: ACCOUNT })).rejects.toThrow(
      "expected a client or a connection",
    );
    // A copy has no connection, because it may have other methods.
    await expect(
      keywords({ ...answering({}).client }).get({ ad_account_id: ACCOUNT }),
    ).rejects.toThrow(TypeError);
  });
});

type AdsCall = ReturnType<typeof ads>["list"];

describe("the items of a list", () => {
  const first = { items: [{ id: "1" }, { id: "2" }], bookmark: "more" };

  it("are read from an already requested page without requesting it again", async () => {
    const { client, sent } = answering({ body: first }, { body: { items: [{ id: "3" }] } });
    const items = await ads(client).list({ ad_account_id: ACCOUNT, page_size: 2 }).toArray();
    expectTypeOf(items).toEqualTypeOf<AdsResponseItem[]>();
    expect(items.map(({ id }) => id)).toEqual(["1", "2", "3"]);
    expect(sent.map(({ url }) => url)).toEqual([
      `/ad_accounts/${ACCOUNT}/ads?page_size=2`,
      `/ad_accounts/${ACCOUNT}/ads?page_size=2&bookmark=more`,
    ]);
  });

  it("are requested with the original input, even if that changes later", async () => {
    const { client, sent } = answering({ body: first }, { body: { items: [] } });
    const input = { ad_account_id: ACCOUNT, page_size: 2 };
    const page = ads(client).list(input);
    input.page_size = 9;
    await page.toArray();
    expect(sent.map(({ url }) => url)).toEqual([
      expect.stringContaining("page_size=2"),
      expect.stringContaining("page_size=2"),
    ]);
  });

  it("can be read together with their page and its response", async () => {
    const { client, sent } = answering({ body: first }, { body: { items: [] } });
    const page = ads(client).list({ ad_account_id: ACCOUNT });
    const { data, response } = await page.withResponse();
    expect([data.items.length, response.status]).toEqual([2, 200]);
    for await (const { id } of page) if (id === "1") break;
    expect(sent).toHaveLength(1);
  });

  it("are the same however they are read, and no page is requested twice", async () => {
    const ways: Readonly<Record<string, (list: AdsCall) => Promise<unknown[]>>> = {
      "for await": async (list) => {
        const items: AdsResponseItem[] = [];
        for await (const ad of list({ ad_account_id: ACCOUNT })) {
          expectTypeOf(ad).toEqualTypeOf<AdsResponseItem>();
          items.push(ad);
        }
        return items;
      },
      each: (list) => list.each({ ad_account_id: ACCOUNT }).toArray(),
      toArray: (list) => list({ ad_account_id: ACCOUNT }).toArray(),
      nextPage: async (list) => {
        const items: AdsResponseItem[] = [];
        let page = await list({ ad_account_id: ACCOUNT });
        items.push(...page.items);
        while (page.hasNextPage()) {
          page = await page.nextPage();
          items.push(...page.items);
        }
        return items;
      },
      "nextPage, then for await": async (list) => {
        const page = await list({ ad_account_id: ACCOUNT });
        return page.hasNextPage()
          ? [...page.items, ...(await page.nextPage().toArray())]
          : [...page.items];
      },
    };
    const pages = fc.array(fc.array(fc.record({ id: fc.string() }), { maxLength: 4 }), {
      minLength: 1,
      maxLength: 6,
    });
    await fc.assert(
      fc.asyncProperty(pages, fc.constantFrom(...Object.keys(ways)), async (listed, way) => {
        const last = listed.length - 1;
        const { client, sent } = answering(
          ...listed.map((items, index) => ({
            body: { items, bookmark: index === last ? null : `page-${index + 1}` },
          })),
        );
        expect(await ways[way]?.(ads(client).list)).toEqual(listed.flat());
        expect(
          sent.map(({ url }) => new URL(url, "http://x").searchParams.get("bookmark")),
        ).toEqual(listed.map((_, index) => (index === 0 ? null : `page-${index}`)));
      }),
      { numRuns: 60 },
    );
  });

  it("stop at a limit without requesting another page", async () => {
    const { client, sent } = answering({ body: first }, { body: { items: [{ id: "3" }] } });
    const list = ads(client).list({ ad_account_id: ACCOUNT });
    expect((await list.toArray({ limit: 2 })).map(({ id }) => id)).toEqual(["1", "2"]);
    expect(await list.toArray({ limit: 0 })).toEqual([]);
    expect(sent).toHaveLength(1);
    expect(await list.toArray({ limit: 3 })).toHaveLength(3);
    expect(await list.toArray({ limit: undefined })).toHaveLength(3);
    await expect(list.toArray({ limit: -1 })).rejects.toThrow(RangeError);
    await expect(list.toArray({ limit: 1.5 })).rejects.toThrow(RangeError);
    const misspelt: object = { limits: 3 };
    await expect(list.toArray(misspelt)).rejects.toThrow("limits is not an option here");
    expect(sent).toHaveLength(3);
  });

  it("leave the page object as Pinterest sent it", async () => {
    const { client } = answering({ body: first });
    const page = await ads(client).list({ ad_account_id: ACCOUNT });
    expect(JSON.parse(JSON.stringify(page))).toEqual(first);
    expect(structuredClone(page)).toStrictEqual(first);
    expect(Object.keys(page)).toEqual(["items", "bookmark"]);
    // If the API has a field with this name, the field is kept.
    const own = answering({ body: { items: [], nextPage: "2" } });
    expect(await ads(own.client).list({ ad_account_id: ACCOUNT })).toMatchObject({ nextPage: "2" });
  });

  it("are requested with the options of the first page", async () => {
    const { client, sent } = answering({ body: first }, { body: { items: [] } });
    const options = { headers: { "x-page": "yes" } };
    const page = await ads(client).list({ ad_account_id: ACCOUNT, page_size: 2 }, options);
    const { data, response } = await page.nextPage().withResponse();
    expect([data.hasNextPage(), response.status]).toEqual([false, 200]);
    expect(sent[1]?.headers.get("x-page")).toBe("yes");
    expect(sent[1]?.url).toContain("page_size=2&bookmark=more");
    await expect(data.nextPage()).rejects.toThrow("this is the last page");
    expect(sent).toHaveLength(2);
  });

  it("are not read twice if a bookmark repeats", async () => {
    const { client } = answering(
      { body: { items: [{ id: "1" }], bookmark: "a" } },
      { body: { items: [{ id: "2" }], bookmark: "b" } },
      { body: { items: [{ id: "3" }], bookmark: "a" } },
    );
    let page = await ads(client).list({ ad_account_id: ACCOUNT });
    page = await page.nextPage();
    expect(page.hasNextPage()).toBe(true);
    page = await page.nextPage();
    expect(page.hasNextPage()).toBe(true);
    await expect(page.nextPage()).rejects.toThrow("with a bookmark that was already followed");
  });

  it.each<[string, unknown, string]>([
    ["no items", { bookmark: "more" }, "without a list of items"],
    [
      "its own bookmark",
      { items: [], bookmark: "own" },
      "with a bookmark that was already followed",
    ],
  ])("cause an error for a page with %s", async (_, body, problem) => {
    const { client } = answering({ body });
    const items = ads(client).list({ ad_account_id: ACCOUNT, bookmark: "own" }).toArray();
    await expect(items).rejects.toMatchObject({
      name: "ApiError",
      message: expect.stringContaining(problem),
    });
  });

  it("reject with the page's error exactly once", async () => {
    const unhandled: unknown[] = [];
    const listener = (error: unknown) => unhandled.push(error);
    process.on("unhandledRejection", listener);
    try {
      const { client } = answering({ status: 400, body: { code: 1, message: "no" } });
      await expect(ads(client).list({ ad_account_id: ACCOUNT }).toArray()).rejects.toBeInstanceOf(
        ApiError,
      );
      await expect(ads(client).list({ ad_account_id: "x" }).toArray()).rejects.toBeInstanceOf(
        InvalidBodyError,
      );
      const odd = Object.defineProperty({ ad_account_id: ACCOUNT }, "bookmark", {
        enumerable: true,
        get: () => JSON.parse("{"),
      });
      await expect(ads(client).list(odd).toArray()).rejects.toBeInstanceOf(InvalidArgumentError);
      await new Promise((resolve) => setTimeout(resolve, 5));
      expect(unhandled).toEqual([]);
    } finally {
      process.off("unhandledRejection", listener);
    }
  });
});

describe("the full client", () => {
  it("has all reports, and each call by its id, on one connection", async () => {
    const { fetch, sent } = answering({ body: { items: [] } });
    const client = createFullClient({ accessToken: "token", fetch });
    expectTypeOf(client.report).toEqualTypeOf<ReportClient>();
    await client.campaigns.list({ ad_account_id: ACCOUNT });
    await client.adAccounts.list.each().toArray();
    await ads(client).list({ ad_account_id: ACCOUNT });
    expect(sent.map(({ url }) => url)).toEqual([
      `/ad_accounts/${ACCOUNT}/campaigns`,
      "/ad_accounts",
      `/ad_accounts/${ACCOUNT}/ads`,
    ]);
  });

  it("creates another client with different settings but the same calls and token", async () => {
    let tokens = 0;
    const accessToken = () => `token-${++tokens}`;
    const { fetch, sent } = answering({ body: { items: [] } });
    const client = createFullClient({ accessToken, fetch });
    const other = client
      .withOptions({ headers: { "x-a": "1" } })
      .withOptions({ headers: { "x-b": "2" } });
    expectTypeOf(other).toEqualTypeOf(client);
    expect(Object.keys(other)).toEqual(Object.keys(client));
    await other.campaigns.list({ ad_account_id: ACCOUNT });
    await ads(other).list({ ad_account_id: ACCOUNT });
    await client.campaigns.list({ ad_account_id: ACCOUNT });
    const headersOf = (name: string) => sent.map(({ headers }) => headers.get(name));
    expect(headersOf("x-a")).toEqual(["1", "1", null]);
    expect(headersOf("x-b")).toEqual(["2", "2", null]);
    expect(headersOf("authorization")).toEqual([
      "Bearer token-1",
      "Bearer token-2",
      "Bearer token-3",
    ]);
    expect(() => client.withOptions({ maxRetries: -1 })).toThrow(RangeError);
  });

  it("has everything that the ordinary client has", () => {
    const client = createFullClient({ accessToken: "token" });
    const reports = Object.keys(createClient({ accessToken: "token" })).filter((name) =>
      name.toLowerCase().endsWith("report"),
    );
    expect(reports.length).toBe(5);
    expect(Object.keys(client)).toEqual(expect.arrayContaining([...reports, "withOptions"]));
    const members = Object.values(client).filter((member) => typeof member === "object");
    const methods = members.flatMap((namespace) =>
      "run" in namespace ? [] : Object.values(namespace),
    );
    expect(methods).toHaveLength(24);
  });

  it("requires a token", () => {
    expect(() => createFullClient({ accessToken: "" })).toThrow(TypeError);
  });
});
