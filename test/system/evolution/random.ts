/** Random numbers from a seed: the same on every machine. */
export interface Random {
  /** At least 0 and less than 1. */
  next(): number;
  /** A whole number, at least 0 and less than `below`. */
  below(below: number): number;
  /** One of a list that has some. */
  of<One>(list: readonly One[]): One;
  /** True as often as not. */
  coin(): boolean;
}

/** Draws by a seed of any words. */
export function randomBy(...seed: readonly (string | number)[]): Random {
  let state = hashOf(seed.join("\n"));
  const next = (): number => {
    // mulberry32
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

/** The same in an order that is drawn. */
export function shuffled<One>(list: readonly One[], random: Random): readonly One[] {
  return list
    .map((one) => [random.next(), one] as const)
    .sort(([one], [other]) => one - other)
    .map(([, one]) => one);
}

/** FNV-1a. */
function hashOf(text: string): number {
  let hash = 0x811c9dc5;
  for (const character of text)
    hash = Math.imul(hash ^ (character.codePointAt(0) ?? 0), 0x01000193);
  return hash | 0;
}
