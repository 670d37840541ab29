import type { ReportRequest, RowsOptions } from "pinterest-reports";
import { expect } from "vitest";
import {
  type all,
  always,
  body,
  type Case,
  expectedRows,
  fails,
  heals,
  type Row,
  type Trial,
  trial,
} from "./scene.js";

const quick = async (work: Promise<unknown>) => void (await work);
// A report whose rows may all be empty.
const totals = { granularity: "TOTAL", columns: ["PAID_IMPRESSION"] } as const;
const json = (value: string) => trial({ faults: [{ name: "other-file", value }], body: totals });
const csv = (value: string, columns: NonNullable<ReportRequest["columns"]> = body.columns) =>
  trial({ faults: [{ name: "other-file", value }], body: { report_format: "CSV", columns } });
const names = [
  { name: "CAMPAIGN_ID", display_name: "Campaign ID" },
  { name: "SPEND_IN_DOLLAR", display_name: "Spend in account currency" },
];
// Options for a CSV report whose headers are mapped by the given names.
const withNames = (options: RowsOptions = {}): Pick<Trial, "body" | "read"> => ({
  body: { report_format: "CSV", columns: ["CAMPAIGN_ID", "SPEND_IN_DOLLAR"] },
  read: async (report) => {
    const rows: Row[] = [];
    for await (const row of report.rows({ columnNames: () => names, ...options })) rows.push(row);
    return rows;
  },
});
const typed = (value: string, options: RowsOptions = {}) =>
  trial({ ...withNames(options), faults: [{ name: "other-file", value }] });
// This is the server's own name for the column.
const asked = withNames({
  columnNames: () => [
    names[0] as (typeof names)[0],
    { name: "SPEND_IN_DOLLAR", display_name: "Spend in dollar" },
  ],
});

async function empty(outcome: ReturnType<typeof trial>): Promise<void> {
  const { rows, error } = await outcome;
  expect([rows, error]).toEqual([[], undefined]);
}

