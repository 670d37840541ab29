// How thoroughly a run tests: `npm test` is quick, `npm run test:all` runs every case, and
// `.ci/long` tries the most random cases.

/**
 * Whether every case runs. Set by vitest.config.ts: `npm run test:all` uses the mode `all`, unless
 * the environment has `TEST_EFFORT=some`.
 */
export const isAll: boolean =
  process.env.TEST_EFFORT === "all" || process.env.TEST_EFFORT === "long";

/**
 * Whether even more is tried than in `npm run test:all`: in `.ci/long`, with `TEST_EFFORT=long`,
 * and in programs that are not tests.
 */
export const isLong: boolean =
  process.env.TEST_EFFORT === "long" || process.env.TEST_EFFORT === undefined;

/**
 * The maximum number of random bodies, files or texts per property. `.ci/long` sets it to 20,000.
 */
export const PROPERTY_RUNS: number = Number(process.env.PROPERTY_RUNS ?? (isAll ? 2_000 : 40));

/**
 * How many cases a property tries: `most` if every case runs, otherwise fewer, but at least
 * `least`. Set `least` if a property needs that many to reach every case.
 */
export function runs(most: number, least = 0): number {
  return Math.min(most, Math.max(least, PROPERTY_RUNS));
}

/**
 * Returns `all` if every case runs, otherwise `some`. For expensive things, such as accounts in a
 * run.
 */
export function many(all: number, some: number): number {
  return isAll ? all : some;
}

/**
 * Returns all items if every case runs, otherwise only an old one and the newest. The items are
 * sorted by age.
 */
export function tried<Thing>(things: readonly Thing[]): readonly Thing[] {
  if (isAll || things.length <= 2) return things;
  const [old, newest] = [things[Math.floor(things.length / 3)], things.at(-1)];
  return [old as Thing, newest as Thing];
}

/**
 * Returns all items if every case runs, otherwise a share that depends on `turn`. Together, the
 * turns cover all items.
 */
export function inTurn<Thing>(
  things: readonly Thing[],
  turn: number,
  turns: number,
): readonly Thing[] {
  return isAll ? things : things.filter((_, index) => index % turns === turn % turns);
}
