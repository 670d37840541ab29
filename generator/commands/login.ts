import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { appFromEnvironment, baseUrlFromEnvironment } from "./client.js";
import { loadClient } from "./generated.js";
import { Usage } from "./usage.js";

const PORT = 8085;
const WAITS_MS = 300_000;

export interface LoginArguments {
  /** Where to listen for whoever comes back; 0: any free port. */
  readonly port?: string;
}

/** The first tokens: shows the page on which to give access, waits on 127.0.0.1 for who comes back, prints the tokens to stdout. */
export async function login({ port = String(PORT) }: LoginArguments): Promise<number> {
  if (!/^\d{1,5}$/.test(port) || Number(port) > 65_535) throw new Usage(`--port ${port} is not a port`, "It is a number below 65536.");
  const app = appFromEnvironment();
  const entry = await loadClient();
  const state = crypto.randomUUID();
  const stop = new AbortController();
  const interrupt = (): void => stop.abort();
  process.once("SIGINT", interrupt);
  const server = await listen(Number(port));
  try {
    const redirectUri = `http://localhost:${(server.address() as AddressInfo).port}/`;
    process.stderr.write(instructions(entry.authorizationUrl({ clientId: app.clientId, redirectUri, state }), redirectUri));
    const callback = await comeBack(server, { redirectUri, state, signal: stop.signal });
    if (callback === null) return ended(stop.signal.aborted);
    const tokens = await entry.exchangeCode({ ...app, redirectUri, state, callback, signal: stop.signal, ...baseUrlFromEnvironment() });
    process.stdout.write(`PINTEREST_ACCESS_TOKEN=${tokens.accessToken}\n`);
    if (tokens.refreshToken !== null) process.stdout.write(`PINTEREST_REFRESH_TOKEN=${tokens.refreshToken}\n`);
    if (tokens.expiresAt !== null) process.stderr.write(`the access token is good until ${tokens.expiresAt}\n`);
    return 0;
  } catch (error) {
    if (stop.signal.aborted) return ended(true);
    if (!(error instanceof entry.PinterestReportsError)) throw error;
    process.stderr.write(`error  ${error.message}\n`);
    return 1;
  } finally {
    process.off("SIGINT", interrupt);
    server.close();
    server.closeAllConnections();
  }
}

function instructions(page: string, redirectUri: string): string {
  return `open this page and give access; ${redirectUri} must be a redirect link of the app\n\n${page}\n\nwaiting for five minutes\n`;
}

function ended(interrupted: boolean): number {
  process.stderr.write(interrupted ? "stopped\n" : "nobody came back in five minutes\n");
  return interrupted ? 130 : 1;
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
