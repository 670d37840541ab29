import { gzipSync } from "node:zlib";
import type { Fetch, FinishedReport } from "pinterest-reports";
import { expect } from "vitest";
import { cut, type FileAnswer, whole } from "../../support/file-host.js";
import { bare, comes, refuses } from "./bare.js";
import type { Case, Row } from "./scene.js";

const rows = Array.from({ length: 100 }, (_, index) => ({ A: String(index), B: `${index}.25` }));
const csv = `A,B\n${rows.map(({ A, B }) => `${A},${B}\n`).join("")}`;
const half = csv.slice(0, csv.indexOf("50,"));
const zipped = gzipSync(csv);
const GZIP = { "content-encoding": "gzip" };
const TAG = { etag: '"a"' };

const announced = () => ({ size: csv.length });
/** A server that sends these responses in order, and repeats the last one. */
const turns =
  (...answers: readonly FileAnswer[]): FileAnswer =>
  (response, request, number) =>
    answers[Math.min(number, answers.length) - 1]?.(response, request, number);
const chunked =
  (bytes: Uint8Array | string, headers = {}): FileAnswer =>
  (response) => {
    response.writeHead(200, headers).flushHeaders();
    response.end(bytes);
  };
const part =
  (from: number, headers: object, text = csv): FileAnswer =>
  (response) =>
    void response
      .writeHead(206, {
        "content-range": `bytes ${from}-${text.length - 1}/${text.length}`,
        ...headers,
      })
      .end(text.slice(from));
const refusal = (status: number, code: string, headers = {}): FileAnswer =>
  whole(
    `<?xml version="1.0"?><Error><Code>${code}</Code><Message>Why</Message><Resource>/x/5167a7e051f7e0f7</Resource></Error>`,
    headers,
    status,
  );

