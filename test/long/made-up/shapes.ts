import { InvalidBodyError } from "../../../generated/index.js";
import { planReport } from "../../../generated/planner.js";
import { reportSchema, validateReport } from "../../../generated/validators.js";
import { isLinearTime } from "../../../generator/lower/pattern-language.js";
import { readDescription, readDescriptionUnindexed } from "../../../generator/parse/description.js";
import { yieldingBytes } from "../../../runtime/bytes.js";
import { redact } from "../../../runtime/redact.js";
import { namedColumns } from "../../../runtime/rows/columns.js";
import { readRows } from "../../../runtime/rows/rows.js";

/**
 * A separate program whose instructions are counted. It creates an input with a known bad shape in
 * the given size, and reads it. Without arguments, it prints the names of the shapes with their
 * smallest sizes. With only a name, it does nothing, which measures the cost of the process.
 */
interface Shape {
  readonly size: number;
  readonly run: (size: number) => unknown;
}

const body = {
  start_date: "2026-03-01",
  end_date: "2026-03-07",
  granularity: "DAY",
  level: "CAMPAIGN",
  columns: ["CAMPAIGN_ID"],
};
const options = { today: "2026-03-08" };
const list = <Item>(size: number, make: (index: number) => Item): Item[] =>
  Array.from({ length: size }, (_, index) => make(index));
const fields = (size: number, value: unknown) =>
  Object.fromEntries(list(size, (index) => [`field_${index}`, value]));

/** Reads a file in chunks of a given size. A rejected file counts as read. */
async function rows(file: string, piece = 16_384): Promise<void> {
  const bytes = new TextEncoder().encode(file);
  async function* pieces() {
    for (let at = 0; at < bytes.length; at += piece) yield bytes.subarray(at, at + piece);
  }
  const asked = {
    ids: [],
    zeros: [],
    format: null,
    pick: (row: unknown) => row,
    failed: (error: unknown) => error,
  };
  try {
    for await (const _ of readRows(yieldingBytes(pieces(), undefined), asked));
  } catch {}
}

/** Reads a description. A rejected one counts as read. */
function description(text: string, read: (text: string) => unknown = readDescription): void {
  try {
    read(text);
  } catch {}
}

function told(change: object): string {
  const found = validateReport({ ...body, ...change }, options);
  reportSchema["~standard"].validate({ ...body, ...change });
  return new InvalidBodyError(found).message + found.map(({ message }) => message).join("");
}

