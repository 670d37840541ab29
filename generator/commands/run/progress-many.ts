import { type ClientEvent, type Progress, secondsSince, violationLines } from "../progress.js";
import { isLive, liveLines, plain, type Screen } from "../screen.js";

/** How far one request is. */
export interface RequestProgress {
  readonly type: "created" | "waiting" | "downloading" | "rows" | "done" | "failed" | "skipped";
  readonly request: { readonly adAccountId: string };
  readonly rows: number;
}

export interface ManyProgress extends Progress {
  readonly onProgress: (progress: RequestProgress) => void;
}

/** One account, whose requests may be several: one for each span of days. */
interface Account {
  readonly id: string;
  requests: number;
  begun: boolean;
  ended: number;
  failed: number;
  /** Of the requests that have ended, and of the one that is being read. */
  rows: number;
  reading: number;
  words: string;
}

/**
 * What many reports are doing. On a terminal a line for each account that changes in place; where there is no room for all, those that are
 * under way. Elsewhere a line for each change. `accountIds` has an account once for each of its requests.
 */
export function progressOfMany(accountIds: readonly string[], screen: Screen = process.stderr): ManyProgress {
  const accounts = accountsOf(accountIds);
  const started = Date.now();
  const lines = isLive(screen) ? liveLines(screen, (room) => shownLines([...accounts.values()], room, started)) : null;
  const warned = new Set<string>();
  let ended = false;
  const say = (text: string): void => {
    if (lines !== null && !ended) lines.say(text);
    else screen.write(`${text}\n`);
  };
  const show = (account: Account | undefined, words: (account: Account) => string): void => {
    if (account === undefined || ended) return;
    const before = account.words;
    account.words = words(account);
    if (lines === null && account.words !== before) screen.write(`${lineOf(account)}\n`);
  };
  return {
    onEvent: (event) => {
      if (event.type === "look") show(accounts.get(event.adAccountId), () => lookWords(event, lines !== null));
      if (event.type !== "violations") return;
      const text = violationLines(event);
      // The same doubts about every account's body are one.
      if (!warned.has(text)) say(text);
      warned.add(text);
    },
    onProgress: (progress) => show(accounts.get(progress.request.adAccountId), (account) => advanced(account, progress, lines !== null)),
    say,
    end: () => {
      if (!ended) lines?.end();
      ended = true;
    },
  };
}

function accountsOf(ids: readonly string[]): ReadonlyMap<string, Account> {
  const accounts = new Map<string, Account>();
  for (const id of ids) {
    const first = { id, requests: 0, begun: false, ended: 0, failed: 0, rows: 0, reading: 0, words: "waits for its turn" };
    const account = accounts.get(id) ?? first;
    account.requests++;
    accounts.set(id, account);
  }
  return accounts;
}

function lookWords({ status, looks }: Extract<ClientEvent, { readonly type: "look" }>, live: boolean): string {
  return plain(live ? `status ${status}, look ${looks}` : `status ${status}`);
}

/** Takes a step of one of its requests into account, and says it in words. */
function advanced(account: Account, { type, rows }: RequestProgress, live: boolean): string {
  account.begun = true;
  if (type === "created") return "the report is being made";
  if (type === "waiting") return account.words;
  if (type === "downloading") return "downloading";
  if (type === "rows") {
    account.reading = rows;
    return live ? `${amount(account.rows + rows, "row")} so far` : account.words;
  }
  account.ended++;
  account.reading = 0;
  if (type === "failed") account.failed++;
  else account.rows += rows;
  const came = amount(account.rows, "row");
  if (account.ended < account.requests) return `${account.ended} of ${amount(account.requests, "report")} ended, ${came}`;
  if (account.failed > 0)
    return account.failed === account.requests ? "failed" : `${account.failed} of ${account.requests} reports failed, ${came}`;
  return type === "skipped" ? `came in an earlier run, ${came}` : `done, ${came}`;
}

/** A line of sums, and below it as many accounts as there is room for. */
function shownLines(accounts: readonly Account[], room: number, started: number): readonly string[] {
  const over = accounts.filter(isOver);
  const failed = over.filter((account) => account.failed > 0).length;
  const underWay = accounts.filter((account) => account.begun && !isOver(account));
  const rows = accounts.reduce((sum, account) => sum + account.rows + account.reading, 0);
  const sums = [
    `${over.length} of ${amount(accounts.length, "account")} done`,
    ...(failed > 0 ? [`${failed} of them failed`] : []),
    ...(underWay.length > 0 ? [`${underWay.length} under way`] : []),
    amount(rows, "row"),
    secondsSince(started),
  ].join(", ");
  const below = accounts.length < room ? accounts : underWay;
  return [...below.slice(0, room - 1).map(lineOf), sums];
}

function isOver({ ended, requests }: Account): boolean {
  return ended === requests;
}

function lineOf({ id, words }: Account): string {
  return `${id.padEnd(12)}  ${words}`;
}

/** `1 row`, `21 rows`. */
export function amount(count: number, noun: string): string {
  return `${count.toLocaleString("en-US")} ${noun}${count === 1 ? "" : "s"}`;
}
