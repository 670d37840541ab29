import { call } from "./call.js";
import { timeLimited } from "./clock.js";
import { ConnectionError, DownloadError } from "./errors.js";
import type { FetchResponse } from "./fetch.js";
import { refusal } from "./link.js";
import type { Settings } from "./options.js";
import type { ReportLook } from "./report.js";
import { beforeSending } from "./retry.js";
import { cleanCause, codeOf, reasonOf } from "./secrets.js";

// A link is valid for five minutes; one that is nearly as old is asked for again before it fails.
const LINK_AGES_MS = 270_000;
const MOST_REDIRECTS = 5;

/** A download link, and when it was received by the clock's `now`. */
export interface Link {
  readonly url: string | null;
  readonly size: number | null;
  readonly receivedAt: number;
}

/** Where a finished report's file is to be had, now and later. */
export interface FileSource {
  /** The latest link; `refresh` replaces it. */
  link(): Link;
  /** Asks the API for a fresh link: once more the same report, until it expires. */
  refresh(signal: AbortSignal | undefined): Promise<Link>;
}

/** A look's link. */
export function linkOf({ url, size }: ReportLook, now: number): Link {
  return { url, size, receivedAt: now };
}

/** The rest of a file that was begun: from this byte on, if it is still the file with this tag. */
export interface Rest {
  readonly from: number;
  readonly etag: string;
}

export interface Asked {
  readonly signal: AbortSignal | undefined;
  readonly rest: Rest | null;
}

export interface Opened {
  readonly response: FetchResponse;
  readonly size: number | null;
}

/** The host's answer, with 2xx or 416 for a rest; null for a report without a file. A link that has aged is asked for again, once. */
export async function open(settings: Settings, source: FileSource, asked: Asked): Promise<Opened | null> {
  let link = source.link();
  let fresh = false;
  if (link.url !== null && settings.clock.now() - link.receivedAt > LINK_AGES_MS) {
    link = await source.refresh(asked.signal);
    fresh = true;
  }
  for (;;) {
    const { url, size } = link;
    if (url === null) return null;
    const response = await fetchFile(settings, url, asked);
    const { status } = response;
    if (response.ok || (asked.rest !== null && status === 416)) return { response, size };
    // S3 answers an expired link with 403.
    if (status !== 403 || fresh) throw new DownloadError(`the report file's host answered ${status}`, { status });
    link = await source.refresh(asked.signal);
    fresh = true;
  }
}

async function fetchFile(settings: Settings, url: string, asked: Asked): Promise<FetchResponse> {
  const { clock, deadlineMs } = settings;
  try {
    const options = { repeatable: true, deadline: clock.now() + deadlineMs, signal: asked.signal };
    return await call(settings, options, () => follow(settings, url, asked));
  } catch (error) {
    if (error instanceof Unavailable) throw new DownloadError(error.message, { status: error.status });
    if (error instanceof ConnectionError) throw new DownloadError(error.message, { cause: error.cause });
    throw error;
  }
}

/** An answer of the file's host that may be another one the next time. */
class Unavailable extends ConnectionError {
  readonly status: number;
  constructor(status: number) {
    super(`the report file's host answered ${status}`, { sent: true, cause: undefined });
    this.status = status;
  }
}

async function follow(settings: Settings, link: string, asked: Asked): Promise<FetchResponse> {
  let url = link;
  for (let redirects = 0; redirects <= MOST_REDIRECTS; redirects++) {
    const refused = refusal(url, settings);
    if (refused !== null) throw new DownloadError(`the report's link is not followed: it ${refused}`);
    const response = await request(settings, url, asked);
    const { status } = response;
    const target = status >= 300 && status < 400 ? response.headers.get("location") : null;
    if (response.ok) return response;
    // The rest of the answer is of no use; leaving it unread would hold the connection.
    await response.body?.cancel().catch(() => {});
    if (status >= 500) throw new Unavailable(status);
    if (target === null) return response;
    url = URL.canParse(target, url) ? new URL(target, url).href : target;
  }
  throw new DownloadError(`the report's link leads to more than ${MOST_REDIRECTS} redirects`);
}

async function request({ fetch, timeoutMs }: Settings, url: string, { signal, rest }: Asked): Promise<FetchResponse> {
  const range = rest === null ? {} : { range: `bytes=${rest.from}-`, "if-range": rest.etag };
  try {
    return await timeLimited(
      async (step) => {
        // No Authorization: the link carries its own, and a second one makes S3 refuse. The step's signal is not for the body.
        const response = await fetch(url, { redirect: "manual", headers: { "accept-encoding": "identity", ...range }, signal: step });
        if (!(response instanceof Object) || typeof response.status !== "number") throw new TypeError("fetch gave no response");
        return response;
      },
      { ms: timeoutMs, signal },
    );
  } catch (error) {
    if (signal?.aborted) throw signal.reason;
    const { search, pathname } = new URL(url);
    const cause = cleanCause(error, [url, search, pathname]);
    throw new ConnectionError(`the report file's host gave no answer: ${reasonOf(cause)}`, { sent: !beforeSending(codeOf(error)), cause });
  }
}
