import { columnHint } from "../../columns/hint.js";
import { checkBoth, daysFrom, daysHint, daysOf, withDays } from "../../dates.js";
import { loadClient, loadPlanner, loadValidators } from "../../modules.js";
import { DEFAULT_REPORT, functionOf, reportKeyOf } from "../../requests.js";
import { type Body, type SessionOptions, sessionOptionsFor } from "../../session.js";
import { destinationOf, folderOf } from "../../terminal/destination.js";
import { checkDistinct, type NamedPath, realPath } from "../../terminal/distinct-paths.js";
import { EXIT } from "../../terminal/exit-codes.js";
import { inputName, readBody, readInput } from "../../terminal/input.js";
import { fullPath, type Io } from "../../terminal/io.js";
import { shellCommand } from "../../terminal/shell-command.js";
import { Usage, usageError } from "../../terminal/usage.js";
import { type Violation, violationLine } from "../../terminal/violation-line.js";
import { tokensFile } from "../../tokens.js";
import { type Planner, planNotes } from "../plan.js";
import type { Validator } from "../validate.js";
import { RunJournal } from "./journal.js";
import { runMany } from "./many-reports.js";
import { type Output, outputFor } from "./output.js";
import { countWithNoun } from "./progress.js";
import { type ResumeHint, readHandle, runOne } from "./single-report.js";
import { allowedFailures, SummaryFile } from "./summary.js";

const MAX_INVALID_SHOWN = 10;

/** Throws `Usage` unless `id` is an ad account id: 1 to 18 digits. */
function checkAccount(id: string): void {
  if (!isAccount(id))
    throw new Usage(
      `${id} is not an ad account id`,
      "An id has 1 to 18 digits, such as 549755885175.",
    );
}

/**
 * Reads ad account ids from a file, or from stdin for `-`. The file has one id per line; `#` starts
 * a comment. Rejects with `Usage` if the file cannot be read or contains no ids. Also rejects for
 * invalid or repeated ids; the message shows the first 10.
 */
