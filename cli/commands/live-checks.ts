import { createInterface } from "node:readline/promises";
import { PassThrough } from "node:stream";
import { isoDay, utcToday } from "../../runtime/validation/dates.js";
import { pluralize } from "../../runtime/validation/wording.js";
import { loadClient } from "../modules.js";
import type { Body, Client } from "../session.js";
import { clockOf, type Io } from "../terminal/io.js";
import { usageError } from "../terminal/usage.js";

/** The result of a live report. It contains no ids, names, amounts or tokens. */
export interface LiveResult {
  readonly subject: string;
  /** Whether the report answered the question that it was created for. */
  readonly isSettled: boolean;
  readonly message: string;
  /** A sentence that says when to try again, if a rate limit stopped the report; otherwise null. */
  readonly fix: string | null;
}

interface LiveReport {
  readonly subject: string;
  readonly body: (day: (ago: number) => string) => Body;
  /** Interprets the content of the report's file. */
  readonly read: (text: string) => Answer;
}

/** The parts of a `RateLimitError` that messages need. */
interface RateLimitFacts {
  readonly sent: boolean;
  readonly category: string | null;
  readonly retryAfterMs: number | null;
  readonly retryAt: string | null;
}

type Answer = Pick<LiveResult, "isSettled" | "message">;

const METRICS = ["SPEND_IN_DOLLAR", "PAID_IMPRESSION"] as const;
// How many days ago to look for a day without activity. Most of today's campaigns did not exist
// then.
const QUIET_DAY = 730;
const ID_DAYS = 30;

/** Questions that only a real account can answer, each with the report to request. */
const REPORTS: readonly LiveReport[] = [
  {
    subject: "no activity",
    body: (day) => ({
      start_date: day(QUIET_DAY),
      end_date: day(QUIET_DAY),
      granularity: "DAY",
      level: "CAMPAIGN",
      columns: ["CAMPAIGN_ID", ...METRICS],
    }),
    read: (text) => {
      const rows = rowCount(text);
      return {
        isSettled: rows === 0,
        message:
          rows === 0
            ? `a report without activity is ${emptyShape(text)}`
            : `inconclusive: the account had activity ${pluralize(QUIET_DAY, "day")} ago`,
      };
    },
  },
  {
    subject: "windows",
    body: (day) => ({
      start_date: day(1),
      end_date: day(1),
      granularity: "DAY",
      level: "CAMPAIGN",
      columns: ["CAMPAIGN_ID", "TOTAL_CONVERSIONS"],
      click_window_days: 30,
      engagement_window_days: 0,
      view_window_days: 0,
    }),
    read: () => ({ isSettled: true, message: "30/0/0 is accepted" }),
  },
  {
    subject: "big ids",
    body: (day) => ({
      start_date: day(ID_DAYS),
      end_date: day(1),
      granularity: "TOTAL",
      level: "PIN_PROMOTION",
      columns: ["PIN_ID", "PIN_PROMOTION_ID", METRICS[0]],
    }),
    read: digitsFinding,
  },
];

/**
 * Asks on the terminal for consent to create live reports, and reads the answer from stdin.
 * Resolves to true only for `y` or `yes`, ignoring case. Resolves to false for any other answer, or
 * if stdin ends. Rejects with `Usage` if stdin or stderr is not a terminal.
 */
export async function askForConsent(io: Io): Promise<boolean> {
  if (io.stdin.isTTY !== true || io.stderr.isTTY !== true)
    throw usageError(
      "doctor",
      "--live needs your consent to create reports, but cannot ask for it: stdin or stderr is not a terminal",
      "Add --yes.",
    );
  io.stderr.write(
    `--live creates ${REPORTS.length} small reports in your first ad account, and changes nothing else. Continue? [y/N] `,
  );
  const lines = createInterface({ input: io.stdin, output: new PassThrough() });
  try {
    for await (const line of lines) return /^y(es)?$/i.test(line.trim());
    return false;
  } finally {
    lines.close();
  }
}

/**
 * Creates three small reports for an account, one after another, and yields each result. A report
 * that fails with a client error is a result, not an error. Rejects with any other error, or with
 * `signal.reason` if `signal` aborts.
 */
