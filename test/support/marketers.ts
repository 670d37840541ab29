import { type FakeServer, systemClock } from "../../generated/testing.js";
import type { Agent, Reply } from "./agent.js";
import { sumOf } from "./exact-sums.js";

/** The fake server's accounts, by the names that people use. */
export const ACCOUNTS = [
  { id: "549755885175", name: "Nordlicht Home", currency: "EUR", time_zone: "Europe/Berlin" },
  { id: "549755885176", name: "Harbor Coffee", currency: "USD", time_zone: "America/New_York" },
  { id: "549755885177", name: "Sakura Beauty", currency: "JPY", time_zone: "Asia/Tokyo" },
  { id: "549755885178", name: "Thistle & Oak", currency: "GBP", time_zone: "Europe/London" },
  { id: "549755885179", name: "Verde Moda", currency: "BRL", time_zone: "America/Sao_Paulo" },
] as const;
type Name = (typeof ACCOUNTS)[number]["name"];

export type Body = Readonly<Record<string, unknown>>;
type Row = Readonly<Record<string, string>>;

/** A clock whose date a test can advance, for days that are restated. */
export class Days {
  /** How many days the server's clock is ahead. */
  ahead = 0;
  readonly clock: typeof systemClock = {
    ...systemClock,
    date: () => Date.now() + this.ahead * 86_400_000,
  };
}

/** The day this many days before `from`, as YYYY-MM-DD in UTC. */
export function daysAgo(days: number, from: number = Date.now()): string {
  return new Date(from - days * 86_400_000).toISOString().slice(0, 10);
}

/** The fake server's rows, requested without any code of the package. */
export class Truth {
  readonly #server: FakeServer<typeof systemClock>;
  readonly #days: Days;
  #asked = 0;

  constructor(server: FakeServer<typeof systemClock>, days: Days) {
    this.#server = server;
    this.#days = days;
  }

  /** Requests reports as if today was this many days later. */
  on(ahead: number): void {
    this.#days.ahead = ahead;
  }

  /** An account's rows for any number of days, using one report per 90 days. */
  async rows(account: Name, body: Body): Promise<readonly Row[]> {
    const { id } = ACCOUNTS.find(({ name }) => name === account) ?? { id: "" };
    const rows: Row[] = [];
    const last = String(body.end_date);
    for (
      let first = String(body.start_date);
      first <= last;
      first = daysAgo(-90, Date.parse(first))
    ) {
      const end = daysAgo(-89, Date.parse(first));
      const isSplit = body.granularity === "DAY";
      const part = isSplit ? { ...body, start_date: first, end_date: [end, last].sort()[0] } : body;
      const response = await fetch(`${this.#server.url}/ad_accounts/${id}/reports`, {
        method: "POST",
        headers: {
          authorization: `Bearer ${this.#server.accessToken}`,
          "content-type": "application/json",
        },
        // For the same body, the server would return the same report. It ignores unknown fields.
        body: JSON.stringify({ ...part, asked: ++this.#asked }),
      });
      const text = await response.text();
      const token = /"token":\s*"([^"]+)"/.exec(text)?.[1];
      if (token === undefined) throw new Error(`no report: ${text}`);
      rows.push(...this.#server.rows(token));
      if (!isSplit) break;
    }
    return rows;
  }

  async sum(account: Name, body: Body, column: string): Promise<string> {
    return sumOf((await this.rows(account, body)).map((row) => row[column] ?? "0"));
  }
}

/** What an agent can use: the tools and their replies. */
export interface Asker {
  call(name: string, args?: object): Promise<Reply>;
  /** Advances Pinterest's date by one day. */
  nextDay(): void;
}

/** A marketer's question. */
export interface Question {
  readonly words: string;
  /** Whether the first call is invalid, as an agent's may be. */
  readonly isWrong: boolean;
  /** Answers the question from tool replies alone. */
  ask(asker: Asker): Promise<unknown>;
  /** Answers the question from the fake server's rows. */
  truth(truth: Truth): Promise<unknown> | unknown;
}

/** Calls tools as an agent would, and counts the rejected calls. */
export class CountingAsker implements Asker {
  refused = 0;
  calls = 0;
  readonly #agent: Agent;
  readonly #days: Days;

  constructor(agent: Agent, days: Days) {
    this.#agent = agent;
    this.#days = days;
  }

  nextDay(): void {
    this.#days.ahead++;
  }

