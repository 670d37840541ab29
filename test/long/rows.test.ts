import { parse } from "csv-parse/sync";
import fc from "fast-check";
import { expect, it } from "vitest";
import { DownloadError } from "../../runtime/errors.js";
import type { Format } from "../../runtime/rows/reader.js";
import { readRows } from "../../runtime/rows/rows.js";
import { SEED } from "./seed.js";

const FILES = 1_000;

type Row = Readonly<Record<string, unknown>>;
const encoder = new TextEncoder();

async function rowsOf(pieces: readonly Uint8Array[], format: Format): Promise<readonly Row[]> {
  async function* source(): AsyncGenerator<Uint8Array> {
    yield* pieces;
  }
  const rows: Row[] = [];
  const options = {
    ids: [],
    zeros: [],
    format,
    pick: (row: unknown) => row as Row,
    failed: (error: unknown) => error,
  };
  for await (const row of readRows(source(), options)) rows.push(row as Row);
  return rows;
}

/** Cuts a file into two chunks at each byte, and truncates it at each byte. */
async function cutEverywhere(
  text: string,
  format: Format,
  rows: readonly Row[],
  mayEnd: (at: number) => boolean,
): Promise<number> {
  const bytes = encoder.encode(text);
  const wanted = JSON.stringify(rows);
  for (let at = 0; at <= bytes.length; at++) {
    const read = await rowsOf([bytes.slice(0, at), bytes.slice(at)], format);
    // Compared as text first, because an assertion for each byte takes longer than reading.
    if (JSON.stringify(read) !== wanted) expect(read, `cut at byte ${at} of ${text}`).toEqual(rows);
    if (at === bytes.length || mayEnd(at)) continue;
    const ended = await rowsOf([bytes.slice(0, at)], format).catch((error: unknown) => error);
    if (!(ended instanceof DownloadError))
      expect(ended, `ended at byte ${at} of ${text}`).toBeInstanceOf(DownloadError);
  }
  return bytes.length + 1;
}

// Columns of ids and dates contain text in any file, and so do columns of numbers that JSON.parse
// would round: see test/unit/rows/rows.test.ts.
const names = fc.uniqueArray(
  fc.oneof(
    fc.constantFrom("CTR", "SPEND", "é", "__proto__", 'a"b'),
    fc.string({ minLength: 1, maxLength: 5 }),
  ),
  {
    minLength: 1,
    maxLength: 5,
  },
);
const texts = fc
  .string({ unit: "binary", maxLength: 8 })
  .filter((text) => !/[\ud800-\udfff]/u.test(text));

const scalars = fc.oneof(texts, fc.integer(), fc.constantFrom(0.1, -1.5e-7, 1e-21, true, false));
const jsonRow = names.chain((keys) =>
  fc
    .tuple(...keys.map(() => scalars))
    .map((cells) => Object.fromEntries(keys.map((key, index) => [key, cells[index]]))),
);
const byKey = fc.dictionary(
  fc.stringMatching(/^[0-9a-z-]{1,10}$/),
  fc.array(jsonRow, { maxLength: 3 }),
  { minKeys: 1, maxKeys: 3 },
);

it(`${FILES} JSON files, cut and truncated at every byte, produce the rows of JSON.parse or an error`, async () => {
  let cuts = 0;
  await fc.assert(
    fc.asyncProperty(byKey, fc.constantFrom(undefined, 1), async (file, space) => {
      const text = JSON.stringify(file, null, space);
      const parsed = JSON.parse(text) as Readonly<Record<string, readonly Row[]>>;
      cuts += await cutEverywhere(text, "JSON", Object.values(parsed).flat(), (at) => at === 0);
    }),
    { numRuns: FILES, seed: SEED },
  );
  console.log(`${cuts} cuts of JSON`);
});

const cells = fc.oneof(
  fc.constantFrom("", "1", "a,b", 'q"q', "x\r\ny", "é😀", "long enough to be kept apart"),
  texts.filter((text) => !/^\ufeff/.test(text)),
);
// With a single column, a row without a value is an empty line.
const headers = names.filter(({ length }) => length > 1);
const table = headers.chain((header) =>
  fc.tuple(fc.constant(header), fc.array(fc.tuple(...header.map(() => cells)), { maxLength: 4 })),
);

it(`${FILES} CSV files, cut at every byte, produce the rows of csv-parse, or an error if truncated in the middle of a row`, async () => {
  let cuts = 0;
  await fc.assert(
    fc.asyncProperty(table, fc.constantFrom("\n", "\r\n"), async ([header, lines], end) => {
      const quoted = (text: string): string =>
        /[",\r\n]|^$/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
      const text = [header, ...lines].map((line) => line.map(quoted).join(",") + end).join("");
      // Text that begins like JSON or HTML is distinguished from CSV by its first character.
      fc.pre(!/^\s*[[{<]/.test(text));
      // A sentence is recognized by a letter after each comma and space.
      const spaced = header.slice(1).map((name) => /^\s\p{L}/u.test(name));
      fc.pre(lines.length > 0 || header.length === 1 || spaced.includes(false));
      const [head = [], ...others] = parse(text, {
        bom: true,
        relax_column_count: false,
        skip_empty_lines: false,
      }) as string[][];
      const rows = others.map((line) =>
        Object.fromEntries(
          line.flatMap((cell, index) => (cell === "" ? [] : [[head[index] ?? "", cell] as const])),
        ),
      );
      // If a row or a cell could be complete, no reader can tell that more is missing. Only the
      // announced size shows it.
      cuts += await cutEverywhere(text, "CSV", rows, () => true);
    }),
    { numRuns: FILES, seed: SEED },
  );
  console.log(`${cuts} cuts of CSV`);
});
