import { type ClientOptions, createClient, type ReportRequest } from "pinterest-reports";
import {
  createFakeClock,
  createFakeServer,
  type FakeServerOptions,
} from "pinterest-reports/testing";
import { expect, vi } from "vitest";
import { printed } from "../../support/printed.js";
import {
  account,
  all,
  always,
  body,
  CANARY,
  type Case,
  expectedRows,
  fails,
  heals,
  hides,
  type Row,
} from "./scene.js";

// The lifetime of an access token of the fake server.
const THIRTY_DAYS_MS = 2_592_000_000;

type Fetch = NonNullable<ClientOptions["fetch"]>;
type Change = Readonly<Record<string, unknown>>;

// Bodies whose fields contradict each other or the current day, and the fields that the message
// names.
const BODIES: readonly (readonly [Change, readonly string[]])[] = [
  [{ end_date: "2026-03-02" }, ["/end_date"]],
  [{ start_date: "2025-03-03" }, ["/end_date"]],
  [{ start_date: undefined }, ["/start_date"]],
  [{ start_date: "2026-02-30" }, ["/start_date"]],
  [{ start_date: "2027-03-03", end_date: "2027-03-09" }, ["/start_date"]],
  [{ start_date: "2025-11-03", granularity: "HOUR" }, ["/start_date", "/end_date"]],
  [{ granularity: "HOUR" }, ["/end_date"]],
  [{ granularity: "HOUR", end_date: "2026-03-03", start_hour: 9, end_hour: 3 }, ["/end_hour"]],
  [{ start_hour: 5 }, ["/start_hour"]],
  [{ end_hour: 5 }, ["/end_hour"]],
  [{ targeting_types: ["GENDER"] }, ["/targeting_types"]],
  [{ campaign_ids: Array(501).fill("626735565838") }, ["/campaign_ids"]],
];

