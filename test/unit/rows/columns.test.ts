import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { GuaranteedColumn } from "../../../runtime/contract.js";
import { checkGuaranteed, guaranteedRows, KeyedRows } from "../../../runtime/rows/columns.js";
import { type RowOptions, readRows } from "../../../runtime/rows/rows.js";
import type { DisplayNames, RowsOptions } from "../../../runtime/types.js";
import { account, all, bodyFor, setting } from "../../support/flow.js";

const known: RowOptions = {
  ids: ["KEY"],
  texts: ["NAME"],
  zeros: ["CTR", "SPEND"],
  columns: ["NAME", "PIN_ID", "CTR", "SPEND", "KEY"],
  format: "JSON",
};

async function rows(
  file: string | readonly string[],
  options: RowsOptions & Partial<RowOptions> = {},
): Promise<Record<string, unknown>[]> {
  async function* pieces() {
    for (const piece of typeof file === "string" ? [file] : file)
      yield new TextEncoder().encode(piece);
  }
  const list: Record<string, unknown>[] = [];
  const reading = {
    ...known,
    ...options,
    pick: (row: unknown) => row,
    failed: (error: unknown) => error,
  };
  for await (const row of readRows(pieces(), reading)) list.push(row as Record<string, unknown>);
  return list;
}

describe("zeroFill", () => {
  const file = '{"1":[{"NAME":"a","CTR":0.5},{"PIN_ID":217861700718936379,"SPEND":null}]}';

  it("if false, leaves missing values out", async () => {
    expect(await rows(file, { zeroFill: false })).toEqual([
      { NAME: "a", CTR: 0.5 },
      { PIN_ID: "217861700718936379" },
    ]);
  });

  it("fills requested numbers by default, but neither ids nor text", async () => {
    for (const options of [{}, { zeroFill: true }, { zeroFill: undefined as never }])
      expect(await rows(file, options)).toEqual([
        { NAME: "a", CTR: 0.5, SPEND: 0 },
        { PIN_ID: "217861700718936379", SPEND: 0, CTR: 0 },
      ]);
    expect(await rows(file, { zeroFill: ["CTR"] })).toEqual([
      { NAME: "a", CTR: 0.5 },
      { PIN_ID: "217861700718936379", CTR: 0 },
    ]);
  });

  it("does not fill an unknown column, or a number that can be absent, unless zeroFill names it", async () => {
    const columns = ["NAME", "CTR", "CPC", "NEW", "SPEND"];
    const filled = (zeroFill: boolean | readonly string[]) =>
      rows('{"1":[{"NAME":"a"}]}', { zeroFill, columns });
    expect(await filled(true)).toEqual([{ NAME: "a", CTR: 0, SPEND: 0 }]);
    expect(await filled(["CPC", "NEW"])).toEqual([{ NAME: "a", CPC: 0, NEW: 0 }]);
  });

  it("fills a column that no row has", async () => {
    expect(
      await rows('{"1":[{"NAME":"a"},{"NAME":"b"}]}', {
        zeroFill: true,
        columns: ["NAME", "SPEND"],
      }),
    ).toEqual([
      { NAME: "a", SPEND: 0 },
      { NAME: "b", SPEND: 0 },
    ]);
    expect(await rows("{}", { zeroFill: true })).toEqual([]);
  });

  it("fills nothing if the columns are unknown, and `true` is an error in that case", async () => {
    expect(await rows(file, { columns: undefined })).toEqual(await rows(file, { zeroFill: false }));
    await expect(rows(file, { zeroFill: true, columns: undefined })).rejects.toThrow(
      /zeroFill: \[\.\.\.\]/,
    );
    expect(
      await rows(file, { zeroFill: ["CTR"], columns: undefined, texts: undefined }),
    ).toHaveLength(2);
  });

  it("rejects a named column that was not requested or is not a number, and suggests the nearest name", async () => {
    for (const [name, problem] of [
      ["SPEMD", /SPEMD was not requested; did you mean SPEND\?$/],
      ["CLICKTHROUGH_1", /CLICKTHROUGH_1 was not requested$/],
      ...["NAME", "PIN_ID", "X_ID", "DATE"].map(
        (name) => [name, /is not a numeric column/] as const,
      ),
    ] as const) {
      const refused = { code: "invalid_argument", message: expect.stringMatching(problem) };
      await expect(rows(file, { zeroFill: ["CTR", name] })).rejects.toMatchObject(refused);
    }
  });

  it("must be a boolean or a list of names", async () => {
    for (const zeroFill of ["yes", 1, null, {}, [1], [undefined]])
      await expect(rows(file, { zeroFill: zeroFill as never })).rejects.toThrow(
        new TypeError("zeroFill must be true, false or a list of columns"),
      );
  });

  it("is checked before the file is downloaded", async () => {
    await using scene = await setting({ polls: 0 });
    const { client, server } = scene;
    const report = await client.report.run(account, bodyFor(server));
    const before = server.requests.length;
    await expect(all(report.rows({ zeroFill: ["CLIKS"] }))).rejects.toMatchObject({
      code: "invalid_argument",
      message: expect.stringContaining("CLIKS was not requested"),
    });
    expect(server.requests.length).toBe(before);
  });

  it("is rejected with a hint for CSV with its own headers, because its zeros are text", async () => {
    for (const zeroFill of [true, ["CTR"]]) {
      const error = await rows("Name,CTR\na,0\n", { zeroFill, format: "CSV" }).catch(
        (thrown: unknown) => thrown,
      );
      expect(error).toMatchObject({
        code: "invalid_argument",
        message: expect.stringContaining("zeroFill needs columnNames"),
      });
      await expect(rows("Name,CTR\na,0\n", { zeroFill, format: null })).rejects.toMatchObject({
        code: "invalid_argument",
      });
    }
    for (const options of [{}, { zeroFill: false }])
      for (const format of ["CSV", null] as const)
        expect(await rows("Name,CTR,a,b,c\na,0,,,\n", { ...options, format })).toEqual([
          { Name: "a", CTR: "0" },
        ]);
  });

  it("uses the columns from the handle", async () => {
    await using scene = await setting({ polls: 0 });
    const { client, server } = scene;
    const body = {
      ...bodyFor(server),
      columns: ["CAMPAIGN_ID", "CLICKS", "SPEND_IN_DOLLAR"],
    } as const;
    const handle = JSON.parse(JSON.stringify(await client.report.create(account, body)));
    expect(handle.columns).toEqual(body.columns);
    const report = await client.report.resume<Record<string, unknown>>(handle);
    const plain = await all(report.rows({ zeroFill: false }));
    const filled = await all(report.rows());
    expect(filled).toEqual(await all(report.rows({ zeroFill: ["CLICKS", "SPEND_IN_DOLLAR"] })));
    expect(plain.some((row) => !("CLICKS" in row))).toBe(true);
    expect(filled).toEqual(plain.map((row) => ({ CLICKS: 0, SPEND_IN_DOLLAR: 0, ...row })));
  });
});

