import { type ClientOptions, createClient } from "pinterest-reports";
import { createFakeClock, createFakeServer } from "pinterest-reports/testing";
import { expect } from "vitest";
import {
  account,
  all,
  always,
  body,
  CANARY,
  type Case,
  fails,
  heals,
  hides,
  trial,
} from "./scene.js";

const refreshing = {
  accessToken: CANARY,
  refreshToken: "fake-refresh-token",
  clientId: "fake-client-id",
  clientSecret: "fake-client-secret",
};
const client = refreshing as Partial<ClientOptions>;
const counted = (steps: readonly string[], step: string) =>
  steps.filter((one) => one === step).length;
const asksFor = (value: string, seconds: number) => async () => {
  const { slept } = await heals({ faults: [{ name: "rate-limit", value }] });
  expect(Math.max(...slept)).toBeGreaterThanOrEqual(seconds * 1_000);
};

/** Rejected tokens and rate limits. */
export const access: readonly Case[] = [
  {
    name: "A1 a token that is rejected while a report is pending is refreshed once, and polling continues",
    run: async () =>
      expect((await heals({ client, faults: [{ name: "token-refused" }] })).steps).toEqual([
        "create",
        "poll",
        "token",
        "poll",
        "file",
      ]),
  },
  { name: "A2 fifty reports whose token is rejected share one refresh", run: () => manyAtOnce() },
  {
    name: "A3 a rejected refresh token causes an error immediately",
    async run() {
      const { steps } = await fails("auth", {
        client,
        faults: [{ name: "token-refused" }, { name: "refresh-refused", times: always }],
      });
      expect(counted(steps, "token")).toBe(1);
    },
  },
  {
    name: "A3 each pending report gets its own error with its own handle",
    run: () => eachItsOwn(),
  },
  {
    name: "A4 a refresh is retried after a 500",
    run: async () =>
      void (await heals({
        client,
        faults: [{ name: "token-refused" }, { name: "html-error", on: "token" }],
      })),
  },
  {
    name: "A4 a refresh without a response is aborted and retried",
    run: async () =>
      void (await heals({
        client,
        faults: [{ name: "token-refused" }, { name: "silence", on: "token" }],
      })),
  },
  {
    name: "A4 a refresh is retried after an HTML page with status 400",
    run: async () =>
      void (await heals({
        client,
        faults: [{ name: "token-refused" }, { name: "html-error", on: "token", value: 400 }],
      })),
  },
  {
    name: "A5 a token that is rejected after a refresh causes an error",
    async run() {
      const { steps } = await fails("auth", {
        client,
        faults: [{ name: "token-refused", times: always }],
      });
      expect(counted(steps, "token")).toBe(1);
    },
  },
  {
    name: "A6 a new refresh token is passed to onTokens before it is used",
    async run() {
      const seen: (string | null)[] = [];
      const onTokens = (tokens: { readonly refreshToken: string | null }) =>
        seen.push(tokens.refreshToken);
      await heals({
        client: { ...refreshing, onTokens } as Partial<ClientOptions>,
        faults: [{ name: "token-refused" }],
      });
      expect(seen).toEqual(["fake-refresh-token-1"]);
    },
  },
  {
    name: "A6 if onTokens fails, it is called again with the same tokens before the next call",
    async run() {
      const seen: (string | null)[] = [];
      const onTokens = (tokens: { readonly refreshToken: string | null }) => {
        if (seen.push(tokens.refreshToken) === 1) throw new Error("disk full");
      };
      const clock = createFakeClock({ start: "2026-03-10T12:00:00Z" });
      await using server = await createFakeServer({ accessToken: CANARY, clock });
      const one = createClient({
        ...refreshing,
        accessToken: "old-access",
        onTokens,
        baseUrl: server.url,
        clock,
      });
      await expect(one.report.create(account, body)).rejects.toThrow("disk full");
      await one.report.create(account, body);
      expect(seen).toEqual(["fake-refresh-token-1", "fake-refresh-token-1"]);
      expect(server.requests.map(({ step }) => step)).toEqual(["create", "token", "create"]);
    },
  },
  {
    name: "A7 a token that is not a valid header value is rejected before any request",
    async run() {
      for (const accessToken of ["", " ", `${CANARY}\r\n`, `${CANARY}\nx: y`])
        expect(() => createClient({ accessToken })).toThrow(TypeError);
    },
  },
  { name: "A8 a token function is called once for fifty rejected calls", run: () => givenOnce() },
  { name: "R1 the client honors a Retry-After of 2 seconds", run: asksFor("2", 2) },
  { name: "R1 the client honors a Retry-After of 1.5 seconds", run: asksFor("1.5", 1.5) },
  {
    name: "R1 the client honors a Retry-After that is a date",
    run: asksFor("Tue, 10 Mar 2026 12:00:30 GMT", 29),
  },
  {
    name: "R2 an invalid Retry-After is ignored",
    async run() {
      for (const value of ["abc", "-1", "0", "NaN", "", "Tue, 10 Mar 2020 12:00:00 GMT"]) {
        const { slept } = await heals({ faults: [{ name: "rate-limit", value, times: 2 }] });
        expect(slept.some((ms) => ms > 0 && ms < 20_000)).toBe(true);
      }
    },
  },
  {
    name: "R3 a Retry-After of a day or longer causes an error immediately",
    async run() {
      for (const value of ["86400", "1000000000000", "9999999999999999", "1e999"]) {
        const told = { status: 429, retryAfterMs: Number(value) * 1_000 };
        const { slept } = await fails(
          "poll_timeout",
          { faults: [{ name: "rate-limit", value }] },
          { cause: told },
        );
        expect(slept).toEqual([]);
        const limited = { faults: [{ name: "rate-limit", value, on: "create" }] } as const;
        expect((await fails("rate_limit", limited, told)).slept).toEqual([]);
      }
    },
  },
  {
    name: "R4 the client backs off after a 429 without a wait time",
    run: async () =>
      void (await heals({ faults: [{ name: "rate-limit-without-time", times: 3 }] })),
  },
  {
    name: "R4 the client waits until the reset time that a 429 gives",
    async run() {
      const { slept } = await heals({ faults: [{ name: "rate-limit-reset", value: 40 }] });
      expect(slept.reduce((sum, ms) => sum + ms, 0)).toBeGreaterThanOrEqual(39_000);
    },
  },
  {
    name: "R5 a rate limit that never ends results in an error after a limited number of requests",
    async run() {
      const { steps } = await fails(
        "poll_timeout",
        { faults: [{ name: "rate-limit", value: 5, times: always }] },
        { cause: { status: 429 } },
      );
      expect(steps.length).toBeLessThan(40);
      const refused = await trial({
        faults: [{ name: "rate-limit", value: 5, times: always, on: "create" }],
      });
      expect(refused.error).toMatchObject({ code: "rate_limit", status: 429 });
      expect(refused.steps).toEqual(Array(6).fill("create"));
    },
  },
  { name: "R6 forty reports stay below a limit of 20 calls a minute", run: () => underQuota() },
  {
    name: "R8 the client waits for the time that the query cost limiter gives",
    async run() {
      const { steps, slept, error } = await trial({ faults: [{ name: "query-cost", value: 45 }] });
      expect(error).toBeUndefined();
      expect(steps).toEqual(["create", "create", "poll", "file"]);
      expect(Math.max(...slept)).toBeGreaterThanOrEqual(45_000);
    },
  },
];

