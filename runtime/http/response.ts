import type { ResponseKind } from "../contract.js";
import { type ApiError, AuthError, BadFile, errorClassOf } from "../errors.js";
import {
  type HeaderSource,
  HiddenHeaders,
  type ResponseHeaders,
  redact,
  redactIn,
  redactStart,
  singleLine,
} from "../redact.js";
import { requestedWait } from "./retry.js";

/** Code and message of an error response. */
export interface ErrorText {
  /** Pinterest's `code`; null if there is none. */
  readonly code: number | null;
  /** The message; empty if there is none. */
  readonly message: string;
}

/**
 * Extracts the code and message from an error body. Reads the formats of Pinterest, of OAuth
 * servers and of common proxies. A string body is used as the message. For any other body, the code
 * is null and the message empty.
 */
function errorTextIn(body: unknown): ErrorText {
  if (typeof body === "string") return { code: null, message: body };
  const { code, message, message_detail, error, error_description, errors, detail } =
    membersOf(body);
  const number = typeof code === "string" && /^\d{1,9}$/.test(code) ? Number(code) : code;
  const messages = [
    [message, message_detail],
    [error, error_description],
    [membersOf(error).message],
    [detail],
    ...(Array.isArray(errors) ? errors : [errors]).map((item) => [item, membersOf(item).message]),
  ].map((parts) =>
    parts.filter((part) => typeof part === "string" && part.trim() !== "").join(": "),
  );
  return {
    code: typeof number === "number" ? number : null,
    message: messages.find((text) => text !== "") ?? "",
  };
}

type Member =
  | "code"
  | "message"
  | "message_detail"
  | "error"
  | "error_description"
  | "errors"
  | "detail";

/** Returns the value if it is an object, otherwise an empty object. */
function membersOf(value: unknown): { readonly [name in Member]?: unknown } {
  return typeof value === "object" && value !== null ? value : {};
}

/** Maximum number of bytes kept from an error response. */
export const MAX_ERROR_BYTES: number = 64 * 1024;
const EXCERPT_CHARACTERS = 200;
const MAX_MESSAGE_LENGTH = 1_000;
const MIB = 1024 * 1024;

/** An API response whose body has been read. */
export interface ReceivedResponse {
  readonly method: string;
  /** The path without the query, because the query contains the report's token. */
  readonly path: string;
  readonly status: number;
  /** Media type without parameters. */
  readonly contentType: string | null;
  readonly requestId: string | null;
  readonly headers: HeaderSource;
  /** Values that must not appear in errors. */
  readonly secrets: readonly string[];
  readonly text: string;
  /** Whether the body is valid UTF-8. If not, the text contains replacement characters. */
  readonly utf8: boolean;
  /** Whether the text is only the beginning of the body. */
  readonly truncated: boolean;
  /**
   * If the body exceeded the size limit, that limit in bytes; none of the body is then kept.
   * Otherwise null.
   */
  readonly over: number | null;
}

/** Whether the status is 2xx. */
export function isOk({ status }: Pick<ReceivedResponse, "status">): boolean {
  return status >= 200 && status < 300;
}

/**
 * Decides whether a response denies access. `body` is the redacted JSON, or undefined if the
 * response is not JSON. `code` is Pinterest's error code.
 */
export type RefusesAccess = (response: {
  readonly status: number;
  readonly body: unknown;
  readonly code: number | null;
}) => boolean;

/** Which responses a call accepts, and what its errors may show. */
export interface ExpectedResponse {
  /** Expected kind of a 2xx response. Default: an object. */
  readonly responseKind?: ResponseKind | undefined;
  /**
   * Parser for the response's JSON. Default: `JSON.parse`, except that integers too large for a
   * number become strings.
   */
  readonly parse?: ((text: string) => unknown) | undefined;
  /**
   * Whether a response rejects the token, or the credentials used to get one. Default: true if the
   * status is 401.
   */
  readonly refusesAccess?: RefusesAccess | undefined;
  /**
   * Members of a 2xx body that an error may show. Calls whose responses contain secrets set this.
   * Default: all.
   */
  readonly showable?: readonly string[] | undefined;
}

/** Status, headers and request id of a response. */
export interface ResponseInfo {
  readonly status: number;
  readonly headers: ResponseHeaders;
  /**
   * The `x-pinterest-rid` header, which Pinterest support asks for; null if the response has none.
   */
  readonly requestId: string | null;
}

