/** Random numbers from a seed, which are the same on every machine. */
export interface Random {
  /** Returns a number that is at least 0 and less than 1. */
  next(): number;
  /** Returns an integer that is at least 0 and less than `below`. */
  below(below: number): number;
  /** Returns a random item of a non-empty list. */
  of<One>(list: readonly One[]): One;
  /** Returns true or false with equal probability. */
  coin(): boolean;
}

/** Creates a generator from any words and numbers as its seed. */
export function randomBy(...seed: readonly (string | number)[]): Random {
  let state = hashOf(seed.join("\n"));
  const next = (): number => {
    // The algorithm is mulberry32.
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
  const below = (limit: number): number => Math.floor(next() * limit);
  return {
    next,
    below,
    of: (list) => list[below(list.length)] as (typeof list)[number],
    coin: () => next() < 0.5,
  };
}

/** The list in random order. */
export function shuffled<One>(list: readonly One[], random: Random): readonly One[] {
  return list
    .map((one) => [random.next(), one] as const)
    .sort(([one], [other]) => one - other)
    .map(([, one]) => one);
}

/** A 32-bit FNV-1a hash. */
function hashOf(text: string): number {
  let hash = 0x811c9dc5;
  for (const character of text)
    hash = Math.imul(hash ^ (character.codePointAt(0) ?? 0), 0x01000193);
  return hash | 0;
}
