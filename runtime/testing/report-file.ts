import { fileOf, fixed, type ReportFile, type Stretch, sizeOf } from "./long-file.js";
import { type AskedReport, ReportData } from "./report-data.js";
import { beginningOf, CHILDREN, type Place, unmarked } from "./report-ids.js";
import { type Layout, layoutOf, type Shape } from "./report-text.js";

// So many entities, or twice as many and so on, come again with all that they stand in and with names of the same form.
const ROUND = 24;
const PATTERN = 256 * 1024;
const MOST_ENTITIES = 100 * ROUND;

export interface FileOptions {
  readonly entities: number;
  /** The file is at least so long: it has more entities where these are too few. */
  readonly bytes: number;
}

/**
 * The file of a report: the same for the same report and options. The first entities are made, some hundreds of kilobytes of them; where there
 * are more, their text comes again under ids of their own, so that neither time nor memory grows with the number.
 */
export function reportFile(asked: AskedReport, { entities, bytes }: FileOptions, shape: Shape = "usual"): ReportFile {
  const { report_format, primary_sort } = asked.body;
  const data = new ReportData(asked);
  const layout = layoutOf(data, { csv: report_format === "CSV", byDate: primary_sort === "BY_DATE", shape });
  const asMany = Math.min(entities, data.most);
  const made = firstEntities(layout, { entities: asMany, bytes });
  const depths = new Map([data.level, ...data.within].map((kind, depth) => [beginningOf(kind), depth]));
  // An ad group more is half a campaign more.
  const growth = (beginning: string) => made.length / CHILDREN ** (depths.get(beginning) ?? 0);
  const blocks = layout.sections.map((_, index) =>
    blockOf(
      made.map((parts) => parts[index] ?? ""),
      growth,
    ),
  );
  const whole = (count: number) => stretchesOf(layout, blocks, count);
  return fileOf(whole(enough({ whole, round: made.length, entities: asMany, bytes })));
}

/** As many entities as it takes to see how they go on, each with its text in each section. */
function firstEntities({ parts }: Layout, { entities, bytes }: FileOptions): readonly (readonly string[])[] {
  const made: (readonly string[])[] = [];
  for (let length = 0; made.length < entities || bytes > 0; ) {
    const isRound = made.length > 0 && made.length % ROUND === 0;
    const isEnough = length >= PATTERN || made.length >= MOST_ENTITIES || (made.length >= entities && length >= bytes);
    if (isRound && isEnough) break;
    const one = parts(made.length);
    made.push(one);
    for (const { length: more } of one) length += more;
  }
  return made;
}

/** What all entities have in one section, and where each of them ends. */
interface Block {
  readonly bytes: Uint8Array;
  readonly places: readonly Place[];
  readonly ends: readonly number[];
}

function blockOf(parts: readonly string[], growth: (beginning: string) => number): Block {
  const made = parts.map((text) => unmarked(text, growth));
  const bytes = new Uint8Array(made.reduce((sum, one) => sum + one.bytes.length, 0));
  const [places, ends]: [Place[], number[]] = [[], [0]];
  let at = 0;
  for (const one of made) {
    bytes.set(one.bytes, at);
    for (const place of one.places) places.push({ ...place, at: place.at + at });
    at += one.bytes.length;
    ends.push(at);
  }
  return { bytes, places, ends };
}

/** The file with so many entities. */
function stretchesOf({ head, sections, between, tail }: Layout, blocks: readonly Block[], count: number): readonly Stretch[] {
  const filled = blocks.flatMap(({ bytes, places, ends }, index) => {
    const round = ends.length - 1;
    const full = round === 0 ? 0 : Math.floor(count / round) * bytes.length + (ends[count % round] ?? 0);
    const section = sections[index];
    return full === 0 || section === undefined ? [] : [{ section, stretch: { block: bytes, places, length: full - between.length } }];
  });
  const inside = filled.flatMap(({ section, stretch }, index) => [
    fixed((index === 0 ? "" : between) + section.head),
    stretch,
    fixed(section.tail),
  ]);
  return [fixed(head), ...inside, fixed(tail)].filter(({ length }) => length > 0);
}

interface Enough extends FileOptions {
  readonly whole: (count: number) => readonly Stretch[];
  /** How many entities were made. */
  readonly round: number;
}

/** How many entities make the file long enough: no fewer than were asked for, and no more than it takes. */
function enough({ whole, round, entities, bytes }: Enough): number {
  const [given, one, two] = [entities, round, 2 * round].map((count) => sizeOf(whole(count))) as [number, number, number];
  if (given >= bytes || two <= one) return entities;
  let few = Math.max(entities, (1 + Math.floor((bytes - one) / (two - one))) * round);
  let many = few + round;
  while (few < many) {
    const half = Math.floor((few + many) / 2);
    if (sizeOf(whole(half)) < bytes) few = half + 1;
    else many = half;
  }
  return few;
}
