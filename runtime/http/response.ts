import type { AnswerKind } from "../contract.js";
import { ApiError, AuthError, BadFile } from "../errors.js";
import { redact, redactIn, redactStart, singleLine } from "../redact.js";
import { askedWait } from "./retry.js";

/** What an answer says in words. */
export interface Words {
  /** Pinterest's own `code`; null when there is none. */
  readonly code: number | null;
  /** Empty when there are none. */
  readonly message: string;
}

/** The words in a refusal: in Pinterest's own shape, in that of OAuth servers, or in one that something on the way may have. */
export function wordsIn(body: unknown): Words {
  if (typeof body === "string") return { code: null, message: body };
  const { code, message, message_detail, error, error_description, errors, detail } = membersOf(body);
  const number = typeof code === "string" && /^\d{1,9}$/.test(code) ? Number(code) : code;
  const said = [
    [message, message_detail],
    [error, error_description],
    [membersOf(error).message],
    [detail],
    ...(Array.isArray(errors) ? errors : [errors]).map((one) => [one, membersOf(one).message]),
  ].map((parts) => parts.filter((part) => typeof part === "string" && part.trim() !== "").join(": "));
  return { code: typeof number === "number" ? number : null, message: said.find((text) => text !== "") ?? "" };
}

type Member = "code" | "message" | "message_detail" | "error" | "error_description" | "errors" | "detail";

function membersOf(value: unknown): { readonly [name in Member]?: unknown } {
  return typeof value === "object" && value !== null ? value : {};
}

/** So much is kept of an answer that an error shows. */
export const LONGEST_REFUSAL: number = 64 * 1024;
const SHOWN_CHARACTERS = 200;
const LONGEST_MESSAGE = 1_000;
const MIB = 1024 * 1024;
// Pinterest's "Something went wrong on our end".
const GONE_WRONG = 12;

/** One answer of the API, read to its end. */
export interface ReceivedResponse {
  readonly method: string;
  /** Without the query, which holds the report's token. */
  readonly path: string;
  readonly status: number;
  /** Type and subtype alone. */
  readonly contentType: string | null;
  readonly requestId: string | null;
  readonly headers: Pick<Headers, "get">;
  readonly text: string;
  /** Whether the bytes are UTF-8; where they are not, the text has signs in their place. */
  readonly utf8: boolean;
  /** Whether the text is only the beginning of what came. */
  readonly cut: boolean;
  /** How many bytes it might have had, when it had more. Then nothing of it was kept. */
  readonly over: number | null;
}

/** Whether an answer is good. */
export function isOk({ status }: Pick<ReceivedResponse, "status">): boolean {
  return status >= 200 && status < 300;
}

export interface RefusalContext {
  /** What is wrong with an answer that is no refusal. */
  readonly problem: string | undefined;
  readonly secrets: readonly string[];
  /** By the clock's `date`. */
  readonly date: number;
  /** Whether who answers gives tokens. */
  readonly giver: boolean;
  /** The members that may be shown; left out, all. */
  readonly showable: readonly string[] | undefined;
}

/** The error for an answer, with none of the secrets in it. */
export function apiError(heard: ReceivedResponse, { problem, secrets, date, giver, showable }: RefusalContext): ApiError {
  const { method, path, status, requestId } = heard;
  const { body, text } = shownOf(heard, secrets, showable);
  const { code, message } = wordsIn(body);
  const said = redact(problem ?? (body === undefined ? refusalWithoutJson(heard) : ""), secrets);
  const words = [message === "" ? excerpt(text) : singleLine(message, LONGEST_MESSAGE), code === null ? "" : `(code ${code})`];
  const told = words.filter((part) => part !== "").join(" ");
  const what = [said, told].filter((part) => part !== "").join(": ");
  const sign = said === "" ? ": " : " ";
  const Refusal = isAuth(status, { body, code, giver }) ? AuthError : ApiError;
  return new Refusal(
    singleLine(
      `${method} ${redact(path, secrets)} answered ${status}${what && sign}${what}${requestId === null ? "" : ` [request ${requestId}]`}`,
    ),
    {
      status,
      apiCode: code,
      apiMessage: singleLine(message),
      body: body ?? text,
      requestId,
      retryAfterMs: askedWait(heard.headers, message, date),
    },
  );
}

