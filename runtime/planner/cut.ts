import type { Bucket } from "./types.js";

/** From one edge up to, and without, another. */
export type Piece = readonly [from: number, to: number];

/**
 * Cuts at edges into the fewest pieces whose lengths are within the limits; of all such cuts the one whose first pieces are longest.
 * Null when there is none. Edges ascend; the first and the last are the ends of what is cut.
 */
export function fewest(edges: readonly number[], { least, most }: { readonly least: number; readonly most: number }): Piece[] | null {
  const edge = (index: number): number => edges[index] as number;
  const last = edges.length - 1;
  const need = new Array<number>(edges.length).fill(Number.POSITIVE_INFINITY);
  const next = new Array<number>(edges.length).fill(last);
  const needed = (index: number): number => need[index] as number;
  // No cut of the rest can do with less, so the search for a better one may end there.
  const atLeast = (index: number): number => (index === last ? 0 : Math.max(1, Math.ceil((edge(last) - edge(index)) / most)));
  need[last] = 0;
  for (let from = last - 1, far = last; from >= 0; from--) {
    while (far > from && edge(far) - edge(from) > most) far--;
    for (let to = far; to > from && edge(to) - edge(from) >= least; to--) {
      if (needed(to) + 1 < needed(from)) {
        need[from] = needed(to) + 1;
        next[from] = to;
      }
      if (needed(to) === atLeast(to)) break;
    }
  }
  if (needed(0) === Number.POSITIVE_INFINITY) return null;
  const pieces: Piece[] = [];
  for (let from = 0; from < last; from = next[from] as number) pieces.push([edge(from), edge(next[from] as number)]);
  return pieces;
}

/** Where days may be cut: the first day, each day that begins a bucket, the day after the last. */
export function edgesOf(first: number, last: number, bucket: Bucket): readonly number[] {
  const edges = [first];
  for (let day = first + 1; day <= last; day++) if (begins(day, bucket)) edges.push(day);
  return [...edges, last + 1];
}

/** The first day, from this one on, on which a bucket begins. A total begins anywhere: its only bucket is what is asked for. */
export function edgeFrom(day: number, bucket: Bucket): number {
  let edge = day;
  while (bucket !== "total" && !begins(edge, bucket)) edge++;
  return edge;
}

// Pinterest does not say on which day its weeks begin. Monday, as in ISO 8601, is an assumption; the plan says so where it matters.
const MONDAY = 4;

function begins(day: number, bucket: Bucket): boolean {
  if (bucket === "day") return true;
  if (bucket === "week") return (day - MONDAY) % 7 === 0;
  return bucket === "month" && new Date(day * 86_400_000).getUTCDate() === 1;
}
