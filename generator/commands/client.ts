import { loadClient } from "./generated.js";
import { type Progress, progress } from "./progress.js";
import { Usage } from "./usage.js";

type Entry = Awaited<ReturnType<typeof loadClient>>;
export type Client = ReturnType<Entry["createClient"]>;
export type Body = Parameters<Client["report"]["create"]>[1];
export type Handle = Awaited<ReturnType<Client["report"]["create"]>>;

/** Where and as whom to call. */
export interface Access {
  /** To begin with, where there is a way to the next one. */
  readonly accessToken?: string | undefined;
  readonly refresh?: (App & { readonly refreshToken: string }) | undefined;
  readonly baseUrl?: string | undefined;
}

/** An app's own credentials. */
export interface App {
  readonly clientId: string;
  readonly clientSecret: string;
}

export interface Session {
  readonly client: Client;
  readonly signal: AbortSignal;
  /** Is told of the report as soon as there is one, so that ctrl-C can name it. */
  created(handle: Handle): void;
  /** Ends the progress: from here the rows are printed. */
  ready(): void;
}

/** Access by the environment. */
export function accessFromEnvironment(): Access {
  const { PINTEREST_ACCESS_TOKEN: accessToken, PINTEREST_REFRESH_TOKEN: refreshToken } = process.env;
  if (refreshToken) return { accessToken, refresh: { ...appFromEnvironment(), refreshToken }, ...baseUrlFromEnvironment() };
  if (accessToken) return { accessToken, ...baseUrlFromEnvironment() };
  throw new Usage(
    "PINTEREST_ACCESS_TOKEN is not set",
    "It needs an access token with the scope ads:read; `pinterest-reports login` gets one, and a PINTEREST_REFRESH_TOKEN.",
  );
}

/** The app by the environment. */
export function appFromEnvironment(): App {
  const { PINTEREST_APP_ID: clientId, PINTEREST_APP_SECRET: clientSecret } = process.env;
  if (clientId && clientSecret) return { clientId, clientSecret };
  throw new Usage(
    `${clientId ? "PINTEREST_APP_SECRET" : "PINTEREST_APP_ID"} is not set`,
    "Both stand on the app's page at developers.pinterest.com.",
  );
}

/** The API's address by the environment, where it names one. */
export function baseUrlFromEnvironment(): { readonly baseUrl?: string } {
  const { PINTEREST_API_BASE_URL: baseUrl } = process.env;
  return baseUrl ? { baseUrl } : {};
}

/** Runs work with a client: progress on stderr, errors in one line, and on ctrl-C a handle to resume with. Resolves to the exit code. */
export async function withClient(access: Access, work: (session: Session) => Promise<void>): Promise<number> {
  const entry = await loadClient();
  const shown = progress();
  const client = createClient(entry, access, shown);
  const stop = new AbortController();
  const interrupt = (): void => stop.abort();
  process.once("SIGINT", interrupt);
  let handle: Handle | undefined;
  try {
    await work({ client, signal: stop.signal, created: (report) => (handle = report), ready: shown.end });
    shown.end();
    return 0;
  } catch (error) {
    shown.end();
    if (stop.signal.aborted) return stopped(handle);
    if (!(error instanceof entry.PinterestReportsError)) throw error;
    process.stderr.write(`error  ${error.message}\n`);
    if (error.code === "poll_timeout" && error.handle) process.stderr.write(resumable(error.handle));
    return 1;
  } finally {
    process.off("SIGINT", interrupt);
  }
}

function createClient(entry: Entry, { accessToken, refresh, baseUrl }: Access, { onEvent }: Progress): Client {
  const shared = { onEvent, ...(baseUrl === undefined ? {} : { baseUrl }) };
  try {
    if (refresh === undefined) return entry.createClient({ accessToken: accessToken ?? "", ...shared });
    return entry.createClient({ ...refresh, ...(accessToken ? { accessToken } : {}), ...shared });
  } catch (error) {
    if (error instanceof TypeError)
      throw new Usage(error.message, "See PINTEREST_ACCESS_TOKEN, PINTEREST_REFRESH_TOKEN and PINTEREST_API_BASE_URL.");
    throw error;
  }
}

/** The shell's own number for ctrl-C. */
function stopped(handle: Handle | undefined): number {
  process.stderr.write(handle ? `stopped; the report goes on being made.\n${resumable(handle)}` : "stopped before a report was created\n");
  return 130;
}

function resumable(handle: Handle): string {
  return `resume it with client.report.resume(${JSON.stringify(handle)})\n`;
}
