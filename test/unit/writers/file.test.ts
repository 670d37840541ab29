import {
  chmod,
  mkdir,
  mkdtemp,
  readdir,
  readFile,
  rm,
  stat,
  symlink,
  writeFile,
} from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import fc from "fast-check";
import { asyncBufferFromFile } from "hyparquet";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import {
  type RowSource,
  toCsv,
  toNdjson,
  toParquet,
  writeCsv,
  writeNdjson,
  writeParquet,
} from "../../../generated/files.js";
import { createClient } from "../../../generated/index.js";
import { createFakeServer } from "../../../generated/testing.js";
import type { Row } from "../../../runtime/writers/row.js";
import { many } from "../../support/effort.js";
import { DOWNLOADS } from "../../support/hints.js";
import { readParquet } from "../../support/parquet.js";

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "writers-"));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

/** A path in an empty folder. */
async function place() {
  const inner = await mkdtemp(join(folder, "x"));
  return { inner, path: join(inner, "rows") };
}

const ROWS: readonly Row[] = [
  { ID: "217861700718936379", SPEND: 0.5 },
  { ID: "2", NAME: "=a,b" },
  { ID: "3", SPEND: 0, NAME: null },
];

/** A stream of the rows that can be read only once. It ends by throwing `error`, if given. */
async function* once(rows: readonly Row[], error?: Error): AsyncGenerator<Row> {
  yield* rows;
  if (error !== undefined) throw error;
}

const WRITERS: readonly (readonly [
  string,
  (rows: RowSource, path: string | URL) => Promise<number>,
])[] = [
  ["writeCsv", writeCsv],
  ["writeCsv with columns", (rows, path) => writeCsv(rows, path, { columns: ["ID"] })],
  ["writeNdjson", writeNdjson],
  ["writeParquet", writeParquet],
];

async function textOf(pieces: AsyncIterable<string>): Promise<string> {
  let all = "";
  for await (const piece of pieces) all += piece;
  return all;
}

describe.each(WRITERS)("%s", (name, write) => {
  it("leaves only the file behind, and resolves to the number of rows, for a list, a stream and a function", async () => {
    for (const rows of [ROWS, once(ROWS), new Set(ROWS), () => once(ROWS)]) {
      const { inner, path } = await place();
      expect(await write(rows, path)).toBe(3);
      expect(await readdir(inner)).toEqual(["rows"]);
      expect((await stat(path)).size).toBeGreaterThan(0);
    }
  });

  it("leaves nothing, or the old file, if reading the rows fails", async () => {
    const { inner, path } = await place();
    const error = new Error("the network is gone");
    await expect(write(once(ROWS, error), path)).rejects.toBe(error);
    expect(await readdir(inner)).toEqual([]);
    await writeFile(path, "old");
    await expect(write(() => once(ROWS, error), path)).rejects.toBe(error);
    expect([await readdir(inner), await readFile(path, "utf8")]).toEqual([["rows"], "old"]);
  });

  it("replaces a file and keeps its permissions, or replaces the target of a link", async () => {
    const { inner, path } = await place();
    await writeFile(path, "old");
    await chmod(path, 0o640);
    await symlink("rows", join(inner, "link"));
    expect(await write(once(ROWS), pathToFileURL(join(inner, "link")))).toBe(3);
    expect(await readFile(path, "utf8")).not.toBe("old");
    expect([(await stat(path)).mode & 0o777, await readdir(inner)]).toEqual([
      0o640,
      ["link", "rows"],
    ]);
  });

  it("rejects an invalid path before any row is read", async () => {
    const { inner } = await place();
    await mkdir(join(inner, "folder"));
    let read = 0;
    const rows = async function* (): AsyncGenerator<Row> {
      read++;
      yield* ROWS;
    };
    const call = name.split(" ")[0];
    await expect(write(rows(), "")).rejects.toMatchObject({
      code: "invalid_argument",
      message: expect.stringContaining(`${call}(rows, path)`),
    });
    await expect(write(rows(), join(inner, "folder"))).rejects.toMatchObject({
      code: "download",
      message: `the rows cannot be written to ${JSON.stringify(join(inner, "folder"))}: it is a folder${DOWNLOADS}`,
    });
    await expect(write(rows(), join(inner, "none", "rows"))).rejects.toMatchObject({
      code: "download",
      cause: { code: "ENOENT" },
    });
    expect([read, await readdir(inner)]).toEqual([0, ["folder"]]);
  });
});

describe("a written file", () => {
  it("has the same bytes as the stream, for any number of rows", async () => {
    const row = fc.record(
      { ID: fc.string({ unit: "binary" }), N: fc.oneof(fc.integer(), fc.constant(null)) },
      { requiredKeys: [] },
    );
    await fc.assert(
      fc.asyncProperty(
        fc.array(row, { maxLength: 30 }),
        fc.constantFrom(1, many(1000, 300)),
        async (few, times) => {
          const rows = Array.from({ length: times }, () => few).flat();
          const { inner, path } = await place();
          await writeCsv(once(rows), path);
          const encoded = (text: string) =>
            new TextDecoder().decode(new TextEncoder().encode(text));
          expect(await readFile(path, "utf8")).toBe(encoded(await textOf(toCsv(rows))));
          await writeNdjson(once(rows), path);
          expect(await readFile(path, "utf8")).toBe(encoded(await textOf(toNdjson(rows))));
          await rm(inner, { recursive: true });
        },
      ),
      { numRuns: many(30, 8) },
    );
  });

  it("is not written if it would contain a number that JSON cannot represent", async () => {
    const { inner, path } = await place();
    await expect(writeNdjson([{ A: Number.NaN }], path)).rejects.toThrow(
      new TypeError("A has NaN, which JSON cannot represent"),
    );
    for (const nested of [[1, Number.NaN], { b: [{ c: Number.POSITIVE_INFINITY }] }, { b: 1n }])
      await expect(writeNdjson([{ A: nested }], path)).rejects.toThrow(TypeError);
    await expect(writeCsv(once([{ A: Number.POSITIVE_INFINITY }]), path)).rejects.toThrow(
      TypeError,
    );
    expect(await readdir(inner)).toEqual([]);
  });
});

