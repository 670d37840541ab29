import { readNonEmpty } from "../bytes.js";
import { type Clock, withTimeout } from "../clock.js";
import { ApiError, ConnectionError, DownloadError, messageWithoutHint } from "../errors.js";
import { callWithRetries } from "../http/call.js";
import type { CallConfig } from "../http/config.js";
import { type BodyReader, bareInit, checkResponse, type FetchResponse } from "../http/fetch.js";
import { requestedWait } from "../http/retry.js";
import { checkLink } from "../http/url-policy.js";
import { failedBeforeSend, remedy } from "../network-failure.js";
import { cleanCause, reasonOf } from "../redact.js";
import type { TracedRequest } from "../telemetry.js";
import type { ReportHandle, ReportStatus } from "../types.js";

// Number of bytes to read from an error response. S3's error responses are a few hundred bytes
// long.
const MAX_READ_BYTES = 4_096;

/**
 * Creates an `ApiError` from a file host's response that does not contain the file. Closes the
 * body.
 *
 * The error contains the status, the wait from `Retry-After`, and S3's error code as `apiMessage`
 * and `body`. Any other text is omitted, because it may contain parts of the link. The code is
 * empty if there is none, if it does not arrive within `timeoutMs`, or if the status is below 300.
 * Rejects with `signal.reason` if aborted.
 */
async function hostError(
  { clock, timeoutMs }: CallConfig,
  response: FetchResponse,
  signal: AbortSignal | undefined,
): Promise<ApiError> {
  const { status, headers } = response;
  const errorCode = await reasonIn(response, { ms: timeoutMs, signal });
  signal?.throwIfAborted();
  const suffix = status < 300 ? " instead of the file" : "";
  return new ApiError(
    `the host of the report file responded with ${status}${suffix}${errorCode && `: ${errorCode}`}`,
    {
      status,
      apiCode: null,
      apiMessage: errorCode,
      body: errorCode,
      requestId: null,
      retryAfterMs: requestedWait(headers, "", clock.date()),
    },
  );
}

/** Reads S3's `<Code>`, such as `AccessDenied`. Returns an empty string if none arrives in time. */
async function reasonIn(
  { status, body }: FetchResponse,
  limit: { readonly ms: number; readonly signal: AbortSignal | undefined },
): Promise<string> {
  let reader: BodyReader | undefined;
  try {
    reader = body?.getReader();
    const from = reader;
    const text =
      from === undefined || status < 300 ? "" : await withTimeout(() => readStart(from), limit);
    return /<Code>([A-Za-z]{1,60})<\/Code>/.exec(text)?.[1] ?? "";
  } catch {
    return "";
  } finally {
    // An unread body would keep the connection open.
    reader?.cancel().catch(() => {});
  }
}

/** Returns the first 4 KiB of a body as text. */
async function readStart(reader: BodyReader): Promise<string> {
  const decoder = new TextDecoder();
  let text = "";
  while (text.length < MAX_READ_BYTES) {
    const { done, value } = await readNonEmpty(reader);
    if (done || value === undefined) break;
    text += decoder.decode(value.subarray(0, MAX_READ_BYTES), { stream: true });
  }
  return text;
}

// Maximum age of a link, in milliseconds. Links are valid for five minutes; an older link is
// replaced before it is used.
const LINK_AGES_MS = 270_000;
const MAX_REDIRECTS = 5;

/** The rest of a file from byte `from`, provided that its ETag has not changed. */
export interface ByteRange {
  readonly from: number;
  readonly etag: string;
}

/** Which bytes to request: `range`, or the whole file if it is null. */
export interface RangeRequest {
  readonly signal: AbortSignal | undefined;
  readonly range: ByteRange | null;
}

/** A request for a file, with data for its telemetry span. */
interface TracedRange extends RangeRequest, Pick<TracedRequest, "work" | "resends"> {}

/** A response with the file, and the announced size in bytes; null if unknown. */
export interface Opened extends Followed {
  readonly size: number | null;
}

/** A response, and the parts of its address to redact from errors. */
interface Followed {
  readonly response: FetchResponse;
  readonly secrets: readonly string[];
}

/**
 * Opens the file; resolves to null for an empty report. The status is 200 or, for a range request,
 * possibly 206 or 416.
 *
 * Follows up to 5 redirects and retries failed requests. A link that is older than 4.5 minutes, or
 * rejected as expired, is replaced once, using `source.refresh`. Throws any error from
 * `source.refresh`, `signal.reason` if aborted, and a `DownloadError` for any other response, a
 * failed connection, an unsafe link or a missing link.
 */
