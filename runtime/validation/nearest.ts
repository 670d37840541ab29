/** The known name that was most likely meant, or null when none is near: at most a third of the letters differ. */
export function nearest(name: string, known: readonly string[]): string | null {
  if (name.length > 100) return null;
  const wanted = name.toUpperCase();
  let best: string | null = null;
  let bound = Math.max(2, Math.floor(name.length / 3)) + 1;
  for (const candidate of known) {
    if (Math.abs(candidate.length - name.length) >= bound) continue;
    const apart = distance(wanted, candidate.toUpperCase(), bound);
    if (apart < bound) {
      bound = apart;
      best = candidate;
    }
  }
  return best;
}

/** Edits between two words, swapped neighbours counting as one; `bound` when it is at least that. */
function distance(from: string, to: string, bound: number): number {
  let before: number[] = [];
  let last = Array.from({ length: to.length + 1 }, (_, at) => at);
  for (let i = 1; i <= from.length; i++) {
    const row = [i];
    let least = i;
    for (let j = 1; j <= to.length; j++) {
      const same = from[i - 1] === to[j - 1];
      let edits = Math.min(at(last, j) + 1, at(row, j - 1) + 1, at(last, j - 1) + (same ? 0 : 1));
      if (i > 1 && j > 1 && from[i - 1] === to[j - 2] && from[i - 2] === to[j - 1]) edits = Math.min(edits, at(before, j - 2) + 1);
      row.push(edits);
      least = Math.min(least, edits);
    }
    if (least >= bound) return bound;
    before = last;
    last = row;
  }
  return Math.min(at(last, to.length), bound);
}

function at(row: readonly number[], index: number): number {
  return row[index] ?? Number.POSITIVE_INFINITY;
}
