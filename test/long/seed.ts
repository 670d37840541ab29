/** The seed of the random cases in the long tests. */
export const SEED = Number(process.env.LONG_SEED ?? 1);
