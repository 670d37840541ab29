import { readBody } from "../body.js";
import { checkBoth, withDays } from "../dates.js";
import { checkApart } from "../places.js";
import { type Access, accessFor } from "../session.js";
import { checkAccount, readAccounts } from "./accounts.js";
import { type Flags, limitsOf, MAKING, outputOf, placesOf, spansAskedFor, takingUpOf, textOf, wrong } from "./flags.js";
import { readHandle } from "./handle-file.js";
import { runMany } from "./many.js";
import { runOne } from "./one.js";
import { requestsFor } from "./requests.js";

export interface RunArguments {
  /** The ad account's id and the body's file; the body's file alone with `--accounts`, nothing with `--resume`. */
  readonly places: readonly string[];
  readonly flags: Flags;
}

/** Makes a report, or one for each of many accounts, waits for it and prints its rows. Resolves to the exit code. */
export async function run({ places, flags }: RunArguments): Promise<number> {
  const resume = textOf(flags, "resume");
  if (resume !== undefined) return takeUp(resume, places, flags);
  const accountsFrom = textOf(flags, "accounts");
  const { bodyFrom, adAccountId } = placed(places, accountsFrom);
  const days = spansAskedFor(flags);
  const { concurrency, runDeadlineMs, ...limits } = limitsOf(flags);
  if (flags["recreate-unknown"] === true && flags.journal === undefined) throw wrong("--recreate-unknown needs --journal");
  const output = await outputOf(flags);
  await checkApart(await placesOf(flags, output, { body: bodyFrom }));
  const access: Access = { ...(await accessFor(textOf(flags, "tokens"))), ...limits };
  const accounts = accountsFrom === undefined ? [adAccountId] : await readAccounts(accountsFrom);
  const read = await readBody(bodyFrom);
  checkBoth(read, days);
  const plan = flags.plan === true;
  const { bodies, words } = await requestsFor(withDays(read, days), { plan, today: textOf(flags, "today") });
  if (bodies === null || plan || Object.keys(days).length > 0) process.stderr.write(words.map((text) => `${text}\n`).join(""));
  if (bodies === null) return 1;
  const [only] = bodies;
  const [journal, recreateUnknown] = [textOf(flags, "journal"), flags["recreate-unknown"] === true];
  if (accountsFrom === undefined && journal === undefined && bodies.length === 1 && only !== undefined)
    return runOne(access, { report: { adAccountId, body: only }, output, runDeadlineMs, takingUp: takingUpOf(flags, output) });
  const carried = { concurrency, runDeadlineMs };
  return runMany(access, { accounts, bodies, tagged: accountsFrom !== undefined, journal, recreateUnknown, ...carried }, output);
}

/** Waits for a report that a run has left, and prints its rows. */
async function takeUp(from: string, places: readonly string[], flags: Flags): Promise<number> {
  const beside = MAKING.find((name) => flags[name] !== undefined);
  if (beside !== undefined) throw wrong(`--${beside} and --resume do not go together: the report has been asked for`);
  if (places[0] !== undefined) throw wrong(`${places[0]} is one word too many: the handle knows its account and columns`);
  const { runDeadlineMs, ...limits } = limitsOf(flags);
  const output = await outputOf(flags);
  await checkApart(await placesOf(flags, output, { handle: from }));
  const access: Access = { ...(await accessFor(textOf(flags, "tokens"))), ...limits };
  return runOne(access, { report: { handle: await readHandle(from) }, output, runDeadlineMs, takingUp: takingUpOf(flags, output) });
}

/** What the words without a flag are. */
function placed(places: readonly string[], accountsFrom: string | undefined): { readonly bodyFrom: string; readonly adAccountId: string } {
  const named = accountsFrom === undefined ? ["ad-account-id", "body"] : ["body"];
  const missing = named[places.length];
  if (missing !== undefined) throw wrong(`run needs <${missing}>`);
  if (places.length > named.length) throw wrong(`${places[named.length]} is one word too many: --accounts says which accounts`);
  const [bodyFrom = "", adAccountId = ""] = [...places].reverse();
  if (accountsFrom === undefined) checkAccount(adAccountId);
  if (accountsFrom === "-" && bodyFrom === "-") throw wrong("the body and --accounts cannot both come from stdin");
  return { bodyFrom, adAccountId };
}
