import { once } from "node:events";
import { Readable } from "node:stream";
import type { FinishedReport } from "pinterest-reports";
import { expect } from "vitest";
import type { FileAnswer, FileHost } from "../../support/file-host.js";
import { type BareTrial, comes } from "./bare.js";
import type { Case, Row } from "./scene.js";

/** Sends two rows, then nothing for longer than any test takes. */
const stalled: FileAnswer = (response) => {
  response.writeHead(200, { "content-length": 4_000_000, etag: '"a"' }).write("A,B\n1,2\n3,4\n");
};

/**
 * Calls `read` with a report whose file stalls. Expects that the connection is closed, and that the
 * file is requested only as often as it was opened.
 */
async function left(
  read: (report: FinishedReport<Row>, host: FileHost) => Promise<number>,
): Promise<void> {
  const trial: BareTrial = {
    file: stalled,
    async read(report, { host }) {
      const opened = await read(report, host);
      await host.closed();
      return opened;
    },
  };
  const { value, ranges } = await comes(trial);
  expect(ranges).toEqual(Array.from({ length: value as number }, () => null));
}

const iterated = (report: FinishedReport<Row>, signal?: AbortSignal) =>
  report.rows(signal && { signal })[Symbol.asyncIterator]();

/** Resolves when the stream has yielded both rows and is waiting for a third. */
async function waits(stream: Readable): Promise<void> {
  let rows = 0;
  stream.on("data", () => rows++);
  while (rows < 2) await once(stream, "data");
  await new Promise((resolve) => setImmediate(resolve));
}

/** Readers that stop early. */
export const leaving: readonly Case[] = [
  {
    name: "D12 return() while a row is pending ends the download immediately",
    run: () =>
      left(async (report) => {
        const rows = iterated(report);
        expect(await rows.next()).toMatchObject({ value: { A: "1" } });
        expect(await rows.next()).toMatchObject({ value: { A: "3" } });
        const waiting = rows.next();
        expect(await rows.return?.()).toEqual({ done: true, value: undefined });
        expect([await waiting, await rows.next()]).toEqual(
          Array(2).fill({ done: true, value: undefined }),
        );
        return 1;
      }),
  },
  {
    name: "D12 destroying a stream of rows ends the download immediately",
    run: () =>
      left(async (report, host) => {
        const stream = Readable.from(report.rows());
        await waits(stream);
        expect(host.open).toBe(1);
        stream.destroy();
        const broken = Readable.from(report.rows()).on("error", () => {});
        await waits(broken);
        broken.destroy(new Error("mine"));
        return 2;
      }),
  },
  {
    name: "D12 throw() into a generator that delegates to rows ends the download, and keeps the error",
    run: () =>
      left(async (report) => {
        const passed = (async function* () {
          yield* report.rows();
        })();
        await passed.next();
        const reason = new Error("mine");
        expect(await passed.throw(reason).catch((error) => error)).toBe(reason);
        return 1;
      }),
  },
  {
    name: "L13 an abort between rows ends the download immediately, and no more rows are yielded",
    run: () =>
      left(async (report, host) => {
        const stop = new AbortController();
        const rows = iterated(report, stop.signal);
        await rows.next();
        const reason = { why: "mine" };
        stop.abort(reason);
        // This happens before anyone asks for the next row.
        await host.closed();
        expect(await rows.next().catch((error: unknown) => error)).toBe(reason);
        expect(await rows.next()).toEqual({ done: true, value: undefined });
        return 1;
      }),
  },
  {
    name: "L13 an abort ends the wait for columnNames",
    run: () =>
      left(async (report) => {
        const stop = new AbortController();
        const rows = report.rows({
          signal: stop.signal,
          columnNames: () => new Promise<never>(() => {}),
        });
        const waiting = rows[Symbol.asyncIterator]().next();
        stop.abort("enough");
        expect(await waiting.catch((error: unknown) => error)).toBe("enough");
        return 0;
      }),
  },
];
