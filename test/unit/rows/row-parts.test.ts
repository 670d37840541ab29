import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { concatBytes } from "../../../runtime/bytes.js";
import { BadFile } from "../../../runtime/errors.js";
import { CsvRows, isRounded, numberOf } from "../../../runtime/rows/csv-rows.js";
import { CsvScanner, StringCache } from "../../../runtime/rows/csv-scanner.js";
import { JsonRow, JsonRows, readJson } from "../../../runtime/rows/json-rows.js";
import {
  BytePattern,
  JsonScanner,
  NEED_INPUT,
  readNumber,
} from "../../../runtime/rows/json-scanner.js";
import {
  type AnyRow,
  emptyRows,
  LONG_ROW_BYTES,
  MAX_ROW_BYTES,
  memberName,
  roomFor,
  rowMaker,
  setOwn,
} from "../../../runtime/rows/reader.js";
import { type Batch, BatchIterator } from "../../../runtime/rows/rows.js";
import { runs } from "../../support/effort.js";

const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text);

/** What a function throws, or undefined. */
function thrown(work: () => unknown): unknown {
  try {
    work();
  } catch (error) {
    return error;
  }
  return undefined;
}

describe("buffered bytes", () => {
  it("keep their buffer if the new bytes fit after them, or if all bytes together fill at most half of it", () => {
    const sizes = fc.record({
      size: fc.nat(64),
      end: fc.nat(64),
      at: fc.nat(64),
      more: fc.nat(80),
    });
    fc.assert(
      fc.property(sizes, ({ size, end: last, at: first, more }) => {
        const end = Math.min(last, size);
        const at = Math.min(first, end);
        const held = new Uint8Array(size);
        const room = roomFor(held, { at, end, incoming: more });
        const fits = end + more <= size;
        const needed = end - at + more;
        if (fits || needed * 2 <= size) expect(room).toBe(held);
        else expect([room === held, room.length]).toEqual([false, needed * 2]);
      }),
    );
  });

  it("are joined in order", () => {
    fc.assert(
      fc.property(fc.array(fc.uint8Array({ maxLength: 9 }), { maxLength: 6 }), (pieces) => {
        expect([...concatBytes(pieces)]).toEqual(pieces.flatMap((piece) => [...piece]));
      }),
    );
    const only = bytesOf("abc");
    expect(concatBytes([only])).toBe(only);
  });

  it.each([
    ["JSON", () => new JsonScanner(), 0],
    ["CSV", () => new CsvScanner(), 0x0a],
  ] as const)(
    "are those that were pushed but not yet read, followed by an end marker: %s",
    (_, make, behind) => {
      const size = fc.oneof(fc.nat(50), fc.integer({ min: 20_000, max: 70_000 }));
      fc.assert(
        fc.property(
          fc.array(fc.tuple(size, fc.double({ min: 0, max: 1, noNaN: true })), { maxLength: 8 }),
          (steps) => {
            const scan = make();
            let expected = Buffer.alloc(0);
            let count = 0;
            for (const [length, share] of steps) {
              const piece = Uint8Array.from({ length }, () => 1 + (count++ % 250));
              scan.push(piece);
              expected = Buffer.concat([expected, piece]);
              const end = scan instanceof CsvScanner ? scan.end : scan.at + scan.left;
              expect(end - scan.at).toBe(expected.length);
              expect(Buffer.compare(scan.bytes.subarray(scan.at, end), expected)).toBe(0);
              expect(scan.bytes[end]).toBe(behind);
              if (scan instanceof JsonScanner) expect(scan.view.buffer).toBe(scan.bytes.buffer);
              const taken = Math.floor(share * expected.length);
              scan.at += taken;
              expected = expected.subarray(taken);
            }
          },
        ),
        { numRuns: 60 },
      );
    },
  );
});

