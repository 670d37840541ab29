import { daysOf } from "../dates.js";

/** A request of a run. */
export interface Request {
  readonly adAccountId: string;
  readonly body?: unknown;
}

/** How far one request is. */
export interface RequestProgress {
  readonly type: "created" | "waiting" | "downloading" | "rows" | "done" | "failed" | "skipped";
  readonly request: Request;
  readonly rows: number;
}

/** One account, whose requests may be several: one for each span of days. */
export interface Account {
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

/** By its id, each once. */
export function accountsOf(requests: readonly Request[]): ReadonlyMap<string, Account> {
  const accounts = new Map<string, Account>();
  for (const { adAccountId: id } of requests) {
    const first = { id, requests: 0, begun: false, ended: 0, failed: 0, rows: 0, reading: 0, words: "waits for its turn" };
    const account = accounts.get(id) ?? first;
    account.requests++;
    accounts.set(id, account);
  }
  return accounts;
}

/** Takes a step of one of its requests into account, and says it in words. */
export function advanced(account: Account, { type, rows }: RequestProgress, live: boolean): string {
  account.begun = true;
  if (type === "created") return "the report is being made";
  if (type === "downloading") return "downloading";
  if (type !== "rows") return account.words;
  account.reading = rows;
  return live ? `${amount(account.rows + rows, "row")} so far` : account.words;
}

/** Takes a request into account that has brought its rows. */
export function over(account: Account, words: string, rows: number): string {
  account.begun = true;
  account.ended++;
  account.reading = 0;
  account.rows += rows;
  const came = amount(account.rows, "row");
  if (!isOver(account)) return `${account.ended} of ${amount(account.requests, "report")} ended, ${came}`;
  return account.failed > 0 ? `${account.failed} of ${account.requests} reports failed, ${came}` : `${words}, ${came}`;
}

/** Takes a request into account that has brought none. */
export function failed(account: Account, { body }: Request, why: string): string {
  account.begun = true;
  account.ended++;
  account.failed++;
  account.reading = 0;
  return account.requests === 1 ? `failed: ${why}` : `${daysOf(body) ?? "one"} failed: ${why}`;
}

/** A line of sums, and below it as many accounts as there is room for. */
export function shownLines(accounts: readonly Account[], room: number, besides: readonly string[]): readonly string[] {
  const over = accounts.filter(isOver);
  const failed = over.filter((account) => account.failed > 0).length;
  const underWay = accounts.filter((account) => account.begun && !isOver(account));
  const rows = accounts.reduce((sum, account) => sum + account.rows + account.reading, 0);
  const sums = [
    `${over.length} of ${amount(accounts.length, "account")} done`,
    ...(failed > 0 ? [`${failed} of them failed`] : []),
    ...(underWay.length > 0 ? [`${underWay.length} under way`] : []),
    amount(rows, "row"),
    ...besides,
  ].join(", ");
  const below = accounts.length < room ? accounts : underWay;
  return [...below.slice(0, room - 1).map(lineOf), sums];
}

function isOver({ ended, requests }: Account): boolean {
  return ended === requests;
}

/** One account, one line. */
export function lineOf({ id, words }: Account): string {
  return `${id.padEnd(12)}  ${words}`;
}

/** `1 row`, `21 rows`. */
export function amount(count: number, noun: string): string {
  return `${count.toLocaleString("en-US")} ${noun}${count === 1 ? "" : "s"}`;
}
