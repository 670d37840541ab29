import { readFileSync } from "node:fs";
import fc from "fast-check";
import { reportFacts } from "../../generated/report/facts.js";
import { type Entity, parseRows } from "../../generator/parse/annotations.js";
import { many, runs } from "./effort.js";

type Values = Readonly<Record<string, unknown>>;

/** How many files each way of reading rows reads. */
export const FILES = Number(process.env.REPORT_FILES ?? Math.max(many(1_300, 650), runs(10_000)));

export interface Sort {
  readonly level: string;
  readonly granularity: string;
  readonly primary_sort: "BY_ID" | "BY_DATE";
}

/** A report's JSON file, the body that requests it, and each row's identity. */
export interface MadeFile {
  readonly body: Values;
  readonly text: string;
  readonly keys: readonly string[];
}

const entities = parseRows(
  readFileSync(new URL("../../spec/rows.yaml", import.meta.url), "utf8"),
).get("analytics/create_report");

function valuesOf(field: string): readonly string[] {
  const type = reportFacts.body.fields.find(({ name }) => name === field)?.type;
  return (
    reportFacts.enums.find((one) => type !== undefined && "name" in type && one.name === type.name)
      ?.values ?? []
  ).map(String);
}

/** Every combination of level, granularity and sort order. */
export const SORTS: readonly Sort[] = valuesOf("level").flatMap((level) =>
  valuesOf("granularity").flatMap((granularity) =>
    (["BY_ID", "BY_DATE"] as const).map((primary_sort) => ({ level, granularity, primary_sort })),
  ),
);

/** Generates this many files of one sort, always the same ones. */
export function filesOf(sort: Sort, count: number): readonly MadeFile[] {
  const entity = entities?.get(sort.level.replace(/_TARGETING$/, ""));
  if (entity === undefined) throw new Error(`spec/rows.yaml says nothing of ${sort.level}`);
  return fc.sample(fileOf(sort, entity), { numRuns: count, seed: SORTS.indexOf(sort) + 1 });
}

/**
 * The columns that identify rows at a level, from spec/rows.yaml. If an id has several names, the
 * caller chooses one.
 */
export function keyOf(
  { level, granularity }: Sort,
  { ids, ours, besides }: Entity,
  id: string | undefined,
): readonly string[] {
  return [
    ours ?? id ?? ids[0] ?? "",
    ...besides,
    ...(granularity === "TOTAL" ? [] : ["DATE"]),
    ...(level.endsWith("_TARGETING") ? ["TARGETING_TYPE", "TARGETING_VALUE"] : []),
  ];
}

/** The part of a row that identifies it, as text. */
export function wordsOf(row: Values, key: readonly string[]): string {
  return key
    .map(
      (name) =>
        `${name}=${typeof row[name] === "string" ? row[name] : `no text: ${String(row[name])}`}`,
    )
    .join(" ");
}

// Adjacent ids that a number cannot tell apart, and shorter ids.
const anyId = fc.oneof(
  fc.integer({ min: 0, max: 9 }).map((last) => `21786170071893637${last}`),
  fc.integer({ min: 0, max: 9 }).map((last) => `62670000000${last}`),
  fc.integer({ min: 0, max: 9 }).map(String),
);
// Only a few values, so that rows of a file often differ only in their identity. Files omit rows
// with only zeros.
const anyMetrics = fc.constantFrom<Values>(
  { TOTAL_CLICKTHROUGH: 2 },
  { SPEND_IN_DOLLAR: 1.5 },
  { TOTAL_CLICKTHROUGH: 2, SPEND_IN_DOLLAR: null },
);

function anyDate(granularity: string): fc.Arbitrary<string | null> {
  const day = fc.integer({ min: 1, max: 4 }).map((number) => `2026-03-0${number}`);
  if (granularity === "TOTAL") return fc.constant(null);
  return granularity === "HOUR"
    ? fc.tuple(day, fc.constantFrom("00", "13")).map(([one, hour]) => `${one}T${hour}:00:00`)
    : day;
}

interface Place {
  readonly id: string;
  readonly besides: string;
  readonly date: string | null;
  readonly segment: string;
}