async function manyAtOnce(): Promise<void> {
  const clock = createFakeClock({ start: "2026-03-10T12:00:00Z" });
  await using server = await createFakeServer({ accessToken: CANARY, clock, polls: 1 });
  const one = createClient({ ...refreshing, baseUrl: server.url, clock } as ClientOptions);
  const handles = await Promise.all(
    Array.from({ length: 50 }, (_, index) => one.report.create(account, numbered(index))),
  );
  server.revoke();
  const reports = await Promise.all(handles.map((handle) => one.report.resume(handle)));
  expect(reports).toHaveLength(50);
  expect(server.requests.filter(({ step }) => step === "token")).toHaveLength(1);
  expect(server.requests.filter(({ step }) => step === "create")).toHaveLength(50);
  hides(server, [reports]);
}

async function eachItsOwn(): Promise<void> {
  const clock = createFakeClock({ start: "2026-03-10T12:00:00Z" });
  await using server = await createFakeServer({
    accessToken: CANARY,
    clock,
    faults: [{ name: "refresh-refused", times: always }],
  });
  const one = createClient({ ...refreshing, baseUrl: server.url, clock });
  const handles = await Promise.all(["1", "2", "3"].map((id) => one.report.create(id, body)));
  server.revoke();
  const errors = await Promise.all(
    handles.map((handle) => one.report.resume(handle).catch((error) => error)),
  );
  for (const error of errors) expect(error).toMatchObject({ code: "auth" });
  expect(errors.map(({ handle }) => handle)).toEqual(handles);
  hides(server, errors);
}

async function givenOnce(): Promise<void> {
  const clock = createFakeClock({ start: "2026-03-10T12:00:00Z" });
  await using server = await createFakeServer({ accessToken: CANARY, clock });
  let asked = 0;
  const give = ({ refused }: { readonly refused: boolean }) => {
    if (refused) asked++;
    return refused ? CANARY : "old-access";
  };
  const one = createClient({ accessToken: give, baseUrl: server.url, clock });
  await Promise.all(
    Array.from({ length: 50 }, (_, index) => one.report.create(account, numbered(index))),
  );
  expect(asked).toBe(1);
}

async function underQuota(): Promise<void> {
  const clock = createFakeClock({ start: "2026-03-10T12:00:00Z" });
  await using server = await createFakeServer({
    accessToken: CANARY,
    clock,
    polls: 1,
    quotas: [{ requests: 20, perMs: 60_000 }],
  });
  const one = createClient({
    accessToken: CANARY,
    baseUrl: server.url,
    clock,
    deadlineMs: 3_600_000,
  });
  const reports = await Promise.all(
    Array.from({ length: 40 }, (_, index) => one.report.run(account, numbered(index))),
  );
  // No campaign has these ids, so the files contain no rows.
  for (const report of reports) expect(await all(report)).toEqual([]);
  expect(reports).toHaveLength(40);
}

/** A body that differs for each index, so each report is separate. */
const numbered = (index: number) =>
  ({ ...body, campaign_ids: [String(626_700_000_001 + index)] }) as const;
