import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { DownloadError } from "../../../runtime/errors.js";
import type { Format } from "../../../runtime/rows/reader.js";
import { checkBeginning, readRows } from "../../../runtime/rows/rows.js";

const encoder = new TextEncoder();
const WIDE = Array.from({ length: 80 }, (_, index) => `C${index}`);

interface Entry {
  readonly key: string | null;
  readonly keys: readonly string[];
  readonly row: Record<string, unknown>;
}

async function read(
  file: string | Uint8Array,
  { cuts = [], format = null }: { cuts?: readonly number[]; format?: Format | null } = {},
) {
  const bytes = typeof file === "string" ? encoder.encode(file) : file;
  const places = [0, ...[...cuts].sort((one, other) => one - other), bytes.length];
  async function* pieces() {
    for (let index = 1; index < places.length; index++)
      yield bytes.slice(places[index - 1], places[index]);
  }
  const entries: Entry[] = [];
  const options = {
    ids: ["KEY"],
    zeros: [],
    format,
    pick: (row: unknown, keys: readonly string[]) => ({ key: keys[0] ?? null, keys, row }),
    failed: (error: unknown) => error,
  };
  for await (const entry of readRows(pieces(), options)) entries.push(entry as Entry);
  return entries;
}

const rowsOf = async (file: string) => (await read(file)).map(({ row }) => row);
const errorOf = (file: string | Uint8Array, format: Format | null = null) =>
  read(file, { format }).catch((error) => error);