describe("columnNames", () => {
  const names: DisplayNames = [
    { name: "PIN_ID", display_name: "Organic pin ID" },
    { name: "CTR", display_name: "CTR" },
    { name: "CTR_2", display_name: "CTR" },
    { name: "SPEND", display_name: "Spend in account currency" },
    { name: "NAME", display_name: "Name" },
    { name: "A", display_name: "Twice" },
    { name: "B", display_name: "Twice" },
    { name: "OTHER" },
    { display_name: "Unknown" },
  ];
  const csv = (file: string | readonly string[], options: RowsOptions & Partial<RowOptions> = {}) =>
    rows(file, { format: "CSV", columnNames: () => names, columns: ["SPEND"], ...options });

  it("converts names and types to those of JSON files", async () => {
    const file =
      "\ufeffDate,Organic pin ID,ctr,Spend in account currency,Name\r\n2026-03-01,217861700718936379,0.5,12.50,7\r\n";
    expect(await csv(file, { columns: known.columns?.filter((name) => name !== "KEY") })).toEqual([
      { DATE: "2026-03-01", PIN_ID: "217861700718936379", CTR: 0.5, SPEND: 12.5, NAME: "7" },
    ]);
  });

  it("accepts the API's response unchanged, or a promise of it", async () => {
    expect(
      await csv("Spend in account currency\n1\n", { columnNames: async () => ({ items: names }) }),
    ).toEqual([{ SPEND: 1 }]);
    expect(await csv("Spend\n1\n", { columnNames: async () => ({ items: null }) })).toEqual([
      { SPEND: 1 },
    ]);
  });

  it("must return a list; otherwise an error says so", async () => {
    for (const given of [undefined, null, "SPEND", {}, { items: 5 }, 5]) {
      await expect(csv("Spend\n1\n", { columnNames: () => given as never })).rejects.toMatchObject({
        code: "invalid_argument",
        message: expect.stringContaining("columnNames must return a list"),
      });
    }
    expect(
      await csv("Spend\n1\n", { columnNames: () => [null, undefined, 5, {}] as never }),
    ).toEqual([{ SPEND: 1 }]);
  });

  it.each<[unknown, string]>([
    [null, "null"],
    [undefined, "undefined"],
    [5, "number"],
    ["x", "string"],
    [{}, "an object without items"],
    [{ items: 5 }, "an object without items"],
  ])("has its return value shown in the error if that is not a list: %j", async (given, what) => {
    const error = await csv("Spend\n1\n", { columnNames: () => given as never }).catch(
      (thrown: unknown) => thrown,
    );
    expect((error as Error).message).toMatch(new RegExp(`it returned ${what}$`));
  });

  it("keeps an unknown header, and an ambiguous header if none of its columns was requested", async () => {
    expect(await csv("Colour,Twice,Twice,Keyword ID,Spend\n1,2,3,4,5\n")).toEqual([
      { Colour: "1", Twice: "2", "Twice (2)": "3", "Keyword ID": "4", SPEND: 5 },
    ]);
  });

  it("resolves an ambiguous header by the requested columns", async () => {
    expect(await csv("Twice,Date\n2,2026-03-01\n", { columns: ["B"] })).toEqual([
      { B: 2, DATE: "2026-03-01" },
    ]);
  });

  it("treats a header as a column's own name if that column was requested or is added by files", async () => {
    const columns = ["ODD_NAME", "SPEND"];
    for (const header of ["ODD_NAME", "Odd Name", " odd name ", "ODD NAME"]) {
      expect(await csv(`${header},Spend,Some Name\n1,2,3\n`, { columns })).toMatchObject([
        { SPEND: 2, "Some Name": "3", ODD_NAME: expect.anything() },
      ]);
    }
  });

  it("rejects a header that stands for two requested columns, with a hint", async () => {
    await expect(
      csv("Twice,Twice\n2,3\n", { columns: ["A", "B"], zeroFill: true }),
    ).rejects.toMatchObject({
      code: "download",
      message: expect.stringMatching(
        /"Twice" can mean A or B, and both were requested: request only one of them/,
      ),
    });
  });

  it("rejects a file without a header for a requested column, and lists the column and the headers", async () => {
    const error = await csv("Campaign ID,Spend (renamed)\n1,12.5\n", {
      columns: ["SPEND", "CTR"],
      zeroFill: true,
    }).catch((thrown) => thrown);
    expect(error).toMatchObject({
      code: "download",
      rows: 0,
      message: expect.stringContaining("none of the report file's headers to SPEND, CTR"),
    });
    expect(error.message).toContain('the headers are "Campaign ID", "Spend (renamed)"');
    expect(await csv("Colour,Size\n1,2\n", { columns: undefined })).toEqual([
      { Colour: "1", Size: "2" },
    ]);
  });

  it("rejects text that is not a file, because it lacks the headers of the requested columns", async () => {
    for (const words of [
      "Internal Server Error",
      "null",
      "Access denied\nfor you\n",
      "A;B\n1;2\n",
    ]) {
      for (const columnNames of [undefined, () => names]) {
        await expect(
          csv(words, { columnNames, columns: ["SPEND", "CTR"] } as RowsOptions),
        ).rejects.toMatchObject({
          code: "download",
          message: expect.stringContaining("cannot be the header of 2 columns"),
        });
      }
    }
    expect(await csv("\n\n", { columns: ["SPEND", "CTR"] })).toEqual([]);
  });

  it("keeps integers exact, and rejects text in a requested column of numbers", async () => {
    expect(await csv('Spend in account currency\n9007199254740993\n1e3\n-0.10\n\n"5"\n')).toEqual([
      { SPEND: "9007199254740993" },
      { SPEND: 1_000 },
      { SPEND: -0.1 },
      { SPEND: 5 },
    ]);
    expect(await csv("Spend\n0.1234567890123456789\n123456789012345678.12\n")).toEqual([
      { SPEND: 0.12345678901234568 },
      { SPEND: 123456789012345680 },
    ]);
    await expect(csv("Spend in account currency\n1\nN/A\n")).rejects.toThrow(
      /after 1 row: SPEND in the next row is "N\/A", which is not a number/,
    );
    expect(await csv("Spend in account currency\nN/A\n", { columns: undefined })).toEqual([
      { SPEND: "N/A" },
    ]);
  });

  it("rejects an id that a spreadsheet has rounded", async () => {
    const file = (id: string) => `Organic pin ID,Spend\n${id},1\n`;
    for (const id of ["2.1786E+17", "2.1786e17", "2E+17", '"2.1786E+17"']) {
      await expect(csv(file(id))).rejects.toMatchObject({
        code: "download",
        message: expect.stringMatching(/PIN_ID .* was rounded/),
      });
    }
    for (const id of ["217861700718936379", "5E12", "1.5"])
      expect(await csv(file(id))).toEqual([{ PIN_ID: id, SPEND: 1 }]);
  });

  it("lets zeroFill fill empty cells, but not columns that the file lacks", async () => {
    const columns = ["SPEND", "NAME", "PIN_ID"];
    expect(
      await csv("Name,Spend in account currency,Organic pin ID\na,,\n,2,\n", {
        columns,
        zeroFill: true,
      }),
    ).toEqual([{ NAME: "a", SPEND: 0 }, { SPEND: 2 }]);
    expect(await csv("Name,ctr\na,\n", { columns: ["CTR"], zeroFill: ["CTR"] })).toEqual([
      { NAME: "a", CTR: 0 },
    ]);
  });

  it("is not called for JSON files, and its errors reach the caller", async () => {
    const columnNames = () => Promise.reject(new Error("no list"));
    expect(await rows('{"1":[{"CTR":1}]}', { columnNames })).toEqual([{ CTR: 1, SPEND: 0 }]);
    await expect(csv("CTR\n1\n", { columnNames })).rejects.toThrow("no list");
  });

  it("parses numbers as Number does, in chunks of any size", async () => {
    const number = fc.oneof(
      fc.integer(),
      fc.double({ noNaN: true, noDefaultInfinity: true }),
      fc.constantFrom(0.1, 1e15, 123_456_789_012_345),
    );
    await fc.assert(
      fc.asyncProperty(
        fc.array(number, { minLength: 1, maxLength: 8 }),
        fc.nat(),
        async (values, cut) => {
          // -0 is written as 0.
          const safe = values
            .filter((value) => !Number.isInteger(value) || Number.isSafeInteger(value))
            .map((value) => value + 0);
          const file = `Name,Spend in account currency,CTR\n${safe.map((value) => `x,${value},${value}\n`).join("")}`;
          const at = cut % (file.length + 1);
          const read = await csv([file.slice(0, at), file.slice(at)], {
            columns: ["SPEND", "CTR"],
          });
          expect(read).toEqual(safe.map((value) => ({ NAME: "x", SPEND: value, CTR: value })));
        },
      ),
    );
  });
});

