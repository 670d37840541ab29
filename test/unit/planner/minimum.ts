// A second, slow implementation of what the planner may do, independent of its code.

/** `2024-06-15` as a day number. */
export function day(text: string): number {
  return Date.parse(`${text}T00:00:00Z`) / 86_400_000;
}

/** A day number as `2024-06-15`. */
export function date(day: number): string {
  return new Date(day * 86_400_000).toISOString().slice(0, 10);
}

/** The buckets of a range as lists of days: weeks from Monday to Sunday, or calendar months. */
export function buckets(
  first: number,
  last: number,
  granularity: string,
): readonly (readonly number[])[] {
  const named = new Map<string, number[]>();
  for (let one = first; one <= last; one++) {
    const at = new Date(one * 86_400_000);
    const monday = one - ((at.getUTCDay() + 6) % 7);
    const name =
      granularity === "WEEK"
        ? `week of ${monday}`
        : granularity === "MONTH"
          ? date(one).slice(0, 7)
          : `day ${one}`;
    named.set(name, [...(named.get(name) ?? []), one]);
  }
  return [...named.values()];
}

/**
 * The smallest number of windows of `least` to `most` days that contain all buckets without cutting
 * any. Tries every division. Infinity if there is none.
 */
export function minimum(
  sizes: readonly number[],
  { least = 1, most }: { readonly least?: number; readonly most: number },
): number {
  const best = [0];
  for (let end = 1; end <= sizes.length; end++) {
    best[end] = Number.POSITIVE_INFINITY;
    for (let start = 0; start < end; start++) {
      const length = sizes.slice(start, end).reduce((sum, size) => sum + size, 0);
      if (length >= least && length <= most)
        best[end] = Math.min(best[end] ?? 0, (best[start] ?? 0) + 1);
    }
  }
  return best[sizes.length] ?? 0;
}