/** Incorrect uses of the client, and the required results. */
export const use: readonly Case[] = [
  {
    name: "L16 three calls that wait for one report share its polls",
    async run() {
      await using one = await scene({ polls: 4 });
      const handle = await one.client.report.create(account, body);
      const reports = await Promise.all([1, 2, 3].map(() => one.client.report.resume<Row>(handle)));
      expect(one.server.requests.filter(({ step }) => step === "poll")).toHaveLength(4);
      for (const report of reports) expect(await all(report)).toEqual(expectedRows(one.server));
    },
  },
  {
    name: "U1 an invalid account id is rejected before any request",
    async run() {
      await using one = await scene();
      for (const id of [
        "..",
        "../x",
        "1/2",
        "%2e%2e",
        "1234567890123456789",
        549755885175,
        "",
        null,
      ]) {
        const error = await one.client.report
          .create(id as string, body)
          .catch((thrown: unknown) => thrown);
        expect(error, String(id)).toMatchObject({ code: "invalid_argument" });
      }
      expect(one.server.requests).toEqual([]);
    },
  },
  {
    name: "U2 a body with contradictory fields is rejected, and the error gives their paths",
    async run() {
      await using one = await scene();
      for (const [change, paths] of BODIES) {
        const error = await created(one, change);
        expect(error, JSON.stringify(change).slice(0, 100)).toMatchObject({ code: "invalid_body" });
        expect(
          (error as { violations: { path: string }[] }).violations.map(({ path }) => path),
          JSON.stringify(change),
        ).toEqual(paths);
      }
      expect(one.server.requests).toEqual([]);
    },
  },
  {
    name: "U2 a body with contradictory fields is sent if validation is turned off",
    async run() {
      await using one = await scene();
      const wrong = { ...body, end_date: "2026-03-02" };
      expect(
        await one.client.report
          .create(account, wrong, { validate: false })
          .catch((thrown) => thrown),
      ).toMatchObject({ status: 400 });
      expect(one.server.requests.map((request) => JSON.parse(request.body))).toEqual([wrong]);
    },
  },
  {
    name: "U3 an unknown field or value is rejected, and the error suggests the closest known one",
    async run() {
      await using one = await scene();
      const error = await created(one, { granularity: "WEEKLY", campaign_id: ["626735565838"] });
      expect((error as { violations: object[] }).violations).toEqual([
        expect.objectContaining({
          path: "/granularity",
          message: expect.stringContaining("did you mean WEEK?"),
        }),
        expect.objectContaining({
          path: "/campaign_id",
          message: expect.stringContaining("did you mean campaign_ids?"),
        }),
      ]);
      expect(one.server.requests).toEqual([]);
    },
  },
  {
    name: "U4 an invalid baseUrl is rejected, and trailing slashes are ignored",
    async run() {
      const api = "https://api.pinterest.com/v5";
      const wrong = [
        `${api}?x=1`,
        `${api}#x`,
        api.replace("//", "//user:word@"),
        api.replace("https", "http"),
        "ftp://127.0.0.1",
        "v5",
        "",
      ];
      for (const baseUrl of wrong)
        expect(() => createClient({ accessToken: CANARY, baseUrl }), baseUrl).toThrow(TypeError);
      await using one = await scene();
      const { server, clock } = one;
      await createClient({ accessToken: CANARY, baseUrl: `${server.url}//`, clock }).report.create(
        account,
        body,
      );
      expect(server.requests.map(({ path }) => path)).toEqual([
        `/v5/ad_accounts/${account}/reports`,
      ]);
    },
  },
  {
    name: "U5 a timeout that a timer cannot represent is rejected before any request",
    async run() {
      await using one = await scene();
      for (const ms of [0, -1, Number.NaN, Number.POSITIVE_INFINITY, 2 ** 31]) {
        expect(() => createClient({ accessToken: CANARY, timeoutMs: ms })).toThrow(RangeError);
        expect(() => createClient({ accessToken: CANARY, deadlineMs: ms })).toThrow(RangeError);
        await expect(
          one.client.report.run(account, body, { deadlineMs: ms }),
        ).rejects.toBeInstanceOf(RangeError);
      }
      expect(one.server.requests).toEqual([]);
    },
  },
  {
    name: "U6 a body is sent as it was passed, and is not modified",
    async run() {
      await using one = await scene({ faults: [{ name: "rate-limit", on: "create" }] });
      const given = { ...body, campaign_ids: ["626735565838"] };
      const before = structuredClone(given);
      const creating = one.client.report.create(account, given);
      given.campaign_ids.push("626735565839");
      await creating;
      const frozen = Object.freeze({
        ...before,
        columns: Object.freeze(before.columns),
        campaign_ids: Object.freeze(before.campaign_ids),
      });
      await one.client.report.create(account, frozen as ReportRequest);
      expect(one.server.requests.map((request) => JSON.parse(request.body))).toEqual([
        before,
        before,
        before,
      ]);
    },
  },
  {
    name: "U7 properties of Object.prototype are neither options nor fields",
    async run() {
      const options = {
        refreshToken: "evil",
        timeoutMs: 0,
        deadlineMs: 0,
        validate: false,
        recreate: true,
      };
      await polluted(options, async () => {
        await heals({});
        await fails("invalid_body", { body: { end_date: "2026-03-02" } });
      });
      await using one = await scene();
      const { format, columns } = await one.client.report.create(account, body);
      await polluted({ report_format: "CSV", ad_ids: ["x"] }, async () => {
        expect(await one.client.report.create(account, body)).toMatchObject({ format, columns });
      });
      const [sent, again] = one.server.requests;
      expect(again?.body).toBe(sent?.body);
    },
  },
  {
    name: "U8 a fetch that throws a string or returns nothing causes a typed error, and a create request is not retried",
    async run() {
      for (const fetch of [
        () => Promise.reject("no"),
        thrower,
        async () => undefined,
      ] as object[] as Fetch[])
        expect(
          (
            await fails(
              "create_outcome_unknown",
              { client: { fetch } },
              { cause: { code: "connection" } },
            )
          ).steps,
        ).toEqual([]);
    },
  },
  {
    name: "U8 fetch is called without this",
    async run() {
      const called: unknown[] = [];
      const own = function (this: unknown, ...asked: Parameters<typeof fetch>) {
        called.push(this);
        return fetch(...asked);
      };
      await heals({ client: { fetch: own as Fetch } });
      expect(new Set(called)).toEqual(new Set([undefined]));
    },
  },
  {
    name: "S1 no token is exposed, even if the error from fetch contains the whole request",
    async run() {
      const asked: unknown[] = [];
      const telling = async (url: string, init: object): Promise<never> => {
        asked.push(init);
        throw Object.assign(new Error(`no way to ${url} with ${JSON.stringify(init)}`), {
          init,
          cause: new Error(JSON.stringify(init)),
        });
      };
      await fails("create_outcome_unknown", { client: { fetch: telling as object as Fetch } });
      expect(printed(asked)).toContain(CANARY);
    },
  },
  {
    name: "S2 no link or report token is exposed, even if the error from fetch contains the URL",
    async run() {
      for (const part of ["?token=", "X-Amz-Signature"]) {
        const told: string[] = [];
        const telling = async (url: string, init: RequestInit): Promise<Response> => {
          const response = await fetch(url, init);
          if (!url.includes(part)) return response;
          await response.arrayBuffer();
          told.push(url);
          throw Object.assign(new TypeError(`no answer from ${url}`), {
            url,
            cause: new Error(url),
          });
        };
        await fails(part === "?token=" ? "poll_timeout" : "download", {
          client: { fetch: telling as object as Fetch },
        });
        expect(told).not.toEqual([]);
      }
    },
  },
  {
    name: "S3 if an early refresh is rejected, an event is emitted and no call fails",
    async run() {
      await using one = await scene({
        faults: [{ name: "refresh-refused", skip: 1, times: always }],
      });
      const { server, clock } = one;
      const events: { readonly type: string }[] = [];
      const onEvent = (event: { readonly type: string }) => events.push(event);
      const app = {
        refreshToken: "fake-refresh-token",
        clientId: "fake-client-id",
        clientSecret: "fake-client-secret",
      };
      const client = createClient({ ...app, baseUrl: server.url, clock, onEvent });
      await client.report.create(account, body);
      await clock.advance(THIRTY_DAYS_MS - 200_000);
      await client.report.create(account, body);
      await vi.waitUntil(() => events.some(({ type }) => type === "refresh-failed"), {
        timeout: 60_000,
        interval: 5,
      });
      await client.report.create(account, body);
      expect(server.requests.map(({ step }) => step).toSorted()).toEqual([
        "create",
        "create",
        "create",
        "token",
        "token",
      ]);
      hides(server, [events, client]);
    },
  },
];

const thrower = (): never => {
  throw "no";
};

/** Runs a function while Object.prototype has these properties. */
async function polluted(members: object, work: () => Promise<void>): Promise<void> {
  try {
    Object.assign(Object.prototype, members);
    await work();
  } finally {
    for (const name of Object.keys(members)) Reflect.deleteProperty(Object.prototype, name);
  }
}

async function scene(options: FakeServerOptions = {}) {
  const clock = createFakeClock({ start: "2026-03-10T12:00:00Z", random: () => 0.5 });
  const server = await createFakeServer({ accessToken: CANARY, clock, polls: 1, ...options });
  const client = createClient({ accessToken: CANARY, baseUrl: server.url, clock });
  return { server, clock, client, [Symbol.asyncDispose]: () => server.close() };
}

/** The error from creating a report with a changed body. */
async function created(
  { client, server }: Awaited<ReturnType<typeof scene>>,
  change: Change,
): Promise<unknown> {
  const error = await client.report
    .create(account, { ...body, ...change } as ReportRequest)
    .catch((thrown: unknown) => thrown);
  hides(server, [error]);
  return error;
}