describe("a row builder", () => {
  const name = fc.oneof(
    { weight: 60, arbitrary: fc.string({ maxLength: 4 }) },
    { weight: 1, arbitrary: fc.constantFrom("__proto__", "constructor", "a0", "b1") },
  );

  it("builds plain objects with each defined value under its name, in order", () => {
    fc.assert(
      fc.property(
        fc.uniqueArray(name, { maxLength: 90, minLength: 0, size: "max" }),
        fc.array(fc.boolean(), { minLength: 90, maxLength: 90 }),
        (names, there) => {
          // Engines put numeric names first.
          fc.pre(!names.some((one) => /^\d+$/.test(one)));
          const make = rowMaker(names);
          for (const offset of [0, 1]) {
            const values = names.map((_, index) =>
              there[(index + offset) % 90] ? index : undefined,
            );
            const row = make(values);
            expect(Object.entries(row)).toEqual(
              names
                .map((one, index) => [one, values[index]])
                .filter(([, value]) => value !== undefined),
            );
            expect(Object.getPrototypeOf(row)).toBe(Object.prototype);
          }
        },
      ),
      { numRuns: 300 },
    );
  });

  it("sets all values for any number of columns", () => {
    for (let count = 0; count <= 90; count++) {
      const names = Array.from({ length: count }, (_, index) => `C${index}`);
      const whole = names.map((_, index) => index);
      expect(Object.entries(rowMaker(names)(whole))).toEqual(
        names.map((one, index) => [one, index]),
      );
      expect(Object.keys(rowMaker(names)(whole.map(() => undefined)))).toEqual([]);
    }
  });

  it("is cached per list of columns, for a limited number of lists, unless the names are very long", () => {
    const first = rowMaker(["A", "B"]);
    expect(rowMaker(["A", "B"])).toBe(first);
    expect(rowMaker(["A,B"])).not.toBe(first);
    for (let other = 0; other < 60; other++) rowMaker([`other ${other}`]);
    expect(rowMaker(["A", "B"])).not.toBe(first);
    const long = (length: number) => ["x".repeat(length - 4)];
    expect(rowMaker(long(20_000))).toBe(rowMaker(long(20_000)));
    expect(rowMaker(long(20_001))).not.toBe(rowMaker(long(20_001)));
  });

  it("starts with an empty object, and uses names unchanged", () => {
    const make = emptyRows();
    const [one, other] = [make(), make()];
    expect([Object.keys(one), one === other, Object.getPrototypeOf(one)]).toEqual([
      [],
      false,
      Object.prototype,
    ]);
    for (const text of ["", "a", "__proto__", "0", "é"]) expect(memberName(text)).toBe(text);
    const row: AnyRow = {};
    for (const text of ["__proto__", "a"]) setOwn(row, text, 5);
    const all = { value: 5, enumerable: true, configurable: true, writable: true };
    expect(Object.getOwnPropertyDescriptors(row)).toEqual({ ["__proto__"]: all, a: all });
  });
});

describe("the text of CSV cells", () => {
  it("equals the text from a decoder, for any repetition and order", () => {
    // Only two letters, so that many texts share a beginning or an end and replace each other in
    // the cache.
    const text = fc.oneof(
      fc.string({ unit: fc.constantFrom("a", "b"), maxLength: 80 }),
      fc.string({ unit: fc.constantFrom("a", "é", "😀"), maxLength: 30 }),
    );
    fc.assert(
      fc.property(
        fc.array(text, { minLength: 1, maxLength: 30 }),
        fc.array(fc.nat(), { maxLength: 60 }),
        fc.nat(5),
        (all, order, before) => {
          const texts = new StringCache();
          for (const index of order) {
            const one = all[index % all.length] as string;
            const bytes = bytesOf(`${"x".repeat(before)}${one}y`);
            const [start, stop] = [before, bytes.length - 1];
            expect(texts.any(bytes, start, stop)).toBe(one);
            if (stop - start === one.length) expect(texts.ascii(bytes, start, stop)).toBe(one);
          }
        },
      ),
    );
  });

  it("is different if a single byte differs, at any position, even in the same cache slot", () => {
    const texts = new StringCache();
    for (const length of [1, 2, 12, 13, 16, 17, 63, 64, 65]) {
      for (let round = 0; round < 2; round++) {
        for (let at = 0; at < length; at++) {
          const one = `${"a".repeat(at)}b${"a".repeat(length - at - 1)}`;
          for (const text of [one, "a".repeat(length), one])
            expect(texts.any(bytesOf(text), 0, length)).toBe(text);
        }
      }
    }
  });

  it("causes an error if it is not UTF-8", () => {
    for (const bytes of [[0xff], [0xc3], [...bytesOf("a".repeat(70)), 0xe9]]) {
      expect(
        thrown(() => new StringCache().any(Uint8Array.from(bytes), 0, bytes.length)),
      ).toBeInstanceOf(BadFile);
    }
  });
});

