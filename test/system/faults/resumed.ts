import { mkdtemp, readdir, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { FinishedReport } from "pinterest-reports";
import { expect } from "vitest";
import {
  always,
  type Case,
  fails,
  fileText,
  heals,
  type Outcome,
  type Row,
  rowsOfJson,
  trial,
  withZeros,
} from "./scene.js";

const CUT = { name: "short-file", value: 300 } as const;
// Longer than the size that the API announced; a shorter file would be rejected for its size alone.
const CHANGED = { name: "changed-file", value: '{"1":[{"A":1}]}'.padEnd(9_000) } as const;

/** The Range header of each request to the file host. */
const ranges = ({ server }: Outcome) =>
  server.requests.filter(({ step }) => step === "file").map(({ headers }) => headers.range ?? null);

let saved = "";

/** Reads the file with `download(path)`, and stores its text in `saved`. */
async function download(report: FinishedReport<Row>): Promise<Row[]> {
  const folder = await mkdtemp(join(tmpdir(), "pinterest-reports-"));
  try {
    await report.download(join(folder, "report.json"));
    saved = await readFile(join(folder, "report.json"), "utf8");
    return withZeros(rowsOfJson(saved)) as Row[];
  } finally {
    expect((await readdir(folder)).filter((name) => name.endsWith(".part"))).toEqual([]);
    await rm(folder, { recursive: true });
  }
}

async function text(report: FinishedReport<Row>): Promise<Row[]> {
  return withZeros(rowsOfJson(await report.text())) as Row[];
}

/** Interrupted downloads that are resumed or restarted. */
export const resumed: readonly Case[] = [
  {
    name: "D2 an interrupted download is resumed",
    run: async () => expect(ranges(await heals({ faults: [CUT] }))).toEqual([null, "bytes=300-"]),
  },
  {
    name: "D2 a stalled download is resumed",
    run: async () =>
      expect(ranges(await heals({ faults: [{ name: "stalled-file", value: 300 }] }))).toEqual([
        null,
        "bytes=300-",
      ]),
  },
  {
    name: "D2 a file on disk matches the server's after several interruptions",
    async run() {
      const outcome = await heals({
        bytes: 5_000,
        faults: [{ name: "flaky-file", value: 1_500, times: 3 }],
        read: download,
      });
      expect(ranges(outcome)).toEqual([null, "bytes=1500-", "bytes=3000-", "bytes=4500-"]);
      expect(saved).toBe(
        fileText(
          outcome.server,
          outcome.server.requests.find(({ step }) => step === "poll")?.query.token ?? "",
        ),
      );
    },
  },
  {
    name: "D2 a download that is always interrupted at the same byte fails with an error that gives the position",
    run: async () =>
      void (await fails(
        "download",
        { faults: [{ ...CUT, times: always }] },
        { received: 300, expected: expect.any(Number) },
      )),
  },
  {
    name: "D2 a download whose link expires in the meantime is resumed with a fresh one",
    run: async () =>
      expect((await heals({ faults: [CUT, { name: "expired-link" }] })).steps).toEqual([
        "create",
        "poll",
        "file",
        "file",
        "poll",
        "file",
      ]),
  },
  {
    name: "D3 if a host ignores ranges and sends the file again, no row is yielded twice",
    run: async () => void (await heals({ faults: [CUT, { name: "no-ranges" }] })),
  },
  {
    name: "D3 after a rejected range request, the whole file is requested, and no row is yielded twice",
    run: async () =>
      expect(ranges(await heals({ faults: [CUT, { name: "range-refused" }] }))).toEqual([
        null,
        "bytes=300-",
        null,
      ]),
  },
  {
    name: "D3 a range that was not requested is not appended",
    run: async () => void (await heals({ faults: [CUT, { name: "other-range" }] })),
  },
  {
    name: "D3 a range without an ETag is not appended",
    run: async () =>
      expect(ranges(await heals({ faults: [CUT, { name: "range-without-tag" }] }))).toEqual([
        null,
        "bytes=300-",
        null,
      ]),
  },
  {
    name: "D3 a changed file is not appended to rows that were yielded",
    run: async () =>
      void (await fails(
        "download",
        { faults: [CUT, { name: "changed-file" }] },
        { message: expect.stringContaining("changed") },
      )),
  },
  {
    name: "D3 a changed file is saved again from its start",
    async run() {
      const { rows, error } = await trial({ faults: [CUT, CHANGED], read: download });
      expect([rows, error, saved]).toMatchObject([[{ A: 1 }], undefined, CHANGED.value]);
    },
  },
  {
    name: "D3 a changed file is read again as text",
    async run() {
      const { rows, error } = await trial({ faults: [CUT, CHANGED], read: text });
      expect([rows, error]).toMatchObject([[{ A: 1 }], undefined]);
    },
  },
  {
    name: "D3 reading rows is not resumed for a file without an ETag",
    run: async () =>
      void (await fails(
        "download",
        { faults: [{ name: "cut-without-tag", value: 300 }] },
        { received: 300 },
      )),
  },
  {
    name: "D3 reading rows is not resumed for a file with a weak ETag",
    run: async () =>
      void (await fails(
        "download",
        { faults: [{ name: "cut-with-weak-tag", value: 300 }] },
        { received: 300 },
      )),
  },
  {
    name: "D3 an interrupted file with a weak ETag is saved again from its start",
    run: async () =>
      expect(
        ranges(
          await heals({ faults: [{ name: "cut-with-weak-tag", value: 300 }], read: download }),
        ),
      ).toEqual([null, null]),
  },
  {
    name: "D3 an interrupted file without an ETag is saved again from its start",
    run: async () =>
      expect(
        ranges(await heals({ faults: [{ name: "cut-without-tag", value: 300 }], read: download })),
      ).toEqual([null, null]),
  },
];
