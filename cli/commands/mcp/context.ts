import { isoDay, utcToday } from "../../../runtime/validation/dates.js";
import { nearest } from "../../../runtime/validation/wording.js";
import type { Client, ClientModule } from "../../session.js";
import { clockOf, type Io } from "../../terminal/io.js";
import { type AdAccount, adAccountsOf } from "../accounts.js";
import type { Account, Folder } from "./folder.js";
import { DATA_NOTE, quote, Refused } from "./tool.js";

/** The client, folder and settings that all tools of a server share. */
export interface Context {
  readonly client: Client;
  readonly module: ClientModule;
  readonly folder: Folder;
  readonly io: Pick<Io, "clock">;
  /** The program that runs one query in its own process. */
  readonly sqlProgram: URL;
  /** Maximum number of reports per call. */
  readonly maxReports: number;
}

/** Today in UTC, in YYYY-MM-DD format. */
export function today({ io }: Pick<Context, "io">): string {
  return isoDay(utcToday(clockOf(io).date()));
}

/**
 * The ad accounts of the token's user, except items without an id. Requests the list each time.
 * Rejects with the same errors as `adAccountsOf`.
 */
export async function listAccounts(
  { client }: Pick<Context, "client">,
  signal: AbortSignal,
): Promise<readonly AdAccount[]> {
  return (await adAccountsOf(client, signal)).all;
}

/**
 * Finds ad accounts by id or full name, in the order of `wanted`, without duplicates. Ignores case
 * and surrounding spaces. Requests the list of accounts from Pinterest. Rejects with `Refused` for
 * an empty list, a name that several accounts share, or an unknown account. For an unknown account,
 * the message suggests the most similar account, or else lists up to five accounts.
 */
export async function accountsFrom(
  context: Pick<Context, "client">,
  wanted: readonly string[],
  signal: AbortSignal,
): Promise<readonly Account[]> {
  const all = await listAccounts(context, signal);
  const found = wanted.map((word) => {
    const key = word.trim().toLowerCase();
    const named = all.filter(({ id, name }) => id === key || name?.trim().toLowerCase() === key);
    const [first, second] = named;
    if (first === undefined) throw noSuchAccount(word, all);
    if (second !== undefined)
      throw new Refused(
        `${named.length} accounts are called ${quote(word)}: pass one of their ids: ${named.map(({ id }) => id).join(", ")}`,
      );
    const { id, name, currency, time_zone } = first;
    return { id, name: name ?? null, currency: currency ?? null, time_zone: time_zone ?? null };
  });
  if (found.length === 0)
    throw new Refused(`\`accounts\` is empty: pass ids or names, such as ${namesOf(all)}`);
  return [...new Map(found.map((account) => [account.id, account])).values()];
}

const SHOWN = 5;

/** The error for an unknown account. It suggests a similar id or name, or shows examples. */
function noSuchAccount(word: string, all: readonly AdAccount[]): Refused {
  const names = all.flatMap(({ id, name }) => [id, ...(name ? [name] : [])]);
  const near = nearest(word, names);
  const hint = near === null ? `. Examples: ${namesOf(all)}.` : `; did you mean ${quote(near)}?`;
  return new Refused(
    `there is no ad account ${quote(word)} among the ${all.length} that this token can see${hint} The accounts tool lists them. ${DATA_NOTE}`,
  );
}

/** The ids and names of the first accounts, as examples. */
function namesOf(all: readonly AdAccount[]): string {
  return all
    .slice(0, SHOWN)
    .map(({ id, name }) => `${id} (${name ? quote(name) : "no name"})`)
    .join(", ");
}