describe("JSON rows", () => {
  it.each<[string, string, (string | null)[], number]>([
    ["by id", '{"1":[{"A":1},{"A":2}],"2":[{"A":3}]}', ["1", "1", "2"], 3],
    [
      "by date, then id",
      '{"2026-03-01":{"1":[{"A":1}],"2":[{"A":2}]},"2026-03-02":{"1":[{"A":3}]}}',
      ["2026-03-01", "2026-03-01", "2026-03-02"],
      3,
    ],
    ["one row per id", '{"1":{"A":1},"2":{"A":2}}', ["1", "2"], 2],
    ["in a list", '[{"A":1},{"A":2}]', [null, null], 2],
    ["in lists of lists", '[[{"A":1}],[[{"A":2}]]]', [null, null], 2],
    ["without rows for some ids", '{"1":[],"2":{},"3":null,"4":[{"A":1}]}', ["4"], 1],
    ["with the same key twice", '{"1":[{"A":1}],"1":[{"A":2}]}', ["1", "1"], 2],
    ["with indentation", '\r\n{\n\t"1" : [ {\n "A" : 1 } , { "A" : 2 } ]\n}\n', ["1", "1"], 2],
    ["with a byte order mark", '\ufeff{"1":[{"A":1}]}', ["1"], 1],
    ["with escapes in a key", '{"\\u0031\\n":[{"A":1}]}', ["1\n"], 1],
  ])("are read correctly: %s", async (_, file, keys, count) => {
    const entries = await read(file);
    expect(entries.map(({ key }) => key)).toEqual(keys);
    expect(entries).toHaveLength(count);
    expect(entries.every((entry) => (entry.keys[0] ?? null) === entry.key)).toBe(true);
  });

  it.each<[string, string, string[][]]>([
    [
      "by date and id",
      '{"2026-03-01":{"1":[{"A":1}],"2":[{"A":2},{"A":3}]},"2026-03-02":{"1":[{"A":4}]}}',
      [
        ["2026-03-01", "1"],
        ["2026-03-01", "2"],
        ["2026-03-01", "2"],
        ["2026-03-02", "1"],
      ],
    ],
    [
      "by id and date",
      '{"1":{"2026-03-01":{"A":1},"2026-03-02":{"A":2}}}',
      [
        ["1", "2026-03-01"],
        ["1", "2026-03-02"],
      ],
    ],
    ["in a list of ids", '[{"1":[{"A":1}]},{"2":[{"A":2}]}]', [["1"], ["2"]]],
    [
      "in an enclosing object",
      '{"data":{"1":[{"A":1}],"2":[{"A":2}]}}',
      [
        ["data", "1"],
        ["data", "2"],
      ],
    ],
    ["in a list", '[{"A":1},{"A":2}]', [[], []]],
  ])("keep all their keys: %s", async (_, file, keys) => {
    expect((await read(file)).map((entry) => entry.keys)).toEqual(keys);
  });

  it("keep their keys if another row is modified", async () => {
    for (const file of [
      '{"2026-01-01":{"1":[{"A":1},{"A":2}]}}',
      '[{"A":1},{"A":2}]',
      "A\n1\n2\n",
    ]) {
      const before = await read(file);
      for (const { keys } of before) expect(() => (keys as string[]).push("x")).toThrow(TypeError);
      expect((await read(file)).map(({ keys }) => keys)).toEqual(before.map(({ keys }) => keys));
    }
  });

  it.each<[string, string, Record<string, unknown>[]]>([
    [
      "an id without rows comes first",
      '{"2026-03-03":{"1":null,"2":[{"A":2}],"3":[{"A":3}]}}',
      [{ A: 2 }, { A: 3 }],
    ],
    [
      "ids without rows come first, and the others have one each",
      '{"2026-03-03":{"0":null,"1":null,"2":{"A":2}}}',
      [{ A: 2 }],
    ],
    [
      "no id has rows",
      '{"2026-03-03":{"1":null,"2":null},"2026-03-04":{"1":[{"A":1}]}}',
      [{ A: 1 }],
    ],
    [
      "a row's first value is null",
      '{"1":{"A":null,"B":2},"2":[{"A":null,"B":3}]}',
      [{ B: 2 }, { B: 3 }],
    ],
    [
      "a row's first value is an object",
      '{"1":[{"A":{"a":1},"B":null},{"A":{"a":1},"B":2}]}',
      [{ A: { a: 1 } }, { A: { a: 1 }, B: 2 }],
    ],
    [
      "a row's first value is a list",
      '{"1":[{"A":["a",{"b":[]}],"B":2}],"2":[{"A":[]}]}',
      [{ A: ["a", { b: [] }], B: 2 }, { A: [] }],
    ],
    ["a row is empty", '{"1":[{},{"A":1},{"A":null}]}', [{ A: 1 }, {}]],
  ])("are found in %s", async (_, file, rows) => {
    expect(await rowsOf(file)).toEqual(rows);
  });

  it("keep ids as text, exact to the last digit", async () => {
    const row =
      '"PIN_ID":217861700718936379,"AD_ID":626700000001,"KEY":42,"X_ID":"007","ZERO_ID":0,"FLOAT_ID":626700000001.0,"LONG_ID":217861700718936379.0,"E_ID":6.267e11';
    expect(await rowsOf(`[{${row}}]`)).toEqual([
      {
        PIN_ID: "217861700718936379",
        AD_ID: "626700000001",
        KEY: "42",
        X_ID: "007",
        ZERO_ID: "0",
        FLOAT_ID: "626700000001",
        LONG_ID: "217861700718936379",
        E_ID: "626700000000",
      },
    ]);
  });

  it("keep ids as text in nested values, too", async () => {
    const rows = await rowsOf(
      '[{"A":1,"B":{"PIN_ID":42,"KEY":7,"C":[{"AD_ID":626700000001}],"D":42}}]',
    );
    expect(rows).toEqual([
      { A: 1, B: { PIN_ID: "42", KEY: "7", C: [{ AD_ID: "626700000001" }], D: 42 } },
    ]);
  });

  it("keep numbers as numbers, or as text if digits would be lost", async () => {
    const row =
      '"A":0,"B":-0,"C":1000.0,"D":412345.67,"E":1e3,"F":9007199254740991,"G":9007199254740993,"H":-12345678901234567890,"I":0.1,"J":1e400,"K":1.5E-7,"L":0.1234567890123456789,"M":123456789012345678.12';
    const [parsed] = await rowsOf(`[{${row}}]`);
    expect(parsed).toEqual({
      A: 0,
      B: -0,
      C: 1000,
      D: 412345.67,
      E: 1000,
      F: 9007199254740991,
      G: "9007199254740993",
      H: "-12345678901234567890",
      I: 0.1,
      J: "1e400",
      K: 1.5e-7,
      // A decimal becomes the nearest double, as the types of rows say. Only possible ids keep all
      // digits.
      L: 0.12345678901234568,
      M: 123456789012345680,
    });
  });

  it("omit null, but keep nested values", async () => {
    expect(
      await rowsOf(
        '[{"A":1,"B":null,"C":{"D":[1,"x",null,true,{"E":12345678901234567890}]},"F":[],"G":{},"H":false,"I":""}]',
      ),
    ).toEqual([
      {
        A: 1,
        C: { D: [1, "x", null, true, { E: "12345678901234567890" }] },
        F: [],
        G: {},
        H: false,
        I: "",
      },
    ]);
    expect(await rowsOf('{"1":[{"A":null}]}')).toEqual([{}]);
  });

  it("treat __proto__ and similar names as plain data", async () => {
    const [row] = await rowsOf(
      '{"__proto__":[{"A":1,"__proto__":5,"constructor":6,"toString":7,"C":{"__proto__":{"x":1}}}]}',
    );
    expect(Object.entries(row ?? {})).toEqual([
      ["A", 1],
      ["__proto__", 5],
      ["constructor", 6],
      ["toString", 7],
      ["C", expect.anything()],
    ]);
    expect(Object.getPrototypeOf(row)).toBe(Object.prototype);
    expect(Object.hasOwn({}, "x") || "x" in {}).toBe(false);
  });

  it("keep text with escapes and in any writing system", async () => {
    expect(
      await rowsOf('[{"A":"\\"}{][,:\\\\","B":"\\u00e9\\ud83d\\ude00","C":"日本 😀","日":1}]'),
    ).toEqual([{ A: '"}{][,:\\', B: "é😀", C: "日本 😀", 日: 1 }]);
  });

  it("can differ in their columns and the order of the columns", async () => {
    const rows = [
      { A: 1, B: 2, C: 3 },
      { B: 2 },
      { C: 1, A: 2 },
      { D: "x", A: 1 },
      { A: 1, B: 2, C: 3, D: "y" },
    ];
    expect(await rowsOf(JSON.stringify(rows))).toEqual(rows);
  });

  it("can have any number of columns", async () => {
    const rows = Array.from({ length: 3_000 }, (_, index) => ({
      A: index,
      [`k${index}`]: `text ${index}`,
      Z_ID: `${index}`,
      [`l${index}`]: 1,
    }));
    expect(await rowsOf(JSON.stringify([...rows, ...rows]))).toEqual([...rows, ...rows]);
  });

  it.each([
    ["{", "ends too early"],
    ['{"1":[{"A":1},', "after 1 row: it ends too early"],
    ['{"1":[{"A":1}]', "ends too early"],
    ['{"1":[{"A":1}]}x', "after its end"],
    ['{"1":[{"A":1}]}{}', "after its end"],
    ['{"1":[{"A":1}}', "after a value"],
    ["{1:[]}", '"1" instead of a key'],
    ['{"1":[{"A":1}],}', '"}" instead of a key'],
    ['{"1":5}', "not a row"],
    ['[{"A":1},5]', "not a row"],
    ['["x"]', "not a row"],
    ['{"error":{"code":7,"message":"x"}}', "an error instead of rows"],
    ['{"errors":[{"code":7,"message":"x"}]}', "an error instead of rows"],
    ['[{"PIN_ID":2.1786e17}]', "an id is 2.1786e17, which was rounded"],
    ['{"1":[{"KEY":-2.17861700718936379E+17}]}', "which was rounded"],
    ['[{"A":01}]', "is not allowed here"],
    ['[{"A":1.}]', "is not allowed here"],
    ['[{"A":.5}]', "instead of a value"],
    ['[{"A":-}]', "is not allowed here"],
    ['[{"A":1e}]', "a number is malformed"],
    ['[{"A":1 "B":2}]', "is not allowed here"],
    ['[{"A":1,}]', "is not allowed here"],
    ['[{"A":NaN}]', "instead of a value"],
    ['[{"A":tru}]', "is not allowed here"],
    ['[{"A":"\u0001"}]', "is not allowed here"],
    ['[{"A":"\\x"}]', "invalid escape"],
    ["[{'A':1}]", "is not allowed here"],
    [`${"[".repeat(40)}`, "nested more than 32 levels deep"],
    [`[{"A":${"[".repeat(40)}`, "nested more than 32 levels deep"],
    ["<html>", "HTML or XML"],
  ])("cause an error for %s", async (file, words) => {
    const error = await errorOf(file);
    expect(error).toBeInstanceOf(DownloadError);
    expect(error.message).toContain(words);
  });

  it.each([[0xef], [0xef, 0xbb]])(
    "cause an error for %j, the start of a byte order mark",
    async (...bytes) => {
      for (const format of ["JSON", "CSV", null] as const) {
        expect((await errorOf(new Uint8Array(bytes), format)).message).toContain(
          "ends within its first character",
        );
      }
      expect(await read(new Uint8Array([0xef, 0xbb, 0xbf]))).toEqual([]);
    },
  );

  it.each([
    ["~", '"~"'],
    ["\u007f", "the byte 0x7f"],
    ["\u0080", "the byte 0xc2"],
  ])(
    "cause an error that shows the beginning of a file that is not JSON: %j",
    async (file, shown) => {
      expect((await errorOf(file, "JSON")).message).toContain(
        `JSON was requested, but it begins with ${shown}`,
      );
    },
  );

  it("cause an error that gives the number of rows before it", async () => {
    expect(await errorOf('[{"A":1},{"A":2},{"A"')).toMatchObject({ rows: 2, code: "download" });
  });

  it("cause an error in UTF-16 and Latin-1", async () => {
    expect(
      (await errorOf(new Uint8Array([0x5b, 0x7b, 0x22, 0xe9, 0x22, 0x3a, 0x31, 0x7d, 0x5d])))
        .message,
    ).toContain("not UTF-8");
  });
});