describe("an incomplete record", () => {
  it("if long, is parsed again only once it has grown by half, or at the end of the file", () => {
    for (const size of [LONG_ROW_BYTES, LONG_ROW_BYTES + 1, LONG_ROW_BYTES + 2]) {
      const scan = new CsvScanner();
      expect(scan.ready()).toBe(false);
      scan.push(bytesOf("x".repeat(size)));
      expect(scan.ready()).toBe(true);
      expect(scan.cell(0)).toBe(false);
      expect(scan.needMore()).toBeNull();
      const long = size > LONG_ROW_BYTES;
      expect(scan.ready()).toBe(!long);
      scan.needMore();
      scan.push(bytesOf("x".repeat(Math.ceil(size / 2) - 1)));
      expect(scan.ready()).toBe(!long);
      scan.push(bytesOf("x"));
      expect(scan.ready()).toBe(true);
      // Each call of `ready` tries again until bytes are missing again.
      expect(scan.ready()).toBe(true);
      scan.needMore();
      scan.ended = true;
      expect(scan.ready()).toBe(true);
      expect(thrown(() => scan.needMore())).toMatchObject({
        message: "it ends inside a quoted cell",
      });
    }
  });

  it("if long and in JSON, is also parsed again only once it has grown by half, or at the end of the file", () => {
    for (const size of [LONG_ROW_BYTES - 100, LONG_ROW_BYTES + 100]) {
      const rows = new JsonRows([]);
      rows.push(bytesOf(`[{"A":"${"x".repeat(size)}`));
      expect(rows.next()).toBeNull();
      rows.push(bytesOf('"}'));
      const long = size > LONG_ROW_BYTES;
      expect(rows.next() === null).toBe(long);
      rows.push(bytesOf(`,${" ".repeat(size)}`));
      expect(rows.next() === null).toBe(!long);
    }
    const ended = new JsonRows([]);
    ended.push(bytesOf(`[{"A":"${"x".repeat(2 * LONG_ROW_BYTES)}`));
    expect(ended.next()).toBeNull();
    ended.push(bytesOf('"}]'));
    expect(ended.next()).toBeNull();
    ended.end();
    expect(ended.next()).toEqual({ A: "x".repeat(2 * LONG_ROW_BYTES) });
    expect(ended.next()).toBeNull();
  });

  it("causes an error if it is longer than any row may be", () => {
    const scan = new CsvScanner();
    scan.push(new Uint8Array(MAX_ROW_BYTES).fill(0x61));
    expect(scan.needMore()).toBeNull();
    scan.push(bytesOf("a"));
    expect(thrown(() => scan.needMore())).toMatchObject({
      message: "it has a row of more than 16 MiB",
    });
  });
});

