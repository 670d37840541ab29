import { loadTesting } from "../modules.js";
import { interruption } from "../terminal/interruption.js";
import type { Io } from "../terminal/io.js";
import { Usage } from "../terminal/usage.js";

/** Arguments of `serve`. */
export interface ServeArguments {
  /** Port of the API, 0 to 65535; default: 0, which selects a free one. */
  readonly port?: string;
  /** Number of polls until a report is finished; default: 2. */
  readonly polls?: string;
  /** Number of ad accounts; default: 3. */
  readonly accounts?: string;
  /** Whether to print the address and the token as JSON; default: as lines. */
  readonly json?: boolean;
}

// The fake server does not keep the process alive, so a timer does.
const KEEP_ALIVE_MS = 60_000;

/**
 * Runs the fake Pinterest server on 127.0.0.1 until a signal arrives. Prints its base URL and its
 * access token to stdout, as lines of a `.env` file or, with `json`, as an object. Links expire
 * after five minutes, reports after an hour. Resolves to the signal's exit code. Throws `Usage` for
 * an invalid number or an unusable port. `polls` may be up to 1,000, and `accounts` up to 100,000.
 */
export async function serve(
  { port = "0", polls = "2", accounts = "3", json = false }: ServeArguments,
  io: Io,
): Promise<number> {
  const { createFakeServer, systemClock } = await loadTesting();
  const options = {
    port: countIn("--port", port, 65_535),
    polls: countIn("--polls", polls, 1_000),
    accounts: countIn("--accounts", accounts),
    clock: systemClock,
  };
  const stop = interruption(io);
  const server = await createFakeServer(options).catch((error: NodeJS.ErrnoException) => {
    stop.end();
    if (error.syscall !== "listen") throw error;
    const why = error.code === "EADDRINUSE" ? "is in use" : `cannot be used: ${error.code}`;
    throw new Usage(
      `port ${port} ${why}`,
      "Choose another port with --port; 0 selects a free port.",
    );
  });
  const timer = setInterval(() => {}, KEEP_ALIVE_MS);
  try {
    const variables = {
      PINTEREST_API_BASE_URL: server.url,
      PINTEREST_ACCESS_TOKEN: server.accessToken,
    };
    const lines = Object.entries(variables).map(([name, value]) => `${name}=${value}\n`);
    io.stdout.write(json ? `${JSON.stringify(variables)}\n` : lines.join(""));
    io.stderr.write("serving made-up data on 127.0.0.1; ctrl-C stops it\n");
    await new Promise<void>((resolve) => {
      if (stop.signal.aborted) resolve();
      else stop.signal.addEventListener("abort", () => resolve(), { once: true });
    });
    return stop.exit();
  } finally {
    clearInterval(timer);
    await server.close();
    stop.end();
  }
}

/** Parses a whole number from 0 to `max`. Throws `Usage` for anything else. */
function countIn(flag: string, text: string, max = 100_000): number {
  if (/^-\d+$/.test(text))
    throw new Usage(`${flag} ${text} must be 0 or more`, `Use a whole number from 0 to ${max}.`);
  if (!/^\d+$/.test(text))
    throw new Usage(
      `${flag} ${text} is not a whole number`,
      `Use a whole number from 0 to ${max}.`,
    );
  if (Number(text) <= max) return Number(text);
  throw new Usage(`${flag} ${text} is too large`, `Use a whole number from 0 to ${max}.`);
}