describe("the check of a file that is not read as rows", () => {
  const check = (text: string, { format = "CSV", columns = ["A", "B"], isAll = true } = {}) =>
    checkBeginning(
      encoder.encode(text),
      { ids: [], zeros: [], format: format as Format, columns },
      isAll,
    );

  it.each([
    ["Sorry, there is no report", {}],
    ["Sorry", {}],
    ["Sorry, nothing", {}],
    ["Désolé, été, échoué", {}],
    ['{"code":7,"message":"x"}', { format: "JSON" }],
    ["<html>", {}],
  ])("rejects %s", (text, options) => {
    expect(() => check(text, options)).toThrow(Error);
  });

  it.each([
    ["A,B", {}],
    ["A,B\n1,2", {}],
    ["A, B\n1,2", {}],
    ['A," B"', {}],
    ["A, $0", {}],
    ["A, B,C", {}],
    ["A,  B", {}],
    // The rest may still arrive.
    ["Sorry, there is", { isAll: false }],
    ["Sor", { isAll: false }],
    ["A", { columns: ["A"] }],
    [" \n", {}],
    ['{"1":[{"A":1}]}', { format: "JSON" }],
  ])("accepts %j", (text, options) => {
    expect(() => check(text, options)).not.toThrow();
  });

  it("shows the text of the file if it is a sentence", () => {
    expect(() => check("Sorry, there is no report")).toThrow(
      'it contains text instead of rows: "Sorry, there is no report"',
    );
  });
});

