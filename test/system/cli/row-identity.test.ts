import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parse } from "csv-parse/sync";
import { asyncBufferFromFile, parquetReadObjects } from "hyparquet";
import { describe, expect, it } from "vitest";
import { run } from "../../../cli/commands/run/run.js";
import { testIo } from "../../support/in-process.js";
import { pinterest } from "../../support/made-files.js";
import { FILES, filesOf, SORTS, wordsOf } from "../../support/report-files.js";

type Values = Readonly<Record<string, unknown>>;

// A tenth of the files that run and runAll read in their own test, without processes, sockets or
// disks. Set REPORT_FILES to change the number.
const COUNT = process.env.REPORT_FILES === undefined ? FILES / 10 : FILES;
// Formats that list all columns up front need as many reports as those that do not.
const ENDINGS = ["ndjson", "csv", "parquet"] as const;
type Ending = (typeof ENDINGS)[number];

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

/** Parquet stores dates as dates, except hours, which are text. */
function asDay(row: Values): Values {
  return row.DATE instanceof Date ? { ...row, DATE: row.DATE.toISOString().slice(0, 10) } : row;
}

describe("no two rows from the command line are identical", () => {
  it.each(
    SORTS.map((sort, index) => ({ ...sort, ending: ENDINGS[index % ENDINGS.length] as Ending })),
  )("$level, $granularity, $primary_sort, as $ending", async ({ ending, ...sort }) => {
    // All accounts use one body, so these files answer the same request.
    const all = filesOf(sort, Math.ceil(COUNT / SORTS.length));
    const folder = await mkdtemp(join(tmpdir(), "identity-"));
    try {
      for (const columns of new Set(all.map(({ body }) => JSON.stringify(body.columns)))) {
        const files = all.filter(({ body }) => JSON.stringify(body.columns) === columns);
        await using server = await pinterest((account) => files[Number(account) - 1]?.text);
        const io = testIo({
          env: { PINTEREST_ACCESS_TOKEN: "t", PINTEREST_API_BASE_URL: server.url },
        });
        const [body, accounts, out] = ["body.json", "ids.txt", `rows.${ending}`].map((name) =>
          join(folder, name),
        ) as [string, string, string];
        // The command uses the current day.
        await writeFile(
          body,
          JSON.stringify({ ...files[0]?.body, start_date: undefined, end_date: undefined }),
        );
        await writeFile(accounts, files.map((_, index) => `${index + 1}\n`).join(""));
        // At the account level, the file itself names each row's account.
        const saysAccount =
          Array.isArray(files[0]?.body.columns) && files[0].body.columns.includes("AD_ACCOUNT_ID");
        const taken = files.flatMap(({ keys }, index) => {
          const account = `AD_ACCOUNT_ID=${index + 1}`;
          if (!saysAccount) return [keys.map((one) => `${account} ${one}`)];
          return keys.every((one) => one.split(" ")[0] === account) ? [keys] : [];
        });
        const exit = taken.length === files.length ? 0 : taken.length === 0 ? 4 : 3;
        expect(await run({ positionals: [body], flags: { accounts, out, since: "2d" } }, io)).toBe(
          exit,
        );
        if (exit === 4) continue;
        const key = new Set([
          "AD_ACCOUNT_ID",
          ...(files.flatMap(({ keys }) => keys)[0] ?? "")
            .split(" ")
            .map((one) => one.split("=")[0] ?? ""),
        ]);
        const found = (await rowsIn(out, ending)).map((row) => wordsOf(row, [...key]));
        const expected = taken.flat();
        expect(found.toSorted()).toEqual(expected.toSorted());
        expect(new Set(found).size).toBe(found.length);
      }
    } finally {
      await rm(folder, { recursive: true, force: true });
    }
  });
});