  async call(name: string, args: object = {}): Promise<Reply> {
    this.calls++;
    const reply = await this.#agent.call(name, args);
    const isRefused = reply.isError || reply.data.ok === false || hasWarning(reply);
    if (isRefused) this.refused++;
    return reply;
  }
}

function hasWarning({ data }: Reply): boolean {
  const faults = (data.faults ?? []) as readonly Fault[];
  return faults.some(({ fix }) => !fix.startsWith("nothing"));
}

interface Fault {
  readonly path: string;
  readonly fix: string;
}

const MAX_TRIES = 5;

/** Applies the fixes that a reply suggests to the body. */
function mended(body: Body, faults: readonly Fault[]): Body {
  const next: Record<string, unknown> = structuredClone({ ...body });
  for (const { path, fix } of faults) {
    const [field = "", index] = path.slice(1).split("/");
    const set = (value: unknown): void => {
      const list = next[field];
      if (index !== undefined && Array.isArray(list)) list[Number(index)] = value;
      else next[field] = value;
    };
    const [, json] = /^use (".*"|\[.*\])$/.exec(fix) ?? [];
    const [, first] = /^use one of ([^,]+)/.exec(fix) ?? [];
    const [, number] = /^use the number (\S+)$/.exec(fix) ?? [];
    const [, from, to] = /^rename (\S+) to (\S+)$/.exec(fix) ?? [];
    const [, added] = /^add (\S+)(?: or .*)? to columns$/.exec(fix) ?? [];
    const [, granularity] = /^use granularity (\S+)/.exec(fix) ?? [];
    if (json !== undefined) set(JSON.parse(json));
    else if (first !== undefined) set(/^\d+$/.test(first) ? Number(first) : first);
    else if (number !== undefined) set(Number(number));
    else if (granularity !== undefined) next.granularity = granularity;
    else if (added !== undefined) next.columns = [added, ...(next.columns as string[])];
    else if (from !== undefined && to !== undefined) {
      next[to] = next[from];
      delete next[from];
    } else if (/^remove DATE from/.test(fix))
      next.columns = (next.columns as string[]).filter((name) => name !== "DATE");
    else if (/^remove \S+$/.test(fix)) delete next[field];
    else throw new Error(`the fix is not an instruction: ${path} ${fix}`);
  }
  return next;
}

/** Calls `check` and applies its hints until it accepts the body. */
export async function checked(asker: Asker, body: Body): Promise<Body> {
  let current = body;
  for (let tries = 0; tries < MAX_TRIES; tries++) {
    const { data } = await asker.call("check", { body: current });
    const faults = data.faults as readonly Fault[];
    const mendable = faults.filter(({ fix }) => !fix.startsWith("nothing"));
    if (mendable.length === 0) return current;
    current = mended(current, mendable);
  }
  throw new Error("check still finds faults");
}

interface ReportData {
  readonly table: string;
  readonly totals: readonly Readonly<Record<string, unknown>>[];
  readonly row_count: number;
  readonly [name: string]: unknown;
}

/** The reply of `report` after `check`, using the account names that replies suggest. */
export async function reported(
  asker: Asker,
  accounts: readonly string[],
  body: Body,
  more: object = {},
): Promise<ReportData> {
  const good = await checked(asker, body);
  let names = [...accounts];
  for (let tries = 0; tries < MAX_TRIES; tries++) {
    const { isError, text, data } = await asker.call("report", {
      ...{ accounts: names, body: good },
      ...more,
    });
    if (!isError && data.status === "ready") return data as ReportData;
    const [, wrong, right] =
      /there is no ad account "(.*)" among .*; did you mean "(.*)"\?/.exec(text) ?? [];
    if (right !== undefined) names = names.map((name) => (name === wrong ? right : name));
    else if (isError) throw new Error(text);
  }
  throw new Error("report is not ready");
}

/** The name of the column that best matches some words. */
export async function columnFor(asker: Asker, search: string): Promise<string> {
  const { data } = await asker.call("columns", { search });
  const [first] = data.columns as readonly { readonly name: string }[];
  return first?.name ?? "";
}

/**
 * Runs a query, replacing a wrong table or column by the reply's suggestion. Resolves to its rows.
 */
export async function queried(asker: Asker, sql: string): Promise<readonly (readonly unknown[])[]> {
  const { isError, text, data } = await asker.call("query", { sql });
  if (!isError) return data.rows as readonly (readonly unknown[])[];
  const [, wrong] = /there is no table "(\S+)":/.exec(text) ?? [];
  const [, table] = /the tables are (\w+)/.exec(text) ?? [];
  if (wrong !== undefined && table !== undefined)
    return queried(asker, sql.replaceAll(wrong, table));
  const [, column] = /Referenced column "(\w+)"/.exec(text) ?? [];
  const [, known] = /Candidate bindings: "(\w+)"/.exec(text) ?? [];
  if (column !== undefined && known !== undefined)
    return queried(asker, sql.replaceAll(column, known));
  throw new Error(text);
}
