// How much a run of the tests tries, said once: `npm test` answers soon, `npm run test:all` tries
// everything, `.ci/long` draws most.

/**
 * Whether all is tried. Set by vitest.config.ts: `npm run test:all` runs in the mode `all`, unless
 * the environment has `TEST_EFFORT=some`.
 */
export const isAll: boolean =
  process.env.TEST_EFFORT === "all" || process.env.TEST_EFFORT === "long";

/**
 * Whether more is tried than `npm run test:all` has time for: by `.ci/long`, with
 * `TEST_EFFORT=long`, and by programs that are no tests.
 */
export const isLong: boolean =
  process.env.TEST_EFFORT === "long" || process.env.TEST_EFFORT === undefined;

/**
 * At most so many bodies, files or texts are drawn for one property; `.ci/long` sets it to 20,000.
 */
export const PROPERTY_RUNS: number = Number(process.env.PROPERTY_RUNS ?? (isAll ? 2_000 : 40));

/**
 * How many a property draws: `most` where all is tried, else as many as there is time for; `least`
 * where it must meet every case.
 */
export function runs(most: number, least = 0): number {
  return Math.min(most, Math.max(least, PROPERTY_RUNS));
}

/**
 * How many of something that costs much, such as accounts in a run: `all` where all is tried, else
 * `some`.
 */
export function many(all: number, some: number): number {
  return isAll ? all : some;
}

/** Of things in the order of their age, such as descriptions: all, or an old and the newest one. */
export function tried<Thing>(things: readonly Thing[]): readonly Thing[] {
  if (isAll || things.length <= 2) return things;
  const [old, newest] = [things[Math.floor(things.length / 3)], things.at(-1)];
  return [old as Thing, newest as Thing];
}

/**
 * Of things that are tried together with others: all, or a share that moves on with each turn, so
 * that so many turns meet all.
 */
export function inTurn<Thing>(
  things: readonly Thing[],
  turn: number,
  turns: number,
): readonly Thing[] {
  return isAll ? things : things.filter((_, index) => index % turns === turn % turns);
}