export async function openFile(
  config: CallConfig,
  source: FileSource,
  rangeRequest: RangeRequest,
): Promise<Opened | null> {
  let link = source.link();
  let fresh = false;
  if (link.url !== null && config.clock.now() - link.receivedAt > LINK_AGES_MS) {
    link = await source.refresh(rangeRequest.signal);
    fresh = true;
  }
  for (;;) {
    const { url, size } = link;
    if (url === null) return noFile(size);
    try {
      return {
        ...(await fetchFile(config, url, { ...rangeRequest, handle: source.handle })),
        size,
      };
    } catch (error) {
      if (!(error instanceof ApiError)) throw error;
      if (fresh || !mayHaveExpired(error))
        throw new DownloadError(messageWithoutHint(error), { status: error.status });
    }
    link = await source.refresh(rangeRequest.signal);
    fresh = true;
  }
}

/**
 * Returns null for an empty report. Throws a `DownloadError` if the API announced bytes but no
 * link.
 */
function noFile(size: number | null): null {
  if (size === null || size <= 0) return null;
  const bytes = size.toLocaleString("en-US");
  throw new DownloadError(
    `the API announced a file of ${bytes} bytes, but returned no link to it`,
    { expected: size },
  );
}

/**
 * Whether the link may have expired. S3 responds with 403 to an expired link, and with 400 if the
 * credentials that signed it have expired.
 */
function mayHaveExpired({ status, apiMessage }: ApiError): boolean {
  return status === 403 || apiMessage === "ExpiredToken";
}

/**
 * Requests a link, with retries. Throws an `ApiError` for a response that does not contain the
 * file, and a `DownloadError` if there is no response.
 */
async function fetchFile(
  config: CallConfig,
  url: string,
  { handle, ...rangeRequest }: RangeRequest & Pick<FileSource, "handle">,
): Promise<Followed> {
  const { clock, deadlineMs, fileBudget: budget } = config;
  try {
    const work = { name: "download", account: handle.adAccountId, flow: handle.flow };
    const options = {
      work,
      idempotent: true,
      deadline: clock.now() + deadlineMs,
      signal: rangeRequest.signal,
      budget,
    };
    return await callWithRetries(config, options, (number) =>
      follow(config, url, { ...rangeRequest, work, resends: number - 1 }),
    );
  } catch (error) {
    if (error instanceof ConnectionError)
      throw new DownloadError(messageWithoutHint(error), { cause: error.cause });
    throw error;
  }
}

/**
 * Requests a link and follows up to 5 redirects. Throws an `ApiError` for a response that does not
 * contain the file, a `DownloadError` for an unsafe link, and a `ConnectionError` if there is no
 * response.
 */
async function follow(
  config: CallConfig,
  first: string,
  rangeRequest: TracedRange,
): Promise<Followed> {
  let link = first;
  for (let redirects = 0; redirects <= MAX_REDIRECTS; redirects++) {
    const { url, refused } = checkLink(link, config);
    if (refused !== null)
      throw new DownloadError(`the report's link is not followed: it ${refused}`);
    const response = await request(config, url, {
      ...rangeRequest,
      resends: rangeRequest.resends + redirects,
    });
    const { status } = response;
    // A cache may respond with 206 although no range was requested. That is not accepted.
    if (status === 200 || (rangeRequest.range !== null && (status === 206 || status === 416)))
      return { response, secrets: secretsOf(url, link) };
    const target = status >= 300 && status < 400 ? response.headers.get("location") : null;
    if (target === null) throw await hostError(config, response, rangeRequest.signal);
    // An unread body would keep the connection open.
    await response.body?.cancel().catch(() => {});
    link = URL.canParse(target, url.href) ? new URL(target, url.href).href : target;
  }
  throw new DownloadError(`the report's link leads to more than ${MAX_REDIRECTS} redirects`);
}

/**
 * Sends one request to the file's host. Throws a `ConnectionError` if there is no response within
 * `timeoutMs`, and `signal.reason` if aborted.
 */
async function request(
  { fetch, fetchOptions, timeoutMs, telemetry }: CallConfig,
  url: URL,
  { signal, range, work, resends }: TracedRange,
): Promise<FetchResponse> {
  const rangeHeaders =
    range === null ? {} : { range: `bytes=${range.from}-`, "if-range": range.etag };
  // Trace ids are not sent, because the host is not Pinterest's. The span contains the host, but
  // neither the path nor the full URL, because the link is a secret.
  const traced = { method: "GET", url, template: null, address: null, resends, work };
  const exchanged = () =>
    withTimeout(
      async (step) => {
        // No Authorization header is sent, because the link is signed and S3 rejects additional
        // credentials. The step's signal does not apply to the body.
        const init = {
          redirect: "manual",
          headers: { "accept-encoding": "identity", ...rangeHeaders },
          signal: step,
        } as const;
        const response = checkResponse(await fetch(url.href, bareInit(init, fetchOptions)));
        // Some `fetch` functions ignore the signal. Canceling the body frees the connection.
        if (step.aborted) response.body?.cancel().catch(() => {});
        return response;
      },
      { ms: timeoutMs, signal },
    );
  try {
    return await telemetry.request(traced, exchanged);
  } catch (error) {
    if (signal?.aborted) throw signal.reason;
    const cause = cleanCause(error, secretsOf(url));
    const why = `${reasonOf(cause)}${remedy(error, url.host)}`;
    throw new ConnectionError(`no response from the host of the report file: ${why}`, {
      sent: !failedBeforeSend(error),
      cause,
    });
  }
}

