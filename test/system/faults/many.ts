import { createClient, type JournalEntry } from "pinterest-reports";
import {
  createFakeClock,
  createFakeServer,
  type FakeServerOptions,
} from "pinterest-reports/testing";
import { expect } from "vitest";
import { account, always, body, CANARY, type Case, hides } from "./scene.js";

interface Ended {
  readonly done: number;
  readonly failed: readonly { readonly code?: string }[];
  /** The error that ended the run, if any. */
  readonly error: unknown;
  readonly creates: number;
  readonly journal: readonly JournalEntry[];
}

/** A whole day, because all reports share one clock: when one sleeps, time passes for all. */
const DEADLINE_MS = 86_400_000;

/**
 * Runs this many accounts against a server with faults, and resolves to the results. Fails if a
 * secret is exposed or an account has two reports.
 */
async function carried(
  accounts: number,
  options: FakeServerOptions,
  concurrency = 10,
): Promise<Ended> {
  const clock = createFakeClock({ start: "2026-03-10T12:00:00Z", random: () => 0.5 });
  await using server = await createFakeServer({ accessToken: CANARY, clock, polls: 1, ...options });
  const events: unknown[] = [];
  // Bypasses the network, because the fake clock must not advance while a response is in flight.
  const { url: baseUrl, fetch } = server;
  const client = createClient({
    accessToken: CANARY,
    baseUrl,
    fetch,
    clock,
    onEvent: (event) => events.push(event),
  });
  const entries: JournalEntry[] = [];
  const journal = {
    read: async () => [],
    append: async (entry: JournalEntry) => void entries.push(entry),
  };
  const requests = Array.from({ length: accounts }, (_, index) => ({
    adAccountId: String(1_000 + index),
    body,
  }));
  let [done, error]: [number, unknown] = [0, undefined];
  const failed: { readonly code?: string }[] = [];
  try {
    const runs = client.report.runAll(requests, { concurrency, journal, deadlineMs: DEADLINE_MS });
    for await (const item of runs) {
      if (item.type === "done") done++;
      if (item.type === "failed") failed.push(item.error as { readonly code?: string });
    }
  } catch (thrown) {
    error = thrown;
  }
  hides(server, [error, failed, events, client]);
  const paths = server.requests.filter(({ step }) => step === "create").map(({ path }) => path);
  const handles = entries
    .filter(({ what }) => what === "handle")
    .map(({ handle }) => handle?.adAccountId);
  expect(new Set(handles).size).toBe(handles.length);
  return { done, failed, error, creates: paths.length, journal: entries };
}

const allOf = async (accounts: number, options: FakeServerOptions): Promise<void> => {
  const { done, failed, error } = await carried(accounts, options);
  expect({ done, failed, error }).toEqual({ done: accounts, failed: [], error: undefined });
};

/** Faults that affect many reports at once. */
export const many: readonly Case[] = [
  {
    name: "M1 no pending report is lost during an outage",
    run: () => allOf(20, { faults: [{ name: "html-error", value: 503, on: "poll", times: 60 }] }),
  },
  {
    name: "M1 create requests that fail in an outage delay the others",
    async run() {
      const { done, failed } = await carried(60, {
        faults: [{ name: "html-error", value: 503, on: "create", skip: 20, times: 10 }],
      });
      expect(failed.length).toBeGreaterThan(0);
      expect(failed.length).toBeLessThanOrEqual(10);
      expect(failed.filter(({ code }) => code !== "create_outcome_unknown")).toEqual([]);
      expect(done).toBe(60 - failed.length);
    },
  },
  {
    name: "R7 a shared budget limits download retries if the file host keeps failing",
    async run() {
      await using server = await createFakeServer({
        accessToken: CANARY,
        polls: 0,
        faults: [{ name: "slow-down", times: always }],
      });
      const { url: baseUrl, fetch, clock } = server;
      const report = await createClient({ accessToken: CANARY, baseUrl, fetch, clock }).report.run(
        account,
        body,
      );
      const asked = () => server.requests.filter(({ step }) => step === "file").length;
      expect(await report.text().catch((error) => error)).toMatchObject({
        code: "download",
        status: 503,
      });
      expect(asked()).toBe(6);
      const errors = await Promise.all(
        Array.from({ length: 100 }, () => report.text().catch((error) => error)),
      );
      hides(server, errors);
      expect(errors.filter(({ code, status }) => code !== "download" || status !== 503)).toEqual(
        [],
      );
      expect(asked()).toBeLessThanOrEqual(101 * 1.2 + 50);
    },
  },
  {
    name: "R7 fifty downloads that each get one 503 succeed",
    async run() {
      await using server = await createFakeServer({
        accessToken: CANARY,
        polls: 0,
        faults: [{ name: "slow-down", times: 50 }],
      });
      const { url: baseUrl, fetch, clock } = server;
      const report = await createClient({ accessToken: CANARY, baseUrl, fetch, clock }).report.run(
        account,
        body,
      );
      const texts = await Promise.all(Array.from({ length: 50 }, () => report.text()));
      expect(new Set(texts).size).toBe(1);
      expect(server.requests.filter(({ step }) => step === "file")).toHaveLength(100);
    },
  },
  {
    name: "M2 429s without a wait time delay create requests, but no report is lost",
    run: () =>
      allOf(60, {
        faults: [{ name: "rate-limit-without-time", on: "create", skip: 5, times: 80 }],
      }),
  },
  {
    name: "M3 a token that is no longer valid ends the run, and nothing is left open",
    async run() {
      const { error, creates, journal } = await carried(200, {
        faults: [{ name: "token-refused", on: "create", skip: 30, times: always }],
      });
      expect(error).toMatchObject({ code: "auth", apiCode: 2 });
      expect(creates).toBeLessThanOrEqual(40);
      const count = (what: string) => journal.filter((entry) => entry.what === what).length;
      expect(count("intent")).toBe(count("handle") + count("refused"));
    },
  },
  {
    name: "M4 an error in one account does not stop the others",
    async run() {
      const { done, failed } = await carried(30, {
        faults: [{ name: "refusal", value: 403, on: "create", skip: 7 }],
      });
      expect(done).toBe(29);
      expect(failed).toMatchObject([{ code: "api", status: 403 }]);
    },
  },
];
