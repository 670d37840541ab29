import { Usage } from "../usage.js";

// Pinterest's name for what reports count against.
const CATEGORY = "ads_analytics";
const MOST_AT_ONCE = 1_000;
const MOST_CALLS = 1_000_000;
const [LEAST_MS, MOST_MS] = [1_000, 86_400_000];

const UNITS: Readonly<Record<string, number>> = { s: 1_000, m: 60_000, h: 3_600_000 };
const PER: Readonly<Record<string, number>> = { minute: 60_000, day: 86_400_000 };

/** The flags that say how reports are carried. */
export interface LimitFlags {
  /** `20` */
  readonly concurrency?: string | undefined;
  /** `90s`, `30m` or `2h` */
  readonly deadline?: string | undefined;
  /** The same, for the run as a whole. */
  readonly giveUpAfter?: string | undefined;
  /** `300` a minute, or `1000/day` */
  readonly rateLimit?: string | undefined;
}

/** How reports are carried; what nobody has said is left to the client. */
export interface Limits {
  readonly concurrency?: number;
  readonly deadlineMs?: number;
  readonly runDeadlineMs?: number;
  readonly rateLimits?: Readonly<Record<string, { readonly requests: number; readonly perMs: number }>>;
}

/** What the flags say. Throws Usage for what cannot be. */
export function limitsFrom({ concurrency, deadline, giveUpAfter, rateLimit }: LimitFlags): Limits {
  return {
    ...(concurrency !== undefined && { concurrency: atOnce(concurrency) }),
    ...(deadline !== undefined && { deadlineMs: timeIn("--deadline", deadline) }),
    ...(giveUpAfter !== undefined && { runDeadlineMs: timeIn("--give-up-after", giveUpAfter) }),
    ...(rateLimit !== undefined && { rateLimits: { [CATEGORY]: rateIn(rateLimit) } }),
  };
}

function atOnce(text: string): number {
  const count = /^\d{1,9}$/.test(text) ? Number(text) : 0;
  if (count > 0 && count <= MOST_AT_ONCE) return count;
  throw new Usage(`--concurrency ${text} is not a number of reports`, "It is a whole number from 1 to 1000; 20 without it.");
}

function timeIn(flag: keyof typeof OF_TIME, text: string): number {
  const [, count = "", unit = ""] = /^(\d{1,6})([smh])$/.exec(text) ?? [];
  const ms = Number(count) * (UNITS[unit] ?? 0);
  if (ms >= LEAST_MS && ms <= MOST_MS) return ms;
  throw new Usage(`${flag} ${text} is not a time`, `Write 90s, 30m or 2h: from 1s to 24h ${OF_TIME[flag]}.`);
}

const OF_TIME = {
  "--deadline": "for each report; 10m without it",
  "--give-up-after": "for the whole run; as long as it takes without it",
} as const;

function rateIn(text: string): { readonly requests: number; readonly perMs: number } {
  const [, count = "", per = "minute"] = /^(\d{1,7})(?:\/(minute|day))?$/.exec(text) ?? [];
  const requests = Number(count);
  const perMs = PER[per] ?? 0;
  if (requests > 0 && requests <= MOST_CALLS) return { requests, perMs };
  throw new Usage(
    `--rate-limit ${text} is not a number of calls`,
    "Write 300 for so many a minute, or 1000/day, which trial access has; 300 without it.",
  );
}