/** Files with the wrong content, or that are hard to read. */
export const files: readonly Case[] = [
  {
    name: "D1 the request for the file does not contain the access token",
    async run() {
      const { server } = await heals({});
      expect(
        server.requests
          .filter(({ step }) => step === "file")
          .map(({ headers }) => headers.authorization),
      ).toEqual([undefined]);
    },
  },
  {
    name: "D4 HTML, XML or plain text instead of the file is an error",
    async run() {
      for (const value of [
        "<html><body>Sign in</body></html>",
        '<?xml version="1.0"?><Error/>',
        "Internal error",
      ]) {
        await fails("download", { faults: [{ name: "other-file", value }] });
        await fails("download", {
          faults: [{ name: "other-file", value }],
          body: { report_format: "CSV" },
        });
      }
    },
  },
  {
    name: "D4 JSON instead of CSV, or CSV instead of JSON, is an error",
    async run() {
      for (const value of ['{"1":[{"CAMPAIGN_ID":1}]}', '{"code":7,"message":"no"}', "[]", "{}"]) {
        await fails("download", {
          faults: [{ name: "other-file", value }],
          body: { report_format: "CSV" },
        });
      }
      await fails("download", {
        faults: [{ name: "other-file", value: "Campaign ID,Date\r\n1,2\r\n" }],
      });
    },
  },
  {
    name: "D4 a JSON error instead of the file is an error, not a row",
    async run() {
      for (const value of [
        '{"code":7,"message":"no"}',
        '{"error":{"code":7,"message":"no"}}',
        '{"errors":[{"code":7}]}',
      ]) {
        await fails(
          "download",
          { faults: [{ name: "other-file", value }], body: totals },
          { rows: 0 },
        );
      }
    },
  },
  {
    name: "D4 an error response instead of the file is an error",
    run: () =>
      quick(
        fails("download", { faults: [{ name: "file-refused", times: always }] }, { status: 404 }),
      ),
  },
  {
    name: "D4 receiving only the start of the file is an error",
    async run() {
      for (const report_format of ["JSON", "CSV"] as const) {
        await fails(
          "download",
          { faults: [{ name: "partial-file", value: 300 }], body: { report_format } },
          { status: 206 },
        );
      }
    },
  },
  {
    name: "D4 a download is retried if the file host is overloaded",
    run: () => quick(heals({ faults: [{ name: "slow-down" }] })),
  },
  {
    name: "D5 a file without rows is not an error",
    async run() {
      for (const value of ["", "{}", "[]", '{"1":[]}']) await empty(json(value));
      for (const value of ["", "Campaign ID,Date\r\n", "Campaign ID,Date"]) await empty(csv(value));
    },
  },
  {
    name: "D6 a file that is sorted by date is read like one sorted by id",
    async run() {
      const outcome = await heals({ body: { primary_sort: "BY_DATE" } });
      expect(outcome.rows?.map(({ DATE }) => DATE)).toEqual(
        [...(outcome.rows ?? [])].map(({ DATE }) => DATE).sort(),
      );
    },
  },
  {
    name: "D6 the other ids under a date are still read if one id has no rows",
    async run() {
      const { rows } = await json(
        '{"2026-03-03":{"1":null,"2":[{"PAID_IMPRESSION":2}],"3":[{"PAID_IMPRESSION":3}]}}',
      );
      expect(rows).toEqual([{ PAID_IMPRESSION: 2 }, { PAID_IMPRESSION: 3 }]);
    },
  },
  {
    name: "D6 each row has its id, even if the file only has it as a key below the date",
    run: () => nested("dates-above-ids"),
  },
  {
    name: "D6 the first id below a date has no rows if its value is null",
    run: () => nested("null-member"),
  },
  {
    name: "D7 18-digit ids are exact",
    async run() {
      const { rows, server } = await heals({});
      expect(rows?.[0]).toMatchObject({
        PIN_ID: "217861707052500001",
        CAMPAIGN_ID: "627052500001",
      });
      expect(expectedRows(server)).toHaveLength(rows?.length ?? 0);
    },
  },
  {
    name: "D7 an id that was rounded before it was written causes an error",
    async run() {
      const pin = ["PIN_ID", "PAID_IMPRESSION"] as const;
      for (const value of [
        '{"1":[{"PIN_ID":2.1786170071893638E17}]}',
        '{"1":[{"PIN_ID":2.1786e+17}]}',
      ]) {
        await fails(
          "download",
          { faults: [{ name: "other-file", value }], body: { ...totals, columns: pin } },
          { rows: 0 },
        );
      }
      const { error } = await typed("Campaign ID,Spend in account currency\r\n6.267E+17,1.5\r\n");
      expect(error).toMatchObject({
        code: "download",
        message: expect.stringContaining("CAMPAIGN_ID"),
      });
    },
  },
  {
    name: "D8 CSV byte order marks, quotes, line endings and non-ASCII characters are read exactly",
    async run() {
      const { rows } = await csv(
        '\ufeff"Campaign ID","Name, long"\r\n1,"a ""b""\r\nc"\r\n2,日本 😀\r\n3,',
      );
      expect(rows).toEqual([
        { "Campaign ID": "1", "Name, long": 'a "b"\r\nc' },
        { "Campaign ID": "2", "Name, long": "日本 😀" },
        { "Campaign ID": "3" },
      ]);
    },
  },
  {
    name: "D8 bytes that are not UTF-8 are an error, in names and in the whole file",
    async run() {
      for (const report_format of ["JSON", "CSV"] as const) {
        const text =
          report_format === "JSON"
            ? '{"1":[{"DATE":"2026-03-03","CAMPAIGN_NAME":"été"}]}'
            : "Campaign ID,Campaign name\r\n1,été\r\n";
        for (const encoding of ["latin1", "utf16le"] as const) {
          const faults = [{ name: "other-file", value: Buffer.from(text, encoding) }] as const;
          await fails("download", {
            faults,
            body: { report_format, columns: ["CAMPAIGN_ID", "CAMPAIGN_NAME"] },
          });
        }
      }
    },
  },
  {
    name: "D8 a carriage return outside quotes is an error unless a line feed follows",
    async run() {
      for (const value of [
        "Campaign ID,Date\r1,2026-03-03\r",
        "Campaign ID,Date\n1\r2,2026-03-03\n",
      ]) {
        await fails("download", {
          faults: [{ name: "other-file", value }],
          body: { report_format: "CSV" },
        });
      }
    },
  },
  {
    name: "D9 a row with too few or too many cells, or an unclosed quote, is an error",
    async run() {
      for (const value of [
        "Campaign ID,Date\r\n1\r\n",
        "Campaign ID,Date\r\n1,2,3\r\n",
        'Campaign ID,Date\r\n1,"2',
      ]) {
        await fails("download", {
          faults: [{ name: "other-file", value }],
          body: { report_format: "CSV" },
        });
      }
    },
  },
  {
    name: "D9 reordered or additional columns are read by their names",
    async run() {
      const { rows } = await typed(
        "Colour,Spend in account currency,Campaign ID\r\nred,1.5,626700000001\r\n",
      );
      expect(rows).toEqual([{ Colour: "red", SPEND_IN_DOLLAR: 1.5, CAMPAIGN_ID: "626700000001" }]);
    },
  },
  {
    name: "D9 a requested column without a header is an error, not zero",
    async run() {
      const { rows, error } = await typed("Campaign ID,Spend\r\n626700000001,1.5\r\n");
      expect([rows, error]).toEqual([null, expect.objectContaining({ code: "download", rows: 0 })]);
      expect(String(error)).toContain(
        'headers to SPEND_IN_DOLLAR; the headers are "Campaign ID", "Spend"',
      );
    },
  },
  {
    name: "D9 a column whose name differs from the one in the API is an error",
    run: () =>
      quick(
        fails(
          "download",
          { ...asked, faults: [{ name: "renamed-column" }] },
          { message: expect.stringContaining("Renamed") },
        ),
      ),
  },
  {
    name: "D9 an unknown column does not affect the others",
    async run() {
      const [{ rows }, usual] = [
        await trial({ ...asked, faults: [{ name: "unknown-column" }] }),
        await trial(asked),
      ];
      expect(rows).toEqual(usual.rows);
      expect(rows?.[0]).toMatchObject({
        CAMPAIGN_ID: "627052500001",
        SPEND_IN_DOLLAR: expect.any(Number),
      });
    },
  },
  {
    name: "D10 a non-numeric value in a number column is an error",
    async run() {
      for (const value of ["N/A", "1,234", "NaN", "null"]) {
        const { error } = await typed(`Campaign ID,Spend in account currency\r\n1,"${value}"\r\n`);
        expect(error).toMatchObject({
          code: "download",
          rows: 0,
          message: expect.stringContaining("SPEND_IN_DOLLAR"),
        });
      }
    },
  },
  {
    name: "D10 an empty cell in a number column is 0, and 1e3 and -0 are numbers",
    async run() {
      const { rows } = await typed(
        "Campaign ID,Spend in account currency\r\n1,\r\n2,1e3\r\n3,-0\r\n4,-5\r\n",
      );
      expect(rows?.map(({ SPEND_IN_DOLLAR }) => SPEND_IN_DOLLAR)).toEqual([0, 1_000, -0, -5]);
    },
  },
  {
    name: "D11 a column called __proto__ is read like any other",
    async run() {
      for (const { rows } of [
        await json('{"__proto__":[{"A":1,"__proto__":5}]}'),
        await csv("A,__proto__\n1,5\n"),
      ]) {
        expect(Object.keys(rows?.[0] ?? {}).slice(0, 2)).toEqual(["A", "__proto__"]);
      }
      expect(Object.hasOwn(Object.prototype, "A")).toBe(false);
    },
  },
  {
    name: "D12 a reader that stops early ends the download",
    async run() {
      let received = 0;
      const onEvent = (event: { readonly type: string }) =>
        void (event.type === "download" && received++);
      const read = async (report: Parameters<typeof all<Row>>[0]) => {
        for await (const row of report.rows()) return [row];
        return [];
      };
      const { rows, error } = await trial({ bytes: 3e9, client: { onEvent }, read });
      expect([rows?.length, error, received]).toEqual([1, undefined, 0]);
    },
  },
  {
    name: "D13 a cell with a spreadsheet formula is unchanged",
    async run() {
      const { rows } = await csv('Name\n=HYPERLINK("x")\n+1\n@a\n', ["CAMPAIGN_NAME"]);
      expect(rows?.map(({ Name }) => Name)).toEqual(['=HYPERLINK("x")', "+1", "@a"]);
    },
  },
  {
    name: "D14 the error for a damaged file gives the number of rows that were read",
    async run() {
      await fails(
        "download",
        { faults: [{ name: "other-file", value: '{"1":[{"A":1},{"A":2},{"A"' }], body: totals },
        { rows: 2 },
      );
    },
  },
  {
    name: "D15 text() throws if the file is larger than maxBytes",
    async run() {
      const read = async (report: { text(options: { maxBytes: number }): Promise<string> }) => {
        await report.text({ maxBytes: 500 });
        return [];
      };
      await fails(
        "download",
        { read: read as never },
        { message: expect.stringContaining("maxBytes is 500") },
      );
    },
  },
];

/** Expects the usual rows from a file with another nesting. */
async function nested(name: "dates-above-ids" | "null-member"): Promise<void> {
  const { rows, error, server } = await trial({ faults: [{ name }] });
  expect(error).toBeUndefined();
  const order = (all: readonly unknown[]) =>
    (all as Row[]).toSorted((one, other) =>
      `${one.CAMPAIGN_ID}`.localeCompare(`${other.CAMPAIGN_ID}`),
    );
  expect(order(rows ?? [])).toEqual(expectedRows(server));
}
