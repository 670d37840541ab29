import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { visible } from "../print.js";
import { appFromEnvironment, baseUrlFromEnvironment } from "./client.js";
import { loadClient } from "./generated.js";
import { type Interruption, interruption } from "./interruption.js";
import { checkTokensPlace, type KeptTokens, keepTokens, tokenLines, tokensFile } from "./tokens.js";
import { Usage } from "./usage.js";

const PORT = 8085;
const WAITS_MS = 300_000;

export interface LoginArguments {
  /** Where to listen for whoever comes back; 0: any free port. */
  readonly port?: string;
  /** The file to keep the tokens in, instead of printing them. */
  readonly tokens?: string;
}

/** The first tokens: shows the page on which to give access, waits on 127.0.0.1 for who comes back, keeps the tokens or prints them to stdout. */
export async function login({ port = String(PORT), tokens: flag }: LoginArguments): Promise<number> {
  if (!/^\d{1,5}$/.test(port) || Number(port) > 65_535) throw new Usage(`--port ${port} is not a port`, "It is a number below 65536.");
  const app = appFromEnvironment();
  const file = tokensFile(flag);
  if (file !== undefined) await checkTokensPlace(file);
  const entry = await loadClient();
  const state = crypto.randomUUID();
  const stop = interruption();
  const server = await listen(Number(port));
  try {
    const redirectUri = `http://localhost:${(server.address() as AddressInfo).port}/`;
    process.stderr.write(instructions(entry.authorizationUrl({ clientId: app.clientId, redirectUri, state }), redirectUri));
    const callback = await comeBack(server, { redirectUri, state, signal: stop.signal });
    if (callback === null) return ended(stop);
    const tokens = await entry.exchangeCode({ ...app, redirectUri, state, callback, signal: stop.signal, ...baseUrlFromEnvironment() });
    await give({ accessToken: tokens.accessToken, refreshToken: tokens.refreshToken ?? undefined }, file);
    if (tokens.expiresAt !== null) process.stderr.write(`the access token is good until ${tokens.expiresAt}\n`);
    return 0;
  } catch (error) {
    if (stop.signal.aborted) return ended(stop);
    if (!(error instanceof entry.PinterestReportsError)) throw error;
    process.stderr.write(`error  ${visible(error.message)}\n`);
    return 1;
  } finally {
    stop.end();
    server.close();
    server.closeAllConnections();
  }
}

function instructions(page: string, redirectUri: string): string {
  return `open this page and give access; ${redirectUri} must be a redirect link of the app\n\n${page}\n\nwaiting for five minutes\n`;
}

async function give(tokens: KeptTokens, file: string | undefined): Promise<void> {
  if (file === undefined) process.stdout.write(tokenLines(tokens));
  else {
    await keepTokens(file, tokens);
    process.stderr.write(`the tokens are in ${file}; run takes them with --tokens ${file}\n`);
  }
}

function ended(stop: Interruption): number {
  const interrupted = stop.signal.aborted;
  process.stderr.write(interrupted ? "stopped\n" : "nobody came back in five minutes\n");
  return interrupted ? stop.exit() : 1;
}

function listen(port: number): Promise<Server> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once("error", (error: NodeJS.ErrnoException) => {
      reject(error.code === "EADDRINUSE" ? new Usage(`port ${port} is taken`, "Give another one with --port.") : error);
    });
    server.listen(port, "127.0.0.1", () => resolve(server));
  });
}

interface Awaited {
  readonly redirectUri: string;
  readonly state: string;
  readonly signal: AbortSignal;
}

/** The address on which somebody came back; null when nobody did. One with another state is not ours and is not listened to. */
function comeBack(server: Server, { redirectUri, state, signal }: Awaited): Promise<URL | null> {
  return new Promise((resolve) => {
    const timer = setTimeout(() => resolve(null), WAITS_MS);
    const settle = (callback: URL | null): void => {
      clearTimeout(timer);
      resolve(callback);
    };
    signal.addEventListener("abort", () => settle(null), { once: true });
    server.on("request", (request, response) => {
      const url = new URL(request.url ?? "/", redirectUri);
      const ours = url.pathname === "/" && url.searchParams.get("state") === state;
      response.writeHead(ours ? 200 : 404, { "content-type": "text/plain; charset=utf-8", connection: "close" });
      response.end(ours ? "Thank you; the terminal knows more. You may close this page.\n" : "Not found.\n");
      if (ours) response.on("finish", () => settle(url));
    });
  });
}