describe("an invalid source of rows", () => {
  it.each([null, undefined, 5, "rows", {}, Promise.resolve([])])(
    "is rejected by name: %s",
    async (rows) => {
      const { inner, path } = await place();
      const source = rows as never;
      const writes = [
        () => writeCsv(source, path),
        () => writeNdjson(source, path),
        () => textOf(toCsv(source)),
        () => textOf(toNdjson(source)),
      ];
      for (const write of writes)
        await expect(write()).rejects.toMatchObject({
          code: "invalid_argument",
          message: expect.stringContaining("report.rows()"),
        });
      expect(await readdir(inner)).toEqual([]);
    },
  );
});

describe("a CSV file without columns", () => {
  it("is empty, without a blank line", async () => {
    const { path } = await place();
    expect(await writeCsv([], path)).toBe(0);
    expect(await readFile(path, "utf8")).toBe("");
    expect(await textOf(toCsv([{ A: 1 }], { columns: [] }))).toBe("");
  });
});

describe("an unknown option of a writer", () => {
  it("is rejected with the nearest valid name, and nothing is written", async () => {
    const { inner, path } = await place();
    const writes: readonly (readonly [string, string, (options: never) => Promise<unknown>])[] = [
      [
        "zeroFill",
        "; the options are columns, otherColumns, defuseFormulas",
        (options) => writeCsv([{ A: 1 }], path, options),
      ],
      [
        "defuseFormulae",
        "; did you mean defuseFormulas?",
        (options) => textOf(toCsv([{ A: 1 }], options)),
      ],
      ["onNotes", "; did you mean onNote?", (options) => writeParquet([{ A: 1 }], path, options)],
      ["colums", "; did you mean columns?", (options) => toParquet([{ A: 1 }], options).next()],
    ];
    for (const [name, suggestion, write] of writes)
      await expect(write({ [name]: true } as never)).rejects.toThrow(
        new TypeError(`${name} is not an option here${suggestion}`),
      );
    expect(await readdir(inner)).toEqual([]);
  });
});

describe("the rows of a report", () => {
  it("are written with the requested columns first, including all-zero columns, in one download", async () => {
    await using server = await createFakeServer();
    const client = createClient({
      accessToken: server.accessToken,
      baseUrl: server.url,
      clock: server.clock,
    });
    const day = new Date(server.clock.date() - 86_400_000).toISOString().slice(0, 10);
    const columns = ["SPEND_IN_DOLLAR", "CAMPAIGN_NAME", "TOTAL_CHECKOUT", "CAMPAIGN_ID"] as const;
    const body = {
      start_date: day,
      end_date: day,
      granularity: "DAY",
      level: "CAMPAIGN",
      columns,
    } as const;
    const report = await client.report.run("549755885175", body);
    expect(report.rows().columns).toEqual([...columns, "DATE"]);
    const rows = await report.toArray();
    const downloads = () => server.requests.filter(({ step }) => step === "file").length;
    const before = downloads();
    const { path } = await place();
    expect(await writeCsv(report.rows(), path)).toBe(rows.length);
    expect((await readFile(path, "utf8")).split("\n")[0]).toBe([...columns, "DATE"].join());
    expect(downloads()).toBe(before + 1);
    expect(await writeParquet(report.rows(), path)).toBe(rows.length);
    expect(downloads()).toBe(before + 2);
    const read = await readParquet(await asyncBufferFromFile(path));
    expect(
      read.map(({ CAMPAIGN_ID, SPEND_IN_DOLLAR }) => ({ CAMPAIGN_ID, SPEND_IN_DOLLAR })),
    ).toEqual(
      rows.map(({ CAMPAIGN_ID, SPEND_IN_DOLLAR }) => ({
        CAMPAIGN_ID,
        SPEND_IN_DOLLAR: SPEND_IN_DOLLAR ?? 0,
      })),
    );
    // Web streams accept the chunks as they are.
    expect(
      await new Response(
        ReadableStream.from(toCsv(report.rows())).pipeThrough(new TextEncoderStream()),
      ).text(),
    ).toBe(await textOf(toCsv(rows, { columns: report.rows().columns })));
  });
});

describe("the columns of a file", () => {
  it("are the given columns, optionally followed by all others", async () => {
    expect(await textOf(toCsv(ROWS, { columns: ["NAME", "ID"] }))).toBe(
      'NAME,ID\n,217861700718936379\n"=a,b",2\n,3\n',
    );
    expect(await textOf(toCsv(ROWS, { columns: ["NAME"], otherColumns: "append" }))).toBe(
      'NAME,ID,SPEND\n,217861700718936379,0.5\n"=a,b",2,\n,3,0\n',
    );
    expect(await textOf(toCsv(ROWS, { columns: ["X", "X"] }))).toBe('X\n""\n""\n""\n');
  });

  it("are written as rows arrive if the columns are given", async () => {
    let read = 0;
    const rows = async function* () {
      for (const row of ROWS) {
        read++;
        yield row;
      }
    };
    const pieces = toCsv(rows(), { columns: ["ID"] });
    expect([(await pieces.next()).value, (await pieces.next()).value, read]).toEqual([
      "ID\n",
      "217861700718936379\n",
      1,
    ]);
  });
});