function fileOf(sort: Sort, entity: Entity): fc.Arbitrary<MadeFile> {
  const { ids, ours } = entity;
  const isTargeting = sort.level.endsWith("_TARGETING");
  const place: fc.Arbitrary<Place> = fc.record({
    id: anyId,
    besides: fc.constantFrom("2680067996745", "2680067996746"),
    date: anyDate(sort.granularity),
    segment: isTargeting
      ? fc.constantFrom("APPTYPE iphone", "APPTYPE web", "GENDER web")
      : fc.constant(""),
  });
  const distinct = ({ id, besides, date, segment }: Place) =>
    `${id} ${entity.besides.length === 0 ? "" : besides} ${date} ${segment}`;
  const places = fc.uniqueArray(fc.tuple(place, anyMetrics, fc.boolean(), fc.boolean()), {
    selector: ([one]) => distinct(one),
    maxLength: 12,
  });
  return fc
    .record({
      places,
      asked: ids.length === 0 ? fc.constant(undefined) : fc.constantFrom(...ids),
      nesting: fc.constantFrom("lists", "both", "rows"),
      null: fc.boolean(),
    })
    .map(({ places: all, asked, nesting, null: withNull }) => {
      const columns = [
        ...new Set([
          ...(asked === undefined ? [] : [asked]),
          ...entity.besides,
          "SPEND_IN_DOLLAR",
          "TOTAL_CLICKTHROUGH",
        ]),
      ];
      const key = keyOf(sort, entity, asked);
      const keys: string[] = [];
      const tree: Record<string, unknown> = withNull ? { "600000000000": null } : {};
      const byDate = sort.primary_sort === "BY_DATE" && sort.granularity !== "TOTAL";
      const isDated = sort.granularity !== "TOTAL";
      // If no column contains the id, a list keyed only by date could not identify its rows.
      const both = isDated && (nesting !== "lists" || (byDate && ours !== undefined));
      for (const [{ id, besides, date, segment }, metrics, repeated, quoted] of all) {
        const [type, value] = segment.split(" ");
        const said = {
          ...(date !== null && { DATE: date }),
          ...(isTargeting && { TARGETING_TYPE: type, TARGETING_VALUE: value }),
          ...Object.fromEntries(entity.besides.map((name) => [name, besides])),
        };
        keys.push(wordsOf({ ...said, [ours ?? asked ?? ""]: id }, key));
        const isUnderDate = both || byDate;
        const isUnderId = both || !byDate;
        // An 18-digit number as files contain it. It replaces this placeholder in the text.
        const written = asked === undefined ? {} : { [asked]: quoted ? id : `#${id}` };
        const { DATE, ...others } = said as Values;
        const row = {
          ...(isUnderDate && !repeated ? {} : DATE === undefined ? {} : { DATE }),
          ...others,
          ...(isUnderId && !repeated ? {} : written),
          ...metrics,
        };
        const path = [...(isUnderDate ? [date ?? ""] : []), ...(isUnderId ? [id] : [])];
        put(tree, byDate ? path : path.toReversed(), row);
      }
      if (nesting === "rows") single(tree);
      const text = JSON.stringify(tree).replaceAll(/"#(\d+)"/g, "$1");
      return {
        body: { ...sort, start_date: "2026-03-01", end_date: "2026-03-02", columns },
        text,
        keys,
      };
    });
}

/** Adds a row to the list at these nested keys. */
function put(
  tree: Record<string, unknown>,
  [first = "", ...rest]: readonly string[],
  row: Values,
): void {
  if (rest.length === 0) {
    const list = (tree[first] ?? []) as unknown[];
    tree[first] = [...list, row];
    return;
  }
  const below = (tree[first] ?? {}) as Record<string, unknown>;
  tree[first] = below;
  put(below, rest, row);
}

/** Replaces each list that has a single row by that row. */
function single(tree: Record<string, unknown>): void {
  for (const [name, value] of Object.entries(tree)) {
    if (!Array.isArray(value) && typeof value === "object" && value !== null)
      single(value as Record<string, unknown>);
    if (Array.isArray(value) && value.length === 1) tree[name] = value[0];
  }
}
