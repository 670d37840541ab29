import { mkdtemp, readdir, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { FinishedReport } from "pinterest-reports";
import { expect } from "vitest";
import { always, type Case, fails, fileText, heals, type Outcome, type Row, rowsOfJson, trial } from "./scene.js";

const CUT = { name: "short-file", value: 300 } as const;
// Longer than the API said that the file is: a shorter one is none.
const CHANGED = { name: "changed-file", value: '{"1":[{"A":1}]}'.padEnd(9_000) } as const;

/** The range that each request to the file's host asked for. */
const ranges = ({ server }: Outcome) => server.requests.filter(({ step }) => step === "file").map(({ headers }) => headers.range ?? null);

let saved = "";

/** Reads the file by `download(path)`; its text is then in `saved`. */
async function download(report: FinishedReport<Row>): Promise<Row[]> {
  const folder = await mkdtemp(join(tmpdir(), "pinterest-reports-"));
  try {
    await report.download(join(folder, "report.json"));
    saved = await readFile(join(folder, "report.json"), "utf8");
    return rowsOfJson(saved) as Row[];
  } finally {
    expect((await readdir(folder)).filter((name) => name.endsWith(".part"))).toEqual([]);
    await rm(folder, { recursive: true });
  }
}

async function text(report: FinishedReport<Row>): Promise<Row[]> {
  return rowsOfJson(await report.text()) as Row[];
}

/** Downloads that are cut and go on, or begin anew. */
export const resumed: readonly Case[] = [
  {
    name: "D2 a download that is cut goes on where it was",
    run: async () => expect(ranges(await heals({ faults: [CUT] }))).toEqual([null, "bytes=300-"]),
  },
  {
    name: "D2 a download that stalls goes on where it was",
    run: async () => expect(ranges(await heals({ faults: [{ name: "stalled-file", value: 300 }] }))).toEqual([null, "bytes=300-"]),
  },
  {
    name: "D2 a file on disk is byte by byte the server's after cuts",
    async run() {
      const outcome = await heals({ bytes: 5_000, faults: [{ name: "flaky-file", value: 1_500, times: 3 }], read: download });
      expect(ranges(outcome)).toEqual([null, "bytes=1500-", "bytes=3000-", "bytes=4500-"]);
      expect(saved).toBe(fileText(outcome.server, outcome.server.requests.find(({ step }) => step === "poll")?.query.token ?? ""));
    },
  },
  {
    name: "D2 a download that is always cut at one place ends, and says where",
    run: async () =>
      void (await fails("download", { faults: [{ ...CUT, times: always }] }, { received: 300, expected: expect.any(Number) })),
  },
  {
    name: "D2 a download whose link runs out meanwhile goes on with a fresh one",
    run: async () =>
      expect((await heals({ faults: [CUT, { name: "expired-link" }] })).steps).toEqual(["create", "poll", "file", "file", "poll", "file"]),
  },
  {
    name: "D3 a host that knows no ranges sends the file again, and no row comes twice",
    run: async () => void (await heals({ faults: [CUT, { name: "no-ranges" }] })),
  },
  {
    name: "D3 a range that is refused means the whole file again, and no row comes twice",
    run: async () => expect(ranges(await heals({ faults: [CUT, { name: "range-refused" }] }))).toEqual([null, "bytes=300-", null]),
  },
  {
    name: "D3 another range than the one asked for is not appended",
    run: async () => void (await heals({ faults: [CUT, { name: "other-range" }] })),
  },
  {
    name: "D3 a range that does not say which file it is of is not appended",
    run: async () => expect(ranges(await heals({ faults: [CUT, { name: "range-without-tag" }] }))).toEqual([null, "bytes=300-", null]),
  },
  {
    name: "D3 a file that changed meanwhile is not appended to rows that were given out",
    run: async () =>
      void (await fails("download", { faults: [CUT, { name: "changed-file" }] }, { message: expect.stringContaining("changed") })),
  },
  {
    name: "D3 a file that changed meanwhile is saved anew, from its start",
    async run() {
      const { rows, error } = await trial({ faults: [CUT, CHANGED], read: download });
      expect([rows, error, saved]).toEqual([[{ A: 1 }], undefined, CHANGED.value]);
    },
  },
  {
    name: "D3 a file that changed meanwhile is read anew as text",
    async run() {
      const { rows, error } = await trial({ faults: [CUT, CHANGED], read: text });
      expect([rows, error]).toEqual([[{ A: 1 }], undefined]);
    },
  },
  {
    name: "D3 rows of a file without a tag are not gone on with",
    run: async () => void (await fails("download", { faults: [{ name: "cut-without-tag", value: 300 }] }, { received: 300 })),
  },
  {
    name: "D3 rows of a file with a weak tag are not gone on with",
    run: async () => void (await fails("download", { faults: [{ name: "cut-with-weak-tag", value: 300 }] }, { received: 300 })),
  },
  {
    name: "D3 a file with a weak tag that is cut is saved anew, from its start",
    run: async () =>
      expect(ranges(await heals({ faults: [{ name: "cut-with-weak-tag", value: 300 }], read: download }))).toEqual([null, null]),
  },
  {
    name: "D3 a file without a tag that is cut is saved anew, from its start",
    run: async () =>
      expect(ranges(await heals({ faults: [{ name: "cut-without-tag", value: 300 }], read: download }))).toEqual([null, null]),
  },
];