describe("CSV rows", () => {
  it.each<[string, string, Record<string, string>[]]>([
    [
      "plain",
      "A,B\n1,2\n3,4\n",
      [
        { A: "1", B: "2" },
        { A: "3", B: "4" },
      ],
    ],
    ["with CRLF and a byte order mark", "\ufeffA,B\r\n1,2\r\n", [{ A: "1", B: "2" }]],
    ["with a quoted header after a byte order mark", '\ufeff"A",B\n1,2', [{ A: "1", B: "2" }]],
    ["without a last line ending", "A,B\n1,2", [{ A: "1", B: "2" }]],
    ["in quotes", 'A,B\n"x, ""y""\r\nz","1"\n', [{ A: 'x, "y"\r\nz', B: "1" }]],
    ["with quotes within a cell", 'A\n5" screen\n', [{ A: '5" screen' }]],
    ["with empty cells", 'A,B,C\n,"",3\n', [{ C: "3" }]],
    ["with empty lines", "A,B\n\n1,2\n\r\n", [{ A: "1", B: "2" }]],
    ["with one name twice", "ID,ID,Name\n1,2,x\n", [{ ID: "1", "ID (2)": "2", Name: "x" }]],
    [
      "with names like those",
      "A (2),A,A,A\n1,2,3,4\n",
      [{ "A (2)": "1", A: "2", "A (3)": "3", "A (4)": "4" }],
    ],
    [
      "with odd names",
      "__proto__,constructor\n1,2\n",
      [JSON.parse('{"__proto__":"1","constructor":"2"}')],
    ],
    [
      "exactly as they are",
      "A,B,C,D\n 1 ,=1+1,-5,217861700718936379\n",
      [{ A: " 1 ", B: "=1+1", C: "-5", D: "217861700718936379" }],
    ],
    [
      "with names that others have had in another order",
      "B,A\n1,2\n,3\n",
      [{ B: "1", A: "2" }, { A: "3" }],
    ],
    [
      "with more columns than have places",
      `${WIDE}\n${WIDE.map((name) => `x${name}`)}\n`,
      [Object.fromEntries(WIDE.map((name) => [name, `x${name}`]))],
    ],
    ["header alone", "A,B\n", []],
    ["header without a line ending", "A,B", []],
  ])("are read correctly: %s", async (_, file, rows) => {
    const entries = await read(file);
    expect(entries.map(({ row }) => row)).toEqual(rows);
    expect(entries.every(({ key }) => key === null)).toBe(true);
  });

  it.each([
    ["A,B\n1,2\n3\n", "after 1 row: the next row has 1 cells, but the header has 2"],
    ["A,B\n1,2,3\n", "after 0 rows: the next row has more cells than the header, which has 2"],
    ['A,B\n1,"2\n', "ends inside a quoted cell"],
    ['A,B\n1,"2"x\n', "follows a closing quote"],
    ['{"1":[{"A":1}]}', 'CSV was requested, but it begins with "{"'],
    ["[]", 'begins with "["'],
    ["\n {}", 'begins with "{"'],
    ["<html>", "HTML or XML"],
  ])("cause an error for %j", async (file, words) => {
    const error = await errorOf(file, "CSV");
    expect(error).toBeInstanceOf(DownloadError);
    expect(error.message).toContain(words);
  });

  it.each([
    "A,B\r1,2\r3,4\r",
    "A,B\r",
    "A\rB\n1\n",
    "A,B\n1\rx,2\n",
    "A,B\n1,2\r",
    'A,B\n1,"2"\r',
    'A,B\n1,"2"\rx\n',
    "A,B\n1,2\r\r\n",
  ])("cause an error for %j, a lone carriage return, in chunks of any size", async (file) => {
    for (let cut = 0; cut <= file.length; cut++) {
      const error = await read(file, { format: "CSV", cuts: [cut] }).catch(
        (thrown: unknown) => thrown,
      );
      expect(error).toMatchObject({
        code: "download",
        message: expect.stringContaining("a carriage return without a line feed"),
      });
    }
  });
});

