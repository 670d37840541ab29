import { readNonEmpty } from "../bytes.js";
import { onAbort, sleep, withTimeout } from "../clock.js";
import { DownloadError, messageWithoutHint } from "../errors.js";
import type { CallConfig } from "../http/config.js";
import { BadResponse, type BodyReader, type FetchResponse } from "../http/fetch.js";
import { codeOf } from "../network-failure.js";
import { cleanCause, reasonOf } from "../redact.js";
import { type ByteRange, type FileSource, gunzipped, type Opened, openFile } from "./request.js";

const [OPEN, CLOSE, OPEN_LIST, CLOSE_LIST] = [0x7b, 0x7d, 0x5b, 0x5d];
const LINE_ENDS = [0x0a, 0x0d];
const BOM = [0xef, 0xbb, 0xbf];
const SPACE = 0x20;

/**
 * Tells from the first and last bytes of a file whether it is complete: JSON ends with the bracket
 * that closes its first one, and a CSV row with a line end.
 */
export class FileEnding {
  #first = 0;
  /** Last byte that is not white space. */
  #lastVisible = 0;
  #lastByte = 0;
  #hasLines = false;

  /** Records the next bytes of the file. */
  push(bytes: Uint8Array): void {
    if (bytes.length === 0) return;
    this.#first ||= bytes.find((byte) => byte > SPACE && !BOM.includes(byte)) ?? 0;
    this.#lastByte = bytes[bytes.length - 1] as number;
    this.#hasLines ||= LINE_ENDS.some((end) => bytes.includes(end));
    for (let at = bytes.length - 1; at >= 0; at--) {
      if ((bytes[at] as number) <= SPACE) continue;
      this.#lastVisible = bytes[at] as number;
      return;
    }
  }