/** A 2xx response with data of the expected kind. */
export interface AcceptedResponse<Data> {
  readonly info: ResponseInfo;
  /** Undefined for the kind `none`. */
  readonly data: Data;
  /** The wait that the `Retry-After` header asks for, in milliseconds; null if there is none. */
  readonly retryAfterMs: number | null;
  /** Creates the error for incomplete data; `problem` is the end of the error's message. */
  invalid(problem: string): ApiError;
  /** Removes the call's secrets, and `secrets`, from text that comes from the response. */
  clean(text: string, secrets: readonly string[]): string;
}

/**
 * Checks whether a response is what the call expects. Returns the response with its data, or the
 * error to throw. The error is an `AuthError` if `expected.refusesAccess` returns true (by default
 * for status 401), otherwise an `ApiError` or a subclass for the status. `date` is the local time
 * in milliseconds since 1970. Only the data's kind, such as an object, is checked; its type `Data`
 * is not. For the kind `none`, the body of a 2xx response is ignored.
 */
export function classify<Data>(
  received: ReceivedResponse,
  expected: ExpectedResponse,
  date: number,
): AcceptedResponse<Data> | ApiError {
  const errorFor = (problem?: string): ApiError => apiError(received, expected, { problem, date });
  if (!isOk(received)) return errorFor();
  const { data, problem } = dataIn(received, expected);
  if (problem !== null) return errorFor(problem);
  const { status, headers, requestId, secrets } = received;
  return {
    info: { status, headers: new HiddenHeaders(headers), requestId },
    data: data as Data,
    retryAfterMs: requestedWait(headers, "", date),
    invalid: errorFor,
    clean: (text, others) => redact(text, [...secrets, ...others]),
  };
}

/**
 * The error for a response, with all secrets removed. `problem` says what is wrong with a 2xx
 * response, as the end of a sentence.
 */
function apiError(
  response: ReceivedResponse,
  { refusesAccess = isUnauthorized, showable }: ExpectedResponse,
  { problem, date }: { readonly problem: string | undefined; readonly date: number },
): ApiError {
  const { method, path, status, requestId, secrets } = response;
  const { body, text } = visibleParts(response, isOk(response) ? showable : undefined);
  const { code, message } = errorTextIn(body);
  const ownDetail = redact(
    problem ?? (body === undefined ? problemWithoutJson(response) : ""),
    secrets,
  );
  const apiParts = [
    message === "" ? excerpt(text) : singleLine(message, MAX_MESSAGE_LENGTH),
    code === null ? "" : `(code ${code})`,
  ];
  const apiDetail = apiParts.filter((part) => part !== "").join(" ");
  const detailText = [ownDetail, apiDetail].filter((part) => part !== "").join(": ");
  const separator = ownDetail === "" ? ": " : " ";
  const ErrorClass = refusesAccess({ status, body, code }) ? AuthError : errorClassOf(status);
  return new ErrorClass(
    singleLine(
      `${method} ${redact(path, secrets)} returned ${status}${detailText && separator}${detailText}${requestId === null ? "" : ` [request ${requestId}]`}`,
    ),
    {
      status,
      apiCode: code,
      apiMessage: singleLine(message),
      body: body ?? text,
      requestId,
      retryAfterMs: requestedWait(response.headers, message, date),
      headers: new HiddenHeaders(response.headers, (value) => redact(value, secrets)),
    },
  );
}

/**
 * The parts of a response that an error may show. `body` is the redacted JSON, undefined if the
 * response is not JSON; `text` is the beginning of the redacted text. With `showable`, the JSON
 * contains only the members listed there, and the text is empty unless the response is a web page.
 */