const name = fc.oneof(
  fc.constantFrom("DAY", "CAMPAIGN_ID", "CTR", "__proto__", "x"),
  fc.string({ unit: "grapheme", maxLength: 6 }),
);
// An integer with too many digits for a double is text here, but JSON.parse would round it.
const number = fc
  .double({ noNaN: true, noDefaultInfinity: true })
  .filter((value) => !Number.isInteger(value) || Number.isSafeInteger(value));
const scalar = fc.oneof(
  fc.string({ unit: "grapheme", maxLength: 20 }),
  fc.integer(),
  number,
  fc.boolean(),
);
const row = fc.dictionary(
  name.filter((text) => !text.endsWith("_ID")),
  fc.oneof({ weight: 5, arbitrary: scalar }, fc.constant(null)),
  { minKeys: 1, maxKeys: 6 },
);
const rowsBy = fc.dictionary(
  fc.string({ maxLength: 8 }),
  fc.oneof({ weight: 5, arbitrary: fc.array(row, { maxLength: 4 }) }, fc.constant(null), row),
  {
    maxKeys: 4,
  },
);
const report = fc.oneof(
  rowsBy,
  fc.dictionary(fc.string({ maxLength: 8 }), rowsBy, { maxKeys: 3 }),
  fc.array(row, { maxLength: 5 }),
);
const printed = fc
  .tuple(report, fc.constantFrom(undefined, 1, "\t"))
  .map(([value, space]) => JSON.stringify(value, null, space));

it("a row with many columns omits the empty ones", async () => {
  const header = `${WIDE}\n`;
  for (const left of WIDE) {
    const kept = WIDE.filter((name) => name !== left);
    const [row] = await read(`${header}${WIDE.map((name) => (name === left ? "" : "1"))}\n`, {
      format: "CSV",
    });
    expect(Object.keys(row?.row ?? {})).toEqual(kept);
    const one = WIDE.map((name) => `"${name}":${name === left ? null : 1}`);
    expect(
      Object.keys((await rowsOf(`[{${WIDE.map((name) => `"${name}":1`)}},{${one}}]`))[1] ?? {}),
    ).toEqual(kept);
  }
});