describe("CSV rows with repeated, empty or long cells", () => {
  it("are read correctly from chunks of any size", () => {
    const cell = fc.oneof(
      { weight: 9, arbitrary: fc.constantFrom("a", "b", "", "é", "a,b") },
      { weight: 1, arbitrary: fc.constantFrom("a".repeat(256), "a".repeat(257)) },
    );
    const table = fc.array(fc.tuple(cell, cell), { minLength: 1, maxLength: 40 });
    fc.assert(
      fc.property(table, fc.integer({ min: 1, max: 60 }), (cells, size) => {
        const quoted = (text: string) => (text.includes(",") ? `"${text}"` : text);
        const bytes = bytesOf(
          ["A,B", ...cells.map((row) => row.map(quoted).join())]
            .map((line) => `${line}\n`)
            .join(""),
        );
        const texts = (names: readonly string[]) =>
          names.map((name) => ({
            name,
            id: false,
            number: false,
            exact: false,
            strict: false,
            zero: false,
          }));
        const reader = new CsvRows(texts);
        const rows: AnyRow[] = [];
        for (let at = 0; at < bytes.length; at += size) {
          reader.push(bytes.subarray(at, at + size));
          for (let row = reader.next(); row !== null; row = reader.next()) rows.push(row);
        }
        reader.end();
        for (let row = reader.next(); row !== null; row = reader.next()) rows.push(row);
        expect(rows).toEqual(
          cells.map(([A, B]) => ({ ...(A !== "" && { A }), ...(B !== "" && { B }) })),
        );
      }),
      { numRuns: 300 },
    );
  });

  it("are also read correctly if the text of a column, in any position, was different in every earlier row", () => {
    const short = fc.string({
      unit: fc.constantFrom("0", "9", ".", "-", "a", "~", " ", "é", '"', ",", "\r\n"),
      maxLength: 14,
    });
    const cell = fc.oneof(
      { weight: 3, arbitrary: short },
      { weight: 1, arbitrary: fc.constantFrom("same", "2.1E+17") },
    );
    const kind = { id: fc.boolean(), zero: fc.boolean() };
    const lineEnd = fc.constantFrom("\n", "\r\n");
    fc.assert(
      fc.property(
        fc.array(cell, { maxLength: 60 }),
        fc.record(kind),
        fc.integer({ min: 1, max: 60 }),
        lineEnd,
        (last, column, size, end) => {
          const cells = [...Array.from({ length: 20 }, (_, index) => `n${index}`), ...last];
          const quoted = (text: string) =>
            /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
          const bytes = bytesOf(
            ["A,B", ...cells.map((text) => `${quoted(text)},b`)]
              .map((line) => `${line}${end}`)
              .join(""),
          );
          const reader = new CsvRows((names) =>
            names.map((name) => ({ name, ...column, number: false, exact: false, strict: false })),
          );
          const rows: AnyRow[] = [];
          const read = () => {
            for (let row = reader.next(); row !== null; row = reader.next()) rows.push(row);
          };
          const error = thrown(() => {
            for (let at = 0; at < bytes.length; at += size) {
              reader.push(bytes.subarray(at, at + size));
              read();
            }
            reader.end();
            read();
          });
          const rounded = column.id ? cells.indexOf("2.1E+17") : -1;
          const whole = rounded < 0 ? cells : cells.slice(0, rounded);
          const empty = column.zero ? { A: 0 } : {};
          expect(rows).toEqual(whole.map((A) => ({ ...(A === "" ? empty : { A }), B: "b" })));
          expect(error instanceof BadFile).toBe(rounded >= 0);
        },
      ),
      { numRuns: 300 },
    );
  });
});