  /**
   * Whether the content shows that the file is truncated: JSON that is not closed, or a last line
   * without an end in a file of several. False for a file of white space.
   */
  isCut(): boolean {
    return this.isBroken() && (this.#first === OPEN || this.#first === OPEN_LIST || this.#hasLines);
  }

  /** Whether there are only white space and byte order marks so far. */
  isBlank(): boolean {
    return this.#first === 0;
  }

  /**
   * Whether the last row is incomplete: JSON that is not closed, or a CSV file whose last byte is
   * no line end. False for a file of white space.
   */
  isBroken(): boolean {
    if (this.#first === 0) return false;
    if (this.#first === OPEN) return this.#lastVisible !== CLOSE;
    if (this.#first === OPEN_LIST) return this.#lastVisible !== CLOSE_LIST;
    return !LINE_ENDS.includes(this.#lastByte);
  }
}

/** One response with bytes of the file: all of them, or the rest. */
export interface Part {
  readonly response: FetchResponse;
  /** Values that no error may show. */
  readonly secrets: readonly string[];
  /**
   * Whether the body is decoded while it is read. Then the host's byte counts do not apply to it.
   */
  readonly encoded: boolean;
  /** Length of the whole file in bytes, as its host states it; null if it does not. */
  readonly length: number | null;
  /**
   * Length of the whole file in bytes, as the API announced it, which is only a hint; null if it
   * did not.
   */
  readonly size: number | null;
  /** Strong ETag, which identifies the file byte by byte; null if there is none. */
  readonly etag: string | null;
}

/**
 * The whole file as a part: length in bytes and strong ETag from the headers, each null if absent,
 * and both null for an encoded body. Never throws and does not read the body.
 */
export function parseFull({ response, size, secrets }: Opened): Part {
  const { headers } = response;
  if (isEncoded(response))
    return { response, secrets, encoded: true, length: null, size, etag: null };
  const [length, etag] = [headers.get("content-length"), headers.get("etag")];
  return {
    response,
    secrets,
    encoded: false,
    length: length === null ? null : Number(length),
    size,
    // A weak ETag, W/"…", stands for files of the same meaning; parts of two such files must not be
    // joined.
    etag: etag?.startsWith('"') ? etag : null,
  };
}

/**
 * The part of a 206 response that continues `before` from byte `from` to the end of the file. Null
 * for any other response: another status, a range that begins elsewhere or, if the total length is
 * stated, ends before it, a total length or an ETag other than that of `before`, or an encoded
 * body. Never throws and does not read the body.
 */
export function parsePartial(
  { response, secrets }: Opened,
  { from, before }: { readonly from: number; readonly before: Part },
): Part | null {
  const { headers, status } = response;
  const range = /^bytes (\d+)-(\d+)\/(\d+|\*)$/.exec(headers.get("content-range") ?? "");
  if (status !== 206 || range === null || Number(range[1]) !== from) return null;
  const total = range[3] === "*" ? null : Number(range[3]);
  if (total !== null && before.length !== null && total !== before.length) return null;
  if (total !== null && Number(range[2]) !== total - 1) return null;
  // Without an ETag it may be a part of any file; HTTP requires one here.
  if (isEncoded(response) || headers.get("etag") !== before.etag) return null;
  return { ...before, response, secrets, length: before.length ?? total };
}

/** Whether the body has a content encoding other than identity. */
function isEncoded({ headers }: FetchResponse): boolean {
  return !/^\s*(identity\s*)?$/i.test(headers.get("content-encoding") ?? "");
}

/**
 * Returns the error for a file that has ended after `received` bytes and is incomplete; null if it
 * is complete, as far as can be known. It is incomplete if `length` is known and differs; if there
 * are fewer bytes than the announced `size`, which is a hint, and the file is blank or its last row
 * is truncated; and if it is encoded and its end shows that it is truncated, because several
 * platforms end a truncated gzip like a complete one.
 */
export function incompleteError(
  { length, size, encoded, response }: Part,
  received: number,
  ending: FileEnding,
): DownloadError | null {
  const isTruncated = length !== null && received !== length;
  const isLess = size !== null && received < size;
  if (!isTruncated && !(isLess ? ending.isBroken() || ending.isBlank() : encoded && ending.isCut()))
    return null;
  const expected = isTruncated ? length : isLess ? size : null;
  const within = isTruncated
    ? ""
    : `, ${ending.isBlank() ? "and is empty" : "within a row"}${isLess ? "; the API announced more" : ""}`;
  return new DownloadError(endedAfter(received, expected) + within, {
    status: response.status,
    expected,
    received,
  });
}

/**
 * Beginning of a message: `the report file ended after 1,000 of 2,000 bytes`; without the second
 * number if `expected` is null.
 */
function endedAfter(received: number, expected: number | null): string {
  const of = expected === null ? "" : ` of ${expected.toLocaleString("en-US")}`;
  return `the report file ended after ${received.toLocaleString("en-US")}${of} bytes`;
}

// Node's codes for decoding errors, which a retry cannot mend.
const UNDECODABLE = /^(Z_DATA_ERROR|ERR__ERROR_FORMAT|ZSTD_error_corruption)/;

/** How a file is read. */
export interface FileReading {
  readonly signal: AbortSignal | undefined;
  /** Most bytes that the reader accepts. Default: any number. */
  readonly maxBytes?: number | undefined;
  /** Time limit of the whole download, in milliseconds. Default: none. */
  readonly deadlineMs?: number | undefined;
  /** Whether a size other than the announced one is an error. Default: false. */
  readonly exactSize?: boolean | undefined;
  /**
   * Discards the bytes received so far, because the file starts again. Left out by readers that
   * have passed them on.
   */
  readonly restart?: () => void | Promise<void>;
}

/** Progress of a download. */
export interface DownloadState {
  part: Part;
  received: number;
  /** Number of bytes that are received again and skipped. */
  bytesToSkip: number;
  ending: FileEnding;
}

/**
 * Yields the bytes of a part, without those to skip, and updates `state`. Returns the error to
 * resume after, or null if the file is complete. Throws errors that a retry cannot fix: a file
 * above `maxBytes`, with a wrong encoding, or incomplete although it has its stated length, an
 * invalid result of `fetch`, and `signal.reason`. Closes the body at the end.
 */
async function* streamPart(
  config: CallConfig,
  state: DownloadState,
  { signal, maxBytes = Number.POSITIVE_INFINITY }: FileReading,
): AsyncGenerator<Uint8Array, DownloadError | null> {
  const { part } = state;
  const reader = readerOf(part);
  // An abort closes the body at once, even if no read is pending. If the reader stops early, the
  // rest is not fetched.
  const close = () => void reader?.cancel().catch(() => {});
  const unregister = signal && onAbort(signal, close);
  try {
    if (part.length !== null && part.length > maxBytes) throw tooLong(part.length, maxBytes);
    for (;;) {
      signal?.throwIfAborted();
      const { done, value, failure } = reader
        ? await readOn(config, reader, { state, signal })
        : END;
      if (failure !== undefined) return failure;
      if (done || value === undefined) return endOf(state);
      const skipped = Math.min(state.bytesToSkip, value.length);
      state.bytesToSkip -= skipped;
      state.received += value.length - skipped;
      if (state.received > maxBytes) throw tooLong(state.received, maxBytes);
      if (skipped === value.length) continue;
      const newBytes = value.subarray(skipped);
      state.ending.push(newBytes);
      yield newBytes;
    }
  } finally {
    unregister?.();
    close();
  }
}

/** Reader of a part's decoded bytes; undefined if the response has no body. */
function readerOf({ response, encoded }: Part): BodyReader | undefined {
  const raw = response.body?.getReader();
  return raw && encoded ? gunzipped(raw) : raw;
}

/**
 * The error to resume after, or null if the file is complete. Throws it if the file has all bytes
 * that its host states, because a retry would return no more.
 */
function endOf({ part, received, ending }: DownloadState): DownloadError | null {
  const short = incompleteError(part, received, ending);
  // The file has the length that its host states, so a retry would return no more bytes.
  if (short !== null && received === part.length) throw short;
  return short;
}

interface Read {
  readonly done: boolean;
  readonly value?: Uint8Array | undefined;
  readonly failure?: DownloadError;
}

const END: Read = { done: true };

/**
 * Reads the next bytes; a failed read is returned as `failure`, because it can be resumed after.
 */
async function readOn(
  { timeoutMs }: CallConfig,
  reader: BodyReader,
  { state, signal }: { readonly state: DownloadState; readonly signal: AbortSignal | undefined },
): Promise<Read> {
  const { part, received } = state;
  try {
    return await withTimeout(() => readNonEmpty(reader), { ms: timeoutMs, signal });
  } catch (error) {
    if (signal?.aborted) throw signal.reason;
    if (error instanceof BadResponse) throw error;
    const cause = cleanCause(error, part.secrets);
    if (part.encoded && UNDECODABLE.test(codeOf(cause) ?? "")) {
      const after = `after ${received.toLocaleString("en-US")} bytes`;
      const facts = {
        status: part.response.status,
        expected: part.length ?? part.size,
        received,
        cause,
      };
      throw new DownloadError(
        `the report file does not have its declared encoding, ${after}: ${reasonOf(cause)}`,
        facts,
      );
    }
    return { done: true, failure: brokenOff(state, cause) };
  }
}

/** The error of a transfer that broke off because of `cause`, which is clean of secrets. */
export function brokenOff({ part, received }: DownloadState, cause: Error): DownloadError {
  const expected = part.length ?? part.size;
  return new DownloadError(`${endedAfter(received, expected)}: ${reasonOf(cause)}`, {
    status: part.response.status,
    expected,
    received,
    cause,
  });
}

/** Most bytes of a file that is held in memory, by default. */
export const MOST_BYTES: number = 100 * 1024 * 1024;

/** Throws a `RangeError` if `maxBytes` is neither undefined nor a number above 0. */
export function checkMaxBytes(maxBytes: number | undefined): void {
  if (maxBytes !== undefined && !(maxBytes > 0))
    throw new RangeError("maxBytes must be a number above 0");
}

/** The error for a file above `maxBytes`. */
function tooLong(size: number, maxBytes: number): DownloadError {
  const [has, may] = [size, maxBytes].map((bytes) => bytes.toLocaleString("en-US"));
  const message = `the report file has ${has} bytes or more, but maxBytes is ${may}: raise it, or use rows(), which reads row by row`;
  return new DownloadError(message, { expected: size });
}

// Cuts with fewer bytes between them are counted as one problem, which fails the download after too
// many cuts.
const PROGRESS = 1024 * 1024;
const MOST_CUTS = 5;
const FIRST_WAIT_MS = 500;

/**
 * Lazily yields the bytes of the file as they arrive; none for an empty report. Throws a
 * `DownloadError` if the file cannot be opened or is incomplete, if the transfer broke off and
 * cannot be resumed, if it broke off more than 5 times with less than 1 MiB in between, or above
 * `maxBytes`; errors of `source.refresh`; and `signal.reason` on an abort. `deadlineMs` of
 * `reading` has no effect here.
 *
 * A broken download resumes where it stopped if the host has given the file a strong ETag and
 * confirms that the file is the same. Otherwise, readers with `restart` read the file again from
 * its start, and others receive the error; bytes of two files are never joined.
 *
 * A transfer is incomplete if it has not as many bytes as `content-length` states. The size that
 * the API announced is a hint, because Pinterest does not document what it counts: a shorter file
 * emits an event, and is an error only if it is blank or its last row is truncated. An encoded file
 * has no length; it is also an error if its last row is truncated, whatever was announced:
 * platforms decode it themselves, and some end a truncated gzip like a complete one.
 */
export async function* fileBytes(
  config: CallConfig,
  source: FileSource,
  reading: FileReading,
): AsyncGenerator<Uint8Array> {
  const { signal } = reading;
  signal?.throwIfAborted();
  const first = await openFile(config, source, { signal, range: null });
  if (first === null) return checkSize(reading, 0, source.link().size);
  const state = beginning(first);
  for (let [cuts, furthest] = [0, 0]; ; ) {
    const failure = yield* streamPart(config, state, reading);
    if (failure === null) break;
    const { received, part } = state;
    cuts = received - furthest >= PROGRESS ? 1 : cuts + 1;
    // After a restart, bytes that have arrived before are no progress.
    furthest = Math.max(furthest, received);
    if (received > 0 && part.etag === null && reading.restart === undefined) throw failure;
    await pauseAfterCut(config, { cuts, failure, signal });
    await resume(config, source, { reading, state, failure });
  }
  // Of an encoded file, it is not known which size was announced.
  if (!state.part.encoded) checkSize(reading, state.received, state.part.size);
  reportEnd(config, source, state);
}

/** Throws a `DownloadError` if the reading asks for the announced size, and the file has another. */
function checkSize({ exactSize }: FileReading, received: number, announced: number | null): void {
  if (exactSize !== true || announced === null || received === announced) return;
  const [has, said] = [received, announced].map((bytes) => bytes.toLocaleString("en-US"));
  throw new DownloadError(`the report file has ${has} bytes, but ${said} were announced`, {
    expected: announced,
    received,
  });
}

/**
 * Waits before a download that broke off is continued, `cuts` times in a row; above 5, throws
 * `failure` instead.
 */
async function pauseAfterCut(
  { clock, emit }: CallConfig,
  {
    cuts,
    failure,
    signal,
  }: {
    readonly cuts: number;
    readonly failure: DownloadError;
    readonly signal: AbortSignal | undefined;
  },
): Promise<void> {
  if (cuts > MOST_CUTS) throw failure;
  const ms = clock.random() * FIRST_WAIT_MS * 2 ** cuts;
  emit({ type: "wait", reason: "retry", ms });
  await sleep(clock, ms, signal);
}

/**
 * Emits the events of a complete file: `download`, and `size-mismatch` if it has fewer bytes than
 * were announced.
 */
function reportEnd(
  { emit }: CallConfig,
  source: FileSource,
  { part, received }: DownloadState,
): void {
  const announced = part.size;
  emit({ type: "download", received, expected: part.length ?? announced });
  if (announced === null || received >= announced) return;
  const { flow, adAccountId } = source.handle;
  emit({ type: "size-mismatch", flow, adAccountId, received, announced });
}

/** A download that broke off: `failure` is its error. */
interface RetryContext {
  readonly reading: FileReading;
  readonly state: DownloadState;
  readonly failure: DownloadError;
}

/** The state before the first byte of an open file. */
export function beginning(opened: Opened): DownloadState {
  return { part: parseFull(opened), received: 0, bytesToSkip: 0, ending: new FileEnding() };
}

/**
 * Opens the rest of a broken file, or the whole file again; updates the state. Throws if neither is
 * possible.
 */
async function resume(
  config: CallConfig,
  source: FileSource,
  context: RetryContext,
): Promise<void> {
  const { part, received } = context.state;
  const range = received > 0 && part.etag !== null ? { from: received, etag: part.etag } : null;
  const opened = await reopen(config, source, context, range);
  const nextPart = range === null ? null : parsePartial(opened, { from: received, before: part });
  if (nextPart !== null) [context.state.part, context.state.bytesToSkip] = [nextPart, 0];
  else
    await restart(
      opened.response.status === 200 ? opened : await openWhole(config, source, context, opened),
      context,
    );
}

/** Opens the whole file, after a response that cannot be used. */
async function openWhole(
  config: CallConfig,
  source: FileSource,
  context: RetryContext,
  useless: Opened,
): Promise<Opened> {
  await useless.response.body?.cancel().catch(() => {});
  return reopen(config, source, context, null);
}

/** Opens the file or its rest. Throws a `DownloadError` with both messages if that fails. */
async function reopen(
  config: CallConfig,
  source: FileSource,
  { reading, state, failure }: RetryContext,
  range: ByteRange | null,
): Promise<Opened> {
  const expected = state.part.length ?? state.part.size;
  try {
    const opened = await openFile(config, source, { signal: reading.signal, range });
    if (opened !== null) return opened;
  } catch (error) {
    if (!(error instanceof DownloadError)) throw error;
    const { status, cause } = error;
    throw new DownloadError(`${messageWithoutHint(failure)}; then ${messageWithoutHint(error)}`, {
      status,
      expected,
      received: state.received,
      cause,
    });
  }
  throw failure;
}

/**
 * Continues with a response for the whole file: discards what was read, or skips it if the file is
 * the same. Throws a `DownloadError` if the file changed and the reader cannot restart.
 */
async function restart(opened: Opened, { reading, state }: RetryContext): Promise<void> {
  const { part, received } = state;
  const next = parseFull(opened);
  try {
    if (received === 0) state.bytesToSkip = 0;
    else if (reading.restart !== undefined) {
      await reading.restart();
      [state.received, state.bytesToSkip, state.ending] = [0, 0, new FileEnding()];
    } else if (part.etag !== null && next.etag === part.etag && next.length === part.length)
      state.bytesToSkip = received;
    else {
      const message = `the report file changed after ${received.toLocaleString("en-US")} bytes`;
      throw new DownloadError(message, {
        status: 200,
        expected: next.length ?? next.size,
        received,
      });
    }
    state.part = next;
  } catch (error) {
    await opened.response.body?.cancel().catch(() => {});
    throw error;
  }
}

/**
 * Like `fileBytes`, with the time limit `deadlineMs` of `reading`, in milliseconds from the first
 * read on, including the time that the reader takes between reads; without it, the same. The limit
 * also ends a request for a new link, a wait before the next attempt, and a file that arrives
 * slowly but never stalls. It uses the system timer, as the limits of single attempts do, because
 * it guards against sockets. Throws the errors of `fileBytes`, and a `DownloadError` when the time
 * has passed.
 */
export async function* limitedBytes(
  config: CallConfig,
  source: FileSource,
  reading: FileReading,
): AsyncGenerator<Uint8Array> {
  const { signal, restart, deadlineMs } = reading;
  if (deadlineMs === undefined) return yield* fileBytes(config, source, reading);
  signal?.throwIfAborted();
  const stop = new AbortController();
  const unregister = signal && onAbort(signal, () => stop.abort(signal.reason));
  const late = new DeadlinePassed();
  const timer = setTimeout(() => stop.abort(late), deadlineMs);
  let received = 0;
  const restartCounting = restart && {
    restart: () => {
      received = 0;
      return restart();
    },
  };
  try {
    for await (const piece of fileBytes(config, source, {
      ...reading,
      ...restartCounting,
      signal: stop.signal,
    })) {
      received += piece.length;
      yield piece;
      // The time may have passed while the reader used the bytes.
      stop.signal.throwIfAborted();
    }
  } catch (error) {
    if (error !== late) throw error;
    throw tooLate(source, { deadlineMs, received });
  } finally {
    clearTimeout(timer);
    unregister?.();
  }
}

class DeadlinePassed extends Error {}

/** The error for a file of which `received` bytes arrived within `deadlineMs` milliseconds. */
function tooLate(
  source: FileSource,
  { deadlineMs, received }: { readonly deadlineMs: number; readonly received: number },
): DownloadError {
  const { size: expected } = source.link();
  const progress = `${received.toLocaleString("en-US")}${expected === null ? "" : ` of ${expected.toLocaleString("en-US")}`} bytes`;
  return new DownloadError(
    `the download took longer than deadlineMs, ${deadlineMs / 1_000} s: ${progress} received`,
    {
      expected,
      received,
    },
  );
}