describe("a file that is split into arbitrary chunks", () => {
  it("returns the same JSON rows as JSON.parse", async () => {
    await fc.assert(
      fc.asyncProperty(printed, fc.array(fc.nat(), { maxLength: 8 }), async (file, cuts) => {
        const size = encoder.encode(file).length;
        const entries = await read(file, { cuts: cuts.map((cut) => cut % (size + 1)) });
        expect(entries.map((entry) => entry.row)).toEqual(expected(JSON.parse(file)));
      }),
      { numRuns: 300 },
    );
  });

  it("returns the same rows if the bytes arrive one at a time", async () => {
    const file =
      '\ufeff{"é":[{"A":"日本 😀 \\"","PIN_ID":217861700718936379,"C":-1.5e3,"D":null,"E":true}],"2":{"3":[{"A":"x"}]}}\n';
    const size = encoder.encode(file).length;
    expect(await read(file, { cuts: Array.from({ length: size }, (_, cut) => cut) })).toEqual(
      await read(file),
    );
    expect(await read(file)).toHaveLength(2);
  });

  it("causes an error if it is JSON that ends too early, wherever it is cut off", async () => {
    await fc.assert(
      fc.asyncProperty(printed, fc.nat(), async (file, at) => {
        const bytes = encoder.encode(file);
        const error = await errorOf(bytes.slice(0, 1 + (at % Math.max(1, bytes.length - 1))));
        if (bytes.length > 1) expect(error).toBeInstanceOf(DownloadError);
      }),
      { numRuns: 300 },
    );
  });

  it("returns the same CSV rows if the file ends inside a repeated cell with a line break", async () => {
    const file = `A,B\n${'"x\r\ny",1\n"x\r\ny","p\nq"\n'.repeat(3)}`;
    const rows = Array.from({ length: 6 }, (_, index) => ({
      A: "x\r\ny",
      B: index % 2 === 0 ? "1" : "p\nq",
    }));
    for (let cut = 0; cut <= file.length; cut++) {
      for (let other = cut; other <= file.length; other++) {
        const entries = await read(file, { format: "CSV", cuts: [cut, other] });
        expect(entries.map((entry) => entry.row)).toEqual(rows);
      }
    }
  });

  it("returns the same CSV rows as the whole file", async () => {
    const cell = fc.oneof(
      fc.constantFrom("1", "a,b", 'q"q', "x\r\ny", "é😀", "long enough to be kept apart"),
      fc.string({ unit: "grapheme", minLength: 1, maxLength: 5 }),
    );
    const table = fc.array(fc.tuple(cell, cell, cell), { maxLength: 6 });
    await fc.assert(
      fc.asyncProperty(
        table,
        fc.constantFrom("\n", "\r\n"),
        fc.array(fc.nat(), { maxLength: 8 }),
        async (cells, end, cuts) => {
          const quoted = (text: string) =>
            /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
          const file = [["A", "B", "C"], ...cells]
            .map((line) => line.map(quoted).join(",") + end)
            .join("");
          const size = encoder.encode(file).length;
          const entries = await read(file, {
            format: "CSV",
            cuts: cuts.map((cut) => cut % (size + 1)),
          });
          expect(entries.map((entry) => entry.row)).toEqual(
            cells.map(([A, B, C]) => ({ A, B, C })),
          );
        },
      ),
      { numRuns: 300 },
    );
  });
});

/** The expected rows, found by walking the result of `JSON.parse`. */
function expected(value: unknown, { root = true, listed = false, keyed = false } = {}): unknown[] {
  if (Array.isArray(value))
    return value.flatMap((item) => expected(item, { root: false, listed: true, keyed }));
  if (value === null) return [];
  const members = Object.values(value as object);
  const present = members.filter((member) => member !== null);
  const isRow =
    listed && keyed ? members.length > 0 : present.length > 0 && typeof present[0] !== "object";
  if (!root && isRow)
    return [
      Object.fromEntries(Object.entries(value as object).filter(([, member]) => member !== null)),
    ];
  return members.flatMap((item) => expected(item, { root: false, listed: false, keyed: true }));
}
