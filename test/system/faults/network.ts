import { gzipSync } from "node:zlib";
import { createClient, type FinishedReport } from "pinterest-reports";
import { createFakeClock, createFakeServer, createTrapServer } from "pinterest-reports/testing";
import { expect } from "vitest";
import {
  account,
  always,
  body,
  CANARY,
  type Case,
  fails,
  heals,
  type Row,
  trial,
} from "./scene.js";

const refusal = { code: "connection" };

/** Broken connections. */
export const network: readonly Case[] = [
  {
    name: "N1 a refused connection is an error after a few retries",
    async run() {
      const trap = await createTrapServer([]);
      await trap.close();
      const client = createClient({
        accessToken: CANARY,
        baseUrl: trap.url,
        clock: createFakeClock({ start: "2026-03-10" }),
      });
      await expect(client.report.create(account, body)).rejects.toMatchObject({
        ...refusal,
        sent: false,
      });
    },
  },
  {
    name: "N1 a create request over TLS to a plain HTTP port is reported as not sent",
    async run() {
      await using server = await createFakeServer({ accessToken: CANARY });
      const clock = createFakeClock({ start: "2026-03-10" });
      const client = createClient({
        accessToken: CANARY,
        baseUrl: server.url.replace("http:", "https:"),
        clock,
      });
      await expect(client.report.create(account, body)).rejects.toMatchObject({
        ...refusal,
        sent: false,
      });
    },
  },
  {
    name: "N2 a poll is retried after a closed connection",
    run: async () =>
      expect((await heals({ faults: [{ name: "cut-connection" }] })).steps).toEqual([
        "create",
        "poll",
        "poll",
        "file",
      ]),
  },
  {
    name: "N2 a create request is not retried after a closed connection",
    async run() {
      const { steps } = await fails("create_outcome_unknown", {
        faults: [{ name: "cut-connection", on: "create" }],
      });
      expect(steps).toEqual(["create"]);
    },
  },
  {
    name: "N3 a poll is retried if the connection is reset during the response",
    run: async () => void (await heals({ faults: [{ name: "reset-response" }] })),
  },
  {
    name: "N3 a poll is retried if the connection is closed during the response",
    run: async () => void (await heals({ faults: [{ name: "cut-response" }] })),
  },
  {
    name: "N3 a poll is retried after a chunk with an invalid length",
    run: async () => void (await heals({ faults: [{ name: "malformed-chunk" }] })),
  },
  {
    name: "N3 a poll is retried after bytes that are not HTTP",
    run: async () => void (await heals({ faults: [{ name: "garbage" }] })),
  },
  {
    name: "N4 a poll without a response is aborted and retried",
    run: async () => void (await heals({ faults: [{ name: "silence" }] })),
  },
  {
    name: "N4 polls that never get a response end at the deadline",
    async run() {
      const run = { deadlineMs: 60_000 };
      const { error } = await fails("poll_timeout", {
        faults: [{ name: "silence", times: always }],
        client: { timeoutMs: 250 },
        run,
      });
      expect(error).toMatchObject({ status: null, cause: refusal });
    },
  },
  {
    name: "N5 a poll is retried if the response stalls",
    run: async () => void (await heals({ faults: [{ name: "stalled-response" }] })),
  },
  {
    name: "N5 a poll is retried if the response takes longer than timeoutMs",
    run: async () =>
      expect((await heals({ faults: [{ name: "dribble", value: 40 }] })).steps).toEqual([
        "create",
        "poll",
        "poll",
        "file",
      ]),
  },
  {
    name: "N5 a slow file is read to the end",
    async run() {
      // The whole download takes longer than a stall may last.
      const faults = [{ name: "dribble", on: "file", value: 100 }] as const;
      expect((await heals({ faults, client: { timeoutMs: 1_000 } })).steps).toEqual([
        "create",
        "poll",
        "file",
      ]);
    },
  },
  {
    name: "N6 a poll is retried if the response is shorter than its Content-Length",
    run: async () => void (await heals({ faults: [{ name: "short-response" }] })),
  },
  {
    name: "N7 a response without a Content-Length that ends early is an error",
    run: async () =>
      void (await fails(
        "api",
        { faults: [{ name: "cut-without-length", times: always }] },
        { status: 200 },
      )),
  },
  {
    name: "N7 a CSV file that ends in the middle of a row is an error even without a Content-Length, because it is smaller than announced",
    async run() {
      const faults = [{ name: "short-file-without-length", value: 300, times: always }] as const;
      await fails(
        "download",
        { faults, body: { report_format: "CSV" } },
        { received: expect.any(Number), expected: expect.any(Number) },
      );
    },
  },
  {
    name: "N7 a CSV file that ends in the middle of a row is an error even if its Content-Length matches, because it is smaller than announced",
    async run() {
      const faults = [{ name: "short-file-with-length", value: 300, times: always }] as const;
      await fails(
        "download",
        { faults, body: { report_format: "CSV" } },
        { received: 300, expected: expect.any(Number) },
      );
    },
  },
  {
    name: "N7 a complete file that is shorter than announced is read",
    async run() {
      const faults = [{ name: "other-size", value: 90_000 }] as const;
      await heals({ faults });
      const { rows, error } = await trial({ faults, body: { report_format: "CSV" } });
      expect([rows?.length ?? 0, error]).toEqual([expect.any(Number), undefined]);
      expect(rows).not.toEqual([]);
    },
  },
  {
    name: "N8 a poll is retried after a 300 kB header",
    run: async () => void (await heals({ faults: [{ name: "huge-header" }] })),
  },
  {
    name: "N8 only the start of a huge error response is read",
    async run() {
      const { error } = await fails("api", { faults: [{ name: "huge-refusal" }] }, { status: 400 });
      expect(JSON.stringify(error).length).toBeLessThan(100_000);
    },
  },
  {
    name: "N9 a gzipped response is read",
    run: async () => void (await heals({ faults: [{ name: "gzip-response" }] })),
  },
  {
    name: "N9 all rows of a gzipped file are read",
    run: async () => void (await heals({ faults: [{ name: "gzip-file" }] })),
  },
  {
    name: "N9 a truncated gzip file is an error",
    async run() {
      for (const report_format of ["JSON", "CSV"] as const) {
        await fails("download", {
          faults: [{ name: "cut-gzip-file", times: always }],
          body: { report_format },
        });
      }
    },
  },
  {
    name: "N9 maxBytes limits the decoded bytes of a gzipped file",
    async run() {
      const value = gzipSync(`{"1":[]}${" ".repeat(20_000_000)}`);
      const faults = [
        { name: "other-file", value, headers: { "content-encoding": "gzip" } },
      ] as const;
      const read = async (report: { text(options: { maxBytes: number }): Promise<string> }) => {
        await report.text({ maxBytes: 1_000_000 });
        return [];
      };
      await fails(
        "download",
        { faults, read: read as never },
        { message: expect.stringContaining("maxBytes is 1,000,000") },
      );
    },
  },
  {
    name: "N9 a hundred nested encodings cause an error",
    async run() {
      const headers = { "content-encoding": Array.from({ length: 100 }, () => "gzip").join(", ") };
      await fails("download", { faults: [{ name: "other-file", value: gzipSync("{}"), headers }] });
    },
  },
  {
    name: "N9 a poll is retried after a response with invalid gzip",
    run: async () => void (await heals({ faults: [{ name: "corrupt-gzip" }] })),
  },
  {
    name: "N9 a file with invalid gzip is an error without a second request",
    async run() {
      const { steps } = await fails("download", {
        faults: [{ name: "corrupt-gzip-file", times: always }],
      });
      expect(steps.filter((step) => step === "file")).toHaveLength(1);
    },
  },
  {
    name: "N9 a file whose gzip is damaged in the middle is an error without a second request",
    async run() {
      const { steps } = await fails("download", {
        faults: [{ name: "damaged-gzip-file", times: always }],
      });
      expect(steps.filter((step) => step === "file")).toHaveLength(1);
    },
  },
  {
    name: "N9 a gzipped file with only the first rows is an error, because it is smaller than announced",
    async run() {
      for (const report_format of ["JSON", "CSV"] as const)
        await fails(
          "download",
          {
            faults: [{ name: "half-gzip-file", value: 610, times: always }],
            body: { report_format },
          },
          { received: 610, expected: expect.any(Number) },
        );
    },
  },
  {
    name: "N9 a gzipped file that ends in the middle of a row is an error whatever the announced size",
    async run() {
      // Announced sizes: one that the gzip data itself reaches, and zero.
      for (const size of [100, 0])
        for (const report_format of ["JSON", "CSV"] as const)
          for (const read of [
            undefined,
            (report: FinishedReport<Row>) => report.text().then(() => []),
          ]) {
            const faults = [
              { name: "half-gzip-file", value: 610, times: always },
              { name: "other-size", value: size, times: always },
            ] as const;
            const { error } = await fails(
              "download",
              { faults, body: { report_format }, ...(read && { read }) },
              { received: 610 },
            );
            expect(Object(error).message).toContain("in the middle of a row");
          }
    },
  },
  {
    name: "N11 a closed keep-alive connection is replaced",
    run: async () =>
      void (await heals({ polls: 3, faults: [{ name: "cut-connection", skip: 1 }] })),
  },
  {
    name: "N12 a server that fails differently each time causes an error",
    async run() {
      await using trap = await createTrapServer([
        { write: "HTTP/1.1 200 OK\r\ncontent-length: 5\r\n\r\n", after: "reset" },
        { write: "HTTP/9.9 banana\r\n\r\n", after: "end" },
        { write: "", after: "end" },
        { write: "HTTP/1.1 200 OK\r\ncontent-length: -1\r\n\r\n", after: "end" },
      ]);
      const client = createClient({
        accessToken: CANARY,
        baseUrl: trap.url,
        clock: createFakeClock({ start: "2026-03-10" }),
        timeoutMs: 150,
      });
      const handle = {
        version: 1,
        flow: "report",
        adAccountId: account,
        token: "abcdefghij",
        createdAt: "2026-03-10T00:00:00Z",
      } as const;
      const waited = client.report.resume(handle, { deadlineMs: 60_000 });
      await expect(waited).rejects.toMatchObject({ code: "poll_timeout", cause: refusal });
      expect(trap.requests.length).toBeLessThan(20);
    },
  },
];
