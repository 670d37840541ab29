import { describe, expect, it } from "vitest";
import { rowsAsText, type TextFormat } from "../../../cli/commands/run/output.js";
import { formatTable } from "../../../cli/terminal/table.js";
import type { Row } from "../../../runtime/writers/row.js";

async function print(
  rows: readonly Row[],
  format: TextFormat,
  columns: readonly string[] = [],
  defuse = false,
): Promise<string> {
  const read = async function* () {
    yield* rows;
  };
  let text = "";
  for await (const piece of rowsAsText(read, format, { columns, defuse })) text += piece;
  return text;
}

const rows = [
  { DATE: "2026-03-01", CAMPAIGN_ID: "549755885175", CTR: 0.5 },
  { DATE: "2026-03-02", CAMPAIGN_ID: "549755885175" },
];

describe("printed rows", () => {
  it("are a single array in JSON", async () => {
    expect(JSON.parse(await print(rows, "json"))).toEqual(rows);
    expect(await print([], "json")).toBe("[]\n");
  });

  it("are written one per line in NDJSON", async () => {
    expect(await print(rows, "ndjson")).toBe(
      rows.map((row) => `${JSON.stringify(row)}\n`).join(""),
    );
    expect(await print([], "ndjson")).toBe("");
  });

  it("have every column in CSV: first the requested ones, even if all are zero, then any others in the file", async () => {
    expect(await print(rows, "csv", ["CAMPAIGN_ID", "SPEND_IN_DOLLAR", "CTR"])).toBe(
      "CAMPAIGN_ID,SPEND_IN_DOLLAR,CTR,DATE\n549755885175,,0.5,2026-03-01\n549755885175,,,2026-03-02\n",
    );
    expect(await print([{ A: 1 }, { B: 2 }], "csv")).toBe("A,B\n1,\n,2\n");
  });

  it("keep commas, quotes and line breaks in CSV", async () => {
    expect(await print([{ NAME: 'a "b", c\nd' }], "csv", ["NAME"])).toBe('NAME\n"a ""b"", c\nd"\n');
  });
});

describe("a column named like a property of every object", () => {
  it.each(["__proto__", "constructor"])("is empty for rows without it: %s", async (name) => {
    const found = [JSON.parse(`{"A":1,"${name}":2}`), { A: 3 }];
    expect(await print(found, "csv")).toBe(`A,${name}\n1,2\n3,\n`);
    expect(formatTable(found)).toBe(`A  ${name}\n1  ${"2".padStart(name.length)}\n3\n`);
  });
});

describe("formulas in CSV", () => {
  const names = [
    "=1+1",
    "+cmd",
    "-cmd",
    "@SUM(A1)",
    "\t=1",
    "\r=1",
    "\n=1",
    "＝1",
    '=HYPERLINK("x")',
  ];

  it("are unchanged by default", async () => {
    expect(await print([{ NAME: "=1+1" }], "csv")).toBe("NAME\n=1+1\n");
  });

  it.each(names)("are turned into text on request: %j", async (name) => {
    expect(await print([{ NAME: name }], "csv", [], true)).toBe(
      `NAME\n"'${name.replaceAll('"', '""')}"\n`,
    );
  });

  it.each([-1.5, "-1.5", "+3", "-2e-7", 1e21, "a=b", "1-2"])(
    "are not confused with plain numbers or other text: %j",
    async (value) => {
      expect(await print([{ NAME: value }], "csv", [], true)).toBe(`NAME\n${value}\n`);
    },
  );

  it("are also turned into text in the header", async () => {
    expect(await print([{ "=A": 1 }], "csv", [], true)).toBe(`"'=A"\n1\n`);
  });
});

describe("a table", () => {
  it("aligns numbers to the right and text to the left", () => {
    expect(
      formatTable([
        { NAME: "a", SPEND: 1.5 },
        { NAME: "longer", SPEND: 10 },
      ]),
    ).toBe("NAME    SPEND\na         1.5\nlonger     10\n");
  });

  it("shortens and escapes long values", () => {
    expect(formatTable([{ NAME: `\u001b[2J${"x".repeat(60)}` }])).toBe(
      `NAME\n\ufffd[2J${"x".repeat(35)}…\n`,
    );
  });
});