function visibleParts(
  { text, truncated, secrets }: ReceivedResponse,
  showable: readonly string[] | undefined,
): { body: unknown; text: string } {
  const isCut = truncated || text.length > MAX_ERROR_BYTES;
  const data = isCut ? undefined : parsed(text);
  const start = isCut
    ? redactStart(text.slice(0, MAX_ERROR_BYTES), secrets)
    : redact(text, secrets);
  if (showable === undefined) return { body: redactIn(data, secrets), text: start };
  // A web page contains no secrets. Incomplete JSON is not shown, because half a secret would not
  // be recognized.
  const isPage = showable.length > 0 && !/^\s*[{["]/.test(text);
  if (typeof data !== "object" || data === null || Array.isArray(data))
    return { body: undefined, text: isPage ? start : "" };
  const members = Object.entries(data).map(([name, value]) => ({
    name,
    value,
    isShown: showable.includes(name) && Object(value) !== value,
  }));
  const all = [
    ...secrets,
    ...members.flatMap(({ value, isShown }) =>
      isShown || Object(value) === value ? [] : [String(value)],
    ),
  ];
  const visible = members
    .filter(({ isShown }) => isShown)
    .map(({ name, value }) => [name, redactIn(value, all)] as const);
  return { body: Object.fromEntries(visible), text: "" };
}

/** The default for `refusesAccess`: whether the status is 401. */
function isUnauthorized({ status }: Pick<ReceivedResponse, "status">): boolean {
  return status === 401;
}

/**
 * Parses the data of a 2xx response; does not check the status, and never throws. `problem` is null
 * if the data is of the expected kind. Otherwise, it is the end of a sentence that says what is
 * wrong: the body is too long, not UTF-8, not JSON, rejected by `parse`, or of the wrong kind.
 * `data` is undefined if nothing was parsed. For the kind `none`, nothing is parsed, and `problem`
 * is null.
 */
function dataIn(
  response: ReceivedResponse,
  { responseKind = "object", parse }: ExpectedResponse,
): { readonly data: unknown; readonly problem: string | null } {
  if (responseKind === "none") return { data: undefined, problem: null };
  if (response.over !== null)
    return {
      data: undefined,
      problem: `with more than ${response.over / MIB} MiB, which exceeds the limit`,
    };
  if (!response.utf8) return { data: undefined, problem: "with bytes that are not UTF-8" };
  try {
    const data = (parse ?? parseExact)(response.text);
    return { data, problem: problemOf(data, response, responseKind) };
  } catch (error) {
    // If `parse` rejects valid JSON, the problem is the error from `parse`.
    const isRead = error instanceof BadFile && parsed(response.text) !== undefined;
    return {
      data: undefined,
      problem: isRead
        ? `with JSON that cannot be read: ${error.message}`
        : problemOf(undefined, response, responseKind),
    };
  }
}

/**
 * What is wrong with parsed data, as the end of a sentence. Returns null for data of the expected
 * kind. `data` is undefined if the body is not JSON.
 */
function problemOf(
  data: unknown,
  { text, contentType }: ReceivedResponse,
  kind: ResponseKind,
): string | null {
  if (data === undefined)
    return text.trim() === ""
      ? "with an empty body"
      : `with ${contentType ?? "no content type"}, which is not JSON`;
  if (kind === "json") return null;
  if (kind === "list") return Array.isArray(data) ? null : "with JSON that is not a list";
  return typeof data === "object" && data !== null && !Array.isArray(data)
    ? null
    : "with JSON that is not an object";
}

/** Describes an error response whose body is not JSON, as the end of a sentence. */
function problemWithoutJson({ status, contentType, text }: ReceivedResponse): string {
  if (status === 0 || (status >= 300 && status < 400 && status !== 304))
    return "with a redirect, which is not followed";
  return text.trim() === "" ? "with an empty body" : `with ${contentType ?? "no content type"}`;
}

/** Start of an integer with 16 or more digits, possibly too large for a number. */
const LONG_INTEGER = /(?:^|[[,:\s])-?\d{16}/;
/** The strings and numbers in JSON; no other token contains a quote or a digit. */
const STRING_OR_NUMBER = /"(?:[^"\\]|\\.)*"|-?\d[\d.eE+-]*/g;

/**
 * Parses JSON, with integers too large for a number as strings. This preserves every digit of ids.
 * Throws a `SyntaxError` for invalid JSON.
 */
function parseExact(text: string): unknown {
  if (!LONG_INTEGER.test(text)) return JSON.parse(text);
  return JSON.parse(
    text.replace(STRING_OR_NUMBER, (token) =>
      /^-?\d{16,}$/.test(token) && !Number.isSafeInteger(Number(token)) ? `"${token}"` : token,
    ),
  );
}

/** The parsed JSON; undefined if the text is not JSON. */
function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** The first 200 characters in quotes; empty for blank text. */
function excerpt(text: string): string {
  return text.trim() === "" ? "" : JSON.stringify(text.slice(0, EXCERPT_CHARACTERS));
}