const SHAPES: Readonly<Record<string, Shape>> = {
  "CSV: a header of commas": { size: 4_000, run: (size) => rows(`${",".repeat(size)}\n`) },
  "CSV: a header of one name": { size: 2_000, run: (size) => rows(`${"A,".repeat(size)}A\n`) },
  "CSV: a header of numbered names": {
    size: 1_000,
    run: (size) => rows(`${list(size, (at) => `A (${at + 2})`).join()},${"A,".repeat(size)}A\n`),
  },
  "CSV: columns of a list": {
    size: 2_000,
    run: (size) => {
      const names = list(size, (at) => ({ name: `C${at}`, display_name: `Column ${at}` }));
      const columns = names.map(({ name }) => name);
      namedColumns(
        names,
        { ids: columns, zeros: [], columns },
        { fill: columns, exact: [] },
      )(names.map((one) => one.display_name));
    },
  },
  "CSV: empty lines": { size: 200_000, run: (size) => rows(`A,B\n${"\n".repeat(size)}`) },
  "CSV: a long text before short ones": {
    size: 30_000,
    run: (size) =>
      rows(
        `A\n${"b\nc\n".repeat(8)}${"a".repeat(size)}\n${"b\n".repeat(size / 4)}${"a".repeat(size)}\n`,
        2 ** 24,
      ),
  },
  "CSV: a row in small pieces": {
    size: 150_000,
    run: (size) => rows(`A\n"${"a".repeat(size)}"\n`, 100),
  },
  "CSV: a row of many cells in small pieces": {
    size: 100_000,
    run: (size) => rows(`A\n${",".repeat(size)}\n`, 100),
  },
  "CSV: a row in pieces": { size: 400_000, run: (size) => rows(`A\n"${"a".repeat(size)}`) },
  "CSV: doubled quotes": { size: 150_000, run: (size) => rows(`A\n"${'""'.repeat(size)}"\n`) },
  "JSON: white space before it": {
    size: 200_000,
    run: (size) => rows(`${" ".repeat(size)}[{"A":1}]`),
  },
  "JSON: white space within it": {
    size: 400_000,
    run: (size) => rows(`[${" ".repeat(size)}{"A":1}]`),
  },
  "JSON: a row in small pieces": {
    size: 150_000,
    run: (size) => rows(`[{"A":"${"a".repeat(size)}"}]`, 100),
  },
  "JSON: nulls before a value": {
    size: 6_000,
    run: (size) => rows(`{"1":{${'"A":null,'.repeat(size)}"B":{"C":1}}}`),
  },
  "JSON: a row of ever new columns": {
    size: 2_000,
    run: (size) => rows(`[{${list(size, (at) => `"C${at}":1`).join()}}]`),
  },
  "JSON: rows of ever new columns": {
    size: 3_000,
    run: (size) => rows(`[${list(size, (at) => `{"C${at}":"${at}"}`).join()}]`),
  },
  "JSON: digits": { size: 200_000, run: (size) => rows(`[{"A":${"1".repeat(size)}}]`) },
  "JSON: brackets": { size: 500_000, run: (size) => rows("[".repeat(size)) },
  "JSON: escapes": { size: 80_000, run: (size) => rows(`[{"A":"${"\\n".repeat(size)}"}]`) },
  "a body: wrong columns": {
    size: 2_500,
    run: (size) => told({ columns: list(size, (at) => `COLUMN_${at}`) }),
  },
  "a body: bad ids": {
    size: 8_000,
    run: (size) =>
      told({ product_group_ids: list(size, (at) => `x${at}`), columns: list(size, (at) => at) }),
  },
  "a body: wrong fields": { size: 2_000, run: (size) => told(fields(size, 1)) },
  "a body: one column again and again": {
    size: 20_000,
    run: (size) => told({ columns: list(size, () => "CAMPAIGN_ID") }),
  },
  "a body: long texts": {
    size: 300_000,
    run: (size) =>
      told({
        start_date: "1".repeat(size),
        campaign_ids: ["1".repeat(size)],
        columns: ["_A".repeat(size)],
      }),
  },
  "a plan: lists that are too long": {
    size: 10_000,
    run: (size) => planReport({ ...body, campaign_ids: list(size, (at) => `${at}`) }, options),
  },
  "a refusal: quotes": {
    size: 20_000,
    run: (size) => redact(`"a${" ".repeat(size)}`.repeat(3) + '"a'.repeat(size), ["secret-one"]),
  },
  "a refusal: words": {
    size: 20_000,
    run: (size) =>
      redact(`${"a".repeat(size)}=${"token=".repeat(size)}%41${"%4".repeat(size)}`, ["secret-one"]),
  },
  "a pattern: repetitions": {
    size: 100,
    run: (size) => isLinearTime(`^(${"a{0,9}b".repeat(Math.min(size, 140))})*$`),
  },
  "YAML: keys": {
    size: 1_500,
    run: (size) =>
      description(list(size, (at) => `k${at}: 1\n`).join(""), readDescriptionUnindexed),
  },
  "YAML: one key again and again": {
    size: 1_500,
    run: (size) => description("k: 1\n".repeat(size), readDescriptionUnindexed),
  },
  "YAML: keys in braces": {
    size: 1_500,
    run: (size) =>
      description(`{${list(size, (at) => `k${at}: 1`).join(", ")}}`, readDescriptionUnindexed),
  },
  "YAML: paths": {
    size: 1_000,
    run: (size) =>
      description(
        `openapi: 3.0.3\npaths:\n${list(size, (at) => `  /p${at}:\n    get: {}\n`).join("")}`,
      ),
  },
  "YAML: deep lines": {
    size: 20_000,
    run: (size) =>
      description(`paths:\n${" ".repeat(size)}/a:\n${`${" ".repeat(20)}x\n`.repeat(size / 10)}`),
  },
  "YAML: brackets": {
    size: 2_000,
    run: (size) => description("[".repeat(size), readDescriptionUnindexed),
  },
  "YAML: aliases": {
    size: 1_500,
    run: (size) => description(`a: &a 1\nb:\n${"- *a\n".repeat(size)}`, readDescriptionUnindexed),
  },
  "YAML: comments": {
    size: 4_000,
    run: (size) => description(`a: 1\n${"# x\n".repeat(size)}b: 2\n`, readDescriptionUnindexed),
  },
  "YAML: what is broken": {
    size: 1_500,
    run: (size) => description(`a:\n${"- }\n".repeat(size)}`, readDescriptionUnindexed),
  },
  "YAML: references that lead nowhere": {
    size: 4_000,
    run: (size) =>
      description(
        `paths:\n${list(size, (at) => `  /p${at}:\n    $ref: '#/components/schemas/S${at}'\n`).join("")}components:\n  schemas:\n    A: {}`,
      ),
  },
  "a JSON description: keys": {
    size: 10_000,
    run: (size) => description(`{${list(size, (at) => `"k${at}":1`).join()}}`),
  },
  "a JSON description: brackets": {
    size: 50_000,
    run: (size) => description(`{"a":${"[".repeat(size)}`),
  },
  "a JSON description: escapes": {
    size: 100_000,
    run: (size) => description(`{"a":"${"\\\\".repeat(size)}"}`),
  },
};

const [, , name, size] = process.argv;
if (name === undefined)
  process.stdout.write(
    JSON.stringify(Object.entries(SHAPES).map(([shape, { size: smallest }]) => [shape, smallest])),
  );
else if (size !== undefined) await SHAPES[name]?.run(Number(size));
