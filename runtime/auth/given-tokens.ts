import { abortable, TimedOut, timeLimited } from "../clock.js";
import { ConnectionError, copied } from "../errors.js";
import type { TokenSource, Wire } from "../http/config.js";
import { type AccessCredentials, checkSecret } from "./credentials.js";

// So long, calls that were sent with a token before it was refused get the one that was given then.
const REMEMBERED_MS = 30_000;

type Give = Exclude<AccessCredentials["accessToken"], string>;

interface Renewal {
  readonly refused: string;
  readonly token: Promise<string>;
  /** By the clock's `now`. */
  until: number;
}

/** Tokens from the caller's function: asked before every request, and once for all calls whose token was refused. */
export function givenTokens(wire: Wire, give: Give): TokenSource {
  let last: Renewal | null = null;
  const renewal = (refused: string): Renewal => {
    if (last !== null && last.refused === refused && wire.clock.now() < last.until) return last;
    // Without anyone's signal: others may wait for it, too.
    const one: Renewal = { refused, token: ask(wire, give, { refused: true }), until: Number.POSITIVE_INFINITY };
    const end = (ms: number) => {
      one.until = wire.clock.now() + ms;
    };
    one.token.then(
      (token) => end(token === refused ? 0 : REMEMBERED_MS),
      () => end(0),
    );
    last = one;
    return one;
  };
  return {
    get: (signal) => ask(wire, give, { refused: false, signal }),
    async renew(refused, { signal }) {
      const token = await abortable(renewal(refused).token.catch(copied), signal);
      return token === refused ? null : token;
    },
  };
}

async function ask(
  { timeoutMs: ms }: Wire,
  give: Give,
  { refused, signal }: { readonly refused: boolean; readonly signal?: AbortSignal | undefined },
): Promise<string> {
  try {
    return checkSecret("what the accessToken function gave", await timeLimited(async () => give({ refused }), { ms, signal }));
  } catch (error) {
    if (error instanceof TimedOut)
      throw new ConnectionError("the accessToken function gave no token in time", { sent: false, cause: error });
    throw error;
  }
}
