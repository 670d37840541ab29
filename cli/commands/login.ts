import { lookup } from "node:dns/promises";
import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { sanitize } from "../../generator/print.js";
import { loadClient } from "../modules.js";
import { appFromEnvironment, baseUrlFromEnvironment } from "../session.js";
import { EXIT, isTemporary } from "../terminal/exit-codes.js";
import { type Interruption, interruption } from "../terminal/interruption.js";
import type { Io } from "../terminal/io.js";
import { Usage } from "../terminal/usage.js";
import {
  checkTokensFile,
  type StoredTokens,
  storeTokens,
  tokenLines,
  tokensFile,
  variablesOf,
} from "../tokens.js";

const PORT = 8085;
const HOST = "localhost";
const REDIRECT_WAIT_MS = 300_000;

/** Arguments of `login`. */
export interface LoginArguments {
  /** Port of the redirect server, 0 to 65535; 0 selects a free port. Default: 8085. */
  readonly port?: string;
  /** The file to store the tokens in. By default, the tokens are printed. */
  readonly tokens?: string;
  /** Whether to print JSON (the tokens, or the name of their file) instead of lines. */
  readonly json?: boolean;
}

/**
 * Gets the first tokens through Pinterest's authorization page. Prints the page's address to stderr
 * and waits up to five minutes for the redirect to this machine. Then stores the tokens in the file
 * `tokens`, or in the file that PINTEREST_TOKENS_FILE names. If neither is set, prints the tokens
 * to stdout, as lines of a `.env` file or as JSON.
 *
 * Resolves to 0. Resolves to 4 if no redirect arrives, or if the same command may succeed later.
 * Resolves to 1 after any other API error. If stopped by a signal, resolves to the signal's exit
 * code. Throws `Usage` for invalid flags, missing app credentials, a port in use, or a file that
 * cannot be written. Throws `Problems` if storing the tokens fails.
 */
export async function login(
  { port = String(PORT), tokens: flag, json = false }: LoginArguments,
  io: Io,
): Promise<number> {
  if (!/^\d{1,5}$/.test(port) || Number(port) > 65_535)
    throw new Usage(`--port ${port} is not a valid port`, "Use a number from 0 to 65535.");
  const app = appFromEnvironment(io.env);
  const file = tokensFile(flag, io.env);
  if (file !== undefined) await checkTokensFile(file, io);
  const module = await loadClient();
  const state = crypto.randomUUID();
  const { codeVerifier, codeChallenge } = await module.createCodeVerifier();
  const stop = interruption(io);
  const servers = await listen(Number(port));
  try {
    const redirectUri = `http://${HOST}:${portOf(servers)}/`;
    const page = module.authorizationUrl({
      clientId: app.clientId,
      redirectUri,
      state,
      codeChallenge,
    });
    io.stderr.write(instructions(page, redirectUri));
    const callback = await awaitRedirect(servers, { redirectUri, state, signal: stop.signal });
    if (callback === null) return stoppedExit(stop, io);
    const exchange = { ...app, redirectUri, state, callback, codeVerifier, signal: stop.signal };
    const tokens = await module.exchangeCode({ ...exchange, ...baseUrlFromEnvironment(io.env) });
    const { accessToken, refreshToken, refreshTokenExpiresAt } = tokens;
    await deliverTokens(
      { accessToken, refreshToken: refreshToken ?? undefined, refreshTokenExpiresAt },
      { file, json },
      io,
    );
    if (tokens.expiresAt !== null)
      io.stderr.write(`the access token expires at ${tokens.expiresAt}\n`);
    return EXIT.done;
  } catch (error) {
    if (stop.signal.aborted) return stoppedExit(stop, io);
    if (!(error instanceof module.PinterestReportsError)) throw error;
    io.stderr.write(`error  ${sanitize(error.message)}\n`);
    return isTemporary(error) ? EXIT.tryAgain : EXIT.refused;
  } finally {
    stop.end();
    close(servers);
  }
}

/** The text that asks the user to open the authorization page. */
function instructions(page: string, redirectUri: string): string {
  return `open this page and grant access; ${redirectUri} must be one of the app's redirect links\n\n${page}\n\nwaiting up to five minutes for the redirect\n`;
}

/**
 * Prints the tokens, or stores them in the file. With `json`, prints the tokens or the file's name
 * as an object.
 */