/** Wrong statements about a file's length, encoding or range, by hosts, caches or the API. */
export const transfer: readonly Case[] = [
  {
    name: "N7 a file that is shorter than announced is read and reported if its last row is complete",
    async run() {
      const less = [`${half.length} of ${csv.length}`];
      for (const file of [whole(half, TAG), chunked(half), whole(gzipSync(half), GZIP)]) {
        const outcome = await comes({ file, look: announced });
        expect(outcome).toMatchObject({ value: rows.slice(0, 50), ranges: [null], less });
        expect(
          await comes({ file, look: announced, read: (report) => report.text() }),
        ).toMatchObject({ value: half, less });
        // The announced size never causes a readable file to be rejected.
        const read = (report: FinishedReport<Row>) => report.text({ maxBytes: half.length });
        expect(await comes({ file, look: () => ({ size: 10 * csv.length }), read })).toMatchObject({
          value: half,
        });
      }
      const json = { look: () => ({ size: 99 }), body: { report_format: "JSON" } } as const;
      expect(await comes({ file: whole("\ufeff{}\n"), ...json })).toMatchObject({
        value: [],
        less: ["6 of 99"],
      });
    },
  },
  {
    name: "N7 a file that is shorter than announced is an error if its last row is incomplete",
    async run() {
      const json = JSON.stringify({ 1: rows });
      const bodies = [
        [csv, "CSV"],
        [json, "JSON"],
        [`[${json}]`, "JSON"],
      ] as const;
      for (const [text, report_format] of bodies) {
        for (const end of [text.length - 1, text.length - 3, 300]) {
          const some = text.slice(0, end);
          const common = { look: () => ({ size: text.length }), body: { report_format } };
          for (const file of [whole(some), chunked(some), whole(gzipSync(some), GZIP)]) {
            // Only the last character shows that JSON is complete.
            const reads =
              some.endsWith("}") || some.endsWith("]")
                ? [undefined]
                : [undefined, (report: FinishedReport<Row>) => report.text()];
            for (const read of reads) await refuses({ file, ...common, ...(read && { read }) });
          }
        }
      }
    },
  },
  {
    name: "N7 an empty file is an error if the API announced a size above zero",
    async run() {
      for (const file of [whole(""), chunked(""), whole("\n"), whole(gzipSync(""), GZIP)]) {
        for (const report_format of ["CSV", "JSON"] as const) {
          const common = { file, body: { report_format } };
          await refuses(
            { ...common, look: announced },
            { expected: csv.length, message: expect.stringContaining("before the first row") },
          );
          await refuses({ ...common, look: announced, read: (report) => report.text() });
          for (const size of [0, null])
            expect(await comes({ ...common, look: () => ({ size }) })).toMatchObject({
              value: [],
              less: [],
            });
        }
      }
    },
  },
  {
    name: "N7 a file that is longer than announced is read",
    async run() {
      const look = () => ({ size: csv.length - 1 });
      for (const file of [whole(csv), chunked(csv), whole(zipped, GZIP)]) {
        expect(await comes({ file, look })).toMatchObject({ value: rows, less: [] });
      }
    },
  },
  {
    name: "N9 a gzipped file that is truncated in the middle of a row is an error, even if the connection closes normally",
    async run() {
      const some = zipped.subarray(0, zipped.length / 2);
      const match = { expected: csv.length, received: expect.any(Number) };
      for (const file of [whole(some, GZIP), chunked(some, GZIP)]) {
        await refuses({ file, look: announced }, match);
        await refuses({ file, look: announced, read: (report) => report.text() }, match);
      }
    },
  },
  {
    name: "N9 gzip that the platform does not decode is decoded, and must be complete",
    async run() {
      const left =
        (bytes: Uint8Array, piece: number): Fetch =>
        async (url, init) => {
          if (!url.includes("/file")) return fetch(url, init);
          const pieces = Array.from({ length: Math.ceil(bytes.length / piece) }, (_, at) =>
            bytes.slice(at * piece, (at + 1) * piece),
          );
          return new Response(ReadableStream.from(pieces), { headers: GZIP });
        };
      const file = whole(csv);
      for (const piece of [1, 100, zipped.length])
        expect((await comes({ file, client: { fetch: left(zipped, piece) } })).value).toEqual(rows);
      for (const end of [zipped.length - 8, zipped.length / 2]) {
        await refuses(
          { file, client: { fetch: left(zipped.subarray(0, end), 100) } },
          { message: expect.stringContaining("ended after") },
        );
      }
      const stop = async (report: FinishedReport<Row>) => {
        for await (const row of report.rows()) return row;
        return null;
      };
      expect(
        (await comes({ file, client: { fetch: left(zipped, 100) }, read: stop })).value,
      ).toEqual(rows[0]);
    },
  },
  {
    name: "L8 a report that loses its link causes an error",
    run: async () =>
      void (await refuses(
        {
          file: whole(csv),
          look: (number) => (number === 1 ? {} : { url: null }),
          async read(report, { clock }) {
            await clock.advance(280_000);
            await expect(report.text()).rejects.toMatchObject({ code: "download" });
            return report.text();
          },
        },
        { message: expect.stringContaining("no longer returns a link to it") },
      )),
  },
  {
    name: "D3 the rest of a file without an ETag is not appended",
    async run() {
      const other = csv.replaceAll(".25", ".75");
      const { value, ranges } = await comes({
        file: turns(cut(csv, 300), part(300, {}, other), whole(csv, TAG)),
      });
      expect([value, ranges]).toEqual([rows, [null, "bytes=300-", null]]);
    },
  },
  {
    name: "D3 the rest of a file with a content encoding is not appended",
    async run() {
      const rest: FileAnswer = (response) =>
        void response
          .writeHead(206, {
            ...TAG,
            ...GZIP,
            "content-range": `bytes 300-${csv.length - 1}/${csv.length}`,
          })
          .end(gzipSync(csv.slice(300)));
      const { value, ranges } = await comes({ file: turns(cut(csv, 300), rest, whole(csv, TAG)) });
      expect([value, ranges]).toEqual([rows, [null, "bytes=300-", null]]);
    },
  },
  {
    name: "D3 a download that restarts from byte 0 and breaks off is resumed",
    async run() {
      const { value, ranges } = await comes({
        file: turns(cut(csv, 300), cut(csv, 100), part(300, TAG)),
      });
      expect([value, ranges]).toEqual([rows, [null, "bytes=300-", "bytes=300-"]]);
    },
  },
  {
    name: "D4 a partial response to a request for the whole file is an error",
    async run() {
      for (const file of [
        part(300, TAG),
        part(0, { ...TAG, "content-range": `bytes 0-${half.length - 1}/${csv.length}` }, half),
      ]) {
        await refuses(
          { file },
          { status: 206, message: expect.stringContaining("instead of the file") },
        );
      }
      // The same applies if the whole file is requested because the rest belongs to another file.
      const read = (report: { text(): Promise<string> }) => report.text();
      await refuses(
        { file: turns(cut(csv, 300), part(300, { etag: '"b"' })), read },
        { status: 206, received: 300 },
      );
    },
  },
  {
    name: "D4 a success status other than 200 is an error",
    async run() {
      for (const status of [203, 204])
        await refuses({ file: (response) => void response.writeHead(status).end() }, { status });
    },
  },
  {
    name: "D4 a download honors the file host's Retry-After",
    async run() {
      for (const status of [408, 429, 503]) {
        const { value, slept } = await comes({
          file: turns(refusal(status, "SlowDown", { "retry-after": "7" }), whole(csv)),
        });
        expect([status, value, Math.max(...slept)]).toEqual([status, rows, 7_350]);
      }
    },
  },
  {
    name: "D4 a download fails immediately if the file host sends a Retry-After of one day",
    async run() {
      const { ranges } = await refuses(
        { file: refusal(429, "SlowDown", { "retry-after": "86400" }) },
        { status: 429 },
      );
      expect(ranges).toEqual([null]);
    },
  },
  {
    name: "D4 only the error code of S3's response is reported",
    async run() {
      const said = (code: string) =>
        bare({ file: refusal(403, code) }).then(({ error }) =>
          (error as Error).message.replace(/ \(pinterest-reports explain \w+\)$/, ""),
        );
      expect(await said("SignatureDoesNotMatch")).toBe(
        "the host of the report file responded with 403: SignatureDoesNotMatch (after 0 rows)",
      );
      expect(await said("\u001b[31m")).toBe(
        "the host of the report file responded with 403 (after 0 rows)",
      );
      expect(await said("x".repeat(61))).toBe(
        "the host of the report file responded with 403 (after 0 rows)",
      );
    },
  },
];
