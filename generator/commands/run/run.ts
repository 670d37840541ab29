import { readBody } from "../body.js";
import { accessFor } from "../client.js";
import { daysFrom, withDays } from "../days.js";
import { tokensFile } from "../tokens.js";
import { Usage } from "../usage.js";
import { checkAccount, readAccounts } from "./accounts.js";
import { readHandle } from "./handle-file.js";
import { runMany } from "./many.js";
import { runOne } from "./one.js";
import { type Output, outputFor } from "./output.js";
import { checkApart, type NamedPlace, realPlace } from "./places.js";
import { requestsFor } from "./requests.js";

export interface RunArguments {
  /** The ad account's id and the body's file; the body's file alone with `--accounts`, nothing with `--resume`. */
  readonly places: readonly string[];
  readonly flags: Readonly<Record<string, string | true | undefined>>;
}

type Flags = RunArguments["flags"];

/** What reports are made of. The others say how they are carried or where rows go, and mean something to `--resume`, too. */
const MAKING = ["accounts", "journal", "recreate-unknown", "plan", "since", "last-month", "start", "end", "today"];

/** Makes a report, or one for each of many accounts, waits for it and prints its rows. Resolves to the exit code. */
export async function run({ places, flags }: RunArguments): Promise<number> {
  const resume = textOf(flags, "resume");
  if (resume !== undefined) return takeUp(resume, places, flags);
  const accountsFrom = textOf(flags, "accounts");
  const { bodyFrom, adAccountId } = placed(places, accountsFrom);
  const days = daysOf(flags);
  if (flags["recreate-unknown"] === true && flags.journal === undefined) throw wrong("--recreate-unknown needs --journal");
  const output = await outputOf(flags);
  await checkApart(await placesOf(flags, output, { body: bodyFrom }));
  const access = await accessFor(textOf(flags, "tokens"));
  const accounts = accountsFrom === undefined ? [adAccountId] : await readAccounts(accountsFrom);
  const body = withDays(await readBody(bodyFrom), days);
  const plan = flags.plan === true;
  const { bodies, words } = await requestsFor(body, { plan, today: textOf(flags, "today") });
  if (bodies === null || plan || Object.keys(days).length > 0) process.stderr.write(words.map((text) => `${text}\n`).join(""));
  if (bodies === null) return 1;
  const [only] = bodies;
  const [journal, recreateUnknown] = [textOf(flags, "journal"), flags["recreate-unknown"] === true];
  if (accountsFrom === undefined && journal === undefined && bodies.length === 1 && only !== undefined)
    return runOne(access, { adAccountId, body: only }, output);
  return runMany(access, { accounts, bodies, tagged: accountsFrom !== undefined, journal, recreateUnknown }, output);
}

/** Waits for a report that a run has left, and prints its rows. */
async function takeUp(from: string, places: readonly string[], flags: Flags): Promise<number> {
  const beside = MAKING.find((name) => flags[name] !== undefined);
  if (beside !== undefined) throw wrong(`--${beside} and --resume do not go together: the report has been asked for`);
  if (places[0] !== undefined) throw wrong(`${places[0]} is one word too many: the handle knows its account and columns`);
  const output = await outputOf(flags);
  await checkApart(await placesOf(flags, output, { handle: from }));
  const access = await accessFor(textOf(flags, "tokens"));
  return runOne(access, { handle: await readHandle(from) }, output);
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

/** All files of this run, those beside its journal among them. */
async function placesOf(
  flags: Flags,
  { destination }: Output,
  { body, handle }: { readonly body?: string; readonly handle?: string },
): Promise<readonly NamedPlace[]> {
  const [accounts, named] = [textOf(flags, "accounts"), textOf(flags, "journal")];
  const journal = named && (await realPlace(named).catch(() => named));
  const all = [
    { name: "the body", path: body },
    { name: "the handle", path: handle },
    { name: "--accounts", path: accounts },
    { name: "--out", path: destination.kind === "stdout" ? undefined : destination.path },
    { name: "--tokens", path: tokensFile(textOf(flags, "tokens")) },
    { name: "--journal", path: named },
    { name: "the journal's rows", path: journal && `${journal}.rows`, folder: true },
    { name: "the journal's lock", path: journal && `${journal}.lock` },
  ];
  return all.flatMap(({ path, ...rest }) => (path === undefined || path === "-" ? [] : [{ ...rest, path }]));
}

function daysOf(flags: Flags): ReturnType<typeof daysFrom> {
  const [since, start, end, today] = ["since", "start", "end", "today"].map((name) => textOf(flags, name));
  return daysFrom({ since, start, end, today, lastMonth: flags["last-month"] === true });
}

function outputOf(flags: Flags): Promise<Output> {
  const defuseFormulas = flags["defuse-formulas"] === true;
  return outputFor({ format: textOf(flags, "format"), out: textOf(flags, "out"), defuseFormulas });
}

function textOf(flags: Flags, name: string): string | undefined {
  const value = flags[name];
  return typeof value === "string" ? value : undefined;
}

function wrong(message: string): Usage {
  return new Usage(message, "pinterest-reports run --help shows examples.");
}
