import { ApiError, AuthError } from "./errors.js";
import type { AnswerKind } from "./operation.js";
import { askedWait } from "./retry.js";
import { redact } from "./secrets.js";
import { oneLine } from "./shown.js";

const SHOWN_CHARACTERS = 200;
const LONGEST_MESSAGE = 1_000;
// Pinterest's "Something went wrong on our end".
const GONE_WRONG = 12;

/** One answer of the API, read to its end. */
export interface Heard {
  readonly method: string;
  /** Without the query, which holds the report's token. */
  readonly path: string;
  readonly status: number;
  readonly contentType: string | null;
  readonly requestId: string | null;
  readonly headers: Pick<Headers, "get">;
  readonly text: string;
}

/**
 * The error for an answer, with none of the secrets in it. `problem` says what is wrong with an answer that is no refusal; `giver`, that
 * whoever answers gives tokens.
 */
export function apiError(
  heard: Heard,
  { problem, secrets, date, giver = false }: { problem?: string; secrets: readonly string[]; date: number; giver?: boolean },
): ApiError {
  const text = redact(heard.text, secrets);
  const body = parsed(text);
  const { code, message } = words(body);
  const said = problem ?? (body === undefined ? refusalWithoutJson(heard) : "");
  const end = body === undefined ? excerpt(text) : oneLine(message, LONGEST_MESSAGE) + (code === null ? "" : ` (code ${code})`);
  const request = heard.requestId === null ? "" : ` [request ${redact(heard.requestId, secrets)}]`;
  const what = [said, end].filter((part) => part !== "").join(": ");
  const { status } = heard;
  const Refusal = isAuth(status, { body, code, giver }) ? AuthError : ApiError;
  return new Refusal(
    oneLine(
      `${heard.method} ${redact(heard.path, secrets)} answered ${status}${what && `${problem || body === undefined ? " " : ": "}${what}`}${request}`,
    ),
    {
      status,
      apiCode: code,
      apiMessage: message,
      body: body ?? text,
      requestId: heard.requestId,
      retryAfterMs: askedWait(heard.headers, message, date),
    },
  );
}

/** Whether an answer says that a token, or what tokens are given for, is not taken. The OAuth endpoint says so in JSON; a page is another's. */
function isAuth(status: number, { body, code, giver }: { body: unknown; code: number | null; giver: boolean }): boolean {
  if (!giver) return status === 401;
  return (status === 400 || status === 401) && Object(body) === body && code !== GONE_WRONG;
}

/** The data of an answer that should be of a kind, or what is wrong with it. Of one that should hold nothing, nothing is read. */
export function dataIn(heard: Heard, kind: AnswerKind = "object"): { readonly data: unknown; readonly problem: string | null } {
  const data = kind === "nothing" ? undefined : parsed(heard.text);
  return { data, problem: kind === "nothing" ? null : problemOf(data, heard, kind) };
}

function problemOf(data: unknown, { text, contentType }: Heard, kind: AnswerKind): string | null {
  if (data === undefined) return text.trim() === "" ? "with an empty body" : `with ${contentType ?? "no content type"}, which is not JSON`;
  if (kind === "json") return null;
  if (kind === "list") return Array.isArray(data) ? null : "with JSON that is not a list";
  return typeof data === "object" && data !== null && !Array.isArray(data) ? null : "with JSON that is not an object";
}

function refusalWithoutJson({ status, contentType, text }: Heard): string {
  if (status === 0 || (status >= 300 && status < 400)) return "with a redirect, which is not followed";
  return text === "" ? "with an empty body" : `with ${contentType ?? "no content type"}`;
}

function words(body: unknown): { code: number | null; message: string } {
  if (typeof body !== "object" || body === null) return { code: null, message: "" };
  const {
    code,
    message,
    error,
    error_description: described,
  }: { [name in "code" | "message" | "error" | "error_description"]?: unknown } = body;
  // Pinterest's own shape first, then that of OAuth servers.
  const said = [message, [error, described].filter((word) => typeof word === "string").join(": ")];
  return { code: typeof code === "number" ? code : null, message: said.find((text) => typeof text === "string") ?? "" };
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function excerpt(text: string): string {
  return text === "" ? "" : JSON.stringify(text.slice(0, SHOWN_CHARACTERS));
}
