import { readFile } from "node:fs/promises";
import { describe, expect, it, vi } from "vitest";
import {
  adGroups,
  ads,
  campaigns,
  keywords,
  productGroupPromotions,
  targetingOptions,
} from "../../../generated/calls.js";
import { createClient } from "../../../generated/index.js";
import {
  createFakeClock,
  createFakeServer,
  createTrapServer,
  type FakeServer,
  type FakeServerOptions,
  faultNames,
  faults,
  systemClock,
} from "../../../generated/testing.js";
import type { Clock } from "../../../runtime/clock.js";
import { all } from "../../support/flow.js";
import { faultRows } from "./fault-table.js";
import { scene } from "./scene.js";

const page = await readFile(new URL("../../../docs/guide/testing.md", import.meta.url), "utf8");

const ACCOUNT = "549755885175";
const OTHER = "549755885176";
const always = Number.POSITIVE_INFINITY;
const body = {
  start_date: "2026-03-01",
  end_date: "2026-03-09",
  granularity: "DAY",
  level: "CAMPAIGN",
  columns: ["CAMPAIGN_ID", "CAMPAIGN_NAME", "SPEND_IN_DOLLAR", "TOTAL_CLICKTHROUGH"],
} as const;

const stepsOf = ({ requests }: Pick<FakeServer<Clock>, "requests">) =>
  requests.map(({ step }) => step);

/** The response to a call with a token, which defaults to the server's. */
function call(
  server: FakeServer<Clock>,
  path: string,
  init: RequestInit = {},
  token = server.accessToken,
) {
  return fetch(server.url + path, {
    ...init,
    headers: { authorization: `Bearer ${token}`, "content-type": "application/json" },
  });
}

const create = (server: FakeServer<Clock>, content: object = body, account = ACCOUNT) =>
  call(server, `/ad_accounts/${account}/reports`, {
    method: "POST",
    body: JSON.stringify(content),
  });

const json = async (response: Promise<Response>) =>
  (await response).json() as Promise<Record<string, unknown>>;

/** A report's statuses in the response to its create call and in this many polls. */
async function statusesOf(options: FakeServerOptions, polls: number) {
  await using made = await scene(options);
  const first = await json(create(made.server));
  const statuses = [first.report_status];
  for (let poll = 0; poll < polls; poll++) {
    const response = await call(
      made.server,
      `/ad_accounts/${ACCOUNT}/reports?token=${first.token}`,
    );
    statuses.push(
      response.status === 200
        ? ((await response.json()) as { report_status: string }).report_status
        : response.status,
    );
  }
  return statuses;
}

/** The rows as in the file, without the zeros that it omits. */
async function rowsOf(
  options: FakeServerOptions,
  change: object = {},
  account = ACCOUNT,
): Promise<Readonly<Record<string, unknown>>[]> {
  await using made = await scene({ polls: 0, ...options });
  const report = await made.client.report.run(account, { ...body, ...change });
  return await all(report.rows({ zeroFill: false }));
}

