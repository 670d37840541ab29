import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parse } from "csv-parse/sync";
import { asyncBufferFromFile, parquetReadObjects } from "hyparquet";
import { describe, expect, it } from "vitest";
import { run } from "../../../cli/commands/run/run.js";
import { testIo } from "../../support/in-process.js";
import { FILES, filesOf, type MadeFile, SORTS, wordsOf } from "../../support/report-files.js";

type Values = Readonly<Record<string, unknown>>;

// A tenth of those of run and runAll, which read the same files without processes, sockets and
// disks; REPORT_FILES says more.
const COUNT = process.env.REPORT_FILES === undefined ? FILES / 10 : FILES;
// A file of a format that says the columns of all rows is written from as many reports as one that
// does not.
const ENDINGS = ["ndjson", "csv", "parquet"] as const;
type Ending = (typeof ENDINGS)[number];

/** Pinterest, to whose accounts these files belong, by their numbers. */
async function pinterest(files: readonly MadeFile[]) {
  const server = createServer((request, response) => {
    const number = /(?:ad_accounts|file)\/(\d+)/.exec(request.url ?? "")?.[1] ?? "";
    if (request.url?.includes("/file/")) return response.end(files[Number(number) - 1]?.text);
    const { port } = server.address() as AddressInfo;
    const done = {
      report_status: "FINISHED",
      url: `http://127.0.0.1:${port}/file/${number}`,
      size: null,
    };
    response.setHeader("content-type", "application/json");
    return response.end(
      JSON.stringify(
        request.method === "POST" ? { report_status: "IN_PROGRESS", token: "t" } : done,
      ),
    );
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}/v5`,
    [Symbol.asyncDispose]: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

async function rowsIn(path: string, ending: Ending): Promise<readonly Values[]> {
  if (ending === "parquet")
    return (await parquetReadObjects({ file: await asyncBufferFromFile(path) })).map(asDay);
  const text = await readFile(path, "utf8");
  if (ending === "csv") return parse(text, { columns: true });
  return text
    .trimEnd()
    .split("\n")
    .filter((line) => line !== "")
    .map((line) => JSON.parse(line));
}

/** Parquet has days, not their texts; an hour is a text there, too. */
function asDay(row: Values): Values {
  return row.DATE instanceof Date ? { ...row, DATE: row.DATE.toISOString().slice(0, 10) } : row;
}

describe("rows out of the command line are told apart", () => {
  it.each(
    SORTS.map((sort, index) => ({ ...sort, ending: ENDINGS[index % ENDINGS.length] as Ending })),
  )("$level, $granularity, $primary_sort, as $ending", async ({ ending, ...sort }) => {
    // One body for all accounts: the files that are asked for in the same words.
    const all = filesOf(sort, Math.ceil(COUNT / SORTS.length));
    const folder = await mkdtemp(join(tmpdir(), "identity-"));
    try {
      for (const columns of new Set(all.map(({ body }) => JSON.stringify(body.columns)))) {
        const files = all.filter(({ body }) => JSON.stringify(body.columns) === columns);
        await using server = await pinterest(files);
        const io = testIo({
          env: { PINTEREST_ACCESS_TOKEN: "t", PINTEREST_API_BASE_URL: server.url },
        });
        const [body, accounts, out] = ["body.json", "ids.txt", `rows.${ending}`].map((name) =>
          join(folder, name),
        ) as [string, string, string];
        // The command goes by the day that it is.
        await writeFile(
          body,
          JSON.stringify({ ...files[0]?.body, start_date: undefined, end_date: undefined }),
        );
        await writeFile(accounts, files.map((_, index) => `${index + 1}\n`).join(""));
        expect(await run({ positionals: [body], flags: { accounts, out, since: "2d" } }, io)).toBe(
          0,
        );
        const key = [
          "RUN_ACCOUNT_ID",
          ...(files.flatMap(({ keys }) => keys)[0] ?? "")
            .split(" ")
            .map((one) => one.split("=")[0] ?? ""),
        ];
        const found = (await rowsIn(out, ending)).map((row) => wordsOf(row, key));
        const expected = files.flatMap(({ keys }, index) =>
          keys.map((one) => `RUN_ACCOUNT_ID=${index + 1} ${one}`),
        );
        expect(found.toSorted()).toEqual(expected.toSorted());
        expect(new Set(found).size).toBe(found.length);
      }
    } finally {
      await rm(folder, { recursive: true, force: true });
    }
  });
});
