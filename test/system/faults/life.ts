import { createClient } from "pinterest-reports";
import { createFakeClock, createFakeServer } from "pinterest-reports/testing";
import { expect } from "vitest";
import {
  account,
  all,
  always,
  body,
  CANARY,
  type Case,
  creates,
  fails,
  heals,
  hides,
  trial,
} from "./scene.js";

const quick = async (work: Promise<unknown>) => void (await work);
const links = [
  "",
  "/metrics_report.txt",
  "file:///etc/passwd",
  "javascript:alert(1)",
  "https://user:word@127.0.0.1:9/x",
];

/** Faults in the life of a report, from its creation to its expiry. */
export const life: readonly Case[] = [
  {
    name: "L1 after a create response without a token, the outcome is unknown",
    run: () =>
      quick(
        fails("create_outcome_unknown", {
          faults: [{ name: "wrong-shape", on: "create", value: '{"report_status":"IN_PROGRESS"}' }],
        }),
      ),
  },
  {
    name: "L2 a create request that was accepted but got no response is not retried",
    async run() {
      const outcome = await fails("create_outcome_unknown", {
        faults: [{ name: "silence", on: "create" }],
      });
      expect(creates(outcome)).toBe(1);
    },
  },
  {
    name: "L3 a report that is not ready at the deadline causes an error, and can be resumed",
    async run() {
      const { error } = await fails("poll_timeout", {
        faults: [{ name: "slow", value: 3_000_000 }],
      });
      expect((error as { handle?: { token?: string } }).handle?.token).toMatch(/^[0-9a-f]{64}$/);
    },
  },
  ...["FAILED", "CANCELLED", "EXPIRED", "DOES_NOT_EXIST"].map((value) => ({
    name: `L${{ EXPIRED: 5, DOES_NOT_EXIST: 6 }[value] ?? 4} a report with the status ${value} is an error, not an empty report`,
    run: () =>
      quick(fails("report_failed", { faults: [{ name: "failed", value }] }, { status: value })),
  })),
  {
    name: "L5 an expired report is created again if recreate is set",
    async run() {
      const outcome = await trial({
        faults: [{ name: "failed", value: "EXPIRED", times: 1 }],
        run: { recreate: true },
      });
      expect(outcome.error).toBeUndefined();
      expect(creates(outcome)).toBe(2);
    },
  },
  {
    name: "L7 an unknown status counts as pending",
    run: () => quick(heals({ faults: [{ name: "unknown-status" }] })),
  },
  {
    name: "L7 if an unknown status never changes, the error at the deadline names it",
    run: () =>
      quick(
        fails(
          "poll_timeout",
          { faults: [{ name: "unknown-status", times: always }] },
          { status: "QUEUED" },
        ),
      ),
  },
  {
    name: "L8 a link that is not an https address is not followed",
    async run() {
      for (const value of links)
        expect(
          (await fails("download", { faults: [{ name: "other-link", value }] })).steps,
        ).not.toContain("file");
    },
  },
  { name: "L8 a finished report without a link has no rows", run: () => emptyWith("") },
  {
    name: "L8 a finished report without a link is an error if the API announced a size above zero",
    async run() {
      const match = { expected: 5_000, message: expect.stringContaining("returned no link") };
      expect(
        (await fails("download", { faults: [{ name: "null-url", value: 5_000 }] }, match)).steps,
      ).toEqual(["create", "poll"]);
      await emptyWith(0);
    },
  },
  {
    name: "L9 a link to a host that is not allowed is not followed",
    run: async () =>
      expect(
        (await fails("download", { faults: [], client: { downloadHosts: ["*.amazonaws.com"] } }))
          .steps,
      ).toEqual(["create", "poll"]),
  },
  {
    name: "L9 a redirect of a file to another protocol is not followed",
    run: () =>
      quick(fails("download", { faults: [{ name: "file-moved", value: "file:///etc/passwd" }] })),
  },
  {
    name: "L10 an expired link is renewed",
    run: async () =>
      expect((await heals({ faults: [{ name: "expired-link" }] })).steps).toEqual([
        "create",
        "poll",
        "file",
        "poll",
        "file",
      ]),
  },
  {
    name: "L10 a link whose signer has expired is renewed",
    run: async () =>
      expect((await heals({ faults: [{ name: "expired-signer" }] })).steps).toEqual([
        "create",
        "poll",
        "file",
        "poll",
        "file",
      ]),
  },
  { name: "L11 a report that is read after an hour has expired", run: () => tooLate() },
  {
    name: "L12 a finished report that becomes pending again is polled until it is ready",
    run: () =>
      quick(
        heals({
          faults: [
            { name: "expired-link" },
            { name: "unknown-status", value: "IN_PROGRESS", skip: 1, times: 2 },
          ],
        }),
      ),
  },
  {
    name: "L13 an aborted call rejects immediately with the caller's reason",
    run: () => stopped(),
  },
  {
    name: "L14 a report is resumed in another process without a create request",
    run: () => elsewhere(),
  },
  { name: "L15 a modified handle is rejected before any request", run: () => forged() },
  {
    name: "L17 an error in a listener does not affect the call",
    run: () => quick(heals({ client: { onEvent: () => Promise.reject(new Error("listener")) } })),
  },
];

