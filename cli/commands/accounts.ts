import { pluralize } from "../../runtime/validation/wording.js";
import type { Row } from "../../runtime/writers/row.js";
import { type Client, sessionOptionsFor, withClient } from "../session.js";
import type { Io } from "../terminal/io.js";
import { formatTable } from "../terminal/table.js";
import { createProgress } from "../terminal/terminal.js";
import { suggestion, Usage } from "../terminal/usage.js";
import { checkDefuse, rowsAsText } from "./run/output.js";

/** Arguments of `accounts`. */
export interface AccountsArguments {
  /** `table`, `json`, `csv`, `ndjson` or `ids`; default: `table`. */
  readonly format?: string;
  /** The token file. */
  readonly tokens?: string;
  /** Whether to turn CSV cells that look like formulas into text; default: false. */
  readonly defuseFormulas?: boolean;
  /** Whether to print only warnings and errors; default: false. */
  readonly quiet?: boolean;
}

/** An ad account as Pinterest returns it. */
export type AdAccount =
  ReturnType<Client["adAccounts"]["each"]> extends AsyncIterable<infer Item> ? Item : never;

const FORMATS = ["table", "json", "csv", "ndjson", "ids"] as const;
const COLUMNS = ["id", "name", "owner", "country", "currency", "time_zone", "permissions"];

/**
 * Prints the ad accounts that the token's user can see. Formats are a table, JSON, CSV, NDJSON, and
 * `ids` (one account per line, for `run --accounts`). JSON and NDJSON contain Pinterest's objects.
 * The table and CSV formats have seven columns of flat values. If there are no accounts, the table
 * is empty. A message on stderr says so, unless `quiet` is set. Items without an id are left out,
 * with a warning on stderr.
 *
 * Resolves to 0, even if there are no accounts. After an error, resolves to 4 if the same command
 * may succeed later, otherwise to 1. If stopped by a signal, resolves to the signal's exit code.
 * Throws `Usage` for an unknown format, missing credentials, or `defuseFormulas` without CSV.
 */
export async function accounts(
  { format = "table", tokens, defuseFormulas: defuse = false, quiet }: AccountsArguments,
  io: Io,
): Promise<number> {
  const selected = FORMATS.find((candidate) => candidate === format);
  if (selected === undefined)
    throw new Usage(`unknown format: ${format}`, suggestion(format, FORMATS));
  if (defuse) checkDefuse(selected);
  const options = await sessionOptionsFor(tokens, io);
  const progress = createProgress(io, { quiet: true });
  return withClient(
    options,
    { io, progress, stopped: () => "stopped\n" },
    async ({ client, signal }) => {
      const { all, unusable } = await adAccountsOf(client, signal);
      if (selected === "table")
        io.stdout.write(all.length === 0 ? "" : formatTable(all.map(accountRow)));
      else if (selected === "ids") io.stdout.write(all.map(idLine).join(""));
      else {
        const rows =
          selected === "csv" ? all.map(accountRow) : (all as readonly object[] as readonly Row[]);
        const read = async function* (): AsyncGenerator<Row> {
          yield* rows;
        };
        for await (const text of rowsAsText(read, selected, { columns: COLUMNS, defuse }))
          io.stdout.write(text);
      }
      if (unusable > 0) io.stderr.write(`warning   ${unusableText(unusable)}\n`);
      if (all.length === 0 && quiet !== true)
        io.stderr.write("no ad accounts: the token's user does not own or have access to any\n");
      return 0;
    },
  );
}

/** Ad accounts, and the number of list items that were skipped because they have no id. */
export interface AdAccounts {
  readonly all: readonly AdAccount[];
  readonly unusable: number;
}

/**
 * Loads all ad accounts that the token's user can see. Items without an id are only counted.
 * Rejects with the client's errors, or with `signal.reason` if `signal` aborts.
 */
export async function adAccountsOf(client: Client, signal: AbortSignal): Promise<AdAccounts> {
  const all: AdAccount[] = [];
  let unusable = 0;
  for await (const account of client.adAccounts.each({ page_size: 250 }, { signal })) {
    if (typeof account === "object" && account !== null && typeof account.id === "string")
      all.push(account);
    else unusable++;
  }
  return { all, unusable };
}

/**
 * Says how many list items were left out because they have no id. The text is a clause without a
 * period, even for 0.
 */
export function unusableText(unusable: number): string {
  return `${pluralize(unusable, "item")} in Pinterest's list ${unusable === 1 ? "has" : "have"} no id and ${unusable === 1 ? "was" : "were"} left out`;
}

/**
 * The roles of the token's user in an account. Undefined if Pinterest omits them, or if they are
 * not a list.
 */
export function rolesIn({ permissions }: AdAccount): readonly string[] | undefined {
  return Array.isArray(permissions) ? permissions : undefined;
}

/** The account as flat values: the owner's name, and the permissions separated by spaces. */
function accountRow(account: AdAccount): Row {
  const { id, name, owner, country, currency, time_zone } = account;
  return {
    id,
    name,
    owner: owner?.username,
    country,
    currency,
    time_zone,
    permissions: (rolesIn(account) ?? []).join(" "),
  };
}

/** A line for the file that `run --accounts` reads: the id, then the name as a comment. */
function idLine({ id, name }: AdAccount): string {
  const comment = (typeof name === "string" ? name : "")
    .replace(/[\p{C}\p{Zl}\p{Zp}]+/gu, " ")
    .trim();
  return comment === "" ? `${id}\n` : `${id}  # ${comment}\n`;
}
