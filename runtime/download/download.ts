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
 * Detects a truncated file from its first and last bytes. A complete JSON file ends with the
 * bracket that closes it. A complete CSV file ends with a line ending.
 */
export class FileEnding {
  #first = 0;
  /** Last byte that is not white space. */
  #lastVisible = 0;
  #lastByte = 0;
  #hasLines = false;

  /** Adds the next bytes of the file. */
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
   * Whether the file is known to be truncated. True for unterminated JSON, and for a multi-line
   * file without a trailing line break. False for a blank file.
   */
  isTruncated(): boolean {
    return (
      this.mayBeTruncated() && (this.#first === OPEN || this.#first === OPEN_LIST || this.#hasLines)
    );
  }

  /** Whether the file so far is only white space and byte order marks. */
  isBlank(): boolean {
    return this.#first === 0;
  }

  /**
   * Whether the last row may be incomplete. True for unterminated JSON, and for a CSV file without
   * a trailing line break. False for a blank file.
   */
  mayBeTruncated(): boolean {
    if (this.#first === 0) return false;
    if (this.#first === OPEN) return this.#lastVisible !== CLOSE;
    if (this.#first === OPEN_LIST) return this.#lastVisible !== CLOSE_LIST;
    return !LINE_ENDS.includes(this.#lastByte);
  }
}

/** A response that contains the whole file, or the rest of it. */
export interface Part {
  readonly response: FetchResponse;
  /** Values to redact from errors. */
  readonly secrets: readonly string[];
  /** Whether the body has a content encoding. If so, byte counts from the headers do not apply. */
  readonly encoded: boolean;
  /** Length of the whole file in bytes, according to the host; null if unknown. */
  readonly length: number | null;
  /** Length of the whole file in bytes, as announced by the API; null if unknown. Only a hint. */
  readonly size: number | null;
  /** Strong ETag, which identifies the exact bytes of the file; null if there is none. */
  readonly etag: string | null;
}

/**
 * Describes a response that contains the whole file. `length` and `etag` come from the headers, and
 * are null if a header is absent or the body is encoded. A weak ETag (`W/…`) is also null. Does not
 * read the body.
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
    // Two files with the same weak ETag (W/"…") may differ in bytes, so their parts must not be
    // joined.
    etag: etag?.startsWith('"') ? etag : null,
  };
}

/**
 * Describes a 206 response that continues `before` from byte `from`; does not read the body. Null
 * if the response is anything else or is encoded, ends before the announced end of the file, or has
 * another ETag or total length. `length` is the length of the whole file. `before.etag` must not be
 * null.
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
  // HTTP requires an ETag here. Without one, the bytes may be from another file.
  if (isEncoded(response) || headers.get("etag") !== before.etag) return null;
  return { ...before, response, secrets, length: before.length ?? total };
}

/** Whether the body has a content encoding other than `identity`. */
function isEncoded({ headers }: FetchResponse): boolean {
  return !/^\s*(identity\s*)?$/i.test(headers.get("content-encoding") ?? "");
}

/**
 * Returns the error for a file of `received` bytes; null if it seems complete. A file is incomplete
 * in three cases:
 * - `length` is known and differs from `received`.
 * - Fewer bytes arrived than the announced `size`, and the file is blank or ends in the middle of a
 *   row.
 * - The body is encoded and the file is known to be truncated. Some platforms report no error for a
 *   truncated gzip.
 */
export function incompleteError(
  { length, size, encoded, response }: Part,
  received: number,
  ending: FileEnding,
): DownloadError | null {
  const isTruncated = length !== null && received !== length;
  const isLess = size !== null && received < size;
  if (
    !isTruncated &&
    !(isLess ? ending.mayBeTruncated() || ending.isBlank() : encoded && ending.isTruncated())
  )
    return null;
  const expected = isTruncated ? length : isLess ? size : null;
  const within = isTruncated
    ? ""
    : `, ${ending.isBlank() ? "before the first row" : "in the middle of a row"}${isLess ? "; the API announced more" : ""}`;
  return new DownloadError(endedAfter(received, expected) + within, {
    status: response.status,
    expected,
    received,
  });
}

/**
 * Returns, for example, `the report file ended after 1,000 of 2,000 bytes`. If `expected` is null,
 * omits the second number.
 */
function endedAfter(received: number, expected: number | null): string {
  const of = expected === null ? "" : ` of ${expected.toLocaleString("en-US")}`;
  return `the report file ended after ${received.toLocaleString("en-US")}${of} bytes`;
}

// Node's codes for decoding errors. A retry would fail in the same way.
const UNDECODABLE = /^(Z_DATA_ERROR|ERR__ERROR_FORMAT|ZSTD_error_corruption)/;

/** How a file is read. */
export interface FileReading {
  readonly signal: AbortSignal | undefined;
  /** Maximum size of the file, in bytes. Default: no limit. */
  readonly maxBytes?: number | undefined;
  /** Time limit for the whole download, in milliseconds. Default: none. */
  readonly deadlineMs?: number | undefined;
  /** Whether to throw if the size differs from the announced size. Default: false. */
  readonly exactSize?: boolean | undefined;
  /**
   * Discards the bytes received so far, because the download restarts from the first byte. Omit
   * this function if you have already passed these bytes on.
   */
  readonly restart?: () => void | Promise<void>;
}

/** Progress of a download. */
export interface DownloadState {
  part: Part;
  received: number;
  /** Number of bytes to skip, because they were already received. */
  bytesToSkip: number;
  ending: FileEnding;
}

/**
 * Yields the bytes of a part and updates `state`. Returns null if the file is complete, or the
 * error of a broken transfer, which can be resumed. Throws errors that a retry cannot fix. Always
 * closes the body.
 */
async function* streamPart(
  config: CallConfig,
  state: DownloadState,
  { signal, maxBytes = Number.POSITIVE_INFINITY }: FileReading,
): AsyncGenerator<Uint8Array, DownloadError | null> {
  const { part } = state;
  const reader = readerOf(part);
  // Closes the body when the consumer stops early, and on an abort, even if no read is pending.
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

/** Returns a reader for the decoded bytes; undefined if the response has no body. */
function readerOf({ response, encoded }: Part): BodyReader | undefined {
  const raw = response.body?.getReader();
  return raw && encoded ? gunzipped(raw) : raw;
}

/**
 * Returns the error for an incomplete file, or null if the file is complete. Throws that error if
 * the file has the length that its host reports, because a retry would return no more bytes.
 */
function endOf({ part, received, ending }: DownloadState): DownloadError | null {
  const short = incompleteError(part, received, ending);
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
 * Reads the next bytes. If the transfer breaks, returns the error as `failure`, so that the caller
 * can resume.
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
        `the report file does not match its content-encoding, ${after}: ${reasonOf(cause)}`,
        facts,
      );
    }
    return { done: true, failure: transferError(state, cause) };
  }
}

/** Creates the error for a broken transfer. `cause` must not contain secrets. */
export function transferError({ part, received }: DownloadState, cause: Error): DownloadError {
  const expected = part.length ?? part.size;
  return new DownloadError(`${endedAfter(received, expected)}: ${reasonOf(cause)}`, {
    status: part.response.status,
    expected,
    received,
    cause,
  });
}

/** Default size limit, in bytes, for files that are read into memory. */
export const DEFAULT_MAX_BYTES: number = 100 * 1024 * 1024;

/** Throws a `RangeError` unless `maxBytes` is undefined or a number above 0. */
export function checkMaxBytes(maxBytes: number | undefined): void {
  if (maxBytes !== undefined && !(maxBytes > 0))
    throw new RangeError("maxBytes must be a number above 0");
}

/** The error for a file of at least `size` bytes, which is more than `maxBytes` allows. */
function tooLong(size: number, maxBytes: number): DownloadError {
  const [has, may] = [size, maxBytes].map((bytes) => bytes.toLocaleString("en-US"));
  const message = `the report file has ${has} bytes or more, but maxBytes is ${may}; raise maxBytes, or use rows(), which reads row by row`;
  return new DownloadError(message, { expected: size });
}

// The count of broken transfers is reset when this many new bytes have arrived.
const PROGRESS = 1024 * 1024;
const MAX_CUTS = 5;
const FIRST_WAIT_MS = 500;

/**
 * Yields the bytes of the file as they arrive. Emits `download` when the file is complete. An empty
 * report has no bytes and emits no event.
 *
 * A broken transfer resumes where it stopped if the file has a strong ETag that has not changed.
 * Otherwise, the file is read again from its start if `reading.restart` is set or no byte has
 * arrived yet. If neither is the case, the error is thrown. Bytes from two files are never joined.
 *
 * The size that the API announced is only a hint, because Pinterest does not document how it
 * determines the size. A shorter file causes a `size-mismatch` event. It is an error only if the
 * file is blank or ends in the middle of a row. With `reading.exactSize`, a different size is
 * always an error, unless the response is encoded.
 *
 * Throws:
 * - a `DownloadError` if the file cannot be opened, is incomplete or is larger than `maxBytes`
 * - a `DownloadError` if a broken transfer cannot be resumed, or after more than 5 broken transfers
 *   with less than 1 MiB of new data between them
 * - a `BadResponse` if the body does not consist of bytes
 * - any error from `source.refresh`
 * - `signal.reason` if aborted
 *
 * `reading.deadlineMs` is ignored here; see `limitedBytes`.
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
    // Bytes that arrive again after a restart do not count as progress.
    furthest = Math.max(furthest, received);
    if (received > 0 && part.etag === null && reading.restart === undefined) throw failure;
    await waitAfterBreak(config, { cuts, failure, signal });
    await resume(config, source, { reading, state, failure });
  }
  // For an encoded file, the announced size may count either the encoded or the decoded bytes.
  if (!state.part.encoded) checkSize(reading, state.received, state.part.size);
  reportEnd(config, source, state);
}

/** Throws a `DownloadError` if `exactSize` is true and the size differs from the announced size. */
function checkSize({ exactSize }: FileReading, received: number, announced: number | null): void {
  if (exactSize !== true || announced === null || received === announced) return;
  const [has, said] = [received, announced].map((bytes) => bytes.toLocaleString("en-US"));
  throw new DownloadError(`the report file has ${has} bytes, but Pinterest reported ${said}`, {
    expected: announced,
    received,
  });
}

/**
 * Waits before the next attempt, longer after each broken transfer (`cuts`). Throws `failure` after
 * more than 5 broken transfers.
 */
async function waitAfterBreak(
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
  if (cuts > MAX_CUTS) throw failure;
  const ms = clock.random() * FIRST_WAIT_MS * 2 ** cuts;
  emit({ type: "wait", reason: "retry", ms });
  await sleep(clock, ms, signal);
}

/** Emits `download`, and `size-mismatch` if the file has fewer bytes than Pinterest reported. */
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

interface RetryContext {
  readonly reading: FileReading;
  readonly state: DownloadState;
  readonly failure: DownloadError;
}

/** The state of a download before its first byte is read. */
export function beginning(opened: Opened): DownloadState {
  return { part: parseFull(opened), received: 0, bytesToSkip: 0, ending: new FileEnding() };
}

/**
 * Opens the rest of the file, or the whole file again, and updates the state. Throws if neither
 * works.
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

/** Closes a response that cannot be used and opens the whole file. */
async function openWhole(
  config: CallConfig,
  source: FileSource,
  context: RetryContext,
  unusable: Opened,
): Promise<Opened> {
  await unusable.response.body?.cancel().catch(() => {});
  return reopen(config, source, context, null);
}

/**
 * Opens the file, or the rest of it. If that fails, throws a `DownloadError` with the messages of
 * both the original and the new failure.
 */
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
 * Continues with a response that contains the whole file. With `reading.restart`, the bytes
 * received so far are discarded; otherwise, they are skipped in the response if the file is
 * unchanged. Throws a `DownloadError` if the file has changed.
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
 * Like `fileBytes`, but throws a `DownloadError` after `reading.deadlineMs` milliseconds. Without a
 * `deadlineMs`, there is no limit.
 *
 * The timer starts at the first read and keeps running between the consumer's reads. It also runs
 * during waits, requests for a new link, and slow transfers. It is the system's timer, not the
 * client's clock, because it guards against stalled sockets.
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
      // The consumer may have taken longer than the limit.
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

/** The error for a download that took longer than `deadlineMs` milliseconds. */
function tooLate(
  source: FileSource,
  { deadlineMs, received }: { readonly deadlineMs: number; readonly received: number },
): DownloadError {
  const { size: expected } = source.link();
  const progress = `${received.toLocaleString("en-US")}${expected === null ? "" : ` of ${expected.toLocaleString("en-US")}`} bytes`;
  return new DownloadError(
    `the download took longer than deadlineMs (${deadlineMs / 1_000} s): ${progress} received`,
    {
      expected,
      received,
    },
  );
}