describe("a number", () => {
  const digits = (max: number) =>
    fc.string({ unit: fc.constantFrom(..."0123456789"), minLength: 1, maxLength: max });
  const exponent = fc.option(fc.tuple(fc.constantFrom("e", "E", "e+", "E-", "e-"), digits(3)), {
    freq: 5,
  });
  const written = fc
    .tuple(fc.boolean(), digits(34), fc.option(digits(26)), exponent)
    .map(([negative, whole, part, power]) => {
      const integer = whole.replace(/^0+(?=\d)/, "");
      return `${negative ? "-" : ""}${integer}${part === null ? "" : `.${part}`}${power === null ? "" : power.join("")}`;
    });
  const isInteger = (text: string): boolean => /^-?\d+$/.test(text);

  /** The text if the number would lose digits. */
  function exact(text: string): number | string {
    const value = Number(text);
    return (isInteger(text) ? Number.isSafeInteger(value) : Number.isFinite(value)) ? value : text;
  }

  function scanOf(text: string): JsonScanner {
    const scan = new JsonScanner();
    scan.push(bytesOf(text));
    return scan;
  }

  it("in JSON, equals the result of Number, or stays text if digits would be lost", () => {
    fc.assert(
      fc.property(written, fc.constantFrom(",", "}", " ", "]"), (text, behind) => {
        const scan = scanOf(text + behind);
        expect(readNumber(scan, false)).toBe(exact(text));
        expect(scan.at).toBe(text.length);
      }),
      { numRuns: runs(3_000) },
    );
  });

  it("in JSON, is text if it is an id, or causes an error if digits are lost", () => {
    fc.assert(
      fc.property(written, (text) => {
        const scan = scanOf(`${text},`);
        const value = Number(text);
        const isLost = !isInteger(text) && !Number.isSafeInteger(value) && /e/i.test(text);
        if (isLost)
          return void expect(thrown(() => readNumber(scan, true))).toBeInstanceOf(BadFile);
        const id = isInteger(text)
          ? text
          : Number.isSafeInteger(value)
            ? String(value)
            : text.replace(/\.0+$/, "");
        expect(readNumber(scan, true)).toBe(id);
        expect(scan.at).toBe(text.length);
      }),
      { numRuns: runs(3_000) },
    );
  });

  it.each(["e", "E"])(
    "with many digits and an exponent, %s, is an id only if it is an integer",
    (power) => {
      const scan = scanOf(`1234567890123450${power}-1,`);
      expect([readNumber(scan, true), scan.at]).toEqual(["123456789012345", 19]);
      const rounded = scanOf(`1234567890123456${power}7,`);
      expect(thrown(() => readNumber(rounded, true))).toBeInstanceOf(BadFile);
    },
  );

  it.each([14, 15, 16, 17, 29, 30, 31, 32])(
    "is exact with %d digits, even with zeros inside",
    (length) => {
      for (const text of [
        "9".repeat(length),
        `1${"0".repeat(length - 1)}`,
        `1${"0".repeat(length - 2)}1`,
        `-${"7".repeat(length)}`,
      ]) {
        expect(readNumber(scanOf(`${text},`), true)).toBe(text);
        expect(readNumber(scanOf(`${text},`), false)).toBe(exact(text));
        const part = `0.${text.replace("-", "")}`;
        expect(readNumber(scanOf(`${part},`), false)).toBe(Number(part));
      }
    },
  );

  it("waits for more data if it is incomplete, and causes an error if it is invalid", () => {
    for (const text of [
      "1",
      "-",
      "12.",
      "1.5",
      "1e",
      "1e5",
      "1234567890123456",
      "1234567890123456789012345678901234",
    ]) {
      for (const id of [true, false])
        expect(thrown(() => readNumber(scanOf(text), id))).toBe(NEED_INPUT);
    }
    for (const text of [
      "-,",
      "01,",
      "-01,",
      "1.,",
      ".5,",
      "1e,",
      "1e+,",
      "1234567890123456.,",
      "1e5-,",
    ]) {
      for (const id of [true, false])
        expect(thrown(() => readNumber(scanOf(text), id))).toBeInstanceOf(BadFile);
    }
    expect(readNumber(scanOf(`0.${"1".repeat(998)},`), false)).toBe(Number(`0.${"1".repeat(998)}`));
    expect(thrown(() => readNumber(scanOf(`0.${"1".repeat(999)},`), false))).toMatchObject({
      message: "a number has more than 1,000 characters",
    });
  });

  it("in CSV, equals the result of Number, or stays text if digits would be lost", () => {
    fc.assert(
      fc.property(written, fc.constantFrom("", "x", " ", "."), (text, more) => {
        expect(numberOf(text)).toBe(exact(text));
        if (more !== "")
          for (const odd of [text + more, more + text])
            expect(numberOf(odd)).toBe(/^-?\d+$/.test(odd) ? exact(odd) : null);
      }),
    );
    for (const text of [
      "",
      "-",
      "1.",
      ".5",
      "+1",
      "1e",
      "1e+",
      "1 2",
      "0x1",
      "NaN",
      "Infinity",
      "1.5.5",
    ])
      expect(numberOf(text)).toBeNull();
  });

  it("is recognized by its notation if a spreadsheet has rounded it", () => {
    for (const text of ["2.1786E+17", "2E+17", "2.1e17", "2.1E17", "9e+1"])
      expect(isRounded(text)).toBe(true);
    for (const text of [
      "2",
      "21",
      "2E17",
      "2.1E-17",
      "22.1E+17",
      "2.E+17",
      "x2E+17",
      "2E+17x",
      "2.1E+",
      "E+17",
      "2.1",
    ])
      expect(isRounded(text)).toBe(false);
  });

  it("in CSV, is scanned up to the end of its cell or not at all", () => {
    const cell = fc.oneof(written, fc.constantFrom("", "-", "1.", ".5", "1x", "1 ", '"1"', "é"));
    fc.assert(
      fc.property(cell, fc.constantFrom(",", "\n", "\r\n", "\r", "", "x"), (text, behind) => {
        const scan = new CsvScanner();
        scan.push(bytesOf(text + behind));
        const plain = /^-?\d+(\.\d+)?$/.test(text);
        const ends = [",", "\n", "\r\n"].includes(behind);
        const few = text.replace(/[-.]/g, "").length <= 15;
        const value = scan.number(0);
        expect(value).toBe(plain && ends && few ? Number(text) : Number.NaN);
        if (!Number.isNaN(value)) expect(scan.next).toBe(text.length + behind.length);
      }),
      { numRuns: runs(2_000) },
    );
  });
});

