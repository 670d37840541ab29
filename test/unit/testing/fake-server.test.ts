import { describe, expect, it, vi } from "vitest";
import { bodyError } from "../../../runtime/testing/check-body.js";
import {
  createFakeClock,
  createFakeServer,
  type FakeServer,
  faultNames,
  systemClock,
} from "../../../runtime/testing/index.js";
import { account, all, bodyFor, createClient, facts, setting } from "../../support/flow.js";

const path = `/ad_accounts/${account}/reports`;

async function post(
  { url, accessToken }: FakeServer,
  body: unknown,
  headers: Record<string, string> = {},
) {
  const response = await fetch(url + path, {
    method: "POST",
    headers: {
      authorization: `Bearer ${accessToken}`,
      "content-type": "application/json",
      ...headers,
    },
    body: typeof body === "string" ? body : JSON.stringify(body),
  });
  return {
    status: response.status,
    rid: response.headers.get("x-pinterest-rid"),
    answer: (await response.json()) as { readonly token?: string },
  };
}

describe("the fake server", () => {
  it("listens on the given port, unless it is in use", async () => {
    const first = await createFakeServer([facts]);
    const { port } = new URL(first.url);
    await expect(createFakeServer([facts], { port: Number(port) })).rejects.toMatchObject({
      code: "EADDRINUSE",
    });
    await first.close();
    await using second = await createFakeServer([facts], { port: Number(port) });
    expect(second.url).toBe(first.url);
    await expect(createFakeServer([facts], { port: 70_000 })).rejects.toThrow(RangeError);
  });

  it("rejects any other token", async () => {
    await using scene = await setting();
    const { status, answer, rid } = await post(scene.server, bodyFor(scene.server), {
      authorization: "Bearer other",
    });
    expect({ status, answer }).toEqual({
      status: 401,
      answer: { code: 2, message: "Authentication failed.", status: "failure" },
    });
    expect(rid).toMatch(/^\d+$/);
  });

  it("expires access tokens from its OAuth endpoint", async () => {
    const app = { clientId: "id", clientSecret: "secret", refreshToken: "refresh", expiresIn: 10 };
    await using scene = await setting({ app });
    const { server } = scene;
    const basic = `Basic ${btoa("id:secret")}`;
    const form = new URLSearchParams({
      grant_type: "refresh_token",
      refresh_token: "refresh",
    }).toString();
    const response = await server.fetch(`${server.url}/oauth/token`, {
      method: "POST",
      headers: { authorization: basic, "content-type": "application/x-www-form-urlencoded" },
      body: form,
    });
    const { access_token, expires_in } = (await response.json()) as {
      readonly access_token: string;
      readonly expires_in: number;
    };
    expect(expires_in).toBe(10);
    const statusOf = async () =>
      (await post(server, bodyFor(server), { authorization: `Bearer ${access_token}` })).status;
    await server.clock.advance(9_999);
    expect(await statusOf()).toBe(200);
    await server.clock.advance(1);
    expect(await statusOf()).toBe(401);
    expect((await post(server, bodyFor(server))).status).toBe(200);
  });

  it.each<[string, object, string]>([
    ["no JSON", { raw: "{" }, "Invalid request body"],
    ["a list", { raw: "[]" }, "'object'"],
    ["a missing field", { level: undefined }, "'level' is a required property"],
    ["a wrong type", { start_date: 5 }, "5 is not of type 'string'"],
    ["a wrong value", { granularity: "WEEKLY" }, "'WEEKLY' is not one of ['DAY', 'HOUR', 'TOTAL']"],
    ["an unknown column", { columns: ["CLICK"] }, "'CLICK' is not one of ['CAMPAIGN_ID'"],
    ["a wrong pattern", { start_date: "1 March" }, "'1 March' does not match"],
    ["a day that is none", { start_date: "2026-02-30" }, "does not match format '%Y-%m-%d'"],
    ["too many items", { ad_ids: ["1", "2", "3", "4"] }, "is too long"],
    ["too few items", { ad_ids: [] }, "is too short"],
    ["a wrong item", { ad_ids: ["x"] }, "'x' does not match"],
    ["a fraction", { start_hour: 1.5, granularity: "HOUR" }, "1.5 is not of type 'integer'"],
    [
      "a number too large",
      { start_hour: 24, granularity: "HOUR" },
      "24 is greater than the maximum of 23",
    ],
    [
      "a date too long ago",
      { start_date: "2023-09-07" },
      "Non-hourly request must be within 914 recent days",
    ],
    [
      "a range too long",
      { granularity: "HOUR", end_date: "2026-03-07" },
      "Date range must be within 3 days",
    ],
    ["a range backwards", { end_date: "2026-03-01" }, "end_date must not be before start_date"],
    [
      "a field that is forbidden",
      { level: "CAMPAIGN_TARGETING", ad_ids: ["1"] },
      "ad_ids is not supported here",
    ],
    ["a field that is only for hours", { start_hour: 1 }, "start_hour is not supported here"],
    [
      "a column that is forbidden",
      { level: "CAMPAIGN_TARGETING", columns: ["KEY"] },
      "Columns KEY are not available.",
    ],
  ])("rejects %s", async (_, change, words) => {
    await using scene = await setting();
    const body = "raw" in change ? change.raw : { ...bodyFor(scene.server), ...change };
    const { status, answer } = await post(scene.server, body);
    expect(status).toBe(400);
    expect(answer).toMatchObject({ code: 1, message: expect.stringContaining(words) });
  });

  it.each<[string, object]>([
    ["the last day of the look-back", { start_date: "2023-09-08" }],
    ["the last day of a range", { granularity: "HOUR", start_date: "2026-03-06" }],
    ["a field unknown to the client", { colour: "red" }],
  ])("accepts %s, which is one possible reading of the description", async (_, change) => {
    await using scene = await setting();
    expect((await post(scene.server, { ...bodyFor(scene.server), ...change })).status).toBe(200);
  });

  it.each([
    ["", "too short"],
    ["😀", "too short"],
    ["😀a", null],
    ["😀😀😀", null],
    ["abcd", "too long"],
    ["😀😀😀😀", "too long"],
  ])("counts the characters of %j as Python does", (name, words) => {
    const limits = { minLength: 2, maxLength: 3 };
    const type = { kind: "string" } as const;
    const fields = [{ name: "name", type, required: true, limits }];
    const error = bodyError(
      { ...facts, body: { name: "Body", fields }, breaches: [] },
      { name },
      "2026-03-09",
    );
    expect(error).toEqual(
      words === null ? null : `${JSON.stringify(name).replaceAll('"', "'")} is ${words}`,
    );
  });

  it("returns the same report for the same body within an hour", async () => {
    await using scene = await setting();
    const { server } = scene;
    const body = bodyFor(server);
    const first = await post(server, body);
    expect((await post(server, body)).answer.token).toBe(first.answer.token);
    expect((await post(server, { ...body, level: "CAMPAIGN_TARGETING" })).answer.token).not.toBe(
      first.answer.token,
    );
    await server.clock.advance(3_700_000);
    expect((await post(server, body)).answer.token).not.toBe(first.answer.token);
  });

  it("keeps links valid for five minutes and reports for an hour", async () => {
    await using scene = await setting({ polls: 0 });
    const { server, client } = scene;
    const handle = await client.report.create(account, bodyFor(server));
    const { url } = await client.report.poll(handle);
    expect((await fetch(url ?? "", { headers: { authorization: "Bearer x" } })).status).toBe(400);
    expect((await fetch(url ?? "")).status).toBe(200);
    await server.clock.advance(300_001);
    const late = await fetch(url ?? "");
    expect(late.status).toBe(403);
    expect(await late.text()).toContain("<Code>AccessDenied</Code>");
    expect(new URL(url ?? "").origin).not.toBe(new URL(server.url).origin);
    await server.clock.advance(3_400_000);
    expect(await client.report.poll(handle)).toMatchObject({ status: "EXPIRED", state: "failed" });
  });

  it("uses the machine's time with systemClock", async () => {
    await using server = await createFakeServer([facts], {
      clock: systemClock,
      polls: 0,
      quotas: [{ requests: 2, perMs: 60_000 }],
    });
    const headers = {
      authorization: `Bearer ${server.accessToken}`,
      "content-type": "application/json",
    };
    const body = JSON.stringify(bodyFor(server));
    const created = await fetch(server.url + path, { method: "POST", headers, body });
    expect(Math.abs(Date.parse(created.headers.get("date") ?? "") - Date.now())).toBeLessThan(
      86_400_000,
    );
    const { token } = (await created.json()) as { token: string };
    const poll = async () =>
      (await fetch(`${server.url}${path}?token=${token}`, { headers })).json() as Promise<
        Record<string, string>
      >;
    const { url = "" } = await poll();
    expect((await fetch(url)).status).toBe(200);
    expect(await poll()).toMatchObject({ code: 8 });
    // Five minutes later.
    const real = Date.now;
    const now = vi.spyOn(Date, "now").mockImplementation(() => real() + 300_001);
    try {
      expect((await fetch(url)).status).toBe(403);
      expect(await poll()).toMatchObject({ report_status: "FINISHED" });
      now.mockImplementation(() => real() + 3_700_000);
      expect(await poll()).toMatchObject({ report_status: "EXPIRED" });
    } finally {
      now.mockRestore();
    }
  });

  it("with a fake clock, does not send the machine's date", async () => {
    await using scene = await setting();
    expect((await fetch(scene.server.url)).headers.has("date")).toBe(false);
  });

  it("has the same data for the same seed", async () => {
    const files = [];
    for (const seed of [1, 1, 2]) {
      await using scene = await setting({ seed, polls: 0 });
      files.push(await (await scene.client.report.run(account, bodyFor(scene.server))).text());
    }
    expect(files[0]).toBe(files[1]);
    expect(files[0]).not.toBe(files[2]);
  });

  it("omits zeros in JSON, writes them in CSV, and writes long ids as numbers", async () => {
    await using scene = await setting({ polls: 0 });
    const { client, server } = scene;
    const body = {
      ...bodyFor(server),
      columns: ["CAMPAIGN_ID", "CAMPAIGN_NAME", "PIN_ID", "CLICKS", "SPEND_IN_DOLLAR"],
    } as const;
    const json = await client.report.run(account, body);
    expect(await json.text()).toMatch(/"PIN_ID":217861707052500001[,}]/);
    const rows = await all(json.rows({ zeroFill: false }));
    expect(rows.some((row) => !("CLICKS" in row))).toBe(true);
    const csv = await all(
      (await client.report.run(account, { ...body, report_format: "CSV" })).entries(),
    );
    expect(csv).toHaveLength(rows.length);
    expect(csv.some(({ row }) => row.Clicks === "0")).toBe(true);
    expect(csv[0]?.row["Campaign name"]).toBe('campaign name 627052500001 "A", é');
  });

  it("has no date in totals, but a value for each targeting type", async () => {
    await using scene = await setting({ polls: 0 });
    const { client, server } = scene;
    const body = { ...bodyFor(server), granularity: "TOTAL", level: "CAMPAIGN_TARGETING" } as const;
    const rows = await all((await client.report.run(account, body)).entries());
    expect(rows[0]?.row).toMatchObject({
      TARGETING_TYPE: "APPTYPE",
      TARGETING_VALUE: expect.any(String),
    });
    expect(rows.every(({ row }) => !("DATE" in row))).toBe(true);
  });

  it("behaves the same when used as a fetch function", async () => {
    await using scene = await setting({
      faults: [{ name: "cut-connection" }, { name: "short-file", times: 6 }],
    });
    const { server } = scene;
    const client = createClient({
      accessToken: server.accessToken,
      baseUrl: server.url,
      fetch: server.fetch,
      clock: server.clock,
    });
    const report = await client.report.run(account, bodyFor(server));
    await expect(all(report.rows())).rejects.toMatchObject({ code: "download", received: 100 });
    expect(await all(report.rows())).toHaveLength(16);
    await expect(server.fetch("http://127.0.0.1:1/")).rejects.toThrow("fetch failed");
  });

  it("lists ad accounts page by page, and the header of each column", async () => {
    await using scene = await setting({ accounts: 5 });
    const { server } = scene;
    const get = async (path: string) =>
      (await (
        await fetch(server.url + path, {
          headers: { authorization: `Bearer ${server.accessToken}` },
        })
      ).json()) as {
        readonly items: readonly {
          readonly id?: string;
          readonly name: string;
          readonly display_name?: string;
        }[];
        readonly bookmark: string | null;
      };
    const pages = [await get("/ad_accounts?page_size=2")];
    for (let page = pages[0]; page?.bookmark && pages.length < 9; page = pages.at(-1)) {
      pages.push(await get(`/ad_accounts?page_size=2&bookmark=${page.bookmark}`));
    }
    expect(pages.map(({ items }) => items.length)).toEqual([2, 2, 1]);
    expect(new Set(pages.flatMap(({ items }) => items.map(({ id }) => id))).size).toBe(5);
    const { items } = await get("/resources/delivery_metrics?report_type=ASYNC");
    expect(items.find(({ name }) => name === "PIN_ID")).toMatchObject({
      display_name: "Organic pin ID",
    });
  });

  it("lets a test respond to unknown calls", async () => {
    await using scene = await setting({
      respond: ({ method, path, query }) => {
        if (path === "/v5/wrong") throw new RangeError("asked wrongly");
        return path === "/v5/user_account" ? { method, asked: query.of } : undefined;
      },
    });
    const { server } = scene;
    const get = async (path: string, token = server.accessToken) => {
      const response = await fetch(server.url + path, {
        headers: { authorization: `Bearer ${token}` },
      });
      return [response.status, await response.json()];
    };
    expect(await get("/user_account?of=name")).toEqual([200, { method: "GET", asked: "name" }]);
    expect(await get("/user_account", "another")).toMatchObject([401, {}]);
    expect(await get("/wrong")).toMatchObject([400, { message: "asked wrongly" }]);
    expect(await get("/others")).toMatchObject([
      404,
      {
        message: expect.stringMatching(
          /no response to GET \/v5\/others: return one from the respond option of createFakeServer/,
        ),
      },
    ]);
    expect(server.requests.map(({ step }) => step)).toEqual(["other", "other", "other", "other"]);
  });

  it.each([
    [401, "Authentication failed."],
    [403, "You are not permitted to access that resource."],
    [404, "Not found."],
    [429, "You have exceeded your rate limit. Try again later."],
    [500, "Something went wrong on our end. Sorry about that."],
  ])("gives a refusal with status %s the message for that status", async (status, message) => {
    await using scene = await setting({
      faults: [{ name: "refusal", on: "other", value: status }],
    });
    const headers = { authorization: `Bearer ${scene.server.accessToken}` };
    const response = await fetch(`${scene.server.url}/user_account`, { headers });
    expect([response.status, await response.json()]).toMatchObject([status, { message }]);
  });

  it("counts quotas by its own clock, and announces them as configured", async () => {
    for (const announce of ["headers", "none", "cost"] as const) {
      await using scene = await setting({ quotas: [{ requests: 2, perMs: 60_000, announce }] });
      const { server } = scene;
      const ask = () =>
        fetch(`${server.url}${path}?token=x`, {
          headers: { authorization: `Bearer ${server.accessToken}` },
        });
      const answers = [await ask(), await ask(), await ask()];
      expect(answers.map(({ status }) => status)).toEqual([200, 200, 429]);
      expect(answers[2]?.headers.get("retry-after")).toBe(announce === "headers" ? "60" : null);
      expect(answers[0]?.headers.get("x-ratelimit-remaining")).toBe(
        announce === "headers" ? "1" : null,
      );
      expect(await answers[2]?.json()).toMatchObject({ code: announce === "cost" ? 2726 : 8 });
      await server.clock.advance(60_000);
      expect((await ask()).status).toBe(200);
    }
  });

  it("announces all its rate limit windows in the API's format", async () => {
    const quotas = [
      { requests: 1_000, perMs: 60_000 },
      { requests: 3, perMs: 1_000 },
      { requests: 9, perMs: 5_000, announce: "none" as const },
      { requests: 4, perMs: 86_400_000, steps: ["create" as const] },
    ];
    await using scene = await setting({ quotas });
    const { server } = scene;
    const ask = () =>
      fetch(`${server.url}${path}?token=x`, {
        headers: { authorization: `Bearer ${server.accessToken}` },
      });
    const limits = async () => {
      const { status, headers } = await ask();
      return [
        status,
        ...["limit", "remaining", "reset"].map((name) => headers.get(`x-ratelimit-${name}`)),
        headers.get("retry-after"),
      ];
    };
    expect(await limits()).toEqual([200, "3, 3;w=1, 1000;w=60", "2", "1", null]);
    await ask();
    await ask();
    expect(await limits()).toEqual([429, "3, 3;w=1, 1000;w=60", "0", "1", "1"]);
  });

  it("counts the calls that a quota names, including token requests, but not rejected calls", async () => {
    await using scene = await setting({
      quotas: [{ requests: 1, perMs: 60_000, steps: ["token", "accounts"] }],
    });
    const { server } = scene;
    const list = async (token = server.accessToken) =>
      (await fetch(`${server.url}/ad_accounts`, { headers: { authorization: `Bearer ${token}` } }))
        .status;
    expect([await list("other"), await list(), await list()]).toEqual([401, 200, 429]);
    expect((await fetch(`${server.url}/oauth/token`, { method: "POST" })).status).toBe(429);
    await server.clock.advance(60_000);
    expect((await fetch(`${server.url}/oauth/token`, { method: "POST" })).status).toBe(401);
    expect(await list()).toBe(429);
    expect(server.requests.map(({ step }) => step)).toEqual([
      "accounts",
      "accounts",
      "accounts",
      "token",
      "token",
      "accounts",
    ]);
  });

  it("has files of any length, and serves any part of them", async () => {
    await using scene = await setting({ polls: 0, bytes: 200_000 });
    const { server, client } = scene;
    for (const report_format of ["JSON", "CSV"] as const) {
      const handle = await client.report.create(account, { ...bodyFor(server), report_format });
      const { url, size } = await client.report.poll(handle);
      const whole = Buffer.concat([...server.file(handle.token)]);
      expect([whole.length, size ?? 0]).toEqual([size, expect.any(Number)]);
      expect(whole.length).toBeGreaterThan(200_000 - 1);
      for (const from of [0, 1, 1_700, 65_536, whole.length - 1]) {
        const answer = await fetch(url ?? "", { headers: { range: `bytes=${from}-` } });
        expect(answer.status).toBe(206);
        expect(Buffer.from(await answer.arrayBuffer()).equals(whole.subarray(from))).toBe(true);
      }
      expect(
        (await fetch(url ?? "", { headers: { range: `bytes=${whole.length}-` } })).status,
      ).toBe(416);
      expect(
        (await fetch(url ?? "", { headers: { range: "bytes=5-", "if-range": '"other"' } })).status,
      ).toBe(200);
      if (report_format === "JSON")
        expect(Object.keys(JSON.parse(whole.toString())).length).toBeGreaterThan(300);
    }
  });

  it("lists its faults", async () => {
    expect(faultNames).toContain("rate-limit");
    await expect(
      createFakeServer([facts], { faults: [{ name: "nonsense" as never }] }),
    ).rejects.toThrow(/there is no fault "nonsense"; the faults are/);
  });
});

describe("the fake clock", () => {
  it("advances by itself during a sleep, or by advance()", async () => {
    const clock = createFakeClock({ start: "2026-03-10" });
    await clock.sleep(5_000);
    expect(new Date(clock.now())).toEqual(new Date("2026-03-10T00:00:05Z"));
    expect(clock.date()).toBe(clock.now());
    const manual = createFakeClock({ start: 0, auto: false });
    const order: string[] = [];
    const late = manual.sleep(2_000).then(() => order.push(`late ${manual.now()}`));
    const early = manual.sleep(1_000).then(() => order.push(`early ${manual.now()}`));
    await manual.advance(3_000);
    await Promise.all([late, early]);
    expect(order).toEqual(["early 1000", "late 2000"]);
    expect(manual.now()).toBe(3_000);
  });

  it("ends the sleep of an aborted call", async () => {
    const clock = createFakeClock({ auto: false });
    const stop = new AbortController();
    const sleeping = clock.sleep(1_000, stop.signal).catch((reason) => reason);
    stop.abort("enough");
    expect(await sleeping).toBe("enough");
    expect(await clock.sleep(1, AbortSignal.abort("before")).catch((reason) => reason)).toBe(
      "before",
    );
  });
});
