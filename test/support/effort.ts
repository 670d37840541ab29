// How much a run tests: `npm test` answers quickly, `npm run test:all` runs every case, and
// `.ci/long` draws the most.

/**
 * Whether every case runs. Set by vitest.config.ts: `npm run test:all` uses the mode `all`, unless
 * the environment has `TEST_EFFORT=some`.
 */
export const isAll: boolean =
  process.env.TEST_EFFORT === "all" || process.env.TEST_EFFORT === "long";

/**
 * Whether more runs than in `npm run test:all`: in `.ci/long`, with `TEST_EFFORT=long`, and in
 * programs that are not tests.
 */
export const isLong: boolean =
  process.env.TEST_EFFORT === "long" || process.env.TEST_EFFORT === undefined;

/** Most bodies, files or texts that are drawn for one property. `.ci/long` sets it to 20,000. */
export const PROPERTY_RUNS: number = Number(process.env.PROPERTY_RUNS ?? (isAll ? 2_000 : 40));

/**
 * How many cases a property draws: `most` if every case runs, otherwise as many as there is time
 * for. `least` is for a property that must reach every case.
 */
export function runs(most: number, least = 0): number {
  return Math.min(most, Math.max(least, PROPERTY_RUNS));
}

/**
 * The number of something expensive, such as accounts in a run: `all` if every case runs, otherwise
 * `some`.
 */
export function many(all: number, some: number): number {
  return isAll ? all : some;
}

/** All of these things in order of age, such as descriptions, or an old one and the newest. */
export function tried<Thing>(things: readonly Thing[]): readonly Thing[] {
  if (isAll || things.length <= 2) return things;
  const [old, newest] = [things[Math.floor(things.length / 3)], things.at(-1)];
  return [old as Thing, newest as Thing];
}

/**
 * All of these things, or a share that rotates with each turn, so that the turns together cover
 * all.
 */
export function inTurn<Thing>(
  things: readonly Thing[],
  turn: number,
  turns: number,
): readonly Thing[] {
  return isAll ? things : things.filter((_, index) => index % turns === turn % turns);
}