describe("short text in CSV", () => {
  it("is scanned up to the end of its cell or not at all", () => {
    const cell = fc.string({
      unit: fc.constantFrom("-", ".", "0", "9", "A", "z", "~", "\u007f", " ", "+", '"', "é"),
      maxLength: 14,
    });
    fc.assert(
      fc.property(
        cell,
        fc.constantFrom(",", "\n", "\r\n", "\r", "\rx", ""),
        fc.nat(3),
        (text, behind, before) => {
          const scan = new CsvScanner();
          scan.push(bytesOf("x".repeat(before) + text + behind));
          const ends = [",", "\n", "\r\n"].includes(behind);
          const isShort = /^[-./0-9:;<=>?@A-Z[\\\]^_`a-z{|}~]{1,12}$/.test(text);
          const value = scan.short(before);
          expect(value).toBe(ends && isShort ? text : null);
          if (value !== null) expect(scan.next).toBe(before + text.length + behind.length);
        },
      ),
      { numRuns: runs(2_000) },
    );
  });
});

describe("a search for bytes", () => {
  it("finds the bytes at their positions and nowhere else", () => {
    const text = fc.string({ unit: fc.constantFrom("a", "b"), maxLength: 11 });
    fc.assert(
      fc.property(text, text, fc.nat(12), (file, wanted, at) => {
        const scan = new JsonScanner();
        scan.push(bytesOf(file));
        const fits =
          file.slice(at, at + wanted.length) === wanted &&
          at + wanted.length <= Math.max(file.length, wanted.length === 0 ? at : 0);
        expect(new BytePattern(bytesOf(wanted)).isAt(scan, at)).toBe(fits);
      }),
      { numRuns: runs(2_000) },
    );
    const scan = new JsonScanner();
    const last = scan.bytes.length;
    expect(new BytePattern(new Uint8Array(5)).isAt(scan, last - 5)).toBe(true);
    expect(new BytePattern(new Uint8Array(5)).isAt(scan, last - 4)).toBe(false);
  });

  it("finds a complete CSV cell that consists of exactly these bytes", () => {
    const text = fc.string({ unit: fc.constantFrom("a", "b"), maxLength: 4 });
    fc.assert(
      fc.property(
        text,
        text,
        fc.constantFrom(",", "\n", "\r\n", "\r", ""),
        (cell, wanted, behind) => {
          const scan = new CsvScanner();
          scan.push(bytesOf(cell + behind));
          const isIt = wanted !== "" && cell === wanted && [",", "\n", "\r\n"].includes(behind);
          expect(scan.same(0, bytesOf(wanted))).toBe(isIt);
        },
      ),
    );
  });

  it("finds a CSV cell only up to the given length", () => {
    const scan = new CsvScanner();
    scan.push(bytesOf("ab,abc,"));
    for (const length of [0, 1, 3]) expect(scan.same(0, bytesOf("abc"), length)).toBe(false);
    expect([scan.same(0, bytesOf("abc"), 2), scan.next]).toEqual([true, 3]);
  });

  it("does not find a CSV cell that began in an earlier chunk", () => {
    const cell = '"x\ny"';
    for (let cut = 1; cut <= cell.length; cut++) {
      const scan = new CsvScanner();
      // The next chunk does not fit after this one, so it replaces it.
      scan.push(bytesOf(`${cell},${"z".repeat(scan.bytes.length - cell.length - 2)}`));
      expect([scan.same(0, bytesOf(cell)), scan.next]).toEqual([true, cell.length + 1]);
      scan.at = scan.end;
      scan.push(bytesOf(cell.slice(0, cut)));
      expect([scan.at, scan.same(0, bytesOf(cell))]).toEqual([0, false]);
    }
  });
});

describe("a whole JSON file", () => {
  const ids = ["KEY"];

  it("is parsed like JSON.parse", () => {
    const value = fc.oneof(
      fc.array(fc.jsonValue({ maxDepth: 3 })),
      fc.dictionary(fc.string(), fc.jsonValue({ maxDepth: 3 })),
      fc.string(),
    );
    fc.assert(
      fc.property(
        value,
        fc.constantFrom<string | number>("", 1, "\t"),
        fc.constantFrom("", "\ufeff"),
        fc.constantFrom("", " ", "\n\r\t "),
        (one, indent, mark, space) => {
          const text = JSON.stringify(one, null, indent);
          fc.pre(!/(KEY|_ID)"/.test(text) && !/\d{16}/.test(text));
          const read = readJson(bytesOf(mark + space + text + space), ids);
          expect(JSON.stringify(read)).toBe(JSON.stringify(JSON.parse(text)));
          for (const odd of ["x", "]", "}", ",", "1"]) {
            expect(thrown(() => readJson(bytesOf(`${text} ${odd}`), ids))).toMatchObject({
              message: `unexpected ${JSON.stringify(odd)} after its end`,
            });
          }
          for (let end = 0; end < Math.min(40, text.length); end++) {
            expect(thrown(() => readJson(bytesOf(text).slice(0, end), ids))).toMatchObject({
              message: "it ends too early",
            });
          }
        },
      ),
    );
  });

  it("keeps ids as text at any depth", () => {
    const text = '{"KEY":5,"A_ID":[6,{"B_ID":7,"C":8}],"D":[9],"E":{"KEY":10}}';
    expect(readJson(bytesOf(text), ids)).toEqual({
      KEY: "5",
      A_ID: ["6", { B_ID: "7", C: 8 }],
      D: [9],
      E: { KEY: "10" },
    });
  });

  it.each([
    "tru ",
    "nul]",
    "falsy",
    "[1 2]",
    "[1,]",
    "{,}",
    '{"a" 1}',
    '{"a":1 "b":2}',
    "{a:1}",
    '{"a":}',
    '"\\x"',
    '"\u0001"',
    "[}",
    "{]",
    '["a]',
    "\u0000",
    "-",
  ])("causes an error if it is invalid: %j", (text) => {
    expect(thrown(() => readJson(bytesOf(text), ids))).toBeInstanceOf(BadFile);
  });

  it("can have only as many levels as a reader can handle", () => {
    const nested = (levels: number, [open, close]: readonly [string, string]) =>
      bytesOf(open.repeat(levels) + close.repeat(levels));
    for (const kind of [["[", "]"]] as const) {
      expect(thrown(() => readJson(nested(32, kind), ids))).toBeUndefined();
      expect(thrown(() => readJson(nested(33, kind), ids))).toMatchObject({
        message: "a value is nested more than 32 levels deep",
      });
    }
    const objects = (levels: number) => bytesOf(`${'{"a":'.repeat(levels)}1${"}".repeat(levels)}`);
    expect(thrown(() => readJson(objects(32), ids))).toBeUndefined();
    expect(thrown(() => readJson(objects(33), ids))).toMatchObject({
      message: "a value is nested more than 32 levels deep",
    });
    const way = (levels: number) => {
      const rows = new JsonRows([]);
      rows.push(bytesOf(`${'{"a":'.repeat(levels - 1)}[{"b":1}]${"}".repeat(levels - 1)}`));
      return thrown(() => rows.next());
    };
    expect([way(32), (way(33) as Error).message]).toEqual([
      undefined,
      "it is nested more than 32 levels deep",
    ]);
  });
});

describe("JSON rows with new, missing or changed properties", () => {
  it("are parsed like JSON.parse", () => {
    const member = fc.constantFrom(
      "A",
      "B",
      "C",
      "D",
      "E",
      "F",
      "G",
      "AB",
      "__proto__",
      "X_ID",
      "KEY",
    );
    const value = fc.constantFrom<unknown>("a", "b", "ab", "", 1, 12, null, true, false, "é", '"');
    const row = fc.array(fc.tuple(member, value), { minLength: 1, maxLength: 8 });
    fc.assert(
      fc.property(fc.array(row, { minLength: 1, maxLength: 30 }), (rows) => {
        const texts = rows.map(
          (members) =>
            `{${members.map(([name, one]) => `${JSON.stringify(name)}:${JSON.stringify(one)}`).join()}}`,
        );
        const scan = new JsonScanner();
        scan.push(bytesOf(`${texts.join("")} `));
        const reader = new JsonRow(scan, ["KEY"]);
        for (const members of rows) {
          const expected: AnyRow = {};
          for (const [name, one] of members) {
            const isId = name.endsWith("_ID") || name === "KEY";
            if (one !== null)
              setOwn(expected, name, isId && typeof one === "number" ? String(one) : one);
          }
          expect(Object.entries(reader.read())).toEqual(Object.entries(expected));
        }
      }),
      { numRuns: 300 },
    );
  });

  it("can have more properties than are cached", () => {
    const rows = Array.from({ length: 250 }, (_, index) =>
      Object.fromEntries([
        ...Array.from({ length: 10 }, (_, member) => [`C${index * 10 + member}`, index]),
        [`M${index}_ID`, 5],
        ["LAST", `text ${index}`],
      ]),
    );
    const scan = new JsonScanner();
    scan.push(bytesOf(rows.map((row) => JSON.stringify(row)).join("")));
    const reader = new JsonRow(scan, []);
    for (const [index, row] of rows.entries())
      expect(reader.read()).toEqual({ ...row, [`M${index}_ID`]: "5" });
  });

  it("can have at most as many properties as there can be columns", () => {
    const reader = (count: number) => {
      const scan = new JsonScanner();
      scan.push(
        bytesOf(`{${Array.from({ length: count }, (_, index) => `"C${index}":1`).join()}}`),
      );
      return new JsonRow(scan, []);
    };
    expect(Object.keys(reader(10_000).read())).toHaveLength(10_000);
    expect(thrown(() => reader(10_001).read())).toMatchObject({
      message: "a row has more than 10,000 columns",
    });
  });
});

describe("an iterator of batches", () => {
  async function* bunchesOf(
    sizes: readonly number[],
    gone: { closed: boolean },
  ): AsyncGenerator<Batch<number>> {
    let count = 0;
    try {
      for (const size of sizes) {
        const items = Array.from({ length: size }, () => ++count);
        await null;
        yield { next: () => items.shift() };
      }
    } finally {
      gone.closed = true;
    }
  }

  it("yields each item once, in order, for sequential and concurrent calls", async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.nat(4), { maxLength: 6 }),
        fc.array(fc.boolean(), { maxLength: 40 }),
        async (sizes, waits) => {
          const all = new BatchIterator(bunchesOf(sizes, { closed: false }));
          const total = sizes.reduce((sum, size) => sum + size, 0);
          const asked: Promise<IteratorResult<number>>[] = [];
          for (let index = 0; index < total + 3; index++) {
            const next = all.next();
            asked.push(next);
            if (waits[index] === true) await next;
          }
          const items = (await Promise.all(asked)).map(({ value, done }) => (done ? null : value));
          expect(items).toEqual([
            ...Array.from({ length: total }, (_, index) => index + 1),
            null,
            null,
            null,
          ]);
        },
      ),
    );
  });

  it("stays finished after return is called", async () => {
    const gone = { closed: false };
    const all = new BatchIterator(bunchesOf([3, 3], gone));
    expect(all[Symbol.asyncIterator]()).toBe(all);
    expect(await all.next()).toEqual({ value: 1, done: false });
    expect(await all.return()).toEqual({ value: undefined, done: true });
    expect(gone.closed).toBe(true);
    for (let index = 0; index < 2; index++)
      expect(await all.next()).toEqual({ value: undefined, done: true });
  });

  it("throws its error to one caller, and then ends", async () => {
    async function* broken(): AsyncGenerator<Batch<number>> {
      const items = [1];
      yield { next: () => items.shift() };
      throw new Error("broken");
    }
    const all = new BatchIterator(broken());
    const came = await Promise.allSettled([1, 2, 3].map(() => all.next()));
    expect(
      came.map((one) => (one.status === "fulfilled" ? one.value.done : one.reason.message)),
    ).toEqual([false, "broken", true]);
  });
});
