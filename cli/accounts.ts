import type { Row } from "../runtime/writers/row.js";
import type { Io } from "./io.js";
import { checkDefuse, rowsAsText } from "./run/output.js";
import { type Client, sessionOptionsFor, withClient } from "./session.js";
import { formatTable } from "./table.js";
import { createProgress } from "./terminal.js";
import { suggestion, Usage } from "./usage.js";

/** Arguments of `accounts`. */
export interface AccountsArguments {
  /** Default: `table`. */
  readonly format?: string;
  /** The token file. */
  readonly tokens?: string;
  /** Whether a cell of CSV that a spreadsheet would take for a formula is turned into text; default: false. */
  readonly defuseFormulas?: boolean;
}

/** An ad account as Pinterest lists it. */
export type AdAccount = ReturnType<Client["adAccounts"]["each"]> extends AsyncIterable<infer Item> ? Item : never;

const FORMATS = ["table", "json", "csv", "ndjson", "ids"] as const;
const COLUMNS = ["id", "name", "owner", "country", "currency", "time_zone", "permissions"];

/**
 * Prints the ad accounts that the token's user can see, to stdout: as a table, JSON, CSV, NDJSON, or as `ids`, lines for `run --accounts`.
 * JSON has the objects of Pinterest. Resolves to 0, also without accounts, to 1 after an error, or to the code of a signal. Throws `Usage`
 * for an unknown format, `defuseFormulas` with another format than CSV, or missing credentials.
 */
export async function accounts({ format = "table", tokens, defuseFormulas: defuse = false }: AccountsArguments, io: Io): Promise<number> {
  const selected = FORMATS.find((candidate) => candidate === format);
  if (selected === undefined) throw new Usage(`--format ${format} is not a format`, suggestion(format, FORMATS));
  if (defuse) checkDefuse(selected);
  const options = await sessionOptionsFor(tokens, io);
  const progress = createProgress(io, { quiet: true });
  return withClient(options, { io, progress, stopped: () => "stopped\n" }, async ({ client, signal }) => {
    const all = await adAccountsOf(client, signal);
    if (selected === "table") io.stdout.write(all.length === 0 ? "" : formatTable(all.map(accountRow)));
    else if (selected === "ids") io.stdout.write(all.map(idLine).join(""));
    else {
      const rows = selected === "csv" ? all.map(accountRow) : (all as readonly object[] as readonly Row[]);
      const read = async function* (): AsyncGenerator<Row> {
        yield* rows;
      };
      for await (const text of rowsAsText(read, selected, { columns: COLUMNS, defuse })) io.stdout.write(text);
    }
    if (all.length === 0) io.stderr.write("no ad account: the token's user owns none, and has access to none\n");
    return 0;
  });
}

/** All ad accounts that the token's user can see. Rejects with the client's errors, and with the reason of `signal` after its abort. */
export async function adAccountsOf(client: Client, signal: AbortSignal): Promise<readonly AdAccount[]> {
  const all: AdAccount[] = [];
  for await (const account of client.adAccounts.each({ page_size: 250 }, { signal })) all.push(account);
  return all;
}

/** The account as flat values: the owner's name, and the permissions with spaces in between. */
function accountRow({ id, name, owner, country, currency, time_zone, permissions = [] }: AdAccount): Row {
  return { id, name, owner: owner?.username, country, currency, time_zone, permissions: permissions.join(" ") };
}

/** A line for `run --accounts`: the id, with the name, if any, on the same line as a comment, since it may be any text. */
function idLine({ id, name }: AdAccount): string {
  const comment = (name ?? "").replace(/[\p{C}\p{Zl}\p{Zp}]+/gu, " ").trim();
  return comment === "" ? `${id}\n` : `${id}  # ${comment}\n`;
}