/** What may be shown of an answer: as JSON, undefined where it is none, and the start of it as text. */
function shownOf(
  { text, cut }: ReceivedResponse,
  secrets: readonly string[],
  showable: readonly string[] | undefined,
): { body: unknown; text: string } {
  const isCut = cut || text.length > LONGEST_REFUSAL;
  const data = isCut ? undefined : parsed(text);
  const start = isCut ? redactStart(text.slice(0, LONGEST_REFUSAL), secrets) : redact(text, secrets);
  if (showable === undefined) return { body: redactIn(data, secrets), text: start };
  // A page holds no secret. Of half a JSON text nothing is shown: half a secret is not known for one.
  const isPage = showable.length > 0 && !/^\s*[{["]/.test(text);
  if (typeof data !== "object" || data === null || Array.isArray(data)) return { body: undefined, text: isPage ? start : "" };
  const members = Object.entries(data).map(([name, value]) => ({
    name,
    value,
    isShown: showable.includes(name) && Object(value) !== value,
  }));
  const all = [...secrets, ...members.flatMap(({ value, isShown }) => (isShown || Object(value) === value ? [] : [String(value)]))];
  const shown = members.filter(({ isShown }) => isShown).map(({ name, value }) => [name, redactIn(value, all)] as const);
  return { body: Object.fromEntries(shown), text: "" };
}

/** Whether an answer says that a token, or what tokens are given for, is not taken. The OAuth endpoint says so in JSON; a page is another's. */
function isAuth(status: number, { body, code, giver }: { body: unknown; code: number | null; giver: boolean }): boolean {
  if (!giver) return status === 401;
  return (status === 400 || status === 401) && Object(body) === body && code !== GONE_WRONG;
}

export interface ExpectedResponse {
  /** What a good answer is. Default: an object. */
  readonly answers?: AnswerKind;
  /** How its JSON is read. Default: `JSON.parse`. */
  readonly parse?: ((text: string) => unknown) | undefined;
}

/** The data of an answer that should be of a kind, or what is wrong with it. Of one that should hold nothing, nothing is read. */
export function dataIn(
  heard: ReceivedResponse,
  { answers = "object", parse }: ExpectedResponse,
): { readonly data: unknown; readonly problem: string | null } {
  if (answers === "nothing") return { data: undefined, problem: null };
  if (heard.over !== null) return { data: undefined, problem: `with more than ${heard.over / MIB} MiB, which is more than is read` };
  if (!heard.utf8) return { data: undefined, problem: "with bytes that are not UTF-8" };
  try {
    const data = (parse ?? JSON.parse)(heard.text);
    return { data, problem: problemOf(data, heard, answers) };
  } catch (error) {
    // Of JSON that its reader does not take, the reader has the reason.
    const isRead = error instanceof BadFile && parsed(heard.text) !== undefined;
    return { data: undefined, problem: isRead ? `with JSON that cannot be read: ${error.message}` : problemOf(undefined, heard, answers) };
  }
}

function problemOf(data: unknown, { text, contentType }: ReceivedResponse, kind: AnswerKind): string | null {
  if (data === undefined) return text.trim() === "" ? "with an empty body" : `with ${contentType ?? "no content type"}, which is not JSON`;
  if (kind === "json") return null;
  if (kind === "list") return Array.isArray(data) ? null : "with JSON that is not a list";
  return typeof data === "object" && data !== null && !Array.isArray(data) ? null : "with JSON that is not an object";
}

function refusalWithoutJson({ status, contentType, text }: ReceivedResponse): string {
  if (status === 0 || (status >= 300 && status < 400 && status !== 304)) return "with a redirect, which is not followed";
  return text.trim() === "" ? "with an empty body" : `with ${contentType ?? "no content type"}`;
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function excerpt(text: string): string {
  return text.trim() === "" ? "" : JSON.stringify(text.slice(0, SHOWN_CHARACTERS));
}