/**
 * Returns the parts of a link that errors must not show: everything except the host. Anyone who has
 * the link can read the file.
 */
function secretsOf(
  { href, search, pathname, searchParams }: URL,
  address: string = href,
): readonly string[] {
  const encodedValues = search.split(/[?&]/).map((part) => part.slice(part.indexOf("=") + 1));
  return [address, href, search, pathname, ...searchParams.values(), ...encodedValues];
}

/** A download link. `receivedAt` is in milliseconds, according to the clock's `now`. */
export interface Link {
  /** Null if the report is empty. */
  readonly url: string | null;
  readonly size: number | null;
  readonly receivedAt: number;
}

/** Source of a finished report's file. */
export interface FileSource {
  /** The report that the file belongs to. */
  readonly handle: ReportHandle;
  /** The latest link; `refresh` replaces it. */
  link(): Link;
  /**
   * Polls the report again for a new link. This works until the report expires. Rejects with a
   * `DownloadError`, and keeps the link, if the report had a link but no longer has one.
   */
  refresh(signal: AbortSignal | undefined): Promise<Link>;
}

type RefreshLink = (signal: AbortSignal | undefined) => Promise<ReportStatus>;

/**
 * Creates the source of a finished report's file. `link()` returns the latest link, at first the
 * one in `first`; its `url` is null for an empty report. The result's `refresh` replaces the link
 * by calling the `refresh` that you pass. If a report that had a link no longer has one, `refresh`
 * rejects with a `DownloadError` and keeps the link.
 */
export function fileSource(
  first: ReportStatus,
  {
    handle,
    clock,
    refresh,
  }: Pick<FileSource, "handle"> & { readonly clock: Clock; readonly refresh: RefreshLink },
): FileSource {
  const linkOf = ({ url, size }: ReportStatus): Link => ({ url, size, receivedAt: clock.now() });
  let link = linkOf(first);
  return {
    handle,
    link: () => link,
    async refresh(signal) {
      const fresh = linkOf(await refresh(signal));
      // No link usually means an empty report, but this one had a file.
      if (fresh.url === null && link.url !== null)
        throw new DownloadError(
          "the report had a file, but the API no longer returns a link to it",
        );
      link = fresh;
      return link;
    },
  };
}

// First byte of a gzip file. No report starts with it.
const GZIP_BYTE = 0x1f;

/**
 * A `DecompressionStream` that accepts any `Uint8Array`, which some platforms' types do not
 * declare.
 */
interface Gunzip {
  readonly readable: ReadableStream<Uint8Array>;
  readonly writable: WritableStream<Uint8Array>;
}

/**
 * Returns a reader that decompresses `raw` if it starts like a gzip file.
 *
 * Otherwise, the platform has already decompressed the body, and all bytes are passed on unchanged.
 * Deno does not decompress if the request has an `accept-encoding` header, as ours do. `read`
 * rejects if the gzip is invalid or truncated. `cancel` also cancels `raw`.
 */
export function gunzipped(raw: BodyReader): BodyReader {
  let reader: BodyReader | undefined;
  return {
    async read() {
      if (reader !== undefined) return reader.read();
      const first = await readNonEmpty(raw);
      reader = first.value?.[0] === GZIP_BYTE ? gunzip(first.value, raw) : raw;
      return reader === raw ? first : reader.read();
    },
    async cancel(reason) {
      if (reader !== raw) reader?.cancel(reason).catch(() => {});
      await raw.cancel(reason);
    },
  };
}

/** Returns a reader for the decompressed bytes. `first` has already been read from `raw`. */
function gunzip(first: Uint8Array, raw: BodyReader): BodyReader {
  let next: Uint8Array | undefined = first;
  const source = new ReadableStream<Uint8Array>(
    {
      async pull(controller) {
        const piece = next ?? (await raw.read()).value;
        next = undefined;
        if (piece === undefined) controller.close();
        else controller.enqueue(piece);
      },
    },
    { highWaterMark: 0 },
  );
  return source.pipeThrough(new DecompressionStream("gzip") as object as Gunzip).getReader();
}