describe("rows", () => {
  it("are plain objects in every respect", async () => {
    for (const [row] of [
      await rows('{"1":[{"NAME":"a","CTR":1}]}', { zeroFill: false }),
      await rows("NAME,CTR\na,1\n", { format: "CSV" }),
    ]) {
      expect(Object.getPrototypeOf(row)).toBe(Object.prototype);
      expect({ ...row }).toStrictEqual(row);
      expect(Object.keys(row ?? {})).toEqual(["NAME", "CTR"]);
      expect(structuredClone(row)).toEqual(row);
      expect(row?.constructor).toBe(Object);
      expect(JSON.parse(JSON.stringify(row))).toEqual(row);
    }
  });
});

describe("the columns that every row is guaranteed to have", () => {
  const all: readonly GuaranteedColumn[] = [
    { column: "DATE", field: "granularity", is: ["DAY", "WEEK"], key: ["DAY"] },
    { column: "AD_ID", field: "level", is: ["AD", "PIN"], key: ["AD"] },
    { column: "CTR", field: "level", is: ["AD"], key: [] },
    { column: "ITEM_ID", field: "level", is: ["ITEM"], key: ["ITEM"], added: true },
  ];

  it.each<[Record<string, unknown>, readonly string[], object]>([
    [
      { granularity: "DAY", level: "AD" },
      ["AD_ID", "CTR"],
      { guaranteedColumns: ["DATE", "AD_ID", "CTR"], keyColumns: ["DATE", "AD_ID"] },
    ],
    [
      { granularity: "WEEK", level: "PIN" },
      ["AD_ID", "CTR"],
      { guaranteedColumns: ["DATE", "AD_ID"] },
    ],
    [
      { granularity: "DAY", level: "AD" },
      [],
      { guaranteedColumns: ["DATE"], keyColumns: ["DATE"] },
    ],
    [{ level: "ITEM" }, [], { guaranteedColumns: ["ITEM_ID"], keyColumns: ["ITEM_ID"] }],
    [{ granularity: "TOTAL", level: "ITEMS" }, ["AD_ID"], {}],
    [{}, ["AD_ID"], {}],
  ])("follow from the body: %j with %j", (body, columns, expected) => {
    expect(guaranteedRows(body, columns, all)).toEqual(expected);
    expect(guaranteedRows(Object.create(body), columns, all)).toEqual({});
    expect(guaranteedRows(body, columns)).toEqual({});
  });

  it("are taken from an id or a date in the keys above the row, if the row lacks them", () => {
    const ids = ["1", "626700000001"];
    const dates = ["2026-03-01", "2026-12-31T00:00:00", "2026-10-09 01:00"];
    const other = [
      "",
      "x1",
      "1x",
      "total",
      "2026-3-1",
      "2026-13-01",
      "2026-00-01",
      "2026-01-32",
      "2026-01-00",
      "2026-03-01x",
      " 2026-03-01",
    ];
    const key = fc.oneof(
      fc.constantFrom(...ids),
      fc.constantFrom(...dates),
      fc.constantFrom(...other),
    );
    const row = fc.record(
      { DATE: fc.constantFrom("then", null), AD_ID: fc.constantFrom("7", null) },
      { requiredKeys: [] },
    );
    const step = fc.tuple(
      fc.array(key, { maxLength: 3 }),
      fc.array(row, { minLength: 1, maxLength: 3 }),
    );
    fc.assert(
      fc.property(
        fc.array(step, { maxLength: 4 }),
        fc.subarray(["DATE", "AD_ID"]),
        (steps, columns) => {
          const keyed = new KeyedRows(columns);
          for (const [keys, rows] of steps) {
            for (const one of rows) {
              const before = Object.fromEntries(
                Object.entries(one).filter(([, value]) => value !== null),
              );
              const fitting = (column: string) =>
                keys.filter((key) => (column === "DATE" ? dates : ids).includes(key));
              const lacking = columns.filter((column) => !(column in before));
              const many = lacking.find((column) => fitting(column).length > 1);
              const after = { ...before };
              if (many === undefined) {
                keyed.fill(after, keys);
                const added = lacking.flatMap((column) =>
                  fitting(column).map((value) => [column, value]),
                );
                expect(after).toEqual({ ...before, ...Object.fromEntries(added) });
              } else {
                const words = fitting(many).map((key) => JSON.stringify(key));
                expect(() => keyed.fill(after, keys)).toThrow(
                  `the next row has no ${many}, and ${words.length} keys above it may be its value: ${words.join(", ")}`,
                );
              }
            }
          }
        },
      ),
    );
  });

  it("cause an error if a row lacks them, with a hint if a key may contain them", () => {
    const rows = { guaranteedColumns: ["DATE", "AD_ID", "CTR"], keyColumns: ["DATE", "AD_ID"] };
    const row = { DATE: "2026-03-01", AD_ID: "1", CTR: "2" };
    expect(() => checkGuaranteed(row, rows)).not.toThrow();
    expect(() => checkGuaranteed({}, {})).not.toThrow();
    for (const [column, hint] of [
      ["DATE", ", and no key above it is a date"],
      ["AD_ID", ", and no key above it is an id"],
      ["CTR", ""],
    ] as const) {
      const message = `the next row has no ${column}, which every row of this report should have${hint}; entries() returns rows without this check`;
      for (const value of [undefined, 5])
        expect(() => checkGuaranteed({ ...row, [column]: value }, rows)).toThrow(message);
    }
  });
});

describe("a header that matches no requested column", () => {
  it("is reported along with the missing columns, at most forty of each", async () => {
    const names = Array.from({ length: 45 }, (_, index) => `C${index}`);
    const error = async (headers: readonly string[]): Promise<string> => {
      const reading = {
        format: "CSV",
        columns: [...names, "LAST"],
        columnNames: () => [],
      } as const;
      return String(await rows(`${headers.join()}\n`, reading).catch((thrown: unknown) => thrown));
    };
    expect(await error(names)).toContain(
      `none of the report file's headers to LAST; the headers are "C0", "C1"`,
    );
    expect(await error(names)).toMatch(/"C39", …: add the missing names/);
    expect(await error(names.slice(0, 40))).toMatch(
      /headers to C40, C41, C42, C43, C44, LAST; the headers are .*"C38", "C39": add the missing names/,
    );
    expect(await error(["A", "B"])).toMatch(
      /headers to C0, .*, C39; the headers are "A", "B": add/,
    );
    expect(await error([`x${"y".repeat(60)}`, "B"])).toContain(`"x${"y".repeat(39)}", "B"`);
  });
});