export async function* liveResults(
  client: Client,
  { adAccountId, io, signal }: { adAccountId: string; io: Io; signal: AbortSignal },
): AsyncGenerator<LiveResult> {
  const today = utcToday(clockOf(io).date());
  for (const { subject, body, read } of REPORTS) {
    const result = await client.report
      .run(
        adAccountId,
        body((ago) => isoDay(today - ago)),
        { signal },
      )
      .then((report) => report.text({ signal }))
      .then((text) => ({ ...read(text), fix: null }))
      .catch((error: unknown) => failure(error, signal));
    yield { subject, ...result };
  }
}

/**
 * Describes a failed report using only codes and numbers, because the error's message may contain
 * ids.
 */
async function failure(error: unknown, signal: AbortSignal): Promise<Omit<LiveResult, "subject">> {
  const { ApiError, PinterestReportsError, RateLimitError } = await loadClient();
  if (signal.aborted || !(error instanceof PinterestReportsError)) throw error;
  if (error instanceof RateLimitError)
    return {
      isSettled: false,
      message: `inconclusive: ${rateLimitText(error)}`,
      fix: retryAdvice("doctor --live", error),
    };
  if (!(error instanceof ApiError))
    return { isSettled: false, message: `inconclusive: ${error.code}`, fix: null };
  const code = typeof error.apiCode === "number" ? `, code ${error.apiCode}` : "";
  const isRefusal = error.status === 400 || error.status === 422;
  return {
    isSettled: isRefusal,
    message: `${isRefusal ? "" : "inconclusive: "}Pinterest rejected the report: status ${error.status}${code}`,
    fix: null,
  };
}

/**
 * Says which rate limit stopped a call: Pinterest's if the call was `sent`, otherwise the client's
 * own for `category`.
 */
export function rateLimitText({ sent, category }: RateLimitFacts): string {
  return sent
    ? "Pinterest's rate limit has been reached (status 429)"
    : `this call would exceed the rate limit for ${category}`;
}

/**
 * A sentence that says when to run the command again after a rate limit. It contains `retryAt` or,
 * if that is null, `retryAfterMs` in seconds or minutes, rounded up. If both are null, it says "in
 * a few minutes". `command` is given without `pinterest-reports`.
 */
export function retryAdvice(command: string, { retryAfterMs, retryAt }: RateLimitFacts): string {
  const again = `Run pinterest-reports ${command} again`;
  if (retryAt !== null) return `${again} after ${retryAt}.`;
  if (retryAfterMs === null) return `${again} in a few minutes. Pinterest did not say when.`;
  const seconds = Math.ceil(retryAfterMs / 1_000);
  const wait =
    seconds < 120 ? pluralize(seconds, "second") : pluralize(Math.ceil(seconds / 60), "minute");
  return `${again} in ${wait}.`;
}

/** The number of rows in a report's JSON. */
function rowCount(text: string): number {
  return lists(JSON.parse(text)).flat().length;
}

/**
 * The lists of rows in a parsed file. The file is either one list or an object that contains lists.
 */
function lists(file: unknown): readonly (readonly unknown[])[] {
  if (Array.isArray(file)) return [file];
  return Object.values(Object(file)).filter(Array.isArray);
}

/** Describes the JSON of a report without rows, such as "an empty list". */
function emptyShape(text: string): string {
  const file: unknown = JSON.parse(text);
  if (Array.isArray(file)) return "an empty list";
  const keys = Object.keys(Object(file)).length;
  return keys === 0 ? "an empty object" : `an object with ${pluralize(keys, "empty list")}`;
}

/** Describes how the file writes ids that have more digits than a double can represent. */
function digitsFinding(text: string): Answer {
  const ids = [...text.matchAll(/"PIN_(?:PROMOTION_)?ID":\s*("?)(-?\d[\d.eE+-]*)\1/g)].map(
    ([, quote, digits = ""]) => ({ isText: quote !== "", digits }),
  );
  const big = ids.filter(({ digits }) => digits.length > 15);
  if (big.length === 0)
    return { isSettled: false, message: "inconclusive: no id has more than 15 digits" };
  const texts = big.filter(({ isText }) => isText).length;
  const rounded = big.filter(({ digits }) => /00$|[.eE]/.test(digits)).length;
  const longest = Math.max(...big.map(({ digits }) => digits.length));
  const form = texts === big.length ? "strings" : texts === 0 ? "numbers" : "strings and numbers";
  return {
    isSettled: true,
    message: `${form} of up to ${longest} digits; ${rounded} of ${big.length} end in 00 or have an exponent`,
  };
}