describe("the fake server, as docs/guide/testing.md describes it", () => {
  it("The fake server serves every report of the package on 127.0.0.1.", async () => {
    await using made = await scene({ polls: 0 });
    expect(new URL(made.server.url).hostname).toBe("127.0.0.1");
    const reports = Object.entries(made.client).filter(
      ([, member]) => typeof member === "object" && member !== null && "runAll" in member,
    );
    expect(reports.map(([name]) => name).toSorted()).toEqual(
      [
        "report",
        "templateReport",
        "mmmReport",
        "conversionProductReport",
        "catalogReport",
      ].toSorted(),
    );
    const { report, templateReport, mmmReport, conversionProductReport, catalogReport } =
      made.client;
    const named = { ...body, report_name: "made up" };
    const finished = [
      await report.run(ACCOUNT, body),
      await templateReport.run(ACCOUNT, { template_id: "626735565838" }),
      await mmmReport.run(ACCOUNT, {
        ...named,
        level: "CAMPAIGN_TARGETING",
        targeting_types: ["COUNTRY"],
        columns: ["SPEND_IN_DOLLAR"],
      }),
      await conversionProductReport.run(ACCOUNT, {
        ...named,
        granularity: "TOTAL",
        columns: ["CAMPAIGN_ID"],
      }),
      await catalogReport.run(ACCOUNT, {
        catalog_type: "RETAIL",
        report: { report_type: "ALL_ITEMS" },
      }),
    ];
    for (const one of finished) expect(await one.text()).not.toBe("");
  });

  it("The fake server has data by default.", async () =>
    expect((await rowsOf({})).length).toBeGreaterThan(0));

  it("The fake server's clock stands still until a wait begins, and then advances immediately.", async () => {
    const clock = createFakeClock({ start: 0 });
    await new Promise((resolve) => setTimeout(resolve, 5));
    expect(clock.now()).toBe(0);
    await clock.sleep(600_000);
    expect([clock.now(), clock.slept]).toEqual([600_000, [600_000]]);
    const before = Date.now();
    await using server = await createFakeServer();
    expect(server.clock.date()).toBeGreaterThanOrEqual(before);
    expect(server.clock.date()).toBeLessThanOrEqual(Date.now());
    const manual = createFakeClock({ start: 0, auto: false });
    const sleep = manual.sleep(1_000);
    await new Promise((resolve) => setTimeout(resolve, 5));
    expect(manual.now()).toBe(0);
    await manual.advance(1_000);
    await sleep;
  });

  // For links and rate limits, see test/unit/testing/fake-server.test.ts.
  it("With the machine's clock, links expire and rate limits reset in real time.", async () => {
    await using server = await createFakeServer({
      clock: systemClock,
      faults: [{ name: "slow", value: 60_000 }],
    });
    await using made = await scene();
    expect((await call(made.server, "/ad_accounts")).headers.has("date")).toBe(false);
    expect((await call(server, "/ad_accounts")).headers.has("date")).toBe(true);
    const day = new Date(Date.now() - 86_400_000).toISOString().slice(0, 10);
    const { token } = await json(create(server, { ...body, start_date: day, end_date: day }));
    const poll = async () =>
      (await json(call(server, `/ad_accounts/${ACCOUNT}/reports?token=${token}`))).report_status;
    expect(await poll()).toBe("IN_PROGRESS");
    const real = Date.now;
    const now = vi.spyOn(Date, "now").mockImplementation(() => real() + 60_001);
    try {
      expect([await poll(), await poll()]).toEqual(["IN_PROGRESS", "FINISHED"]);
    } finally {
      now.mockRestore();
    }
  });

  it("`server.requests` lists all requests in order, including rejected ones.", async () => {
    await using made = await scene({
      polls: 1,
      quotas: [{ requests: 1, perMs: 60_000, steps: ["accounts"] }],
    });
    const { server, client } = made;
    await (await client.report.run(ACCOUNT, body)).text();
    for (const path of ["/resources/delivery_metrics", "/ad_accounts", "/ad_accounts", "/pins"])
      await call(server, path);
    await call(server, "/ad_accounts", {}, "other");
    await fetch(`${server.url}/oauth/token`, { method: "POST" });
    expect(stepsOf(server)).toEqual([
      "create",
      "poll",
      "file",
      "metrics",
      "accounts",
      "accounts",
      "other",
      "accounts",
      "token",
    ]);
    expect(JSON.parse(server.requests[0]?.body ?? "")).toEqual(body);
    expect(server.requests[7]?.headers.authorization).toBe("Bearer other");
  });

  it("The fake server rejects an incorrect token, a body that the contract does not allow, and an old link.", async () => {
    await using made = await scene({ polls: 0 });
    const { server, client } = made;
    expect((await call(server, "/ad_accounts", {}, "other")).status).toBe(401);
    expect((await create(server, { ...body, level: "PLANET" })).status).toBe(400);
    const { url } = await client.report.poll(await client.report.create(ACCOUNT, body));
    await server.clock.advance(300_000);
    expect((await fetch(url ?? "")).status).toBe(200);
    await server.clock.advance(1);
    expect((await fetch(url ?? "")).status).toBe(403);
  });

  it("A report expires after an hour, and the same body returns the same report until then.", async () => {
    await using made = await scene({ polls: 0 });
    const { server, client } = made;
    const handle = await client.report.create(ACCOUNT, body);
    expect((await client.report.create(ACCOUNT, body)).token).toBe(handle.token);
    expect((await client.report.create(OTHER, body)).token).not.toBe(handle.token);
    await server.clock.advance(3_600_000);
    expect((await client.report.poll(handle)).status).toBe("FINISHED");
    await server.clock.advance(1);
    expect((await client.report.poll(handle)).status).toBe("EXPIRED");
    expect((await client.report.create(ACCOUNT, body)).token).not.toBe(handle.token);
  });

  it("`polls` is the number of the poll that returns the link.", async () => {
    const [pending, done] = ["IN_PROGRESS", "FINISHED"];
    expect(await statusesOf({}, 2)).toEqual([pending, pending, done]);
    expect(await statusesOf({ polls: 3 }, 3)).toEqual([pending, pending, pending, done]);
    expect(await statusesOf({ polls: 0 }, 1)).toEqual([done, done]);
    expect(await statusesOf({ polls: always }, 20)).not.toContain(done);
    expect(await statusesOf({ faults: [{ name: "html-error" }] }, 3)).toEqual([
      pending,
      500,
      pending,
      done,
    ]);
  });

  it("`envelope` names the property that wraps the responses to create and poll calls.", async () => {
    await using inside = await scene({ envelope: "data" });
    expect(await json(create(inside.server))).toMatchObject({
      data: { token: expect.any(String) },
    });
    await using flat = await scene({ envelope: null });
    expect(await json(create(flat.server))).toMatchObject({ token: expect.any(String) });
    await using usual = await scene();
    expect(await json(create(usual.server))).toMatchObject({ token: expect.any(String) });
  });

  it("`await using` closes the server, and an open server does not keep the process alive.", async () => {
    let url = "";
    {
      await using server = await createFakeServer();
      url = server.url;
      expect((await fetch(url)).status).toBe(401);
    }
    await expect(fetch(url)).rejects.toThrow();
  });

  it("`server.fetch` reaches the same server without a network.", async () => {
    await using made = await scene();
    const { server } = made;
    const client = createClient({
      accessToken: server.accessToken,
      baseUrl: server.url,
      fetch: server.fetch,
      clock: server.clock,
    });
    const expected = await rowsOf({});
    const network = vi.spyOn(globalThis, "fetch");
    try {
      const report = await client.report.run(ACCOUNT, body);
      expect(await all(report.rows({ zeroFill: false }))).toEqual(expected);
      expect(network).not.toHaveBeenCalled();
    } finally {
      network.mockRestore();
    }
  });

  it("A fault happens `times` times in a row, after `skip` calls of its step, with at most one fault per call.", async () => {
    const name = "html-error";
    const statuses = async (...list: NonNullable<FakeServerOptions["faults"]>) =>
      (await statusesOf({ polls: 0, faults: list }, 5))
        .slice(1)
        .map((status) => (status === "FINISHED" ? 200 : status));
    expect(await statuses({ name })).toEqual([500, 200, 200, 200, 200]);
    expect(await statuses({ name, skip: 2, value: 502 })).toEqual([200, 200, 502, 200, 200]);
    expect(await statusesOf({ faults: [{ name: "failed" }] }, 3)).toEqual([
      "IN_PROGRESS",
      "FAILED",
      "FAILED",
      "FAILED",
    ]);
    expect(await statuses({ name, times: 3 })).toEqual([500, 500, 500, 200, 200]);
    expect(await statuses({ name, times: always })).toEqual([500, 500, 500, 500, 500]);
    expect(await statuses({ name, value: 501, times: 2 }, { name, value: 502, skip: 1 })).toEqual([
      501, 501, 200, 502, 200,
    ]);
    expect(await statuses({ name, value: 502, skip: 1 }, { name, value: 501 })).toEqual([
      501, 502, 200, 200, 200,
    ]);
  });

  it("`server.pending` lists the faults that have not yet happened as often as configured.", async () => {
    const twice = { name: "html-error", times: 2 } as const;
    const everyTime = { name: "html-error", on: "accounts", times: always } as const;
    const ranges = { name: "no-ranges" } as const;
    await using made = await scene({ polls: 0, faults: [twice, everyTime, ranges] });
    const { server, client } = made;
    expect(server.pending).toEqual([twice, everyTime, ranges]);
    const { token } = await json(create(server));
    await call(server, `/ad_accounts/${ACCOUNT}/reports?token=${token}`);
    expect(server.pending).toEqual([twice, everyTime, ranges]);
    await (await client.report.run(ACCOUNT, body)).text();
    expect(server.pending).toEqual([everyTime, ranges]);
    await call(server, "/ad_accounts");
    expect(server.pending).toEqual([ranges]);
  });

  it("`account` limits a fault to the calls of one ad account.", async () => {
    const planned = (["create", "poll", "file", "other"] as const).map(
      (on) => ({ account: OTHER, name: "html-error", on, value: 418 }) as const,
    );
    await using made = await scene({ polls: 0, faults: planned, respond: () => [] });
    const { server } = made;
    for (const account of [ACCOUNT, OTHER]) {
      const statuses = [];
      for (const _ of [1, 2]) statuses.push((await create(server, body, account)).status);
      const path = `/ad_accounts/${account}/reports?token=${(await json(create(server, body, account))).token}`;
      for (const _ of [1, 2]) statuses.push((await call(server, path)).status);
      const { url } = await json(call(server, path));
      for (const _ of [1, 2]) statuses.push((await fetch(String(url))).status);
      for (const _ of [1, 2])
        statuses.push((await call(server, `/ad_accounts/${account}/ads`)).status);
      const bad = account === OTHER ? 418 : 200;
      expect(statuses).toEqual([bad, 200, bad, 200, bad, 200, bad, 200]);
    }
    expect(server.pending).toEqual([]);
  });

  it("The table of faults in the guide matches the code.", async () => {
    expect(page.split("\n").filter((line) => line.startsWith("| `"))).toEqual(faultRows);
    const table = await readFile(new URL("../../../docs/faults.md", import.meta.url), "utf8");
    expect(faultNames.filter((name) => !table.includes(`\`${name}\``))).toEqual([]);
  });

  it('"Any call" is poll, create, token, metrics, accounts or other, and `other-file` takes headers.', async () => {
    expect(faults["html-response"].on).toEqual([
      "poll",
      "create",
      "token",
      "metrics",
      "accounts",
      "other",
    ]);
    await using made = await scene({
      polls: 0,
      faults: [{ name: "other-file", value: "{}", headers: { "x-made-up": "1" } }],
    });
    const { client } = made;
    const { url } = await client.report.poll(await client.report.create(ACCOUNT, body));
    const response = await fetch(url ?? "");
    expect([response.headers.get("x-made-up"), await response.text()]).toEqual(["1", "{}"]);
  });

  it("`createTrapServer` sends arbitrary bytes.", async () => {
    await using trap = await createTrapServer([{ write: "\u0001 not HTTP", after: "end" }]);
    await expect(fetch(trap.url)).rejects.toThrow();
    expect(trap.requests).toHaveLength(1);
  });

  it("The same account, body and seed always produce the same rows, and another seed produces others.", async () => {
    const rows = await rowsOf({ seed: 4 });
    expect(await rowsOf({ seed: 4 })).toEqual(rows);
    expect(await rowsOf({ seed: 5 })).not.toEqual(rows);
  });

  it("No two of the listed accounts have the same rows, ids or numbers.", async () => {
    await using made = await scene({ accounts: 7 });
    const listed: string[] = [];
    for await (const { id } of made.client.adAccounts.each()) listed.push(id);
    expect(listed).toHaveLength(7);
    const day = { end_date: body.start_date };
    const ids = new Set<unknown>();
    const numbers = new Set<string>();
    const accounts = [...listed, String(Number(ACCOUNT) + 99_999), "1"];
    for (const account of accounts) {
      const rows = await rowsOf({ entities: 8 }, day, account);
      for (const { CAMPAIGN_ID } of rows) expect(ids.has(CAMPAIGN_ID)).toBe(false);
      for (const { CAMPAIGN_ID } of rows) ids.add(CAMPAIGN_ID);
      numbers.add(JSON.stringify(rows.map(({ SPEND_IN_DOLLAR }) => SPEND_IN_DOLLAR)));
    }
    expect(numbers.size).toBe(accounts.length);
  });

  it("The listed accounts differ in currency, time zone and country, and can be specified.", async () => {
    const listed = async (accounts: FakeServerOptions["accounts"]) => {
      await using made = await scene(accounts === undefined ? {} : { accounts });
      return await all(made.client.adAccounts.each());
    };
    const accounts = await listed(undefined);
    for (const name of ["currency", "time_zone", "country"] as const)
      expect(new Set(accounts.map(({ [name]: value }) => value)).size).toBe(3);
    expect(await listed([{ id: "7", currency: "CHF", time_zone: "Europe/Zurich" }])).toMatchObject([
      { id: "7", currency: "CHF", time_zone: "Europe/Zurich", name: "Made-up account 1" },
    ]);
  });

  it("One in five amounts of money, such as 0.1, has no exact double, and server.rows has its exact text.", async () => {
    await using made = await scene({ polls: 0, entities: 100 });
    const { handle } = await made.client.report.run(ACCOUNT, body);
    const texts = [...made.server.rows(handle.token)].map((row) => row.SPEND_IN_DOLLAR ?? "");
    const awkward = texts.filter((text) =>
      /^(0\.[127]|1\.005|8\.2|12\.07|64\.9|412345\.67)$/.test(text),
    );
    // A quarter of the non-zero amounts.
    expect(awkward.length / texts.length).toBeGreaterThan(0.15);
    expect(awkward.length / texts.length).toBeLessThan(0.25);
  });

  it("Ids have twelve digits, and pin ids have eighteen.", async () => {
    const rows = await rowsOf(
      {},
      {
        level: "AD_GROUP",
        columns: ["AD_GROUP_ID", "CAMPAIGN_ID", "PIN_ID", "TOTAL_CLICKTHROUGH"],
      },
    );
    for (const { AD_GROUP_ID, CAMPAIGN_ID, PIN_ID } of rows) {
      expect(AD_GROUP_ID).toMatch(/^26\d{10}$/);
      expect(CAMPAIGN_ID).toMatch(/^62\d{10}$/);
      expect(PIN_ID).toMatch(/^\d{18}$/);
      expect(Number(PIN_ID)).toBeGreaterThan(Number.MAX_SAFE_INTEGER);
      expect(String(AD_GROUP_ID).slice(2, 7)).toBe(String(CAMPAIGN_ID).slice(2, 7));
    }
    expect(new Set(rows.map(({ AD_GROUP_ID }) => Number(String(AD_GROUP_ID).slice(7))))).toEqual(
      new Set([1, 2, 3]),
    );
  });

  it("A campaign has two ad groups, an ad group has two ads, and each row has the ids of its parents.", async () => {
    const columns = ["PIN_PROMOTION_ID", "AD_GROUP_ID", "CAMPAIGN_ID", "TOTAL_CLICKTHROUGH"];
    const ads = await rowsOf({ entities: 4 }, { level: "PIN_PROMOTION", columns });
    const idsBy = (child: string, parent: string) =>
      [...new Set(ads.map((row) => row[parent]))].map(
        (id) => new Set(ads.filter((row) => row[parent] === id).map((row) => row[child])).size,
      );
    expect(idsBy("PIN_PROMOTION_ID", "AD_GROUP_ID")).toEqual([2, 2]);
    expect(idsBy("AD_GROUP_ID", "CAMPAIGN_ID")).toEqual([2]);
    const sum = (rows: readonly Readonly<Record<string, unknown>>[]) =>
      rows.reduce((total, { TOTAL_CLICKTHROUGH }) => total + Number(TOTAL_CLICKTHROUGH ?? 0), 0);
    expect(sum(ads)).not.toBe(sum(await rowsOf({ entities: 1 })));
  });

  it("Two out of three names contain a comma, characters beyond ASCII, and quotes or a line break.", async () => {
    const names = [
      ...new Set((await rowsOf({ entities: 9 })).map(({ CAMPAIGN_NAME }) => String(CAMPAIGN_NAME))),
    ];
    expect(names).toHaveLength(9);
    expect(
      names.filter(
        // biome-ignore lint/suspicious/noControlCharactersInRegex: matches ASCII characters.
        (name) => /["\n]/.test(name) && name.includes(",") && /[^\u0000-\u007f]/.test(name),
      ),
    ).toHaveLength(6);
  });

  it("About one metric in five is zero, which JSON omits and CSV writes.", async () => {
    const rows = await rowsOf({ entities: 100 });
    const missing = rows.filter((row) => !("SPEND_IN_DOLLAR" in row)).length;
    // 0.2 times 0.8 in 0.96 of these rows.
    expect(missing / rows.length).toBeGreaterThan(0.12);
    expect(missing / rows.length).toBeLessThan(0.21);
    expect(rows.length / (100 * 9)).toBeLessThan(1);
    expect(rows.every((row) => "SPEND_IN_DOLLAR" in row || "TOTAL_CLICKTHROUGH" in row)).toBe(true);
    const csv = await rowsOf({ entities: 100 }, { report_format: "CSV" });
    expect(csv).toHaveLength(rows.length);
    expect(csv.filter((row) => row["Spend in dollar"] === "0")).toHaveLength(missing);
  });

  it("An hourly report has rows for each hour from its first hour to its last.", async () => {
    const columns = ["CAMPAIGN_ID", "CAMPAIGN_NAME"] as const;
    const hourly = { granularity: "HOUR", columns, start_date: "2026-03-08" } as const;
    const hoursOf = async (change: object, options: FakeServerOptions = {}) =>
      (await rowsOf({ entities: 1, ...options }, { ...hourly, ...change })).map(({ DATE }) =>
        String(DATE),
      );
    const hours = await hoursOf({ start_hour: 5, end_hour: 3 });
    expect([hours.length, hours[0], hours.at(-1)]).toEqual([
      19 + 4,
      "2026-03-08T05:00:00",
      "2026-03-09T03:00:00",
    ]);
    expect(new Set(hours).size).toBe(hours.length);
    expect(await hoursOf({ start_hour: 5, end_hour: 3, primary_sort: "BY_DATE" })).toEqual(hours);
    expect(await hoursOf({})).toHaveLength(48);
    const oneDay = { start_date: "2026-03-09", start_hour: 5, end_hour: 6 };
    expect(await hoursOf(oneDay)).toEqual(["2026-03-09T05:00:00", "2026-03-09T06:00:00"]);
    const metrics = { columns: ["CAMPAIGN_ID", "SPEND_IN_DOLLAR"] };
    const restated =
      (await hoursOf(metrics, { restated: 1, entities: 20 })).length /
      (await hoursOf(metrics, { entities: 20 })).length;
    expect(restated).toBeCloseTo(2 / 3, 0);
    expect(restated).toBeLessThan(0.9);
  });

  it("`entities` and `bytes` set the size of a report, and memory use stays constant.", async () => {
    const campaigns = async (options: FakeServerOptions) =>
      new Set((await rowsOf(options, { columns: ["CAMPAIGN_ID"] })).map((row) => row.CAMPAIGN_ID))
        .size;
    expect([
      await campaigns({}),
      await campaigns({ entities: 5 }),
      await campaigns({ entities: 3_000 }),
    ]).toEqual([3, 5, 3_000]);
    const level = "ADVERTISER";
    const rows = await rowsOf(
      { entities: 9 },
      { level, columns: ["ADVERTISER_ID", "SPEND_IN_DOLLAR"] },
    );
    expect(new Set(rows.map(({ ADVERTISER_ID }) => ADVERTISER_ID))).toEqual(new Set([ACCOUNT]));
    await using made = await scene({ polls: 0, bytes: 5_000_000_000 });
    const { size } = await made.client.report.poll(await made.client.report.create(ACCOUNT, body));
    expect(size).toBeGreaterThanOrEqual(5_000_000_000);
  });

  it("`restated` changes the given share of the rows each day, and every third change sets a row to zero.", async () => {
    /** The rows of 2026-03-01 to 03-09, in a report created on this day, by entity and day. */
    const on = async (day: string, restated?: number) => {
      const clock = createFakeClock({ start: `${day}T12:00:00Z` });
      const rows = await rowsOf({
        clock,
        entities: 40,
        ...(restated !== undefined && { restated }),
      });
      return new Map(rows.map((row) => [`${row.CAMPAIGN_ID} ${row.DATE}`, JSON.stringify(row)]));
    };
    expect(await on("2026-03-11")).toEqual(await on("2026-03-10"));
    const [before, after] = [await on("2026-03-10", 0.2), await on("2026-03-11", 0.2)];
    const keys = new Set([...before.keys(), ...after.keys()]);
    const changed = [...keys].filter((key) => before.get(key) !== after.get(key));
    expect(changed.length / keys.size).toBeCloseTo(0.2, 1);
    const gone = changed.filter((key) => !after.has(key));
    expect(gone.length / changed.filter((key) => before.has(key)).length).toBeCloseTo(1 / 3, 0);
    expect(changed.some((key) => !before.has(key))).toBe(true);
    expect(await on("2026-05-11", 0.2)).toEqual(await on("2026-05-10", 0.2));
  });

  it("`server.file(token)` returns the bytes of a report without faults.", async () => {
    await using made = await scene({ polls: 0, faults: [{ name: "other-file", value: "{}" }] });
    const { server, client } = made;
    const report = await client.report.run(ACCOUNT, body);
    const pieces = [...server.file((await client.report.create(ACCOUNT, body)).token)];
    expect(await report.text()).toBe("{}");
    expect(Object.keys(JSON.parse(Buffer.concat(pieces).toString()) as object)).toHaveLength(3);
  });

  it("The fake server's lists have the ids and names of its rows, and can be filtered.", async () => {
    const entities = 8;
    await using made = await scene({ entities });
    const { client, server } = made;
    const ad_account_id = ACCOUNT;
    const each = {
      CAMPAIGN: await campaigns(client).list({ ad_account_id, page_size: 3 }).toArray(),
      AD_GROUP: await adGroups(client).list({ ad_account_id, page_size: 3 }).toArray(),
      AD: await ads(client).list({ ad_account_id, page_size: 250 }).toArray(),
    };
    for (const [kind, items] of Object.entries(each)) {
      const columns = ["CAMPAIGN_ID", "AD_GROUP_ID", "PIN_PROMOTION_ID"].slice(
        0,
        1 + Object.keys(each).indexOf(kind),
      );
      const own = columns.at(-1) ?? "";
      const level = own.replace(/_ID$/, "");
      const rows = await rowsOf(
        { entities },
        { granularity: "TOTAL", level, columns: [...columns, `${kind}_NAME`] },
      );
      const listed = items.map((item) => {
        const members: Readonly<Record<string, unknown>> = { ...item };
        return [
          ...columns.map((column) => members[column === own ? "id" : column.toLowerCase()]),
          members.name,
        ];
      });
      expect(listed).toEqual(
        rows.map((row) => [...columns, `${kind}_NAME`].map((column) => row[column])),
      );
      expect(listed).toHaveLength(entities);
    }
    const allGroups = each.AD_GROUP.map(({ id }) => id ?? "");
    const words = await keywords(client).get({ ad_account_id, ad_group_ids: allGroups }).toArray();
    const keywordRows = await rowsOf(
      { entities },
      { granularity: "TOTAL", level: "KEYWORD", columns: ["AD_GROUP_ID"] },
    );
    expect(words.map(({ id, parent_id }) => [id, parent_id])).toEqual(
      keywordRows.map((row) => [row.KEYWORD_ID, row.AD_GROUP_ID]),
    );

    const [first, second] = each.CAMPAIGN.map(({ id }) => id ?? "");
    const campaign_ids = [second ?? "", first ?? ""];
    const idsOf = (items: readonly { readonly id?: string }[]) => items.map(({ id }) => id);
    expect(
      idsOf((await campaigns(client).list({ ad_account_id, campaign_ids })).items ?? []),
    ).toEqual([first, second]);
    const adsOfTwo = each.AD.filter(({ campaign_id }) => campaign_ids.includes(campaign_id ?? ""));
    expect(adsOfTwo).toHaveLength(8);
    expect((await ads(client).list({ ad_account_id, campaign_ids })).items).toEqual(adsOfTwo);
    const [ad] = each.AD;
    const ad_ids = [ad?.id ?? ""];
    expect((await ads(client).list({ ad_account_id, ad_ids })).items).toEqual([ad]);
    const ad_group_ids = [ad?.ad_group_id ?? ""];
    expect((await ads(client).list({ ad_account_id, ad_group_ids })).items).toContainEqual(ad);
    const archived =
      (await adGroups(client).list({ ad_account_id, entity_statuses: ["ARCHIVED"] })).items ?? [];
    expect(
      archived.map(({ id, status }) => [each.AD_GROUP.some((group) => group.id === id), status]),
    ).toEqual([[false, "ARCHIVED"]]);
    expect(
      (await adGroups(client).list({ ad_account_id, entity_statuses: ["PAUSED"] })).items,
    ).toEqual([]);
    expect(
      (await adGroups(client).list({ ad_account_id, entity_statuses: ["ACTIVE", "PAUSED"] })).items,
    ).toEqual(each.AD_GROUP);
    expect((await keywords(client).get({ ad_account_id, match_types: ["EXACT"] })).items).toEqual(
      [],
    );
    expect((await keywords(client).get({ ad_account_id })).items).toMatchObject([
      { parent_id: ACCOUNT, match_type: "EXACT_NEGATIVE" },
    ]);
    const [word] = words;
    expect(
      (await keywords(client).get({ ad_account_id, campaign_id: first ?? "" })).items,
    ).toMatchObject([{ parent_id: first, match_type: "EXACT_NEGATIVE" }]);
    const groups = productGroupPromotions(client);
    const [group] = await groups
      .list({ ad_account_id, ad_group_id: ad?.ad_group_id ?? "" })
      .toArray();
    expect(
      (await groups.list({ ad_account_id, product_group_promotion_ids: [group?.id ?? ""] })).items,
    ).toEqual([group]);
    await expect(groups.list({ ad_account_id } as never)).rejects.toThrow(/ad_group_id/);
    expect(
      (await keywords(client).get({ ad_account_id, ad_group_id: word?.parent_id ?? "" })).items,
    ).toEqual(words.slice(0, 2));
    const last = await campaigns(client)
      .list({ ad_account_id, order: "DESCENDING", page_size: 3 })
      .toArray();
    expect(last).toEqual(each.CAMPAIGN.toReversed());
    expect(
      (await adGroups(client).list({ ad_account_id, translate_interests_to_names: true })).items,
    ).toEqual(each.AD_GROUP);
    expect((await call(server, "/ad_accounts/x/ads")).status).toBe(400);
    expect(
      (await call(server, `/ad_accounts/${ACCOUNT}/ads`, { method: "POST", body: "[]" })).status,
    ).toBe(404);

    const mmm = {
      ...body,
      report_name: "made up",
      level: "CAMPAIGN_TARGETING",
      columns: ["SPEND_IN_DOLLAR"],
    } as const;
    const countries = await all(
      (await client.mmmReport.run(ACCOUNT, { ...mmm, targeting_types: ["COUNTRY"] })).rows(),
    );
    expect(new Set(countries.map(({ TARGETING_VALUE }) => TARGETING_VALUE))).toEqual(
      new Set(["US", "GB"]),
    );
    for (const type of ["GENDER", "APPTYPE"] as const) {
      const level = "CAMPAIGN_TARGETING";
      const targeted = await rowsOf(
        {},
        { granularity: "TOTAL", level, targeting_types: [type], columns: ["CAMPAIGN_ID"] },
      );
      const values = new Set(targeted.map(({ TARGETING_VALUE }) => TARGETING_VALUE));
      const [names = {}] = (await targetingOptions(client).get({ targeting_type: type })) ?? [];
      expect([...values]).toEqual(Object.keys(names));
      expect(Object.values(names)).toEqual([...values].map((value) => `Made up: ${value}`));
    }
  });

  it("`respond` answers all other calls, after the token and quotas have been checked.", async () => {
    let calls = 0;
    const respond: NonNullable<FakeServerOptions["respond"]> = ({ path }) => {
      calls++;
      if (path.endsWith("/bad")) throw new Error("made up");
      return path.endsWith("/good") ? { a: 1 } : undefined;
    };
    await using made = await scene({
      respond,
      quotas: [{ requests: 3, perMs: 60_000, steps: ["other"] }],
    });
    const { server } = made;
    expect((await call(server, "/good", {}, "other")).status).toBe(401);
    const good = await call(server, "/good");
    expect([good.headers.get("content-type"), await good.json()]).toEqual([
      "application/json",
      { a: 1 },
    ]);
    expect((await call(server, "/none")).status).toBe(404);
    const bad = await call(server, "/bad");
    expect([bad.status, await bad.json()]).toEqual([
      400,
      expect.objectContaining({ message: "made up" }),
    ]);
    expect([(await call(server, "/good")).status, calls]).toEqual([429, 3]);
    for (const path of ["/resources/delivery_metrics", "/ad_accounts"])
      expect((await call(server, path)).status).toBe(200);
    await using plain = await scene();
    expect((await call(plain.server, "/good")).status).toBe(404);
    const list = `/ad_accounts/${ACCOUNT}/campaigns`;
    expect((await call(plain.server, list)).status).toBe(200);
    await using own = await scene({
      respond: ({ path }) =>
        path.endsWith("/campaigns") ? { items: [], bookmark: null } : undefined,
    });
    expect(await json(call(own.server, list))).toEqual({ items: [], bookmark: null });
    expect((await call(own.server, `/ad_accounts/${ACCOUNT}/ads`)).status).toBe(200);
  });

  it("Quotas are counted by the server's clock, for the selected steps only.", async () => {
    await using made = await scene({
      quotas: [
        { requests: 300, perMs: 60_000 },
        { requests: 1, perMs: 60_000, steps: ["accounts"] },
      ],
    });
    const { server } = made;
    const poll = async (token?: string) =>
      (await call(server, `/ad_accounts/${ACCOUNT}/reports?token=x`, {}, token)).status;
    for (const _ of [1, 2]) expect(await poll("other")).toBe(401);
    expect((await create(server)).status).toBe(200);
    const statuses = new Set<number>();
    for (let count = 2; count <= 300; count++) statuses.add(await poll());
    expect([[...statuses], await poll(), (await create(server)).status]).toEqual([[200], 429, 429]);
    for (const expected of [200, 429])
      expect((await call(server, "/ad_accounts")).status).toBe(expected);
    expect((await call(server, "/resources/delivery_metrics")).status).toBe(200);
    await server.clock.advance(60_000);
    expect([await poll(), (await call(server, "/ad_accounts")).status]).toEqual([200, 200]);
    await expect(
      createFakeServer({ quotas: [{ requests: 1, perMs: 1, steps: ["file" as never] }] }),
    ).rejects.toThrow("no rate limit");
  });

  it("Several quotas are announced in Pinterest's format.", async () => {
    await using made = await scene({
      quotas: [
        { requests: 300, perMs: 60_000 },
        { requests: 1_000, perMs: 86_400_000 },
      ],
    });
    expect((await create(made.server)).headers.get("x-ratelimit-limit")).toBe(
      "300, 300;w=60, 1000;w=86400",
    );
    expect((await call(made.server, "/ad_accounts")).headers.has("x-ratelimit-limit")).toBe(false);
  });

  it("`announce` keeps a quota out of the headers, or announces it as the query cost limiter does.", async () => {
    for (const [announce, code] of [
      ["none", 8],
      ["cost", 2726],
    ] as const) {
      await using made = await scene({ quotas: [{ requests: 1, perMs: 60_000, announce }] });
      expect(
        [...(await create(made.server)).headers.keys()].filter((name) =>
          name.includes("ratelimit"),
        ),
      ).toEqual([]);
      const refused = await create(made.server);
      expect([refused.status, await refused.json()]).toEqual([
        429,
        expect.objectContaining({ code }),
      ]);
    }
  });

  it("The OAuth endpoint accepts the credentials of `app`, and `revoke()` invalidates all access tokens.", async () => {
    const app = { clientId: "made-up", clientSecret: "of ours", refreshToken: "made-up-too" };
    await using server = await createFakeServer({ app });
    const ask = async (secret: string) =>
      fetch(`${server.url}/oauth/token`, {
        method: "POST",
        headers: { authorization: `Basic ${btoa(`made-up:${secret}`)}` },
        body: new URLSearchParams({ grant_type: "refresh_token", refresh_token: app.refreshToken }),
      });
    expect((await ask("another")).status).toBe(401);
    expect(await (await ask(app.clientSecret)).json()).toMatchObject({ expires_in: 30 * 86_400 });
    await using short = await createFakeServer({ app: { ...app, expiresIn: 60 } });
    const form = new URLSearchParams({
      grant_type: "refresh_token",
      refresh_token: app.refreshToken,
    });
    const headers = { authorization: `Basic ${btoa("made-up:of ours")}` };
    const sixty = (await (
      await fetch(`${short.url}/oauth/token`, { method: "POST", headers, body: form })
    ).json()) as {
      access_token: string;
    };
    expect((await call(short, "/ad_accounts", {}, sixty.access_token)).status).toBe(200);
    await short.clock.advance(60_000);
    expect((await call(short, "/ad_accounts", {}, sixty.access_token)).status).toBe(401);
    const first = (await (await ask(app.clientSecret)).json()) as {
      access_token: string;
      refresh_token: string;
    };
    const statuses = async () => [
      (await call(server, "/ad_accounts")).status,
      (await call(server, "/ad_accounts", {}, first.access_token)).status,
    ];
    expect(await statuses()).toEqual([200, 200]);
    server.revoke();
    expect(await statuses()).toEqual([401, 401]);
    const { access_token } = (await (await ask(app.clientSecret)).json()) as {
      access_token: string;
    };
    expect((await call(server, "/ad_accounts", {}, access_token)).status).toBe(200);
  });
});
