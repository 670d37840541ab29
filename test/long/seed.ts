/** What draws the cases of the long proofs: another number, other cases. */
export const SEED = Number(process.env.LONG_SEED ?? 1);
