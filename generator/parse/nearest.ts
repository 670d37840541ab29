/** `; did you mean …?` for a name that may be misspelt: the known one that begins and ends most like it. */
export function nearest(name: string, known: readonly string[]): string {
  const [best] = known.map((one) => ({ one, alike: alike(name, one) })).sort((a, b) => b.alike - a.alike);
  return best !== undefined && best.alike >= Math.max(name.length, best.one.length) / 2 ? `; did you mean ${best.one}?` : "";
}

/** How many letters two words have in common before and behind where they differ. */
function alike(one: string, other: string): number {
  const shorter = Math.min(one.length, other.length);
  let head = 0;
  while (head < shorter && one[head] === other[head]) head++;
  let tail = 0;
  while (tail < shorter - head && one.at(-1 - tail) === other.at(-1 - tail)) tail++;
  return head + tail;
}
