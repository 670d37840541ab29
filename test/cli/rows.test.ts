import { describe, expect, it } from "vitest";
import { type Format, printed, type Row, table } from "../../generator/commands/rows.js";

async function print(rows: readonly Row[], format: Format, columns: readonly string[] = []): Promise<string> {
  const read = async function* () {
    yield* rows;
  };
  let text = "";
  for await (const piece of printed(read, format, columns)) text += piece;
  return text;
}

const rows = [
  { DATE: "2026-03-01", CAMPAIGN_ID: "549755885175", CTR: 0.5 },
  { DATE: "2026-03-02", CAMPAIGN_ID: "549755885175" },
];

describe("rows", () => {
  it("are one array in JSON", async () => {
    expect(JSON.parse(await print(rows, "json"))).toEqual(rows);
    expect(await print([], "json")).toBe("[]\n");
  });

  it("are a row a line in NDJSON", async () => {
    expect(await print(rows, "ndjson")).toBe(rows.map((row) => `${JSON.stringify(row)}\n`).join(""));
    expect(await print([], "ndjson")).toBe("");
  });

  it("have every column in CSV: what the file adds, then what was asked for, also where it is zero everywhere", async () => {
    expect(await print(rows, "csv", ["CAMPAIGN_ID", "SPEND_IN_DOLLAR", "CTR"])).toBe(
      "DATE,CAMPAIGN_ID,SPEND_IN_DOLLAR,CTR\n2026-03-01,549755885175,,0.5\n2026-03-02,549755885175,,\n",
    );
    expect(await print([{ A: 1 }, { B: 2 }], "csv")).toBe("A,B\n1,\n,2\n");
  });

  it("keep commas, quotes and line ends in CSV", async () => {
    expect(await print([{ NAME: 'a "b", c\nd' }], "csv", ["NAME"])).toBe('NAME\n"a ""b"", c\nd"\n');
  });
});

describe("a table", () => {
  it("has numbers to the right and text to the left", () => {
    expect(
      table([
        { NAME: "a", SPEND: 1.5 },
        { NAME: "longer", SPEND: 10 },
      ]),
    ).toBe("NAME    SPEND\na         1.5\nlonger     10\n");
  });

  it("shortens and defuses what others wrote", () => {
    expect(table([{ NAME: `\u001b[2J${"x".repeat(60)}` }])).toBe(`NAME\n\ufffd[2J${"x".repeat(35)}…\n`);
  });
});
