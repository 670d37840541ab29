import { call } from "./call.js";
import { timeLimited } from "./clock.js";
import { ConnectionError, DownloadError } from "./errors.js";
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

/**
 * The bytes of the file as they come; none for an empty report. Ends with an error when there are fewer than there should be.
 *
 * What there should be is what `content-length` says, exactly. Where there is none, it is at least the size that the API announced:
 * whether that size is the file's own is not proven, so a longer file passes, and with a length it is not looked at.
 */
export async function* fileBytes(settings: Settings, source: FileSource, signal: AbortSignal | undefined): AsyncGenerator<Uint8Array> {
  signal?.throwIfAborted();
  const opened = await open(settings, source, signal);
  if (opened === null) return;
  const { response, size } = opened;
  const { expected, exact } = expectation(response, size);
  const reader = response.body?.getReader();
  let received = 0;
  try {
    for (;;) {
      const { done, value } = reader ? await readOn(settings, reader, { status: response.status, expected, received, signal }) : NOTHING;
      if (done || value === undefined) break;
      received += value.length;
      yield value;
    }
  } finally {
    // Also when whoever reads stops early: the rest is not fetched.
    reader?.cancel().catch(() => {});
  }
  settings.emit({ type: "download", received, expected });
  if (expected !== null && (exact ? received !== expected : received < expected)) {
    throw new DownloadError(shortfall(received, expected), { status: response.status, expected, received });
  }
}

const NOTHING = { done: true, value: undefined } as const;

function expectation(response: Response, size: number | null): { expected: number | null; exact: boolean } {
  // With an encoding the platform hands out decoded bytes, and no number is about those.
  if ((response.headers.get("content-encoding") ?? "identity") !== "identity") return { expected: null, exact: false };
  const length = response.headers.get("content-length");
  return length === null ? { expected: size, exact: false } : { expected: Number(length), exact: true };
}

interface Progress {
  readonly status: number;
  readonly expected: number | null;
  readonly received: number;
  readonly signal: AbortSignal | undefined;
}

async function readOn(
  { timeoutMs }: Settings,
  reader: ReadableStreamDefaultReader<Uint8Array>,
  { status, expected, received, signal }: Progress,
): Promise<{ readonly done: boolean; readonly value?: Uint8Array | undefined }> {
  try {
    return await timeLimited(() => reader.read(), { ms: timeoutMs, signal });
  } catch (error) {
    if (signal?.aborted) throw signal.reason;
    const cause = cleanCause(error, []);
    throw new DownloadError(`${shortfall(received, expected)}: ${reasonOf(cause)}`, { status, expected, received, cause });
  }
}

function shortfall(received: number, expected: number | null): string {
  const of = expected === null ? "" : ` of ${expected.toLocaleString("en-US")}`;
  return `the report file ended after ${received.toLocaleString("en-US")}${of} bytes`;
}

interface Opened {
  readonly response: Response;
  readonly size: number | null;
}

async function open(settings: Settings, source: FileSource, signal: AbortSignal | undefined): Promise<Opened | null> {
  let link = source.link();
  let fresh = false;
  if (link.url !== null && settings.clock.now() - link.receivedAt > LINK_AGES_MS) {
    link = await source.refresh(signal);
    fresh = true;
  }
  for (;;) {
    const { url, size } = link;
    if (url === null) return null;
    const response = await fetchFile(settings, url, signal);
    if (response.ok) return { response, size };
    // S3 answers an expired link with 403.
    const { status } = response;
    if (status !== 403 || fresh) throw new DownloadError(`the report file's host answered ${status}`, { status });
    link = await source.refresh(signal);
    fresh = true;
  }
}

async function fetchFile(settings: Settings, url: string, signal: AbortSignal | undefined): Promise<Response> {
  const { clock, deadlineMs } = settings;
  try {
    return await call(settings, { repeatable: true, deadline: clock.now() + deadlineMs, signal }, () => follow(settings, url, signal));
  } catch (error) {
    if (error instanceof ConnectionError) throw new DownloadError(error.message, { cause: error.cause });
    if (error instanceof Unavailable) throw new DownloadError(error.message, { status: error.status });
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

async function follow(settings: Settings, link: string, signal: AbortSignal | undefined): Promise<Response> {
  let url = link;
  for (let redirects = 0; redirects <= MOST_REDIRECTS; redirects++) {
    const refused = refusal(url, settings);
    if (refused !== null) throw new DownloadError(`the report's link is not followed: it ${refused}`);
    const response = await request(settings, url, signal);
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

async function request({ fetch, timeoutMs }: Settings, url: string, signal: AbortSignal | undefined): Promise<Response> {
  try {
    return await timeLimited(
      async (step) => {
        // No Authorization: the link carries its own, and a second one makes S3 refuse. The step's signal is not for the body.
        const response = await fetch(url, { redirect: "manual", headers: { "accept-encoding": "identity" }, signal: step });
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