async function readAccounts(from: string, io: Io): Promise<readonly string[]> {
  const name = inputName(from);
  const lineById = new Map<string, number>();
  const invalid: string[] = [];
  for (const [index, text] of (await readInput(from, "ad account ids", io))
    .split(/\r\n|\r|\n/)
    .entries()) {
    const id = text.replace(/#.*$/, "").trim();
    const lineNumber = index + 1;
    const first = lineById.get(id);
    if (id === "") continue;
    if (!isAccount(id))
      invalid.push(
        `line ${lineNumber}: ${JSON.stringify(id.slice(0, 40))} is not an ad account id`,
      );
    else if (first !== undefined)
      invalid.push(`line ${lineNumber}: ${id} is already on line ${first}`);
    else lineById.set(id, lineNumber);
  }
  if (invalid.length > 0) {
    const omitted =
      invalid.length > MAX_INVALID_SHOWN ? [`and ${invalid.length - MAX_INVALID_SHOWN} more`] : [];
    throw new Usage(
      `${name} has invalid lines: ${[...invalid.slice(0, MAX_INVALID_SHOWN), ...omitted].join("; ")}`,
      ONE_A_LINE,
    );
  }
  if (lineById.size === 0) throw new Usage(`${name} contains no ad account ids`, ONE_A_LINE);
  return [...lineById.keys()];
}

const ONE_A_LINE =
  "Write one id of 1 to 18 digits per line, without duplicates; # starts a comment.";

/** Whether an id has the form of an ad account id: 1 to 18 digits. */
function isAccount(id: string): boolean {
  return /^\d{1,18}$/.test(id);
}

// Pinterest's rate limit category for reports.
const CATEGORY = "ads_analytics";
const MAX_CONCURRENT = 1_000;
const MAX_CALLS = 1_000_000;
const [MIN_MS, MAX_MS] = [1_000, 86_400_000];

const UNITS: Readonly<Record<string, number>> = { s: 1_000, m: 60_000, h: 3_600_000 };
const PER: Readonly<Record<string, number>> = { minute: 60_000, day: 86_400_000 };

/** The flags that limit how reports are processed. */
export interface LimitFlags {
  /** Maximum number of reports in progress at once, such as `20`. */
  readonly concurrency?: string | undefined;
  /** Maximum wait for each report, such as `90s`, `30m` or `2h`. */
  readonly deadline?: string | undefined;
  /** Maximum duration of the whole run, in the same format as `deadline`. */
  readonly giveUpAfter?: string | undefined;
  /** Maximum number of calls per minute (`300` or `300/minute`) or per day (`1000/day`). */
  readonly rateLimit?: string | undefined;
}

/** Limits on how reports are processed. The client's defaults apply to limits that are not set. */
export interface Limits {
  readonly concurrency?: number;
  readonly deadlineMs?: number;
  readonly runDeadlineMs?: number;
  readonly rateLimits?: Readonly<
    Record<string, { readonly requests: number; readonly perMs: number }>
  >;
}

/**
 * Parses the flags that set limits. Omits limits whose flag is not set. Deadlines such as `90s`,
 * `30m` or `2h` become milliseconds, from one second to 24 hours. `concurrency` is 1 to 1,000. The
 * rate limit is 1 to 1,000,000 calls per minute (`300` or `300/minute`) or per day (`1000/day`).
 * The rate limit is keyed by Pinterest's category. Throws `Usage` for an invalid value.
 */
export function limitsFrom({ concurrency, deadline, giveUpAfter, rateLimit }: LimitFlags): Limits {
  return {
    ...(concurrency !== undefined && { concurrency: concurrencyIn(concurrency) }),
    ...(deadline !== undefined && { deadlineMs: timeIn("--deadline", deadline) }),
    ...(giveUpAfter !== undefined && { runDeadlineMs: timeIn("--give-up-after", giveUpAfter) }),
    ...(rateLimit !== undefined && { rateLimits: { [CATEGORY]: rateIn(rateLimit) } }),
  };
}

/** Parses `--concurrency`. Throws `Usage` unless it is a number from 1 to 1,000. */
function concurrencyIn(text: string): number {
  const count = /^\d{1,9}$/.test(text) ? Number(text) : 0;
  if (count > 0 && count <= MAX_CONCURRENT) return count;
  throw new Usage(
    `--concurrency ${text} is not a valid number of reports`,
    "Use a whole number from 1 to 1000; default: 20.",
  );
}

/**
 * Parses a duration such as `90s` to milliseconds. Throws `Usage` unless it is from 1 s to 24 h.
 */
function timeIn(flag: keyof typeof TIME_HINTS, text: string): number {
  const [, count = "", unit = ""] = /^(\d{1,6})([smh])$/.exec(text) ?? [];
  const ms = Number(count) * (UNITS[unit] ?? 0);
  if (ms >= MIN_MS && ms <= MAX_MS) return ms;
  throw new Usage(
    `${flag} ${text} is not a duration`,
    `Use a duration such as 90s, 30m or 2h, from 1s to 24h ${TIME_HINTS[flag]}.`,
  );
}

const TIME_HINTS = {
  "--deadline": "for each report; default: 10m",
  "--give-up-after": "for the whole run; default: no limit",
} as const;

/** Parses `--rate-limit`. Throws `Usage` if it is invalid. */
function rateIn(text: string): { readonly requests: number; readonly perMs: number } {
  const [, count = "", per = "minute"] = /^(\d{1,7})(?:\/(minute|day))?$/.exec(text) ?? [];
  const requests = Number(count);
  const perMs = PER[per] ?? 0;
  if (requests > 0 && requests <= MAX_CALLS) return { requests, perMs };
  throw new Usage(
    `--rate-limit ${text} is not a valid number of calls`,
    "Use 300 for 300 calls per minute, or 1000/day, the limit for trial access; default: 300.",
  );
}

/** The flags of `run` as passed: strings, or `true` for flags without a value. */
export type Flags = Readonly<Record<string, string | true | undefined>>;

/** Flags that apply only to creating reports. All other flags also apply to `--resume`. */
const CREATE_FLAGS: readonly string[] = [
  ...[
    "of",
    "accounts",
    "journal",
    "recreate-unknown",
    "concurrency",
    "plan",
    "since",
    "last-month",
    "start",
    "end",
    "today",
  ],
  ...["allow-failed"],
];
const OUTPUT_FLAGS = [
  "out",
  "format",
  "tokens",
  "deadline",
  "give-up-after",
  "rate-limit",
  "defuse-formulas",
  "no-zero-fill",
  "summary",
  "quiet",
];

/** The value of a flag; undefined if the flag is absent or has no value. */
function flagText(flags: Flags, name: string): string | undefined {
  const value = flags[name];
  return typeof value === "string" ? value : undefined;
}

/**
 * The start_date and end_date that the flags select, relative to `--today`. Empty if there are no
 * such flags. Throws `Usage` for an invalid value or flags that cannot be combined.
 */
function daysFromFlags(flags: Flags): ReturnType<typeof daysFrom> {
  const [since, start, end, today] = ["since", "start", "end", "today"].map((name) =>
    flagText(flags, name),
  );
  return daysFrom({ since, start, end, today, lastMonth: flags["last-month"] === true });
}

/**
 * The limits that the flags set: number of parallel reports, deadlines in milliseconds, rate limit.
 * Omits limits whose flag is not set. Throws `Usage` for an invalid value.
 */
function limitsOf(flags: Flags): Limits {
  const names = ["concurrency", "deadline", "give-up-after", "rate-limit"];
  const [concurrency, deadline, giveUpAfter, rateLimit] = names.map((name) =>
    flagText(flags, name),
  );
  return limitsFrom({ concurrency, deadline, giveUpAfter, rateLimit });
}

/**
 * The output that the flags select; by default, JSON on stdout. Before a report is created, checks
 * that rows can be written. Rejects with `Usage`, or with `Problems` if the Parquet library is
 * missing.
 */
function outputOf(flags: Flags, io: Io): Promise<Output> {
  const defuseFormulas = flags["defuse-formulas"] === true;
  return outputFor(
    { format: flagText(flags, "format"), out: flagText(flags, "out"), defuseFormulas },
    io,
  );
}

/**
 * How to resume a report of this run: the folder for the report's handle (the output's folder), the
 * file that `--resume` names, and the command with all flags that apply.
 */
function resumeHintOf(flags: Flags, { destination }: Output): ResumeHint {
  const args = OUTPUT_FLAGS.flatMap((name) => {
    const value = flags[name];
    return value === undefined ? [] : value === true ? [`--${name}`] : [`--${name}`, value];
  });
  const from = flagText(flags, "resume");
  return {
    folder: folderOf(destination),
    existingFile: from === "-" ? undefined : from,
    command: (file) => shellCommand(["pinterest-reports", "run", "--resume", file, ...args]),
  };
}

/**
 * All files that a run reads or writes, each with its name in messages. Includes lock files and the
 * folder for the journal's rows; excludes stdin and stdout. `body` and `handle` are the paths of
 * the body file and the handle file.
 */
async function pathsOf(
  flags: Flags,
  { destination }: Output,
  { body, handle }: { readonly body?: string; readonly handle?: string },
  io: Io,
): Promise<readonly NamedPath[]> {
  const [accounts, journalFlag] = [flagText(flags, "accounts"), flagText(flags, "journal")];
  const journal =
    journalFlag && (await realPath(fullPath(journalFlag, io)).catch(() => journalFlag));
  const tokens = tokensFile(flagText(flags, "tokens"), io.env);
  const all = [
    { name: "the body", path: body },
    { name: "the handle", path: handle },
    { name: "--accounts", path: accounts },
    { name: "--out", path: destination.kind === "stdout" ? undefined : destination.path },
    { name: "--summary", path: flagText(flags, "summary") },
    { name: "--tokens", path: tokens },
    {
      name: "the tokens' lock",
      path: tokens && `${await realPath(fullPath(tokens, io)).catch(() => tokens)}.lock`,
    },
    { name: "--journal", path: journalFlag },
    { name: "the journal's rows", path: journal && `${journal}.rows`, folder: true },
    { name: "the journal's lock", path: journal && `${journal}.lock` },
  ];
  return all.flatMap(({ path, ...named }) =>
    path === undefined || path === "-" ? [] : [{ ...named, path }],
  );
}

/**
 * The file that `--summary` names; undefined if there is no such flag. Rejects with `Usage` if the
 * file cannot be written, or if both the summary and the rows would go to stdout.
 */
async function summaryOf(
  flags: Flags,
  output: Output,
  options: SessionOptions,
  io: Io,
): Promise<SummaryFile | undefined> {
  const named = flagText(flags, "summary");
  if (named === undefined) return undefined;
  const destination = await destinationOf(named, io, "--summary");
  if (destination.kind === "stdout" && output.destination.kind === "stdout")
    throw new Usage(
      "--summary and the rows would both be written to stdout",
      "Pass a file with --out or --summary.",
    );
  return new SummaryFile(destination, options, io);
}

/** Options for `requestsFor`. */
export interface RequestOptions {
  /** The name of the report. */
  readonly of: string;
  /** Whether the body may be split into several requests. */
  readonly plan: boolean;
  /** The day to use as today: `YYYY-MM-DD`, in UTC. Default: today. */
  readonly today: string | undefined;
}

/**
 * The bodies to send, with lines for the user about their days and the plan. If `bodies` is null,
 * `error` is the reason, and `messages` explain the reason and say what to do.
 */
export type Requests =
  | {
      readonly bodies: readonly Body[];
      readonly days: readonly string[];
      readonly notes: readonly string[];
    }
  | { readonly bodies: null; readonly error: Error; readonly messages: readonly string[] };

const MAX_SPANS_SHOWN = 10;

/**
 * The requests for a body. By default, the only request is the body itself. With `plan`, the body
 * is split into as many requests as the rules require. `bodies` is null if a rule is broken or the
 * plan is empty. Warnings are ignored.
 */
async function requestsFor(body: unknown, { of, plan, today }: RequestOptions): Promise<Requests> {
  const asOf = today === undefined ? {} : { today };
  const { InvalidBodyError } = await loadClient();
  const subject = of === DEFAULT_REPORT ? "report body" : `${of} body`;
  const errorsIn = (violations: readonly Violation[]): readonly Violation[] =>
    violations.filter(({ severity }) => severity === "error");
  const refused = async (
    violations: readonly Violation[],
    otherwise: readonly string[],
  ): Promise<Requests> => {
    const errors = errorsIn(violations);
    const hint = daysHint(body, errors, true) ?? (await columnHint(errors, of));
    const hints = hint === null ? otherwise : [`  fix  ${hint}`];
    return {
      bodies: null,
      error: new InvalidBodyError(errors, subject),
      messages: [...violations.map(violationLine), ...hints],
    };
  };
  if (!plan) {
    const validateBody = functionOf<Validator>(await loadValidators(), {
      prefix: "validate",
      name: of,
      what: "validated",
    });
    const violations = validateBody(body, asOf);
    // Only a body without errors is sent.
    if (errorsIn(violations).length === 0)
      return { bodies: [body as Body], days: daysMessages([body]), notes: [] };
    const count = await plannerFor(of).then(
      (planner) => planner(body, asOf).requests.length,
      // Some reports have no planner, because no rule limits their days.
      () => 0,
    );
    return refused(violations, planHint(count));
  }
  const planned = (await plannerFor(of))(body, asOf);
  const notes = planNotes(planned);
  if (errorsIn(planned.problems).length > 0) return refused(planned.problems, []);
  if (planned.requests.length === 0) {
    const error = Object.assign(new Error("the rules do not allow any of the requested days"), {
      code: "invalid_body",
    });
    return { bodies: null, error, messages: [...notes, `error  ${error.message}`] };
  }
  return {
    bodies: planned.requests as readonly Body[],
    days: daysMessages(planned.requests),
    notes,
  };
}

/** The planner for a report. Throws `Usage` if the report cannot be planned. */
async function plannerFor(of: string): Promise<Planner> {
  return functionOf(await loadPlanner(), { prefix: "plan", name: of, what: "planned" });
}

/** Lines with the date ranges of the bodies, without duplicates. Shows at most ten. */
function daysMessages(bodies: readonly unknown[]): readonly string[] {
  const days = [...new Set(bodies.map(daysOf).filter((text) => text !== null))];
  const omitted =
    days.length > MAX_SPANS_SHOWN
      ? [`days      … and ${days.length - MAX_SPANS_SHOWN} more date ranges`]
      : [];
  return [...days.slice(0, MAX_SPANS_SHOWN).map((text) => `days      ${text}`), ...omitted];
}

/** A line that suggests `--plan`. Empty if planning would not help. */
function planHint(count: number): readonly string[] {
  if (count === 0) return [];
  return [
    `  fix  --plan only requests what the rules allow, in ${count === 1 ? "1 request" : `${count} requests`}.`,
  ];
}

/** Arguments of `run`. */
export interface RunArguments {
  /**
   * The ad account's id and the body's file. With `--accounts`, only the body's file; with
   * `--resume`, empty.
   */
  readonly positionals: readonly string[];
  readonly flags: Flags;
}

/**
 * Creates a report for one account, or a report for each of many accounts, and writes the rows. The
 * flag `resume` continues a stopped report instead; `finish` only removes a journal. Resolves to 0
 * if all rows were written, or if the failures are allowed. Resolves to 1 if the body is invalid or
 * all reports failed, and to 3 if only some reports' rows were written. Resolves to 4 if the same
 * command may succeed later. If stopped by a signal, resolves to the signal's exit code. If it
 * rejects with a `Usage` error, nothing has been sent. Rejects with `Problems` if the Parquet
 * library is missing or the summary cannot be written. Other failures are printed.
 */
export async function run({ positionals, flags }: RunArguments, io: Io): Promise<number> {
  if (flags.finish === true) return finishJournal({ positionals, flags }, io);
  const resume = flagText(flags, "resume");
  if (resume !== undefined) return resumeRun(resume, { positionals, flags }, io);
  const accountsFrom = flagText(flags, "accounts");
  const { bodyFrom, adAccountId } = inputsOf(positionals, accountsFrom);
  const days = daysFromFlags(flags);
  const { concurrency, runDeadlineMs, ...limits } = limitsOf(flags);
  if (flags["recreate-unknown"] === true && flags.journal === undefined)
    throw usageError("run", "--recreate-unknown needs --journal");
  const allowed = flagText(flags, "allow-failed");
  if (allowed !== undefined && accountsFrom === undefined)
    throw usageError("run", "--allow-failed needs --accounts");
  const allowFailed = allowed === undefined ? undefined : allowedFailures(allowed);
  const output = await outputOf(flags, io);
  await checkDistinct(await pathsOf(flags, output, { body: bodyFrom }, io), io);
  const options: SessionOptions = {
    ...(await sessionOptionsFor(flagText(flags, "tokens"), io)),
    ...limits,
  };
  const accounts =
    accountsFrom === undefined ? [adAccountId] : await readAccounts(accountsFrom, io);
  const body = await readBody(bodyFrom, io);
  checkBoth(body, days);
  const of = flagText(flags, "of") ?? DEFAULT_REPORT;
  const report = reportKeyOf(of, await loadClient());
  const [plan, quiet] = [flags.plan === true, flags.quiet === true];
  const zeroFill = flags["no-zero-fill"] !== true;
  const summary = await summaryOf(flags, output, options, io);
  const requests = await requestsFor(withDays(body, days), {
    of,
    plan,
    today: flagText(flags, "today"),
  });
  const { bodies } = requests;
  const printLines = (lines: readonly string[]): unknown =>
    io.stderr.write(lines.map((text) => `${text}\n`).join(""));
  if (bodies === null) {
    printLines(requests.messages);
    await summary?.write({
      exitCode: EXIT.refused,
      accounts: { total: accounts.length, done: 0, skipped: 0, failed: 0 },
      rows: 0,
      failures: [],
      error: requests.error,
    });
    return EXIT.refused;
  }
  if (!quiet && (plan || Object.keys(days).length > 0)) printLines(requests.days);
  printLines(requests.notes);
  const [only] = bodies;
  const [journal, recreateUnknown] = [
    flagText(flags, "journal"),
    flags["recreate-unknown"] === true,
  ];
  if (
    accountsFrom === undefined &&
    journal === undefined &&
    bodies.length === 1 &&
    only !== undefined
  )
    return runOne(
      options,
      {
        report: { key: report, adAccountId, body: only },
        output,
        notes: requests.notes,
        zeroFill,
        runDeadlineMs,
        resumeHint: resumeHintOf(flags, output),
        summary,
        quiet,
      },
      io,
    );
  const limitOptions = { concurrency, runDeadlineMs, allowFailed, summary, quiet };
  return runMany(
    options,
    {
      report: { name: of, key: report },
      accounts,
      bodies,
      notes: requests.notes,
      withAccountColumn: accountsFrom !== undefined,
      zeroFill,
      journal,
      recreateUnknown,
      ...limitOptions,
    },
    output,
    io,
  );
}

/**
 * Removes the journal that `--journal` names, with its rows, and prints what it contained. Sends
 * nothing. Resolves to 0. Throws `Usage` for invalid flags or an unusable journal.
 */
async function finishJournal({ positionals, flags }: RunArguments, io: Io): Promise<number> {
  const journal = flagText(flags, "journal");
  if (journal === undefined) throw usageError("run", "--finish needs --journal");
  const conflicting = [
    ...positionals,
    ...Object.keys(flags).filter((name) => !["finish", "journal", "quiet"].includes(name)),
  ][0];
  if (conflicting !== undefined)
    throw usageError(
      "run",
      `${positionals[0] ?? `--${conflicting}`} and --finish cannot be combined: --finish only removes the journal`,
    );
  const removed = await RunJournal.finish(await loadClient(), journal, io);
  if (flags.quiet === true) return 0;
  if (removed === null) io.stderr.write(`journal   ${journal} does not exist\n`);
  else {
    const unfinished =
      removed.unfinished === 0
        ? ""
        : `, ${removed.unfinished.toLocaleString("en-US")} not completed`;
    const outcome = removed.folder === "none" ? "it was removed" : "it and its rows were removed";
    const otherFiles =
      removed.folder === "kept"
        ? `; ${journal}.rows was kept, because it contains other files`
        : "";
    io.stderr.write(
      `journal   ${journal} contained ${countWithNoun(removed.done, "completed request")}${unfinished}; ${outcome}${otherFiles}\n`,
    );
  }
  return 0;
}

/** Waits for a report that an earlier run created, and writes the report's rows. */
async function resumeRun(
  from: string,
  { positionals, flags }: RunArguments,
  io: Io,
): Promise<number> {
  const conflicting = CREATE_FLAGS.find((name) => flags[name] !== undefined);
  if (conflicting !== undefined)
    throw usageError(
      "run",
      `--${conflicting} and --resume cannot be combined: the report has already been created`,
    );
  if (positionals[0] !== undefined)
    throw usageError(
      "run",
      `unexpected argument ${positionals[0]}: the handle contains the account and the columns`,
    );
  const { runDeadlineMs, ...limits } = limitsOf(flags);
  const output = await outputOf(flags, io);
  await checkDistinct(await pathsOf(flags, output, { handle: from }, io), io);
  const options: SessionOptions = {
    ...(await sessionOptionsFor(flagText(flags, "tokens"), io)),
    ...limits,
  };
  const handle = await readHandle(from, io);
  // The client reports an invalid handle.
  const { flow = DEFAULT_REPORT } = Object(handle) as { readonly flow?: unknown };
  return runOne(
    options,
    {
      report: { key: reportKeyOf(String(flow), await loadClient()), handle },
      output,
      notes: [],
      zeroFill: flags["no-zero-fill"] !== true,
      runDeadlineMs,
      resumeHint: resumeHintOf(flags, output),
      quiet: flags.quiet === true,
      summary: await summaryOf(flags, output, options, io),
    },
    io,
  );
}

/**
 * Returns the body's path and the account id from the positional arguments. Throws `Usage` if an
 * argument is missing, invalid or unexpected.
 */
function inputsOf(
  positionals: readonly string[],
  accountsFrom: string | undefined,
): { readonly bodyFrom: string; readonly adAccountId: string } {
  const named = accountsFrom === undefined ? ["ad-account-id", "body"] : ["body"];
  const missing = named[positionals.length];
  const [first] = positionals;
  if (missing === "body" && first !== undefined && !/^\d+$/.test(first))
    throw usageError(
      "run",
      `run needs an ad account id before ${first}`,
      "To list the ids, run `pinterest-reports accounts`.",
    );
  if (missing !== undefined) throw usageError("run", `run needs <${missing}>`);
  if (positionals.length > named.length)
    throw usageError(
      "run",
      `unexpected argument ${positionals[named.length]}: with --accounts, pass only the body`,
    );
  const [bodyFrom = "", adAccountId = ""] = [...positionals].reverse();
  if (accountsFrom === undefined) checkAccount(adAccountId);
  if (accountsFrom === "-" && bodyFrom === "-")
    throw usageError("run", "the body and --accounts cannot both come from stdin");
  return { bodyFrom, adAccountId };
}
