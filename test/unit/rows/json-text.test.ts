import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { BadFile } from "../../../runtime/errors.js";
import { JsonRows } from "../../../runtime/rows/json-rows.js";
import { rowsInText } from "../../../runtime/rows/json-text.js";
import { PROPERTY_RUNS } from "../../support/effort.js";

const TEXTS = ["KEY"];

interface Read {
  readonly rows: readonly { readonly row: unknown; readonly keys: readonly string[] }[];
  /** Whether the reader threw a `BadFile` after these rows. */
  readonly bad: boolean;
}

function byText(text: string): Read {
  const rows: Read["rows"][number][] = [];
  try {
    for (const read of rowsInText(text, TEXTS)) rows.push(read);
    return { rows, bad: false };
  } catch (error) {
    if (!(error instanceof BadFile)) throw error;
    return { rows, bad: true };
  }
}

function byBytes(text: string): Read {
  const reader = new JsonRows(TEXTS, []);
  const rows: Read["rows"][number][] = [];
  reader.push(new TextEncoder().encode(text));
  reader.end();
  try {
    for (let row = reader.next(); row !== null; row = reader.next()) rows.push({ row, keys: reader.keys });
  } catch (error) {
    if (!(error instanceof BadFile)) throw error;
    return { rows, bad: true };
  }
  return { rows, bad: false };
}

/** The rows without prototypes and signs of zero, which do not matter; the order of members does. */
const shown = ({ rows, bad }: Read): string => JSON.stringify({ rows: rows.map(({ row, keys }) => [row, keys]), bad });

const numbers = fc.oneof(
  fc.integer().map(String),
  fc.double({ noNaN: true, noDefaultInfinity: true }).map((value) => JSON.stringify(value)),
  fc.bigInt({ min: 10n ** 14n, max: 10n ** 24n }).map(String),
  fc.constantFrom("0", "-0", "1e400", "1E5", "123456789012345678.0", "9007199254740993", "-2178617007189363790", "01", "1.", "-", "1e"),
);
const strings = fc.oneof(
  fc.string().map((value) => JSON.stringify(value)),
  fc.constantFrom('"a\\u0041"', '"\\ud83d\\ude00"', '"\\x"', '"é"', '"\\"}]"'),
);
const keys = fc.constantFrom('"PIN_ID"', '"KEY"', '"CLICKS"', '"DATE"', '"error"', '"2026-03-01"', '"687201361754"', '"__proto__"', '"12"');
const { value } = fc.letrec<{ value: string; object: string; list: string }>((tie) => ({
  value: fc.oneof(
    { maxDepth: 5 },
    fc.constantFrom("null", "true", "false"),
    numbers,
    strings,
    tie("object"),
    tie("list"),
    tie("object"),
    tie("list"),
  ),
  object: fc
    .array(fc.tuple(keys, tie("value")), { maxLength: 4 })
    .map((all) => `{${all.map(([key, item]) => `${key}: ${item}`).join(",")}}`),
  list: fc.array(tie("value"), { maxLength: 4 }).map((all) => `[${all.join(" ,\n")}]`),
}));

describe("the rows of a JSON report that is held as text", () => {
  it("are those of the reader of bytes, with the same values and keys, and so is where an invalid one ends", () => {
    fc.assert(
      fc.property(value, (text) => {
        expect(shown(byText(text))).toBe(shown(byBytes(text)));
      }),
      { numRuns: PROPERTY_RUNS * 4 },
    );
  });

  it("are never fewer of a text that is cut or changed at any place: it is an error, or has the rows of the reader of bytes", () => {
    const text =
      '{"687201361754":[{"DATE":"2026-03-01","PIN_ID":2178617007189363790,"CLICKS":1.5e1,"KEY":null}],"687201361755":[{"A":[1,{"B":"\\n"}]},{"C":-0}]}';
    expect(byText(text).rows).toHaveLength(3);
    for (let at = 0; at < text.length; at++) {
      expect(byText(text.slice(0, at)).bad, text.slice(0, at)).toBe(true);
      for (const character of '{}[]",:0-e.nx \\<') {
        const changed = text.slice(0, at) + character + text.slice(at + 1);
        expect(shown(byText(changed)), changed).toBe(shown(byBytes(changed)));
      }
    }
  });

  it("have ids exact to the last digit, and integers that no number holds as text", () => {
    const [first] = byText('{"a":[{"PIN_ID":2178617007189363790,"KEY":7,"CLICKS":9007199254740993,"X":1.25}]}').rows;
    expect(first).toEqual({ row: { PIN_ID: "2178617007189363790", KEY: "7", CLICKS: "9007199254740993", X: 1.25 }, keys: ["a"] });
  });

  it.each([1, 2])("are read with a string of 4 million escapes, %d backslashes each", (backslashes) => {
    const escapes = `${"\\".repeat(backslashes)}${backslashes === 1 ? "n" : ""}`.repeat(4_000_000);
    const [first] = byText(`{"1":[{"NAME":"${escapes}"}]}`).rows;
    expect(first?.row).toEqual({ NAME: (backslashes === 1 ? "\n" : "\\").repeat(4_000_000) });
    expect(byText(`{"1":[{"NAME":"${escapes}\\"}]}`).bad).toBe(true);
  });

  it("are those under both of two equal keys", () => {
    expect(byText('{"a":[{"X":1}],"a":[{"X":2}]}').rows.map(({ row }) => row)).toEqual([{ X: 1 }, { X: 2 }]);
  });
});
