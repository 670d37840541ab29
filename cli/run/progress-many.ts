import { type ClientEvent, type Progress, secondsSince } from "../progress.js";
import { isLive, liveLines, plain, type Screen } from "../screen.js";
import {
  type Account,
  accountsOf,
  advanced,
  amount,
  failed,
  lineOf,
  over,
  type Request,
  type RequestProgress,
  shownLines,
} from "./account-lines.js";
import { Asides } from "./asides.js";

export interface ManyProgress extends Progress {
  /** Told how far a request is; how it ends is for those below, because only the run knows what that means for it. */
  readonly onProgress: (progress: RequestProgress) => void;
  done(request: Request, rows: number): void;
  skipped(request: Request, rows: number): void;
  failed(request: Request, why: string): void;
  /** It is carried once more. */
  again(request: Request, why: string): void;
}

/**
 * What many reports are doing. On a terminal a line for each account that changes in place; where there is no room for all, those that are
 * under way. Elsewhere a line for each change. `requests` may have several of an account.
 */
export function progressOfMany(requests: readonly Request[], screen: Screen = process.stderr): ManyProgress {
  const accounts = accountsOf(requests);
  const started = Date.now();
  const asides = new Asides();
  const sums = (room: number): readonly string[] => shownLines([...accounts.values()], room, [secondsSince(started), ...asides.waiting()]);
  const lines = isLive(screen) ? liveLines(screen, sums) : null;
  let ended = false;
  const say = (text: string): void => {
    if (lines !== null && !ended) lines.say(text);
    else screen.write(`${text}\n`);
  };
  const show = (id: string, words: (account: Account) => string): void => {
    const account = accounts.get(id);
    if (account === undefined || ended) return;
    const before = account.words;
    account.words = words(account);
    if (lines === null && account.words !== before) screen.write(`${lineOf(account)}\n`);
  };
  return {
    onEvent: (event) => {
      if (event.type === "look") show(event.adAccountId, () => lookWords(event, lines !== null));
      const words = asides.of(event);
      const aside = words !== null && event.type === "wait" && event.reason === "retry" ? `${words}${notDone(accounts)}` : words;
      // On a terminal the sums have a wait, as long as it lasts.
      if (aside !== null && !((event.type === "wait" || event.type === "held-back") && lines !== null)) say(aside);
    },
    onProgress: (progress) => show(progress.request.adAccountId, (account) => advanced(account, progress, lines !== null)),
    done: ({ adAccountId }, rows) => show(adAccountId, (account) => over(account, "done", rows)),
    skipped: ({ adAccountId }, rows) => show(adAccountId, (account) => over(account, "came in an earlier run", rows)),
    failed: (request, why) => show(request.adAccountId, (account) => failed(account, request, why)),
    again: ({ adAccountId }, why) => show(adAccountId, () => `asked for again: ${why}`),
    say,
    end: () => {
      if (!ended) lines?.end();
      ended = true;
    },
  };
}

/** How many accounts wait while something is tried again: it mostly is the same for all. Nothing where there is one. */
function notDone(accounts: ReadonlyMap<string, Account>): string {
  const open = [...accounts.values()].filter(({ ended, requests }) => ended < requests).length;
  return accounts.size === 1 ? "" : `; ${open} of ${amount(accounts.size, "account")} wait`;
}

function lookWords({ status, looks }: Extract<ClientEvent, { readonly type: "look" }>, live: boolean): string {
  return plain(live ? `status ${status}, look ${looks}` : `status ${status}`);
}