async function deliverTokens(
  tokens: StoredTokens,
  { file, json }: { readonly file: string | undefined; readonly json: boolean },
  io: Io,
): Promise<void> {
  if (json)
    io.stdout.write(`${JSON.stringify(file === undefined ? variablesOf(tokens) : { file })}\n`);
  else if (file === undefined) io.stdout.write(tokenLines(tokens));
  if (file !== undefined) {
    await storeTokens(file, tokens, io);
    io.stderr.write(`the tokens are stored in ${file}; use them with run --tokens ${file}\n`);
  }
}

/** Prints why no redirect arrived; returns the exit code. */
function stoppedExit(stop: Interruption, io: Io): number {
  const interrupted = stop.signal.aborted;
  io.stderr.write(interrupted ? "stopped\n" : "no redirect arrived within five minutes\n");
  return interrupted ? stop.exit() : EXIT.tryAgain;
}

/**
 * Listens on every address of the redirect's host, because browsers may use any of them. If we
 * skipped one, another program could listen there and receive the code.
 */
async function listen(port: number): Promise<readonly Server[]> {
  const resolved = await lookup(HOST, { all: true }).catch(() => []);
  const addresses = new Set(
    resolved.length === 0 ? ["127.0.0.1"] : resolved.map(({ address }) => address),
  );
  const servers: Server[] = [];
  try {
    for (const address of addresses) {
      const server = await listenAt(address, servers[0] === undefined ? port : portOf(servers));
      if (server !== null) servers.push(server);
    }
  } catch (error) {
    close(servers);
    throw error;
  }
  if (servers[0] === undefined)
    throw new Usage(
      `${HOST} does not resolve to an address of this machine`,
      "Check the hosts file.",
    );
  return servers;
}

/**
 * Listens on one address. Resolves to null if the address does not belong to this machine, although
 * the host name resolves to it. Rejects with `Usage` if the port is in use.
 */
function listenAt(address: string, port: number): Promise<Server | null> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once("error", (error: NodeJS.ErrnoException) => {
      if (error.code === "EADDRNOTAVAIL" || error.code === "EAFNOSUPPORT") resolve(null);
      else
        reject(
          error.code === "EADDRINUSE"
            ? new Usage(`port ${port} is in use at ${address}`, "Choose another port with --port.")
            : error,
        );
    });
    server.listen({ host: address, port, ipv6Only: true }, () => resolve(server));
  });
}

/** The port of the first server; all others use the same port. */
function portOf([first]: readonly Server[]): number {
  const address = first?.address() as AddressInfo | null | undefined;
  return address?.port ?? 0;
}

/** Closes the servers and all their connections at once. */
function close(servers: readonly Server[]): void {
  for (const server of servers) {
    server.close();
    server.closeAllConnections();
  }
}

interface RedirectOptions {
  readonly redirectUri: string;
  readonly state: string;
  readonly signal: AbortSignal;
}

/**
 * Waits for the redirect and resolves to its URL. Resolves to null after five minutes or an abort.
 * Requests with a different `state` get a 404 response.
 */
function awaitRedirect(
  servers: readonly Server[],
  { redirectUri, state, signal }: RedirectOptions,
): Promise<URL | null> {
  return new Promise((resolve) => {
    const timer = setTimeout(() => resolve(null), REDIRECT_WAIT_MS);
    const finish = (callback: URL | null): void => {
      clearTimeout(timer);
      resolve(callback);
    };
    signal.addEventListener("abort", () => finish(null), { once: true });
    const respond = (request: IncomingMessage, response: ServerResponse): void => {
      const callback = callbackOf(request, { redirectUri, state });
      response.writeHead(callback ? 200 : 404, {
        "content-type": "text/plain; charset=utf-8",
        connection: "close",
      });
      response.end(
        callback
          ? "Done. The terminal shows the result. You can close this page.\n"
          : "Not found.\n",
      );
      // `close` also fires if the page is closed before the whole response arrives.
      if (callback) response.once("close", () => finish(callback));
    };
    for (const server of servers) server.on("request", respond);
  });
}

/** The URL of a redirect request; null for any other request. */
function callbackOf(
  { method, url = "" }: IncomingMessage,
  { redirectUri, state }: Omit<RedirectOptions, "signal">,
): URL | null {
  // Accepts only a path and its query, because a URL that starts with `//` refers to another host.
  if (method !== "GET" || !/^\/(\?|$)/.test(url)) return null;
  const callback = new URL(url, redirectUri);
  const query = callback.searchParams;
  return query.get("state") === state && (query.has("code") || query.has("error"))
    ? callback
    : null;
}
