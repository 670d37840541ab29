import type { Body, Entry } from "../session.js";

/** What the runtime calls the report that `run` makes. */
const FLOW = "report";
const SHORT = 16;

export interface Task {
  readonly adAccountId: string;
  readonly body: Body;
  /** What a journal knows it by, the same in every run. */
  readonly key: string;
  /** What its rows are called on the disk. */
  readonly name: string;
}

/** One for each account and span of days, accounts in their order. */
export async function tasksOf(
  accounts: readonly string[],
  bodies: readonly Body[],
  journalKey: Entry["journalKey"],
): Promise<readonly Task[]> {
  const pairs = accounts.flatMap((adAccountId) => bodies.map((body) => ({ adAccountId, body })));
  return Promise.all(
    pairs.map(async (pair) => {
      const key = await journalKey({ flow: FLOW, ...pair });
      return { ...pair, key, name: `${pair.adAccountId}-${key.slice(0, SHORT)}` };
    }),
  );
}