async function emptyWith(value: number | string): Promise<void> {
  const { rows, error } = await trial({ faults: [{ name: "null-url", value }] });
  expect([rows, error]).toEqual([[], undefined]);
}

async function scene() {
  const clock = createFakeClock({ start: "2026-03-10T12:00:00Z" });
  const server = await createFakeServer({ accessToken: CANARY, clock, polls: 1 });
  return {
    server,
    clock,
    client: createClient({ accessToken: CANARY, baseUrl: server.url, clock }),
    [Symbol.asyncDispose]: () => server.close(),
  };
}

async function tooLate(): Promise<void> {
  await using one = await scene();
  const report = await one.client.report.run(account, body);
  await one.clock.advance(3_700_000);
  await expect(all(report)).rejects.toMatchObject({ code: "report_failed", status: "EXPIRED" });
}

async function stopped(): Promise<void> {
  const server = await createFakeServer({ accessToken: CANARY, faults: [{ name: "silence" }] });
  await using _ = server;
  const client = createClient({ accessToken: CANARY, baseUrl: server.url, clock: server.clock });
  const stop = new AbortController();
  const running = client.report.run(
    account,
    { ...body, start_date: day(8), end_date: day(2) } as never,
    { signal: stop.signal },
  );
  setTimeout(() => stop.abort("enough"), 100);
  expect(await running.catch((reason: unknown) => reason)).toBe("enough");
}

function day(ago: number): string {
  return new Date(Date.now() - ago * 86_400_000).toISOString().slice(0, 10);
}

async function elsewhere(): Promise<void> {
  await using one = await scene();
  const handle = JSON.parse(JSON.stringify(await one.client.report.create(account, body)));
  const other = createClient({ accessToken: CANARY, baseUrl: one.server.url, clock: one.clock });
  expect((await all(await other.report.resume(handle))).length).toBeGreaterThan(10);
  expect(one.server.requests.filter(({ step }) => step === "create")).toHaveLength(1);
}

async function forged(): Promise<void> {
  await using one = await scene();
  const handle = await one.client.report.create(account, body);
  const before = one.server.requests.length;
  const changes = [
    { version: 2 },
    { flow: "other" },
    { adAccountId: ".." },
    { token: "" },
    { createdAt: "x" },
    { columns: ["__proto__"] },
  ];
  for (const change of changes) {
    const error = await one.client.report
      .resume({ ...handle, ...change } as never)
      .catch((thrown: unknown) => thrown);
    expect(error).toMatchObject({ code: "invalid_argument" });
    hides(one.server, [error]);
  }
  expect(one.server.requests).toHaveLength(before);
}
